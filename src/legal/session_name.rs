//! Names of numbered council sessions: `Kỳ họp thứ 14, khóa XIV`.

use serde::{Deserialize, Serialize};

use crate::text::{from_roman, slug, to_roman};

/// What a name says of a numbered session of a council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionNumber {
    /// The session's number within its term.
    pub number: u32,
    /// The term (khóa), where it is said.
    pub term: Option<u16>,
    /// Whether it is called a thematic session (kỳ họp chuyên đề, bất thường).
    pub is_thematic: bool,
    /// The council that is said, as a slug (`hdnd-thanh-pho-x`).
    pub council: Option<String>,
}

/// What a session is called that has a count of its own beside the numbered ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SpecialSession {
    /// Kỳ họp chuyên đề
    Thematic,
    /// Kỳ họp bất thường
    Extraordinary,
    /// Kỳ họp đột xuất
    Urgent,
    /// Kỳ họp không thường lệ
    Unscheduled,
}

impl SpecialSession {
    /// The words behind `kỳ họp`: `chuyên đề`.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Thematic => "chuyên đề",
            Self::Extraordinary => "bất thường",
            Self::Urgent => "đột xuất",
            Self::Unscheduled => "không thường lệ",
        }
    }
}

/// What a name says of a session under a count of its own: `Kỳ họp chuyên đề lần thứ 7, khóa X`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialSessionNumber {
    /// What it is called.
    pub kind: SpecialSession,
    /// Its number among its like.
    pub number: u32,
    /// The term (khóa), where it is said.
    pub term: Option<u16>,
    /// The council that is said, as a slug (`hdnd-tinh-x`).
    pub council: Option<String>,
}

/// The name without the council: `Kỳ họp chuyên đề lần thứ 7, khóa X`.
impl std::fmt::Display for SpecialSessionNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Kỳ họp {} lần thứ {}", self.kind.words(), self.number)?;
        self.term.map_or(Ok(()), |term| write!(formatter, ", khóa {}", to_roman(term)))
    }
}

/// Reads the name of a session under a count of its own, in any usual order. `None` for other names.
#[must_use]
pub fn parse_special_session(name: &str) -> Option<SpecialSessionNumber> {
    const KINDS: [(&[&str], SpecialSession); 4] = [
        (&["chuyen", "de"], SpecialSession::Thematic),
        (&["bat", "thuong"], SpecialSession::Extraordinary),
        (&["dot", "xuat"], SpecialSession::Urgent),
        (&["khong", "thuong", "le"], SpecialSession::Unscheduled),
    ];
    let slug = slug(name).replace("hoi-dong-nhan-dan", "hdnd");
    let words: Vec<&str> = slug.split('-').collect();
    let (mut kind, mut number, mut term) = (None, None, None);
    let mut council: Vec<&str> = Vec::new();
    let mut rest = words.as_slice();
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        match (*first, behind) {
            ("ky", ["hop", behind @ ..]) if kind.is_none() => {
                let (words, found) = KINDS.iter().find(|(words, _)| behind.starts_with(words))?;
                kind = Some(*found);
                rest = &behind[words.len()..];
            }
            ("lan" | "thu", [value, behind @ ..]) if kind.is_some() && number.is_none() => {
                if let Some(found) = numeral(value) {
                    number = Some(found);
                    rest = behind;
                }
            }
            ("khoa", [value, behind @ ..]) if term.is_none() => {
                term = numeral(value).and_then(|term| u16::try_from(term).ok());
                rest = behind;
            }
            ("nhiem", ["ky", behind @ ..]) => rest = behind,
            ("" | "lan" | "thu" | "cua", _) => {}
            (word, _) if council.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) => {}
            (word, _) if word == "hdnd" || !council.is_empty() => council.push(word),
            _ => return None,
        }
    }
    let council = (!council.is_empty()).then(|| council.join("-"));
    Some(SpecialSessionNumber { kind: kind?, number: number?, term, council })
}

/// Words that belong to the name of a session itself.
const OWN_WORDS: [&str; 15] = [
    "ky", "hop", "thu", "khoa", "chuyen", "de", "bat", "thuong", "le", "nhiem", "cua", "lan", "giua", "nam",
    "cuoi",
];

/// Reads the name of a numbered session in any usual order; also the slug form `khoa-xiv-ky-hop-14`.
///
/// `None` for other meetings, and for thematic sessions under a count of their own (`chuyên đề lần thứ 7`).
#[must_use]
pub fn parse_session_number(name: &str) -> Option<SessionNumber> {
    let slug = slug(name).replace("hoi-dong-nhan-dan", "hdnd");
    let words: Vec<&str> = slug.split('-').collect();
    let at = words.windows(2).position(|pair| pair == ["ky", "hop"])?;
    let after = match words.get(at + 2) {
        Some(&"thu") => at + 3,
        Some(_) => at + 2,
        None => return None,
    };
    let number = numeral(words.get(after)?)?;
    let term_at = words.iter().position(|word| *word == "khoa").map(|position| position + 1);
    let term = term_at.and_then(|position| words.get(position)).and_then(|word| numeral(word));
    let is_thematic = slug.contains("chuyen-de") || slug.contains("bat-thuong");
    let council: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(position, word)| {
            *position != after
                && Some(*position) != term_at
                && !OWN_WORDS.contains(word)
                && !word.bytes().all(|byte| byte.is_ascii_digit())
        })
        .map(|(_, word)| *word)
        .collect();
    match council.first() {
        None | Some(&"hdnd") => Some(SessionNumber {
            number,
            term: term.and_then(|term| u16::try_from(term).ok()),
            is_thematic,
            council: (!council.is_empty()).then(|| council.join("-")),
        }),
        Some(_) => None,
    }
}

/// A number in digits, Roman, or as a word behind "thứ".
fn numeral(word: &str) -> Option<u32> {
    const WORDS: [(&str, u32); 12] = [
        ("nhat", 1),
        ("mot", 1),
        ("hai", 2),
        ("ba", 3),
        ("tu", 4),
        ("bon", 4),
        ("nam", 5),
        ("sau", 6),
        ("bay", 7),
        ("tam", 8),
        ("chin", 9),
        ("muoi", 10),
    ];
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    from_roman(word)
        .map(u32::from)
        .or_else(|| WORDS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_sessions_are_read_in_any_order() {
        for (name, number, term, thematic, council) in [
            ("Kỳ họp thứ 14, khóa XIV", 14, Some(14), false, None),
            ("kỳ họp thứ 14 khoá XIV", 14, Some(14), false, None),
            ("khoa-xiv-ky-hop-14", 14, Some(14), false, None),
            ("KHÓA XIV - KỲ HỌP THỨ 14", 14, Some(14), false, None),
            ("Kỳ họp thứ 22 (kỳ họp chuyên đề) HĐND tỉnh khóa XIII", 22, Some(13), true, Some("hdnd-tinh")),
            ("Kỳ họp thứ Ba", 3, None, false, None),
            (
                "Kỳ họp thứ 5 Hội đồng nhân dân thành phố Hải Phòng khóa 16",
                5,
                Some(16),
                false,
                Some("hdnd-thanh-pho-hai-phong"),
            ),
        ] {
            let session = parse_session_number(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!(
                (session.number, session.term, session.is_thematic, session.council.as_deref()),
                (number, term, thematic, council),
                "{name}"
            );
        }
    }

    #[test]
    fn sessions_under_a_count_of_their_own_are_read() {
        use SpecialSession::{Extraordinary, Thematic, Unscheduled};
        for (name, kind, number, term) in [
            ("Kỳ họp chuyên đề lần thứ 7, khóa X", Thematic, 7, Some(10)),
            ("KHÓA X - KỲ HỌP CHUYÊN ĐỀ LẦN THỨ BA", Thematic, 3, Some(10)),
            ("kỳ họp bất thường lần 2 khoá 16, nhiệm kỳ 2021 - 2026", Extraordinary, 2, Some(16)),
            ("Kỳ họp không thường lệ lần thứ nhất", Unscheduled, 1, None),
        ] {
            let expected = SpecialSessionNumber { kind, number, term, council: None };
            assert_eq!(parse_special_session(name).as_ref(), Some(&expected), "{name}");
            assert_eq!(parse_special_session(&expected.to_string()), Some(expected));
        }
        let of_council =
            parse_special_session("Kỳ họp chuyên đề lần thứ 7, khóa X Hội đồng nhân dân xã Y").unwrap();
        assert_eq!(of_council.council.as_deref(), Some("hdnd-xa-y"));
        for name in [
            "Kỳ họp thứ 14, khóa XIV",
            "Kỳ họp thứ 22 (kỳ họp chuyên đề), khóa X",
            "Kỳ họp chuyên đề, khóa X",
            "Kỳ họp chuyên đề lần thứ 7 của Thường trực",
            "",
        ] {
            assert_eq!(parse_special_session(name), None, "{name}");
        }
    }

    #[test]
    fn other_meetings_are_not_numbered_sessions() {
        for name in [
            "Phiên họp thường kỳ tháng 2/2021 của Thường trực HĐND",
            "Hội nghị tổng kết công tác năm 2023",
            "Kỳ họp chuyên đề lần thứ 7 khóa X",
            "Kỳ họp",
            "Kỳ họp thứ 6 Quốc hội khóa XV",
            "",
        ] {
            assert_eq!(parse_session_number(name), None, "{name}");
        }
    }
}
