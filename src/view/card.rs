//! A document or session as a row of a list.

use serde::Serialize;

use super::Scene;
use super::shared::{DateView, LinkView, StatusView};
use crate::document::KindFields;
use crate::link::{DocumentIndex, KnownIndex, SessionIndex, Work};

/// A document as a row.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// `resolution`, `report`, `news`, `session`, `page` or `known`.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// Its address.
    pub address: Option<String>,
    /// Number and symbol.
    pub number: Option<String>,
    /// Its type in words, for a document that is only known.
    pub type_name: Option<String>,
    /// Its day.
    pub date: Option<DateView>,
    /// Its year, where only that is known.
    pub year: Option<i16>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Whether it applies; for resolutions.
    pub status: Option<StatusView>,
    /// Its session.
    pub session: Option<LinkView>,
    /// Whether its text is held.
    pub has_text: bool,
}

/// A session as a row.
#[derive(Debug, Clone, Serialize)]
pub struct SessionCard {
    /// Its name.
    pub title: String,
    /// Its address.
    pub address: String,
    /// `regular`, `thematic`, `standing-board`, `hearing` or `conference`, where known.
    pub kind: Option<&'static str>,
    /// First day.
    pub first_day: Option<DateView>,
    /// Last day, where it differs.
    pub last_day: Option<DateView>,
    /// Resolutions of it that are held.
    pub resolutions: usize,
    /// Who chaired it.
    pub chairs: Vec<LinkView>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Whether there is a record of it, or it is only known from references.
    pub has_record: bool,
}

impl Scene<'_> {
    pub(super) fn card(self, index: DocumentIndex) -> Card {
        let linked = self.site.document(index);
        let document = &linked.document;
        let kind = match &document.fields {
            KindFields::Resolution(..) => "resolution",
            KindFields::Report(_) => "report",
            KindFields::News(_) => "news",
            KindFields::Session(_) => "session",
            _ => "page",
        };
        Card {
            kind,
            title: document.title().to_owned(),
            address: Some(self.href(self.plan.addresses.document(index))),
            number: self.number(index),
            type_name: None,
            date: linked.date.map(|date| self.date(date)),
            year: linked.year.filter(|_| linked.date.is_none()),
            summary: document.common.summary.as_ref().map(|summary| summary.value.clone()),
            status: (kind == "resolution").then(|| self.status(&linked.validity)),
            session: linked.session.map(|session| self.session_link(session)),
            has_text: self.has_text(index),
        }
    }

    /// A document as a row of two lines: what those lines show, and nothing more.
    pub(super) fn brief_card(self, index: DocumentIndex) -> Card {
        let linked = self.site.document(index);
        let kind =
            if matches!(linked.document.fields, KindFields::Resolution(..)) { "resolution" } else { "page" };
        Card {
            kind,
            title: linked.document.title().to_owned(),
            address: Some(self.href(self.plan.addresses.document(index))),
            number: self.number(index),
            type_name: None,
            date: linked.date.map(|date| self.date(date)),
            year: linked.year.filter(|_| linked.date.is_none()),
            summary: None,
            status: None,
            session: None,
            has_text: false,
        }
    }

    /// The same for a document that is held or only known.
    pub(super) fn brief_work_card(self, work: Work) -> Card {
        match work {
            Work::Held(index) => self.brief_card(index),
            Work::Known(index) => self.known_card(index),
        }
    }

    pub(super) fn cards(self, indexes: &[DocumentIndex]) -> Vec<Card> {
        indexes.iter().map(|index| self.card(*index)).collect()
    }

    pub(super) fn known_card(self, index: KnownIndex) -> Card {
        let linked = self.site.known(index);
        let fields = &linked.known.fields;
        Card {
            kind: "known",
            title: fields.title.as_ref().map_or_else(String::new, |title| title.value.clone()),
            address: Some(self.href(self.plan.addresses.known(index))),
            number: fields.symbol.as_ref().map(|symbol| symbol.value.clone()),
            type_name: fields.r#type.as_ref().map(|name| name.value.clone()),
            date: fields.date.as_ref().map(|date| self.date(date.value)),
            year: linked.year.filter(|_| fields.date.is_none()),
            summary: None,
            status: None,
            session: None,
            has_text: false,
        }
    }

    pub(super) fn session_card(self, index: SessionIndex) -> SessionCard {
        let session = self.site.session(index);
        let record = session.document.map(|document| &self.site.document(document).document);
        let kind = record.and_then(|document| match &document.fields {
            KindFields::Session(fields) => fields.kind.as_ref().map(|kind| kind.value.word()),
            _ => None,
        });
        SessionCard {
            title: self.session_title(index),
            address: self.href(self.plan.addresses.session(index)),
            kind: kind.or(session.is_thematic.then_some("thematic")),
            first_day: session.first_day.map(|day| self.date(day)),
            last_day: session
                .last_day
                .filter(|day| Some(*day) != session.first_day)
                .map(|day| self.date(day)),
            resolutions: session.resolutions.len(),
            chairs: self.officials(&session.chairs),
            summary: record
                .and_then(|document| document.common.summary.as_ref())
                .map(|summary| summary.value.clone()),
            has_record: record.is_some(),
        }
    }

    pub(super) fn session_cards(self, indexes: &[SessionIndex]) -> Vec<SessionCard> {
        indexes.iter().map(|index| self.session_card(*index)).collect()
    }
}
