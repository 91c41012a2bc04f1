//! What `build` keeps beside the output folder for the next one.

use std::path::Path;

use congbao::build::{Kept, KeptSheets, NextSite};
use congbao::disk::{Cache, DiskError, Output};
use xxhash_rust::xxh3::xxh3_64;

/// A hash of the program itself: what another one has kept may be of another form. `None` where it cannot be read.
pub(super) fn program() -> Option<u64> {
    let path = std::env::current_exe().ok()?;
    std::fs::read(path).ok().map(|bytes| xxh3_64(&bytes))
}

/// What the build before has kept beside the output folder.
pub(super) fn read(program: u64, output: &Path) -> Option<Kept> {
    let cache = Cache::beside(output)?;
    Kept::read(program, |name| cache.read(name))
}

/// Keeps what the next build can use. It can do without: that something could not be kept is only told.
pub(super) fn keep(next: &NextSite<'_>, before: Option<&KeptSheets>, target: &Output, files: &[String]) {
    let kept = next.keep(before, |name, bytes| target.keep(name, bytes)).and_then(|()| {
        // The last is the manifest, which does not list itself.
        let files: Vec<&str> = files.iter().rev().skip(1).rev().map(String::as_str).collect();
        target.keep_stamps(next.manifest, &files)
    });
    if let Err(error) = kept {
        let forgotten: Result<(), DiskError> = target.forget_kept();
        let words = forgotten.err().map_or_else(String::new, |error| format!("; {error}"));
        eprintln!("the site is in place; what would make the next build quick was not kept: {error}{words}");
    }
}
