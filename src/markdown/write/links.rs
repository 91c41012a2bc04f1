//! Links, pictures and the numbers of notes.

use std::ops::Range;

use super::{Footnote, Writer};
use crate::markdown::element::{Class, Element};
use crate::markdown::tag::attribute_at;
use crate::markdown::tree::Mark;
use crate::markdown::{Link, OutsideLink, html, problems};
use crate::text::{Span, one_line};

impl Writer<'_> {
    pub(super) fn open_link(&mut self, destination: &str, title: &str, range: &Range<usize>) {
        self.keep_number_in_words();
        let span = self.span(range);
        let kind = html::address_kind(destination);
        match kind {
            html::AddressKind::Outside => {
                self.outside(destination, span);
                self.tree.open(Element::A);
                self.tree.attribute("href", destination);
            }
            html::AddressKind::Within => {
                self.tree.open(Element::A);
                self.push_link(destination, span, false);
            }
            html::AddressKind::Unsafe => self.diagnostics.push(problems::unsafe_address(span, destination)),
        }
        let is_written = kind != html::AddressKind::Unsafe;
        if is_written && !title.is_empty() {
            self.tree.attribute("title", &one_line(title));
        }
        self.links.push(is_written);
    }

    pub(super) fn picture(&mut self, destination: &str, alt: &str, range: &Range<usize>) {
        let span = self.span(range);
        match html::address_kind(destination) {
            html::AddressKind::Within => {
                self.tree.open(Element::Img);
                self.push_link(destination, span, true);
                if let Some(link) = self.body.links.last_mut() {
                    link.has_text = !alt.trim().is_empty();
                }
                self.tree.attribute("alt", alt);
                self.tree.attribute("loading", "lazy");
            }
            html::AddressKind::Outside => {
                self.diagnostics.push(problems::picture_elsewhere(span, destination));
                self.outside(destination, span);
                self.tree.open(Element::A);
                self.tree.attribute("href", destination);
                self.tree.words(if alt.is_empty() { destination } else { alt });
                self.tree.close(Element::A);
            }
            html::AddressKind::Unsafe => {
                self.diagnostics.push(problems::unsafe_address(span, destination));
                self.tree.words(alt);
            }
        }
    }

    /// Tells the addresses in a tag of the editor that lead into the portal: they stay as they are written, and fit no page.
    pub(super) fn raw_addresses(&mut self, tag: &str, start: usize) {
        for (name, is_picture) in [("href", false), ("src", true)] {
            let Some(range) = attribute_at(tag, name).filter(|range| !range.is_empty()) else { continue };
            let address = &tag[range.clone()];
            if html::address_kind(address) == html::AddressKind::Within && !address.starts_with('#') {
                let span = self.span(&(start + range.start..start + range.end));
                self.diagnostics.push(problems::address_in_html(span, address, is_picture));
            }
        }
    }

    /// Keeps an address of another site; mailboxes and telephones are none.
    pub(super) fn outside(&mut self, address: &str, span: Span) {
        let address = address.trim();
        if html::is_of_the_web(address) {
            self.body.outside.push(OutsideLink { address: address.to_owned(), span });
        }
    }

    /// Gives the element that has just begun the address of a relative link or picture.
    pub(super) fn push_link(&mut self, destination: &str, span: Span, is_picture: bool) {
        self.tree.mark(Mark::Link(self.body.links.len()));
        self.body.links.push(Link { destination: destination.to_owned(), span, is_picture, has_text: true });
    }

    pub(super) fn footnote_reference(&mut self, name: &str) {
        let footnote = self.footnote(name);
        footnote.mentions += 1;
        let Footnote { number, mentions, anchor, .. } = footnote.clone();
        self.tree.open_as(Element::Sup, Class::FootnoteReference);
        if mentions == 1 {
            let anchor = self.anchor(&format!("fnref-{number}"));
            self.tree.anchor(&anchor);
        }
        self.tree.open(Element::A);
        let span = self.source.span(self.start, self.start);
        self.push_link(&format!("#{anchor}"), span, false);
        self.tree.words(&number.to_string());
        self.tree.close(Element::A);
        self.tree.close(Element::Sup);
    }

    /// A footnote; its number and anchor are given when it is first asked for.
    pub(super) fn footnote(&mut self, name: &str) -> &mut Footnote {
        if !self.footnotes.contains_key(name) {
            let number = self.footnotes.len() + 1;
            let anchor = self.anchor(&format!("fn-{number}"));
            self.footnotes
                .insert(name.to_owned(), Footnote { number, mentions: 0, anchor, is_written: false });
        }
        self.footnotes.entry(name.to_owned()).or_default()
    }
}
