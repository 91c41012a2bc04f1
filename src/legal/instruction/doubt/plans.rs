//! What a sentence makes unsure in the parts below it, or a line in the one above it: tasks, plans and proposals, other lists, remarks.

use crate::legal::instruction::Doubt;
use crate::legal::instruction::clause::Found;
use crate::legal::instruction::context::{Below, Context};
use crate::legal::instruction::sentence::{Scope, Sentence};
use crate::legal::instruction::verb::Family;
use crate::legal::instruction::words::{BODIES, leads_below};
use crate::legal::structure::phrase::{Phrase, is_any, phrases, words};
use crate::legal::structure::token::Token;

/// Words of a heading below which nothing is done yet.
const PLANS: &[Phrase] = phrases!(
    "nhiệm vụ, giải pháp, phương hướng, định hướng, mục tiêu, chỉ tiêu, kiến nghị, đề xuất, đề nghị, \
     yêu cầu, kế hoạch, chương trình, lộ trình, dự thảo, dự kiến, nội dung trình, phân công, tham mưu, \
     phương án, tập trung, đề cương, báo cáo, giám sát, thẩm tra, lấy ý kiến, ý kiến của, ví dụ, chưa, \
     xem xét, nghiêm cấm"
);

/// What someone only asks for, right before the colon of a list.
const PROPOSALS: &[Phrase] = phrases!("đề xuất, đề nghị, kiến nghị, xem xét");

/// Among how many tokens of a heading the words that tell of plans are looked for.
const FIRST: usize = 5;

/// Whether some tokens may be a heading below which nothing is done yet.
pub(in crate::legal::instruction) fn may_head_plans(tokens: &[Token]) -> bool {
    const LONGEST: usize = 40;
    let is_open = tokens.last().is_some_and(|last| !last.is_one_of(&['.', ';', ',']));
    is_open && tokens.len() <= LONGEST && (0..tokens.len().min(FIRST)).any(|at| is_any(PLANS, tokens, at))
}

impl Sentence<'_> {
    /// The doubt that the sentence leaves to the parts below it: it heads tasks or plans, or has words that were not understood.
    pub(in crate::legal::instruction) fn doubt_below(
        &self,
        verbs: &[Found],
        context: Option<&Context>,
    ) -> Option<Doubt> {
        // `Danh mục nghị quyết bãi bỏ`, in an annex
        let heads_list = context.is_some() && verbs.iter().any(|verb| self.heads_list(verb));
        let above = self.context.and_then(|context| context.doubt).filter(|_| !heads_list);
        above.or_else(|| self.heads_plans(verbs).then_some(Doubt::OnlyPlanned)).or_else(|| {
            let leads = leads_below(self.tokens) && self.scope == Scope::Acts;
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
        if leads && self.is_any(PROPOSALS, before_colon) {
            return true;
        }
        let end = verbs.first().map_or(self.tokens.len(), |verb| verb.from).min(FIRST);
        let plans = self.says(PLANS, 0..end);
        let others = leads
            && self.says(BODIES, 0..end.min(2))
            && !verbs.iter().any(|verb| verb.is_passive || verb.verb.family == Family::End);
        let begins_with_act = self.tokens.first().is_some_and(|first| first.is_among(words!("bãi sửa")));
        (plans || others) && !begins_with_act
    }
}
