//! What a body means to the rest of a site: what another page, a list or a problem elsewhere can come from.

use crate::legal::{Citation, Person};
use crate::text::{FileId, Span};

use super::law::{Instruction, Law, Miscounted, UnreadAct};
use super::{Body, Found, Heading, Link, Mention, Tree};

/// A place that stands for any.
const ANYWHERE: Span = Span { file: FileId(0), start: 0, end: 0 };

impl Body {
    /// Whether a site with this body in the place of `other` differs in the page of their document only, and where the
    /// sentences around mentions are shown: the same mentions, links, headings, provisions, instructions and excerpt in the
    /// same order, wherever they stand and whatever words are between them.
    #[must_use]
    pub fn means_the_same_as(&self, other: &Self) -> bool {
        self.is_blank() == other.is_blank() && self.clone().meaning() == other.clone().meaning()
    }

    /// The body without its words and without places. What is not named here counts.
    fn meaning(self) -> Self {
        Self {
            tree: Tree::default(),
            outside: Vec::new(),
            links: self.links.into_iter().map(|link| Link { span: ANYWHERE, ..link }).collect(),
            mentions: mentions(self.mentions),
            headings: self
                .headings
                .into_iter()
                .map(|heading| Heading { span: ANYWHERE, ..heading })
                .collect(),
            law: self.law.map(|whole| Box::new(law(*whole))),
            ..self
        }
    }
}

/// Of the blocks that mentions stand in only counts which stand in one.
fn mentions(mentions: Vec<Mention>) -> Vec<Mention> {
    let (mut before, mut count) = (None, 0);
    let mut without_places = Vec::with_capacity(mentions.len());
    for found in mentions {
        count += usize::from(before.replace(found.block) != Some(found.block));
        without_places.push(Mention { block: count, ..mention(found) });
    }
    without_places
}

fn mention(mention: Mention) -> Mention {
    let found = match mention.found {
        Found::Citation(citation) => Found::Citation(Box::new(Citation {
            range: 0..0,
            symbol_range: citation.symbol_range.as_ref().map(|_| 0..0),
            ..*citation
        })),
        Found::Person(person) => Found::Person(Box::new(Person { range: 0..0, ..*person })),
    };
    Mention { words: 0..0, span: ANYWHERE, found, ..mention }
}

fn without_place(instruction: Instruction) -> Instruction {
    Instruction { span: ANYWHERE, wording: instruction.wording.map(|_| ANYWHERE), ..instruction }
}

fn law(law: Law) -> Law {
    Law {
        facts: law.facts.without_places(),
        instructions: law.instructions.into_iter().map(without_place).collect(),
        unread_lists: law.unread_lists.iter().map(|_| ANYWHERE).collect(),
        counts: law.counts.into_iter().map(|count| Miscounted { span: ANYWHERE, ..count }).collect(),
        unread_acts: law.unread_acts.into_iter().map(|act| UnreadAct { span: ANYWHERE, ..act }).collect(),
        ..law
    }
}

#[cfg(test)]
mod tests {
    use crate::legal::KnownNames;
    use crate::markdown::{Form, parse};
    use crate::path::SitePath;
    use crate::text::Source;

    use super::*;

    fn body(text: &str) -> Body {
        let path = SitePath::new("content/resolutions/a.md").unwrap();
        let source = Source { id: FileId(3), path, text: text.to_owned() };
        let form = Form { top_level: 3, is_resolution: true };
        parse(&source, 0, form, &KnownNames::new(["Nguyễn Văn Bịa"])).value
    }

    #[test]
    fn only_what_others_see_counts() {
        let text = "Mở đầu.\n\nCăn cứ Nghị quyết số 12/2020/NQ-HĐND ngày 10/7/2020;\n\n**Điều 1.** Bãi bỏ Nghị quyết số \
                    13/2020/NQ-HĐND.\n\nLời của đồng chí Nguyễn Văn Bịa, [xem](../b.md).\n\nHết.\n";
        let of = body(text);
        for (from, to) in [
            ("Hết.", "Hết rồi.\n\nThêm một đoạn."),
            ("Lời của", "Một đoạn.\n\nLời của"),
            ("Lời của", "Nay ghi lời của"),
            (", [xem]", " và [xem]"),
        ] {
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text);
            assert!(body(&changed).means_the_same_as(&of), "{to}");
        }
        for (from, to) in [
            ("12/2020", "14/2020"),
            ("Bãi bỏ", "Thay thế"),
            ("Nguyễn Văn Bịa", "Nguyễn Văn Khác"),
            ("../b.md", "../c.md"),
            ("**Điều 1.**", "**Điều 2.**"),
            ("Mở đầu.", "Mở đầu khác."),
            ("\n\nHết.", "\n\n**Điều 2.** Tổ chức.\n\nHết."),
            ("Lời của", "Theo Nghị quyết số 15/2020/NQ-HĐND, lời của"),
        ] {
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text);
            assert!(!body(&changed).means_the_same_as(&of), "{to}");
        }
    }
}
