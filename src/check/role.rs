//! `role-ends-early`: an office in the record of an official that ends before it begins. One of the two days is mistyped,
//! and until it is mended the office counts for no day.

use crate::diag::{Diagnostic, Diagnostics, Rule, message};
use crate::link::{Site, ends_early};
use crate::text::{PartialDate, Span};

pub(super) const RULE: Rule = Rule::warning("role-ends-early");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let records = site.officials.iter().filter_map(|official| official.document);
    for index in records {
        let Some(fields) = site.document(index).document.fields.official() else { continue };
        for role in fields.roles.iter().flatten() {
            let (Some(start), Some(end)) = (&role.start, &role.end) else { continue };
            if ends_early(Some(start.value), Some(end.value)) {
                diagnostics.push(ends_before(end.span, end.value, start.span, start.value));
            }
        }
    }
}

fn ends_before(span: Span, end: PartialDate, first: Span, start: PartialDate) -> Diagnostic {
    RULE.at(span, message!("role-ends-early.says", end, start))
        .label(first, message!("role-ends-early.label"))
        .help(message!("role-ends-early.help"))
}
