//! The linked site as values: documents, what is known of others, and what they do to each other, joined by indexes.

use std::collections::HashSet;
use std::sync::Arc;

use super::entity::{Body, Official, Session, Term, Topic};
use super::{
    AmendedTerm, CitedBy, End, LinkTarget, MentionTarget, Outcome, ProvisionChange, Status, Validity,
};
use crate::document::{Document, KnownDocument};
use crate::inputs::Asset;
use crate::legal::instruction::{Certainty, Doubt, Extent};
use crate::legal::structure::Commencement;
use crate::legal::{ProvisionPath, RelationKind};
use crate::markdown::Instruction;
use crate::text::{Date, Span};

/// Indexes into the lists of a site, and what each leads to.
macro_rules! index {
    ($(#[doc = $about:literal] $name:ident => $one:ident in $all:ident: $value:ty),+ $(,)?) => {
        $(
            #[doc = $about]
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub usize);
        )+

        impl Site {
            $(
                #[doc = concat!("What an index leads to in [`Site::", stringify!($all), "`].")]
                #[must_use]
                pub fn $one(&self, index: $name) -> &$value {
                    &self.$all[index.0]
                }
            )+
        }
    };
}

index! {
    /// A document of [`Site::documents`].
    DocumentIndex => document in documents: LinkedDocument,
    /// A document of [`Site::known`].
    KnownIndex => known in known: LinkedKnown,
    /// A session of [`Site::sessions`].
    SessionIndex => session in sessions: Session,
    /// A term of [`Site::terms`].
    TermIndex => term in terms: Term,
    /// An official of [`Site::officials`].
    OfficialIndex => official in officials: Official,
    /// A topic of [`Site::topics`].
    TopicIndex => topic in topics: Topic,
    /// A body of [`Site::bodies`].
    BodyIndex => body in bodies: Body,
    /// A relation of [`Site::relations`].
    RelationIndex => relation in relations: Relation,
    /// A file of [`Site::assets`].
    AssetIndex => asset in assets: Asset,
}

/// A portal as a whole, every reference resolved. Made once, never changed.
#[derive(Debug, Default)]
pub struct Site {
    /// The documents that are published, sorted by id; those of sessions, officials, topics and bodies among them.
    pub documents: Vec<LinkedDocument>,
    /// Documents that are known but not held.
    pub known: Vec<LinkedKnown>,
    /// Resolutions, newest first.
    pub resolutions: Vec<DocumentIndex>,
    /// Reports, newest first.
    pub reports: Vec<DocumentIndex>,
    /// News, newest first.
    pub news: Vec<DocumentIndex>,
    /// Free pages, by title.
    pub pages: Vec<DocumentIndex>,
    /// Sessions, as they were met; [`Site::order`] has the order of pages.
    pub sessions: Vec<Session>,
    /// Terms of the council, newest first.
    pub terms: Vec<Term>,
    /// Officials, as they were met.
    pub officials: Vec<Official>,
    /// Topics, as they were met.
    pub topics: Vec<Topic>,
    /// Bodies, as they were met.
    pub bodies: Vec<Body>,
    /// The order in which pages list what has no order of its own.
    pub order: Order,
    /// All relations between documents.
    pub relations: Vec<Relation>,
    /// Documents that are cited and unknown, by symbol.
    pub unresolved: Vec<Unresolved>,
    /// Files that lie in the portal and may be published.
    pub assets: Vec<Asset>,
    /// The body that publishes, where one is named.
    pub organization: Option<BodyIndex>,
    /// The file of the emblem, where one is set.
    pub emblem: Option<AssetIndex>,
    /// Keys of the titles that references looked for: a document may take or lose any other title without a change in
    /// what references mean.
    pub sought_titles: HashSet<String>,
    /// The documents whose titles were compared with what texts say of them.
    pub compared_titles: HashSet<DocumentIndex>,
}

/// The order in which pages list sessions, officials, topics and bodies.
#[derive(Debug, Default)]
pub struct Order {
    /// Newest first; those without a day by term and number.
    pub sessions: Vec<SessionIndex>,
    /// By given name, in Vietnamese order.
    pub officials: Vec<OfficialIndex>,
    /// By title, in Vietnamese order.
    pub topics: Vec<TopicIndex>,
    /// By name, in Vietnamese order.
    pub bodies: Vec<BodyIndex>,
}

/// A document with what its references lead to.
#[derive(Debug)]
pub struct LinkedDocument {
    /// What its file says.
    pub document: Arc<Document>,
    /// What its record is, for a session, official, topic or body.
    pub entity: Entity,
    /// Its day, where one is known.
    pub date: Option<Date>,
    /// Its year: of its day, else of its symbol.
    pub year: Option<i16>,
    /// The session it belongs to.
    pub session: Option<SessionIndex>,
    /// Its topics, each once, in the order written.
    pub topics: Vec<TopicIndex>,
    /// The officials it names in its front matter, each once.
    pub officials: Vec<OfficialIndex>,
    /// Who signed it.
    pub signer: Option<OfficialIndex>,
    /// The body that issued it.
    pub issuer: Option<BodyIndex>,
    /// What it does to other documents.
    pub relations: Vec<RelationIndex>,
    /// What other documents do to it.
    pub inverse_relations: Vec<RelationIndex>,
    /// What its text may do to other documents.
    pub doubts: Vec<RelationIndex>,
    /// What the texts of other documents may do to it.
    pub inverse_doubts: Vec<RelationIndex>,
    /// The documents that it details and that have ended by the day of the build, while it goes on; for resolutions.
    pub ended_details: Vec<Work>,
    /// What reports say of its targets.
    pub results: Vec<TargetResult>,
    /// Resolutions whose results a report tells, by the reference as written.
    pub reported: Vec<(String, DocumentIndex)>,
    /// Reports and agendas that name it: documents of any kind, each once.
    pub named_by: Vec<DocumentIndex>,
    /// Its attachments that were found.
    pub attachments: Vec<LinkedAttachment>,
    /// Its picture or portrait.
    pub picture: Option<AssetIndex>,
    /// Minutes of a session, where they are a file.
    pub minutes: Vec<LinkedAttachment>,
    /// Where the relative links of its body lead, by index.
    pub links: Vec<LinkTarget>,
    /// What the citations and names in its body lead to, by index.
    pub mentions: Vec<MentionTarget>,
    /// Who cites it.
    pub cited_in: CitedBy,
    /// Whether it applies on the day of the build; for resolutions.
    pub validity: Validity,
    /// What becomes of that after the day of the build, each status with its first day, in order.
    pub later: Vec<(Date, Status)>,
    /// Its end, on whatever day; for resolutions.
    pub end: Option<End>,
    /// What other documents do to its provisions, in the order of its text.
    pub changes: Vec<ProvisionChange>,
    /// What its title or its text may do to other documents, where that is no instruction: behind those of its text.
    pub remarks: Vec<Instruction>,
    /// Days of effect that another document has given it; its fields have them.
    pub amended: AmendedTerm,
}

/// What a document is the record of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entity {
    /// A text of its own: resolution, report, news item or page.
    Text,
    /// The record of a session.
    Session(SessionIndex),
    /// The record of an official.
    Official(OfficialIndex),
    /// The record of a topic.
    Topic(TopicIndex),
    /// The record of a body.
    Body(BodyIndex),
}

/// A file that a document offers, or an address outside.
#[derive(Debug, Clone)]
pub struct LinkedAttachment {
    /// The file or address.
    pub target: AttachmentTarget,
    /// What the link to it reads.
    pub title: String,
}

/// Where an attachment lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttachmentTarget {
    /// A file of the portal.
    Asset(AssetIndex),
    /// An address that begins with `https://` or `http://`.
    Outside(String),
}

/// A document that is known but not held, with what leads to and from it.
#[derive(Debug)]
pub struct LinkedKnown {
    /// What `documents.yaml` tells of it.
    pub known: KnownDocument,
    /// Whether `documents.yaml` says so, not only the texts that cite it.
    pub is_declared: bool,
    /// The body that issued it, where that has a page.
    pub issuer: Option<BodyIndex>,
    /// Its year: of its date, else of its symbol.
    pub year: Option<i16>,
    /// What it does to other documents.
    pub relations: Vec<RelationIndex>,
    /// What other documents do to it.
    pub inverse_relations: Vec<RelationIndex>,
    /// What the texts of other documents may do to it.
    pub inverse_doubts: Vec<RelationIndex>,
    /// Who cites it.
    pub cited_in: CitedBy,
    /// Its end by what is known, on whatever day.
    pub end: Option<End>,
}

/// A document that is cited and of which nothing else is known: no page, no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unresolved {
    /// The document that cites it first.
    pub document: DocumentIndex,
    /// Which of its mentions does so.
    pub mention: usize,
    /// How often it is cited in all documents.
    pub count: usize,
}

/// A document, held or only known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Work {
    /// One that the portal holds.
    Held(DocumentIndex),
    /// One of which only number and title are known.
    Known(KnownIndex),
}

/// What one document does to another.
#[derive(Debug, Clone)]
pub struct Relation {
    /// What the one does to the other.
    pub kind: RelationKind,
    /// The document that does it.
    pub from: Work,
    /// The document that it is done to.
    pub to: Work,
    /// The provisions of `to` that are named.
    pub provisions: Vec<NamedProvision>,
    /// How much of `to` is meant.
    pub extent: Extent,
    /// Whether some of the wording of `to` ends with it (sửa đổi, thay thế, bãi bỏ), so that `to` has ended in part; what
    /// is only added, renamed or corrected ends none (Luật 64/2025/QH15, Điều 57).
    pub ends_wording: bool,
    /// How certain it is. What is unsure stands in [`LinkedDocument::doubts`], changes nothing and is shown as unsure.
    pub certainty: Certainty,
    /// From which day, where that is said.
    pub since: Option<Date>,
    /// Until which day, that day included.
    pub until: Option<Date>,
    /// Whether it goes on until an event whose day is not known: `cho đến khi có văn bản thay thế`.
    pub is_open_ended: bool,
    /// What is to be said of it.
    pub note: Option<String>,
    /// Where front matter or `documents.yaml` says so; what it says goes before what texts say.
    pub declared: Option<Span>,
    /// The sentences of texts that say so.
    pub passages: Vec<Passage>,
    /// Whether it counts, and from which day.
    pub outcome: Outcome,
}

/// `stated`, `read` or `unsure`: a certainty in data.
#[must_use]
pub fn certainty_name(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated",
        Certainty::Read => "read",
        Certainty::Unsure(_) => "unsure",
    }
}

/// Why a certainty is none.
#[must_use]
pub fn doubt_of(certainty: Certainty) -> Option<Doubt> {
    match certainty {
        Certainty::Unsure(doubt) => Some(doubt),
        Certainty::Stated | Certainty::Read => None,
    }
}

/// A provision that a relation names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedProvision {
    /// The words that name it.
    pub words: String,
    /// Its place, where the words name one.
    pub path: Option<ProvisionPath>,
    /// The anchor of the attached text (quy định kèm theo) that the place is in, where it is in one.
    pub attached: Option<String>,
    /// Whether only something within it is meant: a form, a row, a sentence, its name.
    pub is_part: bool,
    /// Where front matter or the text names it.
    pub span: Span,
    /// Whether front matter or `documents.yaml` names it.
    pub is_declared: bool,
    /// Which of the passages is about it.
    pub passage: Option<usize>,
}

impl NamedProvision {
    /// The anchor of its place.
    #[must_use]
    pub fn anchor(&self) -> Option<String> {
        let Some(path) = self.path.as_ref().map(ProvisionPath::anchor) else {
            // Front matter names an attached text as a whole.
            return self.attached.clone().filter(|_| self.is_declared);
        };
        Some(self.attached.as_ref().map_or_else(|| path.to_owned(), |attached| format!("{attached}-{path}")))
    }
}

/// A sentence of a text that a relation rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// The document whose text it is.
    pub document: DocumentIndex,
    /// Which of the instructions of its text.
    pub instruction: usize,
}

/// What a report says of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetResult {
    /// The report.
    pub report: DocumentIndex,
    /// Which of the report's results.
    pub result: usize,
    /// Which of the resolution's targets; `None` where it names no indicator of the resolution.
    pub target: Option<usize>,
}

impl LinkedDocument {
    /// Whether it is offered as Akoma Ntoso: a resolution or report with a text.
    #[must_use]
    pub fn has_akn(&self) -> bool {
        let is_such = self.document.kind().is_numbered();
        is_such && self.entity == Entity::Text && !self.document.body.is_blank()
    }

    pub(super) fn unlinked(document: Arc<Document>) -> Self {
        Self {
            document,
            entity: Entity::Text,
            date: None,
            year: None,
            session: None,
            topics: Vec::new(),
            officials: Vec::new(),
            signer: None,
            issuer: None,
            relations: Vec::new(),
            inverse_relations: Vec::new(),
            doubts: Vec::new(),
            inverse_doubts: Vec::new(),
            ended_details: Vec::new(),
            results: Vec::new(),
            reported: Vec::new(),
            named_by: Vec::new(),
            attachments: Vec::new(),
            picture: None,
            minutes: Vec::new(),
            links: Vec::new(),
            mentions: Vec::new(),
            cited_in: CitedBy::default(),
            validity: Validity::default(),
            later: Vec::new(),
            end: None,
            changes: Vec::new(),
            remarks: Vec::new(),
            amended: AmendedTerm::default(),
        }
    }
}

impl LinkedKnown {
    pub(super) fn unlinked(known: KnownDocument) -> Self {
        Self {
            known,
            is_declared: true,
            issuer: None,
            year: None,
            relations: Vec::new(),
            inverse_relations: Vec::new(),
            inverse_doubts: Vec::new(),
            cited_in: CitedBy::default(),
            end: None,
        }
    }
}

impl Site {
    /// How many resolutions, reports, news items and free pages there are; all other documents are records of sessions,
    /// officials, topics and bodies.
    #[must_use]
    pub fn texts(&self) -> usize {
        [&self.resolutions, &self.reports, &self.news, &self.pages].iter().map(|list| list.len()).sum()
    }

    /// Whether a session must be over by a day: by its own days or, where none is known, those of one that comes after it.
    #[must_use]
    pub fn must_be_over(&self, index: SessionIndex, day: Date) -> bool {
        let session = self.session(index);
        if let Some(last) = session.last_day.or(session.first_day) {
            return last < day;
        }
        let mut later = std::iter::successors(session.next, |later| self.session(*later).next);
        later.any(|later| self.session(later).first_day.is_some_and(|first| first <= day))
    }

    /// What the text says that a relation rests on.
    #[must_use]
    pub fn instruction(&self, passage: Passage) -> Option<&Instruction> {
        let linked = self.document(passage.document);
        let law = linked.document.body.law.as_ref();
        let read = law.map(|law| law.instructions.as_slice()).unwrap_or_default();
        read.get(passage.instruction).or_else(|| linked.remarks.get(passage.instruction - read.len()))
    }

    /// Whether a relation rests on words alone that are no instruction of a text: what may be meant by them is told where
    /// they are found.
    #[must_use]
    pub fn is_remark(&self, relation: &Relation) -> bool {
        let read = |document: DocumentIndex| {
            let law = self.document(document).document.body.law.as_ref();
            law.map_or(0, |law| law.instructions.len())
        };
        let mut passages = relation.passages.iter();
        !relation.passages.is_empty() && passages.all(|passage| passage.instruction >= read(passage.document))
    }

    /// Where a relation is stated, for problems.
    #[must_use]
    pub fn span_of(&self, relation: &Relation) -> Option<Span> {
        let said = || self.instruction(*relation.passages.first()?).map(|act| act.span);
        relation.declared.or_else(said)
    }

    /// The provisions of a resolution that its text gives days of their own, others than those of the whole.
    pub fn commencements(&self, index: DocumentIndex) -> impl Iterator<Item = &Commencement> {
        let document = &self.document(index).document;
        let effective =
            document.fields.resolution().and_then(|fields| fields.effective.as_ref().map(|day| day.value));
        let own = document.body.law.iter().flat_map(|law| &law.facts.commencements);
        own.filter(move |one| one.until.is_some() || (one.from.is_some() && one.from != effective))
    }
}
