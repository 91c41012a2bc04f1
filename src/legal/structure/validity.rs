//! When a resolution says that it takes effect and ends (hiệu lực thi hành).

use serde::{Deserialize, Serialize};

use std::ops::Range;

use super::phrase::{FirstWords, Phrase, first_phrase, is_any, phrases, words};
use super::spoken_date::date_at;
use super::spoken_number::spoken;
use super::token::{Case, DASHES, Kind, Token, word};
use crate::text::Date;

/// The day that a term of days is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Base {
    /// Ngày thông qua
    Adoption,
    /// Ngày ký, ngày ban hành
    Signing,
}

/// When an effect begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Start {
    /// `từ ngày thông qua`, `kể từ ngày ký`
    From(Base),
    /// `sau 10 ngày kể từ ngày thông qua`
    After {
        /// How many days.
        days: u32,
        /// Counted from this day.
        base: Base,
    },
    /// `từ ngày 01 tháng 01 năm 2025`
    On(Date),
    /// `từ năm ngân sách 2025`
    BudgetYear(i16),
    /// `từ năm học 2025-2026`: its first year
    SchoolYear(i16),
}

/// One statement about effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// The provisions that it is about, as they are named there, or what is done to another document (`việc bãi bỏ Nghị quyết
    /// số ...`): byte offsets. `None`: the whole resolution.
    pub provision: Option<Range<usize>>,
    /// Whether it is about what is done to another document, not about provisions.
    pub is_of_act: bool,
    /// When the effect begins, where that is said so that it can be read. Of provisions that begin on another day than the
    /// whole there may be neither this nor a last day: which day it is nothing tells.
    pub start: Option<Start>,
    /// The last day of the effect, where that is said.
    pub until: Option<Date>,
    /// Whether it is said of the effect itself (hiệu lực); else of when something is applied (áp dụng, thực hiện).
    pub is_of_effect: bool,
    /// The words that say it, from the verb on: byte offsets.
    pub range: Range<usize>,
}

/// What a statement is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    Begins,
    Ends,
    Applies,
}

const VERBS: [(Phrase, Verb); 7] = [
    (Phrase::new("có hiệu lực"), Verb::Begins),
    (Phrase::new("hết hiệu lực"), Verb::Ends),
    (Phrase::new("chấm dứt hiệu lực"), Verb::Ends),
    (Phrase::new("được áp dụng"), Verb::Applies),
    (Phrase::new("áp dụng"), Verb::Applies),
    (Phrase::new("được thực hiện"), Verb::Applies),
    (Phrase::new("thực hiện"), Verb::Applies),
];
/// The first words of [`VERBS`].
const FIRST_WORDS: FirstWords = FirstWords::of(&[]).and_of_pairs(&VERBS);
/// Words that may stand between the verb and the time.
const FILLERS: &[Phrase] = phrases!("thi hành, thực hiện, pháp luật, áp dụng");
const FROM: u64 = word("từ");
const TO: &[u64] = words!("đến tới");
const WHOLE: u64 = word("hết");
const BEFORE: u64 = word("trước");
const DAY: u64 = word("ngày");
const MONTH: u64 = word("tháng");
const YEAR: u64 = word("năm");
const AFTER: u64 = word("sau");
const ON: u64 = word("vào");
const COUNTED: &[u64] = words!("kể tính bắt");
const BEGINNING: &[u64] = words!("đầu cho");
const ADOPTED: Phrase = Phrase::new("thông qua");
const SIGNED: &[Phrase] = phrases!("ký, ban hành");
const BUDGET_YEAR: Phrase = Phrase::new("năm ngân sách");
const SCHOOL_YEAR: Phrase = Phrase::new("năm học");
/// Names of the text itself.
const SELVES: &[Phrase] = phrases!(
    "nghị quyết này, quy định này, quy chế này, đề án này, chính sách này, nghị quyết đã được, \
     nghị quyết được"
);
const RESOLUTION: Phrase = Phrase::new("nghị quyết");
const THIS: u64 = word("này");
/// Words that the name of a provision begins with.
const PROVISIONS: &[u64] = words!("khoản điểm điều chương mục phần phụ");
/// Words between the names of provisions, and from the last of them to the verb.
const BETWEEN_PROVISIONS: &[u64] =
    words!("các và đến từ của tại lục số này nghị quyết quy định chế ban hành kèm theo tiểu được");
/// Beginnings of the names of other documents.
const OTHERS: [Phrase; 7] = [
    Phrase::new("luật"),
    Phrase::new("bộ luật"),
    Phrase::new("pháp lệnh"),
    Phrase::new("nghị định"),
    Phrase::new("thông tư"),
    Phrase::new("quyết định"),
    RESOLUTION,
];
/// Words that deny the verb behind them.
const DENIALS: &[u64] = words!("không chưa chẳng");
/// Words that lead to an exception.
const EXCEPTIONS: &[u64] = words!("trừ riêng");
/// The word before it: `ngoại trừ`.
const BUT: u64 = word("ngoại");
/// What is done, as a noun: `việc bãi bỏ`.
const DOING: u64 = word("việc");
/// Beginnings of verbs that do something to another document.
const ACTS: &[u64] = words!("bãi hủy huỷ thay sửa ngưng ngừng tạm đình chấm kéo");
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
/// Words that may stand alone between a statement and the next one of the same subject.
const CONNECTIVES: &[u64] = words!("và được sẽ đồng thời gian hạn có chỉ thì cũng mà việc");
/// What may stand before the name of the text that ends as a whole.
const WHOLES: &[Phrase] = phrases!("toàn bộ, các quy định của, riêng");
const NUMBER: u64 = word("số");
/// How far before the verb its subject is looked for.
const FARTHEST: usize = 200;

/// The statements about effect in a piece of text.
pub(super) fn validities(tokens: &[Token]) -> Vec<Validity> {
    let mut found: Vec<Validity> = Vec::new();
    let (mut at, mut least) = (0, 0);
    let mut last = Subject::Other;
    while at < tokens.len() {
        if tokens[at].is_mark('.') && !tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number) {
            (least, last) = (at + 1, Subject::Other);
        }
        let Some((verb, verb_end)) = verb_at(tokens, at) else {
            at += 1;
            continue;
        };
        let Some((start, until, end)) = time_at(tokens, verb_end, verb) else {
            let before = &tokens[least.max(at.saturating_sub(FARTHEST))..at];
            if verb == Verb::Begins && begins_on_unread_day(tokens, verb_end) {
                found.extend(without_day(before, tokens[verb_end - 1].end));
            }
            at = verb_end;
            continue;
        };
        if at > 0 && tokens[at - 1].is_among(DENIALS) {
            (at, least) = (end, end);
            continue;
        }
        let before = &tokens[least.max(at.saturating_sub(FARTHEST))..at];
        if verb == Verb::Begins
            && (is_condition(tokens, skip(tokens, end, &[','])) || is_condition(before, 0))
        {
            found.extend(without_day(before, tokens[end - 1].end));
            (at, least, last) = (end, end, Subject::Other);
            continue;
        }
        let subject = match subject(before, verb) {
            Subject::Same => last.clone(),
            other => other,
        };
        let provision = match &subject {
            Subject::Provision(range) | Subject::Act(range) => Some(Some(range.clone())),
            Subject::This => Some(None),
            Subject::Same | Subject::Other => None,
        };
        // That something is applied from a day on says nothing of the effect of the whole.
        let is_told = verb != Verb::Applies || until.is_some() || is_year(start) || provision != Some(None);
        if let Some(provision) = provision.filter(|_| is_told) {
            let range = tokens[at].start..tokens[end - 1].end;
            let is_of_act = matches!(subject, Subject::Act(_));
            let is_whole = provision.is_none();
            let is_of_effect = verb != Verb::Applies;
            found.push(Validity { provision, is_of_act, start, until, is_of_effect, range });
            if is_whole && verb == Verb::Begins {
                found.extend(bare_exception(tokens, end));
            }
        }
        (at, least, last) = (end, end, subject);
    }
    found
}

/// Whether a condition begins at index `at`, so that the day beside it is not certain: `có hiệu lực từ ngày ... nếu được phê
/// duyệt`.
fn is_condition(tokens: &[Token], at: usize) -> bool {
    const CONDITIONS: &[Phrase] = phrases!("nếu, với điều kiện, trong trường hợp, sau khi được, khi được");
    is_any(CONDITIONS, tokens, at)
}

fn is_year(start: Option<Start>) -> bool {
    matches!(start, Some(Start::BudgetYear(_) | Start::SchoolYear(_)))
}

fn verb_at(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    tokens.get(at).filter(|token| FIRST_WORDS.may_be(token))?;
    VERBS.iter().find_map(|(phrase, verb)| phrase.ends_at(tokens, at).map(|end| (*verb, end)))
}

/// What a verb is said of.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Subject {
    This,
    Provision(Range<usize>),
    /// What is done to another document: `việc bãi bỏ Nghị quyết số ...`
    Act(Range<usize>),
    /// That of the statement before.
    Same,
    Other,
}

/// The subject among the words before the verb.
fn subject(before: &[Token], verb: Verb) -> Subject {
    let before = behind_label(before);
    let is_connective = |token: &Token| token.is_one_of(&[',', ';']) || token.is_among(CONNECTIVES);
    if before.iter().all(is_connective) {
        return Subject::Same;
    }
    // Nghị quyết này thay thế Nghị quyết số ... và có hiệu lực từ ngày ...
    let goes_on = before.last().is_some_and(|last| last.is_mark(',') || last.is_among(&CONNECTIVES[..1]));
    if verb == Verb::Begins && goes_on && is_any(SELVES, before, 0) {
        return Subject::This;
    }
    let exception = before.iter().rposition(|token| token.is_among(EXCEPTIONS));
    let own = exception.map_or(before, |at| &before[at + 1..]);
    let clause = own.iter().rposition(|token| token.is_mark(';')).map_or(own, |at| &own[at + 1..]);
    let clause = behind_label(clause);
    if let [first, second, .., last] = clause
        && first.is_word(DOING)
        && second.is_among(ACTS)
    {
        return Subject::Act(first.start..last.end);
    }
    if let Some(at) = provision_in(clause)
        && let Some(last) = clause.last()
    {
        return if names_other(&clause[at..]) {
            Subject::Other
        } else {
            Subject::Provision(clause[at].start..last.end)
        };
    }
    if names_other_number(clause) {
        return Subject::Other;
    }
    let is_bare = clause.len() >= 2 && RESOLUTION.ends_at(clause, clause.len() - 2).is_some();
    let begins = skip_connectives(clause);
    let begins = first_phrase(WHOLES, clause, begins).map_or(begins, |(_, end)| end);
    let is_first = is_any(SELVES, clause, begins) || (is_bare && begins + 2 == clause.len());
    let is_named =
        verb == Verb::Begins && (is_bare || (0..clause.len()).any(|at| is_any(SELVES, clause, at)));
    if is_first || is_named { Subject::This } else { Subject::Other }
}

/// Whether words that open a time stand at index `at`, behind the verb: a day that could not be read.
fn begins_on_unread_day(tokens: &[Token], at: usize) -> bool {
    let mut at = at;
    while let Some((_, end)) = first_phrase(FILLERS, tokens, at) {
        at = end;
    }
    let at = skip(tokens, at, &[',', ':']);
    // `kể từ ngày Nghị quyết này có hiệu lực`: the day of the whole.
    let is_day = |at: &usize| tokens.get(*at).is_some_and(|token| token.is_word(DAY));
    let day = counted_from(tokens, at).unwrap_or(at);
    let is_own_day = is_day(&day) && is_any(SELVES, tokens, day + 1);
    !is_own_day && tokens.get(at).is_some_and(|token| token.is_among(&OPENERS))
}

/// That the provisions, or the act, that some words name begin on a day that nothing tells; `None` where they name none.
fn without_day(words: &[Token], end: usize) -> Option<Validity> {
    let (range, is_of_act) = match subject(words, Verb::Begins) {
        Subject::Provision(range) => (range, false),
        Subject::Act(range) => (range, true),
        Subject::This | Subject::Same | Subject::Other => return None,
    };
    let said = range.start..end.max(range.end);
    let (start, until) = (None, None);
    Some(Validity { provision: Some(range), is_of_act, start, until, is_of_effect: true, range: said })
}

/// An exception behind the day of the whole that says nothing of a day of its own: `..., trừ Điều 1.`
fn bare_exception(tokens: &[Token], at: usize) -> Option<Validity> {
    let at = skip(tokens, at, &[',', '(']);
    let at = at + usize::from(tokens.get(at).is_some_and(|token| token.is_word(BUT)));
    let rest =
        tokens.get(at..).filter(|rest| rest.first().is_some_and(|first| first.is_among(EXCEPTIONS)))?;
    let is_end = |token: &Token| token.is_one_of(&['.', ';', ')']);
    let end = rest.iter().take(FARTHEST).position(is_end).unwrap_or(rest.len().min(FARTHEST));
    let clause = &rest[..end];
    let has_verb = (0..clause.len()).any(|at| verb_at(clause, at).is_some());
    if has_verb { None } else { without_day(clause, clause.last()?.end) }
}

fn skip_connectives(tokens: &[Token]) -> usize {
    let is_connective = |token: &&Token| token.kind == Kind::Mark || token.is_among(CONNECTIVES);
    tokens.iter().take_while(is_connective).count()
}

/// The words behind the label of the provision itself: `Điều 3. Nghị quyết này`, `a) Điều 5`, `- Khoản 2`.
fn behind_label(tokens: &[Token]) -> &[Token] {
    match tokens {
        [article, number, mark, rest @ ..]
            if article.is_word(PROVISIONS[2])
                && number.kind == Kind::Number
                && mark.is_one_of(&['.', ':', ')']) =>
        {
            rest
        }
        [number, mark, rest @ ..]
            if (number.kind == Kind::Number || number.letter != '\0') && mark.is_one_of(&['.', ')', '/']) =>
        {
            rest
        }
        [dash, rest @ ..] if dash.is_one_of(&DASHES) => rest,
        _ => tokens,
    }
}

/// Where the provisions begin that a clause is about: near its beginning, or right before the verb.
fn provision_in(clause: &[Token]) -> Option<usize> {
    const NEAR: usize = 6;
    let begins = |at: &usize| {
        clause[*at].is_among(PROVISIONS)
            && clause[at + 1..].iter().take(3).any(|next| next.kind == Kind::Number || next.letter != '\0')
            && clause.get(at + 1).is_some_and(|next| {
                let is_list = next.is_word(BETWEEN_PROVISIONS[6]) || next.is_one_of(&['“', '"']);
                next.kind == Kind::Number || next.letter != '\0' || is_list || is_roman(next)
            })
    };
    let is_inside = |token: &&Token| {
        token.kind != Kind::Word
            || token.letter != '\0'
            || is_roman(token)
            || token.is_among(PROVISIONS)
            || token.is_among(BETWEEN_PROVISIONS)
    };
    let behind = clause.len() - clause.iter().rev().take_while(is_inside).count();
    (0..clause.len().min(NEAR)).find(begins).or_else(|| (behind..clause.len()).find(begins))
}

/// Whether a word in capitals can be a Roman numeral.
fn is_roman(token: &Token) -> bool {
    token.kind == Kind::Word && token.case == Case::Upper && token.end - token.start <= 4
}

/// Whether a clause names a document by its number.
fn names_other_number(clause: &[Token]) -> bool {
    clause.iter().enumerate().any(|(at, token)| {
        token.is_word(NUMBER)
            && clause.get(at + 1).is_some_and(|next| next.kind == Kind::Number)
            && clause.get(at + 2).is_some_and(|next| next.is_one_of(&['/', '-']))
    })
}

/// Whether a clause that begins with provisions says that they are of another document.
fn names_other(clause: &[Token]) -> bool {
    let is_other = |at: usize| {
        let Some((form, end)) = first_phrase(&OTHERS, clause, at) else { return false };
        let is_own = form + 1 == OTHERS.len() && clause.get(end).is_none_or(|next| next.is_word(THIS));
        !is_own
    };
    names_other_number(clause) || (0..clause.len()).any(is_other)
}

type Time = (Option<Start>, Option<Date>, usize);

/// The time that is said at index `at`, and the index behind it.
fn time_at(tokens: &[Token], at: usize, verb: Verb) -> Option<Time> {
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
    let is = |at: usize, key: u64| tokens.get(at).is_some_and(|token| token.is_word(key));
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

fn skip(tokens: &[Token], at: usize, marks: &[char]) -> usize {
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
            let is_span = tokens.get(end + 1).is_some_and(|token| token.is_one_of(&['-', '–', '—']))
                && tokens.get(end + 2).is_some_and(|token| token.kind == Kind::Number);
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
    if tokens.get(at).is_some_and(|token| token.is_among(COUNTED)) {
        at += 1;
        at += usize::from(tokens.get(at).is_some_and(|token| token.is_word(BEGINNING[0])));
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
    let is = |at: usize, key: u64| tokens.get(at).is_some_and(|token| token.is_word(key));
    let at = skip(tokens, at, &[',', ';']);
    let at = at + usize::from(is(at, CONNECTIVES[0]));
    let at = at + usize::from(is(at, BEGINNING[1]));
    if !tokens.get(at).is_some_and(|token| token.is_among(TO)) {
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
    let is_span = tokens.get(at + 1).is_some_and(|token| token.is_one_of(&['-', '–', '—', '/']))
        && tokens.get(at + 2).is_some_and(|token| token.kind == Kind::Number);
    let first = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?;
    (!is_span).then(|| (first.last_of_month(), at + 1))
}

#[cfg(test)]
mod tests {
    use super::super::line::tokens;
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_usual_phrase_is_read() {
        let adoption = Some(Start::From(Base::Adoption));
        let signing = Some(Start::From(Base::Signing));
        let last = Some(date(2025, 12, 31));
        for (text, start, until) in [
            ("Nghị quyết này có hiệu lực từ ngày thông qua.", adoption, None),
            (
                "Nghị quyết này có hiệu lực thi hành kể từ ngày được Hội đồng nhân dân tỉnh thông qua",
                adoption,
                None,
            ),
            ("Nghị quyết có hiệu lực kể từ ngày ký.", signing, None),
            ("Nghị quyết này có hiệu lực kể từ ngày ký.", signing, None),
            ("Nghị quyết này có hiệu lực kể từ ngày ký ban hành.", signing, None),
            (
                "Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày thông qua",
                Some(Start::After { days: 10, base: Base::Adoption }),
                None,
            ),
            (
                "Nghị quyết này có hiệu lực thi hành sau 10 (mười) ngày, kể từ ngày ký",
                Some(Start::After { days: 10, base: Base::Signing }),
                None,
            ),
            (
                "Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2025",
                Some(Start::On(date(2025, 1, 1))),
                None,
            ),
            (
                "Nghị quyết này có hiệu lực kể từ ngày 01/01/2025 đến hết ngày 31 tháng 12 năm 2025",
                Some(Start::On(date(2025, 1, 1))),
                last,
            ),
            ("Nghị quyết này có hiệu lực đến hết ngày 31 tháng 12 năm 2025", None, last),
            ("Nghị quyết này được thực hiện đến hết ngày 31/12/2025", None, last),
            ("Nghị quyết này hết hiệu lực kể từ ngày 01/01/2026", None, last),
            ("Nghị quyết này hết hiệu lực thi hành vào ngày 31 tháng 12 năm 2025", None, last),
            ("1. Nghị quyết này hết hiệu lực sau ngày 31/12/2025", None, last),
            ("Nghị quyết này hết hiệu lực từ sau ngày 31/12/2025", None, last),
            ("Nghị quyết này hết hiệu lực thi hành đến hết ngày 31/12/2025", None, last),
            ("Nghị quyết này được áp dụng đến hết năm 2025", None, last),
            ("Nghị quyết này áp dụng cho đến hết tháng 12 năm 2025", None, last),
            ("Nghị quyết này có hiệu lực đến trước ngày 01/01/2026", None, last),
            (
                "Nghị quyết này có hiệu lực từ ngày 01/01/2025 đến hết năm ngân sách 2025",
                Some(Start::On(date(2025, 1, 1))),
                last,
            ),
            (
                "Nghị quyết này có hiệu lực sau mười lăm ngày kể từ ngày thông qua",
                Some(Start::After { days: 15, base: Base::Adoption }),
                None,
            ),
            (
                "Nghị quyết này thay thế Nghị quyết số 05/2021/NQ-HĐND ngày 08/7/2021 và có hiệu lực từ ngày 01/01/2025",
                Some(Start::On(date(2025, 1, 1))),
                None,
            ),
            ("Nghị quyết này áp dụng từ năm ngân sách 2025", Some(Start::BudgetYear(2025)), None),
            ("Nghị quyết này được áp dụng từ năm học 2025-2026", Some(Start::SchoolYear(2025)), None),
            (
                "Nghị quyết này đã được HĐND tỉnh thông qua ngày 12 tháng 7 năm 2023 và có hiệu lực từ ngày thông qua./.",
                adoption,
                None,
            ),
        ] {
            let found = validities(&tokens(text, 0));
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((found[0].start, found[0].until), (start, until), "{text}");
            assert_eq!(found[0].provision, None, "{text}");
        }
    }

    #[test]
    fn provisions_may_have_days_of_their_own() {
        let text = "Điều 3. Nghị quyết này có hiệu lực từ ngày thông qua, trừ khoản 2 Điều 5 có hiệu lực từ ngày \
                    01/01/2026.";
        let found = validities(&tokens(text, 0));
        let provisions: Vec<_> =
            found.iter().map(|found| found.provision.clone().map(|range| &text[range])).collect();
        assert_eq!(provisions, [None, Some("khoản 2 Điều 5")]);
    }

    #[test]
    fn what_goes_on_in_a_sentence_is_of_the_same_subject() {
        let day = |text: &str| crate::text::parse_date(text).ok();
        for (text, expected) in [
            (
                "Nghị quyết này có hiệu lực từ ngày 01/6/2025 và hết hiệu lực sau ngày 31/12/2026.",
                &[(None, Some("2025-06-01"), None), (None, None, Some("2026-12-31"))] as &[_],
            ),
            (
                "Nghị quyết này có hiệu lực từ ngày 01/6/2025, được áp dụng đến hết năm 2026.",
                &[(None, Some("2025-06-01"), None), (None, None, Some("2026-12-31"))],
            ),
            (
                "Khoản 2 Điều 3 có hiệu lực từ ngày 01/6/2025 và hết hiệu lực từ ngày 01/01/2027.",
                &[
                    (Some("Khoản 2 Điều 3"), Some("2025-06-01"), None),
                    (Some("Khoản 2 Điều 3"), None, Some("2026-12-31")),
                ],
            ),
            (
                "Nghị quyết này có hiệu lực từ ngày 01/6/2025; các quy định trước đây hết hiệu lực từ ngày 01/6/2025.",
                &[(None, Some("2025-06-01"), None)],
            ),
            ("Chính sách tại Nghị quyết này được thực hiện từ ngày 01/01/2025 đến hết ngày 31/12/2028.", &[]),
            ("Các văn bản trái với Nghị quyết này hết hiệu lực từ ngày 01/6/2025.", &[]),
            ("Nghị quyết này được áp dụng đến hết năm học 2025-2026.", &[]),
            ("Nghị quyết này được áp dụng đến năm 2026.", &[]),
            ("Nghị quyết này có hiệu lực từ ngày 01/10/2026 nếu được Chính phủ phê duyệt phương án.", &[]),
            ("Nếu được Chính phủ phê duyệt, Nghị quyết này có hiệu lực từ ngày 01/10/2026.", &[]),
            (
                "Khoản 2 Điều 3 có hiệu lực từ ngày 01/10/2026, với điều kiện có nguồn.",
                &[(Some("Khoản 2 Điều 3"), None, None)],
            ),
            ("Thời gian áp dụng chính sách đến hết ngày 31 tháng 12 năm 2028.", &[]),
        ] {
            let found = validities(&tokens(text, 0));
            let said: Vec<_> = found
                .iter()
                .map(|found| {
                    let start = match found.start {
                        Some(Start::On(date)) => Some(date),
                        _ => None,
                    };
                    (found.provision.clone().map(|range| &text[range]), start, found.until)
                })
                .collect();
            let expected: Vec<_> = expected
                .iter()
                .map(|(provision, start, until)| (*provision, start.and_then(day), until.and_then(day)))
                .collect();
            assert_eq!(said, expected, "{text}");
        }
    }

    #[test]
    fn what_is_said_of_others_is_left_aside() {
        for text in [
            "Nghị quyết số 05/2021/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
            "Hợp đồng có hiệu lực từ ngày ký.",
            "Nghị quyết số 05/2021/NQ-HĐND có hiệu lực từ ngày 01/01/2022.",
            "Nghị quyết này được thực hiện từ ngày hôm nay",
            "Nghị quyết này không hết hiệu lực ngày 31/12/2025 mà tiếp tục được áp dụng.",
            "Nghị quyết này chưa hết hiệu lực từ ngày 01/01/2026.",
            "Khoản 2 Điều 3 Luật Đất đai có hiệu lực từ ngày 01/01/2025.",
            "Điều 5 Nghị quyết số 05/2021/NQ-HĐND hết hiệu lực từ ngày 01/01/2025.",
        ] {
            assert_eq!(validities(&tokens(text, 0)), [], "{text}");
        }
    }
}
