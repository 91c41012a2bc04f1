//! The structure of a resolution (bố cục văn bản), as it was typed or as Markdown: every line gets its role, every
//! provision its anchor, and the text says what it states of itself.
//!
//! All offsets are bytes of the source that the blocks were taken from.

mod aside;
mod body;
mod closing;
mod commencement;
pub(in crate::legal) mod condition;
mod facts;
mod header;
mod label;
pub(crate) mod line;
mod line_end;
mod numbering;
pub(in crate::legal) mod phrase;
mod piece;
mod quotation;
mod recital;
mod slip;
pub(crate) mod spoken_date;
mod spoken_number;
mod squeezed;
mod taken;
pub(crate) mod token;
mod tree;
mod validity;

#[cfg(test)]
mod soundness;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use std::ops::Range;

pub use commencement::Commencement;
pub use facts::{Facts, Stated};
pub use slip::{Slip, SlipKind};
pub use validity::{Base, Start, Validity};

use line::Text;
use token::Token;

/// A paragraph, heading, list item or line of a text.
///
/// `text` is a slice of the source as it stands there, Markdown marks included; the text of an item of an ordered list
/// begins with its number.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    /// The text, one line or several.
    pub text: &'a str,
    /// Where the text begins: byte offset in the source.
    pub start: usize,
    /// Level of a Markdown heading, 1 to 6.
    pub heading: Option<u8>,
    /// Depth of Markdown lists that the block lies in; 0 outside lists. In an item of depth 2 or more no clause begins.
    pub nesting: u8,
}

impl<'a> Block<'a> {
    /// A paragraph outside lists.
    #[must_use]
    pub fn paragraph(text: &'a str, start: usize) -> Self {
        Self { text, start, heading: None, nesting: 0 }
    }
}

/// The lines of a plain text as blocks; empty lines are left out.
#[must_use]
pub fn plain_blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            blocks.push(Block::paragraph(line.trim_end_matches(['\n', '\r']), start));
        }
        start += line.len();
    }
    blocks
}

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Quốc hiệu
    NationalName,
    /// Tiêu ngữ
    Motto,
    /// Cơ quan ban hành, above the number
    Issuer,
    /// Số, ký hiệu
    Number,
    /// Địa danh và thời gian ban hành
    PlaceAndDate,
    /// Tên loại: NGHỊ QUYẾT
    Title,
    /// Trích yếu
    Subject,
    /// The council that resolves, below the subject
    Council,
    /// Khóa và kỳ họp
    Session,
    /// Căn cứ ...
    Basis,
    /// Xét ..., Theo đề nghị ...
    Consideration,
    /// QUYẾT NGHỊ
    Enacting,
    /// Phần
    Part,
    /// Chương
    Chapter,
    /// Mục; also a Roman heading (`I.`) within an article or annex
    Section,
    /// Tiểu mục
    Subsection,
    /// Điều
    Article,
    /// Khoản
    Clause,
    /// `2.1.` within khoản 2
    Subclause,
    /// Điểm
    Point,
    /// Gạch đầu dòng, dấu cộng
    Dash,
    /// An item of a list within a provision that is no khoản or điểm
    Item,
    /// Phụ lục
    Annex,
    /// Quy định, Quy chế, Đề án ban hành kèm theo
    Regulation,
    /// (Ban hành kèm theo Nghị quyết số ...): the resolution's own number, no citation
    Enclosure,
    /// The name of a division or annex on a line of its own
    Caption,
    /// Nghị quyết này đã được Hội đồng nhân dân ... thông qua ngày ...
    Adoption,
    /// Nơi nhận
    Recipients,
    /// One line of Nơi nhận
    Recipient,
    /// Chức vụ của người ký, with TM., KT., Q., TL., TUQ.
    SignerRole,
    /// (Đã ký)
    SignerMark,
    /// Họ tên người ký
    SignerName,
    /// New wording of another document, between quotation marks
    Quoted,
    /// Anything else
    Text,
}

/// A part of a text: a line with its role, and for provisions all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// The blocks that it touches, with all that belongs to it.
    pub blocks: Range<usize>,
    /// Its own words, label included, without the parts below it: byte offsets.
    pub text: Range<usize>,
    /// Where the last part that belongs to it ends: byte offset.
    pub end: usize,
    /// Its label, `Điều 2.`, `a)`: byte offsets; empty for parts without one.
    pub label: Range<usize>,
    /// What the label counts, Roman numerals in digits: `2`, `12a`, `đ`, `2.1`; empty for parts without a number.
    pub number: String,
    /// The anchor on the page, unique in the text: `dieu-1-khoan-2`.
    pub anchor: Option<String>,
    /// The part that it belongs to: index, always lower than its own.
    pub parent: Option<usize>,
    /// How many parts it lies in.
    pub depth: usize,
}

/// A label that does not continue the numbering before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberingProblem {
    /// What the label counts: articles, clauses, points.
    pub role: Role,
    /// The number that had to come.
    pub expected: String,
    /// The number that came.
    pub found: String,
    /// The block that it stands in: index.
    pub block: usize,
    /// The label: byte offsets.
    pub range: Range<usize>,
}

/// The structure of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Structure {
    /// Its parts in the order of the text. Their own words do not overlap and hold all words of the text.
    pub parts: Vec<Part>,
    /// New wordings of other documents (`như sau: “...”`), quotation marks included: byte offsets, in order. Nothing
    /// in them is said of this document.
    pub quotations: Vec<Range<usize>>,
    /// What may be new wording of another document that stands between no marks: byte offsets, in order. What it does to further
    /// documents is not certain to be done by this one.
    pub doubtful: Vec<Range<usize>>,
    /// What the text states of itself.
    pub facts: Facts,
    /// Labels out of order.
    pub problems: Vec<NumberingProblem>,
    /// Other slips, in the order of the text.
    pub slips: Vec<Slip>,
    /// The tokens of the text, for what else is looked for in it.
    tokens: Vec<Token>,
}

impl Structure {
    /// The tokens between two bytes of the source; `None` where one of these lies within a token.
    pub(in crate::legal) fn tokens(&self, from: usize, to: usize) -> Option<&[Token]> {
        token::tokens_between(&self.tokens, from, to)
    }
}

/// Recognises the structure of a text. Takes time in proportion to its length; never fails.
#[must_use]
pub fn structure(blocks: &[Block<'_>]) -> Structure {
    let text = Text::new(blocks);
    let quotation::Quotations { marked, mut slips, doubtful } = quotation::quotations(&text);
    let mut tree = tree::Tree::default();
    let rest = header::read(&text, &mut tree);
    let found = body::read(&text, &marked, rest, tree);
    let facts = facts::facts(&text, &found);
    slips.extend(found.slips);
    slips.extend(aside::tables(&text, rest.line));
    slips.sort_by_key(|slip| slip.range.start);
    Structure {
        parts: found.parts,
        quotations: found.quotations,
        doubtful,
        facts,
        problems: found.problems,
        slips,
        tokens: text.tokens,
    }
}
