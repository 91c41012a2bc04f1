//! What readers who do not see a page, or who see it in another way, need of it.
//!
//! `missing-alt`: a picture without words for those who do not see it. The rules for state portals ask for them.
//! `heading-jump`: a heading two or more levels below the one before it. Who goes from heading to heading by ear takes
//! it for a part that is missing.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::document::Picture;
use crate::link::Site;
use crate::text::Span;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for linked in &site.documents {
        let document = &linked.document;
        if let Some(span) = document.fields.picture().and_then(without_words) {
            diagnostics.push(no_words(
                span,
                "add `alt:` with what the picture shows, such as `alt: Quang cảnh kỳ họp`",
            ));
        }
        let pictures = document.body.links.iter().filter(|link| link.is_picture && !link.has_text);
        for link in pictures {
            let help = format!(
                "write what it shows between the brackets, such as `![Quang cảnh kỳ họp]({})`",
                link.destination
            );
            diagnostics.push(no_words(link.span, &help));
        }
        // The headings of a resolution follow its own structure.
        if document.body.law.is_some() {
            continue;
        }
        for pair in document.body.headings.windows(2) {
            let [before, heading] = pair else { continue };
            if heading.level > before.level + 1 {
                diagnostics.push(jump(
                    heading.span,
                    &heading.text,
                    before.span,
                    heading.level - before.level,
                ));
            }
        }
    }
}

fn without_words(picture: &Picture) -> Option<Span> {
    let file = picture.file.as_ref()?;
    let has_words = picture.alt.as_ref().is_some_and(|alt| !alt.value.is_empty());
    (!has_words).then_some(file.span)
}

fn no_words(span: Span, help: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("missing-alt"),
        span,
        "nothing tells what this picture shows to those who do not see it",
    )
    .help(help)
}

fn jump(span: Span, text: &str, before: Span, levels: u8) -> Diagnostic {
    Diagnostic::warning(
        Code("heading-jump"),
        span,
        format!("the heading `{text}` lies {levels} levels below the one before it"),
    )
    .label(before, "the heading before")
    .help("write it with one `#` more than the heading that it belongs to")
}
