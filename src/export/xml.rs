//! Writing XML 1.0 by hand: text that is well-formed whatever it holds.

use std::borrow::Cow;

use crate::markdown::escape;
use crate::text::{is_forbidden, or_replacement};

/// What every file begins with.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Text between tags or in a quoted attribute. What XML cannot hold at all (section 2.2) becomes U+FFFD.
pub(super) fn text(text: &str) -> String {
    let allowed: Cow<'_, str> = if text.contains(is_forbidden) {
        Cow::Owned(text.chars().map(or_replacement).collect())
    } else {
        Cow::Borrowed(text)
    };
    escape(&allowed)
}

/// An element that holds text alone, on a line of its own.
pub(super) fn element(target: &mut String, indent: &str, name: &str, content: &str) {
    target.push_str(&format!("{indent}<{name}>{}</{name}>\n", text(content)));
}
