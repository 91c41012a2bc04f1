//! Days, as written in front matter: `2023-07-12`. A day that does not exist is refused, never moved.

use serde::{Deserialize, Serialize};

use jiff::civil;

/// A day of the Gregorian calendar.
pub type Date = civil::Date;

/// A day with an optional time of that day, as news have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The time, to the minute, where it is known.
    pub time: Option<civil::Time>,
}

/// A year, a month or a day: as much as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PartialDate {
    /// `2023`
    Year(i16),
    /// `2023-07`
    Month(i16, i8),
    /// `2023-07-12`
    Day(Date),
}

impl PartialDate {
    /// The first day that is meant.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => civil::date(year, 1, 1),
            Self::Month(year, month) => civil::date(year, month, 1),
            Self::Day(date) => date,
        }
    }

    /// The last day that is meant.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => civil::date(year, 12, 31),
            Self::Month(year, month) => civil::date(year, month, 1).last_of_month(),
            Self::Day(date) => date,
        }
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Year(year) => write!(formatter, "{year:04}"),
            Self::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            Self::Day(date) => write!(formatter, "{date}"),
        }
    }
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateProblem {
    /// It has another form than the one asked for.
    Form,
    /// It has the form, but the calendar has no such day.
    NoSuchDay,
}

/// Reads `YYYY-MM-DD`.
pub fn parse_date(text: &str) -> Result<Date, DateProblem> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return Err(DateProblem::Form);
    }
    let year = digits(&bytes[..4])?;
    let month = digits(&bytes[5..7])?;
    let day = digits(&bytes[8..])?;
    let month = i8::try_from(month).map_err(|_| DateProblem::NoSuchDay)?;
    let day = i8::try_from(day).map_err(|_| DateProblem::NoSuchDay)?;
    Date::new(year, month, day).map_err(|_| DateProblem::NoSuchDay)
}

/// Reads `YYYY-MM-DD`, also with ` HH:MM` or `THH:MM` behind it.
pub fn parse_moment(text: &str) -> Result<Moment, DateProblem> {
    if text.len() == 10 {
        return Ok(Moment { date: parse_date(text)?, time: None });
    }
    let bytes = text.as_bytes();
    let separated = bytes.len() == 16 && matches!(bytes[10], b' ' | b'T') && bytes[13] == b':';
    let Some(day) = text.get(..10).filter(|_| separated) else { return Err(DateProblem::Form) };
    let date = parse_date(day)?;
    let hour = i8::try_from(digits(&bytes[11..13])?).map_err(|_| DateProblem::NoSuchDay)?;
    let minute = i8::try_from(digits(&bytes[14..])?).map_err(|_| DateProblem::NoSuchDay)?;
    let time = civil::Time::new(hour, minute, 0, 0).map_err(|_| DateProblem::NoSuchDay)?;
    Ok(Moment { date, time: Some(time) })
}

/// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub fn parse_partial_date(text: &str) -> Result<PartialDate, DateProblem> {
    let bytes = text.as_bytes();
    match bytes.len() {
        4 => {
            let year = digits(bytes)?;
            if year == 0 { Err(DateProblem::NoSuchDay) } else { Ok(PartialDate::Year(year)) }
        }
        7 if bytes[4] == b'-' => {
            let date = parse_date(&format!("{text}-01"))?;
            Ok(PartialDate::Month(date.year(), date.month()))
        }
        _ => parse_date(text).map(PartialDate::Day),
    }
}

fn digits(bytes: &[u8]) -> Result<i16, DateProblem> {
    let mut value = 0;
    for byte in bytes {
        if !byte.is_ascii_digit() {
            return Err(DateProblem::Form);
        }
        value = value * 10 + i16::from(byte - b'0');
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_taken() {
        assert_eq!(parse_date("2023-07-12"), Ok(civil::date(2023, 7, 12)));
        for (text, problem) in [
            ("2023-02-30", DateProblem::NoSuchDay),
            ("2023-13-01", DateProblem::NoSuchDay),
            ("0000-00-00", DateProblem::NoSuchDay),
            ("12/7/2023", DateProblem::Form),
            ("2023-7-12", DateProblem::Form),
            ("2023-07-1ă", DateProblem::Form),
            ("", DateProblem::Form),
        ] {
            assert_eq!(parse_date(text), Err(problem), "{text}");
        }
    }

    #[test]
    fn times_and_parts_are_optional() {
        assert_eq!(parse_moment("2023-07-12 23:45").map(|moment| moment.time.is_some()), Ok(true));
        assert_eq!(parse_moment("2023-07-12").map(|moment| moment.time), Ok(None));
        assert_eq!(parse_moment("2016-12-31T23:59:60Z"), Err(DateProblem::Form));
        assert_eq!(parse_moment("2023-07-12 24:01"), Err(DateProblem::NoSuchDay));
        assert_eq!(parse_moment("2023-07-1ắ23:45"), Err(DateProblem::Form));
        assert_eq!(parse_partial_date("2023"), Ok(PartialDate::Year(2023)));
        assert_eq!(parse_partial_date("2023-07").map(PartialDate::last_day), Ok(civil::date(2023, 7, 31)));
        assert_eq!(parse_partial_date("2023-14"), Err(DateProblem::NoSuchDay));
        assert_eq!(parse_partial_date("0000"), Err(DateProblem::NoSuchDay));
    }
}
