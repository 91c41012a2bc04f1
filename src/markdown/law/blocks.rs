//! The paragraphs, headings and items of a text as its structure is recognised in them.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use crate::legal::structure::{Block, Structure, structure};

/// The paragraphs, headings and list items of a text, as far as they are its own: what is quoted, in tables or code
/// is left out.
pub(super) fn blocks<'a>(
    text: &'a str,
    start: usize,
    events: &[(Event<'_>, Range<usize>)],
) -> Vec<Block<'a>> {
    let mut blocks = Blocks { text, start, found: Vec::new(), item: None, open: None, told: 0, lists: 0 };
    let mut apart_until = 0;
    for (event, range) in events {
        if range.start < apart_until {
            continue;
        }
        match event {
            Event::Start(tag) if is_apart(tag) => {
                blocks.end();
                apart_until = range.end;
            }
            Event::Start(Tag::Heading { level, .. }) => {
                if text[range.clone()].starts_with('#') {
                    blocks.add(range, Some(*level as u8));
                } else {
                    // The line below is an ornament.
                    let underline = text[range.clone()].trim_end().rfind('\n').unwrap_or(range.len());
                    blocks.add(&(range.start..range.start + underline), None);
                }
            }
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_)) => blocks.add(range, None),
            Event::Start(Tag::Item) => {
                blocks.end();
                blocks.item = Some(range.start);
            }
            Event::Start(Tag::List(_)) => {
                blocks.end();
                blocks.lists = blocks.lists.saturating_add(1);
            }
            Event::End(TagEnd::List(_)) => {
                blocks.end();
                blocks.lists = blocks.lists.saturating_sub(1);
            }
            Event::End(TagEnd::Item) => {
                blocks.end();
                blocks.item = None;
            }
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) => blocks.extend(range),
            _ => {}
        }
    }
    blocks.found
}

/// The structure of the head of a page where that is a table at the beginning: `| **HỘI ĐỒNG NHÂN DÂN**<br>**TỈNH X** |`.
pub(super) fn structure_of_head_table(
    text: &str,
    start: usize,
    events: &[(Event<'_>, Range<usize>)],
) -> Option<Structure> {
    let [(Event::Start(Tag::Table(_)), table), ..] = events else { return None };
    let mut blocks = Vec::new();
    let within = events.iter().take_while(|(_, range)| range.start < table.end);
    for (_, cell) in within.filter(|(event, _)| matches!(event, Event::Start(Tag::TableCell))) {
        let mut from = cell.start;
        for line in text[cell.clone()].split_inclusive('>') {
            let words = line.rfind('<').map_or(line, |tag| &line[..tag]);
            let words = words.trim_end_matches([' ', '|']);
            if !words.trim().is_empty() {
                blocks.push(Block::paragraph(words, start + from));
            }
            from += line.len();
        }
    }
    Some(structure(&blocks))
}

/// What a table below the text says of who signed it, line by line.
pub(super) fn structure_of_foot_table(
    text: &str,
    start: usize,
    events: &[(Event<'_>, Range<usize>)],
) -> Option<Structure> {
    // Tables of HTML stay HTML.
    let begins = |event: &Event<'_>| matches!(event, Event::Start(Tag::Table(_) | Tag::HtmlBlock));
    let (_, table) = events.iter().rfind(|(event, _)| begins(event))?;
    // A signature stands below articles.
    let mut blocks = vec![Block::paragraph("Điều 1. Một", start + table.start)];
    let first = events.partition_point(|(_, range)| range.start < table.start);
    let within = events.iter().skip(first).take_while(|(_, range)| range.start < table.end);
    for (_, range) in within.filter(|(event, _)| matches!(event, Event::Text(_))) {
        let words = text.get(range.clone()).unwrap_or_default();
        if !words.trim().is_empty() {
            blocks.push(Block::paragraph(words, start + range.start));
        }
    }
    Some(structure(&blocks))
}

/// What is struck out in elements of HTML (`<del>...</del>`), in order: byte offsets in the source.
pub(super) fn struck_out(start: usize, events: &[(Event<'_>, Range<usize>)]) -> Vec<Range<usize>> {
    const TAGS: [&str; 3] = ["del", "strike", "s"];
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut end = start;
    for (event, range) in events {
        end = start + range.end;
        let (Event::InlineHtml(tag) | Event::Html(tag)) = event else { continue };
        let inner = tag.trim_start_matches('<');
        let name = inner.trim_start_matches('/').split(|sign: char| !sign.is_ascii_alphanumeric()).next();
        if !name.is_some_and(|name| TAGS.iter().any(|striking| name.eq_ignore_ascii_case(striking))) {
            continue;
        }
        if !inner.starts_with('/') {
            open = open.or(Some(start + range.start));
        } else if let Some(from) = open.take() {
            found.push(from..end);
        }
    }
    found.extend(open.map(|from| from..end));
    found
}

/// Whether what stands in an element is not of the resolution itself, or no running text.
fn is_apart(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_)
            | Tag::Table(_)
            | Tag::HtmlBlock
            | Tag::FootnoteDefinition(_)
            | Tag::CodeBlock(CodeBlockKind::Fenced(_))
    )
}

/// Blocks as they are collected.
struct Blocks<'a> {
    text: &'a str,
    start: usize,
    found: Vec<Block<'a>>,
    /// Where the mark of an item stands that has no words yet.
    item: Option<usize>,
    /// The words so far of an item that has no paragraphs.
    open: Option<Range<usize>>,
    /// Where the last paragraph or heading ends.
    told: usize,
    lists: u8,
}

impl Blocks<'_> {
    /// Adds a paragraph or heading; the first of an item begins with the item's mark.
    fn add(&mut self, range: &Range<usize>, heading: Option<u8>) {
        self.end();
        let from = self.item.take().unwrap_or(range.start);
        self.push(from..range.end, heading);
        self.told = range.end;
    }

    /// Adds words to an item that has no paragraphs.
    fn extend(&mut self, range: &Range<usize>) {
        if range.start < self.told {
            return;
        }
        match (&mut self.open, self.item.take()) {
            (Some(open), _) => open.end = range.end,
            (None, Some(item)) => self.open = Some(item..range.end),
            (None, None) => self.open = Some(range.clone()),
        }
    }

    fn end(&mut self) {
        if let Some(open) = self.open.take() {
            self.push(open, None);
        }
    }

    fn push(&mut self, range: Range<usize>, heading: Option<u8>) {
        let text = self.text[range.clone()].trim_end();
        if !text.is_empty() {
            let start = self.start + range.start;
            self.found.push(Block { text, start, heading, nesting: self.lists });
        }
    }
}
