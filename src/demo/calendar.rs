//! Days of the Gregorian calendar, as the made-up documents need them.

use super::digits;

/// A day. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Date {
    /// The year, 1 or later.
    pub(super) year: u32,
    /// The month, 1 to 12.
    pub(super) month: u32,
    /// The day of the month, from 1.
    pub(super) day: u32,
}

impl Date {
    /// A date from its three parts, which the caller knows to be right.
    pub(super) const fn new(year: u32, month: u32, day: u32) -> Self {
        Self { year, month, day }
    }

    /// A date written as one number, such as `20150619`.
    pub(super) const fn from_number(number: u32) -> Self {
        Self::new(number / 10_000, number / 100 % 100, number % 100)
    }

    /// Days since 1 March of the year 0.
    const fn count(self) -> u32 {
        let (year, month) =
            if self.month > 2 { (self.year, self.month - 3) } else { (self.year - 1, self.month + 9) };
        let (era, year) = (year / 400, year % 400);
        era * 146_097 + year * 365 + year / 4 - year / 100 + (153 * month + 2) / 5 + self.day - 1
    }

    /// The day that lies `count` days after 1 March of the year 0.
    const fn from_count(count: u32) -> Self {
        let (era, rest) = (count / 146_097, count % 146_097);
        let year = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365;
        let rest = rest - (365 * year + year / 4 - year / 100);
        let month = (5 * rest + 2) / 153;
        let day = rest - (153 * month + 2) / 5 + 1;
        let year = year + era * 400;
        if month < 10 { Self::new(year, month + 3, day) } else { Self::new(year + 1, month - 9, day) }
    }

    /// The day that lies `days` later.
    pub(super) const fn plus(self, days: u32) -> Self {
        Self::from_count(self.count() + days)
    }

    /// The day that lies `days` earlier.
    pub(super) const fn minus(self, days: u32) -> Self {
        Self::from_count(self.count() - days)
    }

    /// Writes `2023-07-12`.
    pub(super) fn iso(self, text: &mut String) {
        digits::padded(text, self.year, 4);
        text.push('-');
        digits::padded(text, self.month, 2);
        text.push('-');
        digits::padded(text, self.day, 2);
    }

    /// Writes `12 tháng 7 năm 2023`: a zero before days below 10 and before months 1 and 2.
    pub(super) fn long(self, text: &mut String) {
        digits::padded(text, self.day, 2);
        text.push_str(" tháng ");
        digits::padded(text, self.month, month_width(self.month));
        text.push_str(" năm ");
        digits::plain(text, self.year);
    }

    /// Writes `12/7/2023`, with zeros as in the long form.
    pub(super) fn short(self, text: &mut String) {
        self.day_and_month(text);
        text.push('/');
        digits::plain(text, self.year);
    }

    /// Writes `12/7`, as news do.
    pub(super) fn day_and_month(self, text: &mut String) {
        digits::padded(text, self.day, 2);
        text.push('/');
        digits::padded(text, self.month, month_width(self.month));
    }
}

/// How many digits a month is written with.
const fn month_width(month: u32) -> usize {
    if month < 3 { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut String)) -> String {
        let mut text = String::new();
        write(&mut text);
        text
    }

    #[test]
    fn days_are_counted_across_months_and_leap_years() {
        assert_eq!(Date::new(2024, 2, 28).plus(1), Date::new(2024, 2, 29));
        assert_eq!(Date::new(2023, 2, 28).plus(1), Date::new(2023, 3, 1));
        assert_eq!(Date::new(2023, 12, 31).plus(1), Date::new(2024, 1, 1));
        assert_eq!(Date::new(2024, 3, 1).minus(1), Date::new(2024, 2, 29));
        assert_eq!(Date::new(2004, 1, 1).plus(366), Date::new(2005, 1, 1));
        for count in 0..12_000 {
            let date = Date::new(2000, 1, 1).plus(count);
            assert_eq!(date.minus(count), Date::new(2000, 1, 1));
        }
    }

    #[test]
    fn dates_are_written_as_offices_write_them() {
        let date = Date::new(2020, 2, 5);
        assert_eq!(written(|text| date.iso(text)), "2020-02-05");
        assert_eq!(written(|text| date.long(text)), "05 tháng 02 năm 2020");
        assert_eq!(written(|text| Date::from_number(20_230_712).short(text)), "12/7/2023");
        assert_eq!(written(|text| date.day_and_month(text)), "05/02");
    }
}
