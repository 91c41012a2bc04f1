//! Looks before anything of the site is touched: whether what is to be written can be. A site half replaced is worse than an
//! old one.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use super::{Names, Output};
use crate::disk::DiskError;

/// Tells the first folder that a file would be moved into or removed from and that may not be written to, and the first file
/// of others that stands in the way.
pub(super) fn look(output: &Output, names: &Names<'_>) -> Result<(), DiskError> {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut staged: Vec<&str> = names.staged.iter().map(String::as_str).collect();
    staged.sort_unstable();
    for file in staged {
        look_above(output, file, &mut seen)?;
        let place = output.root.join(file);
        let is_folder = fs::symlink_metadata(&place).is_ok_and(|place| place.is_dir());
        if is_folder && holds_foreign(output, file)? {
            return Err(DiskError::Foreign(place));
        }
    }
    names.obsolete.iter().try_for_each(|file| look_above(output, file, &mut seen))
}

/// Looks at the folders above a file, as far as they are there, but for the top one.
fn look_above<'a>(output: &Output, file: &'a str, seen: &mut HashSet<&'a str>) -> Result<(), DiskError> {
    for (slash, _) in file.match_indices('/') {
        let folder = &file[..slash];
        if !seen.insert(folder) {
            continue;
        }
        let path = output.root.join(folder);
        match fs::symlink_metadata(&path) {
            Ok(there) if there.is_dir() && !is_writable(&path) => return Err(DiskError::Unwritable(path)),
            Ok(there) if there.is_file() && !output.is_ours(folder) => return Err(DiskError::Foreign(path)),
            _ => {}
        }
    }
    Ok(())
}

/// Whether anything in a folder was made by others.
pub(super) fn holds_foreign(output: &Output, folder: &str) -> Result<bool, DiskError> {
    let path = output.root.join(folder);
    for entry in fs::read_dir(&path).map_err(DiskError::at(&path))? {
        let entry = entry.map_err(DiskError::at(&path))?;
        // Our own names are letters, digits and signs.
        let Some(name) = entry.file_name().to_str().map(|name| format!("{folder}/{name}")) else {
            return Ok(true);
        };
        let is_folder = entry.file_type().map_err(DiskError::at(entry.path()))?.is_dir();
        if if is_folder { holds_foreign(output, &name)? } else { !output.is_ours(&name) } {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether files can be put into a folder and taken out of it.
#[cfg(target_os = "linux")]
pub(super) fn is_writable(folder: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

/// Whether files can be put into a folder and taken out of it: elsewhere that is tried.
#[cfg(not(target_os = "linux"))]
pub(super) fn is_writable(folder: &Path) -> bool {
    let probe = folder.join(".congbao-probe");
    fs::write(&probe, "").and_then(|()| fs::remove_file(&probe)).is_ok()
}

/// Lets the owner write to a folder and all folders in it. What cannot be changed is told by what is done next.
pub(super) fn open_up(folder: &Path) {
    allow_owner(folder);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|sort| sort.is_dir()) {
            open_up(&entry.path());
        }
    }
}

/// Lets the owner of a folder write to it.
#[cfg(unix)]
pub(super) fn allow_owner(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    if let Ok(found) = fs::metadata(folder) {
        let mut permissions = found.permissions();
        permissions.set_mode(permissions.mode() | 0o700);
        let _ = fs::set_permissions(folder, permissions);
    }
}

/// Elsewhere no folder is made that its owner may not write to.
#[cfg(not(unix))]
pub(super) fn allow_owner(_: &Path) {}
