//! Elements in the text of a resolution: they become paragraphs, headings, lists and line breaks.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::Gate;
use super::list::{List, Numbering, letters, number};
use super::page::{Format, Gap, Holder};
use crate::markdown::element::Sort;
use crate::markdown::shadow::Fill;
use crate::markdown::tag::{attribute, references};

impl<'a> Gate<'a> {
    pub(super) fn close_lists(&mut self, at: usize) {
        for index in (0..self.page.lists.len()).rev() {
            self.close_item(index, at);
            let list = &mut self.page.lists[index];
            if std::mem::take(&mut list.is_written) {
                let is_ordered = list.numbering == Numbering::Digits;
                self.push(Event::End(TagEnd::List(is_ordered)), at..at);
            }
        }
    }

    pub(super) fn close_item(&mut self, index: usize, at: usize) {
        self.close_holder(at);
        let Some(list) = self.page.lists.get_mut(index) else { return };
        if std::mem::take(&mut list.has_item) && list.is_written {
            self.push(Event::End(TagEnd::Item), at..at);
        }
    }

    /// Ends the paragraph, heading or words of an item.
    pub(super) fn close_holder(&mut self, at: usize) {
        if self.page.holder != Holder::None {
            for format in self.page.formats.iter_mut().rev().filter(|format| format.is_written) {
                format.is_written = false;
                self.events.push((Event::InlineHtml(format!("</{}>", format.name).into()), at..at));
            }
        }
        self.page.formats.retain(|format| format.name != "a");
        if let Holder::Block(first) = self.page.holder
            && let Some((event, range)) = self.events.get_mut(first)
        {
            range.end = at;
            let end = if let Event::Start(tag) = event { tag.to_end() } else { TagEnd::Paragraph };
            self.push(Event::End(end), at..at);
        }
        self.page.holder = Holder::None;
        self.page.has_words = false;
        self.page.gap = None;
    }

    /// An element of a resolution begins.
    pub(super) fn law_opens(&mut self, sort: Sort, name: &str, written: &str, at: &Range<usize>) {
        self.title_left_out(name, written, at);
        let mut fill = Fill::Space;
        match sort {
            Sort::Format(format) if self.page.formats.iter().any(|open| open.name == format) => {
                fill = Fill::Nothing;
            }
            Sort::Format(format) => {
                self.page.formats.push(Format {
                    name: format,
                    opens: format!("<{format}>").into(),
                    is_written: false,
                });
                fill = Fill::Nothing;
            }
            Sort::Link => {
                self.close_format("a", at.start);
                if attribute(written, "href").is_some() {
                    let opens = written.to_owned().into();
                    self.page.formats.push(Format { name: "a", opens, is_written: false });
                }
                fill = Fill::Nothing;
            }
            Sort::Bare => fill = Fill::Nothing,
            Sort::Break => {
                let breaks = if let Some(Gap::Break(_, breaks)) = &self.page.gap { *breaks } else { 0 };
                self.page.gap = Some(Gap::Break(at.clone(), breaks + 1));
                fill = Fill::Text("\n".to_owned());
            }
            Sort::Picture => {
                self.prepare(at.start);
                self.picture(written, at);
                self.page.has_words = true;
                fill = Fill::Nothing;
            }
            Sort::Heading(level) => {
                self.begin_block(at.start);
                self.page.heading = Some((level, at.start));
                fill = Fill::Text("#".repeat(usize::from(level).min(at.len())));
            }
            Sort::List(is_ordered) => {
                self.begin_block(at.start);
                self.page.lists.push(List::of(is_ordered, written));
            }
            Sort::Item => fill = self.item(written, at),
            Sort::Rule => {
                self.begin_block(at.start);
                self.push(Event::Rule, at.clone());
            }
            Sort::Laid => {
                self.begin_block(at.start);
                self.page.is_laid = false;
            }
            _ if name == "blockquote" => {
                self.begin_block(at.start);
                self.close_lists(at.start);
                self.page.quotes.push(self.events.len());
                self.push(Event::Start(Tag::BlockQuote(None)), at.clone());
            }
            _ => self.begin_block(at.start),
        }
        self.shadow.fill(at.clone(), fill);
    }

    pub(super) fn law_closes(&mut self, sort: Sort, name: &str, at: &Range<usize>) {
        match sort {
            Sort::Format(_) | Sort::Link => self.close_format(name, at.start),
            Sort::Bare | Sort::Break | Sort::Picture | Sort::Rule => {}
            Sort::Item => {
                if let Some(last) = self.page.lists.len().checked_sub(1) {
                    self.close_item(last, at.start);
                }
            }
            Sort::List(_) => {
                if let Some(last) = self.page.lists.len().checked_sub(1) {
                    self.close_item(last, at.start);
                    if let Some(list) = self.page.lists.pop().filter(|list| list.is_written) {
                        self.push(Event::End(TagEnd::List(list.numbering == Numbering::Digits)), at.clone());
                    }
                }
            }
            _ => {
                self.begin_block(at.start);
                self.page.heading = None;
                if name == "blockquote" && !self.page.quotes.is_empty() {
                    self.close_lists(at.start);
                    self.close_quote(at.end);
                }
            }
        }
    }

    /// Ends a quotation: what stands in it is not of the resolution itself.
    pub(super) fn close_quote(&mut self, at: usize) {
        if let Some(first) = self.page.quotes.pop() {
            if let Some((_, range)) = self.events.get_mut(first) {
                range.end = at;
            }
            self.push(Event::End(TagEnd::BlockQuote(None)), at..at);
        }
    }

    /// Ends what holds words: the next words stand in a block of their own.
    pub(super) fn begin_block(&mut self, at: usize) {
        let had_words = self.page.has_words;
        self.close_holder(at);
        if let Some(list) = self.page.lists.last_mut() {
            list.has_block |= had_words || list.has_item;
        }
    }

    /// An item begins. Gives what its tag is filled with: its mark, as Markdown would have it.
    pub(super) fn item(&mut self, written: &str, at: &Range<usize>) -> Fill {
        if self.page.lists.is_empty() {
            self.page.lists.push(List::of(false, ""));
        }
        let last = self.page.lists.len() - 1;
        self.close_item(last, at.start);
        let list = &mut self.page.lists[last];
        if let Some(number) = attribute(written, "value").and_then(number) {
            list.next = number;
        }
        let number = list.next;
        list.next += 1;
        (list.has_item, list.has_block) = (true, false);
        let numbering = list.numbering;
        if let Numbering::Letters(first) = numbering {
            let label = letters(first, number);
            let mark = at.start..at.start + label.len().min(at.len());
            self.holder_at(at.start);
            self.page.has_words = true;
            self.push(Event::Text(label.clone().into()), mark);
            return Fill::Text(label);
        }
        let is_ordered = numbering == Numbering::Digits;
        if !std::mem::replace(&mut list.is_written, true) {
            self.push(Event::Start(Tag::List(is_ordered.then_some(number))), at.clone());
        }
        self.push(Event::Start(Tag::Item), at.clone());
        Fill::Text(if is_ordered { format!("{number}. ") } else { "- ".to_owned() })
    }

    pub(super) fn close_format(&mut self, name: &str, at: usize) {
        let Some(found) = self.page.formats.iter().rposition(|format| format.name == name) else { return };
        for format in self.page.formats[found..].iter_mut().rev().filter(|format| format.is_written) {
            format.is_written = false;
            self.events.push((Event::InlineHtml(format!("</{}>", format.name).into()), at..at));
        }
        self.page.formats.remove(found);
    }

    /// Opens a paragraph or heading for words at byte `at`.
    pub(super) fn holder_at(&mut self, at: usize) {
        let (tag, at) = match self.page.heading.take() {
            Some((level, at)) => {
                let level = HeadingLevel::try_from(usize::from(level)).unwrap_or(HeadingLevel::H6);
                (Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }, at)
            }
            None => (Tag::Paragraph, at),
        };
        self.page.holder = Holder::Block(self.events.len());
        self.push(Event::Start(tag), at..at);
    }

    /// Makes ready for words at byte `at`.
    pub(super) fn prepare(&mut self, at: usize) {
        if self.is_raw() {
            return;
        }
        let gap = self.page.gap.take().filter(|_| self.page.has_words);
        if let Some(Gap::Break(_, 2..)) = gap {
            self.begin_block(at);
        }
        if self.page.holder == Holder::None {
            let is_item = self
                .page
                .lists
                .last()
                .is_some_and(|list| list.has_item && list.is_written && !list.has_block);
            if is_item && self.page.heading.is_none() {
                self.page.holder = Holder::Item;
            } else {
                self.holder_at(at);
            }
        } else {
            match gap {
                Some(Gap::Break(range, _)) => self.push(Event::HardBreak, range),
                Some(Gap::Space(range)) => self.push(Event::Text(" ".into()), range),
                None => {}
            }
        }
        if let Some((name, end)) = self.line.struck
            && at < end
            && self.page.formats.iter().all(|format| format.name != name)
        {
            self.page.formats.push(Format { name, opens: format!("<{name}>").into(), is_written: false });
        }
        for format in self.page.formats.iter_mut().filter(|format| !format.is_written) {
            format.is_written = true;
            self.events.push((Event::InlineHtml(format.opens.clone()), at..at));
        }
    }

    /// Words of HTML that begin at byte `start` of the text.
    pub(super) fn words(&mut self, words: &str, start: usize) {
        let mut at = start;
        for line in words.split_inclusive('\n') {
            let without_end = line.trim_end_matches(['\n', '\r']);
            // Spaces before a line mean nothing; in a quote or list they stand for its margin.
            let margin = if at > start && !self.page.is_laid {
                without_end.len() - without_end.trim_start().len()
            } else {
                0
            };
            self.line_of_words(&without_end[margin..], at + margin);
            if line.ends_with('\n') {
                self.line_end(at + line.len() - 1);
            }
            at += line.len();
        }
    }

    pub(super) fn line_end(&mut self, at: usize) {
        self.shadow.fill(at..at + 1, Fill::Space);
        if !self.is_raw() {
            self.page.gap.get_or_insert(Gap::Space(at..at + 1));
        } else if self.page.has_words {
            self.push(Event::SoftBreak, at..at + 1);
        } else {
            self.push(Event::Html("\n".into()), at..at + 1);
        }
    }

    pub(super) fn line_of_words(&mut self, line: &str, start: usize) {
        let mut written = 0;
        for (range, letters) in references(line) {
            self.put(
                CowStr::from(line[written..range.start].to_owned()),
                start + written..start + range.start,
            );
            let at = start + range.start..start + range.end;
            self.shadow.fill(at.clone(), Fill::Letters(letters.clone()));
            self.put(letters.into(), at);
            written = range.end;
        }
        self.put(CowStr::from(line[written..].to_owned()), start + written..start + line.len());
    }

    pub(super) fn put(&mut self, words: CowStr<'a>, range: Range<usize>) {
        if words.is_empty() {
            return;
        }
        let is_blank = words.trim().is_empty();
        if is_blank && !self.page.has_words {
            if self.is_raw() {
                self.push(Event::Html(" ".into()), range);
            }
            return;
        }
        if is_blank && self.page.gap.is_some() {
            return;
        }
        if !is_blank || self.page.has_words {
            self.prepare(range.start);
            self.page.has_words = true;
            self.push(Event::Text(words), range);
        }
    }
}
