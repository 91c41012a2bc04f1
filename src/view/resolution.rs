//! The page of a resolution: what it is, whether it applies, what it promised, and what it stands beside.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::citing::CitingGroup;
use super::commencement::CommencementView;
use super::document::{PersonView, TextView, person};
use super::drawing::Chart;
use super::relation::{DoubtView, RelationGroup, StepView};
use super::shared::{DateView, LinkView, StatusView};
use super::{EventView, Scene, SharedCard, chart};
use crate::document::{Comparison, ResolutionFields, TargetFields, VoteFields};
use crate::front::{Figure, Text};
use crate::legal::instruction::Doubt;
use crate::legal::{ProvisionPath, RelationKind};
use crate::link::{DocumentIndex, LinkedDocument, MentionTarget, Relation, ValidityReason, Work, doubt_of};

/// A resolution.
#[derive(Debug, Serialize)]
pub struct ResolutionView {
    /// What all texts show.
    #[serde(flatten)]
    pub text: TextView,
    /// Number and symbol.
    pub number: Option<String>,
    /// The day it was adopted.
    pub date: Option<DateView>,
    /// The year, where only that is known.
    pub year: Option<i16>,
    /// The day it was issued, where that differs.
    pub issued: Option<DateView>,
    /// The day it takes effect.
    pub effective: Option<DateView>,
    /// Whether that is the day it was adopted.
    pub is_effective_at_once: bool,
    /// The last day it is in force.
    pub expires: Option<DateView>,
    /// The body that issued it.
    pub issuer: Option<LinkView>,
    /// Who signed it.
    pub signer: Option<PersonView>,
    /// Whether it applies.
    pub status: StatusView,
    /// What becomes of that after the day of the build.
    pub later: Vec<LaterView>,
    /// The document that applies in its place, where that is another than the one that replaced it.
    pub successor: Option<SharedCard>,
    /// Why, step by step.
    pub reasons: Vec<StepView>,
    /// What happened to it, oldest first.
    pub timeline: Vec<EventView>,
    /// What other documents do to it, by what a reader has to know first.
    #[serde(flatten)]
    pub changes: ChangesView,
    /// What other documents will do to it, once they take effect on a day that is not known.
    pub planned: Vec<StepView>,
    /// What the texts of other documents may do to it, which is not certain.
    pub doubts: Vec<DoubtView>,
    /// The documents that its title says it changes, of which nothing was read from its text.
    pub announces: Vec<SharedCard>,
    /// Documents that it details and that have ended, while it goes on.
    pub ended_details: Vec<SharedCard>,
    /// Provisions of it that take effect, or end, on days of their own.
    pub commencements: Vec<CommencementView>,
    /// Whether its articles are held, not only words about it.
    pub has_text: bool,
    /// What of the official head its own text has.
    pub own_head: OwnHead,
    /// The day of the build.
    pub as_of: DateView,
    /// How the council voted.
    pub vote: Option<VoteView>,
    /// What it promises.
    pub targets: Vec<TargetView>,
    /// Pictures of what it promises and of what was reached.
    pub charts: Vec<Chart>,
    /// Results of reports that fit no target.
    pub other_results: Vec<ResultView>,
    /// Whether any report has a result.
    pub has_results: bool,
    /// A picture of the documents around it.
    pub neighbourhood: Option<Chart>,
    /// Documents it is related to.
    pub relations: Vec<RelationGroup>,
    /// Reports and agendas that name it.
    pub named_by: Vec<SharedCard>,
    /// Documents whose text cites it, by role and provision.
    pub cited_by: Vec<CitingGroup>,
    /// Documents that its text cites, each once, in the order of their first mention; without those it has a relation
    /// to.
    pub cites: Vec<SharedCard>,
    /// News of the same session.
    pub news: Vec<SharedCard>,
    /// How to cite it: body, year, type and number, subject, day, address.
    pub citation: String,
    /// Its whole address.
    pub permanent_address: String,
}

/// What other documents do to a resolution.
#[derive(Debug, Serialize)]
pub struct ChangesView {
    /// Documents that have amended it by the day of the build.
    pub amended_by: Vec<SharedCard>,
    /// Whether they only added to it (bổ sung).
    pub is_only_added_to: bool,
    /// What has ended a part of it, while it goes on.
    pub ended_parts: Vec<StepView>,
    /// What suspends a part of it on the day of the build.
    pub suspended_parts: Vec<StepView>,
    /// What other documents will do to it on days to come.
    pub coming: Vec<StepView>,
    /// Whether nothing is recorded that amends, replaces, repeals or suspends it, on whatever day.
    pub has_no_known_changes: bool,
}

/// A status that a resolution takes on after the day of the build.
#[derive(Debug, Serialize)]
pub struct LaterView {
    /// Its first day.
    pub from: DateView,
    /// The key of the status: `expired`.
    pub key: &'static str,
}

/// What of the official head a text brings itself.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct OwnHead {
    /// The names of issuer and nation.
    pub letterhead: bool,
    /// `NGHỊ QUYẾT`, with the subject.
    pub title: bool,
}

/// How a council voted. Counts are of deputies.
#[derive(Debug, Serialize)]
pub struct VoteView {
    /// All deputies.
    pub total: Option<u32>,
    /// Deputies present.
    pub present: Option<u32>,
    /// For.
    pub votes_for: Option<u32>,
    /// Against.
    pub against: Option<u32>,
    /// Not voting.
    pub abstain: Option<u32>,
    /// What the source says.
    pub statement: Option<String>,
    /// Whether there is a head count.
    pub has_counts: bool,
    /// A picture of it, where the counts can be set against all deputies.
    pub chart: Option<Chart>,
}

/// A figure that a resolution promises.
#[derive(Debug, Serialize)]
pub struct TargetView {
    /// What is measured.
    pub indicator: String,
    /// The key of the word of comparison, `comparison_more_than` and so on.
    pub comparison: Option<&'static str>,
    /// The value, as written.
    pub value: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// By when.
    pub due: Option<DateView>,
    /// For which part.
    pub scope: Option<String>,
    /// The provision that sets it.
    pub provision: Option<LinkView>,
    /// What reports say.
    pub results: Vec<ResultView>,
}

/// What a report says of a target.
#[derive(Debug, Serialize)]
pub struct ResultView {
    /// What was measured.
    pub indicator: String,
    /// The value.
    pub value: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// When it was measured.
    pub as_of: Option<DateView>,
    /// What is to be said of it.
    pub note: Option<String>,
    /// The report, or on a report's page the resolution.
    pub document: Option<LinkView>,
    /// `met`, `nearly` or `missed`, where both are numbers of one unit.
    pub outcome: Option<&'static str>,
}

/// The page of a resolution, with what all texts show.
pub(super) fn resolution(
    scene: Scene<'_>,
    index: DocumentIndex,
    fields: &ResolutionFields,
    text: TextView,
) -> ResolutionView {
    let linked = scene.site.document(index);
    let law = linked.document.body.law.as_ref();
    let own_targets = fields.targets.as_deref().unwrap_or_default();
    let (targets, other_results) = targets(scene, index, own_targets);
    let charts = [
        chart::targets::results(scene, index, own_targets, &targets),
        chart::targets::periods(scene, own_targets, &targets),
    ];
    let charts = charts.into_iter().flatten().collect();
    let effective = fields.effective.as_ref().map(|date| date.value);
    let date = fields.date.as_ref().map(|date| date.value);
    let changes = Changes::of(scene, linked).view(scene, index);
    let replaced_by = match linked.validity.reason {
        Some(ValidityReason::Relation(act)) => Some(scene.site.relation(act).from),
        _ => None,
    };
    let successor = scene.site.successor(index, scene.time.day).filter(|work| Some(*work) != replaced_by);
    let session_news = linked.session.map_or(&[][..], |session| &scene.site.session(session).news);
    let named_by: Vec<DocumentIndex> = linked.named_by.clone();
    let relations = scene.relation_groups(&linked.relations, &linked.inverse_relations);
    let cited_by = scene.cited_by(Work::Held(index), &linked.cited_in);
    let cites = cites(scene, linked);
    let number = scene.number(index);
    let own_name = number.unwrap_or(&text.title);
    ResolutionView {
        neighbourhood: chart::neighbourhood::chart(scene, own_name, &relations, &cites, &cited_by),
        number: number.map(str::to_owned),
        date: date.map(|date| scene.date(date)),
        year: linked.year.filter(|_| linked.date.is_none()),
        issued: fields
            .issued
            .as_ref()
            .filter(|issued| Some(issued.value) != date)
            .map(|issued| scene.date(issued.value)),
        effective: effective.map(|effective| scene.date(effective)),
        is_effective_at_once: effective.is_some() && effective == date,
        expires: fields.expires.as_ref().map(|expires| scene.date(expires.value)),
        issuer: linked.issuer.map(|issuer| scene.body_link(issuer)),
        signer: linked.signer.map(|signer| person(scene, signer, linked)),
        status: scene.status(&linked.validity),
        later: linked
            .later
            .iter()
            .map(|(day, status)| LaterView { from: scene.date(*day), key: status.key() })
            .collect(),
        successor: successor.map(|work| scene.work_card(work)),
        reasons: scene.steps(index),
        timeline: scene.timeline(index, fields),
        changes,
        planned: scene.planned(index),
        doubts: scene.doubts(&linked.inverse_doubts),
        announces: announces(scene, linked),
        ended_details: linked.ended_details.iter().map(|work| scene.work_card(*work)).collect(),
        commencements: scene.commencements(index),
        has_text: scene.has_text(index),
        own_head: OwnHead {
            letterhead: law.is_some_and(|law| law.has_letterhead),
            title: law.is_some_and(|law| law.has_title),
        },
        as_of: scene.date(scene.time.day),
        vote: fields.vote.as_ref().map(|fields| vote(scene, fields)),
        has_results: !linked.results.is_empty(),
        charts,
        targets,
        other_results,
        relations,
        named_by: scene.cards(&named_by),
        cited_by,
        cites,
        news: scene.cards(session_news),
        citation: citation(scene, index),
        permanent_address: scene.config.base_url.whole(scene.plan.addresses.document(index)),
        text,
    }
}

/// What other documents do to a resolution, by what a reader has to know first.
struct Changes<'a> {
    /// What has amended it.
    amending: Vec<&'a Relation>,
    /// What has ended a part of it.
    ended_parts: Vec<&'a Relation>,
    /// What suspends a part of it.
    suspended_parts: Vec<&'a Relation>,
    /// What will change it from a day to come.
    coming: Vec<&'a Relation>,
    /// Whether nothing amends, replaces, repeals or suspends it, on whatever day.
    is_empty: bool,
}

impl<'a> Changes<'a> {
    fn of(scene: Scene<'a>, linked: &LinkedDocument) -> Self {
        use RelationKind::{Amends, Repeals, Replaces, Suspends};
        let today = scene.time.day;
        let relations = linked.inverse_relations.iter().map(|relation| scene.site.relation(*relation));
        let relations: Vec<&Relation> = relations.filter(|relation| relation.changes()).collect();
        let in_order = |is_wanted: &dyn Fn(&Relation) -> bool| {
            let mut list: Vec<&Relation> = relations.iter().copied().filter(|one| is_wanted(one)).collect();
            list.sort_by_key(|relation| relation.outcome.day());
            list
        };
        let has_come = |relation: &Relation| {
            relation.outcome.counts() && relation.outcome.day().is_none_or(|day| day <= today)
        };
        let ends_part = |relation: &Relation| {
            relation.ends_wording
                && !relation.ends_whole()
                && matches!(relation.kind, Amends | Replaces | Repeals)
        };
        let suspends_part = |relation: &Relation| {
            relation.kind == Suspends
                && relation.is_of_part()
                && relation.until.is_none_or(|until| today <= until)
                && !scene.site.end_of(relation.from).is_some_and(|end| end.has_come(today))
        };
        Self {
            amending: in_order(&|one| one.kind == Amends && has_come(one)),
            ended_parts: in_order(&|one| ends_part(one) && has_come(one)),
            suspended_parts: in_order(&|one| suspends_part(one) && has_come(one)),
            coming: in_order(&|one| scene.is_to_come(one)),
            is_empty: !relations.iter().any(|one| matches!(one.kind, Amends | Replaces | Repeals | Suspends)),
        }
    }

    fn view(&self, scene: Scene<'_>, index: DocumentIndex) -> ChangesView {
        let own = Work::Held(index);
        let steps = |relations: &[&Relation]| -> Vec<StepView> {
            relations.iter().flat_map(|relation| scene.act_steps(own, relation, own)).collect()
        };
        let mut seen = HashSet::new();
        let amended_by = self.amending.iter().filter(|relation| seen.insert(relation.from));
        let ended_parts = self.ended_parts.iter().filter_map(|relation| scene.ended_step(own, relation));
        ChangesView {
            amended_by: amended_by.map(|relation| scene.work_card(relation.from)).collect(),
            is_only_added_to: self.amending.iter().all(|relation| scene.site.verb(relation) == "adds"),
            ended_parts: ended_parts.collect(),
            suspended_parts: steps(&self.suspended_parts),
            coming: steps(&self.coming),
            has_no_known_changes: self.is_empty && scene.site.document(index).inverse_doubts.is_empty(),
        }
    }
}

/// The documents that the title of one says it changes, of which nothing was read from its text.
fn announces(scene: Scene<'_>, linked: &LinkedDocument) -> Vec<SharedCard> {
    let doubts = linked.doubts.iter().map(|doubt| scene.site.relation(*doubt));
    let by_title = doubts.filter(|relation| {
        scene.site.is_remark(relation) && doubt_of(relation.certainty) == Some(Doubt::OnlyAnnounced)
    });
    by_title.map(|relation| scene.work_card(relation.to)).collect()
}

/// What the text of a document cites beside the documents that it has a relation to.
fn cites(scene: Scene<'_>, linked: &LinkedDocument) -> Vec<SharedCard> {
    let related: Vec<Work> = linked.relations.iter().map(|index| scene.site.relation(*index).to).collect();
    let mut seen: HashSet<Work> = related.into_iter().collect();
    let works = linked.mentions.iter().filter_map(|target| match target {
        MentionTarget::Work(work, _) => Some(*work),
        _ => None,
    });
    let works: Vec<Work> = works.filter(|work| seen.insert(*work)).collect();
    works.into_iter().map(|work| scene.work_card(work)).collect()
}

/// How to cite a resolution: body, number, subject, day, permanent address.
fn citation(scene: Scene<'_>, index: DocumentIndex) -> String {
    let linked = scene.site.document(index);
    let mut parts = Vec::new();
    if let Some(issuer) = linked.issuer {
        parts.push(scene.site.body(issuer).name.clone());
    }
    let type_name = scene.words.word("resolution");
    parts.push(match scene.number(index) {
        Some(number) => scene.words.fill("citation_number", &[("type", type_name), ("number", number)]),
        None => type_name.to_owned(),
    });
    parts.push(linked.document.title().to_owned());
    if let Some(date) = linked.date {
        parts.push(scene.words.date(date));
    }
    parts.push(scene.config.base_url.whole(scene.plan.addresses.document(index)));
    parts.join(", ")
}

fn vote(scene: Scene<'_>, fields: &VoteFields) -> VoteView {
    let count = |field: &Option<crate::front::Located<u32>>| field.as_ref().map(|count| count.value);
    VoteView {
        total: count(&fields.total),
        present: count(&fields.present),
        votes_for: count(&fields.votes_for),
        against: count(&fields.against),
        abstain: count(&fields.abstain),
        statement: fields.statement.as_ref().map(|statement| statement.value.clone()),
        has_counts: fields.votes_for.is_some(),
        chart: chart::votes::of_resolution(scene, fields),
    }
}

/// The targets of a resolution with what reports say of each, and what reports say beside them.
fn targets(
    scene: Scene<'_>,
    index: DocumentIndex,
    targets: &[TargetFields],
) -> (Vec<TargetView>, Vec<ResultView>) {
    let mut of_target: BTreeMap<Option<usize>, Vec<ResultView>> = BTreeMap::new();
    for found in &scene.site.document(index).results {
        let Some(report) = scene.site.document(found.report).document.fields.report() else { continue };
        let Some(result) = report.results.as_ref().and_then(|results| results.get(found.result)) else {
            continue;
        };
        let target = found.target.and_then(|at| targets.get(at));
        let mut view = result_view(scene, result, Some(scene.document_link(found.report)));
        view.outcome = target.and_then(|target| outcome(target, result.value.as_ref(), result.unit.as_ref()));
        of_target.entry(found.target).or_default().push(view);
    }
    let views = targets
        .iter()
        .enumerate()
        .map(|(at, target)| TargetView {
            indicator: target
                .indicator
                .as_ref()
                .map_or_else(String::new, |indicator| indicator.value.clone()),
            comparison: target.comparison.as_ref().and_then(|comparison| comparison_key(comparison.value)),
            value: target.value.as_ref().map(|value| value.value.text.clone()),
            unit: target.unit.as_ref().map(|unit| unit.value.clone()),
            due: target.due.as_ref().map(|due| scene.partial_date(due.value)),
            scope: target.scope.as_ref().map(|scope| scope.value.clone()),
            provision: target.provision.as_ref().map(|text| {
                let path = ProvisionPath::parse(&text.value);
                scene.provision(Work::Held(index), &text.value, path.as_ref().map(ProvisionPath::anchor))
            }),
            results: of_target.remove(&Some(at)).unwrap_or_default(),
        })
        .collect();
    (views, of_target.remove(&None).unwrap_or_default())
}

/// What a report says of a target.
pub(super) fn result_view(
    scene: Scene<'_>,
    result: &crate::document::ResultFields,
    document: Option<LinkView>,
) -> ResultView {
    ResultView {
        indicator: result.indicator.as_ref().map_or_else(String::new, |indicator| indicator.value.clone()),
        value: result.value.as_ref().map(|value| value.value.text.clone()),
        unit: result.unit.as_ref().map(|unit| unit.value.clone()),
        as_of: result.as_of.as_ref().map(|as_of| scene.partial_date(as_of.value)),
        note: result.note.as_ref().map(|note| note.value.clone()),
        document,
        outcome: None,
    }
}

fn comparison_key(comparison: Comparison) -> Option<&'static str> {
    match comparison {
        Comparison::MoreThan => Some("comparison_more_than"),
        Comparison::AtLeast => Some("comparison_at_least"),
        Comparison::LessThan => Some("comparison_less_than"),
        Comparison::AtMost => Some("comparison_at_most"),
        Comparison::About => Some("comparison_about"),
        Comparison::Exactly => None,
    }
}

/// Whether a result reaches its target: only where both are numbers of one unit, and the comparison has a direction.
pub(crate) fn outcome(
    target: &TargetFields,
    value: Option<&crate::front::Located<Figure>>,
    unit: Option<&Text>,
) -> Option<&'static str> {
    let goal = target.value.as_ref()?.value.value?;
    let reached = value?.value.value?;
    if let (Some(own), Some(other)) = (&target.unit, unit)
        && crate::text::match_key(&own.value) != crate::text::match_key(&other.value)
    {
        return None;
    }
    let comparison = target.comparison.as_ref().map_or(Comparison::AtLeast, |comparison| comparison.value);
    let is_met = match comparison {
        Comparison::MoreThan => reached > goal,
        Comparison::AtLeast | Comparison::Exactly => reached >= goal,
        Comparison::LessThan => reached < goal,
        Comparison::AtMost => reached <= goal,
        Comparison::About => (reached - goal).abs() <= goal.abs() * 0.05,
    };
    let is_near = (reached - goal).abs() <= goal.abs() * 0.05;
    Some(if is_met {
        "met"
    } else if is_near {
        "nearly"
    } else {
        "missed"
    })
}
