//! What is said of a problem, as a key and values: the words are put to it at the end, from a [`super::Catalogue`].

use crate::legal::RelationKind;
use crate::text::{Date, PartialDate};

/// Something that is said of a problem: which words of the catalogue, and what they are filled with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    /// The words: `code.name`, or `name` for those that several codes share.
    pub key: &'static str,
    /// What the words are filled with, by name.
    pub arguments: Vec<(&'static str, Value)>,
}

/// What words are filled with. A value is as the program has it; how it is written is told by the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Text of a portal, a name or an address, shown as it is.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A number of tenths.
    Tenths(i32),
    /// A day.
    Day(Date),
    /// One of several kinds, by its name in the sources; words differ by it.
    Kind(&'static str),
    /// Several values, to be joined.
    List(Vec<Value>),
    /// Words within words.
    Message(Box<Message>),
}

/// A [`Message`]: its key, then its arguments, each `name: value`, or `name` for the value of that name.
macro_rules! message {
    (@value $name:ident) => { $crate::diag::Value::from($name) };
    (@value $name:ident $value:expr) => { $crate::diag::Value::from($value) };
    ($key:literal $(, $name:ident $(: $value:expr)?)* $(,)?) => {
        $crate::diag::Message {
            key: $key,
            arguments: vec![$((stringify!($name), $crate::diag::message!(@value $name $($value)?))),*],
        }
    };
}
pub(crate) use message;

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<char> for Value {
    fn from(letter: char) -> Self {
        Self::Text(letter.to_string())
    }
}

/// Whole numbers of these types become values.
macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })*
    };
}
numbers!(u8 u16 i16 u32 i32 u64 usize);

impl From<bool> for Value {
    fn from(is_so: bool) -> Self {
        Self::Kind(if is_so { "yes" } else { "no" })
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Kind("none"), Into::into)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl From<PartialDate> for Value {
    fn from(date: PartialDate) -> Self {
        match date {
            PartialDate::Day(day) => Self::Day(day),
            PartialDate::Year(_) | PartialDate::Month(..) => Self::Text(date.to_string()),
        }
    }
}

impl From<RelationKind> for Value {
    fn from(kind: RelationKind) -> Self {
        Self::Kind(kind.name())
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}
