//! Which topics and officials a text in a field is filed under.

use super::fields::{self, FIELDS, Named};
use super::front;
use super::people::{self, COMMITTEE_CHAIR, COMMITTEES, FIRST_COMMITTEE, FIRST_OFFICE};
use super::prose::Prose;
use super::random::{Random, position};

/// The committee of the council that verifies drafts of a field.
pub(super) fn committee(field: u32) -> Named {
    let place = FIELDS.get(position(field)).map_or(0, |field| field.committee);
    COMMITTEES.get(position(place)).copied().unwrap_or(fields::named(people::COUNCIL_SHORT, ""))
}

/// Up to `most` seats of officials who may be named in a text of a field.
pub(super) fn seats(field: u32, random: &mut Random, most: u32) -> Vec<u32> {
    let committee = FIELDS.get(position(field)).map_or(0, |field| field.committee);
    let mut seats = vec![
        FIRST_OFFICE + field,
        FIRST_COMMITTEE + committee,
        random.between(people::COUNCIL_CHAIR, people::SECOND_DEPUTY),
        COMMITTEE_CHAIR + random.below(3),
    ];
    for _ in 0..4 - random.below(most + 1).min(4) {
        let place = random.position(seats.len());
        if place < seats.len() {
            seats.swap_remove(place);
        }
    }
    seats
}

/// Writes one to three topics: one of the field, perhaps the field itself, perhaps one of another field.
pub(super) fn write(prose: &mut Prose<'_>) {
    let random = &mut prose.random;
    let own = FIELDS.get(position(prose.scene.field)).copied();
    let child = own.and_then(|field| random.pick(&field.topics));
    let parent = own.filter(|_| random.chance(30)).map(|field| &field.topic);
    let other = (prose.scene.field + random.between(1, fields::COUNT - 1)) % fields::COUNT;
    let other = FIELDS
        .get(position(other))
        .filter(|_| random.chance(35))
        .and_then(|field| random.pick(&field.topics));
    front::list(
        &mut prose.text,
        "topics",
        [child, parent, other].into_iter().flatten().map(|topic| topic.name),
    );
}

/// Writes the officials whom the text names.
pub(super) fn write_officials(prose: &mut Prose<'_>) {
    let demo = prose.demo;
    let first = prose.scene.term * people::SEATS;
    let names = prose.scene.seats.iter().filter_map(|seat| demo.people.get(position(first + seat)));
    front::list(&mut prose.text, "officials", names.map(|person| person.name.as_str()));
}
