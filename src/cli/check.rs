//! `congbao check`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use congbao::build::rules::rules;
use congbao::build::{Settings, survey};
use congbao::diag::{Catalogue, Diagnostics, Rule, Severity, nearest_code};
use congbao::disk;
use congbao::link::Drafts;
use congbao::text::Date;

use super::{Outcome, build, print, report};

/// Arguments of `check`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  congbao check\n  congbao check --strict --drafts\n  congbao check --format json > problems.json\n  congbao check --explain dead-link\n  congbao check --external"
)]
pub(super) struct CheckArguments {
    /// How problems are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Let warnings count as errors
    #[arg(long)]
    strict: bool,
    /// Look at drafts and at what is scheduled for later too
    #[arg(long)]
    drafts: bool,
    /// The day for which validity is computed; otherwise that of `SOURCE_DATE_EPOCH`, otherwise today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = build::date)]
    date: Option<Date>,
    #[cfg(feature = "external")]
    #[command(flatten)]
    external: super::external::ExternalArguments,
    /// Explain a sort of problem, such as `dead-link`, and look at nothing; without a name, list all
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = "")]
    explain: Option<String>,
}

/// How problems are printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people: the line, the place marked in it, what to do
    Human,
    /// One JSON object with all problems; columns in code points
    Json,
    /// Annotations of GitHub Actions; columns in code points
    Github,
    /// A log in SARIF 2.1.0; columns in UTF-16 code units
    Sarif,
}

pub(super) fn run(root: Option<PathBuf>, arguments: &CheckArguments) -> Result<Outcome, String> {
    let words = super::words();
    if let Some(code) = &arguments.explain {
        let told = if code.is_empty() { listed(&words) } else { explained(code, &words)? };
        return print(&told).map(|()| Outcome::Done);
    }
    let root = super::root(root)?;
    let settings = Settings {
        clock: build::clock(arguments.date)?,
        drafts: if arguments.drafts { Drafts::Shown } else { Drafts::Hidden },
        base_url: None,
    };
    let inputs = disk::read(&root).map_err(|error| error.to_string())?;
    let mut diagnostics = Diagnostics::new();
    let surveyed = survey(&inputs, &settings).unpack(&mut diagnostics);
    #[cfg(feature = "external")]
    diagnostics.append(super::external::check(&root, &surveyed, &arguments.external));
    let diagnostics = diagnostics.sorted();
    let text = match arguments.format {
        Format::Human => {
            let colours = report::Colours::of(&std::io::stdout());
            let mut text = report::human(&inputs, &diagnostics, &words, colours, usize::MAX);
            let summary = report::summary(&diagnostics).unwrap_or_else(|| "no problems".to_owned());
            let texts = surveyed.site.texts();
            let records = surveyed.site.documents.len() - texts;
            let counted = |count: usize, one: &str| {
                let plural = if count == 1 { "" } else { "s" };
                (count > 0).then(|| format!("{count} {one}{plural}"))
            };
            let counts: Vec<String> =
                [counted(texts, "document"), counted(records, "record")].into_iter().flatten().collect();
            let place = if counts.is_empty() { "no document".to_owned() } else { counts.join(" and ") };
            text.push_str(&format!("{summary} in {place}\n"));
            text
        }
        Format::Json => report::json(&inputs, &diagnostics, &words).map_err(|error| error.to_string())?,
        Format::Github => report::github(&inputs, &diagnostics, &words, &folder(&root)),
        Format::Sarif => {
            report::sarif(&inputs, &diagnostics, &words, &folder(&root)).map_err(|error| error.to_string())?
        }
    };
    print(&text)?;
    let is_refused = build::is_refused(&diagnostics, arguments.strict);
    // A portal of thousands of documents is gone with the process; taking it apart piece by piece only takes time.
    std::mem::forget(surveyed);
    Ok(if is_refused { Outcome::ContentErrors } else { Outcome::Done })
}

/// The portal's folder within the repository, empty or ending in `/`: services want paths from there. The repository is
/// the workspace of the service, else the folder that the command is called in.
fn folder(root: &Path) -> String {
    let workspace = std::env::var_os("GITHUB_WORKSPACE").map(PathBuf::from);
    let bases = [workspace, std::env::current_dir().ok()];
    let Ok(root) = root.canonicalize() else { return String::new() };
    let inner = bases
        .into_iter()
        .flatten()
        .filter_map(|base| base.canonicalize().ok())
        .find_map(|base| root.strip_prefix(&base).ok().map(Path::to_owned));
    let mut folder = String::new();
    for segment in inner.iter().flat_map(|inner| inner.iter()) {
        folder.push_str(&segment.to_string_lossy());
        folder.push('/');
    }
    folder
}

/// All sorts of problems, each on a line.
fn listed(words: &Catalogue) -> String {
    let mut text = String::new();
    for (severity, title) in [
        (Severity::Error, "Errors: the site is not replaced until they are mended"),
        (Severity::Warning, "Warnings: the site is built, but something should be mended"),
        (Severity::Note, "Notes: worth knowing"),
    ] {
        text.push_str(&format!("{title}\n"));
        for rule in rules().iter().filter(|rule| rule.severity == severity) {
            text.push_str(&format!("  {:<24} {}\n", rule.code.0, words.about(rule.code, "finds")));
        }
        text.push('\n');
    }
    text + "`congbao check --explain CODE` tells more of one.\n"
}

/// All that is to be known of one sort of problem; `Err` where there is none of this name.
fn explained(code: &str, words: &Catalogue) -> Result<String, String> {
    let rules = rules();
    let Some(Rule { code, severity }) = rules.iter().find(|rule| rule.code.0 == code) else {
        return Err(match nearest_code(code, &rules) {
            Some(near) => format!("there is no problem called `{code}`; did you mean `{}`?", near.0),
            None => format!("there is no problem called `{code}`; `congbao check --explain` lists all"),
        });
    };
    let (severity, setting) = match severity {
        Severity::Error => ("an error: the site is not replaced until it is mended", String::new()),
        Severity::Warning => ("a warning", exceptions(code.0)),
        Severity::Note => ("a note", exceptions(code.0)),
    };
    let about = |name: &str| words.about(*code, name);
    Ok(format!(
        "{} ({severity})\n\nWhat it finds:   {}\nWhy it matters:  {}\nFor example:     {}\nWhat to do:      {}\n{setting}",
        code.0,
        about("finds"),
        about("matters"),
        about("example"),
        about("remedy"),
    ))
}

/// How a portal sets a problem that is no error.
fn exceptions(code: &str) -> String {
    format!(
        "\nWhere it is right as it is, in the front matter of that document:\n  checks:\n    {code}: \"the reason\"\n\nFor the whole portal, in congbao.yaml:\n  checks:\n    {code}: off        # or: note, warning, error\n"
    )
}
