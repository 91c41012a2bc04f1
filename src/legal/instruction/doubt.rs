//! What makes an instruction unsure that its own verb does not tell: the sentence as a whole, and what stands above it.

use super::clause::Found;
use super::context::{Below, Context};
use super::sentence::Sentence;
use super::verb::Family;
use super::words::{BODIES, is_one};
use super::{Action, Agent, Certainty, Doubt, Extent, Instruction};
use crate::legal::RelationKind;
use crate::legal::structure::token::{Phrase, Token, is_any, word};

/// Words of a heading below which nothing is done yet.
const PLANS: [Phrase; 20] = [
    Phrase::new("nhiệm vụ"),
    Phrase::new("giải pháp"),
    Phrase::new("phương hướng"),
    Phrase::new("định hướng"),
    Phrase::new("mục tiêu"),
    Phrase::new("chỉ tiêu"),
    Phrase::new("kiến nghị"),
    Phrase::new("đề xuất"),
    Phrase::new("đề nghị"),
    Phrase::new("yêu cầu"),
    Phrase::new("kế hoạch"),
    Phrase::new("chương trình"),
    Phrase::new("lộ trình"),
    Phrase::new("dự thảo"),
    Phrase::new("dự kiến"),
    Phrase::new("nội dung trình"),
    Phrase::new("phân công"),
    Phrase::new("tham mưu"),
    Phrase::new("phương án"),
    Phrase::new("tập trung"),
];

const NOT_APPLIED: Phrase = Phrase::new("không áp dụng");

/// Among how many tokens of a heading the words that tell of plans are looked for.
const FIRST: usize = 5;

/// Whether some tokens may be a heading below which nothing is done yet.
pub(super) fn may_head_plans(tokens: &[Token]) -> bool {
    const LONGEST: usize = 40;
    let is_open = tokens.last().is_some_and(|last| !last.is_one_of(&['.', ';', ',']));
    is_open && tokens.len() <= LONGEST && (0..tokens.len().min(FIRST)).any(|at| is_any(&PLANS, tokens, at))
}

impl Instruction {
    /// Whether it surely ends or suspends a document as a whole.
    fn ends_surely(&self) -> bool {
        let ends =
            matches!(self.action, Action::Replaces | Action::Repeals | Action::Ends | Action::Suspends);
        ends && self.extent == Extent::Whole && self.certainty == Certainty::Read
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
        let above = self.context.and_then(|context| context.doubt);
        let undoes = verbs.iter().any(|verb| self.is_undone(verbs, verb.from));
        let parts = self.shared_parts(verbs, found);
        for (at, instruction) in found.iter_mut().enumerate() {
            let is_read = instruction.certainty == Certainty::Read;
            let ends = instruction.ends_surely() || (is_read && self.is_not_applied(verbs, instruction));
            let is_told = ends && instruction.agent != Agent::This;
            let doubt = match above {
                Some(Doubt::OnlyPlanned) if is_read && self.self_at.is_none() => above,
                _ if undoes && is_read => Some(Doubt::NotUnderstood),
                _ if is_told => Some(Doubt::ToldByOther),
                Some(doubt) if ends && doubt != Doubt::OnlyPlanned => Some(doubt),
                _ if ends && (parts.contains(&at) || self.leaves_words(verbs, &instruction.target)) => {
                    Some(Doubt::NotUnderstood)
                }
                _ => None,
            };
            if let Some(doubt) = doubt {
                instruction.certainty = Certainty::Unsure(doubt);
            }
        }
    }

    /// `Không áp dụng khoản 2 Điều 3 Nghị quyết số A`, which may hold for some only.
    fn is_not_applied(&self, verbs: &[Found], instruction: &Instruction) -> bool {
        let is_such = |verb: &Found| NOT_APPLIED.ends_at(self.tokens, verb.from) == Some(verb.to);
        instruction.action == Action::Ends && verbs.iter().any(is_such)
    }

    /// The instructions that end a whole document of a row of which the first has ended in part only, so that the part may
    /// be meant for all: `bãi bỏ khoản 2 Điều 3 Nghị quyết số A và Nghị quyết số B`.
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
                let is_part = instruction.extent == Extent::Partial && instruction.action.ends_wording();
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
    fn begins_anew(
        &self,
        verbs: &[Found],
        between: std::ops::Range<usize>,
        first: Option<(usize, bool)>,
    ) -> bool {
        let has_verb = verbs.iter().any(|verb| between.contains(&verb.from));
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
        let above = self.context.and_then(|context| context.doubt);
        above.or_else(|| self.heads_plans(verbs).then_some(Doubt::OnlyPlanned)).or_else(|| {
            let is_list = context.is_some_and(|context| context.below != Below::Orders);
            (is_list && self.leaves_any_words(verbs)).then_some(Doubt::NotUnderstood)
        })
    }

    /// Whether tasks, plans or proposals stand below: `Nhiệm vụ, giải pháp`, `Ủy ban nhân dân tỉnh trình Hội đồng nhân dân tỉnh:`.
    fn heads_plans(&self, verbs: &[Found]) -> bool {
        let Some(last) = self.tokens.last() else { return false };
        let leads = last.is_mark(':');
        if last.is_one_of(&['.', ';', ',']) || !self.mentions.is_empty() || self.self_at.is_some() {
            return false;
        }
        let end = verbs.first().map_or(self.tokens.len(), |verb| verb.from).min(FIRST);
        let plans = (0..end).any(|at| is_any(&PLANS, self.tokens, at));
        let others = leads
            && (0..end.min(2)).any(|at| is_any(&BODIES, self.tokens, at))
            && !verbs.iter().any(|verb| verb.is_passive || verb.verb.family == Family::End);
        let is_numbered = self.tokens.first().is_some_and(|first| is_one(first, &[word("bãi"), word("sửa")]));
        (plans || others) && !is_numbered
    }
}
