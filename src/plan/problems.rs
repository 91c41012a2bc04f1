//! Problems with addresses.

use crate::config::problems::BAD_ADDRESS;
use crate::diag::{At, Diagnostic, Rule, Value, message};
use crate::hosts::Runner;
use crate::link::problems::{DEAD_ANCHOR, DEAD_LINK};
use crate::path::Route;
use crate::text::{Span, slug};

const ADDRESS_TAKEN: Rule = Rule::error("address-taken");
const FILE_THAT_RUNS: Rule = Rule::error("file-that-runs");
const HOST_LIMIT: Rule = Rule::warning("host-limit");
const MOVED_NOWHERE: Rule = Rule::error("moved-nowhere");
const NO_SANDBOX: Rule = Rule::warning("no-sandbox");
const SLUG_REWRITTEN: Rule = Rule::warning("slug-rewritten");
const USELESS_ALIAS: Rule = Rule::warning("useless-alias");
const USELESS_ALLOW: Rule = Rule::warning("useless-allow");

pub(crate) const RULES: &[Rule] = &[
    ADDRESS_TAKEN,
    FILE_THAT_RUNS,
    HOST_LIMIT,
    MOVED_NOWHERE,
    NO_SANDBOX,
    SLUG_REWRITTEN,
    USELESS_ALIAS,
    USELESS_ALLOW,
];

pub(super) fn address_taken(
    route: &Route,
    name: &str,
    span: Option<Span>,
    first: &str,
    first_span: Option<Span>,
) -> Diagnostic {
    let (at, label) = match (span, first_span) {
        (Some(span), first_span) => (At::Span(span), first_span),
        (None, Some(span)) => (At::Span(span), None),
        (None, None) => (At::File(route.as_str().to_owned()), None),
    };
    let problem = ADDRESS_TAKEN
        .at(at, message!("address-taken.says", name, first, route: route.as_str()))
        .help(if name != first && slug(name) == slug(first) {
            message!("address-taken.alike-help")
        } else {
            message!("address-taken.help")
        });
    match label {
        Some(span) => problem.label(span, message!("address-taken.label", first)),
        None => problem,
    }
}

pub(super) fn file_and_folder(route: &Route, name: &str, span: Option<Span>) -> Diagnostic {
    let at = span.map_or_else(|| At::File(route.as_str().to_owned()), At::Span);
    ADDRESS_TAKEN
        .at(at, message!("address-taken.folder", name, route: route.as_str()))
        .help(message!("address-taken.folder-help"))
}

pub(super) fn bad_alias(span: Span, alias: &str) -> Diagnostic {
    BAD_ADDRESS.at(span, message!("bad-address.says", text: alias)).help(message!("bad-address.alias-help"))
}

pub(super) fn alias_of_itself(span: Span, alias: &str) -> Diagnostic {
    USELESS_ALIAS.at(span, message!("useless-alias.says", alias)).help(message!("useless-alias.help"))
}

pub(super) fn slug_rewritten(span: Span, slug: &str, becomes: &str) -> Diagnostic {
    let shown: String = slug.chars().take(60).collect();
    SLUG_REWRITTEN
        .at(span, message!("slug-rewritten.says", slug: shown, becomes))
        .help(message!("slug-rewritten.help", becomes))
}

pub(super) fn no_such_provision(span: Span, anchor: &str) -> Diagnostic {
    DEAD_ANCHOR
        .at(span, message!("dead-anchor.provision", anchor))
        .help(message!("dead-anchor.provision-help"))
}

pub(super) fn leads_nowhere(span: Span, address: &str) -> Diagnostic {
    MOVED_NOWHERE.at(span, message!("moved-nowhere.says", address)).help(message!("moved-nowhere.help"))
}

pub(super) fn no_such_page(span: Span, destination: &str) -> Diagnostic {
    DEAD_LINK.at(span, message!("dead-link.page", destination)).help(message!("dead-link.page-help"))
}

pub(super) fn name_of_host(span: Span, address: &str) -> Diagnostic {
    ADDRESS_TAKEN.at(span, message!("address-taken.host", address)).help(message!("address-taken.host-help"))
}

pub(super) fn would_run(span: Span, others: &[Span], file: &str, runner: Runner) -> Diagnostic {
    let (says, help) = match runner {
        Runner::Browser => {
            (message!("file-that-runs.browser", file), message!("file-that-runs.browser-help"))
        }
        Runner::Host => (message!("file-that-runs.host", file), message!("file-that-runs.host-help")),
    };
    let problem = FILE_THAT_RUNS.at(span, says).help(help);
    others.iter().fold(problem, |problem, other| problem.label(*other, message!("file-that-runs.label")))
}

pub(super) fn never_allowed(span: Span, entry: &str) -> Diagnostic {
    USELESS_ALLOW.at(span, message!("useless-allow.never", entry)).help(message!("useless-allow.never-help"))
}

pub(super) fn allows_nothing(span: Span, entry: &str) -> Diagnostic {
    USELESS_ALLOW.at(span, message!("useless-allow.idle", entry)).help(message!("useless-allow.idle-help"))
}

pub(super) fn no_sandbox(span: Span, has_no_host: bool) -> Diagnostic {
    let says = if has_no_host { message!("no-sandbox.no-host") } else { message!("no-sandbox.github") };
    NO_SANDBOX.at(span, says).help(message!("no-sandbox.help"))
}

pub(super) fn too_large_for_host(span: Span, file: &str, host: &str, bytes: u64) -> Diagnostic {
    let mebibytes = bytes / (1024 * 1024);
    HOST_LIMIT
        .at(span, message!("host-limit.size", host, mebibytes, file))
        .help(message!("host-limit.size-help"))
}

/// `what` there are too many of: `files`, or rules about `redirects` or `headers`.
pub(super) fn too_many_for_host(host: &str, count: usize, most: usize, what: &'static str) -> Diagnostic {
    HOST_LIMIT
        .at(
            At::File("congbao.yaml".to_owned()),
            message!("host-limit.count", host, most, what: Value::Kind(what), count),
        )
        .help(message!("host-limit.count-help"))
}
