//! `robots.txt` (RFC 9309): everything may be read; the site map is named.

use crate::plan::SitemapPart;
use crate::view::Scene;

/// The words to crawlers. They ask for it at the root of a host alone (RFC 9309, section 2.3): where the portal is
/// published under a path, whoever has the root should copy the line of the site map there. It is written all the same,
/// so that the line is at hand and the folder can be moved to a host of its own.
pub(super) fn robots(scene: Scene<'_>) -> Vec<u8> {
    let sitemap = scene.config.base_url.whole(&scene.plan.addresses.sitemap(SitemapPart::Whole));
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n").into_bytes()
}
