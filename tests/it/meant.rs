//! Which document and which provision a sentence means: an issuer that is said for a whole list, a day that is another, a
//! provision that is not there. What may be meant for something else ends nothing for certain.

use std::fmt::Write;

use congbao::build::survey;
use congbao::document::KindFields;
use congbao::link::{Site, Status, Work, doubt_of};

use crate::harness::{Ask, inputs, problems, site as site_of};

const PORTAL: &str = "//- congbao.yaml
title: Cổng thử
base_url: https://thu.example/
organization: HĐND tỉnh Thử
checks: {missing-contact: off, missing-day: off, missing-effect: off, missing-number: off, missing-signer: off, missing-topic: off, read-from-text: off}
//- content/resolutions/cu.md
---
title: Về mức chi thử (bịa)
number: 01/2020/NQ-HĐND
date: 2020-07-10
effective: 2020-08-01
---
Điều 1. Mức chi

1. Một.

2. Hai.

Điều 2. Nguồn kinh phí

Do ngân sách tỉnh bảo đảm.

Điều 3. Hiệu lực thi hành

Nghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2020.
";

/// The portal with a newer resolution of this text, and more files.
fn linked(text: &str, more: &str) -> (Site, String) {
    let mut portal = PORTAL.to_owned();
    write!(
        portal,
        "//- content/resolutions/moi.md\n---\ntitle: Về việc thử (bịa)\nnumber: 09/2025/NQ-HĐND\ndate: 2025-07-10\n\
         effective: 2025-08-01\n---\n{text}\n{more}"
    )
    .unwrap();
    surveyed(&portal)
}

fn surveyed(portal: &str) -> (Site, String) {
    let inputs = inputs(portal);
    let checked = survey(&inputs, &Ask { day: "2026-06-01", ..Ask::default() }.settings());
    let told = problems(&inputs, &checked.diagnostics);
    (checked.value.site, told)
}

fn of(site: &Site, number: &str) -> (Status, Vec<&'static str>) {
    let index = *site
        .resolutions
        .iter()
        .find(|index| site.reference(Work::Held(**index)).starts_with(number))
        .expect(number);
    let linked = site.document(index);
    let doubts = linked.inverse_doubts.iter().map(|doubt| site.relation(*doubt));
    let doubts = doubts.filter_map(|doubt| Some(doubt_of(doubt.certainty)?.name()));
    (linked.validity.status, doubts.collect())
}

const DISTRICT: &str = "Hội đồng nhân dân huyện Xa";

#[test]
fn an_issuer_that_is_said_for_a_list_is_that_of_its_documents() {
    let lists = [
        "Bãi bỏ các nghị quyết của BODY sau đây:\n\n1. Nghị quyết số 01/2020/NQ-HĐND ngày 10/7/2020 về chợ.\n",
        "Bãi bỏ các nghị quyết do BODY ban hành:\n\na) Nghị quyết số 01/2020/NQ-HĐND;\n",
        "Bãi bỏ 02 nghị quyết của BODY:\n\n- Nghị quyết số 01/2020/NQ-HĐND;\n",
        "Các nghị quyết sau của BODY hết hiệu lực: Nghị quyết số 01/2020/NQ-HĐND.\n",
        "Bãi bỏ các nghị quyết sau:\n\n| Số | Cơ quan ban hành |\n|---|---|\n| 01/2020/NQ-HĐND | BODY |\n",
        "Bãi bỏ các nghị quyết sau:\n\n| TT | Số |\n|---|---|\n| I | BODY |\n| 1 | 01/2020/NQ-HĐND |\n",
        "Bãi bỏ các nghị quyết sau:\n\n| TT | Nghị quyết của BODY |\n|---|---|\n| 1 | 01/2020/NQ-HĐND |\n",
    ];
    for list in lists {
        for (body, expected) in [
            (DISTRICT, Status::InForce),
            ("Hội đồng nhân dân tỉnh", Status::Expired),
            ("Hội đồng nhân dân tỉnh Thử", Status::Expired),
        ] {
            let text = format!("Điều 1. Nội dung\n\n{}", list.replace("BODY", body));
            let (site, told) = linked(&text, "");
            assert_eq!(of(&site, "01/2020").0, expected, "{text}\n{told}");
            // The other council's document is kept as one that is not held.
            let others = site.known.iter().filter(|known| !known.inverse_relations.is_empty()).count();
            assert_eq!(others, usize::from(expected == Status::InForce), "{text}\n{told}");
        }
    }
}

#[test]
fn the_heading_of_an_annex_says_whose_its_documents_are() {
    let annex = |title: &str, lead: &str| {
        format!(
            "Điều 1. Nội dung\n\nBãi bỏ các nghị quyết {lead}tại Phụ lục kèm theo.\n\nPHỤ LỤC\n\n{title}\n\n| TT | Số |\n|---|---|\n\
             | 1 | 01/2020/NQ-HĐND |\n"
        )
    };
    for (title, lead, expected) in [
        ("DANH MỤC NGHỊ QUYẾT CỦA HỘI ĐỒNG NHÂN DÂN HUYỆN XA BỊ BÃI BỎ", "", Status::InForce),
        ("DANH MỤC NGHỊ QUYẾT CỦA HỘI ĐỒNG NHÂN DÂN TỈNH BỊ BÃI BỎ", "", Status::Expired),
        ("DANH MỤC NGHỊ QUYẾT BỊ BÃI BỎ", "của Hội đồng nhân dân huyện Xa ", Status::InForce),
        ("DANH MỤC NGHỊ QUYẾT BỊ BÃI BỎ", "", Status::Expired),
    ] {
        let (site, told) = linked(&annex(title, lead), "");
        assert_eq!(of(&site, "01/2020").0, expected, "{title} {lead}\n{told}");
    }
}

#[test]
fn headings_within_an_annex_say_whose_what_stands_below_is() {
    for (first, second, expected) in [
        ("A. HĐND HUYỆN XA", "B. HĐND TỈNH", Status::Expired),
        ("A. HĐND TỈNH", "B. HĐND HUYỆN XA", Status::InForce),
    ] {
        let text = format!(
            "Điều 1. Nội dung\n\nBãi bỏ các nghị quyết tại Phụ lục kèm theo.\n\nPHỤ LỤC\n\nDANH MỤC NGHỊ QUYẾT BÃI BỎ\n\n{first}\n\n\
             1. Nghị quyết số 77/2020/NQ-HĐND ngày 10/12/2020.\n\n{second}\n\n1. Nghị quyết số 01/2020/NQ-HĐND ngày 10/7/2020.\n"
        );
        let (site, told) = linked(&text, "");
        assert_eq!(of(&site, "01/2020").0, expected, "{text}\n{told}");
    }
}

#[test]
fn several_issuers_of_a_list_leave_open_whose_a_document_is() {
    for text in [
        "Điều 1. Bãi bỏ các nghị quyết của Hội đồng nhân dân tỉnh và Hội đồng nhân dân huyện Xa:\n\n1. Nghị quyết số \
         01/2020/NQ-HĐND.\n",
        "Điều 1. Bãi bỏ các nghị quyết của Hội đồng nhân dân các cấp sau đây: Nghị quyết số 01/2020/NQ-HĐND.\n",
    ] {
        let (site, told) = linked(text, "");
        let (status, doubts) = of(&site, "01/2020");
        assert_eq!((status, doubts.len()), (Status::InForce, 1), "{text}\n{told}");
    }
}

#[test]
fn a_citation_of_another_day_ends_nothing_for_certain() {
    for (day, is_certain) in [
        ("ngày 10 tháng 7 năm 2020", true),
        ("", true),
        ("ngày 15 tháng 12 năm 2020", false),
        ("ngày 10/7/2019", false),
    ] {
        for act in [
            "Bãi bỏ CITED.",
            "Nghị quyết này thay thế CITED.",
            "Ngưng hiệu lực thi hành CITED.",
            "Bãi bỏ Điều 2 CITED.",
        ] {
            let cited =
                format!("Nghị quyết số 01/2020/NQ-HĐND {day} của Hội đồng nhân dân tỉnh").replace("  ", " ");
            let text = format!("Điều 1. {}", act.replace("CITED", &cited));
            let (site, told) = linked(&text, "");
            let (status, doubts) = of(&site, "01/2020");
            assert_eq!(status != Status::InForce, is_certain, "{text}\n{told}");
            assert_eq!(doubts == ["other_document"], !is_certain, "{text}\n{told}");
            assert_eq!(told.contains("citation-date-differs"), !is_certain, "{text}\n{told}");
        }
    }
}

#[test]
fn the_day_tells_which_of_two_documents_with_one_symbol_is_meant() {
    let other = |file: &str, date: &str| {
        format!(
            "//- content/resolutions/{file}.md\n---\ntitle: {file} (bịa)\nnumber: 12/NQ-HĐND\ndate: {date}\neffective: {date}\n---\nĐiều 1. Một.\n"
        )
    };
    let more = other("a", "2020-07-10") + &other("b", "2021-12-10");
    let (site, told) = linked("Điều 1. Bãi bỏ Nghị quyết số 12/NQ-HĐND ngày 10 tháng 12 năm 2020.", &more);
    assert_eq!(of(&site, "12/NQ-HĐND (2020)"), (Status::InForce, vec!["other_document"]), "{told}");
    assert!(told.contains("`12/NQ-HĐND (2021)` of 2021-12-10"), "{told}");
    let more = other("a", "2020-07-10") + &other("b", "2020-12-10");
    let (site, told) = linked("Điều 1. Bãi bỏ Nghị quyết số 12/NQ-HĐND ngày 10 tháng 12 năm 2020.", &more);
    let ended = site.documents.iter().filter(|linked| linked.validity.status == Status::Expired);
    let ended: Vec<&str> = ended.map(|linked| linked.document.id.0.as_str()).collect();
    assert_eq!(ended, ["resolutions/b"], "{told}");
}

#[test]
fn an_article_that_is_not_there_ends_nothing_for_certain() {
    let inserting = "//- content/resolutions/giua.md\n---\ntitle: Giữa (bịa)\nnumber: 05/2023/NQ-HĐND\ndate: 2023-07-10\n\
                     effective: 2023-08-01\n---\nĐiều 1. Bổ sung khoản 7 vào sau khoản 2 Điều 1 Nghị quyết số 01/2020/NQ-HĐND \
                     ngày 10/7/2020 như sau:\n\n“7. Bảy.”\n";
    for (act, more, is_certain, is_told) in [
        ("Bãi bỏ khoản 7 Điều 9 CITED.", "", false, true),
        ("Bãi bỏ khoản 7 Điều 1 CITED.", "", true, true),
        ("Bãi bỏ khoản 7 Điều 1 CITED.", inserting, true, false),
        ("Bãi bỏ khoản 2 Điều 1 CITED.", "", true, false),
        ("Sửa đổi khoản 5 Điều 9 CITED như sau:\n\n“5. Năm.”", "", false, true),
        ("Ngưng hiệu lực Điều 12 CITED.", "", false, true),
    ] {
        let text = format!(
            "Điều 1. {}",
            act.replace("CITED", "Nghị quyết số 01/2020/NQ-HĐND ngày 10 tháng 7 năm 2020")
        );
        let (site, told) = linked(&text, more);
        let (status, doubts) = of(&site, "01/2020");
        assert_eq!(status != Status::InForce, is_certain, "{text}\n{told}");
        assert_eq!(doubts == ["no_such_provision"], !is_certain, "{text}\n{told}");
        assert_eq!(told.contains("missing-provision"), is_told, "{text}\n{told}");
        assert!(!told.contains("unsure-effect"), "{text}\n{told}");
    }
}

#[test]
fn an_attached_text_that_is_held_apart_may_have_the_provision() {
    let old =
        PORTAL.replace("Do ngân sách", "Ban hành kèm theo Nghị quyết này Quy định về mức chi. Do ngân sách");
    let text = "//- content/resolutions/moi.md\n---\ntitle: Mới (bịa)\nnumber: 09/2025/NQ-HĐND\ndate: 2025-07-10\n\
                effective: 2025-08-01\n---\nĐiều 1. Bãi bỏ khoản 7 Điều 9 Nghị quyết số 01/2020/NQ-HĐND ngày 10/7/2020.\n";
    let (site, _) = surveyed(&(old + text));
    assert_eq!(of(&site, "01/2020").0, Status::PartlyExpired);
}

/// The portal with an older resolution that says when it ends.
fn with_term(newer: &str) -> (Site, String) {
    let old = "Nghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2020.";
    let term = "Nghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2020 đến hết ngày 31 tháng 12 năm 2025.";
    let portal = PORTAL.replace(old, term);
    let newer = newer.replace("CITED", "Nghị quyết số 01/2020/NQ-HĐND ngày 10 tháng 7 năm 2020");
    surveyed(&format!(
        "{portal}//- content/resolutions/moi.md\n---\ntitle: Về việc thử (bịa)\nnumber: 09/2025/NQ-HĐND\ndate: 2025-07-10\n\
         effective: 2025-08-01\n---\n{newer}\n"
    ))
}

fn expires(site: &Site) -> Option<String> {
    match &site.documents[0].document.fields {
        KindFields::Resolution(fields, _) => fields.expires.as_ref().map(|day| day.value.to_string()),
        _ => None,
    }
}

#[test]
fn a_term_that_another_resolution_rewrites_is_the_new_one_or_not_certain() {
    let wording = |term: &str| {
        format!(
            "Điều 1. Sửa đổi Điều 3 CITED như sau:\n\n“Điều 3. Hiệu lực thi hành\n\nNghị quyết này có hiệu lực {term}”"
        )
    };
    let words = |from: &str, to: &str| {
        format!("Điều 1. Thay thế cụm từ “{from}” bằng cụm từ “{to}” tại Điều 3 CITED.")
    };
    for (text, status, last_day) in [
        // The wording has ended, the resolution has not.
        (
            wording("từ ngày 01 tháng 8 năm 2020 đến hết ngày 31 tháng 12 năm 2027."),
            Status::PartlyExpired,
            "2027-12-31",
        ),
        (wording("đến hết ngày 31/3/2026."), Status::Expired, "2026-03-31"),
        (words("31 tháng 12 năm 2025", "31 tháng 12 năm 2027"), Status::PartlyExpired, "2027-12-31"),
        (words("ngày 31 tháng 12 năm 2025", "khi có văn bản thay thế"), Status::Unknown, "2025-12-31"),
        (wording("theo quy định của pháp luật."), Status::Unknown, "2025-12-31"),
        ("Điều 1. Bãi bỏ Điều 3 CITED.".to_owned(), Status::Unknown, "2025-12-31"),
        // What is done to other provisions leaves the term as it is.
        ("Điều 1. Bãi bỏ Điều 2 CITED.".to_owned(), Status::Expired, "2025-12-31"),
        (words("ngày 01 tháng 8 năm 2020", "ngày 02 tháng 8 năm 2020"), Status::Expired, "2025-12-31"),
        // It goes on, and nothing tells how long.
        ("Điều 1. Cho phép kéo dài thời gian thực hiện CITED.".to_owned(), Status::Unknown, "2025-12-31"),
    ] {
        let (site, told) = with_term(&text);
        assert_eq!(site.documents[0].validity.status, status, "{text}\n{told}");
        assert_eq!(expires(&site).as_deref(), Some(last_day), "{text}\n{told}");
    }
}

#[test]
fn an_effect_that_is_put_off_before_it_comes_begins_later() {
    let newer = "//- content/resolutions/a.md\n---\ntitle: A (bịa)\nnumber: 30/2026/NQ-HĐND\ndate: 2026-03-10\n---\nĐiều 1. Nội \
                 dung\n\nNghị quyết này thay thế Nghị quyết số 01/2020/NQ-HĐND ngày 10/7/2020.\n\nĐiều 2. Hiệu lực thi \
                 hành\n\nNghị quyết này có hiệu lực từ ngày 01 tháng 5 năm 2026.\n";
    let amending = |day: &str, effect: &str| {
        format!(
            "//- content/resolutions/b.md\n---\ntitle: B (bịa)\nnumber: 31/2026/NQ-HĐND\ndate: 2026-03-20\neffective: {day}\n---\n\
             Điều 1. Sửa đổi Điều 2 Nghị quyết số 30/2026/NQ-HĐND ngày 10 tháng 3 năm 2026 như sau:\n\n“Điều 2. Hiệu lực thi \
             hành\n\nNghị quyết này có hiệu lực {effect}.”\n"
        )
    };
    for (day, effect, own, older) in [
        ("2026-04-01", "từ ngày 01 tháng 9 năm 2026", Status::NotYet, Status::InForce),
        ("2026-04-01", "từ ngày 15 tháng 5 năm 2026", Status::PartlyExpired, Status::Expired),
        // It had taken effect already.
        ("2026-05-20", "từ ngày 01 tháng 9 năm 2026", Status::PartlyExpired, Status::Expired),
    ] {
        let (site, told) = surveyed(&format!("{PORTAL}{newer}{}", amending(day, effect)));
        assert_eq!(of(&site, "30/2026").0, own, "{day} {effect}\n{told}");
        assert_eq!(of(&site, "01/2020").0, older, "{day} {effect}\n{told}");
    }
}

#[test]
fn what_editors_are_told_that_was_not_read_stands_on_the_page_of_the_older_document() {
    for (title, text, doubt, code) in [
        (
            "Sửa đổi, bổ sung Nghị quyết số 01/2020/NQ-HĐND (bịa)",
            "Điều 1. Nội dung\n\nMức chi được tính theo lương cơ sở.",
            "only_announced",
            "announced-effect",
        ),
        (
            "Bãi bỏ Nghị quyết số 01/2020/NQ-HĐND ngày 10/7/2020 của HĐND tỉnh (bịa)",
            "Điều 1. Nội dung\n\nCác mức chi không còn được chi trả.",
            "only_announced",
            "announced-effect",
        ),
        (
            "Về việc thử (bịa)",
            "Điều 1. Không áp dụng Nghị quyết số 01/2020/NQ-HĐND ngày 10/7/2020 kể từ ngày 01 tháng 10 năm 2025.",
            "not_understood",
            "unread-effect",
        ),
    ] {
        let portal = |front: &str| {
            format!(
                "{PORTAL}//- content/resolutions/moi.md\n---\ntitle: {title}\nnumber: 09/2025/NQ-HĐND\ndate: 2025-07-10\n\
                 effective: 2025-08-01\n{front}---\n{text}\n"
            )
        };
        let (site, told) = surveyed(&portal(""));
        assert_eq!(of(&site, "01/2020"), (Status::InForce, vec![doubt]), "{text}\n{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
        assert!(told.contains(code), "{told}");
        let (site, told) = surveyed(&portal("does_not_affect: [01/2020/NQ-HĐND]\n"));
        assert_eq!(of(&site, "01/2020"), (Status::InForce, Vec::new()), "{text}\n{told}");
        let built = site_of(&portal(""));
        let page = |name: &str| built.page(&format!("nghi-quyet/{name}/index.html")).to_owned();
        let (old, new) = (page("01-2020-nq-hdnd"), page("09-2025-nq-hdnd"));
        assert!(old.contains("cần đối chiếu") && !old.contains("Chưa ghi nhận"), "{text}");
        assert!(new.contains("/nghi-quyet/01-2020-nq-hdnd/"), "{text}");
    }
}

#[test]
fn the_remedy_of_what_ends_on_another_day_has_a_place_for_the_day() {
    let (_, told) = linked(
        "Điều 1. Nghị quyết số 01/2020/NQ-HĐND ngày 10/7/2020 hết hiệu lực khi dự án được quyết toán.",
        "",
    );
    assert!(told.contains("`repeals: [{document: 01/2020/NQ-HĐND, from: YYYY-MM-DD}]`"), "{told}");
}

#[test]
fn a_sentence_that_has_ended_leads_to_nothing_and_a_subject_may_stand_before_the_issuer() {
    for (text, expected) in [
        (
            "Điều 1. Nội dung\n\nBãi bỏ các nghị quyết về phí, lệ phí của Hội đồng nhân dân huyện Xa sau đây:\n\n1. Nghị quyết số \
             01/2020/NQ-HĐND.",
            Status::InForce,
        ),
        (
            "Điều 1. Nội dung\n\nBãi bỏ các nghị quyết về phí, lệ phí của Hội đồng nhân dân tỉnh sau đây:\n\n1. Nghị quyết số \
             01/2020/NQ-HĐND.",
            Status::Expired,
        ),
        (
            "Điều 1. Ủy ban nhân dân xã thực hiện các nghị quyết của Hội đồng nhân dân xã.\n\n1. Bãi bỏ Nghị quyết số \
             01/2020/NQ-HĐND.",
            Status::Expired,
        ),
    ] {
        let (site, told) = linked(text, "");
        assert_eq!(of(&site, "01/2020").0, expected, "{text}\n{told}");
    }
}

#[test]
fn a_document_behind_the_title_of_an_amendment_is_never_passed_over() {
    let other = "//- content/resolutions/sua.md\n---\ntitle: Sửa đổi, bổ sung một số điều của Nghị quyết số 07/2018/NQ-HĐND quy \
                 định mức thu phí thử (bịa)\nnumber: 03/2022/NQ-HĐND\ndate: 2022-07-10\neffective: 2022-08-01\n---\nĐiều 1. Sửa \
                 khoản 1 Điều 1 Nghị quyết số 07/2018/NQ-HĐND như sau: “1. Ba.”\n";
    let cited = "Nghị quyết số 03/2022/NQ-HĐND ngày 10/7/2022 sửa đổi, bổ sung một số điều của Nghị quyết số 07/2018/NQ-HĐND quy \
                 định mức thu phí thử (bịa)";
    for (text, amendment, doubts) in [
        (
            format!("Điều 1. Bãi bỏ {cited} và Nghị quyết số 01/2020/NQ-HĐND ngày 10/7/2020."),
            Status::Expired,
            1,
        ),
        (
            format!("Điều 1. Bãi bỏ {cited}; Nghị quyết số 01/2020/NQ-HĐND ngày 10/7/2020."),
            Status::Expired,
            1,
        ),
        (
            format!(
                "Điều 1. Bãi bỏ Nghị quyết số 09/2017/NQ-HĐND quy định mức thu {}, {cited}, Nghị quyết số 01/2020/NQ-HĐND ngày \
                 10/7/2020.",
                ["phí, lệ phí"; 60].join(", ")
            ),
            Status::Expired,
            1,
        ),
        // What only the title says is said of nothing behind it.
        (
            format!("Căn cứ {cited} và Nghị quyết số 01/2020/NQ-HĐND ngày 10/7/2020;\n\nĐiều 1. Mức chi"),
            Status::InForce,
            0,
        ),
    ] {
        let (site, told) = linked(&text, other);
        let (status, unsure) = of(&site, "01/2020");
        assert_eq!((status, unsure.len()), (Status::InForce, doubts), "{text}\n{told}");
        assert_eq!(of(&site, "03/2022").0, amendment, "{text}\n{told}");
        assert_eq!(told.contains("unread-effect"), doubts > 0, "{text}\n{told}");
    }
}
