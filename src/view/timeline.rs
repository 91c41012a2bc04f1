//! What happened to a resolution (diễn biến), day by day: what was submitted, its passing, its effect, what changed it.

use std::collections::HashSet;

use serde::Serialize;

use super::relation::StepView;
use super::shared::{DateView, LinkView};
use super::{Scene, SharedCard};
use crate::document::ResolutionFields;
use crate::legal::citation::{Citation, Role};
use crate::link::{DocumentIndex, LinkedDocument, MentionTarget, Status, ValidityReason, Work};
use crate::markdown::Found;
use crate::text::{Date, PartialDate};

/// Something that happened to a resolution, or will.
#[derive(Debug, Serialize)]
pub struct EventView {
    /// `considered`, `passed`, `passed_effective`, `issued`, `effective`, `relation`, `end_term` or `no_changes`.
    pub key: &'static str,
    /// When, as far as is known.
    pub date: Option<DateView>,
    /// For what was considered: the document, where it has a page.
    pub document: Option<SharedCard>,
    /// For what was considered: its name without a page.
    pub name: Option<String>,
    /// For what was considered: whose it is, as written.
    pub issuer: Option<String>,
    /// For the passing: the session.
    pub session: Option<LinkView>,
    /// For a relation: what another document does.
    pub step: Option<StepView>,
    /// Whether its day is still to come.
    pub is_coming: bool,
}

impl Scene<'_> {
    /// What happened to a resolution, oldest first; what has no day stands last. Empty where not even its year is known.
    pub(super) fn timeline(self, index: DocumentIndex, fields: &ResolutionFields) -> Vec<EventView> {
        let linked = self.site.document(index);
        let passed = fields.date.as_ref().map(|date| PartialDate::Day(date.value));
        let Some(passed) = passed.or(linked.year.map(PartialDate::Year)) else { return Vec::new() };
        let mut events = self.considered(linked, passed.last_day());
        let effective = fields.effective.as_ref().map(|date| date.value);
        let is_at_once = effective.map(PartialDate::Day) == Some(passed);
        events.push((
            Some(passed.first_day()),
            EventView {
                date: Some(self.partial_date(passed)),
                session: linked.session.map(|session| self.session_link(session)),
                ..EventView::new(if is_at_once { "passed_effective" } else { "passed" })
            },
        ));
        let issued = fields.issued.as_ref().map(|date| date.value);
        if let Some(day) = issued.filter(|issued| PartialDate::Day(*issued) != passed) {
            events.push(self.event("issued", day));
        }
        if let Some(day) = effective.filter(|_| !is_at_once) {
            events.push(self.event("effective", day));
        }
        let before = events.len();
        for relation in linked.inverse_relations.iter().map(|relation| self.site.relation(*relation)) {
            if relation.changes() {
                for step in self.act_steps(Work::Held(index), relation, Work::Held(index)) {
                    let event = EventView {
                        date: step.date.clone(),
                        is_coming: step.is_coming,
                        step: Some(step),
                        ..EventView::new("relation")
                    };
                    events.push((super::relation::day_of(relation), event));
                }
            }
        }
        let is_by_term = linked.validity.reason == Some(ValidityReason::Term);
        let ended = linked.validity.since.filter(|_| is_by_term);
        let will_end = linked.later.iter().find(|(_, status)| *status == Status::Expired);
        if let Some(day) = ended.or(will_end.map(|(day, _)| *day))
            && !events[before..].iter().any(|(of_act, _)| *of_act == Some(day))
        {
            events.push(self.event("end_term", day));
        }
        if events.len() == before && linked.inverse_doubts.is_empty() {
            events.push((None, EventView::new("no_changes")));
        }
        // A stable sort: what comes of a day stands in the order above.
        events.sort_by_key(|(day, _)| (day.is_none(), *day));
        events.into_iter().map(|(_, event)| event).collect()
    }

    fn event(self, key: &'static str, day: Date) -> (Option<Date>, EventView) {
        let date = Some(self.date(day));
        (Some(day), EventView { date, is_coming: self.time.day < day, ..EventView::new(key) })
    }

    /// What its recitals say that was considered, with the days that they give, up to the day of its passing.
    fn considered(self, linked: &LinkedDocument, passed: Date) -> Vec<(Option<Date>, EventView)> {
        let mut seen = HashSet::new();
        let mentions = linked.document.body.mentions.iter().zip(&linked.mentions);
        mentions
            .filter_map(|(mention, target)| {
                let Found::Citation(citation) = &mention.found else { return None };
                let day =
                    citation.date.filter(|_| citation.role == Role::Considered && !mention.is_quoted)?;
                let work = if let MentionTarget::Work(work, _) = target { Some(*work) } else { None };
                let name = self.citation_name(citation)?;
                if day.last_day() > passed || citation.in_title || !seen.insert(name.clone()) {
                    return None;
                }
                let event = EventView {
                    date: Some(self.partial_date(day)),
                    document: work.map(|work| self.work_card(work)),
                    name: work.is_none().then_some(name),
                    issuer: citation.issuer.clone(),
                    ..EventView::new("considered")
                };
                Some((Some(day.first_day()), event))
            })
            .collect()
    }

    /// Type and number of a cited document.
    fn citation_name(self, citation: &Citation) -> Option<String> {
        let number = &citation.symbol.as_ref()?.text;
        Some(self.words.fill("citation_number", &[("type", &citation.name), ("number", number)]))
    }
}

impl EventView {
    fn new(key: &'static str) -> Self {
        Self {
            key,
            date: None,
            document: None,
            name: None,
            issuer: None,
            session: None,
            step: None,
            is_coming: false,
        }
    }
}
