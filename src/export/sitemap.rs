//! The site map for crawlers (sitemaps.org, protocol 0.9): every page that may be indexed.

use super::xml;
use crate::link::DocumentIndex;
use crate::plan::{Page, SitemapPart};
use crate::text::Date;
use crate::view::Scene;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A file of the site map. A page has a day of change only where one is known: `updated`, for a text else its own day;
/// never the day of the build, and none that is still to come.
pub(super) fn sitemap(scene: Scene<'_>, part: SitemapPart) -> Vec<u8> {
    if let SitemapPart::Index(files) = part {
        return index(scene, files).into_bytes();
    }
    let rows = part.rows();
    let jobs = scene.plan.jobs.iter().filter(|job| job.page.is_indexed(scene.site));
    let mut xml = format!("{}<urlset xmlns=\"{NAMESPACE}\">\n", xml::DECLARATION);
    for job in jobs.skip(rows.start).take(rows.len()) {
        xml.push_str("<url>");
        let address = scene.config.base_url.whole(&job.route);
        xml.push_str(&format!("<loc>{}</loc>", xml::text(&address)));
        if let Some(day) = changed(scene, &job.page).filter(|day| *day <= scene.time.day) {
            xml.push_str(&format!("<lastmod>{day}</lastmod>"));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

fn index(scene: Scene<'_>, files: usize) -> String {
    let mut xml = format!("{}<sitemapindex xmlns=\"{NAMESPACE}\">\n", xml::DECLARATION);
    for file in 0..files {
        let route = scene.plan.addresses.sitemap(SitemapPart::Part(file));
        let address = scene.config.base_url.whole(&route);
        xml.push_str(&format!("<sitemap><loc>{}</loc></sitemap>\n", xml::text(&address)));
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

/// The day on which a page is known to have changed.
fn changed(scene: Scene<'_>, page: &Page) -> Option<Date> {
    let site = scene.site;
    let updated = |document: DocumentIndex| {
        site.document(document).document.common.updated.as_ref().map(|day| day.value)
    };
    match page {
        Page::Document(index) => updated(*index).or(site.document(*index).date),
        Page::Session(index) => site.session(*index).document.and_then(updated),
        Page::Official(index, 0) => site.official(*index).document.and_then(updated),
        Page::Topic(index, 0) => site.topic(*index).document.and_then(updated),
        Page::Body(index, 0) => site.body(*index).document.and_then(updated),
        _ => None,
    }
}
