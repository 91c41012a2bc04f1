//! How the texts of a portal lay on the disk when they were read last. One that lies as it lay is known without being
//! opened.

use std::collections::HashMap;
use std::fs::Metadata;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::moment::Moment;
use crate::path::SitePath;

/// Texts by path, with how they lay and the hash (XXH3, 64 bits) of what they held.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Texts(HashMap<SitePath, (Lying, u64)>);

impl Texts {
    /// The hash of what a text holds, where it lies as it lay.
    pub(super) fn hash(&self, path: &SitePath, lying: Option<Lying>) -> Option<u64> {
        let (before, hash) = self.0.get(path)?;
        (Some(*before) == lying).then_some(*hash)
    }
}

impl FromIterator<(SitePath, (Lying, u64))> for Texts {
    fn from_iter<T: IntoIterator<Item = (SitePath, (Lying, u64))>>(texts: T) -> Self {
        Self(texts.into_iter().collect())
    }
}

/// How a file lies on the disk (POSIX.1, `stat`): whoever writes to it, or puts another in its place, changes some of
/// these. The time of the last change cannot be set back as that of the last writing can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lying {
    device: u64,
    inode: u64,
    bytes: u64,
    /// When it was written: seconds since 1970 and nanoseconds.
    written: (i64, i64),
    changed: Moment,
}

impl Lying {
    /// Looks at a file; `None` where it is none, or was changed so short before `now` that more may have come unseen.
    #[cfg(unix)]
    pub(super) fn of(file: &Metadata, now: SystemTime) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let changed = Moment::of_change(file);
        (file.is_file() && changed.is_left_alone(now)).then(|| Self {
            device: file.dev(),
            inode: file.ino(),
            bytes: file.len(),
            written: (file.mtime(), file.mtime_nsec()),
            changed,
        })
    }

    /// Elsewhere no time tells of every change.
    #[cfg(not(unix))]
    pub(super) fn of(_: &Metadata, _: SystemTime) -> Option<Self> {
        None
    }
}
