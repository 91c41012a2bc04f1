//! `signer-without-role`: the signer has a record with dated offices, and none of them was held on the day of signing,
//! or none of those held is of the body that issued the resolution. Signer or day is wrong, or an office is missing in
//! the record.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::{Role, Site, ends_early};
use crate::text::{Date, Span};

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let linked = site.document(*index);
        let Some(fields) = linked.document.fields.resolution() else { continue };
        let (Some(signer), Some(written), Some(date)) = (linked.signer, &fields.signer, linked.date) else {
            continue;
        };
        let official = site.official(signer);
        let dated: Vec<&Role> = official.roles.iter().filter(|role| role.start.is_some()).collect();
        // Of an office that ends before it begins `role-ends-early` tells.
        if dated.is_empty() || dated.iter().any(|role| ends_early(role.start, role.end)) {
            continue;
        }
        if !dated.iter().any(|role| role.is_held_on(date)) {
            diagnostics.push(without_role(written.span, &official.name, date, official.span));
            continue;
        }
        let mut held = official.roles.iter().filter(|role| role.is_held_on(date));
        if let Some(issuer) = linked.issuer
            && !held.any(|role| site.is_office_of(role, issuer))
        {
            let issuer = &site.body(issuer).name;
            diagnostics.push(of_another_body(written.span, &official.name, issuer, date, official.span));
        }
    }
}

fn of_another_body(span: Span, name: &str, issuer: &str, date: Date, record: Span) -> Diagnostic {
    Diagnostic::note(
        Code("signer-without-role"),
        span,
        format!("no office of `{name}` in `{issuer}` is recorded for {date}, the day of the resolution"),
    )
    .label(record, "the record")
    .help("check signer and issuer, or add the office to the record")
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
