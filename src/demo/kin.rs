//! Which earlier resolution a resolution changes, ends or carries out.
//!
//! Forty resolutions make a block: twenty normative and twenty individual ones, each with a slot that says
//! what it does. A slot that ends another resolution has its own slot to end, so none is ended twice.

use super::plan::{Plan, Sort, sort_of};
use super::random::{Purpose, Random, position};

/// How many resolutions a block holds.
const BLOCK: u32 = 40;
/// How many slots each sort has in a block.
const SLOTS: u32 = 20;
/// How many blocks are shuffled together when ends are paired.
const GROUP: u32 = 4;
/// Slots that are ended by a later resolution; from here on nothing may depend on them.
const ENDED: std::ops::Range<u32> = 10..13;
/// Slots that never expire and may be amended.
const LASTING: std::ops::Range<u32> = 14..20;
/// Slots of individual resolutions that set targets: four of forty resolutions.
const TARGETS: std::ops::Range<u32> = 6..10;

/// What a resolution does to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// Puts itself in its place.
    Replaces,
    /// Ends it.
    Repeals,
    /// Changes some of its clauses.
    Amends,
    /// Carries it out.
    Implements,
}

/// An earlier resolution and what is done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kin {
    /// What is done.
    pub(super) deed: Deed,
    /// The place of the earlier resolution.
    pub(super) target: u32,
}

/// The earlier resolution that the one at `index` is about, if any.
pub(super) fn of(plan: &Plan, index: u32) -> Option<Kin> {
    let kin = |deed, target: Option<u32>| target.map(|target| Kin { deed, target });
    match (sort_of(index), slot(plan, index)) {
        (Sort::Normative, 0) => kin(Deed::Replaces, paired(plan, index, 10, 0)),
        (Sort::Normative, 1) => kin(Deed::Replaces, paired(plan, index, 11, 3)),
        (Sort::Normative, 2) => kin(Deed::Repeals, paired(plan, index, 12, 7)),
        (Sort::Normative, 3 | 4) => kin(Deed::Amends, lasting(plan, index, Sort::Normative)),
        (Sort::Individual, 0) => kin(Deed::Replaces, paired(plan, index, 10, 1)),
        (Sort::Individual, 1) => kin(Deed::Amends, lasting(plan, index, Sort::Individual)),
        (Sort::Individual, 2..=4) => kin(Deed::Implements, lasting(plan, index, Sort::Normative)),
        _ => None,
    }
}

/// Whether a resolution sets targets.
pub(super) fn sets_targets(plan: &Plan, index: u32) -> bool {
    sort_of(index) == Sort::Individual && TARGETS.contains(&slot(plan, index))
}

/// Whether no later resolution ends it.
pub(super) fn lives_on(plan: &Plan, index: u32) -> bool {
    !ENDED.contains(&slot(plan, index))
}

/// Whether it may end by its own date: only those that nothing else amends or ends.
pub(super) fn may_expire(plan: &Plan, index: u32) -> bool {
    matches!(slot(plan, index), 5..=9 | 13)
}

/// An earlier resolution with targets, for a report written when `known` resolutions were adopted.
pub(super) fn with_targets(plan: &Plan, known: u32, random: &mut Random) -> Option<u32> {
    let blocks = known / BLOCK;
    let block = blocks.checked_sub(random.below(blocks.min(12)) + 1)?;
    let wanted = random.between(TARGETS.start, TARGETS.end - 1);
    Some(find(plan, block, Sort::Individual, wanted))
}

/// A resolution of an earlier block that is never ended.
fn lasting(plan: &Plan, index: u32, sort: Sort) -> Option<u32> {
    let mut random = Random::new(plan.seed, Purpose::Kin, index);
    let blocks = index / BLOCK;
    let reach = if random.chance(70) { blocks.min(24) } else { blocks };
    let block = blocks.checked_sub(random.below(reach) + 1)?;
    let wanted = random.between(LASTING.start, LASTING.end - 1);
    Some(find(plan, block, sort, wanted))
}

/// The one resolution that this one ends. Blocks of a group are paired with those of one earlier group.
fn paired(plan: &Plan, index: u32, wanted: u32, weight: u32) -> Option<u32> {
    let block = index / BLOCK;
    let group = block / GROUP;
    let groups = plan.resolutions / BLOCK / GROUP;
    let earlier = group.checked_sub(1 + groups * weight / 32)?;
    let mask = Random::new(plan.seed, Purpose::Kin, u32::MAX - group * SLOTS - wanted).below(GROUP);
    Some(find(plan, earlier * GROUP + ((block % GROUP) ^ mask), sort_of(index), wanted))
}

/// The slot of a resolution within its block and sort.
fn slot(plan: &Plan, index: u32) -> u32 {
    let (factor, offset) = order(plan, index / BLOCK, sort_of(index));
    (index % BLOCK / 2 * factor + offset) % SLOTS
}

/// The resolution that has a slot in a block.
fn find(plan: &Plan, block: u32, sort: Sort, wanted: u32) -> u32 {
    let (factor, offset) = order(plan, block, sort);
    let place = (0..SLOTS).find(|place| (place * factor + offset) % SLOTS == wanted).unwrap_or(0);
    block * BLOCK + place * 2 + u32::from(sort == Sort::Individual)
}

/// How the slots of a block are ordered: a factor that shares no divisor with `SLOTS`, and an offset.
fn order(plan: &Plan, block: u32, sort: Sort) -> (u32, u32) {
    const FACTORS: [u32; 8] = [1, 3, 7, 9, 11, 13, 17, 19];
    let mut random = Random::new(plan.seed, Purpose::Slots, block * 2 + u32::from(sort == Sort::Individual));
    let factor = FACTORS.get(position(random.below(8))).copied().unwrap_or(1);
    (factor, random.below(SLOTS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn targets_are_earlier_and_none_is_ended_twice() {
        for seed in [1, 2, 42] {
            let plan = Plan::new(20_000, seed);
            let mut ended = BTreeSet::new();
            let mut deeds = Vec::new();
            for index in 0..plan.resolutions {
                let Some(kin) = of(&plan, index) else { continue };
                deeds.push(kin.deed);
                assert!(plan.resolution(kin.target).session.index < plan.resolution(index).session.index);
                let ends = matches!(kin.deed, Deed::Replaces | Deed::Repeals);
                assert_eq!(ends, !lives_on(&plan, kin.target));
                assert!(!ends || ended.insert(kin.target));
                assert!(ends || !may_expire(&plan, kin.target));
                assert_eq!(of(&plan, kin.target), None);
            }
            for deed in [Deed::Replaces, Deed::Repeals, Deed::Amends, Deed::Implements] {
                assert!(deeds.iter().filter(|other| **other == deed).count() > 100, "{deed:?}");
            }
        }
    }

    #[test]
    fn one_resolution_in_ten_sets_targets() {
        let plan = Plan::new(10_000, 5);
        let count = (0..plan.resolutions).filter(|index| sets_targets(&plan, *index)).count();
        assert_eq!(count, 600);
        let mut random = Random::new(1, Purpose::Report, 1);
        for known in [0, 39, 40, 400, 6000] {
            if let Some(index) = with_targets(&plan, known, &mut random) {
                assert!(index < known && sets_targets(&plan, index));
            }
        }
    }
}
