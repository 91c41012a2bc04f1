//! Citations of documents (viện dẫn văn bản): found in any text, with all that the words say of the document.
//!
//! Nothing is resolved here: what a citation names in a portal is known only there.

mod body;
mod date;
mod document;
mod fold;
mod kept;
mod law;
pub(super) mod lexicon;
mod list_issuer;
mod number;
mod provisions;
mod reading;
mod scan;
mod small;
#[cfg(test)]
mod tests;
pub(super) mod token;
mod types;

use serde::{Deserialize, Serialize};

use std::ops::Range;

pub use list_issuer::{ListIssuer, issuer_of_cell, list_issuers};
pub(super) use provisions::provisions_in;
pub use reading::Reading;

use crate::text::PartialDate;

use super::laws::Law;
use super::{ProvisionPath, Symbol};

/// A place where a text names a document or a provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The bytes of the input: words of provisions, type, symbol, and a date that follows at once; neither the issuer
    /// nor the title.
    pub range: Range<usize>,
    /// The bytes of the symbol (số, ký hiệu), or of the number alone where `kind` is partial.
    pub symbol_range: Option<Range<usize>>,
    /// How the document is named.
    pub kind: CitationKind,
    /// The type (loại văn bản) by its usual name: `Nghị quyết`.
    #[serde(deserialize_with = "kept::name")]
    pub document_type: Option<ListedName>,
    /// Type and qualifier, or the name of the law, as written: `Chương trình hành động`, `Luật Giáo dục`.
    pub name: String,
    /// The symbol; where `kind` is partial only the number, which no other document's key equals.
    pub symbol: Option<Symbol>,
    /// The issuer (cơ quan ban hành) as written behind `của` or before the number; shared in lists.
    pub issuer: Option<String>,
    /// The issuer that the symbol alone tells: `Chính phủ` for `NĐ-CP`.
    #[serde(deserialize_with = "kept::name")]
    pub implied_issuer: Option<ListedName>,
    /// The date; `None` also where the calendar has no such day or no year is said.
    pub date: Option<PartialDate>,
    /// The provisions (điều, khoản, điểm), as far as an anchor can name them.
    pub provisions: Vec<ProvisionPath>,
    /// The provisions as written, in form C: `khoản 1, khoản 2 Điều 10`.
    pub provision_text: Option<String>,
    /// What the provisions are counted from, where they are of this document.
    pub base: ProvisionBase,
    /// The law, where the table has it and number, name and year agree.
    #[serde(with = "kept::law")]
    pub law: Option<ListedLaw>,
    /// Whether it stands in the title of another document that is cited before it.
    pub in_title: bool,
    /// Whether it is the document's own number: in the header (`Số: …`), or the same again.
    pub is_own_number: bool,
    /// What the sentence does with it.
    pub role: Role,
}

/// The name of a type or an issuer, as the tables of this module have it.
pub type ListedName = &'static str;

/// A law of the table.
pub type ListedLaw = &'static Law;

impl Citation {
    /// Whether an editor would call it a citation of another document: no own number, nothing inside the text itself,
    /// no law that is only part of another document's title.
    #[must_use]
    pub fn is_of_other_document(&self) -> bool {
        let is_other =
            matches!(self.kind, CitationKind::Numbered | CitationKind::NamedLaw | CitationKind::Partial);
        let is_title_word = self.in_title && self.kind == CitationKind::NamedLaw && self.date.is_none();
        is_other && !self.is_own_number && !is_title_word
    }
}

/// How a citation names its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CitationKind {
    /// By its symbol: `Nghị quyết số 86/NQ-HĐND`.
    Numbered,
    /// A law, code, ordinance or constitution by its name: `Luật Đất đai năm 2013`.
    NamedLaw,
    /// By a number without codes: `Nghị quyết 43`, `Nghị quyết số 31 ngày 10/7/2020`.
    Partial,
    /// The document itself: `Nghị quyết này`.
    OwnDocument,
    /// A provision of the document itself: `khoản 1 Điều này`, `Điều 5 Nghị quyết này`.
    Internal,
}

impl CitationKind {
    /// The name in data: `numbered`, `named_law`, `partial`, `self`, `internal`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Numbered => "numbered",
            Self::NamedLaw => "named_law",
            Self::Partial => "partial",
            Self::OwnDocument => "self",
            Self::Internal => "internal",
        }
    }
}

/// What the provisions of an internal citation are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProvisionBase {
    /// The whole document.
    Document,
    /// The chapter, section or annex that the words stand in: `Chương này`.
    Division,
    /// The article that the words stand in: `khoản 1 Điều này`.
    Article,
    /// The clause that the words stand in: `điểm a khoản này`.
    Clause,
    /// The point that the words stand in: `điểm này`.
    Point,
}

/// What the sentence does with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// A legal basis (căn cứ): the recital begins with `Căn cứ`.
    Basis,
    /// A proposal or report that is considered: the recital begins with `Xét`, `Theo đề nghị`.
    Considered,
    /// Any other reference (dẫn chiếu).
    Reference,
}

/// Finds the citations of a text (any Unicode form), in order, none overlapping. Takes time in proportion to its
/// length.
#[must_use]
pub fn citations(text: &str) -> Vec<Citation> {
    Reading::new(text).citations()
}

impl Reading {
    /// Finds the citations, in order, none overlapping.
    #[must_use]
    pub fn citations(&self) -> Vec<Citation> {
        scan::scan(self)
    }
}
