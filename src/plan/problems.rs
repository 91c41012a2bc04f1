//! Problems with addresses.

use crate::diag::{At, Code, Diagnostic};
use crate::hosts::Runner;
use crate::path::Route;
use crate::text::{Span, slug};

pub(super) fn address_taken(
    route: &Route,
    name: &str,
    span: Option<Span>,
    first: &str,
    first_span: Option<Span>,
) -> Diagnostic {
    let (at, label) = match (span, first_span) {
        (Some(span), first_span) => (At::Span(span), first_span.map(|span| (span, first))),
        (None, Some(span)) => (At::Span(span), None),
        (None, None) => (At::File(route.as_str().to_owned()), None),
    };
    let problem = Diagnostic::error(
        Code("address-taken"),
        at,
        format!("`{name}` and `{first}` would both have the address `{route}`"),
    )
    .help(if name != first && slug(name) == slug(first) {
        "the two differ only in signs and capitals: if they are the same, write the name alike in both places; else enter one of \
         them as a file with a `slug` of its own, a person in `content/officials/`"
    } else {
        "give one of them another `slug`, or enter one of them as a file with a `slug` of its own"
    });
    match label {
        Some((span, first)) => problem.label(span, format!("`{first}`")),
        None => problem,
    }
}

pub(super) fn file_and_folder(route: &Route, name: &str, span: Option<Span>) -> Diagnostic {
    let at = span.map_or_else(|| At::File(route.as_str().to_owned()), At::Span);
    Diagnostic::error(
        Code("address-taken"),
        at,
        format!("`{name}` would be a file at `{route}`, where other pages need a folder"),
    )
    .help("change this address, or the addresses below it")
}

pub(super) fn bad_alias(span: Span, alias: &str) -> Diagnostic {
    Diagnostic::error(Code("bad-address"), span, format!("`{alias}` is no address of the site"))
        .help("begin with `/`; use letters without diacritics, digits, hyphens and dots, such as `/cu/trang-1.html`")
}

pub(super) fn alias_of_itself(span: Span, alias: &str) -> Diagnostic {
    Diagnostic::warning(Code("useless-alias"), span, format!("`{alias}` is the address of the page itself"))
        .help("remove it")
}

pub(super) fn slug_rewritten(span: Span, slug: &str, becomes: &str) -> Diagnostic {
    let shown: String = slug.chars().take(60).collect();
    Diagnostic::warning(
        Code("slug-rewritten"),
        span,
        format!("`{shown}` cannot stand in an address and becomes `{becomes}`"),
    )
    .help(format!("write `slug: {becomes}`"))
}

pub(super) fn no_such_provision(span: Span, anchor: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("dead-anchor"),
        span,
        format!("there is no place `#{anchor}` there; the link leads to the top of the page"),
    )
    .help("check the number of the article in the document that is meant")
}

pub(super) fn leads_nowhere(span: Span, address: &str) -> Diagnostic {
    Diagnostic::error(
        Code("moved-nowhere"),
        span,
        format!("readers are led to `{address}`, where nothing is"),
    )
    .help(
        "write the address of a page of this site, from `/` on, as it stands in the browser without the host",
    )
}

pub(super) fn no_such_page(span: Span, destination: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("dead-link"),
        span,
        format!("there is no page `{destination}`; the link is left out and its text kept"),
    )
    .help("correct the address, or link to the file of the document, such as `../news/a.md`")
}

pub(super) fn name_of_host(span: Span, address: &str) -> Diagnostic {
    Diagnostic::error(
        Code("address-taken"),
        span,
        format!("`{address}` is the name of a file that is kept for the host, not for a page"),
    )
    .help("write another address; an old one of this name cannot be kept")
}

pub(super) fn would_run(span: Span, others: &[Span], file: &str, runner: Runner) -> Diagnostic {
    let (message, help) = match runner {
        Runner::Browser => (
            format!("a browser would run `{file}` with the rights of the portal, so it is not published"),
            "offer it as PDF or in a .zip, a picture as PNG or WebP; where it must be so and you trust it, write \
             `attachments: {allow: [ENDING OR FILE]}` in congbao.yaml",
        ),
        Runner::Host => (
            format!("a host would run `{file}` or take it for its own settings, so it is not published"),
            "offer it under another name, as PDF or in a .zip",
        ),
    };
    let problem = Diagnostic::error(Code("file-that-runs"), span, message).help(help);
    others.iter().fold(problem, |problem, other| problem.label(*other, "and here"))
}

pub(super) fn never_allowed(span: Span, entry: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("useless-allow"),
        span,
        format!("`{entry}` names what hosts run or read as their settings; that cannot be allowed"),
    )
    .help("remove it; offer such files in a .zip")
}

pub(super) fn allows_nothing(span: Span, entry: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("useless-allow"),
        span,
        format!("`{entry}` allows nothing: no file needs it"),
    )
    .help("write an ending such as `svg`, or the path of a file such as `content/news/2023/ban-do.html`; or remove it")
}

pub(super) fn no_sandbox(span: Span, has_no_host: bool) -> Diagnostic {
    let message = if has_no_host {
        "these files are published, and no host is told to hold them in a sandbox"
    } else {
        "these files are published, and GitHub Pages cannot be told to hold them in a sandbox"
    };
    Diagnostic::warning(Code("no-sandbox"), span, message).help(
        "name your host under `hosts`, or see to it that it sends `Content-Security-Policy: sandbox` with them",
    )
}

pub(super) fn too_large_for_host(span: Span, file: &str, host: &str, bytes: u64) -> Diagnostic {
    Diagnostic::warning(
        Code("host-limit"),
        span,
        format!("{host} takes no file of more than {} MiB, and `{file}` is larger", bytes / (1024 * 1024)),
    )
    .help("make the file smaller, split it, or publish it elsewhere and link to it")
}

pub(super) fn too_many_for_host(host: &str, count: usize, most: usize, what: &str) -> Diagnostic {
    Diagnostic::warning(
        Code("host-limit"),
        At::File("congbao.yaml".to_owned()),
        format!("{host} takes no more than {most} {what}, and this site has {count}"),
    )
    .help("publish on another host or plan, or take the host out of `hosts`")
}
