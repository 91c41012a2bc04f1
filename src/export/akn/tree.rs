//! A body as nested elements: its pieces, each element with what is in it. Nothing is copied; words and attributes are slices
//! of the body's own tree.

use std::collections::HashMap;

use crate::markdown::{Body, Class, Element, ElementStart, Mention, Piece, Provision};

/// Deepest nesting that is kept. Raw HTML of editors can nest without end; what lies deeper goes into its parent.
const DEEPEST: usize = 64;

/// A piece of a body.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// Words.
    Words(&'a str),
    /// An element or mention.
    Branch(Branch<'a>),
}

/// An element or mention of a body with what is in it.
#[derive(Debug)]
pub(super) struct Branch<'a> {
    /// What it is.
    pub(super) kind: Kind<'a>,
    /// What is in it.
    pub(super) children: Vec<Node<'a>>,
    /// The provision that it begins: index.
    pub(super) provision: Option<usize>,
    /// Whether a provision begins in it, or it begins one.
    pub(super) has_provision: bool,
}

/// What holds other pieces.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind<'a> {
    /// The whole body.
    Body,
    /// An element.
    Element(ElementStart<'a>),
    /// A mention of the body: index.
    Mention(usize),
    /// An element that lies too deep: its children are kept, it is not.
    Skipped(Element),
}

impl<'a> Branch<'a> {
    fn new(kind: Kind<'a>) -> Self {
        Self { kind, children: Vec::new(), provision: None, has_provision: false }
    }

    fn start(&self) -> Option<ElementStart<'a>> {
        match self.kind {
            Kind::Element(start) => Some(start),
            Kind::Body | Kind::Mention(_) | Kind::Skipped(_) => None,
        }
    }

    /// The element that it is.
    pub(super) fn element(&self) -> Option<Element> {
        self.start().map(|start| start.element)
    }

    /// What it is to the page.
    pub(super) fn class(&self) -> Class {
        self.start().map_or(Class::Plain, |start| start.class)
    }

    /// Its anchor.
    pub(super) fn anchor(&self) -> Option<&'a str> {
        self.start().and_then(ElementStart::anchor)
    }

    /// The relative link or picture of the text that it is: index.
    pub(super) fn link(&self) -> Option<usize> {
        self.start().and_then(ElementStart::link)
    }

    /// The value of a further attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.start().and_then(|start| start.attribute(name))
    }
}

/// Reads a body.
pub(super) fn read<'a>(body: &'a Body, provisions: &'a [Provision]) -> Vec<Node<'a>> {
    let anchors = provisions.iter().enumerate().map(|(index, one)| (one.anchor.as_str(), index)).collect();
    let mut reader = Reader { mentions: &body.mentions, anchors, open: vec![Branch::new(Kind::Body)] };
    for piece in body.pieces() {
        reader.take(piece);
    }
    while reader.open.len() > 1 {
        reader.close_last();
    }
    reader.open.pop().map(|root| root.children).unwrap_or_default()
}

struct Reader<'a> {
    mentions: &'a [Mention],
    anchors: HashMap<&'a str, usize>,
    /// The elements that are open, the whole body first.
    open: Vec<Branch<'a>>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, piece: Piece<'a>) {
        match piece {
            Piece::Words(words) => {
                if let Some(last) = self.open.last_mut() {
                    last.children.push(Node::Words(words));
                }
            }
            Piece::Open(start) => self.begin(start),
            Piece::Close(element) => {
                let is_it = |open: &Branch<'_>| match open.kind {
                    Kind::Element(start) => start.element == element,
                    Kind::Skipped(skipped) => skipped == element,
                    Kind::Body | Kind::Mention(_) => false,
                };
                if let Some(place) = self.open.iter().rposition(is_it) {
                    while self.open.len() > place {
                        self.close_last();
                    }
                }
            }
            // What stands in a link of the author's own is no reference of ours.
            Piece::Mention(index) if self.mentions.get(index).is_some_and(|mention| !mention.is_linked) => {
                self.open.push(Branch::new(Kind::Mention(index)));
            }
            Piece::MentionEnd
                if self.open.last().is_some_and(|last| matches!(last.kind, Kind::Mention(_))) =>
            {
                self.close_last();
            }
            Piece::Mention(_) | Piece::MentionEnd | Piece::Remark(_) | Piece::Raw(_) => {}
        }
    }

    fn begin(&mut self, start: ElementStart<'a>) {
        let is_deep = self.open.len() > DEEPEST;
        let kind = if is_deep { Kind::Skipped(start.element) } else { Kind::Element(start) };
        let mut branch = Branch::new(kind);
        branch.provision = start.anchor().and_then(|anchor| self.anchors.get(anchor)).copied();
        if branch.provision.is_some() {
            branch.has_provision = true;
            // What is above one that has a provision already has it too.
            for open in self.open.iter_mut().rev().take_while(|open| !open.has_provision) {
                open.has_provision = true;
            }
        }
        self.open.push(branch);
        if start.element.is_void() {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        if let (Some(branch), Some(parent)) = (self.open.pop(), self.open.last_mut()) {
            // Raw HTML that was left open may stand around the items of a list; the list has them all the same.
            let is_around_items = matches!(parent.element(), Some(Element::Ol | Element::Ul))
                && branch.element() != Some(Element::Li);
            let is_skipped = matches!(branch.kind, Kind::Skipped(_));
            if is_skipped || (is_around_items && branch.children.iter().any(is_item)) {
                parent.children.extend(branch.children);
            } else {
                parent.children.push(Node::Branch(branch));
            }
        }
    }
}

fn is_item(node: &Node<'_>) -> bool {
    matches!(node, Node::Branch(branch) if branch.element() == Some(Element::Li))
}

/// Whether a node stands within a line. What holds a block does not.
pub(super) fn is_inline(node: &Node<'_>) -> bool {
    let Node::Branch(branch) = node else { return true };
    let is_of_line = match branch.kind {
        Kind::Mention(_) => true,
        Kind::Element(ElementStart { element, .. }) | Kind::Skipped(element) => !element.is_block(),
        Kind::Body => false,
    };
    is_of_line && !branch.has_provision && branch.children.iter().all(is_inline)
}

/// Whether nothing of a node can be read or seen.
pub(super) fn is_blank(node: &Node<'_>) -> bool {
    match node {
        Node::Words(words) => words.trim().is_empty(),
        Node::Branch(branch) => {
            branch.element() != Some(Element::Img) && branch.children.iter().all(is_blank)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::legal::KnownNames;
    use crate::markdown::{Form, parse};
    use crate::path::SitePath;
    use crate::text::{FileId, Source};

    fn body(text: &str) -> Body {
        let path = SitePath::new("content/news/a.md").unwrap_or_else(|| unreachable!("a plain path"));
        let source = Source { id: FileId(0), path, text: text.to_owned() };
        parse(&source, 0, Form { top_level: 2, is_resolution: false }, &KnownNames::default()).value
    }

    fn shown(nodes: &[Node<'_>]) -> String {
        let shown = nodes.iter().map(|node| match node {
            Node::Words(words) => (*words).to_owned(),
            Node::Branch(branch) => {
                let name = match branch.kind {
                    Kind::Element(ElementStart { element, .. }) | Kind::Skipped(element) => {
                        element.name().to_owned()
                    }
                    Kind::Mention(index) => format!("@{index}"),
                    Kind::Body => String::new(),
                };
                format!("({name} {})", shown(&branch.children))
            }
        });
        shown.collect()
    }

    #[test]
    fn a_tree_holds_all_words() {
        let body = body("A *b*\\\nc theo Nghị quyết số 1/2020/NQ-HĐND\n\n![x](a.png) d");
        let nodes = read(&body, &[]);
        assert_eq!(shown(&nodes), "(p A (em b)(br )\nc theo (@0 Nghị quyết số 1/2020/NQ-HĐND))(p (img ) d)");
        let Some(Node::Branch(paragraph)) = nodes.get(1) else { panic!("no paragraph") };
        let Some(Node::Branch(picture)) = paragraph.children.first() else { panic!("no picture") };
        assert_eq!(
            (picture.link(), picture.attribute("alt"), picture.attribute("x")),
            (Some(0), Some("x"), None)
        );
    }

    #[test]
    fn a_list_has_its_items_whatever_stands_around_them() {
        let body = body("<ol><li>a</li><b><li>b</li></b><b>d</b></ol>");
        assert_eq!(shown(&read(&body, &[])), "(ol (li a)(li b)(b d))");
    }

    #[test]
    fn deep_nesting_is_flattened() {
        let body = body(&format!("{}a", "> ".repeat(1000)));
        let depth = shown(&read(&body, &[])).matches('(').count();
        assert!(depth <= DEEPEST + 1, "{depth}");
    }
}
