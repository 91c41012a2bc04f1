//! `bad-moved`: provisions that stand elsewhere now, as front matter says, and do not.

use crate::diag::{Diagnostics, Rule, message};
use crate::link::Site;

pub(super) const RULE: Rule = Rule::error("bad-moved");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for linked in &site.documents {
        let document = &linked.document;
        let has =
            |anchor: &str| document.body.anchors.binary_search_by(|own| own.as_str().cmp(anchor)).is_ok();
        let Some(fields) = document.fields.resolution() else { continue };
        for (old, new) in fields.moved.iter().flat_map(|moved| &moved.0) {
            let found = if has(&old.value) {
                Some((old.span, message!("bad-moved.still", anchor: &old.value)))
            } else if has(&new.value) {
                None
            } else {
                Some((new.span, message!("bad-moved.nowhere", anchor: &new.value)))
            };
            if let Some((span, says)) = found {
                diagnostics.push(RULE.at(span, says).help(message!("bad-moved.help")));
            }
        }
    }
}
