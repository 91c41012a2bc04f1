//! The portal as it is served: made once, and again after each change.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use congbao::build::{Clock, Prepared, Read, Settings, read};
use congbao::diag::Diagnostics;
use congbao::disk::{self, Cache, DiskError};
use congbao::inputs::Inputs;
use congbao::link::Drafts;
use congbao::memo::Memo;
use congbao::path::Route;
use congbao::view::PublishedTable;
use tokio::sync::watch;

use super::answer::{Answer, answer, has_extension, in_its_place};
use crate::cli::{cache, report};

/// How long an answer is waited for before its round is changed, in milliseconds. Pages take a few; the index of the
/// search of a large portal takes seconds.
const LONGEST_ANSWER: u32 = 50;

/// How many pages are kept in case that they cannot be made any more.
const MOST_KEPT: usize = 100;

/// A portal that is served.
pub(super) struct Portal {
    root: PathBuf,
    state: Mutex<State>,
    latest: RwLock<Arc<Round>>,
    /// Pages that were handed out, by address, as they were when they could last be made, with the number of the round.
    good: Mutex<HashMap<String, (u64, Vec<u8>)>>,
    reload: watch::Sender<Reload>,
}

/// What is kept from round to round; only one round is made at a time.
struct State {
    inputs: Inputs,
    memo: Memo,
}

/// A portal that is ready to be handed out, page by page.
pub(super) struct Round {
    /// From 0; pages know theirs, so that one that was asked for before a change and is shown after it is seen to be old.
    pub(super) number: u64,
    pub(super) root: PathBuf,
    pub(super) prepared: Prepared,
    /// What makes each file of the site.
    pub(super) files: HashMap<String, Source>,
    /// What is wrong, for the overlay.
    pub(super) problems: String,
    has_problems: bool,
    /// The index of the search by file, made when it is first asked for: a round must not wait for it.
    search: OnceLock<HashMap<String, Vec<u8>>>,
    /// The open data, likewise.
    data: OnceLock<OpenData>,
    /// What was wrong with pages when they were to be made, by address.
    faults: Mutex<BTreeMap<String, Diagnostics>>,
}

/// The open data, by file, and what is told of them.
struct OpenData {
    files: HashMap<String, Vec<u8>>,
    tables: Vec<PublishedTable>,
}

/// What makes a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A job of the plan.
    Job(usize),
    /// A file of the theme.
    Theme(usize),
}

/// What browsers are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reload {
    /// Pages may have changed; the number of the round.
    Pages(u64),
    /// Only style sheets have changed; the number of the round and the addresses of the sheets.
    Styles(u64, Vec<String>),
}

impl Reload {
    /// The number of the round.
    pub(super) fn round(&self) -> u64 {
        match self {
            Self::Pages(round) | Self::Styles(round, _) => *round,
        }
    }
}

impl Portal {
    /// Reads a portal and makes its first round.
    pub(super) fn open(root: PathBuf) -> Result<Self, DiskError> {
        // What a build into the usual folder has kept saves most of the reading.
        let kept = cache::program().zip(Cache::beside(&root.join("public")));
        let kept = kept.and_then(|(program, cache)| cache::read(program, &cache));
        let memo = kept.map_or_else(Memo::default, |kept| kept.memo);
        let mut state = State { inputs: disk::read(&root)?, memo };
        let read = read(&state.inputs, &settings(), &mut state.memo);
        let round = Round::new(0, &root, read, &state.inputs, None);
        let reload = watch::Sender::new(Reload::Pages(0));
        Ok(Self {
            root,
            state: Mutex::new(state),
            latest: RwLock::new(Arc::new(round)),
            good: Mutex::default(),
            reload,
        })
    }

    /// The address of the home page, from the host on.
    pub(super) fn home(&self) -> String {
        self.with_latest(Round::home)
    }

    /// Looks at the latest round.
    pub(super) fn with_latest<T>(&self, look: impl FnOnce(&Round) -> T) -> T {
        // The next round need not wait for an answer from this one.
        let latest = Arc::clone(&self.latest.read().unwrap_or_else(PoisonError::into_inner));
        look(&latest)
    }

    /// Answers a request for `path`. A page that cannot be made is told on the terminal and in the overlay.
    pub(super) fn answer(&self, path: &str) -> Answer {
        self.with_latest(|round| {
            let answer = answer(round, path);
            let mut good = self.good.lock().unwrap_or_else(PoisonError::into_inner);
            match answer {
                Answer::Bytes(ref name, ref bytes) if has_extension(name, "html") => {
                    if good.len() < MOST_KEPT || good.contains_key(path) {
                        good.insert(path.to_owned(), (round.number, bytes.clone()));
                    }
                    answer
                }
                Answer::Failed(told) => {
                    report::show(&Inputs::default(), &told, &crate::cli::words());
                    round.faults.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), told);
                    let earlier = good.get(path).map(|(of, page)| (*of, page.as_slice()));
                    Answer::InItsPlace(in_its_place(round, earlier))
                }
                _ => answer,
            }
        })
    }

    /// Changes the latest round once the answers that are being made from it are done; where one takes long, a round of
    /// its own must be made.
    fn follow_words(&self, read: Read, inputs: &Inputs) -> Result<(), Box<Read>> {
        let mut latest = self.latest.write().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..LONGEST_ANSWER {
            if Arc::strong_count(&latest) == 1 {
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        match Arc::get_mut(&mut latest) {
            Some(round) => round.apply_text_edits(read, inputs),
            None => Err(Box::new(read)),
        }
    }

    /// Tells of the rounds to come.
    pub(super) fn subscribe(&self) -> watch::Receiver<Reload> {
        self.reload.subscribe()
    }

    /// Makes the next round after files have changed.
    pub(super) fn follow(&self, changed: &[PathBuf]) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match disk::read_again(&self.root, &mut state.inputs, changed) {
            Ok(disk::Changed::Nothing) => return,
            Ok(disk::Changed::Something) => {}
            Err(error) => return eprintln!("error: {error}"),
        }
        let State { inputs, memo } = &mut *state;
        let read = read(inputs, &settings(), memo);
        let next = self.reload.borrow().round() + 1;
        let Err(read) = self.follow_words(read, inputs) else {
            self.reload.send_replace(Reload::Pages(next));
            return;
        };
        let round = self.with_latest(|before| Round::new(next, &self.root, *read, inputs, Some(before)));
        let are_styles =
            changed.iter().all(|path| path.extension().is_some_and(|extension| extension == "css"));
        let reload = if are_styles { Reload::Styles(next, round.styles()) } else { Reload::Pages(next) };
        let mut latest = self.latest.write().unwrap_or_else(PoisonError::into_inner);
        let earlier = std::mem::replace(&mut *latest, Arc::new(round));
        drop(latest);
        self.reload.send_replace(reload);
        // Taking a large portal apart takes time, and nobody waits for it.
        drop(earlier);
    }
}

/// A preview shows all that there is, as of now: it may stay open over days.
fn settings() -> Settings {
    Settings { clock: Clock::Now(jiff::Timestamp::now()), drafts: Drafts::Shown, base_url: None }
}

impl Round {
    /// Makes a round of what has been read, with the help of the one before.
    fn new(number: u64, root: &Path, read: Read, inputs: &Inputs, before: Option<&Self>) -> Self {
        let mut diagnostics = Diagnostics::new();
        let prepared =
            read.prepare(inputs, &settings(), before.map(|round| &round.prepared)).unpack(&mut diagnostics);
        let jobs = prepared.plan.jobs.iter().enumerate();
        let assets = prepared.theme.assets.iter().enumerate();
        let files = jobs
            .map(|(at, job)| (job.route.output_file(), Source::Job(at)))
            .chain(assets.map(|(at, asset)| (asset.route.output_file(), Source::Theme(at))))
            .collect();
        let (problems, has_problems) =
            report(inputs, diagnostics, before.is_some_and(|round| round.has_problems));
        Self {
            number,
            root: root.to_owned(),
            files,
            problems,
            has_problems,
            search: OnceLock::new(),
            data: OnceLock::new(),
            faults: Mutex::default(),
            prepared,
        }
    }

    /// Becomes the next round where only words have changed that no other page depends on; else gives back what has been
    /// read.
    fn apply_text_edits(&mut self, read: Read, inputs: &Inputs) -> Result<(), Box<Read>> {
        let diagnostics = self.prepared.apply_text_edits(read, inputs)?;
        self.number += 1;
        (self.problems, self.has_problems) = report(inputs, diagnostics, self.has_problems);
        self.search = OnceLock::new();
        self.data = OnceLock::new();
        self.faults = Mutex::default();
        Ok(())
    }

    /// The address of the home page, from the host on.
    pub(super) fn home(&self) -> String {
        self.prepared.config.base_url.link(&Route::home())
    }

    /// A file of the index of the search.
    pub(super) fn search_file(&self, file: &str) -> Option<Vec<u8>> {
        let folder = self.prepared.plan.addresses.search().as_str().trim_start_matches('/').to_owned();
        if !file.starts_with(&folder) {
            return None;
        }
        let index = self.search.get_or_init(|| {
            let files = self.prepared.search_files(None).made.into_iter();
            files.map(|artifact| (artifact.route.output_file(), artifact.bytes)).collect()
        });
        index.get(file).cloned()
    }

    /// What the page about the data tells of them.
    pub(super) fn tables(&self) -> &[PublishedTable] {
        &self.open_data().tables
    }

    /// A file of the open data.
    pub(super) fn data_file(&self, file: &str) -> Option<Vec<u8>> {
        self.open_data().files.get(file).cloned()
    }

    fn open_data(&self) -> &OpenData {
        self.data.get_or_init(|| {
            let (files, tables) = self.prepared.data();
            let files = files.into_iter().map(|artifact| (artifact.route.output_file(), artifact.bytes));
            OpenData { files: files.collect(), tables }
        })
    }

    /// What is wrong, with the pages that could not be made so far, as JSON.
    pub(super) fn all_problems(&self) -> String {
        let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        if faults.is_empty() {
            return self.problems.clone();
        }
        let told: Diagnostics = faults.values().flat_map(Diagnostics::iter).cloned().collect();
        report::json_with(&self.problems, &told.sorted(), &crate::cli::words())
            .unwrap_or_else(|_| self.problems.clone())
    }

    /// The addresses of the style sheets.
    fn styles(&self) -> Vec<String> {
        let assets = self.prepared.theme.assets.iter().filter(|asset| has_extension(&asset.name, "css"));
        assets.map(|asset| self.prepared.config.base_url.link(&asset.route)).collect()
    }
}

/// Shows on the terminal what is wrong, or that nothing is wrong any more; the same for the overlay, and whether there is
/// something.
fn report(inputs: &Inputs, diagnostics: Diagnostics, had_problems: bool) -> (String, bool) {
    let diagnostics = diagnostics.sorted();
    let words = crate::cli::words();
    report::show(inputs, &diagnostics, &words);
    if diagnostics.is_empty() && had_problems {
        eprintln!("no problems any more");
    }
    (report::json(inputs, &diagnostics, &words).unwrap_or_default(), !diagnostics.is_empty())
}
