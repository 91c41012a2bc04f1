//! Markdown with HTML in its lines.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event};

use super::Gate;
use super::told::is_known_instruction;
use crate::markdown::element::{Instead, Sort, is_of_office, sort};
use crate::markdown::problems;
use crate::markdown::shadow::Fill;
use crate::markdown::tag::{Piece, Pieces, attribute, holds_words, meaning, tag};
use crate::markdown::write::is_inline;

/// What is open within a line of Markdown.
#[derive(Default)]
pub(super) struct Line {
    /// Names of open elements; `None` for emphasis and links of Markdown.
    pub(super) open: Vec<Option<&'static str>>,
    /// Where the paragraph, heading or cell ends.
    pub(super) end: usize,
    /// Text before this byte belongs to what has been left out.
    pub(super) skip_to: usize,
    pub(super) has_words: bool,
    pub(super) parted: Option<Range<usize>>,
    /// Up to where no closing tag of a script stands, as has been seen.
    pub(super) unclosed_to: usize,
    /// An element that strikes words out over several paragraphs, and where its closing tag stands.
    pub(super) struck: Option<(&'static str, usize)>,
}

/// Elements whose words are struck out.
pub(super) const STRIKING: [&str; 3] = ["del", "s", "strike"];

/// Where the closing tag of an element stands behind byte `from`, where the element does not begin anew before it.
pub(super) fn closing_tag_behind(text: &str, from: usize, name: &str) -> Option<usize> {
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
    pub(super) fn markdown(&mut self, event: Event<'a>, range: Range<usize>) {
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
    pub(super) fn strike_on(&mut self, name: &'static str, at: usize) {
        if STRIKING.contains(&name) && self.line.struck.is_none_or(|(_, end)| end < at) {
            self.line.struck = closing_tag_behind(self.text, at, name).map(|end| (name, end));
        }
    }

    /// Closes what is open in a line.
    pub(super) fn end_line(&mut self, at: usize) {
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
    pub(super) fn close_down_to(&mut self, name: Option<&str>, at: usize) {
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
    pub(super) fn break_line(&mut self) {
        if let Some(range) = self.line.parted.take()
            && self.line.has_words
        {
            self.push(Event::HardBreak, range);
        }
    }

    pub(super) fn markdown_text(&mut self, text: CowStr<'a>, range: Range<usize>) {
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

    pub(super) fn line_words(&mut self, words: CowStr<'a>, range: Range<usize>) {
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
    pub(super) fn is_left_out(&mut self, at: usize) -> bool {
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

    pub(super) fn tell_broken(&mut self, range: &Range<usize>) {
        let shown = self.text[range.clone()].lines().next().unwrap_or("");
        let span = self.span(&(range.start..range.start + shown.len()));
        self.diagnostics.push(problems::broken_html(span, shown));
    }

    pub(super) fn inline_html(&mut self, raw: &CowStr<'a>, range: &Range<usize>) {
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
    pub(super) fn with_margin<'b>(&self, raw: &'b str, range: &Range<usize>) -> Cow<'b, str> {
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
    pub(super) fn line_opens(&mut self, name: &str, written: &str, at: &Range<usize>) -> bool {
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

    pub(super) fn line_closes(&mut self, name: &str, written: &str, at: &Range<usize>) -> bool {
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
    pub(super) fn line_block(&mut self, written: &str, at: &Range<usize>) -> bool {
        if self.is_law {
            self.line.parted = Some(at.clone());
            self.shadow.fill(at.clone(), Fill::Text("\n".to_owned()));
        } else {
            self.push(Event::InlineHtml(written.to_owned().into()), at.clone());
        }
        true
    }

    /// Leaves out what stands in a script within a line.
    pub(super) fn hide(&mut self, name: &str, end: &'static str, at: &Range<usize>) {
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

    pub(super) fn tag_of(&self, format: &str, written: &str) -> CowStr<'a> {
        if self.is_law { format!("<{format}>").into() } else { written.to_owned().into() }
    }
}
