//! A block of text while it is written: its plain text, and where each part of that stands in tree and source.

use std::ops::Range;

use super::tree::{PlaceInTree, Tree};

/// The text of a paragraph, heading, item or cell, with the way back from it.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Plain text, line breaks as spaces.
    pub(super) text: String,
    segments: Vec<Segment>,
}

/// A run of text that was written in one go.
#[derive(Debug)]
struct Segment {
    /// First byte in the block's text.
    text: usize,
    /// First byte in the words of the tree.
    words: usize,
    /// First byte in the source.
    source: usize,
    /// What it stands in.
    within: Within,
}

/// What a run of text stands in, as far as links go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// Nothing: a link may enclose it.
    Text,
    /// A link of the author's own, so that no other may enclose it.
    Link,
    /// Code, which names nothing.
    Code,
}

/// Where a part of a block's text stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Where in the tree; marks of emphasis that begin or end right there are taken in, so that each is closed that is opened.
    pub(super) tree: PlaceInTree,
    /// Bytes in the source.
    pub(super) source: Range<usize>,
    /// Whether a link of the author's own stands there; the tree has what that link has of it.
    pub(super) is_linked: bool,
}

impl Block {
    /// Adds a run of text that is about to be written behind byte `words` of a tree, and stands in the source at `source`.
    pub(super) fn push(&mut self, text: &str, words: usize, source: usize, within: Within) {
        self.segments.push(Segment { text: self.text.len(), words, source, within });
        self.text.push_str(text);
    }

    /// Where a range of the block's text stands; `None` where it is code, or no link can enclose it.
    pub(super) fn place(&self, range: &Range<usize>, tree: &Tree) -> Option<Place> {
        let first = self.segment_at(range.start)?;
        let last = self.segment_at(range.end.checked_sub(1)?)?;
        let segments = self.segments.get(first..=last)?;
        if segments.iter().any(|segment| segment.within == Within::Code) {
            return None;
        }
        let (start, end) = (segments.first()?, segments.last()?);
        let source = start.source + (range.start - start.text)..end.source + (range.end - end.text);
        let is_in_link = |segment: &Segment| segment.within == Within::Link;
        let linked = segments.iter().position(is_in_link).map(|from| {
            let count = segments[from..].iter().take_while(|segment| is_in_link(segment)).count();
            (first + from, first + from + count - 1)
        });
        // Of what goes on behind the author's link, or begins before it, only the link is meant.
        let (from, to) = linked.unwrap_or((first, last));
        let begin = if from == first { range.start } else { self.segments.get(from)?.text };
        let finish = if to == last { range.end } else { self.segments.get(to + 1)?.text };
        let in_words = |segment: usize, at: usize| {
            self.segments.get(segment).map(|segment| segment.words + (at - segment.text))
        };
        let words = in_words(from, begin)?..in_words(to, finish)?;
        let is_linked = linked.is_some();
        enclosable(tree, words).map(|tree| Place { tree, source, is_linked })
    }

    fn segment_at(&self, at: usize) -> Option<usize> {
        if at >= self.text.len() {
            return None;
        }
        self.segments.partition_point(|segment| segment.text <= at).checked_sub(1)
    }
}

/// The range with the marks in it, or with the nearest before and behind it that are needed for every element to be closed
/// that is opened there: a range that begins or ends right within emphasis takes that in.
fn enclosable(tree: &Tree, words: Range<usize>) -> Option<PlaceInTree> {
    let mut marks = tree.marks_within(words.start, words.end);
    loop {
        if is_balanced(tree, marks.clone()) {
            return Some(PlaceInTree { words, marks });
        }
        let before = marks.start.checked_sub(1).and_then(|index| tree.emphasis_at(index, words.start));
        let behind = tree.emphasis_at(marks.end, words.end);
        match (before, behind) {
            (Some(false), _) => marks.start -= 1,
            (_, Some(true)) => marks.end += 1,
            _ => return None,
        }
    }
}

/// Whether every element is closed among some marks that is opened there, each before the one around it.
fn is_balanced(tree: &Tree, marks: Range<usize>) -> bool {
    let mut open = Vec::new();
    for (name, ends) in marks.filter_map(|index| tree.element_at(index)) {
        match (name, ends) {
            // A link within the link.
            ("a", false) => return false,
            ("br" | "img" | "wbr", false) => {}
            (name, false) => open.push(name),
            (name, true) if open.pop() != Some(name) => return false,
            (_, true) => {}
        }
    }
    open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::element::Element;
    use crate::markdown::tree::Builder;

    #[test]
    fn the_way_back_leads_through_elements() {
        let mut builder = Builder::default();
        let mut block = Block::default();
        builder.open(Element::P);
        for (element, text, source, within) in [
            (None, "A & ", 0, Within::Text),
            (Some(Element::Em), "Nghị", 5, Within::Text),
            (None, " quyết ", 13, Within::Text),
            (Some(Element::Code), "số", 22, Within::Code),
        ] {
            if let Some(element) = element {
                builder.open(element);
            }
            block.push(text, builder.length(), source, within);
            builder.words(text);
            if let Some(element) = element {
                builder.close(element);
            }
        }
        builder.close(Element::P);
        let place = |part: &str| {
            let at = block.text.find(part).unwrap();
            block.place(&(at..at + part.len()), builder.tree()).map(|place| place.tree.marks)
        };
        // The paragraph begins with mark 0, the emphasis with 1 and ends with 2.
        assert_eq!(place("& Nghị quyết"), Some(1..3));
        assert_eq!(place("Nghị"), Some(2..2));
        assert_eq!(place("Nghị quyết"), Some(1..3));
        assert_eq!(place("ghị qu"), None, "the link would begin in the element and end behind it");
        assert_eq!(place("quyết số"), None, "code");
        assert_eq!(block.place(&(0..999), builder.tree()), None);
    }
}
