//! The letters and digits of the head of a text without spaces and tones: lines of a head are often split in the
//! middle of words when a text is converted.

use super::line::Text;
use crate::text::letter::{self, is_combining, letter, marked};

/// One letter or digit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    /// Small, without tone.
    pub(super) base: char,
    /// Whether it is a capital.
    pub(super) is_capital: bool,
    /// First byte in the source.
    pub(super) start: usize,
    /// Byte behind it and its combining marks.
    pub(super) end: usize,
    /// Index of its line.
    pub(super) line: usize,
}

/// How many letters of a line are looked at.
const LONGEST_LINE: usize = 4000;

/// The letters and digits of the first `count` lines before byte `stop` of the source.
pub(super) fn squeeze(text: &Text<'_>, count: usize, stop: usize) -> Vec<Letter> {
    let mut letters = Vec::new();
    for (index, line) in text.lines.iter().enumerate().take(count) {
        let most = letters.len() + LONGEST_LINE;
        for (at, character) in text.passage(line).text.char_indices() {
            let start = line.start + at;
            if start >= stop {
                return letters;
            }
            if letters.len() >= most {
                break;
            }
            push(&mut letters, character, start, index);
        }
    }
    letters
}

fn push(letters: &mut Vec<Letter>, character: char, start: usize, line: usize) {
    let end = start + character.len_utf8();
    if let Some(known) = letter(character) {
        letters.push(Letter { base: known.base(), is_capital: known.upper, start, end, line });
    } else if character.is_alphanumeric() {
        letters.push(Letter { base: character, is_capital: character.is_uppercase(), start, end, line });
    } else if is_combining(character)
        && let Some(last) = letters.last_mut()
    {
        last.base = marked(last.base, character);
        last.end = end;
    }
}

/// The letters of a phrase as [`squeeze`] gives them.
pub(super) fn pattern(phrase: &str) -> Vec<char> {
    phrase.chars().filter_map(|character| letter(character).map(letter::Letter::base)).collect()
}

/// Whether `pattern` stands at index `at`.
pub(super) fn stands_at(letters: &[Letter], at: usize, pattern: &[char]) -> bool {
    letters
        .get(at..at + pattern.len())
        .is_some_and(|found| found.iter().zip(pattern).all(|(letter, base)| letter.base == *base))
}

/// Whether a line begins at index `at`.
pub(super) fn begins_line(letters: &[Letter], at: usize) -> bool {
    at == 0 || letters[at - 1].line != letters[at].line
}
