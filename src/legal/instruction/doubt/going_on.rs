//! What says that a document goes on, in whole or in part, so that it has not ended for certain.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::legal::instruction::clause::Found;
use crate::legal::instruction::mention::{Mention, mentions, symbol};
use crate::legal::instruction::sentence::{Sentence, lists};
use crate::legal::instruction::verb::Family;
use crate::legal::instruction::words::{CONTENTS, QUANTITIES, RESOLUTIONS, is_separator, leads_below};
use crate::legal::instruction::{Action, Doubt, Instruction};
use crate::legal::structure::condition::DENIALS;
use crate::legal::structure::phrase::{Phrase, is_any, phrases, words};
use crate::legal::structure::token::{Token, word};

/// A document that goes on: byte offsets.
#[derive(Debug)]
pub(in crate::legal::instruction) struct Kept {
    /// The words that name it; `None` for some that the text names above: `nghị quyết tại khoản 2 Điều này`.
    pub(in crate::legal::instruction) document: Option<Range<usize>>,
    /// Where the sentence begins that says so; `None` where that speaks against endings in its own sentence too.
    pub(in crate::legal::instruction) sentence: Option<usize>,
}

pub(in crate::legal::instruction) const NOT_APPLIED: Phrase = Phrase::new("không áp dụng");

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
pub(in crate::legal::instruction) fn may_stay(item: &[Token]) -> bool {
    (0..item.len()).any(|at| [DENIED, STAYS, GOES_ON].iter().any(|phrases| is_any(phrases, item, at)))
}

/// Whether some tokens say without a verb of [`super::super::verb`] that something goes on: `Điều 4 Nghị quyết số A vẫn có hiệu lực`.
pub(in crate::legal::instruction) fn says_goes_on(tokens: &[Token]) -> bool {
    const BEGINNINGS: &[u64] = words!("vẫn còn giữ");
    (0..tokens.len()).any(|at| tokens[at].is_among(BEGINNINGS) && is_any(GOES_ON, tokens, at))
}

/// Doubts the endings of the sentence before this one, where it takes something back of them: `Riêng Điều 3 tiếp tục có hiệu lực.`,
/// `Tuy nhiên, các quy định về phí vẫn được áp dụng.`
pub(in crate::legal::instruction) fn doubt_remainder(sentence: &[Token], found: &mut [Instruction]) {
    const BEGINNINGS: &[u64] = words!("riêng tuy trong nhưng song");
    const KEEPS: &[Phrase] = phrases!("tiếp tục, vẫn, giữ nguyên, còn hiệu lực");
    // `Các quy định sau tiếp tục có hiệu lực:`
    let is_open = leads_below(sentence);
    let content = sentence.iter().take_while(|token| token.is_among(QUANTITIES)).count();
    let begins = sentence.first().is_some_and(|first| first.is_among(BEGINNINGS))
        || (is_open && is_any(CONTENTS, sentence, content));
    let Some(last) = found.last().map(|last| last.sentence.clone()).filter(|_| begins) else { return };
    let Some(keeps) = (0..sentence.len()).find(|at| is_any(KEEPS, sentence, *at)) else { return };
    // What names a document is compared by its symbol, but for a further one of the list: `Riêng Điều 3 tiếp tục có hiệu lực; Nghị
    // quyết số B.`
    let is_further = |mention: &Mention| {
        let between = sentence.get(keeps..mention.from).unwrap_or_default();
        between.iter().any(is_separator)
    };
    let names_document = mentions(sentence).first().is_some_and(|first| !is_further(first));
    if names_document || lists(sentence).first().is_some_and(|list| list.is_own) {
        return;
    }
    let of_last = found.iter_mut().rev().take_while(|one| one.sentence == last);
    for instruction in of_last.filter(|one| one.ends_surely()) {
        instruction.doubt(Doubt::NotUnderstood);
    }
}

impl Sentence<'_> {
    /// The documents of which the sentence, whose instructions are `found`, says that they go on, in whole or in part: `Riêng
    /// Điều 4 Nghị quyết số A tiếp tục có hiệu lực`, `Khoản 1 Điều này không áp dụng đối với Điều 5 Nghị quyết số A`.
    pub(in crate::legal::instruction) fn kept(&self, found: &[Instruction]) -> Vec<Kept> {
        let sentence = self.tokens.first().map(|token| token.start);
        let ends = found.iter().any(Instruction::ends_surely);
        let says = |at: usize| {
            let is_denied = self.before(at).is_among(DENIALS);
            let is_excepted = self.is_any(&[NOT_APPLIED], at)
                && self.lists.first().is_some_and(|list| list.is_own && list.to <= at);
            // `Hồ sơ đã nộp tiếp tục thực hiện theo Nghị quyết số A` is said of no document.
            let end = self.phrase(GOES_ON, at).map(|(_, end)| end);
            let is_ground =
                end.and_then(|end| self.tokens.get(end)).is_some_and(|next| next.is_word(word("theo")));
            let goes_on = end.is_some() && !is_ground && !is_denied && self.mentions[0].to <= at;
            let denies = self.is_any(DENIED, at) && !ends;
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
            let noun = self.phrase(RESOLUTIONS, at).map(|(_, end)| end);
            let reference = noun.and_then(|end| self.phrase(ABOVE, end));
            let is_place = |end: usize| self.list_at(end).is_some();
            reference.is_some_and(|(form, end)| form < PLACED || is_place(end))
        };
        let says_more = |at: usize| {
            let phrases = [DENIED, GOES_ON, MORE];
            let end = phrases.iter().find_map(|phrases| self.phrase(phrases, at));
            let is_denied = self.before(at).is_among(DENIALS);
            let next = end.and_then(|(_, end)| self.tokens.get(end));
            end.is_some() && !is_denied && !next.is_some_and(|next| next.is_word(word("theo")))
        };
        self.mentions.is_empty()
            && (0..self.tokens.len()).any(is_named_above)
            && (0..self.tokens.len()).any(says_more)
    }

    /// Where the clause begins of the first verb by which something goes on, and the symbols of the documents that are named from there
    /// on: `thay thế Nghị quyết số A; mức chi cho cấp xã tiếp tục thực hiện theo Nghị quyết số A`.
    pub(in crate::legal::instruction) fn named_as_going_on(
        &self,
        verbs: &[Found],
    ) -> Option<(usize, BTreeSet<Vec<u64>>)> {
        let verb = verbs.iter().find(|verb| verb.verb.family == Family::Continue)?;
        let clause = self.clause_start(0, verb.from);
        let named = &self.mentions[self.mention_from(clause)..];
        Some((clause, named.iter().map(|mention| self.symbol(mention)).collect()))
    }

    /// Whether the document with these bytes is named before a clause and again from there on.
    pub(in crate::legal::instruction) fn is_named_again(
        &self,
        target: &Range<usize>,
        (clause, named): &(usize, BTreeSet<Vec<u64>>),
    ) -> bool {
        let at = self.index_of(target.start);
        let mention = self.first_mention(at).filter(|mention| mention.from == at && at < *clause);
        mention.is_some_and(|mention| named.contains(&self.symbol(mention)))
    }

    fn symbol(&self, mention: &Mention) -> Vec<u64> {
        symbol(&self.tokens[mention.from..mention.to]).collect()
    }
}
