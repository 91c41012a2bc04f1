//! What front matter says that a text does not do, though it reads so: such instructions make nothing.

use super::{DocumentIndex, Site, Work, problems};
use crate::diag::Diagnostics;
use crate::document::{DenialFields, KindFields};
use crate::legal::instruction::TargetProvision;
use crate::legal::{DocumentName, ProvisionPath, Symbol};
use crate::markdown::Instruction;
use crate::text::match_key;

/// The denials of one document, with what has come of each.
pub(super) struct Denials<'a> {
    fields: Vec<&'a DenialFields>,
    has_denied: Vec<bool>,
}

impl<'a> Denials<'a> {
    pub(super) fn of(site: &'a Site, index: DocumentIndex) -> Self {
        let fields: Vec<&DenialFields> = match &site.document(index).document.fields {
            KindFields::Resolution(fields, _) => fields.does_not_affect.iter().flatten().collect(),
            _ => Vec::new(),
        };
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
            left.provisions.retain(|provision| !is_meant(fields, provision));
            if fields.provisions.is_empty() || left.provisions.len() < count {
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

    /// Tells which of them refuse nothing that the text says.
    pub(super) fn tell_idle(self, diagnostics: &mut Diagnostics) {
        for (fields, has_denied) in self.fields.into_iter().zip(self.has_denied) {
            match &fields.document {
                None => diagnostics
                    .extend(fields.note.as_ref().map(|note| problems::nameless_relation(note.span))),
                Some(document) if !has_denied => {
                    diagnostics.push(problems::idle_denial(document.span, &document.value));
                }
                Some(_) => {}
            }
        }
    }
}

/// Whether a denial names a provision or one that holds it.
fn is_meant(fields: &DenialFields, provision: &TargetProvision) -> bool {
    fields.provisions.iter().any(|words| {
        let denied = ProvisionPath::parse(&words.value);
        let path = provision.path.as_ref();
        match_key(&words.value) == match_key(&provision.words)
            || denied.is_some_and(|denied| path.is_some_and(|path| path.is_within(&denied)))
    })
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
