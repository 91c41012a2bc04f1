//! The HTML of a body, and writing HTML by hand: escaping, and what an address may be.

use std::borrow::Cow;

use super::element::{Class, Element};
use super::tree::{ElementStart, Piece, Pieces};

/// What a page puts into the HTML of a body while that is written.
pub trait Fill {
    /// The address of a relative link or picture, ready for a quoted attribute. Without one the words of a link stay, and
    /// the description of a picture stands in its place.
    fn address(&mut self, link: usize) -> Option<String>;

    /// The anchor of an element as it is written.
    fn anchor<'a>(&self, anchor: &'a str) -> Cow<'a, str> {
        Cow::Borrowed(anchor)
    }

    /// Begins a mention; whether [`Self::end_mention`] is to end it.
    fn begin_mention(&mut self, _mention: usize, _html: &mut String) -> bool {
        false
    }

    /// Ends a mention.
    fn end_mention(&mut self, _html: &mut String) {}

    /// Begins the number of the provision with this anchor; whether a link is to be closed behind it.
    fn begin_number(&mut self, _anchor: &str, _html: &mut String) -> bool {
        false
    }

    /// Behind the beginning of an item of a list with this anchor.
    fn in_item(&mut self, _anchor: &str, _html: &mut String) {}

    /// Behind the own words of these provisions.
    fn behind(&mut self, _provisions: &[usize], _html: &mut String) {}
}

/// Writes a body as HTML. Elements and attributes are those that a body can hold and words are escaped, so it is safe
/// whatever the body says.
pub fn write(pieces: Pieces<'_>, fill: &mut impl Fill, html: &mut String) {
    let mut pieces = pieces.peekable();
    // The anchor of the element that has begun last, until words stand in it.
    let mut anchor = None;
    let mut mentions = Vec::new();
    let mut has_number_link = false;
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Words(words) => {
                anchor = None;
                push_escaped(html, words);
            }
            Piece::Open(tag) => {
                open(tag, fill, html);
                let own = tag.anchor();
                match (tag.element, tag.class) {
                    (_, Class::Number) => {
                        // A number of the list is no text, and a link without words is none.
                        let has_words = !matches!(pieces.peek(), Some(Piece::Close(_)));
                        let anchor = anchor.filter(|_| has_words);
                        has_number_link = anchor.is_some_and(|anchor| fill.begin_number(anchor, html));
                    }
                    (Element::Li, _) => own.into_iter().for_each(|anchor| fill.in_item(anchor, html)),
                    _ => {}
                }
                anchor = own;
                if begins_lines(tag.element) {
                    html.push('\n');
                }
            }
            Piece::Close(element) => {
                if element == Element::Span && std::mem::take(&mut has_number_link) {
                    html.push_str("</a>");
                }
                html.push_str("</");
                html.push_str(element.name());
                html.push('>');
                if ends_line(element, pieces.peek()) {
                    html.push('\n');
                }
            }
            Piece::Mention(mention) => mentions.push(fill.begin_mention(mention, html)),
            Piece::MentionEnd => {
                if mentions.pop() == Some(true) {
                    fill.end_mention(html);
                }
            }
            Piece::Remark(first) => {
                let mut provisions = vec![first];
                while let Some(Piece::Remark(provision)) = pieces.peek() {
                    provisions.push(*provision);
                    pieces.next();
                }
                fill.behind(&provisions, html);
            }
            Piece::Raw(raw) => html.push_str(raw),
        }
    }
}

/// Whether a line of the HTML ends behind the beginning of an element.
pub(super) fn begins_lines(element: Element) -> bool {
    matches!(element, Element::Ul | Element::Ol | Element::Blockquote | Element::Tbody | Element::Hr)
}

/// Whether a line of the HTML ends behind the end of an element.
pub(super) fn ends_line(element: Element, next: Option<&Piece<'_>>) -> bool {
    match element {
        Element::P
        | Element::H2
        | Element::H3
        | Element::H4
        | Element::H5
        | Element::H6
        | Element::Li
        | Element::Ul
        | Element::Ol
        | Element::Blockquote
        | Element::Pre
        | Element::Div => true,
        Element::Tr => !matches!(next, Some(Piece::Close(Element::Thead))),
        // The number before a note.
        Element::Sup => matches!(next, Some(Piece::Open(tag)) if tag.element.is_block()),
        _ => false,
    }
}

fn open(tag: ElementStart<'_>, fill: &mut impl Fill, html: &mut String) {
    let start = html.len();
    html.push('<');
    html.push_str(tag.element.name());
    let has_class_first = matches!(tag.element, Element::Div | Element::Sup);
    let id = tag.anchor().map(|anchor| fill.anchor(anchor));
    if let Some(id) = id.as_deref().filter(|_| !has_class_first) {
        push_attribute(html, "id", id);
    }
    if let Some(link) = tag.link() {
        let is_picture = tag.element == Element::Img;
        match fill.address(link) {
            Some(address) => {
                html.push_str(if is_picture { " src=\"" } else { " href=\"" });
                html.push_str(&address);
                html.push('"');
            }
            None if is_picture => {
                html.truncate(start);
                html.push_str("<em>");
                push_escaped(html, tag.attribute("alt").unwrap_or_default());
                html.push_str("</em>");
                return;
            }
            None => {}
        }
    }
    for attribute in tag.attributes() {
        if attribute.name == "href" {
            html.push_str(" href=\"");
            push_address(html, &attribute.value);
            html.push('"');
        } else {
            push_attribute(html, &attribute.name, &attribute.value);
        }
    }
    if tag.class != Class::Plain {
        push_attribute(html, "class", tag.class.name());
    }
    if let Some(id) = id.as_deref().filter(|_| has_class_first) {
        push_attribute(html, "id", id);
    }
    html.push('>');
}

fn push_attribute(html: &mut String, name: &str, value: &str) {
    html.extend([" ", name, "=\""]);
    push_escaped(html, value);
    html.push('"');
}

/// Text with `&`, `<`, `>` and `"` written as entities: safe between tags and in quoted attributes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    push_escaped(&mut escaped, text);
    escaped
}

/// An address made safe for a quoted attribute: what a URL cannot hold is percent-encoded.
#[must_use]
pub fn escape_address(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len() + 16);
    push_address(&mut escaped, address);
    escaped
}

/// Words without character references: those that safe HTML can hold.
#[must_use]
pub fn unescaped(text: &str) -> Cow<'_, str> {
    const REFERENCES: [(&str, &str); 6] = [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&nbsp;", "\u{a0}"),
        ("&#39;", "'"),
    ];
    if memchr::memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = REFERENCES.iter().find(|(reference, _)| rest.starts_with(reference));
        let (reference, letter) = known.copied().unwrap_or(("&", "&"));
        plain.push_str(letter);
        rest = &rest[reference.len()..];
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// Adds text as [`escape`] writes it.
pub fn push_escaped(target: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = first_special(rest.as_bytes()) {
        target.push_str(&rest[..at]);
        target.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    target.push_str(rest);
}

/// Where the first byte stands that is to be an entity.
#[expect(clippy::needless_bitwise_bool, reason = "branches would keep it from vector instructions")]
fn first_special(bytes: &[u8]) -> Option<usize> {
    const STEP: usize = 32;
    let is_special = |byte: u8| (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"');
    let is_plain = |piece: &&[u8]| !piece.iter().fold(false, |found, byte| found | is_special(*byte));
    let plain = bytes.chunks_exact(STEP).take_while(is_plain).count() * STEP;
    bytes[plain..].iter().position(|byte| is_special(*byte)).map(|at| plain + at)
}

pub(super) fn push_address(target: &mut String, address: &str) {
    let bytes = address.as_bytes();
    for (index, byte) in bytes.iter().enumerate() {
        let is_encoded = *byte == b'%'
            && bytes.get(index + 1..index + 3).is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit));
        match byte {
            b'&' => target.push_str("&amp;"),
            b'\'' => target.push_str("&#39;"),
            b'%' if is_encoded => target.push('%'),
            byte if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$()*+,;=".contains(byte) => {
                target.push(char::from(*byte));
            }
            byte => {
                const HEX: [char; 16] =
                    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
                target.push('%');
                target.push(HEX[usize::from(byte >> 4)]);
                target.push(HEX[usize::from(byte & 15)]);
            }
        }
    }
}

/// Where an address leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AddressKind {
    /// To another site, a mailbox or a telephone.
    Outside,
    /// Into the portal: relative, or from its root, or an anchor.
    Within,
    /// Anything else: scripts, data, other schemes, addresses that take their scheme from the page.
    Unsafe,
}

/// Whether an address begins with `https://` or `http://`.
pub(super) fn is_of_the_web(address: &str) -> bool {
    let begins =
        |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    begins("https://") || begins("http://")
}

pub(super) fn address_kind(address: &str) -> AddressKind {
    // Browsers drop control characters and trim spaces before they look for a scheme.
    let plain: String =
        address.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).collect();
    let lower = plain.to_ascii_lowercase();
    if ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme)) {
        let has_gap = address.trim() != plain;
        return if has_gap && !address.contains(' ') { AddressKind::Unsafe } else { AddressKind::Outside };
    }
    let path = lower.split(['/', '?', '#']).next().unwrap_or("");
    if path.contains(':') || lower.starts_with("//") || lower.contains('\\') {
        return AddressKind::Unsafe;
    }
    AddressKind::Within
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_sorted_out() {
        for (address, kind) in [
            ("https://example.vn/a?b=c#d", AddressKind::Outside),
            ("HTTP://example.vn", AddressKind::Outside),
            ("mailto:a@example.vn", AddressKind::Outside),
            ("../a.md#dieu-1", AddressKind::Within),
            ("/nghi-quyet/", AddressKind::Within),
            ("#dieu-1", AddressKind::Within),
            ("a/b:c.md", AddressKind::Within),
            ("", AddressKind::Within),
            ("javascript:alert(1)", AddressKind::Unsafe),
            ("java\tscript:alert(1)", AddressKind::Unsafe),
            ("\u{1}javascript:alert(1)", AddressKind::Unsafe),
            (" JaVaScRiPt:alert(1)", AddressKind::Unsafe),
            ("data:text/html,x", AddressKind::Unsafe),
            ("vbscript:x", AddressKind::Unsafe),
            ("//evil.example/x", AddressKind::Unsafe),
            ("/\\evil.example", AddressKind::Unsafe),
            ("file:///etc/passwd", AddressKind::Unsafe),
        ] {
            assert_eq!(address_kind(address), kind, "{address:?}");
        }
    }

    #[test]
    fn text_and_addresses_are_escaped() {
        assert_eq!(escape("<a b=\"c\"> & đ"), "&lt;a b=&quot;c&quot;&gt; &amp; đ");
        let long = "đất ".repeat(20);
        assert_eq!(escape(&format!("{long}<{long}&")), format!("{long}&lt;{long}&amp;"));
        assert_eq!(escape_address("/a b/ệ?x=1&y=%20%\"'"), "/a%20b/%E1%BB%87?x=1&amp;y=%20%25%22&#39;");
    }
}
