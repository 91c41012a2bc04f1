//! What other documents do to the provisions of a document, at the place where a reader looks.

use std::collections::HashMap;

use super::{DocumentIndex, NamedProvision, Outcome, RelationIndex, Site, Work};
use crate::legal::{ProvisionPath, RelationKind};
use crate::text::Date;

/// What another document does to a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvisionChange {
    /// The anchor where it is shown: of the provision itself, else of the nearest around it that has one.
    pub anchor: String,
    /// What is done.
    pub relation: RelationIndex,
    /// Which of the provisions that the relation names.
    pub provision: usize,
}

/// The state of a provision in short, as a table of contents shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The gravest of what is done to it.
    pub kind: RelationKind,
    /// What that is called: its name, or `adds` (bổ sung).
    pub verb: &'static str,
    /// Whether only something within it is meant.
    pub is_part: bool,
    /// From which day, where that is known.
    pub since: Option<Date>,
}

/// Enters every change that counts at the document whose provisions it is about.
pub(super) fn link(site: &mut Site) {
    let mut changes: Vec<(DocumentIndex, ProvisionChange)> = Vec::new();
    for (at, relation) in site.relations.iter().enumerate() {
        let Work::Held(index) = relation.to else { continue };
        if !relation.changes() || !is_shown(relation.outcome) {
            continue;
        }
        for (provision, named) in relation.provisions.iter().enumerate() {
            let Some(wanted) = named.anchor() else { continue };
            if let Some(anchor) = nearest_anchor(site, index, &wanted) {
                let anchor = anchor.to_owned();
                changes.push((index, ProvisionChange { anchor, relation: RelationIndex(at), provision }));
            }
        }
    }
    for (index, change) in changes {
        site.documents[index.0].changes.push(change);
    }
    for at in 0..site.documents.len() {
        let mut changes = std::mem::take(&mut site.documents[at].changes);
        if changes.len() > 1 {
            let law = site.documents[at].document.body.law.as_ref();
            let provisions = law.map(|law| law.provisions.as_slice()).unwrap_or_default();
            let places: HashMap<&str, usize> = provisions
                .iter()
                .enumerate()
                .map(|(at, provision)| (provision.anchor.as_str(), at))
                .collect();
            changes.sort_by_cached_key(|change| {
                let place = places.get(change.anchor.as_str()).copied();
                let day = site.relation(change.relation).outcome.day();
                (place.is_none(), place, change.anchor.clone(), day, change.relation, change.provision)
            });
        }
        site.documents[at].changes = changes;
    }
}

/// Whether a change is shown at its provision: it counts, or will once its own document takes effect.
fn is_shown(outcome: Outcome) -> bool {
    outcome.counts() || outcome == Outcome::NoDay
}

/// The anchor itself, else that of the nearest provision around it up to its article, where the document has one.
fn nearest_anchor<'a>(site: &Site, index: DocumentIndex, anchor: &'a str) -> Option<&'a str> {
    let anchors = &site.document(index).document.body.anchors;
    ProvisionPath::enclosing(anchor)
        .take_while(|holder| *holder == anchor || holder.contains("dieu-"))
        .find(|anchor| anchors.binary_search_by(|other| other.as_str().cmp(anchor)).is_ok())
}

impl Site {
    /// The marks of all provisions of a document that are changed, that lie in one that is, or that hold one.
    #[must_use]
    pub fn marks(&self, index: DocumentIndex) -> HashMap<&str, Mark> {
        let linked = self.document(index);
        let mut marks: HashMap<&str, Mark> = HashMap::new();
        for change in &linked.changes {
            let relation = self.relation(change.relation);
            if !relation.outcome.counts() {
                continue;
            }
            let named = relation.provisions.get(change.provision);
            let since = relation.outcome.day();
            let is_meant = |named: &NamedProvision| {
                !named.is_part && named.anchor().is_some_and(|anchor| anchor == change.anchor)
            };
            let is_part = !named.is_some_and(is_meant);
            let verb = named.map_or(relation.kind.name(), |named| self.verb_at(relation, named));
            let mark = Mark { kind: relation.kind, verb, is_part, since };
            add(&mut marks, &change.anchor, mark);
            for around in ProvisionPath::enclosing(&change.anchor).skip(1) {
                add(&mut marks, around, Mark { is_part: true, ..mark });
            }
        }
        if marks.is_empty() {
            return marks;
        }
        // What is done to a provision is done to all within it.
        let law = linked.document.body.law.as_ref();
        let mut around: Vec<(usize, Mark)> = Vec::new();
        for provision in law.map(|law| law.provisions.as_slice()).unwrap_or_default() {
            while around.pop_if(|(depth, _)| *depth >= provision.depth).is_some() {}
            if let Some((_, mark)) = around.last() {
                add(&mut marks, &provision.anchor, *mark);
            }
            if let Some(mark) = marks.get(provision.anchor.as_str()).filter(|mark| !mark.is_part) {
                around.push((provision.depth, *mark));
            }
        }
        marks
    }
}

/// Sets a mark where there is none, or none as grave.
fn add<'a>(marks: &mut HashMap<&'a str, Mark>, anchor: &'a str, mark: Mark) {
    let gravity = |mark: &Mark| (!mark.is_part, gravity(mark.kind));
    let present = marks.entry(anchor).or_insert(mark);
    if gravity(&mark) > gravity(present) {
        *present = mark;
    }
}

fn gravity(kind: RelationKind) -> u8 {
    match kind {
        RelationKind::Repeals => 5,
        RelationKind::Replaces => 4,
        RelationKind::Suspends => 3,
        RelationKind::Amends => 2,
        RelationKind::Corrects => 1,
        _ => 0,
    }
}
