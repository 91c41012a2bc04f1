//! The files that a site publishes as they are: which of them would be run rather than shown, and which a host would not take.

use std::collections::BTreeMap;

use super::{Page, Plan, problems};
use crate::config::{Config, Host};
use crate::diag::Diagnostics;
use crate::front::Text;
use crate::hosts::{self, Runner};
use crate::link::{AssetIndex, LinkTarget, LinkedDocument, Site};
use crate::path::{Route, SitePath};
use crate::text::Span;

impl Plan {
    /// The addresses of the files of the portal that a browser would run, in order.
    pub fn run_by_browsers<'a>(&'a self, site: &'a Site) -> impl Iterator<Item = &'a Route> {
        self.jobs.iter().filter_map(|job| {
            let Page::Asset(asset) = job.page else { return None };
            runner(&site.asset(asset).path, &job.route).map(|_| &job.route)
        })
    }
}

/// Who would run a file: told by its name as it is written and as it is published.
fn runner(path: &SitePath, route: &Route) -> Option<Runner> {
    let published = route.as_str().rsplit('/').next().unwrap_or_default();
    hosts::runner(path.file_name()).max(hosts::runner(published))
}

/// Tells files that would be run and that the portal does not allow by name; what it allows without need or without a
/// sandbox; and files that are too large for a host.
pub(super) fn look_at_files(site: &Site, config: &Config, plan: &Plan, diagnostics: &mut Diagnostics) {
    let mut allowed = Allowed::of(config);
    for (at, linked) in site.documents.iter().enumerate() {
        let page = plan.addresses.document(super::DocumentIndex(at));
        for (asset, spans) in named_files(site, linked) {
            // What was taken back offers nothing any more.
            let route = plan.addresses.asset(site, page, asset);
            if plan.job_at(route.as_str()).is_none_or(|job| job.page != Page::Asset(asset)) {
                continue;
            }
            let file = site.asset(asset);
            let (first, others) = spans
                .split_first()
                .map_or((linked.document.span, &[][..]), |(first, others)| (*first, others));
            let found = runner(&file.path, &route);
            if let Some(runner) = found
                && !(allowed.allows(&file.path) && runner == Runner::Browser)
            {
                diagnostics.push(problems::would_run(first, others, file.path.as_str(), runner));
            }
            for limits in limits(config).filter(|limits| file.size > limits.bytes) {
                diagnostics.push(problems::too_large_for_host(
                    first,
                    file.path.as_str(),
                    limits.name,
                    limits.bytes,
                ));
            }
        }
    }
    if let (Some(asset), Some(route), Some(emblem)) =
        (site.emblem, plan.addresses.emblem(site), &config.emblem)
        && runner(&site.asset(asset).path, &route) == Some(Runner::Host)
    {
        let path = site.asset(asset).path.as_str();
        diagnostics.push(problems::would_run(emblem.span, &[], path, Runner::Host));
    }
    allowed.tell(config, diagnostics);
    look_at_counts(site, config, plan, diagnostics);
}

/// The files that a document publishes, each with the places that name it.
fn named_files(site: &Site, linked: &LinkedDocument) -> BTreeMap<AssetIndex, Vec<Span>> {
    let document = &linked.document;
    let minutes = document.fields.session().and_then(|fields| fields.minutes.as_ref());
    let picture = document.fields.picture();
    let attachments = document.common.attachments.iter().flatten().chain(minutes.into_iter().flatten());
    let in_front = attachments
        .filter_map(|attachment| attachment.file.as_ref())
        .chain(picture.and_then(|picture| picture.file.as_ref()))
        .filter_map(|file| Some((asset_beside(site, linked, file)?, file.span)));
    let in_body = document.body.links.iter().zip(&linked.links).filter_map(|(link, target)| match target {
        LinkTarget::Asset(asset) => Some((*asset, link.span)),
        _ => None,
    });
    let mut named: BTreeMap<AssetIndex, Vec<Span>> = BTreeMap::new();
    for (asset, span) in in_front.chain(in_body) {
        named.entry(asset).or_default().push(span);
    }
    named
}

/// The file that front matter names.
fn asset_beside(site: &Site, linked: &LinkedDocument, file: &Text) -> Option<AssetIndex> {
    let path = linked.document.path.beside(&file.value)?;
    site.assets.binary_search_by(|asset| asset.path.cmp(&path)).ok().map(AssetIndex)
}

/// What `attachments: {allow: …}` in congbao.yaml allows, and whether any file has needed it.
struct Allowed<'a>(Vec<(&'a Text, bool)>);

impl<'a> Allowed<'a> {
    fn of(config: &'a Config) -> Self {
        Self(config.allow.iter().map(|entry| (entry, false)).collect())
    }

    fn allows(&mut self, path: &SitePath) -> bool {
        let mut is_allowed = false;
        for (entry, is_used) in &mut self.0 {
            if names(&entry.value, path) {
                *is_used = true;
                is_allowed = true;
            }
        }
        is_allowed
    }

    /// Entries that allow nothing, and hosts that cannot be told of a sandbox for what the others allow.
    fn tell(&self, config: &Config, diagnostics: &mut Diagnostics) {
        for (entry, is_used) in &self.0 {
            let ending = entry.value.trim_start_matches('.');
            let by_ending = (!ending.contains(['.', '/'])).then(|| hosts::runner(&format!("x.{ending}")));
            let by_name = hosts::runner(&entry.value);
            if by_ending.flatten().or(by_name) == Some(Runner::Host) {
                diagnostics.push(problems::never_allowed(entry.span, &entry.value));
            } else if by_ending == Some(None) || (by_ending.is_none() && !is_used) {
                diagnostics.push(problems::allows_nothing(entry.span, &entry.value));
            } else if *is_used && (config.hosts.is_empty() || config.hosts.contains(&Host::Github)) {
                diagnostics.push(problems::no_sandbox(entry.span, config.hosts.is_empty()));
            }
        }
    }
}

/// Whether an entry names a file: by its ending, or by its path from the portal's folder or from `content/` on.
fn names(entry: &str, path: &SitePath) -> bool {
    let ending = entry.trim_start_matches('.');
    if ending.contains(['.', '/']) {
        let entry = entry.trim_start_matches("./");
        return path.as_str() == entry || path.as_str().strip_prefix("content/") == Some(entry);
    }
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

/// What a host takes, as its documentation says.
struct Limits {
    name: &'static str,
    /// The largest file, in bytes.
    bytes: u64,
    /// Files of a site.
    files: usize,
    /// Rules in `_redirects`.
    redirects: usize,
    /// Rules in `_headers`.
    headers: usize,
}

const MEBIBYTE: u64 = 1024 * 1024;

fn limits(config: &Config) -> impl Iterator<Item = Limits> {
    config.hosts.iter().filter_map(|host| match host {
        // The free plan; others take 100,000 files.
        Host::Cloudflare => Some(Limits {
            name: "Cloudflare Pages",
            bytes: 25 * MEBIBYTE,
            files: 20_000,
            redirects: 2_100,
            headers: 100,
        }),
        Host::Github => Some(Limits {
            name: "GitHub Pages",
            bytes: 100 * MEBIBYTE,
            files: usize::MAX,
            redirects: usize::MAX,
            headers: usize::MAX,
        }),
        Host::Netlify | Host::Apache | Host::Nginx | Host::Caddy => None,
    })
}

/// Files and rules that are too many for a host. The index of the search and the theme come on top.
fn look_at_counts(site: &Site, config: &Config, plan: &Plan, diagnostics: &mut Diagnostics) {
    let (mut files, mut redirects) = (0, 0);
    for job in &plan.jobs {
        files += if matches!(job.page, Page::Asset(_)) { 1 } else { 1 + config.precompress.len() };
        // With and without the slash.
        if matches!(job.page, Page::Redirect(_)) {
            redirects += if job.route.as_str().ends_with('/') { 2 } else { 1 };
        }
    }
    // One rule for all files, and one for data.
    let headers = 2 + plan.run_by_browsers(site).count();
    for limits in limits(config) {
        for (count, most, what) in [
            (files, limits.files, "files"),
            (redirects, limits.redirects, "redirects"),
            (headers, limits.headers, "headers"),
        ] {
            if count > most {
                diagnostics.push(problems::too_many_for_host(limits.name, count, most, what));
            }
        }
    }
}
