//! What a verb is said of that stands behind it: `Nghị quyết số A hết hiệu lực`, `khoản 2 Điều 3 Nghị quyết số A được sửa đổi`.

use super::clause::{FARTHEST, Found};
use super::mention::Mention;
use super::places::Provisions;
use super::sentence::{Sentence, THE_MOMENT};
use super::target::{Target, is_link};
use super::time::{Times, span_at};
use super::verb::{Family, Order, verb_at};
use super::words::{BY, CLOSING_QUOTES, CONTENTS, PASSIVE, SELVES, is_comma_or_and};
use super::{Agent, Doubt, Instruction};
use crate::legal::structure::phrase::{Phrase, phrases};
use crate::legal::structure::token::word;

impl Sentence<'_> {
    /// A passive verb, or one whose subject is what it is done to.
    pub(super) fn read_backwards(
        &mut self,
        verb: &Found,
        left: usize,
        right: usize,
        found: &mut Vec<Instruction>,
    ) {
        let is_ending = verb.verb.order == Order::Before;
        let left = self.subject_start(left.max(verb.from.saturating_sub(FARTHEST)), verb.from);
        let left = self.list_start(left, verb).unwrap_or(left);
        if self.is_denied(left, verb.from) || self.is_condition(verb) || self.leads_to_consequence(verb) {
            return;
        }
        // `..., riêng Điều 5 tiếp tục có hiệu lực` is said of what is excepted.
        let is_behind_another = self.first_verb < verb.from;
        if verb.verb.family == Family::Continue && is_behind_another && self.is_limited() {
            return;
        }
        let mut targets = if is_ending || !verb.amends {
            self.list_before(left, verb.from)
        } else {
            self.nearest_before(left, verb.from)
        };
        let Some(agent) = self.doer(verb, right) else { return };
        // `sau đây hết hiệu lực ...: số A; số B`, `chấm dứt hiệu lực của Nghị quyết số A`
        if targets.is_empty() && is_ending {
            let colon = self.tokens[verb.to..right].iter().position(|token| token.is_mark(':'));
            let is_noun = THE_MOMENT.ends_at(self.tokens, left) == Some(verb.from)
                && self.token(verb.to).is_word(word("của"));
            if left == verb.from || is_noun {
                targets = self.targets(verb, right);
            } else if let Some(colon) = colon.filter(|_| self.has_documents_as_subject(left, verb.from)) {
                targets = self.list_behind(verb.to + colon + 1, right);
            }
        }
        // `cụm từ “A” thay bằng cụm từ “B” tại Điều 2 Nghị quyết số A`
        if targets.is_empty() && verb.is_passive && self.is_wording(left) {
            targets = self.targets_of_words(verb, right);
        }
        if !targets.is_empty() {
            for target in &mut targets {
                if target.provisions.entries.is_empty() && self.may_name_parts_behind(verb) {
                    target.provisions = self.provisions_of_passive(verb, right);
                    target.is_part |=
                        !target.provisions.entries.is_empty() || self.names_content_behind(verb, right);
                }
                if target.provisions.entries.is_empty() && self.says_part_behind(verb) {
                    let open = (verb.to..right).find(|at| self.tokens[*at].is_mark('('));
                    target.provisions =
                        open.map_or_else(Provisions::default, |open| self.bracket(open, right));
                }
                if self.follows_condition(verb) || self.is_consequence(verb) {
                    target.doubt = Some(Doubt::Conditional);
                }
                if verb.is_passive && self.mixes_words(left, verb.from) {
                    target.doubt = Some(Doubt::NotUnderstood);
                }
            }
            if agent == Agent::This {
                self.last = targets.last().cloned();
            }
            let more = if is_ending && agent == Agent::This { self.further(verb, right) } else { Vec::new() };
            let end = more.first().map_or(right, |(_, from, _)| *from);
            for target in targets {
                self.push(verb, &agent, &target, end, found);
            }
            for (target, _, times) in more {
                let mut instruction = self.instruction(verb, agent.clone(), &target, None);
                instruction.from = times.from;
                found.push(instruction);
            }
            return;
        }
        let provisions = self.provisions(left, verb.from);
        if let Some(document) = self.document_above().filter(|_| !provisions.entries.is_empty())
            && agent == Agent::This
            && self.mentions.is_empty()
        {
            let target = self.target_above(document, provisions);
            self.push(verb, &agent, &target, right, found);
        }
    }

    /// Where the list begins that a verb behind it is said of, whose members semicolons part: `Nghị quyết số A; Nghị quyết số B hết hiệu
    /// lực`. `left` is where its last member begins.
    fn list_start(&self, left: usize, verb: &Found) -> Option<usize> {
        let is_behind = verb.verb.order == Order::Before || verb.is_passive || !verb.amends;
        if self.first_verb < verb.from || !is_behind || self.context.is_some() {
            return None;
        }
        let first = self.mentions.first().filter(|first| first.to < left)?;
        // `Kể từ ngày Nghị quyết này có hiệu lực, Nghị quyết số A; Nghị quyết số B hết hiệu lực`
        let before = &self.tokens[..first.from];
        let colon = before.iter().rposition(|token| token.is_mark(':'));
        let day = || before.iter().position(|token| token.is_mark(',')).filter(|_| self.begins_with_day());
        let start = colon.or_else(day).map_or(0, |lead| lead + 1);
        let is_parted = self.tokens.get(left.checked_sub(1)?)?.is_mark(';');
        let names = self.start_of(first, start);
        let is_content = || {
            self.is_any(CONTENTS, self.behind_quantities(start))
                && self.tokens[..names].last().is_some_and(|last| is_link(last) || last.is_word(word("và")))
        };
        (is_parted && (self.is_near(start, names, false) || is_content())).then_some(start)
    }

    /// The documents behind the new words that come for those before a verb.
    fn targets_of_words(&self, verb: &Found, right: usize) -> Vec<Target> {
        let index = self.mention_from(verb.to);
        let Some(first) = self.mentions.get(index).filter(|mention| mention.from < right) else {
            return Vec::new();
        };
        let close = (verb.to..first.from).rfind(|at| self.tokens[*at].is_one_of(&CLOSING_QUOTES));
        let from = close.map_or(verb.to, |close| close + 1);
        if self.is_near(from, self.start_of(first, from), false) {
            self.list(index, from, right)
        } else {
            Vec::new()
        }
    }

    /// Further documents that end on days of their own, with where they begin: `Nghị quyết số A hết hiệu lực kể từ ngày X và
    /// Nghị quyết số B kể từ ngày Y`.
    fn further(&self, verb: &Found, right: usize) -> Vec<(Target, usize, Times)> {
        let mut found = Vec::new();
        let index = self.mention_from(verb.to);
        let mut from = verb.to;
        for (at, mention) in
            self.mentions[index..].iter().enumerate().take_while(|(_, next)| next.from < right)
        {
            let next = self.mentions.get(index + at + 1).map_or(right, |next| next.from.min(right));
            let start = self.start_of(mention, from);
            let is_joined = start > from && is_comma_or_and(&self.tokens[start - 1]);
            let day = (mention.to..next)
                .find(|at| span_at(self.tokens, *at).is_some() && !self.is_of_document(*at));
            if !is_joined || day.is_none() {
                break;
            }
            let times = Times::of(&self.tokens[mention.to..next], false, |_| false);
            found.push((self.target(mention, from, Some(start), right), start, times));
            from = mention.to;
        }
        found
    }

    /// `Nghị quyết số A được sửa đổi tại khoản 1 Điều 1 như sau`
    fn provisions_of_passive(&self, verb: &Found, right: usize) -> Provisions {
        let next = self.first_mention(verb.to).map_or(right, |next| next.from);
        let list = self.first_list(verb.to).filter(|list| list.to <= right.min(next));
        match list.filter(|list| next >= right && self.is_near(verb.to, list.from, false)) {
            Some(list) => self.provisions(list.from, right),
            None => Provisions::default(),
        }
    }

    /// Whether the part of a document that is meant may stand behind a verb that follows it: `Nghị quyết số A hết hiệu lực Điều
    /// 4`, but not `bị bãi bỏ tại khoản 2 Điều 3`, which may be the place that says so.
    fn may_name_parts_behind(&self, verb: &Found) -> bool {
        let is_place = self.token(verb.to).is_word(word("tại"));
        verb.amends || verb.verb.order == Order::Before || !is_place
    }

    /// `Nghị quyết số A hết hiệu lực phần quy định về lệ phí`
    fn names_content_behind(&self, verb: &Found, right: usize) -> bool {
        let content = self.behind_quantities(verb.to);
        let is_all = self.says_whole(verb.to..content);
        content < right && !verb.amends && !is_all && self.is_any(CONTENTS, content)
    }

    /// Whether what stands between two indexes speaks of documents without naming one, behind the day if one leads: `Kể từ ngày Nghị
    /// quyết này có hiệu lực, các Nghị quyết sau đây`.
    pub(super) fn has_documents_as_subject(&self, from: usize, to: usize) -> bool {
        let parts = |at: usize| self.tokens[at].is_mark(',') || self.tokens[at].is_word(word("thì"));
        let is_behind_day = || {
            self.begins_with_day()
                && (from..to).any(|at| {
                    parts(at)
                        && self.names_documents(at + 1)
                        && self.mentions.first().is_none_or(|first| first.from > to)
                        && !self.is_any(SELVES, at + 1)
                })
        };
        self.names_documents(from) && !self.is_any(SELVES, from) || is_behind_day()
    }

    /// The documents that a verb before index `to` is said of, as a list that begins at index `left`.
    pub(super) fn list_before(&self, left: usize, to: usize) -> Vec<Target> {
        let index = self.mention_from(left);
        let Some(first) = self.mentions.get(index).filter(|mention| mention.to <= to) else {
            return Vec::new();
        };
        let Some((is_part, doubt)) = self.as_subject(left, first) else { return Vec::new() };
        let title = (first.to..to).find(|at| verb_at(self.tokens, *at).is_some());
        let mut targets = self.list(index, left, title.unwrap_or(to));
        if let Some(target) = targets.first_mut() {
            target.is_part |= is_part;
            target.doubt = doubt.or(target.doubt);
        }
        targets
    }

    /// Whether a document is what the verb behind it is said of: whether only a part of it is, with the doubt that is
    /// left. `None` where it only belongs to the subject: `hợp đồng ký theo Nghị quyết số A hết hiệu lực`.
    fn as_subject(&self, left: usize, mention: &Mention) -> Option<(bool, Option<Doubt>)> {
        const TIMES: &[Phrase] = phrases!("thời điểm, trong thời gian");
        const NEAR: usize = 8;
        let end = self.attachment(left, mention.from).map_or(mention.from, |attachment| attachment.from);
        let end = self.before_provisions(left, end);
        let comma = self.tokens[left..end].iter().rposition(|token| token.is_mark(','));
        let start = comma.map_or(left, |comma| left + comma + 1);
        let is_part = self.names_parts(start.max(end.saturating_sub(NEAR)), end);
        // `Thời điểm Nghị quyết số A hết hiệu lực do ... quyết định`
        if self.is_any(TIMES, start) {
            return None;
        }
        // `Kể từ ngày Nghị quyết này có hiệu lực thi hành Nghị quyết số A`
        if self.is_ground(start, end) {
            return None;
        }
        let says_when = self.says(SELVES, start..end);
        if says_when || self.is_near(start, end, false) {
            return Some((is_part, None));
        }
        let is_linked = self.tokens[..end].last().is_some_and(is_link);
        let is_content = self.is_any(CONTENTS, self.behind_quantities(start));
        let is_subject = is_linked && is_part && is_content;
        Some((is_part, (!is_subject).then_some(Doubt::FarFromVerb)))
    }

    /// The documents that stand nearest before index `to`, where the verb there is said of those alone.
    pub(super) fn nearest_before(&self, left: usize, to: usize) -> Vec<Target> {
        let behind = self.mentions_before(to);
        let Some(mut index) = behind.checked_sub(1).filter(|index| self.mentions[*index].from >= left) else {
            return Vec::new();
        };
        // `Điều 3 Nghị quyết số A (được sửa đổi tại Nghị quyết số B) được sửa đổi`
        while self.is_aside(index, to)
            && let Some(before) = index.checked_sub(1).filter(|before| self.mentions[*before].from >= left)
        {
            index = before;
        }
        let behind = |index: usize| {
            let before = index.checked_sub(1).map(|before| self.mentions[before].to);
            before.map_or(left, |before| before.max(left))
        };
        // `khoản 1 Điều 3 Nghị quyết số A và khoản 2 Điều 4 Nghị quyết số B được sửa đổi`
        let is_joined = |index: usize| {
            let start = self.start_of(&self.mentions[index], behind(index));
            start > behind(index) && self.lead(behind(index), start).is_some_and(|lead| lead.doubt.is_none())
        };
        while index > 0
            && self.mentions[index - 1].from >= left
            && is_joined(index)
            && !self.is_aside(index - 1, to)
        {
            index -= 1;
        }
        self.list(index, behind(index), to)
    }

    /// Whether mention number `index` only tells what was done before to the one before it: in brackets that close before
    /// index `to`, or behind a verb of its own.
    fn is_aside(&self, index: usize, to: usize) -> bool {
        let mention = &self.mentions[index];
        let closes = self.tokens[mention.to..to].iter().any(|token| token.is_mark(')'));
        let least = index.checked_sub(1).map_or(0, |before| self.mentions[before].to);
        let opens = self.tokens[least..mention.from].iter().any(|token| token.is_mark('('));
        let start = self.start_of(mention, least);
        let is_by = start > least && self.tokens[start - 1].is_among(&BY[..2]);
        let was_done = (least..start).any(|at| {
            let is_passive = self.before(at).is_among(PASSIVE);
            is_passive && verb_at(self.tokens, at).is_some()
        });
        (opens && closes) || (is_by && was_done)
    }
}
