//! Everything that a site is made from, as values: texts, the names of other files, the theme, the day.

pub(crate) mod problems;

use std::collections::BTreeSet;

use crate::diag::Diagnostics;
use crate::path::SitePath;
use crate::text::{Date, FileId, Moment, Source};

/// The files of a portal as they were read. Nothing is interpreted yet.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Inputs {
    /// `congbao.yaml`.
    pub config: Option<FileId>,
    /// `congbao.lock.yaml`: the addresses that were published.
    pub lock: Option<FileId>,
    /// All texts, in the order of their numbers: configuration, documents, data files.
    pub sources: Vec<Source>,
    /// Texts that are empty here because a memo knows them as they are.
    pub known: BTreeSet<FileId>,
    /// The other files below `content/`, sorted by path: pictures, scans, tables.
    pub assets: Vec<Asset>,
    /// The files of the site's own theme, by path within the theme's folder, sorted.
    pub theme: Vec<ThemeFile>,
    /// What was wrong with files as such: not readable, not UTF-8, links out of the portal.
    pub diagnostics: Diagnostics,
}

impl Inputs {
    /// The text with this number.
    #[must_use]
    pub fn source(&self, id: FileId) -> Option<&Source> {
        self.sources.get(id.0 as usize)
    }

    /// Lets go of the texts of documents, which a build needs no more once they are read: of 100,000 they are a fifth of
    /// all that it holds.
    pub fn forget_documents(&mut self) {
        let documents = self.sources.iter_mut().filter(|source| source.path.extension() == Some("md"));
        documents.for_each(|source| source.text = String::new());
    }
}

/// A file that is published as it is. Only its name and size are known; its bytes stay on disk.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Asset {
    /// Where it lies in the portal.
    pub path: SitePath,
    /// Its size in bytes.
    pub size: u64,
}

/// A file of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFile {
    /// Its path within the theme: `templates/base.html`.
    pub path: SitePath,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// When the site is built. Part of the input: the same day gives the same site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuildTime {
    /// The day for which validity is computed, in the portal's time zone.
    pub day: Date,
    /// The time of that day; `None` means its end.
    pub time: Option<jiff::civil::Time>,
}

impl BuildTime {
    /// Whether a moment has come: what is to be published then is published now.
    #[must_use]
    pub fn has_come(&self, moment: Moment) -> bool {
        if moment.date != self.day {
            return moment.date < self.day;
        }
        match (moment.time, self.time) {
            (Some(time), Some(now)) => time <= now,
            _ => true,
        }
    }
}

/// Text of a file: byte order mark removed, characters that no page may hold replaced by as many bytes of others.
///
/// `Err` with the offset of the first byte that is not UTF-8. The second value is the offset of the first character that
/// was replaced.
pub fn decode(bytes: &[u8]) -> Result<(String, Option<usize>), usize> {
    let text = simdutf8::compat::from_utf8(bytes).map_err(|error| error.valid_up_to())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Looking at bytes is many times faster than at characters, and nearly every text is clean.
    if !text.as_bytes().chunks(64).any(may_begin_forbidden) {
        return Ok((text.to_owned(), None));
    }
    let Some(first) = text.find(crate::text::is_forbidden) else { return Ok((text.to_owned(), None)) };
    let clean: String = text.chars().flat_map(same_length_replacement).collect();
    Ok((clean, Some(first)))
}

/// Whether a character that no page may hold may begin in some bytes of UTF-8.
#[expect(clippy::needless_bitwise_bool, reason = "branches would keep it from vector instructions")]
fn may_begin_forbidden(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, byte| {
        let is_gap = (*byte == b'\t') | (*byte == b'\n') | (*byte == b'\r');
        found | ((*byte < 32) & !is_gap) | (*byte == 127) | (*byte == 0xc2) | (*byte >= 0xef)
    })
}

/// Characters of the same number of bytes, so that places stay where they are.
fn same_length_replacement(letter: char) -> impl Iterator<Item = char> {
    let replaced = if crate::text::is_forbidden(letter) {
        match letter.len_utf8() {
            1 => [Some(' '), None],
            2 => [Some('\u{a0}'), None],
            3 => [Some('\u{fffd}'), None],
            _ => [Some('\u{fffd}'), Some(' ')],
        }
    } else {
        [Some(letter), None]
    };
    replaced.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{parse_date, parse_moment};

    #[test]
    fn text_is_cleaned_without_moving_anything() {
        assert_eq!(decode(b"\xef\xbb\xbfa\0b"), Ok(("a b".to_owned(), Some(1))));
        assert_eq!(decode("ệ\u{fdd0}x\u{9f}y\u{1ffff}z".as_bytes()).map(|(text, _)| text.len()), Ok(15));
        assert_eq!(decode(b"ab\xff"), Err(2));
        assert_eq!(decode("sạch\n".as_bytes()), Ok(("sạch\n".to_owned(), None)));
    }

    #[test]
    fn a_moment_comes_when_its_day_and_time_have_come() {
        let now = BuildTime {
            day: parse_date("2026-03-01").unwrap(),
            time: parse_moment("2026-03-01 09:00").unwrap().time,
        };
        for (moment, expected) in [
            ("2026-02-28", true),
            ("2026-03-01", true),
            ("2026-03-01 09:00", true),
            ("2026-03-01 09:01", false),
            ("2026-03-02", false),
        ] {
            assert_eq!(now.has_come(parse_moment(moment).unwrap()), expected, "{moment}");
        }
        let whole_day = BuildTime { time: None, ..now };
        assert!(whole_day.has_come(parse_moment("2026-03-01 23:59").unwrap()));
    }
}
