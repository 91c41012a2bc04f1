//! Whose the documents of a list are, where a lead, a heading or a table says so for all of them: `Bãi bỏ các nghị quyết
//! của HĐND huyện Núi Hồng sau đây`. Two councils give their documents the same numbers.

use std::collections::HashMap;
use std::ops::Range;

use super::Instruction;
use super::join::Joiner;
use super::list::cells;
use super::outline::Outline;
use crate::legal::citation::{ListIssuer, issuer_of_cell, list_issuers};
use crate::legal::instruction::Certainty;
use crate::legal::instruction::Doubt;
use crate::legal::structure::Role;
use crate::markdown::{Found, Mention};
use crate::text::slug;

/// Longest heading that is read as the name of a body, in bytes.
const LONGEST_NAME: usize = 160;

/// What the leads, headings and tables of a text say of the issuers of documents. Each is read once.
pub(super) struct Issuers {
    /// For each part, the paragraph or caption before it that leads to it.
    leads: Vec<Option<usize>>,
    /// What parts say, by index.
    parts: HashMap<usize, Vec<Phrase>>,
    /// What tables say, by the byte they begin at.
    tables: HashMap<usize, Vec<Row>>,
}

/// Words that name an issuer: bytes of the source.
#[derive(Debug, Clone)]
struct Phrase {
    range: Range<usize>,
    issuer: ListIssuer,
}

/// A row of a table: the byte behind it, and whose its document is.
struct Row {
    end: usize,
    issuer: Option<ListIssuer>,
}

impl Issuers {
    pub(super) fn of(outline: &Outline<'_>) -> Self {
        let parts = &outline.structure.parts;
        let mut last: HashMap<Option<usize>, usize> = HashMap::new();
        let mut leads = Vec::with_capacity(parts.len());
        // The last heading that only names a body: `B. HĐND TỈNH`.
        let mut heading: Option<usize> = None;
        for (at, part) in parts.iter().enumerate() {
            if matches!(
                part.role,
                Role::Article | Role::Annex | Role::Regulation | Role::Part | Role::Chapter
            ) {
                heading = None;
            }
            leads.push(last.get(&part.parent).copied().max(heading));
            let is_text = matches!(part.role, Role::Text | Role::Item | Role::Section);
            let is_caption = part.role == Role::Caption;
            let own = if is_text || is_caption { outline.words(&part.text) } else { String::new() };
            if own.len() <= LONGEST_NAME && issuer_of_cell(&own).is_some() {
                heading = Some(at);
            }
            if is_caption || (is_text && own.ends_with(':')) {
                last.insert(part.parent, at);
            } else if part.role == Role::Text {
                last.remove(&part.parent);
            }
        }
        Self { leads, parts: HashMap::new(), tables: HashMap::new() }
    }

    /// Gives the documents of acts the issuers that are said for all of a list; where several are said, which document is
    /// meant is unsure. `list` is the sentence that leads to a list elsewhere.
    pub(super) fn give(
        &mut self,
        joiner: &mut Joiner<'_>,
        acts: &mut [Instruction],
        list: Option<&Range<usize>>,
    ) {
        for act in acts.iter_mut().filter(|act| act.agent.is_none()) {
            if !joiner.mentions.get(act.target).is_some_and(is_open) {
                continue;
            }
            match self.issuer(joiner, act, list) {
                Some(ListIssuer::One(name)) => {
                    if let Some(Found::Citation(citation)) =
                        joiner.mentions.get_mut(act.target).map(|mention| &mut mention.found)
                    {
                        citation.issuer = Some(name);
                    }
                }
                Some(ListIssuer::Several) if act.certainty.is_sure() => {
                    act.certainty = Certainty::Unsure(Doubt::OtherDocument);
                }
                Some(ListIssuer::Several) | None => {}
            }
        }
    }

    fn issuer(
        &mut self,
        joiner: &Joiner<'_>,
        act: &Instruction,
        list: Option<&Range<usize>>,
    ) -> Option<ListIssuer> {
        let mention = joiner.mentions.get(act.target)?;
        let (start, end) = (mention.span.start as usize, mention.span.end as usize);
        let sentence = act.span.start as usize..act.span.end as usize;
        let from = if sentence.start < start && end <= sentence.end { sentence.start } else { 0 };
        self.of_row(joiner, start)
            .or_else(|| self.above(joiner, start, from))
            .or_else(|| self.above(joiner, list?.end, list?.start))
    }

    /// What is said before a byte of the source: in its sentence, which begins at `from`, and in what leads to that.
    fn above(&mut self, joiner: &Joiner<'_>, at: usize, from: usize) -> Option<ListIssuer> {
        let own = joiner.part_at(at)?;
        let before: Vec<Phrase> = self.phrases(joiner, own).to_vec();
        let within = before.iter().filter(|phrase| from <= phrase.range.start && phrase.range.end <= at);
        if let Some(issuer) = last_of(joiner, within, Some(from.max(joiner.outline.part(own).text.start))) {
            return Some(issuer);
        }
        let mut part = Some(own);
        while let Some(current) = part {
            let lead = self.leads.get(current).copied().flatten();
            let parent = joiner.outline.part(current).parent;
            for leading in [lead, parent].into_iter().flatten() {
                // A sentence that has ended leads to nothing.
                let words = joiner.source.text.get(joiner.outline.part(leading).text.clone());
                let has_ended = words
                    .is_some_and(|words| words.trim_end().ends_with(['.', ';']) && !words.contains(" sau"));
                let said = if has_ended { Vec::new() } else { self.phrases(joiner, leading).to_vec() };
                if let Some(issuer) = last_of(joiner, said.iter(), None) {
                    return Some(issuer);
                }
            }
            part = parent;
        }
        None
    }

    fn phrases(&mut self, joiner: &Joiner<'_>, part: usize) -> &[Phrase] {
        self.parts.entry(part).or_insert_with(|| {
            let range = joiner.outline.part(part).text.clone();
            let words = joiner.source.text.get(range.clone()).unwrap_or_default();
            let named = list_issuers(words).into_iter();
            let mut phrases: Vec<Phrase> = named
                .map(|(found, issuer)| Phrase {
                    range: range.start + found.start..range.start + found.end,
                    issuer,
                })
                .collect();
            if phrases.is_empty() && words.len() <= LONGEST_NAME {
                phrases.extend(issuer_of_cell(words).map(|issuer| Phrase { range, issuer }));
            }
            phrases
        })
    }

    /// What the row of a table that a byte of the source stands in says, or the rows above that head it.
    fn of_row(&mut self, joiner: &Joiner<'_>, at: usize) -> Option<ListIssuer> {
        let table = joiner.outline.tables.iter().find(|table| table.contains(&at))?;
        let rows = self.tables.entry(table.start).or_insert_with(|| rows(joiner, table));
        rows.get(rows.partition_point(|row| row.end <= at))?.issuer.clone()
    }
}

/// Whether a mention names a document of a council or committee, and no issuer.
fn is_open(mention: &Mention) -> bool {
    let Found::Citation(citation) = &mention.found else { return false };
    let is_local = citation.symbol.as_ref().is_some_and(|symbol| {
        symbol.year.is_none() || symbol.key.contains("HĐND") || symbol.key.contains("UBND")
    });
    is_local && citation.issuer.is_none() && citation.implied_issuer.is_none()
}

/// What the last of some phrases says. Two that stand together leave open which is meant; so does one behind the name of a
/// document in the same sentence, which begins at `start`, since it may stand in its title.
fn last_of<'p>(
    joiner: &Joiner<'_>,
    phrases: impl Iterator<Item = &'p Phrase>,
    start: Option<usize>,
) -> Option<ListIssuer> {
    let mut last: Option<&Phrase> = None;
    let mut is_unclear = false;
    for phrase in phrases {
        let before = last.map(|last| last.range.end).or(start).unwrap_or(phrase.range.start);
        let is_alone = joiner.overlapping(&(before..phrase.range.start)).next().is_none();
        is_unclear = match last {
            Some(last) => is_unclear || !is_alone || last.issuer != phrase.issuer,
            None => !is_alone,
        };
        last = Some(phrase);
    }
    let last = last?;
    Some(if is_unclear { ListIssuer::Several } else { last.issuer.clone() })
}

/// The rows of a table, each with whose its document is: by the column of issuers, else by the last row above that names a
/// body and no document.
fn rows(joiner: &Joiner<'_>, table: &Range<usize>) -> Vec<Row> {
    let text = joiner.source.text.get(table.clone()).unwrap_or_default();
    let mut lines = text.split_inclusive('\n');
    let head = lines.next().unwrap_or_default();
    let column = cells(head).position(|name| is_column_of_issuers(&slug(name)));
    let mut group = cells(head).find_map(issuer_of_cell);
    let mut above: Option<ListIssuer> = None;
    let mut end = table.start + head.len();
    let mut rows = vec![Row { end, issuer: None }];
    for line in lines {
        let start = end;
        end += line.len();
        let mut mentions = joiner.overlapping(&(start..end));
        if !mentions.any(|at| matches!(joiner.mentions.get(at), Some(mention) if is_document(mention))) {
            // A row of another group begins.
            if let Some(named) = cells(line).find_map(issuer_of_cell) {
                (group, above) = (Some(named), None);
            }
            rows.push(Row { end, issuer: None });
            continue;
        }
        // Cells that were joined hold what they say in the first row only.
        let cell = column.and_then(|column| cells(line).nth(column));
        if let Some(cell) = cell.filter(|cell| !cell.is_empty()) {
            above = issuer_of_cell(cell);
        }
        rows.push(Row { end, issuer: above.clone().or_else(|| group.clone()) });
    }
    rows
}

fn is_document(mention: &Mention) -> bool {
    matches!(&mention.found, Found::Citation(citation) if citation.is_of_other_document())
}

/// Whether the name of a column, a slug, says that issuers stand below it: `Cơ quan ban hành`.
fn is_column_of_issuers(name: &str) -> bool {
    const WHO: [&str; 7] = ["co-quan", "noi", "chu-the", "don-vi", "nguoi", "tham-quyen", "cap"];
    let is_day = name.contains("ngay") && !name.contains("co-quan");
    let names_who = WHO.iter().any(|who| name.contains(who));
    !is_day && (name.contains("ban-hanh") && names_who || matches!(name, "co-quan" | "tac-gia" | "hdnd"))
}
