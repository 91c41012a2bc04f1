//! What texts say behind the titles of documents, where those titles are known.

use std::collections::{HashMap, HashSet};

use super::{DocumentIndex, LinkedDocument, MentionTarget, Site, Work};
use crate::legal::RelationKind;
use crate::legal::instruction::{self, Certainty, Day, Doubt, Extent, read_without_titles};
use crate::markdown::{Found, Instruction, UnreadAct};
use crate::text::Span;

/// What a sentence says, read without titles: mentions of documents, each its first in the sentence.
struct Bare {
    says: Option<BareActs>,
    unread: Vec<usize>,
}

struct BareActs {
    acts: Vec<(usize, instruction::Instruction)>,
    told: Vec<usize>,
    with_titles: Vec<(usize, instruction::Instruction)>,
}

/// The sentences of a text, read without the titles of the documents that they name.
pub(super) struct BareSentences<'a> {
    site: &'a Site,
    linked: &'a LinkedDocument,
    read: HashMap<Span, Option<Bare>>,
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
            let Some(BareActs { told, .. }) = self.says(act, compared) else { return true };
            let target = symbol(linked, act.target);
            let is_read = target.is_some_and(|target| act.sentence.contains(target));
            return !is_read || told.iter().any(|told| symbol(linked, *told) == target);
        }
        if !act.certainty.is_sure() || act.is_summary || act.words.is_some() {
            return true;
        }
        let Some(BareActs { acts, with_titles, .. }) = self.says(act, compared) else { return true };
        let same = |acts: &[(usize, instruction::Instruction)]| {
            let is_same = |(mention, bare): &&(usize, instruction::Instruction)| {
                *mention == act.target && bare.action.relation() == act.action.relation()
            };
            acts.iter().find(is_same).map(|(_, act)| act.clone())
        };
        let with_title = same(with_titles);
        let Some(bare) = same(acts) else {
            // `bãi bỏ Nghị quyết số A về việc kéo dài thời gian thực hiện chính sách`
            let does_another = acts.iter().any(|(mention, _)| *mention == act.target);
            if with_title.is_some() && !does_another {
                act.certainty = Certainty::Unsure(Doubt::NotUnderstood);
            }
            return with_title.is_none() || !does_another;
        };
        match bare.certainty {
            Certainty::Unsure(_) => act.certainty = bare.certainty,
            _ if act.extent == Extent::Whole && bare.extent != Extent::Whole => {
                act.certainty = Certainty::Unsure(Doubt::NotUnderstood);
            }
            _ => {
                // A day that the sentence says with its title only is one of the title.
                let is_of_title = |day: Option<Day>, of_title: Option<Day>| day.is_some() && day == of_title;
                let (from, until) = with_title.map_or((None, None), |act| (act.from, act.until));
                act.from = if is_of_title(act.from, from) { bare.from } else { bare.from.or(act.from) };
                act.until = if is_of_title(act.until, until) { bare.until } else { bare.until.or(act.until) };
            }
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
            let Some(bare) = self.read(act, compared) else { continue };
            let changes = |act: &instruction::Instruction| act.action.relation() != RelationKind::Details;
            let acts = bare.says.iter().flat_map(|says| &says.acts).filter(|(_, bare)| changes(bare));
            let acts = acts.map(|(mention, bare)| (*mention, bare.action));
            let unread = bare.unread.iter().map(|mention| (*mention, act.action));
            for (mention, action) in acts.chain(unread) {
                if known.insert(mention) {
                    missed.push(UnreadAct {
                        action,
                        target: Some(mention),
                        document: symbol(linked, mention).unwrap_or_default().to_owned(),
                        sentence: act.sentence.clone(),
                        span: act.span,
                        is_struck: false,
                    });
                }
            }
        }
        missed
    }

    fn says(&mut self, act: &Instruction, compared: &mut HashSet<DocumentIndex>) -> Option<&BareActs> {
        self.read(act, compared)?.says.as_ref()
    }

    fn read(&mut self, act: &Instruction, compared: &mut HashSet<DocumentIndex>) -> Option<&Bare> {
        let Self { site, linked, read } = self;
        let bare = read.entry(act.span).or_insert_with(|| read_bare(site, linked, act, compared));
        bare.as_ref()
    }
}

/// What the sentence of an act does to the documents that it names.
fn read_bare(
    site: &Site,
    linked: &LinkedDocument,
    act: &Instruction,
    compared: &mut HashSet<DocumentIndex>,
) -> Option<Bare> {
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
    let instruction::BareSentence { says, unread } = read_without_titles(&act.sentence, act.action, &titles)?;
    let mention_of = |symbol: &str| titles.iter().position(|(own, _)| *own == symbol).map(|at| named[at]);
    let placed = |acts: Vec<(&str, instruction::Instruction)>| -> Vec<(usize, instruction::Instruction)> {
        acts.into_iter().filter_map(|(symbol, act)| Some((mention_of(symbol)?, act))).collect()
    };
    let says = says.map(|says| BareActs {
        acts: placed(says.acts),
        told: says.told.into_iter().filter_map(mention_of).collect(),
        with_titles: placed(says.with_titles),
    });
    Some(Bare { says, unread: unread.into_iter().filter_map(mention_of).collect() })
}

/// The symbol of the document that a mention names.
fn symbol(linked: &LinkedDocument, mention: usize) -> Option<&str> {
    match &linked.document.body.mentions.get(mention)?.found {
        Found::Citation(citation) => citation.symbol.as_ref().map(|symbol| symbol.text.as_str()),
        Found::Person(_) => None,
    }
}
