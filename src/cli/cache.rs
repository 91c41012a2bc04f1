//! What `build` keeps beside the output folder for the next one.

use std::fs::File;
use std::io::{self, Read as _};

use congbao::build::{GENERATOR, Kept, KeptShards, NextSite};
use congbao::disk::{Cache, DiskError, Output, Texts};
use xxhash_rust::xxh3::Xxh3;

/// How much of the program is looked at, in bytes.
const LOOKED_AT: u64 = 256 * 1024;

/// What tells the program from another one, which may keep things in another form: its version, length and time, and how it
/// begins. `None` where it cannot be read.
pub(super) fn program() -> Option<u64> {
    let file = File::open(std::env::current_exe().ok()?).ok()?;
    let about = file.metadata().ok()?;
    let mut hash = Xxh3::new();
    hash.update(format!("{GENERATOR} {} {:?}", about.len(), about.modified().ok()?).as_bytes());
    io::copy(&mut file.take(LOOKED_AT), &mut hash).ok()?;
    Some(hash.digest())
}

/// What the build before has kept beside the output folder.
pub(super) fn read(program: u64, cache: &Cache) -> Option<Kept> {
    Kept::read(program, |name, buffer| cache.read(name, buffer))
}

/// Keeps what the next build can use. It can do without: that something could not be kept is only told.
pub(super) fn keep(
    next: &NextSite<'_>,
    before: Option<&KeptShards>,
    texts: &Texts,
    target: &Output,
    files: &[String],
) {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let kept = next.keep(before, |name, bytes| target.keep(name, bytes)).and_then(|()| {
        target.keep_texts(texts)?;
        // The last is the manifest, which does not list itself.
        target.keep_stamps(next.manifest, files.split_last().map_or(&[], |(_, others)| others))
    });
    match kept {
        Ok(()) => target.prepare_next(&files),
        Err(error) => {
            let forgotten: Result<(), DiskError> = target.forget_kept();
            let words = forgotten.err().map_or_else(String::new, |error| format!("; {error}"));
            eprintln!(
                "the site is in place; what would make the next build quick was not kept: {error}{words}"
            );
        }
    }
}
