//! The page of the manual that lists every field, made from the same words that stand in new files.

use super::section;
use crate::lang::Lang;

/// The text of the page: a table for each kind.
pub(super) fn fields_page(lang: Lang) -> String {
    let mut page = String::new();
    for line in section(lang, "fields page").lines() {
        match line.strip_prefix("@table ") {
            Some(kind) => page.push_str(&table(lang, kind)),
            None => {
                page.push_str(line);
                page.push('\n');
            }
        }
    }
    page
}

/// The fields of a section. Words stand above the fields that they are about.
fn table(lang: Lang, kind: &str) -> String {
    let mut rows = format!("{}| --- | --- | --- |\n", section(lang, "fields head"));
    let mut about = String::new();
    let mut is_said = false;
    for line in section(lang, kind).lines() {
        if let Some(words) = line.strip_prefix("# ") {
            if is_said {
                about.clear();
                is_said = false;
            }
            let gap = if about.is_empty() { "" } else { " " };
            about.push_str(&format!("{gap}{words}"));
            continue;
        }
        // What is no field is a place that other lines are put into.
        let Some((name, example)) = line.trim_start_matches('#').split_once(": ") else { continue };
        let example = example_of(example);
        let example = if example.is_empty() { String::new() } else { format!("`{example}`") };
        rows.push_str(&format!("| `{name}` | {} | {} |\n", cell(&about), cell(&example)));
        is_said = true;
    }
    rows
}

/// The example of a line: `{place|example}` is filled when a file is made, `{place}` always.
fn example_of(text: &str) -> &str {
    let Some(place) = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) else { return text };
    match place.split_once('|') {
        Some((_, example)) => example,
        None if place == "date" => "2026-01-31",
        None if place.chars().all(char::is_alphabetic) => "",
        None => text,
    }
}

/// A text as a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Kind;

    #[test]
    fn every_field_of_every_kind_has_a_row_with_words() {
        for lang in [Lang::Vi, Lang::En] {
            let page = fields_page(lang);
            for field in Kind::ALL.iter().flat_map(|kind| kind.fields().iter().copied().flatten()) {
                let row = page.lines().find(|line| line.starts_with(&format!("| `{}` | ", field.name)));
                let row = row.unwrap_or_else(|| panic!("no row for {}", field.name));
                assert!(row.split(" | ").nth(1).is_some_and(|about| about.len() > 5), "{row}");
                assert!(!row.contains("{title}") && !row.contains("{date"), "{row}");
            }
        }
    }
}
