//! What front matter says that a resolution does to other documents.

use serde::{Deserialize, Serialize};

use crate::diag::{Message, message};
use crate::document::Reference;
use crate::front::{FromNode, Located, Reader, Shape, Text, read_record};
use crate::legal::RelationKind;
use crate::text::Date;
use crate::yaml::{Node, Value};
use crate::{record, words};

record! {
    /// What a document does to others. In the front matter of a resolution they stand among its own fields.
    pub struct Relations {
        /// Documents it amends (sửa đổi, bổ sung).
        amends: Vec<RelationFields>,
        /// Documents it replaces (thay thế).
        replaces: Vec<RelationFields>,
        /// Documents it repeals (bãi bỏ).
        repeals: Vec<RelationFields>,
        /// Documents it suspends (ngưng hiệu lực).
        suspends: Vec<RelationFields>,
        /// Documents whose time it extends (kéo dài).
        extends: Vec<RelationFields>,
        /// Documents it corrects (đính chính).
        corrects: Vec<RelationFields>,
        /// Documents it implements (thực hiện).
        implements: Vec<RelationFields>,
        /// Documents it details (quy định chi tiết).
        details: Vec<RelationFields>,
        /// Documents it consolidates (hợp nhất).
        consolidates: Vec<RelationFields>,
        /// Documents it is based on (căn cứ).
        based_on: Vec<RelationFields>,
    }
}

impl Relations {
    /// All of them, kind by kind in the order of [`RelationKind::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (RelationKind, &RelationFields)> {
        RelationKind::ALL.into_iter().flat_map(|kind| {
            let list = match kind {
                RelationKind::Amends => &self.amends,
                RelationKind::Replaces => &self.replaces,
                RelationKind::Repeals => &self.repeals,
                RelationKind::Suspends => &self.suspends,
                RelationKind::Extends => &self.extends,
                RelationKind::Corrects => &self.corrects,
                RelationKind::Implements => &self.implements,
                RelationKind::Details => &self.details,
                RelationKind::Consolidates => &self.consolidates,
                RelationKind::BasedOn => &self.based_on,
            };
            list.iter().flatten().map(move |relation| (kind, relation))
        })
    }
}

words! {
    /// How much of a document a relation is about.
    pub enum StatedExtent {
        /// The whole (toàn bộ).
        Whole = "whole" | "toàn bộ",
        /// A part of which nothing tells which (một phần).
        Partial = "partial" | "một phần",
    }
}

/// One document that another does something to. A bare symbol stands for its `document`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct RelationFields {
    /// The other document.
    pub document: Option<Reference>,
    /// Its provisions, where not the whole is meant: `khoản 2 Điều 3`.
    pub provisions: Vec<Text>,
    /// Whether the whole or a part is meant, where no provisions tell.
    pub extent: Option<Located<StatedExtent>>,
    /// From which day.
    pub from: Option<Located<Date>>,
    /// Until which day.
    pub until: Option<Located<Date>>,
    /// What is to be said of it.
    pub note: Option<Text>,
}

record! {
    /// The fields of a relation.
    struct RelationRecord {
        /// The other document.
        document: Reference,
        /// Its provisions, where not the whole is meant: `khoản 2 Điều 3`.
        provisions: Vec<Text>,
        /// `partial` where a part is meant and nothing tells which.
        extent: Located<StatedExtent>,
        /// From which day.
        from: Located<Date>,
        /// Until which day.
        until: Located<Date>,
        /// What is to be said of it.
        note: Text,
    }
}

impl FromNode for RelationFields {
    const SHAPE: Shape = Shape::Either(&[Shape::Text, RelationRecord::SHAPE]);

    fn expected() -> Message {
        message!("expected.relation")
    }

    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            let record: RelationRecord = read_record(node, reader)?;
            return Some(Self {
                document: record.document,
                provisions: record.provisions.unwrap_or_default(),
                extent: record.extent,
                from: record.from,
                until: record.until,
                note: record.note,
            });
        }
        Text::from_node(node, reader).map(|document| Self { document: Some(document), ..Self::default() })
    }
}
