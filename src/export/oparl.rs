//! The portal in the shape of `OParl` 1.1 (oparl.org): a file for each list of objects, no endpoint with an address for
//! each object. The `id` of an object is the address of the file that holds it, with the object's name behind `#`.
//!
//! `OParl` knows moments where sources tell days: such a moment is the beginning of the day in the time zone of the
//! office.

mod paper;

use serde_json::{Value, json};

use super::object::{Object, body_fields, body_kind, file, iso, moment};
use crate::document::{SessionFields, SessionState};
use crate::link::{BodyIndex, OfficialIndex, SessionIndex, TermIndex};
use crate::path::Route;
use crate::plan::OparlList;
use crate::text::PartialDate;
use crate::view::Scene;

const SCHEMA: &str = "https://schema.oparl.org/1.1/";

/// A file in the shape of `OParl`.
pub(super) fn oparl(scene: Scene<'_>, list: OparlList) -> Vec<u8> {
    let order = &scene.site.order;
    match list {
        OparlList::System => file(&system(scene)),
        OparlList::Bodies => list_file(scene, list, [body(scene)].into_iter()),
        OparlList::Organizations => {
            list_file(scene, list, order.bodies.iter().map(|index| organization(scene, *index)))
        }
        OparlList::People => {
            list_file(scene, list, order.officials.iter().map(|index| person(scene, *index)))
        }
        OparlList::Meetings => {
            list_file(scene, list, order.sessions.iter().map(|index| meeting(scene, *index)))
        }
        OparlList::Papers => list_file(scene, list, paper::papers(scene)),
    }
}

/// The file of a list. Each object is written as soon as it is made: all papers of a large portal take eight times as
/// much as values as the file does.
fn list_file(scene: Scene<'_>, list: OparlList, objects: impl Iterator<Item = Value>) -> Vec<u8> {
    let mut text = String::from("{\"data\":[");
    let mut count = 0_usize;
    for object in objects {
        if count > 0 {
            text.push(',');
        }
        text.push_str(&object.to_string());
        count += 1;
    }
    let first = address(scene, list);
    let links = json!({ "first": first, "self": first, "last": first });
    let pagination = json!({ "totalElements": count, "currentPage": 1, "totalPages": 1 });
    text.push_str(&format!("],\"links\":{links},\"pagination\":{pagination}}}\n"));
    text.into_bytes()
}

fn address(scene: Scene<'_>, list: OparlList) -> String {
    scene.config.base_url.whole(&scene.plan.addresses.oparl(list))
}

/// The `id` of what has this page, in one of the files.
fn id(scene: Scene<'_>, list: OparlList, page: &Route) -> String {
    format!("{}#{}", address(scene, list), page.as_str().trim_matches('/').replace('/', "-"))
}

fn organization_id(scene: Scene<'_>, index: BodyIndex) -> String {
    id(scene, OparlList::Organizations, scene.plan.addresses.body(index))
}

fn person_id(scene: Scene<'_>, index: OfficialIndex) -> String {
    id(scene, OparlList::People, scene.plan.addresses.official(index))
}

fn meeting_id(scene: Scene<'_>, index: SessionIndex) -> String {
    id(scene, OparlList::Meetings, scene.plan.addresses.session(index))
}

fn body_id(scene: Scene<'_>) -> String {
    format!("{}#body", address(scene, OparlList::Bodies))
}

/// An object of a type that has a page.
fn object(scene: Scene<'_>, kind: &str, id: String, page: Option<&Route>) -> Object {
    Object::default()
        .with("id", Some(id))
        .with("type", Some(format!("{SCHEMA}{kind}")))
        .with("web", page.map(|page| scene.config.base_url.whole(page)))
}

fn system(scene: Scene<'_>) -> Value {
    let contact = &scene.config.contact;
    object(scene, "System", address(scene, OparlList::System), Some(&scene.plan.addresses.data()))
        .with("oparlVersion", Some(SCHEMA))
        .with("body", Some(address(scene, OparlList::Bodies)))
        .with("name", Some(scene.config.title.as_str()))
        .with("website", Some(scene.config.base_url.whole(&Route::home())))
        .with("contactName", contact.person.as_ref().map(|person| person.value.as_str()))
        .with("contactEmail", contact.email.as_ref().map(|email| email.value.as_str()))
        .done()
}

fn body(scene: Scene<'_>) -> Value {
    let organization = scene.site.organization;
    let name = organization.map_or(scene.config.title.as_str(), |index| scene.site.body(index).name.as_str());
    let short = organization.and_then(|index| body_fields(scene, index)?.short_name.as_ref());
    let terms = (0..scene.site.terms.len()).map(|index| term(scene, TermIndex(index))).collect();
    object(scene, "Body", body_id(scene), Some(&Route::home()))
        .with("system", Some(address(scene, OparlList::System)))
        .with("name", Some(name))
        .with("shortName", short.map(|name| name.value.as_str()))
        .with("mainOrganization", organization.map(|index| organization_id(scene, index)))
        .with("organization", Some(address(scene, OparlList::Organizations)))
        .with("person", Some(address(scene, OparlList::People)))
        .with("meeting", Some(address(scene, OparlList::Meetings)))
        .with("paper", Some(address(scene, OparlList::Papers)))
        .with("legislativeTerm", Some(Value::Array(terms)))
        .done()
}

fn term(scene: Scene<'_>, index: TermIndex) -> Value {
    let page = scene.plan.addresses.term(index);
    object(scene, "LegislativeTerm", id(scene, OparlList::Bodies, page), Some(page))
        .with("body", Some(body_id(scene)))
        .with("name", Some(scene.term_title(index)))
        .done()
}

/// A day, where it is known whole: the format has no months and years.
fn day(date: Option<PartialDate>) -> Option<String> {
    date.filter(|date| matches!(date, PartialDate::Day(_))).map(iso)
}

fn organization(scene: Scene<'_>, index: BodyIndex) -> Value {
    let body = scene.site.body(index);
    let fields = body_fields(scene, index);
    let field = |name: Option<&crate::front::Text>| name.map(|name| name.value.clone());
    let members = body.officials.iter().flat_map(|official| {
        let roles = scene.site.official(*official).roles.iter().enumerate();
        let own = roles.filter(|(_, role)| role.body == Some(index));
        own.map(|(at, _)| Value::from(membership_id(scene, *official, at)))
    });
    object(scene, "Organization", organization_id(scene, index), Some(scene.plan.addresses.body(index)))
        .with("body", Some(body_id(scene)))
        .with("name", Some(body.name.as_str()))
        .with("shortName", field(fields.and_then(|fields| fields.short_name.as_ref())))
        .with("classification", body_kind(scene, index))
        .with("subOrganizationOf", body.parent.map(|parent| organization_id(scene, parent)))
        .with("startDate", day(fields.and_then(|fields| fields.from.as_ref()).map(|from| from.value)))
        .with("endDate", day(fields.and_then(|fields| fields.until.as_ref()).map(|until| until.value)))
        .with_all("membership", members.collect())
        .done()
}

fn membership_id(scene: Scene<'_>, official: OfficialIndex, at: usize) -> String {
    format!("{}-membership-{}", person_id(scene, official), at + 1)
}

fn person(scene: Scene<'_>, index: OfficialIndex) -> Value {
    let official = scene.site.official(index);
    let membership = |(at, role): (usize, &crate::link::Role)| {
        object(scene, "Membership", membership_id(scene, index, at), None)
            .with("person", Some(person_id(scene, index)))
            .with("organization", role.body.map(|body| organization_id(scene, body)))
            .with("role", Some(role.title.as_str()))
            .with("startDate", day(role.start))
            .with("endDate", day(role.end))
            .done()
    };
    object(scene, "Person", person_id(scene, index), Some(scene.plan.addresses.official(index)))
        .with("body", Some(body_id(scene)))
        .with("name", Some(official.name.as_str()))
        .with_all("membership", official.roles.iter().enumerate().map(membership).collect())
        .done()
}

fn session_fields(scene: Scene<'_>, index: SessionIndex) -> Option<&SessionFields> {
    let document = scene.site.session(index).document?;
    scene.site.document(document).document.fields.session()
}

fn meeting(scene: Scene<'_>, index: SessionIndex) -> Value {
    let session = scene.site.session(index);
    let page = scene.plan.addresses.session(index);
    let fields = session_fields(scene, index);
    let id = meeting_id(scene, index);
    let state = fields.and_then(|fields| fields.state.as_ref()).map(|state| state.value);
    let state_word = state.map(|state| match state {
        SessionState::Scheduled => "scheduled",
        SessionState::Held => "held",
        SessionState::Postponed => "postponed",
        SessionState::Cancelled => "cancelled",
    });
    let venue = fields.and_then(|fields| fields.venue.as_ref()).map(|venue| {
        let place = object(scene, "Location", format!("{id}-location"), None);
        place.with("description", Some(venue.value.as_str())).done()
    });
    let minutes = session.document.map_or(&[][..], |document| &scene.site.document(document).minutes);
    let minutes = paper::files(scene, page, &id, minutes);
    object(scene, "Meeting", id.clone(), Some(page))
        .with("name", Some(scene.session_title(index)))
        .with("meetingState", state_word)
        .with("cancelled", Some(state == Some(SessionState::Cancelled)))
        .with("start", session.first_day.and_then(|day| moment(scene, day)))
        .with("end", session.last_day.and_then(|day| moment(scene, day)))
        .with("location", venue)
        .with_all(
            "organization",
            session.body.iter().map(|body| organization_id(scene, *body).into()).collect(),
        )
        .with_all("auxiliaryFile", minutes)
        .with_all("agendaItem", agenda(scene, index, &id))
        .done()
}

fn agenda(scene: Scene<'_>, index: SessionIndex, meeting: &str) -> Vec<Value> {
    let items = session_fields(scene, index).and_then(|fields| fields.agenda.as_ref());
    let item = |(at, item): (usize, &crate::document::AgendaItem)| {
        let start = item.day.as_ref().and_then(|day| moment(scene, day.value));
        object(scene, "AgendaItem", paper::agenda_id(meeting, at), None)
            .with("meeting", Some(meeting))
            .with("order", Some(at + 1))
            .with("name", item.title.as_ref().map(|title| title.value.as_str()))
            .with("start", start)
            .done()
    };
    items.into_iter().flatten().enumerate().map(item).collect()
}
