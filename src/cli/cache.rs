//! What `build` keeps beside the output folder for the next one.

use std::fs::File;
use std::io;
use std::path::Path;

use congbao::build::{Kept, KeptSheets, NextSite};
use congbao::disk::{Cache, DiskError, Output};
use xxhash_rust::xxh3::Xxh3;

/// A hash of the program itself: what another one has kept may be of another form. `None` where it cannot be read.
pub(super) fn program() -> Option<u64> {
    let mut file = File::open(std::env::current_exe().ok()?).ok()?;
    let mut hash = Xxh3::new();
    io::copy(&mut file, &mut hash).ok()?;
    Some(hash.digest())
}

/// What the build before has kept beside the output folder.
pub(super) fn read(program: u64, output: &Path) -> Option<Kept> {
    let cache = Cache::beside(output)?;
    Kept::read(program, |name, buffer| cache.read(name, buffer))
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
