//! A text divided as Akoma Ntoso divides one: preface, preamble, provisions within provisions, conclusions,
//! attachments. Everything stays in the order of the text.

use super::tree::{Branch, Node, is_blank, is_inline};
use crate::legal::structure::Role;
use crate::markdown::{Class, Element, Provision};
use crate::text::slug;

/// A piece of a text between whose blocks provisions may begin.
#[derive(Debug, Clone)]
pub(super) enum Piece<'t, 'a> {
    /// A block.
    Block(&'t Branch<'a>),
    /// Words outside blocks.
    Run(&'t [Node<'a>]),
    /// An item of a list that holds provisions, with the number shown before it.
    Item(&'t Branch<'a>, Option<String>),
    /// A provision that begins with a heading or paragraph.
    Provision(usize, &'t Branch<'a>),
    /// A provision that an item of a list begins, with the number shown before it.
    ProvisionItem(usize, Option<String>),
}

/// A text: the resolution itself or what is attached to it.
#[derive(Debug, Default)]
pub(super) struct Text<'t, 'a> {
    /// The provision that it is, for an attachment, and its heading.
    pub(super) opening: Option<(usize, Option<&'t Branch<'a>>)>,
    /// What stands above the recitals.
    pub(super) preface: Vec<Piece<'t, 'a>>,
    /// Recitals and the words that enact.
    pub(super) preamble: Vec<Piece<'t, 'a>>,
    /// What stands before the first provision.
    pub(super) blocks: Vec<Piece<'t, 'a>>,
    /// Provisions and what stands below other headings.
    pub(super) parts: Vec<Part<'t, 'a>>,
    /// What stands behind the last provision: recipients, signature.
    pub(super) conclusions: Vec<Piece<'t, 'a>>,
}

/// A provision, or what stands below a heading that is none.
#[derive(Debug)]
pub(super) struct Part<'t, 'a> {
    /// What begins it.
    pub(super) opening: Opening<'t, 'a>,
    /// Its names on lines of their own.
    pub(super) captions: Vec<&'t Branch<'a>>,
    /// Its own blocks.
    pub(super) blocks: Vec<Piece<'t, 'a>>,
    /// The parts within it.
    pub(super) parts: Vec<Part<'t, 'a>>,
}

/// What a part begins with.
#[derive(Debug)]
pub(super) enum Opening<'t, 'a> {
    /// A heading that is of no provision.
    Heading(&'t Branch<'a>),
    /// A provision with the heading or paragraph that it begins with.
    Provision(usize, &'t Branch<'a>),
    /// A provision that an item of a list begins, with the number shown before it.
    Item(usize, Option<String>),
}

/// Lays a tree out as pieces. Elements in which provisions begin are taken apart.
pub(super) fn pieces<'t, 'a>(nodes: &'t [Node<'a>], provisions: &[Provision]) -> Vec<Piece<'t, 'a>> {
    let mut found = Vec::new();
    lay_out(nodes, provisions, &mut found);
    found
}

fn lay_out<'t, 'a>(nodes: &'t [Node<'a>], provisions: &[Provision], found: &mut Vec<Piece<'t, 'a>>) {
    let mut from = 0;
    for (at, node) in nodes.iter().enumerate() {
        if is_inline(node) {
            continue;
        }
        push_run(&nodes[from..at], found);
        from = at + 1;
        if let Node::Branch(element) = node {
            lay_out_element(element, provisions, found);
        }
    }
    push_run(&nodes[from..], found);
}

fn push_run<'t, 'a>(nodes: &'t [Node<'a>], found: &mut Vec<Piece<'t, 'a>>) {
    if nodes.iter().any(|node| !is_blank(node)) {
        found.push(Piece::Run(nodes));
    }
}

fn lay_out_element<'t, 'a>(
    element: &'t Branch<'a>,
    provisions: &[Provision],
    found: &mut Vec<Piece<'t, 'a>>,
) {
    let holds_words = matches!(
        element.element(),
        Some(Element::P | Element::Pre | Element::H2 | Element::H3 | Element::H4 | Element::H5 | Element::H6)
    );
    let own = element
        .provision
        .filter(|index| provisions.get(*index).is_some_and(|provision| provision.role != Role::Basis));
    match (own, holds_words || !element.has_provision) {
        (Some(index), true) => found.push(Piece::Provision(index, element)),
        (None, true) => found.push(Piece::Block(element)),
        (_, false) if matches!(element.element(), Some(Element::Ul | Element::Ol)) => {
            lay_out_list(element, provisions, found);
        }
        (Some(index), false) => {
            found.push(Piece::ProvisionItem(index, None));
            lay_out(&element.children, provisions, found);
        }
        (None, false) => lay_out(&element.children, provisions, found),
    }
}

fn lay_out_list<'t, 'a>(list: &'t Branch<'a>, provisions: &[Provision], found: &mut Vec<Piece<'t, 'a>>) {
    let numbers = numbers(list);
    for (node, number) in list.children.iter().zip(numbers) {
        let Node::Branch(item) = node else {
            push_run(std::slice::from_ref(node), found);
            continue;
        };
        let own = item
            .provision
            .filter(|index| provisions.get(*index).is_some_and(|provision| provision.role != Role::Basis));
        if let Some(index) = own {
            found.push(Piece::ProvisionItem(index, number));
            lay_out(&item.children, provisions, found);
        } else {
            found.push(Piece::Item(item, number));
        }
    }
}

/// The numbers shown before the children of a list; `None` for those of a list without numbers.
pub(super) fn numbers(list: &Branch<'_>) -> Vec<Option<String>> {
    let is_ordered = list.element() == Some(Element::Ol);
    let mark = if list.class() == Class::Parenthesised { ")" } else { "." };
    let mut next: i64 = list.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1);
    let number = |node: &Node<'_>| {
        let Node::Branch(item) = node else { return None };
        if !is_ordered || item.element() != Some(Element::Li) {
            return None;
        }
        let own = item.attribute("value").and_then(|value| value.parse().ok()).unwrap_or(next);
        next = own.saturating_add(1);
        Some(format!("{own}{mark}"))
    };
    list.children.iter().map(number).collect()
}

/// Divides a text and what is attached to it; the resolution itself comes first.
pub(super) fn divide<'t, 'a>(
    pieces: Vec<Piece<'t, 'a>>,
    provisions: &[Provision],
    is_resolution: bool,
) -> Vec<Text<'t, 'a>> {
    let limits = if is_resolution { limits(&pieces) } else { (0, 0) };
    let mut divider = Divider { provisions, texts: vec![Text::default()], open: Vec::new() };
    for (at, piece) in pieces.into_iter().enumerate() {
        match divider.texts.last_mut() {
            Some(text) if at < limits.0 => text.preface.push(piece),
            Some(text) if at < limits.1 => text.preamble.push(piece),
            _ => divider.take(piece, is_resolution),
        }
    }
    divider.close_all();
    divider.texts
}

/// Where the preface and the preamble end, in pieces.
fn limits(pieces: &[Piece<'_, '_>]) -> (usize, usize) {
    let opens = |piece: &Piece<'_, '_>| matches!(piece, Piece::Provision(..) | Piece::ProvisionItem(..));
    let first = pieces.iter().position(|piece| opens(piece) || is_closing(piece)).unwrap_or(pieces.len());
    let head = &pieces[..first];
    let enacts = |piece: &Piece<'_, '_>| is_recital(piece) || has_class(piece, Class::Enacting);
    let end = head.iter().rposition(enacts).map_or(0, |last| last + 1);
    let is_head = |piece: &Piece<'_, '_>| has_class(piece, Class::Head) || has_class(piece, Class::HeadLine);
    let start = match head.iter().position(enacts) {
        Some(start) => start,
        None => head.iter().rposition(is_head).map_or(0, |last| last + 1),
    };
    (start, end.max(start))
}

/// Puts the pieces behind the preamble where they belong.
struct Divider<'t, 'a, 'p> {
    provisions: &'p [Provision],
    texts: Vec<Text<'t, 'a>>,
    /// The parts that are open, the outermost first, each with what it ranks by.
    open: Vec<(Rank, Part<'t, 'a>)>,
}

/// How a part lies in others.
#[derive(Debug, Clone, Copy)]
enum Rank {
    /// A provision that lies in so many.
    Provision(usize),
    /// A heading of this level.
    Heading(u8),
}

impl<'t, 'a> Divider<'t, 'a, '_> {
    fn take(&mut self, piece: Piece<'t, 'a>, is_resolution: bool) {
        let has_closed = self.texts.last().is_some_and(|text| !text.conclusions.is_empty());
        match piece {
            Piece::Provision(index, element) if self.is_attached(index) => self.attach(index, Some(element)),
            Piece::ProvisionItem(index, _) if self.is_attached(index) => self.attach(index, None),
            Piece::Provision(index, element) => {
                self.reopen(has_closed);
                self.open(self.rank(index), Opening::Provision(index, element));
            }
            Piece::ProvisionItem(index, number) => {
                self.reopen(has_closed);
                self.open(self.rank(index), Opening::Item(index, number));
            }
            piece if has_closed => self.conclude(piece),
            piece if is_resolution && is_closing(&piece) => {
                self.close_provisions();
                self.conclude(piece);
            }
            Piece::Block(element) if heading_level(element).is_some() => {
                let level = heading_level(element).unwrap_or(0);
                self.open(Rank::Heading(level), Opening::Heading(element));
            }
            Piece::Block(element)
                if (element.class() == Class::Head) || (element.class() == Class::HeadLine) =>
            {
                self.caption(element);
            }
            piece => self.push(piece),
        }
    }

    fn rank(&self, index: usize) -> Rank {
        Rank::Provision(self.provisions.get(index).map_or(0, |provision| provision.depth))
    }

    fn is_attached(&self, index: usize) -> bool {
        let role = self.provisions.get(index).map(|provision| provision.role);
        matches!(role, Some(Role::Annex | Role::Regulation))
    }

    /// Begins what is attached: behind the last provision and the signature of the text before.
    fn attach(&mut self, index: usize, heading: Option<&'t Branch<'a>>) {
        self.close_provisions();
        self.texts.push(Text { opening: Some((index, heading)), ..Text::default() });
    }

    /// A provision behind a signature is of another text, though nothing names that.
    fn reopen(&mut self, has_closed: bool) {
        if has_closed {
            self.texts.push(Text::default());
        }
    }

    fn open(&mut self, rank: Rank, opening: Opening<'t, 'a>) {
        while let Some((last, _)) = self.open.last() {
            let is_over = match (*last, rank) {
                (Rank::Provision(last), Rank::Provision(own)) => last >= own,
                (Rank::Heading(last), Rank::Heading(own)) => last >= own,
                // A heading of Markdown ends what is no heading itself; a provision ends no heading.
                (Rank::Provision(_), Rank::Heading(level)) => {
                    self.open.last().is_some_and(|(_, part)| part.level().is_none_or(|last| last >= level))
                }
                (Rank::Heading(_), Rank::Provision(own)) => self.lies_in_provision(own),
            };
            if !is_over {
                break;
            }
            self.close();
        }
        let part = Part { opening, captions: Vec::new(), blocks: Vec::new(), parts: Vec::new() };
        self.open.push((rank, part));
    }

    /// Whether a provision is open that one in `depth` others ends.
    fn lies_in_provision(&self, depth: usize) -> bool {
        self.open.iter().any(|(rank, _)| matches!(rank, Rank::Provision(open) if *open >= depth))
    }

    fn close(&mut self) {
        let Some((_, part)) = self.open.pop() else { return };
        match (self.open.last_mut(), self.texts.last_mut()) {
            (Some((_, parent)), _) => parent.parts.push(part),
            (None, Some(text)) => text.parts.push(part),
            (None, None) => {}
        }
    }

    fn close_all(&mut self) {
        while !self.open.is_empty() {
            self.close();
        }
    }

    fn push(&mut self, piece: Piece<'t, 'a>) {
        match (self.open.last_mut(), self.texts.last_mut()) {
            (Some((_, part)), _) => part.blocks.push(piece),
            (None, Some(text)) => text.blocks.push(piece),
            (None, None) => {}
        }
    }

    /// The name of a division on a line of its own; above the provisions of what is attached it is of its preface.
    fn caption(&mut self, element: &'t Branch<'a>) {
        match (self.open.last_mut(), self.texts.last_mut()) {
            (Some((_, part)), _) if part.blocks.is_empty() && part.takes_captions() => {
                part.captions.push(element);
            }
            (None, Some(text)) if text.opening.is_some() && text.blocks.is_empty() => {
                text.preface.push(Piece::Block(element));
            }
            _ => self.push(Piece::Block(element)),
        }
    }

    fn conclude(&mut self, piece: Piece<'t, 'a>) {
        if let Some(text) = self.texts.last_mut() {
            text.conclusions.push(piece);
        }
    }

    /// Closes all parts. The sentence on the adoption that ends the last goes behind them.
    fn close_provisions(&mut self) {
        let adoption = self.take_adoption();
        self.close_all();
        if let Some(adoption) = adoption {
            self.conclude(adoption);
        }
    }

    /// The sentence on the adoption, where it ends the last provision.
    fn take_adoption(&mut self) -> Option<Piece<'t, 'a>> {
        let (_, part) = self.open.last_mut()?;
        let is_adoption = part.blocks.last().is_some_and(|piece| {
            let words = slug(&beginning(piece, 400));
            words.starts_with("nghi-quyet") && words.contains("thong-qua")
        });
        if is_adoption { part.blocks.pop() } else { None }
    }
}

impl Part<'_, '_> {
    /// The level of the heading that it begins with.
    fn level(&self) -> Option<u8> {
        match &self.opening {
            Opening::Heading(element) | Opening::Provision(_, element) => heading_level(element),
            Opening::Item(..) => None,
        }
    }

    fn takes_captions(&self) -> bool {
        self.parts.is_empty() && self.level().is_some()
    }
}

/// The level of a heading.
pub(super) fn heading_level(element: &Branch<'_>) -> Option<u8> {
    element.element().and_then(Element::heading_level)
}

/// Whether a piece is a legal basis or what was considered.
pub(super) fn is_recital(piece: &Piece<'_, '_>) -> bool {
    has_class(piece, Class::Recital) || (matches!(piece, Piece::Item(..)) && is_basis(piece))
}

/// Whether a recital is a legal basis (căn cứ).
pub(super) fn is_basis(piece: &Piece<'_, '_>) -> bool {
    slug(&beginning(piece, 24)).starts_with("can-cu")
}

fn is_closing(piece: &Piece<'_, '_>) -> bool {
    has_class(piece, Class::Recipients) || has_class(piece, Class::Signer)
}

/// Whether a piece is a block of this class.
pub(super) fn has_class(piece: &Piece<'_, '_>, class: Class) -> bool {
    matches!(piece, Piece::Block(element) if element.class() == class)
}

/// The first words of a piece, about `most` bytes.
fn beginning(piece: &Piece<'_, '_>, most: usize) -> String {
    let mut words = String::new();
    match piece {
        Piece::Run(nodes) => add_words(nodes, most, &mut words),
        Piece::Block(element) | Piece::Item(element, _) | Piece::Provision(_, element) => {
            add_words(&element.children, most, &mut words);
        }
        Piece::ProvisionItem(..) => {}
    }
    words
}

fn add_words(nodes: &[Node<'_>], most: usize, words: &mut String) {
    for node in nodes {
        if words.len() >= most {
            return;
        }
        match node {
            Node::Words(more) => words.push_str(more),
            Node::Branch(element) => add_words(&element.children, most, words),
        }
    }
}
