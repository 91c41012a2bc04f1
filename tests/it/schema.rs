//! The JSON Schemas against their meta-schema, against real front matter, and against what must be refused.

use congbao::diag::{Catalogue, Language};
use congbao::document::{Kind, placement};
use congbao::front::split;
use congbao::inputs::Inputs;
use congbao::schema::{Subject, any_kind, schema};
use serde_json::Value;

use crate::check::{folder, run};
use crate::harness;

/// YAML as programs that know schemas read it.
fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The words that fields are described in.
fn words() -> Catalogue {
    Catalogue::of(Language::English)
}

fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .build(schema)
        .unwrap()
}

/// What the schemas refuse in a portal.
fn refused(inputs: &Inputs) -> (usize, Vec<String>) {
    let validators: Vec<(Subject, jsonschema::Validator)> =
        Subject::all().map(|subject| (subject, validator(&schema(subject, &words())))).collect();
    let any = validator(&any_kind(&words()));
    let mut count = 0;
    let mut faults = Vec::new();
    for source in &inputs.sources {
        let (subject, text) = match source.path.as_str() {
            "congbao.yaml" => (Subject::Config, source.text.as_str()),
            congbao::lock::FILE => continue,
            "content/documents.yaml" => (Subject::Documents, source.text.as_str()),
            _ => {
                let kind = placement(&source.path, source.span(0, 0)).unwrap().kind;
                let parts = split(source).unwrap();
                (Subject::Kind(kind), &source.text[parts.front..parts.front_end])
            }
        };
        let value = yaml(text);
        count += 1;
        let (_, validator) = validators.iter().find(|(other, _)| *other == subject).unwrap();
        let told = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {} {error}", source.path, error.instance_path()));
        faults.extend(told);
        if matches!(subject, Subject::Kind(_)) && !any.is_valid(&value) {
            faults.push(format!("{}: refused by the schema of any kind", source.path));
        }
    }
    (count, faults)
}

#[test]
fn schemas_follow_the_meta_schema() {
    for schema in Subject::all().map(|subject| schema(subject, &words())).chain([any_kind(&words())]) {
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let told = jsonschema::draft202012::meta::validate(&schema).map_err(|error| error.to_string());
        assert_eq!(told, Ok(()));
    }
    assert!(!jsonschema::draft202012::meta::is_valid(&serde_json::json!({ "type": "x" })));
}

#[test]
fn the_sample_and_the_made_up_portal_fit() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for inputs in [congbao::disk::read(root).unwrap(), harness::demo(120)] {
        let (count, faults) = refused(&inputs);
        assert!(count > 60, "{count}");
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn what_the_reader_refuses_is_refused() {
    for (kind, text, expected) in [
        (Kind::News, "title: A", true),
        (Kind::News, "tieu_de: A\nngay: 2023-02-20 08:30", true),
        (Kind::News, "title: 2023\nsummary:\ntopics: Ngân sách", true),
        (Kind::News, "place: A", false),
        (Kind::News, "title: A\ntieu_de: B", false),
        (Kind::News, "title: A\nnumber: 1/NQ-HĐND", false),
        (Kind::News, "title: A\ndate: hôm qua", false),
        (Kind::News, "title: [A]", false),
        (Kind::News, "title: A\ndraft: maybe", false),
        (Kind::News, "title: A\nimage: {file: a.jpg, alt: A}", true),
        (Kind::News, "title: A\nimage: a.jpg", false),
        (Kind::News, "title: A\nchecks: {dead-link: Trang sẽ có sau}", true),
        (Kind::News, "title: A\nchecks: {dead-lnk: Trang sẽ có sau}", false),
        (Kind::Resolution, "title: A\ndate: 2023-02-30", false),
        (Kind::Resolution, "title: A\namends: 128/NQ-HĐND (2022)", true),
        (Kind::Resolution, "title: A\namends: [{document: A, provisions: Điều 1}, B]", true),
        (Kind::Resolution, "title: A\namends: [{documents: A}]", false),
        (Kind::Resolution, "title: A\nvote: {for: 55}", true),
        (Kind::Resolution, "title: A\nvote: {for: many}", false),
        (Kind::Resolution, "title: A\nsession: {term: XIV, number: 14}", true),
        (Kind::Session, "term: XIV\nnumber: 14\nkind: regular", true),
        (Kind::Session, "number: 14", false),
        (Kind::Session, "title: A\nkind: regulr", false),
        (Kind::Official, "name: A\nroles: [{title: B, start: 2021, end: 2026-06}]", true),
        (Kind::Official, "name: A\nroles: [{title: B, start: năm 2021}]", false),
    ] {
        let is_valid = validator(&schema(Subject::Kind(kind), &words())).is_valid(&yaml(text));
        assert_eq!(is_valid, expected, "{text}");
        // The reader is of the same mind.
        let folder = kind.folder();
        let built = harness::site(&format!("//- content/{folder}/a.md\n---\n{text}\n---\n"));
        let types = [
            "missing-field",
            "duplicate-field",
            "unknown-field",
            "wrong-type",
            "unknown-word",
            "impossible-date",
            "unknown-code",
        ];
        let is_read = !built.codes().iter().any(|code| types.contains(code));
        assert_eq!(is_read, expected, "{text}\n{}", built.problems());
    }
}

#[test]
fn the_command_prints_and_writes_them() {
    let folder = folder("");
    for arguments in [&["schema"][..], &["schema", "news"], &["schema", "config"]] {
        let (code, stdout, _) = run(folder.path(), arguments);
        assert_eq!(code, 0);
        let schema: Value = serde_json::from_str(&stdout).unwrap();
        assert!(jsonschema::draft202012::meta::is_valid(&schema));
    }
    let news = schema(Subject::Kind(Kind::News), &words());
    let description = news["properties"]["place"]["description"].as_str().unwrap();
    assert_eq!(description, "Where it happened. Write text.");
    assert_eq!(run(folder.path(), &["schema", "newz"]).0, 2);
    assert_eq!(run(folder.path(), &["schema", "--output", "schemas"]).0, 0);
    assert_eq!(std::fs::read_dir(folder.path().join("schemas")).unwrap().count(), Subject::all().count());
}
