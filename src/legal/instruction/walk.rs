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
    let mut reading = Reading::default();
    let mut contexts: Vec<(usize, Context)> = Vec::new();
    // How deep the paragraph stands that leads to the items behind it (`Thay thế:`), and how many contexts there are with its own.
    let mut leading: Option<(usize, usize)> = None;
    let mut announced: Option<Context> = None;
    // The annex that the walk is in, by depth, with the list that it holds.
    let mut annex: Option<(usize, usize)> = None;
    // Lists that may stand right below the sentence that leads to them, by its depth.
    let mut open_lists: Vec<(usize, usize)> = Vec::new();
    let enacting = enacting(structure);
    let mut quotations = structure.quotations.as_slice();
    // The beginning of a sentence that goes on in the next part, with the depth of its part.
    let mut torn: Option<(Vec<Token>, usize)> = None;
    // What the last heading in an annex says of the list below it, where it stands in no division.
    let mut group: Option<Context> = None;
    for (index, part) in structure.parts.iter().enumerate() {
        let led = leading.filter(|(depth, _)| *depth == part.depth && is_item(structure, index));
        let is_led = led.is_some();
        leading = led.or(leading.filter(|(depth, _)| *depth < part.depth));
        // What one item leaves is not said of the next.
        contexts.truncate(led.map_or(contexts.len(), |(_, count)| count));
        let is_left = |depth: usize| depth > part.depth || (depth == part.depth && !is_led);
        while contexts.pop_if(|(depth, _)| is_left(*depth)).is_some() {}
        while open_lists.pop_if(|(depth, _)| is_left(*depth)).is_some() {}
        annex = annex.filter(|(depth, _)| *depth < part.depth);
        if annex.is_none() || matches!(part.role, Role::Part | Role::Chapter | Role::Section) {
            group = None;
        }
        while let Some((first, rest)) = quotations.split_first()
            && first.end <= part.text.start
        {
            quotations = rest;
        }
        if part.role == Role::Annex
            && let Some(list) = reading.elsewhere.iter().rposition(|list| list.is_in(&part.number))
        {
            contexts.push((part.depth, reading.elsewhere[list].context.clone()));
            annex = Some((part.depth, list));
            continue;
        }
        if !may_act(part) {
            let doubt = Some(Doubt::OnlyPlanned);
            contexts.push((part.depth, Context { doubt, ..Context::of(Below::Nothing) }));
            continue;
        }
        let Some(mut scope) = scope(part.role) else { continue };
        if scope == Scope::Acts && index < enacting {
            scope = Scope::TellsOfOthers;
        }
        // What stands behind a quotation in the same paragraph is said by this text again.
        let open = quotations.iter().find(|next| next.end > part.text.end || next.start >= part.text.end);
        let end = open.map_or(part.text.end, |next| next.start.max(part.text.start));
        let (mut tokens, struck_here) = tokens_of(blocks, structure, (part, end), struck);
        reading.silent.extend(unread_struck(&struck_here, scope));
        let mut depth = part.depth;
        let was_torn = torn.is_some();
        if let Some((mut begun, begun_depth)) = torn.take() {
            begun.extend_from_slice(&tokens);
            (tokens, depth) = (Cow::Owned(begun), begun_depth);
        }
        let is_of_annex = annex.is_some_and(|(depth, _)| contexts.last().is_some_and(|last| last.0 == depth));
        // A heading is compared with what is done to the list, not with the heading before.
        let of_list = contexts.last().map(|(_, context)| context).or(announced.as_ref());
        let headed = of_list.and_then(|above| Headed::of(blocks, part, &tokens, above, &reading, annex));
        let context = group.as_ref().filter(|_| is_of_annex && headed.is_none()).or(of_list);
        if scope == Scope::Acts && !is_row(blocks, part) && goes_on(structure, index, &tokens, was_torn) {
            torn = Some((tokens.into_owned(), depth));
            continue;
        }
        let (before, lists) = (reading.instructions.len(), reading.elsewhere.len());
        let mut left = None;
        if let Some(context) = read(&tokens, scope, context, &mut reading) {
            // What the enacting words name is meant by articles that name nothing.
            if scope == Scope::Announces
                && matches!(part.role, Role::Subject | Role::Enacting)
                && context.amends()
            {
                announced = Some(context.clone());
            }
            // A caption stands beside the articles of its chapter.
            let depth = if part.role == Role::Caption { depth.saturating_sub(1) } else { depth };
            left = Some((depth, context));
        }
        if let Some(headed) = headed {
            left = headed.leave(left, depth, lists, &mut reading.elsewhere);
            if is_of_annex && matches!(part.role, Role::Text | Role::Caption) {
                group = left.take().map(|(_, context)| context);
            }
        }
        if part.role == Role::Text && !is_led && left.is_some() && leads_below(&tokens) {
            leading = Some((depth, contexts.len() + 1));
        }
        summarise_parents(&contexts, &mut reading.instructions, before);
        contexts.extend(left);
        if reading.instructions.len() > before {
            let above = open_lists.iter().filter(|(depth, _)| *depth < part.depth || is_led);
            for list in annex.iter().chain(above).map(|(_, list)| *list) {
                reading.elsewhere[list].is_read = true;
            }
        }
        open_lists.extend((lists..reading.elsewhere.len()).map(|list| (part.depth, list)));
        let wording = wording(structure, index, quotations);
        give_wording(wording.as_ref(), &mut reading.instructions[before..]);
    }
    weighed(structure, reading)
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
