use super::super::line::tokens;
use super::*;
use jiff::civil::date;

#[test]
fn every_usual_phrase_is_read() {
    let adoption = Some(Start::From(Base::Adoption));
    let signing = Some(Start::From(Base::Signing));
    let last = Some(date(2025, 12, 31));
    for (text, start, until) in [
        ("Nghị quyết này có hiệu lực từ ngày thông qua.", adoption, None),
        (
            "Nghị quyết này có hiệu lực thi hành kể từ ngày được Hội đồng nhân dân tỉnh thông qua",
            adoption,
            None,
        ),
        ("Nghị quyết có hiệu lực kể từ ngày ký.", signing, None),
        ("Nghị quyết này có hiệu lực kể từ ngày ký.", signing, None),
        ("Nghị quyết này có hiệu lực kể từ ngày ký ban hành.", signing, None),
        (
            "Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày thông qua",
            Some(Start::After { days: 10, base: Base::Adoption }),
            None,
        ),
        (
            "Nghị quyết này có hiệu lực thi hành sau 10 (mười) ngày, kể từ ngày ký",
            Some(Start::After { days: 10, base: Base::Signing }),
            None,
        ),
        ("Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2025", Some(Start::On(date(2025, 1, 1))), None),
        (
            "Nghị quyết này có hiệu lực kể từ ngày 01/01/2025 đến hết ngày 31 tháng 12 năm 2025",
            Some(Start::On(date(2025, 1, 1))),
            last,
        ),
        ("Nghị quyết này có hiệu lực đến hết ngày 31 tháng 12 năm 2025", None, last),
        ("Nghị quyết này được thực hiện đến hết ngày 31/12/2025", None, last),
        ("Nghị quyết này hết hiệu lực kể từ ngày 01/01/2026", None, last),
        ("Nghị quyết này hết hiệu lực thi hành vào ngày 31 tháng 12 năm 2025", None, last),
        ("1. Nghị quyết này hết hiệu lực sau ngày 31/12/2025", None, last),
        ("Nghị quyết này hết hiệu lực từ sau ngày 31/12/2025", None, last),
        ("Nghị quyết này hết hiệu lực thi hành đến hết ngày 31/12/2025", None, last),
        ("Nghị quyết này được áp dụng đến hết năm 2025", None, last),
        ("Nghị quyết này áp dụng cho đến hết tháng 12 năm 2025", None, last),
        ("Nghị quyết này có hiệu lực đến trước ngày 01/01/2026", None, last),
        (
            "Nghị quyết này có hiệu lực từ ngày 01/01/2025 đến hết năm ngân sách 2025",
            Some(Start::On(date(2025, 1, 1))),
            last,
        ),
        (
            "Nghị quyết này có hiệu lực sau mười lăm ngày kể từ ngày thông qua",
            Some(Start::After { days: 15, base: Base::Adoption }),
            None,
        ),
        (
            "Nghị quyết này thay thế Nghị quyết số 05/2021/NQ-HĐND ngày 08/7/2021 và có hiệu lực từ ngày 01/01/2025",
            Some(Start::On(date(2025, 1, 1))),
            None,
        ),
        ("Nghị quyết này áp dụng từ năm ngân sách 2025", Some(Start::BudgetYear(2025)), None),
        ("Nghị quyết này được áp dụng từ năm học 2025-2026", Some(Start::SchoolYear(2025)), None),
        (
            "Nghị quyết này đã được HĐND tỉnh thông qua ngày 12 tháng 7 năm 2023 và có hiệu lực từ ngày thông qua./.",
            adoption,
            None,
        ),
    ] {
        let found = validities(&tokens(text, 0));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].start, found[0].until), (start, until), "{text}");
        assert_eq!(found[0].provision, None, "{text}");
    }
}

#[test]
fn provisions_may_have_days_of_their_own() {
    let text = "Điều 3. Nghị quyết này có hiệu lực từ ngày thông qua, trừ khoản 2 Điều 5 có hiệu lực từ ngày \
                01/01/2026.";
    let found = validities(&tokens(text, 0));
    let provisions: Vec<_> =
        found.iter().map(|found| found.provision.clone().map(|range| &text[range])).collect();
    assert_eq!(provisions, [None, Some("khoản 2 Điều 5")]);
}

#[test]
fn what_goes_on_in_a_sentence_is_of_the_same_subject() {
    let day = |text: &str| crate::text::parse_date(text).ok();
    for (text, expected) in [
        (
            "Nghị quyết này có hiệu lực từ ngày 01/6/2025 và hết hiệu lực sau ngày 31/12/2026.",
            &[(None, Some("2025-06-01"), None), (None, None, Some("2026-12-31"))] as &[_],
        ),
        (
            "Nghị quyết này có hiệu lực từ ngày 01/6/2025, được áp dụng đến hết năm 2026.",
            &[(None, Some("2025-06-01"), None), (None, None, Some("2026-12-31"))],
        ),
        (
            "Khoản 2 Điều 3 có hiệu lực từ ngày 01/6/2025 và hết hiệu lực từ ngày 01/01/2027.",
            &[
                (Some("Khoản 2 Điều 3"), Some("2025-06-01"), None),
                (Some("Khoản 2 Điều 3"), None, Some("2026-12-31")),
            ],
        ),
        (
            "Nghị quyết này có hiệu lực từ ngày 01/6/2025; các quy định trước đây hết hiệu lực từ ngày 01/6/2025.",
            &[(None, Some("2025-06-01"), None)],
        ),
        ("Chính sách tại Nghị quyết này được thực hiện từ ngày 01/01/2025 đến hết ngày 31/12/2028.", &[]),
        ("Các văn bản trái với Nghị quyết này hết hiệu lực từ ngày 01/6/2025.", &[]),
        ("Nghị quyết này được áp dụng đến hết năm học 2025-2026.", &[]),
        ("Nghị quyết này được áp dụng đến năm 2026.", &[]),
        ("Nghị quyết này có hiệu lực từ ngày 01/10/2026 nếu được Chính phủ phê duyệt phương án.", &[]),
        ("Nếu được Chính phủ phê duyệt, Nghị quyết này có hiệu lực từ ngày 01/10/2026.", &[]),
        (
            "Khoản 2 Điều 3 có hiệu lực từ ngày 01/10/2026, với điều kiện có nguồn.",
            &[(Some("Khoản 2 Điều 3"), None, None)],
        ),
        ("Thời gian áp dụng chính sách đến hết ngày 31 tháng 12 năm 2028.", &[]),
    ] {
        let found = validities(&tokens(text, 0));
        let said: Vec<_> = found
            .iter()
            .map(|found| {
                let start = match found.start {
                    Some(Start::On(date)) => Some(date),
                    _ => None,
                };
                (found.provision.clone().map(|range| &text[range]), start, found.until)
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(provision, start, until)| (*provision, start.and_then(day), until.and_then(day)))
            .collect();
        assert_eq!(said, expected, "{text}");
    }
}

#[test]
fn what_is_said_of_others_is_left_aside() {
    for text in [
        "Nghị quyết số 05/2021/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
        "Hợp đồng có hiệu lực từ ngày ký.",
        "Nghị quyết số 05/2021/NQ-HĐND có hiệu lực từ ngày 01/01/2022.",
        "Nghị quyết này được thực hiện từ ngày hôm nay",
        "Nghị quyết này không hết hiệu lực ngày 31/12/2025 mà tiếp tục được áp dụng.",
        "Nghị quyết này chưa hết hiệu lực từ ngày 01/01/2026.",
        "Khoản 2 Điều 3 Luật Đất đai có hiệu lực từ ngày 01/01/2025.",
        "Điều 5 Nghị quyết số 05/2021/NQ-HĐND hết hiệu lực từ ngày 01/01/2025.",
    ] {
        assert_eq!(validities(&tokens(text, 0)), [], "{text}");
    }
}
