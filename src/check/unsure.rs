//! `unsure-effect`: a sentence that may change another document, and that does not say so for certain. It changes no
//! status; readers of the older document are told to compare. Told once for each two documents, with the front matter
//! that would settle it.

use std::collections::BTreeMap;

use super::circle::name;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::legal::Symbol;
use crate::legal::instruction::Doubt;
use crate::link::{DocumentIndex, Relation, Site, Work, doubt_of, shown};

/// Most sentences that are shown beside an unsure one.
const MOST_LABELS: usize = 3;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let mut pairs: BTreeMap<(DocumentIndex, Work, Work), Vec<&Relation>> = BTreeMap::new();
    for relation in site.relations.iter().filter(|relation| !relation.certainty.is_sure()) {
        let Some(passage) = relation.passages.first() else { continue };
        pairs.entry((passage.document, relation.from, relation.to)).or_default().push(relation);
    }
    for relations in pairs.into_values() {
        diagnostics.extend(told(site, &relations));
    }
}

fn told(site: &Site, relations: &[&Relation]) -> Option<Diagnostic> {
    let relation = relations.first()?;
    let doubt = doubt_of(relation.certainty)?;
    let mut acts =
        relations.iter().flat_map(|relation| &relation.passages).filter_map(|at| site.instruction(*at));
    let first = acts.next()?;
    let problem = Diagnostic::warning(
        Code("unsure-effect"),
        first.span,
        format!(
            "the text may {} {}, which is not certain: {}; it says: {}",
            verb(relation),
            name(site, relation.to),
            reason(doubt),
            shown(&first.sentence)
        ),
    );
    let problem = acts.fold(problem, |problem, act| problem.label(act.span, "here too"));
    let problem = match doubt {
        Doubt::Contradiction => with_contradicting(site, relation, problem),
        _ => problem,
    };
    let document = reference(site, relation.to);
    let mut provisions: Vec<&str> = relation.provisions.iter().map(|named| named.words.as_str()).collect();
    provisions.dedup();
    let stated = match provisions.as_slice() {
        [] => format!("{}: [{document}]", relation.kind.name()),
        _ => format!(
            "{}: [{{document: {document}, provisions: [{}]}}]",
            relation.kind.name(),
            provisions.join(", ")
        ),
    };
    let entry = match relation.to {
        Work::Known(index) if !site.known(index).is_declared => {
            " (after the document has been entered in `content/documents.yaml`)"
        }
        _ => "",
    };
    // A refusal of the document would refuse what is certain too.
    let refusal = if says_more(site, relation) {
        "`checks: {unsure-effect: …}` with the reason".to_owned()
    } else {
        format!("`does_not_affect: [{document}]`")
    };
    let in_part = if doubt == Doubt::NotUnderstood && provisions.is_empty() {
        format!("; if only in part, `{}: [{{document: {document}, extent: partial}}]`", relation.kind.name())
    } else {
        String::new()
    };
    Some(problem.help(format!(
        "if it does, write `{stated}` into the front matter{entry}{in_part}; if it does not, {refusal}"
    )))
}

/// Whether the text says something certain of the same document too.
fn says_more(site: &Site, relation: &Relation) -> bool {
    let Work::Held(index) = relation.from else { return false };
    let others = site.document(index).relations.iter().map(|other| site.relation(*other));
    others.filter(|other| other.to == relation.to).any(|other| other.declared.is_none())
}

/// The problem with the sentences that cannot be so beside it.
fn with_contradicting(site: &Site, relation: &Relation, problem: Diagnostic) -> Diagnostic {
    let Work::Held(index) = relation.from else { return problem };
    let others = site.document(index).relations.iter().map(|other| site.relation(*other));
    let others = others.filter(|other| other.to == relation.to && other.changes());
    let acts = others.flat_map(|other| &other.passages).filter_map(|passage| site.instruction(*passage));
    let spans = acts.map(|act| act.span).take(MOST_LABELS);
    spans.fold(problem, |problem, span| problem.label(span, "what cannot be so beside it"))
}

fn verb(relation: &Relation) -> &'static str {
    use crate::legal::RelationKind;
    match relation.kind {
        RelationKind::Amends => "amend",
        RelationKind::Replaces => "replace",
        RelationKind::Repeals => "repeal",
        RelationKind::Suspends => "suspend",
        RelationKind::Extends => "extend",
        RelationKind::Corrects => "correct",
        RelationKind::Details => "detail",
        RelationKind::Consolidates => "consolidate",
        RelationKind::Implements => "implement",
        RelationKind::BasedOn => "rest on",
    }
}

fn reason(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::OnlyAnnounced => "a heading announces it, and nothing below says to what",
        Doubt::SeveralVerbs => "several verbs stand before the document, and nothing tells which means what",
        Doubt::FarFromVerb => "other words stand between the verb and the document",
        Doubt::Conditional => "it depends on something that the text does not tell",
        Doubt::NotUnderstood => {
            "some of its words were not understood, so it may hold in part, later or not at all"
        }
        Doubt::OnlyPlanned => "it stands below a heading of tasks, plans or proposals",
        Doubt::ToldByOther => "this text only tells of it, and the text that does it does not say so",
        Doubt::Contradiction => "another sentence of the text says what cannot be so at the same time",
    }
}

/// A document as front matter names it: by symbol, with the year where the symbol has none.
pub(super) fn reference(site: &Site, work: Work) -> String {
    let name = name(site, work);
    let name = name.trim_matches('`');
    let has_year = Symbol::parse(name).is_none_or(|symbol| symbol.year.is_some());
    match site.year_of(work).filter(|_| !has_year) {
        Some(year) => format!("{name} ({year})"),
        None => name.to_owned(),
    }
}
