//! `missing-contact`: the rules for state portals ask every page to say who answers for it, where the office is, and how
//! it is reached (Circular 32/2017/TT-BTTTT, article 16.3.c); the footer shows what `contact` says.

use crate::config::Config;
use crate::diag::{At, Code, Diagnostic, Diagnostics};

pub(super) fn check(config: &Config) -> Diagnostics {
    let contact = &config.contact;
    let can_be_reached = contact.phone.is_some() || contact.email.is_some();
    let fields = [
        (contact.person.is_some(), "who answers for it (`person`)"),
        (contact.address.is_some(), "where the office is (`address`)"),
        (can_be_reached, "how it is reached (`phone` or `email`)"),
    ];
    let missing: Vec<&str> = fields.iter().filter(|(is_there, _)| !is_there).map(|(_, what)| *what).collect();
    // A portal without settings is told that first.
    if missing.is_empty() || config.title.is_empty() {
        return Diagnostics::new();
    }
    let problem = Diagnostic::note(
        Code("missing-contact"),
        At::File("congbao.yaml".to_owned()),
        format!("the portal does not say {}", missing.join(", ")),
    );
    std::iter::once(problem.help("write it under `contact` in congbao.yaml; the foot of every page shows it"))
        .collect()
}
