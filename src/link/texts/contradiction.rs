//! What one text says of another and what cannot both hold.

use std::collections::HashMap;

use super::{Pairs, Said};
use crate::legal::RelationKind;
use crate::legal::instruction::{Action, Certainty, Doubt, Extent};
use crate::link::attached::ATTACHED;
use crate::link::course::ends;
use crate::link::{Site, Work};
use crate::text::{Date, Span};

/// A text that ends the whole of another and amends it from the same day says what cannot both hold: that it ends is then
/// unsure. Where front matter speaks of the two, that counts.
pub(super) fn doubt_contradictions(acts: &mut [Said], pairs: &Pairs) {
    let mut amended: HashMap<(Work, Work), (Option<Date>, Span)> = HashMap::new();
    for said in acts.iter().filter(|said| said.is_own && said.is_sure() && !said.ends_whole()) {
        let goes_on = matches!(said.act.action, Action::Extends)
            && said.until.is_none_or(|until| said.since.is_none_or(|since| since <= until));
        if said.kind() == RelationKind::Amends || ends(said.kind()) || goes_on {
            let latest = amended.entry((said.from, said.to)).or_insert((said.since, said.act.span));
            if latest.0.is_some() && said.since.is_none_or(|since| latest.0 < Some(since)) {
                *latest = (said.since, said.act.span);
            }
        }
    }
    let is_doubtful = |said: &Said| {
        let Some((amended, _)) = amended.get(&(said.from, said.to)) else { return false };
        match (said.since, amended) {
            (Some(end), Some(amended)) => end <= *amended,
            (Some(_), None) => false,
            (None, _) => true,
        }
    };
    for said in acts.iter_mut().filter(|said| said.is_own && said.is_sure() && said.ends_whole()) {
        if !pairs.contains_key(&(said.from, said.to)) && is_doubtful(said) {
            said.act.certainty = Certainty::Unsure(Doubt::Contradiction);
        }
    }
}

/// A text that ends the same on two days says what cannot both hold: that it ends on the earlier one is then unsure, and the
/// later one counts. Where front matter speaks of the two documents, that counts.
pub(super) fn doubt_earlier_ends(site: &Site, acts: &mut [Said], pairs: &Pairs) {
    let day = |said: &Said| said.since.or_else(|| site.effective_of(said.from));
    let is_meant = |said: &Said| {
        let names_what = said.act.extent == Extent::Whole || !said.act.provisions.is_empty();
        said.is_own && said.is_sure() && ends(said.kind()) && names_what
    };
    let mut last: HashMap<(Work, Work, Vec<String>), Date> = HashMap::new();
    let ending = |said: &Said| {
        let mut named: Vec<String> =
            said.act.provisions.iter().map(|provision| provision.words.clone()).collect();
        named.push(if said.act.in_attachment { ATTACHED.to_owned() } else { String::new() });
        named.sort_unstable();
        (said.from, said.to, named)
    };
    for said in acts.iter().filter(|said| is_meant(said)) {
        if let Some(day) = day(said) {
            let latest = last.entry(ending(said)).or_insert(day);
            *latest = day.max(*latest);
        }
    }
    for said in acts.iter_mut().filter(|said| is_meant(said)) {
        let is_earlier = day(said).zip(last.get(&ending(said))).is_some_and(|(own, last)| own < *last);
        if is_earlier && !pairs.contains_key(&(said.from, said.to)) {
            said.act.certainty = Certainty::Unsure(Doubt::Contradiction);
        }
    }
}
