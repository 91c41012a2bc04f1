//! Real documents and office holders of many countries, and the made-up portal at a fair size.
//!
//! The real ones are not part of the repository: these tests run where `CONGBAO_CORPORA` names their folder.

use std::collections::{BTreeMap, BTreeSet};

use congbao::text::{match_key, slug};
use serde_json::Value;

use crate::crawl;
use crate::harness::{Ask, Built, build, corpora, demo, inputs_of, json_lines};

type Files = Vec<(String, Vec<u8>)>;

/// A JSON string is a YAML string.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn text<'a>(object: &'a Value, key: &str) -> Option<&'a str> {
    object[key].as_str().filter(|text| !text.trim().is_empty())
}

fn list<'a>(object: &'a Value, key: &str) -> Vec<&'a str> {
    object[key].as_array().map(|items| items.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

/// One document in the source format; its id is its slug, since the sources have numbers that stand for many.
fn document(object: &Value, sessions: &mut BTreeMap<String, (usize, Option<String>)>) -> (String, Vec<u8>) {
    let (id, kind) = (object["id"].as_str().unwrap(), object["kind"].as_str().unwrap());
    let folder = match kind {
        "resolution" => "resolutions",
        "report" => "reports",
        "news" => "news",
        other => panic!("{other}"),
    };
    let mut front =
        format!("---\ntitle: {}\nslug: {}\n", quoted(object["title"].as_str().unwrap()), slug(id));
    let has_number = kind != "news";
    for (field, wanted) in [("number", has_number), ("date", true), ("issuer", has_number)] {
        if let Some(value) = text(object, field).filter(|_| wanted) {
            front.push_str(&format!("{field}: {}\n", quoted(value)));
        }
    }
    if let Some(session) = text(object, "session") {
        let next = sessions.len();
        let term = text(object, "term").map(str::to_owned);
        let (number, _) = sessions.entry(match_key(session)).or_insert((next, term));
        front.push_str(&format!("session: s-{number}\n"));
    }
    for field in ["officials", "topics"] {
        let names: Vec<String> = list(object, field).into_iter().map(quoted).collect();
        if !names.is_empty() {
            front.push_str(&format!("{field}: [{}]\n", names.join(", ")));
        }
    }
    let body = object["body_markdown"].as_str().unwrap_or("");
    (format!("content/{folder}/{id}.md"), format!("{front}---\n\n{body}\n").into_bytes())
}

/// Records with addresses of their own for names that would share one, as an editor would write them.
fn records(folder: &str, field: &str, names: &BTreeSet<String>, files: &mut Files) {
    let mut by_key: BTreeMap<String, &str> = BTreeMap::new();
    for name in names {
        by_key.entry(match_key(name)).or_insert(name);
    }
    let mut by_slug: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in by_key.into_values() {
        by_slug.entry(slug(name)).or_default().push(name);
    }
    for (slug, names) in by_slug.into_iter().filter(|(_, names)| names.len() > 1) {
        for (at, name) in names.into_iter().enumerate() {
            let text = format!("---\n{field}: {}\n---\n", quoted(name));
            files.push((format!("content/{folder}/{slug}-{at}.md"), text.into_bytes()));
        }
    }
}

fn all_documents(folder: &std::path::Path) -> (Files, usize) {
    let mut objects = Vec::new();
    for entry in std::fs::read_dir(folder.join("documents")).unwrap() {
        objects.extend(json_lines(&entry.unwrap().path()));
    }
    let mut sessions = BTreeMap::new();
    let mut files: Files = objects.iter().map(|object| document(object, &mut sessions)).collect();
    for (name, (number, term)) in sessions {
        let term = term.map_or_else(String::new, |term| format!("term: {}\n", quoted(&term)));
        let text = format!("---\ntitle: {}\n{term}---\n", quoted(&name));
        files.push((format!("content/sessions/s-{number}.md"), text.into_bytes()));
    }
    let names = |field: &str| -> BTreeSet<String> {
        objects.iter().flat_map(|object| list(object, field)).map(str::to_owned).collect()
    };
    let issuers = objects.iter().filter_map(|object| text(object, "issuer")).map(str::to_owned).collect();
    records("officials", "name", &names("officials"), &mut files);
    records("topics", "title", &names("topics"), &mut files);
    records("bodies", "title", &issuers, &mut files);
    (files, objects.len())
}

fn sound(built: &Built) {
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    assert_eq!(crawl::faults(built), Vec::<String>::new());
}

#[test]
fn every_real_document_has_its_page() {
    let Some(folder) = corpora() else { return };
    let (files, count) = all_documents(&folder);
    assert_eq!(count, 480);
    let ids: Vec<String> = files
        .iter()
        .filter_map(|(path, _)| {
            let (folder, name) = path.strip_prefix("content/")?.split_once('/')?;
            let section = match folder {
                "resolutions" => "nghi-quyet",
                "reports" => "bao-cao",
                "news" => "tin-tuc",
                _ => return None,
            };
            Some(format!("{section}/{}/index.html", slug(name.trim_end_matches(".md"))))
        })
        .collect();
    let built = build(inputs_of(files), &Ask::default());
    sound(&built);
    assert_eq!(ids.len(), 480);
    for file in ids {
        assert!(built.files.contains_key(&file), "{file}");
    }
}

#[test]
fn every_office_holder_has_a_page_with_every_role() {
    let Some(folder) = corpora() else { return };
    let people = json_lines(&folder.join("officials/congress-current.jsonl.gz"));
    assert_eq!(people.len(), 537);
    let mut roles = 0;
    let mut files: Files = Vec::new();
    for person in &people {
        let mut front = format!("---\nname: {}\nroles:\n", quoted(person["name"].as_str().unwrap()));
        for membership in person["memberships"].as_array().unwrap() {
            roles += 1;
            let title = format!(
                "{} {}",
                membership["role"].as_str().unwrap(),
                membership["area"].as_str().unwrap_or("")
            );
            front.push_str(&format!(
                "  - {{title: {}, body: {}, start: {}, end: {}}}\n",
                quoted(&title),
                quoted(membership["organization"].as_str().unwrap()),
                membership["start"].as_str().unwrap(),
                membership["end"].as_str().unwrap()
            ));
        }
        front.push_str("---\n");
        let id = person["id"].as_str().unwrap().to_lowercase();
        files.push((format!("content/officials/{id}.md"), front.into_bytes()));
    }
    assert_eq!(roles, 2792);
    let built = build(inputs_of(files), &Ask::default());
    sound(&built);
    let shown: usize = people
        .iter()
        .map(|person| {
            let id = person["id"].as_str().unwrap().to_lowercase();
            let page = built.page(&format!("dai-bieu/{id}/index.html"));
            let starts = person["memberships"].as_array().unwrap().iter().filter(|membership| {
                let start = membership["start"].as_str().unwrap();
                page.contains(&format!("datetime=\"{start}\"")) || page.contains(&format!("datetime={start}"))
            });
            starts.count()
        })
        .sum();
    assert_eq!(shown, 2792, "each role stands on its page with its beginning");
}

#[test]
fn a_made_up_portal_of_a_thousand_documents_is_sound() {
    let built = build(demo(1000), &Ask::default());
    sound(&built);
    for (folder, count) in [("nghi-quyet/", 600), ("bao-cao/", 100), ("tin-tuc/", 300)] {
        let is_text = |file: &&String| {
            let inner = file.strip_prefix(folder).and_then(|rest| rest.strip_suffix("/index.html"));
            let is_list = |inner: &str| {
                inner.starts_with("nam-")
                    || inner.starts_with("trang-")
                    || inner.ends_with("-hieu-luc")
                    || inner.starts_with("het-hieu-luc-")
            };
            inner.is_some_and(|inner| !inner.contains('/') && !is_list(inner))
        };
        assert_eq!(built.files.keys().filter(is_text).count(), count, "{folder}");
    }
}
