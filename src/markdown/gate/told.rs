//! What is told of raw HTML, wherever it stands.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::Gate;
use super::hidden::hides_provision;
use crate::markdown::element::{Instead, Sort, is_of_office, sort};
use crate::markdown::tag::attribute;
use crate::markdown::write::name_of;
use crate::markdown::{html, problems};

impl Gate<'_> {
    /// Words in the `title` of a tag, which a pointer would show: in a text of law only a link keeps them.
    pub(super) fn title_left_out(&mut self, name: &str, written: &str, at: &Range<usize>) {
        let is_kept = match sort(name) {
            Sort::Link if self.line.open.contains(&Some("a")) => false,
            Sort::Format(format) if self.line.open.contains(&Some(format)) => false,
            Sort::Link => !self.is_law || attribute(written, "href").is_some(),
            _ => !self.is_law,
        };
        let has_words =
            || attribute(written, "title").is_some_and(|title| title.chars().any(char::is_alphanumeric));
        if !is_kept && has_words() {
            let span = self.span(at);
            self.diagnostics.push(problems::left_out(span, "title", Instead::Words, None));
        }
    }

    /// A comment with an end: it is not shown. Whether it is to be read as text because it hides some.
    pub(super) fn comment(&mut self, words: &str, at: &Range<usize>) -> bool {
        let span = self.span(&(at.start..at.start + "<!--".len()));
        // Another one begins in it, or an end was meant that is none.
        if ["<!--", "-- >", "--!>", "—>", "–>"].iter().any(|sign| words.contains(sign)) {
            self.diagnostics.push(problems::comment_without_end(span));
            return true;
        }
        if hides_provision(words) {
            self.diagnostics.push(problems::hidden_provision(span, self.is_law));
            return self.is_law;
        }
        let is_of_office = words.trim_start().starts_with("[if");
        let has_words = |part: &&str| part.chars().any(char::is_alphabetic);
        let lines: Vec<&str> = words.lines().map(str::trim).collect();
        let paragraphs =
            lines.split(|line| line.is_empty()).filter(|part| part.iter().any(has_words)).count();
        if paragraphs > 1 && !is_of_office {
            self.diagnostics.push(problems::hidden_paragraphs(span, paragraphs));
        }
        false
    }

    pub(super) fn instruction(&mut self, written: &str, at: &Range<usize>) {
        if !is_known_instruction(written) {
            let shown: String = written.chars().take(2).collect();
            self.leave_out(&shown, Instead::Words, at);
        }
    }

    pub(super) fn leave_out(&mut self, shown: &str, instead: Instead, at: &Range<usize>) {
        if self.told.is_none() {
            let span = self.span(at);
            self.diagnostics.push(problems::left_out(span, shown, instead, None));
        }
    }

    pub(super) fn leave_out_open(&mut self, name: &str, written: &str, instead: Instead, at: &Range<usize>) {
        if self.told.is_some() {
            return;
        }
        let address = attribute(written, "src").or_else(|| attribute(written, "data"));
        let address = address.filter(|address| html::is_of_the_web(address));
        let span = self.span(at);
        self.diagnostics.push(problems::left_out(span, &format!("<{name}>"), instead, address));
        let is_empty = matches!(
            name,
            "embed"
                | "source"
                | "track"
                | "param"
                | "input"
                | "area"
                | "frame"
                | "image"
                | "bgsound"
                | "keygen"
        );
        if !is_empty && !written.ends_with("/>") {
            self.told = Some(name.to_owned());
        }
    }

    /// Source that is no text is left out; provisions in it are an error.
    pub(super) fn source_left_out(&mut self, name: &str, content: &Range<usize>, at: &Range<usize>) {
        let span = self.span(at);
        if hides_provision(&self.text[content.clone()]) {
            self.diagnostics.push(problems::provision_in_element(span, name));
        } else {
            self.leave_out(&format!("<{name}>"), Instead::Words, at);
        }
    }

    /// Words between angle brackets that name no element are words. Whether its place has been filled.
    pub(super) fn unknown(&mut self, written: &str, at: &Range<usize>) -> bool {
        if self.told.is_some() {
            return false;
        }
        let is_of_words = !written.contains(['=', '-', '"', '\'']);
        self.unknown.insert(name_of(written));
        let span = self.span(at);
        self.diagnostics.push(problems::unknown_element(span, written, is_of_words));
        if is_of_words {
            self.line_words(CowStr::from(written.to_owned()), at.clone());
        }
        is_of_words
    }

    pub(super) fn unknown_closes(&mut self, name: &str, written: &str, at: &Range<usize>) {
        if self.told.is_none() && !self.unknown.contains(&name_of(written)) && !is_of_office(name) {
            let span = self.span(at);
            self.diagnostics.push(problems::unknown_element(span, written, false));
        }
    }

    /// A picture of another place becomes one of Markdown, so that it is told; others stay and are told by the writer.
    pub(super) fn picture(&mut self, written: &str, at: &Range<usize>) {
        let address = attribute(written, "src").unwrap_or("");
        if html::address_kind(address) == html::AddressKind::Within {
            self.push(Event::InlineHtml(written.to_owned().into()), at.clone());
            return;
        }
        let alt = attribute(written, "alt").unwrap_or("").to_owned();
        let dest_url = CowStr::from(address.to_owned());
        let picture = Tag::Image { link_type: LinkType::Inline, dest_url, title: "".into(), id: "".into() };
        self.push(Event::Start(picture), at.clone());
        self.push(Event::Text(alt.into()), at.start..at.start);
        self.push(Event::End(TagEnd::Image), at.clone());
    }
}

/// Whether an instruction or declaration is one that programs write at the beginning of pages or around marks of items,
/// and holds no other words.
pub(super) fn is_known_instruction(written: &str) -> bool {
    const WORDS: [&str; 16] = [
        "doctype",
        "html",
        "public",
        "system",
        "if",
        "endif",
        "gt",
        "gte",
        "lt",
        "lte",
        "mso",
        "vml",
        "ie",
        "ppt",
        "xml",
        "msequation",
    ];
    /// What a declaration of XML or of its name spaces holds: `<?xml:namespace prefix = st1 ns = "urn:..." />`.
    const OF_XML: [&str; 8] =
        ["xml", "version", "encoding", "standalone", "namespace", "prefix", "ns", "stylesheet"];
    /// The longest prefix of a name space that is one, in bytes.
    const PREFIX: usize = 3;
    // An address, a public name, a version or an encoding.
    let is_value = |quoted: &str| {
        quoted.is_ascii()
            && ((quoted.contains(['/', ':']) && !quoted.contains(['<', '>']))
                || quoted.bytes().all(|sign| sign.is_ascii_digit() || sign == b'.')
                || ["utf", "iso", "windows", "yes", "no"]
                    .iter()
                    .any(|word| quoted.to_ascii_lowercase().starts_with(word) && !quoted.contains(' ')))
    };
    // A value that is not closed may hold what follows it: `<?xml version="1./khoản 2>`.
    let is_closed = written.matches(['"', '\'']).count().is_multiple_of(2);
    if !is_closed || !written.split(['"', '\'']).skip(1).step_by(2).all(is_value) {
        return false;
    }
    let is_xml = written.starts_with("<?xml");
    let unquoted = written.split(['"', '\'']).step_by(2);
    let words = unquoted
        .flat_map(|part| part.split(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).all(|word| {
        WORDS.contains(&word.as_str())
            || (is_xml && (OF_XML.contains(&word.as_str()) || (word.is_ascii() && word.len() <= PREFIX)))
            || word.starts_with("support")
            || word.bytes().all(|sign| sign.is_ascii_digit())
    })
}
