//! Lists of resolutions by status.

use crate::crawl;
use crate::harness::{Built, site};

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
    for wanted in ["<h1>Resolutions: Not yet in force</h1>", "<caption>1 resolution · Newest first</caption>"]
    {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
}
