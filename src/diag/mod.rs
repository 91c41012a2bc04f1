//! Problems as values: what is wrong, where, and what to do about it.
//!
//! This is the vocabulary only. Each phase makes its problems through named functions in its own `problems` module, of its
//! own [`Rule`]s. What they say is a [`Message`], a key with values; a [`Catalogue`] puts it into the words of a language,
//! where it is shown and no earlier.

mod catalogue;
mod message;
mod rule;

pub use catalogue::{Catalogue, Language};
pub(crate) use message::message;
pub use message::{Message, Value};
pub use rule::{Rule, nearest_code};

use crate::text::{FileId, Span};

/// The stable name of a sort of problem, such as `unknown-field`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site would be wrong: it is not replaced.
    Error,
    /// The site is built, but something should be mended.
    Warning,
    /// Worth knowing.
    Note,
}

/// A further place that belongs to a problem, with what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there.
    pub message: Message,
}

/// Where a problem is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// A place in a source.
    Span(Span),
    /// A file as a whole, by its path in the portal, such as one that cannot be read.
    File(String),
    /// A place in a template: path, line and column from 1.
    Template {
        /// Path of the template in the portal or in the built-in theme.
        path: String,
        /// Line, from 1.
        line: usize,
        /// Column in code points, from 1.
        column: usize,
        /// The text of that line.
        text: String,
    },
}

/// One problem.
///
/// In words, messages begin in lower case, end without a full stop and put user text between backticks. The remedy is in `help`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    /// Where it is.
    pub at: At,
    /// Its sort.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// Further places.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<Message>,
}

impl Diagnostic {
    /// The same with what to do.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// The same with a further place.
    #[must_use]
    pub fn label(mut self, span: Span, message: Message) -> Self {
        self.labels.push(Label { span, message });
        self
    }

    /// The same as a warning, where its rule finds errors too.
    #[must_use]
    pub fn as_warning(self) -> Self {
        Self { severity: self.severity.max(Severity::Warning), ..self }
    }

    /// The same as a note, where its rule finds graver problems too.
    #[must_use]
    pub fn as_note(self) -> Self {
        Self { severity: Severity::Note, ..self }
    }

    /// The sources that it shows places of.
    pub fn files(&self) -> impl Iterator<Item = FileId> {
        let own = match &self.at {
            At::Span(span) => Some(span.file),
            At::File(_) | At::Template { .. } => None,
        };
        own.into_iter().chain(self.labels.iter().map(|label| label.span.file))
    }

    /// Whether a place in this source, from byte `start` on, belongs to it.
    #[must_use]
    pub fn is_about(&self, file: FileId, start: usize) -> bool {
        let is_there = |span: &Span| span.file == file && span.end as usize > start;
        let is_at = matches!(&self.at, At::Span(span) if is_there(span));
        is_at || self.labels.iter().any(|label| is_there(&label.span))
    }
}

impl From<Span> for At {
    fn from(span: Span) -> Self {
        Self::Span(span)
    }
}

/// A number of problems, collected on the way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of another collection.
    pub fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// All, in the order of file, place and code, each once. What is wrong at one place of a template is told once, however
    /// many pages have met it.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.0.sort();
        self.0.dedup_by(|later, first| {
            let is_in_template = matches!(&first.at, At::Template { .. });
            later == first || (is_in_template && later.at == first.at && later.code == first.code)
        });
        self
    }

    /// How many are of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether there is an error among them.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One after the other.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, iterator: T) {
        self.0.extend(iterator);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(iterator: T) -> Self {
        Self(iterator.into_iter().collect())
    }
}

/// A value together with the problems met in making it. The value is the best that could be made.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// What was made.
    pub value: T,
    /// What was met.
    pub diagnostics: Diagnostics,
}

impl<T> Checked<T> {
    /// A value without problems.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Diagnostics::new() }
    }

    /// Hands out the value and adds the problems to `diagnostics`.
    pub fn unpack(self, diagnostics: &mut Diagnostics) -> T {
        diagnostics.append(self.diagnostics);
        self.value
    }
}
