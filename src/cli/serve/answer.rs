//! What a request is answered with: a function of the round and the address, no more.

use std::path::PathBuf;

use congbao::build::Output;
use congbao::diag::{Checked, Diagnostics};
use congbao::path::Route;
use congbao::plan::{Export, Page};

use super::round::{Round, Source};

/// Where what belongs to the preview alone lies, below the home page.
const OWN: &str = "_congbao/";
/// Reloads pages and shows problems.
const SCRIPT: &str = include_str!("preview.js");
/// How problems look.
const STYLE: &str = include_str!("preview.css");

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Bytes; the name tells their type.
    Bytes(String, Vec<u8>),
    /// What is shown where there is nothing.
    NotFound(Vec<u8>),
    /// A file of the portal.
    File(PathBuf),
    /// Another address has it.
    Elsewhere(String),
    /// A stream of what is new.
    Reload,
    /// A page could not be made, though there is one: what is wrong.
    Failed(Diagnostics),
    /// A page in the place of one that could not be made.
    InItsPlace(Vec<u8>),
}

/// Answers a request for `path`: as it stands in the request, without its query. Only what is listed is handed out, so
/// no address leads out of the site.
pub(super) fn answer(round: &Round, path: &str) -> Answer {
    let home = round.home();
    let Some(inner) = path.strip_prefix(&home) else {
        let is_above = home.starts_with(path.trim_end_matches('/'));
        return if is_above { Answer::Elsewhere(home) } else { not_found(round) };
    };
    match inner.strip_prefix(OWN) {
        Some("news") => return Answer::Reload,
        Some("preview.js") => return Answer::Bytes("preview.js".to_owned(), SCRIPT.as_bytes().to_vec()),
        Some("preview.css") => return Answer::Bytes("preview.css".to_owned(), STYLE.as_bytes().to_vec()),
        Some("problems.json") => {
            return Answer::Bytes("problems.json".to_owned(), round.all_problems().into_bytes());
        }
        Some(_) => return not_found(round),
        None => {}
    }
    let is_page = inner.is_empty() || inner.ends_with('/');
    let file = if is_page { format!("{inner}index.html") } else { inner.to_owned() };
    if let Some(place) = round.files.get(&file) {
        return at(round, *place, file);
    }
    if !is_page && let Some(bytes) = round.search_file(&file) {
        return Answer::Bytes(file, bytes);
    }
    if !is_page && round.files.contains_key(&format!("{inner}/index.html")) {
        return Answer::Elsewhere(format!("{path}/"));
    }
    not_found(round)
}

fn at(round: &Round, place: Source, file: String) -> Answer {
    let prepared = &round.prepared;
    match place {
        Source::Theme(asset) => match prepared.theme.assets.get(asset) {
            Some(asset) => Answer::Bytes(file, asset.bytes.clone()),
            None => Answer::Failed(Diagnostics::new()),
        },
        Source::Job(job) => {
            let Some(job) = prepared.plan.jobs.get(job) else { return Answer::Failed(Diagnostics::new()) };
            if let Page::Export(Export::Data(_)) = job.page {
                return match round.data_file(&file) {
                    Some(bytes) => Answer::Bytes(file, bytes),
                    None => Answer::Failed(Diagnostics::new()),
                };
            }
            let Checked { value, diagnostics } = prepared.make(job, || round.tables());
            match value {
                Some(Output::Made(artifact)) if has_extension(&file, "html") => {
                    Answer::Bytes(file, previewed(&artifact.bytes, round))
                }
                Some(Output::Made(artifact)) => Answer::Bytes(file, artifact.bytes),
                Some(Output::Copied(asset, _)) => {
                    Answer::File(round.root.join(prepared.site.asset(asset).path.as_str()))
                }
                None => Answer::Failed(diagnostics),
            }
        }
    }
}

/// What is shown in the place of a page that cannot be made: how it was when it last could be, said to be old; else a
/// page that has nothing but the problems over it.
pub(super) fn in_its_place(round: &Round, earlier: Option<(u64, &[u8])>) -> Vec<u8> {
    let script = script(round, true);
    match earlier {
        Some((of, page)) => {
            let own = script_of(&round.home(), of, false);
            String::from_utf8_lossy(page).replacen(&own, &script, 1).into_bytes()
        }
        None => format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Congbao</title>{script}</head>\
             <body><p>This page could not be made.</p></body></html>\n"
        )
        .into_bytes(),
    }
}

fn not_found(round: &Round) -> Answer {
    let file = Route::home().file("404.html").output_file();
    match round.files.get(&file).map(|place| at(round, *place, file)) {
        Some(Answer::Bytes(_, bytes)) => Answer::NotFound(bytes),
        _ => Answer::NotFound(Vec::new()),
    }
}

/// Whether a file has this extension.
pub(super) fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(extension))
}

/// A page with the script of the preview.
fn previewed(page: &[u8], round: &Round) -> Vec<u8> {
    let script = script(round, false);
    let head = b"<head>";
    let at = memchr::memmem::find(page, head).map_or(page.len(), |at| at + head.len());
    let (before, behind) = page.split_at(at);
    [before, script.as_bytes(), behind].concat()
}

fn script(round: &Round, is_old: bool) -> String {
    script_of(&round.home(), round.number, is_old)
}

/// The script of a page, which is told the round of the page and whether that is an old one.
fn script_of(home: &str, round: u64, is_old: bool) -> String {
    let old = if is_old { "-old" } else { "" };
    format!("<script type=\"module\" src=\"{home}{OWN}preview.js?{round}{old}\"></script>")
}
