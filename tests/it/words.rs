//! The words of the default theme: equal keys in both languages, none missing, none unused, all in form C.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Beginnings of keys that are put together while rendering, with what they are put together from.
const PUT_TOGETHER: [&str; 23] = [
    "doubt_",
    "validity_unknown_",
    "status_",
    "rel_",
    "comparison_",
    "target_",
    "session_kind_",
    "session_state_",
    "report_about_",
    "gap_",
    "body_kind_",
    "address_",
    "banner_",
    "cited_as_",
    "mark_",
    "step_",
    "outcome_",
    "edge_",
    "event_",
    "listed_",
    "column_",
    "kind_",
    "table_",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn words(lang: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(root().join(format!("themes/default/i18n/{lang}.yaml"))).unwrap();
    text.lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (key, value) = line.split_once(": ").unwrap_or_else(|| panic!("{lang}: {line}"));
            (key.to_owned(), value.trim().trim_matches('"').to_owned())
        })
        .collect()
}

fn texts(folder: &Path, extension: &str, found: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, extension, found);
        } else if path.extension().is_some_and(|other| other == extension) {
            found.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn both_languages_have_the_same_keys() {
    let (vi, en) = (words("vi"), words("en"));
    let keys = |words: &BTreeMap<String, String>| words.keys().cloned().collect::<BTreeSet<_>>();
    let differ: Vec<_> = keys(&vi).symmetric_difference(&keys(&en)).cloned().collect();
    assert!(differ.is_empty(), "in one language only: {differ:?}");
    for (key, text) in vi.iter().chain(&en) {
        assert_eq!(congbao::text::nfc(text), text.as_str(), "{key} is not in form C");
    }
    for (key, text) in &vi {
        let places = |text: &str| {
            text.split('{')
                .skip(1)
                .map(|rest| rest.split('}').next().unwrap_or("").to_owned())
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(places(text), places(&en[key]), "{key} has other places in the other language");
    }
}

#[test]
fn every_word_is_used_and_every_used_word_is_there() {
    let vi = words("vi");
    let mut templates = String::new();
    texts(&root().join("themes/default/templates"), "html", &mut templates);
    let mut code = String::new();
    texts(&root().join("src"), "rs", &mut code);
    let quoted: BTreeSet<&str> = templates.split('"').chain(code.split('"')).collect();
    let is_used = |key: &str| {
        let plain = key.strip_suffix("_one").unwrap_or(key);
        quoted.contains(key)
            || quoted.contains(plain)
            || PUT_TOGETHER.iter().any(|start| key.starts_with(start))
    };
    let unused: Vec<_> = vi.keys().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "used nowhere: {unused:?}");
    // `"key" | t` in templates names a word.
    for part in templates.split("\" | t").take(templates.matches("\" | t").count()) {
        let key = part.rsplit('"').next().unwrap_or("");
        assert!(vi.contains_key(key), "`{key}` is missing");
    }
}
