//! `missing-alt`: a picture without words for those who do not see it. The rules for state portals ask for them.

use crate::diag::{Diagnostic, Diagnostics, Message, Rule, message};
use crate::document::Picture;
use crate::link::Site;
use crate::text::Span;

pub(super) const RULE: Rule = Rule::warning("missing-alt");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for linked in &site.documents {
        let document = &linked.document;
        if let Some(span) = document.fields.picture().and_then(without_words) {
            diagnostics.push(no_words(span, message!("missing-alt.field-help")));
        }
        let pictures = document.body.links.iter().filter(|link| link.is_picture && !link.has_text);
        for link in pictures {
            let help = message!("missing-alt.help", destination: &link.destination);
            diagnostics.push(no_words(link.span, help));
        }
    }
}

fn without_words(picture: &Picture) -> Option<Span> {
    let file = picture.file.as_ref()?;
    let has_words = picture.alt.as_ref().is_some_and(|alt| !alt.value.is_empty());
    (!has_words).then_some(file.span)
}

fn no_words(span: Span, help: Message) -> Diagnostic {
    RULE.at(span, message!("missing-alt.says")).help(help)
}
