//! Metadata of the texts of a portal at the last read. A file whose device, inode, length and times are unchanged is not
//! opened.

use std::collections::HashMap;
use std::fs::Metadata;
use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::moment::Moment;
use crate::path::SitePath;

/// Texts by path, with the metadata of their files and the hash (XXH3, 64 bits) of what they held.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Texts(HashMap<SitePath, (FileStamp, u64)>);

impl Texts {
    /// The hash of what a text holds, where its file is unchanged.
    pub(super) fn hash(&self, path: &SitePath, stamp: Option<FileStamp>) -> Option<u64> {
        let (before, hash) = self.0.get(path)?;
        (Some(*before) == stamp).then_some(*hash)
    }
}

impl FromIterator<(SitePath, (FileStamp, u64))> for Texts {
    fn from_iter<T: IntoIterator<Item = (SitePath, (FileStamp, u64))>>(texts: T) -> Self {
        Self(texts.into_iter().collect())
    }
}

/// The metadata of a file (POSIX.1, `stat`) by which a change is seen: whoever writes to it, or puts another in its place, changes some of
/// these. The time of the last change cannot be set back as that of the last writing can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileStamp {
    device: u64,
    inode: u64,
    bytes: u64,
    /// When it was written: seconds since 1970 and nanoseconds.
    written: (i64, i64),
    changed: Moment,
}

/// When and where files are looked at: their metadata counts only where no change can go unseen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Looking {
    now: SystemTime,
    /// The disk; none where a file may have been changed without its being told at once.
    disk: Option<u64>,
}

impl Looking {
    /// Begins to look at the files below a folder.
    pub(super) fn at(root: &Path) -> Self {
        Self { now: SystemTime::now(), disk: own_disk(root) }
    }

    /// The stamp of a file; `None` where it is no file, or may be changed without being seen to be.
    #[cfg(unix)]
    pub(super) fn stamp(self, file: &Metadata) -> Option<FileStamp> {
        use std::os::unix::fs::MetadataExt;
        let changed = Moment::of_change(file);
        let is_told = self.disk == Some(file.dev()) && changed.is_left_alone(self.now);
        (file.is_file() && is_told).then(|| FileStamp {
            device: file.dev(),
            inode: file.ino(),
            bytes: file.len(),
            written: (file.mtime(), file.mtime_nsec()),
            changed,
        })
    }

    /// Elsewhere no time tells of every change.
    #[cfg(not(unix))]
    pub(super) fn stamp(self, _: &Metadata) -> Option<FileStamp> {
        None
    }
}

/// File systems of this machine alone (`linux/magic.h`): ext2 to ext4, XFS, Btrfs, tmpfs, F2FS, overlayfs. What lies on
/// another machine may be changed there, and this one asks only now and then.
#[cfg(target_os = "linux")]
const OWN: [u32; 6] = [0xef53, 0x5846_5342, 0x9123_683e, 0x0102_1994, 0xf2f5_2010, 0x794c_7630];

/// The disk that a folder lies on, if it is one of this machine alone.
#[cfg(target_os = "linux")]
fn own_disk(folder: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    let sort = u32::try_from(rustix::fs::statfs(folder).ok()?.f_type).ok()?;
    let device = std::fs::metadata(folder).ok()?.dev();
    OWN.contains(&sort).then_some(device)
}

#[cfg(not(target_os = "linux"))]
fn own_disk(_: &Path) -> Option<u64> {
    None
}
