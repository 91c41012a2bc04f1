//! The gate for raw HTML: what stands in a body as HTML becomes the same events as Markdown, or is told.
//!
//! A browser hides, drops or shows as source much of what an editor can paste: all behind a comment or a script without
//! end, what stands in `<select>` or `<template>`, an article behind a quotation mark that is missing. Nothing of that
//! reaches the writer. Every piece of raw HTML passes here once:
//!
//! - Words become text events, character references read, so that citations and people are found in them too.
//! - In the text of a resolution the elements that hold words become paragraphs, headings, lists and line breaks, so its
//!   structure is laid over pasted HTML as over Markdown. Tables stay HTML. On other pages elements stay as written.
//! - Tags of what is not shown are left out and told; the words in it are shown. What would hide words is an error.
//! - The rest of a block of HTML behind an empty line is read as Markdown, whatever was opened above it and not closed.
//!
//! The structure reads the source itself ([`crate::legal::structure::Block`]). Where that has HTML or references it gets
//! a copy of the same length: tags are filled with signs that stand for nothing, a reference becomes its letter. So
//! every offset stays one of the source. Bodies without raw HTML and references never come here.

mod block;
mod hidden;
mod law;
mod line;
mod list;
mod page;
mod told;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::element::{Sort, sort};
use super::shadow::Shadow;
use super::tag::{Piece, tag};
use super::write::Located;
use super::{Form, problems};
use crate::diag::Diagnostics;
use crate::text::{Source, Span};

pub(super) use hidden::hides_provision;

use line::Line;
use page::Page;

/// How often the rest of a block of HTML is read as Markdown that begins with another such block. One more for each sort
/// of thing that can be without end.
const DEEPEST: usize = 6;

/// A body behind the gate.
pub(super) struct Gated<'a> {
    /// The text with tags filled and references read: as long as before, every offset the same.
    pub(super) text: Cow<'a, str>,
    /// What is to be written.
    pub(super) events: Vec<Located<'a>>,
    /// What was met.
    pub(super) diagnostics: Diagnostics,
}

/// Whether an event has to pass the gate.
pub(super) fn concerns(text: &str, (event, range): &Located<'_>) -> bool {
    match event {
        Event::Html(_) | Event::InlineHtml(_) => true,
        Event::Text(CowStr::Borrowed(_)) => text.as_bytes().get(range.start) == Some(&b'<'),
        Event::Text(_) => text.as_bytes().get(range.start) == Some(&b'&'),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            text[range.clone()].trim_start().starts_with('<')
        }
        _ => false,
    }
}

/// Leads the events of a text that begins at byte `start` of its source through the gate.
pub(super) fn pass<'a>(source: &'a Source, start: usize, form: Form, events: Vec<Located<'a>>) -> Gated<'a> {
    let text = source.text.get(start..).unwrap_or("");
    let mut gate = Gate {
        source,
        start,
        text,
        is_law: form.is_resolution,
        events: Vec::with_capacity(events.len() + 16),
        shadow: Shadow::new(text),
        diagnostics: Diagnostics::new(),
        page: Page::default(),
        line: Line::default(),
        told: None,
        unknown: BTreeSet::new(),
        last_table_end: None,
    };
    gate.read(events, 0);
    gate.leave_tables(text.len());
    let text = if gate.is_law { gate.shadow.finish() } else { Cow::Borrowed(text) };
    Gated { text, events: gate.events, diagnostics: gate.diagnostics }
}

struct Gate<'a> {
    source: &'a Source,
    start: usize,
    text: &'a str,
    is_law: bool,
    events: Vec<Located<'a>>,
    shadow: Shadow<'a>,
    diagnostics: Diagnostics,
    page: Page<'a>,
    line: Line,
    /// The element that has been told and not closed: what stands in it is not told again.
    told: Option<String>,
    /// Names of elements that HTML does not have and that were told where they open.
    unknown: BTreeSet<String>,
    /// Where the last table of the text is closed; looked for once.
    last_table_end: Option<usize>,
}

impl<'a> Gate<'a> {
    fn read(&mut self, events: Vec<Located<'a>>, depth: usize) {
        let mut events = events.into_iter();
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    let is_end = |event: &Event<'_>| *event == Event::End(TagEnd::HtmlBlock);
                    let pieces =
                        events.by_ref().take_while(|(event, _)| !is_end(event)).map(|(_, range)| range);
                    let pieces: Vec<_> = pieces.collect();
                    self.html_block(&pieces, depth);
                }
                Event::Html(_) => self.html_block(&[range], depth),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) if self.is_source_shown(&range) => {
                    if self.is_law {
                        let is_end = |event: &Event<'_>| *event == Event::End(TagEnd::CodeBlock);
                        let pieces =
                            events.by_ref().take_while(|(event, _)| !is_end(event)).map(|(_, range)| range);
                        let pieces: Vec<_> = pieces.collect();
                        self.html_block(&pieces, depth);
                    } else {
                        let span = self.span(&range);
                        self.diagnostics.push(problems::indented_html(span));
                        self.events.push((Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)), range));
                        self.pass_code(&mut events);
                    }
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    self.events.push((Event::Start(Tag::CodeBlock(kind)), range));
                    self.pass_code(&mut events);
                }
                Event::InlineHtml(raw) => self.inline_html(&raw, &range),
                Event::Text(text) => self.markdown_text(text, range),
                other => self.markdown(other, range),
            }
        }
    }

    /// Code stays as it is.
    fn pass_code(&mut self, events: &mut impl Iterator<Item = Located<'a>>) {
        for (event, range) in events {
            let is_end = event == Event::End(TagEnd::CodeBlock);
            self.events.push((event, range));
            if is_end {
                return;
            }
        }
    }

    fn is_source_shown(&self, range: &Range<usize>) -> bool {
        let at = range.end - self.text[range.clone()].trim_start().len();
        match tag(self.text, at) {
            Some(Piece::Open { name, .. } | Piece::Close { name, .. }) => sort(&name) != Sort::Unknown,
            _ => self.text[at..].starts_with("<!--"),
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.source.span(self.start + range.start, self.start + range.end)
    }

    fn push(&mut self, event: Event<'a>, range: Range<usize>) {
        self.events.push((event, range));
    }
}
