//! Problems of settings.

use super::SECTIONS;
use crate::diag::{Diagnostic, Rule, message};
use crate::front::problems::{MISSING_FIELD, UNKNOWN_FIELD};
use crate::text::{Span, nearest};

pub(crate) const BAD_ADDRESS: Rule = Rule::error("bad-address");
pub(crate) const UNKNOWN_THEME: Rule = Rule::error("unknown-theme");

pub(crate) const RULES: &[Rule] = &[BAD_ADDRESS, UNKNOWN_THEME];

pub(super) fn missing_setting(span: Span, name: &str) -> Diagnostic {
    MISSING_FIELD.at(span, message!("missing-field.setting", name)).help(match name {
        "base_url" => message!("missing-field.base-url-help"),
        _ => message!("missing-field.portal-title-help"),
    })
}

pub(super) fn bad_base_url(span: Span, text: &str) -> Diagnostic {
    BAD_ADDRESS.at(span, message!("bad-address.base-url", text)).help(message!("bad-address.base-url-help"))
}

pub(super) fn bad_address(span: Span, text: &str) -> Diagnostic {
    BAD_ADDRESS.at(span, message!("bad-address.says", text)).help(message!("bad-address.help"))
}

pub(super) fn incomplete_navigation(span: Span) -> Diagnostic {
    MISSING_FIELD
        .at(span, message!("missing-field.navigation"))
        .help(message!("missing-field.navigation-help"))
}

pub(super) fn unknown_section(span: Span, name: &str) -> Diagnostic {
    UNKNOWN_FIELD.at(span, message!("unknown-field.section", name)).help(match nearest(name, SECTIONS) {
        Some(near) => message!("did-you-mean", near),
        None => message!("unknown-field.section-help", names: SECTIONS.to_vec()),
    })
}

pub(super) fn bad_theme_name(span: Span, name: &str) -> Diagnostic {
    UNKNOWN_THEME
        .at(span, message!("unknown-theme.no-name", name))
        .help(message!("unknown-theme.no-name-help"))
}
