//! A small random number generator of our own, so that the bytes of a demo never change with a dependency.

/// What a stream of numbers is for: two purposes never share a stream.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    /// Choices that hold for the whole portal.
    Portal,
    /// The order of roles inside a block of resolutions.
    Slots,
    /// The days of a session.
    Calendar,
    /// The earlier resolution that a resolution changes or carries out.
    Kin,
    /// The field and the subject of a resolution.
    Subject,
    /// Articles, clauses and points of a resolution.
    Shape,
    /// The targets of a resolution.
    Targets,
    /// Everything else in a resolution.
    Resolution,
    /// A report.
    Report,
    /// A news item.
    News,
    /// A record: session, official, topic, body.
    Record,
}

impl Purpose {
    /// A fixed number for the purpose; never change one, only add.
    const fn code(self) -> u64 {
        match self {
            Self::Portal => 1,
            Self::Slots => 2,
            Self::Calendar => 3,
            Self::Kin => 4,
            Self::Subject => 5,
            Self::Shape => 6,
            Self::Targets => 7,
            Self::Resolution => 8,
            Self::Report => 9,
            Self::News => 10,
            Self::Record => 11,
        }
    }
}

/// `SplitMix64`: eight bytes of state, good enough to invent text with.
#[derive(Debug, Clone)]
pub(super) struct Random {
    state: u64,
}

impl Random {
    /// The stream for one purpose and one index under a seed.
    pub(super) fn new(seed: u64, purpose: Purpose, index: u32) -> Self {
        let place = (purpose.code() << 32) | u64::from(index);
        Self { state: scramble(seed ^ scramble(place)) }
    }

    /// A number below `limit`; 0 when `limit` is 0.
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        self.state = self.state.wrapping_add(GOLDEN);
        let high = scramble(self.state) >> 32;
        u32::try_from((high * u64::from(limit)) >> 32).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True in `percent` of 100 cases.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// A position in a list of `length` items.
    pub(super) fn position(&mut self, length: usize) -> usize {
        let limit = u32::try_from(length).unwrap_or(u32::MAX);
        position(self.below(limit))
    }

    /// One item of a list; nothing when the list is empty.
    pub(super) fn pick<'items, T>(&mut self, items: &'items [T]) -> Option<&'items T> {
        let position = self.position(items.len());
        items.get(position)
    }

    /// One text of a list; the empty text when the list is empty.
    pub(super) fn text<'text>(&mut self, items: &[&'text str]) -> &'text str {
        self.pick(items).copied().unwrap_or_default()
    }
}

/// A small number as a position in a list.
pub(super) fn position(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The increment of `SplitMix64`.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The mixing step of `SplitMix64`.
const fn scramble(value: u64) -> u64 {
    let value = value.wrapping_add(GOLDEN);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_below_the_limit() {
        let mut random = Random::new(7, Purpose::News, 3);
        for limit in [1, 2, 3, 10, 1000] {
            for _ in 0..1000 {
                assert!(random.below(limit) < limit);
            }
        }
        assert_eq!(random.below(0), 0);
    }

    #[test]
    fn streams_differ_by_seed_purpose_and_index() {
        let first = |seed, purpose, index| Random::new(seed, purpose, index).below(u32::MAX);
        let base = first(1, Purpose::News, 1);
        assert_eq!(base, first(1, Purpose::News, 1));
        assert_ne!(base, first(2, Purpose::News, 1));
        assert_ne!(base, first(1, Purpose::Report, 1));
        assert_ne!(base, first(1, Purpose::News, 2));
    }

    #[test]
    fn numbers_are_the_same_for_ever() {
        let mut random = Random::new(42, Purpose::Resolution, 0);
        let numbers: Vec<u32> = (0..4).map(|_| random.below(1_000_000)).collect();
        assert_eq!(numbers, FOR_EVER);
    }

    const FOR_EVER: [u32; 4] = [842_272, 257_598, 460_755, 814_324];
}
