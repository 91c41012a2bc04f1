//! Items of a list of documents, with a number or dash before them or without.

use super::mention::{mentions, names_symbol};
use super::provision::named_at;
use super::words::{CONTENTS, DOCUMENTS, PARTS, QUANTITIES, QUOTES, WORDINGS, leads_below};
use crate::legal::structure::phrase::{first_phrase, is_any, words};
use crate::legal::structure::token::{Kind, Token, token_at};
use crate::legal::structure::{Part, Role, Structure};

/// Whether part number `index` is an item of a list that a paragraph as deep as it leads to; one without a number or dash names a
/// document: `Bãi bỏ các Nghị quyết sau:`, `Nghị quyết số A;`, `Nghị quyết số B.`
pub(super) fn is_item(structure: &Structure, index: usize) -> bool {
    match structure.parts[index].role {
        Role::Clause | Role::Point | Role::Dash | Role::Item => return true,
        Role::Text => {}
        _ => return false,
    }
    names_listed(&structure.parts[index], structure) || is_remark(structure, index)
}

/// Whether a paragraph without a number or dash is an item of a list of documents.
fn names_listed(part: &Part, structure: &Structure) -> bool {
    structure.tokens(part.text.start, part.text.end).is_some_and(begins_with_listed)
}

/// Whether part number `index` stands between two items of a list and says something of the first: `- Nghị quyết số A;`, `Lý do: không
/// còn phù hợp.`, `- Nghị quyết số B.`
fn is_remark(structure: &Structure, index: usize) -> bool {
    let part = &structure.parts[index];
    let is_beside = |index: Option<usize>| {
        let beside = index.and_then(|index| structure.parts.get(index));
        beside.filter(|beside| beside.depth == part.depth).is_some_and(|beside| match beside.role {
            Role::Dash | Role::Item => true,
            Role::Text => names_listed(beside, structure),
            _ => false,
        })
    };
    let tokens = structure.tokens(part.text.start, part.text.end).unwrap_or_default();
    let leads = leads_below(tokens);
    is_beside(index.checked_sub(1)) && is_beside(Some(index + 1)) && !leads && !names_symbol(tokens)
}

/// Whether an item of a list of documents begins: `Nghị quyết số A`, `(1) Một số điều của Nghị quyết số A`.
pub(super) fn begins_with_listed(tokens: &[Token]) -> bool {
    let number = behind_item_number(tokens);
    let begin = number + tokens[number..].iter().take_while(|token| token.is_among(QUANTITIES)).count();
    let is_listed = named_at(tokens, begin).is_some()
        || is_any(CONTENTS, tokens, begin)
        || is_any(DOCUMENTS, tokens, begin)
        || first_phrase(WORDINGS, tokens, begin)
            .is_some_and(|(_, end)| token_at(tokens, end).is_one_of(&QUOTES))
        // `Một số điều, khoản của`
        || (begin > number && token_at(tokens, begin).is_among(PARTS));
    is_listed && !mentions(tokens).is_empty()
}

/// The index behind the number of an item in brackets: `(1) Nghị quyết số A`.
pub(super) fn behind_item_number(tokens: &[Token]) -> usize {
    match tokens {
        [open, number, close, ..]
            if open.is_mark('(') && number.kind == Kind::Number && close.is_mark(')') =>
        {
            3
        }
        _ => 0,
    }
}

/// Whether tokens begin with the small Roman number of an item: `ii) Nghị quyết số A`.
pub(super) fn is_item_number(tokens: &[Token]) -> bool {
    const NUMBERS: &[u64] = words!("ii iii iv vi vii viii");
    matches!(tokens, [number, mark, ..] if number.is_among(NUMBERS) && mark.is_mark(')'))
}
