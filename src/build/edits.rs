//! Edits of texts applied to a prepared site, where they mean nothing to other documents.

use std::sync::Arc;

use super::{Prepared, Read, SiteProblems, settled};
use crate::check;
use crate::check::levels::{Exemptions, Looked};
use crate::diag::{At, Diagnostic, Diagnostics};
use crate::document::Document;
use crate::front;
use crate::inputs::Inputs;
use crate::link::DocumentIndex;
use crate::memo::{Changed, Reworded};
use crate::render;
use crate::text::{Span, match_key};
use crate::theme::Ready;

/// A document that was read again and means to others what it meant.
#[derive(Debug)]
struct Edit {
    /// Its place in the site.
    at: usize,
    document: Arc<Document>,
    /// Whether its title or summary is another.
    is_renamed: bool,
    /// First byte of its file that may have moved.
    moved: usize,
    /// Where its title stands now.
    title: Option<Span>,
}

impl Edit {
    /// Whether a problem is told at a place that may have moved.
    fn moves(&self, problem: &Diagnostic) -> bool {
        problem.is_about(self.document.file, self.moved)
    }

    /// Whether a rule that has looked at the site as it is told a problem at a place that may have moved before; the title
    /// is not such a place, since rules take that from the document itself.
    fn has_moved(&self, problem: &Diagnostic) -> bool {
        let is_at_title =
            self.title.is_some_and(|title| problem.at == At::Span(title) && problem.labels.is_empty());
        self.moves(problem) && !is_at_title
    }
}

impl Prepared {
    /// Applies what has been read again, where that is only what some documents say and are called, and means nothing to
    /// any other document: then the site is as if it had been prepared from the start, and all that is wrong with it is given.
    /// `Err` with what has been read where the site must be prepared from the start.
    ///
    /// What this site was made from must be the read before `read` of the same memo.
    pub fn apply_text_edits(&mut self, read: Read, inputs: &Inputs) -> Result<Diagnostics, Box<Read>> {
        let Changed::Words(reworded) = &read.parsed.changed else { return Err(Box::new(read)) };
        let edits: Option<Vec<Edit>> = reworded.iter().map(|reworded| self.edit(reworded, inputs)).collect();
        let (Some(mut edits), true) = (edits, read.time.day == self.time.day) else {
            return Err(Box::new(read));
        };
        self.exchange(&mut edits);
        if self.rename(&edits, inputs).is_none() {
            self.exchange(&mut edits);
            return Err(Box::new(read));
        }
        self.time = read.time;
        let exemptions = Exemptions::of(&read.parsed.documents);
        let problems = self.problems.clone();
        Ok(settled(
            read.diagnostics,
            problems,
            inputs,
            &exemptions,
            &self.config,
            (&self.site, Looked::ButForCompleteness),
        ))
    }

    /// What taking over a document that was read again would change; `None` where that means something to others: problems
    /// are told at places that have moved, or references look for its title, old or new.
    fn edit(&self, reworded: &Reworded, inputs: &Inputs) -> Option<Edit> {
        let Reworded { document, is_renamed, .. } = reworded;
        let is_renamed = *is_renamed;
        let at = self.place_of(document)?;
        let before = &self.site.documents.get(at)?.document;
        let moved = if is_renamed {
            let texts = [before, document].map(|document| [&document.common.title, &document.common.summary]);
            texts.into_iter().flatten().flatten().map(|text| text.span.start as usize).min().unwrap_or(0)
        } else {
            // Front matter that is as it was stands where it stood.
            inputs.source(document.file).and_then(|source| front::split(source).ok())?.body
        };
        let is_compared = self.site.compared_titles.contains(&DocumentIndex(at));
        let is_sought = |document: &Document| {
            is_compared || self.site.sought_titles.contains(&match_key(document.title()))
        };
        let title = document.common.title.as_ref().map(|title| title.span);
        let edit = Edit { at, document: Arc::clone(document), is_renamed, moved, title };
        let SiteProblems { linked, checked, .. } = &self.problems;
        // The rules look again at a document with another title.
        let is_told =
            linked.iter().chain(checked.iter().filter(|_| !is_renamed)).any(|problem| edit.moves(problem));
        (!is_told && !(is_renamed && (is_sought(before) || is_sought(document)))).then_some(edit)
    }

    /// Puts documents at their places, and those that were there into the edits.
    fn exchange(&mut self, edits: &mut [Edit]) {
        for edit in edits {
            if let Some(linked) = self.site.documents.get_mut(edit.at) {
                std::mem::swap(&mut linked.document, &mut edit.document);
                linked.take_amended_term();
            }
        }
    }

    /// Looks again at what depends on titles: the rules, and the rows of lists. `None` where a rule finds something at a
    /// place that has moved, or a row cannot be made.
    fn rename(&mut self, edits: &[Edit], inputs: &Inputs) -> Option<()> {
        if !edits.iter().any(|edit| edit.is_renamed) {
            return Some(());
        }
        let checked = check::check(&self.site, &inputs.sources, &self.config.checks);
        if checked.iter().any(|problem| edits.iter().any(|edit| edit.has_moved(problem))) {
            return None;
        }
        for edit in edits.iter().filter(|edit| edit.is_renamed) {
            let index = DocumentIndex(edit.at);
            let lines = |card: &Ready| render::card_lines(card, &self.theme).map_err(|problem| problem.0);
            let card = self.scene().remade_card(index, lines).ok()?;
            self.cards.put(index, card);
        }
        self.problems.checked = checked;
        Some(())
    }

    /// The place of the document of this file in the site; `None` where it is not part of it.
    pub(super) fn place_of(&self, document: &Document) -> Option<usize> {
        let documents = &self.site.documents;
        let at = documents.partition_point(|linked| {
            (&linked.document.id, &linked.document.path) < (&document.id, &document.path)
        });
        documents.get(at).filter(|linked| linked.document.path == document.path).map(|_| at)
    }
}
