//! Relations against the days of both documents.
//!
//! `relation-to-later`: a document can only change what was there before it.
//! `relation-too-early`: it says that it changes another from a day before that was adopted.
//! `ended-twice`: two documents end the whole of a third on different days; only the first did.
//! `late-extension`: what has ended is not extended any more; a new resolution is needed, or a day is wrong.
//! `extended-beyond-end`: one text ends a document, and a newer one says that it goes on after that day.
//! `change-after-end`: what has ended is not changed any more.

use super::circle::name;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::legal::RelationKind;
use crate::link::{Impossible, Outcome, Relation, Site, ValidityReason, Work};
use crate::text::{Date, Span};

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
            // The day of the document itself is told as such.
            (Some(Impossible::TooEarly { since, other }), _) if relation.since.is_some() => {
                diagnostics.push(too_early(site, relation, span, since, other));
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
    let words = format!("{} {}", relation.kind.name(), name(site, relation.to));
    Diagnostic::warning(
        Code("relation-to-later"),
        span,
        format!("{} of {own} {words} of {other}, which was not there yet", name(site, relation.from)),
    )
    .help("correct one of the two days, or the document that is meant; until then it changes nothing")
}

fn too_early(site: &Site, relation: &Relation, span: Span, since: Date, other: Date) -> Diagnostic {
    Diagnostic::warning(
        Code("relation-too-early"),
        span,
        format!(
            "{} {} from {since}, before that was adopted on {other}",
            relation.kind.name(),
            name(site, relation.to)
        ),
    )
    .help("correct the day from which it does so; until then it changes nothing")
}

fn beyond_end(site: &Site, relation: &Relation, span: Span) -> Diagnostic {
    let other = name(site, relation.to);
    let until = relation.until.map_or_else(String::new, |until| format!(" until {until}"));
    let done = match relation.to {
        Work::Held(index) => &site.document(index).inverse_relations,
        Work::Known(index) => &site.known(index).inverse_relations,
    };
    let mut done = done.iter().map(|done| site.relation(*done));
    let ending = done.find(|end| end.ends_whole() && matches!(end.outcome, Outcome::Contradicted(_)));
    let by = ending.map_or_else(String::new, |end| {
        let day = end.outcome.day().map_or_else(String::new, |day| format!(" from {day}"));
        format!(", but {} {} it{day}", name(site, end.from), end.kind.name())
    });
    let problem = Diagnostic::warning(
        Code("extended-beyond-end"),
        span,
        format!("extends {other}{until}{by}; both cannot be so, and neither counts"),
    );
    let problem = match ending.and_then(|end| site.span_of(end)) {
        Some(end) => problem.label(end, "what ends it"),
        None => problem,
    };
    problem.help(
        "compare both: where it goes on, give the relation that ends it the day after as `from`, in the front matter of that \
         document; where it does not, write `does_not_affect` into the one that extends it",
    )
}

fn too_late(site: &Site, relation: &Relation, span: Span, day: Date) -> Diagnostic {
    let other = name(site, relation.to);
    let end = site.end_of(relation.to);
    let since = end.and_then(|end| end.since).map_or_else(String::new, |since| format!(" on {since}"));
    let kind = relation.kind.name();
    let (code, message, help) = match relation.kind {
        RelationKind::Extends => (
            Code("late-extension"),
            format!("extends {other} from {day}, but that had ended{since} already; it stays ended"),
            "check both days; add `from` where the extension follows the old term without a gap",
        ),
        _ if relation.ends_whole() => (
            Code("ended-twice"),
            format!("{kind} {other} from {day}, but that had ended{since} already"),
            "correct the days, or remove the relation that is wrong",
        ),
        _ => (
            Code("change-after-end"),
            format!("{kind} {other} from {day}, but that had ended{since} already"),
            "correct the days, or the document that is meant",
        ),
    };
    let problem = Diagnostic::warning(code, span, message);
    let first = end.and_then(|end| match end.reason {
        ValidityReason::Relation(first) => site.span_of(site.relation(first)),
        _ => None,
    });
    let problem = match first {
        Some(first) => problem.label(first, "what ended it"),
        None => problem,
    };
    problem.help(help)
}
