//! Rules over the whole site that stop nothing: what an editor should look at before a reader does.
//!
//! One rule, one file: what it finds, why it matters, and its tests. Severity can be set by code in `congbao.yaml`, and a
//! document can be exempt with a reason: see [`levels`].

mod circle;
mod citation;
pub mod codes;
mod effect;
pub mod levels;
mod provision;
mod relation;
mod session;
mod signer;
mod term;

use crate::diag::Diagnostics;
use crate::link::Site;

/// All rules over a site.
#[must_use]
pub fn check(site: &Site) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for rule in [
        circle::check,
        citation::check,
        effect::check,
        provision::check,
        relation::check,
        session::check,
        signer::check,
        term::check,
    ] {
        rule(site, &mut diagnostics);
    }
    diagnostics
}
