//! Pages in the words of schema.org (version 30), as JSON-LD in their heads: what they are about, and the pages above
//! them.

use serde_json::{Map, Value, json};

use super::{LinkView, Scene};
use crate::document::{BodyKind, KindFields, SessionState};
use crate::front::Text;
use crate::legal::RelationKind;
use crate::legal::structure::Role as PartRole;
use crate::link::{
    AttachmentTarget, BodyIndex, DocumentIndex, Entity, LinkedDocument, OfficialIndex, SessionIndex, Status,
    Work,
};
use crate::path::Route;
use crate::plan::Page;
use crate::text::PartialDate;

const VOCABULARY: &str = "https://schema.org";

/// What a page is about; `None` for lists and other pages that are about nothing else.
pub(super) fn subject(scene: Scene<'_>, page: &Page) -> Option<Value> {
    match page {
        Page::Document(index) => document(scene, *index),
        Page::Session(index) => Some(session(scene, *index)),
        Page::Official(index, 0) => Some(official(scene, *index)),
        Page::Body(index, 0) => Some(body(scene, *index)),
        _ => None,
    }
}

/// All that is said of a page as one value; `None` where nothing is.
pub(super) fn graph(
    scene: Scene<'_>,
    subject: Option<Value>,
    crumbs: &[LinkView],
    own: &str,
) -> Option<Value> {
    let above = (crumbs.len() > 1).then(|| breadcrumbs(scene, crumbs, own));
    let mut said: Vec<Value> = subject.into_iter().chain(above).collect();
    match said.len() {
        0 => None,
        1 => {
            let mut one = said.pop()?;
            if let Some(object) = one.as_object_mut() {
                object.insert("@context".to_owned(), VOCABULARY.into());
            }
            Some(one)
        }
        _ => Some(json!({ "@context": VOCABULARY, "@graph": said })),
    }
}

fn breadcrumbs(scene: Scene<'_>, crumbs: &[LinkView], own: &str) -> Value {
    let origin = scene.config.base_url.origin();
    let item = |(at, crumb): (usize, &LinkView)| {
        let address = crumb.address.as_ref().map_or_else(|| own.to_owned(), |path| format!("{origin}{path}"));
        json!({ "@type": "ListItem", "position": at + 1, "name": crumb.title, "item": address })
    };
    let items: Vec<Value> = crumbs.iter().enumerate().map(item).collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}

/// The properties of one thing; those without a value are left out.
struct Thing(Map<String, Value>);

impl Thing {
    fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), kind.into())]))
    }

    /// A thing that has a page.
    fn at(scene: Scene<'_>, kind: &str, page: &Route) -> Self {
        let address = scene.config.base_url.whole(page);
        Self::new(kind).with("@id", Some(address.clone())).with("url", Some(address))
    }

    fn with(mut self, name: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value.into());
        }
        self
    }

    fn with_all(self, name: &str, values: Vec<Value>) -> Self {
        self.with(name, (!values.is_empty()).then_some(values))
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn iso(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => format!("{year:04}"),
        PartialDate::Month(year, month) => format!("{year:04}-{month:02}"),
        PartialDate::Day(day) => day.to_string(),
    }
}

fn document(scene: Scene<'_>, index: DocumentIndex) -> Option<Value> {
    let linked = scene.site.document(index);
    let common = &linked.document.common;
    let page = scene.plan.addresses.document(index);
    let updated = common.updated.as_ref().map(|day| day.value.to_string());
    let day = linked.date.map(|date| date.to_string());
    let publisher = scene.site.organization.map(|body| organization(scene, body));
    let author = linked.issuer.map(|body| organization(scene, body)).or(publisher.clone());
    let thing = match &linked.document.fields {
        KindFields::Resolution(..) => return Some(legislation(scene, index, linked)),
        KindFields::Report(fields) => Thing::at(scene, "Report", page)
            .with("reportNumber", fields.number.as_ref().map(|number| number.value.clone())),
        KindFields::News(_) => {
            Thing::at(scene, "NewsArticle", page).with("headline", Some(linked.document.title()))
        }
        KindFields::Session(_)
        | KindFields::Official(_)
        | KindFields::Topic(_)
        | KindFields::Body(_)
        | KindFields::Page(_) => return None,
    };
    let thing = thing.with("name", Some(linked.document.title())).with("inLanguage", Some("vi"));
    let thing = thing.with("datePublished", day).with("dateModified", updated);
    let thing = thing.with("author", author).with("publisher", publisher);
    Some(thing.with_all("encoding", encodings(scene, index, linked, "MediaObject")).done())
}

fn legislation(scene: Scene<'_>, index: DocumentIndex, linked: &LinkedDocument) -> Value {
    let Some(fields) = linked.document.fields.resolution() else { return Value::Null };
    let page = scene.plan.addresses.document(index);
    let day = |day: &Option<crate::front::Located<crate::text::Date>>| {
        day.as_ref().map(|day| day.value.to_string())
    };
    let issuer = linked.issuer.or(scene.site.organization);
    let jurisdiction = issuer.and_then(|issuer| jurisdiction(&scene.site.body(issuer).name));
    let adopted = linked.date.map(|date| date.to_string());
    let number = fields.number.as_ref().map(|number| number.value.clone());
    let signer = linked.signer.map(|signer| person(scene, signer));
    let topics = linked.topics.iter().map(|topic| Value::from(scene.site.topic(*topic).title.as_str()));
    let mut thing = Thing::at(scene, "Legislation", page)
        .with("name", Some(linked.document.title()))
        .with("inLanguage", Some("vi"))
        .with("legislationIdentifier", number)
        .with("legislationType", Some(scene.words.word("resolution")))
        .with("legislationDate", adopted)
        .with("datePublished", day(&fields.issued))
        .with("dateModified", day(&linked.document.common.updated))
        .with("legislationDateOfApplicability", day(&fields.effective))
        .with("expires", day(&fields.expires))
        .with("legislationPassedBy", issuer.map(|issuer| organization(scene, issuer)))
        .with("legislationResponsible", signer)
        .with("legislationJurisdiction", jurisdiction)
        .with("legislationLegalForce", force(linked.validity.status))
        .with_all("keywords", topics.collect());
    for (name, works) in acts(scene, linked) {
        thing = thing.with_all(name, works);
    }
    thing
        .with_all("hasPart", articles(scene, index))
        .with_all("encoding", encodings(scene, index, linked, "LegislationObject"))
        .done()
}

/// `tỉnh Quảng Ninh` of `Hội đồng nhân dân tỉnh Quảng Ninh`; `None` where the name does not say it so.
fn jurisdiction(name: &str) -> Option<Value> {
    let area = ["Hội đồng nhân dân ", "HĐND "].iter().find_map(|start| name.strip_prefix(start))?;
    Some(json!({ "@type": "AdministrativeArea", "name": area }))
}

fn force(status: Status) -> Option<&'static str> {
    match status {
        Status::InForce => Some("https://schema.org/InForce"),
        Status::PartlyExpired | Status::PartlySuspended => Some("https://schema.org/PartiallyInForce"),
        Status::Expired | Status::NotYet | Status::Suspended => Some("https://schema.org/NotInForce"),
        Status::Unknown => None,
    }
}

/// What a resolution does to others, by property, in the order in which pages list the kinds.
fn acts(scene: Scene<'_>, linked: &LinkedDocument) -> Vec<(&'static str, Vec<Value>)> {
    let mut acts: Vec<(&'static str, Vec<Value>)> = Vec::new();
    for index in &linked.relations {
        let relation = scene.site.relation(*index);
        let name = match relation.kind {
            RelationKind::Amends => "legislationAmends",
            RelationKind::Replaces | RelationKind::Repeals => "legislationRepeals",
            RelationKind::Suspends | RelationKind::Extends => "legislationChanges",
            RelationKind::Corrects => "legislationCorrects",
            RelationKind::Implements | RelationKind::Details => "legislationEnsuresImplementationOf",
            RelationKind::Consolidates => "legislationConsolidates",
            RelationKind::BasedOn => "isBasedOn",
        };
        let work = work(scene, relation.to);
        match acts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, works)) if works.contains(&work) => {}
            Some((_, works)) => works.push(work),
            None => acts.push((name, vec![work])),
        }
    }
    acts
}

fn work(scene: Scene<'_>, work: Work) -> Value {
    let address = scene.config.base_url.whole(scene.plan.addresses.work(work));
    json!({ "@type": "Legislation", "@id": address })
}

/// The articles (Điều) of the text. Smaller provisions stand in Akoma Ntoso.
fn articles(scene: Scene<'_>, index: DocumentIndex) -> Vec<Value> {
    let body = &scene.site.document(index).document.body;
    let Some(law) = &body.law else { return Vec::new() };
    let page = scene.config.base_url.whole(scene.plan.addresses.document(index));
    let articles = law.provisions.iter().filter(|provision| provision.role == PartRole::Article);
    let article = |provision: &crate::markdown::Provision| {
        let address = format!("{page}#{}", provision.anchor);
        json!({ "@type": "Legislation", "@id": address, "legislationIdentifier": provision.label })
    };
    articles.map(article).collect()
}

/// The files in which a document is offered.
fn encodings(scene: Scene<'_>, index: DocumentIndex, linked: &LinkedDocument, kind: &str) -> Vec<Value> {
    let Scene { site, plan, config, .. } = scene;
    let page = plan.addresses.document(index);
    let mut files = Vec::new();
    if linked.has_akn() {
        let address = config.base_url.whole(&plan.addresses.akn(index));
        let file = Thing::new(kind).with("contentUrl", Some(address));
        files.push(file.with("encodingFormat", Some("application/akn+xml")).done());
    }
    for attachment in &linked.attachments {
        let (address, extension) = match &attachment.target {
            AttachmentTarget::Asset(asset) => {
                let address = config.base_url.whole(&plan.addresses.asset(site, page, *asset));
                (address, site.asset(*asset).path.extension())
            }
            AttachmentTarget::Outside(address) => (crate::markdown::escape_address(address), None),
        };
        let file = Thing::new(kind).with("name", Some(attachment.title.as_str()));
        let file = file.with("contentUrl", Some(address));
        files.push(file.with("encodingFormat", extension.and_then(media_type)).done());
    }
    files
}

/// The media type of a file by the end of its name, for the formats of offices.
pub(crate) fn media_type(extension: &str) -> Option<&'static str> {
    Some(match extension.to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "csv" => "text/csv",
        "zip" => "application/zip",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        _ => return None,
    })
}

fn organization(scene: Scene<'_>, index: BodyIndex) -> Value {
    let page = scene.config.base_url.whole(scene.plan.addresses.body(index));
    let name = scene.site.body(index).name.as_str();
    json!({ "@type": organization_type(scene, index), "@id": page, "name": name })
}

fn organization_type(scene: Scene<'_>, index: BodyIndex) -> &'static str {
    let linked = scene.site.body(index).document.map(|document| scene.site.document(document));
    let kind = linked.and_then(|linked| {
        linked.document.fields.body().and_then(|fields| fields.kind.as_ref().map(|kind| kind.value))
    });
    match kind {
        Some(BodyKind::Party | BodyKind::Front | BodyKind::Other) | None => "Organization",
        Some(_) => "GovernmentOrganization",
    }
}

fn person(scene: Scene<'_>, index: OfficialIndex) -> Value {
    let page = scene.config.base_url.whole(scene.plan.addresses.official(index));
    json!({ "@type": "Person", "@id": page, "name": scene.site.official(index).name })
}

fn session(scene: Scene<'_>, index: SessionIndex) -> Value {
    let session = scene.site.session(index);
    let linked = session.document.map(|document| scene.site.document(document));
    let fields = linked.and_then(|linked| linked.document.fields.session());
    let status = match fields.and_then(|fields| fields.state.as_ref()).map(|state| state.value) {
        Some(SessionState::Postponed) => "https://schema.org/EventPostponed",
        Some(SessionState::Cancelled) => "https://schema.org/EventCancelled",
        Some(SessionState::Scheduled | SessionState::Held) | None => "https://schema.org/EventScheduled",
    };
    let has_words = |venue: &&Text| venue.value.chars().any(char::is_alphanumeric);
    let venue = fields.and_then(|fields| fields.venue.as_ref()).filter(has_words);
    let place = venue.map(|venue| json!({ "@type": "Place", "name": venue.value }));
    let body = session.body.or(scene.site.organization);
    Thing::at(scene, "Event", scene.plan.addresses.session(index))
        .with("name", Some(scene.session_title(index)))
        .with("startDate", session.first_day.map(|day| day.to_string()))
        .with("endDate", session.last_day.map(|day| day.to_string()))
        .with("eventStatus", Some(status))
        .with("location", place)
        .with("organizer", body.map(|body| organization(scene, body)))
        .done()
}

fn official(scene: Scene<'_>, index: OfficialIndex) -> Value {
    let official = scene.site.official(index);
    let linked = official.document.map(|document| scene.site.document(document));
    let fields = linked.and_then(|linked| linked.document.fields.official());
    let page = scene.plan.addresses.official(index);
    let names = fields.and_then(|fields| fields.other_names.as_ref()).into_iter().flatten();
    let names = names.map(|name| Value::from(name.value.as_str())).collect();
    let picture = linked.filter(|linked| linked.entity != Entity::Text).and_then(|linked| linked.picture);
    let picture = picture
        .map(|asset| scene.config.base_url.whole(&scene.plan.addresses.asset(scene.site, page, asset)));
    let (memberships, offices) = offices(scene, index);
    Thing::at(scene, "Person", page)
        .with("name", Some(official.name.as_str()))
        .with_all("alternateName", names)
        .with("image", picture)
        .with_all("memberOf", memberships)
        .with_all("hasOccupation", offices)
        .done()
}

/// Offices in a body as `OrganizationRole`, others as `Role`: the pattern that gives a property days of its own.
fn offices(scene: Scene<'_>, index: OfficialIndex) -> (Vec<Value>, Vec<Value>) {
    let (mut memberships, mut offices) = (Vec::new(), Vec::new());
    for role in &scene.site.official(index).roles {
        let dated =
            |thing: Thing| thing.with("startDate", role.start.map(iso)).with("endDate", role.end.map(iso));
        match role.body {
            Some(body) => {
                let thing = Thing::new("OrganizationRole").with("memberOf", Some(organization(scene, body)));
                memberships.push(dated(thing.with("roleName", Some(role.title.as_str()))).done());
            }
            None => {
                let office = json!({ "@type": "Occupation", "name": role.title });
                offices.push(dated(Thing::new("Role").with("hasOccupation", Some(office))).done());
            }
        }
    }
    (memberships, offices)
}

fn body(scene: Scene<'_>, index: BodyIndex) -> Value {
    let body = scene.site.body(index);
    let linked = body.document.map(|document| scene.site.document(document));
    let fields = linked.and_then(|linked| linked.document.fields.body());
    let short = fields.and_then(|fields| fields.short_name.as_ref());
    let others = fields.and_then(|fields| fields.other_names.as_ref()).into_iter().flatten();
    let names = short.into_iter().chain(others).map(|name| Value::from(name.value.as_str()));
    let day = |day: Option<&crate::front::Located<PartialDate>>| day.map(|day| iso(day.value));
    Thing::at(scene, organization_type(scene, index), scene.plan.addresses.body(index))
        .with("name", Some(body.name.as_str()))
        .with_all("alternateName", names.collect())
        .with("foundingDate", day(fields.and_then(|fields| fields.from.as_ref())))
        .with("dissolutionDate", day(fields.and_then(|fields| fields.until.as_ref())))
        .with("parentOrganization", body.parent.map(|parent| organization(scene, parent)))
        .done()
}
