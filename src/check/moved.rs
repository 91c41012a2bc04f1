//! Provisions that stand elsewhere now.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for linked in &site.documents {
        let document = &linked.document;
        let has =
            |anchor: &str| document.body.anchors.binary_search_by(|own| own.as_str().cmp(anchor)).is_ok();
        let Some(fields) = document.fields.resolution() else { continue };
        for (old, new) in fields.moved.iter().flat_map(|moved| &moved.0) {
            let words = if has(&old.value) {
                Some((old.span, format!("`#{}` is there still: it cannot lead elsewhere", old.value)))
            } else if has(&new.value) {
                None
            } else {
                Some((new.span, format!("there is no `#{}` in this document", new.value)))
            };
            if let Some((span, words)) = words {
                diagnostics.push(Diagnostic::error(Code("bad-moved"), span, words).help(
                    "write the old anchor, which is gone, and the new one as they stand in addresses behind `#`, such as `dieu-3: dieu-4`",
                ));
            }
        }
    }
}
