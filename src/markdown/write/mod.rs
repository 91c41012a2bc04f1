//! Markdown events become a tree.

mod anchors;
mod elements;
mod links;
mod parts;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::block::Block;
use super::element::{Element, Sort, sort};
use super::law::{Outline, Provision};
use super::tree::{Builder, Mark};
use super::{Body, Mention, problems, sanitise};
use crate::diag::{Checked, Diagnostics};
use crate::legal::KnownNames;
use crate::text::{Source, Span, nfc, one_line};

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
