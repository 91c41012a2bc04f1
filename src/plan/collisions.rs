//! What cannot be planned as it is written: two things at one address, old names that stand for something else, links to
//! nowhere.

use std::collections::HashMap;

use super::{Job, Origin, Page, Plan, ours, problems};
use crate::config::Config;
use crate::diag::Diagnostics;
use crate::legal::ProvisionPath;
use crate::link::{DocumentIndex, LinkTarget, Site};
use crate::manifest;
use crate::path::Route;
use crate::text::{Span, slug};

/// Leaves one job at each address, and tells where there were two.
pub(super) fn without_collisions(
    jobs: Vec<(Job, Origin<'_>)>,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Job> {
    let mut places: HashMap<String, (Origin<'_>, bool)> = HashMap::with_capacity(jobs.len());
    for file in ours(config) {
        let name = if file == manifest::FILE { "the list of all files" } else { "a file for the host" };
        places.insert(file.to_ascii_lowercase(), (Origin { name: name.into(), span: None }, false));
    }
    // With the first thing that needs each.
    let mut folders: HashMap<String, Option<Span>> = HashMap::new();
    let mut kept = Vec::with_capacity(jobs.len());
    for (job, origin) in jobs {
        // Some hosts and disks do not tell capitals from small letters.
        let file = job.route.output_file().to_ascii_lowercase();
        if let Some((first, of_export)) = places.get(&file) {
            // What machines read meets only where its pages do, and that is told of them.
            if *of_export && matches!(job.page, Page::Export(_)) {
                continue;
            }
            diagnostics.push(problems::address_taken(
                &job.route,
                &origin.name,
                origin.span,
                &first.name,
                first.span,
            ));
            continue;
        }
        let above = file.rmatch_indices('/').map(|(slash, _)| &file[..slash]);
        // A folder that is known came with all above it.
        let new: Vec<String> =
            above.take_while(|folder| !folders.contains_key(*folder)).map(str::to_owned).collect();
        folders.extend(new.into_iter().map(|folder| (folder, origin.span)));
        places.insert(file, (origin, matches!(job.page, Page::Export(_))));
        kept.push(job);
    }
    kept.retain(|job| {
        let file = job.route.output_file().to_ascii_lowercase();
        let folder = folders.get(&file);
        if let Some(folder) = folder
            && let Some((origin, _)) = places.get(&file)
        {
            diagnostics.push(problems::file_and_folder(&job.route, &origin.name, origin.span.or(*folder)));
        }
        folder.is_none()
    });
    for file in ours(config) {
        if let Some(span) = folders.get(&file.to_ascii_lowercase()) {
            diagnostics.push(problems::file_and_folder(&Route::home().file(file), file, *span));
        }
    }
    kept
}

/// A slug that is no slug is made into one; that is told.
pub(super) fn look_at_slugs(site: &Site, diagnostics: &mut Diagnostics) {
    for linked in &site.documents {
        if let Some(own) = &linked.document.common.slug {
            let becomes = slug(&own.value);
            if becomes != own.value {
                diagnostics.push(problems::slug_rewritten(own.span, &own.value, &becomes));
            }
        }
    }
}

/// What readers are led on to must be there.
pub(super) fn look_at_moved(site: &Site, config: &Config, plan: &Plan, diagnostics: &mut Diagnostics) {
    let replaced = site.documents.iter().filter_map(|linked| {
        let address = linked.document.withdraw.as_ref()?.replaced_by.as_ref()?;
        Some((address.value.as_str(), Route::parse(&address.value), address.span))
    });
    let moved = config.moved.iter().map(|(_, to, span)| (to.as_str(), Some(to.clone()), *span));
    for (written, route, span) in moved.chain(replaced) {
        if route.is_none_or(|route| !plan.has(&route)) {
            diagnostics.push(problems::leads_nowhere(span, written));
        }
    }
}

pub(super) fn look_at_links(site: &Site, plan: &Plan, diagnostics: &mut Diagnostics) {
    let mut by_route: Option<HashMap<&Route, DocumentIndex>> = None;
    for linked in &site.documents {
        for (link, target) in linked.document.body.links.iter().zip(&linked.links) {
            let LinkTarget::Address(route, anchor) = target else { continue };
            if !plan.has(route) {
                diagnostics.push(problems::no_such_page(link.span, &link.destination));
                continue;
            }
            // Pages have places of their own; only those of provisions are in the text alone.
            let Some(anchor) = anchor.as_ref().filter(|anchor| ProvisionPath::from_anchor(anchor).is_some())
            else {
                continue;
            };
            let by_route = by_route.get_or_insert_with(|| {
                let documents = (0..site.documents.len()).map(DocumentIndex);
                documents.map(|index| (plan.addresses.document(index), index)).collect()
            });
            let anchors = by_route.get(route).map(|index| &site.document(*index).document.body.anchors);
            if anchors.is_none_or(|anchors| anchors.binary_search(anchor).is_err()) {
                diagnostics.push(problems::no_such_provision(link.span, anchor));
            }
        }
    }
}
