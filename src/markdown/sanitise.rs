//! Raw HTML of editors made safe, and the marks that carry our own anchors and holes through it.
//!
//! The marks are Unicode noncharacters. Sources are freed of them when they are read, entities that spell them are
//! broken up here, so no text of an editor can stand for one of ours.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};

use super::Hole;

/// Opens the index of a link in an address.
pub(super) const HOLE_OPEN: char = '\u{fdd0}';
/// Closes the index of a link in an address.
pub(super) const HOLE_CLOSE: char = '\u{fdd1}';
/// Begins an anchor of ours.
pub(super) const OWN_ANCHOR: char = '\u{fdd2}';

/// Raw HTML without character references: they could spell a mark. References by name stay.
pub(super) fn without_markers(raw: &str) -> Cow<'_, str> {
    if raw.contains("&#") { Cow::Owned(raw.replace("&#", "&amp;#")) } else { Cow::Borrowed(raw) }
}

/// HTML with only harmless elements and attributes; scripts, styles, forms, frames and event handlers are gone, and
/// every element that is opened is closed.
pub(super) fn sanitise(html: &str) -> String {
    let classes: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("div", HashSet::from(["scroll", "footnote"])),
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

/// Whether an element of the HTML has this anchor. What stands in text does not count: there `<` is an entity.
pub(super) fn has_anchor(html: &str, anchor: &str) -> bool {
    let attribute = format!(" id=\"{anchor}\"");
    html.match_indices(&attribute).any(|(at, _)| {
        let before = &html[..at];
        before.rfind('<') > before.rfind('>')
    })
}

/// Takes our marks out of the HTML and tells where the addresses of `links` links belong.
pub(super) fn take_markers(html: String, links: usize) -> (String, Vec<Hole>) {
    // All three marks begin with the same two bytes, which stand nowhere else.
    let Some(first) = memchr::memmem::find(html.as_bytes(), b"\xef\xb7") else { return (html, Vec::new()) };
    let mut clean = String::with_capacity(html.len());
    let mut holes = Vec::with_capacity(links);
    clean.push_str(&html[..first]);
    let mut rest = &html[first..];
    while let Some(at) = memchr::memmem::find(rest.as_bytes(), b"\xef\xb7") {
        clean.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(mark) = rest.chars().next() else { break };
        rest = &rest[mark.len_utf8()..];
        match mark {
            HOLE_OPEN => {
                if let Some((index, behind)) = rest.split_once(HOLE_CLOSE)
                    && let Ok(link) = index.parse()
                    && link < links
                {
                    holes.push(Hole { at: clean.len(), link });
                    rest = behind;
                }
            }
            OWN_ANCHOR | HOLE_CLOSE => {}
            other => clean.push(other),
        }
    }
    clean.push_str(rest);
    (clean, holes)
}
