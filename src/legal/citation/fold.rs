//! The text as the parsers read it: form C, plain dashes and spaces, once as written and once in small letters,
//! with the way back to the bytes of the input.

use std::ops::Range;

use crate::text::nfc;

/// A text in two forms of equal length. Offsets into both are the same.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// Form C, plain hyphens, slashes and spaces, `Đ` for its look-alikes, nothing invisible.
    pub(super) plain: String,
    /// The same in small letters, the tone mark on the later vowel (`uỷ`, `hoà`).
    pub(super) lower: String,
    /// Where the folded text is not the input byte by byte, in order.
    pieces: Vec<Piece>,
}

/// A stretch of the input that was rewritten.
#[derive(Debug)]
struct Piece {
    folded: Range<usize>,
    raw: Range<usize>,
}

impl Folded {
    /// Folds `text`; takes time in proportion to its length.
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut folded = Self { plain: String::with_capacity(text.len()), ..Self::default() };
        let mut start = 0;
        let mut at = 0;
        while at < bytes.len() {
            if !is_special(bytes, at) {
                at += 1;
                continue;
            }
            let special = if starts_mark(bytes, at) { letter_before(text, start, at) } else { at };
            folded.plain.push_str(&text[start..special]);
            at = folded.push_special(text, special, at);
            start = at;
        }
        folded.plain.push_str(&text[start..]);
        folded.lower = small_letters(&folded.plain);
        folded
    }

    /// The bytes of the input that a range of the folded text stands for.
    pub(super) fn raw(&self, folded: Range<usize>) -> Range<usize> {
        self.raw_start(folded.start)..self.raw_end(folded.end)
    }

    fn raw_start(&self, at: usize) -> usize {
        let count = self.pieces.partition_point(|piece| piece.folded.start <= at);
        match count.checked_sub(1).and_then(|last| self.pieces.get(last)) {
            Some(piece) if at < piece.folded.end => piece.raw.start,
            Some(piece) => piece.raw.end + (at - piece.folded.end),
            None => at,
        }
    }

    fn raw_end(&self, at: usize) -> usize {
        let count = self.pieces.partition_point(|piece| piece.folded.start < at);
        match count.checked_sub(1).and_then(|last| self.pieces.get(last)) {
            Some(piece) if at <= piece.folded.end => piece.raw.end,
            Some(piece) => piece.raw.end + (at - piece.folded.end),
            None => at,
        }
    }

    /// Folds the letter at `start` with its marks; `at` is the first byte that needs it. The byte behind them.
    fn push_special(&mut self, text: &str, start: usize, at: usize) -> usize {
        let length = text[start..].chars().next().map_or(1, char::len_utf8);
        let mut end = (start + length).max(at);
        while starts_mark(text.as_bytes(), end) {
            end += 2;
        }
        let raw = &text[start..end];
        let folded_start = self.plain.len();
        self.plain.extend(nfc(raw).chars().filter_map(plain_letter));
        if self.plain[folded_start..] != *raw {
            self.pieces.push(Piece { folded: folded_start..self.plain.len(), raw: start..end });
        }
        end
    }
}

/// Whether what begins at `at` is not taken over as it stands: marks, odd spaces and dashes, look-alikes.
fn is_special(bytes: &[u8], at: usize) -> bool {
    let second = bytes.get(at + 1).copied().unwrap_or(0);
    match bytes[at] {
        0xc2 | 0xe2 | 0xe3 | 0xef => true,
        0xc3 => matches!(second, 0x90 | 0xb0),
        0xc6 => second == 0x89,
        0xc9 => second == 0x96,
        0xcc | 0xcd => starts_mark(bytes, at),
        _ => false,
    }
}

/// Where the letter before `at` begins; not before `from`.
fn letter_before(text: &str, from: usize, at: usize) -> usize {
    text[from..at].char_indices().next_back().map_or(at, |(letter, _)| from + letter)
}

/// Whether a combining mark (U+0300 to U+036F) begins at `at`.
fn starts_mark(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(0xcc) => true,
        Some(0xcd) => bytes.get(at + 1).is_some_and(|second| *second < 0xb0),
        _ => false,
    }
}

/// The letter that stands for `letter` in the folded text; `None` for what is invisible.
fn plain_letter(letter: char) -> Option<char> {
    Some(match letter {
        '\u{d0}' | '\u{189}' => 'Đ',
        '\u{f0}' | '\u{256}' => 'đ',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{2028}' | '\u{2029}' => '\n',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return None,
        other => other,
    })
}

/// The text in small letters of equal length, the tone mark on the later vowel: `uỷ` for `Ủy`, `hoà` for `hòa`.
///
/// Letters that no Vietnamese word has stay as they are.
fn small_letters(plain: &str) -> String {
    let mut bytes = plain.as_bytes().to_ascii_lowercase();
    let mut at = 0;
    while at < bytes.len() {
        at += if bytes[at] < 0xc3 { 1 } else { small_letter(&mut bytes[at..]) };
    }
    // Each letter was replaced by one of equal length.
    String::from_utf8(bytes).unwrap_or_default()
}

/// Makes a small letter of the first one, which is not ASCII; how many bytes are done.
fn small_letter(bytes: &mut [u8]) -> usize {
    match bytes {
        [0xc3, second, rest @ ..] => {
            if matches!(*second, 0x80..=0x9e) && *second != 0x97 {
                *second |= 0x20;
            }
            let toned = match (*second, rest.first()) {
                (0xb2, Some(b'a')) => (b'o', 0xa0),
                (0xb3, Some(b'a')) => (b'o', 0xa1),
                (0xb5, Some(b'a')) => (b'o', 0xa3),
                (0xb2, Some(b'e')) => (b'o', 0xa8),
                (0xb3, Some(b'e')) => (b'o', 0xa9),
                (0xba, Some(b'y')) => (b'u', 0xbd),
                _ => return 2,
            };
            bytes[..3].copy_from_slice(&[toned.0, 0xc3, toned.1]);
            3
        }
        [0xe1, second @ (0xba | 0xbb), third, rest @ ..] => {
            if (*second == 0xba && *third >= 0xa0) || (*second == 0xbb && *third <= 0xb9) {
                *third |= 1;
            }
            let toned = match (*second, *third, rest.first()) {
                (0xbb, 0x8f, Some(b'a')) => (b'o', 0xba, 0xa3),
                (0xbb, 0x8d, Some(b'a')) => (b'o', 0xba, 0xa1),
                (0xbb, 0x8f, Some(b'e')) => (b'o', 0xba, 0xbb),
                (0xbb, 0x8d, Some(b'e')) => (b'o', 0xba, 0xb9),
                (0xbb, 0xa7, Some(b'y')) => (b'u', 0xbb, 0xb7),
                (0xbb, 0xa5, Some(b'y')) => (b'u', 0xbb, 0xb5),
                _ => return 3,
            };
            bytes[..4].copy_from_slice(&[toned.0, 0xe1, toned.1, toned.2]);
            4
        }
        [0xc4, second @ (0x82 | 0x90 | 0xa8), ..] | [0xc5, second @ 0xa8, ..] => {
            *second |= 1;
            2
        }
        [0xc6, second @ 0xa0, ..] => {
            *second = 0xa1;
            2
        }
        [0xc6, second @ 0xaf, ..] => {
            *second = 0xb0;
            2
        }
        [0xc3..=0xdf, ..] => 2,
        [0xf0..=0xff, ..] => 4,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_text_fold_alike() {
        for (text, plain, lower) in [
            ("Nghị quyết", "Nghị quyết", "nghị quyết"),
            ("Nghi\u{323} quyê\u{301}t", "Nghị quyết", "nghị quyết"),
            ("86/NQ\u{2011}HÐND\u{a0}ngày", "86/NQ-HĐND ngày", "86/nq-hđnd ngày"),
            ("KHÓA khoá", "KHÓA khoá", "khoá khoá"),
            ("Ủy ban, Uỷ ban", "Ủy ban, Uỷ ban", "uỷ ban, uỷ ban"),
            ("H\u{200b}ĐND", "HĐND", "hđnd"),
            ("hoàn toàn", "hoàn toàn", "hoàn toàn"),
        ] {
            let folded = Folded::new(text);
            assert_eq!((folded.plain.as_str(), folded.lower.as_str()), (plain, lower), "{text}");
        }
    }

    #[test]
    fn ranges_lead_back_to_the_input() {
        let text = "a\u{a0}Nghi\u{323}\u{200b}–b";
        let folded = Folded::new(text);
        assert_eq!(folded.plain, "a Nghị-b");
        let word = folded.plain.find("Nghị").unwrap();
        assert_eq!(&text[folded.raw(word..word + "Nghị".len())], "Nghi\u{323}");
        assert_eq!(&text[folded.raw(word..folded.plain.len())], "Nghi\u{323}\u{200b}–b");
        assert_eq!(folded.raw(0..folded.plain.len()), 0..text.len());
    }
}
