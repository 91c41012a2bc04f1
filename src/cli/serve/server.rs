//! Answers to browsers.

use std::convert::Infallible;
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use congbao::diag::Diagnostics;
use congbao::hosts::{SANDBOX, runner};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::answer::Answer;
use super::round::{Portal, Reload};

/// Serves a portal until it is told to end.
pub(super) fn serve(listener: TcpListener, portal: Arc<Portal>) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let router = Router::new().fallback(respond).with_state(portal);
        let listener = tokio::net::TcpListener::from_std(listener)?;
        // Open streams of reloads would keep a graceful end waiting for ever.
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
    if !is_own_host(&uri, &headers) {
        return (StatusCode::FORBIDDEN, "this host name is not served\n").into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().to_owned();
    let asked = Arc::clone(&portal);
    let answered = tokio::task::spawn_blocking(move || asked.answer(&path)).await;
    let answer = answered.unwrap_or_else(|_| Answer::Failed(Diagnostics::new()));
    let policy = match &answer {
        Answer::File(path) if runner(&path.to_string_lossy()).is_some() => SANDBOX,
        _ => "default-src 'self'",
    };
    let mut response = match answer {
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
        Answer::Reload => reload(&portal, uri.query().and_then(|round| round.parse().ok())),
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
        (header::CONTENT_SECURITY_POLICY, policy),
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
fn reload(portal: &Portal, shown: Option<u64>) -> Response {
    let reload = portal.subscribe();
    let mut shown = shown.unwrap_or_else(|| reload.borrow().round());
    let events = WatchStream::new(reload).filter_map(move |reload| {
        let before = std::mem::replace(&mut shown, reload.round());
        (reload.round() > before).then(|| {
            Ok::<Event, Infallible>(match reload {
                Reload::Styles(round, addresses) if round == before + 1 => {
                    Event::default().event("styles").data(addresses.join("\n"))
                }
                // Of what came before the last round nothing is known but that it has been.
                Reload::Styles(round, _) | Reload::Pages(round) => {
                    Event::default().event("pages").data(round.to_string())
                }
            })
        })
    });
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

/// Whether the request names this machine: a name that another site has made lead here is refused, so that it cannot
/// read drafts. A request that names two hosts, or another in its address, is refused too.
fn is_own_host(uri: &Uri, headers: &HeaderMap) -> bool {
    let mut named = headers.get_all(header::HOST).iter();
    let host = named.next().filter(|_| named.next().is_none()).and_then(|host| host.to_str().ok());
    let is_own_address = uri.authority().is_none_or(|authority| is_own_name(authority.as_str()));
    is_own_address && host.is_some_and(is_own_name)
}

/// Whether a host as requests name it is this machine: `localhost` or a number, alone or with a port.
fn is_own_name(host: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_port = |port: &str| digits(port) && port.parse::<u16>().is_ok_and(|port| port != 0);
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => {
            let Some((number, behind)) = rest.split_once(']') else { return false };
            if number.parse::<Ipv6Addr>().is_err() {
                return false;
            }
            return behind.is_empty() || behind.strip_prefix(':').is_some_and(is_port);
        }
        None => host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port))),
    };
    let is_name = name.eq_ignore_ascii_case("localhost") || name.parse::<Ipv4Addr>().is_ok();
    is_name && port.is_none_or(is_port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_served() {
        let asked = |address: &str, hosts: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for host in hosts {
                headers.append(header::HOST, HeaderValue::from_static(host));
            }
            is_own_host(&address.parse().unwrap(), &headers)
        };
        for (host, expected) in [
            ("localhost", true),
            ("localhost:8750", true),
            ("LocalHost:8750", true),
            ("127.0.0.1:8750", true),
            ("[::1]:8750", true),
            ("[::1]", true),
            ("192.168.1.9:8750", true),
            ("evil.example", false),
            ("evil.example:8750", false),
            ("localhost.evil.example", false),
            ("evil-localhost", false),
            ("localhost.", false),
            ("127.0.0.1.evil.example", false),
            ("127.0.0.1.evil", false),
            ("127.1", false),
            ("2130706433", false),
            ("localhost:", false),
            ("localhost:0", false),
            ("localhost:+80", false),
            ("localhost:99999", false),
            ("localhost:8750:1", false),
            ("localhost:8750@evil.example", false),
            ("localhost/evil.example", false),
            ("localhost evil.example", false),
            ("[::1", false),
            ("[::1]evil.example", false),
            ("[::1].evil.example:8750", false),
            ("[127.0.0.1]", false),
            ("::1", false),
            ("", false),
        ] {
            assert_eq!(asked("/", &[host]), expected, "{host}");
        }
        assert!(!asked("/", &[]));
        assert!(!asked("/", &["localhost", "evil.example"]));
        assert!(!asked("/", &["localhost", "localhost"]));
        assert!(asked("http://localhost:8750/", &["localhost:8750"]));
        assert!(!asked("http://evil.example/", &["localhost"]));
    }
}
