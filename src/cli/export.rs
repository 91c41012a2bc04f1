//! `congbao export`

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use congbao::build::{Prepared, Settings, prepare};
use congbao::config::BaseUrl;
use congbao::disk;
use congbao::legal::Symbol;
use congbao::link::{DocumentIndex, Drafts, LinkedDocument};
use congbao::plan::{Export, Format};
use congbao::render::Artifact;
use congbao::text::Date;

use super::{Outcome, report};

/// Most documents that are named where several have one number.
const MOST_NAMED: usize = 5;

/// Arguments of `export`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  congbao export akn --document 128/NQ-HĐND\n  congbao export akn --document resolutions/2022/128-nq-hdnd > 128.xml\n  congbao export akn --output akn/\n  congbao export popolo --output data/\n\nFiles lie in the folder as they lie in the site, and hold the same bytes."
)]
pub(super) struct ExportArguments {
    /// What to make
    #[arg(value_name = "FORMAT", value_parser = format_parser())]
    format: Format,
    /// Only the files of this document: its number, its name below content/, or its address on the site
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    /// The folder for the files; `-` prints a single file
    #[arg(long, value_name = "DIR", default_value = "-")]
    output: PathBuf,
    /// Write addresses as if published there, instead of under the one in congbao.yaml
    #[arg(long, value_name = "URL", value_parser = super::build::base_url)]
    base_url: Option<BaseUrl>,
    /// Take in drafts and what is scheduled for later
    #[arg(long)]
    drafts: bool,
    /// The day for which validity is computed; otherwise that of `SOURCE_DATE_EPOCH`, otherwise today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::build::date)]
    date: Option<Date>,
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    let values = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(values)
        .try_map(|name| Format::ALL.into_iter().find(|format| format.name() == name).ok_or("no such format"))
}

pub(super) fn run(root: Option<PathBuf>, arguments: &ExportArguments) -> Result<Outcome, String> {
    let root = super::root(root)?;
    let settings = Settings {
        clock: super::build::clock(arguments.date)?,
        drafts: if arguments.drafts { Drafts::Shown } else { Drafts::Hidden },
        base_url: arguments.base_url.clone(),
    };
    let inputs = disk::read(&root).map_err(|error| error.to_string())?;
    let checked = prepare(&inputs, &settings);
    if super::build::is_refused(&checked.diagnostics, false) {
        report::show(&inputs, &checked.diagnostics.sorted(), &super::words());
        eprintln!("nothing was written");
        return Ok(Outcome::ContentErrors);
    }
    let prepared = checked.value;
    let document = arguments.document.as_deref().map(|asked| find(&prepared, asked)).transpose()?;
    let is_wanted = |export: Export| {
        let is_of_document = document.is_none_or(|document| export.document() == Some(document));
        export.format() == arguments.format && is_of_document
    };
    let name = arguments.format.name();
    let count = prepared.plan.exports().filter(|export| is_wanted(*export)).count();
    let is_printed = arguments.output == Path::new("-");
    match (count, &arguments.document) {
        (0, Some(asked)) => return Err(format!("`{asked}` has no file of the format {name}")),
        (0, None) => eprintln!("the portal has nothing of the format {name}"),
        (1, _) => {}
        _ if is_printed => {
            return Err(format!(
                "the format {name} has {count} files here; name a folder with --output, or one document with --document"
            ));
        }
        _ => {}
    }
    if is_printed {
        prepared.exports(is_wanted, print_file)?;
    } else {
        prepared.exports(is_wanted, |file| write(&arguments.output, file))?;
        eprintln!("{count} files -> {}", arguments.output.display());
    }
    Ok(Outcome::Done)
}

/// The document that is asked for by number, name or address.
fn find(prepared: &Prepared, asked: &str) -> Result<DocumentIndex, String> {
    let keys = [Symbol::loose_key(asked), Symbol::loose_key(&asked.to_uppercase())];
    let name = asked.trim_start_matches("./").trim_start_matches("content/");
    let name = name.trim_end_matches(".md").trim_end_matches("/index");
    let is_it = |at: usize, linked: &LinkedDocument| {
        let page = prepared.plan.addresses.document(DocumentIndex(at));
        let address = prepared.config.base_url.whole(page);
        linked.document.id.0 == name
            || page.as_str() == asked
            || address == asked
            || number(linked).is_some_and(|number| keys.contains(&Symbol::loose_key(number)))
    };
    let documents = prepared.site.documents.iter().enumerate();
    let found: Vec<(usize, &LinkedDocument)> = documents.filter(|(at, linked)| is_it(*at, linked)).collect();
    match found.as_slice() {
        [] => Err(format!(
            "the portal has no document `{asked}`; write its number, such as 128/NQ-HĐND, or its name \
             below content/, such as resolutions/128-nq-hdnd"
        )),
        [(at, _)] => Ok(DocumentIndex(*at)),
        several => {
            let names: Vec<&str> =
                several.iter().take(MOST_NAMED).map(|(_, linked)| linked.document.id.0.as_str()).collect();
            Err(format!("{} documents are `{asked}`; name one of them: {}", several.len(), names.join(", ")))
        }
    }
}

fn number(linked: &LinkedDocument) -> Option<&str> {
    let number = linked.document.fields.number();
    number.map(|number| number.value.as_str())
}

/// Prints a file as it is. A reader who has seen enough and closes the pipe is no fault.
fn print_file(file: &Artifact) -> Result<(), String> {
    let mut output = io::stdout().lock();
    match output.write_all(&file.bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

fn write(folder: &Path, file: &Artifact) -> Result<(), String> {
    let path = folder.join(file.route.output_file());
    let refused = |error: io::Error| format!("{}: {error}", path.display());
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(refused)?;
    }
    fs::write(&path, &file.bytes).map_err(refused)
}
