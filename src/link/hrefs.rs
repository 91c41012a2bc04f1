//! Where the relative links of bodies lead.

use super::{AssetIndex, DocumentIndex, Linker, problems};
use crate::diag::Diagnostics;
use crate::document::DocumentId;
use crate::markdown::Link;
use crate::path::{Route, SitePath};
use crate::text::nearest;

/// How many files of a folder are compared with the name of one that is not there.
const MOST_COMPARED: usize = 500;

/// How many dead links of a document are told with the file that is probably meant: to look for it takes time.
const MOST_OFFERED: usize = 50;

/// What a relative link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// A document's page, at an anchor of its body.
    Document(DocumentIndex, Option<String>),
    /// An anchor of the same page.
    Anchor(String),
    /// A file of the portal.
    Asset(AssetIndex),
    /// An address of the site, with what stands behind `#`; whether there is such a page is known once all pages are
    /// planned.
    Address(Route, Option<String>),
    /// Nothing.
    Nowhere,
}

pub(super) fn link(linker: &mut Linker<'_>) {
    for at in 0..linker.site.documents.len() {
        let index = DocumentIndex(at);
        let mut problems = Diagnostics::new();
        let document = &linker.site.document(index).document;
        let targets =
            document.body.links.iter().map(|link| linker.target(index, link, &mut problems)).collect();
        linker.site.documents[at].links = targets;
        linker.diagnostics.append(problems);
    }
}

impl Linker<'_> {
    fn target(&self, from: DocumentIndex, link: &Link, told: &mut Diagnostics) -> LinkTarget {
        let destination = link.destination.split('?').next().unwrap_or("");
        let has_query = destination.len() < link.destination.len();
        let behind_query = link.destination.split_once('#').map(|(_, anchor)| anchor);
        let (path, anchor) = match destination.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor)),
            None => (destination, behind_query.filter(|_| has_query)),
        };
        let anchor = anchor.filter(|anchor| !anchor.is_empty()).map(str::to_owned);
        let nowhere = |told: &mut Diagnostics| {
            let near = if told.iter().len() < MOST_OFFERED { self.near_file(from, link) } else { None };
            told.push(if link.is_picture {
                problems::missing_picture(link.span, &link.destination, near.as_deref())
            } else {
                problems::dead_link(link.span, &link.destination, near.as_deref())
            });
            LinkTarget::Nowhere
        };
        if path.is_empty() {
            return match anchor {
                Some(anchor) => match self.anchor_in(from, &anchor, link, told) {
                    Some(anchor) => LinkTarget::Anchor(anchor),
                    None => LinkTarget::Nowhere,
                },
                None => nowhere(told),
            };
        }
        if path.starts_with('/') {
            return match Route::parse(path) {
                Some(route) if !link.is_picture => LinkTarget::Address(route, anchor),
                _ => nowhere(told),
            };
        }
        let path = percent_decoded(path);
        let path = crate::text::nfc(path.trim_end_matches('/')).into_owned();
        let Some(path) = self.site.document(from).document.path.beside(&path) else { return nowhere(told) };
        if let Some(asset) = self.asset_at(path.as_str()) {
            return LinkTarget::Asset(asset);
        }
        let inner = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let id = inner.strip_suffix(".md").unwrap_or(inner);
        let id = id.strip_suffix("/index").unwrap_or(id);
        match self.by_id.get(&DocumentId(id.to_owned())) {
            Some(index) if !link.is_picture => {
                let anchor = anchor.and_then(|anchor| self.anchor_in(*index, &anchor, link, told));
                LinkTarget::Document(*index, anchor)
            }
            _ => nowhere(told),
        }
    }

    /// The file in the same folder that a link probably means, as it would be written: one with nearly the same name, or
    /// the only one whose name begins so or differs in its ending.
    fn near_file(&self, from: DocumentIndex, link: &Link) -> Option<String> {
        let written = link.destination.split(['?', '#']).next()?;
        let (before, name) = written
            .rsplit_once('/')
            .map_or(("", written), |(_, name)| (&written[..written.len() - name.len()], name));
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        // Short names are near to each other by chance.
        if stem.chars().count() < 3 {
            return None;
        }
        let path = self.site.document(from).document.path.beside(written)?;
        let folder = path.folder();
        let documents = &self.site.documents;
        let inner = folder.strip_prefix("content/").unwrap_or(folder);
        let first = documents.partition_point(|linked| linked.document.id.0.as_str() < inner);
        let texts = documents[first..].iter().map(|linked| &linked.document.path);
        let assets = &self.site.assets;
        let first = assets.partition_point(|asset| asset.path.as_str() < folder);
        let files = assets[first..].iter().map(|asset| &asset.path);
        let names = |list: &mut dyn Iterator<Item = &'_ SitePath>| -> Vec<String> {
            list.take(MOST_COMPARED)
                .take_while(|path| path.as_str().starts_with(folder))
                .filter(|path| path.folder() == folder)
                .map(|path| path.file_name().to_owned())
                .collect()
        };
        let mut known = names(&mut files.into_iter());
        if !link.is_picture {
            known.extend(names(&mut texts.into_iter()));
        }
        let mut alike = known.iter().filter(|known| known.starts_with(stem));
        let only = alike.next().filter(|_| alike.next().is_none()).map(String::as_str);
        let near = nearest(name, known.iter().map(String::as_str)).or(only)?;
        Some(format!("{before}{near}"))
    }

    fn anchor_in(
        &self,
        index: DocumentIndex,
        anchor: &str,
        link: &Link,
        told: &mut Diagnostics,
    ) -> Option<String> {
        let anchors = &self.site.document(index).document.body.anchors;
        if anchors.binary_search_by(|known| known.as_str().cmp(anchor)).is_ok() {
            return Some(anchor.to_owned());
        }
        let near = nearest(anchor, anchors.iter().take(200).map(String::as_str));
        told.push(problems::dead_anchor(link.span, anchor, near));
        None
    }
}

/// `%20` and the like as the characters they stand for; as written where that is not UTF-8.
fn percent_decoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let pair = path.get(at + 1..at + 3).filter(|_| *byte == b'%');
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(value) => {
                decoded.push(value);
                at += 3;
            }
            None => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| path.to_owned())
}
