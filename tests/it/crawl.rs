//! Parses every page of a built site and follows every link and anchor in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;
use scraper::{Html, Selector};

use crate::harness::Built;

/// What a page has and wants.
#[derive(Default)]
struct Seen {
    ids: BTreeSet<String>,
    wanted: Vec<String>,
    faults: Vec<String>,
}

/// Everything that is wrong with the pages of a site, as lines.
pub(crate) fn faults(built: &Built) -> Vec<String> {
    let base = built.prepared.config.base_url.path().to_owned();
    let pages: BTreeMap<&String, Seen> = built
        .files
        .par_iter()
        .filter(|(file, _)| file.ends_with(".html"))
        .map(|(file, bytes)| (file, look(std::str::from_utf8(bytes).unwrap())))
        .collect();
    let mut faults = Vec::new();
    let mut told: HashMap<String, usize> = HashMap::new();
    for (file, seen) in &pages {
        faults.extend(seen.faults.iter().map(|fault| format!("{file}: {fault}")));
        for address in &seen.wanted {
            if let Some(fault) = dead(address, file, &base, built, &pages) {
                // A fault of the frame stands on every page; it is told a few times only.
                let count = told.entry(fault.clone()).or_default();
                *count += 1;
                if *count <= 3 {
                    faults.push(format!("{file}: {fault}"));
                }
            }
        }
    }
    faults
}

fn look(html: &str) -> Seen {
    let document = Html::parse_document(html);
    let mut seen = Seen::default();
    let mut headings = 0;
    for element in
        document.tree.nodes().filter_map(|node| node.value().as_element().map(|element| (node, element)))
    {
        let (node, element) = element;
        let name = element.name();
        headings += usize::from(name == "h1");
        for (attribute, value) in element.attrs() {
            if attribute == "id" && !seen.ids.insert(value.to_owned()) {
                seen.faults.push(format!("the id `{value}` stands twice"));
            }
            if attribute.starts_with("on") || attribute == "style" {
                seen.faults.push(format!("`{attribute}` on `{name}`"));
            }
            let is_address =
                matches!((name, attribute), ("a" | "link", "href") | ("img" | "script" | "source", "src"));
            if is_address && element.attr("rel") != Some("canonical") {
                seen.wanted.push(value.to_owned());
            }
            if matches!(attribute, "href" | "src" | "action" | "formaction" | "data")
                && ["javascript:", "data:", "vbscript:"]
                    .iter()
                    .any(|scheme| value.trim().to_ascii_lowercase().starts_with(scheme))
            {
                seen.faults.push(format!("the address `{value}`"));
            }
        }
        if matches!(name, "style" | "iframe" | "object" | "embed" | "base" | "frame" | "applet" | "math") {
            seen.faults.push(format!("an element `{name}`"));
        }
        let is_data = element.attr("type") == Some("application/ld+json");
        if name == "script" && !is_data && (element.attr("src").is_none() || node.has_children()) {
            seen.faults.push("an inline script".to_owned());
        }
    }
    let is_redirect = html.contains("http-equiv");
    if headings != 1 && !is_redirect {
        seen.faults.push(format!("{headings} headings of level 1"));
    }
    let lang = Selector::parse("html[lang]").unwrap();
    if document.select(&lang).next().is_none() {
        seen.faults.push("no language".to_owned());
    }
    seen
}

/// Why an address of the site leads nowhere; `None` where it leads somewhere or out of the site.
fn dead(
    address: &str,
    from: &str,
    base: &str,
    built: &Built,
    pages: &BTreeMap<&String, Seen>,
) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    let has_scheme = ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme));
    if has_scheme {
        return None;
    }
    let (path, anchor) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    let file = if path.is_empty() {
        from.to_owned()
    } else {
        let Some(inner) = path.strip_prefix(base).and_then(|rest| rest.strip_prefix('/')) else {
            return Some(format!("`{address}` is no address below `{base}/`"));
        };
        if inner.is_empty() || inner.ends_with('/') { format!("{inner}index.html") } else { inner.to_owned() }
    };
    if !built.files.contains_key(&file) {
        return Some(format!("`{address}` leads to no file"));
    }
    let has_anchor = anchor.is_empty() || pages.get(&file).is_none_or(|page| page.ids.contains(anchor));
    (!has_anchor).then(|| format!("`{address}` leads to no place of the page"))
}
