//! One sentence after another: which verb is said by whom, of which documents.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::clause::{FARTHEST, Found};
use super::context::{Below, Context, Elsewhere, Share};
use super::described::mark_described;
use super::doubt::{doubt_remainder, may_head_plans, may_stay, says_goes_on};
use super::limit::Limit;
use super::mention::{Mention, mentions};
use super::provision::{Entry, Named, named_at};
use super::quoted::Group;
use super::remainder::Remainder;
use super::silence::{UnreadAct, is_misspelt, says_term};
use super::target::{Provisions, Target, is_link};
use super::time::{Times, effect_end, span_at};
use super::verb::{Family, Order, Verb, verb_at};
use super::words::{
    CLOSING_QUOTES, CONTENTS, DOCUMENTS, FILLERS, NAMED as PLACES, PARTS, QUANTITIES, QUOTES, SELVES,
    WORDINGS,
};
use super::{Agent, Certainty, Day, Doubt, Extent, Instruction, StatedCount, TargetProvision};
use crate::legal::RelationKind;
use crate::legal::structure::phrase::{Phrase, first_phrase, is_any, phrases, words};
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::{Case, Kind, Token, word};

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

const CARRYING_OUT: Phrase = Phrase::new("thực hiện");

/// A document that goes on: byte offsets.
#[derive(Debug)]
pub(super) struct Kept {
    /// The words that name it; `None` for some that the text names above: `nghị quyết tại khoản 2 Điều này`.
    pub(super) document: Option<Range<usize>>,
    /// Where the sentence begins that says so.
    pub(super) sentence: usize,
}

/// What reading a part gives.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) instructions: Vec<Instruction>,
    pub(super) elsewhere: Vec<Elsewhere>,
    /// Documents of which a sentence says that they, or parts of them, go on.
    pub(super) kept: Vec<Kept>,
    /// Sentences of which nothing was read, and that may do something.
    pub(super) silent: Vec<UnreadAct>,
    /// How many documents sentences say that they do something to.
    pub(super) counts: Vec<StatedCount>,
}

/// Reads the sentences of a part; what it leaves to the parts below it.
pub(super) fn read(
    tokens: &[Token],
    scope: Scope,
    context: Option<&Context>,
    reading: &mut Reading,
) -> Option<Context> {
    let mut left: Option<Context> = None;
    // The document of the clauses before that begin with the place of what they do, as this one does.
    let mut carried: Option<Context> = None;
    let mut from = 0;
    let first = reading.instructions.len();
    while from < tokens.len() {
        let to = sentence_end(tokens, from);
        let sentence = &tokens[from..to];
        let above = context;
        let context = carried.as_ref().or(context);
        let before = reading.instructions.len();
        tell_moment(sentence, reading.instructions.get_mut(first..).unwrap_or_default());
        doubt_remainder(sentence, &mut reading.instructions);
        // Most sentences say nothing of documents, and hold nothing that could.
        let may_speak = context.is_some()
            || (0..sentence.len()).any(|at| verb_at(sentence, at).is_some())
            || sentence.last().is_some_and(|last| last.is_mark(':'))
            || (scope == Scope::Acts
                && (says_term(sentence)
                    || says_goes_on(sentence)
                    || is_misspelt(sentence)
                    || may_head_plans(sentence)));
        if may_speak {
            left = Sentence::new(sentence, scope, context).read(reading);
        } else {
            left = None;
        }
        carried = sentence.last().filter(|last| last.is_mark(';') && to < tokens.len()).and_then(|_| {
            let last = reading.instructions[before..].last().filter(|last| last.agent == Agent::This)?;
            let doubt = above.and_then(|above| above.doubt);
            let below = Below::Document(last.target.clone());
            Some(Context { in_attachment: last.in_attachment, doubt, ..Context::of(below) })
        });
        from = to;
    }
    left
}

/// Gives the instructions of the sentences before the day that this one tells: `Thời điểm bãi bỏ: ngày 01/01/2027.`
fn tell_moment(sentence: &[Token], before: &mut [Instruction]) {
    let Some((_, to)) = THE_MOMENT.ends_at(sentence, 0).and_then(|at| verb_at(sentence, at)) else { return };
    let Some(day) = (to..sentence.len()).find_map(|at| date_at(sentence, at)) else { return };
    for instruction in before.iter_mut().filter(|one| one.ends_surely() && one.from.is_none()) {
        instruction.from = day.date.map(Day::On);
        if day.date.is_none() {
            instruction.certainty = Certainty::Unsure(Doubt::NotUnderstood);
        }
    }
}

/// The provisions that a cell of a table begins with, or that stand behind a verb that it begins with.
pub(super) fn provisions_of_cell(tokens: &[Token]) -> Vec<TargetProvision> {
    let Some(first) = lists(tokens).into_iter().next() else { return Vec::new() };
    let mut at = 0;
    while at < first.from {
        match verb_at(tokens, at) {
            Some((_, end)) => at = end,
            None if tokens[at].kind == Kind::Mark || tokens[at].is_among(FILLERS) => at += 1,
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
    let lacks_object = !rest.iter().any(|token| !token.is_among(QUANTITIES));
    let breaks_in_provision = || {
        let near = verb.max(tokens.len().saturating_sub(NEAR))..tokens.len();
        let last =
            near.into_iter().find_map(|at| named_at(tokens, at).filter(|list| list.to == tokens.len()));
        last.and_then(|list| list.entries.last().cloned()).is_some_and(|entry| entry.is_open())
    };
    (may_lack_object && lacks_object) || breaks_in_provision()
}

/// Whether a verb of ending or changing is followed by provisions up to the end, with no document that they are of: that may stand in
/// the next paragraph. `Bãi bỏ khoản 2 Điều 3`. An item of a list has no verb, and the next paragraph goes on with it for certain where
/// it begins as `của Nghị quyết số A`.
pub(super) fn lacks_document(tokens: &[Token], next: &[Token]) -> bool {
    const LONGEST: usize = 200;
    let Some(last) = tokens.last().filter(|_| tokens.len() <= LONGEST) else { return false };
    let end = tokens.len() - usize::from(last.is_mark(',') || last.is_among(words!("của tại và")));
    let verb = (0..end).rev().find_map(|at| verb_at(tokens, at).map(|(_, end)| end));
    let goes_on = next.first().is_some_and(|first| first.is_among(words!("của thuộc")));
    let Some(verb) = verb.or(goes_on.then_some(0)) else { return false };
    let names_none = mentions(&tokens[verb.min(end)..end]).is_empty();
    names_none
        && lists(&tokens[..end])
            .last()
            .is_some_and(|list| list.to == end && list.from >= verb && !list.is_own)
}

/// Whether a sentence with a verb of ending or changing breaks off within the name of a place: `... trên địa bàn tỉnh`, and in the next
/// line `Sông Lam và Nghị quyết số B`.
pub(super) fn breaks_in_name(tokens: &[Token], next: &[Token]) -> bool {
    const LONGEST: usize = 200;
    let is_name = |token: &Token| token.kind == Kind::Word && token.case == Case::Capital;
    let ends = tokens.len() <= LONGEST && tokens.last().is_some_and(|last| last.is_among(&PLACES[..6]));
    let goes_on =
        || matches!(next, [first, second, third, ..] if is_name(first) && is_name(second) && !is_name(third));
    ends && goes_on() && (0..tokens.len()).any(|at| verb_at(tokens, at).is_some())
}

/// Whether a document, or a provision that is followed by one, is named at the beginning of some tokens.
pub(super) fn begins_with_document(tokens: &[Token]) -> bool {
    const NEAR: usize = 40;
    let near = &tokens[..tokens.len().min(NEAR)];
    let start = usize::from(near.first().is_some_and(|first| first.is_among(words!("của thuộc tại và"))));
    let provisions = named_at(near, start).filter(|list| !list.is_own);
    let at = provisions.as_ref().map_or(start, |list| list.to);
    let ends = provisions.is_some() && at >= near.len();
    ends || mentions(near).first().is_some_and(|mention| mention.from == at)
}

/// Whether an item of a list of documents begins: `Nghị quyết số A`, `(1) Một số điều của Nghị quyết số A`.
pub(super) fn begins_with_listed(tokens: &[Token]) -> bool {
    let number = behind_item_number(tokens);
    let begin = number + tokens[number..].iter().take_while(|token| token.is_among(QUANTITIES)).count();
    let is_listed = named_at(tokens, begin).is_some()
        || is_any(CONTENTS, tokens, begin)
        || is_any(DOCUMENTS, tokens, begin)
        || first_phrase(WORDINGS, tokens, begin)
            .is_some_and(|(_, end)| tokens.get(end).is_some_and(|next| next.is_one_of(&QUOTES)))
        // `Một số điều, khoản của`
        || (begin > number && tokens.get(begin).is_some_and(|token| token.is_among(PARTS)));
    is_listed && !mentions(tokens).is_empty()
}

/// The index behind the number of an item in brackets: `(1) Nghị quyết số A`.
fn behind_item_number(tokens: &[Token]) -> usize {
    match tokens {
        [open, number, close, ..]
            if open.is_mark('(') && number.kind == Kind::Number && close.is_mark(')') =>
        {
            3
        }
        _ => 0,
    }
}

/// The index behind the sentence that begins at `from`.
fn sentence_end(tokens: &[Token], from: usize) -> usize {
    // `... như sau: “2. Mới.” Bãi bỏ Nghị quyết số A.`
    let begins_behind_quotation =
        |at: usize| tokens[at].is_capital() && (verb_at(tokens, at).is_some() || is_any(SELVES, tokens, at));
    // `Tại khoản 2 Điều 3 thay “a” bằng “b”; tại khoản 1 Điều 4 thay “c” bằng “d”`
    let is_place = |at: usize| {
        tokens.get(at).is_some_and(|token| token.is_among(words!("tại ở trong")))
            && (named_at(tokens, at + 1).is_some() || is_any(DOCUMENTS, tokens, at + 1))
    };
    let begins_with_place = is_place(from);
    let end = (from..tokens.len()).find(|at| {
        let Some(next) = tokens.get(at + 1) else { return tokens[*at].is_mark('.') };
        if begins_with_place && tokens[*at].is_mark(';') && is_place(at + 1) {
            return true;
        }
        let is_apart = next.start > tokens[*at].end;
        (tokens[*at].is_mark('.') && is_apart && (next.is_capital() || next.kind == Kind::Number))
            || (tokens[*at].is_one_of(&['”', '»']) && is_apart && begins_behind_quotation(at + 1))
    });
    end.map_or(tokens.len(), |end| end + 1)
}

pub(super) struct Sentence<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) mentions: Vec<Mention>,
    /// The provisions that it names, in order.
    pub(super) lists: Vec<Named>,
    pub(super) scope: Scope,
    pub(super) context: Option<&'a Context>,
    /// Index of the first name that the document has for itself.
    pub(super) self_at: Option<usize>,
    /// The document that the sentence has named, for what it goes on to say of it.
    pub(super) last: Option<Target>,
    /// Where the first verb stands: index of a token.
    pub(super) first_verb: usize,
    /// Whether the first verb is said of the documents before it: `hết hiệu lực`, `được thay thế`.
    pub(super) is_said_of_what_stands_before: bool,
    /// What limits what is meant; found out once.
    pub(super) limits: OnceCell<Vec<Limit>>,
    /// Whether new wording follows; found out once.
    pub(super) writes: OnceCell<bool>,
    /// Whether what it says waits for the effect of another document; found out once.
    pub(super) waits: OnceCell<bool>,
    /// What is not understood; found out once.
    pub(super) remains: OnceCell<Remainder>,
    /// The days that were read last, with the verb and the end of its clause: those of all documents of a list.
    pub(super) last_times: Cell<Option<(usize, usize, Times)>>,
}

impl<'a> Sentence<'a> {
    fn new(tokens: &'a [Token], scope: Scope, context: Option<&'a Context>) -> Self {
        let mentions = mentions(tokens);
        let mut lists = lists(tokens);
        mark_described(tokens, &mentions, &mut lists);
        Self {
            tokens,
            mentions,
            lists,
            scope,
            context,
            self_at: (0..tokens.len()).find(|at| is_any(SELVES, tokens, *at)),
            last: None,
            first_verb: tokens.len(),
            is_said_of_what_stands_before: false,
            limits: OnceCell::new(),
            writes: OnceCell::new(),
            waits: OnceCell::new(),
            remains: OnceCell::new(),
            last_times: Cell::new(None),
        }
    }

    fn read(mut self, reading: &mut Reading) -> Option<Context> {
        let verbs = self.verbs();
        if let Some(first) = verbs.first() {
            self.first_verb = first.from;
            self.is_said_of_what_stands_before = first.is_passive || first.verb.order == Order::Before;
        }
        let before = reading.instructions.len();
        let found = &mut reading.instructions;
        self.last = self.read_list(verbs.first(), found).or_else(|| self.leading_target());
        self.read_provision_list(&verbs, found);
        self.read_words_list(&verbs, found);
        self.read_term(&verbs, found);
        let own_verb = self.read_verbs(&verbs, found);
        if self.scope == Scope::TellsOfOthers {
            let mut told = found.split_off(before.min(found.len()));
            told.retain(|instruction| instruction.agent != Agent::This);
            for instruction in told.iter_mut().filter(|instruction| instruction.ends_surely()) {
                instruction.certainty = Certainty::Unsure(Doubt::ToldByOther);
            }
            found.append(&mut told);
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
        self.doubt_shared_day(&mut reading.instructions[before..]);
        self.doubt(&verbs, &mut reading.instructions[before..]);
        let context = self.context(&verbs, own_verb, &reading.instructions[before..], before);
        let doubt = self.doubt_below(&verbs, context.as_ref());
        let above = self.context.and_then(|context| context.doubt);
        let context = match context {
            Some(context) => Some(Context { doubt: context.doubt.or(doubt), ..context }),
            // What is said below goes on with what stands above, in doubt.
            None if doubt != above => {
                Some(Context { doubt, ..self.context.cloned().unwrap_or(Context::of(Below::Nothing)) })
            }
            None => None,
        };
        if self.scope == Scope::Acts {
            let kept = self.kept(&reading.instructions[before..]);
            reading.kept.extend(kept);
        }
        let lists = reading.elsewhere.len();
        self.read_elsewhere(&verbs, context.as_ref(), reading);
        let has_list = reading.elsewhere[lists..].iter().any(|list| !list.is_heading);
        let is_silent = reading.instructions.len() == before && !has_list;
        if self.scope == Scope::Acts {
            reading.counts.extend(self.stated_count(&verbs));
            reading.silent.extend(self.unnamed_amendments(&reading.instructions[before..]));
        }
        if is_silent && self.scope == Scope::Acts {
            let acts = self.unread_acts(&verbs);
            reading.silent.extend(if acts.is_empty() { self.unread_object(&verbs) } else { acts });
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
            // `cho đến khi có nghị quyết thay thế`
            if self.is_event_of_term(verb) {
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
            let targets = self.targets(verb, self.before_subject(verb, verbs.get(index + 1), right));
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
                if self.push_each_words(verb, &agent, &targets[0], right, found) {
                    last_agent = Some(agent);
                    continue;
                }
                let told = found.len();
                let each = self.times_each(verb, &targets, right);
                for (at, target) in targets.iter().enumerate() {
                    let first = found.len();
                    self.push(verb, &agent, target, right, found);
                    if let Some(times) = each.get(at).filter(|_| agent == Agent::This) {
                        for instruction in &mut found[first..] {
                            (instruction.from, instruction.until) = (times.from, times.until);
                            if times.from.is_none() && times.until.is_none() {
                                instruction.certainty = Certainty::Unsure(Doubt::NotUnderstood);
                            }
                        }
                    }
                }
                // `Nghị quyết số A sửa đổi Nghị quyết số B và Nghị quyết số C`: the title of A may end before C.
                if agent != Agent::This {
                    let first = targets[0].document.clone();
                    let further = found[told..].iter_mut().filter(|one| one.target != first);
                    for instruction in further.filter(|one| one.certainty == Certainty::Read) {
                        instruction.certainty = Certainty::Unsure(Doubt::ToldByOther);
                    }
                }
            }
            last_agent = Some(agent);
        }
        own
    }

    /// The index before the clause of the next verb, where what that is said of stands before it: `thay thế Nghị quyết số A;
    /// Điều 4 Nghị quyết số B ngưng hiệu lực`.
    fn before_subject(&self, verb: &Found, next: Option<&Found>, right: usize) -> usize {
        let Some(next) = next.filter(|next| next.is_passive || next.verb.order == Order::Before) else {
            return right;
        };
        let start = self.subject_start(verb.to, next.from);
        let has_subject = self.first_mention(start).is_some_and(|mention| mention.to <= next.from);
        let has_object = self.first_mention(verb.to).is_some_and(|mention| mention.to <= start);
        if has_subject && has_object { start } else { right }
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

    /// The documents of a list whose verb stands above it.
    fn read_list(&self, first: Option<&Found>, found: &mut Vec<Instruction>) -> Option<Target> {
        let context = self.context.filter(|context| context.below == Below::List)?;
        let mention = self.mentions.first()?;
        let right = first.map_or(self.tokens.len(), |verb| verb.from);
        // `Thực hiện Nghị quyết số A, các sở ...` goes on with something else.
        let is_ground = self.is_ground(0, mention.from) || CARRYING_OUT.ends_at(self.tokens, 0).is_some();
        let start = self.start_of(mention, 0);
        // `Quy định về phí tại khoản 1 Điều 3 Nghị quyết số A`
        let content = self.behind_quantities(behind_item_number(self.tokens));
        let is_content = (is_any(CONTENTS, self.tokens, content) || self.is_wording(content))
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
        let may_stay = may_stay(self.tokens);
        for target in &mut targets {
            let is_unclear = match context.share {
                Share::Whole => false,
                Share::Part => self.says_all(target),
                Share::Either => {
                    let names_part = target.is_part || !target.provisions.entries.is_empty();
                    !names_part && !self.says_all(target)
                }
            };
            if may_stay || is_unclear {
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

    /// The document that a sentence begins with, for the verbs behind: `Tại khoản 2 Điều 3 Nghị quyết số A, sửa đổi như sau`.
    fn leading_target(&self) -> Option<Target> {
        if let Some(topic) = self.topic() {
            return Some(Target {
                document: self.range(topic),
                provisions: Provisions::default(),
                in_attachment: false,
                is_part: false,
                is_central: topic.is_central,
                doubt: None,
            });
        }
        let list = self.lists.first().filter(|list| list.from == 1 && self.begins_with_place())?;
        let mention = self.mentions.first()?;
        let target = self.list(0, 0, self.tokens.len()).into_iter().next()?;
        (list.to <= mention.from && !target.provisions.entries.is_empty()).then_some(target)
    }

    /// Whether a verb only tells until when something holds: `đến khi có nghị quyết thay thế`.
    fn is_event_of_term(&self, verb: &Found) -> bool {
        const NEAR: usize = 6;
        const UNTIL: Phrase = Phrase::new("đến khi có");
        (verb.from.saturating_sub(NEAR)..verb.from)
            .any(|at| UNTIL.ends_at(self.tokens, at).is_some_and(|end| end <= verb.from))
    }

    /// The document that a sentence is about before its verbs: `Đối với Nghị quyết số A: bãi bỏ khoản 2 Điều 3`.
    pub(super) fn topic(&self) -> Option<&Mention> {
        const ABOUT: &[Phrase] = phrases!("đối với, tại, trong, ở");
        let (_, begin) = first_phrase(ABOUT, self.tokens, 0)?;
        let mention = self.mentions.first().filter(|first| first.from == begin)?;
        // `Tại Nghị quyết số A quy định mức chi, mức thu: thay cụm từ ...`
        let colon = (mention.to..self.first_verb).find(|at| self.tokens[*at].is_mark(':'));
        if colon.is_some_and(|colon| self.is_in_title(colon)) {
            return Some(mention);
        }
        let end = (mention.to..self.first_verb).find(|at| self.tokens[*at].is_one_of(&[':', ',']))?;
        let is_bare = self.tokens[mention.to..end].iter().all(|token| {
            token.is_capital()
                || token.kind == Kind::Number
                || token.is_among(FILLERS)
                || token.is_among(PLACES)
        });
        is_bare.then_some(mention)
    }

    /// `Kể từ ngày ..., `
    pub(super) fn begins_with_day(&self) -> bool {
        const DAYS: &[Phrase] = phrases!("kể từ, từ ngày, trong thời gian từ, trong thời hạn");
        is_any(DAYS, self.tokens, 0) || span_at(self.tokens, 0).is_some()
    }

    /// `Tại ...`
    pub(super) fn begins_with_place(&self) -> bool {
        self.tokens.first().is_some_and(|first| first.is_among(words!("tại ở trong")))
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

    /// Words of a list whose verb and document stand above it: `“cấp huyện” thành “cấp xã” tại khoản 2 Điều 3;`.
    fn read_words_list(&self, verbs: &[Found], found: &mut Vec<Instruction>) {
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

    /// A document whose effect ends on a day, where the sentence says nothing else: `Nghị quyết số A có hiệu lực đến hết ngày
    /// 31/12/2025.`
    fn read_term(&self, verbs: &[Found], found: &mut Vec<Instruction>) {
        let is_alone = verbs.is_empty() && self.self_at.is_none() && self.scope == Scope::Acts;
        let [mention] = self.mentions.as_slice() else { return };
        let is_own = !mention.is_central && !mention.is_proposal && mention.from == 0;
        if !is_alone || !is_own || self.context.is_some() {
            return;
        }
        let Some(at) = (mention.to..self.tokens.len()).find(|at| effect_end(self.tokens, *at).is_some())
        else {
            return;
        };
        let last = effect_end(self.tokens, at).and_then(|(last, _)| last.tomorrow().ok());
        let is_clear = !self.is_in_title(at) && !self.is_denied(0, at);
        let Some(day) = last.filter(|_| is_clear) else { return };
        let verb = Found {
            verb: Verb { family: Family::End, order: Order::Before },
            from: at,
            to: at,
            is_passive: false,
            is_mixed: false,
            amends: false,
        };
        for target in self.list(0, 0, at) {
            let mut instruction = self.instruction(&verb, Agent::This, &target, None);
            instruction.from = Some(Day::On(day));
            found.push(instruction);
        }
    }

    /// A passive verb, or one whose subject is what it is done to.
    fn read_backwards(&mut self, verb: &Found, left: usize, right: usize, found: &mut Vec<Instruction>) {
        let is_ending = verb.verb.order == Order::Before;
        let left = self.subject_start(left.max(verb.from.saturating_sub(FARTHEST)), verb.from);
        let left = self.list_start(left, verb).unwrap_or(left);
        if self.is_denied(left, verb.from) || self.is_condition(verb) || self.leads_to_consequence(verb) {
            return;
        }
        // `..., riêng Điều 5 tiếp tục có hiệu lực` is said of what is excepted.
        let is_behind_another = self.first_verb < verb.from;
        if verb.verb.family == Family::Continue && is_behind_another && self.is_limited() {
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
            let is_noun = THE_MOMENT.ends_at(self.tokens, left) == Some(verb.from)
                && self.tokens.get(verb.to).is_some_and(|next| next.is_word(word("của")));
            if left == verb.from || is_noun {
                targets = self.targets(verb, right);
            } else if let Some(colon) = colon.filter(|_| self.has_documents_as_subject(left, verb.from)) {
                targets = self.list_behind(verb.to + colon + 1, right);
            }
        }
        // `cụm từ “A” thay bằng cụm từ “B” tại Điều 2 Nghị quyết số A`
        if targets.is_empty() && verb.is_passive && self.is_wording(left) {
            targets = self.targets_of_words(verb, right);
        }
        if !targets.is_empty() {
            for target in &mut targets {
                if target.provisions.entries.is_empty() && self.may_name_parts_behind(verb) {
                    target.provisions = self.provisions_of_passive(verb, right);
                    target.is_part |=
                        !target.provisions.entries.is_empty() || self.names_content_behind(verb, right);
                }
                if target.provisions.entries.is_empty() && self.says_part_behind(verb) {
                    let open = (verb.to..right).find(|at| self.tokens[*at].is_mark('('));
                    target.provisions =
                        open.map_or_else(Provisions::default, |open| self.bracket(open, right));
                }
                if self.follows_condition(verb) || self.is_consequence(verb) {
                    target.doubt = Some(Doubt::Conditional);
                }
                if verb.is_passive && self.mixes_words(left, verb.from) {
                    target.doubt = Some(Doubt::NotUnderstood);
                }
            }
            if agent == Agent::This {
                self.last = targets.last().cloned();
            }
            let more = if is_ending && agent == Agent::This { self.further(verb, right) } else { Vec::new() };
            let end = more.first().map_or(right, |(_, from, _)| *from);
            for target in targets {
                self.push(verb, &agent, &target, end, found);
            }
            for (target, _, times) in more {
                let mut instruction = self.instruction(verb, agent.clone(), &target, None);
                instruction.from = times.from;
                found.push(instruction);
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

    /// Where the list begins that a verb behind it is said of, whose members semicolons part: `Nghị quyết số A; Nghị quyết số B hết hiệu
    /// lực`. `left` is where its last member begins.
    fn list_start(&self, left: usize, verb: &Found) -> Option<usize> {
        let is_behind = verb.verb.order == Order::Before || verb.is_passive || !verb.amends;
        if self.first_verb < verb.from || !is_behind || self.context.is_some() {
            return None;
        }
        let first = self.mentions.first().filter(|first| first.to < left)?;
        // `Kể từ ngày Nghị quyết này có hiệu lực, Nghị quyết số A; Nghị quyết số B hết hiệu lực`
        let before = &self.tokens[..first.from];
        let colon = before.iter().rposition(|token| token.is_mark(':'));
        let day = || before.iter().position(|token| token.is_mark(',')).filter(|_| self.begins_with_day());
        let start = colon.or_else(day).map_or(0, |lead| lead + 1);
        let is_parted = self.tokens.get(left.checked_sub(1)?)?.is_mark(';');
        let names = self.start_of(first, start);
        let is_content = || {
            is_any(CONTENTS, self.tokens, self.behind_quantities(start))
                && self.tokens[..names].last().is_some_and(|last| is_link(last) || last.is_word(word("và")))
        };
        (is_parted && (self.is_near(start, names, false) || is_content())).then_some(start)
    }

    /// The documents behind the new words that come for those before a verb.
    fn targets_of_words(&self, verb: &Found, right: usize) -> Vec<Target> {
        let index = self.mentions.partition_point(|mention| mention.from < verb.to);
        let Some(first) = self.mentions.get(index).filter(|mention| mention.from < right) else {
            return Vec::new();
        };
        let close = (verb.to..first.from).rfind(|at| self.tokens[*at].is_one_of(&CLOSING_QUOTES));
        let from = close.map_or(verb.to, |close| close + 1);
        if self.is_near(from, self.start_of(first, from), false) {
            self.list(index, from, right)
        } else {
            Vec::new()
        }
    }

    /// Further documents that end on days of their own, with where they begin: `Nghị quyết số A hết hiệu lực kể từ ngày X và
    /// Nghị quyết số B kể từ ngày Y`.
    fn further(&self, verb: &Found, right: usize) -> Vec<(Target, usize, Times)> {
        let mut found = Vec::new();
        let index = self.mentions.partition_point(|mention| mention.from < verb.to);
        let mut from = verb.to;
        for (at, mention) in
            self.mentions[index..].iter().enumerate().take_while(|(_, next)| next.from < right)
        {
            let next = self.mentions.get(index + at + 1).map_or(right, |next| next.from.min(right));
            let start = self.start_of(mention, from);
            let is_joined = start > from
                && (self.tokens[start - 1].is_mark(',') || self.tokens[start - 1].is_word(word("và")));
            let day = (mention.to..next)
                .find(|at| span_at(self.tokens, *at).is_some() && !self.is_of_document(*at));
            if !is_joined || day.is_none() {
                break;
            }
            let times = Times::of(&self.tokens[mention.to..next], false, |_| false);
            found.push((self.target(mention, from, Some(start), right), start, times));
            from = mention.to;
        }
        found
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

    /// Whether the part of a document that is meant may stand behind a verb that follows it: `Nghị quyết số A hết hiệu lực Điều
    /// 4`, but not `bị bãi bỏ tại khoản 2 Điều 3`, which may be the place that says so.
    fn may_name_parts_behind(&self, verb: &Found) -> bool {
        let is_place = self.tokens.get(verb.to).is_some_and(|next| next.is_word(word("tại")));
        verb.amends || verb.verb.order == Order::Before || !is_place
    }

    /// `Nghị quyết số A hết hiệu lực phần quy định về lệ phí`
    fn names_content_behind(&self, verb: &Found, right: usize) -> bool {
        let content = self.behind_quantities(verb.to);
        let is_all = self.says_whole(verb.to..content);
        content < right && !verb.amends && !is_all && is_any(CONTENTS, self.tokens, content)
    }

    /// Whether what stands between two indexes speaks of documents without naming one, behind the day if one leads: `Kể từ ngày Nghị
    /// quyết này có hiệu lực, các Nghị quyết sau đây`.
    pub(super) fn has_documents_as_subject(&self, from: usize, to: usize) -> bool {
        let parts = |at: usize| self.tokens[at].is_mark(',') || self.tokens[at].is_word(word("thì"));
        let is_behind_day = || {
            self.begins_with_day()
                && (from..to).any(|at| {
                    parts(at)
                        && self.names_documents(at + 1)
                        && self.mentions.first().is_none_or(|first| first.from > to)
                        && !is_any(SELVES, self.tokens, at + 1)
                })
        };
        self.names_documents(from) && !is_any(SELVES, self.tokens, from) || is_behind_day()
    }

    /// Whether documents are spoken of behind index `at`, without naming one: `các Nghị quyết sau đây`.
    pub(super) fn names_documents(&self, at: usize) -> bool {
        let at = self.behind_quantities(at);
        let at = at + usize::from(self.tokens.get(at).is_some_and(|token| token.kind == Kind::Number));
        is_any(DOCUMENTS, self.tokens, at)
    }

    /// How many documents the sentence says that it does something to: `bãi bỏ toàn bộ 05 nghị quyết sau`.
    fn stated_count(&self, verbs: &[Found]) -> Option<StatedCount> {
        const MOST: u32 = 2000;
        let start = self.tokens.first()?.start;
        let end = self.tokens.last()?.end;
        let mut relation = None;
        let mut count = 0;
        for verb in verbs {
            let at = self.behind_quantities(verb.to);
            let Some(number) = self.tokens.get(at).and_then(Token::number).filter(|number| *number <= MOST)
            else {
                continue;
            };
            // `05 (năm) nghị quyết`
            let is_spelt = self.tokens.get(at + 1).is_some_and(|token| token.is_mark('('));
            let noun = if is_spelt {
                (at + 1..self.tokens.len().min(at + 6)).find(|at| self.tokens[*at].is_mark(')'))? + 1
            } else {
                at + 1
            };
            if !is_any(DOCUMENTS, self.tokens, noun) {
                continue;
            }
            let own = verb.verb.family.action().relation();
            if relation.is_some_and(|relation| relation != own) {
                return None;
            }
            relation = Some(own);
            count += number;
        }
        Some(StatedCount { count, relation: relation?, sentence: start..end })
    }

    /// Whether what a document says is spoken of behind index `at`: `một số quy định sau`.
    pub(super) fn names_contents(&self, at: usize) -> bool {
        let at = self.behind_quantities(at);
        first_phrase(CONTENTS, self.tokens, at).is_some_and(|(_, end)| {
            let rest = &self.tokens[end..];
            rest.iter().all(|token| token.kind == Kind::Mark || token.is_among(words!("sau đây như")))
        })
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
        // `Tại Điều 3: ...; bỏ khoản 4`
        if self.last.is_none() && self.begins_with_place() {
            let place = self.lists.first().filter(|list| list.to <= verb.from);
            let place = place.and_then(|list| list.entries.first());
            provisions.holder = provisions.holder.or_else(|| place.cloned());
        }
        if provisions.entries.is_empty() {
            // `Tại khoản 2 Điều 3: thay cụm từ ...`
            let leads = self.tokens.first().is_some_and(|first| first.is_among(words!("tại ở trong")));
            let bound = if leads { verb.from } else { 0 };
            provisions = self.provisions(0, bound);
        }
        // `Sửa đổi khoản 1, bổ sung khoản 1a Điều 2`
        let has_holder =
            provisions.holder.is_some() || self.context.is_some_and(|context| context.holder.is_some());
        if !has_holder && provisions.entries.iter().any(Entry::is_open) {
            provisions.holder = self.holder_behind(right);
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

    /// The provision behind the verb at index `verb`, where it is complete and stands in the same clause, so that it holds what is
    /// named before that verb.
    fn holder_behind(&self, verb: usize) -> Option<Entry> {
        let list = self.first_list(verb)?;
        let between = self.tokens.get(verb..list.from)?;
        let is_apart =
            between.iter().any(|token| token.is_one_of(&[';', ':', '.']) || token.is_one_of(&QUOTES));
        list.entries.last().filter(|entry| !entry.is_open() && !is_apart && !list.is_own).cloned()
    }

    pub(super) fn range(&self, mention: &Mention) -> Range<usize> {
        self.tokens[mention.from].start..self.tokens[mention.to - 1].end
    }
}

/// `Thời điểm hết hiệu lực của Nghị quyết số A là ngày ...`
const THE_MOMENT: Phrase = Phrase::new("thời điểm");

/// The provisions that some tokens name, in order.
pub(super) fn lists(tokens: &[Token]) -> Vec<Named> {
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
