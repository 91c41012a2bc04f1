//! `session-out-of-order`: a numbered session that was held before the one that comes before it by term and number.
//! One of the two has a wrong day, number or term.
//!
//! `date-outside-session`: a resolution that was adopted on a day on which its session did not meet. Only a session
//! whose first and last day are recorded can tell; the day of signing (`issued`) may be later.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::document::KindFields;
use crate::link::{Session, Site};
use crate::text::{Date, Span};

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for session in site.sessions.iter().filter(|session| session.number.is_some()) {
        let Some(previous) = session.previous.map(|index| site.session(index)) else { continue };
        if let (Some(day), Some(before)) = (session.first_day, previous.first_day)
            && day < before
        {
            diagnostics.push(out_of_order(session.span, day, previous.span, before));
        }
    }
    for session in &site.sessions {
        let Some((first, last)) = recorded_days(site, session) else { continue };
        for resolution in &session.resolutions {
            let KindFields::Resolution(fields, _) = &site.document(*resolution).document.fields else {
                continue;
            };
            if let Some(date) = fields.date.as_ref().filter(|date| date.value < first || date.value > last) {
                diagnostics.push(outside(date.span, date.value, session.span, first, last));
            }
        }
    }
}

/// First and last day, where the record says both.
fn recorded_days(site: &Site, session: &Session) -> Option<(Date, Date)> {
    match &site.document(session.document?).document.fields {
        KindFields::Session(fields) => Some((fields.start.as_ref()?.value, fields.end.as_ref()?.value)),
        _ => None,
    }
}

fn out_of_order(span: Span, day: Date, previous: Span, before: Date) -> Diagnostic {
    Diagnostic::warning(
        Code("session-out-of-order"),
        span,
        format!("this session is dated {day}, but the one before it by number {before}"),
    )
    .label(previous, "the session before")
    .help("correct day, number or term of one of the two")
}

fn outside(span: Span, date: Date, session: Span, first: Date, last: Date) -> Diagnostic {
    let met = if first == last { format!("on {first}") } else { format!("from {first} to {last}") };
    Diagnostic::warning(
        Code("date-outside-session"),
        span,
        format!("adopted on {date}, but its session met {met}"),
    )
    .label(session, "the session")
    .help("correct the day, the session or the session's days; the day of signing is written as `issued`")
}
