//! What texts say behind the titles of documents, where those titles are known.

use std::collections::HashSet;

use super::{DocumentIndex, LinkedDocument, MentionTarget, Site, Work};
use crate::legal::instruction::{Certainty, Doubt, Extent, read_without_titles};
use crate::markdown::{Found, Instruction};

/// Reads the sentence of an act again without the titles of the documents that it names: what stands behind them may tell that the act
/// holds from another day, in part or not for certain. `compared` takes up the documents whose titles count in this.
pub(super) fn read_behind_titles(
    site: &Site,
    linked: &LinkedDocument,
    act: &mut Instruction,
    compared: &mut HashSet<DocumentIndex>,
) {
    if !act.certainty.is_sure() || act.is_summary || act.words.is_some() {
        return;
    }
    let mentions = &linked.document.body.mentions;
    let symbol_of = |mention: usize| match &mentions.get(mention)?.found {
        Found::Citation(citation) => citation.symbol.as_ref().map(|symbol| symbol.text.as_str()),
        Found::Person(_) => None,
    };
    let Some(symbol) = symbol_of(act.target) else { return };
    let first = mentions.partition_point(|mention| mention.span.start < act.span.start);
    let within = mentions[first..].iter().take_while(|mention| mention.span.end <= act.span.end).count();
    let mut titles: Vec<(&str, &str)> = Vec::new();
    for mention in first..first + within {
        let Some(MentionTarget::Work(work, _)) = linked.mentions.get(mention) else { continue };
        let title = match *work {
            Work::Held(index) => {
                compared.insert(index);
                Some(site.document(index).document.title())
            }
            Work::Known(index) => {
                site.known(index).known.fields.title.as_ref().map(|title| title.value.as_str())
            }
        };
        titles.extend(symbol_of(mention).zip(title));
    }
    let Some(bare) = read_without_titles(&act.sentence, (symbol, act.action), &titles) else { return };
    match bare.certainty {
        Certainty::Unsure(_) => act.certainty = bare.certainty,
        _ if act.extent == Extent::Whole && bare.extent != Extent::Whole => {
            act.certainty = Certainty::Unsure(Doubt::NotUnderstood);
        }
        _ => act.from = bare.from.or(act.from),
    }
}
