//! Why a resolution has its status, step by step.

use serde::Serialize;

use super::{Document, document, provisions};
use crate::link::{DocumentIndex, End, Relation, Step, ValidityReason, Work};
use crate::text::Date;
use crate::view::{Scene, day_of};

/// A step. Every key is always there; what is not known is `null`.
#[derive(Serialize)]
pub(super) struct Reason<'a> {
    /// `effect`, `no_effect`, `term`, `relation`, `end_term` or `not_revived`.
    step: &'static str,
    /// For a relation, `repeals`.
    relation: Option<&'static str>,
    /// The document that does it.
    by: Option<Document<'a>>,
    /// The document that it is done to, or that ends; `null` for this one.
    document: Option<Document<'a>>,
    provisions: Vec<&'a str>,
    day: Option<Date>,
    until: Option<Date>,
    counts: bool,
}

/// The reasons, in the order in which a reader follows them.
pub(super) fn of(scene: Scene<'_>, index: DocumentIndex) -> Vec<Reason<'_>> {
    let own = Work::Held(index);
    let steps = scene.site.reasons(index, scene.time.day).into_iter();
    steps
        .map(|step| match step {
            Step::Effect(day) => Reason { day: Some(day), ..Reason::new("effect") },
            Step::NoEffect => Reason::new("no_effect"),
            Step::Term(day) => Reason { day: Some(day), ..Reason::new("term") },
            Step::Act(act) => of_relation(scene, own, scene.site.relation(act)),
            Step::End(work, end) => of_end(scene, own, work, end),
            Step::NotRevived(_) => Reason::new("not_revived"),
        })
        .collect()
}

fn of_relation<'a>(scene: Scene<'a>, own: Work, relation: &'a Relation) -> Reason<'a> {
    Reason {
        relation: Some(relation.kind.name()),
        by: Some(document(scene, relation.from)),
        document: (relation.to != own).then(|| document(scene, relation.to)),
        provisions: provisions(relation),
        day: day_of(relation),
        until: relation.until,
        counts: relation.outcome.counts(),
        ..Reason::new("relation")
    }
}

fn of_end(scene: Scene<'_>, own: Work, work: Work, end: End) -> Reason<'_> {
    match end.reason {
        ValidityReason::Relation(act) => of_relation(scene, own, scene.site.relation(act)),
        ValidityReason::Term | ValidityReason::Effect => Reason {
            document: (work != own).then(|| document(scene, work)),
            day: end.since,
            ..Reason::new("end_term")
        },
    }
}

impl Reason<'_> {
    fn new(step: &'static str) -> Self {
        Self {
            step,
            relation: None,
            by: None,
            document: None,
            provisions: Vec::new(),
            day: None,
            until: None,
            counts: true,
        }
    }
}
