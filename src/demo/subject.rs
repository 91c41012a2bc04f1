//! What a resolution is about: its field, its subject and its targets, which others repeat when they cite it.

use super::Demo;
use super::digits;
use super::fields::{self, FIELDS, Indicator};
use super::grammar::Ask;
use super::kin::{self, Deed};
use super::plan::{Plan, Sort, sort_of};
use super::prose::{Prose, Scene};
use super::random::{Purpose, Random, position};
use super::shape;

/// A value that a resolution promises.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    /// What is measured.
    pub(super) indicator: Indicator,
    /// The promised value, in tenths.
    pub(super) value: u32,
}

/// The field of the resolution at `index`: that of the one it changes or carries out, else one of its own.
pub(super) fn field(plan: &Plan, index: u32) -> u32 {
    let root = kin::of(plan, index).map_or(index, |kin| kin.target);
    Random::new(plan.seed, Purpose::Subject, root).below(fields::COUNT)
}

/// What a text in a field says on a day when `known` resolutions were adopted; nobody is named in it.
fn scene(demo: &Demo, index: u32) -> Scene {
    let resolution = demo.plan.resolution(index);
    Scene {
        field: field(&demo.plan, index),
        date: resolution.date,
        term: resolution.session.term,
        known: 0,
        seats: Vec::new(),
        shape: None,
        session: resolution.session.index,
    }
}

/// The subject of the resolution at `index`, in the form that follows its number in a citation.
pub(super) fn of(demo: &Demo, index: u32) -> String {
    match kin::of(&demo.plan, index) {
        Some(kin) if kin.deed == Deed::Amends => about(demo, "sửa đổi, bổ sung một số điều của ", kin.target),
        Some(kin) if kin.deed == Deed::Repeals => about(demo, "bãi bỏ ", kin.target),
        Some(kin) if kin.deed == Deed::Replaces => with_period(demo, index, kin.target),
        _ => with_period(demo, index, index),
    }
}

/// A subject that names another resolution whole.
fn about(demo: &Demo, deed: &str, target: u32) -> String {
    let mut text = String::from(deed);
    full_citation(demo, &mut text, target);
    text
}

/// Writes number, date, issuer and subject of a resolution.
pub(super) fn full_citation(demo: &Demo, text: &mut String, index: u32) {
    let resolution = demo.plan.resolution(index);
    text.push_str("Nghị quyết số ");
    resolution.symbol(text);
    text.push_str(" ngày ");
    resolution.date.long(text);
    text.push_str(" của Hội đồng nhân dân tỉnh ");
    text.push_str(&of(demo, index));
}

/// The subject that was first invented for `root`, with the years of the resolution at `index`.
fn with_period(demo: &Demo, index: u32, root: u32) -> String {
    let mut random = Random::new(demo.plan.seed, Purpose::Subject, root);
    let _field = random.below(fields::COUNT);
    let mut prose = Prose::new(demo, random, scene(demo, root), 240);
    if sort_of(index) == Sort::Normative {
        prose.say(Ask::Policy);
        prose.push(" ");
        prose.say(Ask::Scope);
    } else {
        let goals = kin::sets_targets(&demo.plan, index);
        prose.say(if goals { Ask::Goals } else { Ask::Plan });
        years(&mut prose, demo.plan.resolution(index).date.year);
    }
    prose.text
}

/// The years that a plan is made for.
fn years(prose: &mut Prose<'_>, year: u32) {
    match prose.random.below(3) {
        0 => {
            prose.push(" năm ");
            digits::plain(&mut prose.text, year + 1);
        }
        1 => {
            prose.push(" giai đoạn ");
            digits::plain(&mut prose.text, year / 5 * 5 + 1);
            prose.push(" - ");
            digits::plain(&mut prose.text, year / 5 * 5 + 5);
        }
        _ => {}
    }
}

/// The targets of the resolution at `index`: those of its field in their order, each with a value.
pub(super) fn targets(plan: &Plan, index: u32) -> Vec<Target> {
    let count = shape::target_count(plan, index);
    let mut random = Random::new(plan.seed, Purpose::Targets, index);
    let _count = random.between(3, 5);
    let Some(field) = FIELDS.get(position(field(plan, index))) else { return Vec::new() };
    let start = random.position(field.indicators.len());
    let indicators = field.indicators.iter().cycle().skip(start).take(position(count));
    indicators
        .map(|indicator| Target { indicator: *indicator, value: value(&mut random, *indicator) })
        .collect()
}

/// A value between the limits of an indicator; large ones are whole.
fn value(random: &mut Random, indicator: Indicator) -> u32 {
    let tenths = random.between(indicator.low, indicator.high);
    if indicator.high > 1_000 || indicator.unit == "xã" { tenths / 10 * 10 } else { tenths }
}

#[cfg(test)]
mod tests {
    use super::super::DemoOptions;
    use super::*;

    #[test]
    fn a_replacement_keeps_the_subject_and_an_amendment_names_it() {
        let demo = Demo::new(DemoOptions { documents: 3000, seed: 4 });
        for index in 0..demo.plan.resolutions {
            let Some(kin) = kin::of(&demo.plan, index) else { continue };
            let (own, other) = (of(&demo, index), of(&demo, kin.target));
            let same = kin.deed == Deed::Replaces && sort_of(index) == Sort::Normative;
            assert!(!same || own == other);
            assert!(kin.deed != Deed::Amends || own.ends_with(&other));
            assert_eq!(field(&demo.plan, index), field(&demo.plan, kin.target));
        }
    }

    #[test]
    fn targets_stay_within_their_limits() {
        let plan = Plan::new(2000, 4);
        for index in 0..plan.resolutions {
            let targets = targets(&plan, index);
            assert_eq!(targets.is_empty(), !kin::sets_targets(&plan, index));
            assert!(targets.iter().all(|target| target.value <= target.indicator.high));
        }
    }
}
