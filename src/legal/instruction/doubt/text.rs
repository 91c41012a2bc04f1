//! What makes an instruction unsure that stands in other sentences of the text, before it or behind.

use std::collections::BTreeSet;
use std::ops::Range;

use super::going_on::Kept;
use crate::legal::instruction::context::Elsewhere;
use crate::legal::instruction::mention::{names_symbol, symbol};
use crate::legal::instruction::provision::named_at;
use crate::legal::instruction::sentence::Reading;
use crate::legal::instruction::time::is_year;
use crate::legal::instruction::verb::verb_at;
use crate::legal::instruction::words::{LIST, QUANTITIES, RESOLUTIONS, SELVES, leads_below};
use crate::legal::instruction::{Action, Agent, Certainty, Day, Doubt, Extent, Instruction, Instructions};
use crate::legal::structure::phrase::{Phrase, is_any, phrases};
use crate::legal::structure::spoken_date::date_at;
use crate::legal::structure::token::{Kind, Token};
use crate::legal::structure::{Role, Structure};

/// What was read, doubted where other parts of the text speak against it.
pub(in crate::legal::instruction) fn weighed(structure: &Structure, mut reading: Reading) -> Instructions {
    doubt_wordings(structure, &mut reading.instructions);
    reading.kept.extend(take_mere_extensions(&mut reading.instructions));
    compare_continued(structure, &reading.kept, &mut reading.instructions);
    doubt_named_by_place(&reading.kept, &mut reading.instructions);
    doubt_open_lists(structure, &mut reading.instructions);
    doubt_remarked(structure, &mut reading.instructions);
    doubt_days(structure, &mut reading.instructions);
    let unread_lists =
        reading.elsewhere.iter().filter(|list| !list.is_read).map(Elsewhere::annex_list).collect();
    Instructions {
        found: reading.instructions,
        unread_lists,
        unread_acts: reading.silent,
        counts: reading.counts,
    }
}

/// Doubts what may be said by the new wording of another document: `Sửa đổi Điều 5 như sau:`, and below without marks `Điều 5. Bãi bỏ
/// Nghị quyết số B`.
fn doubt_wordings(structure: &Structure, instructions: &mut [Instruction]) {
    let is_doubtful = |at: usize| {
        let behind = structure.doubtful.partition_point(|range| range.end <= at);
        structure.doubtful.get(behind).is_some_and(|range| range.start <= at)
    };
    for instruction in instructions.iter_mut().filter(|one| is_doubtful(one.target.start)) {
        instruction.doubt(Doubt::NotUnderstood);
    }
}

/// Leaves out days that cannot be those of an instruction, and doubts what would hold on days that cannot be.
fn doubt_days(structure: &Structure, instructions: &mut [Instruction]) {
    let earliest = structure.facts.adopted.as_ref().or(structure.facts.dated.as_ref()).map(|day| day.value);
    for instruction in instructions {
        // Nothing ends before the resolution that ends it: such a day belongs to something else in the sentence.
        let is_too_early =
            matches!(instruction.from, Some(Day::On(day)) if earliest.is_some_and(|own| day < own));
        // `trong năm 2025` begins with the resolution where that is of the same year.
        let is_one_year =
            instruction.action == Action::Suspends && is_year(instruction.from, instruction.until);
        if is_too_early && (instruction.action.ends_wording() || is_one_year) {
            instruction.from = None;
        }
        let is_told =
            is_too_early && instruction.action == Action::Ends && instruction.extent == Extent::Whole;
        let is_impossible = matches!((instruction.from, instruction.until),
            (Some(Day::On(from)), Some(Day::On(until))) if until < from);
        if is_impossible || is_told {
            instruction.doubt(Doubt::NotUnderstood);
        }
    }
}

/// Takes out what says that a document goes on without a day to come, which is nothing else than what it does anyway.
fn take_mere_extensions(instructions: &mut Vec<Instruction>) -> Vec<Kept> {
    let is_mere = |instruction: &mut Instruction| {
        instruction.action == Action::Extends
            && instruction.until.is_none()
            && instruction.certainty == Certainty::Unsure(Doubt::Contradiction)
    };
    let mere = instructions.extract_if(.., is_mere);
    mere.map(|one| Kept { document: Some(one.target), sentence: None }).collect()
}

/// A document that a text ends and of which another sentence says that it goes on (`Điều 4 Nghị quyết số A tiếp tục có hiệu lực`)
/// has not ended for certain.
fn compare_continued(structure: &Structure, kept: &[Kept], instructions: &mut [Instruction]) {
    let symbol_of = |named: &Range<usize>| -> Vec<u64> {
        symbol(structure.tokens(named.start, named.end).unwrap_or_default()).collect()
    };
    let named = kept.iter().filter_map(|kept| Some((symbol_of(kept.document.as_ref()?), kept.sentence)));
    let continued: BTreeSet<(Vec<u64>, Option<usize>)> = named.collect();
    for instruction in instructions.iter_mut().filter(|instruction| instruction.ends_surely()) {
        let named = symbol_of(&instruction.target);
        let said = continued.range((named.clone(), None)..).take_while(|(of, _)| *of == named);
        if said.into_iter().any(|(_, sentence)| *sentence != Some(instruction.sentence.start)) {
            instruction.doubt(Doubt::Contradiction);
        }
    }
}

/// Doubts the whole ending of the last document of a sentence behind which a list may follow that was not read: `Bãi bỏ Nghị quyết
/// số A, gồm:`
fn doubt_open_lists(structure: &Structure, instructions: &mut [Instruction]) {
    let mut later: Option<Range<usize>> = None;
    for instruction in instructions.iter_mut().rev().filter(|one| one.agent == Agent::This) {
        let is_last = later.replace(instruction.sentence.clone()).as_ref() != Some(&instruction.sentence);
        let is_whole = is_last && instruction.ends_surely() && !instruction.is_summary;
        let (from, to) = (instruction.target.end, instruction.sentence.end);
        let tokens = if is_whole { structure.tokens(from, to) } else { None };
        if tokens.and_then(<[Token]>::last).is_some_and(|last| last.is_mark(':')) {
            instruction.doubt(Doubt::NotUnderstood);
        }
    }
}

/// Doubts the whole ending of a document of which the line below says how far or when: `1. Nghị quyết số A.`, `Nội dung bãi bỏ: Điều 3.`
fn doubt_remarked(structure: &Structure, instructions: &mut [Instruction]) {
    let part_of = |at: usize| structure.parts.partition_point(|part| part.text.start <= at).checked_sub(1);
    let acting: BTreeSet<usize> = instructions.iter().filter_map(|one| part_of(one.sentence.start)).collect();
    // What was found out of the part that was looked at last.
    let mut last: Option<(usize, bool)> = None;
    for instruction in instructions.iter_mut().filter(|one| one.ends_surely()) {
        let Some(index) = part_of(instruction.sentence.start) else { continue };
        let known = last.filter(|(of, _)| *of == index).map(|(_, is_limited)| is_limited);
        let is_limited =
            known.unwrap_or_else(|| !acting.contains(&(index + 1)) && is_limited_below(structure, index));
        last = Some((index, is_limited));
        if is_limited {
            instruction.doubt(Doubt::NotUnderstood);
        }
    }
}

/// Whether the part behind part number `index` belongs to it, names no document and tells of a part or of a day.
fn is_limited_below(structure: &Structure, index: usize) -> bool {
    let Some((part, next)) = structure.parts.get(index).zip(structure.parts.get(index + 1)) else {
        return false;
    };
    let is_below = match next.role {
        Role::Text => next.depth >= part.depth,
        Role::Point | Role::Dash | Role::Item => next.depth > part.depth && part.role != Role::Article,
        _ => false,
    };
    let from = next.label.end.max(next.text.start);
    let tokens = structure.tokens(from, next.text.end).unwrap_or_default();
    // `Các nghị quyết được giữ nguyên:` heads another list.
    let leads = leads_below(tokens);
    is_below && !leads && limits_what_stands_before(tokens) && !names_symbol(tokens)
}

/// Doubts what a text ends before a sentence that says more of some of these documents, it does not say which by their names.
fn doubt_named_by_place(kept: &[Kept], instructions: &mut [Instruction]) {
    let last = kept.iter().rfind(|kept| kept.document.is_none()).and_then(|kept| kept.sentence);
    let Some(last) = last else { return };
    for instruction in instructions.iter_mut().filter(|one| one.sentence.start < last && one.ends_surely()) {
        instruction.doubt(Doubt::Contradiction);
    }
}

/// Whether a line is the heading of another list: `DANH MỤC NGHỊ QUYẾT TIẾP TỤC ÁP DỤNG`, `B. Bãi bỏ một phần`.
fn heads_another_list(line: &[Token]) -> bool {
    if line.last().is_some_and(|last| last.is_mark('.')) {
        return false;
    }
    let label = match line {
        [label, mark, ..] if mark.is_one_of(&['.', ')', '/']) && label.kind != Kind::Mark => 2,
        _ => 0,
    };
    let begin = LIST.ends_at(line, label).unwrap_or(label);
    let begin = begin + line[begin..].iter().take_while(|token| token.is_among(QUANTITIES)).count();
    is_any(RESOLUTIONS, line, begin) || verb_at(line, begin).is_some()
}

/// Whether a line below a document says how far or when that ends: `Nội dung bãi bỏ: Điều 3.`, `(Chỉ bãi bỏ phần học phí)`, `Thời điểm hết
/// hiệu lực: ngày 01/3/2026.`
pub(in crate::legal::instruction) fn limits_what_stands_before(line: &[Token]) -> bool {
    const FIRST: usize = 12;
    const LIMITING: &[Phrase] = phrases!(
        "nội dung bãi bỏ, nội dung hết hiệu lực, nội dung thay thế, phạm vi, chỉ, trừ, một phần, phần, \
         thời điểm, tiếp tục, vẫn, giữ nguyên, giữ lại, còn hiệu lực"
    );
    let near = 0..line.len().min(FIRST);
    let says = near.clone().any(|at| is_any(LIMITING, line, at) || date_at(line, at).is_some());
    let names = near.into_iter().find_map(|at| named_at(line, at));
    let is_of_this = (0..line.len()).any(|at| is_any(SELVES, line, at));
    !is_of_this && !heads_another_list(line) && (says || names.is_some_and(|list| !list.is_own))
}
