//! A provision as it is put together: its units, small to large.

use super::unit::{Level, Unit};
use crate::legal::ProvisionPath;
use crate::legal::instruction::TargetProvision;

/// A provision as it is put together: its units, small to large.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::legal::instruction) struct Entry {
    pub(super) units: Vec<Unit>,
    /// Which text of the document it is in, where the words say so right behind it: `khoản 1 Điều 2 Nghị quyết`.
    pub(in crate::legal::instruction) text: Option<Text>,
    /// Whether words before it say what of it is meant: `quy định về mức thu tại khoản 1 Điều 2`.
    pub(in crate::legal::instruction) is_described: bool,
}

/// The text of a document that provisions are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::legal::instruction) enum Text {
    /// The resolution itself.
    Itself,
    /// What is attached to it (quy định, quy chế kèm theo).
    Attached,
}

impl Entry {
    /// A provision that is named by one unit so far.
    pub(super) fn of(unit: Unit) -> Self {
        Self { units: vec![unit], text: None, is_described: false }
    }

    /// Makes it a part of the provision that it names.
    pub(in crate::legal::instruction) fn make_part(&mut self) {
        self.units.insert(0, Unit { level: Level::Piece, words: String::new(), anchor: None });
    }

    /// Whether only a part of what it names is meant, that no anchor can name: `một số khoản của Điều 3`.
    pub(in crate::legal::instruction) fn is_part(&self) -> bool {
        self.units.first().is_some_and(|unit| unit.anchor.is_none() && unit.words.is_empty())
    }

    /// Whether it is counted within something larger, so that it names no place alone: a row, `khoản 2`, `Mục I`.
    pub(super) fn is_counted_within(&self) -> bool {
        matches!(
            self.top(),
            Level::Piece
                | Level::Point
                | Level::Clause
                | Level::Heading
                | Level::Subsection
                | Level::Section
                | Level::Part
        ) || (self.top() == Level::Form && self.units.first().is_some_and(|unit| unit.level == Level::Piece))
    }

    /// The level of its largest unit.
    pub(super) fn top(&self) -> Level {
        self.units.last().map_or(Level::Name, |unit| unit.level)
    }

    /// Whether it is counted from nothing that is named: `khoản 2`.
    pub(in crate::legal::instruction) fn is_open(&self) -> bool {
        self.top() < Level::Article
    }

    /// The same within what holds it, where it is not complete.
    pub(in crate::legal::instruction) fn within(mut self, holder: Option<&Self>) -> Self {
        if let Some(holder) = holder.filter(|_| self.is_open()) {
            let top = self.top();
            self.units.extend(holder.units.iter().filter(|unit| unit.level > top).cloned());
        }
        self
    }

    /// Whether only the name of a provision is meant: `tên Điều 3`.
    pub(in crate::legal::instruction) fn is_name(&self) -> bool {
        self.units.first().is_some_and(|unit| unit.level == Level::Name)
    }

    /// Whether it is an annex as a whole.
    pub(in crate::legal::instruction) fn is_annex(&self) -> bool {
        matches!(self.units.as_slice(), [unit] if unit.level == Level::Annex)
    }

    /// The number of the annex that it is or lies in, as anchors write it.
    pub(in crate::legal::instruction) fn annex_number(&self) -> Option<String> {
        let annex = self.units.last().filter(|unit| unit.level == Level::Annex)?;
        annex.anchor.as_ref()?.rsplit('-').next().map(str::to_owned)
    }

    /// The provision of the target that it names.
    pub(in crate::legal::instruction) fn provision(&self) -> TargetProvision {
        let words: Vec<&str> =
            self.units.iter().map(|unit| unit.words.as_str()).filter(|words| !words.is_empty()).collect();
        // Articles are numbered through a document: its divisions are no part of their anchor, an annex is.
        let has_article = self.units.iter().any(|unit| unit.level == Level::Article);
        let is_division =
            |unit: &Unit| has_article && unit.level > Level::Article && unit.level != Level::Annex;
        let anchored: Vec<&str> = self
            .units
            .iter()
            .rev()
            .filter(|unit| !is_division(unit))
            .map_while(|unit| unit.anchor.as_deref())
            .collect();
        let is_part = self.units.iter().any(|unit| unit.anchor.is_none());
        let path = if self.is_open() && self.top() != Level::Form {
            None
        } else {
            ProvisionPath::from_anchor(&anchored.join("-"))
        };
        TargetProvision { words: words.join(" "), path, is_part }
    }
}
