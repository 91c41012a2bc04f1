//! `session-out-of-order`: a numbered session that was held before the one that comes before it by term and number.
//! One of the two has a wrong day, number or term.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::Site;
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
