//! Who refers to what: groups of citing documents, years of an official, pages of long lists.

use crate::crawl;
use crate::harness::{Built, site};

fn clean(text: &str) -> Built {
    let built = site(text);
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
    built
}

fn resolution(name: &str, number: &str, date: &str, body: &str) -> String {
    format!(
        "//- content/resolutions/{name}.md\n---\ntitle: Nghị quyết {name}\nnumber: {number}\ndate: {date}\n---\n{body}\n"
    )
}

/// The words of `page` in the order they are asked for, each behind the one before.
fn in_order(page: &str, words: &[&str]) {
    let mut rest = page;
    for word in words {
        let (_, behind) =
            rest.split_once(word).unwrap_or_else(|| panic!("`{word}` is not behind the others in\n{page}"));
        rest = behind;
    }
}

/// Three resolutions that cite a decree as basis, as a whole and by provision.
fn citing() -> String {
    const DECREE: &str = "Nghị định số 30/2020/NĐ-CP";
    resolution(
        "a",
        "1/NQ-HĐND",
        "2021-07-10",
        &format!("Căn cứ {DECREE};\n\n## Điều 1. Một\n\nTheo khoản 2 Điều 8 {DECREE} và Điều 10 {DECREE}."),
    ) + &resolution(
        "b",
        "2/NQ-HĐND",
        "2023-07-10",
        &format!("Căn cứ {DECREE};\n\n## Điều 1. Một\n\nTheo khoản 1 và khoản 2 Điều 8 {DECREE}."),
    ) + &resolution(
        "c",
        "3/NQ-HĐND",
        "2022-07-10",
        &format!("Xét Tờ trình; Theo đề nghị tại {DECREE};\n\n## Điều 1. Một\n\nThực hiện {DECREE}."),
    )
}

#[test]
fn citing_documents_are_grouped_by_role_and_provision_and_run_from_new_to_old() {
    let built = clean(&citing());
    let page = built.page("van-ban/30-2020-nd-cp/index.html");
    in_order(
        page,
        &[
            "3 văn bản",
            "Văn bản lấy văn bản này làm căn cứ",
            "(2)",
            "/nghi-quyet/2-nq-hdnd-2023/",
            "/nghi-quyet/1-nq-hdnd-2021/",
            "Văn bản ban hành sau khi xét văn bản này",
            "(1)",
            "/nghi-quyet/3-nq-hdnd-2022/",
            "Văn bản dẫn chiếu đến văn bản này",
            "(3)",
            "Cả văn bản",
            "/nghi-quyet/3-nq-hdnd-2022/#dieu-1",
            "<h4>khoản 1 Điều 8</h4>",
            "/nghi-quyet/2-nq-hdnd-2023/",
            "khoản 1 và khoản 2 Điều 8",
            "<h4>khoản 2 Điều 8</h4>",
            "/nghi-quyet/2-nq-hdnd-2023/",
            "/nghi-quyet/1-nq-hdnd-2021/#dieu-1\">Điều 1</a>",
            "<q>",
            "<h4>Điều 10</h4>",
            "/nghi-quyet/1-nq-hdnd-2021/",
        ],
    );
}

#[test]
fn a_resolution_tells_who_cites_its_provisions() {
    let built = clean(
        &(resolution("a", "1/NQ-HĐND", "2021-07-10", "## Điều 1. Một\n\n## Điều 2. Hai")
            + &resolution(
                "b",
                "2/NQ-HĐND",
                "2022-07-10",
                "Căn cứ Nghị quyết số 1/NQ-HĐND ngày 10/7/2021 của HĐND tỉnh;\n\n## Điều 1. Một\n\nTheo Điều 2 Nghị quyết số 1/NQ-HĐND ngày 10/7/2021 của HĐND tỉnh.",
            )),
    );
    let page = built.page("nghi-quyet/1-nq-hdnd-2021/index.html");
    in_order(
        page,
        &[
            "Văn bản lấy văn bản này làm căn cứ",
            "/nghi-quyet/2-nq-hdnd-2022/",
            "Văn bản dẫn chiếu đến văn bản này",
            "<h4><a href=\"#dieu-2\">Điều 2</a></h4>",
            "/nghi-quyet/2-nq-hdnd-2022/#dieu-1",
        ],
    );
    assert!(!page.contains("Cả văn bản"), "there is nothing to tell it from");
}

#[test]
fn in_english_the_words_are_english_and_the_quotations_vietnamese() {
    let built = clean(
        &(citing()
            + "//- congbao.yaml\ntitle: Portal\nbase_url: https://thu.example/\norganization: HĐND tỉnh Thử\nlanguage: en\n"),
    );
    let page = built.page("documents/30-2020-nd-cp/index.html");
    in_order(
        page,
        &[
            "Documents that take this document as their legal basis",
            "<span class=\"sub\" lang=\"vi\">",
            "Documents that refer to this document",
            "The document as a whole",
            "<h4 lang=\"vi\">Điều 10</h4>",
        ],
    );
}

#[test]
fn long_lists_of_citing_documents_are_paged_and_count_documents() {
    let mut text =
        "//- congbao.yaml\ntitle: Cổng thử\nbase_url: https://thu.example/\nper_page: 10\n".to_owned();
    for number in 1..=25 {
        text += &resolution(
            &format!("n{number}"),
            &format!("{number}/NQ-HĐND"),
            "2021-07-10",
            "Căn cứ Nghị định số 30/2020/NĐ-CP;\n\nTheo Điều 8 Nghị định số 30/2020/NĐ-CP.",
        );
    }
    let built = clean(&text);
    let first = built.page("van-ban/30-2020-nd-cp/index.html");
    in_order(first, &["25 văn bản · Trang 1 trong 5", "Văn bản lấy văn bản này làm căn cứ", "(25)"]);
    assert!(!first.contains("Văn bản dẫn chiếu đến văn bản này"));
    let third = built.page("van-ban/30-2020-nd-cp/trang-3/index.html");
    in_order(
        third,
        &["Văn bản lấy văn bản này làm căn cứ", "Văn bản dẫn chiếu đến văn bản này", "(25)", "Điều 8"],
    );
    assert!(built.files.contains_key("van-ban/30-2020-nd-cp/trang-5/index.html"));
    assert!(!built.files.contains_key("van-ban/30-2020-nd-cp/trang-6/index.html"));
}

#[test]
fn an_official_is_listed_by_year_with_the_sentences() {
    let news = |name: &str, fields: &str, body: &str| {
        format!("//- content/news/{name}.md\n---\ntitle: Tin {name}\n{fields}---\n{body}\n")
    };
    let built = clean(
        &("//- content/officials/a.md\n---\nname: Nguyễn Xuân Thử\n---\nNguyễn Xuân Thử sinh năm 1970.\n"
            .to_owned()
            + &news("cu", "date: 2021-05-01\n", "Đồng chí Nguyễn Xuân Thử dự.")
            + &news("moi", "date: 2023-05-01\n", "Đồng chí Nguyễn Xuân Thử chủ trì.")
            + &news("giua", "date: 2023-02-01\nofficials: [Nguyễn Xuân Thử]\n", "Không nêu tên.")
            + &news("khong-ngay", "officials: [Nguyễn Xuân Thử]\n", "")),
    );
    let page = built.page("dai-bieu/a/index.html");
    in_order(
        page,
        &[
            "Được nhắc trong văn bản",
            "4 văn bản",
            "<h3>2023</h3>",
            "/tin-tuc/moi/",
            "<q>Đồng chí Nguyễn Xuân Thử chủ trì.</q>",
            "/tin-tuc/giua/",
            "<h3>2021</h3>",
            "/tin-tuc/cu/",
            "<q>Đồng chí Nguyễn Xuân Thử dự.</q>",
            "<h3>Nguồn chưa ghi ngày</h3>",
            "/tin-tuc/khong-ngay/",
        ],
    );
}
