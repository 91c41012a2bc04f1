//! `early-effect`: a normative resolution of a local council takes effect ten days after its adoption at the earliest
//! (Luật 64/2025/QH15, Điều 53.1; for provinces also Luật 80/2015/QH13), unless it was made under the shortened
//! procedure. Individual resolutions have no minimum.

use crate::diag::{Diagnostics, Rule, message};
use crate::legal::Symbol;
use crate::link::Site;

pub(super) const RULE: Rule = Rule::note("early-effect");

/// Days between adoption and effect at the least.
const LEAST_DAYS: i32 = 10;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let Some(fields) = site.document(*index).document.fields.resolution() else { continue };
        let (Some(date), Some(effective)) = (&fields.date, &fields.effective) else { continue };
        let days = (effective.value - date.value).get_days();
        let symbol = fields.number.as_ref().and_then(|number| Symbol::parse(&number.value));
        let is_normative = symbol.is_some_and(|symbol| symbol.year.is_some());
        if is_normative && (0..LEAST_DAYS).contains(&days) {
            let says = message!("early-effect.says", days, least: LEAST_DAYS);
            diagnostics.push(RULE.at(effective.span, says).help(message!("early-effect.help")));
        }
    }
}
