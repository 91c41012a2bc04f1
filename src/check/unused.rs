//! `unused-file`: a picture, scan or table below `content/` that no document shows, offers or links to. Nobody finds it;
//! its name was probably mistyped where it should be offered, or it is left from something that was removed.

use std::collections::BTreeSet;

use crate::diag::{At, Diagnostics, Rule, message};
use crate::link::{AssetIndex, AttachmentTarget, LinkTarget, Site};
use crate::text::{FileId, Source};

pub(super) const RULE: Rule = Rule::note("unused-file");

/// Whether files with this ending hold text that was perhaps meant as a document.
fn is_text(extension: Option<&str>) -> bool {
    let texts = ["doc", "docx", "htm", "html", "markdown", "mdx", "odt", "rtf", "txt"];
    extension.is_some_and(|own| texts.iter().any(|text| own.eq_ignore_ascii_case(text)))
}

pub(super) fn check(site: &Site, sources: &[Source]) -> Diagnostics {
    if site.assets.is_empty() {
        return Diagnostics::new();
    }
    let mut used: BTreeSet<AssetIndex> = site.emblem.into_iter().collect();
    for linked in &site.documents {
        used.extend(linked.picture);
        used.extend(linked.attachments.iter().chain(&linked.minutes).filter_map(|attachment| {
            match &attachment.target {
                AttachmentTarget::Asset(asset) => Some(*asset),
                AttachmentTarget::Outside(_) => None,
            }
        }));
        used.extend(linked.links.iter().filter_map(|target| match target {
            LinkTarget::Asset(asset) => Some(*asset),
            _ => None,
        }));
    }
    // A draft is not linked, so what lies beside one may be its own.
    let shown: BTreeSet<FileId> = site.documents.iter().map(|linked| linked.document.file).collect();
    let hidden: BTreeSet<&str> = sources
        .iter()
        .filter(|source| !shown.contains(&source.id))
        .map(|source| source.path.folder())
        .collect();
    let files = site.assets.iter().enumerate();
    files
        .filter(|(at, asset)| !used.contains(&AssetIndex(*at)) && !hidden.contains(asset.path.folder()))
        .map(|(_, asset)| {
            let at = At::File(asset.path.as_str().to_owned());
            RULE.at(at, message!("unused-file.says")).help(if is_text(asset.path.extension()) {
                message!("unused-file.text-help")
            } else {
                message!("unused-file.help")
            })
        })
        .collect()
}
