//! Words that lead to a new wording (`được sửa đổi như sau:`), and labels that such a wording begins with.

use super::mark::Mark;
use crate::legal::structure::label::{Found, Label, label_at};
use crate::legal::structure::line::Passage;
use crate::legal::structure::phrase::{Phrase, is_any, phrases, words};
use crate::legal::structure::token::{Kind, Token, word};

const FOLLOWS: &[u64] = words!("sau đây thành");

/// Words that a quoted provision begins with.
const LABELS: &[u64] = words!("điều chương mục phần phụ khoản");

/// Verbs that begin a clause of an amending resolution.
pub(super) const AMENDING_CLAUSES: &[Phrase] =
    phrases!("sửa đổi, bổ sung, bãi bỏ, thay thế, thay, điều chỉnh, bỏ");

/// Verbs in the line before a new wording.
const AMENDING: &[Phrase] = phrases!("sửa đổi, bổ sung, thay thế");

/// Whether the label of a line is one that the line before names (`Sửa đổi điểm đ khoản 7 Điều 2 như sau:`), so that it is
/// the new wording, which nobody has put between marks.
pub(super) fn names_label(leads: &Passage<'_>, passage: &Passage<'_>) -> bool {
    const NEAR: usize = 40;
    let Some(found) = label_at(passage, 0) else { return false };
    let own = passage.first_tokens(NEAR).tokens;
    let amends = (found.end..own.len()).any(|at| is_any(AMENDING_CLAUSES, own, at));
    let own_label = label_at(leads, 0).map_or(0, |found| found.end);
    !amends && is_named(&leads.tokens[own_label..], &found)
}

/// The same for a line that may have verbs of amending, as long as it does not begin with one: what it does may be what the new
/// wording does.
pub(super) fn may_be_wording(leads: &[Token], passage: &Passage<'_>) -> bool {
    const BEGINNINGS: &[Phrase] = phrases!("sửa đổi, bổ sung, điều chỉnh, sửa");
    let Some(found) = label_at(passage, 0) else { return false };
    // The label of the leading line is its own.
    let own = leads.iter().take(3).position(|token| token.is_one_of(&['.', ')', ':'])).map_or(0, |at| at + 1);
    !is_any(BEGINNINGS, passage.tokens, found.end) && is_named(leads.get(own..).unwrap_or_default(), &found)
}

/// Where a wording may begin within a line: `Sửa đổi khoản 2 Điều 6 như sau: 2. ...`.
pub(super) fn wording_within(passage: &Passage<'_>) -> Option<usize> {
    const NEAR: usize = 200;
    let tokens = passage.first_tokens(NEAR).tokens;
    let behind = (1..tokens.len()).find(|at| leads_to_wording(&tokens[..*at]))?;
    let rest = passage.cut_at_byte(tokens[behind].start);
    let amends = (0..behind).any(|at| is_any(AMENDING, tokens, at));
    (amends && may_be_wording(&tokens[..behind], &rest)).then_some(rest.start)
}

/// Whether some tokens name the provision of a label.
fn is_named(tokens: &[Token], found: &Found) -> bool {
    let (unit, value) = match &found.label {
        Label::Article(number) => (word("điều"), u64::from(number.number)),
        Label::Clause(number) => (word("khoản"), u64::from(number.number)),
        Label::Point(letter) => (word("điểm"), *letter as u64),
        _ => return false,
    };
    let letter = match &found.label {
        Label::Article(number) | Label::Clause(number) => number.letter,
        _ => '\0',
    };
    let is_value = |token: &Token| match token.kind {
        Kind::Number => token.key == value && token.letter == letter && unit != word("điểm"),
        _ => unit == word("điểm") && token.letter != '\0' && token.letter as u64 == value,
    };
    (0..tokens.len()).filter(|at| tokens[*at].is_word(unit)).any(|at| {
        let list = tokens[at + 1..].iter().take_while(|token| {
            token.kind == Kind::Number
                || token.letter != '\0'
                || token.is_mark(',')
                || token.is_word(word("và"))
        });
        list.into_iter().any(is_value)
    })
}

/// Whether a line says that something is amended.
pub(super) fn amends(passage: &Passage<'_>) -> bool {
    const NEAR: usize = 200;
    let tokens = passage.first_tokens(NEAR).tokens;
    (0..tokens.len()).any(|at| is_any(AMENDING, tokens, at))
}

/// Whether `như sau:`, `sau đây:` or `thành:` stands before a mark.
pub(super) fn begins_wording(passage: &Passage<'_>, mark: &Mark) -> bool {
    let at = passage.start + mark.at;
    leads_to_wording(&passage.tokens[..passage.tokens.partition_point(|token| token.start < at)])
}

/// Whether tokens end with `như sau:`, `sau đây:` or `thành:`.
pub(super) fn leads_to_wording(tokens: &[Token]) -> bool {
    match tokens {
        [.., before, colon] if colon.is_mark(':') => before.is_among(FOLLOWS),
        _ => false,
    }
}

/// Whether a provision begins behind a mark.
pub(super) fn is_before_label(passage: &Passage<'_>, mark: &Mark) -> bool {
    match passage.cut_at_byte(passage.start + mark.at + mark.length).tokens {
        [first, second, ..] if first.kind == Kind::Number => second.is_mark('.'),
        [first, second, ..] if first.letter != '\0' => second.is_one_of(&[')', '.']),
        [first, second, ..] => second.kind != Kind::Mark && first.is_capital() && first.is_among(LABELS),
        _ => false,
    }
}
