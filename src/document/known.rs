//! `documents.yaml`: documents that are cited but not held.

use super::{Relations, problems};
use crate::diag::Checked;
use crate::front::{FromNode, Located, Reader, Text};
use crate::text::{Date, Source, Span};
use crate::yaml::Value;
use crate::{record, yaml};

record! {
    /// A document that is cited but not held, as written.
    pub struct KnownFields {
        /// Its symbol.
        symbol ["so_hieu"]: Text,
        /// Its type: Luật, Nghị định, Quyết định …
        r#type "type": Text,
        /// The body that issued it.
        issuer: Text,
        /// Its date.
        date ["ngay_ban_hanh", "ngay"]: Located<Date>,
        /// The day it takes effect.
        effective ["ngay_hieu_luc"]: Located<Date>,
        /// Its title or subject.
        title ["tieu_de", "trich_yeu"]: Text,
        /// Where its text can be read.
        url: Text,
        /// What is known of its validity.
        status: Text,
        /// What it does to other documents.
        relations: Relations,
    }
}

/// A document that is cited but not held.
#[derive(Debug, Clone)]
pub struct KnownDocument {
    /// What is known of it.
    pub fields: KnownFields,
    /// Where that is written.
    pub span: Span,
}

/// Reads `documents.yaml`: a list of documents.
#[must_use]
pub fn read_known(source: &Source) -> Checked<Vec<KnownDocument>> {
    let parsed = yaml::parse(source, 0, source.text.len());
    let mut reader = Reader { source, diagnostics: parsed.diagnostics };
    let mut known = Vec::new();
    match parsed.value.value {
        Value::Null => {}
        Value::List(items) => {
            for item in items {
                let span = item.span;
                let Some(fields) = KnownFields::from_node(item, &mut reader) else { continue };
                if fields.symbol.is_none() && fields.title.is_none() {
                    reader.diagnostics.push(problems::nameless(span));
                    continue;
                }
                let span = fields.symbol.as_ref().or(fields.title.as_ref()).map_or(span, |text| text.span);
                known.push(KnownDocument { fields, span });
            }
        }
        Value::Scalar(_) | Value::Map(_) => reader.diagnostics.push(problems::no_list(parsed.value.span)),
    }
    Checked { value: known, diagnostics: reader.diagnostics }
}
