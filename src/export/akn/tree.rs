//! The HTML of a body as a tree: safe HTML as `markdown` writes it, where every element that is opened is closed.
//! Mentions stand in it as elements of their own. Nothing is copied; names, attributes and words are slices.

use std::collections::HashMap;
use std::ops::Range;

use crate::markdown::{Body, Mention, Provision};

/// Deepest nesting that is kept. Raw HTML of editors can nest without end; what lies deeper goes into its parent.
const DEEPEST: usize = 64;

/// A piece of a body.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// Words as they stand in the HTML: `&`, `<`, `>` and `"` are entities.
    Words(&'a str),
    /// An element.
    Element(Element<'a>),
}

/// An element of a body.
#[derive(Debug)]
pub(super) struct Element<'a> {
    /// What it is.
    pub(super) name: Name<'a>,
    /// Its attributes as written.
    attributes: &'a str,
    /// The link whose address belongs into it.
    pub(super) hole: Option<usize>,
    /// What is in it.
    pub(super) children: Vec<Node<'a>>,
    /// The provision that it begins: index.
    pub(super) provision: Option<usize>,
    /// Whether a provision begins in it, or it begins one.
    pub(super) has_provision: bool,
}

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name<'a> {
    /// A tag of HTML.
    Tag(&'a str),
    /// A mention of the body: index.
    Mention(usize),
    /// A tag that lies too deep: its children are kept, it is not.
    Skipped(&'a str),
}

impl<'a> Element<'a> {
    fn new(name: Name<'a>, attributes: &'a str) -> Self {
        Self { name, attributes, hole: None, children: Vec::new(), provision: None, has_provision: false }
    }

    /// Its tag; empty for a mention.
    pub(super) fn tag(&self) -> &'a str {
        match self.name {
            Name::Tag(tag) => tag,
            Name::Mention(_) | Name::Skipped(_) => "",
        }
    }

    /// The value of an attribute as it stands between its quotation marks: entities kept.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        attribute(self.attributes, name)
    }

    /// Whether it has this class.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split(' ').any(|own| own == class))
    }
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    let mark = |text: &str| memchr::memchr(b'"', text.as_bytes());
    while let Some(open) = mark(rest) {
        let (key, behind) = (&rest[..open], &rest[open + 1..]);
        let close = mark(behind)?;
        // An attribute without a value may stand before the name.
        let own = key.strip_suffix('=').and_then(|key| key.split_ascii_whitespace().next_back());
        if own == Some(name) {
            return Some(&behind[..close]);
        }
        rest = &behind[close + 1..];
    }
    None
}

/// Reads the HTML of a body.
pub(super) fn read<'a>(body: &'a Body, provisions: &'a [Provision]) -> Vec<Node<'a>> {
    let anchors = provisions.iter().enumerate().map(|(index, one)| (one.anchor.as_str(), index)).collect();
    let mentions: Vec<(usize, Range<usize>)> = mentions(&body.mentions);
    let mut reader = Reader {
        body,
        anchors,
        marks: marks(&mentions),
        next_mark: 0,
        next_hole: 0,
        open: vec![Element::new(Name::Tag(""), "")],
    };
    reader.read();
    reader.open.pop().map(|root| root.children).unwrap_or_default()
}

/// Where mentions stand, in order.
fn mentions(mentions: &[Mention]) -> Vec<(usize, Range<usize>)> {
    let places = mentions.iter().enumerate().map(|(index, mention)| (index, mention.html.clone()));
    let is_free = |(index, html): &(usize, Range<usize>)| {
        !html.is_empty() && mentions.get(*index).is_some_and(|mention| !mention.is_linked)
    };
    let mut places: Vec<_> = places.filter(is_free).collect();
    places.sort_by_key(|(_, html)| html.start);
    places
}

/// The bytes at which mentions begin (`Some`) and end, in order.
fn marks(mentions: &[(usize, Range<usize>)]) -> Vec<(usize, Option<usize>)> {
    let mut marks: Vec<(usize, Option<usize>)> = Vec::with_capacity(mentions.len() * 2);
    for (index, html) in mentions {
        marks.push((html.start, Some(*index)));
        marks.push((html.end, None));
    }
    // What ends at a place comes before what begins there.
    marks.sort_by_key(|(at, begins)| (*at, begins.is_some()));
    marks
}

struct Reader<'a> {
    body: &'a Body,
    anchors: HashMap<&'a str, usize>,
    marks: Vec<(usize, Option<usize>)>,
    next_mark: usize,
    next_hole: usize,
    /// The elements that are open, the whole body first.
    open: Vec<Element<'a>>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        let html = self.body.html.as_str();
        let mut at = 0;
        while at < html.len() {
            let next = memchr::memchr(b'<', &html.as_bytes()[at..]).map_or(html.len(), |found| at + found);
            self.words(at..next);
            if next == html.len() {
                break;
            }
            let end = tag_end(html, next);
            self.marks_up_to(next);
            self.tag(&html[next + 1..end], end);
            at = (end + 1).min(html.len());
        }
        self.marks_up_to(html.len());
        while self.open.len() > 1 {
            self.close_last();
        }
    }

    /// Words, cut where mentions begin and end.
    fn words(&mut self, range: Range<usize>) {
        let mut from = range.start;
        while let Some((at, _)) = self.marks.get(self.next_mark).filter(|(at, _)| *at < range.end) {
            let at = (*at).max(from);
            self.push_words(from..at);
            from = at;
            self.mark();
        }
        self.push_words(from..range.end);
    }

    fn push_words(&mut self, range: Range<usize>) {
        let words = self.body.html.get(range).unwrap_or("");
        if let (false, Some(last)) = (words.is_empty(), self.open.last_mut()) {
            last.children.push(Node::Words(words));
        }
    }

    fn marks_up_to(&mut self, at: usize) {
        while self.marks.get(self.next_mark).is_some_and(|(mark, _)| *mark <= at) {
            self.mark();
        }
    }

    /// Begins or ends a mention. Where raw HTML has torn one apart, it ends with the element that it began in.
    fn mark(&mut self) {
        let Some((_, begins)) = self.marks.get(self.next_mark) else { return };
        match begins {
            Some(mention) => self.open.push(Element::new(Name::Mention(*mention), "")),
            None if self.open.last().is_some_and(|last| matches!(last.name, Name::Mention(_))) => {
                self.close_last();
            }
            None => {}
        }
        self.next_mark += 1;
    }

    /// A tag without its brackets that ends at byte `end`.
    fn tag(&mut self, tag: &'a str, end: usize) {
        if let Some(name) = tag.strip_prefix('/') {
            let is_it = |open: &Element<'_>| open.name == Name::Tag(name) || open.name == Name::Skipped(name);
            if let Some(place) = self.open.iter().rposition(is_it) {
                while self.open.len() > place {
                    self.close_last();
                }
            }
            return;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let is_deep = self.open.len() > DEEPEST;
        let mut element =
            Element::new(if is_deep { Name::Skipped(name) } else { Name::Tag(name) }, attributes);
        element.provision = element.attribute("id").and_then(|id| self.anchors.get(id)).copied();
        while let Some(hole) = self.body.holes.get(self.next_hole).filter(|hole| hole.at <= end) {
            element.hole = Some(hole.link);
            self.next_hole += 1;
        }
        if element.provision.is_some() {
            element.has_provision = true;
            // What is above one that has a provision already has it too.
            for open in self.open.iter_mut().rev().take_while(|open| !open.has_provision) {
                open.has_provision = true;
            }
        }
        self.open.push(element);
        if matches!(name, "br" | "hr" | "img" | "wbr" | "col") {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        if let (Some(element), Some(parent)) = (self.open.pop(), self.open.last_mut()) {
            // Raw HTML that was left open may stand around the items of a list; the list has them all the same.
            let is_around_items = matches!(parent.tag(), "ol" | "ul") && element.tag() != "li";
            let is_skipped = matches!(element.name, Name::Skipped(_));
            if is_skipped || (is_around_items && element.children.iter().any(is_item)) {
                parent.children.extend(element.children);
            } else {
                parent.children.push(Node::Element(element));
            }
        }
    }
}

fn is_item(node: &Node<'_>) -> bool {
    matches!(node, Node::Element(element) if element.tag() == "li")
}

/// The byte of the `>` that ends the tag at byte `start`; one within quotation marks does not.
fn tag_end(html: &str, start: usize) -> usize {
    let mut is_quoted = false;
    let ends = |byte: &u8| {
        is_quoted ^= *byte == b'"';
        *byte == b'>' && !is_quoted
    };
    html.as_bytes()[start..].iter().position(ends).map_or(html.len(), |length| start + length)
}

/// Whether a node stands within a line. What holds a block does not.
pub(super) fn is_inline(node: &Node<'_>) -> bool {
    let Node::Element(element) = node else { return true };
    let is_of_line = match element.name {
        Name::Mention(_) => true,
        Name::Tag(tag) | Name::Skipped(tag) => matches!(
            tag,
            "a" | "abbr"
                | "acronym"
                | "b"
                | "bdi"
                | "br"
                | "cite"
                | "code"
                | "data"
                | "del"
                | "dfn"
                | "em"
                | "i"
                | "img"
                | "ins"
                | "kbd"
                | "mark"
                | "q"
                | "s"
                | "samp"
                | "small"
                | "span"
                | "strike"
                | "strong"
                | "sub"
                | "sup"
                | "time"
                | "tt"
                | "u"
                | "var"
                | "wbr"
        ),
    };
    is_of_line && !element.has_provision && element.children.iter().all(is_inline)
}

/// Whether nothing of a node can be read or seen.
pub(super) fn is_blank(node: &Node<'_>) -> bool {
    match node {
        Node::Words(words) => words.trim().is_empty(),
        Node::Element(element) => element.tag() != "img" && element.children.iter().all(is_blank),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Hole;

    fn shown(nodes: &[Node<'_>]) -> String {
        let shown = nodes.iter().map(|node| match node {
            Node::Words(words) => (*words).to_owned(),
            Node::Element(element) => {
                let name = match element.name {
                    Name::Tag(tag) | Name::Skipped(tag) => tag.to_owned(),
                    Name::Mention(index) => format!("@{index}"),
                };
                format!("({name} {})", shown(&element.children))
            }
        });
        shown.collect()
    }

    #[test]
    fn a_tree_holds_all_words() {
        let body = Body {
            html: "<p id=\"a\">A <em>b</em><br>c</p>\n<img src=\"\" alt=\"x\">d".to_owned(),
            holes: vec![Hole { at: 44, link: 3 }],
            ..Body::default()
        };
        let nodes = read(&body, &[]);
        assert_eq!(shown(&nodes), "(p A (em b)(br )c)\n(img )d");
        let Some(Node::Element(picture)) = nodes.get(2) else { panic!("no picture") };
        assert_eq!(
            (picture.hole, picture.attribute("alt"), picture.attribute("x")),
            (Some(3), Some("x"), None)
        );
    }

    #[test]
    fn a_list_has_its_items_whatever_stands_around_them() {
        let html = "<ol><li>a</li><b><li>b</li><i>c</i></b><b>d</b></ol>".to_owned();
        let body = Body { html, ..Body::default() };
        assert_eq!(shown(&read(&body, &[])), "(ol (li a)(li b)(i c)(b d))");
    }

    #[test]
    fn deep_nesting_is_flattened() {
        let html = format!("{}a{}b", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let body = Body { html, ..Body::default() };
        let nodes = read(&body, &[]);
        assert_eq!(nodes.len(), 2);
        assert!(shown(&nodes).ends_with('b'));
    }

    #[test]
    fn attributes_are_found_by_their_whole_name() {
        assert_eq!(attribute("class=\"a\" data-id=\"b\" id=\"c\"", "id"), Some("c"));
        assert_eq!(attribute("open=\"\" id=\"c\"", "pen"), None);
    }
}
