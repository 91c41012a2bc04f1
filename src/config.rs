//! `congbao.yaml`: read once, checked, never changed.

pub(crate) mod problems;

use crate::diag::{Checked, Diagnostic, Message, message};
use crate::front::{Entries, Located, Named, Reader, Record, Scalar, Shape, Text};
use crate::lang::Lang;
use crate::path::Route;
use crate::text::{Source, Span, slug};
use crate::{record, words, yaml};

record! {
    /// The fields of `congbao.yaml`, as written.
    pub struct ConfigFields {
        /// The name of the portal.
        title: Text,
        /// Where the portal is published, with `https://`; it may have a path.
        base_url: Text,
        /// The language of the frame.
        language: Located<Language>,
        /// The name of the theme, a folder below `themes/`; `default` is built in.
        theme: Text,
        /// The body that publishes; its resolutions are meant where a symbol names no issuer.
        organization: Text,
        /// One sentence about the portal, for its home page and for search engines.
        description: Text,
        /// A notice above every page.
        notice: Text,
        /// A picture for the head of each page, a file of the portal.
        emblem: Text,
        /// Colours of the institution.
        colors: Colors,
        /// Who answers for the portal.
        contact: Contact,
        /// The main menu; without it the sections that have pages.
        navigation: Vec<NavigationItem>,
        /// Words of addresses, by section.
        sections: Named<Text>,
        /// Rows of a list on one page.
        per_page: Located<u32>,
        /// The licence of the content.
        licence: Text,
        /// The time zone of the office.
        time_zone: Text,
        /// Whether pages are minified.
        minify: Located<bool>,
        /// Severity by code of problem.
        checks: Named<Located<CheckLevel>>,
        /// Hosts to write files for: headers, caching, redirects, media types.
        hosts: Vec<Located<Host>>,
        /// Addresses that lead to other pages now: old address and new one, such as `/chu-de/cu/: /chu-de/moi/`.
        moved: Named<Text>,
        /// Compressed forms to write beside each text, for hosts that send them as they are.
        precompress: Vec<Located<Compression>>,
        /// What may be published beside documents although browsers would run it.
        attachments: AttachmentRules,
    }
}

record! {
    /// Colours of the institution, as `#8A171C`.
    pub struct Colors {
        /// Headings, lines, the current section.
        brand: Located<Color>,
        /// Grounds of banner and strip.
        brand_deep: Located<Color>,
        /// Thin lines and the search button.
        gold: Located<Color>,
    }
}

record! {
    /// What may be published beside documents although browsers would run it.
    pub struct AttachmentRules {
        /// Endings such as `svg`, or single files such as `content/news/2023/ban-do.html`; hosts are told to hold them in a sandbox.
        allow: Vec<Text>,
    }
}

record! {
    /// Who answers for the portal.
    pub struct Contact {
        /// The person who answers for the content.
        person: Text,
        /// Postal address.
        address: Text,
        /// Telephone.
        phone: Text,
        /// E-mail.
        email: Text,
    }
}

record! {
    /// A line of the main menu.
    pub struct NavigationItem {
        /// What it is called.
        title: Text,
        /// Its address on the site, such as `/nghi-quyet/`.
        address: Text,
    }
}

words! {
    /// The language of the frame.
    pub enum Language {
        /// Vietnamese
        Vi = "vi",
        /// English
        En = "en",
    }
}

words! {
    /// What a sort of problem counts as.
    pub enum CheckLevel {
        /// Stops the site from being replaced.
        Error = "error",
        /// Shown, and counted with `--strict`.
        Warning = "warning",
        /// Shown.
        Note = "note",
        /// Not shown.
        Off = "off",
    }
}

words! {
    /// A host that is told by files of its own how to serve the site.
    pub enum Host {
        /// `_headers` and `_redirects` as Netlify reads them
        Netlify = "netlify",
        /// `_headers` and `_redirects` as Cloudflare Pages reads them
        Cloudflare = "cloudflare",
        /// `.nojekyll` for GitHub Pages
        Github = "github",
        /// `.htaccess`
        Apache = "apache",
        /// `nginx.conf`, to be included in a server block
        Nginx = "nginx",
        /// `Caddyfile`, to be imported into a site block
        Caddy = "caddy",
    }
}

words! {
    /// A way to make a file smaller that browsers undo.
    pub enum Compression {
        /// gzip (RFC 1952), known to every browser
        Gzip = "gz" | "gzip",
        /// Brotli (RFC 7932), smaller by a fifth; writing takes longer
        Brotli = "br" | "brotli",
    }
}

/// A colour, as `#rrggbb` in lower case.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Color(pub String);

impl Scalar for Color {
    const SHAPE: Shape = Shape::Pattern("^#[0-9A-Fa-f]{6}$");

    fn expected() -> Message {
        message!("expected.color")
    }

    fn parse(text: &str) -> Result<Self, crate::front::ScalarProblem> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
        match digits {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                Ok(Self(text.to_ascii_lowercase()))
            }
            _ => Err(crate::front::ScalarProblem::Form),
        }
    }
}

/// Sections whose words in addresses can be set. The key in the words of a theme is `address_` and this name.
pub const SECTIONS: [&str; 29] = [
    "resolutions",
    "reports",
    "news",
    "sessions",
    "terms",
    "officials",
    "topics",
    "bodies",
    "documents",
    "year",
    "status_in_force",
    "status_not_yet",
    "status_partly_expired",
    "status_expired",
    "status_suspended",
    "status_partly_suspended",
    "status_unknown",
    "index",
    "page",
    "data",
    "gaps",
    "site_map",
    "search",
    "calendar",
    "roles",
    "citations",
    "relations",
    "targets",
    "votes",
];

/// The settings of a portal.
#[derive(Debug, Clone)]
pub struct Config {
    /// The name of the portal.
    pub title: String,
    /// Where it is published.
    pub base_url: BaseUrl,
    /// The language of the frame.
    pub lang: Lang,
    /// The name of the theme.
    pub theme: String,
    /// The body that publishes.
    pub organization: Option<Text>,
    /// One sentence about the portal.
    pub description: Option<String>,
    /// A notice above every page.
    pub notice: Option<String>,
    /// A picture for the head of each page.
    pub emblem: Option<Text>,
    /// Colours of the institution.
    pub colors: Colors,
    /// Who answers for the portal.
    pub contact: Contact,
    /// The main menu, where it is set: title and address.
    pub navigation: Vec<(String, Route)>,
    /// Words of addresses that are set: section and slug.
    pub sections: Vec<(String, String)>,
    /// Rows of a list on one page.
    pub per_page: usize,
    /// The licence of the content.
    pub licence: Option<String>,
    /// The time zone of the office.
    pub time_zone: String,
    /// Whether pages are minified.
    pub minify: bool,
    /// Severity by code of problem.
    pub checks: Vec<(Text, CheckLevel)>,
    /// Hosts to write files for, each once, in their own order.
    pub hosts: Vec<Host>,
    /// Compressed forms to write beside each text, each once.
    pub precompress: Vec<Compression>,
    /// Endings and files that may be published although browsers would run them, as written.
    pub allow: Vec<Text>,
    /// Addresses that lead to other pages now: old and new, with the place of the old one.
    pub moved: Vec<(Route, Route, Span)>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: String::new(),
            base_url: BaseUrl::default(),
            lang: Lang::Vi,
            theme: "default".to_owned(),
            organization: None,
            description: None,
            notice: None,
            emblem: None,
            colors: Colors::default(),
            contact: Contact::default(),
            navigation: Vec::new(),
            sections: Vec::new(),
            per_page: 50,
            licence: None,
            time_zone: "Asia/Ho_Chi_Minh".to_owned(),
            minify: true,
            checks: Vec::new(),
            hosts: Vec::new(),
            precompress: Vec::new(),
            allow: Vec::new(),
            moved: Vec::new(),
        }
    }
}

/// The address that a portal is published under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    path: String,
}

impl Default for BaseUrl {
    fn default() -> Self {
        Self { origin: "https://localhost".to_owned(), path: String::new() }
    }
}

impl BaseUrl {
    /// Reads `https://host/path/`; the path may be missing. `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        if !matches!(scheme, "http" | "https") {
            return None;
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let is_host = !host.is_empty()
            && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte));
        let path = path.trim_end_matches('/');
        let route = Route::parse(&format!("/{path}/")).filter(|_| is_host)?;
        Some(Self {
            origin: format!("{scheme}://{}", host.to_ascii_lowercase()),
            path: route.as_str().trim_end_matches('/').to_owned(),
        })
    }

    /// The path that stands before every address of the site: empty, or `/nghi-quyet-hdnd`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Scheme and host: `https://example.vn`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The host without scheme and port: `example.vn`.
    #[must_use]
    pub fn host(&self) -> &str {
        let host = self.origin.split_once("://").map_or(self.origin.as_str(), |(_, host)| host);
        match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => host,
        }
    }

    /// A route as links on the site write it.
    #[must_use]
    pub fn link(&self, route: &Route) -> String {
        format!("{}{route}", self.path)
    }

    /// A route as a whole address.
    #[must_use]
    pub fn whole(&self, route: &Route) -> String {
        format!("{}{}{route}", self.origin, self.path)
    }
}

/// Reads the configuration. What is wrong or missing keeps its default and is told.
#[must_use]
pub fn read(source: &Source) -> Checked<Config> {
    let parsed = yaml::parse(source, 0, source.text.len());
    let mut reader = Reader { source, diagnostics: parsed.diagnostics };
    let is_broken = reader.diagnostics.has_errors();
    let mut entries = Entries::of(parsed.value, &mut reader);
    let fields = ConfigFields::take_from(&mut entries, &mut reader);
    entries.finish(&[ConfigFields::FIELDS], &mut reader);
    let start = source.span(0, 0);
    let config = settle(fields, start, is_broken, &mut reader);
    Checked { value: config, diagnostics: reader.diagnostics }
}

fn settle(fields: ConfigFields, start: Span, is_broken: bool, reader: &mut Reader<'_>) -> Config {
    let default = Config::default();
    let mut tell = |problem: Diagnostic| reader.diagnostics.push(problem);
    if !is_broken {
        for (name, is_missing) in [("title", fields.title.is_none()), ("base_url", fields.base_url.is_none())]
        {
            if is_missing {
                tell(problems::missing_setting(start, name));
            }
        }
    }
    let base_url = fields.base_url.and_then(|text| {
        let base_url = BaseUrl::parse(&text.value);
        if base_url.is_none() {
            tell(problems::bad_base_url(text.span, &text.value));
        }
        base_url
    });
    let mut navigation = Vec::new();
    for item in fields.navigation.unwrap_or_default() {
        let (Some(title), Some(address)) = (item.title, item.address) else {
            tell(problems::incomplete_navigation(start));
            continue;
        };
        match Route::parse(&address.value) {
            Some(route) => navigation.push((title.value, route)),
            None => tell(problems::bad_address(address.span, &address.value)),
        }
    }
    let mut sections = Vec::new();
    for (name, word) in fields.sections.unwrap_or_default().0 {
        if SECTIONS.contains(&name.value.as_str()) {
            sections.push((name.value, slug(&word.value)));
        } else {
            tell(problems::unknown_section(name.span, &name.value));
        }
    }
    let theme = fields.theme.filter(|theme| {
        let is_name = !theme.value.starts_with('.') && !theme.value.contains(['/', '\\']);
        if !is_name {
            tell(problems::bad_theme_name(theme.span, &theme.value));
        }
        is_name
    });
    let mut moved = Vec::new();
    for (old, new) in fields.moved.unwrap_or_default().0 {
        match (Route::parse(&old.value), Route::parse(&new.value)) {
            (Some(from), Some(to)) => moved.push((from, to, old.span)),
            (None, _) => tell(problems::bad_address(old.span, &old.value)),
            (_, None) => tell(problems::bad_address(new.span, &new.value)),
        }
    }
    let per_page = fields.per_page.and_then(|count| usize::try_from(count.value).ok());
    Config {
        title: fields.title.map_or(default.title, |text| text.value),
        base_url: base_url.unwrap_or(default.base_url),
        lang: match fields.language.map(|language| language.value) {
            Some(Language::En) => Lang::En,
            _ => Lang::Vi,
        },
        theme: theme.map_or(default.theme, |text| text.value),
        organization: fields.organization,
        description: fields.description.map(|text| text.value),
        notice: fields.notice.map(|text| text.value),
        emblem: fields.emblem,
        colors: fields.colors.unwrap_or_default(),
        contact: fields.contact.unwrap_or_default(),
        navigation,
        sections,
        per_page: per_page.filter(|count| *count > 0).unwrap_or(default.per_page),
        licence: fields.licence.map(|text| text.value),
        time_zone: fields.time_zone.map_or(default.time_zone, |text| text.value),
        minify: fields.minify.is_none_or(|minify| minify.value),
        checks: fields
            .checks
            .unwrap_or_default()
            .0
            .into_iter()
            .map(|(code, level)| (code, level.value))
            .collect(),
        hosts: each_once(fields.hosts),
        precompress: each_once(fields.precompress),
        allow: fields.attachments.and_then(|rules| rules.allow).unwrap_or_default(),
        moved,
    }
}

/// What a list names, each once, in the order of the words themselves.
fn each_once<T: Ord + Copy>(list: Option<Vec<Located<T>>>) -> Vec<T> {
    let named: std::collections::BTreeSet<T> = list.into_iter().flatten().map(|word| word.value).collect();
    named.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Catalogue, Language};
    use crate::path::SitePath;
    use crate::text::FileId;

    fn read_text(text: &str) -> (Config, Vec<String>) {
        let source =
            Source { id: FileId(0), path: SitePath::new("congbao.yaml").unwrap(), text: text.to_owned() };
        let checked = read(&source);
        let words = Catalogue::of(Language::English);
        let told = |problem: &Diagnostic| format!("{} {}", problem.code.0, words.say(&problem.message));
        let problems = checked.diagnostics.iter().map(told).collect();
        (checked.value, problems)
    }

    #[test]
    fn two_lines_are_enough() {
        let (config, problems) = read_text("title: Cổng\nbase_url: https://Example.VN/hdnd/\n");
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(config.base_url.link(&Route::home().page("a")), "/hdnd/a/");
        assert_eq!(config.base_url.whole(&Route::home()), "https://example.vn/hdnd/");
        assert_eq!(config.per_page, 50);
        assert!(config.minify);
    }

    #[test]
    fn faults_are_told() {
        let (_, problems) = read_text(
            "title: A\nbase_url: ftp://x\ntheme: ../x\nsections: {resolution: nq}\nnavigation: [{title: A}]\ncolors: {brand: red}\n",
        );
        insta::assert_snapshot!(problems.join("\n"), @r"
        wrong-type `red` must be a colour as six hexadecimal digits behind `#`, between quotation marks
        bad-address `ftp://x` is no address to publish under
        missing-field a line of `navigation` lacks its `title` or `address`
        unknown-field there is no section `resolution`
        unknown-theme `../x` is no name of a theme
        ");
        assert_eq!(read_text("").1.len(), 2);
    }
}
