//! What is missing (khoảng trống), as the page of gaps has it; here without a limit.

use super::{Cell, Column, Kind, Rows, always, column};
use crate::view::{Scene, gap_groups};

const KINDS: &[&str] = &[
    "resolutions_without_number",
    "resolutions_without_date",
    "resolutions_without_text",
    "resolutions_without_file",
    "targets_without_results",
    "sessions_without_record",
    "sessions_without_minutes",
    "officials_without_roles",
    "documents_not_held",
    "citations_unresolved",
];

pub(super) const COLUMNS: &[Column] = &[
    always("gap", Kind::OneOf(KINDS)),
    always("title", Kind::Text),
    column("address", Kind::Address),
    column("cited_date", Kind::PartialDay),
    column("cited_issuer", Kind::Text),
    column("citing_address", Kind::Address),
    column("citations", Kind::Count),
];

pub(super) fn rows<'a>(scene: Scene<'a>, rows: Rows<'_, 'a>) {
    let origin = scene.config.base_url.origin();
    let whole =
        |address: Option<String>| Cell::maybe_own(address.map(|address| format!("{origin}{address}")));
    for group in gap_groups(scene, usize::MAX) {
        for row in group.rows {
            let (date, issuer, by, count) = match row.cited {
                Some(cited) => (
                    Cell::maybe_own(cited.date.map(|date| date.iso)),
                    cited.issuer.map_or(Cell::Unknown, Cell::text),
                    whole(cited.by.address),
                    Cell::count(cited.more + 1),
                ),
                None => (Cell::Unknown, Cell::Unknown, Cell::Unknown, Cell::Unknown),
            };
            rows(&[
                Cell::own(group.key),
                Cell::text(row.link.title),
                whole(row.link.address),
                date,
                issuer,
                by,
                count,
            ]);
        }
    }
}
