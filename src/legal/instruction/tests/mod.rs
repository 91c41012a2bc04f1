mod days;
mod forms;
mod lists;
mod relations;

use super::*;
use crate::legal::structure::{plain_blocks, structure};
use jiff::civil::date;

/// What a text does, one line for each instruction: action, agent, document with its provisions, extent.
fn told(text: &str) -> Vec<String> {
    let blocks = plain_blocks(text);
    let found = instructions(&blocks, &structure(&blocks));
    found.found.iter().map(|instruction| spoken(text, instruction)).collect()
}

fn spoken(text: &str, instruction: &Instruction) -> String {
    let agent = match &instruction.agent {
        Agent::This => "this",
        Agent::Other(range) => number(&text[range.clone()]),
    };
    let document = number(&text[instruction.target.clone()]);
    let provisions = match &instruction.provision_range {
        Some(range) => format!(" ({})", &text[range.clone()]),
        None => String::new(),
    };
    format!("{agent} {:?} {document}{provisions} {:?}", instruction.action, instruction.extent)
}

/// The number of a document, without the words around it.
fn number(name: &str) -> &str {
    name.split([' ', ',']).find(|word| word.contains('/')).unwrap_or(name)
}

fn in_short(text: &str, instruction: &Instruction) -> String {
    let document = if number(&text[instruction.target.clone()]).starts_with("1/") { "A" } else { "B" };
    let mut told = format!("{:?} {document}", instruction.action);
    let is_some_of = |provision: &TargetProvision| {
        let place = provision.path.as_ref().map(ProvisionPath::words);
        provision.is_part && place.is_some_and(|place| place == provision.words)
    };
    let provisions: Vec<String> = instruction
        .provisions
        .iter()
        .map(|provision| {
            let part = if is_some_of(provision) { "part of " } else { "" };
            format!("{part}{}", provision.words)
        })
        .collect();
    if !provisions.is_empty() {
        told.push_str(&format!(" [{}]", provisions.join(", ")));
    }
    if let Some(words) = &instruction.words {
        let from: Vec<&str> = words.from.iter().map(|range| &text[range.clone()]).collect();
        let to = words.to.clone().map_or("", |range| &text[range]);
        told.push_str(&format!(" {}>{to}", from.join("|")));
    }
    let may_be_whole = matches!(instruction.action, Action::Ends | Action::Replaces);
    if may_be_whole && instruction.extent == Extent::Partial && provisions.is_empty() {
        told.push_str(" part");
    }
    if let Certainty::Unsure(doubt) = instruction.certainty {
        told.push_str(&format!(" {doubt:?}"));
    }
    told
}
