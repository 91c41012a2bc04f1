//! Reading a copy of a site to check it against its manifest.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::DiskError;
use crate::manifest::{self, Digest};

/// The largest manifest that is read, in bytes: that of a site of half a million files.
pub const LARGEST_MANIFEST: u64 = 64 * 1024 * 1024;

/// A copy of a site as it lies on a disk.
#[derive(Debug)]
pub struct Copy {
    /// The bytes of its manifest; `None` where it has none.
    pub manifest: Option<Vec<u8>>,
    /// The sums of its files by path; links and what else is no file have none and count as not there.
    pub files: BTreeMap<String, Digest>,
}

/// Reads all files of the folder at `root` but those of version control (`.git` and what begins so).
pub fn copy(root: &Path) -> Result<Copy, DiskError> {
    let root = root.canonicalize().map_err(DiskError::at(root))?;
    let is_site = |entry: &walkdir::DirEntry| {
        entry.depth() != 1 || !entry.file_name().to_string_lossy().starts_with(".git")
    };
    let mut paths = Vec::new();
    for entry in WalkDir::new(&root).into_iter().filter_entry(is_site) {
        let entry = entry.map_err(|error| DiskError::Io {
            path: error.path().unwrap_or(&root).to_owned(),
            source: error.into(),
        })?;
        let inner = entry.path().strip_prefix(&root).unwrap_or(entry.path());
        if entry.file_type().is_file() {
            paths.push((inner.to_string_lossy().replace('\\', "/"), entry.into_path()));
        }
    }
    let files: Result<BTreeMap<String, Digest>, DiskError> = paths
        .into_par_iter()
        .map(|(inner, path)| {
            let bytes = fs::read(&path).map_err(DiskError::at(&path))?;
            Ok((inner, Digest::of(&bytes)))
        })
        .collect();
    Ok(Copy { manifest: read_small(&root.join(manifest::FILE))?, files: files? })
}

/// The bytes of a file, up to the largest that a manifest has.
fn read_small(path: &Path) -> Result<Option<Vec<u8>>, DiskError> {
    let Ok(file) = File::open(path) else { return Ok(None) };
    let mut bytes = Vec::new();
    file.take(LARGEST_MANIFEST).read_to_end(&mut bytes).map_err(DiskError::at(path))?;
    Ok(Some(bytes))
}
