//! Provisions that documents do not have: what a text does to one of them may be meant for another provision, or another
//! document.

use std::collections::HashSet;

use super::attached::NAMES;
use super::attached::attached_texts;
use super::texts::Said;
use super::validity::changes;
use super::{Site, Work};
use crate::legal::instruction::{Action, Certainty, Doubt};
use crate::legal::{ProvisionPath, RelationKind};

/// Whether a document has a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It does, or what holds the provision has no parts with a place of their own.
    There,
    /// Not even its article.
    Missing,
    /// What would hold the provision is there and has other parts of the sort.
    MissingBelow,
}

/// Whether a document with these anchors, sorted, has the provision of an anchor.
#[must_use]
pub fn place(anchor: &str, anchors: &[String]) -> Place {
    let begins = |wanted: &str| {
        let at = anchors.partition_point(|own| own.as_str() < wanted);
        anchors.get(at).is_some_and(|own| own.starts_with(wanted))
    };
    let mut below = anchor;
    for holder in ProvisionPath::enclosing(anchor) {
        if anchors.binary_search_by(|own| own.as_str().cmp(holder)).is_err() {
            below = holder;
            continue;
        }
        let step = below.get(holder.len() + 1..).and_then(|rest| rest.split('-').next()).unwrap_or_default();
        let is_missing = match step {
            // A clause below a clause has but a number.
            "" => false,
            step if step.starts_with(|letter: char| letter.is_ascii_digit()) => false,
            step => begins(&format!("{holder}-{step}-")),
        };
        return match (is_missing, step) {
            (true, "dieu") => Place::Missing,
            (true, _) => Place::MissingBelow,
            (false, _) => Place::There,
        };
    }
    Place::Missing
}

/// Acts on articles that the document does not have, as far as its articles are held and no other act brought them there, are
/// unsure.
pub(super) fn doubt_missing(site: &Site, acts: &mut [Said]) {
    let mut brought: HashSet<(Work, String)> = HashSet::new();
    let amending = |kind: RelationKind| kind == RelationKind::Amends;
    for relation in site.relations.iter().filter(|relation| amending(relation.kind)) {
        let named = relation.provisions.iter().filter_map(super::NamedProvision::anchor);
        brought.extend(named.map(|anchor| (relation.to, anchor)));
    }
    for said in acts.iter().filter(|said| amending(said.kind()) && inserts(said)) {
        let named = said.provisions.iter().filter_map(super::NamedProvision::anchor);
        brought.extend(named.map(|anchor| (said.to, anchor)));
    }
    for said in acts.iter_mut().filter(|said| said.is_sure() && changes(said.kind()) && !inserts(said)) {
        let Work::Held(index) = said.to else { continue };
        let anchors = &site.document(index).document.body.anchors;
        if said.provisions.is_empty() || !anchors.iter().any(|own| own.starts_with("dieu-")) {
            continue;
        }
        // A clause or point that is not there is more often a slip of the page than of the act; it is told and no more.
        let is_missing = |anchor: &str| {
            let is_brought = || {
                ProvisionPath::enclosing(anchor).any(|around| brought.contains(&(said.to, around.to_owned())))
            };
            place(anchor, anchors) == Place::Missing
                && !is_brought()
                && is_of_document_itself(site, said.to, anchor)
        };
        // Sections and annexes are often there without a heading that could be read.
        let names_article = |anchor: &str| anchor.contains("dieu-");
        let all_missing = said
            .provisions
            .iter()
            .all(|named| named.anchor().is_some_and(|anchor| names_article(&anchor) && is_missing(&anchor)));
        if all_missing {
            said.act.certainty = Certainty::Unsure(Doubt::NoSuchProvision);
        }
    }
}

fn inserts(said: &Said) -> bool {
    matches!(said.act.action, Action::Insert | Action::InsertWords)
}

/// Whether a provision that a document does not have cannot be one of a text attached to it that is held apart, or of one
/// that has it.
fn is_of_document_itself(site: &Site, work: Work, anchor: &str) -> bool {
    const ANNEX: &str = "phu-luc-";
    let Work::Held(index) = work else { return false };
    let body = &site.document(index).document.body;
    let mut attached = attached_texts(site, work).peekable();
    if anchor.contains(ANNEX) {
        return body.anchors.iter().any(|other| other.contains(ANNEX));
    }
    if attached.peek().is_none() {
        return !names_attached_text(body.tree.words());
    }
    attached.all(|text| {
        let there = format!("{}-{anchor}", text.anchor);
        place(&there, &body.anchors) != Place::There
    })
}

/// Whether a text says that another one is attached to it: `Ban hành kèm theo Nghị quyết này Quy định về ...`.
fn names_attached_text(text: &str) -> bool {
    const ATTACHED: &str = "èm theo";
    const NEAR: usize = 90;
    text.match_indices(ATTACHED).any(|(at, _)| {
        let from = (at.saturating_sub(NEAR)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
        let to = (at..text.len().min(at + NEAR)).rfind(|to| text.is_char_boundary(*to)).unwrap_or(at);
        let words = text.get(from..to).unwrap_or_default().to_lowercase();
        NAMES.iter().any(|name| words.contains(&name.to_lowercase()))
    })
}
