//! What a unit is counted by: digits, Roman numerals, letters, ordinals.

use super::unit::{Level, POINTS};
use crate::legal::structure::phrase::{Phrase, first_phrase, phrases, words};
use crate::legal::structure::token::{Case, Kind, Token, token_at, word};
use crate::text::to_roman;

/// Roman numerals, from one on.
const ROMANS: &[u64] = words!(
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI \
     XXVII XXVIII XXIX XXX"
);
/// Ordinals of divisions: `Phần thứ nhất`.
const ORDINALS: &[u64] = words!("nhất hai ba tư năm sáu bảy tám chín mười");

/// Words for a place within a provision: `đoạn mở đầu`, `câu cuối`.
const PLACES: &[Phrase] = phrases!("mở đầu, đầu tiên, đầu, cuối cùng, cuối");
const NUMBER: u64 = word("số");
const ORDINAL: u64 = word("thứ");

/// A value of a unit: its words, its part of an anchor, and the index behind it.
pub(super) struct Value {
    pub(super) words: String,
    pub(super) anchor: Option<String>,
    pub(super) counts: Option<u32>,
    pub(super) end: usize,
}

/// The value of a unit of some level at index `at`.
pub(super) fn value_at(tokens: &[Token], at: usize, level: Level) -> Option<Value> {
    let token = tokens.get(at)?;
    match level {
        Level::Name | Level::Heading => None,
        Level::Piece => piece(tokens, at),
        Level::Point => {
            point(tokens, at).or_else(|| number(tokens, at).map(|value| Value { anchor: None, ..value }))
        }
        Level::Clause | Level::Article => number(tokens, at),
        Level::Form => {
            let is_counted = token.is_word(NUMBER);
            let value = number(tokens, at + usize::from(is_counted))?;
            let words = if is_counted { format!("số {}", value.words) } else { value.words };
            Some(Value { words, anchor: None, ..value })
        }
        Level::Subsection | Level::Section | Level::Chapter | Level::Part | Level::Annex => {
            let skipped = usize::from(token.is_word(NUMBER) || token.is_word(ORDINAL));
            let at = at + skipped;
            number(tokens, at)
                .or_else(|| roman(tokens, at))
                .or_else(|| ordinal(tokens, at, skipped > 0))
                .or_else(|| letter(tokens, at).filter(|_| matches!(level, Level::Part | Level::Section)))
        }
    }
}

fn number(tokens: &[Token], at: usize) -> Option<Value> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Number && token.key <= 9999)?;
    // Digits have one byte each, so leading zeros can be told.
    let width = token.end - token.start - if token.letter == '\0' { 0 } else { token.letter.len_utf8() };
    let letter = if token.letter == '\0' { String::new() } else { token.letter.to_string() };
    let mut words = format!("{:0width$}{letter}", token.key);
    let mut end = at + 1;
    let counts = u32::try_from(token.key).ok().filter(|_| letter.is_empty());
    // `khoản 2.1` is named by its larger number in anchors.
    while tokens.get(end).is_some_and(|mark| mark.is_mark('.') && mark.start == tokens[end - 1].end)
        && let Some(below) = tokens.get(end + 1).filter(|below| below.kind == Kind::Number)
        && below.start == tokens[end].end
    {
        words.push_str(&format!(".{}", below.key));
        end += 2;
    }
    Some(Value { words, anchor: Some(format!("{}{letter}", token.key)), counts, end })
}

fn point(tokens: &[Token], at: usize) -> Option<Value> {
    let is_quoted = tokens.get(at)?.is_one_of(&['“', '"', '‘']);
    let at = at + usize::from(is_quoted);
    let token = tokens.get(at).filter(|token| token.kind == Kind::Word && POINTS.contains(&token.letter))?;
    let mut words = token.letter.to_string();
    let mut anchor = if token.letter == 'đ' { "dd".to_owned() } else { words.clone() };
    let mut end = at + 1;
    if let Some(inserted) =
        tokens.get(end).filter(|next| next.kind == Kind::Number && next.start == token.end)
    {
        words.push_str(&inserted.key.to_string());
        anchor.push_str(&inserted.key.to_string());
        end += 1;
    }
    let closes = tokens.get(end).is_some_and(|mark| mark.is_one_of(&['”', '"', '’', ')']));
    Some(Value { words, anchor: Some(anchor), counts: None, end: end + usize::from(closes) })
}

fn roman(tokens: &[Token], at: usize) -> Option<Value> {
    let token = tokens.get(at).filter(|token| token.case == Case::Upper)?;
    let place = ROMANS.iter().position(|key| token.is_word(*key))?;
    let number = u16::try_from(place + 1).ok()?;
    let (anchor, counts) = (Some(number.to_string()), Some(u32::from(number)));
    Some(Value { words: to_roman(number), anchor, counts, end: at + 1 })
}

fn ordinal(tokens: &[Token], at: usize, is_counted: bool) -> Option<Value> {
    let place = ORDINALS.iter().position(|key| token_at(tokens, at).is_word(*key))?;
    let number = u16::try_from(place + 1).ok().filter(|_| is_counted)?;
    Some(Value { words: to_roman(number), anchor: Some(number.to_string()), counts: None, end: at + 1 })
}

/// `Phần B`: a division that no anchor can name.
fn letter(tokens: &[Token], at: usize) -> Option<Value> {
    let token =
        tokens.get(at).filter(|token| token.case == Case::Upper && matches!(token.letter, 'a'..='h'))?;
    let words = token.letter.to_ascii_uppercase().to_string();
    Some(Value { words, anchor: None, counts: None, end: at + 1 })
}

/// What tells a piece of a provision from others: a number, a letter, `thứ nhất`, `mở đầu`.
fn piece(tokens: &[Token], at: usize) -> Option<Value> {
    let end = if tokens.get(at)?.is_word(ORDINAL) {
        let next = tokens.get(at + 1)?;
        (next.kind == Kind::Number || next.is_among(ORDINALS)).then_some(at + 2)?
    } else if let Some((_, end)) = first_phrase(PLACES, tokens, at) {
        end
    } else {
        point(tokens, at).or_else(|| number(tokens, at)).or_else(|| roman(tokens, at))?.end
    };
    Some(Value { words: String::new(), anchor: None, counts: None, end })
}
