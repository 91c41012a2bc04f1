//! The page about the data (Về dữ liệu): how much the portal holds, year by year, and where it has gaps.

use serde::Serialize;

use super::shared::{CountLink, LinkView};
use super::{Draft, PageData, Scene, View};
use crate::document::ResolutionFields;
use crate::link::DocumentIndex;
use crate::plan::{DataFile, ListOf, TableName};

/// A table of the open data as it was made: what pages and catalogues tell of it.
#[derive(Debug, Clone)]
pub struct PublishedTable {
    /// Its name.
    pub name: TableName,
    /// How many rows it has.
    pub rows: usize,
    /// Its columns.
    pub columns: Vec<PublishedColumn>,
    /// Its files.
    pub files: Vec<PublishedFile>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct PublishedColumn {
    /// Its name in data.
    pub key: &'static str,
    /// What its values are: `string`, `date` and so on.
    pub kind: &'static str,
}

/// A file of a table.
#[derive(Debug, Clone)]
pub struct PublishedFile {
    /// Which.
    pub file: DataFile,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal digits.
    pub sha256: String,
}

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
    /// The tables of the open data.
    pub tables: Vec<TableView>,
    /// What tells programs of all tables: names and addresses.
    pub descriptions: Vec<LinkView>,
    /// The licence.
    pub licence: Option<String>,
}

/// A table of the open data.
#[derive(Debug, Serialize)]
pub struct TableView {
    /// `resolutions` and so on; the words are under `table_` and this.
    pub key: &'static str,
    /// Its rows.
    pub rows: usize,
    /// Its columns: name, and the key of the word for what its values are.
    pub columns: Vec<(&'static str, String)>,
    /// Its files.
    pub files: Vec<FileView>,
}

/// A file of the open data.
#[derive(Debug, Serialize)]
pub struct FileView {
    /// `CSV`, `JSON` or `JSON Schema`.
    pub format: &'static str,
    /// Its address.
    pub address: String,
    /// Its size in words.
    pub size: String,
    /// Its SHA-256.
    pub sha256: String,
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
#[must_use]
pub fn data(scene: Scene<'_>, tables: &[PublishedTable]) -> View {
    let job = crate::plan::Job { route: scene.plan.addresses.data(), page: crate::plan::Page::Data };
    draft(scene, tables).finish(scene, &job)
}

fn draft(scene: Scene<'_>, tables: &[PublishedTable]) -> Draft {
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
        gap_count: super::gaps::groups(scene, 0).iter().map(|group| group.count).sum(),
        tables: tables.iter().map(|table| table_view(scene, table)).collect(),
        descriptions: [DataFile::Package, DataFile::Catalogue, DataFile::TextSchema]
            .map(|file| {
                let route = scene.plan.addresses.data_file(file);
                let name = route.as_str().rsplit('/').next().unwrap_or_default().to_owned();
                scene.link(name, &route)
            })
            .to_vec(),
        licence: scene.config.licence.clone(),
    };
    let title = scene.words.word("about_data");
    Draft {
        breadcrumbs: vec![scene.home_crumb(), LinkView { title: title.to_owned(), address: None }],
        ..Draft::new("data/page.html", title, PageData::Data(Box::new(view)))
    }
}

fn table_view(scene: Scene<'_>, table: &PublishedTable) -> TableView {
    let file = |file: &PublishedFile| FileView {
        format: match file.file {
            DataFile::Csv(_) => "CSV",
            DataFile::Json(_) => "JSON",
            _ => "JSON Schema",
        },
        address: scene.href(&scene.plan.addresses.data_file(file.file)),
        size: scene.size(file.bytes),
        sha256: file.sha256.clone(),
    };
    TableView {
        key: table.name.key(),
        rows: table.rows,
        columns: table.columns.iter().map(|column| (column.key, format!("kind_{}", column.kind))).collect(),
        files: table.files.iter().map(file).collect(),
    }
}

fn row(scene: Scene<'_>, year: Option<LinkView>, resolutions: &[DocumentIndex]) -> CoverageRow {
    let count = |is_held: &dyn Fn(DocumentIndex, &ResolutionFields) -> bool| {
        let held = resolutions.iter().filter(|index| {
            let fields = scene.site.document(**index).document.fields.resolution();
            fields.is_some_and(|fields| is_held(**index, fields))
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
