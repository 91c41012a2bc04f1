//! `congbao schema`

use std::fs;
use std::path::PathBuf;

use clap::Args;
use congbao::schema::{Subject, any_kind, schema};

use super::{Outcome, print};

/// Arguments of `schema`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  congbao schema resolution > resolution.schema.json\n  congbao schema --output .vscode/schemas"
)]
pub(super) struct SchemaArguments {
    /// A kind of document, `documents` for content/documents.yaml, or `config` for congbao.yaml; without it, front
    /// matter of any kind
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(Subject::all().map(Subject::name)))]
    kind: Option<String>,
    /// Write all schemas to this folder, each as NAME.schema.json
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &SchemaArguments) -> Result<Outcome, String> {
    let words = super::words();
    if let Some(folder) = &arguments.output {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for subject in Subject::all() {
            let path = folder.join(format!("{}.schema.json", subject.name()));
            let text = text(&schema(subject, &words))?;
            fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        return Ok(Outcome::Done);
    }
    let subject =
        arguments.kind.as_deref().and_then(|kind| Subject::all().find(|subject| subject.name() == kind));
    print(&text(&subject.map_or_else(|| any_kind(&words), |subject| schema(subject, &words)))?)?;
    Ok(Outcome::Done)
}

/// A schema as a text with a final line break.
pub(super) fn text(schema: &serde_json::Value) -> Result<String, String> {
    serde_json::to_string_pretty(schema).map(|text| text + "\n").map_err(|error| error.to_string())
}
