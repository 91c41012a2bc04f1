//! The fields that front matter may have: a record for each kind of document, and what these hold.

mod common;
mod news;
mod official;
mod records;
mod relations;
mod report;
mod resolution;
mod session;

pub use common::{Attachment, Common, Picture, Removal, SourceFields, WithdrawFields};
pub use news::NewsFields;
pub use official::{OfficialFields, RoleFields};
pub use records::{BodyFields, BodyKind, PageFields, TopicFields};
pub use relations::{RelationFields, Relations, StatedExtent};
pub use report::{About, ReportFields, ResultFields};
pub use resolution::{Comparison, DenialFields, ResolutionFields, TargetFields, VoteFields};
pub use session::{AgendaItem, Attendance, Minutes, SessionFields, SessionKind, SessionState};
