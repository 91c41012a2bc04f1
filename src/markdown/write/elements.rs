//! The elements that Markdown knows: quotes, lists, items, tables, code, notes, emphasis.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Tag, TagEnd};

use super::{DEEPEST, Footnote, Holder, Table, Writer};
use crate::markdown::element::{Class, Element};
use crate::markdown::law::Begins;
use crate::markdown::problems;

impl Writer<'_> {
    pub(super) fn open(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
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

    pub(super) fn close(&mut self, tag: TagEnd, range: &Range<usize>) {
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

    pub(super) fn open_inline(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
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

    pub(super) fn close_inline(&mut self, tag: TagEnd) {
        if tag != TagEnd::Link {
            if let Some(element) = self.inline.pop() {
                self.tree.close(element);
            }
        } else if self.links.pop() == Some(true) {
            self.tree.close(Element::A);
        }
    }

    pub(super) fn open_list(&mut self, first: Option<u64>, range: &Range<usize>) {
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

    pub(super) fn open_item(&mut self, range: &Range<usize>) {
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
    pub(super) fn leave_lists(&mut self) {
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

    /// Opens an element that may lie in itself; whether it is written.
    pub(super) fn open_block(&mut self, element: Element, class: Class, range: &Range<usize>) -> bool {
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

    pub(super) fn close_block(&mut self) {
        if let Some(Some(element)) = self.holders.pop() {
            self.depth -= 1;
            self.tree.close(element);
        }
    }

    /// Tells cells that stand behind the last column: Markdown drops them.
    pub(super) fn cells_left_out(&mut self, row: &Range<usize>) {
        let rest = self.table.end.max(row.start)..row.end;
        if self.text.get(rest.clone()).is_some_and(|rest| rest.chars().any(char::is_alphanumeric)) {
            let span = self.span(&rest);
            self.diagnostics.push(problems::cells_left_out(span));
        }
    }

    pub(super) fn open_cell(&mut self) {
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
