//! Problems of fields and of front matter as such.

use super::{Field, ScalarProblem};
use crate::diag::{Diagnostic, Message, Rule, message};
use crate::text::{Source, Span, one_line, parse_date};
use crate::yaml::problems::DUPLICATE_FIELD;

const IMPOSSIBLE_DATE: Rule = Rule::error("impossible-date");
pub(crate) const MISSING_FIELD: Rule = Rule::error("missing-field");
const MISSING_FRONT_MATTER: Rule = Rule::error("missing-front-matter");
pub(crate) const UNKNOWN_FIELD: Rule = Rule::error("unknown-field");
const UNKNOWN_WORD: Rule = Rule::error("unknown-word");
pub(crate) const WRONG_TYPE: Rule = Rule::error("wrong-type");

pub(crate) const RULES: &[Rule] =
    &[IMPOSSIBLE_DATE, MISSING_FIELD, MISSING_FRONT_MATTER, UNKNOWN_FIELD, UNKNOWN_WORD, WRONG_TYPE];

pub(super) fn wrong_type(span: Span, expected: Message) -> Diagnostic {
    WRONG_TYPE
        .at(span, message!("wrong-type.value", expected: expected.clone()))
        .help(message!("wrong-type.help", expected))
}

pub(super) fn no_space_behind_colon(span: Span) -> Diagnostic {
    WRONG_TYPE.at(span, message!("wrong-type.no-space")).help(message!("wrong-type.no-space-help"))
}

pub(super) fn bad_value(span: Span, text: &str, problem: ScalarProblem, expected: Message) -> Diagnostic {
    let shown = shorten(text);
    match problem {
        ScalarProblem::Form => {
            let problem =
                WRONG_TYPE.at(span, message!("wrong-type.text", text: shown, expected: expected.clone()));
            let is_day = DAYS.contains(&expected.key);
            problem.help(match turned_day(text).filter(|_| is_day) {
                Some(day) => message!("wrong-type.turned-day-help", day),
                None if text.starts_with(['“', '”', '‘', '’']) => message!("wrong-type.marks-help"),
                None => match expected.key {
                    "expected.day" => message!("wrong-type.day-help"),
                    "expected.moment" => message!("wrong-type.moment-help"),
                    _ => message!("wrong-type.help", expected),
                },
            })
        }
        ScalarProblem::NoSuchDay => IMPOSSIBLE_DATE
            .at(span, message!("impossible-date.says", text: shown))
            .help(message!("impossible-date.help")),
        ScalarProblem::Word(near) => {
            let problem = UNKNOWN_WORD.at(span, message!("unknown-word.says", text: shown));
            problem.help(match near {
                Some(near) => message!("unknown-word.near-help", near, expected),
                None => message!("unknown-word.help", expected),
            })
        }
    }
}

/// What is expected where a day may stand.
const DAYS: [&str; 3] = ["expected.day", "expected.moment", "expected.partial-day"];

/// A day as it is written by hand, `30/01/2026`, in the form of front matter.
fn turned_day(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let turned = format!("{year}-{month:0>2}-{day:0>2}");
    parse_date(&turned).ok().map(|_| turned)
}

pub(super) fn unknown_field(span: Span, key: &str, near: Option<&str>, known: &[&[Field]]) -> Diagnostic {
    let problem = UNKNOWN_FIELD.at(span, message!("unknown-field.says", key: shorten(key)));
    problem.help(match near {
        Some(near) => message!("did-you-mean", near),
        None => {
            let names: Vec<&str> =
                known.iter().flat_map(|fields| fields.iter()).map(|field| field.name).collect();
            message!("unknown-field.help", names)
        }
    })
}

pub(super) fn given_twice(span: Span, key: &str, first: &str, first_span: Span) -> Diagnostic {
    DUPLICATE_FIELD
        .at(span, message!("duplicate-field.two-names", key, first))
        .label(first_span, message!("duplicate-field.label"))
        .help(message!("duplicate-field.help"))
}

pub(super) fn missing_front_matter(source: &Source, first_line: &str) -> Diagnostic {
    let span = source.span(0, first_line.len());
    let message = if source.text.trim().is_empty() {
        message!("missing-front-matter.empty")
    } else if first_line.trim_end() == "+++" {
        message!("missing-front-matter.toml")
    } else {
        message!("missing-front-matter.none")
    };
    MISSING_FRONT_MATTER.at(span, message).help(message!("missing-front-matter.help"))
}

pub(super) fn front_matter_not_closed(span: Span) -> Diagnostic {
    MISSING_FRONT_MATTER
        .at(span, message!("missing-front-matter.not-closed"))
        .help(message!("missing-front-matter.not-closed-help"))
}

fn shorten(text: &str) -> String {
    let line: String = one_line(text);
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
