//! Who may import whom: a module uses modules on lower floors only, never its neighbours.

use std::path::Path;

/// The floors, lowest first; modules on one floor do not know each other.
const FLOORS: [&[&str]; 16] = [
    &["manifest", "path"],
    &["text"],
    &["lang", "legal"],
    &["diag"],
    &["yaml"],
    &["front", "inputs"],
    &["config", "markdown"],
    &["document", "hosts"],
    &["link"],
    &["check", "plan", "starter"],
    &["lock", "minify", "search", "theme"],
    &["memo", "view"],
    &["export", "render"],
    &["build"],
    &["demo", "schema"],
    &["disk"],
];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

pub(crate) fn rust_files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn modules_use_lower_floors_only() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    let mut faults = Vec::new();
    for file in files {
        let inner = file.strip_prefix(&source).unwrap();
        let module = inner.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if matches!(module, "lib" | "main" | "cli") {
            continue;
        }
        let own = floor(module).unwrap_or_else(|| panic!("`{module}` stands on no floor"));
        let text = std::fs::read_to_string(&file).unwrap();
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for used in uses(line) {
                let is_own = used == module;
                if !is_own && floor(&used).is_some_and(|used| used >= own) {
                    faults.push(format!("{}:{}: {module} uses {used}", inner.display(), number + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The modules that a line names by `crate::module` or `crate::{a, b}`.
fn uses(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in line.split("crate::").skip(1) {
        let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
        match part.strip_prefix('{') {
            Some(list) => {
                let list = list.split('}').next().unwrap_or("");
                found.extend(
                    list.split(',').map(|name| name.trim().split("::").next().unwrap_or("").to_owned()),
                );
            }
            None => found.push(part.split(|letter| !is_name(letter)).next().unwrap_or("").to_owned()),
        }
    }
    found
}

#[test]
fn the_core_makes_no_output_and_reads_no_clock() {
    // The linter keeps the rest of the machine out; this keeps anyone from switching it off.
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    for file in files {
        let inner = file.strip_prefix(&source).unwrap().to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(&file).unwrap();
        let may = inner.starts_with("cli/")
            || inner == "disk/mod.rs"
            || inner.ends_with("/tests.rs")
            || inner.ends_with("/soundness.rs");
        assert!(may || !text.contains("clippy::disallowed"), "{inner} opts out of a rule of the house");
    }
}

/// The arms of matches on kinds of documents beside which one arm takes all other kinds: a new kind would slip through there.
fn kinds_beside_a_wildcard(text: &str) -> Vec<usize> {
    const KINDS: [&str; 8] = ["Resolution", "Report", "News", "Session", "Official", "Topic", "Body", "Page"];
    let indent = |line: &str| line.len() - line.trim_start().len();
    let names_a_kind = |line: &str| {
        let pattern = line.trim_start().trim_start_matches("| ").trim_start_matches("Some(");
        let name =
            ["KindFields::", "DocumentKind::", "Kind::"].iter().find_map(|path| pattern.strip_prefix(path));
        name.is_some_and(|name| {
            KINDS.contains(&name.split(|sign: char| !sign.is_alphabetic()).next().unwrap())
        })
    };
    let lines: Vec<&str> = text.lines().collect();
    let is_wildcard = |at: &usize| lines[*at].trim_start().starts_with("_ =>");
    let takes_kinds = |at: &usize| {
        let own = indent(lines[*at]);
        let arms = lines[..*at].iter().rev().take_while(|line| line.trim().is_empty() || indent(line) >= own);
        arms.filter(|line| indent(line) == own).any(|line| names_a_kind(line))
    };
    (0..lines.len()).filter(is_wildcard).filter(takes_kinds).collect()
}

#[test]
fn matches_on_kinds_name_every_kind() {
    let fault = "    match kind {\n        Kind::News => 1,\n        _ => 2,\n    }\n";
    assert_eq!(kinds_beside_a_wildcard(fault), [2], "the check can fail");
    assert!(
        kinds_beside_a_wildcard("    match name {\n        \"a\" => Kind::News,\n        _ => 2,\n    }\n")
            .is_empty()
    );
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    let mut faults = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        faults.extend(
            kinds_beside_a_wildcard(&text).into_iter().map(|at| format!("{}:{}", file.display(), at + 1)),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
