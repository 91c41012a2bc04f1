//! The text as the parsers read it: form C, plain dashes and spaces, with the way back to the bytes of the input.

use std::ops::Range;

use crate::text::nfc;

/// A text made plain.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// Form C, plain hyphens, slashes and spaces, `Đ` for its look-alikes, nothing invisible.
    pub(super) plain: String,
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
            if is_plain(bytes, at) {
                at += STEP;
                continue;
            }
            let end = bytes.len().min(at + STEP);
            while at < end {
                if !is_special(bytes, at) {
                    at += 1;
                    continue;
                }
                let special = if starts_mark(bytes, at) { letter_before(text, start, at) } else { at };
                folded.plain.push_str(&text[start..special]);
                at = folded.push_special(text, special, at);
                start = at;
            }
        }
        folded.plain.push_str(text.get(start..).unwrap_or(""));
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

/// How many bytes are looked at together.
const STEP: usize = 32;

/// Whether nothing special begins in the next [`STEP`] bytes. Compiled to vector instructions: most text is passed over
/// in a fraction of the time that looking at each byte takes.
fn is_plain(bytes: &[u8], at: usize) -> bool {
    let Some(window) = bytes.get(at..at + STEP + 2) else { return false };
    let triples = window.iter().zip(&window[1..]).zip(&window[2..]);
    !triples.fold(false, |found, ((first, second), third)| found | is_special_at(*first, *second, *third))
}

/// Whether what begins at `at` is not taken over as it stands: marks, odd spaces and dashes, look-alikes.
fn is_special(bytes: &[u8], at: usize) -> bool {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    is_special_at(byte(at), byte(at + 1), byte(at + 2))
}

/// As [`is_special`], for the bytes that stand there.
#[expect(clippy::needless_bitwise_bool, reason = "branches would keep it from vector instructions")]
fn is_special_at(first: u8, second: u8, third: u8) -> bool {
    let is_quotation_mark = (first == 0xe2) & (second == 0x80) & (0x98..=0x9e).contains(&third);
    ((first == 0xe2) & !is_quotation_mark)
        | (first == 0xe3)
        | (first == 0xef)
        | ((first == 0xc2) & ((second == 0xa0) | (second == 0xad)))
        | ((first == 0xc3) & ((second == 0x90) | (second == 0xb0)))
        | ((first == 0xc6) & (second == 0x89))
        | ((first == 0xc9) & (second == 0x96))
        | (first == 0xcc)
        | ((first == 0xcd) & (second < 0xb0))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_text_fold_alike() {
        for (text, plain) in [
            ("Nghị quyết", "Nghị quyết"),
            ("Nghi\u{323} quyê\u{301}t", "Nghị quyết"),
            ("86/NQ\u{2011}HÐND\u{a0}ngày", "86/NQ-HĐND ngày"),
            ("H\u{200b}ĐND", "HĐND"),
            ("“hoàn toàn”… ð", "“hoàn toàn”… đ"),
        ] {
            assert_eq!(Folded::new(text).plain, plain, "{text}");
            // Wherever it stands in what is looked at together.
            for before in 0..40 {
                let before = "a".repeat(before);
                let behind = "b".repeat(80);
                let folded = Folded::new(&format!("{before}{text}{behind}"));
                assert_eq!(folded.plain, format!("{before}{plain}{behind}"), "{text}");
            }
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
