//! The words of consecutive entries, counted and sorted. Chunks are made in parallel and know nothing of each other.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::posting::{ABOUT, Class, HEADING, push_number, text_class, title_class};
use super::{Card, Entry};
use crate::text::{is_word_part, word};

/// What one chunk brings to the index.
pub(super) struct Chunk {
    pub(super) cards: Vec<Card>,
    /// The values of each entry in each column.
    pub(super) values: Vec<Vec<Vec<u32>>>,
    pub(super) lists: Lists,
}

/// The lists of a chunk, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lists {
    /// Folded words, sorted.
    pub(super) folded: Vec<String>,
    /// Exact forms, sorted by the place of their folded word, then by themselves.
    pub(super) exact: Vec<(u32, String)>,
    /// For each exact form, in order, where its list ends in `bytes`; each begins where the one before ends.
    pub(super) words: Vec<u32>,
    /// Folded words that stand side by side, by place, sorted, with where their list ends in `bytes`. They follow those
    /// of words.
    pub(super) pairs: Vec<((u32, u32), u32)>,
    /// Keys of own numbers with their entry, sorted.
    pub(super) numbers: Vec<(String, u32)>,
    /// Entries and classes as numbers: the gap from the entry before times 8, and the class.
    pub(super) bytes: Vec<u8>,
}

/// Stands between words that are not neighbours.
const GAP: u32 = u32::MAX;

/// Bits of a class.
const CLASS: u32 = 3;
/// Bits of a place: of an entry in its chunk, and its class.
const PLACE: u32 = 16;
const PLACES: u64 = (1 << PLACE) - 1;
/// Bits of the number of a word; no chunk has as many.
const WORD: u32 = 24;
const WORDS: u64 = (1 << WORD) - 1;
/// Most entries of a chunk.
pub(super) const MOST: usize = 1 << (PLACE - CLASS);

/// An entry of the chunk and a class in one number.
fn place(at: usize, class: Class) -> u64 {
    (at as u64) << CLASS | u64::from(class)
}

fn class_of(number: u64) -> Class {
    number.to_le_bytes()[0] & ((1 << CLASS) - 1)
}

fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << WORD | u64::from(second) & WORDS
}

/// What stands behind words. Each word of each text is looked up, so a quick hash pays: a fiftieth of a build.
type Table<V> = HashMap<String, V, foldhash::fast::RandomState>;

/// Words by number, as they are met.
#[derive(Default)]
struct Vocabulary {
    /// Exact words by what stands in a text; `None` for what is no word.
    runs: Table<Option<u32>>,
    exact: Table<u32>,
    folded: Table<u32>,
    /// The folded word of each exact one.
    folded_of: Vec<u32>,
}

impl Vocabulary {
    fn number(&mut self, run: &str) -> Option<u32> {
        if let Some(known) = self.runs.get(run) {
            return *known;
        }
        let number = word(run).map(|word| {
            let next = u32::try_from(self.exact.len()).unwrap_or(GAP);
            let number = *self.exact.entry(word.exact).or_insert(next);
            if number == next {
                let next = u32::try_from(self.folded.len()).unwrap_or(GAP);
                self.folded_of.push(*self.folded.entry(word.folded).or_insert(next));
            }
            number
        });
        self.runs.insert(run.to_owned(), number);
        number
    }

    /// Adds the numbers of the words of a text, with gaps between its lines and behind it.
    fn read(&mut self, text: &str, numbers: &mut Vec<u32>) {
        for line in text.split('\n') {
            for run in line.split(|letter| !is_word_part(letter)).filter(|run| !run.is_empty()) {
                numbers.extend(self.number(run));
            }
            numbers.push(GAP);
        }
    }
}

/// How a word of one entry stands in it.
#[derive(Debug, Clone, Copy, Default)]
struct Use {
    times: u32,
    /// The best class besides those of the text.
    best: Class,
}

/// What has been counted in the entries so far.
#[derive(Default)]
struct Counter {
    vocabulary: Vocabulary,
    /// Exact word and [`place`], in one number: sorting is half of the work.
    words: Vec<u64>,
    /// Folded neighbours and [`place`], in one number.
    pairs: Vec<u64>,
    uses: Vec<Use>,
    met: Vec<u32>,
    /// Folded neighbours of one entry, and their class.
    neighbours: Vec<u64>,
    numbers: Vec<u32>,
}

impl Counter {
    /// Counts the words of the entry at place `at` of the chunk.
    fn count(&mut self, at: usize, found: &Entry<'_>) {
        for title in std::iter::once(&found.title).chain(&found.names) {
            let words = self.read(title);
            self.note(title_class(words));
        }
        for (texts, class) in [(&found.about, ABOUT), (&found.headings, HEADING)] {
            for text in texts {
                self.read(text);
                self.note(class);
            }
        }
        let length = self.read(&found.text);
        self.note(0);
        for word in self.met.drain(..) {
            let Some(own) = self.uses.get_mut(word as usize) else { continue };
            let own = std::mem::take(own);
            let class = own.best.max(text_class(own.times, length));
            self.words.push(u64::from(word) << PLACE | place(at, class));
        }
        self.neighbours.sort_unstable();
        for same in self.neighbours.chunk_by(|one, other| one >> PLACE == other >> PLACE) {
            let Some(last) = same.last() else { continue };
            let times = u32::try_from(same.len()).unwrap_or(u32::MAX);
            let class = class_of(*last).max(text_class(times, length));
            self.pairs.push(last >> PLACE << PLACE | place(at, class));
        }
        self.neighbours.clear();
    }

    /// Takes up a text in place of the one before; so many words it has.
    fn read(&mut self, text: &str) -> usize {
        self.numbers.clear();
        self.vocabulary.read(text, &mut self.numbers);
        self.numbers.iter().filter(|number| **number != GAP).count()
    }

    /// Notes the words of the text, all of one class.
    fn note(&mut self, class: Class) {
        self.uses.resize(self.vocabulary.folded_of.len(), Use::default());
        let mut before = None;
        for number in &self.numbers {
            let Some(own) = self.uses.get_mut(*number as usize) else {
                before = None;
                continue;
            };
            if own.times == 0 {
                self.met.push(*number);
            }
            own.times += 1;
            own.best = own.best.max(class);
            let folded = self.vocabulary.folded_of.get(*number as usize).copied().unwrap_or(GAP);
            if let Some(before) = before {
                self.neighbours.push(pair(before, folded) << PLACE | u64::from(class));
            }
            before = Some(folded);
        }
    }

    /// Everything in order; the first entry of the chunk has number `start`.
    fn finish(self, start: usize, numbers: Vec<(String, u32)>) -> Lists {
        // What is not needed any more is freed at once: chunks in the making are much of what a build holds.
        let Self { vocabulary, mut words, mut pairs, uses, met, neighbours, numbers: _ } = self;
        drop((vocabulary.runs, uses, met, neighbours));
        let (folded, folded_places) = in_order(vocabulary.folded, |folded, _| folded);
        let folded_of = |number: u32| {
            let own = vocabulary.folded_of.get(number as usize).copied().unwrap_or_default();
            folded_places.get(own as usize).copied().unwrap_or_default()
        };
        let (exact, exact_places) = in_order(vocabulary.exact, |exact, number| (folded_of(number), exact));
        let placed = |places: &[u32], number: u64| {
            let place = usize::try_from(number).ok().and_then(|number| places.get(number));
            u64::from(place.copied().unwrap_or_default())
        };
        let mut lists = Lists { folded, exact, numbers, ..Lists::default() };
        for word in &mut words {
            *word = placed(&exact_places, *word >> PLACE) << PLACE | *word & PLACES;
        }
        words.sort_unstable();
        for same in words.chunk_by(|one, other| one >> PLACE == other >> PLACE) {
            push(&mut lists.bytes, start, same);
            lists.words.push(end(&lists.bytes));
        }
        drop(words);
        for own in &mut pairs {
            let (first, second) = (*own >> PLACE >> WORD, *own >> PLACE & WORDS);
            let [first, second] = [first, second].map(|number| placed(&folded_places, number));
            *own = (first << WORD | second) << PLACE | *own & PLACES;
        }
        pairs.sort_unstable();
        for same in pairs.chunk_by(|one, other| one >> PLACE == other >> PLACE) {
            push(&mut lists.bytes, start, same);
            let number = |number: u64| u32::try_from(number & WORDS).unwrap_or_default();
            let both = same.first().map(|own| (number(own >> PLACE >> WORD), number(own >> PLACE)));
            lists.pairs.extend(both.map(|both| (both, end(&lists.bytes))));
        }
        lists.numbers.sort();
        lists
    }
}

/// The names of a table in the order of their keys, and the place of each number in that order.
fn in_order<K: Ord>(table: Table<u32>, key: impl Fn(String, u32) -> K) -> (Vec<K>, Vec<u32>) {
    let mut names: Vec<(K, u32)> =
        table.into_iter().map(|(name, number)| (key(name, number), number)).collect();
    names.sort_unstable();
    let mut places = vec![0; names.len()];
    for (at, (_, number)) in names.iter().enumerate() {
        if let (Some(place), Ok(at)) = (places.get_mut(*number as usize), u32::try_from(at)) {
            *place = at;
        }
    }
    (names.into_iter().map(|(key, _)| key).collect(), places)
}

fn end(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// Adds a list whose entries are counted from `start`.
fn push(bytes: &mut Vec<u8>, start: usize, list: &[u64]) {
    let mut before = 0;
    for own in list {
        let entry = start as u64 + ((own & PLACES) >> CLASS);
        push_number(bytes, (entry - before) << CLASS | u64::from(class_of(*own)));
        before = entry;
    }
}

impl Lists {
    /// Where the list of the exact form at place `at` begins; behind the last, where those of words end.
    pub(super) fn word_start(&self, at: usize) -> u32 {
        at.checked_sub(1).and_then(|at| self.words.get(at)).copied().unwrap_or_default()
    }

    /// Where the list of the neighbours at place `at` begins.
    pub(super) fn pair_start(&self, at: usize) -> u32 {
        let before = at.checked_sub(1).and_then(|at| self.pairs.get(at));
        before.map_or_else(|| self.word_start(self.words.len()), |(_, end)| *end)
    }
}

impl Chunk {
    /// Counts the words of the entries from number `start` on.
    pub(super) fn new<'a>(start: usize, entries: impl Iterator<Item = Entry<'a>>) -> Self {
        let mut counter = Counter::default();
        let mut numbers = Vec::new();
        let (mut cards, mut values) = (Vec::new(), Vec::new());
        for (at, entry) in entries.enumerate() {
            let number = u32::try_from(start + at).unwrap_or(u32::MAX);
            counter.count(at, &entry);
            if let Some((symbol, year)) = entry.number {
                numbers.extend(number_keys(symbol, year).into_iter().map(|key| (key, number)));
            }
            cards.push(entry.card);
            values.push(entry.values);
        }
        Self { cards, values, lists: counter.finish(start, numbers) }
    }
}

/// The keys under which a document's own number is found, whole or in part: `#128`, `#128 nq`, `#128 nq hdnd`, and with
/// its year behind the number.
fn number_keys(symbol: &str, year: Option<i16>) -> Vec<String> {
    let mut parts =
        symbol.split(|letter| !is_word_part(letter)).filter_map(|run| Some(word(run)?.folded)).map(|part| {
            let significant = part.trim_start_matches('0');
            if part.bytes().all(|byte| byte.is_ascii_digit()) { significant.to_owned() } else { part }
        });
    let Some(number) = parts.next() else { return Vec::new() };
    let year = year.map(|year| year.to_string());
    let codes: Vec<String> = parts.filter(|part| Some(part) != year.as_ref()).collect();
    let starts = [Some(format!("#{number}")), year.map(|year| format!("#{number} {year}"))];
    let mut keys = Vec::new();
    for mut key in starts.into_iter().flatten() {
        keys.push(key.clone());
        for code in &codes {
            key.push(' ');
            key.push_str(code);
            keys.push(key.clone());
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_whole_and_in_part() {
        assert_eq!(number_keys("05/NQ-HĐND", None), ["#5", "#5 nq", "#5 nq hdnd"]);
        let keys = ["#326", "#326 nq", "#326 nq hdnd", "#326 2021", "#326 2021 nq", "#326 2021 nq hdnd"];
        assert_eq!(number_keys("326/2021/NQ-HĐND", Some(2021)), keys);
        assert_eq!(number_keys("326 / nq–hđnd", Some(2021)), keys);
        assert_eq!(number_keys("", None), Vec::<String>::new());
    }

    #[test]
    fn words_of_two_lines_are_no_neighbours() {
        let entry = Entry { text: "thu hồi\nđất, Thu".to_owned(), ..Entry::default() };
        let lists = Chunk::new(0, std::iter::once(entry)).lists;
        assert_eq!(lists.folded, ["dat", "hoi", "thu"]);
        assert_eq!(lists.pairs.iter().map(|(pair, _)| *pair).collect::<Vec<_>>(), [(0, 2), (2, 1)]);
    }
}
