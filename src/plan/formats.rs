//! What a reader may ask for by name: files for machines, by format.

use super::{DataFile, Export, TextForm};
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
    /// Tables as CSV (RFC 4180).
    Csv,
    /// Tables as JSON, with their schemas.
    Data,
    /// All that is known of each text, as JSON.
    Json,
    /// The words of each text.
    Text,
    /// Each text as Markdown.
    Markdown,
    /// What is new (Atom, RFC 4287).
    Feeds,
    /// Sessions (RFC 5545).
    Calendar,
    /// The catalogue of the data (DCAT-AP 3).
    Dcat,
    /// The package of the data (Frictionless).
    Package,
    /// All addresses (sitemaps.org).
    Sitemap,
    /// Words to crawlers (RFC 9309).
    Robots,
}

impl Format {
    /// All formats, in the order in which they are told.
    pub const ALL: [Self; 14] = [
        Self::Akn,
        Self::Json,
        Self::Text,
        Self::Markdown,
        Self::Csv,
        Self::Data,
        Self::Popolo,
        Self::Oparl,
        Self::Feeds,
        Self::Calendar,
        Self::Dcat,
        Self::Package,
        Self::Sitemap,
        Self::Robots,
    ];

    /// Its name in commands.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Akn => "akn",
            Self::Oparl => "oparl",
            Self::Popolo => "popolo",
            Self::Csv => "csv",
            Self::Data => "data",
            Self::Json => "json",
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Feeds => "feeds",
            Self::Calendar => "calendar",
            Self::Dcat => "dcat",
            Self::Package => "package",
            Self::Sitemap => "sitemap",
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
            Self::Csv => "tables of the whole portal (CSV)",
            Self::Data => "the same tables with their schemas (JSON)",
            Self::Json => "all that is known of each resolution, report and news item (JSON)",
            Self::Text => "the words of each resolution, report and news item",
            Self::Markdown => "each resolution, report and news item as Markdown",
            Self::Feeds => "what is new (Atom)",
            Self::Calendar => "sessions (iCalendar)",
            Self::Dcat => "the catalogue of the data (DCAT-AP, JSON-LD)",
            Self::Package => "the package of the data (Frictionless)",
            Self::Sitemap => "all addresses (sitemap.xml)",
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
            Self::Text(_, TextForm::Json) => Format::Json,
            Self::Text(_, TextForm::Plain) => Format::Text,
            Self::Text(_, TextForm::Markdown) => Format::Markdown,
            Self::Data(DataFile::Csv(_)) => Format::Csv,
            Self::Data(DataFile::Json(_) | DataFile::Schema(_) | DataFile::TextSchema) => Format::Data,
            Self::Data(DataFile::Package) => Format::Package,
            Self::Data(DataFile::Catalogue) => Format::Dcat,
            Self::Feed(_) => Format::Feeds,
            Self::Calendar(_) => Format::Calendar,
            Self::Sitemap(_) => Format::Sitemap,
            Self::Robots => Format::Robots,
        }
    }

    /// The document that the file is of; `None` for files of the whole portal.
    #[must_use]
    pub fn document(self) -> Option<DocumentIndex> {
        match self {
            Self::Akn(index) | Self::Text(index, _) => Some(index),
            _ => None,
        }
    }
}
