//! The lists of the site, and which of their rows stand together.

use std::ops::Range;

use crate::document::Kind;
use crate::link::{DocumentIndex, Site, Status};

/// The rows of one year in a list. Lists run from new to old, so they lie side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearRows {
    /// The year.
    pub year: i16,
    /// Places of its rows in the list.
    pub rows: Range<usize>,
}

/// The resolutions with one status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusRows {
    /// The status.
    pub status: Status,
    /// The resolutions, newest first; never none.
    pub rows: Vec<DocumentIndex>,
}

/// What a list lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListOf {
    /// Nghị quyết
    Resolutions,
    /// Báo cáo
    Reports,
    /// Tin tức
    News,
    /// Kỳ họp
    Sessions,
    /// Khóa
    Terms,
    /// Đại biểu
    Officials,
    /// Chủ đề
    Topics,
    /// Cơ quan
    Bodies,
    /// Văn bản được dẫn chiếu
    Documents,
}

impl ListOf {
    /// The list of texts of a kind; those of what texts name have no such list, and are no text.
    #[must_use]
    pub fn texts(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Resolution => Some(Self::Resolutions),
            Kind::Report => Some(Self::Reports),
            Kind::News => Some(Self::News),
            Kind::Session | Kind::Official | Kind::Topic | Kind::Body | Kind::Page => None,
        }
    }

    /// All lists, in the order of the menu.
    pub const ALL: [Self; 9] = [
        Self::Resolutions,
        Self::Sessions,
        Self::Officials,
        Self::Topics,
        Self::News,
        Self::Reports,
        Self::Bodies,
        Self::Terms,
        Self::Documents,
    ];

    /// Its key in the words of a theme, in plural.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Resolutions => "resolutions",
            Self::Reports => "reports",
            Self::News => "news",
            Self::Sessions => "sessions",
            Self::Terms => "terms",
            Self::Officials => "officials",
            Self::Topics => "topics",
            Self::Bodies => "bodies",
            Self::Documents => "documents",
        }
    }
}

/// The years of rows that run from new to old.
pub(super) fn years(rows: &[Option<i16>]) -> Vec<YearRows> {
    let mut years: Vec<YearRows> = Vec::new();
    for (at, year) in rows.iter().enumerate() {
        match (year, years.last_mut()) {
            (Some(year), Some(last)) if last.year == *year => last.rows.end = at + 1,
            (Some(year), _) => years.push(YearRows { year: *year, rows: at..at + 1 }),
            (None, _) => {}
        }
    }
    years
}

/// The resolutions by status, for the statuses that there are.
pub(super) fn statuses(site: &Site) -> Vec<StatusRows> {
    let with = |status| -> Vec<DocumentIndex> {
        let all = site.resolutions.iter().copied();
        all.filter(|index| site.document(*index).validity.status == status).collect()
    };
    let all = Status::ALL.into_iter().map(|status| StatusRows { status, rows: with(status) });
    all.filter(|with_status| !with_status.rows.is_empty()).collect()
}
