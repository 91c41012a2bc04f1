//! What a portal and its documents say about problems: how grave they count, and which are passed over with a reason.
//!
//! Errors stay errors: with them the site would be wrong, whatever anyone says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{completeness, external};
use crate::config::CheckLevel;
use crate::diag::{At, Diagnostic, Diagnostics, Rule, Severity, message, nearest_code};
use crate::document::Document;
use crate::front::Text;
use crate::front::problems::MISSING_FIELD;
use crate::link::Site;
use crate::text::{FileId, Span};

const UNKNOWN_CODE: Rule = Rule::warning("unknown-code");
const USELESS_EXEMPTION: Rule = Rule::warning("useless-exemption");

pub(super) const RULES: &[Rule] = &[UNKNOWN_CODE, USELESS_EXEMPTION];

/// Problems that are looked for only where somebody asks: an exemption from one is never without use.
const ON_REQUEST: [Rule; 3] = [completeness::MISSING_SCAN, external::DEAD, external::UNREACHED];

/// What was looked for, as far as that tells whether an exemption is without use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    /// All that `check` looks for.
    Everywhere,
    /// All but what [`super::check_completeness`] tells, which no build looks for.
    ButForCompleteness,
}

/// What documents pass over: for each file the codes, each with its reason.
#[derive(Debug, Default)]
pub struct Exemptions(BTreeMap<FileId, Vec<(Text, Text)>>);

impl Exemptions {
    /// What the front matter of these documents says under `checks`.
    #[must_use]
    pub fn of(documents: &[Arc<Document>]) -> Self {
        let exempt = documents.iter().filter_map(|document| {
            let checks = document.common.checks.as_ref().filter(|checks| !checks.0.is_empty())?;
            Some((document.file, checks.0.clone()))
        });
        Self(exempt.collect())
    }
}

/// Problems as portal and documents want them: without those that a document passes over with a reason, and with the
/// severity that the portal gives to the rest.
#[must_use]
pub fn settle(
    diagnostics: Diagnostics,
    exemptions: &Exemptions,
    levels: &[(Text, CheckLevel)],
) -> Diagnostics {
    if exemptions.0.is_empty() && levels.is_empty() {
        return diagnostics;
    }
    diagnostics
        .iter()
        .filter(|problem| exemption(problem, exemptions).is_none())
        .cloned()
        .filter_map(|mut problem| {
            if problem.severity != Severity::Error
                && let Some((_, level)) = levels.iter().find(|(name, _)| name.value == problem.code.0)
            {
                problem.severity = match level {
                    CheckLevel::Off => return None,
                    CheckLevel::Error => Severity::Error,
                    CheckLevel::Warning => Severity::Warning,
                    CheckLevel::Note => Severity::Note,
                };
            }
            Some(problem)
        })
        .collect()
}

/// The code in the front matter of a problem's own document that passes over it.
fn exemption(problem: &Diagnostic, exemptions: &Exemptions) -> Option<Span> {
    let At::Span(span) = &problem.at else { return None };
    if problem.severity == Severity::Error {
        return None;
    }
    let (code, reason) =
        exemptions.0.get(&span.file)?.iter().find(|(code, _)| code.value == problem.code.0)?;
    (!reason.value.is_empty()).then_some(code.span)
}

/// What is wrong with the settings themselves: codes that do not exist, exemptions without a reason, without effect, or
/// of which nothing is left to pass over. `rules` are all that there are.
#[must_use]
pub fn check(
    diagnostics: &Diagnostics,
    exemptions: &Exemptions,
    levels: &[(Text, CheckLevel)],
    site: &Site,
    looked: Looked,
    rules: &[Rule],
) -> Diagnostics {
    let used: BTreeSet<Span> =
        diagnostics.iter().filter_map(|problem| exemption(problem, exemptions)).collect();
    // A document that is hidden is not looked at as a whole.
    let shown: BTreeSet<FileId> = site.documents.iter().map(|linked| linked.document.file).collect();
    let is_looked_for = |code: &Text| {
        let is_one_of = |rules: &[Rule]| rules.iter().any(|rule| rule.code.0 == code.value);
        !is_one_of(&ON_REQUEST) && (looked == Looked::Everywhere || !is_one_of(&super::COMPLETENESS))
    };
    let rule_of = |code: &Text| rules.iter().find(|rule| rule.code.0 == code.value);
    let mut found = Diagnostics::new();
    for (code, _) in levels.iter().filter(|(code, _)| rule_of(code).is_none()) {
        found.push(unknown(code, rules));
    }
    for (file, exempt) in &exemptions.0 {
        for (code, reason) in exempt {
            match rule_of(code) {
                None => found.push(unknown(code, rules)),
                Some(_) if reason.value.is_empty() => found.push(without_reason(code)),
                Some(rule) if rule.severity == Severity::Error => found.push(of_an_error(code)),
                Some(_) if shown.contains(file) && !used.contains(&code.span) && is_looked_for(code) => {
                    found.push(unused(code));
                }
                Some(_) => {}
            }
        }
    }
    found
}

fn unknown(code: &Text, rules: &[Rule]) -> Diagnostic {
    let near = nearest_code(&code.value, rules);
    UNKNOWN_CODE.at(code.span, message!("unknown-code.says", code: &code.value)).help(match near {
        Some(near) => message!("did-you-mean", near: near.0),
        None => message!("unknown-code.help"),
    })
}

fn without_reason(code: &Text) -> Diagnostic {
    let (span, code) = (code.span, &code.value);
    MISSING_FIELD
        .at(span, message!("missing-field.reason", code))
        .help(message!("missing-field.reason-help", code))
}

fn of_an_error(code: &Text) -> Diagnostic {
    USELESS_EXEMPTION
        .at(code.span, message!("useless-exemption.error", code: &code.value))
        .help(message!("useless-exemption.error-help"))
}

fn unused(code: &Text) -> Diagnostic {
    USELESS_EXEMPTION
        .at(code.span, message!("useless-exemption.unused", code: &code.value))
        .help(message!("useless-exemption.unused-help"))
        .as_note()
}
