//! What a resolution does to other documents (sửa đổi, thay thế, bãi bỏ, ...), sentence by sentence.
//!
//! Documents are not resolved here: a finding holds the byte ranges of the words that name them, to be joined with
//! citations recognised elsewhere.

mod agent;
mod mention;
mod object;
mod sentence;
mod time;
mod verb;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use std::borrow::Cow;
use std::ops::Range;

use crate::legal::RelationKind;
use crate::legal::structure::token::{Token, tokenize};
use crate::legal::structure::{Block, Part, Role, Structure};
use crate::text::Date;
use sentence::{Context, Scope};

/// What is done to a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Action {
    /// Sửa đổi, bổ sung; also `thay thế cụm từ`, `bãi bỏ cụm từ`
    Amends,
    /// Thay thế
    Replaces,
    /// Bãi bỏ, hủy bỏ
    Repeals,
    /// `... hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực`
    Ends,
    /// Ngưng hiệu lực, tạm ngưng, đình chỉ thi hành
    Suspends,
    /// Kéo dài, gia hạn thời gian thực hiện
    Extends,
    /// Đính chính
    Corrects,
    /// Quy định chi tiết, hướng dẫn thi hành
    Details,
    /// Hợp nhất
    Consolidates,
}

impl Action {
    /// The relation between documents that the action makes.
    #[must_use]
    pub fn relation(self) -> RelationKind {
        match self {
            Self::Amends => RelationKind::Amends,
            Self::Replaces => RelationKind::Replaces,
            Self::Repeals | Self::Ends => RelationKind::Repeals,
            Self::Suspends => RelationKind::Suspends,
            Self::Extends => RelationKind::Extends,
            Self::Corrects => RelationKind::Corrects,
            Self::Details => RelationKind::Details,
            Self::Consolidates => RelationKind::Consolidates,
        }
    }
}

/// Who does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agent {
    /// The resolution that says so.
    This,
    /// Another document, named by these words: byte offsets. `Nghị quyết số A được sửa đổi bởi Nghị quyết số B`
    Other(Range<usize>),
}

/// How much of a document is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// The whole of it (toàn bộ), or nothing less is said.
    Whole,
    /// A part of it (một phần, một số điều, khoản 2 Điều 5, cụm từ).
    Partial,
}

/// A day that an action begins or ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Day {
    /// `ngày Nghị quyết này có hiệu lực`
    OfEffect,
    /// A day of the calendar.
    On(Date),
}

/// The document that something is done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// The words that name the document, `Nghị quyết số 12/2020/NQ-HĐND ngày 10/7/2020`: byte offsets.
    pub document: Range<usize>,
    /// The words that name its provisions, `khoản 2 Điều 5`: byte offsets.
    pub provisions: Option<Range<usize>>,
}

/// A finding: someone does something to documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What is done.
    pub action: Action,
    /// Who does it.
    pub agent: Agent,
    /// What it is done to; never empty.
    pub objects: Vec<Object>,
    /// How much of them.
    pub extent: Extent,
    /// From which day.
    pub from: Option<Day>,
    /// To which day, that day included.
    pub until: Option<Day>,
    /// The sentence that says so: byte offsets.
    pub sentence: Range<usize>,
}

/// What a text does to other documents. Takes time in proportion to its length.
///
/// Its subject counts. Recitals, quoted new wordings and the list of recipients do nothing; of a recital only what it
/// says of two other documents is kept (`Luật A được sửa đổi bởi Luật B`).
#[must_use]
pub fn effects(blocks: &[Block<'_>], structure: &Structure) -> Vec<Effect> {
    let mut found = Vec::new();
    let mut contexts: Vec<(usize, Context)> = Vec::new();
    let mut quotations = structure.quotations.as_slice();
    for part in &structure.parts {
        while contexts.pop_if(|(depth, _)| *depth >= part.depth).is_some() {}
        while let Some((first, rest)) = quotations.split_first()
            && first.end <= part.text.start
        {
            quotations = rest;
        }
        let Some(scope) = scope(part.role) else { continue };
        let end = quotations.first().map_or(part.text.end, |next| next.start.max(part.text.start));
        let tokens = tokens_of(blocks, structure, part, end);
        let context = contexts.last().map(|(_, context)| context);
        if let Some(context) = sentence::read(&tokens, scope, context, &mut found) {
            contexts.push((part.depth, context));
        }
    }
    found
}

/// What a title says that its document does: `Sửa đổi, bổ sung một số điều của Nghị quyết số ...`. `start` is the
/// byte of the source where the title begins.
#[must_use]
pub fn effects_of_title(title: &str, start: usize) -> Vec<Effect> {
    let mut tokens = Vec::new();
    tokenize(title, start, &mut tokens);
    let mut found = Vec::new();
    let _: Option<Context> = sentence::read(&without_quoted(&tokens), Scope::Acts, None, &mut found);
    found
}

/// What the sentences of a part can say; `None` where they say nothing of documents.
fn scope(role: Role) -> Option<Scope> {
    match role {
        Role::Basis | Role::Consideration => Some(Scope::TellsOfOthers),
        Role::Subject
        | Role::Article
        | Role::Section
        | Role::Clause
        | Role::Subclause
        | Role::Point
        | Role::Dash
        | Role::Item
        | Role::Text => Some(Scope::Acts),
        _ => None,
    }
}

/// The tokens of a part behind its label and before byte `end`; what is quoted is left out.
fn tokens_of<'s>(
    blocks: &[Block<'_>],
    structure: &'s Structure,
    part: &Part,
    end: usize,
) -> Cow<'s, [Token]> {
    let (from, end) = (part.label.end.max(part.text.start), end.min(part.text.end));
    let tokens = match structure.tokens(from, end) {
        Some(tokens) => Cow::Borrowed(tokens),
        None => Cow::Owned(tokens_anew(blocks, part, from..end)),
    };
    if tokens.iter().any(|token| token.is_one_of(&['“', '"', '«'])) {
        return Cow::Owned(without_quoted(&tokens));
    }
    tokens
}

/// The tokens of a range of a part that begins or ends within a word, as in a head whose lines ran together.
fn tokens_anew(blocks: &[Block<'_>], part: &Part, range: Range<usize>) -> Vec<Token> {
    let mut tokens = Vec::new();
    for block in blocks.iter().take(part.blocks.end).skip(part.blocks.start) {
        let from = range.start.max(block.start);
        let to = range.end.min(block.start + block.text.len()).max(from);
        if let Some(text) = block.text.get(from - block.start..to - block.start) {
            tokenize(text, from, &mut tokens);
        }
    }
    tokens
}

/// The tokens that stand in no quotation; the marks themselves stay.
fn without_quoted(tokens: &[Token]) -> Vec<Token> {
    let mut depth = 0_usize;
    let mut is_straight_open = false;
    let mut kept = Vec::with_capacity(tokens.len());
    for token in tokens {
        if token.is_one_of(&['”', '»']) {
            depth = depth.saturating_sub(1);
        }
        let is_straight = token.is_mark('"');
        if is_straight {
            is_straight_open = !is_straight_open;
        }
        if depth == 0 && (!is_straight_open || is_straight) {
            kept.push(*token);
        }
        if token.is_one_of(&['“', '«']) {
            depth += 1;
        }
    }
    kept
}
