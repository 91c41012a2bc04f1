//! Lists of resolutions: by status, and what narrows them.

use serde_json::{Value, json};

use crate::crawl;
use crate::harness::{Ask, Built, build, demo, inputs, site};

/// Four resolutions: in force, replaced, coming, and one of which nothing is known.
const FOUR: &str = "//- content/resolutions/old.md
---
title: Mức thu cũ
number: 10/2020/NQ-HĐND
date: 2020-07-01
effective: 2020-07-11
session: Kỳ họp thứ 5, khóa X
topics: [Ngân sách, Đất đai]
---
## Điều 1. Mức thu
//- content/resolutions/new.md
---
title: Mức thu \"mới\" <2024>
number: 20/2024/NQ-HĐND
date: 2024-07-01
effective: 2024-07-11
expires: 2026-12-31
replaces: 10/2020/NQ-HĐND
session: Kỳ họp thứ 1, khóa XI
topics: [Ngân sách]
---
## Điều 1. Mức thu
//- content/resolutions/coming.md
---
title: Đặt tên đường
number: 9/NQ-HĐND
date: 2025-12-20
effective: 2026-02-01
---
//- content/resolutions/unknown.md
---
title: Không rõ ngày
---
";

fn clean(text: &str) -> Built {
    let built = site(text);
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
    built
}

#[test]
fn resolutions_of_each_status_have_their_own_list() {
    let built = clean(FOUR);
    let lists: Vec<&str> = built
        .files
        .keys()
        .filter_map(|file| file.strip_prefix("nghi-quyet/")?.strip_suffix("/index.html"))
        .filter(|name| !name.contains("nq-hdnd") && !name.starts_with("nam-"))
        .collect();
    assert_eq!(
        lists,
        ["chua-co-hieu-luc", "chua-xac-dinh", "con-hieu-luc", "het-hieu-luc-toan-bo", "unknown"]
    );
    let page = built.page("nghi-quyet/het-hieu-luc-toan-bo/index.html");
    for wanted in [
        "<h1>Nghị quyết: Hết hiệu lực toàn bộ</h1>",
        "<a class=\"chip\" href=\"/nghi-quyet/het-hieu-luc-toan-bo/\" aria-current=\"page\">Hết hiệu lực toàn bộ <span \
         class=\"count\">(1)</span></a>",
        "<a class=\"chip\" href=\"/nghi-quyet/con-hieu-luc/\">",
        "Tính đến ngày <time datetime=\"2026-01-01\">01/01/2026</time>.",
        "<caption>1 nghị quyết · Mới nhất trước</caption>",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    let table = &page[page.find("<table").unwrap()..];
    assert!(table.contains("10/2020/NQ-HĐND") && !table.contains("20/2024/NQ-HĐND"));
    let all = built.page("nghi-quyet/index.html");
    assert!(all.contains("Chưa có hiệu lực <span class=\"count\">(1)</span>"));
    assert!(!all.contains("Tính đến ngày"), "the list of all is of no day");
}

#[test]
fn the_index_has_every_row_once_and_says_what_comes() {
    let built = clean(FOUR);
    let index: Value = serde_json::from_slice(&built.files["nghi-quyet/danh-muc.json"]).unwrap();
    let expected = json!({
        "base": "/nghi-quyet/",
        "paths": ["9-nq-hdnd-2025", "20-2024-nq-hdnd", "10-2020-nq-hdnd", "unknown"],
        "numbers": ["9/NQ-HĐND", "20/2024/NQ-HĐND", "10/2020/NQ-HĐND", ""],
        "titles": ["Đặt tên đường", "Mức thu \"mới\" <2024>", "Mức thu cũ", "Không rõ ngày"],
        "dates": ["2025-12-20", "2024-07-01", "2020-07-01", ""],
        "statuses": [1, 0, 3, 6],
        "sessions": [null, 0, 1, null],
        "topics": [[], [0], [0, 1], []],
        "abstracts": [0, 3],
        "later": {"0": [["2026-02-01", 0]], "1": [["2027-01-01", 3]]},
        "status_names": ["in_force", "not_yet", "partly_expired", "expired", "suspended", "partly_suspended", "unknown"],
        "session_names": [
            ["Kỳ họp thứ 1, khóa XI", "/ky-hop/khoa-xi-ky-hop-1/", "xi"],
            ["Kỳ họp thứ 5, khóa X", "/ky-hop/khoa-x-ky-hop-5/", "x"],
        ],
        "topic_names": ["ngan-sach", "dat-dai"],
    });
    assert_eq!(index, expected);
    // The badge of a row in the page brings the same.
    let page = built.page("nghi-quyet/index.html");
    let badge = "<span class=\"tag status-in_force\" data-later=\"2027-01-01 expired Hết hiệu lực toàn bộ\">";
    assert!(page.contains(badge), "{page}");
}

#[test]
fn what_narrows_the_list_waits_in_a_template() {
    let built = clean(FOUR);
    let page = built.page("nghi-quyet/index.html");
    for wanted in [
        "<template data-index=\"/nghi-quyet/danh-muc.json\">",
        "<option value=\"2024\">2024 (1)</option>",
        "<option value=\"xi\">Khóa XI (1)</option>",
        "<option value=\"ngan-sach\">Ngân sách (2)</option>",
        "<option value=\"het-hieu-luc-toan-bo\" data-status=\"expired\">Hết hiệu lực toàn bộ</option>",
        "name=\"tinh-trang\"",
        "data-words=\"Đang hiển thị {shown} trong {total} nghị quyết\"",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    assert!(built.page("nghi-quyet/nam-2024/index.html").contains(".js\" data-year=\"2024\">"));
    let status = built.page("nghi-quyet/con-hieu-luc/index.html");
    assert!(status.contains(".js\" data-status=\"in_force\">"));
    let news = clean(&format!("//- content/news/n.md\n---\ntitle: Tin\n---\n{FOUR}"));
    assert!(
        !news.page("tin-tuc/index.html").contains("list.js"),
        "only the list of resolutions has an index"
    );
}

#[test]
fn addresses_of_the_index_lie_below_the_path_of_the_portal() {
    let built = build(inputs(FOUR), &Ask { base_url: Some("https://thu.example/cong/"), ..Ask::default() });
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
    let index: Value = serde_json::from_slice(&built.files["nghi-quyet/danh-muc.json"]).unwrap();
    assert_eq!(index["base"], "/cong/nghi-quyet/");
    assert_eq!(index["session_names"][0][1], "/cong/ky-hop/khoa-xi-ky-hop-1/");
    let page = built.page("nghi-quyet/index.html");
    assert!(page.contains("data-index=\"/cong/nghi-quyet/danh-muc.json\""));
}

#[test]
fn the_index_does_not_depend_on_threads() {
    let index = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let built = pool.install(|| build(demo(200), &Ask::default()));
        built.files["nghi-quyet/danh-muc.json"].clone()
    };
    assert_eq!(index(1), index(4));
}

#[test]
fn a_document_at_the_address_of_a_list_is_told() {
    let built = site(
        "//- content/resolutions/a.md
---
title: A
date: 2024-01-05
effective: 2024-01-05
slug: con-hieu-luc
---
",
    );
    assert_eq!(built.codes(), ["address-taken"]);
    assert!(built.problems().contains("content/resolutions/a.md"), "{}", built.problems());
    let other = site(
        "//- congbao.yaml
title: Cổng
base_url: https://thu.example/
sections: {status_in_force: dang-ap-dung}
organization: HĐND tỉnh Thử
checks: {missing-number: off, missing-signer: off, missing-topic: off}
//- content/resolutions/a.md
---
title: A
date: 2024-01-05
effective: 2024-01-05
slug: con-hieu-luc
---
",
    );
    assert_eq!(other.problems(), "");
    assert!(other.files.contains_key("nghi-quyet/dang-ap-dung/index.html"));
}

#[test]
fn statuses_have_english_addresses_in_an_english_frame() {
    let built = clean(&format!(
        "//- congbao.yaml\ntitle: Portal\nbase_url: https://thu.example/\nlanguage: en\n{FOUR}"
    ));
    let page = built.page("resolutions/not-yet-in-force/index.html");
    for wanted in [
        "<h1>Resolutions: Not yet in force</h1>",
        "<caption>1 resolution · Newest first</caption>",
        "<template data-index=\"/resolutions/index.json\">",
        "<option value=\"no-longer-in-force\" data-status=\"expired\">No longer in force</option>",
        "<option value=\"subject\" data-sort=\"title\">",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    assert!(built.files.contains_key("resolutions/index.json"));
}
