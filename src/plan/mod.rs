//! The pages of a site as a plain list: what is to be made, and at which address.

mod addresses;
mod collisions;
mod exports;
mod files;
mod formats;
mod lists;
pub(crate) mod problems;
mod rows;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::{Checked, Diagnostics};
use crate::hosts;
use crate::lang::Translations;
use crate::link::{
    AssetIndex, AttachmentTarget, BodyIndex, DocumentIndex, Entity, KnownIndex, LinkTarget, OfficialIndex,
    SessionIndex, SessionName, Site, Status, TermIndex, TopicIndex,
};
use crate::manifest;
use crate::path::Route;
use crate::text::Span;

use addresses::addresses;
use collisions::{look_at_links, look_at_moved, look_at_slugs, without_collisions};
use rows::{statuses, years};

pub use addresses::Addresses;
pub use exports::{CalendarOf, DataFile, FeedOf, SitemapPart, TableName, TextForm};
pub use formats::Format;
pub use lists::{OparlList, PopoloList};
pub use rows::{ListOf, StatusRows, YearRows};

/// Everything that is to be made.
#[derive(Debug, Default)]
pub struct Plan {
    /// One job for each file of the site but those of the theme, in the order of their addresses.
    pub jobs: Vec<Job>,
    /// Where everything has its page.
    pub addresses: Addresses,
    news_places: HashMap<DocumentIndex, usize>,
    years: HashMap<ListOf, Vec<YearRows>>,
    statuses: Vec<StatusRows>,
}

/// Which rows of a list its pages show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All.
    All,
    /// Those of a year.
    Year(i16),
    /// Those with a status; for resolutions.
    Status(Status),
}

/// One file to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its address.
    pub route: Route,
    /// What is there.
    pub page: Page,
}

/// What a file of the site shows. Lists have a number of the page, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The home page.
    Home,
    /// A resolution, report, news item or free page.
    Document(DocumentIndex),
    /// A session.
    Session(SessionIndex),
    /// A term, with a page of its resolutions.
    Term(TermIndex, usize),
    /// An official, with a page of the resolutions signed and of the texts that name the official.
    Official(OfficialIndex, usize),
    /// A topic, with a page of its resolutions.
    Topic(TopicIndex, usize),
    /// A body, with a page of its documents.
    Body(BodyIndex, usize),
    /// A document that is known but not held, with a page of those that cite it.
    Known(KnownIndex, usize),
    /// A list of one sort.
    List(ListOf, Part, usize),
    /// The rows of the list of resolutions as data, for a script.
    Index,
    /// How much the portal holds.
    Data,
    /// What is missing.
    Gaps,
    /// The site as a tree.
    SiteMap,
    /// The search.
    Search,
    /// What tells browsers how to search here (`OpenSearch`).
    OpenSearch,
    /// What a host shows for an address that does not exist.
    NotFound,
    /// A page that sends readers of an old address on.
    Redirect(Route),
    /// What machines read beside the pages.
    Export(Export),
    /// A file of the portal, as it is.
    Asset(AssetIndex),
}

/// A file that machines read: feeds, calendars, data, the standards of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// What crawlers may ask for, and where the list of all addresses lies (RFC 9309).
    Robots,
    /// A resolution or report as Akoma Ntoso.
    Akn(DocumentIndex),
    /// The portal in the shape of `OParl`.
    Oparl(OparlList),
    /// People and bodies as Popolo.
    Popolo(PopoloList),
    /// All addresses that may be indexed (sitemaps.org, protocol 0.9).
    Sitemap(SitemapPart),
    /// What is new (Atom, RFC 4287).
    Feed(FeedOf),
    /// Sessions as a calendar (RFC 5545).
    Calendar(CalendarOf),
    /// A resolution, report or news item without its page.
    Text(DocumentIndex, TextForm),
    /// The whole portal as data. Made with all others of its sort: they tell each other's sizes and sums.
    Data(DataFile),
}

impl Plan {
    /// Whether there is a page or file at this address.
    #[must_use]
    pub fn has(&self, route: &Route) -> bool {
        self.job_at(route.as_str()).is_some()
    }

    /// The job that makes what stands at an address, as [`Route::as_str`] writes it.
    #[must_use]
    pub fn job_at(&self, address: &str) -> Option<&Job> {
        let at = self.jobs.binary_search_by(|job| job.route.as_str().cmp(address)).ok()?;
        self.jobs.get(at)
    }

    /// All files that machines read, in the order of their addresses.
    pub fn exports(&self) -> impl Iterator<Item = Export> {
        self.jobs.iter().filter_map(|job| match job.page {
            Page::Export(export) => Some(export),
            _ => None,
        })
    }

    /// The place of a news item among all, newest first.
    #[must_use]
    pub fn place_among_news(&self, index: DocumentIndex) -> Option<usize> {
        self.news_places.get(&index).copied()
    }

    /// The years of a list, newest first.
    #[must_use]
    pub fn years(&self, list: ListOf) -> &[YearRows] {
        self.years.get(&list).map(Vec::as_slice).unwrap_or_default()
    }

    /// The statuses that resolutions have, with their rows.
    #[must_use]
    pub fn statuses(&self) -> &[StatusRows] {
        &self.statuses
    }
}

/// Plans the site. Two things at one address are told with both their sources; so are links to pages that there are
/// not.
#[must_use]
pub fn plan(site: &Site, config: &Config, words: &Translations) -> Checked<Plan> {
    let mut diagnostics = Diagnostics::new();
    let addresses = addresses(site, config, words);
    look_at_slugs(site, &mut diagnostics);
    let statuses = statuses(site);
    let mut planner = Planner {
        site,
        config,
        addresses: &addresses,
        statuses: &statuses,
        jobs: Vec::new(),
        years: HashMap::new(),
    };
    planner.texts();
    planner.entities();
    planner.lists();
    planner.fixed_pages();
    planner.redirects(&mut diagnostics);
    planner.exports();
    let Planner { mut jobs, years, .. } = planner;
    jobs.par_sort_by(|one, other| one.0.route.cmp(&other.0.route));
    let jobs = without_collisions(jobs, config, &mut diagnostics);
    let news_places = site.news.iter().enumerate().map(|(place, index)| (*index, place)).collect();
    let plan = Plan { jobs, addresses, news_places, years, statuses };
    files::look_at_files(site, config, &plan, &mut diagnostics);
    look_at_links(site, &plan, &mut diagnostics);
    look_at_moved(site, config, &plan, &mut diagnostics);
    Checked { value: plan, diagnostics }
}

/// Collects jobs with what they are made from.
struct Planner<'a> {
    site: &'a Site,
    config: &'a Config,
    addresses: &'a Addresses,
    statuses: &'a [StatusRows],
    jobs: Vec<(Job, Origin<'a>)>,
    years: HashMap<ListOf, Vec<YearRows>>,
}

/// What a job is made from, to name it when two meet.
#[derive(Debug, Clone)]
struct Origin<'a> {
    name: Cow<'a, str>,
    span: Option<Span>,
}

impl<'a> Planner<'a> {
    fn add(&mut self, route: Route, page: Page, name: impl Into<Cow<'a, str>>, span: Option<Span>) {
        self.jobs.push((Job { route, page }, Origin { name: name.into(), span }));
    }

    fn texts(&mut self) {
        for (at, linked) in self.site.documents.iter().enumerate() {
            let index = DocumentIndex(at);
            let route = self.addresses.document(index).clone();
            let path = linked.document.path.as_str();
            if linked.entity == Entity::Text {
                self.add(route.clone(), Page::Document(index), path, Some(linked.document.span));
                if linked.has_akn() {
                    let route = self.addresses.akn(index);
                    self.add(route, Page::Export(Export::Akn(index)), path, Some(linked.document.span));
                }
            }
            let attached = linked.attachments.iter().chain(&linked.minutes).filter_map(|attachment| {
                match attachment.target {
                    AttachmentTarget::Asset(asset) => Some(asset),
                    AttachmentTarget::Outside(_) => None,
                }
            });
            let in_body = linked.links.iter().filter_map(|target| match target {
                LinkTarget::Asset(asset) => Some(*asset),
                _ => None,
            });
            let assets: BTreeSet<AssetIndex> = attached.chain(in_body).chain(linked.picture).collect();
            for asset in assets {
                let route = self.addresses.asset(self.site, &route, asset);
                let name = self.site.asset(asset).path.as_str();
                self.add(route, Page::Asset(asset), name, Some(linked.document.span));
            }
        }
        for (at, linked) in self.site.known.iter().enumerate() {
            let index = KnownIndex(at);
            let name = linked.known.fields.symbol.as_ref().or(linked.known.fields.title.as_ref());
            let name = name.map_or("documents.yaml", |name| name.value.as_str());
            let first = self.addresses.known(index).clone();
            let span = linked.known.span;
            self.pages(&first, linked.cited_in.rows.len(), name, span, |page| Page::Known(index, page));
        }
    }

    fn entities(&mut self) {
        for (at, session) in self.site.sessions.iter().enumerate() {
            let index = SessionIndex(at);
            let name = match &session.name {
                SessionName::Title(title) => Cow::Borrowed(title.as_str()),
                SessionName::Number { number, term, .. } => {
                    Cow::Owned(format!("session {number} of term {}", term.as_deref().unwrap_or("?")))
                }
            };
            self.add(self.addresses.session(index).clone(), Page::Session(index), name, Some(session.span));
        }
        for (at, term) in self.site.terms.iter().enumerate() {
            let index = TermIndex(at);
            let first = self.addresses.term(index).clone();
            self.pages(&first, term.resolutions.len(), &term.name, term.span, |page| Page::Term(index, page));
        }
        for (at, official) in self.site.officials.iter().enumerate() {
            let index = OfficialIndex(at);
            let first = self.addresses.official(index).clone();
            let count = official.signed.len().max(official.mentioned_in.len());
            self.pages(&first, count, &official.name, official.span, |page| Page::Official(index, page));
        }
        for (at, topic) in self.site.topics.iter().enumerate() {
            let index = TopicIndex(at);
            let first = self.addresses.topic(index).clone();
            let count = topic.resolutions.len();
            self.pages(&first, count, &topic.title, topic.span, |page| Page::Topic(index, page));
        }
        for (at, body) in self.site.bodies.iter().enumerate() {
            let index = BodyIndex(at);
            let first = self.addresses.body(index).clone();
            let count = body.resolutions.len() + body.reports.len();
            self.pages(&first, count, &body.name, body.span, |page| Page::Body(index, page));
        }
    }

    /// The page at `first` and as many further ones as `count` rows need.
    fn pages(
        &mut self,
        first: &Route,
        count: usize,
        name: &'a str,
        span: Span,
        page: impl Fn(usize) -> Page,
    ) {
        for number in 0..count.div_ceil(self.config.per_page).max(1) {
            self.add(self.addresses.page(first, number), page(number), name, Some(span));
        }
    }

    fn lists(&mut self) {
        for list in ListOf::ALL {
            let rows = self.rows(list);
            if rows.is_empty() {
                continue;
            }
            self.list_pages(list, Part::All, rows.len());
            let years = years(&rows);
            for of_year in &years {
                self.list_pages(list, Part::Year(of_year.year), of_year.rows.len());
            }
            self.years.insert(list, years);
        }
        if !self.site.resolutions.is_empty() {
            self.add(self.addresses.index(), Page::Index, "the index of resolutions", None);
        }
        for with_status in self.statuses {
            self.list_pages(ListOf::Resolutions, Part::Status(with_status.status), with_status.rows.len());
        }
    }

    fn list_pages(&mut self, list: ListOf, part: Part, count: usize) {
        let first = self.addresses.part(list, part);
        // Officials, topics and bodies are short lists that people look through by eye.
        let is_paged = matches!(
            list,
            ListOf::Resolutions | ListOf::Reports | ListOf::News | ListOf::Sessions | ListOf::Documents
        );
        let pages = if is_paged { count.div_ceil(self.config.per_page).max(1) } else { 1 };
        for number in 0..pages {
            let route = self.addresses.page(&first, number);
            self.add(route, Page::List(list, part, number), list.key(), None);
        }
    }

    /// One entry for each row, with its year where the list has pages by year.
    fn rows(&self, list: ListOf) -> Vec<Option<i16>> {
        let years = |documents: &[DocumentIndex]| -> Vec<Option<i16>> {
            documents.iter().map(|index| self.site.document(*index).year).collect()
        };
        match list {
            ListOf::Resolutions => years(&self.site.resolutions),
            ListOf::Reports => years(&self.site.reports),
            ListOf::News => years(&self.site.news),
            ListOf::Sessions => {
                let year =
                    |index: &SessionIndex| self.site.session(*index).first_day.map(crate::text::Date::year);
                self.site.order.sessions.iter().map(year).collect()
            }
            ListOf::Terms => vec![None; self.site.terms.len()],
            ListOf::Officials => vec![None; self.site.officials.len()],
            ListOf::Topics => vec![None; self.site.topics.len()],
            ListOf::Bodies => vec![None; self.site.bodies.len()],
            ListOf::Documents => vec![None; self.site.known.len()],
        }
    }

    fn fixed_pages(&mut self) {
        self.add(Route::home(), Page::Home, "the home page", None);
        self.add(self.addresses.data(), Page::Data, "the page about the data", None);
        self.add(self.addresses.gaps(), Page::Gaps, "the page of gaps", None);
        self.add(self.addresses.site_map(), Page::SiteMap, "the site map", None);
        self.add(self.addresses.search(), Page::Search, "the page of the search", None);
        self.add(self.addresses.open_search(), Page::OpenSearch, "the description of the search", None);
        self.standards();
        self.add(Route::home().file("404.html"), Page::NotFound, "the page for unknown addresses", None);
        if let (Some(asset), Some(route)) = (self.site.emblem, self.addresses.emblem(self.site)) {
            self.add(
                route,
                Page::Asset(asset),
                "the emblem",
                self.config.emblem.as_ref().map(|text| text.span),
            );
        }
    }

    fn redirects(&mut self, diagnostics: &mut Diagnostics) {
        for (from, to, span) in &self.config.moved {
            if self.is_of_host(from) {
                diagnostics.push(problems::name_of_host(*span, from.as_str()));
                continue;
            }
            self.add(from.clone(), Page::Redirect(to.clone()), from.as_str(), Some(*span));
        }
        for (at, linked) in self.site.documents.iter().enumerate() {
            for alias in linked.document.common.aliases.iter().flatten() {
                let target = self.addresses.document(DocumentIndex(at)).clone();
                match Route::parse(&alias.value) {
                    Some(route) if route == target => {
                        diagnostics.push(problems::alias_of_itself(alias.span, &alias.value));
                    }
                    Some(route) if self.is_of_host(&route) => {
                        diagnostics.push(problems::name_of_host(alias.span, &alias.value));
                    }
                    Some(route) => {
                        self.add(route, Page::Redirect(target), alias.value.as_str(), Some(alias.span));
                    }
                    None => diagnostics.push(problems::bad_alias(alias.span, &alias.value)),
                }
            }
        }
    }

    /// Whether a page at an address would be taken for a file by which some host is set up, or for the compressed form of
    /// another file.
    fn is_of_host(&self, route: &Route) -> bool {
        let file = route.output_file();
        let mut forms = self.config.precompress.iter().map(|compression| compression.word());
        let is_form = forms
            .any(|form| file.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case(form)));
        is_form || file.split('/').any(hosts::is_setting)
    }
}

/// The files at the top of a site that are none of its pages.
fn ours(config: &Config) -> impl Iterator<Item = &'static str> {
    std::iter::once(manifest::FILE).chain(hosts::names(config))
}
