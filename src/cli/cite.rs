//! `congbao cite`

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use congbao::legal::{Citation, KnownNames, Person, Reading};
use congbao::text::{LineIndex, PartialDate};
use serde::Serialize;

use super::Outcome;

/// Arguments of `cite`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  congbao cite content/resolutions/2023/128-nq-hdnd.md\n  congbao cite --format jsonl van-ban.txt"
)]
pub(super) struct CiteArguments {
    /// Text files
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A line for each finding: place, words, what they mean
    Human,
    /// A JSON object for each finding, on a line of its own
    Jsonl,
}

/// A finding as JSON. Offsets are code points of the file as stored, `end` behind the last.
#[derive(Serialize)]
struct Finding<'a> {
    what: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(flatten)]
    fields: Fields<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Fields<'a> {
    Citation {
        kind: &'static str,
        symbol: Option<&'a str>,
        r#type: Option<&'a str>,
        issuer: Option<&'a str>,
        date: Option<String>,
        provision: Option<&'a str>,
        target: Option<String>,
    },
    Person {
        name: &'a str,
        role: Option<&'a str>,
    },
}

/// A citation or a person, in the order of the text.
enum Found {
    Citation(Citation),
    Person(Person),
}

pub(super) fn run(arguments: &CiteArguments) -> Result<Outcome, String> {
    for file in &arguments.files {
        let refused = |reason: &dyn std::fmt::Display| format!("{}: {reason}", file.display());
        let bytes = fs::read(file).map_err(|error| refused(&error))?;
        let text = String::from_utf8(bytes).map_err(|_| refused(&"the file is not UTF-8 text"))?;
        match arguments.format {
            Format::Human => show(file, &text),
            Format::Jsonl => print_json(&text)?,
        }
    }
    Ok(Outcome::Done)
}

/// What is found in a text: citations of other documents, and people by honorific or office.
fn found(text: &str) -> Vec<(std::ops::Range<usize>, Found)> {
    let reading = Reading::new(text);
    let citations = reading.citations().into_iter().filter(Citation::is_of_other_document);
    let people = reading.people(&KnownNames::default());
    let mut found: Vec<(std::ops::Range<usize>, Found)> =
        citations.map(|citation| (citation.range.clone(), Found::Citation(citation))).collect();
    found.extend(people.into_iter().map(|person| (person.range.clone(), Found::Person(person))));
    found.sort_by_key(|(range, _)| (range.start, range.end));
    found
}

fn print_json(text: &str) -> Result<(), String> {
    let mut counted = (0, 0);
    for (range, found) in found(text) {
        let (at, before) = counted;
        let start = before + text[at..range.start].chars().count();
        let words = &text[range.clone()];
        counted = (range.start, start);
        let (what, fields) = match &found {
            Found::Citation(citation) => ("citation", citation_fields(citation)),
            Found::Person(person) => {
                ("person", Fields::Person { name: &person.name, role: person.role.as_deref() })
            }
        };
        let finding = Finding { what, start, end: start + words.chars().count(), text: words, fields };
        println!("{}", serde_json::to_string(&finding).map_err(|error| error.to_string())?);
    }
    Ok(())
}

fn citation_fields(citation: &Citation) -> Fields<'_> {
    let symbol = citation.symbol.as_ref().map(|symbol| symbol.text.as_str());
    Fields::Citation {
        kind: citation.kind.name(),
        symbol: symbol.or(citation.law.map(|law| law.number).filter(|_| citation.symbol_range.is_some())),
        r#type: citation.document_type,
        issuer: citation.issuer.as_deref().or(citation.implied_issuer),
        date: citation.date.map(iso),
        provision: citation.provision_text.as_deref(),
        target: None,
    }
}

fn iso(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => format!("{year:04}"),
        PartialDate::Month(year, month) => format!("{year:04}-{month:02}"),
        PartialDate::Day(day) => day.to_string(),
    }
}

fn show(file: &Path, text: &str) {
    let index = LineIndex::new(text);
    for (range, found) in found(text) {
        let place = index.place(range.start);
        let words = text[range].split_whitespace().collect::<Vec<_>>().join(" ");
        let meaning = match &found {
            Found::Citation(citation) => {
                let parts = [
                    citation.document_type.map(str::to_owned),
                    citation.symbol.as_ref().map(|symbol| symbol.text.clone()),
                    citation.date.map(iso),
                    citation.issuer.clone().or(citation.implied_issuer.map(str::to_owned)),
                ];
                parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
            Found::Person(person) => person.role.clone().unwrap_or_default(),
        };
        println!("{}:{}:{}: {words} [{meaning}]", file.display(), place.line, place.column);
    }
}
