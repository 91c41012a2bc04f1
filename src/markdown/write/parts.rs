//! The parts of a resolution: where one begins, the paragraph or heading that it is written as, its number and its anchor.

use super::{Excerpt, Holder, Writer};
use crate::legal::structure::Role;
use crate::markdown::Heading;
use crate::markdown::element::{Class, Element};
use crate::markdown::law::{self, Begins, Provision};
use crate::markdown::tree::Mark;

impl Writer<'_> {
    /// Makes ready for words that stand at byte `at` of the source.
    pub(super) fn begin_words(&mut self, at: usize) {
        while let Some(begins) = self.outline.as_mut().and_then(|outline| outline.begin(at)) {
            let is_fixed = !self.links.is_empty() || matches!(self.holder, Holder::Heading(_) | Holder::Code);
            match begins {
                Begins::Part(part) if !is_fixed => self.begin_part(part),
                Begins::Words if matches!(self.holder, Holder::TypedHeading(_)) && !is_fixed => {
                    self.change_element(|writer| writer.open_paragraph(None));
                }
                Begins::Words if self.holder == Holder::Number => self.end_number(),
                _ => {}
            }
        }
        if self.holder == Holder::Waiting {
            self.open_paragraph(None);
        }
    }

    /// Ends the element that is open and opens another; emphasis goes on in it.
    pub(super) fn change_element(&mut self, open: impl FnOnce(&mut Self)) {
        self.inline.iter().rev().for_each(|element| self.tree.close(*element));
        self.end_element();
        open(self);
        self.inline.iter().for_each(|element| self.tree.open(*element));
    }

    /// Ends the number of a paragraph; emphasis that began before it goes on behind it.
    pub(super) fn end_number(&mut self) {
        self.inline.iter().rev().for_each(|element| self.tree.close(*element));
        self.tree.close(Element::Span);
        self.inline.iter().for_each(|element| self.tree.open(*element));
        self.holder = Holder::Paragraph;
    }

    /// Leaves a number in the words of its paragraph: a link that begins with it would be cut in two.
    pub(super) fn keep_number_in_words(&mut self) {
        if self.holder == Holder::Number && self.block.is_none() {
            self.tree.take_back(Class::Number);
            self.holder = Holder::Paragraph;
        }
    }

    /// Begins a part of the structure in the middle of a paragraph or at its beginning.
    pub(super) fn begin_part(&mut self, index: usize) {
        let Some(outline) = &self.outline else { return };
        let role = outline.part(index).role;
        if !law::is_heading(role) {
            self.change_element(|writer| {
                if law::ends_lists(role) {
                    writer.leave_lists();
                }
                writer.open_paragraph(Some(index));
            });
            return;
        }
        let level = self.top_level.saturating_add(outline.headings_above(index)).min(6);
        let text = outline.heading_text(index);
        let label = outline.part(index).label.clone();
        let span = self.source.span(label.start, label.end);
        self.change_element(|writer| {
            writer.leave_lists();
            writer.tree.open(Element::heading(level));
            writer.enter(index);
            writer.holder = Holder::TypedHeading(level);
            if let Some(anchor) = writer.place.clone() {
                writer.body.headings.push(Heading { level, text, anchor, span });
            }
        });
    }

    pub(super) fn open_paragraph(&mut self, part: Option<usize>) {
        let (mut is_summary, mut is_numbered) = (true, false);
        let class = part
            .zip(self.outline.as_ref())
            .map_or(Class::Plain, |(part, outline)| law::class(outline.part(part).role));
        self.tree.open_as(Element::P, class);
        if let Some((part, outline)) = part.zip(self.outline.as_ref()) {
            let role = outline.part(part).role;
            is_summary = !law::is_before_provisions(role);
            is_numbered = law::is_numbered(role);
            self.enter(part);
        }
        self.holder = Holder::Paragraph;
        if is_numbered && self.inline.is_empty() {
            self.tree.open_as(Element::Span, Class::Number);
            self.holder = Holder::Number;
        }
        if is_summary && self.excerpt == Excerpt::Wanted && self.depth == 0 {
            self.excerpt = Excerpt::Reading;
        }
    }

    /// Gives the element that is being opened the anchor of a part, and notes the provision.
    pub(super) fn enter(&mut self, index: usize) {
        let Some(outline) = &self.outline else { return };
        let part = outline.part(index);
        let Some(anchor) = part.anchor.clone() else {
            self.place = outline.anchor_around(index).map(str::to_owned);
            return;
        };
        let provision = Provision {
            role: part.role,
            anchor: String::new(),
            label: outline.label(index),
            depth: part.depth,
        };
        let is_recital = part.role == Role::Basis;
        let span = self.source.span(part.text.start, part.text.end);
        if is_recital && self.anchors.contains(&anchor) {
            return;
        }
        let anchor = self.anchor(&anchor);
        self.tree.anchor(&anchor);
        if is_recital {
            let text = law::BASES.to_owned();
            self.body.headings.push(Heading { level: self.top_level, text, anchor: anchor.clone(), span });
        }
        self.provisions.push(Provision { anchor: anchor.clone(), ..provision });
        self.place = Some(anchor);
    }

    /// Ends what holds the text that has been written.
    pub(super) fn end_element(&mut self) {
        let has_words = self.block.is_some();
        self.end_block();
        match std::mem::replace(&mut self.holder, Holder::Given) {
            Holder::Paragraph => self.tree.close(Element::P),
            Holder::Number => {
                self.tree.close(Element::Span);
                self.tree.close(Element::P);
            }
            Holder::Heading(level) | Holder::TypedHeading(level) => self.tree.close(Element::heading(level)),
            Holder::Code => {
                self.tree.close(Element::Code);
                self.tree.close(Element::Pre);
            }
            Holder::Given | Holder::Waiting => {}
        }
        if has_words {
            if self.excerpt == Excerpt::Reading {
                self.excerpt = Excerpt::Done;
            }
            for provision in self.unremarked..self.provisions.len() {
                self.tree.mark(Mark::Remark(provision));
            }
            self.unremarked = self.provisions.len();
        }
    }
}
