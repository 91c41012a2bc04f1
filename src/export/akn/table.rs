//! Tables: a caption and rows; the standard has no heads, bodies and feet of tables.

use super::content::Content;
use super::tree::{Branch, Node};
use crate::markdown::{Class, Element};

impl Content<'_> {
    /// A table: a caption, then rows. What raw HTML has put elsewhere stands below it.
    pub(super) fn table(&mut self, table: &Branch<'_>) {
        let mut rows = Vec::new();
        let mut captions = Vec::new();
        let mut rest = Vec::new();
        sort_table(&table.children, &mut captions, &mut rows, &mut rest);
        if rows.is_empty() {
            for caption in &captions {
                self.blocks(&caption.children);
            }
        } else {
            self.xml.open("table");
            if let Some(caption) = captions.first() {
                self.paragraph("caption", None, &caption.children);
            }
            for row in rows {
                self.row(row);
            }
            self.xml.close_line("table");
            for caption in captions.iter().skip(1) {
                self.blocks(&caption.children);
            }
        }
        for node in rest {
            self.blocks(std::slice::from_ref(node));
        }
    }

    fn row(&mut self, row: &Branch<'_>) {
        self.xml.raw("<tr>\n");
        for node in &row.children {
            let Node::Branch(cell) = node else { continue };
            let name = if cell.element() == Some(Element::Th) { "th" } else { "td" };
            self.xml.begin(name);
            for span in ["colspan", "rowspan"] {
                if let Some(count) = cell.attribute(span).and_then(|count| count.parse::<u16>().ok()) {
                    self.xml.attribute(span, &count.max(1).to_string());
                }
            }
            if cell.class() != Class::Plain {
                self.xml.attribute("class", cell.class().name());
            }
            self.xml.end();
            self.blocks(&cell.children);
            self.xml.close_line(name);
        }
        self.xml.close_line("tr");
    }
}

/// Caption, rows that have cells, and all else of a table.
fn sort_table<'t, 'a>(
    nodes: &'t [Node<'a>],
    captions: &mut Vec<&'t Branch<'a>>,
    rows: &mut Vec<&'t Branch<'a>>,
    rest: &mut Vec<&'t Node<'a>>,
) {
    for node in nodes {
        match node {
            Node::Branch(element) => match element.element() {
                Some(Element::Thead | Element::Tbody | Element::Tfoot) => {
                    sort_table(&element.children, captions, rows, rest);
                }
                Some(Element::Caption) => captions.push(element),
                Some(Element::Tr) if is_row(element) => rows.push(element),
                _ => rest.push(node),
            },
            Node::Words(words) if words.trim().is_empty() => {}
            Node::Words(_) => rest.push(node),
        }
    }
}

/// Whether an element is a row of nothing but cells, one at least.
fn is_row(element: &Branch<'_>) -> bool {
    let is_cell = |node: &Node<'_>| match node {
        Node::Branch(cell) => matches!(cell.element(), Some(Element::Td | Element::Th)),
        Node::Words(words) => words.trim().is_empty(),
    };
    element.children.iter().any(|node| matches!(node, Node::Branch(_)))
        && element.children.iter().all(is_cell)
}
