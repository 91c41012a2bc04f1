//! A body as a tree, kept flat: its words in one piece, and marks that say where elements begin and end among them.
//!
//! A mark takes eight bytes, so the tree is smaller than the HTML of the same body. Whatever shows or reads a body walks its
//! [`Piece`]s once, from the first to the last; nothing ever goes back from HTML to words.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::element::{Class, Element};
use super::kept;

/// The words of a body and the elements around them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tree {
    /// All words in order, as they are read: without character references. A line that ends within a paragraph ends with `\n`.
    #[serde(with = "kept::words")]
    words: String,
    /// Where elements begin and end, in order. Those of one place stand before the words there.
    #[serde(with = "kept::marks")]
    marks: Vec<Placed>,
    /// Attributes that few elements have, each once.
    attributes: Vec<Attribute>,
}

/// A mark before a byte of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed {
    at: u32,
    /// The sort of the mark in the lowest eight bits, what it is about in the others.
    packed: u32,
}

impl Placed {
    /// Its place in the upper half, the mark in the lower one.
    pub(super) fn to_bits(self) -> u64 {
        (u64::from(self.at) << 32) | u64::from(self.packed)
    }

    pub(super) fn from_bits(bits: u64) -> Self {
        let [a, b, c, d, at @ ..] = bits.to_le_bytes();
        Self { at: u32::from_le_bytes(at), packed: u32::from_le_bytes([a, b, c, d]) }
    }
}

/// An attribute as HTML has it, its value without character references.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// What stands between words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// An element begins.
    Open(Element, Class),
    /// An element ends.
    Close(Element),
    /// The anchor of the element that has just begun: index.
    Anchor(usize),
    /// The link of the text whose address the element that has just begun gets: index.
    Link(usize),
    /// A further attribute of the element that has just begun: index.
    Attribute(usize),
    /// A mention begins: index.
    Mention(usize),
    /// A mention ends.
    MentionEnd,
    /// Here remarks on a provision can stand: index.
    Remark(usize),
    /// A tag of an editor that is not made safe yet: index of an attribute that holds it. None in a body that has been read.
    Raw(usize),
}

impl Mark {
    fn pack(self) -> u32 {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).min(u32::MAX >> 8) << 8;
        match self {
            Self::Open(element, class) => (u32::from(element as u8) << 8) | (u32::from(class as u8) << 16),
            Self::Close(element) => (u32::from(element as u8) << 8) | 1,
            Self::Anchor(index) => number(index) | 2,
            Self::Link(index) => number(index) | 3,
            Self::Attribute(index) => number(index) | 4,
            Self::Mention(index) => number(index) | 5,
            Self::MentionEnd => 6,
            Self::Remark(index) => number(index) | 7,
            Self::Raw(index) => number(index) | 8,
        }
    }

    fn unpack(packed: u32) -> Self {
        let number = (packed >> 8) as usize;
        let [sort, element, class, _] = packed.to_le_bytes();
        // Only what was packed above is kept.
        let element = Element::from_number(element).unwrap_or(Element::Span);
        match sort {
            0 => Self::Open(element, Class::from_number(class)),
            1 => Self::Close(element),
            2 => Self::Anchor(number),
            3 => Self::Link(number),
            4 => Self::Attribute(number),
            5 => Self::Mention(number),
            6 => Self::MentionEnd,
            7 => Self::Remark(number),
            _ => Self::Raw(number),
        }
    }

    /// Whether it says more of the element that has just begun.
    fn is_of_tag(self) -> bool {
        matches!(self, Self::Anchor(_) | Self::Link(_) | Self::Attribute(_))
    }

    /// Whether a paragraph or the like begins or ends.
    fn is_border(self) -> bool {
        matches!(self, Self::Open(element, _) | Self::Close(element) if element.is_block())
    }
}

/// A piece of a body, as it is walked.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'t> {
    /// Words, without character references.
    Words(&'t str),
    /// An element begins.
    Open(ElementStart<'t>),
    /// An element ends; one that can hold nothing has no end.
    Close(Element),
    /// A mention begins: index.
    Mention(usize),
    /// The mention that began last ends.
    MentionEnd,
    /// Here remarks on a provision can stand: index.
    Remark(usize),
    /// A tag of an editor that is not made safe yet.
    Raw(&'t str),
}

/// The beginning of an element.
#[derive(Debug, Clone, Copy)]
pub struct ElementStart<'t> {
    /// What it is.
    pub element: Element,
    /// What it is to the page.
    pub class: Class,
    tree: &'t Tree,
    /// The anchors of the body.
    anchors: &'t [String],
    /// What says more of it.
    marks: &'t [Placed],
}

impl<'t> ElementStart<'t> {
    fn marks(self) -> impl Iterator<Item = Mark> + use<'t> {
        self.marks.iter().map(|placed| Mark::unpack(placed.packed))
    }

    /// Its anchor.
    #[must_use]
    pub fn anchor(self) -> Option<&'t str> {
        self.marks().find_map(|mark| match mark {
            Mark::Anchor(index) => self.anchors.get(index).map(String::as_str),
            _ => None,
        })
    }

    /// The relative link or picture of the text that it is: index.
    #[must_use]
    pub fn link(self) -> Option<usize> {
        self.marks().find_map(|mark| match mark {
            Mark::Link(index) => Some(index),
            _ => None,
        })
    }

    /// Its further attributes.
    pub fn attributes(self) -> impl Iterator<Item = &'t Attribute> {
        self.marks().filter_map(move |mark| match mark {
            Mark::Attribute(index) => self.tree.attributes.get(index),
            _ => None,
        })
    }

    /// The value of a further attribute.
    #[must_use]
    pub fn attribute(self, name: &str) -> Option<&'t str> {
        self.attributes().find(|attribute| attribute.name == name).map(|attribute| attribute.value.as_str())
    }
}

impl Tree {
    /// Whether nothing can be read in it.
    pub(super) fn is_blank(&self) -> bool {
        self.marks.is_empty() && self.words.trim().is_empty()
    }

    /// About how many bytes it takes as HTML.
    #[must_use]
    pub fn size_as_html(&self) -> usize {
        const BYTES_OF_MARK: usize = 24;
        self.words.len() + self.marks.len() * BYTES_OF_MARK
    }

    /// Its words.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Its pieces; `anchors` are those of the body.
    pub(super) fn pieces<'t>(&'t self, anchors: &'t [String]) -> Pieces<'t> {
        Pieces { tree: self, anchors, next: 0, at: 0 }
    }

    /// The index of the first mark behind the words before byte `at`.
    fn marks_from(&self, at: usize) -> usize {
        self.marks.partition_point(|placed| (placed.at as usize) < at)
    }

    /// The marks between words of a range: those that stand before its first word are left out, those behind its last too.
    pub(super) fn marks_within(&self, start: usize, end: usize) -> Range<usize> {
        let first = self.marks.partition_point(|placed| placed.at as usize <= start);
        first..self.marks_from(end).max(first)
    }

    /// The element that a mark begins or ends, by its name, and whether it ends it; `None` for other marks.
    pub(super) fn element_at(&self, index: usize) -> Option<(&str, bool)> {
        match self.mark(index)? {
            Mark::Open(element, _) => Some((element.name(), false)),
            Mark::Close(element) => Some((element.name(), true)),
            Mark::Raw(index) => {
                let tag = self.attributes.get(index)?.value.strip_prefix('<')?;
                let name = tag.strip_prefix('/').unwrap_or(tag);
                Some((name.split([' ', '>', '\n']).next()?, tag.starts_with('/')))
            }
            _ => None,
        }
    }

    /// Whether emphasis begins (`false`) or ends (`true`) with a mark right before byte `at` of the words.
    pub(super) fn emphasis_at(&self, index: usize, at: usize) -> Option<bool> {
        const NAMES: [&str; 6] = ["em", "strong", "del", "b", "i", "u"];
        self.marks.get(index).filter(|placed| placed.at as usize == at)?;
        let is_bare = match self.mark(index)? {
            Mark::Raw(raw) => !self.attributes.get(raw)?.value.contains(' '),
            _ => true,
        };
        self.element_at(index).filter(|(name, _)| is_bare && NAMES.contains(name)).map(|(_, ends)| ends)
    }

    pub(super) fn mark(&self, index: usize) -> Option<Mark> {
        self.marks.get(index).map(|placed| Mark::unpack(placed.packed))
    }

    /// The words of the paragraph or the like in which a range stands: before the range, its own, and behind it, the outer ones
    /// at most `far` bytes long.
    pub(super) fn words_around(&self, range: &Range<usize>, far: usize) -> [String; 3] {
        let within = self.marks_within(range.start, range.end);
        let near = self.words.floor_char_boundary(range.start.saturating_sub(far));
        let far = self.words.floor_char_boundary(range.end.saturating_add(far).min(self.words.len()));
        let (before, behind) = self.marks.split_at(within.start);
        let behind = behind.get(within.len()..).unwrap_or_default();
        let is_border = |placed: &&Placed| Mark::unpack(placed.packed).is_border();
        let from = before.iter().rev().take_while(|placed| placed.at as usize >= near).find(is_border);
        let from = from.map_or(near, |placed| placed.at as usize);
        let to = behind.iter().take_while(|placed| placed.at as usize <= far).find(is_border);
        let to = to.map_or(far, |placed| placed.at as usize);
        [from..range.start, range.clone(), range.end..to]
            .map(|part| self.runs(part).concat().replace('\n', " "))
    }

    /// The words of a range, cut where marks stand; a space stands for each border. Numbers that lead to footnotes are left
    /// out.
    pub(super) fn runs(&self, range: Range<usize>) -> Vec<&str> {
        let mut runs = Vec::new();
        let mut from = range.start;
        let mut is_in_reference = false;
        let first = self.marks.partition_point(|placed| placed.at as usize <= range.start);
        for placed in self.marks[first..].iter().take_while(|placed| (placed.at as usize) < range.end) {
            if !is_in_reference {
                runs.extend(self.words.get(from..placed.at as usize));
            }
            from = placed.at as usize;
            match Mark::unpack(placed.packed) {
                Mark::Open(Element::Sup, Class::FootnoteReference) => is_in_reference = true,
                Mark::Close(Element::Sup) => is_in_reference = false,
                mark if mark.is_border() => runs.push(" "),
                _ => {}
            }
        }
        if !is_in_reference {
            runs.extend(self.words.get(from..range.end));
        }
        runs
    }

    /// The row of a table around a byte of the words, as runs between marks; none outside tables.
    pub(super) fn row_around(&self, at: usize) -> Vec<&str> {
        let place = self.marks.partition_point(|placed| placed.at as usize <= at);
        let is = |wanted: fn(Mark) -> bool| move |placed: &Placed| wanted(Mark::unpack(placed.packed));
        let from =
            self.marks[..place].iter().rposition(is(|mark| matches!(mark, Mark::Open(Element::Tr, _))));
        let to = self.marks[place..].iter().position(is(|mark| matches!(mark, Mark::Close(Element::Tr))));
        let from = from.map_or(at, |index| self.marks[index].at as usize);
        let to = to.map_or(at, |length| self.marks[place + length].at as usize);
        self.runs(from..to)
    }
}

/// The pieces of a body in order.
#[derive(Debug, Clone)]
pub struct Pieces<'t> {
    tree: &'t Tree,
    anchors: &'t [String],
    /// The next mark.
    next: usize,
    /// The next byte of the words.
    at: usize,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let Self { tree, anchors, .. } = *self;
        let place = tree.marks.get(self.next).map_or(tree.words.len(), |placed| placed.at as usize);
        if self.at < place {
            let words = tree.words.get(self.at..place)?;
            self.at = place;
            return Some(Piece::Words(words));
        }
        let mark = tree.mark(self.next)?;
        self.next += 1;
        Some(match mark {
            Mark::Open(element, class) => {
                let rest = &tree.marks[self.next..];
                let count = rest.iter().take_while(|placed| Mark::unpack(placed.packed).is_of_tag()).count();
                self.next += count;
                Piece::Open(ElementStart { element, class, tree, anchors, marks: &rest[..count] })
            }
            Mark::Close(element) => Piece::Close(element),
            Mark::Mention(index) => Piece::Mention(index),
            Mark::MentionEnd => Piece::MentionEnd,
            Mark::Remark(index) => Piece::Remark(index),
            Mark::Raw(index) => Piece::Raw(tree.attributes.get(index).map_or("", |raw| raw.value.as_str())),
            // These stand behind the beginning of an element only.
            Mark::Anchor(_) | Mark::Link(_) | Mark::Attribute(_) => return self.next(),
        })
    }
}

/// A tree that grows.
#[derive(Debug, Default)]
pub(super) struct Builder {
    tree: Tree,
    /// The anchors in the order of the text.
    anchors: Vec<String>,
}

impl Builder {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        let tree = Tree { words: String::with_capacity(bytes), ..Tree::default() };
        Self { tree, anchors: Vec::new() }
    }

    /// The tree so far.
    pub(super) fn tree(&self) -> &Tree {
        &self.tree
    }

    /// How many bytes of words there are.
    pub(super) fn length(&self) -> usize {
        self.tree.words.len()
    }

    /// How many marks there are.
    pub(super) fn mark_count(&self) -> usize {
        self.tree.marks.len()
    }

    pub(super) fn words(&mut self, words: &str) {
        self.tree.words.push_str(words);
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        let at = u32::try_from(self.tree.words.len()).unwrap_or(u32::MAX);
        self.tree.marks.push(Placed { at, packed: mark.pack() });
    }

    pub(super) fn open(&mut self, element: Element) {
        self.mark(Mark::Open(element, Class::Plain));
    }

    pub(super) fn open_as(&mut self, element: Element, class: Class) {
        self.mark(Mark::Open(element, class));
    }

    pub(super) fn close(&mut self, element: Element) {
        self.mark(Mark::Close(element));
    }

    /// Gives the element that has just begun an anchor.
    pub(super) fn anchor(&mut self, anchor: &str) {
        self.mark(Mark::Anchor(self.anchors.len()));
        self.anchors.push(anchor.to_owned());
    }

    /// Gives the element that has just begun an attribute.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        let index = self.kept_attribute(name, value);
        self.mark(Mark::Attribute(index));
    }

    /// Adds a tag of an editor.
    pub(super) fn raw(&mut self, tag: &str) {
        let index = self.kept_attribute("", tag);
        self.mark(Mark::Raw(index));
    }

    fn kept_attribute(&mut self, name: &str, value: &str) -> usize {
        /// How many are looked through for one that is the same; few texts have more.
        const MOST: usize = 16;
        let attributes = &mut self.tree.attributes;
        let same = |attribute: &Attribute| attribute.name == name && attribute.value == value;
        attributes.iter().take(MOST).position(same).unwrap_or_else(|| {
            attributes.push(Attribute { name: name.to_owned(), value: value.to_owned() });
            attributes.len() - 1
        })
    }

    /// Changes each mark, or takes it away.
    pub(super) fn revise(&mut self, mut revised: impl FnMut(Mark) -> Option<Mark>) {
        self.tree.marks.retain_mut(|placed| match revised(Mark::unpack(placed.packed)) {
            Some(mark) => {
                placed.packed = mark.pack();
                true
            }
            None => false,
        });
    }

    /// Takes away the last beginning of an element of this class, behind which no words stand.
    pub(super) fn take_back(&mut self, class: Class) {
        let marks = &mut self.tree.marks;
        if let Some(at) = marks
            .iter()
            .rposition(|placed| matches!(Mark::unpack(placed.packed), Mark::Open(_, own) if own == class))
        {
            marks.remove(at);
        }
    }

    /// Puts mentions around words of the last marks: each with the indexes of the marks that it begins before and ends
    /// before, and its range of words. They are in order and do not overlap.
    pub(super) fn insert_mentions(&mut self, from: usize, mentions: &[(usize, PlaceInTree)]) {
        let rest = self.tree.marks.split_off(from);
        let mut next = from;
        let mut rest = rest.into_iter();
        let marks = &mut self.tree.marks;
        let placed =
            |at: usize, mark: Mark| Placed { at: u32::try_from(at).unwrap_or(u32::MAX), packed: mark.pack() };
        for (mention, place) in mentions {
            for (index, at, mark) in [
                (place.marks.start, place.words.start, Mark::Mention(*mention)),
                (place.marks.end, place.words.end, Mark::MentionEnd),
            ] {
                marks.extend(rest.by_ref().take(index.saturating_sub(next)));
                next = next.max(index);
                marks.push(placed(at, mark));
            }
        }
        marks.extend(rest);
    }

    /// The tree, with anchors as `sorted` has them.
    pub(super) fn finish(self, sorted: &[String]) -> Tree {
        let Self { mut tree, anchors } = self;
        for placed in &mut tree.marks {
            if let Mark::Anchor(index) = Mark::unpack(placed.packed)
                && let Some(anchor) = anchors.get(index)
                && let Ok(index) = sorted.binary_search(anchor)
            {
                placed.packed = Mark::Anchor(index).pack();
            }
        }
        // What is kept of 100,000 bodies keeps no room to grow.
        tree.words.shrink_to_fit();
        tree.marks.shrink_to_fit();
        tree.attributes.shrink_to_fit();
        tree
    }

    /// The pieces so far, with the anchors in the order of the text.
    pub(super) fn pieces(&self) -> Pieces<'_> {
        self.tree.pieces(&self.anchors)
    }
}

/// Where a part of the text stands in a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlaceInTree {
    /// Bytes of the words.
    pub(super) words: Range<usize>,
    /// The marks that stand among them.
    pub(super) marks: Range<usize>,
}
