//! Citations (dẫn chiếu) that lead somewhere: which document cites which, at what place, and which provision of it. By
//! the document that is cited, then in the order of its page.

use super::{Cell, Column, Kind, Rows, always, column};
use crate::legal::ProvisionPath;
use crate::link::{CitedBy, DocumentIndex, KnownIndex, Work};
use crate::view::{Scene, role_key};

const ROLES: &[&str] = &["basis", "considered", "reference"];

pub(super) const COLUMNS: &[Column] = &[
    always("citing_address", Kind::Address),
    column("citing_number", Kind::Text),
    column("place", Kind::Text),
    always("citation_role", Kind::OneOf(ROLES)),
    always("cited_address", Kind::Address),
    column("cited_number", Kind::Text),
    column("cited_provision", Kind::Text),
    always("is_held", Kind::Truth),
];

pub(super) fn rows<'a>(scene: Scene<'a>, rows: Rows<'_, 'a>) {
    let site = scene.site;
    for (at, linked) in site.documents.iter().enumerate() {
        of_work(scene, Work::Held(DocumentIndex(at)), &linked.cited_in, rows);
    }
    for (at, linked) in site.known.iter().enumerate() {
        of_work(scene, Work::Known(KnownIndex(at)), &linked.cited_in, rows);
    }
}

fn of_work<'a>(scene: Scene<'a>, work: Work, cited_in: &'a CitedBy, rows: Rows<'_, 'a>) {
    let (addresses, base_url) = (&scene.plan.addresses, &scene.config.base_url);
    if cited_in.rows.is_empty() {
        return;
    }
    let cited = base_url.whole(addresses.work(work));
    let number = scene.designation(work).number;
    for citing in &cited_in.rows {
        let address = base_url.whole(addresses.document(citing.document));
        let body = &scene.site.document(citing.document).document.body;
        let provision = citing.provision.as_ref().map(ProvisionPath::anchor);
        for mention in citing.mentions.iter().filter_map(|mention| body.mentions.get(*mention)) {
            rows(&[
                Cell::own(address.clone()),
                Cell::maybe(scene.number(citing.document)),
                Cell::maybe_own(mention.place.as_deref()),
                Cell::own(role_key(citing.role)),
                Cell::own(cited.clone()),
                Cell::maybe(number),
                Cell::maybe_own(provision),
                Cell::Truth(matches!(work, Work::Held(_))),
            ]);
        }
    }
}
