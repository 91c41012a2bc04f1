//! `congbao build`

use std::path::{Path, PathBuf};

use clap::Args;
use congbao::build::{Clock, NextSite, Settings, new_lock, read, sums};
use congbao::config::BaseUrl;
use congbao::diag::{Diagnostics, Severity};
use congbao::disk::{self, Cache, DiskError, Manner};
use congbao::inputs::Inputs;
use congbao::link::Drafts;
use congbao::lock::FILE as LOCK;
use congbao::text::{Date, parse_date};

use super::stopwatch::Stopwatch;
use super::{Outcome, cache, publish, report};

/// Arguments of `build`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  congbao build\n  congbao build --output /srv/www --base-url https://example.vn/hdnd/\n  congbao build --date 2026-01-01 --strict"
)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
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
    /// Replace the files of the site one by one instead of the folder as a whole, for what holds on to the folder itself,
    /// such as a bind mount
    #[arg(long)]
    in_place: bool,
    /// Refuse to publish what would change congbao.lock.yaml: for machines that publish what others have committed
    #[arg(long)]
    locked: bool,
    /// Make everything again, without what the build before has kept in `.congbao-public` beside the output, and keep
    /// nothing for the next
    #[arg(long)]
    no_cache: bool,
    /// Say how long each step took, and how much processor time
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
    let program = if arguments.no_cache { None } else { cache::program() };
    let cache_before = program.and_then(|_| Cache::beside(&output));
    if cache_before.is_some() {
        super::take_small_pages();
    }
    let kept = program.zip(cache_before.as_ref()).and_then(|(program, cache)| cache::read(program, cache));
    let texts_before = cache_before.filter(|_| kept.is_some()).map(|cache| cache.texts()).unwrap_or_default();
    let (mut memo, before) =
        kept.map_or_else(Default::default, |kept| (kept.memo, Some((kept.site, kept.shards))));
    let (site_before, shards) = before.unzip();
    watch.lap("take up what the build before has kept");
    let refused = |error: DiskError| error.to_string();
    let (mut inputs, texts) =
        disk::read_unknown(&root, &texts_before, |path, hash| memo.knows(path, hash)).map_err(refused)?;
    let mut documents = read(&inputs, &settings, &mut memo);
    if documents.lacks_texts() {
        inputs = disk::read(&root).map_err(refused)?;
        documents = read(&inputs, &settings, &mut memo);
    }
    watch.lap("read and parse");
    let mut diagnostics = Diagnostics::new();
    let reworded = documents.reworded();
    let sums = sums(&inputs, &memo);
    inputs.forget_documents();
    let prepared = documents.prepare(&inputs, &settings, None).unpack(&mut diagnostics);
    watch.lap("link and plan");
    if is_refused(&diagnostics, arguments.strict) {
        return Ok(refuse(&root, inputs, diagnostics));
    }
    let is_own = arguments.base_url.is_none() && !arguments.drafts && matches!(settings.clock, Clock::Now(_));
    let lock = is_own.then(|| new_lock(&prepared, &inputs)).flatten();
    if arguments.locked && lock.is_some() {
        show(&root, inputs, diagnostics);
        eprintln!("{LOCK} is not up to date: run `congbao build` and commit it; the site was not replaced");
        return Ok(Outcome::ContentErrors);
    }
    watch.lap("compare addresses with those published before");
    let manner = if arguments.in_place { Manner::InPlace } else { Manner::Whole };
    let mut target = disk::Output::open(&output, &root, manner).map_err(|error| error.to_string())?;
    let site_before = site_before.filter(|site| target.is_as_left(site.manifest()));
    let remaking = site_before.zip(reworded).and_then(|(site, reworded)| prepared.remaking(site, &reworded));
    watch.lap("compare the site with what was kept");
    let staged = match publish::stage(&prepared, sums.clone(), &target, &root, remaking, &mut watch) {
        Ok(staged) => staged,
        Err(error) => {
            // What was staged or kept may be what fills the disk.
            let forgotten = target.forget_kept();
            let discarded = target.close();
            return Err(not_replaced(&[Err(error), forgotten, discarded]));
        }
    };
    let is_sound = staged.diagnostics.is_empty();
    diagnostics.append(staged.diagnostics);
    watch.lap("the list of all files");
    if is_refused(&diagnostics, arguments.strict) {
        target.close().map_err(|error| error.to_string())?;
        return Ok(refuse(&root, inputs, diagnostics));
    }
    let done = target.commit(&staged.files).map_err(|error| error.to_string())?;
    watch.lap("put in place");
    if let Some(program) = program.filter(|_| is_sound) {
        let (manifest, search) = (staged.manifest, &staged.search);
        let next = NextSite { program, prepared: &prepared, manifest, search, memo: &memo, sums: &sums };
        cache::keep(&next, shards.as_ref(), &texts, &target, &staged.files);
        watch.lap("keep what the next build can use");
    }
    target.close().map_err(|error| error.to_string())?;
    if let Some(text) = lock {
        disk::write_lock(&root, &text).map_err(|error| {
            format!("{error}\nthe site was published, but its new addresses are not recorded in {LOCK}")
        })?;
        eprintln!("new addresses are recorded in {LOCK}: commit it with the content");
    }
    show(&root, inputs, diagnostics);
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
    // The process ends here: to give half a gigabyte back piece by piece is a twentieth of what a small edit costs.
    std::mem::forget((prepared, memo, staged.search));
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

/// What the machine refused.
fn not_replaced(results: &[Result<(), DiskError>]) -> String {
    let refused = results.iter().filter_map(|result| result.as_ref().err());
    let mut words: Vec<String> = refused.map(ToString::to_string).collect();
    words.push("the site was not replaced".to_owned());
    words.join("\n")
}

/// Shows what is wrong, with the lines of texts that were freed.
fn show(root: &Path, mut inputs: Inputs, diagnostics: Diagnostics) {
    disk::recall(root, &mut inputs, &diagnostics);
    report::show(&inputs, &diagnostics.sorted(), &super::words());
}

fn refuse(root: &Path, inputs: Inputs, diagnostics: Diagnostics) -> Outcome {
    show(root, inputs, diagnostics);
    eprintln!("the site was not replaced");
    Outcome::ContentErrors
}
