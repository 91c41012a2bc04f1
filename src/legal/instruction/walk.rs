//! The parts of a text one after another: what each says, and what it leaves to the parts below it.

use std::borrow::Cow;
use std::ops::Range;

use super::context::{Below, Context};
use super::continuation::{goes_on, is_row};
use super::doubt::text::weighed;
use super::heading::Headed;
use super::list_item::is_item;
use super::sentence::{Reading, Scope, read};
use super::spoken::tokens_of;
use super::words::leads_below;
use super::{Action, Agent, Doubt, Extent, Instruction, Instructions, UnreadAct};
use crate::legal::structure::token::Token;
use crate::legal::structure::{Block, Part, Role, Structure};

/// What a text does to other documents. Takes time in proportion to its length.
///
/// Its subject and the words that enact it announce what its articles do: such instructions are summaries. Recitals,
/// quoted new wordings and the list of recipients do nothing; of a recital only what it says of two other documents is
/// kept (`Luật A được sửa đổi bởi Luật B`).
#[must_use]
pub fn instructions(blocks: &[Block<'_>], structure: &Structure) -> Instructions {
    instructions_but_for(blocks, structure, &[])
}

/// The same, but for what stands in the byte ranges `struck`, which are in order: what is struck out on the page.
#[must_use]
pub fn instructions_but_for(
    blocks: &[Block<'_>],
    structure: &Structure,
    struck: &[Range<usize>],
) -> Instructions {
    let mut walk = Walk {
        blocks,
        structure,
        struck,
        enacting: enacting(structure),
        quotations: &structure.quotations,
        reading: Reading::default(),
        contexts: Vec::new(),
        leading: None,
        announced: None,
        annex: None,
        open_lists: Vec::new(),
        torn: None,
        group: None,
    };
    for index in 0..structure.parts.len() {
        walk.read(index);
    }
    weighed(structure, walk.reading)
}

/// What is known on the way through the parts of a text.
struct Walk<'s> {
    blocks: &'s [Block<'s>],
    structure: &'s Structure,
    /// What is struck out on the page: byte offsets, in order.
    struck: &'s [Range<usize>],
    /// The number of the part that enacts.
    enacting: usize,
    /// The new wordings that do not end before the part.
    quotations: &'s [Range<usize>],
    /// What was read so far.
    reading: Reading,
    /// What the parts around leave to the part, each with its depth.
    contexts: Vec<(usize, Context)>,
    /// How deep the paragraph stands that leads to the items behind it (`Thay thế:`), and how many contexts there are with its own.
    leading: Option<(usize, usize)>,
    /// What the subject or the enacting words leave to all articles.
    announced: Option<Context>,
    /// The annex around the part, by depth, with the list that it holds.
    annex: Option<(usize, usize)>,
    /// Lists that may stand right below the sentence that leads to them, by its depth.
    open_lists: Vec<(usize, usize)>,
    /// The beginning of a sentence that goes on in the part, with the depth of its own part.
    torn: Option<(Vec<Token>, usize)>,
    /// What the last heading in an annex says of the list below it, where it stands in no division.
    group: Option<Context>,
}

impl Walk<'_> {
    /// Reads part number `index`, and keeps what it leaves to the parts below it.
    fn read(&mut self, index: usize) {
        let part = &self.structure.parts[index];
        let is_led = self.enter(index);
        if self.is_settled_as_annex(part) {
            return;
        }
        let Some(scope) = self.scope(index) else { return };
        let spoken = (part, self.spoken_end(part));
        let (mut tokens, struck) = tokens_of(self.blocks, self.structure, spoken, self.struck);
        self.reading.silent.extend(unread_struck(&struck, scope));
        let mut depth = part.depth;
        let was_torn = self.torn.is_some();
        if let Some((mut begun, begun_depth)) = self.torn.take() {
            begun.extend_from_slice(&tokens);
            (tokens, depth) = (Cow::Owned(begun), begun_depth);
        }
        let nearest = self.contexts.last();
        let is_of_annex = self.annex.is_some_and(|(depth, _)| nearest.is_some_and(|last| last.0 == depth));
        // A heading is compared with what is done to the list, not with the heading before.
        let of_list = nearest.map(|(_, context)| context).or(self.announced.as_ref());
        let headed = of_list
            .and_then(|above| Headed::of(self.blocks, part, &tokens, above, &self.reading, self.annex));
        let context = self.group.as_ref().filter(|_| is_of_annex && headed.is_none()).or(of_list);
        if scope == Scope::Acts
            && !is_row(self.blocks, part)
            && goes_on(self.structure, index, &tokens, was_torn)
        {
            self.torn = Some((tokens.into_owned(), depth));
            return;
        }
        let (before, lists) = (self.reading.instructions.len(), self.reading.elsewhere.len());
        let mut left = read(&tokens, scope, context, &mut self.reading).map(|context| {
            // A caption stands beside the articles of its chapter.
            (if part.role == Role::Caption { depth.saturating_sub(1) } else { depth }, context)
        });
        // What the enacting words name is meant by articles that name nothing.
        if let Some((_, context)) = &left
            && scope == Scope::Announces
            && matches!(part.role, Role::Subject | Role::Enacting)
            && context.amends()
        {
            self.announced = Some(context.clone());
        }
        if let Some(headed) = headed {
            left = headed.leave(left, depth, lists, &mut self.reading.elsewhere);
            if is_of_annex && matches!(part.role, Role::Text | Role::Caption) {
                self.group = left.take().map(|(_, context)| context);
            }
        }
        if part.role == Role::Text && !is_led && left.is_some() && leads_below(&tokens) {
            self.leading = Some((depth, self.contexts.len() + 1));
        }
        summarise_parents(&self.contexts, &mut self.reading.instructions, before);
        self.contexts.extend(left);
        if self.reading.instructions.len() > before {
            self.note_lists_read(part, is_led);
        }
        self.open_lists.extend((lists..self.reading.elsewhere.len()).map(|list| (part.depth, list)));
        let wording = wording(self.structure, index, self.quotations);
        give_wording(wording.as_ref(), &mut self.reading.instructions[before..]);
    }

    /// Leaves behind what is not around part number `index`; whether that is an item that a paragraph as deep as it leads to.
    fn enter(&mut self, index: usize) -> bool {
        let part = &self.structure.parts[index];
        let led = self.leading.filter(|(depth, _)| *depth == part.depth && is_item(self.structure, index));
        let is_led = led.is_some();
        self.leading = led.or(self.leading.filter(|(depth, _)| *depth < part.depth));
        // What one item leaves is not said of the next.
        self.contexts.truncate(led.map_or(self.contexts.len(), |(_, count)| count));
        let is_left = |depth: usize| depth > part.depth || (depth == part.depth && !is_led);
        while self.contexts.pop_if(|(depth, _)| is_left(*depth)).is_some() {}
        while self.open_lists.pop_if(|(depth, _)| is_left(*depth)).is_some() {}
        self.annex = self.annex.filter(|(depth, _)| *depth < part.depth);
        if self.annex.is_none() || matches!(part.role, Role::Part | Role::Chapter | Role::Section) {
            self.group = None;
        }
        let passed = self.quotations.iter().take_while(|quotation| quotation.end <= part.text.start);
        self.quotations = &self.quotations[passed.count()..];
        is_led
    }

    /// Whether a part begins an annex to which a sentence leads, or one in which nothing acts: its own words then say nothing, and what
    /// is said of those below is kept.
    fn is_settled_as_annex(&mut self, part: &Part) -> bool {
        if part.role == Role::Annex
            && let Some(list) = self.reading.elsewhere.iter().rposition(|list| list.is_in(&part.number))
        {
            self.contexts.push((part.depth, self.reading.elsewhere[list].context.clone()));
            self.annex = Some((part.depth, list));
            return true;
        }
        if may_act(part) {
            return false;
        }
        let doubt = Some(Doubt::OnlyPlanned);
        self.contexts.push((part.depth, Context { doubt, ..Context::of(Below::Nothing) }));
        true
    }

    /// What the sentences of part number `index` can say; before the enacting words nothing acts.
    fn scope(&self, index: usize) -> Option<Scope> {
        let scope = scope(self.structure.parts[index].role)?;
        let is_before = scope == Scope::Acts && index < self.enacting;
        Some(if is_before { Scope::TellsOfOthers } else { scope })
    }

    /// The byte before which a part says its own words: what stands behind a quotation in the same paragraph is said by this text
    /// again.
    fn spoken_end(&self, part: &Part) -> usize {
        let open =
            self.quotations.iter().find(|next| next.end > part.text.end || next.start >= part.text.end);
        open.map_or(part.text.end, |next| next.start.max(part.text.start))
    }

    /// Notes that documents of the lists around a part were read where they stand.
    fn note_lists_read(&mut self, part: &Part, is_led: bool) {
        let above = self.open_lists.iter().filter(|(depth, _)| *depth < part.depth || is_led);
        for (_, list) in self.annex.iter().chain(above) {
            self.reading.elsewhere[*list].is_read = true;
        }
    }
}

/// Gives the new wording that a part leads to to the instructions that it holds.
fn give_wording(wording: Option<&Range<usize>>, instructions: &mut [Instruction]) {
    for instruction in instructions {
        let has_wording = matches!(instruction.action, Action::Replace | Action::Insert | Action::Replaces)
            && !instruction.provisions.is_empty();
        instruction.wording = wording.filter(|_| has_wording).cloned();
    }
}

/// Makes summaries of what is only announced above the instructions from number `before` on, which say it one by one:
/// `1. Nghị quyết số A:`, and below `a) Khoản 2 Điều 3`.
fn summarise_parents(contexts: &[(usize, Context)], instructions: &mut [Instruction], before: usize) {
    let says_more = |instruction: &Instruction| {
        instruction.agent == Agent::This
            && (!instruction.provisions.is_empty() || instruction.words.is_some())
    };
    if !instructions[before..].iter().any(says_more) {
        return;
    }
    for parent in contexts.iter().filter_map(|(_, context)| context.parent) {
        let Some(parent) = instructions.get_mut(parent) else { continue };
        parent.is_summary = true;
        parent.extent = Extent::Partial;
        if parent.action == Action::Repeals {
            parent.action = Action::Delete;
        }
    }
}

/// The new wording that a part leads to: in its own words, or in the part right behind it.
fn wording(structure: &Structure, index: usize, quotations: &[Range<usize>]) -> Option<Range<usize>> {
    let part = structure.parts.get(index)?;
    let end = match structure.parts.get(index + 1) {
        Some(next) if next.role == Role::Quoted => next.text.start + 1,
        _ => part.text.end,
    };
    quotations.first().filter(|next| next.start >= part.text.start && next.start < end).cloned()
}

/// The number of the part that enacts (QUYẾT NGHỊ), where one stands before all provisions: nothing acts before it.
fn enacting(structure: &Structure) -> usize {
    let is_end = |part: &Part| {
        matches!(part.role, Role::Enacting | Role::Article | Role::Chapter | Role::Annex | Role::Regulation)
    };
    let end = structure.parts.iter().position(is_end);
    end.filter(|end| structure.parts[*end].role == Role::Enacting).unwrap_or(0)
}

/// Whether what stands below a part may do something: an annex and an attached plan hold figures, forms and tasks.
fn may_act(part: &Part) -> bool {
    const PLANS: [&str; 6] = ["de-an", "chuong-trinh", "ke-hoach", "phuong-an", "bieu", "bang"];
    let name = part.anchor.as_deref().unwrap_or_default();
    let is_plan = part.role == Role::Regulation && PLANS.iter().any(|plan| name.starts_with(plan));
    part.role != Role::Annex && !is_plan
}

/// What the sentences of a part can say; `None` where they say nothing of documents.
fn scope(role: Role) -> Option<Scope> {
    match role {
        Role::Basis | Role::Consideration => Some(Scope::TellsOfOthers),
        Role::Title | Role::Subject | Role::Enacting | Role::Part | Role::Chapter | Role::Caption => {
            Some(Scope::Announces)
        }
        Role::Article
        | Role::Section
        | Role::Clause
        | Role::Subclause
        | Role::Point
        | Role::Dash
        | Role::Item
        | Role::Text
        | Role::Adoption => Some(Scope::Acts),
        _ => None,
    }
}

/// What a part would do that is struck out.
fn unread_struck(struck: &[Token], scope: Scope) -> Option<UnreadAct> {
    if struck.is_empty() || scope != Scope::Acts {
        return None;
    }
    let mut reading = Reading::default();
    let _: Option<Context> = read(struck, scope, None, &mut reading);
    let act = reading.instructions.into_iter().find(|act| act.agent == Agent::This)?;
    Some(UnreadAct { action: act.action, document: act.target, sentence: act.sentence, is_struck: true })
}
