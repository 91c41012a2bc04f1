//! XML as it is written: elements on lines of their own, words escaped, never more than one attribute of a name.

use std::collections::HashSet;

use crate::markdown::{escape, escape_address, push_escaped};
use crate::text::{is_forbidden, or_replacement};

/// XML that is being written.
#[derive(Debug, Default)]
pub(super) struct Xml {
    text: String,
    ids: HashSet<String>,
}

impl Xml {
    /// The beginning of a file in UTF-8.
    pub(super) fn new(capacity: usize) -> Self {
        let mut text = String::with_capacity(capacity);
        text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        Self { text, ids: HashSet::new() }
    }

    /// How much is written, in bytes.
    pub(super) fn length(&self) -> usize {
        self.text.len()
    }

    /// Markup of our own.
    pub(super) fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Begins a tag: `<name`.
    pub(super) fn begin(&mut self, name: &str) {
        self.text.push('<');
        self.text.push_str(name);
    }

    /// An attribute of the tag that has been begun.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        let clean: String = value.chars().map(or_replacement).collect();
        self.written(name, &escape(&clean));
    }

    /// An attribute that holds an address; what cannot stand in one is encoded.
    pub(super) fn address(&mut self, name: &str, address: &str) {
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        let mut value = escape_address(path);
        if !fragment.is_empty() {
            value.push('#');
            value.push_str(&escape_address(&fragment.replace('#', "%23")));
        }
        self.written(name, &value);
    }

    /// The `eId` of the tag that has been begun, with a number where the file has it already.
    pub(super) fn id(&mut self, wanted: &str) -> String {
        let mut id: String = wanted.split_whitespace().collect::<Vec<_>>().join("-");
        let mut count = 1;
        while !self.ids.insert(id.clone()) {
            count += 1;
            id = format!("{wanted}-{count}");
        }
        self.attribute("eId", &id);
        id
    }

    fn written(&mut self, name: &str, escaped: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.text.push_str(escaped);
        self.text.push('"');
    }

    /// Ends a tag: `>`.
    pub(super) fn end(&mut self) {
        self.text.push('>');
    }

    /// Ends a tag of an empty element, and the line.
    pub(super) fn end_empty(&mut self) {
        self.text.push_str("/>\n");
    }

    /// Opens an element without attributes, and ends the line.
    pub(super) fn open(&mut self, name: &str) {
        self.begin(name);
        self.text.push_str(">\n");
    }

    /// Closes an element that holds words.
    pub(super) fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// Closes an element, and ends the line.
    pub(super) fn close_line(&mut self, name: &str) {
        self.close(name);
        self.text.push('\n');
    }

    /// Words.
    pub(super) fn words(&mut self, words: &str) {
        if words.chars().any(is_forbidden) {
            let clean: String = words.chars().map(or_replacement).collect();
            return push_escaped(&mut self.text, &clean);
        }
        push_escaped(&mut self.text, words);
    }

    /// A whole element that holds nothing but words.
    pub(super) fn element(&mut self, name: &str, words: &str) {
        self.begin(name);
        self.end();
        self.words(words);
        self.close(name);
    }

    /// A whole empty element.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.end_empty();
    }

    /// The bytes of the file.
    pub(super) fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}
