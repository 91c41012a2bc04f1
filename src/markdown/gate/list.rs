//! Lists of HTML and the numbers of their items.

use crate::markdown::tag::attribute;

pub(super) struct List {
    pub(super) numbering: Numbering,
    /// The number of the next item.
    pub(super) next: u64,
    /// Whether its beginning has been written.
    pub(super) is_written: bool,
    pub(super) has_item: bool,
    /// Whether a paragraph stands in the item.
    pub(super) has_block: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    None,
    Digits,
    /// Letters or Roman numerals, which only words can tell.
    Letters(char),
}

impl List {
    pub(super) fn of(is_ordered: bool, tag: &str) -> Self {
        let numbering = match attribute(tag, "type").and_then(|sort| sort.chars().next()) {
            _ if !is_ordered => Numbering::None,
            Some(first @ ('a' | 'A' | 'i' | 'I')) => Numbering::Letters(first),
            _ => Numbering::Digits,
        };
        let next = attribute(tag, "start").and_then(number).unwrap_or(1);
        Self { numbering, next, is_written: false, has_item: false, has_block: false }
    }
}

/// A number of an item that is worth keeping.
pub(super) fn number(written: &str) -> Option<u64> {
    const MOST: u64 = 999_999;
    written.trim().parse().ok().filter(|number| *number <= MOST)
}

/// The mark of an item that is counted in letters or Roman numerals: `a) `, `IV. `.
pub(super) fn letters(first: char, number: u64) -> String {
    if matches!(first, 'i' | 'I') {
        let small = roman(number);
        return if first == 'i' { format!("{small}) ") } else { format!("{}. ", small.to_uppercase()) };
    }
    let letter = number.checked_sub(1).and_then(|at| u8::try_from(at).ok()).filter(|at| *at < 26);
    match letter.map(|at| char::from(b'a' + at)) {
        Some(letter) if first == 'a' => format!("{letter}) "),
        Some(letter) => format!("{}. ", letter.to_uppercase()),
        None => format!("{number}. "),
    }
}

pub(super) fn roman(number: u64) -> String {
    const TENS: [&str; 10] = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let at = |digit: u64| usize::try_from(digit).unwrap_or(0);
    match (TENS.get(at(number / 10)), ONES.get(at(number % 10))) {
        (Some(tens), Some(ones)) if number > 0 => format!("{tens}{ones}"),
        _ => number.to_string(),
    }
}
