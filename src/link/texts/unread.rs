//! What a text may do to documents and was not read.

use super::own_days::OwnDays;
use crate::diag::Diagnostics;
use crate::legal::instruction::Doubt;
use crate::link::denials::Denials;
use crate::link::relations::WorkNames;
use crate::link::{DocumentIndex, LinkedDocument, MentionTarget, Site, Work, problems};
use crate::markdown::{Found, Instruction, UnreadAct};
use crate::text::PartialDate;

/// Tells what a text may do to documents and was not read. Gives what of that a reader of a document that is held should see.
pub(super) fn unread_of<'u>(
    site: &Site,
    works: &WorkNames,
    document: DocumentIndex,
    unread_acts: impl Iterator<Item = &'u UnreadAct>,
    own_days: &OwnDays<'_>,
    denials: &mut Denials<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<(Work, Instruction)> {
    let linked = site.document(document);
    let says_when =
        |unread: &UnreadAct| unread.target.is_some_and(|target| own_days.mentions.contains(&target));
    let mut remarks = Vec::new();
    for unread in unread_acts.filter(|unread| !says_when(unread)) {
        let to = unread.target.and_then(|mention| match linked.mentions.get(mention) {
            Some(MentionTarget::Work(work, _)) => Some(*work),
            _ => None,
        });
        let is_settled = to.is_some_and(|to| {
            let is_stated = stated(site, document, to);
            to == Work::Held(document) || is_stated || denials.refuse(site, to)
        });
        if is_settled {
            continue;
        }
        let verb = unread.action.relation().name();
        let documents = match to {
            Some(work) => vec![site.reference(work)],
            None => shortened(works, site, linked, unread),
        };
        diagnostics.push(problems::unread_effect(unread, verb, &documents));
        if let Some(to @ Work::Held(_)) = to.filter(|_| !unread.is_struck) {
            remarks.push((to, remark(unread, linked)));
        }
    }
    remarks
}

/// A sentence that may do something to a document and that was not read, as what is unsure.
fn remark(unread: &UnreadAct, linked: &LinkedDocument) -> Instruction {
    let target = unread.target.unwrap_or_default();
    let place = linked.document.body.mentions.get(target).and_then(|mention| mention.place.clone());
    let remark = Instruction::remark(unread.action, Doubt::NotUnderstood, &unread.sentence, unread.span);
    Instruction { target, place, ..remark }
}

/// The documents of a day and number that a sentence names in a shortened form: `Nghị quyết số 14 ngày 10/7/2020`.
fn shortened(works: &WorkNames, site: &Site, linked: &LinkedDocument, unread: &UnreadAct) -> Vec<String> {
    let mentions = &linked.document.body.mentions;
    let first = mentions.partition_point(|mention| mention.span.start < unread.span.start);
    let within = mentions.iter().skip(first).take_while(|mention| mention.span.end <= unread.span.end);
    let mut named: Vec<String> = Vec::new();
    for mention in within {
        let Found::Citation(citation) = &mention.found else { continue };
        let (Some(PartialDate::Day(day)), Some(symbol)) = (citation.date, &citation.symbol) else { continue };
        let of_day = works.numbered(&symbol.text).filter(|work| site.date_of(*work) == Some(day));
        named.extend(of_day.map(|work| site.reference(work)));
    }
    named.sort_unstable();
    named.dedup();
    named
}

/// Whether front matter says what a document does to another.
fn stated(site: &Site, document: DocumentIndex, to: Work) -> bool {
    let relations = site.relations.iter().filter(|relation| relation.from == Work::Held(document));
    relations.filter(|relation| relation.to == to).any(|relation| relation.declared.is_some())
}
