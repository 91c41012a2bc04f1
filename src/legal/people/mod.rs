//! People (người giữ chức vụ) in a text: known officials by their full names, or whoever an honorific or an office
//! stands beside.

mod bounds;
mod names;
mod offices;
mod scan;
#[cfg(test)]
mod tests;
mod words;

use serde::{Deserialize, Serialize};

use std::ops::Range;

pub use names::KnownNames;

use super::citation::Reading;

/// A place where a text names a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The bytes of the bare name in the input: no honorific, no rank, no office.
    pub range: Range<usize>,
    /// The name in form C and natural capitals: `Nguyễn Xuân Ký`, also where the text has capitals only.
    pub name: String,
    /// The offices (chức vụ) beside the name, as written, in form C.
    pub role: Option<String>,
    /// The honorific before the name or before the list it stands in, as written: `đồng chí`, `các ông`.
    pub honorific: Option<String>,
}

/// Finds the people of a text (any Unicode form), in order, none overlapping.
///
/// With names in `known`, only those are found, wherever they stand as whole words. Without, a name is found by the
/// honorific or the office beside it; bylines and credits have neither. Takes time in proportion to the length.
#[must_use]
pub fn people(text: &str, known: &KnownNames) -> Vec<Person> {
    Reading::new(text).people(known)
}

impl Reading {
    /// Finds the people, in order, none overlapping; as [`people`] does.
    #[must_use]
    pub fn people(&self, known: &KnownNames) -> Vec<Person> {
        scan::scan(self, known)
    }
}
