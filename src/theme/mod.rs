//! How the site looks and speaks: parsed templates, words, assets.
//!
//! The built-in theme lies in the binary. A site's own theme lies over it file by file, its words over the built-in
//! words key by key, so that a site may change a single template, word or colour.

mod contrast;
mod engine;
pub(crate) mod problems;
mod repair;
mod tokens;
mod wording;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use xxhash_rust::xxh3::xxh3_64;

use crate::config::Config;
use crate::diag::{At, Checked, Diagnostics};
use crate::front::{FromNode, Named, Reader, Text};
use crate::inputs::ThemeFile;
use crate::lang::Translations;
use crate::path::{Route, SitePath};
use crate::text::{FileId, Source};
use crate::yaml;
use engine::{Engine, Surroundings, TemplateSource};
use tokens::Tokens;

pub use engine::{Ready, TemplateProblem, Values};

/// The name of the built-in theme.
pub const BUILT_IN: &str = "default";
/// Colours, fonts and the order of style sheets of a theme.
const TOKENS: &str = "theme.yaml";
/// Where people find what is built in, as long as their own theme has another name.
const BUILT_IN_PATH: &str = "themes/default/";

static BUILT_IN_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// A theme, ready to render with.
#[derive(Debug)]
pub struct Theme {
    engine: Engine,
    /// The words of the frame, in the language of the site.
    pub words: Arc<Translations>,
    /// Style sheets, pictures and scripts, sorted by name.
    pub assets: Vec<ThemeAsset>,
}

/// A file of a theme that is published.
#[derive(Debug, Clone)]
pub struct ThemeAsset {
    /// Its name below `assets/`.
    pub name: String,
    /// Its address, which holds a hash of its bytes.
    pub route: Route,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Theme {
    /// Loads the theme that the configuration names. `files` are all files below the portal's `themes/`.
    #[must_use]
    pub fn load(files: &[ThemeFile], config: &Config) -> Checked<Self> {
        let mut diagnostics = Diagnostics::new();
        let layers = layers(files, config, &mut diagnostics);
        let words = Arc::new(words(&layers, config, &mut diagnostics));
        let mut tokens = tokens(&layers, &mut diagnostics);
        tokens.color(&config.colors);
        diagnostics.append(contrast::check(&config.colors, &tokens));
        let assets = assets(&layers, &tokens, &mut diagnostics);
        let mut sources = BTreeMap::new();
        let mut templates = BTreeMap::new();
        for (path, file) in &layers {
            let Some(name) = path.strip_prefix("templates/") else { continue };
            match std::str::from_utf8(&file.bytes) {
                Ok(text) => {
                    templates.insert(name.to_owned(), without_indentation(text));
                    let source = TemplateSource { path: file.path.clone(), text: text.to_owned() };
                    sources.insert(name.to_owned(), source);
                }
                Err(_) => {
                    diagnostics.push(problems::not_text(&file.path));
                    // No other template is to be blamed for it.
                    templates.insert(name.to_owned(), built_in_template(name).unwrap_or_default());
                }
            }
        }
        let addresses = assets.iter().map(|asset| (asset.name.clone(), config.base_url.link(&asset.route)));
        let surroundings = Surroundings { words: &words, addresses: addresses.collect() };
        let engine =
            Engine::load(templates, sources, surroundings, built_in_template).unpack(&mut diagnostics);
        Checked { value: Self { engine, words, assets }, diagnostics }
    }

    /// Renders a template into `target`; `shown` is the address of the page, for messages.
    pub fn render(
        &self,
        template: &str,
        values: &Values,
        target: &mut Vec<u8>,
        shown: &str,
    ) -> Result<(), TemplateProblem> {
        self.engine.render(template, values, target, shown)
    }

    /// Where a template begins, for messages.
    #[must_use]
    pub fn top_of(&self, template: &str) -> At {
        self.engine.top_of(template)
    }

    /// What a component makes of its arguments, which are the values; `shown` is where, for messages.
    pub fn component(&self, name: &str, values: &Values, shown: &str) -> Result<String, TemplateProblem> {
        self.engine.component(name, values, shown)
    }
}

/// A template of the built-in theme, without the spaces at the beginnings of its lines.
fn built_in_template(name: &str) -> Option<String> {
    let file = BUILT_IN_FILES.get_file(format!("templates/{name}"))?;
    file.contents_utf8().map(without_indentation)
}

/// A file of the theme with the path under which people find it.
struct LayerFile {
    path: String,
    bytes: Cow<'static, [u8]>,
}

/// The files of the theme: the built-in ones with those of the site over them.
fn layers(
    files: &[ThemeFile],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, LayerFile> {
    let mut layers = BTreeMap::new();
    collect_built_in(&BUILT_IN_FILES, &mut layers);
    let folder = format!("{}/", config.theme);
    let mut is_found = false;
    for file in files {
        if let Some(inner) = file.path.as_str().strip_prefix(&folder) {
            is_found = true;
            let path = format!("themes/{}", file.path);
            layers.insert(inner.to_owned(), LayerFile { path, bytes: Cow::Owned(file.bytes.clone()) });
        }
    }
    if !is_found && config.theme != BUILT_IN {
        let names = files.iter().filter_map(|file| file.path.as_str().split('/').next());
        diagnostics.push(problems::no_theme(&config.theme, names));
    }
    layers
}

fn collect_built_in(folder: &'static Dir<'static>, layers: &mut BTreeMap<String, LayerFile>) {
    for file in folder.files() {
        if let Some(path) = file.path().to_str() {
            let file =
                LayerFile { path: format!("themes/default/{path}"), bytes: Cow::Borrowed(file.contents()) };
            layers.insert(path.to_owned(), file);
        }
    }
    for inner in folder.dirs() {
        collect_built_in(inner, layers);
    }
}

/// The words of the site's language: the built-in ones with those of the site's theme over them.
fn words(
    layers: &BTreeMap<String, LayerFile>,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Translations {
    let name = format!("i18n/{}.yaml", config.lang.code());
    let mut words = BTreeMap::new();
    let built_in =
        BUILT_IN_FILES.get_file(&name).map(|file| (format!("themes/default/{name}"), file.contents()));
    let own = layers.get(&name).map(|file| (file.path.clone(), file.bytes.as_ref()));
    for (path, bytes) in built_in.into_iter().chain(own) {
        let checked = read_words(&path, bytes);
        words.extend(checked.unpack(diagnostics));
    }
    Translations::new(config.lang, words)
}

fn read_words(path: &str, bytes: &[u8]) -> Checked<BTreeMap<String, String>> {
    let Checked { value, diagnostics } = read::<Named<Text>>(path, bytes);
    let words = value.unwrap_or_default().0.into_iter().map(|(key, text)| (key.value, text.value)).collect();
    Checked { value: words, diagnostics }
}

/// The values of the built-in theme with those of the site's theme over them.
fn tokens(layers: &BTreeMap<String, LayerFile>, diagnostics: &mut Diagnostics) -> Tokens {
    let mut tokens = built_in_tokens();
    if let Some(own) = layers.get(TOKENS).filter(|file| matches!(file.bytes, Cow::Owned(_))) {
        tokens.lay(read(&own.path, &own.bytes).unpack(diagnostics).unwrap_or_default());
    }
    tokens
}

fn built_in_tokens() -> Tokens {
    let mut tokens = Tokens::default();
    if let Some(file) = BUILT_IN_FILES.get_file(TOKENS) {
        tokens.lay(read(TOKENS, file.contents()).value.unwrap_or_default());
    }
    tokens
}

/// A YAML file of a theme as a value. It is no source of the portal: problems are told for the file, with their line.
fn read<T: FromNode>(path: &str, bytes: &[u8]) -> Checked<Option<T>> {
    let (Ok(text), Some(site_path)) = (String::from_utf8(bytes.to_vec()), SitePath::new(path)) else {
        return Checked { value: None, diagnostics: std::iter::once(problems::not_text(path)).collect() };
    };
    let source = Source { id: FileId(u32::MAX), path: site_path, text };
    let parsed = yaml::parse(&source, 0, source.text.len());
    let mut reader = Reader { source: &source, diagnostics: parsed.diagnostics };
    let value = T::from_node(parsed.value, &mut reader);
    let index = crate::text::LineIndex::new(&source.text);
    let diagnostics = reader
        .diagnostics
        .iter()
        .map(|problem| {
            let mut problem = problem.clone();
            if let At::Span(span) = problem.at {
                let place = index.place(span.start as usize);
                let text = index.line(place.line).to_owned();
                problem.at =
                    At::Template { path: path.to_owned(), line: place.line, column: place.column, text };
            }
            problem.labels.clear();
            problem
        })
        .collect();
    Checked { value, diagnostics }
}

/// What is published: the files below `assets/`, and the style sheet unless the site's theme has one that is whole.
fn assets(
    layers: &BTreeMap<String, LayerFile>,
    tokens: &Tokens,
    diagnostics: &mut Diagnostics,
) -> Vec<ThemeAsset> {
    let files = layers
        .iter()
        .filter_map(|(path, file)| Some((path.strip_prefix("assets/")?.to_owned(), file.bytes.to_vec())));
    let mut files: BTreeMap<String, Vec<u8>> = files.collect();
    files.entry("style.css".to_owned()).or_insert_with(|| style(layers, tokens, diagnostics));
    let made = files.into_iter().map(|(name, bytes)| {
        let route = asset_route(&name, &bytes);
        ThemeAsset { name, route, bytes }
    });
    made.collect()
}

/// The style sheet: the values of the theme, then the files below `styles/` one behind the other.
fn style(layers: &BTreeMap<String, LayerFile>, tokens: &Tokens, diagnostics: &mut Diagnostics) -> Vec<u8> {
    let mut css = tokens.to_css().into_bytes();
    for name in &tokens.styles {
        let path = format!("styles/{name}.css");
        let Some(file) = layers.get(&path) else {
            diagnostics.push(problems::no_style(&path));
            continue;
        };
        css.push(b'\n');
        css.extend_from_slice(&file.bytes);
    }
    css
}

/// `style.css` with its hash: `/theme/style.1f2e3d4c.css`.
fn asset_route(name: &str, bytes: &[u8]) -> Route {
    let hash = format!("{:016x}", xxh3_64(bytes));
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    Route::home().page("theme").file(&format!("{stem}.{}.{extension}", &hash[..8]))
}

/// The template without the spaces at the beginnings of its lines: the line breaks stay and stand for them, so no
/// space between words is lost.
fn without_indentation(text: &str) -> String {
    let mut compact = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        compact.push_str(line.trim_start_matches([' ', '\t']));
    }
    compact
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Catalogue, Diagnostic, Language, Message};

    fn said(message: &Message) -> String {
        Catalogue::of(Language::English).say(message)
    }

    fn file(path: &str, text: &str) -> ThemeFile {
        ThemeFile { path: SitePath::new(path).unwrap(), bytes: text.as_bytes().to_vec() }
    }

    fn render(theme: &Theme, template: &str) -> Result<String, Diagnostic> {
        let mut target = Vec::new();
        let mut context = Values::default();
        context.insert("x", &"<b>");
        theme.render(template, &context, &mut target, "/a/").map_err(|problem| problem.0)?;
        Ok(String::from_utf8(target).unwrap())
    }

    #[test]
    fn a_site_lays_single_files_and_words_over_the_built_in_theme() {
        let files = [
            file("own/templates/a.html", "<p>\n    {{ x }} {{ \"home\" | t }}\n</p>"),
            file("own/i18n/vi.yaml", "home: Nhà\n"),
            file("own/assets/a.css", "a{}"),
        ];
        let config = Config { theme: "own".to_owned(), ..Config::default() };
        let checked = Theme::load(&files, &config);
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
        let theme = checked.value;
        assert_eq!(render(&theme, "a.html").unwrap(), "<p>\n&lt;b&gt; Nhà\n</p>");
        assert_eq!(theme.words.get("resolutions"), Some("Nghị quyết"));
        assert!(theme.assets.iter().any(|asset| asset.name == "a.css"));
        assert!(theme.assets.iter().any(|asset| asset.name == "style.css"));
    }

    fn style_of(theme: &Theme) -> String {
        let style = theme.assets.iter().find(|asset| asset.name == "style.css").unwrap();
        String::from_utf8(style.bytes.clone()).unwrap()
    }

    #[test]
    fn a_site_lays_single_colours_and_style_sheets_over_the_built_in_theme() {
        let files = [
            file("own/theme.yaml", "light: {canvas: \"#fff0f0\", more: \"#010203\"}\n"),
            file("own/styles/paper.css", "@media print{h1{color:red}}\n"),
        ];
        let mut config = Config { theme: "own".to_owned(), ..Config::default() };
        let span = crate::text::Span { file: FileId(0), start: 0, end: 0 };
        let gold = crate::config::Color("#f0c060".to_owned());
        config.colors.gold = Some(crate::front::Located { value: gold, span });
        let checked = Theme::load(&files, &config);
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
        let (style, built_in) =
            (style_of(&checked.value), style_of(&Theme::load(&[], &Config::default()).value));
        assert!(style.starts_with(":root {\n  color-scheme: light dark;\n  --canvas: #fff0f0;\n"), "{style}");
        for (line, is_changed) in
            [("--more: #010203;", true), ("--gold: #f0c060;", true), ("--ink: #1B1E23;", false)]
        {
            assert_eq!((style.matches(line).count(), built_in.contains(line)), (1, !is_changed), "{line}");
        }
        assert!(style.ends_with("h1{color:red}}\n") && style.contains(".banner") && !style.contains("@page"));
    }

    #[test]
    fn a_style_sheet_that_is_not_there_is_told() {
        let files = [file("own/theme.yaml", "styles: [base, nowhere]\n")];
        let config = Config { theme: "own".to_owned(), ..Config::default() };
        let problems = Theme::load(&files, &config).diagnostics;
        assert!(problems.iter().any(|problem| said(&problem.message).contains("`styles/nowhere.css`")));
    }

    #[test]
    fn errors_of_templates_tell_their_place() {
        let files = [file("own/templates/a.html", "<p>\n    {{ y }}\n</p>")];
        let config = Config { theme: "own".to_owned(), ..Config::default() };
        let theme = Theme::load(&files, &config).value;
        let problem = render(&theme, "a.html").unwrap_err();
        let At::Template { path, line, column, .. } = problem.at else { panic!("a template") };
        assert_eq!((path.as_str(), line, column), ("themes/own/templates/a.html", 2, 8));
    }

    /// The problems of a theme: path, line, column and message of each.
    fn told(files: &[ThemeFile]) -> Vec<String> {
        let config = Config { theme: "own".to_owned(), ..Config::default() };
        let Checked { value: theme, diagnostics } = Theme::load(files, &config);
        let sorted = diagnostics.sorted();
        let told = sorted.iter().map(|problem| match &problem.at {
            At::Template { path, line, column, .. } => {
                format!(
                    "{}:{line}:{column} {}",
                    path.trim_start_matches("themes/own/templates/"),
                    said(&problem.message)
                )
            }
            at => format!("{at:?} {}", said(&problem.message)),
        });
        let told = told.collect();
        // The rest of the theme goes on.
        let mut context = Values::default();
        context.insert("frame", &0);
        let mut bytes = Vec::new();
        let rendered = theme.render("base.html", &context, &mut bytes, "/");
        assert!(!format!("{rendered:?}").contains("not found"), "{rendered:?}");
        told
    }

    #[test]
    fn one_slip_is_one_error_at_its_own_place() {
        for (path, text, expected) in [
            ("a.html", "<p>\n{% if %}\n</p>", "a.html:2:"),
            (
                "news/page.html",
                "<h1>{{ page.title }}</h1>{% if page.date %}</main>\n",
                "news/page.html:1:26 this template ends",
            ),
            (
                "news/page.html",
                "<p>\n  {% for x in y %}\n{% if x %}{% endif %}\n",
                "news/page.html:2:3 this template ends",
            ),
            ("news/page.html", "<p>\n  {{ \"\" | unknown }}", "news/page.html:2:"),
            ("news/page.html", "{% if page.nothing }}", "news/page.html:1:"),
            ("news/page.html", "{{ unknown() }}", "news/page.html:1:"),
            ("news/page.html", "<p>{{ <nowhere /> }}", "news/page.html:1:"),
            ("news/page.html", "{% extends \"nowhere.html\" %}", "news/page.html:1:13 "),
            ("news/page.html", "<p>\n{% include \"nowhere.html\" %}", "news/page.html:2:"),
            ("news/page.html", "{% include \"news/page.html\" %}", "news/page.html:1:"),
            ("base.html", "<p>{{", "base.html:1:"),
            ("base.html", "", ""),
        ] {
            let told = told(&[file(&format!("own/templates/{path}"), text)]);
            let is_right = if expected.is_empty() { told.is_empty() } else { told.len() == 1 };
            assert!(is_right && told.iter().all(|one| one.starts_with(expected)), "{text:?}: {told:?}");
            assert!(told.iter().all(|one| !one.contains('\n')), "{told:?}");
        }
    }

    #[test]
    fn a_built_in_template_is_not_blamed_for_what_another_lacks() {
        // Other templates use components of this one.
        let told = told(&[file("own/templates/partials/citing.html", "<p>\n")]);
        assert!(told.len() == 1 && told[0].starts_with("partials/citing.html:1:1 "), "{told:?}");
    }

    #[test]
    fn a_template_that_is_no_text_is_told_alone() {
        let bytes = vec![0xff, 0xfe];
        let told = told(&[ThemeFile { path: SitePath::new("own/templates/base.html").unwrap(), bytes }]);
        assert!(told.len() == 1 && told[0].contains("not UTF-8"), "{told:?}");
    }

    #[test]
    fn each_of_two_slips_is_told() {
        let told = told(&[
            file("own/templates/a.html", "{% if x %}"),
            file("own/templates/b.html", "{{ \"\" | unknown }}\n{{ \"\" | other }}"),
        ]);
        let starts = ["a.html:1:1 ", "b.html:1:", "b.html:2:"];
        assert!(
            told.len() == 3 && told.iter().zip(starts).all(|(one, start)| one.starts_with(start)),
            "{told:?}"
        );
    }

    #[test]
    fn an_unknown_theme_is_told() {
        let config = Config { theme: "xanh".to_owned(), ..Config::default() };
        let problems = Theme::load(&[file("xan/templates/a.html", "")], &config).diagnostics;
        assert!(
            problems
                .iter()
                .any(|problem| problem.help.as_ref().map(said).as_deref() == Some("did you mean `xan`?"))
        );
    }
}
