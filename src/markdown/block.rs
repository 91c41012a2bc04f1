//! A block of text while it is written: its plain text, and where each part of that stands in HTML and source.

use std::ops::Range;

/// The text of a paragraph, heading, item or cell, with the way back from it.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Plain text, line breaks as spaces.
    pub(super) text: String,
    segments: Vec<Segment>,
    /// The last place that was looked up: the segment, and one of its bytes in text and HTML. Places are asked for in
    /// order, so each byte is looked at once.
    last: Option<(usize, usize, usize)>,
}

/// A run of text that was written in one go.
#[derive(Debug)]
struct Segment {
    /// First byte in the block's text.
    text: usize,
    /// First byte in the HTML, where the run stands escaped.
    html: usize,
    /// First byte in the source.
    source: usize,
    /// What it stands in.
    within: Within,
}

/// What a run of text stands in, as far as links go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// Nothing: a link may enclose it.
    Text,
    /// A link of the author's own, so that no other may enclose it.
    Link,
    /// Code, which names nothing.
    Code,
}

/// Where a part of a block's text stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Bytes in the HTML.
    pub(super) html: Range<usize>,
    /// Bytes in the source.
    pub(super) source: Range<usize>,
    /// Whether a link of the author's own stands there; the HTML is what that link has of it.
    pub(super) is_linked: bool,
}

impl Block {
    /// Adds a run of text that is about to be written to `html` at its end, and stands in the source at `source`.
    pub(super) fn push(&mut self, text: &str, html: usize, source: usize, within: Within) {
        self.segments.push(Segment { text: self.text.len(), html, source, within });
        self.text.push_str(text);
    }

    /// Where a range of the block's text stands in the HTML; `None` where it is code, or no link can enclose it.
    pub(super) fn place(&mut self, range: &Range<usize>, html: &str) -> Option<Place> {
        let first = self.segment_at(range.start)?;
        let last = self.segment_at(range.end.checked_sub(1)?)?;
        let segments = self.segments.get(first..=last)?;
        if segments.iter().any(|segment| segment.within == Within::Code) {
            return None;
        }
        let (start, end) = (segments.first()?, segments.last()?);
        let source = start.source + (range.start - start.text)..end.source + (range.end - end.text);
        let is_in_link = |segment: &Segment| segment.within == Within::Link;
        let linked = segments.iter().position(is_in_link).map(|from| {
            let count = segments[from..].iter().take_while(|segment| is_in_link(segment)).count();
            (first + from, first + from + count - 1)
        });
        // Of what goes on behind the author's link, or begins before it, only the link is meant.
        let (from, to) = linked.unwrap_or((first, last));
        let begin = if from == first { range.start } else { self.segments.get(from)?.text };
        let finish = if to == last { range.end } else { self.segments.get(to + 1)?.text };
        let html_start = self.html_at(from, begin)?;
        let html_end = self.html_at(to, finish)?;
        let is_linked = linked.is_some();
        enclosable(html, html_start..html_end).map(|html| Place { html, source, is_linked })
    }

    /// Where a byte of the text, at most the end of the segment, stands in the HTML.
    fn html_at(&mut self, segment: usize, at: usize) -> Option<usize> {
        let Segment { text, html, .. } = *self.segments.get(segment)?;
        let (text, html) = match self.last {
            Some((last, text, html)) if last == segment && text <= at => (text, html),
            _ => (text, html),
        };
        let html = html + escaped_length(self.text.get(text..at)?);
        self.last = Some((segment, at, html));
        Some(html)
    }

    fn segment_at(&self, at: usize) -> Option<usize> {
        if at >= self.text.len() {
            return None;
        }
        self.segments.partition_point(|segment| segment.text <= at).checked_sub(1)
    }
}

/// Bytes of a text once `&`, `<`, `>` and `"` are entities.
fn escaped_length(text: &str) -> usize {
    let more = text.bytes().map(|byte| match byte {
        b'&' => 4,
        b'<' | b'>' => 3,
        b'"' => 5,
        _ => 0,
    });
    text.len() + more.sum::<usize>()
}

/// Tags of emphasis, as we write them and as an editor does in HTML.
const OPENS: [&str; 6] = ["<em>", "<strong>", "<del>", "<b>", "<i>", "<u>"];
const CLOSES: [&str; 6] = ["</em>", "</strong>", "</del>", "</b>", "</i>", "</u>"];

/// The range, or the nearest wider one, in which every tag is closed that is opened there: a range that begins or ends
/// right within emphasis takes its tag in.
fn enclosable(html: &str, mut range: Range<usize>) -> Option<Range<usize>> {
    loop {
        if is_balanced(html.get(range.clone())?) {
            return Some(range);
        }
        let opens = OPENS.iter().find(|tag| html[..range.start].ends_with(**tag));
        let closes = CLOSES.iter().find(|tag| html[range.end..].starts_with(**tag));
        match (opens, closes) {
            (Some(tag), _) => range.start -= tag.len(),
            (None, Some(tag)) => range.end += tag.len(),
            (None, None) => return None,
        }
    }
}

/// Whether every tag in a piece of HTML is closed there that is opened there, each before the one around it.
fn is_balanced(html: &str) -> bool {
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        rest = &rest[at + 1..];
        let name = rest.split([' ', '>', '\n']).next().unwrap_or("");
        match name.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return false,
            // A link within the link.
            None if name == "a" => return false,
            None if !matches!(name, "br" | "img" | "wbr") => open.push(name),
            _ => {}
        }
    }
    open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_leads_through_entities_and_tags() {
        let html = "<p>A &amp; <em>Nghị</em> quyết <code>số</code></p>";
        let mut block = Block::default();
        for (text, html_at, source, within) in [
            ("A & ", 3, 0, Within::Text),
            ("Nghị", 15, 5, Within::Text),
            (" quyết ", 26, 13, Within::Text),
            ("số", 41, 22, Within::Code),
        ] {
            block.push(text, html_at, source, within);
        }
        let mut place = |part: &str| {
            let at = block.text.find(part).unwrap();
            block.place(&(at..at + part.len()), html)
        };
        let whole = place("& Nghị quyết").unwrap();
        assert_eq!(&html[whole.html], "&amp; <em>Nghị</em> quyết");
        assert_eq!(&html[place("Nghị").unwrap().html], "Nghị");
        assert_eq!(&html[place("Nghị quyết").unwrap().html], "<em>Nghị</em> quyết");
        assert_eq!(place("ghị qu"), None, "the link would begin in the element and end behind it");
        assert_eq!(place("quyết số"), None, "code");
        assert_eq!(block.place(&(0..999), html), None);
    }
}
