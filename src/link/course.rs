//! What the acts of all documents come to, day by day: which of them count, and when which text ends. Plain values in,
//! plain values out.
//!
//! The days are walked once, in order. An act counts only where it is certain, its day is known, and its own document has
//! not ended before and is not suspended; what has ended does not come back. What cannot be in time counts for nothing.
//! Documents that end each other on one day say what cannot both hold: neither counts, and whether they apply is not
//! known. So it is where a text goes on beyond the day on which another one ends it, and the one that ends it is no newer.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::RelationIndex;
use super::validity::{End, Outcome, Status, Validity, ValidityReason};
use crate::legal::RelationKind;
use crate::text::Date;

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
    /// Walks through all days.
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

/// That one text ends another on a day.
#[derive(Debug, Clone, Copy)]
struct Edge {
    from: (usize, Option<Date>),
    to: (usize, Option<Date>),
    /// The act.
    what: usize,
}

impl Edge {
    fn turned(self) -> Self {
        Self { from: self.to, to: self.from, ..self }
    }
}

/// The edges that begin where another of those that are left ends.
fn without_loose_ends(edges: Vec<Edge>) -> Vec<Edge> {
    let mut leading_to: HashMap<(usize, Option<Date>), usize> = HashMap::new();
    let mut beginning: HashMap<(usize, Option<Date>), Vec<Edge>> = HashMap::new();
    for edge in &edges {
        *leading_to.entry(edge.to).or_default() += 1;
        beginning.entry(edge.from).or_default().push(*edge);
    }
    let is_loose = |edge: &&Edge| !leading_to.contains_key(&edge.from);
    let mut loose: Vec<Edge> = edges.iter().filter(is_loose).copied().collect();
    let mut is_left = vec![true; edges.len()];
    let places: HashMap<usize, usize> = edges.iter().enumerate().map(|(at, edge)| (edge.what, at)).collect();
    while let Some(edge) = loose.pop() {
        if let Some(place) = places.get(&edge.what) {
            is_left[*place] = false;
        }
        let Some(count) = leading_to.get_mut(&edge.to) else { continue };
        *count -= 1;
        if *count == 0 {
            loose.extend(beginning.remove(&edge.to).unwrap_or_default());
        }
    }
    edges.into_iter().zip(is_left).filter_map(|(edge, is_left)| is_left.then_some(edge)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parse_date;

    fn day(text: &str) -> Option<Date> {
        (!text.is_empty()).then(|| parse_date(text).unwrap())
    }

    fn term(effective: &str, last_day: &str) -> EffectPeriod {
        EffectPeriod { effective: day(effective), last_day: day(last_day), adopted: None }
    }

    fn act(from: usize, kind: RelationKind, to: usize, since: &str, until: &str) -> Act {
        let (day, until) = (day(since), day(until));
        Act { kind, from, to, is_whole: true, ends_wording: false, standing: Standing::Sure, day, until }
    }

    fn ending_wording(act: Act) -> Act {
        Act { ends_wording: true, ..act }
    }

    fn part(act: Act) -> Act {
        Act { is_whole: false, ..act }
    }

    /// The status of the first text on days.
    fn statuses(terms: &[EffectPeriod], acts: &[Act], days: &[(&str, Status)]) {
        let course = Course::run(terms, acts);
        for (on, expected) in days {
            assert_eq!(course.validity(0, day(on).unwrap()).status, *expected, "{on} {terms:?} {acts:?}");
        }
    }

    #[test]
    fn status_follows_the_day() {
        use RelationKind::{Amends, Extends, Repeals, Replaces, Suspends};
        use Status::{Expired, InForce, NotYet, PartlyExpired, PartlySuspended, Suspended, Unknown};
        let other = term("2020-01-01", "");
        let one = |effective: &str, expires: &str, acts: &[Act], days: &[(&str, Status)]| {
            statuses(&[term(effective, expires), other, other], acts, days);
        };
        one("2023-07-12", "", &[], &[("2023-07-11", NotYet), ("2023-07-12", InForce)]);
        one("", "", &[], &[("2023-07-12", Unknown)]);
        one("2023-01-01", "2023-12-31", &[], &[("2023-12-31", InForce), ("2024-01-01", Expired)]);
        one(
            "2023-01-01",
            "2023-12-31",
            &[act(1, Extends, 0, "2023-12-01", "2024-12-31")],
            &[("2024-06-01", InForce), ("2024-12-31", InForce), ("2025-01-01", Expired)],
        );
        one(
            "2023-01-01",
            "2023-12-31",
            &[part(act(1, Extends, 0, "2023-12-01", "2024-12-31"))],
            &[("2023-12-31", InForce), ("2024-01-01", PartlyExpired), ("2025-01-01", Expired)],
        );
        one(
            "2023-01-01",
            "",
            &[act(1, Repeals, 0, "2024-01-01", "")],
            &[("2023-12-31", InForce), ("2024-01-01", Expired)],
        );
        one(
            "2023-01-01",
            "",
            &[part(act(1, Replaces, 0, "2024-01-01", ""))],
            &[("2023-12-31", InForce), ("2024-01-01", PartlyExpired)],
        );
        one("2023-01-01", "", &[act(1, Amends, 0, "2024-01-01", "")], &[("2024-01-01", InForce)]);
        // A part that is suspended; what has ended for good is told first.
        let suspended = part(act(1, Suspends, 0, "2024-01-01", "2024-12-31"));
        one(
            "2023-01-01",
            "",
            &[suspended],
            &[("2023-12-31", InForce), ("2024-12-31", PartlySuspended), ("2025-01-01", InForce)],
        );
        one(
            "2023-01-01",
            "",
            &[suspended, part(act(2, Repeals, 0, "2024-06-01", ""))],
            &[("2024-05-31", PartlySuspended), ("2024-06-01", PartlyExpired), ("2025-01-01", PartlyExpired)],
        );
        one(
            "2023-01-01",
            "",
            &[act(1, Suspends, 0, "2024-01-01", "2024-03-31")],
            &[("2023-12-31", InForce), ("2024-02-01", Suspended), ("2024-04-01", InForce)],
        );
        one("", "", &[act(1, Replaces, 0, "2024-01-01", "")], &[("2024-04-01", Expired)]);
    }

    #[test]
    fn wording_that_was_replaced_has_ended_and_what_was_added_ends_nothing() {
        use RelationKind::{Amends, Corrects, Repeals};
        let texts = [term("2023-01-01", ""), term("2024-01-01", ""), term("2025-01-01", "")];
        let added = act(1, Amends, 0, "2024-01-01", "");
        let replaced = ending_wording(act(2, Amends, 0, "2025-01-01", ""));
        statuses(&texts, &[added], &[("2024-01-01", Status::InForce)]);
        statuses(&texts, &[act(1, Corrects, 0, "2024-01-01", "")], &[("2024-01-01", Status::InForce)]);
        let both = [added, replaced];
        statuses(&texts, &both, &[("2024-12-31", Status::InForce), ("2025-01-01", Status::PartlyExpired)]);
        let validity = Course::run(&texts, &both).validity(0, day("2026-01-01").unwrap());
        assert_eq!(validity.since, day("2025-01-01"));
        assert_eq!(validity.reason, Some(ValidityReason::Relation(RelationIndex(1))));
        // What never took effect has ended no wording.
        let taken_back = [replaced, act(1, Repeals, 2, "2024-06-01", "")];
        statuses(&texts, &taken_back, &[("2026-01-01", Status::InForce)]);
    }

    #[test]
    fn what_has_no_day_or_is_not_certain_changes_nothing() {
        use RelationKind::{Amends, Extends, Repeals, Replaces, Suspends};
        let texts = [term("2023-01-01", ""), term("", "")];
        for kind in [Amends, Repeals, Replaces, Suspends] {
            for whole in [true, false] {
                let one = Act { is_whole: whole, ends_wording: true, ..act(1, kind, 0, "", "") };
                statuses(&texts, &[one], &[("2030-01-01", Status::InForce)]);
                assert_eq!(Course::run(&texts, &[one]).outcomes, [Outcome::NoDay]);
                let unsure = Act { standing: Standing::Unsure, day: day("2024-01-01"), ..one };
                statuses(&texts, &[unsure], &[("2030-01-01", Status::InForce)]);
                assert_eq!(Course::run(&texts, &[unsure]).outcomes, [Outcome::Unsure]);
            }
        }
        // Whether it was prolonged in time is not known.
        let texts = [term("2023-01-01", "2023-12-31"), term("", "")];
        statuses(
            &texts,
            &[act(1, Extends, 0, "", "2024-12-31")],
            &[("2023-12-31", Status::InForce), ("2024-01-01", Status::Unknown)],
        );
    }

    #[test]
    fn what_cannot_be_in_time_changes_nothing() {
        use RelationKind::{Amends, Extends, Repeals, Suspends};
        let texts = [term("2023-01-01", ""), term("2022-01-01", "")];
        for kind in [Amends, Repeals, Suspends, Extends] {
            let one =
                Act { standing: Standing::Impossible, ..ending_wording(act(1, kind, 0, "2022-01-01", "")) };
            statuses(&texts, &[one], &[("2030-01-01", Status::InForce)]);
            assert_eq!(Course::run(&texts, &[one]).outcomes, [Outcome::Impossible(one.day)]);
        }
        // What is ended by what is possible is no circle.
        let first = Act { standing: Standing::Impossible, ..act(0, Repeals, 1, "2024-01-01", "") };
        statuses(
            &texts,
            &[first, act(1, Repeals, 0, "2024-01-01", "")],
            &[("2023-12-31", Status::InForce), ("2024-01-01", Status::Expired)],
        );
    }

    #[test]
    fn what_is_ended_and_goes_on_by_a_newer_text_is_not_known() {
        use RelationKind::{Extends, Replaces};
        let adopted = |adopted: &str| EffectPeriod { adopted: day(adopted), ..term("2020-01-01", "") };
        let end = act(1, Replaces, 0, "2026-01-01", "");
        let extension = act(2, Extends, 0, "2025-12-01", "2026-12-31");
        let texts = [term("2020-01-01", ""), adopted("2025-05-20"), adopted("2025-11-20")];
        statuses(
            &texts,
            &[end, extension],
            &[
                ("2025-12-31", Status::InForce),
                ("2026-01-01", Status::Unknown),
                ("2026-12-31", Status::Unknown),
                // Both texts say so.
                ("2027-01-01", Status::Expired),
            ],
        );
        let outcomes = Course::run(&texts, &[end, extension]).outcomes;
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Outcome::Contradicted(_))), "{outcomes:?}");
        // A newer text ends early what an older one prolonged.
        let texts = [texts[0], adopted("2025-12-10"), texts[2]];
        statuses(&texts, &[end, extension], &[("2026-01-01", Status::Expired)]);
        // What goes on to the eve is no contradiction.
        let texts = [texts[0], adopted("2025-05-20"), texts[2]];
        let until_then = Act { until: day("2025-12-31"), ..extension };
        statuses(&texts, &[end, until_then], &[("2026-01-01", Status::Expired)]);
    }

    #[test]
    fn later_statuses_are_told_with_their_days() {
        let terms = [term("2026-02-01", "2026-12-31"), term("2026-01-01", "")];
        let acts = [act(1, RelationKind::Suspends, 0, "2026-03-01", "2026-04-30")];
        let course = Course::run(&terms, &acts);
        let later = |on: &str| -> Vec<String> {
            let later = course.later(0, day(on).unwrap());
            later.into_iter().map(|(day, status)| format!("{day} {status:?}")).collect()
        };
        let all = ["2026-02-01 InForce", "2026-03-01 Suspended", "2026-05-01 InForce", "2027-01-01 Expired"];
        assert_eq!(later("2026-01-15"), all);
        assert_eq!(later("2026-03-01"), all[2..]);
        assert_eq!(later("2027-01-01"), [""; 0]);
    }

    #[test]
    fn what_has_ended_does_not_come_back() {
        use RelationKind::{Extends, Repeals, Replaces};
        let texts = [term("2020-01-01", ""), term("2021-01-01", "2021-12-31"), term("2022-01-01", "")];
        statuses(
            &texts,
            &[act(1, Replaces, 0, "2021-01-01", "")],
            &[("2020-12-31", Status::InForce), ("2022-06-01", Status::Expired)],
        );
        // Replaced by what was itself replaced on the same day.
        statuses(
            &texts,
            &[act(1, Replaces, 0, "2021-01-01", ""), act(2, Replaces, 1, "2021-01-01", "")],
            &[("2021-01-01", Status::Expired)],
        );
        let late = [act(2, Extends, 0, "2021-03-01", "2023-12-31")];
        let texts = [term("2020-01-01", "2020-12-31"), term("", ""), term("2021-01-01", "")];
        let course = Course::run(&texts, &late);
        assert_eq!(course.validity(0, day("2022-01-01").unwrap()).status, Status::Expired);
        assert_eq!(course.outcomes, [Outcome::TooLate(day("2021-03-01").unwrap())]);
        // On the very next day there is no gap.
        statuses(
            &texts,
            &[act(2, Extends, 0, "2021-01-01", "2023-12-31")],
            &[("2021-01-01", Status::InForce), ("2024-01-01", Status::Expired)],
        );
        let twice = [act(1, Repeals, 0, "2020-06-01", ""), act(2, Repeals, 0, "2020-07-01", "")];
        assert_eq!(Course::run(&texts, &twice).outcomes[1], Outcome::TooLate(day("2020-07-01").unwrap()));
    }

    #[test]
    fn only_acts_of_texts_in_effect_count() {
        use RelationKind::{Repeals, Replaces, Suspends};
        let texts = [term("2020-01-01", ""), term("2021-06-01", ""), term("2021-03-01", ""), term("", "")];
        let repeal = act(2, Repeals, 1, "2021-03-01", "");
        let acts = [act(1, Repeals, 0, "2021-06-01", ""), repeal];
        statuses(&texts, &acts, &[("2022-01-01", Status::InForce)]);
        assert_eq!(Course::run(&texts, &acts).outcomes[0], Outcome::AgentEnded(day("2021-06-01").unwrap()));
        // The repeal itself was taken back in time.
        let back = act(3, Repeals, 2, "2021-02-01", "");
        statuses(
            &texts,
            &[acts[0], repeal, back],
            &[("2021-05-31", Status::InForce), ("2021-06-01", Status::Expired)],
        );
        // What is suspended acts when it applies again.
        let suspended =
            [act(1, Replaces, 0, "2021-06-01", ""), act(2, Suspends, 1, "2021-03-01", "2021-08-31")];
        statuses(&texts, &suspended, &[("2021-08-31", Status::InForce), ("2021-09-01", Status::Expired)]);
        let for_good = [act(1, Replaces, 0, "2021-06-01", ""), act(2, Suspends, 1, "2021-03-01", "")];
        statuses(&texts, &for_good, &[("2030-01-01", Status::InForce)]);
    }

    #[test]
    fn a_suspension_is_over_with_its_text() {
        use RelationKind::{Repeals, Suspends};
        let texts = [term("2020-01-01", ""), term("2021-01-01", ""), term("2022-01-01", "")];
        let acts = [act(1, Suspends, 0, "2021-01-01", ""), act(2, Repeals, 1, "2022-01-01", "")];
        statuses(&texts, &acts, &[("2021-12-31", Status::Suspended), ("2022-01-01", Status::InForce)]);
    }

    #[test]
    fn a_text_goes_on_when_what_it_details_has_ended() {
        use RelationKind::{Details, Repeals};
        let texts = [term("2020-01-01", ""), term("2015-01-01", ""), term("2022-01-01", "")];
        let acts = [act(0, Details, 1, "", ""), act(2, Repeals, 1, "2022-01-01", "")];
        statuses(&texts, &acts, &[("2022-01-01", Status::InForce), ("2030-01-01", Status::InForce)]);
    }

    #[test]
    fn what_ends_each_other_on_one_day_is_not_known() {
        use RelationKind::{Repeals, Replaces, Suspends};
        let texts = [term("2020-01-01", ""), term("2020-01-01", "")];
        let acts = [act(0, Replaces, 1, "2021-01-01", ""), act(1, Repeals, 0, "2021-01-01", "")];
        statuses(&texts, &acts, &[("2020-12-31", Status::InForce), ("2021-01-01", Status::Unknown)]);
        let outcome = Outcome::Contradicted(day("2021-01-01"));
        assert_eq!(Course::run(&texts, &acts).outcomes, [outcome, outcome]);
        // So it is with three; one that is ended from outside the circle has ended.
        let four = [texts[0]; 4];
        let acts = [
            act(0, Replaces, 1, "2021-01-01", ""),
            act(1, Replaces, 2, "2021-01-01", ""),
            act(2, Replaces, 0, "2021-01-01", ""),
            act(2, Replaces, 3, "2021-01-01", ""),
        ];
        let course = Course::run(&four, &acts);
        let statuses_of = (0..4).map(|text| course.validity(text, day("2022-01-01").unwrap()).status);
        let unknown = Status::Unknown;
        assert_eq!(statuses_of.collect::<Vec<_>>(), [unknown, unknown, unknown, Status::Expired]);
        // On different days the first one ends the other, which then ends nothing.
        let acts = [act(0, Replaces, 1, "2021-01-01", ""), act(1, Replaces, 0, "2021-02-01", "")];
        statuses(&texts, &acts, &[("2022-01-01", Status::InForce)]);
        // A third text ends one of them all the same.
        let texts = [texts[0], texts[1], term("2022-01-01", "")];
        let acts = [
            act(0, Replaces, 1, "2021-01-01", ""),
            act(1, Replaces, 0, "2021-01-01", ""),
            act(2, Repeals, 0, "2022-01-01", ""),
        ];
        statuses(&texts, &acts, &[("2021-06-01", Status::Unknown), ("2022-01-01", Status::Expired)]);
        let acts = [act(0, Suspends, 1, "2021-01-01", ""), act(1, Suspends, 0, "2021-01-01", "")];
        statuses(&texts, &acts, &[("2022-01-01", Status::InForce)]);
    }
}
