//! The tables as a Frictionless Data Package (specification 1.0, `datapackage.json`) with Table Schemas.

use serde_json::{Map, Value, json};

use super::schema::{PARTIAL_DAY, pretty};
use super::table::{self, Column, Kind};
use crate::path::Route;
use crate::plan::DataFile;
use crate::text::slug;
use crate::view::{PublishedFile, PublishedTable, Scene};

/// The package.
pub(super) fn package(scene: Scene<'_>, tables: &[PublishedTable]) -> Vec<u8> {
    let config = scene.config;
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": slug(&config.title),
        "title": config.title,
        "homepage": config.base_url.whole(&Route::home()),
        "as_of": scene.time.day.to_string(),
        "resources": tables.iter().filter_map(|table| resource(scene, table)).collect::<Vec<Value>>(),
    });
    if let Some(description) = &config.description {
        package["description"] = description.as_str().into();
    }
    if let Some(licence) = &config.licence {
        package["licenses"] = json!([licence_entry(licence)]);
    }
    pretty(&package)
}

/// A licence by its name; where that is no name as the specification wants it, by its words.
fn licence_entry(licence: &str) -> Value {
    let is_name = licence.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    match super::catalogue::licence_address(licence) {
        Some(address) if is_name => json!({"name": licence, "path": address}),
        Some(address) => json!({"path": address, "title": licence}),
        None if is_name => json!({"name": licence}),
        None => json!({"name": "other", "title": licence}),
    }
}

/// The CSV of a table. Its JSON is told with the page about the data and in the catalogue: it has the same records.
fn resource(scene: Scene<'_>, table: &PublishedTable) -> Option<Value> {
    let file = table.files.iter().find(|file| matches!(file.file, DataFile::Csv(_)))?;
    let PublishedFile { bytes, sha256, .. } = file;
    let route = scene.plan.addresses.data_file(file.file);
    let name = route.as_str().rsplit('/').next().unwrap_or_default();
    let fields: Vec<Value> = table::columns(table.name).iter().map(|column| field(scene, column)).collect();
    Some(json!({
        "profile": "tabular-data-resource",
        "name": table.name.key(),
        "title": scene.words.word(&format!("table_{}", table.name.key())),
        "description": scene.words.word(&format!("table_about_{}", table.name.key())),
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": bytes,
        "hash": format!("sha256:{sha256}"),
        "rows": table.rows,
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": {"fields": fields, "missingValues": [""]},
    }))
}

fn field(scene: Scene<'_>, column: &Column) -> Value {
    let mut field = Map::new();
    let mut constraints = Map::new();
    let (kind, format) = match column.kind {
        Kind::Text | Kind::Figure | Kind::List | Kind::OneOf(_) | Kind::PartialDay => ("string", "default"),
        Kind::Address => ("string", "uri"),
        Kind::Day => ("date", "default"),
        Kind::Count => ("integer", "default"),
        Kind::Truth => ("boolean", "default"),
    };
    match column.kind {
        Kind::OneOf(words) => drop(constraints.insert("enum".to_owned(), json!(words))),
        Kind::PartialDay => drop(constraints.insert("pattern".to_owned(), PARTIAL_DAY.into())),
        Kind::Count => drop(constraints.insert("minimum".to_owned(), 0.into())),
        _ => {}
    }
    // Words may be empty, and an empty cell is what is missing.
    if column.is_always && !matches!(column.kind, Kind::Text | Kind::List) {
        constraints.insert("required".to_owned(), true.into());
    }
    field.insert("name".to_owned(), column.key.into());
    field.insert("type".to_owned(), kind.into());
    field.insert("format".to_owned(), format.into());
    field.insert("description".to_owned(), scene.words.word(&format!("column_{}", column.key)).into());
    if !constraints.is_empty() {
        field.insert("constraints".to_owned(), constraints.into());
    }
    Value::Object(field)
}
