//! Whether every word of a sentence that ends a whole document is understood. A day that is no day, an exception, a place, an
//! event: whatever remains may mean that it ends later, in part or not at all, so the ending is unsure.

use std::ops::Range;

use crate::legal::instruction::clause::Found;
use crate::legal::instruction::list_item::is_item_number;
use crate::legal::instruction::mention::Mention;
use crate::legal::instruction::provision::Named;
use crate::legal::instruction::sentence::Sentence;
use crate::legal::instruction::time::{counted_end, effect_end, is_duration, span_at, term_end, within_year};
use crate::legal::instruction::verb::verb_at;
use crate::legal::instruction::words::{
    ATTACHMENTS, BODIES, BY, CONTENTS, COUNCILS, DOCUMENTS, FILLERS, IN_EFFECT, LEADS, LEVELS, NAMED,
    PASSIVE, SELVES, TITLES,
};
use crate::legal::structure::phrase::{Phrase, phrases, words};
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::{Case, Kind, Token, word};

/// What takes something away from what was said, wherever it stands but in the middle of a compound.
const LIMITS: &[Phrase] = phrases!(
    "trừ, ngoại trừ, loại trừ, không bao gồm, với điều kiện, tùy theo, trong trường hợp, lần lượt, \
     không áp dụng, giữ nguyên, đồng thời với, cùng lúc với, cùng thời điểm, theo thời điểm, \
     theo hiệu lực"
);
/// What leaves the end of a term open.
const OPEN_ENDS: &[Phrase] = phrases!("cho đến khi, đến khi");
const AGAINST: &[Phrase] = phrases!("trái, mâu thuẫn, không phù hợp");
/// Words that a day begins with from which something holds.
const COUNTING: &[u64] = words!("từ kể");
/// Words before which a document or a verb only says when something happens.
const WHEN: &[u64] = words!("ngày khi bởi");
/// Words behind a comma that go on with an issuer.
const TERMS: &[u64] = words!("khóa kỳ nhiệm");
const OF: u64 = word("của");
const AND: u64 = word("và");
const COUNTED: u64 = word("kể");
/// `(chi tiết tại Phụ lục kèm theo)`
const DETAILS: &[Phrase] = phrases!("chi tiết tại, chi tiết theo, danh mục chi tiết");
const BEFORE_NOW: Phrase = Phrase::new("trước đây");
const OPENING: Phrase = Phrase::new("cùng với việc");
const OF_FIELD: Phrase = Phrase::new("thuộc lĩnh vực");
/// Words before which `trừ` is no limit: `khấu trừ`, `phòng trừ`.
const COMPOUNDS: &[u64] = words!("khấu phòng giảm diệt bù miễn");
/// What does so where a clause begins, behind a comma or in brackets.
const CLAUSES: &[Phrase] =
    phrases!("nếu, chỉ, nhưng, song, riêng, giữ, khi, sau khi, trước khi, không, còn, phần, sau thời");
/// Words that begin a clause that takes something back of the one before.
const TAKING_BACK: &[u64] = words!("riêng trong tuy nhưng song");
/// What may stand behind the name of a document and is no title: it says how far or when something holds.
const NO_TITLES: &[u64] = words!(
    "thực chưa còn duy xử vẫn tiếp sẽ đang phải cần hiện áp thuộc nhân đối trên tại trong ở từ kể đến \
     vào khi nếu trừ ngoại loại không chỉ nhưng song riêng cho hết có được bị và thì với tùy theo là \
     cùng trước sau bằng phần như để do"
);
/// Words that begin a reason or a purpose, which takes nothing away.
const REASONS: &[Phrase] = phrases!(
    "do, vì, bởi vì, lý do, để, nhằm, theo đề nghị, theo quy định, theo kết luận, theo tờ trình, căn cứ"
);
/// Words that may stand in any ending, besides [`FILLERS`].
const HARMLESS: &[u64] = words!(
    "đều này có kể như cụ thể dưới đó nêu trên ủy ubnd thành phố huyện xã phường thị quận đặc khu thông \
     qua khóa kỳ họp nhiệm thường lệ chuyên đề được bị hoàn hoặc quy"
);

/// What a sentence says that is not understood: indexes of tokens, in order.
#[derive(Debug)]
pub(in crate::legal::instruction) struct Remainder {
    words: Vec<usize>,
    /// Semicolons, which part its clauses.
    breaks: Vec<usize>,
    colons: Vec<usize>,
}

/// The last of some indexes before another one.
fn last_before(indexes: &[usize], at: usize) -> Option<usize> {
    indexes.partition_point(|index| *index < at).checked_sub(1).map(|last| indexes[last])
}

/// The first of some indexes from another one on.
fn first_from(indexes: &[usize], at: usize) -> Option<usize> {
    indexes.get(indexes.partition_point(|index| *index < at)).copied()
}

impl Sentence<'_> {
    /// Whether words remain that are not understood, among those that what is done to a document hangs on: its own clause, that
    /// of the verb where it is another, and what stands before a colon. `target` are the bytes that name the document.
    pub(in crate::legal::instruction) fn leaves_words(&self, verbs: &[Found], target: &Range<usize>) -> bool {
        let remainder = self.remains.get_or_init(|| self.remainder(verbs));
        let at = self.index_of(target.start);
        let begin = |at: usize| last_before(&remainder.breaks, at).map_or(0, |end| end + 1);
        let end = first_from(&remainder.breaks, at).unwrap_or(self.tokens.len());
        let mut start = begin(at);
        let verb =
            verbs.partition_point(|verb| verb.from < end).checked_sub(1).map(|index| verbs[index].from);
        if let Some(verb) = verb.filter(|verb| *verb < start) {
            start = begin(verb);
        }
        let colon = last_before(&remainder.colons, start).unwrap_or(0);
        first_from(&remainder.words, start).is_some_and(|word| word < end)
            || remainder.words.first().is_some_and(|word| *word < colon)
    }

    /// Whether any words remain that are not understood.
    pub(in crate::legal::instruction) fn leaves_any_words(&self, verbs: &[Found]) -> bool {
        !self.remains.get_or_init(|| self.remainder(verbs)).words.is_empty()
    }

    fn remainder(&self, verbs: &[Found]) -> Remainder {
        let marks = |mark: char| {
            let marks = self.tokens.iter().enumerate().filter(|(_, token)| token.is_mark(mark));
            marks.map(|(at, _)| at).collect()
        };
        let has_term = verbs.iter().any(|verb| verb.verb.family.has_term());
        let mut words = Vec::new();
        let mut at = 0;
        let mut in_name = false;
        // Of several days in a clause it is not certain which is meant for what.
        let mut has_day = false;
        while let Some(token) = self.tokens.get(at) {
            in_name = token.is_capital() && (in_name || self.before(at).is_among(NAMED));
            if in_name {
                at += 1;
                continue;
            }
            // A document in between has the day behind it as its own.
            let begins_anew =
                token.is_mark(';') || verb_from(verbs, at).is_some() || self.mention_at(at).is_some();
            has_day &= !begins_anew;
            let is_day = token.is_among(COUNTING) && span_at(self.tokens, at).is_some();
            if is_day && has_day {
                words.push(at);
            }
            has_day |= is_day;
            match self.understood(verbs, has_term, at) {
                Some(to) => at = to.max(at + 1),
                None => {
                    words.push(at);
                    at += 1;
                }
            }
        }
        // `Bãi bỏ Nghị quyết số A; trong đó giữ nguyên Điều 3`: the clause takes something back of the one before.
        let mut breaks: Vec<usize> = marks(';');
        let ends: Vec<usize> = breaks.iter().copied().skip(1).chain([self.tokens.len()]).collect();
        let mut ends = ends.into_iter();
        breaks.retain(|at| {
            let end = ends.next().unwrap_or_default();
            let begins = self.token(at + 1).is_among(TAKING_BACK);
            let names_other = self.first_mention(*at).is_some_and(|mention| mention.from < end);
            !begins || names_other
        });
        Remainder { words, breaks, colons: marks(':') }
    }

    /// The index behind what is understood at index `at`.
    fn understood(&self, verbs: &[Found], has_term: bool, at: usize) -> Option<usize> {
        /// How far the document that speaks stands behind `bằng`.
        const NEAR: usize = 8;
        if let Some(to) = self.behind_exception(at) {
            return Some(to);
        }
        if let Some(verb) = verb_from(verbs, at) {
            return (!self.is_undone(verbs, at) && !self.is_circumstance(at)).then_some(verb.to);
        }
        if let Some(mention) = self.mention_at(at) {
            return (!self.is_circumstance(at)).then(|| self.behind_name(verbs, mention));
        }
        if let Some(list) = self.list_at(at) {
            return self.belongs_to_document(list).then_some(list.to);
        }
        // `Hội đồng nhân dân tỉnh đã:`
        let is_history = self.tokens[at].is_word(word("đã")) && self.token(at + 1).is_mark(':');
        if self.is_limit(at) || self.narrows(verbs, at) || is_history {
            return None;
        }
        if verbs.is_empty()
            && let Some((_, to)) = effect_end(self.tokens, at)
        {
            return Some(to);
        }
        let counted = || counted_end(self.tokens, at).map(|(_, end)| end);
        if let Some(to) = counted().or_else(|| within_year(self.tokens, at).map(|(_, end)| end)) {
            return has_term.then_some(to);
        }
        if let Some(to) = span_at(self.tokens, at).or_else(|| term_end(self.tokens, at).filter(|_| has_term))
        {
            return Some(to);
        }
        if self.is_any(OPEN_ENDS, at) && has_term {
            let end = self.behind_words(verbs, at + 1);
            let names = self.first_mention(at).is_some_and(|mention| mention.from < end);
            return (!names).then_some(end);
        }
        if let Some(mention) = self.titled_attachment(at) {
            return Some(mention);
        }
        // `bằng Nghị quyết này`, `bằng Quy định ban hành kèm theo Nghị quyết này`
        let own = || {
            let mut near = at + 1..self.tokens.len().min(at + 1 + NEAR);
            near.find(|at| self.is_any(SELVES, *at))
        };
        if self.tokens[at].is_among(BY) && own().is_some_and(|own| self.is_near(at + 1, own, false)) {
            return Some(at + 1);
        }
        if let Some((_, to)) = self.phrase(SELVES, at) {
            return Some(self.behind_own_effect(verbs, to));
        }
        if let Some((_, to)) = self.phrase(REASONS, at) {
            // `do Ủy ban nhân dân tỉnh báo cáo` is no reason.
            let is_agent = self.tokens[at].is_among(words!("do")) && self.is_any(BODIES, to);
            let is_of_document = self.mention_at(to).is_some();
            return (!is_of_document && !is_agent).then(|| self.behind_words(verbs, to));
        }
        if let Some((_, to)) = self.phrase(DETAILS, at) {
            return Some(to);
        }
        let opening = OPENING.ends_at(self.tokens, at).filter(|_| at == 0);
        if let Some(to) = opening.or_else(|| BEFORE_NOW.ends_at(self.tokens, at)) {
            return Some(to);
        }
        if let Some((_, to)) = self.phrase(DOCUMENTS, at) {
            // `các Nghị quyết quy định về phí sau:`
            return Some(if self.is_any(TITLES, to) { self.behind_words(verbs, to) } else { to });
        }
        let token = &self.tokens[at];
        let is_count = token.kind == Kind::Number
            && (self.is_any(DOCUMENTS, at + 1)
                || at == 0
                || self.tokens[at - 1].is_one_of(&['(', '.', ';', ':']));
        let is_label =
            token.letter != '\0' && self.tokens.get(at + 1).is_some_and(|next| next.is_one_of(&[')', '.']));
        let is_label = is_label || is_item_number(&self.tokens[at..]);
        let is_of_others = self.is_any(AGAINST, at) && self.is_of_others(at);
        // `Nghị quyết số A sẽ hết hiệu lực kể từ ngày ...`
        let is_tense = token.is_word(word("sẽ")) && verb_from(verbs, at + 1).is_some();
        let is_harmless = is_of_others
            || is_tense
            || token.kind == Kind::Mark
            || token.is_among(FILLERS)
            || token.is_among(HARMLESS);
        if is_count || is_label || is_harmless || token.case == Case::Upper {
            return Some(at + 1);
        }
        [LEADS, COUNCILS, LEVELS].iter().find_map(|phrases| self.phrase(phrases, at)).map(|(_, to)| to)
    }

    /// `Hủy bỏ việc bãi bỏ Nghị quyết số A` undoes what the second verb says.
    pub(in crate::legal::instruction) fn is_undone(&self, verbs: &[Found], at: usize) -> bool {
        const NOUNS: &[u64] = words!("việc định");
        let is_noun = self.before(at).is_among(NOUNS);
        let before = verbs.partition_point(|verb| verb.from < at).checked_sub(1).map(|index| verbs[index].to);
        // The verb before may have taken the noun: `chấm dứt việc bãi bỏ`.
        is_noun && before.is_some_and(|end| at - end <= 3)
    }

    /// Whether the document or verb at index `at` only says when something happens: `từ ngày Nghị quyết số A hết hiệu lực`,
    /// `đến khi hết hiệu lực`.
    fn is_circumstance(&self, at: usize) -> bool {
        self.before(at).is_among(WHEN)
    }

    /// Whether provisions are those of this document, or of one that is named right behind them: others may be all of a document
    /// that ends, as in `Nghị quyết số A hết hiệu lực Điều 4`.
    fn belongs_to_document(&self, list: &Named) -> bool {
        const FARTHEST: usize = 120;
        let is_before = |mention: &Mention| {
            mention.from <= list.to + FARTHEST && self.start_of(mention, list.from) <= list.from
        };
        let is_in_bracket = || {
            let mention = self.last_mention(list.from);
            let read =
                mention.and_then(|mention| self.provisions_in_bracket(mention, self.tokens.len()).range);
            read.is_some_and(|read| read.contains(&self.tokens[list.from].start))
        };
        list.is_own
            || self.is_attached_to_this(list.to)
            || self.first_mention(list.to).is_some_and(is_before)
            || is_in_bracket()
    }

    /// `ban hành kèm theo Nghị quyết này`
    fn is_attached_to_this(&self, at: usize) -> bool {
        const ATTACHED: &[Phrase] = phrases!("ban hành kèm theo, kèm theo, đính kèm");
        self.phrase(ATTACHED, at).is_some_and(|(_, end)| self.is_any(SELVES, end))
    }

    /// Whether words at index `at` begin to say which part of a document is meant, behind its name or behind a verb that follows
    /// it: `Nghị quyết số A phần quy định về lệ phí`, `hết hiệu lực các quy định về lệ phí`.
    fn narrows(&self, verbs: &[Found], at: usize) -> bool {
        const PART: u64 = word("phần");
        const CARRIED_OUT: &[Phrase] = phrases!("thực hiện theo, được thực hiện, áp dụng theo, được áp dụng");
        const OTHERS: &[u64] = words!("một toàn thành cổ");
        let Some(before) = at.checked_sub(1).map(|before| &self.tokens[before]) else { return false };
        // `Nghị quyết số A về phần mức thu`
        let names_part = self.tokens[at].is_word(word("về")) && self.token(at + 1).is_word(PART);
        if names_part {
            return true;
        }
        if self.tokens[at].is_word(PART) {
            return !before.is_among(OTHERS);
        }
        let follows_name = before.kind == Kind::Number || before.is_capital() || self.is_any(LEVELS, at - 1);
        // `Nghị quyết số A thực hiện theo quy định của Luật`
        if follows_name && self.is_any(CARRIED_OUT, at) {
            return true;
        }
        let content = self.behind_quantities(at);
        if !self.is_any(CONTENTS, content) {
            return false;
        }
        let behind = verbs.partition_point(|verb| verb.to <= at).checked_sub(1).map(|index| &verbs[index]);
        let is_behind_verb = behind.is_some_and(|verb| verb.is_behind() && verb.to == at);
        is_behind_verb || (content > at && follows_name)
    }

    fn is_limit(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        let is_compound = before.is_some_and(|before| before.is_among(COMPOUNDS));
        let begins = before.is_none_or(|before| before.is_one_of(&[',', '(', ';', ':', '–', '-']));
        (self.is_any(LIMITS, at) && !is_compound && self.behind_exception(at).is_none())
            || (begins && self.is_any(CLAUSES, at) && span_at(self.tokens, at).is_none())
    }

    /// The document whose attached text begins at index `at`, with a title of its own: `Quy định hỗ trợ khi ngưng hoạt động ban
    /// hành kèm theo Nghị quyết số A`.
    fn titled_attachment(&self, at: usize) -> Option<usize> {
        self.phrase(ATTACHMENTS, at)?;
        let mention = self.first_mention(at)?;
        let attachment = self.attachment(at, mention.from).filter(|attachment| attachment.from == at)?;
        let is_limited = (attachment.from..mention.from).any(|at| self.is_limit(at));
        (!is_limited).then_some(mention.from)
    }

    /// The index behind a bracket at index `at` that only tells of the document before it.
    fn behind_bracket(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 60;
        let tells = self.tokens.get(at)?.is_mark('(') && self.is_told_in_bracket(at + 1);
        let near = at..self.tokens.len().min(at + LONGEST);
        let end = near.into_iter().find(|at| self.tokens[*at].is_mark(')'))?;
        (tells && !(at..end).any(|at| self.is_limit(at))).then_some(end + 1)
    }

    /// The index behind the name of a document and its issuer.
    pub(in crate::legal::instruction) fn behind_issuer(&self, verbs: &[Found], mention: &Mention) -> usize {
        let mut at = mention.to;
        if self.token(at).is_mark(',') && self.is_issuer(at + 1) {
            at += 1;
        }
        if self.is_issuer(at) {
            at += 1;
            while verb_from(verbs, at).is_none() && !self.is_limit(at) && self.goes_on_with_issuer(at) {
                at += 1;
            }
            at = date_at(self.tokens, at).map_or(at, |date| date.end);
        }
        at
    }

    /// The index behind the name of a document, its issuer and its title.
    fn behind_name(&self, verbs: &[Found], mention: &Mention) -> usize {
        let mut at = self.behind_issuer(verbs, mention);
        at = self.behind_bracket(at).unwrap_or(at);
        let behind_comma = at + usize::from(self.token(at).is_mark(','));
        let begins = self.tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Word
                && !token.is_among(NO_TITLES)
                && !self.is_limit(at)
                && !self.narrows(verbs, at)
                && verb_from(verbs, at).is_none()
        });
        let is_of_field = self.is_any(&[OF_FIELD], at);
        let is_title = begins || is_of_field || self.is_any(TITLES, behind_comma);
        let is_title = is_title && !self.narrows(verbs, behind_comma);
        if is_title { self.behind_words(verbs, behind_comma) } else { at }
    }

    /// Whether the token at index `at` belongs to the issuer before it, its term and session.
    fn goes_on_with_issuer(&self, at: usize) -> bool {
        let is_followed = || self.token(at + 1).is_among(TERMS);
        self.tokens.get(at).is_some_and(|token| is_of_issuer(token) || (token.is_mark(',') && is_followed()))
    }

    /// `của Hội đồng nhân dân tỉnh`
    fn is_issuer(&self, at: usize) -> bool {
        self.token(at).is_word(OF)
    }

    /// The index behind words that are opaque, which begin at index `at`: a title or a reason.
    fn behind_words(&self, verbs: &[Found], at: usize) -> usize {
        let ends = |at: &usize| {
            let at = *at;
            let token = &self.tokens[at];
            token.is_one_of(&[';', ':'])
                || verb_from(verbs, at).is_some()
                || token.is_word(COUNTED)
                || self.is_limit(at)
                || (self.mention_at(at).is_some() && self.is_parted(at))
                || self.is_any(SELVES, at)
                || self.names_own_part(at)
                || (token.is_among(PASSIVE) && verb_from(verbs, at + 1).is_some())
        };
        // The first word is one of a title, though it may be a verb elsewhere: `quy định chi tiết khoản 2 Điều 3`.
        (at + 1..self.tokens.len()).find(ends).unwrap_or(self.tokens.len())
    }

    /// Whether provisions stand at index `at` that no title names, as it would name their document with them: `Nghị quyết số A về mức
    /// chi tại khoản 1 Điều 2`.
    fn names_own_part(&self, at: usize) -> bool {
        const PLACES: &[u64] = words!("tại ở trong thuộc");
        let is_placed = self.before(at).is_among(PLACES);
        let list = self.first_list(at).filter(|list| is_placed && list.from == at);
        list.is_some_and(|list| {
            let next = self.tokens.get(list.to);
            let ends = next.is_none_or(|next| next.kind == Kind::Mark || next.is_word(AND))
                || verb_at(self.tokens, list.to).is_some();
            ends && !self.belongs_to_document(list)
        })
    }

    /// Whether the document at index `at` is a further one, and none that the title before it names.
    fn is_parted(&self, at: usize) -> bool {
        let start = self.before_provisions(0, at);
        let before = start.checked_sub(1).map(|before| &self.tokens[before]);
        before.is_none_or(|before| before.is_one_of(&[',', ';', ':']) || before.is_word(AND))
    }

    /// The index behind what the document says of its own effect, whose name ends before index `at`: `Nghị quyết này được ...
    /// thông qua ngày ..., có hiệu lực từ ngày ...`.
    fn behind_own_effect(&self, verbs: &[Found], at: usize) -> usize {
        const PASSED: Phrase = Phrase::new("thông qua");
        const LONGEST: usize = 120;
        let near = self.tokens.len().min(at + LONGEST);
        let ends = |at: &usize| self.tokens[*at].is_mark(';') || verb_from(verbs, *at).is_some();
        let end = (at..near).find(ends).unwrap_or(near);
        let says = |phrase: &Phrase| (at..end).any(|at| phrase.ends_at(self.tokens, at).is_some());
        let is_own = says(&IN_EFFECT) || says(&PASSED);
        let names_other = self.first_mention(at).is_some_and(|mention| mention.from < end);
        let is_limited = (at..end).any(|at| self.is_limit(at) || is_duration(self.tokens, at));
        if is_own && !names_other && !is_limited { end } else { at }
    }
}

fn verb_from(verbs: &[Found], at: usize) -> Option<&Found> {
    let index = verbs.partition_point(|verb| verb.from < at);
    verbs.get(index).filter(|verb| verb.from == at)
}

/// Whether a token may belong to the name of an issuer, its term and session.
fn is_of_issuer(token: &Token) -> bool {
    const WORDS: &[u64] = words!(
        "hội đồng nhân dân ủy ban thường trực tỉnh thành phố huyện thị xã quận phường trấn đặc khu khóa \
         nhiệm kỳ họp thứ lệ chuyên đề bất cũ cấp hđnd ubnd"
    );
    token.kind == Kind::Number || token.is_capital() || token.is_among(WORDS) || token.is_one_of(&['-', '–'])
}
