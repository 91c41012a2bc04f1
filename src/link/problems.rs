//! Problems between documents.

use crate::diag::{Code, Diagnostic};
use crate::document::Document;
use crate::markdown::UnreadAct;
use crate::text::{Date, Span};

pub(super) fn two_files_for_one_document(one: &Document, other: &Document) -> Diagnostic {
    Diagnostic::error(
        Code("duplicate-document"),
        other.span,
        format!("`{}` and `{}` are the same document `{}`", one.path, other.path, one.id.0),
    )
    .label(one.span, "the other file")
    .help("remove one of the two, or give it another name")
}

pub(super) fn ambiguous(
    span: Span,
    what: &str,
    text: &str,
    candidates: &[(String, Option<Span>)],
) -> Diagnostic {
    let names: Vec<String> = candidates.iter().map(|(name, _)| format!("`{name}`")).collect();
    let mut problem = Diagnostic::error(
        Code("ambiguous-reference"),
        span,
        format!("`{text}` fits {} {what}: {}", candidates.len(), names.join(", ")),
    );
    for (name, place) in candidates {
        if let Some(place) = place {
            problem = problem.label(*place, format!("`{name}`"));
        }
    }
    problem.help("write the id of the one that is meant, or add year or issuer")
}

pub(super) fn ambiguous_official(
    span: Span,
    name: &str,
    candidates: &[(String, Option<Span>)],
) -> Diagnostic {
    ambiguous(span, "officials", name, candidates)
        .help("write the id of the one that is meant, or the days of each one's offices in the records")
}

pub(super) fn ambiguous_person(span: Span, name: &str, candidates: &[(String, Option<Span>)]) -> Diagnostic {
    let names: Vec<String> = candidates.iter().map(|(name, _)| format!("`{name}`")).collect();
    let first = candidates.first().map_or("", |(name, _)| name.as_str());
    let mut problem = Diagnostic::warning(
        Code("ambiguous-person"),
        span,
        format!(
            "`{name}` fits {} officials: {}; the name leads to none of them",
            candidates.len(),
            names.join(", ")
        ),
    );
    for (name, place) in candidates {
        if let Some(place) = place {
            problem = problem.label(*place, format!("`{name}`"));
        }
    }
    problem.help(format!(
        "write the one who is meant into the front matter, such as `officials: [{first}]`, or their offices with `start` and `end` into the records"
    ))
}

pub(super) fn unresolved_document(span: Span, text: &str, near: Option<&str>) -> Diagnostic {
    let problem =
        Diagnostic::error(Code("unresolved-reference"), span, format!("there is no document `{text}`"));
    match near {
        Some(near) => problem.help(format!(
            "did you mean `{near}`? A document that is not held here can be entered in `content/documents.yaml`"
        )),
        None => problem.help(
            "check the symbol, or enter the document in `content/documents.yaml` if it is not held here",
        ),
    }
}

pub(super) fn refers_to_hidden(span: Span, text: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("hidden-reference"),
        span,
        format!("`{text}` is a draft or not yet published; the reference is left out"),
    )
    .help("publish that document first, or build with `--drafts` to see both")
}

pub(super) fn topic_loop(span: Span, names: &[String]) -> Diagnostic {
    Diagnostic::error(
        Code("topic-loop"),
        span,
        format!("topics are each other's parents: {}", names.join(" > ")),
    )
    .help("remove one `parent`")
}

pub(super) fn successor_loop(span: Span, names: &[String]) -> Diagnostic {
    Diagnostic::error(
        Code("successor-loop"),
        span,
        format!("bodies are each other's successors: {}", names.join(" > ")),
    )
    .help("remove one `successor`")
}

pub(super) fn parent_loop(span: Span, names: &[String]) -> Diagnostic {
    Diagnostic::error(Code("body-loop"), span, format!("bodies belong to each other: {}", names.join(" > ")))
        .help("remove one `parent`")
}

pub(super) fn same_name(span: Span, what: &str, name: &str, first: Span) -> Diagnostic {
    Diagnostic::error(Code("duplicate-name"), span, format!("there is another {what} called `{name}`"))
        .label(first, "the other one")
        .help("change one of the names, or remove one of the two files")
}

pub(super) fn same_session(span: Span, first: Span, number: u32, term: &str) -> Diagnostic {
    Diagnostic::error(
        Code("duplicate-session"),
        span,
        format!("there are two records of session {number} of term {term}"),
    )
    .label(first, "the other one")
    .help("correct the number of one of the two, or remove it")
}

pub(super) fn missing_file(span: Span, file: &str, near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::error(
        Code("missing-attachment"),
        span,
        format!("there is no file `{file}` beside the document"),
    );
    match near {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("put the file into the document's folder, or correct its name"),
    }
}

pub(super) fn nameless_attachment(span: Span) -> Diagnostic {
    Diagnostic::error(Code("missing-field"), span, "an attachment lacks its `file`")
        .help("write the name of the file, such as `file: scan.pdf`")
}

pub(super) fn nameless_relation(span: Span) -> Diagnostic {
    Diagnostic::error(Code("missing-field"), span, "a relation lacks its `document`")
        .help("write the other document, such as `document: 128/NQ-HĐND (2022)`")
}

pub(super) fn whole_with_provisions(span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("wrong-type"),
        span,
        "`extent: whole` stands beside `provisions`, which are a part",
    )
    .help("remove one of the two")
}

pub(super) fn relation_to_itself(span: Span) -> Diagnostic {
    Diagnostic::error(Code("relation-to-itself"), span, "a document cannot have a relation to itself")
        .help("correct the document that is meant")
}

pub(super) fn dead_link(span: Span, destination: &str, near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::warning(
        Code("dead-link"),
        span,
        format!("`{destination}` leads nowhere; the link is left out and its text kept"),
    );
    match near {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("correct the path; it is read from the folder of this file"),
    }
}

pub(super) fn dead_anchor(span: Span, anchor: &str, near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::warning(
        Code("dead-anchor"),
        span,
        format!("there is no place `#{anchor}` there; the link leads to the page without it"),
    );
    match near {
        Some(near) => problem.help(format!("did you mean `#{near}`?")),
        None => problem.help("articles are `#dieu-1`, clauses `#dieu-1-khoan-2`, other headings their words"),
    }
}

pub(super) fn missing_picture(span: Span, file: &str, near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::warning(
        Code("missing-picture"),
        span,
        format!("there is no picture `{file}`; its description is shown"),
    );
    match near {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("put the picture beside the document, or correct its name"),
    }
}

pub(super) fn unknown_indicator(span: Span, indicator: &str, near: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::warning(
        Code("unknown-indicator"),
        span,
        format!("the resolution has no target `{indicator}`"),
    );
    match near {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("write the indicator as the resolution's `targets` have it"),
    }
}

pub(super) fn missing_emblem(span: Span, file: &str) -> Diagnostic {
    Diagnostic::error(Code("missing-attachment"), span, format!("there is no file `{file}` for the emblem"))
        .help("put the picture below `content/` and write its path from there")
}

pub(super) fn incomplete_session(span: Span) -> Diagnostic {
    Diagnostic::error(Code("missing-field"), span, "a session by number needs both `term` and `number`")
        .help("write `session: {term: XIV, number: 14}`, or the session in words")
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
    let problem = Diagnostic::warning(
        Code("citation-date-differs"),
        span,
        format!("cited with the day {cited}, but that document is of {date}"),
    )
    .label(document, "the document that is cited");
    let named: Vec<String> =
        others.iter().take(MOST_NAMED).map(|(name, day)| format!("`{name}` of {day}")).collect();
    if named.is_empty() {
        return problem.help("correct the day here or there");
    }
    problem
        .help(format!("correct the day here or there; or another document is meant: {}", named.join(" or ")))
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
    if is_both {
        problem.help("correct one of the two; until then both are shown at their provisions")
    } else {
        problem
    }
}

pub(super) fn contradiction(declared: Span, one: &str, text: Span, other: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("relation-contradiction"),
        declared,
        format!("the front matter says `{one}`, but the text says `{other}`"),
    )
    .label(text, "the text")
    .help("correct one of the two; until then the front matter counts")
}

pub(super) fn other_day(declared: Span, field: &str, one: Date, text: Span, other: Date) -> Diagnostic {
    Diagnostic::warning(
        Code("relation-contradiction"),
        declared,
        format!("the front matter says `{field}: {one}`, but the text says {other}"),
    )
    .label(text, "the text")
    .help("correct one of the two days; until then that of the front matter counts")
}

pub(super) fn acts_on_itself(span: Span) -> Diagnostic {
    Diagnostic::warning(
        Code("acts-on-itself"),
        span,
        "the text does something to the very document that it stands in",
    )
    .help("compare the number with the signed document; until then it makes nothing")
}

/// `possible` are the documents that may be meant, each with its year, in order.
pub(super) fn unclear_target(span: Span, relation: &str, document: &str, possible: &[String]) -> Diagnostic {
    const MOST_NAMED: usize = 5;
    let named: Vec<String> = possible.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    let why = match named.as_slice() {
        [] => "which document that is cannot be told for certain".to_owned(),
        [one] => format!("does not say of which year or day; known here is {one}, which may be another one"),
        [first @ .., last] => {
            format!("which one is meant cannot be told: known here are {} and {last}", first.join(", "))
        }
    };
    let example = possible.last().map_or("128/NQ-HĐND (2022)", String::as_str);
    Diagnostic::warning(
        Code("unclear-target"),
        span,
        format!("the text {relation} `{document}`, and {why}"),
    )
    .help(format!(
        "say it in the front matter with year or issuer, such as `{relation}: [{example}]`, or `does_not_affect: \
         [{document}]` if it does nothing"
    ))
}

/// `documents` are those that may be meant, as front matter names them.
pub(super) fn unread_effect(act: &UnreadAct, relation: &str, documents: &[String]) -> Diagnostic {
    let UnreadAct { document, sentence, span, is_struck, .. } = act;
    let reason =
        if *is_struck { "it is struck out" } else { "it is not said so that it can be read for certain" };
    let problem = Diagnostic::warning(
        Code("unread-effect"),
        *span,
        format!(
            "the text may do something to {document}, and nothing was read of it, as {reason}; it says: {}",
            shown(sentence)
        ),
    );
    problem.help(match documents {
        [] => format!(
            "if it does, write it into the front matter, such as `{relation}: [05/2021/NQ-HĐND]`, with the number and symbol of \
             that document; if it does not, `checks: {{unread-effect: …}}` with the reason"
        ),
        [one] => format!(
            "if it does, write it into the front matter, such as `{relation}: [{one}]`; if it does not, `does_not_affect: [{one}]`, \
             or `checks: {{unread-effect: …}}` with the reason"
        ),
        several => format!(
            "if it does, write into the front matter which it is, such as `{relation}: [{}]`; it may be {}; if it does not, \
             `checks: {{unread-effect: …}}` with the reason",
            several.first().map_or("", String::as_str),
            several.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(" or ")
        ),
    })
}

/// The beginning of a sentence as messages show it, at most 120 code points.
pub(crate) fn shown(sentence: &str) -> String {
    const MOST: usize = 120;
    match sentence.char_indices().nth(MOST) {
        Some((end, _)) => format!("`{}…`", sentence[..end].trim_end()),
        None => format!("`{sentence}`"),
    }
}

pub(super) fn denied_and_stated(denial: Span, document: &str, stated: Span, relation: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("relation-contradiction"),
        denial,
        format!("the front matter says `does_not_affect` of `{document}`, and `{relation}` too"),
    )
    .label(stated, format!("`{relation}`"))
    .help(format!("remove one of the two; until then `{relation}` counts"))
}

pub(super) fn idle_denial(span: Span, document: &str, is_known: bool) -> Diagnostic {
    let message = if is_known {
        format!("nothing was read from the text that it does to `{document}`, so there is nothing to refuse")
    } else {
        format!(
            "no document `{document}` is known here, and the text does nothing to it, so there is nothing to refuse"
        )
    };
    Diagnostic::warning(Code("idle-denial"), span, message)
        .help("correct the document or the provisions, or remove it from `does_not_affect`")
}
