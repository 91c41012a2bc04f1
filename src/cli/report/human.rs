//! Problems on the terminal: the line, the place marked in it, the remedy.

use std::io::IsTerminal;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use congbao::diag::{At, Catalogue, Diagnostic, Diagnostics, Severity};
use congbao::inputs::Inputs;
use congbao::text::Span;

use super::{Lines, word};

/// Most problems that a build shows one by one.
const MOST_SHOWN: usize = 100;
/// Longest part of a line that is shown, in code points.
const LONGEST_LINE: usize = 240;

/// Whether colours may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Colours {
    Yes,
    No,
}

impl Colours {
    /// Only on a terminal, and where nobody asked for none.
    pub(in crate::cli) fn of(output: &impl IsTerminal) -> Self {
        let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if output.is_terminal() && !is_plain { Self::Yes } else { Self::No }
    }
}

/// Prints the gravest problems to standard error, then how many there are.
pub(in crate::cli) fn show(inputs: &Inputs, diagnostics: &Diagnostics, words: &Catalogue) {
    let colours = Colours::of(&std::io::stderr());
    let mut text = human(inputs, diagnostics, words, colours, MOST_SHOWN);
    if let Some(summary) = summary(diagnostics) {
        text.push_str(&summary);
        text.push('\n');
    }
    eprint!("{text}");
}

/// Problems one by one, errors first, at most so many: the line, the place marked in it, the remedy.
pub(in crate::cli) fn human(
    inputs: &Inputs,
    diagnostics: &Diagnostics,
    words: &Catalogue,
    colours: Colours,
    most: usize,
) -> String {
    let renderer = if colours == Colours::Yes { Renderer::styled() } else { Renderer::plain() };
    let mut lines = Lines::new(inputs);
    let mut text = String::new();
    // Errors first: they are what must be mended.
    let by_severity = [Severity::Error, Severity::Warning, Severity::Note];
    let ordered = by_severity
        .into_iter()
        .flat_map(|severity| diagnostics.iter().filter(move |diagnostic| diagnostic.severity == severity));
    for diagnostic in ordered.take(most) {
        text.push_str(&rendered(diagnostic, words, &mut lines, &renderer));
        text.push_str("\n\n");
    }
    let total = diagnostics.iter().count();
    if total > most {
        text.push_str(&format!("and {} more; `congbao check` shows all\n\n", total - most));
    }
    text
}

/// How many problems there are of each severity; `None` where there is none at all.
pub(in crate::cli) fn summary(diagnostics: &Diagnostics) -> Option<String> {
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| (diagnostics.count(severity), word(severity)))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}{}", if count == 1 { "" } else { "s" }))
        .collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}

/// A line to show, with the marked part of it in bytes.
struct Shown {
    path: String,
    line: usize,
    /// Where the mark begins in the whole line, in code points from 1.
    column: usize,
    /// Whether the line is shown from its beginning on.
    is_from_start: bool,
    text: String,
    mark: std::ops::Range<usize>,
}

impl Lines<'_> {
    /// The first line of a span, cut to what fits.
    fn shown(&mut self, span: Span) -> Option<Shown> {
        let source = self.inputs.source(span.file)?;
        let index = self.index(span.file)?;
        let place = index.place(span.start as usize);
        let text = index.line(place.line);
        let length = source.slice(span).lines().next().map_or(0, |line| line.chars().count()).max(1);
        Some(cut(source.path.as_str(), place.line, text, place.column, length))
    }
}

/// A line cut to what fits around the mark; `column` from 1 and `length` in code points.
fn cut(path: &str, line: usize, text: &str, column: usize, length: usize) -> Shown {
    let first = (column - 1).saturating_sub(LONGEST_LINE / 2);
    let part: String = text.chars().skip(first).take(LONGEST_LINE).map(visible).collect();
    let offset = |count: usize| part.char_indices().nth(count).map_or(part.len(), |(at, _)| at);
    let start = offset(column - 1 - first);
    let end = offset(column - 1 - first + length).max(start);
    Shown { path: path.to_owned(), line, column, is_from_start: first == 0, mark: start..end, text: part }
}

/// Control characters would reach the terminal.
fn visible(letter: char) -> char {
    if letter.is_control() && letter != '\t' { '\u{fffd}' } else { letter }
}

fn rendered(
    diagnostic: &Diagnostic,
    words: &Catalogue,
    lines: &mut Lines<'_>,
    renderer: &Renderer,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message: String = words.say(&diagnostic.message).chars().map(visible).collect();
    let title = level.primary_title(message).id(diagnostic.code.0);
    let help = diagnostic.help.as_ref().map(|help| words.say(help));
    let primary = match &diagnostic.at {
        At::Span(span) => lines.shown(*span),
        At::Template { path, line, column, text } => Some(cut(path, *line, text, *column, 1)),
        At::File(path) => {
            let shown = Group::with_title(title).element(annotate_snippets::Origin::path(path.clone()));
            return with_help(renderer, shown, help);
        }
    };
    let mut group = Group::with_title(title);
    if let Some(shown) = primary {
        group = with_snippet(group, shown, AnnotationKind::Primary, None);
    }
    for label in &diagnostic.labels {
        if let Some(shown) = lines.shown(label.span) {
            group = with_snippet(group, shown, AnnotationKind::Context, Some(words.say(&label.message)));
        }
    }
    with_help(renderer, group, help)
}

fn with_help(renderer: &Renderer, group: Group<'_>, help: Option<String>) -> String {
    match help {
        Some(help) => renderer.render(&[group.element(Level::HELP.message(help))]),
        None => renderer.render(&[group]),
    }
}

/// Adds a line. Of one that is not shown from its beginning on, the place is told as that of the whole line.
fn with_snippet(group: Group<'_>, shown: Shown, kind: AnnotationKind, label: Option<String>) -> Group<'_> {
    let Shown { path, line, column, is_from_start, text, mark } = shown;
    let snippet = Snippet::source(text).line_start(line).annotation(kind.span(mark).label(label));
    if is_from_start {
        return group.element(snippet.path(path));
    }
    let origin = annotate_snippets::Origin::path(path).line(line).char_column(column);
    group.element(origin).element(snippet)
}
