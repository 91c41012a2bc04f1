use super::*;
use crate::text::parse_date;

fn day(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| parse_date(text).unwrap())
}

fn term(effective: &str, last_day: &str) -> EffectPeriod {
    EffectPeriod { effective: day(effective), last_day: day(last_day), adopted: None }
}

fn act(from: usize, kind: RelationKind, to: usize, since: &str, until: &str) -> Act {
    let (day, until) = (day(since), day(until));
    Act { kind, from, to, is_whole: true, ends_wording: false, standing: Standing::Sure, day, until }
}

fn ending_wording(act: Act) -> Act {
    Act { ends_wording: true, ..act }
}

fn part(act: Act) -> Act {
    Act { is_whole: false, ..act }
}

/// The status of the first text on days.
fn statuses(terms: &[EffectPeriod], acts: &[Act], days: &[(&str, Status)]) {
    let course = Course::run(terms, acts);
    for (on, expected) in days {
        assert_eq!(course.validity(0, day(on).unwrap()).status, *expected, "{on} {terms:?} {acts:?}");
    }
}

#[test]
fn status_follows_the_day() {
    use RelationKind::{Amends, Extends, Repeals, Replaces, Suspends};
    use Status::{Expired, InForce, NotYet, PartlyExpired, PartlySuspended, Suspended, Unknown};
    let other = term("2020-01-01", "");
    let one = |effective: &str, expires: &str, acts: &[Act], days: &[(&str, Status)]| {
        statuses(&[term(effective, expires), other, other], acts, days);
    };
    one("2023-07-12", "", &[], &[("2023-07-11", NotYet), ("2023-07-12", InForce)]);
    one("", "", &[], &[("2023-07-12", Unknown)]);
    one("2023-01-01", "2023-12-31", &[], &[("2023-12-31", InForce), ("2024-01-01", Expired)]);
    one(
        "2023-01-01",
        "2023-12-31",
        &[act(1, Extends, 0, "2023-12-01", "2024-12-31")],
        &[("2024-06-01", InForce), ("2024-12-31", InForce), ("2025-01-01", Expired)],
    );
    one(
        "2023-01-01",
        "2023-12-31",
        &[part(act(1, Extends, 0, "2023-12-01", "2024-12-31"))],
        &[("2023-12-31", InForce), ("2024-01-01", PartlyExpired), ("2025-01-01", Expired)],
    );
    one(
        "2023-01-01",
        "",
        &[act(1, Repeals, 0, "2024-01-01", "")],
        &[("2023-12-31", InForce), ("2024-01-01", Expired)],
    );
    one(
        "2023-01-01",
        "",
        &[part(act(1, Replaces, 0, "2024-01-01", ""))],
        &[("2023-12-31", InForce), ("2024-01-01", PartlyExpired)],
    );
    one("2023-01-01", "", &[act(1, Amends, 0, "2024-01-01", "")], &[("2024-01-01", InForce)]);
    // A part that is suspended; what has ended for good is told first.
    let suspended = part(act(1, Suspends, 0, "2024-01-01", "2024-12-31"));
    one(
        "2023-01-01",
        "",
        &[suspended],
        &[("2023-12-31", InForce), ("2024-12-31", PartlySuspended), ("2025-01-01", InForce)],
    );
    one(
        "2023-01-01",
        "",
        &[suspended, part(act(2, Repeals, 0, "2024-06-01", ""))],
        &[("2024-05-31", PartlySuspended), ("2024-06-01", PartlyExpired), ("2025-01-01", PartlyExpired)],
    );
    one(
        "2023-01-01",
        "",
        &[act(1, Suspends, 0, "2024-01-01", "2024-03-31")],
        &[("2023-12-31", InForce), ("2024-02-01", Suspended), ("2024-04-01", InForce)],
    );
    one("", "", &[act(1, Replaces, 0, "2024-01-01", "")], &[("2024-04-01", Expired)]);
}

#[test]
fn wording_that_was_replaced_has_ended_and_what_was_added_ends_nothing() {
    use RelationKind::{Amends, Corrects, Repeals};
    let texts = [term("2023-01-01", ""), term("2024-01-01", ""), term("2025-01-01", "")];
    let added = act(1, Amends, 0, "2024-01-01", "");
    let replaced = ending_wording(act(2, Amends, 0, "2025-01-01", ""));
    statuses(&texts, &[added], &[("2024-01-01", Status::InForce)]);
    statuses(&texts, &[act(1, Corrects, 0, "2024-01-01", "")], &[("2024-01-01", Status::InForce)]);
    let both = [added, replaced];
    statuses(&texts, &both, &[("2024-12-31", Status::InForce), ("2025-01-01", Status::PartlyExpired)]);
    let validity = Course::run(&texts, &both).validity(0, day("2026-01-01").unwrap());
    assert_eq!(validity.since, day("2025-01-01"));
    assert_eq!(validity.reason, Some(ValidityReason::Relation(RelationIndex(1))));
    // What never took effect has ended no wording.
    let taken_back = [replaced, act(1, Repeals, 2, "2024-06-01", "")];
    statuses(&texts, &taken_back, &[("2026-01-01", Status::InForce)]);
}

#[test]
fn what_has_no_day_or_is_not_certain_changes_nothing() {
    use RelationKind::{Amends, Extends, Repeals, Replaces, Suspends};
    let texts = [term("2023-01-01", ""), term("", "")];
    for kind in [Amends, Repeals, Replaces, Suspends] {
        for whole in [true, false] {
            let one = Act { is_whole: whole, ends_wording: true, ..act(1, kind, 0, "", "") };
            statuses(&texts, &[one], &[("2030-01-01", Status::InForce)]);
            assert_eq!(Course::run(&texts, &[one]).outcomes, [Outcome::NoDay]);
            let unsure = Act { standing: Standing::Unsure, day: day("2024-01-01"), ..one };
            statuses(&texts, &[unsure], &[("2030-01-01", Status::InForce)]);
            assert_eq!(Course::run(&texts, &[unsure]).outcomes, [Outcome::Unsure]);
        }
    }
    // Whether it was prolonged in time is not known.
    let texts = [term("2023-01-01", "2023-12-31"), term("", "")];
    statuses(
        &texts,
        &[act(1, Extends, 0, "", "2024-12-31")],
        &[("2023-12-31", Status::InForce), ("2024-01-01", Status::Unknown)],
    );
}

#[test]
fn what_cannot_be_in_time_changes_nothing() {
    use RelationKind::{Amends, Extends, Repeals, Suspends};
    let texts = [term("2023-01-01", ""), term("2022-01-01", "")];
    for kind in [Amends, Repeals, Suspends, Extends] {
        let one = Act { standing: Standing::Impossible, ..ending_wording(act(1, kind, 0, "2022-01-01", "")) };
        statuses(&texts, &[one], &[("2030-01-01", Status::InForce)]);
        assert_eq!(Course::run(&texts, &[one]).outcomes, [Outcome::Impossible(one.day)]);
    }
    // What is ended by what is possible is no circle.
    let first = Act { standing: Standing::Impossible, ..act(0, Repeals, 1, "2024-01-01", "") };
    statuses(
        &texts,
        &[first, act(1, Repeals, 0, "2024-01-01", "")],
        &[("2023-12-31", Status::InForce), ("2024-01-01", Status::Expired)],
    );
}

#[test]
fn what_is_ended_and_goes_on_by_a_newer_text_is_not_known() {
    use RelationKind::{Extends, Replaces};
    let adopted = |adopted: &str| EffectPeriod { adopted: day(adopted), ..term("2020-01-01", "") };
    let end = act(1, Replaces, 0, "2026-01-01", "");
    let extension = act(2, Extends, 0, "2025-12-01", "2026-12-31");
    let texts = [term("2020-01-01", ""), adopted("2025-05-20"), adopted("2025-11-20")];
    statuses(
        &texts,
        &[end, extension],
        &[
            ("2025-12-31", Status::InForce),
            ("2026-01-01", Status::Unknown),
            ("2026-12-31", Status::Unknown),
            // Both texts say so.
            ("2027-01-01", Status::Expired),
        ],
    );
    let outcomes = Course::run(&texts, &[end, extension]).outcomes;
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Outcome::Contradicted(_))), "{outcomes:?}");
    // A newer text ends early what an older one prolonged.
    let texts = [texts[0], adopted("2025-12-10"), texts[2]];
    statuses(&texts, &[end, extension], &[("2026-01-01", Status::Expired)]);
    // What goes on to the eve is no contradiction.
    let texts = [texts[0], adopted("2025-05-20"), texts[2]];
    let until_then = Act { until: day("2025-12-31"), ..extension };
    statuses(&texts, &[end, until_then], &[("2026-01-01", Status::Expired)]);
}

#[test]
fn later_statuses_are_told_with_their_days() {
    let terms = [term("2026-02-01", "2026-12-31"), term("2026-01-01", "")];
    let acts = [act(1, RelationKind::Suspends, 0, "2026-03-01", "2026-04-30")];
    let course = Course::run(&terms, &acts);
    let later = |on: &str| -> Vec<String> {
        let later = course.later(0, day(on).unwrap());
        later.into_iter().map(|(day, status)| format!("{day} {status:?}")).collect()
    };
    let all = ["2026-02-01 InForce", "2026-03-01 Suspended", "2026-05-01 InForce", "2027-01-01 Expired"];
    assert_eq!(later("2026-01-15"), all);
    assert_eq!(later("2026-03-01"), all[2..]);
    assert_eq!(later("2027-01-01"), [""; 0]);
}

#[test]
fn what_has_ended_does_not_come_back() {
    use RelationKind::{Extends, Repeals, Replaces};
    let texts = [term("2020-01-01", ""), term("2021-01-01", "2021-12-31"), term("2022-01-01", "")];
    statuses(
        &texts,
        &[act(1, Replaces, 0, "2021-01-01", "")],
        &[("2020-12-31", Status::InForce), ("2022-06-01", Status::Expired)],
    );
    // Replaced by what was itself replaced on the same day.
    statuses(
        &texts,
        &[act(1, Replaces, 0, "2021-01-01", ""), act(2, Replaces, 1, "2021-01-01", "")],
        &[("2021-01-01", Status::Expired)],
    );
    let late = [act(2, Extends, 0, "2021-03-01", "2023-12-31")];
    let texts = [term("2020-01-01", "2020-12-31"), term("", ""), term("2021-01-01", "")];
    let course = Course::run(&texts, &late);
    assert_eq!(course.validity(0, day("2022-01-01").unwrap()).status, Status::Expired);
    assert_eq!(course.outcomes, [Outcome::TooLate(day("2021-03-01").unwrap())]);
    // On the very next day there is no gap.
    statuses(
        &texts,
        &[act(2, Extends, 0, "2021-01-01", "2023-12-31")],
        &[("2021-01-01", Status::InForce), ("2024-01-01", Status::Expired)],
    );
    let twice = [act(1, Repeals, 0, "2020-06-01", ""), act(2, Repeals, 0, "2020-07-01", "")];
    assert_eq!(Course::run(&texts, &twice).outcomes[1], Outcome::TooLate(day("2020-07-01").unwrap()));
}

#[test]
fn only_acts_of_texts_in_effect_count() {
    use RelationKind::{Repeals, Replaces, Suspends};
    let texts = [term("2020-01-01", ""), term("2021-06-01", ""), term("2021-03-01", ""), term("", "")];
    let repeal = act(2, Repeals, 1, "2021-03-01", "");
    let acts = [act(1, Repeals, 0, "2021-06-01", ""), repeal];
    statuses(&texts, &acts, &[("2022-01-01", Status::InForce)]);
    assert_eq!(Course::run(&texts, &acts).outcomes[0], Outcome::AgentEnded(day("2021-06-01").unwrap()));
    // The repeal itself was taken back in time.
    let back = act(3, Repeals, 2, "2021-02-01", "");
    statuses(
        &texts,
        &[acts[0], repeal, back],
        &[("2021-05-31", Status::InForce), ("2021-06-01", Status::Expired)],
    );
    // What is suspended acts when it applies again.
    let suspended = [act(1, Replaces, 0, "2021-06-01", ""), act(2, Suspends, 1, "2021-03-01", "2021-08-31")];
    statuses(&texts, &suspended, &[("2021-08-31", Status::InForce), ("2021-09-01", Status::Expired)]);
    let for_good = [act(1, Replaces, 0, "2021-06-01", ""), act(2, Suspends, 1, "2021-03-01", "")];
    statuses(&texts, &for_good, &[("2030-01-01", Status::InForce)]);
}

#[test]
fn a_suspension_is_over_with_its_text() {
    use RelationKind::{Repeals, Suspends};
    let texts = [term("2020-01-01", ""), term("2021-01-01", ""), term("2022-01-01", "")];
    let acts = [act(1, Suspends, 0, "2021-01-01", ""), act(2, Repeals, 1, "2022-01-01", "")];
    statuses(&texts, &acts, &[("2021-12-31", Status::Suspended), ("2022-01-01", Status::InForce)]);
}

#[test]
fn a_text_goes_on_when_what_it_details_has_ended() {
    use RelationKind::{Details, Repeals};
    let texts = [term("2020-01-01", ""), term("2015-01-01", ""), term("2022-01-01", "")];
    let acts = [act(0, Details, 1, "", ""), act(2, Repeals, 1, "2022-01-01", "")];
    statuses(&texts, &acts, &[("2022-01-01", Status::InForce), ("2030-01-01", Status::InForce)]);
}

#[test]
fn what_ends_each_other_on_one_day_is_not_known() {
    use RelationKind::{Repeals, Replaces, Suspends};
    let texts = [term("2020-01-01", ""), term("2020-01-01", "")];
    let acts = [act(0, Replaces, 1, "2021-01-01", ""), act(1, Repeals, 0, "2021-01-01", "")];
    statuses(&texts, &acts, &[("2020-12-31", Status::InForce), ("2021-01-01", Status::Unknown)]);
    let outcome = Outcome::Contradicted(day("2021-01-01"));
    assert_eq!(Course::run(&texts, &acts).outcomes, [outcome, outcome]);
    // So it is with three; one that is ended from outside the circle has ended.
    let four = [texts[0]; 4];
    let acts = [
        act(0, Replaces, 1, "2021-01-01", ""),
        act(1, Replaces, 2, "2021-01-01", ""),
        act(2, Replaces, 0, "2021-01-01", ""),
        act(2, Replaces, 3, "2021-01-01", ""),
    ];
    let course = Course::run(&four, &acts);
    let statuses_of = (0..4).map(|text| course.validity(text, day("2022-01-01").unwrap()).status);
    let unknown = Status::Unknown;
    assert_eq!(statuses_of.collect::<Vec<_>>(), [unknown, unknown, unknown, Status::Expired]);
    // On different days the first one ends the other, which then ends nothing.
    let acts = [act(0, Replaces, 1, "2021-01-01", ""), act(1, Replaces, 0, "2021-02-01", "")];
    statuses(&texts, &acts, &[("2022-01-01", Status::InForce)]);
    // A third text ends one of them all the same.
    let texts = [texts[0], texts[1], term("2022-01-01", "")];
    let acts = [
        act(0, Replaces, 1, "2021-01-01", ""),
        act(1, Replaces, 0, "2021-01-01", ""),
        act(2, Repeals, 0, "2022-01-01", ""),
    ];
    statuses(&texts, &acts, &[("2021-06-01", Status::Unknown), ("2022-01-01", Status::Expired)]);
    let acts = [act(0, Suspends, 1, "2021-01-01", ""), act(1, Suspends, 0, "2021-01-01", "")];
    statuses(&texts, &acts, &[("2022-01-01", Status::InForce)]);
}
