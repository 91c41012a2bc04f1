//! Problems of themes.

use crate::config::problems::UNKNOWN_THEME;
use crate::diag::{At, Diagnostic, Rule, message};
use crate::inputs::problems::NOT_UTF8;
use crate::text::nearest;

pub(super) const LOW_CONTRAST: Rule = Rule::error("low-contrast");
const MISSING_STYLE: Rule = Rule::error("missing-style");
pub(crate) const TEMPLATE_ERROR: Rule = Rule::error("template-error");

pub(crate) const RULES: &[Rule] = &[LOW_CONTRAST, MISSING_STYLE, TEMPLATE_ERROR];

/// What the engine says of a template in which something is not closed.
pub(super) const END_OF_INPUT: &str = "Unexpected end of input";

/// `reason` is what the engine says, `shown` the page that it was met on.
pub(super) fn template(at: At, reason: &str, shown: Option<&str>) -> Diagnostic {
    let says = match reason {
        END_OF_INPUT => message!("template-error.unclosed"),
        reason => message!("template-error.engine", reason),
    };
    let says = match shown {
        Some(page) => message!("template-error.on-page", reason: says, page),
        None => says,
    };
    TEMPLATE_ERROR.at(at, says).help(message!("template-error.help"))
}

pub(super) fn not_text(path: &str) -> Diagnostic {
    NOT_UTF8.at(At::File(path.to_owned()), message!("not-utf8.theme")).help(message!("not-utf8.theme-help"))
}

pub(super) fn no_style(path: &str) -> Diagnostic {
    let at = At::File(format!("themes/{path}"));
    MISSING_STYLE.at(at, message!("missing-style.says", path)).help(message!("missing-style.help"))
}

pub(super) fn no_theme<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Diagnostic {
    let at = At::File("congbao.yaml".to_owned());
    UNKNOWN_THEME.at(at, message!("unknown-theme.says", name)).help(match nearest(name, names) {
        Some(near) => message!("did-you-mean", near),
        None => message!("unknown-theme.help"),
    })
}
