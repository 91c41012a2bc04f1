//! What the common fields of documents lead to, and back.

use std::cmp::Reverse;

use super::namesakes::Occasion;
use super::{
    AssetIndex, AttachmentTarget, DocumentIndex, Entity, LinkedAttachment, Linker, Site, problems, sessions,
};
use crate::document::{Attachment, Document, Kind, KindFields};
use crate::front::Text;
use crate::legal::Symbol;
use crate::text::{Date, nearest};

pub(super) fn link(linker: &mut Linker<'_>) {
    for at in 0..linker.site.documents.len() {
        link_document(linker, DocumentIndex(at));
    }
    link_emblem(linker);
    for at in 0..linker.site.known.len() {
        let fields = &linker.site.known[at].known.fields;
        let symbol = fields.symbol.as_ref().and_then(|symbol| Symbol::parse(&symbol.value));
        let year =
            fields.date.as_ref().map(|date| date.value.year()).or(symbol.and_then(|symbol| symbol.year));
        let issuer = fields.issuer.clone().and_then(|issuer| linker.body(&issuer));
        linker.site.known[at].year = year;
        linker.site.known[at].issuer = issuer;
        if let Some(body) = issuer {
            linker.site.bodies[body.0].known.push(super::KnownIndex(at));
        }
    }
    link_back(linker);
    sessions::arrange(linker);
}

fn link_document(linker: &mut Linker<'_>, index: DocumentIndex) {
    let document = &linker.site.document(index).document;
    let common = document.common.clone();
    let (date, year) = day_of(document);
    // Who issued a resolution that does not say it is the portal's own council.
    let own = linker.config.organization.as_ref().filter(|_| document.kind() == Kind::Resolution);
    let issuer = document.fields.issuer().or(own).cloned();
    let signer = document.fields.resolution().and_then(|fields| fields.signer.clone());
    let picture = document.fields.picture().and_then(|picture| picture.file.clone());
    let minutes = document.fields.minutes().to_vec();

    let session = common.session.as_ref().and_then(|session| linker.session(session));
    let mut topics = Vec::new();
    for topic in common.topics.iter().flatten() {
        if let Some(topic) = linker.topic(topic)
            && !topics.contains(&topic)
        {
            topics.push(topic);
        }
    }
    let mut officials = Vec::new();
    for official in common.officials.iter().flatten() {
        if let Some(official) = linker.official(official, Occasion { day: date, body: None })
            && !officials.contains(&official)
        {
            officials.push(official);
        }
    }
    let issuer = issuer.and_then(|issuer| linker.body(&issuer));
    let occasion = Occasion { day: date, body: issuer };
    let signer = signer.and_then(|signer| linker.official(&signer, occasion));
    let attachments = linker.attachments(index, common.attachments.as_deref().unwrap_or_default());
    let minutes = linker.attachments(index, &minutes);
    let picture = picture.and_then(|file| linker.file_beside(index, &file));

    let linked = &mut linker.site.documents[index.0];
    linked.date = date;
    linked.year = year;
    linked.session = session;
    linked.topics = topics;
    linked.officials = officials;
    linked.issuer = issuer;
    linked.signer = signer;
    linked.attachments = attachments;
    linked.minutes = minutes;
    linked.picture = picture;
}

/// Day and year of a document, as far as it tells them.
fn day_of(document: &Document) -> (Option<Date>, Option<i16>) {
    let date = document.fields.day();
    let year_of_number = || {
        let fields = document.fields.resolution()?;
        fields.number.as_ref().and_then(|number| Symbol::parse(&number.value)).and_then(|symbol| symbol.year)
    };
    (date, date.map(Date::year).or_else(year_of_number))
}

/// Enters every document where it is referred to from.
fn link_back(linker: &mut Linker<'_>) {
    let site = &mut linker.site;
    for at in 0..site.documents.len() {
        let index = DocumentIndex(at);
        let linked = &site.documents[at];
        if linked.document.is_withdrawn() {
            continue;
        }
        let kind = linked.document.kind();
        for topic in &linked.topics {
            let topic = &mut site.topics[topic.0];
            match kind {
                Kind::Resolution => topic.resolutions.push(index),
                Kind::Report => topic.reports.push(index),
                Kind::News => topic.news.push(index),
                Kind::Session => {
                    if let Entity::Session(session) = linked.entity {
                        topic.sessions.push(session);
                    }
                }
                Kind::Official | Kind::Topic | Kind::Body | Kind::Page => {}
            }
        }
        if let Some(session) = linked.session {
            let session = &mut site.sessions[session.0];
            match kind {
                Kind::Resolution => session.resolutions.push(index),
                Kind::Report => session.reports.push(index),
                Kind::News => session.news.push(index),
                Kind::Session | Kind::Official | Kind::Topic | Kind::Body | Kind::Page => {}
            }
        }
        for official in &linked.officials {
            site.officials[official.0].named_in.push(index);
        }
        if let Some(signer) = linked.signer {
            site.officials[signer.0].signed.push(index);
        }
        if let Some(issuer) = linked.issuer {
            let body = &mut site.bodies[issuer.0];
            match kind {
                Kind::Resolution => body.resolutions.push(index),
                Kind::Report => body.reports.push(index),
                Kind::News | Kind::Session | Kind::Official | Kind::Topic | Kind::Body | Kind::Page => {}
            }
        }
    }
}

/// Puts every list into the order of pages.
pub(super) fn arrange(linker: &mut Linker<'_>) {
    let mut resolutions = linker.indexes_of(|fields| matches!(fields, KindFields::Resolution(..)));
    let mut reports = linker.indexes_of(|fields| matches!(fields, KindFields::Report(_)));
    let mut news = linker.indexes_of(|fields| matches!(fields, KindFields::News(_)));
    let mut pages = linker.indexes_of(|fields| matches!(fields, KindFields::Page(_)));
    for list in [&mut resolutions, &mut reports, &mut news] {
        sort_newest_first(&linker.site, list);
    }
    pages.sort_by_cached_key(|index| linker.collation.title(linker.site.document(*index).document.title()));

    let mut place = vec![0; linker.site.documents.len()];
    let dated = resolutions.iter().chain(&reports).chain(&news);
    let mut all: Vec<DocumentIndex> = dated.copied().collect();
    all.extend(linker.indexes_of(|fields| matches!(fields, KindFields::Session(_))));
    sort_newest_first(&linker.site, &mut all);
    for (at, index) in all.iter().enumerate() {
        place[index.0] = at;
    }

    let site = &mut linker.site;
    let sort = |list: &mut Vec<DocumentIndex>| list.sort_by_key(|index| place[index.0]);
    for session in &mut site.sessions {
        [&mut session.resolutions, &mut session.reports, &mut session.news].into_iter().for_each(sort);
    }
    for topic in &mut site.topics {
        [&mut topic.resolutions, &mut topic.reports, &mut topic.news].into_iter().for_each(sort);
    }
    for official in &mut site.officials {
        [&mut official.signed, &mut official.named_in].into_iter().for_each(sort);
    }
    for body in &mut site.bodies {
        [&mut body.resolutions, &mut body.reports].into_iter().for_each(sort);
    }
    site.resolutions = resolutions;
    site.reports = reports;
    site.news = news;
    site.pages = pages;

    site.order.officials = (0..site.officials.len()).map(super::OfficialIndex).collect();
    site.order.officials.sort_by(|one, other| {
        let key = |index: &super::OfficialIndex| (&site.officials[index.0].sort_key, index.0);
        key(one).cmp(&key(other))
    });
    site.order.topics = (0..site.topics.len()).map(super::TopicIndex).collect();
    site.order.topics.sort_by(|one, other| {
        let key = |index: &super::TopicIndex| (&site.topics[index.0].sort_key, index.0);
        key(one).cmp(&key(other))
    });
    site.order.bodies = (0..site.bodies.len()).map(super::BodyIndex).collect();
    site.order.bodies.sort_by(|one, other| {
        let key = |index: &super::BodyIndex| (&site.bodies[index.0].sort_key, index.0);
        key(one).cmp(&key(other))
    });
    for topic in site.order.topics.clone() {
        if let Some(parent) = site.topics[topic.0].parent {
            site.topics[parent.0].children.push(topic);
        }
    }
}

/// Newest first; on one day by number, then by id. What has only a year stands before that year's days, what has
/// neither comes last.
pub(super) fn sort_newest_first(site: &Site, list: &mut [DocumentIndex]) {
    list.sort_by_cached_key(|index| {
        let linked = site.document(*index);
        let day = linked.date.or_else(|| linked.year.and_then(|year| Date::new(year, 1, 1).ok()));
        let number = linked.document.fields.resolution().and_then(|fields| fields.number.as_ref());
        let digits: Option<u32> = number.and_then(|number| {
            let end = number.value.bytes().take_while(u8::is_ascii_digit).count();
            number.value[..end].parse().ok()
        });
        (Reverse(day), digits.unwrap_or(u32::MAX), index.0)
    });
}

fn link_emblem(linker: &mut Linker<'_>) {
    let Some(emblem) = &linker.config.emblem else { return };
    let inner = emblem.value.trim_start_matches("./");
    let found = linker.site.assets.iter().position(|asset| {
        let path = asset.path.as_str();
        path == inner || path.strip_prefix("content/") == Some(inner)
    });
    match found {
        Some(at) => linker.site.emblem = Some(AssetIndex(at)),
        None => linker.diagnostics.push(problems::missing_emblem(emblem.span, &emblem.value)),
    }
}

impl Linker<'_> {
    fn attachments(&mut self, index: DocumentIndex, attachments: &[Attachment]) -> Vec<LinkedAttachment> {
        let mut found = Vec::with_capacity(attachments.len());
        for attachment in attachments {
            let Some(file) = &attachment.file else {
                let span = attachment
                    .title
                    .as_ref()
                    .map_or(self.site.document(index).document.span, |title| title.span);
                self.diagnostics.push(problems::nameless_attachment(span));
                continue;
            };
            let title = attachment.title.as_ref().unwrap_or(file).value.clone();
            if file.value.starts_with("https://") || file.value.starts_with("http://") {
                found.push(LinkedAttachment { target: AttachmentTarget::Outside(file.value.clone()), title });
            } else if let Some(asset) = self.file_beside(index, file) {
                found.push(LinkedAttachment { target: AttachmentTarget::Asset(asset), title });
            }
        }
        found
    }

    /// The file that a document names, read from the folder of the document.
    fn file_beside(&mut self, index: DocumentIndex, file: &Text) -> Option<AssetIndex> {
        let path = &self.site.document(index).document.path;
        let asset = path.beside(&file.value).and_then(|path| self.asset_at(path.as_str()));
        if asset.is_none() {
            let folder = path.folder();
            let start = self.site.assets.partition_point(|asset| asset.path.as_str() < folder);
            let names = self.site.assets[start..]
                .iter()
                .take_while(|asset| asset.path.as_str().starts_with(folder))
                .take(100)
                .filter(|asset| asset.path.folder() == folder)
                .map(|asset| asset.path.file_name());
            let problem = problems::missing_file(file.span, &file.value, nearest(&file.value, names));
            self.diagnostics.push(problem);
        }
        asset
    }

    /// The file at a path; the files are sorted.
    pub(super) fn asset_at(&self, path: &str) -> Option<AssetIndex> {
        self.site.assets.binary_search_by(|asset| asset.path.as_str().cmp(path)).ok().map(AssetIndex)
    }

    /// The document with this id.
    pub(super) fn document_by_id(&self, text: &str) -> Option<DocumentIndex> {
        let text = text.trim().trim_end_matches(".md");
        self.by_id.get(&crate::document::DocumentId(text.to_owned())).copied()
    }
}
