//! Raw HTML in pieces: tags, comments and the text between them, each with its place.
//!
//! A browser forgives broken HTML by swallowing what follows: all behind an attribute without its closing mark, all
//! behind a comment without end. Here such a piece ends where the next one could begin, and says that it is broken.

use std::ops::Range;

/// The longest instruction for programs that is looked for to its end, in bytes.
const LONGEST_INSTRUCTION: usize = 2000;

/// A piece of raw HTML; places are bytes of what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text between tags, character references included.
    Text(Range<usize>),
    /// A tag that opens an element: its place and name, in small letters. `is_whole` tells whether it ends as it should.
    Open { at: Range<usize>, name: String, is_whole: bool },
    /// A tag that closes an element.
    Close { at: Range<usize>, name: String },
    /// A comment with its place and its words; without end it is its four opening signs only.
    Comment { at: Range<usize>, words: Range<usize>, has_end: bool },
    /// An instruction for programs or a declaration: `<?xml …>`, `<!DOCTYPE …>`.
    Instruction(Range<usize>),
    /// The marks around a `CDATA` section, whose words are text.
    Mark(Range<usize>),
    /// What begins as a tag and never ends: its place up to the next sign that could begin one.
    Broken(Range<usize>),
}

impl Piece {
    /// Where it stands.
    pub(super) fn at(&self) -> Range<usize> {
        match self {
            Self::Text(at)
            | Self::Instruction(at)
            | Self::Mark(at)
            | Self::Broken(at)
            | Self::Open { at, .. }
            | Self::Close { at, .. }
            | Self::Comment { at, .. } => at.clone(),
        }
    }
}

/// Reads raw HTML piece by piece, each byte a bounded number of times.
#[derive(Debug)]
pub(super) struct Pieces<'t> {
    text: &'t str,
    next: usize,
    /// What has been looked for to the end and is not there.
    missing: Vec<&'static str>,
}

impl<'t> Pieces<'t> {
    /// The pieces of a text from byte `from` on.
    pub(super) fn new(text: &'t str, from: usize) -> Self {
        Self { text, next: from, missing: Vec::new() }
    }

    /// Goes on behind byte `at`.
    pub(super) fn go_to(&mut self, at: usize) {
        self.next = self.next.max(at);
    }

    /// Where `end` stands behind the next byte; `None` where it does not stand there.
    fn find(&mut self, from: usize, end: &'static str) -> Option<usize> {
        if self.missing.contains(&end) {
            return None;
        }
        let found = memchr::memmem::find(self.text.as_bytes().get(from..)?, end.as_bytes());
        if found.is_none() {
            self.missing.push(end);
        }
        found.map(|at| from + at)
    }

    /// Where the content of an element ends whose content is no HTML (`script`, `style`): at its closing tag. `None`
    /// where it is never closed.
    pub(super) fn end_of_raw(&mut self, from: usize, end: &'static str) -> Option<usize> {
        if self.missing.contains(&end) {
            return None;
        }
        let bytes = self.text.as_bytes();
        let is_end = |at: &usize| {
            bytes.get(*at..at + end.len()).is_some_and(|found| found.eq_ignore_ascii_case(end.as_bytes()))
        };
        let found = memchr::memchr_iter(b'<', &bytes[from..]).map(|at| from + at).find(is_end);
        if found.is_none() {
            self.missing.push(end);
        }
        found
    }

    fn markup(&mut self, at: usize) -> Option<Piece> {
        let rest = &self.text[at..];
        if rest.starts_with("<!--") {
            return Some(self.comment(at));
        }
        if rest.starts_with("<![CDATA[") {
            return Some(Piece::Mark(at..at + "<![CDATA[".len()));
        }
        if rest.starts_with("<?") || rest.starts_with("<!") {
            return self.instruction(at);
        }
        tag(self.text, at)
    }

    fn comment(&mut self, at: usize) -> Piece {
        let from = at + "<!--".len();
        for empty in ["<!-->", "<!--->"] {
            if self.text[at..].starts_with(empty) {
                return Piece::Comment { at: at..at + empty.len(), words: from..from, has_end: true };
            }
        }
        match self.find(from, "-->") {
            Some(end) => Piece::Comment { at: at..end + 3, words: from..end, has_end: true },
            None => Piece::Comment { at: at..from, words: from..from, has_end: false },
        }
    }

    fn instruction(&mut self, at: usize) -> Option<Piece> {
        let rest = &self.text[at + 2..];
        let begins = rest.starts_with(|first: char| first.is_ascii_alphabetic() || first == '[');
        if !begins {
            return None;
        }
        // `?>` ends an instruction; where it is missing, a browser takes the first `>`.
        let near = self.text.floor_char_boundary(at + LONGEST_INSTRUCTION);
        let near = &self.text[at..near];
        if near.starts_with("<?")
            && !near.starts_with("<?xml")
            && let Some(end) = near.find("?>")
            && !super::gate::hides_provision(&near[2..end])
        {
            return Some(Piece::Instruction(at..at + end + 2));
        }
        let end = memchr::memchr2(b'<', b'>', rest.as_bytes())?;
        (rest.as_bytes()[end] == b'>').then_some(Piece::Instruction(at..at + 2 + end + 1))
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let from = self.next;
        if from >= self.text.len() {
            return None;
        }
        if self.text.as_bytes()[from] == b'<'
            && let Some(piece) = self.markup(from)
        {
            self.next = piece.at().end;
            return Some(piece);
        }
        if self.text[from..].starts_with("]]>") {
            self.next = from + 3;
            return Some(Piece::Mark(from..from + 3));
        }
        // A `<` that begins nothing is text.
        let end = memchr::memchr2_iter(b'<', b']', &self.text.as_bytes()[from + 1..])
            .map(|at| from + 1 + at)
            .find(|at| self.text.as_bytes()[*at] == b'<' || self.text[*at..].starts_with("]]>"))
            .unwrap_or(self.text.len());
        self.next = end;
        Some(Piece::Text(from..end))
    }
}

/// The tag at byte `at` of a text, where a `<` stands.
pub(super) fn tag(text: &str, at: usize) -> Option<Piece> {
    let bytes = text.as_bytes();
    let closes = bytes.get(at + 1) == Some(&b'/');
    let from = at + 1 + usize::from(closes);
    if !bytes.get(from)?.is_ascii_alphabetic() {
        return None;
    }
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-' | b'_');
    let length = bytes[from..].iter().take_while(|byte| is_name(byte)).count();
    let name = text[from..from + length].to_ascii_lowercase();
    let ends_name = bytes
        .get(from + length)
        .is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'<'));
    if !ends_name {
        return None;
    }
    let piece = |at: Range<usize>, is_whole: bool| {
        if closes {
            Piece::Close { at, name: name.clone() }
        } else {
            Piece::Open { at, name: name.clone(), is_whole }
        }
    };
    let (mut mark, mut before, mut first_end) = (None, b' ', None);
    for (index, byte) in bytes.iter().enumerate().skip(from + length) {
        match (mark, byte) {
            (_, b'<') => {
                return Some(first_end.map_or(Piece::Broken(at..index), |end| piece(at..end, false)));
            }
            (None, b'>') => return Some(piece(at..index + 1, true)),
            (None, b'"' | b'\'') if before == b'=' => mark = Some(*byte),
            (Some(_), b'>') => first_end = first_end.or(Some(index + 1)),
            (Some(open), byte) if open == *byte => (mark, first_end) = (None, None),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = *byte;
        }
    }
    Some(first_end.map_or(Piece::Broken(at..text.len()), |end| piece(at..end, false)))
}

/// Attributes without value.
const FLAGS: [&str; 26] = [
    "allowfullscreen",
    "async",
    "autofocus",
    "autoplay",
    "checked",
    "compact",
    "controls",
    "declare",
    "default",
    "defer",
    "disabled",
    "hidden",
    "ismap",
    "itemscope",
    "loop",
    "multiple",
    "muted",
    "nohref",
    "noresize",
    "noshade",
    "nowrap",
    "open",
    "readonly",
    "required",
    "reversed",
    "selected",
];
/// The attributes of HTML, old ones too, in order (HTML standard, list of attributes; HTML 4.01, index of attributes).
const ATTRIBUTES: [&str; 148] = [
    "abbr",
    "accept",
    "accept-charset",
    "accesskey",
    "action",
    "align",
    "alink",
    "allow",
    "allowfullscreen",
    "alt",
    "archive",
    "async",
    "autocapitalize",
    "autocomplete",
    "autofocus",
    "autoplay",
    "axis",
    "background",
    "bgcolor",
    "border",
    "bordercolor",
    "bordercolordark",
    "bordercolorlight",
    "cellpadding",
    "cellspacing",
    "char",
    "charoff",
    "charset",
    "checked",
    "cite",
    "class",
    "classid",
    "clear",
    "code",
    "codebase",
    "codetype",
    "color",
    "cols",
    "colspan",
    "compact",
    "content",
    "contenteditable",
    "controls",
    "coords",
    "crossorigin",
    "data",
    "datetime",
    "declare",
    "decoding",
    "default",
    "defer",
    "dir",
    "disabled",
    "download",
    "draggable",
    "enctype",
    "face",
    "fetchpriority",
    "for",
    "form",
    "frame",
    "frameborder",
    "headers",
    "height",
    "hidden",
    "href",
    "hreflang",
    "hspace",
    "http-equiv",
    "id",
    "integrity",
    "ismap",
    "itemid",
    "itemprop",
    "itemref",
    "itemscope",
    "itemtype",
    "label",
    "lang",
    "language",
    "link",
    "loading",
    "longdesc",
    "loop",
    "marginheight",
    "marginwidth",
    "maxlength",
    "media",
    "method",
    "multiple",
    "muted",
    "name",
    "nohref",
    "noresize",
    "noshade",
    "nowrap",
    "object",
    "open",
    "placeholder",
    "poster",
    "preload",
    "profile",
    "prompt",
    "readonly",
    "referrerpolicy",
    "rel",
    "required",
    "rev",
    "reversed",
    "role",
    "rows",
    "rowspan",
    "rules",
    "sandbox",
    "scheme",
    "scope",
    "scrolling",
    "selected",
    "shape",
    "size",
    "sizes",
    "span",
    "spellcheck",
    "src",
    "srcdoc",
    "srclang",
    "srcset",
    "standby",
    "start",
    "style",
    "summary",
    "tabindex",
    "target",
    "text",
    "title",
    "translate",
    "type",
    "unselectable",
    "usemap",
    "valign",
    "value",
    "valuetype",
    "version",
    "vlink",
    "vspace",
    "width",
    "wrap",
    "xmlns",
];

/// Whether a tag holds words that are no attributes of HTML, so that nobody sees them: the sign that ends it is missing
/// before them.
pub(super) fn holds_words(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let is_of_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, ':' | '-' | '_');
    let behind_name = name.trim_start_matches(is_of_name);
    let is_of_office = name[..name.len() - behind_name.len()].contains(':');
    let mut rest = behind_name.trim_end_matches(['>', '/']);
    loop {
        rest = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        if rest.is_empty() {
            return false;
        }
        let end = rest.find(|sign: char| sign.is_ascii_whitespace() || sign == '=').unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        let behind = &rest[end..];
        let Some(value) = behind.trim_start().strip_prefix('=') else {
            if FLAGS.contains(&name.as_str()) {
                rest = behind;
                continue;
            }
            return true;
        };
        let is_name =
            name.bytes().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, b':' | b'-' | b'_'));
        let is_known = is_of_office
            || name.contains(':')
            || ["on", "data-", "aria-"].iter().any(|family| name.starts_with(family))
            || ATTRIBUTES.binary_search(&name.as_str()).is_ok();
        if !is_name || !is_known {
            return true;
        }
        let value = value.trim_start();
        rest = match value.chars().next().filter(|mark| matches!(mark, '"' | '\'')) {
            Some(mark) => {
                let (value, behind) = value[1..].split_once(mark).unwrap_or((&value[1..], ""));
                if name == "class" && !value.is_ascii() {
                    return true;
                }
                behind
            }
            None => {
                let end = value.find(|sign: char| sign.is_ascii_whitespace()).unwrap_or(value.len());
                let (value, behind) = value.split_at(end);
                let is_address = matches!(name.as_str(), "href" | "src" | "cite" | "background");
                // HTML standard, attribute value (unquoted) state: none of these belongs there, but for a reference, which may
                // stand for a tag.
                let is_plain = value.is_ascii() && !value.contains(['"', '\'', '`', '=', '&']);
                if !is_address && (!is_plain || value.ends_with("--")) {
                    return true;
                }
                behind
            }
        };
    }
}

/// The value of an attribute of a tag, as it is written.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    attribute_at(tag, name).map(|range| &tag[range])
}

/// Where the value of an attribute stands in its tag: bytes, without quotation marks.
pub(super) fn attribute_at(tag: &str, name: &str) -> Option<Range<usize>> {
    let mut rest =
        tag.get(1..)?.trim_start_matches(|letter: char| !letter.is_ascii_whitespace() && letter != '/');
    loop {
        rest = rest
            .trim_start_matches(|letter: char| letter.is_ascii_whitespace() || matches!(letter, '/' | '='));
        let length =
            rest.find(|letter: char| letter.is_ascii_whitespace() || matches!(letter, '=' | '>' | '/'))?;
        let (found, behind) = rest.split_at(length);
        if found.is_empty() {
            return None;
        }
        let Some(value) = behind.trim_start().strip_prefix('=') else {
            rest = behind;
            continue;
        };
        let value = value.trim_start();
        let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''));
        let value = &value[mark.map_or(0, char::len_utf8)..];
        let length = match mark {
            Some(mark) => value.find(mark)?,
            None => value.find(|end: char| end.is_ascii_whitespace() || end == '>')?,
        };
        if found.eq_ignore_ascii_case(name) {
            let start = tag.len() - value.len();
            return Some(start..start + length);
        }
        rest = &value[length + mark.map_or(0, char::len_utf8)..];
    }
}

/// The character references of a text, each with its place and what it stands for.
pub(super) fn references(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    /// The longest name of one, signs included.
    const LONGEST: usize = 40;
    memchr::memchr_iter(b'&', text.as_bytes()).filter_map(|at| {
        let near = &text.as_bytes()[at..text.len().min(at + LONGEST)];
        let end = at + memchr::memchr(b';', near)? + 1;
        let written = text.get(at..end)?;
        let is_one =
            written[1..written.len() - 1].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
        is_one.then(|| meaning(written)).flatten().map(|letters| (at..end, letters))
    })
}

/// What a character reference stands for; `None` where it is none.
pub(super) fn meaning(written: &str) -> Option<String> {
    let number = written.strip_prefix("&#").and_then(|rest| {
        let rest = rest.strip_suffix(';')?;
        match rest.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => rest.parse().ok(),
        }
    });
    if let Some(number @ 0x80..=0x9f) = number {
        return Some(of_windows(number).to_string());
    }
    // The parser of Markdown knows all names.
    let events = pulldown_cmark::Parser::new(written);
    let found: String = events
        .filter_map(|event| {
            if let pulldown_cmark::Event::Text(text) = event { Some(text.into_string()) } else { None }
        })
        .collect();
    let is_one = !found.is_empty() && found != written;
    is_one.then(|| found.chars().map(crate::text::or_replacement).collect())
}

/// The letter of the old Windows set that programs mean by a number between 128 and 159, as browsers read it.
fn of_windows(number: u32) -> char {
    const LETTERS: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    number.checked_sub(0x80).and_then(|at| LETTERS.get(at as usize)).copied().unwrap_or('\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        Pieces::new(text, 0)
            .map(|piece| {
                let words = &text[piece.at()];
                match piece {
                    Piece::Text(_) => words.to_owned(),
                    Piece::Open { name, is_whole, .. } => {
                        format!("+{name}{}", if is_whole { "" } else { "!" })
                    }
                    Piece::Close { name, .. } => format!("-{name}"),
                    Piece::Comment { words, has_end, .. } => format!("comment {} {has_end}", &text[words]),
                    Piece::Instruction(_) => format!("instruction {words}"),
                    Piece::Mark(_) => format!("mark {words}"),
                    Piece::Broken(_) => format!("broken {words}"),
                }
            })
            .collect()
    }

    #[test]
    fn html_is_read_in_pieces() {
        for (text, expected) in [
            ("<p>a</p>", &["+p", "a", "-p"][..]),
            ("<P CLASS=x\nid='a>b'>a < b", &["+p", "a ", "< b"]),
            ("<a href=\"x>Điều 2</a>", &["+a!", "Điều 2", "-a"]),
            ("<p title=\"abc>Một</p><p title=\"x\">Hai", &["+p!", "Một", "-p", "+p", "Hai"]),
            ("<p class=\"x\" Điều 2", &["broken <p class=\"x\" Điều 2"]),
            ("<!-- a --> b", &["comment  a  true", " b"]),
            ("<!-- a -- > b", &["comment  false", " a -- > b"]),
            ("<!--> b", &["comment  true", " b"]),
            ("<?xml:namespace x />a", &["instruction <?xml:namespace x />", "a"]),
            ("<![if !x]>1.<![endif]>", &["instruction <![if !x]>", "1.", "instruction <![endif]>"]),
            ("<![CDATA[a]]>b", &["mark <![CDATA[", "a", "mark ]]>", "b"]),
            ("<tên người> </ x> <o:p/>", &["<tên người> ", "</ x> ", "+o:p"]),
            ("<p<p>a", &["broken <p", "+p", "a"]),
        ] {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }

    #[test]
    fn attributes_and_references_are_read() {
        let tag = "<img src='a b' ALT=\"\" width=3 hidden/>";
        assert_eq!(attribute(tag, "src"), Some("a b"));
        assert_eq!(attribute(tag, "alt"), Some(""));
        assert_eq!(attribute(tag, "width"), Some("3"));
        assert_eq!(attribute(tag, "hidden"), None);
        let of = |text: &str| references(text).map(|(_, letters)| letters).collect::<String>();
        assert_eq!(of("m&#7913;c &nbsp; &amp; &#x1EC7; &agrave; & &khong; &#150; a&b; &lt;"), "ứ\u{a0}&ệà–<");
    }
}
