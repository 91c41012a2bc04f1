//! `congbao init`

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use congbao::diag::Catalogue;
use congbao::document::Kind;
use congbao::lang::Lang;
use congbao::schema::{Subject, schema};
use congbao::starter::{PortalFile, portal};
use serde_json::{Map, Value, json};

use super::schema::text;
use super::{Outcome, print};

/// Arguments of `init`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  congbao init my-portal\n  congbao init my-portal --language en")]
pub(super) struct InitArguments {
    /// The folder to write to; it must not exist or be empty
    dir: PathBuf,
    /// The language of the portal and of its guide
    #[arg(long, value_enum, default_value_t = Language::Vi)]
    language: Language,
}

/// The languages that a portal can have.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Language {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

/// The command that shows a new portal.
const NEXT: &str = if cfg!(feature = "serve") { "serve --open" } else { "build" };

/// What programs put into folders of their own accord: a new repository is as good as an empty folder.
const NO_CONTENT: [&str; 4] = [".git", ".DS_Store", "Thumbs.db", "desktop.ini"];

pub(super) fn run(arguments: &InitArguments) -> Result<Outcome, String> {
    let refused = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let dir = &arguments.dir;
    if dir.is_file() {
        return Err(format!("{} is a file; choose a new folder", dir.display()));
    }
    fs::create_dir_all(dir).map_err(|error| refused(dir, error))?;
    for entry in fs::read_dir(dir).map_err(|error| refused(dir, error))? {
        let name = entry.map_err(|error| refused(dir, error))?.file_name();
        if !NO_CONTENT.iter().any(|known| name == *known) {
            return Err(format!("{} is not empty; choose a new folder", dir.display()));
        }
    }
    let lang = match arguments.language {
        Language::Vi => Lang::Vi,
        Language::En => Lang::En,
    };
    let words = super::words();
    let mut files = portal(lang);
    for subject in Subject::all() {
        let path = format!(".vscode/schemas/{}.schema.json", subject.name());
        files.push(PortalFile { path, text: text(&schema(subject, &words))? });
    }
    files.push(PortalFile {
        path: ".vscode/congbao.code-snippets".to_owned(),
        text: text(&snippets(&words))?,
    });
    for PortalFile { path, text } in &files {
        let path = dir.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| refused(folder, error))?;
        }
        fs::write(&path, text).map_err(|error| refused(&path, error))?;
    }
    print(&format!("{}\n", dir.display()))?;
    eprintln!("{} files; now: congbao {NEXT} --root {}", files.len(), dir.display());
    Ok(Outcome::Done)
}

/// The fields of front matter as snippets: the editor completes them in Markdown, which schemas do not reach there.
fn snippets(words: &Catalogue) -> Value {
    let mut snippets = Map::new();
    for kind in Kind::ALL {
        for field in kind.fields().iter().copied().flatten() {
            let snippet = snippets.entry(field.name).or_insert_with(|| {
                json!({
                    "scope": "markdown",
                    "prefix": field.name,
                    "body": format!("{}: $0", field.name),
                    "description": "",
                })
            });
            let said = snippet["description"].as_str().unwrap_or_default();
            let about = format!("{} Write {}.", field.about.trim(), words.say(&(field.expected)()));
            if !said.contains(&about) {
                let gap = if said.is_empty() { "" } else { "\n" };
                snippet["description"] = format!("{said}{gap}{about}").into();
            }
        }
    }
    snippets.into()
}
