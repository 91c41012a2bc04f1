//! The body of a document: Markdown in, a small tree out, of which safe HTML is one form.
//!
//! Everything is recognised here in one pass per file. What a relative link leads to is decided later, for the site as
//! a whole; until then the tree knows its number only.

mod block;
mod element;
mod gate;
mod html;
mod kept;
mod law;
mod meaning;
pub(crate) mod problems;
mod sanitise;
mod shadow;
mod tag;
mod tree;
mod words;
mod write;

use serde::{Deserialize, Serialize};

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::diag::{Checked, Diagnostics};
use crate::legal::{Citation, KnownNames, Person};
use crate::text::{Source, Span};

use law::Outline;
use write::{Located, Writer};

pub use element::{Class, Element, Layout};
pub use html::{Fill, escape, escape_address, push_escaped, unescaped, write as write_html};
pub use law::{Instruction, Law, Miscounted, NewEffect, Provision, QuotedWords, UnreadAct};
pub use tree::{Attribute, ElementStart, Piece, Pieces, Tree};

/// A body as a tree with what has been seen in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Its words and elements.
    pub tree: Tree,
    /// Relative links and pictures, as written.
    pub links: Vec<Link>,
    /// Links to other sites, in order; those of raw HTML are not among them.
    pub outside: Vec<OutsideLink>,
    /// Citations and people in the text, in order; none in a link or in code.
    pub mentions: Vec<Mention>,
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// All anchors of the body, sorted.
    pub anchors: Vec<String>,
    /// The beginning of the first paragraph as plain text, at most 200 code points.
    pub excerpt: String,
    /// What is recognised of a resolution's text; `None` for other texts.
    pub law: Option<Box<Law>>,
}

/// A citation or a person in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Bytes of the tree's words that it consists of.
    pub words: Range<usize>,
    /// The number of the paragraph, heading, item or cell that it stands in.
    pub block: usize,
    /// Where it stands in the source.
    pub span: Span,
    /// The anchor of the provision or section it stands in.
    pub place: Option<String>,
    /// Whether it stands in the new wording of another document.
    pub is_quoted: bool,
    /// Whether it stands in a link of the author's own, so that no other may enclose it.
    pub is_linked: bool,
    /// The mention of the document whose provision it names, where that is not this document.
    pub of: Option<usize>,
    /// What was found.
    pub found: Found,
}

/// What a mention is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    /// A document (viện dẫn).
    Citation(Box<Citation>),
    /// A person whose name is known.
    Person(Box<Person>),
}

/// A relative link or picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What is written: `../a.md#dieu-1`, `/nghi-quyet/`, `scan.pdf`.
    pub destination: String,
    /// Where it is written.
    pub span: Span,
    /// Whether it is a picture.
    pub is_picture: bool,
    /// Whether a picture has words for those who do not see it; always so for links.
    pub has_text: bool,
}

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideLink {
    /// The address as written; it begins with `https://` or `http://`.
    pub address: String,
    /// Where it is written.
    pub span: Span,
}

/// A heading of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Level on the page, 2 to 6.
    pub level: u8,
    /// Its text.
    pub text: String,
    /// Its anchor.
    pub anchor: String,
    /// Where it is written.
    pub span: Span,
}

/// How a body is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// The level on the page of its highest heading: 2 or 3, so that each page has one heading of level 1 only.
    pub top_level: u8,
    /// Whether it is the text of a resolution, whose structure is recognised without marks of Markdown.
    pub is_resolution: bool,
}

impl Body {
    /// Its pieces, from the first to the last.
    #[must_use]
    pub fn pieces(&self) -> Pieces<'_> {
        self.tree.pieces(&self.anchors)
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.tree.is_blank()
    }

    /// Its words, a block on each line.
    #[must_use]
    pub fn plain_text(&self) -> String {
        words::plain_text(self)
    }

    /// The words around a mention, at most 240 code points of its sentence beside its own, on one line.
    #[must_use]
    pub fn words_around(&self, mention: &Mention) -> String {
        words::words_around(&self.tree, &mention.words)
    }

    /// The words of the row of a table that a mention stands in, cut where an element begins or ends; none outside tables.
    #[must_use]
    pub fn row_around(&self, mention: &Mention) -> Vec<&str> {
        self.tree.row_around(mention.words.start)
    }

    /// The words that a mention consists of, on one line.
    #[must_use]
    pub fn words_of(&self, mention: &Mention) -> String {
        words::words_of(&self.tree, mention.words.clone())
    }
}

/// Reads the body of a document, from byte `start` of its source to the end.
#[must_use]
pub fn parse(source: &Source, start: usize, form: Form, known: &KnownNames) -> Checked<Body> {
    let text = source.text.get(start..).unwrap_or("");
    let (mut events, unused) = read_markdown(text);
    let mut diagnostics: Diagnostics = unused
        .into_iter()
        .map(|range| problems::unused_definition(source.span(start + range.start, start + range.end)))
        .collect();
    let mut shown = Cow::Borrowed(text);
    if events.iter().any(|event| gate::concerns(text, event)) {
        let gated = gate::pass(source, start, form, events);
        (events, shown) = (gated.events, gated.text);
        diagnostics.append(gated.diagnostics);
    }
    let text = shown.as_ref();
    let highest = events
        .iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Heading { level, .. }) => {
                (!form.is_resolution || text[range.start..].starts_with('#')).then_some(*level as u8)
            }
            _ => None,
        })
        .min()
        .unwrap_or(1);
    let shift = i16::from(form.top_level) - i16::from(highest);
    let outline = form.is_resolution.then(|| Outline::new(text, start, &events));
    let mut writer = Writer::new((source, start, text), (form.top_level, shift), known, outline);
    writer.write(&events);
    let Checked { value, diagnostics: written } = writer.finish();
    diagnostics.append(written);
    Checked { value, diagnostics }
}

/// What Markdown makes of a text, and where the addresses of links (`[a]: b`) stand that no link uses and that look like
/// words: nothing is shown of them.
fn read_markdown(text: &str) -> (Vec<Located<'_>>, Vec<Range<usize>>) {
    let mut parser = Parser::new_ext(text, options()).into_offset_iter();
    let events: Vec<Located<'_>> = parser.by_ref().collect();
    let unused: Vec<_> = parser
        .reference_definitions()
        .iter()
        .filter(|(_, definition)| {
            definition.title.is_some() || !definition.dest.contains(['/', '.', '#', ':', '@'])
        })
        .collect();
    if unused.is_empty() {
        return (events, Vec::new());
    }
    let used: BTreeSet<String> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) => Some(id.to_lowercase()),
            _ => None,
        })
        .collect();
    let mut unused: Vec<_> = unused
        .into_iter()
        .filter(|(label, _)| !used.contains(&label.to_lowercase()))
        .map(|(_, definition)| definition.span.clone())
        .collect();
    unused.sort_unstable_by_key(|range| range.start);
    (events, unused)
}

/// What is read beside plain CommonMark.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
}

#[cfg(test)]
mod tests;
