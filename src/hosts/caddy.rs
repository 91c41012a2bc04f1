//! `Caddyfile`, to be imported into a site block.

use super::{ASK, FILES, FOR_EVER, Facts, SANDBOX, SECURITY, bare, media};
use crate::config::Compression;

/// What the site block imports.
pub(super) fn snippet(facts: &Facts<'_>) -> String {
    let base = facts.base();
    let mut text = String::from(
        "# Made by congbao. In the site block of the portal:\n\
         #     root * /srv/portal/public\n\
         #     import /srv/portal/public/Caddyfile\n",
    );
    if !base.is_empty() {
        text.push_str(&format!("redir {base} {base}/ 301\n"));
    }
    for (from, to) in &facts.redirects {
        let (from, to) = (facts.link(from), facts.link(to));
        for from in std::iter::once(from.as_str()).chain(bare(&from)) {
            text.push_str(&format!("redir {from} {to} 301\n"));
        }
    }
    text.push_str(&match base {
        "" => "handle {\n".to_owned(),
        base => format!("handle_path {base}/* {{\n"),
    });
    // Caddy would sort what stands here by its own order, and set what is true of all last.
    text.push_str("  route {\n");
    headers(facts, &mut text);
    let control: Vec<String> = FILES.iter().map(|file| format!("/{file}")).collect();
    text.push_str(&format!("  @congbao_control path {}\n  error @congbao_control 404\n", control.join(" ")));
    for (at, route) in facts.gone.iter().enumerate() {
        text.push_str(&format!(
            "  @congbao_gone{at} path {route}\n  handle @congbao_gone{at} {{\n    rewrite * /{}\n    \
             file_server {{\n      status 410\n    }}\n  }}\n",
            route.output_file()
        ));
    }
    // Handled apart from those that are gone: of several blocks only the first that fits is taken.
    text.push_str("  handle {\n    file_server");
    let forms: Vec<&str> = [(Compression::Brotli, "br"), (Compression::Gzip, "gzip")]
        .into_iter()
        .filter(|(compression, _)| facts.has(*compression))
        .map(|(_, form)| form)
        .collect();
    if !forms.is_empty() {
        text.push_str(&format!(" {{\n      precompressed {}\n    }}", forms.join(" ")));
    }
    text.push_str("\n  }\n  }\n}\n");
    text.push_str(&format!(
        "handle_errors {{\n  @congbao_missing expression `{{http.error.status_code}} == 404 && \
         {{http.request.orig_uri.path}}.startsWith(\"{base}/\")`\n  handle @congbao_missing {{\n    rewrite * /404.html\n    \
         file_server\n  }}\n}}\n"
    ));
    text
}

fn headers(facts: &Facts<'_>, text: &mut String) {
    text.push_str("  header {\n");
    for (name, value) in SECURITY {
        text.push_str(&format!("    {name} \"{value}\"\n"));
    }
    text.push_str(&format!("    Cache-Control \"{ASK}\"\n  }}\n"));
    text.push_str(&format!(
        "  @congbao_hashed path_regexp ^{}\n  header @congbao_hashed Cache-Control \"{FOR_EVER}\"\n",
        facts.hashed_pattern()
    ));
    if !facts.sandboxed.is_empty() {
        let files: Vec<&str> = facts.sandboxed.iter().map(|route| route.as_str()).collect();
        text.push_str(&format!(
            "  @congbao_sandbox path {}\n  header @congbao_sandbox {{\n    Content-Security-Policy \"{SANDBOX}\"\n    \
             Content-Disposition attachment\n  }}\n",
            files.join(" ")
        ));
    }
    let open: Vec<String> = media::OPEN.iter().map(|ending| format!("*.{ending}")).collect();
    text.push_str(&format!(
        "  @congbao_open path {}\n  header @congbao_open Access-Control-Allow-Origin \"*\"\n",
        open.join(" ")
    ));
    // What is not there is told on a page, whatever its name ends in.
    text.push_str("  @congbao_there file\n  route @congbao_there {\n");
    let by_ending = media::BY_ENDING.iter().filter(|(ending, _)| *ending != "html");
    let by_ending = by_ending.map(|(ending, media)| (*ending, format!("*.{ending}"), media));
    let by_name = media::BY_NAME.iter().map(|(name, media)| (*name, format!("/{name} */{name}"), media));
    for (name, path, media) in by_ending.chain(by_name) {
        let name = name.replace('.', "_");
        let media = media::whole(media);
        text.push_str(&format!(
            "  @congbao_{name} path {path}\n  header @congbao_{name} Content-Type \"{media}\"\n"
        ));
    }
    text.push_str("  }\n");
}
