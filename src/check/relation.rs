//! Relations against the days of both documents.
//!
//! `relation-to-later`: a document can only change what was there before it.
//! `relation-too-early`: it says that it changes another from a day before that was adopted, or before it takes effect itself.
//! `ended-twice`: two documents end the whole of a third on different days; only the first did.
//! `late-extension`: what has ended is not extended any more; a new resolution is needed, or a day is wrong.
//! `extended-beyond-end`: one text ends a document, and a newer one says that it goes on after that day.
//! `change-after-end`: what has ended is not changed any more.

use super::circle::name;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::legal::RelationKind;
use crate::link::{End, Impossible, Outcome, Relation, Site, ValidityReason, Work};
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
    let words = format!("{} {}", relation.kind.name(), name(site, relation.to));
    Diagnostic::warning(
        Code("relation-to-later"),
        span,
        format!("{} of {own} {words} of {other}, which was not there yet", name(site, relation.from)),
    )
    .help("correct one of the two days, or the document that is meant; until then it changes nothing")
}

fn before_adoption(site: &Site, relation: &Relation, span: Span, since: Date, other: Date) -> Diagnostic {
    too_early(site, relation, span, &format!("{since}, before that was adopted on {other}"))
        .help("correct the day from which it does so; until then it changes nothing")
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

fn before_effect(site: &Site, relation: &Relation, span: Span, since: Date, own: Date) -> Diagnostic {
    too_early(site, relation, span, &format!("{since}, but takes effect itself on {own} only"))
        .help("compare both days with the signed document; if it has them so, say that under `checks`")
}

fn too_early(site: &Site, relation: &Relation, span: Span, day: &str) -> Diagnostic {
    let done = relation.kind.name();
    Diagnostic::warning(
        Code("relation-too-early"),
        span,
        format!("{done} {} from {day}", name(site, relation.to)),
    )
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
    let (first, ended) = end.map_or((None, " already".to_owned()), |end| ended(site, relation.to, end));
    let kind = relation.kind.name();
    let field = site.reference(relation.to);
    let (code, help) = match relation.kind {
        RelationKind::Extends => {
            (Code("late-extension"), "check both days; add `from` where the extension follows the old term without a gap".to_owned())
        }
        _ if relation.ends_whole() && relation.declared.is_none() => (
            Code("ended-twice"),
            format!(
                "a list may name again what has ended: then nothing is wrong, and `does_not_affect: [{field}]`, or \
                 `checks: {{ended-twice: …}}` with the reason, says so; else correct the day that is wrong, or the number"
            ),
        ),
        _ if relation.ends_whole() => (
            Code("ended-twice"),
            "correct the days, or remove the relation that is wrong; if the text names again what has ended, say so under \
             `checks: {ended-twice: …}`"
                .to_owned(),
        ),
        _ => (Code("change-after-end"), "correct the days, or the document that is meant".to_owned()),
    };
    let stays = if relation.kind == RelationKind::Extends { "; it stays ended" } else { "" };
    let problem = Diagnostic::warning(
        code,
        span,
        format!("{kind} {other} from {day}, but that had ended{ended}{stays}"),
    );
    match first {
        Some(first) => problem.label(first, "what ended it"),
        None => problem,
    }
    .help(help)
}

/// Where it is said that a document ends, and on which day by what: ` on 2018-08-01 already, as `08/2018/NQ-HĐND` says`.
fn ended(site: &Site, work: Work, end: End) -> (Option<Span>, String) {
    let on = end.since.map_or_else(String::new, |since| format!(" on {since}"));
    match end.reason {
        ValidityReason::Relation(first) => {
            let first = site.relation(first);
            (
                site.span_of(first),
                format!("{on} already: {} {} it", name(site, first.from), first.kind.name()),
            )
        }
        ValidityReason::Term | ValidityReason::Effect => {
            let fields = match work {
                Work::Held(index) => site
                    .document(index)
                    .document
                    .fields
                    .resolution()
                    .and_then(|fields| fields.expires.as_ref()),
                Work::Known(_) => None,
            };
            match fields {
                Some(last) if Some(last.value) == end.since.and_then(|since| since.yesterday().ok()) => {
                    (Some(last.span), format!(" already: its last day was {}", last.value))
                }
                _ => (None, format!("{on} already")),
            }
        }
    }
}
