//! `unsure-effect`: a sentence that may change another document, and that does not say so for certain. It changes no
//! status; readers of the older document are told to compare. Told once for each two documents, with the front matter
//! that would settle it.

use std::collections::{BTreeMap, HashSet};

use super::circle::name;
use crate::diag::{Diagnostic, Diagnostics, Message, Rule, message};
use crate::legal::instruction::{Doubt, Extent};
use crate::link::{DocumentIndex, KnownIndex, Relation, Site, Work, doubt_of, shown};

pub(super) const RULE: Rule = Rule::warning("unsure-effect");

/// Most sentences that are shown beside an unsure one.
const MOST_LABELS: usize = 3;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let mut pairs: BTreeMap<(DocumentIndex, Work, Work), Vec<&Relation>> = BTreeMap::new();
    // A provision that is not there is told as such, and so is what a title announces and what was not read.
    let is_told_here = |relation: &&Relation| {
        !relation.certainty.is_sure()
            && doubt_of(relation.certainty) != Some(Doubt::NoSuchProvision)
            && !site.is_remark(relation)
    };
    for relation in site.relations.iter().filter(is_told_here) {
        let Some(passage) = relation.passages.first() else { continue };
        pairs.entry((passage.document, relation.from, relation.to)).or_default().push(relation);
    }
    if pairs.is_empty() {
        return;
    }
    let references = References::of(site);
    for relations in pairs.into_values() {
        diagnostics.extend(problem(&references, &relations));
    }
}

fn problem(references: &References<'_>, relations: &[&Relation]) -> Option<Diagnostic> {
    let site = references.site;
    let relation = relations.first()?;
    let doubt = doubt_of(relation.certainty)?;
    let mut acts =
        relations.iter().flat_map(|relation| &relation.passages).filter_map(|at| site.instruction(*at));
    let first = acts.next()?;
    let says = message!(
        "unsure-effect.says",
        kind: relation.kind,
        document: name(site, relation.to),
        doubt: reason(doubt),
        sentence: shown(&first.sentence),
    );
    let problem = RULE.at(first.span, says);
    let problem = acts.fold(problem, |problem, act| problem.label(act.span, message!("unsure-effect.label")));
    let problem = match doubt {
        Doubt::Contradiction => with_contradicting(site, relation, problem),
        _ => problem,
    };
    let document = references.document(relation.to);
    let kind = relation.kind.name();
    let has_other_day = relation.since.is_none() && says_when(relation, doubt, &first.sentence);
    let stated = format!("{kind}: [{}]", references.entry_with(relation, has_other_day));
    let is_entered = match relation.to {
        Work::Known(index) => site.known(index).is_declared,
        Work::Held(_) => true,
    };
    let may_be_in_part =
        doubt == Doubt::NotUnderstood && relation.provisions.is_empty() && relation.extent == Extent::Whole;
    let in_part = may_be_in_part.then(|| format!("{kind}: [{{document: {document}, extent: partial}}]"));
    // A refusal of the document would refuse what is certain too.
    let says_more = says_more(site, relation);
    Some(problem.help(message!(
        "unsure-effect.help",
        stated,
        has_other_day,
        is_entered,
        in_part,
        says_more,
        document,
    )))
}

/// Whether a sentence seems to say another day, or an event, from which it does what is unsure: `khi dự án được quyết toán`.
fn says_when(relation: &Relation, doubt: Doubt, sentence: &str) -> bool {
    use crate::legal::RelationKind::{Repeals, Replaces, Suspends};
    const WHEN: [&str; 6] = [" khi ", "kể từ ", "từ ngày ", "sau ngày ", "từ thời điểm ", "từ năm "];
    matches!(relation.kind, Repeals | Replaces | Suspends)
        && matches!(doubt, Doubt::Conditional | Doubt::NotUnderstood | Doubt::FarFromVerb)
        && WHEN.iter().any(|when| sentence.to_lowercase().contains(when))
}

/// Whether the text says something certain of the same document too.
fn says_more(site: &Site, relation: &Relation) -> bool {
    let Work::Held(index) = relation.from else { return false };
    let others = site.document(index).relations.iter().map(|other| site.relation(*other));
    others.filter(|other| other.to == relation.to).any(|other| other.declared.is_none())
}

/// The problem with the sentences that cannot be so beside it.
fn with_contradicting(site: &Site, relation: &Relation, problem: Diagnostic) -> Diagnostic {
    let Work::Held(index) = relation.from else { return problem };
    let others = site.document(index).relations.iter().map(|other| site.relation(*other));
    let others = others.filter(|other| other.to == relation.to && other.changes());
    let acts = others.flat_map(|other| &other.passages).filter_map(|passage| site.instruction(*passage));
    let spans = acts.map(|act| act.span).take(MOST_LABELS);
    spans.fold(problem, |problem, span| problem.label(span, message!("unsure-effect.contradicting-label")))
}

fn reason(doubt: Doubt) -> Message {
    match doubt {
        Doubt::OnlyAnnounced => message!("unsure-effect.only-announced"),
        Doubt::SeveralVerbs => message!("unsure-effect.several-verbs"),
        Doubt::FarFromVerb => message!("unsure-effect.far-from-verb"),
        Doubt::Conditional => message!("unsure-effect.conditional"),
        Doubt::NotUnderstood => message!("unsure-effect.not-understood"),
        Doubt::OnlyPlanned => message!("unsure-effect.only-planned"),
        Doubt::ToldByOther => message!("unsure-effect.told-by-other"),
        Doubt::OtherDocument => message!("unsure-effect.other-document"),
        Doubt::NoSuchProvision => message!("unsure-effect.no-such-provision"),
        Doubt::Contradiction => message!("unsure-effect.contradiction"),
    }
}

/// How front matter names the documents of a site.
pub(super) struct References<'a> {
    pub(super) site: &'a Site,
    /// Symbols with a year that several documents bear.
    shared: HashSet<(String, Option<i16>)>,
}

impl<'a> References<'a> {
    pub(super) fn of(site: &'a Site) -> Self {
        let held = (0..site.documents.len()).map(|at| Work::Held(DocumentIndex(at)));
        let known = (0..site.known.len()).map(|at| Work::Known(KnownIndex(at)));
        let mut met = HashSet::new();
        let mut shared = HashSet::new();
        for work in held.chain(known) {
            let Some(symbol) = site.symbol_of(work) else { continue };
            let key = (symbol, site.year_of(work));
            if !met.insert(key.clone()) {
                shared.insert(key);
            }
        }
        Self { site, shared }
    }

    /// A document: by its symbol, or by its id where another document bears the same.
    pub(super) fn document(&self, work: Work) -> String {
        let symbol = self.site.symbol_of(work);
        let is_shared = symbol.is_some_and(|symbol| self.shared.contains(&(symbol, self.site.year_of(work))));
        match work {
            Work::Held(index) if is_shared => plain(&self.site.document(index).document.id.0),
            _ => plain(&self.site.reference(work)),
        }
    }

    /// The entry of a list in front matter that says what a relation says.
    pub(super) fn entry(&self, relation: &Relation) -> String {
        self.entry_with(relation, false)
    }

    /// As [`Self::entry`], with a place for the day from which it holds where `has_other_day`.
    fn entry_with(&self, relation: &Relation, has_other_day: bool) -> String {
        let document = self.document(relation.to);
        let mut more = Vec::new();
        if relation.provisions.is_empty() {
            more.extend(relation.is_of_part().then(|| "extent: partial".to_owned()));
        } else {
            let mut named: Vec<String> = relation
                .provisions
                .iter()
                .map(|named| plain(&self.site.provision_field(relation, named)))
                .collect();
            let mut met = HashSet::new();
            named.retain(|words| met.insert(words.clone()));
            more.push(format!("provisions: [{}]", named.join(", ")));
        }
        more.extend(relation.since.map(|day| format!("from: {day}")));
        more.extend(has_other_day.then(|| "from: YYYY-MM-DD".to_owned()));
        more.extend(relation.until.map(|day| format!("until: {day}")));
        if more.is_empty() { document } else { format!("{{document: {document}, {}}}", more.join(", ")) }
    }
}

/// A text as a value within brackets of YAML: in quotation marks where it would mean something else.
fn plain(text: &str) -> String {
    let is_plain = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '/' | '.' | '(' | ')' | '_' | '–')
    };
    let begins = text.chars().next().is_some_and(char::is_alphanumeric);
    if begins && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
