//! How a council voted, as shares of all its delegates.

use serde::Serialize;

use super::percent;
use super::stacked::{Part, Row, Style, legend_entry, narrow, wide};
use crate::document::VoteFields;
use crate::front::Located;
use crate::link::DocumentIndex;
use crate::view::drawing::{Chart, LegendEntry};
use crate::view::{LinkView, Scene};

/// Resolutions of one session that a picture shows; of more the table tells.
const MOST_ROWS: usize = 24;

/// How a council voted on one resolution: counts with their shares of all delegates.
#[derive(Debug, Serialize)]
pub struct VoteRow {
    /// The resolution.
    pub resolution: LinkView,
    /// `58 (87,9%)`.
    pub votes_for: String,
    /// The same for those against, where it is known.
    pub against: Option<String>,
    /// The same for those who did not vote, where it is known.
    pub abstain: Option<String>,
}

/// How all delegates of a council divide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Division {
    total: u32,
    votes_for: u32,
    against: Option<u32>,
    abstain: Option<u32>,
    /// Delegates of whom nothing of this is said, and whether they are known to have been absent.
    rest: (u32, bool),
}

/// `None` without a count of those for and of all, and where the counts do not fit together.
fn division(fields: &VoteFields) -> Option<Division> {
    let count = |field: &Option<Located<u32>>| field.as_ref().map(|count| count.value);
    let (total, votes_for) = (count(&fields.total)?, count(&fields.votes_for)?);
    let (against, abstain) = (count(&fields.against), count(&fields.abstain));
    let named = votes_for.checked_add(against.unwrap_or(0))?.checked_add(abstain.unwrap_or(0))?;
    let rest = total.checked_sub(named)?;
    let were_absent = count(&fields.present).is_some_and(|present| present.checked_add(rest) == Some(total));
    (total > 0).then_some(Division { total, votes_for, against, abstain, rest: (rest, were_absent) })
}

impl Division {
    /// The classes of the parts with the keys of their words, in the order for, against, not voting, the rest.
    fn parts(self) -> impl Iterator<Item = (&'static str, &'static str, u32)> {
        let (rest, were_absent) = self.rest;
        let rest_key = if were_absent { "vote_absent" } else { "not_in_source" };
        [
            ("for", "vote_for", Some(self.votes_for)),
            ("against", "vote_against", self.against),
            ("abstain", "vote_abstain", self.abstain),
            ("rest", rest_key, Some(rest).filter(|rest| *rest > 0)),
        ]
        .into_iter()
        .filter_map(|(class, key, amount)| Some((class, key, amount?)))
    }

    fn figure(self, scene: Scene<'_>, amount: u32) -> String {
        let share = percent(scene.words, f64::from(amount) / f64::from(self.total));
        format!("{} ({share})", scene.words.count(usize::try_from(amount).unwrap_or(usize::MAX)))
    }

    fn row(self, label: String, value: String) -> Row {
        let part = |(class, _, amount)| Part { class, amount, inside: String::new() };
        Row { label, parts: self.parts().map(part).collect(), value }
    }

    fn legend(self, scene: Scene<'_>) -> Vec<LegendEntry> {
        self.parts()
            .map(|(class, key, amount)| {
                legend_entry(class, scene.words.word(key).to_owned(), self.figure(scene, amount))
            })
            .collect()
    }
}

/// How the council voted on one resolution; `None` without a head count of all delegates.
pub(in crate::view) fn of_resolution(scene: Scene<'_>, fields: &VoteFields) -> Option<Chart> {
    let division = division(fields)?;
    let word = |key| scene.words.word(key);
    let told: Vec<String> = division
        .parts()
        .map(|(_, key, amount)| format!("{}: {}", word(key), division.figure(scene, amount)))
        .collect();
    let rows = [division.row(String::new(), String::new())];
    let style = Style { height: 36.0, half: Some(word("vote_majority_line")) };
    let mut chart = Chart::picture(
        "_phieu",
        word("vote_chart"),
        format!("{}.", told.join("; ")),
        wide(&rows, style),
        narrow(&rows, style),
    );
    chart.legend = division.legend(scene);
    Some(chart)
}

/// How the council voted on the resolutions of a session, with the same as a table.
pub(in crate::view) fn of_session(
    scene: Scene<'_>,
    resolutions: &[DocumentIndex],
) -> (Vec<VoteRow>, Option<Chart>) {
    let mut table = Vec::new();
    let mut rows = Vec::new();
    let mut told = Vec::new();
    let mut divisions = Vec::new();
    for index in resolutions {
        let Some(fields) = scene.site.document(*index).document.fields.resolution() else {
            continue;
        };
        let Some(division) = fields.vote.as_ref().and_then(division) else { continue };
        let mut resolution = scene.document_link(*index);
        if let Some(number) = scene.number(*index) {
            number.clone_into(&mut resolution.title);
        }
        let figure = |amount| division.figure(scene, amount);
        let share = percent(scene.words, f64::from(division.votes_for) / f64::from(division.total));
        told.push(format!("{}: {share}", resolution.title));
        rows.push(division.row(resolution.title.clone(), share));
        divisions.push(division);
        table.push(VoteRow {
            resolution,
            votes_for: figure(division.votes_for),
            against: division.against.map(figure),
            abstain: division.abstain.map(figure),
        });
    }
    if rows.is_empty() || rows.len() > MOST_ROWS {
        return (table, None);
    }
    let word = |key| scene.words.word(key);
    let style = Style { height: 20.0, half: Some(word("vote_majority_line")) };
    let mut chart = Chart::picture(
        "_ty-le-tan-thanh",
        word("votes_chart"),
        format!("{}.", told.join("; ")),
        wide(&rows, style),
        narrow(&rows, style),
    );
    let rests: Vec<bool> = divisions.iter().filter(|of| of.rest.0 > 0).map(|of| of.rest.1).collect();
    let rest = match (rests.contains(&true), rests.contains(&false)) {
        (true, true) => format!("{}; {}", word("vote_absent"), word("not_in_source")),
        (true, false) => word("vote_absent").to_owned(),
        _ => word("not_in_source").to_owned(),
    };
    let shown = [
        ("for", word("vote_for")),
        ("against", word("vote_against")),
        ("abstain", word("vote_abstain")),
        ("rest", &rest),
    ];
    let is_shown = |class: &str| {
        rows.iter().any(|row| row.parts.iter().any(|part| part.class == class && part.amount > 0))
    };
    let shown = shown.into_iter().filter(|(class, _)| is_shown(class));
    chart.legend = shown.map(|(class, label)| legend_entry(class, label.to_owned(), String::new())).collect();
    (table, Some(chart))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FileId, Span};

    fn fields(counts: [Option<u32>; 5]) -> VoteFields {
        let span = Span { file: FileId(0), start: 0, end: 0 };
        let [total, present, votes_for, against, abstain] =
            counts.map(|count| count.map(|value| Located { value, span }));
        VoteFields { total, present, votes_for, against, abstain, statement: None }
    }

    #[test]
    fn votes_are_divided_by_all_delegates() {
        let parts = |counts| division(&fields(counts)).map(|division| division.parts().collect::<Vec<_>>());
        let cases = [
            (
                [Some(66), Some(66), Some(58), Some(5), Some(3)],
                Some(vec![
                    ("for", "vote_for", 58),
                    ("against", "vote_against", 5),
                    ("abstain", "vote_abstain", 3),
                ]),
            ),
            (
                [Some(66), Some(60), Some(58), Some(2), None],
                Some(vec![
                    ("for", "vote_for", 58),
                    ("against", "vote_against", 2),
                    ("rest", "vote_absent", 6),
                ]),
            ),
            (
                [Some(66), None, Some(58), None, None],
                Some(vec![("for", "vote_for", 58), ("rest", "not_in_source", 8)]),
            ),
            // Without a count of all, of those for, or with more than all.
            ([None, Some(60), Some(58), None, None], None),
            ([Some(66), Some(60), None, None, None], None),
            ([Some(66), None, Some(60), Some(7), None], None),
            ([Some(0), None, Some(0), None, None], None),
            ([Some(66), None, Some(u32::MAX), Some(1), None], None),
        ];
        for (counts, expected) in cases {
            assert_eq!(parts(counts), expected, "{counts:?}");
        }
    }
}
