//! The template engine: the only module, with [`super::repair`], that knows which one it is. It takes values and templates and
//! gives text; what it says of a faulty template is told with its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Serialize, Serializer};
use tera::{Context, Kwargs, State, Tera, Value};

use super::{problems, repair, wording};
use crate::diag::{At, Checked, Diagnostic};
use crate::lang::Translations;

/// A value made ready for templates once and shared by the pages that show it: cloning it costs nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Ready(Value);

impl Ready {
    /// A value as templates see it.
    #[must_use]
    pub fn of(value: &impl Serialize) -> Self {
        Self(Value::from_serializable(value))
    }

    /// HTML that is safe and is shown as it is.
    #[must_use]
    pub fn html(html: &str) -> Self {
        Self(Value::safe_string(html))
    }

    /// Nothing.
    #[must_use]
    pub fn nothing() -> Self {
        Self(Value::none())
    }

    /// The value, which has fields, with a further one.
    #[must_use]
    pub fn with(self, name: &'static str, value: Self) -> Self {
        let mut fields = self.0.into_map().unwrap_or_default();
        fields.insert(name.into(), value.0);
        Self(Value::from(fields))
    }

    /// Whether it has all fields of another value, and they are the same.
    #[must_use]
    pub fn has_all_of(&self, other: &Self) -> bool {
        let (Some(own), Some(other)) = (self.0.as_map(), other.0.as_map()) else { return false };
        other.iter().all(|(key, value)| own.get(key) == Some(value))
    }

    /// The text at a path of fields: `date.iso`.
    #[must_use]
    pub fn text(&self, path: &'static str) -> Option<&str> {
        self.0.get_from_path(path)?.as_str()
    }

    /// Whether the text at a path of fields is HTML, which is shown as it is.
    #[cfg(test)]
    pub(crate) fn is_html(&self, path: &'static str) -> bool {
        self.0.get_from_path(path).is_some_and(Value::is_safe)
    }

    /// The whole number at a path of fields.
    #[must_use]
    pub fn number(&self, path: &'static str) -> Option<i64> {
        self.0.get_from_path(path)?.as_i64()
    }
}

impl Serialize for Ready {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// The values that one template gets, by name.
#[derive(Debug, Clone, Default)]
pub struct Values(Context);

impl Values {
    /// The fields of a value by their names; `Err` with the reason where it cannot be given to a template.
    pub fn of(value: &impl Serialize) -> Result<Self, String> {
        Context::from_serialize(value).map(Self).map_err(|error| error.to_string())
    }

    /// Adds a value.
    pub fn insert(&mut self, name: &'static str, value: &impl Serialize) {
        self.0.insert(name, value);
    }

    /// Adds a value that is ready.
    pub fn insert_ready(&mut self, name: &'static str, value: Ready) {
        self.0.insert_value(name, value.0);
    }
}

/// A template that failed, with the place.
#[derive(Debug)]
pub struct TemplateProblem(pub Diagnostic);

/// Where a template comes from, to show the place of an error.
#[derive(Debug)]
pub(super) struct TemplateSource {
    pub(super) path: String,
    pub(super) text: String,
}

impl TemplateSource {
    /// A place as the engine tells it: a line from 1, and a column in code points from 0, counted behind the spaces at the
    /// beginning of the line, which were taken off before the engine saw it. What stands behind the end is told at the end.
    pub(super) fn place(&self, line: usize, column: usize) -> At {
        let last = self.text.trim_end().lines().count();
        let (line, column) = if line > last { (last, usize::MAX) } else { (line, column) };
        let line = line.max(1);
        let text = self.text.lines().nth(line - 1).unwrap_or("").to_owned();
        let indentation = text.chars().take_while(|letter| matches!(letter, ' ' | '\t')).count();
        let column = column.saturating_add(indentation).min(text.trim_end().chars().count()) + 1;
        At::Template { path: self.path.clone(), line, column, text }
    }

    /// The place of a byte of the text.
    pub(super) fn place_of(&self, offset: usize) -> At {
        let index = crate::text::LineIndex::new(&self.text);
        let place = index.place(offset);
        let text = index.line(place.line).to_owned();
        At::Template { path: self.path.clone(), line: place.line, column: place.column, text }
    }
}

/// What templates can ask for beside their values.
pub(super) struct Surroundings<'w> {
    /// The words of the frame.
    pub(super) words: &'w Arc<Translations>,
    /// The addresses of the files of the theme, by name.
    pub(super) addresses: BTreeMap<String, String>,
}

/// The templates of a theme, ready to render with.
#[derive(Debug)]
pub(super) struct Engine {
    /// The templates, with words already in their places.
    tera: Tera,
    /// The templates with words looked up as they are rendered: errors have their place in these.
    as_written: Tera,
    sources: BTreeMap<String, TemplateSource>,
}

impl Engine {
    /// Takes up templates, by name. In the place of one that the engine refuses stands the one that `built_in` knows.
    pub(super) fn load(
        mut templates: BTreeMap<String, String>,
        sources: BTreeMap<String, TemplateSource>,
        surroundings: Surroundings<'_>,
        built_in: impl Fn(&str) -> Option<String>,
    ) -> Checked<Self> {
        let words = Arc::clone(surroundings.words);
        let mut tera = Tera::new();
        register(&mut tera, surroundings);
        let (as_written, diagnostics) = repair::repaired(&tera, &mut templates, &sources, built_in);
        let worded = templates.iter().map(|(name, text)| (name.as_str(), wording::worded(text, &words)));
        if tera.add_raw_templates(worded).is_err() {
            tera = as_written.clone();
        }
        Checked { value: Self { tera, as_written, sources }, diagnostics }
    }

    /// Renders a template into `target`; `shown` is the address of the page, for messages.
    pub(super) fn render(
        &self,
        template: &str,
        values: &Values,
        target: &mut Vec<u8>,
        shown: &str,
    ) -> Result<(), TemplateProblem> {
        self.tera.render_to(template, &values.0, target).map_err(|error| {
            let placed = self.as_written.render_to(template, &values.0, std::io::sink()).err();
            TemplateProblem(self.problem(&placed.unwrap_or(error), Some(shown)))
        })
    }

    /// Where a template begins, for messages.
    pub(super) fn top_of(&self, template: &str) -> At {
        self.sources.get(template).map_or_else(|| At::File(template.to_owned()), |source| source.place_of(0))
    }

    /// What a component makes of its arguments, which are the values of the context; `shown` is where, for messages.
    pub(super) fn component(
        &self,
        name: &str,
        values: &Values,
        shown: &str,
    ) -> Result<String, TemplateProblem> {
        self.tera.render_component(name, &values.0, None, true).map_err(|error| {
            let placed = self.as_written.render_component(name, &values.0, None, true).err();
            TemplateProblem(self.problem(&placed.unwrap_or(error), Some(shown)))
        })
    }

    /// An error of the template engine with its place in the template as it is on disk.
    fn problem(&self, error: &tera::Error, shown: Option<&str>) -> Diagnostic {
        use tera::ErrorKind;
        let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
            return problems::template(At::File("themes".to_owned()), &error.to_string(), shown);
        };
        let span = report.span();
        let at = self.sources.get(report.filename()).map_or_else(
            || At::File(report.filename().to_owned()),
            |source| source.place(span.start_line, span.start_col),
        );
        problems::template(at, report.message(), shown)
    }
}

/// Registers what templates may call. Must come before the templates: unknown names are errors there.
fn register(tera: &mut Tera, surroundings: Surroundings<'_>) {
    let Surroundings { words, addresses } = surroundings;
    let translate = Arc::clone(words);
    tera.register_filter("t", move |key: &str, values: Kwargs, _: &State<'_>| {
        let Some(text) = translate.get(key) else { return Err(missing_word(key)) };
        Ok(fill(text, &values))
    });
    let counted = Arc::clone(words);
    tera.register_filter("tn", move |key: &str, values: Kwargs, _: &State<'_>| {
        let count: usize = values.must_get("n")?;
        let one = format!("{key}_one");
        let text = if count == 1 { counted.get(&one) } else { counted.get(key) };
        let Some(text) = text else { return Err(missing_word(key)) };
        Ok(crate::lang::fill(text, &[("n", &counted.count(count))]))
    });
    let numbers = Arc::clone(words);
    tera.register_filter("number", move |number: usize, _: Kwargs, _: &State<'_>| numbers.count(number));
    tera.register_function("asset", move |values: Kwargs, _: &State<'_>| {
        let path: &str = values.must_get("path")?;
        match addresses.get(path) {
            Some(address) => Ok(Value::from(address.as_str())),
            None => Err(tera::Error::message(format!("the theme has no asset `{path}`"))),
        }
    });
    tera.global_context().insert("lang", words.lang.code());
}

fn missing_word(key: &str) -> tera::Error {
    tera::Error::message(format!("there is no word `{key}` in `i18n/`"))
}

fn fill(text: &str, values: &Kwargs) -> String {
    if !text.contains('{') {
        return text.to_owned();
    }
    let values: Vec<(String, String)> =
        values.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    let pairs: Vec<(&str, &str)> =
        values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    crate::lang::fill(text, &pairs)
}
