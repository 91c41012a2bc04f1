//! Charts: they are there where there is something to see, tell their figures in words, and the same figures stand in
//! a list or table beside them.

use crate::crawl;
use crate::harness::{Built, site};

fn clean(text: &str) -> Built {
    let built = site(text);
    assert!(built.diagnostics.is_empty(), "{}", built.problems());
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
    built
}

/// The descriptions of all pictures of a page; each stands there twice, for wide and for narrow screens.
fn descriptions(page: &str) -> Vec<String> {
    let found = page.split("<desc").skip(1);
    let found =
        found.filter_map(|part| part.split_once('>')?.1.split_once("</desc>")).map(|(words, _)| words);
    let found: Vec<String> = found.map(str::to_owned).collect();
    let (wide, narrow): (Vec<_>, Vec<_>) = found.iter().cloned().enumerate().partition(|(at, _)| at % 2 == 0);
    let strip = |list: Vec<(usize, String)>| list.into_iter().map(|(_, words)| words).collect::<Vec<_>>();
    let (wide, narrow) = (strip(wide), strip(narrow));
    assert_eq!(wide, narrow);
    wide
}

/// The words of a page without its pictures and tags.
fn words(page: &str) -> String {
    let mut text = String::new();
    for (at, part) in page.split("<svg").enumerate() {
        text.push_str(if at == 0 { part } else { part.split_once("</svg>").unwrap().1 });
    }
    let mut words = String::new();
    for part in text.split('<') {
        words.push(' ');
        words.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn votes_are_shown_as_shares_of_all_delegates() {
    let built = clean(
        "//- content/sessions/a.md
---
term: XIV
number: 2
attendance:
  - {sitting: Khai mạc, total: 66, present: 60, excused: 4, unexcused: 2}
statistics:
  Lượt phát biểu: 86
  Lượt phát biểu của đại biểu HĐND tỉnh: 59
---
//- content/resolutions/1-nq-hdnd.md
---
title: Về dự toán
number: 1/NQ-HĐND
date: 2022-12-09
session: Kỳ họp thứ 2, khóa XIV
vote: {total: 66, present: 66, for: 58, against: 5, abstain: 3}
---
//- content/resolutions/2-nq-hdnd.md
---
title: Về đất đai
number: 2/NQ-HĐND
date: 2022-12-09
session: Kỳ họp thứ 2, khóa XIV
vote: {statement: 100% đại biểu dự họp tán thành}
---
//- content/resolutions/3-nq-hdnd.md
---
title: Về giá nước
number: 3/NQ-HĐND
date: 2022-12-09
session: Kỳ họp thứ 2, khóa XIV
vote: {present: 60, for: 60}
---
",
    );
    let page = built.page("nghi-quyet/1-nq-hdnd-2022/index.html");
    let told = "Tán thành: 58 (87,9%); Không tán thành: 5 (7,6%); Không biểu quyết: 3 (4,5%).";
    assert_eq!(descriptions(page), [told]);
    assert!(page.contains("class=\"half\"") && page.contains("class=\"stripes\""), "{page}");
    let read = words(page);
    for figure in ["Tán thành 58 (87,9%)", "Không tán thành 5 (7,6%)", "Không biểu quyết 3 (4,5%)"]
    {
        assert!(read.contains(figure), "{figure}: {read}");
    }
    // Only the sentence that the source gives; only the counts where those of all delegates are not known.
    let page = built.page("nghi-quyet/2-nq-hdnd-2022/index.html");
    assert!(page.contains("100% đại biểu dự họp tán thành") && !page.contains("<svg"), "{page}");
    let page = built.page("nghi-quyet/3-nq-hdnd-2022/index.html");
    assert!(page.contains("<dd>60</dd>") && !page.contains("<svg"), "{page}");

    let page = built.page("ky-hop/khoa-xiv-ky-hop-2/index.html");
    let told = [
        "Lượt phát biểu: 86. Đại biểu HĐND tỉnh: 59; Người phát biểu khác: 27.",
        "1/NQ-HĐND: 87,9%.",
        "Khai mạc: 60/66.",
    ];
    assert_eq!(descriptions(page), told);
    let read = words(page);
    for figure in
        ["Đại biểu HĐND tỉnh 59", "Người phát biểu khác 27", "1/NQ-HĐND 58 (87,9%) 5 (7,6%) 3 (4,5%)"]
    {
        assert!(read.contains(figure), "{figure}: {read}");
    }
}
