//! Days that some acts of a text have of their own, apart from the day on which the text takes effect.

use std::collections::{HashMap, HashSet};

use crate::legal::ProvisionPath;
use crate::legal::structure::Commencement;
use crate::link::{LinkedDocument, MentionTarget, Work};
use crate::markdown::Instruction;
use crate::text::Date;

/// A day that an act has apart from the document that does it: of the provision that it stands in, or of the act itself
/// (`riêng việc bãi bỏ Nghị quyết số ... có hiệu lực từ ngày ...`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OwnDay {
    On(Date),
    /// There is one, and nothing tells which.
    Unknown,
}

/// What the text of a document says of days that some of its acts have of their own.
pub(super) struct OwnDays<'a> {
    /// Provisions with days of their own.
    places: Vec<&'a Commencement>,
    /// Acts with days of their own, by the document that they are done to.
    acts: HashMap<Work, OwnDay>,
    /// Whether some acts have days of their own, and it is not said which.
    is_unclear: bool,
    /// The mentions in those words. They say when something is done, which is said elsewhere.
    pub(super) mentions: HashSet<usize>,
}

impl<'a> OwnDays<'a> {
    /// Reads what the text of a document states of its effect.
    pub(super) fn of(linked: &'a LinkedDocument) -> Self {
        let law = linked.document.body.law.as_ref();
        let all = law.map(|law| law.facts.commencements.as_slice()).unwrap_or_default();
        let (acts, places): (Vec<_>, Vec<_>) =
            all.iter().partition(|own| own.is_of_act && own.provisions.is_empty());
        let mut own = Self { places, acts: HashMap::new(), is_unclear: false, mentions: HashSet::new() };
        let mentions = &linked.document.body.mentions;
        for act in acts {
            let first = mentions.partition_point(|mention| (mention.span.start as usize) < act.range.start);
            let within = mentions.iter().enumerate().skip(first);
            let within = within.take_while(|(_, mention)| (mention.span.end as usize) <= act.range.end);
            let before = own.mentions.len();
            for (at, _) in within {
                if let Some(MentionTarget::Work(work, _)) = linked.mentions.get(at) {
                    own.acts.insert(*work, day_of(act));
                    own.mentions.insert(at);
                }
            }
            own.is_unclear |= own.mentions.len() == before;
        }
        let law = law.into_iter();
        let elsewhere: HashSet<Work> = law
            .flat_map(|law| &law.instructions)
            .filter(|act| !own.mentions.contains(&act.target))
            .filter_map(|act| match linked.mentions.get(act.target) {
                Some(MentionTarget::Work(work, _)) => Some(*work),
                _ => None,
            })
            .collect();
        own.mentions.retain(|at| match linked.mentions.get(*at) {
            Some(MentionTarget::Work(work, _)) => elsewhere.contains(work),
            _ => false,
        });
        own
    }

    /// The day of an act on a document.
    pub(super) fn day(&self, act: &Instruction, to: Work) -> Option<OwnDay> {
        if let Some(day) = self.acts.get(&to) {
            return Some(*day);
        }
        let around: HashSet<&str> =
            act.place.as_deref().into_iter().flat_map(ProvisionPath::enclosing).collect();
        // A last day alone leaves the first one to the document.
        let begins = |own: &&&Commencement| own.from.is_some() || own.has_unknown_day();
        let mut places = self.places.iter().filter(begins);
        let place = places.find(|own| own.anchors().any(|anchor| around.contains(anchor.as_str())));
        place.map(|own| day_of(own)).or_else(|| self.is_unclear.then_some(OwnDay::Unknown))
    }
}

fn day_of(own: &Commencement) -> OwnDay {
    own.from.map_or(OwnDay::Unknown, OwnDay::On)
}
