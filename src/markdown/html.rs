//! Writing HTML by hand: escaping, and what an address may be.

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

/// The words of safe HTML: elements within a line leave no trace, all others end a line.
pub(super) fn plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        push_words(&mut text, &rest[..at]);
        let Some(length) = memchr::memchr(b'>', &rest.as_bytes()[at..]) else { return text };
        let tag = rest[at + 1..at + length].trim_start_matches('/');
        let name = tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or("");
        let is_inline = matches!(
            name,
            "a" | "abbr"
                | "b"
                | "code"
                | "del"
                | "em"
                | "i"
                | "ins"
                | "s"
                | "small"
                | "span"
                | "strong"
                | "sub"
                | "sup"
                | "u"
        );
        if !is_inline && !text.ends_with('\n') {
            text.push('\n');
        }
        rest = &rest[at + length + 1..];
    }
    push_words(&mut text, rest);
    text
}

/// Adds the words between two tags. A line break alone is nothing: it parts two blocks.
fn push_words(target: &mut String, text: &str) {
    if text != "\n" {
        push_unescaped(target, text);
    }
}

/// Adds the words of a piece of HTML without tags. A line break is a space there.
pub(super) fn push_unescaped(target: &mut String, text: &str) {
    const ENTITIES: [(&str, &str); 5] =
        [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " ")];
    let mut rest = text;
    while let Some(at) = memchr::memchr2(b'&', b'\n', rest.as_bytes()) {
        target.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = ENTITIES.iter().chain(&[("\n", " ")]).find(|(entity, _)| rest.starts_with(entity));
        let (entity, letter) = known.copied().unwrap_or(("&", "&"));
        target.push_str(letter);
        rest = &rest[entity.len()..];
    }
    target.push_str(rest);
}

pub(super) fn push_escaped(target: &mut String, text: &str) {
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
    fn the_words_of_html_stand_a_block_on_a_line() {
        let html = "<h2 id=\"a\">Điều 1</h2>\n<p><span class=\"number\">1.</span> <em>A</em> &amp;\nb &lt; c</p>\n<ul>\n<li>d</li>\n</ul>\n";
        assert_eq!(
            plain_text(html).split_whitespace().collect::<Vec<_>>().join(" "),
            "Điều 1 1. A & b < c d"
        );
        let lines: Vec<String> =
            plain_text(html).lines().map(str::to_owned).filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["Điều 1", "1. A & b < c", "d"]);
        assert_eq!(plain_text("a <b"), "a ");
    }

    #[test]
    fn text_and_addresses_are_escaped() {
        assert_eq!(escape("<a b=\"c\"> & đ"), "&lt;a b=&quot;c&quot;&gt; &amp; đ");
        let long = "đất ".repeat(20);
        assert_eq!(escape(&format!("{long}<{long}&")), format!("{long}&lt;{long}&amp;"));
        assert_eq!(escape_address("/a b/ệ?x=1&y=%20%\"'"), "/a%20b/%E1%BB%87?x=1&amp;y=%20%25%22&#39;");
    }
}
