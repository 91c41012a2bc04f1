//! `unresolved-own-citation`: a text cites a resolution of the council that publishes, and the portal knows nothing of
//! it. Number or day is mistyped, or the resolution is missing here; or no year is said, and it may be one of those that are
//! held. Told once for each such resolution. Where a text does something to it, the number alone tells that it is this
//! council's, if a resolution with nearly the same number is held, or if it is a row of a list.

use std::collections::HashMap;

use crate::diag::{Diagnostic, Diagnostics, Rule, Value, message};
use crate::legal::{Citation, CitationKind, Symbol};
use crate::link::{DocumentIndex, Settler, Site, Work};
use crate::markdown::{Found, Mention};
use crate::text::{Date, PartialDate, Span, nearest};

pub(super) const RULE: Rule = Rule::warning("unresolved-own-citation");

/// Most symbols that a mistyped one is compared with.
const MOST_COMPARED: usize = 50;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    if site.unresolved.is_empty() && site.known.iter().all(|known| known.is_declared) {
        return;
    }
    let settler = Settler::new(site);
    let places = places(site, &settler);
    let held = Held::of(site);
    for Place { mention, citation, count, is_target, is_row } in places {
        let Some(symbol) = &citation.symbol else { continue };
        let near = held.near(symbol, citation);
        let says_no_issuer = citation.issuer.is_none() && citation.implied_issuer.is_none();
        let is_meant =
            settler.is_own(citation) || (is_target && says_no_issuer && (near.is_some() || is_row));
        if !is_meant {
            continue;
        }
        match settler.possible(citation) {
            possible if possible.is_empty() => {
                diagnostics.push(unresolved(mention.span, citation, count, near.as_deref()));
            }
            // Of a document that something is done to that has been told as such.
            _ if is_target => {}
            possible => diagnostics.push(without_year(site, mention.span, &symbol.text, &possible)),
        }
    }
}

/// The first citation of a document that nothing but texts tells of.
struct Place<'a> {
    mention: &'a Mention,
    citation: &'a Citation,
    /// How often the document is cited.
    count: usize,
    /// Whether the text does something to it there.
    is_target: bool,
    /// Whether it is a row of a list of resolutions that something is done to.
    is_row: bool,
}

/// The first citation of each document that nothing but texts tells of.
fn places<'a>(site: &'a Site, settler: &Settler<'_>) -> Vec<Place<'a>> {
    let targets = targets(site);
    let unresolved = site.unresolved.iter().map(|found| (found.document, found.mention, found.count));
    let listed = site.known.iter().filter(|known| !known.is_declared).filter_map(|known| {
        let count = known.cited_in.rows.iter().map(|citing| citing.mentions.len()).sum();
        let cited = known
            .cited_in
            .rows
            .iter()
            .flat_map(|citing| citing.mentions.iter().map(|mention| (citing.document, *mention)));
        // One citation that names this council as the issuer tells for all.
        let rank = |(document, at): (DocumentIndex, usize)| {
            let mention = site.document(document).document.body.mentions.get(at);
            let is_own = mention.is_some_and(|mention| match &mention.found {
                Found::Citation(citation) => settler.is_own(citation),
                Found::Person(_) => false,
            });
            (!is_own, document, at)
        };
        let (_, document, mention) = cited.map(rank).min()?;
        Some((document, mention, count))
    });
    let citation = |(document, at, count): (DocumentIndex, usize, usize)| {
        let body = &site.document(document).document.body;
        let mention = body.mentions.get(at)?;
        let is_row = targets.get(&(document, at)).copied();
        let (is_target, is_row) = (is_row.is_some(), is_row.unwrap_or(false));
        match &mention.found {
            Found::Citation(citation) if is_resolution(citation) => {
                Some(Place { mention, citation, count, is_target, is_row })
            }
            Found::Citation(_) | Found::Person(_) => None,
        }
    };
    unresolved.chain(listed).filter_map(citation).collect()
}

/// The mentions of documents that texts themselves do something to, each with whether it stands in a list apart from the
/// sentence that says what is done.
fn targets(site: &Site) -> HashMap<(DocumentIndex, usize), bool> {
    let texts = site.documents.iter().enumerate();
    let acts = texts.flat_map(|(at, linked)| {
        let law = linked.document.body.law.iter();
        let own = law.flat_map(|law| &law.instructions).filter(|act| act.agent.is_none() && !act.is_summary);
        own.map(move |act| {
            let mention = linked.document.body.mentions.get(act.target);
            let body = &linked.document.body;
            let is_row = mention.is_some_and(|mention| {
                mention.span == act.span && !body.row_around(mention).iter().any(|words| names_council(words))
            });
            ((DocumentIndex(at), act.target), is_row)
        })
    });
    acts.collect()
}

/// Whether a row says by name whose resolution it lists, which may be another council: `Hội đồng nhân dân tỉnh Thử`.
fn names_council(words: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let names = |behind: &str| {
        let words = behind.split([',', ';', '.']).next().unwrap_or_default();
        words.split_whitespace().take(MOST_WORDS).any(|word| word.starts_with(char::is_uppercase))
    };
    ["Hội đồng nhân dân ", "HĐND "].iter().any(|council| words.split(council).skip(1).any(names))
}

fn is_resolution(citation: &Citation) -> bool {
    citation.kind == CitationKind::Numbered && citation.document_type == Some("Nghị quyết")
}

/// The resolutions that are held, to find the one that may be meant.
struct Held {
    /// Years by symbol.
    years: HashMap<String, Vec<i16>>,
    /// Symbols by day.
    days: HashMap<Date, Vec<String>>,
}

impl Held {
    fn of(site: &Site) -> Self {
        let mut held = Self { years: HashMap::new(), days: HashMap::new() };
        for index in &site.resolutions {
            let linked = site.document(*index);
            let Some(fields) = linked.document.fields.resolution() else { continue };
            let Some(symbol) = fields.number.as_ref().and_then(|number| Symbol::parse(&number.value)) else {
                continue;
            };
            if let Some(date) = linked.date {
                held.days.entry(date).or_default().push(symbol.text.clone());
            }
            if let Some(year) = linked.year {
                held.years.entry(symbol.key).or_default().push(year);
            }
        }
        held
    }

    /// The same symbol of the nearest other year, else a symbol that is nearly the same of the same day.
    fn near(&self, symbol: &Symbol, citation: &Citation) -> Option<String> {
        let said = citation.date.map(|date| date.first_day().year());
        let years = self.years.get(&symbol.key).map(Vec::as_slice).unwrap_or_default();
        let nearest_year = years.iter().min_by_key(|year| said.map_or(0, |said| said.abs_diff(**year)));
        if let Some(year) = nearest_year {
            return Some(format!("{} ({year})", symbol.text));
        }
        let Some(PartialDate::Day(day)) = citation.date else { return None };
        let of_day = self.days.get(&day)?.iter().take(MOST_COMPARED).map(String::as_str);
        nearest(&symbol.text, of_day).map(|near| format!("{near} ({})", day.year()))
    }
}

fn without_year(site: &Site, span: Span, symbol: &str, possible: &[Work]) -> Diagnostic {
    const MOST_NAMED: usize = 5;
    let mut possible: Vec<String> = possible.iter().map(|work| site.reference(*work)).collect();
    possible.sort_unstable();
    possible.truncate(MOST_NAMED);
    RULE.at(span, message!("unresolved-own-citation.without-year", symbol, possible))
        .help(message!("unresolved-own-citation.without-year-help"))
}

fn unresolved(span: Span, citation: &Citation, count: usize, near: Option<&str>) -> Diagnostic {
    let symbol = citation.symbol.as_ref().map_or("", |symbol| symbol.text.as_str());
    let date: Option<Value> = citation.date.map(|date| match date {
        PartialDate::Day(day) => day.into(),
        date => date.first_day().year().into(),
    });
    RULE.at(span, message!("unresolved-own-citation.says", symbol, date, count)).help(match near {
        Some(near) => message!("unresolved-own-citation.near-help", near),
        None => message!("unresolved-own-citation.help"),
    })
}
