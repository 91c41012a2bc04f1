//! Offices in time: a lane for each, a dot for each dated record with a source. A bar joins records; it is no appointment.

use crate::link::{BodyIndex, Role};
use crate::text::{Date, PartialDate};
use crate::view::Scene;
use crate::view::drawing::{Chart, Drawing, lines, width_of};

/// Height of a line of text.
const LINE: f64 = 20.0;
/// Thickness of a bar.
const BAR: f64 = 12.0;
/// Radius of a dot.
const DOT: f64 = 8.0;
/// Length of what stands for an end that is not recorded.
const TAIL: f64 = 28.0;
/// Lanes that a picture shows; the table has them all.
const MOST_LANES: usize = 12;
/// The colours of lanes, in turn.
const CLASSES: [&str; 4] = ["s4", "s2", "s1", "s3"];
/// The dots of lanes, in turn.
const DOTS: [&str; 4] = ["dot s4-line", "dot s2-line", "dot s1-line", "dot s3-line"];
/// Ends of lanes that are not recorded, in turn.
const TAILS: [&str; 4] = ["tail s4-line", "tail s2-line", "tail s1-line", "tail s3-line"];

/// An office with what is recorded of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lane {
    title: String,
    /// The first and last day that records name.
    from: Date,
    until: Date,
    /// Days of records that have a source.
    dots: Vec<Date>,
    /// Whether its beginning is not recorded.
    is_open_before: bool,
    /// Whether its end is not recorded.
    is_open_after: bool,
}

/// Offices in time; `None` where there is not more than one day.
pub(in crate::view) fn chart(scene: Scene<'_>, roles: &[Role]) -> Option<Chart> {
    let lanes = lanes(scene, roles);
    let (first, last) =
        (lanes.iter().map(|lane| lane.from).min()?, lanes.iter().map(|lane| lane.until).max()?);
    if first == last || lanes.len() > MOST_LANES {
        return None;
    }
    let day = |day| scene.words.date(day);
    let told: Vec<String> = lanes
        .iter()
        .map(|lane| {
            let until = if lane.from == lane.until { "" } else { &format!(" – {}", day(lane.until)) };
            format!("{}: {}{until}", lane.title, day(lane.from))
        })
        .collect();
    let caveat = scene.words.word("range_caveat");
    Some(Chart::picture(
        "_lan-chuc-vu",
        scene.words.word("positions_chart"),
        format!("{}. {caveat}.", told.join("; ")),
        draw(&lanes, (first.year(), last.year()), &WIDE),
        draw(&lanes, (first.year(), last.year()), &NARROW),
    ))
}

/// One lane for each title and body with a day, in the order of their first records.
fn lanes(scene: Scene<'_>, roles: &[Role]) -> Vec<Lane> {
    let name = |body: BodyIndex| scene.site.body(body).name.as_str();
    gather(roles)
        .into_iter()
        .map(|(title, body, mut lane)| {
            let has_namesake = roles.iter().any(|role| role.title == title && role.body != body);
            if let Some(body) = body.filter(|_| has_namesake) {
                lane.title = format!("{title}, {}", name(body));
            }
            lane
        })
        .collect()
}

fn gather(roles: &[Role]) -> Vec<(&str, Option<BodyIndex>, Lane)> {
    let mut lanes: Vec<(&str, Option<BodyIndex>, Lane)> = Vec::new();
    for role in roles {
        let days = [role.start, role.end].into_iter().flatten();
        let (Some(from), Some(until)) =
            (days.clone().map(PartialDate::first_day).min(), days.map(PartialDate::last_day).max())
        else {
            continue;
        };
        let has_source = role.source.is_some() || role.source_text.is_some();
        let dot = match role.start {
            Some(PartialDate::Day(day)) if has_source => Some(day),
            _ => None,
        };
        let is_open_before = role.start.is_none();
        let is_open_after = role.end.is_none();
        match lanes.iter_mut().find(|(title, body, _)| *title == role.title && *body == role.body) {
            Some((_, _, lane)) => {
                // Whichever record comes first or last says whether the office is open there.
                if from < lane.from {
                    (lane.from, lane.is_open_before) = (from, is_open_before);
                }
                if until > lane.until {
                    (lane.until, lane.is_open_after) = (until, is_open_after);
                }
                lane.dots.extend(dot);
            }
            None => {
                let title = role.title.clone();
                let dots = dot.into_iter().collect();
                let lane = Lane { title, from, until, dots, is_open_before, is_open_after };
                lanes.push((&role.title, role.body, lane));
            }
        }
    }
    for (_, _, lane) in &mut lanes {
        lane.dots.sort_unstable();
        lane.dots.dedup();
    }
    lanes.sort_by_key(|(_, _, lane)| lane.from);
    lanes
}

struct Layout {
    width: f64,
    /// Where the first year begins, and how wide all years are.
    left: f64,
    room: f64,
    are_labels_above: bool,
}

const WIDE: Layout = Layout { width: 800.0, left: 256.0, room: 500.0, are_labels_above: false };
const NARROW: Layout = Layout { width: 320.0, left: 20.0, room: 268.0, are_labels_above: true };

fn draw(lanes: &[Lane], (first, last): (i16, i16), layout: &Layout) -> Drawing {
    let mut drawing = Drawing { width: layout.width, ..Drawing::default() };
    let years = f64::from(last) + 1.0 - f64::from(first);
    let at = |day: Date| {
        let past = f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year());
        layout.left + (f64::from(day.year()) - f64::from(first) + past) / years * layout.room
    };
    let mut bars = Drawing::default();
    let mut y = 8.0;
    for (number, lane) in lanes.iter().enumerate() {
        let colour = number % CLASSES.len();
        let room = if layout.are_labels_above { layout.width } else { layout.left - 24.0 };
        let labels = lines(&lane.title, room / 1.08);
        let block = LINE * f64::from(u32::try_from(labels.len()).unwrap_or_default());
        let tall = if layout.are_labels_above { block + 2.0 * DOT + 6.0 } else { block.max(2.0 * DOT + 4.0) };
        let middle = if layout.are_labels_above { y + block + DOT + 4.0 } else { y + tall / 2.0 };
        let mut line = if layout.are_labels_above { y } else { y + (tall - block) / 2.0 };
        for words in &labels {
            line += LINE;
            bars.text("label ground", (0.0, line - 5.0), words);
        }
        let (from, until) = (at(lane.from), at(lane.until).max(at(lane.from) + 4.0));
        if let (true, Some(class)) = (lane.is_open_before, TAILS.get(colour)) {
            bars.line(class, ((from - TAIL).max(0.0), middle), (from, middle));
        }
        if let (true, Some(class)) = (lane.is_open_after, TAILS.get(colour)) {
            bars.line(class, (until, middle), ((until + TAIL).min(layout.width), middle));
        }
        if let Some(class) = CLASSES.get(colour) {
            bars.bar(class, (from, middle - BAR / 2.0), (until - from, BAR));
        }
        if let Some(class) = DOTS.get(colour) {
            for day in &lane.dots {
                bars.circle(class, (at(*day), middle), DOT - 1.5);
            }
        }
        y += tall + 20.0;
    }
    let foot = y - 8.0;
    // Years whose words would touch are left out between others.
    let pitch = layout.room / years;
    let step = (1..100_i16).find(|step| f64::from(*step) * pitch >= width_of("2000") + 10.0).unwrap_or(1);
    for year in (first..=last + 1).filter(|year| (year - first) % step == 0) {
        let x = layout.left + f64::from(year - first) * pitch;
        drawing.upright("grid", x, 0.0, foot);
        drawing.text("middle", (x, foot + 18.0), year.to_string());
    }
    drawing.shapes.append(&mut bars.shapes);
    drawing.height = foot + 24.0;
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{parse_date, parse_partial_date};
    use crate::view::Shape;

    fn role(title: &str, start: &str, end: &str) -> Role {
        let day = |text: &str| parse_partial_date(text).ok();
        Role {
            title: title.to_owned(),
            body: None,
            start: day(start),
            end: day(end),
            source: None,
            source_text: Some("Tin".to_owned()).filter(|_| title != "Ủy viên"),
        }
    }

    #[test]
    fn lanes_join_the_first_and_last_records_of_an_office() {
        let roles = [
            role("Bí thư", "2021-02-24", ""),
            role("Chủ tịch", "2019", "2020-06"),
            role("Bí thư", "2024-06-21", ""),
            role("Bí thư", "2023-07-12", ""),
            role("Trưởng ban", "", "2022-05-01"),
            role("Ủy viên", "", ""),
            role("Ủy viên", "2025-01-01", ""),
        ];
        let found: Vec<String> = gather(&roles)
            .into_iter()
            .map(|(title, _, lane)| {
                let open = |is_open: bool| if is_open { "~" } else { "|" };
                let (before, after) = (open(lane.is_open_before), open(lane.is_open_after));
                format!("{title} {before}{} {}{after} {}", lane.from, lane.until, lane.dots.len())
            })
            .collect();
        assert_eq!(
            found,
            [
                "Chủ tịch |2019-01-01 2020-06-30| 0",
                "Bí thư |2021-02-24 2024-06-21~ 3",
                "Trưởng ban ~2022-05-01 2022-05-01| 0",
                "Ủy viên |2025-01-01 2025-01-01~ 0",
            ]
        );
    }

    #[test]
    fn lanes_stay_inside_and_dots_on_their_days() {
        let day = |text| parse_date(text).unwrap();
        let lane = Lane {
            title: "Chủ tịch Hội đồng nhân dân tỉnh kiêm Bí thư Tỉnh ủy".to_owned(),
            from: day("2021-01-01"),
            until: day("2025-12-31"),
            dots: vec![day("2021-01-01"), day("2023-07-02")],
            is_open_before: false,
            is_open_after: true,
        };
        for layout in [&WIDE, &NARROW] {
            let drawing = draw(std::slice::from_ref(&lane), (2021, 2025), layout);
            let mut dots = Vec::new();
            for shape in &drawing.shapes {
                match shape {
                    Shape::Circle { x, .. } => dots.push(*x),
                    Shape::Line { x2, .. } => assert!(*x2 <= layout.width),
                    Shape::Bar { x, width, .. } => assert!(x + width <= layout.width),
                    _ => {}
                }
            }
            let middle = layout.left + layout.room / 2.0;
            assert_eq!(dots.len(), 2);
            assert!((dots[0] - layout.left).abs() < 0.1 && (dots[1] - middle).abs() < 1.0, "{dots:?}");
        }
    }
}
