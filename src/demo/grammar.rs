//! The grammar of the made-up texts: rules in text form, compiled once into pieces.

use super::fields::{FIELDS, Field};
use super::random::position;
use super::sentences::SENTENCES;
use super::titles::TITLES;
use super::words::WORDS;

/// One alternative of a rule.
#[derive(Debug)]
pub(super) struct Phrase {
    /// What stands in it, from left to right.
    pub(super) pieces: Vec<Piece>,
}

/// A part of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// A fixed text.
    Text(&'static str),
    /// Another rule, by its place.
    Rule(usize),
    /// A list of the field of work.
    Field(Words),
    /// Something that depends on the document.
    Made(Made),
}

/// The word lists that each field has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// Nouns.
    Things,
    /// Verb and object.
    Deeds,
    /// People.
    Groups,
    /// What goes wrong.
    Troubles,
    /// Who acts.
    Actors,
    /// What is counted.
    Units,
}

/// What cannot stand in a list: numbers, dates, names, citations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    None,
    Year,
    LastYear,
    PastYear,
    SoonYear,
    Period,
    LastPeriod,
    Quarter,
    Month,
    Few,
    Tens,
    Hundreds,
    Thousands,
    Percent,
    Amount,
    Sum,
    Date,
    DueDate,
    Commune,
    Communes,
    District,
    Office,
    Cite,
    Internal,
    Person,
    Quote,
    SessionName,
}

/// The rules that the rest of the module asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    Directive,
    Statute,
    Finding,
    Story,
    Quote,
    Summary,
    Task,
    Definition,
    Meaning,
    Policy,
    Scope,
    Plan,
    Goals,
    SessionReport,
    SupervisionReport,
    HearingReport,
    ProgressReport,
    SessionNews,
    OtherNews,
    SectionAchieved,
    SectionLimits,
    SectionTasks,
    Heading,
    Project,
    Row,
    Statistic,
    Group,
    Limit,
    Place,
}

/// The names of the asked rules, in the order of `Ask`.
const ASKED: [&str; 29] = [
    "directive",
    "statute",
    "finding",
    "story",
    "quote",
    "summary",
    "task",
    "definition",
    "meaning",
    "policy",
    "scope",
    "plan",
    "goals",
    "sessionreport",
    "supervisionreport",
    "hearingreport",
    "progressreport",
    "sessionnews",
    "othernews",
    "sectionachieved",
    "sectionlimits",
    "sectiontasks",
    "heading",
    "project",
    "row",
    "statistic",
    "group",
    "limit",
    "place",
];

/// How many lists a field has.
const LISTS: usize = 6;

/// All rules, compiled.
#[derive(Debug)]
pub(super) struct Grammar {
    rules: Vec<Vec<Phrase>>,
    asked: Vec<usize>,
}

impl Grammar {
    /// Compiles the rules.
    pub(super) fn new() -> Self {
        let common = sources().map(|(_, text)| compile(text));
        let fields = FIELDS.into_iter().flat_map(lists).map(compile);
        let asked = ASKED.iter().map(|name| place(name).unwrap_or(usize::MAX)).collect();
        Self { rules: common.chain(fields).collect(), asked }
    }

    /// The alternatives of a rule.
    pub(super) fn alternatives(&self, rule: usize) -> &[Phrase] {
        self.rules.get(rule).map_or(&[], Vec::as_slice)
    }

    /// The place of a rule that the module asks for.
    pub(super) fn asked(&self, ask: Ask) -> usize {
        self.asked.get(ask as usize).copied().unwrap_or(usize::MAX)
    }

    /// The place of a list of a field.
    pub(super) fn list(&self, field: u32, words: Words) -> usize {
        let fields = FIELDS.len() * LISTS;
        self.rules.len().saturating_sub(fields) + position(field) * LISTS + words as usize
    }

    /// How many rules there are.
    pub(super) fn len(&self) -> usize {
        self.rules.len()
    }
}

/// The texts of the common rules.
fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
    [WORDS, SENTENCES, TITLES].into_iter().flatten().copied()
}

/// The lists of a field, in the order of `Words`.
fn lists(field: &Field) -> [&'static str; LISTS] {
    [field.things, field.deeds, field.groups, field.troubles, field.actors, field.units]
}

/// The place of a common rule.
fn place(name: &str) -> Option<usize> {
    sources().position(|(other, _)| other == name)
}

/// The alternatives of one rule.
fn compile(text: &'static str) -> Vec<Phrase> {
    text.split('|').map(str::trim).filter(|text| !text.is_empty()).map(phrase).collect()
}

/// One alternative: text and names in braces.
fn phrase(text: &'static str) -> Phrase {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        pieces.extend((!before.is_empty()).then_some(Piece::Text(before)));
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        pieces.extend(piece(name));
        rest = after;
    }
    pieces.extend((!rest.is_empty()).then_some(Piece::Text(rest)));
    Phrase { pieces }
}

/// What a name in braces stands for.
fn piece(name: &str) -> Option<Piece> {
    let field = words(name).map(Piece::Field);
    field.or_else(|| made(name).map(Piece::Made)).or_else(|| place(name).map(Piece::Rule))
}

/// The list of a field that a name stands for.
fn words(name: &str) -> Option<Words> {
    Some(match name {
        "thing" => Words::Things,
        "deed" => Words::Deeds,
        "fieldgroup" => Words::Groups,
        "fieldtrouble" => Words::Troubles,
        "fieldactor" => Words::Actors,
        "unit" => Words::Units,
        _ => return None,
    })
}

/// What is made for a name.
fn made(name: &str) -> Option<Made> {
    Some(match name {
        "none" => Made::None,
        "year" => Made::Year,
        "lastyear" => Made::LastYear,
        "pastyear" => Made::PastYear,
        "soonyear" => Made::SoonYear,
        "period" => Made::Period,
        "lastperiod" => Made::LastPeriod,
        "quarter" => Made::Quarter,
        "month" => Made::Month,
        "few" => Made::Few,
        "tens" => Made::Tens,
        "hundreds" => Made::Hundreds,
        "thousands" => Made::Thousands,
        "percent" => Made::Percent,
        "amount" => Made::Amount,
        "sum" => Made::Sum,
        "date" => Made::Date,
        "duedate" => Made::DueDate,
        "commune" => Made::Commune,
        "communes" => Made::Communes,
        "district" => Made::District,
        "office" => Made::Office,
        "cite" => Made::Cite,
        "internal" => Made::Internal,
        "person" => Made::Person,
        "quote" => Made::Quote,
        "sessionname" => Made::SessionName,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every name in braces in a text.
    fn names(text: &str) -> Vec<&str> {
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
    }

    #[test]
    fn every_name_in_braces_is_known() {
        for text in sources().map(|(_, text)| text).chain(FIELDS.into_iter().flat_map(lists)) {
            for name in names(text) {
                assert!(piece(name).is_some(), "{{{name}}}");
            }
        }
    }

    #[test]
    fn every_asked_rule_is_there() {
        let grammar = Grammar::new();
        for (rule, name) in grammar.asked.iter().zip(ASKED) {
            assert!(!grammar.alternatives(*rule).is_empty(), "{name}");
        }
        assert_eq!(ASKED.get(Ask::Place as usize), Some(&"place"));
        assert_eq!(grammar.alternatives(grammar.list(11, Words::Units)).len(), 10);
    }

    #[test]
    fn no_alternative_comes_twice_in_a_word_list() {
        for (name, text) in
            sources().filter(|(name, _)| ["verb", "head", "adjective", "outcome"].contains(name))
        {
            let mut items: Vec<_> = text.split('|').map(str::trim).collect();
            let count = items.len();
            items.sort_unstable();
            items.dedup();
            assert_eq!(items.len(), count, "{name}");
        }
    }

    #[test]
    fn first_alternatives_end() {
        fn depth(grammar: &Grammar, rule: usize, left: u32) -> bool {
            let Some(phrase) = grammar.alternatives(rule).first() else { return true };
            left > 0
                && phrase.pieces.iter().all(|piece| match piece {
                    Piece::Rule(inner) => depth(grammar, *inner, left - 1),
                    _ => true,
                })
        }
        let grammar = Grammar::new();
        for rule in 0..grammar.len() {
            assert!(depth(&grammar, rule, 6), "rule {rule}");
        }
    }
}
