//! `session-ends-early`: a session whose last day lies before its first.

use super::session_days::record;
use crate::diag::{Diagnostics, Rule, message};
use crate::link::Site;

pub(super) const RULE: Rule = Rule::warning("session-ends-early");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for session in &site.sessions {
        let Some((fields, days)) = record(site, session) else { continue };
        if let Some(end) = fields.end.as_ref().filter(|_| days.end_early()) {
            let says = message!("session-ends-early.says", last: end.value, first: days.first);
            diagnostics.push(RULE.at(end.span, says).help(message!("session-ends-early.help")));
        }
    }
}
