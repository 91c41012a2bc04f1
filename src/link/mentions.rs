//! What citations and names in the texts lead to.
//!
//! A document that is not held gets a page where it is known, cited at least twice, or where a text does something to
//! it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use super::attached::attached_anchor;
use super::attached::names_attached;
use super::settle::{Cited, Settled, Settler, Unlisted};
use super::{
    DocumentIndex, Entity, KnownIndex, LinkedKnown, Linker, OfficialIndex, Site, Unresolved, Work, namesakes,
    problems,
};
use crate::diag::{Diagnostic, Diagnostics};
use crate::document::{KnownDocument, KnownFields};
use crate::front::Located;
use crate::legal::laws::{Law, law_by_number};
use crate::legal::{Citation, CitationKind, Person, ProvisionPath};
use crate::markdown::{Body, Found, Mention};
use crate::text::{Date, PartialDate, Span, match_key};

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

/// What is not listed yet, by all but the issuer.
type Key = (String, String, Option<i16>);

pub(super) fn link(linker: &mut Linker<'_>) {
    let shared: &Linker<'_> = linker;
    let settler = Settler::new(&shared.site);
    let settled: Vec<(Vec<Settled>, Diagnostics)> = (0..shared.site.documents.len())
        .into_par_iter()
        .map(|at| settle(shared, &settler, DocumentIndex(at)))
        .collect();
    let unclear = unclear(&shared.site, &settler, &settled);
    let mut cited: BTreeMap<Key, Vec<(Option<String>, Place)>> = BTreeMap::new();
    for (at, (settled, told)) in settled.into_iter().enumerate() {
        linker.diagnostics.append(told);
        let document = DocumentIndex(at);
        let mut targets = Vec::with_capacity(settled.len());
        for (mention, settled) in settled.into_iter().enumerate() {
            targets.push(match settled {
                Settled::Target(target) => target,
                Settled::Unlisted(Unlisted { symbol, type_key, year, issuer }) => {
                    let places = cited.entry((symbol, type_key, year)).or_default();
                    places.push((issuer, Place { document, mention }));
                    MentionTarget::Nowhere
                }
            });
        }
        linker.site.documents[at].mentions = targets;
    }
    // What may be one of those that are known gets no page of its own.
    let mut affected = affected(&linker.site);
    affected.retain(|place| !unclear.contains_key(place));
    linker.unclear = unclear;
    let is_affected =
        |places: &[Place]| places.iter().any(|place| affected.contains(&(place.document, place.mention)));
    let mut missing = Vec::new();
    for ((symbol, _, year), places) in cited {
        let law = law_by_number(&symbol);
        let (places, others) = of_one_issuer(places);
        // The common laws are known wherever they are cited, and so is what a text does something to, however often it is
        // cited; any other document once it is cited twice.
        if year.is_some() && (law.is_some() || places.len() > 1) || is_affected(&places) {
            list(linker, &places, law);
        } else {
            missing.push(places);
        }
        for others in others {
            if is_affected(&others) {
                list(linker, &others, law);
            } else {
                missing.push(others);
            }
        }
    }
    let site = &linker.site;
    let unresolved = missing.iter().filter_map(|places| unresolved(site, places)).collect();
    linker.site.unresolved = unresolved;
}

/// The documents that a mention may mean, where nothing tells which of them it does.
pub(super) type Unclear = HashMap<(DocumentIndex, usize), Vec<Work>>;

/// The mentions that texts do something to and that may mean several documents, or one without saying of which year.
fn unclear(site: &Site, settler: &Settler<'_>, settled: &[(Vec<Settled>, Diagnostics)]) -> Unclear {
    let targets = affected(site).into_iter();
    let found = targets.filter_map(|place| {
        let (document, mention) = place;
        let is_settled = matches!(
            settled.get(document.0)?.0.get(mention)?,
            Settled::Target(MentionTarget::Work(..) | MentionTarget::Own(_))
        );
        match &site.document(document).document.body.mentions.get(mention)?.found {
            Found::Citation(citation) if !is_settled => Some((place, settler.possible(citation))),
            _ => None,
        }
    });
    found.filter(|(_, possible)| !possible.is_empty()).collect()
}

/// The mentions of documents that texts do something to. A bare number without a year (`Nghị quyết 43`) names none.
fn affected(site: &Site) -> HashSet<(DocumentIndex, usize)> {
    let mut found = HashSet::new();
    for (at, linked) in site.documents.iter().enumerate() {
        let body = &linked.document.body;
        for act in body.law.iter().flat_map(|law| &law.instructions) {
            let is_named = body.mentions.get(act.target).is_some_and(|mention| match &mention.found {
                Found::Citation(citation) => !is_vague(citation),
                Found::Person(_) => false,
            });
            if is_named {
                found.insert((DocumentIndex(at), act.target));
            }
        }
    }
    found
}

/// Whether the words of a citation are too few to tell one document from all others.
fn is_vague(citation: &Citation) -> bool {
    citation.kind == CitationKind::Partial && citation.date.is_none()
}

/// What the mentions of a document lead to, in order.
fn settle(linker: &Linker<'_>, settler: &Settler<'_>, index: DocumentIndex) -> (Vec<Settled>, Diagnostics) {
    let mentions = &linker.site.document(index).document.body.mentions;
    let citations = mentions.iter().filter_map(|mention| match &mention.found {
        Found::Citation(citation) => Some(Cited { citation, place: mention.place.as_deref() }),
        Found::Person(_) => None,
    });
    let mut citations = settler.settle(Some(index), citations).into_iter();
    let mut diagnostics = Diagnostics::new();
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut settled: Vec<Settled> = mentions
        .iter()
        .map(|mention| match &mention.found {
            Found::Person(person) => {
                let target = official(linker, person, index);
                if target.is_none() && told.insert(match_key(&person.name)) {
                    diagnostics.push(ambiguous(linker, person, mention));
                }
                Settled::Target(target.unwrap_or(MentionTarget::Nowhere))
            }
            Found::Citation(citation) => {
                let settled = citations.next().unwrap_or(Settled::Target(MentionTarget::Nowhere));
                if let Settled::Target(MentionTarget::Work(work, _)) = settled {
                    compare_dates(linker, work, citation, mention, &mut diagnostics);
                }
                settled
            }
        })
        .collect();
    let attached = Attached::of(&linker.site, index);
    for (at, mention) in mentions.iter().enumerate() {
        let Found::Citation(citation) = &mention.found else { continue };
        if let Some(document) = mention.of {
            // Its provisions are those of the document that is amended there.
            settled[at] = Settled::Target(match settled.get(document) {
                Some(Settled::Target(MentionTarget::Work(work, _))) => settler.work(*work, citation),
                _ => MentionTarget::Nowhere,
            });
        } else if mention.is_quoted && matches!(settled[at], Settled::Target(MentionTarget::Own(_))) {
            settled[at] = Settled::Target(MentionTarget::Nowhere);
        }
        if let Settled::Target(MentionTarget::Work(work, anchor)) = &mut settled[at]
            && let Some(path) = cited_path(citation)
            && let Some(sentence) = attached.sentence(mention)
            && !path.anchor().starts_with(ANNEX)
        {
            *anchor = attached_anchor(&linker.site, *work, &sentence)
                .and_then(|text| settler.anchor_in(*work, &text, &path));
        }
    }
    (settled, diagnostics)
}

/// The first provision that a citation names. Of one in an attached text the citation has the words alone.
pub(super) fn cited_path(citation: &Citation) -> Option<ProvisionPath> {
    let of_words = || citation.provision_text.as_deref().and_then(ProvisionPath::parse);
    citation.provisions.first().cloned().or_else(of_words)
}

/// What the anchors of annexes begin with; they are numbered apart from what else is attached.
const ANNEX: &str = "phu-luc-";

/// The words by which a text names what is attached to other documents.
struct Attached<'a> {
    body: &'a Body,
    /// Sentences that name what is attached to a document, by the mention of that document.
    sentences: HashMap<usize, &'a str>,
}

impl<'a> Attached<'a> {
    fn of(site: &'a Site, index: DocumentIndex) -> Self {
        let body = &site.document(index).document.body;
        let acts = body.law.iter().flat_map(|law| &law.instructions);
        let named = acts.filter(|act| names_attached(&act.sentence));
        Self { body, sentences: named.map(|act| (act.target, act.sentence.as_str())).collect() }
    }

    /// The words that name the attached text of which a mention names a provision; `None` where it is one of the document
    /// itself.
    fn sentence(&self, mention: &Mention) -> Option<Cow<'a, str>> {
        if let Some(document) = mention.of {
            return self.sentences.get(&document).copied().map(Cow::Borrowed);
        }
        let words = self.body.words_of(mention);
        names_attached(&words).then_some(Cow::Owned(words))
    }
}

/// The places that mean one document, and those that mean others of the same symbol, type and year. Where several
/// issuers are said, the one that is said most is taken; what says no issuer then means none of them for certain.
fn of_one_issuer(places: Vec<(Option<String>, Place)>) -> (Vec<Place>, Vec<Vec<Place>>) {
    let mut by_issuer: BTreeMap<Option<String>, Vec<Place>> = BTreeMap::new();
    for (issuer, place) in places {
        by_issuer.entry(issuer).or_default().push(place);
    }
    let unsaid = by_issuer.remove(&None).unwrap_or_default();
    let mut groups: Vec<Vec<Place>> = by_issuer.into_values().collect();
    let most = (0..groups.len()).rev().max_by_key(|at| groups[*at].len());
    let mut chosen = most.map(|at| groups.remove(at)).unwrap_or_default();
    if groups.is_empty() {
        chosen.extend(unsaid);
        chosen.sort_by_key(|place| (place.document, place.mention));
    } else if !unsaid.is_empty() {
        groups.push(unsaid);
    }
    (chosen, groups)
}

/// A document that nothing is known of. A bare number without a year (`Nghị quyết 43`) names none.
fn unresolved(site: &Site, places: &[Place]) -> Option<Unresolved> {
    let first = places.first()?;
    let mention = site.document(first.document).document.body.mentions.get(first.mention)?;
    let Found::Citation(citation) = &mention.found else { return None };
    let found = Unresolved { document: first.document, mention: first.mention, count: places.len() };
    (citation.is_of_other_document() && !is_vague(citation)).then_some(found)
}

/// Lists a document that is cited several times, from what its citations say.
fn list(linker: &mut Linker<'_>, places: &[Place], law: Option<&'static Law>) {
    let citation_at = |place: &Place| {
        let mention = linker.site.document(place.document).document.body.mentions.get(place.mention)?;
        match &mention.found {
            Found::Citation(citation) => Some((mention.span, citation)),
            Found::Person(_) => None,
        }
    };
    let Some((span, citation)) = places.first().and_then(citation_at) else { return };
    let issuer = places.iter().filter_map(citation_at).find_map(|(_, citation)| citation.issuer.as_deref());
    let text = |value: Option<&str>| value.map(|value| Located { value: value.to_owned(), span });
    let date = match citation.date {
        Some(PartialDate::Day(date)) => Some(date),
        _ => law.and_then(Law::date),
    };
    let symbol = citation.symbol.as_ref();
    let fields = KnownFields {
        symbol: text(symbol.map(|symbol| symbol.text.as_str()).or(law.map(|law| law.number))),
        r#type: text(citation.document_type),
        issuer: text(issuer.or(citation.implied_issuer)),
        date: date.map(|value| Located { value, span }),
        title: text(law.map(|law| law.name)),
        ..KnownFields::default()
    };
    let year = symbol.and_then(|symbol| symbol.year);
    let year = year.or_else(|| citation.date.map(|date| date.first_day().year())).or(date.map(Date::year));
    let issuer = fields.issuer.as_ref().and_then(|issuer| linker.body_named(&issuer.value));
    let index = KnownIndex(linker.site.known.len());
    linker.site.known.push(LinkedKnown {
        issuer,
        year,
        is_declared: false,
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

/// The day that a citation says of a document where that is of another: the one that is cited, and its own. A resolution is
/// cited by the day it was adopted or the day it was issued.
pub(super) fn other_day(site: &Site, work: Work, citation: &Citation) -> Option<(Date, Date)> {
    let Some(PartialDate::Day(cited)) = citation.date else { return None };
    let issued = match work {
        Work::Held(index) => site
            .document(index)
            .document
            .fields
            .resolution()
            .and_then(|fields| fields.issued.as_ref().map(|issued| issued.value)),
        Work::Known(index) if site.known(index).is_declared => None,
        // Nothing but texts tells of its day.
        Work::Known(_) => return None,
    };
    let own = site.date_of(work)?;
    (own != cited && issued != Some(cited)).then_some((cited, own))
}

/// A citation with another day than the document itself: one of the two is a typing error, or another document is meant.
fn compare_dates(
    linker: &Linker<'_>,
    work: Work,
    citation: &Citation,
    mention: &Mention,
    diagnostics: &mut Diagnostics,
) {
    let (Work::Held(index), Some(symbol)) = (work, &citation.symbol) else { return };
    let Some((cited, own)) = other_day(&linker.site, work, citation) else { return };
    let same = linker.works.symbols.get(&symbol.key).map(Vec::as_slice).unwrap_or_default();
    let others = same
        .iter()
        .filter(|other| **other != work)
        .filter_map(|other| Some((linker.site.reference(*other), linker.site.date_of(*other)?)));
    let others: Vec<(String, Date)> = others.collect();
    let document = linker.site.document(index).document.span;
    diagnostics.push(problems::other_date(mention.span, cited, document, own, &others));
}

/// The official of that name. Of several the one whose office on that day stands beside the name; where no office does,
/// the one whom the front matter of the document names, or whose record it is. `None` where two remain.
fn official(linker: &Linker<'_>, person: &Person, index: DocumentIndex) -> Option<MentionTarget> {
    let site = &linker.site;
    let namesakes = linker.officials.get(&match_key(&person.name)).map(Vec::as_slice).unwrap_or_default();
    if namesakes.len() < 2 {
        let alone = namesakes.first().map(|official| MentionTarget::Official(*official));
        return Some(alone.unwrap_or(MentionTarget::Nowhere));
    }
    let linked = site.document(index);
    let is_meant = |official: &&OfficialIndex| {
        linked.entity == Entity::Official(**official) || linked.officials.contains(official)
    };
    let candidates: Vec<OfficialIndex> = match person.role.as_deref() {
        Some(said) if !is_any_office(said) => {
            let holders = namesakes::by_office(site, namesakes, said, linked.date);
            let signs = |official: &OfficialIndex| linked.signer == Some(*official);
            // Below a resolution the bare `CHỦ TỊCH` is the one of the body that issued it.
            let is_signature = !said.chars().any(char::is_lowercase);
            match holders.iter().copied().find(signs).filter(|_| is_signature) {
                Some(signer) => vec![signer],
                None => holders,
            }
        }
        _ => namesakes.iter().filter(is_meant).copied().collect(),
    };
    match candidates.as_slice() {
        [official] => Some(MentionTarget::Official(*official)),
        _ => None,
    }
}

fn ambiguous(linker: &Linker<'_>, person: &Person, mention: &Mention) -> Diagnostic {
    let namesakes = linker.officials.get(&match_key(&person.name)).map(Vec::as_slice).unwrap_or_default();
    let candidates: Vec<(String, Option<Span>)> =
        namesakes.iter().map(|index| linker.site.candidate(*index)).collect();
    problems::ambiguous_person(mention.span, &person.name, &candidates)
}

/// Whether words for an office tell no one from another: `đại biểu`.
fn is_any_office(said: &str) -> bool {
    ["đại biểu", "các đại biểu", "người ký"].iter().any(|office| match_key(office) == match_key(said))
}
