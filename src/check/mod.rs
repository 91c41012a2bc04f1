//! Rules over the whole site that stop nothing: what an editor should look at before a reader does.
//!
//! One rule, one file: what it finds, why it matters, and its tests. Severity can be set by code in `congbao.yaml`, and a
//! document can be exempt with a reason: see [`levels`].

mod amended;
mod announced;
mod circle;
mod citation;
pub mod codes;
mod completeness;
mod contact;
mod count;
mod detailed;
mod effect;
pub mod external;
pub mod levels;
mod list;
mod moved;
mod no_day;
mod page;
mod personal;
mod provision;
mod read;
mod relation;
mod role;
mod script;
mod session;
mod signer;
mod term;
mod topic;
mod twice;
mod unrecorded;
mod unsure;
mod unused;
mod vote;

use crate::config::{CheckLevel, Config};
use crate::diag::Diagnostics;
use crate::front::Text;
use crate::link::Site;
use crate::text::Source;

/// The rules that look at one text alone.
#[must_use]
pub fn check_text(source: &Source) -> Diagnostics {
    script::check(source).into_iter().chain(personal::check(source)).collect()
}

/// The codes of what [`check_completeness`] tells.
const COMPLETENESS: [&str; 3] = ["missing-contact", "page-without-record", "read-from-text"];

/// The rules about what a portal may leave as it is: told where somebody asks for everything, and by no build.
#[must_use]
pub fn check_completeness(site: &Site, config: &Config) -> Diagnostics {
    let mut diagnostics = contact::check(config);
    unrecorded::check(site, &mut diagnostics);
    read::check(site, &mut diagnostics);
    diagnostics
}

/// The rules over a site and the texts that it was made from, but for those of [`check_text`]. `levels` is what the portal
/// says of codes: some rules are followed only where it asks for them.
#[must_use]
pub fn check(site: &Site, sources: &[Source], levels: &[(Text, CheckLevel)]) -> Diagnostics {
    let mut diagnostics = unused::check(site, sources);
    completeness::check(site, levels, &mut diagnostics);
    for rule in [
        amended::check,
        announced::check,
        circle::check,
        citation::check,
        count::check,
        detailed::check,
        effect::check,
        list::check,
        moved::check,
        no_day::check,
        page::check,
        provision::check,
        relation::check,
        role::check,
        session::check,
        signer::check,
        term::check,
        topic::check,
        twice::check,
        unsure::check,
        vote::check,
    ] {
        rule(site, &mut diagnostics);
    }
    diagnostics
}
