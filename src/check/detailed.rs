//! `detailed-ended`: a resolution goes on though a document that it details has ended. By Luật 64/2025/QH15, Điều 57.2 it
//! goes on where it is not contrary to the new law, so somebody has to look.

use super::circle::name;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::link::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let linked = site.document(*index);
        let details = linked.relations.iter().map(|relation| site.relation(*relation));
        let ended = details.filter(|relation| {
            relation.kind == crate::legal::RelationKind::Details
                && linked.ended_details.contains(&relation.to)
        });
        let mut told = Vec::new();
        for relation in ended {
            let Some(span) = site.span_of(relation).filter(|_| !told.contains(&relation.to)) else {
                continue;
            };
            told.push(relation.to);
            let message = format!(
                "{}, which this resolution details, has ended; the resolution goes on",
                name(site, relation.to)
            );
            let help = "see whether it still fits the new law (rà soát); where it has ended, state in what ended it that it did";
            diagnostics.push(Diagnostic::note(Code("detailed-ended"), span, message).help(help));
        }
    }
}
