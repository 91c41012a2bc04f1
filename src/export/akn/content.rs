//! Blocks and lines of a body in the elements that Akoma Ntoso has for them. Words are never left out: what has no
//! element of its own stays as plain words.

use super::iri;
use super::parts::{Piece, numbers};
use super::tree::{Branch, Kind, Node, is_blank, is_inline};
use super::xml::Xml;
use crate::link::{DocumentIndex, LinkTarget, MentionTarget, Work};
use crate::markdown::{Class, Element, ElementStart};
use crate::view::Scene;

/// What is marked in the words of a preface, by what the text states of itself.
#[derive(Debug, Default)]
pub(super) struct HeadWords {
    /// Số, ký hiệu
    pub(super) number: Option<String>,
    /// Trích yếu
    pub(super) title: Option<String>,
    /// Ngày ban hành: as a day
    pub(super) date: Option<String>,
}

/// Writes the content of one document.
pub(super) struct Content<'s> {
    pub(super) scene: Scene<'s>,
    pub(super) index: DocumentIndex,
    pub(super) xml: Xml,
    /// What is still to be marked in the preface; none elsewhere.
    pub(super) head: Option<HeadWords>,
    /// The `eId` of the provision that is being written.
    pub(super) place: String,
}

impl Content<'_> {
    /// Pieces as blocks. New wordings of other documents that stand side by side are quoted as one.
    pub(super) fn pieces(&mut self, pieces: &[Piece<'_, '_>]) {
        let is_quoted = |piece: &Piece<'_, '_>| super::parts::has_class(piece, Class::Quoted);
        for group in pieces.chunk_by(|one, other| is_quoted(one) == is_quoted(other)) {
            let quotes = group.first().is_some_and(is_quoted);
            if quotes {
                self.open_quotation();
            }
            for piece in group {
                self.piece(piece);
            }
            if quotes {
                self.xml.raw("</quotedStructure></mod></p>\n");
            }
        }
    }

    fn open_quotation(&mut self) {
        let place = if self.place.is_empty() { String::new() } else { format!("{}__", self.place) };
        self.xml.raw("<p class=\"quoted\"><mod");
        let id = self.xml.id(&format!("{place}mod_1"));
        self.xml.raw("><quotedStructure");
        self.xml.id(&format!("{id}__qstr_1"));
        self.xml.raw(">\n");
    }

    pub(super) fn piece(&mut self, piece: &Piece<'_, '_>) {
        match piece {
            Piece::Block(element) | Piece::Provision(_, element) => self.block(element),
            Piece::Run(nodes) => self.paragraph("p", None, nodes),
            Piece::Item(item, number) => {
                let name = match (is_rich(item), number) {
                    (true, _) => "blockList",
                    (false, Some(_)) => "ol",
                    (false, None) => "ul",
                };
                self.xml.open(name);
                if name == "blockList" {
                    self.rich_item(item, number.as_deref());
                } else {
                    self.item(item, number.as_deref());
                }
                self.xml.close_line(name);
            }
            Piece::ProvisionItem(..) => {}
        }
    }

    /// Nodes as blocks; words between blocks become paragraphs.
    pub(super) fn blocks(&mut self, nodes: &[Node<'_>]) {
        let mut from = 0;
        for (at, node) in nodes.iter().enumerate() {
            if is_inline(node) {
                continue;
            }
            self.run(&nodes[from..at]);
            from = at + 1;
            if let Node::Branch(element) = node {
                self.block(element);
            }
        }
        self.run(&nodes[from..]);
    }

    fn run(&mut self, nodes: &[Node<'_>]) {
        if nodes.iter().any(|node| !is_blank(node)) {
            self.paragraph("p", None, nodes);
        }
    }

    fn block(&mut self, element: &Branch<'_>) {
        match element.element() {
            Some(
                Element::P
                | Element::Pre
                | Element::H2
                | Element::H3
                | Element::H4
                | Element::H5
                | Element::H6,
            ) => self.paragraph("p", Some(element), &element.children),
            Some(Element::Ul | Element::Ol) => self.list(element),
            Some(Element::Table) => self.table(element),
            Some(Element::Blockquote) => self.container(element, "blockquote"),
            Some(Element::Div) if element.class() == Class::Footnote => self.container(element, "footnote"),
            Some(Element::Hr | Element::Col | Element::Colgroup) => {}
            _ => self.blocks(&element.children),
        }
    }

    /// A paragraph, or another element that holds a line.
    pub(super) fn paragraph(&mut self, name: &str, element: Option<&Branch<'_>>, nodes: &[Node<'_>]) {
        self.xml.begin(name);
        let class = element.map_or(Class::Plain, Branch::class);
        if class != Class::Plain {
            self.xml.attribute("class", class.name());
        }
        self.anchor(element);
        self.xml.end();
        let is_signed = class == Class::Signer;
        if is_signed {
            self.xml.raw("<signature>");
        }
        self.inline(nodes);
        if is_signed {
            self.xml.raw("</signature>");
        }
        self.xml.close_line(name);
    }

    /// The anchor of an element that begins no part.
    fn anchor(&mut self, element: Option<&Branch<'_>>) {
        if let Some(id) = element.and_then(super::tree::Branch::anchor) {
            self.xml.id(&iri::element_id(id));
            self.xml.attribute("wId", id);
        }
    }

    fn container(&mut self, element: &Branch<'_>, class: &str) {
        if element.children.iter().all(is_blank) {
            return;
        }
        self.xml.begin("blockContainer");
        self.xml.attribute("class", class);
        self.anchor(Some(element));
        self.xml.raw(">\n");
        self.blocks(&element.children);
        self.xml.close_line("blockContainer");
    }

    /// A list. One that holds tables or the like has items of the richer sort.
    fn list(&mut self, list: &Branch<'_>) {
        if list.children.iter().all(is_blank) {
            return;
        }
        let is_rich = list.children.iter().any(|node| matches!(node, Node::Branch(item) if is_rich(item)));
        let name = match (is_rich, list.element()) {
            (true, _) => "blockList",
            (false, Some(Element::Ol)) => "ol",
            (false, _) => "ul",
        };
        self.xml.open(name);
        // Counting from 1 is said by the list itself.
        let is_plain = list.attribute("start").is_none() && list.class() != Class::Parenthesised;
        for (node, number) in list.children.iter().zip(numbers(list)) {
            match node {
                Node::Branch(item) if is_rich => self.rich_item(item, number.as_deref()),
                Node::Branch(item) => {
                    let is_told = !is_plain || item.attribute("value").is_some();
                    self.item(item, number.as_deref().filter(|_| is_told));
                }
                Node::Words(words) if words.trim().is_empty() => {}
                Node::Words(words) => {
                    self.xml.raw(if is_rich { "<item><p>" } else { "<li>" });
                    self.xml.words(words);
                    self.xml.raw(if is_rich { "</p></item>\n" } else { "</li>\n" });
                }
            }
        }
        self.xml.close_line(name);
    }

    fn item(&mut self, item: &Branch<'_>, number: Option<&str>) {
        self.xml.begin("li");
        if let Some(number) = number {
            self.xml.attribute("value", number);
        }
        self.anchor(Some(item));
        self.xml.end();
        let nodes = if item.element() == Some(Element::Li) { item.children.as_slice() } else { &[] };
        for group in nodes.chunk_by(|one, other| is_inline(one) && is_inline(other)) {
            match group {
                [Node::Branch(element)] if !is_inline(&group[0]) => self.block(element),
                nodes => self.inline(nodes),
            }
        }
        if item.element() != Some(Element::Li) {
            self.inline(&item.children);
        }
        self.xml.close_line("li");
    }

    fn rich_item(&mut self, item: &Branch<'_>, number: Option<&str>) {
        self.xml.begin("item");
        if let Some(number) = number {
            self.xml.attribute("title", number);
        }
        self.anchor(Some(item));
        self.xml.raw(">\n");
        if item.children.iter().all(is_blank) {
            self.xml.raw("<p/>\n");
        }
        self.blocks(&item.children);
        self.xml.close_line("item");
    }

    /// Words and what stands among them.
    pub(super) fn inline(&mut self, nodes: &[Node<'_>]) {
        for node in nodes {
            match node {
                Node::Words(words) => self.words(words),
                Node::Branch(element) => self.inline_element(element),
            }
        }
    }

    fn words(&mut self, words: &str) {
        match self.head.as_mut().and_then(|head| head.find(words)) {
            Some((range, open, close)) => {
                self.xml.words(&words[..range.start]);
                self.xml.raw(&open);
                self.xml.words(&words[range.clone()]);
                self.xml.raw(close);
                self.xml.words(&words[range.end..]);
            }
            None => self.xml.words(words),
        }
    }

    fn inline_element(&mut self, element: &Branch<'_>) {
        let name = match element.kind {
            Kind::Body => return self.inline(&element.children),
            Kind::Mention(mention) => return self.mention(mention, element),
            Kind::Element(ElementStart { element: own, .. }) | Kind::Skipped(own) => match own {
                Element::B | Element::Strong => "b",
                Element::I | Element::Em | Element::Cite | Element::Dfn | Element::Var => "i",
                Element::U => "u",
                Element::Sub => "sub",
                Element::Sup => "sup",
                Element::Ins => "ins",
                Element::Del | Element::S | Element::Strike => "del",
                Element::Abbr | Element::Acronym => "abbr",
                Element::Code | Element::Kbd | Element::Samp | Element::Tt => {
                    return self.wrapped("span", Some("code"), element);
                }
                Element::A => return self.link(element),
                Element::Img => return self.picture(element),
                Element::Br => return self.xml.raw("<br/>"),
                Element::Wbr | Element::Hr | Element::Col => return,
                // A block within a line: its words stand apart.
                own if own.is_block() => {
                    self.xml.raw(" ");
                    self.inline(&element.children);
                    return self.xml.raw(" ");
                }
                _ => return self.inline(&element.children),
            },
        };
        self.wrapped(name, None, element);
    }

    fn wrapped(&mut self, name: &str, class: Option<&str>, element: &Branch<'_>) {
        self.xml.begin(name);
        if let Some(class) = class {
            self.xml.attribute("class", class);
        }
        if let Some(title) = element.attribute("title") {
            self.xml.attribute("title", title);
        }
        if matches!(name, "sup") {
            self.anchor(Some(element));
        }
        self.xml.end();
        self.inline(&element.children);
        self.xml.close(name);
    }

    /// A citation as a reference to the work, a name as the person.
    fn mention(&mut self, mention: usize, element: &Branch<'_>) {
        let (name, attribute, address) = match self.scene.site.document(self.index).mentions.get(mention) {
            Some(MentionTarget::Work(work, anchor)) => {
                ("ref", "href", iri::portion(&iri::work(self.scene, *work), anchor.as_deref()))
            }
            Some(MentionTarget::Own(anchor)) => ("ref", "href", format!("#{}", iri::element_id(anchor))),
            Some(MentionTarget::Official(official)) => {
                ("person", "refersTo", super::meta::person_reference(self.scene, *official))
            }
            Some(MentionTarget::Nowhere) | None => return self.inline(&element.children),
        };
        self.xml.begin(name);
        self.xml.address(attribute, &address);
        self.xml.end();
        self.inline(&element.children);
        self.xml.close(name);
    }

    fn link(&mut self, element: &Branch<'_>) {
        let address = match element.link() {
            Some(link) => self.target(link),
            None => element.attribute("href").map(str::to_owned),
        };
        let Some(address) = address else { return self.inline(&element.children) };
        self.xml.begin("a");
        self.xml.address("href", &address);
        self.xml.end();
        self.inline(&element.children);
        self.xml.close("a");
    }

    fn picture(&mut self, element: &Branch<'_>) {
        let Some(address) = element.link().and_then(|link| self.target(link)) else { return };
        self.xml.begin("img");
        self.xml.address("src", &address);
        if let Some(alt) = element.attribute("alt") {
            self.xml.attribute("title", alt);
        }
        self.xml.raw("/>");
    }

    /// The whole address of a relative link of the text, or the place in it.
    fn target(&self, link: usize) -> Option<String> {
        let Scene { site, plan, config, .. } = self.scene;
        let page = plan.addresses.document(self.index);
        let with = |address: String, anchor: &Option<String>| match anchor {
            Some(anchor) => format!("{address}#{anchor}"),
            None => address,
        };
        match site.document(self.index).links.get(link)? {
            LinkTarget::Document(index, anchor) => {
                let is_law = site.document(*index).document.body.law.is_some();
                Some(if is_law {
                    iri::portion(&iri::work(self.scene, Work::Held(*index)), anchor.as_deref())
                } else {
                    with(config.base_url.whole(plan.addresses.document(*index)), anchor)
                })
            }
            LinkTarget::Anchor(anchor) => Some(format!("#{}", iri::element_id(anchor))),
            LinkTarget::Asset(asset) => {
                Some(config.base_url.whole(&plan.addresses.asset(site, page, *asset)))
            }
            LinkTarget::Address(route, anchor) if plan.has(route) => {
                Some(with(config.base_url.whole(route), anchor))
            }
            LinkTarget::Address(..) | LinkTarget::Nowhere => None,
        }
    }
}

impl HeadWords {
    /// What of these words is to be marked: their range and the tags around it. Each is marked once.
    fn find(&mut self, words: &str) -> Option<(std::ops::Range<usize>, String, &'static str)> {
        let find = |wanted: &Option<String>| {
            let wanted = wanted.as_deref()?;
            words.find(wanted).map(|at| at..at + wanted.len())
        };
        if let Some(range) = find(&self.number) {
            self.number = None;
            return Some((range, "<docNumber>".to_owned(), "</docNumber>"));
        }
        if let Some(range) = find(&self.title) {
            self.title = None;
            return Some((range, "<docTitle>".to_owned(), "</docTitle>"));
        }
        if words.trim().eq("NGHỊ QUYẾT") {
            return Some((0..words.len(), "<docType>".to_owned(), "</docType>"));
        }
        let at = words.find("ngày")?;
        let date = self.date.take()?;
        Some((at..words.len(), format!("<docDate date=\"{date}\">"), "</docDate>"))
    }
}

/// Whether an item holds what a plain one cannot.
fn is_rich(item: &Branch<'_>) -> bool {
    item.children.iter().any(|node| match node {
        Node::Branch(element) if !is_inline(node) => match element.element() {
            Some(Element::P) => false,
            Some(Element::Ul | Element::Ol) => {
                element.children.iter().any(|node| matches!(node, Node::Branch(inner) if is_rich(inner)))
            }
            _ => true,
        },
        _ => false,
    })
}
