//! `congbao build`

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use clap::Args;
use congbao::build::{Clock, Output, Prepared, Settings, prepare};
use congbao::config::BaseUrl;
use congbao::diag::{Diagnostics, Severity};
use congbao::disk::{self, DiskError};
use congbao::inputs::Inputs;
use congbao::link::Drafts;
use congbao::render::Artifact;
use congbao::text::{Date, parse_date};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::{Outcome, report};

/// Arguments of `build`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  congbao build\n  congbao build --output /srv/www --base-url https://example.vn/hdnd/\n  congbao build --date 2026-01-01 --strict"
)]
pub(super) struct BuildArguments {
    /// Where the site is written
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Publish under this address instead of the one in congbao.yaml
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<BaseUrl>,
    /// Show drafts and what is scheduled for later
    #[arg(long)]
    drafts: bool,
    /// The day for which validity is computed; otherwise that of `SOURCE_DATE_EPOCH`, otherwise today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    date: Option<Date>,
    /// Let warnings count as errors
    #[arg(long)]
    strict: bool,
    /// Say how long each step took
    #[arg(long)]
    timings: bool,
}

pub(super) fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::parse(text).ok_or_else(|| "write an address such as https://example.vn/hdnd/".to_owned())
}

pub(super) fn date(text: &str) -> Result<Date, String> {
    parse_date(text).map_err(|_| "write a day of the calendar such as 2026-01-31".to_owned())
}

pub(super) fn run(root: Option<PathBuf>, arguments: &BuildArguments) -> Result<Outcome, String> {
    let root = super::root(root)?;
    let settings = Settings {
        clock: clock(arguments.date)?,
        drafts: if arguments.drafts { Drafts::Shown } else { Drafts::Hidden },
        base_url: arguments.base_url.clone(),
    };
    let output = arguments.output.clone().unwrap_or_else(|| root.join("public"));
    let mut watch = Stopwatch::start(arguments.timings);
    let inputs = disk::read(&root).map_err(|error| error.to_string())?;
    watch.lap("read");
    let mut diagnostics = Diagnostics::new();
    let prepared = prepare(&inputs, &settings).unpack(&mut diagnostics);
    watch.lap("parse, link and plan");
    if is_refused(&diagnostics, arguments.strict) {
        return Ok(refuse(&inputs, diagnostics));
    }
    let target = disk::Output::open(&output, &root).map_err(|error| error.to_string())?;
    let (files, made) = make_all(&prepared, &target, &root).map_err(|error| error.to_string())?;
    diagnostics.append(made);
    watch.lap("render and stage");
    if is_refused(&diagnostics, arguments.strict) {
        target.discard().map_err(|error| error.to_string())?;
        return Ok(refuse(&inputs, diagnostics));
    }
    let done = target.commit(&files).map_err(|error| error.to_string())?;
    watch.lap("move into place");
    report::show(&inputs, &diagnostics.sorted());
    let site = &prepared.site;
    println!(
        "{} documents, {} pages and files: {} written ({} KB), {} unchanged, {} removed, in {:.2} s -> {}",
        site.texts(),
        done.files,
        done.written,
        done.bytes / 1000,
        done.files - done.written,
        done.removed,
        watch.total().as_secs_f64(),
        output.display(),
    );
    Ok(Outcome::Done)
}

/// The day that is asked for, else the one of the sources, else now.
pub(super) fn clock(date: Option<Date>) -> Result<Clock, String> {
    if let Some(day) = date {
        return Ok(Clock::Day(day));
    }
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text
            .parse()
            .ok()
            .and_then(|seconds| jiff::Timestamp::from_second(seconds).ok())
            .map(Clock::Now)
            .ok_or_else(|| format!("SOURCE_DATE_EPOCH is `{text}`, which is no number of seconds")),
        Err(_) => Ok(Clock::Now(jiff::Timestamp::now())),
    }
}

pub(super) fn is_refused(diagnostics: &Diagnostics, is_strict: bool) -> bool {
    diagnostics.has_errors() || (is_strict && diagnostics.count(Severity::Warning) > 0)
}

fn refuse(inputs: &Inputs, diagnostics: Diagnostics) -> Outcome {
    report::show(inputs, &diagnostics.sorted());
    eprintln!("the site was not replaced");
    Outcome::ContentErrors
}

/// Renders every page and stages it. The files of the site come back, and what went wrong with templates.
fn make_all(
    prepared: &Prepared,
    target: &disk::Output,
    root: &Path,
) -> Result<(Vec<String>, Diagnostics), DiskError> {
    let jobs = &prepared.plan.jobs;
    // First, so that their bytes are gone again when the pages are made.
    let (data, tables) = prepared.data();
    let mut files: Vec<String> = Vec::with_capacity(jobs.len());
    for artifact in data {
        put(target, &artifact, &mut files)?;
    }
    let progress = progress(jobs.len());
    let problems = Mutex::new(Diagnostics::new());
    let pages: Result<Vec<Option<String>>, DiskError> = jobs
        .par_iter()
        .map(|job| {
            let made = prepared.make(job, || &tables);
            if !made.diagnostics.is_empty()
                && let Ok(mut problems) = problems.lock()
            {
                problems.append(made.diagnostics);
            }
            progress.inc(1);
            match made.value {
                Some(Output::Made(artifact)) => {
                    let file = artifact.route.output_file();
                    target.put(&file, &artifact.bytes)?;
                    Ok(Some(file))
                }
                Some(Output::Copied(asset, route)) => {
                    let file = route.output_file();
                    target.copy(&file, &root.join(prepared.site.asset(asset).path.as_str()))?;
                    Ok(Some(file))
                }
                None => Ok(None),
            }
        })
        .collect();
    progress.finish_and_clear();
    files.extend(pages?.into_iter().flatten());
    for artifact in prepared.search_files().into_iter().chain(prepared.theme_files()) {
        put(target, &artifact, &mut files)?;
    }
    Ok((files, problems.into_inner().unwrap_or_default()))
}

fn put(target: &disk::Output, artifact: &Artifact, files: &mut Vec<String>) -> Result<(), DiskError> {
    let file = artifact.route.output_file();
    target.put(&file, &artifact.bytes)?;
    files.push(file);
    Ok(())
}

fn progress(length: usize) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        eprintln!("making {length} pages and files");
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(length).unwrap_or(u64::MAX));
    match ProgressStyle::with_template("{bar:40} {pos}/{len} pages, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Time by step.
struct Stopwatch {
    start: Instant,
    last: Instant,
    is_shown: bool,
}

impl Stopwatch {
    fn start(is_shown: bool) -> Self {
        let now = Instant::now();
        Self { start: now, last: now, is_shown }
    }

    fn lap(&mut self, name: &str) {
        let now = Instant::now();
        if self.is_shown {
            eprintln!("{name}: {:.2} s", (now - self.last).as_secs_f64());
        }
        self.last = now;
    }

    fn total(&self) -> Duration {
        self.start.elapsed()
    }
}
