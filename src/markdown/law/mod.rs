//! The text of a resolution: its structure laid over the Markdown, and what it does to other documents.

mod blocks;
mod effect;
mod issuers;
mod join;
mod list;
mod outline;
mod roles;

use serde::{Deserialize, Serialize};

use crate::legal::instruction::{Action, Certainty, Day, Doubt, Extent, TargetProvision};
use crate::legal::structure::{Facts, Role};
use crate::text::Span;

pub use effect::NewEffect;
pub(super) use outline::{BASES, Begins, Outline};
pub(super) use roles::{class, ends_lists, is_before_provisions, is_heading, is_numbered};

/// Longest sentence that is kept, in code points.
const LONGEST_SENTENCE: usize = 1600;

/// What is recognised of a resolution's text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Law {
    /// What the text states of itself; offsets are bytes of the source.
    pub facts: Facts,
    /// What it does to other documents, in the order of the text.
    pub instructions: Vec<Instruction>,
    /// Sentences that do something to documents of a list that was not found: `bãi bỏ các nghị quyết tại Phụ lục II`.
    pub unread_lists: Vec<Span>,
    /// Sentences that may do something to a document, of which nothing was read.
    pub unread_acts: Vec<UnreadAct>,
    /// Sentences that do something to another number of documents than they say.
    pub counts: Vec<Miscounted>,
    /// Its divisions, articles, clauses and points that have an anchor, in the order of the text.
    pub provisions: Vec<Provision>,
    /// The anchors of the provisions that say when the whole takes effect.
    pub effect_places: Vec<String>,
    /// The anchors of the provisions that say when the whole ends.
    pub expiry_places: Vec<String>,
    /// Whether the text has an article.
    pub has_articles: bool,
    /// Whether the text has the names of issuer and nation that stand at the head of a page.
    pub has_letterhead: bool,
    /// Whether the text has its own title: `NGHỊ QUYẾT`.
    pub has_title: bool,
}

/// A provision of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// What it is.
    pub role: Role,
    /// Its anchor.
    pub anchor: String,
    /// What it is called: `Điều 3`, `khoản 2`, `điểm a`, `Phụ lục I`.
    pub label: String,
    /// How many provisions it lies in.
    pub depth: usize,
}

/// An instruction of a text (chỉ dẫn) joined with the mentions that name its documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instruction {
    /// What is done.
    pub action: Action,
    /// The mention that names who does it; `None`: this text.
    pub agent: Option<usize>,
    /// The mention that names the document that it is done to.
    pub target: usize,
    /// Whether the provisions are those of a text attached to the document (quy định kèm theo).
    pub in_attachment: bool,
    /// The provisions of that document; none where it is the whole, or where none is named.
    pub provisions: Vec<TargetProvision>,
    /// The new wording, quotation marks included.
    pub wording: Option<Span>,
    /// What the new wording says of the effect of the whole document.
    pub effect: Option<NewEffect>,
    /// The words that are replaced, taken out or added.
    pub words: Option<QuotedWords>,
    /// How much of the document.
    pub extent: Extent,
    /// From which day.
    pub from: Option<Day>,
    /// To which day, that day included.
    pub until: Option<Day>,
    /// The sentence that says so, on one line, at most 1600 code points.
    pub sentence: String,
    /// Where the sentence stands.
    pub span: Span,
    /// The anchor of the provision that says so.
    pub place: Option<String>,
    /// How certain it is.
    pub certainty: Certainty,
    /// Whether it only sums up what other instructions say one by one: a title, heading or enacting sentence.
    pub is_summary: bool,
}

impl Instruction {
    /// What words may mean that could not be read as an instruction: an act on a whole document, in doubt.
    pub(crate) fn remark(action: Action, doubt: Doubt, sentence: &str, span: Span) -> Self {
        Self {
            action,
            agent: None,
            target: 0,
            in_attachment: false,
            provisions: Vec::new(),
            wording: None,
            effect: None,
            words: None,
            extent: Extent::Whole,
            from: None,
            until: None,
            sentence: sentence.to_owned(),
            span,
            place: None,
            certainty: Certainty::Unsure(doubt),
            is_summary: false,
        }
    }
}

/// A sentence that does something to another number of documents than it says: `bãi bỏ 05 nghị quyết sau`, and three follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Miscounted {
    /// How many it says.
    pub stated: u32,
    /// How many were read.
    pub found: usize,
    /// The sentence.
    pub span: Span,
}

/// A sentence that may do something to a document, of which nothing was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadAct {
    /// What its verb says.
    pub action: Action,
    /// The mention that names the document; none where it is named without a symbol.
    pub target: Option<usize>,
    /// The words that name the document.
    pub document: String,
    /// The sentence, on one line, at most 1600 code points.
    pub sentence: String,
    /// Where it stands.
    pub span: Span,
    /// Whether it is struck out.
    pub is_struck: bool,
}

/// The quoted words of an instruction about words, quotation marks left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotedWords {
    /// The old words; empty where words are only added.
    pub from: Vec<String>,
    /// The new words; none where words are taken out.
    pub to: Option<String>,
}
