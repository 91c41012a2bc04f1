//! Pages of texts: resolution, report, news item, free page; and of documents that are only known.

use serde::Serialize;

use super::citing::CitingGroup;
use super::entity::paged_title;
use super::relation::{DoubtView, RelationGroup};
use super::resolution::{ResultView, resolution, result_view};
use super::shared::{AttachmentView, ContentsItem, DateView, FigureView, LinkView, Paged, SourceView};
use super::{Draft, PageData, Scene, withdrawn};
use crate::document::{KindFields, NewsFields, ReportFields};
use crate::front::{Named, Text};
use crate::link::{DocumentIndex, KnownIndex, LinkedDocument, Work};
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
    /// What the texts of other documents may do to it, which is not certain.
    pub doubts: Vec<DoubtView>,
    /// Documents it is related to.
    pub relations: Vec<RelationGroup>,
    /// Documents whose text cites it, by role and provision.
    pub cited_by: Paged<CitingGroup>,
}

pub(super) fn view(scene: Scene<'_>, index: DocumentIndex) -> Draft {
    let linked = scene.site.document(index);
    if let Some(withdraw) = &linked.document.withdraw {
        return withdrawn::view(scene, index, withdraw);
    }
    let text = text(scene, index);
    let title = text.title.clone();
    let (template, page) = match &linked.document.fields {
        KindFields::Resolution(fields, _) => {
            ("resolution/page.html", PageData::Resolution(Box::new(resolution(scene, index, fields, text))))
        }
        KindFields::Report(fields) => {
            ("report/page.html", PageData::Report(Box::new(report(scene, index, fields, text))))
        }
        KindFields::News(fields) => {
            ("news/page.html", PageData::News(Box::new(news(scene, index, fields, text))))
        }
        KindFields::Session(_)
        | KindFields::Official(_)
        | KindFields::Topic(_)
        | KindFields::Body(_)
        | KindFields::Page(_) => ("free_page/page.html", PageData::Page(Box::new(PageView { text }))),
    };
    let list = ListOf::texts(linked.document.kind());
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

/// An official with the office of the day of a document.
pub(super) fn person(
    scene: Scene<'_>,
    official: crate::link::OfficialIndex,
    linked: &LinkedDocument,
) -> PersonView {
    PersonView { name: scene.official_link(official), role: scene.role_on(official, linked.date) }
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
        doubts: scene.doubts(&linked.inverse_doubts),
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
