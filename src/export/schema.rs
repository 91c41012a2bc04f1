//! JSON Schemas (2020-12) of the open data: of each table, and of the JSON beside each text.

use serde_json::{Map, Value, json};

use super::table::{self, Column, Kind};
use crate::document::Kind as DocumentKind;
use crate::legal::RelationKind;
use crate::legal::instruction::{Action, Doubt};
use crate::link::Status;
use crate::plan::{DataFile, TableName};
use crate::view::Scene;

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// What a column is called in data: the types of Table Schema (Frictionless), and `list`.
pub(super) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        // In CSV they are as they were written.
        Kind::Text | Kind::Figure | Kind::OneOf(_) => "string",
        Kind::Address => "uri",
        Kind::Day => "date",
        Kind::PartialDay => "partial_date",
        Kind::Count => "integer",
        Kind::Truth => "boolean",
        Kind::List => "list",
    }
}

/// The schema of a table as an array of records.
pub(super) fn of_table(scene: Scene<'_>, name: TableName) -> Vec<u8> {
    let columns = table::columns(name);
    let properties: Map<String, Value> =
        columns.iter().map(|column| (column.key.to_owned(), property(scene, column))).collect();
    let required: Vec<&str> = columns.iter().map(|column| column.key).collect();
    let address = scene.plan.addresses.data_file(DataFile::Schema(name));
    pretty(&json!({
        "$schema": DIALECT,
        "$id": scene.config.base_url.whole(&address),
        "title": scene.words.word(&format!("table_{}", name.key())),
        "description": scene.words.word(&format!("table_about_{}", name.key())),
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        },
    }))
}

fn property(scene: Scene<'_>, column: &Column) -> Value {
    let mut property = match column.kind {
        Kind::Text => json!({"type": "string"}),
        Kind::Figure => json!({"type": ["number", "string"]}),
        Kind::Address => json!({"type": "string", "format": "uri"}),
        Kind::Day => json!({"type": "string", "format": "date"}),
        Kind::PartialDay => json!({"type": "string", "pattern": PARTIAL_DAY}),
        Kind::Count => json!({"type": "integer", "minimum": 0}),
        Kind::Truth => json!({"type": "boolean"}),
        Kind::List => json!({"type": "array", "items": {"type": "string"}}),
        Kind::OneOf(words) => json!({"type": "string", "enum": words}),
    };
    if !column.is_always {
        or_null(&mut property);
    }
    property["description"] = scene.words.word(&format!("column_{}", column.key)).into();
    property
}

/// Years, months and days.
pub(super) const PARTIAL_DAY: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

/// Lets a value be missing.
fn or_null(property: &mut Value) {
    let own = property["type"].take();
    let mut types = own.as_array().cloned().unwrap_or_else(|| vec![own]);
    types.push("null".into());
    property["type"] = types.into();
    if let Some(words) = property.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    }
}

fn maybe(mut property: Value) -> Value {
    or_null(&mut property);
    property
}

/// An object that always has all its keys and no others.
fn object(properties: Value) -> Value {
    let required: Vec<String> =
        properties.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default();
    let mut schema = json!({"type": "object", "required": required, "additionalProperties": false});
    schema["properties"] = properties;
    schema
}

fn list(items: Value) -> Value {
    let mut schema = json!({"type": "array"});
    schema["items"] = items;
    schema
}

/// The steps of the reasons for a status.
const STEPS: [&str; 6] = ["effect", "no_effect", "term", "relation", "end_term", "not_revived"];

const ACTIONS: [Action; 16] = [
    Action::Replace,
    Action::Insert,
    Action::Delete,
    Action::ReplaceWords,
    Action::DeleteWords,
    Action::InsertWords,
    Action::Rename,
    Action::Other,
    Action::Replaces,
    Action::Repeals,
    Action::Ends,
    Action::Suspends,
    Action::Extends,
    Action::Corrects,
    Action::Details,
    Action::Consolidates,
];

/// What instructions do: the actions that a text can be read to do, and the relations that front matter states.
fn actions() -> Vec<String> {
    let actions = ACTIONS.map(Action::name).into_iter();
    let relations = RelationKind::ALL.map(RelationKind::name);
    let mut names: Vec<String> = actions.chain(relations).map(|name| name.replace('_', "-")).collect();
    names.sort();
    names.dedup();
    names
}

/// The schema of the JSON beside each text.
pub(super) fn of_text(scene: Scene<'_>) -> Vec<u8> {
    let (text, uri, day) = (
        || json!({"type": "string"}),
        || json!({"type": "string", "format": "uri"}),
        || json!({"type": "string", "format": "date"}),
    );
    let count = || json!({"type": "integer", "minimum": 0});
    let truth = || json!({"type": "boolean"});
    let statuses: Vec<&str> = Status::ALL.iter().map(|status| status.key()).collect();
    let status = || json!({"type": "string", "enum": statuses});
    let named = || object(json!({"name": text(), "address": uri()}));
    let document = || {
        object(json!({
            "number": maybe(text()), "title": maybe(text()), "address": uri(), "is_held": truth(),
        }))
    };
    let kinds = DocumentKind::ALL.iter().filter(|kind| kind.is_text()).map(|kind| kind.name());
    let kinds: Vec<&str> = kinds.collect();
    let relations = RelationKind::ALL.map(RelationKind::name);
    let actions = actions();
    let extent = || json!({"type": "string", "enum": ["whole", "partial"]});
    let certainty = || json!({"type": "string", "enum": ["stated", "read", "unsure"]});
    let doubt = || json!({"type": "string", "enum": Doubt::ALL.map(Doubt::name)});
    let related = || {
        object(json!({
            "relation": {"type": "string", "enum": relations},
            "direction": {"type": "string", "enum": ["to", "from"]},
            "document": document(),
            "provisions": list(text()),
            "extent": extent(),
            "since": maybe(day()), "until": maybe(day()), "counts": truth(), "ends_wording": truth(),
            "certainty": certainty(), "doubt": maybe(doubt()), "note": maybe(text()),
        }))
    };
    let mut schema = object(json!({
        "$schema": uri(),
        "address": uri(),
        "id": text(),
        "kind": {"type": "string", "enum": kinds},
        "number": maybe(text()),
        "title": text(),
        "summary": maybe(text()),
        "issuer": maybe(named()),
        "date": maybe(day()),
        "year": maybe(json!({"type": "integer"})),
        "issued": maybe(day()),
        "effective": maybe(day()),
        "expires": maybe(day()),
        "signer": maybe(named()),
        "session": maybe(named()),
        "topics": list(named()),
        "has_text": truth(),
        "validity": maybe(object(json!({
            "status": status(),
            "since": maybe(day()),
            "as_of": day(),
            "territory": maybe(list(named())),
            "provisions": list(object(json!({
                "words": text(), "anchors": list(text()), "from": maybe(day()), "until": maybe(day()),
            }))),
            "reasons": list(object(json!({
                "step": {"type": "string", "enum": STEPS},
                "relation": maybe(json!({"type": "string", "enum": relations})),
                "by": maybe(document()), "document": maybe(document()), "provisions": list(text()),
                "day": maybe(day()), "until": maybe(day()), "counts": truth(),
            }))),
            "by": maybe(document()),
            "later": list(object(json!({"from": day(), "status": status()}))),
        }))),
        "provisions": list(object(json!({"anchor": text(), "label": text(), "depth": count()}))),
        "citations": list(object(json!({
            "text": text(), "place": maybe(text()), "document": maybe(document()), "anchor": maybe(text()),
            "is_quoted": truth(),
        }))),
        "relations": list(related()),
        "unsure_relations": list(related()),
        "instructions": list(object(json!({
            "action": {"type": "string", "enum": actions},
            "target": document(),
            "part": {"type": "string", "enum": ["document", "attachment"]},
            "provisions": list(object(json!({"words": text(), "anchor": maybe(text()), "is_part": truth()}))),
            "extent": extent(),
            "wording": maybe(object(json!({"start": count(), "end": count()}))),
            "words": maybe(object(json!({"from": list(text()), "to": maybe(text())}))),
            "from": maybe(day()), "until": maybe(day()), "territory": maybe(list(text())),
            "sentence": maybe(text()), "place": maybe(text()),
            "certainty": certainty(), "doubt": maybe(doubt()), "is_summary": truth(), "counts": truth(),
        }))),
        "files": list(object(json!({"title": text(), "address": uri(), "bytes": maybe(count())}))),
        "forms": list(uri()),
        "source": maybe(object(json!({
            "name": maybe(text()), "address": maybe(text()), "date": maybe(day()),
        }))),
        "updated": maybe(day()),
        "licence": maybe(text()),
    }));
    let own = scene.plan.addresses.data_file(DataFile::TextSchema);
    schema["$schema"] = DIALECT.into();
    schema["$id"] = scene.config.base_url.whole(&own).into();
    schema["title"] = scene.words.word("text_schema").into();
    pretty(&schema)
}

/// JSON for people to read too.
pub(super) fn pretty(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
