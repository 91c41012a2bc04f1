//! `similar-topic`: a topic without a record that a single document names and that differs from another in one letter.
//! A mistyped reference makes a topic of its own, and the document is missing in the list of the one that is meant.

use std::collections::HashMap;

use crate::diag::{Diagnostic, Diagnostics, Rule, message};
use crate::link::{Site, Topic};
use crate::text::{Span, match_key};

pub(super) const RULE: Rule = Rule::note("similar-topic");

/// Shortest name, in code points without tones, in which one other letter is more likely a slip than another word.
const SHORTEST: usize = 6;
/// Longest name that is compared.
const LONGEST: usize = 80;
/// How many names that are alike are compared with one.
const MOST_COMPARED: usize = 50;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let keys: Vec<Vec<char>> =
        site.topics.iter().map(|topic| match_key(&topic.title).chars().collect()).collect();
    // Two names that differ in one letter are the same without it: so each is looked up by what is left of it.
    let mut by_rest: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, key) in keys.iter().enumerate().filter(|(_, key)| is_compared(key)) {
        for rest in rests(key) {
            by_rest.entry(rest).or_default().push(at);
        }
    }
    for (at, topic) in site.topics.iter().enumerate() {
        if topic.document.is_some() || uses(topic) != 1 || !is_compared(&keys[at]) {
            continue;
        }
        let near = rests(&keys[at])
            .flat_map(|rest| by_rest.get(&rest).into_iter().flatten())
            .copied()
            .filter(|other| *other != at)
            .take(MOST_COMPARED)
            .filter(|other| is_near(&keys[at], &keys[*other]))
            .filter(|other| site.topics[*other].document.is_some() || uses(&site.topics[*other]) > 1)
            .min();
        if let Some(other) = near.map(|other| &site.topics[other]) {
            diagnostics.push(similar(topic.span, &topic.title, &other.title, other.span));
        }
    }
}

fn is_compared(key: &[char]) -> bool {
    (SHORTEST..=LONGEST).contains(&key.len())
}

/// A name itself, and without each of its letters.
fn rests(key: &[char]) -> impl Iterator<Item = String> {
    let without = |left_out: usize| {
        key.iter().enumerate().filter(move |(at, _)| *at != left_out).map(|(_, letter)| *letter).collect()
    };
    (0..=key.len()).map(without)
}

/// Whether one letter is another, is missing or is too many; figures are never a slip, as in names with a year.
fn is_near(one: &[char], other: &[char]) -> bool {
    let (one, other): (String, String) = (one.iter().collect(), other.iter().collect());
    let figures = |key: &str| key.chars().filter(char::is_ascii_digit).collect::<String>();
    figures(&one) == figures(&other) && strsim::osa_distance(&one, &other) == 1
}

/// How many documents name a topic.
fn uses(topic: &Topic) -> usize {
    topic.resolutions.len()
        + topic.reports.len()
        + topic.news.len()
        + topic.sessions.len()
        + topic.children.len()
}

fn similar(span: Span, title: &str, other: &str, place: Span) -> Diagnostic {
    RULE.at(span, message!("similar-topic.says", title, other))
        .label(place, message!("similar-topic.label"))
        .help(message!("similar-topic.help", other))
}
