//! Citations and people in texts: what is linked, where to, and what stays plain.

use crate::crawl;
use crate::harness::{Built, site};

fn clean(text: &str) -> Built {
    let built = site(text);
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
    built
}

const HELD: &str = "//- content/resolutions/128.md
---
title: Nhiệm vụ năm 2023
number: 128/NQ-HĐND
date: 2022-12-09
---
## Điều 1. Phạm vi

## Điều 2. Đối tượng

## Điều 3. Mục tiêu
";

fn news(body: &str) -> String {
    format!("{HELD}//- content/news/n.md\n---\ntitle: Tin\ndate: 2023-07-12\n---\n{body}\n")
}

#[test]
fn a_citation_leads_to_the_provision_where_the_document_is_held() {
    let built =
        clean(&news("Theo Điều 3 Nghị quyết số 128/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh về nhiệm vụ."));
    let page = built.page("tin-tuc/n/index.html");
    assert!(
        page.contains("<a class=\"reference\" href=\"/nghi-quyet/128-nq-hdnd-2022/#dieu-3\">Điều 3 Nghị quyết số 128/NQ-HĐND ngày 09/12/2022</a>"),
        "{page}"
    );
    let cited = built.page("nghi-quyet/128-nq-hdnd-2022/index.html");
    assert!(cited.contains("Được dẫn chiếu bởi") && cited.contains("/tin-tuc/n/"));
}

#[test]
fn no_link_is_a_guess() {
    for body in [
        // Another council's resolution of the same number, year and type.
        "Theo Nghị quyết số 128/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh Khác về việc khác.",
        // Another year.
        "Theo Nghị quyết số 128/NQ-HĐND ngày 09/12/2021 của HĐND tỉnh về việc khác.",
        // Another type.
        "Theo Quyết định số 128/NQ-HĐND ngày 09/12/2022.",
        // No year, and nothing before that tells it.
        "Theo Nghị quyết số 128/NQ-HĐND.",
        "HĐND tỉnh thông qua 25 nghị quyết, ngày 08/12/2020, giai đoạn 2021-2026.",
    ] {
        let built = clean(&news(body));
        assert!(!built.page("tin-tuc/n/index.html").contains("class=\"reference\""), "{body}");
    }
}

#[test]
fn a_short_form_leans_on_the_full_one_before_it() {
    let built = clean(&news(
        "Theo Nghị quyết số 128/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh.\n\nTiếp tục thực hiện Nghị quyết số 128/NQ-HĐND.",
    ));
    assert_eq!(built.page("tin-tuc/n/index.html").matches("class=\"reference\"").count(), 2);
}

#[test]
fn what_is_cited_twice_gets_a_page_and_what_is_cited_once_does_not() {
    let built = clean(&news(
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; Nghị định số 31/2020/NĐ-CP của Chính phủ.\n\nTheo Điều 8 Nghị định số 30/2020/NĐ-CP.",
    ));
    let page = built.page("van-ban/30-2020-nd-cp/index.html");
    assert!(page.contains("/tin-tuc/n/") && page.contains("Điều 8") && page.contains("05/3/2020"));
    assert!(!built.files.contains_key("van-ban/31-2020-nd-cp/index.html"));
    assert_eq!(built.page("tin-tuc/n/index.html").matches("href=\"/van-ban/30-2020-nd-cp/\"").count(), 2);
}

#[test]
fn a_citation_with_another_day_is_told() {
    let built = clean(&news("Theo Nghị quyết số 128/NQ-HĐND ngày 08/12/2022 của HĐND tỉnh."));
    assert!(built.codes().contains(&"citation-date-differs"), "{}", built.problems());
    for day in ["09/12/2022", "10/12/2022"] {
        let issued = HELD.replace("date: 2022-12-09\n", "date: 2022-12-09\nissued: 2022-12-10\n");
        let text = news(&format!("Theo Nghị quyết số 128/NQ-HĐND ngày {day} của HĐND tỉnh."));
        assert_eq!(clean(&text.replace(HELD, &issued)).codes(), Vec::<&str>::new(), "{day}");
    }
}

#[test]
fn links_of_editors_and_code_are_left_alone() {
    let built = clean(&news(
        "[Nghị quyết số 128/NQ-HĐND ngày 09/12/2022](../resolutions/128.md) và `Nghị quyết số 128/NQ-HĐND ngày 09/12/2022` và *Nghị quyết* số **128/NQ-HĐND** ngày 09/12/2022.",
    ));
    let page = built.page("tin-tuc/n/index.html");
    assert_eq!(page.matches("class=\"reference\"").count(), 1, "{page}");
    assert!(page.contains("<a class=\"reference\" href=\"/nghi-quyet/128-nq-hdnd-2022/\"><em>Nghị quyết</em> số <strong>128/NQ-HĐND</strong> ngày 09/12/2022</a>"), "{page}");
}

#[test]
fn people_are_linked_once_in_each_paragraph_with_their_office() {
    let built = clean(
        "//- content/officials/a.md
---
name: Nguyễn Xuân Thử
roles: [{title: Chủ tịch HĐND tỉnh, start: 2021}]
---
//- content/news/n.md
---
title: Tin
date: 2023-07-12
byline: Nguyễn Xuân Thử
---
Đồng chí Nguyễn Xuân Thử, Chủ tịch HĐND tỉnh, chủ trì. Đồng chí Nguyễn Xuân Thử kết luận.

Ông NGUYỄN XUÂN THỬ phát biểu. Ông Nguyễn Xuân Thửa không phải đại biểu.
",
    );
    let page = built.page("tin-tuc/n/index.html");
    assert_eq!(page.matches("class=\"named\"").count(), 2, "{page}");
    assert!(page.contains("title=\"Chủ tịch HĐND tỉnh\">Nguyễn Xuân Thử</a>"), "{page}");
    assert!(built.page("dai-bieu/a/index.html").contains("/tin-tuc/n/"));
}

#[test]
fn namesakes_are_told_apart_by_office_or_left_alone() {
    let built = clean(
        "//- content/officials/a.md
---
name: Trần Văn An
roles: [{title: Giám đốc Sở Y tế, start: 2021}]
---
//- content/officials/b.md
---
name: Trần Văn An
roles: [{title: Bí thư Huyện ủy, start: 2021}]
---
//- content/news/n.md
---
title: Tin
date: 2023-07-12
---
Đồng chí Trần Văn An, Giám đốc Sở Y tế, báo cáo.

Đồng chí Trần Văn An phát biểu.
",
    );
    let page = built.page("tin-tuc/n/index.html");
    assert_eq!(page.matches("class=\"named\"").count(), 1, "{page}");
    assert!(page.contains("href=\"/dai-bieu/a/\""));
}

/// Two officials of one name: `a` chaired the council, `b` chairs the people's committee.
const NAMESAKES: &str = "//- congbao.yaml
title: Cổng thử
base_url: https://nq.example
organization: HĐND tỉnh Thử
//- content/officials/a.md
---
name: Trần Văn An
roles: [{title: Chủ tịch, body: HĐND tỉnh Thử, start: 2016-06-20, end: 2021-06-28}]
---
//- content/officials/b.md
---
name: Trần Văn An
roles: [{title: Chủ tịch, body: UBND tỉnh Thử, start: 2019-06-29, end: 2026-06-30}]
---
";

/// Whom each mention of the name in a resolution of this day leads to, then the codes of all problems about people.
fn namesakes(date: &str, fields: &str, body: &str) -> String {
    let built = site(&format!(
        "{NAMESAKES}//- content/resolutions/r.md\n---\ntitle: A\nnumber: 1/NQ-HĐND\ndate: {date}\n{fields}---\n{body}\n"
    ));
    let year = &date[..4];
    let page = built.page(&format!("nghi-quyet/1-nq-hdnd-{year}/index.html"));
    let named = page.split("class=\"named\" href=\"/dai-bieu/").skip(1).filter_map(|rest| rest.get(..1));
    let mut told: Vec<&str> = named.collect();
    let codes = built.codes();
    told.extend(codes.iter().copied().filter(|code| code.starts_with("ambiguous")));
    told.join(" ")
}

#[test]
fn offices_in_a_text_tell_namesakes_apart_on_the_day() {
    for (date, fields, body, expected) in [
        ("2018-07-10", "", "Ông Trần Văn An, Chủ tịch HĐND tỉnh, chủ trì.", "a"),
        ("2018-07-10", "", "Ông Trần Văn An, Chủ tịch Hội đồng nhân dân tỉnh Thử, chủ trì.", "a"),
        ("2018-07-10", "", "Ông Trần Văn An, Chủ tịch, chủ trì.", "a"),
        ("2020-07-10", "", "Ông Trần Văn An, Chủ tịch Ủy ban nhân dân tỉnh, trình bày.", "b"),
        ("2020-07-10", "", "Chủ tịch UBND tỉnh Trần Văn An trình bày.", "b"),
        ("2024-07-10", "", "Ông Trần Văn An, nguyên Chủ tịch HĐND tỉnh, dự.", "a"),
        ("2024-07-10", "", "Ông Trần Văn An, Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, dự.", "b"),
        // Both chair something; neither holds it yet or any more; an office of neither; none said.
        ("2020-07-10", "", "Ông Trần Văn An, Chủ tịch, chủ trì.", "ambiguous-person"),
        ("2018-07-10", "", "Ông Trần Văn An, Chủ tịch UBND tỉnh, dự.", "ambiguous-person"),
        ("2024-07-10", "", "Ông Trần Văn An, Chủ tịch HĐND tỉnh, dự.", "ambiguous-person"),
        ("2020-07-10", "", "Ông Trần Văn An, Phó Chủ tịch UBND tỉnh, dự.", "ambiguous-person"),
        ("2020-07-10", "", "Ông Trần Văn An, Chủ tịch UBND tỉnh Khác, dự.", "ambiguous-person"),
        ("2020-07-10", "", "Ông Trần Văn An, Chủ tịch Hội Nông dân tỉnh, dự.", "ambiguous-person"),
        ("2018-07-10", "", "Ông Trần Văn An dự.\n\nÔng Trần Văn An về.", "ambiguous-person"),
        // The front matter settles what no office does.
        ("2020-07-10", "officials: [officials/b]\n", "Ông Trần Văn An dự.", "b"),
        ("2020-07-10", "officials: [officials/b]\n", "Ông Trần Văn An, Chủ tịch HĐND tỉnh, dự.", "a"),
        ("2020-07-10", "officials: [officials/a, officials/b]\n", "Ông Trần Văn An dự.", "ambiguous-person"),
        (
            "2020-07-10",
            "officials: [officials/b]\n",
            "Ông Trần Văn An, Giám đốc Sở Y tế, dự.",
            "ambiguous-person",
        ),
    ] {
        assert_eq!(namesakes(date, fields, body), expected, "{date} {fields} {body}");
    }
}

#[test]
fn front_matter_means_the_namesake_in_office() {
    for (date, fields, is_clear) in [
        ("2018-07-10", "signer: Trần Văn An\n", true),
        ("2020-07-10", "signer: Trần Văn An\n", true),
        // The chair of the people's committee signs nothing of the council.
        ("2024-07-10", "signer: Trần Văn An\n", false),
        ("2012-07-10", "signer: Trần Văn An\n", false),
        ("2018-07-10", "officials: [Trần Văn An]\n", true),
        ("2024-07-10", "officials: [Trần Văn An]\n", true),
        ("2020-07-10", "officials: [Trần Văn An]\n", false),
        ("2030-07-10", "officials: [Trần Văn An]\n", false),
    ] {
        let expected = if is_clear { "" } else { "ambiguous-reference" };
        assert_eq!(namesakes(date, fields, ""), expected, "{date} {fields}");
    }
    let built = clean(&format!(
        "{NAMESAKES}//- content/resolutions/r.md\n---\ntitle: A\nnumber: 1/NQ-HĐND\ndate: 2020-07-10\nsigner: Trần Văn An\n---\n
//- content/sessions/s.md\n---\nterm: X\nnumber: 1\nstart: 2020-07-10\nchairs: [Trần Văn An]\n---\n"
    ));
    let page = built.page("dai-bieu/a/index.html");
    assert!(
        page.contains("/nghi-quyet/1-nq-hdnd-2020/") && page.contains("/ky-hop/khoa-x-ky-hop-1/"),
        "{page}"
    );
    assert!(!built.page("dai-bieu/b/index.html").contains("/nghi-quyet/1-nq-hdnd-2020/"));
}

#[test]
fn no_part_of_a_name_leads_to_anyone() {
    let built = clean(
        "//- content/officials/a.md
---
name: Trần Thị Lan
sort_name: Lan Trần
other_names: [Tư Lan]
roles: [{title: Phó Chủ tịch, start: 2021}]
---
//- content/resolutions/r.md
---
title: A
number: 1/NQ-HĐND
date: 2022-07-10
---
Bầu bà Trần Thị Lan Anh; bà Nguyễn Trần Thị Lan; bà Trần Lan; bà Thị Lan; bà Lan Trần; bà Nguyễn Tư Lan.

Miễn nhiệm bà **Trần Thị Lan** Phương, bà Trần Thị Lan
Anh và bà TRẦN THỊ LAN CHI.

| Họ và tên | Chức vụ |
| --- | --- |
| Trần Thị Lan Hương | Ủy viên |

- Trần Thị Lan Ngọc
- Lê Trần Thị Lan
",
    );
    let page = built.page("nghi-quyet/1-nq-hdnd-2022/index.html");
    assert_eq!(page.matches("class=\"named\"").count(), 0, "{page}");
    assert!(!built.page("dai-bieu/a/index.html").contains("/nghi-quyet/1-nq-hdnd-2022/"));
}

/// The references of a resolution with this text, each with where it leads.
fn own_references(body: &str) -> String {
    let built = clean(&format!(
        "//- content/resolutions/a.md\n---\ntitle: A\nnumber: 5/2024/NQ-HĐND\ndate: 2024-07-10\n---\n{body}\n"
    ));
    let page = built.page("nghi-quyet/5-2024-nq-hdnd/index.html");
    let references = page.split("<a class=\"reference\" href=\"").skip(1).filter_map(|rest| {
        let (address, rest) = rest.split_once("\">")?;
        Some(format!("{} -> {address}", rest.split_once("</a>")?.0))
    });
    references.collect::<Vec<_>>().join("\n")
}

#[test]
fn words_within_a_text_lead_to_its_own_provisions() {
    const TEXT: &str = "## Điều 1. Một

### 1. Khoản một

Theo quy định tại khoản 2 Điều này, khoản này, Điều này và Điều 3 Nghị quyết này.

### 2. Khoản hai

Trừ trường hợp quy định tại Điều 1 Nghị quyết này, khoản 2 Điều này và khoản 9 Điều 3 Nghị quyết này.

## Điều 3. Ba

Theo Điều 5 Luật này, Điều 7 Nghị quyết này, khoản 1 Điều 1 Nghị quyết này, Điều 1 Quy định này.

Theo quy định tại Điều 1 của Luật nói trên, tại Điều 1 Thông tư nêu trên, tại Điều 1.
";
    assert_eq!(
        own_references(TEXT),
        "khoản 2 Điều này -> #dieu-1-khoan-2
Điều 3 Nghị quyết này -> #dieu-3
khoản 9 Điều 3 Nghị quyết này -> #dieu-3
khoản 1 Điều 1 Nghị quyết này -> #dieu-1-khoan-1
Điều 1 -> #dieu-1"
    );
}

#[test]
fn an_annex_has_articles_of_its_own() {
    const TEXT: &str = "## Điều 1. Một

## Điều 2. Hai

## Phụ lục I

### Điều 1. Phạm vi

Theo Điều 2 Quy định này, khoản 1 Điều 2 Nghị quyết này và theo quy định tại Điều 2.

### Điều 2. Đối tượng

Theo Điều 1 Nghị quyết này, Điều 1 của Quy định này và theo quy định tại Điều 7.
";
    assert_eq!(
        own_references(TEXT),
        "Điều 2 Quy định này -> #phu-luc-1-dieu-2
khoản 1 Điều 2 Nghị quyết này -> #dieu-2
Điều 2 -> #phu-luc-1-dieu-2
Điều 1 Nghị quyết này -> #dieu-1
Điều 1 của Quy định này -> #phu-luc-1-dieu-1"
    );
}

#[test]
fn two_councils_with_one_symbol_are_not_one_document() {
    let built = clean(&news(
        "Theo Nghị quyết số 9/NQ-HĐND ngày 01/7/2021 của HĐND tỉnh Khác; Nghị quyết số 9/NQ-HĐND ngày 02/7/2021 của HĐND tỉnh Xa.\n\nTheo Nghị quyết số 9/NQ-HĐND ngày 02/7/2021 của HĐND tỉnh Xa; Nghị quyết số 9/NQ-HĐND ngày 01/7/2021.",
    ));
    let page = built.page("tin-tuc/n/index.html");
    assert_eq!(page.matches("href=\"/van-ban/9-nq-hdnd-2021/\"").count(), 2, "{page}");
    assert!(built.page("van-ban/9-nq-hdnd-2021/index.html").contains("HĐND tỉnh Xa"));
}

#[test]
fn a_general_name_is_the_body_at_home() {
    let built = clean(
        &(news(
            "Theo Quyết định số 7/QĐ-UBND ngày 01/7/2021 của UBND tỉnh. Quyết định số 7/QĐ-UBND ngày 01/7/2021 của UBND tỉnh Khác.",
        ) + "//- content/documents.yaml\n- symbol: 7/QĐ-UBND\n  type: Quyết định\n  issuer: UBND tỉnh Khác\n  date: 2021-07-01\n"),
    );
    let page = built.page("tin-tuc/n/index.html");
    assert_eq!(page.matches("class=\"reference\"").count(), 1, "{page}");
    assert!(page.contains(">Quyết định số 7/QĐ-UBND ngày 01/7/2021</a> của UBND tỉnh Khác"), "{page}");
}

#[test]
fn a_law_and_a_resolution_of_one_number_have_two_pages() {
    let built = clean(&news(
        "Căn cứ Luật số 62/2020/QH14; Nghị quyết số 62/2020/QH14.\n\nTheo Luật số 62/2020/QH14; Nghị quyết số 62/2020/QH14.",
    ));
    let pages = built.files.keys().filter(|file| file.starts_with("van-ban/62-2020-qh14")).count();
    assert_eq!(pages, 2, "{:?}", built.files.keys());
}

#[test]
fn what_is_cited_and_unknown_is_a_gap() {
    let text = news(
        "Theo Nghị định số 31/2020/NĐ-CP ngày 05/3/2020; Luật số 77/2015/QH13; Nghị quyết số 9/NQ-HĐND của HĐND tỉnh Xa; Nghị quyết 43.\n\n## Hai\n\nTheo Nghị quyết số 9/NQ-HĐND của HĐND tỉnh Xa.",
    );
    let built = clean(&text);
    let page = built.page("du-lieu/khoang-trong/index.html");
    let (_, group) = page.split_once("Văn bản được dẫn, chưa có thông tin").unwrap();
    assert!(group.contains("<span class=\"count\">(2)</span>"), "{group}");
    let most = group.find("Nghị quyết số 9/NQ-HĐND").unwrap();
    let decree = group.find("Nghị định số 31/2020/NĐ-CP").unwrap();
    assert!(most < decree, "what is cited most comes first");
    assert!(group[most..decree].contains("<span>HĐND tỉnh Xa</span> · Được dẫn chiếu bởi"), "{group}");
    assert!(
        group[most..decree].contains("<a href=\"/tin-tuc/n/\">Tin</a>")
            && group[most..decree].contains("và 1 chỗ khác"),
        "{group}"
    );
    assert!(
        group[decree..].contains("<time datetime=\"2020-03-05\">") && group[decree..].contains("Chính phủ"),
        "{group}"
    );
    assert!(!group.contains("77/2015/QH13") && !group.contains("Nghị quyết số 43"), "{group}");
}

#[test]
fn a_document_that_is_listed_without_a_date_answers_to_a_citation_without_one() {
    let listed = "//- content/documents.yaml
- {symbol: 09-NQ/TU, type: Nghị quyết, issuer: Tỉnh ủy Thử}
- {symbol: 10-NQ/TU, type: Nghị quyết, issuer: Tỉnh ủy Thử, date: 2020-01-01}
- {symbol: 11-NQ/TU, type: Nghị quyết, issuer: Tỉnh ủy Thử}
- {symbol: 11-NQ/TU, type: Nghị quyết, issuer: Tỉnh ủy Khác}
";
    let built = clean(&format!(
        "{listed}{}",
        news(
            "Theo Nghị quyết số 09-NQ/TU của Tỉnh ủy; Nghị quyết số 10-NQ/TU; Nghị quyết số 11-NQ/TU; Nghị quyết số 09-NQ/TU ngày 01/02/2021."
        )
    ));
    let page = built.page("tin-tuc/n/index.html");
    assert_eq!(page.matches("class=\"reference\"").count(), 1, "{page}");
    assert!(page.contains(">Nghị quyết số 09-NQ/TU</a> của Tỉnh ủy"), "{page}");
}
