//! The whole chain as one function, from inputs to a site that is ready to be rendered page by page.

mod edits;
mod kept;
mod problems;
pub mod rules;

pub use problems::no_manifest;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check;
use crate::check::external::{self, Answer};
use crate::check::levels::{self, Exemptions, Looked};
use crate::config::{self, BaseUrl, Config};
use crate::diag::{At, Checked, Diagnostics};
use crate::export;
use crate::hosts;
use crate::inputs::{BuildTime, Inputs};
use crate::legal::Citation;
use crate::link::{
    self, AssetIndex, Cited, DocumentIndex, Drafts, Linkable, MentionTarget, Settled, Settler, Site,
};
use crate::lock::{self, Lock};
use crate::manifest::{self, Digest, Entry, InputsSum, Manifest};
use crate::memo::{Memo, Parsed};
use crate::path::Route;
use crate::plan::{self, Export, Job, Page, Plan};
use crate::render::{self, Artifact, Frames, Minify};
use crate::search;
use crate::text::Date;
use crate::theme::{Ready, Theme};
use crate::view::{self, Cards, PublishedTable, Scene, ShownWords};

pub use kept::{Kept, KeptShards, KeptSite, NextSite, Remaking};

/// What makes sites: name and version.
pub const GENERATOR: &str = concat!("congbao ", env!("CARGO_PKG_VERSION"));

/// Where the day of the build comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// A day that was asked for, as a whole.
    Day(Date),
    /// A point in time; the portal's time zone tells which day that is.
    Now(jiff::Timestamp),
}

/// What a build can be asked for beside what the portal says.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The day.
    pub clock: Clock,
    /// Whether drafts are shown.
    pub drafts: Drafts,
    /// Another address to publish under.
    pub base_url: Option<BaseUrl>,
}

/// A site with its pages planned, its theme loaded and its frames made. What is left is to render each page.
#[derive(Debug)]
pub struct Prepared {
    /// The settings of the portal.
    pub config: Config,
    /// The linked site.
    pub site: Site,
    /// Its pages.
    pub plan: Plan,
    /// Its look and its words.
    pub theme: Arc<Theme>,
    frames: Frames,
    cards: Cards,
    finder: Ready,
    time: BuildTime,
    problems: SiteProblems,
}

/// A file of the site.
#[derive(Debug)]
pub enum Output {
    /// Bytes that were made.
    Made(Artifact),
    /// A file of the portal, published as it is.
    Copied(AssetIndex, Route),
}

/// The files of the index that the search reads.
#[derive(Debug)]
pub struct SearchFiles {
    /// Those that were made.
    pub made: Vec<Artifact>,
    /// The addresses of those that are as they were in the earlier index.
    pub unchanged: Vec<Route>,
    /// What the next index can take over.
    pub kept: search::Kept,
    /// The chunks of it that are not as they were.
    pub remade: Vec<usize>,
}

/// A site with its pages planned and its theme loaded: all that must be known to tell what is wrong with the content.
#[derive(Debug)]
pub struct Surveyed {
    /// The settings of the portal.
    pub config: Config,
    /// The linked site.
    pub site: Site,
    /// Its pages.
    pub plan: Plan,
    /// Its look and its words.
    pub theme: Arc<Theme>,
    /// The day.
    pub time: BuildTime,
}

impl Surveyed {
    /// What is wrong with the links to other sites, by the answers to their addresses, as portal and documents want it:
    /// with the severities and exemptions that they set.
    #[must_use]
    pub fn external(&self, answers: &BTreeMap<String, Answer>) -> Diagnostics {
        let documents: Vec<_> =
            self.site.documents.iter().map(|linked| Arc::clone(&linked.document)).collect();
        let found = external::check(&external::links(&self.site), answers);
        levels::settle(found, &Exemptions::of(&documents), &self.config.checks)
    }
}

/// What a round has read of a portal: each file alone, nothing linked.
#[derive(Debug)]
pub struct Read {
    config: Config,
    time: BuildTime,
    theme: Arc<Theme>,
    parsed: Parsed,
    diagnostics: Diagnostics,
}

/// What is wrong with a site as a whole, before severities and exemptions are settled.
#[derive(Debug, Clone, Default)]
struct SiteProblems {
    /// What linking and plan tell.
    linked: Diagnostics,
    /// What the rules tell.
    checked: Diagnostics,
    /// What the templates tell that all pages share.
    shared: Diagnostics,
}

/// Reads, links, checks and plans, and renders nothing. Everything that is wrong with the content is told; the value is
/// what can be made of the rest.
#[must_use]
pub fn survey(inputs: &Inputs, settings: &Settings) -> Checked<Surveyed> {
    survey_again(inputs, settings, &mut Memo::default())
}

/// As [`survey`]; what an earlier round has read of the same texts is taken over. The result is the same.
#[must_use]
pub fn survey_again(inputs: &Inputs, settings: &Settings, memo: &mut Memo) -> Checked<Surveyed> {
    let Read { config, time, theme, parsed, diagnostics } = read(inputs, settings, memo);
    let exemptions = Exemptions::of(&parsed.documents);
    let (surveyed, mut problems) = link_all(inputs, settings, (config, time, theme), parsed);
    problems.checked.append(check::check_completeness(&surveyed.site, &surveyed.config));
    let diagnostics = settled(
        diagnostics,
        problems,
        inputs,
        &exemptions,
        &surveyed.config,
        (&surveyed.site, Looked::Everywhere),
    );
    Checked { value: surveyed, diagnostics }
}

/// The settings of a portal and the day, without a look at its content.
#[must_use]
pub fn ground(inputs: &Inputs, settings: &Settings) -> Checked<(Config, BuildTime)> {
    let mut diagnostics = Diagnostics::new();
    let mut config = read_config(inputs).unpack(&mut diagnostics);
    if let Some(base_url) = &settings.base_url {
        config.base_url = base_url.clone();
    }
    let time = build_time(settings.clock, &config).unpack(&mut diagnostics);
    Checked { value: (config, time), diagnostics }
}

/// Makes a site ready to be rendered: surveys it, then makes the frames and cards that its pages share.
#[must_use]
pub fn prepare(inputs: &Inputs, settings: &Settings) -> Checked<Prepared> {
    read(inputs, settings, &mut Memo::default()).prepare(inputs, settings, None)
}

/// Reads settings, theme and documents; what an earlier round has read of the same texts is taken over.
#[must_use]
pub fn read(inputs: &Inputs, settings: &Settings, memo: &mut Memo) -> Read {
    let mut diagnostics = Diagnostics::new();
    let (config, time) = ground(inputs, settings).unpack(&mut diagnostics);
    let (theme, parsed) = memo.read(inputs, &config);
    let theme = theme.unpack(&mut diagnostics);
    let parsed = parsed.unpack(&mut diagnostics);
    Read { config, time, theme, parsed, diagnostics }
}

impl Read {
    /// Makes the site that has been read ready to be rendered. What an earlier site has made of the same is taken over.
    #[must_use]
    pub fn prepare(
        self,
        inputs: &Inputs,
        settings: &Settings,
        before: Option<&Prepared>,
    ) -> Checked<Prepared> {
        let Self { config, time, theme, parsed, diagnostics } = self;
        let exemptions = Exemptions::of(&parsed.documents);
        let (surveyed, mut problems) = link_all(inputs, settings, (config, time, theme), parsed);
        let Surveyed { config, site, plan, theme, time } = surveyed;
        let minify = if config.minify { Minify::Yes } else { Minify::No };
        let (no_cards, no_finder) = (Cards::default(), Ready::nothing());
        let scene = Scene {
            site: &site,
            plan: &plan,
            config: &config,
            cards: &no_cards,
            finder: &no_finder,
            words: &theme.words,
            time,
        };
        let mut shared = Diagnostics::new();
        let frames = Frames::render(&view::frames(scene), &theme, minify).unpack(&mut shared);
        let lines = |card: &Ready| render::card_lines(card, &theme).map_err(|problem| problem.0);
        let before =
            before.filter(|before| Arc::ptr_eq(&before.theme, &theme) && before.problems.shared.is_empty());
        let cards = Cards::new(scene, lines, before.map(|before| &before.cards)).unpack(&mut shared);
        let finder = render::finder(&view::finder(scene), &theme).unwrap_or_else(|problem| {
            shared.push(problem.0);
            Ready::nothing()
        });
        problems.shared = shared;
        let told = settled(
            diagnostics,
            problems.clone(),
            inputs,
            &exemptions,
            &config,
            (&site, Looked::ButForCompleteness),
        );
        let prepared = Prepared { config, site, plan, theme, frames, cards, finder, time, problems };
        Checked { value: prepared, diagnostics: told }
    }
}

/// Links, checks and plans. Tells what is wrong with the site as a whole, not yet settled.
fn link_all(
    inputs: &Inputs,
    settings: &Settings,
    (config, time, theme): (Config, BuildTime, Arc<Theme>),
    parsed: Parsed,
) -> (Surveyed, SiteProblems) {
    let mut linked = Diagnostics::new();
    let linkable =
        Linkable { documents: parsed.documents, known: parsed.known, assets: inputs.assets.clone() };
    let site = link::link(linkable, &config, time, settings.drafts).unpack(&mut linked);
    let (checked, planned) = rayon::join(
        || check::check(&site, &inputs.sources, &config.checks),
        || plan::plan(&site, &config, &theme.words),
    );
    let plan = planned.unpack(&mut linked);
    // Another day than today is a preview: it publishes nothing.
    if matches!(settings.clock, Clock::Now(_)) {
        let lock = read_lock(inputs).unpack(&mut linked);
        linked.append(lock::check(&lock, &site, &plan));
    }
    let problems = SiteProblems { linked, checked, shared: Diagnostics::new() };
    (Surveyed { config, site, plan, theme, time }, problems)
}

/// All that is wrong, with the severities that the settings give, and without what is exempt.
fn settled(
    mut diagnostics: Diagnostics,
    problems: SiteProblems,
    inputs: &Inputs,
    exemptions: &Exemptions,
    config: &Config,
    (site, looked): (&Site, Looked),
) -> Diagnostics {
    diagnostics.append(problems.linked);
    diagnostics.append(problems.checked);
    diagnostics.append(inputs.diagnostics.clone());
    diagnostics.append(levels::check(
        &diagnostics,
        exemptions,
        &config.checks,
        site,
        looked,
        &rules::rules(),
    ));
    let mut told = levels::settle(diagnostics, exemptions, &config.checks);
    told.append(levels::settle(problems.shared, &Exemptions::default(), &config.checks));
    told
}

fn read_config(inputs: &Inputs) -> Checked<Config> {
    match inputs.config.and_then(|id| inputs.source(id)) {
        Some(source) => config::read(source),
        // One that may not be read is told already.
        None if inputs
            .diagnostics
            .iter()
            .any(|problem| problem.at == At::File("congbao.yaml".to_owned())) =>
        {
            Checked::clean(Config::default())
        }
        None => Checked {
            value: Config::default(),
            diagnostics: std::iter::once(problems::missing_config()).collect(),
        },
    }
}

/// The addresses that were published before.
fn read_lock(inputs: &Inputs) -> Checked<Lock> {
    match inputs.lock.and_then(|id| inputs.source(id)) {
        Some(source) => Lock::read(source),
        None => Checked::clean(Lock::default()),
    }
}

/// The text that `congbao.lock.yaml` should have once this site is published; `None` where it has it.
#[must_use]
pub fn new_lock(prepared: &Prepared, inputs: &Inputs) -> Option<String> {
    let before = read_lock(inputs).value;
    let text = before.with(&lock::published(&prepared.site, &prepared.plan)).to_text();
    let known = inputs.lock.and_then(|id| inputs.source(id)).map(|source| source.text.as_str());
    (known != Some(text.as_str())).then_some(text)
}

fn build_time(clock: Clock, config: &Config) -> Checked<BuildTime> {
    let zone = jiff::tz::TimeZone::get(&config.time_zone);
    let mut diagnostics = Diagnostics::new();
    let zone = zone.unwrap_or_else(|_| {
        diagnostics.push(problems::unknown_time_zone(&config.time_zone));
        jiff::tz::TimeZone::UTC
    });
    let value = match clock {
        Clock::Day(day) => BuildTime { day, time: None },
        Clock::Now(timestamp) => {
            let now = timestamp.to_zoned(zone);
            BuildTime { day: now.date(), time: Some(now.time()) }
        }
    };
    Checked { value, diagnostics }
}

impl Prepared {
    /// Makes one file of the plan. Jobs may be made in any order, on any thread. The open data are made by
    /// [`Prepared::data`] all at once; of them the page about the data needs to know `tables`, and no other.
    #[must_use]
    pub fn make<'a>(
        &self,
        job: &Job,
        tables: impl FnOnce() -> &'a [PublishedTable],
    ) -> Checked<Option<Output>> {
        if let Page::Asset(asset) = job.page {
            return Checked::clean(Some(Output::Copied(asset, job.route.clone())));
        }
        if job.page == Page::Index {
            let Checked { value, diagnostics } = render::index(&view::index(self.scene()), &job.route);
            return Checked { value: value.map(Output::Made), diagnostics };
        }
        if job.page == Page::OpenSearch {
            let view = view::open_search(self.scene());
            let Checked { value, diagnostics } = render::open_search(&view, &self.theme, &job.route);
            return Checked { value: value.map(Output::Made), diagnostics };
        }
        if let Page::Export(export) = job.page {
            let bytes = export::export(export, self.scene());
            let artifact = bytes.map(|bytes| Artifact { route: job.route.clone(), bytes });
            return Checked::clean(artifact.map(Output::Made));
        }
        let minify = if self.config.minify { Minify::Yes } else { Minify::No };
        let view = match job.page {
            Page::Data => Some(view::data(self.scene(), tables())),
            _ => view::view(job, self.scene()),
        };
        let Some(view) = view else { return Checked::clean(None) };
        let Checked { value, diagnostics } = render::render(&view, &self.theme, &self.frames, minify);
        Checked { value: value.map(Output::Made), diagnostics }
    }

    /// Makes the files for machines that are wanted, in parallel, and hands each on as soon as it is there: the same
    /// bytes as in the site. `Err` with the first that `take` refuses.
    pub fn exports<E: Send>(
        &self,
        is_wanted: impl Fn(Export) -> bool + Sync,
        take: impl Fn(&Artifact) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        let wanted: Vec<(Export, &Route)> = self
            .plan
            .jobs
            .iter()
            .filter_map(|job| match job.page {
                Page::Export(export) if is_wanted(export) => Some((export, &job.route)),
                _ => None,
            })
            .collect();
        let is_data = |export: Export| matches!(export, Export::Data(_));
        if wanted.iter().any(|(export, _)| is_data(*export)) {
            let routes: HashSet<&Route> = wanted.iter().map(|(_, route)| *route).collect();
            let (files, _) = self.data();
            files.iter().filter(|file| routes.contains(&file.route)).try_for_each(&take)?;
        }
        wanted.par_iter().try_for_each(|(export, route)| match export::export(*export, self.scene()) {
            Some(bytes) => take(&Artifact { route: (*route).clone(), bytes }),
            None => Ok(()),
        })
    }

    /// The index that the search reads, in parallel. Its files are not in the plan: what they are called follows from
    /// what they hold. What is as it was in an earlier index is taken over.
    #[must_use]
    pub fn search_files(&self, earlier: Option<(search::Kept, &ShownWords)>) -> SearchFiles {
        let searched = view::searched(self.scene());
        let earlier = earlier.map(|(kept, words)| search::Earlier {
            kept,
            reworded: searched.with_words_of(|document| words.are_of(document)),
        });
        let addresses = &self.plan.addresses;
        let contents = addresses.search_contents();
        let name = contents.as_str().rsplit('/').next().unwrap_or_default();
        let index =
            search::index(searched.count(), &searched.columns, name, earlier, |at| searched.entry(at));
        let made = index.files.into_iter();
        let made = made.map(|file| Artifact { route: addresses.search_file(&file.name), bytes: file.bytes });
        let unchanged = index.unchanged.iter().map(|name| addresses.search_file(name));
        SearchFiles {
            made: made.collect(),
            unchanged: unchanged.collect(),
            kept: index.kept,
            remade: index.remade,
        }
    }

    /// The open data: the files of the plan that [`Prepared::make`] leaves out, in parallel, and what the page about the
    /// data tells of them.
    #[must_use]
    pub fn data(&self) -> (Vec<Artifact>, Vec<PublishedTable>) {
        let data = export::data(self.scene());
        let files = data.files.into_iter().map(|(route, bytes)| Artifact { route, bytes });
        (files.collect(), data.tables)
    }

    /// Whether a job is the page of a document that was taken back.
    #[must_use]
    pub fn is_gone(&self, job: &Job) -> bool {
        matches!(job.page, Page::Document(index) if self.site.document(index).document.is_withdrawn())
    }

    /// The files for the hosts that the portal names.
    #[must_use]
    pub fn host_files(&self) -> Vec<Artifact> {
        let redirects = self.plan.jobs.iter().filter_map(|job| match &job.page {
            Page::Redirect(to) => Some((&job.route, to)),
            _ => None,
        });
        let facts = hosts::Facts {
            config: &self.config,
            redirects: redirects.collect(),
            gone: self.plan.jobs.iter().filter(|job| self.is_gone(job)).map(|job| &job.route).collect(),
            sandboxed: self.plan.run_by_browsers(&self.site).collect(),
            hashed: self.theme.assets.iter().map(|asset| asset.route.clone()).collect(),
            search: self.plan.addresses.search(),
            data: self.plan.addresses.data(),
        };
        let files = hosts::files(&facts).into_iter();
        files.map(|(name, bytes)| Artifact { route: Route::home().file(name), bytes }).collect()
    }

    /// The files of the theme that are published.
    pub fn theme_files(&self) -> impl Iterator<Item = Artifact> {
        let assets = self.theme.assets.iter();
        assets.map(|asset| Artifact { route: asset.route.clone(), bytes: asset.bytes.clone() })
    }

    /// Makes ready to tell where the citations of any text lead on this site.
    #[must_use]
    pub fn targets(&self) -> Targets<'_> {
        Targets { prepared: self, settler: Settler::new(&self.site) }
    }

    fn scene(&self) -> Scene<'_> {
        Scene {
            site: &self.site,
            plan: &self.plan,
            config: &self.config,
            cards: &self.cards,
            finder: &self.finder,
            words: &self.theme.words,
            time: self.time,
        }
    }
}

/// The sums of all texts and files of the theme that a site is made from, by path; those of known texts are from the memo.
#[must_use]
pub fn sums(inputs: &Inputs, memo: &Memo) -> BTreeMap<String, Digest> {
    // The lock follows from what was published: it is no input of pages.
    let texts = inputs.sources.par_iter().filter(|source| Some(source.id) != inputs.lock);
    let texts = texts.map(|source| {
        let kept = memo.sum(&source.path).filter(|_| inputs.known.contains(&source.id));
        let sum = kept.unwrap_or_else(|| Digest::of(source.text.as_bytes()));
        (source.path.as_str().to_owned(), sum)
    });
    let theme = inputs.theme.par_iter();
    let theme = theme.map(|file| (format!("themes/{}", file.path), Digest::of(&file.bytes)));
    texts.chain(theme).collect()
}

/// Lists all files of a site. `read` are the sums of what it is made from, with the files of the portal that are published
/// as they are, by path; `files` those of the site.
#[must_use]
pub fn manifest(
    prepared: &Prepared,
    read: &BTreeMap<String, Digest>,
    files: BTreeMap<String, Entry>,
) -> Manifest {
    Manifest {
        format: manifest::FORMAT,
        generator: GENERATOR.to_owned(),
        base_url: prepared.config.base_url.whole(&Route::home()),
        day: prepared.time.day.to_string(),
        inputs: InputsSum::of(read),
        files,
    }
}

/// Tells where citations lead on a site, as its own pages do.
#[derive(Debug)]
pub struct Targets<'a> {
    prepared: &'a Prepared,
    settler: Settler<'a>,
}

impl Targets<'_> {
    /// The address that each citation of a text leads to, in order; none where the site has no page for it. `path` is
    /// the file of the text, if it is one of the portal.
    #[must_use]
    pub fn of(&self, path: Option<&str>, citations: &[Citation]) -> Vec<Option<String>> {
        let Prepared { config, site, plan, .. } = self.prepared;
        let documents = &site.documents;
        let text = path.and_then(|path| {
            documents.iter().position(|linked| linked.document.path.as_str() == path).map(DocumentIndex)
        });
        let cited = citations.iter().map(|citation| Cited { citation, place: None });
        let address = |settled: Settled| match settled {
            Settled::Target(MentionTarget::Work(work, anchor)) => {
                let page = config.base_url.link(plan.addresses.work(work));
                Some(anchor.map_or_else(|| page.clone(), |anchor| format!("{page}#{anchor}")))
            }
            Settled::Target(_) | Settled::Unlisted(_) => None,
        };
        self.settler.settle(text, cited).into_iter().map(address).collect()
    }
}
