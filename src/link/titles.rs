//! What texts say behind the titles of documents, where those titles are known.

use std::collections::{HashMap, HashSet};

use super::{DocumentIndex, LinkedDocument, MentionTarget, Site, Work};
use crate::legal::RelationKind;
use crate::legal::instruction::{self, Certainty, Doubt, Extent, read_without_titles};
use crate::markdown::{Found, Instruction, UnreadAct};
use crate::text::Span;

/// What a sentence says, read without titles: mentions of documents, each its first in the sentence.
struct BareActs {
    acts: Vec<(usize, instruction::Instruction)>,
    told: Vec<usize>,
}

/// The sentences of a text, read without the titles of the documents that they name.
pub(super) struct BareSentences<'a> {
    site: &'a Site,
    linked: &'a LinkedDocument,
    read: HashMap<Span, Option<BareActs>>,
}

impl<'a> BareSentences<'a> {
    pub(super) fn of(site: &'a Site, linked: &'a LinkedDocument) -> Self {
        Self { site, linked, read: HashMap::new() }
    }

    /// Takes over what the sentence of an act says once titles are left out: what stands behind a title may tell that the act holds
    /// from another day, in part or not for certain. `compared` takes up the documents whose titles count in this. False where
    /// only a title said so.
    pub(super) fn settle(&mut self, act: &mut Instruction, compared: &mut HashSet<DocumentIndex>) -> bool {
        let is_told = act.certainty == Certainty::Unsure(Doubt::ToldByOther);
        if is_told && act.agent.is_some() {
            let linked = self.linked;
            let Some(BareActs { told, .. }) = self.acts(act, compared) else { return true };
            let target = symbol(linked, act.target);
            let is_read = target.is_some_and(|target| act.sentence.contains(target));
            return !is_read || told.iter().any(|told| symbol(linked, *told) == target);
        }
        if !act.certainty.is_sure() || act.is_summary || act.words.is_some() {
            return true;
        }
        let Some(BareActs { acts, .. }) = self.acts(act, compared) else { return true };
        let is_same = |(mention, bare): &&(usize, instruction::Instruction)| {
            *mention == act.target && bare.action.relation() == act.action.relation()
        };
        let Some((_, bare)) = acts.iter().find(is_same) else { return true };
        match bare.certainty {
            Certainty::Unsure(_) => act.certainty = bare.certainty,
            _ if act.extent == Extent::Whole && bare.extent != Extent::Whole => {
                act.certainty = Certainty::Unsure(Doubt::NotUnderstood);
            }
            _ => act.from = bare.from.or(act.from),
        }
        true
    }

    /// What the sentences of a text do to documents that stand behind titles, and that was not read for these.
    pub(super) fn missed(&mut self, compared: &mut HashSet<DocumentIndex>) -> Vec<UnreadAct> {
        let linked = self.linked;
        let Some(law) = &linked.document.body.law else { return Vec::new() };
        let own = law.instructions.iter().filter(|act| act.agent.is_none());
        let mut known: HashSet<usize> = own.map(|act| act.target).collect();
        known.extend(law.unread_acts.iter().filter_map(|act| act.target));
        let mut missed = Vec::new();
        for act in &law.instructions {
            for (mention, bare) in self.acts(act, compared).iter().flat_map(|bare| &bare.acts) {
                let is_change = bare.action.relation() != RelationKind::Details;
                if is_change && known.insert(*mention) {
                    missed.push(UnreadAct {
                        action: bare.action,
                        target: Some(*mention),
                        document: symbol(linked, *mention).unwrap_or_default().to_owned(),
                        sentence: act.sentence.clone(),
                        span: act.span,
                        is_struck: false,
                    });
                }
            }
        }
        missed
    }

    fn acts(&mut self, act: &Instruction, compared: &mut HashSet<DocumentIndex>) -> Option<&BareActs> {
        let Self { site, linked, read } = self;
        let acts = read.entry(act.span).or_insert_with(|| bare_acts(site, linked, act, compared));
        acts.as_ref()
    }
}

/// What the sentence of an act does to the documents that it names.
fn bare_acts(
    site: &Site,
    linked: &LinkedDocument,
    act: &Instruction,
    compared: &mut HashSet<DocumentIndex>,
) -> Option<BareActs> {
    let mentions = &linked.document.body.mentions;
    let first = mentions.partition_point(|mention| mention.span.start < act.span.start);
    let within = mentions[first..].iter().take_while(|mention| mention.span.end <= act.span.end).count();
    let mut named: Vec<usize> = Vec::new();
    let mut titles: Vec<(&str, &str)> = Vec::new();
    for mention in first..first + within {
        let Some(MentionTarget::Work(work, _)) = linked.mentions.get(mention) else { continue };
        let title = match *work {
            Work::Held(index) => {
                compared.insert(index);
                site.document(index).document.title()
            }
            Work::Known(index) => {
                site.known(index).known.fields.title.as_ref().map_or("", |title| title.value.as_str())
            }
        };
        if let Some(symbol) = symbol(linked, mention) {
            named.push(mention);
            titles.push((symbol, title));
        }
    }
    let bare = read_without_titles(&act.sentence, act.action, &titles)?;
    let mention_of = |symbol: &str| titles.iter().position(|(own, _)| *own == symbol).map(|at| named[at]);
    Some(BareActs {
        acts: bare.acts.into_iter().filter_map(|(symbol, act)| Some((mention_of(symbol)?, act))).collect(),
        told: bare.told.into_iter().filter_map(mention_of).collect(),
    })
}

/// The symbol of the document that a mention names.
fn symbol(linked: &LinkedDocument, mention: usize) -> Option<&str> {
    match &linked.document.body.mentions.get(mention)?.found {
        Found::Citation(citation) => citation.symbol.as_ref().map(|symbol| symbol.text.as_str()),
        Found::Person(_) => None,
    }
}
