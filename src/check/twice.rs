//! `duplicate-resolution`: one resolution in two files that have different addresses, since number, year or day was
//! typed in another way. Citations then fit both or the wrong one.
//!
//! Two are the same where their titles are and either their numbers too, with days that differ in the year alone, or
//! their days while one of them has no number.

use std::collections::HashMap;

use crate::diag::{Diagnostic, Diagnostics, Rule, message};
use crate::legal::Symbol;
use crate::link::Site;
use crate::text::{Date, Span, match_key};

pub(super) const RULE: Rule = Rule::warning("duplicate-resolution");

/// What tells one resolution from another.
struct Entered {
    span: Span,
    number: Option<String>,
    date: Option<Date>,
}

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let mut by_title: HashMap<String, Vec<Entered>> = HashMap::new();
    for index in &site.resolutions {
        let linked = site.document(*index);
        let document = &linked.document;
        let Some(fields) = document.fields.resolution() else { continue };
        let Some(title) = &document.common.title else { continue };
        let key = |number: &str| Symbol::parse(number).map_or_else(|| match_key(number), |symbol| symbol.key);
        let issuer = fields.issuer.as_ref().map(|issuer| match_key(&issuer.value)).unwrap_or_default();
        let entered = Entered {
            span: title.span,
            number: fields.number.as_ref().map(|number| key(&number.value)),
            date: linked.date,
        };
        let others = by_title.entry(format!("{issuer}|{}", match_key(&title.value))).or_default();
        // Titles such as that of a yearly budget come again; of each only the last few are compared.
        let first = others.iter().rev().take(20).find(|other| is_same(other, &entered));
        if let Some(first) = first {
            diagnostics.push(twice(entered.span, first.span));
        }
        others.push(entered);
    }
}

fn is_same(one: &Entered, other: &Entered) -> bool {
    match (&one.number, &other.number) {
        (Some(one_number), Some(other_number)) => {
            // A year was mistyped where the rest of the day is the same; other days are those of another term.
            let is_near = one
                .date
                .zip(other.date)
                .is_none_or(|(one, other)| (one.month(), one.day()) == (other.month(), other.day()));
            one_number == other_number && is_near
        }
        _ => one.date.is_some() && one.date == other.date,
    }
}

fn twice(span: Span, first: Span) -> Diagnostic {
    RULE.at(span, message!("duplicate-resolution.says"))
        .label(first, message!("duplicate-resolution.label"))
        .help(message!("duplicate-resolution.help"))
}
