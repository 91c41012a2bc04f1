//! Small whole sites: what a page shows, how references are read, what is derived.

use congbao::link::Drafts;

use crate::crawl;
use crate::harness::{Ask, build, inputs, site};

fn clean(text: &str) -> crate::harness::Built {
    let built = site(text);
    assert!(built.diagnostics.is_empty(), "{}", built.problems());
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
    built
}

#[test]
fn three_ways_of_writing_a_session_name_one_page() {
    let built = clean(
        "//- content/sessions/khoa-xiv-ky-hop-14.md
---
term: XIV
number: 14
---
//- content/news/a.md
---
title: Tin một
session: Kỳ họp thứ 14, khóa XIV
---
//- content/news/b.md
---
title: Tin hai
session: {term: XIV, number: 14}
---
//- content/news/c.md
---
title: Tin ba
session: khoa-xiv-ky-hop-14
---
//- content/news/d.md
---
title: Tin bốn
session: KỲ HỌP THỨ 14 - KHOÁ XIV
---
",
    );
    let sessions: Vec<_> = built.files.keys().filter(|file| file.starts_with("ky-hop/khoa")).collect();
    assert_eq!(sessions, ["ky-hop/khoa-xiv-ky-hop-14/index.html"]);
    let page = built.page("ky-hop/khoa-xiv-ky-hop-14/index.html");
    for title in ["Tin một", "Tin hai", "Tin ba", "Tin bốn"] {
        assert!(page.contains(title), "{title}");
    }
}

#[test]
fn sessions_officials_topics_bodies_and_terms_are_made_from_references() {
    let built = clean(
        "//- content/resolutions/a.md
---
title: Về dự toán
number: 12/NQ-HĐND
date: 2022-12-09
signer: Trần Văn A
session: Kỳ họp thứ 5, khóa X
topics: [Ngân sách]
---
//- content/resolutions/b.md
---
title: Về phí
number: 3/2023/NQ-HĐND
date: 2023-07-10
issuer: HĐND tỉnh Khác
session: Kỳ họp thứ 6, khóa X
topics: [ngân  sách]
---
",
    );
    for file in [
        "nghi-quyet/12-nq-hdnd-2022/index.html",
        "nghi-quyet/3-2023-nq-hdnd/index.html",
        "nghi-quyet/nam-2022/index.html",
        "dai-bieu/tran-van-a/index.html",
        "ky-hop/khoa-x-ky-hop-5/index.html",
        "khoa/x/index.html",
        "chu-de/ngan-sach/index.html",
        "co-quan/hdnd-tinh-thu/index.html",
        "co-quan/hdnd-tinh-khac/index.html",
        "du-lieu/khoang-trong/index.html",
        "so-do-trang/index.html",
        "404.html",
    ] {
        assert!(built.files.contains_key(file), "{file} in {:?}", built.files.keys().collect::<Vec<_>>());
    }
    let fifth = built.page("ky-hop/khoa-x-ky-hop-5/index.html");
    assert!(fifth.contains("/ky-hop/khoa-x-ky-hop-6/"), "the session after");
    let topic = built.page("chu-de/ngan-sach/index.html");
    assert!(topic.contains("12/NQ-HĐND") && topic.contains("3/2023/NQ-HĐND"));
}

#[test]
fn decomposed_text_makes_the_same_pages() {
    let text = "//- content/resolutions/a.md
---
title: Về thủy lợi
date: 2022-12-09
number: 7/NQ-HĐND
signer: Nguyễn Thị Hòa
topics: [Thủy lợi]
session: Kỳ họp thứ 5, khóa X
---
## Điều 1. Thủy lợi
";
    let decomposed: String = {
        use icu_normalizer::DecomposingNormalizerBorrowed;
        DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
    };
    assert_ne!(text, decomposed);
    let (composed, decomposed) = (clean(text), clean(&decomposed));
    assert_eq!(composed.files.keys().collect::<Vec<_>>(), decomposed.files.keys().collect::<Vec<_>>());
    let mixed = site(&format!(
        "{text}//- content/news/n.md\n---\ntitle: Tin\nofficials: [\"Nguye\u{302}\u{303}n Thị Hoà\"]\n---\n"
    ));
    assert!(mixed.page("dai-bieu/nguyen-thi-hoa/index.html").contains("/tin-tuc/n/"));
}

#[test]
fn relations_are_shown_from_both_ends_and_settle_validity() {
    let built = clean(
        "//- content/resolutions/old.md
---
title: Cũ
number: 10/2020/NQ-HĐND
date: 2020-07-01
effective: 2020-07-11
---
## Điều 1. Phạm vi

## Điều 2. Đối tượng

## Điều 3. Mức chi
//- content/resolutions/new.md
---
title: Mới
number: 20/2024/NQ-HĐND
date: 2024-07-01
effective: 2024-07-11
replaces: 10/2020/NQ-HĐND
based_on: [{document: 77/2015/QH13, provisions: [Điều 19]}]
---
//- content/resolutions/part.md
---
title: Một phần
number: 15/2022/NQ-HĐND
date: 2022-07-01
effective: 2022-07-11
amends: [{document: 10/2020/NQ-HĐND, provisions: [Điều 3], note: ghi chú}]
---
//- content/documents.yaml
- symbol: 77/2015/QH13
  type: Luật
  title: Tổ chức chính quyền địa phương
  date: 2015-06-19
",
    );
    let old = built.page("nghi-quyet/10-2020-nq-hdnd/index.html");
    assert!(old.contains("/nghi-quyet/20-2024-nq-hdnd/"));
    assert!(old.contains("Hết hiệu lực toàn bộ"));
    assert!(old.contains("/nghi-quyet/10-2020-nq-hdnd/#dieu-3"), "the provision that was amended is linked");
    let new = built.page("nghi-quyet/20-2024-nq-hdnd/index.html");
    assert!(new.contains("Còn hiệu lực") && new.contains("/van-ban/77-2015-qh13/"));
    assert!(built.page("van-ban/77-2015-qh13/index.html").contains("/nghi-quyet/20-2024-nq-hdnd/"));
}

#[test]
fn results_of_reports_stand_beside_the_targets() {
    let built = clean(
        "//- content/resolutions/a.md
---
title: Nhiệm vụ năm 2023
number: 10/NQ-HĐND
date: 2022-12-09
targets:
  - {indicator: Tăng trưởng GRDP, comparison: trên, value: \"11\", unit: \"%\", due: 2023}
  - {indicator: Thu ngân sách, value: \"54.000\", unit: tỷ đồng, due: 2023}
---
//- content/reports/r.md
---
title: Kết quả năm 2023
date: 2024-01-10
about: implementation
results:
  - {resolution: 10/NQ-HĐND (2022), indicator: tăng trưởng GRDP, value: \"11,03\", unit: \"%\", as_of: 2023}
---
",
    );
    let page = built.page("nghi-quyet/10-nq-hdnd-2022/index.html");
    assert!(page.contains("11,03") && page.contains("/bao-cao/r/"));
    assert!(page.contains("Đạt"));
    assert!(page.contains("Chưa có báo cáo"), "the other target was not reported on");
    assert!(built.page("bao-cao/r/index.html").contains("/nghi-quyet/10-nq-hdnd-2022/"));
    // The picture says the same in words, for those who do not see it.
    assert!(page.contains("<desc id=\"_tien-do-rong-mo-ta\">Tăng trưởng GRDP: Đạt, 100%.</desc>"), "{page}");
    assert!(page.contains("<rect class=\"good\""), "{page}");
}

#[test]
fn a_period_is_drawn_within_the_goal_of_its_year() {
    let targets = |second: &str| {
        let built = clean(&format!(
            "//- content/resolutions/a.md
---
title: Nhiệm vụ năm 2023
number: 10/NQ-HĐND
date: 2022-12-09
targets:
  - {{indicator: Sản lượng than, comparison: trên, value: \"22\", unit: triệu tấn, due: 2023, scope: 6 tháng cuối năm}}
  - {{indicator: Sản lượng than, comparison: trên, value: \"45,2\", unit: {second}, due: 2023, scope: Cả năm}}
---
"
        ));
        built.page("nghi-quyet/10-nq-hdnd-2022/index.html").to_owned()
    };
    let page = targets("triệu tấn");
    assert!(page.contains("Sản lượng than: 6 tháng cuối năm: trên 22; trên 45,2 triệu tấn."), "{page}");
    assert!(page.contains("Chưa có báo cáo kết quả thực hiện"));
    assert!(!targets("nghìn tấn").contains("<svg class=\"wide\""), "tons of two sizes are not compared");
}

#[test]
fn drafts_and_scheduled_pages_wait() {
    let text = "//- content/news/draft.md
---
title: Nháp
draft: true
---
//- content/news/later.md
---
title: Hẹn giờ
publish_at: 2026-03-01 08:00
---
//- content/news/now.md
---
title: Đã đăng
---
";
    let pages = |ask: &Ask<'_>| -> Vec<String> {
        let built = build(inputs(text), ask);
        ["draft", "later", "now"]
            .into_iter()
            .filter(|name| built.files.contains_key(&format!("tin-tuc/{name}/index.html")))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(pages(&Ask::default()), ["now"]);
    assert_eq!(pages(&Ask { day: "2026-03-01", ..Ask::default() }), ["later", "now"]);
    assert_eq!(pages(&Ask { drafts: Drafts::Shown, ..Ask::default() }), ["draft", "later", "now"]);
}

#[test]
fn bundles_bring_their_files_and_old_addresses_lead_on() {
    let built = clean(
        "//- congbao.yaml
title: Cổng thử
base_url: https://thu.example/
organization: HĐND tỉnh Thử
checks: {unused-file: off, missing-effect: off, missing-signer: off, missing-topic: off}
//- content/resolutions/2023/nq/index.md
---
title: Có tệp
number: 5/2023/NQ-HĐND
date: 2023-01-05
aliases: [/cu/nq-5.html, /cu/nq-5/]
attachments:
  - {file: Bản quét.pdf, title: Bản quét}
---
Xem [bảng](bang.csv), [điều](#dieu-1) và [tin](../../../news/t.md).

## Điều 1. Tên
//- content/resolutions/2023/nq/Bản quét.pdf
x
//- content/resolutions/2023/nq/bang.csv
x
//- content/resolutions/2023/nq/khong-dung.docx
x
//- content/news/t.md
---
title: Tin
---
![Ảnh kỳ họp](anh.png)
//- content/news/anh.png
x
",
    );
    for file in [
        "nghi-quyet/5-2023-nq-hdnd/ban-quet.pdf",
        "nghi-quyet/5-2023-nq-hdnd/bang.csv",
        "tin-tuc/t/anh.png",
        "cu/nq-5.html",
        "cu/nq-5/index.html",
    ] {
        assert!(built.files.contains_key(file), "{file}");
    }
    assert!(
        !built.files.keys().any(|file| file.contains("khong-dung")),
        "only files that are named are published"
    );
    assert!(built.page("cu/nq-5.html").contains("/nghi-quyet/5-2023-nq-hdnd/"));
}

#[test]
fn long_lists_are_parted_into_pages() {
    let mut text = String::new();
    for number in 1..=120 {
        text.push_str(&format!(
            "//- content/resolutions/n{number}.md\n---\ntitle: Số {number}\nnumber: {number}/NQ-HĐND\ndate: 2023-01-05\ntopics: [T]\n---\n"
        ));
    }
    let built = clean(&text);
    for file in [
        "nghi-quyet/index.html",
        "nghi-quyet/trang-2/index.html",
        "nghi-quyet/trang-3/index.html",
        "nghi-quyet/nam-2023/trang-3/index.html",
        "chu-de/t/trang-3/index.html",
    ] {
        assert!(built.files.contains_key(file), "{file}");
    }
    assert!(!built.files.contains_key("nghi-quyet/trang-4/index.html"));
    let rows = |file: &str| {
        let (_, listed) = built.page(file).split_once("class=\"listed\"").unwrap();
        listed.matches("/NQ-HĐND").count()
    };
    assert_eq!(rows("nghi-quyet/trang-3/index.html"), 20);
}

#[test]
fn officials_stand_in_vietnamese_order() {
    let built = clean(
        "//- content/officials/a.md
---
name: Trần Văn Ánh
---
//- content/officials/b.md
---
name: Lê Thị An
---
//- content/officials/c.md
---
name: Nguyễn Đức Ân
---
//- content/officials/d.md
---
name: Bùi Đạt
---
//- content/officials/e.md
---
name: Vũ Dạ
---
",
    );
    let page = built.page("dai-bieu/index.html");
    let places: Vec<usize> = ["Lê Thị An", "Trần Văn Ánh", "Nguyễn Đức Ân", "Vũ Dạ", "Bùi Đạt"]
        .iter()
        .map(|name| page.find(name).unwrap_or_else(|| panic!("{name}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn the_theme_of_a_site_changes_single_things() {
    let built = clean(
        "//- congbao.yaml
title: Cổng
base_url: https://thu.example/
theme: own
colors: {brand: \"#123456\"}
//- themes/own/i18n/vi.yaml
home: Về nhà
//- themes/own/templates/free_page/page.html
<main id=\"_noi-dung\"><h1>{{ page.title }}</h1><p>riêng</p></main>
//- content/pages/gioi-thieu.md
---
title: Giới thiệu
---
",
    );
    assert!(built.page("gioi-thieu/index.html").contains("riêng"));
    assert!(built.page("so-do-trang/index.html").contains("Về nhà"));
    let style = built.files.iter().find(|(file, _)| file.starts_with("theme/style.")).unwrap().1;
    assert!(String::from_utf8_lossy(style).contains("--brand: #123456;"));
}

#[test]
fn machines_are_told_what_a_page_is() {
    let built = clean(
        "//- content/resolutions/a.md
---
title: Nhiệm vụ \"năm\" 2023
number: 10/NQ-HĐND
date: 2022-12-09
topics: [Ngân sách, Đầu tư]
---
",
    );
    let page = built.page("nghi-quyet/10-nq-hdnd-2022/index.html");
    for wanted in [
        "<meta name=\"DC.title\" content=\"Nhiệm vụ &quot;năm&quot; 2023\">",
        "<meta name=\"DC.creator\" content=\"HĐND tỉnh Thử\">",
        "<meta name=\"DC.subject\" content=\"Ngân sách; Đầu tư\">",
        "<meta name=\"DC.date\" content=\"2022-12-09\">",
        "<meta name=\"DC.identifier\" content=\"10/NQ-HĐND\">",
        "<meta name=\"theme-color\" content=\"#6b0f14\">",
        "<meta property=\"og:locale\" content=\"vi_VN\">",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    assert!(!page.contains("content=\"\""), "what is not known is left out");
}

#[test]
fn a_session_whose_time_is_past_is_not_upcoming() {
    let record = |number: u32, lines: &str| {
        format!("//- content/sessions/{number}.md\n---\nterm: XIV\nnumber: {number}\n{lines}\n---\n")
    };
    let sessions = [
        (1, "state: scheduled\nstart: 2025-12-30\nend: 2025-12-31", "overdue"),
        (2, "state: scheduled", "overdue"),
        (3, "state: held\nstart: 2025-12-31", "held"),
        (4, "state: scheduled\nstart: 2025-12-31\nend: 2026-01-01", "scheduled"),
        (5, "state: scheduled", "scheduled"),
        (6, "state: cancelled\nstart: 2026-02-01", "cancelled"),
    ];
    let text: Vec<String> = sessions.iter().map(|(number, lines, _)| record(*number, lines)).collect();
    let built = build(inputs(&text.concat()), &Ask { day: "2026-01-01", ..Ask::default() });
    for (number, lines, state) in sessions {
        let page = built.page(&format!("ky-hop/khoa-xiv-ky-hop-{number}/index.html"));
        assert!(page.contains(&format!("state-{state}")), "{number} {lines}");
    }
}
