//! The verbs of a sentence, and the clauses that they stand in.

use super::sentence::Sentence;
use super::verb::{Family, Order, Verb, verb_at};
use super::words::{CLOSING_QUOTES, PASSIVE, TITLES, is_comma_or_and, is_separator};
use crate::legal::structure::condition;
use crate::legal::structure::condition::DENIALS;
use crate::legal::structure::phrase::{Phrase, words};
use crate::legal::structure::token::{Kind, word};

/// How many tokens before a verb its clause is looked for.
pub(super) const FARTHEST: usize = 400;

/// Verbs that stand together, in their sentence: indexes of tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// The first of them.
    pub(super) verb: Verb,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) is_passive: bool,
    /// Whether they mean different things: `thay thế, bãi bỏ một số điều`.
    pub(super) is_mixed: bool,
    /// Whether one of them amends.
    pub(super) amends: bool,
}

impl Found {
    /// Whether it is said of what stands before it: `được thay thế`, `hết hiệu lực`.
    pub(super) fn is_behind(&self) -> bool {
        self.is_passive || self.verb.order == Order::Before
    }
}

impl Sentence<'_> {
    /// The verbs of the sentence outside the names of documents, those that stand together as one.
    pub(super) fn verbs(&self) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let (mut at, mut next) = (0, 0);
        while at < self.tokens.len() {
            while self.mentions.get(next).is_some_and(|mention| mention.to <= at) {
                next += 1;
            }
            if let Some(mention) = self.mentions.get(next).filter(|mention| mention.from <= at) {
                at = mention.to;
                continue;
            }
            let Some((verb, to)) = verb_at(self.tokens, at) else {
                if let Some(verb) = found.last().and_then(|last| self.again_before_words(last, at)) {
                    found.push(verb);
                }
                at += 1;
                continue;
            };
            let before = found.last().map_or(0, |last| last.to);
            // `Bãi bỏ Nghị quyết số A, hiệu lực bãi bỏ từ ngày ...`
            let is_noun = self.before(at).is_word(word("lực")) && verb.order != Order::Before;
            let is_last_in_title = self.is_in_title(at)
                && !self.ends_passively(verb, at, to)
                && !self.is_wording(to)
                && self.first_mention(to).is_none_or(|mention| mention.is_central)
                && verb.order != Order::Before
                && !self.tokens[at - 1].is_mark(',')
                && !self.tokens[at - 1].is_among(words!("và được bị"));
            let is_passive =
                at > 0 && (self.tokens[at - 1].is_among(PASSIVE) || self.ends_passively(verb, at, to));
            let is_backwards = is_passive || verb.order == Order::Before;
            if is_noun
                || (self.is_told_in_bracket(at) && !is_backwards)
                || is_last_in_title
                || (is_backwards
                    && self.is_in_title_of_object(found.last(), at)
                    && !self.ends_what_a_title_tells(found.last(), verb, to))
                || self.is_in_attachment_title(before, at, to)
            {
                at = to;
                continue;
            }
            match found.last_mut().filter(|last| self.stands_together(last, verb, at, is_passive)) {
                Some(last) => {
                    last.is_mixed |= last.verb.family != verb.family;
                    last.amends |= verb.family.amends();
                    last.to = to;
                }
                None => found.push(Found {
                    verb,
                    from: at,
                    to,
                    is_passive,
                    is_mixed: false,
                    amends: verb.family.amends(),
                }),
            }
            at = to;
        }
        found
    }

    /// Whether the verb between two indexes is said of what stands before it, without a passive word: `các quy định trái với Nghị quyết
    /// này đều bãi bỏ`, `cụm từ “A” thay bằng cụm từ “B”`.
    fn ends_passively(&self, verb: Verb, at: usize, to: usize) -> bool {
        if at == 0 {
            return false;
        }
        let ends = self.tokens.get(to).is_none_or(|next| next.is_one_of(&['.', ';']));
        let is_dropped =
            verb.family == Family::Repeal && ends && self.tokens[at - 1].is_among(words!("đều thì"));
        let writes = verb.family == Family::Replace && self.token(to).is_among(words!("bằng thành"));
        let is_swapped = writes
            && (self.tokens[at - 1].is_one_of(&CLOSING_QUOTES)
                || self.is_wording(self.near_clause_start(at)));
        is_dropped || is_swapped
    }

    /// Whether the verb only follows from what stands before `thì`: `không còn phù hợp thì bãi bỏ`.
    pub(super) fn is_consequence(&self, verb: &Found) -> bool {
        let near = verb.from.saturating_sub(2)..verb.from;
        verb.is_passive && near.into_iter().any(|at| self.tokens[at].is_word(word("thì")))
    }

    /// The verb before index `at` once more, where words stand there beside what it is about: `bãi bỏ khoản 3 Điều 2 và từ “huyện”
    /// tại khoản 1 Điều 4` takes out no more than the words of the second.
    fn again_before_words(&self, last: &Found, at: usize) -> Option<Found> {
        let is_beside = at > last.to && is_separator(&self.tokens[at - 1]);
        let is_about = matches!(last.verb.family, Family::Repeal | Family::Replace | Family::Amend)
            && !last.is_passive
            && last.verb.order != Order::Before;
        let begins = is_beside && is_about && self.tokens[at].kind == Kind::Word && self.is_wording(at);
        let is_first = begins
            && !self.is_wording(last.to)
            && !self.names_wordings(last.to)
            && (last.verb.family == Family::Repeal || !self.writes_anew());
        is_first.then_some(Found {
            from: at,
            to: at,
            is_mixed: false,
            amends: last.verb.family.amends(),
            ..*last
        })
    }

    /// Whether words stand between two indexes beside what a passive verb is said of: `khoản 3 Điều 2 và cụm từ “huyện” tại Điều 4
    /// bị bãi bỏ`.
    pub(super) fn mixes_words(&self, from: usize, to: usize) -> bool {
        !self.is_wording(from)
            && (from + 1..to).any(|at| {
                is_separator(&self.tokens[at - 1])
                    && self.tokens[at].kind == Kind::Word
                    && self.is_wording(at)
            })
    }

    /// Whether index `at` stands in the title of the document that the verb before is about: `sửa đổi Nghị quyết số A quy
    /// định xử lý cơ sở bị đình chỉ hoạt động`.
    pub(super) fn is_in_title_of_object(&self, before: Option<&Found>, at: usize) -> bool {
        let Some(verb) = before.filter(|verb| !verb.is_passive && verb.verb.order != Order::Before) else {
            return false;
        };
        let mut mentions =
            self.mentions[self.mention_from(verb.to)..].iter().take_while(|mention| mention.to <= at);
        let is_object = mentions
            .next()
            .is_some_and(|mention| !self.tokens[mention.to..at].iter().any(|token| token.is_mark(',')));
        is_object && mentions.next().is_none() && self.is_in_title(at)
    }

    /// Whether the verb before index `to` is said of the document whose title the verb before belongs to: `Nghị quyết số A sửa đổi Nghị
    /// quyết số B hết hiệu lực kể từ ngày ...`.
    fn ends_what_a_title_tells(&self, before: Option<&Found>, verb: Verb, to: usize) -> bool {
        let is_told =
            before.is_some_and(|before| self.mentions.first().is_some_and(|first| first.to <= before.from));
        is_told && verb.order == Order::Before && self.stands_last(to)
    }

    /// Whether nothing but a day stands behind index `to`, as behind a verb that is no part of a title.
    pub(super) fn stands_last(&self, to: usize) -> bool {
        const BEHIND: &[u64] = words!("kể từ thi vào");
        let next = self.tokens.get(to);
        next.is_none_or(|next| next.is_one_of(&['.', ';']) || next.is_among(BEHIND))
    }

    /// Whether a verb at index `at` goes on with those before it: `sửa đổi, bổ sung, thay thế hoặc bãi bỏ`.
    pub(super) fn stands_together(&self, last: &Found, verb: Verb, at: usize, is_passive: bool) -> bool {
        const JOINTS: &[u64] = words!("và hoặc hay");
        let is_list =
            |verb: Verb| verb.family.amends() || matches!(verb.family, Family::Replace | Family::Repeal);
        is_list(last.verb)
            && is_list(verb)
            && !is_passive
            && self.tokens[last.to..at].iter().all(|token| token.is_mark(',') || token.is_among(JOINTS))
    }

    /// `Điểm a khoản 1 Điều 4 sửa đổi như sau`: what is amended goes before, without a passive word.
    pub(super) fn follows_provisions(&self, verb: &Found) -> bool {
        // `Tại Điều 3 bổ sung khoản 9`: the place stands before, what is added behind.
        let is_place = self.begins_with_place() && self.names_provisions(verb.to);
        let is_behind_list =
            !is_place && self.lists.first().is_some_and(|list| list.to == verb.from && list.from <= 1);
        let before = self.last_mention(verb.from);
        let is_behind_document = before.is_some_and(|mention| self.is_near(mention.to, verb.from, false))
            && self.first_mention(verb.to).is_none();
        // `Khoản 2 Điều 3 Nghị quyết số A nay sửa lại như sau`, `Khoản 2 Điều 3 Nghị quyết số A sửa đổi như sau`
        let begins_with_list = || self.lists.first().is_some_and(|list| list.from <= 1 && !list.is_own);
        let writes = verb.amends
            && is_behind_document
            && verb.from > 0
            && ((!is_place && begins_with_list()) || self.tokens[verb.from - 1].is_word(word("nay")))
            && self.writes_anew();
        // `Điều 5 bãi bỏ.`
        let is_last = self.tokens.get(verb.to).is_none_or(|next| next.is_one_of(&['.', ';']));
        let is_dropped =
            is_last && is_behind_list && matches!(verb.verb.family, Family::Repeal | Family::Suspend);
        is_dropped
            || writes
            || (verb.amends && is_behind_list)
            || (verb.verb.family.has_term() && is_behind_document)
    }

    /// Whether something between two indexes denies what the verb at the second says: `không thuộc danh mục bị bãi bỏ`.
    pub(super) fn is_denied(&self, from: usize, verb: usize) -> bool {
        const NEAR: usize = 2;
        // `các quy định không còn phù hợp tại Nghị quyết số A bị bãi bỏ`
        const OTHER: &[u64] = words!("còn phù chuyên");
        // What stands before `thì` is a condition of its own.
        let condition = (from..verb).rfind(|at| self.tokens[*at].is_word(word("thì")));
        (condition.unwrap_or(from)..verb).any(|at| {
            let is_of_other = self.token(at + 1).is_among(OTHER);
            self.tokens[at].is_among(DENIALS)
                && (at + NEAR >= verb || (!is_of_other && !self.is_in_title(at)))
        })
    }

    /// `Nghị quyết số A hết hiệu lực thì thực hiện theo văn bản mới`
    pub(super) fn leads_to_consequence(&self, verb: &Found) -> bool {
        const NEAR: usize = 4;
        let near = verb.to..self.tokens.len().min(verb.to + NEAR);
        self.tokens[near].iter().any(|token| token.is_word(word("thì")))
    }

    /// Whether the verb stands in a condition: `trường hợp các văn bản được dẫn chiếu ... được sửa đổi, bổ sung`.
    pub(super) fn is_condition(&self, verb: &Found) -> bool {
        self.follows_condition(verb)
            && !self.tokens[..verb.from].iter().any(|token| token.is_word(word("thì")))
    }

    /// Whether the sentence begins with a condition, whatever stands between that and the verb.
    pub(super) fn follows_condition(&self, verb: &Found) -> bool {
        self.says(condition::OF_AN_ACT, 0..verb.from.min(4))
    }

    /// The index behind the last semicolon or colon before an index, not too far from it.
    pub(super) fn near_clause_start(&self, to: usize) -> usize {
        self.clause_start(to.saturating_sub(FARTHEST), to)
    }

    /// The same, or behind `đồng thời`, where what a verb is said of begins: `bãi bỏ Nghị quyết số A, đồng thời Nghị quyết số B
    /// hết hiệu lực`.
    pub(super) fn subject_start(&self, from: usize, to: usize) -> usize {
        const MEANWHILE: Phrase = Phrase::new("đồng thời");
        let start = self.clause_start(from, to);
        let meanwhile = (start + 1..to).rev().find_map(|at| {
            MEANWHILE.ends_at(self.tokens, at).filter(|_| is_comma_or_and(&self.tokens[at - 1]))
        });
        meanwhile.filter(|meanwhile| self.first_verb < *meanwhile && *meanwhile < to).unwrap_or(start)
    }

    /// The index behind the last semicolon or colon between two indexes.
    pub(super) fn clause_start(&self, from: usize, to: usize) -> usize {
        let breaks = self.tokens[from..to].iter().rposition(|token| token.is_one_of(&[';', ':']));
        breaks.map_or(from, |at| from + at + 1)
    }

    /// Whether index `at` stands in the title of a document that is named, or in a bracket that tells of it: what stands there is
    /// not said of what is done to it.
    pub(super) fn is_of_document(&self, at: usize) -> bool {
        self.is_in_title(at) || self.is_told_in_bracket(at)
    }

    /// Whether index `at` stands in a bracket that only tells of the document before it: `(có hiệu lực từ ngày ...)`, `(được
    /// sửa đổi bởi ...)`.
    pub(super) fn is_told_in_bracket(&self, at: usize) -> bool {
        const LONGEST: usize = 60;
        const TELLS: &[u64] = words!("được đã sau gọi ban có khóa kỳ");
        let near = &self.tokens[at.saturating_sub(LONGEST)..at];
        let bracket = near.iter().rposition(|token| token.is_one_of(&['(', ')']));
        bracket.is_some_and(|open| {
            near[open].is_mark('(')
                && near.get(open + 1).or(self.tokens.get(at)).is_some_and(|first| first.is_among(TELLS))
        })
    }

    /// Whether index `at` stands in the title of a document that is named: `Nghị quyết số A về ... đến năm 2025`.
    pub(super) fn is_in_title(&self, at: usize) -> bool {
        let Some(mention) = self.last_mention(at) else { return false };
        // `Nghị quyết số A quy định mức phí hết hiệu lực từ ngày ...`
        if mention.to <= self.first_verb && self.first_verb < at && self.is_said_of_what_stands_before {
            return false;
        }
        let between = &self.tokens[mention.to..at];
        let is_counting = between.last().is_some_and(|last| last.is_word(word("kể")));
        let ends = between.iter().any(|token| token.is_one_of(&[';', ':']));
        let begins = self.says(TITLES, mention.to..at);
        begins && !ends && !is_counting
    }
}
