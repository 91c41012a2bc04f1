//! One question to another site: is there a page at this address?

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, ToSocketAddrs};
use std::str::FromStr;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use congbao::check::external::Answer;
use ureq::config::Config;
use ureq::http::{Method, StatusCode, Uri, header};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error, Proxy};

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
        Self::by_way_of(networks, Proxy::try_from_env())
    }

    fn by_way_of(networks: Networks, proxy: Option<Proxy>) -> Self {
        let is_open = match networks {
            Networks::Public => is_public,
            Networks::All => |_| true,
        };
        Self { agent: agent(is_open, proxy), networks }
    }

    /// Asks after an address and where it leads on to. Each step is looked at before it is taken: behind a proxy no name is
    /// resolved here.
    fn follow(&self, method: &Method, address: &str) -> Answer {
        let end = Instant::now() + LONGEST;
        let mut address = address.to_owned();
        for _ in 0..=REDIRECTS {
            let Ok(uri) = address.parse::<Uri>() else { return Answer::Silent(NO_ADDRESS.to_owned()) };
            if self.networks == Networks::Public && self.is_closed(&uri) {
                return Answer::Private;
            }
            let left = end.saturating_duration_since(Instant::now());
            let asked = if *method == Method::HEAD { self.agent.head(&uri) } else { self.agent.get(&uri) };
            let asked = asked.config().timeout_global(Some(left.max(SHORTEST))).build().call();
            address = match asked {
                Ok(response) if leads_on(response.status()) => {
                    let location = response.headers().get(header::LOCATION);
                    match location.and_then(|location| joined(&uri, location.to_str().ok()?)) {
                        Some(next) => next,
                        None => return Answer::Silent("it leads on to no whole address".to_owned()),
                    }
                }
                asked => return answer(asked),
            };
        }
        Answer::Silent(format!("it leads on more than {REDIRECTS} times"))
    }

    /// Whether an address is one of this machine or of a private network, as far as that can be told before it is asked.
    fn is_closed(&self, uri: &Uri) -> bool {
        let Some(host) = uri.host() else { return false };
        let config = self.agent.config();
        let has_proxy = config.proxy().is_some_and(|proxy| !proxy.is_no_proxy(uri));
        is_private_name(host) || (has_proxy && numbers_of(host).into_iter().any(|number| !is_public(number)))
    }
}

/// How long an answer is waited for at least, when a site has led on for long.
const SHORTEST: Duration = Duration::from_millis(100);
/// How long it is waited for what this machine knows of a name that a proxy is to look up.
const LOOKED_UP: Duration = Duration::from_secs(2);
/// What is said of an address that is none.
const NO_ADDRESS: &str = "this is no whole address";

/// Asks the hosts at the numbers that are open to it, and follows nothing by itself.
fn agent(is_open: fn(IpAddr) -> bool, proxy: Option<Proxy>) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(LONGEST))
        .proxy(proxy)
        .max_redirects(0)
        .max_redirects_will_error(false)
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
        match self.follow(&Method::HEAD, address) {
            Answer::Gone(_) | Answer::Refused(_) => self.follow(&Method::GET, address),
            answer => answer,
        }
    }
}

/// Whether a status sends readers to another address.
fn leads_on(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// Where an address leads on to, as the site at `from` writes it (RFC 3986, section 5); `None` where that is no page.
fn joined(from: &Uri, location: &str) -> Option<String> {
    let location = location.split('#').next().unwrap_or(location).trim();
    let (scheme, authority) = (from.scheme_str()?, from.authority()?);
    let scheme_of = |text: &str| text.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    if matches!(scheme_of(location).as_deref(), Some("http" | "https")) {
        return Some(location.to_owned());
    }
    let (folder, _) = from.path().rsplit_once('/').unwrap_or_default();
    Some(match location.as_bytes() {
        [] => return None,
        [b'/', b'/', ..] => format!("{scheme}:{location}"),
        [b'/', ..] => format!("{scheme}://{authority}{location}"),
        [b'?', ..] => format!("{scheme}://{authority}{}{location}", from.path()),
        _ if scheme_of(location)
            .is_some_and(|scheme| scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())) =>
        {
            return None;
        }
        _ => format!("{scheme}://{authority}{folder}/{location}"),
    })
}

/// The numbers that this machine knows behind a name; none where it knows none, or not soon.
fn numbers_of(host: &str) -> Vec<IpAddr> {
    let host = host.to_owned();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let found = (host.as_str(), 0).to_socket_addrs();
        let numbers: Vec<IpAddr> = found.into_iter().flatten().map(|address| address.ip()).collect();
        // Nobody may wait any more.
        let _ = sender.send(numbers);
    });
    receiver.recv_timeout(LOOKED_UP).unwrap_or_default()
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
        Err(Error::BadUri(_) | Error::Http(_)) => NO_ADDRESS.to_owned(),
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

/// Finds the numbers behind names, and hides those that are not open. Connections are made to these very numbers, so no name
/// can lead around.
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

/// Names of networks that are nobody's but their own: the ends of names that no register gives out.
const INNER: [&str; 9] =
    ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa"];

/// Whether a host is named by a number of a private network, in whatever form programs read numbers, or by a name that has a
/// meaning within such a network alone.
fn is_private_name(host: &str) -> bool {
    if let Some(number) = host.strip_prefix('[') {
        // What stands behind `%` is the network card.
        let number = number.trim_end_matches(']').split('%').next().unwrap_or_default();
        return number.parse().is_ok_and(|number| !is_public_v6(number));
    }
    let name = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    if name.split('.').all(|part| part.parse::<Part>().is_ok()) {
        return number_v4(&name).is_none_or(|number| !is_public_v4(number));
    }
    // A proxy may read `%2e` as a point.
    let is_inner =
        |ending: &&str| name.strip_suffix(*ending).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    !name.contains('.') || name.contains('%') || INNER.iter().any(is_inner)
}

/// A part of a number of version 4 as the old functions of C read it: decimal, octal behind `0`, hexadecimal behind `0x`.
struct Part(u64);

impl FromStr for Part {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (digits, radix) = match text.strip_prefix("0x") {
            Some("") => ("0", 16),
            Some(digits) => (digits, 16),
            None if text.len() > 1 && text.starts_with('0') => (text, 8),
            None => (text, 10),
        };
        if !digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(());
        }
        u64::from_str_radix(digits, radix).map(Part).map_err(drop)
    }
}

/// The number that a host of one to four parts stands for: `127.1`, `0177.0.0.1`, `2130706433`. The last part fills what the
/// others leave.
fn number_v4(host: &str) -> Option<Ipv4Addr> {
    let parts: Vec<u64> = host
        .split('.')
        .map(|part| part.parse().map(|Part(number)| number))
        .collect::<Result<_, ()>>()
        .ok()?;
    let (last, first) = parts.split_last()?;
    if first.len() > 3 || first.iter().any(|part| *part > 255) {
        return None;
    }
    let rest = 8 * (4 - u32::try_from(first.len()).ok()?);
    let head = first.iter().fold(0, |sum, part| sum << 8 | part) << rest;
    (*last < 1 << rest).then(|| u32::try_from(head | last).ok().map(Ipv4Addr::from_bits))?
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
        // Translated; behind `64:ff9b:1` as each network pleases.
        (0x64, 0xff9b) => third == 0 && inner(before, last),
        (0x2002, _) => inner(second, third),
        // All that is given out for the internet lies here, but for documentation and tunnels.
        _ => {
            first & 0xe000 == 0x2000
                && (first, second) != (0x2001, 0x0db8)
                && (first, second) != (0x2001, 0)
                && (first, second & 0xf000) != (0x3fff, 0)
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
            ("localhost.", true),
            ("a.localhost", true),
            ("may-in", true),
            ("may-in.local", true),
            ("noi-bo.internal", true),
            ("notlocal", true),
            ("a.notlocal", false),
            ("[::1]", true),
            ("[::ffff:127.0.0.1]", true),
            ("[::ffff:7f00:1]", true),
            ("[fe80::1]", true),
            ("[fe80::1%25eth0]", true),
            ("[fc00::1]", true),
            ("[fdab::1]", true),
            ("[64:ff9b:1::1]", true),
            ("[3fff::1]", true),
            ("[2400:cb00::1]", false),
            ("10.0.0.1", true),
            ("10.0.0.1.", true),
            ("0.0.0.0", true),
            ("0", true),
            ("100.64.0.1", true),
            ("127.1", true),
            ("10.1", true),
            ("2130706433", true),
            ("0x7f000001", true),
            ("0X7F.1", true),
            ("0177.0.0.1", true),
            ("017700000001", true),
            ("0300.0250.1.1", true),
            ("3232235777", true),
            ("1.2.3.4.5", true),
            ("256.1.1.1", true),
            ("99999999999", true),
            ("127%2e0.0.1", true),
            ("a.example", false),
            ("127.0.0.1.example", false),
            ("8.8.8.8", false),
            ("134744072", false),
            ("0x08080808", false),
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
        let agent = agent(|number| number == Ipv4Addr::LOCALHOST, None);
        let web = Web { agent, networks: Networks::All };
        assert_eq!(web.fetch(&format!("http://{address}/")), Answer::Private);
        assert_eq!(closed.accept().unwrap_err().kind(), io::ErrorKind::WouldBlock, "nobody knocked");
    }

    /// A proxy that takes everybody on to an address; hands out where it was asked to lead.
    fn proxy(location: &'static str) -> (Proxy, mpsc::Receiver<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().map_while(Result::ok) {
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let mut head = || {
                    let first = lines.next().and_then(Result::ok).unwrap_or_default();
                    while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
                    first
                };
                let first = head();
                if first.starts_with("CONNECT") {
                    write!(stream, "HTTP/1.1 200 OK\r\n\r\n").unwrap();
                    head();
                }
                // The test may be over.
                let _ = sender.send(first);
                let head = format!("HTTP/1.1 302 Found\r\nlocation: {location}\r\ncontent-length: 0");
                let _ = write!(stream, "{head}\r\nconnection: close\r\n\r\n");
            }
        });
        (Proxy::new(&format!("http://{address}")).unwrap(), receiver)
    }

    #[test]
    fn no_redirect_behind_a_proxy_leads_into_a_private_network() {
        for location in ["http://10.0.0.1/", "//127.1/x", "http://[::ffff:7f00:1]/", "http://may-in/"] {
            let (proxy, asked) = proxy(location);
            let web = Web::by_way_of(Networks::Public, Some(proxy));
            assert_eq!(web.fetch("http://a.example/"), Answer::Private, "{location}");
            assert!(asked.recv().unwrap().contains("a.example"), "{location}");
            assert!(asked.try_recv().is_err(), "nobody knocked at {location}");
        }
    }

    #[test]
    fn a_redirect_is_read_from_where_it_stands() {
        let from: Uri = "https://a.example:8/b/c?d".parse().unwrap();
        for (location, expected) in [
            ("http://x.example/y#z", Some("http://x.example/y")),
            ("//x.example/y", Some("https://x.example/y")),
            ("/y", Some("https://a.example:8/y")),
            ("y", Some("https://a.example:8/b/y")),
            ("?y", Some("https://a.example:8/b/c?y")),
            ("ftp://x.example/", None),
            ("", None),
        ] {
            assert_eq!(joined(&from, location).as_deref(), expected, "{location}");
        }
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
