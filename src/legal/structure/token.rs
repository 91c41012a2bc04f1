//! Words, numbers and marks of a text with their places. Spellings of one word share one key: Unicode form, case,
//! look-alikes of đ and the place of the tone mark do not count; diacritics do.

use std::str::Chars;

use crate::text::letter::{glued_end, is_alphanumeric, is_combining, is_invisible, letter, marked, tone_of};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of letters.
    Word,
    /// A run of digits, with at most one letter behind (`12a`).
    Number,
    /// One other character that is neither space nor markup.
    Mark,
}

/// How the letters of a word are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// `điều`
    Lower,
    /// `Điều`
    Capital,
    /// `ĐIỀU`
    Upper,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// Key of a word, value of a number (`u64::MAX` where it has ten digits or more), character of a mark.
    pub(crate) key: u64,
    /// First byte in the source.
    pub(crate) start: usize,
    /// Byte behind the last.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) kind: Kind,
    /// How a word is written.
    pub(crate) case: Case,
    /// The letter of a word of one letter, or the letter behind a number, small; else NUL.
    pub(crate) letter: char,
    /// How many letters a word has, at most 255: the same in whatever form its marks are written.
    pub(crate) letters: u8,
    /// Whether a letter of a word has a tone.
    pub(crate) has_tone: bool,
}

impl Token {
    /// What stands outside a text: no word, no number, and no mark that any text has.
    const NONE: Self = Self {
        key: 0,
        start: 0,
        end: 0,
        kind: Kind::Mark,
        case: Case::Lower,
        letter: '\0',
        letters: 0,
        has_tone: false,
    };

    /// Whether it is the word with this key.
    pub(crate) fn is_word(&self, key: u64) -> bool {
        self.kind == Kind::Word && self.key == key
    }

    /// Whether it is one of the words with these keys.
    pub(crate) fn is_among(&self, keys: &[u64]) -> bool {
        self.kind == Kind::Word && keys.contains(&self.key)
    }

    /// Whether it is a Roman numeral or an abbreviation, of at most so many letters: in capitals, none with a tone.
    pub(crate) fn is_short_form(&self, most: u8) -> bool {
        self.kind == Kind::Word && self.case == Case::Upper && !self.has_tone && self.letters <= most
    }

    /// Whether it is this mark.
    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark && self.key == mark as u64
    }

    /// Whether it is one of these marks.
    pub(crate) fn is_one_of(&self, marks: &[char]) -> bool {
        self.kind == Kind::Mark && marks.iter().any(|mark| *mark as u64 == self.key)
    }

    /// Whether it is a word with a capital letter at its beginning.
    pub(crate) fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.case != Case::Lower
    }

    /// The number without a letter behind it.
    pub(crate) fn number(&self) -> Option<u32> {
        if self.kind != Kind::Number || self.letter != '\0' {
            return None;
        }
        u32::try_from(self.key).ok()
    }
}

/// The kinds of dash in use, bullets among them.
pub(crate) const DASHES: [char; 9] = ['-', '\u{2010}', '\u{2011}', '–', '—', '\u{2212}', '•', '·', '●'];

/// Markdown that stands around words without being part of them.
const fn is_markup(letter: char) -> bool {
    matches!(letter, '*' | '_' | '\\' | '`' | '#' | '~')
}

/// The key of a word as it grows letter by letter: the nine bits of each Vietnamese letter side by side. Only words of
/// more than seven letters can share a key.
#[derive(Clone, Copy)]
struct Key {
    letters: u64,
    last: u32,
    tone: u8,
}

impl Key {
    const EMPTY: Self = Self { letters: 0, last: 0, tone: 0 };

    #[inline]
    const fn push(self, base: u32, tone: u8) -> Self {
        let letters = self.letters.rotate_left(9) ^ base as u64;
        Self { letters, last: base, tone: if tone == 0 { self.tone } else { tone } }
    }

    /// Gives the last letter a combining mark.
    const fn mark(self, mark: char) -> Self {
        let last = match char::from_u32(self.last) {
            Some(base) => marked(base, mark) as u32,
            None => self.last,
        };
        let tone = tone_of(mark);
        Self {
            letters: self.letters ^ (self.last ^ last) as u64,
            last,
            tone: if tone == 0 { self.tone } else { tone },
        }
    }

    #[inline]
    const fn finish(self) -> u64 {
        (self.letters.rotate_left(5) ^ self.tone as u64).wrapping_mul(0x517c_c1b7_2722_0a95)
    }
}

/// The key of a word written in form C; for tables.
pub(crate) const fn word(text: &str) -> u64 {
    let (key, _) = key_from(text.as_bytes(), 0);
    key
}

/// The key of the word that begins at byte `at` of a list, and the byte behind it.
pub(super) const fn key_from(bytes: &[u8], mut at: usize) -> (u64, usize) {
    let mut key = Key::EMPTY;
    while at < bytes.len() && bytes[at] != b' ' && bytes[at] != b',' {
        let (code, length) = decode(bytes, at);
        at += length;
        if let Some(character) = char::from_u32(code) {
            key = match letter(character) {
                Some(letter) => key.push(letter.code(), letter.tone),
                None => key.push(character as u32, 0),
            };
        }
    }
    (key.finish(), at)
}

/// The code point at byte `at` of valid UTF-8, and its length. (`str::chars` is not const.)
const fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    let first = bytes[at] as u32;
    if first < 0x80 {
        (first, 1)
    } else if first < 0xe0 {
        ((first & 0x1f) << 6 | tail(bytes, at + 1), 2)
    } else {
        ((first & 0x0f) << 12 | tail(bytes, at + 1) << 6 | tail(bytes, at + 2), 3)
    }
}

/// The character at byte `at` of a text, and its length in bytes.
#[inline]
fn character_at(text: &str, at: usize) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let first = *bytes.get(at)?;
    if first < 0x80 {
        return Some((char::from(first), 1));
    }
    if first >= 0xf0 {
        return text.get(at..)?.chars().next().map(|character| (character, 4));
    }
    let (code, length) = decode(bytes, at);
    Some((char::from_u32(code)?, length))
}

const fn tail(bytes: &[u8], at: usize) -> u32 {
    bytes[at] as u32 & 0x3f
}

/// The token at index `at`; one that is nothing outside the text.
#[inline]
pub(crate) fn token_at(tokens: &[Token], at: usize) -> &Token {
    tokens.get(at).unwrap_or(&Token::NONE)
}

/// The tokens between two bytes of their source; `None` where one of these lies within a token.
pub(crate) fn tokens_between(tokens: &[Token], from: usize, to: usize) -> Option<&[Token]> {
    let tokens = &tokens[tokens.partition_point(|token| token.end <= from)..];
    let found = &tokens[..tokens.partition_point(|token| token.start < to)];
    let is_whole = found.first().is_none_or(|first| first.start >= from)
        && found.last().is_none_or(|last| last.end <= to);
    is_whole.then_some(found)
}

/// Appends the tokens of `text`, which begins at byte `start` of its source.
pub(crate) fn tokenize(text: &str, start: usize, tokens: &mut Vec<Token>) {
    let end = start + text.len();
    let mut rest = text.chars();
    loop {
        let at = end - rest.as_str().len();
        let Some(character) = rest.next() else { return };
        if let Some(letter) = letter(character) {
            let word = Word::EMPTY.push(letter.code(), letter.tone, letter.upper);
            let token = read_word(word, &mut rest, at, end);
            let glued =
                (token.case == Case::Capital).then(|| text.get(at - start..token.end - start)).flatten();
            match glued.and_then(|word| Some((word, glued_end(word)?))) {
                Some((word, cut)) => {
                    let (head, tail) = word.split_at(cut);
                    tokenize(head, at, tokens);
                    tokenize(tail, at + cut, tokens);
                }
                None => tokens.push(token),
            }
        } else if character.is_ascii_digit() {
            tokens.push(read_number(character, &mut rest, at, end));
        } else if !character.is_ascii() && is_alphanumeric(character) {
            let word = Word::EMPTY.push_foreign(character);
            tokens.push(read_word(word, &mut rest, at, end));
        } else if is_mark(character) {
            tokens.push(Token {
                key: character as u64,
                start: at,
                end: end - rest.as_str().len(),
                kind: Kind::Mark,
                ..Token::NONE
            });
        }
    }
}

#[inline]
fn is_mark(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_graphic() && !is_markup(character);
    }
    let is_space = character.is_whitespace() || character.is_control();
    !is_space && !is_invisible(character) && !is_combining(character)
}

/// Reads the rest of a number, which begins with `first` at byte `at` of a source whose text ends at `end`.
fn read_number(first: char, rest: &mut Chars<'_>, at: usize, end: usize) -> Token {
    const MOST_DIGITS: usize = 9;
    let mut value = u64::from(first).wrapping_sub(u64::from('0'));
    let mut digits = 1;
    let mut ahead = rest.clone();
    let mut behind = ahead.next();
    while let Some(digit) = behind.and_then(|behind| behind.to_digit(10)) {
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
        digits += 1;
        *rest = ahead.clone();
        behind = ahead.next();
    }
    let is_suffix = behind.is_some_and(|behind| behind.is_ascii_lowercase() || behind == 'đ')
        && !ahead.clone().next().is_some_and(|next| is_alphanumeric(next) || is_combining(next));
    if is_suffix {
        *rest = ahead;
    }
    Token {
        key: if digits <= MOST_DIGITS { value } else { u64::MAX },
        start: at,
        end: end - rest.as_str().len(),
        kind: Kind::Number,
        case: Case::Lower,
        letter: behind.filter(|_| is_suffix).unwrap_or('\0'),
        letters: 0,
        has_tone: false,
    }
}

/// A word as it grows letter by letter.
#[derive(Clone, Copy)]
struct Word {
    key: Key,
    length: u32,
    starts_large: bool,
    is_large: bool,
}

impl Word {
    const EMPTY: Self = Self { key: Key::EMPTY, length: 0, starts_large: false, is_large: true };

    #[inline]
    const fn push(self, base: u32, tone: u8, upper: bool) -> Self {
        Self {
            key: self.key.push(base, tone),
            length: self.length + 1,
            starts_large: if self.length == 0 { upper } else { self.starts_large },
            is_large: self.is_large & upper,
        }
    }

    /// Adds a letter that no Vietnamese word has.
    fn push_foreign(self, letter: char) -> Self {
        let base = letter.to_lowercase().next().unwrap_or(letter);
        self.push(u32::from(base), 0, letter.is_uppercase())
    }
}

/// Reads the rest of a word, which begins at byte `at` of a source whose text ends at `end`.
#[inline]
fn read_word(mut word: Word, rest: &mut Chars<'_>, at: usize, end: usize) -> Token {
    // By bytes: most of a text is read here, and looking at each letter once takes half the time.
    let text = rest.as_str();
    let mut next = 0;
    while let Some((character, length)) = character_at(text, next) {
        if let Some(letter) = letter(character) {
            word = word.push(letter.code(), letter.tone, letter.upper);
        } else if character.is_ascii() {
            break;
        } else if is_combining(character) {
            word.key = word.key.mark(character);
        } else if !is_invisible(character) {
            if !is_alphanumeric(character) {
                break;
            }
            word = word.push_foreign(character);
        }
        next += length;
    }
    *rest = text.get(next..).unwrap_or("").chars();
    let case = match (word.starts_large, word.is_large) {
        (true, true) => Case::Upper,
        (true, false) => Case::Capital,
        (false, _) => Case::Lower,
    };
    let is_single = word.length == 1 && word.key.tone == 0;
    Token {
        key: word.key.finish(),
        start: at,
        end: end - rest.as_str().len(),
        kind: Kind::Word,
        case,
        letter: if is_single { char::from_u32(word.key.last).unwrap_or('\0') } else { '\0' },
        letters: u8::try_from(word.length).unwrap_or(u8::MAX),
        has_tone: word.key.tone != 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_normalizer::DecomposingNormalizerBorrowed;

    fn all(text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        tokenize(text, 0, &mut tokens);
        tokens
    }

    #[test]
    fn spellings_of_a_word_share_its_key() {
        let text = "Điều khoản thủy lợi khỏe hoá ỦY BAN nghĩa ưởng Ở Ữ Ỹ Đặng Ĩ Ũ Ă Ơ ắ";
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
        for spelling in [decomposed.as_ref(), &text.to_lowercase(), &text.to_uppercase()] {
            let keys: Vec<u64> = all(spelling).iter().map(|token| token.key).collect();
            let expected: Vec<u64> = text.split(' ').map(word).collect();
            assert_eq!(keys, expected, "{spelling}");
        }
        assert_eq!(word("hóa"), word("hoá"));
        assert_eq!(all("ê\u{301}")[0].key, word("ế"));
        for (one, other) in [("điều", "diều"), ("mục", "mức"), ("phần", "phân"), ("đ", "d")] {
            assert_ne!(word(one), word(other));
        }
    }

    #[test]
    fn capitals_are_seen_in_every_form() {
        for (text, case) in
            [("ĐIỀU", Case::Upper), ("Ưu", Case::Capital), ("ưu", Case::Lower), ("Ơ", Case::Upper)]
        {
            assert_eq!(all(text)[0].case, case, "{text}");
            let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
            assert_eq!(all(&decomposed)[0].case, case, "{text}");
        }
    }

    #[test]
    fn numbers_take_one_letter() {
        let tokens = all("12a. 3 ab 4cm 2.1");
        assert_eq!((tokens[0].key, tokens[0].letter), (12, 'a'));
        assert_eq!(tokens[2].number(), Some(3));
        assert_eq!(tokens[4].number(), Some(4));
        assert_eq!(tokens.len(), 9);
    }
}
