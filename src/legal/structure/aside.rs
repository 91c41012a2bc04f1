//! What pages leave in a text that was copied from them: numbers, heads and feet between two parts of a sentence.

use std::collections::BTreeMap;

use super::line::{Line, Passage, Text};
use super::phrase::{Phrase, words};
use super::slip::{Slip, SlipKind};
use super::token::{Case, DASHES, Kind, Token, word};

/// How many bytes the line before has at least: cells of tables are shorter.
const SHORTEST: usize = 30;
/// How many bytes the head or foot of a page has at most.
const LONGEST_HEAD: usize = 120;
/// Words before the number of a page.
const PAGE: &[u64] = words!("trang page");

/// The lines, by index, that stand between two parts of a sentence and do not belong to it.
pub(super) fn find(text: &Text<'_>) -> Vec<(usize, SlipKind)> {
    let candidates: Vec<usize> =
        (1..text.lines.len().saturating_sub(1)).filter(|index| is_in_sentence(text, *index)).collect();
    let heads = heads(text, &candidates);
    let kind = |index: &usize| {
        let passage = text.passage(&text.lines[*index]);
        if is_page_number(&passage) {
            return Some((*index, SlipKind::PageNumber));
        }
        let is_head = key(&passage).is_some_and(|key| heads.get(&key).is_some_and(|count| *count > 1));
        is_head.then_some((*index, SlipKind::RunningHead))
    };
    let mut found: Vec<(usize, SlipKind)> = candidates.iter().filter_map(kind).collect();
    found.extend(gazette_heads(text));
    found.sort_by_key(|(index, _)| *index);
    found.dedup_by_key(|(index, _)| *index);
    found
}

/// The lines of the heads of the gazette (Công báo), with the numbers of pages beside them, where the line before breaks off. No
/// resolution says such a line itself, so one is enough.
fn gazette_heads(text: &Text<'_>) -> Vec<(usize, SlipKind)> {
    let mut found = Vec::new();
    // The first line of a run of heads and numbers, and whether a head is among them.
    let mut run: Option<(usize, bool)> = None;
    for (index, line) in text.lines.iter().enumerate() {
        let is_short = line.end - line.start <= LONGEST_HEAD;
        let passage = text.passage(line);
        let is_head = is_short && is_gazette_head(&passage);
        if is_head || (is_short && is_page_number(&passage)) {
            let (first, has_head) = run.unwrap_or((index, false));
            run = Some((first, has_head || is_head));
            continue;
        }
        let Some((first, true)) = run.take() else { continue };
        let before = first.checked_sub(1).and_then(|before| text.lines.get(before));
        if before.is_some_and(|before| breaks_off(text.passage(before).text)) {
            let is_head = |index: usize| is_gazette_head(&text.passage(&text.lines[index]));
            let kind =
                |index: usize| if is_head(index) { SlipKind::RunningHead } else { SlipKind::PageNumber };
            found.extend((first..index).map(|index| (index, kind(index))));
        }
    }
    found
}

/// `CÔNG BÁO/Số 15 + 16/Ngày 20-12-2022`, `Số 15 CÔNG BÁO 3`
fn is_gazette_head(passage: &Passage<'_>) -> bool {
    const NAME: Phrase = Phrase::new("công báo");
    const OTHERS: &[u64] = words!("số ngày tháng năm trang tỉnh");
    let tokens = passage.tokens;
    let name = (0..tokens.len()).find(|at| {
        NAME.ends_at(tokens, *at).is_some()
            && tokens[*at..].iter().take(2).all(|token| token.case == Case::Upper)
    });
    let has_number = tokens.iter().any(|token| token.kind == Kind::Number);
    let is_plain =
        |token: &Token| token.kind != Kind::Word || token.case == Case::Upper || token.is_among(OTHERS);
    name.is_some() && has_number && tokens.iter().all(is_plain)
}

/// Whether a sentence goes on behind some words.
fn breaks_off(words: &str) -> bool {
    let words = words.trim_end_matches(['*', '_', ' ']);
    words.chars().next_back().is_some_and(|last| last.is_alphanumeric() || last == ',')
}

/// How often each line comes that could be the head of a page, numbers left aside.
fn heads(text: &Text<'_>, candidates: &[usize]) -> BTreeMap<Vec<u64>, usize> {
    let mut heads = BTreeMap::new();
    for index in candidates {
        if let Some(key) = key(&text.passage(&text.lines[*index])) {
            heads.insert(key, 0);
        }
    }
    if heads.is_empty() {
        return heads;
    }
    for line in text.lines.iter().filter(|line| line.end - line.start <= LONGEST_HEAD) {
        if let Some(count) = key(&text.passage(line)).and_then(|key| heads.get_mut(&key)) {
            *count += 1;
        }
    }
    heads
}

/// The words of a line that could be the head of a page.
fn key(passage: &Passage<'_>) -> Option<Vec<u64>> {
    let is_head = passage.text.len() <= LONGEST_HEAD && passage.tokens.first()?.is_capital();
    let words = passage.tokens.iter().filter(|token| token.kind == Kind::Word);
    is_head.then(|| words.map(|token| token.key).collect())
}

/// Whether the line before a line breaks off and the one behind goes on.
fn is_in_sentence(text: &Text<'_>, index: usize) -> bool {
    let [before, line, behind] = &text.lines[index - 1..=index + 1] else { return false };
    let is_apart = line.opens_block && behind.opens_block;
    let is_short = line.end - line.start <= LONGEST_HEAD;
    is_short && (is_apart || is_page_number(&text.passage(line))) && goes_on(text, before, behind)
}

fn goes_on(text: &Text<'_>, before: &Line, behind: &Line) -> bool {
    let words = text.passage(before).text.trim_end_matches(['*', '_']);
    let breaks_off = words.len() >= SHORTEST && breaks_off(words);
    let behind = text.passage(behind);
    // `... đến hết ngày`, and behind the page `31 tháng 12 năm 2026`
    let is_day = matches!(behind.tokens, [day, month, ..] if day.kind == Kind::Number
        && (month.is_word(word("tháng")) || month.is_mark('/')))
        && text.passage(before).tokens.last().is_some_and(|last| last.is_word(word("ngày")));
    if breaks_off && is_day {
        return true;
    }
    let is_small = matches!(behind.tokens, [first, ..] if first.kind == Kind::Word && first.case == Case::Lower)
        && !matches!(behind.tokens, [first, second, ..] if first.letter != '\0' && second.is_one_of(&[')', '.', '/']));
    breaks_off && is_small
}

/// `2`, `- 2 -`, `Trang 2`, `2/15`.
fn is_page_number(passage: &Passage<'_>) -> bool {
    const MOST_TOKENS: usize = 5;
    let tokens = passage.tokens;
    let mut numbers = tokens.iter().filter(|token| token.kind == Kind::Number);
    let is_small = numbers.next().is_some_and(|token| token.number().is_some_and(|number| number < 1000));
    let is_plain = tokens.iter().all(|token| {
        token.kind == Kind::Number
            || token.is_one_of(&DASHES)
            || token.is_one_of(&['/', '|', '[', ']'])
            || token.is_among(PAGE)
    });
    let is_date = numbers.count() > 1;
    is_small && is_plain && !is_date && tokens.len() <= MOST_TOKENS
}

/// Tables whose columns are parted by tabs, behind line `rest`.
pub(super) fn tables(text: &Text<'_>, rest: usize) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize, usize)> = None;
    let lines = text.lines.get(rest..).unwrap_or_default();
    for (index, line) in lines.iter().enumerate() {
        let tabs = memchr::memchr_iter(b'\t', text.passage(line).text.as_bytes()).count();
        run = match run {
            Some((first, count, most)) if tabs > 0 => Some((first, count + 1, most.max(tabs))),
            None if tabs > 0 => Some((index, 1, tabs)),
            ended => {
                found.extend(ended.and_then(|run| table(lines, run)));
                None
            }
        };
    }
    found.extend(run.and_then(|run| table(lines, run)));
    found
}

/// A run of lines with tabs, where it is a table: its first line, how many they are, most tabs in one of them.
fn table(lines: &[Line], (first, count, most): (usize, usize, usize)) -> Option<Slip> {
    let is_table = (count >= 2 && most >= 2) || count >= 4;
    let range = lines.get(first)?.start..lines.get(first)?.end;
    is_table.then_some(Slip { kind: SlipKind::TableOfTabs, range })
}
