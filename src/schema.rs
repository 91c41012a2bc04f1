//! JSON Schemas (draft 2020-12) of front matter, `documents.yaml` and `congbao.yaml`.
//!
//! They are made from the declarations that read the fields: names, aliases, types and words about each field. A schema
//! is a little stricter than the reader where that helps who types: words of a choice are in lower case, truth values
//! without quotation marks.

use serde_json::{Map, Value, json};

use crate::build::rules::rules;
use crate::config::{ConfigFields, SECTIONS};
use crate::diag::Catalogue;
use crate::document::{Kind, KnownFields};
use crate::front::{Field, Record, RecordShape, Shape};

/// What a schema is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Front matter of a kind of document.
    Kind(Kind),
    /// `content/documents.yaml`.
    Documents,
    /// `congbao.yaml`.
    Config,
}

impl Subject {
    /// All subjects.
    pub fn all() -> impl Iterator<Item = Self> {
        Kind::ALL.into_iter().map(Self::Kind).chain([Self::Documents, Self::Config])
    }

    /// Its name, as commands and files have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.name(),
            Self::Documents => "documents",
            Self::Config => "config",
        }
    }
}

/// The schema of one subject.
#[must_use]
pub fn schema(subject: Subject, words: &Catalogue) -> Value {
    let mut definitions = Map::new();
    let mut schema = match subject {
        Subject::Kind(kind) => of_kind(kind, words, &mut definitions),
        Subject::Documents => {
            let mut document = object(KnownFields::FIELDS, words, &mut definitions);
            let names = names(KnownFields::FIELDS, "symbol").chain(names(KnownFields::FIELDS, "title"));
            document["anyOf"] = names.map(|name| json!({ "required": [name] })).collect();
            json!({
                "title": "content/documents.yaml",
                "description": "Documents that are cited but not held.",
                "type": ["array", "null"],
                "items": document,
            })
        }
        Subject::Config => {
            let mut config = object(ConfigFields::FIELDS, words, &mut definitions);
            config["title"] = "congbao.yaml".into();
            config["description"] = "The settings of a portal.".into();
            config["required"] = json!(["title", "base_url"]);
            config
        }
    };
    finish(&mut schema, definitions);
    schema
}

/// The schema of front matter of any kind.
#[must_use]
pub fn any_kind(words: &Catalogue) -> Value {
    let mut definitions = Map::new();
    for kind in Kind::ALL {
        let schema = of_kind(kind, words, &mut definitions);
        definitions.insert(kind.name().to_owned(), schema);
    }
    let mut schema = json!({
        "title": "Front matter of a document",
        "anyOf": Kind::ALL.map(|kind| json!({ "$ref": format!("#/$defs/{}", kind.name()) })),
    });
    finish(&mut schema, definitions);
    schema
}

fn finish(schema: &mut Value, definitions: Map<String, Value>) {
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    if !definitions.is_empty() {
        schema["$defs"] = definitions.into();
    }
}

fn of_kind(kind: Kind, words: &Catalogue, definitions: &mut Map<String, Value>) -> Value {
    let fields: Vec<Field> = kind.fields().iter().copied().flatten().copied().collect();
    let mut schema = object(&fields, words, definitions);
    schema["title"] = format!("Front matter of a document in content/{}/", kind.folder()).into();
    let mut ways: Vec<Value> = names(&fields, "title").map(|name| json!({ "required": [name] })).collect();
    match kind {
        Kind::Session => ways.push(json!({ "required": ["term", "number"] })),
        Kind::Official => ways.push(json!({ "required": ["name"] })),
        Kind::Resolution | Kind::Report | Kind::News | Kind::Topic | Kind::Body | Kind::Page => {}
    }
    schema["anyOf"] = ways.into();
    schema
}

/// All names of a field.
fn names<'a>(fields: &'a [Field], name: &'a str) -> impl Iterator<Item = &'static str> + 'a {
    let field = fields.iter().find(move |field| field.name == name);
    field.into_iter().flat_map(|field| std::iter::once(field.name).chain(field.aliases.iter().copied()))
}

fn object(fields: &[Field], words: &Catalogue, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    let mut alone = Vec::new();
    for field in fields {
        let schema = property(field, words, definitions);
        let mut names = vec![field.name];
        for alias in field.aliases {
            alone.extend(names.iter().map(|name| json!({ "not": { "required": [name, alias] } })));
            names.push(alias);
            let mut schema = schema.clone();
            schema["description"] = format!("The same as `{}`.{}", field.name, field.about).into();
            properties.insert((*alias).to_owned(), schema);
        }
        properties.insert(field.name.to_owned(), schema);
    }
    let mut schema = json!({ "type": "object", "additionalProperties": false, "properties": properties });
    if !alone.is_empty() {
        schema["allOf"] = alone.into();
    }
    schema
}

/// The schema of a field. A field that is empty counts as left out.
fn property(field: &Field, words: &Catalogue, definitions: &mut Map<String, Value>) -> Value {
    let mut schema = of(field.shape, words, definitions);
    let keys: Option<Vec<&str>> = match field.name {
        "checks" => Some(rules().iter().map(|rule| rule.code.0).collect()),
        "sections" => Some(SECTIONS.to_vec()),
        _ => None,
    };
    if let Some(keys) = keys {
        schema["propertyNames"] = json!({ "enum": keys });
    }
    let mut schema = match schema.get_mut("type") {
        Some(Value::Array(types)) => {
            types.push("null".into());
            schema
        }
        _ => json!({ "anyOf": [schema, { "type": "null" }] }),
    };
    schema["description"] =
        format!("{} Write {}.", field.about.trim(), words.say(&(field.expected)())).into();
    schema
}

fn of(shape: Shape, words: &Catalogue, definitions: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Text => json!({ "type": ["string", "number", "boolean"] }),
        Shape::Pattern(pattern) => json!({ "type": ["string", "integer"], "pattern": pattern }),
        Shape::Day => json!({ "type": ["string"], "format": "date" }),
        Shape::Truth => json!({ "type": ["boolean"] }),
        Shape::Count => json!({ "type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$" }),
        Shape::Words(words) => {
            let all = words.iter().flat_map(|word| {
                let texts = std::iter::once(word.word).chain(word.also.iter().copied());
                texts.map(|text| json!({ "const": text, "description": word.about.trim() }))
            });
            json!({ "oneOf": all.collect::<Vec<_>>() })
        }
        Shape::List(item) => {
            let item = of(*item, words, definitions);
            json!({ "anyOf": [{ "type": "array", "items": { "anyOf": [item.clone(), { "type": "null" }] } }, item] })
        }
        Shape::Named(value) => {
            json!({ "type": ["object"], "additionalProperties": of(*value, words, definitions) })
        }
        Shape::Record(RecordShape { name, about, fields }) => {
            if !definitions.contains_key(*name) {
                let mut schema = object(fields, words, definitions);
                schema["description"] = about.trim().into();
                definitions.insert((*name).to_owned(), schema);
            }
            json!({ "$ref": format!("#/$defs/{name}") })
        }
        Shape::Either(shapes) => {
            json!({ "anyOf": shapes.iter().map(|shape| of(*shape, words, definitions)).collect::<Vec<_>>() })
        }
    }
}
