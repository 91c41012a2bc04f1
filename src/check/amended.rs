//! `amended-term`: another document rewrites the provision that says when a resolution takes effect or ends, and the new day
//! could not be read. From the old day on its status is unknown.

use super::circle::name;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::{Site, Work};

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let Some(relation) = site.document(*index).amended.unknown_by.map(|by| site.relation(by)) else {
            continue;
        };
        let Some(span) = site.span_of(relation) else { continue };
        let own = name(site, Work::Held(*index));
        let problem = Diagnostic::warning(
            Code("amended-term"),
            span,
            format!(
                "changes when {own} takes effect or ends, and the new day could not be read, so its status is not known"
            ),
        );
        diagnostics.push(problem.help(format!(
            "write the day that holds now into the front matter of {own}, such as `expires: 2027-12-31` or `effective: 2026-07-01`"
        )));
    }
}
