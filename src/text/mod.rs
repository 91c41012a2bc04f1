//! Text: sources with places in them, and the ways of Vietnamese writing (forms, keys, order, dates, numerals).

mod collation;
mod date;
mod fold;
pub(crate) mod letter;
mod nearest;
mod numeral;
mod slug;
mod source;
mod word;

pub use collation::{Collation, SortKey};
pub use date::{Date, DateProblem, Moment, PartialDate, parse_date, parse_moment, parse_partial_date};
pub use fold::{is_forbidden, match_key, nfc, one_line, or_replacement};
pub use nearest::nearest;
pub use numeral::{decimal, from_roman, to_roman};
pub use slug::slug;
pub use source::{FileId, LineIndex, Place, Source, Span};
pub use word::{Word, is_word_part, word};
