//! Pages of sessions, terms, officials, topics and bodies.

use serde::Serialize;

use super::citing::CitingYear;
use super::document::{PersonView, PictureView, figures};
use super::shared::{
    AttachmentView, ContentsItem, CountLink, DateView, FigureView, LinkView, Paged, SourceView,
};
use super::{Chart, Draft, PageData, Scene, SessionCard, SharedCard, VoteRow, YearCount, chart};
use crate::document::{AgendaItem, SessionFields, SessionState};
use crate::link::{BodyIndex, DocumentIndex, OfficialIndex, Role, SessionIndex, TermIndex, TopicIndex, Work};
use crate::plan::ListOf;
use crate::text::{Date, PartialDate};

/// A session.
#[derive(Debug, Serialize)]
pub struct SessionView {
    /// Its name.
    pub title: String,
    /// `regular`, `thematic`, `standing-board`, `hearing` or `conference`, where known.
    pub kind: Option<&'static str>,
    /// `scheduled`, `held`, `postponed` or `cancelled`, where known; `overdue` where it was scheduled, must be over by now,
    /// and its record does not tell what became of it.
    pub state: Option<&'static str>,
    /// The body that meets.
    pub body: Option<LinkView>,
    /// Its term.
    pub term: Option<LinkView>,
    /// First day.
    pub first_day: Option<DateView>,
    /// Last day, where it differs.
    pub last_day: Option<DateView>,
    /// Where it is held.
    pub venue: Option<String>,
    /// Who chairs it.
    pub chairs: Vec<PersonView>,
    /// Officials named in its record.
    pub officials: Vec<PersonView>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Its topics.
    pub topics: Vec<LinkView>,
    /// Figures.
    pub statistics: Vec<FigureView>,
    /// A picture of who spoke, where the figures tell.
    pub speeches: Option<Chart>,
    /// The agenda, day by day.
    pub agenda: Vec<AgendaDay>,
    /// Attendance, sitting by sitting.
    pub attendance: Vec<AttendanceView>,
    /// A picture of it.
    pub attendance_chart: Option<Chart>,
    /// Resolutions that are held.
    pub resolutions: Vec<SharedCard>,
    /// How the council voted on them, where there are head counts.
    pub votes: Vec<VoteRow>,
    /// A picture of that.
    pub votes_chart: Option<Chart>,
    /// Reports.
    pub reports: Vec<SharedCard>,
    /// News.
    pub news: Vec<SharedCard>,
    /// Minutes.
    pub minutes: Vec<AttachmentView>,
    /// Other files.
    pub attachments: Vec<AttachmentView>,
    /// Where the record was taken from.
    pub source: Option<SourceView>,
    /// Headings of its text.
    pub contents: Vec<ContentsItem>,
    /// The session before.
    pub previous: Option<LinkView>,
    /// The session after.
    pub next: Option<LinkView>,
    /// Whether there is a record of it, or it is only known from references.
    pub has_record: bool,
}

/// The agenda of one day.
#[derive(Debug, Serialize)]
pub struct AgendaDay {
    /// The day, where it is known.
    pub day: Option<DateView>,
    /// What is dealt with.
    pub items: Vec<AgendaItemView>,
}

/// A line of an agenda.
#[derive(Debug, Serialize)]
pub struct AgendaItemView {
    /// The time.
    pub time: Option<String>,
    /// What is dealt with.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Documents that belong to it.
    pub documents: Vec<LinkView>,
}

/// Attendance at one sitting. Counts are of deputies.
#[derive(Debug, Serialize)]
pub struct AttendanceView {
    /// The sitting.
    pub sitting: Option<String>,
    /// All deputies.
    pub total: Option<u32>,
    /// Present.
    pub present: Option<u32>,
    /// Absent with leave.
    pub excused: Option<u32>,
    /// Absent without leave.
    pub unexcused: Option<u32>,
}

/// A term.
#[derive(Debug, Serialize)]
pub struct TermView {
    /// Its name: `Khóa XIV`.
    pub title: String,
    /// Its sessions, newest first; on the first page.
    pub sessions: Vec<SessionCard>,
    /// Its resolutions.
    pub resolutions: Paged<SharedCard>,
}

/// An official.
#[derive(Debug, Serialize)]
pub struct OfficialView {
    /// Full name.
    pub title: String,
    /// First letters of family and given name.
    pub initials: String,
    /// Other spellings.
    pub other_names: Vec<String>,
    /// The offices last recorded.
    pub position: Option<String>,
    /// A picture.
    pub portrait: Option<PictureView>,
    /// The constituency.
    pub constituency: Option<String>,
    /// How to write to the official.
    pub contact: Option<String>,
    /// Offices, by title and body, in the order of their beginning.
    pub roles: Vec<RoleView>,
    /// The first day of which there is a record.
    pub first_recorded: Option<DateView>,
    /// The last day of which there is a record.
    pub last_recorded: Option<DateView>,
    /// Resolutions signed.
    pub signed: Paged<SharedCard>,
    /// Sessions chaired.
    pub chaired: Vec<SessionCard>,
    /// A picture of the offices in time.
    pub roles_chart: Option<Chart>,
    /// How many documents name the official in each year, oldest first; on the first page.
    pub mentions_by_year: Vec<YearCount>,
    /// A picture of that.
    pub mentions_chart: Option<Chart>,
    /// Documents that name the official, by year, newest first, with the sentences of their texts.
    pub mentioned_in: Paged<CitingYear>,
    /// Whether there is a record, or the official is only known from references.
    pub has_record: bool,
}

/// An office with its records.
#[derive(Debug, Serialize)]
pub struct RoleView {
    /// As the source writes it.
    pub title: String,
    /// The body.
    pub body: Option<LinkView>,
    /// Every record of it.
    pub records: Vec<RoleRecord>,
}

/// A record of an office.
#[derive(Debug, Serialize)]
pub struct RoleRecord {
    /// Since when, or recorded on.
    pub start: Option<DateView>,
    /// Until when.
    pub end: Option<DateView>,
    /// The document or source that records it.
    pub source: Option<LinkView>,
}

/// A topic.
#[derive(Debug, Serialize)]
pub struct TopicView {
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// The wider topic.
    pub parent: Option<LinkView>,
    /// Narrower topics, with their resolutions.
    pub children: Vec<CountLink>,
    /// Resolutions by year, oldest first; on the first page.
    pub by_year: Vec<YearCount>,
    /// A picture of that.
    pub years_chart: Option<Chart>,
    /// Its resolutions.
    pub resolutions: Paged<SharedCard>,
    /// Its reports; on the first page.
    pub reports: Vec<SharedCard>,
    /// Its news; on the first page.
    pub news: Vec<SharedCard>,
    /// Its sessions; on the first page.
    pub sessions: Vec<SessionCard>,
}

/// A body.
#[derive(Debug, Serialize)]
pub struct BodyView {
    /// Its name.
    pub title: String,
    /// A short name.
    pub short_name: Option<String>,
    /// `council`, `standing-board` and so on, where known.
    pub kind: Option<&'static str>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// The day it began.
    pub from: Option<DateView>,
    /// The day it ended.
    pub until: Option<DateView>,
    /// The body it belongs to.
    pub parent: Option<LinkView>,
    /// Bodies that belong to it.
    pub children: Vec<LinkView>,
    /// The body that took its place.
    pub successor: Option<LinkView>,
    /// Bodies whose place it took.
    pub predecessors: Vec<LinkView>,
    /// Resolutions by year, oldest first; on the first page.
    pub by_year: Vec<YearCount>,
    /// A picture of that.
    pub years_chart: Option<Chart>,
    /// Its resolutions and reports.
    pub documents: Paged<SharedCard>,
    /// Its sessions; on the first page.
    pub sessions: Vec<SessionCard>,
    /// Officials with a role in it; on the first page.
    pub officials: Vec<PersonView>,
    /// Documents it issued that are not held; on the first page.
    pub known: Vec<SharedCard>,
    /// Whether there is a record of it, or it is only known from references.
    pub has_record: bool,
}

pub(super) fn session(scene: Scene<'_>, index: SessionIndex) -> Draft {
    let session = scene.site.session(index);
    let title = scene.session_title(index);
    let linked = session.document.map(|document| scene.site.document(document));
    let empty = SessionFields::default();
    let fields = linked.and_then(|linked| linked.document.fields.session()).unwrap_or(&empty);
    let page = scene.plan.addresses.session(index);
    let summary = linked.and_then(|linked| linked.document.common.summary.as_ref());
    let statistics = figures(fields.statistics.as_ref());
    let attendance: Vec<AttendanceView> = fields.attendance.iter().flatten().map(attendance).collect();
    let (votes, votes_chart) = chart::votes::of_session(scene, &session.resolutions);
    let view = SessionView {
        title: title.clone(),
        kind: fields
            .kind
            .as_ref()
            .map(|kind| kind.value.word())
            .or(session.is_thematic.then_some("thematic")),
        state: fields.state.as_ref().map(|state| match state.value {
            SessionState::Scheduled if scene.site.must_be_over(index, scene.time.day) => "overdue",
            state => state.word(),
        }),
        body: session.body.or(scene.site.organization).map(|body| scene.body_link(body)),
        term: session.term.map(|term| scene.term_link(term)),
        first_day: session.first_day.map(|day| scene.date(day)),
        last_day: session.last_day.filter(|day| Some(*day) != session.first_day).map(|day| scene.date(day)),
        venue: fields.venue.as_ref().map(|venue| venue.value.clone()),
        chairs: people(scene, &session.chairs, session.first_day),
        officials: linked.map_or_else(Vec::new, |linked| people(scene, &linked.officials, session.first_day)),
        summary: summary.map(|summary| summary.value.clone()),
        topics: linked.map_or_else(Vec::new, |linked| scene.topics(&linked.topics)),
        speeches: chart::speeches::speeches(scene, &statistics),
        statistics,
        agenda: agenda(scene, fields.agenda.as_deref().unwrap_or_default(), &session.agenda_documents),
        attendance_chart: chart::speeches::attendance(scene, &attendance),
        attendance,
        resolutions: scene.cards(&session.resolutions),
        votes,
        votes_chart,
        reports: scene.cards(&session.reports),
        news: scene.cards(&session.news),
        minutes: linked.map_or_else(Vec::new, |linked| scene.attachments(page, &linked.minutes)),
        attachments: linked.map_or_else(Vec::new, |linked| scene.attachments(page, &linked.attachments)),
        source: linked.and_then(|linked| scene.source(&linked.document.common)),
        contents: session.document.map_or_else(Vec::new, |document| scene.contents(document)),
        previous: session.previous.map(|previous| scene.session_link(previous)),
        next: session.next.map(|next| scene.session_link(next)),
        has_record: linked.is_some(),
    };
    let mut breadcrumbs = scene.crumbs(ListOf::Sessions, &title);
    if let Some(term) = session.term {
        breadcrumbs.insert(2, scene.term_link(term));
    }
    Draft {
        description: view.summary.clone(),
        section: Some(ListOf::Sessions),
        breadcrumbs,
        body: session.document.and_then(|document| scene.body(document)),
        ..Draft::new("session/page.html", title, PageData::Session(Box::new(view)))
    }
}

fn people(scene: Scene<'_>, officials: &[OfficialIndex], day: Option<Date>) -> Vec<PersonView> {
    let person = |official: &OfficialIndex| PersonView {
        name: scene.official_link(*official),
        role: scene.role_on(*official, day),
    };
    officials.iter().map(person).collect()
}

fn agenda(scene: Scene<'_>, items: &[AgendaItem], documents: &[Vec<Work>]) -> Vec<AgendaDay> {
    let mut days: Vec<(Option<Date>, AgendaDay)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let day = item.day.as_ref().map(|day| day.value);
        let works = documents.get(at).map(Vec::as_slice).unwrap_or_default();
        let view = AgendaItemView {
            time: item.time.as_ref().map(|time| time.value.clone()),
            title: item.title.as_ref().map_or_else(String::new, |title| title.value.clone()),
            presenter: item.presenter.as_ref().map(|presenter| presenter.value.clone()),
            documents: works.iter().map(|work| scene.work_link(*work)).collect(),
        };
        match days.last_mut() {
            Some((last, agenda)) if *last == day => agenda.items.push(view),
            _ => days.push((day, AgendaDay { day: day.map(|day| scene.date(day)), items: vec![view] })),
        }
    }
    days.into_iter().map(|(_, day)| day).collect()
}

fn attendance(fields: &crate::document::Attendance) -> AttendanceView {
    let count = |field: &Option<crate::front::Located<u32>>| field.as_ref().map(|count| count.value);
    AttendanceView {
        sitting: fields.sitting.as_ref().map(|sitting| sitting.value.clone()),
        total: count(&fields.total),
        present: count(&fields.present),
        excused: count(&fields.excused),
        unexcused: count(&fields.unexcused),
    }
}

pub(super) fn term(scene: Scene<'_>, index: TermIndex, page: usize) -> Draft {
    let term = scene.site.term(index);
    let title = scene.term_title(index);
    let first = scene.plan.addresses.term(index);
    let is_first = page == 0;
    let view = TermView {
        title: title.clone(),
        sessions: if is_first { scene.session_cards(&term.sessions) } else { Vec::new() },
        resolutions: scene.paged(&term.resolutions, page, first, |document| scene.card(*document)),
    };
    Draft {
        section: Some(ListOf::Sessions),
        breadcrumbs: scene.crumbs(ListOf::Sessions, &title),
        ..Draft::new("term/page.html", paged_title(scene, &title, page), PageData::Term(Box::new(view)))
    }
}

/// The title of a page of a list: further pages say which.
pub(super) fn paged_title(scene: Scene<'_>, title: &str, page: usize) -> String {
    if page == 0 {
        return title.to_owned();
    }
    let number = scene.words.fill("page_n", &[("n", &(page + 1).to_string())]);
    format!("{title} ({number})")
}

pub(super) fn official(scene: Scene<'_>, index: OfficialIndex, page: usize) -> Draft {
    let official = scene.site.official(index);
    let first = scene.plan.addresses.official(index);
    let is_first = page == 0;
    let linked = official.document.map(|document| scene.site.document(document));
    let fields = linked.and_then(|linked| linked.document.fields.official());
    let mut words = official.name.split_whitespace();
    let letter =
        |word: Option<&str>| word.and_then(|word| word.chars().next()).map(String::from).unwrap_or_default();
    let initials = format!("{}{}", letter(words.next()), letter(words.next_back()));
    let portrait = fields
        .and_then(|fields| fields.portrait.as_ref())
        .zip(linked.and_then(|linked| linked.picture))
        .map(|(portrait, asset)| PictureView {
            address: scene.href(&scene.plan.addresses.asset(scene.site, first, asset)),
            alt: portrait.alt.as_ref().map_or_else(
                || scene.words.fill("photo_of", &[("name", &official.name)]),
                |alt| alt.value.clone(),
            ),
            credit: portrait.credit.as_ref().map(|credit| credit.value.clone()),
        });
    let value = |text: Option<&crate::front::Text>| text.map(|text| text.value.clone());
    let days = recorded_days(scene, index);
    let named_in = if is_first { official.mentioned_in.as_slice() } else { &[] };
    let years = chart::years::count(scene, None, named_in.iter().map(|naming| naming.document));
    let mentions_chart = chart::years::chart(scene, "_nhac", scene.words.word("mentions_table"), &years);
    let view = OfficialView {
        title: official.name.clone(),
        initials,
        other_names: fields
            .and_then(|fields| fields.other_names.as_ref())
            .map(|names| names.iter().map(|name| name.value.clone()).collect())
            .unwrap_or_default(),
        position: scene.role_on(index, None),
        portrait,
        constituency: value(fields.and_then(|fields| fields.constituency.as_ref())),
        contact: value(fields.and_then(|fields| fields.contact.as_ref())),
        roles: roles(scene, &official.roles),
        first_recorded: days.0.map(|day| scene.date(day)),
        last_recorded: days.1.map(|day| scene.date(day)),
        signed: scene.paged(&official.signed, page, first, |document| scene.card(*document)),
        chaired: if is_first { scene.session_cards(&official.chaired) } else { Vec::new() },
        roles_chart: is_first.then(|| chart::lanes::chart(scene, &official.roles)).flatten(),
        mentions_by_year: if mentions_chart.is_some() { years } else { Vec::new() },
        mentions_chart,
        mentioned_in: scene.naming_paged(&official.mentioned_in, page, first),
        has_record: linked.is_some(),
    };
    Draft {
        description: official
            .document
            .and_then(|document| scene.description(document))
            .or_else(|| view.position.clone()),
        section: Some(ListOf::Officials),
        breadcrumbs: scene.crumbs(ListOf::Officials, &official.name),
        body: official.document.filter(|_| is_first).and_then(|document| scene.body(document)),
        ..Draft::new(
            "official/page.html",
            paged_title(scene, &official.name, page),
            PageData::Official(Box::new(view)),
        )
    }
}

/// First and last day of which anything is recorded of an official.
fn recorded_days(scene: Scene<'_>, index: OfficialIndex) -> (Option<Date>, Option<Date>) {
    let official = scene.site.official(index);
    let documents = official.signed.iter().chain(&official.named_in);
    let dated = documents.filter_map(|document| scene.site.document(*document).date);
    let chaired = official.chaired.iter().filter_map(|session| scene.site.session(*session).first_day);
    let roles = official.roles.iter().filter_map(|role| match role.start {
        Some(PartialDate::Day(day)) => Some(day),
        _ => None,
    });
    let days = dated.chain(chaired).chain(roles);
    (days.clone().min(), days.max())
}

/// Offices of one title and body are one office with several records.
fn roles(scene: Scene<'_>, roles: &[Role]) -> Vec<RoleView> {
    let mut views: Vec<(&str, Option<BodyIndex>, RoleView)> = Vec::new();
    for role in roles {
        let source = match (role.source, &role.source_text) {
            (Some(document), _) => Some(scene.document_link(document)),
            (None, Some(text)) => Some(LinkView {
                title: text.clone(),
                address: Some(text.clone())
                    .filter(|text| text.starts_with("https://") || text.starts_with("http://")),
            }),
            (None, None) => None,
        };
        let record = RoleRecord {
            start: role.start.map(|start| scene.partial_date(start)),
            end: role.end.map(|end| scene.partial_date(end)),
            source,
        };
        match views.iter_mut().find(|(title, body, _)| *title == role.title && *body == role.body) {
            Some((_, _, view)) => view.records.push(record),
            None => views.push((
                &role.title,
                role.body,
                RoleView {
                    title: role.title.clone(),
                    body: role.body.map(|body| scene.body_link(body)),
                    records: vec![record],
                },
            )),
        }
    }
    views.into_iter().map(|(_, _, view)| view).collect()
}

pub(super) fn topic(scene: Scene<'_>, index: TopicIndex, page: usize) -> Draft {
    let topic = scene.site.topic(index);
    let first = scene.plan.addresses.topic(index);
    let is_first = page == 0;
    let linked = topic.document.map(|document| scene.site.document(document));
    let fields = linked.and_then(|linked| linked.document.fields.topic());
    let synonyms = fields.into_iter().flat_map(|fields| fields.synonyms.iter().flatten());
    let synonyms = synonyms.map(|name| name.value.clone()).collect();
    let (by_year, years_chart) = by_year(scene, if is_first { &topic.resolutions } else { &[] });
    let summary = linked.and_then(|linked| linked.document.common.summary.as_ref());
    let view = TopicView {
        title: topic.title.clone(),
        summary: summary.map(|summary| summary.value.clone()),
        synonyms,
        parent: topic.parent.map(|parent| scene.topic_link(parent)),
        children: topic.children.iter().map(|child| scene.topic_count(*child)).collect(),
        by_year,
        years_chart,
        resolutions: scene.paged(&topic.resolutions, page, first, |document| scene.card(*document)),
        reports: if is_first { scene.cards(&topic.reports) } else { Vec::new() },
        news: if is_first { scene.cards(&topic.news) } else { Vec::new() },
        sessions: if is_first { scene.session_cards(&topic.sessions) } else { Vec::new() },
    };
    let mut breadcrumbs = scene.crumbs(ListOf::Topics, &topic.title);
    let mut parent = topic.parent;
    // Loops of parents are cut when the site is linked.
    while let Some(wider) = parent {
        breadcrumbs.insert(2, scene.topic_link(wider));
        parent = scene.site.topic(wider).parent;
    }
    Draft {
        description: topic.document.and_then(|document| scene.description(document)),
        section: Some(ListOf::Topics),
        breadcrumbs,
        body: topic.document.filter(|_| is_first).and_then(|document| scene.body(document)),
        ..Draft::new(
            "topic/page.html",
            paged_title(scene, &topic.title, page),
            PageData::Topic(Box::new(view)),
        )
    }
}

/// Resolutions by year, oldest first, with their picture; nothing for a single year.
fn by_year(scene: Scene<'_>, resolutions: &[DocumentIndex]) -> (Vec<YearCount>, Option<Chart>) {
    let years = chart::years::count(scene, Some(ListOf::Resolutions), resolutions.iter().copied());
    let chart = chart::years::chart(scene, "_nam", scene.words.word("resolutions_by_year_table"), &years);
    (if chart.is_some() { years } else { Vec::new() }, chart)
}

pub(super) fn body(scene: Scene<'_>, index: BodyIndex, page: usize) -> Draft {
    let body = scene.site.body(index);
    let first = scene.plan.addresses.body(index);
    let is_first = page == 0;
    let linked = body.document.map(|document| scene.site.document(document));
    let fields = linked.and_then(|linked| linked.document.fields.body());
    let summary = linked.and_then(|linked| linked.document.common.summary.as_ref());
    let links = |bodies: &[BodyIndex]| -> Vec<LinkView> {
        bodies.iter().map(|body| scene.body_link(*body)).collect()
    };
    let (by_year, years_chart) = by_year(scene, if is_first { &body.resolutions } else { &[] });
    let view = BodyView {
        title: body.name.clone(),
        short_name: fields.and_then(|fields| fields.short_name.as_ref()).map(|name| name.value.clone()),
        kind: fields.and_then(|fields| fields.kind.as_ref()).map(|kind| kind.value.word()),
        summary: summary.map(|summary| summary.value.clone()),
        from: fields.and_then(|fields| fields.from.as_ref()).map(|from| scene.partial_date(from.value)),
        until: fields.and_then(|fields| fields.until.as_ref()).map(|until| scene.partial_date(until.value)),
        parent: body.parent.map(|parent| scene.body_link(parent)),
        children: links(&body.children),
        successor: body.successor.map(|successor| scene.body_link(successor)),
        predecessors: links(&body.predecessors),
        by_year,
        years_chart,
        documents: scene
            .paged_chain(&body.resolutions, &body.reports, page, first, |document| scene.card(*document)),
        sessions: if is_first { scene.session_cards(&body.sessions) } else { Vec::new() },
        officials: if is_first { people(scene, &body.officials, None) } else { Vec::new() },
        known: if is_first {
            body.known.iter().map(|known| scene.work_card(Work::Known(*known))).collect()
        } else {
            Vec::new()
        },
        has_record: linked.is_some(),
    };
    Draft {
        description: body.document.and_then(|document| scene.description(document)),
        section: Some(ListOf::Bodies),
        breadcrumbs: scene.crumbs(ListOf::Bodies, &body.name),
        body: body.document.filter(|_| is_first).and_then(|document| scene.body(document)),
        ..Draft::new("body/page.html", paged_title(scene, &body.name, page), PageData::Body(Box::new(view)))
    }
}

impl Scene<'_> {
    pub(super) fn topic_count(self, index: TopicIndex) -> CountLink {
        let topic = self.site.topic(index);
        CountLink {
            title: topic.title.clone(),
            address: self.href(self.plan.addresses.topic(index)),
            count: topic.resolutions.len(),
        }
    }
}
