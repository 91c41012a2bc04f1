//! The records of a portal: sessions, officials, topics, bodies.

use super::calendar::Date;
use super::fields::{self, FIELDS, Named};
use super::front;
use super::grammar::Ask;
use super::people::{self, COMMITTEES, SEATS, Seat};
use super::plan::{self, Session};
use super::prose::{Prose, Scene};
use super::random::{Purpose, Random, position};
use super::{Demo, DemoFile, digits};

/// How many topics there are: each field and four below it.
pub(super) const TOPICS: u32 = fields::COUNT * 5;
/// How many bodies there are.
pub(super) const BODIES: u32 = 9 + fields::COUNT;

/// What a record may refer to.
fn scene(field: u32, session: &Session) -> Scene {
    Scene {
        field,
        date: session.end(),
        term: session.term,
        known: session.first_resolution(),
        seats: vec![people::COUNCIL_CHAIR, people::FIRST_DEPUTY],
        shape: None,
        session: session.index,
    }
}

/// The file of the session at `index`.
pub(super) fn session(demo: &Demo, index: u32) -> DemoFile {
    let session = demo.plan.session(index);
    let mut random = Random::new(demo.plan.seed, Purpose::Record, index);
    let scene = scene(random.below(fields::COUNT), &session);
    let mut prose = Prose::new(demo, random, scene, 6_000);
    let mut path = String::from("content/sessions/khoa-");
    plan::term_name(&mut path, session.term);
    path.make_ascii_lowercase();
    path.push_str("-ky-hop-");
    digits::plain(&mut path, session.number);
    path.push_str(".md");
    session_front(&mut prose, &session);
    prose.push("\n");
    for _ in 0..3 {
        prose.paragraph(Ask::Story, 400);
        prose.push("\n\n");
    }
    DemoFile { path, text: prose.finish() }
}

/// Writes the front matter of a session.
fn session_front(prose: &mut Prose<'_>, session: &Session) {
    front::fence(&mut prose.text);
    front::line(&mut prose.text, "body", people::COUNCIL);
    prose.push("term: \"");
    plan::term_name(&mut prose.text, session.term);
    prose.push("\"\n");
    front::number(&mut prose.text, "number", session.number);
    front::token(&mut prose.text, "kind", if session.is_thematic() { "thematic" } else { "regular" });
    front::date(&mut prose.text, "start", session.start);
    front::date(&mut prose.text, "end", session.end());
    front::line(&mut prose.text, "venue", "Trung tâm Hội nghị tỉnh Minh Giang");
    front::token(&mut prose.text, "state", "held");
    let chairs = [people::COUNCIL_CHAIR, people::FIRST_DEPUTY, people::SECOND_DEPUTY];
    let demo = prose.demo;
    let first = session.term * SEATS;
    let chairs = chairs.iter().filter_map(|seat| demo.people.get(position(first + seat)));
    front::list(&mut prose.text, "chairs", chairs.map(|person| person.name.as_str()));
    agenda(prose, session);
    prose.push("statistics:\n");
    let adopted = adopted(demo, session);
    front::number(&mut prose.text, "  \"Nghị quyết được thông qua\"", adopted.end - adopted.start);
    let (speeches, questions) = (prose.random.between(20, 140), prose.random.between(3, 24));
    front::number(&mut prose.text, "  \"Lượt ý kiến phát biểu\"", speeches);
    front::number(&mut prose.text, "  \"Lượt chất vấn\"", questions);
    front::fence(&mut prose.text);
}

/// The resolutions that a session adopts.
fn adopted(demo: &Demo, session: &Session) -> std::ops::Range<u32> {
    let end = demo.plan.session(session.index + 1).first_resolution();
    session.first_resolution()..end.min(demo.plan.resolutions)
}

/// Writes the agenda: some items on each day, the vote on all resolutions at the end.
fn agenda(prose: &mut Prose<'_>, session: &Session) {
    prose.push("agenda:\n");
    for day in 0..session.days {
        for (time, seat) in [
            ("08:00", people::FIRST_DEPUTY),
            ("09:30", people::COMMITTEE_CHAIR),
            ("14:00", people::FIRST_COMMITTEE),
        ] {
            item(prose, session.start.plus(day), time);
            prose.push("    title: \"");
            prose.say_capital(Ask::Task);
            prose.push("\"\n    presenter: \"");
            prose.push_name(seat);
            prose.push("\"\n");
        }
    }
    let range = adopted(prose.demo, session);
    if range.is_empty() {
        return;
    }
    item(prose, session.end(), "16:00");
    prose.push("    title: \"Biểu quyết thông qua các nghị quyết\"\n    presenter: \"");
    prose.push_name(people::COUNCIL_CHAIR);
    prose.push("\"\n    documents:\n");
    for index in range {
        prose.push("      - \"");
        prose.demo.plan.resolution(index).reference(&mut prose.text);
        prose.push("\"\n");
    }
}

/// Writes day and time of an item of the agenda.
fn item(prose: &mut Prose<'_>, day: Date, time: &str) {
    front::date(&mut prose.text, "  - day", day);
    front::line(&mut prose.text, "    time", time);
}

/// The file of the official at `index`.
pub(super) fn official(demo: &Demo, index: u32) -> DemoFile {
    let mut random = Random::new(demo.plan.seed, Purpose::Record, index + 1_000_000);
    let (term, seat) = (index / SEATS, index % SEATS);
    let person = demo.people.get(position(index));
    let (name, slug) = person.map_or(("", ""), |person| (&person.name, &person.slug));
    let mut text = String::new();
    front::fence(&mut text);
    front::line(&mut text, "name", name);
    text.push_str("roles:\n");
    if term > 0 && random.chance(40) {
        let office = people::seat(people::FIRST_OFFICE + random.below(fields::COUNT));
        role(&mut text, Seat { title: "Phó Giám đốc", ..office }, term - 1, Some(term - 1));
    }
    let last = (term + 1 < plan::TERMS).then_some(term);
    role(&mut text, people::seat(seat), term, last);
    let deputy = Seat { title: "Đại biểu", of: people::COUNCIL_SHORT, body: people::COUNCIL };
    role(&mut text, deputy, term, last);
    if random.chance(60) {
        text.push_str("constituency: \"Tổ đại biểu số ");
        digits::plain(&mut text, random.between(1, 14));
        text.push_str("\"\n");
    }
    front::fence(&mut text);
    text.push_str("\nNhân vật hư cấu của dữ liệu mẫu.\n");
    DemoFile { path: ["content/officials/", slug, ".md"].concat(), text }
}

/// Writes a role from the first day of a term to the last day of another, or open at the end.
fn role(text: &mut String, seat: Seat, from: u32, to: Option<u32>) {
    front::line(text, "  - title", &[seat.title, seat.of].join(" "));
    front::line(text, "    body", seat.body);
    front::date(text, "    start", Date::new(plan::term_start(from), 1, 1));
    if let Some(term) = to {
        front::date(text, "    end", Date::new(plan::term_end(term), 12, 31));
    }
}

/// The file of the topic at `index`: the field first, then the four below it.
pub(super) fn topic(demo: &Demo, index: u32) -> DemoFile {
    let number = index / 5;
    let field = FIELDS.get(position(number)).copied();
    let child = (index % 5).checked_sub(1).and_then(|place| field?.topics.get(position(place)).copied());
    let parent = field.map(|field| field.topic);
    let Named { name, slug } = child.or(parent).unwrap_or(fields::named("", ""));
    let random = Random::new(demo.plan.seed, Purpose::Record, index + 2_000_000);
    let mut prose = Prose::new(demo, random, scene(number, &demo.plan.session(0)), 800);
    front::fence(&mut prose.text);
    front::line(&mut prose.text, "title", name);
    if let Some(parent) = parent.filter(|_| child.is_some()) {
        front::line(&mut prose.text, "parent", parent.name);
    }
    front::fence(&mut prose.text);
    prose.push("\n");
    prose.paragraph(Ask::Directive, 200);
    prose.push("\n");
    DemoFile { path: ["content/topics/", slug, ".md"].concat(), text: prose.finish() }
}

/// A body as its file tells it.
#[derive(Debug)]
struct Body {
    name: Named,
    kind: &'static str,
    short: &'static str,
    parent: &'static str,
    code: &'static str,
}

/// The file of the body at `index`.
pub(super) fn body(index: u32) -> DemoFile {
    let Body { name: Named { name, slug }, kind, short, parent, code } = body_at(index);
    let mut text = String::new();
    front::fence(&mut text);
    front::line(&mut text, "title", name);
    front::token(&mut text, "kind", kind);
    for (key, value) in [("short_name", short), ("parent", parent), ("symbol_code", code)] {
        if !value.is_empty() {
            front::line(&mut text, key, value);
        }
    }
    front::fence(&mut text);
    text.push_str("\nCơ quan hư cấu của dữ liệu mẫu.\n");
    DemoFile { path: ["content/bodies/", slug, ".md"].concat(), text }
}

/// The body at a place: the council and what belongs to it, other bodies, then the offices of the fields.
fn body_at(index: u32) -> Body {
    if let Some(body) = LEADING.get(position(index)) {
        return Body { ..*body };
    }
    let place = index.saturating_sub(9);
    let name = FIELDS.get(position(place)).map_or(fields::named("", ""), |field| field.office);
    Body { name, kind: "other", short: "", parent: people::PEOPLES_COMMITTEE, code: "" }
}

/// The bodies before the offices.
const LEADING: [Body; 9] = [
    Body {
        name: fields::named(people::COUNCIL, "hoi-dong-nhan-dan-tinh-minh-giang"),
        kind: "council",
        short: "HĐND tỉnh",
        parent: "",
        code: "HĐND",
    },
    Body {
        name: fields::named(people::STANDING_BOARD, "thuong-truc-hoi-dong-nhan-dan-tinh"),
        kind: "standing-board",
        short: "Thường trực HĐND tỉnh",
        parent: people::COUNCIL,
        code: "",
    },
    committee(COMMITTEES[0]),
    committee(COMMITTEES[1]),
    committee(COMMITTEES[2]),
    committee(COMMITTEES[3]),
    Body {
        name: fields::named(people::PEOPLES_COMMITTEE, "uy-ban-nhan-dan-tinh-minh-giang"),
        kind: "peoples-committee",
        short: "UBND tỉnh",
        parent: "",
        code: "UBND",
    },
    Body {
        name: fields::named(people::COUNCIL_OFFICE, "van-phong-hoi-dong-nhan-dan-tinh"),
        kind: "other",
        short: "",
        parent: people::COUNCIL,
        code: "",
    },
    Body {
        name: fields::named(people::FRONT, "uy-ban-mat-tran-to-quoc-tinh-minh-giang"),
        kind: "front",
        short: "",
        parent: "",
        code: "",
    },
];

/// A committee of the council.
const fn committee(name: Named) -> Body {
    Body { name, kind: "committee", short: "", parent: people::COUNCIL, code: "" }
}
