//! Vietnamese letters in their parts: the small letter, its tone, its size.

/// A letter in its parts. Four bytes, so that the letters of a text stay in the nearest cache.
#[derive(Clone, Copy)]
pub(crate) struct Letter {
    base: u16,
    /// Its tone: 0 none (ngang), 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng.
    pub(crate) tone: u8,
    /// Whether it was a capital.
    pub(crate) upper: bool,
}

impl Letter {
    const fn new(base: char, tone: u8, upper: bool) -> Self {
        Self { base: base as u16, tone, upper }
    }

    /// The small letter without its tone, with the mark that makes it a letter of its own (`â`, `ơ`, `đ`).
    #[inline]
    pub(crate) fn base(self) -> char {
        char::from_u32(u32::from(self.base)).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// The code point of [`Self::base`].
    #[inline]
    pub(crate) const fn code(self) -> u32 {
        self.base as u32
    }
}

/// `ạ` to `ỹ` in the order of their code points, each the small letter of a pair (U+1EA0 to U+1EF9).
const BASES: [char; 45] = [
    'a', 'a', 'â', 'â', 'â', 'â', 'â', 'ă', 'ă', 'ă', 'ă', 'ă', 'e', 'e', 'e', 'ê', 'ê', 'ê', 'ê', 'ê', 'i',
    'i', 'o', 'o', 'ô', 'ô', 'ô', 'ô', 'ô', 'ơ', 'ơ', 'ơ', 'ơ', 'ơ', 'u', 'u', 'ư', 'ư', 'ư', 'ư', 'ư', 'y',
    'y', 'y', 'y',
];
/// The tones of [`BASES`]: 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng.
const TONES: [u8; 45] = [
    5, 3, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 5, 3, 4, 1, 2, 3, 4, 5, 3, 5, 5, 3, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 5,
    3, 1, 2, 3, 4, 5, 2, 5, 3, 4,
];

/// The parts of all letters below U+0260 and from U+1EA0 to U+1EF9: looking them up takes a third of the time.
const LETTERS: [Option<Letter>; LATIN + 0x5a] = letters();
const LATIN: usize = 0x260;

const fn letters() -> [Option<Letter>; LATIN + 0x5a] {
    let mut letters = [None; LATIN + 0x5a];
    let (mut slot, mut code) = (0, 0);
    while slot < letters.len() {
        if slot == LATIN {
            code = 0x1ea0;
        }
        if let Some(character) = char::from_u32(code) {
            letters[slot] = parts(character);
        }
        slot += 1;
        code += 1;
    }
    letters
}

/// The parts of a Vietnamese letter; `None` for any other character.
#[inline]
pub(crate) const fn letter(letter: char) -> Option<Letter> {
    let code = letter as usize;
    match code {
        0..LATIN => LETTERS[code],
        0x1ea0..=0x1ef9 => LETTERS[LATIN + code - 0x1ea0],
        _ => None,
    }
}

/// As [`letter`], found out without the table.
const fn parts(letter: char) -> Option<Letter> {
    let code = letter as u32;
    if code < 0x80 {
        return if letter.is_ascii_alphabetic() {
            Some(Letter::new(letter.to_ascii_lowercase(), 0, letter.is_ascii_uppercase()))
        } else {
            None
        };
    }
    if code >= 0x1ea0 && code <= 0x1ef9 {
        let index = (code - 0x1ea0) as usize;
        return Some(Letter::new(BASES[index / 2], TONES[index / 2], index.is_multiple_of(2)));
    }
    let (base, tone) = match letter {
        'À' | 'à' => ('a', 2),
        'Á' | 'á' => ('a', 1),
        'Â' | 'â' => ('â', 0),
        'Ã' | 'ã' => ('a', 4),
        'È' | 'è' => ('e', 2),
        'É' | 'é' => ('e', 1),
        'Ê' | 'ê' => ('ê', 0),
        'Ì' | 'ì' => ('i', 2),
        'Í' | 'í' => ('i', 1),
        'Ĩ' | 'ĩ' => ('i', 4),
        'Ò' | 'ò' => ('o', 2),
        'Ó' | 'ó' => ('o', 1),
        'Ô' | 'ô' => ('ô', 0),
        'Õ' | 'õ' => ('o', 4),
        'Ơ' | 'ơ' => ('ơ', 0),
        'Ù' | 'ù' => ('u', 2),
        'Ú' | 'ú' => ('u', 1),
        'Ũ' | 'ũ' => ('u', 4),
        'Ư' | 'ư' => ('ư', 0),
        'Ý' | 'ý' => ('y', 1),
        'Ă' | 'ă' => ('ă', 0),
        'Đ' | 'đ' | 'Ð' | 'ð' | '\u{189}' | '\u{256}' => ('đ', 0),
        _ => return None,
    };
    let upper = if code < 0x100 { code < 0xe0 } else { code.is_multiple_of(2) };
    let upper = match letter {
        'Ư' | '\u{189}' => true,
        'ư' | '\u{256}' => false,
        _ => upper,
    };
    Some(Letter::new(base, tone, upper))
}

/// The letter that `base` becomes under a combining circumflex, breve or horn.
pub(crate) const fn marked(base: char, mark: char) -> char {
    match (base, mark) {
        ('a', '\u{302}') => 'â',
        ('a', '\u{306}') => 'ă',
        ('e', '\u{302}') => 'ê',
        ('o', '\u{302}') => 'ô',
        ('o', '\u{31b}') => 'ơ',
        ('u', '\u{31b}') => 'ư',
        _ => base,
    }
}

/// The tone that a combining mark stands for; 0 for other marks.
pub(crate) const fn tone_of(mark: char) -> u8 {
    match mark {
        '\u{301}' | '\u{341}' => 1,
        '\u{300}' | '\u{340}' => 2,
        '\u{309}' => 3,
        '\u{303}' => 4,
        '\u{323}' => 5,
        _ => 0,
    }
}

/// Whether it is a combining mark (U+0300 to U+036F).
pub(crate) const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Whether it takes no room: soft hyphens, joiners, byte order marks.
pub(crate) const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// As [`char::is_alphabetic`], without a search in tables for the letters and marks that Vietnamese texts are full of:
/// the table of Unicode takes ten times as long for `ệ`.
#[inline]
pub(crate) fn is_alphabetic(letter: char) -> bool {
    match letter {
        // Beyond ASCII: Latin-1, Latin Extended-A and -B, and Latin Extended Additional are letters but for two signs.
        '\u{c0}'..='\u{24f}' => letter != '×' && letter != '÷',
        '\u{1e00}'..='\u{1eff}' => true,
        // Dashes, quotation marks, ellipses.
        '\u{2000}'..='\u{206f}' => false,
        _ => letter.is_alphabetic(),
    }
}

/// As [`char::is_alphanumeric`], and quick as [`is_alphabetic`].
#[inline]
pub(crate) fn is_alphanumeric(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{206f}' => is_alphabetic(letter),
        _ => letter.is_alphanumeric(),
    }
}

/// Where a small word begins that has run together with the capitals before it, in bytes: `HĐNDngày`, `QHcủa`.
pub(crate) fn glued_end(word: &str) -> Option<usize> {
    const TAILS: [&str; 5] = ["ngày", "của", "về", "năm", "khóa"];
    let head = TAILS.iter().find_map(|tail| word.strip_suffix(tail))?;
    let is_large = head.chars().nth(1).is_some() && head.chars().all(char::is_uppercase);
    is_large.then_some(head.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_letter_is_as_unicode_says() {
        for letter in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(letter), letter.is_alphabetic(), "{letter:?}");
            assert_eq!(is_alphanumeric(letter), letter.is_alphanumeric(), "{letter:?}");
        }
    }
}
