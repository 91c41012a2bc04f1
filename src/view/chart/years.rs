//! How many there are of each year.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::link::DocumentIndex;
use crate::plan::ListOf;
use crate::view::Scene;
use crate::view::drawing::{Chart, Drawing, width_of};

/// Years that a picture shows, counted back from the last; a list has them all.
const MOST_YEARS: i16 = 60;
/// Height of the bars of wide screens.
const TALL: f64 = 160.0;
/// Of bars that lie: their height, and from one to the next.
const LYING: f64 = 20.0;
const PITCH: f64 = 28.0;

/// How many there are of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearCount {
    /// The year.
    pub year: i16,
    /// How many.
    pub count: usize,
    /// The page of that year, where there is one.
    pub address: Option<String>,
}

/// Documents by year, oldest first; documents without a year are left out.
pub(in crate::view) fn count(
    scene: Scene<'_>,
    list: Option<ListOf>,
    documents: impl IntoIterator<Item = DocumentIndex>,
) -> Vec<YearCount> {
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    for year in documents.into_iter().filter_map(|document| scene.site.document(document).year) {
        *years.entry(year).or_default() += 1;
    }
    let address = |year: i16| {
        let list = list?;
        let pages = scene.plan.years(list);
        // Years lie from new to old.
        pages.binary_search_by(|of_year| year.cmp(&of_year.year)).ok()?;
        Some(scene.href(&scene.plan.addresses.year(list, year)))
    };
    years.into_iter().map(|(year, count)| YearCount { year, count, address: address(year) }).collect()
}

/// A bar for each year from the first to the last; `None` for fewer than two years.
pub(in crate::view) fn chart(scene: Scene<'_>, id: &str, title: &str, years: &[YearCount]) -> Option<Chart> {
    let bars = bars(years);
    if bars.len() < 2 {
        return None;
    }
    let count = |count: usize| scene.words.count(count);
    let told: Vec<String> = years.iter().map(|of| format!("{}: {}", of.year, count(of.count))).collect();
    let bars: Vec<(String, usize, String)> =
        bars.into_iter().map(|(year, number)| (year.to_string(), number, count(number))).collect();
    Some(Chart::picture(id, title, format!("{}.", told.join("; ")), standing(&bars), lying(&bars)))
}

/// Every year from the first to the last with how many there are, nothing between them left out.
fn bars(years: &[YearCount]) -> Vec<(i16, usize)> {
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return Vec::new() };
    let first = first.year.max(last.year.saturating_sub(MOST_YEARS - 1));
    let mut counts = years.iter().filter(|of| of.year >= first).peekable();
    (first..=last.year)
        .map(|year| (year, counts.next_if(|of| of.year == year).map_or(0, |of| of.count)))
        .collect()
}

fn share(count: usize, bars: &[(String, usize, String)]) -> f64 {
    let most = bars.iter().map(|(_, count, _)| *count).max().unwrap_or(1).max(1);
    #[expect(clippy::cast_precision_loss, reason = "a length in pixels")]
    let share = count as f64 / most as f64;
    share
}

fn standing(bars: &[(String, usize, String)]) -> Drawing {
    #[expect(clippy::cast_precision_loss, reason = "at most sixty")]
    let number = bars.len() as f64;
    let pitch = (800.0 / number).min(72.0);
    let width = pitch * number;
    let mut drawing = Drawing { width, height: TALL + 48.0, ..Drawing::default() };
    let foot = TALL + 24.0;
    let thick = (pitch * 0.64).max(2.0);
    // Years that would touch are left out between others, counted from the last.
    let step = std::iter::successors(Some(1_usize), |step| Some(step + 1))
        .zip(std::iter::successors(Some(pitch), |room| Some(room + pitch)))
        .find(|(_, room)| *room >= 40.0)
        .map_or(1, |(step, _)| step);
    let mut middle = pitch / 2.0;
    for (at, (year, count, words)) in bars.iter().enumerate() {
        let tall = share(*count, bars) * TALL;
        drawing.bar("s1", (middle - thick / 2.0, foot - tall), (thick, tall));
        if width_of(words) <= pitch {
            drawing.text("number", (middle, foot - tall - 6.0), words);
        }
        if (bars.len() - 1 - at).is_multiple_of(step) {
            drawing.text("middle", (middle, foot + 20.0), year);
        }
        middle += pitch;
    }
    drawing.line("axis", (0.0, foot), (width, foot));
    drawing
}

fn lying(bars: &[(String, usize, String)]) -> Drawing {
    let numbers = bars.iter().map(|(_, _, words)| width_of(words) * 1.1).fold(0.0, f64::max);
    let (left, width) = (48.0, 320.0);
    let room = width - left - numbers - 8.0;
    let mut drawing = Drawing { width, ..Drawing::default() };
    for (year, count, words) in bars {
        let y = drawing.height;
        let long = share(*count, bars) * room;
        drawing.text("sub", (0.0, y + 15.0), year);
        drawing.bar("s1", (left, y), (long, LYING));
        drawing.text("value", (left + long + 8.0, y + 16.0), words);
        drawing.height += PITCH;
    }
    drawing.height -= PITCH - LYING;
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Shape;

    fn year(year: i16, count: usize) -> YearCount {
        YearCount { year, count, address: None }
    }

    #[test]
    fn years_without_any_stand_between_others() {
        for (years, expected) in [
            (vec![], vec![]),
            (vec![year(2021, 1)], vec![(2021, 1)]),
            (vec![year(2021, 1), year(2023, 2)], vec![(2021, 1), (2022, 0), (2023, 2)]),
        ] {
            assert_eq!(bars(&years), expected);
        }
        let far = bars(&[year(203, 1), year(2023, 2)]);
        assert_eq!((far.len(), far.first(), far.last()), (60, Some(&(1964, 0)), Some(&(2023, 2))));
    }

    #[test]
    fn bars_are_as_long_as_their_numbers_and_stay_inside() {
        let bars: Vec<(String, usize, String)> =
            (0..60).map(|at: usize| ((1964 + at).to_string(), at * 20, (at * 20).to_string())).collect();
        for bars in [&bars[..], &bars[..2], &bars[40..]] {
            for drawing in [standing(bars), lying(bars)] {
                let mut years = 0;
                for shape in &drawing.shapes {
                    match shape {
                        Shape::Bar { x, y, width, height, .. } => assert!(
                            *x >= 0.0
                                && *y >= 0.0
                                && x + width <= drawing.width + 0.1
                                && y + height <= drawing.height
                        ),
                        Shape::Text { class: "middle" | "sub", .. } => years += 1,
                        _ => {}
                    }
                }
                assert!(years >= 2);
            }
        }
    }
}
