//! What a resolution does to other documents (chỉ dẫn sửa đổi, thay thế, bãi bỏ, ...): one instruction for each target
//! that a sentence names.
//!
//! Documents are not resolved here: an instruction holds the byte ranges of the words that name them, to be joined with
//! citations recognised elsewhere.

mod act;
mod action;
mod agent;
mod attachment;
mod cell;
mod certainty;
mod clause;
mod context;
mod continuation;
mod count;
mod described;
mod doubt;
mod enumeration;
mod heading;
mod list;
mod list_item;
mod mention;
mod opening;
mod places;
mod position;
mod provision;
mod quoted;
mod reach;
mod sentence;
mod silence;
mod spoken;
mod subject;
mod target;
mod time;
mod title;
mod verb;
mod walk;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::legal::ProvisionPath;
use crate::text::Date;

pub use action::Action;
pub use cell::{Cell, CellSays, provisions_of_cell};
pub use certainty::{Certainty, Doubt};
pub use count::StatedCount;
pub use heading::Heading;
pub use silence::UnreadAct;
pub use time::day_in;
pub use title::{BareSentence, instructions_of_title, read_without_titles};
pub use walk::{instructions, instructions_but_for};

/// Who does what an instruction says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agent {
    /// The resolution that says so.
    This,
    /// Another document, named by these words: byte offsets. `Nghị quyết số A được sửa đổi bởi Nghị quyết số B`
    Other(Range<usize>),
}

/// How much of a document is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// The whole of it (toàn bộ), or nothing less is said.
    Whole,
    /// A part of it (một phần, một số điều, khoản 2 Điều 5, cụm từ).
    Partial,
}

/// A day that an action begins or ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Day {
    /// `ngày Nghị quyết này có hiệu lực`
    OfEffect,
    /// A day of the calendar.
    On(Date),
    /// An event whose day is not known: `cho đến khi có văn bản thay thế`. Only ends are said so.
    Event,
}

/// A provision of the target: `điểm a khoản 2 Điều 5`, `mẫu số 05 Phụ lục I`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetProvision {
    /// Its name, small to large, written the usual way.
    pub words: String,
    /// Its place, or the smallest place around it that an anchor can name; none where no anchor can.
    pub path: Option<ProvisionPath>,
    /// Whether only something within that place is meant: a form, a row, a sentence, its name.
    pub is_part: bool,
}

/// The quoted words of an instruction about words: byte offsets, quotation marks left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotedWords {
    /// The old words; empty where words are only added.
    pub from: Vec<Range<usize>>,
    /// The new words; none where words are taken out.
    pub to: Option<Range<usize>>,
}

/// An instruction (chỉ dẫn): someone does something to a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruction {
    /// What is done.
    pub action: Action,
    /// Who does it.
    pub agent: Agent,
    /// The words that name the document, `Nghị quyết số 12/2020/NQ-HĐND ngày 10/7/2020`: byte offsets.
    pub target: Range<usize>,
    /// Whether the provisions are those of a text attached to the document (quy định kèm theo).
    pub in_attachment: bool,
    /// The provisions; none where it is the whole, or where none is named.
    pub provisions: Vec<TargetProvision>,
    /// The words that name the provisions, `khoản 2 Điều 5`: byte offsets.
    pub provision_range: Option<Range<usize>>,
    /// The new wording, quotation marks included: byte offsets.
    pub wording: Option<Range<usize>>,
    /// The words that are replaced, taken out or added.
    pub words: Option<QuotedWords>,
    /// How much of the document.
    pub extent: Extent,
    /// From which day.
    pub from: Option<Day>,
    /// To which day, that day included.
    pub until: Option<Day>,
    /// The sentence that says so: byte offsets.
    pub sentence: Range<usize>,
    /// How certain it is.
    pub certainty: Certainty,
    /// Whether it only sums up what other instructions say one by one: a title, heading or enacting sentence.
    pub is_summary: bool,
}

/// Documents that an instruction leaves to an annex of its own text: `bãi bỏ các nghị quyết tại Phụ lục II`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexList {
    /// The number of the annex as anchors write it (`2`); none where it is not said.
    pub annex: Option<String>,
    /// What is done to each of them.
    pub action: Action,
    /// How much of them.
    pub extent: Extent,
    /// From which day.
    pub from: Option<Day>,
    /// To which day, that day included.
    pub until: Option<Day>,
    /// What makes it unsure.
    pub doubt: Option<Doubt>,
    /// The sentence that says so: byte offsets.
    pub sentence: Range<usize>,
    /// Whether the sentence is a heading that names no list, so that only a table right below it can be one.
    pub is_heading: bool,
}

/// What a text does to other documents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Instructions {
    /// The instructions, in the order of the text.
    pub found: Vec<Instruction>,
    /// Lists in annexes that hold no running text, so that their documents are not among the instructions.
    pub unread_lists: Vec<AnnexList>,
    /// Sentences that may do something, of which nothing was read.
    pub unread_acts: Vec<UnreadAct>,
    /// How many documents its sentences say that they do something to.
    pub counts: Vec<StatedCount>,
}

impl Instruction {
    /// Whether it surely ends or suspends a document as a whole.
    fn ends_surely(&self) -> bool {
        let ends =
            matches!(self.action, Action::Replaces | Action::Repeals | Action::Ends | Action::Suspends);
        ends && self.extent == Extent::Whole && self.certainty == Certainty::Read
    }

    /// Makes it unsure, unless something else has done so before.
    fn doubt(&mut self, doubt: Doubt) {
        if self.certainty == Certainty::Read {
            self.certainty = Certainty::Unsure(doubt);
        }
    }
}
