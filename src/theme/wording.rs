//! The words of a theme put into its templates once, where the template names them outright.

use crate::lang::Translations;
use crate::markdown::escape;

/// The template with words in the place of `"key" | t`. They are the same on every page; looking each up again takes
/// about a twenty-fifth of the time of a whole build. What is not surely such a call stays as it is.
pub(super) fn worded(template: &str, words: &Translations) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((start, end)) = next_tag(rest) {
        let tag = &rest[start..end];
        if tag.starts_with("{%") && tag.contains(" raw ") {
            break;
        }
        text.push_str(&rest[..start]);
        push_tag(tag, words, &mut text);
        rest = &rest[end..];
    }
    text.push_str(rest);
    text
}

/// Where the next `{{ … }}`, `{% … %}` or `{# … #}` stands, in bytes.
fn next_tag(template: &str) -> Option<(usize, usize)> {
    let mut braces = memchr::memchr_iter(b'{', template.as_bytes());
    braces.find_map(|start| {
        let close = match template.as_bytes().get(start + 1)? {
            b'{' => "}}",
            b'%' => "%}",
            b'#' => "#}",
            _ => return None,
        };
        let length = template[start..].find(close)? + close.len();
        Some((start, start + length))
    })
}

/// Writes a tag: a word that is printed becomes HTML, any other a literal.
fn push_tag(tag: &str, words: &Translations, target: &mut String) {
    let word = |key: &str| words.get(key).filter(|word| !word.contains(['{', '"', '\\']));
    let printed = tag.strip_prefix("{{ \"").and_then(|rest| rest.strip_suffix("\" | t }}"));
    if let Some(word) = printed.and_then(word) {
        target.push_str(&escape(word));
        return;
    }
    if tag.starts_with("{#") || tag.contains(['\'', '`', '\\']) {
        target.push_str(tag);
        return;
    }
    // Pieces outside and within quotation marks, by turns.
    let mut pieces = tag.split('"');
    target.push_str(pieces.next().unwrap_or_default());
    while let Some(literal) = pieces.next() {
        let Some(after) = pieces.next() else {
            target.push('"');
            target.push_str(literal);
            break;
        };
        let call = after.strip_prefix(" | t").filter(|rest| rest.starts_with(['}', ')', ',', ' ']));
        let call = call.filter(|rest| !rest.trim_start().starts_with('('));
        let (literal, after) = word(literal).zip(call).unwrap_or((literal, after));
        for piece in ["\"", literal, "\"", after] {
            target.push_str(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::lang::Lang;

    #[test]
    fn only_plain_calls_are_filled() {
        let words = [("number", "Số & ký hiệu"), ("quoted", "Cái \"này\""), ("open", "{n} trang")];
        let words = words.into_iter().map(|(key, word)| (key.to_owned(), word.to_owned()));
        let words = Translations::new(Lang::Vi, words.collect::<BTreeMap<_, _>>());
        for (template, expected) in [
            (r#"<p>{{ "number" | t }}</p>"#, "<p>Số &amp; ký hiệu</p>"),
            (
                r#"{{ <fact label={"number" | t} value={x}/> }}"#,
                r#"{{ <fact label={"Số & ký hiệu"} value={x}/> }}"#,
            ),
            (r#"{% set a = "number" | t %}"#, r#"{% set a = "Số & ký hiệu" %}"#),
            (r#"{{ "number" | t ~ "x" }}"#, r#"{{ "Số & ký hiệu" ~ "x" }}"#),
        ] {
            assert_eq!(worded(template, &words), expected);
        }
        for kept in [
            r#"{{ "quoted" | t }}"#,
            r#"{{ "open" | t(n=3) }}"#,
            r#"{{ "number" | t(n=3) }}"#,
            r#"{{ "number" | t (n=3) }}"#,
            r#"{{ "number" | title }}"#,
            r#"{{ "unknown" | t }}"#,
            "{{ key | t }}",
            r#"{{ 'it"s' ~ "number" | t }}"#,
            r#"{# "number" | t #}"#,
            r#"{% raw %}{{ "number" | t }}{% endraw %}"#,
            r#"{{ "number" | t"#,
            r#"{{ "number | t }}"#,
        ] {
            assert_eq!(worded(kept, &words), kept);
        }
    }
}
