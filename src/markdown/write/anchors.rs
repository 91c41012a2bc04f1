//! Headings that Markdown marks, and anchors: each place has one of its own.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{Holder, Located, Writer};
use crate::legal::ProvisionLabel;
use crate::markdown::element::Element;
use crate::markdown::law::Begins;
use crate::markdown::{Heading, problems};
use crate::text::{Span, slug};

impl Writer<'_> {
    pub(super) fn open_heading(&mut self, level: u8, id: Option<&str>, text: String, range: &Range<usize>) {
        let level = u8::try_from((i16::from(level) + self.heading_shift).clamp(2, 6)).unwrap_or(6);
        let part = self.outline.as_mut().and_then(|outline| outline.begin(self.start + range.start));
        self.tree.open(Element::heading(level));
        let span = self.span(range);
        // The anchor that it would have anyway may be written.
        let id = id.map(slug).filter(|id| !id.is_empty() && !self.is_own_anchor(part, id));
        let anchor = match (&id, part) {
            (None, Some(Begins::Part(part))) if self.has_anchor(part) => {
                self.enter(part);
                self.place.clone().unwrap_or_default()
            }
            _ => {
                let anchor = match &id {
                    Some(id) => self.written_anchor(id, span),
                    None => {
                        let own = self.heading_anchor(&text);
                        self.anchor(&own)
                    }
                };
                self.tree.anchor(&anchor);
                self.place = Some(anchor.clone());
                anchor
            }
        };
        self.holder = Holder::Heading(level);
        self.body.headings.push(Heading { level, text, anchor, span });
    }

    pub(super) fn is_own_anchor(&self, part: Option<Begins>, id: &str) -> bool {
        let Some(Begins::Part(part)) = part else { return false };
        self.outline.as_ref().is_some_and(|outline| outline.part(part).anchor.as_deref() == Some(id))
    }

    pub(super) fn has_anchor(&self, part: usize) -> bool {
        self.outline.as_ref().is_some_and(|outline| outline.part(part).anchor.is_some())
    }

    /// The readable anchor of a heading: `dieu-1`, `dieu-1-khoan-2`, `phu-luc-1-dieu-3`, else its words.
    pub(super) fn heading_anchor(&mut self, text: &str) -> String {
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

    /// An anchor that no other place of the body has, and none that the editor wrote.
    pub(super) fn anchor(&mut self, wanted: &str) -> String {
        let is_free = !self.written.contains_key(wanted);
        if is_free && self.anchors.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        self.other_anchor(wanted)
    }

    /// An anchor with a number behind the wanted one.
    pub(super) fn other_anchor(&mut self, wanted: &str) -> String {
        loop {
            let count = self.counts.entry(wanted.to_owned()).or_insert(1);
            *count += 1;
            let anchor = format!("{wanted}-{count}");
            if !self.written.contains_key(&anchor) && self.anchors.insert(anchor.clone()) {
                return anchor;
            }
        }
    }

    /// The anchor that the editor wrote at a heading. A provision keeps its own, and of two headings the first has it.
    pub(super) fn written_anchor(&mut self, wanted: &str, span: Span) -> String {
        let first = self.written.get(wanted).copied();
        if first == Some(span) && self.anchors.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        self.diagnostics.push(problems::same_anchor(span, wanted, first.filter(|first| *first != span)));
        self.other_anchor(wanted)
    }

    /// Notes the anchors that the editor wrote, so that none that is made takes one first.
    pub(super) fn note_written(&mut self, events: &[Located<'_>]) {
        for (event, range) in events {
            if let Event::Start(Tag::Heading { id: Some(id), .. }) = event
                && self.is_heading(range)
            {
                let span = self.span(range);
                self.written.entry(slug(id)).or_insert(span);
            }
        }
        self.written.remove("");
        if let Some(outline) = self.outline.as_ref().filter(|_| !self.written.is_empty()) {
            for anchor in outline.anchors() {
                self.written.remove(anchor);
            }
        }
    }
}
