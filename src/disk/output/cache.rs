//! What a build keeps for the next one: `cache` in the folder beside the output. It may be removed at any time.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::{self, File, Metadata};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Output, remove_tree};
use crate::disk::{DiskError, Texts};
use crate::manifest::{Digest, Entry};

/// The folder, within the one beside the output.
pub(super) const FOLDER: &str = "cache";
/// The file that tells how the files of the site lie on the disk.
const STAMPS: &str = "stamps";
/// The file that tells how the texts of the portal lie there.
const TEXTS: &str = "texts";

/// What the build before has kept.
#[derive(Debug)]
pub struct Cache(PathBuf);

impl Cache {
    /// Looks beside the output folder; `None` where nothing is kept, or others may have put it there.
    #[must_use]
    pub fn beside(output: &Path) -> Option<Self> {
        let output = output.canonicalize().ok()?;
        let control = super::control::name_beside(&output)?;
        let is_ours = fs::symlink_metadata(&control).is_ok_and(|folder| is_private(&folder));
        let folder = control.join(FOLDER);
        (is_ours && folder.is_dir()).then_some(Self(folder))
    }

    /// Reads what was kept under a name, in place of what is in the buffer; whether it can be read.
    pub fn read(&self, name: &str, buffer: &mut Vec<u8>) -> bool {
        buffer.clear();
        File::open(self.0.join(name)).and_then(|mut file| file.read_to_end(buffer)).is_ok()
    }

    /// How the texts lay that the build before has read. Where that is not as it was written, a text is just read again.
    #[must_use]
    pub fn texts(&self) -> Texts {
        let mut bytes = Vec::new();
        if self.read(TEXTS, &mut bytes) {
            postcard::from_bytes(&bytes).unwrap_or_default()
        } else {
            Texts::default()
        }
    }
}

/// What others may do (POSIX.1, `S_IRWXG | S_IRWXO`).
#[cfg(target_os = "linux")]
const OTHERS: u32 = 0o077;

#[cfg(target_os = "linux")]
fn is_private(folder: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    folder.is_dir() && folder.uid() == rustix::process::geteuid().as_raw() && folder.mode() & OTHERS == 0
}

#[cfg(not(target_os = "linux"))]
fn is_private(folder: &Metadata) -> bool {
    folder.is_dir()
}

/// How a file lies on the disk. Two that are alike are taken for the same file with the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    bytes: u64,
    /// When it was written, in nanoseconds since 1970.
    written: u128,
    inode: u64,
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let file = fs::symlink_metadata(path).ok().filter(Metadata::is_file)?;
        let written = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        Some(Self { bytes: file.len(), written, inode: inode(&file) })
    }
}

#[cfg(unix)]
fn inode(file: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(file)
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> u64 {
    0
}

/// How the files of a site lie on the disk.
#[derive(Debug, Serialize, Deserialize)]
struct Stamps {
    /// The sum of the manifest of the site.
    manifest: Digest,
    /// Those of its files, in the order of the manifest.
    files: Vec<Stamp>,
}

impl Output {
    /// Whether the site in place is the one with this manifest, and all its files lie there as the build has left them.
    #[must_use]
    pub fn is_as_left(&mut self, manifest: Digest) -> bool {
        let mut bytes = Vec::new();
        let is_kept = Cache::beside(&self.root).is_some_and(|cache| cache.read(STAMPS, &mut bytes));
        let stamps: Option<Stamps> = postcard::from_bytes(&bytes).ok().filter(|_| is_kept);
        let Some(stamps) = stamps.filter(|stamps| stamps.manifest == manifest) else { return false };
        if self.manifest_before != Some(manifest) || stamps.files.len() != self.entries_before.len() {
            return false;
        }
        let files: Vec<(&String, Stamp)> = self.entries_before.keys().zip(stamps.files).collect();
        let is_as_left =
            files.par_iter().all(|(file, stamp)| Stamp::of(&self.root.join(file)) == Some(*stamp));
        if is_as_left {
            self.stamps_before = files.into_iter().map(|(file, stamp)| (file.clone(), stamp)).collect();
        }
        is_as_left
    }

    /// The files of the site in place, as its manifest tells them.
    #[must_use]
    pub fn entries_before(&self) -> &BTreeMap<String, Entry> {
        &self.entries_before
    }

    /// Keeps bytes for the next build.
    pub fn keep(&self, name: &str, bytes: &[u8]) -> Result<(), DiskError> {
        let Some(folder) = self.control.cache() else { return Ok(()) };
        let (staged, place) = (folder.join(format!("{name}.new")), folder.join(name));
        fs::create_dir_all(&folder).map_err(DiskError::at(&folder))?;
        fs::write(&staged, bytes).map_err(DiskError::at(&staged))?;
        fs::rename(&staged, &place).map_err(DiskError::at(&place))
    }

    /// Keeps how the files of the site lie on the disk, after they have been put in place. `files` are those of the
    /// manifest, in its order; `staged` those that this build has written.
    pub fn keep_stamps(&self, manifest: Digest, files: &[&str]) -> Result<(), DiskError> {
        let staged = self.staged();
        let staged: &HashSet<String> = &staged;
        let known = |file: &str| self.stamps_before.get(file).filter(|_| !staged.contains(file)).copied();
        let stamps: Option<Vec<Stamp>> =
            files.par_iter().map(|file| known(file).or_else(|| Stamp::of(&self.root.join(file)))).collect();
        let Some(files) = stamps else { return Ok(()) };
        // Writing into memory does not fail.
        self.keep(STAMPS, &postcard::to_stdvec(&Stamps { manifest, files }).unwrap_or_default())
    }

    /// Keeps how the texts of the portal lie on the disk.
    pub fn keep_texts(&self, texts: &Texts) -> Result<(), DiskError> {
        // Writing into memory does not fail.
        self.keep(TEXTS, &postcard::to_stdvec(texts).unwrap_or_default())
    }

    /// Forgets what was kept.
    pub fn forget_kept(&self) -> Result<(), DiskError> {
        self.control.cache().map_or(Ok(()), |folder| remove_tree(&folder))
    }
}

/// Stamps by file.
pub(super) type StampsBefore = HashMap<String, Stamp>;
