//! Sentences that have a verb of ending or changing near a document, and that say nothing that can be read: what keeps an
//! act from being lost without a word.

use std::ops::Range;

use super::clause::Found;
use super::context::Below;
use super::mention::Mention;
use super::sentence::Sentence;
use super::verb::Family;
use super::words::{BODIES, BY, CONTENTS, DOCUMENTS, SELVES, WITHIN, is_comma_or_and};
use super::{Action, Instruction};
use crate::legal::structure::condition;
use crate::legal::structure::condition::DENIALS;
use crate::legal::structure::phrase::{FirstWords, Phrase, first_phrase, phrases, words};
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::{Kind, Token, word};

/// A sentence that may do something to a document, of which nothing was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadAct {
    /// What its verb would do.
    pub action: Action,
    /// The words that name the document: byte offsets.
    pub document: Range<usize>,
    /// The sentence that may say so: byte offsets.
    pub sentence: Range<usize>,
    /// Whether it is struck out.
    pub is_struck: bool,
}

/// How far a document stands from the verb at most, in tokens.
const NEAR: usize = 60;
/// How far before a verb or a document the words are looked at that tell what they are for.
const BEFORE: usize = 8;

/// Among how many tokens of a sentence the one who acts is looked for.
const FIRST: usize = 3;
/// What is only planned, or a ground.
const PLANS: &[Phrase] = phrases!(
    "căn cứ, theo quy định, đề xuất, rà soát, nghiên cứu, hoàn thành, hoàn thiện, dự thảo, thảo luận, \
     xem xét, xây dựng, tham mưu, chuẩn bị, soạn thảo, tờ trình, dự kiến"
);
/// Words that make a noun of the verb behind them, or a duty: `nội dung sửa đổi`, `cần sửa đổi`.
const NOUN_ENDS: &[u64] = words!("dung mức hoạch để nhằm phải cần");
/// Ends that are said without a verb of [`super::verb`]: `Nghị quyết số A có hiệu lực đến hết ngày ...`.
const TERMS: &[Phrase] = phrases!(
    "không áp dụng, không còn áp dụng, không còn được áp dụng, thôi áp dụng, không còn giá trị, \
     hết giá trị, hết thời gian, có hiệu lực đến, áp dụng đến, thực hiện đến, áp dụng cho đến, \
     thực hiện cho đến, có hiệu lực thi hành đến, có hiệu lực cho đến, có hiệu lực thi hành cho đến"
);

/// How many of [`TERMS`], from the first on, may stand before the document that they are said of.
const BEFORE_DOCUMENT: usize = 4;

/// Acts that are too rare to be read: what they say of the document that is named behind or before them.
const RARE: [(Action, &[Phrase]); 4] = [
    (
        Action::Extends,
        phrases!(
            "khôi phục hiệu lực, phục hồi hiệu lực, khôi phục việc, khôi phục thi hành, lùi thời điểm, \
             lùi thời gian, lùi thời hạn, lùi ngày"
        ),
    ),
    (
        Action::Suspends,
        phrases!("hoãn thi hành, hoãn thời điểm, hoãn hiệu lực, dừng chủ trương, dừng triển khai"),
    ),
    (
        Action::Other,
        phrases!("điều chỉnh thời điểm, thay đổi thời điểm, sửa đổi thời điểm, điều chỉnh hiệu lực"),
    ),
    (Action::Ends, phrases!("không tiếp tục duy trì")),
];

/// Verbs with a slip in their tones or letters.
const MISSPELT: [(Action, &[Phrase]); 7] = [
    (Action::Replace, phrases!("sữa đổi, sữa đỗi, sửa đỗi, sửa đồi")),
    (Action::Insert, phrases!("bổ xung, bỗ sung")),
    (Action::Repeals, phrases!("bãi bõ, bải bỏ, bải bõ, hũy bỏ, hủy bõ, hũy bõ")),
    (Action::Replaces, phrases!("thay thể")),
    (Action::Ends, phrases!("hết hiệu lưc")),
    (Action::Corrects, phrases!("đính chánh")),
    (Action::Other, phrases!("điều chĩnh")),
];

/// The first words of [`MISSPELT`] and [`RARE`].
const FIRST_WORDS: FirstWords = FirstWords::of(&[]).and_of_groups(&MISSPELT).and_of_groups(&RARE);

/// The first verb with a slip in some tokens: where it begins, what it means, and the index behind it.
fn misspelt_in(tokens: &[Token]) -> Option<(usize, Action, usize)> {
    first_of(&MISSPELT, tokens)
}

/// The first of some phrases in some tokens: where it begins, what it means, and the index behind it.
fn first_of(acts: &[(Action, &[Phrase])], tokens: &[Token]) -> Option<(usize, Action, usize)> {
    tokens.iter().enumerate().filter(|(_, token)| FIRST_WORDS.may_be(token)).find_map(|(at, _)| {
        acts.iter().find_map(|(action, phrases)| Some((at, *action, first_phrase(phrases, tokens, at)?.1)))
    })
}

/// Whether a verb with a slip, or one that is too rare to be read, stands in some tokens.
pub(super) fn is_misspelt(tokens: &[Token]) -> bool {
    misspelt_in(tokens).is_some() || first_of(&RARE, tokens).is_some()
}

/// Whether a term is said in some tokens without a verb of ending.
pub(super) fn says_term(tokens: &[Token]) -> bool {
    term_in(tokens).is_some()
}

/// The first of [`TERMS`]: where it begins, its number, and the index behind it.
fn term_in(tokens: &[Token]) -> Option<(usize, usize, usize)> {
    const BEGINNINGS: &[u64] = words!("không thôi hết có áp thực");
    (0..tokens.len()).filter(|at| tokens[*at].is_among(BEGINNINGS)).find_map(|at| {
        let (term, end) = first_phrase(TERMS, tokens, at)?;
        Some((at, term, end))
    })
}

impl Sentence<'_> {
    /// What the sentence may do and does not say so that it can be read.
    pub(super) fn unread_acts(&self, verbs: &[Found]) -> Vec<UnreadAct> {
        let is_of_others = self.context.is_some_and(|context| context.below == Below::Orders);
        if is_of_others || (self.is_ordered(self.tokens.len()) && !self.agrees()) {
            return Vec::new();
        }
        let mut acts = verbs.iter().enumerate().filter_map(|(index, verb)| {
            let left = index.checked_sub(1).map_or(0, |before| verbs[before].to);
            let right = self.before_next(verbs, index);
            let document = self.object_near(verb, left, right).filter(|_| self.may_act(verb, left))?;
            Some((verb.verb.family.action(), document))
        });
        let act = acts.next().or_else(|| self.rare()).or_else(|| self.term()).or_else(|| self.misspelt());
        let (Some((action, document)), [first, .., last]) = (act, self.tokens) else { return Vec::new() };
        let sentence = first.start..last.end;
        self.joined(document)
            .into_iter()
            .map(|document| UnreadAct { action, document, sentence: sentence.clone(), is_struck: false })
            .collect()
    }

    /// What the sentence may do to a document that may be a mere ground of it: where it begins with a verb of ending (`Bãi bỏ các chính
    /// sách hỗ trợ hộ nghèo theo Nghị quyết số A`), with a denial (`Không bãi bỏ Nghị quyết số A mà chỉ sửa đổi khoản 2 Điều 3`) or
    /// with what goes on (`Giữ nguyên hiệu lực của Nghị quyết số A, bãi bỏ Nghị quyết số B`), or is an item of a list of what ends.
    pub(super) fn unread_object(&self, verbs: &[Found]) -> Vec<UnreadAct> {
        let [first, .., last] = self.tokens else { return Vec::new() };
        // `Không áp dụng khoản 1 Điều 2 Nghị quyết này đối với người đã được hỗ trợ theo Nghị quyết số A`
        if self.lists.first().is_some_and(|list| list.is_own) {
            return Vec::new();
        }
        let ends = |family: Family| {
            matches!(family, Family::Replace | Family::Repeal | Family::End | Family::Suspend)
        };
        let begin = self.phrase(SELVES, 0).map_or(0, |(_, end)| end);
        let leading = if first.is_word(word("giữ")) {
            verbs.iter().find(|verb| ends(verb.verb.family)).map(|verb| (verb.verb.family, verb.to))
        } else if first.is_among(DENIALS) && verbs.len() > 1 {
            verbs.last().map(|verb| (verb.verb.family, 0))
        } else {
            let leading = verbs.first().filter(|verb| verb.from == begin && !verb.is_passive);
            leading.map(|verb| (verb.verb.family, 0)).filter(|(family, _)| ends(*family))
        };
        let above = self.context.filter(|above| above.below == Below::List).map(|above| above.verb.family);
        let is_item = verbs.is_empty() && !self.is_ordered(self.tokens.len());
        let item = above.filter(|family| is_item && ends(*family)).map(|family| (family, 0));
        let Some((family, from)) = leading.or(item) else { return Vec::new() };
        let document = self.first_mention(from).filter(|mention| self.can_be_changed(mention));
        let act = document.map(|mention| UnreadAct {
            action: family.action(),
            document: self.range(mention),
            sentence: first.start..last.end,
            is_struck: false,
        });
        Vec::from_iter(act)
    }

    /// A document with those that are listed with it, each by the words that name it: byte offsets.
    fn joined(&self, document: Range<usize>) -> Vec<Range<usize>> {
        let named = |mention: &Mention| self.tokens[mention.from].start == document.start;
        let Some(index) = self.mentions.iter().position(named) else { return vec![document] };
        let is_joined = |at: usize| {
            let before = self.mentions[at - 1].to;
            self.lead(before, self.start_of(&self.mentions[at], before)).is_some()
        };
        let first = (1..=index).rev().take_while(|at| is_joined(*at)).last().map_or(index, |at| at - 1);
        let behind = (index + 1..self.mentions.len()).take_while(|at| is_joined(*at)).last();
        let listed = &self.mentions[first..=behind.unwrap_or(index)];
        listed
            .iter()
            .filter(|mention| self.can_be_changed(mention))
            .map(|mention| self.range(mention))
            .collect()
    }

    /// The amendments of a document that end with it and that no symbol tells: `thay thế Nghị quyết số A và các nghị quyết sửa đổi, bổ
    /// sung Nghị quyết số A`.
    pub(super) fn unnamed_amendments(&self, found: &[Instruction]) -> Option<UnreadAct> {
        const AMENDMENTS: &[Phrase] = phrases!(
            "các nghị quyết sửa đổi, những nghị quyết sửa đổi, các văn bản sửa đổi, nghị quyết sửa đổi"
        );
        let ends = found.iter().find(|one| one.ends_surely())?;
        let is_joint = |at: usize| at > 0 && is_comma_or_and(&self.tokens[at - 1]);
        let (at, end) = (0..self.tokens.len()).filter(|at| is_joint(*at)).find_map(|at| {
            let (_, end) = self.phrase(AMENDMENTS, at)?;
            Some((at, end))
        })?;
        // `Nghị quyết sửa đổi số B` is named.
        let is_named = self.first_mention(at).is_some_and(|mention| mention.from <= end);
        let document = self.tokens[at].start..self.tokens[end - 1].end;
        (!is_named).then(|| UnreadAct {
            action: ends.action,
            document,
            sentence: ends.sentence.clone(),
            is_struck: false,
        })
    }

    /// Whether the council agrees to what another has proposed: `Đồng ý đề nghị của Ủy ban nhân dân tỉnh về việc bãi bỏ`.
    fn agrees(&self) -> bool {
        const AGREES: &[Phrase] = phrases!("đồng ý, nhất trí, thống nhất, chấp thuận, tán thành, thông qua");
        const PROPOSED: &[Phrase] = phrases!("đề nghị, đề xuất, chủ trương, nội dung, tờ trình");
        self.phrase(AGREES, 0).is_some_and(|(_, end)| {
            let is_joined = self.token(end).is_among(words!("với theo các"));
            self.is_any(PROPOSED, end + usize::from(is_joined))
        })
    }

    /// Whether the verb is one that ends or changes, and that this document may mean for itself.
    fn may_act(&self, verb: &Found, left: usize) -> bool {
        let is_act = matches!(
            verb.verb.family,
            Family::Amend
                | Family::Replace
                | Family::Repeal
                | Family::End
                | Family::Suspend
                | Family::Extend
                | Family::Correct
        );
        let start = self.clause_start(left, verb.from);
        let words = start..verb.from;
        let was = verb.from >= 2 && self.tokens[verb.from - 2].is_among(words!("đã vừa"));
        let was_before = verb.from >= 1 && self.tokens[verb.from - 1].is_word(word("đã"));
        let has_doer = verb.is_passive
            && self.tokens[verb.to..self.tokens.len().min(verb.to + BEFORE)]
                .iter()
                .any(|token| token.is_among(&BY[..2]));
        let is_other = !self.agrees()
            && (words.clone().any(|at| self.is_any(BODIES, at) || self.is_any(PLANS, at))
                || self.says(BODIES, 0..FIRST.min(verb.from)));
        let is_conditional = self.says(condition::OF_A_VERB, words.clone());
        let follows_noun = words.clone().last().is_some_and(|at| self.tokens[at].is_among(NOUN_ENDS));
        let follows_document =
            verb.from >= 2 && self.phrase(DOCUMENTS, verb.from - 2).is_some_and(|(_, end)| end == verb.from);
        is_act
            && !was
            && !was_before
            && !has_doer
            && !is_other
            && !is_conditional
            && !follows_noun
            && !follows_document
            && !self.leads_to_consequence(verb)
            && !self.is_denied(start, verb.from)
            && (!self.is_in_title(verb.from)
                || self.ends_clause(verb)
                || self.is_wording(verb.to)
                || self.agrees())
    }

    /// Whether a verb of ending stands where no title has it: at the end of the sentence, or before the day.
    fn ends_clause(&self, verb: &Found) -> bool {
        verb.is_behind() && self.stands_last(verb.to)
    }

    /// The document that a verb may be about: the nearest one in its direction.
    fn object_near(&self, verb: &Found, left: usize, right: usize) -> Option<Range<usize>> {
        let behind = self.mention_from(verb.to);
        let ahead = self.mentions.get(behind).filter(|mention| mention.from < right.min(verb.to + NEAR));
        let back = behind.checked_sub(1).and_then(|at| self.mentions.get(at));
        let back = back.filter(|mention| mention.from >= left && mention.to + NEAR >= verb.from);
        // `Nghị quyết số A sửa đổi Nghị quyết số B hết hiệu lực` is said of A.
        let subject = || {
            let start = self.clause_start(0, verb.from);
            self.first_mention(start).filter(|first| first.to <= verb.from)
        };
        let back = if self.is_in_title(verb.from) { subject().or(back) } else { back };
        // `Tại Nghị quyết số A thay cụm từ ...`
        let leads = self.tokens[0].is_among(WITHIN);
        let is_led = leads && ahead.is_none() && self.is_wording(verb.to);
        let (found, from) = if verb.is_behind() || is_led { (back, left) } else { (ahead, verb.to) };
        let Some(mention) = found else {
            let range =
                if verb.is_behind() { left..verb.from } else { verb.to..right.min(verb.to + BEFORE * 2) };
            return self.unnumbered(range);
        };
        (self.can_be_changed(mention) && !self.is_mere_ground(from, mention.from))
            .then(|| self.range(mention))
    }

    /// The document whose term is said without a verb of ending, where the sentence is about it.
    pub(super) fn term(&self) -> Option<(Action, Range<usize>)> {
        let next_is = |mention: usize, end: usize| mention <= end + 2;
        let (at, term, end) = term_in(self.tokens)?;
        let start = self.clause_start(0, at);
        if let Some(mention) = self.first_mention(end).filter(|next| self.is_near(end, next.from, false)) {
            // `Kể từ ngày 01/7/2025, không áp dụng Nghị quyết số A`
            let is_dated = self.tokens.iter().any(|token| token.is_word(word("từ")));
            let is_plain = at == 0 && next_is(mention.from, end);
            return (term < BEFORE_DOCUMENT && (is_dated || is_plain) && self.can_be_changed(mention))
                .then(|| (Action::Ends, self.range(mention)));
        }
        let mention = self.last_mention(at)?;
        // `Mức hỗ trợ tại Nghị quyết số A được thực hiện đến hết năm 2025`
        let begin = start + usize::from(self.tokens[start].is_word(word("riêng")));
        let is_content = self.is_any(CONTENTS, self.behind_quantities(begin));
        let is_subject = mention.from >= start && (is_content || self.is_near(start, mention.from, false));
        // No title says `có hiệu lực đến` or `được áp dụng đến`.
        let is_effect = self.tokens[at].is_word(word("có"))
            || self.tokens[..at].last().is_some_and(|before| before.is_word(word("được")));
        let is_said = !self.is_denied(start, at) && (is_effect || !self.is_in_title(at));
        (is_subject && is_said && self.can_be_changed(mention))
            .then(|| (Action::Extends, self.range(mention)))
    }

    /// What an act that is too rare to be read would do to the document behind it.
    fn rare(&self) -> Option<(Action, Range<usize>)> {
        let (at, action, end) = first_of(&RARE, self.tokens)?;
        let start = self.clause_start(0, at);
        let is_other = (start..at).any(|at| {
            self.is_any(BODIES, at) || self.is_any(PLANS, at) || self.is_any(condition::OF_A_VERB, at)
        });
        let mention = self.first_mention(end).filter(|mention| mention.from < end + NEAR)?;
        let is_said = !is_other && !self.is_denied(start, at) && !self.is_in_title(at);
        (is_said && self.can_be_changed(mention)).then(|| (action, self.range(mention)))
    }

    /// What a verb with a slip would do to the document beside it.
    fn misspelt(&self) -> Option<(Action, Range<usize>)> {
        let (at, action, end) = misspelt_in(self.tokens)?;
        let behind = self.mention_from(end);
        let ahead = self.mentions.get(behind).filter(|mention| mention.from < end + NEAR);
        let back = behind.checked_sub(1).and_then(|index| self.mentions.get(index));
        let mention = ahead.or_else(|| back.filter(|mention| mention.to + NEAR >= at))?;
        (self.can_be_changed(mention) && !self.is_in_title(at)).then(|| (action, self.range(mention)))
    }

    /// Whether a council may change a document.
    fn can_be_changed(&self, mention: &Mention) -> bool {
        const PARTY: &[u64] = words!("TW TU");
        let codes = &self.tokens[mention.from..mention.to];
        !mention.is_central && !mention.is_proposal && !codes.iter().any(|token| token.is_among(PARTY))
    }

    /// A resolution that is named without its symbol: `Nghị quyết số 43 ngày 10/12/2020`.
    fn unnumbered(&self, range: Range<usize>) -> Option<Range<usize>> {
        const NOUNS: &[Phrase] = phrases!("nghị quyết, quyết định");
        range.into_iter().find_map(|at| {
            let (_, noun) = self.phrase(NOUNS, at).filter(|_| !self.is_any(SELVES, at))?;
            // `Nghị quyết ngày 10/12/2020 của Hội đồng nhân dân tỉnh về phí`
            if let Some(day) = date_at(self.tokens, noun) {
                return Some(self.tokens[at].start..self.tokens[day.end - 1].end);
            }
            let number = noun + usize::from(self.tokens.get(noun)?.is_word(word("số")));
            let last = self.tokens.get(number).filter(|token| token.kind == Kind::Number)?;
            Some(self.tokens[at].start..last.end)
        })
    }
}
