//! From when and until when something is done to a document.

use super::{Day, Effect};
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::{Phrase, Token, is_any, word};
use crate::text::Date;

use super::verb::SELVES;

const FROM: u64 = word("từ");
const WHEN: u64 = word("khi");
const TO: u64 = word("đến");
const WHOLE: u64 = word("hết");
const DAY: u64 = word("ngày");
const YEAR: u64 = word("năm");
const IN_FORCE: Phrase = Phrase::new("có hiệu lực");
/// Within how many tokens behind `từ ngày` the resolution comes to `có hiệu lực`.
const NEAR: usize = 8;

/// The days that a sentence says.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Times {
    from: Option<Day>,
    until: Option<Day>,
}

impl Times {
    /// Reads the days of a sentence.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let mut times = Self::default();
        for (at, token) in tokens.iter().enumerate() {
            if times.from.is_none() && token.is_word(FROM) {
                times.from = beginning(tokens, at + 1);
            }
            if times.from.is_none() && token.is_word(WHEN) && takes_effect(tokens, at + 1) {
                times.from = Some(Day::OfEffect);
            }
            if times.until.is_none() && token.is_word(TO) {
                times.until = end(tokens, at + 1);
            }
        }
        times
    }

    /// Gives the days to a finding.
    pub(super) fn give(self, effect: &mut Effect) {
        effect.from = self.from;
        effect.until = self.until;
    }
}

fn beginning(tokens: &[Token], at: usize) -> Option<Day> {
    if !tokens.get(at)?.is_word(DAY) {
        return None;
    }
    if let Some(date) = date_at(tokens, at).and_then(|found| found.date) {
        return Some(Day::On(date));
    }
    takes_effect(tokens, at + 1).then_some(Day::OfEffect)
}

/// Whether `Nghị quyết này có hiệu lực` stands at index `at`.
fn takes_effect(tokens: &[Token], at: usize) -> bool {
    let is_own = is_any(&SELVES, tokens, at) || IN_FORCE.ends_at(tokens, at).is_some();
    let near = at..tokens.len().min(at + NEAR);
    is_own && near.into_iter().any(|index| IN_FORCE.ends_at(tokens, index).is_some())
}

fn end(tokens: &[Token], at: usize) -> Option<Day> {
    let at = at + usize::from(tokens.get(at)?.is_word(WHOLE));
    if let Some(date) = date_at(tokens, at).and_then(|found| found.date) {
        return Some(Day::On(date));
    }
    let is_year = tokens.get(at)?.is_word(YEAR);
    let year = tokens.get(at + 1)?.number().filter(|_| is_year)?;
    Date::new(i16::try_from(year).ok()?, 12, 31).ok().map(Day::On)
}
