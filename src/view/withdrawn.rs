//! The page of a document that was taken back: what was here, since when it is gone, and why.

use serde::Serialize;

use super::shared::{DateView, LinkView};
use super::{Draft, PageData, Scene};
use crate::document::WithdrawFields;
use crate::link::DocumentIndex;
use crate::path::Route;
use crate::plan::ListOf;

/// A document that was taken back.
#[derive(Debug, Serialize)]
pub struct WithdrawnView {
    /// Title.
    pub title: String,
    /// Number and symbol.
    pub number: Option<String>,
    /// The day of the document.
    pub date: Option<DateView>,
    /// The day on which it was taken back.
    pub since: Option<DateView>,
    /// Why.
    pub reason: Option<String>,
    /// What readers find in its place.
    pub replaced_by: Option<LinkView>,
    /// The list in which others of its sort are.
    pub list: Option<LinkView>,
}

pub(super) fn view(scene: Scene<'_>, index: DocumentIndex, withdraw: &WithdrawFields) -> Draft {
    let linked = scene.site.document(index);
    let (list, number) = (ListOf::texts(linked.document.kind()), linked.document.fields.number());
    let title = linked.document.title().to_owned();
    let has_list = list.filter(|list| scene.plan.has(&scene.plan.addresses.list(*list)));
    let route = withdraw.replaced_by.as_ref().and_then(|address| Route::parse(&address.value));
    let page = WithdrawnView {
        number: number.map(|number| number.value.clone()),
        date: linked.date.map(|date| scene.date(date)),
        since: withdraw.date.as_ref().map(|date| scene.date(date.value)),
        reason: withdraw.reason.as_ref().map(|reason| reason.value.clone()),
        replaced_by: route.filter(|route| scene.plan.has(route)).map(|route| {
            let title = scene.title_at(&route).unwrap_or_else(|| route.as_str().to_owned());
            scene.link(title, &route)
        }),
        list: has_list.map(|list| scene.list_crumb(list)),
        title: title.clone(),
    };
    Draft {
        section: list,
        breadcrumbs: match has_list {
            Some(list) => scene.crumbs(list, &title),
            None => vec![scene.home_crumb(), LinkView { title: title.clone(), address: None }],
        },
        is_hidden: true,
        ..Draft::new("withdrawn/page.html", title, PageData::Withdrawn(Box::new(page)))
    }
}

impl Scene<'_> {
    /// The title of the document at an address.
    fn title_at(self, route: &Route) -> Option<String> {
        let at = (0..self.site.documents.len()).map(DocumentIndex);
        let found = at.into_iter().find(|index| self.plan.addresses.document(*index) == route)?;
        Some(self.site.document(found).document.title().to_owned())
    }
}
