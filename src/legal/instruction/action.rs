//! What an instruction does (hành động), and the relation between documents that it makes.

use serde::{Deserialize, Serialize};

use crate::legal::RelationKind;

/// What an instruction does (hành động).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Action {
    /// New wording for provisions: `sửa đổi, bổ sung khoản 2 Điều 5 như sau`
    Replace,
    /// New provisions: `bổ sung khoản 4 vào sau khoản 3`
    Insert,
    /// Provisions are taken out: `bãi bỏ khoản 3 Điều 6`
    Delete,
    /// Other words for words: `thay thế cụm từ “A” bằng cụm từ “B”`
    ReplaceWords,
    /// Words are taken out: `bỏ cụm từ “A”`
    DeleteWords,
    /// Words are added: `bổ sung cụm từ “A” vào sau cụm từ “B”`
    InsertWords,
    /// Another name for a provision: `sửa đổi tên Điều 3`
    Rename,
    /// A change that is only described: a table, a figure, a form, or an adjustment in words.
    Other,
    /// Thay thế
    Replaces,
    /// Bãi bỏ, hủy bỏ
    Repeals,
    /// `... hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực`
    Ends,
    /// Ngưng hiệu lực, tạm ngưng, đình chỉ thi hành
    Suspends,
    /// Kéo dài, gia hạn thời gian thực hiện; tiếp tục thực hiện
    Extends,
    /// Đính chính
    Corrects,
    /// Quy định chi tiết, hướng dẫn thi hành
    Details,
    /// Hợp nhất
    Consolidates,
}

impl Action {
    /// The relation between documents that the action makes.
    #[must_use]
    pub fn relation(self) -> RelationKind {
        match self {
            Self::Replace
            | Self::Insert
            | Self::ReplaceWords
            | Self::DeleteWords
            | Self::InsertWords
            | Self::Rename
            | Self::Other => RelationKind::Amends,
            Self::Replaces => RelationKind::Replaces,
            Self::Repeals | Self::Ends | Self::Delete => RelationKind::Repeals,
            Self::Suspends => RelationKind::Suspends,
            Self::Extends => RelationKind::Extends,
            Self::Corrects => RelationKind::Corrects,
            Self::Details => RelationKind::Details,
            Self::Consolidates => RelationKind::Consolidates,
        }
    }

    /// The name in data: `replace`, `insert`, `delete_words`, `repeals`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Replace => "replace",
            Self::Insert => "insert",
            Self::Delete => "delete",
            Self::ReplaceWords => "replace_words",
            Self::DeleteWords => "delete_words",
            Self::InsertWords => "insert_words",
            Self::Rename => "rename",
            Self::Other => "other",
            Self::Replaces => "replaces",
            Self::Repeals => "repeals",
            Self::Ends => "ends",
            Self::Suspends => "suspends",
            Self::Extends => "extends",
            Self::Corrects => "corrects",
            Self::Details => "details",
            Self::Consolidates => "consolidates",
        }
    }

    /// Whether some of the old wording ends with it, so that the other document has ended in part (Luật 64/2025/QH15,
    /// Điều 57). What is only added ends nothing.
    #[must_use]
    pub fn ends_wording(self) -> bool {
        match self {
            Self::Replace
            | Self::Delete
            | Self::ReplaceWords
            | Self::DeleteWords
            | Self::Replaces
            | Self::Repeals
            | Self::Ends => true,
            Self::Insert
            | Self::InsertWords
            | Self::Rename
            | Self::Other
            | Self::Suspends
            | Self::Extends
            | Self::Corrects
            | Self::Details
            | Self::Consolidates => false,
        }
    }
}

impl Action {
    /// Whether it takes a provision out of effect, for good or for a time.
    pub(super) fn ends_or_suspends(self) -> bool {
        matches!(self, Self::Replaces | Self::Repeals | Self::Delete | Self::Ends | Self::Suspends)
    }
}
