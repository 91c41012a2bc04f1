//! Tables: a caption and rows; the standard has no heads, bodies and feet of tables.

use super::content::Content;
use super::tree::{Element, Node};

impl Content<'_> {
    /// A table: a caption, then rows. What raw HTML has put elsewhere stands below it.
    pub(super) fn table(&mut self, table: &Element<'_>) {
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

    fn row(&mut self, row: &Element<'_>) {
        self.xml.raw("<tr>\n");
        for node in &row.children {
            let Node::Element(cell) = node else { continue };
            let name = if cell.tag() == "th" { "th" } else { "td" };
            self.xml.begin(name);
            for span in ["colspan", "rowspan"] {
                if let Some(count) = cell.attribute(span).and_then(|count| count.parse::<u16>().ok()) {
                    self.xml.attribute(span, &count.max(1).to_string());
                }
            }
            if let Some(class) = cell.attribute("class") {
                self.xml.escaped_attribute("class", class);
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
    captions: &mut Vec<&'t Element<'a>>,
    rows: &mut Vec<&'t Element<'a>>,
    rest: &mut Vec<&'t Node<'a>>,
) {
    for node in nodes {
        match node {
            Node::Element(element) => match element.tag() {
                "thead" | "tbody" | "tfoot" => sort_table(&element.children, captions, rows, rest),
                "caption" => captions.push(element),
                "tr" if is_row(element) => rows.push(element),
                _ => rest.push(node),
            },
            Node::Words(words) if words.trim().is_empty() => {}
            Node::Words(_) => rest.push(node),
        }
    }
}

/// Whether an element is a row of nothing but cells, one at least.
fn is_row(element: &Element<'_>) -> bool {
    let is_cell = |node: &Node<'_>| match node {
        Node::Element(cell) => matches!(cell.tag(), "td" | "th"),
        Node::Words(words) => words.trim().is_empty(),
    };
    element.children.iter().any(|node| matches!(node, Node::Element(_)))
        && element.children.iter().all(is_cell)
}
