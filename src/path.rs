//! Names of places: [`SitePath`] inside the portal's folder, [`Route`] on the built site.
//!
//! Both are checked when made, so no later step can leave the portal or the output folder.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A file of the portal: relative to its folder, forward slashes, UTF-8, no `.` or `..` segment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SitePath(Arc<str>);

impl From<SitePath> for String {
    fn from(path: SitePath) -> Self {
        path.0.as_ref().to_owned()
    }
}

impl TryFrom<String> for SitePath {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text).ok_or("a file of the portal is named from its folder on, with forward slashes")
    }
}

impl SitePath {
    /// Checks `text`; `None` where it is empty, absolute, or has an empty, `.`, `..`, backslash or NUL segment.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let whole = !text.is_empty() && text.split('/').all(is_plain_segment);
        whole.then(|| Self(Arc::from(text)))
    }

    /// The path as text, with forward slashes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder the file lies in, without a final slash; empty for a file at the top.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last segment.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// What stands behind the last dot of the file name, if there is one and a name before it.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        let (stem, extension) = self.file_name().rsplit_once('.')?;
        (!stem.is_empty() && !extension.is_empty()).then_some(extension)
    }

    /// The path without its extension.
    #[must_use]
    pub fn without_extension(&self) -> &str {
        match self.extension() {
            Some(extension) => &self.0[..self.0.len() - extension.len() - 1],
            None => &self.0,
        }
    }

    /// The place that `relative` names when it is written in this file (`../b.md`, `./a.md`, `a.md`).
    ///
    /// `None` where it leaves the portal or is no plain path.
    #[must_use]
    pub fn beside(&self, relative: &str) -> Option<Self> {
        let mut segments: Vec<&str> =
            self.folder().split('/').filter(|segment| !segment.is_empty()).collect();
        for segment in relative.split('/') {
            match segment {
                "." => {}
                ".." => {
                    segments.pop()?;
                }
                plain if is_plain_segment(plain) => segments.push(plain),
                _ => return None,
            }
        }
        Self::new(&segments.join("/"))
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn is_plain_segment(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..") && !segment.contains(['\\', '\0'])
}

/// An address on the built site, without the path of `base_url`: `/nghi-quyet/128-nq-hdnd-2022/`, `/404.html`.
///
/// Segments hold ASCII letters, digits, `-`, `_`, `~` and `.` only and are never `.` or `..`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(String);

impl Route {
    /// The home page, `/`.
    #[must_use]
    pub fn home() -> Self {
        Self("/".to_owned())
    }

    /// The page `segment` below this one; characters that a route cannot hold become `-`.
    #[must_use]
    pub fn page(&self, segment: &str) -> Self {
        let mut text = self.folder().to_owned();
        push_segment(&mut text, segment);
        text.push('/');
        Self(text)
    }

    /// The file `name` below this page; characters that a route cannot hold become `-`.
    #[must_use]
    pub fn file(&self, name: &str) -> Self {
        let mut text = self.folder().to_owned();
        push_segment(&mut text, name);
        Self(text)
    }

    /// Reads an address written by a person, such as an old one that is to be redirected.
    ///
    /// A final slash is added where the last segment has no extension. `None` where it is no plain path of the site.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let inner = address.strip_prefix('/')?;
        let trimmed = inner.strip_suffix('/').unwrap_or(inner);
        if trimmed.is_empty() {
            return Some(Self::home());
        }
        let is_plain = |segment: &str| {
            is_plain_segment(segment) && segment.bytes().all(is_route_byte) && !segment.starts_with('.')
        };
        if !trimmed.split('/').all(is_plain) {
            return None;
        }
        let last = trimmed.rsplit('/').next().unwrap_or(trimmed);
        let is_file = last.contains('.') && !inner.ends_with('/');
        Some(Self(if is_file { format!("/{trimmed}") } else { format!("/{trimmed}/") }))
    }

    /// The address as text, beginning with `/`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that a static host serves for this address, relative to the output folder.
    #[must_use]
    pub fn output_file(&self) -> String {
        let inner = self.0.trim_start_matches('/');
        if self.0.ends_with('/') { format!("{inner}index.html") } else { inner.to_owned() }
    }

    fn folder(&self) -> &str {
        let end = self.0.rfind('/').map_or(0, |slash| slash + 1);
        &self.0[..end]
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn is_route_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~')
}

fn push_segment(text: &mut String, segment: &str) {
    let start = text.len();
    text.extend(
        segment
            .chars()
            .map(|letter| if letter.is_ascii() && is_route_byte(letter as u8) { letter } else { '-' }),
    );
    if text[start..].trim_start_matches('.').is_empty() {
        text.truncate(start);
        text.push('-');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_the_portal() {
        for bad in ["", "/etc/passwd", "a//b", "..", "a/../b", "./a", "a\\b", "a\0b", "a/"] {
            assert_eq!(SitePath::new(bad), None, "{bad:?}");
        }
        let path = SitePath::new("content/news/2023/a.b.md").unwrap();
        assert_eq!(path.folder(), "content/news/2023");
        assert_eq!(path.file_name(), "a.b.md");
        assert_eq!(path.extension(), Some("md"));
        assert_eq!(path.without_extension(), "content/news/2023/a.b");
        assert_eq!(path.beside("../c.md").unwrap().as_str(), "content/news/c.md");
        assert_eq!(path.beside("./scan.pdf").unwrap().as_str(), "content/news/2023/scan.pdf");
        assert_eq!(path.beside("../../../../x"), None);
        assert_eq!(path.beside("/x"), None);
    }

    #[test]
    fn routes_hold_plain_segments() {
        let page = Route::home().page("nghi-quyet").page("128-nq-hdnd-2022");
        assert_eq!(page.as_str(), "/nghi-quyet/128-nq-hdnd-2022/");
        assert_eq!(page.output_file(), "nghi-quyet/128-nq-hdnd-2022/index.html");
        assert_eq!(page.file("../../x\\y?.pdf").as_str(), "/nghi-quyet/128-nq-hdnd-2022/..-..-x-y-.pdf");
        assert_eq!(Route::home().page("..").as_str(), "/-/");
        assert_eq!(Route::home().file("404.html").output_file(), "404.html");
    }

    #[test]
    fn old_addresses_are_read_or_refused() {
        for (address, expected) in [
            ("/cu/128-nq-hdnd", Some("/cu/128-nq-hdnd/")),
            ("/cu/128.html", Some("/cu/128.html")),
            ("/", Some("/")),
            ("/a/../b/", None),
            ("/a//b/", None),
            ("//host/x", None),
            ("a/b", None),
            ("/a?b=c", None),
            ("/.git/x/", None),
        ] {
            assert_eq!(Route::parse(address).as_ref().map(Route::as_str), expected, "{address}");
        }
    }
}
