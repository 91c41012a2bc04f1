//! Documents by symbol, id or title; what they do to each other; what reports say of targets.

use std::collections::HashMap;

use super::{
    BodyIndex, DocumentIndex, Entity, KnownIndex, Linker, NamedProvision, Outcome, Relation, RelationIndex,
    TargetResult, Work, problems,
};
use crate::document::{DocumentId, KindFields, Reference, RelationFields};
use crate::front::Text;
use crate::legal::effect::Extent;
use crate::legal::{DocumentName, ProvisionPath, RelationKind, Symbol, body_key};
use crate::text::{match_key, nearest};

/// Most symbols that a mistyped one is compared with.
const MOST_COMPARED: usize = 50;

/// Names of documents, held and known.
#[derive(Debug, Default)]
pub(super) struct WorkNames {
    pub(super) symbols: HashMap<String, Vec<Work>>,
    titles: HashMap<String, Vec<Work>>,
    /// Symbols by their number, to find the nearest of a mistyped one.
    numbers: HashMap<String, Vec<String>>,
}

pub(super) fn link(linker: &mut Linker<'_>) {
    name_works(linker);
    for at in 0..linker.site.documents.len() {
        let index = DocumentIndex(at);
        let fields = match &linker.site.document(index).document.fields {
            KindFields::Resolution(_, relations) => collect(relations),
            _ => continue,
        };
        add_relations(linker, Work::Held(index), fields);
    }
    for at in 0..linker.site.known.len() {
        let relations = linker.site.known[at].known.fields.relations.as_ref().map(collect);
        add_relations(linker, Work::Known(KnownIndex(at)), relations.unwrap_or_default());
    }
    for at in 0..linker.site.documents.len() {
        link_agenda(linker, DocumentIndex(at));
        link_results(linker, DocumentIndex(at));
    }
}

fn collect(relations: &crate::document::Relations) -> Vec<(RelationKind, RelationFields)> {
    relations.iter().map(|(kind, fields)| (kind, fields.clone())).collect()
}

fn name_works(linker: &mut Linker<'_>) {
    let names = &mut linker.works;
    let held = linker.site.documents.iter().enumerate().filter_map(|(at, linked)| {
        let symbol = match &linked.document.fields {
            KindFields::Resolution(fields, _) => fields.number.as_ref(),
            KindFields::Report(fields) => fields.number.as_ref(),
            KindFields::News(_) => None,
            _ => return None,
        };
        Some((Work::Held(DocumentIndex(at)), symbol, Some(linked.document.title())))
    });
    let known = linker.site.known.iter().enumerate().map(|(at, linked)| {
        let fields = &linked.known.fields;
        let title = fields.title.as_ref().map(|title| title.value.as_str());
        (Work::Known(KnownIndex(at)), fields.symbol.as_ref(), title)
    });
    for (work, symbol, title) in held.chain(known) {
        if let Some(symbol) = symbol {
            names.symbols.entry(Symbol::loose_key(&symbol.value)).or_default().push(work);
            names.numbers.entry(number_of(&symbol.value)).or_default().push(symbol.value.clone());
        }
        if let Some(title) = title {
            names.titles.entry(match_key(title)).or_default().push(work);
        }
    }
}

/// The digits that a symbol begins with, without leading zeros.
fn number_of(text: &str) -> String {
    let start = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(text.len());
    text[start..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect::<String>()
        .trim_start_matches('0')
        .to_owned()
}

fn add_relations(linker: &mut Linker<'_>, from: Work, relations: Vec<(RelationKind, RelationFields)>) {
    for (kind, fields) in relations {
        let Some(reference) = &fields.document else {
            let span = match from {
                Work::Held(index) => linker.site.document(index).document.span,
                Work::Known(index) => linker.site.known(index).known.span,
            };
            linker.diagnostics.push(problems::nameless_relation(span));
            continue;
        };
        let Some(to) = linker.work(reference) else { continue };
        if to == from {
            linker.diagnostics.push(problems::relation_to_itself(reference.span));
            continue;
        }
        let provisions: Vec<NamedProvision> = fields.provisions.into_iter().map(named).collect();
        enter(
            linker,
            Relation {
                kind,
                from,
                to,
                extent: if provisions.is_empty() { Extent::Whole } else { Extent::Partial },
                provisions,
                since: fields.from.map(|day| day.value),
                until: fields.until.map(|day| day.value),
                note: fields.note.map(|note| note.value),
                declared: Some(reference.span),
                passages: Vec::new(),
                outcome: Outcome::Counts(None),
            },
        );
    }
}

fn named(provision: Text) -> NamedProvision {
    let path = ProvisionPath::parse(&provision.value);
    NamedProvision {
        words: provision.value,
        path,
        attached: None,
        span: provision.span,
        is_declared: true,
        passage: None,
    }
}

/// Enters a relation at both ends.
pub(super) fn enter(linker: &mut Linker<'_>, relation: Relation) -> RelationIndex {
    let index = RelationIndex(linker.site.relations.len());
    match relation.from {
        Work::Held(document) => linker.site.documents[document.0].relations.push(index),
        Work::Known(known) => linker.site.known[known.0].relations.push(index),
    }
    match relation.to {
        Work::Held(document) => linker.site.documents[document.0].inverse_relations.push(index),
        Work::Known(known) => linker.site.known[known.0].inverse_relations.push(index),
    }
    linker.site.relations.push(relation);
    index
}

fn link_agenda(linker: &mut Linker<'_>, index: DocumentIndex) {
    let linked = linker.site.document(index);
    let (KindFields::Session(fields), Entity::Session(session)) = (&linked.document.fields, linked.entity)
    else {
        return;
    };
    let agenda = fields.agenda.clone().unwrap_or_default();
    let mut documents = Vec::with_capacity(agenda.len());
    for item in &agenda {
        let references = item.documents.iter().flatten();
        let works: Vec<Work> = references.filter_map(|reference| linker.work(reference)).collect();
        for work in &works {
            name_by(linker, *work, index);
        }
        documents.push(works);
    }
    linker.site.sessions[session.0].agenda_documents = documents;
}

fn name_by(linker: &mut Linker<'_>, work: Work, index: DocumentIndex) {
    if let Work::Held(document) = work {
        let named_by = &mut linker.site.documents[document.0].named_by;
        if named_by.last() != Some(&index) {
            named_by.push(index);
        }
    }
}

fn link_results(linker: &mut Linker<'_>, report: DocumentIndex) {
    let KindFields::Report(fields) = &linker.site.document(report).document.fields else { return };
    let results = fields.results.clone().unwrap_or_default();
    for (at, result) in results.iter().enumerate() {
        let Some(reference) = &result.resolution else { continue };
        let Some(Work::Held(resolution)) = linker.work(reference) else { continue };
        linker.site.documents[report.0].reported.push((reference.value.clone(), resolution));
        name_by(linker, Work::Held(resolution), report);
        let KindFields::Resolution(fields, _) = &linker.site.document(resolution).document.fields else {
            continue;
        };
        let targets = fields.targets.as_deref().unwrap_or_default();
        let Some(indicator) = &result.indicator else { continue };
        let key = match_key(&indicator.value);
        let of_indicator: Vec<usize> = targets
            .iter()
            .enumerate()
            .filter(|(_, target)| {
                target.indicator.as_ref().is_some_and(|indicator| match_key(&indicator.value) == key)
            })
            .map(|(position, _)| position)
            .collect();
        if of_indicator.is_empty() {
            let names =
                targets.iter().filter_map(|target| target.indicator.as_ref()).map(|name| name.value.as_str());
            let problem = problems::unknown_indicator(
                indicator.span,
                &indicator.value,
                nearest(&indicator.value, names),
            );
            linker.diagnostics.push(problem);
        }
        // An indicator may be set for several times: the one that is due when the result was measured is meant.
        let as_of = result.as_of.as_ref().map(|as_of| as_of.value.last_day());
        let is_due = |position: &&usize| {
            let due = targets.get(**position).and_then(|target| target.due.as_ref());
            due.map(|due| due.value.last_day()) == as_of
        };
        let target = of_indicator.iter().find(is_due).or(of_indicator.first()).copied();
        linker.site.documents[resolution.0].results.push(TargetResult { report, result: at, target });
    }
}

impl Linker<'_> {
    /// The document that is meant: by id, by symbol with year and issuer, or by title.
    pub(super) fn work(&mut self, reference: &Reference) -> Option<Work> {
        let text = &reference.value;
        if let Some(index) = self.document_by_id(text) {
            return Some(Work::Held(index));
        }
        if self.hidden.contains_key(&DocumentId(text.trim_end_matches(".md").to_owned())) {
            self.diagnostics.push(problems::refers_to_hidden(reference.span, text));
            return None;
        }
        let found = match DocumentName::parse(text) {
            Some(name) => self.works_named(&name),
            None => {
                let loose = self.works.symbols.get(&Symbol::loose_key(text));
                loose.or_else(|| self.works.titles.get(&match_key(text))).cloned().unwrap_or_default()
            }
        };
        match found.as_slice() {
            [work] => Some(*work),
            [] => {
                let number = number_of(text);
                let symbols = self.works.numbers.get(&number).map(Vec::as_slice).unwrap_or_default();
                // The year behind a symbol is none of its letters.
                let symbol = DocumentName::parse(text).map_or_else(|| text.clone(), |name| name.symbol.text);
                let near = nearest(&symbol, symbols.iter().take(MOST_COMPARED).map(String::as_str));
                let problem = problems::unresolved_document(reference.span, text, near);
                self.diagnostics.push(problem);
                None
            }
            several => {
                let candidates: Vec<_> = several.iter().map(|work| self.describe(*work)).collect();
                let problem = problems::ambiguous(reference.span, "documents", text, &candidates);
                self.diagnostics.push(problem);
                None
            }
        }
    }

    /// The documents that a name fits: by symbol, then by year and issuer where they are said, then our own first.
    fn works_named(&self, name: &DocumentName) -> Vec<Work> {
        let mut found = self.works.symbols.get(&name.symbol.key).cloned().unwrap_or_default();
        if let Some(year) = name.year {
            let of_year: Vec<Work> =
                found.iter().copied().filter(|work| self.year_of(*work) == Some(year)).collect();
            if of_year.is_empty() {
                found.retain(|work| self.year_of(*work).is_none());
            } else {
                found = of_year;
            }
        }
        if let Some(issuer) = &name.issuer {
            let key = body_key(issuer);
            found.retain(|work| {
                self.issuer_of(*work).is_none_or(|body| {
                    let own = body_key(&body);
                    own == key || own.starts_with(&format!("{key} "))
                })
            });
        }
        if found.len() > 1 && name.issuer.is_none() {
            let organization = self.site.organization.map(|body| self.site.body(body).name.clone());
            let own: Vec<Work> =
                found.iter().copied().filter(|work| self.issuer_of(*work) == organization).collect();
            if own.len() == 1 {
                return own;
            }
        }
        found
    }

    /// The year of a document.
    pub(super) fn year_of(&self, work: Work) -> Option<i16> {
        match work {
            Work::Held(index) => self.site.document(index).year,
            Work::Known(index) => self.site.known(index).year,
        }
    }

    /// The body that issued a document.
    pub(super) fn issuer_index(&self, work: Work) -> Option<BodyIndex> {
        match work {
            Work::Held(index) => self.site.document(index).issuer,
            Work::Known(index) => self.site.known(index).issuer,
        }
    }

    /// The name of the body that issued a document.
    fn issuer_of(&self, work: Work) -> Option<String> {
        self.issuer_index(work).map(|body| self.site.body(body).name.clone())
    }

    fn describe(&self, work: Work) -> (String, Option<crate::text::Span>) {
        match work {
            Work::Held(index) => {
                let document = &self.site.document(index).document;
                (document.id.0.clone(), Some(document.span))
            }
            Work::Known(index) => {
                let linked = self.site.known(index);
                let symbol = linked.known.fields.symbol.as_ref().map_or("", |symbol| &symbol.value);
                let year = linked.year.map_or_else(String::new, |year| format!(" ({year})"));
                (format!("{symbol}{year}"), Some(linked.known.span))
            }
        }
    }
}
