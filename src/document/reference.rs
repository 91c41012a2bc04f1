//! References, written the way an editor would: by id, by name, by symbol.

use serde::{Deserialize, Serialize};

use crate::diag::{Message, message};
use crate::front::{FromNode, Located, Reader, Shape, Text, read_record};
use crate::record;
use crate::text::Span;
use crate::yaml::{Node, Value};

/// Something of the portal that is meant: id, name or symbol, as written.
pub type Reference = Text;

/// A session that is meant: in words or by id, or by term and number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SessionReference {
    /// In words or by id.
    Text(Text),
    /// By number.
    Number {
        /// Where it is written.
        span: Span,
        /// The term (khóa), as written.
        term: Option<Text>,
        /// The number within the term.
        number: Option<u32>,
        /// The council, where it is not the one that publishes.
        body: Option<Text>,
    },
}

record! {
    /// `{term: XIV, number: 14}`
    struct SessionNumberFields {
        /// The term, as a Roman numeral.
        term: Text,
        /// The session's number within the term.
        number: Located<u32>,
        /// The council, where it is not the one that publishes.
        body: Text,
    }
}

impl SessionReference {
    /// Where it is written.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Text(text) => text.span,
            Self::Number { span, .. } => *span,
        }
    }
}

impl FromNode for SessionReference {
    const SHAPE: Shape = Shape::Either(&[Shape::Text, SessionNumberFields::SHAPE]);

    fn expected() -> Message {
        message!("expected.session")
    }

    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        let span = node.span;
        if matches!(node.value, Value::Map(_)) {
            let fields: SessionNumberFields = read_record(node, reader)?;
            let number = fields.number.map(|number| number.value);
            return Some(Self::Number { span, term: fields.term, number, body: fields.body });
        }
        Text::from_node(node, reader).map(Self::Text)
    }
}
