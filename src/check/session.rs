//! `session-out-of-order`: a numbered session that was held before the one that comes before it by term and number.
//! One of the two has a wrong day, number or term.
//!
//! `date-outside-session`: a resolution that was adopted on a day on which its session did not meet, a line of an agenda
//! on such a day, a report that verifies drafts after they were decided, or one that lies half a year from its session.
//! Only a session whose own days are recorded can tell; the day of signing (`issued`) may be later.
//!
//! `session-ends-early`: a session whose last day lies before its first.

use jiff::ToSpan;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::document::{About, SessionFields};
use crate::link::{Session, Site};
use crate::text::{Date, Span};

/// How far a report may lie from its session: papers are handed in weeks before, minutes written weeks behind.
const FARTHEST: i64 = 183;

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
        let Some((fields, days)) = record(site, session) else { continue };
        if let Some(end) = fields.end.as_ref().filter(|end| end.value < days.first) {
            diagnostics.push(ends_early(end.span, end.value, days.first));
            continue;
        }
        for item in fields.agenda.iter().flatten() {
            if let Some(day) = item.day.as_ref().filter(|day| !days.contain(day.value)) {
                let message =
                    format!("this line of the agenda is of {}, but the session met {days}", day.value);
                diagnostics.push(outside(
                    day.span,
                    message,
                    session.span,
                    "correct this day, or those of the session",
                ));
            }
        }
        for resolution in &session.resolutions {
            let Some(fields) = site.document(*resolution).document.fields.resolution() else {
                continue;
            };
            if let Some(date) = fields.date.as_ref().filter(|date| !days.contain(date.value)) {
                let message = format!("adopted on {}, but its session met {days}", date.value);
                let help = "correct the day, the session or the session's days; the day of signing is written as `issued`";
                diagnostics.push(outside(date.span, message, session.span, help));
            }
        }
        for report in &session.reports {
            let Some(fields) = site.document(*report).document.fields.report() else { continue };
            let Some(date) = &fields.date else { continue };
            let is_verification =
                fields.about.as_ref().is_some_and(|about| about.value == About::Verification);
            let message = if is_verification && days.last.is_some_and(|last| date.value > last) {
                format!("verifies drafts on {}, but its session met {days}", date.value)
            } else if days.are_far_from(date.value) {
                format!("this report is of {}, but its session met {days}", date.value)
            } else {
                continue;
            };
            let help = "correct the day or its year, the session, or the session's days";
            diagnostics.push(outside(date.span, message, session.span, help));
        }
    }
}

/// The days on which a session met.
#[derive(Debug, Clone, Copy)]
struct Days {
    first: Date,
    /// Its last day, where the record says it.
    last: Option<Date>,
}

impl Days {
    fn contain(self, day: Date) -> bool {
        day >= self.first && self.last.is_none_or(|last| day <= last)
    }

    fn are_far_from(self, day: Date) -> bool {
        let far = FARTHEST.days();
        let is_early = self.first.checked_sub(far).is_ok_and(|earliest| day < earliest);
        // A session without a last day did not meet for months.
        is_early || self.last.unwrap_or(self.first).checked_add(far).is_ok_and(|latest| day > latest)
    }
}

impl std::fmt::Display for Days {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.last {
            Some(last) if last == self.first => write!(formatter, "on {last}"),
            Some(last) => write!(formatter, "from {} to {last}", self.first),
            None => write!(formatter, "from {} on", self.first),
        }
    }
}

/// What the record of a session says, where it says at least the first day.
fn record<'a>(site: &'a Site, session: &Session) -> Option<(&'a SessionFields, Days)> {
    let fields = site.document(session.document?).document.fields.session()?;
    let first = fields.start.as_ref()?.value;
    Some((fields, Days { first, last: fields.end.as_ref().map(|end| end.value) }))
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

fn outside(span: Span, message: String, session: Span, help: &str) -> Diagnostic {
    Diagnostic::warning(Code("date-outside-session"), span, message).label(session, "the session").help(help)
}

fn ends_early(span: Span, last: Date, first: Date) -> Diagnostic {
    Diagnostic::warning(
        Code("session-ends-early"),
        span,
        format!("this session ends on {last}, before it begins on {first}"),
    )
    .help("correct `start` or `end`")
}
