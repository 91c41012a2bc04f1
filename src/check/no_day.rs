//! `effect-day-unknown`: a document changes another from a day that nothing tells. The other one keeps its status, and
//! both pages say what is planned. Told once for each document that does so.

use std::collections::BTreeMap;

use super::circle::name;
use crate::diag::{Diagnostic, Diagnostics, Rule, message};
use crate::link::{DocumentIndex, Outcome, Relation, Site, Work};
use crate::text::Span;

pub(super) const RULE: Rule = Rule::warning("effect-day-unknown");

/// Most documents that are named.
const MOST_NAMED: usize = 5;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let mut without_day: BTreeMap<Work, Vec<&Relation>> = BTreeMap::new();
    for relation in site.relations.iter().filter(|relation| is_meant(relation)) {
        without_day.entry(relation.from).or_default().push(relation);
    }
    for (work, relations) in without_day {
        diagnostics.extend(problem(site, work, &relations));
    }
}

/// Whether a document does something to others from a day that is not known.
pub(super) fn has_unknown_day(site: &Site, index: DocumentIndex) -> bool {
    site.document(index).relations.iter().any(|relation| is_meant(site.relation(*relation)))
}

/// Of two documents that are not held a portal says nothing that could be wrong.
fn is_meant(relation: &Relation) -> bool {
    let is_shown = matches!((relation.from, relation.to), (Work::Held(_), _) | (_, Work::Held(_)));
    relation.outcome == Outcome::NoDay && is_shown
}

fn problem(site: &Site, work: Work, relations: &[&Relation]) -> Option<Diagnostic> {
    let first = relations.first().and_then(|relation| site.span_of(relation))?;
    let mut others: Vec<&str> = relations.iter().map(|relation| name(site, relation.to)).collect();
    others.dedup();
    let more = others.len().saturating_sub(MOST_NAMED);
    others.truncate(MOST_NAMED);
    let says = message!("effect-day-unknown.says", document: name(site, work), others, more);
    let problem = RULE.at(place(site, work).unwrap_or(first), says).help(match work {
        Work::Held(_) => message!("effect-day-unknown.help"),
        Work::Known(_) => message!("effect-day-unknown.known-help"),
    });
    let places = relations.iter().filter_map(|relation| Some((relation, site.span_of(relation)?)));
    Some(places.take(MOST_NAMED).fold(problem, |problem, (relation, span)| {
        let document = name(site, relation.to);
        problem.label(span, message!("effect-day-unknown.label", kind: relation.kind, document))
    }))
}

/// Where a document that is held is named.
fn place(site: &Site, work: Work) -> Option<Span> {
    let Work::Held(index) = work else { return None };
    let document = &site.document(index).document;
    let Some(fields) = document.fields.resolution() else { return Some(document.span) };
    let name = fields.number.as_ref().or(document.common.title.as_ref());
    Some(name.map_or(document.span, |name| name.span))
}
