//! What documents do to each other (quan hệ giữa các văn bản): amend, replace, repeal and so on, as front matter and texts
//! say.

use super::{Cell, Column, Kind, Rows, always, column};
use crate::export::document;
use crate::legal::RelationKind;
use crate::link::{Outcome, Work};
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
const OUTCOMES: &[&str] = &["counts", "agent_ended", "agent_suspended", "too_late"];

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
    column("note", Kind::Text),
];

pub(super) fn rows<'a>(scene: Scene<'a>, rows: Rows<'_, 'a>) {
    for kind in RelationKind::ALL {
        for relation in scene.site.relations.iter().filter(|relation| relation.kind == kind) {
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
                    Outcome::AgentEnded(_) => "agent_ended",
                    Outcome::AgentSuspended(_) => "agent_suspended",
                    Outcome::TooLate(_) => "too_late",
                }),
                Cell::Truth(relation.declared.is_some()),
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
