//! The documents of a list that stands apart from the sentence that does something to them: in an annex, in a table.

use std::ops::Range;

use super::Instruction;
use super::join::Joiner;
use crate::legal::instruction::{
    self, Action, AnnexList, Cell, CellSays, Certainty, Day, Doubt, Extent, Heading, TargetProvision,
    provisions_of_cell,
};
use crate::legal::structure::Role;
use crate::markdown::{Found, Mention};
use crate::text::slug;

/// Longest label before the first document of a line, in bytes: `12.`, `- `, `a)`.
const LONGEST_LABEL: usize = 12;
/// Longest heading of a list, in bytes.
const LONGEST_HEADING: usize = 600;

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
pub(super) fn cells(row: &str) -> impl Iterator<Item = &str> {
    row.trim().trim_matches('|').split('|').map(str::trim)
}

impl Joiner<'_> {
    /// The documents of the rows of tables in an annex: the first that each row names. A table whose heading says something
    /// else of its documents (`còn hiệu lực`) is none of them; where two may be meant it is unsure.
    pub(super) fn listed(&self, list: &AnnexList) -> Vec<Instruction> {
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

    /// Whether the list stands right below its sentence, and its documents were read there one by one.
    pub(super) fn is_read_below(&self, list: &AnnexList, found: &[instruction::Instruction]) -> bool {
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
}
