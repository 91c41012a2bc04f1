//! The elements of HTML: which of them a body can hold, how they stand there, and what the gate does with each. Whatever
//! reads or writes elements asks here.

use serde::{Deserialize, Serialize};

/// What an element is to a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Words within a line that are written in a way of their own: the name stays.
    Format(&'static str),
    /// A link.
    Link,
    /// A paragraph or what holds paragraphs.
    Block,
    /// A heading of this level.
    Heading(u8),
    /// A list; whether its items are counted.
    List(bool),
    /// An item of a list.
    Item,
    /// A table, or what stands in one outside cells.
    Table,
    /// A cell of a table.
    Cell,
    /// Words that are kept as they are laid out.
    Laid,
    /// The end of a line.
    Break,
    /// A line across the page.
    Rule,
    /// A picture.
    Picture,
    /// Nothing that a reader could miss: its tags are left out, its words stay.
    Bare,
    /// A part of the page that is not shown; words in it are.
    Unshown(Instead),
    /// A part whose content is no text: it is left out. With the closing tag that ends it.
    Source(&'static str),
    /// No element of HTML.
    Unknown,
}

/// What an editor can do in place of an element that is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Instead {
    /// Link to what it would show.
    Link,
    /// Add a picture.
    Picture,
    /// Leave the tags out.
    Words,
}

/// How an element stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Within a line.
    Line,
    /// On lines of its own.
    Block,
}

/// Declares the elements that a body can hold: a name for the code, the name in HTML, layout, and what the gate does with it.
macro_rules! elements {
    ($($element:ident = $name:literal, $layout:ident, $sort:expr;)*) => {
        /// An element that a body can hold.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "each is the element of HTML with its name")]
        #[repr(u8)]
        pub enum Element { $($element),* }

        /// All of them, in the order of their declaration.
        const ELEMENTS: &[(Element, &str, Layout, Sort)] =
            &[$((Element::$element, $name, Layout::$layout, $sort)),*];
    };
}

use Sort::{Bare, Block, Break, Cell, Format, Heading, Item, Laid, Link, List, Picture, Rule, Table};

elements! {
    A = "a", Line, Link;
    Abbr = "abbr", Line, Format("abbr");
    Acronym = "acronym", Line, Format("acronym");
    B = "b", Line, Format("b");
    Bdi = "bdi", Line, Format("bdi");
    Blockquote = "blockquote", Block, Block;
    Br = "br", Line, Break;
    Caption = "caption", Block, Table;
    Center = "center", Block, Block;
    Cite = "cite", Line, Format("cite");
    Code = "code", Line, Format("code");
    Col = "col", Block, Table;
    Colgroup = "colgroup", Block, Table;
    Data = "data", Line, Format("data");
    Dd = "dd", Block, Block;
    Del = "del", Line, Format("del");
    Details = "details", Block, Block;
    Dfn = "dfn", Line, Format("dfn");
    Div = "div", Block, Block;
    Dl = "dl", Block, Block;
    Dt = "dt", Block, Block;
    Em = "em", Line, Format("em");
    H2 = "h2", Block, Heading(2);
    H3 = "h3", Block, Heading(3);
    H4 = "h4", Block, Heading(4);
    H5 = "h5", Block, Heading(5);
    H6 = "h6", Block, Heading(6);
    Hr = "hr", Block, Rule;
    I = "i", Line, Format("i");
    Img = "img", Line, Picture;
    Ins = "ins", Line, Format("ins");
    Kbd = "kbd", Line, Format("kbd");
    Li = "li", Block, Item;
    Mark = "mark", Line, Format("mark");
    Ol = "ol", Block, List(true);
    P = "p", Block, Block;
    Pre = "pre", Block, Laid;
    Q = "q", Line, Format("q");
    Rtc = "rtc", Line, Bare;
    S = "s", Line, Format("s");
    Samp = "samp", Line, Format("samp");
    Small = "small", Line, Format("small");
    Span = "span", Line, Bare;
    Strike = "strike", Line, Format("strike");
    Strong = "strong", Line, Format("strong");
    Sub = "sub", Line, Format("sub");
    Summary = "summary", Block, Block;
    Sup = "sup", Line, Format("sup");
    Table = "table", Block, Table;
    Tbody = "tbody", Block, Table;
    Td = "td", Block, Cell;
    Tfoot = "tfoot", Block, Table;
    Th = "th", Block, Cell;
    Thead = "thead", Block, Table;
    Time = "time", Line, Format("time");
    Tr = "tr", Block, Table;
    Tt = "tt", Line, Format("tt");
    U = "u", Line, Format("u");
    Ul = "ul", Block, List(false);
    Var = "var", Line, Format("var");
    Wbr = "wbr", Line, Bare;
}

impl Element {
    /// The element of this name, in small letters.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let at = ELEMENTS.binary_search_by(|(_, own, ..)| (*own).cmp(name)).ok()?;
        ELEMENTS.get(at).map(|(element, ..)| *element)
    }

    pub(super) fn from_number(number: u8) -> Option<Self> {
        ELEMENTS.get(usize::from(number)).map(|(element, ..)| *element)
    }

    fn row(self) -> (&'static str, Layout, Sort) {
        // Every element has its row.
        ELEMENTS
            .get(self as usize)
            .map_or(("", Layout::Line, Bare), |(_, name, layout, sort)| (name, *layout, *sort))
    }

    /// Its name in HTML.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// How it stands on the page.
    #[must_use]
    pub fn layout(self) -> Layout {
        self.row().1
    }

    /// Whether it stands on lines of its own.
    #[must_use]
    pub fn is_block(self) -> bool {
        self.layout() == Layout::Block
    }

    /// Whether nothing can stand in it, so that it is never closed.
    #[must_use]
    pub fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Col | Self::Hr | Self::Img | Self::Wbr)
    }

    /// The level of a heading on the page, 2 to 6.
    #[must_use]
    pub fn heading_level(self) -> Option<u8> {
        match self.row().2 {
            Heading(level) => Some(level),
            _ => None,
        }
    }

    /// The heading of a level; levels that a body does not have become the nearest.
    #[must_use]
    pub fn heading(level: u8) -> Self {
        match level {
            0..=2 => Self::H2,
            3 => Self::H3,
            4 => Self::H4,
            5 => Self::H5,
            6.. => Self::H6,
        }
    }
}

/// The classes that elements of a body can have.
macro_rules! classes {
    ($($(#[$about:meta])* $class:ident = $name:literal, $($element:ident)|+;)*) => {
        /// What an element of a body is to the page.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[repr(u8)]
        pub enum Class {
            /// Nothing of its own.
            #[default]
            Plain,
            $($(#[$about])* $class),*
        }

        /// All classes but the plain one, with the elements that can have them.
        const CLASSES: &[(Class, &str, &[Element])] = &[$((Class::$class, $name, &[$(Element::$element),+])),*];
    };
}

classes! {
    /// What may be wider than the page.
    Scroll = "scroll", Div;
    /// A note below the text.
    Footnote = "footnote", Div;
    /// A list whose numbers have a bracket behind them.
    Parenthesised = "parenthesised", Ol;
    /// A line at the head of a resolution, in the middle of the page.
    Head = "head", P;
    /// A further line of the head.
    HeadLine = "head-line", P;
    /// Căn cứ, xét đề nghị
    Recital = "recital", P;
    /// The words that enact.
    Enacting = "enacting", P;
    /// Khoản
    Clause = "clause", P;
    /// Điểm
    Point = "point", P;
    /// A line that begins with a dash.
    Dash = "dash", P;
    /// Nơi nhận
    Recipients = "recipients", P;
    /// Chữ ký
    Signer = "signer", P;
    /// New wording of another document.
    Quoted = "quoted", P;
    /// The number of a clause or point.
    Number = "number", Span;
    /// The number that leads to a note.
    FootnoteReference = "footnote-reference", Sup;
    /// A cell whose words stand to the right.
    Right = "right", Td | Th;
    /// A cell whose words stand in the middle.
    Center = "center", Td | Th;
}

impl Class {
    /// Its name in HTML; empty for the plain one.
    #[must_use]
    pub fn name(self) -> &'static str {
        (self as usize).checked_sub(1).and_then(|at| CLASSES.get(at)).map_or("", |(_, name, _)| name)
    }

    pub(super) fn of(name: &str) -> Self {
        CLASSES.iter().find(|(_, own, _)| *own == name).map_or(Self::Plain, |(class, ..)| *class)
    }

    pub(super) fn from_number(number: u8) -> Self {
        usize::from(number)
            .checked_sub(1)
            .and_then(|at| CLASSES.get(at))
            .map_or(Self::Plain, |(class, ..)| *class)
    }

    /// The names of the classes that each element can have.
    pub(super) fn by_element() -> impl Iterator<Item = (Element, &'static str)> {
        CLASSES.iter().flat_map(|(_, name, elements)| elements.iter().map(move |element| (*element, *name)))
    }
}

/// What the element of this name, in small letters, is.
pub(super) fn sort(name: &str) -> Sort {
    if let Some(element) = Element::of(name) {
        return element.row().2;
    }
    match name {
        "h1" => Heading(1),
        "menu" | "dir" => List(false),
        "script" => Sort::Source("</script"),
        "style" => Sort::Source("</style"),
        "iframe" | "frame" | "frameset" | "object" | "embed" | "applet" | "audio" | "video" | "source"
        | "track" | "param" | "portal" | "bgsound" => Sort::Unshown(Instead::Link),
        "svg" | "canvas" | "map" | "area" | "image" => Sort::Unshown(Instead::Picture),
        _ if BLOCKS.contains(&name) => Block,
        _ if BARE.contains(&name) || is_of_office(name) => Bare,
        _ if UNSHOWN.contains(&name) => Sort::Unshown(Instead::Words),
        _ => Sort::Unknown,
    }
}

/// Whether an element is one that an office program writes for itself: `<o:p>`, `<v:shape>`, `<st1:place>`.
pub(super) fn is_of_office(name: &str) -> bool {
    /// What `o:` has in the HTML that Word writes.
    const OF_OFFICE: [&str; 8] =
        ["p", "lock", "idmap", "shapelayout", "shapedefaults", "oleobject", "smarttagtype", "wrapblock"];
    let Some((prefix, own)) = name.split_once(':') else { return false };
    let is_own = own.bytes().all(|sign| sign.is_ascii_alphabetic());
    match prefix.to_ascii_lowercase().as_str() {
        "o" => OF_OFFICE.contains(&own.to_ascii_lowercase().as_str()),
        "v" | "w" | "x" | "u1" | "u2" | "st1" | "st2" => is_own,
        _ => false,
    }
}

/// Elements that hold paragraphs and become plain ones.
const BLOCKS: [&str; 15] = [
    "section",
    "article",
    "aside",
    "nav",
    "main",
    "header",
    "footer",
    "hgroup",
    "address",
    "figure",
    "figcaption",
    "fieldset",
    "legend",
    "body",
    "search",
];

/// Elements whose tags are left out and whose words stay.
const BARE: [&str; 17] = [
    "font", "big", "label", "nobr", "bdo", "ruby", "rb", "rt", "rp", "basefont", "blink", "html", "head",
    "meta", "link", "base", "slot",
];

const UNSHOWN: [&str; 30] = [
    "noscript",
    "noembed",
    "noframes",
    "xmp",
    "listing",
    "plaintext",
    "textarea",
    "title",
    "template",
    "math",
    "select",
    "option",
    "optgroup",
    "datalist",
    "form",
    "input",
    "button",
    "output",
    "progress",
    "meter",
    "dialog",
    "marquee",
    "keygen",
    "isindex",
    "command",
    "menuitem",
    "picture",
    "foreignobject",
    "xml",
    "spacer",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_element_has_one_sort() {
        let mut names: Vec<&str> =
            ELEMENTS.iter().map(|(_, name, ..)| *name).chain(BLOCKS).chain(BARE).chain(UNSHOWN).collect();
        names.sort_unstable();
        for pair in names.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
        assert_eq!(sort("h3"), Sort::Heading(3));
        assert_eq!(sort("o:p"), Sort::Bare);
        assert_eq!(sort("noi"), Sort::Unknown);
    }

    #[test]
    fn elements_and_classes_are_found_by_name_and_number() {
        for (number, (element, name, ..)) in ELEMENTS.iter().enumerate() {
            assert_eq!((Element::of(name), element.name()), (Some(*element), *name));
            assert_eq!((u8::try_from(number).ok().and_then(Element::from_number)), Some(*element));
        }
        for (class, name, _) in CLASSES {
            assert_eq!(
                (Class::of(name), class.name(), Class::from_number(*class as u8)),
                (*class, *name, *class)
            );
        }
        assert_eq!((Class::of("x"), Class::Plain.name()), (Class::Plain, ""));
    }
}
