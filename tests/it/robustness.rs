//! Hostile and broken input: a page or a message, soon, and nothing dangerous in the output.

use std::path::Path;
use std::time::{Duration, Instant};

use congbao::diag::Severity;
use proptest::prelude::*;

use crate::crawl;
use crate::harness::{Ask, Built, build, corpora, html_of, inputs_of, json_lines};

/// Longest time for one input.
const LIMIT: Duration = Duration::from_secs(5);

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// Builds a site and looks that nothing of it is dangerous or out of its folder.
fn harmless(files: Vec<(String, Vec<u8>)>) -> Built {
    let built = build(inputs_of(files), &Ask::default());
    assert!(!built.codes().contains(&"internal-error"), "{}", built.problems());
    let faults: Vec<String> = crawl::faults(&built);
    assert_eq!(faults, Vec::<String>::new());
    for file in built.files.keys() {
        assert!(file.split('/').all(|part| !matches!(part, "" | "." | "..")) && file.is_ascii(), "{file}");
    }
    built
}

/// A document of every kind with a hostile string in every field that takes text.
fn everywhere(at: usize, payload: &str) -> Vec<(String, Vec<u8>)> {
    let text = quoted(payload);
    let common = format!(
        "slug: {text}\nsummary: {text}\ntopics: [{text}]\nofficials: [{text}]\nsession: {text}\naliases: [{text}]\nattachments: [{{file: {text}, title: {text}}}]\nsource: {{name: {text}, url: {text}}}\n"
    );
    let file = |folder: &str, fields: &str| {
        let front = format!(
            "---\ntitle: {text}\n{common}{fields}---\n{payload}\n\n# {payload}\n\n[{payload}]({payload}) ![{payload}]({payload})\n"
        );
        (format!("content/{folder}/x{at}.md"), front.into_bytes())
    };
    vec![
        file(
            "resolutions",
            &format!(
                "number: {text}\nissuer: {text}\nsigner: {text}\nvote: {{statement: {text}}}\namends: [{text}]\ntargets: [{{indicator: {text}, value: {text}, unit: {text}, scope: {text}, provision: {text}}}]\n"
            ),
        ),
        file(
            "reports",
            &format!(
                "number: {text}\nstatistics: {{{text}: {text}}}\nresults: [{{resolution: {text}, indicator: {text}}}]\n"
            ),
        ),
        file(
            "news",
            &format!("place: {text}\nbyline: {text}\nimage: {{file: {text}, alt: {text}, credit: {text}}}\n"),
        ),
        file(
            "sessions",
            &format!(
                "body: {text}\nterm: {text}\nnumber: 3\nvenue: {text}\nchairs: [{text}]\nagenda: [{{title: {text}, time: {text}, presenter: {text}}}]\nminutes: {text}\n"
            ),
        ),
        file(
            "officials",
            &format!(
                "name: {text}\nother_names: [{text}]\nconstituency: {text}\ncontact: {text}\nroles: [{{title: {text}, body: {text}, source: {text}}}]\n"
            ),
        ),
        file("topics", &format!("parent: {text}\nsynonyms: [{text}]\n")),
        file("bodies", &format!("short_name: {text}\nparent: {text}\nsuccessor: {text}\n")),
        file("pages", ""),
    ]
}

/// Bodies are read as those of free pages are.
const FORM: congbao::markdown::Form = congbao::markdown::Form { top_level: 2, is_resolution: false };

#[test]
fn hostile_strings_of_our_own_do_no_harm() {
    let payloads = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "../../../../etc/passwd",
        "..\\..\\windows\\win.ini",
        "%2e%2e%2f%2e%2e%2fx",
        "</title><svg onload=alert(1)>",
        "{{ page.title }}{% for x in y %}",
        "CON",
        "\u{202e}txt.exe",
        "a\u{0}b",
        "&#xfdd0;0&#xfdd1;",
        "đ Đ ð Ð ɖ",
        "",
        ".",
        "__proto__",
    ];
    for (at, payload) in payloads.iter().enumerate() {
        harmless(everywhere(at, payload));
    }
}

#[test]
fn hostile_strings_of_the_collections_do_no_harm() {
    let Some(folder) = corpora() else { return };
    for (name, key) in [("xss", "payload"), ("path-traversal", "path"), ("blns", "s"), ("slug-torture", "s")]
    {
        let strings = json_lines(&folder.join(format!("robustness/{name}.jsonl.gz")));
        assert!(!strings.is_empty());
        // In groups, so that a failure names few suspects and names of one meet names of another.
        for (group, objects) in strings.chunks(40).enumerate() {
            let files = objects
                .iter()
                .enumerate()
                .flat_map(|(at, object)| everywhere(group * 40 + at, object[key].as_str().unwrap_or("")))
                .collect();
            let start = Instant::now();
            harmless(files);
            assert!(start.elapsed() < LIMIT * 8, "{name} {group}");
        }
    }
}

#[test]
fn letters_of_either_form_give_one_address() {
    let Some(folder) = corpora() else { return };
    for object in json_lines(&folder.join("robustness/normalization-15.0-vietnamese.jsonl.gz")) {
        let slug = |key: &str| congbao::text::slug(object[key].as_str().unwrap());
        assert_eq!(slug("nfc"), slug("nfd"), "{object}");
        assert_eq!(slug("source"), slug("nfd"), "{object}");
        let key = |key: &str| congbao::text::match_key(object[key].as_str().unwrap());
        assert_eq!(key("nfc"), key("nfd"), "{object}");
    }
}

#[test]
fn every_yaml_of_the_suite_ends_in_a_page_or_a_message() {
    let Some(folder) = corpora() else { return };
    for object in json_lines(&folder.join("robustness/yaml-test-suite.jsonl.gz")) {
        let yaml = object["yaml"].as_str().unwrap();
        let start = Instant::now();
        let text = format!("---\n{yaml}\n---\nNội dung.\n");
        harmless(vec![("content/news/a.md".to_owned(), text.into_bytes())]);
        assert!(start.elapsed() < LIMIT, "{}", object["id"]);
    }
}

#[test]
fn every_markdown_example_becomes_a_harmless_page() {
    let Some(folder) = corpora() else { return };
    for name in ["commonmark-0.31.2", "gfm-spec-0.29"] {
        let examples = json_lines(&folder.join(format!("robustness/{name}.jsonl.gz")));
        let files = examples
            .iter()
            .enumerate()
            .map(|(at, object)| {
                let text = format!("---\ntitle: Ví dụ {at}\n---\n{}", object["markdown"].as_str().unwrap());
                (format!("content/pages/vi-du-{at}.md"), text.into_bytes())
            })
            .collect();
        let built = harmless(files);
        // A style or script that is never closed would hide what stands below it.
        let mut errors = built.diagnostics.iter().filter(|problem| problem.severity == Severity::Error);
        assert!(errors.all(|error| error.code.0 == "hidden-text"), "{}", built.problems());
        assert!(built.files.contains_key(&format!("vi-du-{}/index.html", examples.len() - 1)));
    }
}

/// Whole broken files, each in a portal of its own, built by the real command with 1 GiB of address space.
#[cfg(unix)]
#[test]
fn every_broken_file_ends_in_a_page_or_a_message() {
    let Some(folder) = corpora() else { return };
    let files = walkdir::WalkDir::new(folder.join("robustness/files")).sort_by_file_name();
    let mut count = 0;
    for entry in files.into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        count += 1;
        whole_file(entry.path());
    }
    assert_eq!(count, 43);
}

#[cfg(unix)]
fn whole_file(file: &Path) {
    let portal = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(portal.path().join("content/resolutions")).unwrap();
    std::fs::write(portal.path().join("congbao.yaml"), "title: Cổng\nbase_url: https://thu.example/\n")
        .unwrap();
    let name = file.file_name().unwrap().to_str().unwrap();
    std::fs::copy(file, portal.path().join("content/resolutions").join(name)).unwrap();
    let start = Instant::now();
    let output = std::process::Command::new("sh")
        .arg("-c")
        .arg("ulimit -v 1048576; exec \"$0\" --root \"$1\" build --date 2026-01-01")
        .arg(env!("CARGO_BIN_EXE_congbao"))
        .arg(portal.path())
        .output()
        .unwrap();
    assert!(start.elapsed() < LIMIT, "{name} took {:?}", start.elapsed());
    let told = String::from_utf8_lossy(&output.stderr);
    match output.status.code() {
        Some(0) => {
            let stem = name.trim_end_matches(".md");
            let pages = std::fs::read_dir(portal.path().join("public/nghi-quyet")).unwrap().count();
            assert!(pages >= 2, "{stem} has a page beside the list:\n{told}");
        }
        Some(1) => {
            assert!(
                told.contains(&format!("content/resolutions/{name}")) && told.contains("help:"),
                "{name}\n{told}"
            );
        }
        other => panic!("{name} ended with {other:?}\n{told}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_front_matter_and_body_do_no_harm(front in "(?s)[a-z:\\-\\[\\]{}\"' \nđ#&*!|>]{0,200}", body in "(?s).{0,300}") {
        let text = format!("---\ntitle: x\n{front}\n---\n{body}");
        harmless(vec![("content/news/a.md".to_owned(), text.into_bytes())]);
    }
}

/// Elements by name and text of a piece of HTML, without what we do on purpose: levels of headings follow the page,
/// tables stand in a box that scrolls.
fn shape(html: &str) -> Vec<String> {
    let fragment = scraper::Html::parse_fragment(html);
    let mut parts = Vec::new();
    for node in fragment.tree.nodes() {
        match node.value() {
            scraper::Node::Element(element) => match element.name() {
                "html" => {}
                "div" if element.attr("class") == Some("scroll") => {}
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => parts.push("<h>".to_owned()),
                name => parts.push(format!("<{name}>")),
            },
            scraper::Node::Text(text) => {
                let words: Vec<&str> = text.split_ascii_whitespace().collect();
                if !words.is_empty() {
                    parts.push(words.join(" "));
                }
            }
            _ => {}
        }
    }
    parts
}

/// Examples of CommonMark 0.31.2 that are meant to differ, by number, with the reason.
const MEANT_TO_DIFFER: [(&str, &[u64]); 8] = [
    (
        "scripts, styles, form fields and instructions are taken out of raw HTML",
        &[170, 171, 172, 173, 176, 178, 180],
    ),
    (
        "elements that HTML does not have, and what is opened and not closed, do not pass the sanitiser",
        &[150, 163, 191, 201, 491, 524, 536, 613, 614, 615, 617, 626],
    ),
    (
        "what is opened in a line and not closed ends with its paragraph",
        &[187, 344, 476, 477, 494, 623, 630, 631, 642, 643],
    ),
    (
        "words that a browser would swallow with a tag without end or `CDATA` are shown",
        &[156, 157, 158, 182, 616, 629],
    ),
    (
        "words behind the fence of a code block that name no language are shown as its first line",
        &[24, 34, 142, 143, 144, 146],
    ),
    ("addresses with other schemes than https, http, mailto and tel are left out", &[596, 598, 599, 601]),
    ("of a link in raw HTML that leads to no address of the web, the words stay", &[21, 31, 159, 162]),
    ("addresses with a backslash, or a colon where a scheme would end, are not trusted", &[202, 500, 502]),
];

#[test]
fn markdown_is_read_as_the_specification_has_it() {
    let Some(folder) = corpora() else { return };
    let mut differ = Vec::new();
    for object in json_lines(&folder.join("robustness/commonmark-0.31.2.jsonl.gz")) {
        let source = congbao::text::Source {
            id: congbao::text::FileId(0),
            path: congbao::path::SitePath::new("content/pages/a.md").unwrap(),
            text: object["markdown"].as_str().unwrap().to_owned(),
        };
        let body = congbao::markdown::parse(&source, 0, FORM, &congbao::legal::KnownNames::default()).value;
        if shape(&html_of(&body)) != shape(object["html"].as_str().unwrap()) {
            differ.push(object["example"].as_u64().unwrap());
        }
    }
    let mut meant: Vec<u64> =
        MEANT_TO_DIFFER.iter().flat_map(|(_, examples)| examples.iter().copied()).collect();
    meant.sort_unstable();
    assert_eq!(differ, meant);
}
