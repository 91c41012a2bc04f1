//! Templates that the engine does not take. Each fault is told once and where it is; in the place of a faulty template of the
//! site stands the built-in one, so that no other page is blamed for it.

use std::collections::BTreeMap;

use tera::{ErrorKind, Tera};

use super::engine::TemplateSource;
use super::problems;
use crate::diag::{At, Diagnostic, Diagnostics, message};

/// Templates by name.
type Templates = BTreeMap<String, String>;

/// A fault with the template that it is in, as far as the engine tells.
struct Fault {
    template: Option<String>,
    problem: Diagnostic,
}

/// The engine with all templates that it takes, and the faults of the others, which are changed for those that `built_in`
/// knows, else for empty ones.
pub(super) fn repaired(
    bare: &Tera,
    templates: &mut Templates,
    sources: &BTreeMap<String, TemplateSource>,
    built_in: impl Fn(&str) -> Option<String>,
) -> (Tera, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut own: Vec<String> = templates
        .iter()
        .filter(|(name, text)| built_in(name).as_ref() != Some(*text))
        .map(|(name, _)| name.clone())
        .collect();
    loop {
        let error = match engine(bare, templates) {
            Ok(engine) => return (engine, diagnostics),
            Err(error) => error,
        };
        let faults = faults(&error, sources);
        let is_own = |fault: &&Fault| fault.template.as_ref().is_some_and(|name| own.contains(name));
        let mut changed: Vec<String> =
            faults.iter().filter(is_own).filter_map(|fault| fault.template.clone()).collect();
        if changed.is_empty() {
            // A built-in template misses something that stood in a template of the site, or no template is named.
            let culprit = own.iter().find(|name| {
                let mut without = templates.clone();
                without.insert((*name).clone(), built_in(name).unwrap_or_default());
                engine(bare, &without).is_ok()
            });
            let Some(first) = faults.into_iter().next() else { return (bare.clone(), diagnostics) };
            let mut problem = first.problem;
            if let Some(source) = culprit.and_then(|name| sources.get(name)) {
                problem.message = message!("template-error.others-fail", reason: problem.message);
                problem.at = source.place_of(0);
            }
            diagnostics.push(problem);
            // Where no single one is to blame, the site does without all of them.
            changed = culprit.map_or_else(|| own.clone(), |name| vec![name.clone()]);
        } else {
            faults
                .into_iter()
                .filter(|fault| is_own(&fault))
                .for_each(|fault| diagnostics.push(fault.problem));
        }
        if changed.is_empty() {
            return (bare.clone(), diagnostics);
        }
        own.retain(|name| !changed.contains(name));
        for name in changed {
            let text = built_in(&name).unwrap_or_default();
            templates.insert(name, text);
        }
    }
}

fn engine(bare: &Tera, templates: &Templates) -> Result<Tera, tera::Error> {
    let mut engine = bare.clone();
    engine.add_raw_templates(templates)?;
    Ok(engine)
}

/// The faults that an error tells of.
fn faults(error: &tera::Error, sources: &BTreeMap<String, TemplateSource>) -> Vec<Fault> {
    let message = error.to_string();
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let place = (span.start_line, span.start_col);
            vec![fault(report.filename(), Some(place), report.message(), sources)]
        }
        ErrorKind::MissingParent { current, parent } => {
            vec![naming(current, parent, &format!("there is no template `{parent}`"), sources)]
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            vec![naming(tpl, "extends", "this template extends itself, by way of others or at once", sources)]
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            vec![naming(
                tpl,
                "include",
                "this template includes itself, by way of others or at once",
                sources,
            )]
        }
        // Faults that are found in all templates together come as one text.
        _ if message.contains("\n --> ") || message.contains(" --> ") => {
            let reports = message.split("error: ").filter(|report| !report.trim().is_empty());
            reports.map(|report| reported(report, sources)).collect()
        }
        _ => vec![unplaced(&message, sources)],
    }
}

/// A fault that the engine tells as a text: the message, then ` --> name:line:column`, then the line.
fn reported(report: &str, sources: &BTreeMap<String, TemplateSource>) -> Fault {
    let (message, rest) = report.split_once('\n').unwrap_or((report, ""));
    let place = rest.lines().next().and_then(|line| line.trim().strip_prefix("--> "));
    let parts = place.and_then(|place| {
        let (place, column) = place.rsplit_once(':')?;
        let (name, line) = place.rsplit_once(':')?;
        Some((name, line.trim().parse().ok()?, column.trim().parse::<usize>().ok()?))
    });
    match parts {
        // In such a text columns count from 1.
        Some((name, line, column)) => fault(name, Some((line, column.saturating_sub(1))), message, sources),
        None => unplaced(message, sources),
    }
}

fn fault(
    name: &str,
    place: Option<(usize, usize)>,
    message: &str,
    sources: &BTreeMap<String, TemplateSource>,
) -> Fault {
    let source = sources.get(name);
    let unclosed = source
        .filter(|_| message == problems::END_OF_INPUT)
        .and_then(|source| Some(source.place_of(unclosed(&source.text)?)));
    let placed = source.zip(place).map(|(source, (line, column))| source.place(line, column));
    let at = unclosed.or(placed).unwrap_or_else(|| At::File(name.to_owned()));
    Fault { template: Some(name.to_owned()), problem: problems::template(at, message, None) }
}

/// A fault of a template where it names something.
fn naming(name: &str, named: &str, message: &str, sources: &BTreeMap<String, TemplateSource>) -> Fault {
    let at = sources.get(name).map_or_else(
        || At::File(name.to_owned()),
        |source| source.place_of(source.text.find(named).unwrap_or_default()),
    );
    Fault { template: Some(name.to_owned()), problem: problems::template(at, message, None) }
}

/// A fault whose place the engine does not tell: the template of the site that its message names, if there is one.
fn unplaced(message: &str, sources: &BTreeMap<String, TemplateSource>) -> Fault {
    let named: Vec<&str> = message.split('`').filter(|word| sources.contains_key(*word)).collect();
    let is_built_in = |name: &&&str| {
        sources.get(**name).is_some_and(|source| source.path.starts_with(super::BUILT_IN_PATH))
    };
    match named.iter().find(|name| !is_built_in(name)).or(named.first()) {
        Some(name) => {
            let first = message.split('`').nth(1).unwrap_or_default();
            naming(name, first, message, sources)
        }
        None => Fault {
            template: None,
            problem: problems::template(At::File("themes".to_owned()), message, None),
        },
    }
}

/// Where something is opened that nothing closes: the byte of its tag.
fn unclosed(template: &str) -> Option<usize> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (start, _) in template.match_indices("{%") {
        let inner = template[start + 2..].trim_start_matches('-').trim_start();
        let end = inner.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(inner.len());
        let word = &inner[..end];
        match word.strip_prefix("end") {
            Some(closed) if open.last().is_some_and(|(_, opened)| *opened == closed) => drop(open.pop()),
            None if matches!(word, "if" | "for" | "block" | "component" | "filter" | "raw") => {
                open.push((start, word));
            }
            _ => {}
        }
    }
    open.last().map(|(start, _)| *start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_closed_is_found() {
        for (template, expected) in [
            ("{% if a %}", Some(0)),
            ("x {% if a %}{% for b in c %}{% endfor %}", Some(2)),
            ("{% if a %}{%- endif -%}", None),
            ("{{ a }}{#", None),
            ("{%", None),
        ] {
            assert_eq!(unclosed(template), expected, "{template}");
        }
    }
}
