//! `missing-contact`: the rules for state portals ask every page to say who answers for it, where the office is, and how
//! it is reached (Circular 32/2017/TT-BTTTT, article 16.3.c); the footer shows what `contact` says.

use crate::config::Config;
use crate::diag::{At, Diagnostics, Message, Rule, message};

pub(super) const RULE: Rule = Rule::note("missing-contact");

pub(super) fn check(config: &Config) -> Diagnostics {
    let contact = &config.contact;
    let can_be_reached = contact.phone.is_some() || contact.email.is_some();
    let fields = [
        (contact.person.is_some(), message!("missing-contact.person")),
        (contact.address.is_some(), message!("missing-contact.address")),
        (can_be_reached, message!("missing-contact.reached")),
    ];
    let missing: Vec<Message> =
        fields.into_iter().filter(|(is_there, _)| !is_there).map(|(_, what)| what).collect();
    // A portal without settings is told that first.
    if missing.is_empty() || config.title.is_empty() {
        return Diagnostics::new();
    }
    let problem = RULE.at(At::File("congbao.yaml".to_owned()), message!("missing-contact.says", missing));
    std::iter::once(problem.help(message!("missing-contact.help"))).collect()
}
