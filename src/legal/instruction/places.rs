//! Which of the provisions that a sentence names are those of a document.

use std::ops::Range;

use super::mention::Mention;
use super::provision::Named;
use super::provision::entry::Entry;
use super::sentence::Sentence;
use super::target::is_link;
use super::words::{PLACING, SELVES, is_separator};
use crate::legal::structure::phrase::words;
use crate::legal::structure::token::word;

/// The provisions that words name.
#[derive(Debug, Clone, Default)]
pub(super) struct Provisions {
    pub(super) entries: Vec<Entry>,
    /// What holds those that are not complete: `bổ sung khoản 4 vào sau khoản 3 Điều 10`.
    pub(super) holder: Option<Entry>,
    /// Their words: byte offsets.
    pub(super) range: Option<Range<usize>>,
}

impl Provisions {
    /// Takes something out of the last entry, or out of each where no bracket says which is meant: `Điều 2, Điều 3 (trừ khoản
    /// 4)`, `khoản 2 (trừ điểm a) Điều 3`.
    fn except(&mut self, excepted: &Named, is_in_bracket: bool) {
        let from = if is_in_bracket { self.entries.len().saturating_sub(1) } else { 0 };
        for entry in &mut self.entries[from..] {
            *entry = entry.clone().within(excepted.entries.first());
            entry.make_part();
        }
    }

    /// Places the entries from number `from` on within what holds them.
    fn place_within(&mut self, from: usize, holder: &Entry) {
        for entry in &mut self.entries[from..] {
            *entry = entry.clone().within(Some(holder));
        }
    }
}

impl Sentence<'_> {
    /// The provisions of another document that are named between two indexes.
    pub(super) fn provisions(&self, from: usize, to: usize) -> Provisions {
        let first = self.lists.partition_point(|list| list.from < from);
        let mut lists =
            self.lists[first..].iter().take_while(|list| list.to <= to).filter(|list| !list.is_own);
        let Some(first) = lists.next().filter(|first| !first.is_excepted) else {
            return Provisions::default();
        };
        let mut found = Provisions {
            entries: first.entries.clone(),
            holder: None,
            range: Some(self.tokens[first.from].start..self.tokens[first.to - 1].end),
        };
        let mut end = first.to;
        // Entries before this one have a place of their own: `điểm e1 sau điểm e khoản 1 Điều 2 và khoản 2a sau ...`.
        let mut placed = 0;
        for list in lists {
            if list.is_excepted {
                found.except(list, self.tokens[end..list.from].iter().any(|token| token.is_mark('(')));
                continue;
            }
            let between = &self.tokens[end..list.from];
            let is_placing = between.iter().any(|token| token.is_among(PLACING));
            // What stands behind `bằng` is the new text.
            if between.iter().any(|token| token.is_among(words!("bằng thành"))) {
                break;
            }
            let added = if is_placing {
                let Some((holder, more)) = list.entries.split_first() else { break };
                if more.is_empty() && placed == 0 {
                    found.holder = Some(holder.clone());
                    break;
                }
                found.place_within(placed, holder);
                placed = found.entries.len();
                more
            } else {
                &list.entries
            };
            found.entries.extend(added.iter().cloned());
            end = list.to;
            if let Some(range) = &mut found.range {
                range.end = self.tokens[list.to - 1].end;
            }
        }
        found
    }

    /// The provisions in brackets behind the name of their document and its title: `Nghị quyết số A về phí (khoản 2 Điều 3, Điều
    /// 4)`.
    pub(super) fn provisions_in_bracket(&self, mention: &Mention, right: usize) -> Provisions {
        const FARTHEST: usize = 60;
        let end = self.first_mention(mention.to).map_or(right, |next| next.from.min(right));
        let end = end.min(mention.to + FARTHEST).min(self.tokens.len());
        let open = (mention.to..end).find(|at| self.tokens[*at].is_one_of(&['(', ';', ':']));
        open.map_or_else(Provisions::default, |open| self.bracket(open, end))
    }

    /// The provisions in the bracket at index `open`, where it names nothing else.
    pub(super) fn bracket(&self, open: usize, right: usize) -> Provisions {
        let opens = self.tokens.get(open).is_some_and(|token| token.is_mark('('));
        let close = (open..right).find(|at| self.tokens[*at].is_mark(')'));
        let Some(close) = close.filter(|_| opens) else { return Provisions::default() };
        let first = self.list_at(open + 1);
        let mut end = open + 1;
        for list in &self.lists[self.lists.partition_point(|list| list.from <= open)..] {
            if list.from >= close || !self.tokens[end..list.from].iter().all(is_separator) {
                break;
            }
            end = list.to;
        }
        // The last may have taken the closing mark as its own: `(điểm a)`.
        let is_all = end == close || end == close + 1;
        match first.filter(|_| is_all) {
            Some(first) => self.provisions(first.from, end),
            None => Provisions::default(),
        }
    }

    /// The provisions that stand behind the name of their document: `Nghị quyết số A được sửa đổi tại khoản 1 Điều 1`.
    pub(super) fn provisions_behind(&self, mention: &Mention, right: usize) -> Provisions {
        let end = self.first_mention(mention.to).map_or(right, |next| next.from.min(right));
        let Some(list) = self.first_list(mention.to).filter(|list| list.to <= end) else {
            return Provisions::default();
        };
        let is_of_another = end < right || self.is_any(SELVES, list.to);
        let before = self.tokens[..list.from].last();
        let is_listed = before.is_some_and(|before| before.is_mark(':'));
        let is_placed = before.is_some_and(|before| before.is_word(word("tại")) || before.is_mark(','))
            && self.is_near(mention.to, list.from, false);
        let stands_behind = list.from == mention.to || is_listed || is_placed;
        if is_of_another || !stands_behind { Provisions::default() } else { self.provisions(list.from, end) }
    }

    /// The index before which the provisions begin that stand directly before `start`.
    pub(super) fn before_provisions(&self, from: usize, start: usize) -> usize {
        let mut at = start;
        while at > from {
            let list = self.last_list(at).filter(|list| list.from >= from);
            let Some(list) = list else { break };
            let between = &self.tokens[list.to..at];
            // `Điều 3 (trừ khoản 1)`
            let closes = between.first().is_some_and(|first| list.is_excepted && first.is_mark(')'));
            if !between[usize::from(closes)..].iter().all(is_link) {
                break;
            }
            let open = (from..list.from).rfind(|at| self.tokens[*at].is_mark('(')).filter(|_| closes);
            at = open.unwrap_or(list.from);
        }
        at
    }

    /// Whether provisions are named right behind a verb, quantities left aside.
    pub(super) fn names_provisions(&self, at: usize) -> bool {
        let behind = self.behind_quantities(at);
        self.first_list(at).is_some_and(|list| list.from <= behind && !list.is_own)
    }
}
