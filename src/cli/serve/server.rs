//! Answers to browsers.

use std::convert::Infallible;
use std::net::{IpAddr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use congbao::diag::Diagnostics;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::answer::Answer;
use super::round::{News, Portal};

/// Serves a portal until it is told to end.
pub(super) fn serve(listener: TcpListener, portal: Arc<Portal>) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let router = Router::new().fallback(respond).with_state(portal);
        let listener = tokio::net::TcpListener::from_std(listener)?;
        // Open streams of news would keep a graceful end waiting for ever.
        tokio::select! {
            ended = async { axum::serve(listener, router).await } => ended,
            ended = tokio::signal::ctrl_c() => ended,
        }
    })
}

async fn respond(
    State(portal): State<Arc<Portal>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if !is_own_host(&headers) {
        return (StatusCode::FORBIDDEN, "this host name is not served\n").into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().to_owned();
    let asked = Arc::clone(&portal);
    let answered = tokio::task::spawn_blocking(move || asked.answer(&path)).await;
    let mut response = match answered.unwrap_or_else(|_| Answer::Failed(Diagnostics::new())) {
        Answer::Bytes(name, bytes) => typed(&name, Body::from(bytes)),
        Answer::File(path) => match tokio::fs::read(&path).await {
            Ok(bytes) => typed(&path.to_string_lossy(), Body::from(bytes)),
            Err(error) => (StatusCode::NOT_FOUND, format!("{}: {error}\n", path.display())).into_response(),
        },
        Answer::NotFound(page) => {
            (StatusCode::NOT_FOUND, typed("404.html", Body::from(page))).into_response()
        }
        Answer::Elsewhere(address) => match HeaderValue::from_str(&address) {
            Ok(address) => (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, address)]).into_response(),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        },
        Answer::News => news(&portal, uri.query().and_then(|round| round.parse().ok())),
        Answer::InItsPlace(page) => {
            (StatusCode::INTERNAL_SERVER_ERROR, typed("page.html", Body::from(page))).into_response()
        }
        Answer::Failed(_) => {
            (StatusCode::INTERNAL_SERVER_ERROR, "this file could not be made\n").into_response()
        }
    };
    // As strict as a published site may be, so that what works here works there.
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'self'"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Bytes with the media type that their name tells.
fn typed(name: &str, body: Body) -> Response {
    let media_type = mime_guess::from_path(name).first_or_octet_stream();
    let is_text = media_type.type_() == mime_guess::mime::TEXT;
    let suffix = if is_text { "; charset=utf-8" } else { "" };
    ([(header::CONTENT_TYPE, format!("{media_type}{suffix}"))], body).into_response()
}

/// A stream of the rounds behind the one that a page is of: `pages` with the number of the round, `styles` with addresses,
/// one a line. Without a number, of the rounds to come.
fn news(portal: &Portal, shown: Option<u64>) -> Response {
    let news = portal.subscribe();
    let mut shown = shown.unwrap_or_else(|| news.borrow().round());
    let events = WatchStream::new(news).filter_map(move |news| {
        let before = std::mem::replace(&mut shown, news.round());
        (news.round() > before).then(|| {
            Ok::<Event, Infallible>(match news {
                News::Styles(round, addresses) if round == before + 1 => {
                    Event::default().event("styles").data(addresses.join("\n"))
                }
                // Of what came before the last round nothing is known but that it has been.
                News::Styles(round, _) | News::Pages(round) => {
                    Event::default().event("pages").data(round.to_string())
                }
            })
        })
    });
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

/// Whether the request names this machine: a name that another site has made lead here is refused, so that it cannot
/// read drafts.
fn is_own_host(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else { return false };
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    name == "localhost" || name.parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_served() {
        for (host, expected) in [
            ("localhost", true),
            ("localhost:8750", true),
            ("127.0.0.1:8750", true),
            ("[::1]:8750", true),
            ("192.168.1.9:8750", true),
            ("evil.example", false),
            ("evil.example:8750", false),
            ("localhost.evil.example", false),
            ("127.0.0.1.evil.example", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static(host));
            assert_eq!(is_own_host(&headers), expected, "{host}");
        }
        assert!(!is_own_host(&HeaderMap::new()));
    }
}
