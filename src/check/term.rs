//! `session-outside-term`: a session whose day does not lie in the years of its term (khóa). Day or term is mistyped.
//!
//! All councils are elected on the same days, and terms are counted without gaps; only the count differs from council
//! to council. So one session tells the years of every term, and where most sessions agree on the count, those that do
//! not are wrong. A name that says its years (`nhiệm kỳ 2021 - 2026`) is taken at its word.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Message, Rule, message};
use crate::link::{Session, Site, Term};
use crate::text::{Date, Span, match_key};

pub(super) const RULE: Rule = Rule::warning("session-outside-term");

/// Days of election of all councils; those to come as they are expected.
const ELECTIONS: [(i16, i8, i8); 11] = [
    (1985, 4, 21),
    (1989, 11, 19),
    (1994, 11, 20),
    (1999, 11, 14),
    (2004, 4, 25),
    (2011, 5, 22),
    (2016, 5, 22),
    (2021, 5, 23),
    (2026, 3, 15),
    (2031, 5, 25),
    (2036, 5, 25),
];

/// Days around an election in which both councils may meet.
const BETWEEN: i32 = 120;

/// Sessions that are needed for a majority.
const LEAST: usize = 3;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let mut voters: Vec<Voter<'_>> = Vec::new();
    for term in &site.terms {
        let Some(number) = term.number else { continue };
        for session in term.sessions.iter().map(|index| site.session(*index)) {
            let Some(day) = session.first_day else { continue };
            if let Some((first, last)) = said_years(site, session)
                && !(first..=last).contains(&day.year())
            {
                let reason = message!("session-outside-term.name");
                diagnostics.push(outside(session.span, day, term, first, last, reason));
                continue;
            }
            // A session that nobody has recorded has its days from its resolutions: they must agree.
            let is_one = session.last_day.and_then(period) == period(day);
            if let Some(period) = period(day).filter(|_| is_one) {
                voters.push(Voter { session, term, day, count: i32::from(number) - period });
            }
        }
    }
    let Some(count) = majority(&voters) else { return };
    for voter in voters.iter().filter(|voter| voter.count != count) {
        let number = voter.term.number.map_or(0, i32::from);
        if let Some((first, last)) = years(number - count) {
            let reason = message!("session-outside-term.others");
            diagnostics.push(outside(voter.session.span, voter.day, voter.term, first, last, reason));
        }
    }
}

/// A session that tells which term is which.
struct Voter<'a> {
    session: &'a Session,
    term: &'a Term,
    day: Date,
    /// Number of the term less the number of its period.
    count: i32,
}

/// The count of terms that at least two thirds of the sessions tell.
fn majority(voters: &[Voter<'_>]) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for voter in voters {
        *counts.entry(voter.count).or_default() += 1;
    }
    let (count, votes) = counts.into_iter().max_by_key(|(_, votes)| *votes)?;
    (voters.len() >= LEAST && votes * 3 >= voters.len() * 2).then_some(count)
}

/// Which period between elections a day lies in, from 0; none near an election.
fn period(day: Date) -> Option<i32> {
    let mut period = None;
    for (at, (year, month, date)) in (0..).zip(ELECTIONS) {
        let election = Date::new(year, month, date).ok()?;
        let days = (day - election).get_days();
        if days.abs() <= BETWEEN {
            return None;
        }
        if days > 0 {
            period = Some(at);
        }
    }
    period
}

/// The years of a period.
fn years(period: i32) -> Option<(i16, i16)> {
    let at = usize::try_from(period).ok()?;
    Some((ELECTIONS.get(at)?.0, ELECTIONS.get(at + 1)?.0))
}

/// The years of the term as the session's own name says them: `nhiệm kỳ 2021 - 2026`.
fn said_years(site: &Site, session: &Session) -> Option<(i16, i16)> {
    let title = site.document(session.document?).document.title();
    let key = match_key(title);
    let (_, behind) = key.split_once(&match_key("nhiệm kỳ"))?;
    let mut years = behind
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|run| run.len() == 4)
        .filter_map(|run| run.parse::<i16>().ok());
    let (first, last) = (years.next()?, years.next()?);
    (4..=7).contains(&(last - first)).then_some((first, last))
}

fn outside(span: Span, day: Date, term: &Term, first: i16, last: i16, reason: Message) -> Diagnostic {
    RULE.at(span, message!("session-outside-term.says", day, term: &term.name, first, last, reason))
        .help(message!("session-outside-term.help"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lie_between_elections() {
        for (day, expected) in [
            ((2022, 7, 1), Some((2021, 2026))),
            ((2021, 5, 1), None),
            ((2021, 6, 30), None),
            ((2016, 1, 5), Some((2011, 2016))),
            ((2026, 12, 1), Some((2026, 2031))),
            ((1980, 1, 1), None),
        ] {
            let day = Date::new(day.0, day.1, day.2).unwrap();
            assert_eq!(period(day).and_then(years), expected, "{day}");
        }
    }
}
