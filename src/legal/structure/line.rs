//! The lines of blocks, and passages of tokens in them.

use super::Block;
use super::token::{Token, tokenize};

/// A line that holds more than spaces.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Index of its block.
    pub(super) block: usize,
    /// First byte in the source, spaces left out.
    pub(super) start: usize,
    /// Byte behind the last.
    pub(super) end: usize,
    /// Whether it is the first line of its block.
    pub(super) opens_block: bool,
}

impl Line {
    /// Its words.
    pub(super) fn text<'a>(&self, blocks: &[Block<'a>]) -> &'a str {
        slice(&blocks[self.block], self.start, self.end)
    }
}

/// The text of a block between two offsets in the source; empty where they are not in the block.
pub(super) fn slice<'a>(block: &Block<'a>, start: usize, end: usize) -> &'a str {
    let (from, to) = (start.saturating_sub(block.start), end.saturating_sub(block.start));
    block.text.get(from..to).unwrap_or("")
}

/// All lines of some blocks; empty ones are left out.
pub(super) fn lines(blocks: &[Block<'_>]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(blocks.len());
    for (block, Block { text, start, .. }) in blocks.iter().enumerate() {
        let (mut from, mut opens_block) = (0, true);
        for to in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
            let raw = &text[from..to];
            let words = raw.trim();
            if !words.is_empty() {
                let begin = start + from + (raw.len() - raw.trim_start().len());
                lines.push(Line { block, start: begin, end: begin + words.len(), opens_block });
                opens_block = false;
            }
            from = to + 1;
        }
    }
    lines
}

/// The tokens of a piece of text together with the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Passage<'a> {
    /// The text that the tokens are of.
    pub(crate) text: &'a str,
    /// Where the text begins in the source.
    pub(crate) start: usize,
    /// The tokens.
    pub(crate) tokens: &'a [Token],
}

impl<'a> Passage<'a> {
    /// The words of the source between two offsets.
    pub(crate) fn slice(&self, start: usize, end: usize) -> &'a str {
        let (from, to) = (start.saturating_sub(self.start), end.saturating_sub(self.start));
        self.text.get(from..to).unwrap_or("")
    }

    /// The words of one token.
    pub(crate) fn word(&self, token: &Token) -> &'a str {
        self.slice(token.start, token.end)
    }

    /// Whether no space stands before the token at `index`.
    pub(crate) fn adjoins(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).and_then(|before| self.tokens.get(before)) else {
            return false;
        };
        self.tokens.get(index).is_some_and(|token| {
            before.end == token.start
                || !self.slice(before.end, token.start).contains(|letter: char| letter.is_whitespace())
        })
    }
}

/// The tokens of `text` in a list of their own.
pub(crate) fn tokens(text: &str, start: usize) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokenize(text, start, &mut tokens);
    tokens
}
