//! Pages of what texts name: sessions, terms, officials, topics and bodies.

mod body;
mod official;
mod session;
mod term;
mod topic;

use crate::link::{DocumentIndex, OfficialIndex};
use crate::plan::ListOf;
use crate::text::Date;
use crate::view::document::PersonView;
use crate::view::{Chart, Scene, YearCount, chart};

pub use body::BodyView;
pub use official::OfficialView;
pub use session::SessionView;
pub use term::TermView;
pub use topic::TopicView;

pub(super) use body::body;
pub(super) use official::official;
pub(super) use session::{AttendanceView, session};
pub(super) use term::term;
pub(super) use topic::topic;

fn people(scene: Scene<'_>, officials: &[OfficialIndex], day: Option<Date>) -> Vec<PersonView> {
    let person = |official: &OfficialIndex| PersonView {
        name: scene.official_link(*official),
        role: scene.role_on(*official, day),
    };
    officials.iter().map(person).collect()
}

/// The title of a page of a list: further pages say which.
pub(in crate::view) fn paged_title(scene: Scene<'_>, title: &str, page: usize) -> String {
    if page == 0 {
        return title.to_owned();
    }
    let number = scene.words.fill("page_n", &[("n", &(page + 1).to_string())]);
    format!("{title} ({number})")
}

/// Resolutions by year, oldest first, with their picture; nothing for a single year.
fn by_year(scene: Scene<'_>, resolutions: &[DocumentIndex]) -> (Vec<YearCount>, Option<Chart>) {
    let years = chart::years::count(scene, Some(ListOf::Resolutions), resolutions.iter().copied());
    let chart = chart::years::chart(scene, "_nam", scene.words.word("resolutions_by_year_table"), &years);
    (if chart.is_some() { years } else { Vec::new() }, chart)
}
