//! The page of a term (khóa).

use serde::Serialize;

use super::paged_title;
use crate::link::TermIndex;
use crate::plan::ListOf;
use crate::view::shared::Paged;
use crate::view::{Draft, PageData, Scene, SessionCard, SharedCard};

/// A term.
#[derive(Debug, Serialize)]
pub struct TermView {
    /// Its name: `Khóa XIV`.
    pub title: String,
    /// Its sessions, newest first; on the first page.
    pub sessions: Vec<SessionCard>,
    /// Its resolutions.
    pub resolutions: Paged<SharedCard>,
}

pub(in crate::view) fn term(scene: Scene<'_>, index: TermIndex, page: usize) -> Draft {
    let term = scene.site.term(index);
    let title = scene.term_title(index);
    let first = scene.plan.addresses.term(index);
    let is_first = page == 0;
    let view = TermView {
        title: title.clone(),
        sessions: if is_first { scene.session_cards(&term.sessions) } else { Vec::new() },
        resolutions: scene.paged(&term.resolutions, page, first, |document| scene.card(*document)),
    };
    Draft {
        section: Some(ListOf::Sessions),
        breadcrumbs: scene.crumbs(ListOf::Sessions, &title),
        ..Draft::new("term/page.html", paged_title(scene, &title, page), PageData::Term(Box::new(view)))
    }
}
