//! Pictures of targets: results against goals, and the part of a period in the goal of the year.

use crate::document::{Comparison, TargetFields};
use crate::front::Figure;
use crate::link::{DocumentIndex, TargetResult};
use crate::text::{match_key, slug};
use crate::view::Scene;
use crate::view::drawing::{Chart, Drawing, lines, width_of};
use crate::view::resolution::TargetView;

/// Height of a line of text.
const LINE: f64 = 20.0;
/// Height of a bar.
const BAR: f64 = 28.0;
/// Between two rows.
const GAP: f64 = 20.0;

/// Where the parts of a chart stand.
struct Layout {
    width: f64,
    /// Where bars begin, and how wide they may be; labels stand before or above them.
    track: (f64, f64),
    labels_above: bool,
}

const WIDE: Layout = Layout { width: 800.0, track: (216.0, 472.0), labels_above: false };
const NARROW: Layout = Layout { width: 320.0, track: (0.0, 320.0), labels_above: true };

/// A row of a chart.
struct Row {
    label: String,
    /// What stands below the label.
    unit: String,
    /// Where the coloured part begins and ends, as shares of the track.
    part: (f64, f64),
    /// How the coloured part looks.
    class: &'static str,
    /// What stands in the coloured part where there is room, else behind it.
    inside: String,
    /// What stands behind the track.
    value: String,
}

/// What has been reached of the targets that reports tell of, the latest result of each; `None` without any.
pub(in crate::view) fn results(
    scene: Scene<'_>,
    index: DocumentIndex,
    targets: &[TargetFields],
    views: &[TargetView],
) -> Option<Chart> {
    const MOST: f64 = 1.5;
    let found = &scene.site.document(index).results;
    let mut rows = Vec::new();
    let mut told = Vec::new();
    for (at, (target, view)) in targets.iter().zip(views).enumerate() {
        let is_upward = target.comparison.as_ref().is_none_or(|comparison| {
            matches!(comparison.value, Comparison::MoreThan | Comparison::AtLeast | Comparison::Exactly)
        });
        let latest = view.results.iter().enumerate().filter(|(_, result)| result.outcome.is_some());
        let Some((which, latest)) =
            latest.max_by_key(|(_, result)| result.as_of.as_ref().map(|day| &day.iso))
        else {
            continue;
        };
        let goal = target.value.as_ref().and_then(|value| value.value.value);
        let of_target = found.iter().filter(|result| result.target == Some(at)).nth(which);
        let reached = of_target.and_then(|result| reached(scene, result)).and_then(|figure| figure.value);
        let (Some(goal), Some(reached)) = (goal.filter(|goal| *goal > 0.0 && is_upward), reached) else {
            continue;
        };
        let outcome = latest.outcome.unwrap_or_default();
        let word = scene.words.word(match outcome {
            "met" => "target_met",
            "nearly" => "target_nearly",
            _ => "target_missed",
        });
        let share = (reached / goal).max(0.0);
        let percent = format!("{}%", (share * 100.0).round());
        told.push(format!("{}: {word}, {percent}", view.indicator));
        rows.push(Row {
            label: view.indicator.clone(),
            unit: [view.scope.as_deref(), view.unit.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", "),
            part: (0.0, (share / MOST).min(1.0)),
            class: match outcome {
                "met" => "good",
                "nearly" => "middling",
                _ => "bad",
            },
            inside: String::new(),
            value: format!("{percent} · {word}"),
        });
    }
    let words = |key: &str| scene.words.word(key).to_owned();
    let draw = |layout: &Layout| {
        let mut drawing = draw(layout, &rows);
        let goal = layout.track.0 + layout.track.1 / MOST;
        drawing.upright("goal", goal, 0.0, drawing.height + 6.0);
        drawing.height += LINE + 12.0;
        let y = drawing.height - 6.0;
        drawing.text("middle", (goal, y), words("goal_line"));
        drawing
    };
    (!rows.is_empty()).then(|| {
        Chart::picture(
            "_tien-do".to_owned(),
            words("chart_results"),
            format!("{}.", told.join("; ")),
            draw(&WIDE),
            draw(&NARROW),
        )
    })
}

fn reached<'a>(scene: Scene<'a>, result: &TargetResult) -> Option<&'a Figure> {
    let report = scene.site.document(result.report).document.fields.report()?;
    let fields = report.results.as_ref()?.get(result.result)?;
    fields.value.as_ref().map(|value| &value.value)
}

/// The part of a period in the goal of the whole year, where both are set for one indicator in one unit of amount.
pub(in crate::view) fn periods(
    scene: Scene<'_>,
    targets: &[TargetFields],
    views: &[TargetView],
) -> Option<Chart> {
    let mut rows = Vec::new();
    let mut told = Vec::new();
    for (part, part_view) in targets.iter().zip(views) {
        let Some((scope, part_value)) = part_view.scope.as_deref().zip(amount(part)) else { continue };
        if !is_period(scope) {
            continue;
        }
        let whole = targets.iter().zip(views).find(|(whole, view)| {
            is_same(whole, part)
                && view.scope.as_deref().is_none_or(|scope| !is_period(scope))
                && amount(whole).is_some_and(|value| value > part_value)
        });
        let Some((whole, whole_view)) = whole else { continue };
        let Some(whole_value) = amount(whole) else { continue };
        let (part_text, whole_text) = (value_of(scene, part_view), value_of(scene, whole_view));
        let unit = whole_view.unit.clone().unwrap_or_default();
        let inside = format!("{scope}: {part_text}");
        told.push(format!("{}: {inside}; {whole_text} {unit}", whole_view.indicator));
        rows.push(Row {
            label: whole_view.indicator.clone(),
            unit,
            part: (1.0 - part_value / whole_value, 1.0),
            class: "part",
            inside,
            value: whole_text,
        });
    }
    (!rows.is_empty()).then(|| {
        Chart::picture(
            "_phan-trong-nam".to_owned(),
            scene.words.word("chart_periods").to_owned(),
            format!("{}.", told.join(". ")),
            draw(&WIDE, &rows),
            draw(&NARROW, &rows),
        )
    })
}

/// A part of a year: months or quarters.
fn is_period(scope: &str) -> bool {
    slug(scope).split('-').any(|word| matches!(word, "thang" | "quy"))
}

fn is_same(one: &TargetFields, other: &TargetFields) -> bool {
    let key = |text: &Option<crate::front::Text>| text.as_ref().map(|text| match_key(&text.value));
    key(&one.indicator) == key(&other.indicator)
        && key(&one.unit) == key(&other.unit)
        && one.due.as_ref().map(|due| due.value) == other.due.as_ref().map(|due| due.value)
}

/// The value of a target that can be part of another; shares of a hundred cannot.
fn amount(target: &TargetFields) -> Option<f64> {
    let is_share = target.unit.as_ref().is_some_and(|unit| unit.value.contains('%'));
    target.value.as_ref()?.value.value.filter(|value| *value > 0.0 && !is_share)
}

fn value_of(scene: Scene<'_>, view: &TargetView) -> String {
    let value = view.value.clone().unwrap_or_default();
    match view.comparison {
        Some(comparison) => format!("{} {value}", scene.words.word(comparison)),
        None => value,
    }
}

fn draw(layout: &Layout, rows: &[Row]) -> Drawing {
    let mut drawing = Drawing { width: layout.width, ..Drawing::default() };
    let (left, width) = layout.track;
    let mut y = 0.0;
    for row in rows {
        let room = if layout.labels_above { layout.width - width_of(&row.value) - 16.0 } else { left - 16.0 };
        let labels = lines(&row.label, room);
        let units = lines(&row.unit, room);
        let mut line = y;
        for (class, words) in
            labels.iter().map(|words| ("label", words)).chain(units.iter().map(|words| ("sub", words)))
        {
            line += LINE;
            drawing.text(class, (0.0, line - 4.0), words);
        }
        let top = if layout.labels_above { line + 6.0 } else { y };
        let value = if layout.labels_above {
            (layout.width, y + LINE - 4.0)
        } else {
            (left + width + 12.0, top + 20.0)
        };
        drawing.text(if layout.labels_above { "value end" } else { "value" }, value, &row.value);
        drawing.bar("track", (left, top), (width, BAR));
        let (from, to) = row.part;
        drawing.bar(row.class, (left + from * width, top), ((to - from) * width, BAR));
        let is_roomy = width_of(&row.inside) + 20.0 <= (to - from) * width;
        if is_roomy && !row.inside.is_empty() {
            drawing.text("inside", (left + from * width + 12.0, top + 20.0), &row.inside);
        } else if !row.inside.is_empty() {
            line = line.max(top + BAR) + LINE;
            drawing.text("sub", (left, line - 2.0), &row.inside);
        }
        y = line.max(top + BAR) + GAP;
    }
    drawing.height = (y - GAP).max(0.0);
    drawing
}
