//! A news item as a file.

use super::fields;
use super::front;
use super::grammar::Ask;
use super::kin;
use super::plan::Session;
use super::prose::{Prose, Scene};
use super::random::{Purpose, Random, position};
use super::subject;
use super::topics;
use super::{Demo, DemoFile, digits};

/// The file of the news item at `index`.
pub(super) fn file(demo: &Demo, index: u32) -> DemoFile {
    let mut random = Random::new(demo.plan.seed, Purpose::News, index);
    let session = demo.plan.session_of(index, demo.plan.news);
    let of_session = random.chance(45);
    let bytes = random.between(1_900, 3_700) + random.between(0, 3_000);
    let scene = scene(demo, &session, of_session, &mut random);
    let mut prose = Prose::new(demo, random, scene, position(bytes) * 5 / 4 + 4_000);
    let place = demo.places.commune(&mut prose.random);
    front_matter(&mut prose, &session, of_session, place);
    body(&mut prose, &session, of_session, place, position(bytes));
    DemoFile { path: path(&prose.scene, index), text: prose.finish() }
}

/// Where the file lies.
fn path(scene: &Scene, index: u32) -> String {
    let mut path = String::from("content/news/");
    digits::plain(&mut path, scene.date.year);
    path.push_str("/tin-");
    digits::plain(&mut path, scene.date.year);
    path.push('-');
    digits::padded(&mut path, index + 1, 6);
    path.push_str(".md");
    path
}

/// What the item may refer to: all that was adopted up to the end of the session.
fn scene(demo: &Demo, session: &Session, of_session: bool, random: &mut Random) -> Scene {
    let field = random.below(fields::COUNT);
    let later = if of_session { 0 } else { random.below(session.rest + 1) };
    Scene {
        field,
        date: session.end().plus(later),
        term: session.term,
        known: adopted_until(demo, session),
        seats: topics::seats(field, random, 3),
        shape: None,
        session: session.index,
    }
}

/// How many resolutions have been adopted when the session ends.
fn adopted_until(demo: &Demo, session: &Session) -> u32 {
    demo.plan.session(session.index + 1).first_resolution().min(demo.plan.resolutions)
}

/// Writes the front matter.
fn front_matter(prose: &mut Prose<'_>, session: &Session, of_session: bool, place: &str) {
    front::fence(&mut prose.text);
    prose.push("title: \"");
    prose.say_capital(if of_session { Ask::SessionNews } else { Ask::OtherNews });
    prose.push("\"\ndate: ");
    prose.scene.date.iso(&mut prose.text);
    prose.push("T");
    let (hour, minute) = (prose.random.between(6, 21), prose.random.below(60));
    digits::padded(&mut prose.text, hour, 2);
    prose.push(":");
    digits::padded(&mut prose.text, minute, 2);
    prose.push("\n");
    front::line(&mut prose.text, "place", place);
    let byline = [prose.random.text(&BYLINES), prose.random.text(&BYLINE_ENDS)].join(" ");
    front::line(&mut prose.text, "byline", &byline);
    if of_session {
        prose.push("session: \"");
        session.name(&mut prose.text);
        prose.push("\"\n");
    }
    topics::write(prose);
    topics::write_officials(prose);
    prose.push("summary: \"");
    prose.say_capital(Ask::Summary);
    prose.push(".\"\n");
    front::fence(&mut prose.text);
}

/// Writes the text: where and when, then paragraphs, some with figures, some with quotes.
fn body(prose: &mut Prose<'_>, session: &Session, of_session: bool, place: &str, bytes: usize) {
    prose.push("\n");
    let end = prose.text.len() + bytes;
    opening(prose, session, of_session, place);
    let listed = of_session && prose.random.chance(50);
    while prose.text.len() < end {
        if prose.random.chance(12) {
            prose.push("## ");
            prose.say_capital(Ask::SectionAchieved);
            prose.push("\n\n");
        }
        let sentences = if prose.random.chance(70) { Ask::Story } else { Ask::Finding };
        let length = prose.random.between(150, 620);
        prose.paragraph(sentences, position(length));
        prose.push("\n\n");
    }
    if listed {
        adopted(prose, session);
    }
}

/// Writes the first paragraph.
fn opening(prose: &mut Prose<'_>, session: &Session, of_session: bool, place: &str) {
    let bold = if prose.random.chance(40) { "**" } else { "" };
    prose.push(bold);
    let when = prose.random.text(&["Sáng ", "Chiều ", "Ngày "]);
    prose.push(when);
    prose.scene.date.day_and_month(&mut prose.text);
    prose.push(", tại ");
    prose.push(place);
    prose.push(", ");
    if of_session {
        session.name(&mut prose.text);
        prose.push(" Hội đồng nhân dân tỉnh Minh Giang đã thảo luận về ");
    } else {
        prose.person();
        prose.push(if prose.text.ends_with(',') {
            " chủ trì buổi làm việc về "
        } else {
            " đã chủ trì buổi làm việc về "
        });
    }
    prose.say(Ask::Definition);
    prose.push(" và ");
    prose.say(Ask::Definition);
    prose.push(".");
    prose.push(bold);
    prose.push("\n\n");
    prose.attendance();
}

/// Writes some of the resolutions that the session adopted.
fn adopted(prose: &mut Prose<'_>, session: &Session) {
    let demo = prose.demo;
    let first = session.first_resolution();
    let range = (first..prose.scene.known).filter(|index| kin::lives_on(&demo.plan, *index));
    let mut chosen: Vec<u32> = range.collect();
    while chosen.len() > 5 {
        chosen.swap_remove(prose.random.position(chosen.len()));
    }
    if chosen.is_empty() {
        return;
    }
    chosen.sort_unstable();
    prose.push("Trong số các nghị quyết được thông qua có:\n\n");
    for index in chosen {
        prose.push("- ");
        subject::full_citation(demo, &mut prose.text, index);
        prose.push(";\n");
    }
    prose.push("\n");
    prose.paragraph(Ask::Story, 120);
    prose.push("\n");
}

/// First halves of pen names.
const BYLINES: [&str; 12] =
    ["Hoài", "Thu", "Minh", "Ngọc", "Lan", "Bảo", "Hạ", "Thanh", "Quỳnh", "Vân", "Tuệ", "Khánh"];

/// Second halves of pen names.
const BYLINE_ENDS: [&str; 12] =
    ["An", "Trà", "Khuê", "Lam", "Nhi", "Sa", "Thảo", "Uyên", "Văn", "Yên", "Đan", "Giang"];
