//! What `read-from-text` prints can be written down: front matter that takes it over means the same as the text.

use congbao::build::{Surveyed, survey};
use congbao::link::{Site, Status};

use crate::harness::{Ask, inputs, problems};

const CITED: &str = "Nghị quyết số 01/2020/NQ-HĐND ngày 10 tháng 7 năm 2020";

/// A resolution with a clause 1 in an article 3 of its own and in each of the texts attached to it.
const OLD: &str = "//- congbao.yaml
title: Cổng thử
base_url: https://thu.example/
organization: HĐND tỉnh Thử
checks: {missing-contact: off, missing-day: off, missing-effect: off, missing-number: off, missing-signer: off, missing-topic: off}
//- content/resolutions/cu.md
---
title: Ban hành Quy định thử (bịa)
number: 01/2020/NQ-HĐND
date: 2020-07-10
effective: 2020-08-01
---
Điều 1. Ban hành kèm theo Nghị quyết này Quy định và Quy chế thử.

Điều 2. Mức chi

1. Một.

2. Hai.

Điều 3. Tổ chức thực hiện

1. Ủy ban nhân dân tỉnh tổ chức thực hiện.

2. Thường trực giám sát.

QUY ĐỊNH
Về mức chi thử
(Ban hành kèm theo Nghị quyết số 01/2020/NQ-HĐND)

Điều 1. Phạm vi

Điều 2. Đối tượng

Điều 3. Mức chi

1. Mức chi là 10 đồng.

2. Mức chi thêm là 20 đồng.

a) Điểm một;

b) Điểm hai.

QUY CHẾ
Về hoạt động thử
(Ban hành kèm theo Nghị quyết số 01/2020/NQ-HĐND)

Điều 1. Phạm vi

Điều 2. Đối tượng

Điều 3. Hoạt động

1. Hoạt động thường xuyên.
";

fn portal(front: &str, text: &str) -> String {
    format!(
        "{OLD}//- content/resolutions/moi.md\n---\ntitle: Sửa đổi (bịa)\nnumber: 02/2025/NQ-HĐND\ndate: 2025-07-10\n\
         effective: 2025-08-01\n{front}---\n{text}\n"
    )
}

fn surveyed(text: &str) -> (Surveyed, String) {
    let inputs = inputs(text);
    let checked = survey(&inputs, &Ask { day: "2026-06-01", ..Ask::default() }.settings());
    let told = problems(&inputs, &checked.diagnostics);
    (checked.value, told)
}

/// What the text or front matter comes to: every relation, and every mark at a provision.
fn meaning(site: &Site) -> (Vec<Status>, Vec<String>, Vec<String>) {
    let statuses = site.documents.iter().map(|linked| linked.validity.status).collect();
    let mut relations = Vec::new();
    let mut marks = Vec::new();
    for (at, linked) in site.documents.iter().enumerate() {
        for relation in linked.relations.iter().map(|index| site.relation(*index)) {
            let days = (relation.since, relation.until, relation.is_open_ended);
            let said = (at, relation.kind, relation.extent, relation.ends_wording, days);
            relations.push(format!("{said:?} -> {:?}", relation.to));
        }
        for change in &linked.changes {
            let relation = site.relation(change.relation);
            let named = &relation.provisions[change.provision];
            marks.push(format!("{at} {} {} {}", change.anchor, site.verb_at(relation, named), named.is_part));
        }
    }
    relations.sort();
    relations.dedup();
    marks.sort();
    marks.dedup();
    (statuses, relations, marks)
}

/// The fields that the remedy of a note prints.
fn printed(told: &str) -> String {
    let note =
        told.lines().find(|line| line.contains(" read-from-text: ")).unwrap_or_else(|| panic!("{told}"));
    let help = note.rsplit_once(" | ").unwrap().1;
    let fields: Vec<&str> = help.split('`').filter(|words| words.contains(": [")).collect();
    assert!(!fields.is_empty(), "{help}");
    fields.join("\n") + "\n"
}

/// The codes of what is told, notes and all, without the one that asks for a look.
fn codes(told: &str) -> Vec<&str> {
    let code =
        |line: &str| line.split_once(": ").and_then(|(before, _)| before.rsplit(' ').next()).map(str::len);
    let codes = told.lines().filter_map(|line| {
        let end = line.find(": ")?;
        line[..end].rsplit(' ').next().filter(|_| code(line).is_some())
    });
    codes.filter(|code| *code != "read-from-text").collect()
}

#[test]
fn what_is_printed_can_be_written_down() {
    for text in [
        "Điều 1. Bãi bỏ CITED.",
        "Điều 1. Nghị quyết này thay thế CITED.",
        "Điều 1. CITED hết hiệu lực kể từ ngày 01 tháng 01 năm 2026.",
        "Điều 1. Bãi bỏ CITED, trừ khoản 1 Điều 2.",
        "Điều 1. Bãi bỏ một phần CITED.",
        "Điều 1. Bãi bỏ khoản 1 Điều 2 CITED.",
        "Điều 1. Bãi bỏ khoản 1, khoản 2 Điều 2 CITED.",
        "Điều 1. Bãi bỏ khoản 1 Điều 3 CITED.",
        "Điều 1. Bãi bỏ khoản 1 Điều 3 của Quy định ban hành kèm theo CITED.",
        "Điều 1. Bãi bỏ điểm b khoản 2 Điều 3 của Quy định ban hành kèm theo CITED.",
        "Điều 1. Bãi bỏ khoản 1 Điều 3 của Quy chế ban hành kèm theo CITED.",
        "Điều 1. Bãi bỏ Điều 3 của Quy định ban hành kèm theo CITED kể từ ngày 01 tháng 01 năm 2026.",
        "Điều 1. Ngưng hiệu lực CITED đến hết ngày 31 tháng 12 năm 2026.",
        "Điều 1. Ngưng hiệu lực khoản 1 Điều 2 CITED từ ngày 01 tháng 9 năm 2025 đến hết ngày 31 tháng 12 năm 2026.",
        "Điều 1. Sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo CITED như sau:\n\n\
         1. Sửa đổi khoản 1 Điều 3 như sau:\n\n“1. Mức chi là 15 đồng.”\n\n\
         2. Bổ sung điểm c vào sau điểm b khoản 2 Điều 3 như sau:\n\n“c) Điểm ba.”\n\n\
         3. Bổ sung Điều 4 vào sau Điều 3 như sau:\n\n“Điều 4. Bốn\n\nBốn.”\n\n\
         4. Thay thế cụm từ “đồng” bằng cụm từ “nghìn đồng” tại khoản 2 Điều 3.\n\n\
         Điều 2. Bãi bỏ khoản 2 Điều 3 của Quy định ban hành kèm theo CITED.",
        "Điều 1. Sửa đổi Phụ lục I CITED như sau:\n\n“PHỤ LỤC I\n\nMột”",
        "Điều 1. Sửa đổi tên Điều 2 CITED thành “Điều 2. Mức”.",
    ] {
        let text = text.replace("CITED", CITED);
        let (read, told) = surveyed(&portal("", &text));
        let front = printed(&told);
        let (confirmed, then) = surveyed(&portal(&front, &text));
        assert_eq!(meaning(&confirmed.site), meaning(&read.site), "{text}\n{front}");
        assert_eq!(codes(&then), codes(&told), "{text}\n{front}\n{then}");
        assert!(!then.contains("read-from-text"), "{text}\n{front}\n{then}");
        // The same without the text.
        let (alone, then) = surveyed(&portal(&front, "Điều 1. Một"));
        let places = |site: &Site| {
            let changes = site.documents.iter().flat_map(|linked| &linked.changes);
            changes.map(|change| change.anchor.clone()).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(places(&alone.site), places(&read.site), "{front}\n{then}");
    }
}

#[test]
fn what_is_stated_is_held_against_the_text() {
    let text = format!("Điều 1. Bãi bỏ khoản 1 Điều 3 của Quy định ban hành kèm theo {CITED}.");
    let own = format!("Điều 1. Bãi bỏ khoản 1 Điều 2 {CITED}.");
    let two = format!("Điều 1. Bãi bỏ khoản 1, khoản 2 Điều 2 {CITED}.");
    for (text, stated, expected) in [
        (&text, "khoản 1 Điều 3", Some("repeals khoản 1 Điều 3 của Quy định ban hành kèm theo")),
        (
            &text,
            "khoản 1 Điều 3 của Quy chế ban hành kèm theo",
            Some("repeals khoản 1 Điều 3 của Quy định ban hành kèm theo"),
        ),
        (
            &text,
            "khoản 2 Điều 3 của Quy định ban hành kèm theo",
            Some("repeals khoản 1 Điều 3 của Quy định ban hành kèm theo"),
        ),
        (&text, "khoản 1 Điều 3 của Quy định ban hành kèm theo", None),
        (&text, "khoản 1 Điều 3 của Quy định kèm theo", None),
        (&text, "khoản 1 Điều 3 của Quy định", None),
        (&text, "Điều 3 của Quy định ban hành kèm theo Nghị quyết số 01/2020/NQ-HĐND", None),
        (&text, "quy-dinh-dieu-3-khoan-1", None),
        (&text, "Quy định ban hành kèm theo", None),
        (&own, "khoản 1 Điều 2", None),
        (&own, "dieu-2-khoan-1", None),
        (&own, "Điều 2", None),
        (&own, "khoản 2 Điều 2", Some("repeals khoản 1 Điều 2")),
        (&two, "khoản 1 Điều 2", Some("repeals khoản 2 Điều 2")),
        (&two, "khoản 1 Điều 2, khoản 2 Điều 2", None),
    ] {
        let front = format!("repeals: [{{document: 01/2020/NQ-HĐND, provisions: [{stated}]}}]\n");
        let (_, told) = surveyed(&portal(&front, text));
        let told: Vec<&str> = told.lines().filter(|line| !line.contains("read-from-text")).collect();
        match expected {
            None => assert!(told.is_empty(), "{stated}: {told:?}"),
            Some(expected) => {
                assert_eq!(told.len(), 1, "{stated}: {told:?}");
                assert!(told[0].contains("relation-contradiction"), "{stated}: {told:?}");
                assert!(told[0].contains(&format!("the text says `{expected}`")), "{stated}: {told:?}");
            }
        }
    }
}

#[test]
fn what_cannot_be_read_in_front_matter_hides_nothing() {
    let text = format!("Điều 1. Bãi bỏ khoản 1 Điều 2 và khoản 2 Điều 3 {CITED}.");
    let (read, _) = surveyed(&portal("", &text));
    for stated in ["mục tiêu chung", "mục tiêu chung, khoản 1 Điều 2, khoản 2 Điều 3"] {
        let front = format!("repeals: [{{document: 01/2020/NQ-HĐND, provisions: [{stated}]}}]\n");
        let (stated, told) = surveyed(&portal(&front, &text));
        assert_eq!(meaning(&stated.site).2, meaning(&read.site).2, "{told}");
        assert_eq!(codes(&told), ["unreadable-provision"], "{told}");
        assert!(told.contains("`khoản 1 Điều 3 của Quy định ban hành kèm theo`"), "{told}");
    }
}

#[test]
fn a_note_says_who_does_it_and_how_much() {
    let part = format!("Điều 1. Bãi bỏ {CITED}, trừ khoản 1 Điều 2.");
    let (_, told) = surveyed(&portal("", &part));
    assert!(told.contains("`repeals a part of 01/2020/NQ-HĐND` is read"), "{told}");
    assert!(told.contains("`repeals: [{document: 01/2020/NQ-HĐND, extent: partial}]`"), "{told}");
    // A third text that only tells of two others.
    let other = "Nghị quyết số 03/2021/NQ-HĐND ngày 10 tháng 7 năm 2021";
    let told_by_other = portal(
        "",
        &format!(
            "Điều 1. {CITED} đã được sửa đổi, bổ sung bởi {other} tiếp tục được thực hiện đến hết năm 2026."
        ),
    ) + "//- content/resolutions/giua.md\n---\ntitle: Giữa\nnumber: 03/2021/NQ-HĐND\ndate: 2021-07-10\neffective: 2021-08-01\n---\nĐiều 1. Mức chi\n";
    let (_, told) = surveyed(&told_by_other);
    let note = told.lines().find(|line| line.contains("read-from-text")).unwrap_or_else(|| panic!("{told}"));
    assert!(note.contains("moi.md"), "{told}");
    assert!(note.contains("in that of `03/2021/NQ-HĐND`"), "{told}");
}

#[test]
fn what_another_document_does_not_have_is_told() {
    for (front, text, expected) in [
        ("repeals: [{document: 01/2020/NQ-HĐND, provisions: [khoản 9 Điều 2]}]", "Điều 1. Một", 1),
        ("repeals: [{document: 01/2020/NQ-HĐND, provisions: [điểm a khoản 2 Điều 2]}]", "Điều 1. Một", 0),
        (
            "repeals: [{document: 01/2020/NQ-HĐND, provisions: [điểm c khoản 2 Điều 3 của Quy định]}]",
            "Điều 1. Một",
            1,
        ),
        // A new clause may be meant.
        ("amends: [{document: 01/2020/NQ-HĐND, provisions: [khoản 9 Điều 2]}]", "Điều 1. Một", 0),
        ("", "Điều 1. Bãi bỏ khoản 9 Điều 2 CITED.", 1),
        ("", "Điều 1. Sửa đổi khoản 9 Điều 2 CITED như sau:\n\n“9. Chín.”", 1),
        ("", "Điều 1. Bổ sung khoản 9 vào Điều 2 CITED như sau:\n\n“9. Chín.”", 0),
        ("", "Điều 1. Bãi bỏ Điều 9 của Quy định ban hành kèm theo CITED.", 1),
    ] {
        let front = if front.is_empty() { String::new() } else { format!("{front}\n") };
        let (_, told) = surveyed(&portal(&front, &text.replace("CITED", CITED)));
        let count = told.matches("missing-provision").count();
        assert_eq!(count, expected, "{front}{text}\n{told}");
    }
    // What another text has brought, or given new wording, is there.
    for between in [
        "Điều 1. Bổ sung khoản 9 vào Điều 2 CITED như sau:\n\n“9. Chín.”",
        "Điều 1. Sửa đổi Điều 2 CITED như sau:\n\n“Điều 2. Mức\n\n9. Chín.”",
    ] {
        let text = portal("", &format!("Điều 1. Bãi bỏ khoản 9 Điều 2 {CITED}."))
            + &format!(
                "//- content/resolutions/giua.md\n---\ntitle: Giữa\nnumber: 03/2021/NQ-HĐND\ndate: 2021-07-10\neffective: 2021-08-01\n---\n{}\n",
                between.replace("CITED", CITED)
            );
        let (_, told) = surveyed(&text);
        assert!(!told.contains("missing-provision"), "{told}");
    }
}

#[test]
fn what_is_attached_to_the_acting_text_is_not_the_others() {
    let text = format!(
        "Điều 1. Bãi bỏ một phần các nghị quyết tại Phụ lục ban hành kèm theo Nghị quyết này.\n\nPHỤ LỤC\nDANH MỤC NGHỊ QUYẾT BÃI BỎ MỘT PHẦN\n\n\
         | STT | Số, ký hiệu | Ngày | Nội dung bãi bỏ |\n|---|---|---|---|\n| 1 | 01/2020/NQ-HĐND | 10/7/2020 | Khoản 1 Điều 2 |\n"
    );
    let (built, told) = surveyed(&portal("", &text));
    assert_eq!(meaning(&built.site).2, ["0 dieu-2-khoan-1 repeals false"], "{told}");
}
