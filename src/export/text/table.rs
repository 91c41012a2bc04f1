//! Tables: rows of cells, each on one line.

use super::inline::Inline;
use super::writer::Form;
use crate::markdown::Element;

/// A table that is being read. A table within a cell becomes words of that cell.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    depth: usize,
}

impl Table {
    pub(super) fn open(&mut self, element: Element, inline: &mut Inline) {
        match element {
            Element::Table => self.depth += 1,
            Element::Tr if self.depth == 0 => {
                inline.take();
                self.rows.push(Vec::new());
            }
            _ => {}
        }
        inline.words(" ");
    }

    /// Whether the table ends.
    pub(super) fn close(&mut self, element: Element, inline: &mut Inline) -> bool {
        inline.words(" ");
        match element {
            Element::Table if self.depth == 0 => return true,
            Element::Table => self.depth -= 1,
            Element::Td | Element::Th | Element::Caption if self.depth == 0 => {
                let words = inline.take().replace("\\\n", " ").replace('\n', " ");
                if element == Element::Caption {
                    self.rows.push(vec![words]);
                } else if let Some(row) = self.rows.last_mut() {
                    row.push(words);
                }
            }
            _ => {}
        }
        false
    }

    /// The rows as lines. Plain text has tabs between cells, so that a table can be pasted into a sheet.
    pub(super) fn lines(self, form: Form) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut lines: Vec<String> = Vec::with_capacity(self.rows.len() + 1);
        for (at, mut row) in self.rows.into_iter().enumerate() {
            if form == Form::Plain {
                lines.push(row.join("\t"));
                continue;
            }
            row.resize(columns, String::new());
            for cell in &mut row {
                escape_pipes(cell);
            }
            lines.push(format!("| {} |", row.join(" | ")));
            if at == 0 {
                lines.push(format!("|{}", " --- |".repeat(columns)));
            }
        }
        lines.join("\n")
    }
}

/// Escapes the pipes of a cell that are not escaped yet: those in code. A pipe parts cells even there.
fn escape_pipes(cell: &mut String) {
    let mut at = 0;
    while let Some(next) = cell[at..].find('|').map(|found| at + found) {
        at = next + 1;
        if !cell[..next].ends_with('\\') {
            cell.insert(next, '\\');
            at += 1;
        }
    }
}
