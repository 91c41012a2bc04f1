//! The twelve fields of work of the made-up council: topics, offices, vocabulary, indicators, laws.

use super::{digits, fields_economy, fields_land, fields_people, fields_state};

/// One field of work as it stands in the source; lists are parted by `|`.
#[derive(Debug)]
pub(super) struct Field {
    /// The parent topic.
    pub(super) topic: Named,
    /// The topics below it.
    pub(super) topics: [Named; 4],
    /// The provincial office that answers for the field.
    pub(super) office: Named,
    /// What the head of that office is called.
    pub(super) head: &'static str,
    /// The committee of the council that verifies drafts of the field: a place in `names::COMMITTEES`.
    pub(super) committee: u32,
    /// Nouns of the field.
    pub(super) things: &'static str,
    /// Deeds: verb and object.
    pub(super) deeds: &'static str,
    /// People whom the field concerns.
    pub(super) groups: &'static str,
    /// What goes wrong in the field.
    pub(super) troubles: &'static str,
    /// Who acts in the field.
    pub(super) actors: &'static str,
    /// What is counted in the field.
    pub(super) units: &'static str,
    /// What is promised and measured in the field.
    pub(super) indicators: [Indicator; 5],
    /// Symbols of national documents of the field, in `national`.
    pub(super) laws: &'static [&'static str],
}

/// A name with the file name that belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    /// The name as people write it.
    pub(super) name: &'static str,
    /// The same in ASCII with hyphens.
    pub(super) slug: &'static str,
}

/// Something that can be promised and measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Indicator {
    /// What is measured.
    pub(super) name: &'static str,
    /// The unit.
    pub(super) unit: &'static str,
    /// The lowest value to invent, in tenths.
    pub(super) low: u32,
    /// The highest value to invent, in tenths.
    pub(super) high: u32,
    /// How a result is compared with the target.
    pub(super) comparison: Comparison,
}

impl Indicator {
    /// Writes a value in tenths with the unit: `8,7%`, `54.000 tỷ đồng`.
    pub(super) fn measure(self, text: &mut String, value: u32) {
        digits::tenths(text, value);
        if self.unit != "%" {
            text.push(' ');
        }
        text.push_str(self.unit);
    }
}

/// How a result is compared with a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    /// The target or more.
    AtLeast,
    /// More than the target.
    MoreThan,
    /// Less than the target.
    LessThan,
}

impl Comparison {
    /// The word for it, in front matter and in the text.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::AtLeast => "từ",
            Self::MoreThan => "trên",
            Self::LessThan => "dưới",
        }
    }
}

/// How many fields there are.
pub(super) const COUNT: u32 = 12;

/// All fields, in a fixed order.
pub(super) const FIELDS: [&Field; 12] = [
    &fields_economy::BUDGET,
    &fields_economy::INVESTMENT,
    &fields_land::LAND,
    &fields_land::FARMING,
    &fields_economy::INDUSTRY,
    &fields_land::ROADS,
    &fields_people::SCHOOLS,
    &fields_people::HEALTH,
    &fields_people::CULTURE,
    &fields_state::WELFARE,
    &fields_state::SECURITY,
    &fields_state::ADMINISTRATION,
];

/// A name and its file name.
pub(super) const fn named(name: &'static str, slug: &'static str) -> Named {
    Named { name, slug }
}

/// A target of which more is better; values in tenths.
pub(super) const fn at_least(name: &'static str, unit: &'static str, low: u32, high: u32) -> Indicator {
    Indicator { name, unit, low, high, comparison: Comparison::AtLeast }
}

/// A target that is to be passed; values in tenths.
pub(super) const fn more_than(name: &'static str, unit: &'static str, low: u32, high: u32) -> Indicator {
    Indicator { name, unit, low, high, comparison: Comparison::MoreThan }
}

/// A target of which less is better; values in tenths.
pub(super) const fn less_than(name: &'static str, unit: &'static str, low: u32, high: u32) -> Indicator {
    Indicator { name, unit, low, high, comparison: Comparison::LessThan }
}
