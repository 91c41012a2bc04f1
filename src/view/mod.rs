//! What a template may see: small values, ready to print. A page's HTML depends on its view and its theme, on nothing
//! else.

mod alternate;
mod card;
mod chart;
mod citing;
mod commencement;
mod data;
mod document;
mod drawing;
mod entity;
mod frame;
mod gaps;
mod index;
mod linked;
mod listing;
mod metadata;
mod relation;
mod resolution;
mod search;
mod shared;
mod text;
mod timeline;
mod withdrawn;
mod words;

use serde::Serialize;

use crate::config::Config;
use crate::inputs::BuildTime;
use crate::lang::{Lang, Translations};
use crate::link::Site;
use crate::path::Route;
use crate::plan::{Job, ListOf, Page, Plan};
use crate::theme::Ready;

pub use alternate::AlternateView;
pub use card::{Card, Cards, SessionCard, SharedCard};
pub use chart::{VoteRow, YearCount};
pub(crate) use citing::role_key;
pub use citing::{CitingGroup, CitingPart, CitingPlace, CitingView, CitingYear};
pub use data::{
    CoverageRow, DataView, FileView, PublishedColumn, PublishedFile, PublishedTable, TableView, data,
};
pub use document::{KnownView, NewsView, PageView, ReportView};
pub use drawing::{Chart, Drawing, LegendEntry, Reading, Shape};
pub use entity::{BodyView, OfficialView, SessionView, TermView, TopicView};
pub use frame::{FrameView, frames};
pub(crate) use gaps::groups as gap_groups;
pub use gaps::{GapCited, GapGroup, GapRow, GapsView};
pub use index::{Choice, FinderView, IndexView, finder, index};
pub(crate) use linked::media_type;
pub use listing::{HomeView, ListView, NotFoundView, SiteMapView};
pub use metadata::Metadatum;
pub(crate) use relation::day_of;
pub use relation::{MarkView, RelationGroup, RelationRow, SentenceView, StepView};
pub(crate) use resolution::outcome;
pub use resolution::{LaterView, OwnHead, ResolutionView};
pub use search::{OpenSearchView, SearchView, Searched, open_search, searched};
pub use shared::{AttachmentView, CountLink, DateView, LinkView, Paged, SourceView, StatusView};
pub use timeline::EventView;
pub use withdrawn::WithdrawnView;
pub use words::{Rewording, ShownWords};

/// The colour of the strip above every page, as the default theme has it.
const BRAND_DEEP: &str = "#6b0f14";

/// A page to render.
#[derive(Debug, Serialize)]
pub struct View {
    /// The template of its main part: `resolution/page.html`.
    #[serde(skip)]
    pub template: &'static str,
    /// Its address.
    #[serde(skip)]
    pub route: Route,
    /// The section of the menu that it belongs to; tells its frame.
    #[serde(skip)]
    pub section: Option<ListOf>,
    /// What stands in the head of the page.
    pub head: Head,
    /// The pages above it, from the home page down.
    pub breadcrumbs: Vec<LinkView>,
    /// What it shows.
    pub page: PageData,
    /// The body of its document as HTML, put in where the template says `{{ body }}`.
    #[serde(skip)]
    pub body: String,
    /// Whether there is a body.
    pub has_body: bool,
}

/// What stands in the head of a page.
#[derive(Debug, Serialize)]
pub struct Head {
    /// The title of the page itself.
    pub title: String,
    /// The name of the portal.
    pub site_title: String,
    /// One or two sentences.
    pub description: Option<String>,
    /// The whole address.
    pub canonical: String,
    /// `article` for texts, else `website`.
    pub kind: &'static str,
    /// Whether it is the home page, whose header is laid out before its body has come.
    pub is_home: bool,
    /// Whether search engines are to leave it out.
    pub hidden: bool,
    /// What machines are told of it.
    pub metadata: Vec<Metadatum>,
    /// The colour of the browser's own frame.
    pub theme_color: String,
    /// `vi_VN` or `en_US`.
    pub locale: &'static str,
    /// What search engines are told of it as JSON-LD, with no `<` in it.
    pub linked_data: Option<String>,
    /// The same for machines: feeds, calendars, the text in other forms.
    pub alternates: Vec<AlternateView>,
    /// A style sheet that this page has beside that of all pages.
    pub style: Option<&'static str>,
}

/// What the pages of each kind show.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum PageData {
    /// The home page.
    Home(Box<HomeView>),
    /// A resolution.
    Resolution(Box<ResolutionView>),
    /// A report.
    Report(Box<ReportView>),
    /// A news item.
    News(Box<NewsView>),
    /// A free page.
    Page(Box<PageView>),
    /// A session.
    Session(Box<SessionView>),
    /// A term.
    Term(Box<TermView>),
    /// An official.
    Official(Box<OfficialView>),
    /// A topic.
    Topic(Box<TopicView>),
    /// A body.
    Body(Box<BodyView>),
    /// A document that is known but not held.
    Known(Box<KnownView>),
    /// A list.
    List(Box<ListView>),
    /// About the data.
    Data(Box<DataView>),
    /// What is missing.
    Gaps(Box<GapsView>),
    /// The site as a tree.
    SiteMap(Box<SiteMapView>),
    /// The search.
    Search(Box<SearchView>),
    /// An address that does not exist.
    NotFound(Box<NotFoundView>),
    /// A document that was taken back.
    Withdrawn(Box<WithdrawnView>),
    /// An old address.
    Redirect(LinkView),
}

/// What views are made from.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its pages.
    pub plan: &'a Plan,
    /// Its settings.
    pub config: &'a Config,
    /// The cards of its documents.
    pub cards: &'a Cards,
    /// The form that narrows the list of resolutions, rendered once for all its pages.
    pub finder: &'a Ready,
    /// The words of its frame.
    pub words: &'a Translations,
    /// The day for which it is built.
    pub time: BuildTime,
}

/// Makes the view of a job; `None` for a file that is no page, and for the page about the data, which [`data()`] makes
/// when the data are there.
#[must_use]
pub fn view(job: &Job, scene: Scene<'_>) -> Option<View> {
    let view = match &job.page {
        Page::Home => listing::home(scene),
        Page::Document(index) => document::view(scene, *index),
        Page::Session(index) => entity::session(scene, *index),
        Page::Term(index, page) => entity::term(scene, *index, *page),
        Page::Official(index, page) => entity::official(scene, *index, *page),
        Page::Topic(index, page) => entity::topic(scene, *index, *page),
        Page::Body(index, page) => entity::body(scene, *index, *page),
        Page::Known(index, page) => document::known(scene, *index, *page),
        Page::List(list, part, page) => listing::list(scene, *list, *part, *page),
        Page::Gaps => gaps::gaps(scene),
        Page::SiteMap => listing::site_map(scene),
        Page::Search => search::search(scene),
        Page::NotFound => listing::not_found(scene),
        Page::Redirect(target) => listing::redirect(scene, target),
        Page::Data | Page::Index | Page::OpenSearch | Page::Export(_) | Page::Asset(_) => return None,
    };
    Some(view.finish(scene, job))
}

/// A view without what follows from its address.
struct Draft {
    template: &'static str,
    title: String,
    description: Option<String>,
    section: Option<ListOf>,
    breadcrumbs: Vec<LinkView>,
    page: PageData,
    body: Option<String>,
    is_text: bool,
    is_hidden: bool,
    canonical: Option<Route>,
    metadata: Vec<Metadatum>,
    style: Option<&'static str>,
    linked_data: Option<serde_json::Value>,
}

impl Draft {
    fn new(template: &'static str, title: impl Into<String>, page: PageData) -> Self {
        Self {
            template,
            title: title.into(),
            description: None,
            section: None,
            breadcrumbs: Vec::new(),
            page,
            body: None,
            is_text: false,
            is_hidden: false,
            canonical: None,
            metadata: Vec::new(),
            style: None,
            linked_data: None,
        }
    }

    fn finish(self, scene: Scene<'_>, job: &Job) -> View {
        let route = &job.route;
        let subject = linked::subject(scene, &job.page);
        let canonical = scene.config.base_url.whole(self.canonical.as_ref().unwrap_or(route));
        let linked_data = linked::graph(scene, subject.or(self.linked_data), &self.breadcrumbs, &canonical);
        View {
            template: self.template,
            route: route.clone(),
            section: self.section,
            head: Head {
                title: self.title,
                site_title: scene.config.title.clone(),
                description: self.description,
                canonical,
                kind: if self.is_text { "article" } else { "website" },
                is_home: matches!(self.page, PageData::Home(_)),
                hidden: self.is_hidden,
                metadata: self.metadata,
                theme_color: scene
                    .config
                    .colors
                    .brand_deep
                    .as_ref()
                    .map_or_else(|| BRAND_DEEP.to_owned(), |color| color.value.0.clone()),
                linked_data: linked_data.map(|data| data.to_string().replace('<', "\\u003c")),
                alternates: alternate::alternates(scene, &job.page),
                style: self.style,
                locale: if scene.words.lang == Lang::Vi { "vi_VN" } else { "en_US" },
            },
            breadcrumbs: self.breadcrumbs,
            page: self.page,
            has_body: self.body.is_some(),
            body: self.body.unwrap_or_default(),
        }
    }
}
