//! The text of a resolution: its structure laid over the Markdown, and what it does to other documents.

mod effect;
mod issuers;

use serde::{Deserialize, Serialize};

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::element::Class;
use super::shadow::NOTHING;
use super::{Found, Mention};
use crate::legal::citation::ProvisionBase;
use crate::legal::instruction::{
    self, Action, Agent, AnnexList, Cell, CellSays, Certainty, Day, Doubt, Extent, Heading, StatedCount,
    TargetProvision, instructions_but_for, provisions_of_cell,
};
use crate::legal::structure::line::{opens_paragraph, width};
use crate::legal::structure::{
    Block, Facts, NumberingProblem, Part, Role, Slip, Structure, Validity, structure,
};
use crate::legal::{CitationKind, RelationKind};
use crate::text::{Source, Span, one_line, slug};
pub use effect::NewEffect;
use issuers::Issuers;

/// A line longer than this, in bytes, is no line that an editor's program broke: such texts have a paragraph on each
/// line.
const LONGEST_WRAPPED: usize = 200;
/// Longest label before the first document of a line, in bytes: `12.`, `- `, `a)`.
const LONGEST_LABEL: usize = 12;
/// Longest heading of a list, in bytes.
const LONGEST_HEADING: usize = 600;
/// Longest title of an article, in bytes; what is longer is its text.
const LONGEST_TITLE: usize = 300;
/// What the recitals are called together.
pub(super) const BASES: &str = "Căn cứ";
/// Longest sentence that is kept, in code points.
const LONGEST_SENTENCE: usize = 1600;

/// What is recognised of a resolution's text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Law {
    /// What the text states of itself; offsets are bytes of the source.
    pub facts: Facts,
    /// What it does to other documents, in the order of the text.
    pub instructions: Vec<Instruction>,
    /// Sentences that do something to documents of a list that was not found: `bãi bỏ các nghị quyết tại Phụ lục II`.
    pub unread_lists: Vec<Span>,
    /// Sentences that may do something to a document, of which nothing was read.
    pub unread_acts: Vec<UnreadAct>,
    /// Sentences that do something to another number of documents than they say.
    pub counts: Vec<Miscounted>,
    /// Its divisions, articles, clauses and points that have an anchor, in the order of the text.
    pub provisions: Vec<Provision>,
    /// The anchors of the provisions that say when the whole takes effect.
    pub effect_places: Vec<String>,
    /// The anchors of the provisions that say when the whole ends.
    pub expiry_places: Vec<String>,
    /// Whether the text has an article.
    pub has_articles: bool,
    /// Whether the text has the names of issuer and nation that stand at the head of a page.
    pub has_letterhead: bool,
    /// Whether the text has its own title: `NGHỊ QUYẾT`.
    pub has_title: bool,
}

/// A provision of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// What it is.
    pub role: Role,
    /// Its anchor.
    pub anchor: String,
    /// What it is called: `Điều 3`, `khoản 2`, `điểm a`, `Phụ lục I`.
    pub label: String,
    /// How many provisions it lies in.
    pub depth: usize,
}

/// An instruction of a text (chỉ dẫn) joined with the mentions that name its documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instruction {
    /// What is done.
    pub action: Action,
    /// The mention that names who does it; `None`: this text.
    pub agent: Option<usize>,
    /// The mention that names the document that it is done to.
    pub target: usize,
    /// Whether the provisions are those of a text attached to the document (quy định kèm theo).
    pub in_attachment: bool,
    /// The provisions of that document; none where it is the whole, or where none is named.
    pub provisions: Vec<TargetProvision>,
    /// The new wording, quotation marks included.
    pub wording: Option<Span>,
    /// What the new wording says of the effect of the whole document.
    pub effect: Option<NewEffect>,
    /// The words that are replaced, taken out or added.
    pub words: Option<QuotedWords>,
    /// How much of the document.
    pub extent: Extent,
    /// From which day.
    pub from: Option<Day>,
    /// To which day, that day included.
    pub until: Option<Day>,
    /// The sentence that says so, on one line, at most 1600 code points.
    pub sentence: String,
    /// Where the sentence stands.
    pub span: Span,
    /// The anchor of the provision that says so.
    pub place: Option<String>,
    /// How certain it is.
    pub certainty: Certainty,
    /// Whether it only sums up what other instructions say one by one: a title, heading or enacting sentence.
    pub is_summary: bool,
}

impl Instruction {
    /// What words may mean that could not be read as an instruction: an act on a whole document, in doubt.
    pub(crate) fn remark(action: Action, doubt: Doubt, sentence: &str, span: Span) -> Self {
        Self {
            action,
            agent: None,
            target: 0,
            in_attachment: false,
            provisions: Vec::new(),
            wording: None,
            effect: None,
            words: None,
            extent: Extent::Whole,
            from: None,
            until: None,
            sentence: sentence.to_owned(),
            span,
            place: None,
            certainty: Certainty::Unsure(doubt),
            is_summary: false,
        }
    }
}

/// A sentence that does something to another number of documents than it says: `bãi bỏ 05 nghị quyết sau`, and three follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Miscounted {
    /// How many it says.
    pub stated: u32,
    /// How many were read.
    pub found: usize,
    /// The sentence.
    pub span: Span,
}

/// A sentence that may do something to a document, of which nothing was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadAct {
    /// What its verb says.
    pub action: Action,
    /// The mention that names the document; none where it is named without a symbol.
    pub target: Option<usize>,
    /// The words that name the document.
    pub document: String,
    /// The sentence, on one line, at most 1600 code points.
    pub sentence: String,
    /// Where it stands.
    pub span: Span,
    /// Whether it is struck out.
    pub is_struck: bool,
}

/// The quoted words of an instruction about words, quotation marks left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotedWords {
    /// The old words; empty where words are only added.
    pub from: Vec<String>,
    /// The new words; none where words are taken out.
    pub to: Option<String>,
}

/// The structure of a text, laid over its Markdown while that is written.
pub(super) struct Outline<'a> {
    blocks: Vec<Block<'a>>,
    structure: Structure,
    /// The tables of the text, whose words are in no block: byte offsets in the source.
    tables: Vec<Range<usize>>,
    /// What is struck out, in order: byte offsets in the source.
    struck: Vec<Range<usize>>,
    /// Where blocks of HTML begin, in order.
    cuts: Vec<Cut>,
    /// The first cut that has not been made.
    next: usize,
    /// Whether a line of the text is a paragraph, as a typist makes them.
    is_typed: bool,
    /// The part that the writer is in.
    current: Option<usize>,
    /// Whether a table before the text names issuer and nation.
    has_head_table: bool,
}

/// A place where a block of HTML begins.
#[derive(Debug, Clone, Copy)]
struct Cut {
    /// Byte of the source.
    at: usize,
    begins: Begins,
}

/// What begins at a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begins {
    /// A part of the structure, by index.
    Part(usize),
    /// The words of a provision behind its label.
    Words,
}

impl<'a> Outline<'a> {
    /// Recognises the structure of a text that begins at byte `start` of its source.
    pub(super) fn new(text: &'a str, start: usize, events: &[(Event<'_>, Range<usize>)]) -> Self {
        let blocks = blocks(text, start, events);
        let mut structure = structure(&blocks);
        let head = structure_of_head_table(text, start, events);
        let has_head_table = head.as_ref().is_some_and(|head| head.facts.issuer.is_some());
        if let Some(head) = head {
            structure.facts.complete(head.facts);
        }
        if structure.facts.signer.is_none()
            && let Some(foot) = structure_of_foot_table(text, start, events)
        {
            structure.facts.complete_signer(foot.facts);
        }
        let is_long = |block: &Block<'_>| {
            memchr::memchr(b'\n', block.text.as_bytes()).is_some()
                && block.text.lines().any(|line| line.len() > LONGEST_WRAPPED)
        };
        let is_typed = blocks.iter().any(is_long);
        let mut cuts = Vec::with_capacity(structure.parts.len());
        let mut widest = (usize::MAX, 0);
        for (index, part) in structure.parts.iter().enumerate() {
            let opens_block =
                blocks.get(part.blocks.start).is_some_and(|block| block.start == part.text.start);
            if part.role == Role::Text && !opens_block && !is_typed {
                let Some(block) = blocks.get(part.blocks.start) else { continue };
                if widest.0 != part.blocks.start {
                    widest = (part.blocks.start, width(block.text));
                }
                if !begins_paragraph(block, part.text.start, widest.1) {
                    continue;
                }
            }
            cuts.push(Cut { at: part.text.start, begins: Begins::Part(index) });
            let words = text.get(part.label.end - start..part.text.end - start).unwrap_or("");
            let words = if is_typed { words.lines().next().unwrap_or("") } else { words };
            if (part.role == Role::Article && !is_title(words))
                || (is_numbered(part.role) && !words.is_empty())
            {
                cuts.push(Cut { at: part.label.end, begins: Begins::Words });
            }
        }
        let tables = events
            .iter()
            .filter(|(event, _)| matches!(event, Event::Start(Tag::Table(_))))
            .map(|(_, range)| start + range.start..start + range.end)
            .collect();
        let struck = struck_out(start, events);
        Self { blocks, structure, tables, struck, cuts, next: 0, is_typed, current: None, has_head_table }
    }

    /// What begins at byte `at` of the source or before it, and has not begun yet.
    pub(super) fn begin(&mut self, at: usize) -> Option<Begins> {
        let cut = self.cuts.get(self.next).filter(|cut| cut.at <= at)?;
        self.next += 1;
        if let Begins::Part(part) = cut.begins {
            self.current = Some(part);
        }
        Some(cut.begins)
    }

    /// Whether the line that begins with `line` is a paragraph of its own.
    pub(super) fn is_paragraph(&self, line: &str) -> bool {
        let is_in_head = self.current.is_some_and(|part| is_before_provisions(self.part(part).role));
        self.is_typed && !is_in_head && line.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the writer has come to the provisions.
    pub(super) fn is_in_provisions(&self) -> bool {
        self.current.is_some_and(|part| !is_before_provisions(self.part(part).role))
    }

    /// Where the next block begins: byte of the source.
    pub(super) fn next_cut(&self) -> Option<usize> {
        self.cuts.get(self.next).map(|cut| cut.at)
    }

    /// Where the first block behind byte `at` begins: byte of the source.
    pub(super) fn cut_behind(&self, at: usize) -> Option<usize> {
        self.cuts[self.next..].iter().map(|cut| cut.at).find(|cut| *cut > at)
    }

    /// A part.
    pub(super) fn part(&self, index: usize) -> &Part {
        &self.structure.parts[index]
    }

    /// The source's words between two bytes of it, on one line and without marks of Markdown.
    fn words(&self, range: &Range<usize>) -> String {
        let first = self.blocks.partition_point(|block| block.start + block.text.len() <= range.start);
        let mut words = String::new();
        for block in self.blocks[first..].iter().take_while(|block| block.start < range.end) {
            let from = range.start.max(block.start) - block.start;
            let mut to = range.end.min(block.start + block.text.len()) - block.start;
            while !block.text.is_char_boundary(to) {
                to -= 1;
            }
            words.push_str(block.text.get(from..to).unwrap_or(""));
            words.push(' ');
        }
        words.retain(|sign| !matches!(sign, '*' | '_' | '`') && !NOTHING.contains(&sign));
        if words.contains("~~") {
            words = words.replace("~~", "");
        }
        one_line(words.trim_start_matches(['#', '>', ' ']))
    }

    /// The anchor of the innermost provision that a part lies in.
    pub(super) fn anchor_around(&self, mut index: usize) -> Option<&str> {
        loop {
            let part = self.part(index);
            if part.anchor.is_some() {
                return part.anchor.as_deref();
            }
            index = part.parent?;
        }
    }

    /// How many divisions, articles and annexes a part lies in.
    pub(super) fn headings_above(&self, index: usize) -> u8 {
        let parents = std::iter::successors(self.part(index).parent, |parent| self.part(*parent).parent);
        let count = parents.filter(|parent| is_heading(self.part(*parent).role)).count();
        u8::try_from(count).unwrap_or(u8::MAX)
    }

    /// What the list of contents calls a division, article or annex.
    pub(super) fn heading_text(&self, index: usize) -> String {
        const MOST: usize = 90;
        let part = self.part(index);
        let own = &self.blocks[part.blocks.start];
        // What follows on a typed line of its own is the text, not the title.
        let line = own.text[part.text.start - own.start..].find('\n').filter(|_| self.is_typed);
        let end = line.map_or(part.text.end, |line| part.text.end.min(part.text.start + line));
        let mut text = self.words(&(part.text.start..end));
        if let Some(caption) = self.structure.parts.get(index + 1).filter(|next| next.role == Role::Caption) {
            let end = if text.ends_with(['.', ':']) { " " } else { ". " };
            text = format!("{text}{end}{}", self.words(&caption.text));
        }
        match text.char_indices().nth(MOST) {
            Some((end, _)) => {
                let cut = &text[..end];
                let words = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
                format!("{}…", words.trim_end_matches([',', ';', ':', '.']))
            }
            None => text.trim_end_matches([':', ';']).to_owned(),
        }
    }

    /// What a provision is called where it stands.
    pub(super) fn label(&self, index: usize) -> String {
        let part = self.part(index);
        match part.role {
            Role::Basis => BASES.to_owned(),
            Role::Article => format!("Điều {}", part.number),
            Role::Clause | Role::Subclause => format!("khoản {}", part.number),
            Role::Point => format!("điểm {}", part.number),
            _ if part.label.is_empty() => self.words(&part.text),
            _ => self.words(&part.label).trim_end_matches(['.', ':', ' ']).to_owned(),
        }
    }

    /// Whether a byte of the source stands in the new wording of another document.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        let next = self.structure.quotations.partition_point(|quotation| quotation.end <= at);
        self.structure.quotations.get(next).is_some_and(|quotation| quotation.start <= at)
    }

    /// Labels out of order.
    pub(super) fn problems(&self) -> &[NumberingProblem] {
        &self.structure.problems
    }

    /// Slips that are no matter of numbers.
    pub(super) fn slips(&self) -> &[Slip] {
        &self.structure.slips
    }

    /// The anchors of its provisions.
    pub(super) fn anchors(&self) -> impl Iterator<Item = &str> {
        self.structure.parts.iter().filter_map(|part| part.anchor.as_deref())
    }

    /// Whether the text has an article.
    fn has_articles(&self) -> bool {
        self.structure.parts.iter().any(|part| part.role == Role::Article)
    }

    /// All that is recognised, joined with the mentions of the text. Mentions of provisions of the documents that
    /// something is done to are told whose they are.
    pub(super) fn finish(self, provisions: Vec<Provision>, mentions: &mut [Mention], source: &Source) -> Law {
        let found = instructions_but_for(&self.blocks, &self.structure, &self.struck);
        let mut joiner = Joiner { outline: &self, source, provisions: &provisions, mentions };
        let mut instructions = joiner.join(&found.found);
        let mut issuers = Issuers::of(&self);
        issuers.give(&mut joiner, &mut instructions, None);
        let mut listed_before = HashSet::new();
        let mut unread_lists = Vec::new();
        for list in &found.unread_lists {
            let mut listed = joiner.listed(list);
            issuers.give(&mut joiner, &mut listed, Some(&list.sentence));
            if listed.is_empty() && !list.is_heading && !joiner.is_read_below(list, &found.found) {
                unread_lists.push(source.span(list.sentence.start, list.sentence.end));
            }
            // A heading within an annex may lead to the table that the sentence about the annex means.
            let is_new = |act: &Instruction| {
                listed_before.insert((act.target, act.action.relation(), act.certainty.is_sure()))
            };
            instructions.extend(listed.into_iter().filter(is_new));
        }
        let unread_acts = found.unread_acts.iter().map(|act| joiner.unread(act)).collect();
        let counts =
            found.counts.iter().filter_map(|count| joiner.miscounted(count, &instructions)).collect();
        let effect_places = joiner.places_where(|validity| validity.start.is_some());
        let expiry_places = joiner.places_where(|validity| validity.until.is_some());
        let has = |role: Role| self.structure.parts.iter().take(20).any(|part| part.role == role);
        Law {
            instructions,
            unread_lists,
            unread_acts,
            counts,
            effect_places,
            expiry_places,
            provisions,
            has_letterhead: self.has_head_table || has(Role::NationalName) || has(Role::Issuer),
            has_title: has(Role::Title),
            has_articles: self.has_articles(),
            facts: self.structure.facts,
        }
    }
}

/// A table that names documents in its rows.
struct ListTable {
    /// The annex or attached text that it stands in.
    within: Option<usize>,
    /// The documents of its rows: indexes of mentions, and whether each is certain to be one of the list.
    documents: Vec<(usize, bool)>,
    heading: Heading,
    /// Whether the heading says that only parts of the documents are meant: `hết hiệu lực một phần`.
    is_of_parts: bool,
}

/// The last lines of a range of a text, at most [`LONGEST_HEADING`] bytes, up to an empty line before the second paragraph.
fn nearest(text: &str, range: Range<usize>) -> Range<usize> {
    let from = range.end.saturating_sub(LONGEST_HEADING).max(range.start);
    let from = (from..range.end).find(|at| text.is_char_boundary(*at)).unwrap_or(range.end);
    let words = text.get(from..range.end).unwrap_or_default();
    let end = from + words.trim_end().len();
    let paragraph = words.trim_end().rfind("\n\n").map_or(from, |at| from + at);
    paragraph..end
}

/// What stands in brackets at the end of a cell: `Nghị quyết số A (chỉ bãi bỏ Điều 3)`.
fn remark(cell: &str) -> Option<&str> {
    let words = cell.trim().trim_end_matches(['.', ';']).strip_suffix(')')?;
    words.rsplit_once('(').map(|(_, remark)| remark)
}

/// The cells of a row of a table.
fn cells(row: &str) -> impl Iterator<Item = &str> {
    row.trim().trim_matches('|').split('|').map(str::trim)
}

/// Joins what is done with the mentions that name the documents.
struct Joiner<'a> {
    outline: &'a Outline<'a>,
    source: &'a Source,
    provisions: &'a [Provision],
    mentions: &'a mut [Mention],
}

impl Joiner<'_> {
    fn join(&mut self, found: &[instruction::Instruction]) -> Vec<Instruction> {
        found.iter().filter_map(|found| self.joined(found)).collect()
    }

    fn joined(&mut self, found: &instruction::Instruction) -> Option<Instruction> {
        let agent = match &found.agent {
            Agent::This => None,
            Agent::Other(range) => Some(self.document(range)?),
        };
        let target = self.document(&found.target)?;
        if let Some(range) = &found.provision_range {
            self.give_named(range, target);
        }
        if found.action.relation() == RelationKind::Amends && agent.is_none() {
            self.give_provisions(found.sentence.start, target);
        }
        Some(Instruction {
            action: found.action,
            agent,
            target,
            in_attachment: found.in_attachment,
            provisions: found.provisions.clone(),
            effect: found
                .wording
                .as_ref()
                .and_then(|range| effect::effect_of(self.source.text.get(range.clone())?)),
            wording: found.wording.as_ref().map(|range| self.source.span(range.start, range.end)),
            words: found.words.as_ref().map(|words| QuotedWords {
                from: words.from.iter().map(|range| self.outline.words(range)).collect(),
                to: words.to.as_ref().map(|range| self.outline.words(range)),
            }),
            extent: found.extent,
            from: found.from,
            until: found.until,
            sentence: self.sentence(&found.sentence),
            span: self.source.span(found.sentence.start, found.sentence.end),
            place: self.place(found.sentence.start),
            certainty: found.certainty,
            is_summary: found.is_summary,
        })
    }

    fn unread(&self, found: &instruction::UnreadAct) -> UnreadAct {
        UnreadAct {
            action: found.action,
            target: self.document(&found.document),
            document: self.outline.words(&found.document),
            sentence: self.sentence(&found.sentence),
            span: self.source.span(found.sentence.start, found.sentence.end),
            is_struck: found.is_struck,
        }
    }

    /// The documents of the rows of tables in an annex: the first that each row names. A table whose heading says something
    /// else of its documents (`còn hiệu lực`) is none of them; where two may be meant it is unsure.
    fn listed(&self, list: &AnnexList) -> Vec<Instruction> {
        let number = list.annex.as_deref().filter(|number| !number.is_empty());
        let mut tables: Vec<ListTable> =
            self.outline.tables.iter().filter_map(|table| self.list_table(list, number, table)).collect();
        if number.is_none() {
            tables.retain(|table| table.heading != Heading::Other);
            if tables.iter().any(|table| table.heading == Heading::Same) {
                tables.retain(|table| table.heading == Heading::Same);
            }
        }
        let is_silent = |table: &ListTable| table.heading == Heading::Silent;
        let several =
            tables.first().zip(tables.last()).is_some_and(|(first, last)| first.within != last.within)
                || tables.iter().filter(|table| table.within.is_none()).count() > 1;
        let is_one_of_several = number.is_none() && several && tables.iter().all(is_silent);
        if tables.is_empty() {
            let lines = self.first_of_lines(list);
            return lines.into_iter().filter_map(|at| self.listed_at(list, at)).collect();
        }
        let mut listed = Vec::new();
        for table in tables {
            let is_unclear = matches!(table.heading, Heading::Both | Heading::Other);
            let mut list = list.clone();
            if is_one_of_several || is_unclear {
                list.doubt = list.doubt.or(Some(Doubt::NotUnderstood));
            }
            if table.is_of_parts {
                list.extent = Extent::Partial;
            }
            let doubtful = AnnexList { doubt: list.doubt.or(Some(Doubt::NotUnderstood)), ..list.clone() };
            // Where the row before ends, and whether the last row that heads others says something else of these.
            let (mut end_before, mut says_other) = (None, false);
            for (index, (at, is_certain)) in table.documents.iter().enumerate() {
                let row = self.row_range(&self.mentions[*at]);
                says_other = self.heading_row(end_before, row.start, list.action).unwrap_or(says_other);
                end_before = Some(row.end);
                let shares_row = |other: Option<&(usize, bool)>| {
                    let pair = other.map(|(other, _)| (*at.min(other), *at.max(other)));
                    pair.is_some_and(|(one, two)| self.is_in_row(&self.mentions[one], &self.mentions[two]))
                };
                let is_shared =
                    shares_row(index.checked_sub(1).and_then(|before| table.documents.get(before)))
                        || shares_row(table.documents.get(index + 1));
                let Some(act) =
                    self.listed_at(if *is_certain && !says_other { &list } else { &doubtful }, *at)
                else {
                    continue;
                };
                // What a row says of a part may be meant of one of its documents only.
                let is_doubtful =
                    is_shared && act.extent == Extent::Partial && act.certainty == Certainty::Read;
                let certainty =
                    if is_doubtful { Certainty::Unsure(Doubt::NotUnderstood) } else { act.certainty };
                listed.push(Instruction { certainty, ..act });
            }
        }
        listed
    }

    /// A sentence that says of how many documents it is, where others were read in it, below it and in its list.
    fn miscounted(&self, count: &StatedCount, instructions: &[Instruction]) -> Option<Miscounted> {
        let span = self.source.span(count.sentence.start, count.sentence.end);
        let end = self.end_below(count.sentence.start, count.sentence.end)?;
        let sentence = self.sentence(&count.sentence);
        let is_meant = |act: &&Instruction| {
            let start = act.span.start as usize;
            let is_below = count.sentence.start <= start && start < end;
            let is_listed = act.sentence == sentence;
            act.agent.is_none() && act.action.relation() == count.relation && (is_below || is_listed)
        };
        let name = |act: &Instruction| match &self.mentions[act.target].found {
            Found::Citation(citation) => {
                citation.symbol.as_ref().map(|symbol| (symbol.key.as_str(), citation.date))
            }
            Found::Person(_) => None,
        };
        let found = instructions.iter().filter(is_meant).filter_map(name).collect::<HashSet<_>>().len();
        let differs = found > 0 && usize::try_from(count.count).is_ok_and(|stated| stated != found);
        differs.then_some(Miscounted { stated: count.count, found, span })
    }

    /// Where what stands below a sentence ends: within its part, and items behind a paragraph that are led by it.
    fn end_below(&self, start: usize, sentence_end: usize) -> Option<usize> {
        let at = self.part_at(start)?;
        let parts = &self.outline.structure.parts;
        let within = parts[at].end.max(sentence_end);
        let led = parts[at + 1..].iter().take_while(|part| {
            matches!(part.role, Role::Clause | Role::Point | Role::Dash | Role::Item | Role::Text)
        });
        let leads = parts[at].role == Role::Text;
        Some(led.filter(|_| leads).map(|part| part.end).max().unwrap_or(within).max(within))
    }

    /// Whether the list stands right below its sentence, and its documents were read there one by one.
    fn is_read_below(&self, list: &AnnexList, found: &[instruction::Instruction]) -> bool {
        let Some(at) = self.part_at(list.sentence.start) else { return false };
        let parts = &self.outline.structure.parts;
        // What stands within the part of the sentence; items behind a paragraph that ends with a colon are led by it.
        let within = parts[at].end;
        let led = parts[at + 1..].iter().take_while(|part| {
            matches!(part.role, Role::Clause | Role::Point | Role::Dash | Role::Item | Role::Text)
        });
        let end = led.map(|part| part.end).max().unwrap_or(within).max(within);
        let relation = list.action.relation();
        let behind = |found: &&instruction::Instruction| {
            found.sentence.start >= list.sentence.end && found.sentence.start < end
        };
        let is_numbered = list.annex.as_deref().is_some_and(|number| !number.is_empty());
        !is_numbered && found.iter().filter(behind).any(|found| found.action.relation() == relation)
    }

    /// A table that names documents where a list is looked for: in the annex of that number, else behind the sentence.
    fn list_table(&self, list: &AnnexList, number: Option<&str>, table: &Range<usize>) -> Option<ListTable> {
        let parts = &self.outline.structure.parts;
        let last = parts.partition_point(|part| part.text.start <= table.start).checked_sub(1)?;
        let around = std::iter::successors(Some(last), |at| parts[*at].parent);
        let within = around.filter(|at| matches!(parts[*at].role, Role::Annex | Role::Regulation)).last();
        let is_there = match (number, within) {
            (Some(number), Some(at)) => parts[at].role == Role::Annex && parts[at].number == number,
            (Some(_), None) => false,
            (None, _) if list.is_heading => self.is_right_below(list, table),
            (None, _) => table.start >= list.sentence.end,
        };
        let documents = if is_there { self.first_of_rows(table) } else { Vec::new() };
        if documents.is_empty() {
            return None;
        }
        let start = within.map_or(list.sentence.end, |at| parts[at].text.start);
        let before = self.outline.tables.iter().take_while(|other| other.start < table.start).last();
        let own_start = before.map_or(start, |before| before.end.max(start));
        let first =
            self.outline.tables.iter().find(|other| other.start >= start).map_or(start, |first| first.start);
        let heading_of = |range: Range<usize>| self.source.text.get(range).map(slug).unwrap_or_default();
        let own = heading_of(nearest(&self.source.text, own_start..table.start));
        let above = heading_of(start..first.min(start + LONGEST_HEADING));
        let headings = [own, if within.is_some() { above } else { String::new() }];
        let says = headings.iter().find(|heading| Heading::of(heading, list.action) != Heading::Silent);
        let heading = says.map_or(Heading::Silent, |heading| Heading::of(heading, list.action));
        let is_of_parts =
            says.is_some_and(|heading| heading.contains("mot-phan") && !heading.contains("toan-bo"));
        Some(ListTable { within, documents, heading, is_of_parts })
    }

    /// Whether a table is the first thing below the sentence of a list.
    fn is_right_below(&self, list: &AnnexList, table: &Range<usize>) -> bool {
        let first = self.outline.tables.iter().find(|other| other.start >= list.sentence.end);
        first == Some(table) && self.part_at(table.start) == self.part_at(list.sentence.start)
    }

    /// The documents of a list of lines that is attached as a whole (`DANH MỤC ... (Kèm theo Nghị quyết số ...)`), where the
    /// sentence names no annex by number: those that lines begin with. None where two such lists are attached, since
    /// nothing tells which of them is meant.
    fn first_of_lines(&self, list: &AnnexList) -> Vec<usize> {
        if list.is_heading || list.annex.as_ref().is_some_and(|annex| !annex.is_empty()) {
            return Vec::new();
        }
        let parts = &self.outline.structure.parts;
        let lists = parts.iter().filter(|part| {
            let heading = self.source.text.get(part.text.clone()).map(slug).unwrap_or_default();
            let is_list = part.anchor.as_ref().is_some_and(|anchor| anchor.starts_with("danh-muc"));
            part.role == Role::Regulation && is_list && Heading::of(&heading, list.action) != Heading::Other
        });
        let mut documents = lists.filter_map(|part| {
            let found: Vec<usize> =
                self.overlapping(&(part.text.start..part.end)).filter(|at| self.begins_line(*at)).collect();
            (!found.is_empty()).then_some(found)
        });
        let first = documents.next().unwrap_or_default();
        if documents.next().is_some() { Vec::new() } else { first }
    }

    /// Whether a mention is of another document and stands first in an item of a list, or in a paragraph.
    fn begins_line(&self, at: usize) -> bool {
        let mention = &self.mentions[at];
        let is_document =
            matches!(&mention.found, Found::Citation(citation) if citation.is_of_other_document());
        let before = self.source.text.get(..mention.span.start as usize).unwrap_or_default();
        let (above, line) = before.rsplit_once('\n').unwrap_or(("", before));
        let is_label = |letter: char| {
            letter.is_ascii_alphanumeric() || letter.is_whitespace() || "-+*.)/\\".contains(letter)
        };
        let is_item =
            line.trim_start().starts_with(|letter: char| letter.is_ascii_digit() || "-+*".contains(letter));
        is_document
            && line.len() <= LONGEST_LABEL
            && line.chars().all(is_label)
            && (is_item || above.ends_with('\n') || above.trim_end_matches([' ', '\t']).ends_with('\n'))
    }

    /// The documents that the rows of a table name first: indexes of mentions, each with whether it is certain that it is one
    /// of the list. A cell may name several, one behind the other; behind other words it is not certain.
    fn first_of_rows(&self, table: &Range<usize>) -> Vec<(usize, bool)> {
        let mut found: Vec<(usize, bool)> = Vec::new();
        for at in self.overlapping(table) {
            let is_document = matches!(&self.mentions[at].found, Found::Citation(citation) if citation.is_of_other_document());
            if !is_document {
                continue;
            }
            let is_certain = match found.last() {
                Some((before, _)) if self.is_in_row(&self.mentions[*before], &self.mentions[at]) => {
                    self.is_next_in_cell(&self.mentions[*before], &self.mentions[at])
                }
                _ => Some(true),
            };
            found.extend(is_certain.map(|is_certain| (at, is_certain)));
        }
        found
    }

    /// Whether a mention is the next document of a cell that names several: parted from the one before by no more than signs,
    /// or, which is not certain, behind other words by a sign that ends them. `None` where it is none.
    fn is_next_in_cell(&self, first: &Mention, other: &Mention) -> Option<bool> {
        let between = self.source.text.get(first.span.end as usize..other.span.start as usize)?;
        if between.contains('|') {
            return None;
        }
        let between =
            between.to_lowercase().replace("<br>", ";").replace("<br/>", ";").replace("<br />", ";");
        let words = between.trim_end_matches(|sign: char| sign.is_ascii_digit() || " .)-–*:".contains(sign));
        let words = words.strip_suffix("số").unwrap_or(words).trim_end();
        let is_light = |word: &str| matches!(word, "" | "và" | "số" | "nghị" | "quyết");
        let is_apart = words.split(|sign: char| !sign.is_alphabetic()).all(is_light);
        let ends_member = words.ends_with(';');
        (is_apart || ends_member).then_some(is_apart)
    }

    /// Whether two mentions of a table stand in one row of it.
    fn is_in_row(&self, first: &Mention, other: &Mention) -> bool {
        let between = self.source.text.get(first.span.start as usize..other.span.start as usize);
        between.is_some_and(|between| !between.contains('\n'))
    }

    /// The row of a table that a mention stands in, parted around its cell: what stands before, the cell, what stands behind.
    fn row(&self, mention: &Mention) -> (&str, &str, &str) {
        let text = self.source.text.as_str();
        let (from, to) = (mention.span.start as usize, mention.span.end as usize);
        let Range { start, end } = self.row_range(mention);
        let before = text[start..from].rfind('|').map_or(start, |at| start + at + 1);
        let behind = text[to..end].find('|').map_or(end, |at| to + at);
        (&text[start..before], &text[before..behind], &text[behind..end])
    }

    /// The row of a table that a mention stands in: byte offsets.
    fn row_range(&self, mention: &Mention) -> Range<usize> {
        let text = self.source.text.as_str();
        let start = text[..mention.span.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let to = mention.span.end as usize;
        start..text[to..].find('\n').map_or(text.len(), |at| to + at)
    }

    /// Whether the last row between two rows of documents heads those behind it and says that something else than `action`, or only
    /// that of a part, is done to them: `| II | Bãi bỏ một phần |`. `before` is where the row before ends; there is none in the first
    /// row of documents, before which the heads of the columns stand too. `None` where no row stands there.
    fn heading_row(&self, before: Option<usize>, row: usize, action: Action) -> Option<bool> {
        const HEADS: usize = 2;
        let table = || self.outline.tables.iter().find(|table| table.contains(&row)).map(|table| table.start);
        let (from, heads) = before.map_or_else(|| (table().unwrap_or(row), HEADS), |end| (end, 0));
        let between = self.source.text.get(from..row)?.lines().skip(heads);
        let heading = slug(between.filter(|line| line.contains(char::is_alphabetic)).last()?);
        let is_part = heading.contains("mot-phan") && !heading.contains("toan-bo");
        Some(is_part || matches!(Heading::of(&heading, action), Heading::Other | Heading::Both))
    }

    /// The cells of the row of a table that a mention stands in, but for its own.
    fn other_cells(&self, mention: &Mention) -> impl Iterator<Item = &str> {
        let (before, _, behind) = self.row(mention);
        before.split('|').chain(behind.split('|'))
    }

    /// The cell of a table that a mention stands in.
    fn own_cell(&self, mention: &Mention) -> Option<&str> {
        let is_in_table =
            self.outline.tables.iter().any(|table| table.contains(&(mention.span.start as usize)));
        is_in_table.then(|| self.row(mention).1)
    }

    /// What the columns of a table say of the document of a row.
    fn columns(&self, mention: &Mention, action: Action) -> CellSays {
        let text = self.source.text.as_str();
        let at = mention.span.start as usize;
        let Some(table) = self.outline.tables.iter().find(|table| table.contains(&at)) else {
            return CellSays::default();
        };
        let row_start = text[..at].rfind('\n').map_or(0, |line| line + 1);
        let head = text.get(table.start..row_start).and_then(|above| above.lines().next()).unwrap_or("");
        let row = text.get(row_start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let facts = &self.outline.structure.facts;
        let own_day = facts.adopted.as_ref().or(facts.dated.as_ref()).map(|day| day.value);
        let own = text.get(at..mention.span.end as usize).unwrap_or_default();
        let named = cells(head).chain(std::iter::repeat(""));
        let says = named.zip(cells(row)).filter(|(_, words)| !words.is_empty()).map(|(head, words)| {
            let is_own = words.contains(own);
            let (head, words) = if is_own { ("", remark(words).unwrap_or_default()) } else { (head, words) };
            Cell { head, words }.says(action, own_day)
        });
        says.fold(CellSays::default(), CellSays::and)
    }

    /// What a list says of one of its documents; `None` where its row says that nothing is done to it.
    fn listed_at(&self, list: &AnnexList, at: usize) -> Option<Instruction> {
        let mention = &self.mentions[at];
        let mut provisions: Vec<TargetProvision> = Vec::new();
        if let Found::Citation(citation) = &mention.found {
            provisions.extend(citation.provisions.iter().map(|path| TargetProvision {
                words: path.words(),
                path: Some(path.clone()),
                is_part: false,
            }));
        }
        let says = self.columns(mention, list.action);
        if says.is_kept() && provisions.is_empty() {
            return None;
        }
        // `| Nghị quyết số A | Bãi bỏ Điều 4 |`
        provisions.extend(self.other_cells(mention).flat_map(provisions_of_cell));
        provisions.extend(self.own_cell(mention).and_then(remark).into_iter().flat_map(provisions_of_cell));
        let is_part = !provisions.is_empty() || says.is_part;
        let is_unclear = says.is_unclear() || (says.is_whole && is_part);
        let doubt = list.doubt.or(is_unclear.then_some(Doubt::NotUnderstood));
        Some(Instruction {
            action: if is_part && list.action == Action::Repeals { Action::Delete } else { list.action },
            agent: None,
            target: at,
            in_attachment: false,
            provisions,
            wording: None,
            effect: None,
            words: None,
            extent: if is_part { Extent::Partial } else { list.extent },
            from: says.day.map(Day::On).or(list.from),
            until: list.until,
            sentence: self.sentence(&list.sentence),
            span: mention.span,
            place: self.place(list.sentence.start),
            certainty: doubt.map_or(Certainty::Read, Certainty::Unsure),
            is_summary: false,
        })
    }

    fn sentence(&self, range: &Range<usize>) -> String {
        // No letter has more than four bytes.
        let most = range.start..range.end.min(range.start + LONGEST_SENTENCE * 4);
        let words = self.outline.words(&most);
        match words.char_indices().nth(LONGEST_SENTENCE) {
            Some((end, _)) => format!("{}…", &words[..end]),
            None if most.end < range.end => format!("{words}…"),
            None => words,
        }
    }

    /// Provisions that are named beside a document are provisions of it.
    fn give_named(&mut self, range: &Range<usize>, document: usize) {
        for at in self.overlapping(range) {
            let mention = &mut self.mentions[at];
            let is_bare = matches!(&mention.found, Found::Citation(citation) if citation.kind == CitationKind::Internal);
            if is_bare && at != document {
                mention.of = Some(document);
            }
        }
    }

    /// What stands below a sentence that amends a document (`... như sau:`) names provisions of that document.
    fn give_provisions(&mut self, sentence: usize, document: usize) {
        let Some(part) = self.part_at(sentence).map(|part| self.outline.part(part)) else { return };
        for at in self.overlapping(&(part.text.end..part.end)) {
            let mention = &mut self.mentions[at];
            let Found::Citation(citation) = &mention.found else { continue };
            let is_bare = citation.kind == CitationKind::Internal
                && citation.base == ProvisionBase::Document
                && citation.document_type.is_none();
            if is_bare && !mention.is_quoted {
                mention.of = Some(document);
            }
        }
    }

    fn part_at(&self, at: usize) -> Option<usize> {
        self.outline.structure.parts.partition_point(|part| part.text.start <= at).checked_sub(1)
    }

    /// The mention that names a document with these words.
    fn document(&self, range: &Range<usize>) -> Option<usize> {
        self.overlapping(range).find(|at| match &self.mentions[*at].found {
            Found::Citation(citation) => citation.is_of_other_document(),
            Found::Person(_) => false,
        })
    }

    /// The mentions that share a byte with a range of the source.
    fn overlapping(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.mentions.partition_point(|mention| mention.span.end as usize <= range.start);
        let rest = &self.mentions[first..];
        first..first + rest.partition_point(|mention| (mention.span.start as usize) < range.end)
    }

    /// The provisions that say something of the effect of the whole text.
    fn places_where(&self, says: impl Fn(&Validity) -> bool) -> Vec<String> {
        let whole = self.outline.structure.facts.validity.iter();
        let whole = whole.filter(|validity| validity.provision.is_none() && says(validity));
        let mut places: Vec<String> = whole.filter_map(|validity| self.place(validity.range.start)).collect();
        places.dedup();
        places
    }

    /// The anchor of the provision that a byte of the source stands in.
    fn place(&self, at: usize) -> Option<String> {
        let anchor = self.outline.anchor_around(self.part_at(at)?)?;
        let is_written = self.provisions.iter().any(|provision| provision.anchor == anchor);
        is_written.then(|| anchor.to_owned())
    }
}

/// Whether a part stands on the page as a heading.
pub(super) fn is_heading(role: Role) -> bool {
    matches!(
        role,
        Role::Part
            | Role::Chapter
            | Role::Section
            | Role::Subsection
            | Role::Article
            | Role::Annex
            | Role::Regulation
    )
}

/// Whether a paragraph of this role begins with its number.
pub(super) fn is_numbered(role: Role) -> bool {
    matches!(role, Role::Clause | Role::Subclause | Role::Point)
}

/// Whether a part can lie in no list: it ends what came before.
pub(super) fn ends_lists(role: Role) -> bool {
    is_heading(role)
        || matches!(
            role,
            Role::Adoption | Role::Recipients | Role::SignerRole | Role::SignerMark | Role::SignerName
        )
}

/// Whether a part stands before the first provision and says nothing that a summary would.
pub(super) fn is_before_provisions(role: Role) -> bool {
    role <= Role::Enacting
}

/// The class of the paragraph that a part is written as.
pub(super) fn class(role: Role) -> Class {
    match role {
        Role::NationalName
        | Role::Issuer
        | Role::Title
        | Role::Subject
        | Role::Council
        | Role::Session
        | Role::Caption => Class::Head,
        Role::Motto | Role::Number | Role::PlaceAndDate | Role::Enclosure => Class::HeadLine,
        Role::Basis | Role::Consideration => Class::Recital,
        Role::Enacting => Class::Enacting,
        Role::Clause => Class::Clause,
        Role::Subclause | Role::Point => Class::Point,
        Role::Dash | Role::Item => Class::Dash,
        Role::Recipients | Role::Recipient => Class::Recipients,
        Role::SignerRole | Role::SignerMark | Role::SignerName => Class::Signer,
        Role::Quoted => Class::Quoted,
        _ => Class::Plain,
    }
}

/// Whether a paragraph begins with the line of a block that begins at byte `start` of the source.
fn begins_paragraph(block: &Block<'_>, start: usize, width: usize) -> bool {
    let at = start - block.start;
    let behind_break = block.text[..at].trim_end_matches([' ', '\t']).ends_with('\n');
    behind_break && opens_paragraph(block.text, at, width)
}

/// Whether the words behind the label of an article are its title, not its text.
fn is_title(words: &str) -> bool {
    let words = words.trim().trim_end_matches(['*', '_', ' ']);
    let length = words.bytes().filter(|sign| *sign != b'*').count();
    length <= LONGEST_TITLE && !words.ends_with(['.', ';', ':', ',', '”', '/'])
}

/// The paragraphs, headings and list items of a text, as far as they are its own: what is quoted, in tables or code
/// is left out.
fn blocks<'a>(text: &'a str, start: usize, events: &[(Event<'_>, Range<usize>)]) -> Vec<Block<'a>> {
    let mut blocks = Blocks { text, start, found: Vec::new(), item: None, open: None, told: 0, lists: 0 };
    let mut apart_until = 0;
    for (event, range) in events {
        if range.start < apart_until {
            continue;
        }
        match event {
            Event::Start(tag) if is_apart(tag) => {
                blocks.end();
                apart_until = range.end;
            }
            Event::Start(Tag::Heading { level, .. }) => {
                if text[range.clone()].starts_with('#') {
                    blocks.add(range, Some(*level as u8));
                } else {
                    // The line below is an ornament.
                    let underline = text[range.clone()].trim_end().rfind('\n').unwrap_or(range.len());
                    blocks.add(&(range.start..range.start + underline), None);
                }
            }
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_)) => blocks.add(range, None),
            Event::Start(Tag::Item) => {
                blocks.end();
                blocks.item = Some(range.start);
            }
            Event::Start(Tag::List(_)) => {
                blocks.end();
                blocks.lists = blocks.lists.saturating_add(1);
            }
            Event::End(TagEnd::List(_)) => {
                blocks.end();
                blocks.lists = blocks.lists.saturating_sub(1);
            }
            Event::End(TagEnd::Item) => {
                blocks.end();
                blocks.item = None;
            }
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) => blocks.extend(range),
            _ => {}
        }
    }
    blocks.found
}

/// The structure of the head of a page where that is a table at the beginning: `| **HỘI ĐỒNG NHÂN DÂN**<br>**TỈNH X** |`.
fn structure_of_head_table(
    text: &str,
    start: usize,
    events: &[(Event<'_>, Range<usize>)],
) -> Option<Structure> {
    let [(Event::Start(Tag::Table(_)), table), ..] = events else { return None };
    let mut blocks = Vec::new();
    let within = events.iter().take_while(|(_, range)| range.start < table.end);
    for (_, cell) in within.filter(|(event, _)| matches!(event, Event::Start(Tag::TableCell))) {
        let mut from = cell.start;
        for line in text[cell.clone()].split_inclusive('>') {
            let words = line.rfind('<').map_or(line, |tag| &line[..tag]);
            let words = words.trim_end_matches([' ', '|']);
            if !words.trim().is_empty() {
                blocks.push(Block::paragraph(words, start + from));
            }
            from += line.len();
        }
    }
    Some(structure(&blocks))
}

/// What a table below the text says of who signed it, line by line.
fn structure_of_foot_table(
    text: &str,
    start: usize,
    events: &[(Event<'_>, Range<usize>)],
) -> Option<Structure> {
    // Tables of HTML stay HTML.
    let begins = |event: &Event<'_>| matches!(event, Event::Start(Tag::Table(_) | Tag::HtmlBlock));
    let (_, table) = events.iter().rfind(|(event, _)| begins(event))?;
    // A signature stands below articles.
    let mut blocks = vec![Block::paragraph("Điều 1. Một", start + table.start)];
    let first = events.partition_point(|(_, range)| range.start < table.start);
    let within = events.iter().skip(first).take_while(|(_, range)| range.start < table.end);
    for (_, range) in within.filter(|(event, _)| matches!(event, Event::Text(_))) {
        let words = text.get(range.clone()).unwrap_or_default();
        if !words.trim().is_empty() {
            blocks.push(Block::paragraph(words, start + range.start));
        }
    }
    Some(structure(&blocks))
}

/// What is struck out in elements of HTML (`<del>...</del>`), in order: byte offsets in the source.
fn struck_out(start: usize, events: &[(Event<'_>, Range<usize>)]) -> Vec<Range<usize>> {
    const TAGS: [&str; 3] = ["del", "strike", "s"];
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut end = start;
    for (event, range) in events {
        end = start + range.end;
        let (Event::InlineHtml(tag) | Event::Html(tag)) = event else { continue };
        let inner = tag.trim_start_matches('<');
        let name = inner.trim_start_matches('/').split(|sign: char| !sign.is_ascii_alphanumeric()).next();
        if !name.is_some_and(|name| TAGS.iter().any(|striking| name.eq_ignore_ascii_case(striking))) {
            continue;
        }
        if !inner.starts_with('/') {
            open = open.or(Some(start + range.start));
        } else if let Some(from) = open.take() {
            found.push(from..end);
        }
    }
    found.extend(open.map(|from| from..end));
    found
}

/// Whether what stands in an element is not of the resolution itself, or no running text.
fn is_apart(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_)
            | Tag::Table(_)
            | Tag::HtmlBlock
            | Tag::FootnoteDefinition(_)
            | Tag::CodeBlock(CodeBlockKind::Fenced(_))
    )
}

/// Blocks as they are collected.
struct Blocks<'a> {
    text: &'a str,
    start: usize,
    found: Vec<Block<'a>>,
    /// Where the mark of an item stands that has no words yet.
    item: Option<usize>,
    /// The words so far of an item that has no paragraphs.
    open: Option<Range<usize>>,
    /// Where the last paragraph or heading ends.
    told: usize,
    lists: u8,
}

impl Blocks<'_> {
    /// Adds a paragraph or heading; the first of an item begins with the item's mark.
    fn add(&mut self, range: &Range<usize>, heading: Option<u8>) {
        self.end();
        let from = self.item.take().unwrap_or(range.start);
        self.push(from..range.end, heading);
        self.told = range.end;
    }

    /// Adds words to an item that has no paragraphs.
    fn extend(&mut self, range: &Range<usize>) {
        if range.start < self.told {
            return;
        }
        match (&mut self.open, self.item.take()) {
            (Some(open), _) => open.end = range.end,
            (None, Some(item)) => self.open = Some(item..range.end),
            (None, None) => self.open = Some(range.clone()),
        }
    }

    fn end(&mut self) {
        if let Some(open) = self.open.take() {
            self.push(open, None);
        }
    }

    fn push(&mut self, range: Range<usize>, heading: Option<u8>) {
        let text = self.text[range.clone()].trim_end();
        if !text.is_empty() {
            let start = self.start + range.start;
            self.found.push(Block { text, start, heading, nesting: self.lists });
        }
    }
}
