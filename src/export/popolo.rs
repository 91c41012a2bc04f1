//! People, organizations and memberships as Popolo 1.0 has them (popoloproject.com): a list in a file each. The `id` of
//! a person or organization is the address of its page.

use serde_json::{Value, json};

use super::object::{Object, body_fields, body_kind, file, iso, official_fields};
use crate::link::{BodyIndex, OfficialIndex};
use crate::plan::PopoloList;
use crate::view::Scene;

/// A list of Popolo.
pub(super) fn popolo(scene: Scene<'_>, list: PopoloList) -> Vec<u8> {
    let order = &scene.site.order;
    let objects: Vec<Value> = match list {
        PopoloList::People => order.officials.iter().map(|index| person(scene, *index)).collect(),
        PopoloList::Organizations => order.bodies.iter().map(|index| organization(scene, *index)).collect(),
        PopoloList::Memberships => {
            order.officials.iter().flat_map(|index| memberships(scene, *index)).collect()
        }
    };
    file(&Value::Array(objects))
}

fn person_id(scene: Scene<'_>, index: OfficialIndex) -> String {
    scene.config.base_url.whole(scene.plan.addresses.official(index))
}

fn organization_id(scene: Scene<'_>, index: BodyIndex) -> String {
    scene.config.base_url.whole(scene.plan.addresses.body(index))
}

fn link(url: &str) -> Value {
    json!([{ "url": url }])
}

fn person(scene: Scene<'_>, index: OfficialIndex) -> Value {
    let official = scene.site.official(index);
    let fields = official_fields(scene, index);
    let names = fields.and_then(|fields| fields.other_names.as_ref()).into_iter().flatten();
    let names = names.map(|name| json!({ "name": name.value })).collect();
    let picture = official.document.and_then(|document| scene.site.document(document).picture);
    let page = scene.plan.addresses.official(index);
    let image = picture
        .map(|asset| scene.config.base_url.whole(&scene.plan.addresses.asset(scene.site, page, asset)));
    let id = person_id(scene, index);
    Object::default()
        .with("links", Some(link(&id)))
        .with("id", Some(id))
        .with("name", Some(official.name.as_str()))
        .with(
            "sort_name",
            fields.and_then(|fields| fields.sort_name.as_ref()).map(|name| name.value.as_str()),
        )
        .with("image", image)
        .with_all("other_names", names)
        .done()
}

fn organization(scene: Scene<'_>, index: BodyIndex) -> Value {
    let body = scene.site.body(index);
    let fields = body_fields(scene, index);
    let short = fields.and_then(|fields| fields.short_name.as_ref());
    let others = fields.and_then(|fields| fields.other_names.as_ref()).into_iter().flatten();
    let names = short.into_iter().chain(others).map(|name| json!({ "name": name.value })).collect();
    let id = organization_id(scene, index);
    let day = |day: Option<&crate::front::Located<crate::text::PartialDate>>| day.map(|day| iso(day.value));
    Object::default()
        .with("links", Some(link(&id)))
        .with("id", Some(id))
        .with("name", Some(body.name.as_str()))
        .with("classification", body_kind(scene, index))
        .with("parent_id", body.parent.map(|parent| organization_id(scene, parent)))
        .with("founding_date", day(fields.and_then(|fields| fields.from.as_ref())))
        .with("dissolution_date", day(fields.and_then(|fields| fields.until.as_ref())))
        .with_all("other_names", names)
        .done()
}

/// An office is a membership of its body. Of offices without a body only the person is known.
fn memberships(scene: Scene<'_>, index: OfficialIndex) -> Vec<Value> {
    let person = person_id(scene, index);
    let roles = scene.site.official(index).roles.iter().enumerate();
    let membership = |(at, role): (usize, &crate::link::Role)| {
        let source =
            role.source.map(|source| scene.config.base_url.whole(scene.plan.addresses.document(source)));
        Object::default()
            .with("id", Some(format!("{person}#membership-{}", at + 1)))
            .with("role", Some(role.title.as_str()))
            .with("person_id", Some(person.as_str()))
            .with("organization_id", role.body.map(|body| organization_id(scene, body)))
            .with("start_date", role.start.map(iso))
            .with("end_date", role.end.map(iso))
            .with("sources", source.map(|source| link(&source)))
            .done()
    };
    roles.map(membership).collect()
}
