//! Days of effect against days of adoption.
//!
//! `effect-before-adoption`: a resolution that applies before it was adopted is a typing error nearly always.
//! `early-effect`: a normative resolution of a local council takes effect ten days after its adoption at the earliest
//! (Luật 64/2025/QH15, Điều 53.1; for provinces also Luật 80/2015/QH13), unless it was made under the shortened
//! procedure. Individual resolutions have no minimum.
//! `expires-before-effect`: a last day before the first is a typing error.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::legal::Symbol;
use crate::link::Site;
use crate::text::{Date, Span};

/// Days between adoption and effect at the least.
const LEAST_DAYS: i32 = 10;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let Some(fields) = site.document(*index).document.fields.resolution() else { continue };
        if let (Some(effective), Some(expires)) = (&fields.effective, &fields.expires)
            && expires.value < effective.value
        {
            diagnostics.push(over_before_it_begins(
                expires.span,
                expires.value,
                effective.span,
                effective.value,
            ));
        }
        let (Some(date), Some(effective)) = (&fields.date, &fields.effective) else { continue };
        let days = (effective.value - date.value).get_days();
        let symbol = fields.number.as_ref().and_then(|number| Symbol::parse(&number.value));
        let is_normative = symbol.is_some_and(|symbol| symbol.year.is_some());
        if days < 0 {
            diagnostics.push(before_adoption(effective.span, effective.value, date.span, date.value));
        } else if is_normative && days < LEAST_DAYS {
            diagnostics.push(early(effective.span, days));
        }
    }
}

fn before_adoption(span: Span, effective: Date, adopted: Span, date: Date) -> Diagnostic {
    Diagnostic::warning(
        Code("effect-before-adoption"),
        span,
        format!("takes effect on {effective}, before it was adopted on {date}"),
    )
    .label(adopted, "adopted")
    .help("correct one of the two days")
}

fn over_before_it_begins(span: Span, expires: Date, begins: Span, effective: Date) -> Diagnostic {
    Diagnostic::warning(
        Code("expires-before-effect"),
        span,
        format!("its last day is {expires}, before it takes effect on {effective}"),
    )
    .label(begins, "takes effect")
    .help("correct one of the two days")
}

fn early(span: Span, days: i32) -> Diagnostic {
    Diagnostic::note(
        Code("early-effect"),
        span,
        format!("a normative resolution takes effect {days} days after its adoption; the law asks for {LEAST_DAYS}"),
    )
    .help("check the day; under the shortened procedure it may be so")
}
