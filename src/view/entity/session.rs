//! The page of a session (kỳ họp).

use serde::Serialize;

use super::people;
use crate::document::{AgendaItem, SessionFields, SessionState};
use crate::link::{SessionIndex, Work};
use crate::plan::ListOf;
use crate::text::Date;
use crate::view::document::{PersonView, figures};
use crate::view::shared::{AttachmentView, ContentsItem, DateView, FigureView, LinkView, SourceView};
use crate::view::{Chart, Draft, PageData, Scene, SharedCard, VoteRow, chart};

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

pub(in crate::view) fn session(scene: Scene<'_>, index: SessionIndex) -> Draft {
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
