//! Fields of a resolution (nghị quyết).

use serde::{Deserialize, Serialize};

use crate::diag::{Message, message};
use crate::document::Reference;
use crate::front::{Figure, FromNode, Located, Named, Reader, Shape, Text, read_record};
use crate::text::{Date, PartialDate};
use crate::yaml::{Node, Value};
use crate::{record, words};

record! {
    /// Fields of a resolution (nghị quyết), its relations apart.
    pub struct ResolutionFields {
        /// Number and symbol (số, ký hiệu); left out where the source gives none.
        number ["so_hieu"]: Text,
        /// The body that issued it.
        issuer: Text,
        /// The day it was adopted.
        date ["ngay_ban_hanh", "ngay"]: Located<Date>,
        /// The day it was signed or issued, where that differs.
        issued: Located<Date>,
        /// The day it takes effect.
        effective ["ngay_hieu_luc"]: Located<Date>,
        /// The last day it is in force.
        expires: Located<Date>,
        /// Who signed it.
        signer ["nguoi_ky"]: Reference,
        /// How the council voted.
        vote: VoteFields,
        /// What it promises, in figures.
        targets: Vec<TargetFields>,
        /// Provisions that stand elsewhere in it now: old anchor and new one, such as `dieu-3: dieu-4`.
        moved: Named<Text>,
        /// Documents that it does nothing to, though its text reads as if it did.
        does_not_affect: Vec<DenialFields>,
    }
}

/// A document that another does nothing to, whatever its text seems to say. A bare symbol stands for its `document`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct DenialFields {
    /// The other document.
    pub document: Option<Reference>,
    /// Its provisions, where only what is read of those is wrong: `khoản 2 Điều 3`.
    pub provisions: Vec<Text>,
    /// Why it is so.
    pub note: Option<Text>,
}

record! {
    /// The fields of a document that nothing is done to.
    struct DenialRecord {
        /// The other document.
        document: Reference,
        /// Its provisions, where only what is read of those is wrong: `khoản 2 Điều 3`.
        provisions: Vec<Text>,
        /// Why it is so.
        note: Text,
    }
}

impl FromNode for DenialFields {
    const SHAPE: Shape = Shape::Either(&[Shape::Text, DenialRecord::SHAPE]);

    fn expected() -> Message {
        message!("expected.denial")
    }

    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            let record: DenialRecord = read_record(node, reader)?;
            let provisions = record.provisions.unwrap_or_default();
            return Some(Self { document: record.document, provisions, note: record.note });
        }
        Text::from_node(node, reader).map(|document| Self { document: Some(document), ..Self::default() })
    }
}

record! {
    /// How the council voted. Counts are of deputies.
    pub struct VoteFields {
        /// All deputies of the council.
        total: Located<u32>,
        /// Deputies present.
        present: Located<u32>,
        /// Votes for (tán thành).
        votes_for "for": Located<u32>,
        /// Votes against (không tán thành).
        against: Located<u32>,
        /// Deputies who did not vote (không biểu quyết).
        abstain: Located<u32>,
        /// What the source says in words.
        statement: Text,
    }
}

record! {
    /// A figure that a resolution promises (chỉ tiêu).
    pub struct TargetFields {
        /// What is measured.
        indicator: Text,
        /// How the value is meant.
        comparison: Located<Comparison>,
        /// The value, in Vietnamese notation: "12,3".
        value: Located<Figure>,
        /// Its unit.
        unit: Text,
        /// By when.
        due: Located<PartialDate>,
        /// For which part of the time or the territory.
        scope: Text,
        /// The provision that sets it.
        provision: Text,
    }
}

words! {
    /// How a target's value is meant. Never turn "trên 11%" into 11%.
    pub enum Comparison {
        /// More than (trên).
        MoreThan = "trên" | "more_than",
        /// At least (từ, ít nhất).
        AtLeast = "từ" | "ít nhất" | "tối thiểu" | "at_least",
        /// Less than (dưới).
        LessThan = "dưới" | "less_than",
        /// At most (không quá, tối đa).
        AtMost = "không quá" | "tối đa" | "at_most",
        /// About (khoảng).
        About = "khoảng" | "about",
        /// Exactly.
        Exactly = "bằng" | "đạt" | "exactly",
    }
}

impl Comparison {
    /// Its name in data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::LessThan => "less_than",
            Self::AtMost => "at_most",
            Self::About => "about",
            Self::Exactly => "exactly",
        }
    }
}
