//! Relations against the days of both documents.
//!
//! `relation-to-later`: a document can only change what was there before it.
//! `relation-too-early`: it says that it changes another from a day before that was adopted.
//! `ended-twice`: two documents end the whole of a third on different days; only the first did.
//! `late-extension`: what has ended is not extended any more; a new resolution is needed, or a day is wrong.
//! `change-after-end`: what has ended is not changed any more.

use super::circle::name;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::legal::RelationKind;
use crate::link::{Outcome, Relation, Site, ValidityReason};
use crate::text::{Date, Span};

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for relation in &site.relations {
        if !relation.changes() {
            continue;
        }
        let Some(span) = site.span_of(relation) else { continue };
        let (own, other) = (site.date_of(relation.from), site.date_of(relation.to));
        if let (Some(own), Some(other)) = (own, other)
            && own < other
        {
            diagnostics.push(to_later(site, relation, span, own, other));
        } else if let (Some(since), Some(other)) = (relation.since, other)
            && since < other
        {
            diagnostics.push(too_early(site, relation, span, since, other));
        } else if let Outcome::TooLate(day) = relation.outcome {
            diagnostics.push(too_late(site, relation, span, day));
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
    .help("correct one of the two days, or the document that is meant")
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
    .help("correct the day from which it does so")
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
