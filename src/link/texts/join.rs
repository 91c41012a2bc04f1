//! What texts say, joined with what is known of the same two documents.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::{Pairs, Said};
use crate::legal::RelationKind;
use crate::legal::instruction::{Action, Certainty, Doubt, Extent};
use crate::link::attached::words_said;
use crate::link::course::ends;
use crate::link::relations::enter;
use crate::link::validity::depends_on_extent;
use crate::link::{Linker, NamedProvision, Outcome, Relation, RelationIndex, Work};
use crate::markdown::Instruction;
use crate::text::match_key;

/// Joins acts one after another with the relations that there are.
pub(super) struct Joiner<'a, 'b> {
    pub(super) linker: &'a mut Linker<'b>,
    pub(super) pairs: Pairs,
    /// Relations of which a contradiction has been told.
    pub(super) contradicted: HashSet<RelationIndex>,
    /// Provisions of front matter of which a sentence names the very same.
    pub(super) meant: HashSet<(RelationIndex, usize)>,
}

impl Joiner<'_, '_> {
    /// Joins what a document says of itself with what is known.
    pub(super) fn join(&mut self, said: &Said) {
        let site = &self.linker.site;
        let known = self.pairs.get(&(said.from, said.to)).map(Vec::as_slice).unwrap_or_default();
        let matching = known
            .iter()
            .filter(|index| site.relation(**index).declared.is_some())
            .map(|index| (fit(site.relation(*index), said), *index))
            .max_by_key(|(fit, index)| (*fit, Reverse(*index)));
        match matching {
            Some((Fit::Same, index)) => {
                self.compare_days(index, said);
                self.attach(index, said);
            }
            Some((Fit::Contradicts, index)) => self.tell_contradiction(index, said),
            Some((Fit::Apart, _)) | None => {
                let same = known.iter().copied().find(|index| says_the_same(site.relation(*index), said));
                let index = same.unwrap_or_else(|| self.enter(said));
                self.attach(index, said);
            }
        }
    }

    /// Joins what a document says of two others: that is a relation only where nobody has said more of the two. Which
    /// provisions of the one the other touches such a sentence does not tell for certain.
    pub(super) fn join_other(&mut self, said: &Said) {
        let known = self.pairs.get(&(said.from, said.to)).map(Vec::as_slice).unwrap_or_default();
        let site = &mut self.linker.site;
        let same = known.iter().copied().find(|index| site.relation(*index).kind == said.kind());
        if let Some(index) = same {
            let relation = &mut site.relations[index.0];
            if relation.passages.is_empty() {
                relation.passages.push(said.passage);
            }
        } else if known.iter().all(|index| fit(site.relation(*index), said) == Fit::Apart) {
            let index = self.enter(said);
            self.linker.site.relations[index.0].passages.push(said.passage);
        }
    }

    /// Keeps what may be meant, unless what is certain settles it.
    pub(super) fn join_unsure(&mut self, said: &Said) {
        let Certainty::Unsure(doubt) = said.act.certainty else { return };
        // Of two other documents only what concerns one that is held matters to a reader.
        if !said.is_own && !matches!(said.to, Work::Held(_)) {
            return;
        }
        let known = self.pairs.get(&(said.from, said.to)).map(Vec::as_slice).unwrap_or_default();
        let site = &self.linker.site;
        let settles = |relation: &Relation| match (relation.declared, doubt) {
            (_, Doubt::OnlyAnnounced) | (Some(_), Doubt::SeveralVerbs) => relation.changes(),
            (Some(_), _) => relation.kind == said.kind() && shares_provision(relation, said),
            (None, _) => false,
        };
        if known.iter().any(|index| settles(site.relation(*index))) {
            return;
        }
        let same = known.iter().copied().find(|index| says_the_same(site.relation(*index), said));
        let index = same.unwrap_or_else(|| self.enter(said));
        self.attach(index, said);
    }

    fn enter(&mut self, said: &Said) -> RelationIndex {
        let relation = Relation {
            kind: said.kind(),
            from: said.from,
            to: said.to,
            provisions: Vec::new(),
            extent: said.act.extent,
            ends_wording: false,
            certainty: said.act.certainty,
            since: said.since,
            until: said.until,
            is_open_ended: said.is_open_ended,
            note: None,
            declared: None,
            passages: Vec::new(),
            outcome: Outcome::Counts(None),
        };
        let index = enter(self.linker, relation);
        self.pairs.entry((said.from, said.to)).or_default().push(index);
        index
    }

    /// Keeps a sentence beside a relation, and what it says where nothing was said.
    fn attach(&mut self, index: RelationIndex, said: &Said) {
        let relation = &mut self.linker.site.relations[index.0];
        let passage = relation.passages.len();
        // What front matter leaves open the text tells.
        let is_first = passage == 0;
        relation.ends_wording = said.ends_wording() || (relation.ends_wording && !is_first);
        relation.passages.push(said.passage);
        relation.since = relation.since.or(said.since);
        relation.until = relation.until.or(said.until);
        let act = &said.act;
        let is_stated = relation.declared.is_some();
        relation.is_open_ended |= is_stated && relation.until.is_none() && said.is_open_ended;
        // The sentence about a provision is the one that is shown there.
        for (at, stated) in
            relation.provisions.iter_mut().enumerate().filter(|(_, stated)| stated.is_declared)
        {
            let is_meant = |read: &&NamedProvision| {
                let same = stated.anchor() == read.anchor() || stated.anchor().is_none();
                same && is_same_place(stated, read, act)
            };
            if let Some(read) = said.provisions.iter().find(is_meant) {
                if self.meant.insert((index, at)) {
                    stated.passage = Some(passage);
                    stated.path.clone_from(&read.path);
                    stated.attached.clone_from(&read.attached);
                    stated.is_part = read.is_part;
                }
            } else if said.provisions.iter().any(|read| is_same_place(stated, read, act)) {
                stated.passage = stated.passage.or(Some(passage));
            }
        }
        // What cannot be read in front matter says nothing against what is read in the text.
        if relation.provisions.iter().any(is_readable) {
            return;
        }
        if act.extent == Extent::Partial {
            relation.extent = Extent::Partial;
        }
        let named = said.provisions.iter().cloned();
        relation.provisions.extend(named.map(|named| NamedProvision { passage: Some(passage), ..named }));
    }
}

/// How a sentence stands to a relation between the same documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Both can be so.
    Apart,
    /// They cannot both be so.
    Contradicts,
    /// They say the same.
    Same,
}

fn fit(relation: &Relation, said: &Said) -> Fit {
    let (declared, told) = (relation.kind, said.kind());
    let is_whole = relation.ends_whole();
    if declared == told {
        return match (relation.extent, said.act.extent) {
            (one, other) if one != other && depends_on_extent(told) => Fit::Contradicts,
            (Extent::Partial, Extent::Partial) if !shares_provision(relation, said) => Fit::Apart,
            _ => Fit::Same,
        };
    }
    match (is_whole, said.ends_whole()) {
        // `hết hiệu lực` says no more than that it is replaced or repealed.
        (true, true) if said.act.action == Action::Ends => Fit::Same,
        (true, true) => Fit::Contradicts,
        (true, false) if told == RelationKind::Amends || ends(told) => Fit::Contradicts,
        (false, true) if declared == RelationKind::Amends || ends(declared) => Fit::Contradicts,
        _ => Fit::Apart,
    }
}

/// Whether a sentence belongs to a relation that texts make.
fn says_the_same(relation: &Relation, said: &Said) -> bool {
    relation.declared.is_none()
        && relation.certainty == said.act.certainty
        && relation.kind == said.kind()
        && (relation.since, relation.until) == (said.since, said.until)
        && (relation.extent == said.act.extent || !depends_on_extent(relation.kind))
}

/// Whether a sentence is about provisions that a relation names, or one of the two names none.
fn shares_provision(relation: &Relation, said: &Said) -> bool {
    let is_shared =
        |stated: &NamedProvision| said.provisions.iter().any(|read| is_same_place(stated, read, &said.act));
    let mut named = relation.provisions.iter().filter(|named| named.anchor().is_some()).peekable();
    named.peek().is_none()
        || said.provisions.iter().all(|read| read.anchor().is_none())
        || relation.provisions.iter().any(is_shared)
}

/// Whether front matter names a provision so that it can be told which, or as the text does.
pub(super) fn is_readable(stated: &NamedProvision) -> bool {
    stated.is_declared && (stated.anchor().is_some() || stated.passage.is_some())
}

/// Whether a provision is the one that a sentence names, lies in it or holds it.
pub(super) fn is_same_place(stated: &NamedProvision, read: &NamedProvision, act: &Instruction) -> bool {
    let holds = |outer: &str, inner: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    match (stated.anchor(), read.anchor()) {
        (Some(one), Some(other)) => holds(&one, &other) || holds(&other, &one),
        _ => match_key(&stated.words) == match_key(&words_said(read, act)),
    }
}
