//! Folders that hold the same in the site in place and in the one before it, as the build before has left them. Of those
//! that are still as they were nothing has to be listed.

use std::collections::HashMap;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{Cache, Output};
use crate::disk::moment::Moment;

/// The file that tells of them, in the first form of it.
const FILE: &str = "alike-1";
/// How many bytes stand before what it tells: a hash of that (XXH3, 64 bits, the lowest byte first).
const HASH: usize = 8;

/// Folders by path.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Alike(HashMap<String, Folder>);

/// A folder and its twin.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Folder {
    /// Of the site in place and of the one before it.
    pub(super) marks: [Mark; 2],
    /// Whether there is anything in it but folders.
    pub(super) has_files: bool,
    /// The folders in it, by name.
    pub(super) folders: Vec<String>,
}

/// By what it is seen that something was added to a folder or removed from it (POSIX.1, `stat`): the inode, and when it was
/// changed last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark(u64, Moment);

impl Mark {
    pub(super) fn of(folder: &Metadata) -> Self {
        Self(folder.ino(), Moment::of_change(folder))
    }

    /// The mark, if a change from `now` on gives another.
    pub(super) fn left_alone(self, now: SystemTime) -> Option<Self> {
        self.1.is_left_alone(now).then_some(self)
    }
}

impl Alike {
    /// What the build before has kept. Where that is not as it was written, folders are just listed again.
    pub(super) fn kept(output: &Output) -> Self {
        let mut bytes = Vec::new();
        let is_kept = Cache::beside(&output.root).is_some_and(|cache| cache.read(FILE, &mut bytes));
        let parts = bytes.split_at_checked(HASH).filter(|_| is_kept);
        let told = parts.filter(|(hash, told)| *hash == xxh3_64(told).to_le_bytes());
        told.and_then(|(_, told)| postcard::from_bytes(told).ok()).unwrap_or_default()
    }

    /// What a folder holds, where it and its twin are as they were.
    pub(super) fn folder(&self, path: &str, marks: [Option<Mark>; 2]) -> Option<&Folder> {
        self.0.get(path).filter(|known| known.marks.map(Some) == marks)
    }

    /// Keeps it for the next build, which can do without; where a build keeps nothing, neither is this.
    pub(super) fn keep(&self, output: &Output) {
        if Cache::beside(&output.root).is_some() {
            // Writing into memory does not fail; what cannot be written is as if it were not there.
            let told = postcard::to_stdvec(self).unwrap_or_default();
            let _ = output.keep(FILE, &[&xxh3_64(&told).to_le_bytes(), told.as_slice()].concat());
        }
    }
}

impl FromIterator<(String, Folder)> for Alike {
    fn from_iter<T: IntoIterator<Item = (String, Folder)>>(folders: T) -> Self {
        Self(folders.into_iter().collect())
    }
}
