//! `date-outside-session`: a resolution that was adopted on a day on which its session did not meet, a line of an agenda
//! on such a day, a report that verifies drafts after they were decided, or one that lies half a year from its session.
//! Only a session whose own days are recorded can tell; the day of signing (`issued`) may be later.

use jiff::ToSpan;

use crate::diag::{Diagnostic, Diagnostics, Message, Rule, message};
use crate::document::{About, SessionFields};
use crate::link::{Session, Site};
use crate::text::{Date, Span};

pub(super) const RULE: Rule = Rule::warning("date-outside-session");

/// How far a report may lie from its session: papers are handed in weeks before, minutes written weeks behind.
const FARTHEST: i64 = 183;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for session in &site.sessions {
        let Some((fields, days)) = record(site, session).filter(|(_, days)| !days.end_early()) else {
            continue;
        };
        for item in fields.agenda.iter().flatten() {
            if let Some(day) = item.day.as_ref().filter(|day| !days.contain(day.value)) {
                let says = message!("date-outside-session.agenda", day: day.value, days: days.said());
                let help = message!("date-outside-session.agenda-help");
                diagnostics.push(outside(day.span, says, session.span, help));
            }
        }
        for resolution in &session.resolutions {
            let Some(fields) = site.document(*resolution).document.fields.resolution() else {
                continue;
            };
            if let Some(date) = fields.date.as_ref().filter(|date| !days.contain(date.value)) {
                let says = message!("date-outside-session.resolution", day: date.value, days: days.said());
                let help = message!("date-outside-session.resolution-help");
                diagnostics.push(outside(date.span, says, session.span, help));
            }
        }
        for report in &session.reports {
            let Some(fields) = site.document(*report).document.fields.report() else { continue };
            let Some(date) = &fields.date else { continue };
            let is_verification =
                fields.about.as_ref().is_some_and(|about| about.value == About::Verification);
            let says = if is_verification && days.last.is_some_and(|last| date.value > last) {
                message!("date-outside-session.verification", day: date.value, days: days.said())
            } else if days.are_far_from(date.value) {
                message!("date-outside-session.report", day: date.value, days: days.said())
            } else {
                continue;
            };
            let help = message!("date-outside-session.report-help");
            diagnostics.push(outside(date.span, says, session.span, help));
        }
    }
}

/// The days on which a session met.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    pub(super) first: Date,
    /// Its last day, where the record says it.
    last: Option<Date>,
}

impl Days {
    /// Whether the last day lies before the first: then they tell nothing.
    pub(super) fn end_early(self) -> bool {
        self.last.is_some_and(|last| last < self.first)
    }

    fn contain(self, day: Date) -> bool {
        day >= self.first && self.last.is_none_or(|last| day <= last)
    }

    fn are_far_from(self, day: Date) -> bool {
        let far = FARTHEST.days();
        let is_early = self.first.checked_sub(far).is_ok_and(|earliest| day < earliest);
        // A session without a last day did not meet for months.
        is_early || self.last.unwrap_or(self.first).checked_add(far).is_ok_and(|latest| day > latest)
    }

    fn said(self) -> Message {
        let first = self.first;
        match self.last {
            Some(day) if day == first => message!("date-outside-session.on", day),
            Some(last) => message!("date-outside-session.from-to", first, last),
            None => message!("date-outside-session.from-on", first),
        }
    }
}

/// What the record of a session says, where it says at least the first day.
pub(super) fn record<'a>(site: &'a Site, session: &Session) -> Option<(&'a SessionFields, Days)> {
    let fields = site.document(session.document?).document.fields.session()?;
    let first = fields.start.as_ref()?.value;
    Some((fields, Days { first, last: fields.end.as_ref().map(|end| end.value) }))
}

fn outside(span: Span, says: Message, session: Span, help: Message) -> Diagnostic {
    RULE.at(span, says).label(session, message!("date-outside-session.label")).help(help)
}
