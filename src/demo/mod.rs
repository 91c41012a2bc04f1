//! A made-up portal of any size, to try the generator and to measure it.
//!
//! Everything in it is invented, but for the national laws that its texts cite. Each file can be made alone,
//! in any order and on any thread; the same options give the same bytes for ever, so nothing here may depend
//! on a crate, on the clock, or on the order of a hash map.

mod articles;
mod calendar;
mod citing;
mod digits;
mod fields;
mod fields_economy;
mod fields_land;
mod fields_people;
mod fields_state;
mod front;
mod grammar;
mod kin;
mod national;
mod news;
mod pages;
mod people;
mod places;
mod plan;
mod prose;
mod random;
mod records;
mod report;
mod resolution;
mod sentences;
mod shape;
mod subject;
mod titles;
mod topics;
mod words;

use grammar::Grammar;
use people::Person;
use places::Places;
use plan::Plan;
use random::position;

/// What to invent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoOptions {
    /// How many resolutions, reports and news items together; records come on top.
    pub documents: u32,
    /// Another seed makes another portal.
    pub seed: u64,
}

/// One file of a made-up portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoFile {
    /// Where the file lies under the folder of the portal, with `/` between folders.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// A made-up portal: a list of files of which each can be made alone.
///
/// All of them: `(0..demo.len()).filter_map(|index| demo.file(index))`, in parallel if wanted.
#[derive(Debug)]
pub struct Demo {
    plan: Plan,
    grammar: Grammar,
    people: Vec<Person>,
    places: Places,
}

/// The kinds of files, in the order in which they are numbered.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Session,
    Official,
    Topic,
    Body,
    Resolution,
    Report,
    News,
}

impl Demo {
    /// Plans a portal; no file is made yet.
    #[must_use]
    pub fn new(options: DemoOptions) -> Self {
        Self {
            plan: Plan::new(options.documents, options.seed),
            grammar: Grammar::new(),
            people: people::people(options.seed),
            places: Places::new(options.seed),
        }
    }

    /// How many files the portal has.
    #[must_use]
    pub fn len(&self) -> usize {
        pages::COUNT + self.counts().iter().map(|(_, count)| position(*count)).sum::<usize>()
    }

    /// Whether the portal has no file, which never happens: there is always the configuration.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The file at a place from 0 to below `len`.
    #[must_use]
    pub fn file(&self, index: usize) -> Option<DemoFile> {
        let Some(rest) = index.checked_sub(pages::COUNT) else { return pages::file(index) };
        let mut rest = u32::try_from(rest).ok()?;
        for (kind, count) in self.counts() {
            if rest < count {
                return Some(self.document(kind, rest));
            }
            rest -= count;
        }
        None
    }

    /// How many files there are of each kind, in the order of the files.
    const fn counts(&self) -> [(Kind, u32); 7] {
        [
            (Kind::Body, records::BODIES),
            (Kind::Topic, records::TOPICS),
            (Kind::Official, people::COUNT),
            (Kind::Session, self.plan.sessions),
            (Kind::Resolution, self.plan.resolutions),
            (Kind::Report, self.plan.reports),
            (Kind::News, self.plan.news),
        ]
    }

    /// The file of a kind.
    fn document(&self, kind: Kind, index: u32) -> DemoFile {
        match kind {
            Kind::Session => records::session(self, index),
            Kind::Official => records::official(self, index),
            Kind::Topic => records::topic(self, index),
            Kind::Body => records::body(index),
            Kind::Resolution => resolution::file(self, index),
            Kind::Report => report::file(self, index),
            Kind::News => news::file(self, index),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn demo(documents: u32, seed: u64) -> Demo {
        Demo::new(DemoOptions { documents, seed })
    }

    fn files(demo: &Demo) -> Vec<DemoFile> {
        (0..demo.len()).filter_map(|index| demo.file(index)).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes_in_any_order() {
        let one = files(&demo(300, 7));
        let other = demo(300, 7);
        for index in (0..other.len()).rev() {
            assert_eq!(other.file(index).as_ref(), one.get(index));
        }
        assert_eq!(other.file(other.len()), None);
    }

    #[test]
    fn another_seed_gives_another_portal() {
        let (one, other) = (files(&demo(100, 1)), files(&demo(100, 2)));
        let same = one.iter().zip(&other).filter(|(one, other)| one.text == other.text).count();
        assert!(same <= pages::COUNT + position(records::BODIES), "{same}");
    }

    #[test]
    fn all_files_are_there_and_no_two_share_a_path() {
        for documents in [0, 1, 9, 250, 1000] {
            let demo = demo(documents, 3);
            let files = files(&demo);
            let paths: BTreeSet<_> = files.iter().map(|file| file.path.as_str()).collect();
            assert_eq!(paths.len(), demo.len());
            assert!(!demo.is_empty());
            let count = |folder: &str| paths.iter().filter(|path| path.starts_with(folder)).count();
            let made = count("content/resolutions/") + count("content/reports/") + count("content/news/");
            assert_eq!(made, position(documents));
            assert_eq!(count("content/officials/"), 120);
            assert_eq!(count("content/topics/"), 60);
        }
    }

    #[test]
    fn texts_hold_no_trace_of_the_grammar() {
        for file in files(&demo(300, 5)) {
            for trace in ["{", "}", "|{", "  tại", " ,", " .", ",,", "“”", ". .", "?"] {
                assert!(!file.text.contains(trace), "{trace} in {}", file.path);
            }
        }
    }

    #[test]
    fn bytes_never_change() {
        let demo = demo(200, 42);
        let hash = files(&demo)
            .iter()
            .flat_map(|file| file.path.bytes().chain(file.text.bytes()))
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        assert_eq!(hash, FOR_EVER, "the bytes of a demo must not change between versions");
    }

    /// A hash of all bytes of one demo.
    const FOR_EVER: u64 = 12_316_802_938_549_977_975;
}
