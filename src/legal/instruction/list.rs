//! Documents, provisions and words of a list whose verb stands above it.

use super::clause::Found;
use super::context::{Below, Share};
use super::doubt::going_on::may_stay;
use super::list_item::behind_item_number;
use super::quoted::Group;
use super::sentence::{CARRYING_OUT, Sentence};
use super::target::{Target, is_link};
use super::time::Times;
use super::words::CONTENTS;
use super::{Agent, Doubt, Instruction};

impl Sentence<'_> {
    /// The documents of a list whose verb stands above it.
    pub(super) fn read_list(&self, first: Option<&Found>, found: &mut Vec<Instruction>) -> Option<Target> {
        let context = self.context.filter(|context| context.below == Below::List)?;
        let mention = self.mentions.first()?;
        let right = first.map_or(self.tokens.len(), |verb| verb.from);
        // `Thực hiện Nghị quyết số A, các sở ...` goes on with something else.
        let is_ground = self.is_ground(0, mention.from) || self.is_any(&[CARRYING_OUT], 0);
        let start = self.start_of(mention, 0);
        // `Quy định về phí tại khoản 1 Điều 3 Nghị quyết số A`
        let content = self.behind_quantities(behind_item_number(self.tokens));
        let is_content = (self.is_any(CONTENTS, content) || self.is_wording(content))
            && self.tokens[..start].last().is_some_and(is_link);
        if mention.from >= right || is_ground || !(is_content || self.is_near(0, mention.from, false)) {
            return None;
        }
        let verb = context.found();
        let mut targets = self.list(0, 0, right);
        if let Some(first) = targets.first_mut() {
            first.is_part |= self.names_parts(0, start);
        }
        if let [target] = targets.as_mut_slice()
            && context.share != Share::Whole
            && target.provisions.entries.is_empty()
        {
            // `1. Nghị quyết số A (khoản 2 Điều 3)`
            target.provisions = self.provisions(mention.to, right);
        }
        // A term may be that of a title: `Kéo dài các Nghị quyết sau đến hết năm 2027: 1. Nghị quyết số A ... đến hết năm 2025`.
        let own = if verb.verb.family.has_term() {
            let is_title = |at: usize| self.is_of_document(mention.to + at);
            Times::of(&self.tokens[mention.to..right], true, is_title)
        } else {
            self.times(&Found { to: mention.to, ..verb }, right)
        };
        let mut add = |target: &Target, group: Option<&Group>| {
            let mut instruction = self.instruction(&verb, Agent::This, target, group);
            instruction.from = own.from.or(context.times.from);
            instruction.until = own.until.or(context.times.until);
            found.push(instruction);
        };
        let may_remain = may_stay(self.tokens);
        for target in &mut targets {
            let is_unclear = match context.share {
                Share::Whole => false,
                Share::Part => self.says_all(target),
                Share::Either => {
                    let names_part = target.is_part || !target.provisions.entries.is_empty();
                    !names_part && !self.says_all(target)
                }
            };
            if may_remain || is_unclear {
                target.doubt = Some(Doubt::NotUnderstood);
            }
            target.is_part |= context.share == Share::Part;
            let quoted = context.words.as_deref().unwrap_or_default();
            for group in quoted {
                add(target, Some(group));
            }
            if quoted.is_empty() {
                add(target, None);
            }
        }
        targets.pop()
    }

    /// The provisions of a list whose verb and document stand above it.
    pub(super) fn read_provision_list(&self, verbs: &[Found], found: &mut Vec<Instruction>) {
        let Some(context) = self.context.filter(|context| context.lists_provisions) else { return };
        let Some(document) = self.document_above().filter(|_| verbs.is_empty() && self.mentions.is_empty())
        else {
            return;
        };
        let begins = self.lists.first().is_some_and(|list| list.from <= 1);
        let provisions = self.provisions(0, self.tokens.len());
        if !begins || provisions.entries.is_empty() {
            return;
        }
        let verb = context.found();
        let target = self.target_above(document, provisions);
        let mut instruction = self.instruction(&verb, Agent::This, &target, None);
        instruction.from = context.times.from;
        found.push(instruction);
    }

    /// Words of a list whose verb and document stand above it: `“cấp huyện” thành “cấp xã” tại khoản 2 Điều 3;`.
    pub(super) fn read_words_list(&self, verbs: &[Found], found: &mut Vec<Instruction>) {
        let Some(context) = self.context.filter(|context| context.words.is_some()) else { return };
        let Some(document) = self.document_above().filter(|_| verbs.is_empty() && self.mentions.is_empty())
        else {
            return;
        };
        let verb = context.found();
        for group in self.quoted_words(&verb, self.tokens.len()) {
            let provisions = self.provisions(group.from, group.to);
            let target = self.target_above(document.clone(), provisions);
            let mut instruction = self.instruction(&verb, Agent::This, &target, Some(&group));
            instruction.from = context.times.from;
            found.push(instruction);
        }
    }
}
