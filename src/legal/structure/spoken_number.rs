//! Numbers in digits, Roman numerals and words: `11`, `XIV`, `thứ Ba`, `mười một`.

use super::line::Passage;
use super::token::{Kind, Token, token_at, word};
use crate::text::from_roman;

/// Words of numbers below ten and of ten itself.
const UNITS: [(u64, u32); 15] = [
    (word("nhất"), 1),
    (word("một"), 1),
    (word("mốt"), 1),
    (word("hai"), 2),
    (word("nhì"), 2),
    (word("ba"), 3),
    (word("tư"), 4),
    (word("bốn"), 4),
    (word("năm"), 5),
    (word("lăm"), 5),
    (word("sáu"), 6),
    (word("bảy"), 7),
    (word("bẩy"), 7),
    (word("tám"), 8),
    (word("chín"), 9),
];
const TEN: u64 = word("mười");
const TENS: u64 = word("mươi");

/// The number that begins at index `at`, and the index behind it.
pub(super) fn number_at(passage: &Passage<'_>, at: usize) -> Option<(u32, usize)> {
    let token = passage.tokens.get(at)?;
    match token.kind {
        Kind::Number => token.number().map(|number| (number, at + 1)),
        Kind::Word => {
            roman(passage, token).map(|number| (number, at + 1)).or_else(|| spoken(passage.tokens, at))
        }
        Kind::Mark => None,
    }
}

/// The value of a word that is a Roman numeral in capitals.
pub(super) fn roman(passage: &Passage<'_>, token: &Token) -> Option<u32> {
    let text = passage.word(token);
    let is_numeral = text.len() <= 8 && text.bytes().all(|byte| b"IVXLC".contains(&byte));
    if is_numeral { from_roman(text).map(u32::from) } else { None }
}

/// The number in words that begins at index `at`, below a hundred, and the index behind it.
pub(super) fn spoken(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    if tokens.get(at)?.is_word(TEN) {
        return Some(match unit(tokens, at + 1) {
            Some(unit) => (10 + unit, at + 2),
            None => (10, at + 1),
        });
    }
    let first = unit(tokens, at)?;
    if !token_at(tokens, at + 1).is_word(TENS) {
        return Some((first, at + 1));
    }
    Some(match unit(tokens, at + 2) {
        Some(unit) => (first * 10 + unit, at + 3),
        None => (first * 10, at + 2),
    })
}

fn unit(tokens: &[Token], at: usize) -> Option<u32> {
    let token = tokens.get(at)?;
    UNITS.iter().find(|(key, _)| token.is_word(*key)).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::super::line::tokens;
    use super::*;

    #[test]
    fn numbers_are_read_in_digits_and_words() {
        for (text, expected) in [
            ("11", Some(11)),
            ("XIV", Some(14)),
            ("Ba", Some(3)),
            ("mười", Some(10)),
            ("mười một", Some(11)),
            ("MƯỜI LĂM", Some(15)),
            ("hai mươi", Some(20)),
            ("hai mươi mốt", Some(21)),
            ("tư", Some(4)),
            ("tỉnh", None),
        ] {
            let tokens = tokens(text, 0);
            let passage = Passage { text, start: 0, tokens: &tokens };
            assert_eq!(number_at(&passage, 0).map(|(number, _)| number), expected, "{text}");
        }
    }
}
