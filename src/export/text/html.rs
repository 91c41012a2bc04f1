//! The pieces of the HTML that bodies are kept as: harmless by construction, every element closed, no comments.

use std::borrow::Cow;

/// A piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words, with character references.
    Text(&'a str),
    /// An element begins: its name and the rest of the tag.
    Open(&'a str, &'a str),
    /// An element ends.
    Close(&'a str),
}

/// The pieces of a body, in order.
pub(super) fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let at = memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
        if at > 0 {
            let (text, behind) = rest.split_at(at);
            rest = behind;
            return Some(Piece::Text(text));
        }
        let length = memchr::memchr(b'>', rest.as_bytes()).unwrap_or(rest.len() - 1);
        let tag = &rest[1..length];
        rest = &rest[length + 1..];
        Some(match tag.strip_prefix('/') {
            Some(name) => Piece::Close(name.trim()),
            None => {
                let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(tag.len());
                Piece::Open(&tag[..end], &tag[end..])
            }
        })
    })
}

/// The value of an attribute.
pub(super) fn attribute<'a>(rest: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let at = rest.match_indices(name).map(|(at, _)| at).find(|at| {
        rest[..*at].ends_with(char::is_whitespace) && rest[at + name.len()..].starts_with("=\"")
    })?;
    let value = &rest[at + name.len() + 2..];
    Some(unescaped(&value[..value.find('"')?]))
}

/// Words without character references: those that a body can hold.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    const REFERENCES: [(&str, &str); 6] = [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&nbsp;", "\u{a0}"),
        ("&#39;", "'"),
    ];
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
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

/// Whether an element stands within a line.
pub(super) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
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
    )
}
