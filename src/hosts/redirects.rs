//! `_redirects` of Netlify and Cloudflare Pages.

use super::{Facts, bare};
use crate::config::Host;

/// Old addresses with where they lead. `301!` makes Netlify send readers on although there is a page at the old address;
/// Cloudflare does so anyway and knows no `!`.
pub(super) fn redirects(facts: &Facts<'_>) -> String {
    let status = if facts.config.hosts.contains(&Host::Cloudflare) { "301" } else { "301!" };
    let mut text = String::from("# Made by congbao. It belongs into the top folder of what is published.\n");
    for (from, to) in &facts.redirects {
        let (from, to) = (facts.link(from), facts.link(to));
        text.push_str(&format!("{from} {to} {status}\n"));
        if let Some(bare) = bare(&from) {
            text.push_str(&format!("{bare} {to} {status}\n"));
        }
    }
    text
}
