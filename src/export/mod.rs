//! What machines read beside the pages: feeds, calendars, data, the standards of others. One file per format; each is a
//! function of the site and its plan.

mod akn;
mod robots;

use crate::plan::Export;
use crate::view::Scene;

/// The bytes of a file that machines read.
#[must_use]
pub fn export(export: Export, scene: Scene<'_>) -> Vec<u8> {
    match export {
        Export::Robots => robots::robots(scene),
        Export::Akn(index) => akn::akn(scene, index),
    }
}
