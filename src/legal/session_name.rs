//! Names of numbered council sessions: `Kỳ họp thứ 14, khóa XIV`.

use serde::{Deserialize, Serialize};

use crate::text::{from_roman, slug};

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
