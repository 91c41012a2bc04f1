//! What narrows the list of resolutions in a browser: an index of its rows, and the form.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::Scene;
use crate::link::{SessionIndex, Status, TermIndex, TopicIndex};
use crate::path::Route;
use crate::plan::ListOf;

/// The rows of the list of resolutions as columns, newest first. A row is the same place in every column.
#[derive(Debug, Serialize)]
pub struct IndexView<'a> {
    /// What the address of every row begins with; the rest is in `paths`.
    pub base: String,
    /// The last words of the addresses.
    pub paths: Vec<&'a str>,
    /// Numbers and symbols; empty where there is none.
    pub numbers: Vec<&'a str>,
    /// Titles.
    pub titles: Vec<&'a str>,
    /// Days, `2023-07-12`; years where only those are known, else empty.
    pub dates: Vec<String>,
    /// Statuses on the day of the build, as places in `status_names`.
    pub statuses: Vec<usize>,
    /// Sessions, as places in `session_names`.
    pub sessions: Vec<Option<usize>>,
    /// Topics, as places in `topic_names`.
    pub topics: Vec<Vec<usize>>,
    /// Rows without a text.
    pub abstracts: Vec<usize>,
    /// What changes after the day of the build: by row, days with the statuses that begin on them.
    pub later: BTreeMap<usize, Vec<(String, usize)>>,
    /// `in_force` and the like.
    pub status_names: [&'static str; 7],
    /// Sessions: title, address, and the word of the term in addresses.
    pub session_names: Vec<(String, String, Option<&'a str>)>,
    /// The words of topics in addresses.
    pub topic_names: Vec<&'a str>,
}

/// What can be chosen to narrow the list.
#[derive(Debug, Serialize)]
pub struct FinderView<'a> {
    /// The address of the index.
    pub index: String,
    /// Years, newest first.
    pub years: Vec<Choice<'a>>,
    /// Terms.
    pub terms: Vec<Choice<'a>>,
    /// Topics that have resolutions.
    pub topics: Vec<Choice<'a>>,
    /// All statuses: a document may come to one that none has today.
    pub statuses: Vec<Choice<'a>>,
}

/// A choice of the form.
#[derive(Debug, Serialize)]
pub struct Choice<'a> {
    /// Its word in the address of the page.
    pub value: String,
    /// What it is called; for statuses the end of the key of its words.
    pub title: Cow<'a, str>,
    /// How many resolutions there are of it; none for statuses, which change with the day.
    pub count: Option<usize>,
}

/// The index of the list of resolutions.
#[must_use]
pub fn index(scene: Scene<'_>) -> IndexView<'_> {
    let site = scene.site;
    let addresses = &scene.plan.addresses;
    let count = site.resolutions.len();
    let mut view = IndexView {
        base: scene.href(&addresses.list(ListOf::Resolutions)),
        paths: Vec::with_capacity(count),
        numbers: Vec::with_capacity(count),
        titles: Vec::with_capacity(count),
        dates: Vec::with_capacity(count),
        statuses: Vec::with_capacity(count),
        sessions: Vec::with_capacity(count),
        topics: Vec::with_capacity(count),
        abstracts: Vec::new(),
        later: BTreeMap::new(),
        status_names: Status::ALL.map(Status::key),
        session_names: Vec::new(),
        topic_names: Vec::new(),
    };
    let mut sessions = vec![None; site.sessions.len()];
    let mut topics = vec![None; site.topics.len()];
    for (row, index) in site.resolutions.iter().enumerate() {
        let linked = site.document(*index);
        view.paths.push(last_word(addresses.document(*index)));
        view.numbers.push(scene.number(*index).unwrap_or_default());
        view.titles.push(linked.document.title());
        let year = || linked.year.map_or_else(String::new, |year| year.to_string());
        view.dates.push(linked.date.map_or_else(year, |date| date.to_string()));
        view.statuses.push(place(linked.validity.status));
        view.sessions.push(linked.session.map(|session| {
            *sessions[session.0].get_or_insert_with(|| {
                view.session_names.push(scene.indexed_session(session));
                view.session_names.len() - 1
            })
        }));
        let of_topic = |topic: &TopicIndex| {
            *topics[topic.0].get_or_insert_with(|| {
                view.topic_names.push(last_word(addresses.topic(*topic)));
                view.topic_names.len() - 1
            })
        };
        view.topics.push(linked.topics.iter().map(of_topic).collect());
        if !scene.has_text(*index) {
            view.abstracts.push(row);
        }
        if !linked.later.is_empty() {
            let later = linked.later.iter().map(|(day, status)| (day.to_string(), place(*status)));
            view.later.insert(row, later.collect());
        }
    }
    view
}

/// The form of the list of resolutions.
#[must_use]
pub fn finder(scene: Scene<'_>) -> FinderView<'_> {
    let site = scene.site;
    let addresses = &scene.plan.addresses;
    let years = scene.plan.years(ListOf::Resolutions).iter().map(|of_year| Choice {
        value: of_year.year.to_string(),
        title: of_year.year.to_string().into(),
        count: Some(of_year.rows.len()),
    });
    let terms = site.terms.iter().enumerate().map(|(at, term)| Choice {
        value: last_word(addresses.term(TermIndex(at))).to_owned(),
        title: scene.term_title(TermIndex(at)).into(),
        count: Some(term.resolutions.len()),
    });
    let topics = site.order.topics.iter().map(|index| Choice {
        value: last_word(addresses.topic(*index)).to_owned(),
        title: site.topic(*index).title.as_str().into(),
        count: Some(site.topic(*index).resolutions.len()),
    });
    let statuses = Status::ALL.into_iter().map(|status| Choice {
        value: last_word(&addresses.status(status)).to_owned(),
        title: status.key().into(),
        count: None,
    });
    let has_any = |choice: &Choice<'_>| choice.count != Some(0);
    FinderView {
        index: scene.href(&addresses.index()),
        years: years.collect(),
        terms: terms.filter(has_any).collect(),
        topics: topics.filter(has_any).collect(),
        statuses: statuses.collect(),
    }
}

impl<'a> Scene<'a> {
    fn indexed_session(self, index: SessionIndex) -> (String, String, Option<&'a str>) {
        let term = self.site.session(index).term;
        let term = term.map(|term| last_word(self.plan.addresses.term(term)));
        (self.session_title(index), self.href(self.plan.addresses.session(index)), term)
    }
}

/// The place of a status among all.
fn place(status: Status) -> usize {
    Status::ALL.iter().position(|other| *other == status).unwrap_or_default()
}

/// `128-nq-hdnd-2022` of `/nghi-quyet/128-nq-hdnd-2022/`.
fn last_word(route: &Route) -> &str {
    let path = route.as_str().trim_end_matches('/');
    path.rsplit_once('/').map_or(path, |(_, word)| word)
}
