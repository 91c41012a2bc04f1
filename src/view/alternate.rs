//! What machines can have in the place of a page: feeds, calendars, the text in other forms. Each is named in the head of
//! the page (`rel="alternate"`) and linked on it.

use serde::Serialize;

use super::Scene;
use crate::path::Route;
use crate::plan::{CalendarOf, FeedOf, ListOf, Page, Part, TextForm};

/// Another form of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlternateView {
    /// What it is: `feed`, `calendar`, `text`, `markdown`, `json` or `akn`.
    pub kind: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its format in words: `Atom`.
    pub format: &'static str,
    /// The key of what it is called.
    pub title: &'static str,
    /// Its address.
    pub address: String,
}

/// The other forms of a page that there are.
pub(super) fn alternates(scene: Scene<'_>, page: &Page) -> Vec<AlternateView> {
    let addresses = &scene.plan.addresses;
    let planned = |route: Route, kind: Form| {
        let is_planned = scene.plan.has(&route);
        is_planned.then(|| kind.view(scene.href(&route)))
    };
    let feed = |feed: FeedOf| planned(addresses.feed(feed), if feed == FeedOf::Log { LOG } else { FEED });
    let calendar = |calendar: CalendarOf| {
        let is_one = matches!(calendar, CalendarOf::Session(_));
        planned(addresses.calendar(calendar), if is_one { EVENT } else { CALENDAR })
    };
    let found = match page {
        Page::Home => vec![
            feed(FeedOf::Log),
            feed(FeedOf::Resolutions).map(|view| AlternateView { title: "feed_resolutions", ..view }),
            feed(FeedOf::News).map(|view| AlternateView { title: "feed_news", ..view }),
            calendar(CalendarOf::All),
        ],
        Page::List(ListOf::Resolutions, Part::All, _) => vec![feed(FeedOf::Resolutions)],
        Page::List(ListOf::News, Part::All, _) => vec![feed(FeedOf::News)],
        Page::List(ListOf::Sessions, Part::All, _) => vec![calendar(CalendarOf::All)],
        Page::Session(index) => {
            vec![feed(FeedOf::Session(*index)), calendar(CalendarOf::Session(*index))]
        }
        Page::Official(index, _) => vec![feed(FeedOf::Official(*index))],
        Page::Topic(index, _) => vec![feed(FeedOf::Topic(*index))],
        Page::Body(index, _) => vec![feed(FeedOf::Body(*index)), calendar(CalendarOf::Body(*index))],
        Page::Document(index) => {
            let akn = planned(addresses.akn(*index), AKN);
            let texts = TextForm::ALL.map(|form| planned(addresses.text(*index, form), Form::of(form)));
            texts.into_iter().chain([akn]).collect()
        }
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

/// A sort of form.
#[derive(Clone, Copy)]
struct Form {
    kind: &'static str,
    media_type: &'static str,
    format: &'static str,
    title: &'static str,
}

const FEED: Form = Form { kind: "feed", media_type: "application/atom+xml", format: "Atom", title: "feed" };
const LOG: Form = Form { title: "publication_log", ..FEED };
const CALENDAR: Form =
    Form { kind: "calendar", media_type: "text/calendar", format: "iCalendar", title: "calendar" };
const EVENT: Form = Form { title: "add_to_calendar", ..CALENDAR };

const AKN: Form =
    Form { kind: "akn", media_type: "application/akn+xml", format: "XML", title: "download_akn" };

impl Form {
    fn of(form: TextForm) -> Self {
        match form {
            TextForm::Plain => {
                Self { kind: "text", media_type: "text/plain", format: "TXT", title: "download_text" }
            }
            TextForm::Markdown => Self {
                kind: "markdown",
                media_type: "text/markdown",
                format: "MD",
                title: "download_markdown",
            },
            TextForm::Json => {
                Self { kind: "json", media_type: "application/json", format: "JSON", title: "download_data" }
            }
        }
    }

    fn view(self, address: String) -> AlternateView {
        let Self { kind, media_type, format, title } = self;
        AlternateView { kind, media_type, format, title, address }
    }
}
