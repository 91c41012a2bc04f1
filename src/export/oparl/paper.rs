//! Papers: resolutions and reports, with their files and where they were dealt with.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{body_id, id, meeting_id, object, organization_id};
use crate::document::KindFields;
use crate::export::object::moment;
use crate::link::{AttachmentTarget, DocumentIndex, LinkedAttachment, SessionIndex, Work};
use crate::path::Route;
use crate::plan::OparlList;
use crate::view::{Scene, media_type};

/// Lines of agendas (by session and place, from 0) that a document belongs to.
type Agendas = BTreeMap<DocumentIndex, Vec<(SessionIndex, usize)>>;

/// All resolutions, then all reports, each newest first.
pub(super) fn papers(scene: Scene<'_>) -> impl Iterator<Item = Value> {
    let agendas = agendas(scene);
    let papers = scene.site.resolutions.iter().chain(&scene.site.reports);
    papers.map(move |index| paper(scene, *index, &agendas))
}

/// The `id` of a line of an agenda.
pub(super) fn agenda_id(meeting: &str, at: usize) -> String {
    format!("{meeting}-agenda-{}", at + 1)
}

fn agendas(scene: Scene<'_>) -> Agendas {
    let mut agendas = Agendas::new();
    for (session, linked) in scene.site.sessions.iter().enumerate() {
        for (at, works) in linked.agenda_documents.iter().enumerate() {
            for work in works {
                if let Work::Held(index) = work {
                    agendas.entry(*index).or_default().push((SessionIndex(session), at));
                }
            }
        }
    }
    agendas
}

fn paper_id(scene: Scene<'_>, index: DocumentIndex) -> String {
    id(scene, OparlList::Papers, scene.plan.addresses.document(index))
}

fn is_paper(scene: Scene<'_>, index: DocumentIndex) -> bool {
    scene.site.document(index).document.kind().is_numbered()
}

fn paper(scene: Scene<'_>, index: DocumentIndex, agendas: &Agendas) -> Value {
    let linked = scene.site.document(index);
    let page = scene.plan.addresses.document(index);
    let own = paper_id(scene, index);
    let is_resolution = matches!(linked.document.fields, KindFields::Resolution(..));
    let related = linked.relations.iter().filter_map(|relation| match scene.site.relation(*relation).to {
        Work::Held(other) if is_paper(scene, other) => Some(other),
        _ => None,
    });
    let related: BTreeSet<DocumentIndex> = related.collect();
    let consultation = |(session, at): &(SessionIndex, usize)| {
        let meeting = meeting_id(scene, *session);
        let agenda = agenda_id(&meeting, *at);
        let name = agenda.rsplit('#').next().unwrap_or_default();
        object(scene, "Consultation", format!("{own}-{name}"), None)
            .with("paper", Some(own.as_str()))
            .with("agendaItem", Some(agenda.as_str()))
            .with("meeting", Some(meeting))
            .done()
    };
    let consultations = agendas.get(&index).into_iter().flatten().map(consultation).collect();
    let updated = linked.document.common.updated.as_ref();
    let topics = linked.topics.iter().map(|topic| scene.site.topic(*topic).title.as_str().into());
    object(scene, "Paper", own.clone(), Some(page))
        .with("body", Some(body_id(scene)))
        .with("name", Some(linked.document.title()))
        .with("reference", scene.number(index))
        .with("date", linked.date.map(|date| date.to_string()))
        .with("paperType", Some(scene.words.word(if is_resolution { "resolution" } else { "report" })))
        .with("modified", updated.and_then(|day| moment(scene, day.value)))
        .with("mainFile", main_file(scene, index, &own))
        .with_all("auxiliaryFile", files(scene, page, &own, &linked.attachments))
        .with_all(
            "originatorOrganization",
            linked.issuer.iter().map(|body| organization_id(scene, *body).into()).collect(),
        )
        .with_all("relatedPaper", related.iter().map(|other| paper_id(scene, *other).into()).collect())
        .with_all("consultation", consultations)
        .with_all("keyword", topics.collect())
        .done()
}

/// The text as Akoma Ntoso.
fn main_file(scene: Scene<'_>, index: DocumentIndex, paper: &str) -> Option<Value> {
    let linked = scene.site.document(index);
    if !linked.has_akn() {
        return None;
    }
    let address = scene.config.base_url.whole(&scene.plan.addresses.akn(index));
    let file = object(scene, "File", format!("{paper}-akn"), None)
        .with("name", Some(linked.document.title()))
        .with("fileName", Some("akn.xml"))
        .with("mimeType", Some("application/akn+xml"))
        .with("accessUrl", Some(address));
    Some(file.done())
}

/// Files that a page offers.
pub(super) fn files(scene: Scene<'_>, page: &Route, owner: &str, files: &[LinkedAttachment]) -> Vec<Value> {
    let file = |(at, file): (usize, &LinkedAttachment)| {
        let own = object(scene, "File", format!("{owner}-file-{}", at + 1), None);
        let own = own.with("name", Some(file.title.as_str()));
        match &file.target {
            AttachmentTarget::Asset(index) => {
                let asset = scene.site.asset(*index);
                let route = scene.plan.addresses.asset(scene.site, page, *index);
                own.with("accessUrl", Some(scene.config.base_url.whole(&route)))
                    .with("fileName", Some(asset.path.file_name()))
                    .with("mimeType", asset.path.extension().and_then(media_type))
                    .with("size", Some(asset.size))
            }
            AttachmentTarget::Outside(address) => {
                own.with("accessUrl", Some(crate::markdown::escape_address(address)))
            }
        }
        .done()
    };
    files.iter().enumerate().map(file).collect()
}
