//! Writing a site that is ready: every page made and staged, then the list of all files, then one step.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Mutex;

use congbao::build::{self, GENERATOR, Output, Prepared};
use congbao::diag::Diagnostics;
use congbao::disk::{self, DiskError};
use congbao::hosts::{compressed, is_compressible};
use congbao::manifest::{self, Digest, Entry};
use congbao::plan::{Job, Page};
use congbao::view::PublishedTable;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

/// A site whose files are all staged.
pub(super) struct Staged {
    /// The files, with the manifest.
    pub(super) files: Vec<String>,
    /// What went wrong with templates.
    pub(super) diagnostics: Diagnostics,
}

/// Makes every file of the site and stages it. `read` are the sums of the texts that it is made from.
pub(super) fn stage(
    prepared: &Prepared,
    mut read: BTreeMap<String, Digest>,
    target: &disk::Output,
    root: &Path,
) -> Result<Staged, DiskError> {
    // First, so that their bytes are gone again when the pages are made.
    let (data, tables) = prepared.data();
    let pages = Pages { prepared, target, root, tables, problems: Mutex::default() };
    let mut files: BTreeMap<String, Entry> = BTreeMap::new();
    for artifact in data {
        files.extend(pages.put(artifact.route.output_file(), &artifact.bytes)?.files());
    }
    let progress = progress(prepared.plan.jobs.len());
    let made: Result<Vec<Option<Made>>, DiskError> = prepared
        .plan
        .jobs
        .par_iter()
        .map(|job| {
            let made = pages.make(job);
            progress.inc(1);
            made
        })
        .collect();
    progress.finish_and_clear();
    let made: Vec<Made> = made?.into_iter().flatten().collect();
    read.extend(made.iter().filter_map(|made| Some((made.source.clone()?, made.entry.sha256))));
    files.extend(made.into_iter().flat_map(Made::files));
    for artifact in prepared.search_files().into_iter().chain(prepared.theme_files()) {
        files.extend(pages.put(artifact.route.output_file(), &artifact.bytes)?.files());
    }
    for artifact in prepared.host_files() {
        let file = artifact.route.output_file();
        let entry = target.put(&file, &artifact.bytes)?;
        files.insert(file, entry);
    }
    let mut diagnostics = pages.problems.into_inner().unwrap_or_default();
    let manifest = build::manifest(prepared, &read, files);
    match manifest.to_bytes() {
        Ok(bytes) => drop(target.put(manifest::FILE, &bytes)?),
        Err(error) => diagnostics.push(build::no_manifest(&error)),
    }
    let mut files: Vec<String> = manifest.files.into_keys().collect();
    files.push(manifest::FILE.to_owned());
    Ok(Staged { files, diagnostics })
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
