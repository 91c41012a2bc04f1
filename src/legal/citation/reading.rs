//! A text made ready for the recognisers: folded and cut into tokens once, read by all of them.

use std::ops::Range;

use super::fold::Folded;
use super::token::{Gap, Kind, Token, tokens};

/// A text (any Unicode form) made ready once for the recognisers of citations and of people.
#[derive(Debug)]
pub struct Reading {
    folded: Folded,
    tokens: Vec<Token>,
    /// The words that are not written in small letters, so written, one behind the other.
    small: String,
}

impl Reading {
    /// Reads `text`; takes time in proportion to its length.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let folded = Folded::new(text);
        let (tokens, small) = tokens(&folded.plain);
        Self { folded, tokens, small }
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token at `at`; the end token outside the text.
    #[inline]
    pub(crate) fn token(&self, at: usize) -> Token {
        self.tokens.get(at).copied().unwrap_or(Token::END)
    }

    /// The token before `at`; the end token at the start of the text.
    pub(crate) fn before(&self, at: usize) -> Token {
        at.checked_sub(1).map_or(Token::END, |before| self.token(before))
    }

    /// A token in small letters, the tone mark on the later vowel.
    #[inline]
    pub(crate) fn word(&self, at: usize) -> &str {
        let token = self.token(at);
        let word = match token.small {
            Some(small) => self.small.get(small as usize..small as usize + (token.end - token.start)),
            None => self.folded.plain.get(token.start..token.end),
        };
        word.unwrap_or("")
    }

    /// The token before `at`, in small letters.
    pub(crate) fn word_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// A token in form C, as capitalised in the text.
    pub(crate) fn plain(&self, at: usize) -> &str {
        let token = self.token(at);
        self.folded.plain.get(token.start..token.end).unwrap_or("")
    }

    /// The token behind `phrase` where it stands at `at` on one paragraph. Words of the phrase are parted by single
    /// spaces; a comma behind a word may be left out in the text.
    pub(crate) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        let mut rest = phrase;
        loop {
            rest = rest.strip_prefix(self.word(next))?;
            if next > at && self.token(next).gap == Gap::Paragraph {
                return None;
            }
            next += 1;
            if let Some(behind) = rest.strip_prefix(',') {
                rest = behind;
                next += usize::from(self.token(next).is_mark(b','));
            }
            match rest.strip_prefix(' ') {
                Some(behind) => rest = behind,
                None => return rest.is_empty().then_some(next),
            }
        }
    }

    /// The longest entry of a table, sorted by its phrases, that stands at `at`, with the token behind it.
    pub(crate) fn longest_of<'t, T>(
        &self,
        at: usize,
        table: &'t [T],
        phrase: impl Fn(&T) -> &str,
    ) -> Option<(usize, &'t T)> {
        self.longest_with(at, self.word(at), table, phrase)
    }

    /// As [`Self::longest_of`] for large tables in which many phrases begin with the same word.
    pub(crate) fn longest_pair<'t, T>(
        &self,
        at: usize,
        table: &'t [T],
        phrase: impl Fn(&T) -> &str,
    ) -> Option<(usize, &'t T)> {
        let length = 1 + usize::from(self.word(at) == "bộ" || self.word(at) == "pháp");
        let mut pair = String::new();
        for word in at..=at + length {
            if word > at {
                pair.push(' ');
            }
            pair.push_str(self.word(word));
        }
        self.longest_with(at, &pair, table, phrase)
    }

    fn longest_with<'t, T>(
        &self,
        at: usize,
        first: &str,
        table: &'t [T],
        phrase: impl Fn(&T) -> &str,
    ) -> Option<(usize, &'t T)> {
        if first.is_empty() {
            return None;
        }
        let from = table.partition_point(|entry| phrase(entry) < first);
        let mut longest: Option<(usize, &T)> = None;
        for entry in table.get(from..)?.iter().take_while(|entry| phrase(entry).starts_with(first)) {
            if let Some(end) = self.phrase(at, phrase(entry))
                && longest.is_none_or(|(known, _)| end > known)
            {
                longest = Some((end, entry));
            }
        }
        longest
    }

    /// The bytes of the input under tokens `from` to `to` (exclusive).
    pub(crate) fn raw(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.token(from).start;
        self.folded.raw(start..self.before(to).end.max(start))
    }

    /// Tokens `from` to `to` (exclusive) in form C, with single spaces.
    pub(crate) fn written(&self, from: usize, to: usize) -> String {
        let mut text = String::new();
        for at in from..to {
            if at > from && self.token(at).gap != Gap::None {
                text.push(' ');
            }
            text.push_str(self.plain(at));
        }
        text
    }

    /// The number that a token of at most five digits is.
    pub(crate) fn number(&self, at: usize) -> Option<u32> {
        let word = self.word(at);
        let is_number = (1..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { word.parse().ok() } else { None }
    }

    /// The number of a token of exactly four digits, where it can be a year.
    pub(crate) fn year(&self, at: usize) -> Option<i16> {
        let year = self.number(at).filter(|_| self.word(at).len() == 4)?;
        i16::try_from(year).ok().filter(|year| (1945..=2100).contains(year))
    }

    /// Whether a sentence, a cell or a line begins at `at`.
    pub(crate) fn begins(&self, at: usize) -> bool {
        let token = self.token(at);
        let before = self.before(at);
        at == 0
            || token.gap >= Gap::Line
            || matches!(before.kind, Kind::Mark(b'|' | b';' | b'.' | b'*' | b'#' | b'>' | b'(' | b':' | b'_'))
    }
}
