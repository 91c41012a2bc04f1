//! What makes an instruction unsure that its own verb does not tell: the sentence as a whole, and what stands above it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::clause::Found;
use super::context::{Below, Context};
use super::mention::{Mention, mentions, symbol};
use super::provision::named_at;
use super::sentence::{Kept, Scope, Sentence, lists};
use super::verb::{Family, verb_at};
use super::words::{BODIES, CONTENTS, DENIALS, LIST, QUANTITIES, RESOLUTIONS, SELVES};
use super::{Action, Agent, Certainty, Day, Doubt, Extent, Instruction};
use crate::legal::RelationKind;
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any, phrases, words};
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::{Kind, Token, word};

/// Words of a heading below which nothing is done yet.
const PLANS: &[Phrase] = phrases!(
    "nhiệm vụ, giải pháp, phương hướng, định hướng, mục tiêu, chỉ tiêu, kiến nghị, đề xuất, đề nghị, \
     yêu cầu, kế hoạch, chương trình, lộ trình, dự thảo, dự kiến, nội dung trình, phân công, tham mưu, \
     phương án, tập trung, đề cương, báo cáo, giám sát, thẩm tra, lấy ý kiến, ý kiến của, ví dụ, chưa, \
     xem xét, nghiêm cấm"
);

/// What someone only asks for, right before the colon of a list.
const PROPOSALS: &[Phrase] = phrases!("đề xuất, đề nghị, kiến nghị, xem xét");

/// Words behind a document that say for whom or where only something holds.
const SOME: &[Phrase] = phrases!(
    "đối với, áp dụng đối với, áp dụng cho, áp dụng trên, áp dụng tại, trên địa bàn, tại địa bàn, \
     cho các, cho đối tượng"
);

const NOT_APPLIED: Phrase = Phrase::new("không áp dụng");
/// What says that a document has not ended.
const GOES_ON: &[Phrase] = phrases!(
    "tiếp tục thực hiện, tiếp tục áp dụng, tiếp tục thi hành, tiếp tục có hiệu lực, \
     tiếp tục được áp dụng, vẫn có hiệu lực, vẫn còn hiệu lực, còn hiệu lực, giữ nguyên hiệu lực"
);

/// What denies that a document ends, or that all of it does.
const DENIED: &[Phrase] = phrases!(
    "chỉ bãi bỏ, không bãi bỏ, chưa bãi bỏ, chỉ thay thế, không thay thế, chưa thay thế, \
     chưa hết hiệu lực"
);
/// What an item of a list says of a document that may not end with the others, besides [`DENIED`] and [`GOES_ON`].
const STAYS: &[Phrase] = phrases!(
    "như sau, phù hợp với, đúng thẩm quyền, vẫn, sẽ, giữ nguyên, xem xét, rà soát, thực hiện đến, \
     áp dụng đến, có hiệu lực đến, trình sau"
);

/// Whether an item of a list may say that its document does not end with the others: `b) Nghị quyết số B vẫn có hiệu lực`.
pub(super) fn may_stay(item: &[Token]) -> bool {
    (0..item.len()).any(|at| [DENIED, STAYS, GOES_ON].iter().any(|phrases| is_any(phrases, item, at)))
}

/// Whether some tokens say without a verb of [`super::verb`] that something goes on: `Điều 4 Nghị quyết số A vẫn có hiệu lực`.
pub(super) fn says_goes_on(tokens: &[Token]) -> bool {
    const BEGINNINGS: &[u64] = words!("vẫn còn giữ");
    (0..tokens.len()).any(|at| tokens[at].is_among(BEGINNINGS) && is_any(GOES_ON, tokens, at))
}

/// Among how many tokens of a heading the words that tell of plans are looked for.
const FIRST: usize = 5;

/// Whether some tokens may be a heading below which nothing is done yet.
pub(super) fn may_head_plans(tokens: &[Token]) -> bool {
    const LONGEST: usize = 40;
    let is_open = tokens.last().is_some_and(|last| !last.is_one_of(&['.', ';', ',']));
    is_open && tokens.len() <= LONGEST && (0..tokens.len().min(FIRST)).any(|at| is_any(PLANS, tokens, at))
}

/// Doubts the endings of the sentence before this one, where it takes something back of them: `Riêng Điều 3 tiếp tục có hiệu lực.`,
/// `Tuy nhiên, các quy định về phí vẫn được áp dụng.`
pub(super) fn doubt_remainder(sentence: &[Token], found: &mut [Instruction]) {
    const BEGINNINGS: &[u64] = words!("riêng tuy trong nhưng song");
    const KEEPS: &[Phrase] = phrases!("tiếp tục, vẫn, giữ nguyên, còn hiệu lực");
    // `Các quy định sau tiếp tục có hiệu lực:`
    let is_open = sentence.last().is_some_and(|last| last.is_mark(':'));
    let content = sentence.iter().take_while(|token| token.is_among(QUANTITIES)).count();
    let begins = sentence.first().is_some_and(|first| first.is_among(BEGINNINGS))
        || (is_open && is_any(CONTENTS, sentence, content));
    let Some(last) = found.last().map(|last| last.sentence.clone()).filter(|_| begins) else { return };
    let Some(keeps) = (0..sentence.len()).find(|at| is_any(KEEPS, sentence, *at)) else { return };
    // What names a document is compared by its symbol, but for a further one of the list: `Riêng Điều 3 tiếp tục có hiệu lực; Nghị
    // quyết số B.`
    let is_further = |mention: &Mention| {
        let between = sentence.get(keeps..mention.from).unwrap_or_default();
        between.iter().any(|token| token.is_one_of(&[',', ';']) || token.is_word(word("và")))
    };
    let names_document = mentions(sentence).first().is_some_and(|first| !is_further(first));
    if names_document || lists(sentence).first().is_some_and(|list| list.is_own) {
        return;
    }
    for instruction in found.iter_mut().rev().take_while(|one| one.sentence == last) {
        if instruction.ends_surely() {
            instruction.certainty = Certainty::Unsure(Doubt::NotUnderstood);
        }
    }
}

/// Whether a line is the heading of another list: `DANH MỤC NGHỊ QUYẾT TIẾP TỤC ÁP DỤNG`, `B. Bãi bỏ một phần`.
fn heads_another_list(line: &[Token]) -> bool {
    if line.last().is_some_and(|last| last.is_mark('.')) {
        return false;
    }
    let label = match line {
        [label, mark, ..] if mark.is_one_of(&['.', ')', '/']) && label.kind != Kind::Mark => 2,
        _ => 0,
    };
    let begin = LIST.ends_at(line, label).unwrap_or(label);
    let begin = begin + line[begin..].iter().take_while(|token| token.is_among(QUANTITIES)).count();
    is_any(RESOLUTIONS, line, begin) || verb_at(line, begin).is_some()
}

/// Whether a line below a document says how far or when that ends: `Nội dung bãi bỏ: Điều 3.`, `(Chỉ bãi bỏ phần học phí)`, `Thời điểm hết
/// hiệu lực: ngày 01/3/2026.`
pub(super) fn limits_what_stands_before(line: &[Token]) -> bool {
    const FIRST: usize = 12;
    const LIMITING: &[Phrase] = phrases!(
        "nội dung bãi bỏ, nội dung hết hiệu lực, nội dung thay thế, phạm vi, chỉ, trừ, một phần, phần, \
         thời điểm, tiếp tục, vẫn, giữ nguyên, giữ lại, còn hiệu lực"
    );
    let near = 0..line.len().min(FIRST);
    let says = near.clone().any(|at| is_any(LIMITING, line, at) || date_at(line, at).is_some());
    let names = near.into_iter().find_map(|at| named_at(line, at));
    let is_of_this = (0..line.len()).any(|at| is_any(SELVES, line, at));
    !is_of_this && !heads_another_list(line) && (says || names.is_some_and(|list| !list.is_own))
}

impl Instruction {
    /// Whether it surely ends or suspends a document as a whole.
    pub(super) fn ends_surely(&self) -> bool {
        let ends =
            matches!(self.action, Action::Replaces | Action::Repeals | Action::Ends | Action::Suspends);
        ends && self.extent == Extent::Whole && self.certainty == Certainty::Read
    }
}

impl Action {
    /// Whether it takes a provision out of effect, for good or for a time.
    fn ends_or_suspends(self) -> bool {
        matches!(self, Self::Replaces | Self::Repeals | Self::Delete | Self::Ends | Self::Suspends)
    }
}

impl Sentence<'_> {
    /// Doubts the instructions that the sentence gave.
    pub(super) fn doubt(&self, verbs: &[Found], found: &mut [Instruction]) {
        let is_correction = |family: Family| family == Family::Correct;
        let corrects = verbs.first().is_some_and(|verb| is_correction(verb.verb.family))
            || self.context.is_some_and(|context| {
                is_correction(context.verb.family) && matches!(context.below, Below::Document(_))
            });
        for instruction in found.iter_mut().filter(|_| corrects) {
            // `Đính chính Nghị quyết số A như sau: thay cụm từ ...`: what is corrected is no amendment.
            let amends = instruction.action.relation() == RelationKind::Amends;
            if amends || matches!(instruction.action, Action::Delete | Action::DeleteWords) {
                instruction.action = Action::Corrects;
            }
        }
        let above = self.context.and_then(|context| context.doubt).filter(|doubt| match doubt {
            Doubt::OnlyPlanned => self.self_at.is_none(),
            // `Nghị quyết này thay thế Nghị quyết số A` depends on nothing that stands above.
            _ => self.self_at != Some(0),
        });
        let undoes = verbs.iter().any(|verb| self.is_undone(verbs, verb.from));
        let parts = self.shared_parts(verbs, found);
        let going_on = self.named_as_going_on(verbs);
        for (at, instruction) in found.iter_mut().enumerate() {
            let is_read = instruction.certainty == Certainty::Read;
            let is_for_some = is_read
                && instruction.action.ends_or_suspends()
                && instruction.words.is_none()
                && !instruction.provisions.is_empty()
                && self.is_for_some(verbs, instruction);
            let ends = instruction.ends_surely()
                || is_for_some
                || (is_read && self.is_not_applied(verbs, instruction));
            let is_told = ends && instruction.agent != Agent::This;
            let doubt = match above {
                Some(Doubt::OnlyPlanned) if is_read => above,
                _ if undoes && is_read => Some(Doubt::NotUnderstood),
                _ if is_told => Some(Doubt::ToldByOther),
                Some(doubt) if ends && doubt != Doubt::OnlyPlanned => Some(doubt),
                _ if is_for_some => Some(Doubt::NotUnderstood),
                _ if ends
                    && (parts.binary_search(&at).is_ok()
                        || going_on
                            .as_ref()
                            .is_some_and(|named| self.is_named_again(&instruction.target, named))
                        || self.leaves_words(verbs, &instruction.target)) =>
                {
                    Some(Doubt::NotUnderstood)
                }
                _ => None,
            };
            if let Some(doubt) = doubt {
                instruction.certainty = Certainty::Unsure(doubt);
            }
        }
    }

    /// Doubts the day of what ends before another clause that tells one, which may be that of both: `Nghị quyết số A hết hiệu lực một phần,
    /// Nghị quyết số B hết hiệu lực toàn bộ kể từ ngày 01/01/2026`.
    pub(super) fn doubt_shared_day(&self, found: &mut [Instruction]) {
        let mut next: Option<usize> = None;
        for instruction in found.iter_mut().rev().filter(|one| one.agent == Agent::This) {
            if !instruction.action.ends_wording() {
                next = None;
                continue;
            }
            if matches!(instruction.from, Some(Day::On(_))) {
                next = Some(instruction.target.start);
                continue;
            }
            let from = self.tokens.partition_point(|token| token.start < instruction.target.end);
            let is_parted = |next: usize| {
                let between = self.tokens[from..].iter().take_while(|token| token.start < next);
                between.into_iter().any(|token| token.is_one_of(&[';', ':', '.']))
            };
            next = next.filter(|next| *next > instruction.target.end && !is_parted(*next));
            if next.is_some() && instruction.from.is_none() && instruction.certainty == Certainty::Read {
                instruction.certainty = Certainty::Unsure(Doubt::NotUnderstood);
            }
        }
    }

    /// Where the clause begins of the first verb by which something goes on, and the symbols of the documents that are named from there
    /// on: `thay thế Nghị quyết số A; mức chi cho cấp xã tiếp tục thực hiện theo Nghị quyết số A`.
    fn named_as_going_on(&self, verbs: &[Found]) -> Option<(usize, BTreeSet<Vec<u64>>)> {
        let verb = verbs.iter().find(|verb| verb.verb.family == Family::Continue)?;
        let clause = self.clause_start(0, verb.from);
        let named = &self.mentions[self.mentions.partition_point(|mention| mention.from < clause)..];
        Some((clause, named.iter().map(|mention| self.symbol(mention)).collect()))
    }

    /// Whether the document with these bytes is named before a clause and again from there on.
    fn is_named_again(&self, target: &Range<usize>, (clause, named): &(usize, BTreeSet<Vec<u64>>)) -> bool {
        let at = self.tokens.partition_point(|token| token.start < target.start);
        let mention = self.first_mention(at).filter(|mention| mention.from == at && at < *clause);
        mention.is_some_and(|mention| named.contains(&self.symbol(mention)))
    }

    fn symbol(&self, mention: &Mention) -> Vec<u64> {
        symbol(&self.tokens[mention.from..mention.to]).collect()
    }

    /// Whether words right behind the document say for whom or where only: `bãi bỏ khoản 2 Điều 3 Nghị quyết số A đối với các xã
    /// khu vực I`.
    fn is_for_some(&self, verbs: &[Found], instruction: &Instruction) -> bool {
        let at = self.tokens.partition_point(|token| token.start < instruction.target.start);
        let mention = self.first_mention(at).filter(|mention| mention.from == at);
        mention.is_some_and(|mention| is_any(SOME, self.tokens, self.behind_issuer(verbs, mention)))
    }

    /// `Không áp dụng khoản 2 Điều 3 Nghị quyết số A`, which may hold for some only.
    fn is_not_applied(&self, verbs: &[Found], instruction: &Instruction) -> bool {
        let is_such = |verb: &Found| NOT_APPLIED.ends_at(self.tokens, verb.from) == Some(verb.to);
        instruction.action == Action::Ends && verbs.iter().any(is_such)
    }

    /// The documents of which the sentence, whose instructions are `found`, says that they go on, in whole or in part: `Riêng
    /// Điều 4 Nghị quyết số A tiếp tục có hiệu lực`, `Khoản 1 Điều này không áp dụng đối với Điều 5 Nghị quyết số A`.
    pub(super) fn kept(&self, found: &[Instruction]) -> Vec<Kept> {
        let sentence = self.tokens.first().map_or(0, |token| token.start);
        let ends = found.iter().any(Instruction::ends_surely);
        let says = |at: usize| {
            let is_denied = at > 0 && self.tokens[at - 1].is_among(DENIALS);
            let is_excepted = NOT_APPLIED.ends_at(self.tokens, at).is_some()
                && self.lists.first().is_some_and(|list| list.is_own && list.to <= at);
            // `Hồ sơ đã nộp tiếp tục thực hiện theo Nghị quyết số A` is said of no document.
            let end = first_phrase(GOES_ON, self.tokens, at).map(|(_, end)| end);
            let is_ground =
                end.and_then(|end| self.tokens.get(end)).is_some_and(|next| next.is_word(word("theo")));
            let goes_on = end.is_some() && !is_ground && !is_denied && self.mentions[0].to <= at;
            let denies = is_any(DENIED, self.tokens, at) && !ends;
            // Behind a verb of ending such words may stand in the title.
            (goes_on && !(ends && self.is_in_title(at))) || ((is_excepted || denies) && !self.is_in_title(at))
        };
        if !self.mentions.is_empty() && (0..self.tokens.len()).any(says) {
            let named = self.mentions.iter().filter(|mention| !mention.is_central);
            return named.map(|mention| Kept { document: Some(self.range(mention)), sentence }).collect();
        }
        if self.says_more_of_some_above() && found.is_empty() {
            return vec![Kept { document: None, sentence }];
        }
        // `Riêng mức thu tại Nghị quyết số A được áp dụng đến hết năm 2026`
        if let Some((Action::Extends, document)) = self.term() {
            return vec![Kept { document: Some(document), sentence }];
        }
        let goes_on = found.iter().filter(|instruction| {
            instruction.action == Action::Extends && !instruction.provisions.is_empty()
        });
        goes_on.map(|one| Kept { document: Some(one.target.clone()), sentence }).collect()
    }

    /// Whether the sentence says more of documents that it names by their place only, by which they may go on, in whole or in part, or end
    /// later: `Riêng nghị quyết tại khoản 2 Điều này tiếp tục áp dụng`, `Không bãi bỏ Điều 3 của nghị quyết nêu trên`.
    fn says_more_of_some_above(&self) -> bool {
        const ABOVE: &[Phrase] =
            phrases!("nêu trên, nói trên, kể trên, trên đây, trên, đó, nêu tại, quy định tại, tại");
        const PLACED: usize = 6;
        const MORE: &[Phrase] =
            phrases!("sau khi, khi, chỉ, bãi bỏ, hết hiệu lực, có hiệu lực, thực hiện đến, áp dụng đến");
        let is_named_above = |at: usize| {
            let noun = first_phrase(RESOLUTIONS, self.tokens, at).map(|(_, end)| end);
            let reference = noun.and_then(|end| first_phrase(ABOVE, self.tokens, end));
            let is_place = |end: usize| self.first_list(end).is_some_and(|list| list.from == end);
            reference.is_some_and(|(form, end)| form < PLACED || is_place(end))
        };
        let says_more = |at: usize| {
            let phrases = [DENIED, GOES_ON, MORE];
            let end = phrases.iter().find_map(|phrases| first_phrase(phrases, self.tokens, at));
            let is_denied = at > 0 && self.tokens[at - 1].is_among(DENIALS);
            let next = end.and_then(|(_, end)| self.tokens.get(end));
            end.is_some() && !is_denied && !next.is_some_and(|next| next.is_word(word("theo")))
        };
        self.mentions.is_empty()
            && (0..self.tokens.len()).any(is_named_above)
            && (0..self.tokens.len()).any(says_more)
    }

    /// The numbers, in order, of the instructions that end a whole document of a row of which the first has ended in part only, so
    /// that the part may be meant for all: `bãi bỏ khoản 2 Điều 3 Nghị quyết số A và Nghị quyết số B`.
    fn shared_parts(&self, verbs: &[Found], found: &[Instruction]) -> Vec<usize> {
        let index_of = |byte: usize| self.tokens.partition_point(|token| token.start < byte);
        let mut shared = Vec::new();
        // The first document of the row, and whether a part of it was named.
        let mut first: Option<(usize, bool)> = None;
        let mut end = 0;
        for (at, instruction) in found.iter().enumerate() {
            let from = index_of(instruction.target.start);
            let between = end.min(from)..from;
            let begins = first.is_none() || self.begins_anew(verbs, between.clone(), first);
            end = index_of(instruction.target.end);
            if begins {
                // `Nghị quyết số A (trừ khoản 2 Điều 3) và Nghị quyết số B`: the exception is of the first only.
                let is_excepted = instruction.provisions.is_empty()
                    && self.has_exception_in_bracket(instruction.target.start);
                let is_part = instruction.extent == Extent::Partial
                    && instruction.action.ends_wording()
                    && !is_excepted;
                first = Some((from, is_part && instruction.words.is_none()));
                continue;
            }
            let says_all = self.tokens[between].iter().any(|token| token.is_word(word("toàn")));
            if instruction.ends_surely() && first.is_some_and(|(_, is_part)| is_part) && !says_all {
                shared.push(at);
            }
        }
        shared
    }

    /// Whether a new row of documents begins behind some tokens: another verb stands there, or a semicolon that no colon before
    /// the row has made a mark of the list.
    fn begins_anew(&self, verbs: &[Found], between: Range<usize>, first: Option<(usize, bool)>) -> bool {
        let next = verbs.partition_point(|verb| verb.from < between.start);
        let has_verb = verbs.get(next).is_some_and(|verb| verb.from < between.end);
        let is_parted = self.tokens[between].iter().any(|token| token.is_mark(';'));
        let behind_colon = || {
            let Some((first, _)) = first else { return false };
            let verb = verbs.iter().rfind(|verb| verb.to <= first).map_or(0, |verb| verb.to);
            let colon = self.tokens[verb..first].iter().rposition(|token| token.is_mark(':'));
            colon.is_some_and(|colon| self.names_parts(verb, verb + colon))
        };
        has_verb || (is_parted && !behind_colon())
    }

    /// The doubt that the sentence leaves to the parts below it: it heads tasks or plans, or has words that were not understood.
    pub(super) fn doubt_below(&self, verbs: &[Found], context: Option<&Context>) -> Option<Doubt> {
        // `Danh mục nghị quyết bãi bỏ`, in an annex
        let heads_list = context.is_some() && verbs.iter().any(|verb| self.heads_list(verb));
        let above = self.context.and_then(|context| context.doubt).filter(|_| !heads_list);
        above.or_else(|| self.heads_plans(verbs).then_some(Doubt::OnlyPlanned)).or_else(|| {
            let leads = self.tokens.last().is_some_and(|last| last.is_mark(':')) && self.scope == Scope::Acts;
            let is_list = context.map_or(leads, |context| context.below != Below::Orders);
            (is_list && self.leaves_any_words(verbs)).then_some(Doubt::NotUnderstood)
        })
    }

    /// Whether tasks, plans or proposals stand below: `Nhiệm vụ, giải pháp`, `Ủy ban nhân dân tỉnh trình Hội đồng nhân dân tỉnh:`.
    fn heads_plans(&self, verbs: &[Found]) -> bool {
        let Some(last) = self.tokens.last() else { return false };
        let leads = last.is_mark(':');
        let is_of_proposal = self.mentions.iter().all(|mention| mention.is_proposal);
        if last.is_one_of(&['.', ';', ',']) || !is_of_proposal || self.self_at.is_some() {
            return false;
        }
        // `Theo Tờ trình số 12/TTr-UBND, Ủy ban nhân dân tỉnh đề xuất:`
        let before_colon = self.tokens.len().saturating_sub(3);
        if leads && is_any(PROPOSALS, self.tokens, before_colon) {
            return true;
        }
        let end = verbs.first().map_or(self.tokens.len(), |verb| verb.from).min(FIRST);
        let plans = (0..end).any(|at| is_any(PLANS, self.tokens, at));
        let others = leads
            && (0..end.min(2)).any(|at| is_any(BODIES, self.tokens, at))
            && !verbs.iter().any(|verb| verb.is_passive || verb.verb.family == Family::End);
        let begins_with_act = self.tokens.first().is_some_and(|first| first.is_among(words!("bãi sửa")));
        (plans || others) && !begins_with_act
    }
}

#[cfg(test)]
mod tests {
    use super::super::instructions;
    use super::*;
    use crate::legal::structure::{plain_blocks, structure};

    /// What an article with one sentence does to the documents `{A}` and `{B}`.
    fn found(form: &str) -> Vec<Instruction> {
        let text = format!("Điều 1. {form}")
            .replace(
                "{A}",
                "Nghị quyết số 1/2021/NQ-HĐND ngày 08 tháng 7 năm 2021 của Hội đồng nhân dân tỉnh",
            )
            .replace(
                "{B}",
                "Nghị quyết số 2/2022/NQ-HĐND ngày 09 tháng 12 năm 2022 của Hội đồng nhân dân tỉnh",
            );
        let blocks = plain_blocks(&text);
        instructions(&blocks, &structure(&blocks)).found
    }

    #[test]
    fn endings_with_words_that_are_not_understood_are_unsure() {
        for form in [
            "Bãi bỏ {A} từ đầu năm 2027.",
            "Bãi bỏ {A} kể từ 01/2027.",
            "{A} hết hiệu lực kể từ ngày 31 tháng 9 năm 2025.",
            "Bãi bỏ {A} kể từ ngày 0l tháng 01 năm 2027.",
            "Chậm nhất đến ngày 31 tháng 12 năm 2026, {A} hết hiệu lực.",
            "Đến hết ngày 31 tháng 12 năm 2026, {A} hết hiệu lực.",
            "{A} hết hiệu lực trước ngày 01 tháng 01 năm 2027.",
            "{A} hết hiệu lực sau 02 năm kể từ ngày Nghị quyết này có hiệu lực.",
            "{A} hết hiệu lực vào thời điểm kết thúc năm ngân sách 2026.",
            "{A} hết hiệu lực cùng thời điểm với quyết định mới.",
            "{A} hết hiệu lực kể từ ngày Ủy ban nhân dân tỉnh ban hành quyết định mới.",
            "Bãi bỏ {A} khi hoàn thành việc sắp xếp đơn vị.",
            "Bãi bỏ {A}, trong trường hợp không bố trí được kinh phí.",
            "Bãi bỏ {A} với điều kiện có nguồn thay thế.",
            "Nghị quyết này thay thế {A}, nếu được cấp trên phê duyệt.",
            "Tạm ngưng hiệu lực {A}, nếu dịch bệnh bùng phát.",
            "Bãi bỏ {A}, không bao gồm Phụ lục II.",
            "Bãi bỏ {A} về phí, chỉ giữ lại mức thu.",
            "Bãi bỏ {A}, nhưng các dự án dở dang làm tiếp.",
            "Bãi bỏ {A} đối với địa bàn các huyện miền núi.",
            "Bãi bỏ {A} trên địa bàn các phường mới.",
            "Nghị quyết này thay thế {A} (phần mức chi).",
            "Bãi bỏ việc áp dụng {A} cho năm học 2025 - 2026.",
            "Hủy bỏ việc bãi bỏ {A}.",
            "Việc bãi bỏ {A} là cần thiết.",
            "Bãi bỏ {A} là yêu cầu cấp thiết.",
            "Bãi bỏ {A} khi {B} hết hiệu lực.",
            "{A} và {B} lần lượt hết hiệu lực kể từ ngày 01/7/2025 và ngày 01/01/2027.",
            "Một số nội dung của {A} và {B} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
            "Bãi bỏ khoản 2 Điều 3 {A} và {B}.",
            "Bãi bỏ quy định tại Điều 3 của các Nghị quyết: {A}; {B}.",
            "Sở Tư pháp chủ trì tham mưu các nội dung: bãi bỏ {A}; thay thế {B}.",
            "Thực hiện {B} bãi bỏ {A}.",
            "Nhiệm vụ trọng tâm năm 2026\n1. Bãi bỏ {A}.",
            "Kiến nghị, đề xuất\n1. {A} hết hiệu lực.",
            "Các cơ quan, đơn vị tập trung:\n- Bãi bỏ {A};\n- Thay thế {B}.",
            "Bãi bỏ {A}.\nĐiều 2. {A} tiếp tục có hiệu lực.",
            "Bãi bỏ {A}.\nĐiều 2. Không bãi bỏ Điều 3 {A}.",
            "Bãi bỏ {A}.\nĐiều 2. Riêng {A} chỉ bãi bỏ Điều 2.",
            "Bãi bỏ {A}.\nĐiều 2. Khoản 2 Điều 3 {A} quy định mức thu vẫn có hiệu lực.",
            "Bãi bỏ {A}.\nĐiều 2. Riêng chính sách tại Điều 4 {A} quy định mức thu tiếp tục thực hiện đến hết năm 2027.",
            "Bãi bỏ {A}.\nĐiều 2. Riêng mức thu tại {A} quy định mức thu được áp dụng đến hết năm 2026.",
            "Bãi bỏ {A}.\nĐiều 2. Riêng Điều 4 {A} tiếp tục có hiệu lực đến hết ngày 31 tháng 12 năm 2027.",
            "Bãi bỏ {A}.\nĐiều 2. Điều 1 Nghị quyết này không áp dụng đối với Điều 5 {A}.",
            "{A} bị bãi bỏ tại khoản 2 Điều 3.",
            "Nghị quyết này thay thế {A} phần quy định về lệ phí.",
            "Nghị quyết này thay thế {A} các quy định về lệ phí.",
            "Chấm dứt việc bãi bỏ {A}.",
            "Chấm dứt việc ngưng hiệu lực {A} kể từ ngày 01 tháng 6 năm 2025.",
            "{A} hết hiệu lực đồng thời với {B}.",
            "{A} hết hiệu lực theo thời điểm hết hiệu lực của {B}.",
            "Bãi bỏ {A} đồng thời với việc ban hành nghị quyết mới.",
            "Nghị quyết này thay thế {A} về mức chi cho cấp tỉnh; mức chi cho cấp xã tiếp tục thực hiện theo {A}.",
            "Bãi bỏ {A} về phần mức thu tại khu vực nông thôn.",
            "Theo Tờ trình số 12/TTr-UBND, Ủy ban nhân dân tỉnh đề xuất:\n1. Bãi bỏ {A}.",
            "Cho ý kiến đối với các nội dung trình kỳ họp:\n1. Bãi bỏ {A}.",
            "Tại kỳ họp, Hội đồng nhân dân tỉnh xem xét:\n1. Bãi bỏ {A}.",
            "Hội đồng nhân dân tỉnh sẽ xem xét, thông qua:\n1. Bãi bỏ {A}.",
            "Nội dung chưa thông qua\n1. Bãi bỏ {A}.",
            "Ủy quyền cho Thường trực Hội đồng nhân dân tỉnh quyết định:\n1. Bãi bỏ {A}.",
            "Đồng ý chủ trương:\n1. Bãi bỏ {A}.",
            "Hội đồng nhân dân tỉnh đã:\na) Bãi bỏ {A}.",
            "Các hành vi bị nghiêm cấm:\n1. Bãi bỏ {A}.",
            "Trường hợp hụt thu thì:\n1. Bãi bỏ {A}.",
            "Sau khi được Thủ tướng Chính phủ chấp thuận:\n1. Bãi bỏ {A}.",
            "Đối với học sinh bán trú:\n1. Bãi bỏ {A}.",
            "Xử lý chuyển tiếp\n1. Trên địa bàn các xã khu vực I:\na) Bãi bỏ {A}.",
            "Phạm vi\nPHỤ LỤC\nVÍ DỤ\n1. Bãi bỏ {A}.",
            "Phạm vi\nPHỤ LỤC\nNGHỊ QUYẾT\nĐiều 1. Bãi bỏ {A}.",
        ] {
            assert_unsure(form);
        }
    }

    /// That nothing ends for certain, and that something may.
    fn assert_unsure(form: &str) {
        let found = found(form);
        let sure: Vec<_> = found.iter().filter(|instruction| instruction.ends_surely()).collect();
        assert!(sure.is_empty(), "{form}: {sure:?}");
        assert!(found.iter().any(|instruction| !instruction.certainty.is_sure()), "{form}: silent");
    }

    #[test]
    fn what_stands_beside_or_below_a_document_may_limit_its_end() {
        for form in [
            "Bãi bỏ {A} về mức chi quy định tại khoản 1 Điều 2.",
            "Bãi bỏ {A} liên quan đến mức chi tại Phụ lục I.",
            "{A} về mức chi tại Điều 2 hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
            "Bãi bỏ {A}. Nghị quyết này không bãi bỏ Điều 3 của nghị quyết nêu trên.",
            "Bãi bỏ các Nghị quyết sau:\n1. {A}.\n2. {B}.\nRiêng nghị quyết tại khoản 2 Điều này tiếp tục áp dụng đến hết năm 2026.",
            "Bãi bỏ {A}. Các nghị quyết trên tiếp tục áp dụng đối với hồ sơ đã nộp.",
            "Bãi bỏ {A}. Riêng Điều 3 tiếp tục có hiệu lực; {B}.",
            "Bãi bỏ {A}. Các quy định sau tiếp tục có hiệu lực:\na) Điều 2;",
            "Bãi bỏ {A}, gồm:\na) Điều 2;\nb) Điều 3.",
            "Bãi bỏ Điều 3, Phụ lục của {A}.",
            "Bãi bỏ Điều 4 và Quy định ban hành kèm theo {A}.",
            "Điều 4 và Phụ lục ban hành kèm theo {A} bị bãi bỏ.",
            "Điều 1 {A} hết hiệu lực kể từ ngày hoàn thành việc quyết toán.",
            "Bãi bỏ khoản 2 Điều 3 {A} từ ngày 31 tháng 11 năm 2026.",
            "{A} vẫn áp dụng đến khi Ủy ban nhân dân tỉnh ban hành giá mới, sau đó hết hiệu lực.",
            "{A} được áp dụng đến hết nhiệm kỳ 2021 - 2026 rồi hết hiệu lực.",
            "Bãi bỏ toàn bộ, một phần các Nghị quyết sau:\n1. {A}.\n2. {B}.",
            "Bãi bỏ các Nghị quyết sau:\n1. {A}.\n2. {B}.\nViệc bãi bỏ nghị quyết tại khoản 2 được thực hiện sau khi có ý kiến.",
            "Bãi bỏ {A}.\nNội dung bãi bỏ: Điều 3.",
            "Bãi bỏ các Nghị quyết sau:\n1. {A}.\n(Chỉ bãi bỏ phần học phí)",
            "Bãi bỏ các Nghị quyết sau:\n1. {A}.\na) Nội dung bãi bỏ: Điều 3.",
            "Bãi bỏ các Nghị quyết sau:\n1. {A}.\nThời điểm hết hiệu lực: ngày 01 tháng 3 năm 2026.",
            "Bãi bỏ các Nghị quyết sau:\n1. {A} thực hiện theo quy định của Luật.",
            "Bãi bỏ các Nghị quyết sau:\n1. {A} chưa có văn bản thay thế.",
            "Bãi bỏ các Nghị quyết sau:\n- {A} do Ủy ban nhân dân tỉnh báo cáo.",
            "Bãi bỏ các Nghị quyết sau:\n- {A} được sửa đổi như sau:",
            "Bãi bỏ {A} sửa đổi, bổ sung một số điều của {B}, gồm:\na) Điều 2;\nb) Điều 3.",
            "{A} hết hiệu lực một phần, {B} hết hiệu lực một phần kể từ ngày 01 tháng 01 năm 2026.",
        ] {
            assert_unsure(form);
        }
    }

    #[test]
    fn endings_of_which_every_word_is_understood_are_sure() {
        for (form, count) in [
            ("Bãi bỏ {A}.", 1),
            ("Bãi bỏ toàn bộ {A} và {B}.", 2),
            ("{A} sẽ hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực thi hành.", 1),
            ("Bãi bỏ {A}.\nĐiều 2. Việc bãi bỏ quy định tại Điều 1 được thực hiện từ ngày 01/01/2027.", 1),
            ("Bãi bỏ các Nghị quyết sau:\n1. {A}\nB. BÃI BỎ MỘT PHẦN\n1. Điều 3 {B}", 1),
            ("Bãi bỏ {A} công bố danh mục nghị quyết còn hiệu lực.", 1),
            ("Bãi bỏ {A}.\nĐiều 2. Hồ sơ đã nộp tiếp tục thực hiện theo {A}.", 1),
            ("Bãi bỏ {A} về quy định mức chi đối với cán bộ trên địa bàn tỉnh, giai đoạn 2021 - 2025.", 1),
            ("Bãi bỏ {A} quy định xử lý nếu chậm nộp.", 1),
            ("Bãi bỏ {A} quy định chi tiết khoản 2 Điều 3 Luật Phí và lệ phí.", 1),
            ("Bãi bỏ {A} do không còn phù hợp với pháp luật.", 1),
            ("Bãi bỏ {A} (được sửa đổi, bổ sung bởi {B}).", 1),
            ("Bãi bỏ {A}, khóa IX, kỳ họp thứ 2 về phí.", 1),
            ("{A} (có hiệu lực từ ngày 18/7/2021) hết hiệu lực kể từ ngày 01 tháng 01 năm 2027.", 1),
            ("Kể từ ngày Nghị quyết này có hiệu lực, {A} được thay thế bằng Nghị quyết này.", 1),
            ("Nghị quyết này thay thế {A} và các quy định trước đây trái với Nghị quyết này.", 1),
            ("Ban hành Quy định về phí, thay thế Quy định ban hành kèm theo {A}.", 1),
            ("Theo đề nghị của Ủy ban nhân dân tỉnh, bãi bỏ {A}.", 1),
            ("Bãi bỏ {A} kể từ ngày 01/6/2025, bãi bỏ {B} kể từ ngày 01/01/2027.", 2),
            ("Tạm ngưng hiệu lực thi hành {A} cho đến khi có văn bản mới.", 1),
            ("Ngưng hiệu lực toàn bộ {A} và {B} từ ngày 01/6/2025 đến ngày 31/12/2026.", 2),
            (
                "Nghị quyết này được Hội đồng nhân dân tỉnh khóa X, kỳ họp thứ 15 thông qua ngày 20 tháng 5 năm 2025, \
                 có hiệu lực từ ngày 01 tháng 6 năm 2025 và thay thế {A}.",
                1,
            ),
            ("Sửa đổi khoản 2 Điều 3 {B} như sau: “2. Mới.” Bãi bỏ {A}.", 1),
            ("Từ năm 2027:\n1. Bãi bỏ {A};\n2. Thay thế {B}.", 2),
            ("Quyết nghị các nội dung sau đây:\n1. Bãi bỏ {A};\n2. Thay thế {B}.", 2),
            ("Điều khoản thi hành:\n1. Bãi bỏ {A};\n2. Thay thế {B}.", 2),
            ("Hiệu lực thi hành\n1. Nghị quyết này có hiệu lực từ ngày 01/6/2025.\n2. Bãi bỏ {A}.", 1),
        ] {
            let found = found(form);
            let sure = found.iter().filter(|instruction| instruction.ends_surely()).count();
            assert_eq!(sure, count, "{form}: {found:?}");
        }
    }

    #[test]
    fn a_part_that_stands_behind_its_verb_ends_alone() {
        for (form, provisions) in [
            ("{A} hết hiệu lực khoản 2 Điều 3 và Điều 5.", &["khoản 2 Điều 3", "Điều 5"][..]),
            ("{A} hết hiệu lực thi hành khoản 2 Điều 3.", &["khoản 2 Điều 3"]),
            ("{A} hết hiệu lực tại Điều 4.", &["Điều 4"]),
            ("{A} hết hiệu lực nội dung tại khoản 2 Điều 3.", &["khoản 2 Điều 3"]),
            ("{A} bị bãi bỏ Điều 4.", &["Điều 4"]),
            ("{A} bị bãi bỏ các nội dung sau: khoản 2 Điều 3; Điều 5.", &["khoản 2 Điều 3", "Điều 5"]),
            ("{A} bị thay thế Phụ lục I.", &["Phụ lục I"]),
            ("{A} hết hiệu lực phần quy định về lệ phí.", &[]),
            ("{A} hết hiệu lực các quy định về lệ phí.", &[]),
            ("{A} được thay thế phần quy định về lệ phí.", &[]),
            ("{A} ngưng hiệu lực Điều 4 từ ngày 01/7/2025.", &["Điều 4"]),
            ("{A} tạm ngưng hiệu lực thi hành khoản 2 Điều 3 từ ngày 01/7/2025.", &["khoản 2 Điều 3"]),
        ] {
            let found = found(form);
            let named = |one: &Instruction| {
                one.provisions.iter().map(|provision| provision.words.clone()).collect::<Vec<_>>()
            };
            assert_eq!(found.len(), 1, "{form}: {found:?}");
            assert_eq!(
                (found[0].extent, named(&found[0])),
                (Extent::Partial, provisions.iter().map(ToString::to_string).collect()),
                "{form}"
            );
        }
    }

    #[test]
    fn a_day_may_be_told_in_a_sentence_of_its_own() {
        let found = found("Bãi bỏ {A}. Thời điểm bãi bỏ: ngày 01 tháng 01 năm 2027.");
        let day = crate::text::Date::new(2027, 1, 1).ok().map(super::super::Day::On);
        assert_eq!(found.iter().map(|one| one.from).collect::<Vec<_>>(), [day]);
    }

    #[test]
    fn what_several_documents_say_of_something_is_a_part_of_each() {
        for form in [
            "Bãi bỏ quy định về mức chi tại các Nghị quyết sau đây: a) {A}; b) {B}.",
            "Bãi bỏ quy định về mức chi tại các Nghị quyết sau đây:\na) {A};\nb) {B}.",
            "Bãi bỏ các quy định về tiền công tại:\n1. {A}.\n2. {B}.",
            "Bãi bỏ một số quy định về phí của:\n- {A};\n- {B}.",
            "Các quy định về học phí tại các Nghị quyết sau đây hết hiệu lực thi hành:\na) {A};\nb) {B}.",
            "Các biểu mẫu ban hành kèm theo các Nghị quyết sau đây hết hiệu lực:\na) {A};\nb) {B}.",
            "Ngưng hiệu lực các quy định về học phí tại:\na) {A};\nb) {B}.",
        ] {
            let found = found(form);
            let extents: Vec<_> = found.iter().map(|one| one.extent).collect();
            assert_eq!(extents, [Extent::Partial; 2], "{form}: {found:?}");
        }
    }

    #[test]
    fn nothing_acts_before_the_words_that_enact() {
        let a = "Nghị quyết số 1/2021/NQ-HĐND ngày 08 tháng 7 năm 2021 của Hội đồng nhân dân tỉnh";
        for recital in [
            format!(
                "Xét Tờ trình số 12/TTr-UBND ngày 02 tháng 5 năm 2025 đề nghị:\n1. Bãi bỏ {a};\n2. Sửa đổi phí;"
            ),
            format!("Xét Tờ trình số 12/TTr-UBND đề nghị:\n\nBãi bỏ {a};"),
            format!("Căn cứ kết quả rà soát:\na) {a} hết hiệu lực;"),
        ] {
            let text = format!("NGHỊ QUYẾT\nVề phí\n{recital}\nQUYẾT NGHỊ:\nĐiều 1. Phí\n");
            let blocks = plain_blocks(&text);
            let found = instructions(&blocks, &structure(&blocks)).found;
            assert!(found.is_empty(), "{recital}: {found:?}");
        }
    }

    #[test]
    fn what_a_correction_writes_anew_is_no_amendment() {
        let found = found("Đính chính {A} như sau: thay cụm từ “huyện” bằng “xã” tại Điều 3.");
        assert!(found.iter().all(|instruction| instruction.action == Action::Corrects), "{found:?}");
    }
}
