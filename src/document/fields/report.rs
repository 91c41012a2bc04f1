//! Fields of a report (báo cáo).

use crate::document::Reference;
use crate::front::{Figure, Located, Named, Text};
use crate::text::{Date, PartialDate};
use crate::{record, words};

record! {
    /// Fields of a report (báo cáo).
    pub struct ReportFields {
        /// Its number and symbol.
        number ["so_hieu"]: Text,
        /// The day of the report.
        date ["ngay_ban_hanh", "ngay"]: Located<Date>,
        /// The body that made it.
        issuer: Text,
        /// What it reports on.
        about: Located<About>,
        /// Figures, in the order written.
        statistics: Named<Text>,
        /// What was reached of the targets of resolutions.
        results: Vec<ResultFields>,
    }
}

words! {
    /// What a report is about.
    pub enum About {
        /// A session (kỳ họp).
        Session = "session",
        /// A hearing (phiên giải trình).
        Hearing = "hearing",
        /// Supervision (giám sát).
        Supervision = "supervision",
        /// Verification of a draft (thẩm tra).
        Verification = "verification",
        /// How a resolution is carried out (thực hiện).
        Implementation = "implementation",
    }
}

record! {
    /// What was reached of a target.
    pub struct ResultFields {
        /// The resolution that set the target.
        resolution: Reference,
        /// The indicator, as the resolution names it.
        indicator: Text,
        /// The value that was reached.
        value: Located<Figure>,
        /// Its unit.
        unit: Text,
        /// The day or time it was reached.
        as_of: Located<PartialDate>,
        /// What is to be said of it.
        note: Text,
    }
}
