//! A document or session as a row of a list.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

use rayon::prelude::*;
use serde::{Serialize, Serializer};

use super::Scene;
use super::shared::{DateView, LinkView, StatusView};
use crate::diag::{Checked, Diagnostic};
use crate::document::{Kind, KindFields};
use crate::front::Text;
use crate::link::{DocumentIndex, KnownIndex, SessionIndex, Status, Work};
use crate::text::Date;
use crate::theme::Ready;

/// A document as a row. Parts that many cards have in common are values for templates already, each made once.
#[derive(Debug, Serialize)]
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
    /// Its day, a [`DateView`].
    pub date: Option<Ready>,
    /// Its year, where only that is known.
    pub year: Option<i16>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Whether it applies, a [`StatusView`]; for resolutions.
    pub status: Option<Ready>,
    /// What the status becomes after the day of the build: `2026-03-01 expired Hết hiệu lực toàn bộ`, parted by `;`.
    pub later: Option<String>,
    /// Its session, a [`LinkView`].
    pub session: Option<Ready>,
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

/// A card that is made once and shared by all pages that show it, as templates see it: the fields of a [`Card`] with its
/// `lines`, what the component `row_words` makes of it.
#[derive(Debug, Clone)]
pub struct SharedCard(Ready);

impl SharedCard {
    /// The card with its lines; without them, and why, where they cannot be rendered. That of `before` where it is the
    /// same.
    fn new(
        card: &Card,
        lines: impl Fn(&Ready) -> Result<Ready, Diagnostic>,
        before: Option<&Self>,
    ) -> (Self, Option<Diagnostic>) {
        let plain = Ready::of(card);
        if let Some(before) = before.filter(|before| before.0.has_all_of(&plain)) {
            return (before.clone(), None);
        }
        let (lines, problem) = match lines(&plain) {
            Ok(lines) => (lines, None),
            Err(problem) => (Ready::nothing(), Some(problem)),
        };
        (Self(plain.with("lines", lines)), problem)
    }

    /// Its title; empty where it is not known.
    pub(super) fn title(&self) -> &str {
        self.0.text("title").unwrap_or_default()
    }

    /// Number and symbol.
    pub(super) fn number(&self) -> Option<&str> {
        self.0.text("number")
    }

    /// Its address.
    pub(super) fn address(&self) -> Option<&str> {
        self.0.text("address")
    }

    /// The year of its day, else the one that is known alone.
    pub(super) fn year(&self) -> Option<String> {
        let of_date = self.0.text("date.iso").and_then(|day| day.get(..4)).map(str::to_owned);
        of_date.or_else(|| Some(self.0.number("year")?.to_string()))
    }
}

impl Serialize for SharedCard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Parts of cards with their values. Documents of one day or session share them: they would be half of all that cards
/// hold.
#[derive(Debug, Default)]
struct Parts {
    dates: HashMap<DateView, Ready>,
    statuses: HashMap<StatusView, Ready>,
    sessions: HashMap<LinkView, Ready>,
}

/// The value of a part, the same for all that are equal.
fn value<T: Eq + Hash + Serialize>(known: &mut HashMap<T, Ready>, part: T) -> Ready {
    known.entry(part).or_insert_with_key(Ready::of).clone()
}

/// The cards of all documents: a document has one on some twenty pages.
#[derive(Debug, Default)]
pub struct Cards {
    held: Vec<SharedCard>,
    known: Vec<SharedCard>,
}

impl Cards {
    /// Makes all cards; `lines` renders the two lines of one. Of its problems the first is told. Cards that the same
    /// templates have made `before` without a problem are taken over.
    pub fn new(
        scene: Scene<'_>,
        lines: impl Fn(&Ready) -> Result<Ready, Diagnostic> + Sync,
        before: Option<&Self>,
    ) -> Checked<Self> {
        let before = before.iter().flat_map(|before| before.held.iter().chain(&before.known));
        let before: HashMap<Option<&str>, &SharedCard> = before.map(|card| (card.address(), card)).collect();
        let shared =
            |card: &Card| SharedCard::new(card, &lines, before.get(&card.address.as_deref()).copied());
        // Which documents share the values of their parts depends on threads, and is seen nowhere.
        let held = (0..scene.site.documents.len()).into_par_iter().map(DocumentIndex);
        let held = held.map_init(Parts::default, |parts, index| shared(&scene.new_card(index, parts)));
        let known = (0..scene.site.known.len()).into_par_iter().map(KnownIndex);
        let known =
            known.map_init(Parts::default, |parts, index| shared(&scene.new_known_card(index, parts)));
        let (held, of_held): (Vec<_>, Vec<_>) = held.unzip();
        let (known, of_known): (Vec<_>, Vec<_>) = known.unzip();
        let diagnostics = of_held.into_iter().chain(of_known).flatten().take(1).collect();
        Checked { value: Self { held, known }, diagnostics }
    }

    /// Puts another card at the place of a document.
    pub fn put(&mut self, index: DocumentIndex, card: SharedCard) {
        if let Some(held) = self.held.get_mut(index.0) {
            *held = card;
        }
    }
}

/// What a document is called, as far as it is known.
pub(crate) struct Designation<'a> {
    /// Its type in words.
    pub(crate) type_name: Option<&'a str>,
    /// Number and symbol.
    pub(crate) number: Option<&'a str>,
    /// Its title; empty where it is not known.
    pub(crate) title: Cow<'a, str>,
}

impl<'a> Scene<'a> {
    /// The card of a document that is held.
    pub(super) fn card(self, index: DocumentIndex) -> SharedCard {
        self.cards.held[index.0].clone()
    }

    /// The card of a document that is held or only known.
    pub(super) fn work_card(self, work: Work) -> SharedCard {
        match work {
            Work::Held(index) => self.card(index),
            Work::Known(index) => self.cards.known[index.0].clone(),
        }
    }

    pub(super) fn cards(self, indexes: &[DocumentIndex]) -> Vec<SharedCard> {
        indexes.iter().map(|index| self.card(*index)).collect()
    }

    /// Type, number and title of a document.
    pub(crate) fn designation(self, work: Work) -> Designation<'a> {
        match work {
            Work::Held(index) => {
                let document = &self.site.document(index).document;
                let is_resolution = matches!(document.fields, KindFields::Resolution(..));
                Designation {
                    type_name: is_resolution.then(|| self.words.word("resolution")),
                    number: self.number(index),
                    title: self.title(index),
                }
            }
            Work::Known(index) => {
                let fields = &self.site.known(index).known.fields;
                let text = |field: &'a Option<Text>| field.as_ref().map(|text| text.value.as_str());
                Designation {
                    type_name: text(&fields.r#type),
                    number: text(&fields.symbol),
                    title: Cow::Borrowed(text(&fields.title).unwrap_or_default()),
                }
            }
        }
    }

    /// Makes the card of a document again; `lines` renders its two lines.
    pub fn remade_card(
        self,
        index: DocumentIndex,
        lines: impl Fn(&Ready) -> Result<Ready, Diagnostic>,
    ) -> Result<SharedCard, Diagnostic> {
        match SharedCard::new(&self.new_card(index, &mut Parts::default()), lines, None) {
            (card, None) => Ok(card),
            (_, Some(problem)) => Err(problem),
        }
    }

    fn new_card(self, index: DocumentIndex, parts: &mut Parts) -> Card {
        let linked = self.site.document(index);
        let document = &linked.document;
        let kind = document.kind();
        let has_words = kind.is_text() || kind == Kind::Session;
        let kind = if has_words { kind.name() } else { Kind::Page.name() };
        Card {
            kind,
            title: self.title(index).into_owned(),
            address: Some(self.href(self.plan.addresses.document(index))),
            number: self.number(index).map(str::to_owned),
            type_name: None,
            date: linked.date.map(|date| value(&mut parts.dates, self.date(date))),
            year: linked.year.filter(|_| linked.date.is_none()),
            summary: document.common.summary.as_ref().map(|summary| summary.value.clone()),
            status: (kind == "resolution").then(|| value(&mut parts.statuses, self.status(&linked.validity))),
            later: self.later(&linked.later),
            session: linked.session.map(|session| value(&mut parts.sessions, self.session_link(session))),
            has_text: self.has_text(index),
        }
    }

    fn later(self, later: &[(Date, Status)]) -> Option<String> {
        let step = |(day, status): &(Date, Status)| {
            let key = status.key();
            format!("{day} {key} {}", self.words.word(&format!("status_{key}")))
        };
        (!later.is_empty()).then(|| later.iter().map(step).collect::<Vec<_>>().join(";"))
    }

    fn new_known_card(self, index: KnownIndex, parts: &mut Parts) -> Card {
        let linked = self.site.known(index);
        let fields = &linked.known.fields;
        Card {
            kind: "known",
            title: fields.title.as_ref().map_or_else(String::new, |title| title.value.clone()),
            address: Some(self.href(self.plan.addresses.known(index))),
            number: fields.symbol.as_ref().map(|symbol| symbol.value.clone()),
            type_name: fields.r#type.as_ref().map(|name| name.value.clone()),
            date: fields.date.as_ref().map(|date| value(&mut parts.dates, self.date(date.value))),
            year: linked.year.filter(|_| fields.date.is_none()),
            summary: None,
            status: None,
            later: None,
            session: None,
            has_text: false,
        }
    }

    pub(super) fn session_card(self, index: SessionIndex) -> SessionCard {
        let session = self.site.session(index);
        let record = session.document.map(|document| &self.site.document(document).document);
        let kind = record.and_then(|document| {
            document.fields.session().and_then(|fields| fields.kind.as_ref().map(|kind| kind.value.word()))
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
