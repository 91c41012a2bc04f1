//! The whole site: what the documents mean to each other.
//!
//! [`link`] takes all documents and gives a [`Site`] in which every reference is an index. Sessions, officials, topics,
//! bodies and terms that nobody wrote a file for are made from the references to them.

mod announced;
mod attached;
mod backlinks;
mod bodies;
mod changes;
mod course;
mod denials;
mod documents;
mod entity;
mod hrefs;
mod loops;
mod mentions;
mod namesakes;
mod officials;
mod places;
pub(crate) mod problems;
mod relations;
mod sessions;
mod settle;
mod site;
mod terms;
mod texts;
mod titles;
mod topics;
mod validity;

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::{Checked, Diagnostics};
use crate::document::{Document, DocumentId, KindFields, KnownDocument};
use crate::front::Text;
use crate::inputs::{Asset, BuildTime};
use crate::text::{Collation, Span};

pub use announced::announced;
pub use backlinks::{CitedBy, Citing, MentionedIn};
pub use changes::{Mark, ProvisionChange};
pub use entity::{Body, Official, Role, Session, SessionName, Term, Topic};
pub use hrefs::LinkTarget;
pub use mentions::MentionTarget;
pub use namesakes::ends_early;
pub use places::{Place, place};
pub(crate) use problems::shown;
pub use settle::{Cited, Settled, Settler, Unlisted};
pub use site::{
    AssetIndex, AttachmentTarget, BodyIndex, DocumentIndex, Entity, KnownIndex, LinkedAttachment,
    LinkedDocument, LinkedKnown, NamedProvision, OfficialIndex, Order, Passage, Relation, RelationIndex,
    SessionIndex, Site, TargetResult, TermIndex, TopicIndex, Unresolved, Work, certainty_name, doubt_of,
};
pub use terms::AmendedTerm;
pub use validity::{End, Impossible, Outcome, Status, Step, Validity, ValidityReason};

/// What goes into [`link`].
#[derive(Debug, Default)]
pub struct Linkable {
    /// All documents that were read.
    pub documents: Vec<Arc<Document>>,
    /// The documents of `documents.yaml`.
    pub known: Vec<KnownDocument>,
    /// Files of the portal.
    pub assets: Vec<Asset>,
}

/// Whether drafts and what is scheduled for later are part of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drafts {
    /// Left out.
    #[default]
    Hidden,
    /// Shown.
    Shown,
}

/// Makes the site. References that lead nowhere or to two things are told; what can be linked is linked.
#[must_use]
pub fn link(linkable: Linkable, config: &Config, time: BuildTime, drafts: Drafts) -> Checked<Site> {
    let mut linker = Linker::new(linkable, config, time, drafts);
    linker.look_for_twins();
    bodies::link(&mut linker);
    topics::link(&mut linker);
    officials::link(&mut linker);
    sessions::link(&mut linker);
    documents::link(&mut linker);
    relations::link(&mut linker);
    mentions::link(&mut linker);
    texts::link(&mut linker);
    announced::link(&mut linker);
    backlinks::link(&mut linker.site);
    hrefs::link(&mut linker);
    documents::arrange(&mut linker);
    linker.finish(time)
}

/// The site in the making. Lives only inside [`link`].
struct Linker<'a> {
    config: &'a Config,
    site: Site,
    diagnostics: Diagnostics,
    collation: Collation,
    by_id: HashMap<DocumentId, DocumentIndex>,
    /// Ids of documents that are not published yet.
    hidden: HashMap<DocumentId, Span>,
    works: relations::WorkNames,
    bodies: bodies::BodyNames,
    topics: HashMap<String, Vec<TopicIndex>>,
    officials: HashMap<String, Vec<OfficialIndex>>,
    sessions: sessions::SessionNames,
    /// What citations of documents that something is done to may mean, where that is not clear.
    unclear: mentions::Unclear,
    resolved: ResolvedNames,
}

/// References as written with what they were found to mean: the same words mean the same all over a site.
#[derive(Debug, Default)]
struct ResolvedNames {
    bodies: HashMap<String, BodyIndex>,
    topics: HashMap<String, TopicIndex>,
    officials: HashMap<String, OfficialIndex>,
    sessions: HashMap<String, SessionIndex>,
}

/// Enters something under one more of its names, once.
fn enter_name<T: PartialEq>(names: &mut HashMap<String, Vec<T>>, key: String, named: T) {
    let found = names.entry(key).or_default();
    if !found.contains(&named) {
        found.push(named);
    }
}

impl<'a> Linker<'a> {
    fn new(linkable: Linkable, config: &'a Config, time: BuildTime, drafts: Drafts) -> Self {
        let (mut published, hidden): (Vec<Arc<Document>>, Vec<Arc<Document>>) =
            linkable.documents.into_iter().partition(|document| {
                let is_draft = document.common.draft.as_ref().is_some_and(|draft| draft.value);
                let has_come = document.common.publish_at.as_ref().is_none_or(|at| time.has_come(at.value));
                drafts == Drafts::Shown || (!is_draft && has_come)
            });
        published.par_sort_by(|one, other| (&one.id, &one.path).cmp(&(&other.id, &other.path)));
        let by_id = published
            .iter()
            .enumerate()
            .rev()
            .map(|(at, document)| (document.id.clone(), DocumentIndex(at)))
            .collect();
        let site = Site {
            documents: published.into_iter().map(LinkedDocument::unlinked).collect(),
            known: linkable.known.into_iter().map(LinkedKnown::unlinked).collect(),
            assets: linkable.assets,
            ..Site::default()
        };
        Self {
            config,
            site,
            diagnostics: Diagnostics::new(),
            collation: Collation::vietnamese(),
            by_id,
            hidden: hidden.iter().map(|document| (document.id.clone(), document.span)).collect(),
            works: relations::WorkNames::default(),
            bodies: bodies::BodyNames::default(),
            topics: HashMap::new(),
            officials: HashMap::new(),
            sessions: sessions::SessionNames::default(),
            unclear: mentions::Unclear::new(),
            resolved: ResolvedNames::default(),
        }
    }

    /// `a.md` and `a/index.md` are two files for one document.
    fn look_for_twins(&mut self) {
        for pair in self.site.documents.windows(2) {
            let [one, other] = pair else { continue };
            if one.document.id == other.document.id {
                let problem = problems::two_files_for_one_document(&one.document, &other.document);
                self.diagnostics.push(problem);
            }
        }
    }

    fn finish(mut self, time: BuildTime) -> Checked<Site> {
        validity::settle(&mut self.site, time.day);
        changes::link(&mut self.site);
        Checked { value: self.site, diagnostics: self.diagnostics }
    }

    /// What a reference means, found out once for all that are written so; `names` are those that were found before.
    fn once<T: Copy>(
        &mut self,
        written: &str,
        names: impl Fn(&mut ResolvedNames) -> &mut HashMap<String, T>,
        find: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        if let Some(found) = names(&mut self.resolved).get(written) {
            return Some(*found);
        }
        let found = find(self)?;
        names(&mut self.resolved).insert(written.to_owned(), found);
        Some(found)
    }

    /// Tells that a reference fits several, which are named with where they are; nothing is meant by it then.
    fn tell_ambiguous<T>(
        &mut self,
        reference: &Text,
        what: &'static str,
        candidates: &[(String, Option<Span>)],
    ) -> Option<T> {
        let problem = problems::ambiguous(reference.span, what, &reference.value, candidates);
        self.diagnostics.push(problem);
        None
    }

    /// Indexes of the documents of one sort.
    fn indexes_of(&self, is_wanted: impl Fn(&KindFields) -> bool) -> Vec<DocumentIndex> {
        let documents = self.site.documents.iter().enumerate();
        documents
            .filter(|(_, linked)| is_wanted(&linked.document.fields) && !linked.document.is_withdrawn())
            .map(|(at, _)| DocumentIndex(at))
            .collect()
    }
}
