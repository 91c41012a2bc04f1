//! A file of the index.

use std::io::Write as _;

use flate2::{Compression, GzBuilder};
use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

/// A file of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name: a hash of its bytes and `.bin`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// Its name without what all names end with.
    pub(super) fn stem(&self) -> &str {
        stem(&self.name)
    }

    /// A value as compressed JSON.
    pub(super) fn json(value: &(impl Serialize + ?Sized)) -> Self {
        compressed(&serde_json::to_vec(value).unwrap_or_default())
    }
}

/// The name of a file without what all names end with.
pub(super) fn stem(name: &str) -> &str {
    name.strip_suffix(".bin").unwrap_or(name)
}

/// Bytes as a compressed file. The same bytes give the same file: no time and no system is noted in it.
pub(super) fn compressed(bytes: &[u8]) -> File {
    let mut encoder = GzBuilder::new().write(Vec::with_capacity(bytes.len() / 2), Compression::new(6));
    // Writing into memory does not fail.
    let _ = encoder.write_all(bytes);
    let bytes = encoder.finish().unwrap_or_default();
    let name = format!("{:010x}.bin", xxh3_64(&bytes) >> 24);
    File { name, bytes }
}
