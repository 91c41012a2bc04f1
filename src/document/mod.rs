//! One file: its kind, its fields, its body. Nothing here knows of other files.

mod kinds;
mod known;
pub(crate) mod problems;
mod reference;
mod stated;
mod withdrawn;

use serde::{Deserialize, Serialize};

use crate::diag::{Checked, Diagnostic, Diagnostics};
use crate::front::{Entries, Field, Reader, Record, split};
use crate::legal::KnownNames;
use crate::markdown::{self, Body, Form};
use crate::path::SitePath;
use crate::text::{FileId, Source, Span};
use crate::yaml;

pub use kinds::{
    About, AgendaItem, Attachment, Attendance, BodyFields, BodyKind, Common, Comparison, DenialFields,
    Minutes, NewsFields, OfficialFields, Picture, RelationFields, Relations, Removal, ReportFields,
    ResolutionFields, ResultFields, RoleFields, SessionFields, SessionKind, SessionState, SourceFields,
    StatedExtent, TargetFields, TopicFields, VoteFields, WithdrawFields,
};
pub use known::{KnownDocument, KnownFields, read_known};
pub use reference::{Reference, SessionReference};

/// What a document is; the folder that it lies in tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Nghị quyết
    Resolution,
    /// Báo cáo
    Report,
    /// Tin tức
    News,
    /// Kỳ họp
    Session,
    /// Đại biểu
    Official,
    /// Chủ đề
    Topic,
    /// Cơ quan
    Body,
    /// Trang
    Page,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Resolution,
        Self::Report,
        Self::News,
        Self::Session,
        Self::Official,
        Self::Topic,
        Self::Body,
        Self::Page,
    ];

    /// The folder below `content/`.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Resolution => "resolutions",
            Self::Report => "reports",
            Self::News => "news",
            Self::Session => "sessions",
            Self::Official => "officials",
            Self::Topic => "topics",
            Self::Body => "bodies",
            Self::Page => "pages",
        }
    }

    /// Its name in English, as commands have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::Report => "report",
            Self::News => "news",
            Self::Session => "session",
            Self::Official => "official",
            Self::Topic => "topic",
            Self::Body => "body",
            Self::Page => "page",
        }
    }

    /// The groups of fields that front matter of this kind may have.
    #[must_use]
    pub fn fields(self) -> &'static [&'static [Field]] {
        match self {
            Self::Resolution => {
                &[Common::FIELDS, ResolutionFields::FIELDS, Relations::FIELDS, Removal::FIELDS]
            }
            Self::Report => &[Common::FIELDS, ReportFields::FIELDS, Removal::FIELDS],
            Self::News => &[Common::FIELDS, NewsFields::FIELDS, Removal::FIELDS],
            Self::Session => &[Common::FIELDS, SessionFields::FIELDS],
            Self::Official => &[Common::FIELDS, OfficialFields::FIELDS],
            Self::Topic => &[Common::FIELDS, TopicFields::FIELDS],
            Self::Body => &[Common::FIELDS, BodyFields::FIELDS],
            Self::Page => &[Common::FIELDS, Removal::FIELDS],
        }
    }
}

/// The name of a document within its portal: its path below `content/` without extension, such as `news/2023/be-mac`.
/// A document with files beside it (`name/index.md`) has the name of its folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId(pub String);

impl DocumentId {
    /// The last part, which the file or folder is called.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }
}

/// A document: what its file says, and nothing more.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Document {
    /// Its name.
    pub id: DocumentId,
    /// Its file.
    pub file: FileId,
    /// Where the file lies.
    pub path: SitePath,
    /// Where problems with the document as a whole are shown.
    pub span: Span,
    /// Fields that all kinds share.
    pub common: Common,
    /// Fields of its kind.
    pub fields: KindFields,
    /// That it was taken back.
    pub withdraw: Option<WithdrawFields>,
    /// Fields that its front matter leaves out and that were read in its text, in the order of the text.
    pub read: Vec<ReadFact>,
    /// Its text.
    pub body: Body,
}

/// A field that was read in the text of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadFact {
    /// The name of the field: `effective`.
    pub field: String,
    /// Its value, as it would be written into the front matter.
    pub value: String,
    /// The words that say so.
    pub span: Span,
}

/// What the front matter of a document says. Names of people in all fronts together tell whom to look for in bodies.
#[derive(Debug, Clone)]
pub struct Front {
    /// Its name.
    pub id: DocumentId,
    /// Where the file lies.
    pub path: SitePath,
    /// Where problems with the document as a whole are shown.
    pub span: Span,
    /// Fields that all kinds share.
    pub common: Common,
    /// Fields of its kind.
    pub fields: KindFields,
    /// That it was taken back.
    pub withdraw: Option<WithdrawFields>,
    /// First byte of the body.
    body: usize,
    /// Whether its YAML could not be read as a whole.
    is_broken: bool,
}

/// The fields that a kind has of its own.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum KindFields {
    /// Nghị quyết, with what it does to other documents
    Resolution(Box<ResolutionFields>, Box<Relations>),
    /// Báo cáo
    Report(Box<ReportFields>),
    /// Tin tức
    News(Box<NewsFields>),
    /// Kỳ họp
    Session(Box<SessionFields>),
    /// Đại biểu
    Official(Box<OfficialFields>),
    /// Chủ đề
    Topic(Box<TopicFields>),
    /// Cơ quan
    Body(Box<BodyFields>),
    /// Trang; it has no fields of its own
    Page,
}

impl KindFields {
    /// The kind that has these fields.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Resolution(..) => Kind::Resolution,
            Self::Report(_) => Kind::Report,
            Self::News(_) => Kind::News,
            Self::Session(_) => Kind::Session,
            Self::Official(_) => Kind::Official,
            Self::Topic(_) => Kind::Topic,
            Self::Body(_) => Kind::Body,
            Self::Page => Kind::Page,
        }
    }
}

impl Document {
    /// Whether it was taken back. Nothing is left of it then but what names it and why it is gone.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.withdraw.is_some()
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.fields.kind()
    }

    /// Its title; an official's name where that is all there is; the file's name as a last resort.
    #[must_use]
    pub fn title(&self) -> &str {
        let name = match &self.fields {
            KindFields::Official(fields) => fields.name.as_ref(),
            _ => None,
        };
        self.common.title.as_ref().or(name).map_or(self.id.name(), |title| title.value.as_str())
    }
}

/// What the place of a file says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// Its kind.
    pub kind: Kind,
    /// Its name.
    pub id: DocumentId,
}

/// Kind and name of a Markdown file from where it lies; `Err` with the problem where no kind has such a folder.
pub fn placement(path: &SitePath, at: Span) -> Result<Placement, Box<Diagnostic>> {
    let inner = path.without_extension().strip_prefix("content/").unwrap_or(path.without_extension());
    let Some((folder, _)) = inner.split_once('/') else {
        return Err(Box::new(problems::no_folder(at)));
    };
    let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.folder() == folder) else {
        return Err(Box::new(problems::unknown_folder(at, folder)));
    };
    let id = match inner.strip_suffix("/index") {
        Some(bundle) if bundle != folder => bundle,
        _ => inner,
    };
    Ok(Placement { kind, id: DocumentId(id.to_owned()) })
}

/// Reads the front matter of a document. What is wrong is told; what can be read is kept. `None` where the document has
/// no kind or no front matter.
#[must_use]
pub fn read(source: &Source) -> Checked<Option<Front>> {
    let start = source.span(0, 0);
    let (placement, parts) = match (placement(&source.path, start), split(source)) {
        (Ok(placement), Ok(parts)) => (placement, parts),
        (placement, parts) => {
            let problems = placement.err().into_iter().chain(parts.err());
            return Checked { value: None, diagnostics: problems.map(|problem| *problem).collect() };
        }
    };
    let parsed = yaml::parse(source, parts.front, parts.front_end);
    let has_no_fields = matches!(parsed.value.value, yaml::Value::Scalar(_) | yaml::Value::List(_));
    let is_broken = parsed.diagnostics.has_errors() || has_no_fields;
    let mut reader = Reader { source, diagnostics: parsed.diagnostics };
    let mut entries = Entries::of(parsed.value, &mut reader);
    let common = Common::take_from(&mut entries, &mut reader);
    let fields = take_fields(placement.kind, &mut entries, &mut reader);
    let is_text = matches!(placement.kind, Kind::Resolution | Kind::Report | Kind::News | Kind::Page);
    let removal = if is_text { Removal::take_from(&mut entries, &mut reader) } else { Removal::default() };
    entries.finish(placement.kind.fields(), &mut reader);
    let mut diagnostics = reader.diagnostics;
    let withdraw = removal.withdraw;
    let (common, fields) = match &withdraw {
        Some(withdraw) => withdrawn::settle(common, fields, withdraw, &mut diagnostics),
        None => (common, fields),
    };
    let front = Front {
        id: placement.id,
        path: source.path.clone(),
        span: start,
        common,
        fields,
        withdraw,
        body: parts.body,
        is_broken,
    };
    Checked { value: Some(front), diagnostics }
}

/// Reads a document at once: front matter and body.
#[must_use]
pub fn parse(source: &Source, known: &KnownNames) -> Checked<Option<Document>> {
    let Checked { value, mut diagnostics } = read(source);
    let document = value.map(|front| front.with_body(source, known).unpack(&mut diagnostics));
    Checked { value: document, diagnostics }
}

impl Front {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.fields.kind()
    }

    /// People whom it names in fields that hold nothing else.
    pub fn people(&self) -> impl Iterator<Item = &str> {
        let (own, others) = match &self.fields {
            KindFields::Official(fields) => {
                (fields.name.as_ref().or(self.common.title.as_ref()), fields.other_names.as_deref())
            }
            KindFields::Resolution(fields, _) => (fields.signer.as_ref(), None),
            KindFields::Session(fields) => (None, fields.chairs.as_deref()),
            _ => (None, None),
        };
        own.into_iter()
            .chain(others.into_iter().flatten())
            .chain(self.common.officials.iter().flatten())
            .map(|name| name.value.as_str())
    }

    /// The document with its body, in which the people of `known` are looked for.
    #[must_use]
    pub fn with_body(self, source: &Source, known: &KnownNames) -> Checked<Document> {
        let top_level = if matches!(self.kind(), Kind::Resolution | Kind::Report) { 3 } else { 2 };
        let form = Form { top_level, is_resolution: self.kind() == Kind::Resolution };
        let Checked { value: body, mut diagnostics } = if self.withdraw.is_some() {
            Checked::clean(Body::default())
        } else {
            markdown::parse(source, self.body, form, known)
        };
        let Self { id, path, span, mut common, mut fields, withdraw, is_broken, .. } = self;
        let mut read = Vec::new();
        if !is_broken {
            if let (KindFields::Resolution(fields, _), Some(law)) = (&mut fields, &body.law) {
                let compared = stated::compare(fields, &mut common, &law.facts, source);
                read = compared.unpack(&mut diagnostics);
            }
            look_for_title(span, &common, &fields, &mut diagnostics);
        }
        let document = Document { id, file: source.id, path, span, common, fields, withdraw, read, body };
        Checked { value: document, diagnostics }
    }
}

fn take_fields(kind: Kind, entries: &mut Entries, reader: &mut Reader<'_>) -> KindFields {
    match kind {
        Kind::Resolution => KindFields::Resolution(
            Box::new(ResolutionFields::take_from(entries, reader)),
            Box::new(Relations::take_from(entries, reader)),
        ),
        Kind::Report => KindFields::Report(Box::new(ReportFields::take_from(entries, reader))),
        Kind::News => KindFields::News(Box::new(NewsFields::take_from(entries, reader))),
        Kind::Session => KindFields::Session(Box::new(SessionFields::take_from(entries, reader))),
        Kind::Official => KindFields::Official(Box::new(OfficialFields::take_from(entries, reader))),
        Kind::Topic => KindFields::Topic(Box::new(TopicFields::take_from(entries, reader))),
        Kind::Body => KindFields::Body(Box::new(BodyFields::take_from(entries, reader))),
        Kind::Page => KindFields::Page,
    }
}

/// Every document has a title; a session may be named by term and number, an official by `name`.
fn look_for_title(span: Span, common: &Common, fields: &KindFields, diagnostics: &mut Diagnostics) {
    let title = common.title.as_ref();
    if title.is_some_and(|title| !title.value.is_empty()) {
        return;
    }
    let is_named = match fields {
        KindFields::Session(fields) => fields.number.is_some() && fields.term.is_some(),
        KindFields::Official(fields) => fields.name.as_ref().is_some_and(|name| !name.value.is_empty()),
        _ => false,
    };
    if !is_named {
        diagnostics.push(problems::missing_title(title.map_or(span, |title| title.span), fields.kind()));
    }
}

#[cfg(test)]
mod tests;
