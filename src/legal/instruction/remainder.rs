//! Whether every word of a sentence that ends a whole document is understood. A day that is no day, an exception, a place, an
//! event: whatever remains may mean that it ends later, in part or not at all, so the ending is unsure.

use std::ops::Range;

use super::clause::Found;
use super::mention::Mention;
use super::sentence::Sentence;
use super::target::is_item_number;
use super::time::{counted_end, effect_end, is_duration, span_at, term_end, within_year};
use super::words::{
    ATTACHMENTS, BY, COUNCILS, DOCUMENTS, FILLERS, LEADS, LEVELS, NAMED, PASSIVE, SELVES, TITLES, is_one,
};
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::{Case, Kind, Phrase, Token, first_phrase, is_any, word};

/// What takes something away from what was said, wherever it stands but in the middle of a compound.
const LIMITS: [Phrase; 10] = [
    Phrase::new("trừ"),
    Phrase::new("ngoại trừ"),
    Phrase::new("loại trừ"),
    Phrase::new("không bao gồm"),
    Phrase::new("với điều kiện"),
    Phrase::new("tùy theo"),
    Phrase::new("trong trường hợp"),
    Phrase::new("lần lượt"),
    Phrase::new("không áp dụng"),
    Phrase::new("giữ nguyên"),
];
/// What leaves the end of a term open.
const OPEN_ENDS: [Phrase; 2] = [Phrase::new("cho đến khi"), Phrase::new("đến khi")];
const AGAINST: [Phrase; 3] = [Phrase::new("trái"), Phrase::new("mâu thuẫn"), Phrase::new("không phù hợp")];
const BEFORE_NOW: Phrase = Phrase::new("trước đây");
const OPENING: Phrase = Phrase::new("cùng với việc");
const OF_FIELD: Phrase = Phrase::new("thuộc lĩnh vực");
/// Words before which `trừ` is no limit: `khấu trừ`, `phòng trừ`.
const COMPOUNDS: [u64; 6] =
    [word("khấu"), word("phòng"), word("giảm"), word("diệt"), word("bù"), word("miễn")];
/// What does so where a clause begins, behind a comma or in brackets.
const CLAUSES: [Phrase; 13] = [
    Phrase::new("nếu"),
    Phrase::new("chỉ"),
    Phrase::new("nhưng"),
    Phrase::new("song"),
    Phrase::new("riêng"),
    Phrase::new("giữ"),
    Phrase::new("khi"),
    Phrase::new("sau khi"),
    Phrase::new("trước khi"),
    Phrase::new("không"),
    Phrase::new("còn"),
    Phrase::new("phần"),
    Phrase::new("sau thời"),
];
/// What may stand behind the name of a document and is no title: it says how far or when something holds.
const NO_TITLES: [u64; 40] = [
    word("thuộc"),
    word("nhân"),
    word("đối"),
    word("trên"),
    word("tại"),
    word("trong"),
    word("ở"),
    word("từ"),
    word("kể"),
    word("đến"),
    word("vào"),
    word("khi"),
    word("nếu"),
    word("trừ"),
    word("ngoại"),
    word("loại"),
    word("không"),
    word("chỉ"),
    word("nhưng"),
    word("song"),
    word("riêng"),
    word("cho"),
    word("hết"),
    word("có"),
    word("được"),
    word("bị"),
    word("và"),
    word("thì"),
    word("với"),
    word("tùy"),
    word("theo"),
    word("là"),
    word("cùng"),
    word("trước"),
    word("sau"),
    word("bằng"),
    word("phần"),
    word("như"),
    word("để"),
    word("do"),
];
/// Words that begin a reason or a purpose, which takes nothing away.
const REASONS: [Phrase; 11] = [
    Phrase::new("do"),
    Phrase::new("vì"),
    Phrase::new("bởi vì"),
    Phrase::new("lý do"),
    Phrase::new("để"),
    Phrase::new("nhằm"),
    Phrase::new("theo đề nghị"),
    Phrase::new("theo quy định"),
    Phrase::new("theo kết luận"),
    Phrase::new("theo tờ trình"),
    Phrase::new("căn cứ"),
];
/// Words that may stand in any ending, besides [`FILLERS`].
const HARMLESS: [u64; 36] = [
    word("này"),
    word("có"),
    word("kể"),
    word("như"),
    word("cụ"),
    word("thể"),
    word("dưới"),
    word("đó"),
    word("nêu"),
    word("trên"),
    word("ủy"),
    word("ubnd"),
    word("thành"),
    word("phố"),
    word("huyện"),
    word("xã"),
    word("phường"),
    word("thị"),
    word("quận"),
    word("đặc"),
    word("khu"),
    word("thông"),
    word("qua"),
    word("khóa"),
    word("kỳ"),
    word("họp"),
    word("nhiệm"),
    word("thường"),
    word("lệ"),
    word("chuyên"),
    word("đề"),
    word("được"),
    word("bị"),
    word("hoàn"),
    word("hoặc"),
    word("quy"),
];

impl Sentence<'_> {
    /// Whether words remain that are not understood, among those that what is done to a document hangs on: its own clause,
    /// and the clause of the verb where that is another. `target` are the bytes that name the document.
    pub(super) fn leaves_words(&self, verbs: &[Found], target: &Range<usize>) -> bool {
        let at = self.tokens.partition_point(|token| token.start < target.start);
        let is_end = |token: &Token| token.is_mark(';');
        let begin = |at: usize| self.tokens[..at].iter().rposition(is_end).map_or(0, |end| end + 1);
        let end = self.tokens[at..].iter().position(is_end).map_or(self.tokens.len(), |end| at + end);
        let mut start = begin(at);
        if !verbs.iter().any(|verb| (start..end).contains(&verb.from)) {
            let before = verbs.iter().rfind(|verb| verb.from < start);
            start = before.map_or(start, |verb| begin(verb.from));
        }
        let colon = self.tokens[..start].iter().rposition(|token| token.is_mark(':')).unwrap_or(0);
        let remains = self.remains.get_or_init(|| self.remainder(verbs));
        remains.iter().any(|at| (start..end).contains(at) || *at < colon)
    }

    /// Whether any words remain that are not understood.
    pub(super) fn leaves_any_words(&self, verbs: &[Found]) -> bool {
        !self.remains.get_or_init(|| self.remainder(verbs)).is_empty()
    }

    /// The tokens that are not understood, in order.
    fn remainder(&self, verbs: &[Found]) -> Vec<usize> {
        let mut remains = Vec::new();
        let mut at = 0;
        let mut in_name = false;
        // Of several days in a clause it is not certain which is meant for what.
        let mut has_day = false;
        while at < self.tokens.len() {
            let is_name =
                self.tokens[at].is_capital() && (in_name || at > 0 && is_one(&self.tokens[at - 1], &NAMED));
            in_name = is_name;
            if is_name {
                at += 1;
                continue;
            }
            // A document in between has the day behind it as its own.
            let begins_anew = self.tokens[at].is_mark(';')
                || verb_from(verbs, at).is_some()
                || self.first_mention(at).is_some_and(|mention| mention.from == at);
            has_day &= !begins_anew;
            let is_day =
                is_one(&self.tokens[at], &[word("từ"), word("kể")]) && span_at(self.tokens, at).is_some();
            if is_day && has_day {
                remains.push(at);
            }
            has_day |= is_day;
            match self.understood(verbs, at) {
                Some(to) => at = to.max(at + 1),
                None => {
                    remains.push(at);
                    at += 1;
                }
            }
        }
        remains
    }

    /// The index behind what is understood at index `at`.
    fn understood(&self, verbs: &[Found], at: usize) -> Option<usize> {
        if let Some(verb) = verb_from(verbs, at) {
            return (!self.is_undone(verbs, at) && !self.is_circumstance(at)).then_some(verb.to);
        }
        if let Some(mention) = self.first_mention(at).filter(|mention| mention.from == at) {
            return (!self.is_circumstance(at)).then(|| self.behind_name(verbs, mention));
        }
        if let Some(list) = self.first_list(at).filter(|list| list.from == at) {
            return Some(list.to);
        }
        if self.is_limit(at) {
            return None;
        }
        let has_term = || verbs.iter().any(|verb| verb.verb.family.has_term());
        if verbs.is_empty()
            && let Some((_, to)) = effect_end(self.tokens, at)
        {
            return Some(to);
        }
        let counted = || counted_end(self.tokens, at).map(|(_, end)| end);
        if let Some(to) = counted().or_else(|| within_year(self.tokens, at).map(|(_, end)| end)) {
            return has_term().then_some(to);
        }
        if let Some(to) =
            span_at(self.tokens, at).or_else(|| term_end(self.tokens, at).filter(|_| has_term()))
        {
            return Some(to);
        }
        if is_any(&OPEN_ENDS, self.tokens, at) && has_term() {
            let end = self.behind_words(verbs, at + 1);
            let names = self.first_mention(at).is_some_and(|mention| mention.from < end);
            return (!names).then_some(end);
        }
        if let Some(mention) = self.titled_attachment(at) {
            return Some(mention);
        }
        if is_one(&self.tokens[at], &BY) && is_any(&SELVES, self.tokens, at + 1) {
            return Some(at + 1);
        }
        if let Some((_, to)) = first_phrase(&SELVES, self.tokens, at) {
            return Some(self.behind_own_effect(verbs, to));
        }
        if let Some((_, to)) = first_phrase(&REASONS, self.tokens, at) {
            let is_of_document = self.first_mention(to).is_some_and(|mention| mention.from == to);
            return (!is_of_document).then(|| self.behind_words(verbs, to));
        }
        let opening = OPENING.ends_at(self.tokens, at).filter(|_| at == 0);
        if let Some(to) = opening.or_else(|| BEFORE_NOW.ends_at(self.tokens, at)) {
            return Some(to);
        }
        if let Some((_, to)) = first_phrase(&DOCUMENTS, self.tokens, at) {
            // `các Nghị quyết quy định về phí sau:`
            return Some(if is_any(&TITLES, self.tokens, to) { self.behind_words(verbs, to) } else { to });
        }
        let token = &self.tokens[at];
        let is_count = token.kind == Kind::Number
            && (is_any(&DOCUMENTS, self.tokens, at + 1)
                || at == 0
                || self.tokens[at - 1].is_one_of(&['(', '.', ';', ':']));
        let is_label =
            token.letter != '\0' && self.tokens.get(at + 1).is_some_and(|next| next.is_one_of(&[')', '.']));
        let is_label = is_label || is_item_number(&self.tokens[at..]);
        let is_of_others = is_any(&AGAINST, self.tokens, at) && self.is_of_others(at);
        let is_harmless =
            is_of_others || token.kind == Kind::Mark || is_one(token, &FILLERS) || is_one(token, &HARMLESS);
        if is_count || is_label || is_harmless || token.case == Case::Upper {
            return Some(at + 1);
        }
        [&LEADS[..], &COUNCILS, &LEVELS]
            .iter()
            .find_map(|phrases| first_phrase(phrases, self.tokens, at))
            .map(|(_, to)| to)
    }

    /// `Hủy bỏ việc bãi bỏ Nghị quyết số A` undoes what the second verb says.
    pub(super) fn is_undone(&self, verbs: &[Found], at: usize) -> bool {
        const NOUNS: [u64; 2] = [word("việc"), word("định")];
        let is_noun = at > 0 && is_one(&self.tokens[at - 1], &NOUNS);
        is_noun && verbs.iter().any(|verb| verb.to < at && at - verb.to <= 3)
    }

    /// Whether the document or verb at index `at` only says when something happens: `từ ngày Nghị quyết số A hết hiệu lực`,
    /// `đến khi hết hiệu lực`.
    fn is_circumstance(&self, at: usize) -> bool {
        at > 0 && is_one(&self.tokens[at - 1], &[word("ngày"), word("khi"), word("bởi")])
    }

    fn is_limit(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        let is_compound = before.is_some_and(|before| is_one(before, &COMPOUNDS));
        let begins = before.is_none_or(|before| before.is_one_of(&[',', '(', ';', ':', '–', '-']));
        (is_any(&LIMITS, self.tokens, at) && !is_compound)
            || (begins && is_any(&CLAUSES, self.tokens, at) && span_at(self.tokens, at).is_none())
    }

    /// The document whose attached text begins at index `at`, with a title of its own: `Quy định hỗ trợ khi ngưng hoạt động ban
    /// hành kèm theo Nghị quyết số A`.
    fn titled_attachment(&self, at: usize) -> Option<usize> {
        first_phrase(&ATTACHMENTS, self.tokens, at)?;
        let mention = self.first_mention(at)?;
        let attachment = self.attachment(at, mention.from).filter(|attachment| attachment.from == at)?;
        let is_limited = (attachment.from..mention.from).any(|at| self.is_limit(at));
        (!is_limited).then_some(mention.from)
    }

    /// The index behind a bracket at index `at` that only tells of the document before it.
    fn behind_bracket(&self, at: usize) -> Option<usize> {
        let tells = self.tokens.get(at)?.is_mark('(') && self.is_told_in_bracket(at + 1);
        let end = (at..self.tokens.len()).find(|at| self.tokens[*at].is_mark(')'))?;
        (tells && !(at..end).any(|at| self.is_limit(at))).then_some(end + 1)
    }

    /// The index behind the name of a document, its issuer and its title.
    fn behind_name(&self, verbs: &[Found], mention: &Mention) -> usize {
        let mut at = mention.to;
        if self.tokens.get(at).is_some_and(|token| token.is_mark(',')) && self.is_issuer(at + 1) {
            at += 1;
        }
        if self.is_issuer(at) {
            at += 1;
            while verb_from(verbs, at).is_none() && self.goes_on_with_issuer(at) {
                at += 1;
            }
            at = date_at(self.tokens, at).map_or(at, |date| date.end);
        }
        at = self.behind_bracket(at).unwrap_or(at);
        let behind_comma = at + usize::from(self.tokens.get(at).is_some_and(|token| token.is_mark(',')));
        let begins = self.tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Word
                && !is_one(token, &NO_TITLES)
                && !self.is_limit(at)
                && verb_from(verbs, at).is_none()
        });
        let is_of_field = OF_FIELD.ends_at(self.tokens, at).is_some();
        let is_title = begins || is_of_field || is_any(&TITLES, self.tokens, behind_comma);
        if is_title { self.behind_words(verbs, behind_comma) } else { at }
    }

    /// Whether the token at index `at` belongs to the issuer before it, its term and session.
    fn goes_on_with_issuer(&self, at: usize) -> bool {
        let is_followed = || {
            self.tokens
                .get(at + 1)
                .is_some_and(|next| is_one(next, &[word("khóa"), word("kỳ"), word("nhiệm")]))
        };
        self.tokens.get(at).is_some_and(|token| is_of_issuer(token) || (token.is_mark(',') && is_followed()))
    }

    /// `của Hội đồng nhân dân tỉnh`
    fn is_issuer(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_word(word("của")))
    }

    /// The index behind words that are opaque, which begin at index `at`: a title or a reason.
    fn behind_words(&self, verbs: &[Found], at: usize) -> usize {
        let ends = |at: &usize| {
            let at = *at;
            let token = &self.tokens[at];
            token.is_one_of(&[';', ':'])
                || verb_from(verbs, at).is_some()
                || token.is_word(word("kể"))
                || self.is_limit(at)
                || (self.first_mention(at).is_some_and(|mention| mention.from == at) && self.is_parted(at))
                || is_any(&SELVES, self.tokens, at)
                || (is_one(token, &PASSIVE) && verb_from(verbs, at + 1).is_some())
        };
        // The first word is one of a title, though it may be a verb elsewhere: `quy định chi tiết khoản 2 Điều 3`.
        (at + 1..self.tokens.len()).find(ends).unwrap_or(self.tokens.len())
    }

    /// Whether the document at index `at` is a further one, and none that the title before it names.
    fn is_parted(&self, at: usize) -> bool {
        let start = self.before_provisions(0, at);
        let before = start.checked_sub(1).map(|before| &self.tokens[before]);
        before.is_none_or(|before| before.is_one_of(&[',', ';', ':']) || before.is_word(word("và")))
    }

    /// The index behind what the document says of its own effect, whose name ends before index `at`: `Nghị quyết này được ...
    /// thông qua ngày ..., có hiệu lực từ ngày ...`.
    fn behind_own_effect(&self, verbs: &[Found], at: usize) -> usize {
        const IN_EFFECT: Phrase = Phrase::new("có hiệu lực");
        const PASSED: Phrase = Phrase::new("thông qua");
        let end = (at..self.tokens.len())
            .find(|at| self.tokens[*at].is_mark(';') || verb_from(verbs, *at).is_some())
            .unwrap_or(self.tokens.len());
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
    const WORDS: [u64; 32] = [
        word("hội"),
        word("đồng"),
        word("nhân"),
        word("dân"),
        word("ủy"),
        word("ban"),
        word("thường"),
        word("trực"),
        word("tỉnh"),
        word("thành"),
        word("phố"),
        word("huyện"),
        word("thị"),
        word("xã"),
        word("quận"),
        word("phường"),
        word("trấn"),
        word("đặc"),
        word("khu"),
        word("khóa"),
        word("nhiệm"),
        word("kỳ"),
        word("họp"),
        word("thứ"),
        word("lệ"),
        word("chuyên"),
        word("đề"),
        word("bất"),
        word("cũ"),
        word("cấp"),
        word("hđnd"),
        word("ubnd"),
    ];
    token.kind == Kind::Number || token.is_capital() || is_one(token, &WORDS) || token.is_one_of(&['-', '–'])
}
