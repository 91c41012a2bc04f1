//! `missing-provision`: a relation names a provision that the other document does not have. Readers would be sent to
//! a place that is not there. Only documents whose articles are held can tell.

use std::collections::HashSet;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::legal::instruction::Action;
use crate::legal::{ProvisionPath, RelationKind};
use crate::link::{NamedProvision, Relation, Site, Work};
use crate::text::{Span, nearest};

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let inserted = inserted(site);
    for relation in &site.relations {
        let Work::Held(index) = relation.to else { continue };
        let body = &site.document(index).document.body;
        if !body.anchors.iter().any(|anchor| anchor.starts_with("dieu-")) {
            continue;
        }
        let has = |wanted: &str| body.anchors.binary_search_by(|anchor| anchor.as_str().cmp(wanted)).is_ok();
        for provision in &relation.provisions {
            let Some(anchor) = provision.anchor() else {
                // What a text names is as it was adopted; only what an editor wrote can be written another way.
                if provision.is_declared {
                    diagnostics.push(not_read(provision.span, &provision.words));
                }
                continue;
            };
            // Clauses that are typed as plain paragraphs have no anchor of their own yet; their article must be there.
            let article = anchor.split("-khoan-").next().unwrap_or(&anchor);
            if has(&anchor) || has(article) {
                continue;
            }
            if provision.is_declared {
                let near = nearest(&anchor, body.anchors.iter().take(200).map(String::as_str));
                diagnostics.push(missing(provision.span, &provision.words, near));
            } else if relation.certainty.is_sure()
                && !is_insertion(site, relation, provision)
                && is_held(&anchor, &body.anchors)
                && !ProvisionPath::enclosing(&anchor)
                    .any(|around| inserted.contains(&(relation.to, around.to_owned())))
            {
                diagnostics.push(missing_in_text(provision.span, &provision.words));
            }
        }
    }
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

fn missing_in_text(span: Span, text: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("missing-provision"),
        span,
        format!("this sentence changes `{text}`, which the other document does not have"),
    )
    .help(
        "compare both with the signed documents: a number is mistyped, another document is meant, or a resolution in \
         between that added the provision is not held; if the signed text has it so, say why under `checks`",
    )
}

fn not_read(span: Span, text: &str) -> Diagnostic {
    Diagnostic::warning(Code("unreadable-provision"), span, format!("`{text}` is no provision"))
        .help("write one provision, small to large, such as `điểm a khoản 2 Điều 5`")
}

fn missing(span: Span, text: &str, near: Option<&str>) -> Diagnostic {
    let problem =
        Diagnostic::warning(Code("missing-provision"), span, format!("the other document has no `{text}`"));
    match near {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("check the number of the article"),
    }
}
