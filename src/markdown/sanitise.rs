//! Raw HTML of editors made safe, and the marks that carry our own anchors and holes through it.
//!
//! The marks are Unicode noncharacters. Sources are freed of them when they are read, entities that spell them are
//! broken up here, so no text of an editor can stand for one of ours.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use ammonia::{Builder, UrlRelative};

use super::Hole;

/// Opens the index of a link in an address.
pub(super) const HOLE_OPEN: char = '\u{fdd0}';
/// Closes the index of a link in an address.
pub(super) const HOLE_CLOSE: char = '\u{fdd1}';
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

/// HTML with only harmless elements and attributes; scripts, styles, forms, frames and event handlers are gone, and
/// every element that is opened is closed.
pub(super) fn sanitise(html: &str) -> String {
    without_dead_links(clean(html))
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
    let mut is_quoted = false;
    let end = tag.bytes().position(|sign| {
        is_quoted ^= sign == b'"';
        sign == b'>' && !is_quoted
    });
    let length = end.map_or(tag.len(), |end| end + 1);
    let inner = tag.get(..length).unwrap_or(tag);
    (length, !inner.contains(" href=\"") && !inner.contains(" id=\""))
}

fn clean(html: &str) -> String {
    let classes: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("div", HashSet::from(["scroll", "footnote"])),
        ("ol", HashSet::from(["parenthesised"])),
        ("p", HashSet::from(super::law::CLASSES)),
        ("span", HashSet::from(["number"])),
        ("sup", HashSet::from(["footnote-reference"])),
        ("td", HashSet::from(["right", "center"])),
        ("th", HashSet::from(["right", "center"])),
    ]);
    Builder::default()
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
            ("img", "src") => value.starts_with(HOLE_OPEN).then_some(value.into()),
            ("a", "href") => {
                let is_outside = super::html::address_kind(value) == super::html::AddressKind::Outside;
                (is_outside || value.starts_with(HOLE_OPEN)).then_some(value.into())
            }
            (_, "href" | "src" | "cite") => None,
            _ => Some(value.into()),
        })
        .clean(html)
        .to_string()
}

/// The anchors of ours in HTML with its marks.
pub(super) fn anchors(html: &str) -> HashSet<String> {
    let behind = html.split(OWN_ANCHOR).skip(1);
    behind.filter_map(|rest| rest.split_once('"')).map(|(anchor, _)| anchor.to_owned()).collect()
}

/// HTML without our marks, and where they stood.
pub(super) struct Marks {
    pub(super) html: String,
    pub(super) holes: Vec<Hole>,
    /// The range of each mention; `None` where the sanitiser took it out.
    pub(super) mentions: Vec<Option<Range<usize>>>,
    /// Where a remark on each provision can stand; `None` where the sanitiser took the mark out.
    pub(super) remarks: Vec<Option<usize>>,
}

/// Takes our marks out of the HTML and tells where the addresses of `links` links belong, `mentions` mentions stand and
/// remarks on `provisions` provisions can stand.
pub(super) fn take_markers(html: String, links: usize, mentions: usize, provisions: usize) -> Marks {
    let mut marks = Marks {
        html: String::new(),
        holes: Vec::with_capacity(links),
        mentions: vec![None; mentions],
        remarks: vec![None; provisions],
    };
    let Some(first) = next_mark(&html) else {
        return Marks { html, ..marks };
    };
    marks.html.reserve(html.len());
    marks.html.push_str(&html[..first]);
    let mut rest = &html[first..];
    let mut open: Option<(usize, usize)> = None;
    while let Some(at) = next_mark(rest) {
        marks.html.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(mark) = rest.chars().next() else { break };
        rest = &rest[mark.len_utf8()..];
        match mark {
            HOLE_OPEN => {
                if let Some((link, behind)) = number(rest, HOLE_CLOSE, links) {
                    marks.holes.push(Hole { at: marks.html.len(), link });
                    rest = behind;
                }
            }
            MENTION_OPEN => {
                if let Some((mention, behind)) = number(rest, MENTION_NUMBER, mentions) {
                    open = Some((mention, marks.html.len()));
                    rest = behind;
                }
            }
            MENTION_CLOSE => {
                if let Some((mention, start)) = open.take()
                    && let Some(range) = marks.mentions.get_mut(mention)
                {
                    *range = Some(start..marks.html.len());
                }
            }
            REMARK_OPEN => {
                if let Some((provision, behind)) = number(rest, REMARK_CLOSE, provisions) {
                    marks.remarks[provision] = Some(marks.html.len());
                    rest = behind;
                }
            }
            OWN_ANCHOR | HOLE_CLOSE | MENTION_NUMBER | REMARK_CLOSE => {}
            other => marks.html.push(other),
        }
    }
    marks.html.push_str(rest);
    marks
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
