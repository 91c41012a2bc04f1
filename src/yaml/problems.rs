//! Problems of YAML.

use crate::diag::{Diagnostic, Message, Rule, message};
use crate::text::Span;

const BROKEN_YAML: Rule = Rule::error("broken-yaml");
pub(crate) const DUPLICATE_FIELD: Rule = Rule::error("duplicate-field");
const VALUE_CUT: Rule = Rule::warning("value-cut");

pub(crate) const RULES: &[Rule] = &[BROKEN_YAML, DUPLICATE_FIELD, VALUE_CUT];

/// `line` is the line of the fault, `before` what stands in it before the fault.
pub(super) fn broken_yaml(span: Span, message: &str, line: &str, before: &str) -> Diagnostic {
    let (said, help) = known(message, line, before);
    let said = said.unwrap_or_else(|| message!("broken-yaml.unread", reason: message));
    BROKEN_YAML.at(span, said).help(help)
}

/// What is said of a fault for those who know nothing of YAML, where it is a common one; and its remedy.
fn known(message: &str, line: &str, before: &str) -> (Option<Message>, Message) {
    let is_of_versions = ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
    if is_of_versions {
        (Some(message!("broken-yaml.versions")), message!("broken-yaml.versions-help"))
    } else if message.contains("tab") {
        (Some(message!("broken-yaml.tab")), message!("broken-yaml.tab-help"))
    } else if message.contains("Anchors") || message.contains("Aliases") {
        (None, message!("broken-yaml.anchor-help"))
    } else if message.contains("budget") {
        (None, message!("broken-yaml.large-help"))
    } else if message.contains("quoted scalar") {
        (Some(message!("broken-yaml.open-mark")), message!("broken-yaml.open-mark-help"))
    } else if message.contains("mapping values are not allowed") && before.contains(": ") {
        (Some(message!("broken-yaml.colon")), message!("broken-yaml.colon-help"))
    } else if message.contains("mapping values are not allowed") && line.starts_with(' ') {
        (Some(message!("broken-yaml.indented")), message!("broken-yaml.indented-help"))
    } else if message.contains("simple key expected") {
        (Some(message!("broken-yaml.no-colon")), message!("broken-yaml.no-colon-help"))
    } else if message.contains("tag") {
        (None, message!("broken-yaml.tag-help"))
    } else {
        (None, message!("broken-yaml.unread-help"))
    }
}

pub(super) fn duplicate_key(span: Span, key: &str, first: Span) -> Diagnostic {
    DUPLICATE_FIELD
        .at(span, message!("duplicate-field.same-name", key))
        .label(first, message!("duplicate-field.label"))
        .help(message!("duplicate-field.help"))
}

pub(super) fn key_is_no_name(span: Span) -> Diagnostic {
    BROKEN_YAML.at(span, message!("broken-yaml.no-name")).help(message!("broken-yaml.no-name-help"))
}

pub(super) fn value_cut_by_comment(span: Span, comment: &str) -> Diagnostic {
    VALUE_CUT.at(span, message!("value-cut.says", comment)).help(message!("value-cut.help"))
}
