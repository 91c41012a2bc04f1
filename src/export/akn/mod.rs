//! Akoma Ntoso 3.0 (OASIS `LegalDocML` 1.0, 29 August 2018): each resolution as an `act`, each report as a `doc`, in the
//! file `akn.xml` beside its page.
//!
//! The text is the body of the document, no word of it left out and in its order; Akoma Ntoso's frame is laid over it.
//! What the file says beyond the text is marked `status="editorial"`: a preface where the text brings none, the marks of
//! lists. Phần is `part`, Chương `chapter`, Mục `section`, Tiểu mục `subsection`, Điều `article`, khoản `paragraph`, its
//! parts (`2.1`) `subparagraph`, điểm `point`; phụ lục and attached regulations are `attachment`s with a `doc` of their
//! own. New wordings of other documents are `quotedStructure`s.

mod body;
mod content;
mod iri;
mod meta;
mod parts;
mod table;
mod tree;
mod xml;

use content::{Content, HeadWords};
use meta::Described;
use parts::Text;
use xml::Xml;

use crate::document::KindFields;
use crate::link::DocumentIndex;
use crate::markdown::Provision;
use crate::view::Scene;

/// A document as Akoma Ntoso.
pub(super) fn akn(scene: Scene<'_>, index: DocumentIndex) -> Vec<u8> {
    let document = &scene.site.document(index).document;
    let provisions = document.body.law.as_ref().map_or(&[][..], |law| law.provisions.as_slice());
    let is_resolution = matches!(document.fields, KindFields::Resolution(..));
    let tree = tree::read(&document.body, provisions);
    let texts = parts::divide(parts::pieces(&tree, provisions), provisions, is_resolution);
    let xml = Xml::new(document.body.tree.size_as_html() * 2 + 8_000);
    let content = Content { scene, index, xml, head: None, place: String::new() };
    let writer = Writer { content, provisions, is_resolution };
    writer.write(&texts)
}

struct Writer<'s> {
    content: Content<'s>,
    provisions: &'s [Provision],
    is_resolution: bool,
}

impl Writer<'_> {
    fn write(mut self, texts: &[Text<'_, '_>]) -> Vec<u8> {
        let Some((main, attached)) = texts.split_first() else { return self.content.xml.finish() };
        let name = if self.is_resolution { "act" } else { "doc" };
        let xml = &mut self.content.xml;
        xml.raw("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n");
        xml.begin(name);
        xml.attribute("name", meta::subtype(self.content.scene.site.document(self.content.index)));
        xml.attribute("contains", "originalVersion");
        xml.raw(">\n");
        self.meta("main", true);
        if main.preface.is_empty() {
            self.own_preface();
        } else {
            let head = self.head_words();
            self.content.preface(&main.preface, Some(head));
        }
        self.content.preamble(&main.preamble);
        if self.is_resolution {
            self.content.body(main, self.provisions);
        } else {
            self.content.main_body(main, self.provisions);
        }
        self.content.conclusions(&main.conclusions);
        if !attached.is_empty() {
            self.content.xml.open("attachments");
            for (at, text) in attached.iter().enumerate() {
                self.attachment(text, at + 1);
            }
            self.content.xml.close_line("attachments");
        }
        self.content.xml.close_line(name);
        self.content.xml.raw("</akomaNtoso>\n");
        self.content.xml.finish()
    }

    fn meta(&mut self, component: &str, is_whole: bool) {
        let Content { scene, index, ref mut xml, .. } = self.content;
        let file = &scene.plan.addresses.akn(index);
        meta::meta(scene, xml, &Described { index, component, is_whole, file });
    }

    /// What the text states of itself, to be marked where it does.
    fn head_words(&self) -> HeadWords {
        let document = &self.content.scene.site.document(self.content.index).document;
        let Some(law) = &document.body.law else { return HeadWords::default() };
        HeadWords {
            number: law.facts.number.as_ref().map(|stated| stated.value.clone()),
            title: law.facts.subject.as_ref().map(|stated| stated.value.clone()),
            date: law.facts.dated.as_ref().map(|stated| stated.value.to_string()),
        }
    }

    /// The preface of a text without a head: type, number, day and title, as the front matter has them.
    fn own_preface(&mut self) {
        let Content { scene, index, ref mut xml, .. } = self.content;
        let linked = scene.site.document(index);
        xml.raw("<preface status=\"editorial\">\n<p>");
        xml.element("docType", scene.words.word(if self.is_resolution { "resolution" } else { "report" }));
        if let Some(number) = scene.number(index) {
            xml.raw(" ");
            xml.element("docNumber", number);
        }
        xml.raw("</p>\n");
        if let Some(date) = linked.date {
            xml.raw("<p><docDate");
            xml.attribute("date", &date.to_string());
            xml.end();
            xml.words(&scene.words.date(date));
            xml.raw("</docDate></p>\n");
        }
        xml.raw("<p>");
        xml.element("docTitle", linked.document.title());
        xml.raw("</p>\n</preface>\n");
    }

    fn attachment(&mut self, text: &Text<'_, '_>, number: usize) {
        let opening = text.opening.and_then(|(index, element)| Some((self.provisions.get(index)?, element)));
        let unnamed = format!("kem-theo-{number}");
        let component = opening.map_or(unnamed.as_str(), |(provision, _)| provision.anchor.as_str());
        let xml = &mut self.content.xml;
        xml.begin("attachment");
        xml.id(&iri::element_id(component));
        if let Some((provision, _)) = opening {
            xml.attribute("wId", &provision.anchor);
        }
        xml.raw(">\n");
        if let Some((provision, Some(element))) = opening {
            self.content.attachment_heading(element, &provision.label);
        }
        self.content.xml.raw("<doc name=\"");
        self.content.xml.raw(if component.starts_with("phu-luc") { "phu-luc" } else { "kem-theo" });
        self.content.xml.raw("\">\n");
        self.meta(component, false);
        self.content.preface(&text.preface, None);
        self.content.main_body(text, self.provisions);
        self.content.conclusions(&text.conclusions);
        self.content.xml.raw("</doc>\n</attachment>\n");
    }
}
