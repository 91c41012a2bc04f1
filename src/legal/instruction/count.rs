//! How many documents a sentence says that something is done to.

use std::ops::Range;

use super::clause::Found;
use super::sentence::Sentence;
use super::words::DOCUMENTS;
use crate::legal::RelationKind;
use crate::legal::structure::token::Token;

impl Sentence<'_> {
    /// How many documents the sentence says that it does something to: `bãi bỏ toàn bộ 05 nghị quyết sau`.
    pub(super) fn stated_count(&self, verbs: &[Found]) -> Option<StatedCount> {
        const MOST: u32 = 2000;
        let start = self.tokens.first()?.start;
        let end = self.tokens.last()?.end;
        let mut relation = None;
        let mut count = 0;
        for verb in verbs {
            let at = self.behind_quantities(verb.to);
            let Some(number) = self.tokens.get(at).and_then(Token::number).filter(|number| *number <= MOST)
            else {
                continue;
            };
            // `05 (năm) nghị quyết`
            let is_spelt = self.tokens.get(at + 1).is_some_and(|token| token.is_mark('('));
            let noun = if is_spelt {
                (at + 1..self.tokens.len().min(at + 6)).find(|at| self.tokens[*at].is_mark(')'))? + 1
            } else {
                at + 1
            };
            if !self.is_any(DOCUMENTS, noun) {
                continue;
            }
            let own = verb.verb.family.action().relation();
            if relation.is_some_and(|relation| relation != own) {
                return None;
            }
            relation = Some(own);
            count += number;
        }
        Some(StatedCount { count, relation: relation?, sentence: start..end })
    }
}

/// How many documents a sentence says that something is done to: `bãi bỏ toàn bộ 05 nghị quyết sau`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedCount {
    /// How many documents.
    pub count: u32,
    /// What is done to them.
    pub relation: RelationKind,
    /// The sentence that says so: byte offsets.
    pub sentence: Range<usize>,
}
