//! What makes an instruction unsure. Each file asks one question, and each question is asked in one place:
//!
//! - [`limit`]: is only a part meant, or does it hang on something? Asked of each instruction while it is put together.
//! - [`remainder`]: is every word of the sentence understood? Asked of each whole ending, by [`Sentence::doubt`], and of a
//!   sentence that leads to a list, by [`plans`].
//! - this file: do the other verbs and documents of the sentence leave it certain what its verb says? Asked once a sentence
//!   has been read.
//! - [`plans`]: does the sentence make unsure what stands below it?
//! - [`going_on`]: does a sentence say that a document goes on?
//! - [`text`]: do other sentences speak against it? Asked once the whole text has been read.
//!
//! What of a sentence from which nothing was read at all may still do something is asked by `silence`.

pub(super) mod going_on;
pub(super) mod limit;
pub(super) mod plans;
pub(super) mod remainder;
pub(super) mod text;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::clause::Found;
use super::context::Below;
use super::sentence::Sentence;
use super::verb::Family;
use super::{Action, Agent, Certainty, Day, Doubt, Extent, Instruction};
use crate::legal::RelationKind;
use crate::legal::structure::phrase::{Phrase, phrases};
use crate::legal::structure::token::word;
use going_on::NOT_APPLIED;

/// Words behind a document that say for whom or where only something holds.
const SOME: &[Phrase] = phrases!(
    "đối với, áp dụng đối với, áp dụng cho, áp dụng trên, áp dụng tại, trên địa bàn, tại địa bàn, \
     cho các, cho đối tượng"
);

impl Sentence<'_> {
    /// Doubts the instructions that the sentence gave.
    pub(super) fn doubt(&self, verbs: &[Found], found: &mut [Instruction]) {
        let is_correction = |family: Family| family == Family::Correct;
        let corrects = verbs.first().is_some_and(|verb| is_correction(verb.verb.family))
            || self.context.is_some_and(|context| {
                is_correction(context.verb.family) && matches!(context.below, Below::Document(_))
            });
        for instruction in found.iter_mut().filter(|_| corrects) {
            // `Đính chính Nghị quyết số A như sau: thay cụm từ ...`: what is corrected is no amendment.
            let amends = instruction.action.relation() == RelationKind::Amends;
            if amends || matches!(instruction.action, Action::Delete | Action::DeleteWords) {
                instruction.action = Action::Corrects;
            }
        }
        let above = self.context.and_then(|context| context.doubt).filter(|doubt| match doubt {
            Doubt::OnlyPlanned => self.self_at.is_none(),
            // `Nghị quyết này thay thế Nghị quyết số A` depends on nothing that stands above.
            _ => self.self_at != Some(0),
        });
        let undoes = verbs.iter().any(|verb| self.is_undone(verbs, verb.from));
        let parts = self.shared_parts(verbs, found);
        let going_on = self.named_as_going_on(verbs);
        for (at, instruction) in found.iter_mut().enumerate() {
            let is_read = instruction.certainty == Certainty::Read;
            let is_for_some = is_read
                && instruction.action.ends_or_suspends()
                && instruction.words.is_none()
                && !instruction.provisions.is_empty()
                && self.is_for_some(verbs, instruction);
            let ends = instruction.ends_surely()
                || is_for_some
                || (is_read && self.is_not_applied(verbs, instruction));
            let is_told = ends && instruction.agent != Agent::This;
            let doubt = match above {
                Some(Doubt::OnlyPlanned) if is_read => above,
                _ if undoes && is_read => Some(Doubt::NotUnderstood),
                _ if is_told => Some(Doubt::ToldByOther),
                Some(doubt) if ends && doubt != Doubt::OnlyPlanned => Some(doubt),
                _ if is_for_some => Some(Doubt::NotUnderstood),
                _ if ends
                    && (parts.binary_search(&at).is_ok()
                        || going_on
                            .as_ref()
                            .is_some_and(|named| self.is_named_again(&instruction.target, named))
                        || self.leaves_words(verbs, &instruction.target)) =>
                {
                    Some(Doubt::NotUnderstood)
                }
                _ => None,
            };
            if let Some(doubt) = doubt {
                instruction.doubt(doubt);
            }
        }
    }

    /// Doubts the day of what ends before another clause that tells one, which may be that of both: `Nghị quyết số A hết hiệu lực một phần,
    /// Nghị quyết số B hết hiệu lực toàn bộ kể từ ngày 01/01/2026`.
    pub(super) fn doubt_shared_day(&self, found: &mut [Instruction]) {
        let mut next: Option<usize> = None;
        for instruction in found.iter_mut().rev().filter(|one| one.agent == Agent::This) {
            if !instruction.action.ends_wording() {
                next = None;
                continue;
            }
            if matches!(instruction.from, Some(Day::On(_))) {
                next = Some(instruction.target.start);
                continue;
            }
            let from = self.index_of(instruction.target.end);
            let is_parted = |next: usize| {
                let between = self.tokens[from..].iter().take_while(|token| token.start < next);
                between.into_iter().any(|token| token.is_one_of(&[';', ':', '.']))
            };
            next = next.filter(|next| *next > instruction.target.end && !is_parted(*next));
            if next.is_some() && instruction.from.is_none() {
                instruction.doubt(Doubt::NotUnderstood);
            }
        }
    }

    /// Whether words right behind the document say for whom or where only: `bãi bỏ khoản 2 Điều 3 Nghị quyết số A đối với các xã
    /// khu vực I`.
    fn is_for_some(&self, verbs: &[Found], instruction: &Instruction) -> bool {
        let at = self.index_of(instruction.target.start);
        let mention = self.mention_at(at);
        mention.is_some_and(|mention| self.is_any(SOME, self.behind_issuer(verbs, mention)))
    }

    /// `Không áp dụng khoản 2 Điều 3 Nghị quyết số A`, which may hold for some only.
    fn is_not_applied(&self, verbs: &[Found], instruction: &Instruction) -> bool {
        let is_such = |verb: &Found| NOT_APPLIED.ends_at(self.tokens, verb.from) == Some(verb.to);
        instruction.action == Action::Ends && verbs.iter().any(is_such)
    }

    /// The numbers, in order, of the instructions that end a whole document of a row of which the first has ended in part only, so
    /// that the part may be meant for all: `bãi bỏ khoản 2 Điều 3 Nghị quyết số A và Nghị quyết số B`.
    fn shared_parts(&self, verbs: &[Found], found: &[Instruction]) -> Vec<usize> {
        let mut shared = Vec::new();
        // The first document of the row, and whether a part of it was named.
        let mut first: Option<(usize, bool)> = None;
        let mut end = 0;
        for (at, instruction) in found.iter().enumerate() {
            let from = self.index_of(instruction.target.start);
            let between = end.min(from)..from;
            let begins = first.is_none() || self.begins_anew(verbs, between.clone(), first);
            end = self.index_of(instruction.target.end);
            if begins {
                // `Nghị quyết số A (trừ khoản 2 Điều 3) và Nghị quyết số B`: the exception is of the first only.
                let is_excepted = instruction.provisions.is_empty()
                    && self.has_exception_in_bracket(instruction.target.start);
                let is_part = instruction.extent == Extent::Partial
                    && instruction.action.ends_wording()
                    && !is_excepted;
                first = Some((from, is_part && instruction.words.is_none()));
                continue;
            }
            let says_all = self.tokens[between].iter().any(|token| token.is_word(word("toàn")));
            if instruction.ends_surely() && first.is_some_and(|(_, is_part)| is_part) && !says_all {
                shared.push(at);
            }
        }
        shared
    }

    /// Whether a new row of documents begins behind some tokens: another verb stands there, or a semicolon that no colon before
    /// the row has made a mark of the list.
    fn begins_anew(&self, verbs: &[Found], between: Range<usize>, first: Option<(usize, bool)>) -> bool {
        let next = verbs.partition_point(|verb| verb.from < between.start);
        let has_verb = verbs.get(next).is_some_and(|verb| verb.from < between.end);
        let is_parted = self.tokens[between].iter().any(|token| token.is_mark(';'));
        let behind_colon = || {
            let Some((first, _)) = first else { return false };
            let verb = verbs.iter().rfind(|verb| verb.to <= first).map_or(0, |verb| verb.to);
            let colon = self.tokens[verb..first].iter().rposition(|token| token.is_mark(':'));
            colon.is_some_and(|colon| self.names_parts(verb, verb + colon))
        };
        has_verb || (is_parted && !behind_colon())
    }
}
