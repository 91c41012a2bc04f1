//! `heading-jump`: a heading two or more levels below the one before it. Who goes from heading to heading by ear takes
//! it for a part that is missing.

use crate::diag::{Diagnostics, Rule, message};
use crate::link::Site;

pub(super) const RULE: Rule = Rule::warning("heading-jump");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for linked in &site.documents {
        let body = &linked.document.body;
        // The headings of a resolution follow its own structure.
        if body.law.is_some() {
            continue;
        }
        for pair in body.headings.windows(2) {
            let [before, heading] = pair else { continue };
            if heading.level > before.level + 1 {
                let levels = heading.level - before.level;
                let says = message!("heading-jump.says", heading: &heading.text, levels);
                let problem = RULE.at(heading.span, says).help(message!("heading-jump.help"));
                diagnostics.push(problem.label(before.span, message!("heading-jump.label")));
            }
        }
    }
}
