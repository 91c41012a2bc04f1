//! Problems as one JSON object, for programs of your own.

use congbao::diag::{Catalogue, Diagnostics, Severity};
use congbao::inputs::Inputs;
use serde::Serialize;

use super::{Lines, Where, word};

/// All problems of a portal. Fields are only ever added; a change of what there is would raise `version`.
#[derive(Serialize)]
struct Report<'a> {
    /// The version of this form: 1.
    version: u32,
    /// How many errors there are.
    errors: usize,
    /// How many warnings.
    warnings: usize,
    /// How many notes.
    notes: usize,
    /// The problems, by file, place and code.
    problems: Vec<Problem<'a>>,
}

/// One problem.
#[derive(Serialize)]
struct Problem<'a> {
    /// The stable name of its sort; `congbao check --explain` tells more of it.
    code: &'a str,
    /// `error`, `warning` or `note`.
    severity: &'static str,
    /// What is wrong, in words.
    message: String,
    /// What to do; null where the message says it all.
    help: Option<String>,
    #[serde(flatten)]
    place: Place,
    /// The address of the site that it is about, where no file stands behind it.
    address: Option<String>,
    /// The first line of the place, without its line break; of one of more than 4000 bytes about so many around the place, with `…`
    /// where something is left out.
    text: Option<String>,
    /// Further places that belong to it.
    labels: Vec<Label>,
}

/// A further place with what is to be said of it.
#[derive(Serialize)]
struct Label {
    message: String,
    #[serde(flatten)]
    place: Place,
}

/// A place. Lines and columns count from 1, columns in code points; the end lies behind the last character. All but
/// `file` are null where the file as a whole is meant.
#[derive(Serialize, Default)]
struct Place {
    /// Path of the file from the portal's folder, with `/`.
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

/// The problems as a JSON object with a final line break.
pub(in crate::cli) fn json(
    inputs: &Inputs,
    diagnostics: &Diagnostics,
    words: &Catalogue,
) -> Result<String, serde_json::Error> {
    let mut lines = Lines::new(inputs);
    let problems = diagnostics
        .iter()
        .map(|diagnostic| {
            let (place, address, text) = parts(lines.place(&diagnostic.at));
            let labels = diagnostic
                .labels
                .iter()
                .map(|label| Label {
                    message: words.say(&label.message),
                    place: parts(lines.place(&label.span.into())).0,
                })
                .collect();
            Problem {
                code: diagnostic.code.0,
                severity: word(diagnostic.severity),
                message: words.say(&diagnostic.message),
                help: diagnostic.help.as_ref().map(|help| words.say(help)),
                place,
                address,
                text,
                labels,
            }
        })
        .collect();
    let report = Report {
        version: 1,
        errors: diagnostics.count(Severity::Error),
        warnings: diagnostics.count(Severity::Warning),
        notes: diagnostics.count(Severity::Note),
        problems,
    };
    serde_json::to_string_pretty(&report).map(|text| text + "\n")
}

/// A report with further problems, which have no place in a source.
#[cfg(feature = "serve")]
pub(in crate::cli) fn json_with(
    report: &str,
    more: &Diagnostics,
    words: &Catalogue,
) -> Result<String, serde_json::Error> {
    let mut report: serde_json::Value = serde_json::from_str(report)?;
    let more: serde_json::Value = serde_json::from_str(&json(&Inputs::default(), more, words)?)?;
    let mut problems = report["problems"].as_array().cloned().unwrap_or_default();
    let further = more["problems"].as_array().into_iter().flatten();
    let further: Vec<_> = further.filter(|problem| !problems.contains(problem)).cloned().collect();
    problems.extend(further);
    for (count, severity) in [("errors", "error"), ("warnings", "warning"), ("notes", "note")] {
        report[count] = problems.iter().filter(|problem| problem["severity"] == severity).count().into();
    }
    report["problems"] = problems.into();
    serde_json::to_string_pretty(&report).map(|text| text + "\n")
}

fn parts(place: Where) -> (Place, Option<String>, Option<String>) {
    match place {
        Where::Address(address) => (Place::default(), Some(address), None),
        Where::File(path) => (Place { file: Some(path), ..Place::default() }, None, None),
        Where::Range(range) => {
            let place = Place {
                file: Some(range.path),
                line: Some(range.start.line),
                column: Some(range.start.column),
                end_line: Some(range.end.line),
                end_column: Some(range.end.column),
            };
            (place, None, Some(range.text))
        }
    }
}
