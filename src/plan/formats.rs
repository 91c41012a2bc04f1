//! What a reader may ask for by name: files for machines, by format.

use super::Export;
use crate::link::DocumentIndex;

/// A format in which machines read the portal or its documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Akoma Ntoso 3.0.
    Akn,
    /// The shape of `OParl` 1.1.
    Oparl,
    /// Popolo 1.0.
    Popolo,
    /// Words to crawlers (RFC 9309).
    Robots,
}

impl Format {
    /// All formats, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Akn, Self::Oparl, Self::Popolo, Self::Robots];

    /// Its name in commands.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Akn => "akn",
            Self::Oparl => "oparl",
            Self::Popolo => "popolo",
            Self::Robots => "robots",
        }
    }

    /// What it is, in a few words.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Akn => "each resolution and report as Akoma Ntoso 3.0 (XML)",
            Self::Oparl => "bodies, people, sessions and papers in the shape of OParl 1.1 (JSON)",
            Self::Popolo => "people, organizations and memberships as Popolo (JSON)",
            Self::Robots => "robots.txt, the words to crawlers",
        }
    }
}

impl Export {
    /// The format of the file.
    #[must_use]
    pub fn format(self) -> Format {
        match self {
            Self::Akn(_) => Format::Akn,
            Self::Oparl(_) => Format::Oparl,
            Self::Popolo(_) => Format::Popolo,
            Self::Robots => Format::Robots,
        }
    }

    /// The document that the file is of; `None` for files of the whole portal.
    #[must_use]
    pub fn document(self) -> Option<DocumentIndex> {
        match self {
            Self::Akn(index) => Some(index),
            Self::Oparl(_) | Self::Popolo(_) | Self::Robots => None,
        }
    }
}
