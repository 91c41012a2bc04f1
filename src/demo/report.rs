//! A report as a file: figures, results of targets, sections, a table.

use super::fields;
use super::front;
use super::grammar::Ask;
use super::kin;
use super::people;
use super::plan::Session;
use super::prose::{Prose, Scene};
use super::random::{Purpose, Random, position};
use super::subject::{self, Target};
use super::topics;
use super::{Demo, DemoFile, digits};

/// What a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// A session that has been held.
    Session,
    /// A supervision.
    Supervision,
    /// A hearing.
    Hearing,
    /// How resolutions were carried out.
    Implementation,
}

/// What a later report says on a target.
#[derive(Debug, Clone, Copy)]
struct Outcome {
    /// The resolution that set the target.
    resolution: u32,
    /// The target.
    target: Target,
    /// What was reached, in tenths.
    reached: u32,
}

impl About {
    /// The word in front matter.
    const fn token(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Supervision => "supervision",
            Self::Hearing => "hearing",
            Self::Implementation => "implementation",
        }
    }

    /// The rule for the title.
    const fn title(self) -> Ask {
        match self {
            Self::Session => Ask::SessionReport,
            Self::Supervision => Ask::SupervisionReport,
            Self::Hearing => Ask::HearingReport,
            Self::Implementation => Ask::ProgressReport,
        }
    }
}

/// The file of the report at `index`.
pub(super) fn file(demo: &Demo, index: u32) -> DemoFile {
    let mut random = Random::new(demo.plan.seed, Purpose::Report, index);
    let session = demo.plan.session_of(index, demo.plan.reports);
    let about =
        [About::Session, About::Supervision, About::Hearing, About::Implementation, About::Implementation];
    let about = random.pick(&about).copied().unwrap_or(About::Implementation);
    let bytes = random.between(3_000, 7_200) + random.between(0, 4_400);
    let outcomes = outcomes(demo, session.first_resolution(), &mut random);
    let own = random.below(fields::COUNT);
    let field = outcomes.first().map_or(own, |outcome| subject::field(&demo.plan, outcome.resolution));
    let scene = scene(&session, about, field, &mut random);
    let mut prose = Prose::new(demo, random, scene, position(bytes) * 5 / 4 + 6_000);
    front_matter(&mut prose, about, &session, &outcomes);
    body(&mut prose, about, &session, &outcomes, position(bytes));
    DemoFile { path: path(&prose.scene, index), text: prose.finish() }
}

/// Where the file lies.
fn path(scene: &Scene, index: u32) -> String {
    let mut path = String::from("content/reports/");
    digits::plain(&mut path, scene.date.year);
    path.push_str("/bao-cao-");
    digits::plain(&mut path, scene.date.year);
    path.push('-');
    digits::padded(&mut path, index + 1, 5);
    path.push_str(".md");
    path
}

/// What the report may refer to: on the day before which all earlier sessions have ended.
fn scene(session: &Session, about: About, field: u32, random: &mut Random) -> Scene {
    let after = matches!(about, About::Session | About::Hearing);
    Scene {
        field,
        date: if after { session.end().plus(random.below(session.rest.min(12) + 1)) } else { session.start },
        term: session.term,
        known: session.first_resolution(),
        seats: topics::seats(field, random, 3),
        shape: None,
        session: session.index,
    }
}

/// Results for the targets of up to three resolutions of earlier sessions.
fn outcomes(demo: &Demo, known: u32, random: &mut Random) -> Vec<Outcome> {
    let count = random.between(1, 3);
    let mut resolutions: Vec<u32> =
        (0..count).filter_map(|_| kin::with_targets(&demo.plan, known, random)).collect();
    resolutions.sort_unstable();
    resolutions.dedup();
    let mut outcomes = Vec::new();
    for resolution in resolutions {
        for target in subject::targets(&demo.plan, resolution) {
            outcomes.push(Outcome { resolution, target, reached: reached(random, target) });
        }
    }
    outcomes
}

/// A value near the promised one, whole where the promise is.
fn reached(random: &mut Random, target: Target) -> u32 {
    let value = target.value * random.between(86, 112) / 100;
    let value = if target.value.is_multiple_of(10) { value / 10 * 10 } else { value };
    if target.indicator.unit == "%" { value.min(1_000) } else { value }
}

/// Writes the front matter.
fn front_matter(prose: &mut Prose<'_>, about: About, session: &Session, outcomes: &[Outcome]) {
    front::fence(&mut prose.text);
    prose.push("title: \"");
    prose.say_capital(about.title());
    if about == About::Session {
        prose.push(" tại ");
        session.short_name(&mut prose.text);
    }
    prose.push("\"\n");
    let date = prose.scene.date;
    front::date(&mut prose.text, "date", date);
    front::line(&mut prose.text, "issuer", issuer(about, prose.scene.field));
    front::token(&mut prose.text, "about", about.token());
    if about == About::Session || prose.random.chance(50) {
        prose.push("session: \"");
        session.name(&mut prose.text);
        prose.push("\"\n");
    }
    topics::write(prose);
    topics::write_officials(prose);
    prose.push("summary: \"");
    prose.say_capital(Ask::Summary);
    prose.push(".\"\n");
    statistics(prose);
    results(prose, outcomes);
    front::fence(&mut prose.text);
}

/// Who reports.
fn issuer(about: About, field: u32) -> &'static str {
    match about {
        About::Session | About::Hearing => people::STANDING_BOARD,
        About::Supervision => topics::committee(field).name,
        About::Implementation => people::PEOPLES_COMMITTEE,
    }
}

/// Writes named figures; each name stands once.
fn statistics(prose: &mut Prose<'_>) {
    let mut names: Vec<String> = Vec::new();
    for _ in 0..prose.random.between(3, 6) {
        let start = prose.text.len();
        prose.say_capital(Ask::Statistic);
        names.push(prose.text.split_off(start));
    }
    names.sort_unstable();
    names.dedup();
    prose.push("statistics:\n");
    for name in names {
        prose.push("  ");
        front::quoted(&mut prose.text, &name);
        prose.push(": \"");
        if name.starts_with("Tỷ lệ") {
            let tenths = prose.random.between(105, 998);
            digits::tenths(&mut prose.text, tenths);
            prose.push("%");
        } else {
            let count = prose.random.between(3, 4_900);
            digits::grouped(&mut prose.text, count);
        }
        prose.push(if name.starts_with("Kinh phí") { " triệu đồng\"\n" } else { "\"\n" });
    }
}

/// Writes what was reached of the targets of earlier resolutions.
fn results(prose: &mut Prose<'_>, outcomes: &[Outcome]) {
    if outcomes.is_empty() {
        return;
    }
    let date = prose.scene.date;
    prose.push("results:\n");
    for outcome in outcomes {
        prose.push("  - resolution: \"");
        prose.demo.plan.resolution(outcome.resolution).reference(&mut prose.text);
        prose.push("\"\n");
        front::line(&mut prose.text, "    indicator", outcome.target.indicator.name);
        front::tenths(&mut prose.text, "    value", outcome.reached);
        front::line(&mut prose.text, "    unit", outcome.target.indicator.unit);
        front::date(&mut prose.text, "    as_of", date);
    }
}

/// Writes the text: opening, what was done with a table, limits, tasks.
fn body(prose: &mut Prose<'_>, about: About, session: &Session, outcomes: &[Outcome], bytes: usize) {
    prose.push("\n");
    opening(prose, about, session);
    section(prose, 1, Ask::SectionAchieved, Ask::Finding, bytes * 4 / 10);
    achieved(prose, outcomes);
    table(prose);
    section(prose, 2, Ask::SectionLimits, Ask::Finding, bytes * 3 / 10);
    section(prose, 3, Ask::SectionTasks, Ask::Directive, bytes * 3 / 10);
}

/// Writes why the report is made.
fn opening(prose: &mut Prose<'_>, about: About, session: &Session) {
    prose.push("Thực hiện ");
    prose.cite_anything();
    prose.push(", ");
    prose.push(issuer(about, prose.scene.field));
    prose.push(" báo cáo ");
    session.name(&mut prose.text);
    prose.push(" Hội đồng nhân dân tỉnh về ");
    prose.say(Ask::Definition);
    prose.push(" như sau:\n\n");
    prose.attendance();
}

/// Writes a section of paragraphs under a numbered heading; every third paragraph has a number of its own.
fn section(prose: &mut Prose<'_>, number: u32, heading: Ask, sentences: Ask, bytes: usize) {
    prose.push("## ");
    digits::roman(&mut prose.text, number);
    prose.push(". ");
    prose.say_capital(heading);
    prose.push("\n\n");
    let end = prose.text.len() + bytes;
    let mut count = 0;
    while prose.text.len() < end {
        if prose.random.chance(30) {
            count += 1;
            prose.push("### ");
            digits::plain(&mut prose.text, count);
            prose.push(". ");
            prose.say_capital(Ask::Task);
            prose.push("\n\n");
        }
        let length = prose.random.between(300, 1_100);
        prose.paragraph(sentences, position(length));
        prose.push("\n\n");
    }
}

/// Writes in words what was reached of the targets.
fn achieved(prose: &mut Prose<'_>, outcomes: &[Outcome]) {
    for outcome in outcomes {
        prose.push("- ");
        prose.push(outcome.target.indicator.name);
        prose.push(": ");
        prose.cite_resolution(outcome.resolution);
        prose.push(" đặt mục tiêu ");
        prose.push(outcome.target.indicator.comparison.word());
        prose.push(" ");
        outcome.target.indicator.measure(&mut prose.text, outcome.target.value);
        prose.push(", thực hiện ");
        outcome.target.indicator.measure(&mut prose.text, outcome.reached);
        prose.push(".\n");
    }
    if !outcomes.is_empty() {
        prose.push("\n");
    }
}

/// Writes a table of plan and result.
fn table(prose: &mut Prose<'_>) {
    prose.push("| Nội dung | Kế hoạch | Thực hiện | Tỷ lệ (%) |\n| --- | ---: | ---: | ---: |\n");
    for _ in 0..prose.random.between(4, 10) {
        let planned = prose.random.between(40, 9_900);
        let share = prose.random.between(520, 1_180);
        prose.push("| ");
        prose.say_capital(Ask::Row);
        prose.push(" | ");
        digits::grouped(&mut prose.text, planned);
        prose.push(" | ");
        digits::grouped(&mut prose.text, planned * share / 1_000);
        prose.push(" | ");
        digits::tenths(&mut prose.text, share);
        prose.push(" |\n");
    }
    prose.push("\n");
}
