//! `vote-does-not-add-up`: votes of a resolution that cannot be right together, such as more votes than deputies who were
//! there. They are shown and drawn as they are.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::document::VoteFields;
use crate::front::Located;
use crate::link::Site;
use crate::text::Span;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let Some(fields) = site.document(*index).document.fields.resolution() else { continue };
        if let Some((span, what)) = fields.vote.as_ref().and_then(fault) {
            diagnostics.push(does_not_add_up(span, &what));
        }
    }
}

/// What cannot be right together, in words, and the figure that shows it.
fn fault(vote: &VoteFields) -> Option<(Span, String)> {
    let VoteFields { total, present, votes_for, against, abstain, .. } = vote;
    if let (Some(total), Some(present)) = (total, present)
        && present.value > total.value
    {
        let what = format!("{} deputies are present, but the council has {}", present.value, total.value);
        return Some((present.span, what));
    }
    let (there, who) = match (present, total) {
        (Some(present), _) => (present, "deputies are present"),
        (None, Some(total)) => (total, "deputies are in the council"),
        (None, None) => return None,
    };
    let counts: Vec<&Located<u32>> = [votes_for, against, abstain].into_iter().flatten().collect();
    let sum: u64 = counts.iter().map(|count| u64::from(count.value)).sum();
    let is_complete = counts.len() == 3 && present.is_some();
    let is_wrong = sum > u64::from(there.value) || (is_complete && sum < u64::from(there.value));
    let figures: Vec<String> = counts.iter().map(|count| count.value.to_string()).collect();
    let sum = if figures.len() > 1 { format!("{} = {sum}", figures.join(" + ")) } else { sum.to_string() };
    is_wrong.then(|| (there.span, format!("{sum} votes are counted, but {} {who}", there.value)))
}

fn does_not_add_up(span: Span, what: &str) -> Diagnostic {
    Diagnostic::warning(Code("vote-does-not-add-up"), span, what)
        .help("compare with the minutes: those for, against and not voting together are those present")
}
