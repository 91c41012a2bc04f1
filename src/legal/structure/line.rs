//! A text in lines and tokens, and passages of it.

use super::Block;
use super::aside;
use super::slip::SlipKind;
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
    /// Whether the line before, in the same block, had room for its first word: somebody ended a paragraph there.
    pub(super) opens_paragraph: bool,
    /// What it is where it is no part of the sentence that it stands in.
    pub(super) aside: Option<SlipKind>,
    /// Index of its first token.
    first: usize,
    /// Index behind its last token.
    behind: usize,
}

/// A text in lines and tokens, made once for all that look for something in it.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// The blocks that it was given in.
    pub(super) blocks: &'a [Block<'a>],
    /// Its lines; empty ones are left out.
    pub(super) lines: Vec<Line>,
    /// The tokens of all lines.
    pub(super) tokens: Vec<Token>,
}

impl<'a> Text<'a> {
    /// Cuts blocks into lines and tokens, and notes what is no part of a sentence.
    pub(super) fn new(blocks: &'a [Block<'a>]) -> Self {
        // Vietnamese words and marks have five bytes and more, the space between them included.
        const BYTES_OF_TOKEN: usize = 5;
        let bytes: usize = blocks.iter().map(|block| block.text.len()).sum();
        let mut tokens = Vec::with_capacity(bytes / BYTES_OF_TOKEN);
        let mut lines = Vec::with_capacity(blocks.len());
        for (block, Block { text, start, .. }) in blocks.iter().enumerate() {
            let (mut from, mut opens_block) = (0, true);
            let width = width(text);
            for to in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
                let raw = &text[from..to];
                let words = raw.trim();
                if !words.is_empty() {
                    let begin = start + from + (raw.len() - raw.trim_start().len());
                    let first = tokens.len();
                    tokenize(words, begin, &mut tokens);
                    let (end, behind) = (begin + words.len(), tokens.len());
                    let opens_paragraph = !opens_block && opens_paragraph(text, from, width);
                    let aside = None;
                    lines.push(Line {
                        block,
                        start: begin,
                        end,
                        opens_block,
                        opens_paragraph,
                        aside,
                        first,
                        behind,
                    });
                    opens_block = false;
                }
                from = to + 1;
            }
        }
        let mut text = Self { blocks, lines, tokens };
        text.set_aside();
        text
    }

    /// Takes what a page has left between two parts of a sentence out of the tokens.
    fn set_aside(&mut self) {
        let found = aside::find(self);
        if found.is_empty() {
            return;
        }
        let mut taken = 0;
        let mut gone = vec![false; self.tokens.len()];
        let mut found = found.into_iter().peekable();
        for (index, line) in self.lines.iter_mut().enumerate() {
            line.first -= taken;
            if let Some((_, kind)) = found.next_if(|(aside, _)| *aside == index) {
                gone[line.first + taken..line.behind].fill(true);
                taken = line.behind - line.first;
                line.aside = Some(kind);
            }
            line.behind -= taken;
        }
        let mut gone = gone.into_iter();
        self.tokens.retain(|_| !gone.next().unwrap_or(false));
    }

    /// The block that a line stands in.
    pub(super) fn block(&self, line: &Line) -> &'a Block<'a> {
        &self.blocks[line.block]
    }

    /// A line with its tokens.
    pub(super) fn passage(&self, line: &Line) -> Passage<'_> {
        Passage {
            text: slice(self.block(line), line.start, line.end),
            start: line.start,
            tokens: &self.tokens[line.first..line.behind],
        }
    }
}

/// How many characters a line of a block has room for.
pub(crate) fn width(block: &str) -> usize {
    /// Nobody breaks lines earlier.
    const NARROWEST: usize = 60;
    if memchr::memchr(b'\n', block.as_bytes()).is_none() {
        return NARROWEST;
    }
    block.lines().map(|line| line.trim().chars().count()).max().unwrap_or(0).max(NARROWEST)
}

/// Whether the line before the one that begins at byte `at` of a block had room for its first word, so that the break is
/// the end of a paragraph and not where an editor's program broke a line.
pub(crate) fn opens_paragraph(block: &str, at: usize, width: usize) -> bool {
    /// How much narrower than the widest one a full line is.
    const SLACK: usize = 8;
    let before = block[..at].trim_end_matches(['\n', '\r']);
    let before = before.rsplit('\n').next().unwrap_or("").trim();
    // A symbol goes on: `Nghị quyết số 34/2023/NQ-`.
    if before.ends_with(['-', '/']) && before.chars().rev().nth(1).is_some_and(char::is_alphanumeric) {
        return false;
    }
    let first = block[at..].split_whitespace().next().unwrap_or("");
    before.chars().count() + 1 + first.chars().count() + SLACK < width
}

/// The text of a block between two offsets in the source; empty where they are not in the block.
pub(super) fn slice<'a>(block: &Block<'a>, start: usize, end: usize) -> &'a str {
    let (from, to) = (start.saturating_sub(block.start), end.saturating_sub(block.start));
    block.text.get(from..to).unwrap_or("")
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
    /// What of it stands at byte `start` of the source and behind.
    pub(super) fn cut_at_byte(&self, start: usize) -> Self {
        let start = start.max(self.start);
        let before = self.tokens.partition_point(|token| token.start < start);
        let text = self.text.get(start - self.start..).unwrap_or("");
        Self { text, start, tokens: &self.tokens[before..] }
    }

    /// It with its first `most` tokens only.
    pub(super) fn first_tokens(&self, most: usize) -> Self {
        Self { tokens: &self.tokens[..self.tokens.len().min(most)], ..*self }
    }

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
