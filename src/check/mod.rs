//! Rules over the whole site that stop nothing: what an editor should look at before a reader does.
//!
//! One rule, one file: what it finds, why it matters, and its tests. Severity can be set by code in `congbao.yaml`, and a
//! document can be exempt with a reason: see [`levels`].

mod circle;
mod citation;
pub mod codes;
mod effect;
pub mod levels;
mod page;
mod personal;
mod provision;
mod relation;
mod script;
mod session;
mod signer;
mod term;
mod twice;
mod unused;

use crate::diag::Diagnostics;
use crate::link::Site;
use crate::text::Source;

/// The rules that look at one text alone.
#[must_use]
pub fn check_text(source: &Source) -> Diagnostics {
    script::check(source).into_iter().chain(personal::check(source)).collect()
}

/// The rules over a site and the texts that it was made from, but for those of [`check_text`].
#[must_use]
pub fn check(site: &Site, sources: &[Source]) -> Diagnostics {
    let mut diagnostics = unused::check(site, sources);
    for rule in [
        circle::check,
        citation::check,
        effect::check,
        page::check,
        provision::check,
        relation::check,
        session::check,
        signer::check,
        term::check,
        twice::check,
    ] {
        rule(site, &mut diagnostics);
    }
    diagnostics
}
