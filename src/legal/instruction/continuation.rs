//! How a sentence goes on in the next part: an old text breaks its lines where the page ends.

use super::mention::mentions;
use super::provision::named_at;
use super::sentence::lists;
use super::verb::verb_at;
use super::words::{NAMED, QUANTITIES};
use crate::legal::structure::phrase::words;
use crate::legal::structure::token::{Case, Kind, Token};
use crate::legal::structure::{Block, Part, Role, Structure};

/// Whether the last sentence of part number `index`, whose tokens these are, goes on in the next part. `was_torn` says that it has
/// begun in the one before.
pub(super) fn goes_on(structure: &Structure, index: usize, tokens: &[Token], was_torn: bool) -> bool {
    let next = structure.parts.get(index + 1).filter(|next| next.role == Role::Text);
    let Some((part, next)) = structure.parts.get(index).zip(next) else { return false };
    let behind = structure.tokens(next.text.start, next.text.end).unwrap_or_default();
    let is_torn = !was_torn && is_torn(tokens, part.role == Role::Text);
    is_torn
        || (lacks_document(tokens, behind) && begins_with_document(behind))
        || (!was_torn && breaks_in_name(tokens, behind))
}

/// Whether a part is a row of a table whose columns are parted by tabs.
pub(super) fn is_row(blocks: &[Block<'_>], part: &Part) -> bool {
    let Some(block) = blocks.get(part.blocks.start) else { return false };
    let from = part.text.start.saturating_sub(block.start);
    let to = part.text.end.saturating_sub(block.start).min(block.text.len());
    block.text.get(from..to).is_some_and(|words| words.contains('\t'))
}

/// Whether the last sentence breaks off before what its verb is about: `Nghị quyết này thay thế`, where `may_lack_object`
/// says that this is no heading; `bãi bỏ khoản 2`, where the article stands in the next line.
fn is_torn(tokens: &[Token], may_lack_object: bool) -> bool {
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
fn lacks_document(tokens: &[Token], next: &[Token]) -> bool {
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
fn breaks_in_name(tokens: &[Token], next: &[Token]) -> bool {
    const LONGEST: usize = 200;
    let is_name = |token: &Token| token.kind == Kind::Word && token.case == Case::Capital;
    let ends = tokens.len() <= LONGEST && tokens.last().is_some_and(|last| last.is_among(&NAMED[..6]));
    let goes_on =
        || matches!(next, [first, second, third, ..] if is_name(first) && is_name(second) && !is_name(third));
    ends && goes_on() && (0..tokens.len()).any(|at| verb_at(tokens, at).is_some())
}

/// Whether a document, or a provision that is followed by one, is named at the beginning of some tokens.
fn begins_with_document(tokens: &[Token]) -> bool {
    const NEAR: usize = 40;
    let near = &tokens[..tokens.len().min(NEAR)];
    let start = usize::from(near.first().is_some_and(|first| first.is_among(words!("của thuộc tại và"))));
    let provisions = named_at(near, start).filter(|list| !list.is_own);
    let at = provisions.as_ref().map_or(start, |list| list.to);
    let ends = provisions.is_some() && at >= near.len();
    ends || mentions(near).first().is_some_and(|mention| mention.from == at)
}
