//! The words of one paragraph, heading or cell, with marks within the line.

use super::writer::Form;
use crate::markdown::{Element, ElementStart};

/// Space within a line.
const SPACE: [bool; 256] = table(b" \t\n\r");
/// What may be a mark of Markdown, and space.
const MARKS: [bool; 256] = table(b" \t\n\r\\`*_[]<&~|{}$^#+->=:.)");

const fn table(mut bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    while let [byte, rest @ ..] = bytes {
        table[*byte as usize] = true;
        bytes = rest;
    }
    table
}

/// Words that are being collected; runs of space are one space.
pub(super) struct Inline {
    form: Form,
    words: String,
    open: Vec<Mark>,
    /// Code is collected apart: nothing is escaped in it.
    code: Option<String>,
}

/// An element within the line that is not closed yet.
struct Mark {
    element: Element,
    /// Where its words begin.
    at: usize,
    kind: Kind,
}

enum Kind {
    /// Between two of these marks.
    Emphasis(&'static str),
    /// A link to this address.
    Link(String),
    /// Shown as words alone.
    Plain,
}

impl Inline {
    pub(super) fn new(form: Form) -> Self {
        Self { form, words: String::new(), open: Vec::new(), code: None }
    }

    /// Adds words.
    pub(super) fn words(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            return code.push_str(text);
        }
        let special = if self.form == Form::Markdown { &MARKS } else { &SPACE };
        let mut rest = text;
        while !rest.is_empty() {
            // Most of a text is neither mark nor space but one between two words: it is copied in long pieces.
            let bytes = rest.as_bytes();
            let is_gap = |at: usize| bytes[at] == b' ' && at > 0 && bytes[at - 1] != b' ';
            let mut plain = 0;
            while plain < bytes.len() && (!special[usize::from(bytes[plain])] || is_gap(plain)) {
                plain += 1;
            }
            if plain > 0 {
                let (piece, behind) = rest.split_at(plain);
                self.words.push_str(piece);
                rest = behind;
                continue;
            }
            // What is special is ASCII.
            let letter = char::from(rest.as_bytes()[0]);
            rest = &rest[1..];
            if matches!(letter, ' ' | '\t' | '\n' | '\r') {
                if !self.is_at_start() && !self.words.ends_with(' ') {
                    self.words.push(' ');
                }
            } else if self.form == Form::Markdown {
                self.push_escaped(letter);
            } else {
                self.words.push(letter);
            }
        }
    }

    /// Whether a line begins.
    fn is_at_start(&self) -> bool {
        self.words.is_empty() || self.words.ends_with('\n')
    }

    /// A letter that may be a mark of Markdown, so that it is none.
    fn push_escaped(&mut self, letter: char) {
        let is_mark = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '|' | '{' | '}' | '$' | '^'
        );
        let begins_block = matches!(letter, '#' | '+' | '-' | '>' | '=' | ':') && self.is_at_start();
        if is_mark || begins_block || (matches!(letter, '.' | ')') && self.is_number_line()) {
            self.words.push('\\');
        }
        self.words.push(letter);
    }

    /// Whether the line has digits alone so far, which a point would make an item of a list.
    fn is_number_line(&self) -> bool {
        let line = self.words.rsplit('\n').next().unwrap_or("");
        (1..10).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// A line ends.
    pub(super) fn line_break(&mut self) {
        if let Some(code) = &mut self.code {
            return code.push(' ');
        }
        let end = self.words.trim_end_matches(' ').len();
        self.words.truncate(end);
        if !self.words.is_empty() {
            self.words.push_str(if self.form == Form::Markdown { "\\\n" } else { "\n" });
        }
    }

    /// An element begins within the line; a link or picture with its address.
    pub(super) fn open(&mut self, start: ElementStart<'_>, address: Option<String>) {
        let element = start.element;
        if element == Element::Img {
            return self.picture(start.attribute("alt").unwrap_or_default(), address, start.link().is_some());
        }
        if self.form == Form::Plain || element.is_void() {
            return;
        }
        if element == Element::Code && self.code.is_none() {
            self.code = Some(String::new());
        }
        let is_emphasised = self.open.iter().any(|mark| matches!(mark.kind, Kind::Emphasis(_)));
        let kind = match element {
            Element::Strong | Element::B if !is_emphasised => Kind::Emphasis("**"),
            Element::Em | Element::I if !is_emphasised => Kind::Emphasis("*"),
            Element::Del | Element::S | Element::Strike if !is_emphasised => Kind::Emphasis("~~"),
            Element::A => address.map_or(Kind::Plain, Kind::Link),
            _ => Kind::Plain,
        };
        self.open.push(Mark { element, at: self.words.len(), kind });
    }

    pub(super) fn close(&mut self, element: Element) {
        if element == Element::Code
            && let Some(code) = self.code.take()
        {
            self.push_code(&code);
        }
        if self.open.last().is_none_or(|mark| mark.element != element) {
            return;
        }
        let Some(mark) = self.open.pop() else { return };
        match mark.kind {
            Kind::Emphasis(sign) => self.emphasise(mark.at, sign),
            Kind::Link(address) => {
                let words = self.words.split_off(mark.at);
                let inner = words.trim();
                if inner.is_empty() {
                    return self.words.push_str(&words);
                }
                let before = &words[..words.len() - words.trim_start().len()];
                let behind = &words[words.trim_end().len()..];
                self.words.push_str(&format!("{before}[{inner}]({}){behind}", destination(&address)));
            }
            Kind::Plain => {}
        }
    }

    /// Puts signs around what stands behind `at`, where they will be read as such (`CommonMark`, section 6.2): they must
    /// touch letters or digits from within. Elsewhere the words stay as they are.
    fn emphasise(&mut self, at: usize, sign: &str) {
        let words = self.words.split_off(at);
        let start = words.len() - words.trim_start().len();
        let end = words.trim_end_matches([' ', '.', ',', ':', ';']).len();
        let inner = words.get(start..end).unwrap_or("");
        let touches = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let is_free = !self.words.ends_with(['*', '~']) && !inner.contains('\n');
        if is_free && touches(inner.chars().next()) && touches(inner.chars().next_back()) {
            self.words.push_str(&format!("{}{sign}{inner}{sign}{}", &words[..start], &words[end..]));
        } else {
            self.words.push_str(&words);
        }
    }

    fn push_code(&mut self, code: &str) {
        let code = code.replace('\n', " ");
        if code.trim().is_empty() {
            return self.words(&code);
        }
        // The marks of two codes that touch would be read as one run.
        if self.words.ends_with('`') {
            self.words.push(' ');
        }
        let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let gap = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) { " " } else { "" };
        self.words.push_str(&format!("{fence}{gap}{code}{gap}{fence}"));
    }

    /// A picture; one of the text that is not there is its description alone.
    fn picture(&mut self, alt: &str, address: Option<String>, is_of_text: bool) {
        if address.is_none() && is_of_text {
            let at = self.words.len();
            self.words(alt);
            if self.form == Form::Markdown {
                self.emphasise(at, "*");
            }
            return;
        }
        if self.form == Form::Plain {
            if !alt.trim().is_empty() {
                self.words.push_str(&format!("[{}]", alt.trim()));
            }
            return;
        }
        self.words.push_str("![");
        self.words(alt);
        self.words.push_str(&format!("]({})", destination(&address.unwrap_or_default())));
    }

    /// The words so far, without space around them.
    pub(super) fn take(&mut self) -> String {
        if let Some(code) = self.code.take() {
            self.push_code(&code);
        }
        self.open.clear();
        let words = std::mem::take(&mut self.words);
        let mut words = words.trim_matches([' ', '\n']);
        while let Some(before) = words.strip_suffix("\\\n").or_else(|| self.lone_backslash(words)) {
            words = before.trim_end_matches([' ', '\n']);
        }
        words.to_owned()
    }

    /// The words before a line break that ends the paragraph; its line end is trimmed already.
    fn lone_backslash<'w>(&self, words: &'w str) -> Option<&'w str> {
        let count = words.len() - words.trim_end_matches('\\').len();
        (self.form == Form::Markdown && count % 2 == 1).then(|| &words[..words.len() - 1])
    }
}

/// An address as `CommonMark` takes it (section 6.3).
fn destination(address: &str) -> String {
    let plain: String =
        address.chars().filter(|letter| !letter.is_control() && !matches!(letter, '<' | '>')).collect();
    if plain.is_empty() || plain.contains([' ', '(', ')', '\\', '|', '*', '_', '&']) {
        return format!(
            "<{}>",
            plain.replace('\\', "%5C").replace('|', "%7C").replace('&', "&amp;").replace(' ', "%20")
        );
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_space_are_one_space() {
        for form in [Form::Plain, Form::Markdown] {
            let mut inline = Inline::new(form);
            for words in [" a  b\t c", " ", " d\ne ", "\r\n", "f"] {
                inline.words(words);
            }
            assert_eq!(inline.take(), "a b c d e f");
        }
        let mut inline = Inline::new(Form::Markdown);
        inline.words("a * b  [c] 1.");
        assert_eq!(inline.take(), "a \\* b \\[c\\] 1.");
    }
}
