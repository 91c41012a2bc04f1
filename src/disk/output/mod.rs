//! Writing a site: staged first, then put in the place of the old one.
//!
//! Beside the output folder `public` lies `.congbao-public`, open to nobody else: the lock, the new files of a build that
//! runs, and the site before the last, whose folders are used again. A finished build makes the whole new site there,
//! with hard links to what has not changed, and exchanges the two folders in one step ([`swap`]). Where the machine has no such
//! step (another system than Linux, a folder that is a mount point or whose parent may not be written to, a file system
//! without hard links) or `--in-place` is asked for, files are moved one by one, in an order in which no page leads to what is
//! not there yet ([`in_place`]); before the first is moved, it is looked whether all can be ([`look`]).

#[cfg(target_os = "linux")]
mod alike;
mod cache;
mod control;
mod in_place;
mod look;
#[cfg(target_os = "linux")]
mod swap;
#[cfg(not(target_os = "linux"))]
mod swap {
    //! Other systems have no step that exchanges two folders.

    use super::{Output, Replaced};
    use crate::disk::DiskError;

    pub(super) fn swap(_: &Output, _: &super::Names<'_>) -> Result<Replaced, DiskError> {
        Ok(Replaced::NotYet)
    }

    pub(super) fn prepare(_: &Output, _: &[&str]) {}
}

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::DiskError;
use crate::manifest::{self, Digest, Entry, Manifest};
use cache::StampsBefore;
use control::Control;

pub use cache::Cache;

/// How a new site takes the place of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// In one step where the machine has one.
    Whole,
    /// File by file: the output folder itself stays the same folder, for what holds on to it, such as a bind mount.
    InPlace,
}

/// An output folder that is being written to.
#[derive(Debug)]
pub struct Output {
    root: PathBuf,
    control: Control,
    manner: Manner,
    made_before: HashSet<String>,
    /// What the manifest of the site in place tells, and its sum.
    entries_before: BTreeMap<String, Entry>,
    manifest_before: Option<Digest>,
    generator_before: Option<String>,
    stamps_before: StampsBefore,
    is_fresh: bool,
    staged: Mutex<HashSet<String>>,
    bytes: AtomicU64,
}

/// What a build did to its output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Files of the site.
    pub files: usize,
    /// Files that are new or differ.
    pub written: usize,
    /// Bytes of those.
    pub bytes: u64,
    /// Files that no page makes any more.
    pub removed: usize,
}

/// Whether the new site has taken the place of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Replaced {
    /// It has.
    Yes,
    /// The machine has no step for it; nothing has been touched.
    NotYet,
}

/// The files of a new site, told apart by what is to be done.
#[derive(Debug)]
struct Names<'a> {
    /// All.
    all: HashSet<&'a str>,
    /// Those that are new or differ.
    staged: &'a HashSet<String>,
    /// Those of the old site that are no more.
    obsolete: Vec<&'a str>,
}

impl Output {
    /// Opens the folder at `root` for the portal at `portal`, making it where there is none.
    pub fn open(root: &Path, portal: &Path, manner: Manner) -> Result<Self, DiskError> {
        fs::create_dir_all(root).map_err(DiskError::at(root))?;
        let root = root.canonicalize().map_err(DiskError::at(root))?;
        let portal = portal.canonicalize().map_err(DiskError::at(portal))?;
        let is_inside = ["content", "themes"].iter().any(|folder| root.starts_with(portal.join(folder)));
        if portal.starts_with(&root) || is_inside {
            return Err(DiskError::BadOutput(root));
        }
        let control = Control::open(&root)?;
        let bytes = fs::read(root.join(manifest::FILE)).ok();
        let manifest_before = bytes.as_deref().map(Digest::of);
        let before = bytes.and_then(|bytes| Manifest::parse(&bytes).ok());
        let mut made_before = control.made();
        let mut entries_before = BTreeMap::new();
        let generator_before = before.as_ref().map(|before| before.generator.clone());
        if let Some(before) = before {
            made_before.insert(manifest::FILE.to_owned());
            made_before.extend(before.files.keys().cloned());
            entries_before = before.files;
        }
        let is_fresh = made_before.is_empty() && is_empty(&root)?;
        Ok(Self {
            root,
            control,
            manner,
            made_before,
            entries_before,
            manifest_before,
            generator_before,
            stamps_before: StampsBefore::new(),
            is_fresh,
            staged: Mutex::default(),
            bytes: AtomicU64::new(0),
        })
    }

    /// Stages a file where it differs from the one in place. May be called from many threads, once for each file.
    pub fn put(&self, file: &str, bytes: &[u8]) -> Result<Entry, DiskError> {
        let entry = Entry::of(bytes);
        if !self.is_fresh && self.is_in_place(file, bytes)? {
            return Ok(entry);
        }
        let path = self.control.new_files().join(file);
        create_folders_above(&path, &self.control.new_files())?;
        fs::write(&path, bytes).map_err(DiskError::at(&path))?;
        self.bytes.fetch_add(entry.bytes, Ordering::Relaxed);
        self.staged().insert(file.to_owned());
        Ok(entry)
    }

    /// Stages a copy of the file at `source` where it differs from the one in place.
    pub fn copy(&self, file: &str, source: &Path) -> Result<Entry, DiskError> {
        let bytes = fs::read(source).map_err(DiskError::at(source))?;
        self.put(file, &bytes)
    }

    /// The bytes that lie in place for a file which is made from another of the site alone, such as its compressed form,
    /// if both are as the build before left them, that build was by the same `generator`, and the other has had the sum
    /// `source` then too: making them again would give the same.
    #[must_use]
    pub fn made_from(&self, file: &str, (other, source): (&str, Digest), generator: &str) -> Option<Vec<u8>> {
        let sum = |file: &str| self.entries_before.get(file).map(|entry| entry.sha256);
        let is_same = self.generator_before.as_deref() == Some(generator) && sum(other) == Some(source);
        let sum = sum(file).filter(|_| is_same)?;
        let bytes = fs::read(self.root.join(file)).ok()?;
        (Digest::of(&bytes) == sum).then_some(bytes)
    }

    /// Puts the new site in the place of the old one: the files that were staged, and those in `files` that have not
    /// changed. What is not in `files` but was made by an earlier build is removed.
    pub fn commit(&self, files: &[String]) -> Result<Report, DiskError> {
        let all: HashSet<&str> = files.iter().map(String::as_str).collect();
        let mut obsolete: Vec<&str> =
            self.made_before.iter().map(String::as_str).filter(|file| !all.contains(file)).collect();
        obsolete.sort_unstable();
        let staged = self.staged();
        let staged: &HashSet<String> = &staged;
        let report = Report {
            files: files.len(),
            written: staged.len(),
            bytes: self.bytes.load(Ordering::Relaxed),
            removed: obsolete.len(),
        };
        let names = Names { all, staged, obsolete };
        if !names.staged.is_empty() || !names.obsolete.is_empty() {
            // What was staged in vain is made again by the next build, which also tells if it cannot be removed.
            self.replace(&names).inspect_err(|_| drop(remove_tree(&self.control.new_files())))?;
        }
        Ok(report)
    }

    /// Puts what was staged in place, as a whole where that can be.
    fn replace(&self, names: &Names<'_>) -> Result<(), DiskError> {
        if !look::is_writable(&self.root) {
            return Err(DiskError::Unwritable(self.root.clone()));
        }
        let is_whole = self.manner == Manner::Whole && self.control.is_beside();
        let replaced = if is_whole { swap::swap(self, names)? } else { Replaced::NotYet };
        if replaced == Replaced::NotYet {
            look::look(self, names)?;
            in_place::replace(self, names)?;
        }
        Ok(())
    }

    /// Makes ready what the next build needs to replace the site in one step, where that is not there yet; `files` are those
    /// of the site. It takes a tenth of the time of a first build, and the next one would have to wait for it.
    pub fn prepare_next(&self, files: &[&str]) {
        if self.manner == Manner::Whole && self.control.is_beside() {
            swap::prepare(self, files);
        }
    }

    /// Lets go of the folder. What was staged and not put in place is discarded.
    pub fn close(self) -> Result<(), DiskError> {
        self.control.close()
    }

    /// The files that are new or differ.
    fn staged(&self) -> MutexGuard<'_, HashSet<String>> {
        self.staged.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a file is one that an earlier build made.
    fn is_ours(&self, file: &str) -> bool {
        self.made_before.contains(file)
    }

    fn is_in_place(&self, file: &str, bytes: &[u8]) -> Result<bool, DiskError> {
        let path = self.root.join(file);
        let is_same_size = match fs::symlink_metadata(&path) {
            Ok(metadata) => metadata.is_file() && metadata.len() == bytes.len() as u64,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(false);
            }
            Err(error) => return Err(DiskError::Io { path, source: error }),
        };
        let is_same = is_same_size && fs::read(&path).map_err(DiskError::at(&path))? == bytes;
        if !is_same && !self.is_ours(file) && !path.is_dir() {
            return Err(DiskError::Foreign(path));
        }
        Ok(is_same)
    }
}

/// Makes the folder of `file` and those above it up to `top`, which is there.
fn create_folders_above(file: &Path, top: &Path) -> Result<(), DiskError> {
    match file.parent() {
        Some(folder) if folder != top => create_folders(folder, top),
        _ => Ok(()),
    }
}

fn create_folders(folder: &Path, top: &Path) -> Result<(), DiskError> {
    match fs::create_dir(folder) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound && folder != top => {
            if let Some(above) = folder.parent() {
                create_folders(above, top)?;
            }
            match fs::create_dir(folder) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                    Err(DiskError::Io { path: folder.to_owned(), source: error })
                }
                _ => Ok(()),
            }
        }
        Err(error) => Err(DiskError::Io { path: folder.to_owned(), source: error }),
    }
}

fn remove_tree(path: &Path) -> Result<(), DiskError> {
    let mut removed = fs::remove_dir_all(path);
    if removed.as_ref().is_err_and(|error| error.kind() == ErrorKind::PermissionDenied) {
        // Folders of the site that nobody may write to have made others like them.
        look::open_up(path);
        removed = fs::remove_dir_all(path);
    }
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(DiskError::Io { path: path.to_owned(), source: error })
        }
        _ => Ok(()),
    }
}

/// Whether a folder holds nothing but hidden files.
fn is_empty(path: &Path) -> Result<bool, DiskError> {
    let mut entries = fs::read_dir(path).map_err(DiskError::at(path))?;
    let is_hidden = |entry: io::Result<fs::DirEntry>| {
        entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with('.'))
    };
    Ok(entries.all(is_hidden))
}
