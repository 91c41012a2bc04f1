//! Dates beside a citation: `ngày 08 tháng 12 năm 2020`, `ngày 08/12/2020`, `năm 2015`.

use crate::text::{Date, PartialDate};

use super::reading::Reading;
use super::token::{Gap, Kind};

/// A date in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FoundDate {
    /// The token behind it.
    pub(super) end: usize,
    /// The date; `None` where the calendar has no such day or no year is said.
    pub(super) date: Option<PartialDate>,
}

/// Words that may stand before `ngày`.
const INTRODUCTIONS: [&str; 5] =
    ["ký ngày", "ban hành ngày", "được ban hành ngày", "thông qua ngày", "đề ngày"];

/// Reads the date that begins at `at`, behind a comma or not.
pub(super) fn date_at(reading: &Reading, at: usize) -> Option<FoundDate> {
    let at = if reading.token(at).is_mark(b',') { at + 1 } else { at };
    if reading.token(at).gap == Gap::Paragraph {
        return None;
    }
    match reading.word(at) {
        "ngày" => day(reading, at + 1),
        "năm" => year(reading, at + 1),
        "tháng" => month(reading, at + 1),
        "ký" | "ban" | "được" | "thông" | "đề" => {
            let next = INTRODUCTIONS.iter().find_map(|words| reading.phrase(at, words))?;
            day(reading, next)
        }
        _ => None,
    }
}

/// What stands behind `ngày`.
fn day(reading: &Reading, at: usize) -> Option<FoundDate> {
    let Some(day) = small_number(reading, at) else {
        return if reading.word(at) == "tháng" { month(reading, at + 1) } else { None };
    };
    if reading.word(at + 1) == "tháng" {
        let month = small_number(reading, at + 2)?;
        let (end, date) = match (reading.word(at + 3), long_year(reading, at + 4)) {
            ("năm", Some(year)) => (at + 5, civil(year, month, day)),
            _ => (at + 3, None),
        };
        return Some(FoundDate { end, date });
    }
    let sign = separator(reading, at + 1)?;
    let month = small_number(reading, at + 2)?;
    if separator(reading, at + 3) == Some(sign)
        && reading.token(at + 4).gap < Gap::Line
        && let Some(year) = long_year(reading, at + 4)
    {
        return Some(FoundDate { end: at + 5, date: civil(year, month, day) });
    }
    (sign == b'/').then_some(FoundDate { end: at + 3, date: None })
}

/// What stands behind `tháng`: `12/2024`, `12 năm 2024`.
fn month(reading: &Reading, at: usize) -> Option<FoundDate> {
    let month = small_number(reading, at)?;
    let next = reading.token(at + 1);
    if !next.is_mark(b'/') && reading.word(at + 1) != "năm" {
        return None;
    }
    let year = long_year(reading, at + 2)?;
    Some(FoundDate { end: at + 3, date: civil(year, month, 1).map(|_| PartialDate::Month(year, month)) })
}

/// What stands behind `năm`.
fn year(reading: &Reading, at: usize) -> Option<FoundDate> {
    let year = reading.year(at)?;
    (!begins_range(reading, at)).then_some(FoundDate { end: at + 1, date: Some(PartialDate::Year(year)) })
}

/// Whether the number at `at` begins a range of years or a date: `2021 - 2025`.
pub(super) fn begins_range(reading: &Reading, at: usize) -> bool {
    let sign = reading.token(at + 1);
    matches!(sign.kind, Kind::Mark(b'-' | b'/'))
        && sign.gap < Gap::Line
        && reading.token(at + 2).kind == Kind::Number
}

fn separator(reading: &Reading, at: usize) -> Option<u8> {
    match reading.token(at).kind {
        Kind::Mark(sign @ (b'/' | b'-' | b'.')) => Some(sign),
        _ => None,
    }
}

fn small_number(reading: &Reading, at: usize) -> Option<i8> {
    if reading.word(at).len() > 2 || reading.token(at).gap == Gap::Paragraph {
        return None;
    }
    i8::try_from(reading.number(at)?).ok()
}

fn long_year(reading: &Reading, at: usize) -> Option<i16> {
    let year = reading.number(at).filter(|_| reading.word(at).len() == 4)?;
    i16::try_from(year).ok()
}

fn civil(year: i16, month: i8, day: i8) -> Option<PartialDate> {
    Date::new(year, month, day).ok().filter(|_| year >= 1900).map(PartialDate::Day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_all_forms() {
        let day = |year, month, day| Some(PartialDate::Day(jiff::civil::date(year, month, day)));
        for (text, expected) in [
            ("ngày 08 tháng 12 năm 2020 của", day(2020, 12, 8)),
            ("NGÀY 08 THÁNG 7 NĂM 2021", day(2021, 7, 8)),
            (", ngày 3/4/2020", day(2020, 4, 3)),
            ("ngày 08-12-2020", day(2020, 12, 8)),
            ("ngày 8.12.2020.", day(2020, 12, 8)),
            ("ngày 09 / 12 / 2022", day(2022, 12, 9)),
            ("ngày\u{a0}10\ttháng 12\nnăm 2021", day(2021, 12, 10)),
            ("ký ngày 10/12/2021", day(2021, 12, 10)),
            ("năm 2015", Some(PartialDate::Year(2015))),
            ("tháng 12/2024", Some(PartialDate::Month(2024, 12))),
            ("tháng 12 năm 2024", Some(PartialDate::Month(2024, 12))),
            ("ngày 31/02/2020", None),
            ("ngày 15/7", None),
        ] {
            let found = date_at(&Reading::new(text), 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.date, expected, "{text}");
        }
    }

    #[test]
    fn other_things_are_no_dates() {
        for text in ["ngày", "ngày làm việc", "năm 2021-2025", "năm học 2020", "08/12/2020", "", "tháng 12"]
        {
            assert_eq!(date_at(&Reading::new(text), 0), None, "{text}");
        }
    }
}
