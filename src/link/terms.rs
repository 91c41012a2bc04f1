//! What texts do to the very provisions that say when a resolution takes effect and ends.
//!
//! The days that a resolution has were read from its own text. Where another one that counts rewrites that provision, they
//! are those of the new wording, as far as that says them plainly; else they are not certain any more.

use std::sync::Arc;

use super::{DocumentIndex, LinkedDocument, Outcome, Relation, RelationIndex, Site, Work};
use crate::document::{Document, KindFields};
use crate::front::Located;
use crate::legal::RelationKind;
use crate::legal::instruction::{Action, day_in};
use crate::legal::structure::Start;
use crate::markdown::{Instruction, Law};
use crate::text::Date;

/// What becomes of a day that a text states of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// Nothing.
    Same,
    /// It is this one.
    To(Date),
    /// Another one, and nothing tells which.
    Unknown,
}

/// What a relation does to the days of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NewTerm {
    pub(super) relation: RelationIndex,
    pub(super) document: DocumentIndex,
    pub(super) effective: Change,
    pub(super) last_day: Change,
}

/// The days of a resolution that another one has given it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AmendedTerm {
    /// The day it takes effect, where that is another one.
    pub effective: Option<Date>,
    /// The last day of its effect, where that is another one.
    pub last_day: Option<Date>,
    /// What changes one of its days, and does not say plainly to which.
    pub unknown_by: Option<RelationIndex>,
}

/// All changes of terms that relations make, in the order of the relations.
pub(super) fn new_terms(site: &Site) -> Vec<NewTerm> {
    let relations = site.relations.iter().enumerate();
    relations.filter_map(|(at, relation)| new_term(site, RelationIndex(at), relation)).collect()
}

fn new_term(site: &Site, index: RelationIndex, relation: &Relation) -> Option<NewTerm> {
    let is_amending = match relation.kind {
        RelationKind::Amends => true,
        RelationKind::Repeals | RelationKind::Replaces => !relation.ends_whole(),
        _ => false,
    };
    let Work::Held(document) = relation.to else { return None };
    let own = OwnTerm::of(&site.document(document).document)?;
    if !is_amending || !relation.certainty.is_sure() {
        return None;
    }
    let mut new = NewTerm { relation: index, document, effective: Change::Same, last_day: Change::Same };
    for (at, passage) in relation.passages.iter().enumerate() {
        let Some(act) = site.instruction(*passage).filter(|act| !act.is_summary) else { continue };
        let named = relation.provisions.iter().filter(|named| named.passage == Some(at));
        let anchors: Vec<String> = named.filter_map(super::NamedProvision::anchor).collect();
        let (effective, last_day) = own.changed(act, &anchors);
        new.effective = last(new.effective, effective);
        new.last_day = last(new.last_day, last_day);
    }
    let stated = relation.provisions.iter().filter(|named| named.is_declared && named.passage.is_none());
    let stated: Vec<String> = stated.filter_map(super::NamedProvision::anchor).collect();
    if own.effect_is_in(&stated) {
        new.effective = last(new.effective, Change::Unknown);
    }
    if own.expiry_is_in(&stated) {
        new.last_day = last(new.last_day, Change::Unknown);
    }
    let is_none = (new.effective, new.last_day) == (Change::Same, Change::Same);
    (!is_none).then_some(new)
}

/// What is said later goes before what was said first.
fn last(before: Change, now: Change) -> Change {
    if now == Change::Same { before } else { now }
}

/// The days of a document as its own text states them.
struct OwnTerm<'a> {
    law: &'a Law,
    effective: Option<Date>,
    last_day: Option<Date>,
}

impl<'a> OwnTerm<'a> {
    /// `None` where the text states none, or front matter says more than the text: that counts.
    fn of(document: &'a Document) -> Option<Self> {
        let fields = document.fields.resolution()?;
        let law = document.body.law.as_deref()?;
        let last_day = fields.expires.as_ref().map(|day| day.value);
        let read = law.facts.expires.as_ref().map(|day| day.value);
        let effective = fields.effective.as_ref().map(|day| day.value);
        (last_day == read).then_some(Self { law, effective, last_day })
    }

    fn effect_is_in(&self, anchors: &[String]) -> bool {
        self.effective.is_some() && lies_in(&self.law.effect_places, anchors)
    }

    fn expiry_is_in(&self, anchors: &[String]) -> bool {
        self.last_day.is_some() && lies_in(&self.law.expiry_places, anchors)
    }

    /// What an act does to the effect and to the last day, where it is done to these provisions.
    fn changed(&self, act: &Instruction, anchors: &[String]) -> (Change, Change) {
        let (effect, expiry) = (self.effect_is_in(anchors), self.expiry_is_in(anchors));
        let unknown_if = |is_meant: bool| if is_meant { Change::Unknown } else { Change::Same };
        match act.action {
            Action::ReplaceWords | Action::DeleteWords => self.words_changed(act, effect, expiry),
            Action::Replace | Action::Insert => match &act.effect {
                Some(new) => {
                    let until = match new.until {
                        Some(day) => Change::To(day),
                        None => unknown_if(expiry),
                    };
                    let start = match new.start {
                        Some(Start::On(day)) if Some(day) == self.effective => Change::Same,
                        Some(Start::On(day)) => Change::To(day),
                        Some(_) => unknown_if(effect),
                        None => Change::Same,
                    };
                    (start, until)
                }
                None if act.action == Action::Insert => (Change::Same, Change::Same),
                None => (unknown_if(effect), unknown_if(expiry)),
            },
            Action::Delete | Action::Other | Action::Repeals | Action::Ends | Action::Replaces => {
                (unknown_if(effect && act.action == Action::Other), unknown_if(expiry))
            }
            _ => (Change::Same, Change::Same),
        }
    }

    /// Other words in the provision, or all over the document: a day for the day that is stated, else words with figures.
    fn words_changed(&self, act: &Instruction, effect: bool, expiry: bool) -> (Change, Change) {
        let Some(words) = &act.words else { return (Change::Same, Change::Same) };
        let mut changed = (Change::Same, Change::Same);
        for from in &words.from {
            let old = day_in(from);
            let new = words.to.as_deref().and_then(day_in).map_or(Change::Unknown, Change::To);
            let is_everywhere = act.provisions.is_empty();
            let says_when = from.chars().any(|letter| letter.is_ascii_digit()) || from.contains("iệu lực");
            let is_of = |day: Option<Date>, is_there: bool| {
                (is_there || is_everywhere) && old.is_some() && old == day
            };
            if is_of(self.last_day, expiry) {
                changed.1 = new;
            } else if is_of(self.effective, effect) {
                changed.0 = new;
            } else if expiry && says_when {
                changed.1 = Change::Unknown;
            } else if effect && old.is_none() && says_when && !expiry {
                changed.0 = Change::Unknown;
            }
        }
        changed
    }
}

/// Whether one of the provisions that state something is one of these, or lies in one.
fn lies_in(places: &[String], anchors: &[String]) -> bool {
    places.iter().any(|place| {
        anchors.iter().any(|anchor| {
            place.strip_prefix(anchor.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })
    })
}

/// Which of the changes of terms count, by what has come of the relations: those that come before the day they change.
/// Gives the documents whose end, or whose effect, is not known any more, with the relations that say so.
pub(super) fn apply(site: &mut Site, new: &[NewTerm], outcomes: &[Outcome]) -> UnsureTerms {
    let day_of = |new: &NewTerm| match outcomes.get(new.relation.0) {
        Some(Outcome::Counts(day)) => *day,
        _ => None,
    };
    let mut counting: Vec<(Date, &NewTerm)> =
        new.iter().filter_map(|new| Some((day_of(new)?, new))).collect();
    counting.sort_by_key(|(day, new)| (*day, new.relation));
    let mut unsure = UnsureTerms::default();
    for (day, new) in counting {
        let linked = &mut site.documents[new.document.0];
        let Some(fields) = linked.document.fields.resolution() else { continue };
        let effective = fields.effective.as_ref().map(|day| day.value);
        let last_day = fields.expires.as_ref().map(|day| day.value);
        if effective.is_none_or(|effective| day <= effective) {
            match new.effective {
                Change::Same => {}
                Change::To(date) => {
                    linked.amended.effective = Some(date);
                    unsure.effects.retain(|(document, _)| *document != new.document);
                }
                Change::Unknown => unsure.effects.push((new.document, new.relation)),
            }
        }
        if last_day.is_none_or(|last_day| day <= last_day.tomorrow().unwrap_or(last_day)) {
            match new.last_day {
                Change::Same => {}
                // What ends before the day on which that is said ends on that day.
                Change::To(date) => {
                    linked.amended.last_day = Some(date.max(day.yesterday().unwrap_or(day)));
                    unsure.ends.retain(|(document, _)| *document != new.document);
                }
                Change::Unknown => unsure.ends.push((new.document, new.relation)),
            }
        }
        linked.take_amended_term();
    }
    for (document, relation) in unsure.effects.iter().chain(&unsure.ends) {
        site.documents[document.0].amended.unknown_by.get_or_insert(*relation);
    }
    unsure
}

/// Documents whose days are not known any more, with the relations that changed them.
#[derive(Debug, Default)]
pub(super) struct UnsureTerms {
    pub(super) effects: Vec<(DocumentIndex, RelationIndex)>,
    pub(super) ends: Vec<(DocumentIndex, RelationIndex)>,
}

impl LinkedDocument {
    /// Puts the days that another resolution has given this one into its fields, so that all that shows them shows those.
    pub(crate) fn take_amended_term(&mut self) {
        let AmendedTerm { effective, last_day, .. } = self.amended;
        if effective.is_none() && last_day.is_none() {
            return;
        }
        let document = Arc::make_mut(&mut self.document);
        let span = document.span;
        let KindFields::Resolution(fields, _) = &mut document.fields else { return };
        for (field, day) in [(&mut fields.effective, effective), (&mut fields.expires, last_day)] {
            if let Some(value) = day {
                let span = field.as_ref().map_or(span, |field| field.span);
                *field = Some(Located { value, span });
            }
        }
    }
}
