//! The time that a statement of effect tells: from when, until when.

use super::subject::{CONNECTIVES, SELVES};
use super::{Base, Start, Verb};
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any, phrases, words};
use crate::legal::structure::spoken_date::{DAY, MONTH, YEAR, date_at};
use crate::legal::structure::spoken_number::spoken;
use crate::legal::structure::token::{Kind, Token, token_at, word};
use crate::text::Date;

/// Words that may stand between the verb and the time.
const FILLERS: &[Phrase] = phrases!("thi hành, thực hiện, pháp luật, áp dụng");
const FROM: u64 = word("từ");

const TO: &[u64] = words!("đến tới");
const WHOLE: u64 = word("hết");
const BEFORE: u64 = word("trước");
const AFTER: u64 = word("sau");
const ON: u64 = word("vào");

const COUNTED: &[u64] = words!("kể tính bắt");

const BEGINNING: &[u64] = words!("đầu cho");
const ADOPTED: Phrase = Phrase::new("thông qua");

const SIGNED: &[Phrase] = phrases!("ký, ban hành");
const BUDGET_YEAR: Phrase = Phrase::new("năm ngân sách");
const SCHOOL_YEAR: Phrase = Phrase::new("năm học");

/// Words that open a time behind `có hiệu lực`.
const OPENERS: [u64; 12] = [
    FROM,
    COUNTED[0],
    COUNTED[1],
    COUNTED[2],
    AFTER,
    ON,
    word("khi"),
    word("cùng"),
    word("đồng"),
    word("ngay"),
    word("theo"),
    word("trong"),
];

type Time = (Option<Start>, Option<Date>, usize);

/// The time that is said at index `at`, and the index behind it.
pub(super) fn time_at(tokens: &[Token], at: usize, verb: Verb) -> Option<Time> {
    let mut at = at;
    while let Some((_, end)) = first_phrase(FILLERS, tokens, at) {
        at = end;
    }
    at = skip(tokens, at, &[',', ':']);
    if verb == Verb::Ends {
        return end_at(tokens, at).map(|(date, end)| (None, Some(date), end));
    }
    let (start, end) = match start_at(tokens, at) {
        Some((start, end)) => (Some(start), end),
        None => (None, at),
    };
    match (start, until_at(tokens, end)) {
        (start, Some((date, end))) => Some((start, Some(date), end)),
        (Some(start), None) => Some((Some(start), None, end)),
        _ => None,
    }
}

/// The last day of what ends at the time at index `at`: `từ ngày` is the first day without effect, `sau ngày`, `vào
/// ngày` and `đến hết ngày` the last one with it.
fn end_at(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let is = |at: usize, key: u64| token_at(tokens, at).is_word(key);
    if let Some(from) = counted_from(tokens, at) {
        let is_after = is(from, AFTER);
        let found = date_at(tokens, from + usize::from(is_after))?;
        let date = found.date?;
        return Some((if is_after { date } else { date.yesterday().ok()? }, found.end));
    }
    if is(at, AFTER) || is(at, ON) || is(at, DAY) {
        let at = at + usize::from(!is(at, DAY));
        let found = date_at(tokens, at).filter(|_| is(at, DAY) || !is(at, AFTER))?;
        return Some((found.date?, found.end));
    }
    until_at(tokens, at)
}

/// The index behind some marks at index `at`.
pub(super) fn skip(tokens: &[Token], at: usize, marks: &[char]) -> usize {
    let skipped = tokens.iter().skip(at).take_while(|token| token.is_one_of(marks)).count();
    at + skipped
}

/// `kể từ ngày thông qua`, `sau 10 ngày kể từ ngày ký`, `từ ngày 01/01/2025`, `từ năm ngân sách 2025`.
fn start_at(tokens: &[Token], at: usize) -> Option<(Start, usize)> {
    let first = tokens.get(at)?;
    if first.is_word(AFTER) {
        let (days, behind) = days_at(tokens, at + 1)?;
        let day = tokens.iter().skip(behind).take(4).position(|token| token.is_word(DAY))?;
        let from = skip(tokens, behind + 1 + day, &[',', '(', ')']);
        let (base, end) = base_at(tokens, counted_from(tokens, from)?)?;
        return Some((Start::After { days, base }, end));
    }
    let at = counted_from(tokens, at).or_else(|| {
        let is_for = first.is_among(BEGINNING);
        is_for.then_some(at + 1)
    })?;
    for (phrase, make) in
        [(BUDGET_YEAR, Start::BudgetYear as fn(i16) -> Start), (SCHOOL_YEAR, Start::SchoolYear)]
    {
        if let Some(end) = phrase.ends_at(tokens, at) {
            let year = i16::try_from(tokens.get(end)?.number()?).ok()?;
            let is_span = token_at(tokens, end + 1).is_one_of(&['-', '–', '—'])
                && token_at(tokens, end + 2).kind == Kind::Number;
            return Some((make(year), if is_span { end + 3 } else { end + 1 }));
        }
    }
    if let Some(date) = date_at(tokens, at) {
        return Some((Start::On(date.date?), date.end));
    }
    base_at(tokens, at).map(|(base, end)| (Start::From(base), end))
}

/// How many days, in digits or in words (`mười lăm`), and the index behind.
fn days_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let in_digits = tokens.get(at)?.number().map(|days| (days, at + 1));
    in_digits.or_else(|| spoken(tokens, at))
}

/// The index behind `từ`, `kể từ`, `tính từ`, `bắt đầu từ`.
fn counted_from(tokens: &[Token], at: usize) -> Option<usize> {
    let mut at = at;
    if token_at(tokens, at).is_among(COUNTED) {
        at += 1;
        at += usize::from(token_at(tokens, at).is_word(BEGINNING[0]));
    }
    tokens.get(at)?.is_word(FROM).then_some(at + 1)
}

/// `ngày (được) (Hội đồng nhân dân tỉnh) thông qua`, `ngày ký (ban hành)`.
fn base_at(tokens: &[Token], at: usize) -> Option<(Base, usize)> {
    const LONGEST_NAME: usize = 10;
    let at = at + usize::from(tokens.get(at)?.is_word(DAY));
    if let Some((_, end)) = first_phrase(SIGNED, tokens, at) {
        let end = SIGNED[1].ends_at(tokens, end).unwrap_or(end);
        return Some((Base::Signing, end));
    }
    let near = &tokens[at..tokens.len().min(at + LONGEST_NAME + 2)];
    let stop = near.iter().position(|token| token.kind != Kind::Word).unwrap_or(near.len());
    (at..at + stop).find_map(|index| ADOPTED.ends_at(tokens, index)).map(|end| (Base::Adoption, end))
}

/// `đến hết ngày 31 tháng 12 năm 2025`, `đến hết năm 2025`, `đến hết tháng 6 năm 2025`, `đến trước ngày 01/01/2026`.
fn until_at(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let is = |at: usize, key: u64| token_at(tokens, at).is_word(key);
    let at = skip(tokens, at, &[',', ';']);
    let at = at + usize::from(is(at, CONNECTIVES[0]));
    let at = at + usize::from(is(at, BEGINNING[1]));
    if !token_at(tokens, at).is_among(TO) {
        return None;
    }
    let at = at + 1;
    if is(at, BEFORE) {
        let found = date_at(tokens, at + 1)?;
        return Some((found.date?.yesterday().ok()?, found.end));
    }
    let is_whole = is(at, WHOLE);
    let at = at + usize::from(is_whole);
    if let Some(found) = date_at(tokens, at) {
        return Some((found.date?, found.end));
    }
    if is_whole { last_day_of_period(tokens, at) } else { None }
}

/// The last day of `năm 2025`, `năm ngân sách 2025`, `tháng 6 năm 2025`, `tháng 6/2025`. A school year ends on another day
/// everywhere.
fn last_day_of_period(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let (month, at) = match tokens.get(at)? {
        token if token.is_word(MONTH) => (tokens.get(at + 1)?.number()?, at + 2),
        _ => (12, at),
    };
    let is_parted = tokens.get(at)?.is_one_of(&['/', ',']);
    let at = at + usize::from(is_parted);
    let at = match BUDGET_YEAR.ends_at(tokens, at) {
        Some(end) => end,
        None if tokens.get(at)?.is_word(YEAR) => at + 1,
        None if is_parted => at,
        None => return None,
    };
    let year = tokens.get(at)?.number().filter(|year| (1900..=2200).contains(year))?;
    let is_span = token_at(tokens, at + 1).is_one_of(&['-', '–', '—', '/'])
        && token_at(tokens, at + 2).kind == Kind::Number;
    let first = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?;
    (!is_span).then(|| (first.last_of_month(), at + 1))
}

/// Whether words that open a time stand at index `at`, behind the verb: a day that could not be read.
pub(super) fn begins_on_unread_day(tokens: &[Token], at: usize) -> bool {
    let mut at = at;
    while let Some((_, end)) = first_phrase(FILLERS, tokens, at) {
        at = end;
    }
    let at = skip(tokens, at, &[',', ':']);
    // `kể từ ngày Nghị quyết này có hiệu lực`: the day of the whole.
    let is_day = |at: &usize| token_at(tokens, *at).is_word(DAY);
    let day = counted_from(tokens, at).unwrap_or(at);
    let is_own_day = is_day(&day) && is_any(SELVES, tokens, day + 1);
    !is_own_day && token_at(tokens, at).is_among(&OPENERS)
}
