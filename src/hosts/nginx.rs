//! `nginx.conf`, to be included in a server block.

use super::{ASK, FILES, FOR_EVER, Facts, POLICY, SANDBOX, SECURITY, bare, escaped, media};
use crate::config::Compression;

/// What the server block includes. Its own variables begin with `congbao_`.
pub(super) fn include(facts: &Facts<'_>) -> String {
    let base = facts.base();
    let mut text = String::from(
        "# Made by congbao. In the server block of the portal:\n\
         #     set $congbao_site /srv/portal/public;\n\
         #     include /srv/portal/public/nginx.conf;\n",
    );
    text.push_str(&format!(
        "set $congbao_cache \"{ASK}\";\n\
         if ($uri ~ \"^{}{}\") {{ set $congbao_cache \"{FOR_EVER}\"; }}\n",
        escaped(base),
        facts.hashed_pattern(),
    ));
    text.push_str(&format!(
        "set $congbao_open \"\";\nif ($uri ~ \"^{}/.*\\.({})$\") {{ set $congbao_open \"*\"; }}\n",
        escaped(base),
        media::OPEN.join("|"),
    ));
    sandbox(facts, &mut text);
    redirects(facts, &mut text);
    for file in FILES {
        text.push_str(&format!("location = {base}/{file} {{ return 404; }}\n"));
    }
    let place = if base.is_empty() { "root $congbao_site;" } else { "alias $congbao_site/;" };
    text.push_str(&format!(
        "location {base}/ {{\n  {place}\n  index index.html;\n  absolute_redirect off;\n  \
         error_page 404 {base}/404.html;\n"
    ));
    if facts.has(Compression::Gzip) {
        text.push_str("  gzip_static on;\n");
    }
    if facts.has(Compression::Brotli) {
        text.push_str("  # Where the module for Brotli is there: brotli_static on;\n");
    }
    types(&mut text);
    for (name, value) in SECURITY {
        let value = if value == POLICY { "$congbao_policy".to_owned() } else { format!("\"{value}\"") };
        text.push_str(&format!("  add_header {name} {value} always;\n"));
    }
    // A header without a value is not sent.
    text.push_str("  add_header Content-Disposition $congbao_disposition;\n");
    text.push_str("  add_header Cache-Control $congbao_cache always;\n");
    text.push_str("  add_header Access-Control-Allow-Origin $congbao_open;\n");
    for (name, media) in media::BY_NAME {
        text.push_str(&format!(
            "  location ~ \"^{}/(.*/)?{}$\" {{ alias $congbao_site/$1{name}; types {{ }} default_type {media}; }}\n",
            escaped(base),
            escaped(name),
        ));
    }
    text.push_str("}\n");
    text
}

/// What is said of files that a browser would run, and of all others.
fn sandbox(facts: &Facts<'_>, text: &mut String) {
    text.push_str(&format!("set $congbao_policy \"{POLICY}\";\nset $congbao_disposition \"\";\n"));
    for route in &facts.sandboxed {
        text.push_str(&format!(
            "if ($uri = \"{}\") {{ set $congbao_policy \"{SANDBOX}\"; set $congbao_disposition \"attachment\"; }}\n",
            facts.link(route)
        ));
    }
}

fn redirects(facts: &Facts<'_>, text: &mut String) {
    let base = facts.base();
    if !base.is_empty() {
        text.push_str(&format!("location = {base} {{ absolute_redirect off; return 301 {base}/; }}\n"));
    }
    for (from, to) in &facts.redirects {
        let (from, to) = (facts.link(from), facts.link(to));
        for from in std::iter::once(from.as_str()).chain(bare(&from)) {
            text.push_str(&format!("location = {from} {{ absolute_redirect off; return 301 {to}; }}\n"));
        }
    }
    for route in &facts.gone {
        let gone = facts.link(route);
        text.push_str(&format!(
            "location = {gone} {{ error_page 410 {base}/{}; return 410; }}\n",
            route.output_file()
        ));
    }
}

/// Media types; the block takes the place of those of the server.
fn types(text: &mut String) {
    text.push_str("  types {\n");
    for (ending, media) in media::BY_ENDING {
        text.push_str(&format!("    {media} {ending};\n"));
    }
    text.push_str("  }\n  default_type application/octet-stream;\n  charset utf-8;\n  charset_types");
    let all = media::BY_ENDING.iter().chain(&media::BY_NAME).map(|(_, media)| *media);
    // Pages have their encoding told anyway; to name them again is a warning.
    for media in all.filter(|media| media::is_text(media) && *media != "text/html") {
        text.push_str(&format!(" {media}"));
    }
    text.push_str(";\n");
}
