//! A view and a theme become the bytes of a page.

pub(crate) mod problems;

use std::panic::AssertUnwindSafe;

use crate::diag::{Checked, Diagnostics};
use crate::minify;
use crate::path::Route;
use crate::plan::ListOf;
use crate::theme::{Ready, TemplateProblem, Theme, Values};
use crate::view::{FinderView, FrameView, IndexView, OpenSearchView, View};

/// A file of the site, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Its address.
    pub route: Route,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Whether pages are minified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Minify {
    /// Smaller, the same page.
    Yes,
    /// As rendered.
    No,
}

/// Stands in a rendered frame for the head of each page.
const HEAD: &str = "<title>\u{fdd4}</title>";
/// Stands in a rendered frame for the main part of each page.
const MAIN: &str = "<p>\u{fdd5}</p>";
/// Stands in a rendered main part for the body of the document.
const BODY: &str = "\u{fdd3}";
/// The template of old addresses: a whole document without a frame.
const REDIRECT: &str = "redirect/page.html";

/// The frames of all sections, rendered and minified once, in three parts around what each page has of its own.
#[derive(Debug, Default)]
pub struct Frames(Vec<(Option<ListOf>, [String; 3])>);

impl Frames {
    /// Renders the frame of each section. A frame that cannot be minified stays as it is, with a warning.
    #[must_use]
    pub fn render(views: &[(Option<ListOf>, FrameView)], theme: &Theme, minify: Minify) -> Checked<Self> {
        let mut diagnostics = Diagnostics::new();
        let mut frames = Vec::with_capacity(views.len());
        for (section, view) in views {
            let mut values = Values::default();
            values.insert("frame", view);
            values.insert_ready("head", Ready::html(HEAD));
            values.insert_ready("main", Ready::html(MAIN));
            let mut bytes = Vec::new();
            if let Err(TemplateProblem(problem)) =
                theme.render("base.html", &values, &mut bytes, "every page")
            {
                diagnostics.push(problem);
                break;
            }
            let html = String::from_utf8(bytes).unwrap_or_default();
            let html = minified(html, minify, "every page", &mut diagnostics);
            let parts = html.split_once(HEAD).and_then(|(start, rest)| Some((start, rest.split_once(MAIN)?)));
            match parts {
                Some((start, (middle, end))) => {
                    frames.push((*section, [start, middle, end].map(str::to_owned)));
                }
                None => {
                    diagnostics.push(problems::frame_without_places(theme.top_of("base.html")));
                    break;
                }
            }
        }
        Checked { value: Self(frames), diagnostics }
    }

    fn of(&self, section: Option<ListOf>) -> Option<&[String; 3]> {
        self.0.iter().find(|(of, _)| *of == section).map(|(_, parts)| parts)
    }
}

/// The two lines of a card in rows, from its values.
pub fn card_lines(card: &Ready, theme: &Theme) -> Result<Ready, TemplateProblem> {
    let mut values = Values::default();
    values.insert_ready("c", card.clone());
    component("row_words", &values, theme, "every list of documents")
}

/// The form that narrows the list of resolutions.
pub fn finder(view: &FinderView<'_>, theme: &Theme) -> Result<Ready, TemplateProblem> {
    let shown = "the list of resolutions";
    let mut values = Values::default();
    values.insert_ready("f", Ready::of(view));
    component("finder", &values, theme, shown)
}

fn component(name: &str, values: &Values, theme: &Theme, shown: &str) -> Result<Ready, TemplateProblem> {
    let html = theme.component(name, values, shown)?;
    let mut lines = Vec::with_capacity(html.len());
    minify::fold_lines(html.as_bytes(), &mut lines);
    Ok(Ready::html(&String::from_utf8(lines).unwrap_or_default()))
}

/// The index of a list as JSON.
#[must_use]
pub fn index(view: &IndexView<'_>, route: &Route) -> Checked<Option<Artifact>> {
    match serde_json::to_vec(view) {
        Ok(bytes) => Checked::clean(Some(Artifact { route: route.clone(), bytes })),
        Err(_) => {
            let problem = problems::our_fault(route);
            Checked { value: None, diagnostics: std::iter::once(problem).collect() }
        }
    }
}

/// What tells browsers how to search here, as `OpenSearch` 1.1 has it.
#[must_use]
pub fn open_search(view: &OpenSearchView, theme: &Theme, route: &Route) -> Checked<Option<Artifact>> {
    let mut values = Values::default();
    values.insert("page", view);
    let mut bytes = Vec::new();
    match theme.render("search/opensearch.xml", &values, &mut bytes, route.as_str()) {
        Ok(()) => Checked::clean(Some(Artifact { route: route.clone(), bytes })),
        Err(problem) => Checked { value: None, diagnostics: std::iter::once(problem.0).collect() },
    }
}

/// Renders a page. A fault of a template, or of ours, costs this page and is told.
#[must_use]
pub fn render(view: &View, theme: &Theme, frames: &Frames, minify: Minify) -> Checked<Option<Artifact>> {
    let mut diagnostics = Diagnostics::new();
    let rendered =
        std::panic::catch_unwind(AssertUnwindSafe(|| page(view, theme, frames, minify, &mut diagnostics)));
    let html = match rendered {
        Ok(Ok(html)) => html,
        Ok(Err(problem)) => {
            diagnostics.push(problem.0);
            None
        }
        Err(_) => {
            diagnostics.push(problems::our_fault(&view.route));
            None
        }
    };
    let value = html.map(|bytes| Artifact { route: view.route.clone(), bytes });
    Checked { value, diagnostics }
}

fn page(
    view: &View,
    theme: &Theme,
    frames: &Frames,
    minify: Minify,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Vec<u8>>, TemplateProblem> {
    let address = view.route.as_str();
    let mut values = Values::of(view).map_err(|reason| problems::no_values(&reason, address))?;
    values.insert_ready("body", Ready::html(BODY));
    let main = rendered(theme, view.template, &values, address)?;
    if view.template == REDIRECT {
        let html = String::from_utf8(main).unwrap_or_default();
        return Ok(Some(minified(html, minify, address, diagnostics).into_bytes()));
    }
    let head = rendered(theme, "head.html", &values, address)?;
    let Some([start, middle, end]) = frames.of(view.section) else { return Ok(None) };
    let length = start.len() + head.len() + middle.len() + main.len() + view.body.len() + end.len();
    let mut html = Vec::with_capacity(length);
    html.extend_from_slice(start.as_bytes());
    minify::fold_lines(&head, &mut html);
    html.extend_from_slice(middle.as_bytes());
    match memchr::memmem::find(&main, BODY.as_bytes()) {
        Some(at) => {
            minify::fold_lines(&main[..at], &mut html);
            html.extend_from_slice(view.body.as_bytes());
            minify::fold_lines(&main[at + BODY.len()..], &mut html);
        }
        None => minify::fold_lines(&main, &mut html),
    }
    html.extend_from_slice(end.as_bytes());
    Ok(Some(html))
}

/// What a template gives: UTF-8, since templates and values are.
fn rendered(
    theme: &Theme,
    template: &str,
    values: &Values,
    address: &str,
) -> Result<Vec<u8>, TemplateProblem> {
    let mut bytes = Vec::with_capacity(16 * 1024);
    theme.render(template, values, &mut bytes, address)?;
    Ok(bytes)
}

fn minified(html: String, minify: Minify, address: &str, diagnostics: &mut Diagnostics) -> String {
    if minify == Minify::No {
        return html;
    }
    match minify::whole(&html) {
        Ok(smaller) => smaller,
        Err(error) => {
            diagnostics.push(problems::not_minified(address, &error.to_string()));
            html
        }
    }
}
