//! What machines read beside the pages: feeds, calendars, data, the standards of others. One file per format; each is a
//! function of the site and its plan.

mod akn;
mod object;
mod oparl;
mod popolo;
mod robots;

use crate::plan::Export;
use crate::view::Scene;

/// The bytes of a file that machines read.
#[must_use]
pub fn export(export: Export, scene: Scene<'_>) -> Vec<u8> {
    match export {
        Export::Robots => robots::robots(scene),
        Export::Akn(index) => akn::akn(scene, index),
        Export::Oparl(list) => oparl::oparl(scene, list),
        Export::Popolo(list) => popolo::popolo(scene, list),
    }
}
