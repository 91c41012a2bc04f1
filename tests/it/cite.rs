//! `congbao cite` with the real command: alone, within a portal, within one that is broken.

use std::path::Path;
use std::process::{Command, Output};

const TEXT: &str = "Theo khoản 2 Điều 3 Nghị quyết số 128/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh Thử, \
Nghị quyết số 128/NQ-HĐND; Luật số 77/2015/QH13; Nghị quyết số 5/NQ-HĐND ngày 01/01/2020.\nTrần Văn Bảy dự.\n";

/// A folder with a portal and a text beside its content.
fn folder(config: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("texts/a.txt", TEXT);
    if !config.is_empty() {
        write("congbao.yaml", config);
    }
    write(
        "content/resolutions/128.md",
        "---\ntitle: Nhiệm vụ\nnumber: 128/NQ-HĐND\ndate: 2022-12-09\nsigner: Trần Văn Bảy\n---\nCăn cứ Luật số 77/2015/QH13;\n\n## Điều 3. Ba\n",
    );
    folder
}

fn cite(current: &Path, arguments: &[&str]) -> (String, String) {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_congbao"))
        .current_dir(current)
        .arg("cite")
        .args(arguments)
        .output()
        .unwrap();
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(status.success(), "{stderr}");
    (stdout, stderr)
}

/// The words of each finding with its target, or with the name of the person.
fn targets(stdout: &str) -> Vec<(String, Option<String>)> {
    stdout
        .lines()
        .map(|line| {
            let finding: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = |key: &str| finding[key].as_str().map(str::to_owned);
            (text("text").unwrap(), text("target").or_else(|| text("name")))
        })
        .collect()
}

const CONFIG: &str = "title: Cổng thử\nbase_url: https://thu.example/hdnd/\norganization: HĐND tỉnh Thử\n";

#[test]
fn within_a_portal_citations_have_the_addresses_of_its_pages() {
    let folder = folder(CONFIG);
    let expected = [
        (
            "khoản 2 Điều 3 Nghị quyết số 128/NQ-HĐND ngày 09/12/2022",
            Some("/hdnd/nghi-quyet/128-nq-hdnd-2022/#dieu-3"),
        ),
        ("Nghị quyết số 128/NQ-HĐND", Some("/hdnd/nghi-quyet/128-nq-hdnd-2022/")),
        ("Luật số 77/2015/QH13", Some("/hdnd/van-ban/77-2015-qh13/")),
        ("Nghị quyết số 5/NQ-HĐND ngày 01/01/2020", None),
        ("Trần Văn Bảy", Some("Trần Văn Bảy")),
    ]
    .map(|(words, target)| (words.to_owned(), target.map(str::to_owned)));
    let (stdout, stderr) = cite(&folder.path().join("texts"), &["--format", "jsonl", "a.txt"]);
    assert_eq!(targets(&stdout), expected);
    assert_eq!(stderr, "");

    let elsewhere = tempfile::tempdir().unwrap();
    let root = folder.path().to_str().unwrap();
    let file = folder.path().join("texts/a.txt");
    let file = file.to_str().unwrap();
    let (by_root, _) = cite(elsewhere.path(), &["--format", "jsonl", file, "--root", root]);
    assert_eq!(by_root, stdout);

    let (human, _) = cite(folder.path(), &["texts/a.txt"]);
    assert!(human.contains(", HĐND tỉnh Thử] -> /hdnd/nghi-quyet/128-nq-hdnd-2022/#dieu-3\n"), "{human}");
}

#[test]
fn outside_of_a_portal_there_are_no_targets() {
    let folder = folder("");
    let (stdout, stderr) = cite(folder.path(), &["--format", "jsonl", "texts/a.txt"]);
    assert_eq!(targets(&stdout).iter().filter(|(_, target)| target.is_some()).count(), 0);
    assert_eq!((stdout.lines().count(), stderr.as_str()), (4, ""));
    assert!(stdout.contains("\"target\":null"), "the field is always there");
}

#[test]
fn a_broken_portal_is_told_and_stops_nothing() {
    for config in ["title: [\n", "title: Cổng\nbase_url: https://thu.example/\nunknown: 1\n"] {
        let folder = folder(config);
        let (stdout, stderr) = cite(folder.path(), &["--format", "jsonl", "texts/a.txt"]);
        assert!(stdout.lines().count() >= 4, "{stdout}");
        assert!(stderr.contains("targets may be missing"), "{stderr}");
    }
}

#[test]
fn a_text_of_the_portal_leans_on_its_own_front_matter() {
    let folder = folder(CONFIG);
    let path = "content/resolutions/130.md";
    let text = "---\ntitle: Sửa\nnumber: 130/NQ-HĐND\ndate: 2023-12-09\namends: [128/NQ-HĐND (2022)]\n---\n## Điều 1. Một\n\nSửa đổi Nghị quyết số 128/NQ-HĐND.\n";
    std::fs::write(folder.path().join(path), text).unwrap();
    let (stdout, stderr) = cite(folder.path(), &["--format", "jsonl", path]);
    assert!(stdout.contains("\"target\":\"/hdnd/nghi-quyet/128-nq-hdnd-2022/\""), "{stdout} {stderr}");
}
