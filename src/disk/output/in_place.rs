//! Replacing a site file by file.
//!
//! Each file is replaced in one step, and at no moment does a page lead to what is not there yet: first comes what pages
//! name and nothing named before (files with a hash in their name, scans), then new pages, then data whose address stays, then
//! pages that were there, last the manifest; what is gone goes at the end.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::{Names, Output, create_folders_above, remove_tree};
use crate::disk::DiskError;
use crate::manifest;

/// Moves what was staged into place and removes what is gone.
pub(super) fn replace(output: &Output, names: &Names<'_>) -> Result<(), DiskError> {
    let mut both: Vec<&str> =
        names.all.iter().copied().chain(output.made_before.iter().map(String::as_str)).collect();
    both.sort_unstable();
    both.dedup();
    output.control.write_made(&both)?;
    let mut staged: Vec<&str> = names.staged.iter().map(String::as_str).collect();
    staged.sort_by_cached_key(|file| (rank(output, file), (*file).to_owned()));
    for file in staged {
        let place = output.root.join(file);
        clear_way(output, names, file)?;
        create_folders_above(&place, &output.root)?;
        fs::rename(output.control.staged(file), &place).map_err(DiskError::at(&place))?;
    }
    for file in &names.obsolete {
        remove(output, file)?;
    }
    output.control.forget_made()?;
    remove_tree(&output.control.before())
}

/// When a file is moved, lower first.
fn rank(output: &Output, file: &str) -> u8 {
    let is_page = Path::new(file.strip_suffix(".gz").or(file.strip_suffix(".br")).unwrap_or(file))
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("html"));
    let is_new = !output.is_ours(file);
    match (file == manifest::FILE, is_page, is_new) {
        (true, ..) => 4,
        (_, false, true) => 0,
        (_, true, true) => 1,
        (_, false, false) => 2,
        (_, true, false) => 3,
    }
}

/// Makes way where a file becomes a folder or a folder a file; only for what an earlier build made.
fn clear_way(output: &Output, names: &Names<'_>, file: &str) -> Result<(), DiskError> {
    for (slash, _) in file.match_indices('/') {
        let above = &file[..slash];
        let path = output.root.join(above);
        if fs::symlink_metadata(&path).is_ok_and(|above| above.is_file()) {
            if !output.is_ours(above) {
                return Err(DiskError::Foreign(path));
            }
            remove(output, above)?;
        }
    }
    let place = output.root.join(file);
    if fs::symlink_metadata(&place).is_ok_and(|place| place.is_dir()) {
        let folder = format!("{file}/");
        for old in names.obsolete.iter().filter(|old| old.starts_with(&folder)) {
            remove(output, old)?;
        }
        if place.exists() {
            return Err(DiskError::Foreign(place));
        }
    }
    Ok(())
}

/// Removes a file that an earlier build made, and the folders that are empty without it.
fn remove(output: &Output, file: &str) -> Result<(), DiskError> {
    let path = output.root.join(file);
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
    while let Some(path) = folder.filter(|path| *path != output.root) {
        match fs::remove_dir(path) {
            Ok(()) => {}
            // A build that was cut off has come as far.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(_) => break,
        }
        folder = path.parent();
    }
    Ok(())
}
