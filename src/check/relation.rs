//! Relations against the days of both documents.
//!
//! `relation-to-later`: a document can only change what was there before it.
//! `relation-too-early`: it says that it changes another from a day before that was adopted, or before it takes effect itself.
//! `ended-twice`: two documents end the whole of a third on different days; only the first did.
//! `late-extension`: what has ended is not extended any more; a new resolution is needed, or a day is wrong.
//! `extended-beyond-end`: one text ends a document, and a newer one says that it goes on after that day.
//! `change-after-end`: what has ended is not changed any more.

use super::circle::name;
use crate::diag::{Diagnostic, Diagnostics, Message, Rule, message};
use crate::legal::RelationKind;
use crate::link::{End, Impossible, Outcome, Relation, Site, ValidityReason, Work};
use crate::text::{Date, Span};

const CHANGE_AFTER_END: Rule = Rule::warning("change-after-end");
const ENDED_TWICE: Rule = Rule::warning("ended-twice");
const EXTENDED_BEYOND_END: Rule = Rule::warning("extended-beyond-end");
const LATE_EXTENSION: Rule = Rule::warning("late-extension");
const RELATION_TO_LATER: Rule = Rule::warning("relation-to-later");
const RELATION_TOO_EARLY: Rule = Rule::warning("relation-too-early");

pub(super) const RULES: &[Rule] = &[
    CHANGE_AFTER_END,
    ENDED_TWICE,
    EXTENDED_BEYOND_END,
    LATE_EXTENSION,
    RELATION_TO_LATER,
    RELATION_TOO_EARLY,
];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for relation in &site.relations {
        if !relation.changes() {
            continue;
        }
        let Some(span) = site.span_of(relation) else { continue };
        match (site.impossible(relation), relation.outcome) {
            (Some(Impossible::Later { own, other }), _) => {
                diagnostics.push(to_later(site, relation, span, own, other));
            }
            (None, _) if begins_early(site, relation).is_some() => {
                let days = begins_early(site, relation);
                diagnostics.extend(days.map(|(since, own)| before_effect(site, relation, span, since, own)));
            }
            // The day of the document itself is told as such.
            (Some(Impossible::TooEarly { since, other }), _) if relation.since.is_some() => {
                diagnostics.push(before_adoption(site, relation, span, since, other));
            }
            (_, Outcome::TooLate(day)) => diagnostics.push(too_late(site, relation, span, day)),
            (_, Outcome::Contradicted(_)) if relation.kind == RelationKind::Extends => {
                diagnostics.push(beyond_end(site, relation, span));
            }
            _ => {}
        }
    }
}

fn to_later(site: &Site, relation: &Relation, span: Span, own: Date, other: Date) -> Diagnostic {
    let (from, to) = (name(site, relation.from), name(site, relation.to));
    RELATION_TO_LATER
        .at(span, message!("relation-to-later.says", from, own, kind: relation.kind, to, other))
        .help(message!("relation-to-later.help"))
}

fn before_adoption(site: &Site, relation: &Relation, span: Span, since: Date, adopted: Date) -> Diagnostic {
    let (kind, document) = (relation.kind, name(site, relation.to));
    RELATION_TOO_EARLY
        .at(span, message!("relation-too-early.adoption", kind, document, since, adopted))
        .help(message!("relation-too-early.adoption-help"))
}

/// The day from which a relation holds and the later one on which its own document takes effect, unless the text gives what
/// does it a day of its own.
fn begins_early(site: &Site, relation: &Relation) -> Option<(Date, Date)> {
    let since = relation.since?;
    let Work::Held(index) = relation.from else { return None };
    let fields = site.document(index).document.fields.resolution()?;
    let own = fields.effective.as_ref()?.value;
    let is_own_day = || site.commencements(index).any(|one| one.from == Some(since));
    (since < own && !is_own_day()).then_some((since, own))
}

fn before_effect(site: &Site, relation: &Relation, span: Span, since: Date, effective: Date) -> Diagnostic {
    let (kind, document) = (relation.kind, name(site, relation.to));
    RELATION_TOO_EARLY
        .at(span, message!("relation-too-early.effect", kind, document, since, effective))
        .help(message!("relation-too-early.effect-help"))
}

fn beyond_end(site: &Site, relation: &Relation, span: Span) -> Diagnostic {
    let done = match relation.to {
        Work::Held(index) => &site.document(index).inverse_relations,
        Work::Known(index) => &site.known(index).inverse_relations,
    };
    let mut done = done.iter().map(|done| site.relation(*done));
    let end = done.find(|end| end.ends_whole() && matches!(end.outcome, Outcome::Contradicted(_)));
    let ending = end.map(|end| {
        let document = name(site, end.from);
        message!("extended-beyond-end.ending", document, kind: end.kind, from: end.outcome.day())
    });
    let document = name(site, relation.to);
    let says = message!("extended-beyond-end.says", document, until: relation.until, ending);
    let problem = EXTENDED_BEYOND_END.at(span, says).help(message!("extended-beyond-end.help"));
    match end.and_then(|end| site.span_of(end)) {
        Some(end) => problem.label(end, message!("extended-beyond-end.label")),
        None => problem,
    }
}

fn too_late(site: &Site, relation: &Relation, span: Span, day: Date) -> Diagnostic {
    let Ended { place, on, how } =
        site.end_of(relation.to).map(|end| Ended::of(site, relation.to, end)).unwrap_or_default();
    let (rule, help) = match relation.kind {
        RelationKind::Extends => (LATE_EXTENSION, message!("late-extension.help")),
        _ if relation.ends_whole() && relation.declared.is_none() => {
            (ENDED_TWICE, message!("ended-twice.list-help", field: site.reference(relation.to)))
        }
        _ if relation.ends_whole() => (ENDED_TWICE, message!("ended-twice.help")),
        _ => (CHANGE_AFTER_END, message!("change-after-end.help")),
    };
    let document = name(site, relation.to);
    let problem =
        rule.at(span, message!("had-ended.says", kind: relation.kind, document, day, on, how)).help(help);
    match place {
        Some(place) => problem.label(place, message!("had-ended.label")),
        None => problem,
    }
}

/// How a document had ended already.
#[derive(Default)]
struct Ended {
    /// Where that is said.
    place: Option<Span>,
    /// From which day on, unless `how` says it.
    on: Option<Date>,
    /// By what.
    how: Option<Message>,
}

impl Ended {
    fn of(site: &Site, work: Work, end: End) -> Self {
        let on = end.since;
        match end.reason {
            ValidityReason::Relation(first) => {
                let first = site.relation(first);
                let document = name(site, first.from);
                let how = message!("had-ended.by", document, kind: first.kind);
                Self { place: site.span_of(first), on, how: Some(how) }
            }
            ValidityReason::Term | ValidityReason::Effect => {
                let fields = match work {
                    Work::Held(index) => {
                        let fields = site.document(index).document.fields.resolution();
                        fields.and_then(|fields| fields.expires.as_ref())
                    }
                    Work::Known(_) => None,
                };
                match fields {
                    Some(last) if Some(last.value) == on.and_then(|since| since.yesterday().ok()) => {
                        let how = message!("had-ended.last-day", day: last.value);
                        Self { place: Some(last.span), on: None, how: Some(how) }
                    }
                    _ => Self { place: None, on, how: None },
                }
            }
        }
    }
}
