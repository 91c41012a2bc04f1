//! The page of a body (cơ quan).

use serde::Serialize;

use super::{by_year, paged_title, people};
use crate::link::{BodyIndex, Work};
use crate::plan::ListOf;
use crate::view::document::PersonView;
use crate::view::shared::{DateView, LinkView, Paged};
use crate::view::{Chart, Draft, PageData, Scene, SessionCard, SharedCard, YearCount};

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

pub(in crate::view) fn body(scene: Scene<'_>, index: BodyIndex, page: usize) -> Draft {
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
