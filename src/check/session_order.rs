//! `session-out-of-order`: a numbered session that was held before the one that comes before it by term and number.
//! One of the two has a wrong day, number or term.

use crate::diag::{Diagnostics, Rule, message};
use crate::link::Site;

pub(super) const RULE: Rule = Rule::warning("session-out-of-order");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for session in site.sessions.iter().filter(|session| session.number.is_some()) {
        let Some(previous) = session.previous.map(|index| site.session(index)) else { continue };
        if let (Some(day), Some(before)) = (session.first_day, previous.first_day)
            && day < before
        {
            let problem = RULE.at(session.span, message!("session-out-of-order.says", day, before));
            diagnostics.push(
                problem
                    .label(previous.span, message!("session-out-of-order.label"))
                    .help(message!("session-out-of-order.help")),
            );
        }
    }
}
