//! `congbao check` with the real command.

use std::path::Path;
use std::process::{Command, Output};

use congbao::build::rules::rules;
use congbao::diag::nearest_code;
use serde_json::Value;

/// A portal with an error, a warning and nothing else: the letters before the places are of one, two and three bytes,
/// one of them of two UTF-16 units.
const FAULTS: &str = "//- congbao.yaml
title: Cổng thử
base_url: https://thu.example/
checks: {missing-contact: off}
//- content/news/a, b.md
---
title: Tin
ngày: 2023-02-20
---
Đọc 𝒳 [một](b.md) rồi 100% xong.
";

/// Writes files in one string, as in [`crate::harness::inputs`], into a folder of their own.
pub(crate) fn folder(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in text.split("//- ").skip(1) {
        let (path, text) = file.split_once('\n').unwrap();
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// Runs the command in a folder: exit code, standard output, standard error.
pub(crate) fn run(current: &Path, arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_congbao"))
        .current_dir(current)
        .env_remove("GITHUB_WORKSPACE")
        .env("SOURCE_DATE_EPOCH", "1767225600")
        .args(arguments)
        .output()
        .unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn people_see_the_line_the_place_and_the_remedy() {
    let folder = folder(FAULTS);
    let (code, stdout, stderr) = run(folder.path(), &["check"]);
    assert_eq!((code, stderr.as_str()), (1, ""));
    insta::assert_snapshot!(stdout, @r"
    error[unknown-field]: there is no field `ngày` here
     --> content/news/a, b.md:3:1
      |
    3 | ngày: 2023-02-20
      | ^^^^
      |
      = help: did you mean `ngay`?

    warning[dead-link]: `b.md` leads nowhere; the link is left out and its text kept
     --> content/news/a, b.md:5:7
      |
    5 | Đọc 𝒳 [một](b.md) rồi 100% xong.
      |       ^^^^^^^^^^^
      |
      = help: correct the path; it is read from the folder of this file

    1 error, 1 warning in 1 document
    ");
}

#[test]
fn the_exit_code_tells_errors_and_wrong_use() {
    let clean = "//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\nchecks: {missing-contact: off}\n";
    let warned = format!("{clean}//- content/news/a.md\n---\ntitle: A\n---\n[b](b.md)\n");
    let draft = format!("{clean}//- content/news/a.md\n---\ntitle: A\ndraft: true\n---\n[b](b.md)\n");
    for (text, arguments, expected) in [
        (clean, vec!["check"], 0),
        (&warned, vec!["check"], 0),
        (&warned, vec!["check", "--strict"], 1),
        (&draft, vec!["check", "--strict"], 0),
        (&draft, vec!["check", "--strict", "--drafts"], 1),
        (FAULTS, vec!["check"], 1),
        (clean, vec!["check", "--format", "xml"], 2),
        (clean, vec!["check", "--date", "2026-02-30"], 2),
        (clean, vec!["check", "--root", "elsewhere"], 2),
    ] {
        let folder = folder(text);
        let (code, stdout, stderr) = run(folder.path(), &arguments);
        assert_eq!(code, expected, "{arguments:?}\n{stdout}{stderr}");
        assert!(!folder.path().join("public").exists(), "a check writes nothing");
    }
    let empty = tempfile::tempdir().unwrap();
    let (code, _, stderr) = run(empty.path(), &["check"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("there is no congbao.yaml"), "{stderr}");
}

#[test]
fn json_has_every_place_in_code_points() {
    let folder = folder(FAULTS);
    let (code, stdout, _) = run(folder.path(), &["check", "--format", "json"]);
    assert_eq!(code, 1);
    let report: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(
        (&report["version"], &report["errors"], &report["warnings"]),
        (&1.into(), &1.into(), &1.into())
    );
    let link = &report["problems"][1];
    let said = ["file", "line", "column", "end_line", "end_column", "code", "severity", "text"]
        .map(|key| &link[key]);
    assert_eq!(
        said,
        [
            &Value::from("content/news/a, b.md"),
            &5.into(),
            &7.into(),
            &5.into(),
            &18.into(),
            &"dead-link".into(),
            &"warning".into(),
            &"Đọc 𝒳 [một](b.md) rồi 100% xong.".into(),
        ]
    );
}

#[test]
fn annotations_are_lines_with_paths_from_the_repository() {
    let folder = folder(FAULTS);
    let above = folder.path().parent().unwrap();
    let name = folder.path().file_name().unwrap().to_str().unwrap();
    let (_, stdout, _) = run(above, &["check", "--format", "github", "--root", name]);
    assert_eq!(
        stdout,
        format!(
            "::error file={name}/content/news/a%2C b.md,line=3,endLine=3,col=1,endColumn=5,title=unknown-field::\
             there is no field `ngày` here%0Adid you mean `ngay`?\n\
             ::warning file={name}/content/news/a%2C b.md,line=5,endLine=5,col=7,endColumn=18,title=dead-link::\
             `b.md` leads nowhere; the link is left out and its text kept%0A\
             correct the path; it is read from the folder of this file\n"
        )
    );
}

#[test]
fn sarif_follows_its_schema_and_counts_in_utf16() {
    let schema =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/sarif-2.1.0.json"));
    // One pattern of the schema has a bracket that only the regular expressions of browsers forgive.
    let (loose, strict) = ("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}?$");
    assert!(schema.as_ref().unwrap().contains(loose));
    let schema: Value = serde_json::from_str(&schema.unwrap().replace(loose, strict)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(!validator.is_valid(&serde_json::json!({ "version": "2.1.0" })), "the schema refuses something");
    let loops = "//- congbao.yaml
title: A
base_url: https://a.example/
//- content/topics/a.md
---
title: A
---
//- content/topics/b.md
---
title: A
---
//- content/news/a.md
---
title: [A
---
";
    for text in [
        FAULTS,
        loops,
        "//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\nchecks: {missing-contact: off}\n",
        "//- congbao.yaml\n",
    ] {
        let folder = folder(text);
        let (_, stdout, _) = run(folder.path(), &["check", "--format", "sarif"]);
        let log: Value = serde_json::from_str(&stdout).unwrap();
        let faults: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
        if text == FAULTS {
            let result = &log["runs"][0]["results"][1];
            let place = &result["locations"][0]["physicalLocation"];
            assert_eq!(place["artifactLocation"]["uri"], "content/news/a%2C%20b.md");
            assert_eq!(place["region"]["startColumn"], 8, "one letter before it counts twice");
            let rule =
                &log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
            assert_eq!(rule["id"], "dead-link");
        }
    }
}

#[test]
fn codes_are_explained_and_mistyped_ones_understood() {
    let folder = tempfile::tempdir().unwrap();
    let (code, stdout, _) = run(folder.path(), &["check", "--explain", "dead-link"]);
    assert_eq!(code, 0);
    for wanted in ["dead-link (a warning)", "What to do:", "checks:\n    dead-link: off"] {
        assert!(stdout.contains(wanted), "{stdout}");
    }
    let (code, _, stderr) = run(folder.path(), &["check", "--explain", "dead-lnk"]);
    assert_eq!((code, stderr.contains("did you mean `dead-link`?")), (2, true), "{stderr}");
    let (code, _, stderr) = run(folder.path(), &["check", "--explain", "zzz"]);
    assert_eq!((code, stderr.contains("`congbao check --explain` lists all")), (2, true), "{stderr}");
    let (code, stdout, _) = run(folder.path(), &["check", "--explain"]);
    assert_eq!(code, 0);
    for rule in rules() {
        let lines = stdout.lines().filter(|line| line.trim_start().starts_with(&format!("{} ", rule.code.0)));
        assert_eq!(lines.count(), 1, "{}", rule.code.0);
    }
}

#[test]
fn a_mistyped_code_is_understood() {
    for (said, expected) in [
        ("dead-link", Some("dead-link")),
        ("deadlink", Some("dead-link")),
        ("Dead Link", Some("dead-link")),
        ("unknown_feild", Some("unknown-field")),
        ("ending-twice", Some("ended-twice")),
        ("xyz", None),
        ("", None),
    ] {
        assert_eq!(nearest_code(said, &rules()).map(|code| code.0), expected, "{said}");
    }
}
