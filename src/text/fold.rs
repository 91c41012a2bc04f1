//! Unicode form and keys under which two spellings of one thing meet.

use std::borrow::Cow;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The text in normalisation form C; borrowed where it is so already.
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// The text on one line: runs of white space and control characters become one space, ends trimmed, form C.
#[must_use]
pub fn one_line(text: &str) -> String {
    let composed = nfc(text);
    let is_gap = |letter: char| is_forbidden(letter) || (letter.is_whitespace() && letter != '\u{a0}');
    let mut line = String::with_capacity(composed.len());
    for word in composed.split(is_gap).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a character may not stand in a page: control characters but tab and line breaks, and noncharacters
/// (HTML, section 13.2.3.5).
#[must_use]
pub fn is_forbidden(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' => false,
        '\u{fdd0}'..='\u{fdef}' => true,
        _ => letter.is_control() || (u32::from(letter) & 0xfffe) == 0xfffe,
    }
}

/// The character, or U+FFFD where it may not stand in a page.
#[must_use]
pub fn or_replacement(letter: char) -> char {
    if is_forbidden(letter) { '\u{fffd}' } else { letter }
}

/// The key under which references meet names: form, case, spacing, dashes, look-alikes of đ and the place of the
/// tone mark (`khóa`, `khoá`) do not count; diacritics do.
///
/// The key is for comparing only: tone marks stand at the end of their word.
#[must_use]
pub fn match_key(text: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
    let mut key = String::with_capacity(decomposed.len());
    let mut tone = None;
    let mut gap = false;
    for letter in decomposed.chars().flat_map(small_letters) {
        if is_tone(letter) {
            tone = Some(letter);
            continue;
        }
        if is_invisible(letter) {
            continue;
        }
        if !is_mark(letter) && !letter.is_alphanumeric() {
            key.extend(tone.take());
        }
        if letter.is_whitespace() || letter.is_control() {
            gap = true;
            continue;
        }
        if gap && !key.is_empty() {
            key.push(' ');
        }
        gap = false;
        key.push(plain_letter(letter));
    }
    key.extend(tone);
    key
}

/// The small letters of a character. Of the usual ones, Latin letters and their marks, none is looked up in a table.
fn small_letters(letter: char) -> impl Iterator<Item = char> {
    let is_usual = letter.is_ascii() || is_mark(letter);
    let usual = is_usual.then(|| letter.to_ascii_lowercase());
    let other = (!is_usual).then(|| letter.to_lowercase());
    usual.into_iter().chain(other.into_iter().flatten())
}

pub(super) fn is_tone(letter: char) -> bool {
    matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn plain_letter(letter: char) -> char {
    match letter {
        'ð' | 'ɖ' => 'đ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decomposed(text: &str) -> String {
        DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
    }

    #[test]
    fn spellings_of_one_thing_meet() {
        for (one, other) in [
            ("khoá XII", "khóa XII"),
            ("Nguyễn Xuân Ký", "NGUYỄN  XUÂN\u{a0}KÝ "),
            ("Uỷ ban", "Ủy ban"),
            ("NQ–HĐND", "nq-hđnd"),
            ("NQ-HÐND", "NQ-HĐND"),
            ("Đất\tđai", "đất đai"),
        ] {
            assert_eq!(match_key(one), match_key(other), "{one} {other}");
            assert_eq!(match_key(&decomposed(one)), match_key(other), "decomposed {one}");
        }
    }

    #[test]
    fn diacritics_count() {
        for (one, other) in [("Hòa", "Hóa"), ("Hoa", "Hòa"), ("da", "đa"), ("Lý", "Lỳ"), ("an", "ân")]
        {
            assert_ne!(match_key(one), match_key(other), "{one} {other}");
        }
    }

    #[test]
    fn lines_are_joined() {
        assert_eq!(one_line(" Nghị\n quyết\0\tsố 1 "), "Nghị quyết số 1");
        assert_eq!(one_line("54.000\u{a0}tỷ"), "54.000\u{a0}tỷ");
    }
}
