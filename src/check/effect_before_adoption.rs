//! `effect-before-adoption`: a resolution that applies before it was adopted is a typing error nearly always.

use crate::diag::{Diagnostics, Rule, message};
use crate::link::Site;

pub(super) const RULE: Rule = Rule::warning("effect-before-adoption");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let Some(fields) = site.document(*index).document.fields.resolution() else { continue };
        let (Some(date), Some(effective)) = (&fields.date, &fields.effective) else { continue };
        if effective.value < date.value {
            let says = message!("effect-before-adoption.says", effective: effective.value, date: date.value);
            let problem = RULE.at(effective.span, says);
            diagnostics.push(
                problem
                    .label(date.span, message!("effect-before-adoption.label"))
                    .help(message!("effect-before-adoption.help")),
            );
        }
    }
}
