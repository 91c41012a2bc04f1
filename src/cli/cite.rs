//! `congbao cite`

use std::fs;
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use congbao::build::{Prepared, Settings, Targets, prepare};
use congbao::diag::Severity;
use congbao::disk;
use congbao::document::KindFields;
use congbao::legal::{Citation, KnownNames, Person, Reading};
use congbao::link::Drafts;
use congbao::text::LineIndex;
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
        target: Option<&'a str>,
    },
    Person {
        name: &'a str,
        role: Option<&'a str>,
    },
}

/// A citation with the address that it leads to, or a person, in the order of the text.
enum Found {
    Citation(Box<Citation>, Option<String>),
    Person(Person),
}

/// What a portal adds to what a text says by itself.
struct Portal<'a> {
    root: PathBuf,
    targets: Targets<'a>,
    names: KnownNames,
}

pub(super) fn run(root: Option<PathBuf>, arguments: &CiteArguments) -> Result<Outcome, String> {
    let root = match root {
        Some(root) => Some(super::root(Some(root))?),
        None => std::env::current_dir().ok().and_then(|here| disk::find_root(&here)),
    };
    let prepared = root.as_deref().and_then(prepared);
    let portal = prepared.as_ref().zip(root).map(|(prepared, root)| portal(prepared, root));
    let mut output = BufWriter::new(io::stdout().lock());
    for file in &arguments.files {
        let refused = |reason: &dyn std::fmt::Display| format!("{}: {reason}", file.display());
        let bytes = fs::read(file).map_err(|error| refused(&error))?;
        let text = String::from_utf8(bytes).map_err(|_| refused(&"the file is not UTF-8 text"))?;
        let found = found(file, &text, portal.as_ref());
        let printed = match arguments.format {
            Format::Human => show(&mut output, file, &text, found),
            Format::Jsonl => print_json(&mut output, &text, found),
        };
        match printed.and_then(|()| output.flush()) {
            // The reader has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => break,
            printed => printed.map_err(|error| error.to_string())?,
        }
    }
    Ok(Outcome::Done)
}

/// The portal as `build` prepares it. One that is broken tells fewer addresses and stops nothing.
fn prepared(root: &Path) -> Option<Prepared> {
    let inputs = disk::read(root).map_err(|error| error.to_string());
    let clock = super::build::clock(None);
    let (inputs, clock) = match (inputs, clock) {
        (Ok(inputs), Ok(clock)) => (inputs, clock),
        (Err(reason), _) | (_, Err(reason)) => {
            eprintln!("the portal at {} cannot be read, targets are missing: {reason}", root.display());
            return None;
        }
    };
    let checked = prepare(&inputs, &Settings { clock, drafts: Drafts::Hidden, base_url: None });
    let errors = checked.diagnostics.count(Severity::Error);
    if errors > 0 {
        let errors = if errors == 1 { "an error".to_owned() } else { format!("{errors} errors") };
        eprintln!(
            "the portal at {} has {errors}, targets may be missing or wrong; `congbao build` tells more",
            root.display()
        );
    }
    Some(checked.value)
}

fn portal(prepared: &Prepared, root: PathBuf) -> Portal<'_> {
    let names = prepared.site.officials.iter().flat_map(|official| {
        let record = official.document.map(|index| &prepared.site.document(index).document.fields);
        let others = record.and_then(KindFields::official).and_then(|fields| fields.other_names.as_deref());
        let others = others.unwrap_or_default();
        others.iter().map(|name| name.value.as_str()).chain([official.name.as_str()])
    });
    Portal { targets: prepared.targets(), names: KnownNames::new(names), root }
}

/// What is found in a text: citations of other documents, people by honorific or office, and people whom the portal
/// knows.
fn found(file: &Path, text: &str, portal: Option<&Portal<'_>>) -> Vec<(Range<usize>, Found)> {
    let reading = Reading::new(text);
    let citations = reading.citations();
    let mut targets = portal.map_or_else(Vec::new, |portal| {
        let inner = file.canonicalize().ok();
        let root = portal.root.canonicalize().ok();
        let inner = inner.zip(root).and_then(|(file, root)| Some(file.strip_prefix(root).ok()?.to_owned()));
        portal.targets.of(inner.as_deref().and_then(Path::to_str), &citations)
    });
    targets.resize(citations.len(), None);
    let mut found: Vec<(Range<usize>, Found)> = citations
        .into_iter()
        .zip(targets)
        .filter(|(citation, _)| citation.is_of_other_document())
        .map(|(citation, target)| (citation.range.clone(), Found::Citation(Box::new(citation), target)))
        .collect();
    let people = people(&reading, portal);
    found.extend(people.into_iter().map(|person| (person.range.clone(), Found::Person(person))));
    found.sort_by_key(|(range, _)| (range.start, range.end));
    found
}

/// People by honorific or office; where these say nothing, those whom the portal knows.
fn people(reading: &Reading, portal: Option<&Portal<'_>>) -> Vec<Person> {
    let mut people = reading.people(&KnownNames::default());
    let known = portal.filter(|portal| !portal.names.is_empty());
    let known = known.map_or_else(Vec::new, |portal| reading.people(&portal.names));
    let said = people.len();
    let mut at = 0;
    for person in known {
        // Both run in the order of the text.
        while at < said && people[at].range.end <= person.range.start {
            at += 1;
        }
        if at == said || people[at].range.start >= person.range.end {
            people.push(person);
        }
    }
    people
}

fn print_json(output: &mut impl Write, text: &str, found: Vec<(Range<usize>, Found)>) -> io::Result<()> {
    let mut counted = (0, 0);
    for (range, found) in found {
        let (at, before) = counted;
        let start = before + text[at..range.start].chars().count();
        let words = &text[range.clone()];
        counted = (range.start, start);
        let (what, fields) = match &found {
            Found::Citation(citation, target) => ("citation", citation_fields(citation, target.as_deref())),
            Found::Person(person) => {
                ("person", Fields::Person { name: &person.name, role: person.role.as_deref() })
            }
        };
        let finding = Finding { what, start, end: start + words.chars().count(), text: words, fields };
        writeln!(output, "{}", serde_json::to_string(&finding)?)?;
    }
    Ok(())
}

fn citation_fields<'a>(citation: &'a Citation, target: Option<&'a str>) -> Fields<'a> {
    let symbol = citation.symbol.as_ref().map(|symbol| symbol.text.as_str());
    Fields::Citation {
        kind: citation.kind.name(),
        symbol: symbol.or(citation.law.map(|law| law.number).filter(|_| citation.symbol_range.is_some())),
        r#type: citation.document_type,
        issuer: citation.issuer.as_deref().or(citation.implied_issuer),
        date: citation.date.map(|date| date.to_string()),
        provision: citation.provision_text.as_deref(),
        target,
    }
}

fn show(
    output: &mut impl Write,
    file: &Path,
    text: &str,
    found: Vec<(Range<usize>, Found)>,
) -> io::Result<()> {
    let index = LineIndex::new(text);
    for (range, found) in found {
        let place = index.place(range.start);
        let words = text[range].split_whitespace().collect::<Vec<_>>().join(" ");
        let meaning = match &found {
            Found::Citation(citation, _) => {
                let parts = [
                    citation.document_type.map(str::to_owned),
                    citation.symbol.as_ref().map(|symbol| symbol.text.clone()),
                    citation.date.map(|date| date.to_string()),
                    citation.issuer.clone().or(citation.implied_issuer.map(str::to_owned)),
                ];
                parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
            Found::Person(person) => person.role.clone().unwrap_or_default(),
        };
        let target = match &found {
            Found::Citation(_, Some(target)) => format!(" -> {target}"),
            Found::Citation(_, None) | Found::Person(_) => String::new(),
        };
        writeln!(output, "{}:{}:{}: {words} [{meaning}]{target}", file.display(), place.line, place.column)?;
    }
    Ok(())
}
