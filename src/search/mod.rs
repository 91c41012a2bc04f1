//! Full-text search on any static host: what is published becomes an index in many small files, of which a script reads
//! the few that a query needs. Knows no portal: it takes entries and gives files.
//!
//! | file | holds |
//! | --- | --- |
//! | postings | in the order of their keys: words, neighbouring words and numbers, each with the entries that have it |
//! | cards | titles, addresses and days of some entries, for the rows of results |
//! | columns | one for each thing that results are counted by and narrowed to: kind, year, status and so on |
//! | words | every word that holds no digit, with the number of entries, for what is mistyped or half typed |
//! | contents | the names of all of the above, under an address that stays |
//!
//! Names hold a hash of the bytes. All but the contents are compressed (gzip), so that any host serves them small.

mod chunk;
mod file;
mod merge;
mod posting;

use std::borrow::Cow;
use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use chunk::{Chunk, Lists};
use file::{File, compressed, stem};
use merge::MergedPart;

pub use file::File as SearchFile;

/// What can be found.
#[derive(Debug, Default)]
pub struct Entry<'a> {
    /// Its title.
    pub title: Cow<'a, str>,
    /// What else it is called: number, other names, synonyms.
    pub names: Vec<Cow<'a, str>>,
    /// People, sessions, topics and files: what it is about.
    pub about: Vec<Cow<'a, str>>,
    /// A summary and the headings of its text.
    pub headings: Vec<Cow<'a, str>>,
    /// Its text, a paragraph on each line.
    pub text: String,
    /// Its own number and symbol with its year, where it has one: `128/NQ-HĐND`, 2022.
    pub number: Option<(&'a str, Option<i16>)>,
    /// What its row shows.
    pub card: Card,
    /// For each column the values that it has there, as places in the labels.
    pub values: Vec<Vec<u32>>,
}

/// What the row of an entry shows.
#[derive(Debug, Default, Serialize)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// Its address below the home page.
    pub path: String,
    /// Number and symbol; empty where there is none.
    pub number: String,
    /// Its day, `2023-07-12`, else its year, else empty.
    pub date: String,
    /// The beginning of what it says, or its summary.
    pub summary: String,
    /// What becomes of its status after the day of the build: days with places in the table of statuses.
    pub later: Vec<(String, usize)>,
}

/// A column of values by which results are counted.
#[derive(Debug)]
pub struct Column<'a> {
    /// Its name in the address of a search: `nam`.
    pub name: &'a str,
    /// Words and labels of its values: the word for addresses, the label for readers.
    pub labels: Vec<(String, String)>,
}

/// How many chunks there are, unless they became too small or too large; each has the words of consecutive entries.
const CHUNKS: usize = 24;
/// Smallest chunk, in entries.
const SMALLEST_CHUNK: usize = 64;
/// Fewest and most entries whose cards share a file.
const CARDS: (usize, usize) = (32, 64);
/// Most files of cards and of postings, about, as long as none of them becomes too large for a reader.
const MOST_CARDS: usize = 400;
const MOST_POSTINGS: usize = 1550;

/// The contents of an index.
#[derive(Serialize)]
struct Contents<'a> {
    /// Of the form of all files.
    version: u32,
    /// How many entries there are.
    count: usize,
    /// How many entries share a file of cards.
    share: usize,
    /// First key of each file of postings and its name, without `.bin` as all names here.
    postings: Vec<(&'a str, &'a str)>,
    /// Names of the files of cards.
    cards: Vec<&'a str>,
    /// Names of columns with their files.
    columns: Vec<(&'a str, &'a str)>,
    /// Name of the file of words.
    words: &'a str,
}

/// An index.
#[derive(Debug, Default)]
pub struct Index {
    /// Its files; the last is the contents.
    pub files: Vec<File>,
    /// The names of further files, which are as they were in the index before.
    pub unchanged: Vec<String>,
    /// What the next index can take over.
    pub kept: Kept,
    /// The chunks of it that are not as they were.
    pub remade: Vec<usize>,
}

/// What an index is made from, kept for the next one of the same entries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    count: usize,
    parts: Vec<MergedPart>,
    /// Names of the files of cards.
    cards: Vec<String>,
    /// Names of the files of columns.
    columns: Vec<String>,
    #[serde(skip)]
    lists: Vec<Lists>,
}

impl Kept {
    /// How many chunks there are.
    #[must_use]
    pub fn chunks(&self) -> usize {
        chunk_starts(self.count).1.len()
    }

    /// The chunk that holds an entry.
    #[must_use]
    pub fn chunk_of(&self, entry: usize) -> usize {
        entry / chunk_starts(self.count).0
    }

    /// The lists of a chunk, to be kept beside the rest.
    #[must_use]
    pub fn lists(&self, chunk: usize) -> Option<impl Serialize> {
        self.lists.get(chunk)
    }

    /// With the lists of its chunks, one after the other; `None` where one of them is not there.
    #[must_use]
    pub fn with_lists(self, lists: Vec<KeptLists>) -> Option<Self> {
        let is_whole = lists.len() == self.chunks();
        is_whole.then(|| Self { lists: lists.into_iter().map(|lists| lists.0).collect(), ..self })
    }
}

/// The lists of a chunk as they were kept.
#[derive(Debug, Deserialize)]
pub struct KeptLists(Lists);

/// An earlier index of the same entries, of which only some have other words now.
#[derive(Debug)]
pub struct Earlier {
    /// What was kept of it.
    pub kept: Kept,
    /// The entries with other words; their cards and values are as they were.
    pub reworded: Vec<usize>,
}

/// How many entries share a chunk, and where chunks begin. They depend on the number of entries alone, so that threads make
/// no difference.
fn chunk_starts(count: usize) -> (usize, Vec<usize>) {
    let share = count.div_ceil(CHUNKS).clamp(SMALLEST_CHUNK, chunk::MOST);
    (share, (0..count).step_by(share).collect())
}

/// Makes the index of `count` entries, of which `entry` gives each when it is asked for. Entries that fit a query equally
/// well are shown in their order. The last file is the contents, under the name `contents`. What is as it was in an
/// earlier index is taken over; together the files are the same as without.
pub fn index<'a>(
    count: usize,
    columns: &[Column<'_>],
    contents: &str,
    earlier: Option<Earlier>,
    entry: impl Fn(usize) -> Entry<'a> + Sync,
) -> Index {
    let (share, starts) = chunk_starts(count);
    let chunk = |start: usize| Chunk::new(start, (start..count.min(start + share)).map(&entry));
    let mut files = Vec::new();
    let mut unchanged = Vec::new();
    let mut remade = (0..starts.len()).collect::<BTreeSet<usize>>();
    let (lists, parts, cards, columns_files) = match earlier.filter(|earlier| earlier.kept.count == count) {
        Some(Earlier { kept, reworded }) => {
            remade = reworded.iter().map(|entry| entry / share).collect();
            let lists = kept.lists.into_par_iter().zip(starts).enumerate().map(|(number, (lists, start))| {
                if remade.contains(&number) { chunk(start).lists } else { lists }
            });
            unchanged.extend(kept.cards.iter().chain(&kept.columns).cloned());
            (lists.collect(), kept.parts, kept.cards, kept.columns)
        }
        None => {
            let chunks: Vec<Chunk> = starts.into_par_iter().map(chunk).collect();
            let (lists, made) = rows(chunks, columns, count);
            let names = made.each_ref().map(|files| files.iter().map(|file| file.name.clone()).collect());
            files.extend(made.into_iter().flatten());
            let [cards, columns] = names;
            (lists, Vec::new(), cards, columns)
        }
    };
    let merged = merge::merge(&lists, count, MOST_POSTINGS, &parts);
    files.extend(merged.files);
    let words: String = merged.parts.iter().map(|part| part.words.as_str()).collect();
    let words = compressed(words.as_bytes());
    let kept = Kept { count, parts: merged.parts, cards, columns: columns_files, lists };
    let list = kept.contents(columns, words.stem());
    let bytes = serde_json::to_vec(&list).unwrap_or_default();
    files.push(words);
    files.sort_by(|one, other| one.name.cmp(&other.name));
    // Files of the same bytes have the same name.
    files.dedup_by(|one, other| one.name == other.name);
    let is_made = |name: &String| files.binary_search_by(|file| file.name.cmp(name)).is_ok();
    let postings = kept.parts.iter().flat_map(|part| &part.files).map(|(_, name)| name.clone());
    unchanged.extend(postings);
    unchanged.retain(|name| !is_made(name));
    unchanged.sort();
    unchanged.dedup();
    files.push(File { name: contents.to_owned(), bytes });
    Index { files, unchanged, kept, remade: remade.into_iter().collect() }
}

/// The lists of all chunks, and the files of cards and of columns.
fn rows(chunks: Vec<Chunk>, columns: &[Column<'_>], count: usize) -> (Vec<Lists>, [Vec<File>; 2]) {
    let mut cards = Vec::with_capacity(count);
    let mut values: Vec<Vec<Vec<u32>>> = columns.iter().map(|_| Vec::with_capacity(count)).collect();
    let mut lists = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        cards.extend(chunk.cards);
        for own in chunk.values {
            for (column, own) in values.iter_mut().zip(own) {
                column.push(own);
            }
        }
        lists.push(chunk.lists);
    }
    let cards = cards.par_chunks(cards_per_file(count)).map(File::json).collect();
    let columns = columns.par_iter().zip(&values);
    let columns = columns.map(|(column, values)| File::json(&(&column.labels, values))).collect();
    (lists, [cards, columns])
}

/// How many entries share a file of cards.
fn cards_per_file(count: usize) -> usize {
    count.div_ceil(MOST_CARDS).clamp(CARDS.0, CARDS.1)
}

impl Kept {
    fn contents<'a>(&'a self, columns: &[Column<'a>], words: &'a str) -> Contents<'a> {
        let postings = self.parts.iter().flat_map(|part| &part.files);
        let names = columns.iter().map(|column| column.name);
        Contents {
            version: 1,
            count: self.count,
            share: cards_per_file(self.count),
            postings: postings.map(|(key, name)| (key.as_str(), stem(name))).collect(),
            cards: self.cards.iter().map(|name| stem(name)).collect(),
            columns: names.zip(self.columns.iter().map(|name| stem(name))).collect(),
            words,
        }
    }
}
