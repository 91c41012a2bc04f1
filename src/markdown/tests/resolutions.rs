//! Texts of resolutions as they are written.

use super::*;

/// Texts of resolutions with the HTML that is made of them.
const RESOLUTIONS: &[(&str, &str)] = &[
    (
        "Căn cứ Luật A;\nCăn cứ Luật B;\nQUYẾT NGHỊ:\nĐiều 1. Phạm vi\n1. Một:\na) Hai;\nb) Ba.\n2. Bốn\n",
        "<p id=\"can-cu\" class=\"recital\">Căn cứ Luật A;</p>\n\
         <p class=\"recital\">Căn cứ Luật B;</p>\n\
         <p class=\"enacting\">QUYẾT NGHỊ:</p>\n\
         <h3 id=\"dieu-1\">Điều 1. Phạm vi</h3>\n\
         <ol>\n\
         <li id=\"dieu-1-khoan-1\">Một:\
         <p id=\"dieu-1-khoan-1-diem-a\" class=\"point\"><span class=\"number\">a)</span> Hai;</p>\n\
         <p id=\"dieu-1-khoan-1-diem-b\" class=\"point\"><span class=\"number\">b)</span> Ba.</p>\n</li>\n\
         <li id=\"dieu-1-khoan-2\">Bốn</li>\n\
         </ol>\n",
    ),
    (
        "Điều 1. Thông qua dự toán năm 2024.\n\n**Điều 2.** Giao Ủy ban *thực hiện.*\n",
        "<h3 id=\"dieu-1\">Điều 1.</h3>\n<p>Thông qua dự toán năm 2024.</p>\n\
         <h3 id=\"dieu-2\"><strong>Điều 2.</strong></h3>\n<p>Giao Ủy ban <em>thực hiện.</em></p>\n",
    ),
    (
        "**Điều 1. Thông qua** đề án.\n",
        "<h3 id=\"dieu-1\"><strong>Điều 1.</strong></h3>\n<p><strong>Thông qua</strong> đề án.</p>\n",
    ),
    (
        "## Điều 1. Mức chi\n\n1. Một\n2. Hai\n4. Bốn\n",
        "<h3 id=\"dieu-1\">Điều 1. Mức chi</h3>\n<ol>\n<li id=\"dieu-1-khoan-1\">Một</li>\n\
         <li id=\"dieu-1-khoan-2\">Hai</li>\n<li id=\"dieu-1-khoan-4\" value=\"4\">Bốn</li>\n</ol>\n",
    ),
    (
        "TỈNH VÍ DỤ\n-------\n\nĐiều 1. Tên\n\n\tMột đoạn\n\n1) Hai\n",
        "<p>TỈNH VÍ DỤ</p>\n<h3 id=\"dieu-1\">Điều 1. Tên</h3>\n<p>Một đoạn</p>\n\
         <ol class=\"parenthesised\">\n<li>Hai</li>\n</ol>\n",
    ),
    (
        "Chương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Tên\n\nPhụ lục I\n\nĐiều 1. Khác\n",
        "<h3 id=\"chuong-1\">Chương I</h3>\n<p class=\"head\">QUY ĐỊNH CHUNG</p>\n\
         <h4 id=\"dieu-1\">Điều 1. Tên</h4>\n<h3 id=\"phu-luc-1\">Phụ lục I</h3>\n\
         <h4 id=\"phu-luc-1-dieu-1\">Điều 1. Khác</h4>\n",
    ),
    (
        "Điều 1. Giao\n1. Ủy ban:\n\n   Nghị quyết này đã được thông qua ngày 12 tháng 7 năm 2023./.\n\n   \
         Nơi nhận:\n\n- Lưu: VT.\n\n  CHỦ TỊCH\n\n  Lã Nhật Bách\n",
        "<h3 id=\"dieu-1\">Điều 1. Giao</h3>\n<ol>\n<li id=\"dieu-1-khoan-1\"><p>Ủy ban:</p>\n</li>\n</ol>\n\
         <p>Nghị quyết này đã được thông qua ngày 12 tháng 7 năm 2023./.</p>\n\
         <p class=\"recipients\">Nơi nhận:</p>\n\
         <ul>\n<li><p>Lưu: VT.</p>\n</li>\n</ul>\n\
         <p class=\"signer\">CHỦ TỊCH</p>\n<p class=\"signer\">Lã Nhật Bách</p>\n",
    ),
    (
        "Điều 1. Tên\n\nMột đoạn:\n3. Ba\n",
        "<h3 id=\"dieu-1\">Điều 1. Tên</h3>\n<p>Một đoạn:</p>\n\
         <p id=\"dieu-1-khoan-3\" class=\"clause\"><span class=\"number\">3.</span> Ba</p>\n",
    ),
    (
        "Điều 1. Sửa đổi Điều 6 như sau:\n\n“Điều 6. Mới\n\n1. Một.”\n\nĐiều 2. Tên\n",
        "<h3 id=\"dieu-1\">Điều 1.</h3>\n<p>Sửa đổi Điều 6 như sau:</p>\n\
         <p class=\"quoted\">“Điều 6. Mới</p>\n<ol>\n<li>Một.”</li>\n</ol>\n\
         <h3 id=\"dieu-2\">Điều 2. Tên</h3>\n",
    ),
];

#[test]
fn the_text_of_a_resolution_has_its_structure() {
    for (text, html) in RESOLUTIONS {
        assert_eq!(resolution(text).html(), *html, "{text}");
    }
}

/// Lines that resolutions are made of, and some that disturb them.
const LINES: &[&str] = &[
    "",
    "",
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH VÍ DỤ\n-------",
    "NGHỊ QUYẾT",
    "Căn cứ Luật Đất đai năm 2024;",
    "QUYẾT NGHỊ:",
    "Chương I",
    "QUY ĐỊNH CHUNG",
    "Điều 1. Phạm vi điều chỉnh",
    "Điều 2. Giao Ủy ban nhân dân thực hiện.",
    "**Điều 3.** Hiệu lực *thi hành*.",
    "## Điều 4. Tổ chức",
    "**Điều 5. Mức chi** như sau: 1. Một; 2. Hai.",
    "1. Khoản một:",
    "2. Khoản **hai:",
    "a) Điểm a;",
    "b) Điểm b** ở đây;",
    "   đ) Điểm đ [xem](../a.md) tiếp",
    "- Gạch đầu dòng",
    "  1. Trong danh sách",
    "1) Ngoặc",
    "\tThụt đầu dòng",
    "        Điều 6. Thụt sâu",
    "“Điều 7. Lời mới",
    "của văn bản khác.”",
    "> Điều 8. Trích",
    "| Cột | Điều 9. |\n|---|---|\n| 1 | 2 |",
    "Nghị quyết này đã được thông qua ngày 12 tháng 7 năm 2023./.",
    "Nơi nhận:",
    "CHỦ TỊCH",
    "Lã Nhật Bách",
    "PHỤ LỤC I",
    "`Điều 10.` mã",
    "Chữ[^a] có chú thích\n\n[^a]: Ghi chú",
];

/// The names of the elements that are open at the end of a piece of our HTML; panics where a tag closes another.
fn open_elements(html: &str) -> Vec<&str> {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let name = tag.split(['>', ' ', '\n']).next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None if matches!(name, "br" | "hr" | "img") => {}
            None => open.push(name),
        }
    }
    open
}

fn letters(html: &str) -> String {
    let text = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    text.flat_map(str::chars).filter(|letter| letter.is_alphabetic()).collect()
}

proptest::proptest! {
    #[test]
    fn structure_loses_no_word_and_leaves_whole_elements(
        picks in proptest::collection::vec(0..LINES.len(), 0..24),
    ) {
        let text: String = picks.iter().flat_map(|pick| [LINES[*pick], "\n"]).collect();
        let body = resolution(&text);
        body.check_tree();
        let (html, remarks) = body.html_with_remarks();
        assert!(open_elements(&html).is_empty(), "{text}\n{html}");
        let page = parse(&source(&text), 0, PAGE, &KnownNames::default()).value;
        assert_eq!(letters(&html), letters(&page.html()), "{text}\n{html}");
        for (index, provision) in body.law.unwrap().provisions.iter().enumerate() {
            assert!(body.anchors.contains(&provision.anchor));
            let id = format!(" id=\"{}\"", provision.anchor);
            assert_eq!(html.matches(&id).count(), 1, "{text}\n{html}");
            let (_, at) = remarks.iter().find(|(of, _)| *of == index).expect("a place for remarks");
            let around = open_elements(&html[..*at]);
            assert!(around.iter().all(|name| matches!(*name, "ol" | "ul" | "li")), "{around:?}\n{html}");
            assert!(!matches!(around.last(), Some(&"ol" | &"ul")), "{text}\n{html}");
        }
    }
}

#[test]
fn a_number_that_is_no_text_is_no_link() {
    for (text, expected) in [
        ("Điều 1. Tên\n\nMột đoạn:\n3. Ba\n", &["dieu-1-khoan-3"][..]),
        ("Điều 1. Thử\n\n  1.  A paragraph\n      with two lines.\n\n      > A block quote.\n", &[]),
    ] {
        let (body, mut page, mut html) = (resolution(text), Bare::default(), String::new());
        write_html(body.pieces(), &mut page, &mut html);
        assert_eq!(page.numbers, expected, "{html}");
    }
}
