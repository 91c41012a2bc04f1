//! The files that are the same in every demo: configuration, free pages, national documents.

use super::DemoFile;
use super::front;
use super::national::{NATIONAL, RELATIONS};

/// How many such files there are.
pub(super) const COUNT: usize = 2 + PAGES.len();

/// The file at a place: configuration, national documents, then the pages.
pub(super) fn file(index: usize) -> Option<DemoFile> {
    match index {
        0 => Some(DemoFile { path: String::from("congbao.yaml"), text: String::from(CONFIGURATION) }),
        1 => Some(DemoFile { path: String::from("content/documents.yaml"), text: documents() }),
        _ => PAGES.get(index - 2).map(page),
    }
}

/// A free page.
fn page((slug, title, body): &(&str, &str, &str)) -> DemoFile {
    let mut text = String::new();
    front::fence(&mut text);
    front::line(&mut text, "title", title);
    front::fence(&mut text);
    text.push('\n');
    text.push_str(body);
    text.push('\n');
    DemoFile { path: ["content/pages/", slug, ".md"].concat(), text }
}

/// The national documents that the texts cite; these are real.
fn documents() -> String {
    let mut text = String::from("# Văn bản trung ương có thật, được các văn bản hư cấu viện dẫn.\n");
    for national in NATIONAL {
        front::line(&mut text, "- symbol", national.symbol);
        front::line(&mut text, "  type", national.kind());
        front::line(&mut text, "  issuer", national.issuer());
        front::date(&mut text, "  date", national.date());
        front::line(&mut text, "  title", national.title);
        relations(&mut text, national.symbol);
    }
    text
}

/// Writes what a national document does to others.
fn relations(text: &mut String, symbol: &str) {
    for relation in RELATIONS.iter().filter(|relation| relation.symbol == symbol) {
        text.push_str("  relations:\n    ");
        text.push_str(relation.key);
        text.push_str(":\n");
        front::line(text, "      - document", relation.target);
        front::date(text, "        from", relation.from());
    }
}

/// The configuration.
const CONFIGURATION: &str = "\
title: \"Cổng nghị quyết mẫu (dữ liệu bịa)\"
base_url: \"https://demo.example/\"
language: vi
organization: \"Hội đồng nhân dân tỉnh Minh Giang\"
description: \"Dữ liệu hư cấu để thử phần mềm; tỉnh Minh Giang không có thật.\"
notice: \"Mọi văn bản, con người, địa danh và số liệu ở đây đều là bịa, do máy sinh ra để thử phần mềm.\"
contact:
  person: \"Người phụ trách hư cấu\"
  address: \"Số 1, đường Hư Cấu, phường Minh Châu, tỉnh Minh Giang\"
  phone: \"000 0000 000\"
  email: \"lien-he@demo.example\"
licence: \"CC0-1.0\"
time_zone: \"Asia/Ho_Chi_Minh\"
";

/// The free pages: file name, title, text.
const PAGES: [(&str, &str, &str); 4] = [
    (
        "gioi-thieu",
        "Giới thiệu",
        "**Cổng này là dữ liệu bịa.** Tỉnh Minh Giang, Hội đồng nhân dân của tỉnh, các đại biểu, nghị quyết, báo cáo, \
         tin tức và số liệu đều do máy sinh ra để thử phần mềm Congbao ở quy mô lớn.\n\n\
         Chỉ có các luật và nghị định của trung ương được viện dẫn là có thật; nội dung dẫn theo chúng thì không.\n\n\
         ## Không dùng vào việc khác\n\nKhông trích dẫn, không đăng lại như văn bản thật.",
    ),
    (
        "lien-he",
        "Liên hệ",
        "Cổng mẫu không có ai trực. Địa chỉ, điện thoại và thư điện tử ở cuối trang đều là bịa.\n\n\
         - Địa chỉ: số 1, đường Hư Cấu, phường Minh Châu, tỉnh Minh Giang\n- Thư: lien-he@demo.example",
    ),
    (
        "tro-nang",
        "Khả năng tiếp cận",
        "Trang mẫu này dùng giao diện mặc định của Congbao, nhằm đạt mức AA của WCAG 2.1.\n\n\
         Mọi trang đọc được khi không có mã lệnh, dùng được bằng bàn phím và in được.",
    ),
    (
        "ve-du-lieu-mau",
        "Về dữ liệu mẫu",
        "Dữ liệu được sinh theo quy tắc ngữ pháp từ một con số khởi đầu: cùng con số thì cùng từng byte.\n\n\
         | Phần | Tỷ lệ |\n| --- | ---: |\n| Nghị quyết | 60% |\n| Báo cáo | 10% |\n| Tin tức | 30% |\n\n\
         Câu chữ được ghép ngẫu nhiên nên không mang nghĩa chính sách nào.",
    ),
];

#[cfg(test)]
mod tests {
    use super::super::people;
    use super::*;

    #[test]
    fn the_configuration_names_the_council_and_says_that_all_is_invented() {
        assert!(CONFIGURATION.contains(people::COUNCIL));
        assert!(CONFIGURATION.contains("dữ liệu bịa"));
        assert!(file(COUNT).is_none());
        assert!((0..COUNT).all(|index| file(index).is_some()));
    }
}
