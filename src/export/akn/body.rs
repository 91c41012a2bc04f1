//! The text of a document in the frame of Akoma Ntoso: preface, preamble, provisions, conclusions, attachments.

use super::content::{Content, HeadWords};
use super::iri::element_id;
use super::parts::{Opening, Part, Piece, Text, is_basis, is_recital};
use super::tree::{Branch, Node, is_blank};
use crate::legal::structure::Role;
use crate::markdown::{Class, Provision};

/// What names a part of the text.
struct Label<'t, 'a> {
    /// The number as shown: `Điều 3.`
    number: Vec<Words<'t, 'a>>,
    /// The rest of the line.
    rest: Vec<Words<'t, 'a>>,
}

/// Nodes, or the words of one cut in two.
enum Words<'t, 'a> {
    Nodes(&'t [Node<'a>]),
    Cut(&'a str),
}

impl Content<'_> {
    /// The preface that the text brings itself.
    pub(super) fn preface(&mut self, pieces: &[Piece<'_, '_>], head: Option<HeadWords>) {
        if pieces.is_empty() {
            return;
        }
        self.head = head;
        self.xml.open("preface");
        self.pieces(pieces);
        self.xml.close_line("preface");
        self.head = None;
    }

    /// Legal bases as `citations`, what was considered as `recitals`, the words that enact as `formula`.
    pub(super) fn preamble(&mut self, pieces: &[Piece<'_, '_>]) {
        if pieces.is_empty() {
            return;
        }
        self.xml.open("preamble");
        let sort = |piece: &Piece<'_, '_>| match (is_recital(piece), is_basis(piece)) {
            (true, true) => Some(("citations", "citation", "cit")),
            (true, false) => Some(("recitals", "recital", "rec")),
            _ => None,
        };
        for group in pieces.chunk_by(|one, other| sort(one) == sort(other)) {
            match group.first().and_then(sort) {
                Some(names) => self.recitals(group, names),
                None => group.iter().for_each(|piece| self.enacting(piece)),
            }
        }
        self.xml.close_line("preamble");
    }

    fn recitals(&mut self, pieces: &[Piece<'_, '_>], (list, item, short): (&str, &str, &str)) {
        self.xml.begin(list);
        let outer = self.xml.id(&format!("preamble__{short}s_1"));
        self.xml.raw(">\n");
        for (at, piece) in pieces.iter().enumerate() {
            self.xml.begin(item);
            self.xml.id(&format!("{outer}__{short}_{}", at + 1));
            self.xml.raw(">\n");
            match piece {
                Piece::Item(element, _) => self.filled(&element.children),
                piece => self.piece(piece),
            }
            self.xml.close_line(item);
        }
        self.xml.close_line(list);
    }

    fn enacting(&mut self, piece: &Piece<'_, '_>) {
        let enacts = super::parts::has_class(piece, Class::Enacting);
        if enacts {
            self.xml.raw("<formula name=\"enactingFormula\">\n");
        }
        self.piece(piece);
        if enacts {
            self.xml.close_line("formula");
        }
    }

    fn filled(&mut self, nodes: &[Node<'_>]) {
        if nodes.iter().all(is_blank) {
            self.xml.raw("<p/>\n");
        }
        self.blocks(nodes);
    }

    /// The provisions of a resolution. Only provisions may stand there, so what comes before them has a frame.
    pub(super) fn body(&mut self, text: &Text<'_, '_>, provisions: &[Provision]) {
        self.xml.open("body");
        if !text.blocks.is_empty() || text.parts.is_empty() {
            self.xml.begin("hcontainer");
            self.xml.attribute("name", "text");
            self.place = self.xml.id("hcontainer_1");
            self.xml.raw("><content>\n");
            self.some_pieces(&text.blocks);
            self.xml.raw("</content></hcontainer>\n");
        }
        text.parts.iter().for_each(|part| self.part(part, provisions));
        self.xml.close_line("body");
        self.place.clear();
    }

    /// The text of a report or of what is attached.
    pub(super) fn main_body(&mut self, text: &Text<'_, '_>, provisions: &[Provision]) {
        self.xml.open("mainBody");
        if text.parts.is_empty() {
            self.some_pieces(&text.blocks);
        } else {
            self.pieces(&text.blocks);
        }
        text.parts.iter().for_each(|part| self.part(part, provisions));
        self.xml.close_line("mainBody");
        self.place.clear();
    }

    /// What stands behind the last provision.
    pub(super) fn conclusions(&mut self, pieces: &[Piece<'_, '_>]) {
        if pieces.is_empty() {
            return;
        }
        self.xml.open("conclusions");
        self.pieces(pieces);
        self.xml.close_line("conclusions");
    }

    /// Pieces; an empty paragraph where there is nothing to be read in any.
    fn some_pieces(&mut self, pieces: &[Piece<'_, '_>]) {
        let before = self.xml.length();
        self.pieces(pieces);
        if self.xml.length() == before {
            self.xml.raw("<p/>\n");
        }
    }

    fn part(&mut self, part: &Part<'_, '_>, provisions: &[Provision]) {
        let (index, element) = match &part.opening {
            Opening::Heading(element) => (None, Some(*element)),
            Opening::Provision(index, element) => (Some(*index), Some(*element)),
            Opening::Item(index, _) => (Some(*index), None),
        };
        let provision = index.and_then(|index| provisions.get(index));
        let name = provision.map_or("hcontainer", |provision| element_name(provision.role));
        let anchor = provision
            .map(|provision| provision.anchor.as_str())
            .or_else(|| element.and_then(super::tree::Branch::anchor));
        self.xml.begin(name);
        if name == "hcontainer" {
            self.xml.attribute("name", "heading");
        }
        self.place = self.xml.id(&anchor.map_or_else(|| "hcontainer".to_owned(), element_id));
        let place = self.place.clone();
        if let Some(anchor) = anchor {
            self.xml.attribute("wId", anchor);
        }
        self.xml.raw(">\n");
        let paragraph = self.names(part, provision);
        self.part_content(part, paragraph, provisions);
        self.place = place;
        self.xml.close_line(name);
    }

    /// Number, heading and captions; gives back the words of a numbered paragraph, which are content.
    fn names<'t, 'a>(
        &mut self,
        part: &Part<'t, 'a>,
        provision: Option<&Provision>,
    ) -> Option<(&'t Branch<'a>, &'t [Node<'a>])> {
        let mut captions = part.captions.iter();
        let mut paragraph = None;
        match &part.opening {
            Opening::Item(_, Some(number)) => {
                // The mark of a list is no word of the text.
                self.xml.raw("<num status=\"editorial\">");
                self.xml.words(number);
                self.xml.raw("</num>\n");
            }
            Opening::Item(_, None) => {}
            Opening::Provision(_, element) if super::parts::heading_level(element).is_none() => {
                paragraph = Some((*element, self.paragraph_number(element)));
            }
            Opening::Heading(element) | Opening::Provision(_, element) => {
                let label = provision.map(|provision| provision.label.as_str());
                let has_heading = self.heading(&cut(&element.children, label));
                if let (false, Some(caption)) = (has_heading, captions.as_slice().first()) {
                    captions.next();
                    self.paragraph("heading", None, &caption.children);
                }
            }
        }
        captions.for_each(|caption| self.paragraph("subheading", None, &caption.children));
        paragraph
    }

    /// The number of a paragraph, where one stands apart in it; gives back the rest.
    fn paragraph_number<'t, 'a>(&mut self, element: &'t Branch<'a>) -> &'t [Node<'a>] {
        match element.children.split_first() {
            Some((Node::Branch(number), rest)) if number.class() == Class::Number => {
                self.paragraph("num", None, &number.children);
                rest
            }
            _ => &element.children,
        }
    }

    /// Number and words of a heading; says whether there were words.
    fn heading(&mut self, label: &Label<'_, '_>) -> bool {
        let is_empty = |words: &[Words<'_, '_>]| {
            words.iter().all(|words| match words {
                Words::Nodes(nodes) => nodes.iter().all(is_blank),
                Words::Cut(words) => words.trim().is_empty(),
            })
        };
        for (name, words) in [("num", &label.number), ("heading", &label.rest)] {
            if is_empty(words) {
                continue;
            }
            self.xml.begin(name);
            self.xml.end();
            for words in words {
                match words {
                    Words::Nodes(nodes) => self.inline(nodes),
                    Words::Cut(words) => self.xml.words(words),
                }
            }
            self.xml.close_line(name);
        }
        !is_empty(&label.rest)
    }

    /// The own words of a part and the parts within it.
    fn part_content(
        &mut self,
        part: &Part<'_, '_>,
        paragraph: Option<(&Branch<'_>, &[Node<'_>])>,
        provisions: &[Provision],
    ) {
        let name = if part.parts.is_empty() { "content" } else { "intro" };
        if paragraph.is_some() || !part.blocks.is_empty() || part.parts.is_empty() {
            self.xml.open(name);
            if let Some((_, nodes)) = paragraph {
                self.paragraph("p", None, nodes);
            }
            self.pieces(&part.blocks);
            self.xml.close_line(name);
        }
        part.parts.iter().for_each(|part| self.part(part, provisions));
    }

    /// What names an attachment: the words of its heading.
    pub(super) fn attachment_heading(&mut self, element: &Branch<'_>, label: &str) {
        self.heading(&cut(&element.children, Some(label)));
    }
}

/// The element of a provision.
fn element_name(role: Role) -> &'static str {
    match role {
        Role::Part => "part",
        Role::Chapter => "chapter",
        Role::Section => "section",
        Role::Subsection => "subsection",
        Role::Article => "article",
        Role::Clause => "paragraph",
        Role::Subclause => "subparagraph",
        Role::Point => "point",
        _ => "hcontainer",
    }
}

/// Cuts the words of a heading behind its label, where that stands in its first words; emphasis stays whole.
fn cut<'t, 'a>(nodes: &'t [Node<'a>], label: Option<&str>) -> Label<'t, 'a> {
    let whole = |rest| Label { number: Vec::new(), rest: vec![Words::Nodes(rest)] };
    let Some(label) = label.filter(|label| !label.is_empty()) else { return whole(nodes) };
    match nodes.split_first() {
        Some((Node::Words(words), rest)) => {
            let end = label_length(words, label);
            if end == 0 {
                return whole(nodes);
            }
            let (number, behind) = words.split_at(end);
            Label { number: vec![Words::Cut(number)], rest: vec![Words::Cut(behind), Words::Nodes(rest)] }
        }
        // `**Điều 1.** Phạm vi`: the emphasis holds the label and nothing else.
        Some((Node::Branch(element), rest)) => match element.children.as_slice() {
            [Node::Words(words)] if label_length(words, label) == words.trim_end().len() => {
                Label { number: vec![Words::Nodes(&nodes[..1])], rest: vec![Words::Nodes(rest)] }
            }
            _ => whole(nodes),
        },
        None => whole(nodes),
    }
}

/// How many bytes of the words the label takes, with the mark behind it; 0 where they do not begin with it.
fn label_length(words: &str, label: &str) -> usize {
    let mut at = 0;
    for word in label.split_whitespace() {
        let rest = &words[at..];
        let start = at + (rest.len() - rest.trim_start().len());
        let matches = words.get(start..start + word.len());
        if matches.is_none_or(|own| own.to_lowercase() != word.to_lowercase()) {
            return 0;
        }
        at = start + word.len();
    }
    let mark = words[at..].chars().next().filter(|mark| matches!(mark, '.' | ':' | ')' | '-'));
    let is_whole = mark.is_some() || words[at..].chars().next().is_none_or(char::is_whitespace);
    if is_whole { at + mark.map_or(0, char::len_utf8) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_cut_off() {
        for (words, label, number) in [
            ("Điều 1. Phạm vi", "Điều 1", "Điều 1."),
            ("Điều  1: Phạm vi", "Điều 1", "Điều  1:"),
            ("CHƯƠNG II", "Chương II", "CHƯƠNG II"),
            ("Điều 12", "Điều 1", ""),
            ("I. Mục tiêu", "I", "I."),
            ("Phạm vi", "Điều 1", ""),
            ("Đ", "Điều 1", ""),
        ] {
            assert_eq!(&words[..label_length(words, label)], number, "{words}");
        }
    }
}
