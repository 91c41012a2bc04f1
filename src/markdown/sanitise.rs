//! Raw HTML of editors made safe, and the marks that carry our own anchors, links, mentions and places for remarks through it.
//!
//! The marks are Unicode noncharacters. Sources are freed of them when they are read, entities that spell them are
//! broken up here, so no text of an editor can stand for one of ours.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use ammonia::UrlRelative;

use super::element::{Class, Element};
use super::html::{self, Fill};
use super::tree::{Builder, Mark};

/// Opens the index of a link in an address.
pub(super) const LINK_OPEN: char = '\u{fdd0}';
/// Closes the index of a link in an address.
pub(super) const LINK_CLOSE: char = '\u{fdd1}';
/// Begins an anchor of ours.
pub(super) const OWN_ANCHOR: char = '\u{fdd2}';
/// Opens a mention; its index follows.
pub(super) const MENTION_OPEN: char = '\u{fdd6}';
/// Ends the index of a mention; its text follows.
pub(super) const MENTION_NUMBER: char = '\u{fdd7}';
/// Closes a mention.
pub(super) const MENTION_CLOSE: char = '\u{fdd8}';

/// Opens the index of a provision, where a remark on it can stand.
pub(super) const REMARK_OPEN: char = '\u{fdd9}';
/// Closes the index of a provision.
pub(super) const REMARK_CLOSE: char = '\u{fdda}';

/// Raw HTML without character references: they could spell a mark. References by name stay.
pub(super) fn without_markers(raw: &str) -> Cow<'_, str> {
    if raw.contains("&#") { Cow::Owned(raw.replace("&#", "&amp;#")) } else { Cow::Borrowed(raw) }
}

/// A body in which raw HTML of an editor stands, made safe: scripts, styles, forms, frames and event handlers are gone, and
/// every element that is opened is closed. `mentions` and `provisions` are how many there are.
pub(super) fn sanitise(unsafe_body: &Builder, links: usize, mentions: usize, provisions: usize) -> Safe {
    let mut html = String::with_capacity(unsafe_body.length() * 2);
    html::write(unsafe_body.pieces(), &mut Marking, &mut html);
    let safe = without_dead_links(clean(&html));
    Reader::new(links, mentions, provisions).read(&safe)
}

/// Writes our marks where a page would put something in.
struct Marking;

impl Fill for Marking {
    fn address(&mut self, link: usize) -> Option<String> {
        Some(format!("{LINK_OPEN}{link}{LINK_CLOSE}"))
    }

    fn anchor<'a>(&self, anchor: &'a str) -> Cow<'a, str> {
        Cow::Owned(format!("{OWN_ANCHOR}{anchor}"))
    }

    fn begin_mention(&mut self, mention: usize, html: &mut String) -> bool {
        html.push_str(&format!("{MENTION_OPEN}{mention}{MENTION_NUMBER}"));
        true
    }

    fn end_mention(&mut self, html: &mut String) {
        html.push(MENTION_CLOSE);
    }

    fn behind(&mut self, provisions: &[usize], html: &mut String) {
        for provision in provisions {
            html.push_str(&format!("{REMARK_OPEN}{provision}{REMARK_CLOSE}"));
        }
    }
}

/// HTML without the tags of links that lead nowhere: their address was refused. Their words stay.
fn without_dead_links(html: String) -> String {
    let mut kept = String::new();
    let mut rest = html.as_str();
    while let Some(at) = memchr::memmem::find(rest.as_bytes(), b"<a") {
        let (before, tag) = rest.split_at(at);
        let (length, is_dead) = tag_length(tag);
        kept.push_str(before);
        if is_dead {
            // Links do not lie in each other.
            let (inner, behind) =
                (tag.get(2..length).unwrap_or_default(), tag.get(length..).unwrap_or_default());
            let (words, behind) = behind.split_once("</a>").unwrap_or((behind, ""));
            // Words of its title are words of the text.
            if inner.contains(" title=\"") {
                kept.extend(["<span", inner, words, "</span>"]);
            } else {
                kept.push_str(words);
            }
            rest = behind;
        } else {
            kept.push_str(tag.get(..length).unwrap_or(tag));
            rest = tag.get(length..).unwrap_or_default();
        }
    }
    if kept.is_empty() && rest.len() == html.len() {
        return html;
    }
    kept.push_str(rest);
    kept
}

/// The length of a tag in bytes, and whether it is one of a link that neither leads anywhere nor is a place.
fn tag_length(tag: &str) -> (usize, bool) {
    let is_link = tag.as_bytes().get(2).is_some_and(|sign| matches!(sign, b'>' | b' '));
    if !is_link {
        return (2, false);
    }
    let length = tag_end(tag).unwrap_or(tag.len());
    let inner = tag.get(..length).unwrap_or(tag);
    (length, !inner.contains(" href=\"") && !inner.contains(" id=\""))
}

fn clean(html: &str) -> String {
    let mut classes: HashMap<&str, HashSet<&str>> = HashMap::new();
    for (element, class) in Class::by_element() {
        classes.entry(element.name()).or_default().insert(class);
    }
    ammonia::Builder::default()
        .rm_tags([
            "h1",
            "map",
            "area",
            "bdo",
            "hgroup",
            "rp",
            "rt",
            "ruby",
            "figure",
            "figcaption",
            "header",
            "footer",
        ])
        .rm_tags(["article", "aside", "nav", "section"])
        .add_generic_attributes(["id"])
        .add_tag_attributes("th", ["scope"])
        .add_tag_attributes("li", ["value"])
        .add_tag_attributes("img", ["loading"])
        .rm_tag_attributes("img", ["align", "width", "height"])
        .rm_tag_attributes("hr", ["align", "size", "width"])
        .rm_tag_attributes("table", ["align", "char", "charoff", "summary"])
        .rm_tag_attributes("tbody", ["align", "char", "charoff"])
        .rm_tag_attributes("thead", ["align", "char", "charoff"])
        .rm_tag_attributes("tfoot", ["align", "char", "charoff"])
        .rm_tag_attributes("tr", ["align", "char", "charoff"])
        .rm_tag_attributes("td", ["align", "char", "charoff", "headers"])
        .rm_tag_attributes("th", ["align", "char", "charoff", "headers"])
        .rm_tag_attributes("col", ["align", "char", "charoff"])
        .rm_tag_attributes("colgroup", ["align", "char", "charoff"])
        .allowed_classes(classes)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            (_, "id") => value.starts_with(OWN_ANCHOR).then_some(value.into()),
            ("img", "src") => value.starts_with(LINK_OPEN).then_some(value.into()),
            ("a", "href") => {
                let is_outside = html::address_kind(value) == html::AddressKind::Outside;
                (is_outside || value.starts_with(LINK_OPEN)).then_some(value.into())
            }
            (_, "href" | "src" | "cite") => None,
            _ => Some(value.into()),
        })
        .clean(html)
        .to_string()
}

/// A body that is safe, and what the sanitiser has left of what stood in it.
pub(super) struct Safe {
    pub(super) tree: Builder,
    /// Anchors that are still there.
    pub(super) anchors: HashSet<String>,
    /// The words of each mention; `None` where they were taken out.
    pub(super) mentions: Vec<Option<Range<usize>>>,
}

/// Reads safe HTML with our marks as a tree.
struct Reader {
    safe: Safe,
    links: usize,
    /// Whether the place for remarks on each provision is still there.
    remarks: Vec<bool>,
    /// The mention that is open, with the byte of the words where it began and how many elements were open then.
    open: Option<(usize, usize, usize)>,
    /// How many elements are open.
    depth: usize,
    /// Whether a line of the HTML has just ended by itself.
    ends_line: bool,
}

impl Reader {
    fn new(links: usize, mentions: usize, provisions: usize) -> Self {
        let safe = Safe { tree: Builder::default(), anchors: HashSet::new(), mentions: vec![None; mentions] };
        Self { safe, links, remarks: vec![false; provisions], open: None, depth: 0, ends_line: false }
    }

    fn read(mut self, html: &str) -> Safe {
        let mut rest = html;
        while !rest.is_empty() {
            let at = memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
            self.text(&rest[..at]);
            let Some(length) = tag_end(&rest[at..]) else { break };
            self.tag(&rest[at + 1..at + length - 1]);
            rest = &rest[at + length..];
        }
        for (provision, is_there) in std::mem::take(&mut self.remarks).into_iter().enumerate() {
            if !is_there {
                self.safe.tree.mark(Mark::Remark(provision));
            }
        }
        self.safe
    }

    /// Words and marks between two tags.
    fn text(&mut self, text: &str) {
        // The end of a line that is written by itself is no word.
        let text =
            if std::mem::take(&mut self.ends_line) { text.strip_prefix('\n').unwrap_or(text) } else { text };
        let mut rest = text;
        while let Some(at) = next_mark(rest) {
            self.words(&rest[..at]);
            rest = &rest[at..];
            let Some(mark) = rest.chars().next() else { break };
            rest = &rest[mark.len_utf8()..];
            match mark {
                MENTION_OPEN => {
                    if let Some((mention, behind)) = number(rest, MENTION_NUMBER, self.safe.mentions.len()) {
                        self.open = Some((mention, self.safe.tree.length(), self.depth));
                        self.safe.tree.mark(Mark::Mention(mention));
                        rest = behind;
                    }
                }
                MENTION_CLOSE => self.end_mention(),
                REMARK_OPEN => {
                    if let Some((provision, behind)) = number(rest, REMARK_CLOSE, self.remarks.len()) {
                        self.safe.tree.mark(Mark::Remark(provision));
                        self.remarks[provision] = true;
                        rest = behind;
                    }
                }
                LINK_OPEN | OWN_ANCHOR | LINK_CLOSE | MENTION_NUMBER | REMARK_CLOSE => {}
                other => self.safe.tree.words(other.encode_utf8(&mut [0; 4])),
            }
        }
        self.words(rest);
    }

    fn words(&mut self, text: &str) {
        if !text.is_empty() {
            self.safe.tree.words(&html::unescaped(text));
        }
    }

    fn end_mention(&mut self) {
        if let Some((mention, start, _)) = self.open.take() {
            self.safe.tree.mark(Mark::MentionEnd);
            if let Some(range) = self.safe.mentions.get_mut(mention) {
                *range = Some(start..self.safe.tree.length());
            }
        }
    }

    /// A tag without its brackets.
    fn tag(&mut self, tag: &str) {
        if let Some(name) = tag.strip_prefix('/') {
            let Some(element) = Element::of(name) else { return };
            self.depth = self.depth.saturating_sub(1);
            // A mention ends with the element in which it began.
            if self.open.is_some_and(|(_, _, depth)| depth > self.depth) {
                self.end_mention();
            }
            self.safe.tree.close(element);
            self.ends_line = html::ends_line(element, None);
            return;
        }
        let end = tag.find(' ').unwrap_or(tag.len());
        let Some(element) = Element::of(&tag[..end]) else { return };
        let mut attributes: Vec<(&str, Cow<'_, str>)> = Vec::new();
        let mut rest = &tag[end..];
        while let Some((name, behind)) = rest.split_once("=\"") {
            let Some((value, behind)) = behind.split_once('"') else { break };
            // An attribute without a value may stand before the name.
            let name = name.split_ascii_whitespace().next_back().unwrap_or_default();
            attributes.push((name, html::unescaped(value)));
            rest = behind;
        }
        let value =
            |wanted: &str| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
        let class = value("class").map_or(Class::Plain, |class| Class::of(class));
        let tree = &mut self.safe.tree;
        tree.open_as(element, class);
        for (name, value) in &attributes {
            match (*name, value.chars().next()) {
                ("id", Some(OWN_ANCHOR)) => {
                    let anchor = &value[OWN_ANCHOR.len_utf8()..];
                    tree.anchor(anchor);
                    self.safe.anchors.insert(anchor.to_owned());
                }
                ("href" | "src", Some(LINK_OPEN)) => {
                    if let Some((link, _)) = number(&value[LINK_OPEN.len_utf8()..], LINK_CLOSE, self.links) {
                        tree.mark(Mark::Link(link));
                    }
                }
                ("id" | "class", _) => {}
                _ => tree.attribute(name, value),
            }
        }
        self.depth += usize::from(!element.is_void());
        self.ends_line = html::begins_lines(element);
    }
}

/// How many bytes the tag has that a text begins with; a `>` between quotation marks ends none.
fn tag_end(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    let end = text.bytes().position(|sign| {
        is_quoted ^= sign == b'"';
        sign == b'>' && !is_quoted
    });
    end.map(|end| end + 1)
}

/// Where the next mark stands: all begin with the same two bytes, which stand nowhere else.
fn next_mark(html: &str) -> Option<usize> {
    let bytes = html.as_bytes();
    memchr::memchr_iter(0xef, bytes).find(|at| bytes.get(at + 1) == Some(&0xb7))
}

/// The number that `text` begins with up to a mark, if it is below `most`, and what follows.
fn number(text: &str, end: char, most: usize) -> Option<(usize, &str)> {
    let (digits, behind) = text.split_once(end)?;
    let number = digits.parse().ok().filter(|number| *number < most)?;
    Some((number, behind))
}
