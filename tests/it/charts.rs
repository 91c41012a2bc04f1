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

#[test]
fn years_are_counted_and_lead_to_their_pages() {
    let resolution = |number: u32, year: u32| {
        format!(
            "//- content/resolutions/{number}-{year}.md
---
title: Về việc {number}
number: {number}/NQ-HĐND
date: {year}-12-09
issuer: HĐND tỉnh Thử
topics: [Ngân sách]
---
"
        )
    };
    let one_year = clean(&[resolution(1, 2021), resolution(2, 2021)].concat());
    for page in ["index.html", "chu-de/ngan-sach/index.html"] {
        assert!(!one_year.page(page).contains("<svg"), "{page}");
    }
    let built = clean(&[resolution(1, 2021), resolution(2, 2021), resolution(3, 2023)].concat());
    let body = built
        .files
        .keys()
        .find(|file| file.starts_with("co-quan/") && file.ends_with("/index.html") && file.len() > 20)
        .unwrap()
        .clone();
    for file in ["index.html", "chu-de/ngan-sach/index.html", &body] {
        let page = built.page(file);
        assert_eq!(descriptions(page), ["2021: 2; 2023: 1."], "{file}");
        let read = words(page);
        assert!(read.contains("2021 (2)") && read.contains("2023 (1)"), "{file}: {read}");
        assert!(page.contains("<a class=\"chip\" href=\"/nghi-quyet/nam-2021/\">2021"), "{file}: {page}");
        // The year between stands in the picture.
        assert!(page.contains(">2022</text>"), "{file}");
    }
}

#[test]
fn offices_lie_in_lanes_and_mentions_in_years() {
    let built = clean(
        "//- content/officials/nguyen-van-mau.md
---
name: Nguyễn Văn Mẫu
roles:
  - {title: Chủ tịch, start: 2021-02-24, source: news/a}
  - {title: Chủ tịch, start: 2023-07-12, source: news/b}
  - {title: Ủy viên, end: 2022-06}
---
//- content/officials/tran-thi-thu.md
---
name: Trần Thị Thử
roles:
  - {title: Chủ tịch, start: 2021-02-24, source: news/a}
---
//- content/news/a.md
---
title: Tin một
date: 2021-02-24
officials: [Nguyễn Văn Mẫu, Trần Thị Thử]
---
//- content/news/b.md
---
title: Tin hai
date: 2023-07-12
officials: [Nguyễn Văn Mẫu]
---
",
    );
    let page = built.page("dai-bieu/nguyen-van-mau/index.html");
    let told = descriptions(page);
    assert!(
        told[0].starts_with("Chủ tịch: 24/02/2021 – 12/7/2023; Ủy viên: 01/6/2022 – 30/6/2022. "),
        "{told:?}"
    );
    assert!(told[0].contains("không phải ngày bổ nhiệm"), "{told:?}");
    assert_eq!(told[1], "2021: 1; 2023: 1.");
    // Two dots in each drawing; the end of one office and the beginning of the other are open.
    assert_eq!(page.matches("<circle").count(), 4);
    assert_eq!(page.matches("class=\"tail").count(), 4);
    let read = words(page);
    for figure in ["24/02/2021", "12/7/2023", "2021 (1)", "2023 (1)"] {
        assert!(read.contains(figure), "{figure}: {read}");
    }
    let page = built.page("dai-bieu/tran-thi-thu/index.html");
    assert!(page.contains("24/02/2021") && !page.contains("<svg"), "{page}");
}

#[test]
fn a_resolution_stands_among_the_documents_around_it() {
    let citing = |number: u32| {
        format!(
            "//- content/resolutions/{number}.md
---
title: Về việc {number}
number: {number}/NQ-HĐND
date: 2022-12-09
issuer: HĐND tỉnh Thử
based_on: [1/NQ-HĐND (2021)]
---
"
        )
    };
    let citing = (2..=9).map(citing).collect::<Vec<_>>().concat();
    let text = format!(
        "//- content/resolutions/1.md
---
title: Về dự toán
number: 1/NQ-HĐND
date: 2021-12-09
issuer: HĐND tỉnh Thử
based_on: [77/2015/QH13]
---
//- content/resolutions/10.md
---
title: Về sửa đổi
number: 10/NQ-HĐND
date: 2023-12-09
effective: 2023-12-19
issuer: HĐND tỉnh Thử
amends: [1/NQ-HĐND (2021)]
---
{citing}//- content/documents.yaml
- symbol: 77/2015/QH13
  type: Luật
  title: Tổ chức chính quyền địa phương
"
    );
    let built = clean(&text);
    let page = built.page("nghi-quyet/1-nq-hdnd-2021/index.html");
    let told = descriptions(page);
    assert!(
        told[0].starts_with("Dẫn chiếu đến: 1; Được dẫn chiếu bởi: 8; Được thay đổi bởi: 1. "),
        "{told:?}"
    );
    let graph = page.split("<svg").nth(1).unwrap().split("</svg>").next().unwrap();
    assert!(graph.contains("role=\"group\"") && !graph.contains("role=\"img\""), "{graph}");
    // One it rests on, one that changes it, five that rest on it and what leads to the others.
    assert_eq!(graph.matches("<a href").count(), 8, "{graph}");
    assert!(
        graph.contains("<a href=\"#_van-ban-lien-quan\">") && graph.contains("và 3 văn bản khác"),
        "{graph}"
    );
    for address in graph.split("<a href=\"").skip(1).filter_map(|part| part.split('"').next()) {
        assert!(page.matches(&format!("\"{address}\"")).count() > 1, "{address} is only in the picture");
    }
    // A document with one other beside it: the list says it as well.
    let page = built.page("nghi-quyet/10-nq-hdnd-2023/index.html");
    assert!(page.contains("1/NQ-HĐND") && !page.contains("<svg"), "{page}");
}
