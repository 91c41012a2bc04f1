//! Replacing a site as a whole: the folder of the new one and that of the old one are exchanged in one step
//! (`renameat2` with `RENAME_EXCHANGE`).

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, DirEntry, File};
use std::io::{self, ErrorKind};
use std::os::unix::fs::DirEntryExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rustix::fs::{CWD, RenameFlags, renameat_with, syncfs};
use rustix::io::Errno;

use super::alike::{Alike, Folder, Mark};
use super::look::{allow_owner, holds_foreign, is_writable};
use super::{Names, Output, Replaced, remove_tree};
use crate::disk::DiskError;

/// Makes the new site whole beside the old one and exchanges the two. Where that cannot be, the old site has not been
/// touched, and what was staged lies in `Control::new_files` or, if moved already, in `Control::before`.
pub(super) fn swap(output: &Output, names: &Names<'_>) -> Result<Replaced, DiskError> {
    let mirror = Mirror::new(output, names);
    match mirror.fill().and_then(|folders| Ok((folders, mirror.exchange()?))) {
        Ok((folders, exchanged)) => {
            mirror.bring_after(&folders)?;
            mirror.alike(folders, exchanged, |[old, new]| [new, old]).keep(output);
            Ok(Replaced::Yes)
        }
        Err(Failed::CannotBe) => Ok(Replaced::NotYet),
        Err(Failed::Disk(error)) => Err(error),
    }
}

/// Makes ready for the next exchange where there is no site before the last: links to all that is in place. Where that
/// cannot be, the next exchange has to do it.
pub(super) fn prepare(output: &Output, files: &[&str]) {
    let to = output.control.before();
    // An empty one is what stood where the first site stands now.
    let _ = fs::remove_dir(&to);
    if fs::create_dir(&to).is_err() {
        return;
    }
    let (all, staged) = (files.iter().copied().collect(), HashSet::new());
    let names = Names { all, staged: &staged, obsolete: Vec::new() };
    let mirror = Mirror::new(output, &names);
    let mut seen = Vec::new();
    match mirror.fill_folder("", &mut seen) {
        Ok(_) => mirror.alike(seen, SystemTime::now(), |marks| marks).keep(output),
        Err(_) => drop(remove_tree(&to)),
    }
}

/// Why there was no exchange.
enum Failed {
    /// This disk or system has no such step.
    CannotBe,
    /// The disk refused.
    Disk(DiskError),
}

impl From<DiskError> for Failed {
    fn from(error: DiskError) -> Self {
        Self::Disk(error)
    }
}

/// The old site and the folder that becomes the new one.
struct Mirror<'a> {
    output: &'a Output,
    names: &'a Names<'a>,
    /// Folders that hold files of the new site.
    folders: HashSet<&'a str>,
    /// Folders that hold files which are new, differ or are no more.
    touched: HashSet<&'a str>,
    /// The site before the last, which becomes the new one.
    to: PathBuf,
    /// What is known to be the same in both.
    alike: Alike,
    /// When its making began.
    start: SystemTime,
}

/// A folder of the old site, as it was looked at.
struct Seen {
    inner: String,
    /// When something was last added to it or removed from it.
    modified: SystemTime,
    /// What it holds, where its twin holds the same now.
    twin: Option<Folder>,
}

/// What a folder holds, by name.
type Entries = BTreeMap<String, DirEntry>;

impl<'a> Mirror<'a> {
    fn new(output: &'a Output, names: &'a Names<'a>) -> Self {
        let changed = names.staged.iter().map(String::as_str).chain(names.obsolete.iter().copied());
        Self {
            output,
            names,
            folders: names.all.iter().copied().flat_map(folders_above).collect(),
            touched: changed.flat_map(folders_above).chain([""]).collect(),
            to: output.control.before(),
            alike: Alike::kept(output),
            start: SystemTime::now(),
        }
    }

    /// What is known to be the same in both sites, if others could put something into the new one from `open` on; the marks
    /// of the site in place are the first of the `placed` ones.
    fn alike(&self, seen: Vec<Seen>, open: SystemTime, placed: impl Fn([Mark; 2]) -> [Mark; 2]) -> Alike {
        let untouched = seen.into_iter().filter(|folder| !self.touched.contains(folder.inner.as_str()));
        let twins = untouched.filter_map(|Seen { inner, twin, .. }| Some((inner, twin?)));
        let left_alone = twins.filter(|(_, Folder { marks: [_, new], .. })| new.left_alone(open).is_some());
        left_alone.map(|(inner, twin)| (inner, Folder { marks: placed(twin.marks), ..twin })).collect()
    }

    /// Makes the new site: hard links to what stays, and the files that were staged.
    fn fill(&self) -> Result<Vec<Seen>, Failed> {
        let mut seen = Vec::new();
        if self.output.is_fresh {
            remove_tree(&self.to)?;
            fs::rename(self.output.control.new_files(), &self.to).map_err(DiskError::at(&self.to))?;
        } else if !self.to.exists() {
            fs::create_dir(&self.to).map_err(DiskError::at(&self.to))?;
        }
        self.fill_folder("", &mut seen)?;
        self.move_staged()?;
        copy_permissions(&self.output.root, &self.to)?;
        Ok(seen)
    }

    /// Makes a folder hold what stays of the old site's, and nothing else. Whether anything is in it.
    fn fill_folder(&self, inner: &str, seen: &mut Vec<Seen>) -> Result<bool, Failed> {
        let from = self.output.root.join(inner);
        let to = self.to.join(inner);
        let old = fs::metadata(&from).map_err(DiskError::at(&from))?;
        let mark = || fs::metadata(&to).ok().as_ref().map(Mark::of);
        let (of_old, of_new) = (Mark::of(&old), mark());
        let at = seen.len();
        let modified = old.modified().map_err(DiskError::at(&from))?;
        seen.push(Seen { inner: inner.to_owned(), modified, twin: None });
        let is_touched = self.touched.contains(inner);
        let known = self.alike.folder(inner, [Some(of_old), of_new]).filter(|_| !is_touched);
        let is_known = known.is_some();
        let (mut holds, folders) = match known {
            Some(known) => (known.has_files, known.folders.clone()),
            None => self.fill_listed(inner)?,
        };
        let has_files = holds;
        let mut is_alike = true;
        for name in &folders {
            let path = joined(inner, name);
            if self.fill_folder(&path, seen)? {
                holds = true;
            } else {
                let target = self.to.join(&path);
                fs::remove_dir(&target).map_err(DiskError::at(&target))?;
                is_alike = false;
            }
        }
        // Folders of others stay as they are; only now, since this one may be closed even to its owner.
        if !is_known && !inner.is_empty() && !self.folders.contains(inner) {
            copy_permissions(&from, &to)?;
        }
        // Until the exchange nobody else puts anything into the new one.
        let of_new = if is_known { of_new } else { mark() };
        if is_alike
            && let (Some(of_old), Some(of_new), Some(seen)) =
                (of_old.left_alone(self.start), of_new, seen.get_mut(at))
        {
            seen.twin = Some(Folder { marks: [of_old, of_new], has_files, folders });
        }
        Ok(holds)
    }

    /// As [`Mirror::fill_folder`], but for what is in the folders within: whether there is anything else, and the names of
    /// those, which are all there.
    fn fill_listed(&self, inner: &str) -> Result<(bool, Vec<String>), Failed> {
        let from = self.output.root.join(inner);
        let to = self.to.join(inner);
        // What it was made after may have been closed.
        if !is_writable(&to) {
            allow_owner(&to);
        }
        let (old, mut there) = (entries(&from)?, entries(&to)?);
        let was_empty = old.is_empty();
        let mut holds = was_empty && !inner.is_empty();
        let mut folders = Vec::new();
        for (name, entry) in old {
            let path = joined(inner, &name);
            let target = to.join(&name);
            let twin = there.remove(&name);
            let is_folder = entry.file_type().map_err(DiskError::at(entry.path()))?.is_dir();
            if !self.stays(&path, is_folder)? {
                if let Some(twin) = twin {
                    remove(&twin)?;
                }
                continue;
            }
            if is_folder {
                make_folder(&target, twin.as_ref())?;
                folders.push(name);
            } else {
                make_link(&entry, &target, twin.as_ref())?;
                holds = true;
            }
        }
        // What was staged for an empty folder is there already.
        for twin in there.values().filter(|_| !self.output.is_fresh) {
            remove(twin)?;
        }
        Ok((holds, folders))
    }

    /// Whether something of the old site is part of the new one: what has not changed, and what no build has made.
    fn stays(&self, path: &str, is_folder: bool) -> Result<bool, DiskError> {
        let is_wanted = self.names.all.contains(path);
        let foreign = || DiskError::Foreign(self.output.root.join(path));
        if is_folder {
            // A folder in the way of a file may hold only what an earlier build made.
            if is_wanted && holds_foreign(self.output, path)? { Err(foreign()) } else { Ok(!is_wanted) }
        } else if is_wanted {
            Ok(!self.names.staged.contains(path))
        } else if self.output.is_ours(path) {
            Ok(false)
        } else if self.folders.contains(path) {
            Err(foreign())
        } else {
            Ok(true)
        }
    }

    /// Moves the staged files into the new site, if they are not there as a whole.
    fn move_staged(&self) -> Result<(), DiskError> {
        if self.output.is_fresh {
            return Ok(());
        }
        let mut staged: Vec<&String> = self.names.staged.iter().collect();
        staged.sort_unstable();
        for file in staged {
            let place = self.to.join(file);
            super::create_folders_above(&place, &self.to)?;
            let new = self.output.control.new_files().join(file);
            fs::rename(&new, &place).map_err(DiskError::at(&place))?;
        }
        Ok(())
    }

    /// The step itself. What was written is on the disk before: a machine that loses its power has one site or the other.
    /// When it was made.
    fn exchange(&self) -> Result<SystemTime, Failed> {
        if !self.output.is_fresh {
            let folder = File::open(&self.to).map_err(DiskError::at(&self.to))?;
            syncfs(&folder).map_err(|error| DiskError::Io { path: self.to.clone(), source: error.into() })?;
        }
        let now = SystemTime::now();
        match renameat_with(CWD, &self.to, CWD, &self.output.root, RenameFlags::EXCHANGE) {
            Ok(()) => Ok(now),
            Err(
                Errno::NOSYS
                | Errno::INVAL
                | Errno::OPNOTSUPP
                | Errno::XDEV
                | Errno::BUSY
                | Errno::PERM
                | Errno::ACCESS,
            ) => Err(Failed::CannotBe),
            Err(error) => Err(DiskError::Io { path: self.output.root.clone(), source: error.into() }.into()),
        }
    }

    /// Brings files after that others put into the old site while the new one was made.
    fn bring_after(&self, folders: &[Seen]) -> Result<(), DiskError> {
        for Seen { inner, modified, .. } in folders {
            let old = self.to.join(inner);
            if fs::metadata(&old).and_then(|folder| folder.modified()).is_ok_and(|now| now == *modified) {
                continue;
            }
            for (name, entry) in entries(&old)? {
                let path = joined(inner, &name);
                let place = self.output.root.join(&path);
                let folder = format!("{path}/");
                let is_old = self.output.is_ours(&path)
                    || self.output.made_before.iter().any(|file| file.starts_with(&folder));
                let is_free =
                    fs::symlink_metadata(&place).is_err() && place.parent().is_some_and(Path::exists);
                if is_free && !is_old {
                    fs::rename(entry.path(), &place).map_err(DiskError::at(&place))?;
                }
            }
        }
        Ok(())
    }
}

/// The folders that a file lies in, but for the one of the site.
fn folders_above(file: &str) -> impl Iterator<Item = &str> {
    file.match_indices('/').map(|(slash, _)| &file[..slash])
}

fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// What lies in a folder; nothing where there is none.
fn entries(folder: &Path) -> Result<Entries, DiskError> {
    let listed = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Entries::new()),
        listed => listed.map_err(DiskError::at(folder))?,
    };
    listed
        .map(|entry| {
            let entry = entry.map_err(DiskError::at(folder))?;
            let name = entry.file_name().into_string();
            // Our own names are letters, digits and signs; a name of another that is no text cannot be told apart.
            let name = name.map_err(|_| DiskError::Foreign(entry.path()))?;
            Ok((name, entry))
        })
        .collect()
}

/// Makes a folder where `twin` stands.
fn make_folder(target: &Path, twin: Option<&DirEntry>) -> Result<(), DiskError> {
    if let Some(twin) = twin {
        if twin.file_type().map_err(DiskError::at(target))?.is_dir() {
            return Ok(());
        }
        remove(twin)?;
    }
    fs::create_dir(target).map_err(DiskError::at(target))
}

fn copy_permissions(from: &Path, to: &Path) -> Result<(), DiskError> {
    let permissions = |path: &Path| fs::metadata(path).map(|found| found.permissions());
    let wanted = permissions(from).map_err(DiskError::at(from))?;
    if permissions(to).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    fs::set_permissions(to, wanted).map_err(DiskError::at(to))
}

/// Makes a hard link where `twin` stands; nothing where that is the same file already.
fn make_link(entry: &DirEntry, target: &Path, twin: Option<&DirEntry>) -> Result<(), Failed> {
    if let Some(twin) = twin {
        if twin.ino() == entry.ino() {
            return Ok(());
        }
        remove(twin)?;
    }
    fs::hard_link(entry.path(), target).map_err(|error| refused(target, error))
}

/// A link that could not be made: no such thing here, or a fault.
fn refused(target: &Path, error: io::Error) -> Failed {
    let cannot_be = [Errno::PERM, Errno::XDEV, Errno::MLINK, Errno::OPNOTSUPP, Errno::NOSYS, Errno::ACCESS];
    if cannot_be.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error())) {
        Failed::CannotBe
    } else {
        Failed::Disk(DiskError::Io { path: target.to_owned(), source: error })
    }
}

/// Removes what stands in the folder that becomes the new site. Files there are links: those of the old site stay.
fn remove(entry: &DirEntry) -> Result<(), DiskError> {
    let path = entry.path();
    if entry.file_type().map_err(DiskError::at(&path))?.is_dir() {
        return remove_tree(&path);
    }
    fs::remove_file(&path).map_err(DiskError::at(&path))
}
