//! `page-without-record`: a session, official or topic of which nobody wrote a record, so that its page is made from the
//! references to it alone. That is allowed; a mistyped reference looks the same.

use crate::diag::{Diagnostic, Diagnostics, Rule, Value, message};
use crate::link::{SessionName, Site};
use crate::text::Span;

pub(super) const RULE: Rule = Rule::note("page-without-record");

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

fn unrecorded(span: Span, kind: &'static str, folder: &str, name: &str) -> Diagnostic {
    let kind = Value::Kind(kind);
    RULE.at(span, message!("page-without-record.says", kind: kind.clone(), name)).help(message!(
        "page-without-record.help",
        folder,
        kind,
        name
    ))
}
