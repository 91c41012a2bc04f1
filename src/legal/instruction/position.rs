//! Where the documents, provisions and bytes of a sentence stand: indexes of tokens.

use std::ops::Range;

use super::clause::Found;
use super::mention::Mention;
use super::provision::Named;
use super::sentence::Sentence;
use super::words::QUANTITIES;
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any};
use crate::legal::structure::token::{Token, token_at};

impl Sentence<'_> {
    /// The token at index `at`; one that is nothing behind the sentence.
    pub(super) fn token(&self, at: usize) -> &Token {
        token_at(self.tokens, at)
    }

    /// The token before index `at`; one that is nothing at the beginning of the sentence.
    pub(super) fn before(&self, at: usize) -> &Token {
        at.checked_sub(1).map_or(token_at(&[], 0), |before| self.token(before))
    }

    /// Whether one of some phrases begins at index `at`.
    pub(super) fn is_any(&self, phrases: &[Phrase], at: usize) -> bool {
        is_any(phrases, self.tokens, at)
    }

    /// The number of the first of some phrases that begins at index `at`, and the index behind it.
    pub(super) fn phrase(&self, phrases: &[Phrase], at: usize) -> Option<(usize, usize)> {
        first_phrase(phrases, self.tokens, at)
    }

    /// Whether one of some phrases begins at an index of a range.
    pub(super) fn says(&self, phrases: &[Phrase], mut range: Range<usize>) -> bool {
        range.any(|at| self.is_any(phrases, at))
    }

    /// The first provisions that are named at index `from` or behind.
    pub(super) fn first_list(&self, from: usize) -> Option<&Named> {
        self.lists.get(self.lists.partition_point(|list| list.from < from))
    }

    /// The provisions whose names begin at index `at`.
    pub(super) fn list_at(&self, at: usize) -> Option<&Named> {
        self.first_list(at).filter(|list| list.from == at)
    }

    /// The last provisions whose names end at index `to` or before.
    pub(super) fn last_list(&self, to: usize) -> Option<&Named> {
        self.lists[..self.lists.partition_point(|list| list.to <= to)].last()
    }

    /// The first document that is named at index `from` or behind.
    pub(super) fn first_mention(&self, from: usize) -> Option<&Mention> {
        self.mentions.get(self.mention_from(from))
    }

    /// The document whose name begins at index `at`.
    pub(super) fn mention_at(&self, at: usize) -> Option<&Mention> {
        self.first_mention(at).filter(|mention| mention.from == at)
    }

    /// The number of the first document that is named at index `from` or behind.
    pub(super) fn mention_from(&self, from: usize) -> usize {
        self.mentions.partition_point(|mention| mention.from < from)
    }

    /// The last document whose name ends at index `to` or before.
    pub(super) fn last_mention(&self, to: usize) -> Option<&Mention> {
        self.mentions[..self.mentions_before(to)].last()
    }

    /// How many documents have names that end at index `to` or before.
    pub(super) fn mentions_before(&self, to: usize) -> usize {
        self.mentions.partition_point(|mention| mention.to <= to)
    }

    /// The index of the first token that begins at a byte or behind.
    pub(super) fn index_of(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.start < byte)
    }

    /// The bytes of the sentence.
    pub(super) fn bytes(&self) -> Range<usize> {
        let start = self.tokens.first().map_or(0, |token| token.start);
        start..self.tokens.last().map_or(start, |token| token.end)
    }

    /// The index before which the clause of a verb ends: that of the next verb, or the end of the sentence.
    pub(super) fn before_next(&self, verbs: &[Found], number: usize) -> usize {
        verbs.get(number + 1).map_or(self.tokens.len(), |next| next.from)
    }

    /// The index behind words of quantity at index `at`: `toàn bộ các`.
    pub(super) fn behind_quantities(&self, at: usize) -> usize {
        let count = self.tokens[at..].iter().take_while(|token| token.is_among(QUANTITIES)).count();
        at + count
    }

    /// The bytes of the name of a document.
    pub(super) fn range(&self, mention: &Mention) -> Range<usize> {
        self.tokens[mention.from].start..self.tokens[mention.to - 1].end
    }
}
