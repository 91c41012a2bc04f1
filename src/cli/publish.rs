//! Writing a site that is ready: every page made and staged, then the list of all files, then one step.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Mutex;

use congbao::build::{self, GENERATOR, Output, Prepared, Remaking, SearchFiles};
use congbao::diag::Diagnostics;
use congbao::disk::{self, DiskError};
use congbao::hosts::{compressed, is_compressible};
use congbao::manifest::{self, Digest, Entry};
use congbao::path::Route;
use congbao::plan::{Job, Page};
use congbao::view::PublishedTable;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::stopwatch::Stopwatch;

/// A site whose files are all staged.
pub(super) struct Staged {
    /// The files, with the manifest as the last.
    pub(super) files: Vec<String>,
    /// What went wrong with templates.
    pub(super) diagnostics: Diagnostics,
    /// The sum of the manifest.
    pub(super) manifest: Digest,
    /// The index of the search, for the next build.
    pub(super) search: SearchFiles,
}

/// Makes the files of the site and stages them: every one, or those that are not as they lie in place. `read` are the
/// sums of the texts that it is made from.
pub(super) fn stage(
    prepared: &Prepared,
    mut read: BTreeMap<String, Digest>,
    target: &disk::Output,
    root: &Path,
    remaking: Option<Remaking>,
    watch: &mut Stopwatch,
) -> Result<Staged, DiskError> {
    let (words, search) = remaking.map(|Remaking { words, search }| (words, search)).unzip();
    // First, so that their bytes are gone again when the pages are made.
    let (data, tables) = if words.is_none() { prepared.data() } else { Default::default() };
    let pages = Pages { prepared, target, root, tables, problems: Mutex::default() };
    let mut files = if words.is_some() { target.entries_before().clone() } else { BTreeMap::new() };
    for artifact in data {
        files.extend(pages.put(artifact.route.output_file(), &artifact.bytes)?.files());
    }
    watch.lap("open data");
    // Before the pages, since making it takes more memory than they do, and what is noted of each page is not there yet.
    let mut search = prepared.search_files(search.zip(words.as_ref()));
    let is_of_index = search_files(prepared);
    files.retain(|file, _| !is_of_index(file));
    for file in search.unchanged.iter().map(Route::output_file) {
        files.extend(target.entries_before().get(&file).map(|entry| (file, entry.clone())));
    }
    for artifact in std::mem::take(&mut search.made) {
        files.extend(pages.put(artifact.route.output_file(), &artifact.bytes)?.files());
    }
    watch.lap("index of the search");
    let jobs = prepared.plan.jobs.iter();
    let jobs: Vec<&Job> =
        jobs.filter(|job| words.as_ref().is_none_or(|words| words.are_on(&job.page))).collect();
    let progress = progress(jobs.len());
    let (exports, others): (Vec<&Job>, Vec<&Job>) =
        jobs.into_iter().partition(|job| matches!(job.page, Page::Export(_)));
    let make = |jobs: Vec<&Job>| -> Result<Vec<Option<Made>>, DiskError> {
        let made = jobs.into_par_iter().map(|job| {
            let made = pages.make(job);
            progress.inc(1);
            made
        });
        made.collect()
    };
    let made = make(others).and_then(|mut made| {
        progress.suspend(|| watch.lap("pages"));
        made.extend(make(exports)?);
        Ok(made)
    });
    progress.finish_and_clear();
    let made: Vec<Made> = made?.into_iter().flatten().collect();
    watch.lap("forms of documents, feeds, calendars");
    read.extend(made.iter().filter_map(|made| Some((made.source.clone()?, made.entry.sha256))));
    for made in made {
        pages.forms_of(&made.file).for_each(|form| drop(files.remove(&form)));
        files.extend(made.files());
    }
    for artifact in prepared.theme_files() {
        files.extend(pages.put(artifact.route.output_file(), &artifact.bytes)?.files());
    }
    for artifact in prepared.host_files() {
        let file = artifact.route.output_file();
        let entry = target.put(&file, &artifact.bytes)?;
        files.insert(file, entry);
    }
    let mut diagnostics = pages.problems.into_inner().unwrap_or_default();
    let manifest = build::manifest(prepared, &read, files);
    let bytes = manifest.to_bytes().unwrap_or_else(|error| {
        diagnostics.push(build::no_manifest(&error));
        Vec::new()
    });
    let manifest_sum = target.put(manifest::FILE, &bytes)?.sha256;
    let mut files: Vec<String> = manifest.files.into_keys().collect();
    files.push(manifest::FILE.to_owned());
    Ok(Staged { files, diagnostics, manifest: manifest_sum, search })
}

/// Tells the files of the index of the search that are called after what they hold.
fn search_files(prepared: &Prepared) -> impl Fn(&str) -> bool {
    let search = prepared.plan.addresses.search().as_str().trim_start_matches('/').to_owned();
    let ending = |name: &str| name.rsplit_once('.').map(|(_, ending)| ending == "bin");
    move |file| file.strip_prefix(&search).and_then(ending) == Some(true)
}

/// A file that was staged.
struct Made {
    file: String,
    entry: Entry,
    /// The file of the portal that it is a copy of.
    source: Option<String>,
    /// Its compressed forms.
    forms: Vec<(String, Entry)>,
}

impl Made {
    fn files(self) -> impl Iterator<Item = (String, Entry)> {
        std::iter::once((self.file, self.entry)).chain(self.forms)
    }
}

/// What pages are made from and staged in.
struct Pages<'a> {
    prepared: &'a Prepared,
    target: &'a disk::Output,
    root: &'a Path,
    /// What the page about the data tells of them.
    tables: Vec<PublishedTable>,
    problems: Mutex<Diagnostics>,
}

impl Pages<'_> {
    fn make(&self, job: &Job) -> Result<Option<Made>, DiskError> {
        let made = self.prepared.make(job, || &self.tables);
        if !made.diagnostics.is_empty()
            && let Ok(mut problems) = self.problems.lock()
        {
            problems.append(made.diagnostics);
        }
        match made.value {
            Some(Output::Made(artifact)) => {
                let mut made = self.put(artifact.route.output_file(), &artifact.bytes)?;
                if self.prepared.is_gone(job) {
                    made.entry.status = Some(410);
                }
                if let Page::Redirect(to) = &job.page {
                    made.entry.redirect = Some(self.prepared.config.base_url.link(to));
                }
                Ok(Some(made))
            }
            Some(Output::Copied(asset, route)) => {
                let file = route.output_file();
                let source = self.prepared.site.asset(asset).path.as_str();
                let entry = self.target.copy(&file, &self.root.join(source))?;
                Ok(Some(Made { file, entry, source: Some(source.to_owned()), forms: Vec::new() }))
            }
            None => Ok(None),
        }
    }

    /// The names of the compressed forms of a file that the portal wants.
    fn forms_of(&self, file: &str) -> impl Iterator<Item = String> {
        self.prepared
            .config
            .precompress
            .iter()
            .map(move |compression| format!("{file}.{}", compression.word()))
    }

    /// Stages a file with the compressed forms that the portal wants.
    fn put(&self, file: String, bytes: &[u8]) -> Result<Made, DiskError> {
        let entry = self.target.put(&file, bytes)?;
        let mut forms = Vec::new();
        for compression in &self.prepared.config.precompress {
            if !is_compressible(&file, bytes.len()) {
                break;
            }
            let name = format!("{file}.{}", compression.word());
            let known = self.target.made_from(&name, (&file, entry.sha256), GENERATOR);
            if let Some(form) = known.or_else(|| compressed(bytes, *compression)) {
                let entry = self.target.put(&name, &form)?;
                forms.push((name, entry));
            }
        }
        Ok(Made { file, entry, source: None, forms })
    }
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
