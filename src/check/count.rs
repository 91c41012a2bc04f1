//! `list-count`: a sentence does something to a number of documents (`bãi bỏ 05 nghị quyết sau`), and another number of them
//! was read. One that was missed would go on being shown as if nothing had happened.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let law = site.document(*index).document.body.law.as_ref();
        for count in law.map(|law| law.counts.as_slice()).unwrap_or_default() {
            diagnostics.push(
                Diagnostic::warning(
                    Code("list-count"),
                    count.span,
                    format!(
                        "this sentence says that it does something to {} documents, and {} were read in it and in its list",
                        count.stated, count.found
                    ),
                )
                .help("compare the list with the signed document: a row may be missing or not begin with its number and symbol; if the signed document counts wrongly, say so under `checks: {list-count: …}` with the reason"),
            );
        }
    }
}
