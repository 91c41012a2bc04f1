//! Words, numbers and marks of a folded text, each with what the parsers ask for most.

use super::lexicon::flags_of;
use super::small::push_small;

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte in the folded text.
    pub(super) start: usize,
    /// Byte behind the last.
    pub(super) end: usize,
    /// What it is.
    pub(crate) kind: Kind,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// How a word is capitalised.
    pub(crate) case: Case,
    /// What the lexicon says of a word.
    pub(crate) flags: u8,
    /// Where its small letters begin in the list of those; `None` where it is written in small letters.
    pub(super) small: Option<u32>,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters and digits, a letter first.
    Word,
    /// Digits, perhaps with letters behind.
    Number,
    /// One character of punctuation; its byte where it is ASCII, else 0.
    Mark(u8),
    /// Behind the last token.
    End,
}

/// What parts two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// Spaces.
    Space,
    /// One line break.
    Line,
    /// An empty line.
    Paragraph,
}

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// The first letter is small.
    Lower,
    /// Only the first letter is a capital, or not all are.
    Capital,
    /// All letters are capitals; at least two.
    Upper,
    /// One capital letter alone.
    Single,
}

impl Token {
    /// What stands behind the last token.
    pub(super) const END: Self = Self {
        start: 0,
        end: 0,
        kind: Kind::End,
        gap: Gap::Paragraph,
        case: Case::Lower,
        flags: 0,
        small: None,
    };

    /// Whether it is that mark.
    pub(crate) fn is_mark(self, mark: u8) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it is a word that begins with a capital.
    pub(crate) fn is_capital(self) -> bool {
        self.kind == Kind::Word && self.case != Case::Lower
    }

    /// Whether the lexicon gives it one of these flags.
    pub(crate) fn has(self, flags: u8) -> bool {
        self.flags & flags != 0
    }
}

/// Classes of bytes.
const GAP: u8 = 0;
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const MARK: u8 = 3;
/// Lead bytes of U+0080 to U+00BF and U+2000 to U+2FFF, where punctuation lies.
const WIDE_MARK: u8 = 4;

const CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [MARK; 256];
    let mut byte: u8 = 0;
    loop {
        table[byte as usize] = match byte {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => GAP,
            b'0'..=b'9' => DIGIT,
            0xc2 | 0xe2 => WIDE_MARK,
            b'a'..=b'z' | b'A'..=b'Z' | 0x80..=0xff => LETTER,
            _ => MARK,
        };
        if byte == 255 {
            return table;
        }
        byte += 1;
    }
}

fn class(byte: u8) -> u8 {
    CLASSES[usize::from(byte)]
}

/// Cuts a folded text into tokens. The second value holds the small letters of those that are not written so.
pub(super) fn tokens(plain: &str) -> (Vec<Token>, String) {
    let bytes = plain.as_bytes();
    let mut tokens = Vec::with_capacity(plain.len() / 5 + 4);
    let mut small = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let (start, gap) = skip_gap(bytes, at);
        let Some(first) = bytes.get(start) else { break };
        let mut token = Token { start, end: start + 1, gap, ..Token::END };
        match class(*first) {
            DIGIT => {
                token.end = number_end(bytes, start);
                token.kind = Kind::Number;
                if bytes[token.end - 1].is_ascii_uppercase() {
                    token.small = Some(push_small(&plain[start..token.end], &mut small));
                }
            }
            LETTER => {
                token.kind = Kind::Word;
                let is_small;
                (token.end, is_small) = letters_end(bytes, start);
                if is_small {
                    token.flags = flags_of(bytes, start, token.end);
                    if gap == Gap::Paragraph && goes_on(tokens.last(), token.end - start) {
                        token.gap = Gap::Line;
                    }
                } else {
                    token.case = case_of(&bytes[start..token.end]);
                    if matches!(token.case, Case::Upper | Case::Single) {
                        token.end = word_end(bytes, start);
                        token.case = case_of(&bytes[start..token.end]);
                    }
                    if let Some(end) = crate::text::letter::glued_end(&plain[start..token.end]) {
                        token.end = start + end;
                        token.case = case_of(&bytes[start..token.end]);
                    }
                    let begin = small.len();
                    token.small = Some(push_small(&plain[start..token.end], &mut small));
                    token.flags = flags_of(small.as_bytes(), begin, small.len());
                }
            }
            WIDE_MARK => {
                token.end = (start + if *first == 0xc2 { 2 } else { 3 }).min(bytes.len());
                token.kind = Kind::Mark(0);
            }
            _ => token.kind = Kind::Mark(*first),
        }
        at = token.end;
        tokens.push(token);
    }
    (tokens, small)
}

/// Whether a sentence goes on behind an empty line, which a page break or a PDF has put there: no mark stands before it, and
/// what follows begins with a small word of this many bytes (`Hội đồng nhân`, an empty line, `dân tỉnh`). One letter alone may
/// be a label.
fn goes_on(before: Option<&Token>, bytes: usize) -> bool {
    bytes > 1 && before.is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Number))
}

fn skip_gap(bytes: &[u8], mut at: usize) -> (usize, Gap) {
    let start = at;
    let mut lines = 0;
    while let Some(byte) = bytes.get(at).filter(|byte| class(**byte) == GAP) {
        lines += usize::from(*byte == b'\n');
        at += 1;
    }
    let gap = match (lines, at > start) {
        (0, false) => Gap::None,
        (0, true) => Gap::Space,
        (1, _) => Gap::Line,
        _ => Gap::Paragraph,
    };
    (at, gap)
}

/// The end of a number: digits, and one letter that stands alone behind them (`12a`).
fn number_end(bytes: &[u8], at: usize) -> usize {
    let digits = bytes[at..].iter().position(|byte| class(*byte) != DIGIT);
    let end = digits.map_or(bytes.len(), |digits| at + digits);
    let is_letter = |at: usize| bytes.get(at).is_some_and(|byte| matches!(class(*byte), LETTER | DIGIT));
    let has_letter = bytes.get(end).is_some_and(u8::is_ascii_alphabetic) && !is_letter(end + 1);
    end + usize::from(has_letter)
}

/// The end of the letters of a word (`số86` and `1Luật` are two tokens, `QH13` is one), and whether it is certain that
/// they are small letters with the tone mark on the later vowel.
fn letters_end(bytes: &[u8], start: usize) -> (usize, bool) {
    let mut end = start;
    let mut before = 0;
    let mut found = 0;
    // One test behind the loop in place of one per letter: most words are all small.
    while let Some(byte) = bytes.get(end).filter(|byte| class(**byte) == LETTER) {
        found |= FIRST_HALVES[usize::from(before)] & SECOND_HALVES[usize::from(*byte)];
        before = *byte;
        end += 1;
    }
    (end, found == 0)
}

fn word_end(bytes: &[u8], at: usize) -> usize {
    let length = bytes[at..].iter().position(|byte| !matches!(class(*byte), LETTER | DIGIT));
    length.map_or(bytes.len(), |length| at + length)
}

/// Where a bit of a byte in the first table meets that bit of the next byte in the second, there may be a capital or a
/// tone mark on the earlier vowel.
const FIRST_HALVES: [u8; 256] = halves(true);
const SECOND_HALVES: [u8; 256] = halves(false);

const fn halves(is_first: bool) -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte: u8 = 0;
    loop {
        table[byte as usize] = if is_first { first_half(byte) } else { second_half(byte) };
        if byte == 255 {
            return table;
        }
        byte += 1;
    }
}

const ASCII: u8 = 1;
const LATIN: u8 = 2;
const HORN: u8 = 4;
const PAIR: u8 = 8;
const TONE: u8 = 16;

const fn first_half(byte: u8) -> u8 {
    ASCII
        | match byte {
            0xc3 => LATIN,
            0xc6 => HORN,
            0xc4 | 0xc5 | 0xbb => PAIR,
            0xba => PAIR | TONE,
            // The last bytes of the letters of `TONED`.
            0x8d | 0x8f | 0xa5 | 0xa7 | 0xb2 | 0xb3 | 0xb5 => TONE,
            _ => 0,
        }
}

const fn second_half(byte: u8) -> u8 {
    match byte {
        b'A'..=b'Z' => ASCII,
        b'a' | b'e' | b'y' => TONE,
        0xa0 => PAIR | HORN,
        0xaf => HORN,
        // Capitals are the even ones of pairs.
        0x80..=0x9e => LATIN | if byte.is_multiple_of(2) { PAIR } else { 0 },
        0x9f..=0xbf if byte.is_multiple_of(2) => PAIR,
        _ => 0,
    }
}

fn case_of(word: &[u8]) -> Case {
    let mut letters = 0;
    let mut capitals = 0;
    let mut first_is_capital = false;
    let mut at = 0;
    while let Some(byte) = word.get(at) {
        let second = word.get(at + 1).copied().unwrap_or(0);
        let third = word.get(at + 2).copied().unwrap_or(0);
        let (length, is_letter, is_capital) = match byte {
            b'0'..=b'9' => (1, false, false),
            b'A'..=b'Z' => (1, true, true),
            0..=0x7f => (1, true, false),
            0xc3 => (2, true, second < 0x9f),
            0xc4 | 0xc5 => (2, true, second % 2 == 0),
            0xc6 => (2, true, second == 0xa0 || second == 0xaf),
            0xc7..=0xdf => (2, true, false),
            0xe1 => (3, true, (second == 0xba || second == 0xbb) && third % 2 == 0),
            0xe0..=0xef => (3, true, false),
            _ => (4, true, false),
        };
        if at == 0 {
            first_is_capital = is_capital;
        }
        letters += usize::from(is_letter);
        capitals += usize::from(is_capital);
        at += length;
    }
    match (first_is_capital, letters) {
        (false, _) => Case::Lower,
        (true, 1) => Case::Single,
        (true, _) if capitals == letters => Case::Upper,
        (true, _) => Case::Capital,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parted_from_words() {
        for (text, count) in [
            ("HĐNDngày 08", 3),
            ("2021của", 2),
            ("TTg", 1),
            ("số86", 2),
            ("1Luật", 2),
            ("QH13", 1),
            ("12a", 1),
            ("12ab", 2),
            ("UBPL15-m", 3),
        ] {
            assert_eq!(tokens(text).0.len(), count, "{text}");
        }
    }

    #[test]
    fn words_numbers_and_marks_are_parted() {
        let text = "Số: 12a/NQ-HĐND “Y”\n\nuỷ Ủy";
        let found: Vec<(&str, Kind, Case)> = tokens(text)
            .0
            .into_iter()
            .map(|token| (&text[token.start..token.end], token.kind, token.case))
            .collect();
        assert_eq!(
            found,
            [
                ("Số", Kind::Word, Case::Capital),
                (":", Kind::Mark(b':'), Case::Lower),
                ("12a", Kind::Number, Case::Lower),
                ("/", Kind::Mark(b'/'), Case::Lower),
                ("NQ", Kind::Word, Case::Upper),
                ("-", Kind::Mark(b'-'), Case::Lower),
                ("HĐND", Kind::Word, Case::Upper),
                ("“", Kind::Mark(0), Case::Lower),
                ("Y", Kind::Word, Case::Single),
                ("”", Kind::Mark(0), Case::Lower),
                ("uỷ", Kind::Word, Case::Lower),
                ("Ủy", Kind::Word, Case::Capital),
            ]
        );
    }
}
