//! Provisions that would be hidden.

use crate::text::nfc;

/// Whether words begin a provision on one of their lines: `Điều 2.`, `1. Mức`, `a) Mức`, `Chương II`.
pub(in crate::markdown) fn hides_provision(words: &str) -> bool {
    let behind_tags = |line: &str| {
        line.split('<').any(|part| begins_provision(part.split_once('>').map_or(part, |(_, words)| words)))
    };
    words.lines().any(behind_tags)
}

fn begins_provision(line: &str) -> bool {
    /// Bytes that the label and the first word behind it can have, spaces and combining marks included.
    const MOST: usize = 80;
    const WORDS: [&str; 6] = ["điều", "khoản", "chương", "mục", "phần", "phụ lục"];
    let line = line.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let line = nfc(&line[..line.floor_char_boundary(MOST)]);
    let lower = line.to_lowercase();
    let ends_label = |behind: &str| {
        let behind = behind.trim_start();
        behind.chars().next().is_none_or(|sign| {
            matches!(sign, '.' | ':' | ')' | '-' | '–' | '—' | '*' | '<') || sign.is_uppercase()
        })
    };
    for word in WORDS {
        let Some(behind) = lower.strip_prefix(word).filter(|rest| rest.starts_with(char::is_whitespace))
        else {
            continue;
        };
        let behind = &line[line.len() - behind.len().min(line.len())..];
        let number = behind.trim_start();
        let end = number.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(number.len());
        let is_roman = |text: &str| !text.is_empty() && text.bytes().all(|sign| b"IVXLC".contains(&sign));
        let is_number = number.starts_with(|sign: char| sign.is_ascii_digit()) || is_roman(&number[..end]);
        return is_number && ends_label(&number[end..]);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let words = match digits {
        0 => rest
            .char_indices()
            .nth(1)
            .and_then(|(at, _)| rest[at..].strip_prefix(')'))
            .filter(|_| rest.starts_with(|letter: char| letter.is_lowercase())),
        1..=3 => {
            rest.strip_prefix(['.', ')']).filter(|words| words.trim_start().starts_with(char::is_uppercase))
        }
        _ => None,
    };
    words.is_some_and(|words| words.starts_with(char::is_whitespace))
}
