//! The folder beside the output that builds work in: `.congbao-public` for `public`.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::cache::FOLDER;
use super::remove_tree;
use crate::disk::DiskError;

/// Keeps two builds apart.
const LOCK: &str = "lock";
/// Holds the new files until the site is whole.
const NEW: &str = "new";
/// The site before the last.
const BEFORE: &str = "before";
/// While files are moved one by one: all that the old site and the new one have, one a line.
const MADE: &str = "made";
/// Keeps all of this out of version control.
const IGNORE: &str = ".gitignore";

/// What versions before the first release left in the output folder.
const OLD_LIST: &str = ".congbao-files";
const OLD_STAGE: &str = ".congbao-stage";
const OLD_LOCK: &str = ".congbao-lock";

/// A folder that a build works in, held until the value is gone.
#[derive(Debug)]
pub(super) struct Control {
    folder: PathBuf,
    output: PathBuf,
    is_beside: bool,
    // Held until the end; the system frees it when the process ends in whatever way.
    lock: File,
}

impl Control {
    /// Opens the folder for the output at `output`: beside it, or inside where that cannot be or is another disk.
    pub(super) fn open(output: &Path) -> Result<Self, DiskError> {
        let (folder, is_beside) = match beside(output) {
            Some(folder) => (folder, true),
            None => (output.join(".congbao"), false),
        };
        make_private(&folder).map_err(DiskError::at(&folder))?;
        let lock = lock(&folder, output)?;
        fs::write(folder.join(IGNORE), "*\n").map_err(DiskError::at(folder.join(IGNORE)))?;
        let control = Self { folder, output: output.to_owned(), is_beside, lock };
        remove_tree(&control.new_files())?;
        remove_tree(&output.join(OLD_STAGE))?;
        fs::create_dir(control.new_files()).map_err(DiskError::at(control.new_files()))?;
        Ok(control)
    }

    /// Whether it lies beside the output, on the same disk.
    pub(super) fn is_beside(&self) -> bool {
        self.is_beside
    }

    /// Where new files are staged.
    pub(super) fn new_files(&self) -> PathBuf {
        self.folder.join(NEW)
    }

    /// Where is kept what the next build can use; nowhere within the site.
    pub(super) fn cache(&self) -> Option<PathBuf> {
        self.is_beside.then(|| self.folder.join(FOLDER))
    }

    /// Where the site before the last lies, if there is one.
    pub(super) fn before(&self) -> PathBuf {
        self.folder.join(BEFORE)
    }

    /// Where a staged file lies: among the new files, or in the new site if that was made and could not be put in place.
    pub(super) fn staged(&self, file: &str) -> PathBuf {
        let new = self.new_files().join(file);
        if new.exists() { new } else { self.before().join(file) }
    }

    /// The files that a build which was cut off may have moved, and those of versions that kept another list.
    pub(super) fn made(&self) -> HashSet<String> {
        let lists = [self.folder.join(MADE), self.output.join(OLD_LIST)];
        let mut made: HashSet<String> = lists
            .iter()
            .filter_map(|list| fs::read_to_string(list).ok())
            .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let old = [OLD_LIST, OLD_LOCK].into_iter().filter(|file| self.output.join(file).exists());
        made.extend(old.map(str::to_owned));
        made
    }

    /// Names files before they are moved: a build that is cut off then knows its files again.
    pub(super) fn write_made(&self, files: &[&str]) -> Result<(), DiskError> {
        let (staged, place) = (self.folder.join("made.new"), self.folder.join(MADE));
        fs::write(&staged, files.join("\n")).map_err(DiskError::at(&staged))?;
        fs::rename(&staged, &place).map_err(DiskError::at(&place))
    }

    /// All has been moved: the list in the site itself is the right one again.
    pub(super) fn forget_made(&self) -> Result<(), DiskError> {
        match fs::remove_file(self.folder.join(MADE)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(DiskError::Io { path: self.folder.join(MADE), source: error })
            }
            _ => Ok(()),
        }
    }

    /// Removes what only this build needed; the whole folder where nothing is left in it that the next can use.
    pub(super) fn close(self) -> Result<(), DiskError> {
        remove_tree(&self.new_files())?;
        let is_kept = [BEFORE, MADE, FOLDER].iter().any(|name| self.folder.join(name).exists());
        if !is_kept {
            remove_tree(&self.folder)?;
        }
        drop(self.lock);
        Ok(())
    }
}

/// The folder beside the output, if it can be made there on the same disk.
fn beside(output: &Path) -> Option<PathBuf> {
    let folder = name_beside(output)?;
    (is_same_disk(output.parent()?, output) && make_private(&folder).is_ok()).then_some(folder)
}

/// What the folder beside the output is called.
pub(super) fn name_beside(output: &Path) -> Option<PathBuf> {
    let (parent, name) = (output.parent()?, output.file_name()?.to_str()?);
    Some(parent.join(format!(".congbao-{name}")))
}

#[cfg(unix)]
fn is_same_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| fs::metadata(path).map(|metadata| metadata.dev()).ok();
    disk(one).is_some() && disk(one) == disk(other)
}

#[cfg(not(unix))]
fn is_same_disk(_: &Path, _: &Path) -> bool {
    true
}

/// Makes a folder that nobody else may look into: the site before the last may hold what has been withdrawn since.
fn make_private(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    let made = std::os::unix::fs::DirBuilderExt::mode(&mut fs::DirBuilder::new(), 0o700).create(folder);
    #[cfg(not(unix))]
    let made = fs::create_dir(folder);
    match made {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => {
            // One that another user made cannot be written to.
            let probe = folder.join(LOCK);
            File::options().create(true).truncate(false).write(true).open(probe).map(drop)
        }
        made => made,
    }
}

/// Locks the folder for this process.
fn lock(folder: &Path, output: &Path) -> Result<File, DiskError> {
    let path = folder.join(LOCK);
    let busy = || DiskError::Busy(output.to_owned());
    let lock = File::options().create(true).truncate(false).write(true).open(&path);
    let lock = match lock {
        // A build that ends in this moment takes its folder with it.
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(busy()),
        lock => lock.map_err(DiskError::at(&path))?,
    };
    // Some file systems cannot lock: the build goes on without.
    if matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock)) || !is_at(&lock, &path) {
        return Err(busy());
    }
    Ok(lock)
}

/// Whether an open file is still the one at its path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (file, path) = (file.metadata(), fs::metadata(path));
    matches!((file, path), (Ok(file), Ok(path)) if (file.dev(), file.ino()) == (path.dev(), path.ino()))
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}
