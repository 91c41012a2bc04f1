//! The body of a document: Markdown in, safe HTML out, with holes where a link waits for its address.
//!
//! Everything is recognised here in one pass per file. What a relative link leads to is decided later, for the site as
//! a whole; until then its place in the HTML is a [`Hole`].

mod block;
mod html;
mod sanitise;

use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::diag::{Checked, Code, Diagnostic, Diagnostics};
use crate::legal::effect::{Action, Day, Extent};
use crate::legal::structure::Facts;
use crate::legal::{Citation, KnownNames, Person, ProvisionLabel, ProvisionPath, Reading};
use crate::text::{Source, Span, nfc, one_line, slug};

use block::Block;

pub use html::{escape, escape_address};

/// Deepest nesting of quotes and lists that is kept; deeper ones are flattened.
const DEEPEST: usize = 32;
/// Longest excerpt, in code points.
const EXCERPT: usize = 200;

/// A body as HTML with what has been seen in it.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Safe HTML; addresses of relative links and pictures are left out, see `holes`.
    pub html: String,
    /// Where addresses are to be put into `html`, in order.
    pub holes: Vec<Hole>,
    /// Relative links and pictures, as written.
    pub links: Vec<Link>,
    /// Citations and people in the text, in order; none in a link or in code.
    pub mentions: Vec<Mention>,
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// All anchors of the body, sorted.
    pub anchors: Vec<String>,
    /// Whether a heading or paragraph begins as an article (`Điều 1.`), as the text of a resolution does.
    pub has_articles: bool,
    /// The beginning of the first paragraph as plain text, at most 200 code points.
    pub excerpt: String,
    /// What is recognised of a resolution's text; `None` for other texts.
    pub law: Option<Box<Law>>,
}

/// What is recognised of a resolution's text.
#[derive(Debug, Clone, Default)]
pub struct Law {
    /// What the text states of itself; offsets are bytes of the source.
    pub facts: Facts,
    /// What it does to other documents, in the order of the text.
    pub acts: Vec<Act>,
    /// Its divisions, articles, clauses and points that have an anchor, in the order of the text.
    pub provisions: Vec<Provision>,
}

/// A provision of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// Its anchor.
    pub anchor: String,
    /// What it is called: `Điều 3`, `khoản 2`, `điểm a`, `Phụ lục I`.
    pub label: String,
    /// How many provisions it lies in.
    pub depth: usize,
    /// Byte offset in the HTML where a remark on it can stand, a block of its own.
    pub remark: usize,
}

/// What a text does to another document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// What is done.
    pub action: Action,
    /// The mention that names who does it; `None`: this text.
    pub agent: Option<usize>,
    /// The mention that names the document that it is done to.
    pub object: usize,
    /// The provisions of that document, by anchor; none where it is the whole, or where no anchor can name them.
    pub provisions: Vec<ProvisionPath>,
    /// The provisions in words: `khoản 2 Điều 5`.
    pub provision_text: Option<String>,
    /// How much of the document.
    pub extent: Extent,
    /// From which day.
    pub from: Option<Day>,
    /// To which day, that day included.
    pub until: Option<Day>,
    /// The sentence that says so, on one line, at most 400 code points.
    pub sentence: String,
    /// Where the sentence stands.
    pub span: Span,
    /// The anchor of the provision that says so.
    pub place: Option<String>,
}

/// A place in the HTML where the address of a link belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hole {
    /// Byte offset in the HTML, within the quotation marks of `href` or `src`.
    pub at: usize,
    /// Index of the link.
    pub link: usize,
}

/// A citation or a person in the text.
#[derive(Debug, Clone)]
pub struct Mention {
    /// Byte range in the HTML that a link would enclose; every tag that is opened there is closed there.
    pub html: Range<usize>,
    /// The number of the paragraph, heading, item or cell that it stands in.
    pub block: usize,
    /// Where it stands in the source.
    pub span: Span,
    /// The anchor of the provision or section it stands in.
    pub place: Option<String>,
    /// The words around it, at most 240 code points.
    pub sentence: String,
    /// What was found.
    pub found: Found,
}

/// What a mention is of.
#[derive(Debug, Clone)]
pub enum Found {
    /// A document (viện dẫn).
    Citation(Box<Citation>),
    /// A person whose name is known.
    Person(Box<Person>),
}

/// A relative link or picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What is written: `../a.md#dieu-1`, `/nghi-quyet/`, `scan.pdf`.
    pub destination: String,
    /// Where it is written.
    pub span: Span,
    /// Whether it is a picture.
    pub is_picture: bool,
}

/// A heading of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// Reads the body of a document, from byte `start` of its source to the end.
///
/// The highest heading of the body gets `top_level` (2 or 3), so that each page has one heading of level 1 only.
#[must_use]
pub fn parse(source: &Source, start: usize, top_level: u8, known: &KnownNames) -> Checked<Body> {
    let text = source.text.get(start..).unwrap_or("");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let events: Vec<(Event<'_>, Range<usize>)> = Parser::new_ext(text, options).into_offset_iter().collect();
    let highest = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(*level as u8),
            _ => None,
        })
        .min()
        .unwrap_or(1);
    let mut writer = Writer {
        source,
        start,
        heading_shift: i16::from(top_level) - i16::from(highest),
        html: String::with_capacity(text.len() + text.len() / 8),
        body: Body::default(),
        diagnostics: Diagnostics::new(),
        dropped: Vec::new(),
        links: Vec::new(),
        depth: 0,
        article: None,
        division: String::new(),
        anchors: std::collections::HashSet::new(),
        footnotes: Vec::new(),
        table: Table::default(),
        has_raw_html: false,
        excerpt: Excerpt::Wanted,
        is_at_start: false,
        known,
        block: None,
        blocks: 0,
        place: None,
    };
    writer.write(&events);
    writer.finish()
}

/// Turns events into HTML. Text is escaped here; only our own tags are written as such.
struct Writer<'a> {
    source: &'a Source,
    start: usize,
    heading_shift: i16,
    html: String,
    body: Body,
    diagnostics: Diagnostics,
    /// For each open block: whether its tags were left out.
    dropped: Vec<bool>,
    /// For each open link: whether it is written.
    links: Vec<bool>,
    depth: usize,
    /// Anchor of the article (Điều) that the next heading stands under.
    article: Option<String>,
    /// Anchor prefix of the annex that the next heading stands in, with its hyphen.
    division: String,
    anchors: std::collections::HashSet<String>,
    /// Footnote names in the order of their first mention, with how often they were mentioned.
    footnotes: Vec<(String, usize)>,
    table: Table,
    has_raw_html: bool,
    excerpt: Excerpt,
    /// Whether the next text begins a heading or paragraph.
    is_at_start: bool,
    /// The names that are looked for.
    known: &'a KnownNames,
    /// The block that is being written, with the first byte of its HTML.
    block: Option<(usize, Block)>,
    /// How many blocks have been written.
    blocks: usize,
    /// The anchor of the last heading.
    place: Option<String>,
}

#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

/// How far the excerpt is.
#[derive(PartialEq)]
enum Excerpt {
    Wanted,
    Reading,
    Done,
}

type Located<'e> = (Event<'e>, Range<usize>);

impl Writer<'_> {
    fn write(&mut self, events: &[Located<'_>]) {
        let mut at = 0;
        while let Some((event, range)) = events.get(at) {
            match event {
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let end = end_of(events, at);
                    self.picture(dest_url, &text_of(&events[at + 1..end]), range);
                    at = end;
                }
                Event::Start(Tag::Heading { level, id, .. }) => {
                    self.end_block();
                    let text = text_of(&events[at + 1..end_of(events, at)]);
                    self.open_heading(*level as u8, id.as_deref(), text, range);
                }
                Event::Start(tag) => {
                    if !is_inline(tag.to_end()) {
                        self.end_block();
                    }
                    self.open(tag, range);
                }
                Event::End(tag) => {
                    if !is_inline(*tag) {
                        self.end_block();
                    }
                    self.close(*tag);
                }
                Event::Text(text) => self.text(text, range, true),
                Event::Code(text) => {
                    self.html.push_str("<code>");
                    self.text(text, range, false);
                    self.html.push_str("</code>");
                }
                Event::Html(raw) | Event::InlineHtml(raw) => {
                    self.has_raw_html = true;
                    self.html.push_str(&sanitise::without_markers(raw));
                }
                Event::SoftBreak => {
                    self.run(" ", range, true);
                    self.html.push('\n');
                    self.excerpt_text(" ");
                }
                Event::HardBreak => {
                    self.html.push_str("<br>");
                    self.run(" ", range, true);
                    self.html.push('\n');
                    self.excerpt_text(" ");
                }
                Event::Rule => {
                    self.end_block();
                    self.html.push_str("<hr>\n");
                }
                Event::FootnoteReference(name) => self.footnote_reference(name),
                Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
            }
            at += 1;
        }
    }

    fn open(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => {
                if self.excerpt == Excerpt::Wanted && self.depth == 0 {
                    self.excerpt = Excerpt::Reading;
                }
                self.is_at_start = true;
                self.html.push_str("<p>");
            }
            Tag::BlockQuote(_) => self.open_block("<blockquote>\n", range),
            Tag::List(None) => self.open_block("<ul>\n", range),
            Tag::List(Some(1)) => self.open_block("<ol>\n", range),
            Tag::List(Some(first)) => self.open_block(&format!("<ol start=\"{first}\">\n"), range),
            Tag::Item => self.open_block("<li>", range),
            Tag::CodeBlock(_) => self.html.push_str("<pre><code>"),
            Tag::Table(alignments) => {
                self.table = Table { alignments: alignments.clone(), ..Table::default() };
                self.html.push_str("<div class=\"scroll\"><table>");
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.html.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                self.html.push_str("<tr>");
            }
            Tag::TableCell => self.open_cell(),
            Tag::Emphasis => self.html.push_str("<em>"),
            Tag::Strong => self.html.push_str("<strong>"),
            Tag::Strikethrough => self.html.push_str("<del>"),
            Tag::Link { dest_url, title, .. } => self.open_link(dest_url, title, range),
            Tag::FootnoteDefinition(name) => {
                let (number, _) = self.footnote(name);
                let anchor = self.anchor(&format!("fn-{number}"));
                self.html.push_str("<div class=\"footnote\" id=\"");
                self.push_anchor(&anchor);
                self.html.push_str(&format!("\"><sup>{number}</sup>\n"));
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                if self.excerpt == Excerpt::Reading {
                    self.excerpt = Excerpt::Done;
                }
                self.html.push_str("</p>\n");
            }
            TagEnd::Heading(_) => {
                let level = self.body.headings.last().map_or(2, |heading| heading.level);
                self.html.push_str(&format!("</h{level}>\n"));
            }
            TagEnd::BlockQuote(_) => self.close_block("</blockquote>\n"),
            TagEnd::List(false) => self.close_block("</ul>\n"),
            TagEnd::List(true) => self.close_block("</ol>\n"),
            TagEnd::Item => self.close_block("</li>\n"),
            TagEnd::CodeBlock => self.html.push_str("</code></pre>\n"),
            TagEnd::Table => self.html.push_str("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.html.push_str("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => self.html.push_str("</tr>\n"),
            TagEnd::TableCell => self.html.push_str(if self.table.in_head { "</th>" } else { "</td>" }),
            TagEnd::Emphasis => self.html.push_str("</em>"),
            TagEnd::Strong => self.html.push_str("</strong>"),
            TagEnd::Strikethrough => self.html.push_str("</del>"),
            TagEnd::Link if self.links.pop() == Some(true) => self.html.push_str("</a>"),
            TagEnd::FootnoteDefinition => self.html.push_str("</div>\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &CowStr<'_>, range: &Range<usize>, is_linkable: bool) {
        if std::mem::take(&mut self.is_at_start) && !self.body.has_articles {
            let label = ProvisionLabel::of_heading(text);
            self.body.has_articles = matches!(label, Some(ProvisionLabel::Article(_)));
        }
        // Text as it stands in the source is clean; only what an entity spelt out can hold forbidden characters.
        let is_decoded = !matches!(text, CowStr::Borrowed(_));
        if is_decoded && text.chars().any(crate::text::is_forbidden) {
            let clean: String = text.chars().map(crate::text::or_replacement).collect();
            self.run(&clean, range, is_linkable);
            html::push_escaped(&mut self.html, &clean);
        } else {
            self.run(text, range, is_linkable);
            html::push_escaped(&mut self.html, text);
        }
        self.excerpt_text(text);
    }

    /// Adds to the text of the block what is about to be written.
    fn run(&mut self, text: &str, range: &Range<usize>, is_linkable: bool) {
        let is_linkable = is_linkable && !self.links.contains(&true);
        let html = self.html.len();
        let (_, block) = self.block.get_or_insert_with(|| (html, Block::default()));
        block.push(text, html, self.start + range.start, is_linkable);
    }

    /// Ends a block: looks for citations and people in its text and marks them in its HTML.
    fn end_block(&mut self) {
        let Some((first, block)) = self.block.take() else { return };
        self.blocks += 1;
        let reading = Reading::new(&block.text);
        let mut found: Vec<(Range<usize>, Found)> = reading
            .citations()
            .into_iter()
            .map(|citation| (citation.range.clone(), Found::Citation(Box::new(citation))))
            .collect();
        // Without known names every honorific would make a person.
        let people = if self.known.is_empty() { Vec::new() } else { reading.people(self.known) };
        found
            .extend(people.into_iter().map(|person| (person.range.clone(), Found::Person(Box::new(person)))));
        if found.is_empty() {
            return;
        }
        found.sort_by_key(|(range, _)| range.start);
        let mut marked = String::with_capacity(self.html.len() - first + found.len() * 16);
        let mut written = first;
        for (range, found) in found {
            let Some(place) = block.place(&range, &self.html) else { continue };
            if place.html.start < written {
                continue;
            }
            marked.push_str(&self.html[written..place.html.start]);
            marked.push(sanitise::MENTION_OPEN);
            marked.push_str(&self.body.mentions.len().to_string());
            marked.push(sanitise::MENTION_NUMBER);
            marked.push_str(&self.html[place.html.clone()]);
            marked.push(sanitise::MENTION_CLOSE);
            written = place.html.end;
            self.body.mentions.push(Mention {
                html: 0..0,
                block: self.blocks,
                span: self.source.span(place.source.start, place.source.end),
                place: self.place.clone(),
                sentence: block.sentence(&range),
                found,
            });
        }
        marked.push_str(&self.html[written..]);
        self.html.truncate(first);
        self.html.push_str(&marked);
    }

    fn excerpt_text(&mut self, text: &str) {
        if self.excerpt == Excerpt::Reading {
            self.body.excerpt.push_str(text);
        }
    }

    fn open_block(&mut self, tag: &str, range: &Range<usize>) {
        let is_dropped = self.depth >= DEEPEST;
        if is_dropped && !self.dropped.iter().any(|dropped| *dropped) {
            let span = self.span(range);
            self.diagnostics.push(problems::nested_too_deep(span));
        }
        self.dropped.push(is_dropped);
        if !is_dropped {
            self.depth += 1;
            self.html.push_str(tag);
        }
    }

    fn close_block(&mut self, tag: &str) {
        if self.dropped.pop() == Some(false) {
            self.depth -= 1;
            self.html.push_str(tag);
        }
    }

    fn open_heading(&mut self, level: u8, id: Option<&str>, text: String, range: &Range<usize>) {
        self.is_at_start = true;
        let level = u8::try_from((i16::from(level) + self.heading_shift).clamp(2, 6)).unwrap_or(6);
        let wanted = match id {
            Some(id) => slug(id),
            None => self.heading_anchor(&text),
        };
        let anchor = self.anchor(&wanted);
        self.html.push_str(&format!("<h{level} id=\""));
        self.push_anchor(&anchor);
        self.html.push_str("\">");
        let span = self.span(range);
        self.place = Some(anchor.clone());
        self.body.headings.push(Heading { level, text, anchor, span });
    }

    /// The readable anchor of a heading: `dieu-1`, `dieu-1-khoan-2`, `phu-luc-1-dieu-3`, else its words.
    fn heading_anchor(&mut self, text: &str) -> String {
        match ProvisionLabel::of_heading(text) {
            Some(ProvisionLabel::Article(number)) => {
                let anchor = format!("{}dieu-{number}", self.division);
                self.article = Some(anchor.clone());
                anchor
            }
            Some(ProvisionLabel::Division(word, number)) => {
                self.article = None;
                let anchor = format!("{word}-{number}");
                if word == "phu-luc" {
                    self.division = format!("{anchor}-");
                }
                anchor
            }
            Some(ProvisionLabel::Clause(number)) => match &self.article {
                Some(article) => format!("{article}-khoan-{number}"),
                None => slug(text),
            },
            None => slug(text),
        }
    }

    /// An anchor that no other place of the body has.
    fn anchor(&mut self, wanted: &str) -> String {
        let mut anchor = wanted.to_owned();
        let mut count = 1;
        while !self.anchors.insert(anchor.clone()) {
            count += 1;
            anchor = format!("{wanted}-{count}");
        }
        anchor
    }

    fn push_anchor(&mut self, anchor: &str) {
        self.html.push(sanitise::OWN_ANCHOR);
        self.html.push_str(anchor);
    }

    fn open_cell(&mut self) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.table.column += 1;
        self.html.push_str(if self.table.in_head { "<th scope=\"col\"" } else { "<td" });
        self.html.push_str(class);
        self.html.push('>');
    }

    fn open_link(&mut self, destination: &str, title: &str, range: &Range<usize>) {
        let span = self.span(range);
        let is_written = match html::address_kind(destination) {
            html::AddressKind::Outside => {
                self.html.push_str("<a href=\"");
                html::push_address(&mut self.html, destination);
                self.html.push('"');
                true
            }
            html::AddressKind::Within => {
                self.html.push_str("<a href=\"");
                self.push_hole(destination, span, false);
                self.html.push('"');
                true
            }
            html::AddressKind::Unsafe => {
                self.diagnostics.push(problems::unsafe_address(span, destination));
                false
            }
        };
        if is_written {
            if !title.is_empty() {
                self.html.push_str(" title=\"");
                html::push_escaped(&mut self.html, &one_line(title));
                self.html.push('"');
            }
            self.html.push('>');
        }
        self.links.push(is_written);
    }

    fn picture(&mut self, destination: &str, alt: &str, range: &Range<usize>) {
        let span = self.span(range);
        match html::address_kind(destination) {
            html::AddressKind::Within => {
                self.html.push_str("<img src=\"");
                self.push_hole(destination, span, true);
                self.html.push_str("\" alt=\"");
                html::push_escaped(&mut self.html, alt);
                self.html.push_str("\" loading=\"lazy\">");
            }
            html::AddressKind::Outside => {
                self.diagnostics.push(problems::picture_elsewhere(span, destination));
                self.html.push_str("<a href=\"");
                html::push_address(&mut self.html, destination);
                self.html.push_str("\">");
                html::push_escaped(&mut self.html, if alt.is_empty() { destination } else { alt });
                self.html.push_str("</a>");
            }
            html::AddressKind::Unsafe => {
                self.diagnostics.push(problems::unsafe_address(span, destination));
                html::push_escaped(&mut self.html, alt);
            }
        }
    }

    fn push_hole(&mut self, destination: &str, span: Span, is_picture: bool) {
        let index = self.body.links.len();
        self.body.links.push(Link { destination: destination.to_owned(), span, is_picture });
        self.html.push(sanitise::HOLE_OPEN);
        self.html.push_str(&index.to_string());
        self.html.push(sanitise::HOLE_CLOSE);
    }

    fn footnote_reference(&mut self, name: &str) {
        let (number, mention) = self.footnote(name);
        self.html.push_str("<sup class=\"footnote-reference\"");
        if mention == 1 {
            let anchor = self.anchor(&format!("fnref-{number}"));
            self.html.push_str(" id=\"");
            self.push_anchor(&anchor);
            self.html.push('"');
        }
        // The definition's anchor can differ only where a heading took `fn-N` first.
        self.html.push_str("><a href=\"");
        let span = self.source.span(self.start, self.start);
        self.push_hole(&format!("#fn-{number}"), span, false);
        self.html.push_str(&format!("\">{number}</a></sup>"));
    }

    /// The number of a footnote, from 1, and how often it has been asked for by a mention.
    fn footnote(&mut self, name: &str) -> (usize, usize) {
        if let Some(index) = self.footnotes.iter().position(|(known, _)| known == name) {
            let mentions = self.footnotes.get_mut(index).map_or(1, |(_, mentions)| {
                *mentions += 1;
                *mentions
            });
            return (index + 1, mentions);
        }
        self.footnotes.push((name.to_owned(), 1));
        (self.footnotes.len(), 1)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.source.span(self.start + range.start, self.start + range.end)
    }

    fn finish(mut self) -> Checked<Body> {
        let safe = if self.has_raw_html { sanitise::sanitise(&self.html) } else { self.html };
        let mut mentions = std::mem::take(&mut self.body.mentions);
        let sanitise::Marks { html, holes, mentions: ranges } =
            sanitise::take_markers(safe, self.body.links.len(), mentions.len());
        for (mention, range) in mentions.iter_mut().zip(&ranges) {
            mention.html = range.clone().unwrap_or(0..0);
        }
        // What the sanitiser took out is no mention any more.
        mentions.retain(|mention| !mention.html.is_empty());
        let excerpt = one_line(&self.body.excerpt);
        self.body.excerpt = match excerpt.char_indices().nth(EXCERPT) {
            Some((end, _)) => {
                let cut = &excerpt[..end];
                format!("{}…", cut.rsplit_once(' ').map_or(cut, |(words, _)| words))
            }
            None => excerpt,
        };
        if self.has_raw_html {
            // Raw HTML that is left open may have taken headings of ours with it.
            let is_kept = |anchor: &str| sanitise::has_anchor(&html, anchor);
            self.anchors.retain(|anchor| is_kept(anchor));
            self.body.headings.retain(|heading| is_kept(&heading.anchor));
        }
        let mut anchors: Vec<String> = self.anchors.into_iter().collect();
        anchors.sort_unstable();
        let body = Body { html, holes, mentions, anchors, ..self.body };
        Checked { value: body, diagnostics: self.diagnostics }
    }
}

/// Whether an element stands within the text of a block.
fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// The index of the event that closes the one opened at `at`.
fn end_of(events: &[Located<'_>], at: usize) -> usize {
    let mut depth = 0;
    for (index, (event, _)) in events.iter().enumerate().skip(at) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => {
                depth -= 1;
                if depth == 0 {
                    return index;
                }
            }
            _ => {}
        }
    }
    events.len()
}

/// The plain text of some inline events.
fn text_of(events: &[Located<'_>]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    one_line(&nfc(&text))
}

mod problems {
    use super::{Code, Diagnostic, Span, one_line};

    pub(super) fn unsafe_address(span: Span, address: &str) -> Diagnostic {
        let shown: String = one_line(address).chars().take(60).collect();
        Diagnostic::warning(
            Code("unsafe-address"),
            span,
            format!("the address `{shown}` is not allowed; the link is left out and its text kept"),
        )
        .help("link to a page or file of the portal, or to an address that begins with https://, http://, mailto: or tel:")
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
                super::DEEPEST
            ),
        )
        .help("check the signs at the beginnings of these lines")
    }
}

#[cfg(test)]
mod tests;
