//! What the acts of all documents come to, day by day: which of them count, and when which text ends. Plain values in,
//! plain values out.
//!
//! The days are walked once, in order. An act counts only where its own document has not ended before and is not
//! suspended; what has ended does not come back. So documents that end each other in a circle end all the same, and the
//! walk comes to its end.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

use super::RelationIndex;
use super::validity::{End, Outcome, Status, Validity, ValidityReason};
use crate::legal::RelationKind;
use crate::text::Date;

/// The days that a text has of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Term {
    /// The day it takes effect.
    pub(super) effective: Option<Date>,
    /// The last day of its effect.
    pub(super) last_day: Option<Date>,
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
    terms: &'a [Term],
    acts: &'a [Act],
    /// What has come of each act.
    pub(super) outcomes: Vec<Outcome>,
    lives: Vec<Life>,
    events: BinaryHeap<Reverse<Event>>,
    /// For each text the acts by which others detail it.
    details: HashMap<usize, Vec<usize>>,
    /// How many texts that a text details have not ended.
    detailed: HashMap<usize, usize>,
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
}

/// Something that happens on a day; what happens on no known day has happened before all else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    day: Option<Date>,
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
    DetailedEnd,
    Suspension,
    Other,
}

impl<'a> Course<'a> {
    /// Walks through all days.
    pub(super) fn run(terms: &'a [Term], acts: &'a [Act]) -> Self {
        let lives = terms.iter().map(|term| Life { last_day: term.last_day, ..Life::default() }).collect();
        let mut course = Self {
            terms,
            acts,
            outcomes: acts.iter().map(|act| Outcome::Counts(act.day)).collect(),
            lives,
            events: BinaryHeap::new(),
            details: HashMap::new(),
            detailed: HashMap::new(),
        };
        let mut pairs = HashSet::new();
        for (index, act) in acts.iter().enumerate() {
            match rank(act) {
                Some(rank) => course.events.push(Reverse(Event { day: act.day, rank, what: index })),
                None if act.kind == RelationKind::Details && pairs.insert((act.from, act.to)) => {
                    course.details.entry(act.to).or_default().push(index);
                    *course.detailed.entry(act.from).or_default() += 1;
                }
                None => {}
            }
        }
        for text in 0..terms.len() {
            course.expect_term(text);
        }
        while let Some(Reverse(event)) = course.events.pop() {
            match event.rank {
                Rank::TermOver => course.term_over(event.what, event.day),
                Rank::DetailedEnd => course.detailed_end(event.what, event.day),
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
        let by = |status: Status, end: End| Validity { status, since: end.since, reason: Some(end.reason) };
        if let Some(end) = life.end.filter(has_come) {
            return by(Status::Expired, end);
        }
        let in_effect =
            |status: Status| Validity { status, since: effective, reason: Some(ValidityReason::Effect) };
        if effective.is_some_and(|effective| day < effective) {
            return in_effect(Status::NotYet);
        }
        if let Some(act) = self.suspension(text, day) {
            let reason = ValidityReason::Relation(RelationIndex(act));
            return by(Status::Suspended, End { since: self.outcomes[act].day(), reason });
        }
        if let Some(end) = life.partial.filter(has_come) {
            return by(Status::PartlyExpired, end);
        }
        if effective.is_some() { in_effect(Status::InForce) } else { Validity::default() }
    }

    /// The statuses that a text takes on after a day, each with the day from which it has it, in order.
    pub(super) fn later(&self, text: usize, day: Date) -> Vec<(Date, Status)> {
        let life = &self.lives[text];
        let suspended = life.suspensions.iter().flat_map(|index| {
            let over = self.acts[*index].until.and_then(|until| until.tomorrow().ok());
            [self.outcomes[*index].day(), over]
        });
        let ends = [life.end, life.partial].map(|end| end.and_then(|end| end.since));
        let days = suspended.chain(ends).chain([self.terms[text].effective]);
        let mut days: Vec<Date> = days.flatten().filter(|later| *later > day).collect();
        days.sort_unstable();
        let mut before = self.validity(text, day).status;
        let changes = days.into_iter().filter_map(|day| {
            let status = self.validity(text, day).status;
            (std::mem::replace(&mut before, status) != status).then_some((day, status))
        });
        changes.collect()
    }

    /// The act that suspends a text on a day. A suspension is over with the text that ordered it.
    fn suspension(&self, text: usize, day: Date) -> Option<usize> {
        self.lives[text].suspensions.iter().copied().find(|index| {
            let act = &self.acts[*index];
            let is_over = self.lives[act.from].end.is_some_and(|end| end.since.is_some_and(|end| end <= day));
            self.outcomes[*index].day().is_none_or(|since| since <= day)
                && act.until.is_none_or(|until| day <= until)
                && !is_over
        })
    }

    fn expect_term(&mut self, text: usize) {
        if let Some(over) = self.lives[text].last_day.and_then(|last_day| last_day.tomorrow().ok()) {
            self.events.push(Reverse(Event { day: Some(over), rank: Rank::TermOver, what: text }));
        }
    }

    fn term_over(&mut self, text: usize, day: Option<Date>) {
        let life = &mut self.lives[text];
        let over = life.last_day.and_then(|last_day| last_day.tomorrow().ok());
        // The term may have been extended in the meantime.
        if over != day || life.end.is_some() {
            return;
        }
        let end = End { since: day, reason: ValidityReason::Term };
        if life.last_part > life.last_day {
            life.last_day = life.last_part;
            life.partial.get_or_insert(end);
            self.expect_term(text);
        } else {
            self.end_text(text, end);
        }
    }

    /// A text ends with what it details; with the last of it, where it details several.
    fn detailed_end(&mut self, index: usize, day: Option<Date>) {
        let text = self.acts[index].from;
        let is_later =
            self.terms[text].effective.is_some_and(|effective| day.is_some_and(|day| day < effective));
        if let Some(open) = self.detailed.get_mut(&text) {
            *open = open.saturating_sub(1);
            if *open == 0 && !is_later {
                let reason = ValidityReason::Detailed(RelationIndex(index));
                self.end_text(text, End { since: day, reason });
            }
        }
    }

    fn end_text(&mut self, text: usize, end: End) {
        if self.lives[text].end.is_some() {
            return;
        }
        self.lives[text].end = Some(end);
        for act in self.details.get(&text).into_iter().flatten() {
            self.events.push(Reverse(Event { day: end.since, rank: Rank::DetailedEnd, what: *act }));
        }
    }

    fn act(&mut self, event: Event) {
        let index = event.what;
        let act = self.acts[index];
        if let Some(day) = event.day {
            let ended_by = |text: usize| {
                let end = self.lives[text].end.and_then(|end| end.since);
                end.is_some_and(|end| if act.ends_whole() { end < day } else { end <= day })
            };
            if ended_by(act.from) {
                self.outcomes[index] = Outcome::AgentEnded(day);
                return;
            }
            if let Some(suspension) = self.suspension(act.from, day) {
                match self.acts[suspension].until.and_then(|until| until.tomorrow().ok()) {
                    Some(over) => self.events.push(Reverse(Event { day: Some(over), ..event })),
                    None => self.outcomes[index] = Outcome::AgentSuspended(day),
                }
                return;
            }
            if ended_by(act.to) {
                self.outcomes[index] = Outcome::TooLate(day);
                return;
            }
        }
        self.outcomes[index] = Outcome::Counts(event.day);
        let end = End { since: event.day, reason: ValidityReason::Relation(RelationIndex(index)) };
        let life = &mut self.lives[act.to];
        match act.kind {
            kind if ends(kind) && act.is_whole => self.end_text(act.to, end),
            kind if ends(kind) => {
                life.partial.get_or_insert(end);
            }
            RelationKind::Suspends if act.is_whole => life.suspensions.push(index),
            RelationKind::Extends if act.is_whole => {
                life.last_day = life.last_day.max(act.until);
                self.expect_term(act.to);
            }
            RelationKind::Extends => life.last_part = life.last_part.max(act.until),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parse_date;

    fn day(text: &str) -> Option<Date> {
        (!text.is_empty()).then(|| parse_date(text).unwrap())
    }

    fn term(effective: &str, last_day: &str) -> Term {
        Term { effective: day(effective), last_day: day(last_day) }
    }

    fn act(from: usize, kind: RelationKind, to: usize, since: &str, until: &str) -> Act {
        Act { kind, from, to, is_whole: true, day: day(since), until: day(until) }
    }

    fn part(act: Act) -> Act {
        Act { is_whole: false, ..act }
    }

    /// The status of the first text on days.
    fn statuses(terms: &[Term], acts: &[Act], days: &[(&str, Status)]) {
        let course = Course::run(terms, acts);
        for (on, expected) in days {
            assert_eq!(course.validity(0, day(on).unwrap()).status, *expected, "{on} {terms:?} {acts:?}");
        }
    }

    #[test]
    fn status_follows_the_day() {
        use RelationKind::{Amends, Extends, Repeals, Replaces, Suspends};
        use Status::{Expired, InForce, NotYet, PartlyExpired, Suspended, Unknown};
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
        one(
            "2023-01-01",
            "",
            &[act(1, Suspends, 0, "2024-01-01", "2024-03-31")],
            &[("2023-12-31", InForce), ("2024-02-01", Suspended), ("2024-04-01", InForce)],
        );
        one("", "", &[act(1, Replaces, 0, "", "")], &[("2024-04-01", Expired)]);
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
    fn a_text_ends_with_all_that_it_details() {
        use RelationKind::{Details, Repeals};
        let law = || term("2015-01-01", "");
        let texts = [term("2020-01-01", ""), law(), law(), term("2022-01-01", "")];
        let mut acts = vec![act(0, Details, 1, "", ""), act(3, Repeals, 1, "2022-01-01", "")];
        statuses(&texts, &acts, &[("2021-12-31", Status::InForce), ("2022-01-01", Status::Expired)]);
        acts.push(act(0, Details, 2, "", ""));
        statuses(&texts, &acts, &[("2022-01-01", Status::InForce)]);
        let circle = [act(0, Details, 1, "", ""), act(1, Details, 0, "", ""), acts[1]];
        statuses(&texts, &circle, &[("2022-01-01", Status::Expired)]);
    }

    #[test]
    fn circles_come_to_an_end() {
        use RelationKind::{Replaces, Suspends};
        let texts = [term("2020-01-01", ""), term("2020-01-01", "")];
        for since in ["2021-01-01", ""] {
            let acts = [act(0, Replaces, 1, since, ""), act(1, Replaces, 0, since, "")];
            statuses(&texts, &acts, &[("2022-01-01", Status::Expired)]);
        }
        let acts = [act(0, Suspends, 1, "2021-01-01", ""), act(1, Suspends, 0, "2021-01-01", "")];
        statuses(&texts, &acts, &[("2022-01-01", Status::InForce)]);
    }
}
