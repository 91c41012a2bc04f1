//! Links to other sites. Whether they are alive only the network can tell, so this is asked for by name: [`links`] says
//! what there is to ask after, the command line asks, and the answers come back as a value to [`check`].
//!
//! `dead-external-link`: the other site says that it has no such page. `unreached-link`: nobody can say, since there was
//! no answer or none that tells; the link may be alive.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Rule, message};
use crate::front::Text;
use crate::link::Site;
use crate::text::Span;

pub(super) const DEAD: Rule = Rule::warning("dead-external-link");
pub(super) const UNREACHED: Rule = Rule::note("unreached-link");

pub(super) const RULES: &[Rule] = &[DEAD, UNREACHED];

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalLink {
    /// The address to ask after, without the place within the page (`#…`).
    pub address: String,
    /// Where it is written.
    pub span: Span,
}

/// What was answered when an address was asked after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is there.
    Alive,
    /// The site says that there is no such page: status 404 or 410 of HTTP.
    Gone(u16),
    /// The site answered with another status of HTTP that tells nothing of the page, such as 403 or 500.
    Refused(u16),
    /// There was no answer; the words say why, in lower case and without a full stop.
    Silent(String),
    /// It lies in a network that is not asked, such as the office's own.
    Private,
}

/// All links to other sites: in texts, attachments, sources and `documents.yaml`.
#[must_use]
pub fn links(site: &Site) -> Vec<ExternalLink> {
    let mut found = Vec::new();
    for linked in &site.documents {
        let document = &linked.document;
        for link in &document.body.outside {
            add(&link.address, link.span, &mut found);
        }
        let attachments = document.common.attachments.iter().flatten();
        let minutes = document.fields.session().and_then(|fields| fields.minutes.as_ref());
        let files = attachments.chain(minutes.into_iter().flatten());
        let source = document.common.source.as_ref().and_then(|source| source.url.as_ref());
        for Text { value, span } in files.filter_map(|attachment| attachment.file.as_ref()).chain(source) {
            add(value, *span, &mut found);
        }
    }
    for url in site.known.iter().filter_map(|known| known.known.fields.url.as_ref()) {
        add(&url.value, url.span, &mut found);
    }
    found
}

fn add(address: &str, span: Span, found: &mut Vec<ExternalLink>) {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    if matches!(scheme.as_deref(), Some("https" | "http")) {
        let address = address.split('#').next().unwrap_or(address).to_owned();
        found.push(ExternalLink { address, span });
    }
}

/// What is wrong with links, by the answers to their addresses. An address without an answer was not asked after.
#[must_use]
pub fn check(links: &[ExternalLink], answers: &BTreeMap<String, Answer>) -> Diagnostics {
    links.iter().filter_map(|link| problem(link, answers.get(&link.address)?)).collect()
}

fn problem(link: &ExternalLink, answer: &Answer) -> Option<Diagnostic> {
    let ExternalLink { address, span } = link;
    Some(match answer {
        Answer::Alive => return None,
        Answer::Gone(status) => DEAD
            .at(*span, message!("dead-external-link.says", address, status: *status))
            .help(message!("dead-external-link.help")),
        Answer::Refused(status) => UNREACHED
            .at(*span, message!("unreached-link.refused", address, status: *status))
            .help(message!("unreached-link.refused-help")),
        Answer::Silent(reason) => UNREACHED
            .at(*span, message!("unreached-link.silent", address, reason))
            .help(message!("unreached-link.silent-help")),
        Answer::Private => UNREACHED
            .at(*span, message!("unreached-link.private", address))
            .help(message!("unreached-link.private-help")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn dead_and_unreached_links_are_told_apart() {
        let span = Span { file: FileId(0), start: 0, end: 1 };
        for (answer, expected) in [
            (Some(Answer::Alive), None),
            (None, None),
            (Some(Answer::Gone(404)), Some(DEAD)),
            (Some(Answer::Refused(403)), Some(UNREACHED)),
            (Some(Answer::Silent("there is no such site".to_owned())), Some(UNREACHED)),
            (Some(Answer::Private), Some(UNREACHED)),
        ] {
            let mut links = Vec::new();
            add("HTTPS://a.example/b#c", span, &mut links);
            add("mailto:a@a.example", span, &mut links);
            let answers = answer.clone().map(|answer| ("HTTPS://a.example/b".to_owned(), answer));
            let found = check(&links, &answers.into_iter().collect());
            let told =
                found.iter().next().map(|problem| Rule { code: problem.code, severity: problem.severity });
            assert_eq!((told, links.len()), (expected, 1), "{answer:?}");
        }
    }
}
