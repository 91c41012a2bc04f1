//! What the citations of a text lead to in a site. Any text can ask, also one that is no document of the site.
//!
//! A citation is settled by issuer, type, number and year. What does not settle it leads nowhere: no link is a guess.

use std::collections::HashMap;

use rayon::prelude::*;

use super::{BodyIndex, DocumentIndex, MentionTarget, Site, Work};
use crate::document::KindFields;
use crate::legal::citation::ProvisionBase;
use crate::legal::{Citation, CitationKind, ProvisionPath, Symbol, body_key};
use crate::text::{PartialDate, match_key, slug};

/// Settles citations against a site as it is when this is made.
#[derive(Debug)]
pub struct Settler<'a> {
    site: &'a Site,
    symbols: HashMap<String, Vec<Candidate>>,
    /// The keys of the names of all bodies.
    bodies: Vec<String>,
    home: Home,
}

/// A citation with the anchor of the provision that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Cited<'c> {
    /// What the text says.
    pub citation: &'c Citation,
    /// The anchor, where the text is a document of the site.
    pub place: Option<&'c str>,
}

/// How far a citation could be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// A document or a place in one.
    Target(MentionTarget),
    /// What is cited is clear, but the site does not know it.
    Unlisted(Unlisted),
}

/// What tells a document that the site does not know from others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unlisted {
    /// The key of its symbol.
    pub symbol: String,
    /// The key of its type; empty where none is said.
    pub type_key: String,
    /// Its year, where the text says it anywhere.
    pub year: Option<i16>,
    /// The key of its issuer, where one is said and the symbol is not unique without.
    pub issuer: Option<String>,
}

/// A document with what citations of it are compared with.
#[derive(Debug)]
struct Candidate {
    work: Work,
    year: Option<i16>,
    type_key: Option<String>,
    issuer_key: Option<String>,
}

impl Candidate {
    /// `bodies` are the keys of the bodies of the site.
    fn of(work: Work, site: &Site, home: &Home, bodies: &[String]) -> Self {
        let issuer_key = match (site.issuer_of(work), work) {
            (Some(body), _) => bodies.get(body.0).cloned(),
            (None, Work::Held(_)) => None,
            (None, Work::Known(index)) => {
                let issuer = site.known(index).known.fields.issuer.as_ref();
                issuer.map(|issuer| home.key(&issuer.value))
            }
        };
        Self { work, year: site.year_of(work), type_key: site.type_of(work).map(match_key), issuer_key }
    }
}

#[derive(Clone)]
enum Earlier {
    Work(Work),
    Unlisted(Unlisted),
}

impl<'a> Settler<'a> {
    /// Makes ready to settle the citations of any number of texts.
    #[must_use]
    pub fn new(site: &'a Site) -> Self {
        let home = Home::of(site);
        let bodies: Vec<String> = site.bodies.iter().map(|body| home.key(&body.name)).collect();
        let held = (0..site.documents.len()).into_par_iter().map(|at| Work::Held(DocumentIndex(at)));
        let known = (0..site.known.len()).into_par_iter().map(|at| Work::Known(super::KnownIndex(at)));
        let candidates: Vec<(String, Candidate)> = held
            .chain(known)
            .filter_map(|work| Some((site.symbol_of(work)?, Candidate::of(work, site, &home, &bodies))))
            .collect();
        let mut symbols: HashMap<String, Vec<Candidate>> = HashMap::with_capacity(candidates.len());
        for (symbol, candidate) in candidates {
            symbols.entry(symbol).or_default().push(candidate);
        }
        Self { site, symbols, bodies, home }
    }

    /// What the citations of a text lead to, in order: short forms lean on the full ones before them. `text` is the
    /// document of the site that they stand in, if they do.
    #[must_use]
    pub fn settle<'c>(
        &self,
        text: Option<DocumentIndex>,
        citations: impl IntoIterator<Item = Cited<'c>>,
    ) -> Vec<Settled> {
        let mut earlier: HashMap<String, Earlier> = HashMap::new();
        // The relations of the front matter name documents in full.
        for relation in text.iter().flat_map(|index| &self.site.document(*index).relations) {
            let work = self.site.relation(*relation).to;
            if let Some(symbol) = self.site.symbol_of(work) {
                earlier.insert(symbol, Earlier::Work(work));
            }
        }
        citations.into_iter().map(|cited| self.one(text, cited, &mut earlier)).collect()
    }

    fn one(
        &self,
        text: Option<DocumentIndex>,
        Cited { citation, place }: Cited<'_>,
        earlier: &mut HashMap<String, Earlier>,
    ) -> Settled {
        if citation.is_own_number {
            return Settled::Target(MentionTarget::Nowhere);
        }
        if matches!(citation.kind, CitationKind::Internal | CitationKind::OwnDocument) {
            let anchor = text.and_then(|index| self.own_anchor(index, citation, place));
            return Settled::Target(anchor.map_or(MentionTarget::Nowhere, MentionTarget::Own));
        }
        let law = citation.law.and_then(|law| Symbol::parse(law.number));
        let Some(symbol) = citation.symbol.as_ref().or(law.as_ref()) else {
            return Settled::Target(MentionTarget::Nowhere);
        };
        // What the symbol itself tells of the issuer goes before what the text says of it.
        let issuer = citation.implied_issuer.or(citation.issuer.as_deref()).map(|name| self.home.key(name));
        let year = year_said(citation, symbol);
        let Some(known_year) = year else {
            let before = earlier.get(&symbol.key).cloned();
            let is_of_issuer =
                |before: &Earlier| !self.has_other_issuer(before, &symbol.key, issuer.as_deref());
            return match before.filter(is_of_issuer) {
                Some(Earlier::Work(work)) => Settled::Target(self.work(work, citation)),
                Some(Earlier::Unlisted(key)) => Settled::Unlisted(key),
                // What is listed without a date answers to what is cited without one.
                None => match self.fitting(citation, &symbol.key, None, issuer.as_deref()).as_slice() {
                    [work] => Settled::Target(self.work(*work, citation)),
                    _ => Settled::Unlisted(unlisted(citation, symbol, None, issuer)),
                },
            };
        };
        match self.fitting(citation, &symbol.key, Some(known_year), issuer.as_deref()).as_slice() {
            [work] => {
                earlier.insert(symbol.key.clone(), Earlier::Work(*work));
                Settled::Target(self.work(*work, citation))
            }
            [] => {
                let key = unlisted(citation, symbol, year, issuer);
                earlier.insert(symbol.key.clone(), Earlier::Unlisted(key.clone()));
                Settled::Unlisted(key)
            }
            _ => Settled::Target(MentionTarget::Nowhere),
        }
    }

    /// Whether what was cited before is known to be of another issuer than the one that is said now.
    fn has_other_issuer(&self, before: &Earlier, symbol: &str, issuer: Option<&str>) -> bool {
        let own = match before {
            Earlier::Work(work) => {
                let candidates = self.symbols.get(symbol).map(Vec::as_slice).unwrap_or_default();
                let same = candidates.iter().find(|candidate| candidate.work == *work);
                same.and_then(|candidate| candidate.issuer_key.as_deref())
            }
            Earlier::Unlisted(key) => key.issuer.as_deref(),
        };
        own.zip(issuer).is_some_and(|(own, said)| !is_same_body(own, said))
    }

    /// The documents that a citation can mean: same symbol, year and type, and an issuer that does not contradict.
    fn fitting(
        &self,
        citation: &Citation,
        symbol: &str,
        year: Option<i16>,
        issuer: Option<&str>,
    ) -> Vec<Work> {
        let mut found = self.fitting_where(citation, symbol, issuer, |own| own == year);
        if let (true, Some(PartialDate::Day(day))) = (found.len() > 1, citation.date) {
            let is_of_day = |work: &Work| self.site.date_of(*work) == Some(day);
            if found.iter().filter(|work| is_of_day(work)).count() == 1 {
                found.retain(is_of_day);
            }
        }
        found
    }

    /// The documents that a citation may mean where it cannot be told which: those of its year where two fit, and those of
    /// all years where it says none.
    #[must_use]
    pub fn possible(&self, citation: &Citation) -> Vec<Work> {
        let Some(symbol) = citation.symbol.as_ref().filter(|_| citation.is_of_other_document()) else {
            return Vec::new();
        };
        let issuer = citation.implied_issuer.or(citation.issuer.as_deref()).map(|name| self.home.key(name));
        let year = year_said(citation, symbol);
        let is_meant = |own: Option<i16>| year.is_none() || own == year;
        let mut found = self.fitting_where(citation, &symbol.key, issuer.as_deref(), is_meant);
        found.retain(|work| year.is_some() || self.site.year_of(*work).is_some());
        if year.is_some() && found.len() < 2 { Vec::new() } else { found }
    }

    fn fitting_where(
        &self,
        citation: &Citation,
        symbol: &str,
        issuer: Option<&str>,
        is_of_year: impl Fn(Option<i16>) -> bool,
    ) -> Vec<Work> {
        let site = self.site;
        let candidates = self.symbols.get(symbol).map(Vec::as_slice).unwrap_or_default();
        let mut of_year = candidates.iter().filter(|candidate| is_of_year(candidate.year)).peekable();
        // Most of what is cited is not held.
        if of_year.peek().is_none() {
            return Vec::new();
        }
        let type_key = citation.document_type.map(match_key);
        let mut found: Vec<Work> = of_year
            .filter(|candidate| {
                let own = candidate.type_key.as_ref();
                own.zip(type_key.as_ref()).is_none_or(|(own, cited)| own == cited)
            })
            .filter(|candidate| {
                let own = candidate.issuer_key.as_deref();
                own.zip(issuer).is_none_or(|(own, cited)| is_same_body(own, cited))
            })
            .map(|candidate| candidate.work)
            .collect();
        if found.len() > 1 && issuer.is_none() {
            let own: Vec<Work> =
                found.iter().copied().filter(|work| site.issuer_of(*work) == site.organization).collect();
            if !own.is_empty() {
                found = own;
            }
        }
        found
    }

    /// A document, at the provision that a citation names there.
    pub(super) fn work(&self, work: Work, citation: &Citation) -> MentionTarget {
        let anchor = match work {
            Work::Held(index) => {
                citation.provisions.first().and_then(|path| self.anchor(index, path.anchor()))
            }
            Work::Known(_) => None,
        };
        MentionTarget::Work(work, anchor)
    }

    /// The anchor of a provision in a text that is attached to a document; of what it lies in where that alone has one, down
    /// to the text.
    pub(super) fn anchor_in(&self, work: Work, attached: &str, path: &ProvisionPath) -> Option<String> {
        let Work::Held(index) = work else { return None };
        self.anchor(index, &format!("{attached}-{}", path.anchor())).or_else(|| self.anchor(index, attached))
    }

    /// The anchor of a provision in a document; of what it lies in where that alone has one, up to its article.
    fn anchor(&self, index: DocumentIndex, wanted: &str) -> Option<String> {
        let anchors = &self.site.document(index).document.body.anchors;
        ProvisionPath::enclosing(wanted)
            .take_while(|holder| *holder == wanted || holder.contains("dieu-"))
            .find(|holder| anchors.binary_search_by(|anchor| anchor.as_str().cmp(holder)).is_ok())
            .map(str::to_owned)
    }

    /// What the words name within their own text. Attached texts have articles of their own: `Điều 5 của Quy định này`
    /// is one of theirs, `Điều 5 Nghị quyết này` is not. `None` for the very provision that the words stand in.
    fn own_anchor(&self, index: DocumentIndex, citation: &Citation, place: Option<&str>) -> Option<String> {
        let path = citation.provisions.first()?;
        let place = place.unwrap_or("");
        let plain = || Some(path.anchor().to_owned());
        let attached = path.anchor_in_attachment(place);
        let wanted = match (citation.base, citation.document_type) {
            (ProvisionBase::Document, None) => [attached, plain()],
            (ProvisionBase::Document, Some(name)) if self.is_own_type(index, name) => [plain(), None],
            (ProvisionBase::Document, Some(name)) => {
                [attached.or_else(|| Some(format!("{}-{}", slug(name), path.anchor()))), None]
            }
            (base, _) => [path.anchor_at(place, base), None],
        };
        let found = wanted.into_iter().flatten().find_map(|wanted| self.anchor(index, &wanted))?;
        (!ProvisionPath::enclosing(place).any(|holder| holder == found)).then_some(found)
    }

    fn is_own_type(&self, index: DocumentIndex, name: &str) -> bool {
        match self.site.document(index).document.fields {
            KindFields::Resolution(..) => name == "Nghị quyết",
            KindFields::Report(_) => name.starts_with("Báo cáo"),
            KindFields::News(_)
            | KindFields::Session(_)
            | KindFields::Official(_)
            | KindFields::Topic(_)
            | KindFields::Body(_)
            | KindFields::Page(_) => false,
        }
    }

    /// Whether a citation names the body that publishes as its issuer.
    #[must_use]
    pub fn is_own(&self, citation: &Citation) -> bool {
        let own = self.site.organization.and_then(|body| self.bodies.get(body.0));
        let issuer = citation.issuer.as_deref().map(|name| self.home.key(name));
        own.zip(issuer).is_some_and(|(own, issuer)| {
            issuer.strip_prefix(own.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    }
}

/// The year that the words of a citation tell.
fn year_said(citation: &Citation, symbol: &Symbol) -> Option<i16> {
    symbol.year.or_else(|| citation.date.map(|date| date.first_day().year()))
}

fn unlisted(citation: &Citation, symbol: &Symbol, year: Option<i16>, issuer: Option<String>) -> Unlisted {
    let type_key = citation.document_type.map(match_key).unwrap_or_default();
    // A symbol of the state with a year is unique alone; those of councils and committees are not.
    let is_local = symbol.year.is_none() || symbol.key.contains("HĐND") || symbol.key.contains("UBND");
    let issuer = issuer.filter(|_| is_local);
    Unlisted { symbol: symbol.key.clone(), type_key, year, issuer }
}

/// Where the council that publishes sits: `HĐND tỉnh` and `UBND tỉnh` mean those of its own province.
#[derive(Debug, Default)]
struct Home {
    /// ` tỉnh`, as a key.
    level: String,
    /// ` quảng ninh`, as a key.
    name: String,
}

impl Home {
    fn of(site: &Site) -> Self {
        let Some(organization) = site.organization else { return Self::default() };
        let key = body_key(&site.body(organization).name);
        ["tỉnh", "thành phố"]
            .iter()
            .find_map(|level| {
                let level = format!(" {}", match_key(level));
                let (_, name) = key.split_once(&level)?;
                name.starts_with(' ').then(|| Self { level, name: name.to_owned() })
            })
            .unwrap_or_default()
    }

    /// The key of a body's name, with the name of the province where it is left out.
    fn key(&self, name: &str) -> String {
        let mut key = body_key(name);
        if !self.level.is_empty() && key.ends_with(&self.level) {
            key.push_str(&self.name);
        }
        key
    }
}

/// `HĐND tỉnh Quảng Ninh khóa XIV` is the `HĐND tỉnh Quảng Ninh`.
pub(super) fn is_same_body(one: &str, other: &str) -> bool {
    let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    one == other || begins(one, other) || begins(other, one)
}

impl Site {
    /// The year of a document, where it is known.
    #[must_use]
    pub fn year_of(&self, work: Work) -> Option<i16> {
        match work {
            Work::Held(index) => self.document(index).year,
            Work::Known(index) => self.known(index).year,
        }
    }

    /// The body that issued a document.
    #[must_use]
    pub fn issuer_of(&self, work: Work) -> Option<BodyIndex> {
        match work {
            Work::Held(index) => self.document(index).issuer,
            Work::Known(index) => self.known(index).issuer,
        }
    }

    /// The type of a document in words, where it is known.
    #[must_use]
    pub fn type_of(&self, work: Work) -> Option<&str> {
        match work {
            Work::Held(index) => {
                let is_resolution =
                    matches!(self.document(index).document.fields, KindFields::Resolution(..));
                is_resolution.then_some("Nghị quyết")
            }
            Work::Known(index) => {
                self.known(index).known.fields.r#type.as_ref().map(|name| name.value.as_str())
            }
        }
    }

    /// A document as front matter names it: by symbol, with the year where the symbol has none; else by id or title.
    #[must_use]
    pub fn reference(&self, work: Work) -> String {
        let (symbol, other) = match work {
            Work::Held(index) => {
                let document = &self.document(index).document;
                let symbol = document.fields.number();
                (symbol, document.id.0.clone())
            }
            Work::Known(index) => {
                let fields = &self.known(index).known.fields;
                (
                    fields.symbol.as_ref(),
                    fields.title.as_ref().map_or_else(String::new, |title| title.value.clone()),
                )
            }
        };
        let Some(symbol) = symbol else { return other };
        let has_year = Symbol::parse(&symbol.value).is_none_or(|symbol| symbol.year.is_some());
        match self.year_of(work).filter(|_| !has_year) {
            Some(year) => format!("{} ({year})", symbol.value),
            None => symbol.value.clone(),
        }
    }

    /// The key of a document's symbol.
    #[must_use]
    pub fn symbol_of(&self, work: Work) -> Option<String> {
        let symbol = match work {
            Work::Held(index) => self.document(index).document.fields.number(),
            Work::Known(index) => self.known(index).known.fields.symbol.as_ref(),
        };
        symbol.map(|symbol| Symbol::loose_key(&symbol.value))
    }
}
