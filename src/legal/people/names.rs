//! Where a name begins and ends: known names by their keys, others by family name and capitals.

use std::collections::{HashMap, HashSet};

use crate::legal::citation::Reading;
use crate::legal::citation::lexicon::{BODY, FAMILY_NAME, OFFICE, TYPE};
use crate::legal::citation::token::{Case, Gap, Kind, Token};
use crate::text::{match_key, nfc};

use super::bounds::{behind_emphasis, is_no_syllable, is_tight_dash, is_whole};
use super::offices::{office_at, place_at};

/// The full names of the officials that a portal knows.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct KnownNames {
    /// Keys of names, each with the name in natural capitals.
    names: HashMap<String, String>,
    /// First syllables of names, as the reading has them.
    first: HashSet<String>,
    /// Most syllables of a name.
    longest: usize,
}

impl KnownNames {
    /// Takes full names; such of one syllable are left out.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known = Self::default();
        for name in names {
            let reading = Reading::new(name);
            if reading.len() < 2 {
                continue;
            }
            known.first.insert(reading.word(0).to_owned());
            known.longest = known.longest.max(reading.len());
            known.names.insert(match_key(name), nfc(name.trim()).into_owned());
        }
        known
    }

    /// Whether no name is known: then people are found by what stands beside their names.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundName {
    /// Its first token.
    pub(super) start: usize,
    /// The token behind it.
    pub(super) end: usize,
    /// The name in form C and natural capitals.
    pub(super) name: String,
}

/// Names are looked for in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) reading: &'a Reading,
    pub(super) known: &'a KnownNames,
}

/// How sure it must be that capitals are a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// The first syllable must be a family name, and there must be three.
    FullName,
    /// The first syllable must be a family name.
    FamilyName,
    /// An honorific stands before it: any capitals.
    Any,
}

/// Words that begin with a family name and are none, where all syllables have capitals: `Ban Kinh Tế - Ngân Sách`.
const WORDS: [(&str, &str); 10] = [
    ("ngân", "sách"),
    ("ngân", "hàng"),
    ("văn", "hoá"),
    ("văn", "phòng"),
    ("nông", "thôn"),
    ("nông", "nghiệp"),
    ("nông", "dân"),
    ("đoàn", "thể"),
    ("viên", "chức"),
    ("y", "tế"),
];

/// Most syllables of a name that is not known.
const LONGEST: usize = 5;

impl Names<'_> {
    /// Whether the text can name anyone: with known names only those count.
    pub(super) fn may_be_found(&self) -> bool {
        self.known.is_empty() || (0..self.reading.len()).any(|at| self.known_name(at).is_some())
    }

    /// The name that begins at `at`.
    pub(super) fn name_at(&self, at: usize, strictness: Strictness) -> Option<FoundName> {
        if self.known.is_empty() { self.likely_name(at, strictness) } else { self.known_name(at) }
    }

    /// The longest known name that begins at `at`, each syllable with a capital.
    fn known_name(&self, at: usize) -> Option<FoundName> {
        let reading = self.reading;
        let is_capital = |at: usize| {
            let token = reading.token(at);
            token.is_capital() || token.is_mark(b'\'') || token.kind == Kind::Mark(0)
        };
        // Most words fail here, before anything is hashed.
        if !reading.token(at).is_capital()
            || !is_capital(at + 1)
            || !self.known.first.contains(reading.word(at))
        {
            return None;
        }
        let capitals = (at..at + self.known.longest)
            .take_while(|next| {
                is_capital(*next) && (*next == at || reading.token(*next).gap < Gap::Paragraph)
            })
            .count();
        let (end, name) = (at + 2..=at + capitals).rev().find_map(|end| {
            let name = self.known.names.get(&match_key(&reading.written(at, end)))?;
            Some((end, name))
        })?;
        // A shorter name never cuts a longer one.
        is_whole(reading, at, end).then(|| FoundName { start: at, end, name: name.clone() })
    }

    fn likely_name(&self, at: usize, strictness: Strictness) -> Option<FoundName> {
        let reading = self.reading;
        let first = reading.token(at);
        if !first.is_capital() || (strictness != Strictness::Any && !first.has(FAMILY_NAME)) {
            return None;
        }
        if is_word_for_unit(reading, at) {
            return None;
        }
        if !first.has(FAMILY_NAME) && first.has(BODY | OFFICE | TYPE) {
            return None;
        }
        let end = self.capitals_end(at);
        let least = if strictness == Strictness::FullName { 3 } else { 2 };
        if place_at(reading, at) == Some(end) || !(least..=LONGEST).contains(&self.syllables(at, end)) {
            return None;
        }
        Some(FoundName { start: at, end, name: natural(&self.unmarked(at, end)) })
    }

    /// Tokens `from` to `to` (exclusive) without signs of emphasis.
    fn unmarked(&self, from: usize, to: usize) -> String {
        let is_sign = |at: &usize| matches!(self.reading.token(*at).kind, Kind::Mark(b'*' | b'_'));
        if !(from..to).any(|at| is_sign(&at)) {
            return self.reading.written(from, to);
        }
        let words: Vec<&str> =
            (from..to).filter(|at| !is_sign(at)).map(|at| self.reading.plain(at)).collect();
        words.join(" ")
    }

    /// The token behind the capitals that begin at `at` and can be one name.
    pub(super) fn capitals_end(&self, at: usize) -> usize {
        let reading = self.reading;
        let first = reading.token(at);
        let mut end = at + 1;
        loop {
            if end > at + 2 * LONGEST {
                return end;
            }
            if is_apostrophe(reading, end) || (is_tight_dash(reading, end) && self.is_syllable(end + 1)) {
                end += 2;
                continue;
            }
            let (next, gap) = behind_emphasis(reading, end);
            let token = reading.token(next);
            if !goes_on(first, token, gap) || self.begins_office(next) || self.is_in_heading(at, next) {
                return end;
            }
            end = next + 1;
        }
    }

    /// Whether a syllable of a name can stand at `at`, behind a dash.
    fn is_syllable(&self, at: usize) -> bool {
        !is_no_syllable(self.reading, at, 1)
    }

    /// `BÀ TRẦN THỊ LAN GIỮ CHỨC`: in capitals only words tell where a name ends that began at `at`.
    fn is_in_heading(&self, at: usize, next: usize) -> bool {
        let syllables = self.syllables(at, next);
        self.reading.token(at).case == Case::Upper
            && syllables > 2
            && is_no_syllable(self.reading, next, syllables)
    }

    fn begins_office(&self, at: usize) -> bool {
        self.reading.token(at).has(OFFICE) && office_at(self.reading, at).is_some()
    }

    fn syllables(&self, from: usize, to: usize) -> usize {
        (from..to).filter(|at| self.reading.token(*at).kind == Kind::Word).count()
    }
}

/// Whether words that begin with a family name are none: `ngân sách`.
pub(super) fn is_word_for_unit(reading: &Reading, at: usize) -> bool {
    WORDS.contains(&(reading.word(at), reading.word(at + 1)))
}

/// Whether `token` is the next syllable of a name that begins with `first`.
fn goes_on(first: Token, token: Token, gap: Gap) -> bool {
    let is_near = gap == Gap::Space;
    let is_alike = match first.case {
        Case::Upper => matches!(token.case, Case::Upper | Case::Single),
        Case::Capital => matches!(token.case, Case::Capital | Case::Single),
        Case::Single => token.case != Case::Lower,
        Case::Lower => false,
    };
    token.kind == Kind::Word && is_near && is_alike
}

/// `H'Yim`, `K’Mák`, `H' Mai`: an apostrophe between two parts of a syllable.
fn is_apostrophe(reading: &Reading, at: usize) -> bool {
    let mark = reading.token(at);
    let next = reading.token(at + 1);
    let is_letter = reading.before(at).case == Case::Single;
    matches!(reading.plain(at), "'" | "’" | "‘")
        && mark.gap == Gap::None
        && (next.gap == Gap::None || (is_letter && next.gap == Gap::Space))
        && next.is_capital()
}

/// Natural capitals for a name in capitals only.
fn natural(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut natural = String::with_capacity(name.len());
    let mut is_first = true;
    for letter in name.chars() {
        if is_first {
            natural.push(letter);
        } else {
            natural.extend(letter.to_lowercase());
        }
        is_first = !letter.is_alphabetic();
    }
    natural
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likely(text: &str, strictness: Strictness) -> Option<String> {
        let known = KnownNames::default();
        let reading = Reading::new(text);
        Names { reading: &reading, known: &known }.name_at(0, strictness).map(|found| found.name)
    }

    #[test]
    fn names_end_with_their_capitals() {
        for (text, name) in [
            ("Nguyễn Xuân Ký nhấn mạnh", Some("Nguyễn Xuân Ký")),
            ("NGUYỄN XUÂN KÝ", Some("Nguyễn Xuân Ký")),
            ("Nguyê\u{303}n Xuân Ký, Bí thư", Some("Nguyễn Xuân Ký")),
            ("Tô Lâm", Some("Tô Lâm")),
            ("Trịnh Thị Minh Thanh", Some("Trịnh Thị Minh Thanh")),
            ("Nguyễn Văn A", Some("Nguyễn Văn A")),
            ("Nguyễn Văn A Phó Chủ tịch", Some("Nguyễn Văn A")),
            ("Nguyễn Minh Dũng\nPhụ lục", Some("Nguyễn Minh Dũng")),
            ("Nguyễn", None),
            ("Quảng Ninh", None),
            ("nguyễn xuân", None),
            ("Lê Hồng Phong Và Nhiều Người Khác", None),
        ] {
            assert_eq!(likely(text, Strictness::FamilyName).as_deref(), name, "{text}");
        }
        assert_eq!(likely("H'Yim Kđoh nói", Strictness::Any).as_deref(), Some("H'Yim Kđoh"));
        assert_eq!(likely("Y Thanh Hà Niê Kđăm", Strictness::Any).as_deref(), Some("Y Thanh Hà Niê Kđăm"));
    }
}
