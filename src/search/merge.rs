//! The lists of all chunks become files.

use std::ops::Range;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::chunk::Lists;
use super::file::{File, compressed};
use super::posting::{Class, push_list, push_number, take_number};

/// Smallest and largest file of postings before compression, in bytes, but for lists that are larger by themselves; what
/// lies between is a multiple of the step, so that an edit leaves most files as they were.
const SMALLEST: usize = 12 * 1024;
const LARGEST: usize = 32 * 1024;
const STEP: usize = 1024;
/// In how many parts the keys are merged at most, and how small their lists may be together, in bytes.
const PARTS: usize = 64;
const SMALLEST_PART: usize = 4 * SMALLEST;
/// From so many entries on, neighbours that stand in one entry only are left out: they are most of all, and no reader
/// needs them to find a document among others.
const MANY: usize = 300;

/// Postings as files, and the words.
pub(super) struct Merged {
    /// The keys in parts, in their order.
    pub(super) parts: Vec<MergedPart>,
    /// The files of the parts that were made again.
    pub(super) files: Vec<File>,
}

/// What has become of a part of the keys. The same lists give the same files, so the next index can take it over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MergedPart {
    /// A hash of all that its files depend on.
    sum: u128,
    /// First key and name of each file.
    pub(super) files: Vec<(String, String)>,
    /// Words without digits, one a line, in order: the word and the number of its entries.
    pub(super) words: String,
}

/// Words of all chunks.
struct Common<'a> {
    folded: Vec<&'a str>,
    /// By folded word.
    exact: Vec<(u32, &'a str)>,
    /// The places of each chunk's words among all.
    folded_places: Vec<Vec<u32>>,
    exact_places: Vec<Vec<u32>>,
}

/// The list of a chunk with its key: a word with its exact form, or two neighbours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    /// The folded word.
    first: u32,
    /// The neighbour, from 1; 0 for the word itself.
    second: u32,
    /// The exact form; 0 for neighbours.
    exact: u32,
    chunk: usize,
    start: u32,
    end: u32,
}

/// A key with what stands behind it in a file.
#[derive(Clone, Copy)]
struct Entry<'a> {
    key: &'a str,
    bytes: &'a [u8],
}

/// What a part of the keys gives. There are a million of them, so they lie side by side.
#[derive(Default)]
struct Part {
    keys: String,
    bytes: Vec<u8>,
    /// Where each key and its bytes end.
    ends: Vec<(usize, usize)>,
    words: String,
}

impl Part {
    /// Adds a key with its forms.
    fn push(&mut self, key: &str, number_of_forms: u64, forms: &[u8]) {
        self.keys.push_str(key);
        push_number(&mut self.bytes, number_of_forms);
        self.bytes.extend_from_slice(forms);
        self.ends.push((self.keys.len(), self.bytes.len()));
    }

    /// The keys as files of about this size; a list that fills a file has it for itself.
    fn files(&self, size: usize) -> Vec<(String, File)> {
        let entries: Vec<Entry<'_>> = self.entries().collect();
        let mut files = Vec::new();
        let mut rest = entries.as_slice();
        while let Some(first) = rest.first() {
            let mut length = 0;
            let mut fits = |entry: &&Entry<'_>| {
                length += entry.key.len() + entry.bytes.len();
                length <= size
            };
            let count = rest.iter().take_while(|entry| fits(entry)).count().max(1);
            let (group, behind) = rest.split_at(count);
            files.push((first.key.to_owned(), compressed(&written(group))));
            rest = behind;
        }
        files
    }

    fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let starts = std::iter::once(&(0, 0)).chain(&self.ends);
        starts.zip(&self.ends).map(|((key, bytes), (key_end, bytes_end))| Entry {
            key: self.keys.get(*key..*key_end).unwrap_or_default(),
            bytes: self.bytes.get(*bytes..*bytes_end).unwrap_or_default(),
        })
    }
}

/// Merges the lists of all chunks of `count` entries into about `most` files, fewer where there is little to hold
/// and more where they would become too large for a reader. Parts that are as in `before` are not made again.
pub(super) fn merge(chunks: &[Lists], count: usize, most: usize, before: &[MergedPart]) -> Merged {
    let common = Common::new(chunks);
    let total: usize = chunks.iter().map(|chunk| chunk.bytes.len()).sum();
    let size = (total / most).next_multiple_of(STEP).clamp(SMALLEST, LARGEST);
    let words = words_sums(chunks);
    // Each part is compressed before the next is begun, so that all of them never lie side by side.
    let parts: Vec<(MergedPart, Vec<File>)> = borders(chunks, &common, total)
        .into_par_iter()
        .enumerate()
        .map(|(number, range)| {
            let sum = sum(chunks, &common, &words, &range, (number == 0, count > MANY, size));
            if let Some(known) = before.iter().find(|known| known.sum == sum) {
                return (known.clone(), Vec::new());
            }
            let mut part = if number == 0 { numbers(chunks) } else { Part::default() };
            fill(&mut part, chunks, &common, range, count);
            let files = part.files(size);
            let names = files.iter().map(|(key, file)| (key.clone(), file.name.clone())).collect();
            let made = MergedPart { sum, files: names, words: part.words };
            (made, files.into_iter().map(|(_, file)| file).collect())
        })
        .collect();
    let (parts, files): (Vec<MergedPart>, Vec<Vec<File>>) = parts.into_iter().unzip();
    Merged { parts, files: files.into_iter().flatten().collect() }
}

/// Hashes of the folded words of each chunk.
fn words_sums(chunks: &[Lists]) -> Vec<Vec<u64>> {
    let sums = |chunk: &Lists| chunk.folded.iter().map(|word| xxh3_64(word.as_bytes())).collect();
    chunks.par_iter().map(sums).collect()
}

/// A hash of all that a part of the keys depends on: its lists in all chunks, with their words, and the form of its files.
fn sum(
    chunks: &[Lists],
    common: &Common<'_>,
    words: &[Vec<u64>],
    range: &Range<u32>,
    (is_first, is_large, size): (bool, bool, usize),
) -> u128 {
    let mut hash = Xxh3::new();
    let mut add = |number: u64| hash.update(&number.to_le_bytes());
    for number in [u64::from(is_first), u64::from(is_large), size as u64] {
        add(number);
    }
    for ((chunk, places), words) in chunks.iter().zip(&common.folded_places).zip(words) {
        let word = |own: u32| words.get(own as usize).copied().unwrap_or_default();
        let (exact, pairs) = places_of(chunk, places, range);
        let mut add = |number: u64| hash.update(&number.to_le_bytes());
        for at in exact.clone() {
            let Some((own, form)) = chunk.exact.get(at) else { continue };
            add(word(*own));
            add(xxh3_64(form.as_bytes()));
            add(u64::from(chunk.word_start(at + 1) - chunk.word_start(at)));
        }
        for at in pairs.clone() {
            let Some(((first, second), end)) = chunk.pairs.get(at) else { continue };
            add(word(*first));
            add(word(*second));
            add(u64::from(end - chunk.pair_start(at)));
        }
        let bytes = |from: u32, to: u32| chunk.bytes.get(from as usize..to as usize).unwrap_or_default();
        hash.update(bytes(chunk.word_start(exact.start), chunk.word_start(exact.end)));
        hash.update(bytes(chunk.pair_start(pairs.start), chunk.pair_start(pairs.end)));
        hash.update(&[0]);
        if is_first {
            for (key, entry) in &chunk.numbers {
                hash.update(key.as_bytes());
                hash.update(&[0]);
                hash.update(&entry.to_le_bytes());
            }
        }
    }
    hash.digest128()
}

/// The exact forms and the neighbours of a chunk whose folded word is in the range, by place.
fn places_of(chunk: &Lists, places: &[u32], range: &Range<u32>) -> (Range<usize>, Range<usize>) {
    let common_of = |own: u32| places.get(own as usize).copied().unwrap_or_default();
    let exact = |border: u32| chunk.exact.partition_point(|(own, _)| common_of(*own) < border);
    let pairs = |border: u32| chunk.pairs.partition_point(|((own, _), _)| common_of(*own) < border);
    (exact(range.start)..exact(range.end), pairs(range.start)..pairs(range.end))
}

/// The keys of a file in order, each without what it shares with the one before.
fn written(entries: &[Entry<'_>]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(entries.iter().map(|entry| entry.bytes.len() + 8).sum());
    let mut before: &str = "";
    for entry in entries {
        let shared = entry.key.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
        let rest = &entry.key.as_bytes()[shared..];
        push_number(&mut bytes, shared as u64);
        push_number(&mut bytes, rest.len() as u64);
        bytes.extend_from_slice(rest);
        bytes.extend_from_slice(entry.bytes);
        before = entry.key;
    }
    bytes
}

impl<'a> Common<'a> {
    fn new(chunks: &'a [Lists]) -> Self {
        let mut folded: Vec<&str> =
            chunks.iter().flat_map(|chunk| &chunk.folded).map(String::as_str).collect();
        folded.par_sort_unstable();
        folded.dedup();
        let place =
            |at: Result<usize, usize>| at.ok().and_then(|at| u32::try_from(at).ok()).unwrap_or_default();
        let folded_places: Vec<Vec<u32>> = chunks
            .par_iter()
            .map(|chunk| {
                chunk.folded.iter().map(|word| place(folded.binary_search(&word.as_str()))).collect()
            })
            .collect();
        let in_common = |chunk: &'a Lists, places: &[u32]| -> Vec<(u32, &'a str)> {
            let common = |own: u32| places.get(own as usize).copied().unwrap_or_default();
            chunk.exact.iter().map(|(own, exact)| (common(*own), exact.as_str())).collect()
        };
        let own: Vec<Vec<(u32, &str)>> =
            chunks.iter().zip(&folded_places).map(|(chunk, places)| in_common(chunk, places)).collect();
        let mut exact = own.concat();
        exact.par_sort_unstable();
        exact.dedup();
        let exact_places = own
            .par_iter()
            .map(|own| own.iter().map(|word| place(exact.binary_search(word))).collect())
            .collect();
        Self { folded, exact, folded_places, exact_places }
    }
}

/// Ranges of folded words with about equally long lists.
fn borders(chunks: &[Lists], common: &Common<'_>, total: usize) -> Vec<Range<u32>> {
    let mut weights = vec![0_usize; common.folded.len()];
    for (chunk, places) in chunks.iter().zip(&common.folded_places) {
        let mut add = |own: u32, weight: u32| {
            let place = places.get(own as usize).map_or(0, |place| *place as usize);
            if let Some(sum) = weights.get_mut(place) {
                *sum += weight as usize;
            }
        };
        let mut start = 0;
        for ((own, _), end) in chunk.exact.iter().zip(&chunk.words) {
            add(*own, end - start);
            start = *end;
        }
        for ((own, _), end) in &chunk.pairs {
            add(*own, end - start);
            start = *end;
        }
    }
    let share = (total / PARTS).next_multiple_of(64 * STEP).max(SMALLEST_PART);
    let mut ranges = Vec::with_capacity(PARTS + 1);
    let (mut from, mut sum) = (0, 0);
    for (at, weight) in (0_u32..).zip(&weights) {
        sum += weight;
        if sum >= share {
            ranges.push(from..at + 1);
            (from, sum) = (at + 1, 0);
        }
    }
    ranges.push(from..u32::try_from(common.folded.len()).unwrap_or(u32::MAX));
    ranges
}

/// Adds the lists of a range of folded words.
fn fill(part: &mut Part, chunks: &[Lists], common: &Common<'_>, range: Range<u32>, count: usize) {
    let mut pieces = Vec::new();
    for (number, chunk) in chunks.iter().enumerate() {
        gather(chunk, number, common, &range, &mut pieces);
    }
    pieces.sort_unstable();
    let (mut list, mut spare, mut forms, mut entries) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for same in pieces.chunk_by(|one, other| (one.first, one.second) == (other.first, other.second)) {
        let Some(Piece { first, second, .. }) = same.first().copied() else { continue };
        let word = |place: u32| common.folded.get(place as usize).copied().unwrap_or_default();
        let key = match second.checked_sub(1) {
            Some(second) => format!("{} {}", word(first), word(second)),
            None => word(first).to_owned(),
        };
        forms.clear();
        let mut number_of_forms = 0;
        entries.clear();
        for form in same.chunk_by(|one, other| one.exact == other.exact) {
            list.clear();
            for piece in form {
                read(chunks, piece, &mut list);
            }
            let exact = form.first().and_then(|piece| common.exact.get(piece.exact as usize));
            let exact = exact.filter(|_| second == 0).map_or("", |(_, exact)| exact);
            push_form(&mut forms, exact, &list, &mut spare);
            number_of_forms += 1;
            entries.extend(list.iter().map(|(entry, _)| *entry));
        }
        if second > 0 && entries.len() < 2 && count > MANY {
            continue;
        }
        if second == 0 && !key.bytes().any(|byte| byte.is_ascii_digit()) {
            entries.sort_unstable();
            entries.dedup();
            part.words.push_str(&format!("{key} {}\n", entries.len()));
        }
        part.push(&key, number_of_forms, &forms);
    }
}

/// The pieces of a chunk whose folded word is in the range.
fn gather(chunk: &Lists, number: usize, common: &Common<'_>, range: &Range<u32>, pieces: &mut Vec<Piece>) {
    let (Some(folded), Some(exact)) = (common.folded_places.get(number), common.exact_places.get(number))
    else {
        return;
    };
    let common_of = |own: u32| folded.get(own as usize).copied().unwrap_or_default();
    let (words, pairs) = places_of(chunk, folded, range);
    for at in words {
        let Some((own, _)) = chunk.exact.get(at) else { continue };
        let exact = exact.get(at).copied().unwrap_or_default();
        let (start, end) = (chunk.word_start(at), chunk.word_start(at + 1));
        pieces.push(Piece { first: common_of(*own), second: 0, exact, chunk: number, start, end });
    }
    for at in pairs {
        let Some(((own, neighbour), end)) = chunk.pairs.get(at) else { continue };
        let (first, second) = (common_of(*own), common_of(*neighbour) + 1);
        let start = chunk.pair_start(at);
        pieces.push(Piece { first, second, exact: 0, chunk: number, start, end: *end });
    }
}

/// Adds the entries of a piece.
fn read(chunks: &[Lists], piece: &Piece, list: &mut Vec<(u32, Class)>) {
    let bytes =
        chunks.get(piece.chunk).and_then(|chunk| chunk.bytes.get(piece.start as usize..piece.end as usize));
    let mut bytes = bytes.unwrap_or_default();
    let mut entry = 0;
    while !bytes.is_empty() {
        let number = take_number(&mut bytes);
        entry += u32::try_from(number / 8).unwrap_or_default();
        list.push((entry, u8::try_from(number % 8).unwrap_or_default()));
    }
}

/// A form of a key: its text, how many entries have it, the length of its list, the list.
fn push_form(bytes: &mut Vec<u8>, exact: &str, list: &[(u32, Class)], spare: &mut Vec<u8>) {
    push_number(bytes, exact.len() as u64);
    bytes.extend_from_slice(exact.as_bytes());
    push_number(bytes, list.len() as u64);
    let mut written = Vec::with_capacity(list.len() * 2);
    push_list(&mut written, list, spare);
    push_number(bytes, written.len() as u64);
    bytes.extend_from_slice(&written);
}

/// The keys of own numbers, which come before all words.
fn numbers(chunks: &[Lists]) -> Part {
    let mut all: Vec<&(String, u32)> = chunks.iter().flat_map(|chunk| &chunk.numbers).collect();
    all.sort_unstable();
    all.dedup();
    let mut part = Part::default();
    let (mut forms, mut spare) = (Vec::new(), Vec::new());
    for same in all.chunk_by(|one, other| one.0 == other.0) {
        let list: Vec<(u32, Class)> = same.iter().map(|(_, entry)| (*entry, 0)).collect();
        forms.clear();
        push_form(&mut forms, "", &list, &mut spare);
        if let Some((key, _)) = same.first() {
            part.push(key, 1, &forms);
        }
    }
    part
}
