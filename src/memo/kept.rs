//! What a build has read, kept for the next one as bytes.
//!
//! Files are kept on sheets of some hundred, so that an edit writes one of them anew. Of a file with problems only sums
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

/// How many sheets there are.
const SHEETS: usize = 64;

/// What is kept of a memo, but for its files.
#[derive(Debug, Serialize, Deserialize)]
pub struct KeptMemo {
    names: KnownNames,
    others: u64,
    theme: Option<u64>,
    /// How many files each sheet has.
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
    is_missing: bool,
    /// The sum of its text.
    sum: Option<Digest>,
}

fn sheet_of(path: &SitePath) -> usize {
    usize::try_from(xxh3_64(path.as_str().as_bytes()) % SHEETS as u64).unwrap_or_default()
}

impl KeptMemo {
    /// Makes a memo of what was kept; `sheet` reads a sheet by its number into a buffer and tells whether it could. `None`
    /// where a sheet is not there or is none.
    pub(crate) fn memo(&self, sheet: impl Fn(usize, &mut Vec<u8>) -> bool + Sync) -> Option<Memo> {
        let sheets: Option<Vec<Vec<(SitePath, Remembered)>>> = self
            .files
            .par_iter()
            .enumerate()
            .map_init(Vec::new, |bytes, (number, files)| {
                if *files == 0 {
                    return Some(Vec::new());
                }
                let is_whole = sheet(number, bytes);
                let kept: Vec<KeptFile<'_>> = postcard::from_bytes(bytes).ok().filter(|_| is_whole)?;
                Some(kept.into_iter().map(Remembered::from_kept).collect())
            })
            .collect();
        let files: HashMap<SitePath, Remembered> = sheets?.into_iter().flatten().collect();
        let documents = Documents { files, names: self.names.clone(), others: self.others, lock: None };
        Some(Memo { documents, theme: self.theme.map(|key| (key, None)) })
    }
}

impl Memo {
    /// What is to be kept, but for the files.
    pub(crate) fn to_kept(&self) -> KeptMemo {
        let Documents { files, names, others, .. } = &self.documents;
        let mut numbers = vec![0; SHEETS];
        let sheets: Vec<usize> = files.keys().map(sheet_of).collect();
        for sheet in sheets {
            if let Some(number) = numbers.get_mut(sheet) {
                *number += 1;
            }
        }
        let (names, others) = (names.clone(), *others);
        KeptMemo { names, others, theme: self.theme.as_ref().map(|(key, _)| *key), files: numbers }
    }

    /// Hands on each sheet that is not as it was in `before`, in parallel; `sums` are those of the texts, by path. What
    /// `take` makes of them;
    pub(crate) fn sheets<T: Send, E: Send>(
        &self,
        before: Option<&KeptMemo>,
        sums: &BTreeMap<String, Digest>,
        take: impl Fn(usize, &[u8]) -> Result<T, E> + Sync,
    ) -> Result<Vec<T>, E> {
        let mut sheets: Vec<Vec<(&SitePath, &Remembered)>> = (0..SHEETS).map(|_| Vec::new()).collect();
        let mut files: Vec<(&SitePath, &Remembered)> = self.documents.files.iter().collect();
        files.sort_unstable_by_key(|(path, _)| *path);
        for (path, file) in files {
            if let Some(sheet) = sheets.get_mut(sheet_of(path)) {
                sheet.push((path, file));
            }
        }
        let taken = sheets.into_par_iter().enumerate().filter_map(|(number, sheet)| {
            let count_before = before.and_then(|before| before.files.get(number));
            let is_same = sheet.iter().all(|(_, file)| file.origin != Origin::Read);
            if sheet.is_empty() || (is_same && count_before == Some(&sheet.len())) {
                return None;
            }
            let kept: Vec<KeptFile<'_>> = sheet.iter().map(|(path, file)| file.to_kept(path, sums)).collect();
            // Writing into memory does not fail; a sheet that cannot be read is as if it were not there.
            Some(take(number, &postcard::to_stdvec(&kept).unwrap_or_default()))
        });
        taken.collect()
    }
}

impl Remembered {
    fn to_kept<'a>(&'a self, path: &SitePath, sums: &BTreeMap<String, Digest>) -> KeptFile<'a> {
        let is_missing = !self.diagnostics.is_empty();
        let document = self.document.as_deref().filter(|_| !is_missing);
        KeptFile {
            path: path.clone(),
            id: self.id,
            text: self.text,
            front_text: self.front_text,
            frame_text: self.frame_text,
            people: Cow::Borrowed(&self.people),
            document: document.map(Cow::Borrowed),
            is_missing,
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
            origin: if kept.is_missing { Origin::Missing } else { Origin::Kept },
            sum: kept.sum,
        };
        (kept.path, remembered)
    }
}
