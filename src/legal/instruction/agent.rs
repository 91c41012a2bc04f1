//! Who does what a verb says: this document, another one, or nobody that counts.

use super::Agent;
use super::clause::Found;
use super::context::Below;
use super::sentence::Sentence;
use super::words::{BY, COUNCILS, FOLLOWS, LEADS, LEVELS, ORDERS, SELVES};
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any, phrases, words};
use crate::legal::structure::token::{Token, word};

/// What may stand before an act of this document and a comma: a reason, a purpose, an occasion.
const OPENINGS: &[Phrase] =
    phrases!("theo đề nghị, trên cơ sở, để, nhằm, do, vì, cùng với việc ban hành, sau khi nghị quyết này");

/// What begins a sentence of this document that puts something in the place of another.
const ISSUES: &[Phrase] = phrases!("ban hành phụ lục, ban hành danh mục, ban hành biểu");

impl Sentence<'_> {
    /// Who does what an active verb says.
    pub(super) fn agent(&self, verb: &Found, before: Option<&Found>, last: Option<&Agent>) -> Option<Agent> {
        let bound = before.map_or(0, |before| before.to);
        let start = self.clause_start(bound, verb.from);
        let words = &self.tokens[start..verb.from];
        let Some(nearest) = words.last() else {
            if self.is_ordered(start) {
                return None;
            }
            return if start == bound && before.is_some() { last.cloned() } else { Some(Agent::This) };
        };
        // `đến khi có quy định khác thay thế`
        let is_event =
            words.windows(2).any(|pair| pair[0].is_word(word("khi")) && pair[1].is_word(word("có")));
        if self.is_denied(start, verb.from) || is_event {
            return None;
        }
        let mention = self.last_mention(verb.from).filter(|mention| mention.from >= start);
        // `Tại khoản 2 Điều 3 Nghị quyết số A, sửa đổi như sau`, `Kể từ ngày 01/01/2027, bãi bỏ`
        if before.is_none()
            && (self.topic().is_some()
                || self.begins_with_place()
                || (mention.is_none() && self.begins_with_day()))
        {
            return Some(Agent::This);
        }
        // `từ ngày X bãi bỏ Nghị quyết số A, từ ngày Y bãi bỏ Nghị quyết số B`
        if before.is_some() && self.leading_day(verb.from).is_some_and(|day| day >= start) {
            return last.cloned();
        }
        if nearest.is_mark(',') || nearest.is_among(words!("và thời")) {
            // `Nghị quyết này có hiệu lực ..., thay thế`, `Ban hành Quy định ..., thay thế`
            let is_own = self.self_at.is_some_and(|at| at < verb.from)
                || (before.is_none() && (self.is_any(LEADS, 0) || self.is_any(OPENINGS, 0)));
            return last.cloned().or(is_own.then_some(Agent::This));
        }
        // `Nghị quyết này không thay thế Nghị quyết số A mà chỉ sửa đổi khoản 2`, `Ban hành Phụ lục I thay thế Phụ lục I`
        let goes_on = nearest.is_among(words!("mà chỉ"))
            && words.iter().any(|token| token.is_word(word("mà")))
            && before.is_some_and(|before| self.is_denied(self.near_clause_start(before.from), before.from));
        let issues = before.is_none() && mention.is_none() && self.is_any(ISSUES, 0);
        if (goes_on && !self.is_ordered(verb.from)) || issues {
            return Some(Agent::This);
        }
        let ends_with = |phrases: &[_]| {
            (words.len().saturating_sub(4)..words.len())
                .find(|at| first_phrase(phrases, words, *at).is_some_and(|(_, end)| end == words.len()))
        };
        if let Some(at) = ends_with(SELVES) {
            // `Ủy ban nhân dân tỉnh căn cứ Nghị quyết này sửa đổi`
            let is_ground = words[..at].iter().any(|token| token.is_among(words!("căn theo triển")));
            return (!is_ground).then_some(Agent::This);
        }
        if is_any(SELVES, words, 0) && mention.is_none() {
            return Some(Agent::This);
        }
        if let Some(mention) = mention {
            let between = &self.tokens[mention.to..verb.from];
            let is_title = between.len() <= 25 && !between.iter().any(|token| token.is_mark(','));
            return (is_title && !mention.is_proposal).then(|| Agent::Other(self.range(mention)));
        }
        let lead = ends_with(LEADS)?;
        is_council(&words[..lead]).then_some(Agent::This)
    }

    /// Who does what a passive verb says.
    pub(super) fn doer(&self, verb: &Found, right: usize) -> Option<Agent> {
        const NEAR: usize = 40;
        let by = (verb.to..right.min(verb.to + NEAR)).find(|at| self.tokens[*at].is_among(BY));
        // `bằng cụm từ “B” tại Nghị quyết số A`: the new words, and where they stand.
        let by = by.filter(|by| !self.is_wording(by + 1));
        if let Some(by) = by {
            if let Some(mention) = self.first_mention(by).filter(|mention| mention.from < right) {
                if self.is_near(by, mention.from, true) && !mention.is_proposal {
                    return Some(Agent::Other(self.range(mention)));
                }
                return None;
            }
            if self.is_any(SELVES, by + 1) {
                return Some(Agent::This);
            }
        }
        // `được sửa đổi như sau:` leads to what this document writes.
        let writes = self.token(verb.to).is_word(word("thành"));
        if writes || self.says(&[FOLLOWS], verb.to..right) {
            return Some(Agent::This);
        }
        let was = verb.from >= 2 && self.tokens[verb.from - 2].is_word(word("đã"));
        let by_this = self.self_at.is_some_and(|at| at > verb.from);
        let inherits = self.document_above().is_some();
        let is_sure = !verb.amends || inherits;
        // `Nghị quyết này hết hiệu lực`
        let is_own_end = self.self_at.is_some_and(|at| at < verb.from)
            && !self.has_documents_as_subject(0, verb.from)
            && self.mentions.first().is_none_or(|mention| mention.to > verb.from);
        (!is_own_end && (by_this || (is_sure && !was))).then_some(Agent::This)
    }

    /// Whether someone else is told to act, before index `to` or in the part above.
    pub(super) fn is_ordered(&self, to: usize) -> bool {
        const NEAR: usize = 40;
        let near = to.saturating_sub(NEAR)..to;
        self.context.is_some_and(|context| context.below == Below::Orders) || self.says(ORDERS, near)
    }
}

/// Whether the words are nothing but the council and what it decides with.
fn is_council(words: &[Token]) -> bool {
    const LONGEST_NAME: usize = 6;
    let mut at = first_phrase(COUNCILS, words, 0).map_or(0, |(_, end)| end);
    if at > 0
        && let Some((_, end)) = first_phrase(LEVELS, words, at)
    {
        let name = words[end..].iter().take(LONGEST_NAME).take_while(|token| token.is_capital()).count();
        at = end + name;
    }
    while let Some((_, end)) = first_phrase(LEADS, words, at) {
        at = end;
    }
    at == words.len()
}
