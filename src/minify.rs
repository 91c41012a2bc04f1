//! Smaller HTML, the same page.
//!
//! What every page of a section shares is minified once with `minify-html`. The part of its own each page has is
//! written compactly in the first place; only runs of line breaks are folded there. A whole page would cost ten times
//! what rendering it costs and gain under one hundredth of the compressed size.

/// Why a text was not minified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MinifyError {
    /// The minifier gave up.
    #[error("the minifier failed on this page")]
    Failed,
    /// The minifier's output is not UTF-8.
    #[error("the minifier's output is not text")]
    NotText,
}

/// A whole document, minified. Closing tags, `<html>` and `<head>`, and every attribute that names something stay.
#[cfg(feature = "minify")]
pub fn whole(html: &str) -> Result<String, MinifyError> {
    let settings = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        ..minify_html::Cfg::new()
    };
    let minified = std::panic::catch_unwind(|| minify_html::minify(html.as_bytes(), &settings))
        .map_err(|_| MinifyError::Failed)?;
    String::from_utf8(minified).map_err(|_| MinifyError::NotText)
}

/// Without the feature `minify` a document stays as it is.
#[cfg(not(feature = "minify"))]
pub fn whole(html: &str) -> Result<String, MinifyError> {
    Ok(html.to_owned())
}

/// Folds every run of line breaks and the spaces between them into one line break. Only for HTML without `pre` and
/// `textarea`.
pub fn fold_lines(html: &[u8], target: &mut Vec<u8>) {
    let mut rest = html;
    while let Some(at) = memchr::memchr(b'\n', rest) {
        target.extend_from_slice(&rest[..=at]);
        rest = rest[at + 1..].trim_ascii_start();
    }
    target.extend_from_slice(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_and_spaces_kept() {
        let mut folded = Vec::new();
        fold_lines(b"<p>a b\n\n   \n<b>c</b>\n d</p>", &mut folded);
        assert_eq!(folded, b"<p>a b\n<b>c</b>\nd</p>");
    }

    #[cfg(feature = "minify")]
    #[test]
    fn what_people_and_readers_need_stays() {
        let html = "<!doctype html><html lang=\"vi\"><head><title>a</title></head><body><p>  Một   <b>hai</b> <i>ba</i>\n</p><input type=\"text\" aria-label=\"\" id=\"x\"><ul role=\"list\"><li>1</li> <li>2</li></ul></body></html>";
        let minified = whole(html).unwrap();
        assert!(minified.contains("Một <b>hai</b> <i>ba</i>"), "{minified}");
        assert!(minified.contains("role=list") && minified.contains("</li>"), "{minified}");
        assert!(minified.contains("type=text"), "{minified}");
    }
}
