//! Slips of a text that are no matter of numbers: marks that were forgotten, what a page left behind.

use std::ops::Range;

/// What a slip is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// A quotation of new wording that no mark closes
    UnclosedQuotation,
    /// The number of a page between two parts of a sentence
    PageNumber,
    /// The head or foot of a page between two parts of a sentence
    RunningHead,
    /// A table whose columns are parted by tabs
    TableOfTabs,
    /// A sentence that breaks off before an empty line
    TornSentence,
}

/// A slip of a text where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// What it is.
    pub kind: SlipKind,
    /// Its words, or the mark that it begins with: byte offsets.
    pub range: Range<usize>,
}
