//! `.htaccess` of Apache 2.4.
//!
//! Compressed forms are not used: Apache has no switch for them, and rules that rewrite each address are worth less than its
//! own compression.

use super::{ASK, FILES, FOR_EVER, Facts, SANDBOX, SECURITY, escaped, media};

/// Rules for the folder of the site.
pub(super) fn htaccess(facts: &Facts<'_>) -> String {
    let base = facts.base();
    let mut text = String::from("# Made by congbao.\nOptions -Indexes\nDirectoryIndex index.html\n");
    text.push_str(&format!("ErrorDocument 404 {base}/404.html\n"));
    types(&mut text);
    text.push_str("<IfModule mod_headers.c>\n");
    for (name, value) in SECURITY {
        text.push_str(&format!("  Header always set {name} \"{value}\"\n"));
    }
    text.push_str(&format!("  Header set Cache-Control \"{ASK}\"\n"));
    text.push_str(&format!(
        "  <If \"%{{REQUEST_URI}} =~ m#^{}{}#\">\n    Header set Cache-Control \"{FOR_EVER}\"\n  </If>\n",
        escaped(base),
        facts.hashed_pattern()
    ));
    text.push_str(&format!(
        "  <FilesMatch \"\\.({})$\">\n    Header set Access-Control-Allow-Origin \"*\"\n  </FilesMatch>\n</IfModule>\n",
        media::OPEN.join("|")
    ));
    sandbox(facts, &mut text);
    for file in FILES {
        text.push_str(&format!("<Files \"{file}\">\n  Require all denied\n</Files>\n"));
    }
    text.push_str("<IfModule mod_alias.c>\n");
    for (from, to) in &facts.redirects {
        let (from, to) = (facts.link(from), facts.link(to));
        let pattern =
            from.strip_suffix('/').map_or_else(|| escaped(&from), |bare| format!("{}/?", escaped(bare)));
        text.push_str(&format!("  RedirectMatch 301 ^{pattern}$ {to}\n"));
    }
    for route in &facts.gone {
        let gone = facts.link(route);
        text.push_str(&format!("  RedirectMatch 410 ^{}$\n", escaped(&gone)));
        text.push_str(&format!(
            "  <If \"%{{REQUEST_URI}} == '{gone}'\">\n    ErrorDocument 410 {base}/{}\n  </If>\n",
            route.output_file()
        ));
    }
    text.push_str("</IfModule>\n");
    text
}

/// What is said of files that a browser would run. Without the module that says it they are not handed out.
fn sandbox(facts: &Facts<'_>, text: &mut String) {
    for route in &facts.sandboxed {
        let condition = format!("%{{REQUEST_URI}} == '{}'", facts.link(route));
        text.push_str(&format!(
            "<IfModule mod_headers.c>\n  <If \"{condition}\">\n    Header always set Content-Security-Policy \"{SANDBOX}\"\n    \
             Header always set X-Content-Type-Options \"nosniff\"\n    Header set Content-Disposition \"attachment\"\n  \
             </If>\n</IfModule>\n<IfModule !mod_headers.c>\n  <If \"{condition}\">\n    Require all denied\n  </If>\n</IfModule>\n"
        ));
    }
}

fn types(text: &mut String) {
    text.push_str("AddDefaultCharset utf-8\n<IfModule mod_mime.c>\n");
    for (ending, media) in media::BY_ENDING {
        text.push_str(&format!("  AddType {media} .{ending}\n"));
        if media::is_text(media) {
            text.push_str(&format!("  AddCharset utf-8 .{ending}\n"));
        }
    }
    // A file that is compressed by itself must not be taken for a compressed form of another.
    text.push_str("  RemoveEncoding .gz .br\n</IfModule>\n");
    for (name, media) in media::BY_NAME {
        text.push_str(&format!("<Files \"{name}\">\n  ForceType \"{}\"\n</Files>\n", media::whole(media)));
    }
}
