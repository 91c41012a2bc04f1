//! A portal or a file to start from. A file has the fields of its kind, each with words about it in the language of the portal.
//!
//! The words lie in `vi.txt` and `en.txt`, a section for each kind. A line `name: {place}` is filled; where there is
//! nothing to fill it with, `name: {place|example}` becomes the comment `#name: example`.

mod fields;
mod number;
mod portal;

use crate::config::Config;
use crate::document::Kind;
use crate::lang::Lang;
use crate::legal::{Symbol, parse_session_number};
use crate::path::SitePath;
use crate::text::{Date, one_line, slug, to_roman};

pub use number::{NextNumber, next_number};
pub use portal::{PortalFile, portal};

/// What a new document is to be.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Its kind.
    pub kind: Kind,
    /// Its title or name.
    pub title: &'a str,
    /// Its number, where it is known: a symbol, for a session the number within the term.
    pub number: Option<&'a str>,
    /// Its day, where it is said.
    pub date: Option<Date>,
    /// The day of today.
    pub today: Date,
}

/// A new document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starter {
    /// Where it belongs.
    pub path: SitePath,
    /// Where it belongs if another page has the address that its first name would give.
    pub other_path: SitePath,
    /// What stands in it.
    pub text: String,
}

/// Why no document can be made of a request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The title is empty.
    #[error("the title is empty; write what the document is called")]
    NoTitle,
    /// This kind has no number.
    #[error("a document in `{0}` has no number; leave out --number")]
    NoNumber(&'static str),
    /// This kind has no date.
    #[error("a document in `{0}` has no date; leave out --date")]
    NoDate(&'static str),
    /// The number cannot be read.
    #[error("`{0}` is no whole number and symbol; write it as in the document, such as 128/NQ-HĐND")]
    NoSymbol(String),
    /// The number of a session cannot be read.
    #[error("`{0}` is no number of a session; write digits only, such as 14")]
    NoSessionNumber(String),
}

/// Makes a document to start from. `next` is the number of a resolution that is asked for without one: see
/// [`next_number`].
pub fn starter(request: Request<'_>, next: &NextNumber, config: &Config) -> Result<Starter, Refusal> {
    let Request { kind, number, date, today, .. } = request;
    let title = one_line(request.title);
    if title.is_empty() {
        return Err(Refusal::NoTitle);
    }
    refuse(kind, number, date)?;
    let session = parse_session_number(&title).filter(|_| kind == Kind::Session);
    let session = session.filter(|session| session.term.is_some() && session.council.is_none());
    let day = date.unwrap_or(today);
    let known_number = match (number, next, &session) {
        (Some(number), _, _) => Some(one_line(number)),
        (None, NextNumber::Certain(number), _) => Some(number.clone()),
        (None, _, Some(session)) => Some(session.number.to_string()),
        _ => None,
    };
    let term = session.as_ref().and_then(|session| session.term).map(to_roman);
    let has_day = kind.is_text() || date.is_some();
    let meeting = session.as_ref().map(|session| if session.is_thematic { "thematic" } else { "regular" });
    let hint = match next {
        NextNumber::Uncertain(last) => section(config.lang, "hint")
            .trim_end()
            .replace("{year}", &day.year().to_string())
            .replace("{last}", last),
        _ => String::new(),
    };
    let name = match (&session, &term) {
        (Some(session), Some(term)) => {
            format!(
                "khoa-{}-ky-hop-{}",
                term.to_lowercase(),
                known_number.as_deref().unwrap_or(&session.number.to_string())
            )
        }
        _ => slug(known_number.as_deref().filter(|_| kind == Kind::Resolution).unwrap_or(&title)),
    };
    let values = [
        ("title", session.is_none().then(|| quoted(&title))),
        ("number", known_number),
        ("date", has_day.then(|| day.to_string())),
        ("term", term),
        ("kind", meeting.map(str::to_owned)),
        ("hint", Some(hint)),
    ];
    let folder = if kind.is_text() {
        format!("content/{}/{}", kind.folder(), day.year())
    } else {
        format!("content/{}", kind.folder())
    };
    let path = |name: &str| SitePath::new(&format!("{folder}/{name}.md")).ok_or(Refusal::NoTitle);
    Ok(Starter {
        path: path(&name)?,
        other_path: path(&format!("{name}-{day}"))?,
        text: text(kind, config.lang, &values),
    })
}

fn refuse(kind: Kind, number: Option<&str>, date: Option<Date>) -> Result<(), Refusal> {
    match (kind, number) {
        (_, None) => {}
        (Kind::Resolution | Kind::Report, Some(number)) if Symbol::parse(number).is_some() => {}
        (Kind::Resolution | Kind::Report, Some(number)) => return Err(Refusal::NoSymbol(number.to_owned())),
        (Kind::Session, Some(number)) if number.parse::<u16>().is_ok() => {}
        (Kind::Session, Some(number)) => return Err(Refusal::NoSessionNumber(number.to_owned())),
        _ => return Err(Refusal::NoNumber(kind.folder())),
    }
    match (kind, date) {
        (Kind::Official | Kind::Topic | Kind::Page, Some(_)) => Err(Refusal::NoDate(kind.folder())),
        _ => Ok(()),
    }
}

/// A text as a value of YAML that nothing in it can end.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The lines of a section.
fn section(lang: Lang, name: &str) -> &'static str {
    let words = match lang {
        Lang::Vi => include_str!("vi.txt"),
        Lang::En => include_str!("en.txt"),
    };
    words.split("=== ").find_map(|section| section.strip_prefix(name)?.strip_prefix('\n')).unwrap_or_default()
}

fn text(kind: Kind, lang: Lang, values: &[(&str, Option<String>)]) -> String {
    let fields = section(lang, kind.name()).replace("@common\n", section(lang, "common"));
    let mut text = String::from("---\n");
    for line in fields.lines() {
        let line = filled(line, values);
        if !line.is_empty() {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text.push_str("---\n\n");
    text.push_str(section(lang, &format!("{} body", kind.name())));
    text
}

/// A line with its place filled, or as a comment where there is nothing to fill it with.
fn filled(line: &str, values: &[(&str, Option<String>)]) -> String {
    if line.starts_with('#') {
        return line.to_owned();
    }
    for (name, value) in values {
        let Some(start) = line.find(&format!("{{{name}")) else { continue };
        let Some((place, behind)) = line[start + 1 + name.len()..].split_once('}') else { continue };
        let before = &line[..start];
        return match (value, place.strip_prefix('|')) {
            (Some(value), _) => format!("{before}{value}{behind}"),
            (None, Some(example)) => format!("#{before}{example}{behind}"),
            (None, None) => String::new(),
        };
    }
    line.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::front::Field;
    use crate::text::{FileId, Source, parse_date};

    fn made(kind: Kind, title: &str, lang: Lang) -> Starter {
        let request =
            Request { kind, title, number: None, date: None, today: parse_date("2026-03-01").unwrap() };
        let config = Config { lang, ..Config::default() };
        starter(request, &NextNumber::Unknown, &config).unwrap()
    }

    #[test]
    fn every_field_of_every_kind_is_explained_and_its_example_can_be_read() {
        for lang in [Lang::Vi, Lang::En] {
            for kind in Kind::ALL {
                let Starter { path, text, .. } = made(kind, "Một \"tên\" \\ khác: #1", lang);
                let is_field =
                    |line: &&str| line[1..].starts_with(|letter: char| letter.is_ascii_lowercase());
                let lines = text
                    .lines()
                    .map(|line| line.strip_prefix('#').filter(|_| is_field(&line)).unwrap_or(line));
                let whole = lines.collect::<Vec<_>>().join("\n") + "\n";
                let known: Vec<&Field> = kind.fields().iter().copied().flatten().collect();
                for field in &known {
                    let is_named = whole.lines().any(|line| line.starts_with(&format!("{}:", field.name)));
                    let by_name = kind == Kind::Official && field.name == "title";
                    assert!(is_named || by_name, "{kind:?} {lang:?} does not tell of `{}`", field.name);
                }
                for text in [text, whole] {
                    let source = Source { id: FileId(0), path: path.clone(), text };
                    let checked = document::read(&source);
                    let problems: Vec<_> = checked.diagnostics.iter().collect();
                    assert!(problems.is_empty(), "{kind:?} {lang:?}: {problems:?}\n{}", source.text);
                    let front = checked.value.unwrap();
                    let name = front.fields.name().or(front.common.title.as_ref()).cloned();
                    assert_eq!(name.unwrap().value, "Một \"tên\" \\ khác: #1");
                }
            }
        }
    }

    #[test]
    fn files_lie_where_they_belong() {
        for (kind, title, expected) in [
            (Kind::Resolution, "Về ngân sách", "content/resolutions/2026/ve-ngan-sach.md"),
            (Kind::Report, "Báo cáo", "content/reports/2026/bao-cao.md"),
            (Kind::News, "Bế mạc", "content/news/2026/be-mac.md"),
            (Kind::Session, "Kỳ họp thứ 14, khóa XIV", "content/sessions/khoa-xiv-ky-hop-14.md"),
            (Kind::Session, "Phiên giải trình", "content/sessions/phien-giai-trinh.md"),
            (Kind::Official, "Nguyễn Văn Ất", "content/officials/nguyen-van-at.md"),
            (Kind::Topic, "Đầu tư công", "content/topics/dau-tu-cong.md"),
            (Kind::Body, "HĐND tỉnh", "content/bodies/hdnd-tinh.md"),
            (Kind::Page, "../../Giới thiệu", "content/pages/gioi-thieu.md"),
        ] {
            assert_eq!(made(kind, title, Lang::Vi).path.as_str(), expected);
        }
    }

    #[test]
    fn what_a_kind_does_not_have_is_refused() {
        let today = parse_date("2026-03-01").unwrap();
        let refused = |kind, title, number, date| {
            let request = Request { kind, title, number, date, today };
            starter(request, &NextNumber::Unknown, &Config::default()).unwrap_err()
        };
        assert_eq!(refused(Kind::News, " ", None, None), Refusal::NoTitle);
        assert_eq!(refused(Kind::News, "A", Some("1"), None), Refusal::NoNumber("news"));
        assert_eq!(refused(Kind::Topic, "A", None, Some(today)), Refusal::NoDate("topics"));
        assert_eq!(refused(Kind::Resolution, "A", Some("128"), None), Refusal::NoSymbol("128".to_owned()));
        assert_eq!(refused(Kind::Session, "A", Some("x"), None), Refusal::NoSessionNumber("x".to_owned()));
    }
}
