//! Files that tell a host how to serve the site: headers, caching, redirects, media types. One file per host.
//!
//! All of them say the same, as far as the host can: the content policy that every page keeps to, long caching for files that
//! have a hash in their name, real redirects beside the pages at old addresses, our own page for unknown addresses, a sandbox for
//! files that a browser would run.

mod active;
mod apache;
mod caddy;
mod compress;
mod headers;
mod media;
mod nginx;
mod redirects;

use crate::config::{Compression, Config, Host};
use crate::path::Route;

pub use active::{Runner, SANDBOX, is_setting, runner};
pub use compress::{compressed, is_compressible};

/// What pages may load: only what lies on the same host. No page has a script or style of its own inline.
const POLICY: &str = "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

/// What every answer says, beside its caching. No `Strict-Transport-Security`: it binds the whole host, of which the
/// portal may be a part.
const SECURITY: [(&str, &str); 6] = [
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("X-Frame-Options", "SAMEORIGIN"),
];

/// Caching of files whose address changes with their bytes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Caching of all else: kept, but asked after each time.
const ASK: &str = "no-cache";

/// Names of all files that this module writes. Hosts do not hand them out.
pub const FILES: [&str; 6] = ["_headers", "_redirects", ".nojekyll", ".htaccess", "nginx.conf", "Caddyfile"];

/// What hosts are told about a site.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// The settings.
    pub config: &'a Config,
    /// Old addresses and where they lead, in order.
    pub redirects: Vec<(&'a Route, &'a Route)>,
    /// Pages that say that something is gone for good, in order.
    pub gone: Vec<&'a Route>,
    /// Files that a browser would run, in order: they are held in a sandbox and only offered to be stored.
    pub sandboxed: Vec<&'a Route>,
    /// Files with a hash in their name.
    pub hashed: Vec<Route>,
    /// The folder of the search; its files that end in `.bin` have a hash in their name.
    pub search: Route,
    /// The folder of the data, which other sites may read from.
    pub data: Route,
}

impl Facts<'_> {
    /// What stands before every address: empty, or `/hdnd`.
    fn base(&self) -> &str {
        self.config.base_url.path()
    }

    /// An address on the host.
    fn link(&self, route: &Route) -> String {
        self.config.base_url.link(route)
    }

    fn has(&self, compression: Compression) -> bool {
        self.config.precompress.contains(&compression)
    }

    /// Matches the addresses that have a hash, from behind the path of the portal on.
    fn hashed_pattern(&self) -> String {
        format!(
            r"/(theme/[^/]+\.[0-9a-f]{{8}}\.[a-z0-9]+|{}[^/]+\.bin)$",
            escaped(&self.search.as_str()[1..])
        )
    }
}

/// The names of the files for the hosts of a portal.
pub fn names(config: &Config) -> impl Iterator<Item = &'static str> {
    let mut names: Vec<&'static str> = config.hosts.iter().flat_map(|host| of(*host)).copied().collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter()
}

fn of(host: Host) -> &'static [&'static str] {
    match host {
        Host::Netlify | Host::Cloudflare => &["_headers", "_redirects"],
        Host::Github => &[".nojekyll"],
        Host::Apache => &[".htaccess"],
        Host::Nginx => &["nginx.conf"],
        Host::Caddy => &["Caddyfile"],
    }
}

/// The files for the hosts that the portal names, by name.
#[must_use]
pub fn files(facts: &Facts<'_>) -> Vec<(&'static str, Vec<u8>)> {
    let text = |name: &str| match name {
        "_headers" => headers::headers(facts),
        "_redirects" => redirects::redirects(facts),
        ".htaccess" => apache::htaccess(facts),
        "nginx.conf" => nginx::include(facts),
        "Caddyfile" => caddy::snippet(facts),
        _ => String::new(),
    };
    names(facts.config).map(|name| (name, text(name).into_bytes())).collect()
}

/// A text as a regular expression that matches it alone. Addresses have letters, digits and `-_.~/`.
fn escaped(text: &str) -> String {
    text.replace('.', r"\.")
}

/// An address without the slash at its end, if it has one and is not the home page.
fn bare(address: &str) -> Option<&str> {
    address.strip_suffix('/').filter(|bare| !bare.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::BaseUrl;

    pub(super) fn told(base_url: &str, hosts: &[Host], check: impl Fn(&str, &str)) {
        let config = Config {
            base_url: BaseUrl::parse(base_url).unwrap(),
            hosts: hosts.to_vec(),
            precompress: vec![Compression::Gzip],
            ..Config::default()
        };
        let (old, new) = (Route::parse("/cu/").unwrap(), Route::parse("/moi/").unwrap());
        let gone = Route::parse("/het/").unwrap();
        let map = Route::parse("/tin/ban-do.svg").unwrap();
        let facts = Facts {
            config: &config,
            redirects: vec![(&old, &new)],
            gone: vec![&gone],
            sandboxed: vec![&map],
            hashed: vec![Route::parse("/theme/style.01234567.css").unwrap()],
            search: Route::parse("/tim-kiem/").unwrap(),
            data: Route::parse("/du-lieu/").unwrap(),
        };
        for (name, bytes) in files(&facts) {
            check(name, &String::from_utf8(bytes).unwrap());
        }
    }

    #[test]
    fn every_host_is_told_policy_redirects_and_caching_under_a_path() {
        told("https://example.vn/hdnd/", &[Host::Apache, Host::Nginx, Host::Caddy], |name, text| {
            for part in
                [POLICY, FOR_EVER, "/hdnd/cu", "/hdnd/moi/", "/404.html", "410", "application/atom+xml"]
            {
                assert!(text.contains(part), "{name}: {part}\n{text}");
            }
        });
    }

    #[test]
    fn every_host_that_is_told_headers_is_told_of_the_sandbox() {
        let hosts = [Host::Netlify, Host::Cloudflare, Host::Github, Host::Apache, Host::Nginx, Host::Caddy];
        for base in ["https://example.vn/", "https://example.vn/hdnd/"] {
            told(base, &hosts, |name, text| {
                let tells_headers = !matches!(name, "_redirects" | ".nojekyll");
                for part in [SANDBOX, "ban-do.svg", "attachment", "nosniff"] {
                    assert_eq!(text.contains(part), tells_headers, "{name}: {part}\n{text}");
                }
            });
        }
    }

    #[test]
    fn a_host_has_its_files_and_no_others() {
        for (host, expected) in [
            (Host::Netlify, &["_headers", "_redirects"][..]),
            (Host::Cloudflare, &["_headers", "_redirects"]),
            (Host::Github, &[".nojekyll"]),
            (Host::Apache, &[".htaccess"]),
            (Host::Nginx, &["nginx.conf"]),
            (Host::Caddy, &["Caddyfile"]),
        ] {
            let config = Config { hosts: vec![host], ..Config::default() };
            assert_eq!(names(&config).collect::<Vec<_>>(), expected);
            assert!(expected.iter().all(|name| FILES.contains(name)));
        }
    }

    #[test]
    fn redirects_are_forced_where_only_netlify_reads_them() {
        for (hosts, expected) in [
            (&[Host::Netlify][..], "/cu/ /moi/ 301!\n"),
            (&[Host::Cloudflare], "/cu/ /moi/ 301\n"),
            (&[Host::Cloudflare, Host::Netlify], "/cu/ /moi/ 301\n"),
        ] {
            told("https://example.vn/", hosts, |name, text| {
                assert!(name != "_redirects" || text.contains(expected), "{text}");
            });
        }
    }
}
