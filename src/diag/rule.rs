//! Sorts of problems.

use super::{At, Code, Diagnostic, Message, Severity};
use crate::text::nearest;

/// A sort of problem. It is declared once, beside what finds it; the catalogues tell what it finds, why that matters, how it
/// looks and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its stable name.
    pub code: Code,
    /// How grave it is unless the portal says otherwise; of several, the gravest.
    pub severity: Severity,
}

impl Rule {
    /// One that finds errors.
    #[must_use]
    pub const fn error(code: &'static str) -> Self {
        Self { code: Code(code), severity: Severity::Error }
    }

    /// One that finds what should be mended.
    #[must_use]
    pub const fn warning(code: &'static str) -> Self {
        Self { code: Code(code), severity: Severity::Warning }
    }

    /// One that finds what is worth knowing.
    #[must_use]
    pub const fn note(code: &'static str) -> Self {
        Self { code: Code(code), severity: Severity::Note }
    }

    /// A problem of this sort at a place.
    #[must_use]
    pub fn at(self, at: impl Into<At>, message: Message) -> Diagnostic {
        let Self { code, severity } = self;
        Diagnostic { at: at.into(), code, severity, message, labels: Vec::new(), help: None }
    }
}

/// The code of one of some rules that a mistyped one was probably meant to be.
#[must_use]
pub fn nearest_code(code: &str, rules: &[Rule]) -> Option<Code> {
    // Codes are words with hyphens; the comparison of names puts underscores for them.
    let names = rules.iter().map(|rule| rule.code.0);
    let said = code.trim().to_lowercase().replace(['_', ' '], "-");
    let found = names.clone().find(|name| *name == said).or_else(|| {
        let length = |name: &str| (said.chars().count().max(name.chars().count()) / 3).max(1);
        names
            .clone()
            .map(|name| (strsim::osa_distance(&said, name), name))
            .filter(|(distance, name)| *distance <= length(name))
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, name)| name)
            .or_else(|| nearest(&said, names))
    });
    found.map(Code)
}
