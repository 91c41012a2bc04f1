//! Problems in the Static Analysis Results Interchange Format, version 2.1.0.

use std::collections::BTreeMap;

use congbao::build::rules::rules;
use congbao::diag::{Catalogue, Diagnostics, Rule};
use congbao::inputs::Inputs;
use serde_json::{Value, json};

use super::{Lines, Range, Where, word};

/// The problems as one log with a final line break. `folder` is the portal's folder within the repository, empty or
/// ending in `/`. Columns are UTF-16 code units, which the log says of itself.
pub(in crate::cli) fn sarif(
    inputs: &Inputs,
    diagnostics: &Diagnostics,
    words: &Catalogue,
    folder: &str,
) -> Result<String, serde_json::Error> {
    let mut places = BTreeMap::new();
    for diagnostic in diagnostics {
        places.insert(diagnostic.code.0, 0);
    }
    for (at, place) in places.values_mut().enumerate() {
        *place = at;
    }
    let rules: Vec<Value> = rules()
        .iter()
        .filter(|rule| places.contains_key(rule.code.0))
        .map(|rule| described(rule, words))
        .collect();
    let mut lines = Lines::new(inputs);
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let mut text = words.say(&diagnostic.message);
            if let Some(help) = &diagnostic.help {
                text.push('\n');
                text.push_str(&words.say(help));
            }
            let related: Vec<Value> = diagnostic
                .labels
                .iter()
                .filter_map(|label| {
                    let mut location = location(&lines.place(&label.span.into()), folder)?;
                    location["message"] = json!({ "text": words.say(&label.message) });
                    Some(location)
                })
                .collect();
            let mut result = json!({
                "ruleId": diagnostic.code.0,
                "ruleIndex": places.get(diagnostic.code.0),
                "level": word(diagnostic.severity),
                "message": { "text": text },
                "locations": location(&lines.place(&diagnostic.at), folder).into_iter().collect::<Vec<_>>(),
            });
            if !related.is_empty() {
                result["relatedLocations"] = related.into();
            }
            result
        })
        .collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "congbao", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).map(|text| text + "\n")
}

fn described(rule: &Rule, words: &Catalogue) -> Value {
    let about = |name: &str| words.about(rule.code, name);
    let finds = about("finds");
    json!({
        "id": rule.code.0,
        "shortDescription": { "text": finds },
        "fullDescription": { "text": format!("{finds}: {}", about("matters")) },
        "help": { "text": about("remedy") },
        "defaultConfiguration": { "level": word(rule.severity) },
    })
}

fn location(place: &Where, folder: &str) -> Option<Value> {
    match place {
        Where::Address(_) => None,
        Where::File(path) => {
            Some(json!({ "physicalLocation": { "artifactLocation": artifact(path, folder) } }))
        }
        Where::Range(range) => Some(json!({
            "physicalLocation": { "artifactLocation": artifact(&range.path, folder), "region": region(range) },
        })),
    }
}

fn region(range: &Range) -> Value {
    json!({
        "startLine": range.start.line,
        "startColumn": range.start.column_utf16,
        "endLine": range.end.line,
        "endColumn": range.end.column_utf16,
    })
}

fn artifact(path: &str, folder: &str) -> Value {
    json!({ "uri": relative_uri(&format!("{folder}{path}")), "uriBaseId": "%SRCROOT%" })
}

/// A path as a relative address: what an address cannot hold is written as `%` and two digits.
fn relative_uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        assert_eq!(relative_uri("content/news/bản 1:2%.md"), "content/news/b%E1%BA%A3n%201%3A2%25.md");
    }
}
