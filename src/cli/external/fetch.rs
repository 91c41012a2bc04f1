//! One question to another site: is there a page at this address?

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use congbao::check::external::Answer;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

use super::Fetch;

/// How long an answer is waited for, all redirects together.
const LONGEST: Duration = Duration::from_secs(15);
/// How many redirects are followed.
const REDIRECTS: u32 = 5;

/// Which networks are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Networks {
    /// The internet alone: a text that somebody sent must not make this machine knock at doors of the office's network.
    Public,
    /// Those of this machine and of the office too.
    All,
}

/// The web as it is.
pub(super) struct Web {
    agent: Agent,
    networks: Networks,
}

impl Web {
    pub(super) fn new(networks: Networks) -> Self {
        let is_open = match networks {
            Networks::Public => is_public,
            Networks::All => |_| true,
        };
        Self { agent: agent(is_open), networks }
    }
}

/// Asks the hosts at the numbers that are open to it.
fn agent(is_open: fn(IpAddr) -> bool) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(LONGEST))
        .max_redirects(REDIRECTS)
        .max_redirects_will_error(true)
        .http_status_as_error(false)
        .user_agent(concat!("congbao/", env!("CARGO_PKG_VERSION"), " (check of links)"))
        .build();
    let door = Door { is_open, usual: DefaultResolver::default() };
    Agent::with_parts(config, DefaultConnector::new(), door)
}

impl Fetch for Web {
    /// Asks for the head alone, and once more for the page where that tells nothing: some sites know no other question.
    /// No body is ever read.
    fn fetch(&self, address: &str) -> Answer {
        let uri: Result<Uri, _> = address.parse();
        // Behind a proxy no name is resolved here, so a bare number is looked at before.
        let host = uri.as_ref().ok().and_then(|uri| uri.host());
        if self.networks == Networks::Public && host.is_some_and(is_private_name) {
            return Answer::Private;
        }
        match answer(self.agent.head(address).call()) {
            Answer::Gone(_) | Answer::Refused(_) => answer(self.agent.get(address).call()),
            answer => answer,
        }
    }
}

fn answer<Body>(response: Result<ureq::http::Response<Body>, Error>) -> Answer {
    let words = match response {
        Ok(response) => {
            return match response.status().as_u16() {
                status @ (404 | 410) => Answer::Gone(status),
                200..=399 => Answer::Alive,
                status => Answer::Refused(status),
            };
        }
        Err(Error::Io(error)) if error.kind() == io::ErrorKind::PermissionDenied => return Answer::Private,
        Err(Error::HostNotFound) => "there is no such site".to_owned(),
        Err(Error::Timeout(_)) => format!("no answer within {} seconds", LONGEST.as_secs()),
        Err(Error::TooManyRedirects) => format!("it leads on more than {REDIRECTS} times"),
        Err(Error::BadUri(_) | Error::Http(_)) => "this is no whole address".to_owned(),
        Err(Error::Rustls(_) | Error::Tls(_)) => "its certificate cannot be trusted".to_owned(),
        Err(Error::ConnectionFailed) => "no connection".to_owned(),
        Err(Error::Io(error)) if is_of_certificate(&error) => "its certificate cannot be trusted".to_owned(),
        Err(Error::Io(error)) => format!("no connection ({error})"),
        Err(error) => error.to_string(),
    };
    Answer::Silent(words)
}

/// Whether what broke a connection was the certificate of the other side.
fn is_of_certificate(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::InvalidData && error.to_string().contains("certificate")
}

/// Finds the numbers behind names, and hides those that are not open. Connections are made to these very numbers, and
/// each redirect comes by here too, so no name can lead around.
#[derive(Debug)]
struct Door {
    is_open: fn(IpAddr) -> bool,
    usual: DefaultResolver,
}

impl Resolver for Door {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = match self.usual.resolve(uri, config, timeout) {
            Err(Error::Io(_)) => return Err(Error::HostNotFound),
            found => found?,
        };
        // The proxy of the office may well stand in its network.
        let is_proxy = config.proxy().is_some_and(|proxy| Some(proxy.host()) == uri.host());
        if is_proxy {
            return Ok(found);
        }
        let mut open = self.empty();
        for address in found.iter().filter(|address| (self.is_open)(address.ip())) {
            open.push(*address);
        }
        if open.is_empty() {
            return Err(Error::Io(io::Error::from(io::ErrorKind::PermissionDenied)));
        }
        Ok(open)
    }
}

/// Whether a host is named by a number of a private network, or is this machine.
fn is_private_name(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || bare.parse().is_ok_and(|number| !is_public(number))
}

/// Whether a number is one of the internet at large.
fn is_public(number: IpAddr) -> bool {
    match number {
        IpAddr::V4(number) => is_public_v4(number),
        IpAddr::V6(number) => is_public_v6(number),
    }
}

fn is_public_v4(number: Ipv4Addr) -> bool {
    let [first, second, third, _] = number.octets();
    let is_special = number.is_private()
        || number.is_loopback()
        || number.is_link_local()
        || number.is_multicast()
        || number.is_documentation()
        // Shared by providers, of protocols, of measurements.
        || (first == 100 && second & 0xc0 == 64)
        || (first, second, third) == (192, 0, 0)
        || (first == 198 && second & 0xfe == 18);
    !is_special && first != 0 && first < 240
}

fn is_public_v6(number: Ipv6Addr) -> bool {
    let [first, second, third, .., before, last] = number.segments();
    // Numbers of version 4 in other clothes: mapped, translated, tunnelled.
    let inner = |high: u16, low: u16| {
        let ([one, two], [three, four]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(one, two, three, four))
    };
    if let Some(number) = number.to_ipv4_mapped() {
        return is_public_v4(number);
    }
    match (first, second) {
        (0x64, 0xff9b) => inner(before, last),
        (0x2002, _) => inner(second, third),
        // All that is given out for the internet lies here; the second is for documentation.
        _ => {
            first & 0xe000 == 0x2000 && (first, second) != (0x2001, 0x0db8) && (first, second) != (0x2001, 0)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn private_networks_are_known() {
        for (number, expected) in [
            ("8.8.8.8", true),
            ("172.15.0.1", true),
            ("172.16.0.1", false),
            ("10.0.0.1", false),
            ("192.168.1.1", false),
            ("127.0.0.1", false),
            ("127.1.2.3", false),
            ("169.254.169.254", false),
            ("100.64.0.1", false),
            ("100.128.0.1", true),
            ("198.19.0.1", false),
            ("0.0.0.0", false),
            ("255.255.255.255", false),
            ("224.0.0.1", false),
            ("2400:cb00::1", true),
            ("::1", false),
            ("::", false),
            ("fe80::1", false),
            ("fd00::1", false),
            ("ff02::1", false),
            ("2001:db8::1", false),
            ("::ffff:127.0.0.1", false),
            ("::ffff:8.8.8.8", true),
            ("::127.0.0.1", false),
            ("64:ff9b::10.0.0.1", false),
            ("64:ff9b::8.8.8.8", true),
            ("2002:7f00:1::", false),
        ] {
            assert_eq!(is_public(number.parse().unwrap()), expected, "{number}");
        }
        for (host, expected) in [
            ("LOCALHOST", true),
            ("[::1]", true),
            ("10.0.0.1", true),
            ("a.example", false),
            ("8.8.8.8", false),
        ] {
            assert_eq!(is_private_name(host), expected, "{host}");
        }
    }

    // Elsewhere a machine has one number of its own.
    #[cfg(target_os = "linux")]
    #[test]
    fn no_redirect_leads_through_a_closed_door() {
        let open = TcpListener::bind("127.0.0.1:0").unwrap();
        let closed = TcpListener::bind("127.0.0.2:0").unwrap();
        closed.set_nonblocking(true).unwrap();
        let (address, within) = (open.local_addr().unwrap(), closed.local_addr().unwrap());
        std::thread::spawn(move || {
            let (mut stream, _) = open.accept().unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
            let head = format!("HTTP/1.1 302 Found\r\nlocation: http://{within}/\r\ncontent-length: 0");
            write!(stream, "{head}\r\nconnection: close\r\n\r\n").unwrap();
        });
        let asked = agent(|number| number == Ipv4Addr::LOCALHOST).head(format!("http://{address}/")).call();
        assert_eq!(answer(asked), Answer::Private);
        assert_eq!(closed.accept().unwrap_err().kind(), io::ErrorKind::WouldBlock, "nobody knocked");
    }

    #[test]
    fn this_machine_is_not_asked_unless_it_may_be() {
        let web = Web::new(Networks::Public);
        for address in
            ["http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/", "http://2130706433:9/"]
        {
            assert_eq!(web.fetch(address), Answer::Private, "{address}");
        }
        assert!(matches!(Web::new(Networks::All).fetch("http://127.0.0.1:9/"), Answer::Silent(_)));
        assert!(matches!(web.fetch("http://"), Answer::Silent(_)));
    }
}
