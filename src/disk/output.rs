//! Writing a site: staged first, then moved into place.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::DiskError;

/// Lists the files that the build made, one a line; lies in the output folder.
const MANIFEST: &str = ".congbao-files";
/// Keeps two builds apart.
const LOCK: &str = ".congbao-lock";
/// Holds the new files until the site is whole.
const STAGE: &str = ".congbao-stage";

/// An output folder that is being written to.
#[derive(Debug)]
pub struct Output {
    root: PathBuf,
    stage: PathBuf,
    made_before: HashSet<String>,
    is_fresh: bool,
    written: AtomicUsize,
    bytes: AtomicUsize,
    // Held until the end; the system frees it when the process ends in whatever way.
    _lock: File,
}

/// What a build did to its output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Files of the site.
    pub files: usize,
    /// Files that are new or differ.
    pub written: usize,
    /// Bytes of those.
    pub bytes: usize,
    /// Files that no page makes any more.
    pub removed: usize,
}

impl Output {
    /// Opens the folder at `root` for the portal at `portal`, making it where there is none.
    pub fn open(root: &Path, portal: &Path) -> Result<Self, DiskError> {
        fs::create_dir_all(root).map_err(DiskError::at(root))?;
        let root = root.canonicalize().map_err(DiskError::at(root))?;
        let portal = portal.canonicalize().map_err(DiskError::at(portal))?;
        let is_inside = ["content", "themes"].iter().any(|folder| root.starts_with(portal.join(folder)));
        if portal.starts_with(&root) || is_inside {
            return Err(DiskError::BadOutput(root));
        }
        let lock_path = root.join(LOCK);
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path)
            .map_err(DiskError::at(&lock_path))?;
        // Some file systems cannot lock: the build goes on without.
        if matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock)) {
            return Err(DiskError::Busy(root));
        }
        let stage = root.join(STAGE);
        remove_tree(&stage)?;
        fs::create_dir(&stage).map_err(DiskError::at(&stage))?;
        let manifest = fs::read_to_string(root.join(MANIFEST)).unwrap_or_default();
        let made_before: HashSet<String> = manifest.lines().map(str::to_owned).collect();
        let is_fresh = made_before.is_empty() && is_empty(&root)?;
        Ok(Self {
            root,
            stage,
            made_before,
            is_fresh,
            written: AtomicUsize::new(0),
            bytes: AtomicUsize::new(0),
            _lock: lock,
        })
    }

    /// Stages a file where it differs from the one in place. May be called from many threads, once for each file.
    pub fn put(&self, file: &str, bytes: &[u8]) -> Result<(), DiskError> {
        if !self.is_fresh && self.is_in_place(file, bytes)? {
            return Ok(());
        }
        let staged = self.staged(file)?;
        fs::write(&staged, bytes).map_err(DiskError::at(&staged))?;
        self.count(bytes.len());
        Ok(())
    }

    /// Stages a copy of the file at `source` where it differs from the one in place.
    pub fn copy(&self, file: &str, source: &Path) -> Result<(), DiskError> {
        let bytes = fs::read(source).map_err(DiskError::at(source))?;
        self.put(file, &bytes)
    }

    /// Moves what was staged into place and removes what is not in `files` but was made by an earlier build.
    pub fn commit(self, files: &[String]) -> Result<Report, DiskError> {
        let now: HashSet<&str> = files.iter().map(String::as_str).collect();
        let mut obsolete: Vec<&String> =
            self.made_before.iter().filter(|file| !now.contains(file.as_str())).collect();
        obsolete.sort_unstable();
        let written = self.written.load(Ordering::Relaxed);
        let report = Report {
            files: files.len(),
            written,
            bytes: self.bytes.load(Ordering::Relaxed),
            removed: obsolete.len(),
        };
        let mut sorted: Vec<&str> = now.iter().copied().collect();
        sorted.sort_unstable();
        if written > 0 || !obsolete.is_empty() || self.made_before.len() != now.len() {
            // Named before they are moved: a build that is cut off here knows its files again.
            let mut both: Vec<&str> =
                sorted.iter().copied().chain(self.made_before.iter().map(String::as_str)).collect();
            both.sort_unstable();
            both.dedup();
            self.write_manifest(&both)?;
            self.merge(&self.stage, &self.root, "")?;
            for file in obsolete {
                self.remove(file)?;
            }
            self.write_manifest(&sorted)?;
        }
        remove_tree(&self.stage)?;
        Ok(report)
    }

    /// Leaves everything in place as it was.
    pub fn discard(self) -> Result<(), DiskError> {
        remove_tree(&self.stage)
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
        if !is_same && !self.made_before.contains(file) && !path.is_dir() {
            return Err(DiskError::Foreign(path));
        }
        Ok(is_same)
    }

    fn staged(&self, file: &str) -> Result<PathBuf, DiskError> {
        let path = self.stage.join(file);
        if let Some(folder) = path.parent()
            && folder != self.stage
        {
            create_folders(folder, &self.stage)?;
        }
        Ok(path)
    }

    fn count(&self, bytes: usize) {
        self.written.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Moves the tree at `from` over the one at `to`. A folder that is not there yet is moved as a whole.
    fn merge(&self, from: &Path, to: &Path, inner: &str) -> Result<(), DiskError> {
        let mut entries: Vec<fs::DirEntry> =
            fs::read_dir(from).and_then(Iterator::collect).map_err(DiskError::at(from))?;
        // Files of the theme first, pages after: no page is there before what it needs.
        entries.sort_by_key(|entry| (entry.file_name() != "theme", entry.file_name()));
        for entry in entries {
            let target = to.join(entry.file_name());
            let inner = format!("{inner}{}", entry.file_name().to_string_lossy());
            let is_folder = entry.file_type().map_err(DiskError::at(entry.path()))?.is_dir();
            match fs::symlink_metadata(&target) {
                Ok(metadata) if metadata.is_dir() && is_folder => {
                    self.merge(&entry.path(), &target, &format!("{inner}/"))?;
                    continue;
                }
                Ok(metadata) if metadata.is_dir() || is_folder => self.clear(&inner, &target)?,
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(DiskError::Io { path: target, source: error }),
            }
            fs::rename(entry.path(), &target).map_err(DiskError::at(&target))?;
        }
        Ok(())
    }

    /// Makes way where a file becomes a folder or a folder a file; only for what an earlier build made.
    fn clear(&self, inner: &str, target: &Path) -> Result<(), DiskError> {
        let folder = format!("{inner}/");
        let mut old: Vec<&String> =
            self.made_before.iter().filter(|file| *file == inner || file.starts_with(&folder)).collect();
        old.sort_unstable();
        for file in old {
            self.remove(file)?;
        }
        if target.exists() { Err(DiskError::Foreign(target.to_owned())) } else { Ok(()) }
    }

    /// Removes a file that an earlier build made, and the folders that are empty without it.
    fn remove(&self, file: &str) -> Result<(), DiskError> {
        let path = self.root.join(file);
        match fs::remove_file(&path) {
            Ok(()) => {}
            // Gone already, or a folder of the new site stands in its place.
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory
                ) => {}
            Err(error) => return Err(DiskError::Io { path, source: error }),
        }
        let mut folder = path.parent();
        while let Some(path) = folder.filter(|path| *path != self.root) {
            if fs::remove_dir(path).is_err() {
                break;
            }
            folder = path.parent();
        }
        Ok(())
    }

    fn write_manifest(&self, files: &[&str]) -> Result<(), DiskError> {
        let mut text = files.join("\n");
        text.push('\n');
        let staged = self.stage.join(MANIFEST);
        let target = self.root.join(MANIFEST);
        fs::write(&staged, text).map_err(DiskError::at(&staged))?;
        fs::rename(&staged, &target).map_err(DiskError::at(&target))
    }
}

/// Makes `folder` and those above it up to `top`, which is there.
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
    match fs::remove_dir_all(path) {
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
