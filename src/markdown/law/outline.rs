//! The structure of a text, laid over its Markdown while that is written.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::blocks::{blocks, struck_out, structure_of_foot_table, structure_of_head_table};
use super::issuers::Issuers;
use super::join::Joiner;
use super::roles::{is_before_provisions, is_heading, is_numbered};
use super::{Instruction, Law, Provision};
use crate::legal::instruction::instructions_but_for;
use crate::legal::structure::line::{opens_paragraph, width};
use crate::legal::structure::{Block, NumberingProblem, Part, Role, Slip, Structure, structure};
use crate::markdown::Mention;
use crate::markdown::shadow::NOTHING;
use crate::text::{Source, one_line};

/// A line longer than this, in bytes, is no line that an editor's program broke: such texts have a paragraph on each
/// line.
const LONGEST_WRAPPED: usize = 200;
/// Longest title of an article, in bytes; what is longer is its text.
const LONGEST_TITLE: usize = 300;
/// What the recitals are called together.
pub(in crate::markdown) const BASES: &str = "Căn cứ";

/// The structure of a text, laid over its Markdown while that is written.
pub(in crate::markdown) struct Outline<'a> {
    blocks: Vec<Block<'a>>,
    pub(super) structure: Structure,
    /// The tables of the text, whose words are in no block: byte offsets in the source.
    pub(super) tables: Vec<Range<usize>>,
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
    pub(super) at: usize,
    pub(super) begins: Begins,
}

/// What begins at a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::markdown) enum Begins {
    /// A part of the structure, by index.
    Part(usize),
    /// The words of a provision behind its label.
    Words,
}

impl<'a> Outline<'a> {
    /// Recognises the structure of a text that begins at byte `start` of its source.
    pub(in crate::markdown) fn new(
        text: &'a str,
        start: usize,
        events: &[(Event<'_>, Range<usize>)],
    ) -> Self {
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
    pub(in crate::markdown) fn begin(&mut self, at: usize) -> Option<Begins> {
        let cut = self.cuts.get(self.next).filter(|cut| cut.at <= at)?;
        self.next += 1;
        if let Begins::Part(part) = cut.begins {
            self.current = Some(part);
        }
        Some(cut.begins)
    }

    /// Whether the line that begins with `line` is a paragraph of its own.
    pub(in crate::markdown) fn is_paragraph(&self, line: &str) -> bool {
        let is_in_head = self.current.is_some_and(|part| is_before_provisions(self.part(part).role));
        self.is_typed && !is_in_head && line.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the writer has come to the provisions.
    pub(in crate::markdown) fn is_in_provisions(&self) -> bool {
        self.current.is_some_and(|part| !is_before_provisions(self.part(part).role))
    }

    /// Where the next block begins: byte of the source.
    pub(in crate::markdown) fn next_cut(&self) -> Option<usize> {
        self.cuts.get(self.next).map(|cut| cut.at)
    }

    /// Where the first block behind byte `at` begins: byte of the source.
    pub(in crate::markdown) fn cut_behind(&self, at: usize) -> Option<usize> {
        self.cuts[self.next..].iter().map(|cut| cut.at).find(|cut| *cut > at)
    }

    /// A part.
    pub(in crate::markdown) fn part(&self, index: usize) -> &Part {
        &self.structure.parts[index]
    }

    /// The source's words between two bytes of it, on one line and without marks of Markdown.
    pub(super) fn words(&self, range: &Range<usize>) -> String {
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
    pub(in crate::markdown) fn anchor_around(&self, mut index: usize) -> Option<&str> {
        loop {
            let part = self.part(index);
            if part.anchor.is_some() {
                return part.anchor.as_deref();
            }
            index = part.parent?;
        }
    }

    /// How many divisions, articles and annexes a part lies in.
    pub(in crate::markdown) fn headings_above(&self, index: usize) -> u8 {
        let parents = std::iter::successors(self.part(index).parent, |parent| self.part(*parent).parent);
        let count = parents.filter(|parent| is_heading(self.part(*parent).role)).count();
        u8::try_from(count).unwrap_or(u8::MAX)
    }

    /// What the list of contents calls a division, article or annex.
    pub(in crate::markdown) fn heading_text(&self, index: usize) -> String {
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
    pub(in crate::markdown) fn label(&self, index: usize) -> String {
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
    pub(in crate::markdown) fn is_quoted(&self, at: usize) -> bool {
        let next = self.structure.quotations.partition_point(|quotation| quotation.end <= at);
        self.structure.quotations.get(next).is_some_and(|quotation| quotation.start <= at)
    }

    /// Labels out of order.
    pub(in crate::markdown) fn problems(&self) -> &[NumberingProblem] {
        &self.structure.problems
    }

    /// Slips that are no matter of numbers.
    pub(in crate::markdown) fn slips(&self) -> &[Slip] {
        &self.structure.slips
    }

    /// The anchors of its provisions.
    pub(in crate::markdown) fn anchors(&self) -> impl Iterator<Item = &str> {
        self.structure.parts.iter().filter_map(|part| part.anchor.as_deref())
    }

    /// Whether the text has an article.
    pub(super) fn has_articles(&self) -> bool {
        self.structure.parts.iter().any(|part| part.role == Role::Article)
    }

    /// All that is recognised, joined with the mentions of the text. Mentions of provisions of the documents that
    /// something is done to are told whose they are.
    pub(in crate::markdown) fn finish(
        self,
        provisions: Vec<Provision>,
        mentions: &mut [Mention],
        source: &Source,
    ) -> Law {
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
