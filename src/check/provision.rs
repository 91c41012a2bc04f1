//! `missing-provision`: a relation names a provision that the other document does not have. Readers would be sent to
//! a place that is not there. Only documents whose articles are held can tell.

use std::collections::{HashMap, HashSet};

use super::unsure::References;
use crate::diag::{Diagnostic, Diagnostics, Rule, message};
use crate::legal::instruction::{Action, Doubt};
use crate::legal::{ProvisionPath, RelationKind};
use crate::link::{NamedProvision, Place, Relation, Site, Work, doubt_of, place};
use crate::text::{Span, nearest};

const MISSING_PROVISION: Rule = Rule::warning("missing-provision");
const UNREADABLE_PROVISION: Rule = Rule::warning("unreadable-provision");

pub(super) const RULES: &[Rule] = &[MISSING_PROVISION, UNREADABLE_PROVISION];

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let inserted = inserted(site);
    let renewed = renewed(site);
    for relation in &site.relations {
        let Work::Held(index) = relation.to else { continue };
        let anchors = &site.document(index).document.body.anchors;
        if !anchors.iter().any(|anchor| anchor.starts_with("dieu-")) {
            continue;
        }
        for provision in &relation.provisions {
            let Some(anchor) = provision.anchor() else {
                diagnostics.extend(without_place(site, relation, provision, anchors));
                continue;
            };
            let is_below = match place(&anchor, anchors) {
                Place::There => continue,
                Place::Missing => false,
                Place::MissingBelow => true,
            };
            let is_brought = || {
                ProvisionPath::enclosing(&anchor).any(|around| {
                    let around = (relation.to, around.to_owned());
                    let renewing = renewed.get(&around).map(Vec::as_slice).unwrap_or_default();
                    inserted.contains(&around)
                        || (is_below && renewing.iter().any(|from| *from != relation.from))
                })
            };
            let is_new = relation.kind == RelationKind::Amends && is_insertion(site, relation, provision);
            if provision.is_declared && provision.passage.is_none() {
                // What front matter says to be amended may be a new clause of an article that is there.
                if !is_below || (!is_new && !is_brought()) {
                    let near = nearest(&anchor, anchors.iter().take(200).map(String::as_str));
                    diagnostics.push(missing(provision.span, &provision.words, near));
                }
                continue;
            }
            let is_doubted = doubt_of(relation.certainty) == Some(Doubt::NoSuchProvision);
            let is_told = is_doubted || relation.certainty.is_sure();
            if is_told && !is_new && is_held(&anchor, anchors) && !is_brought() {
                let words = site.provision_words(relation, provision);
                let problem = missing_in_text(provision.span, &words);
                diagnostics.push(if is_doubted { with_remedy(site, relation, problem) } else { problem });
            }
        }
    }
}

/// A provision of which nothing tells where it is.
fn without_place(
    site: &Site,
    relation: &Relation,
    provision: &NamedProvision,
    anchors: &[String],
) -> Option<Diagnostic> {
    if provision.is_declared {
        // What a text names is as it was adopted; only what an editor wrote can be written another way.
        return provision.passage.is_none().then(|| not_read(provision.span, &provision.words));
    }
    // It is said to be of an attached text that is not held, or of which of them is not said. Where the document has such a
    // provision of its own, a reader would look for the mark there.
    let passage = provision.passage.and_then(|passage| relation.passages.get(passage));
    let act = passage.and_then(|passage| site.instruction(*passage))?;
    let said = act.provisions.iter().find(|said| said.words == provision.words)?;
    let own = said.path.as_ref()?.anchor();
    let is_unclear = relation.certainty.is_sure()
        && site.attached_name(relation, provision).is_some()
        && place(own, anchors) == Place::There;
    is_unclear.then(|| {
        of_unclear_text(provision.span, &site.provision_words(relation, provision), &provision.words)
    })
}

/// The provisions that other texts brought into documents: no document has them as it was adopted.
fn inserted(site: &Site) -> HashSet<(Work, String)> {
    let relations = site.relations.iter().filter(|relation| relation.kind == RelationKind::Amends);
    let named = relations.flat_map(|relation| {
        let new = relation.provisions.iter().filter(|provision| is_insertion(site, relation, provision));
        new.filter_map(|provision| Some((relation.to, provision.anchor()?)))
    });
    named.collect()
}

/// The provisions that texts give new wording, with the documents that do so: they may have more parts since.
fn renewed(site: &Site) -> HashMap<(Work, String), Vec<Work>> {
    let mut renewed: HashMap<(Work, String), Vec<Work>> = HashMap::new();
    for relation in site.relations.iter().filter(|relation| relation.kind == RelationKind::Amends) {
        for anchor in relation.provisions.iter().filter_map(NamedProvision::anchor) {
            renewed.entry((relation.to, anchor)).or_default().push(relation.from);
        }
    }
    renewed
}

/// Whether a sentence brings a provision into the other document, or something into one.
fn is_insertion(site: &Site, relation: &Relation, provision: &NamedProvision) -> bool {
    let passage = provision.passage.and_then(|passage| relation.passages.get(passage));
    let act = passage.and_then(|passage| site.instruction(*passage));
    act.is_none_or(|act| matches!(act.action, Action::Insert | Action::InsertWords))
}

/// Whether the text of a document would have a provision: annexes are often held as files only.
fn is_held(anchor: &str, anchors: &[String]) -> bool {
    const ANNEX: &str = "phu-luc-";
    !anchor.contains(ANNEX) || anchors.iter().any(|other| other.contains(ANNEX))
}

fn missing_in_text(span: Span, provision: &str) -> Diagnostic {
    MISSING_PROVISION
        .at(span, message!("missing-provision.sentence", provision))
        .help(message!("missing-provision.sentence-help"))
}

/// The problem of a relation that changes nothing for this reason, with what would settle it.
fn with_remedy(site: &Site, relation: &Relation, problem: Diagnostic) -> Diagnostic {
    let entry = References::of(site).entry(relation);
    problem.help(message!("missing-provision.doubted-help", relation: relation.kind, entry))
}

fn of_unclear_text(span: Span, provision: &str, own: &str) -> Diagnostic {
    MISSING_PROVISION
        .at(span, message!("missing-provision.attached", provision))
        .help(message!("missing-provision.attached-help", own))
}

fn not_read(span: Span, provision: &str) -> Diagnostic {
    UNREADABLE_PROVISION
        .at(span, message!("unreadable-provision.says", provision))
        .help(message!("unreadable-provision.help"))
}

fn missing(span: Span, provision: &str, near: Option<&str>) -> Diagnostic {
    MISSING_PROVISION.at(span, message!("missing-provision.says", provision)).help(match near {
        Some(near) => message!("did-you-mean", near),
        None => message!("missing-provision.help"),
    })
}
