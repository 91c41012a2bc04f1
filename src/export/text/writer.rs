//! Writes a body as plain text or as Markdown, block by block.

use super::inline::Inline;
use super::table::Table;
use crate::markdown::{Class, Element, ElementStart, Piece, Pieces, escape_address, unescaped};

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Words alone.
    Plain,
    /// With marks of structure (`CommonMark`, tables and strikethrough of GFM).
    Markdown,
}

/// Deepest nesting that is shown by indents; what lies deeper stands as deep as this.
const DEEPEST: usize = 12;

/// What stands before the lines of a list's item or a quotation.
struct Container {
    element: Element,
    /// Before the first line: `- `.
    first: String,
    /// Before further lines.
    further: &'static str,
    is_begun: bool,
}

/// A list and the number of its next item; none where items have no numbers.
struct List {
    number: Option<u64>,
    mark: char,
}

/// A body that is being written.
pub(super) struct Writer<'a> {
    form: Form,
    /// How much higher headings stand than on the page.
    raised: u8,
    target: &'a mut String,
    inline: Inline,
    containers: Vec<Container>,
    lists: Vec<List>,
    heading: Option<u8>,
    code: Option<String>,
    table: Option<Table>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(form: Form, raised: u8, target: &'a mut String) -> Self {
        Self {
            form,
            raised,
            target,
            inline: Inline::new(form),
            containers: Vec::new(),
            lists: Vec::new(),
            heading: None,
            code: None,
            table: None,
        }
    }

    /// Writes a body; each of its blocks stands behind an empty line. `address` gives that of a relative link or picture.
    pub(super) fn write(mut self, pieces: Pieces<'_>, address: &impl Fn(usize) -> Option<String>) {
        for piece in pieces {
            match piece {
                Piece::Words(text) => self.words(text),
                Piece::Open(start) if is_inline(start.element) => {
                    let outside = || Some(unescaped(&escape_address(start.attribute("href")?)).into_owned());
                    self.inline.open(start, start.link().map_or_else(outside, address));
                }
                Piece::Close(element) if is_inline(element) => self.inline.close(element),
                Piece::Open(start) => self.open(start),
                Piece::Close(element) => self.close(element),
                Piece::Mention(_) | Piece::MentionEnd | Piece::Remark(_) | Piece::Raw(_) => {}
            }
        }
        self.flush();
    }

    fn words(&mut self, text: &str) {
        match &mut self.code {
            Some(code) => code.push_str(text),
            None => self.inline.words(text),
        }
    }

    fn open(&mut self, start: ElementStart<'_>) {
        let element = start.element;
        if let Some(table) = &mut self.table {
            return table.open(element, &mut self.inline);
        }
        if element == Element::Br {
            return self.inline.line_break();
        }
        self.flush();
        if let Some(level) = element.heading_level() {
            self.heading = Some(level.saturating_sub(self.raised).max(1));
        }
        match element {
            Element::Ul => self.lists.push(List { number: None, mark: '.' }),
            Element::Ol => {
                let number = start.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                let mark = if start.class == Class::Parenthesised { ')' } else { '.' };
                self.lists.push(List { number: Some(number), mark });
            }
            Element::Li => {
                let first = self.item_mark(start);
                self.enter(Element::Li, first, "    ");
            }
            Element::Blockquote => match self.form {
                Form::Markdown => self.enter(Element::Blockquote, "> ".to_owned(), "> "),
                Form::Plain => self.enter(Element::Blockquote, "  ".to_owned(), "  "),
            },
            Element::Pre => self.code = Some(String::new()),
            Element::Table => self.table = Some(Table::default()),
            Element::Hr => self.block("---"),
            _ => {}
        }
    }

    fn close(&mut self, element: Element) {
        if let Some(table) = &mut self.table {
            if table.close(element, &mut self.inline) {
                let lines = self.table.take().map(|table| table.lines(self.form)).unwrap_or_default();
                self.block(&lines);
            }
            return;
        }
        if element == Element::Pre {
            let code = self.code.take().unwrap_or_default();
            return self.code_block(&code);
        }
        self.flush();
        match element {
            Element::Ul | Element::Ol => drop(self.lists.pop()),
            Element::Li | Element::Blockquote => self.leave(element),
            _ => {}
        }
    }

    fn item_mark(&mut self, start: ElementStart<'_>) -> String {
        let Some(List { number, mark }) = self.lists.last_mut() else { return "-   ".to_owned() };
        let Some(number) = number else { return "-   ".to_owned() };
        let own = start.attribute("value").and_then(|value| value.parse().ok()).unwrap_or(*number);
        *number = own.saturating_add(1);
        // Four columns, so that all further lines of an item stand behind its mark.
        format!("{:<4}", format!("{own}{mark} "))
    }

    fn enter(&mut self, element: Element, first: String, further: &'static str) {
        self.containers.push(Container { element, first, further, is_begun: false });
    }

    fn leave(&mut self, element: Element) {
        if let Some(at) = self.containers.iter().rposition(|container| container.element == element) {
            // An item without words keeps its mark.
            if !self.containers[at].is_begun && at + 1 == self.containers.len() && element == Element::Li {
                self.block("");
            }
            self.containers.truncate(at);
        }
    }

    /// Ends the paragraph or heading that words were collected for.
    fn flush(&mut self) {
        let words = self.inline.take();
        let heading = self.heading.take();
        if words.is_empty() {
            return;
        }
        match heading {
            Some(level) if self.form == Form::Markdown => {
                let words = words.replace("\\\n", " ");
                self.block(&format!("{} {words}", "#".repeat(usize::from(level.min(6)))));
            }
            _ => self.block(&words),
        }
    }

    fn code_block(&mut self, code: &str) {
        let code = code.trim_end_matches('\n');
        if self.form == Form::Plain {
            return self.block(code);
        }
        let mut fence = "```".to_owned();
        while code.contains(&fence) {
            fence.push('`');
        }
        self.block(&format!("{fence}\n{code}\n{fence}"));
    }

    /// Writes a block, each line behind what belongs before it.
    fn block(&mut self, lines: &str) {
        if !self.target.is_empty() {
            if !self.target.ends_with('\n') {
                self.target.push('\n');
            }
            let quotations = self.containers.iter().take(DEEPEST).take_while(|container| container.is_begun);
            let between: String = quotations.map(|container| container.further).collect();
            self.target.push_str(between.trim_end());
            self.target.push('\n');
        }
        for line in lines.split('\n') {
            let start = self.target.len();
            for container in self.containers.iter_mut().take(DEEPEST) {
                let before = if container.is_begun { container.further } else { container.first.as_str() };
                self.target.push_str(before);
                container.is_begun = true;
            }
            self.target.push_str(line);
            let end = self.target.trim_end_matches([' ', '\t']).len();
            self.target.truncate(end.max(start));
            self.target.push('\n');
        }
    }
}

/// Whether an element stands within a line, and does not end it.
fn is_inline(element: Element) -> bool {
    !element.is_block() && element != Element::Br
}
