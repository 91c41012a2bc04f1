//! One sentence after another: which verb is said by whom, of which documents.

use std::ops::Range;

use super::mention::{Mention, mentions};
use super::time::Times;
use super::verb::{DENIALS, Order, PARTLY, PASSIVE, SELVES, Verb, is_one, verb_at};
use super::{Action, Agent, Effect, Extent, Object};
use crate::legal::structure::token::{Kind, Token, is_any};

/// What the sentences of a part can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// What this document does.
    Acts,
    /// Only what other documents do.
    TellsOfOthers,
}

/// What a sentence leaves to the parts below it: `Bãi bỏ các Nghị quyết sau:`, `Sửa đổi Nghị quyết số A như sau:`.
#[derive(Debug, Clone)]
pub(super) struct Context {
    action: Action,
    pub(super) below: Below,
    times: Times,
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

/// A verb in its sentence: indexes of tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) verb: Verb,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) is_passive: bool,
}

/// Reads the sentences of a part; what it leaves to the parts below it.
pub(super) fn read(
    tokens: &[Token],
    scope: Scope,
    context: Option<&Context>,
    found: &mut Vec<Effect>,
) -> Option<Context> {
    let mut left = None;
    let mut from = 0;
    while from < tokens.len() {
        let to = sentence_end(tokens, from);
        let sentence = &tokens[from..to];
        // Most sentences say nothing of documents, and hold nothing that could.
        let may_speak = context.is_some()
            || (0..sentence.len()).any(|at| verb_at(sentence, at).is_some())
            || sentence.last().is_some_and(|last| last.is_mark(':'));
        left = if may_speak { Sentence::new(sentence, scope, context).read(found) } else { None };
        from = to;
    }
    left
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

pub(super) struct Sentence<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) mentions: Vec<Mention>,
    scope: Scope,
    pub(super) context: Option<&'a Context>,
    times: Times,
    /// Index of the first name that the document has for itself.
    pub(super) self_at: Option<usize>,
}

impl<'a> Sentence<'a> {
    fn new(tokens: &'a [Token], scope: Scope, context: Option<&'a Context>) -> Self {
        Self {
            tokens,
            mentions: mentions(tokens),
            scope,
            context,
            times: Times::default(),
            self_at: (0..tokens.len()).find(|at| is_any(&SELVES, tokens, *at)),
        }
    }

    fn read(mut self, found: &mut Vec<Effect>) -> Option<Context> {
        let verbs = self.verbs();
        let before = found.len();
        if !verbs.is_empty() || self.context.is_some() {
            self.times = Times::of(self.tokens);
        }
        self.read_list(verbs.first(), found);
        let mut last_agent: Option<Agent> = None;
        let mut waiting: Vec<(Found, usize)> = Vec::new();
        let mut left = 0;
        for (index, verb) in verbs.iter().enumerate() {
            let right = verbs.get(index + 1).map_or(self.tokens.len(), |next| next.from);
            if verb.is_passive || verb.verb.order == Order::Before {
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
                last_agent = None;
                waiting.clear();
                continue;
            };
            let objects = self.objects(verb, right);
            if objects.is_empty() {
                self.inherit(verb, right, &agent, found);
                waiting.push((*verb, right));
            } else {
                for (earlier, end) in waiting.drain(..) {
                    let provisions = self.provisions(earlier.to, end);
                    if provisions.is_none() && earlier.verb.action == verb.verb.action {
                        continue;
                    }
                    let object = Object { provisions, ..objects[0].clone() };
                    self.push(&earlier, agent.clone(), vec![object], end, found);
                }
                if agent == Agent::This {
                    left = verb.to;
                }
                self.push(verb, agent.clone(), objects, right, found);
            }
            last_agent = Some(agent);
        }
        if self.scope == Scope::TellsOfOthers {
            let mut kept = found.split_off(before.min(found.len()));
            kept.retain(|effect| effect.agent != Agent::This);
            found.append(&mut kept);
            return None;
        }
        self.context(&verbs, last_agent.as_ref(), &found[before..])
    }

    /// The verbs of the sentence outside the names of documents.
    fn verbs(&self) -> Vec<Found> {
        let mut found = Vec::new();
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
            let is_passive = at > 0 && is_one(&self.tokens[at - 1], &PASSIVE);
            found.push(Found { verb, from: at, to, is_passive });
            at = to;
        }
        found
    }

    /// The document that the part above is about.
    pub(super) fn document_above(&self) -> Option<Range<usize>> {
        match &self.context?.below {
            Below::Document(range) => Some(range.clone()),
            Below::List | Below::Orders => None,
        }
    }

    /// The documents of a list whose verb stands above it.
    fn read_list(&self, first: Option<&Found>, found: &mut Vec<Effect>) {
        let Some(context) = self.context.filter(|context| context.below == Below::List) else { return };
        let Some(mention) = self.mentions.first() else { return };
        let right = first.map_or(self.tokens.len(), |verb| verb.from);
        if mention.from >= right || !self.is_near(0, mention.from, false) {
            return;
        }
        let objects = self.list(0, 0, right);
        if objects.is_empty() {
            return;
        }
        let extent = extent(context.action, &objects, false);
        let mut effect = self.effect(context.action, Agent::This, objects, extent);
        context.times.give(&mut effect);
        found.push(effect);
    }

    /// A passive verb, or one whose subject is what it is done to.
    fn read_backwards(&self, verb: &Found, left: usize, right: usize, found: &mut Vec<Effect>) {
        const FARTHEST: usize = 400;
        let is_ending = verb.verb.order == Order::Before;
        let is_denied = verb.from >= 2 && is_one(&self.tokens[verb.from - 2], &DENIALS);
        if is_denied {
            return;
        }
        let left = self.clause_start(left.max(verb.from.saturating_sub(FARTHEST)), verb.from);
        let objects = if is_ending || verb.verb.action != Action::Other {
            self.list_before(left, verb.from)
        } else {
            self.nearest_before(left, verb.from)
        };
        let Some(agent) = self.doer(verb, right) else { return };
        let objects = if objects.is_empty() && is_ending && left == verb.from {
            self.objects(verb, right)
        } else {
            objects
        };
        if !objects.is_empty() {
            self.push(verb, agent, objects, right, found);
            return;
        }
        if let (Some(document), Some(provisions)) = (self.document_above(), self.provisions(left, verb.from))
            && agent == Agent::This
            && self.mentions.is_empty()
        {
            self.push(verb, agent, vec![Object { document, provisions: Some(provisions) }], right, found);
        }
    }

    /// The index behind the last semicolon or colon between two indexes.
    pub(super) fn clause_start(&self, from: usize, to: usize) -> usize {
        let breaks = self.tokens[from..to].iter().rposition(|token| token.is_one_of(&[';', ':']));
        breaks.map_or(from, |at| from + at + 1)
    }

    /// A verb without a document of its own, in a part below one that names it.
    fn inherit(&self, verb: &Found, right: usize, agent: &Agent, found: &mut Vec<Effect>) {
        let Some(document) = self.document_above() else { return };
        let is_far = self.first_mention(verb.to).is_some_and(|mention| mention.from < right);
        let provisions = self.provisions(verb.to, right);
        if is_far || *agent != Agent::This || (provisions.is_none() && !self.is_wording(verb.to)) {
            return;
        }
        self.push(verb, Agent::This, vec![Object { document, provisions }], right, found);
    }

    fn push(&self, verb: &Found, agent: Agent, objects: Vec<Object>, right: usize, found: &mut Vec<Effect>) {
        const NEAR: usize = 12;
        let is_wording = self.is_wording(verb.to);
        let action = if is_wording { Action::Other } else { verb.verb.action };
        let is_behind = verb.is_passive || verb.verb.order == Order::Before;
        let from = if is_behind { verb.from.saturating_sub(NEAR) } else { verb.to };
        let to = right.min(verb.to + NEAR);
        let is_partly = is_wording || (from..to).any(|at| is_any(&PARTLY, self.tokens, at));
        let extent = extent(action, &objects, is_partly);
        let is_own = agent == Agent::This;
        let mut effect = self.effect(action, agent, objects, extent);
        if is_own {
            self.times.give(&mut effect);
        }
        found.push(effect);
    }

    fn effect(&self, action: Action, agent: Agent, objects: Vec<Object>, extent: Extent) -> Effect {
        let start = self.tokens.first().map_or(0, |token| token.start);
        let end = self.tokens.last().map_or(start, |token| token.end);
        Effect { action, agent, objects, extent, from: None, until: None, sentence: start..end }
    }

    pub(super) fn range(&self, mention: &Mention) -> Range<usize> {
        self.tokens[mention.from].start..self.tokens[mention.to - 1].end
    }

    /// What the sentence leaves to the parts below, where it ends with a colon or with a verb that lacks its object.
    fn context(&self, verbs: &[Found], agent: Option<&Agent>, found: &[Effect]) -> Option<Context> {
        let ends_open = self.tokens.last().is_some_and(|token| token.is_mark(':'));
        if ends_open && found.is_empty() && self.is_ordered(self.tokens.len()) {
            return Some(Context { action: Action::Other, below: Below::Orders, times: self.times });
        }
        let verb = verbs.iter().rfind(|verb| !verb.is_passive)?;
        let is_own = agent == Some(&Agent::This) || verb.verb.order == Order::Before;
        if !is_own {
            return None;
        }
        let own = found.iter().rfind(|effect| effect.agent == Agent::This);
        let object = own.and_then(|effect| effect.objects.first());
        let is_bare = object.is_none() && self.is_near(verb.to, self.tokens.len(), false);
        if !ends_open && !is_bare && object.is_none() {
            return None;
        }
        let action = if self.is_wording(verb.to) { Action::Other } else { verb.verb.action };
        let below = object.map_or(Below::List, |object| Below::Document(object.document.clone()));
        Some(Context { action, below, times: self.times })
    }
}

fn extent(action: Action, objects: &[Object], is_partly: bool) -> Extent {
    let names_provisions = objects.iter().any(|object| object.provisions.is_some());
    let is_partial = action == Action::Other || is_partly || names_provisions;
    if is_partial { Extent::Partial } else { Extent::Whole }
}
