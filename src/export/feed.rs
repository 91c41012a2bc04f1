//! Feeds of what is new (Atom, RFC 4287).
//!
//! Days come from the documents alone, so a feed changes when its documents do and never because a site was built. What
//! has no known day stands in no feed: an entry must say when it is from, and a guess would be wrong.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashSet;

use super::xml;
use crate::link::{DocumentIndex, Entity, LinkedDocument};
use crate::path::Route;
use crate::plan::{FeedOf, ListOf};
use crate::text::{Moment, one_line};
use crate::view::Scene;

/// Most entries of a feed: more than a council passes in a session, so that a reader that asks once a week misses
/// nothing, and few enough that each feed stays below 50 KB. The whole is in the data files.
const MOST_ENTRIES: usize = 50;

/// An entry.
struct Entry<'a> {
    /// Permanent and different for each entry of a feed (section 4.2.6).
    id: String,
    title: Cow<'a, str>,
    address: String,
    published: Option<Moment>,
    updated: Moment,
    document: DocumentIndex,
}

/// A feed; never one without entries, see [`crate::plan`].
pub(super) fn feed(scene: Scene<'_>, feed: FeedOf) -> Vec<u8> {
    let mut entries = match feed {
        FeedOf::Log => log(scene),
        _ => documents(scene, feed).into_iter().filter_map(|index| entry(scene, index)).collect(),
    };
    entries.sort_by_cached_key(|entry| {
        (Reverse(entry.updated.date), Reverse(entry.updated.time), entry.id.clone())
    });
    entries.truncate(MOST_ENTRIES);
    let (name, page) = head(scene, feed);
    let own = scene.config.base_url.whole(&scene.plan.addresses.feed(feed));
    let clock = Clock::of(scene);
    let mut atom = format!(
        "{}<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        xml::DECLARATION,
        scene.words.lang.code()
    );
    xml::element(&mut atom, "  ", "id", &own);
    xml::element(&mut atom, "  ", "title", &format!("{name} · {}", scene.config.title));
    if let Some(latest) = entries.iter().map(|entry| clock.written(entry.updated)).max() {
        xml::element(&mut atom, "  ", "updated", &latest);
    }
    let publisher = scene.site.organization.map(|body| scene.site.body(body).name.as_str());
    let home = scene.config.base_url.whole(&Route::home());
    let publisher = one_line(publisher.unwrap_or(&scene.config.title));
    atom.push_str(&format!(
        "  <author><name>{}</name><uri>{}</uri></author>\n",
        xml::text(&publisher),
        xml::text(&home)
    ));
    atom.push_str(&link("self", "application/atom+xml", &own));
    atom.push_str(&link("alternate", "text/html", &scene.config.base_url.whole(&page)));
    if let Some(licence) = &scene.config.licence {
        xml::element(&mut atom, "  ", "rights", licence);
    }
    xml::element(&mut atom, "  ", "generator", "Congbao");
    for entry in &entries {
        write(scene, &clock, entry, &mut atom);
    }
    atom.push_str("</feed>\n");
    atom.into_bytes()
}

/// What a feed is called, and the page that it belongs to.
fn head(scene: Scene<'_>, feed: FeedOf) -> (String, Route) {
    let (site, words, addresses) = (scene.site, scene.words, &scene.plan.addresses);
    match feed {
        FeedOf::Log => (words.word("publication_log").to_owned(), Route::home()),
        FeedOf::Resolutions => (words.word("resolutions").to_owned(), addresses.list(ListOf::Resolutions)),
        FeedOf::News => (words.word("news").to_owned(), addresses.list(ListOf::News)),
        FeedOf::Session(index) => (scene.session_title(index), addresses.session(index).clone()),
        FeedOf::Official(index) => (site.official(index).name.clone(), addresses.official(index).clone()),
        FeedOf::Topic(index) => (site.topic(index).title.clone(), addresses.topic(index).clone()),
        FeedOf::Body(index) => (site.body(index).name.clone(), addresses.body(index).clone()),
    }
}

/// The documents that a feed is about, each once.
fn documents(scene: Scene<'_>, feed: FeedOf) -> Vec<DocumentIndex> {
    let site = scene.site;
    let lists: Vec<&[DocumentIndex]> = match feed {
        FeedOf::Log => Vec::new(),
        FeedOf::Resolutions => vec![&site.resolutions],
        FeedOf::News => vec![&site.news],
        FeedOf::Session(index) => {
            let session = site.session(index);
            vec![&session.resolutions, &session.reports, &session.news]
        }
        FeedOf::Official(index) => vec![&site.official(index).signed],
        FeedOf::Topic(index) => {
            let topic = site.topic(index);
            vec![&topic.resolutions, &topic.reports, &topic.news]
        }
        FeedOf::Body(index) => vec![&site.body(index).resolutions, &site.body(index).reports],
    };
    let naming = match feed {
        FeedOf::Official(index) => site.official(index).mentioned_in.as_slice(),
        _ => &[],
    };
    let all = lists.into_iter().flatten().copied().chain(naming.iter().map(|naming| naming.document));
    let mut seen = HashSet::new();
    all.filter(|index| seen.insert(*index)).collect()
}

/// A document as an entry; it bears the permanent address of its page.
fn entry(scene: Scene<'_>, index: DocumentIndex) -> Option<Entry<'_>> {
    let linked = scene.site.document(index);
    let published = published(linked);
    let updated = match (published, updated(linked)) {
        (Some(published), Some(updated)) if updated.date > published.date => updated,
        (Some(published), _) => published,
        (None, updated) => updated?,
    };
    let address = scene.config.base_url.whole(scene.plan.addresses.document(index));
    Some(Entry {
        id: address.clone(),
        title: scene.title(index),
        address,
        published,
        updated,
        document: index,
    })
}

/// What was published, what was changed since, and what was withdrawn, each as an entry of its own that stays as it is.
fn log(scene: Scene<'_>) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    for (at, linked) in scene.site.documents.iter().enumerate() {
        let index = DocumentIndex(at);
        let address = scene.config.base_url.whole(scene.plan.addresses.document(index));
        let title = |key: &str| -> Cow<'_, str> {
            Cow::Owned(scene.words.fill(key, &[("title", &scene.title(index))]))
        };
        if let Some(withdraw) = &linked.document.withdraw {
            if let Some(day) = withdraw.date.as_ref().map(|day| Moment { date: day.value, time: None }) {
                entries.push(Entry {
                    id: format!("{address}#withdrawn"),
                    title: title("log_withdrawn"),
                    address,
                    published: Some(day),
                    updated: day,
                    document: index,
                });
            }
            continue;
        }
        let appeared = appeared(linked);
        if let Some(day) = appeared {
            entries.push(Entry {
                id: format!("{address}#added"),
                title: title("log_added"),
                address: address.clone(),
                published: Some(day),
                updated: day,
                document: index,
            });
        }
        if let Some(day) = updated(linked).filter(|day| appeared.is_none_or(|first| day.date > first.date)) {
            entries.push(Entry {
                id: format!("{address}#changed-{}", day.date),
                title: title("log_changed"),
                address,
                published: Some(day),
                updated: day,
                document: index,
            });
        }
    }
    entries
}

/// When a document appeared on the portal: the day it was to be published, for a text else its own day. The record of a
/// session or an official has no such day: that a session begins does not tell when its record was written.
fn appeared(linked: &LinkedDocument) -> Option<Moment> {
    let scheduled = linked.document.common.publish_at.as_ref().map(|moment| moment.value);
    scheduled.or_else(|| published(linked).filter(|_| linked.entity == Entity::Text))
}

/// The day of a document, with the time where one is known.
fn published(linked: &LinkedDocument) -> Option<Moment> {
    let own =
        linked.document.fields.news().and_then(|fields| fields.date.as_ref().map(|moment| moment.value));
    own.or_else(|| linked.date.map(|date| Moment { date, time: None }))
}

fn updated(linked: &LinkedDocument) -> Option<Moment> {
    linked.document.common.updated.as_ref().map(|day| Moment { date: day.value, time: None })
}

fn write(scene: Scene<'_>, clock: &Clock, entry: &Entry<'_>, atom: &mut String) {
    let linked = scene.site.document(entry.document);
    atom.push_str("  <entry>\n");
    xml::element(atom, "    ", "id", &entry.id);
    let title = one_line(&entry.title);
    let title = match scene.number(entry.document) {
        Some(number) => format!("{} · {title}", one_line(number)),
        None => title,
    };
    xml::element(atom, "    ", "title", &title);
    if let Some(published) = entry.published {
        xml::element(atom, "    ", "published", &clock.written(published));
    }
    xml::element(atom, "    ", "updated", &clock.written(entry.updated));
    atom.push_str(&format!("  {}", link("alternate", "text/html", &entry.address)));
    if let Some(issuer) = linked.issuer {
        let name = one_line(&scene.site.body(issuer).name);
        atom.push_str(&format!("    <author><name>{}</name></author>\n", xml::text(&name)));
    }
    for topic in &linked.topics {
        let title = one_line(&scene.site.topic(*topic).title);
        atom.push_str(&format!("    <category term=\"{}\"/>\n", xml::text(&title)));
    }
    if let Some(description) = scene.description(entry.document) {
        xml::element(atom, "    ", "summary", &one_line(&description));
    }
    atom.push_str("  </entry>\n");
}

fn link(relation: &str, media_type: &str, address: &str) -> String {
    format!("  <link rel=\"{relation}\" type=\"{media_type}\" href=\"{}\"/>\n", xml::text(address))
}

/// Writes days as the institution's clocks show them.
pub(super) struct Clock(jiff::tz::TimeZone);

impl Clock {
    /// The clock of the portal's time zone. That there is none is told when the site is prepared.
    pub(super) fn of(scene: Scene<'_>) -> Self {
        Self(jiff::tz::TimeZone::get(&scene.config.time_zone).unwrap_or(jiff::tz::TimeZone::UTC))
    }

    /// A day, from its beginning, as RFC 3339 writes it: `2023-07-12T00:00:00+07:00`.
    pub(super) fn written(&self, moment: Moment) -> String {
        let local = moment.date.to_datetime(moment.time.unwrap_or(jiff::civil::Time::midnight()));
        match local.to_zoned(self.0.clone()) {
            Ok(zoned) => zoned.timestamp().display_with_offset(zoned.offset()).to_string(),
            Err(_) => format!("{}T00:00:00Z", moment.date),
        }
    }
}
