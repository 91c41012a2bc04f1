//! Fields that kinds share, and what several of them hold.

use serde::{Deserialize, Serialize};

use crate::diag::{Message, message};
use crate::document::{Reference, SessionReference};
use crate::front::{FromNode, Located, Named, Reader, Shape, Text, read_record};
use crate::record;
use crate::text::{Date, Moment};
use crate::yaml::{Node, Value};

record! {
    /// Fields that all kinds share.
    pub struct Common {
        /// The title; for a resolution its subject (trích yếu).
        title ["tieu_de", "trich_yeu"]: Text,
        /// The last part of the address, where it is to differ from what symbol or file name give.
        slug: Text,
        /// Old addresses of the page, which lead to it.
        aliases: Vec<Text>,
        /// One or two sentences.
        summary: Text,
        /// What it is about.
        topics ["chu_de"]: Vec<Reference>,
        /// Officials whom it concerns.
        officials: Vec<Reference>,
        /// The session that it belongs to.
        session ["ky_hop"]: SessionReference,
        /// Whether it is not to be published yet.
        draft: Located<bool>,
        /// When it is to be published.
        publish_at: Located<Moment>,
        /// The day of its last change.
        updated: Located<Date>,
        /// Files to offer: the signed scan, tables.
        attachments: Vec<Attachment>,
        /// Where the text was taken from.
        source: SourceFields,
        /// Problems that are right as they are in this document: code of the problem and the reason. Errors stay errors.
        checks: Named<Text>,
    }
}

record! {
    /// The field of texts that tells that one was taken back.
    pub struct Removal {
        /// That it was taken back: its page says what was here, since when and why.
        withdraw: WithdrawFields,
    }
}

record! {
    /// That a document was taken back (thu hồi, gỡ bỏ).
    pub struct WithdrawFields {
        /// The day.
        date: Located<Date>,
        /// Why, in one or two sentences.
        reason: Text,
        /// What readers find in its place: the address of a page of this site, such as `/nghi-quyet/130-nq-hdnd-2023/`.
        replaced_by: Text,
    }
}

record! {
    /// Where a text was taken from.
    pub struct SourceFields {
        /// The name of the source.
        name: Text,
        /// Its address.
        url: Text,
        /// The day it was taken from there.
        date: Located<Date>,
    }
}

/// A file to offer. A bare name stands for its `file`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Attachment {
    /// The file, beside the document.
    pub file: Option<Text>,
    /// What it is called.
    pub title: Option<Text>,
    /// What it is: scan, annex, table.
    pub kind: Option<Text>,
}

record! {
    /// The fields of an attachment.
    struct AttachmentFields {
        /// The file, beside the document.
        file: Text,
        /// What it is called.
        title: Text,
        /// What it is: scan, annex, table.
        kind: Text,
    }
}

impl FromNode for Attachment {
    const SHAPE: Shape = Shape::Either(&[Shape::Text, AttachmentFields::SHAPE]);

    fn expected() -> Message {
        message!("expected.attachment")
    }

    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            let fields: AttachmentFields = read_record(node, reader)?;
            return Some(Self { file: fields.file, title: fields.title, kind: fields.kind });
        }
        Text::from_node(node, reader).map(|file| Self { file: Some(file), ..Self::default() })
    }
}

record! {
    /// A picture.
    pub struct Picture {
        /// The file, beside the document.
        file: Text,
        /// What it shows, for those who do not see it.
        alt: Text,
        /// Who made it.
        credit: Text,
    }
}
