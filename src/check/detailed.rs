//! `detailed-ended`: a resolution goes on though a document that it details has ended. By Luật 64/2025/QH15, Điều 57.2 it
//! goes on where it is not contrary to the new law, so somebody has to look.

use super::circle::name;
use crate::diag::{Diagnostics, Rule, message};
use crate::link::Site;

pub(super) const RULE: Rule = Rule::note("detailed-ended");

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
            let says = message!("detailed-ended.says", document: name(site, relation.to));
            diagnostics.push(RULE.at(span, says).help(message!("detailed-ended.help")));
        }
    }
}
