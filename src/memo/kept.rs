//! What a build has read, kept for the next one as bytes.
//!
//! Files are kept in shards of some hundred, so that an edit writes one of them again. Of a file with problems only sums
//! are kept: it is read again each time, and so are its problems told.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{Documents, Memo, Origin, Remembered};
use crate::diag::Diagnostics;
use crate::document::Document;
use crate::legal::KnownNames;
use crate::manifest::Digest;
use crate::path::SitePath;
use crate::text::FileId;

/// How many shards there are.
const SHARDS: usize = 64;

/// What is kept of a memo, but for its files.
#[derive(Debug, Serialize, Deserialize)]
pub struct KeptMemo {
    names: KnownNames,
    others: u64,
    theme: Option<u64>,
    /// How many files each shard has.
    files: Vec<usize>,
}

/// What is kept of a file.
#[derive(Debug, Serialize, Deserialize)]
struct KeptFile<'a> {
    path: SitePath,
    id: FileId,
    text: u64,
    front_text: u64,
    frame_text: u64,
    people: Cow<'a, [String]>,
    document: Option<Cow<'a, Document>>,
    had_problems: bool,
    /// The sum of its text.
    sum: Option<Digest>,
}

fn shard_of(path: &SitePath) -> usize {
    usize::try_from(xxh3_64(path.as_str().as_bytes()) % SHARDS as u64).unwrap_or_default()
}

impl KeptMemo {
    /// Makes a memo of what was kept; `shard` reads a shard by its number into a buffer and tells whether it could. `None`
    /// where a shard is not there or is none.
    pub(crate) fn memo(&self, shard: impl Fn(usize, &mut Vec<u8>) -> bool + Sync) -> Option<Memo> {
        let shards: Option<Vec<Vec<(SitePath, Remembered)>>> = self
            .files
            .par_iter()
            .enumerate()
            .map_init(Vec::new, |bytes, (number, files)| {
                if *files == 0 {
                    return Some(Vec::new());
                }
                let is_whole = shard(number, bytes);
                let kept: Vec<KeptFile<'_>> = postcard::from_bytes(bytes).ok().filter(|_| is_whole)?;
                Some(kept.into_iter().map(Remembered::from_kept).collect())
            })
            .collect();
        let files: HashMap<SitePath, Remembered> = shards?.into_iter().flatten().collect();
        let documents = Documents { files, names: self.names.clone(), others: self.others, lock: None };
        Some(Memo { documents, theme: self.theme.map(|key| (key, None)) })
    }
}

impl Memo {
    /// What is to be kept, but for the files.
    pub(crate) fn to_kept(&self) -> KeptMemo {
        let Documents { files, names, others, .. } = &self.documents;
        let mut numbers = vec![0; SHARDS];
        let shards: Vec<usize> = files.keys().map(shard_of).collect();
        for shard in shards {
            if let Some(number) = numbers.get_mut(shard) {
                *number += 1;
            }
        }
        let (names, others) = (names.clone(), *others);
        KeptMemo { names, others, theme: self.theme.as_ref().map(|(key, _)| *key), files: numbers }
    }

    /// Hands on each shard that is not as it was in `before`, in parallel; `sums` are those of the texts, by path. What
    /// `take` makes of them;
    pub(crate) fn shards<T: Send, E: Send>(
        &self,
        before: Option<&KeptMemo>,
        sums: &BTreeMap<String, Digest>,
        take: impl Fn(usize, &[u8]) -> Result<T, E> + Sync,
    ) -> Result<Vec<T>, E> {
        let mut shards: Vec<Vec<(&SitePath, &Remembered)>> = (0..SHARDS).map(|_| Vec::new()).collect();
        let mut files: Vec<(&SitePath, &Remembered)> = self.documents.files.iter().collect();
        files.sort_unstable_by_key(|(path, _)| *path);
        for (path, file) in files {
            if let Some(shard) = shards.get_mut(shard_of(path)) {
                shard.push((path, file));
            }
        }
        let taken = shards.into_par_iter().enumerate().filter_map(|(number, shard)| {
            let count_before = before.and_then(|before| before.files.get(number));
            let is_same = shard.iter().all(|(_, file)| file.origin != Origin::Read);
            if shard.is_empty() || (is_same && count_before == Some(&shard.len())) {
                return None;
            }
            let kept: Vec<KeptFile<'_>> = shard.iter().map(|(path, file)| file.to_kept(path, sums)).collect();
            // Writing into memory does not fail; a shard that cannot be read is as if it were not there.
            Some(take(number, &postcard::to_stdvec(&kept).unwrap_or_default()))
        });
        taken.collect()
    }
}

impl Remembered {
    fn to_kept<'a>(&'a self, path: &SitePath, sums: &BTreeMap<String, Digest>) -> KeptFile<'a> {
        let had_problems = !self.diagnostics.is_empty();
        let document = self.document.as_deref().filter(|_| !had_problems);
        KeptFile {
            path: path.clone(),
            id: self.id,
            text: self.text,
            front_text: self.front_text,
            frame_text: self.frame_text,
            people: Cow::Borrowed(&self.people),
            document: document.map(Cow::Borrowed),
            had_problems,
            sum: sums.get(path.as_str()).copied(),
        }
    }

    fn from_kept(kept: KeptFile<'_>) -> (SitePath, Self) {
        let remembered = Self {
            id: kept.id,
            text: kept.text,
            front_text: kept.front_text,
            frame_text: kept.frame_text,
            people: kept.people.into_owned(),
            document: kept.document.map(|document| Arc::new(document.into_owned())),
            diagnostics: Diagnostics::new(),
            origin: if kept.had_problems { Origin::HadProblems } else { Origin::Kept },
            sum: kept.sum,
        };
        (kept.path, remembered)
    }
}
