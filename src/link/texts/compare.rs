//! What front matter and text tell differently of one relation.

use std::collections::{BTreeMap, HashSet};

use super::Said;
use super::join::{Joiner, is_readable, is_same_place};
use crate::legal::RelationKind;
use crate::legal::instruction::Extent;
use crate::link::attached::words_said;
use crate::link::validity::depends_on_extent;
use crate::link::{DocumentIndex, NamedProvision, RelationIndex, Work, problems};
use crate::text::Span;

impl Joiner<'_, '_> {
    /// Tells once of a relation of front matter that a sentence says what cannot hold beside it.
    pub(super) fn tell_contradiction(&mut self, index: RelationIndex, said: &Said) {
        let relation = self.linker.site.relation(index);
        let Some(span) = relation.declared.filter(|_| self.contradicted.insert(index)) else { return };
        let declared = words_of(relation.kind, relation.extent);
        let told = words_of(said.kind(), said.act.extent);
        self.linker.diagnostics.push(problems::contradiction(span, &declared, said.act.span, &told));
    }

    /// Provisions that front matter and text tell differently: one that is stated while the text names others, and one that
    /// the text names beside those that are stated.
    pub(super) fn compare_provisions<'s>(&mut self, said: impl Iterator<Item = &'s Said>) {
        let mut of_kind: BTreeMap<(Work, Work, RelationKind), Vec<&Said>> = BTreeMap::new();
        for said in said.filter(|said| !said.act.is_summary) {
            of_kind.entry((said.from, said.to, said.kind())).or_default().push(said);
        }
        let mut told: Vec<(RelationIndex, String, Span, String, bool)> = Vec::new();
        for ((from, to, kind), said) in &of_kind {
            let pair = self.pairs.get(&(*from, *to)).map(Vec::as_slice).unwrap_or_default();
            let relations = || pair.iter().map(|index| (*index, self.linker.site.relation(*index)));
            let stated =
                || relations().filter(|(_, relation)| relation.declared.is_some() && relation.kind == *kind);
            let provisions = || {
                stated()
                    .flat_map(|(index, relation)| relation.provisions.iter().map(move |named| (index, named)))
            };
            if !provisions().any(|(_, named)| is_readable(named)) {
                continue;
            }
            let names_all =
                said.iter().all(|said| said.provisions.iter().any(|read| read.anchor().is_some()));
            let is_said = |named: &NamedProvision| {
                said.iter()
                    .any(|said| said.provisions.iter().any(|read| is_same_place(named, read, &said.act)))
            };
            // Another provision is another matter; the same number in another text is a slip.
            let is_said_elsewhere = |named: &NamedProvision| {
                let bare = NamedProvision { attached: None, ..named.clone() };
                said.iter().any(|said| {
                    let read =
                        said.provisions.iter().map(|read| NamedProvision { attached: None, ..read.clone() });
                    let mut read = read;
                    read.any(|read| is_same_place(&bare, &read, &said.act))
                })
            };
            let alone = provisions().find(|(_, named)| {
                names_all
                    && is_readable(named)
                    && !is_said(named)
                    && is_said_elsewhere(named)
                    && self.linker.site.has_place(*to, named)
            });
            let passages: HashSet<(DocumentIndex, usize)> = stated()
                .flat_map(|(_, relation)| &relation.passages)
                .map(|passage| (passage.document, passage.instruction))
                .collect();
            let joined = said
                .iter()
                .filter(|said| passages.contains(&(said.passage.document, said.passage.instruction)));
            let beside = joined.flat_map(|said| said.provisions.iter().map(move |read| (*said, read))).find(
                |(said, read)| {
                    read.anchor().is_some()
                        && !provisions().any(|(_, named)| is_same_place(named, read, &said.act))
                },
            );
            let is_both = beside.is_none();
            let first = said.first().and_then(|said| Some((*said, said.provisions.first()?)));
            let (Some((said, read)), Some((index, named))) =
                (beside.or(first.filter(|_| alone.is_some())), alone.or_else(|| provisions().next()))
            else {
                continue;
            };
            told.push((
                index,
                format!("{} {}", kind.name(), named.words),
                said.act.span,
                format!("{} {}", kind.name(), words_said(read, &said.act)),
                is_both,
            ));
        }
        told.sort();
        for (index, one, span, other, is_both) in told {
            let declared = self.linker.site.relation(index).declared;
            if let Some(declared) = declared.filter(|_| self.contradicted.insert(index)) {
                self.linker
                    .diagnostics
                    .push(problems::other_provision(declared, &one, span, &other, is_both));
            }
        }
    }

    /// Days that front matter and text tell differently.
    pub(super) fn compare_days(&mut self, index: RelationIndex, said: &Said) {
        let relation = self.linker.site.relation(index);
        let Some(span) = relation.declared.filter(|_| relation.passages.is_empty()) else { return };
        let days = [("from", relation.since, said.since), ("until", relation.until, said.until)];
        for (field, declared, told) in days {
            if let (Some(declared), Some(told)) = (declared, told)
                && declared != told
            {
                self.linker.diagnostics.push(problems::other_day(span, field, declared, said.act.span, told));
            }
        }
    }
}

fn words_of(kind: RelationKind, extent: Extent) -> String {
    match extent {
        Extent::Whole if depends_on_extent(kind) => format!("{} the whole", kind.name()),
        Extent::Partial if depends_on_extent(kind) => format!("{} a part", kind.name()),
        Extent::Whole | Extent::Partial => kind.name().to_owned(),
    }
}
