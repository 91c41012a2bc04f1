//! Phrases, looked for by the keys of their words, and lists of words and phrases as the sources write them.

use crate::legal::list::behind_mark;

use super::token::{Token, key_from};

/// The keys of some words, parted by spaces: `words!("của tại trong")`.
macro_rules! words {
    ($list:expr) => {{
        use $crate::legal::list::entries;
        use $crate::legal::structure::phrase::keys;
        const KEYS: [u64; entries($list, b' ')] = keys($list);
        &KEYS
    }};
}
pub(in crate::legal) use words;

/// Some phrases, parted by commas: `phrases!("một số, một phần")`.
macro_rules! phrases {
    ($list:expr) => {{
        use $crate::legal::list::entries;
        use $crate::legal::structure::phrase::{Phrase, listed};
        const PHRASES: [Phrase; entries($list, b',')] = listed($list);
        &PHRASES
    }};
}
pub(in crate::legal) use phrases;

/// The keys of `N` words that spaces part.
pub(in crate::legal) const fn keys<const N: usize>(list: &str) -> [u64; N] {
    let mut keys = [0; N];
    let (mut index, mut at) = (0, 0);
    while index < N {
        (keys[index], at) = key_from(list.as_bytes(), at);
        at = behind_mark(list.as_bytes(), at);
        index += 1;
    }
    keys
}

/// `N` phrases that commas part.
pub(in crate::legal) const fn listed<const N: usize>(list: &str) -> [Phrase; N] {
    let mut phrases = [Phrase::EMPTY; N];
    let (mut index, mut at) = (0, 0);
    while index < N {
        (phrases[index], at) = Phrase::from(list.as_bytes(), at);
        index += 1;
        at = behind_mark(list.as_bytes(), at);
    }
    phrases
}

/// Words that stand together, with commas and dashes between them or not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase {
    keys: [u64; Self::LONGEST],
    length: usize,
}

impl Phrase {
    const LONGEST: usize = 10;

    const EMPTY: Self = Self { keys: [0; Self::LONGEST], length: 0 };

    /// A phrase of at most ten words in form C, parted by single spaces.
    pub(crate) const fn new(text: &str) -> Self {
        Self::from(text.as_bytes(), 0).0
    }

    /// The phrase that begins at byte `at` of a list, and the byte behind it.
    const fn from(list: &[u8], mut at: usize) -> (Self, usize) {
        let mut phrase = Self::EMPTY;
        loop {
            (phrase.keys[phrase.length], at) = key_from(list, at);
            phrase.length += 1;
            if at >= list.len() || list[at] == b',' {
                return (phrase, at);
            }
            at += 1;
        }
    }

    /// The key of its first word.
    pub(crate) const fn first(&self) -> u64 {
        self.keys[0]
    }

    /// The index behind the phrase, where it stands at index `at`.
    #[inline]
    pub(crate) fn ends_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let first = tokens.get(at)?;
        if !first.is_word(self.keys[0]) {
            return None;
        }
        let mut next = at + 1;
        for key in &self.keys[1..self.length] {
            while tokens.get(next).is_some_and(|token| token.is_one_of(&[',', '-', '–'])) {
                next += 1;
            }
            if !tokens.get(next)?.is_word(*key) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }
}

/// The first words of tables of phrases, a bit for each by the top of its key: nearly all other words fail this one test
/// in place of one per phrase.
pub(crate) struct FirstWords([u64; Self::PARTS]);

impl FirstWords {
    const PARTS: usize = 1 << Self::PART_BITS;
    const PART_BITS: u32 = 4;

    pub(crate) const fn of(words: &[u64]) -> Self {
        Self([0; Self::PARTS]).and(words)
    }

    /// With some words more.
    pub(crate) const fn and(mut self, words: &[u64]) -> Self {
        let mut index = 0;
        while index < words.len() {
            let (part, bit) = Self::bit(words[index]);
            self.0[part] |= bit;
            index += 1;
        }
        self
    }

    /// With the first words of some phrases more.
    pub(crate) const fn and_of(mut self, phrases: &[Phrase]) -> Self {
        let mut index = 0;
        while index < phrases.len() {
            self = self.and(&[phrases[index].first()]);
            index += 1;
        }
        self
    }

    /// With the first words of some phrases more that stand beside what they mean.
    pub(crate) const fn and_of_pairs<T>(mut self, pairs: &[(Phrase, T)]) -> Self {
        let mut index = 0;
        while index < pairs.len() {
            self = self.and(&[pairs[index].0.first()]);
            index += 1;
        }
        self
    }

    /// With the first words of some groups of phrases more, each behind what its phrases mean.
    pub(crate) const fn and_of_groups<T>(mut self, groups: &[(T, &[Phrase])]) -> Self {
        let mut index = 0;
        while index < groups.len() {
            self = self.and_of(groups[index].1);
            index += 1;
        }
        self
    }

    const fn bit(key: u64) -> (usize, u64) {
        let top = key >> (u64::BITS - Self::PART_BITS - 6);
        ((top >> 6) as usize, 1 << (top & 63))
    }

    /// Whether one of the phrases may begin with the token: `false` is certain.
    #[inline]
    pub(crate) fn may_be(&self, token: &Token) -> bool {
        let (part, bit) = Self::bit(token.key);
        self.0[part] & bit != 0
    }
}

/// The end of the first of some phrases that stands at index `at`, with its place in the table.
pub(crate) fn first_phrase(phrases: &[Phrase], tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    phrases.iter().enumerate().find_map(|(index, phrase)| phrase.ends_at(tokens, at).map(|end| (index, end)))
}

/// Whether one of some phrases stands at index `at`.
pub(crate) fn is_any(phrases: &[Phrase], tokens: &[Token], at: usize) -> bool {
    first_phrase(phrases, tokens, at).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::line::tokens;
    use super::super::token::word;
    use super::*;

    #[test]
    fn lists_hold_what_is_written_in_them() {
        const WORDS: &[u64] = words!("của tại");
        const PHRASES: &[Phrase] = phrases!("một số, sửa đổi bổ sung, bỏ");
        assert_eq!(WORDS, [word("của"), word("tại")]);
        for (text, found) in [
            ("Sửa đổi, bổ sung khoản 2", Some((1, 5))),
            ("một số điều", Some((0, 2))),
            ("bỏ", Some((2, 1))),
            ("sửa đổi khoản 2", None),
        ] {
            assert_eq!(first_phrase(PHRASES, &tokens(text, 0), 0), found, "{text}");
        }
    }
}
