//! The preamble: legal bases (căn cứ), what was considered, and the words that enact.

use super::Role;
use super::line::Passage;
use super::phrase::{Phrase, first_phrase, is_any, phrases};
use super::token::{Case, token_at};

/// Beginnings of legal bases.
const BASES: &[Phrase] = phrases!("căn cứ");

/// Beginnings of what was considered.
const CONSIDERATIONS: &[Phrase] =
    phrases!("xét, theo đề nghị, trên cơ sở, sau khi, qua xem xét, thực hiện, để, tiếp theo, được sự, theo");
/// How many of [`CONSIDERATIONS`] are sure enough to begin one in the middle of a line.
const SURE: usize = 2;

const ENACTING: &[Phrase] = phrases!("quyết nghị, quyết định, nghị quyết");
const COUNCILS: &[Phrase] = phrases!("hội đồng nhân dân, hđnd");
/// What a council does in enacting words that are a sentence.
const ISSUES: &[Phrase] = phrases!("ban hành nghị quyết, quyết nghị, thông qua nghị quyết");
/// In how many tokens a council is named at most.
const LONGEST_NAME: usize = 14;

/// The role of a recital that begins at index `at` with a capital.
pub(super) fn recital_at(passage: &Passage<'_>, at: usize) -> Option<Role> {
    if !passage.tokens.get(at)?.is_capital() {
        return None;
    }
    if is_any(BASES, passage.tokens, at) {
        return Some(Role::Basis);
    }
    is_any(CONSIDERATIONS, passage.tokens, at).then_some(Role::Consideration)
}

/// Whether the recital at index `at` begins with words that begin hardly anything else.
pub(super) fn is_sure(passage: &Passage<'_>, at: usize) -> bool {
    is_any(BASES, passage.tokens, at) || is_any(&CONSIDERATIONS[..SURE], passage.tokens, at)
}

/// A recital that begins in the middle of a line, behind the end of another.
pub(super) fn recital_within(passage: &Passage<'_>, at: usize) -> Option<Role> {
    let tokens = passage.tokens;
    let before = &tokens[at.checked_sub(1)?];
    if !tokens.get(at)?.is_capital() || !before.is_one_of(&[';', '.']) {
        return None;
    }
    if is_any(BASES, tokens, at) {
        return Some(Role::Basis);
    }
    is_any(&CONSIDERATIONS[..SURE], tokens, at).then_some(Role::Consideration)
}

/// The index behind `QUYẾT NGHỊ:`, where it stands at index `at`.
pub(super) fn enacting_at(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let tokens = passage.tokens;
    let (index, end) = first_phrase(ENACTING, tokens, at)?;
    let is_loud = tokens[at..end].iter().all(|token| token.case == Case::Upper);
    let has_colon = token_at(tokens, end).is_mark(':');
    let is_alone = at == 0 && end + usize::from(has_colon) == tokens.len();
    let is_enacting = if index == 0 { is_loud || is_alone } else { is_loud && has_colon };
    is_enacting.then_some(end + usize::from(has_colon))
}

/// Whether the line says `Hội đồng nhân dân ... ban hành Nghị quyết ...`, as since 2025.
pub(super) fn is_enacting_sentence(passage: &Passage<'_>, at: usize) -> bool {
    let tokens = passage.tokens;
    let Some((_, name_end)) = first_phrase(COUNCILS, tokens, at) else { return false };
    (name_end..tokens.len().min(name_end + LONGEST_NAME)).any(|index| {
        first_phrase(ISSUES, tokens, index)
            .is_some_and(|(form, end)| form != 1 || end == tokens.len() || tokens[end].is_one_of(&[':', '.']))
    })
}
