//! What the texts say that documents do to each other, joined with what front matter says.
//!
//! Front matter goes first: what it says of two documents stays, and a sentence that says the same is kept beside it. A
//! sentence that says something else is told, and makes nothing. Where front matter is silent, the text speaks. What it
//! says is passed over where front matter refuses it. What is unsure makes a relation that changes nothing and is shown as
//! unsure, until front matter settles it.

mod compare;
mod contradiction;
mod join;
mod own_days;
mod unread;

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use super::attached::{Within, is_in_attached, names_attached, provisions_said, within, within_only};
use super::course::ends;
use super::denials::Denials;
use super::mentions::{Unclear, other_day};
use super::places::doubt_missing;
use super::relations::WorkNames;
use super::titles::BareSentences;
use super::validity::changes;
use super::{
    DocumentIndex, LinkedDocument, Linker, MentionTarget, NamedProvision, Passage, RelationIndex, Site, Work,
    problems,
};
use crate::diag::{Diagnostic, Diagnostics};
use crate::legal::instruction::{Action, Certainty, Day, Doubt, Extent};
use crate::legal::{Citation, RelationKind};
use crate::markdown::{Found, Instruction};
use crate::text::Date;
use contradiction::{doubt_contradictions, doubt_earlier_ends};
use join::Joiner;
use own_days::{OwnDay, OwnDays};
use unread::unread_of;

/// Relations by the documents that they are between.
type Pairs = HashMap<(Work, Work), Vec<RelationIndex>>;

pub(super) fn link(linker: &mut Linker<'_>) {
    let mut pairs = Pairs::new();
    for (at, relation) in linker.site.relations.iter().enumerate() {
        pairs.entry((relation.from, relation.to)).or_default().push(RelationIndex(at));
    }
    let mut acts = all_acts(linker);
    doubt_missing(&linker.site, &mut acts);
    drop_summaries(&mut acts);
    doubt_contradictions(&mut acts, &pairs);
    doubt_earlier_ends(&linker.site, &mut acts, &pairs);
    let mut joiner = Joiner { linker, pairs, contradicted: HashSet::new(), meant: HashSet::new() };
    let (sure, unsure): (Vec<Said>, Vec<Said>) = acts.into_iter().partition(Said::is_sure);
    // What documents say of themselves goes before what others say of them.
    for said in sure.iter().filter(|said| said.is_own) {
        joiner.join(said);
    }
    for said in sure.iter().filter(|said| !said.is_own) {
        joiner.join_other(said);
    }
    for said in &unsure {
        joiner.join_unsure(said);
    }
    joiner.compare_provisions(sure.iter().chain(&unsure).filter(|said| said.is_own));
}

/// An act with the documents that it is between.
pub(super) struct Said {
    passage: Passage,
    /// Whether the document that says it also does it.
    is_own: bool,
    pub(super) from: Work,
    pub(super) to: Work,
    pub(super) act: Instruction,
    /// The provisions of the other document that it names.
    pub(super) provisions: Vec<NamedProvision>,
    since: Option<Date>,
    until: Option<Date>,
    /// Whether it goes on until an event: `cho đến khi có văn bản thay thế`.
    is_open_ended: bool,
}

impl Said {
    pub(super) fn kind(&self) -> RelationKind {
        self.act.action.relation()
    }

    fn ends_whole(&self) -> bool {
        self.act.extent == Extent::Whole && ends(self.kind())
    }

    pub(super) fn is_sure(&self) -> bool {
        self.act.certainty.is_sure()
    }

    /// Whether some of the old wording ends with it. A summary says that a document is amended, not how.
    fn ends_wording(&self) -> bool {
        let act = &self.act;
        let is_amended = || act.is_summary && act.sentence.to_lowercase().contains(AMENDED);
        act.action.ends_wording() || (act.action == Action::Other && is_amended())
    }
}

/// Says in a summary that old wording is changed, not only that something is added.
const AMENDED: &str = "sửa đổi";

fn all_acts(linker: &mut Linker<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    let mut compared = HashSet::new();
    for at in 0..linker.site.documents.len() {
        let document = DocumentIndex(at);
        let mut denials = Denials::of(&linker.site, document);
        denials.tell_contradictions(&linker.site, document, &mut linker.diagnostics);
        let known = (&linker.works, &linker.unclear);
        let found = (&mut said, &mut compared);
        let remarks = acts_of(&linker.site, known, document, &mut denials, found, &mut linker.diagnostics);
        denials.tell_idle(&linker.works, &linker.site, &mut linker.diagnostics);
        linker.site.documents[at].remarks = remarks;
    }
    linker.site.compared_titles = compared;
    said
}

/// What the text of a document says, but for what its front matter refuses.
fn acts_of(
    site: &Site,
    (works, possible): (&WorkNames, &Unclear),
    document: DocumentIndex,
    denials: &mut Denials<'_>,
    (said, compared): (&mut Vec<Said>, &mut HashSet<DocumentIndex>),
    diagnostics: &mut Diagnostics,
) -> Vec<Instruction> {
    let linked = site.document(document);
    let Some(law) = &linked.document.body.law else { return Vec::new() };
    let work_of = |mention: usize| match linked.mentions.get(mention) {
        Some(MentionTarget::Work(work, _)) => Some(*work),
        _ => None,
    };
    // `Quy định ban hành kèm theo Nghị quyết số ...` may stand once above all that is done to it.
    let attached: HashMap<usize, &str> = law
        .instructions
        .iter()
        .filter(|act| act.in_attachment && names_attached(&act.sentence))
        .map(|act| (act.target, act.sentence.as_str()))
        .collect();
    let own_days = OwnDays::of(linked);
    let says_when = |target: usize| own_days.mentions.contains(&target);
    let mut bare = BareSentences::of(site, linked);
    let missed = bare.missed(compared);
    let unread_acts = law.unread_acts.iter().chain(&missed);
    let unread = unread_of(site, works, document, unread_acts, &own_days, denials, diagnostics);
    let remarks: Vec<Instruction> = unread.iter().map(|(_, act)| act.clone()).collect();
    said.extend(unread.into_iter().enumerate().map(|(at, (to, act))| Said {
        passage: Passage { document, instruction: law.instructions.len() + at },
        is_own: true,
        from: Work::Held(document),
        to,
        act,
        provisions: Vec::new(),
        since: None,
        until: None,
        is_open_ended: false,
    }));
    let mut unclear = HashSet::new();
    for (index, act) in law.instructions.iter().enumerate().filter(|(_, act)| !says_when(act.target)) {
        let from = match act.agent {
            None => Some(Work::Held(document)),
            Some(mention) => work_of(mention),
        };
        let to = work_of(act.target);
        let (Some(from), Some(to)) = (from, to) else {
            let is_refused = cited(linked, act).is_some_and(|citation| denials.refuse_cited(citation));
            if !is_refused && act.agent.is_none() && !act.is_summary && unclear.insert(act.target) {
                let possible = possible.get(&(document, act.target)).map(Vec::as_slice);
                diagnostics.extend(unclear_target(site, linked, act, possible.unwrap_or_default()));
            }
            continue;
        };
        if from == to {
            // What a text tells of another's going on by itself is no act: `đã phê duyệt theo A thì tiếp tục thực hiện theo A`.
            if from == Work::Held(document) {
                diagnostics.push(problems::acts_on_itself(act.span));
            }
            continue;
        }
        // What a text tells of two others is refused where it is told.
        let Some(mut act) = denials.left(site, to, act) else { continue };
        if !bare.settle(&mut act, compared) {
            continue;
        }
        let own_day = own_days.day(&act, to).filter(|_| act.agent.is_none());
        let is_dated = matches!(act.from, Some(Day::On(_)));
        if own_day == Some(OwnDay::Unknown)
            && !is_dated
            && act.certainty.is_sure()
            && changes(act.action.relation())
        {
            act.certainty = Certainty::Unsure(Doubt::Conditional);
        }
        let names_other_day =
            || cited(linked, &act).is_some_and(|citation| other_day(site, to, citation).is_some());
        if act.certainty.is_sure() && changes(act.action.relation()) && names_other_day() {
            act.certainty = Certainty::Unsure(Doubt::OtherDocument);
        }
        let own_day = match own_day {
            Some(OwnDay::On(day)) => Some(day),
            Some(OwnDay::Unknown) | None => None,
        };
        // The day on which the acting text takes effect is the day of its acts anyway.
        let day = |day: Option<Day>| match day {
            Some(Day::On(date)) => Some(date),
            Some(Day::OfEffect | Day::Event) | None => None,
        };
        let within = match attached.get(&act.target) {
            Some(sentence) => within(site, to, sentence),
            None if is_in_attached(&act) => within_only(site, to),
            None => Within::Itself,
        };
        said.push(Said {
            passage: Passage { document, instruction: index },
            is_own: act.agent.is_none(),
            from,
            to,
            since: day(act.from).or(own_day),
            until: day(act.until),
            is_open_ended: act.until == Some(Day::Event),
            provisions: provisions_said(&act, &within),
            act,
        });
    }
    remarks
}

/// The citation that names the document that something is done to.
fn cited<'a>(linked: &'a LinkedDocument, act: &Instruction) -> Option<&'a Citation> {
    match &linked.document.body.mentions.get(act.target)?.found {
        Found::Citation(citation) => Some(citation),
        Found::Person(_) => None,
    }
}

/// Something is done to a document that cannot be told for certain, or to the very document that says so.
fn unclear_target(
    site: &Site,
    linked: &LinkedDocument,
    act: &Instruction,
    possible: &[Work],
) -> Option<Diagnostic> {
    let citation = cited(linked, act)?;
    if citation.is_own_number {
        return Some(problems::acts_on_itself(act.span));
    }
    let symbol = citation.symbol.as_ref().map_or(citation.name.as_str(), |symbol| symbol.text.as_str());
    let with_year = |work: &Work| {
        let year = site.year_of(*work).map_or_else(String::new, |year| format!(" ({year})"));
        format!("{symbol}{year}")
    };
    let mut possible: Vec<String> = possible.iter().map(with_year).collect();
    possible.sort_unstable();
    possible.dedup();
    Some(problems::unclear_target(act.span, act.action.relation().name(), symbol, &possible))
}

/// A heading that sums up what is said one by one below it says nothing more; nor does it where that may mean another
/// document or provision.
fn drop_summaries(acts: &mut Vec<Said>) {
    let is_told = |said: &&Said| {
        let certainty = said.act.certainty;
        said.is_sure()
            || matches!(certainty, Certainty::Unsure(Doubt::OtherDocument | Doubt::NoSuchProvision))
    };
    let told: HashSet<(DocumentIndex, Work, Work)> = acts
        .iter()
        .filter(|said| !said.act.is_summary)
        .filter(is_told)
        .map(|said| (said.passage.document, said.from, said.to))
        .collect();
    acts.retain(|said| !said.act.is_summary || !told.contains(&(said.passage.document, said.from, said.to)));
}
