//! Front matter and configuration: YAML fields read into typed records, every fault with its place.
//!
//! A record is declared once with [`record!`](crate::record): names, Vietnamese aliases, types and words about each field. The same
//! declaration reads the field, knows the nearest name of a misspelt one, and tells what a field is for.

pub(crate) mod problems;
mod scalar;

use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Diagnostics, Message, message};
use crate::text::{Source, Span, nearest, one_line};
use crate::yaml::{Entry, Node, Value};

pub use scalar::{Figure, Scalar, ScalarProblem};

/// A value with the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Located<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// One line of text with its place; white space is folded, form C.
pub type Text = Located<String>;

/// What is to be known of one field of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in YAML.
    pub name: &'static str,
    /// Further names, as Vietnamese editors may write them.
    pub aliases: &'static [&'static str],
    /// What a value must be, in words that follow "must be".
    pub expected: fn() -> Message,
    /// What the field is for.
    pub about: &'static str,
    /// What a value must be, for programs.
    pub shape: Shape,
}

/// What a value must be, for programs: enough to make a JSON Schema of it.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// One value, whatever it is; numbers and truth values stay text.
    Text,
    /// One value that a regular expression fits.
    Pattern(&'static str),
    /// A day, `2023-07-12`.
    Day,
    /// `true` or `false`.
    Truth,
    /// A whole number, not negative.
    Count,
    /// One of a few words.
    Words(&'static [Word]),
    /// A list; a single item may stand for a list of one.
    List(&'static Shape),
    /// Names with values.
    Named(&'static Shape),
    /// Fields.
    Record(&'static RecordShape),
    /// One of several shapes.
    Either(&'static [Shape]),
}

/// A word of a choice.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// The word.
    pub word: &'static str,
    /// Further words for the same.
    pub also: &'static [&'static str],
    /// What it means.
    pub about: &'static str,
}

/// The shape of a group of fields.
#[derive(Debug, Clone, Copy)]
pub struct RecordShape {
    /// Its name in the source.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

/// Reads fields and collects what is wrong with them.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The file being read.
    pub source: &'a Source,
    /// What was wrong so far.
    pub diagnostics: Diagnostics,
}

impl Reader<'_> {
    fn wrong(&mut self, span: Span, expected: Message) {
        self.diagnostics.push(problems::wrong_type(span, expected));
    }
}

/// The fields of one map that nobody has taken yet.
#[derive(Debug)]
pub struct Entries {
    entries: Vec<Option<Entry>>,
    /// Where the map stands.
    pub span: Span,
}

impl Entries {
    /// The entries of a map; none and an error where the node is something else. An empty node is an empty map.
    #[must_use]
    pub fn of(node: Node, reader: &mut Reader<'_>) -> Self {
        let entries = match node.value {
            Value::Map(entries) => entries.into_iter().map(Some).collect(),
            Value::Null => Vec::new(),
            Value::Scalar(text) if is_glued(&text) => {
                reader.diagnostics.push(problems::no_space_behind_colon(node.span));
                Vec::new()
            }
            Value::Scalar(_) | Value::List(_) => {
                reader.wrong(node.span, message!("expected.fields"));
                Vec::new()
            }
        };
        Self { entries, span: node.span }
    }

    /// Takes a field out and reads it. A field given under two of its names is an error.
    pub fn take<T: FromNode>(&mut self, field: &Field, reader: &mut Reader<'_>) -> Option<T> {
        let mut found: Option<Entry> = None;
        for slot in &mut self.entries {
            let names_field =
                |entry: &Entry| entry.key == field.name || field.aliases.contains(&entry.key.as_str());
            if !slot.as_ref().is_some_and(names_field) {
                continue;
            }
            let Some(entry) = slot.take() else { continue };
            match &found {
                Some(first) => {
                    let problem =
                        problems::given_twice(entry.key_span, &entry.key, &first.key, first.key_span);
                    reader.diagnostics.push(problem);
                }
                None => found = Some(entry),
            }
        }
        let node = found?.value;
        if matches!(node.value, Value::Null) { None } else { T::from_node(node, reader) }
    }

    /// Reports every field that nobody took, with the nearest of the names that there are.
    pub fn finish(self, known: &[&[Field]], reader: &mut Reader<'_>) {
        for entry in self.entries.into_iter().flatten() {
            let names = known
                .iter()
                .flat_map(|fields| fields.iter())
                .flat_map(|field| std::iter::once(field.name).chain(field.aliases.iter().copied()));
            let near = nearest(&entry.key, names);
            reader.diagnostics.push(problems::unknown_field(entry.key_span, &entry.key, near, known));
        }
    }
}

/// Whether a text was meant as a field, but the space behind its colon is missing: `title:Khai mạc`.
fn is_glued(text: &str) -> bool {
    text.split_once(':').is_some_and(|(name, value)| {
        let is_name =
            !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
        is_name && !value.is_empty() && !value.starts_with(['/', ' '])
    })
}

/// A type that can be read from a YAML value.
pub trait FromNode: Sized {
    /// What a value must be, for programs.
    const SHAPE: Shape;

    /// The same in words that follow "must be".
    fn expected() -> Message;

    /// Reads a value; `None` and a problem where it is of another type.
    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self>;
}

impl<T: Scalar> FromNode for Located<T> {
    const SHAPE: Shape = T::SHAPE;

    fn expected() -> Message {
        T::expected()
    }

    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Scalar(text) = &node.value else {
            reader.wrong(node.span, T::expected());
            return None;
        };
        match T::parse(text) {
            Ok(value) => Some(Self { value, span: node.span }),
            Err(problem) => {
                reader.diagnostics.push(problems::bad_value(node.span, text, problem, T::expected()));
                None
            }
        }
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn expected() -> Message {
        message!("expected.list")
    }

    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            Value::List(items) => Some(
                items
                    .into_iter()
                    .filter(|item| !matches!(item.value, Value::Null))
                    .filter_map(|item| T::from_node(item, reader))
                    .collect(),
            ),
            _ => Some(T::from_node(node, reader).into_iter().collect()),
        }
    }
}

/// Names with values, in the order written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named<T>(pub Vec<(Text, T)>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: FromNode> FromNode for Named<T> {
    const SHAPE: Shape = Shape::Named(&T::SHAPE);

    fn expected() -> Message {
        message!("expected.named")
    }

    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Map(entries) = node.value else {
            reader.wrong(node.span, Self::expected());
            return None;
        };
        let mut named = Vec::with_capacity(entries.len());
        for entry in entries {
            let name = Located { value: one_line(&entry.key), span: entry.key_span };
            if let Some(value) = T::from_node(entry.value, reader) {
                named.push((name, value));
            }
        }
        Some(Self(named))
    }
}

/// A group of fields declared with [`record!`](crate::record).
pub trait Record: Sized {
    /// Its fields.
    const FIELDS: &'static [Field];

    /// Takes its fields out of a map.
    fn take_from(entries: &mut Entries, reader: &mut Reader<'_>) -> Self;
}

/// Declares a group of fields: `name "yaml name" ["alias"]: Type`, where both names in quotation marks may be left
/// out. Every field is optional; whether one is needed is decided where the record is used.
#[macro_export]
macro_rules! record {
    (
        $(#[doc = $record_about:literal])+
        $vis:vis struct $record:ident {
            $(
                $(#[doc = $about:literal])+
                $field:ident $($name:literal)? $([$($alias:literal),+])? : $type:ty
            ),+ $(,)?
        }
    ) => {
        $(#[doc = $record_about])+
        #[derive(Debug, Clone, Default, ::serde::Serialize, ::serde::Deserialize)]
        $vis struct $record {
            $( $(#[doc = $about])+ $vis $field: Option<$type>, )+
        }

        impl $crate::front::Record for $record {
            const FIELDS: &'static [$crate::front::Field] = &[
                $( $crate::front::Field {
                    name: $crate::record!(@name $field $($name)?),
                    aliases: &[$($($alias),+)?],
                    expected: <$type as $crate::front::FromNode>::expected,
                    about: concat!($($about),+),
                    shape: <$type as $crate::front::FromNode>::SHAPE,
                } ),+
            ];

            fn take_from(
                entries: &mut $crate::front::Entries,
                reader: &mut $crate::front::Reader<'_>,
            ) -> Self {
                let mut fields = Self::FIELDS.iter();
                Self { $( $field: fields.next().and_then(|field| entries.take(field, reader)), )+ }
            }
        }

        impl $crate::front::FromNode for $record {
            const SHAPE: $crate::front::Shape = $crate::front::Shape::Record(&$crate::front::RecordShape {
                name: stringify!($record),
                about: concat!($($record_about),+),
                fields: <Self as $crate::front::Record>::FIELDS,
            });

            fn expected() -> $crate::diag::Message {
                $crate::diag::message!("expected.fields")
            }

            fn from_node(
                node: $crate::yaml::Node,
                reader: &mut $crate::front::Reader<'_>,
            ) -> Option<Self> {
                $crate::front::read_record(node, reader)
            }
        }
    };
    (@name $field:ident $name:literal) => { $name };
    (@name $field:ident) => { stringify!($field) };
}

/// Declares a choice of words. The first word of each choice is its name, further ones are read as the same.
#[macro_export]
macro_rules! words {
    (
        $(#[$meta:meta])*
        $vis:vis enum $choice:ident {
            $( $(#[doc = $about:literal])+ $variant:ident = $word:literal $(| $also:literal)* ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize,
        )]
        $vis enum $choice {
            $( $(#[doc = $about])+ $variant, )+
        }

        impl $choice {
            /// Its word in front matter.
            #[must_use]
            $vis fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }
        }

        impl $crate::front::Scalar for $choice {
            const SHAPE: $crate::front::Shape = $crate::front::Shape::Words(&[
                $( $crate::front::Word {
                    word: $word,
                    also: &[$($also),*],
                    about: concat!($($about),+),
                } ),+
            ]);

            fn expected() -> $crate::diag::Message {
                $crate::diag::message!("expected.word", words: vec![$($word),+])
            }

            fn parse(text: &str) -> Result<Self, $crate::front::ScalarProblem> {
                match $crate::text::one_line(text).to_lowercase().as_str() {
                    $( $word $(| $also)* => Ok(Self::$variant), )+
                    _ => Err($crate::front::ScalarProblem::Word(
                        $crate::text::nearest(text, [$($word),+]),
                    )),
                }
            }
        }
    };
}

/// Reads a map into a record and reports the fields that it does not have.
pub fn read_record<T: Record>(node: Node, reader: &mut Reader<'_>) -> Option<T> {
    if !matches!(node.value, Value::Map(_)) {
        reader.wrong(node.span, message!("expected.fields"));
        return None;
    }
    let mut entries = Entries::of(node, reader);
    let record = T::take_from(&mut entries, reader);
    entries.finish(&[T::FIELDS], reader);
    Some(record)
}

/// Where front matter and body of a document lie, in bytes of its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// First byte of the YAML.
    pub front: usize,
    /// Byte behind the last of the YAML.
    pub front_end: usize,
    /// First byte of the body.
    pub body: usize,
}

/// Parts a document at its `---` lines; `Err` with the problem where front matter is missing or not closed.
pub fn split(source: &Source) -> Result<Parts, Box<Diagnostic>> {
    let text = source.text.as_str();
    let first_line = text.lines().next().unwrap_or("");
    if first_line.trim_end() != "---" {
        return Err(Box::new(problems::missing_front_matter(source, first_line)));
    }
    let front = text.find('\n').map_or(text.len(), |at| at + 1);
    let mut at = front;
    for line in text[front..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Ok(Parts { front, front_end: at, body: at + line.len() });
        }
        at += line.len();
    }
    Err(Box::new(problems::front_matter_not_closed(source.span(0, 3))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Catalogue, Language};
    use crate::path::SitePath;
    use crate::text::Date;
    use crate::text::FileId;

    record! {
        /// A record to try.
        struct Trial {
            /// A name.
            name ["ten"]: Text,
            /// A day.
            day: Located<Date>,
            /// Votes for.
            votes_for "for": Located<u32>,
            /// Some words.
            list: Vec<Text>,
            /// A choice.
            choice: Located<Colour>,
        }
    }

    words! {
        /// Colours.
        enum Colour {
            /// Red.
            Red = "red" | "đỏ",
            /// Blue.
            Blue = "blue",
        }
    }

    fn read(text: &str) -> (Trial, Vec<String>) {
        let source = Source { id: FileId(0), path: SitePath::new("a.md").unwrap(), text: text.to_owned() };
        let parsed = crate::yaml::parse(&source, 0, text.len());
        let mut reader = Reader { source: &source, diagnostics: parsed.diagnostics };
        let record = read_record(parsed.value, &mut reader).unwrap_or_default();
        let words = Catalogue::of(Language::English);
        let problems = reader
            .diagnostics
            .iter()
            .map(|problem| {
                let help = problem.help.as_ref().map(|help| words.say(help)).unwrap_or_default();
                format!("{}: {} | {help}", problem.code.0, words.say(&problem.message))
            })
            .collect();
        (record, problems)
    }

    #[test]
    fn fields_are_read_under_all_their_names() {
        let (trial, problems) = read("ten: A  B\nday: 2023-07-12\nfor: 12\nlist: một\nchoice: Đỏ\n");
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(trial.name.unwrap().value, "A B");
        assert_eq!(trial.votes_for.unwrap().value, 12);
        assert_eq!(trial.list.unwrap().len(), 1);
        assert_eq!(trial.choice.unwrap().value.word(), "red");
        assert_eq!(trial.day.unwrap().value.year(), 2023);
    }

    #[test]
    fn faults_are_told_all_at_once() {
        let (_, problems) =
            read("name: a\nten: b\nday: 2023-02-30\nfor: x\nlist: {a: b}\nchoice: blu\nnam: c\n");
        insta::assert_snapshot!(problems.join("\n"), @r"
        duplicate-field: `ten` and `name` are the same field, given twice | keep one of the two
        impossible-date: there is no day or time `2023-02-30` in the calendar | correct the day, month or time
        wrong-type: `x` must be a whole number | write a whole number
        wrong-type: this value must be text | write text
        unknown-word: `blu` is none of the words allowed here | did you mean `blue`? Allowed: `red` or `blue`
        unknown-field: there is no field `nam` here | did you mean `name`?
        ");
    }

    #[test]
    fn a_day_written_by_hand_is_turned_round() {
        for (written, help) in [
            ("30/01/2026", "write `2026-01-30`"),
            ("3.1.2026", "write `2026-01-03`"),
            ("30/01/26", "write it as year, month and day: 2023-07-12"),
            ("31/02/2026", "write it as year, month and day: 2023-07-12"),
            ("hôm qua", "write it as year, month and day: 2023-07-12"),
        ] {
            let (_, problems) = read(&format!("day: {written}\n"));
            assert!(problems[0].ends_with(&format!("| {help}")), "{problems:?}");
        }
    }

    #[test]
    fn documents_are_parted_at_their_fences() {
        let source = |text: &str| Source {
            id: FileId(0),
            path: SitePath::new("a.md").unwrap(),
            text: text.to_owned(),
        };
        let whole = source("---\r\ntitle: x\r\n---\r\nbody");
        let parts = split(&whole).unwrap();
        assert_eq!(&whole.text[parts.front..parts.front_end], "title: x\r\n");
        assert_eq!(&whole.text[parts.body..], "body");
        for bad in ["", "---", "x", "+++\ntitle\n+++\n", "---\ntitle: x\n", " ---\n---\n"] {
            assert!(split(&source(bad)).is_err(), "{bad:?}");
        }
    }
}
