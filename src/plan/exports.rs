//! What machines read, as parts of the plan: which files there are, and where they lie.

use super::{Addresses, Export, ListOf, Page, Planner};
use crate::link::{BodyIndex, DocumentIndex, OfficialIndex, SessionIndex, Site, TopicIndex};
use crate::path::Route;

/// Most addresses in one site map (sitemaps.org, protocol 0.9: 50,000).
const MOST_ADDRESSES: usize = 50_000;

/// A file of the site map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SitemapPart {
    /// All addresses in one file.
    Whole,
    /// The list of so many files, where there are too many addresses for one.
    Index(usize),
    /// One of them, from 0.
    Part(usize),
}

impl SitemapPart {
    /// The files of a site map with so many addresses.
    fn all(addresses: usize) -> Vec<Self> {
        match addresses.div_ceil(MOST_ADDRESSES) {
            0 | 1 => vec![Self::Whole],
            files => (0..files).map(Self::Part).chain([Self::Index(files)]).collect(),
        }
    }

    /// Which of the addresses stand in this file.
    #[must_use]
    pub fn rows(self) -> std::ops::Range<usize> {
        match self {
            Self::Whole => 0..MOST_ADDRESSES,
            Self::Index(_) => 0..0,
            Self::Part(part) => part * MOST_ADDRESSES..(part + 1) * MOST_ADDRESSES,
        }
    }
}

/// What a feed tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedOf {
    /// Whatever was published or changed.
    Log,
    /// Resolutions.
    Resolutions,
    /// News.
    News,
    /// The documents of a session.
    Session(SessionIndex),
    /// The documents that an official signed or is named in.
    Official(OfficialIndex),
    /// The documents of a topic.
    Topic(TopicIndex),
    /// The documents that a body issued.
    Body(BodyIndex),
}

/// Whose sessions a calendar holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarOf {
    /// All.
    All,
    /// Those of a body.
    Body(BodyIndex),
    /// One session, with the lines of its agenda.
    Session(SessionIndex),
}

/// A form in which a text is offered beside its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextForm {
    /// All that is known of it, as JSON.
    Json,
    /// Its words (text/plain).
    Plain,
    /// Its words with marks of structure (`CommonMark` with tables).
    Markdown,
}

impl TextForm {
    /// All forms, in the order in which pages offer them.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Markdown, Self::Json];

    /// The extension of its files.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Plain => "txt",
            Self::Markdown => "md",
        }
    }
}

/// A table of the open data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableName {
    /// Nghị quyết
    Resolutions,
    /// Kỳ họp
    Sessions,
    /// Chức vụ
    Roles,
    /// Dẫn chiếu
    Citations,
    /// Quan hệ giữa các văn bản
    Relations,
    /// Chỉ tiêu và kết quả
    Targets,
    /// Biểu quyết
    Votes,
    /// Khoảng trống dữ liệu
    Gaps,
}

impl TableName {
    /// All tables, in the order of the page about the data.
    pub const ALL: [Self; 8] = [
        Self::Resolutions,
        Self::Sessions,
        Self::Roles,
        Self::Citations,
        Self::Relations,
        Self::Targets,
        Self::Votes,
        Self::Gaps,
    ];

    /// Its name in data, the same in every language; also the section whose word its files bear.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Resolutions => "resolutions",
            Self::Sessions => "sessions",
            Self::Roles => "roles",
            Self::Citations => "citations",
            Self::Relations => "relations",
            Self::Targets => "targets",
            Self::Votes => "votes",
            Self::Gaps => "gaps",
        }
    }
}

/// A file of the open data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataFile {
    /// A table as CSV (RFC 4180).
    Csv(TableName),
    /// A table as an array of records.
    Json(TableName),
    /// What those records are (JSON Schema 2020-12).
    Schema(TableName),
    /// What the JSON beside each text is (JSON Schema 2020-12).
    TextSchema,
    /// All tables for programs that read many portals (Frictionless Data Package).
    Package,
    /// The same for catalogues of open data (DCAT-AP 3, as JSON-LD).
    Catalogue,
}

impl DataFile {
    /// All files.
    pub fn all() -> impl Iterator<Item = Self> {
        let tables = TableName::ALL
            .into_iter()
            .flat_map(|table| [Self::Csv(table), Self::Json(table), Self::Schema(table)]);
        tables.chain([Self::TextSchema, Self::Package, Self::Catalogue])
    }
}

impl Addresses {
    /// A file of the site map. Crawlers look for it beside `robots.txt`.
    #[must_use]
    pub fn sitemap(&self, part: SitemapPart) -> Route {
        match part {
            SitemapPart::Whole | SitemapPart::Index(_) => Route::home().file("sitemap.xml"),
            SitemapPart::Part(number) => Route::home().file(&format!("sitemap-{}.xml", number + 1)),
        }
    }

    /// A feed: `feed.xml` beside the page that it belongs to. That of everything lies beside the home page.
    #[must_use]
    pub fn feed(&self, feed: FeedOf) -> Route {
        let page = match feed {
            FeedOf::Log => Route::home(),
            FeedOf::Resolutions => self.list(ListOf::Resolutions),
            FeedOf::News => self.list(ListOf::News),
            FeedOf::Session(index) => self.session(index).clone(),
            FeedOf::Official(index) => self.official(index).clone(),
            FeedOf::Topic(index) => self.topic(index).clone(),
            FeedOf::Body(index) => self.body(index).clone(),
        };
        page.file("feed.xml")
    }

    /// A calendar, `lich.ics` beside the page that it belongs to.
    #[must_use]
    pub fn calendar(&self, calendar: CalendarOf) -> Route {
        let page = match calendar {
            CalendarOf::All => self.list(ListOf::Sessions),
            CalendarOf::Body(index) => self.body(index).clone(),
            CalendarOf::Session(index) => self.session(index).clone(),
        };
        page.file(&format!("{}.ics", self.word("calendar")))
    }

    /// A text in another form, beside its page. The file bears the name of the page, which it keeps when it is taken
    /// away: `128-nq-hdnd-2022.txt`.
    #[must_use]
    pub fn text(&self, index: DocumentIndex, form: TextForm) -> Route {
        let page = self.document(index);
        let name = page.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        page.file(&format!("{name}.{}", form.extension()))
    }

    /// A file of the open data, below the page about the data.
    #[must_use]
    pub fn data_file(&self, file: DataFile) -> Route {
        let name = match file {
            DataFile::Csv(table) => format!("{}.csv", self.word(table.key())),
            DataFile::Json(table) => format!("{}.json", self.word(table.key())),
            DataFile::Schema(table) => format!("{}.schema.json", self.word(table.key())),
            DataFile::TextSchema => "document.schema.json".to_owned(),
            DataFile::Package => "datapackage.json".to_owned(),
            DataFile::Catalogue => "catalog.jsonld".to_owned(),
        };
        self.data().file(&name)
    }
}

impl Planner<'_> {
    /// Plans what machines read. Feeds and calendars without an entry are left out.
    pub(super) fn exports(&mut self) {
        let (site, addresses) = (self.site, self.addresses);
        self.export(Route::home().file("robots.txt"), Export::Robots);
        for feed in feeds(site) {
            self.export(addresses.feed(feed), Export::Feed(feed));
        }
        for calendar in calendars(site) {
            self.export(addresses.calendar(calendar), Export::Calendar(calendar));
        }
        for index in site.resolutions.iter().chain(&site.reports).chain(&site.news) {
            for form in TextForm::ALL {
                self.export(addresses.text(*index, form), Export::Text(*index, form));
            }
        }
        for file in DataFile::all() {
            self.export(addresses.data_file(file), Export::Data(file));
        }
        self.sitemap();
    }

    fn export(&mut self, route: Route, export: Export) {
        let name = match export {
            Export::Robots => "the words to crawlers",
            Export::Sitemap(_) => "the site map for crawlers",
            Export::Feed(_) => "a feed",
            Export::Calendar(_) => "a calendar",
            Export::Akn(index) | Export::Text(index, _) => self.site.document(index).document.path.as_str(),
            Export::Data(_) => "a file of the open data",
            Export::Oparl(_) => "a list in the shape of OParl",
            Export::Popolo(_) => "a list of Popolo",
        };
        self.add(route, Page::Export(export), name, None);
    }

    fn sitemap(&mut self) {
        let addresses = self.addresses;
        let count = self.jobs.iter().filter(|(job, _)| job.page.is_indexed(self.site)).count();
        for part in SitemapPart::all(count) {
            self.export(addresses.sitemap(part), Export::Sitemap(part));
        }
    }
}

impl Page {
    /// Whether search engines may list it: a page of its own, no copy of another, no error, and nothing that was withdrawn.
    #[must_use]
    pub fn is_indexed(&self, site: &Site) -> bool {
        match self {
            Self::Document(index) => !site.document(*index).document.is_withdrawn(),
            Self::Home
            | Self::Session(_)
            | Self::Term(..)
            | Self::Official(..)
            | Self::Topic(..)
            | Self::Body(..)
            | Self::Known(..)
            | Self::List(..)
            | Self::Data
            | Self::Gaps
            | Self::SiteMap
            | Self::Search => true,
            Self::NotFound
            | Self::Redirect(_)
            | Self::Index
            | Self::OpenSearch
            | Self::Export(_)
            | Self::Asset(_) => false,
        }
    }
}

/// The feeds that have an entry: of what has a day.
fn feeds(site: &Site) -> Vec<FeedOf> {
    let has_day = |documents: &[DocumentIndex]| {
        documents.iter().any(|index| {
            let linked = site.document(*index);
            linked.date.is_some() || linked.document.common.updated.is_some()
        })
    };
    let mut feeds = Vec::new();
    let mut add = |feed: FeedOf, lists: &[&[DocumentIndex]]| {
        if lists.iter().any(|list| has_day(list)) {
            feeds.push(feed);
        }
    };
    add(FeedOf::Log, &[&site.resolutions, &site.reports, &site.news, &site.pages]);
    add(FeedOf::Resolutions, &[&site.resolutions]);
    add(FeedOf::News, &[&site.news]);
    for (at, session) in site.sessions.iter().enumerate() {
        add(FeedOf::Session(SessionIndex(at)), &[&session.resolutions, &session.reports, &session.news]);
    }
    for (at, official) in site.officials.iter().enumerate() {
        let named: Vec<DocumentIndex> = official.mentioned_in.iter().map(|naming| naming.document).collect();
        add(FeedOf::Official(OfficialIndex(at)), &[&official.signed, &named]);
    }
    for (at, topic) in site.topics.iter().enumerate() {
        add(FeedOf::Topic(TopicIndex(at)), &[&topic.resolutions, &topic.reports, &topic.news]);
    }
    for (at, body) in site.bodies.iter().enumerate() {
        add(FeedOf::Body(BodyIndex(at)), &[&body.resolutions, &body.reports]);
    }
    feeds
}

/// The calendars that have an event: sessions with a day.
fn calendars(site: &Site) -> Vec<CalendarOf> {
    let has_day = |index: &SessionIndex| {
        let session = site.session(*index);
        session.first_day.or(session.last_day).is_some()
    };
    let all = (0..site.sessions.len()).map(SessionIndex).filter(has_day);
    let of_bodies = site.bodies.iter().enumerate().filter(|(_, body)| body.sessions.iter().any(has_day));
    let mut calendars: Vec<CalendarOf> = all.map(CalendarOf::Session).collect();
    if !calendars.is_empty() {
        calendars.push(CalendarOf::All);
    }
    calendars.extend(of_bodies.map(|(at, _)| CalendarOf::Body(BodyIndex(at))));
    calendars
}

#[cfg(test)]
mod tests {
    use super::SitemapPart::{Index, Part, Whole};
    use super::*;

    #[test]
    fn a_site_map_has_as_many_files_as_its_addresses_need() {
        for (addresses, parts) in [
            (0, vec![Whole]),
            (50_000, vec![Whole]),
            (50_001, vec![Part(0), Part(1), Index(2)]),
            (100_000, vec![Part(0), Part(1), Index(2)]),
            (100_001, vec![Part(0), Part(1), Part(2), Index(3)]),
        ] {
            assert_eq!(SitemapPart::all(addresses), parts, "{addresses}");
            let rows: Vec<usize> = parts.iter().flat_map(|part| part.rows()).collect();
            assert!(rows.len() >= addresses && rows.iter().copied().eq(0..rows.len()), "{addresses}");
        }
    }
}
