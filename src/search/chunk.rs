//! The words of consecutive entries, counted and sorted. Chunks are made in parallel and know nothing of each other.

use std::collections::HashMap;

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
#[derive(Debug, Default)]
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

/// Words by number, as they are met.
#[derive(Default)]
struct Vocabulary {
    /// Exact words by what stands in a text; `None` for what is no word.
    runs: HashMap<String, Option<u32>>,
    exact: HashMap<String, u32>,
    folded: HashMap<String, u32>,
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
    /// Exact word, entry, class.
    words: Vec<(u32, u32, Class)>,
    /// Folded neighbours, entry, class.
    pairs: Vec<((u32, u32), u32, Class)>,
    uses: Vec<Use>,
    met: Vec<u32>,
    neighbours: Vec<(u32, u32, Class)>,
    numbers: Vec<u32>,
}

impl Counter {
    fn count(&mut self, entry: u32, found: &Entry<'_>) {
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
            self.words.push((word, entry, own.best.max(text_class(own.times, length))));
        }
        self.neighbours.sort_unstable();
        for same in self.neighbours.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            let Some((first, second, best)) = same.last() else { continue };
            let times = u32::try_from(same.len()).unwrap_or(u32::MAX);
            let class = (*best).max(text_class(times, length));
            self.pairs.push(((*first, *second), entry, class));
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
                self.neighbours.push((before, folded, class));
            }
            before = Some(folded);
        }
    }

    /// Everything in order.
    fn finish(self, numbers: Vec<(String, u32)>) -> Lists {
        let Self { vocabulary, mut words, mut pairs, .. } = self;
        let (folded, folded_places) = in_order(vocabulary.folded, |folded, _| folded);
        let folded_of = |number: u32| {
            let own = vocabulary.folded_of.get(number as usize).copied().unwrap_or_default();
            folded_places.get(own as usize).copied().unwrap_or_default()
        };
        let (exact, exact_places) = in_order(vocabulary.exact, |exact, number| (folded_of(number), exact));
        let place = |places: &[u32], number: u32| places.get(number as usize).copied().unwrap_or_default();
        for (word, ..) in &mut words {
            *word = place(&exact_places, *word);
        }
        for ((first, second), ..) in &mut pairs {
            *first = place(&folded_places, *first);
            *second = place(&folded_places, *second);
        }
        words.sort_unstable();
        pairs.sort_unstable();
        let mut lists = Lists { folded, exact, numbers, ..Lists::default() };
        for same in words.chunk_by(|one, other| one.0 == other.0) {
            push(&mut lists.bytes, same.iter().map(|(_, entry, class)| (*entry, *class)));
            lists.words.push(end(&lists.bytes));
        }
        for same in pairs.chunk_by(|one, other| one.0 == other.0) {
            push(&mut lists.bytes, same.iter().map(|(_, entry, class)| (*entry, *class)));
            lists.pairs.extend(same.first().map(|(pair, ..)| (*pair, end(&lists.bytes))));
        }
        lists.numbers.sort();
        lists
    }
}

/// The names of a table in the order of their keys, and the place of each number in that order.
fn in_order<K: Ord>(table: HashMap<String, u32>, key: impl Fn(String, u32) -> K) -> (Vec<K>, Vec<u32>) {
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

fn push(bytes: &mut Vec<u8>, entries: impl Iterator<Item = (u32, Class)>) {
    let mut before = 0;
    for (entry, class) in entries {
        push_number(bytes, u64::from(entry - before) * 8 + u64::from(class));
        before = entry;
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
            counter.count(number, &entry);
            if let Some((symbol, year)) = entry.number {
                numbers.extend(number_keys(symbol, year).into_iter().map(|key| (key, number)));
            }
            cards.push(entry.card);
            values.push(entry.values);
        }
        Self { cards, values, lists: counter.finish(numbers) }
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
