//! Fields of a session (kỳ họp).

use super::Attachment;
use crate::document::Reference;
use crate::front::{Located, Named, Text};
use crate::text::Date;
use crate::{record, words};

record! {
    /// Fields of a session (kỳ họp, phiên họp).
    pub struct SessionFields {
        /// The body that meets.
        body: Text,
        /// The term (khóa), as a Roman numeral.
        term: Text,
        /// Its number within the term.
        number: Located<u32>,
        /// What sort of meeting it is.
        kind: Located<SessionKind>,
        /// First day.
        start: Located<Date>,
        /// Last day.
        end: Located<Date>,
        /// Where it is held.
        venue: Text,
        /// Who chairs it.
        chairs: Vec<Reference>,
        /// Whether it is planned or over.
        state: Located<SessionState>,
        /// What is dealt with, in order.
        agenda: Vec<AgendaItem>,
        /// Who was there, by sitting.
        attendance: Vec<Attendance>,
        /// Figures, in the order written.
        statistics: Named<Text>,
        /// The minutes (biên bản): a file beside the document, or an address.
        minutes: Minutes,
    }
}

words! {
    /// What sort of meeting a session is.
    pub enum SessionKind {
        /// Kỳ họp thường lệ
        Regular = "regular",
        /// Kỳ họp chuyên đề
        Thematic = "thematic",
        /// Phiên họp Thường trực HĐND
        StandingBoard = "standing-board",
        /// Phiên giải trình, chất vấn
        Hearing = "hearing",
        /// Hội nghị
        Conference = "conference",
    }
}

words! {
    /// Whether a session is planned or over.
    pub enum SessionState {
        /// Dự kiến
        Scheduled = "scheduled",
        /// Đã họp
        Held = "held",
        /// Hoãn
        Postponed = "postponed",
        /// Hủy
        Cancelled = "cancelled",
    }
}

record! {
    /// A line of an agenda (chương trình).
    pub struct AgendaItem {
        /// The day.
        day: Located<Date>,
        /// The time, as written.
        time: Text,
        /// What is dealt with.
        title: Text,
        /// Who presents it.
        presenter: Text,
        /// Documents that belong to it.
        documents: Vec<Reference>,
    }
}

record! {
    /// Attendance at one sitting. Counts are of deputies.
    pub struct Attendance {
        /// The sitting.
        sitting: Text,
        /// All deputies.
        total: Located<u32>,
        /// Deputies present.
        present: Located<u32>,
        /// Absent with leave.
        excused: Located<u32>,
        /// Absent without leave.
        unexcused: Located<u32>,
    }
}

/// Minutes of a session: one or more files or addresses.
pub type Minutes = Vec<Attachment>;
