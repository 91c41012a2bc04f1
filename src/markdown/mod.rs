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

use crate::diag::{Checked, Code, Diagnostic, Diagnostics};
use crate::legal::structure::{NumberingProblem, SlipKind};
use crate::legal::{Citation, KnownNames, Person};
use crate::text::{Source, Span, one_line};

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

mod problems {
    use super::element::Instead;
    use super::{Code, Diagnostic, NumberingProblem, SlipKind, Span, one_line};
    use crate::legal::structure::Role;

    /// Text that a reader would not get to see.
    const HIDDEN: Code = Code("hidden-text");
    const BROKEN: Code = Code("broken-html");

    pub(super) fn comment_without_end(span: Span) -> Diagnostic {
        Diagnostic::error(
            HIDDEN,
            span,
            "the comment that begins here has no end of its own; it would hide the text below",
        )
        .help("end the comment with `-->`, without spaces between its signs, or take `<!--` out")
    }

    pub(super) fn element_without_end(span: Span, name: &str) -> Diagnostic {
        Diagnostic::error(
            HIDDEN,
            span,
            format!("`<{name}>` is opened here and never closed; it would hide the text below"),
        )
        .help(format!("take `<{name}>` out, or close it with `</{name}>`; nothing in it is shown"))
    }

    pub(super) fn hidden_provision(span: Span, is_law: bool) -> Diagnostic {
        let message = "the comment that begins here hides a provision";
        let problem = if is_law {
            Diagnostic::error(HIDDEN, span, message)
        } else {
            Diagnostic::warning(HIDDEN, span, message)
        };
        problem
            .help("take `<!--` and `-->` out if the provision belongs to the text, else take out all of it")
    }

    pub(super) fn hidden_paragraphs(span: Span, count: usize) -> Diagnostic {
        Diagnostic::warning(HIDDEN, span, format!("the comment that begins here hides {count} paragraphs"))
            .help("take `<!--` and `-->` out if they belong to the text, else take out all of it")
    }

    pub(super) fn provision_in_element(span: Span, name: &str) -> Diagnostic {
        Diagnostic::error(
            HIDDEN,
            span,
            format!("a provision stands in `<{name}>`, of which nothing is shown"),
        )
        .help(format!("take `<{name}>` and `</{name}>` out"))
    }

    pub(super) fn left_out(span: Span, shown: &str, instead: Instead, address: Option<&str>) -> Diagnostic {
        let help = match (instead, address) {
            (Instead::Link, Some(address)) => {
                format!("write a link instead, such as `[words]({})`", one_line(address))
            }
            (Instead::Link, None) => "write a link instead, such as `[words](https://...)`".to_owned(),
            (Instead::Picture, _) => {
                "put a picture beside the document, such as `![words](picture.png)`".to_owned()
            }
            (Instead::Words, _) => {
                "take the tags out and write as Markdown what readers are to see".to_owned()
            }
        };
        Diagnostic::warning(Code("html-left-out"), span, format!("`{shown}` is not shown on the page"))
            .help(help)
    }

    pub(super) fn broken_html(span: Span, tag: &str) -> Diagnostic {
        let shown: String = one_line(tag).chars().take(60).collect();
        Diagnostic::warning(BROKEN, span, format!("`{shown}` begins like HTML and is not written to its end"))
            .help("close the tag with `>` and each value in it with a quotation mark, or take it out; for the sign itself write `&lt;`")
    }

    pub(super) fn indented_html(span: Span) -> Diagnostic {
        Diagnostic::warning(BROKEN, span, "these lines stand four spaces or more to the right, so their HTML is shown as it is written")
            .help("take the spaces before the lines out; for code put the lines between two lines of three backticks")
    }

    pub(super) fn unknown_element(span: Span, tag: &str, is_shown: bool) -> Diagnostic {
        let shown: String = one_line(tag).chars().take(60).collect();
        let what = if is_shown { "it is shown as it is written" } else { "it is left out" };
        Diagnostic::warning(BROKEN, span, format!("`{shown}` is no element of HTML; {what}"))
            .help("for words between angle brackets write `&lt;` and `&gt;`; else take the tag out")
    }

    pub(super) fn same_anchor(span: Span, anchor: &str, first: Option<Span>) -> Diagnostic {
        let problem = Diagnostic::error(
            Code("same-anchor"),
            span,
            format!("the anchor `{anchor}` is written here and belongs to another place of the text"),
        );
        let problem = match first {
            Some(first) => problem.label(first, "this heading has it"),
            None => problem,
        };
        problem.help("write another name behind `#`; links to the anchor lead to the place that has it")
    }

    pub(super) fn unused_definition(span: Span) -> Diagnostic {
        Diagnostic::warning(
            HIDDEN,
            span,
            "this line is read as the address of a link that nothing uses, and not shown",
        )
        .help("write `\\[` for its first sign if it is text; else take the line out")
    }

    pub(super) fn cells_left_out(span: Span) -> Diagnostic {
        Diagnostic::error(HIDDEN, span, "these cells stand behind the last column of the table and would not be shown")
            .help("add a column to the head of the table and to the line of hyphens below it, or write a `|` of the text as `\\|`")
    }

    pub(super) fn unsafe_address(span: Span, address: &str) -> Diagnostic {
        let shown: String = one_line(address).chars().take(60).collect();
        Diagnostic::warning(
            Code("unsafe-address"),
            span,
            format!("the address `{shown}` is not allowed; the link is left out and its text kept"),
        )
        .help("link to a page or file of the portal, or to an address that begins with https://, http://, mailto: or tel:")
    }

    pub(super) fn address_in_html(span: Span, address: &str, is_picture: bool) -> Diagnostic {
        let shown: String = one_line(address).chars().take(60).collect();
        let (left_out, written) = if is_picture {
            ("the picture is left out", format!("the picture as Markdown, `![words]({shown})`"))
        } else {
            (
                "the link is left out and its words are kept",
                format!("the link as Markdown, `[words]({shown})`"),
            )
        };
        Diagnostic::warning(
            Code("address-in-html"),
            span,
            format!("the address `{shown}` stands in HTML, where it is not made to fit the page: {left_out}"),
        )
        .help(format!(
            "if readers need it, write {written}, with the file or page of this portal that is meant"
        ))
    }

    pub(super) fn picture_elsewhere(span: Span, address: &str) -> Diagnostic {
        Diagnostic::warning(
            Code("picture-elsewhere"),
            span,
            format!("the picture `{address}` lies on another host; a link to it is shown instead"),
        )
        .help("put the picture beside the document and name the file")
    }

    pub(super) fn nested_too_deep(span: Span) -> Diagnostic {
        Diagnostic::warning(
            Code("nested-too-deep"),
            span,
            format!(
                "lists or quotes are nested more than {} deep; deeper ones are flattened",
                super::write::DEEPEST
            ),
        )
        .help("check the signs at the beginnings of these lines")
    }

    pub(super) fn slip(span: Span, kind: SlipKind) -> Diagnostic {
        match kind {
            SlipKind::UnclosedQuotation => Diagnostic::warning(
                Code("unclosed-quotation"),
                span,
                "the new wording that begins here is closed by no quotation mark".to_owned(),
            )
            .help("put the closing mark `”` where the new wording ends; until then the numbering tells where that is"),
            SlipKind::PageNumber => Diagnostic::warning(
                Code("page-remnant"),
                span,
                "this line seems to be the number of a page; it stands in the middle of a sentence".to_owned(),
            )
            .help("remove the line and the empty lines around it, so that the sentence is whole"),
            SlipKind::RunningHead => Diagnostic::warning(
                Code("page-remnant"),
                span,
                "this line seems to be the head or foot of a page; it stands in the middle of a sentence".to_owned(),
            )
            .help("remove the line and the empty lines around it, so that the sentence is whole"),
            SlipKind::TableOfTabs => Diagnostic::warning(
                Code("table-of-tabs"),
                span,
                "a table begins here whose columns are parted by tabs; its rows are shown as plain lines".to_owned(),
            )
            .help("write it as a Markdown table: `| STT | Nội dung |`, below it `|---|---|`, then a line for each row"),
            SlipKind::TornSentence => Diagnostic::note(
                Code("torn-sentence"),
                span,
                "the paragraph before ends with a comma; this one may be the rest of its sentence".to_owned(),
            )
            .help("if it is, remove the empty line between them; else leave it"),
        }
    }

    pub(super) fn numbering(span: Span, problem: &NumberingProblem) -> Diagnostic {
        let word = match problem.role {
            Role::Part => "Phần",
            Role::Chapter => "Chương",
            Role::Section => "Mục",
            Role::Subsection => "Tiểu mục",
            Role::Article => "Điều",
            Role::Point => "điểm",
            Role::Annex => "Phụ lục",
            _ => "khoản",
        };
        let NumberingProblem { expected, found, .. } = problem;
        Diagnostic::warning(
            Code("numbering"),
            span,
            format!("`{word} {found}` stands where `{word} {expected}` is expected"),
        )
        .help(
            "compare with the signed document: a provision may be missing, entered twice or numbered wrongly; if the \
             signed document has it so, leave it",
        )
    }
}

#[cfg(test)]
mod tests;
