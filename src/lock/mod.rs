//! `congbao.lock.yaml`: every address that was published, and where provisions stood in it.
//!
//! A build adds to it after it has published; editors commit it with the content. Whatever stands in it must go on answering:
//! with its page, with a redirect, or with a page that says what was there. One line for each address, sorted, so that two
//! branches that add documents merge without a hand.

mod anchors;
pub(crate) mod problems;
mod published;

use std::collections::BTreeMap;

use crate::diag::{Checked, Diagnostics};
use crate::text::{Source, Span};

pub use published::{check, published};

/// The name of the file, at the root of the portal.
pub const FILE: &str = "congbao.lock.yaml";

/// What stands at the head of the file.
const HEAD: &str = "\
# Every address that was published, and where provisions stand in it. Written by `congbao build`: commit it with the content.
# What stands here must go on answering. Delete a line only if its address was never made public.
";

/// What was at an address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The id of its document (`resolutions/2022/128`), the path of its file, else what sort of page it is.
    pub what: String,
    /// Anchors of provisions, sorted, written short: see [`anchors`].
    anchors: String,
}

/// The addresses that were published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lock {
    entries: BTreeMap<String, (Entry, Option<Span>)>,
}

impl Lock {
    /// Reads the file. Lines that are none of it are told.
    #[must_use]
    pub fn read(source: &Source) -> Checked<Self> {
        let mut lock = Self::default();
        let mut diagnostics = Diagnostics::new();
        let mut start = 0;
        for line in source.text.split_inclusive('\n') {
            let span = source.span(start, start + line.trim_end().len());
            start += line.len();
            let line = line.trim_end();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let parts = line.split_once(':').filter(|(address, rest)| {
                address.starts_with('/') && (rest.is_empty() || rest.starts_with(' '))
            });
            let Some((address, rest)) = parts else {
                diagnostics.push(problems::bad_line(span));
                continue;
            };
            let (what, anchors) = rest.trim_start().split_once(' ').unwrap_or((rest.trim_start(), ""));
            let entry = Entry { what: unescaped(what), anchors: anchors.to_owned() };
            let (known, _) =
                lock.entries.entry(address.to_owned()).or_insert_with(|| (entry.clone(), Some(span)));
            // Two branches may have added the same address.
            known.add(&entry);
        }
        Checked { value: lock, diagnostics }
    }

    /// The text of the file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::with_capacity(HEAD.len() + self.entries.len() * 80);
        text.push_str(HEAD);
        for (address, (entry, _)) in &self.entries {
            text.push_str(address);
            text.push_str(": ");
            text.push_str(&escaped(&entry.what));
            if !entry.anchors.is_empty() {
                text.push(' ');
                text.push_str(&entry.anchors);
            }
            text.push('\n');
        }
        text
    }

    /// The same with what is published now. Nothing is ever taken away.
    #[must_use]
    pub fn with(mut self, now: &Self) -> Self {
        for (address, (entry, _)) in &now.entries {
            match self.entries.get_mut(address) {
                Some((known, _)) => {
                    known.what.clone_from(&entry.what);
                    known.add(entry);
                }
                None => {
                    self.entries.insert(address.clone(), (entry.clone(), None));
                }
            }
        }
        self
    }

    fn insert(&mut self, address: &str, what: &str, anchors: &[&str]) {
        let entry = Entry { what: what.to_owned(), anchors: anchors::short(anchors) };
        self.entries.insert(address.to_owned(), (entry, None));
    }
}

impl Entry {
    /// Adds the anchors of another.
    fn add(&mut self, other: &Self) {
        if self.anchors == other.anchors || other.anchors.is_empty() {
            return;
        }
        let (own, new) = (anchors::long(&self.anchors), anchors::long(&other.anchors));
        let mut all: Vec<&str> = own.iter().chain(&new).map(String::as_str).collect();
        all.sort_unstable();
        all.dedup();
        self.anchors = anchors::short(&all);
    }
}

/// A name without what would end it or mean something in YAML.
fn escaped(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for letter in name.chars() {
        if matches!(letter, ' ' | '%' | ':' | '#' | '\'' | '"' | ',' | '[' | ']' | '{' | '}')
            || letter.is_control()
        {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                text.push_str(&format!("%{byte:02X}"));
            }
        } else {
            text.push(letter);
        }
    }
    text
}

fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|digits| str::from_utf8(digits).ok());
        let code = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code.filter(|_| *first == b'%') {
            Some(code) => {
                bytes.push(code);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SitePath;
    use crate::text::FileId;

    fn read(text: &str) -> (Lock, usize) {
        let source = Source { id: FileId(0), path: SitePath::new(FILE).unwrap(), text: text.to_owned() };
        let Checked { value, diagnostics } = Lock::read(&source);
        (value, diagnostics.iter().count())
    }

    #[test]
    fn what_is_written_is_read() {
        let mut lock = Lock::default();
        lock.insert("/", "home", &[]);
        lock.insert("/a/", "news/một hai: 100%", &[]);
        lock.insert("/b/", "resolutions/b", &["dieu-1", "dieu-1-khoan-1", "dieu-2"]);
        let text = lock.to_text();
        let (back, problems) = read(&text);
        assert_eq!(problems, 0);
        assert_eq!(back.to_text(), text);
        assert_eq!(back.entries["/a/"].0.what, "news/một hai: 100%");
        assert_eq!(back.clone().with(&lock).to_text(), text);
    }

    #[test]
    fn lines_of_two_branches_are_one() {
        let (lock, problems) = read("/b/: x dieu-1\n/b/: x dieu-2\n");
        assert_eq!(problems, 0);
        assert!(lock.to_text().ends_with("\n/b/: x dieu-1..2\n"), "{}", lock.to_text());
        for bad in ["<<<<<<< HEAD\n", "a: b\n", "/a\n", "/a/:b\n", "- /a/\n"] {
            assert_eq!(read(bad).1, 1, "{bad}");
        }
    }

    #[test]
    fn nothing_is_ever_taken_away() {
        let (lock, _) = read("/a/: x dieu-1\n/b/: y\n");
        let mut now = Lock::default();
        now.insert("/a/", "x2", &["dieu-2"]);
        let text = lock.with(&now).to_text();
        assert!(text.ends_with("\n/a/: x2 dieu-1..2\n/b/: y\n"), "{text}");
    }
}
