//! A text file as a value, and places in it.

use serde::{Deserialize, Serialize};

use crate::path::SitePath;

/// The number of a source within one set of inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// A range of bytes in one source. Both ends lie on character borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The source that the range lies in.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// Byte behind the last.
    pub end: u32,
}

/// A text file of the portal as it was read: path and text, nothing interpreted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Number within the inputs.
    pub id: FileId,
    /// Where it lies in the portal.
    pub path: SitePath,
    /// The text, byte order mark removed, otherwise as stored.
    pub text: String,
}

impl Source {
    /// A span of this source from byte offsets, cut to the text and moved outwards to character borders.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Span {
        let start = floor_border(&self.text, start.min(self.text.len()));
        let end = ceiling_border(&self.text, end.clamp(start, self.text.len()));
        Span { file: self.id, start: offset(start), end: offset(end) }
    }

    /// The text under a span of this source; empty where the span is not of this source.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }
}

/// A byte offset as stored in a span. Sources are far below 4 GiB; a longer one would be cut.
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn floor_border(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceiling_border(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
}

/// Where the lines of a text begin; made once per text that has something to show.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Finds the line starts of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        Self { text, starts }
    }

    /// Line and column of a byte offset; an offset behind the end is the end.
    #[must_use]
    pub fn place(&self, at: usize) -> Place {
        let at = floor_border(self.text, at.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= at);
        Place { line, column: self.before(at).chars().count() + 1 }
    }

    /// What stands before a byte offset in its line.
    #[must_use]
    pub fn before(&self, at: usize) -> &'a str {
        let at = floor_border(self.text, at.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts.get(line.wrapping_sub(1)).copied().unwrap_or(0);
        &self.text[start..at]
    }

    /// The text of line `line` (from 1) without its line break; empty where there is no such line.
    #[must_use]
    pub fn line(&self, line: usize) -> &'a str {
        let Some(start) = line.checked_sub(1).and_then(|index| self.starts.get(index)) else { return "" };
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        self.text.get(*start..end).unwrap_or("").trim_end_matches('\r')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_people_count() {
        let index = LineIndex::new("đầu\nNghị quyết\r\nba");
        assert_eq!(index.place(0), Place { line: 1, column: 1 });
        assert_eq!(index.place("đầu\nNghị".len()), Place { line: 2, column: 5 });
        assert_eq!(index.place(999), Place { line: 3, column: 3 });
        assert_eq!(index.line(2), "Nghị quyết");
        assert_eq!(index.before("đầu\nNghị".len()), "Nghị");
        assert_eq!(index.line(9), "");
    }

    #[test]
    fn spans_lie_on_character_borders() {
        let source = Source { id: FileId(0), path: SitePath::new("a.md").unwrap(), text: "aịb".to_owned() };
        let span = source.span(2, 3);
        assert_eq!(source.slice(span), "ị");
        assert_eq!(source.slice(source.span(90, 7)), "");
    }
}
