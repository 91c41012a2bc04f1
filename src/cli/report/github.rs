//! Problems as workflow commands, which GitHub Actions shows beside the lines of a change.

use std::fmt::Write;

use congbao::diag::{Catalogue, Diagnostics, Severity};
use congbao::inputs::Inputs;

use super::{Lines, Where};

/// A line for each problem. `folder` is the portal's folder within the repository, empty or ending in `/`. Columns are
/// code points; the service names no unit.
pub(in crate::cli) fn github(
    inputs: &Inputs,
    diagnostics: &Diagnostics,
    words: &Catalogue,
    folder: &str,
) -> String {
    let mut lines = Lines::new(inputs);
    let mut out = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let mut properties = Vec::new();
        match lines.place(&diagnostic.at) {
            Where::Address(_) => {}
            Where::File(path) => properties.push(("file", format!("{folder}{path}"))),
            Where::Range(range) => {
                properties.push(("file", format!("{folder}{}", range.path)));
                properties.push(("line", range.start.line.to_string()));
                properties.push(("endLine", range.end.line.to_string()));
                // Columns are read only where the range is on one line.
                if range.start.line == range.end.line {
                    properties.push(("col", range.start.column.to_string()));
                    properties.push(("endColumn", range.end.column.to_string()));
                }
            }
        }
        properties.push(("title", diagnostic.code.0.to_owned()));
        let properties: Vec<String> =
            properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
        let help = diagnostic.help.as_ref().map_or_else(String::new, |help| format!("\n{}", words.say(help)));
        let message = data(&format!("{}{help}", words.say(&diagnostic.message)));
        let _ = writeln!(out, "::{command} {}::{message}", properties.join(","));
    }
    out
}

/// A message on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which a colon or comma would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_written_otherwise() {
        assert_eq!(data("100%\r\n::error::a, b"), "100%25%0D%0A::error::a, b");
        assert_eq!(property("content/a,b:c%.md"), "content/a%2Cb%3Ac%25.md");
    }
}
