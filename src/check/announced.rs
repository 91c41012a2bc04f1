//! `announced-effect`: a title says that the resolution changes another document, and nothing of the kind was read from its
//! text or is stated. The older document would go on being shown as if nothing had happened.

use crate::diag::{Diagnostic, Diagnostics, Rule, message};
use crate::link::{LinkedDocument, MentionTarget, Site, announced};
use crate::text::Span;

pub(super) const RULE: Rule = Rule::warning("announced-effect");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for index in &site.resolutions {
        let linked = site.document(*index);
        let changes = linked.relations.iter().any(|relation| site.relation(*relation).changes());
        // What may be meant by the very title is told here.
        let is_unsure = linked.doubts.iter().any(|doubt| !site.is_remark(site.relation(*doubt)));
        if changes || is_unsure || is_refused(linked) || is_told_already(linked) {
            continue;
        }
        if let Some((span, verb)) = announced(linked) {
            diagnostics.push(problem(span, verb));
        }
    }
}

/// Whether somebody has looked: front matter says that it does nothing to some document.
fn is_refused(linked: &LinkedDocument) -> bool {
    let Some(fields) = linked.document.fields.resolution() else { return false };
    fields.does_not_affect.as_ref().is_some_and(|list| !list.is_empty())
}

/// Whether something was read that makes no relation, such as what is done to a document that is not clear: that is told at
/// its place.
fn is_told_already(linked: &LinkedDocument) -> bool {
    linked.document.body.law.as_ref().is_some_and(|law| {
        let leads_nowhere =
            |target: usize| !matches!(linked.mentions.get(target), Some(MentionTarget::Work(..)));
        let mut own = law.instructions.iter().filter(|act| act.agent.is_none() && !act.is_summary);
        own.any(|act| leads_nowhere(act.target))
            || !law.unread_lists.is_empty()
            || !law.unread_acts.is_empty()
    })
}

fn problem(span: Span, verb: &str) -> Diagnostic {
    RULE.at(span, message!("announced-effect.says", verb)).help(message!("announced-effect.help"))
}
