//! Small values that many pages show: links, days, people, relations, files, bodies of text.

use std::borrow::Cow;

use serde::Serialize;

use super::Scene;
use super::relation::MarkView;
use crate::document::{Common, Kind};
use crate::front::Text;
use crate::link::{
    AttachmentTarget, BodyIndex, DocumentIndex, Entity, LinkedAttachment, OfficialIndex, SessionIndex,
    SessionName, TermIndex, TopicIndex, Work,
};
use crate::path::Route;
use crate::plan::ListOf;
use crate::text::{Date, PartialDate};

/// Words with an address, where there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct LinkView {
    /// The words.
    pub title: String,
    /// The address, ready for `href`.
    pub address: Option<String>,
}

/// A link with how much is behind it.
#[derive(Debug, Clone, Serialize)]
pub struct CountLink {
    /// The words.
    pub title: String,
    /// The address.
    pub address: String,
    /// How many.
    pub count: usize,
}

/// A day, for machines and for people.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DateView {
    /// `2023-07-12`, `2023-07` or `2023`, for `datetime`.
    pub iso: String,
    /// As the language writes it.
    pub text: String,
}

/// Whether a resolution applies.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StatusView {
    /// The last day of a suspension, where that is said.
    pub until: Option<DateView>,
    /// `in_force`, `not_yet`, `partly_expired`, `expired`, `suspended`, `partly_suspended` or `unknown`.
    pub key: &'static str,
    /// Since when.
    pub since: Option<DateView>,
    /// `amended`, `replaced`, `repealed`, `suspended`, `extended`, `contradicted` or `term` where that is the reason.
    pub reason: Option<&'static str>,
    /// The document that did it.
    pub by: Option<LinkView>,
}

/// Rows of a list, of which one page is shown.
#[derive(Debug, Serialize)]
pub struct Paged<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// How many there are on all pages.
    pub total: usize,
    /// This page, from 1.
    pub page: usize,
    /// All pages; one means that there is nothing to turn.
    pub pages: Vec<PageLink>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// A page of a list.
#[derive(Debug, Serialize)]
pub struct PageLink {
    /// Its number, from 1; 0 for pages left out between.
    pub number: usize,
    /// Its address.
    pub address: String,
    /// Whether it is the one shown.
    pub is_current: bool,
}

/// A file to take away, or an address outside.
#[derive(Debug, Clone, Serialize)]
pub struct AttachmentView {
    /// What it is called.
    pub title: String,
    /// Its address.
    pub address: String,
    /// Its format, as the end of its name in capitals: `PDF`.
    pub format: Option<String>,
    /// Its size in words: `1,2 MB`.
    pub size: Option<String>,
}

/// Where a text was taken from.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    /// The name of the source.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The day it was taken from there.
    pub date: Option<DateView>,
}

/// A heading of the body, for the table of contents.
#[derive(Debug, Serialize)]
pub struct ContentsItem {
    /// Its words.
    pub title: String,
    /// Its anchor.
    pub anchor: String,
    /// Its depth, 1 or 2.
    pub depth: u8,
    /// What other documents do to it.
    pub mark: Option<MarkView>,
}

/// A name with a figure, as a source has them.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// The name.
    pub name: String,
    /// The figure.
    pub value: String,
}

impl<T> Paged<T> {
    /// The same page with other rows, made from these, of which there are `total` on all pages.
    pub(super) fn into_rows<U>(self, total: usize, rows: impl FnOnce(Vec<T>) -> Vec<U>) -> Paged<U> {
        Paged {
            rows: rows(self.rows),
            total,
            page: self.page,
            pages: self.pages,
            previous: self.previous,
            next: self.next,
        }
    }
}

impl<'a> Scene<'a> {
    /// The address of a route, ready for `href`.
    pub(crate) fn href(self, route: &Route) -> String {
        self.config.base_url.link(route)
    }

    pub(super) fn link(self, title: impl Into<String>, route: &Route) -> LinkView {
        LinkView { title: title.into(), address: Some(self.href(route)) }
    }

    pub(super) fn home_crumb(self) -> LinkView {
        self.link(self.words.word("home"), &Route::home())
    }

    pub(super) fn list_crumb(self, list: ListOf) -> LinkView {
        self.link(self.words.word(list.key()), &self.plan.addresses.list(list))
    }

    /// Home, a list, and the page itself.
    pub(super) fn crumbs(self, list: ListOf, title: &str) -> Vec<LinkView> {
        vec![self.home_crumb(), self.list_crumb(list), LinkView { title: title.to_owned(), address: None }]
    }

    pub(super) fn date(self, date: Date) -> DateView {
        DateView { iso: date.to_string(), text: self.words.date(date) }
    }

    pub(super) fn partial_date(self, date: PartialDate) -> DateView {
        let iso = match date {
            PartialDate::Year(year) => format!("{year:04}"),
            PartialDate::Month(year, month) => format!("{year:04}-{month:02}"),
            PartialDate::Day(day) => day.to_string(),
        };
        DateView { iso, text: self.words.partial_date(date) }
    }

    /// What a document is called on pages: a session that has no title goes by number and term.
    pub(crate) fn title(self, index: DocumentIndex) -> Cow<'a, str> {
        let linked = self.site.document(index);
        match linked.entity {
            Entity::Session(session) => Cow::Owned(self.session_title(session)),
            _ => Cow::Borrowed(linked.document.title()),
        }
    }

    pub(crate) fn session_title(self, index: SessionIndex) -> String {
        match &self.site.session(index).name {
            SessionName::Title(title) => title.clone(),
            SessionName::Number { number, term, council } => {
                let mut title = self.words.fill("session_ordinal", &[("n", &number.to_string())]);
                if let Some(term) = term {
                    title.push_str(", ");
                    title.push_str(&self.words.fill("term_ordinal_inline", &[("roman", term)]));
                }
                if let Some(council) = council {
                    title.push_str(", ");
                    title.push_str(council);
                }
                title
            }
        }
    }

    pub(super) fn session_link(self, index: SessionIndex) -> LinkView {
        self.link(self.session_title(index), self.plan.addresses.session(index))
    }

    pub(crate) fn term_title(self, index: TermIndex) -> String {
        self.words.fill("term_ordinal", &[("roman", &self.site.term(index).name)])
    }

    pub(super) fn term_link(self, index: TermIndex) -> LinkView {
        self.link(self.term_title(index), self.plan.addresses.term(index))
    }

    pub(super) fn official_link(self, index: OfficialIndex) -> LinkView {
        self.link(&self.site.official(index).name, self.plan.addresses.official(index))
    }

    pub(super) fn topic_link(self, index: TopicIndex) -> LinkView {
        self.link(&self.site.topic(index).title, self.plan.addresses.topic(index))
    }

    pub(super) fn body_link(self, index: BodyIndex) -> LinkView {
        self.link(&self.site.body(index).name, self.plan.addresses.body(index))
    }

    pub(super) fn document_link(self, index: DocumentIndex) -> LinkView {
        self.link(self.title(index), self.plan.addresses.document(index))
    }

    pub(super) fn topics(self, topics: &[TopicIndex]) -> Vec<LinkView> {
        topics.iter().map(|topic| self.topic_link(*topic)).collect()
    }

    pub(super) fn officials(self, officials: &[OfficialIndex]) -> Vec<LinkView> {
        officials.iter().map(|official| self.official_link(*official)).collect()
    }

    pub(super) fn work_link(self, work: Work) -> LinkView {
        let name = self.designation(work);
        self.link(name.number.map_or(name.title, Cow::Borrowed), self.plan.addresses.work(work))
    }

    pub(super) fn attachments(self, page: &Route, attachments: &[LinkedAttachment]) -> Vec<AttachmentView> {
        attachments
            .iter()
            .map(|attachment| match &attachment.target {
                AttachmentTarget::Asset(index) => {
                    let asset = self.site.asset(*index);
                    let route = self.plan.addresses.asset(self.site, page, *index);
                    AttachmentView {
                        title: attachment.title.clone(),
                        address: self.href(&route),
                        format: asset.path.extension().map(str::to_uppercase),
                        size: Some(self.size(asset.size)),
                    }
                }
                AttachmentTarget::Outside(address) => AttachmentView {
                    title: attachment.title.clone(),
                    address: address.clone(),
                    format: None,
                    size: None,
                },
            })
            .collect()
    }

    /// Bytes in words, in steps of 1,000: `1,2 MB`.
    pub(super) fn size(self, bytes: u64) -> String {
        let (value, unit) = match bytes {
            0..1_000 => return format!("{bytes} B"),
            1_000..1_000_000 => (bytes / 100, "KB"),
            _ => (bytes / 100_000, "MB"),
        };
        let point = if self.words.lang == crate::lang::Lang::Vi { ',' } else { '.' };
        format!("{}{point}{} {unit}", value / 10, value % 10)
    }

    pub(super) fn source(self, common: &Common) -> Option<SourceView> {
        let source = common.source.as_ref()?;
        let is_web = |url: &&Text| url.value.starts_with("https://") || url.value.starts_with("http://");
        Some(SourceView {
            name: source.name.as_ref().map(|name| name.value.clone()),
            url: source.url.as_ref().filter(is_web).map(|url| url.value.clone()),
            date: source.date.as_ref().map(|date| self.date(date.value)),
        })
    }

    /// The headings of a body that a table of contents shows: at most two levels.
    pub(super) fn contents(self, index: DocumentIndex) -> Vec<ContentsItem> {
        let headings = &self.site.document(index).document.body.headings;
        let top = headings.iter().map(|heading| heading.level).min().unwrap_or(2);
        let marks = self.site.marks(index);
        let mut own_marks = self.commencement_marks(index);
        headings
            .iter()
            .filter(|heading| heading.level <= top + 1)
            .map(|heading| ContentsItem {
                title: heading.text.clone(),
                anchor: heading.anchor.clone(),
                depth: heading.level - top + 1,
                mark: marks
                    .get(heading.anchor.as_str())
                    .map(|mark| self.mark(*mark))
                    .or_else(|| own_marks.remove(&heading.anchor)),
            })
            .collect()
    }

    /// One page of a list; only its rows are made.
    pub(super) fn paged<I, T>(
        self,
        all: &[I],
        page: usize,
        first: &Route,
        row: impl Fn(&I) -> T,
    ) -> Paged<T> {
        self.paged_chain(all, &[], page, first, row)
    }

    /// One page of two lists, one behind the other.
    pub(super) fn paged_chain<I, T>(
        self,
        all: &[I],
        further: &[I],
        page: usize,
        first: &Route,
        row: impl Fn(&I) -> T,
    ) -> Paged<T> {
        let per_page = self.config.per_page;
        let total = all.len() + further.len();
        let pages = total.div_ceil(per_page).max(1);
        let rows = all.iter().chain(further).skip(page * per_page).take(per_page).map(row).collect();
        let address = |number: usize| self.href(&self.plan.addresses.page(first, number));
        // The first, the last and those around this one; between them one mark for those left out.
        let mut links: Vec<PageLink> = Vec::new();
        for number in 0..pages {
            let is_shown = number == 0 || number + 1 == pages || number.abs_diff(page) <= 2;
            if is_shown {
                links.push(PageLink {
                    number: number + 1,
                    address: address(number),
                    is_current: number == page,
                });
            } else if links.last().is_some_and(|link| link.number != 0) {
                links.push(PageLink { number: 0, address: String::new(), is_current: false });
            }
        }
        Paged {
            rows,
            total,
            page: page + 1,
            pages: links,
            previous: page.checked_sub(1).map(address),
            next: (page + 1 < pages).then(|| address(page + 1)),
        }
    }

    /// The summary of a document, else the beginning of its text.
    pub(crate) fn description(self, index: DocumentIndex) -> Option<String> {
        let document = &self.site.document(index).document;
        let summary = document.common.summary.as_ref().map(|summary| summary.value.clone());
        summary.or_else(|| Some(document.body.excerpt.clone()).filter(|excerpt| !excerpt.is_empty()))
    }

    /// The office that a person held on a day, as far as it is recorded: the last that began by then.
    pub(crate) fn role_on(self, index: OfficialIndex, day: Option<Date>) -> Option<String> {
        let day = day.unwrap_or(self.time.day);
        let roles = &self.site.official(index).roles;
        let held = roles.iter().filter(|role| {
            role.start.is_none_or(|start| start.first_day() <= day)
                && role.end.is_none_or(|end| day <= end.last_day())
        });
        // Several offices recorded on one day are held together.
        let latest = held.clone().filter_map(|role| role.start).map(PartialDate::first_day).max();
        let mut titles: Vec<&str> = Vec::new();
        for role in held.filter(|role| role.start.map(PartialDate::first_day) == latest) {
            if !role.title.is_empty() && !titles.contains(&role.title.as_str()) {
                titles.push(&role.title);
            }
        }
        // A signature says `Chủ tịch` where another record says of what.
        let is_said_in_full = |short: &str| {
            titles.iter().any(|title| title.strip_prefix(short).is_some_and(|rest| rest.starts_with(' ')))
        };
        let full: Vec<&str> = titles.iter().copied().filter(|title| !is_said_in_full(title)).collect();
        (!full.is_empty()).then(|| full.join(", "))
    }

    /// Whether the text itself is held: for a resolution its articles, not only words about it.
    pub(crate) fn has_text(self, index: DocumentIndex) -> bool {
        let document = &self.site.document(index).document;
        match document.kind() {
            Kind::Resolution => document.body.law.as_ref().is_some_and(|law| law.has_articles),
            Kind::Report
            | Kind::News
            | Kind::Session
            | Kind::Official
            | Kind::Topic
            | Kind::Body
            | Kind::Page => !document.body.is_blank(),
        }
    }

    /// Number and symbol of a resolution or report.
    pub(crate) fn number(self, index: DocumentIndex) -> Option<&'a str> {
        let number = self.site.document(index).document.fields.number();
        number.map(|number| number.value.as_str())
    }
}
