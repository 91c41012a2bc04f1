//! `read-from-text`: what was read in the text of a resolution and is not in its front matter. Told once for each
//! resolution, with the place of each fact and instruction, so that a person can confirm, correct or refuse it.

use super::circle::name;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::{DocumentIndex, Site};
use crate::text::{Date, Span};

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let facts = facts(site, *index);
        let instructions = instructions(site, *index);
        let mut read = facts.into_iter().chain(instructions);
        let Some((span, first)) = read.next() else { continue };
        let others: Vec<(Span, String)> = read.collect();
        let what = match others.len() {
            0 => format!("`{first}` is read from the text"),
            more => format!("`{first}` and {more} more are read from the text"),
        };
        let problem = Diagnostic::note(Code("read-from-text"), span, what + " and not in the front matter");
        let problem = others.into_iter().fold(problem, |problem, (span, words)| problem.label(span, words));
        diagnostics.push(problem.help(
            "if all is right, nothing need be done; `congbao check --explain read-from-text` says how to confirm, correct or \
             refuse it",
        ));
    }
}

/// Fields that the front matter leaves out.
fn facts(site: &Site, index: DocumentIndex) -> Vec<(Span, String)> {
    let read = &site.document(index).document.read;
    let read = read.iter().map(|fact| (fact.span, format!("{}: {}", fact.field, fact.value)));
    let days = site.commencements(index).map(|own| {
        let span = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = Span {
            file: site.document(index).document.file,
            start: span(own.range.start),
            end: span(own.range.end),
        };
        let day =
            |word: &str, day: Option<Date>| day.map_or_else(String::new, |day| format!(" {word} {day}"));
        (span, format!("{}:{}{}", own.words, day("from", own.from), day("until", own.until)))
    });
    read.chain(days).collect()
}

/// What the text does to other documents and the front matter does not say, in the order of the text.
fn instructions(site: &Site, index: DocumentIndex) -> Vec<(Span, String)> {
    let relations = site.document(index).relations.iter().map(|relation| site.relation(*relation));
    let mut found = Vec::new();
    for relation in relations.filter(|relation| relation.declared.is_none()) {
        for act in relation.passages.iter().filter_map(|passage| site.instruction(*passage)) {
            let provisions: Vec<&str> =
                act.provisions.iter().map(|provision| provision.words.as_str()).collect();
            let provisions = match provisions.as_slice() {
                [] => String::new(),
                words => format!(" ({})", words.join(", ")),
            };
            found.push((
                act.span,
                format!("{} {}{provisions}", relation.kind.name(), name(site, relation.to).trim_matches('`')),
            ));
        }
    }
    found.sort();
    found
}
