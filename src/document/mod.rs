//! One file: its kind, its fields, its body. Nothing here knows of other files.

mod fields;
mod kind;
mod known;
pub(crate) mod problems;
mod reference;
mod stated;
mod withdrawn;

use serde::{Deserialize, Serialize};

use crate::diag::{Checked, Diagnostic, Diagnostics};
use crate::front::{Entries, Reader, Record, split};
use crate::legal::KnownNames;
use crate::markdown::{self, Body, Form};
use crate::path::SitePath;
use crate::text::{FileId, Source, Span};
use crate::yaml;

pub use fields::{
    About, AgendaItem, Attachment, Attendance, BodyFields, BodyKind, Common, Comparison, DenialFields,
    Minutes, NewsFields, OfficialFields, PageFields, Picture, RelationFields, Relations, Removal,
    ReportFields, ResolutionFields, ResultFields, RoleFields, SessionFields, SessionKind, SessionState,
    SourceFields, StatedExtent, TargetFields, TopicFields, VoteFields, WithdrawFields,
};
pub use kind::{Kind, KindFields};
pub use known::{KnownDocument, KnownFields, read_known};
pub use reference::{Reference, SessionReference};

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
        self.common.title.as_ref().or(self.fields.name()).map_or(self.id.name(), |title| title.value.as_str())
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
    let fields = KindFields::take(placement.kind, &mut entries, &mut reader);
    let removal = if placement.kind.is_removable() {
        Removal::take_from(&mut entries, &mut reader)
    } else {
        Removal::default()
    };
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
            KindFields::Report(_)
            | KindFields::News(_)
            | KindFields::Topic(_)
            | KindFields::Body(_)
            | KindFields::Page(_) => (None, None),
        };
        own.into_iter()
            .chain(others.into_iter().flatten())
            .chain(self.common.officials.iter().flatten())
            .map(|name| name.value.as_str())
    }

    /// The document with its body, in which the people of `known` are looked for.
    #[must_use]
    pub fn with_body(self, source: &Source, known: &KnownNames) -> Checked<Document> {
        let top_level = if self.kind().is_numbered() { 3 } else { 2 };
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

/// Every document has a title; a session may be named by term and number, an official by `name`.
fn look_for_title(span: Span, common: &Common, fields: &KindFields, diagnostics: &mut Diagnostics) {
    let title = common.title.as_ref();
    if title.is_some_and(|title| !title.value.is_empty()) {
        return;
    }
    let is_named = match fields {
        KindFields::Session(fields) => fields.number.is_some() && fields.term.is_some(),
        fields => fields.name().is_some_and(|name| !name.value.is_empty()),
    };
    if !is_named {
        diagnostics.push(problems::missing_title(title.map_or(span, |title| title.span), fields.kind()));
    }
}

#[cfg(test)]
mod tests;
