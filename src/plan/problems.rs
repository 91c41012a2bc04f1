//! Problems with addresses.

use crate::diag::{At, Code, Diagnostic};
use crate::path::Route;
use crate::text::Span;

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
    .help("give one of them another `slug`, or enter one of them as a file with a `slug` of its own");
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
