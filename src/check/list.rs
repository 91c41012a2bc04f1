//! `unread-list`: a sentence does something to the documents of a list (`bãi bỏ các nghị quyết tại Phụ lục II`), and no such
//! list was found in the text. The documents would go on being shown as if nothing had happened.

use crate::diag::{Diagnostics, Rule, message};
use crate::link::Site;

pub(super) const RULE: Rule = Rule::warning("unread-list");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let linked = site.document(*index);
        let changes = linked.relations.iter().map(|relation| site.relation(*relation));
        // What front matter states is the list.
        if changes.filter(|relation| relation.changes()).any(|relation| relation.declared.is_some()) {
            continue;
        }
        let law = linked.document.body.law.as_ref();
        for span in law.map(|law| law.unread_lists.as_slice()).unwrap_or_default() {
            diagnostics.push(RULE.at(*span, message!("unread-list.says")).help(message!("unread-list.help")));
        }
    }
}
