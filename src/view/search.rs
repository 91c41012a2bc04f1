//! What can be searched for, and the page that does it.

use std::borrow::Cow;
use std::cmp::Reverse;

use serde::Serialize;

use super::shared::{CountLink, LinkView};
use super::{Draft, PageData, Scene, listing};
use crate::document::{Kind, KindFields};
use crate::front::Text;
use crate::link::{
    BodyIndex, DocumentIndex, Entity, KnownIndex, OfficialIndex, SessionIndex, Status, TermIndex, TopicIndex,
};
use crate::path::Route;
use crate::plan::ListOf;
use crate::search::{Card, Column, Entry};

/// Sessions that are offered to those who cannot search.
const SESSIONS: usize = 12;

/// The page of the search.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// Its title.
    pub title: String,
    /// Its address.
    pub address: String,
    /// The contents of the index.
    pub contents: String,
    /// What comes before the addresses of results.
    pub home: String,
    /// Statuses in the order of the index: keys.
    pub statuses: [&'static str; 7],
    /// What results are counted by: names in addresses, with the keys of their words.
    pub columns: Vec<(String, &'static str)>,
    /// Years with their resolutions, newest first.
    pub years: Vec<CountLink>,
    /// The latest sessions.
    pub sessions: Vec<LinkView>,
    /// The list of sessions.
    pub all_sessions: String,
    /// Topics without a wider one, with their resolutions.
    pub topics: Vec<CountLink>,
}

/// What tells browsers how to search here.
#[derive(Debug, Serialize)]
pub struct OpenSearchView {
    /// The name of the portal, at most 16 code points as the format asks.
    pub short_name: String,
    /// What is searched.
    pub description: String,
    /// The whole address of a search, with `{searchTerms}`.
    pub address: String,
    /// The whole address of the description itself.
    pub own: String,
    /// The language.
    pub lang: &'static str,
}

/// What can be found, in the order in which equals are shown: newest first.
#[derive(Debug)]
pub struct Searched<'a> {
    scene: Scene<'a>,
    things: Vec<Thing>,
    /// What results are counted by.
    pub columns: Vec<Column<'a>>,
}

/// A page that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Document(DocumentIndex),
    Session(SessionIndex),
    Official(OfficialIndex),
    Topic(TopicIndex),
    Body(BodyIndex),
    Known(KnownIndex),
}

/// Kinds of things in the order of their column, by the keys of their words.
const KINDS: [&str; 9] =
    ["resolution", "report", "news", "page", "session", "official", "topic", "body", "document"];
/// Columns with the keys of their words in addresses and of what they are called.
const COLUMNS: [(&str, &str); 7] = [
    ("query_kind", "filter_by_kind"),
    ("query_year", "filter_by_year"),
    ("query_status", "filter_by_status"),
    ("query_term", "filter_by_term"),
    ("query_topic", "filter_by_topic"),
    ("query_body", "filter_by_body"),
    ("query_official", "filter_by_official"),
];

/// Everything that can be found.
#[must_use]
pub fn searched(scene: Scene<'_>) -> Searched<'_> {
    let site = scene.site;
    let is_shown = |linked: &crate::link::LinkedDocument| {
        linked.entity == Entity::Text && !linked.document.is_withdrawn()
    };
    let documents = site.documents.iter().enumerate().filter(|(_, linked)| is_shown(linked));
    let mut things: Vec<Thing> = documents.map(|(at, _)| Thing::Document(DocumentIndex(at))).collect();
    things.extend((0..site.sessions.len()).map(|at| Thing::Session(SessionIndex(at))));
    things.extend((0..site.officials.len()).map(|at| Thing::Official(OfficialIndex(at))));
    things.extend((0..site.topics.len()).map(|at| Thing::Topic(TopicIndex(at))));
    things.extend((0..site.bodies.len()).map(|at| Thing::Body(BodyIndex(at))));
    things.extend((0..site.known.len()).map(|at| Thing::Known(KnownIndex(at))));
    things.sort_by_cached_key(|thing| (Reverse(scene.day_of(*thing)), scene.route_of(*thing).clone()));
    Searched { scene, things, columns: columns(scene) }
}

/// Years of things, newest first.
fn years(scene: Scene<'_>) -> Vec<i16> {
    let site = scene.site;
    let of_documents = site.documents.iter().map(|linked| linked.year);
    let of_sessions = site.sessions.iter().map(|session| session.first_day.map(crate::text::Date::year));
    let of_known = site.known.iter().map(|linked| linked.year);
    let mut years: Vec<i16> = of_documents.chain(of_sessions).chain(of_known).flatten().collect();
    years.sort_unstable_by_key(|year| Reverse(*year));
    years.dedup();
    years
}

fn columns(scene: Scene<'_>) -> Vec<Column<'_>> {
    let site = scene.site;
    let addresses = &scene.plan.addresses;
    let words = scene.words;
    let word = |route: &Route| {
        let path = route.as_str().trim_end_matches('/');
        path.rsplit_once('/').map_or(path, |(_, word)| word).to_owned()
    };
    let kind = |key: &&str| {
        let label = words.word(key).to_owned();
        (crate::text::slug(&label), label)
    };
    let status = |status: Status| {
        (word(&addresses.status(status)), words.word(&format!("status_{}", status.key())).to_owned())
    };
    let labels: [Vec<(String, String)>; 7] = [
        KINDS.iter().map(kind).collect(),
        years(scene).into_iter().map(|year| (year.to_string(), year.to_string())).collect(),
        Status::ALL.into_iter().map(status).collect(),
        (0..site.terms.len())
            .map(|at| (word(addresses.term(TermIndex(at))), scene.term_title(TermIndex(at))))
            .collect(),
        (0..site.topics.len())
            .map(|at| (word(addresses.topic(TopicIndex(at))), site.topic(TopicIndex(at)).title.clone()))
            .collect(),
        (0..site.bodies.len())
            .map(|at| (word(addresses.body(BodyIndex(at))), site.body(BodyIndex(at)).name.clone()))
            .collect(),
        (0..site.officials.len())
            .map(|at| {
                let index = OfficialIndex(at);
                (word(addresses.official(index)), site.official(index).name.clone())
            })
            .collect(),
    ];
    let named = COLUMNS.iter().zip(labels);
    named.map(|((name, _), labels)| Column { name: words.word(name), labels }).collect()
}

impl<'a> Searched<'a> {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.things.len()
    }

    /// Those whose words are in the body of one of these documents, by place.
    #[must_use]
    pub fn with_words_of(&self, is_wanted: impl Fn(DocumentIndex) -> bool) -> Vec<usize> {
        let site = self.scene.site;
        let text = |thing: &Thing| match *thing {
            Thing::Document(index) => Some(index),
            Thing::Session(index) => site.session(index).document,
            Thing::Official(index) => site.official(index).document,
            Thing::Topic(index) => site.topic(index).document,
            Thing::Body(index) => site.body(index).document,
            Thing::Known(_) => None,
        };
        let things = self.things.iter().enumerate();
        things.filter(|(_, thing)| text(thing).is_some_and(&is_wanted)).map(|(at, _)| at).collect()
    }

    /// One of them; an empty one behind the last.
    #[must_use]
    pub fn entry(&self, at: usize) -> Entry<'a> {
        let Some(thing) = self.things.get(at).copied() else { return Entry::default() };
        let scene = self.scene;
        let mut entry = match thing {
            Thing::Document(index) => scene.document_entry(index),
            Thing::Session(index) => scene.session_entry(index),
            Thing::Official(index) => scene.official_entry(index),
            Thing::Topic(index) => scene.topic_entry(index),
            Thing::Body(index) => scene.body_entry(index),
            Thing::Known(index) => scene.known_entry(index),
        };
        let date = scene.day_of(thing);
        entry.values = self.values(thing, &date);
        entry.card = Card {
            title: entry.title.clone().into_owned(),
            path: scene.route_of(thing).as_str().trim_start_matches('/').to_owned(),
            number: entry.number.map_or_else(String::new, |(number, _)| number.to_owned()),
            date,
            ..entry.card
        };
        entry
    }

    fn values(&self, thing: Thing, date: &str) -> Vec<Vec<u32>> {
        let site = self.scene.site;
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let year = date.get(..4).and_then(|year| {
            let years = self.columns.get(1)?;
            years.labels.iter().position(|(label, _)| label == year)
        });
        let (kind, mut of) = match thing {
            Thing::Document(index) => {
                let linked = site.document(index);
                let people = linked.signer.iter().chain(&linked.officials);
                let of = Facets {
                    status: Status::ALL
                        .iter()
                        .position(|status| *status == linked.validity.status)
                        .filter(|_| linked.document.kind() == Kind::Resolution),
                    term: linked.session.and_then(|session| site.session(session).term),
                    topics: linked.topics.clone(),
                    body: linked.issuer,
                    officials: people.copied().collect(),
                };
                let kind = match linked.document.kind() {
                    Kind::Resolution => 0,
                    Kind::Report => 1,
                    Kind::News => 2,
                    Kind::Session | Kind::Official | Kind::Topic | Kind::Body | Kind::Page => 3,
                };
                (kind, of)
            }
            Thing::Session(index) => {
                let session = site.session(index);
                let of = Facets {
                    term: session.term,
                    body: session.body,
                    officials: session.chairs.clone(),
                    topics: session
                        .document
                        .map(|index| site.document(index).topics.clone())
                        .unwrap_or_default(),
                    ..Facets::default()
                };
                (4, of)
            }
            Thing::Official(index) => (5, Facets { officials: vec![index], ..Facets::default() }),
            Thing::Topic(index) => (6, Facets { topics: vec![index], ..Facets::default() }),
            Thing::Body(index) => (7, Facets { body: Some(index), ..Facets::default() }),
            Thing::Known(index) => (8, Facets { body: site.known(index).issuer, ..Facets::default() }),
        };
        of.officials.sort_unstable();
        of.officials.dedup();
        vec![
            vec![kind],
            year.map(number).into_iter().collect(),
            of.status.map(number).into_iter().collect(),
            of.term.map(|term| number(term.0)).into_iter().collect(),
            of.topics.iter().map(|topic| number(topic.0)).collect(),
            of.body.map(|body| number(body.0)).into_iter().collect(),
            of.officials.iter().map(|official| number(official.0)).collect(),
        ]
    }
}

/// What a thing is counted under.
#[derive(Default)]
struct Facets {
    status: Option<usize>,
    term: Option<TermIndex>,
    topics: Vec<TopicIndex>,
    body: Option<BodyIndex>,
    officials: Vec<OfficialIndex>,
}

fn value(text: &Text) -> Cow<'_, str> {
    Cow::Borrowed(text.value.as_str())
}

impl<'a> Scene<'a> {
    /// Its day, else its year, as it is sorted and shown.
    fn day_of(self, thing: Thing) -> String {
        let site = self.site;
        let of = |day: Option<crate::text::Date>, year: Option<i16>| {
            let year = || year.map_or_else(String::new, |year| year.to_string());
            day.map_or_else(year, |day| day.to_string())
        };
        match thing {
            Thing::Document(index) => of(site.document(index).date, site.document(index).year),
            Thing::Session(index) => of(site.session(index).first_day, None),
            Thing::Known(index) => {
                let linked = site.known(index);
                of(linked.known.fields.date.as_ref().map(|date| date.value), linked.year)
            }
            Thing::Official(_) | Thing::Topic(_) | Thing::Body(_) => String::new(),
        }
    }

    fn route_of(self, thing: Thing) -> &'a Route {
        let addresses = &self.plan.addresses;
        match thing {
            Thing::Document(index) => addresses.document(index),
            Thing::Session(index) => addresses.session(index),
            Thing::Official(index) => addresses.official(index),
            Thing::Topic(index) => addresses.topic(index),
            Thing::Body(index) => addresses.body(index),
            Thing::Known(index) => addresses.known(index),
        }
    }

    /// The words of a document, and of what all kinds share.
    fn document_entry(self, index: DocumentIndex) -> Entry<'a> {
        let site = self.site;
        let linked = site.document(index);
        let document = &linked.document;
        let common = &document.common;
        let mut about: Vec<Cow<'a, str>> = Vec::new();
        for topic in &linked.topics {
            about.push(Cow::Borrowed(&site.topic(*topic).title));
            about.extend(self.synonyms(*topic).map(value));
        }
        let people = linked.signer.iter().chain(&linked.officials);
        about.extend(people.map(|official| Cow::Borrowed(site.official(*official).name.as_str())));
        about.extend(linked.session.map(|session| Cow::Owned(self.session_title(session))));
        about.extend(linked.issuer.map(|body| Cow::Borrowed(site.body(body).name.as_str())));
        let files = linked.attachments.iter().chain(&linked.minutes);
        about.extend(files.map(|attachment| Cow::Borrowed(attachment.title.as_str())));
        if document.kind() == Kind::Resolution {
            about.push(Cow::Borrowed(self.words.word("resolution")));
        }
        let headings = document.body.headings.iter().map(|heading| Cow::Borrowed(heading.text.as_str()));
        let place =
            |status: Status| Status::ALL.iter().position(|other| *other == status).unwrap_or_default();
        Entry {
            title: self.title(index),
            names: self.number(index).map(Cow::Borrowed).into_iter().collect(),
            about,
            headings: common.summary.iter().map(value).chain(headings).collect(),
            text: document.body.plain_text(),
            number: self.number(index).map(|number| (number, linked.year)),
            card: Card {
                summary: self.description(index).unwrap_or_default(),
                later: linked.later.iter().map(|(day, status)| (day.to_string(), place(*status))).collect(),
                ..Card::default()
            },
            values: Vec::new(),
        }
    }

    /// The words of what may have a record.
    fn record_entry(self, record: Option<DocumentIndex>, title: Cow<'a, str>) -> Entry<'a> {
        let entry = record.map(|index| self.document_entry(index)).unwrap_or_default();
        Entry { title, ..entry }
    }

    fn session_entry(self, index: SessionIndex) -> Entry<'a> {
        let session = self.site.session(index);
        let mut entry = self.record_entry(session.document, Cow::Owned(self.session_title(index)));
        let chairs = session.chairs.iter();
        entry.about.extend(chairs.map(|chair| Cow::Borrowed(self.site.official(*chair).name.as_str())));
        entry.about.extend(session.body.map(|body| Cow::Borrowed(self.site.body(body).name.as_str())));
        if let Some(fields) = self.fields(session.document).and_then(KindFields::session) {
            entry.about.extend(fields.venue.iter().map(value));
            for item in fields.agenda.iter().flatten() {
                entry.headings.extend(item.title.iter().map(value));
            }
        }
        entry
    }

    fn official_entry(self, index: OfficialIndex) -> Entry<'a> {
        let official = self.site.official(index);
        let mut entry = self.record_entry(official.document, Cow::Borrowed(&official.name));
        entry.about.extend(official.roles.iter().map(|role| Cow::Borrowed(role.title.as_str())));
        if let Some(fields) = self.fields(official.document).and_then(KindFields::official) {
            entry.names.extend(fields.other_names.iter().flatten().map(value));
            entry.about.extend(fields.constituency.iter().map(value));
        }
        if entry.card.summary.is_empty() {
            entry.card.summary = self.role_on(index, None).unwrap_or_default();
        }
        entry
    }

    fn topic_entry(self, index: TopicIndex) -> Entry<'a> {
        let topic = self.site.topic(index);
        let mut entry = self.record_entry(topic.document, Cow::Borrowed(&topic.title));
        entry.names.extend(self.synonyms(index).map(value));
        entry
    }

    fn body_entry(self, index: BodyIndex) -> Entry<'a> {
        let body = self.site.body(index);
        let mut entry = self.record_entry(body.document, Cow::Borrowed(&body.name));
        if let Some(fields) = self.fields(body.document).and_then(KindFields::body) {
            entry.names.extend(fields.short_name.iter().map(value));
            entry.names.extend(fields.other_names.iter().flatten().map(value));
        }
        entry
    }

    fn known_entry(self, index: KnownIndex) -> Entry<'a> {
        let linked = self.site.known(index);
        let fields = &linked.known.fields;
        let number = fields.symbol.as_ref().map(|symbol| symbol.value.as_str());
        let title = fields.title.as_ref().or(fields.symbol.as_ref()).map(value).unwrap_or_default();
        Entry {
            title,
            about: fields.r#type.iter().chain(&fields.issuer).map(value).collect(),
            names: number.map(Cow::Borrowed).into_iter().collect(),
            number: number.map(|number| (number, linked.year)),
            ..Entry::default()
        }
    }

    fn fields(self, record: Option<DocumentIndex>) -> Option<&'a KindFields> {
        record.map(|index| &self.site.document(index).document.fields)
    }

    fn synonyms(self, topic: TopicIndex) -> impl Iterator<Item = &'a Text> {
        let fields = self.fields(self.site.topic(topic).document).and_then(KindFields::topic);
        fields.and_then(|fields| fields.synonyms.as_deref()).unwrap_or_default().iter()
    }
}

pub(super) fn search(scene: Scene<'_>) -> Draft {
    let site = scene.site;
    let addresses = &scene.plan.addresses;
    let top = site.order.topics.iter().filter(|index| site.topic(**index).parent.is_none());
    let sessions = site.order.sessions.iter().take(SESSIONS);
    let column = |(name, title): &(&str, &'static str)| (scene.words.word(name).to_owned(), *title);
    let title = scene.words.word("search");
    let view = SearchView {
        title: title.to_owned(),
        address: scene.href(&addresses.search()),
        contents: scene.href(&addresses.search_contents()),
        home: scene.href(&Route::home()),
        statuses: Status::ALL.map(Status::key),
        columns: COLUMNS.iter().map(column).collect(),
        years: listing::years(scene, ListOf::Resolutions),
        sessions: sessions.map(|index| scene.session_link(*index)).collect(),
        all_sessions: scene.href(&addresses.list(ListOf::Sessions)),
        topics: top.map(|index| scene.topic_count(*index)).collect(),
    };
    Draft {
        breadcrumbs: vec![scene.home_crumb(), LinkView { title: title.to_owned(), address: None }],
        style: Some("search.css"),
        ..Draft::new("search/page.html", title, PageData::Search(Box::new(view)))
    }
}

/// What tells browsers how to search here.
#[must_use]
pub fn open_search(scene: Scene<'_>) -> OpenSearchView {
    let addresses = &scene.plan.addresses;
    let base_url = &scene.config.base_url;
    OpenSearchView {
        short_name: short(&scene.config.title),
        description: scene.words.word("search_label").to_owned(),
        address: format!("{}?q={{searchTerms}}", base_url.whole(&addresses.search())),
        own: base_url.whole(&addresses.open_search()),
        lang: scene.words.lang.code(),
    }
}

/// The portal and how to search it, in the words of schema.org.
pub(super) fn linked_data(scene: Scene<'_>) -> serde_json::Value {
    let OpenSearchView { address, lang, .. } = open_search(scene);
    serde_json::json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": scene.config.title,
        "url": scene.config.base_url.whole(&Route::home()),
        "inLanguage": lang,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": address.replace("{searchTerms}", "{search_term_string}"),
            },
            "query-input": "required name=search_term_string",
        },
    })
}

/// The words of a name that fit into 16 code points, at least the first letters.
fn short(name: &str) -> String {
    const LONGEST: usize = 16;
    let cut: String = name.chars().take(LONGEST + 1).collect();
    if cut.chars().count() <= LONGEST {
        return cut;
    }
    let words = cut.rsplit_once(' ').map(|(words, _)| words.to_owned());
    words.unwrap_or_else(|| cut.chars().take(LONGEST).collect())
}
