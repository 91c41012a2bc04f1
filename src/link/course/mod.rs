//! What the acts of all documents come to, day by day: which of them count, and when which text ends. Plain values in,
//! plain values out.
//!
//! The days are walked once, in order. An act counts only where it is certain, its day is known, and its own document has
//! not ended before and is not suspended; what has ended does not come back. What cannot be in time counts for nothing.
//! Documents that end each other on one day say what cannot both hold: neither counts, and whether they apply is not
//! known. So it is where a text goes on beyond the day on which another one ends it, and the one that ends it is no newer.

mod circle;

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::RelationIndex;
use super::validity::{End, Outcome, Status, Validity, ValidityReason};
use crate::legal::RelationKind;
use crate::text::Date;
use circle::{Edge, without_loose_ends};

/// The days that a text has of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct EffectPeriod {
    /// The day it takes effect.
    pub(super) effective: Option<Date>,
    /// The last day of its effect.
    pub(super) last_day: Option<Date>,
    /// The day it was adopted.
    pub(super) adopted: Option<Date>,
}

/// Whether an act may change a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Sure,
    /// It is not certain.
    Unsure,
    /// It cannot be in time: what it changes was not there yet.
    Impossible,
}

/// What one text does to another; its place in the list is the index of the relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) kind: RelationKind,
    /// The text that does it, by its place in the list of terms.
    pub(super) from: usize,
    /// The text that it is done to.
    pub(super) to: usize,
    pub(super) is_whole: bool,
    /// Whether some of the old wording ends with it, so that the other text has ended in part.
    pub(super) ends_wording: bool,
    pub(super) standing: Standing,
    pub(super) day: Option<Date>,
    pub(super) until: Option<Date>,
}

impl Act {
    fn ends_whole(&self) -> bool {
        self.is_whole && ends(self.kind)
    }
}

/// Whether a document has ended where this is done to the whole of it.
pub(super) fn ends(kind: RelationKind) -> bool {
    matches!(kind, RelationKind::Replaces | RelationKind::Repeals)
}

/// What has become of all texts.
#[derive(Debug)]
pub(super) struct Course<'a> {
    terms: &'a [EffectPeriod],
    acts: &'a [Act],
    /// What has come of each act.
    pub(super) outcomes: Vec<Outcome>,
    lives: Vec<Life>,
    events: BinaryHeap<Reverse<Event>>,
}

#[derive(Debug, Clone, Default)]
struct Life {
    last_day: Option<Date>,
    /// The last day to which some provisions are extended.
    last_part: Option<Date>,
    end: Option<End>,
    /// The first end of a part.
    partial: Option<End>,
    suspensions: Vec<usize>,
    /// Suspensions of some provisions.
    partial_suspensions: Vec<usize>,
    /// An act that prolongs it from a day, or to a day, that is not known.
    extension_without_day: Option<usize>,
    /// The acts that prolong the whole of it.
    extensions: Vec<usize>,
    /// The first act that would end it and cannot hold beside another.
    contradiction: Option<usize>,
}

/// Something that happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    day: Date,
    rank: Rank,
    what: usize,
}

/// What comes first on one day. A term that is extended from the day after its end has no gap. What ends on the day on
/// which it would do something does nothing but end others: else its end would bring back what it replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Extension,
    TermOver,
    End,
    Suspension,
    Other,
}

impl<'a> Course<'a> {
    /// Walks through all days; what each text and act has come to then can be asked for.
    pub(super) fn run(terms: &'a [EffectPeriod], acts: &'a [Act]) -> Self {
        Self::with_unsure_ends(terms, acts, &[])
    }

    /// As [`Self::run`], with texts whose last day is not certain any more, and the acts that changed it.
    pub(super) fn with_unsure_ends(
        terms: &'a [EffectPeriod],
        acts: &'a [Act],
        unsure_ends: &[(usize, usize)],
    ) -> Self {
        let mut lives: Vec<Life> =
            terms.iter().map(|term| Life { last_day: term.last_day, ..Life::default() }).collect();
        for (text, act) in unsure_ends {
            lives[*text].extension_without_day.get_or_insert(*act);
        }
        let mut course = Self {
            terms,
            acts,
            outcomes: acts.iter().map(|act| Outcome::Counts(act.day)).collect(),
            lives,
            events: BinaryHeap::new(),
        };
        for (index, act) in acts.iter().enumerate() {
            course.expect_act(index, act);
        }
        course.set_contradictions_aside();
        for text in 0..terms.len() {
            course.expect_term(text);
        }
        while let Some(Reverse(event)) = course.events.pop() {
            match event.rank {
                Rank::TermOver => course.term_over(event.what, event.day),
                Rank::Extension | Rank::End | Rank::Suspension | Rank::Other => course.act(event),
            }
        }
        course
    }

    /// The end of a text, on whatever day.
    pub(super) fn end(&self, text: usize) -> Option<End> {
        self.lives[text].end
    }

    /// Whether a text applies on a day.
    pub(super) fn validity(&self, text: usize, day: Date) -> Validity {
        let life = &self.lives[text];
        let has_come = |end: &End| end.has_come(day);
        let effective = self.terms[text].effective;
        let relation = |act: usize| ValidityReason::Relation(RelationIndex(act));
        let by = |status: Status, end: End| Validity { status, since: end.since, reason: Some(end.reason) };
        if let Some(end) = life.end.filter(has_come) {
            // Its term is over, unless what prolongs it took effect in time.
            return match life.extension_without_day.filter(|_| end.reason == ValidityReason::Term) {
                Some(act) => by(Status::Unknown, End { reason: relation(act), ..end }),
                None => by(Status::Expired, end),
            };
        }
        if let Some(act) = life.contradiction
            && self.acts[act].day.is_none_or(|since| since <= day)
        {
            return by(Status::Unknown, End { since: self.acts[act].day, reason: relation(act) });
        }
        let in_effect =
            |status: Status| Validity { status, since: effective, reason: Some(ValidityReason::Effect) };
        if effective.is_some_and(|effective| day < effective) {
            return in_effect(Status::NotYet);
        }
        if let Some(act) = self.suspension(&life.suspensions, day) {
            return by(Status::Suspended, End { since: self.outcomes[act].day(), reason: relation(act) });
        }
        if let Some(end) = life.partial.filter(has_come) {
            return by(Status::PartlyExpired, end);
        }
        if let Some(act) = self.suspension(&life.partial_suspensions, day) {
            let since = self.outcomes[act].day();
            return by(Status::PartlySuspended, End { since, reason: relation(act) });
        }
        if effective.is_some() { in_effect(Status::InForce) } else { Validity::default() }
    }

    /// The statuses that a text takes on after a day, each with the day from which it has it, in order.
    pub(super) fn later(&self, text: usize, day: Date) -> Vec<(Date, Status)> {
        let life = &self.lives[text];
        let suspensions = life.suspensions.iter().chain(&life.partial_suspensions);
        let suspended = suspensions.flat_map(|index| {
            let act = &self.acts[*index];
            let over = act.until.and_then(|until| until.tomorrow().ok());
            let of_agent = self.lives[act.from].end.and_then(|end| end.since);
            [self.outcomes[*index].day(), over, of_agent]
        });
        let ends = [life.end, life.partial].map(|end| end.and_then(|end| end.since));
        let contradiction = life.contradiction.and_then(|act| self.acts[act].day);
        let days = suspended.chain(ends).chain([self.terms[text].effective, contradiction]);
        let mut days: Vec<Date> = days.flatten().filter(|later| *later > day).collect();
        days.sort_unstable();
        let mut before = self.validity(text, day).status;
        let changes = days.into_iter().filter_map(|day| {
            let status = self.validity(text, day).status;
            (std::mem::replace(&mut before, status) != status).then_some((day, status))
        });
        changes.collect()
    }

    /// The first of some suspensions that is in force on a day. A suspension is over with the text that ordered it.
    fn suspension(&self, suspensions: &[usize], day: Date) -> Option<usize> {
        suspensions.iter().copied().find(|index| {
            let act = &self.acts[*index];
            let is_over = self.lives[act.from].end.is_some_and(|end| end.since.is_some_and(|end| end <= day));
            self.outcomes[*index].day().is_none_or(|since| since <= day)
                && act.until.is_none_or(|until| day <= until)
                && !is_over
        })
    }

    fn expect_term(&mut self, text: usize) {
        if let Some(over) = self.lives[text].last_day.and_then(|last_day| last_day.tomorrow().ok()) {
            self.events.push(Reverse(Event { day: over, rank: Rank::TermOver, what: text }));
        }
    }

    /// Waits for the day of an act. What has no day, or is not certain, changes nothing.
    fn expect_act(&mut self, index: usize, act: &Act) {
        let Some(rank) = rank(act) else { return };
        match act.day {
            _ if act.standing == Standing::Unsure => self.outcomes[index] = Outcome::Unsure,
            _ if act.standing == Standing::Impossible => {
                self.outcomes[index] = Outcome::Impossible(act.day);
            }
            Some(day) => self.events.push(Reverse(Event { day, rank, what: index })),
            None => {
                self.outcomes[index] = Outcome::NoDay;
                if act.kind == RelationKind::Extends && act.is_whole {
                    self.lives[act.to].extension_without_day.get_or_insert(index);
                }
            }
        }
    }

    /// Texts that end each other in a circle on one day say what cannot all hold.
    fn set_contradictions_aside(&mut self) {
        let acts = self.acts.iter().enumerate();
        let ending =
            acts.filter(|(_, act)| act.standing == Standing::Sure && act.ends_whole() && act.day.is_some());
        let edges = ending.map(|(what, act)| Edge { from: (act.from, act.day), to: (act.to, act.day), what });
        let turned = |edges: Vec<Edge>| edges.into_iter().map(Edge::turned).collect();
        for edge in without_loose_ends(turned(without_loose_ends(edges.collect()))) {
            let act = self.acts[edge.what];
            self.outcomes[edge.what] = Outcome::Contradicted(act.day);
            let first = self.lives[act.to].contradiction.get_or_insert(edge.what);
            *first = edge.what.min(*first);
        }
    }

    /// What another text, no older than the one that ends it, says of how a text goes on beyond the day on which it is ended.
    fn contradicting_extension(&self, end: &Act, day: Date) -> Option<usize> {
        let adopted = |act: &Act| self.terms[act.from].adopted;
        self.lives[end.to].extensions.iter().copied().find(|index| {
            let extension = &self.acts[*index];
            let is_newer = adopted(extension).zip(adopted(end)).is_some_and(|(own, other)| own >= other);
            is_newer && extension.from != end.from && extension.until.is_some_and(|until| until >= day)
        })
    }

    fn term_over(&mut self, text: usize, day: Date) {
        let life = &mut self.lives[text];
        let over = life.last_day.and_then(|last_day| last_day.tomorrow().ok());
        // The term may have been extended in the meantime.
        if over != Some(day) || life.end.is_some() {
            return;
        }
        let end = End { since: Some(day), reason: ValidityReason::Term };
        if life.last_part > life.last_day {
            life.last_day = life.last_part;
            life.partial.get_or_insert(end);
            self.expect_term(text);
        } else {
            self.end_text(text, end);
        }
    }

    fn end_text(&mut self, text: usize, end: End) {
        self.lives[text].end.get_or_insert(end);
    }

    fn act(&mut self, Event { day, rank, what: index }: Event) {
        let act = self.acts[index];
        if matches!(self.outcomes[index], Outcome::Contradicted(_)) {
            return;
        }
        let ended_by = |text: usize| {
            let end = self.lives[text].end.and_then(|end| end.since);
            end.is_some_and(|end| if act.ends_whole() { end < day } else { end <= day })
        };
        if ended_by(act.from) {
            self.outcomes[index] = Outcome::AgentEnded(day);
            return;
        }
        if let Some(suspension) = self.suspension(&self.lives[act.from].suspensions, day) {
            match self.acts[suspension].until.and_then(|until| until.tomorrow().ok()) {
                Some(over) => self.events.push(Reverse(Event { day: over, rank, what: index })),
                None => self.outcomes[index] = Outcome::AgentSuspended(day),
            }
            return;
        }
        if ended_by(act.to) {
            self.outcomes[index] = Outcome::TooLate(day);
            return;
        }
        if act.ends_whole()
            && let Some(extension) = self.contradicting_extension(&act, day)
        {
            for one in [index, extension] {
                self.outcomes[one] = Outcome::Contradicted(self.acts[one].day);
            }
            self.lives[act.to].contradiction.get_or_insert(index);
            return;
        }
        self.outcomes[index] = Outcome::Counts(Some(day));
        let end = End { since: Some(day), reason: ValidityReason::Relation(RelationIndex(index)) };
        let life = &mut self.lives[act.to];
        match act.kind {
            kind if ends(kind) && act.is_whole => self.end_text(act.to, end),
            RelationKind::Suspends if act.is_whole => life.suspensions.push(index),
            RelationKind::Suspends => life.partial_suspensions.push(index),
            // Whether its term is over then is not known.
            RelationKind::Extends if act.until.is_none() => {
                life.extension_without_day.get_or_insert(index);
                if act.is_whole {
                    life.extensions.push(index);
                }
            }
            RelationKind::Extends if act.is_whole => {
                life.extensions.push(index);
                life.last_day = life.last_day.max(act.until);
                self.expect_term(act.to);
            }
            RelationKind::Extends => life.last_part = life.last_part.max(act.until),
            kind if ends(kind) || act.ends_wording => {
                life.partial.get_or_insert(end);
            }
            _ => {}
        }
    }
}

/// When on its day an act happens; `None` for those that change nothing.
fn rank(act: &Act) -> Option<Rank> {
    match act.kind {
        RelationKind::Extends => Some(Rank::Extension),
        RelationKind::Suspends => Some(Rank::Suspension),
        RelationKind::Replaces | RelationKind::Repeals if act.is_whole => Some(Rank::End),
        RelationKind::Replaces | RelationKind::Repeals | RelationKind::Amends | RelationKind::Corrects => {
            Some(Rank::Other)
        }
        RelationKind::Implements
        | RelationKind::Details
        | RelationKind::Consolidates
        | RelationKind::BasedOn => None,
    }
}
