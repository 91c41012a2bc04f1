//! Relations between documents (quan hệ văn bản) and how they are named from either end.

/// What one document does to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RelationKind {
    /// Sửa đổi, bổ sung
    Amends,
    /// Thay thế
    Replaces,
    /// Bãi bỏ
    Repeals,
    /// Ngưng hiệu lực
    Suspends,
    /// Kéo dài thời gian thực hiện
    Extends,
    /// Đính chính
    Corrects,
    /// Thực hiện
    Implements,
    /// Quy định chi tiết, hướng dẫn thi hành
    Details,
    /// Hợp nhất
    Consolidates,
    /// Căn cứ
    BasedOn,
}

impl RelationKind {
    /// All kinds, in the order in which pages list them.
    pub const ALL: [Self; 10] = [
        Self::Amends,
        Self::Replaces,
        Self::Repeals,
        Self::Suspends,
        Self::Extends,
        Self::Corrects,
        Self::Consolidates,
        Self::Details,
        Self::Implements,
        Self::BasedOn,
    ];

    /// The name of the field in front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Amends => "amends",
            Self::Replaces => "replaces",
            Self::Repeals => "repeals",
            Self::Suspends => "suspends",
            Self::Extends => "extends",
            Self::Corrects => "corrects",
            Self::Implements => "implements",
            Self::Details => "details",
            Self::Consolidates => "consolidates",
            Self::BasedOn => "based_on",
        }
    }
}
use serde::{Deserialize, Serialize};
