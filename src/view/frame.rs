//! The frame that all pages of a section share: strip, name, menu, footer.

use serde::Serialize;

use super::Scene;
use super::shared::{DateView, LinkView};
use crate::path::Route;
use crate::plan::ListOf;

/// What the frame of a page shows.
#[derive(Debug, Clone, Serialize)]
pub struct FrameView {
    /// The code of the language.
    pub lang: &'static str,
    /// The name of the portal.
    pub site_title: String,
    /// The body that publishes.
    pub organization: Option<String>,
    /// The home page.
    pub home: String,
    /// The emblem, where one is set.
    pub emblem: Option<String>,
    /// The page of the search.
    pub search: String,
    /// What tells browsers how to search here.
    pub open_search: String,
    /// A notice above every page.
    pub notice: Option<String>,
    /// The main menu.
    pub navigation: Vec<MenuItem>,
    /// Who answers for the portal.
    pub contact: ContactView,
    /// Free pages.
    pub pages: Vec<LinkView>,
    /// The page about the data.
    pub data: String,
    /// The page of gaps.
    pub gaps: String,
    /// The site map.
    pub site_map: String,
    /// The licence of the content.
    pub licence: Option<String>,
    /// The day for which the site is built.
    pub built: DateView,
    /// The time zone of the institution: `Asia/Ho_Chi_Minh`.
    pub time_zone: String,
    /// The path before every address.
    pub base: String,
}

/// A line of the main menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// What it is called.
    pub title: String,
    /// Its address.
    pub address: String,
    /// Whether the page belongs to it.
    pub is_current: bool,
}

/// Who answers for the portal.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ContactView {
    /// The person.
    pub person: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
}

/// The frame of each section, and of pages that belong to none.
#[must_use]
pub fn frames(scene: Scene<'_>) -> Vec<(Option<ListOf>, FrameView)> {
    let sections = std::iter::once(None).chain(ListOf::ALL.into_iter().map(Some));
    sections.map(|section| (section, frame(scene, section))).collect()
}

fn frame(scene: Scene<'_>, section: Option<ListOf>) -> FrameView {
    let config = scene.config;
    let addresses = &scene.plan.addresses;
    let contact = &config.contact;
    let value = |text: &Option<crate::front::Text>| text.as_ref().map(|text| text.value.clone());
    FrameView {
        lang: config.lang.code(),
        site_title: config.title.clone(),
        organization: scene.site.organization.map(|body| scene.site.body(body).name.clone()),
        home: scene.href(&Route::home()),
        emblem: addresses.emblem(scene.site).map(|route| scene.href(&route)),
        search: scene.href(&addresses.search()),
        open_search: scene.href(&addresses.open_search()),
        notice: config.notice.clone(),
        navigation: menu(scene, section),
        contact: ContactView {
            person: value(&contact.person),
            address: value(&contact.address),
            phone: value(&contact.phone),
            email: value(&contact.email),
        },
        pages: scene.site.pages.iter().map(|index| scene.document_link(*index)).collect(),
        data: scene.href(&addresses.data()),
        gaps: scene.href(&addresses.gaps()),
        site_map: scene.href(&addresses.site_map()),
        licence: config.licence.clone(),
        built: scene.date(scene.time.day),
        time_zone: config.time_zone.clone(),
        base: config.base_url.path().to_owned(),
    }
}

/// The menu that is set, else the sections that have pages.
fn menu(scene: Scene<'_>, section: Option<ListOf>) -> Vec<MenuItem> {
    let current = section.map(|section| scene.plan.addresses.list(section));
    let item = |title: String, route: &Route| MenuItem {
        title,
        address: scene.href(route),
        is_current: current.as_ref() == Some(route),
    };
    if !scene.config.navigation.is_empty() {
        return scene.config.navigation.iter().map(|(title, route)| item(title.clone(), route)).collect();
    }
    // Terms, bodies and cited documents are reached from the pages that name them.
    let sections = [
        ListOf::Resolutions,
        ListOf::Sessions,
        ListOf::Officials,
        ListOf::Topics,
        ListOf::News,
        ListOf::Reports,
        ListOf::Bodies,
        ListOf::Documents,
    ];
    sections
        .into_iter()
        .map(|list| (list, scene.plan.addresses.list(list)))
        .filter(|(_, route)| scene.plan.has(route))
        .map(|(list, route)| item(scene.words.word(list.key()).to_owned(), &route))
        .collect()
}
