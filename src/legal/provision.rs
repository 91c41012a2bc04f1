//! Provisions (điều khoản): labels in headings, names in references, and the anchors that both lead to.

use serde::{Deserialize, Serialize};

use std::cmp::Ordering;

use super::citation::ProvisionBase;
use crate::text::{from_roman, nfc, to_roman};

/// The label that a heading begins with: `Điều 12a`, `Chương II`, `Phụ lục I`, `3.`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProvisionLabel<'a> {
    /// Phần, Chương, Mục, Tiểu mục or Phụ lục, with its word in the anchor (`chuong`) and its number.
    Division(&'static str, u16),
    /// Điều and its number, with the letter of an inserted one: `12a`.
    Article(&'a str),
    /// Khoản: a number with a full stop.
    Clause(&'a str),
}

/// Words of divisions with their part of the anchor; longer words first.
const DIVISIONS: [(&str, &str); 5] = [
    ("tiểu mục", "tieu-muc"),
    ("phụ lục", "phu-luc"),
    ("chương", "chuong"),
    ("phần", "phan"),
    ("mục", "muc"),
];

impl<'a> ProvisionLabel<'a> {
    /// Reads the label that `heading` (form C) begins with.
    #[must_use]
    pub fn of_heading(heading: &'a str) -> Option<Self> {
        let heading = heading.trim_start();
        if let Some(rest) = strip_word(heading, "điều") {
            let number = leading_number(rest)?;
            return ends_label(&rest[number.len()..]).then_some(Self::Article(number));
        }
        for (word, anchor) in DIVISIONS {
            let Some(rest) = strip_word(heading, word) else { continue };
            let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len());
            let number = rest[..end].parse().ok().or_else(|| from_roman(&rest[..end]))?;
            return ends_label(&rest[end..]).then_some(Self::Division(anchor, number));
        }
        let number = leading_number(heading)?;
        let rest = heading[number.len()..].strip_prefix('.')?;
        rest.starts_with(char::is_whitespace).then_some(Self::Clause(number))
    }
}

/// A provision as it is cited, small to large: `điểm a khoản 2 Điều 5`, `Phụ lục I`. Ordered as in a text: divisions,
/// articles, annexes, each by number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionPath {
    anchor: String,
}

impl ProvisionPath {
    /// Reads the name of one provision.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = nfc(text).to_lowercase();
        let words: Vec<&str> = text
            .split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '.' | ')'))
            .filter(|word| !word.is_empty() && *word != "của")
            .collect();
        let mut parts = Vec::new();
        let mut rest = words.as_slice();
        while let Some((part, shorter)) = cited_part(rest) {
            parts.push(part);
            rest = shorter;
        }
        let is_whole = rest.is_empty() && !parts.is_empty();
        parts.reverse();
        is_whole.then(|| Self { anchor: parts.join("-") })
    }

    /// Reads an anchor: `dieu-5-khoan-2-diem-a`. `None` for the anchors of other places.
    #[must_use]
    pub fn from_anchor(anchor: &str) -> Option<Self> {
        parts(anchor).map(|_| Self { anchor: anchor.to_owned() })
    }

    /// The anchor on the document's page: `dieu-5-khoan-2-diem-a`; the point đ is `diem-dd`.
    #[must_use]
    pub fn anchor(&self) -> &str {
        &self.anchor
    }

    /// The words of the provision, small to large: `điểm a khoản 2 Điều 5`.
    #[must_use]
    pub fn words(&self) -> String {
        Self::words_of(&self.anchor).unwrap_or_default()
    }

    /// The words of the provision with this anchor. `None` for the anchors of other places.
    #[must_use]
    pub fn words_of(anchor: &str) -> Option<String> {
        let mut names = Vec::new();
        for part in parts(anchor)? {
            part.name(&mut names);
        }
        names.reverse();
        Some(names.join(" "))
    }

    /// Whether it is the same provision or lies within the other.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        lies_within(&self.anchor, &other.anchor)
    }

    /// The anchors of the provision and of those that it lies in, the smallest first: `dieu-5-khoan-2`, `dieu-5`.
    pub fn enclosing(anchor: &str) -> impl Iterator<Item = &str> {
        std::iter::successors(Some(anchor), |anchor| {
            let end = starts(anchor).last().filter(|start| *start > 0)?;
            anchor.get(..end - 1)
        })
    }

    /// The anchor of what a text names within itself by words that stand at `place`: `khoản 2 Điều này`, `điểm a khoản
    /// này`. `None` where the place does not tell what the words are counted from, and where they name nothing below it.
    ///
    /// ```
    /// use congbao::legal::{ProvisionPath, citation::ProvisionBase};
    /// let clause = ProvisionPath::from_anchor("khoan-2").unwrap();
    /// let place = "phu-luc-1-dieu-3-khoan-1";
    /// let anchor = clause.anchor_at(place, ProvisionBase::Article);
    /// assert_eq!(anchor.as_deref(), Some("phu-luc-1-dieu-3-khoan-2"));
    /// ```
    #[must_use]
    pub fn anchor_at(&self, place: &str, base: ProvisionBase) -> Option<String> {
        let word = match base {
            ProvisionBase::Document => return Some(self.anchor.clone()),
            ProvisionBase::Division if self.is_article() => {
                return Some(format!("{}{}", attachment_prefix(place), self.anchor));
            }
            ProvisionBase::Division => return Some(format!("{}-{}", division_of(place)?, self.anchor)),
            ProvisionBase::Article => "dieu",
            ProvisionBase::Clause => "khoan",
            ProvisionBase::Point => "diem",
        };
        let holder = Self::enclosing(place).find(|holder| {
            let last = starts(holder).last().and_then(|start| holder.get(start..));
            last.and_then(|last| last.split('-').next()) == Some(word)
        })?;
        Some(format!("{holder}-{}", self.anchor))
    }

    /// The anchor within the annex or attached regulation that `place` stands in: `quy-dinh-dieu-5`. `None` in the
    /// document itself.
    #[must_use]
    pub fn anchor_in_attachment(&self, place: &str) -> Option<String> {
        let prefix = attachment_prefix(place);
        (!prefix.is_empty()).then(|| format!("{prefix}{}", self.anchor))
    }

    fn is_article(&self) -> bool {
        self.anchor.starts_with("dieu-")
    }
}

impl Ord for ProvisionPath {
    fn cmp(&self, other: &Self) -> Ordering {
        Parts::of(&self.anchor).cmp(Parts::of(&other.anchor)).then_with(|| self.anchor.cmp(&other.anchor))
    }
}

impl PartialOrd for ProvisionPath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether an anchor is the same as another or of a place within it.
fn lies_within(anchor: &str, other: &str) -> bool {
    let rest = anchor.strip_prefix(other);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// A step of an anchor: `khoan-2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Part<'a> {
    /// Which of [`STEPS`].
    step: usize,
    /// Its number; 0 for points.
    number: u16,
    /// Its letter, or the letter of an inserted one.
    letter: &'a str,
}

/// Words of an anchor with the names of what they stand for, in the order of a text. A clause below a clause has but a
/// number.
const STEPS: [(&str, &str); 9] = [
    ("phan", "Phần"),
    ("chuong", "Chương"),
    ("muc", "Mục"),
    ("tieu-muc", "Tiểu mục"),
    ("dieu", "Điều"),
    ("khoan", "khoản"),
    ("", ""),
    ("diem", "điểm"),
    ("phu-luc", "Phụ lục"),
];

/// The clause among [`STEPS`].
const CLAUSE: usize = 5;

/// The clause below a clause among [`STEPS`].
const SUBCLAUSE: usize = 6;

impl Part<'_> {
    /// Adds its words to those of the parts before it.
    fn name(&self, names: &mut Vec<String>) {
        let (word, name) = STEPS.get(self.step).copied().unwrap_or_default();
        let number = match word {
            "diem" => String::new(),
            "phan" | "chuong" | "phu-luc" => to_roman(self.number),
            _ => self.number.to_string(),
        };
        match names.last_mut() {
            Some(clause) if self.step == SUBCLAUSE => {
                clause.push('.');
                clause.push_str(&number);
            }
            _ => {
                let letter = if self.letter == "dd" { "đ" } else { self.letter };
                names.push(format!("{name} {number}{letter}"));
            }
        }
    }
}

/// The steps of an anchor, the largest first; ends with `None` where there is no step.
struct Parts<'a> {
    rest: &'a str,
    /// Whether a clause stands before the rest.
    is_in_clause: bool,
}

impl<'a> Parts<'a> {
    fn of(anchor: &'a str) -> Self {
        Self { rest: anchor, is_in_clause: false }
    }

    fn next_part(&mut self) -> Option<Part<'a>> {
        if let Some((number, rest)) = leading_step(self.rest).filter(|_| self.is_in_clause) {
            self.rest = rest;
            return Some(Part { step: SUBCLAUSE, number, letter: "" });
        }
        let (step, behind) = step_at(self.rest)?;
        let (value, rest) = behind.split_once('-').unwrap_or((behind, ""));
        let (number, letter) = value.split_at(value.bytes().take_while(u8::is_ascii_digit).count());
        self.rest = if behind.ends_with('-') && rest.is_empty() { "-" } else { rest };
        self.is_in_clause = step == CLAUSE && letter.is_empty();
        let number = if number.is_empty() { 0 } else { number.parse().ok()? };
        Some(Part { step, number, letter })
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Option<Part<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let part = self.next_part();
        if part.is_none() {
            self.rest = "";
        }
        Some(part)
    }
}

/// The steps of an anchor that names a provision and nothing else.
fn parts(anchor: &str) -> Option<Vec<Part<'_>>> {
    let parts: Option<Vec<Part<'_>>> = Parts::of(anchor).collect();
    parts.filter(|parts| !parts.is_empty())
}

/// A number that is a step of its own, with what stands behind it.
fn leading_step(text: &str) -> Option<(u16, &str)> {
    let (number, rest) = text.split_once('-').unwrap_or((text, ""));
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    Some((number.parse().ok().filter(|_| is_number)?, rest))
}

/// The step that begins `text`, and its value with what follows.
fn step_at(text: &str) -> Option<(usize, &str)> {
    STEPS.iter().enumerate().filter(|(step, _)| *step != SUBCLAUSE).find_map(|(step, (word, _))| {
        let value = text.strip_prefix(word)?.strip_prefix('-')?;
        let first = value.split('-').next().unwrap_or("");
        let is_value = if *word == "diem" {
            matches!(first.len(), 1 | 2) && first.bytes().all(|byte| byte.is_ascii_lowercase())
        } else {
            leading_number(first).is_some_and(|number| number.len() == first.len())
        };
        is_value.then_some((step, value))
    })
}

/// Where the steps of an anchor begin, those of clauses below clauses among them.
fn starts(anchor: &str) -> impl Iterator<Item = usize> {
    let words = std::iter::once(0).chain(anchor.match_indices('-').map(|(at, _)| at + 1));
    words.filter(move |at| {
        let is_behind_word = anchor[..*at].ends_with("tieu-");
        let rest = &anchor[*at..];
        let clause = anchor[..*at].rsplit_once("khoan-").map(|(_, numbers)| numbers);
        let is_below = leading_step(rest).is_some()
            && clause.is_some_and(|numbers| {
                numbers.ends_with('-') && numbers.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
            });
        (step_at(rest).is_some() && !is_behind_word) || is_below
    })
}

/// The annex or attached regulation that a place stands in, with its hyphen: `phu-luc-1-`, `quy-dinh-`; empty in the
/// document itself.
fn attachment_prefix(place: &str) -> String {
    let is_annex = |start: &usize| place[*start..].starts_with("phu-luc-");
    match starts(place).find(|start| !is_annex(start)) {
        Some(start) => place[..start].to_owned(),
        None => format!("{place}-"),
    }
}

/// The anchor of the smallest division or attached text that a place is said to stand in.
fn division_of(place: &str) -> Option<&str> {
    let is_small =
        |start: &usize| ["dieu-", "khoan-", "diem-"].iter().any(|word| place[*start..].starts_with(word));
    let end = starts(place).find(is_small).unwrap_or(place.len() + 1);
    // An article does not say which chapter it stands in.
    let division = place.get(..end.checked_sub(1)?)?;
    (!division.is_empty()).then_some(division)
}

fn cited_part<'a>(words: &'a [&'a str]) -> Option<(String, &'a [&'a str])> {
    match words {
        ["điều", number, rest @ ..] if is_number(number) => Some((format!("dieu-{number}"), rest)),
        ["khoản", number, rest @ ..] if is_number(number) => Some((format!("khoan-{number}"), rest)),
        ["điểm", letter, rest @ ..] => Some((format!("diem-{}", point_letter(letter)?), rest)),
        ["phụ", "lục", number, rest @ ..] => Some((format!("phu-luc-{}", any_numeral(number)?), rest)),
        ["tiểu", "mục", number, rest @ ..] => Some((format!("tieu-muc-{}", any_numeral(number)?), rest)),
        ["chương", number, rest @ ..] => Some((format!("chuong-{}", any_numeral(number)?), rest)),
        ["phần", number, rest @ ..] => Some((format!("phan-{}", any_numeral(number)?), rest)),
        ["mục", number, rest @ ..] => Some((format!("muc-{}", any_numeral(number)?), rest)),
        _ => None,
    }
}

/// Points run through the Vietnamese alphabet; d and đ are different points.
fn point_letter(letter: &str) -> Option<String> {
    let mut letters = letter.chars();
    match (letters.next()?, letters.next()) {
        ('đ', None) => Some("dd".to_owned()),
        (plain, None) if plain.is_ascii_lowercase() => Some(plain.to_string()),
        _ => None,
    }
}

fn any_numeral(text: &str) -> Option<u16> {
    text.parse().ok().or_else(|| from_roman(text))
}

fn is_number(text: &str) -> bool {
    leading_number(text).is_some_and(|number| number.len() == text.len())
}

/// Digits with at most one small letter behind: `12`, `12a`.
fn leading_number(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return None;
    }
    let mut rest = text[digits..].chars();
    let has_letter = rest.next().is_some_and(|letter| letter.is_ascii_lowercase())
        && !rest.next().is_some_and(char::is_alphanumeric);
    text.get(..digits + usize::from(has_letter))
}

/// `text` behind `word` (any case) and at least one space.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        if rest.next()?.to_lowercase().next() != Some(expected) {
            return None;
        }
    }
    let rest = rest.as_str();
    let trimmed = rest.trim_start();
    (trimmed.len() < rest.len()).then_some(trimmed)
}

fn ends_label(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_begin_with_labels() {
        for (heading, expected) in [
            ("Điều 1. Thông qua", Some(ProvisionLabel::Article("1"))),
            ("ĐIỀU 12a", Some(ProvisionLabel::Article("12a"))),
            ("Chương II", Some(ProvisionLabel::Division("chuong", 2))),
            ("Phụ lục I: Danh mục", Some(ProvisionLabel::Division("phu-luc", 1))),
            ("Mục 3", Some(ProvisionLabel::Division("muc", 3))),
            ("Tiểu mục 2", Some(ProvisionLabel::Division("tieu-muc", 2))),
            ("10. Tăng cường", Some(ProvisionLabel::Clause("10"))),
            ("Điều hành", None),
            ("Điều khoản 1", None),
            ("Mục tiêu", None),
            ("Phần lớn", None),
            ("2023", None),
            ("12.300 tỷ", None),
        ] {
            assert_eq!(ProvisionLabel::of_heading(heading), expected, "{heading}");
        }
    }

    #[test]
    fn provisions_have_anchors() {
        for (text, anchor) in [
            ("Điều 1", "dieu-1"),
            ("khoản 2 Điều 5", "dieu-5-khoan-2"),
            ("điểm đ khoản 2 Điều 5", "dieu-5-khoan-2-diem-dd"),
            ("điểm d, khoản 2 của Điều 5", "dieu-5-khoan-2-diem-d"),
            ("Phụ lục II", "phu-luc-2"),
            ("Điều 3 Phụ lục I", "phu-luc-1-dieu-3"),
            ("Mục 1 Chương III", "chuong-3-muc-1"),
            ("Điều 12a", "dieu-12a"),
        ] {
            assert_eq!(
                ProvisionPath::parse(text).as_ref().map(ProvisionPath::anchor),
                Some(anchor),
                "{text}"
            );
        }
        for text in
            ["Điều 12a", "khoản 2 Điều 5", "điểm đ khoản 2 Điều 5", "Điều 3 Phụ lục IX", "Mục 1 Chương III"]
        {
            assert_eq!(ProvisionPath::parse(text).map(|path| path.words()), Some(text.to_owned()));
        }
        let path = |text: &str| ProvisionPath::parse(text).unwrap();
        assert!(path("khoản 2 Điều 5").is_within(&path("Điều 5")));
        assert!(!path("Điều 51").is_within(&path("Điều 5")));
        for bad in ["", "Điều", "điểm ă khoản 1", "toàn bộ", "Điều 1 và hết"] {
            assert_eq!(ProvisionPath::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn anchors_have_names() {
        for (anchor, name) in [
            ("dieu-1", "Điều 1"),
            ("dieu-12a-khoan-3a", "khoản 3a Điều 12a"),
            ("dieu-5-khoan-2-diem-dd", "điểm đ khoản 2 Điều 5"),
            ("dieu-5-khoan-2-1", "khoản 2.1 Điều 5"),
            ("phu-luc-2", "Phụ lục II"),
            ("phu-luc-1-dieu-3", "Điều 3 Phụ lục I"),
            ("chuong-3-muc-1", "Mục 1 Chương III"),
            ("tieu-muc-2", "Tiểu mục 2"),
        ] {
            let path = ProvisionPath::from_anchor(anchor);
            assert_eq!(path.as_ref().map(ProvisionPath::words).as_deref(), Some(name), "{anchor}");
        }
        for other in [
            "",
            "dieu",
            "dieu-kien",
            "muc-tieu",
            "co-so",
            "dieu-1-",
            "quy-dinh-dieu-3",
            "diem-cau",
            "dieu-3-2",
        ] {
            assert_eq!(ProvisionPath::from_anchor(other), None, "{other}");
        }
    }

    #[test]
    fn provisions_are_ordered_as_in_a_text() {
        let anchors = [
            "chuong-2",
            "muc-1",
            "dieu-2",
            "dieu-2-khoan-1",
            "dieu-2-khoan-1-diem-d",
            "dieu-2-khoan-1-diem-dd",
            "dieu-2-khoan-1-diem-e",
            "dieu-2-khoan-2-1",
            "dieu-2-khoan-10",
            "dieu-10",
            "dieu-10a",
            "phu-luc-1",
            "phu-luc-1-dieu-2",
        ];
        let mut paths: Vec<_> =
            anchors.iter().rev().filter_map(|anchor| ProvisionPath::from_anchor(anchor)).collect();
        paths.sort();
        assert_eq!(paths.iter().map(ProvisionPath::anchor).collect::<Vec<_>>(), anchors);
    }

    #[test]
    fn provisions_lie_in_others() {
        let path = |text: &str| ProvisionPath::parse(text).unwrap();
        assert!(path("khoản 2 Điều 5").is_within(&path("Điều 5")));
        assert!(!path("Điều 51").is_within(&path("Điều 5")));
        for (anchor, expected) in [
            ("dieu-5-khoan-2-diem-a", &["dieu-5-khoan-2-diem-a", "dieu-5-khoan-2", "dieu-5"] as &[&str]),
            ("dieu-5-khoan-2-1", &["dieu-5-khoan-2-1", "dieu-5-khoan-2", "dieu-5"]),
            ("phu-luc-1-dieu-3", &["phu-luc-1-dieu-3", "phu-luc-1"]),
            ("quy-dinh-dieu-3", &["quy-dinh-dieu-3", "quy-dinh"]),
            ("tieu-muc-1", &["tieu-muc-1"]),
            ("dieu-3-2", &["dieu-3-2"]),
            ("co-so", &["co-so"]),
            ("", &[""]),
        ] {
            assert_eq!(ProvisionPath::enclosing(anchor).collect::<Vec<_>>(), expected, "{anchor}");
        }
    }

    #[test]
    fn words_within_a_text_are_counted_from_where_they_stand() {
        use ProvisionBase::{Article, Clause, Division, Document, Point};
        for (path, place, base, expected) in [
            ("dieu-5", "dieu-3-khoan-2", Document, Some("dieu-5")),
            ("dieu-5", "phu-luc-1-dieu-3", Document, Some("dieu-5")),
            ("khoan-2", "dieu-3", Article, Some("dieu-3-khoan-2")),
            ("khoan-2", "dieu-3-khoan-1-diem-a", Article, Some("dieu-3-khoan-2")),
            ("khoan-2", "phu-luc-1-dieu-3-khoan-1", Article, Some("phu-luc-1-dieu-3-khoan-2")),
            ("khoan-2", "quy-dinh-dieu-12a", Article, Some("quy-dinh-dieu-12a-khoan-2")),
            ("khoan-2-diem-a", "dieu-3", Article, Some("dieu-3-khoan-2-diem-a")),
            ("khoan-2", "chuong-1", Article, None),
            ("khoan-2", "", Article, None),
            ("diem-a", "dieu-3-khoan-2-diem-b", Clause, Some("dieu-3-khoan-2-diem-a")),
            ("diem-a", "dieu-3-khoan-2-1", Clause, Some("dieu-3-khoan-2-diem-a")),
            ("diem-a", "dieu-3", Clause, None),
            ("diem-a", "dieu-3-khoan-2", Point, None),
            ("muc-2", "chuong-1", Division, Some("chuong-1-muc-2")),
            ("muc-2", "dieu-3", Division, None),
            ("muc-2", "phu-luc-1", Division, Some("phu-luc-1-muc-2")),
            ("dieu-5", "chuong-1", Division, Some("dieu-5")),
            ("dieu-5", "quy-dinh-chuong-1", Division, Some("quy-dinh-dieu-5")),
        ] {
            let path = ProvisionPath::from_anchor(path).unwrap();
            assert_eq!(path.anchor_at(place, base).as_deref(), expected, "{path:?} {place} {base:?}");
        }
    }

    #[test]
    fn attached_texts_have_articles_of_their_own() {
        for (place, expected) in [
            ("dieu-3-khoan-2", None),
            ("chuong-1", None),
            ("phu-luc-1-dieu-3-khoan-2", Some("phu-luc-1-dieu-5")),
            ("phu-luc-1", Some("phu-luc-1-dieu-5")),
            ("quy-dinh-2-dieu-1", Some("quy-dinh-2-dieu-5")),
            ("muc-thu-dieu-1", Some("muc-thu-dieu-5")),
            ("quy-dinh", Some("quy-dinh-dieu-5")),
        ] {
            let path = ProvisionPath::from_anchor("dieu-5").unwrap();
            assert_eq!(path.anchor_in_attachment(place).as_deref(), expected, "{place}");
        }
    }
}
