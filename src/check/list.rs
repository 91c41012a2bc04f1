//! `unread-list`: a sentence does something to the documents of a list (`bãi bỏ các nghị quyết tại Phụ lục II`), and no such
//! list was found in the text. The documents would go on being shown as if nothing had happened.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::Site;

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
            diagnostics.push(
                Diagnostic::warning(
                    Code("unread-list"),
                    *span,
                    "the documents that this sentence means stand in a list that was not found in the text",
                )
                .help("put the list behind the articles as an annex, headed by the name that the sentence has (`Phụ lục II`, `DANH MỤC` with `(Kèm theo Nghị quyết số …)` below), one document a row of a table or a line, each beginning with its number; or state them in the front matter, such as `repeals: [05/2021/NQ-HĐND]`"),
            );
        }
    }
}
