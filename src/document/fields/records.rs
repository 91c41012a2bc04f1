//! Fields of a topic (chủ đề), a body (cơ quan) and a page (trang).

use serde::{Deserialize, Serialize};

use crate::document::Reference;
use crate::front::{Entries, Field, Located, Reader, Record, Text};
use crate::text::PartialDate;
use crate::{record, words};

record! {
    /// Fields of a topic (chủ đề).
    pub struct TopicFields {
        /// The wider topic.
        parent: Reference,
        /// Other words for it.
        synonyms: Vec<Text>,
    }
}

record! {
    /// Fields of a body (cơ quan).
    pub struct BodyFields {
        /// A short name.
        short_name: Text,
        /// Other spellings.
        other_names: Vec<Text>,
        /// What sort of body it is.
        kind: Located<BodyKind>,
        /// The body it belongs to.
        parent: Reference,
        /// The day it began.
        from: Located<PartialDate>,
        /// The day it ended.
        until: Located<PartialDate>,
        /// The body that took its place.
        successor: Reference,
        /// Its code in symbols: HĐND, TU.
        symbol_code: Text,
    }
}

words! {
    /// What sort of body it is.
    pub enum BodyKind {
        /// Hội đồng nhân dân
        Council = "council",
        /// Thường trực Hội đồng nhân dân
        StandingBoard = "standing-board",
        /// Ban của Hội đồng nhân dân
        Committee = "committee",
        /// Ủy ban nhân dân
        PeoplesCommittee = "peoples-committee",
        /// Cơ quan Đảng
        Party = "party",
        /// Quốc hội
        Assembly = "assembly",
        /// Chính phủ, bộ, ngành
        Government = "government",
        /// Mặt trận Tổ quốc
        Front = "front",
        /// Khác
        Other = "other",
    }
}

/// Fields of a page (trang) of its own: none.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct PageFields;

impl Record for PageFields {
    const FIELDS: &'static [Field] = &[];

    fn take_from(_: &mut Entries, _: &mut Reader<'_>) -> Self {
        Self
    }
}
