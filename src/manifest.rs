//! The list of all files of a site with their sums, published with the site: `manifest.json`.
//!
//! Whoever has a copy can tell with it whether the copy is whole, and a build knows by it which files are its own. The
//! same inputs give the same bytes on any machine: nothing in it depends on time, folders or threads. It does not list
//! itself.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserializer, Unexpected, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The name of the file, in the folder of the site.
pub const FILE: &str = "manifest.json";

/// The version of the format: readers must refuse others.
pub const FORMAT: u32 = 1;

/// A SHA-256 sum (FIPS 180-4). In texts it is written as 64 hexadecimal digits, else as its 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

const HEXADECIMAL: &[u8; 16] = b"0123456789abcdef";

impl Digest {
    /// The sum of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal digits.
    fn parse(text: &str) -> Option<Self> {
        let mut sum = [0; 32];
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
        if pairs.len() != sum.len() {
            return None;
        }
        for (byte, [high, low]) in sum.iter_mut().zip(pairs) {
            let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Some(Self(sum))
    }

    /// Writes 64 hexadecimal digits into a buffer.
    fn write(self, buffer: &mut [u8; 64]) -> &str {
        for (pair, byte) in buffer.as_chunks_mut::<2>().0.iter_mut().zip(self.0) {
            *pair = [byte >> 4, byte & 15].map(|digit| HEXADECIMAL[usize::from(digit)]);
        }
        str::from_utf8(buffer).unwrap_or_default()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.write(&mut [0; 64]))
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(self.write(&mut [0; 64]))
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Digits)
        } else {
            <[u8; 32]>::deserialize(deserializer).map(Self)
        }
    }
}

/// Reads a sum in a text.
struct Digits;

impl Visitor<'_> for Digits {
    type Value = Digest;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a sum of 64 hexadecimal digits")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Digest, E> {
        Digest::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// What is known of one file of the site.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Entry {
    /// The sum of its bytes.
    pub sha256: Digest,
    /// Their number.
    pub bytes: u64,
    /// For the page of an old address: the address on the host that a host may send readers to at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect: Option<String>,
    /// For a page that says that something is gone: the status that a host may answer with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
}

impl Entry {
    /// What is known of a file with these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { sha256: Digest::of(bytes), bytes: bytes.len() as u64, redirect: None, status: None }
    }
}

/// What went into a site, as one sum: that of the list that `sha256sum` would print of all texts, files of the theme and
/// published files of the portal, sorted by path.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct InputsSum {
    /// The number of files.
    pub files: usize,
    /// The sum.
    pub sha256: Digest,
}

impl InputsSum {
    /// The sum of a list of paths with their sums.
    #[must_use]
    pub fn of(files: &BTreeMap<String, Digest>) -> Self {
        let mut list = String::new();
        for (path, sum) in files {
            list.push_str(&format!("{sum}  {path}\n"));
        }
        Self { files: files.len(), sha256: Digest::of(list.as_bytes()) }
    }
}

/// The list of all files of a site.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Manifest {
    /// The version of this format: [`FORMAT`].
    pub format: u32,
    /// What made the site: `congbao 0.1.0`.
    pub generator: String,
    /// Where the site is published.
    pub base_url: String,
    /// The day for which validity was computed, `2026-01-31`.
    pub day: String,
    /// What it was made from.
    pub inputs: InputsSum,
    /// Its files by path within the site, without the manifest.
    pub files: BTreeMap<String, Entry>,
}

/// Why a file is no manifest.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// It is no JSON, or lacks something.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// It is of another version of congbao.
    #[error("its format is {0}, this version of congbao knows {FORMAT}")]
    Format(u32),
    /// It names a file outside of the site.
    #[error("`{0}` is no path within a site")]
    Path(String),
}

impl Manifest {
    /// Reads a manifest. `Err` where it is none, or names files outside of its site.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        let manifest: Self = serde_json::from_slice(bytes)?;
        if manifest.format != FORMAT {
            return Err(ManifestError::Format(manifest.format));
        }
        match manifest.files.keys().find(|path| !is_inner(path)) {
            Some(path) => Err(ManifestError::Path(path.clone())),
            None => Ok(manifest),
        }
    }

    /// The bytes of the file: JSON with a line for each file, so that two of them can be compared by eye.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ManifestError> {
        let mut text = String::with_capacity(200 + self.files.len() * 160);
        text.push_str(&format!("{{\n\"format\": {},\n", self.format));
        for (name, value) in
            [("generator", &self.generator), ("base_url", &self.base_url), ("day", &self.day)]
        {
            text.push_str(&format!("\"{name}\": {},\n", serde_json::to_string(value)?));
        }
        text.push_str(&format!("\"inputs\": {},\n\"files\": {{", serde_json::to_string(&self.inputs)?));
        for (at, (path, entry)) in self.files.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            text.push_str(&format!(
                "{comma}\n{}: {}",
                serde_json::to_string(path)?,
                serde_json::to_string(entry)?
            ));
        }
        text.push_str("\n}\n}\n");
        Ok(text.into_bytes())
    }
}

/// Whether a path stays in its folder.
fn is_inner(path: &str) -> bool {
    let is_plain = |segment: &str| !segment.is_empty() && segment != "." && segment != "..";
    path.split('/').all(is_plain) && !path.contains(['\\', '\0'])
}

/// How a copy of a site differs from its manifest, each list sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Files that are not there.
    pub missing: Vec<String>,
    /// Files with other bytes.
    pub changed: Vec<String>,
    /// Files that the manifest does not know.
    pub extra: Vec<String>,
}

impl Differences {
    /// Compares what was found with what should be.
    #[must_use]
    pub fn between(manifest: &Manifest, found: &BTreeMap<String, Digest>) -> Self {
        let mut differences = Self::default();
        for (path, entry) in &manifest.files {
            match found.get(path) {
                Some(sum) if *sum == entry.sha256 => {}
                Some(_) => differences.changed.push(path.clone()),
                None => differences.missing.push(path.clone()),
            }
        }
        let is_extra = |path: &&String| !manifest.files.contains_key(*path) && *path != FILE;
        differences.extra = found.keys().filter(is_extra).cloned().collect();
        differences
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(files: &[(&str, &[u8])]) -> Manifest {
        Manifest {
            format: FORMAT,
            generator: "congbao 0".to_owned(),
            base_url: "https://thu.example/\"".to_owned(),
            day: "2026-01-31".to_owned(),
            inputs: InputsSum::of(&BTreeMap::new()),
            files: files.iter().map(|(path, bytes)| ((*path).to_owned(), Entry::of(bytes))).collect(),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for files in [&[][..], &[("a \"b\".html", &b"x"[..]), ("c/d.html", b"")]] {
            let mut made = manifest(files);
            for entry in made.files.values_mut() {
                entry.redirect = Some("/x/".to_owned());
            }
            assert_eq!(Manifest::parse(&made.to_bytes().unwrap()).unwrap(), made);
        }
    }

    #[test]
    fn sums_are_those_of_the_standard() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Digest::of(b"").to_string(), empty);
        assert_eq!(Digest::parse(&empty.to_uppercase()), Some(Digest::of(b"")));
        for bad in ["", "e3", &empty.replace('e', "g"), &format!("{}é", &empty[..62])] {
            assert!(Digest::parse(bad).is_none(), "{bad}");
        }
        let files = BTreeMap::from([("b".to_owned(), Digest::of(b"")), ("a".to_owned(), Digest::of(b""))]);
        let list = format!("{empty}  a\n{empty}  b\n");
        assert_eq!(InputsSum::of(&files), InputsSum { files: 2, sha256: Digest::of(list.as_bytes()) });
    }

    #[test]
    fn what_is_no_manifest_is_refused() {
        let good = String::from_utf8(manifest(&[("a.html", b"x")]).to_bytes().unwrap()).unwrap();
        for (from, to) in
            [("a.html", "../a"), ("a.html", "/etc/x"), ("\"format\": 1", "\"format\": 2"), ("{", "")]
        {
            assert!(Manifest::parse(good.replacen(from, to, 1).as_bytes()).is_err(), "{to}");
        }
    }

    #[test]
    fn differences_are_named() {
        let wanted = manifest(&[("a", b"1"), ("b", b"2"), ("c", b"3")]);
        let found = [("a", &b"1"[..]), ("b", b"x"), ("d", b"4"), (FILE, b"{}")];
        let found = found.iter().map(|(path, bytes)| ((*path).to_owned(), Digest::of(bytes))).collect();
        let differences = Differences::between(&wanted, &found);
        assert_eq!(
            (differences.missing, differences.changed, differences.extra),
            (vec!["c".to_owned()], vec!["b".to_owned()], vec!["d".to_owned()])
        );
    }
}
