//! Blocks of HTML: what stays a table or is no text of law is written as it stands.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{DEEPEST, Gate};
use crate::markdown::element::{Instead, Sort, is_of_office, sort};
use crate::markdown::shadow::Fill;
use crate::markdown::tag::{Piece, Pieces, holds_words};
use crate::markdown::write::{Located, name_of};
use crate::markdown::{problems, read_markdown};

impl<'a> Gate<'a> {
    pub(super) fn html_block(&mut self, lines: &[Range<usize>], depth: usize) {
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
    pub(super) fn without_margin(&self, lines: &[Range<usize>], all: &Range<usize>) -> Cow<'a, str> {
        let mut block = String::with_capacity(all.len());
        for line in lines {
            let gap = line.start.saturating_sub(all.start + block.len());
            block.extend(std::iter::repeat_n(' ', gap));
            block.push_str(self.text.get(all.start + block.len()..line.end).unwrap_or(""));
        }
        Cow::Owned(block)
    }

    /// Whether elements are written as they stand.
    pub(super) fn is_raw(&self) -> bool {
        !self.is_law || self.page.tables.contains(&true)
    }

    /// Reads the elements of a block that begins at byte `start` of the text. Gives where the rest of it is Markdown.
    pub(super) fn elements(&mut self, block: &str, start: usize, depth: usize) -> Option<usize> {
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

    pub(super) fn opens(&mut self, name: &str, written: &str, at: &Range<usize>, is_layout: bool) {
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

    pub(super) fn closes(&mut self, name: &str, written: &str, at: &Range<usize>) {
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
    pub(super) fn raw_tag(&mut self, sort: Sort, written: &str, at: &Range<usize>) {
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
    pub(super) fn end_raw(&mut self, at: usize) {
        let begins = |(event, _): &Located<'_>| *event == Event::Start(Tag::HtmlBlock);
        if let Some(index) = self.events.iter().rposition(begins)
            && let Some((_, range)) = self.events.get_mut(index)
        {
            range.end = at;
        }
        self.push(Event::End(TagEnd::HtmlBlock), at..at);
    }

    /// Closes tables that nothing closes in the text behind byte `at`.
    pub(super) fn leave_tables(&mut self, at: usize) {
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

    pub(super) fn end_html(&mut self, at: usize) {
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
}

/// Where the first empty line of some words begins, if they have one.
pub(super) fn empty_line(words: &str) -> Option<usize> {
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
pub(super) fn layouts(block: &str) -> Vec<usize> {
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

pub(super) fn last_table_end(text: &str) -> usize {
    const END: &[u8] = b"</table";
    let bytes = text.as_bytes();
    memchr::memrchr_iter(b'<', bytes)
        .find(|at| bytes.get(*at..at + END.len()).is_some_and(|found| found.eq_ignore_ascii_case(END)))
        .map_or(0, |at| at + END.len())
}
