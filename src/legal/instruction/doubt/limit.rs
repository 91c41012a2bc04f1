//! What limits what a verb says: doubts, conditions, exceptions, a part only.

use std::ops::Range;

use crate::legal::instruction::Doubt;
use crate::legal::instruction::clause::{FARTHEST, Found};
use crate::legal::instruction::sentence::Sentence;
use crate::legal::instruction::target::{Target, is_link};
use crate::legal::instruction::words::{CONTENTS, FOLLOWS, IN_EFFECT, LINKS, SELVES, is_separator};
use crate::legal::structure::condition;
use crate::legal::structure::phrase::{Phrase, phrases, words};
use crate::legal::structure::token::{Kind, word};

/// How many exceptions are told apart at most.
const MOST: usize = 64;
/// How many exceptions may stand in one bracket.
const FEW: usize = 4;

/// Something that limits what is meant, such as an exception: indexes of tokens.
#[derive(Debug, Clone)]
pub(in crate::legal::instruction) struct Limit {
    at: usize,
    /// Whether it takes something out: `trừ`, `riêng`.
    is_exception: bool,
    /// The bracket that it stands in alone.
    bracket: Option<Range<usize>>,
    /// Whether what is excepted is a provision of this document, which tells what is kept: `trừ quy định tại khoản 3 Điều này`.
    is_own: bool,
}

/// Whether only a part of a document is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::legal::instruction) enum Limited {
    No,
    /// The exception may be meant for the documents behind it only.
    Maybe,
    Yes,
}

impl Sentence<'_> {
    /// What makes it unsure that a verb does what it says, or when: `có thể bị bãi bỏ`, `hết hiệu lực khi dự án được quyết
    /// toán`, `hết hiệu lực kể từ ngày Luật A có hiệu lực`.
    pub(in crate::legal::instruction) fn doubt_of(&self, verb: &Found) -> Option<Doubt> {
        const NEAR: usize = 4;
        let before = &self.tokens[verb.from.saturating_sub(NEAR)..verb.from];
        let may = before.windows(2).any(|pair| pair[0].is_word(word("có")) && pair[1].is_word(word("thể")));
        // Behind an active verb such words may stand in the title of the document.
        let depends = verb.is_behind()
            && !verb.verb.family.has_term()
            && (verb.to..self.tokens.len().min(verb.to + FARTHEST)).any(|at| self.is_event(at));
        let waits = self.waits.get_or_init(|| {
            (0..self.tokens.len()).any(|at| self.is_effect_of_another(at) && !self.is_in_title(at))
        });
        // `Bãi bỏ Nghị quyết số A thì thực hiện như sau`
        let leads = || {
            let clause = self.tokens[verb.to..].iter().take_while(|token| !token.is_one_of(&[';', ':']));
            let then = clause.take(FARTHEST).position(|token| token.is_word(word("thì")));
            then.is_some_and(|at| {
                self.first_mention(verb.to).is_some_and(|mention| mention.to <= verb.to + at)
            })
        };
        let is_led = !verb.is_behind() && verb.to > 0 && leads();
        // `áp dụng đến khi có quyết định mới, sau đó hết hiệu lực`
        let comes_later =
            verb.is_behind() && before.iter().any(|token| token.is_among(words!("đó rồi thì cần")));
        if comes_later {
            return Some(Doubt::Conditional);
        }
        if self.is_spoken_of(verb) {
            return Some(Doubt::OnlyPlanned);
        }
        (may || depends || is_led || *waits).then_some(Doubt::Conditional)
    }

    /// Whether the sentence only speaks of what a verb would do: `Việc thay thế Nghị quyết số A do Ủy ban nhân dân tỉnh trình tại kỳ họp
    /// sau`. What it says of the day on which that takes effect is read elsewhere.
    fn is_spoken_of(&self, verb: &Found) -> bool {
        let Some((noun, before)) = self.tokens[..verb.from].split_last() else { return false };
        let begins = noun.is_word(word("việc")) && before.iter().all(|token| token.kind != Kind::Word);
        begins && !self.says(&[IN_EFFECT], verb.to..self.tokens.len())
    }

    /// Whether a condition begins at index `at` that is not the effect of this document: `khi dự án được quyết toán`.
    pub(in crate::legal::instruction) fn is_event(&self, at: usize) -> bool {
        const OWN: &[Phrase] = phrases!("có hiệu lực, nghị quyết có hiệu lực");
        let is_until = self.before(at).is_among(words!("đến trước sau"));
        let is_own = self.is_any(SELVES, at + 1) || self.is_any(OWN, at + 1);
        self.is_any(condition::OF_AN_ACT, at) && !is_until && !is_own
    }

    /// Whether `ngày Luật A có hiệu lực` stands at index `at`.
    pub(in crate::legal::instruction) fn is_effect_of_another(&self, at: usize) -> bool {
        const FARTHEST: usize = 16;
        const OTHERS: &[Phrase] = phrases!("luật, bộ luật, nghị định, thông tư, pháp lệnh");
        let is_day = self.tokens[at].is_among(words!("ngày khi"));
        let names_other = self.is_any(OTHERS, at + 1) || self.mention_at(at + 1).is_some();
        let near = at..self.tokens.len().min(at + FARTHEST);
        is_day && names_other && self.says(&[IN_EFFECT], near)
    }

    /// Whether only that much of some document is meant as goes against this one, or as is not excepted: `trái với Nghị quyết
    /// này`, `trừ khoản 1 Điều 2`.
    pub(in crate::legal::instruction) fn is_limited(&self) -> bool {
        !self.limits().is_empty()
    }

    /// The exceptions and the like that the sentence names, in order.
    fn limits(&self) -> &[Limit] {
        const AGAINST: &[Phrase] = phrases!("trái với, mâu thuẫn với, không phù hợp với");
        const EXCEPT: &[u64] = words!("trừ riêng");
        const CASES: &[Phrase] = phrases!("trường hợp, phụ lục, đối tượng");
        let limit = |at: usize| {
            let content = self.behind_quantities(at + 1);
            let excepts = self.tokens[at].is_among(EXCEPT)
                && (self.first_list(at + 1).is_some_and(|list| list.from <= at + 4)
                    || (self.is_any(CONTENTS, content) && !self.is_in_title(at))
                    || self.is_any(CASES, content));
            let is_against = self.is_any(AGAINST, at) && !self.is_of_others(at);
            let is_own = excepts && self.first_list(at + 1).is_some_and(|list| list.is_own);
            (excepts || is_against).then(|| Limit {
                at,
                is_own,
                is_exception: excepts,
                bracket: self.bracket_around(at),
            })
        };
        self.limits.get_or_init(|| (0..self.tokens.len()).filter_map(limit).collect())
    }

    /// How the exceptions of the sentence meet the document that is named at byte `start`: one in brackets is made of the document
    /// right before it, another one of the last for certain.
    pub(in crate::legal::instruction) fn limit_of(&self, start: usize) -> Limited {
        let at = self.index_of(start);
        let own = self.mention_at(at);
        let limits = self.limits();
        if limits.len() > MOST {
            return Limited::Yes;
        }
        let mut found = Limited::No;
        for limit in limits {
            // What a provision of this document keeps is kept of each of them.
            if limit.is_own {
                return Limited::Yes;
            }
            let place = limit.bracket.as_ref().map_or(limit.at, |bracket| bracket.start);
            let behind = self.mentions_before(place);
            // `Điều 3 (trừ khoản 1) Nghị quyết số B`
            let next = limit.bracket.as_ref().zip(self.mentions.get(behind));
            let next = next.filter(|(bracket, next)| {
                self.tokens.get(bracket.end..next.from).is_some_and(|between| between.iter().all(is_link))
            });
            let owner = next.map(|(_, next)| next).or_else(|| self.mentions.get(behind.checked_sub(1)?));
            let is_one = own.is_none() || owner.is_none() || owner == own || !limit.is_exception;
            if is_one {
                return Limited::Yes;
            }
            let may_be = limit.bracket.is_none() && owner.is_some_and(|owner| at < owner.from);
            if may_be {
                found = Limited::Maybe;
            }
        }
        found
    }

    /// Whether an exception in brackets stands right behind the document that is named at byte `start`, before any other.
    pub(in crate::legal::instruction) fn has_exception_in_bracket(&self, start: usize) -> bool {
        let at = self.index_of(start);
        let next = self.first_mention(at + 1).map_or(self.tokens.len(), |next| next.from);
        let limits = self.limits();
        let own = &limits[limits.partition_point(|limit| limit.at < at)..];
        own.first().is_some_and(|limit| limit.bracket.is_some() && limit.at < next)
    }

    /// The bracket that index `at` is the first of, its marks included: `(trừ khoản 2 Điều 3)`.
    fn bracket_around(&self, at: usize) -> Option<Range<usize>> {
        const LONGEST: usize = 60;
        let open = at.checked_sub(1)?;
        let open =
            if self.tokens[open].is_among(words!("ngoại loại")) { open.checked_sub(1)? } else { open };
        let near = at..self.tokens.len().min(at + LONGEST);
        let close = near.into_iter().find(|at| self.tokens[*at].is_mark(')'))?;
        self.tokens[open].is_mark('(').then_some(open..close + 1)
    }

    /// The index behind the exception in brackets that index `at` stands in, where it is made of one document.
    pub(in crate::legal::instruction) fn behind_exception(&self, at: usize) -> Option<usize> {
        let within = |limit: &&Limit| limit.bracket.as_ref().is_some_and(|bracket| bracket.contains(&at));
        let limits = self.limits();
        let behind = limits.partition_point(|limit| limit.at <= at + 2);
        let bracket = limits[..behind].iter().rev().take(FEW).find(within)?.bracket.as_ref()?;
        self.mentions.first().is_some_and(|first| first.to <= bracket.start).then_some(bracket.end)
    }

    /// Whether what stands at index `at` is said of other documents, named behind the one before: `thay thế Nghị quyết số A
    /// và các quy định trước đây trái với Nghị quyết này`.
    pub(in crate::legal::instruction) fn is_of_others(&self, at: usize) -> bool {
        const JOINTS: &[u64] = words!("cùng những");
        let Some(mention) = self.last_mention(at) else { return false };
        (mention.to..at).any(|at| {
            let is_joint = is_separator(&self.tokens[at]) || self.tokens[at].is_among(JOINTS);
            is_joint && self.names_documents(at + 1)
        })
    }

    /// `một phần các Nghị quyết sau`
    pub(in crate::legal::instruction) fn says_part(&self, range: Range<usize>) -> bool {
        self.tokens[range]
            .windows(2)
            .any(|pair| pair[0].is_word(word("một")) && pair[1].is_word(word("phần")))
    }

    /// `Nghị quyết số A (một phần)`, `Nghị quyết số A - một phần`
    pub(in crate::legal::instruction) fn says_part_of(&self, target: &Target) -> bool {
        let from = self.index_of(target.document.end);
        let to = self.first_mention(from).map_or(self.tokens.len(), |next| next.from);
        let to = to.min(from + FARTHEST).max(from);
        self.tokens[from..to].windows(3).any(|three| {
            three[0].is_one_of(&['(', '-', '–', ':'])
                && three[1].is_word(word("một"))
                && three[2].is_word(word("phần"))
        })
    }

    /// `quy định về mức chi tại các Nghị quyết sau`, between two indexes
    pub(in crate::legal::instruction) fn names_content_of_documents(&self, from: usize, to: usize) -> bool {
        let content = self.behind_quantities(from);
        let end = self.phrase(CONTENTS, content).map_or(to, |(_, end)| end);
        (end..to.max(end)).any(|at| self.tokens[at].is_among(LINKS) && self.names_documents(at + 1))
    }

    /// `hết hiệu lực một phần`
    pub(in crate::legal::instruction) fn says_part_behind(&self, verb: &Found) -> bool {
        const NEAR: usize = 5;
        verb.is_behind() && self.says_part(verb.to..self.tokens.len().min(verb.to + NEAR))
    }

    /// Whether the new wording follows: `như sau:`
    pub(in crate::legal::instruction) fn writes_anew(&self) -> bool {
        *self.writes.get_or_init(|| self.says(&[FOLLOWS], 0..self.tokens.len()))
    }
}
