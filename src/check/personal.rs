//! `personal-data`: numbers of identity cards and mobile telephones in the annex of a resolution. Lists of people who
//! get support are often attached as they are; once published, such numbers are copied and cannot be called back.

use crate::diag::{Diagnostic, Message, Rule, message};
use crate::document::{Kind, placement};
use crate::text::{Source, match_key};

pub(super) const RULE: Rule = Rule::warning("personal-data");

pub(super) fn check(source: &Source) -> Option<Diagnostic> {
    let is_resolution = placement(&source.path, source.span(0, 0))
        .is_ok_and(|placement| matches!(placement.kind, Kind::Resolution));
    if !is_resolution {
        return None;
    }
    let annex = annex(&source.text)?;
    let mut first = None;
    let mut count = 0_usize;
    let mut at = annex;
    for line in source.text[annex..].split_inclusive('\n') {
        for (start, end) in numbers(line) {
            if let Some(what) = what(&line[start..end], line) {
                count += 1;
                first = first.or(Some((at + start, at + end, what)));
            }
        }
        at += line.len();
    }
    let (start, end, what) = first?;
    let says = message!("personal-data.says", what, count);
    Some(RULE.at(source.span(start, end), says).help(message!("personal-data.help")))
}

/// Where the first annex begins.
fn annex(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches(['#', '*', '_', ' ', '>']);
        // Most lines are told by their first letter.
        if words.starts_with(['P', 'p', 'D', 'd']) {
            let head: String = words.chars().take(12).collect();
            let key = match_key(&head);
            if key.starts_with(&match_key("Phụ lục")) || key.starts_with(&match_key("Danh sách")) {
                return Some(at);
            }
        }
        at += line.len();
    }
    None
}

/// Runs of digits, which single spaces, dots or hyphens may part.
fn numbers(line: &str) -> Vec<(usize, usize)> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        while end < bytes.len() {
            let goes_on = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
            match bytes[end] {
                digit if digit.is_ascii_digit() => end += 1,
                b' ' | b'.' | b'-' if goes_on => end += 1,
                _ => break,
            }
        }
        found.push((start, end));
        at = end;
    }
    found
}

/// What a number is, if it is one of a person.
fn what(number: &str, line: &str) -> Option<Message> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let is_whole = digits.len() == number.len();
    let mut letters = digits.bytes();
    let (first, second) = (letters.next()?, letters.next()?);
    match digits.len() {
        // Identity numbers begin with the code of a province, 001 to 096.
        12 if is_whole && first == b'0' && digits[..3] <= *"096" && digits[..3] > *"000" => {
            Some(message!("personal-data.identity"))
        }
        9 if is_whole && ["CMND", "CMTND", "chứng minh"].iter().any(|word| line.contains(word)) => {
            Some(message!("personal-data.card"))
        }
        10 if first == b'0' && matches!(second, b'3' | b'5' | b'7'..=b'9') => {
            Some(message!("personal-data.telephone"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SitePath;
    use crate::text::FileId;

    #[test]
    fn numbers_of_people_are_told_in_annexes_only() {
        for (text, expected) in [
            ("Phụ lục\n| 1 | Nguyễn Văn A | 022099001234 |\n", 1),
            ("## PHỤ LỤC II\n0912 345 678\n", 1),
            ("**Danh sách kèm theo**\n0912.345.678, 0987654321\n", 1),
            ("Phụ lục\nCMND số 100123456\n", 1),
            ("Điện thoại 0912345678, số 022099001234\n", 0),
            (
                "Phụ lục\n123.456.789.000 đồng; 022.099.001.234; 100123456; 0203.3835.678; 2020-2025; 097099001234\n",
                0,
            ),
            ("phu", 0),
        ] {
            let path = SitePath::new("content/resolutions/a.md").unwrap();
            let source = Source { id: FileId(0), path, text: text.to_owned() };
            let found = check(&source);
            assert_eq!(found.iter().count(), expected, "{text} {found:?}");
        }
        let path = SitePath::new("content/news/a.md").unwrap();
        let news = Source { id: FileId(0), path, text: "Phụ lục\n022099001234\n".to_owned() };
        assert!(check(&news).is_none());
    }
}
