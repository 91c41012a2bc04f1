//! Rules over the whole site that stop nothing: what an editor should look at before a reader does.
//!
//! One rule, one file: what it finds, why it matters, and its tests. Severity can be set by code in `congbao.yaml`, and a
//! document can be exempt with a reason: see [`levels`].

mod alt;
mod amended;
mod announced;
mod circle;
mod citation;
mod completeness;
mod contact;
mod count;
mod detailed;
mod early_effect;
mod effect_before_adoption;
mod expires_before_effect;
pub mod external;
mod heading;
pub mod levels;
mod list;
mod moved;
mod no_day;
mod personal;
mod provision;
mod read;
mod relation;
mod role;
mod script;
mod session_days;
mod session_end;
mod session_order;
mod signer;
mod term;
mod topic;
mod twice;
mod unrecorded;
mod unsure;
mod unused;
mod vote;

use crate::config::{CheckLevel, Config};
use crate::diag::{Diagnostics, Rule};
use crate::front::Text;
use crate::link::Site;
use crate::text::Source;

/// The rules that look at one text alone.
#[must_use]
pub fn check_text(source: &Source) -> Diagnostics {
    script::check(source).into_iter().chain(personal::check(source)).collect()
}

/// What [`check_completeness`] tells.
const COMPLETENESS: [Rule; 3] = [contact::RULE, read::RULE, unrecorded::RULE];

/// The rules of this module.
pub(crate) fn rules() -> Vec<Rule> {
    let single = [
        alt::RULE,
        amended::RULE,
        announced::RULE,
        circle::RULE,
        citation::RULE,
        contact::RULE,
        count::RULE,
        detailed::RULE,
        early_effect::RULE,
        effect_before_adoption::RULE,
        expires_before_effect::RULE,
        external::DEAD,
        external::UNREACHED,
        heading::RULE,
        list::RULE,
        moved::RULE,
        no_day::RULE,
        personal::RULE,
        provision::MISSING_PROVISION,
        provision::UNREADABLE_PROVISION,
        read::RULE,
        role::RULE,
        script::legacy::RULE,
        script::mixed::RULE,
        session_days::RULE,
        session_end::RULE,
        session_order::RULE,
        signer::RULE,
        term::RULE,
        topic::RULE,
        twice::RULE,
        unrecorded::RULE,
        unsure::RULE,
        unused::RULE,
        vote::RULE,
    ];
    [single.as_slice(), completeness::RULES, relation::RULES, levels::RULES].concat()
}

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
        alt::check,
        amended::check,
        announced::check,
        circle::check,
        citation::check,
        count::check,
        detailed::check,
        early_effect::check,
        effect_before_adoption::check,
        expires_before_effect::check,
        heading::check,
        list::check,
        moved::check,
        no_day::check,
        provision::check,
        relation::check,
        role::check,
        session_days::check,
        session_end::check,
        session_order::check,
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
