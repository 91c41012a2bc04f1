//! Whether a resolution applies on a day and why: a function of dates and relations.
//!
//! The walk through the days is in `course`; here is what goes into it, and the chain of reasons that a reader can
//! follow.

use super::course::{Act, Course, EffectPeriod, Standing, ends};
use super::terms::{UnsureTerms, apply, new_terms};
use super::{DocumentIndex, KnownIndex, LinkedDocument, NamedProvision, Relation, RelationIndex, Site, Work};
use crate::document::KindFields;
use crate::legal::instruction::{Action, Extent};
use crate::legal::{ProvisionPath, RelationKind};
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
    /// Ngưng hiệu lực một phần: some provisions are suspended, and none has ended.
    PartlySuspended,
    /// Chưa xác định
    #[default]
    Unknown,
}

impl Status {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::InForce,
        Self::NotYet,
        Self::PartlyExpired,
        Self::Expired,
        Self::Suspended,
        Self::PartlySuspended,
        Self::Unknown,
    ];

    /// Its key in the words of a theme, behind `status_`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::InForce => "in_force",
            Self::NotYet => "not_yet",
            Self::PartlyExpired => "partly_expired",
            Self::Expired => "expired",
            Self::Suspended => "suspended",
            Self::PartlySuspended => "partly_suspended",
            Self::Unknown => "unknown",
        }
    }
}

/// A status and why; [`Site::reasons`] has the whole chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Validity {
    /// The status on the day of the build.
    pub status: Status,
    /// Since when, where that is known; for what is not yet in force the day on which it will be.
    pub since: Option<Date>,
    /// What the status rests on; `None` where nothing is known of the effect.
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

/// The end of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The first day on which it does not apply, where that is known.
    pub since: Option<Date>,
    /// What has ended it.
    pub reason: ValidityReason,
}

impl End {
    /// Whether it has come by a day; what ended on no known day has.
    #[must_use]
    pub fn has_come(self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day)
    }
}

/// What comes of a relation, for the effect of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It counts, from this day where one is known.
    Counts(Option<Date>),
    /// It does not: its own document takes effect on a day that is not known.
    NoDay,
    /// It does not: what the text says is not certain.
    Unsure,
    /// It does not: on that day its own document would be ended by the other, or by one that the other ends; or one text ends
    /// the other document, and a newer one says that it goes on.
    Contradicted(Option<Date>),
    /// It does not: the other document was not there yet.
    Impossible(Option<Date>),
    /// It does not: on that day its own document did not apply any more.
    AgentEnded(Date),
    /// It does not: on that day its own document was suspended, and no end of that is known.
    AgentSuspended(Date),
    /// It does not: on that day the other document did not apply any more.
    TooLate(Date),
}

impl Outcome {
    /// The day that is known of it, whether it counts or not.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Counts(day) | Self::Contradicted(day) | Self::Impossible(day) => day,
            Self::NoDay | Self::Unsure => None,
            Self::AgentEnded(day) | Self::AgentSuspended(day) | Self::TooLate(day) => Some(day),
        }
    }

    /// Whether it may change the status of the other document.
    #[must_use]
    pub fn counts(self) -> bool {
        matches!(self, Self::Counts(_))
    }
}

/// Why a relation cannot be: a document can only change what was there before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// Its own document is older than the other.
    Later {
        /// The day of its own document.
        own: Date,
        /// The day of the other one.
        other: Date,
    },
    /// It is to begin before the other document was there.
    TooEarly {
        /// The day from which it is said to hold.
        since: Date,
        /// The day of the other document.
        other: Date,
    },
}

/// A step of the reasons for a status, in the order in which a reader follows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The document takes effect on this day.
    Effect(Date),
    /// No day of effect is known.
    NoEffect,
    /// The last day of its own term.
    Term(Date),
    /// What another document does to it; whether that counts is in the relation.
    Act(RelationIndex),
    /// A document ends: the one that is asked about, or one on which its status rests.
    End(Work, End),
    /// What has replaced the document has ended too, which does not bring the document back.
    NotRevived(Work),
}

/// Longest line of successors that is followed.
const MOST_SUCCESSORS: usize = 8;

/// What an amendment is called that only adds (bổ sung).
const ADDS: &str = "adds";
/// What a new provision is called (bổ sung).
const INSERTS: &str = "inserts";
/// What is called what only says that a document has no effect any more (hết hiệu lực).
const ENDS: &str = "ends";

fn adds(action: Action) -> bool {
    matches!(action, Action::Insert | Action::InsertWords)
}

/// Settles what comes of all relations and which documents have ended.
pub(super) fn settle(site: &mut Site, day: Date) {
    let held = site.documents.len();
    let (terms, acts) = terms_and_acts(site, &UnsureTerms::default());
    let new_terms = new_terms(site);
    let (terms, acts, unsure) = if new_terms.is_empty() {
        (terms, acts, UnsureTerms::default())
    } else {
        let outcomes = Course::run(&terms, &acts).outcomes;
        let unsure = apply(site, &new_terms, &outcomes);
        let (terms, acts) = terms_and_acts(site, &unsure);
        (terms, acts, unsure)
    };
    let ends: Vec<(usize, usize)> = unsure.ends.iter().map(|(document, act)| (document.0, act.0)).collect();
    let course = Course::with_unsure_ends(&terms, &acts, &ends);
    for (relation, outcome) in site.relations.iter_mut().zip(&course.outcomes) {
        relation.outcome = *outcome;
    }
    for (at, linked) in site.documents.iter_mut().enumerate() {
        if matches!(linked.document.fields, KindFields::Resolution(..)) {
            linked.validity = course.validity(at, day);
            linked.later = course.later(at, day);
            linked.end = course.end(at);
        }
    }
    for (at, linked) in site.known.iter_mut().enumerate() {
        linked.end = course.end(held + at);
    }
    for at in 0..held {
        site.documents[at].ended_details = ended_details(site, DocumentIndex(at), day);
    }
}

/// The days that all documents have of their own, and what all relations do.
fn terms_and_acts(site: &Site, unsure: &UnsureTerms) -> (Vec<EffectPeriod>, Vec<Act>) {
    let (held, known) = (site.documents.len(), site.known.len());
    let mut terms: Vec<EffectPeriod> = (0..held)
        .map(|at| term(&site.documents[at]))
        .chain((0..known).map(|at| EffectPeriod {
            effective: site.known[at].known.fields.effective.as_ref().map(|date| date.value),
            last_day: None,
            adopted: site.date_of(Work::Known(KnownIndex(at))),
        }))
        .collect();
    for (document, _) in &unsure.effects {
        terms[document.0].effective = None;
    }
    let place = |work: Work| match work {
        Work::Held(index) => index.0,
        Work::Known(index) => held + index.0,
    };
    let acts: Vec<Act> = site
        .relations
        .iter()
        .map(|relation| Act {
            kind: relation.kind,
            from: place(relation.from),
            to: place(relation.to),
            is_whole: relation.extent == Extent::Whole,
            ends_wording: relation.ends_wording,
            standing: match site.impossible(relation) {
                _ if !relation.certainty.is_sure() => Standing::Unsure,
                Some(_) => Standing::Impossible,
                None => Standing::Sure,
            },
            day: relation.since.or(terms[place(relation.from)].effective),
            until: relation.until.or(relation.is_open_ended.then_some(Date::MAX)),
        })
        .collect();
    (terms, acts)
}

/// The documents that a resolution details and that have ended by a day, while it goes on (Luật 64/2025/QH15, Điều 57.2).
fn ended_details(site: &Site, index: DocumentIndex, day: Date) -> Vec<Work> {
    let linked = site.document(index);
    if linked.validity.status == Status::Expired {
        return Vec::new();
    }
    let details = linked.relations.iter().map(|relation| site.relation(*relation));
    let details = details.filter(|relation| relation.kind == RelationKind::Details);
    let ended = details.map(|relation| relation.to);
    let mut ended: Vec<Work> =
        ended.filter(|work| site.end_of(*work).is_some_and(|end| end.has_come(day))).collect();
    ended.sort_unstable();
    ended.dedup();
    ended
}

/// The days that a document has of its own.
fn term(linked: &LinkedDocument) -> EffectPeriod {
    let Some(fields) = linked.document.fields.resolution() else { return EffectPeriod::default() };
    EffectPeriod {
        effective: fields.effective.as_ref().map(|date| date.value),
        last_day: fields.expires.as_ref().map(|date| date.value),
        adopted: linked.date,
    }
}

/// Whether a relation of a kind changes the effect or the wording of the other document.
pub(super) fn changes(kind: RelationKind) -> bool {
    matches!(
        kind,
        RelationKind::Amends
            | RelationKind::Replaces
            | RelationKind::Repeals
            | RelationKind::Suspends
            | RelationKind::Extends
            | RelationKind::Corrects
    )
}

/// Whether a relation to a part is another than one to the whole.
pub(super) fn depends_on_extent(kind: RelationKind) -> bool {
    matches!(
        kind,
        RelationKind::Replaces | RelationKind::Repeals | RelationKind::Suspends | RelationKind::Extends
    )
}

impl Relation {
    /// Whether it changes the effect or the wording of the other document. What is unsure changes nothing.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.certainty.is_sure() && changes(self.kind)
    }

    /// Whether it does to a part of the other document what it could do to the whole.
    #[must_use]
    pub fn is_of_part(&self) -> bool {
        self.extent == Extent::Partial && depends_on_extent(self.kind)
    }

    /// Whether it ends the whole of the other document.
    #[must_use]
    pub fn ends_whole(&self) -> bool {
        self.certainty.is_sure() && ends(self.kind) && self.extent == Extent::Whole
    }
}

impl Site {
    /// What a relation is called, finer than its kind: `adds` (bổ sung) where an amendment only adds, `ends` (hết hiệu lực)
    /// where a text says no more than that the other document has no effect any more.
    #[must_use]
    pub fn verb(&self, relation: &Relation) -> &'static str {
        let mut acts = relation.passages.iter().filter_map(|passage| self.instruction(*passage)).peekable();
        let is_read = acts.peek().is_some();
        match relation.kind {
            RelationKind::Amends if is_read && !relation.ends_wording && acts.all(|act| adds(act.action)) => {
                ADDS
            }
            RelationKind::Repeals
                if is_read && relation.declared.is_none() && acts.all(|act| act.action == Action::Ends) =>
            {
                ENDS
            }
            kind => kind.name(),
        }
    }

    /// What a relation does to one of its provisions: `inserts` where that is new, `adds` where something is added to it.
    #[must_use]
    pub fn verb_at(&self, relation: &Relation, named: &NamedProvision) -> &'static str {
        let passage = named.passage.and_then(|passage| relation.passages.get(passage));
        let action = passage.and_then(|passage| self.instruction(*passage)).map(|act| act.action);
        match action {
            Some(Action::Insert)
                if relation.kind == RelationKind::Amends && !self.has(relation.to, named) =>
            {
                INSERTS
            }
            Some(action) if relation.kind == RelationKind::Amends && adds(action) => ADDS,
            Some(_) if relation.kind == RelationKind::Amends => relation.kind.name(),
            _ => self.verb(relation),
        }
    }

    /// Whether a document that is held has a provision.
    fn has(&self, work: Work, named: &NamedProvision) -> bool {
        let (Work::Held(index), Some(anchor)) = (work, named.anchor()) else { return false };
        self.document(index).document.body.anchors.binary_search(&anchor).is_ok()
    }

    /// Whether a document may have a provision: it does, or its articles are not held.
    pub(super) fn has_place(&self, work: Work, named: &NamedProvision) -> bool {
        let (Work::Held(index), Some(anchor)) = (work, named.anchor()) else { return true };
        let anchors = &self.document(index).document.body.anchors;
        let has = |wanted: &str| anchors.binary_search_by(|own| own.as_str().cmp(wanted)).is_ok();
        ProvisionPath::enclosing(&anchor).any(has) || !anchors.iter().any(|own| own.starts_with("dieu-"))
    }

    /// The day of a document.
    #[must_use]
    pub fn date_of(&self, work: Work) -> Option<Date> {
        match work {
            Work::Held(index) => self.document(index).date,
            Work::Known(KnownIndex(at)) => self.known[at].known.fields.date.as_ref().map(|date| date.value),
        }
    }

    /// Why a relation cannot be in time, where it changes the effect or the wording of the other document.
    #[must_use]
    pub fn impossible(&self, relation: &Relation) -> Option<Impossible> {
        let other = self.date_of(relation.to).filter(|_| changes(relation.kind))?;
        if let Some(own) = self.date_of(relation.from).filter(|own| *own < other) {
            return Some(Impossible::Later { own, other });
        }
        let since = relation.since.or_else(|| self.effective_of(relation.from));
        since.filter(|since| *since < other).map(|since| Impossible::TooEarly { since, other })
    }

    /// The day on which a document takes effect, where that is known.
    pub(super) fn effective_of(&self, work: Work) -> Option<Date> {
        match work {
            Work::Held(index) => term(self.document(index)).effective,
            Work::Known(index) => self.known(index).known.fields.effective.as_ref().map(|day| day.value),
        }
    }

    /// The end of a document, on whatever day.
    #[must_use]
    pub fn end_of(&self, work: Work) -> Option<End> {
        match work {
            Work::Held(index) => self.document(index).end,
            Work::Known(index) => self.known(index).end,
        }
    }

    /// Why a resolution has its status on a day, step by step, with what is known of the days to come.
    #[must_use]
    pub fn reasons(&self, index: DocumentIndex, day: Date) -> Vec<Step> {
        let linked = self.document(index);
        let own = term(linked);
        let mut steps = vec![own.effective.map_or(Step::NoEffect, Step::Effect)];
        steps.extend(own.last_day.map(Step::Term));
        let mut acts: Vec<RelationIndex> = linked.inverse_relations.clone();
        acts.retain(|index| self.relation(*index).changes());
        acts.sort_by_key(|index| (self.relation(*index).outcome.day(), index.0));
        for act in acts {
            let relation = self.relation(act);
            steps.push(Step::Act(act));
            if matches!(relation.outcome, Outcome::AgentEnded(_)) {
                steps.extend(self.end_of(relation.from).map(|end| Step::End(relation.from, end)));
            }
        }
        let Some(end) = linked.end else { return steps };
        match end.reason {
            ValidityReason::Relation(act) => {
                self.follow(Work::Held(index), self.relation(act).from, day, &mut steps);
            }
            ValidityReason::Term | ValidityReason::Effect => {
                steps.extend(end.has_come(day).then_some(Step::End(Work::Held(index), end)));
            }
        }
        steps
    }

    /// The document that applies on a day in place of a resolution that was replaced, by one or one after the other;
    /// `None` where the line ends in another way.
    #[must_use]
    pub fn successor(&self, index: DocumentIndex, day: Date) -> Option<Work> {
        let mut work = Work::Held(index);
        for _ in 0..=MOST_SUCCESSORS {
            let Some(end) = self.end_of(work).filter(|end| end.has_come(day)) else {
                return Some(work).filter(|work| *work != Work::Held(index));
            };
            let ValidityReason::Relation(act) = end.reason else { return None };
            let relation = self.relation(act);
            if relation.kind != RelationKind::Replaces {
                return None;
            }
            work = relation.from;
        }
        None
    }

    /// Follows the line of documents that took the place of the one before, as far as each has ended.
    fn follow(&self, first: Work, successor: Work, day: Date, steps: &mut Vec<Step>) {
        let mut seen = vec![first];
        let mut work = successor;
        while let Some(end) = self.end_of(work).filter(|end| end.has_come(day))
            && !seen.contains(&work)
            && seen.len() <= MOST_SUCCESSORS
        {
            steps.push(Step::End(work, end));
            seen.push(work);
            match end.reason {
                ValidityReason::Relation(act) => work = self.relation(act).from,
                _ => break,
            }
        }
        if seen.len() > 1 {
            steps.push(Step::NotRevived(first));
        }
    }
}
