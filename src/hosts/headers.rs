//! `_headers` of Netlify and Cloudflare Pages.
//!
//! Both add up the headers of all rules that fit, so no header but the policy is told twice for one address: caching is told for files with a
//! hash in their name alone. Those of the search are too many for the hundred rules that Cloudflare reads; they are asked after
//! like pages. Both hosts know media types by the ending of a name.

use super::{FOR_EVER, Facts, SANDBOX, SECURITY};

/// Headers by address.
pub(super) fn headers(facts: &Facts<'_>) -> String {
    let mut text = String::from("# Made by congbao. It belongs into the top folder of what is published.\n");
    text.push_str(&format!("{}/*\n", facts.base()));
    for (name, value) in SECURITY {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    // Where two policies are told, browsers keep to both.
    for route in &facts.sandboxed {
        text.push_str(&format!(
            "{}\n  Content-Security-Policy: {SANDBOX}\n  Content-Disposition: attachment\n",
            facts.link(route)
        ));
    }
    for route in &facts.hashed {
        text.push_str(&format!("{}\n  Cache-Control: {FOR_EVER}\n", facts.link(route)));
    }
    text.push_str(&format!("{}*\n  Access-Control-Allow-Origin: *\n", facts.link(&facts.data)));
    text
}
