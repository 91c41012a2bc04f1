//! YAML as a tree in which every value knows its place. The one module that meets the YAML engine.

pub(crate) mod problems;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use crate::diag::{Checked, Diagnostics};
use crate::text::{LineIndex, Source, Span};

/// Deepest nesting of lists and maps.
const DEEPEST: usize = 8;
/// Most values in one piece of YAML.
const MOST_NODES: usize = 20_000;
/// Most bytes of text in one piece of YAML.
const MOST_TEXT: usize = 1024 * 1024;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its place in the source.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What YAML can hold. Numbers and truth values stay text, as they were written: `012`, `1.10`, `true`.
#[derive(Debug, Clone)]
pub enum Value {
    /// Nothing, or `null`, or `~`.
    Null,
    /// A single value.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Names with values, in the order written.
    Map(Vec<Entry>),
}

/// One line of a map.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The name.
    pub key: String,
    /// Where the name stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

/// Reads the bytes `start..end` of a source as one YAML document.
///
/// Anchors, aliases, merge keys and tags are refused; size and depth are bounded. What is broken gives one error at
/// its place and an empty value.
#[must_use]
pub fn parse(source: &Source, start: usize, end: usize) -> Checked<Node> {
    let mut diagnostics = Diagnostics::new();
    let text = source.text.get(start..end).unwrap_or("");
    let mut tree = Tree { source, base: start, text, diagnostics: &mut diagnostics };
    let value = match serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options()) {
        Ok(raw) => tree.node(raw),
        Err(error) => {
            tree.syntax_error(&error);
            Node { span: source.span(start, start), value: Value::Null }
        }
    };
    Checked { value, diagnostics }
}

fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: DEEPEST,
            max_nodes: MOST_NODES,
            max_anchors: 0,
            max_aliases: 0,
            max_total_scalar_bytes: MOST_TEXT,
        },
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_yaml::MergeKeyPolicy::AsOrdinary,
        reject_unsupported_tags: true,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        non_finite_float_policy: serde_yaml::NonFiniteFloatPolicy::AsString,
        with_snippet: false,
    }
}

/// The tree as the engine gives it: places beside the values, numbers read.
enum Raw {
    Null,
    /// Text as the engine read it.
    Text(String),
    /// A number or truth value, to be taken from the source as written.
    AsWritten,
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Raw, E> {
        Ok(Raw::AsWritten)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

/// Turns the engine's tree into ours and looks at it on the way.
struct Tree<'a> {
    source: &'a Source,
    base: usize,
    text: &'a str,
    diagnostics: &'a mut Diagnostics,
}

impl Tree<'_> {
    fn node(&mut self, raw: Spanned<Raw>) -> Node {
        let span = self.span(&raw.referenced);
        let value = match raw.value {
            Raw::Null => Value::Null,
            Raw::Text(text) => {
                self.look_for_cut(span);
                Value::Scalar(text)
            }
            Raw::AsWritten => Value::Scalar(self.source.slice(span).trim().to_owned()),
            Raw::List(items) => Value::List(items.into_iter().map(|item| self.node(item)).collect()),
            Raw::Map(entries) => self.map(entries),
        };
        Node { span, value }
    }

    fn map(&mut self, entries: Vec<(Spanned<Raw>, Spanned<Raw>)>) -> Value {
        let mut seen: Vec<Entry> = Vec::with_capacity(entries.len());
        let mut places = std::collections::HashMap::with_capacity(entries.len());
        for (key, value) in entries {
            let key_span = self.span(&key.referenced);
            let key = match key.value {
                Raw::Text(text) => text,
                Raw::AsWritten => self.source.slice(key_span).trim().to_owned(),
                Raw::Null => "~".to_owned(),
                Raw::List(_) | Raw::Map(_) => {
                    self.diagnostics.push(problems::key_is_no_name(key_span));
                    continue;
                }
            };
            if let Some(first) = places.insert(key.clone(), key_span) {
                self.diagnostics.push(problems::duplicate_key(key_span, &key, first));
                places.insert(key, first);
                continue;
            }
            let value = self.node(value);
            seen.push(Entry { key, key_span, value });
        }
        Value::Map(seen)
    }

    fn span(&self, location: &serde_yaml::Location) -> Span {
        let span = location.span();
        let start = match span.byte_offset() {
            Some(offset) => usize::try_from(offset).unwrap_or(0),
            None => self.offset_of(location),
        };
        let length = span.byte_len().and_then(|length| usize::try_from(length).ok()).unwrap_or(1);
        self.source.span(self.base + start, self.base + (start + length).min(self.text.len()))
    }

    /// The byte offset of a place that the engine tells by line and column only.
    fn offset_of(&self, location: &serde_yaml::Location) -> usize {
        let index = LineIndex::new(self.text);
        let line = usize::try_from(location.line()).unwrap_or(1).max(1);
        let column = usize::try_from(location.column()).unwrap_or(1).max(1);
        let line_text = index.line(line);
        let within = line_text.char_indices().nth(column - 1).map_or(line_text.len(), |(at, _)| at);
        let before: usize = self.text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        (before + within).min(self.text.len())
    }

    /// `title: Nghị quyết #12` silently means `Nghị quyết`: the rest is a comment.
    fn look_for_cut(&mut self, span: Span) {
        let rest = self.source.text.get(span.end as usize..).unwrap_or("");
        let line = rest.lines().next().unwrap_or("");
        let comment = line.trim_start();
        let is_glued = comment.strip_prefix('#').and_then(|text| text.chars().next());
        if line.len() > comment.len() && is_glued.is_some_and(char::is_alphanumeric) {
            let start = span.end as usize + (line.len() - comment.len());
            let cut = self.source.span(start, start + comment.len());
            self.diagnostics.push(problems::value_cut_by_comment(cut, comment));
        }
    }

    fn syntax_error(&mut self, error: &serde_yaml::Error) {
        let span = match error.location() {
            Some(location) => self.span(&location),
            None => self.source.span(self.base, self.base),
        };
        let text = error.to_string();
        let message = text.split(" at line ").next().unwrap_or(&text);
        let whole = &self.source.text;
        let at = (span.start as usize).min(whole.len());
        let start = whole.get(..at).and_then(|text| text.rfind('\n')).map_or(0, |end| end + 1);
        let line = whole.get(start..).and_then(|text| text.lines().next()).unwrap_or("");
        let before = whole.get(start..at).unwrap_or("");
        self.diagnostics.push(problems::broken_yaml(span, message, line, before));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SitePath;
    use crate::text::FileId;

    fn read(text: &str) -> (String, Vec<String>) {
        let source = Source { id: FileId(0), path: SitePath::new("a.yaml").unwrap(), text: text.to_owned() };
        let checked = parse(&source, 0, text.len());
        let index = LineIndex::new(&source.text);
        let problems = checked
            .diagnostics
            .iter()
            .map(|problem| {
                let crate::diag::At::Span(span) = problem.at else { panic!("a span") };
                let place = index.place(span.start as usize);
                format!("{}:{} {}", place.line, place.column, problem.code.0)
            })
            .collect();
        (show(&source, &checked.value), problems)
    }

    fn show(source: &Source, node: &Node) -> String {
        match &node.value {
            Value::Null => "null".to_owned(),
            Value::Scalar(text) => format!("{text:?}@{:?}", source.slice(node.span)),
            Value::List(items) => {
                format!("[{}]", items.iter().map(|item| show(source, item)).collect::<Vec<_>>().join(", "))
            }
            Value::Map(entries) => {
                let lines: Vec<_> = entries
                    .iter()
                    .map(|entry| format!("{}: {}", entry.key, show(source, &entry.value)))
                    .collect();
                format!("{{{}}}", lines.join(", "))
            }
        }
    }

    #[test]
    fn values_stay_as_written_and_know_their_place() {
        let (tree, problems) =
            read("a: 012\nb: 1.10\nsố: 128/NQ-HĐND\nd: [yes, ~]\ne: 'x y'\nf: 2024-07-12\n");
        assert_eq!(
            tree,
            r#"{a: "012"@"012", b: "1.10"@"1.10", số: "128/NQ-HĐND"@"128/NQ-HĐND", d: ["yes"@"yes", null], e: "x y"@"'x y'", f: "2024-07-12"@"2024-07-12"}"#
        );
        assert_eq!(problems, Vec::<String>::new());
    }

    #[test]
    fn faults_have_places() {
        for (text, expected) in [
            ("a: 1\na: 2\n", "2:1 duplicate-field"),
            ("a:\n\t- b\n", "2:2 broken-yaml"),
            ("tên: {b: c: d}\n", "1:11 broken-yaml"),
            ("a: &x 1\nb: *x\n", "1:7 broken-yaml"),
            ("a: !!python/object [x]\n", "1:20 broken-yaml"),
            ("title: Nghị quyết #12\n", "1:19 value-cut"),
            ("[a]: 1\n", "1:1 broken-yaml"),
            ("a: [1, 2\n", "1:4 broken-yaml"),
        ] {
            assert_eq!(read(text).1, [expected], "{text:?}");
        }
        assert_eq!(read("title: A # ghi chú\n").1, Vec::<String>::new());
    }

    #[test]
    fn hostile_input_ends_soon() {
        for text in [
            format!("a: {}", "[".repeat(200_000)),
            format!("a:{}", "\n k:".repeat(3)),
            (0..20_000).map(|depth| " ".repeat(depth) + "k:\n").collect::<String>(),
            "a: {b: &x [x]}\n".repeat(10),
        ] {
            assert!(!read(&text).1.is_empty());
        }
    }
}
