//! Words that an instruction replaces, takes out or adds: `thay thế cụm từ “A” bằng cụm từ “B” tại khoản 1 Điều 2`.

use std::ops::Range;

use super::QuotedWords;
use super::clause::Found;
use super::sentence::Sentence;
use super::verb::Family;
use super::words::{CLOSING_QUOTES, is_separator};
use crate::legal::structure::phrase::{Phrase, phrases, words};

/// Some words and where their provisions are named.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// The words.
    pub(super) words: QuotedWords,
    /// Where their provisions are named: index of the first token.
    pub(super) from: usize,
    /// Behind the last.
    pub(super) to: usize,
}

const BY: &[u64] = words!("bằng thành sang");
const BESIDE: &[u64] = words!("vào sau trước");

impl Sentence<'_> {
    /// The quoted words that a verb is about, with the place of their provisions; none where it is about others.
    pub(super) fn quoted_words(&self, verb: &Found, right: usize) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut at = verb.to;
        // Groups from this one on have no provisions yet.
        let mut waiting = 0;
        while let Some((pairs, end)) = self.pairs(at, right, verb.verb.family) {
            groups.extend(pairs.into_iter().map(|words| Group { words, from: end, to: right }));
            let Some((next, is_new)) = self.next_group(end, right) else { break };
            if is_new {
                for group in &mut groups[waiting..] {
                    (group.from, group.to) = (end, next);
                }
                waiting = groups.len();
            }
            at = next;
        }
        let end = groups.last().map_or(right, |last| last.from);
        for group in &mut groups[waiting..] {
            group.from = end;
        }
        groups
    }

    /// Old words and new ones, from index `at` on, and the index behind them.
    fn pairs(&self, at: usize, right: usize, family: Family) -> Option<(Vec<QuotedWords>, usize)> {
        let (from, end) = self.quotations(at, right)?;
        let by = self.behind_respectively(end);
        let is_by = self.token(by).is_among(BY);
        if is_by && let Some((to, behind)) = self.new_quotations(by + 1, right, from.len()) {
            return Some((paired(from, to), self.behind_respectively(behind)));
        }
        if matches!(family, Family::Replace | Family::Amend)
            && let Some(to) = self.new_words(end, right, from.len())
        {
            return Some((paired(from, to), end));
        }
        if family != Family::Add {
            return Some((vec![QuotedWords { from, to: None }], end));
        }
        // `vào sau cụm từ “B”`: the words beside which they come.
        let placing = self.tokens[end..right].iter().take_while(|token| token.is_among(BESIDE)).count();
        let behind =
            self.quotation(end + placing, right).filter(|_| placing > 0).map_or(end, |(_, behind)| behind);
        let to = from.first().cloned();
        Some((vec![QuotedWords { from: Vec::new(), to }], behind))
    }

    /// Quotations one behind the other, and the index behind the last: `cụm từ “A”, “B” và “C”`.
    fn quotations(&self, at: usize, right: usize) -> Option<(Vec<Range<usize>>, usize)> {
        let (first, mut end) = self.quotation(at, right)?;
        let mut found = vec![first];
        while let Some((more, next)) =
            self.quotation(self.behind_parters(end), right).filter(|(_, next)| *next > end)
        {
            found.push(more);
            end = next;
        }
        Some((found, end))
    }

    /// The new words at index `at`, no more than there are old ones, and the index behind them.
    fn new_quotations(&self, at: usize, right: usize, most: usize) -> Option<(Vec<Range<usize>>, usize)> {
        let (first, mut end) = self.quotation(self.behind_respectively(at), right)?;
        let mut found = vec![first];
        while found.len() < most
            && let Some((more, next)) = self.quotation(self.behind_parters(end), right)
        {
            // `“A” bằng “B”, “C” bằng “D”`: the old words of another pair.
            let begins_pair = self.token(next).is_among(BY);
            if begins_pair || self.tokens[end].is_mark(';') {
                break;
            }
            found.push(more);
            end = next;
        }
        Some((found, end))
    }

    /// The index behind `tương ứng` and the like at index `at`.
    fn behind_respectively(&self, at: usize) -> usize {
        const RESPECTIVELY: &[Phrase] = phrases!("tương ứng, lần lượt, theo thứ tự");
        self.phrase(RESPECTIVELY, at).map_or(at, |(_, end)| end)
    }

    /// The new words that follow behind the provisions: `thay thế cụm từ “A” tại khoản 1 Điều 2 bằng cụm từ “B”`.
    fn new_words(&self, from: usize, right: usize, most: usize) -> Option<Vec<Range<usize>>> {
        let by = (from..right).find(|at| self.tokens[*at].is_among(BY))?;
        let has_others = (from..by).any(|at| self.tokens[at].is_mark(';'));
        let words = self.new_quotations(by + 1, right, most);
        words.filter(|_| !has_others).map(|(words, _)| words)
    }

    /// The quoted words that a passive verb is said of: `cụm từ “A” tại khoản 1 Điều 2 được thay thế bằng cụm từ “B”`.
    pub(super) fn words_before(&self, left: usize, verb: &Found, right: usize) -> Vec<Group> {
        let Some((from, end)) = self.quotations(left, verb.from) else { return Vec::new() };
        let pairs = match self.new_words(verb.to, right, from.len()) {
            Some(to) => paired(from, to),
            None => vec![QuotedWords { from, to: None }],
        };
        pairs.into_iter().map(|words| Group { words, from: end, to: verb.from }).collect()
    }

    /// The words in the quotation at index `at`, the noun before it left aside, and the index behind it.
    fn quotation(&self, at: usize, right: usize) -> Option<(Range<usize>, usize)> {
        let open = self.quotation_of_words(at).filter(|open| *open < right)?;
        let close = (open + 1..right).find(|at| self.tokens[*at].is_one_of(&CLOSING_QUOTES))?;
        let mut end = close + 1;
        while end < right && self.tokens[end].is_one_of(&['”', '»', '’']) {
            end += 1;
        }
        Some((self.tokens[open].end..self.tokens[close].start, end))
    }

    fn behind_parters(&self, at: usize) -> usize {
        at + self.tokens.iter().skip(at).take_while(|token| is_separator(token)).count()
    }

    /// Where the next words begin behind index `at`, and whether provisions stand between.
    fn next_group(&self, at: usize, right: usize) -> Option<(usize, bool)> {
        let direct = self.behind_parters(at);
        if direct > at && self.quotation(direct, right).is_some() {
            return Some((direct, false));
        }
        (at..right)
            .filter(|at| is_separator(&self.tokens[*at]))
            .map(|parter| parter + 1)
            .find(|next| self.quotation(*next, right).is_some())
            .map(|next| (next, true))
    }
}

/// Old words with the new ones that come for them: the first for the first, where there are as many. Else nobody can tell
/// which come for which, and all new words together are named.
fn paired(from: Vec<Range<usize>>, to: Vec<Range<usize>>) -> Vec<QuotedWords> {
    if from.len() == to.len() {
        let pairs = from.into_iter().zip(to);
        return pairs.map(|(from, to)| QuotedWords { from: vec![from], to: Some(to) }).collect();
    }
    let all = to.first().zip(to.last()).map(|(first, last)| first.start..last.end);
    vec![QuotedWords { from, to: all }]
}
