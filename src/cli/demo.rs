//! `congbao demo`

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use congbao::demo::{Demo, DemoFile, DemoOptions};
use rayon::prelude::*;

use super::Outcome;

/// Arguments of `demo`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  congbao demo /tmp/portal --documents 1000\n  congbao build --root /tmp/portal"
)]
pub(super) struct DemoArguments {
    /// The folder to write to; it must not exist or be empty
    dir: PathBuf,
    /// How many resolutions, reports and news items
    #[arg(long, value_name = "N", default_value_t = 300)]
    documents: u32,
    /// Another seed makes another portal, the same seed the same one
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
}

pub(super) fn run(arguments: &DemoArguments) -> Result<Outcome, String> {
    let refused = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let dir = &arguments.dir;
    fs::create_dir_all(dir).map_err(|error| refused(dir, error))?;
    if fs::read_dir(dir).map_err(|error| refused(dir, error))?.next().is_some() {
        return Err(format!("{} is not empty", dir.display()));
    }
    let demo = Demo::new(DemoOptions { documents: arguments.documents, seed: arguments.seed });
    let bytes: usize = (0..demo.len())
        .into_par_iter()
        .filter_map(|index| demo.file(index))
        .map(|DemoFile { path, text }| {
            let path = dir.join(path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(|error| refused(folder, error))?;
            }
            fs::write(&path, &text).map_err(|error| refused(&path, error))?;
            Ok(text.len())
        })
        .collect::<Result<Vec<usize>, String>>()?
        .into_iter()
        .sum();
    println!("{} files, {} KB -> {}", demo.len(), bytes / 1000, dir.display());
    Ok(Outcome::Done)
}
