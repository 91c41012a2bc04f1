//! `vote-does-not-add-up`: votes of a resolution that cannot be right together, such as more votes than deputies who were
//! there. They are shown and drawn as they are.

use crate::diag::{Diagnostics, Message, Rule, message};
use crate::document::VoteFields;
use crate::front::Located;
use crate::link::Site;
use crate::text::Span;

pub(super) const RULE: Rule = Rule::warning("vote-does-not-add-up");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let Some(fields) = site.document(*index).document.fields.resolution() else { continue };
        if let Some((span, says)) = fields.vote.as_ref().and_then(fault) {
            diagnostics.push(RULE.at(span, says).help(message!("vote-does-not-add-up.help")));
        }
    }
}

/// What cannot be right together, in words, and the figure that shows it.
fn fault(vote: &VoteFields) -> Option<(Span, Message)> {
    let VoteFields { total, present, votes_for, against, abstain, .. } = vote;
    if let (Some(total), Some(present)) = (total, present)
        && present.value > total.value
    {
        let says = message!("vote-does-not-add-up.present", present: present.value, total: total.value);
        return Some((present.span, says));
    }
    let there = present.as_ref().or(total.as_ref())?;
    let counts: Vec<&Located<u32>> = [votes_for, against, abstain].into_iter().flatten().collect();
    let sum: u64 = counts.iter().map(|count| u64::from(count.value)).sum();
    let are_present = present.is_some();
    let is_complete = counts.len() == 3 && are_present;
    let is_wrong = sum > u64::from(there.value) || (is_complete && sum < u64::from(there.value));
    let figures: Vec<u32> = counts.iter().map(|count| count.value).collect();
    let figures = Some(figures).filter(|figures| figures.len() > 1);
    is_wrong.then(|| {
        let says = message!("vote-does-not-add-up.says", figures, sum, there: there.value, are_present);
        (there.span, says)
    })
}
