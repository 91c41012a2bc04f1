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
        (&text, "khoản 1 Điều 3 của Quy định ban hành kèm theo", None),
        (&text, "khoản 1 Điều 3 của Quy định kèm theo", None),
        (&text, "khoản 1 Điều 3 của Quy định", None),
        (&text, "Điều 3 của Quy định ban hành kèm theo Nghị quyết số 01/2020/NQ-HĐND", None),
        (&text, "quy-dinh-dieu-3-khoan-1", None),
        (&text, "Quy định ban hành kèm theo", None),
        (&own, "khoản 1 Điều 2", None),
        (&own, "dieu-2-khoan-1", None),
        (&own, "Điều 2", None),
        // Another clause is another matter.
        (&own, "khoản 2 Điều 2", None),
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
    let text = "Điều 1. Bãi bỏ một phần các nghị quyết tại Phụ lục ban hành kèm theo Nghị quyết này.\n\nPHỤ LỤC\nDANH MỤC NGHỊ QUYẾT BÃI BỎ MỘT PHẦN\n\n\
         | STT | Số, ký hiệu | Ngày | Nội dung bãi bỏ |\n|---|---|---|---|\n| 1 | 01/2020/NQ-HĐND | 10/7/2020 | Khoản 1 Điều 2 |\n";
    let (built, told) = surveyed(&portal("", text));
    assert_eq!(meaning(&built.site).2, ["0 dieu-2-khoan-1 repeals false"], "{told}");
}

/// Resolutions in files of their own: number, further front matter, text.
fn resolutions(all: &[(&str, &str, &str)]) -> String {
    let config = OLD.split("//- content").next().unwrap().to_owned();
    all.iter().enumerate().fold(config, |text, (at, (number, front, body))| {
        text + &format!(
            "//- content/resolutions/r{at}.md\n---\ntitle: Văn bản {at} (bịa)\nnumber: {number}\n{front}\n---\n{}\n",
            body.replace("CITED", CITED)
        )
    })
}

const FIRST: (&str, &str, &str) =
    ("01/2020/NQ-HĐND", "date: 2020-07-10\neffective: 2020-08-01", "Điều 1. Mức chi\n\n1. Một.\n\n2. Hai.");
const NEWER: &str = "date: 2025-07-10\neffective: 2025-08-01";

/// The problems of a code, line by line.
fn of_code(told: &str, code: &str) -> Vec<String> {
    let mark = format!(" {code}: ");
    told.lines().filter(|line| line.contains(&mark)).map(str::to_owned).collect()
}

#[test]
fn what_has_ended_may_be_ended_again_by_a_list() {
    let list = "Điều 1. Bãi bỏ các nghị quyết sau:\n\n1. CITED;\n\n2. Nghị quyết số 02/2021/NQ-HĐND ngày 10 tháng 7 năm 2021.";
    let with = |front: &str| {
        resolutions(&[
            FIRST,
            (
                "02/2021/NQ-HĐND",
                "date: 2021-07-10",
                "Điều 1. Một\n\nĐiều 2. Nghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2021 đến hết ngày 31 tháng 5 năm 2022.",
            ),
            (
                "03/2022/NQ-HĐND",
                "date: 2022-07-10\neffective: 2022-08-01",
                "Điều 1. Nghị quyết này thay thế CITED.",
            ),
            ("04/2025/NQ-HĐND", &format!("{NEWER}{front}"), list),
        ])
    };
    let (_, told) = surveyed(&with(""));
    let lines = of_code(&told, "ended-twice");
    assert_eq!(lines.len(), 2, "{told}");
    assert!(lines[0].contains("had ended on 2022-08-01 already: `03/2022/NQ-HĐND` replaces it"), "{told}");
    assert!(lines[1].contains("had ended already: its last day was 2022-05-31"), "{told}");
    assert!(
        lines
            .iter()
            .all(|line| line.contains("`does_not_affect: [") && !line.contains("remove the relation")),
        "{told}"
    );
    let (_, told) = surveyed(&with("\ndoes_not_affect: [01/2020/NQ-HĐND, 02/2021/NQ-HĐND]"));
    assert!(of_code(&told, "ended-twice").is_empty() && of_code(&told, "idle-denial").is_empty(), "{told}");
}

#[test]
fn a_help_names_the_document_it_is_about() {
    let text = "Điều 1. Quy định tại khoản 1 Điều 1 Nghị quyết số 01/2020/NQ-HĐND chỉ áp dụng đến hết năm 2025.\n\n\
                Điều 2. Bãi bỏ Nghị quyết số 1 ngày 10 tháng 7 năm 2020.";
    let (_, told) = surveyed(&resolutions(&[FIRST, ("02/2025/NQ-HĐND", NEWER, text)]));
    let lines = of_code(&told, "unread-effect");
    assert_eq!(lines.len(), 2, "{told}");
    for line in lines {
        assert!(line.contains(": [01/2020/NQ-HĐND]`") && !line.contains("05/2021"), "{line}");
    }
}

#[test]
fn what_a_text_tells_of_another_alone_is_no_act_of_its_own() {
    let text = "Điều 1. Chuyển tiếp\n\nCác dự án đã được phê duyệt theo CITED trước ngày Nghị quyết này có hiệu lực thì tiếp tục \
                thực hiện theo CITED cho đến khi kết thúc dự án.\n\nĐiều 2. Nghị quyết này thay thế CITED.";
    let (built, told) = surveyed(&resolutions(&[FIRST, ("02/2025/NQ-HĐND", NEWER, text)]));
    assert!(of_code(&told, "acts-on-itself").is_empty(), "{told}");
    assert_eq!(built.site.documents[0].validity.status, Status::Expired);
}

#[test]
fn a_council_is_named_in_short_and_in_full() {
    // A page that names no issuer, and a resolution that does.
    for issuer in ["HĐND tỉnh", "Hội đồng nhân dân tỉnh", "HĐND Tỉnh Thử"] {
        let cited = "Nghị quyết số 128/NQ-HĐND ngày 09/12/2022";
        let text = resolutions(&[("01/2025/NQ-HĐND", NEWER, &format!("Điều 1. Theo {cited} của {issuer}."))])
            + &format!("//- content/news/a.md\n---\ntitle: A\ndate: 2025-01-01\n---\nXem {cited}.\n");
        let (_, told) = surveyed(&text);
        assert_eq!(of_code(&told, "unresolved-own-citation").len(), 1, "{issuer}: {told}");
    }
}

#[test]
fn a_row_that_names_no_resolution_that_is_known_is_told() {
    for (symbol, issuer, expected) in [
        ("77/2021/NQ-HĐND", "", 1),
        ("77/2021/NQ-HĐND", "Hội đồng nhân dân tỉnh", 1),
        // Of a council that came before.
        ("77/2021/NQ-HĐND", "Hội đồng nhân dân tỉnh Khác", 0),
        ("01/2020/NQ-HDND", "", 1),
        ("01/2020/NQ-HĐND", "", 0),
    ] {
        let text = format!(
            "Điều 1. Bãi bỏ các nghị quyết sau:\n\n| TT | Số, ký hiệu | Cơ quan |\n|---|---|---|\n| 1 | {symbol} | {issuer} |\n"
        );
        let (_, told) = surveyed(&resolutions(&[FIRST, ("02/2025/NQ-HĐND", NEWER, &text)]));
        assert_eq!(of_code(&told, "unresolved-own-citation").len(), expected, "{symbol} {issuer}: {told}");
    }
}

#[test]
fn what_begins_before_its_own_document_is_told() {
    for (day, expected) in
        [("01 tháng 6 năm 2025", 1), ("01 tháng 8 năm 2025", 0), ("01 tháng 9 năm 2025", 0)]
    {
        let text = format!(
            "Điều 1. Ngưng hiệu lực khoản 1 Điều 1 CITED từ ngày {day} đến hết ngày 31 tháng 12 năm 2026."
        );
        let (_, told) = surveyed(&resolutions(&[FIRST, ("02/2025/NQ-HĐND", NEWER, &text)]));
        assert_eq!(of_code(&told, "relation-too-early").len(), expected, "{day}: {told}");
    }
    // A provision with a day of its own.
    let text = "Điều 1. Bãi bỏ CITED.\n\nĐiều 2. Nghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2025, riêng Điều 1 có hiệu lực từ ngày 20 tháng 7 năm 2025.";
    let (_, told) = surveyed(&resolutions(&[FIRST, ("02/2025/NQ-HĐND", NEWER, text)]));
    assert!(of_code(&told, "relation-too-early").is_empty(), "{told}");
}

#[test]
fn a_signature_may_stand_in_a_table() {
    for table in [
        "<table><tr><td><p><i>Nơi nhận:</i><br>- Chính phủ;<br>- Lưu: VT.</p></td><td><p><b>CHỦ TỊCH<br><br><br>Lã Nhật Bách</b></p></td></tr></table>",
        "<table><tr><td>Nơi nhận:<br>- Lưu: VT.</td><td>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br><br>Lã Nhật Bách</td></tr></table>",
        "| Nơi nhận:<br>- Lưu: VT. | CHỦ TỊCH<br><br>Lã Nhật Bách |\n|---|---|",
    ] {
        let text = format!("Điều 1. Một\n\nĐiều 2. Hai\n\n{table}");
        let (built, told) = surveyed(&resolutions(&[("02/2025/NQ-HĐND", NEWER, &text)]));
        let signer = built.site.documents[0].signer.map(|signer| built.site.official(signer).name.clone());
        assert_eq!(signer.as_deref(), Some("Lã Nhật Bách"), "{table}\n{told}");
    }
    // A table of people is no signature.
    let text = "Điều 1. Bầu\n\n| Họ tên | Chức vụ |\n|---|---|\n| Lã Nhật Bách | Chủ tịch |\n| Tô An | Phó Chủ tịch |";
    let (built, _) = surveyed(&resolutions(&[("02/2025/NQ-HĐND", NEWER, text)]));
    assert!(built.site.documents[0].signer.is_none());
}
