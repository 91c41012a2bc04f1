//! The problems of a portal, in the forms that people and machines read.

mod github;
mod human;
mod json;
mod sarif;

use std::collections::HashMap;

use congbao::diag::{At, Severity};
use congbao::inputs::Inputs;
use congbao::text::{FileId, LineIndex, Span};

pub(super) use github::github;
pub(super) use human::{Colours, human, show, summary};
pub(super) use json::json;
#[cfg(feature = "serve")]
pub(super) use json::json_with;
pub(super) use sarif::sarif;

/// The word for a severity.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// Where a problem is, as programs ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Where {
    /// An address of the site that no file stands behind.
    Address(String),
    /// A file as a whole.
    File(String),
    /// A range within a file.
    Range(Box<Range>),
}

/// A range within a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Range {
    /// Path of the file in the portal.
    path: String,
    /// The first line as text.
    text: String,
    start: Point,
    end: Point,
}

/// A border of a range, from 1; the border at the end lies behind the last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Point {
    line: usize,
    /// Column in code points.
    column: usize,
    /// Column in UTF-16 code units.
    column_utf16: usize,
}

/// Sources by line, each indexed once.
struct Lines<'a> {
    inputs: &'a Inputs,
    indexes: HashMap<FileId, LineIndex<'a>>,
}

impl<'a> Lines<'a> {
    fn new(inputs: &'a Inputs) -> Self {
        Self { inputs, indexes: HashMap::new() }
    }

    fn index(&mut self, file: FileId) -> Option<&LineIndex<'a>> {
        let source = self.inputs.source(file)?;
        Some(self.indexes.entry(file).or_insert_with(|| LineIndex::new(&source.text)))
    }

    fn place(&mut self, at: &At) -> Where {
        match at {
            At::Span(span) => self
                .range(*span)
                .map_or_else(|| Where::Address(String::new()), |range| Where::Range(Box::new(range))),
            At::File(path) if path.starts_with('/') => Where::Address(path.clone()),
            At::File(path) => Where::File(path.clone()),
            At::Template { path, line, column, text } => {
                let start = Point { line: *line, column: *column, column_utf16: in_utf16(text, *column) };
                let end = Point {
                    column: start.column + 1,
                    column_utf16: in_utf16(text, *column + 1).max(start.column_utf16 + 1),
                    ..start
                };
                Where::Range(Box::new(Range { path: path.clone(), text: text.clone(), start, end }))
            }
        }
    }

    fn range(&mut self, span: Span) -> Option<Range> {
        let path = self.inputs.source(span.file)?.path.as_str().to_owned();
        let index = self.index(span.file)?;
        let point = |at: u32| {
            let place = index.place(at as usize);
            // Only what lies beyond the first plane has two code units, and it alone has bytes like these.
            let pairs = index.before(at as usize).bytes().filter(|byte| *byte >= 0xf0).count();
            Point { line: place.line, column: place.column, column_utf16: place.column + pairs }
        };
        let (start, end) = (point(span.start), point(span.end));
        let before = index.before(span.start as usize).len();
        Some(Range { path, text: around(index.line(start.line), before), start, end })
    }
}

/// A line; of a very long one, as where a paragraph with a thousand citations has a problem at each, what stands around a byte of it.
fn around(line: &str, at: usize) -> String {
    const LONGEST: usize = 4000;
    if line.len() <= LONGEST {
        return line.to_owned();
    }
    let from = line.floor_char_boundary(at.saturating_sub(LONGEST / 2));
    let to = line.ceil_char_boundary(at + LONGEST / 2);
    let (before, behind) = (if from > 0 { "…" } else { "" }, if to < line.len() { "…" } else { "" });
    format!("{before}{}{behind}", &line[from..to])
}

/// A column of a line, from 1, in UTF-16 code units instead of code points.
fn in_utf16(line: &str, column: usize) -> usize {
    line.chars().take(column.saturating_sub(1)).map(char::len_utf16).sum::<usize>() + 1
}
