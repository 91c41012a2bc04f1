//! `signer-without-role`: the signer has a record with dated offices, and none of them was held on the day of signing,
//! or none of those held is of the body that issued the resolution. Signer or day is wrong, or an office is missing in
//! the record.

use crate::diag::{Diagnostic, Diagnostics, Rule, message};
use crate::link::{Role, Site, ends_early};
use crate::text::{Date, Span};

pub(super) const RULE: Rule = Rule::note("signer-without-role");

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
    RULE.at(span, message!("signer-without-role.body", name, issuer, date))
        .label(record, message!("signer-without-role.label"))
        .help(message!("signer-without-role.body-help"))
}

fn without_role(span: Span, name: &str, date: Date, record: Span) -> Diagnostic {
    RULE.at(span, message!("signer-without-role.says", name, date))
        .label(record, message!("signer-without-role.label"))
        .help(message!("signer-without-role.help"))
}
