//! Bodies (cơ quan): their records, the names under which they are known, loops of parents and successors.

use std::collections::HashMap;

use super::loops::loops;
use super::{Body, BodyIndex, DocumentIndex, Entity, Linker, enter_name, problems};
use crate::diag::Diagnostic;
use crate::document::{BodyFields, DocumentId, KindFields};
use crate::front::Text;
use crate::legal::body_key;
use crate::text::Span;

/// Names of bodies.
#[derive(Debug, Default)]
pub(super) struct BodyNames {
    by_key: HashMap<String, Vec<BodyIndex>>,
}

pub(super) fn link(linker: &mut Linker<'_>) {
    for index in linker.indexes_of(|fields| matches!(fields, KindFields::Body(_))) {
        add_record(linker, index);
    }
    if let Some(name) = &linker.config.organization {
        linker.site.organization = linker.body(name);
    }
    for index in linker.indexes_of(|fields| matches!(fields, KindFields::Body(_))) {
        link_record(linker, index);
    }
    break_loops(linker, |body| body.parent, |body| body.parent = None, problems::parent_loop);
    break_loops(linker, |body| body.successor, |body| body.successor = None, problems::successor_loop);
    for at in 0..linker.site.bodies.len() {
        let (parent, successor) = (linker.site.bodies[at].parent, linker.site.bodies[at].successor);
        if let Some(parent) = parent {
            linker.site.bodies[parent.0].children.push(BodyIndex(at));
        }
        if let Some(successor) = successor {
            linker.site.bodies[successor.0].predecessors.push(BodyIndex(at));
        }
    }
}

fn add_record(linker: &mut Linker<'_>, index: DocumentIndex) {
    let document = &linker.site.document(index).document;
    let Some(fields) = document.fields.body() else { return };
    let name = document.title().to_owned();
    let span = document.common.title.as_ref().map_or(document.span, |title| title.span);
    let others: Vec<String> = fields
        .short_name
        .iter()
        .chain(fields.other_names.iter().flatten())
        .map(|text| text.value.clone())
        .collect();
    let key = body_key(&name);
    if let Some(first) = linker.bodies.by_key.get(&key).and_then(|found| found.first()) {
        let first_span = linker.site.body(*first).span;
        linker.diagnostics.push(problems::same_name(span, "body", &name, first_span));
    }
    let body = add(linker, name, Some(index), span);
    for other in others {
        enter_name(&mut linker.bodies.by_key, body_key(&other), body);
    }
    linker.site.documents[index.0].entity = Entity::Body(body);
}

fn add(linker: &mut Linker<'_>, name: String, document: Option<DocumentIndex>, span: Span) -> BodyIndex {
    let index = BodyIndex(linker.site.bodies.len());
    linker.bodies.by_key.entry(body_key(&name)).or_default().push(index);
    linker.site.bodies.push(Body {
        sort_key: linker.collation.title(&name),
        name,
        document,
        parent: None,
        children: Vec::new(),
        successor: None,
        predecessors: Vec::new(),
        resolutions: Vec::new(),
        reports: Vec::new(),
        sessions: Vec::new(),
        officials: Vec::new(),
        known: Vec::new(),
        span,
    });
    index
}

fn link_record(linker: &mut Linker<'_>, index: DocumentIndex) {
    let linked = linker.site.document(index);
    let (KindFields::Body(fields), Entity::Body(body)) = (&linked.document.fields, linked.entity) else {
        return;
    };
    let BodyFields { parent, successor, .. } = fields.as_ref().clone();
    let parent = parent.and_then(|parent| linker.body(&parent));
    let successor = successor.and_then(|successor| linker.body(&successor));
    let body = &mut linker.site.bodies[body.0];
    body.parent = parent;
    body.successor = successor;
}

impl Linker<'_> {
    /// The body that is meant; made from the reference where there is none. `None` where two are meant.
    pub(super) fn body(&mut self, reference: &Text) -> Option<BodyIndex> {
        self.once(&reference.value, |names| &mut names.bodies, |linker| linker.body_called(reference))
    }

    fn body_called(&mut self, reference: &Text) -> Option<BodyIndex> {
        if let Some(found) = self.record_by_id(&reference.value, "bodies/")
            && let Entity::Body(body) = self.site.document(found).entity
        {
            return Some(body);
        }
        let key = body_key(&reference.value);
        match self.bodies.by_key.get(&key).map(Vec::as_slice) {
            Some([body]) => return Some(*body),
            Some(bodies) if bodies.len() > 1 => {
                let bodies = bodies.iter().map(|body| self.site.body(*body));
                let candidates: Vec<_> = bodies.map(|body| (body.name.clone(), Some(body.span))).collect();
                return self.tell_ambiguous(reference, "bodies", &candidates);
            }
            _ => {}
        }
        if let Some(organization) = self.site.organization
            && is_general_name(&key, &body_key(&self.site.body(organization).name))
        {
            return Some(organization);
        }
        Some(add(self, reference.value.clone(), None, reference.span))
    }

    /// The body of this name, where there is exactly one; nothing is made.
    pub(super) fn body_named(&self, name: &str) -> Option<BodyIndex> {
        match self.bodies.by_key.get(&body_key(name)).map(Vec::as_slice) {
            Some([body]) => Some(*body),
            _ => None,
        }
    }

    /// The record with this id, written with or without the folder of its kind.
    pub(super) fn record_by_id(&self, text: &str, folder: &str) -> Option<DocumentIndex> {
        let text = text.trim().trim_end_matches(".md");
        let whole = if text.starts_with(folder) { text.to_owned() } else { format!("{folder}{text}") };
        self.by_id.get(&DocumentId(whole)).copied()
    }
}

/// `HĐND tỉnh` means the `HĐND tỉnh Quảng Ninh` that publishes.
fn is_general_name(key: &str, organization: &str) -> bool {
    organization.strip_prefix(key).is_some_and(|rest| rest.starts_with(' '))
}

/// Finds loops along `next`, tells each once, and breaks it by `cut`.
fn break_loops(
    linker: &mut Linker<'_>,
    next: impl Fn(&Body) -> Option<BodyIndex>,
    cut: impl Fn(&mut Body),
    problem: impl Fn(Span, &[String]) -> Diagnostic,
) {
    for members in loops(linker.site.bodies.len(), |at| next(&linker.site.bodies[at]).map(|body| body.0)) {
        let names: Vec<String> = members.iter().map(|at| linker.site.bodies[*at].name.clone()).collect();
        let Some(first) = members.first() else { continue };
        linker.diagnostics.push(problem(linker.site.bodies[*first].span, &names));
        for at in members {
            cut(&mut linker.site.bodies[at]);
        }
    }
}
