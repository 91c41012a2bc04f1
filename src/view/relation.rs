//! What documents do to each other: related documents, remarks at the provisions that others change, the reasons for a
//! status.

use std::collections::HashMap;
use std::fmt::Write;

use serde::Serialize;

use super::shared::{DateView, LinkView, StatusView};
use super::text::Remarks;
use super::{Scene, SharedCard};
use crate::lang::{Lang, fill};
use crate::legal::RelationKind;
use crate::legal::instruction::{Action, Extent};
use crate::link::{
    DocumentIndex, End, Mark, NamedProvision, Outcome, Passage, ProvisionChange, Relation, RelationIndex,
    Step, Validity, ValidityReason, Work, doubt_of,
};
use crate::markdown::escape;
use crate::text::Date;

/// Documents that stand in one relation to the one shown.
#[derive(Debug, Serialize)]
pub struct RelationGroup {
    /// `amends`, `repeals_part`, `repeals_part_by`, `adds_by_coming` and so on; the words are under `rel_` and this.
    pub key: String,
    /// What the one does to the other.
    #[serde(skip)]
    pub kind: RelationKind,
    /// The same in more detail, for the edge of a picture: `repeals_part`; the words are under `edge_` and this.
    #[serde(skip)]
    pub edge: String,
    /// Whether it is the document shown that does it.
    #[serde(skip)]
    pub is_own: bool,
    /// The documents.
    pub rows: Vec<RelationRow>,
}

/// A document in a relation.
#[derive(Debug, Serialize)]
pub struct RelationRow {
    /// The document.
    pub card: SharedCard,
    /// The provisions that are meant, linked where the document that has them is held.
    pub provisions: Vec<LinkView>,
    /// Whether a part is meant that is not named.
    pub is_part: bool,
    /// From which day.
    pub since: Option<DateView>,
    /// Until which day.
    pub until: Option<DateView>,
    /// The name of the document from whose day of effect it counts, where that day is not known.
    pub waits_for: Option<String>,
    /// What is to be said of it.
    pub note: Option<String>,
    /// Why it does not count: `agent_ended`, `agent_suspended`, `too_late`, `contradicted` or `impossible`.
    pub outcome: Option<&'static str>,
    /// The first sentences that it rests on.
    pub sentences: Vec<SentenceView>,
    /// How many more sentences there are.
    pub more: usize,
}

/// A sentence of a text that a relation rests on.
#[derive(Debug, Serialize)]
pub struct SentenceView {
    /// The provision that it stands in; the address leads there.
    pub place: Option<LinkView>,
    /// The document whose text it is, where that is neither of the two.
    pub document: Option<LinkView>,
    /// The words.
    pub text: String,
}

/// What the text of another document may do to the one shown, which is not certain.
#[derive(Debug, Serialize)]
pub struct DoubtView {
    /// The document whose text it is.
    pub document: SharedCard,
    /// Why it is not certain; the words are under `doubt_` and this.
    pub reason: &'static str,
    /// The first sentences that may say so.
    pub sentences: Vec<SentenceView>,
    /// How many more sentences there are.
    pub more: usize,
}

/// A step of the reasons for a status.
#[derive(Debug, Serialize)]
pub struct StepView {
    /// `effect`, `no_effect`, `term`, `relation`, `end_term` or `not_revived`.
    pub key: &'static str,
    /// For a relation: `amends_by` and so on.
    pub relation: Option<String>,
    /// The document that something happens to; none for the one shown.
    pub subject: Option<SharedCard>,
    /// Its provisions, where only those are meant.
    pub provisions: Vec<LinkView>,
    /// The document that does it.
    pub document: Option<SharedCard>,
    /// On or from which day.
    pub date: Option<DateView>,
    /// Until which day.
    pub until: Option<DateView>,
    /// Whether that day is still to come.
    pub is_coming: bool,
    /// The name of the document from whose day of effect it counts, where that day is not known.
    pub waits_for: Option<String>,
    /// Why it does not count: `agent_ended`, `agent_suspended`, `too_late`, `contradicted` or `impossible`.
    pub outcome: Option<&'static str>,
}

/// The state of a provision in a table of contents.
#[derive(Debug, Serialize)]
pub struct MarkView {
    /// `amends`, `repeals` and so on, or `part`; the words are under `mark_` and this.
    pub key: &'static str,
    /// The day, where it is still to come.
    pub coming: Option<DateView>,
}

/// Sentences of one relation that are shown.
const MOST_SENTENCES: usize = 3;

impl Scene<'_> {
    /// Relations of a document, both ways, grouped.
    pub(super) fn relation_groups(
        self,
        own: &[RelationIndex],
        inverse: &[RelationIndex],
    ) -> Vec<RelationGroup> {
        let mut groups = Vec::new();
        for (list, is_own) in [(own, true), (inverse, false)] {
            let mut of_key: HashMap<(RelationKind, String), RelationGroup> = HashMap::new();
            for index in list {
                let relation = self.site.relation(*index);
                let edge = self.edge(relation, relation.is_of_part());
                let key = if is_own { edge.clone() } else { self.passive(relation, &edge) };
                let kind = relation.kind;
                let group = of_key.entry((kind, key.clone())).or_insert_with(|| RelationGroup {
                    key,
                    kind,
                    edge,
                    is_own,
                    rows: Vec::new(),
                });
                group.rows.push(self.relation_row(relation, is_own));
            }
            let mut of_side: Vec<RelationGroup> = of_key.into_values().collect();
            // What has come stands before what is to come, the whole before a part.
            let place = |kind: RelationKind| RelationKind::ALL.iter().position(|other| *other == kind);
            of_side.sort_by_cached_key(|group| {
                let is_coming = group.key.ends_with("_coming");
                (place(group.kind), is_coming, group.edge.ends_with("_part"), group.key.clone())
            });
            groups.extend(of_side);
        }
        groups
    }

    /// What a relation is called: `repeals`, `repeals_part`, `adds`.
    fn edge(self, relation: &Relation, is_of_part: bool) -> String {
        let part = if is_of_part { "_part" } else { "" };
        format!("{}{part}", self.site.verb(relation))
    }

    /// What a relation does to one provision, which is only a part of that where the words name no more than the place around
    /// it: `khoản 1 Điều 1` for its second sentence.
    fn edge_at(self, relation: &Relation, named: &NamedProvision) -> String {
        const PARTED: [&str; 5] = ["ends", "extends", "repeals", "replaces", "suspends"];
        let verb = self.site.verb_at(relation, named);
        let names_around = named.path.as_ref().is_some_and(|path| path.words() == named.words);
        let is_of_part = named.is_part && names_around && PARTED.contains(&verb);
        if is_of_part { format!("{verb}_part") } else { verb.to_owned() }
    }

    /// The same as told of the document that it is done to: `repeals_by`, or `repeals_by_coming` before its day.
    fn passive(self, relation: &Relation, verb: &str) -> String {
        let coming = if self.is_to_come(relation) { "_coming" } else { "" };
        format!("{verb}_by{coming}")
    }

    /// Whether a relation will change the other document on a day that is to come. Where its day is not known, that may
    /// have been long ago.
    pub(super) fn is_to_come(self, relation: &Relation) -> bool {
        let day = relation.outcome.day().filter(|_| relation.outcome.counts());
        relation.changes() && day.is_some_and(|day| self.time.day < day)
    }

    fn relation_row(self, relation: &Relation, is_own: bool) -> RelationRow {
        let shown = relation.passages.iter().take(MOST_SENTENCES);
        RelationRow {
            card: self.work_card(if is_own { relation.to } else { relation.from }),
            provisions: self.named_provisions(relation),
            is_part: relation.extent == Extent::Partial && relation.provisions.is_empty(),
            since: day_of(relation).map(|since| self.date(since)),
            until: relation.until.map(|until| self.date(until)),
            waits_for: self.waits_for(relation),
            note: relation.note.clone(),
            outcome: outcome_key(relation.outcome),
            sentences: shown.filter_map(|passage| self.sentence(relation, *passage)).collect(),
            more: relation.passages.len().saturating_sub(MOST_SENTENCES),
        }
    }

    /// What the texts of other documents may do to one.
    pub(super) fn doubts(self, inverse: &[RelationIndex]) -> Vec<DoubtView> {
        let relations = inverse.iter().map(|index| self.site.relation(*index));
        let doubts = relations.filter_map(|relation| {
            let shown = relation.passages.iter().take(MOST_SENTENCES);
            Some(DoubtView {
                document: self.work_card(relation.from),
                reason: doubt_of(relation.certainty)?.name(),
                sentences: shown.filter_map(|passage| self.sentence(relation, *passage)).collect(),
                more: relation.passages.len().saturating_sub(MOST_SENTENCES),
            })
        });
        doubts.collect()
    }

    /// What other documents will do to one, once they take effect on a day that is not known.
    pub(super) fn planned(self, index: DocumentIndex) -> Vec<StepView> {
        let relations = self.site.document(index).inverse_relations.iter();
        let relations = relations.map(|relation| self.site.relation(*relation));
        let planned = relations.filter(|relation| relation.outcome == Outcome::NoDay);
        planned.flat_map(|relation| self.act_steps(Work::Held(index), relation, Work::Held(index))).collect()
    }

    /// The provisions that a relation names, each once.
    fn named_provisions(self, relation: &Relation) -> Vec<LinkView> {
        self.provisions_where(relation, |_| true)
    }

    /// Those of the provisions that a relation names that fit, each once.
    fn provisions_where(
        self,
        relation: &Relation,
        is_wanted: impl Fn(&NamedProvision) -> bool,
    ) -> Vec<LinkView> {
        let mut links: Vec<LinkView> = Vec::new();
        for named in relation.provisions.iter().filter(|named| is_wanted(named)) {
            let words = self.site.provision_words(relation, named);
            let link = self.provision(relation.to, &words, named.anchor().as_deref());
            if !links.contains(&link) {
                links.push(link);
            }
        }
        links
    }

    fn sentence(self, relation: &Relation, passage: Passage) -> Option<SentenceView> {
        let act = self.site.instruction(passage)?;
        let page = self.href(self.plan.addresses.document(passage.document));
        let place = act.place.as_ref().and_then(|anchor| {
            let title = self.site.place_words(passage.document, anchor)?;
            Some(LinkView { title, address: Some(format!("{page}#{anchor}")) })
        });
        let is_own = relation.from == Work::Held(passage.document);
        let document = (!is_own).then(|| self.work_link(Work::Held(passage.document)));
        Some(SentenceView { place, document, text: act.sentence.clone() })
    }

    /// A provision by name, linked where the document is held and has it.
    pub(super) fn provision(self, work: Work, words: &str, anchor: Option<&str>) -> LinkView {
        let address = match work {
            Work::Held(index) => anchor.and_then(|anchor| {
                let anchors = &self.site.document(index).document.body.anchors;
                let found = anchors.binary_search_by(|other| other.as_str().cmp(anchor));
                let page = self.href(self.plan.addresses.document(index));
                found.ok().map(|_| format!("{page}#{anchor}"))
            }),
            Work::Known(_) => None,
        };
        LinkView { title: words.to_owned(), address }
    }

    pub(super) fn status(self, validity: &Validity) -> StatusView {
        let key = validity.status.key();
        let mut until = None;
        let (reason, by) = match validity.reason {
            Some(ValidityReason::Relation(index)) => {
                let relation = self.site.relation(index);
                until = relation.until.filter(|_| relation.kind == RelationKind::Suspends);
                let reason = match relation.kind {
                    _ if matches!(relation.outcome, Outcome::Contradicted(_)) => "contradicted",
                    RelationKind::Replaces => "replaced",
                    RelationKind::Suspends => "suspended",
                    RelationKind::Amends => "amended",
                    RelationKind::Extends => "extended",
                    _ if self.site.verb(relation) == "ends" => "ended",
                    _ => "repealed",
                };
                (Some(reason), Some(self.work_link(relation.from)))
            }
            Some(ValidityReason::Term) => (Some("term"), None),
            Some(ValidityReason::Effect) | None => (None, None),
        };
        StatusView {
            key,
            since: validity.since.map(|since| self.date(since)),
            reason,
            by,
            until: until.map(|until| self.date(until)),
        }
    }

    /// The reasons for the status of a resolution, in the order in which a reader follows them.
    pub(super) fn steps(self, index: DocumentIndex) -> Vec<StepView> {
        let own = Work::Held(index);
        self.site
            .reasons(index, self.time.day)
            .into_iter()
            .flat_map(|step| match step {
                Step::Effect(day) => vec![StepView { date: Some(self.date(day)), ..StepView::new("effect") }],
                Step::NoEffect => vec![StepView::new("no_effect")],
                Step::Term(day) => {
                    let is_amended = self.site.document(index).amended.last_day == Some(day);
                    let key = if is_amended { "amended_term" } else { "term" };
                    vec![StepView { date: Some(self.date(day)), ..StepView::new(key) }]
                }
                Step::Act(act) => self.act_steps(own, self.site.relation(act), own),
                Step::End(work, end) => self.end_step(own, work, end),
                Step::NotRevived(_) => vec![StepView::new("not_revived")],
            })
            .collect()
    }

    /// What another document does to one, as steps: one for each verb, so that what is added is not told as amended.
    pub(super) fn act_steps(self, own: Work, relation: &Relation, subject: Work) -> Vec<StepView> {
        let day = day_of(relation);
        let step = |verb: &str, provisions: Vec<LinkView>| StepView {
            relation: Some(self.passive(relation, verb)),
            subject: (subject != own).then(|| self.work_card(subject)),
            provisions: capitalised(provisions),
            document: Some(self.work_card(relation.from)),
            date: day.map(|day| self.date(day)),
            until: relation.until.map(|until| self.date(until)),
            is_coming: day.is_some_and(|day| self.time.day < day),
            waits_for: self.waits_for(relation),
            outcome: outcome_key(relation.outcome),
            ..StepView::new("relation")
        };
        if relation.provisions.is_empty() {
            return vec![step(&self.edge(relation, relation.is_of_part()), Vec::new())];
        }
        let mut verbs: Vec<String> = Vec::new();
        for named in &relation.provisions {
            let verb = self.edge_at(relation, named);
            if !verbs.contains(&verb) {
                verbs.push(verb);
            }
        }
        let of_verb = |verb: String| {
            let is_such = |named: &NamedProvision| self.edge_at(relation, named) == verb;
            step(&verb, self.provisions_where(relation, is_such))
        };
        verbs.into_iter().map(of_verb).collect()
    }

    /// What has ended a part of a document, as a step that names what has ended of it, not what was added beside.
    pub(super) fn ended_step(self, own: Work, relation: &Relation) -> Option<StepView> {
        let has_ended = |named: &NamedProvision| {
            let passage = named.passage.and_then(|passage| relation.passages.get(passage));
            let act = passage.and_then(|passage| self.site.instruction(*passage));
            relation.kind != RelationKind::Amends
                || act.is_none_or(|act| {
                    act.is_summary || act.action == Action::Other || act.action.ends_wording()
                })
        };
        let first = self.act_steps(own, relation, own).into_iter().next_back()?;
        let is_piece = |named: &NamedProvision| self.edge_at(relation, named).ends_with("_part");
        let is_of_part = if relation.provisions.is_empty() {
            relation.is_of_part()
        } else {
            relation.provisions.iter().all(is_piece)
        };
        let verb = self.edge(relation, is_of_part);
        Some(StepView {
            relation: Some(self.passive(relation, &verb)),
            provisions: capitalised(self.provisions_where(relation, has_ended)),
            ..first
        })
    }

    fn end_step(self, own: Work, work: Work, end: End) -> Vec<StepView> {
        let key = match end.reason {
            ValidityReason::Relation(act) => return self.act_steps(own, self.site.relation(act), work),
            ValidityReason::Term | ValidityReason::Effect => "end_term",
        };
        vec![StepView {
            subject: (work != own).then(|| self.work_card(work)),
            date: end.since.map(|since| self.date(since)),
            is_coming: !end.has_come(self.time.day),
            ..StepView::new(key)
        }]
    }

    /// A mark as a table of contents shows it.
    pub(super) fn mark(self, mark: Mark) -> MarkView {
        let coming = mark.since.filter(|since| self.time.day < *since);
        let key = if mark.is_part { "part" } else { mark.verb };
        MarkView { key, coming: coming.map(|since| self.date(since)) }
    }

    /// What other documents do to the provisions of a document: remarks in HTML, each with its provision.
    pub(super) fn remarks(self, index: DocumentIndex) -> Remarks {
        let linked = self.site.document(index);
        let Some(law) = linked.document.body.law.as_ref().filter(|_| !linked.changes.is_empty()) else {
            return Vec::new();
        };
        let provisions = law.provisions.iter().enumerate();
        let places: HashMap<&str, usize> =
            provisions.map(|(at, provision)| (provision.anchor.as_str(), at)).collect();
        linked
            .changes
            .chunk_by(|one, other| one.anchor == other.anchor)
            .filter_map(|changes| {
                let place = places.get(changes.first()?.anchor.as_str())?;
                Some((*place, self.remark(changes)))
            })
            .collect()
    }

    fn remark(self, changes: &[ProvisionChange]) -> String {
        let own = if self.words.lang == Lang::Vi { "" } else { " lang=\"en\"" };
        let mut html = format!("<div class=\"remark\" role=\"note\"{own}>");
        for change in changes {
            let relation = self.site.relation(change.relation);
            let Some(named) = relation.provisions.get(change.provision) else { continue };
            html.push_str(&format!("<p class=\"remark-{}\">", relation.kind.name()));
            self.remark_words(relation, named, &mut html);
            html.push_str("</p>");
            let passage = named.passage.and_then(|passage| relation.passages.get(passage));
            if let Some(act) = passage.and_then(|passage| self.site.instruction(*passage)) {
                let summary = escape(self.words.word("remark_sentence"));
                let sentence = escape(&act.sentence);
                let _ = write!(
                    html,
                    "<details><summary>{summary}</summary><blockquote{}>{sentence}</blockquote></details>",
                    self.vietnamese()
                );
            }
        }
        html.push_str("</div>\n");
        html
    }

    /// `Khoản 2 Điều 5 được sửa đổi, bổ sung bởi Nghị quyết số 12/2024/NQ-HĐND từ ngày 01/01/2025.`
    fn remark_words(self, relation: &Relation, named: &NamedProvision, html: &mut String) {
        let words = self.site.provision_words(relation, named);
        let subject = format!("<b{}>{}</b>", self.vietnamese(), escape(&capital(&words)));
        let key = format!("rel_{}", self.passive(relation, &self.edge_at(relation, named)));
        html.push_str(&fill(&escape(self.words.word(&key)), &[("subject", &subject)]));
        let passage = named.passage.and_then(|passage| relation.passages.get(passage));
        let place = passage.filter(|passage| relation.from == Work::Held(passage.document));
        let place = place.and_then(|passage| self.site.instruction(*passage)?.place.as_deref());
        let page = self.href(self.plan.addresses.work(relation.from));
        let anchor = place.map_or_else(String::new, |place| format!("#{place}"));
        let _ = write!(html, " <a href=\"{page}{anchor}\">{}</a>", self.name_in_html(relation.from));
        let day = |key: &str, day: Date, html: &mut String| {
            let view = self.date(day);
            let time = format!("<time datetime=\"{}\">{}</time>", view.iso, escape(&view.text));
            html.push(' ');
            html.push_str(&fill(&escape(self.words.word(key)), &[("date", &time)]));
        };
        if let Some(since) = day_of(relation) {
            day(if self.time.day < since { "since_coming_day" } else { "since_day" }, since, html);
        }
        if let Some(document) = self.waits_for(relation) {
            html.push(' ');
            let words = escape(self.words.word("from_unknown_day"));
            html.push_str(&fill(&words, &[("document", &escape(&document))]));
        }
        if let Some(until) = relation.until {
            day("until_end_of_day", until, html);
        }
        html.push('.');
    }

    /// The name of the document that does something, where its own day of effect is not known.
    fn waits_for(self, relation: &Relation) -> Option<String> {
        (relation.outcome == Outcome::NoDay).then(|| self.name(relation.from))
    }

    /// Type and number of a document, else its title.
    fn name(self, work: Work) -> String {
        let name = self.designation(work);
        match (name.type_name, name.number) {
            (Some(type_name), Some(number)) => {
                self.words.fill("citation_number", &[("type", type_name), ("number", number)])
            }
            (None, Some(number)) => number.to_owned(),
            (_, None) => name.title.into_owned(),
        }
    }

    /// Type and number of a document, else its title.
    fn name_in_html(self, work: Work) -> String {
        let name = self.designation(work);
        match (name.type_name, name.number) {
            (Some(type_name), Some(number)) => {
                let number = format!("<span class=\"nw\">{}</span>", escape(number));
                let words = escape(self.words.word("citation_number"));
                fill(&words, &[("type", &escape(type_name)), ("number", &number)])
            }
            (None, Some(number)) => format!("<span class=\"nw\">{}</span>", escape(number)),
            (_, None) => format!("<span{}>{}</span>", self.vietnamese(), escape(&name.title)),
        }
    }

    /// The attribute of Vietnamese words within a frame of another language.
    fn vietnamese(self) -> &'static str {
        if self.words.lang == Lang::Vi { "" } else { " lang=\"vi\"" }
    }
}

impl StepView {
    fn new(key: &'static str) -> Self {
        Self {
            key,
            relation: None,
            subject: None,
            provisions: Vec::new(),
            document: None,
            date: None,
            until: None,
            is_coming: false,
            waits_for: None,
            outcome: None,
        }
    }
}

/// The day of a relation: as it is stated, else, of a document that changes another, the day on which it does so.
pub(crate) fn day_of(relation: &Relation) -> Option<Date> {
    relation.since.or_else(|| relation.outcome.day().filter(|_| relation.changes()))
}

fn outcome_key(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Counts(_) | Outcome::NoDay | Outcome::Unsure => None,
        Outcome::Contradicted(_) => Some("contradicted"),
        Outcome::Impossible(_) => Some("impossible"),
        Outcome::AgentEnded(_) => Some("agent_ended"),
        Outcome::AgentSuspended(_) => Some("agent_suspended"),
        Outcome::TooLate(_) => Some("too_late"),
    }
}

/// The first of some provisions with a capital letter, as it stands at the beginning of a sentence.
fn capitalised(mut provisions: Vec<LinkView>) -> Vec<LinkView> {
    if let Some(first) = provisions.first_mut() {
        first.title = capital(&first.title);
    }
    provisions
}

/// The words with a capital letter at their beginning.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
