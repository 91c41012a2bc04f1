//! The page of an official (đại biểu).

use serde::Serialize;

use super::paged_title;
use crate::link::{BodyIndex, OfficialIndex, Role};
use crate::plan::ListOf;
use crate::text::{Date, PartialDate};
use crate::view::citing::CitingYear;
use crate::view::document::PictureView;
use crate::view::shared::{DateView, LinkView, Paged};
use crate::view::{Chart, Draft, PageData, Scene, SessionCard, SharedCard, YearCount, chart};

/// An official.
#[derive(Debug, Serialize)]
pub struct OfficialView {
    /// Full name.
    pub title: String,
    /// First letters of family and given name.
    pub initials: String,
    /// Other spellings.
    pub other_names: Vec<String>,
    /// The offices last recorded.
    pub position: Option<String>,
    /// A picture.
    pub portrait: Option<PictureView>,
    /// The constituency.
    pub constituency: Option<String>,
    /// How to write to the official.
    pub contact: Option<String>,
    /// Offices, by title and body, in the order of their beginning.
    pub roles: Vec<RoleView>,
    /// The first day of which there is a record.
    pub first_recorded: Option<DateView>,
    /// The last day of which there is a record.
    pub last_recorded: Option<DateView>,
    /// Resolutions signed.
    pub signed: Paged<SharedCard>,
    /// Sessions chaired.
    pub chaired: Vec<SessionCard>,
    /// A picture of the offices in time.
    pub roles_chart: Option<Chart>,
    /// How many documents name the official in each year, oldest first; on the first page.
    pub mentions_by_year: Vec<YearCount>,
    /// A picture of that.
    pub mentions_chart: Option<Chart>,
    /// Documents that name the official, by year, newest first, with the sentences of their texts.
    pub mentioned_in: Paged<CitingYear>,
    /// Whether there is a record, or the official is only known from references.
    pub has_record: bool,
}

/// An office with its records.
#[derive(Debug, Serialize)]
pub struct RoleView {
    /// As the source writes it.
    pub title: String,
    /// The body.
    pub body: Option<LinkView>,
    /// Every record of it.
    pub records: Vec<RoleRecord>,
}

/// A record of an office.
#[derive(Debug, Serialize)]
pub struct RoleRecord {
    /// Since when, or recorded on.
    pub start: Option<DateView>,
    /// Until when.
    pub end: Option<DateView>,
    /// The document or source that records it.
    pub source: Option<LinkView>,
}

pub(in crate::view) fn official(scene: Scene<'_>, index: OfficialIndex, page: usize) -> Draft {
    let official = scene.site.official(index);
    let first = scene.plan.addresses.official(index);
    let is_first = page == 0;
    let linked = official.document.map(|document| scene.site.document(document));
    let fields = linked.and_then(|linked| linked.document.fields.official());
    let mut words = official.name.split_whitespace();
    let letter =
        |word: Option<&str>| word.and_then(|word| word.chars().next()).map(String::from).unwrap_or_default();
    let initials = format!("{}{}", letter(words.next()), letter(words.next_back()));
    let portrait = fields
        .and_then(|fields| fields.portrait.as_ref())
        .zip(linked.and_then(|linked| linked.picture))
        .map(|(portrait, asset)| PictureView {
            address: scene.href(&scene.plan.addresses.asset(scene.site, first, asset)),
            alt: portrait.alt.as_ref().map_or_else(
                || scene.words.fill("photo_of", &[("name", &official.name)]),
                |alt| alt.value.clone(),
            ),
            credit: portrait.credit.as_ref().map(|credit| credit.value.clone()),
        });
    let value = |text: Option<&crate::front::Text>| text.map(|text| text.value.clone());
    let days = recorded_days(scene, index);
    let named_in = if is_first { official.mentioned_in.as_slice() } else { &[] };
    let years = chart::years::count(scene, None, named_in.iter().map(|naming| naming.document));
    let mentions_chart = chart::years::chart(scene, "_nhac", scene.words.word("mentions_table"), &years);
    let view = OfficialView {
        title: official.name.clone(),
        initials,
        other_names: fields
            .and_then(|fields| fields.other_names.as_ref())
            .map(|names| names.iter().map(|name| name.value.clone()).collect())
            .unwrap_or_default(),
        position: scene.role_on(index, None),
        portrait,
        constituency: value(fields.and_then(|fields| fields.constituency.as_ref())),
        contact: value(fields.and_then(|fields| fields.contact.as_ref())),
        roles: roles(scene, &official.roles),
        first_recorded: days.0.map(|day| scene.date(day)),
        last_recorded: days.1.map(|day| scene.date(day)),
        signed: scene.paged(&official.signed, page, first, |document| scene.card(*document)),
        chaired: if is_first { scene.session_cards(&official.chaired) } else { Vec::new() },
        roles_chart: is_first.then(|| chart::lanes::chart(scene, &official.roles)).flatten(),
        mentions_by_year: if mentions_chart.is_some() { years } else { Vec::new() },
        mentions_chart,
        mentioned_in: scene.naming_paged(&official.mentioned_in, page, first),
        has_record: linked.is_some(),
    };
    Draft {
        description: official
            .document
            .and_then(|document| scene.description(document))
            .or_else(|| view.position.clone()),
        section: Some(ListOf::Officials),
        breadcrumbs: scene.crumbs(ListOf::Officials, &official.name),
        body: official.document.filter(|_| is_first).and_then(|document| scene.body(document)),
        ..Draft::new(
            "official/page.html",
            paged_title(scene, &official.name, page),
            PageData::Official(Box::new(view)),
        )
    }
}

/// First and last day of which anything is recorded of an official.
fn recorded_days(scene: Scene<'_>, index: OfficialIndex) -> (Option<Date>, Option<Date>) {
    let official = scene.site.official(index);
    let documents = official.signed.iter().chain(&official.named_in);
    let dated = documents.filter_map(|document| scene.site.document(*document).date);
    let chaired = official.chaired.iter().filter_map(|session| scene.site.session(*session).first_day);
    let roles = official.roles.iter().filter_map(|role| match role.start {
        Some(PartialDate::Day(day)) => Some(day),
        _ => None,
    });
    let days = dated.chain(chaired).chain(roles);
    (days.clone().min(), days.max())
}

/// Offices of one title and body are one office with several records.
fn roles(scene: Scene<'_>, roles: &[Role]) -> Vec<RoleView> {
    let mut views: Vec<(&str, Option<BodyIndex>, RoleView)> = Vec::new();
    for role in roles {
        let source = match (role.source, &role.source_text) {
            (Some(document), _) => Some(scene.document_link(document)),
            (None, Some(text)) => Some(LinkView {
                title: text.clone(),
                address: Some(text.clone())
                    .filter(|text| text.starts_with("https://") || text.starts_with("http://")),
            }),
            (None, None) => None,
        };
        let record = RoleRecord {
            start: role.start.map(|start| scene.partial_date(start)),
            end: role.end.map(|end| scene.partial_date(end)),
            source,
        };
        match views.iter_mut().find(|(title, body, _)| *title == role.title && *body == role.body) {
            Some((_, _, view)) => view.records.push(record),
            None => views.push((
                &role.title,
                role.body,
                RoleView {
                    title: role.title.clone(),
                    body: role.body.map(|body| scene.body_link(body)),
                    records: vec![record],
                },
            )),
        }
    }
    views.into_iter().map(|(_, _, view)| view).collect()
}
