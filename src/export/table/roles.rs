//! Offices of officials (chức vụ), by official in Vietnamese order, each in the order of its beginning. A record tells
//! when an office is first and last recorded, not when someone was appointed.

use super::{Cell, Column, Kind, Rows, always, column};
use crate::view::Scene;

pub(super) const COLUMNS: &[Column] = &[
    always("official", Kind::Text),
    always("official_address", Kind::Address),
    always("role", Kind::Text),
    column("body", Kind::Text),
    column("body_address", Kind::Address),
    column("start", Kind::PartialDay),
    column("end", Kind::PartialDay),
    column("source", Kind::Text),
    column("source_address", Kind::Address),
];

pub(super) fn rows<'a>(scene: Scene<'a>, rows: Rows<'_, 'a>) {
    let (site, addresses, base_url) = (scene.site, &scene.plan.addresses, &scene.config.base_url);
    for index in &site.order.officials {
        let official = site.official(*index);
        for role in &official.roles {
            let source = match role.source {
                Some(document) => Cell::Text(scene.title(document)),
                None => Cell::maybe(role.source_text.as_deref()),
            };
            rows(&[
                Cell::text(official.name.as_str()),
                Cell::own(base_url.whole(addresses.official(*index))),
                Cell::text(role.title.as_str()),
                Cell::maybe(role.body.map(|body| site.body(body).name.as_str())),
                Cell::maybe_own(role.body.map(|body| base_url.whole(addresses.body(body)))),
                Cell::partial_day(role.start),
                Cell::partial_day(role.end),
                source,
                Cell::maybe_own(role.source.map(|document| base_url.whole(addresses.document(document)))),
            ]);
        }
    }
}
