//! What refers to what: who cites a document, by role and provision, and who names an official.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::mentions::cited_path;
use super::{DocumentIndex, Entity, LinkedDocument, MentionTarget, OfficialIndex, Site, Work};
use crate::legal::ProvisionPath;
use crate::legal::citation::Role;
use crate::markdown::Found;

/// Who cites a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CitedBy {
    /// By role, then by provision with the whole document first, then from new to old.
    pub rows: Vec<Citing>,
    /// How many documents cite it.
    pub documents: usize,
    /// How many cite it in each role.
    pub of_role: BTreeMap<Role, usize>,
}

/// A document that cites another, or a provision of it, in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citing {
    /// What its sentence does with the other.
    pub role: Role,
    /// The provision that is cited; `None` where it is the whole.
    pub provision: Option<ProvisionPath>,
    /// The anchor of the attached text that the provision is in, where it is in one.
    pub attached: Option<String>,
    /// The document that cites.
    pub document: DocumentIndex,
    /// Which of its mentions do so, in the order of the text.
    pub mentions: Vec<usize>,
}

/// A document that names an official.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentionedIn {
    /// The document whose text names them.
    pub document: DocumentIndex,
    /// Which of its mentions do so, in the order of the text; none where only its front matter does.
    pub mentions: Vec<usize>,
}

/// What one document cites.
type Cited = BTreeMap<(Work, Role, Option<ProvisionPath>, Option<String>), Vec<usize>>;

/// Enters every mention where it leads to.
pub(super) fn link(site: &mut Site) {
    forget_own(site);
    let mut order: Vec<DocumentIndex> = (0..site.documents.len()).map(DocumentIndex).collect();
    let newest = |index: &DocumentIndex| {
        let linked = site.document(*index);
        (Reverse((linked.year, linked.date)), index.0)
    };
    order.sort_by_key(newest);
    for document in order {
        let cited = cited_by(site, document);
        enter_works(site, document, cited);
        for (official, mentions) in named_by(site.document(document)) {
            site.officials[official.0].mentioned_in.push(MentionedIn { document, mentions });
        }
    }
    let held = site.documents.iter_mut().map(|linked| &mut linked.cited_in);
    let known = site.known.iter_mut().map(|linked| &mut linked.cited_in);
    for cited_in in held.chain(known) {
        // Rows of one role and provision stay from new to old.
        cited_in.rows.sort_by(|one, other| {
            (one.role, &one.attached, &one.provision).cmp(&(other.role, &other.attached, &other.provision))
        });
    }
}

/// A document that names itself (`Ban hành kèm theo Nghị quyết số ...` above what is attached to it) cites nothing.
fn forget_own(site: &mut Site) {
    for (at, linked) in site.documents.iter_mut().enumerate() {
        for target in &mut linked.mentions {
            if let MentionTarget::Work(Work::Held(DocumentIndex(own)), anchor) = target
                && *own == at
            {
                *target = anchor.take().map_or(MentionTarget::Nowhere, MentionTarget::Own);
            }
        }
    }
}

/// What a document cites, by role and provision. A citation of several provisions is entered under each.
fn cited_by(site: &Site, document: DocumentIndex) -> Cited {
    let linked = site.document(document);
    let mut cited = Cited::new();
    let mentions = linked.document.body.mentions.iter().zip(&linked.mentions);
    for (at, (mention, target)) in mentions.enumerate() {
        let (MentionTarget::Work(work, anchor), Found::Citation(citation)) = (target, &mention.found) else {
            continue;
        };
        let path = cited_path(citation);
        let attached =
            anchor.as_deref().zip(path.as_ref()).and_then(|(anchor, path)| attached_in(anchor, path));
        let of_attached = path.filter(|_| attached.is_some() && citation.provisions.is_empty());
        if citation.provisions.is_empty() && of_attached.is_none() {
            cited.entry((*work, citation.role, None, None)).or_default().push(at);
        }
        for provision in citation.provisions.iter().chain(&of_attached) {
            let places = cited
                .entry((*work, citation.role, Some(provision.clone()), attached.map(str::to_owned)))
                .or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    cited
}

/// The attached text of an anchor that leads to a provision, or to what that lies in.
fn attached_in<'a>(anchor: &'a str, path: &ProvisionPath) -> Option<&'a str> {
    if ProvisionPath::from_anchor(anchor).is_some() {
        return None;
    }
    let mut around = ProvisionPath::enclosing(path.anchor());
    let text = around.find_map(|holder| anchor.strip_suffix(holder)?.strip_suffix('-'));
    Some(text.unwrap_or(anchor))
}

fn enter_works(site: &mut Site, document: DocumentIndex, cited: Cited) {
    let mut last: Option<(Work, Role)> = None;
    for ((work, role, provision, attached), mentions) in cited {
        let cited_in = match work {
            Work::Held(index) => &mut site.documents[index.0].cited_in,
            Work::Known(index) => &mut site.known[index.0].cited_in,
        };
        if last.is_none_or(|(known, _)| known != work) {
            cited_in.documents += 1;
        }
        if last != Some((work, role)) {
            *cited_in.of_role.entry(role).or_default() += 1;
        }
        last = Some((work, role));
        cited_in.rows.push(Citing { role, provision, attached, document, mentions });
    }
}

/// The officials that a document names, in its text or in its front matter.
fn named_by(linked: &LinkedDocument) -> BTreeMap<OfficialIndex, Vec<usize>> {
    let listed: BTreeSet<OfficialIndex> = linked.officials.iter().copied().collect();
    let mut named: BTreeMap<OfficialIndex, Vec<usize>> =
        listed.into_iter().map(|official| (official, Vec::new())).collect();
    for (at, target) in linked.mentions.iter().enumerate() {
        if let MentionTarget::Official(official) = target {
            named.entry(*official).or_default().push(at);
        }
    }
    // The record of an official is no document that names the official.
    if let Entity::Official(own) = linked.entity {
        named.remove(&own);
    }
    named
}
