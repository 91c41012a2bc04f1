//! Sessions (kỳ họp, phiên họp), newest first.

use super::{Cell, Column, Kind, Rows, always, column};
use crate::document::SessionFields;
use crate::view::Scene;

const KINDS: &[&str] = &["regular", "thematic", "standing-board", "hearing", "conference"];
const STATES: &[&str] = &["scheduled", "held", "postponed", "cancelled"];

pub(super) const COLUMNS: &[Column] = &[
    always("address", Kind::Address),
    always("title", Kind::Text),
    column("kind", Kind::OneOf(KINDS)),
    column("state", Kind::OneOf(STATES)),
    column("body", Kind::Text),
    column("body_address", Kind::Address),
    column("term", Kind::Text),
    column("session_number", Kind::Count),
    column("first_day", Kind::Day),
    column("last_day", Kind::Day),
    column("venue", Kind::Text),
    always("chairs", Kind::List),
    always("agenda_items", Kind::Count),
    always("resolutions", Kind::Count),
    always("reports", Kind::Count),
    always("news", Kind::Count),
    always("has_record", Kind::Truth),
    column("updated", Kind::Day),
];

pub(super) fn rows<'a>(scene: Scene<'a>, rows: Rows<'_, 'a>) {
    let (site, addresses, base_url) = (scene.site, &scene.plan.addresses, &scene.config.base_url);
    let empty = SessionFields::default();
    for index in &site.order.sessions {
        let session = site.session(*index);
        let document = session.document.map(|document| &site.document(document).document);
        let fields = document.and_then(|document| document.fields.session()).unwrap_or(&empty);
        let updated = document.and_then(|document| document.common.updated.as_ref());
        let kind = fields.kind.as_ref().map(|kind| kind.value.word());
        let body = session.body.or(site.organization);
        let chairs = session.chairs.iter().map(|chair| site.official(*chair).name.as_str().into());
        rows(&[
            Cell::own(base_url.whole(addresses.session(*index))),
            Cell::text(scene.session_title(*index)),
            Cell::maybe_own(kind.or(session.is_thematic.then_some("thematic"))),
            Cell::maybe_own(fields.state.as_ref().map(|state| state.value.word())),
            Cell::maybe(body.map(|body| site.body(body).name.as_str())),
            Cell::maybe_own(body.map(|body| base_url.whole(addresses.body(body)))),
            Cell::maybe(session.term.map(|term| site.term(term).name.as_str())),
            session.number.map_or(Cell::Unknown, |number| Cell::Count(number.into())),
            Cell::day(session.first_day),
            Cell::day(session.last_day),
            fields.venue.as_ref().map_or(Cell::Unknown, |venue| Cell::text(venue.value.clone())),
            Cell::List(chairs.collect()),
            Cell::count(fields.agenda.as_ref().map_or(0, Vec::len)),
            Cell::count(session.resolutions.len()),
            Cell::count(session.reports.len()),
            Cell::count(session.news.len()),
            Cell::Truth(session.document.is_some()),
            Cell::day(updated.map(|day| day.value)),
        ]);
    }
}
