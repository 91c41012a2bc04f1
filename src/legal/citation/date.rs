//! Dates beside a citation: `ngày 08 tháng 12 năm 2020`, `ngày 08/12/2020`, `năm 2015`.

use crate::legal::symbol::short_year as short_year_of;
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

/// Reads the date in brackets that begin at `at`: `(ngày 05/7/2016)`, `(05/7/2016)`, `(năm 2015)`.
pub(super) fn date_in_brackets(reading: &Reading, at: usize) -> Option<FoundDate> {
    if !reading.token(at).is_mark(b'(') || reading.token(at).gap == Gap::Paragraph {
        return None;
    }
    let found = date_at(reading, at + 1).or_else(|| short_day(reading, at + 1))?;
    let is_all = found.date.is_some() && reading.token(found.end).is_mark(b')');
    is_all.then_some(FoundDate { end: found.end + 1, ..found })
}

/// What stands behind `ngày`.
fn day(reading: &Reading, at: usize) -> Option<FoundDate> {
    let at = at + usize::from(matches!(reading.word(at), "mùng" | "mồng"));
    let Some(day) = small_number(reading, at) else {
        return if reading.word(at) == "tháng" { month(reading, at + 1) } else { None };
    };
    let word = behind_comma(reading, at + 1);
    if reading.word(word) == "tháng" {
        let month = small_number(reading, word + 1)?;
        let (end, date) = match year_behind_month(reading, word + 2) {
            Some((end, year)) => (end, civil(year, month, day)),
            None => (word + 2, None),
        };
        return Some(FoundDate { end, date });
    }
    short_day(reading, at)
}

/// A day in figures: `05/7/2016`, `5-7-2016`, `05/7 năm 2016`, `05/7/16`; without its year only with strokes.
fn short_day(reading: &Reading, at: usize) -> Option<FoundDate> {
    let day = small_number(reading, at)?;
    let sign = separator(reading, at + 1)?;
    let month = small_number(reading, at + 2)?;
    if separator(reading, at + 3) == Some(sign)
        && reading.token(at + 4).gap < Gap::Line
        && let Some(year) = long_year(reading, at + 4).or_else(|| short_year(reading, at + 4))
    {
        return Some(FoundDate { end: at + 5, date: civil(year, month, day) });
    }
    if sign != b'/' {
        return None;
    }
    let year = long_year(reading, at + 4).filter(|_| reading.word(at + 3) == "năm");
    Some(match year {
        Some(year) => FoundDate { end: at + 5, date: civil(year, month, day) },
        None => FoundDate { end: at + 3, date: None },
    })
}

/// The year behind `tháng 7` at `at`, with the token behind it: `năm 2016`, `, năm 2016`, `/2016`.
fn year_behind_month(reading: &Reading, at: usize) -> Option<(usize, i16)> {
    let word = behind_comma(reading, at);
    let is_joint = reading.word(word) == "năm" || (word == at && reading.token(at).is_mark(b'/'));
    Some((word + 2, long_year(reading, word + 1).filter(|_| is_joint)?))
}

fn behind_comma(reading: &Reading, at: usize) -> usize {
    at + usize::from(reading.token(at).is_mark(b','))
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

/// A year of two digits that no further number follows: `16`.
fn short_year(reading: &Reading, at: usize) -> Option<i16> {
    let next = reading.token(at + 1);
    let goes_on = next.gap == Gap::None
        && separator(reading, at + 1).is_some()
        && reading.token(at + 2).kind == Kind::Number
        && reading.token(at + 2).gap == Gap::None;
    if goes_on {
        return None;
    }
    short_year_of(reading.word(at))
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
            ("ngày 01-7-2016 của", day(2016, 7, 1)),
            ("ngày 05/07/16 của", day(2016, 7, 5)),
            ("ngày 5/7/98.", day(1998, 7, 5)),
            ("ngày 05, tháng 7, năm 2016", day(2016, 7, 5)),
            ("ngày 05 tháng 7/2016", day(2016, 7, 5)),
            ("ngày 05/7 năm 2016", day(2016, 7, 5)),
            ("ngày mùng 5 tháng 7 năm 2016", day(2016, 7, 5)),
            ("ngày 05 tháng 7, 12 hồ sơ", None),
            ("ngày 05/7/16/2", None),
            ("ngày 05/7 năm ngoái", None),
        ] {
            let found = date_at(&Reading::new(text), 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.date, expected, "{text}");
        }
    }

    #[test]
    fn dates_in_brackets_fill_them() {
        let day = Some(PartialDate::Day(jiff::civil::date(2016, 7, 5)));
        for (text, expected) in [
            ("(ngày 05/7/2016)", day),
            ("(05/7/2016)", day),
            ("(ký ngày 05 tháng 7 năm 2016)", day),
            ("(năm 2016)", Some(PartialDate::Year(2016))),
            ("(05/7)", None),
            ("(ngày 05/7/2016 của Chính phủ)", None),
            ("(2016)", None),
            ("ngày 05/7/2016", None),
        ] {
            let found = date_in_brackets(&Reading::new(text), 0);
            assert_eq!(found.and_then(|found| found.date), expected, "{text}");
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
