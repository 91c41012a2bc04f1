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

use rayon::prelude::*;
use serde::Serialize;

use chunk::Chunk;
use file::{File, compressed};

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

/// Makes the index of `count` entries, of which `entry` gives each when it is asked for. Entries that fit a query equally
/// well are shown in their order. The last file is the contents, under the name `contents`.
pub fn index<'a>(
    count: usize,
    columns: &[Column<'_>],
    contents: &str,
    entry: impl Fn(usize) -> Entry<'a> + Sync,
) -> Vec<File> {
    // Chunks depend on the number of entries alone, so that threads make no difference.
    let share = count.div_ceil(CHUNKS).clamp(SMALLEST_CHUNK, chunk::MOST);
    let per_file = count.div_ceil(MOST_CARDS).clamp(CARDS.0, CARDS.1);
    let starts: Vec<usize> = (0..count).step_by(share).collect();
    let chunks: Vec<Chunk> = starts
        .into_par_iter()
        .map(|start| Chunk::new(start, (start..count.min(start + share)).map(&entry)))
        .collect();
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
    let merged = merge::merge(&lists, count, MOST_POSTINGS);
    drop(lists);
    let cards: Vec<File> = cards.par_chunks(per_file).map(File::json).collect();
    let files_of_columns: Vec<File> = columns
        .par_iter()
        .zip(&values)
        .map(|(column, values)| File::json(&(&column.labels, values)))
        .collect();
    let words = compressed(merged.words.as_bytes());
    let list = Contents {
        version: 1,
        count,
        share: per_file,
        postings: merged.files.iter().map(|(key, file)| (key.as_str(), file.stem())).collect(),
        cards: cards.iter().map(File::stem).collect(),
        columns: columns
            .iter()
            .zip(&files_of_columns)
            .map(|(column, file)| (column.name, file.stem()))
            .collect(),
        words: words.stem(),
    };
    let bytes = serde_json::to_vec(&list).unwrap_or_default();
    let last = File { name: contents.to_owned(), bytes };
    let postings = merged.files.into_iter().map(|(_, file)| file);
    let mut files: Vec<File> = postings.chain(cards).chain(files_of_columns).chain([words]).collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    // Files of the same bytes have the same name.
    files.dedup_by(|one, other| one.name == other.name);
    files.push(last);
    files
}
