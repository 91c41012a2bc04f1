//! `congbao new` with the real command: every kind, numbers, and what it must not do.

use crate::check::{folder, run};

/// What a new resolution still leaves out is no fault of the file.
const CONFIG: &str = "//- congbao.yaml
title: Cổng thử
base_url: https://thu.example/
organization: HĐND tỉnh Thử
checks: {missing-contact: off, missing-effect: off, missing-number: off, missing-signer: off, missing-topic: off}
";

/// A portal with numbered resolutions of 2026: number and day.
fn portal(resolutions: &[(&str, &str)]) -> tempfile::TempDir {
    let files = resolutions.iter().enumerate().map(|(at, (number, date))| {
        format!("//- content/resolutions/{at}.md\n---\ntitle: R{at}\nnumber: {number}\ndate: {date}\n---\n")
    });
    folder(&format!("{CONFIG}{}", files.collect::<String>()))
}

#[test]
fn a_file_of_every_kind_gives_no_problem() {
    for language in ["vi", "en"] {
        let folder = folder(&format!("{CONFIG}language: {language}\n"));
        for (kind, title, options) in [
            ("resolution", "Về ngân sách: \"năm\" 2027 #1", &["--number", "45/NQ-HĐND"][..]),
            ("resolution", "Về đầu tư công", &[]),
            ("report", "Báo cáo giám sát", &["--number", "12/BC-HĐND", "--date", "2025-12-09"]),
            ("news", "Khai mạc", &[]),
            ("session", "Kỳ họp thứ 14, khóa XIV", &["--date", "2025-12-09"]),
            ("session", "Kỳ họp chuyên đề thứ 15, khóa XIV", &[]),
            ("session", "Phiên giải trình", &[]),
            ("official", "Nguyễn Văn Ất", &[]),
            ("topic", "Ngân sách", &[]),
            ("body", "Ủy ban nhân dân tỉnh Thử", &["--date", "2021-07-01"]),
            ("page", "Giới thiệu", &[]),
        ] {
            let arguments = [&["new", kind, title][..], options].concat();
            let (code, stdout, stderr) = run(folder.path(), &arguments);
            assert_eq!((code, stderr.as_str()), (0, ""), "{arguments:?}");
            let text = std::fs::read_to_string(folder.path().join(stdout.trim_end())).unwrap();
            assert!(text.starts_with("---\n# "), "{text}");
            if language == "vi" {
                let (code, _, again) = run(folder.path(), &arguments);
                assert_eq!(code, 2, "{again}");
                assert!(again.contains("there is already content/"), "{again}");
                assert_eq!(std::fs::read_to_string(folder.path().join(stdout.trim_end())).unwrap(), text);
            }
        }
        let (code, stdout, _) = run(folder.path(), &["check", "--strict"]);
        assert_eq!((code, stdout.as_str()), (0, "no problems in 5 documents and 6 records\n"));
    }
}

#[test]
fn the_next_number_is_written_only_where_there_is_no_doubt() {
    let doubt = "number: 128/NQ-HĐND";
    for (resolutions, expected, hint) in [
        (
            &[("1/NQ-HĐND", "2026-01-05"), ("2/NQ-HĐND", "2026-01-05"), ("3/NQ-HĐND", "2026-02-05")][..],
            "number: 4/NQ-HĐND",
            "",
        ),
        (&[("08/NQ-HĐND", "2026-01-05")], doubt, "08/NQ-HĐND"),
        (
            &[
                ("01/2026/NQ-HĐND", "2026-01-05"),
                ("02/2026/NQ-HĐND", "2026-01-05"),
                ("03/2026/NQ-HĐND", "2026-02-05"),
            ],
            "number: 04/2026/NQ-HĐND",
            "",
        ),
        // A gap, a second series, a later day, a count that began before the year.
        (
            &[("1/NQ-HĐND", "2026-01-05"), ("2/NQ-HĐND", "2026-01-05"), ("4/NQ-HĐND", "2026-02-05")],
            doubt,
            "4/NQ-HĐND",
        ),
        (
            &[
                ("1/NQ-HĐND", "2026-01-05"),
                ("2/NQ-HĐND", "2026-01-05"),
                ("3/NQ-HĐND", "2026-02-05"),
                ("1/2026/NQ-HĐND", "2026-02-06"),
            ],
            doubt,
            "1/2026/NQ-HĐND",
        ),
        (
            &[("1/NQ-HĐND", "2026-01-05"), ("2/NQ-HĐND", "2026-01-05"), ("3/NQ-HĐND", "2026-11-05")],
            doubt,
            "3/NQ-HĐND",
        ),
        (
            &[("41/NQ-HĐND", "2026-01-05"), ("42/NQ-HĐND", "2026-01-05"), ("43/NQ-HĐND", "2026-02-05")],
            doubt,
            "43/NQ-HĐND",
        ),
        (&[("1/NQ-HĐND", "2025-01-05"), ("2/NQ-HĐND", "2025-01-05"), ("3/NQ-HĐND", "2025-02-05")], doubt, ""),
    ] {
        let folder = portal(resolutions);
        let (code, stdout, stderr) =
            run(folder.path(), &["new", "resolution", "Mới", "--date", "2026-03-01"]);
        assert_eq!((code, stderr.as_str()), (0, ""));
        let text = std::fs::read_to_string(folder.path().join(stdout.trim_end())).unwrap();
        let number = text.lines().find(|line| line.contains("number: ")).unwrap();
        let number = if expected == doubt { number.strip_prefix('#').unwrap() } else { number };
        assert_eq!(number, expected, "{resolutions:?}");
        assert_eq!(text.contains("2026 trên cổng: "), !hint.is_empty(), "{text}");
        assert!(text.contains(hint), "{text}");
    }
}

#[test]
fn what_would_be_wrong_is_refused_and_nothing_written() {
    let folder = portal(&[("1/NQ-HĐND", "2026-01-05")]);
    for (arguments, expected) in [
        (
            &["new", "resolution", "Hai", "--number", "1/NQ-HĐND", "--date", "2026-02-05"][..],
            "error[address-taken]",
        ),
        (&["new", "resolution", "Hai", "--number", "mot"], "no whole number and symbol"),
        (&["new", "news", "  "], "the title is empty"),
        (&["new", "topic", "A", "--number", "1"], "has no number"),
        (&["new", "resolutoin", "A"], "similar value exists: 'resolution'"),
    ] {
        let (code, stdout, stderr) = run(folder.path(), arguments);
        assert_eq!((code, stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(stderr.contains(expected), "{stderr}");
    }
    let empty = tempfile::tempdir().unwrap();
    for (root, expected) in [(".", "there is no congbao.yaml in"), ("missing", "there is no folder missing")]
    {
        let (code, _, stderr) = run(empty.path(), &["new", "news", "A", "--root", root]);
        assert!(code == 2 && stderr.contains(expected), "{stderr}");
    }
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0);
    assert_eq!(std::fs::read_dir(folder.path().join("content")).unwrap().count(), 1);
    assert_eq!(std::fs::read_dir(folder.path().join("content/resolutions")).unwrap().count(), 1);
}

#[test]
fn news_with_the_title_of_another_year_gets_an_address_of_its_own() {
    let folder = folder(&format!("{CONFIG}//- content/news/2025/khai-mac.md\n---\ntitle: Khai mạc\n---\n"));
    let (code, stdout, _) = run(folder.path(), &["new", "news", "Khai mạc", "--date", "2026-02-03"]);
    assert_eq!((code, stdout.as_str()), (0, "content/news/2026/khai-mac-2026-02-03.md\n"));
}
