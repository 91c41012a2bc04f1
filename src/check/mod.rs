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

/// A function that looks at a site alone.
type Check = fn(&Site, &mut Diagnostics);

/// The rules that look at a site alone, with what finds them.
const OVER_SITE: &[(&[Rule], Check)] = &[
    (&[alt::RULE], alt::check),
    (&[amended::RULE], amended::check),
    (&[announced::RULE], announced::check),
    (&[circle::RULE], circle::check),
    (&[citation::RULE], citation::check),
    (&[count::RULE], count::check),
    (&[detailed::RULE], detailed::check),
    (&[early_effect::RULE], early_effect::check),
    (&[effect_before_adoption::RULE], effect_before_adoption::check),
    (&[expires_before_effect::RULE], expires_before_effect::check),
    (&[heading::RULE], heading::check),
    (&[list::RULE], list::check),
    (&[moved::RULE], moved::check),
    (&[no_day::RULE], no_day::check),
    (provision::RULES, provision::check),
    (relation::RULES, relation::check),
    (&[role::RULE], role::check),
    (&[session_days::RULE], session_days::check),
    (&[session_end::RULE], session_end::check),
    (&[session_order::RULE], session_order::check),
    (&[signer::RULE], signer::check),
    (&[term::RULE], term::check),
    (&[topic::RULE], topic::check),
    (&[twice::RULE], twice::check),
    (&[unsure::RULE], unsure::check),
    (&[vote::RULE], vote::check),
];

/// The rules of this module.
pub(crate) fn rules() -> Vec<Rule> {
    let over_site = OVER_SITE.iter().flat_map(|(rules, _)| *rules);
    let others = [
        &[script::legacy::RULE, script::mixed::RULE, personal::RULE, unused::RULE],
        completeness::RULES,
        &COMPLETENESS,
        external::RULES,
        levels::RULES,
    ];
    over_site.chain(others.into_iter().flatten()).copied().collect()
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
    for (_, check) in OVER_SITE {
        check(site, &mut diagnostics);
    }
    diagnostics
}
