//! `read-from-text`: what was read in the text of a resolution and is not in its front matter. Told once for each
//! resolution, with the place of each fact and instruction and the front matter that says the same, so that a person can
//! confirm, correct or refuse it.

use std::collections::BTreeMap;

use super::circle::name;
use super::unsure::References;
use crate::diag::{Diagnostics, Message, Rule, message};
use crate::legal::RelationKind;
use crate::legal::instruction::Extent;
use crate::link::{DocumentIndex, Passage, Relation, Site, Work};
use crate::text::Span;

pub(super) const RULE: Rule = Rule::note("read-from-text");

/// Most relations whose front matter is printed: nobody confirms more of them by hand.
const MOST_PRINTED: usize = 20;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let references = References::of(site);
    let relations = relations(site);
    for index in &site.resolutions {
        let of_text = relations.get(index).map(Vec::as_slice).unwrap_or_default();
        let mut instructions: Vec<(Span, Message)> =
            of_text.iter().flat_map(|relation| acts(site, *index, relation)).collect();
        instructions.sort();
        let mut read = facts(site, *index).into_iter().chain(instructions);
        let Some((span, first)) = read.next() else { continue };
        let others: Vec<(Span, Message)> = read.collect();
        let says = match others.len() {
            0 => message!("read-from-text.one", first),
            more => message!("read-from-text.several", first, more),
        };
        let problem = RULE.at(span, says).help(help(&references, *index, of_text));
        diagnostics.push(others.into_iter().fold(problem, |problem, (span, said)| problem.label(span, said)));
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
fn facts(site: &Site, index: DocumentIndex) -> Vec<(Span, Message)> {
    let read = &site.document(index).document.read;
    let read = read
        .iter()
        .map(|fact| (fact.span, message!("read-from-text.fact", field: &fact.field, value: &fact.value)));
    let days = site.commencements(index).map(|own| {
        let span = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = Span {
            file: site.document(index).document.file,
            start: span(own.range.start),
            end: span(own.range.end),
        };
        (span, message!("read-from-text.days", words: &own.words, from: own.from, until: own.until))
    });
    read.chain(days).collect()
}

/// The sentences of a text that a relation rests on, in words. Where the text tells of two others, the one that does it
/// is said too.
fn acts(site: &Site, text: DocumentIndex, relation: &Relation) -> Vec<(Span, Message)> {
    let own = relation.passages.iter().enumerate().filter(|(_, passage)| passage.document == text);
    own.filter_map(|(at, passage)| {
        Some((site.instruction(*passage)?.span, said(site, text, relation, at, *passage)))
    })
    .collect()
}

fn said(site: &Site, text: DocumentIndex, relation: &Relation, at: usize, passage: Passage) -> Message {
    let actor = (relation.from != Work::Held(text)).then(|| name(site, relation.from));
    let named = relation.provisions.iter().filter(|named| named.passage == Some(at));
    let provisions: Vec<String> = named.map(|named| site.provision_words(relation, named)).collect();
    let is_part = site.instruction(passage).is_some_and(|act| act.extent == Extent::Partial);
    message!(
        "read-from-text.act",
        actor,
        kind: relation.kind,
        is_part: is_part && provisions.is_empty(),
        document: name(site, relation.to),
        provisions: Some(provisions).filter(|provisions| !provisions.is_empty()),
        from: relation.since,
        until: relation.until,
    )
}

/// What to do: the front matter that says the same as the text, by the document that it belongs to.
fn help(references: &References<'_>, text: DocumentIndex, relations: &[&Relation]) -> Message {
    let mut owners: Vec<Work> = relations.iter().map(|relation| relation.from).collect();
    owners.sort_unstable();
    owners.dedup();
    owners.sort_by_key(|owner| *owner != Work::Held(text));
    let mut places: Vec<Message> = Vec::new();
    let mut left = MOST_PRINTED;
    for owner in owners {
        let own: Vec<&Relation> =
            relations.iter().copied().filter(|relation| relation.from == owner).take(left).collect();
        left -= own.len();
        if own.is_empty() {
            break;
        }
        let fields = fields(references, &own);
        let document = name(references.site, owner);
        places.push(match owner {
            Work::Held(index) if index == text => message!("read-from-text.here", fields),
            Work::Held(_) => message!("read-from-text.held", fields, document),
            Work::Known(_) => message!("read-from-text.known", fields, document),
        });
    }
    if places.is_empty() {
        return message!("read-from-text.help");
    }
    let is_entered = |relation: &&Relation| match relation.to {
        Work::Known(index) => references.site.known(index).is_declared,
        Work::Held(_) => true,
    };
    let are_entered = relations.iter().all(is_entered);
    message!("read-from-text.confirm-help", places, are_entered)
}

/// The fields that state relations of one document.
fn fields(references: &References<'_>, relations: &[&Relation]) -> Vec<String> {
    let of_kind = |kind: RelationKind| {
        let entries: Vec<String> = relations
            .iter()
            .filter(|relation| relation.kind == kind)
            .map(|relation| references.entry(relation))
            .collect();
        (!entries.is_empty()).then(|| format!("{}: [{}]", kind.name(), entries.join(", ")))
    };
    RelationKind::ALL.into_iter().filter_map(of_kind).collect()
}
