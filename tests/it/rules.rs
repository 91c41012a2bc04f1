//! Rules over whole sites: each finds what it should and leaves alone what is right.

use crate::harness::site;

fn codes(text: &str) -> Vec<&'static str> {
    site(text).codes()
}

fn resolution(fields: &str) -> String {
    format!("//- content/resolutions/a.md\n---\ntitle: A\n{fields}---\n## Điều 1. Một\n## Điều 2. Hai\n")
}

#[test]
fn effect_follows_adoption() {
    for (fields, expected) in [
        ("number: 1/2024/NQ-HĐND\ndate: 2024-07-10\neffective: 2024-07-20\n", vec![]),
        ("number: 1/2024/NQ-HĐND\ndate: 2024-07-10\neffective: 2024-07-19\n", vec!["early-effect"]),
        ("number: 1/NQ-HĐND\ndate: 2024-07-10\neffective: 2024-07-10\n", vec![]),
        ("number: 1/NQ-HĐND\ndate: 2024-07-10\neffective: 2024-07-09\n", vec!["effect-before-adoption"]),
    ] {
        assert_eq!(codes(&resolution(fields)), expected, "{fields}");
    }
}

#[test]
fn relations_name_provisions_that_are_there() {
    let other = |provision: &str| {
        resolution("number: 1/2024/NQ-HĐND\ndate: 2024-07-10\n")
            + &format!(
                "//- content/resolutions/b.md\n---\ntitle: B\namends: [{{document: 1/2024/NQ-HĐND, provisions: [{provision}]}}]\n---\n"
            )
    };
    for (provision, expected) in [
        ("Điều 2", vec![]),
        ("khoản 9 Điều 2", vec![]),
        ("Điều 7", vec!["missing-provision"]),
        ("toàn bộ", vec!["unreadable-provision"]),
    ] {
        assert_eq!(codes(&other(provision)), expected, "{provision}");
    }
}

#[test]
fn sessions_follow_each_other() {
    let sessions = |first: &str, second: &str| {
        format!(
            "//- content/sessions/a.md\n---\nterm: X\nnumber: 1\nstart: {first}\n---\n//- content/sessions/b.md\n---\nterm: X\nnumber: 2\nstart: {second}\n---\n"
        )
    };
    assert_eq!(codes(&sessions("2023-07-01", "2023-12-01")), Vec::<&str>::new());
    assert_eq!(codes(&sessions("2023-12-01", "2023-07-01")), ["session-out-of-order"]);
}

#[test]
fn signers_hold_an_office_on_the_day() {
    let with = |start: &str, end: &str| {
        resolution("date: 2024-07-10\nsigner: Trần Văn A\n")
            + &format!(
                "//- content/officials/a.md\n---\nname: Trần Văn A\nroles: [{{title: Chủ tịch, start: {start}, end: {end}}}]\n---\n"
            )
    };
    assert_eq!(codes(&with("2021-06", "2026-06")), Vec::<&str>::new());
    assert_eq!(codes(&with("2021-06", "2023-06")), ["signer-without-role"]);
    assert_eq!(codes(&with("2025", "2026")), ["signer-without-role"]);
}
