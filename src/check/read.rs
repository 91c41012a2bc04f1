//! `read-from-text`: what was read in the text of a resolution and is not in its front matter. Told once for each
//! resolution, with the place of each fact and instruction, so that a person can confirm, correct or refuse it.

use super::circle::name;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::{DocumentIndex, Site};
use crate::text::Span;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let facts = facts(site, *index);
        let instructions = instructions(site, *index);
        let Some((span, _)) = facts.first().or(instructions.first()) else { continue };
        let message = match (facts.len(), instructions.len()) {
            (facts, 0) => format!("{} read from the text", count(facts, "field is", "fields are")),
            (0, acts) => {
                let acts =
                    count(acts, "instruction on other documents is", "instructions on other documents are");
                format!("{acts} read from the text")
            }
            (facts, acts) => {
                let facts = count(facts, "field", "fields");
                let acts = count(acts, "instruction on other documents", "instructions on other documents");
                format!("{facts} and {acts} are read from the text")
            }
        };
        let places = facts.iter().chain(&instructions);
        let problem = places
            .fold(Diagnostic::note(Code("read-from-text"), *span, message), |problem, (span, words)| {
                problem.label(*span, words.clone())
            });
        diagnostics.push(problem.help(
            "if all is right, nothing need be done; `congbao check --explain read-from-text` says how to confirm, correct or \
             refuse it",
        ));
    }
}

fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Fields that the front matter leaves out.
fn facts(site: &Site, index: DocumentIndex) -> Vec<(Span, String)> {
    let read = &site.document(index).document.read;
    read.iter().map(|fact| (fact.span, format!("{}: {}", fact.field, fact.value))).collect()
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
                format!("{} {}{provisions}", relation.kind.name(), name(site, relation.to)),
            ));
        }
    }
    found.sort();
    found
}
