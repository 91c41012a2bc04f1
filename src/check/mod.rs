//! Rules over the whole site that stop nothing: what an editor should look at before a reader does.
//!
//! One rule, one file: what it finds, why it matters, and its tests. Severity can be set by code in `congbao.yaml`, and a
//! document can be exempt with a reason: see [`levels`].

mod circle;
mod citation;
pub mod codes;
mod completeness;
mod effect;
pub mod external;
pub mod levels;
mod page;
mod personal;
mod provision;
mod relation;
mod script;
mod session;
mod signer;
mod term;
mod topic;
mod twice;
mod unused;
mod vote;

use crate::config::CheckLevel;
use crate::diag::Diagnostics;
use crate::front::Text;
use crate::link::Site;
use crate::text::Source;

/// All rules over a site and the texts that it was made from. `levels` is what the portal says of codes: some rules are
/// followed only where it asks for them.
#[must_use]
pub fn check(site: &Site, sources: &[Source], levels: &[(Text, CheckLevel)]) -> Diagnostics {
    let mut diagnostics = script::check(sources);
    completeness::check(site, levels, &mut diagnostics);
    diagnostics.append(personal::check(sources));
    diagnostics.append(unused::check(site, sources));
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
        topic::check,
        twice::check,
        vote::check,
    ] {
        rule(site, &mut diagnostics);
    }
    diagnostics
}
