//! The page about the data (Về dữ liệu): how much the portal holds, year by year, and where it has gaps.

use serde::Serialize;

use super::shared::{CountLink, LinkView};
use super::{Draft, PageData, Scene};
use crate::document::{KindFields, ResolutionFields};
use crate::link::DocumentIndex;
use crate::plan::ListOf;

/// What the portal holds.
#[derive(Debug, Serialize)]
pub struct DataView {
    /// How many records there are of each sort, with their lists.
    pub records: Vec<CountLink>,
    /// Resolutions by year, newest first; those of no known year last.
    pub coverage: Vec<CoverageRow>,
    /// The page of gaps.
    pub gaps_address: String,
    /// How many gaps there are.
    pub gap_count: usize,
    /// The licence.
    pub licence: Option<String>,
}

/// The resolutions of a year, and what is held of them.
#[derive(Debug, Serialize)]
pub struct CoverageRow {
    /// The year with its list; none where none is known.
    pub year: Option<LinkView>,
    /// How many there are.
    pub resolutions: usize,
    /// How many of them have a number.
    pub with_number: usize,
    /// How many of them have a text.
    pub with_text: usize,
    /// How many of them have a file.
    pub with_file: usize,
    /// How many of them have a day of effect.
    pub with_effect: usize,
}

/// The page about the data.
pub(super) fn data(scene: Scene<'_>) -> Draft {
    let years = scene.plan.years(ListOf::Resolutions);
    let all = &scene.site.resolutions;
    let mut coverage: Vec<CoverageRow> = years
        .iter()
        .map(|of_year| {
            let route = scene.plan.addresses.year(ListOf::Resolutions, of_year.year);
            let year = scene.link(of_year.year.to_string(), &route);
            row(scene, Some(year), &all[of_year.rows.clone()])
        })
        .collect();
    // Those of no known year stand behind all others.
    let undated = years.last().map_or(&all[..], |last| &all[last.rows.end..]);
    if !undated.is_empty() {
        coverage.push(row(scene, None, undated));
    }
    let records = ListOf::ALL.into_iter().map(|list| CountLink {
        title: scene.words.word(list.key()).to_owned(),
        address: scene.href(&scene.plan.addresses.list(list)),
        count: super::listing::count(scene.site, list),
    });
    let view = DataView {
        records: records.filter(|records| records.count > 0).collect(),
        coverage,
        gaps_address: scene.href(&scene.plan.addresses.gaps()),
        gap_count: super::gaps::groups(scene).iter().map(|group| group.count).sum(),
        licence: scene.config.licence.clone(),
    };
    let title = scene.words.word("about_data");
    Draft {
        breadcrumbs: vec![scene.home_crumb(), LinkView { title: title.to_owned(), address: None }],
        ..Draft::new("data/page.html", title, PageData::Data(Box::new(view)))
    }
}

fn row(scene: Scene<'_>, year: Option<LinkView>, resolutions: &[DocumentIndex]) -> CoverageRow {
    let count = |is_held: &dyn Fn(DocumentIndex, &ResolutionFields) -> bool| {
        let held = resolutions.iter().filter(|index| match &scene.site.document(**index).document.fields {
            KindFields::Resolution(fields, _) => is_held(**index, fields),
            _ => false,
        });
        held.count()
    };
    CoverageRow {
        year,
        resolutions: resolutions.len(),
        with_number: count(&|_, fields| fields.number.is_some()),
        with_text: count(&|index, _| scene.has_text(index)),
        with_file: count(&|index, _| !scene.site.document(index).attachments.is_empty()),
        with_effect: count(&|_, fields| fields.effective.is_some()),
    }
}
