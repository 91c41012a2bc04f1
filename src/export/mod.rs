//! What machines read beside the pages: feeds, calendars, data, the standards of others. One file per format; each is a
//! function of the site and its plan.

mod akn;
mod calendar;
mod catalogue;
mod data;
mod document;
mod feed;
mod object;
mod oparl;
mod package;
mod popolo;
mod robots;
mod schema;
mod sitemap;
mod table;
mod text;
mod xml;

use crate::plan::{Export, TextForm};
use crate::view::Scene;

pub use data::{Data, data};

/// The bytes of a file that machines read; `None` for the open data, which [`data()`] makes as a whole.
#[must_use]
pub fn export(export: Export, scene: Scene<'_>) -> Option<Vec<u8>> {
    Some(match export {
        Export::Robots => robots::robots(scene),
        Export::Akn(index) => akn::akn(scene, index),
        Export::Oparl(list) => oparl::oparl(scene, list),
        Export::Popolo(list) => popolo::popolo(scene, list),
        Export::Sitemap(part) => sitemap::sitemap(scene, part),
        Export::Feed(feed) => feed::feed(scene, feed),
        Export::Calendar(calendar) => calendar::calendar(scene, calendar),
        Export::Text(index, TextForm::Json) => document::json(scene, index),
        Export::Text(index, TextForm::Plain) => text::plain(scene, index),
        Export::Text(index, TextForm::Markdown) => text::markdown(scene, index),
        Export::Data(_) => return None,
    })
}
