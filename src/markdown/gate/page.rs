//! What is open in blocks of HTML.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::CowStr;

use super::list::List;

/// What is open in blocks of HTML.
#[derive(Default)]
pub(super) struct Page<'a> {
    /// What holds the words that come.
    pub(super) holder: Holder,
    /// A heading that has no words yet: its level, and where its tag stands.
    pub(super) heading: Option<(u8, usize)>,
    pub(super) formats: Vec<Format<'a>>,
    pub(super) lists: Vec<List>,
    /// For each open table: whether it stays a table, and does not only hold the text of a page.
    pub(super) tables: Vec<bool>,
    pub(super) nesting: Nesting,
    /// For each open quotation: its event.
    pub(super) quotes: Vec<usize>,
    /// Whether words stand in the holder.
    pub(super) has_words: bool,
    pub(super) gap: Option<Gap>,
    /// Whether the words are kept as they are laid out.
    pub(super) is_laid: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Holder {
    #[default]
    None,
    /// The item itself.
    Item,
    /// The paragraph or heading that begins with this event.
    Block(usize),
}

/// Words within a line that are written in a way of their own.
pub(super) struct Format<'a> {
    pub(super) name: &'static str,
    pub(super) opens: CowStr<'a>,
    pub(super) is_written: bool,
}

/// What parts the words that come from those before.
#[derive(Debug, Clone)]
pub(super) enum Gap {
    Space(Range<usize>),
    Break(Range<usize>, usize),
}

/// What is open among tags that are written as they stand.
#[derive(Default)]
pub(super) struct Nesting {
    pub(super) depth: usize,
    /// For each element that lies too deep: how many of its closing tags belong to none that is written.
    pub(super) flattened: BTreeMap<String, usize>,
}

impl Nesting {
    /// Deepest nesting that is kept. Browsers flatten too, and the sanitiser takes long for each level.
    const DEEPEST: usize = 64;

    /// Whether an opening tag is to be written.
    pub(super) fn opens(&mut self, name: &str) -> bool {
        let ends_itself = matches!(
            name,
            "p" | "li"
                | "tr"
                | "td"
                | "th"
                | "dt"
                | "dd"
                | "thead"
                | "tbody"
                | "tfoot"
                | "col"
                | "br"
                | "hr"
                | "img"
                | "wbr"
        );
        if ends_itself || self.depth < Self::DEEPEST {
            self.depth += usize::from(!ends_itself);
            return true;
        }
        *self.flattened.entry(name.to_owned()).or_default() += 1;
        false
    }

    /// Whether a closing tag is to be written.
    pub(super) fn closes(&mut self, name: &str) -> bool {
        if let Some(count) = self.flattened.get_mut(name).filter(|count| **count > 0) {
            *count -= 1;
            return false;
        }
        self.depth = self.depth.saturating_sub(1);
        true
    }
}
