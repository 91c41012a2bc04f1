//! Unicode form and keys under which two spellings of one thing meet.

use std::borrow::Cow;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::letter::{is_alphanumeric, is_combining, is_invisible, letter, marked, tone_of};

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
    usual_key(text).unwrap_or_else(|| {
        let mut key = Key::with_capacity(text.len());
        for letter in DecomposingNormalizerBorrowed::new_nfd().normalize(text).chars() {
            for small in letter.to_lowercase() {
                let is_known = key.push_usual(small);
                if !is_known {
                    key.push(small);
                }
            }
        }
        key.finish()
    })
}

/// The key of a text of Vietnamese letters and usual marks, which needs no tables of Unicode; `None` for others.
fn usual_key(text: &str) -> Option<String> {
    let mut key = Key::with_capacity(text.len());
    text.chars().all(|letter| key.push_usual(letter)).then(|| key.finish())
}

/// A key as it grows letter by letter.
struct Key {
    text: String,
    /// The tone of the word that grows, as a combining mark.
    tone: Option<char>,
    /// Whether white space stands behind what has been pushed.
    has_gap: bool,
}

impl Key {
    fn with_capacity(length: usize) -> Self {
        Self { text: String::with_capacity(length), tone: None, has_gap: false }
    }

    /// Adds a Vietnamese letter, an ASCII character, or a mark on such a letter. Whether it was one.
    fn push_usual(&mut self, character: char) -> bool {
        if let Some(letter) = letter(character) {
            if letter.tone != 0 {
                self.tone = TONE_MARKS.get(usize::from(letter.tone)).copied();
            }
            self.push_letter(letter.base());
        } else if character.is_ascii() {
            self.push(character);
        } else if tone_of(character) != 0 {
            if self.tone.is_some() {
                // Which of two counts depends on their order in form D.
                return false;
            }
            self.set_tone(character);
        } else if is_combining(character) {
            let last = self.text.chars().next_back().filter(|_| !self.has_gap).unwrap_or_default();
            let letter = marked(last, character);
            if letter == last {
                return false;
            }
            self.text.pop();
            self.text.push(letter);
        } else if is_invisible(character) {
            // Nothing to compare.
        } else if is_usual_mark(character) {
            self.push(character);
        } else {
            return false;
        }
        true
    }

    /// Gives the word a tone, as the combining mark.
    fn set_tone(&mut self, mark: char) {
        self.tone = TONE_MARKS.get(usize::from(tone_of(mark))).copied();
    }

    /// Adds any small character of a text in form D.
    fn push(&mut self, character: char) {
        if tone_of(character) != 0 {
            return self.set_tone(character);
        }
        if !is_alphanumeric(character) && !is_combining(character) {
            self.text.extend(self.tone.take());
        }
        if character.is_whitespace() || character.is_control() {
            self.has_gap = true;
        } else {
            self.push_letter(plain_letter(character));
        }
    }

    fn push_letter(&mut self, letter: char) {
        if self.has_gap && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.has_gap = false;
        self.text.push(letter);
    }

    fn finish(mut self) -> String {
        self.text.extend(self.tone);
        self.text
    }
}

/// The tones of letters as combining marks, in the order of their numbers.
const TONE_MARKS: [char; 6] = ['\0', '\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}'];

/// Marks and spaces beyond ASCII that texts of offices are full of. None has another form.
fn is_usual_mark(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{2010}'..='\u{2015}' | '“' | '”' | '‘' | '’' | '…')
}

fn plain_letter(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
    fn letters_of_other_languages_have_keys() {
        for (one, other) in [
            ("Müller", "MU\u{308}LLER"),
            ("Ångström", "ångström"),
            ("İ", "I\u{307}"),
            ("ấ\u{323}", "a\u{323}\u{302}\u{301}"),
        ] {
            assert_eq!(match_key(one), match_key(other), "{one} {other}");
        }
        assert_ne!(match_key("Müller"), match_key("Muller"));
    }

    proptest! {
        #[test]
        fn every_form_has_one_key(text in "[a-eoưƠđÐấÂợữ\\u{301}\\u{302}\\u{306}\\u{31b}\\u{323}üǹ\\u{200b} –-]{0,9}") {
            prop_assert_eq!(match_key(&decomposed(&text)), match_key(&nfc(&text)));
            prop_assert_eq!(match_key(&decomposed(&text)), match_key(&text));
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
