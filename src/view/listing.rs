//! Pages that lead to others: home, lists, site map, unknown and old addresses.

use std::cmp::Reverse;

use serde::Serialize;

use super::entity::paged_title;
use super::shared::{CountLink, DateView, FigureView, LinkView, Paged};
use super::{Chart, Draft, PageData, Scene, SessionCard, SharedCard, YearCount, chart};
use crate::link::{
    BodyIndex, DocumentIndex, KnownIndex, OfficialIndex, SessionIndex, Site, TermIndex, Topic, TopicIndex,
    Work,
};
use crate::path::Route;
use crate::plan::{ListOf, Part};
use crate::theme::Ready;

/// Resolutions on the home page.
const LATEST: usize = 6;
/// Searches offered on the home page.
const QUICK_SEARCHES: usize = 3;
/// News on the home page.
const LATEST_NEWS: usize = 3;

/// The home page.
#[derive(Debug, Serialize)]
pub struct HomeView {
    /// The name of the portal.
    pub title: String,
    /// The body that publishes.
    pub organization: Option<String>,
    /// One sentence about the portal.
    pub description: Option<String>,
    /// The newest resolutions.
    pub resolutions: Vec<SharedCard>,
    /// How many resolutions there are.
    pub resolution_count: usize,
    /// The list of resolutions.
    pub resolutions_address: String,
    /// The page of the search.
    pub search_address: String,
    /// Searches to begin with (tìm nhanh): the topics with the most resolutions.
    pub quick_searches: Vec<LinkView>,
    /// The latest session that has been held.
    pub session: Option<SessionCard>,
    /// Its figures, at most three.
    pub session_figures: Vec<FigureView>,
    /// The newest news.
    pub news: Vec<SharedCard>,
    /// The list of news.
    pub news_address: String,
    /// Topics without a wider one, with their resolutions.
    pub topics: Vec<CountLink>,
    /// The list of topics.
    pub topics_address: String,
    /// Terms, with their resolutions.
    pub terms: Vec<CountLink>,
    /// Years, with their resolutions, newest first.
    pub years: Vec<CountLink>,
    /// A picture of that.
    pub years_chart: Option<Chart>,
    /// The page of gaps.
    pub gaps_address: String,
}

/// A list.
#[derive(Debug, Serialize)]
pub struct ListView {
    /// `resolutions`, `reports` and so on.
    pub list: &'static str,
    /// Its title.
    pub title: String,
    /// The year that it is of.
    pub year: Option<i16>,
    /// Years that have pages of their own, newest first.
    pub years: Vec<CountLink>,
    /// Terms that have pages.
    pub terms: Vec<CountLink>,
    /// The status that it is of: `in_force` and the like.
    pub status: Option<&'static str>,
    /// Statuses that have pages of their own; for resolutions.
    pub statuses: Vec<StatusLink>,
    /// The day for which statuses are told, where the list is of one.
    pub as_of: Option<DateView>,
    /// The form that narrows the list, rendered; for resolutions.
    pub finder: Option<Ready>,
    /// Whether the rows run from new to old.
    pub is_newest_first: bool,
    /// Documents, for lists of texts and known documents.
    pub documents: Option<Paged<SharedCard>>,
    /// Sessions, for their list.
    pub sessions: Option<Paged<SessionCard>>,
    /// Officials by letter, or bodies or terms in one group.
    pub groups: Vec<EntryGroup>,
    /// How many entries there are in all groups.
    pub entry_count: usize,
    /// Topics, each with those below it.
    pub topics: Vec<TopicNode>,
}

/// The resolutions with one status.
#[derive(Debug, Serialize)]
pub struct StatusLink {
    /// `in_force` and the like; the words are under `status_` and this.
    pub key: &'static str,
    /// The address.
    pub address: String,
    /// How many.
    pub count: usize,
}

/// Entries under one letter.
#[derive(Debug, Serialize)]
pub struct EntryGroup {
    /// The letter of the Vietnamese alphabet; empty for other signs and for lists without letters.
    pub letter: String,
    /// Its anchor on the page.
    pub anchor: String,
    /// The entries.
    pub entries: Vec<EntryView>,
}

/// A row of a list of people, bodies or terms.
#[derive(Debug, Serialize)]
pub struct EntryView {
    /// The name.
    pub title: String,
    /// The address.
    pub address: String,
    /// An office, or the sort of body.
    pub detail: Option<String>,
    /// How many resolutions belong to it.
    pub count: usize,
}

/// A topic with those below it.
#[derive(Debug, Serialize)]
pub struct TopicNode {
    /// The topic.
    #[serde(flatten)]
    pub link: CountLink,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Topics below it.
    pub children: Vec<CountLink>,
}

/// The site as a tree.
#[derive(Debug, Serialize)]
pub struct SiteMapView {
    /// The sections with what lies below them.
    pub sections: Vec<SiteMapSection>,
}

/// A section of the site.
#[derive(Debug, Serialize)]
pub struct SiteMapSection {
    /// Its list.
    pub link: LinkView,
    /// How much there is.
    pub count: usize,
    /// Its pages, or its years where those list the pages.
    pub links: Vec<LinkView>,
}

/// An address that does not exist.
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    /// Where to go on.
    pub links: Vec<LinkView>,
}

pub(super) fn home(scene: Scene<'_>) -> Draft {
    let site = scene.site;
    let addresses = &scene.plan.addresses;
    let has_been = |index: &&SessionIndex| {
        site.session(**index).first_day.is_some_and(|day| day <= scene.time.day)
            && site.session(**index).number.is_some()
    };
    let latest = site.order.sessions.iter().find(has_been);
    let figures = latest.and_then(|index| site.session(*index).document).and_then(|document| {
        site.document(document).document.fields.session().and_then(|fields| fields.statistics.as_ref())
    });
    let mut figures = super::document::figures(figures);
    figures.truncate(3);
    let of_years = scene.plan.years(ListOf::Resolutions).iter().rev();
    let of_years: Vec<YearCount> = of_years
        .map(|of_year| YearCount { year: of_year.year, count: of_year.rows.len(), address: None })
        .collect();
    let view = HomeView {
        title: scene.config.title.clone(),
        organization: site.organization.map(|body| site.body(body).name.clone()),
        description: scene.config.description.clone(),
        resolutions: scene.cards(site.resolutions.get(..LATEST).unwrap_or(&site.resolutions)),
        resolution_count: site.resolutions.len(),
        resolutions_address: scene.href(&addresses.list(ListOf::Resolutions)),
        search_address: scene.href(&addresses.search()),
        quick_searches: quick_searches(scene),
        session: latest.map(|index| scene.session_card(*index)),
        session_figures: figures,
        news: scene.cards(site.news.get(..LATEST_NEWS).unwrap_or(&site.news)),
        news_address: scene.href(&addresses.list(ListOf::News)),
        topics: site
            .order
            .topics
            .iter()
            .filter(|index| site.topic(**index).parent.is_none())
            .map(|index| scene.topic_count(*index))
            .collect(),
        topics_address: scene.href(&addresses.list(ListOf::Topics)),
        terms: terms(scene),
        years: years(scene, ListOf::Resolutions),
        years_chart: chart::years::chart(
            scene,
            "_nam",
            scene.words.word("resolutions_by_year_table"),
            &of_years,
        ),
        gaps_address: scene.href(&addresses.gaps()),
    };
    Draft {
        description: scene.config.description.clone(),
        metadata: scene.own_metadata(),
        linked_data: Some(super::search::linked_data(scene)),
        ..Draft::new("home/page.html", scene.config.title.clone(), PageData::Home(Box::new(view)))
    }
}

/// Searches for the topics that have the most resolutions; of topics with as many, those that come first in order.
fn quick_searches(scene: Scene<'_>) -> Vec<LinkView> {
    let order = &scene.site.order.topics;
    let mut topics: Vec<&Topic> = order.iter().map(|index| scene.site.topic(*index)).collect();
    topics.retain(|topic| !topic.resolutions.is_empty());
    topics.sort_by_key(|topic| Reverse(topic.resolutions.len()));
    let search = scene.href(&scene.plan.addresses.search());
    let link = |topic: &Topic| LinkView {
        title: topic.title.clone(),
        address: Some(format!("{search}?q={}", query_value(&topic.title))),
    };
    topics.into_iter().take(QUICK_SEARCHES).map(link).collect()
}

/// A value in the query of an address (RFC 3986, section 3.4).
fn query_value(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' => {
                value.push(char::from(byte));
            }
            _ => value.push_str(&format!("%{byte:02X}")),
        }
    }
    value
}

fn terms(scene: Scene<'_>) -> Vec<CountLink> {
    let terms = scene.site.terms.iter().enumerate();
    terms
        .map(|(at, term)| CountLink {
            title: scene.term_title(TermIndex(at)),
            address: scene.href(scene.plan.addresses.term(TermIndex(at))),
            count: term.resolutions.len(),
        })
        .collect()
}

/// Years of a list with their pages, newest first.
pub(super) fn years(scene: Scene<'_>, list: ListOf) -> Vec<CountLink> {
    scene
        .plan
        .years(list)
        .iter()
        .map(|of_year| CountLink {
            title: of_year.year.to_string(),
            address: scene.href(&scene.plan.addresses.year(list, of_year.year)),
            count: of_year.rows.len(),
        })
        .collect()
}

/// Statuses with their pages.
fn statuses(scene: Scene<'_>) -> Vec<StatusLink> {
    let all = scene.plan.statuses().iter();
    all.map(|with| StatusLink {
        key: with.status.key(),
        address: scene.href(&scene.plan.addresses.status(with.status)),
        count: with.rows.len(),
    })
    .collect()
}

/// The title of a part of a list, and what the part itself is called.
fn titles(scene: Scene<'_>, list: ListOf, part: Part) -> (String, Option<String>) {
    let words = scene.words;
    let name = words.word(list.key());
    match part {
        Part::All => (name.to_owned(), None),
        Part::Year(year) => {
            let year = year.to_string();
            (words.fill("list_of_year", &[("list", name), ("year", &year)]), Some(year))
        }
        Part::Status(status) => {
            let key = format!("status_{}", status.key());
            let status = words.word(&key);
            (words.fill("list_of_status", &[("list", name), ("status", status)]), Some(status.to_owned()))
        }
    }
}

/// The documents of a part of a list of texts.
fn rows(scene: Scene<'_>, list: ListOf, part: Part) -> &[DocumentIndex] {
    let site = scene.site;
    let all = match list {
        ListOf::Resolutions => &site.resolutions,
        ListOf::Reports => &site.reports,
        _ => &site.news,
    };
    match part {
        Part::Status(status) => {
            let mut all = scene.plan.statuses().iter();
            all.find(|with| with.status == status).map(|with| with.rows.as_slice()).unwrap_or_default()
        }
        _ => all.get(places(scene, list, part, all.len())).unwrap_or_default(),
    }
}

/// The places of the rows of a year, or of all.
fn places(scene: Scene<'_>, list: ListOf, part: Part, count: usize) -> std::ops::Range<usize> {
    let Part::Year(year) = part else { return 0..count };
    let mut years = scene.plan.years(list).iter();
    years.find(|of_year| of_year.year == year).map_or(0..0, |of_year| of_year.rows.clone())
}

pub(super) fn list(scene: Scene<'_>, list: ListOf, part: Part, page: usize) -> Draft {
    let site = scene.site;
    let (title, part_title) = titles(scene, list, part);
    let first = scene.plan.addresses.part(list, part);
    let status = match part {
        Part::Status(status) => Some(status.key()),
        _ => None,
    };
    let mut view = ListView {
        list: list.key(),
        title: title.clone(),
        year: match part {
            Part::Year(year) => Some(year),
            _ => None,
        },
        years: years(scene, list),
        terms: if matches!(list, ListOf::Resolutions | ListOf::Sessions) { terms(scene) } else { Vec::new() },
        status,
        statuses: if list == ListOf::Resolutions { statuses(scene) } else { Vec::new() },
        as_of: status.map(|_| scene.date(scene.time.day)),
        finder: (list == ListOf::Resolutions).then(|| scene.finder.clone()),
        is_newest_first: matches!(
            list,
            ListOf::Resolutions | ListOf::Reports | ListOf::News | ListOf::Sessions
        ),
        documents: None,
        sessions: None,
        groups: Vec::new(),
        entry_count: 0,
        topics: Vec::new(),
    };
    let template = match list {
        ListOf::Resolutions | ListOf::Reports | ListOf::News => {
            let shown = rows(scene, list, part);
            view.documents = Some(scene.paged(shown, page, &first, |index| scene.card(*index)));
            "list/documents.html"
        }
        ListOf::Documents => {
            let known: Vec<KnownIndex> = (0..site.known.len()).map(KnownIndex).collect();
            view.documents =
                Some(scene.paged(&known, page, &first, |index| scene.work_card(Work::Known(*index))));
            "list/documents.html"
        }
        ListOf::Sessions => {
            let all = &site.order.sessions;
            let shown = all.get(places(scene, list, part, all.len())).unwrap_or_default();
            view.sessions = Some(scene.paged(shown, page, &first, |index| scene.session_card(*index)));
            "list/sessions.html"
        }
        ListOf::Topics => {
            view.topics = topic_tree(scene);
            "list/topics.html"
        }
        ListOf::Officials => {
            view.entry_count = site.officials.len();
            view.groups = by_letter(scene, &site.order.officials);
            "list/entries.html"
        }
        ListOf::Bodies => {
            view.entry_count = site.bodies.len();
            view.groups =
                one_group(site.order.bodies.iter().map(|index| body_entry(scene, *index)).collect());
            "list/entries.html"
        }
        ListOf::Terms => {
            let entry = |term: CountLink| EntryView {
                detail: None,
                title: term.title,
                address: term.address,
                count: term.count,
            };
            view.entry_count = site.terms.len();
            view.groups = one_group(terms(scene).into_iter().map(entry).collect());
            "list/entries.html"
        }
    };
    let breadcrumbs = match &part_title {
        Some(part_title) => scene.crumbs(list, part_title),
        None => vec![scene.home_crumb(), LinkView { title: title.clone(), address: None }],
    };
    Draft {
        section: Some(list),
        breadcrumbs,
        ..Draft::new(template, paged_title(scene, &title, page), PageData::List(Box::new(view)))
    }
}

fn topic_tree(scene: Scene<'_>) -> Vec<TopicNode> {
    let node = |index: &TopicIndex| TopicNode {
        link: scene.topic_count(*index),
        summary: scene.site.topic(*index).document.and_then(|document| scene.description(document)),
        children: descendants(scene, *index).into_iter().map(|child| scene.topic_count(child)).collect(),
    };
    let order = &scene.site.order.topics;
    order.iter().filter(|index| scene.site.topic(**index).parent.is_none()).map(node).collect()
}

/// All topics below one, in the order of the tree.
fn descendants(scene: Scene<'_>, topic: TopicIndex) -> Vec<TopicIndex> {
    let mut found = Vec::new();
    let mut open: Vec<TopicIndex> = scene.site.topic(topic).children.iter().rev().copied().collect();
    while let Some(next) = open.pop() {
        found.push(next);
        open.extend(scene.site.topic(next).children.iter().rev());
    }
    found
}

fn one_group(entries: Vec<EntryView>) -> Vec<EntryGroup> {
    vec![EntryGroup { letter: String::new(), anchor: String::new(), entries }]
}

/// Officials under the letters that their given names begin with.
fn by_letter(scene: Scene<'_>, officials: &[OfficialIndex]) -> Vec<EntryGroup> {
    let mut groups: Vec<EntryGroup> = Vec::new();
    for index in officials {
        let given = scene.site.official(*index).name.split_whitespace().next_back().unwrap_or("");
        let letter = first_letter(given);
        let entry = official_entry(scene, *index);
        match groups.last_mut() {
            Some(group) if group.letter == letter => group.entries.push(entry),
            _ => {
                let anchor = format!("_{}", groups.len() + 1);
                groups.push(EntryGroup { letter, anchor, entries: vec![entry] });
            }
        }
    }
    groups
}

fn official_entry(scene: Scene<'_>, index: OfficialIndex) -> EntryView {
    let official = scene.site.official(index);
    EntryView {
        title: official.name.clone(),
        address: scene.href(scene.plan.addresses.official(index)),
        detail: scene.role_on(index, None),
        count: official.signed.len(),
    }
}

fn body_entry(scene: Scene<'_>, index: BodyIndex) -> EntryView {
    let body = scene.site.body(index);
    let kind = body.document.and_then(|document| {
        scene
            .site
            .document(document)
            .document
            .fields
            .body()
            .and_then(|fields| fields.kind.as_ref().map(|kind| kind.value.word()))
    });
    EntryView {
        title: body.name.clone(),
        address: scene.href(scene.plan.addresses.body(index)),
        detail: kind
            .map(|kind| scene.words.word(&format!("body_kind_{}", kind.replace('-', "_"))).to_owned()),
        count: body.resolutions.len(),
    }
}

/// The letter of the Vietnamese alphabet that a word begins with, without its tone: `Ấ` is `Â`. Empty for a word that
/// begins with no letter.
fn first_letter(word: &str) -> String {
    let key = crate::text::match_key(word);
    let letter = key.chars().next().filter(|letter| letter.is_alphabetic());
    letter.into_iter().flat_map(char::to_uppercase).collect()
}

/// How long a list is.
pub(super) fn count(site: &Site, list: ListOf) -> usize {
    match list {
        ListOf::Resolutions => site.resolutions.len(),
        ListOf::Reports => site.reports.len(),
        ListOf::News => site.news.len(),
        ListOf::Sessions => site.sessions.len(),
        ListOf::Terms => site.terms.len(),
        ListOf::Officials => site.officials.len(),
        ListOf::Topics => site.topics.len(),
        ListOf::Bodies => site.bodies.len(),
        ListOf::Documents => site.known.len(),
    }
}

pub(super) fn site_map(scene: Scene<'_>) -> Draft {
    let site = scene.site;
    let addresses = &scene.plan.addresses;
    let of_years = |list: ListOf| -> Vec<LinkView> {
        years(scene, list)
            .into_iter()
            .map(|year| LinkView { title: year.title, address: Some(year.address) })
            .collect()
    };
    let mut sections = Vec::new();
    for list in ListOf::ALL {
        let links: Vec<LinkView> = match list {
            ListOf::Resolutions | ListOf::Reports | ListOf::News | ListOf::Sessions => of_years(list),
            ListOf::Terms => (0..site.terms.len()).map(|at| scene.term_link(TermIndex(at))).collect(),
            ListOf::Officials => scene.officials(&site.order.officials),
            ListOf::Topics => scene.topics(&site.order.topics),
            ListOf::Bodies => site.order.bodies.iter().map(|index| scene.body_link(*index)).collect(),
            ListOf::Documents => Vec::new(),
        };
        let count = count(site, list);
        if count > 0 {
            let link = scene.link(scene.words.word(list.key()), &addresses.list(list));
            sections.push(SiteMapSection { link, count, links });
        }
    }
    let mut pages: Vec<LinkView> = site.pages.iter().map(|index| scene.document_link(*index)).collect();
    pages.push(scene.link(scene.words.word("about_data"), &addresses.data()));
    pages.push(scene.link(scene.words.word("gaps"), &addresses.gaps()));
    sections.push(SiteMapSection {
        link: LinkView { title: scene.words.word("information_pages").to_owned(), address: None },
        count: pages.len(),
        links: pages,
    });
    let title = scene.words.word("sitemap");
    Draft {
        breadcrumbs: vec![scene.home_crumb(), LinkView { title: title.to_owned(), address: None }],
        ..Draft::new("site_map/page.html", title, PageData::SiteMap(Box::new(SiteMapView { sections })))
    }
}

pub(super) fn not_found(scene: Scene<'_>) -> Draft {
    let mut links = vec![scene.link(scene.words.word("home"), &Route::home())];
    for list in [ListOf::Resolutions, ListOf::Sessions, ListOf::Topics] {
        if scene.plan.has(&scene.plan.addresses.list(list)) {
            links.push(scene.list_crumb(list));
        }
    }
    links.push(scene.link(scene.words.word("sitemap"), &scene.plan.addresses.site_map()));
    let title = scene.words.word("not_found_title");
    Draft {
        is_hidden: true,
        ..Draft::new("not_found/page.html", title, PageData::NotFound(Box::new(NotFoundView { links })))
    }
}

pub(super) fn redirect(scene: Scene<'_>, target: &Route) -> Draft {
    let link = scene.link(scene.words.word("redirect_title"), target);
    Draft {
        is_hidden: true,
        canonical: Some(target.clone()),
        ..Draft::new("redirect/page.html", link.title.clone(), PageData::Redirect(link))
    }
}
