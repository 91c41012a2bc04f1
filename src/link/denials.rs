//! What front matter says that a text does not do, though it reads so: such instructions make nothing.

use super::attached::in_attached;
use super::relations::WorkNames;
use super::validity::{changes, depends_on_extent};
use super::{DocumentIndex, NamedProvision, Relation, Site, Work, problems};
use crate::diag::Diagnostics;
use crate::document::DenialFields;
use crate::legal::instruction::TargetProvision;
use crate::legal::{Citation, DocumentName, ProvisionPath, Symbol};
use crate::markdown::Instruction;
use crate::text::match_key;

/// The denials of one document, with what has come of each.
pub(super) struct Denials<'a> {
    fields: Vec<&'a DenialFields>,
    has_denied: Vec<bool>,
}

impl<'a> Denials<'a> {
    pub(super) fn of(site: &'a Site, index: DocumentIndex) -> Self {
        let fields = site.document(index).document.fields.resolution();
        let fields: Vec<&DenialFields> =
            fields.into_iter().flat_map(|fields| fields.does_not_affect.iter().flatten()).collect();
        Self { has_denied: vec![false; fields.len()], fields }
    }

    /// What is left of an instruction on a document: all of it, without the provisions that are refused, or nothing.
    pub(super) fn left(&mut self, site: &Site, to: Work, act: &Instruction) -> Option<Instruction> {
        let mut left = act.clone();
        for (fields, has_denied) in self.fields.iter().zip(&mut self.has_denied) {
            if !names(site, fields, to) {
                continue;
            }
            let count = left.provisions.len();
            left.provisions.retain(|provision| !is_meant(fields, provision, act.in_attachment));
            let is_attached_text = act.in_attachment && denies_attached_text(fields);
            if fields.provisions.is_empty() || is_attached_text || left.provisions.len() < count {
                *has_denied = true;
                if fields.provisions.is_empty() || left.provisions.is_empty() {
                    return None;
                }
            }
        }
        Some(left)
    }

    /// Whether they refuse that anything is done to a document.
    pub(super) fn refuse(&mut self, site: &Site, to: Work) -> bool {
        let mut refuses = false;
        for (fields, has_denied) in self.fields.iter().zip(&mut self.has_denied) {
            if fields.provisions.is_empty() && names(site, fields, to) {
                (*has_denied, refuses) = (true, true);
            }
        }
        refuses
    }

    /// Whether they refuse that anything is done to what a citation names, where nothing tells which document that is.
    pub(super) fn refuse_cited(&mut self, citation: &Citation) -> bool {
        let Some(symbol) = &citation.symbol else { return false };
        let key = Symbol::loose_key(&symbol.text);
        let mut refuses = false;
        for (fields, has_denied) in self.fields.iter().zip(&mut self.has_denied) {
            let named = fields.document.as_ref().map(|document| symbol_key(&document.value));
            if fields.provisions.is_empty() && named.is_some_and(|named| named == key) {
                (*has_denied, refuses) = (true, true);
            }
        }
        refuses
    }

    /// Tells which of them refuse what the same front matter states.
    pub(super) fn tell_contradictions(
        &mut self,
        site: &Site,
        index: DocumentIndex,
        diagnostics: &mut Diagnostics,
    ) {
        let relations = site.document(index).relations.iter().map(|relation| site.relation(*relation));
        let stated: Vec<(&Relation, _)> = relations
            .filter(|relation| changes(relation.kind))
            .filter_map(|relation| Some((relation, relation.declared?)))
            .collect();
        for (fields, has_denied) in self.fields.iter().zip(&mut self.has_denied) {
            let Some(document) = &fields.document else { continue };
            let clashes = |relation: &Relation| names(site, fields, relation.to) && denies(fields, relation);
            if let Some((relation, span)) = stated.iter().find(|(relation, _)| clashes(relation)) {
                *has_denied = true;
                let verb = relation.kind.name();
                diagnostics.push(problems::denied_and_stated(document.span, &document.value, *span, verb));
            }
        }
    }

    /// Tells which of them refuse nothing that the text says.
    pub(super) fn tell_idle(self, works: &WorkNames, site: &Site, diagnostics: &mut Diagnostics) {
        for (fields, has_denied) in self.fields.into_iter().zip(self.has_denied) {
            match &fields.document {
                None => diagnostics
                    .extend(fields.note.as_ref().map(|note| problems::nameless_relation(note.span))),
                Some(document) if !has_denied => {
                    let is_known = works.knows(site, &document.value);
                    diagnostics.push(problems::idle_denial(document.span, &document.value, is_known));
                }
                Some(_) => {}
            }
        }
    }
}

/// Whether a denial names a provision or one that holds it. One that names an attached text (`Điều 4 của Quy định ban hành
/// kèm theo`) means that text alone.
fn is_meant(fields: &DenialFields, provision: &TargetProvision, in_attachment: bool) -> bool {
    fields.provisions.iter().any(|words| {
        let inner = in_attached(&words.value);
        let words = inner.unwrap_or(&words.value);
        let denied = ProvisionPath::parse(words);
        let path = provision.path.as_ref();
        let is_named = match_key(words) == match_key(&provision.words)
            || denied.is_some_and(|denied| path.is_some_and(|path| path.is_within(&denied)));
        is_named && (inner.is_none() || in_attachment)
    })
}

/// Whether a denial names an attached text as a whole: `Quy định ban hành kèm theo`.
fn denies_attached_text(fields: &DenialFields) -> bool {
    fields.provisions.iter().any(|words| in_attached(&words.value) == Some(""))
}

/// Whether a denial refuses what a relation that is stated says.
fn denies(fields: &DenialFields, relation: &Relation) -> bool {
    let denied = |named: &NamedProvision| {
        fields.provisions.iter().any(|words| {
            let inner = in_attached(&words.value);
            let denied = ProvisionPath::parse(inner.unwrap_or(&words.value));
            let path = named.path.as_ref();
            let overlaps = denied.zip(path).is_some_and(|(denied, path)| path.is_within(&denied));
            match_key(&words.value) == match_key(&named.words)
                || (overlaps && inner.is_some() == named.attached.is_some())
        })
    };
    // `amends: [A]` says nothing of the provision that is refused.
    let is_of_all =
        relation.provisions.is_empty() && depends_on_extent(relation.kind) && !relation.is_of_part();
    fields.provisions.is_empty() || is_of_all || relation.provisions.iter().any(denied)
}

/// The key of the symbol that words name, with or without a year behind it.
fn symbol_key(text: &str) -> String {
    DocumentName::parse(text.trim()).map_or_else(|| Symbol::loose_key(text), |name| name.symbol.key)
}

/// Whether a denial names a document: by id, by symbol with year and type, or by title.
fn names(site: &Site, fields: &DenialFields, work: Work) -> bool {
    let Some(reference) = &fields.document else { return false };
    let text = reference.value.trim();
    if let Work::Held(index) = work {
        let document = &site.document(index).document;
        if document.id.0 == text.trim_end_matches(".md") || match_key(document.title()) == match_key(text) {
            return true;
        }
    }
    let Some(own) = site.symbol_of(work) else { return false };
    match DocumentName::parse(text) {
        Some(name) => {
            name.symbol.key == own
                && name.year.is_none_or(|year| site.year_of(work).is_none_or(|own| own == year))
        }
        None => Symbol::loose_key(text) == own,
    }
}
