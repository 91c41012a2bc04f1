//! Days as texts write them: `ngày 08 tháng 12 năm 2020`, `08/12/2020`, `8.12.2020`.

use super::token::{Kind, Token, word};
use crate::text::Date;

pub(in crate::legal) const DAY: u64 = word("ngày");
pub(in crate::legal) const MONTH: u64 = word("tháng");
pub(in crate::legal) const YEAR: u64 = word("năm");

/// A day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SpokenDate {
    /// The day; `None` where the calendar has no such one.
    pub(crate) date: Option<Date>,
    /// Index of the token behind it.
    pub(crate) end: usize,
}

/// The day that begins at index `at`, with or without the word `ngày`.
pub(crate) fn date_at(tokens: &[Token], at: usize) -> Option<SpokenDate> {
    let at = if tokens.get(at)?.is_word(DAY) { at + 1 } else { at };
    let day = tokens.get(at)?.number()?;
    let next = tokens.get(at + 1)?;
    let (month_at, year_at) = if next.is_word(MONTH) {
        let year_at = if tokens.get(at + 3)?.is_one_of(&[',', '/']) { at + 4 } else { at + 3 };
        let named = tokens.get(year_at)?.is_word(YEAR);
        (at + 2, if named { year_at + 1 } else { year_at })
    } else if next.is_one_of(&['/', '-', '.', '–']) {
        let second = tokens.get(at + 3)?;
        if !(second.kind == Kind::Mark && (second.key == next.key || second.is_mark('/'))) {
            return None;
        }
        (at + 2, at + 4)
    } else {
        return None;
    };
    let month = tokens.get(month_at)?.number()?;
    let year = tokens.get(year_at)?.number().filter(|year| (1900..=2200).contains(year))?;
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Some(SpokenDate { date: date.ok(), end: year_at + 1 })
}

#[cfg(test)]
mod tests {
    use super::super::line::tokens;
    use super::*;

    #[test]
    fn days_are_read_in_every_usual_form() {
        for (text, expected) in [
            ("ngày 08 tháng 12 năm 2020", Some("2020-12-08")),
            ("NGÀY 8 THÁNG 12 NĂM 2020", Some("2020-12-08")),
            ("ngày 04/7/2020", Some("2020-07-04")),
            ("08-12-2020", Some("2020-12-08")),
            ("8.12.2020", Some("2020-12-08")),
            ("ngày 31 tháng 02 năm 2021", None),
            ("ngày 15/7", None),
            ("ngày thông qua", None),
        ] {
            let tokens = tokens(text, 0);
            let found = date_at(&tokens, 0);
            let date = found.and_then(|found| found.date).map(|date| date.to_string());
            assert_eq!(date.as_deref(), expected, "{text}");
            assert!(found.is_none_or(|found| found.end == tokens.len()), "{text}");
        }
    }
}
