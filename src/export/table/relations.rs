//! What documents do to each other (quan hệ giữa các văn bản): amend, replace, repeal and so on, as front matter and texts
//! say.

use super::{Cell, Column, Kind, Rows, always, column};
use crate::export::document;
use crate::legal::RelationKind;
use crate::legal::instruction::Doubt;
use crate::link::{Outcome, Work, certainty_name, doubt_of};
use crate::view::{Scene, day_of};

const KINDS: &[&str] = &[
    "amends",
    "replaces",
    "repeals",
    "suspends",
    "extends",
    "corrects",
    "consolidates",
    "details",
    "implements",
    "based_on",
];
const EXTENTS: &[&str] = &["whole", "partial"];
const OUTCOMES: &[&str] = &[
    "counts",
    "no_day",
    "unsure",
    "contradicted",
    "impossible",
    "agent_ended",
    "agent_suspended",
    "too_late",
];

const CERTAINTIES: &[&str] = &["stated", "read", "unsure"];
const DOUBTS: &[&str] = &[
    "only_announced",
    "several_verbs",
    "far_from_verb",
    "conditional",
    "contradiction",
    "not_understood",
    "only_planned",
    "told_by_other",
    "other_document",
    "no_such_provision",
];

pub(super) const COLUMNS: &[Column] = &[
    always("from_address", Kind::Address),
    column("from_number", Kind::Text),
    column("from_title", Kind::Text),
    always("relation", Kind::OneOf(KINDS)),
    always("to_address", Kind::Address),
    column("to_number", Kind::Text),
    column("to_title", Kind::Text),
    always("named_provisions", Kind::List),
    always("extent", Kind::OneOf(EXTENTS)),
    column("since", Kind::Day),
    column("until", Kind::Day),
    always("outcome", Kind::OneOf(OUTCOMES)),
    always("is_declared", Kind::Truth),
    always("certainty", Kind::OneOf(CERTAINTIES)),
    column("doubt", Kind::OneOf(DOUBTS)),
    column("note", Kind::Text),
];

pub(super) fn rows<'a>(scene: Scene<'a>, rows: Rows<'_, 'a>) {
    // What is unsure stands apart, behind all that is certain.
    let is_sure = [true, false].into_iter();
    for (is_sure, kind) in is_sure.flat_map(|is_sure| RelationKind::ALL.map(|kind| (is_sure, kind))) {
        let relations = scene.site.relations.iter();
        for relation in relations.filter(|one| one.kind == kind && one.certainty.is_sure() == is_sure) {
            let [from_address, from_number, from_title] = named(scene, relation.from);
            let [to_address, to_number, to_title] = named(scene, relation.to);
            let provisions = document::provisions(relation).into_iter().map(Into::into);
            rows(&[
                from_address,
                from_number,
                from_title,
                Cell::own(kind.name()),
                to_address,
                to_number,
                to_title,
                Cell::List(provisions.collect()),
                Cell::own(document::extent(relation)),
                Cell::day(day_of(relation)),
                Cell::day(relation.until),
                Cell::own(match relation.outcome {
                    Outcome::Counts(_) => "counts",
                    Outcome::NoDay => "no_day",
                    Outcome::Unsure => "unsure",
                    Outcome::Contradicted(_) => "contradicted",
                    Outcome::Impossible(_) => "impossible",
                    Outcome::AgentEnded(_) => "agent_ended",
                    Outcome::AgentSuspended(_) => "agent_suspended",
                    Outcome::TooLate(_) => "too_late",
                }),
                Cell::Truth(relation.declared.is_some()),
                Cell::own(certainty_name(relation.certainty)),
                Cell::maybe_own(doubt_of(relation.certainty).map(Doubt::name)),
                Cell::maybe(relation.note.as_deref()),
            ]);
        }
    }
}

fn named(scene: Scene<'_>, work: Work) -> [Cell<'_>; 3] {
    let name = scene.designation(work);
    let title = if name.title.is_empty() { Cell::Unknown } else { Cell::Text(name.title) };
    [Cell::own(scene.config.base_url.whole(scene.plan.addresses.work(work))), Cell::maybe(name.number), title]
}
