//! What was counted at a session: speeches by who made them, delegates present at each sitting.

use super::stacked::{Part, Row, Style, legend_entry, narrow, wide};
use crate::view::Scene;
use crate::view::drawing::Chart;
use crate::view::entity::AttendanceView;
use crate::view::shared::FigureView;

/// What front matter calls the number of speeches; `Lượt phát biểu của ...` is a part of it.
const SPEECHES: &str = "lượt phát biểu";
/// How the parts of a bar look, in their order.
const SERIES: [&str; 4] = ["s1", "s2", "s3", "s4"];
/// Sittings that a picture shows; of more the table tells.
const MOST_SITTINGS: usize = 16;

/// Speeches by who made them; `None` where the figures of the session do not divide them.
pub(in crate::view) fn speeches(scene: Scene<'_>, statistics: &[FigureView]) -> Option<Chart> {
    let (total, mut shares) = shares_of_speeches(statistics)?;
    let rest = total.checked_sub(shares.iter().map(|(_, amount)| amount).sum())?;
    if rest > 0 {
        shares.push((scene.words.word("speeches_others").to_owned(), rest));
    }
    let count = |amount: u32| scene.words.count(usize::try_from(amount).unwrap_or(usize::MAX));
    let parts = shares.iter().zip(SERIES).map(|((_, amount), class)| Part {
        class,
        amount: *amount,
        inside: count(*amount),
    });
    let told: Vec<String> =
        shares.iter().map(|(label, amount)| format!("{label}: {}", count(*amount))).collect();
    let rows = [Row { label: String::new(), parts: parts.collect(), value: count(total) }];
    let style = Style { height: 40.0, half: None };
    let title = scene.words.word("speeches");
    let mut chart = Chart::picture(
        "_luot-phat-bieu",
        title,
        format!("{title}: {}. {}.", count(total), told.join("; ")),
        wide(&rows, style),
        narrow(&rows, style),
    );
    let entries = shares.into_iter().zip(SERIES);
    chart.legend =
        entries.map(|((label, amount), class)| legend_entry(class, label, count(amount))).collect();
    Some(chart)
}

/// The number of speeches, and how many of them were made by whom.
fn shares_of_speeches(statistics: &[FigureView]) -> Option<(u32, Vec<(String, u32)>)> {
    let number = |figure: &FigureView| figure.value.replace('.', "").parse::<u32>().ok();
    let mut total = None;
    let mut shares = Vec::new();
    for figure in statistics {
        let name = figure.name.to_lowercase();
        let Some(rest) = name.strip_prefix(SPEECHES) else { continue };
        if rest.is_empty() {
            total = number(figure);
        } else if rest.starts_with(" của ") {
            let who = figure.name.split_whitespace().skip(4).collect::<Vec<_>>().join(" ");
            shares.push((capital(&who), number(figure)?));
        }
    }
    let fits = (1..SERIES.len()).contains(&shares.len());
    Some((total.filter(|total| *total > 0 && fits)?, shares))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Delegates present and absent at each sitting; `None` where nothing of the sort is recorded.
pub(in crate::view) fn attendance(scene: Scene<'_>, sittings: &[AttendanceView]) -> Option<Chart> {
    let word = |key| scene.words.word(key);
    let kinds =
        [("s1", "present"), ("s2", "absent_excused"), ("s4", "absent_unexcused"), ("rest", "not_in_source")];
    let mut rows = Vec::new();
    let mut told = Vec::new();
    for sitting in sittings {
        let Some((amounts, whole)) = present_and_absent(sitting) else { continue };
        let label = sitting.sitting.clone().unwrap_or_else(|| word("whole_session").to_owned());
        let parts = kinds.iter().zip(amounts);
        let parts: Vec<Part> =
            parts.map(|((class, _), amount)| Part { class, amount, inside: String::new() }).collect();
        told.push(format!("{label}: {}/{whole}", amounts[0]));
        rows.push(Row { label, parts, value: format!("{}/{whole}", amounts[0]) });
    }
    if rows.is_empty() || rows.len() > MOST_SITTINGS {
        return None;
    }
    let style = Style { height: 20.0, half: None };
    let mut chart = Chart::picture(
        "_co-mat",
        word("attendance_chart"),
        format!("{}.", told.join("; ")),
        wide(&rows, style),
        narrow(&rows, style),
    );
    let is_shown = |class: &str| {
        rows.iter().any(|row| row.parts.iter().any(|part| part.class == class && part.amount > 0))
    };
    let shown = kinds.into_iter().filter(|(class, _)| is_shown(class));
    chart.legend =
        shown.map(|(class, key)| legend_entry(class, word(key).to_owned(), String::new())).collect();
    Some(chart)
}

/// Present, absent with leave, absent without, not recorded; and all.
fn present_and_absent(sitting: &AttendanceView) -> Option<([u32; 4], u32)> {
    let present = sitting.present?;
    let (excused, unexcused) = (sitting.excused.unwrap_or(0), sitting.unexcused.unwrap_or(0));
    let named = present.checked_add(excused)?.checked_add(unexcused)?;
    let has_absent = sitting.excused.is_some() && sitting.unexcused.is_some();
    let whole = sitting.total.or(Some(named).filter(|_| has_absent))?;
    let rest = whole.checked_sub(named)?;
    (whole > 0).then_some(([present, excused, unexcused, rest], whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeches_are_divided_only_where_their_sum_fits() {
        let figures = |figures: &[(&str, &str)]| -> Vec<FigureView> {
            let figure =
                |(name, value): &(&str, &str)| FigureView { name: (*name).into(), value: (*value).into() };
            figures.iter().map(figure).collect()
        };
        let found = shares_of_speeches(&figures(&[
            ("Ngày làm việc", "3"),
            ("Lượt phát biểu", "1.086"),
            ("Lượt phát biểu của đại biểu HĐND tỉnh", "59"),
        ]));
        assert_eq!(found, Some((1086, vec![("Đại biểu HĐND tỉnh".to_owned(), 59)])));
        for none in [
            &[("Lượt phát biểu", "86")][..],
            &[("Lượt phát biểu của đại biểu", "86")],
            &[("Lượt phát biểu", "nhiều"), ("Lượt phát biểu của đại biểu", "59")],
            &[("Lượt phát biểu", "86"), ("Lượt phát biểu của đại biểu", "hơn 59")],
        ] {
            assert_eq!(shares_of_speeches(&figures(none)), None, "{none:?}");
        }
    }

    #[test]
    fn delegates_of_whom_nothing_is_recorded_are_told_apart() {
        let sitting = |total, present, excused, unexcused| AttendanceView {
            sitting: None,
            total,
            present,
            excused,
            unexcused,
        };
        for (sitting, expected) in [
            (sitting(Some(66), Some(60), Some(4), Some(2)), Some(([60, 4, 2, 0], 66))),
            (sitting(Some(66), Some(60), None, None), Some(([60, 0, 0, 6], 66))),
            (sitting(None, Some(60), Some(4), Some(2)), Some(([60, 4, 2, 0], 66))),
            (sitting(None, Some(60), Some(4), None), None),
            (sitting(Some(66), None, Some(4), None), None),
            (sitting(Some(50), Some(60), None, None), None),
        ] {
            assert_eq!(present_and_absent(&sitting), expected);
        }
    }
}
