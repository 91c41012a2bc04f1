//! Problems met while pages are made.

use crate::diag::{At, Diagnostic, Rule, message};
use crate::path::Route;
use crate::theme::TemplateProblem;
use crate::theme::problems::TEMPLATE_ERROR;

pub(crate) const INTERNAL_ERROR: Rule = Rule::error("internal-error");
const NOT_MINIFIED: Rule = Rule::warning("not-minified");

pub(crate) const RULES: &[Rule] = &[INTERNAL_ERROR, NOT_MINIFIED];

pub(super) fn our_fault(route: &Route) -> Diagnostic {
    INTERNAL_ERROR
        .at(At::File(route.as_str().to_owned()), message!("internal-error.page"))
        .help(message!("internal-error.page-help"))
}

pub(super) fn no_values(reason: &str, address: &str) -> TemplateProblem {
    let says = message!("internal-error.values", reason);
    TemplateProblem(INTERNAL_ERROR.at(At::File(address.to_owned()), says))
}

pub(super) fn frame_without_places(at: At) -> Diagnostic {
    TEMPLATE_ERROR.at(at, message!("template-error.frame")).help(message!("template-error.frame-help"))
}

pub(super) fn not_minified(address: &str, reason: &str) -> Diagnostic {
    NOT_MINIFIED
        .at(At::File(address.to_owned()), message!("not-minified.says", reason))
        .help(message!("not-minified.help"))
}
