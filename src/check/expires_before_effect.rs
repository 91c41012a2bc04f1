//! `expires-before-effect`: a last day before the first is a typing error.

use crate::diag::{Diagnostics, Rule, message};
use crate::link::Site;

pub(super) const RULE: Rule = Rule::warning("expires-before-effect");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let Some(fields) = site.document(*index).document.fields.resolution() else { continue };
        let (Some(effective), Some(expires)) = (&fields.effective, &fields.expires) else { continue };
        if expires.value < effective.value {
            let says = message!(
                "expires-before-effect.says",
                expires: expires.value,
                effective: effective.value,
            );
            let problem = RULE.at(expires.span, says);
            diagnostics.push(
                problem
                    .label(effective.span, message!("expires-before-effect.label"))
                    .help(message!("expires-before-effect.help")),
            );
        }
    }
}
