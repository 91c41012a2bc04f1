//! How certain an instruction is, and what makes it unsure.

use serde::{Deserialize, Serialize};

/// How certain an instruction is. What is unsure changes no status, and is shown as unsure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Certainty {
    /// Front matter says so.
    Stated,
    /// The text says so in words that mean nothing else.
    Read,
    /// The text may say so.
    Unsure(Doubt),
}

impl Certainty {
    /// Whether it may change a status.
    #[must_use]
    pub fn is_sure(self) -> bool {
        !matches!(self, Self::Unsure(_))
    }
}

/// Why an instruction is unsure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Doubt {
    /// A title, heading or enacting sentence announces it, and nothing below it says to what.
    OnlyAnnounced,
    /// Several verbs stand before one document, and nothing below them tells which of them means what.
    SeveralVerbs,
    /// Other words stand between verb and document, so that the document may be no more than a ground.
    FarFromVerb,
    /// It depends on something that the text does not tell: `nếu`, `trường hợp`.
    Conditional,
    /// Two texts say what cannot both hold.
    Contradiction,
    /// The sentence has words that were not understood, so that it may end later, in part or not at all.
    NotUnderstood,
    /// It stands below a heading of tasks, plans or proposals.
    OnlyPlanned,
    /// A text that is neither of the two tells of it.
    ToldByOther,
    /// The day or the issuer that is said of the document is not that of the one with this number.
    OtherDocument,
    /// The document that is held has no such provision.
    NoSuchProvision,
}

impl Doubt {
    /// Every reason, in the order of data and catalogues.
    pub const ALL: [Self; 10] = [
        Self::OnlyAnnounced,
        Self::SeveralVerbs,
        Self::FarFromVerb,
        Self::Conditional,
        Self::Contradiction,
        Self::NotUnderstood,
        Self::OnlyPlanned,
        Self::ToldByOther,
        Self::OtherDocument,
        Self::NoSuchProvision,
    ];

    /// The name in data and in catalogues of words: `only_announced`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnlyAnnounced => "only_announced",
            Self::SeveralVerbs => "several_verbs",
            Self::FarFromVerb => "far_from_verb",
            Self::Conditional => "conditional",
            Self::Contradiction => "contradiction",
            Self::NotUnderstood => "not_understood",
            Self::OnlyPlanned => "only_planned",
            Self::ToldByOther => "told_by_other",
            Self::OtherDocument => "other_document",
            Self::NoSuchProvision => "no_such_provision",
        }
    }
}
