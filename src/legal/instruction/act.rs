//! An instruction as it is put together of a verb and what it is about.

use std::ops::Range;

use super::clause::Found;
use super::context::Below;
use super::doubt::limit::Limited;
use super::places::Provisions;
use super::provision::entry::{Entry, Text};
use super::quoted::Group;
use super::sentence::Sentence;
use super::target::Target;
use super::time::{Times, span_at};
use super::verb::Family;
use super::{Action, Agent, Certainty, Day, Doubt, Extent, Instruction, TargetProvision};
use crate::legal::RelationKind;
use crate::legal::structure::phrase::Phrase;
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::word;

const IN_FORCE: Phrase = Phrase::new("thi hành");

impl Sentence<'_> {
    /// Adds what a verb does to a document, one instruction for each of the words that it is about.
    pub(super) fn push(
        &self,
        verb: &Found,
        agent: &Agent,
        target: &Target,
        right: usize,
        found: &mut Vec<Instruction>,
    ) {
        let groups = if verb.is_behind() {
            let left = self.near_clause_start(verb.from);
            if verb.is_passive { self.words_before(left, verb, right) } else { Vec::new() }
        } else {
            self.quoted_words(verb, right)
        };
        self.push_groups(verb, agent, (target, &groups), right, found);
    }

    /// Words with documents of their own, each with its document: `Thay cụm từ “a” bằng “b” tại khoản 1 Nghị quyết số A và cụm từ “c” bằng
    /// “d” tại khoản 2 Nghị quyết số B`. False where no more than one document is named behind them.
    pub(super) fn push_each_words(
        &self,
        verb: &Found,
        agent: &Agent,
        first: &Target,
        right: usize,
        found: &mut Vec<Instruction>,
    ) -> bool {
        if self.mentions.len() < 2 {
            return false;
        }
        let groups = self.quoted_words(verb, right);
        let own_of = |group: &Group| {
            let index = self.mention_from(group.from);
            self.mentions.get(index).filter(|mention| mention.to <= group.to).map(|_| index)
        };
        let owners: Vec<Option<usize>> = groups.iter().map(own_of).collect();
        let mut named: Vec<usize> = owners.iter().flatten().copied().collect();
        named.dedup();
        if groups.len() < 2 || named.len() < 2 {
            return false;
        }
        let mut last = vec![first.clone()];
        for (group, owner) in groups.iter().zip(owners) {
            if let Some(index) = owner {
                last = self.list(index, group.from, group.to);
            }
            for target in &last {
                self.push_groups(verb, agent, (target, std::slice::from_ref(group)), right, found);
            }
        }
        true
    }

    fn push_groups(
        &self,
        verb: &Found,
        agent: &Agent,
        (target, groups): (&Target, &[Group]),
        right: usize,
        found: &mut Vec<Instruction>,
    ) {
        let is_own = *agent == Agent::This;
        let is_beyond =
            target.is_central && !matches!(verb.verb.family, Family::Detail | Family::Consolidate);
        if is_own && is_beyond {
            return;
        }
        let times = self.times(verb, right);
        let mut add = |target: &Target, group: Option<&Group>| {
            for target in by_text(target) {
                let mut instruction = self.instruction(verb, agent.clone(), &target, group);
                if is_own {
                    instruction.from = times.from;
                    instruction.until = times.until;
                    if times.from.is_none() && times.is_unclear {
                        instruction.doubt(Doubt::Conditional);
                    }
                }
                found.push(instruction);
            }
        };
        if groups.is_empty() {
            let needs_end = verb.verb.family == Family::Continue && is_own;
            let is_mere = needs_end && times.until.is_none();
            let doubt = target.doubt.or(is_mere.then_some(Doubt::Contradiction));
            add(&Target { doubt, ..target.clone() }, None);
            return;
        }
        for group in groups {
            let named = self.provisions_of_words(group, target);
            // What several words share is named beside each document.
            let is_shared = groups.len() == 1 && !target.provisions.entries.is_empty();
            let provisions =
                if is_shared || named.entries.is_empty() { target.provisions.clone() } else { named };
            let holder = provisions.holder.clone().or_else(|| target.provisions.holder.clone());
            add(&Target { provisions: Provisions { holder, ..provisions }, ..target.clone() }, Some(group));
        }
    }

    /// The provisions named behind quoted words, for a document that has none of its own: `cụm từ “a” tại Điều 3 của Nghị quyết số A và
    /// Nghị quyết số B`, but not `và một số điều của Nghị quyết số B`.
    fn provisions_of_words(&self, group: &Group, target: &Target) -> Provisions {
        let first = self.mention_from(group.from);
        match &self.mentions[first..] {
            [own, next, ..] if next.from < group.to => {
                let is_first = self.tokens[own.from].start == target.document.start;
                let is_shared = is_first || !target.is_part;
                if is_shared { self.provisions(group.from, own.from) } else { Provisions::default() }
            }
            _ => self.provisions(group.from, group.to),
        }
    }

    /// The days of each of the documents that a verb is about, where days stand behind several of them: a day is that of the
    /// documents before it. `bãi bỏ Nghị quyết số A kể từ ngày X và Nghị quyết số B kể từ ngày Y`
    pub(super) fn times_each(&self, verb: &Found, targets: &[Target], right: usize) -> Vec<Times> {
        if targets.len() < 2 {
            return Vec::new();
        }
        let right = self.before_day_of_next(right);
        let mut end = right;
        let mut each: Vec<Times> = Vec::with_capacity(targets.len());
        for target in targets.iter().rev() {
            let from = self.index_of(target.document.end).min(end);
            each.push(self.times_within(from..end, verb.verb.family));
            end = self.index_of(target.document.start);
        }
        let says = |times: &Times| times.from.is_some() || times.until.is_some();
        // `bãi bỏ Nghị quyết số A kể từ ngày X và Nghị quyết số B` leaves it open from when B.
        let has_last_none = each.first().is_some_and(|last| !says(last));
        let days = each.iter().filter(|times| says(times)).count();
        if days == 0 || (days == 1 && !has_last_none) || each.iter().any(|times| times.is_unclear) {
            return Vec::new();
        }
        let mut next = Times::default();
        for times in &mut each {
            next = if says(times) { *times } else { next };
            *times = next;
        }
        each.reverse();
        each
    }

    /// The index before the day that leads the verb at index `right`: `từ ngày X bãi bỏ Nghị quyết số A, từ ngày Y bãi bỏ Nghị
    /// quyết số B`.
    fn before_day_of_next(&self, right: usize) -> usize {
        if right >= self.tokens.len() { right } else { self.leading_day(right).unwrap_or(right) }
    }

    /// Where the day begins that stands right before the verb at index `verb`, behind a mark that parts it from what is before.
    pub(super) fn leading_day(&self, verb: usize) -> Option<usize> {
        const LONGEST: usize = 14;
        (verb.saturating_sub(LONGEST)..verb).find(|at| {
            let end = span_at(self.tokens, *at);
            let is_parted = at.checked_sub(1).is_none_or(|before| {
                let token = &self.tokens[before];
                token.is_one_of(&[',', ';', ':']) || token.is_word(word("và"))
            });
            let leads = |end: usize| end == verb || (end + 1 == verb && self.tokens[end].is_mark(','));
            is_parted && end.is_some_and(leads)
        })
    }

    /// The days of what a verb says: in its own clause, else before it in the sentence.
    pub(super) fn times(&self, verb: &Found, right: usize) -> Times {
        match self.last_times.get().filter(|(to, end, _)| (*to, *end) == (verb.to, right)) {
            Some((_, _, times)) => times,
            None => {
                let times = self.times_anew(verb, right);
                self.last_times.set(Some((verb.to, right, times)));
                times
            }
        }
    }

    /// The days between two indexes of what a verb of this family does. What has a term may say it behind the title of its document, so
    /// that no day is left aside as one of the title.
    pub(super) fn times_within(&self, range: Range<usize>, family: Family) -> Times {
        let first = range.start;
        let has_term = family.has_term();
        Times::of(&self.tokens[range], has_term, |at| !has_term && self.is_of_document(first + at))
    }

    fn times_anew(&self, verb: &Found, right: usize) -> Times {
        let start = if verb.is_behind() { self.near_clause_start(verb.from) } else { verb.to };
        let right = self.before_day_of_next(right).max(start);
        let of = |range: Range<usize>| self.times_within(range, verb.verb.family);
        let mut own = of(start..right);
        if verb.is_behind() {
            // `Nghị quyết số A hết hiệu lực từ ngày X, Nghị quyết số B hết hiệu lực từ ngày Y`
            let behind = of(verb.to..right);
            // `Nghị quyết số A hết hiệu lực ngày 01/7/2026`
            let behind_verb = IN_FORCE.ends_at(self.tokens, verb.to).unwrap_or(verb.to);
            let day =
                date_at(self.tokens, behind_verb).filter(|day| day.end <= right).and_then(|day| day.date);
            let from = behind.from.or(day.map(Day::On).filter(|_| verb.verb.family == Family::End));
            if from.is_some() {
                (own.from, own.until) = (from, behind.until.or(own.until));
            }
        }
        if !verb.is_behind() && own.from.is_none() && !own.is_unclear {
            let leading = self.leading_day(verb.from).map(|at| of(at..verb.from));
            own.from = leading.and_then(|leading| leading.from);
        }
        let before = of(0..self.first_verb.min(verb.from));
        let above = self.context.filter(|context| context.below == Below::Nothing);
        let above = above.map(|context| context.times).unwrap_or_default();
        Times {
            from: own.from.or(before.from.or(above.from).filter(|_| !own.is_unclear)),
            until: own.until.or(before.until),
            is_unclear: own.is_unclear,
        }
    }

    /// What a verb does to a document: the action, how much of the document, and what makes it unsure.
    pub(super) fn instruction(
        &self,
        verb: &Found,
        agent: Agent,
        target: &Target,
        group: Option<&Group>,
    ) -> Instruction {
        let provisions = &target.provisions;
        let is_wording = group.is_some()
            || match verb.to {
                0 => self.context.is_some_and(|context| context.words.is_some()),
                behind => self.names_wordings(behind),
            };
        let (action, doubt) = action(verb, target, is_wording, self.writes_anew());
        let is_unclear = doubt.is_some();
        let limited = self.limit_of(target.document.start);
        let ends = !verb.amends && !verb.verb.family.has_term();
        let may_be_limited = limited == Limited::Maybe && provisions.entries.is_empty() && ends;
        let doubt =
            doubt.or_else(|| self.doubt_of(verb)).or_else(|| may_be_limited.then_some(Doubt::NotUnderstood));
        let is_part = is_wording
            || target.is_part
            || !provisions.entries.is_empty()
            || verb.amends
            || is_unclear
            || limited != Limited::No
            || self.says_part_behind(verb)
            || self.says_part_of(target);
        let extent = if is_part { Extent::Partial } else { Extent::Whole };
        let action = if is_part && action == Action::Repeals { Action::Delete } else { action };
        let holder = provisions.holder.as_ref();
        let mut named: Vec<TargetProvision> = Vec::with_capacity(provisions.entries.len());
        // `bãi bỏ quy định về mức thu tại khoản 1 Điều 2`: a part of that, whatever else it says
        let is_of_parts = group.is_none()
            && !is_wording
            && matches!(verb.verb.family, Family::Repeal | Family::End | Family::Suspend | Family::Replace);
        for entry in &provisions.entries {
            let mut entry = entry.clone().within(holder);
            if entry.is_described && is_of_parts {
                entry.make_part();
            }
            let provision = entry.provision();
            if !provision.words.is_empty() && !named.contains(&provision) {
                named.push(provision);
            }
        }
        Instruction {
            action,
            agent,
            target: target.document.clone(),
            in_attachment: target.in_attachment,
            provisions: named,
            provision_range: provisions.range.clone(),
            wording: None,
            words: group.map(|group| group.words.clone()),
            extent,
            from: None,
            until: None,
            sentence: self.bytes(),
            certainty: match target.doubt.or(doubt) {
                Some(doubt) => Certainty::Unsure(doubt),
                None => Certainty::Read,
            },
            is_summary: (action.relation() == RelationKind::Amends || action == Action::Delete)
                && provisions.entries.is_empty()
                && group.is_none(),
        }
    }
}

/// The action on a target, and what is unsure of it.
fn action(verb: &Found, target: &Target, is_wording: bool, writes_anew: bool) -> (Action, Option<Doubt>) {
    let family = verb.verb.family;
    let names_provisions = !target.provisions.entries.is_empty();
    if is_wording {
        let action = match family {
            Family::Amend | Family::Adjust | Family::Replace => Action::ReplaceWords,
            Family::Repeal if verb.is_mixed => Action::ReplaceWords,
            Family::Repeal => Action::DeleteWords,
            Family::Add => Action::InsertWords,
            _ => family.action(),
        };
        return (action, None);
    }
    if verb.is_mixed {
        let is_certain = verb.amends || names_provisions || target.is_part;
        return (Action::Replace, (!is_certain).then_some(Doubt::SeveralVerbs));
    }
    let is_name = names_provisions && target.provisions.entries.iter().all(Entry::is_name);
    match family {
        Family::Adjust if names_provisions && writes_anew => (Action::Replace, None),
        Family::Amend if is_name => (Action::Rename, None),
        // The provision itself goes on without its name.
        Family::Repeal if is_name => (Action::Other, None),
        Family::Repeal if names_provisions || target.is_part => (Action::Delete, None),
        _ => (family.action(), None),
    }
}

/// A target for each text that its provisions are in.
fn by_text(target: &Target) -> Vec<Target> {
    let text_of = |entry: &Entry| match entry.text {
        Some(Text::Itself) => false,
        Some(Text::Attached) => true,
        None => target.in_attachment,
    };
    let mut split: Vec<Target> = Vec::new();
    for in_attachment in [false, true] {
        let entries: Vec<Entry> = target
            .provisions
            .entries
            .iter()
            .filter(|entry| text_of(entry) == in_attachment)
            .cloned()
            .collect();
        if !entries.is_empty() {
            let provisions = Provisions { entries, ..target.provisions.clone() };
            split.push(Target { provisions, in_attachment, ..target.clone() });
        }
    }
    if split.is_empty() {
        split.push(target.clone());
    }
    split
}
