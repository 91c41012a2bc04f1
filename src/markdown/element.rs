//! The elements of HTML by what the gate does with them.

/// What an element is to a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Words within a line that are written in a way of their own: the name stays.
    Format(&'static str),
    /// A link.
    Link,
    /// A paragraph or what holds paragraphs.
    Block,
    /// A heading of this level.
    Heading(u8),
    /// A list; whether its items are counted.
    List(bool),
    /// An item of a list.
    Item,
    /// A table, or what stands in one outside cells.
    Table,
    /// A cell of a table.
    Cell,
    /// Words that are kept as they are laid out.
    Laid,
    /// The end of a line.
    Break,
    /// A line across the page.
    Rule,
    /// A picture.
    Picture,
    /// Nothing that a reader could miss: its tags are left out, its words stay.
    Bare,
    /// A part of the page that is not shown; words in it are.
    Unshown(Instead),
    /// A part whose content is no text: it is left out. With the closing tag that ends it.
    Source(&'static str),
    /// No element of HTML.
    Unknown,
}

/// What an editor can do in place of an element that is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Instead {
    /// Link to what it would show.
    Link,
    /// Add a picture.
    Picture,
    /// Leave the tags out.
    Words,
}

/// What the element of this name, in small letters, is.
pub(super) fn sort(name: &str) -> Sort {
    if let Some(format) = FORMATS.iter().find(|format| **format == name) {
        return Sort::Format(format);
    }
    match name {
        "a" => Sort::Link,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Sort::Heading(name.as_bytes()[1] - b'0'),
        "ol" => Sort::List(true),
        "ul" | "menu" | "dir" => Sort::List(false),
        "li" => Sort::Item,
        "table" | "thead" | "tbody" | "tfoot" | "tr" | "caption" | "colgroup" | "col" => Sort::Table,
        "td" | "th" => Sort::Cell,
        "pre" => Sort::Laid,
        "br" => Sort::Break,
        "hr" => Sort::Rule,
        "img" => Sort::Picture,
        "script" => Sort::Source("</script"),
        "style" => Sort::Source("</style"),
        "iframe" | "frame" | "frameset" | "object" | "embed" | "applet" | "audio" | "video" | "source"
        | "track" | "param" | "portal" | "bgsound" => Sort::Unshown(Instead::Link),
        "svg" | "canvas" | "map" | "area" | "image" => Sort::Unshown(Instead::Picture),
        _ if BLOCKS.contains(&name) => Sort::Block,
        _ if BARE.contains(&name) || is_of_office(name) => Sort::Bare,
        _ if UNSHOWN.contains(&name) => Sort::Unshown(Instead::Words),
        _ => Sort::Unknown,
    }
}

/// Whether an element is one that an office program writes for itself: `<o:p>`, `<v:shape>`, `<st1:place>`.
pub(super) fn is_of_office(name: &str) -> bool {
    /// What `o:` has in the HTML that Word writes.
    const OF_OFFICE: [&str; 8] =
        ["p", "lock", "idmap", "shapelayout", "shapedefaults", "oleobject", "smarttagtype", "wrapblock"];
    let Some((prefix, own)) = name.split_once(':') else { return false };
    let is_own = own.bytes().all(|sign| sign.is_ascii_alphabetic());
    match prefix.to_ascii_lowercase().as_str() {
        "o" => OF_OFFICE.contains(&own.to_ascii_lowercase().as_str()),
        "v" | "w" | "x" | "u1" | "u2" | "st1" | "st2" => is_own,
        _ => false,
    }
}

const FORMATS: [&str; 26] = [
    "b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "sub", "sup", "small", "abbr", "acronym",
    "bdi", "cite", "code", "dfn", "kbd", "mark", "q", "samp", "tt", "var", "data", "time",
];

const BLOCKS: [&str; 24] = [
    "p",
    "div",
    "section",
    "article",
    "aside",
    "nav",
    "main",
    "header",
    "footer",
    "hgroup",
    "center",
    "address",
    "blockquote",
    "figure",
    "figcaption",
    "details",
    "summary",
    "dl",
    "dt",
    "dd",
    "fieldset",
    "legend",
    "body",
    "search",
];

const BARE: [&str; 20] = [
    "span", "font", "big", "label", "nobr", "wbr", "bdo", "ruby", "rb", "rt", "rp", "rtc", "basefont",
    "blink", "html", "head", "meta", "link", "base", "slot",
];

const UNSHOWN: [&str; 30] = [
    "noscript",
    "noembed",
    "noframes",
    "xmp",
    "listing",
    "plaintext",
    "textarea",
    "title",
    "template",
    "math",
    "select",
    "option",
    "optgroup",
    "datalist",
    "form",
    "input",
    "button",
    "output",
    "progress",
    "meter",
    "dialog",
    "marquee",
    "keygen",
    "isindex",
    "command",
    "menuitem",
    "picture",
    "foreignobject",
    "xml",
    "spacer",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_element_has_one_sort() {
        let mut names: Vec<&str> =
            FORMATS.iter().chain(&BLOCKS).chain(&BARE).chain(&UNSHOWN).copied().collect();
        names.sort_unstable();
        for pair in names.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
        assert_eq!(sort("h3"), Sort::Heading(3));
        assert_eq!(sort("o:p"), Sort::Bare);
        assert_eq!(sort("noi"), Sort::Unknown);
    }
}
