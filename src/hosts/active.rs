//! Files that are run rather than shown: by the browser that opens them, with the rights of the portal, or by the host that
//! should hand them out; and files that hosts read as their own settings.

/// Who runs a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Runner {
    /// A browser: pages, pictures and data with scripts in them, scripts, styles. A policy can hold them in a sandbox.
    Browser,
    /// The host: programs, and settings of its own. No policy holds them back.
    Host,
}

/// What is sent with a file that a browser runs: it may load nothing, run nothing and is no part of the portal.
pub const SANDBOX: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// Endings of what browsers run: pages, XML of any sort (it may hold a page), scripts, styles, programs of plug-ins.
const OF_BROWSERS: [&str; 51] = [
    "appcache",
    "atom",
    "cjs",
    "class",
    "css",
    "dtd",
    "ent",
    "gml",
    "gpx",
    "hta",
    "htc",
    "htm",
    "html",
    "html5",
    "htmls",
    "jar",
    "jnlp",
    "js",
    "jse",
    "jsm",
    "kml",
    "mathml",
    "mht",
    "mhtm",
    "mhtml",
    "mjs",
    "mml",
    "owl",
    "rdf",
    "rng",
    "rss",
    "svg",
    "svgz",
    "swf",
    "vbe",
    "vbs",
    "wasm",
    "webarchive",
    "wsdl",
    "wsf",
    "xbl",
    "xht",
    "xhtm",
    "xhtml",
    "xml",
    "xsd",
    "xsl",
    "xslt",
    "xspf",
    "xul",
    "xap",
];

/// Endings of what hosts run where they are set up to. Programs of Windows are among them: IIS runs `.exe` and `.dll`, and
/// Apache on Windows `.bat` and `.cmd`, in folders that may run programs. Many hosts hand `.inc` to PHP.
const OF_HOSTS: [&str; 54] = [
    "action", "asa", "asax", "ascx", "ashx", "asmx", "asp", "aspx", "axd", "bat", "cfc", "cfm", "cfml",
    "cgi", "cmd", "cshtml", "dll", "do", "exe", "fcgi", "fpl", "inc", "jhtml", "jsp", "jspf", "jspx", "jsw",
    "lua", "phar", "php", "php2", "php3", "php4", "php5", "php6", "php7", "php8", "php9", "phps", "pht",
    "phtm", "phtml", "pl", "pm", "py", "rb", "sh", "shtm", "shtml", "ssi", "stm", "svc", "tcl", "vbhtml",
];

/// Names of the settings of hosts, in small letters.
const SETTINGS: [&str; 27] = [
    ".htaccess",
    ".htpasswd",
    ".nojekyll",
    ".user.ini",
    "_config.yml",
    "_headers",
    "_redirects",
    "_routes.json",
    "_worker.js",
    "amplify.yml",
    "app.yaml",
    "caddyfile",
    "cname",
    "firebase.json",
    "netlify.toml",
    "nginx.conf",
    "now.json",
    "php.ini",
    "render.yaml",
    "static.json",
    "staticfile",
    "staticwebapp.config.json",
    "vercel.json",
    "web.config",
    "wrangler.json",
    "wrangler.jsonc",
    "wrangler.toml",
];

/// Who runs a file of this name; `None` for what is only shown or stored. Hosts go by the last ending of a name alone, but
/// for Apache, which may go by any: so the name must be one that a site gives, with a single ending.
#[must_use]
pub fn runner(name: &str) -> Option<Runner> {
    // Windows leaves out what stands behind the name.
    let name = name.trim_end_matches(|letter: char| letter == '.' || letter.is_whitespace()).to_lowercase();
    if is_setting(&name) {
        return Some(Runner::Host);
    }
    let (_, ending) = name.rsplit_once('.')?;
    if OF_HOSTS.contains(&ending) {
        Some(Runner::Host)
    } else {
        OF_BROWSERS.contains(&ending).then_some(Runner::Browser)
    }
}

/// Whether a file of this name is one by which some host is set up.
#[must_use]
pub fn is_setting(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    SETTINGS.iter().any(|setting| name.eq_ignore_ascii_case(setting))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_run_is_told_from_what_is_shown() {
        for (name, expected) in [
            ("x.html", Some(Runner::Browser)),
            ("X.HTM", Some(Runner::Browser)),
            ("x.html. .", Some(Runner::Browser)),
            ("x.svgz ", Some(Runner::Browser)),
            ("a.b.svg", Some(Runner::Browser)),
            ("x.mjs", Some(Runner::Browser)),
            ("x.kml", Some(Runner::Browser)),
            ("x.wasm", Some(Runner::Browser)),
            ("x.PhP", Some(Runner::Host)),
            ("x.shtml", Some(Runner::Host)),
            (".HTACCESS", Some(Runner::Host)),
            ("web.config", Some(Runner::Host)),
            ("_Headers", Some(Runner::Host)),
            ("CNAME", Some(Runner::Host)),
            ("x.inc", Some(Runner::Host)),
            ("x.EXE", Some(Runner::Host)),
            ("x.dll", Some(Runner::Host)),
            ("x.bat", Some(Runner::Host)),
            ("x.asp", Some(Runner::Host)),
            ("x.phtml", Some(Runner::Host)),
            ("x.pdf.php", Some(Runner::Host)),
            ("x.pdf", None),
            ("html.pdf", None),
            ("x.docx", None),
            ("x.xlsx", None),
            ("x.png", None),
            ("x.zip", None),
            ("x.json", None),
            ("html", None),
            ("", None),
        ] {
            assert_eq!(runner(name), expected, "{name:?}");
        }
    }

    #[test]
    fn every_file_for_a_host_is_a_setting() {
        assert!(super::super::FILES.iter().all(|file| is_setting(file)));
        for endings in [&OF_BROWSERS[..], &OF_HOSTS, &SETTINGS] {
            assert!(endings.iter().all(|ending| *ending == ending.to_lowercase()));
        }
    }
}
