//! `congbao new`

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use congbao::build::{Settings, ground, survey_again};
use congbao::diag::{At, Diagnostics, Severity};
use congbao::disk;
use congbao::document::Kind;
use congbao::inputs::Inputs;
use congbao::link::Drafts;
use congbao::memo::Memo;
use congbao::path::SitePath;
use congbao::starter::{NextNumber, Request, Starter, next_number, starter};
use congbao::text::{Date, FileId, Source};

use super::{Outcome, build, print, report};

/// Arguments of `new`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  congbao new resolution \"Về dự toán ngân sách năm 2027\" --number 45/NQ-HĐND --date 2026-12-09\n  congbao new news \"Khai mạc kỳ họp thứ 14\"\n  congbao new session \"Kỳ họp thứ 14, khóa XIV\"\n  congbao new official \"Nguyễn Văn A\""
)]
pub(super) struct NewArguments {
    /// What it is
    #[arg(value_enum)]
    kind: KindName,
    /// Its title; for an official the name
    title: String,
    /// Number and symbol of a resolution or report, such as 128/NQ-HĐND; for a session its number within the term
    #[arg(long)]
    number: Option<String>,
    /// Its day; without it, today where the kind has a day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = build::date)]
    date: Option<Date>,
}

/// The kinds as they are written on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum KindName {
    /// Nghị quyết
    #[value(aliases = ["resolutions", "nghi-quyet"])]
    Resolution,
    /// Báo cáo
    #[value(aliases = ["reports", "bao-cao"])]
    Report,
    /// Tin tức
    #[value(aliases = ["tin", "tin-tuc"])]
    News,
    /// Kỳ họp, phiên họp
    #[value(aliases = ["sessions", "ky-hop"])]
    Session,
    /// Đại biểu, người giữ chức vụ
    #[value(aliases = ["officials", "dai-bieu"])]
    Official,
    /// Chủ đề
    #[value(aliases = ["topics", "chu-de"])]
    Topic,
    /// Cơ quan
    #[value(aliases = ["bodies", "co-quan"])]
    Body,
    /// Trang
    #[value(aliases = ["pages", "trang"])]
    Page,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Resolution => Self::Resolution,
            KindName::Report => Self::Report,
            KindName::News => Self::News,
            KindName::Session => Self::Session,
            KindName::Official => Self::Official,
            KindName::Topic => Self::Topic,
            KindName::Body => Self::Body,
            KindName::Page => Self::Page,
        }
    }
}

pub(super) fn run(root: Option<PathBuf>, arguments: &NewArguments) -> Result<Outcome, String> {
    let root = super::root(root)?;
    let settings = Settings { clock: build::clock(None)?, drafts: Drafts::Shown, base_url: None };
    let mut inputs = disk::read(&root).map_err(|error| error.to_string())?;
    if inputs.config.is_none() {
        return Err(format!(
            "there is no congbao.yaml in {}; name the portal's folder, or make a portal with `congbao init`",
            root.display()
        ));
    }
    // What is wrong elsewhere in the portal is no hindrance to a new file.
    let (config, time) = ground(&inputs, &settings).value;
    let mut memo = Memo::default();
    let request = Request {
        kind: arguments.kind.into(),
        title: &arguments.title,
        number: arguments.number.as_deref(),
        date: arguments.date,
        today: time.day,
    };
    // Only the other resolutions can tell the number of a new one.
    let next = if request.kind == Kind::Resolution && request.number.is_none() {
        let site = survey_again(&inputs, &settings, &mut memo).value.site;
        next_number(&site, config.organization.as_ref(), request.date.unwrap_or(request.today))
    } else {
        NextNumber::Unknown
    };
    let Starter { path, other_path, text } =
        starter(request, &next, &config).map_err(|refusal| refusal.to_string())?;
    look_for_twin(&inputs, &path)?;
    let mut problems = errors_with(&mut inputs, &settings, &mut memo, &path, &text);
    let mut chosen = path;
    if problems.iter().any(|problem| problem.code.0 == "address-taken")
        && matches!(request.kind, Kind::Report | Kind::News | Kind::Page)
    {
        look_for_twin(&inputs, &other_path)?;
        inputs.sources.pop();
        problems = errors_with(&mut inputs, &settings, &mut memo, &other_path, &text);
        chosen = other_path;
    }
    if !problems.is_empty() {
        report::show(&inputs, &problems, &super::words());
        return Err("nothing was written, since the new file would have the errors above".to_owned());
    }
    write(&root.join(chosen.as_str()), &text)?;
    print(&format!("{}\n", shown(&root, &chosen)))?;
    Ok(Outcome::Done)
}

/// Refuses a path that is taken already, in whatever case and as file or folder.
fn look_for_twin(inputs: &Inputs, path: &SitePath) -> Result<(), String> {
    let bundle = format!("{}/index.md", path.without_extension());
    let is_same = |other: &str| {
        let other = other.to_lowercase();
        other == path.as_str().to_lowercase() || other == bundle.to_lowercase()
    };
    match inputs.sources.iter().find(|source| is_same(source.path.as_str())) {
        Some(source) => Err(format!(
            "there is already {}; open that file, or choose another title or number",
            source.path
        )),
        None => Ok(()),
    }
}

/// The errors that the portal would have because of a new file, which is the last source afterwards.
fn errors_with(
    inputs: &mut Inputs,
    settings: &Settings,
    memo: &mut Memo,
    path: &SitePath,
    text: &str,
) -> Diagnostics {
    let id = FileId(u32::try_from(inputs.sources.len()).unwrap_or(u32::MAX));
    inputs.sources.push(Source { id, path: path.clone(), text: text.to_owned() });
    let found = survey_again(inputs, settings, memo).diagnostics.sorted();
    let is_of_file = |at: &At| matches!(at, At::Span(span) if span.file == id);
    found
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .filter(|problem| is_of_file(&problem.at) || problem.labels.iter().any(|label| label.span.file == id))
        .cloned()
        .collect()
}

/// Writes a file that is not there yet.
fn write(path: &Path, text: &str) -> Result<(), String> {
    let refused = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => format!("{} is there already and is left alone", path.display()),
        _ => format!("{}: {error}", path.display()),
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(refused)?;
    }
    let mut file = File::create_new(path).map_err(refused)?;
    file.write_all(text.as_bytes()).map_err(refused)
}

/// The path as it is opened from the folder that the command was called in.
fn shown(root: &Path, path: &SitePath) -> String {
    let whole = root.join(path.as_str());
    let here = std::env::current_dir().ok();
    let inner = here.as_deref().and_then(|here| whole.strip_prefix(here).ok());
    inner.unwrap_or(&whole).display().to_string()
}
