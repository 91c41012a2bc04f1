//! What is known of a text as JSON: metadata, provisions with their anchors, citations, what it does to other documents
//! sentence by sentence and in sum, validity with its reasons. Written from borrowed values; the schema is published with the data, see [`super::schema`].

use serde::Serialize;

mod instructions;
mod reasons;

use crate::legal::instruction::{Doubt, Extent};
use crate::link::{
    AttachmentTarget, DocumentIndex, LinkedDocument, MentionTarget, Relation, RelationIndex, ValidityReason,
    Work, certainty_name, doubt_of,
};
use crate::markdown::Found;
use crate::path::Route;
use crate::plan::{DataFile, TextForm};
use crate::text::Date;
use crate::view::{Scene, day_of};
use instructions::Instruction;
use reasons::Reason;

/// A text. Every key is always there; what is not known is `null`.
#[derive(Serialize)]
struct Record<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    address: String,
    id: &'a str,
    kind: &'static str,
    number: Option<&'a str>,
    title: std::borrow::Cow<'a, str>,
    summary: Option<&'a str>,
    issuer: Option<Named<'a>>,
    date: Option<Date>,
    year: Option<i16>,
    issued: Option<Date>,
    effective: Option<Date>,
    expires: Option<Date>,
    signer: Option<Named<'a>>,
    session: Option<Session>,
    topics: Vec<Named<'a>>,
    has_text: bool,
    validity: Option<Validity<'a>>,
    provisions: Vec<Provision<'a>>,
    citations: Vec<Citation<'a>>,
    relations: Vec<Related<'a>>,
    unsure_relations: Vec<Related<'a>>,
    instructions: Vec<Instruction<'a>>,
    files: Vec<File<'a>>,
    forms: Vec<String>,
    source: Option<Source<'a>>,
    updated: Option<Date>,
    licence: Option<&'a str>,
}

/// A body, official or topic with its page.
#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    address: String,
}

#[derive(Serialize)]
struct Session {
    name: String,
    address: String,
}

/// Whether a resolution applies on the day of the build, why, and what becomes of that.
#[derive(Serialize)]
struct Validity<'a> {
    status: &'static str,
    since: Option<Date>,
    as_of: Date,
    /// Where it applies; `null` for the whole of its own unit.
    territory: Option<Vec<Named<'a>>>,
    /// Provisions with days of their own.
    provisions: Vec<OwnDays<'a>>,
    reasons: Vec<Reason<'a>>,
    by: Option<Document<'a>>,
    later: Vec<Later>,
}

/// Days of some provisions.
#[derive(Serialize)]
struct OwnDays<'a> {
    words: &'a str,
    anchors: Vec<String>,
    from: Option<Date>,
    until: Option<Date>,
}

#[derive(Serialize)]
struct Later {
    from: Date,
    status: &'static str,
}

#[derive(Serialize)]
struct Provision<'a> {
    anchor: &'a str,
    label: &'a str,
    depth: usize,
}

/// A document that is named; its text may not be held.
#[derive(Serialize)]
struct Document<'a> {
    number: Option<&'a str>,
    title: Option<std::borrow::Cow<'a, str>>,
    address: String,
    is_held: bool,
}

#[derive(Serialize)]
struct Citation<'a> {
    text: String,
    place: Option<&'a str>,
    document: Option<Document<'a>>,
    anchor: Option<&'a str>,
    is_quoted: bool,
}

#[derive(Serialize)]
struct Related<'a> {
    relation: &'static str,
    direction: &'static str,
    document: Document<'a>,
    provisions: Vec<&'a str>,
    extent: &'static str,
    since: Option<Date>,
    until: Option<Date>,
    counts: bool,
    ends_wording: bool,
    certainty: &'static str,
    doubt: Option<&'static str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct File<'a> {
    title: &'a str,
    address: String,
    bytes: Option<u64>,
}

#[derive(Serialize)]
struct Source<'a> {
    name: Option<&'a str>,
    address: Option<&'a str>,
    date: Option<Date>,
}

/// A text as JSON.
pub(super) fn json(scene: Scene<'_>, index: DocumentIndex) -> Vec<u8> {
    // Nothing here can fail to be written: keys are strings, numbers are whole.
    let mut bytes = Vec::with_capacity(8 * 1024);
    let _ = serde_json::to_writer(&mut bytes, &record(scene, index));
    bytes.push(b'\n');
    bytes
}

fn record(scene: Scene<'_>, index: DocumentIndex) -> Record<'_> {
    let (site, addresses) = (scene.site, &scene.plan.addresses);
    let whole = |route: &Route| scene.config.base_url.whole(route);
    let linked = site.document(index);
    let common = &linked.document.common;
    let resolution = linked.document.fields.resolution();
    let named_body = |body| Named { name: &site.body(body).name, address: whole(addresses.body(body)) };
    let named_official = |official| Named {
        name: &site.official(official).name,
        address: whole(addresses.official(official)),
    };
    let law = linked.document.body.law.as_ref();
    Record {
        schema: whole(&addresses.data_file(DataFile::TextSchema)),
        address: whole(addresses.document(index)),
        id: &linked.document.id.0,
        kind: linked.document.kind().name(),
        number: scene.number(index),
        title: scene.title(index),
        summary: common.summary.as_ref().map(|summary| summary.value.as_str()),
        issuer: linked.issuer.map(named_body),
        date: linked.date,
        year: linked.year,
        issued: resolution.and_then(|fields| fields.issued.as_ref()).map(|day| day.value),
        effective: resolution.and_then(|fields| fields.effective.as_ref()).map(|day| day.value),
        expires: resolution.and_then(|fields| fields.expires.as_ref()).map(|day| day.value),
        signer: linked.signer.map(named_official),
        session: linked.session.map(|session| Session {
            name: scene.session_title(session),
            address: whole(addresses.session(session)),
        }),
        topics: linked
            .topics
            .iter()
            .map(|topic| Named { name: &site.topic(*topic).title, address: whole(addresses.topic(*topic)) })
            .collect(),
        has_text: scene.has_text(index),
        validity: resolution.map(|_| validity(scene, index)),
        provisions: law
            .map(|law| law.provisions.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|provision| Provision {
                anchor: &provision.anchor,
                label: &provision.label,
                depth: provision.depth,
            })
            .collect(),
        citations: citations(scene, linked),
        relations: relations(scene, &linked.relations, &linked.inverse_relations),
        unsure_relations: relations(scene, &linked.doubts, &linked.inverse_doubts),
        instructions: instructions::of(scene, index),
        files: files(scene, index),
        forms: TextForm::ALL
            .into_iter()
            .filter(|form| *form != TextForm::Json)
            .map(|form| whole(&addresses.text(index, form)))
            .collect(),
        source: common.source.as_ref().map(|source| Source {
            name: source.name.as_ref().map(|name| name.value.as_str()),
            address: source.url.as_ref().map(|url| url.value.as_str()),
            date: source.date.as_ref().map(|date| date.value),
        }),
        updated: common.updated.as_ref().map(|day| day.value),
        licence: scene.config.licence.as_deref(),
    }
}

fn document(scene: Scene<'_>, work: Work) -> Document<'_> {
    let name = scene.designation(work);
    Document {
        number: name.number,
        title: Some(name.title).filter(|title| !title.is_empty()),
        address: scene.config.base_url.whole(scene.plan.addresses.work(work)),
        is_held: matches!(work, Work::Held(_)),
    }
}

fn validity(scene: Scene<'_>, index: DocumentIndex) -> Validity<'_> {
    let linked = scene.site.document(index);
    let by = match linked.validity.reason {
        Some(ValidityReason::Relation(index)) => Some(scene.site.relation(index).from),
        Some(ValidityReason::Effect | ValidityReason::Term) | None => None,
    };
    Validity {
        status: linked.validity.status.key(),
        since: linked.validity.since,
        as_of: scene.time.day,
        territory: None,
        provisions: scene
            .site
            .commencements(index)
            .map(|own| OwnDays {
                words: &own.words,
                anchors: own.anchors().collect(),
                from: own.from,
                until: own.until,
            })
            .collect(),
        reasons: reasons::of(scene, index),
        by: by.map(|work| document(scene, work)),
        later: linked
            .later
            .iter()
            .map(|(from, status)| Later { from: *from, status: status.key() })
            .collect(),
    }
}

/// The citations of a text in its order, those without a page too.
fn citations<'a>(scene: Scene<'a>, linked: &'a LinkedDocument) -> Vec<Citation<'a>> {
    let body = &linked.document.body;
    let mentions = body.mentions.iter().zip(&linked.mentions);
    mentions
        .filter(|(mention, _)| matches!(mention.found, Found::Citation(_)))
        .map(|(mention, target)| {
            let (work, anchor) = match target {
                MentionTarget::Work(work, anchor) => (Some(*work), anchor.as_deref()),
                MentionTarget::Own(anchor) => (None, Some(anchor.as_str())),
                MentionTarget::Official(_) | MentionTarget::Nowhere => (None, None),
            };
            Citation {
                text: body.words_of(mention),
                place: mention.place.as_deref(),
                document: work.map(|work| document(scene, work)),
                anchor,
                is_quoted: mention.is_quoted,
            }
        })
        .collect()
}

fn relations<'a>(scene: Scene<'a>, own: &[RelationIndex], inverse: &[RelationIndex]) -> Vec<Related<'a>> {
    let own = own.iter().map(|index| (*index, "to"));
    let inverse = inverse.iter().map(|index| (*index, "from"));
    own.chain(inverse)
        .map(|(index, direction)| {
            let relation = scene.site.relation(index);
            Related {
                relation: relation.kind.name(),
                direction,
                document: document(scene, if direction == "to" { relation.to } else { relation.from }),
                provisions: provisions(relation),
                extent: extent(relation),
                since: day_of(relation),
                until: relation.until,
                counts: relation.outcome.counts(),
                ends_wording: relation.ends_wording,
                certainty: certainty_name(relation.certainty),
                doubt: doubt_of(relation.certainty).map(Doubt::name),
                note: relation.note.as_deref(),
            }
        })
        .collect()
}

/// The provisions that a relation names, as worded, each once.
pub(super) fn provisions(relation: &Relation) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    for named in &relation.provisions {
        if !words.contains(&named.words.as_str()) {
            words.push(&named.words);
        }
    }
    words
}

/// `whole` or `partial`.
pub(super) fn extent(relation: &Relation) -> &'static str {
    match relation.extent {
        Extent::Whole if relation.provisions.is_empty() => "whole",
        Extent::Whole | Extent::Partial => "partial",
    }
}

fn files(scene: Scene<'_>, index: DocumentIndex) -> Vec<File<'_>> {
    let page = scene.plan.addresses.document(index);
    let attachments = scene.site.document(index).attachments.iter();
    attachments
        .map(|attachment| match &attachment.target {
            AttachmentTarget::Asset(asset) => File {
                title: &attachment.title,
                address: scene.config.base_url.whole(&scene.plan.addresses.asset(scene.site, page, *asset)),
                bytes: Some(scene.site.asset(*asset).size),
            },
            AttachmentTarget::Outside(address) => {
                File { title: &attachment.title, address: address.clone(), bytes: None }
            }
        })
        .collect()
}
