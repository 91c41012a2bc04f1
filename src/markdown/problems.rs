//! Problems of texts.

use super::element::Instead;
use crate::diag::{Diagnostic, Rule, message};
use crate::legal::structure::{NumberingProblem, Role, SlipKind};
use crate::text::{Span, one_line};

const ADDRESS_IN_HTML: Rule = Rule::warning("address-in-html");
const BROKEN_HTML: Rule = Rule::warning("broken-html");
/// Text that a reader would not get to see.
const HIDDEN_TEXT: Rule = Rule::error("hidden-text");
const HTML_LEFT_OUT: Rule = Rule::warning("html-left-out");
const NESTED_TOO_DEEP: Rule = Rule::warning("nested-too-deep");
const NUMBERING: Rule = Rule::warning("numbering");
const PAGE_REMNANT: Rule = Rule::warning("page-remnant");
const PICTURE_ELSEWHERE: Rule = Rule::warning("picture-elsewhere");
const SAME_ANCHOR: Rule = Rule::error("same-anchor");
const TABLE_OF_TABS: Rule = Rule::warning("table-of-tabs");
const TORN_SENTENCE: Rule = Rule::note("torn-sentence");
const UNCLOSED_QUOTATION: Rule = Rule::warning("unclosed-quotation");
const UNSAFE_ADDRESS: Rule = Rule::warning("unsafe-address");

pub(crate) const RULES: &[Rule] = &[
    ADDRESS_IN_HTML,
    BROKEN_HTML,
    HIDDEN_TEXT,
    HTML_LEFT_OUT,
    NESTED_TOO_DEEP,
    NUMBERING,
    PAGE_REMNANT,
    PICTURE_ELSEWHERE,
    SAME_ANCHOR,
    TABLE_OF_TABS,
    TORN_SENTENCE,
    UNCLOSED_QUOTATION,
    UNSAFE_ADDRESS,
];

pub(super) fn comment_without_end(span: Span) -> Diagnostic {
    HIDDEN_TEXT.at(span, message!("hidden-text.comment")).help(message!("hidden-text.comment-help"))
}

pub(super) fn element_without_end(span: Span, name: &str) -> Diagnostic {
    HIDDEN_TEXT
        .at(span, message!("hidden-text.element", name))
        .help(message!("hidden-text.element-help", name))
}

pub(super) fn hidden_provision(span: Span, is_law: bool) -> Diagnostic {
    let problem =
        HIDDEN_TEXT.at(span, message!("hidden-text.provision")).help(message!("hidden-text.provision-help"));
    if is_law { problem } else { problem.as_warning() }
}

pub(super) fn hidden_paragraphs(span: Span, count: usize) -> Diagnostic {
    HIDDEN_TEXT
        .at(span, message!("hidden-text.paragraphs", count))
        .help(message!("hidden-text.paragraphs-help"))
        .as_warning()
}

pub(super) fn provision_in_element(span: Span, name: &str) -> Diagnostic {
    HIDDEN_TEXT
        .at(span, message!("hidden-text.provision-in-element", name))
        .help(message!("hidden-text.provision-in-element-help", name))
}

pub(super) fn left_out(span: Span, shown: &str, instead: Instead, address: Option<&str>) -> Diagnostic {
    HTML_LEFT_OUT.at(span, message!("html-left-out.says", shown)).help(match instead {
        Instead::Link => {
            message!("html-left-out.link-help", address: address.map_or("https://...".to_owned(), one_line))
        }
        Instead::Picture => message!("html-left-out.picture-help"),
        Instead::Words => message!("html-left-out.words-help"),
    })
}

/// The beginning of a text on one line.
fn beginning(text: &str) -> String {
    one_line(text).chars().take(60).collect()
}

pub(super) fn broken_html(span: Span, tag: &str) -> Diagnostic {
    BROKEN_HTML
        .at(span, message!("broken-html.says", shown: beginning(tag)))
        .help(message!("broken-html.help"))
}

pub(super) fn indented_html(span: Span) -> Diagnostic {
    BROKEN_HTML.at(span, message!("broken-html.indented")).help(message!("broken-html.indented-help"))
}

pub(super) fn unknown_element(span: Span, tag: &str, is_shown: bool) -> Diagnostic {
    BROKEN_HTML
        .at(span, message!("broken-html.unknown", shown: beginning(tag), is_shown))
        .help(message!("broken-html.unknown-help"))
}

pub(super) fn same_anchor(span: Span, anchor: &str, first: Option<Span>) -> Diagnostic {
    let problem =
        SAME_ANCHOR.at(span, message!("same-anchor.says", anchor)).help(message!("same-anchor.help"));
    match first {
        Some(first) => problem.label(first, message!("same-anchor.label")),
        None => problem,
    }
}

pub(super) fn unused_definition(span: Span) -> Diagnostic {
    HIDDEN_TEXT
        .at(span, message!("hidden-text.definition"))
        .help(message!("hidden-text.definition-help"))
        .as_warning()
}

pub(super) fn cells_left_out(span: Span) -> Diagnostic {
    HIDDEN_TEXT.at(span, message!("hidden-text.cells")).help(message!("hidden-text.cells-help"))
}

pub(super) fn unsafe_address(span: Span, address: &str) -> Diagnostic {
    UNSAFE_ADDRESS
        .at(span, message!("unsafe-address.says", shown: beginning(address)))
        .help(message!("unsafe-address.help"))
}

pub(super) fn address_in_html(span: Span, address: &str, is_picture: bool) -> Diagnostic {
    let shown = beginning(address);
    ADDRESS_IN_HTML.at(span, message!("address-in-html.says", shown: &shown, is_picture)).help(message!(
        "address-in-html.help",
        shown,
        is_picture
    ))
}

pub(super) fn picture_elsewhere(span: Span, address: &str) -> Diagnostic {
    PICTURE_ELSEWHERE
        .at(span, message!("picture-elsewhere.says", address))
        .help(message!("picture-elsewhere.help"))
}

pub(super) fn nested_too_deep(span: Span) -> Diagnostic {
    NESTED_TOO_DEEP
        .at(span, message!("nested-too-deep.says", deepest: super::write::DEEPEST))
        .help(message!("nested-too-deep.help"))
}

pub(super) fn slip(span: Span, kind: SlipKind) -> Diagnostic {
    match kind {
        SlipKind::UnclosedQuotation => UNCLOSED_QUOTATION
            .at(span, message!("unclosed-quotation.says"))
            .help(message!("unclosed-quotation.help")),
        SlipKind::PageNumber => {
            PAGE_REMNANT.at(span, message!("page-remnant.number")).help(message!("page-remnant.help"))
        }
        SlipKind::RunningHead => {
            PAGE_REMNANT.at(span, message!("page-remnant.head")).help(message!("page-remnant.help"))
        }
        SlipKind::TableOfTabs => {
            TABLE_OF_TABS.at(span, message!("table-of-tabs.says")).help(message!("table-of-tabs.help"))
        }
        SlipKind::TornSentence => {
            TORN_SENTENCE.at(span, message!("torn-sentence.says")).help(message!("torn-sentence.help"))
        }
    }
}

pub(super) fn numbering(span: Span, problem: &NumberingProblem) -> Diagnostic {
    let part = match problem.role {
        Role::Part => "Phần",
        Role::Chapter => "Chương",
        Role::Section => "Mục",
        Role::Subsection => "Tiểu mục",
        Role::Article => "Điều",
        Role::Point => "điểm",
        Role::Annex => "Phụ lục",
        _ => "khoản",
    };
    let NumberingProblem { expected, found, .. } = problem;
    NUMBERING.at(span, message!("numbering.says", part, found, expected)).help(message!("numbering.help"))
}
