//! What is done joined with the mentions that name the documents.

use std::collections::HashSet;
use std::ops::Range;

use super::outline::Outline;
use super::{Instruction, LONGEST_SENTENCE, Miscounted, Provision, QuotedWords, UnreadAct, effect};
use crate::legal::citation::ProvisionBase;
use crate::legal::instruction::{self, Agent, StatedCount};
use crate::legal::structure::{Role, Validity};
use crate::legal::{CitationKind, RelationKind};
use crate::markdown::{Found, Mention};
use crate::text::Source;

/// Joins what is done with the mentions that name the documents.
pub(super) struct Joiner<'a> {
    pub(super) outline: &'a Outline<'a>,
    pub(super) source: &'a Source,
    pub(super) provisions: &'a [Provision],
    pub(super) mentions: &'a mut [Mention],
}

impl Joiner<'_> {
    pub(super) fn join(&mut self, found: &[instruction::Instruction]) -> Vec<Instruction> {
        found.iter().filter_map(|found| self.joined(found)).collect()
    }

    pub(super) fn joined(&mut self, found: &instruction::Instruction) -> Option<Instruction> {
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

    pub(super) fn unread(&self, found: &instruction::UnreadAct) -> UnreadAct {
        UnreadAct {
            action: found.action,
            target: self.document(&found.document),
            document: self.outline.words(&found.document),
            sentence: self.sentence(&found.sentence),
            span: self.source.span(found.sentence.start, found.sentence.end),
            is_struck: found.is_struck,
        }
    }

    /// A sentence that says of how many documents it is, where others were read in it, below it and in its list.
    pub(super) fn miscounted(&self, count: &StatedCount, instructions: &[Instruction]) -> Option<Miscounted> {
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
    pub(super) fn end_below(&self, start: usize, sentence_end: usize) -> Option<usize> {
        let at = self.part_at(start)?;
        let parts = &self.outline.structure.parts;
        let within = parts[at].end.max(sentence_end);
        let led = parts[at + 1..].iter().take_while(|part| {
            matches!(part.role, Role::Clause | Role::Point | Role::Dash | Role::Item | Role::Text)
        });
        let leads = parts[at].role == Role::Text;
        Some(led.filter(|_| leads).map(|part| part.end).max().unwrap_or(within).max(within))
    }

    pub(super) fn sentence(&self, range: &Range<usize>) -> String {
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
    pub(super) fn give_named(&mut self, range: &Range<usize>, document: usize) {
        for at in self.overlapping(range) {
            let mention = &mut self.mentions[at];
            let is_bare = matches!(&mention.found, Found::Citation(citation) if citation.kind == CitationKind::Internal);
            if is_bare && at != document {
                mention.of = Some(document);
            }
        }
    }

    /// What stands below a sentence that amends a document (`... như sau:`) names provisions of that document.
    pub(super) fn give_provisions(&mut self, sentence: usize, document: usize) {
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

    pub(super) fn part_at(&self, at: usize) -> Option<usize> {
        self.outline.structure.parts.partition_point(|part| part.text.start <= at).checked_sub(1)
    }

    /// The mention that names a document with these words.
    pub(super) fn document(&self, range: &Range<usize>) -> Option<usize> {
        self.overlapping(range).find(|at| match &self.mentions[*at].found {
            Found::Citation(citation) => citation.is_of_other_document(),
            Found::Person(_) => false,
        })
    }

    /// The mentions that share a byte with a range of the source.
    pub(super) fn overlapping(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.mentions.partition_point(|mention| mention.span.end as usize <= range.start);
        let rest = &self.mentions[first..];
        first..first + rest.partition_point(|mention| (mention.span.start as usize) < range.end)
    }

    /// The provisions that say something of the effect of the whole text.
    pub(super) fn places_where(&self, says: impl Fn(&Validity) -> bool) -> Vec<String> {
        let whole = self.outline.structure.facts.validity.iter();
        let whole = whole.filter(|validity| validity.provision.is_none() && says(validity));
        let mut places: Vec<String> = whole.filter_map(|validity| self.place(validity.range.start)).collect();
        places.dedup();
        places
    }

    /// The anchor of the provision that a byte of the source stands in.
    pub(super) fn place(&self, at: usize) -> Option<String> {
        let anchor = self.outline.anchor_around(self.part_at(at)?)?;
        let is_written = self.provisions.iter().any(|provision| provision.anchor == anchor);
        is_written.then(|| anchor.to_owned())
    }
}
