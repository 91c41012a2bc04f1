//! Writing front matter: YAML that needs no guessing, since every text is quoted.

use super::calendar::Date;
use super::digits;

/// Opens or closes a block of front matter.
pub(super) fn fence(text: &mut String) {
    text.push_str("---\n");
}

/// Writes `key: "value"`.
pub(super) fn line(text: &mut String, key: &str, value: &str) {
    text.push_str(key);
    text.push_str(": ");
    quoted(text, value);
    text.push('\n');
}

/// Writes `key: value` for a word of the format itself.
pub(super) fn token(text: &mut String, key: &str, value: &str) {
    text.push_str(key);
    text.push_str(": ");
    text.push_str(value);
    text.push('\n');
}

/// Writes `key: 12`.
pub(super) fn number(text: &mut String, key: &str, value: u32) {
    text.push_str(key);
    text.push_str(": ");
    digits::plain(text, value);
    text.push('\n');
}

/// Writes `key: "8,7"` for a value in tenths, in Vietnamese notation.
pub(super) fn tenths(text: &mut String, key: &str, value: u32) {
    text.push_str(key);
    text.push_str(": \"");
    digits::tenths(text, value);
    text.push_str("\"\n");
}

/// Writes `key: 2023-07-12`.
pub(super) fn date(text: &mut String, key: &str, value: Date) {
    text.push_str(key);
    text.push_str(": ");
    value.iso(text);
    text.push('\n');
}

/// Writes `key:` and one text a line below it; nothing for an empty list.
pub(super) fn list<'item>(text: &mut String, key: &str, items: impl IntoIterator<Item = &'item str>) {
    let mut items = items.into_iter().peekable();
    if items.peek().is_none() {
        return;
    }
    text.push_str(key);
    text.push_str(":\n");
    for item in items {
        text.push_str("  - ");
        quoted(text, item);
        text.push('\n');
    }
}

/// Writes a text between double quotes.
pub(super) fn quoted(text: &mut String, value: &str) {
    text.push('"');
    for sign in value.chars() {
        if matches!(sign, '"' | '\\') {
            text.push('\\');
        }
        text.push(sign);
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_so_that_yaml_reads_them_back() {
        let mut text = String::new();
        line(&mut text, "title", "Về \"việc\": a\\b");
        tenths(&mut text, "value", 87);
        list(&mut text, "topics", ["Học phí", "Việc làm"]);
        list(&mut text, "officials", []);
        date(&mut text, "date", Date::new(2023, 7, 2));
        let expected = "title: \"Về \\\"việc\\\": a\\\\b\"\nvalue: \"8,7\"\ntopics:\n  - \"Học phí\"\n  - \"Việc làm\"\n\
                        date: 2023-07-02\n";
        assert_eq!(text, expected);
    }
}
