//! What citations and names in the texts lead to, and who is cited and named where.
//!
//! A citation is settled by issuer, type, number and year. What does not settle it stays plain text: no link is a
//! guess. A document that is not held gets a page where it is known, or cited at least twice.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::{DocumentIndex, KnownIndex, LinkedKnown, Linker, OfficialIndex, Work, problems};
use crate::diag::Diagnostics;
use crate::document::{KnownDocument, KnownFields};
use crate::front::Located;
use crate::legal::laws::{Law, law_by_number};
use crate::legal::{Citation, CitationKind, Person, Symbol, body_key};
use crate::markdown::{Found, Mention};
use crate::text::{Date, PartialDate, match_key};

/// What a mention leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MentionTarget {
    /// A document, at an anchor where the cited provision has one there.
    Work(Work, Option<String>),
    /// A place of the same document.
    Own(String),
    /// An official.
    Official(OfficialIndex),
    /// Nothing that is known for certain.
    Nowhere,
}

/// One mention of a document.
#[derive(Debug, Clone, Copy)]
struct Place {
    document: DocumentIndex,
    mention: usize,
}

/// How far a mention could be settled.
enum Settled {
    Target(MentionTarget),
    /// What is cited is clear, but it is not listed among the documents yet.
    Unlisted(Unlisted),
}

/// What tells a document that is not held from others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Unlisted {
    symbol: String,
    type_key: String,
    year: i16,
}

pub(super) fn link(linker: &mut Linker<'_>) {
    let shared: &Linker<'_> = linker;
    let body_keys: Vec<String> = shared.site.bodies.iter().map(|body| body_key(&body.name)).collect();
    let settled: Vec<(Vec<Settled>, Diagnostics)> = (0..shared.site.documents.len())
        .into_par_iter()
        .map(|at| Settler::new(shared, &body_keys, DocumentIndex(at)).all())
        .collect();
    let mut cited: BTreeMap<Unlisted, Vec<Place>> = BTreeMap::new();
    for (at, (settled, told)) in settled.into_iter().enumerate() {
        linker.diagnostics.append(told);
        let document = DocumentIndex(at);
        let mut targets = Vec::with_capacity(settled.len());
        for (mention, settled) in settled.into_iter().enumerate() {
            targets.push(match settled {
                Settled::Target(target) => target,
                Settled::Unlisted(key) => {
                    cited.entry(key).or_default().push(Place { document, mention });
                    MentionTarget::Nowhere
                }
            });
        }
        linker.site.documents[at].mentions = targets;
    }
    for (key, places) in cited {
        // The common laws are known wherever they are cited; any other document once it is cited twice.
        let law = law_by_number(&key.symbol);
        if law.is_some() || places.len() > 1 {
            list(linker, &places, law);
        }
    }
}

/// Lists a document that is cited several times, from what its citations say.
fn list(linker: &mut Linker<'_>, places: &[Place], law: Option<&'static Law>) {
    let Some(first) = places.first() else { return };
    let Some(mention) = linker.site.document(first.document).document.body.mentions.get(first.mention) else {
        return;
    };
    let span = mention.span;
    let Found::Citation(citation) = &mention.found else { return };
    let text = |value: Option<&str>| value.map(|value| Located { value: value.to_owned(), span });
    let date = match citation.date {
        Some(PartialDate::Day(date)) => Some(date),
        _ => law.and_then(Law::date),
    };
    let symbol = citation.symbol.as_ref().map(|symbol| symbol.text.as_str());
    let fields = KnownFields {
        symbol: text(symbol.or(law.map(|law| law.number))),
        r#type: text(citation.document_type),
        issuer: text(citation.issuer.as_deref().or(citation.implied_issuer)),
        date: date.map(|value| Located { value, span }),
        title: text(law.map(|law| law.name)),
        ..KnownFields::default()
    };
    let year = year_of(citation).or(date.map(Date::year));
    let issuer = fields.issuer.as_ref().and_then(|issuer| linker.body_named(&issuer.value));
    let index = KnownIndex(linker.site.known.len());
    linker.site.known.push(LinkedKnown {
        issuer,
        year,
        ..LinkedKnown::unlinked(KnownDocument { fields, span })
    });
    if let Some(body) = issuer {
        linker.site.bodies[body.0].known.push(index);
    }
    for place in places {
        let targets = &mut linker.site.documents[place.document.0].mentions;
        if let Some(target) = targets.get_mut(place.mention) {
            *target = MentionTarget::Work(Work::Known(index), None);
        }
    }
}

fn year_of(citation: &Citation) -> Option<i16> {
    let symbol = citation.symbol.as_ref().and_then(|symbol| symbol.year);
    symbol.or_else(|| citation.date.map(|date| date.first_day().year()))
}

/// Settles the mentions of one document, in order: short forms lean on the full ones before them.
struct Settler<'a, 'b> {
    linker: &'a Linker<'b>,
    /// The keys of the names of all bodies.
    body_keys: &'a [String],
    index: DocumentIndex,
    /// What symbols have led to so far.
    earlier: HashMap<String, Earlier>,
    diagnostics: Diagnostics,
}

#[derive(Clone)]
enum Earlier {
    Work(Work),
    Unlisted(Unlisted),
}

impl<'a, 'b> Settler<'a, 'b> {
    fn new(linker: &'a Linker<'b>, body_keys: &'a [String], index: DocumentIndex) -> Self {
        Self { linker, body_keys, index, earlier: HashMap::new(), diagnostics: Diagnostics::new() }
    }

    fn all(mut self) -> (Vec<Settled>, Diagnostics) {
        let linker = self.linker;
        // The relations of the front matter name documents in full.
        for relation in &linker.site.document(self.index).relations {
            let work = linker.site.relation(*relation).to;
            if let Some(symbol) = linker.symbol_of(work) {
                self.earlier.insert(symbol, Earlier::Work(work));
            }
        }
        let mentions = &linker.site.document(self.index).document.body.mentions;
        let settled = mentions
            .iter()
            .map(|mention| match &mention.found {
                Found::Citation(citation) => self.citation(citation, mention),
                Found::Person(person) => Settled::Target(self.person(person)),
            })
            .collect();
        (settled, self.diagnostics)
    }

    fn citation(&mut self, citation: &Citation, mention: &Mention) -> Settled {
        if citation.is_own_number {
            return Settled::Target(MentionTarget::Nowhere);
        }
        if matches!(citation.kind, CitationKind::Internal | CitationKind::OwnDocument) {
            return Settled::Target(self.own_place(citation));
        }
        let law = citation.law.and_then(|law| Symbol::parse(law.number));
        let Some(symbol) = citation.symbol.as_ref().or(law.as_ref()) else {
            return Settled::Target(MentionTarget::Nowhere);
        };
        let Some(year) = symbol.year.or(year_of(citation)) else {
            return match self.earlier.get(&symbol.key).cloned() {
                Some(Earlier::Work(work)) => Settled::Target(self.work(work, citation)),
                Some(Earlier::Unlisted(key)) => Settled::Unlisted(key),
                None => Settled::Target(MentionTarget::Nowhere),
            };
        };
        let found = self.fitting(citation, &symbol.key, year);
        match found.as_slice() {
            [work] => {
                self.earlier.insert(symbol.key.clone(), Earlier::Work(*work));
                self.compare_dates(*work, citation, mention);
                Settled::Target(self.work(*work, citation))
            }
            [] => {
                let type_key = citation.document_type.map(match_key).unwrap_or_default();
                let key = Unlisted { symbol: symbol.key.clone(), type_key, year };
                self.earlier.insert(symbol.key.clone(), Earlier::Unlisted(key.clone()));
                Settled::Unlisted(key)
            }
            _ => Settled::Target(MentionTarget::Nowhere),
        }
    }

    /// The documents that a citation can mean: same symbol, year and type, and an issuer that does not contradict.
    fn fitting(&self, citation: &Citation, symbol: &str, year: i16) -> Vec<Work> {
        let linker = self.linker;
        let issuer = citation.issuer.as_deref().or(citation.implied_issuer).map(body_key);
        let type_key = citation.document_type.map(match_key);
        let mut found: Vec<Work> = linker
            .works
            .symbols
            .get(symbol)
            .into_iter()
            .flatten()
            .copied()
            .filter(|work| linker.year_of(*work) == Some(year))
            .filter(|work| {
                let own = linker.type_of(*work).map(match_key);
                own.zip(type_key.as_ref()).is_none_or(|(own, cited)| own == *cited)
            })
            .filter(|work| {
                let own = linker.issuer_index(*work).and_then(|body| self.body_keys.get(body.0));
                own.zip(issuer.as_ref()).is_none_or(|(own, cited)| is_same_body(own, cited))
            })
            .collect();
        if found.len() > 1 && issuer.is_none() {
            let organization = linker.site.organization;
            let own: Vec<Work> =
                found.iter().copied().filter(|work| linker.issuer_index(*work) == organization).collect();
            if own.len() == 1 {
                found = own;
            }
        }
        found
    }

    fn work(&self, work: Work, citation: &Citation) -> MentionTarget {
        let anchor = match work {
            Work::Held(index) => self.anchor(index, citation),
            Work::Known(_) => None,
        };
        MentionTarget::Work(work, anchor)
    }

    fn own_place(&self, citation: &Citation) -> MentionTarget {
        self.anchor(self.index, citation).map_or(MentionTarget::Nowhere, MentionTarget::Own)
    }

    /// The anchor of the first cited provision, where the document has it.
    fn anchor(&self, index: DocumentIndex, citation: &Citation) -> Option<String> {
        let path = citation.provisions.first()?;
        let anchors = &self.linker.site.document(index).document.body.anchors;
        let found = anchors.binary_search_by(|anchor| anchor.as_str().cmp(path.anchor()));
        found.ok().map(|_| path.anchor().to_owned())
    }

    /// A citation with another day than the document itself: one of the two is a typing error.
    fn compare_dates(&mut self, work: Work, citation: &Citation, mention: &Mention) {
        let (Some(PartialDate::Day(cited)), Work::Held(index)) = (citation.date, work) else { return };
        let linked = self.linker.site.document(index);
        if let Some(date) = linked.date.filter(|date| *date != cited) {
            let told = problems::other_date(mention.span, cited, linked.document.span, date);
            self.diagnostics.push(told);
        }
    }

    /// The official of that name; of several the one whose office on that day stands beside the name.
    fn person(&self, person: &Person) -> MentionTarget {
        let site = &self.linker.site;
        let of_name =
            self.linker.officials.get(&match_key(&person.name)).map(Vec::as_slice).unwrap_or_default();
        let day = site.document(self.index).date;
        let holds = |index: &&OfficialIndex| {
            let said = person.role.as_deref().map(match_key);
            said.is_some_and(|said| {
                site.official(**index).roles.iter().any(|role| {
                    let title = match_key(&role.title);
                    !title.is_empty() && said.contains(&title) && day.is_none_or(|day| is_held(role, day))
                })
            })
        };
        match of_name {
            [official] => MentionTarget::Official(*official),
            several => match several.iter().filter(holds).collect::<Vec<_>>().as_slice() {
                [official] => MentionTarget::Official(**official),
                _ => MentionTarget::Nowhere,
            },
        }
    }
}

fn is_held(role: &super::Role, day: Date) -> bool {
    role.start.is_none_or(|start| start.first_day() <= day)
        && role.end.is_none_or(|end| day <= end.last_day())
}

/// `HĐND tỉnh` and `HĐND tỉnh Quảng Ninh` are one body within a portal.
fn is_same_body(one: &str, other: &str) -> bool {
    let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    one == other || begins(one, other) || begins(other, one)
}
