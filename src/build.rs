//! The whole chain as one function, from inputs to a site that is ready to be rendered page by page.

use std::sync::Arc;

use crate::check;
use crate::check::levels::{self, Exemptions};
use crate::config::{self, BaseUrl, Config};
use crate::diag::{At, Checked, Code, Diagnostic, Diagnostics};
use crate::inputs::{BuildTime, Inputs};
use crate::legal::Citation;
use crate::link::{
    self, AssetIndex, Cited, DocumentIndex, Drafts, Linkable, MentionTarget, Settled, Settler, Site,
};
use crate::memo::Memo;
use crate::path::Route;
use crate::plan::{self, Job, Page, Plan};
use crate::render::{self, Artifact, Frames, Minify};
use crate::search;
use crate::text::Date;
use crate::theme::Theme;
use crate::view::{self, Cards, Scene};

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
    finder: tera::Value,
    time: BuildTime,
}

/// A file of the site.
#[derive(Debug)]
pub enum Output {
    /// Bytes that were made.
    Made(Artifact),
    /// A file of the portal, published as it is.
    Copied(AssetIndex, Route),
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

/// Reads, links, checks and plans, and renders nothing. Everything that is wrong with the content is told; the value is
/// what can be made of the rest.
#[must_use]
pub fn survey(inputs: &Inputs, settings: &Settings) -> Checked<Surveyed> {
    survey_again(inputs, settings, &mut Memo::default())
}

/// As [`survey`]; what an earlier round has read of the same texts is taken over.
fn survey_again(inputs: &Inputs, settings: &Settings, memo: &mut Memo) -> Checked<Surveyed> {
    let mut diagnostics = Diagnostics::new();
    let mut config = read_config(inputs).unpack(&mut diagnostics);
    if let Some(base_url) = &settings.base_url {
        config.base_url = base_url.clone();
    }
    let time = build_time(settings.clock, &config).unpack(&mut diagnostics);
    let (theme, parsed) = memo.read(inputs, &config);
    let theme = theme.unpack(&mut diagnostics);
    let parsed = parsed.unpack(&mut diagnostics);
    let exemptions = Exemptions::of(&parsed.documents);
    let linkable =
        Linkable { documents: parsed.documents, known: parsed.known, assets: inputs.assets.clone() };
    let site = link::link(linkable, &config, time, settings.drafts).unpack(&mut diagnostics);
    diagnostics.append(check::check(&site, &inputs.sources));
    let plan = plan::plan(&site, &config, &theme.words).unpack(&mut diagnostics);
    diagnostics.append(inputs.diagnostics.clone());
    diagnostics.append(levels::check(&diagnostics, &exemptions, &config.checks, &site));
    let diagnostics = levels::settle(diagnostics, &exemptions, &config.checks);
    Checked { value: Surveyed { config, site, plan, theme, time }, diagnostics }
}

/// Makes a site ready to be rendered: surveys it, then makes the frames and cards that its pages share.
#[must_use]
pub fn prepare(inputs: &Inputs, settings: &Settings) -> Checked<Prepared> {
    prepare_again(inputs, settings, &mut Memo::default())
}

/// As [`prepare`]; what an earlier round has read of the same texts is taken over. The result is the same.
#[must_use]
pub fn prepare_again(inputs: &Inputs, settings: &Settings, memo: &mut Memo) -> Checked<Prepared> {
    let mut diagnostics = Diagnostics::new();
    let Surveyed { config, site, plan, theme, time } =
        survey_again(inputs, settings, memo).unpack(&mut diagnostics);
    let minify = if config.minify { Minify::Yes } else { Minify::No };
    let (no_cards, no_finder) = (Cards::default(), tera::Value::none());
    let scene = Scene {
        site: &site,
        plan: &plan,
        config: &config,
        cards: &no_cards,
        finder: &no_finder,
        words: &theme.words,
        time,
    };
    let mut made = Diagnostics::new();
    let frames = Frames::render(&view::frames(scene), &theme, minify).unpack(&mut made);
    let lines = |card: &tera::Value| render::card_lines(card, &theme).map_err(|problem| problem.0);
    let cards = Cards::new(scene, lines).unpack(&mut made);
    let finder = render::finder(&view::finder(scene), &theme).unwrap_or_else(|problem| {
        made.push(problem.0);
        tera::Value::none()
    });
    diagnostics.append(levels::settle(made, &Exemptions::default(), &config.checks));
    Checked { value: Prepared { config, site, plan, theme, frames, cards, finder, time }, diagnostics }
}

fn read_config(inputs: &Inputs) -> Checked<Config> {
    match inputs.config.and_then(|id| inputs.source(id)) {
        Some(source) => config::read(source),
        None => {
            let problem = Diagnostic::error(
                Code("missing-config"),
                At::File("congbao.yaml".to_owned()),
                "the portal has no `congbao.yaml` that can be read",
            )
            .help("write one with `title:` and `base_url:`");
            Checked { value: Config::default(), diagnostics: std::iter::once(problem).collect() }
        }
    }
}

fn build_time(clock: Clock, config: &Config) -> Checked<BuildTime> {
    let zone = jiff::tz::TimeZone::get(&config.time_zone);
    let mut diagnostics = Diagnostics::new();
    let zone = zone.unwrap_or_else(|_| {
        let problem = Diagnostic::error(
            Code("unknown-time-zone"),
            At::File("congbao.yaml".to_owned()),
            format!("there is no time zone `{}`", config.time_zone),
        );
        diagnostics.push(problem.help("write `time_zone: Asia/Ho_Chi_Minh`"));
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
    /// Makes one file of the plan. Jobs may be made in any order, on any thread.
    #[must_use]
    pub fn make(&self, job: &Job) -> Checked<Option<Output>> {
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
        let minify = if self.config.minify { Minify::Yes } else { Minify::No };
        let Some(view) = view::view(job, self.scene()) else { return Checked::clean(None) };
        let Checked { value, diagnostics } = render::render(&view, &self.theme, &self.frames, minify);
        Checked { value: value.map(Output::Made), diagnostics }
    }

    /// The index that the search reads, in parallel. Its files are not in the plan: what they are called follows from
    /// what they hold.
    #[must_use]
    pub fn search_files(&self) -> Vec<Artifact> {
        let searched = view::searched(self.scene());
        let addresses = &self.plan.addresses;
        let contents = addresses.search_contents();
        let name = contents.as_str().rsplit('/').next().unwrap_or_default();
        let files = search::index(searched.count(), &searched.columns, name, |at| searched.entry(at));
        files
            .into_iter()
            .map(|file| Artifact { route: addresses.search_file(&file.name), bytes: file.bytes })
            .collect()
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
