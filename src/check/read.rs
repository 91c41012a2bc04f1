//! `read-from-text`: what was read in the text of a resolution and is not in its front matter. Told once for each
//! resolution, with the place of each fact and instruction and the front matter that says the same, so that a person can
//! confirm, correct or refuse it.

use std::collections::BTreeMap;

use super::circle::name;
use super::unsure::References;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::legal::RelationKind;
use crate::legal::instruction::Extent;
use crate::link::{DocumentIndex, Passage, Relation, Site, Work};
use crate::text::{Date, Span};

/// Most relations whose front matter is printed: nobody confirms more of them by hand.
const MOST_PRINTED: usize = 20;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let references = References::of(site);
    let relations = relations(site);
    for index in &site.resolutions {
        let of_text = relations.get(index).map(Vec::as_slice).unwrap_or_default();
        let mut instructions: Vec<(Span, String)> =
            of_text.iter().flat_map(|relation| acts(site, *index, relation)).collect();
        instructions.sort();
        let mut read = facts(site, *index).into_iter().chain(instructions);
        let Some((span, first)) = read.next() else { continue };
        let others: Vec<(Span, String)> = read.collect();
        let what = match others.len() {
            0 => format!("`{first}` is read from the text"),
            more => format!("`{first}` and {more} more are read from the text"),
        };
        let problem = Diagnostic::note(Code("read-from-text"), span, what + " and not in the front matter");
        let problem = others.into_iter().fold(problem, |problem, (span, words)| problem.label(span, words));
        diagnostics.push(problem.help(help(&references, *index, of_text)));
    }
}

/// What texts say and no front matter, by the document whose text it is.
fn relations(site: &Site) -> BTreeMap<DocumentIndex, Vec<&Relation>> {
    let mut found: BTreeMap<DocumentIndex, Vec<&Relation>> = BTreeMap::new();
    let read =
        site.relations.iter().filter(|relation| relation.declared.is_none() && relation.certainty.is_sure());
    for relation in read {
        let mut texts: Vec<DocumentIndex> =
            relation.passages.iter().map(|passage| passage.document).collect();
        texts.sort_unstable();
        texts.dedup();
        for text in texts {
            found.entry(text).or_default().push(relation);
        }
    }
    found
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
        (span, format!("{} has effect{}", own.words, days(own.from, own.until)))
    });
    read.chain(days).collect()
}

fn days(from: Option<Date>, until: Option<Date>) -> String {
    let day = |word: &str, day: Option<Date>| day.map_or_else(String::new, |day| format!(" {word} {day}"));
    day("from", from) + &day("until", until)
}

/// The sentences of a text that a relation rests on, in words. Where the text tells of two others, the one that does it
/// is said too.
fn acts(site: &Site, text: DocumentIndex, relation: &Relation) -> Vec<(Span, String)> {
    let own = relation.passages.iter().enumerate().filter(|(_, passage)| passage.document == text);
    own.filter_map(|(at, passage)| {
        Some((site.instruction(*passage)?.span, said(site, text, relation, at, *passage)))
    })
    .collect()
}

fn said(site: &Site, text: DocumentIndex, relation: &Relation, at: usize, passage: Passage) -> String {
    let called = |work: Work| name(site, work).trim_matches('`').to_owned();
    let actor = if relation.from == Work::Held(text) { String::new() } else { called(relation.from) + " " };
    let named = relation.provisions.iter().filter(|named| named.passage == Some(at));
    let provisions: Vec<String> = named.map(|named| site.provision_words(relation, named)).collect();
    let is_part = site.instruction(passage).is_some_and(|act| act.extent == Extent::Partial);
    let (part, provisions) = match provisions.as_slice() {
        [] if is_part => ("a part of ", String::new()),
        [] => ("", String::new()),
        words => ("", format!(" ({})", words.join(", "))),
    };
    let days = days(relation.since, relation.until);
    format!("{actor}{} {part}{}{provisions}{days}", relation.kind.name(), called(relation.to))
}

/// What to do: the front matter that says the same as the text, by the document that it belongs to.
fn help(references: &References<'_>, text: DocumentIndex, relations: &[&Relation]) -> String {
    const EXPLAINED: &str =
        "`congbao check --explain read-from-text` says how to confirm, correct or refuse it";
    let mut places: Vec<Work> = relations.iter().map(|relation| relation.from).collect();
    places.sort_unstable();
    places.dedup();
    places.sort_by_key(|place| *place != Work::Held(text));
    let mut confirmed: Vec<String> = Vec::new();
    let mut left = MOST_PRINTED;
    for place in places {
        let own: Vec<&Relation> =
            relations.iter().copied().filter(|relation| relation.from == place).take(left).collect();
        left -= own.len();
        if own.is_empty() {
            break;
        }
        let fields = fields(references, &own);
        confirmed.push(match place {
            Work::Held(index) if index == text => fields,
            Work::Held(_) => format!("{fields} in that of {}", name(references.site, place)),
            Work::Known(_) => {
                format!(
                    "{fields} under `relations` of {} in `content/documents.yaml`",
                    name(references.site, place)
                )
            }
        });
    }
    if confirmed.is_empty() {
        return format!("if all is right, nothing need be done; {EXPLAINED}");
    }
    let is_entered = |relation: &&Relation| match relation.to {
        Work::Known(index) => references.site.known(index).is_declared,
        Work::Held(_) => true,
    };
    let entry = if relations.iter().all(is_entered) {
        ""
    } else {
        " (documents that are not held must be entered in `content/documents.yaml` first)"
    };
    format!(
        "if all is right, nothing need be done; to confirm it, write into the front matter {}{entry}; {EXPLAINED}",
        confirmed.join(", and ")
    )
}

/// The fields that state relations of one document.
fn fields(references: &References<'_>, relations: &[&Relation]) -> String {
    let of_kind = |kind: RelationKind| {
        let entries: Vec<String> = relations
            .iter()
            .filter(|relation| relation.kind == kind)
            .map(|relation| references.entry(relation))
            .collect();
        (!entries.is_empty()).then(|| format!("`{}: [{}]`", kind.name(), entries.join(", ")))
    };
    let fields: Vec<String> = RelationKind::ALL.into_iter().filter_map(of_kind).collect();
    fields.join(" and ")
}
