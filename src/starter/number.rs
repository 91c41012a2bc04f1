//! The next number of the year, where the resolutions that are held leave no doubt.

use std::collections::BTreeMap;

use crate::front::Text;
use crate::legal::Symbol;
use crate::link::Site;
use crate::text::{Date, match_key};

/// Fewest resolutions of a year that tell how it is numbered.
const LEAST: usize = 3;

/// The number that a new resolution has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextNumber {
    /// Beyond doubt.
    Certain(String),
    /// There is doubt; the latest number of the year that is held.
    Uncertain(String),
    /// Nothing is held that tells of it.
    Unknown,
}

/// The number of a resolution of the publishing body that is adopted on a day.
///
/// Beyond doubt only where all its resolutions of that year have a number in one series, from 1 without a gap, at least
/// three of them, and none was adopted later. Some councils count through a term, some keep two series: then the editor
/// must say.
#[must_use]
pub fn next_number(site: &Site, organization: Option<&Text>, day: Date) -> NextNumber {
    let own = organization.map(|name| match_key(&name.value));
    let mut series: BTreeMap<String, Vec<(u32, Date, String)>> = BTreeMap::new();
    let mut is_complete = true;
    for index in &site.resolutions {
        let linked = site.document(*index);
        let Some(fields) = linked.document.fields.resolution() else { continue };
        let is_own =
            fields.issuer.as_ref().is_none_or(|issuer| own.as_ref() == Some(&match_key(&issuer.value)));
        if !is_own || linked.year != Some(day.year()) {
            continue;
        }
        let symbol = fields.number.as_ref().and_then(|number| Symbol::parse(&number.value));
        let read = symbol.zip(linked.date).and_then(|(symbol, date)| {
            let end = symbol.key.find(|letter: char| !letter.is_ascii_digit())?;
            let (number, codes) = symbol.key.split_at(end);
            Some((codes.to_owned(), (number.parse().ok()?, date, symbol.text)))
        });
        match read {
            Some((codes, numbered)) => series.entry(codes).or_default().push(numbered),
            None => is_complete = false,
        }
    }
    let Some(latest) = series.values().flatten().max_by_key(|(number, date, _)| (*date, *number)) else {
        return NextNumber::Unknown;
    };
    let uncertain = NextNumber::Uncertain(latest.2.clone());
    let mut all = series.into_values();
    let (Some(mut numbered), None, true) = (all.next(), all.next(), is_complete) else { return uncertain };
    numbered.sort();
    let is_whole = (1..).zip(&numbered).all(|(expected, (number, ..))| expected == *number);
    let is_last = numbered.iter().all(|(_, date, _)| *date <= day);
    match numbered.last() {
        Some((last, _, text)) if numbered.len() >= LEAST && is_whole && is_last => {
            let digits = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(0);
            let width = if text.starts_with('0') { digits } else { 1 };
            NextNumber::Certain(format!("{:0width$}{}", last + 1, &text[digits..]))
        }
        _ => uncertain,
    }
}
