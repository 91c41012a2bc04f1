//! Where everything has its page.

use std::collections::{HashMap, HashSet};

use super::{ListOf, OparlList, Part, PopoloList};
use crate::config::{Config, SECTIONS};
use crate::document::KindFields;
use crate::lang::Translations;
use crate::legal::Symbol;
use crate::link::{
    AssetIndex, BodyIndex, DocumentIndex, Entity, KnownIndex, OfficialIndex, Session, SessionIndex,
    SessionName, Site, Status, TermIndex, TopicIndex, Work,
};
use crate::path::Route;
use crate::text::slug;

/// The address of everything that has a page.
#[derive(Debug, Default)]
pub struct Addresses {
    documents: Vec<Route>,
    sessions: Vec<Route>,
    terms: Vec<Route>,
    officials: Vec<Route>,
    topics: Vec<Route>,
    bodies: Vec<Route>,
    known: Vec<Route>,
    sections: HashMap<&'static str, String>,
}

impl Addresses {
    /// The page of a document; of its session, official, topic or body where it is the record of one.
    #[must_use]
    pub fn document(&self, index: DocumentIndex) -> &Route {
        &self.documents[index.0]
    }

    /// The page of a session.
    #[must_use]
    pub fn session(&self, index: SessionIndex) -> &Route {
        &self.sessions[index.0]
    }

    /// The page of a term.
    #[must_use]
    pub fn term(&self, index: TermIndex) -> &Route {
        &self.terms[index.0]
    }

    /// The page of an official.
    #[must_use]
    pub fn official(&self, index: OfficialIndex) -> &Route {
        &self.officials[index.0]
    }

    /// The page of a topic.
    #[must_use]
    pub fn topic(&self, index: TopicIndex) -> &Route {
        &self.topics[index.0]
    }

    /// The page of a body.
    #[must_use]
    pub fn body(&self, index: BodyIndex) -> &Route {
        &self.bodies[index.0]
    }

    /// The page of a document that is known but not held.
    #[must_use]
    pub fn known(&self, index: KnownIndex) -> &Route {
        &self.known[index.0]
    }

    /// The page of a document, held or known.
    #[must_use]
    pub fn work(&self, work: Work) -> &Route {
        match work {
            Work::Held(index) => self.document(index),
            Work::Known(index) => self.known(index),
        }
    }

    /// The list of one sort.
    #[must_use]
    pub fn list(&self, list: ListOf) -> Route {
        self.section(list.key())
    }

    /// The list of one sort and year.
    #[must_use]
    pub fn year(&self, list: ListOf, year: i16) -> Route {
        self.list(list).page(&format!("{}-{year}", self.word("year")))
    }

    /// The list of resolutions with one status.
    #[must_use]
    pub fn status(&self, status: Status) -> Route {
        let section = match status {
            Status::InForce => "status_in_force",
            Status::NotYet => "status_not_yet",
            Status::PartlyExpired => "status_partly_expired",
            Status::Expired => "status_expired",
            Status::Suspended => "status_suspended",
            Status::PartlySuspended => "status_partly_suspended",
            Status::Unknown => "status_unknown",
        };
        self.list(ListOf::Resolutions).page(self.word(section))
    }

    /// The rows of the list of resolutions as data.
    #[must_use]
    pub fn index(&self) -> Route {
        self.list(ListOf::Resolutions).file(&format!("{}.json", self.word("index")))
    }

    /// The first page of a part of a list.
    #[must_use]
    pub fn part(&self, list: ListOf, part: Part) -> Route {
        match part {
            Part::All => self.list(list),
            Part::Year(year) => self.year(list, year),
            Part::Status(status) => self.status(status),
        }
    }

    /// Page `number` (from 0) of what begins at `first`.
    #[must_use]
    pub fn page(&self, first: &Route, number: usize) -> Route {
        if number == 0 { first.clone() } else { first.page(&format!("{}-{}", self.word("page"), number + 1)) }
    }

    /// The page about the data.
    #[must_use]
    pub fn data(&self) -> Route {
        self.section("data")
    }

    /// The page of gaps.
    #[must_use]
    pub fn gaps(&self) -> Route {
        self.data().page(self.word("gaps"))
    }

    /// The site map page.
    #[must_use]
    pub fn site_map(&self) -> Route {
        self.section("site_map")
    }

    /// The page of the search.
    #[must_use]
    pub fn search(&self) -> Route {
        self.section("search")
    }

    /// A file of the index that the search reads.
    #[must_use]
    pub fn search_file(&self, name: &str) -> Route {
        self.search().file(name)
    }

    /// The contents of that index.
    #[must_use]
    pub fn search_contents(&self) -> Route {
        self.search_file(&format!("{}.json", self.word("index")))
    }

    /// What tells browsers how to search here.
    #[must_use]
    pub fn open_search(&self) -> Route {
        self.search_file("opensearch.xml")
    }

    /// A document as Akoma Ntoso, beside its page.
    #[must_use]
    pub fn akn(&self, index: DocumentIndex) -> Route {
        self.document(index).file("akn.xml")
    }

    /// A file in the shape of `OParl`.
    #[must_use]
    pub fn oparl(&self, list: OparlList) -> Route {
        self.data().page("oparl").file(list.file())
    }

    /// A list of Popolo.
    #[must_use]
    pub fn popolo(&self, list: PopoloList) -> Route {
        self.data().page("popolo").file(list.file())
    }

    /// A file that a document offers, beside the document's page.
    #[must_use]
    pub fn asset(&self, site: &Site, page: &Route, asset: AssetIndex) -> Route {
        let path = &site.asset(asset).path;
        let stem = path.file_name().rsplit_once('.').map_or(path.file_name(), |(stem, _)| stem);
        match path.extension() {
            Some(extension) => page.file(&format!("{}.{}", slug(stem), slug(extension))),
            None => page.file(&slug(stem)),
        }
    }

    /// The emblem.
    #[must_use]
    pub fn emblem(&self, site: &Site) -> Option<Route> {
        site.emblem.map(|asset| self.asset(site, &Route::home().page("theme"), asset))
    }

    fn section(&self, name: &'static str) -> Route {
        Route::home().page(self.word(name))
    }

    pub(super) fn word<'a>(&'a self, name: &'a str) -> &'a str {
        self.sections.get(name).map_or(name, String::as_str)
    }
}

/// Gives everything its address.
pub(super) fn addresses(site: &Site, config: &Config, words: &Translations) -> Addresses {
    let mut addresses = Addresses::default();
    for section in SECTIONS {
        let set = config.sections.iter().find(|(name, _)| name == section).map(|(_, word)| word.clone());
        let word = set.unwrap_or_else(|| slug(words.word(&format!("address_{section}"))));
        addresses.sections.insert(section, word);
    }
    let own_slug = |document: Option<DocumentIndex>, fallback: &dyn Fn() -> String| -> String {
        let Some(linked) = document.map(|index| site.document(index)) else { return fallback() };
        match &linked.document.common.slug {
            Some(own) => slug(&own.value),
            None => slug(linked.document.id.name()),
        }
    };
    let below = |list: ListOf, addresses: &Addresses, name: &str| addresses.list(list).page(name);
    let sessions: Vec<Route> = site
        .sessions
        .iter()
        .map(|session| {
            let own = session.document.and_then(|index| site.document(index).document.common.slug.as_ref());
            let name = match (own, session_slug(site, session, words)) {
                (Some(own), _) => slug(&own.value),
                (None, Some(numbered)) => numbered,
                (None, None) => own_slug(session.document, &|| match &session.name {
                    SessionName::Title(title) => slug(title),
                    SessionName::Number { number, .. } => slug(&number.to_string()),
                }),
            };
            below(ListOf::Sessions, &addresses, &name)
        })
        .collect();
    let terms: Vec<Route> =
        site.terms.iter().map(|term| below(ListOf::Terms, &addresses, &slug(&term.name))).collect();
    let officials: Vec<Route> = site
        .officials
        .iter()
        .map(|official| {
            below(ListOf::Officials, &addresses, &own_slug(official.document, &|| slug(&official.name)))
        })
        .collect();
    let topics: Vec<Route> = site
        .topics
        .iter()
        .map(|topic| below(ListOf::Topics, &addresses, &own_slug(topic.document, &|| slug(&topic.title))))
        .collect();
    let bodies: Vec<Route> = site
        .bodies
        .iter()
        .map(|body| below(ListOf::Bodies, &addresses, &own_slug(body.document, &|| slug(&body.name))))
        .collect();
    let known: Vec<Route> =
        known_slugs(site).iter().map(|name| below(ListOf::Documents, &addresses, name)).collect();
    let documents = site
        .documents
        .iter()
        .enumerate()
        .map(|(at, linked)| match linked.entity {
            Entity::Session(session) => sessions[session.0].clone(),
            Entity::Official(official) => officials[official.0].clone(),
            Entity::Topic(topic) => topics[topic.0].clone(),
            Entity::Body(body) => bodies[body.0].clone(),
            Entity::Text => {
                let name = own_slug(Some(DocumentIndex(at)), &|| slug(""));
                match &linked.document.fields {
                    KindFields::Resolution(fields, _) => {
                        let symbol = fields.number.as_ref().filter(|_| linked.document.common.slug.is_none());
                        let by_symbol = symbol.and_then(|number| {
                            Symbol::parse(&number.value)?;
                            linked.year.map(|year| symbol_slug(&number.value, Some(year)))
                        });
                        below(ListOf::Resolutions, &addresses, &by_symbol.unwrap_or(name))
                    }
                    KindFields::Report(_) => below(ListOf::Reports, &addresses, &name),
                    KindFields::News(_) => below(ListOf::News, &addresses, &name),
                    KindFields::Session(_)
                    | KindFields::Official(_)
                    | KindFields::Topic(_)
                    | KindFields::Body(_)
                    | KindFields::Page(_) => Route::home().page(&name),
                }
            }
        })
        .collect();
    Addresses { documents, sessions, terms, officials, topics, bodies, known, ..addresses }
}

/// The last words of the addresses of known documents. Of two with one symbol and year the later also says its type,
/// and its issuer where that does not tell them apart.
fn known_slugs(site: &Site) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::with_capacity(site.known.len());
    let names = site.known.iter().map(|linked| {
        let fields = &linked.known.fields;
        let mut name = match (&fields.symbol, &fields.title) {
            (Some(symbol), _) => symbol_slug(&symbol.value, linked.year),
            (None, Some(title)) => slug(&title.value),
            (None, None) => slug(""),
        };
        for more in [&fields.r#type, &fields.issuer].into_iter().flatten() {
            if !taken.contains(&name) {
                break;
            }
            name = slug(&format!("{name} {}", more.value));
        }
        taken.insert(name.clone());
        name
    });
    names.collect()
}

/// `128-nq-hdnd-2022`, `326-2021-nq-hdnd`: the year is never left out where it is known.
fn symbol_slug(symbol: &str, year: Option<i16>) -> String {
    let parsed = Symbol::parse(symbol);
    let own_year = parsed.as_ref().and_then(|symbol| symbol.year);
    let text = parsed.map_or_else(|| symbol.to_owned(), |symbol| symbol.text);
    match year.filter(|_| own_year.is_none()) {
        Some(year) => slug(&format!("{text} {year}")),
        None => slug(&text),
    }
}

/// `khoa-xiv-ky-hop-14` for a numbered session; that of another council says which.
fn session_slug(site: &Site, session: &Session, words: &Translations) -> Option<String> {
    let number = session.number?;
    let (term, council) = match (&session.name, session.term) {
        (_, Some(term)) => (site.term(term).name.clone(), None),
        (SessionName::Number { term: Some(term), council, .. }, None) => (term.clone(), council.clone()),
        _ => return None,
    };
    let is_part = session.body.filter(|body| Some(*body) != site.organization && council.is_none());
    let council = council.or_else(|| is_part.map(|body| site.body(body).name.clone()));
    let name = words.fill("address_session_numbered", &[("term", &term), ("number", &number.to_string())]);
    Some(match council {
        Some(council) => slug(&format!("{name} {council}")),
        None => slug(&name),
    })
}
