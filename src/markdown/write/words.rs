//! Words, the blocks that they stand in, and whom and what they mention.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::{Excerpt, Holder, Writer};
use crate::legal::Reading;
use crate::markdown::block::{Block, Within};
use crate::markdown::element::Element;
use crate::markdown::law::Outline;
use crate::markdown::tree::PlaceInTree;
use crate::markdown::{Found, Mention};

impl Writer<'_> {
    pub(super) fn line_break(&mut self, range: &Range<usize>, is_hard: bool) {
        if self.next_words < range.end {
            self.next_words = self.text.len() - self.text[range.end..].trim_start().len();
        }
        let next = self.next_words;
        if self.outline.as_ref().and_then(Outline::next_cut).is_some_and(|cut| cut <= self.start + next) {
            return;
        }
        let can_end = self.inline.is_empty() && self.links.is_empty() && self.holder != Holder::Code;
        if can_end && self.outline.as_ref().is_some_and(|outline| outline.is_paragraph(&self.text[next..])) {
            self.end_element();
            self.holder = Holder::Waiting;
            return;
        }
        if is_hard {
            self.tree.open(Element::Br);
        }
        self.run(" ", self.start + range.start, true);
        self.tree.words("\n");
        self.excerpt_text(" ");
    }

    pub(super) fn text(&mut self, text: &CowStr<'_>, range: &Range<usize>, is_linkable: bool) {
        let at = self.start + range.start;
        // Text as it stands in the source is clean; only what an entity spelt out can hold forbidden characters.
        let is_decoded = !matches!(text, CowStr::Borrowed(_));
        if is_decoded && text.chars().any(crate::text::is_forbidden) {
            let clean: String = text.chars().map(crate::text::or_replacement).collect();
            return self.words(&clean, at, is_linkable);
        }
        let mut from = 0;
        while let Some(cut) = self.outline.as_ref().and_then(|outline| outline.cut_behind(at + from))
            && cut < at + text.len()
            && text.len() == range.len()
            && let Some(words) = text.get(from..cut - at)
        {
            self.words(words, at + from, is_linkable);
            from = cut - at;
        }
        self.words(&text[from..], at + from, is_linkable);
    }

    /// Writes words that stand at byte `at` of the source.
    pub(super) fn words(&mut self, words: &str, at: usize, is_linkable: bool) {
        let trimmed = if self.outline.is_some() && is_linkable { words.trim_start() } else { words };
        let is_first = matches!(self.holder, Holder::Waiting | Holder::Paragraph) && self.block.is_none();
        if is_first && trimmed.is_empty() {
            return;
        }
        self.begin_words(if is_first { at + words.len() - trimmed.len() } else { at });
        // A paragraph begins without spaces.
        let (words, at) = match self.holder {
            Holder::Paragraph if self.block.is_none() => (trimmed, at + words.len() - trimmed.len()),
            _ => (words, at),
        };
        self.run(words, at, is_linkable);
        self.tree.words(words);
        self.excerpt_text(words);
    }

    /// Adds to the text of the block what is about to be written.
    pub(super) fn run(&mut self, text: &str, at: usize, is_linkable: bool) {
        let within = match is_linkable {
            false => Within::Code,
            true if self.links.contains(&true) => Within::Link,
            true => Within::Text,
        };
        let first = self.tree.mark_count();
        let (_, block) = self.block.get_or_insert_with(|| (first, Block::default()));
        block.push(text, self.tree.length(), at, within);
    }

    /// Ends a block: looks for citations and people in its text and marks them in the tree.
    pub(super) fn end_block(&mut self) {
        let Some((first, block)) = self.block.take() else { return };
        self.blocks += 1;
        let reading = Reading::new(&block.text);
        let mut found: Vec<(Range<usize>, Found)> = reading
            .citations()
            .into_iter()
            .map(|citation| (citation.range.clone(), Found::Citation(Box::new(citation))))
            .collect();
        // Without known names every honorific would make a person.
        let people = if self.known.is_empty() { Vec::new() } else { reading.people(self.known) };
        found
            .extend(people.into_iter().map(|person| (person.range.clone(), Found::Person(Box::new(person)))));
        if found.is_empty() {
            return;
        }
        found.sort_by_key(|(range, _)| range.start);
        if self.table.is_open && self.outline.as_ref().is_some_and(Outline::is_in_provisions) {
            // `| Số 12/2020/NQ-HĐND |` in a list is no number at the head of a page.
            for (_, found) in &mut found {
                if let Found::Citation(citation) = found {
                    citation.is_own_number = false;
                }
            }
        }
        let mut places: Vec<(usize, PlaceInTree)> = Vec::new();
        for (range, found) in found {
            let Some(place) = block.place(&range, self.tree.tree()) else { continue };
            let overlaps = |(_, last): &(usize, PlaceInTree)| {
                place.tree.words.start < last.words.end || place.tree.marks.start < last.marks.end
            };
            if places.last().is_some_and(overlaps) {
                continue;
            }
            self.body.mentions.push(Mention {
                words: place.tree.words.clone(),
                block: self.blocks,
                span: self.source.span(place.source.start, place.source.end),
                place: self.place.clone(),
                is_quoted: self.outline.as_ref().is_some_and(|outline| outline.is_quoted(place.source.start)),
                is_linked: place.is_linked,
                of: None,
                found,
            });
            places.push((self.body.mentions.len() - 1, place.tree));
        }
        self.tree.insert_mentions(first, &places);
    }

    pub(super) fn excerpt_text(&mut self, text: &str) {
        if self.excerpt == Excerpt::Reading {
            self.body.excerpt.push_str(text);
        }
    }
}
