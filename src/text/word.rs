//! Words as a search compares them. `search-engine.js` of the theme does the same to what readers type; both are held
//! against `tests/search/words.json`.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::letter::{is_alphanumeric, is_combining, is_invisible, tone_of};

/// Words of more letters are no words that anyone looks for.
const LONGEST: usize = 32;

/// A word in the two forms in which a search compares it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    /// In small letters without any mark, `đ` as `d`: `hoa`.
    pub folded: String,
    /// In small letters, form D, the tone mark at the end: equal for `hòa` and `hoà`.
    pub exact: String,
}

/// Whether a character belongs to a word: letters, digits, the marks above and below them, and what cannot be seen.
#[must_use]
pub fn is_word_part(letter: char) -> bool {
    is_alphanumeric(letter) || is_combining(letter) || is_invisible(letter)
}

/// The two forms of a run of characters of which each [`is_word_part`]; `None` where it has no letter or digit, or more
/// than 32.
#[must_use]
pub fn word(run: &str) -> Option<Word> {
    let small = DecomposingNormalizerBorrowed::new_nfd().normalize(run).to_lowercase();
    let mut exact = String::with_capacity(small.len());
    let mut folded = String::with_capacity(small.len());
    let mut tones = String::new();
    for letter in small.chars().filter(|letter| !is_invisible(*letter)) {
        let letter = match letter {
            'ð' | 'ɖ' => 'đ',
            'ς' => 'σ',
            _ => letter,
        };
        if tone_of(letter) != 0 {
            tones.push(letter);
            continue;
        }
        exact.push(letter);
        if !is_combining(letter) {
            folded.push(if letter == 'đ' { 'd' } else { letter });
        }
    }
    exact.push_str(&tones);
    let is_word = !folded.is_empty() && folded.chars().count() <= LONGEST;
    is_word.then_some(Word { folded, exact })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(run: &str) -> Option<(String, String)> {
        word(run).map(|word| (word.folded, word.exact))
    }

    #[test]
    fn spellings_of_one_word_are_equal() {
        for (one, other) in [
            ("Hòa", "hoà"),
            ("KHOÁ", "khóa"),
            ("Ủy", "uỷ"),
            ("Ðất", "đất"),
            ("nghị", "nghi\u{323}"),
            ("việt", "viê\u{323}t"),
            ("quy\u{ad}ết", "quyết"),
        ] {
            assert_eq!(forms(one), forms(other), "{one} {other}");
        }
        assert_eq!(word("Đường").map(|word| word.folded).as_deref(), Some("duong"));
        assert_ne!(forms("da"), forms("đa"));
    }

    #[test]
    fn marks_alone_and_endless_runs_are_no_words() {
        assert_eq!(forms("\u{301}"), None);
        assert_eq!(forms("\u{200b}"), None);
        assert_eq!(forms(&"a".repeat(33)), None);
        assert!(forms(&"a".repeat(32)).is_some());
    }
}
