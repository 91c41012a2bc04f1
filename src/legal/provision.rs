//! Provisions (điều khoản): labels in headings, names in references, and the anchors that both lead to.

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

/// A provision as it is cited, small to large: `điểm a khoản 2 Điều 5`, `Phụ lục I`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
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

    /// The anchor on the document's page: `dieu-5-khoan-2-diem-a`; the point đ is `diem-dd`.
    #[must_use]
    pub fn anchor(&self) -> &str {
        &self.anchor
    }

    /// Reads an anchor.
    #[must_use]
    pub fn of_anchor(anchor: &str) -> Option<Self> {
        words_of_anchor(anchor).map(|_| Self { anchor: anchor.to_owned() })
    }

    /// The words of the provision, small to large: `điểm a khoản 2 Điều 5`.
    #[must_use]
    pub fn words(&self) -> String {
        words_of_anchor(&self.anchor).unwrap_or_default()
    }

    /// Whether it is the same provision or lies within the other.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        let rest = self.anchor.strip_prefix(other.anchor.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }
}

/// Parts of anchors with their words.
const WORDS: [(&str, &str); 8] = [
    ("dieu", "Điều"),
    ("khoan", "khoản"),
    ("diem", "điểm"),
    ("phu-luc", "Phụ lục"),
    ("tieu-muc", "Tiểu mục"),
    ("chuong", "Chương"),
    ("phan", "Phần"),
    ("muc", "Mục"),
];

fn words_of_anchor(anchor: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = anchor;
    while !rest.is_empty() {
        let (word, behind) = WORDS
            .iter()
            .find_map(|(part, word)| Some((*word, rest.strip_prefix(part)?.strip_prefix('-')?)))?;
        let (number, behind) = behind.split_once('-').unwrap_or((behind, ""));
        parts.push(match word {
            "điểm" if number == "dd" => "điểm đ".to_owned(),
            "Phụ lục" | "Chương" | "Phần" => format!("{word} {}", to_roman(number.parse().ok()?)),
            _ => format!("{word} {number}"),
        });
        rest = behind;
    }
    parts.reverse();
    Some(parts.join(" "))
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
}
