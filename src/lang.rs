//! The language of the site's frame: its words, and how it writes dates and addresses.

use std::collections::BTreeMap;

use crate::text::{Date, Moment, PartialDate};

/// A language that the frame of a site can have. Legal texts are Vietnamese in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese
    #[default]
    Vi,
    /// English
    En,
}

impl Lang {
    /// The code of BCP 47.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

/// The words of one language, by key. Words with places in braces are filled by [`Translations::fill`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Translations {
    /// The language of the words.
    pub lang: Lang,
    words: BTreeMap<String, String>,
}

impl Translations {
    /// Words of one language.
    #[must_use]
    pub fn new(lang: Lang, words: BTreeMap<String, String>) -> Self {
        Self { lang, words }
    }

    /// The words under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.words.get(key).map(String::as_str)
    }

    /// The words under a key; the key itself where there are none, so that the gap shows and nothing stops.
    #[must_use]
    pub fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.get(key).unwrap_or(key)
    }

    /// The words under a key with `{name}` replaced by its value.
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.word(key), values)
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// A day as the site writes it: `12/7/2023`, `09/12/2022` (two digits for days below 10 and months 1 and 2,
    /// Decree 30/2020/NĐ-CP, appendix I), or `12 July 2023`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        match self.lang {
            Lang::Vi => {
                let month = vietnamese_month(date.month());
                format!("{:02}/{month}/{}", date.day(), date.year())
            }
            Lang::En => format!("{} {} {}", date.day(), english_month(date.month()), date.year()),
        }
    }

    /// A day with its time, where that is known.
    #[must_use]
    pub fn moment(&self, moment: Moment) -> String {
        match moment.time {
            Some(time) => {
                format!("{}, {:02}:{:02}", self.date(moment.date), time.hour(), time.minute())
            }
            None => self.date(moment.date),
        }
    }

    /// A year, a month (`7/2023`, `July 2023`) or a day.
    #[must_use]
    pub fn partial_date(&self, date: PartialDate) -> String {
        match (date, self.lang) {
            (PartialDate::Year(year), _) => year.to_string(),
            (PartialDate::Month(year, month), Lang::Vi) => format!("{month}/{year}"),
            (PartialDate::Month(year, month), Lang::En) => format!("{} {year}", english_month(month)),
            (PartialDate::Day(day), _) => self.date(day),
        }
    }

    /// A whole number with its thousands parted: `54.000`, `54,000`.
    #[must_use]
    pub fn count(&self, number: usize) -> String {
        let digits = number.to_string();
        let separator = match self.lang {
            Lang::Vi => '.',
            Lang::En => ',',
        };
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }
}

/// Replaces each `{name}` of `pattern` by its value; unknown names stay as they are.
#[must_use]
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        rest = &rest[open..];
        let filled = rest.find('}').and_then(|close| {
            let value = values.iter().find(|(name, _)| *name == &rest[1..close])?;
            Some((close, value.1))
        });
        match filled {
            Some((close, value)) => {
                text.push_str(value);
                rest = &rest[close + 1..];
            }
            None => {
                text.push('{');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

fn vietnamese_month(month: i8) -> String {
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}

fn english_month(month: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{parse_date, parse_moment};

    #[test]
    fn dates_are_written_as_the_language_has_them() {
        let vi = Translations::new(Lang::Vi, BTreeMap::new());
        let en = Translations::new(Lang::En, BTreeMap::new());
        for (iso, vietnamese, english) in [
            ("2023-07-12", "12/7/2023", "12 July 2023"),
            ("2022-12-09", "09/12/2022", "9 December 2022"),
            ("2023-02-05", "05/02/2023", "5 February 2023"),
        ] {
            let date = parse_date(iso).unwrap();
            assert_eq!(vi.date(date), vietnamese);
            assert_eq!(en.date(date), english);
        }
        assert_eq!(vi.moment(parse_moment("2023-07-12 07:05").unwrap()), "12/7/2023, 07:05");
        assert_eq!(vi.count(54000), "54.000");
        assert_eq!(en.count(999), "999");
    }

    #[test]
    fn places_are_filled_once() {
        assert_eq!(fill("{n} trong {m}", &[("n", "{m}"), ("m", "2")]), "{m} trong 2");
        assert_eq!(fill("{lạ} {n", &[("n", "1")]), "{lạ} {n");
    }
}
