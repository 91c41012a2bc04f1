//! `amended-term`: another document rewrites the provision that says when a resolution takes effect or ends, and the new day
//! could not be read. From the old day on its status is unknown.

use super::circle::name;
use crate::diag::{Diagnostics, Rule, message};
use crate::link::{Site, Work};

pub(super) const RULE: Rule = Rule::warning("amended-term");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let Some(relation) = site.document(*index).amended.unknown_by.map(|by| site.relation(by)) else {
            continue;
        };
        let Some(span) = site.span_of(relation) else { continue };
        let document = name(site, Work::Held(*index));
        let says = message!("amended-term.says", document);
        diagnostics.push(RULE.at(span, says).help(message!("amended-term.help", document)));
    }
}
