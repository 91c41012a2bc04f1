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

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::element::{Instead, Sort, is_of_office, sort};
use super::shadow::{Fill, Shadow};
use super::tag::{Piece, Pieces, attribute, holds_words, meaning, references, tag};
use super::write::{Located, is_inline, name_of};
use super::{Form, html, problems, read_markdown};
use crate::diag::Diagnostics;
use crate::text::{Source, Span, nfc};

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

/// Whether words begin a provision on one of their lines: `Điều 2.`, `1. Mức`, `a) Mức`, `Chương II`.
pub(super) fn hides_provision(words: &str) -> bool {
    let behind_tags = |line: &str| {
        line.split('<').any(|part| begins_provision(part.split_once('>').map_or(part, |(_, words)| words)))
    };
    words.lines().any(behind_tags)
}

fn begins_provision(line: &str) -> bool {
    /// Bytes that the label and the first word behind it can have, spaces and combining marks included.
    const MOST: usize = 80;
    const WORDS: [&str; 6] = ["điều", "khoản", "chương", "mục", "phần", "phụ lục"];
    let line = line.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let line = nfc(&line[..line.floor_char_boundary(MOST)]);
    let lower = line.to_lowercase();
    let ends_label = |behind: &str| {
        let behind = behind.trim_start();
        behind.chars().next().is_none_or(|sign| {
            matches!(sign, '.' | ':' | ')' | '-' | '–' | '—' | '*' | '<') || sign.is_uppercase()
        })
    };
    for word in WORDS {
        let Some(behind) = lower.strip_prefix(word).filter(|rest| rest.starts_with(char::is_whitespace))
        else {
            continue;
        };
        let behind = &line[line.len() - behind.len().min(line.len())..];
        let number = behind.trim_start();
        let end = number.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(number.len());
        let is_roman = |text: &str| !text.is_empty() && text.bytes().all(|sign| b"IVXLC".contains(&sign));
        let is_number = number.starts_with(|sign: char| sign.is_ascii_digit()) || is_roman(&number[..end]);
        return is_number && ends_label(&number[end..]);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let words = match digits {
        0 => rest
            .char_indices()
            .nth(1)
            .and_then(|(at, _)| rest[at..].strip_prefix(')'))
            .filter(|_| rest.starts_with(|letter: char| letter.is_lowercase())),
        1..=3 => {
            rest.strip_prefix(['.', ')']).filter(|words| words.trim_start().starts_with(char::is_uppercase))
        }
        _ => None,
    };
    words.is_some_and(|words| words.starts_with(char::is_whitespace))
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

/// What is open in blocks of HTML.
#[derive(Default)]
struct Page<'a> {
    /// What holds the words that come.
    holder: Holder,
    /// A heading that has no words yet: its level, and where its tag stands.
    heading: Option<(u8, usize)>,
    formats: Vec<Format<'a>>,
    lists: Vec<List>,
    /// For each open table: whether it stays a table, and does not only hold the text of a page.
    tables: Vec<bool>,
    nesting: Nesting,
    /// For each open quotation: its event.
    quotes: Vec<usize>,
    /// Whether words stand in the holder.
    has_words: bool,
    gap: Option<Gap>,
    /// Whether the words are kept as they are laid out.
    is_laid: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Holder {
    #[default]
    None,
    /// The item itself.
    Item,
    /// The paragraph or heading that begins with this event.
    Block(usize),
}

/// Words within a line that are written in a way of their own.
struct Format<'a> {
    name: &'static str,
    opens: CowStr<'a>,
    is_written: bool,
}

struct List {
    numbering: Numbering,
    /// The number of the next item.
    next: u64,
    /// Whether its beginning has been written.
    is_written: bool,
    has_item: bool,
    /// Whether a paragraph stands in the item.
    has_block: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbering {
    None,
    Digits,
    /// Letters or Roman numerals, which only words can tell.
    Letters(char),
}

/// What is open among tags that are written as they stand.
#[derive(Default)]
struct Nesting {
    depth: usize,
    /// For each element that lies too deep: how many of its closing tags belong to none that is written.
    flattened: BTreeMap<String, usize>,
}

impl Nesting {
    /// Deepest nesting that is kept. Browsers flatten too, and the sanitiser takes long for each level.
    const DEEPEST: usize = 64;

    /// Whether an opening tag is to be written.
    fn opens(&mut self, name: &str) -> bool {
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
    fn closes(&mut self, name: &str) -> bool {
        if let Some(count) = self.flattened.get_mut(name).filter(|count| **count > 0) {
            *count -= 1;
            return false;
        }
        self.depth = self.depth.saturating_sub(1);
        true
    }
}

/// What parts the words that come from those before.
#[derive(Debug, Clone)]
enum Gap {
    Space(Range<usize>),
    Break(Range<usize>, usize),
}

/// What is open within a line of Markdown.
#[derive(Default)]
struct Line {
    /// Names of open elements; `None` for emphasis and links of Markdown.
    open: Vec<Option<&'static str>>,
    /// Where the paragraph, heading or cell ends.
    end: usize,
    /// Text before this byte belongs to what has been left out.
    skip_to: usize,
    has_words: bool,
    parted: Option<Range<usize>>,
    /// Up to where no closing tag of a script stands, as has been seen.
    unclosed_to: usize,
    /// An element that strikes words out over several paragraphs, and where its closing tag stands.
    struck: Option<(&'static str, usize)>,
}

/// Elements whose words are struck out.
const STRIKING: [&str; 3] = ["del", "s", "strike"];

/// Where the closing tag of an element stands behind byte `from`, where the element does not begin anew before it.
fn closing_tag_behind(text: &str, from: usize, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_tag = |at: usize| {
        let behind = bytes.get(at..at + name.len())?;
        let ends = bytes.get(at + name.len()).is_none_or(|next| !next.is_ascii_alphanumeric());
        (behind.eq_ignore_ascii_case(name.as_bytes()) && ends).then_some(())
    };
    let found = memchr::memchr_iter(b'<', bytes.get(from..)?).map(|at| from + at).find_map(|at| {
        let closes = bytes.get(at + 1) == Some(&b'/');
        is_tag(at + 1 + usize::from(closes)).map(|()| (at, closes))
    });
    found.and_then(|(at, closes)| closes.then_some(at))
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

/// Markdown with HTML in its lines.
impl<'a> Gate<'a> {
    fn markdown(&mut self, event: Event<'a>, range: Range<usize>) {
        let is_within_line = match &event {
            Event::Start(tag) if is_inline(tag.to_end()) => {
                self.break_line();
                self.line.open.push(None);
                true
            }
            Event::End(tag) if is_inline(*tag) => {
                self.close_down_to(None, range.end);
                true
            }
            Event::Start(_) | Event::End(_) | Event::Rule => false,
            _ if range.start < self.line.skip_to => return,
            _ => {
                self.break_line();
                true
            }
        };
        if !is_within_line {
            self.end_line(range.end);
            self.line.end = range.end;
        }
        self.push(event, range);
    }

    /// Lets an element that ends with its paragraph at byte `at` go on in the next, where it strikes words out and is closed there.
    fn strike_on(&mut self, name: &'static str, at: usize) {
        if STRIKING.contains(&name) && self.line.struck.is_none_or(|(_, end)| end < at) {
            self.line.struck = closing_tag_behind(self.text, at, name).map(|end| (name, end));
        }
    }

    /// Closes what is open in a line.
    fn end_line(&mut self, at: usize) {
        while let Some(open) = self.line.open.pop() {
            if let Some(name) = open {
                self.strike_on(name, at);
                self.push(Event::InlineHtml(format!("</{name}>").into()), at..at);
            }
        }
        self.line.has_words = false;
        self.line.parted = None;
        self.told = None;
    }

    /// Closes the innermost open element of this name, and all in it; `None` for one of Markdown.
    fn close_down_to(&mut self, name: Option<&str>, at: usize) {
        let own =
            self.line.open.iter().rposition(Option::is_none).map_or(0, |at| at + usize::from(name.is_some()));
        let Some(found) =
            self.line.open[own..].iter().rposition(|open| *open == name).map(|found| own + found)
        else {
            return;
        };
        for open in self.line.open.split_off(found).into_iter().rev().flatten() {
            self.push(Event::InlineHtml(format!("</{open}>").into()), at..at);
        }
    }

    /// Ends a line where an element that is no part of one began or ended.
    fn break_line(&mut self) {
        if let Some(range) = self.line.parted.take()
            && self.line.has_words
        {
            self.push(Event::HardBreak, range);
        }
    }

    fn markdown_text(&mut self, text: CowStr<'a>, range: Range<usize>) {
        if range.start < self.line.skip_to {
            let behind = self.line.skip_to.min(range.end);
            if behind < range.end && text.len() == range.len() {
                let rest = &self.text[behind..range.end];
                self.line_words(CowStr::Borrowed(rest), behind..range.end);
            }
            return;
        }
        let first = self.text.as_bytes().get(range.start);
        if first == Some(&b'&') && !matches!(text, CowStr::Borrowed(_)) {
            let written = &self.text[range.clone()];
            let letters = meaning(written).map_or(text, CowStr::from);
            self.shadow.fill(range.clone(), Fill::Letters(letters.to_string()));
            return self.line_words(letters, range);
        }
        let is_escaped = range.start > 0 && self.text.as_bytes()[range.start - 1] == b'\\';
        if first == Some(&b'<') && !is_escaped && self.is_left_out(range.start) {
            return self.markdown_text(text, range);
        }
        self.line_words(text, range);
    }

    fn line_words(&mut self, words: CowStr<'a>, range: Range<usize>) {
        self.break_line();
        if let Some((name, end)) = self.line.struck
            && range.start < end
            && !words.trim().is_empty()
            && !self.line.open.contains(&Some(name))
        {
            self.line.open.push(Some(name));
            self.push(Event::InlineHtml(format!("<{name}>").into()), range.start..range.start);
        }
        self.line.has_words |= !words.trim().is_empty();
        self.push(Event::Text(words), range);
    }

    /// Tells what looks like HTML and is none for Markdown; tags that only an office program knows are left out.
    fn is_left_out(&mut self, at: usize) -> bool {
        let rest = &self.text[at..];
        if rest.starts_with("<!--") {
            let span = self.span(&(at..at + "<!--".len()));
            self.diagnostics.push(problems::comment_without_end(span));
            return false;
        }
        if rest.starts_with("<!—") || rest.starts_with("<!–") {
            let span = self.span(&(at..at + "<!—".len()));
            self.diagnostics.push(problems::broken_html(span, "<!—"));
            return false;
        }
        if rest.starts_with("<![")
            && let Some(Piece::Instruction(mark)) = Pieces::new(self.text, at).next()
            && mark.end <= self.line.end
            && is_known_instruction(&self.text[mark.clone()])
        {
            // `<![if !supportLists]>`, which Markdown takes for words.
            self.line.skip_to = mark.end;
            self.shadow.fill(mark, Fill::Nothing);
            return true;
        }
        let Some(piece) = tag(self.text, at) else { return false };
        let end = piece.at().end;
        match piece {
            Piece::Open { name, .. } | Piece::Close { name, .. }
                if is_of_office(&name) && end <= self.line.end && !holds_words(&self.text[at..end]) =>
            {
                self.line.skip_to = end;
                self.shadow.fill(at..end, Fill::Nothing);
                return true;
            }
            Piece::Open { name, .. } if sort(&name) != Sort::Unknown => self.tell_broken(&(at..end)),
            Piece::Close { name, .. } if is_of_office(&name) => self.tell_broken(&(at..end)),
            Piece::Broken(_) => {
                let name: String = rest[1..].chars().take_while(char::is_ascii_alphanumeric).collect();
                if sort(&name.to_ascii_lowercase()) != Sort::Unknown {
                    self.tell_broken(&(at..end));
                }
            }
            _ => {}
        }
        false
    }

    fn tell_broken(&mut self, range: &Range<usize>) {
        let shown = self.text[range.clone()].lines().next().unwrap_or("");
        let span = self.span(&(range.start..range.start + shown.len()));
        self.diagnostics.push(problems::broken_html(span, shown));
    }

    fn inline_html(&mut self, raw: &CowStr<'a>, range: &Range<usize>) {
        if range.start < self.line.skip_to {
            self.shadow.fill(range.clone(), Fill::Nothing);
            return;
        }
        let raw = self.with_margin(raw, range);
        for piece in Pieces::new(&raw, 0) {
            let at = range.start + piece.at().start..range.start + piece.at().end;
            let written = &raw[piece.at()];
            match piece {
                Piece::Text(_) | Piece::Broken(_) => {
                    self.line_words(CowStr::from(written.to_owned()), at);
                    continue;
                }
                Piece::Comment { words, .. } => {
                    self.comment(&raw[words], &at);
                }
                Piece::Instruction(_) => self.instruction(written, &at),
                Piece::Mark(_) if written.starts_with('<') => {
                    self.leave_out("<![CDATA[", Instead::Words, &at);
                }
                Piece::Mark(_) => {}
                Piece::Open { name, is_whole, .. } => {
                    if !is_whole || (sort(&name) != Sort::Unknown && holds_words(written)) {
                        self.tell_broken(&at);
                    }
                    if self.line_opens(&name, written, &at) {
                        continue;
                    }
                }
                Piece::Close { name, .. } => {
                    if holds_words(written) {
                        self.tell_broken(&at);
                    }
                    if self.line_closes(&name, written, &at) {
                        continue;
                    }
                }
            }
            self.shadow.fill(at, Fill::Nothing);
        }
    }

    /// A tag in a line of Markdown, as long as its place in the text: in a quote or list Markdown takes away what stands to
    /// the left of its lines, and blanks take its place here.
    fn with_margin<'b>(&self, raw: &'b str, range: &Range<usize>) -> Cow<'b, str> {
        if raw.len() == range.len() {
            return Cow::Borrowed(raw);
        }
        let source = &self.text[range.clone()];
        let mut padded = String::with_capacity(source.len());
        for (line, whole) in raw.split_inclusive('\n').zip(source.split_inclusive('\n')) {
            padded.extend(std::iter::repeat_n(' ', whole.len().saturating_sub(line.len())));
            padded.push_str(line);
        }
        Cow::Owned(if padded.len() == source.len() { padded } else { source.to_owned() })
    }

    /// A tag in a line of Markdown opens an element; whether its place has been filled.
    fn line_opens(&mut self, name: &str, written: &str, at: &Range<usize>) -> bool {
        self.title_left_out(name, written, at);
        match sort(name) {
            Sort::Format(format) if self.line.open.contains(&Some(format)) => {}
            Sort::Format(format) => {
                self.break_line();
                self.line.open.push(Some(format));
                self.push(Event::InlineHtml(self.tag_of(format, written)), at.clone());
            }
            Sort::Link if self.line.open.contains(&Some("a")) => {}
            Sort::Link if !self.is_law || attribute(written, "href").is_some() => {
                self.break_line();
                self.line.open.push(Some("a"));
                self.push(Event::InlineHtml(written.to_owned().into()), at.clone());
            }
            Sort::Break => {
                if self.line.has_words {
                    self.push(Event::HardBreak, at.clone());
                } else if !self.is_law {
                    self.push(Event::InlineHtml("<br>".into()), at.clone());
                }
                self.shadow.fill(at.clone(), Fill::Text("\n".to_owned()));
                return true;
            }
            Sort::Picture => {
                self.break_line();
                self.picture(written, at);
            }
            Sort::Source(end) => self.hide(name, end, at),
            Sort::Unshown(instead) => self.leave_out_open(name, written, instead, at),
            Sort::Unknown => return self.unknown(written, at),
            Sort::Link | Sort::Bare if self.is_law || is_of_office(name) => {}
            Sort::Link | Sort::Bare => self.push(Event::InlineHtml(written.to_owned().into()), at.clone()),
            _ => return self.line_block(written, at),
        }
        false
    }

    fn line_closes(&mut self, name: &str, written: &str, at: &Range<usize>) -> bool {
        if self.told.as_deref() == Some(name) {
            self.told = None;
        }
        match sort(name) {
            Sort::Format(_) | Sort::Link => self.close_down_to(Some(name), at.start),
            Sort::Unknown => self.unknown_closes(name, written, at),
            Sort::Source(_) | Sort::Unshown(_) | Sort::Picture => {}
            Sort::Bare if self.is_law || is_of_office(name) => {}
            Sort::Bare => self.push(Event::InlineHtml(written.to_owned().into()), at.clone()),
            _ => return self.line_block(written, at),
        }
        false
    }

    /// An element that is no part of a line begins or ends within one.
    fn line_block(&mut self, written: &str, at: &Range<usize>) -> bool {
        if self.is_law {
            self.line.parted = Some(at.clone());
            self.shadow.fill(at.clone(), Fill::Text("\n".to_owned()));
        } else {
            self.push(Event::InlineHtml(written.to_owned().into()), at.clone());
        }
        true
    }

    /// Leaves out what stands in a script within a line.
    fn hide(&mut self, name: &str, end: &'static str, at: &Range<usize>) {
        let until = self.line.end.max(at.end);
        let is_known = self.line.unclosed_to >= until;
        let rest = &self.text.get(at.end..until).unwrap_or("");
        let found = if is_known { None } else { Pieces::new(rest, 0).end_of_raw(0, end) };
        match found {
            Some(length) => {
                self.source_left_out(name, &(at.end..at.end + length), at);
                self.line.skip_to = at.end + length;
                self.shadow.fill(at.end..at.end + length, Fill::Space);
            }
            None => {
                self.line.unclosed_to = until;
                let span = self.span(at);
                self.diagnostics.push(problems::element_without_end(span, name));
            }
        }
    }

    fn tag_of(&self, format: &str, written: &str) -> CowStr<'a> {
        if self.is_law { format!("<{format}>").into() } else { written.to_owned().into() }
    }
}

/// What is told, wherever it stands.
impl Gate<'_> {
    /// Words in the `title` of a tag, which a pointer would show: in a text of law only a link keeps them.
    fn title_left_out(&mut self, name: &str, written: &str, at: &Range<usize>) {
        let is_kept = match sort(name) {
            Sort::Link if self.line.open.contains(&Some("a")) => false,
            Sort::Format(format) if self.line.open.contains(&Some(format)) => false,
            Sort::Link => !self.is_law || attribute(written, "href").is_some(),
            _ => !self.is_law,
        };
        let has_words =
            || attribute(written, "title").is_some_and(|title| title.chars().any(char::is_alphanumeric));
        if !is_kept && has_words() {
            let span = self.span(at);
            self.diagnostics.push(problems::left_out(span, "title", Instead::Words, None));
        }
    }

    /// A comment with an end: it is not shown. Whether it is to be read as text because it hides some.
    fn comment(&mut self, words: &str, at: &Range<usize>) -> bool {
        let span = self.span(&(at.start..at.start + "<!--".len()));
        // Another one begins in it, or an end was meant that is none.
        if ["<!--", "-- >", "--!>", "—>", "–>"].iter().any(|sign| words.contains(sign)) {
            self.diagnostics.push(problems::comment_without_end(span));
            return true;
        }
        if hides_provision(words) {
            self.diagnostics.push(problems::hidden_provision(span, self.is_law));
            return self.is_law;
        }
        let is_of_office = words.trim_start().starts_with("[if");
        let has_words = |part: &&str| part.chars().any(char::is_alphabetic);
        let lines: Vec<&str> = words.lines().map(str::trim).collect();
        let paragraphs =
            lines.split(|line| line.is_empty()).filter(|part| part.iter().any(has_words)).count();
        if paragraphs > 1 && !is_of_office {
            self.diagnostics.push(problems::hidden_paragraphs(span, paragraphs));
        }
        false
    }

    fn instruction(&mut self, written: &str, at: &Range<usize>) {
        if !is_known_instruction(written) {
            let shown: String = written.chars().take(2).collect();
            self.leave_out(&shown, Instead::Words, at);
        }
    }

    fn leave_out(&mut self, shown: &str, instead: Instead, at: &Range<usize>) {
        if self.told.is_none() {
            let span = self.span(at);
            self.diagnostics.push(problems::left_out(span, shown, instead, None));
        }
    }

    fn leave_out_open(&mut self, name: &str, written: &str, instead: Instead, at: &Range<usize>) {
        if self.told.is_some() {
            return;
        }
        let address = attribute(written, "src").or_else(|| attribute(written, "data"));
        let address = address.filter(|address| html::is_of_the_web(address));
        let span = self.span(at);
        self.diagnostics.push(problems::left_out(span, &format!("<{name}>"), instead, address));
        let is_empty = matches!(
            name,
            "embed"
                | "source"
                | "track"
                | "param"
                | "input"
                | "area"
                | "frame"
                | "image"
                | "bgsound"
                | "keygen"
        );
        if !is_empty && !written.ends_with("/>") {
            self.told = Some(name.to_owned());
        }
    }

    /// Source that is no text is left out; provisions in it are an error.
    fn source_left_out(&mut self, name: &str, content: &Range<usize>, at: &Range<usize>) {
        let span = self.span(at);
        if hides_provision(&self.text[content.clone()]) {
            self.diagnostics.push(problems::provision_in_element(span, name));
        } else {
            self.leave_out(&format!("<{name}>"), Instead::Words, at);
        }
    }

    /// Words between angle brackets that name no element are words. Whether its place has been filled.
    fn unknown(&mut self, written: &str, at: &Range<usize>) -> bool {
        if self.told.is_some() {
            return false;
        }
        let is_of_words = !written.contains(['=', '-', '"', '\'']);
        self.unknown.insert(name_of(written));
        let span = self.span(at);
        self.diagnostics.push(problems::unknown_element(span, written, is_of_words));
        if is_of_words {
            self.line_words(CowStr::from(written.to_owned()), at.clone());
        }
        is_of_words
    }

    fn unknown_closes(&mut self, name: &str, written: &str, at: &Range<usize>) {
        if self.told.is_none() && !self.unknown.contains(&name_of(written)) && !is_of_office(name) {
            let span = self.span(at);
            self.diagnostics.push(problems::unknown_element(span, written, false));
        }
    }

    /// A picture of another place becomes one of Markdown, so that it is told; others stay and are told by the writer.
    fn picture(&mut self, written: &str, at: &Range<usize>) {
        let address = attribute(written, "src").unwrap_or("");
        if html::address_kind(address) == html::AddressKind::Within {
            self.push(Event::InlineHtml(written.to_owned().into()), at.clone());
            return;
        }
        let alt = attribute(written, "alt").unwrap_or("").to_owned();
        let dest_url = CowStr::from(address.to_owned());
        let picture = Tag::Image { link_type: LinkType::Inline, dest_url, title: "".into(), id: "".into() };
        self.push(Event::Start(picture), at.clone());
        self.push(Event::Text(alt.into()), at.start..at.start);
        self.push(Event::End(TagEnd::Image), at.clone());
    }
}

/// Blocks of HTML.
impl<'a> Gate<'a> {
    fn html_block(&mut self, lines: &[Range<usize>], depth: usize) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let all = first.start..last.end;
        self.end_line(all.start);
        let is_whole = lines.windows(2).all(|pair| pair[0].end == pair[1].start);
        let block =
            if is_whole { Cow::Borrowed(&self.text[all.clone()]) } else { self.without_margin(lines, &all) };
        if self.is_raw() {
            self.push(Event::Start(Tag::HtmlBlock), all.clone());
        }
        let rest = self.elements(&block, all.start, depth);
        let end = all.start + rest.unwrap_or(block.len());
        let has_table = self.is_raw();
        self.end_html(end);
        if !self.is_law {
            self.push(Event::End(TagEnd::HtmlBlock), all.clone());
        } else if has_table {
            self.end_raw(end);
        }
        let Some(rest) = rest.filter(|rest| !block[*rest..].trim().is_empty()) else { return };
        let from = all.start + rest;
        let (events, unused) = match &block {
            Cow::Borrowed(block) => read_markdown(&block[rest..]),
            Cow::Owned(block) => {
                let (events, unused) = read_markdown(&block[rest..]);
                (events.into_iter().map(|(event, range)| (event.into_static(), range)).collect(), unused)
            }
        };
        for range in unused {
            let span = self.span(&(range.start + from..range.end + from));
            self.diagnostics.push(problems::unused_definition(span));
        }
        let shifted = |(event, range): Located<'a>| (event, range.start + from..range.end + from);
        let events = events.into_iter().map(shifted).collect();
        self.read(events, depth + 1);
    }

    /// A block of HTML in a quote or list, what stands to the left of its lines blank.
    fn without_margin(&self, lines: &[Range<usize>], all: &Range<usize>) -> Cow<'a, str> {
        let mut block = String::with_capacity(all.len());
        for line in lines {
            let gap = line.start.saturating_sub(all.start + block.len());
            block.extend(std::iter::repeat_n(' ', gap));
            block.push_str(self.text.get(all.start + block.len()..line.end).unwrap_or(""));
        }
        Cow::Owned(block)
    }

    /// Whether elements are written as they stand.
    fn is_raw(&self) -> bool {
        !self.is_law || self.page.tables.contains(&true)
    }

    /// Reads the elements of a block that begins at byte `start` of the text. Gives where the rest of it is Markdown.
    fn elements(&mut self, block: &str, start: usize, depth: usize) -> Option<usize> {
        let layouts = layouts(block);
        let mut pieces = Pieces::new(block, 0);
        while let Some(piece) = pieces.next() {
            let within = piece.at();
            let at = start + within.start..start + within.end;
            let written = &block[within.clone()];
            match piece {
                Piece::Text(_) => {
                    let empty =
                        if self.page.is_laid || depth >= DEEPEST { None } else { empty_line(written) };
                    self.words(&written[..empty.unwrap_or(written.len())], at.start);
                    if let Some(empty) = empty {
                        return Some(within.start + empty);
                    }
                }
                Piece::Broken(_) => {
                    self.tell_broken(&at);
                    self.words(written, at.start);
                }
                Piece::Comment { words, has_end, .. } => {
                    let hides = if has_end {
                        self.comment(&block[words], &at)
                    } else {
                        let span = self.span(&at);
                        self.diagnostics.push(problems::comment_without_end(span));
                        true
                    };
                    let opening = at.start..at.start + "<!--".len();
                    self.shadow.fill(if hides { opening } else { at }, Fill::Nothing);
                    if hides {
                        let behind = within.start + "<!--".len();
                        if depth < DEEPEST {
                            return Some(behind);
                        }
                        // Too many of them: what it holds is left out, and has been told.
                        pieces.go_to(within.end);
                    }
                }
                Piece::Instruction(_) => {
                    self.instruction(written, &at);
                    self.shadow.fill(at, Fill::Nothing);
                }
                Piece::Mark(_) => {
                    if written.starts_with('<') {
                        self.leave_out("<![CDATA[", Instead::Words, &at);
                    }
                    self.shadow.fill(at, Fill::Nothing);
                }
                Piece::Open { name, is_whole, .. } => {
                    if !is_whole || (sort(&name) != Sort::Unknown && holds_words(written)) {
                        self.tell_broken(&at);
                    }
                    if let Sort::Source(end) = sort(&name) {
                        self.shadow.fill(at.clone(), Fill::Space);
                        if let Some(end) = pieces.end_of_raw(within.end, end) {
                            self.source_left_out(&name, &(at.end..start + end), &at);
                            self.shadow.fill(at.end..start + end, Fill::Space);
                            pieces.go_to(end);
                        } else {
                            let span = self.span(&at);
                            self.diagnostics.push(problems::element_without_end(span, &name));
                            if depth < DEEPEST {
                                return Some(within.end);
                            }
                        }
                        continue;
                    }
                    if sort(&name) == Sort::Laid && self.is_raw() {
                        self.page.is_laid = pieces.end_of_raw(within.end, "</pre").is_some();
                    }
                    let is_layout = layouts.binary_search(&within.start).is_ok();
                    self.opens(&name, if is_whole { written } else { "" }, &at, is_layout);
                }
                Piece::Close { name, .. } => {
                    if holds_words(written) || written.contains('=') {
                        self.tell_broken(&at);
                    }
                    self.closes(&name, written, &at);
                }
            }
        }
        None
    }

    fn opens(&mut self, name: &str, written: &str, at: &Range<usize>, is_layout: bool) {
        let sort = sort(name);
        match sort {
            Sort::Unshown(instead) => {
                self.leave_out_open(name, written, instead, at);
                self.shadow.fill(at.clone(), Fill::Space);
            }
            Sort::Unknown if self.told.is_some() => self.shadow.fill(at.clone(), Fill::Nothing),
            Sort::Unknown => {
                let is_of_words = !written.is_empty() && !written.contains(['=', '-', '"', '\'']);
                self.unknown.insert(name_of(written));
                let span = self.span(at);
                self.diagnostics.push(problems::unknown_element(span, written, is_of_words));
                if is_of_words {
                    self.words(written, at.start);
                } else {
                    self.shadow.fill(at.clone(), Fill::Nothing);
                }
            }
            Sort::Table if name == "table" && self.is_law => {
                self.close_holder(at.start);
                self.shadow.fill(at.clone(), Fill::Space);
                let is_first = !self.is_raw();
                self.page.tables.push(!is_layout);
                if self.is_raw() {
                    if is_first {
                        self.close_lists(at.start);
                        self.push(Event::Start(Tag::HtmlBlock), at.clone());
                    }
                    self.raw_tag(sort, written, at);
                }
            }
            _ if self.is_raw() => {
                self.shadow.fill(at.clone(), Fill::Space);
                self.raw_tag(sort, written, at);
            }
            _ => self.law_opens(sort, name, written, at),
        }
    }

    fn closes(&mut self, name: &str, written: &str, at: &Range<usize>) {
        if self.told.as_deref() == Some(name) {
            self.told = None;
        }
        let sort = sort(name);
        let fill = if matches!(sort, Sort::Format(_) | Sort::Link | Sort::Bare) {
            Fill::Nothing
        } else {
            Fill::Space
        };
        self.shadow.fill(at.clone(), fill);
        if sort == Sort::Laid {
            self.page.is_laid = false;
        }
        match sort {
            Sort::Unknown => self.unknown_closes(name, written, at),
            Sort::Unshown(_) | Sort::Source(_) => {}
            Sort::Table if name == "table" && self.is_law => {
                self.close_holder(at.start);
                if self.page.tables.pop() == Some(true) {
                    self.raw_tag(sort, written, at);
                    if !self.is_raw() {
                        self.end_raw(at.end);
                    }
                }
            }
            _ if self.is_raw() => self.raw_tag(sort, written, at),
            _ => self.law_closes(sort, name, at),
        }
    }

    /// Writes a tag as it stands; one that closes has no attributes, whose marks could be without end.
    fn raw_tag(&mut self, sort: Sort, written: &str, at: &Range<usize>) {
        if sort == Sort::Picture {
            return self.picture(written, at);
        }
        if !matches!(sort, Sort::Format(_) | Sort::Link | Sort::Bare) {
            self.page.has_words = false;
        }
        let name = name_of(written);
        let closes = written.starts_with("</");
        let is_kept = if closes { self.page.nesting.closes(&name) } else { self.page.nesting.opens(&name) };
        if is_kept && !is_of_office(written.trim_start_matches(['<', '/'])) {
            let tag = if closes { format!("</{name}>") } else { written.to_owned() };
            self.push(Event::Html(tag.into()), at.clone());
        }
    }

    /// Ends a table that stays one: its range is told to those that look for the structure.
    fn end_raw(&mut self, at: usize) {
        let begins = |(event, _): &Located<'_>| *event == Event::Start(Tag::HtmlBlock);
        if let Some(index) = self.events.iter().rposition(begins)
            && let Some((_, range)) = self.events.get_mut(index)
        {
            range.end = at;
        }
        self.push(Event::End(TagEnd::HtmlBlock), at..at);
    }

    /// Closes tables that nothing closes in the text behind byte `at`.
    fn leave_tables(&mut self, at: usize) {
        if !self.is_law || !self.is_raw() {
            self.page.tables.clear();
            return;
        }
        let last = *self.last_table_end.get_or_insert_with(|| last_table_end(self.text));
        if last < at || at >= self.text.len() {
            while let Some(is_table) = self.page.tables.pop() {
                if is_table {
                    self.push(Event::Html("</table>".into()), at..at);
                }
            }
        }
    }

    fn end_html(&mut self, at: usize) {
        self.close_holder(at);
        self.close_lists(at);
        while !self.page.quotes.is_empty() {
            self.close_quote(at);
        }
        for format in std::mem::take(&mut self.page.formats) {
            self.strike_on(format.name, at);
        }
        self.page.heading = None;
        self.page.is_laid = false;
        self.told = None;
        self.leave_tables(at);
    }

    fn close_lists(&mut self, at: usize) {
        for index in (0..self.page.lists.len()).rev() {
            self.close_item(index, at);
            let list = &mut self.page.lists[index];
            if std::mem::take(&mut list.is_written) {
                let is_ordered = list.numbering == Numbering::Digits;
                self.push(Event::End(TagEnd::List(is_ordered)), at..at);
            }
        }
    }

    fn close_item(&mut self, index: usize, at: usize) {
        self.close_holder(at);
        let Some(list) = self.page.lists.get_mut(index) else { return };
        if std::mem::take(&mut list.has_item) && list.is_written {
            self.push(Event::End(TagEnd::Item), at..at);
        }
    }

    /// Ends the paragraph, heading or words of an item.
    fn close_holder(&mut self, at: usize) {
        if self.page.holder != Holder::None {
            for format in self.page.formats.iter_mut().rev().filter(|format| format.is_written) {
                format.is_written = false;
                self.events.push((Event::InlineHtml(format!("</{}>", format.name).into()), at..at));
            }
        }
        self.page.formats.retain(|format| format.name != "a");
        if let Holder::Block(first) = self.page.holder
            && let Some((event, range)) = self.events.get_mut(first)
        {
            range.end = at;
            let end = if let Event::Start(tag) = event { tag.to_end() } else { TagEnd::Paragraph };
            self.push(Event::End(end), at..at);
        }
        self.page.holder = Holder::None;
        self.page.has_words = false;
        self.page.gap = None;
    }

    /// An element of a resolution begins.
    fn law_opens(&mut self, sort: Sort, name: &str, written: &str, at: &Range<usize>) {
        self.title_left_out(name, written, at);
        let mut fill = Fill::Space;
        match sort {
            Sort::Format(format) if self.page.formats.iter().any(|open| open.name == format) => {
                fill = Fill::Nothing;
            }
            Sort::Format(format) => {
                self.page.formats.push(Format {
                    name: format,
                    opens: format!("<{format}>").into(),
                    is_written: false,
                });
                fill = Fill::Nothing;
            }
            Sort::Link => {
                self.close_format("a", at.start);
                if attribute(written, "href").is_some() {
                    let opens = written.to_owned().into();
                    self.page.formats.push(Format { name: "a", opens, is_written: false });
                }
                fill = Fill::Nothing;
            }
            Sort::Bare => fill = Fill::Nothing,
            Sort::Break => {
                let breaks = if let Some(Gap::Break(_, breaks)) = &self.page.gap { *breaks } else { 0 };
                self.page.gap = Some(Gap::Break(at.clone(), breaks + 1));
                fill = Fill::Text("\n".to_owned());
            }
            Sort::Picture => {
                self.prepare(at.start);
                self.picture(written, at);
                self.page.has_words = true;
                fill = Fill::Nothing;
            }
            Sort::Heading(level) => {
                self.begin_block(at.start);
                self.page.heading = Some((level, at.start));
                fill = Fill::Text("#".repeat(usize::from(level).min(at.len())));
            }
            Sort::List(is_ordered) => {
                self.begin_block(at.start);
                self.page.lists.push(List::of(is_ordered, written));
            }
            Sort::Item => fill = self.item(written, at),
            Sort::Rule => {
                self.begin_block(at.start);
                self.push(Event::Rule, at.clone());
            }
            Sort::Laid => {
                self.begin_block(at.start);
                self.page.is_laid = false;
            }
            _ if name == "blockquote" => {
                self.begin_block(at.start);
                self.close_lists(at.start);
                self.page.quotes.push(self.events.len());
                self.push(Event::Start(Tag::BlockQuote(None)), at.clone());
            }
            _ => self.begin_block(at.start),
        }
        self.shadow.fill(at.clone(), fill);
    }

    fn law_closes(&mut self, sort: Sort, name: &str, at: &Range<usize>) {
        match sort {
            Sort::Format(_) | Sort::Link => self.close_format(name, at.start),
            Sort::Bare | Sort::Break | Sort::Picture | Sort::Rule => {}
            Sort::Item => {
                if let Some(last) = self.page.lists.len().checked_sub(1) {
                    self.close_item(last, at.start);
                }
            }
            Sort::List(_) => {
                if let Some(last) = self.page.lists.len().checked_sub(1) {
                    self.close_item(last, at.start);
                    if let Some(list) = self.page.lists.pop().filter(|list| list.is_written) {
                        self.push(Event::End(TagEnd::List(list.numbering == Numbering::Digits)), at.clone());
                    }
                }
            }
            _ => {
                self.begin_block(at.start);
                self.page.heading = None;
                if name == "blockquote" && !self.page.quotes.is_empty() {
                    self.close_lists(at.start);
                    self.close_quote(at.end);
                }
            }
        }
    }

    /// Ends a quotation: what stands in it is not of the resolution itself.
    fn close_quote(&mut self, at: usize) {
        if let Some(first) = self.page.quotes.pop() {
            if let Some((_, range)) = self.events.get_mut(first) {
                range.end = at;
            }
            self.push(Event::End(TagEnd::BlockQuote(None)), at..at);
        }
    }

    /// Ends what holds words: the next words stand in a block of their own.
    fn begin_block(&mut self, at: usize) {
        let had_words = self.page.has_words;
        self.close_holder(at);
        if let Some(list) = self.page.lists.last_mut() {
            list.has_block |= had_words || list.has_item;
        }
    }

    /// An item begins. Gives what its tag is filled with: its mark, as Markdown would have it.
    fn item(&mut self, written: &str, at: &Range<usize>) -> Fill {
        if self.page.lists.is_empty() {
            self.page.lists.push(List::of(false, ""));
        }
        let last = self.page.lists.len() - 1;
        self.close_item(last, at.start);
        let list = &mut self.page.lists[last];
        if let Some(number) = attribute(written, "value").and_then(number) {
            list.next = number;
        }
        let number = list.next;
        list.next += 1;
        (list.has_item, list.has_block) = (true, false);
        let numbering = list.numbering;
        if let Numbering::Letters(first) = numbering {
            let label = letters(first, number);
            let mark = at.start..at.start + label.len().min(at.len());
            self.holder_at(at.start);
            self.page.has_words = true;
            self.push(Event::Text(label.clone().into()), mark);
            return Fill::Text(label);
        }
        let is_ordered = numbering == Numbering::Digits;
        if !std::mem::replace(&mut list.is_written, true) {
            self.push(Event::Start(Tag::List(is_ordered.then_some(number))), at.clone());
        }
        self.push(Event::Start(Tag::Item), at.clone());
        Fill::Text(if is_ordered { format!("{number}. ") } else { "- ".to_owned() })
    }

    fn close_format(&mut self, name: &str, at: usize) {
        let Some(found) = self.page.formats.iter().rposition(|format| format.name == name) else { return };
        for format in self.page.formats[found..].iter_mut().rev().filter(|format| format.is_written) {
            format.is_written = false;
            self.events.push((Event::InlineHtml(format!("</{}>", format.name).into()), at..at));
        }
        self.page.formats.remove(found);
    }

    /// Opens a paragraph or heading for words at byte `at`.
    fn holder_at(&mut self, at: usize) {
        let (tag, at) = match self.page.heading.take() {
            Some((level, at)) => {
                let level = HeadingLevel::try_from(usize::from(level)).unwrap_or(HeadingLevel::H6);
                (Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }, at)
            }
            None => (Tag::Paragraph, at),
        };
        self.page.holder = Holder::Block(self.events.len());
        self.push(Event::Start(tag), at..at);
    }

    /// Makes ready for words at byte `at`.
    fn prepare(&mut self, at: usize) {
        if self.is_raw() {
            return;
        }
        let gap = self.page.gap.take().filter(|_| self.page.has_words);
        if let Some(Gap::Break(_, 2..)) = gap {
            self.begin_block(at);
        }
        if self.page.holder == Holder::None {
            let is_item = self
                .page
                .lists
                .last()
                .is_some_and(|list| list.has_item && list.is_written && !list.has_block);
            if is_item && self.page.heading.is_none() {
                self.page.holder = Holder::Item;
            } else {
                self.holder_at(at);
            }
        } else {
            match gap {
                Some(Gap::Break(range, _)) => self.push(Event::HardBreak, range),
                Some(Gap::Space(range)) => self.push(Event::Text(" ".into()), range),
                None => {}
            }
        }
        if let Some((name, end)) = self.line.struck
            && at < end
            && self.page.formats.iter().all(|format| format.name != name)
        {
            self.page.formats.push(Format { name, opens: format!("<{name}>").into(), is_written: false });
        }
        for format in self.page.formats.iter_mut().filter(|format| !format.is_written) {
            format.is_written = true;
            self.events.push((Event::InlineHtml(format.opens.clone()), at..at));
        }
    }

    /// Words of HTML that begin at byte `start` of the text.
    fn words(&mut self, words: &str, start: usize) {
        let mut at = start;
        for line in words.split_inclusive('\n') {
            let without_end = line.trim_end_matches(['\n', '\r']);
            // Spaces before a line mean nothing; in a quote or list they stand for its margin.
            let margin = if at > start && !self.page.is_laid {
                without_end.len() - without_end.trim_start().len()
            } else {
                0
            };
            self.line_of_words(&without_end[margin..], at + margin);
            if line.ends_with('\n') {
                self.line_end(at + line.len() - 1);
            }
            at += line.len();
        }
    }

    fn line_end(&mut self, at: usize) {
        self.shadow.fill(at..at + 1, Fill::Space);
        if !self.is_raw() {
            self.page.gap.get_or_insert(Gap::Space(at..at + 1));
        } else if self.page.has_words {
            self.push(Event::SoftBreak, at..at + 1);
        } else {
            self.push(Event::Html("\n".into()), at..at + 1);
        }
    }

    fn line_of_words(&mut self, line: &str, start: usize) {
        let mut written = 0;
        for (range, letters) in references(line) {
            self.put(
                CowStr::from(line[written..range.start].to_owned()),
                start + written..start + range.start,
            );
            let at = start + range.start..start + range.end;
            self.shadow.fill(at.clone(), Fill::Letters(letters.clone()));
            self.put(letters.into(), at);
            written = range.end;
        }
        self.put(CowStr::from(line[written..].to_owned()), start + written..start + line.len());
    }

    fn put(&mut self, words: CowStr<'a>, range: Range<usize>) {
        if words.is_empty() {
            return;
        }
        let is_blank = words.trim().is_empty();
        if is_blank && !self.page.has_words {
            if self.is_raw() {
                self.push(Event::Html(" ".into()), range);
            }
            return;
        }
        if is_blank && self.page.gap.is_some() {
            return;
        }
        if !is_blank || self.page.has_words {
            self.prepare(range.start);
            self.page.has_words = true;
            self.push(Event::Text(words), range);
        }
    }
}

impl List {
    fn of(is_ordered: bool, tag: &str) -> Self {
        let numbering = match attribute(tag, "type").and_then(|sort| sort.chars().next()) {
            _ if !is_ordered => Numbering::None,
            Some(first @ ('a' | 'A' | 'i' | 'I')) => Numbering::Letters(first),
            _ => Numbering::Digits,
        };
        let next = attribute(tag, "start").and_then(number).unwrap_or(1);
        Self { numbering, next, is_written: false, has_item: false, has_block: false }
    }
}

/// Whether an instruction or declaration is one that programs write at the beginning of pages or around marks of items,
/// and holds no other words.
fn is_known_instruction(written: &str) -> bool {
    const WORDS: [&str; 16] = [
        "doctype",
        "html",
        "public",
        "system",
        "if",
        "endif",
        "gt",
        "gte",
        "lt",
        "lte",
        "mso",
        "vml",
        "ie",
        "ppt",
        "xml",
        "msequation",
    ];
    /// What a declaration of XML or of its name spaces holds: `<?xml:namespace prefix = st1 ns = "urn:..." />`.
    const OF_XML: [&str; 8] =
        ["xml", "version", "encoding", "standalone", "namespace", "prefix", "ns", "stylesheet"];
    /// The longest prefix of a name space that is one, in bytes.
    const PREFIX: usize = 3;
    // An address, a public name, a version or an encoding.
    let is_value = |quoted: &str| {
        quoted.is_ascii()
            && ((quoted.contains(['/', ':']) && !quoted.contains(['<', '>']))
                || quoted.bytes().all(|sign| sign.is_ascii_digit() || sign == b'.')
                || ["utf", "iso", "windows", "yes", "no"]
                    .iter()
                    .any(|word| quoted.to_ascii_lowercase().starts_with(word) && !quoted.contains(' ')))
    };
    // A value that is not closed may hold what follows it: `<?xml version="1./khoản 2>`.
    let is_closed = written.matches(['"', '\'']).count().is_multiple_of(2);
    if !is_closed || !written.split(['"', '\'']).skip(1).step_by(2).all(is_value) {
        return false;
    }
    let is_xml = written.starts_with("<?xml");
    let unquoted = written.split(['"', '\'']).step_by(2);
    let words = unquoted
        .flat_map(|part| part.split(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).all(|word| {
        WORDS.contains(&word.as_str())
            || (is_xml && (OF_XML.contains(&word.as_str()) || (word.is_ascii() && word.len() <= PREFIX)))
            || word.starts_with("support")
            || word.bytes().all(|sign| sign.is_ascii_digit())
    })
}

/// A number of an item that is worth keeping.
fn number(written: &str) -> Option<u64> {
    const MOST: u64 = 999_999;
    written.trim().parse().ok().filter(|number| *number <= MOST)
}

/// The mark of an item that is counted in letters or Roman numerals: `a) `, `IV. `.
fn letters(first: char, number: u64) -> String {
    if matches!(first, 'i' | 'I') {
        let small = roman(number);
        return if first == 'i' { format!("{small}) ") } else { format!("{}. ", small.to_uppercase()) };
    }
    let letter = number.checked_sub(1).and_then(|at| u8::try_from(at).ok()).filter(|at| *at < 26);
    match letter.map(|at| char::from(b'a' + at)) {
        Some(letter) if first == 'a' => format!("{letter}) "),
        Some(letter) => format!("{}. ", letter.to_uppercase()),
        None => format!("{number}. "),
    }
}

fn roman(number: u64) -> String {
    const TENS: [&str; 10] = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let at = |digit: u64| usize::try_from(digit).unwrap_or(0);
    match (TENS.get(at(number / 10)), ONES.get(at(number % 10))) {
        (Some(tens), Some(ones)) if number > 0 => format!("{tens}{ones}"),
        _ => number.to_string(),
    }
}

/// Where the first empty line of some words begins, if they have one.
fn empty_line(words: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(end) = memchr::memchr(b'\n', &words.as_bytes()[from..]) {
        let next = from + end + 1;
        let line = words[next..].split('\n').next().unwrap_or("");
        if line.trim().is_empty() && words[next..].contains('\n') {
            return Some(next);
        }
        from = next;
    }
    None
}

/// Where tables begin that only hold the text of a page: no row of them has two cells.
fn layouts(block: &str) -> Vec<usize> {
    let mut found = Vec::new();
    // For each open table: where it begins, cells in the row, whether a row has had two.
    let mut open: Vec<(usize, usize, bool)> = Vec::new();
    if memchr::memchr(b'<', block.as_bytes()).is_none() {
        return found;
    }
    for piece in Pieces::new(block, 0) {
        match piece {
            Piece::Open { at, name, .. } => match (name.as_str(), open.last_mut()) {
                ("table", _) => open.push((at.start, 0, false)),
                ("tr", Some(table)) => table.1 = 0,
                ("td" | "th", Some(table)) => {
                    table.1 += 1;
                    table.2 |= table.1 > 1;
                }
                _ => {}
            },
            Piece::Close { name, .. } if name == "table" => {
                if let Some((start, _, false)) = open.pop() {
                    found.push(start);
                }
            }
            _ => {}
        }
    }
    found.sort_unstable();
    found
}

fn last_table_end(text: &str) -> usize {
    const END: &[u8] = b"</table";
    let bytes = text.as_bytes();
    memchr::memrchr_iter(b'<', bytes)
        .find(|at| bytes.get(*at..at + END.len()).is_some_and(|found| found.eq_ignore_ascii_case(END)))
        .map_or(0, |at| at + END.len())
}
