//! Pages of texts: resolution, report, news item, free page; and of documents that are only known.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::citing::CitingGroup;
use super::drawing::Chart;
use super::entity::paged_title;
use super::relation::{RelationGroup, StepView};
use super::shared::{
    AttachmentView, ContentsItem, DateView, FigureView, LinkView, Paged, SourceView, StatusView,
};
use super::{Draft, PageData, Scene, SharedCard, chart};
use crate::document::{
    Comparison, KindFields, NewsFields, ReportFields, ResolutionFields, TargetFields, VoteFields,
};
use crate::front::{Figure, Named, Text};
use crate::legal::ProvisionPath;
use crate::link::{DocumentIndex, KnownIndex, LinkedDocument, MentionTarget, ValidityReason, Work};
use crate::plan::ListOf;

/// What the pages of all texts show.
#[derive(Debug, Serialize)]
pub struct TextView {
    /// Title.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Its session.
    pub session: Option<LinkView>,
    /// The term of that session.
    pub term: Option<LinkView>,
    /// Its topics.
    pub topics: Vec<LinkView>,
    /// Officials named in its front matter, with their offices on its day.
    pub officials: Vec<PersonView>,
    /// Files to take away.
    pub attachments: Vec<AttachmentView>,
    /// Where the text was taken from.
    pub source: Option<SourceView>,
    /// The day of its last change.
    pub updated: Option<DateView>,
    /// Headings of its text.
    pub contents: Vec<ContentsItem>,
    /// Whether it is a draft or scheduled for later.
    pub is_draft: bool,
}

/// A person with an office.
#[derive(Debug, Serialize)]
pub struct PersonView {
    /// The name.
    pub name: LinkView,
    /// The office on the day of the document.
    pub role: Option<String>,
}

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
    /// Documents that have amended it by the day of the build.
    pub amended_by: Vec<SharedCard>,
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

/// A report.
#[derive(Debug, Serialize)]
pub struct ReportView {
    /// What all texts show.
    #[serde(flatten)]
    pub text: TextView,
    /// Number and symbol.
    pub number: Option<String>,
    /// Its day.
    pub date: Option<DateView>,
    /// The body that made it.
    pub issuer: Option<LinkView>,
    /// `session`, `hearing`, `supervision`, `verification` or `implementation`.
    pub about: Option<&'static str>,
    /// Figures.
    pub statistics: Vec<FigureView>,
    /// What was reached of targets.
    pub results: Vec<ResultView>,
}

/// A news item.
#[derive(Debug, Serialize)]
pub struct NewsView {
    /// What all texts show.
    #[serde(flatten)]
    pub text: TextView,
    /// Its day, with the time.
    pub date: Option<DateView>,
    /// Where it happened.
    pub place: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Its picture.
    pub image: Option<PictureView>,
    /// The item before it in time.
    pub previous: Option<LinkView>,
    /// The item after it in time.
    pub next: Option<LinkView>,
}

/// A picture.
#[derive(Debug, Serialize)]
pub struct PictureView {
    /// Its address.
    pub address: String,
    /// What it shows.
    pub alt: String,
    /// Who made it.
    pub credit: Option<String>,
}

/// A free page.
#[derive(Debug, Serialize)]
pub struct PageView {
    /// What all texts show.
    #[serde(flatten)]
    pub text: TextView,
}

/// A document that is known but not held.
#[derive(Debug, Serialize)]
pub struct KnownView {
    /// Type and symbol, else the title.
    pub title: String,
    /// Its symbol.
    pub symbol: Option<String>,
    /// Its type.
    pub type_name: Option<String>,
    /// Its title or subject.
    pub subject: Option<String>,
    /// The body that issued it.
    pub issuer: Option<LinkView>,
    /// Its day.
    pub date: Option<DateView>,
    /// Its year, where only that is known.
    pub year: Option<i16>,
    /// Where its text can be read.
    pub url: Option<String>,
    /// What is known of its validity, as written.
    pub status: Option<String>,
    /// Documents it is related to.
    pub relations: Vec<RelationGroup>,
    /// Documents whose text cites it, by role and provision.
    pub cited_by: Paged<CitingGroup>,
}

pub(super) fn view(scene: Scene<'_>, index: DocumentIndex) -> Draft {
    let linked = scene.site.document(index);
    let text = text(scene, index);
    let title = text.title.clone();
    let (template, list, page) = match &linked.document.fields {
        KindFields::Resolution(fields, _) => (
            "resolution/page.html",
            Some(ListOf::Resolutions),
            PageData::Resolution(Box::new(resolution(scene, index, fields, text))),
        ),
        KindFields::Report(fields) => (
            "report/page.html",
            Some(ListOf::Reports),
            PageData::Report(Box::new(report(scene, index, fields, text))),
        ),
        KindFields::News(fields) => {
            ("news/page.html", Some(ListOf::News), PageData::News(Box::new(news(scene, index, fields, text))))
        }
        _ => ("free_page/page.html", None, PageData::Page(Box::new(PageView { text }))),
    };
    let breadcrumbs = match list {
        Some(list) => {
            let mut crumbs = scene.crumbs(list, &title);
            if let Some(year) = linked.year {
                let link = scene.link(year.to_string(), &scene.plan.addresses.year(list, year));
                crumbs.insert(2, link);
            }
            crumbs
        }
        None => vec![scene.home_crumb(), LinkView { title: title.clone(), address: None }],
    };
    Draft {
        description: scene.description(index),
        metadata: scene.metadata(index),
        section: list,
        breadcrumbs,
        body: scene.body(index),
        is_text: true,
        ..Draft::new(template, title, page)
    }
}

fn text(scene: Scene<'_>, index: DocumentIndex) -> TextView {
    let linked = scene.site.document(index);
    let common = &linked.document.common;
    let session = linked.session;
    let is_draft = common.draft.as_ref().is_some_and(|draft| draft.value)
        || common.publish_at.as_ref().is_some_and(|at| !scene.time.has_come(at.value));
    TextView {
        title: linked.document.title().to_owned(),
        summary: common.summary.as_ref().map(|summary| summary.value.clone()),
        session: session.map(|session| scene.session_link(session)),
        term: session.and_then(|session| scene.site.session(session).term).map(|term| scene.term_link(term)),
        topics: scene.topics(&linked.topics),
        officials: linked.officials.iter().map(|official| person(scene, *official, linked)).collect(),
        attachments: scene.attachments(scene.plan.addresses.document(index), &linked.attachments),
        source: scene.source(common),
        updated: common.updated.as_ref().map(|date| scene.date(date.value)),
        contents: scene.contents(index),
        is_draft,
    }
}

fn person(scene: Scene<'_>, official: crate::link::OfficialIndex, linked: &LinkedDocument) -> PersonView {
    PersonView { name: scene.official_link(official), role: scene.role_on(official, linked.date) }
}

fn resolution(
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
    let amending = linked.inverse_relations.iter().map(|relation| scene.site.relation(*relation));
    let amending = amending.filter(|relation| {
        let day = relation.outcome.day();
        relation.kind == crate::legal::RelationKind::Amends
            && relation.outcome.counts()
            && day.is_none_or(|day| day <= scene.time.day)
    });
    let mut seen = HashSet::new();
    let amended_by = amending
        .filter(|relation| seen.insert(relation.from))
        .map(|relation| scene.work_card(relation.from))
        .collect();
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
        amended_by,
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
        let KindFields::Report(report) = &scene.site.document(found.report).document.fields else { continue };
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

fn result_view(
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
fn outcome(
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

pub(super) fn figures(named: Option<&Named<Text>>) -> Vec<FigureView> {
    let figures = named.map(|named| named.0.as_slice()).unwrap_or_default();
    figures
        .iter()
        .map(|(name, value)| FigureView { name: name.value.clone(), value: value.value.clone() })
        .collect()
}

fn report(scene: Scene<'_>, index: DocumentIndex, fields: &ReportFields, text: TextView) -> ReportView {
    let linked = scene.site.document(index);
    // Which resolution each result is of was settled when the site was linked.
    let results = fields.results.as_deref().unwrap_or_default().iter();
    let results = results
        .map(|result| {
            let reference = result.resolution.as_ref().map(|reference| LinkView {
                title: reference.value.clone(),
                address: linked
                    .reported
                    .iter()
                    .find(|(text, _)| *text == reference.value)
                    .map(|(_, resolution)| scene.href(scene.plan.addresses.document(*resolution))),
            });
            result_view(scene, result, reference)
        })
        .collect();
    ReportView {
        number: scene.number(index).map(str::to_owned),
        date: linked.date.map(|date| scene.date(date)),
        issuer: linked.issuer.map(|issuer| scene.body_link(issuer)),
        about: fields.about.as_ref().map(|about| about.value.word()),
        statistics: figures(fields.statistics.as_ref()),
        results,
        text,
    }
}

fn news(scene: Scene<'_>, index: DocumentIndex, fields: &NewsFields, text: TextView) -> NewsView {
    let linked = scene.site.document(index);
    let image = fields.image.as_ref().zip(linked.picture).map(|(image, asset)| PictureView {
        address: scene.href(&scene.plan.addresses.asset(
            scene.site,
            scene.plan.addresses.document(index),
            asset,
        )),
        alt: image.alt.as_ref().map_or_else(String::new, |alt| alt.value.clone()),
        credit: image.credit.as_ref().map(|credit| credit.value.clone()),
    });
    let place = scene.plan.place_among_news(index);
    let neighbour = |at: Option<usize>| {
        at.and_then(|at| scene.site.news.get(at)).map(|index| scene.document_link(*index))
    };
    NewsView {
        date: fields.date.as_ref().map(|moment| {
            let date = moment.value.date;
            let time = moment.value.time.map_or_else(String::new, |time| time.strftime("T%H:%M").to_string());
            DateView { iso: format!("{date}{time}"), text: scene.words.moment(moment.value) }
        }),
        place: fields.place.as_ref().map(|place| place.value.clone()),
        byline: fields.byline.as_ref().map(|byline| byline.value.clone()),
        image,
        previous: neighbour(place.map(|place| place + 1)),
        next: neighbour(place.and_then(|place| place.checked_sub(1))),
        text,
    }
}

pub(super) fn known(scene: Scene<'_>, index: KnownIndex, page: usize) -> Draft {
    let first = scene.plan.addresses.known(index);
    let linked = scene.site.known(index);
    let fields = &linked.known.fields;
    let value = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    let (symbol, type_name, subject) = (value(&fields.symbol), value(&fields.r#type), value(&fields.title));
    let title = match (&type_name, &symbol, &subject) {
        (Some(type_name), Some(symbol), _) => {
            scene.words.fill("citation_number", &[("type", type_name), ("number", symbol)])
        }
        (None, Some(symbol), _) => symbol.clone(),
        (_, None, Some(subject)) => subject.clone(),
        (_, None, None) => String::new(),
    };
    let is_web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
    let view = KnownView {
        title: title.clone(),
        symbol,
        type_name,
        subject: subject.clone(),
        issuer: linked
            .issuer
            .map(|issuer| scene.body_link(issuer))
            .or_else(|| value(&fields.issuer).map(|title| LinkView { title, address: None })),
        date: fields.date.as_ref().map(|date| scene.date(date.value)),
        year: linked.year.filter(|_| fields.date.is_none()),
        url: value(&fields.url).filter(is_web),
        status: value(&fields.status),
        relations: scene.relation_groups(&linked.relations, &linked.inverse_relations),
        cited_by: scene.cited_by_paged(Work::Known(index), &linked.cited_in, page, first),
    };
    Draft {
        description: subject,
        section: Some(ListOf::Documents),
        breadcrumbs: scene.crumbs(ListOf::Documents, &title),
        ..Draft::new("document/page.html", paged_title(scene, &title, page), PageData::Known(Box::new(view)))
    }
}
