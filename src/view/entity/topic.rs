//! The page of a topic (chủ đề).

use serde::Serialize;

use super::{by_year, paged_title};
use crate::link::TopicIndex;
use crate::plan::ListOf;
use crate::view::shared::{CountLink, LinkView, Paged};
use crate::view::{Chart, Draft, PageData, Scene, SessionCard, SharedCard, YearCount};

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

pub(in crate::view) fn topic(scene: Scene<'_>, index: TopicIndex, page: usize) -> Draft {
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

impl Scene<'_> {
    pub(in crate::view) fn topic_count(self, index: TopicIndex) -> CountLink {
        let topic = self.site.topic(index);
        CountLink {
            title: topic.title.clone(),
            address: self.href(self.plan.addresses.topic(index)),
            count: topic.resolutions.len(),
        }
    }
}
