//! What a sentence begins with before its verbs: a document, a provision, a day.

use super::clause::Found;
use super::mention::Mention;
use super::places::Provisions;
use super::sentence::{Scope, Sentence};
use super::target::Target;
use super::time::{effect_end, span_at};
use super::verb::{Family, Order, Verb};
use super::words::{FILLERS, NAMED, WITHIN};
use super::{Agent, Day, Instruction};
use crate::legal::structure::phrase::{Phrase, phrases};
use crate::legal::structure::token::Kind;

impl Sentence<'_> {
    /// The document that a sentence begins with, for the verbs behind: `Tại khoản 2 Điều 3 Nghị quyết số A, sửa đổi như sau`.
    pub(super) fn leading_target(&self) -> Option<Target> {
        if let Some(topic) = self.topic() {
            return Some(Target {
                document: self.range(topic),
                provisions: Provisions::default(),
                in_attachment: false,
                is_part: false,
                is_central: topic.is_central,
                doubt: None,
            });
        }
        let list = self.lists.first().filter(|list| list.from == 1 && self.begins_with_place())?;
        let mention = self.mentions.first()?;
        let target = self.list(0, 0, self.tokens.len()).into_iter().next()?;
        (list.to <= mention.from && !target.provisions.entries.is_empty()).then_some(target)
    }

    /// The document that a sentence is about before its verbs: `Đối với Nghị quyết số A: bãi bỏ khoản 2 Điều 3`.
    pub(super) fn topic(&self) -> Option<&Mention> {
        const ABOUT: &[Phrase] = phrases!("đối với, tại, trong, ở");
        let (_, begin) = self.phrase(ABOUT, 0)?;
        let mention = self.mentions.first().filter(|first| first.from == begin)?;
        // `Tại Nghị quyết số A quy định mức chi, mức thu: thay cụm từ ...`
        let colon = (mention.to..self.first_verb).find(|at| self.tokens[*at].is_mark(':'));
        if colon.is_some_and(|colon| self.is_in_title(colon)) {
            return Some(mention);
        }
        let end = (mention.to..self.first_verb).find(|at| self.tokens[*at].is_one_of(&[':', ',']))?;
        let is_bare = self.tokens[mention.to..end].iter().all(|token| {
            token.is_capital()
                || token.kind == Kind::Number
                || token.is_among(FILLERS)
                || token.is_among(NAMED)
        });
        is_bare.then_some(mention)
    }

    /// `Kể từ ngày ..., `
    pub(super) fn begins_with_day(&self) -> bool {
        const DAYS: &[Phrase] = phrases!("kể từ, từ ngày, trong thời gian từ, trong thời hạn");
        self.is_any(DAYS, 0) || span_at(self.tokens, 0).is_some()
    }

    /// `Tại ...`
    pub(super) fn begins_with_place(&self) -> bool {
        self.tokens.first().is_some_and(|first| first.is_among(WITHIN))
            && self.lists.first().is_some_and(|list| list.from == 1)
    }

    /// A document whose effect ends on a day, where the sentence says nothing else: `Nghị quyết số A có hiệu lực đến hết ngày
    /// 31/12/2025.`
    pub(super) fn read_term(&self, verbs: &[Found], found: &mut Vec<Instruction>) {
        let is_alone = verbs.is_empty() && self.self_at.is_none() && self.scope == Scope::Acts;
        let [mention] = self.mentions.as_slice() else { return };
        let is_own = !mention.is_central && !mention.is_proposal && mention.from == 0;
        if !is_alone || !is_own || self.context.is_some() {
            return;
        }
        let Some(at) = (mention.to..self.tokens.len()).find(|at| effect_end(self.tokens, *at).is_some())
        else {
            return;
        };
        let last = effect_end(self.tokens, at).and_then(|(last, _)| last.tomorrow().ok());
        let is_clear = !self.is_in_title(at) && !self.is_denied(0, at);
        let Some(day) = last.filter(|_| is_clear) else { return };
        let verb = Found {
            verb: Verb { family: Family::End, order: Order::Before },
            from: at,
            to: at,
            is_passive: false,
            is_mixed: false,
            amends: false,
        };
        for target in self.list(0, 0, at) {
            let mut instruction = self.instruction(&verb, Agent::This, &target, None);
            instruction.from = Some(Day::On(day));
            found.push(instruction);
        }
    }
}
