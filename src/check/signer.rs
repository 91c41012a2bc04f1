//! `signer-without-role`: the signer has a record with dated offices, and none of them was held on the day of signing.
//! Signer or day is wrong, or an office is missing in the record.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::document::KindFields;
use crate::link::{Role, Site};
use crate::text::{Date, Span};

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let linked = site.document(*index);
        let KindFields::Resolution(fields, _) = &linked.document.fields else { continue };
        let (Some(signer), Some(written), Some(date)) = (linked.signer, &fields.signer, linked.date) else {
            continue;
        };
        let official = site.official(signer);
        let dated: Vec<&Role> = official.roles.iter().filter(|role| role.start.is_some()).collect();
        if !dated.is_empty() && !dated.iter().any(|role| is_held(role, date)) {
            diagnostics.push(without_role(written.span, &official.name, date, official.span));
        }
    }
}

fn is_held(role: &Role, day: Date) -> bool {
    role.start.is_none_or(|start| start.first_day() <= day)
        && role.end.is_none_or(|end| day <= end.last_day())
}

fn without_role(span: Span, name: &str, date: Date, record: Span) -> Diagnostic {
    Diagnostic::note(
        Code("signer-without-role"),
        span,
        format!("no office of `{name}` is recorded for {date}, the day of the resolution"),
    )
    .label(record, "the record")
    .help("check signer and day, or add the office to the record")
}
