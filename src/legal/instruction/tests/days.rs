//! From when and until when something is done.

use super::*;

#[test]
fn days_belong_to_what_is_done() {
    let text = "Điều 1. Ngưng hiệu lực Nghị quyết số 1/NQ-HĐND ngày 10/12/2020 từ ngày 01/01/2025 đến hết ngày \
                31/12/2025.\nĐiều 2. Nghị quyết số 2/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực thi hành.";
    let blocks = plain_blocks(text);
    let found = instructions(&blocks, &structure(&blocks));
    let found = found.found;
    assert_eq!(found[0].from, Some(Day::On(date(2025, 1, 1))));
    assert_eq!(found[0].until, Some(Day::On(date(2025, 12, 31))));
    assert_eq!(found[1].from, Some(Day::OfEffect));
}

#[test]
fn beginnings_are_days() {
    for (text, from) in [
        ("Nghị quyết số 1/NQ-HĐND hết hiệu lực từ năm 2027.", date(2027, 1, 1)),
        ("Nghị quyết số 1/NQ-HĐND hết hiệu lực vào ngày 31 tháng 12 năm 2026.", date(2027, 1, 1)),
        ("Nghị quyết số 1/NQ-HĐND hết hiệu lực từ tháng 02 năm 2027.", date(2027, 2, 1)),
        ("Nghị quyết số 1/NQ-HĐND hết hiệu lực kể từ 0 giờ ngày 01 tháng 01 năm 2027.", date(2027, 1, 1)),
        ("Kể từ ngày 01 tháng 01 năm 2027, bãi bỏ Nghị quyết số 1/NQ-HĐND.", date(2027, 1, 1)),
    ] {
        let text = format!("Điều 1. {text}");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        assert_eq!(found[0].from, Some(Day::On(from)), "{text}");
    }
    let text = "Điều 1. Bãi bỏ Nghị quyết số 1/NQ-HĐND kể từ ngày 01/6/2025, bãi bỏ Nghị quyết số 2/NQ-HĐND kể từ ngày \
                01/01/2027.";
    let blocks = plain_blocks(text);
    let found = instructions(&blocks, &structure(&blocks)).found;
    assert_eq!(found[1].from, Some(Day::On(date(2027, 1, 1))));
}

#[test]
fn days_of_a_title_are_not_those_of_what_is_done() {
    for (text, from) in [
        ("Bãi bỏ Nghị quyết số 1/NQ-HĐND về mức hỗ trợ từ ngày 01/01/2022 đến hết ngày 31/12/2025.", None),
        ("Sửa đổi khoản 2 Điều 3 Nghị quyết số 1/NQ-HĐND quy định chính sách đến năm 2025 như sau:", None),
        ("Bãi bỏ Nghị quyết số 1/NQ-HĐND về phí kể từ ngày 01/7/2025.", Some(Day::On(date(2025, 7, 1)))),
        (
            "Tạm dừng thực hiện Nghị quyết số 1/NQ-HĐND về phí từ ngày 01/6/2025.",
            Some(Day::On(date(2025, 6, 1))),
        ),
    ] {
        let text = format!("Điều 1. {text}");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        assert_eq!((found[0].from, found[0].until), (from, None), "{text}");
    }
}

#[test]
fn a_term_without_a_day_ends_with_an_event() {
    for text in [
        "Tạm ngưng hiệu lực Nghị quyết số 1/NQ-HĐND trong thời gian 12 tháng.",
        "Kéo dài thời gian thực hiện Nghị quyết số 1/NQ-HĐND thêm 01 năm.",
    ] {
        let text = format!("Điều 1. {text}");
        let blocks = plain_blocks(&text);
        assert_eq!(instructions(&blocks, &structure(&blocks)).found[0].until, Some(Day::Event), "{text}");
    }
}

#[test]
fn each_document_has_the_day_behind_it() {
    for (form, expected) in [
        ("Bãi bỏ {A} kể từ ngày 01/7/2025 và {B} kể từ ngày 01/7/2026.", &["2025-07-01", "2026-07-01"][..]),
        ("Bãi bỏ {A} (từ ngày 01/01/2027) và {B} (từ ngày 01/7/2025).", &["2027-01-01", "2025-07-01"]),
        ("Bãi bỏ {A} và {B} kể từ ngày 01/7/2027.", &["2027-07-01", "2027-07-01"]),
        ("Bãi bỏ {A} kể từ ngày 01/7/2027 và {B}.", &["2027-07-01", "?"]),
        ("Từ ngày 01/7/2027, bãi bỏ {A} và {B}.", &["2027-07-01", "2027-07-01"]),
        ("Từ ngày 01/01/2027 bãi bỏ {A}, từ ngày 01/7/2025 bãi bỏ {B}.", &["2027-01-01", "2025-07-01"]),
        (
            "{A} hết hiệu lực kể từ ngày 01/01/2027 và {B} kể từ ngày 01/7/2025.",
            &["2027-01-01", "2025-07-01"],
        ),
        (
            "{A} hết hiệu lực kể từ ngày 01/01/2027, {B} hết hiệu lực kể từ ngày 01/7/2025.",
            &["2027-01-01", "2025-07-01"],
        ),
        (
            "Kéo dài thời gian thực hiện {A} đến hết ngày 30/5/2026; {B} đến hết ngày 31/12/2026.",
            &["-2026-05-30", "-2026-12-31"],
        ),
        ("Tạm ngưng hiệu lực {A} trong thời hạn 06 tháng kể từ ngày 01/6/2025.", &["2025-06-01-2025-11-30"]),
        ("Tạm ngưng hiệu lực {A} 01 năm kể từ ngày 01/6/2025.", &["2025-06-01-2026-05-31"]),
        ("Tạm ngưng hiệu lực {A} trong năm 2026.", &["2026-01-01-2026-12-31"]),
        ("Ngưng hiệu lực {A} từ ngày 31/12/2026 đến ngày 01/6/2025.", &["2026-12-31-2025-06-01?"]),
        (
            "Bãi bỏ {A} kể từ ngày 01/7/2026, {B} kể từ ngày 01/01/2027 và Nghị quyết số 3/2022/NQ-HĐND.",
            &["2026-07-01", "2027-01-01", "?"],
        ),
    ] {
        let text = format!("Điều 1. {form}")
            .replace("{A}", "Nghị quyết số 1/2021/NQ-HĐND ngày 08 tháng 7 năm 2021")
            .replace("{B}", "Nghị quyết số 2/2022/NQ-HĐND ngày 09 tháng 12 năm 2022");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        let told = |instruction: &Instruction| {
            let day = |day: Option<Day>, before: &str| match day {
                Some(Day::On(date)) => format!("{before}{date}"),
                Some(other) => format!("{before}{other:?}"),
                None => String::new(),
            };
            let doubt = if instruction.certainty.is_sure() { "" } else { "?" };
            format!("{}{}{doubt}", day(instruction.from, ""), day(instruction.until, "-"))
        };
        assert_eq!(found.iter().map(told).collect::<Vec<_>>(), *expected, "{form}");
    }
}

#[test]
fn the_term_of_a_title_is_not_that_of_a_list() {
    let a = "Nghị quyết số 1/NQ-HĐND quy định chính sách hỗ trợ đến hết ngày 31 tháng 12 năm 2025";
    for (head, until) in [
        (
            "Kéo dài thời gian thực hiện các nghị quyết sau đến hết ngày 31 tháng 12 năm 2027:",
            Some(Day::On(date(2027, 12, 31))),
        ),
        ("Tiếp tục áp dụng các nghị quyết sau đây cho đến khi có văn bản thay thế:", Some(Day::Event)),
        ("Ngưng hiệu lực các nghị quyết sau:", None),
    ] {
        let text = format!("Điều 1. Nội dung\n{head}\n1. {a}.");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        assert_eq!(found.iter().map(|one| one.until).collect::<Vec<_>>(), [until], "{text}");
    }
}
