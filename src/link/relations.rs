//! Documents by symbol, id or title; what they do to each other; what reports say of targets.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::attached::Stated;
use super::{
    BodyIndex, DocumentIndex, Entity, KnownIndex, Linker, NamedProvision, Outcome, Relation, RelationIndex,
    Site, TargetResult, Work, problems,
};
use crate::document::{DocumentId, KindFields, Reference, Relations, StatedExtent, TargetFields};
use crate::front::{Located, Text};
use crate::legal::instruction::{Certainty, Extent};
use crate::legal::{DocumentName, RelationKind, Symbol, body_key};
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

impl WorkNames {
    /// The documents whose symbol begins with the number that words begin with.
    pub(super) fn numbered(&self, text: &str) -> impl Iterator<Item = Work> {
        let symbols = self.numbers.get(&number_of(text)).map(Vec::as_slice).unwrap_or_default();
        let mut keys: Vec<String> =
            symbols.iter().take(MOST_COMPARED).map(|symbol| Symbol::loose_key(symbol)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().flat_map(|key| self.symbols.get(&key).into_iter().flatten().copied())
    }

    /// Whether words name a document that is held or entered as known, or are no symbol that could tell.
    pub(super) fn knows(&self, site: &Site, text: &str) -> bool {
        let Some(name) = DocumentName::parse(text.trim()) else { return true };
        let works = self.symbols.get(&name.symbol.key).map(Vec::as_slice).unwrap_or_default();
        works
            .iter()
            .any(|work| name.year.is_none_or(|year| site.year_of(*work).is_none_or(|own| own == year)))
    }
}

pub(super) fn link(linker: &mut Linker<'_>) {
    name_works(linker);
    for at in 0..linker.site.documents.len() {
        let index = DocumentIndex(at);
        let document = Arc::clone(&linker.site.document(index).document);
        if let KindFields::Resolution(_, relations) = &document.fields {
            add_relations(linker, Work::Held(index), relations);
        }
    }
    for at in 0..linker.site.known.len() {
        if let Some(relations) = linker.site.known[at].known.fields.relations.clone() {
            add_relations(linker, Work::Known(KnownIndex(at)), &relations);
        }
    }
    let mut indicators = HashMap::new();
    for at in 0..linker.site.documents.len() {
        link_agenda(linker, DocumentIndex(at));
        link_results(linker, DocumentIndex(at), &mut indicators);
    }
}

fn name_works(linker: &mut Linker<'_>) {
    let Linker { works, site, .. } = linker;
    let held = site.documents.par_iter().enumerate().filter_map(|(at, linked)| {
        let fields = linked.document.kind().is_text().then_some(&linked.document.fields)?;
        let symbol = fields.number();
        Some(Names::of(Work::Held(DocumentIndex(at)), symbol, Some(linked.document.title())))
    });
    let known = site.known.par_iter().enumerate().map(|(at, linked)| {
        let fields = &linked.known.fields;
        let title = fields.title.as_ref().map(|title| title.value.as_str());
        Names::of(Work::Known(KnownIndex(at)), fields.symbol.as_ref(), title)
    });
    let names: Vec<Names> = held.chain(known).collect();
    for Names { work, symbol, title } in names {
        if let Some((key, number, symbol)) = symbol {
            works.symbols.entry(key).or_default().push(work);
            works.numbers.entry(number).or_default().push(symbol);
        }
        if let Some(title) = title {
            works.titles.entry(title).or_default().push(work);
        }
    }
}

/// What a document can be called by.
struct Names {
    work: Work,
    /// Key, number and spelling of its symbol.
    symbol: Option<(String, String, String)>,
    /// The key of its title.
    title: Option<String>,
}

impl Names {
    fn of(work: Work, symbol: Option<&Text>, title: Option<&str>) -> Self {
        let symbol = symbol
            .map(|symbol| (Symbol::loose_key(&symbol.value), number_of(&symbol.value), symbol.value.clone()));
        Self { work, symbol, title: title.map(match_key) }
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

fn add_relations(linker: &mut Linker<'_>, from: Work, relations: &Relations) {
    for (kind, fields) in relations.iter() {
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
        let provisions: Vec<NamedProvision> =
            fields.provisions.iter().cloned().map(|words| named(&linker.site, to, words)).collect();
        let extent = match &fields.extent {
            None if provisions.is_empty() => Extent::Whole,
            None => Extent::Partial,
            Some(extent) => extent_of(linker, extent, &provisions),
        };
        enter(
            linker,
            Relation {
                kind,
                from,
                to,
                extent,
                provisions,
                since: fields.from.as_ref().map(|day| day.value),
                until: fields.until.as_ref().map(|day| day.value),
                is_open_ended: false,
                note: fields.note.as_ref().map(|note| note.value.clone()),
                // Front matter tells no more than that it is amended: some of its wording has ended, unless the text says
                // otherwise.
                ends_wording: matches!(
                    kind,
                    RelationKind::Amends | RelationKind::Replaces | RelationKind::Repeals
                ),
                certainty: Certainty::Stated,
                declared: Some(reference.span),
                passages: Vec::new(),
                outcome: Outcome::Counts(None),
            },
        );
    }
}

/// How much of a document front matter says is meant. Provisions are a part, whatever else it says.
fn extent_of(
    linker: &mut Linker<'_>,
    stated: &Located<StatedExtent>,
    provisions: &[NamedProvision],
) -> Extent {
    match stated.value {
        StatedExtent::Partial => Extent::Partial,
        StatedExtent::Whole if provisions.is_empty() => Extent::Whole,
        StatedExtent::Whole => {
            linker.diagnostics.push(problems::whole_with_provisions(stated.span));
            Extent::Partial
        }
    }
}

fn named(site: &Site, to: Work, provision: Text) -> NamedProvision {
    let Stated { path, attached } = Stated::read(site, to, &provision);
    NamedProvision {
        words: provision.value,
        path,
        attached,
        is_part: false,
        span: provision.span,
        is_declared: true,
        passage: None,
    }
}

/// Enters a relation at both ends.
pub(super) fn enter(linker: &mut Linker<'_>, relation: Relation) -> RelationIndex {
    let site = &mut linker.site;
    let index = RelationIndex(site.relations.len());
    let is_sure = relation.certainty.is_sure();
    match relation.from {
        Work::Held(document) if is_sure => site.documents[document.0].relations.push(index),
        Work::Held(document) => site.documents[document.0].doubts.push(index),
        Work::Known(known) if is_sure => site.known[known.0].relations.push(index),
        Work::Known(_) => {}
    }
    match relation.to {
        Work::Held(document) if is_sure => site.documents[document.0].inverse_relations.push(index),
        Work::Held(document) => site.documents[document.0].inverse_doubts.push(index),
        Work::Known(known) if is_sure => site.known[known.0].inverse_relations.push(index),
        Work::Known(known) => site.known[known.0].inverse_doubts.push(index),
    }
    site.relations.push(relation);
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

/// The keys of the indicators of each resolution that a report has spoken of, in the order of its targets.
type Indicators = HashMap<DocumentIndex, Vec<Option<String>>>;

fn keys_of_indicators(targets: &[TargetFields]) -> Vec<Option<String>> {
    let indicators = targets.iter().map(|target| target.indicator.as_ref());
    indicators.map(|indicator| indicator.map(|indicator| match_key(&indicator.value))).collect()
}

/// What a report says of targets.
fn link_results(linker: &mut Linker<'_>, report: DocumentIndex, indicators: &mut Indicators) {
    let document = Arc::clone(&linker.site.document(report).document);
    let Some(fields) = document.fields.report() else { return };
    for (at, result) in fields.results.iter().flatten().enumerate() {
        let Some(reference) = &result.resolution else { continue };
        let Some(Work::Held(resolution)) = linker.work(reference) else { continue };
        linker.site.documents[report.0].reported.push((reference.value.clone(), resolution));
        name_by(linker, Work::Held(resolution), report);
        let Some(fields) = linker.site.document(resolution).document.fields.resolution() else {
            continue;
        };
        let targets = fields.targets.as_deref().unwrap_or_default();
        let Some(indicator) = &result.indicator else { continue };
        let key = match_key(&indicator.value);
        let keys = indicators.entry(resolution).or_insert_with(|| keys_of_indicators(targets));
        let positions = keys.iter().enumerate();
        let of_indicator: Vec<usize> =
            positions.filter(|(_, own)| own.as_ref() == Some(&key)).map(|(position, _)| position).collect();
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
                let loose = self.works.symbols.get(&Symbol::loose_key(text)).cloned();
                loose.unwrap_or_else(|| {
                    let key = match_key(text);
                    let titled = self.works.titles.get(&key).cloned().unwrap_or_default();
                    self.site.sought_titles.insert(key);
                    titled
                })
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
