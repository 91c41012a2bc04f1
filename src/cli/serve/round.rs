//! The portal as it is served: made once, and anew after each change.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use congbao::build::{Clock, Prepared, Settings, prepare_again};
use congbao::diag::Diagnostics;
use congbao::disk::{self, DiskError};
use congbao::inputs::Inputs;
use congbao::link::Drafts;
use congbao::memo::Memo;
use congbao::path::Route;
use tokio::sync::watch;

use super::answer::has_extension;
use crate::cli::report;

/// A portal that is served.
pub(super) struct Portal {
    root: PathBuf,
    state: Mutex<State>,
    latest: RwLock<Arc<Round>>,
    news: watch::Sender<News>,
}

/// What is kept from round to round; only one round is made at a time.
struct State {
    inputs: Inputs,
    memo: Memo,
}

/// A portal that is ready to be handed out, page by page.
pub(super) struct Round {
    pub(super) root: PathBuf,
    pub(super) prepared: Prepared,
    /// What makes each file of the site.
    pub(super) files: HashMap<String, Place>,
    /// What is wrong, for the overlay.
    pub(super) problems: String,
    /// The index of the search by file, made when it is first asked for: a round must not wait for it.
    search: OnceLock<HashMap<String, Vec<u8>>>,
}

/// What makes a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A job of the plan.
    Job(usize),
    /// A file of the theme.
    Theme(usize),
}

/// What browsers are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum News {
    /// Pages may have changed; the number of the round.
    Pages(u64),
    /// Only style sheets have changed; the number of the round and the addresses of the sheets.
    Styles(u64, Vec<String>),
}

impl News {
    fn next(&self) -> u64 {
        match self {
            Self::Pages(round) | Self::Styles(round, _) => round + 1,
        }
    }
}

impl Portal {
    /// Reads a portal and makes its first round.
    pub(super) fn open(root: PathBuf) -> Result<Self, DiskError> {
        let mut state = State { inputs: disk::read(&root)?, memo: Memo::default() };
        let round = Round::new(&root, &mut state);
        let news = watch::Sender::new(News::Pages(0));
        Ok(Self { root, state: Mutex::new(state), latest: RwLock::new(Arc::new(round)), news })
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

    /// Tells of the rounds to come.
    pub(super) fn subscribe(&self) -> watch::Receiver<News> {
        self.news.subscribe()
    }

    /// Makes the next round after files have changed.
    pub(super) fn follow(&self, changed: &[PathBuf]) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match disk::read_again(&self.root, &mut state.inputs, changed) {
            Ok(disk::Changed::Nothing) => return,
            Ok(disk::Changed::Something) => {}
            Err(error) => return eprintln!("error: {error}"),
        }
        let round = Round::new(&self.root, &mut state);
        let are_styles =
            changed.iter().all(|path| path.extension().is_some_and(|extension| extension == "css"));
        let next = self.news.borrow().next();
        let news = if are_styles { News::Styles(next, round.styles()) } else { News::Pages(next) };
        let mut latest = self.latest.write().unwrap_or_else(PoisonError::into_inner);
        let earlier = std::mem::replace(&mut *latest, Arc::new(round));
        drop(latest);
        self.news.send_replace(news);
        // Taking a large portal apart takes time, and nobody waits for it.
        drop(earlier);
    }
}

impl Round {
    /// Makes a round as of now: a preview may stay open over days.
    fn new(root: &Path, state: &mut State) -> Self {
        let State { inputs, memo } = state;
        let mut diagnostics = Diagnostics::new();
        let clock = Clock::Now(jiff::Timestamp::now());
        let settings = Settings { clock, drafts: Drafts::Shown, base_url: None };
        let prepared = prepare_again(inputs, &settings, memo).unpack(&mut diagnostics);
        let diagnostics = diagnostics.sorted();
        report::show(inputs, &diagnostics);
        let jobs = prepared.plan.jobs.iter().enumerate();
        let assets = prepared.theme.assets.iter().enumerate();
        let files = jobs
            .map(|(at, job)| (job.route.output_file(), Place::Job(at)))
            .chain(assets.map(|(at, asset)| (asset.route.output_file(), Place::Theme(at))))
            .collect();
        Self {
            root: root.to_owned(),
            files,
            problems: report::json(inputs, &diagnostics).unwrap_or_default(),
            search: OnceLock::new(),
            prepared,
        }
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
            let files = self.prepared.search_files().into_iter();
            files.map(|artifact| (artifact.route.output_file(), artifact.bytes)).collect()
        });
        index.get(file).cloned()
    }

    /// The addresses of the style sheets.
    fn styles(&self) -> Vec<String> {
        let assets = self.prepared.theme.assets.iter().filter(|asset| has_extension(&asset.name, "css"));
        assets.map(|asset| self.prepared.config.base_url.link(&asset.route)).collect()
    }
}
