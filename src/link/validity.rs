//! Whether a resolution applies on a day: a pure function of dates and relations.
//!
//! Provisions are not looked at one by one: what touches only some of them makes the whole partly expired.

use super::{DocumentIndex, RelationIndex, Site, Work};
use crate::document::KindFields;
use crate::legal::RelationKind;
use crate::text::Date;

/// Whether a resolution applies (tình trạng hiệu lực), in the words of the national database of law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    /// Còn hiệu lực
    InForce,
    /// Chưa có hiệu lực
    NotYet,
    /// Hết hiệu lực một phần
    PartlyExpired,
    /// Hết hiệu lực toàn bộ
    Expired,
    /// Ngưng hiệu lực
    Suspended,
    /// Chưa xác định
    #[default]
    Unknown,
}

/// A status and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Validity {
    /// The status on the day of the build.
    pub status: Status,
    /// Since when, where that is known.
    pub since: Option<Date>,
    /// What it rests on.
    pub reason: Option<ValidityReason>,
}

/// What a status rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValidityReason {
    /// The day on which it takes effect.
    Effect,
    /// The last day of its own term.
    Term,
    /// What another document does to it.
    Relation(RelationIndex),
}

/// The validity of a document on a day; unknown for what is no resolution.
pub(super) fn of_document(site: &Site, index: DocumentIndex, day: Date) -> Validity {
    let linked = site.document(index);
    let KindFields::Resolution(fields, _) = &linked.document.fields else { return Validity::default() };
    let effective = fields.effective.as_ref().map(|date| date.value);
    let expires = fields.expires.as_ref().map(|date| date.value);
    let mut acts: Vec<Act> = linked.inverse_relations.iter().map(|index| act(site, *index)).collect();
    acts.sort_by_key(|act| act.since);
    compute(effective, expires, &acts, day)
}

/// What another document does, with the days on which it does it.
struct Act {
    relation: RelationIndex,
    kind: RelationKind,
    is_whole: bool,
    since: Option<Date>,
    until: Option<Date>,
}

fn act(site: &Site, index: RelationIndex) -> Act {
    let relation = site.relation(index);
    let since = relation.since.or_else(|| match relation.from {
        Work::Held(from) => match &site.document(from).document.fields {
            KindFields::Resolution(fields, _) => {
                fields.effective.as_ref().or(fields.date.as_ref()).map(|date| date.value)
            }
            _ => None,
        },
        Work::Known(from) => site.known(from).known.fields.date.as_ref().map(|date| date.value),
    });
    Act {
        relation: index,
        kind: relation.kind,
        is_whole: relation.provisions.is_empty(),
        since,
        until: relation.until,
    }
}

fn compute(effective: Option<Date>, expires: Option<Date>, acts: &[Act], day: Date) -> Validity {
    // An act of unknown day has happened: it is on record.
    let has_begun = |act: &&Act| act.since.is_none_or(|since| since <= day);
    let ends = |act: &&Act| matches!(act.kind, RelationKind::Replaces | RelationKind::Repeals);
    if let Some(act) = acts.iter().filter(ends).filter(|act| act.is_whole).find(has_begun) {
        return by(Status::Expired, act);
    }
    let extended = acts
        .iter()
        .filter(|act| act.kind == RelationKind::Extends)
        .filter(has_begun)
        .filter_map(|act| act.until)
        .max();
    let last_day = expires.max(extended.filter(|_| expires.is_some()));
    if let Some(last_day) = last_day.filter(|last_day| *last_day < day) {
        let since = last_day.tomorrow().ok();
        return Validity { status: Status::Expired, since, reason: Some(ValidityReason::Term) };
    }
    let suspends = |act: &&Act| {
        act.kind == RelationKind::Suspends && act.is_whole && act.until.is_none_or(|until| day <= until)
    };
    if let Some(act) = acts.iter().filter(suspends).find(has_begun) {
        return by(Status::Suspended, act);
    }
    if let Some(effective) = effective.filter(|effective| day < *effective) {
        return Validity {
            status: Status::NotYet,
            since: Some(effective),
            reason: Some(ValidityReason::Effect),
        };
    }
    if let Some(act) = acts.iter().filter(ends).find(has_begun) {
        return by(Status::PartlyExpired, act);
    }
    match effective {
        Some(_) => {
            Validity { status: Status::InForce, since: effective, reason: Some(ValidityReason::Effect) }
        }
        None => Validity::default(),
    }
}

fn by(status: Status, act: &Act) -> Validity {
    Validity { status, since: act.since, reason: Some(ValidityReason::Relation(act.relation)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parse_date;

    fn day(text: &str) -> Option<Date> {
        (!text.is_empty()).then(|| parse_date(text).unwrap())
    }

    fn act(kind: RelationKind, is_whole: bool, since: &str, until: &str) -> Act {
        Act { relation: RelationIndex(0), kind, is_whole, since: day(since), until: day(until) }
    }

    #[test]
    fn status_follows_the_day() {
        use RelationKind::{Amends, Extends, Repeals, Replaces, Suspends};
        let repeal = || act(Repeals, true, "2024-01-01", "");
        for (effective, expires, acts, on, expected) in [
            ("2023-07-12", "", vec![], "2023-07-11", Status::NotYet),
            ("2023-07-12", "", vec![], "2023-07-12", Status::InForce),
            ("", "", vec![], "2023-07-12", Status::Unknown),
            ("2023-01-01", "2023-12-31", vec![], "2023-12-31", Status::InForce),
            ("2023-01-01", "2023-12-31", vec![], "2024-01-01", Status::Expired),
            (
                "2023-01-01",
                "2023-12-31",
                vec![act(Extends, true, "2023-12-01", "2024-12-31")],
                "2024-06-01",
                Status::InForce,
            ),
            ("2023-01-01", "", vec![repeal()], "2023-12-31", Status::InForce),
            ("2023-01-01", "", vec![repeal()], "2024-01-01", Status::Expired),
            (
                "2023-01-01",
                "",
                vec![act(Replaces, false, "2024-01-01", "")],
                "2024-01-01",
                Status::PartlyExpired,
            ),
            ("2023-01-01", "", vec![act(Amends, false, "2024-01-01", "")], "2024-01-01", Status::InForce),
            (
                "2023-01-01",
                "",
                vec![act(Suspends, true, "2024-01-01", "2024-03-31")],
                "2024-02-01",
                Status::Suspended,
            ),
            (
                "2023-01-01",
                "",
                vec![act(Suspends, true, "2024-01-01", "2024-03-31")],
                "2024-04-01",
                Status::InForce,
            ),
            ("", "", vec![act(Replaces, true, "", "")], "2024-04-01", Status::Expired),
        ] {
            let validity = compute(day(effective), day(expires), &acts, day(on).unwrap());
            assert_eq!(validity.status, expected, "{effective} {expires} {on}");
        }
    }
}
