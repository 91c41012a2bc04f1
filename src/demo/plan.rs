//! The plan of a portal: which sessions, resolutions, reports and news there are, by arithmetic alone.

use super::calendar::Date;
use super::digits;
use super::random::{Purpose, Random};

/// The first year with documents.
pub(super) const FIRST_YEAR: u32 = 2004;
/// How many years have documents.
const YEARS: u32 = 22;
/// How many years a term lasts.
const TERM_YEARS: u32 = 5;
/// How many terms the years touch.
pub(super) const TERMS: u32 = YEARS.div_ceil(TERM_YEARS);
/// The number of the first term: khóa XI.
const FIRST_TERM: u32 = 11;
/// How many resolutions a session adopts.
pub(super) const SESSION_RESOLUTIONS: u32 = 20;
/// Days of a year in which sessions may begin.
const SESSION_DAYS: u32 = 345;

/// How many documents of each kind there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    /// What makes this portal differ from others.
    pub(super) seed: u64,
    /// The number of resolutions.
    pub(super) resolutions: u32,
    /// The number of reports.
    pub(super) reports: u32,
    /// The number of news items.
    pub(super) news: u32,
    /// The number of sessions, at least one.
    pub(super) sessions: u32,
}

/// A session of the council.
#[derive(Debug, Clone, Copy)]
pub(super) struct Session {
    /// Its place among all sessions.
    pub(super) index: u32,
    /// The term, counted from 0.
    pub(super) term: u32,
    /// Its number in the term, from 1.
    pub(super) number: u32,
    /// The first day.
    pub(super) start: Date,
    /// How many days it takes.
    pub(super) days: u32,
    /// How many days pass until the next session may begin.
    pub(super) rest: u32,
}

/// What sort of resolution it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Normative: the year stands in the symbol.
    Normative,
    /// Individual: no year in the symbol.
    Individual,
}

/// The outer facts of a resolution: all that another document needs to cite it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Resolution {
    /// Its place among all resolutions, in order of time.
    pub(super) index: u32,
    /// Normative or individual.
    pub(super) sort: Sort,
    /// Its running number in its year and sort.
    pub(super) number: u32,
    /// The session that adopted it.
    pub(super) session: Session,
    /// The day of adoption.
    pub(super) date: Date,
}

impl Plan {
    /// The plan for so many documents: 60 % resolutions, 10 % reports, the rest news.
    pub(super) fn new(documents: u32, seed: u64) -> Self {
        let (tens, ones) = (documents / 10, documents % 10);
        let resolutions = tens * 6 + ones * 6 / 10;
        let reports = tens;
        let news = documents - resolutions - reports;
        let sessions = resolutions.div_ceil(SESSION_RESOLUTIONS).max(1);
        Self { seed, resolutions, reports, news, sessions }
    }

    /// The first session of a year, counted from `FIRST_YEAR`.
    fn first_of_year(&self, year: u32) -> u32 {
        share(self.sessions, year, YEARS)
    }

    /// The session at a place.
    pub(super) fn session(&self, index: u32) -> Session {
        let year = year_of(index, self.sessions);
        let first = self.first_of_year(year);
        let count = self.first_of_year(year + 1).saturating_sub(first).max(1);
        let place = index.saturating_sub(first);
        let begin = SESSION_DAYS * place / count;
        let gap = (SESSION_DAYS * (place + 1) / count).saturating_sub(begin);
        let mut random = Random::new(self.seed, Purpose::Calendar, index);
        let days = if gap < 6 { 1 } else { random.between(1, 3) };
        let delay = random.below(gap / 2 + 1);
        let term = year / TERM_YEARS;
        Session {
            index,
            term,
            number: index - self.first_of_year(term * TERM_YEARS) + 1,
            start: Date::new(FIRST_YEAR + year, 1, 6).plus(begin + delay),
            days,
            rest: gap.saturating_sub(delay + days),
        }
    }

    /// The session that a document at `index` of `count` belongs to.
    pub(super) fn session_of(&self, index: u32, count: u32) -> Session {
        let place = u64::from(index) * u64::from(self.sessions) / u64::from(count.max(1));
        self.session(u32::try_from(place).unwrap_or(0))
    }

    /// The resolution at a place.
    pub(super) fn resolution(&self, index: u32) -> Resolution {
        let session = self.session(index / SESSION_RESOLUTIONS);
        let first = SESSION_RESOLUTIONS * self.first_of_year(session.start.year - FIRST_YEAR);
        let place = index % SESSION_RESOLUTIONS;
        Resolution {
            index,
            sort: sort_of(index),
            number: (index - first) / 2 + 1,
            session,
            date: session.start.plus(place * session.days / SESSION_RESOLUTIONS),
        }
    }
}

/// Resolutions are normative and individual in turn.
pub(super) const fn sort_of(index: u32) -> Sort {
    if index.is_multiple_of(2) { Sort::Normative } else { Sort::Individual }
}

/// The smallest whole number that is not below `part / whole` of `total`.
fn share(total: u32, part: u32, whole: u32) -> u32 {
    let product = u64::from(total) * u64::from(part);
    u32::try_from(product.div_ceil(u64::from(whole))).unwrap_or(total)
}

/// The year of a session, counted from `FIRST_YEAR`.
fn year_of(index: u32, sessions: u32) -> u32 {
    let year = u64::from(index) * u64::from(YEARS) / u64::from(sessions);
    u32::try_from(year).unwrap_or(0)
}

/// Writes the number of a term: `XIV`.
pub(super) fn term_name(text: &mut String, term: u32) {
    digits::roman(text, FIRST_TERM + term);
}

/// The first year of a term.
pub(super) const fn term_start(term: u32) -> u32 {
    FIRST_YEAR + term * TERM_YEARS
}

/// The last year of a term.
pub(super) const fn term_end(term: u32) -> u32 {
    term_start(term) + TERM_YEARS - 1
}

impl Session {
    /// The last day.
    pub(super) const fn end(&self) -> Date {
        self.start.plus(self.days - 1)
    }

    /// Every fifth session of a term has one theme.
    pub(super) const fn is_thematic(&self) -> bool {
        self.number.is_multiple_of(5)
    }

    /// The place of the first resolution that it adopts.
    pub(super) const fn first_resolution(&self) -> u32 {
        self.index * SESSION_RESOLUTIONS
    }

    /// Writes `Kỳ họp thứ 14, khóa XIV`.
    pub(super) fn name(&self, text: &mut String) {
        self.short_name(text);
        text.push_str(", khóa ");
        term_name(text, self.term);
    }

    /// Writes `Kỳ họp thứ 14`.
    pub(super) fn short_name(&self, text: &mut String) {
        text.push_str("Kỳ họp thứ ");
        digits::plain(text, self.number);
    }
}

impl Resolution {
    /// Writes `12/2019/NQ-HĐND` or `86/NQ-HĐND`.
    pub(super) fn symbol(&self, text: &mut String) {
        digits::padded(text, self.number, 2);
        if self.sort == Sort::Normative {
            text.push('/');
            digits::plain(text, self.date.year);
        }
        text.push_str("/NQ-HĐND");
    }

    /// Writes the symbol as a reference that is unique in the portal: `86/NQ-HĐND (2019)`.
    pub(super) fn reference(&self, text: &mut String) {
        self.symbol(text);
        if self.sort == Sort::Individual {
            text.push_str(" (");
            digits::plain(text, self.date.year);
            text.push(')');
        }
    }

    /// Writes the file name without folder and ending: `12-2019-nq-hdnd`.
    pub(super) fn stem(&self, text: &mut String) {
        digits::padded(text, self.number, 2);
        if self.sort == Sort::Normative {
            text.push('-');
            digits::plain(text, self.date.year);
        }
        text.push_str("-nq-hdnd");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn documents_are_shared_out_whole() {
        for documents in [0, 1, 7, 10, 999, 1000, 10_000, 100_000] {
            let plan = Plan::new(documents, 1);
            assert_eq!(plan.resolutions + plan.reports + plan.news, documents);
        }
        let plan = Plan::new(10_000, 1);
        assert_eq!((plan.resolutions, plan.reports, plan.news, plan.sessions), (6000, 1000, 3000, 300));
    }

    #[test]
    fn references_are_unique_and_dates_do_not_run_back() {
        for documents in [30, 1000, 20_000] {
            let plan = Plan::new(documents, 3);
            let mut references = BTreeSet::new();
            let mut last = Date::new(2004, 1, 1);
            for index in 0..plan.resolutions {
                let resolution = plan.resolution(index);
                let mut reference = String::new();
                resolution.reference(&mut reference);
                assert!(references.insert(reference));
                assert!(resolution.date >= last && resolution.date <= resolution.session.end());
                last = resolution.date;
            }
        }
    }

    #[test]
    fn sessions_are_numbered_within_their_terms() {
        let plan = Plan::new(10_000, 1);
        let mut last = (0, 0);
        for index in 0..plan.sessions {
            let session = plan.session(index);
            let expected = if session.term == last.0 { last.1 + 1 } else { 1 };
            assert_eq!(session.number, expected);
            assert!(
                session.start.year >= term_start(session.term)
                    && session.end().year <= term_end(session.term)
            );
            last = (session.term, session.number);
        }
        assert_eq!(last.0 + 1, TERMS);
        assert_eq!(plan.session(plan.sessions - 1).start.year, 2025);
    }
}
