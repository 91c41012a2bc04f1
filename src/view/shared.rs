//! Small values that many pages show: links, days, people, relations, files, bodies of text.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::Serialize;

use super::Scene;
use super::relation::MarkView;
use crate::document::{Common, KindFields};
use crate::front::Text;
use crate::legal::structure::Role as PartRole;
use crate::link::{
    AttachmentTarget, BodyIndex, DocumentIndex, Entity, LinkTarget, LinkedAttachment, MentionTarget,
    OfficialIndex, SessionIndex, SessionName, TermIndex, TopicIndex, Work,
};
use crate::markdown::{Mention, escape, escape_address};
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

/// What is put into the HTML of a body.
enum Edit {
    /// The address of a link.
    Hole(usize),
    /// The tag that opens the link of a mention.
    Open(String),
    /// The tag that closes it.
    Close,
    /// A remark between blocks.
    Remark(String),
}

/// Writes the HTML from `from` up to a hole at `at` and the address there. Without an address the link or picture is
/// left out and its text kept. Gives back where the rest begins.
fn fill_hole(html: &str, from: usize, at: usize, address: Option<String>, target: &mut String) -> usize {
    let before = &html[from..at];
    if let Some(address) = address {
        target.push_str(before);
        target.push_str(&address);
        return at;
    }
    if let Some(kept) = before.strip_suffix(" href=\"") {
        target.push_str(kept);
        return at + 1;
    }
    // A picture that is not there: its description stands in its place.
    let rest = &html[at..];
    let end = rest.find('>').map_or(rest.len(), |end| end + 1);
    let alt = rest[..end].split_once("alt=\"").and_then(|(_, alt)| alt.split('"').next()).unwrap_or("");
    target.push_str(&before[..before.rfind("<img ").unwrap_or(before.len())]);
    target.push_str("<em>");
    target.push_str(alt);
    target.push_str("</em>");
    at + end
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

    /// Links to the articles, divisions and annexes of a resolution, each behind its heading.
    fn own_links(self, index: DocumentIndex) -> Vec<(usize, Edit)> {
        let body = &self.site.document(index).document.body;
        let Some(law) = &body.law else { return Vec::new() };
        let (link, name) = (self.words.word("link"), self.words.word("link_to"));
        // The recitals stand among the headings, but have none.
        let headings = body.headings.iter().map(|heading| heading.anchor.as_str());
        let headings: HashSet<&str> = headings.filter(|anchor| *anchor != "can-cu").collect();
        let own = law.provisions.iter().filter(|provision| headings.contains(provision.anchor.as_str()));
        own.map(|provision| {
            let label = escape(&crate::lang::fill(name, &[("target", &provision.label)]));
            let anchor = &provision.anchor;
            let html = format!("<a class=\"self\" href=\"#{anchor}\" aria-label=\"{label}\">{link}</a>\n");
            (provision.remark, Edit::Remark(html))
        })
        .collect()
    }

    /// Links to the clauses and points of a resolution: the number of each is its link. What stands in a list has a number
    /// that is no text; there the link lies over it.
    fn number_links(self, index: DocumentIndex) -> Vec<(usize, Edit)> {
        const NUMBER: &str = "<span class=\"number\">";
        let body = &self.site.document(index).document.body;
        let Some(law) = &body.law else { return Vec::new() };
        let name = self.words.word("link_to");
        let mut edits = Vec::new();
        let mut from = 0;
        for provision in &law.provisions {
            let anchor = &provision.anchor;
            if !matches!(provision.role, PartRole::Clause | PartRole::Subclause | PartRole::Point) {
                continue;
            }
            // They stand in the order of the text.
            let id = format!(" id=\"{anchor}\"");
            let rest = body.html.get(from..).unwrap_or_default();
            let Some(at) = memchr::memmem::find(rest.as_bytes(), id.as_bytes()).map(|at| from + at) else {
                continue;
            };
            let Some(end) = body.html.get(at..).and_then(|rest| rest.find('>')).map(|end| at + end + 1)
            else {
                continue;
            };
            from = end;
            let words = self.site.place_words(index, anchor).unwrap_or_else(|| provision.label.clone());
            let label = escape(&crate::lang::fill(name, &[("target", &words)]));
            let behind = body.html.get(end..).unwrap_or_default();
            if let Some(number) = behind.strip_prefix(NUMBER)
                && let Some(length) = number.find("</span>")
            {
                let start = end + NUMBER.len();
                let tag = format!("<a class=\"own\" href=\"#{anchor}\" title=\"{label}\">");
                edits.extend([(start, Edit::Open(tag)), (start + length, Edit::Close)]);
            } else if body.html.get(..at).is_some_and(|before| before.ends_with("<li")) {
                let link = format!("<a class=\"own over\" href=\"#{anchor}\" aria-label=\"{label}\"></a>");
                edits.push((end, Edit::Remark(link)));
            }
        }
        edits
    }

    /// Old anchors of provisions, each at the place where its provision stands now: browsers find them without a script, and
    /// `page.js` then shows the provision itself.
    fn moved_anchors(self, index: DocumentIndex) -> Vec<(usize, Edit)> {
        let document = &self.site.document(index).document;
        let KindFields::Resolution(fields, _) = &document.fields else { return Vec::new() };
        let (Some(moved), Some(law)) = (&fields.moved, &document.body.law) else { return Vec::new() };
        let place = |anchor: &str| {
            law.provisions
                .iter()
                .find(|provision| provision.anchor == anchor)
                .map(|provision| provision.remark)
        };
        moved
            .0
            .iter()
            .filter_map(|(old, new)| {
                let (at, old, new) = (place(&new.value)?, escape(&old.value), escape(&new.value));
                Some((at, Edit::Remark(format!("<span id=\"{old}\" data-moved=\"{new}\"></span>"))))
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

    /// The body of a document with the addresses of its links put in and its citations and people linked; `None` where
    /// it is empty.
    pub(super) fn body(self, index: DocumentIndex) -> Option<String> {
        let linked = self.site.document(index);
        let body = &linked.document.body;
        if body.html.trim().is_empty() {
            return None;
        }
        let page = self.plan.addresses.document(index);
        let mut edits: Vec<(usize, Edit)> =
            body.holes.iter().map(|hole| (hole.at, Edit::Hole(hole.link))).collect();
        for (mention, tag) in self.mention_tags(index) {
            edits.push((mention.html.start, Edit::Open(tag)));
            edits.push((mention.html.end, Edit::Close));
        }
        edits.extend(self.own_links(index));
        edits.extend(self.number_links(index));
        edits.extend(self.moved_anchors(index));
        let remarks = self.commencement_remarks(index).into_iter().chain(self.remarks(index));
        edits.extend(remarks.map(|(at, remark)| (at, Edit::Remark(remark))));
        // What closes at a place comes before what opens there; a remark stands between the two.
        edits.sort_by_key(|(at, edit)| {
            let rank = match edit {
                Edit::Close => 0,
                Edit::Remark(_) => 1,
                Edit::Open(_) | Edit::Hole(_) => 2,
            };
            (*at, rank)
        });
        let mut html = String::with_capacity(body.html.len() + edits.len() * 32);
        let mut from = 0;
        for (at, edit) in edits {
            let before = &body.html[from..at];
            match edit {
                Edit::Open(inserted) | Edit::Remark(inserted) => {
                    html.push_str(before);
                    html.push_str(&inserted);
                    from = at;
                }
                Edit::Close => {
                    html.push_str(before);
                    html.push_str("</a>");
                    from = at;
                }
                Edit::Hole(link) => {
                    let target = linked.links.get(link).unwrap_or(&LinkTarget::Nowhere);
                    from = fill_hole(&body.html, from, at, self.target_address(page, target), &mut html);
                }
            }
        }
        html.push_str(&body.html[from..]);
        Some(html)
    }

    /// The body of a document as it was read: its links have whole addresses, nothing else is put in.
    pub(crate) fn text_with_addresses(self, index: DocumentIndex) -> Cow<'a, str> {
        let linked = self.site.document(index);
        let body = &linked.document.body;
        if body.holes.is_empty() {
            return Cow::Borrowed(&body.html);
        }
        let page = self.plan.addresses.document(index);
        let mut html = String::with_capacity(body.html.len() + body.holes.len() * 64);
        let mut from = 0;
        for hole in &body.holes {
            let target = linked.links.get(hole.link).unwrap_or(&LinkTarget::Nowhere);
            let address = self.target_address(page, target).map(|address| match address.strip_prefix('#') {
                Some(_) => format!("{}{address}", self.config.base_url.whole(page)),
                None => format!("{}{address}", self.config.base_url.origin()),
            });
            from = fill_hole(&body.html, from, hole.at, address, &mut html);
        }
        html.push_str(&body.html[from..]);
        Cow::Owned(html)
    }

    /// The mentions of a document that lead somewhere, with the tag that opens their link; a person is linked once in
    /// each paragraph.
    fn mention_tags(&self, index: DocumentIndex) -> Vec<(&Mention, String)> {
        let linked = self.site.document(index);
        let mut tags = Vec::new();
        let mut named: Vec<(usize, OfficialIndex)> = Vec::new();
        let mentions = linked.document.body.mentions.iter().zip(&linked.mentions);
        for (mention, target) in mentions.filter(|(mention, _)| !mention.is_linked) {
            let tag = match target {
                MentionTarget::Work(work, anchor) => {
                    let page = self.href(self.plan.addresses.work(*work));
                    let anchor = anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
                    format!("<a class=\"reference\" href=\"{page}{anchor}\">")
                }
                MentionTarget::Own(anchor) => format!("<a class=\"reference\" href=\"#{anchor}\">"),
                MentionTarget::Official(official) => {
                    if named.contains(&(mention.block, *official)) {
                        continue;
                    }
                    named.retain(|(block, _)| *block == mention.block);
                    named.push((mention.block, *official));
                    let page = self.href(self.plan.addresses.official(*official));
                    let role = self.role_on(*official, linked.date);
                    let title = role.map_or_else(String::new, |role| format!(" title=\"{}\"", escape(&role)));
                    format!("<a class=\"named\" href=\"{page}\"{title}>")
                }
                MentionTarget::Nowhere => continue,
            };
            tags.push((mention, tag));
        }
        tags
    }

    fn target_address(self, page: &Route, target: &LinkTarget) -> Option<String> {
        let with_anchor = |address: String, anchor: &Option<String>| match anchor {
            Some(anchor) => format!("{address}#{}", escape_address(anchor)),
            None => address,
        };
        match target {
            LinkTarget::Document(index, anchor) => {
                Some(with_anchor(self.href(self.plan.addresses.document(*index)), anchor))
            }
            LinkTarget::Anchor(anchor) => Some(format!("#{}", escape_address(anchor))),
            LinkTarget::Asset(asset) => Some(self.href(&self.plan.addresses.asset(self.site, page, *asset))),
            LinkTarget::Address(route, anchor) if self.plan.has(route) => {
                Some(with_anchor(self.href(route), anchor))
            }
            LinkTarget::Address(..) | LinkTarget::Nowhere => None,
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
        match document.fields {
            KindFields::Resolution(..) => document.body.law.as_ref().is_some_and(|law| law.has_articles),
            _ => !document.body.html.trim().is_empty(),
        }
    }

    /// Number and symbol of a resolution or report.
    pub(crate) fn number(self, index: DocumentIndex) -> Option<&'a str> {
        let number = match &self.site.document(index).document.fields {
            KindFields::Resolution(fields, _) => fields.number.as_ref(),
            KindFields::Report(fields) => fields.number.as_ref(),
            _ => None,
        };
        number.map(|number| number.value.as_str())
    }
}
