//! Problems with what was published.

use super::Entry;
use crate::diag::{Diagnostic, Rule, message};
use crate::path::Route;
use crate::text::Span;

const ADDRESS_GONE: Rule = Rule::error("address-gone");
const ANCHOR_GONE: Rule = Rule::error("anchor-gone");
const BAD_LOCK: Rule = Rule::error("bad-lock");

pub(crate) const RULES: &[Rule] = &[ADDRESS_GONE, ANCHOR_GONE, BAD_LOCK];

/// How many anchors are named; the others are counted.
const NAMED: usize = 5;

pub(super) fn bad_line(span: Span) -> Diagnostic {
    BAD_LOCK.at(span, message!("bad-lock.says")).help(message!("bad-lock.help"))
}

pub(super) fn address_gone(
    span: Span,
    address: &str,
    entry: &Entry,
    place: Option<(&str, &Route)>,
) -> Diagnostic {
    let what = &entry.what;
    ADDRESS_GONE.at(span, message!("address-gone.says", address, what)).help(match place {
        Some((file, now)) => message!("address-gone.moved-help", now: now.as_str(), address, file),
        None if what.contains('/') => message!("address-gone.file-help", what, address),
        None => message!("address-gone.help", address),
    })
}

pub(super) fn anchors_gone(document: Span, address: &str, gone: &[&str], line: Span) -> Diagnostic {
    let named: Vec<String> = gone.iter().take(NAMED).map(|anchor| format!("#{anchor}")).collect();
    let more = gone.len().saturating_sub(NAMED);
    let first = gone.first().copied().unwrap_or_default();
    ANCHOR_GONE
        .at(document, message!("anchor-gone.says", address, named, more))
        .label(line, message!("anchor-gone.label"))
        .help(message!("anchor-gone.help", first))
}
