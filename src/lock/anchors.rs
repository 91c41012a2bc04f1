//! Anchors of provisions in few letters: `dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2` is `dieu-1(khoan-1..2) dieu-2`.
//!
//! What stands in brackets is below the anchor before them; `stem-1..4` are four numbers in a row with nothing below. Nothing else
//! is known of anchors, so whatever they come to be called can be written.

use std::collections::{BTreeMap, BTreeSet};

/// Anchors below one another.
#[derive(Debug, Default)]
struct Tree(BTreeMap<Key, Tree>);

/// A part of an anchor in the order of people: `khoan-2` before `khoan-10`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    stem: String,
    number: Option<u32>,
}

impl Key {
    fn of(text: &str) -> Self {
        let digits = text.len() - text.bytes().rev().take_while(u8::is_ascii_digit).count();
        let (stem, number) = text.split_at(digits);
        // A number with zeros before it would come back without them.
        match number.parse().ok().filter(|_| !number.starts_with('0')) {
            Some(number) => Self { stem: stem.to_owned(), number: Some(number) },
            None => Self { stem: text.to_owned(), number: None },
        }
    }

    fn text(&self) -> String {
        self.number.map_or_else(|| self.stem.clone(), |number| format!("{}{number}", self.stem))
    }
}

/// Sorted anchors in few letters.
pub(super) fn short(anchors: &[&str]) -> String {
    let all: BTreeSet<&str> = anchors.iter().copied().collect();
    let mut tree = Tree::default();
    for anchor in &all {
        let mut place = &mut tree;
        let mut from = 0;
        // Below every anchor that it continues.
        for (hyphen, _) in anchor.match_indices('-') {
            if let (Some(above), Some(part)) = (anchor.get(..hyphen), anchor.get(from..hyphen))
                && all.contains(above)
            {
                place = place.0.entry(Key::of(part)).or_default();
                from = hyphen + 1;
            }
        }
        place.0.entry(Key::of(anchor.get(from..).unwrap_or_default())).or_default();
    }
    let mut text = String::new();
    write(&tree, &mut text);
    text
}

fn write(tree: &Tree, text: &mut String) {
    let mut entries = tree.0.iter().peekable();
    let mut is_first = true;
    while let Some((key, below)) = entries.next() {
        if !is_first {
            text.push(' ');
        }
        is_first = false;
        text.push_str(&key.text());
        if !below.0.is_empty() {
            text.push('(');
            write(below, text);
            text.push(')');
            continue;
        }
        let mut last = key.number;
        while let Some((next, below)) = entries.peek() {
            let follows = next.stem == key.stem
                && below.0.is_empty()
                && last.and_then(|last| last.checked_add(1)).is_some_and(|after| next.number == Some(after));
            if !follows {
                break;
            }
            last = next.number;
            entries.next();
        }
        if let Some(last) = last.filter(|_| last != key.number) {
            text.push_str(&format!("..{last}"));
        }
    }
}

/// The most numbers in a row that are read: no law has as many articles.
const MOST_IN_A_ROW: u32 = 10_000;

/// The anchors of a text that [`short`] wrote, sorted. What it could not have written is read as far as it makes sense.
pub(super) fn long(text: &str) -> Vec<String> {
    let mut anchors = Vec::new();
    let mut above: Vec<String> = Vec::new();
    let mut part = String::new();
    let mut last = String::new();
    for letter in text.chars().chain([' ']) {
        match letter {
            ' ' | '(' | ')' => {
                if !part.is_empty() {
                    last = read_part(&std::mem::take(&mut part), above.last(), &mut anchors);
                }
                match letter {
                    '(' => above.push(last.clone()),
                    ')' => drop(above.pop()),
                    _ => {}
                }
            }
            letter => part.push(letter),
        }
    }
    anchors.sort_unstable();
    anchors
}

/// Adds what a part stands for; the last of it comes back.
fn read_part(part: &str, above: Option<&String>, anchors: &mut Vec<String>) -> String {
    let whole = |part: &str| above.map_or_else(|| part.to_owned(), |above| format!("{above}-{part}"));
    let row =
        part.split_once("..").and_then(|(first, last)| Some((Key::of(first), last.parse::<u32>().ok()?)));
    match row {
        Some((Key { stem, number: Some(first) }, last)) if last.saturating_sub(first) < MOST_IN_A_ROW => {
            anchors.extend((first..=last).map(|number| whole(&format!("{stem}{number}"))));
        }
        _ => anchors.push(whole(part)),
    }
    anchors.last().cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn anchors_are_written_short() {
        for (anchors, expected) in [
            (&[][..], ""),
            (&["dieu-1"], "dieu-1"),
            (&["dieu-1", "dieu-10", "dieu-2", "dieu-3"], "dieu-1..3 dieu-10"),
            (&["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2"], "dieu-1(khoan-1..2) dieu-2"),
            (&["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-diem-dd"], "dieu-1(khoan-1(diem-dd))"),
            (&["phu-luc-1-dieu-3"], "phu-luc-1-dieu-3"),
            (&["phu-luc-1", "phu-luc-1-dieu-3"], "phu-luc-1(dieu-3)"),
            (&["dieu-01", "dieu-1"], "dieu-1 dieu-01"),
            (
                &[
                    "dieu-1",
                    "quy-dinh",
                    "quy-dinh-2",
                    "quy-dinh-2-dieu-1",
                    "quy-dinh-dieu-1",
                    "quy-dinh-dieu-2",
                ],
                "dieu-1 quy-dinh(2(dieu-1) dieu-1..2)",
            ),
        ] {
            assert_eq!(short(anchors), expected);
            assert_eq!(long(expected), anchors);
        }
    }

    #[test]
    fn nonsense_is_read_without_harm() {
        for text in ["a..", "a-1..4000000000", ")))(((", "a(b(c", "..", "-1..2"] {
            assert!(long(text).len() < 20_000, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(parts in prop::collection::btree_set("(quy-dinh(-[2-9])?-)?(dieu|khoan|diem)-([a-d]|0?[1-9]|1[0-9])(-(khoan|diem)-([a-d]|[1-9])){0,2}", 0..30)) {
            let anchors: Vec<&str> = parts.iter().map(String::as_str).collect();
            prop_assert_eq!(long(&short(&anchors)), anchors);
        }
    }
}
