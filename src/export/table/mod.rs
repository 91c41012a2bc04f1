//! The open data as tables: what their columns are, and their rows as values. CSV, JSON, JSON Schema, Table Schema and the
//! dictionary of columns all follow from the one declaration of a column.

mod citations;
mod gaps;
mod relations;
mod resolutions;
mod roles;
mod sessions;
mod targets;
mod votes;

use std::borrow::Cow;

use crate::front::{Figure, Located};
use crate::plan::TableName;
use crate::text::{Date, PartialDate};
use crate::view::Scene;

/// A column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Its name, the same in every language and every version. Its words are in the theme under `column_` and this.
    pub(super) key: &'static str,
    /// What its values are.
    pub(super) kind: Kind,
    /// Whether every row has a value.
    pub(super) is_always: bool,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// Figures as a text gives them: numbers, or words such as `trên 11`.
    Figure,
    /// Whole addresses.
    Address,
    /// Days: `2023-07-12`.
    Day,
    /// Years, months or days, as much as is known: `2023`, `2023-07`, `2023-07-12`.
    PartialDay,
    /// Whole numbers, never below 0; years too.
    Count,
    /// Yes or no.
    Truth,
    /// Some words of which each stands for itself; in CSV parted by `; `.
    List,
    /// One of these.
    OneOf(&'static [&'static str]),
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    /// Not known, or there is none.
    Unknown,
    /// Words that were written by people.
    Text(Cow<'a, str>),
    /// Words that are made here: addresses, days, keys.
    Own(Cow<'a, str>),
    /// A figure as it was written, with its value where it is a number.
    Figure(&'a str, Option<f64>),
    /// A number.
    Count(u64),
    /// Yes or no.
    Truth(bool),
    /// Words that were written by people.
    List(Vec<Cow<'a, str>>),
}

/// Takes the rows of a table one by one, so that no table is held as a whole.
pub(super) type Rows<'r, 'a> = &'r mut dyn FnMut(&[Cell<'a>]);

/// The columns of a table.
pub(super) fn columns(table: TableName) -> &'static [Column] {
    match table {
        TableName::Resolutions => resolutions::COLUMNS,
        TableName::Sessions => sessions::COLUMNS,
        TableName::Roles => roles::COLUMNS,
        TableName::Citations => citations::COLUMNS,
        TableName::Relations => relations::COLUMNS,
        TableName::Targets => targets::COLUMNS,
        TableName::Votes => votes::COLUMNS,
        TableName::Gaps => gaps::COLUMNS,
    }
}

/// Gives the rows of a table, in an order that follows from the content alone. Each has as many cells as there are
/// columns.
pub(super) fn rows<'a>(scene: Scene<'a>, table: TableName, rows: Rows<'_, 'a>) {
    match table {
        TableName::Resolutions => resolutions::rows(scene, rows),
        TableName::Sessions => sessions::rows(scene, rows),
        TableName::Roles => roles::rows(scene, rows),
        TableName::Citations => citations::rows(scene, rows),
        TableName::Relations => relations::rows(scene, rows),
        TableName::Targets => targets::rows(scene, rows),
        TableName::Votes => votes::rows(scene, rows),
        TableName::Gaps => gaps::rows(scene, rows),
    }
}

const fn column(key: &'static str, kind: Kind) -> Column {
    Column { key, kind, is_always: false }
}

const fn always(key: &'static str, kind: Kind) -> Column {
    Column { key, kind, is_always: true }
}

impl<'a> Cell<'a> {
    fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    fn own(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Own(text.into())
    }

    fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }

    fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Unknown, |day| Self::Own(day.to_string().into()))
    }

    fn partial_day(day: Option<PartialDate>) -> Self {
        day.map_or(Self::Unknown, |day| {
            Self::Own(match day {
                PartialDate::Year(year) => format!("{year:04}").into(),
                PartialDate::Month(year, month) => format!("{year:04}-{month:02}").into(),
                PartialDate::Day(day) => day.to_string().into(),
            })
        })
    }

    fn year(year: Option<i16>) -> Self {
        year.and_then(|year| u64::try_from(year).ok()).map_or(Self::Unknown, Self::Count)
    }

    fn figure(figure: Option<&'a Located<Figure>>) -> Self {
        figure.map_or(Self::Unknown, |figure| Self::Figure(&figure.value.text, figure.value.value))
    }

    /// Words, where there are any.
    fn maybe(text: Option<&'a str>) -> Self {
        text.map_or(Self::Unknown, |text| Self::Text(text.into()))
    }

    fn maybe_own(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Self::Unknown, |text| Self::Own(text.into()))
    }
}
