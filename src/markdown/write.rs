//! Markdown events become a tree.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::block::{Block, Within};
use super::element::{Class, Element, Sort, sort};
use super::law::{self, Begins, Outline, Provision};
use super::tag::attribute_at;
use super::tree::{Builder, Mark, PlaceInTree};
use super::{Body, Found, Heading, Link, Mention, OutsideLink, html, problems, sanitise};
use crate::diag::{Checked, Diagnostics};
use crate::legal::structure::Role;
use crate::legal::{KnownNames, ProvisionLabel, Reading};
use crate::text::{Source, Span, nfc, one_line, slug};

/// Deepest nesting of quotes and lists that is kept; deeper ones are flattened.
pub(super) const DEEPEST: usize = 32;
/// Longest excerpt, in code points.
const EXCERPT: usize = 200;

/// Turns events into a tree.
pub(super) struct Writer<'a> {
    source: &'a Source,
    start: usize,
    /// The text as its structure is read: [`super::gate`].
    text: &'a str,
    /// Where the first words behind the last line break stand: byte of the text.
    next_words: usize,
    heading_shift: i16,
    top_level: u8,
    tree: Builder,
    body: Body,
    diagnostics: Diagnostics,
    /// The open quotes, lists and items; `None` for one that is not written, or closed already.
    holders: Vec<Option<Element>>,
    /// For each open list: the number that its next item would have, where it is ordered.
    lists: Vec<Option<u64>>,
    /// For each open link: whether it is written.
    links: Vec<bool>,
    /// The open elements of emphasis.
    inline: Vec<Element>,
    /// What holds the text that is being written.
    holder: Holder,
    depth: usize,
    /// Anchor of the article (Điều) that the next heading stands under.
    article: Option<String>,
    /// Anchor prefix of the annex that the next heading stands in, with its hyphen.
    division: String,
    anchors: BTreeSet<String>,
    /// The anchors that the editor wrote at headings, with the first heading of each.
    written: BTreeMap<String, Span>,
    /// For each anchor that was wanted twice: the last number that was put behind it.
    counts: BTreeMap<String, usize>,
    /// Footnotes by name, numbered in the order of their first mention.
    footnotes: BTreeMap<String, Footnote>,
    table: Table,
    has_raw_html: bool,
    excerpt: Excerpt,
    /// The names that are looked for.
    known: &'a KnownNames,
    /// The block that is being written, with the index of the first mark in it.
    block: Option<(usize, Block)>,
    /// How many blocks have been written.
    blocks: usize,
    /// The anchor of the last heading or provision.
    place: Option<String>,
    /// The structure of a resolution.
    outline: Option<Outline<'a>>,
    provisions: Vec<Provision>,
    /// The first provision behind whose own words no place for remarks has been left.
    unremarked: usize,
}

/// What holds the text that is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// An element that others close: an item, a cell.
    Given,
    /// A paragraph that opens with its first words.
    Waiting,
    /// A paragraph.
    Paragraph,
    /// A paragraph whose number is being written.
    Number,
    /// A heading of this level that Markdown marks as one.
    Heading(u8),
    /// A heading of this level that the structure tells.
    TypedHeading(u8),
    /// A block of code.
    Code,
}

/// A note below the text.
#[derive(Debug, Clone, Default)]
struct Footnote {
    number: usize,
    /// How often the text refers to it.
    mentions: usize,
    anchor: String,
    /// Whether its words have been written.
    is_written: bool,
}

#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    is_open: bool,
    in_head: bool,
    /// Where the last cell ends.
    end: usize,
}

/// How far the excerpt is.
#[derive(PartialEq)]
enum Excerpt {
    Wanted,
    Reading,
    Done,
}

pub(super) type Located<'e> = (Event<'e>, Range<usize>);

impl<'a> Writer<'a> {
    /// A writer for `text`, which begins at byte `start` of its source, and whose highest heading gets `top_level`.
    pub(super) fn new(
        (source, start, text): (&'a Source, usize, &'a str),
        (top_level, heading_shift): (u8, i16),
        known: &'a KnownNames,
        outline: Option<Outline<'a>>,
    ) -> Self {
        Self {
            source,
            start,
            text,
            next_words: 0,
            heading_shift,
            top_level,
            tree: Builder::with_capacity(source.text.len() - start),
            body: Body::default(),
            diagnostics: Diagnostics::new(),
            holders: Vec::new(),
            lists: Vec::new(),
            links: Vec::new(),
            inline: Vec::new(),
            holder: Holder::Given,
            depth: 0,
            article: None,
            division: String::new(),
            anchors: BTreeSet::new(),
            written: BTreeMap::new(),
            counts: BTreeMap::new(),
            footnotes: BTreeMap::new(),
            table: Table::default(),
            has_raw_html: false,
            excerpt: Excerpt::Wanted,
            known,
            block: None,
            blocks: 0,
            place: None,
            outline,
            provisions: Vec::new(),
            unremarked: 0,
        }
    }

    /// Writes all events.
    pub(super) fn write(&mut self, events: &[Located<'_>]) {
        self.note_written(events);
        let mut at = 0;
        while let Some((event, range)) = events.get(at) {
            match event {
                Event::Start(Tag::Image { dest_url, .. }) => {
                    self.begin_words(self.start + range.start);
                    let end = end_of(events, at);
                    self.picture(dest_url, &text_of(&events[at + 1..end]), range);
                    at = end;
                }
                Event::Start(Tag::Heading { level, id, .. }) if self.is_heading(range) => {
                    self.end_element();
                    let text = text_of(&events[at + 1..end_of(events, at)]);
                    self.open_heading(*level as u8, id.as_deref(), text, range);
                }
                Event::Start(tag) if is_inline(tag.to_end()) => {
                    self.begin_words(self.start + range.start);
                    self.open_inline(tag, range);
                }
                Event::Start(tag) => {
                    self.end_element();
                    self.open(tag, range);
                }
                Event::End(tag) if is_inline(*tag) => self.close_inline(*tag),
                Event::End(tag) => {
                    self.end_element();
                    self.close(*tag, range);
                }
                Event::Text(text)
                    if self.outline.is_some() && text.ends_with('\n') && self.holder != Holder::Code =>
                {
                    // A line that begins far to the right is no code in the text of a resolution.
                    self.words(text.trim_end(), self.start + range.start, true);
                    self.end_element();
                    self.holder = Holder::Waiting;
                }
                Event::Text(text) => {
                    let is_code = self.outline.is_none() && matches!(self.holder, Holder::Code);
                    self.text(text, range, !is_code);
                }
                Event::Code(text) => {
                    self.begin_words(self.start + range.start);
                    self.tree.open(Element::Code);
                    self.text(text, range, false);
                    self.tree.close(Element::Code);
                }
                Event::Html(raw) => {
                    if !is_format(raw) {
                        self.end_block();
                    }
                    self.raw(raw, range);
                }
                Event::InlineHtml(raw) => self.raw_inline(raw, range),
                Event::SoftBreak => self.line_break(range, false),
                Event::HardBreak => self.line_break(range, true),
                Event::Rule => {
                    self.end_element();
                    self.tree.open(Element::Hr);
                }
                Event::FootnoteReference(name) => {
                    self.begin_words(self.start + range.start);
                    self.footnote_reference(name);
                }
                Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
            }
            at += 1;
        }
    }

    /// Writes a tag of the editor.
    fn raw(&mut self, raw: &str, range: &Range<usize>) {
        self.has_raw_html = true;
        self.raw_addresses(raw, range.start);
        self.tree.raw(&sanitise::without_markers(raw));
    }

    /// Writes a tag within a line; the gate closes each that it opens.
    fn raw_inline(&mut self, raw: &str, range: &Range<usize>) {
        let name = name_of(raw);
        let format = match sort(&name) {
            Sort::Format(format) => Element::of(format),
            _ => None,
        };
        if raw.starts_with("</") {
            if name == "a" {
                self.links.pop();
            } else if format.is_some() {
                self.inline.pop();
            }
        } else {
            self.begin_words(self.start + range.start);
            self.inline.extend(format);
            if name == "a" {
                self.keep_number_in_words();
                self.links.push(true);
            }
        }
        self.raw(raw, range);
    }

    /// Whether a heading of Markdown is one: in the text of a resolution a line of hyphens below another is an
    /// ornament of the typed page.
    fn is_heading(&self, range: &Range<usize>) -> bool {
        self.outline.is_none() || self.text[range.start..].starts_with('#')
    }

    fn open(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => self.holder = Holder::Waiting,
            Tag::CodeBlock(CodeBlockKind::Indented) if self.outline.is_some() => {
                self.holder = Holder::Waiting;
            }
            Tag::BlockQuote(_) => {
                self.open_block(Element::Blockquote, Class::Plain, range);
            }
            Tag::List(first) => self.open_list(*first, range),
            Tag::Item => self.open_item(range),
            Tag::CodeBlock(kind) => {
                self.tree.open(Element::Pre);
                self.tree.open(Element::Code);
                if let CodeBlockKind::Fenced(info) = kind {
                    self.tree.words(&words_of_fence(info));
                }
                self.holder = Holder::Code;
            }
            Tag::Table(alignments) => {
                self.table = Table { alignments: alignments.clone(), is_open: true, ..Table::default() };
                self.tree.open_as(Element::Div, Class::Scroll);
                self.tree.open(Element::Table);
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.tree.open(Element::Thead);
                self.tree.open(Element::Tr);
            }
            Tag::TableRow => {
                self.table.column = 0;
                self.tree.open(Element::Tr);
            }
            Tag::TableCell => self.open_cell(),
            Tag::FootnoteDefinition(name) => {
                let footnote = self.footnote(name);
                let is_first = !std::mem::replace(&mut footnote.is_written, true);
                let Footnote { number, anchor, .. } = footnote.clone();
                self.tree.open_as(Element::Div, Class::Footnote);
                // A note that is written twice is led to once.
                if is_first {
                    self.tree.anchor(&anchor);
                }
                self.tree.open(Element::Sup);
                self.tree.words(&number.to_string());
                self.tree.close(Element::Sup);
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::List(_) => {
                self.lists.pop();
                self.close_block();
            }
            TagEnd::BlockQuote(_) | TagEnd::Item => self.close_block(),
            TagEnd::Table => {
                self.table.is_open = false;
                for element in [Element::Tbody, Element::Table, Element::Div] {
                    self.tree.close(element);
                }
            }
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.tree.close(Element::Tr);
                self.tree.close(Element::Thead);
                self.tree.open(Element::Tbody);
            }
            TagEnd::TableRow => {
                self.cells_left_out(range);
                self.tree.close(Element::Tr);
            }
            TagEnd::TableCell => {
                self.table.end = range.end;
                self.tree.close(if self.table.in_head { Element::Th } else { Element::Td });
            }
            TagEnd::FootnoteDefinition => self.tree.close(Element::Div),
            _ => {}
        }
    }

    fn open_inline(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let element = match tag {
            Tag::Emphasis => Element::Em,
            Tag::Strong => Element::Strong,
            Tag::Strikethrough => Element::Del,
            Tag::Link { dest_url, title, .. } => return self.open_link(dest_url, title, range),
            _ => return,
        };
        self.inline.push(element);
        self.tree.open(element);
    }

    fn close_inline(&mut self, tag: TagEnd) {
        if tag != TagEnd::Link {
            if let Some(element) = self.inline.pop() {
                self.tree.close(element);
            }
        } else if self.links.pop() == Some(true) {
            self.tree.close(Element::A);
        }
    }

    fn open_list(&mut self, first: Option<u64>, range: &Range<usize>) {
        self.lists.push(first);
        match first {
            None => {
                self.open_block(Element::Ul, Class::Plain, range);
            }
            Some(first) => {
                // The digits and what stands behind them: `1.` or `1)`.
                let mark = self.text[range.start..].trim_start_matches(|c: char| c.is_ascii_digit());
                let class = if mark.starts_with(')') { Class::Parenthesised } else { Class::Plain };
                if self.open_block(Element::Ol, class, range) && first != 1 {
                    self.tree.attribute("start", &first.to_string());
                }
            }
        }
    }

    fn open_item(&mut self, range: &Range<usize>) {
        let at = self.start + range.start;
        let text = &self.text[range.start..];
        // Markdown counts items from the first; the text's own numbers are kept.
        let mut value = None;
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        if let Some(Some(expected)) = self.lists.last_mut() {
            let number = text[..digits].parse().unwrap_or(*expected);
            if number != *expected {
                value = Some(number);
            }
            *expected = number + 1;
        }
        let is_in_list = self.holders.last().is_none_or(Option::is_some);
        if !is_in_list {
            // The list has been left: the item is a paragraph, with its mark.
            self.holders.push(None);
            self.holder = Holder::Waiting;
            self.words(&text[..=digits], at, true);
            self.words(" ", at + digits + 1, true);
            return;
        }
        let part = match self.outline.as_mut().and_then(|outline| outline.begin(at)) {
            Some(Begins::Part(part)) => Some(part),
            _ => None,
        };
        self.open_block(Element::Li, Class::Plain, range);
        if let Some(part) = part {
            self.enter(part);
        }
        if let Some(value) = value {
            self.tree.attribute("value", &value.to_string());
        }
    }

    /// Closes the lists that are open.
    fn leave_lists(&mut self) {
        for holder in self.holders.iter_mut().rev() {
            if *holder == Some(Element::Blockquote) {
                break;
            }
            if let Some(element) = holder.take() {
                self.depth -= 1;
                self.tree.close(element);
            }
        }
    }

    /// Makes ready for words that stand at byte `at` of the source.
    fn begin_words(&mut self, at: usize) {
        while let Some(begins) = self.outline.as_mut().and_then(|outline| outline.begin(at)) {
            let is_fixed = !self.links.is_empty() || matches!(self.holder, Holder::Heading(_) | Holder::Code);
            match begins {
                Begins::Part(part) if !is_fixed => self.begin_part(part),
                Begins::Words if matches!(self.holder, Holder::TypedHeading(_)) && !is_fixed => {
                    self.change_element(|writer| writer.open_paragraph(None));
                }
                Begins::Words if self.holder == Holder::Number => self.end_number(),
                _ => {}
            }
        }
        if self.holder == Holder::Waiting {
            self.open_paragraph(None);
        }
    }

    /// Ends the element that is open and opens another; emphasis goes on in it.
    fn change_element(&mut self, open: impl FnOnce(&mut Self)) {
        self.inline.iter().rev().for_each(|element| self.tree.close(*element));
        self.end_element();
        open(self);
        self.inline.iter().for_each(|element| self.tree.open(*element));
    }

    /// Ends the number of a paragraph; emphasis that began before it goes on behind it.
    fn end_number(&mut self) {
        self.inline.iter().rev().for_each(|element| self.tree.close(*element));
        self.tree.close(Element::Span);
        self.inline.iter().for_each(|element| self.tree.open(*element));
        self.holder = Holder::Paragraph;
    }

    /// Leaves a number in the words of its paragraph: a link that begins with it would be cut in two.
    fn keep_number_in_words(&mut self) {
        if self.holder == Holder::Number && self.block.is_none() {
            self.tree.take_back(Class::Number);
            self.holder = Holder::Paragraph;
        }
    }

    /// Begins a part of the structure in the middle of a paragraph or at its beginning.
    fn begin_part(&mut self, index: usize) {
        let Some(outline) = &self.outline else { return };
        let role = outline.part(index).role;
        if !law::is_heading(role) {
            self.change_element(|writer| {
                if law::ends_lists(role) {
                    writer.leave_lists();
                }
                writer.open_paragraph(Some(index));
            });
            return;
        }
        let level = self.top_level.saturating_add(outline.headings_above(index)).min(6);
        let text = outline.heading_text(index);
        let label = outline.part(index).label.clone();
        let span = self.source.span(label.start, label.end);
        self.change_element(|writer| {
            writer.leave_lists();
            writer.tree.open(Element::heading(level));
            writer.enter(index);
            writer.holder = Holder::TypedHeading(level);
            if let Some(anchor) = writer.place.clone() {
                writer.body.headings.push(Heading { level, text, anchor, span });
            }
        });
    }

    fn open_paragraph(&mut self, part: Option<usize>) {
        let (mut is_summary, mut is_numbered) = (true, false);
        let class = part
            .zip(self.outline.as_ref())
            .map_or(Class::Plain, |(part, outline)| law::class(outline.part(part).role));
        self.tree.open_as(Element::P, class);
        if let Some((part, outline)) = part.zip(self.outline.as_ref()) {
            let role = outline.part(part).role;
            is_summary = !law::is_before_provisions(role);
            is_numbered = law::is_numbered(role);
            self.enter(part);
        }
        self.holder = Holder::Paragraph;
        if is_numbered && self.inline.is_empty() {
            self.tree.open_as(Element::Span, Class::Number);
            self.holder = Holder::Number;
        }
        if is_summary && self.excerpt == Excerpt::Wanted && self.depth == 0 {
            self.excerpt = Excerpt::Reading;
        }
    }

    /// Gives the element that is being opened the anchor of a part, and notes the provision.
    fn enter(&mut self, index: usize) {
        let Some(outline) = &self.outline else { return };
        let part = outline.part(index);
        let Some(anchor) = part.anchor.clone() else {
            self.place = outline.anchor_around(index).map(str::to_owned);
            return;
        };
        let provision = Provision {
            role: part.role,
            anchor: String::new(),
            label: outline.label(index),
            depth: part.depth,
        };
        let is_recital = part.role == Role::Basis;
        let span = self.source.span(part.text.start, part.text.end);
        if is_recital && self.anchors.contains(&anchor) {
            return;
        }
        let anchor = self.anchor(&anchor);
        self.tree.anchor(&anchor);
        if is_recital {
            let text = law::BASES.to_owned();
            self.body.headings.push(Heading { level: self.top_level, text, anchor: anchor.clone(), span });
        }
        self.provisions.push(Provision { anchor: anchor.clone(), ..provision });
        self.place = Some(anchor);
    }

    /// Ends what holds the text that has been written.
    fn end_element(&mut self) {
        let has_words = self.block.is_some();
        self.end_block();
        match std::mem::replace(&mut self.holder, Holder::Given) {
            Holder::Paragraph => self.tree.close(Element::P),
            Holder::Number => {
                self.tree.close(Element::Span);
                self.tree.close(Element::P);
            }
            Holder::Heading(level) | Holder::TypedHeading(level) => self.tree.close(Element::heading(level)),
            Holder::Code => {
                self.tree.close(Element::Code);
                self.tree.close(Element::Pre);
            }
            Holder::Given | Holder::Waiting => {}
        }
        if has_words {
            if self.excerpt == Excerpt::Reading {
                self.excerpt = Excerpt::Done;
            }
            for provision in self.unremarked..self.provisions.len() {
                self.tree.mark(Mark::Remark(provision));
            }
            self.unremarked = self.provisions.len();
        }
    }

    fn line_break(&mut self, range: &Range<usize>, is_hard: bool) {
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

    fn text(&mut self, text: &CowStr<'_>, range: &Range<usize>, is_linkable: bool) {
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
    fn words(&mut self, words: &str, at: usize, is_linkable: bool) {
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
    fn run(&mut self, text: &str, at: usize, is_linkable: bool) {
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
    fn end_block(&mut self) {
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

    fn excerpt_text(&mut self, text: &str) {
        if self.excerpt == Excerpt::Reading {
            self.body.excerpt.push_str(text);
        }
    }

    /// Opens an element that may lie in itself; whether it is written.
    fn open_block(&mut self, element: Element, class: Class, range: &Range<usize>) -> bool {
        let is_kept = self.depth < DEEPEST || element == Element::Li;
        if !is_kept && self.depth == DEEPEST && self.holders.iter().all(Option::is_some) {
            let span = self.span(range);
            self.diagnostics.push(problems::nested_too_deep(span));
        }
        self.holders.push(is_kept.then_some(element));
        if is_kept {
            self.depth += 1;
            self.tree.open_as(element, class);
        }
        is_kept
    }

    fn close_block(&mut self) {
        if let Some(Some(element)) = self.holders.pop() {
            self.depth -= 1;
            self.tree.close(element);
        }
    }

    fn open_heading(&mut self, level: u8, id: Option<&str>, text: String, range: &Range<usize>) {
        let level = u8::try_from((i16::from(level) + self.heading_shift).clamp(2, 6)).unwrap_or(6);
        let part = self.outline.as_mut().and_then(|outline| outline.begin(self.start + range.start));
        self.tree.open(Element::heading(level));
        let span = self.span(range);
        // The anchor that it would have anyway may be written.
        let id = id.map(slug).filter(|id| !id.is_empty() && !self.is_own_anchor(part, id));
        let anchor = match (&id, part) {
            (None, Some(Begins::Part(part))) if self.has_anchor(part) => {
                self.enter(part);
                self.place.clone().unwrap_or_default()
            }
            _ => {
                let anchor = match &id {
                    Some(id) => self.written_anchor(id, span),
                    None => {
                        let own = self.heading_anchor(&text);
                        self.anchor(&own)
                    }
                };
                self.tree.anchor(&anchor);
                self.place = Some(anchor.clone());
                anchor
            }
        };
        self.holder = Holder::Heading(level);
        self.body.headings.push(Heading { level, text, anchor, span });
    }

    fn is_own_anchor(&self, part: Option<Begins>, id: &str) -> bool {
        let Some(Begins::Part(part)) = part else { return false };
        self.outline.as_ref().is_some_and(|outline| outline.part(part).anchor.as_deref() == Some(id))
    }

    fn has_anchor(&self, part: usize) -> bool {
        self.outline.as_ref().is_some_and(|outline| outline.part(part).anchor.is_some())
    }

    /// The readable anchor of a heading: `dieu-1`, `dieu-1-khoan-2`, `phu-luc-1-dieu-3`, else its words.
    fn heading_anchor(&mut self, text: &str) -> String {
        match ProvisionLabel::of_heading(text) {
            Some(ProvisionLabel::Article(number)) => {
                let anchor = format!("{}dieu-{number}", self.division);
                self.article = Some(anchor.clone());
                anchor
            }
            Some(ProvisionLabel::Division(word, number)) => {
                self.article = None;
                let anchor = format!("{word}-{number}");
                if word == "phu-luc" {
                    self.division = format!("{anchor}-");
                }
                anchor
            }
            Some(ProvisionLabel::Clause(number)) => match &self.article {
                Some(article) => format!("{article}-khoan-{number}"),
                None => slug(text),
            },
            None => slug(text),
        }
    }

    /// An anchor that no other place of the body has, and none that the editor wrote.
    fn anchor(&mut self, wanted: &str) -> String {
        let is_free = !self.written.contains_key(wanted);
        if is_free && self.anchors.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        self.other_anchor(wanted)
    }

    /// An anchor with a number behind the wanted one.
    fn other_anchor(&mut self, wanted: &str) -> String {
        loop {
            let count = self.counts.entry(wanted.to_owned()).or_insert(1);
            *count += 1;
            let anchor = format!("{wanted}-{count}");
            if !self.written.contains_key(&anchor) && self.anchors.insert(anchor.clone()) {
                return anchor;
            }
        }
    }

    /// The anchor that the editor wrote at a heading. A provision keeps its own, and of two headings the first has it.
    fn written_anchor(&mut self, wanted: &str, span: Span) -> String {
        let first = self.written.get(wanted).copied();
        if first == Some(span) && self.anchors.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        self.diagnostics.push(problems::same_anchor(span, wanted, first.filter(|first| *first != span)));
        self.other_anchor(wanted)
    }

    /// Notes the anchors that the editor wrote, so that none that is made takes one first.
    fn note_written(&mut self, events: &[Located<'_>]) {
        for (event, range) in events {
            if let Event::Start(Tag::Heading { id: Some(id), .. }) = event
                && self.is_heading(range)
            {
                let span = self.span(range);
                self.written.entry(slug(id)).or_insert(span);
            }
        }
        self.written.remove("");
        if let Some(outline) = self.outline.as_ref().filter(|_| !self.written.is_empty()) {
            for anchor in outline.anchors() {
                self.written.remove(anchor);
            }
        }
    }

    /// Tells cells that stand behind the last column: Markdown drops them.
    fn cells_left_out(&mut self, row: &Range<usize>) {
        let rest = self.table.end.max(row.start)..row.end;
        if self.text.get(rest.clone()).is_some_and(|rest| rest.chars().any(char::is_alphanumeric)) {
            let span = self.span(&rest);
            self.diagnostics.push(problems::cells_left_out(span));
        }
    }

    fn open_cell(&mut self) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Right) => Class::Right,
            Some(Alignment::Center) => Class::Center,
            _ => Class::Plain,
        };
        self.table.column += 1;
        if self.table.in_head {
            self.tree.open_as(Element::Th, class);
            self.tree.attribute("scope", "col");
        } else {
            self.tree.open_as(Element::Td, class);
        }
    }

    fn open_link(&mut self, destination: &str, title: &str, range: &Range<usize>) {
        self.keep_number_in_words();
        let span = self.span(range);
        let kind = html::address_kind(destination);
        match kind {
            html::AddressKind::Outside => {
                self.outside(destination, span);
                self.tree.open(Element::A);
                self.tree.attribute("href", destination);
            }
            html::AddressKind::Within => {
                self.tree.open(Element::A);
                self.push_link(destination, span, false);
            }
            html::AddressKind::Unsafe => self.diagnostics.push(problems::unsafe_address(span, destination)),
        }
        let is_written = kind != html::AddressKind::Unsafe;
        if is_written && !title.is_empty() {
            self.tree.attribute("title", &one_line(title));
        }
        self.links.push(is_written);
    }

    fn picture(&mut self, destination: &str, alt: &str, range: &Range<usize>) {
        let span = self.span(range);
        match html::address_kind(destination) {
            html::AddressKind::Within => {
                self.tree.open(Element::Img);
                self.push_link(destination, span, true);
                if let Some(link) = self.body.links.last_mut() {
                    link.has_text = !alt.trim().is_empty();
                }
                self.tree.attribute("alt", alt);
                self.tree.attribute("loading", "lazy");
            }
            html::AddressKind::Outside => {
                self.diagnostics.push(problems::picture_elsewhere(span, destination));
                self.outside(destination, span);
                self.tree.open(Element::A);
                self.tree.attribute("href", destination);
                self.tree.words(if alt.is_empty() { destination } else { alt });
                self.tree.close(Element::A);
            }
            html::AddressKind::Unsafe => {
                self.diagnostics.push(problems::unsafe_address(span, destination));
                self.tree.words(alt);
            }
        }
    }

    /// Tells the addresses in a tag of the editor that lead into the portal: they stay as they are written, and fit no page.
    fn raw_addresses(&mut self, tag: &str, start: usize) {
        for (name, is_picture) in [("href", false), ("src", true)] {
            let Some(range) = attribute_at(tag, name).filter(|range| !range.is_empty()) else { continue };
            let address = &tag[range.clone()];
            if html::address_kind(address) == html::AddressKind::Within && !address.starts_with('#') {
                let span = self.span(&(start + range.start..start + range.end));
                self.diagnostics.push(problems::address_in_html(span, address, is_picture));
            }
        }
    }

    /// Keeps an address of another site; mailboxes and telephones are none.
    fn outside(&mut self, address: &str, span: Span) {
        let address = address.trim();
        if html::is_of_the_web(address) {
            self.body.outside.push(OutsideLink { address: address.to_owned(), span });
        }
    }

    /// Gives the element that has just begun the address of a relative link or picture.
    fn push_link(&mut self, destination: &str, span: Span, is_picture: bool) {
        self.tree.mark(Mark::Link(self.body.links.len()));
        self.body.links.push(Link { destination: destination.to_owned(), span, is_picture, has_text: true });
    }

    fn footnote_reference(&mut self, name: &str) {
        let footnote = self.footnote(name);
        footnote.mentions += 1;
        let Footnote { number, mentions, anchor, .. } = footnote.clone();
        self.tree.open_as(Element::Sup, Class::FootnoteReference);
        if mentions == 1 {
            let anchor = self.anchor(&format!("fnref-{number}"));
            self.tree.anchor(&anchor);
        }
        self.tree.open(Element::A);
        let span = self.source.span(self.start, self.start);
        self.push_link(&format!("#{anchor}"), span, false);
        self.tree.words(&number.to_string());
        self.tree.close(Element::A);
        self.tree.close(Element::Sup);
    }

    /// A footnote; its number and anchor are given when it is first asked for.
    fn footnote(&mut self, name: &str) -> &mut Footnote {
        if !self.footnotes.contains_key(name) {
            let number = self.footnotes.len() + 1;
            let anchor = self.anchor(&format!("fn-{number}"));
            self.footnotes
                .insert(name.to_owned(), Footnote { number, mentions: 0, anchor, is_written: false });
        }
        self.footnotes.entry(name.to_owned()).or_default()
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.source.span(self.start + range.start, self.start + range.end)
    }

    /// Makes raw HTML of the editor safe. What is left open in it may have taken mentions and headings of ours with it.
    fn make_safe(&mut self, mentions: &mut Vec<Mention>) {
        let safe =
            sanitise::sanitise(&self.tree, self.body.links.len(), mentions.len(), self.provisions.len());
        let kept = &safe.anchors;
        self.anchors.retain(|anchor| kept.contains(anchor));
        self.body.headings.retain(|heading| kept.contains(&heading.anchor));
        let provisions = numbered(self.provisions.iter().map(|provision| kept.contains(&provision.anchor)));
        self.provisions.retain(|provision| kept.contains(&provision.anchor));
        let ranges = safe.mentions.iter().map(|range| range.clone().filter(|range| !range.is_empty()));
        let ranges: Vec<Option<Range<usize>>> = ranges.collect();
        let numbers = numbered(ranges.iter().map(Option::is_some));
        let mut ranges = ranges.into_iter();
        mentions.retain_mut(|mention| {
            let range = ranges.next().flatten();
            range.map(|range| mention.words = range).is_some()
        });
        self.tree = safe.tree;
        let mut is_open = false;
        self.tree.revise(|mark| match mark {
            Mark::Mention(mention) => {
                let number = numbers.get(mention).copied().flatten();
                is_open = number.is_some();
                number.map(Mark::Mention)
            }
            Mark::MentionEnd => std::mem::take(&mut is_open).then_some(mark),
            Mark::Remark(provision) => provisions.get(provision).copied().flatten().map(Mark::Remark),
            mark => Some(mark),
        });
    }

    /// The body.
    pub(super) fn finish(mut self) -> Checked<Body> {
        self.end_element();
        let mut mentions = std::mem::take(&mut self.body.mentions);
        if self.has_raw_html {
            self.make_safe(&mut mentions);
        }
        let excerpt = one_line(&self.body.excerpt);
        self.body.excerpt = match excerpt.char_indices().nth(EXCERPT) {
            Some((end, _)) => {
                let cut = &excerpt[..end];
                format!("{}…", cut.rsplit_once(' ').map_or(cut, |(words, _)| words))
            }
            None => excerpt,
        };
        // What is kept of 100,000 bodies keeps no room to grow.
        mentions.shrink_to_fit();
        self.provisions.shrink_to_fit();
        self.body.headings.shrink_to_fit();
        let anchors: Vec<String> = self.anchors.into_iter().collect();
        let tree = self.tree.finish(&anchors);
        let law = self.outline.map(|outline| {
            for problem in outline.problems() {
                let span = self.source.span(problem.range.start, problem.range.end);
                self.diagnostics.push(problems::numbering(span, problem));
            }
            for slip in outline.slips() {
                let span = self.source.span(slip.range.start, slip.range.end);
                self.diagnostics.push(problems::slip(span, slip.kind));
            }
            Box::new(outline.finish(self.provisions, &mut mentions, self.source))
        });
        let body = Body { tree, mentions, anchors, law, ..self.body };
        Checked { value: body, diagnostics: self.diagnostics }
    }
}

/// The numbers of those that are kept, counted without the others.
fn numbered(are_kept: impl Iterator<Item = bool>) -> Vec<Option<usize>> {
    let mut next = 0..;
    are_kept.map(|is_kept| if is_kept { next.next() } else { None }).collect()
}

/// The name of the element of a tag, in small letters.
pub(super) fn name_of(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(name.len());
    name[..end].to_ascii_lowercase()
}

/// Whether a tag stands within a line, or is only a line break between tags.
fn is_format(tag: &str) -> bool {
    tag.trim().is_empty()
        || matches!(sort(&name_of(tag)), Sort::Format(_) | Sort::Link | Sort::Bare | Sort::Picture)
}

/// Whether an element stands within the text of a block.
pub(super) fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// The index of the event that closes the one opened at `at`.
fn end_of(events: &[Located<'_>], at: usize) -> usize {
    let mut depth = 0;
    for (index, (event, _)) in events.iter().enumerate().skip(at) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => {
                depth -= 1;
                if depth == 0 {
                    return index;
                }
            }
            _ => {}
        }
    }
    events.len()
}

/// What stands behind the fence of a code block, as its first line; the name of a language says nothing to readers.
fn words_of_fence(info: &str) -> String {
    const LANGUAGES: [&str; 17] = [
        "bash", "console", "css", "csv", "html", "js", "json", "markdown", "md", "rust", "sh", "text",
        "toml", "txt", "xml", "yaml", "yml",
    ];
    let words = info.trim();
    if words.is_empty() || LANGUAGES.contains(&words) {
        return String::new();
    }
    let clean: String = words.chars().map(crate::text::or_replacement).collect();
    format!("{clean}\n")
}

/// The plain text of some inline events.
fn text_of(events: &[Located<'_>]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    one_line(&nfc(&text))
}
