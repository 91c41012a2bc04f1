//! `list-count`: a sentence does something to a number of documents (`bãi bỏ 05 nghị quyết sau`), and another number of them
//! was read. One that was missed would go on being shown as if nothing had happened.

use crate::diag::{Diagnostics, Rule, message};
use crate::link::Site;

pub(super) const RULE: Rule = Rule::warning("list-count");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let law = site.document(*index).document.body.law.as_ref();
        for count in law.map(|law| law.counts.as_slice()).unwrap_or_default() {
            let says = message!("list-count.says", stated: count.stated, found: count.found);
            diagnostics.push(RULE.at(count.span, says).help(message!("list-count.help")));
        }
    }
}
