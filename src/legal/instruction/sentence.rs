//! One sentence after another: which verb is said by whom, of which documents.

use std::cell::OnceCell;
use std::ops::Range;

use super::clause::Found;
use super::context::{Below, Context, Elsewhere};
use super::described::mark_described;
use super::doubt::going_on::{Kept, doubt_remainder, says_goes_on};
use super::doubt::limit::Limit;
use super::doubt::plans::may_head_plans;
use super::doubt::remainder::Remainder;
use super::mention::{Mention, mentions};
use super::places::Provisions;
use super::provision::entry::Entry;
use super::provision::{Named, named_at};
use super::silence::{is_misspelt, says_term};
use super::target::Target;
use super::time::Times;
use super::verb::{Order, verb_at};
use super::words::{CONTENTS, DOCUMENTS, QUOTES, SELVES, WITHIN, leads_below};
use super::{Agent, Certainty, Day, Doubt, Extent, Instruction, StatedCount, UnreadAct};
use crate::legal::RelationKind;
use crate::legal::structure::phrase::{Phrase, is_any, words};
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::{Kind, Token, token_at};

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

pub(super) const CARRYING_OUT: Phrase = Phrase::new("thực hiện");

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
            || leads_below(sentence)
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
            instruction.doubt(Doubt::NotUnderstood);
        }
    }
}

/// The index behind the sentence that begins at `from`.
pub(super) fn sentence_end(tokens: &[Token], from: usize) -> usize {
    // `... như sau: “2. Mới.” Bãi bỏ Nghị quyết số A.`
    let begins_behind_quotation =
        |at: usize| tokens[at].is_capital() && (verb_at(tokens, at).is_some() || is_any(SELVES, tokens, at));
    // `Tại khoản 2 Điều 3 thay “a” bằng “b”; tại khoản 1 Điều 4 thay “c” bằng “d”`
    let is_place = |at: usize| {
        token_at(tokens, at).is_among(WITHIN)
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

/// A sentence with what it names, and what has been found out of it so far.
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
    pub(super) last_times: std::cell::Cell<Option<(usize, usize, Times)>>,
}

impl<'a> Sentence<'a> {
    /// Looks for the documents and provisions that some tokens name.
    pub(super) fn new(tokens: &'a [Token], scope: Scope, context: Option<&'a Context>) -> Self {
        let named = mentions(tokens);
        let mut lists = lists(tokens);
        mark_described(tokens, &named, &mut lists);
        Self {
            tokens,
            mentions: named,
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
            last_times: std::cell::Cell::new(None),
        }
    }

    fn read(mut self, reading: &mut Reading) -> Option<Context> {
        let verbs = self.verbs();
        if let Some(first) = verbs.first() {
            self.first_verb = first.from;
            self.is_said_of_what_stands_before = first.is_behind();
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
                instruction.doubt(Doubt::ToldByOther);
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
            let right = self.before_next(verbs, index);
            if verb.is_behind() || self.follows_provisions(verb) {
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
                    for further in found[told..].iter_mut().filter(|one| one.target != first) {
                        further.doubt(Doubt::ToldByOther);
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
        let Some(next) = next.filter(|next| next.is_behind()) else {
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

    /// Whether a verb only tells until when something holds: `đến khi có nghị quyết thay thế`.
    fn is_event_of_term(&self, verb: &Found) -> bool {
        const NEAR: usize = 6;
        const UNTIL: Phrase = Phrase::new("đến khi có");
        (verb.from.saturating_sub(NEAR)..verb.from)
            .any(|at| UNTIL.ends_at(self.tokens, at).is_some_and(|end| end <= verb.from))
    }

    /// The documents of a list that begins at index `from`, item by item.
    pub(super) fn list_behind(&self, from: usize, right: usize) -> Vec<Target> {
        let index = self.mention_from(from);
        self.list(index, from, right)
    }

    /// Whether documents are spoken of behind index `at`, without naming one: `các Nghị quyết sau đây`.
    pub(super) fn names_documents(&self, at: usize) -> bool {
        let at = self.behind_quantities(at);
        let at = at + usize::from(self.token(at).kind == Kind::Number);
        self.is_any(DOCUMENTS, at)
    }

    /// Whether what a document says is spoken of behind index `at`: `một số quy định sau`.
    pub(super) fn names_contents(&self, at: usize) -> bool {
        let at = self.behind_quantities(at);
        self.phrase(CONTENTS, at).is_some_and(|(_, end)| {
            let rest = &self.tokens[end..];
            rest.iter().all(|token| token.kind == Kind::Mark || token.is_among(words!("sau đây như")))
        })
    }

    /// The document above with provisions that this sentence names.
    pub(super) fn target_above(&self, document: Range<usize>, mut provisions: Provisions) -> Target {
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
            let leads = self.tokens.first().is_some_and(|first| first.is_among(WITHIN));
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
}

/// `Thời điểm hết hiệu lực của Nghị quyết số A là ngày ...`
pub(super) const THE_MOMENT: Phrase = Phrase::new("thời điểm");

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
