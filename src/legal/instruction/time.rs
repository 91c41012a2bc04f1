//! From when and until when something is done to a document.

use super::Day;
use super::words::{IN_EFFECT, SELVES};
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any, phrases, words};
use crate::legal::structure::spoken_date::{DAY, MONTH, YEAR, date_at};
use crate::legal::structure::token::{Kind, Token, token_at, tokenize, word};
use crate::text::Date;

const FROM: u64 = word("từ");
const AT: u64 = word("vào");
const AFTER: u64 = word("sau");
const COUNTING: u64 = word("kể");
const WHEN: u64 = word("khi");
const TO: u64 = word("đến");
const WHOLE: u64 = word("hết");
/// `cho đến khi có văn bản mới`
const OPEN_END: &[Phrase] = phrases!("cho đến khi, đến khi có");
/// Within how many tokens behind `từ ngày` the resolution comes to `có hiệu lực`.
const NEAR: usize = 8;

/// The days that a sentence says of what it does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Times {
    /// From which day.
    pub(super) from: Option<Day>,
    /// To which day.
    pub(super) until: Option<Day>,
    /// Whether a beginning is said that is no day: `từ năm học 2026 - 2027`.
    pub(super) is_unclear: bool,
}

impl Times {
    /// Reads the days in some tokens. `is_title` tells by index what may stand in the title of a document, whose days are its own.
    /// `has_term` says that the action is one that has a term, which its sentence says.
    pub(super) fn of(tokens: &[Token], has_term: bool, is_title: impl Fn(usize) -> bool) -> Self {
        let mut times = Self::default();
        for (at, token) in tokens.iter().enumerate() {
            let in_title = || is_title(at);
            if token.is_word(FROM) {
                let day = beginning(tokens, at + 1);
                let is_vague = day.is_none() && begins_vaguely(tokens, at + 1);
                // `từ ngày ... đến ngày ...` is the term of what is decided on, unless the action has one.
                let is_term = matches!(day, Some((Day::On(_), end)) if leads_to_end(tokens, end));
                let is_own = at > 0 && tokens[at - 1].is_word(COUNTING);
                if (day.is_some() || is_vague) && !in_title() {
                    times.is_unclear |= is_vague;
                    if let Some((day, _)) = day.filter(|_| has_term || !is_term)
                        && (times.from.is_none() || (has_term && is_own))
                    {
                        times.from = Some(day);
                    }
                }
            }
            // `hết hiệu lực vào ngày 31/12/2026`, `sau ngày 31/12/2026`: that day is the last.
            if times.from.is_none() && is_last_day(token) && !has_term && !in_title() {
                let last = date_at(tokens, at + 1).filter(|_| token_at(tokens, at + 1).is_word(DAY));
                times.from = last.and_then(|last| last.date?.tomorrow().ok()).map(Day::On);
            }
            if times.from.is_none() && token.is_word(WHEN) && takes_effect(tokens, at + 1) {
                times.from = Some(Day::OfEffect);
            }
            if has_term && token.is_word(TO) && !in_title() {
                times.until = end(tokens, at + 1).or(times.until);
            }
            let is_open_end = is_any(OPEN_END, tokens, at) || is_duration(tokens, at);
            if has_term && times.until.is_none() && is_open_end && !in_title() {
                times.until = Some(Day::Event);
            }
            if has_term
                && let Some((year, _)) = within_year(tokens, at)
                && !in_title()
            {
                times.from = times.from.or_else(|| first_day(year, 1));
                times.until = times.until.or_else(|| last_of_year(year));
            }
            if has_term
                && let Some((until, _)) = counted_end(tokens, at)
                && !in_title()
            {
                times.until = Some(Day::On(until));
            }
        }
        times
    }
}

/// The index behind a time that begins at index `at` and is read to its last word: `kể từ ngày 01/01/2027`, `từ ngày` and
/// `khi` before the effect of the resolution, `vào ngày ...`.
pub(super) fn span_at(tokens: &[Token], at: usize) -> Option<usize> {
    let first = tokens.get(at)?;
    if first.is_word(COUNTING) {
        return tokens.get(at + 1).filter(|next| next.is_word(FROM)).and_then(|_| span_at(tokens, at + 1));
    }
    if first.is_word(FROM) {
        return beginning(tokens, at + 1).map(|(_, end)| end);
    }
    if first.is_word(WHEN) {
        return takes_effect(tokens, at + 1).then_some(at + 1);
    }
    if is_last_day(first) || first.is_word(DAY) {
        let day = at + usize::from(!first.is_word(DAY));
        return date_at(tokens, day).filter(|found| found.date.is_some()).map(|found| found.end);
    }
    None
}

/// The index behind the end of a term that begins at index `at`: `đến hết ngày 31/12/2026`.
pub(super) fn term_end(tokens: &[Token], at: usize) -> Option<usize> {
    let at = at + usize::from(tokens.get(at)?.is_word(word("cho")));
    let at = at + usize::from(tokens.get(at)?.is_word(TO));
    let day = at + usize::from(tokens.get(at)?.is_word(WHOLE));
    if let Some(found) = date_at(tokens, day).filter(|found| found.date.is_some()) {
        return (day > 0 && tokens[day - 1].kind == Kind::Word).then_some(found.end);
    }
    let is_year = tokens.get(day)?.is_word(YEAR) && tokens.get(day + 1)?.number().is_some();
    is_year.then_some(day + 2)
}

/// A span of time at index `at` that is counted from a day of the calendar: its last day, and the index behind it. `trong thời
/// hạn 06 tháng kể từ ngày 01/6/2025`
pub(super) fn counted_end(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let count_at = first_phrase(SPANS, tokens, at).map_or(at, |(_, end)| end);
    let count = tokens.get(count_at)?.number().filter(|count| (1..=1200).contains(count))?;
    let unit = tokens.get(count_at + 1)?;
    let begins = token_at(tokens, count_at + 2).is_word(COUNTING);
    let begin = count_at + 3;
    let (Day::On(first), end) =
        beginning(tokens, begin + 1).filter(|_| begins && tokens[begin].is_word(FROM))?
    else {
        return None;
    };
    let count = i64::from(count);
    let span = if unit.is_word(YEAR) {
        jiff::Span::new().try_years(count)
    } else if unit.is_word(MONTH) {
        jiff::Span::new().try_months(count)
    } else if unit.is_word(DAY) {
        jiff::Span::new().try_days(count)
    } else {
        return None;
    };
    let last = first.checked_add(span.ok()?).ok()?.yesterday().ok()?;
    Some((last, end))
}

/// The last day of the effect that is told at index `at`, and the index behind it: `có hiệu lực đến hết ngày 31/12/2025`.
pub(super) fn effect_end(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    const EFFECTS: &[Phrase] =
        phrases!("chỉ có hiệu lực thi hành, chỉ có hiệu lực, có hiệu lực thi hành, có hiệu lực");
    let (_, to) = first_phrase(EFFECTS, tokens, at)?;
    let behind = term_end(tokens, to)?;
    match end(tokens, to + 1)? {
        Day::On(last) => Some((last, behind)),
        Day::OfEffect | Day::Event => None,
    }
}

/// `trong năm 2025`: the year, and the index behind it.
pub(super) fn within_year(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    const WITHIN: Phrase = Phrase::new("trong năm");
    let end = WITHIN.ends_at(tokens, at)?;
    let year = tokens.get(end)?.number().filter(|year| (1945..=2200).contains(year))?;
    Some((year, end + 1))
}

/// Whether two days are the first and the last of one year.
pub(super) fn is_year(from: Option<Day>, until: Option<Day>) -> bool {
    let (Some(Day::On(first)), Some(Day::On(last))) = (from, until) else { return false };
    first.year() == last.year() && first == first.first_of_year() && last == last.last_of_year()
}

const SPANS: &[Phrase] = phrases!("trong thời gian, trong thời hạn, trong vòng, thêm");

/// Whether a span of time begins at index `at` whose last day is not told: `trong thời gian 12 tháng`, `thêm 01 năm`.
pub(super) fn is_duration(tokens: &[Token], at: usize) -> bool {
    let Some((_, count)) = first_phrase(SPANS, tokens, at) else { return false };
    let is_counted = token_at(tokens, count).kind == Kind::Number;
    is_counted && token_at(tokens, count + 1).is_among(&[DAY, MONTH, YEAR])
}

/// The day that begins at index `at`, and the index behind it.
fn beginning(tokens: &[Token], at: usize) -> Option<(Day, usize)> {
    /// How far `ngày` stands behind the hour: `từ 0 giờ 00 phút ngày 01 tháng 01 năm 2027`.
    const FARTHEST: usize = 6;
    const MOMENT: Phrase = Phrase::new("thời điểm");
    let first = tokens.get(at)?;
    if first.is_word(YEAR) {
        let year = tokens.get(at + 1)?.number().filter(|year| (1945..=2200).contains(year))?;
        return first_day(year, 1).map(|day| (day, at + 2));
    }
    if first.is_word(MONTH) {
        let month = tokens.get(at + 1)?.number()?;
        let year_at =
            at + 2 + usize::from(tokens.get(at + 2)?.is_word(YEAR) || tokens.get(at + 2)?.is_mark('/'));
        return first_day(tokens.get(year_at)?.number()?, month).map(|day| (day, year_at + 1));
    }
    if let Some(end) = MOMENT.ends_at(tokens, at) {
        return takes_effect(tokens, end).then_some((Day::OfEffect, end));
    }
    let hour = first.kind == Kind::Number && token_at(tokens, at + 1).is_word(word("giờ"));
    let at =
        if hour { (at..tokens.len().min(at + FARTHEST)).find(|at| tokens[*at].is_word(DAY))? } else { at };
    if !tokens.get(at)?.is_word(DAY) {
        return None;
    }
    if let Some(found) = date_at(tokens, at) {
        return found.date.map(|date| (Day::On(date), found.end));
    }
    takes_effect(tokens, at + 1).then_some((Day::OfEffect, at + 1))
}

fn first_day(year: u32, month: u32) -> Option<Day> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok().map(Day::On)
}

/// Whether a time begins at index `at` that is no day: a budget year, a school year, a quarter, the day of an event, a day that
/// is not in the calendar.
fn begins_vaguely(tokens: &[Token], at: usize) -> bool {
    /// What begins the words for the day of the document itself: `ngày ký`, `ngày ban hành`, `ngày Nghị quyết này`.
    const OWN: &[u64] = words!("ký ban thông nghị quyết quy văn có");
    const VAGUE: &[Phrase] = phrases!("năm học, năm ngân sách, quý, thời điểm");
    let is_event = token_at(tokens, at).is_word(DAY)
        && (date_at(tokens, at).is_some_and(|found| found.date.is_none())
            || tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Word && !next.is_among(OWN)));
    is_event || is_any(VAGUE, tokens, at)
}

fn is_last_day(token: &Token) -> bool {
    token.is_word(AT) || token.is_word(AFTER)
}

fn leads_to_end(tokens: &[Token], at: usize) -> bool {
    token_at(tokens, at).is_word(TO)
}

/// Whether `Nghị quyết này có hiệu lực` stands at index `at`.
fn takes_effect(tokens: &[Token], at: usize) -> bool {
    let is_own = is_any(SELVES, tokens, at) || IN_EFFECT.ends_at(tokens, at).is_some();
    let near = at..tokens.len().min(at + NEAR);
    is_own && near.into_iter().any(|index| IN_EFFECT.ends_at(tokens, index).is_some())
}

fn end(tokens: &[Token], at: usize) -> Option<Day> {
    let at = at + usize::from(tokens.get(at)?.is_word(WHOLE));
    if let Some(date) = date_at(tokens, at).and_then(|found| found.date) {
        return Some(Day::On(date));
    }
    let is_year = tokens.get(at)?.is_word(YEAR);
    let year = tokens.get(at + 1)?.number().filter(|_| is_year)?;
    last_of_year(year)
}

fn last_of_year(year: u32) -> Option<Day> {
    Date::new(i16::try_from(year).ok()?, 12, 31).ok().map(Day::On)
}

/// The first day that some words name.
#[must_use]
pub fn day_in(words: &str) -> Option<Date> {
    let mut tokens = Vec::new();
    tokenize(words, 0, &mut tokens);
    (0..tokens.len()).find_map(|at| date_at(&tokens, at)?.date)
}
