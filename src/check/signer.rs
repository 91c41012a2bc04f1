//! `signer-without-role`: the signer has a record with dated offices, and none of them was held on the day of signing,
//! or none of those held is of the body that issued the resolution. Signer or day is wrong, or an office is missing in
//! the record.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::document::KindFields;
use crate::link::{BodyIndex, Role, Site};
use crate::text::{Date, Span, match_key};

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let linked = site.document(*index);
        let KindFields::Resolution(fields, _) = &linked.document.fields else { continue };
        let (Some(signer), Some(written), Some(date)) = (linked.signer, &fields.signer, linked.date) else {
            continue;
        };
        let official = site.official(signer);
        let dated: Vec<&Role> = official.roles.iter().filter(|role| role.start.is_some()).collect();
        if dated.is_empty() {
            continue;
        }
        if !dated.iter().any(|role| is_held(role, date)) {
            diagnostics.push(without_role(written.span, &official.name, date, official.span));
            continue;
        }
        let mut held = official.roles.iter().filter(|role| is_held(role, date));
        if let Some(issuer) = linked.issuer
            && !held.any(|role| fits(site, role, issuer))
        {
            let issuer = &site.body(issuer).name;
            diagnostics.push(of_another_body(written.span, &official.name, issuer, date, official.span));
        }
    }
}

fn is_held(role: &Role, day: Date) -> bool {
    role.start.is_none_or(|start| start.first_day() <= day)
        && role.end.is_none_or(|end| day <= end.last_day())
}

/// Whether a role is one in which a resolution of the body can be signed: of the body itself or of its family, or one
/// that does not say of what, or that names the council in its title.
fn fits(site: &Site, role: &Role, issuer: BodyIndex) -> bool {
    let Some(body) = role.body else { return true };
    let title = match_key(&role.title);
    is_part(site, body, issuer)
        || is_part(site, issuer, body)
        || ["HĐND", "Hội đồng nhân dân"].iter().any(|council| title.contains(&match_key(council)))
}

/// Whether a body is another or belongs to it. Loops of parents are cut when the site is linked.
fn is_part(site: &Site, body: BodyIndex, whole: BodyIndex) -> bool {
    std::iter::successors(Some(body), |body| site.body(*body).parent).any(|body| body == whole)
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
