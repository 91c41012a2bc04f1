//! Problems between documents.

use crate::diag::{Diagnostic, Message, Rule, Value, message};
use crate::document::Document;
use crate::front::problems::{MISSING_FIELD, WRONG_TYPE};
use crate::markdown::UnreadAct;
use crate::text::{Date, Span};

const ACTS_ON_ITSELF: Rule = Rule::warning("acts-on-itself");
const AMBIGUOUS_PERSON: Rule = Rule::warning("ambiguous-person");
const AMBIGUOUS_REFERENCE: Rule = Rule::error("ambiguous-reference");
const BODY_LOOP: Rule = Rule::error("body-loop");
const CITATION_DATE_DIFFERS: Rule = Rule::warning("citation-date-differs");
pub(crate) const DEAD_ANCHOR: Rule = Rule::warning("dead-anchor");
pub(crate) const DEAD_LINK: Rule = Rule::warning("dead-link");
const DUPLICATE_DOCUMENT: Rule = Rule::error("duplicate-document");
const DUPLICATE_NAME: Rule = Rule::error("duplicate-name");
const DUPLICATE_SESSION: Rule = Rule::error("duplicate-session");
const HIDDEN_REFERENCE: Rule = Rule::warning("hidden-reference");
const IDLE_DENIAL: Rule = Rule::warning("idle-denial");
const MISSING_ATTACHMENT: Rule = Rule::error("missing-attachment");
const MISSING_PICTURE: Rule = Rule::warning("missing-picture");
const RELATION_CONTRADICTION: Rule = Rule::warning("relation-contradiction");
const RELATION_TO_ITSELF: Rule = Rule::error("relation-to-itself");
const SUCCESSOR_LOOP: Rule = Rule::error("successor-loop");
const TOPIC_LOOP: Rule = Rule::error("topic-loop");
const UNCLEAR_TARGET: Rule = Rule::warning("unclear-target");
const UNKNOWN_INDICATOR: Rule = Rule::warning("unknown-indicator");
const UNREAD_EFFECT: Rule = Rule::warning("unread-effect");
const UNRESOLVED_REFERENCE: Rule = Rule::error("unresolved-reference");

pub(crate) const RULES: &[Rule] = &[
    ACTS_ON_ITSELF,
    AMBIGUOUS_PERSON,
    AMBIGUOUS_REFERENCE,
    BODY_LOOP,
    CITATION_DATE_DIFFERS,
    DEAD_ANCHOR,
    DEAD_LINK,
    DUPLICATE_DOCUMENT,
    DUPLICATE_NAME,
    DUPLICATE_SESSION,
    HIDDEN_REFERENCE,
    IDLE_DENIAL,
    MISSING_ATTACHMENT,
    MISSING_PICTURE,
    RELATION_CONTRADICTION,
    RELATION_TO_ITSELF,
    SUCCESSOR_LOOP,
    TOPIC_LOOP,
    UNCLEAR_TARGET,
    UNKNOWN_INDICATOR,
    UNREAD_EFFECT,
    UNRESOLVED_REFERENCE,
];

/// What may be meant where one name is asked for, or else what can be done.
fn near_or(near: Option<&str>, otherwise: Message) -> Message {
    near.map_or(otherwise, |near| message!("did-you-mean", near))
}

pub(super) fn two_files_for_one_document(one: &Document, other: &Document) -> Diagnostic {
    let (first, second) = (one.path.as_str(), other.path.as_str());
    DUPLICATE_DOCUMENT
        .at(other.span, message!("duplicate-document.says", one: first, other: second, id: &one.id.0))
        .label(one.span, message!("duplicate-document.label"))
        .help(message!("duplicate-document.help"))
}

fn names(candidates: &[(String, Option<Span>)]) -> Vec<&str> {
    candidates.iter().map(|(name, _)| name.as_str()).collect()
}

/// The candidates of which a place is known.
fn placed(candidates: &[(String, Option<Span>)]) -> impl Iterator<Item = (&str, Span)> {
    candidates.iter().filter_map(|(name, place)| Some((name.as_str(), (*place)?)))
}

/// `what` is what it fits, in the plural: `officials`.
pub(super) fn ambiguous(
    span: Span,
    what: &'static str,
    text: &str,
    candidates: &[(String, Option<Span>)],
) -> Diagnostic {
    let (count, what) = (candidates.len(), Value::Kind(what));
    let says = message!("ambiguous-reference.says", text, count, what, names: names(candidates));
    let problem = AMBIGUOUS_REFERENCE.at(span, says).help(message!("ambiguous-reference.help"));
    placed(candidates).fold(problem, |problem, (name, place)| {
        problem.label(place, message!("ambiguous-reference.label", name))
    })
}

pub(super) fn ambiguous_official(
    span: Span,
    name: &str,
    candidates: &[(String, Option<Span>)],
) -> Diagnostic {
    ambiguous(span, "officials", name, candidates).help(message!("ambiguous-reference.official-help"))
}

pub(super) fn ambiguous_person(span: Span, name: &str, candidates: &[(String, Option<Span>)]) -> Diagnostic {
    let first = candidates.first().map_or("", |(name, _)| name.as_str());
    let count = candidates.len();
    let says = message!("ambiguous-person.says", name, count, names: names(candidates));
    let problem = AMBIGUOUS_PERSON.at(span, says).help(message!("ambiguous-person.help", first));
    placed(candidates).fold(problem, |problem, (name, place)| {
        problem.label(place, message!("ambiguous-person.label", name))
    })
}

pub(super) fn unresolved_document(span: Span, text: &str, near: Option<&str>) -> Diagnostic {
    UNRESOLVED_REFERENCE.at(span, message!("unresolved-reference.says", text)).help(match near {
        Some(near) => message!("unresolved-reference.near-help", near),
        None => message!("unresolved-reference.help"),
    })
}

pub(super) fn refers_to_hidden(span: Span, text: &str) -> Diagnostic {
    HIDDEN_REFERENCE.at(span, message!("hidden-reference.says", text)).help(message!("hidden-reference.help"))
}

pub(super) fn topic_loop(span: Span, names: &[String]) -> Diagnostic {
    TOPIC_LOOP.at(span, message!("topic-loop.says", names: names.to_vec())).help(message!("topic-loop.help"))
}

pub(super) fn successor_loop(span: Span, names: &[String]) -> Diagnostic {
    SUCCESSOR_LOOP
        .at(span, message!("successor-loop.says", names: names.to_vec()))
        .help(message!("successor-loop.help"))
}

pub(super) fn parent_loop(span: Span, names: &[String]) -> Diagnostic {
    BODY_LOOP.at(span, message!("body-loop.says", names: names.to_vec())).help(message!("body-loop.help"))
}

/// `what` has the name: `topic` or `body`.
pub(super) fn same_name(span: Span, what: &'static str, name: &str, first: Span) -> Diagnostic {
    DUPLICATE_NAME
        .at(span, message!("duplicate-name.says", what: Value::Kind(what), name))
        .label(first, message!("duplicate-name.label"))
        .help(message!("duplicate-name.help"))
}

pub(super) fn same_session(span: Span, first: Span, number: u32, term: &str) -> Diagnostic {
    DUPLICATE_SESSION
        .at(span, message!("duplicate-session.says", number, term))
        .label(first, message!("duplicate-session.label"))
        .help(message!("duplicate-session.help"))
}

pub(super) fn missing_file(span: Span, file: &str, near: Option<&str>) -> Diagnostic {
    MISSING_ATTACHMENT
        .at(span, message!("missing-attachment.says", file))
        .help(near_or(near, message!("missing-attachment.help")))
}

pub(super) fn nameless_attachment(span: Span) -> Diagnostic {
    MISSING_FIELD
        .at(span, message!("missing-field.attachment"))
        .help(message!("missing-field.attachment-help"))
}

pub(super) fn nameless_relation(span: Span) -> Diagnostic {
    MISSING_FIELD.at(span, message!("missing-field.relation")).help(message!("missing-field.relation-help"))
}

pub(super) fn whole_with_provisions(span: Span) -> Diagnostic {
    WRONG_TYPE
        .at(span, message!("wrong-type.whole-with-provisions"))
        .help(message!("wrong-type.whole-with-provisions-help"))
}

pub(super) fn relation_to_itself(span: Span) -> Diagnostic {
    RELATION_TO_ITSELF.at(span, message!("relation-to-itself.says")).help(message!("relation-to-itself.help"))
}

pub(super) fn dead_link(span: Span, destination: &str, near: Option<&str>) -> Diagnostic {
    DEAD_LINK
        .at(span, message!("dead-link.says", destination))
        .help(near_or(near, message!("dead-link.help")))
}

pub(super) fn dead_anchor(span: Span, anchor: &str, near: Option<&str>) -> Diagnostic {
    DEAD_ANCHOR.at(span, message!("dead-anchor.says", anchor)).help(match near {
        Some(near) => message!("dead-anchor.near-help", near),
        None => message!("dead-anchor.help"),
    })
}

pub(super) fn missing_picture(span: Span, file: &str, near: Option<&str>) -> Diagnostic {
    MISSING_PICTURE
        .at(span, message!("missing-picture.says", file))
        .help(near_or(near, message!("missing-picture.help")))
}

pub(super) fn unknown_indicator(span: Span, indicator: &str, near: Option<&str>) -> Diagnostic {
    UNKNOWN_INDICATOR
        .at(span, message!("unknown-indicator.says", indicator))
        .help(near_or(near, message!("unknown-indicator.help")))
}

pub(super) fn missing_emblem(span: Span, file: &str) -> Diagnostic {
    MISSING_ATTACHMENT
        .at(span, message!("missing-attachment.emblem", file))
        .help(message!("missing-attachment.emblem-help"))
}

pub(super) fn incomplete_session(span: Span) -> Diagnostic {
    MISSING_FIELD
        .at(span, message!("missing-field.session-number"))
        .help(message!("missing-field.session-number-help"))
}

/// `others` are the documents with the same symbol, each with its day.
pub(super) fn other_date(
    span: Span,
    cited: Date,
    document: Span,
    date: Date,
    others: &[(String, Date)],
) -> Diagnostic {
    const MOST_NAMED: usize = 5;
    let other = |(name, day): &(String, Date)| message!("citation-date-differs.other", name, day: *day);
    let others: Vec<Message> = others.iter().take(MOST_NAMED).map(other).collect();
    CITATION_DATE_DIFFERS
        .at(span, message!("citation-date-differs.says", cited, date))
        .label(document, message!("citation-date-differs.label"))
        .help(if others.is_empty() {
            message!("citation-date-differs.help")
        } else {
            message!("citation-date-differs.others-help", others)
        })
}

/// `is_both` where what both say is shown.
pub(super) fn other_provision(
    declared: Span,
    one: &str,
    text: Span,
    other: &str,
    is_both: bool,
) -> Diagnostic {
    let problem = contradiction(declared, one, text, other);
    if is_both { problem.help(message!("relation-contradiction.provision-help")) } else { problem }
}

pub(super) fn contradiction(declared: Span, one: &str, text: Span, other: &str) -> Diagnostic {
    RELATION_CONTRADICTION
        .at(declared, message!("relation-contradiction.says", one, other))
        .label(text, message!("relation-contradiction.label"))
        .help(message!("relation-contradiction.help"))
}

pub(super) fn other_day(declared: Span, field: &str, one: Date, text: Span, other: Date) -> Diagnostic {
    RELATION_CONTRADICTION
        .at(declared, message!("relation-contradiction.day", field, one, other))
        .label(text, message!("relation-contradiction.label"))
        .help(message!("relation-contradiction.day-help"))
}

pub(super) fn acts_on_itself(span: Span) -> Diagnostic {
    ACTS_ON_ITSELF.at(span, message!("acts-on-itself.says")).help(message!("acts-on-itself.help"))
}

/// `possible` are the documents that may be meant, each with its year, in order.
pub(super) fn unclear_target(span: Span, relation: &str, document: &str, possible: &[String]) -> Diagnostic {
    const MOST_NAMED: usize = 5;
    let says = match possible {
        [] => message!("unclear-target.unknown", relation, document),
        [possible] => message!("unclear-target.one", relation, document, possible),
        several => {
            let possible: Vec<&String> = several.iter().take(MOST_NAMED).collect();
            message!("unclear-target.several", relation, document, possible)
        }
    };
    let example = possible.last().map_or("128/NQ-HĐND (2022)", String::as_str);
    UNCLEAR_TARGET.at(span, says).help(message!("unclear-target.help", relation, example, document))
}

/// `documents` are those that may be meant, as front matter names them.
pub(super) fn unread_effect(act: &UnreadAct, relation: &str, documents: &[String]) -> Diagnostic {
    let UnreadAct { document, sentence, span, is_struck, .. } = act;
    let says = message!("unread-effect.says", document, is_struck: *is_struck, sentence: shown(sentence));
    UNREAD_EFFECT.at(*span, says).help(match documents {
        [] => message!("unread-effect.unknown-help", relation),
        [document] => message!("unread-effect.one-help", relation, document),
        [first, ..] => {
            message!("unread-effect.several-help", relation, first, documents: documents.to_vec())
        }
    })
}

/// The beginning of a sentence as messages show it, at most 120 code points.
pub(crate) fn shown(sentence: &str) -> String {
    const MOST: usize = 120;
    match sentence.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", sentence[..end].trim_end()),
        None => sentence.to_owned(),
    }
}

pub(super) fn denied_and_stated(denial: Span, document: &str, stated: Span, relation: &str) -> Diagnostic {
    RELATION_CONTRADICTION
        .at(denial, message!("relation-contradiction.denied", document, relation))
        .label(stated, message!("relation-contradiction.denied-label", relation))
        .help(message!("relation-contradiction.denied-help", relation))
}

pub(super) fn idle_denial(span: Span, document: &str, is_known: bool) -> Diagnostic {
    let says = if is_known {
        message!("idle-denial.known", document)
    } else {
        message!("idle-denial.unknown", document)
    };
    IDLE_DENIAL.at(span, says).help(message!("idle-denial.help"))
}
