//! Parts as they are put together: what is open, where it ends, which anchors are taken.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Part, Role};

/// A part before it has found its place.
#[derive(Debug)]
pub(super) struct Seed {
    /// What it is.
    pub(super) role: Role,
    /// Index of its block.
    pub(super) block: usize,
    /// Its own words.
    pub(super) text: Range<usize>,
    /// Its label.
    pub(super) label: Range<usize>,
    /// What the label counts.
    pub(super) number: String,
    /// The anchor it asks for.
    pub(super) anchor: Option<String>,
}

impl Seed {
    /// A part without label and anchor, which nothing is counted from.
    pub(super) fn plain(role: Role, block: usize, text: Range<usize>) -> Self {
        let label = text.start..text.start;
        Self { role, block, text, label, number: String::new(), anchor: None }
    }
}

/// The parts so far and those that are still open.
#[derive(Debug, Default)]
pub(super) struct Tree {
    parts: Vec<Part>,
    open: Vec<(u8, usize)>,
    anchors: BTreeMap<String, u32>,
}

impl Tree {
    /// Adds a part that others may belong to, in place of those that are open at its level or below.
    pub(super) fn open(&mut self, level: u8, seed: Seed) -> usize {
        self.close(level);
        let index = self.leaf(seed);
        self.open.push((level, index));
        index
    }

    /// Adds a part that nothing belongs to, to the innermost open one.
    pub(super) fn leaf(&mut self, seed: Seed) -> usize {
        let anchor = seed.anchor.map(|anchor| self.unique(anchor));
        let index = self.parts.len();
        self.parts.push(Part {
            role: seed.role,
            blocks: seed.block..seed.block + 1,
            end: seed.text.end,
            text: seed.text,
            label: seed.label,
            number: seed.number,
            anchor,
            parent: self.open.last().map(|(_, index)| *index),
            depth: self.open.len(),
        });
        index
    }

    /// Lets the last part go on to byte `end` of block `block`.
    pub(super) fn extend(&mut self, block: usize, end: usize) {
        if let Some(part) = self.parts.last_mut() {
            part.text.end = end;
            part.end = end;
            part.blocks.end = block + 1;
        }
    }

    /// Closes what is open at `level` or below.
    pub(super) fn close(&mut self, level: u8) {
        while let Some((_, index)) = self.open.pop_if(|(open, _)| *open >= level) {
            self.finish(index);
        }
    }

    /// How many parts there are.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// The part that was added last.
    pub(super) fn last(&self) -> Option<&Part> {
        self.parts.last()
    }

    /// The level of the innermost open part.
    pub(super) fn level(&self) -> Option<u8> {
        self.open.last().map(|(level, _)| *level)
    }

    /// The anchor of the innermost open part above `level` that has one.
    pub(super) fn anchor_above(&self, level: u8) -> Option<&str> {
        self.open
            .iter()
            .rev()
            .filter(|(open, _)| *open < level)
            .find_map(|(_, index)| self.parts[*index].anchor.as_deref())
    }

    /// Whether an anchor is taken.
    pub(super) fn has_anchor(&self, anchor: &str) -> bool {
        self.anchors.contains_key(anchor)
    }

    /// All parts, each with its end.
    pub(super) fn finish_all(mut self) -> Vec<Part> {
        self.close(0);
        self.parts
    }

    /// Everything behind an open part belongs to it until it is closed.
    fn finish(&mut self, index: usize) {
        if let Some((end, blocks_end)) = self.parts.last().map(|last| (last.end, last.blocks.end)) {
            let part = &mut self.parts[index];
            part.end = part.end.max(end);
            part.blocks.end = part.blocks.end.max(blocks_end);
        }
    }

    /// A repeated label gets an anchor of its own: `dieu-2-lap-2`.
    fn unique(&mut self, anchor: String) -> String {
        let count = self.anchors.entry(anchor.clone()).or_insert(0);
        *count += 1;
        if *count == 1 {
            return anchor;
        }
        let repeated = format!("{anchor}-lap-{count}");
        self.anchors.entry(repeated.clone()).or_insert(1);
        repeated
    }
}
