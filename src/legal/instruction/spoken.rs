//! The tokens of a part that its text says itself: no label, nothing that is struck out or quoted, no address of a link.

use std::borrow::Cow;
use std::ops::Range;

use crate::legal::structure::token::{Token, tokenize};
use crate::legal::structure::{Block, Part, Structure};

/// The tokens of a part behind its label and before byte `end`, and those of them that are struck out; what is quoted is
/// left out.
pub(super) fn tokens_of<'s>(
    blocks: &[Block<'_>],
    structure: &'s Structure,
    (part, end): (&Part, usize),
    struck: &[Range<usize>],
) -> (Cow<'s, [Token]>, Vec<Token>) {
    let (from, end) = (part.label.end.max(part.text.start), end.min(part.text.end));
    let tokens = match structure.tokens(from, end) {
        Some(tokens) => Cow::Borrowed(tokens),
        None => Cow::Owned(tokens_anew(blocks, part, from..end)),
    };
    let struck = struck_out(blocks, part, struck);
    let mut struck_tokens = Vec::new();
    let tokens = if struck.is_empty() {
        tokens
    } else {
        let is_left = |token: &Token| {
            let behind = struck.partition_point(|range| range.start <= token.start);
            behind.checked_sub(1).is_none_or(|at| struck[at].end <= token.start)
        };
        let (left, out): (Vec<Token>, Vec<Token>) = tokens.iter().partition(|token| is_left(token));
        struck_tokens = without_quoted(&out);
        Cow::Owned(left)
    };
    let tokens = match without_links(&tokens) {
        Some(bare) => Cow::Owned(bare),
        None => tokens,
    };
    if tokens.iter().any(|token| token.is_one_of(&['“', '"', '«'])) {
        return (Cow::Owned(without_quoted(&tokens)), struck_tokens);
    }
    (tokens, struck_tokens)
}

/// The byte ranges of a part that are struck out: by marks in its blocks, or as `struck` says.
fn struck_out(blocks: &[Block<'_>], part: &Part, struck: &[Range<usize>]) -> Vec<Range<usize>> {
    let first = struck.partition_point(|range| range.end <= part.text.start);
    let within = struck[first..].iter().take_while(|range| range.start < part.text.end);
    let mut found: Vec<Range<usize>> = within.cloned().collect();
    for block in blocks.iter().take(part.blocks.end).skip(part.blocks.start) {
        if block.start >= part.text.end {
            break;
        }
        let from = part.text.start.saturating_sub(block.start);
        let to = part.text.end - block.start;
        let Some(own) = block.text.get(from..to.min(block.text.len())) else { continue };
        // Nearly no text has one; a search for a pair costs more to begin.
        if memchr::memchr(b'~', own.as_bytes()).is_none() {
            continue;
        }
        let start = block.start + from;
        let marks: Vec<usize> = own.match_indices("~~").map(|(at, _)| start + at).collect();
        found.extend(marks.chunks_exact(2).map(|pair| pair[0]..pair[1]));
    }
    found.sort_by_key(|range| range.start);
    found
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

/// The tokens without the marks and addresses of Markdown links: `[Nghị quyết số A](https://...)`; `None` where there are none.
fn without_links(tokens: &[Token]) -> Option<Vec<Token>> {
    const LONGEST_ADDRESS: usize = 200;
    if !tokens.iter().any(|token| token.is_mark('[')) {
        return None;
    }
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut open: Option<usize> = None;
    let mut marks: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let leads = || tokens.get(at + 1).is_some_and(|next| next.is_mark('(') && next.start == token.end);
        if token.is_mark('[') {
            open = Some(kept.len());
        } else if token.is_mark(']')
            && leads()
            && let Some(mark) = open.take()
            && let Some(length) =
                tokens[at..].iter().take(LONGEST_ADDRESS).position(|token| token.is_mark(')'))
        {
            marks.push(mark);
            at += length + 1;
            continue;
        }
        kept.push(*token);
        at += 1;
    }
    let mut marks = marks.into_iter().peekable();
    let is_left = |(index, token)| marks.next_if_eq(&index).is_none().then_some(token);
    Some(kept.into_iter().enumerate().filter_map(is_left).collect())
}

/// The tokens that stand in no quotation; the marks themselves stay.
pub(super) fn without_quoted(tokens: &[Token]) -> Vec<Token> {
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
