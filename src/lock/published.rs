//! What a site publishes, and what was published and is no more.

use rayon::prelude::*;

use super::{Entry, Lock, anchors, problems};
use crate::diag::{Diagnostic, Diagnostics};
use crate::document::KindFields;
use crate::legal::ProvisionPath;
use crate::legal::structure::Role;
use crate::link::{DocumentIndex, Entity, LinkedDocument, Site};
use crate::path::Route;
use crate::plan::{Job, Page, Part, Plan};
use crate::text::Span;

/// Every address of a site that must go on answering. Further pages of lists, and lists by year or status, come and go with
/// what they list; files whose address the program itself gives (data, the index of the search, the theme) are not an editor's
/// to keep.
#[must_use]
pub fn published(site: &Site, plan: &Plan) -> Lock {
    let mut lock = Lock::default();
    for job in &plan.jobs {
        if let Some((what, document)) = kept(job, site) {
            let anchors = document.map(|index| provisions(site.document(index))).unwrap_or_default();
            lock.insert(job.route.as_str(), &what, &anchors);
        }
    }
    lock
}

/// What is at an address, with the document whose provisions it has; `None` where it may come and go.
fn kept(job: &Job, site: &Site) -> Option<(String, Option<DocumentIndex>)> {
    let recorded = |document: Option<DocumentIndex>, sort: &str| {
        let id = document.map(|index| site.document(index).document.id.0.clone());
        Some((id.unwrap_or_else(|| sort.to_owned()), None))
    };
    let page = |name: &str| Some((name.to_owned(), None));
    match &job.page {
        Page::Document(index) => Some((site.document(*index).document.id.0.clone(), Some(*index))),
        Page::Session(index) => recorded(site.session(*index).document, "session"),
        Page::Official(index, 0) => recorded(site.official(*index).document, "official"),
        Page::Topic(index, 0) => recorded(site.topic(*index).document, "topic"),
        Page::Body(index, 0) => recorded(site.body(*index).document, "body"),
        Page::Term(_, 0) => page("term"),
        Page::Known(_, 0) => page("cited"),
        Page::List(_, Part::All, 0) => page("list"),
        Page::Home => page("home"),
        Page::Data | Page::Gaps | Page::SiteMap | Page::Search => page("page"),
        Page::Redirect(_) => page("redirect"),
        Page::Asset(asset) if !job.route.as_str().starts_with("/theme/") => {
            Some((site.asset(*asset).path.as_str().to_owned(), None))
        }
        _ => None,
    }
}

/// The anchors of the provisions of a resolution and of what is attached to it, with those that have moved: sorted.
fn provisions(linked: &LinkedDocument) -> Vec<&str> {
    if !matches!(linked.document.fields, KindFields::Resolution(..)) {
        return Vec::new();
    }
    let body = &linked.document.body;
    let own = body.anchors.iter().map(String::as_str);
    let own = own.filter(|anchor| ProvisionPath::from_anchor(anchor).is_some());
    // Attached texts have articles of their own: `quy-dinh-dieu-3`.
    let recognised = body.law.iter().flat_map(|law| &law.provisions);
    let recognised = recognised.filter(|provision| provision.role != Role::Basis);
    let recognised = recognised.map(|provision| provision.anchor.as_str());
    let mut anchors: Vec<&str> = own.chain(recognised).chain(moved(linked)).collect();
    anchors.sort_unstable();
    anchors.dedup();
    anchors
}

fn moved(linked: &LinkedDocument) -> impl Iterator<Item = &str> {
    let moved = linked.document.fields.resolution().and_then(|fields| fields.moved.as_ref());
    moved.into_iter().flat_map(|moved| &moved.0).map(|(old, _)| old.value.as_str())
}

/// Tells what was published and is no more.
#[must_use]
pub fn check(lock: &Lock, site: &Site, plan: &Plan) -> Diagnostics {
    let entries: Vec<(&String, &Entry, Span)> =
        lock.entries.iter().filter_map(|(address, (entry, span))| Some((address, entry, (*span)?))).collect();
    let told: Vec<Diagnostic> = entries
        .into_par_iter()
        .filter_map(|(address, entry, span)| {
            let Some(job) = plan.job_at(address) else {
                return Some(problems::address_gone(span, address, entry, place_of(site, plan, &entry.what)));
            };
            let Page::Document(index) = job.page else { return None };
            let linked = site.document(index);
            if entry.anchors.is_empty() || linked.document.is_withdrawn() {
                return None;
            }
            let now = provisions(linked);
            if anchors::short(&now) == entry.anchors {
                return None;
            }
            let before = anchors::long(&entry.anchors);
            let gone: Vec<&str> = before
                .iter()
                .map(String::as_str)
                .filter(|anchor| now.binary_search(anchor).is_err())
                .collect();
            (!gone.is_empty()).then(|| problems::anchors_gone(linked.document.span, address, &gone, span))
        })
        .collect();
    told.into_iter().collect()
}

/// Where a document that has moved stands now: its file and its address.
fn place_of<'a>(site: &'a Site, plan: &'a Plan, id: &str) -> Option<(&'a str, &'a Route)> {
    let at = site.documents.partition_point(|linked| linked.document.id.0.as_str() < id);
    let linked = site.documents.get(at).filter(|linked| linked.document.id.0 == id)?;
    let is_text = matches!(
        linked.entity,
        Entity::Text | Entity::Session(_) | Entity::Official(_) | Entity::Topic(_) | Entity::Body(_)
    );
    is_text.then(|| (linked.document.path.as_str(), plan.addresses.document(DocumentIndex(at))))
}
