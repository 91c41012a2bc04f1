//! The page of what is missing.

use serde::Serialize;

use super::shared::{DateView, LinkView};
use super::{Draft, PageData, Scene};
use crate::link::{DocumentIndex, KnownIndex, Unresolved, Work};
use crate::markdown::Found;

/// Rows of one sort of gap; the count above them is of all.
const MOST_GAPS: usize = 500;

/// What is missing.
#[derive(Debug, Serialize)]
pub struct GapsView {
    /// Sorts of gaps that there are.
    pub groups: Vec<GapGroup>,
}

/// Gaps of one sort.
#[derive(Debug, Serialize)]
pub struct GapGroup {
    /// `resolutions_without_number` and so on; the words are under `gap_` and this.
    pub key: &'static str,
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub rows: Vec<GapRow>,
}

/// A gap.
#[derive(Debug, Serialize)]
pub struct GapRow {
    /// What lacks something; a document that is cited and unknown has no address.
    pub link: LinkView,
    /// Who cites it, for a document that is cited and unknown.
    pub cited: Option<GapCited>,
}

/// What is known of a document only by a citation.
#[derive(Debug, Serialize)]
pub struct GapCited {
    /// Its day or year.
    pub date: Option<DateView>,
    /// The body that issued it, as the citation says.
    pub issuer: Option<String>,
    /// The document that cites it first, at the place.
    pub by: LinkView,
    /// In how many further places it is cited.
    pub more: usize,
}

/// The page of what is missing.
pub(super) fn gaps(scene: Scene<'_>) -> Draft {
    let title = scene.words.word("gaps");
    let data = scene.link(scene.words.word("about_data"), &scene.plan.addresses.data());
    Draft {
        breadcrumbs: vec![scene.home_crumb(), data, LinkView { title: title.to_owned(), address: None }],
        ..Draft::new(
            "gaps/page.html",
            title,
            PageData::Gaps(Box::new(GapsView { groups: groups(scene, MOST_GAPS) })),
        )
    }
}

/// Gaps of each sort that there are, with at most so many rows of each; the counts are of all.
pub(crate) fn groups(scene: Scene<'_>, most: usize) -> Vec<GapGroup> {
    let site = scene.site;
    let resolutions = |is_gap: &dyn Fn(DocumentIndex) -> bool| -> Vec<LinkView> {
        let found = site.resolutions.iter().copied().filter(|index| is_gap(*index));
        found.map(|index| scene.document_link(index)).collect()
    };
    let fields = |index: DocumentIndex| site.document(index).document.fields.resolution();
    let without_number = resolutions(&|index| fields(index).is_some_and(|fields| fields.number.is_none()));
    let without_date = resolutions(&|index| site.document(index).date.is_none());
    let without_text = resolutions(&|index| !scene.has_text(index));
    let without_file = resolutions(&|index| site.document(index).attachments.is_empty());
    let without_results = resolutions(&|index| {
        let has_targets =
            fields(index).is_some_and(|fields| fields.targets.as_ref().is_some_and(|list| !list.is_empty()));
        has_targets && site.document(index).results.is_empty()
    });
    let sessions = site.order.sessions.iter().copied();
    let without_record = sessions
        .clone()
        .filter(|index| site.session(*index).document.is_none())
        .map(|index| scene.session_link(index));
    let without_minutes = sessions
        .filter(|index| {
            let document = site.session(*index).document;
            document.is_some_and(|document| site.document(document).minutes.is_empty())
        })
        .map(|index| scene.session_link(index));
    let officials = site.order.officials.iter().copied();
    let without_roles = officials
        .filter(|index| site.official(*index).roles.is_empty())
        .map(|index| scene.official_link(index));
    let not_held = (0..site.known.len()).map(KnownIndex).map(|index| scene.work_link(Work::Known(index)));
    let plain = [
        ("resolutions_without_number", without_number),
        ("resolutions_without_date", without_date),
        ("resolutions_without_text", without_text),
        ("resolutions_without_file", without_file),
        ("targets_without_results", without_results),
        ("sessions_without_record", without_record.collect()),
        ("sessions_without_minutes", without_minutes.collect()),
        ("officials_without_roles", without_roles.collect()),
        ("documents_not_held", not_held.collect()),
    ];
    let plain = plain.into_iter().map(|(key, mut rows): (_, Vec<LinkView>)| {
        let count = rows.len();
        rows.truncate(most);
        let row = |link| GapRow { link, cited: None };
        GapGroup { key, count, rows: rows.into_iter().map(row).collect() }
    });
    plain.chain([unresolved(scene, most)]).filter(|group| group.count > 0).collect()
}

/// Documents that are cited and unknown, those that are cited most first.
fn unresolved(scene: Scene<'_>, most: usize) -> GapGroup {
    let mut found: Vec<&Unresolved> = scene.site.unresolved.iter().collect();
    // Those that are cited equally often stay in the order of their symbols.
    found.sort_by_key(|unresolved| std::cmp::Reverse(unresolved.count));
    let rows = found.iter().take(most).filter_map(|unresolved| unresolved_row(scene, unresolved));
    GapGroup { key: "citations_unresolved", count: found.len(), rows: rows.collect() }
}

fn unresolved_row(scene: Scene<'_>, unresolved: &Unresolved) -> Option<GapRow> {
    let mention = scene.site.document(unresolved.document).document.body.mentions.get(unresolved.mention)?;
    let Found::Citation(citation) = &mention.found else { return None };
    let symbol = citation.symbol.as_ref()?.text.as_str();
    let title = match citation.document_type {
        Some(name) => scene.words.fill("citation_number", &[("type", name), ("number", symbol)]),
        None => symbol.to_owned(),
    };
    let mut by = scene.work_link(Work::Held(unresolved.document));
    if let (Some(address), Some(place)) = (&mut by.address, &mention.place) {
        address.push('#');
        address.push_str(place);
    }
    let cited = GapCited {
        date: citation.date.map(|date| scene.partial_date(date)),
        issuer: citation.issuer.clone().or(citation.implied_issuer.map(str::to_owned)),
        by,
        more: unresolved.count - 1,
    };
    Some(GapRow { link: LinkView { title, address: None }, cited: Some(cited) })
}
