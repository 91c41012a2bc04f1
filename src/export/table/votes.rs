//! Votes (biểu quyết) on resolutions, newest first; counts are of deputies.

use super::{Cell, Column, Kind, Rows, always, column};
use crate::front::Located;
use crate::view::Scene;

pub(super) const COLUMNS: &[Column] = &[
    always("resolution_address", Kind::Address),
    column("resolution_number", Kind::Text),
    column("date", Kind::Day),
    column("deputies", Kind::Count),
    column("present", Kind::Count),
    column("for", Kind::Count),
    column("against", Kind::Count),
    column("abstain", Kind::Count),
    column("statement", Kind::Text),
];

pub(super) fn rows<'a>(scene: Scene<'a>, rows: Rows<'_, 'a>) {
    let count = |field: &Option<Located<u32>>| -> Cell<'a> {
        field.as_ref().map_or(Cell::Unknown, |count| Cell::Count(count.value.into()))
    };
    for index in &scene.site.resolutions {
        let linked = scene.site.document(*index);
        let Some(fields) = linked.document.fields.resolution() else { continue };
        let Some(vote) = &fields.vote else { continue };
        rows(&[
            Cell::own(scene.config.base_url.whole(scene.plan.addresses.document(*index))),
            Cell::maybe(scene.number(*index)),
            Cell::day(linked.date),
            count(&vote.total),
            count(&vote.present),
            count(&vote.votes_for),
            count(&vote.against),
            count(&vote.abstain),
            Cell::maybe(vote.statement.as_ref().map(|statement| statement.value.as_str())),
        ]);
    }
}
