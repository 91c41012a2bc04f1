//! One sentence after another: which verb is said by whom, of which documents.

use std::cell::OnceCell;
use std::ops::Range;

use super::mention::{Mention, mentions};
use super::provision::{Entry, Named, Text, named_at};
use super::quoted::Group;
use super::silence::{UnreadAct, says_term};
use super::target::{Provisions, Target};
use super::time::Times;
use super::verb::{Family, Order, Verb, verb_at};
use super::words::{
    CONDITIONS, CONTENTS, DENIALS, DOCUMENTS, FILLERS, PASSIVE, QUANTITIES, SELVES, TITLES, is_one,
};
use super::{Action, Agent, AnnexList, Certainty, Doubt, Extent, Instruction, TargetProvision};
use crate::legal::RelationKind;
use crate::legal::structure::token::{Kind, Phrase, Token, first_phrase, is_any, word};

/// What the sentences of a part can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// What this document does.
    Acts,
    /// What this document is going to do: its title and the words that enact it.
    Announces,
    /// Only what other documents do.
    TellsOfOthers,
}

/// What a sentence leaves to the parts below it: `Bãi bỏ các Nghị quyết sau:`, `Sửa đổi Nghị quyết số A như sau:`.
#[derive(Debug, Clone)]
pub(super) struct Context {
    verb: Verb,
    is_part: bool,
    pub(super) below: Below,
    times: Times,
    /// The provision that those below are counted from.
    holder: Option<Entry>,
    in_attachment: bool,
    /// Whether provisions may stand below without a verb: `Bãi bỏ các điều, khoản sau của Nghị quyết số A:`.
    lists_provisions: bool,
    /// Whether words are its object: `Thay thế một số cụm từ tại các Nghị quyết sau:`.
    names_words: bool,
    /// Words that something is done to in the documents of the list: `Thay cụm từ “a” bằng “b” tại các Nghị quyết sau:`.
    words: Vec<Group>,
    /// The instruction that only announces what the parts below say one by one, by its number in the reading: `Sửa đổi một
    /// số khoản của Điều 3 như sau:`.
    pub(super) parent: Option<usize>,
}

/// What the parts below a sentence are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Below {
    /// The document that the sentence names.
    Document(Range<usize>),
    /// Documents that they name themselves.
    List,
    /// What others are told to do: `Giao Ủy ban nhân dân tỉnh:`.
    Orders,
}

/// Verbs that stand together, in their sentence: indexes of tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// The first of them.
    pub(super) verb: Verb,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) is_passive: bool,
    /// Whether they mean different things: `thay thế, bãi bỏ một số điều`.
    is_mixed: bool,
    /// Whether one of them amends.
    pub(super) amends: bool,
}

/// A list of documents that stands in an annex: `bãi bỏ các nghị quyết tại Phụ lục II kèm theo Nghị quyết này`.
#[derive(Debug, Clone)]
pub(super) struct Elsewhere {
    /// The annex that is named, by its number in anchors (`2`).
    pub(super) annex: Option<String>,
    pub(super) context: Context,
    pub(super) sentence: Range<usize>,
    /// Whether its documents were read where they stand.
    pub(super) is_read: bool,
}

impl Elsewhere {
    /// Whether the list stands in the annex with this number; empty where the annex has none.
    pub(super) fn is_in(&self, number: &str) -> bool {
        self.annex.as_deref().is_none_or(|annex| annex == number)
    }

    pub(super) fn annex_list(&self) -> AnnexList {
        let Context { verb, is_part, times, .. } = &self.context;
        AnnexList {
            annex: self.annex.clone(),
            action: verb.family.action(),
            extent: if *is_part || verb.family.amends() { Extent::Partial } else { Extent::Whole },
            from: times.from,
            until: times.until,
            sentence: self.sentence.clone(),
        }
    }
}

/// What reading a part gives.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) instructions: Vec<Instruction>,
    pub(super) elsewhere: Vec<Elsewhere>,
    /// Sentences of which nothing was read, and that may do something.
    pub(super) silent: Vec<UnreadAct>,
}

/// Reads the sentences of a part; what it leaves to the parts below it.
pub(super) fn read(
    tokens: &[Token],
    scope: Scope,
    context: Option<&Context>,
    reading: &mut Reading,
) -> Option<Context> {
    let mut left: Option<Context> = None;
    let mut from = 0;
    while from < tokens.len() {
        let to = sentence_end(tokens, from);
        let sentence = &tokens[from..to];
        // Most sentences say nothing of documents, and hold nothing that could.
        let may_speak = context.is_some()
            || (0..sentence.len()).any(|at| verb_at(sentence, at).is_some())
            || sentence.last().is_some_and(|last| last.is_mark(':'))
            || (scope == Scope::Acts && says_term(sentence));
        if may_speak {
            left = Sentence::new(sentence, scope, context).read(reading);
        } else {
            left = None;
        }
        from = to;
    }
    left
}

/// The provisions that a cell of a table begins with, or that stand behind a verb that it begins with.
pub(super) fn provisions_of_cell(tokens: &[Token]) -> Vec<TargetProvision> {
    let Some(first) = lists(tokens).into_iter().next() else { return Vec::new() };
    let mut at = 0;
    while at < first.from {
        match verb_at(tokens, at) {
            Some((_, end)) => at = end,
            None if tokens[at].kind == Kind::Mark || is_one(&tokens[at], &FILLERS) => at += 1,
            None => return Vec::new(),
        }
    }
    if !mentions(tokens).is_empty() || first.is_own {
        return Vec::new();
    }
    let sentence = Sentence::new(tokens, Scope::Acts, None);
    let Provisions { entries, holder, .. } = sentence.provisions(0, sentence_end(tokens, 0));
    entries.into_iter().map(|entry| entry.within(holder.as_ref()).provision()).collect()
}

/// Whether the last sentence breaks off before what its verb is about: `Nghị quyết này thay thế`, where `may_lack_object`
/// says that this is no heading; `bãi bỏ khoản 2`, where the article stands in the next line.
pub(super) fn is_torn(tokens: &[Token], may_lack_object: bool) -> bool {
    const LONGEST: usize = 200;
    const NEAR: usize = 30;
    if tokens.len() > LONGEST {
        return false;
    }
    let Some(verb) = (0..tokens.len()).rev().find_map(|at| verb_at(tokens, at).map(|(_, end)| end)) else {
        return false;
    };
    let rest = &tokens[verb..];
    let lacks_object = !rest.iter().any(|token| !is_one(token, &QUANTITIES));
    let breaks_in_provision = || {
        let near = verb.max(tokens.len().saturating_sub(NEAR))..tokens.len();
        let last =
            near.into_iter().find_map(|at| named_at(tokens, at).filter(|list| list.to == tokens.len()));
        last.and_then(|list| list.entries.last().cloned()).is_some_and(|entry| entry.is_open())
    };
    (may_lack_object && lacks_object) || breaks_in_provision()
}

/// The index behind the sentence that begins at `from`.
fn sentence_end(tokens: &[Token], from: usize) -> usize {
    let end = (from..tokens.len()).find(|at| {
        tokens[*at].is_mark('.')
            && tokens.get(at + 1).is_none_or(|next| {
                next.start > tokens[*at].end && (next.is_capital() || next.kind == Kind::Number)
            })
    });
    end.map_or(tokens.len(), |end| end + 1)
}

impl Context {
    fn of(family: Family) -> Self {
        Self {
            verb: Verb { family, order: Order::Far },
            is_part: false,
            below: Below::List,
            times: Times::default(),
            holder: None,
            in_attachment: false,
            lists_provisions: false,
            names_words: false,
            words: Vec::new(),
            parent: None,
        }
    }

    /// Its verb, as if it stood before the first word of a part below.
    fn found(&self) -> Found {
        Found {
            verb: self.verb,
            from: 0,
            to: 0,
            is_passive: false,
            is_mixed: false,
            amends: self.verb.family.amends(),
        }
    }

    /// Whether it is about the wording of one document.
    pub(super) fn amends(&self) -> bool {
        self.verb.family.amends() && matches!(self.below, Below::Document(_))
    }
}

/// How many tokens before a verb its clause is looked for.
const FARTHEST: usize = 400;

pub(super) struct Sentence<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) mentions: Vec<Mention>,
    /// The provisions that it names, in order.
    pub(super) lists: Vec<Named>,
    scope: Scope,
    pub(super) context: Option<&'a Context>,
    /// Index of the first name that the document has for itself.
    pub(super) self_at: Option<usize>,
    /// The document that the sentence has named, for what it goes on to say of it.
    last: Option<Target>,
    /// Where the first verb stands: index of a token.
    first_verb: usize,
    /// Whether only a part of what is named is meant; found out once.
    limits: OnceCell<bool>,
    /// Whether new wording follows; found out once.
    writes: OnceCell<bool>,
    /// Whether what it says waits for the effect of another document; found out once.
    waits: OnceCell<bool>,
}

impl<'a> Sentence<'a> {
    fn new(tokens: &'a [Token], scope: Scope, context: Option<&'a Context>) -> Self {
        Self {
            tokens,
            mentions: mentions(tokens),
            lists: lists(tokens),
            scope,
            context,
            self_at: (0..tokens.len()).find(|at| is_any(&SELVES, tokens, *at)),
            last: None,
            first_verb: tokens.len(),
            limits: OnceCell::new(),
            writes: OnceCell::new(),
            waits: OnceCell::new(),
        }
    }

    fn read(mut self, reading: &mut Reading) -> Option<Context> {
        let verbs = self.verbs();
        self.first_verb = verbs.first().map_or(self.tokens.len(), |verb| verb.from);
        let before = reading.instructions.len();
        let found = &mut reading.instructions;
        self.last = self.read_list(verbs.first(), found).or_else(|| self.leading_target());
        self.read_provision_list(&verbs, found);
        let own_verb = self.read_verbs(&verbs, found);
        if self.scope == Scope::TellsOfOthers {
            let mut kept = found.split_off(before.min(found.len()));
            kept.retain(|instruction| instruction.agent != Agent::This);
            found.append(&mut kept);
            return None;
        }
        if self.scope == Scope::Announces {
            for instruction in &mut found[before..] {
                instruction.is_summary = true;
                let is_act = instruction.extent == Extent::Whole
                    && instruction.action.relation() != RelationKind::Amends;
                if is_act && instruction.agent == Agent::This {
                    instruction.certainty = Certainty::Unsure(Doubt::OnlyAnnounced);
                }
            }
        }
        let context = self.context(&verbs, own_verb, &reading.instructions[before..], before);
        let lists = reading.elsewhere.len();
        self.read_elsewhere(&verbs, context.as_ref(), reading);
        let is_silent = reading.instructions.len() == before && reading.elsewhere.len() == lists;
        if is_silent && self.scope == Scope::Acts {
            reading.silent.extend(self.unread_act(&verbs));
        }
        context
    }

    /// Reads what each verb says; the last active verb that this document means for itself, unless nobody that counts does
    /// what one behind it says.
    fn read_verbs(&mut self, verbs: &[Found], found: &mut Vec<Instruction>) -> Option<Found> {
        let mut last_agent: Option<Agent> = None;
        let mut own = None;
        let mut waiting: Vec<(Found, usize)> = Vec::new();
        let mut left = 0;
        for (index, verb) in verbs.iter().enumerate() {
            let right = verbs.get(index + 1).map_or(self.tokens.len(), |next| next.from);
            if verb.is_passive || verb.verb.order == Order::Before || self.follows_provisions(verb) {
                self.read_backwards(verb, left, right, found);
                waiting.clear();
                if verb.verb.order == Order::Before {
                    left = verb.to;
                }
                continue;
            }
            let Some(agent) =
                self.agent(verb, index.checked_sub(1).map(|at| &verbs[at]), last_agent.as_ref())
            else {
                (last_agent, own) = (None, None);
                waiting.clear();
                continue;
            };
            if agent == Agent::This {
                own = Some(*verb);
            }
            let targets = self.targets(verb, right);
            if targets.is_empty() {
                let is_told = self.inherit(verb, right, &agent, found);
                if !is_told {
                    waiting.push((*verb, right));
                }
            } else {
                for (earlier, end) in waiting.drain(..) {
                    self.lend(&earlier, end, verb, &targets[0], &agent, found);
                }
                if agent == Agent::This {
                    left = verb.to;
                    self.last = targets.last().cloned();
                }
                for target in targets {
                    self.push(verb, &agent, &target, right, found);
                }
            }
            last_agent = Some(agent);
        }
        own
    }

    /// `Điểm a khoản 1 Điều 4 sửa đổi như sau`: what is amended goes before, without a passive word.
    fn follows_provisions(&self, verb: &Found) -> bool {
        let is_behind_list = self.lists.first().is_some_and(|list| list.to == verb.from && list.from <= 1);
        let behind = self.mentions.partition_point(|mention| mention.to <= verb.from);
        let before = behind.checked_sub(1).map(|index| &self.mentions[index]);
        let is_behind_document = before.is_some_and(|mention| self.is_near(mention.to, verb.from, false))
            && self.first_mention(verb.to).is_none();
        (verb.amends && is_behind_list) || (verb.verb.family.has_term() && is_behind_document)
    }

    /// What a verb without a document of its own does to that of the next: `sửa đổi khoản 1 và bãi bỏ khoản 2 Điều 3
    /// Nghị quyết số A`.
    fn lend(
        &self,
        earlier: &Found,
        end: usize,
        verb: &Found,
        target: &Target,
        agent: &Agent,
        found: &mut Vec<Instruction>,
    ) {
        let mut provisions = self.provisions(earlier.to, end);
        let is_wording = self.is_wording(earlier.to);
        let is_part = self.names_parts(earlier.to, end);
        if provisions.entries.is_empty() && !is_wording && !is_part {
            return;
        }
        if provisions.entries.is_empty() && is_wording {
            provisions = target.provisions.clone();
        }
        if provisions.entries.is_empty() && earlier.verb.family == verb.verb.family {
            return;
        }
        provisions.holder = provisions.holder.or_else(|| target.provisions.entries.last().cloned());
        let lent = Target { provisions, is_part: true, ..target.clone() };
        self.push(earlier, agent, &lent, end, found);
    }

    /// The verbs of the sentence outside the names of documents, those that stand together as one.
    fn verbs(&self) -> Vec<Found> {
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
                at += 1;
                continue;
            };
            let before = found.last().map_or(0, |last| last.to);
            let is_last_in_title = self.is_in_title(at)
                && self.first_mention(to).is_none_or(|mention| mention.is_central)
                && verb.order != Order::Before
                && !self.tokens[at - 1].is_mark(',')
                && !is_one(&self.tokens[at - 1], &[word("và"), word("được"), word("bị")]);
            let is_passive = at > 0 && is_one(&self.tokens[at - 1], &PASSIVE);
            let is_backwards = is_passive || verb.order == Order::Before;
            if is_last_in_title
                || (is_backwards && self.is_in_title_of_object(found.last(), at))
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

    /// Whether index `at` stands in the title of the document that the verb before is about: `sửa đổi Nghị quyết số A quy
    /// định xử lý cơ sở bị đình chỉ hoạt động`.
    fn is_in_title_of_object(&self, before: Option<&Found>, at: usize) -> bool {
        let Some(verb) = before.filter(|verb| !verb.is_passive && verb.verb.order != Order::Before) else {
            return false;
        };
        let mut mentions = self.mentions[self.mentions.partition_point(|mention| mention.from < verb.to)..]
            .iter()
            .take_while(|mention| mention.to <= at);
        let is_object = mentions
            .next()
            .is_some_and(|mention| !self.tokens[mention.to..at].iter().any(|token| token.is_mark(',')));
        is_object && mentions.next().is_none() && self.is_in_title(at)
    }

    /// Whether a verb at index `at` goes on with those before it: `sửa đổi, bổ sung, thay thế hoặc bãi bỏ`.
    fn stands_together(&self, last: &Found, verb: Verb, at: usize, is_passive: bool) -> bool {
        const JOINTS: [u64; 3] = [word("và"), word("hoặc"), word("hay")];
        let is_list =
            |verb: Verb| verb.family.amends() || matches!(verb.family, Family::Replace | Family::Repeal);
        is_list(last.verb)
            && is_list(verb)
            && !is_passive
            && self.tokens[last.to..at].iter().all(|token| token.is_mark(',') || is_one(token, &JOINTS))
    }

    /// The document that the part above is about.
    pub(super) fn document_above(&self) -> Option<Range<usize>> {
        match &self.context?.below {
            Below::Document(range) => Some(range.clone()),
            Below::List | Below::Orders => None,
        }
    }

    /// The documents of a list whose verb stands above it.
    fn read_list(&self, first: Option<&Found>, found: &mut Vec<Instruction>) -> Option<Target> {
        let context = self.context.filter(|context| context.below == Below::List)?;
        let mention = self.mentions.first()?;
        let right = first.map_or(self.tokens.len(), |verb| verb.from);
        if mention.from >= right || !self.is_near(0, mention.from, false) {
            return None;
        }
        let verb = context.found();
        let mut targets = self.list(0, 0, right);
        if let [target] = targets.as_mut_slice()
            && context.is_part
            && target.provisions.entries.is_empty()
        {
            // `1. Nghị quyết số A (khoản 2 Điều 3)`
            target.provisions = self.provisions(mention.to, right);
        }
        let own = self.times(&Found { to: mention.to, ..verb }, right);
        let mut add = |target: &Target, group: Option<&Group>| {
            let mut instruction = self.instruction(&verb, Agent::This, target, group);
            instruction.from = own.from.or(context.times.from);
            instruction.until = own.until.or(context.times.until);
            found.push(instruction);
        };
        for target in &mut targets {
            target.is_part |= context.is_part;
            for group in &context.words {
                add(target, Some(group));
            }
            if context.words.is_empty() {
                add(target, None);
            }
        }
        targets.pop()
    }

    /// The document that a sentence begins with, for the verbs behind: `Tại khoản 2 Điều 3 Nghị quyết số A, sửa đổi như sau`.
    fn leading_target(&self) -> Option<Target> {
        let list = self.lists.first().filter(|list| list.from == 1 && self.begins_with_place())?;
        let mention = self.mentions.first()?;
        let target = self.list(0, 0, self.tokens.len()).into_iter().next()?;
        (list.to <= mention.from && !target.provisions.entries.is_empty()).then_some(target)
    }

    /// `Kể từ ngày ..., `
    pub(super) fn begins_with_day(&self) -> bool {
        const DAYS: [Phrase; 4] = [
            Phrase::new("kể từ"),
            Phrase::new("từ ngày"),
            Phrase::new("trong thời gian từ"),
            Phrase::new("trong thời hạn"),
        ];
        is_any(&DAYS, self.tokens, 0)
    }

    /// `Tại ...`
    pub(super) fn begins_with_place(&self) -> bool {
        self.tokens.first().is_some_and(|first| is_one(first, &[word("tại"), word("ở"), word("trong")]))
            && self.lists.first().is_some_and(|list| list.from == 1)
    }

    /// The provisions of a list whose verb and document stand above it.
    fn read_provision_list(&self, verbs: &[Found], found: &mut Vec<Instruction>) {
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

    /// A passive verb, or one whose subject is what it is done to.
    fn read_backwards(&mut self, verb: &Found, left: usize, right: usize, found: &mut Vec<Instruction>) {
        let is_ending = verb.verb.order == Order::Before;
        let left = self.clause_start(left.max(verb.from.saturating_sub(FARTHEST)), verb.from);
        if self.is_denied(left, verb.from) || self.is_condition(verb) || self.leads_to_consequence(verb) {
            return;
        }
        // `..., riêng Điều 5 tiếp tục có hiệu lực` is said of what is excepted.
        if verb.verb.family == Family::Continue && self.is_limited() {
            return;
        }
        let mut targets = if is_ending || !verb.amends {
            self.list_before(left, verb.from)
        } else {
            self.nearest_before(left, verb.from)
        };
        let Some(agent) = self.doer(verb, right) else { return };
        // `sau đây hết hiệu lực ...: số A; số B`, `chấm dứt hiệu lực của Nghị quyết số A`
        if targets.is_empty() && is_ending {
            let colon = self.tokens[verb.to..right].iter().position(|token| token.is_mark(':'));
            if left == verb.from {
                targets = self.targets(verb, right);
            } else if let Some(colon) = colon.filter(|_| self.names_documents(left)) {
                targets = self.list_behind(verb.to + colon + 1, right);
            }
        }
        if !targets.is_empty() {
            for target in &mut targets {
                if target.provisions.entries.is_empty() && verb.amends {
                    target.provisions = self.provisions_of_passive(verb, right);
                }
                if self.follows_condition(verb) {
                    target.doubt = Some(Doubt::Conditional);
                }
            }
            if agent == Agent::This {
                self.last = targets.last().cloned();
            }
            for target in targets {
                self.push(verb, &agent, &target, right, found);
            }
            return;
        }
        let provisions = self.provisions(left, verb.from);
        if let Some(document) = self.document_above().filter(|_| !provisions.entries.is_empty())
            && agent == Agent::This
            && self.mentions.is_empty()
        {
            let target = self.target_above(document, provisions);
            self.push(verb, &agent, &target, right, found);
        }
    }

    /// The documents of a list that begins at index `from`, item by item.
    pub(super) fn list_behind(&self, from: usize, right: usize) -> Vec<Target> {
        let index = self.mentions.partition_point(|mention| mention.from < from);
        self.list(index, from, right)
    }

    /// `Nghị quyết số A được sửa đổi tại khoản 1 Điều 1 như sau`
    fn provisions_of_passive(&self, verb: &Found, right: usize) -> Provisions {
        let next = self.first_mention(verb.to).map_or(right, |next| next.from);
        let list = self.first_list(verb.to).filter(|list| list.to <= right.min(next));
        match list.filter(|list| next >= right && self.is_near(verb.to, list.from, false)) {
            Some(list) => self.provisions(list.from, right),
            None => Provisions::default(),
        }
    }

    /// Whether documents are spoken of behind index `at`, without naming one: `các Nghị quyết sau đây`.
    pub(super) fn names_documents(&self, at: usize) -> bool {
        let at = self.behind_quantities(at);
        let at = at + usize::from(self.tokens.get(at).is_some_and(|token| token.kind == Kind::Number));
        is_any(&DOCUMENTS, self.tokens, at)
    }

    /// Whether what a document says is spoken of behind index `at`: `một số quy định sau`.
    fn names_contents(&self, at: usize) -> bool {
        let at = self.behind_quantities(at);
        first_phrase(&CONTENTS, self.tokens, at).is_some_and(|(_, end)| {
            let rest = &self.tokens[end..];
            rest.iter().all(|token| {
                token.kind == Kind::Mark || is_one(token, &[word("sau"), word("đây"), word("như")])
            })
        })
    }

    /// Whether something between two indexes denies what the verb at the second says: `không thuộc danh mục bị bãi bỏ`.
    pub(super) fn is_denied(&self, from: usize, verb: usize) -> bool {
        const NEAR: usize = 2;
        // `các quy định không còn phù hợp tại Nghị quyết số A bị bãi bỏ`
        const OTHER: [u64; 3] = [word("còn"), word("phù"), word("chuyên")];
        // What stands before `thì` is a condition of its own.
        let condition = (from..verb).rfind(|at| self.tokens[*at].is_word(word("thì")));
        (condition.unwrap_or(from)..verb).any(|at| {
            let is_of_other = self.tokens.get(at + 1).is_some_and(|next| is_one(next, &OTHER));
            is_one(&self.tokens[at], &DENIALS)
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
    fn is_condition(&self, verb: &Found) -> bool {
        let is_conditional = (0..verb.from.min(4)).any(|at| is_any(&CONDITIONS, self.tokens, at));
        is_conditional && !self.tokens[..verb.from].iter().any(|token| token.is_word(word("thì")))
    }

    fn follows_condition(&self, verb: &Found) -> bool {
        (0..verb.from.min(4)).any(|at| is_any(&CONDITIONS, self.tokens, at))
    }

    /// The index behind the last semicolon or colon before an index, not too far from it.
    fn near_clause_start(&self, to: usize) -> usize {
        self.clause_start(to.saturating_sub(FARTHEST), to)
    }

    /// The index behind the last semicolon or colon between two indexes.
    pub(super) fn clause_start(&self, from: usize, to: usize) -> usize {
        let breaks = self.tokens[from..to].iter().rposition(|token| token.is_one_of(&[';', ':']));
        breaks.map_or(from, |at| from + at + 1)
    }

    fn target_above(&self, document: Range<usize>, mut provisions: Provisions) -> Target {
        let above = self.context.and_then(|context| context.holder.as_ref());
        provisions.holder = provisions.holder.map(|holder| holder.within(above)).or_else(|| above.cloned());
        Target {
            document,
            provisions,
            in_attachment: self.context.is_some_and(|context| context.in_attachment),
            is_part: true,
            is_central: false,
            doubt: None,
        }
    }

    /// A verb without a document of its own, behind one that names it or in a part below; whether it says something.
    fn inherit(&self, verb: &Found, right: usize, agent: &Agent, found: &mut Vec<Instruction>) -> bool {
        let is_far = self.first_mention(verb.to).is_some_and(|mention| mention.from < right);
        let mut provisions = self.provisions(verb.to, right);
        let led = self.last.as_ref().filter(|_| self.begins_with_place());
        if let Some(led) = led {
            provisions.holder = provisions.holder.or_else(|| led.provisions.entries.first().cloned());
            if provisions.entries.is_empty() {
                provisions = led.provisions.clone();
            }
        }
        if provisions.entries.is_empty() {
            // `Tại khoản 2 Điều 3: thay cụm từ ...`
            let leads = self
                .tokens
                .first()
                .is_some_and(|first| is_one(first, &[word("tại"), word("ở"), word("trong")]));
            let bound = if leads { verb.from } else { 0 };
            provisions = self.provisions(0, bound);
        }
        let speaks = !provisions.entries.is_empty() || self.is_wording(verb.to);
        if provisions.entries.is_empty() && self.last.is_none() {
            // `1. Tại khoản 2 Điều 3:`, and below `- Bỏ cụm từ “a”`
            provisions.entries.extend(self.context.and_then(|context| context.holder.clone()));
        }
        if is_far || *agent != Agent::This || !speaks {
            return false;
        }
        let target = if let Some(last) = &self.last {
            Target { provisions, is_part: true, doubt: None, ..last.clone() }
        } else if let Some(document) = self.document_above() {
            self.target_above(document, provisions)
        } else {
            return false;
        };
        self.push(verb, &Agent::This, &target, right, found);
        true
    }

    fn push(&self, verb: &Found, agent: &Agent, target: &Target, right: usize, found: &mut Vec<Instruction>) {
        let groups = if verb.is_passive || verb.verb.order == Order::Before {
            let left = self.near_clause_start(verb.from);
            if verb.is_passive { self.words_before(left, verb, right) } else { Vec::new() }
        } else {
            self.quoted_words(verb, right)
        };
        let is_own = *agent == Agent::This;
        let is_beyond =
            target.is_central && !matches!(verb.verb.family, Family::Detail | Family::Consolidate);
        if is_own && is_beyond {
            return;
        }
        let times = self.times(verb, right);
        let mut add = |target: &Target, group: Option<&Group>| {
            for target in by_text(target) {
                let mut instruction = self.instruction(verb, agent.clone(), &target, group);
                if is_own {
                    instruction.from = times.from;
                    instruction.until = times.until;
                    if times.from.is_none() && times.is_unclear && instruction.certainty == Certainty::Read {
                        instruction.certainty = Certainty::Unsure(Doubt::Conditional);
                    }
                }
                found.push(instruction);
            }
        };
        if groups.is_empty() {
            let needs_end = verb.verb.family == Family::Continue && is_own;
            if !needs_end || times.until.is_some() {
                add(target, None);
            }
            return;
        }
        for group in &groups {
            let named = self.provisions(group.from, group.to);
            // What several words share is named beside each document.
            let is_shared = groups.len() == 1 && !target.provisions.entries.is_empty();
            let provisions =
                if is_shared || named.entries.is_empty() { target.provisions.clone() } else { named };
            let holder = provisions.holder.clone().or_else(|| target.provisions.holder.clone());
            add(&Target { provisions: Provisions { holder, ..provisions }, ..target.clone() }, Some(group));
        }
    }

    /// The days of what a verb says: in its own clause, else before it in the sentence.
    fn times(&self, verb: &Found, right: usize) -> Times {
        let is_behind = verb.is_passive || verb.verb.order == Order::Before;
        let start = if is_behind { self.near_clause_start(verb.from) } else { verb.to };
        let of = |range: Range<usize>| {
            let first = range.start;
            Times::of(&self.tokens[range], verb.verb.family.has_term(), |at| self.is_in_title(first + at))
        };
        let own = of(start..right);
        let before = of(0..self.first_verb.min(verb.from));
        Times {
            from: own.from.or(before.from.filter(|_| !own.is_unclear)),
            until: own.until.or(before.until),
            is_unclear: own.is_unclear,
        }
    }

    fn instruction(&self, verb: &Found, agent: Agent, target: &Target, group: Option<&Group>) -> Instruction {
        let provisions = &target.provisions;
        let is_wording = group.is_some()
            || match verb.to {
                0 => self.context.is_some_and(|context| context.names_words),
                behind => self.names_wordings(behind),
            };
        let (action, doubt) = action(verb, target, is_wording, self.writes_anew());
        let is_unclear = doubt.is_some();
        let doubt = doubt.or_else(|| self.doubt_of(verb));
        let is_part = is_wording
            || target.is_part
            || !provisions.entries.is_empty()
            || verb.amends
            || is_unclear
            || self.is_limited()
            || self.says_part_behind(verb);
        let extent = if is_part { Extent::Partial } else { Extent::Whole };
        let action = if is_part && action == Action::Repeals { Action::Delete } else { action };
        let start = self.tokens.first().map_or(0, |token| token.start);
        let end = self.tokens.last().map_or(start, |token| token.end);
        let holder = provisions.holder.as_ref();
        let mut named: Vec<TargetProvision> = Vec::with_capacity(provisions.entries.len());
        for entry in &provisions.entries {
            let provision = entry.clone().within(holder).provision();
            if !named.contains(&provision) {
                named.push(provision);
            }
        }
        Instruction {
            action,
            agent,
            target: target.document.clone(),
            in_attachment: target.in_attachment,
            provisions: named,
            provision_range: provisions.range.clone(),
            wording: None,
            words: group.map(|group| group.words.clone()),
            extent,
            from: None,
            until: None,
            sentence: start..end,
            certainty: match target.doubt.or(doubt) {
                Some(doubt) => Certainty::Unsure(doubt),
                None => Certainty::Read,
            },
            is_summary: (action.relation() == RelationKind::Amends || action == Action::Delete)
                && provisions.entries.is_empty()
                && group.is_none(),
        }
    }

    /// Whether the new wording follows: `như sau:`
    fn writes_anew(&self) -> bool {
        const FOLLOWS: Phrase = Phrase::new("như sau");
        *self
            .writes
            .get_or_init(|| (0..self.tokens.len()).any(|at| FOLLOWS.ends_at(self.tokens, at).is_some()))
    }

    /// What makes it unsure that a verb does what it says, or when: `có thể bị bãi bỏ`, `hết hiệu lực khi dự án được quyết
    /// toán`, `hết hiệu lực kể từ ngày Luật A có hiệu lực`.
    fn doubt_of(&self, verb: &Found) -> Option<Doubt> {
        const NEAR: usize = 4;
        let before = &self.tokens[verb.from.saturating_sub(NEAR)..verb.from];
        let may = before.windows(2).any(|pair| pair[0].is_word(word("có")) && pair[1].is_word(word("thể")));
        let is_behind = verb.is_passive || verb.verb.order == Order::Before;
        // Behind an active verb such words may stand in the title of the document.
        let depends = is_behind
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
        let is_led = !is_behind && verb.to > 0 && leads();
        (may || depends || is_led || *waits).then_some(Doubt::Conditional)
    }

    /// Whether a condition begins at index `at` that is not the effect of this document: `khi dự án được quyết toán`.
    fn is_event(&self, at: usize) -> bool {
        const OWN: [Phrase; 2] = [Phrase::new("có hiệu lực"), Phrase::new("nghị quyết có hiệu lực")];
        let is_until = at > 0 && is_one(&self.tokens[at - 1], &[word("đến"), word("trước"), word("sau")]);
        let is_own = is_any(&SELVES, self.tokens, at + 1) || is_any(&OWN, self.tokens, at + 1);
        is_any(&CONDITIONS, self.tokens, at) && !is_until && !is_own
    }

    /// Whether `ngày Luật A có hiệu lực` stands at index `at`.
    fn is_effect_of_another(&self, at: usize) -> bool {
        const FARTHEST: usize = 16;
        const IN_EFFECT: Phrase = Phrase::new("có hiệu lực");
        const OTHERS: [Phrase; 5] = [
            Phrase::new("luật"),
            Phrase::new("bộ luật"),
            Phrase::new("nghị định"),
            Phrase::new("thông tư"),
            Phrase::new("pháp lệnh"),
        ];
        let is_day = is_one(&self.tokens[at], &[word("ngày"), word("khi")]);
        let names_other = is_any(&OTHERS, self.tokens, at + 1)
            || self.first_mention(at + 1).is_some_and(|mention| mention.from == at + 1);
        let near = at..self.tokens.len().min(at + FARTHEST);
        is_day && names_other && near.into_iter().any(|at| IN_EFFECT.ends_at(self.tokens, at).is_some())
    }

    /// Whether only that much of a document is meant as goes against this one, or as is not excepted: `trái với Nghị quyết
    /// này`, `trừ khoản 1 Điều 2`.
    fn is_limited(&self) -> bool {
        const AGAINST: [Phrase; 3] =
            [Phrase::new("trái với"), Phrase::new("mâu thuẫn với"), Phrase::new("không phù hợp với")];
        const EXCEPT: [u64; 2] = [word("trừ"), word("riêng")];
        const CASES: [Phrase; 3] =
            [Phrase::new("trường hợp"), Phrase::new("phụ lục"), Phrase::new("đối tượng")];
        *self.limits.get_or_init(|| {
            (0..self.tokens.len()).any(|at| {
                let content = self.behind_quantities(at + 1);
                let excepts = is_one(&self.tokens[at], &EXCEPT)
                    && (self.first_list(at + 1).is_some_and(|list| list.from <= at + 4)
                        || (is_any(&CONTENTS, self.tokens, content) && !self.is_in_title(at))
                        || is_any(&CASES, self.tokens, content));
                excepts || (is_any(&AGAINST, self.tokens, at) && !self.is_of_others(at))
            })
        })
    }

    /// Whether what stands at index `at` is said of other documents, named behind the one before: `thay thế Nghị quyết số A
    /// và các quy định trước đây trái với Nghị quyết này`.
    fn is_of_others(&self, at: usize) -> bool {
        const JOINTS: [u64; 3] = [word("và"), word("cùng"), word("những")];
        let behind = self.mentions.partition_point(|mention| mention.to <= at);
        let Some(mention) = behind.checked_sub(1).map(|index| &self.mentions[index]) else { return false };
        (mention.to..at).any(|at| {
            let is_joint = self.tokens[at].is_mark(',') || is_one(&self.tokens[at], &JOINTS);
            is_joint && self.names_documents(at + 1)
        })
    }

    /// Whether index `at` stands in the title of a document that is named: `Nghị quyết số A về ... đến năm 2025`.
    pub(super) fn is_in_title(&self, at: usize) -> bool {
        let behind = self.mentions.partition_point(|mention| mention.to <= at);
        let Some(mention) = behind.checked_sub(1).map(|index| &self.mentions[index]) else { return false };
        let between = &self.tokens[mention.to..at];
        let is_counting = between.last().is_some_and(|last| last.is_word(word("kể")));
        let ends = between.iter().any(|token| token.is_mark(';'));
        let begins = (mention.to..at).any(|at| is_any(&TITLES, self.tokens, at));
        begins && !ends && !is_counting
    }

    pub(super) fn range(&self, mention: &Mention) -> Range<usize> {
        self.tokens[mention.from].start..self.tokens[mention.to - 1].end
    }

    /// What the sentence leaves to the parts below, where it ends with a colon or with a verb that lacks its object. What
    /// it says itself is `found`, of which the first has the number `first` in the reading.
    fn context(
        &self,
        verbs: &[Found],
        own_verb: Option<Found>,
        found: &[Instruction],
        first: usize,
    ) -> Option<Context> {
        let ends_open = self.tokens.last().is_some_and(|token| token.is_mark(':'));
        if ends_open && found.is_empty() && self.is_ordered(self.tokens.len()) {
            return Some(Context { below: Below::Orders, ..Context::of(Family::Amend) });
        }
        let parent = found.iter().rposition(|instruction| instruction.agent == Agent::This);
        let own = parent.map(|index| &found[index]);
        let parent = parent.map(|index| first + index);
        if verbs.is_empty() && ends_open && self.names_place_only() {
            // `1. Tại Điều 3:`
            let above = self.context?;
            let entry = self.lists.first().and_then(|list| list.entries.first()).cloned();
            let holder = entry.map(|entry| entry.within(above.holder.as_ref()));
            return Some(Context { holder, parent, ..above.clone() });
        }
        if verbs.is_empty() && ends_open {
            // `1. Nghị quyết số A:` in a list of documents, with its provisions below.
            let above = self.context.filter(|above| above.below == Below::List && found.len() == 1)?;
            let below = Below::Document(own?.target.clone());
            let in_attachment = own?.in_attachment;
            return Some(Context { below, in_attachment, lists_provisions: true, parent, ..above.clone() });
        }
        let leading = verbs.iter().rfind(|verb| !verb.is_passive || verb.verb.order == Order::Before);
        let ending = leading.filter(|verb| verb.verb.order == Order::Before);
        // `Điều 3 được sửa đổi, bổ sung như sau:`
        let is_behind = |verb: &&Found| verb.is_passive || self.follows_provisions(verb);
        let backwards =
            verbs.last().filter(|verb| ends_open && own.is_some() && verb.amends && is_behind(verb));
        let listing = verbs.last().filter(|verb| found.is_empty() && self.heads_list(verb));
        let verb = ending.copied().or(own_verb).or(backwards.copied()).or(listing.copied())?;
        // `Bãi bỏ một số quy định sau:` below a sentence about one document
        let names_contents = self.document_above().is_some() && self.names_contents(verb.to);
        let names_list = (self.names_documents(verb.to) && !names_contents)
            || (verb.verb.order == Order::Before && self.names_documents(0));
        let is_bare = own.is_none()
            && (names_list || self.heads_list(&verb) || self.is_near(verb.to, self.tokens.len(), false));
        if !ends_open && !is_bare && own.is_none() {
            return None;
        }
        // `1. Thay thế một số cụm từ của Quy định như sau:` goes on with the document above.
        let above = self.document_above().filter(|_| !names_list && self.mentions.is_empty());
        let document = own.map(|own| own.target.clone()).or_else(|| above.clone());
        let below = document.map_or(Below::List, Below::Document);
        let inherits = own.is_none() && above.is_some();
        let holder = own.and_then(|_| self.single_entry(&verb));
        let is_some_of = holder.as_ref().is_some_and(Entry::is_part);
        Some(Context {
            verb: verb.verb,
            is_part: own.is_none()
                && (self.says_part(verb.to..self.tokens.len())
                    || (!names_list && self.names_parts(verb.to, self.tokens.len()))),
            names_words: self.names_wordings(verb.to),
            words: if below == Below::List {
                self.quoted_words(&verb, self.tokens.len())
            } else {
                Vec::new()
            },
            below,
            times: Times::of(self.tokens, verb.verb.family.has_term(), |at| self.is_in_title(at)),
            holder: holder.or_else(|| self.context.and_then(|context| context.holder.clone())),
            in_attachment: own.is_some_and(|own| own.in_attachment)
                || (inherits && self.names_attachment(verb.to)),
            lists_provisions: ends_open
                && match own {
                    Some(own) => own.is_summary && own.words.is_none(),
                    None => inherits && !self.names_wordings(verb.to),
                },
            parent: parent.filter(|_| is_some_of),
        })
    }

    /// `Danh mục nghị quyết bãi bỏ toàn bộ`, as the heading of a list
    fn heads_list(&self, verb: &Found) -> bool {
        const LIST: Phrase = Phrase::new("danh mục");
        let at = self.behind_quantities(LIST.ends_at(self.tokens, 0).unwrap_or(0));
        let Some((_, end)) = first_phrase(&DOCUMENTS, self.tokens, at) else { return false };
        let is_ending = matches!(verb.verb.family, Family::Replace | Family::Repeal | Family::End);
        let is_alone =
            self.tokens[verb.to..].iter().all(|token| token.kind == Kind::Mark || is_one(token, &QUANTITIES));
        let is_all = at > 0 && end + usize::from(verb.is_passive) == verb.from && is_alone;
        is_ending && is_all && self.scope == Scope::Acts && self.mentions.is_empty()
    }

    /// Whether the sentence names no more than a place: `Tại Điều 3:`, `Điều 3 như sau:`.
    fn names_place_only(&self) -> bool {
        const FOLLOWS: Phrase = Phrase::new("như sau");
        let is_alone = self.lists.first().is_some_and(|list| {
            let end = FOLLOWS.ends_at(self.tokens, list.to).unwrap_or(list.to);
            list.from == 0 && end + 1 >= self.tokens.len()
        });
        self.mentions.is_empty() && (self.begins_with_place() || is_alone)
    }

    /// `một phần các Nghị quyết sau`
    pub(super) fn says_part(&self, range: Range<usize>) -> bool {
        self.tokens[range]
            .windows(2)
            .any(|pair| pair[0].is_word(word("một")) && pair[1].is_word(word("phần")))
    }

    /// `hết hiệu lực một phần`
    fn says_part_behind(&self, verb: &Found) -> bool {
        const NEAR: usize = 5;
        let near = &self.tokens[verb.to..self.tokens.len().min(verb.to + NEAR)];
        let is_behind = verb.is_passive || verb.verb.order == Order::Before;
        is_behind && near.windows(2).any(|pair| pair[0].is_word(word("một")) && pair[1].is_word(word("phần")))
    }

    /// Whether the text attached to the document above is meant: `của Quy định`, or nothing else is said.
    fn names_attachment(&self, from: usize) -> bool {
        const ATTACHED: [Phrase; 2] = [Phrase::new("quy định"), Phrase::new("quy chế")];
        const ITSELF: Phrase = Phrase::new("nghị quyết");
        let is_above = self.context.is_some_and(|context| context.in_attachment);
        let names = |phrases: &[Phrase]| (from..self.tokens.len()).any(|at| is_any(phrases, self.tokens, at));
        let is_named = names(&ATTACHED) && !self.names_contents(from);
        if names(&[ITSELF]) && !is_named { false } else { is_above || is_named }
    }

    /// The only provision that a verb is about.
    fn single_entry(&self, verb: &Found) -> Option<Entry> {
        let is_behind = verb.is_passive || self.follows_provisions(verb);
        let (from, to) = if is_behind { (0, verb.from) } else { (verb.to, self.tokens.len()) };
        let provisions = self.provisions(from, to);
        match provisions.entries.as_slice() {
            [entry] => {
                let above = self.context.and_then(|context| context.holder.as_ref());
                Some(entry.clone().within(provisions.holder.as_ref().or(above)))
            }
            _ => None,
        }
    }

    /// Lists of documents in annexes of this document: `bãi bỏ toàn bộ các Nghị quyết tại Phụ lục I; bãi bỏ một phần các
    /// Nghị quyết tại Phụ lục II`.
    fn read_elsewhere(&self, verbs: &[Found], context: Option<&Context>, reading: &mut Reading) {
        let Some(context) = context.filter(|context| context.below == Below::List) else { return };
        let names_documents = || verbs.iter().any(|verb| self.names_documents(verb.to));
        if !self.mentions.is_empty() || (context.verb.family.amends() && !names_documents()) {
            return;
        }
        let ends_open = self.tokens.last().is_some_and(|token| token.is_mark(':'));
        let start = self.tokens.first().map_or(0, |token| token.start);
        let end = self.tokens.last().map_or(start, |token| token.end);
        let mut add = |annex: Option<String>, context: Context| {
            reading.elsewhere.push(Elsewhere { annex, context, sentence: start..end, is_read: false });
        };
        let objects = verbs.iter().enumerate().map(|(index, verb)| {
            (verb, verb.to..verbs.get(index + 1).map_or(self.tokens.len(), |next| next.from))
        });
        let objects: Vec<(&Found, Range<usize>)> = objects
            .filter(|(verb, range)| {
                !verb.is_passive && verb.verb.order != Order::Before && self.names_annex(range.clone())
            })
            .collect();
        if objects.is_empty() && (self.names_annex(0..self.tokens.len()) || ends_open) {
            for annex in self.annexes(0..self.tokens.len()) {
                add(annex, context.clone());
            }
        }
        for (verb, range) in objects {
            let is_part =
                self.says_part(range.clone()) || (context.is_part && !self.says_whole(range.clone()));
            for annex in self.annexes(range) {
                add(annex, Context { verb: verb.verb, is_part, ..context.clone() });
            }
        }
    }

    fn names_annex(&self, mut range: Range<usize>) -> bool {
        const ANNEX: [Phrase; 2] = [Phrase::new("phụ lục"), Phrase::new("danh mục")];
        range.any(|at| is_any(&ANNEX, self.tokens, at))
    }

    /// The numbers of the annexes that are named in a range of tokens; one without a number where none has.
    fn annexes(&self, range: Range<usize>) -> Vec<Option<String>> {
        let lists = self.lists.iter().filter(|list| range.start <= list.from && list.to <= range.end);
        let numbered: Vec<Option<String>> =
            lists.flat_map(|list| &list.entries).filter_map(Entry::annex_number).map(Some).collect();
        if numbered.is_empty() { vec![None] } else { numbered }
    }

    /// `toàn bộ các Nghị quyết`
    fn says_whole(&self, range: Range<usize>) -> bool {
        self.tokens[range].windows(2).any(|pair| pair[0].is_word(word("toàn")) && pair[1].is_word(word("bộ")))
    }
}

/// The action on a target, and what is unsure of it.
fn action(verb: &Found, target: &Target, is_wording: bool, writes_anew: bool) -> (Action, Option<Doubt>) {
    let family = verb.verb.family;
    let names_provisions = !target.provisions.entries.is_empty();
    if is_wording {
        let action = match family {
            Family::Amend | Family::Adjust | Family::Replace => Action::ReplaceWords,
            Family::Repeal if verb.is_mixed => Action::ReplaceWords,
            Family::Repeal => Action::DeleteWords,
            Family::Add => Action::InsertWords,
            _ => family.action(),
        };
        return (action, None);
    }
    if verb.is_mixed {
        let is_certain = verb.amends || names_provisions || target.is_part;
        return (Action::Replace, (!is_certain).then_some(Doubt::SeveralVerbs));
    }
    let is_name = names_provisions && target.provisions.entries.iter().all(Entry::is_name);
    match family {
        Family::Adjust if names_provisions && writes_anew => (Action::Replace, None),
        Family::Amend if is_name => (Action::Rename, None),
        Family::Repeal if names_provisions || target.is_part => (Action::Delete, None),
        _ => (family.action(), None),
    }
}

/// A target for each text that its provisions are in.
fn by_text(target: &Target) -> Vec<Target> {
    let text_of = |entry: &Entry| match entry.text {
        Some(Text::Itself) => false,
        Some(Text::Attached) => true,
        None => target.in_attachment,
    };
    let mut split: Vec<Target> = Vec::new();
    for in_attachment in [false, true] {
        let entries: Vec<Entry> = target
            .provisions
            .entries
            .iter()
            .filter(|entry| text_of(entry) == in_attachment)
            .cloned()
            .collect();
        if !entries.is_empty() {
            let provisions = Provisions { entries, ..target.provisions.clone() };
            split.push(Target { provisions, in_attachment, ..target.clone() });
        }
    }
    if split.is_empty() {
        split.push(target.clone());
    }
    split
}

/// The provisions that some tokens name, in order.
fn lists(tokens: &[Token]) -> Vec<Named> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match named_at(tokens, at) {
            Some(named) => {
                at = named.to;
                found.push(named);
            }
            None => at += 1,
        }
    }
    found
}
