//! `page-without-record`: a session, official or topic of which nobody wrote a record, so that its page is made from the
//! references to it alone. That is allowed; a mistyped reference looks the same.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::{SessionName, Site};
use crate::text::Span;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for session in site.sessions.iter().filter(|session| session.document.is_none()) {
        let name = match &session.name {
            SessionName::Title(title) => title.clone(),
            SessionName::Number { number, term, .. } => {
                let term = term.as_ref().map_or_else(String::new, |term| format!(", khóa {term}"));
                format!("Kỳ họp thứ {number}{term}")
            }
        };
        diagnostics.push(unrecorded(session.span, "session", "sessions", &name));
    }
    for official in site.officials.iter().filter(|official| official.document.is_none()) {
        diagnostics.push(unrecorded(official.span, "official", "officials", &official.name));
    }
    for topic in site.topics.iter().filter(|topic| topic.document.is_none()) {
        diagnostics.push(unrecorded(topic.span, "topic", "topics", &topic.title));
    }
}

fn unrecorded(span: Span, kind: &str, folder: &str, name: &str) -> Diagnostic {
    let message = format!("the page of the {kind} `{name}` is made from references such as this one");
    Diagnostic::note(Code("page-without-record"), span, message).help(format!(
        "if the name is right, nothing must be done; a record in content/{folder}/ says more, and \
         `congbao new {kind} \"{name}\"` begins one"
    ))
}
