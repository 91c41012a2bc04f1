//! Common mistakes of editors, each a small site with what `congbao check` says of it.
//!
//! `mistakes.txt` is to be read: each mistake begins with `# ` and words, has its files as [`crate::check::folder`] takes
//! them, and behind `//=` what is told. `(utf-16)`, `(tcvn3)` or `(bom)` behind a path says how the file is stored. With
//! `CONGBAO_REWRITE` in the environment the test writes what is told now; look at the difference before it is kept.

use std::path::Path;

use crate::check::run;

const FILE: &str = "tests/it/mistakes.txt";
/// Where no other is given: a portal that asks little, so that each mistake stands alone.
const CONFIG: &str = "title: Cổng thử
base_url: https://thu.example/
organization: HĐND tỉnh Thử
checks: {missing-contact: off, missing-day: off, missing-effect: off, missing-number: off, missing-signer: off, missing-topic: off}
";

/// A file as an old program stores it.
fn stored(text: &str, form: &str) -> Vec<u8> {
    match form {
        "utf-16" => {
            std::iter::once(0xfeff_u16).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        }
        // Letters of the old fonts lie where Latin-1 has others.
        "tcvn3" => text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect(),
        "bom" => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        _ => text.as_bytes().to_vec(),
    }
}

fn told(site: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("congbao.yaml"), CONFIG).unwrap();
    for file in site.split("//- ").skip(1) {
        let (line, text) = file.split_once('\n').unwrap();
        let (path, form) = line.trim_end_matches(')').split_once(" (").unwrap_or((line, ""));
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, stored(text, form)).unwrap();
    }
    let (code, stdout, stderr) = run(folder.path(), &["check"]);
    assert!(code < 2 && stderr.is_empty(), "{site}{stderr}");
    stdout
}

#[test]
fn each_mistake_is_told_with_file_line_and_remedy() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let expected = std::fs::read_to_string(&path).unwrap();
    let mistakes: Vec<&str> =
        expected.split("\n\n\n").map(str::trim).filter(|text| !text.is_empty()).collect();
    assert!(mistakes.len() >= 20);
    let mut found = Vec::new();
    for mistake in &mistakes {
        let site = mistake.split("//=").next().unwrap();
        let told = told(site);
        let is_told = told.contains("--> ") && told.contains("= help: ");
        assert!(is_told || told.starts_with("no problems"), "{site}{told}");
        found.push(format!("{site}//=\n{}", told.trim_end()));
    }
    if std::env::var_os("CONGBAO_REWRITE").is_some() {
        std::fs::write(&path, found.join("\n\n\n") + "\n").unwrap();
        return;
    }
    for (expected, found) in mistakes.into_iter().zip(found) {
        assert_eq!(found, expected, "\n{found}\n");
    }
}
