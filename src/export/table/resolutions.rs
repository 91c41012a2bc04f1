//! Resolutions (nghị quyết), newest first.

use super::{Cell, Column, Kind, Rows, always, column};
use crate::plan::TextForm;
use crate::view::Scene;

/// Words for the statuses, as data has them.
const STATUSES: &[&str] =
    &["in_force", "not_yet", "partly_expired", "expired", "suspended", "partly_suspended", "unknown"];

pub(super) const COLUMNS: &[Column] = &[
    always("address", Kind::Address),
    always("id", Kind::Text),
    column("number", Kind::Text),
    always("title", Kind::Text),
    column("issuer", Kind::Text),
    column("issuer_address", Kind::Address),
    column("date", Kind::Day),
    column("year", Kind::Count),
    column("issued", Kind::Day),
    column("effective", Kind::Day),
    column("expires", Kind::Day),
    column("signer", Kind::Text),
    column("signer_address", Kind::Address),
    column("session", Kind::Text),
    column("session_address", Kind::Address),
    column("term", Kind::Text),
    always("topics", Kind::List),
    always("status", Kind::OneOf(STATUSES)),
    column("status_since", Kind::Day),
    always("has_text", Kind::Truth),
    always("provisions", Kind::Count),
    always("files", Kind::Count),
    always("cited_by", Kind::Count),
    column("summary", Kind::Text),
    column("updated", Kind::Day),
    always("data_address", Kind::Address),
];

pub(super) fn rows<'a>(scene: Scene<'a>, rows: Rows<'_, 'a>) {
    let (site, addresses, base_url) = (scene.site, &scene.plan.addresses, &scene.config.base_url);
    for index in &site.resolutions {
        let linked = site.document(*index);
        let Some(fields) = linked.document.fields.resolution() else { continue };
        let session = linked.session.map(|session| site.session(session));
        let term = session.and_then(|session| session.term);
        let law = linked.document.body.law.as_ref();
        let topics = linked.topics.iter().map(|topic| site.topic(*topic).title.as_str().into());
        let common = &linked.document.common;
        rows(&[
            Cell::own(base_url.whole(addresses.document(*index))),
            Cell::text(linked.document.id.0.as_str()),
            Cell::maybe(scene.number(*index)),
            Cell::Text(scene.title(*index)),
            Cell::maybe(linked.issuer.map(|body| site.body(body).name.as_str())),
            Cell::maybe_own(linked.issuer.map(|body| base_url.whole(addresses.body(body)))),
            Cell::day(linked.date),
            Cell::year(linked.year),
            Cell::day(fields.issued.as_ref().map(|day| day.value)),
            Cell::day(fields.effective.as_ref().map(|day| day.value)),
            Cell::day(fields.expires.as_ref().map(|day| day.value)),
            Cell::maybe(linked.signer.map(|signer| site.official(signer).name.as_str())),
            Cell::maybe_own(linked.signer.map(|signer| base_url.whole(addresses.official(signer)))),
            linked.session.map_or(Cell::Unknown, |session| Cell::text(scene.session_title(session))),
            Cell::maybe_own(linked.session.map(|session| base_url.whole(addresses.session(session)))),
            Cell::maybe(term.map(|term| site.term(term).name.as_str())),
            Cell::List(topics.collect()),
            Cell::own(linked.validity.status.key()),
            Cell::day(linked.validity.since),
            Cell::Truth(scene.has_text(*index)),
            Cell::count(law.map_or(0, |law| law.provisions.len())),
            Cell::count(linked.attachments.len()),
            Cell::count(linked.cited_in.documents),
            Cell::maybe(common.summary.as_ref().map(|summary| summary.value.as_str())),
            Cell::day(common.updated.as_ref().map(|day| day.value)),
            Cell::own(base_url.whole(&addresses.text(*index, TextForm::Json))),
        ]);
    }
}
