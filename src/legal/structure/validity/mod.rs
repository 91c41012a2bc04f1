//! When a resolution says that it takes effect and ends (hiệu lực thi hành).

mod subject;
mod time;

#[cfg(test)]
mod tests;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::condition::{self, DENIALS};
use super::phrase::{FirstWords, Phrase, is_any};
use super::token::{Kind, Token, token_at, word};
use crate::text::Date;
use subject::{EXCEPTIONS, Subject, subject};
use time::{begins_on_unread_day, skip, time_at};

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
/// The word before it: `ngoại trừ`.
const BUT: u64 = word("ngoại");
/// How far before the verb its subject is looked for.
const FARTHEST: usize = 200;

/// The statements about effect in a piece of text.
pub(super) fn validities(tokens: &[Token]) -> Vec<Validity> {
    let mut found: Vec<Validity> = Vec::new();
    let (mut at, mut least) = (0, 0);
    let mut last = Subject::Other;
    while at < tokens.len() {
        if tokens[at].is_mark('.') && token_at(tokens, at + 1).kind != Kind::Number {
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
            && (is_any(condition::OF_A_DAY, tokens, skip(tokens, end, &[',']))
                || is_any(condition::OF_A_DAY, before, 0))
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

fn is_year(start: Option<Start>) -> bool {
    matches!(start, Some(Start::BudgetYear(_) | Start::SchoolYear(_)))
}

fn verb_at(tokens: &[Token], at: usize) -> Option<(Verb, usize)> {
    tokens.get(at).filter(|token| FIRST_WORDS.may_be(token))?;
    VERBS.iter().find_map(|(phrase, verb)| phrase.ends_at(tokens, at).map(|end| (*verb, end)))
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
    let at = at + usize::from(token_at(tokens, at).is_word(BUT));
    let rest =
        tokens.get(at..).filter(|rest| rest.first().is_some_and(|first| first.is_among(EXCEPTIONS)))?;
    let is_end = |token: &Token| token.is_one_of(&['.', ';', ')']);
    let end = rest.iter().take(FARTHEST).position(is_end).unwrap_or(rest.len().min(FARTHEST));
    let clause = &rest[..end];
    let has_verb = (0..clause.len()).any(|at| verb_at(clause, at).is_some());
    if has_verb { None } else { without_day(clause, clause.last()?.end) }
}
