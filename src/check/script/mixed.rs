//! `mixed-scripts`: a word of Latin letters with Cyrillic or Greek ones that look the same. It looks right, but neither
//! search nor the recognition of citations finds it.

use super::{is_unicode, lines, words};
use crate::diag::{Diagnostic, Rule, message};
use crate::text::Source;

pub(in crate::check) const RULE: Rule = Rule::warning("mixed-scripts");

pub(super) fn check(source: &Source) -> Option<Diagnostic> {
    // Without a way out before the end it is compiled to vector instructions.
    let is_suspect = source.text.bytes().fold(false, |found, byte| found | matches!(byte, 0xce..=0xd3));
    if is_suspect { first_of(source) } else { None }
}

/// Letters of other scripts that look like Latin ones.
fn is_look_alike(letter: char) -> bool {
    "АВЕЅІЈКМНОРСТУХасеоріјѕухҺһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".contains(letter)
}

fn first_of(source: &Source) -> Option<Diagnostic> {
    let mut first = None;
    let mut count = 0_usize;
    for (start, line) in lines(source) {
        if !line.chars().any(is_look_alike) {
            continue;
        }
        for (at, word) in words(line) {
            let is_latin = |letter: char| letter.is_ascii_alphabetic() || is_unicode(letter);
            if word.chars().any(is_look_alike) && word.chars().any(is_latin) {
                count += 1;
                first = first.or(Some((source.span(start + at, start + at + word.len()), word)));
            }
        }
    }
    let (span, word) = first?;
    let letter = word.chars().find(|letter| is_look_alike(*letter)).unwrap_or(' ');
    Some(
        RULE.at(span, message!("mixed-scripts.says", word, letter, count))
            .help(message!("mixed-scripts.help")),
    )
}
