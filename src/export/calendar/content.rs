//! Content lines of iCalendar (RFC 5545, section 3.1): folded, escaped, and the description of a time zone.

use crate::text::{is_forbidden, or_replacement};

/// Longest line in octets, without its end.
const LONGEST_LINE: usize = 75;

/// The lines of a calendar.
#[derive(Default)]
pub(super) struct Lines(String);

/// A time zone whose clocks have not been set since 1976, as those of Vietnam.
pub(super) struct Zone {
    /// Its name: `Asia/Ho_Chi_Minh`.
    pub(super) name: String,
    /// What its clocks are ahead of UTC: `+0700`.
    offset: String,
}

impl Lines {
    /// A property whose value is written as it is.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        fold(&format!("{name}:{value}"), &mut self.0);
    }

    /// A property of text (section 3.3.11).
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.add(name, &escaped(value));
    }

    /// A time zone with one offset for all times.
    pub(super) fn time_zone(&mut self, zone: &Zone) {
        self.add("BEGIN", "VTIMEZONE");
        self.add("TZID", &zone.name);
        self.add("BEGIN", "STANDARD");
        self.add("DTSTART", "19760101T000000");
        self.add("TZOFFSETFROM", &zone.offset);
        self.add("TZOFFSETTO", &zone.offset);
        self.add("END", "STANDARD");
        self.add("END", "VTIMEZONE");
    }

    /// The bytes.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// The zone of this name, where its clocks have shown the same since 1976 and will as far as is known. Others are left
/// out: all that is said then are days, which need no zone.
pub(super) fn time_zone(name: &str) -> Option<Zone> {
    let zone = jiff::tz::TimeZone::get(name).ok()?;
    let since = jiff::civil::date(1976, 1, 1).to_zoned(zone.clone()).ok()?.timestamp();
    if zone.following(since).next().is_some() {
        return None;
    }
    let seconds = zone.to_offset(since).seconds();
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    let sign = if seconds < 0 { '-' } else { '+' };
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_-+".contains(&byte));
    (is_plain && seconds % 60 == 0)
        .then(|| Zone { name: name.to_owned(), offset: format!("{sign}{hours:02}{minutes:02}") })
}

/// A moment of RFC 3339 in UTC as iCalendar writes it: `20230711T170000Z`.
pub(super) fn utc(written: &str) -> String {
    match written.parse::<jiff::Timestamp>() {
        Ok(timestamp) => timestamp.strftime("%Y%m%dT%H%M%SZ").to_string(),
        Err(_) => "19700101T000000Z".to_owned(),
    }
}

/// Text as a value: a backslash before what parts values, `\n` for the end of a line; no control characters.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len() + 16);
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' | '\r' => value.push_str("\\n"),
            '\t' => value.push(' '),
            letter if is_forbidden(letter) => value.push(or_replacement(letter)),
            letter => value.push(letter),
        }
    }
    value
}

/// Adds a line, broken after at most 75 octets: never within a letter, and before a combining mark only where a letter
/// has more marks than a line holds.
fn fold(line: &str, target: &mut String) {
    let mut used = 0;
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let marks = rest[first.len_utf8()..].chars().take(LONGEST_LINE).take_while(|letter| is_mark(*letter));
        let whole: usize = first.len_utf8() + marks.map(char::len_utf8).sum::<usize>();
        let length = if whole < LONGEST_LINE { whole } else { first.len_utf8() };
        if used + length > LONGEST_LINE {
            target.push_str("\r\n ");
            used = 1;
        }
        target.push_str(&rest[..length]);
        used += length;
        rest = &rest[length..];
    }
    target.push_str("\r\n");
}

/// Whether a character belongs to the one before it: combining marks, joiners and what chooses a variant.
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{200d}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(line: &str) -> String {
        let mut target = String::new();
        fold(line, &mut target);
        target
    }

    #[test]
    fn zones_that_never_change_are_described() {
        assert_eq!(time_zone("Asia/Ho_Chi_Minh").map(|zone| zone.offset), Some("+0700".to_owned()));
        assert_eq!(time_zone("UTC").map(|zone| zone.offset), Some("+0000".to_owned()));
        assert!(time_zone("Europe/Berlin").is_none());
        assert!(time_zone("Asia/Nowhere").is_none());
    }

    #[test]
    fn marks_stay_with_their_letters() {
        let line = format!("SUMMARY:{}", "Ho\u{323}\u{302}i ".repeat(20));
        let folded = folded(&line);
        for piece in folded.split("\r\n ") {
            assert!(!piece.starts_with(is_mark), "{piece:?}");
        }
        let many = format!("A{}", "\u{301}".repeat(200));
        assert!(super::tests::folded(&many).split("\r\n").all(|line| line.len() <= LONGEST_LINE));
    }

    proptest! {
        #[test]
        fn lines_unfold_to_what_they_were(line in "[^\r\n]{0,300}") {
            let folded = folded(&line);
            prop_assert!(folded.ends_with("\r\n"));
            prop_assert!(folded.trim_end_matches("\r\n").split("\r\n").all(|line| line.len() <= LONGEST_LINE));
            let unfolded = folded.replace("\r\n ", "");
            prop_assert_eq!(unfolded.trim_end_matches("\r\n"), line.as_str());
        }

        #[test]
        fn text_comes_back(text in "\\PC{0,100}") {
            let value = escaped(&text);
            let mut back = String::new();
            let mut letters = value.chars();
            while let Some(letter) = letters.next() {
                prop_assert!(!matches!(letter, ';' | ',' | '\n' | '\r'));
                back.push(match letter {
                    '\\' => match letters.next() { Some('n') => '\n', Some(other) => other, None => '?' },
                    letter => letter,
                });
            }
            prop_assert_eq!(back.replace('\u{fffd}', ""), text.replace(is_forbidden, "").replace('\u{fffd}', ""));
        }
    }
}
