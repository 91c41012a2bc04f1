//! `congbao verify`

#[cfg(feature = "external")]
mod remote;

use std::path::PathBuf;

use clap::Args;
use congbao::disk;
use congbao::manifest::{Differences, Manifest};

use super::{Outcome, print};

/// Arguments of `verify`.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 the copy is whole, 1 it differs, 2 it could not be looked at.\n\nExamples:\n  congbao verify\n  congbao verify /srv/www --allow-extra\n  congbao verify https://example.vn/hdnd/\n  congbao verify https://example.vn/hdnd/ --manifest public/manifest.json"
)]
pub(super) struct VerifyArguments {
    /// The folder of a site, or the address that it is served at; without it, the portal's `public`
    #[arg(value_name = "DIR|URL")]
    copy: Option<String>,
    /// Hold the copy against this manifest instead of its own: who can change the one can change the other
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,
    /// Let files that the manifest does not know be there
    #[arg(long)]
    allow_extra: bool,
}

pub(super) fn run(root: Option<PathBuf>, arguments: &VerifyArguments) -> Result<Outcome, String> {
    let own = match &arguments.manifest {
        Some(path) => Some(std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?),
        None => None,
    };
    let is_address = arguments
        .copy
        .as_deref()
        .is_some_and(|copy| copy.starts_with("http://") || copy.starts_with("https://"));
    let (manifest, mut differences) = match &arguments.copy {
        Some(address) if is_address => remote(address, own)?,
        folder => local(root, folder.as_deref(), own)?,
    };
    if arguments.allow_extra {
        differences.extra.clear();
    }
    let (text, outcome) = report(&manifest, &differences);
    print(&text)?;
    Ok(outcome)
}

fn local(
    root: Option<PathBuf>,
    folder: Option<&str>,
    own: Option<Vec<u8>>,
) -> Result<(Manifest, Differences), String> {
    let folder = match folder {
        Some(folder) => PathBuf::from(folder),
        None => super::root(root)?.join("public"),
    };
    let copy = disk::copy(&folder).map_err(|error| error.to_string())?;
    let bytes = own.or(copy.manifest).ok_or_else(|| {
        format!(
            "{} has no manifest.json; was it built by congbao? name one with --manifest",
            folder.display()
        )
    })?;
    let manifest =
        Manifest::parse(&bytes).map_err(|error| format!("manifest.json is no list of files: {error}"))?;
    let differences = Differences::between(&manifest, &copy.files);
    Ok((manifest, differences))
}

#[cfg(feature = "external")]
fn remote(address: &str, own: Option<Vec<u8>>) -> Result<(Manifest, Differences), String> {
    remote::verify(address, own)
}

#[cfg(not(feature = "external"))]
fn remote(address: &str, _: Option<Vec<u8>>) -> Result<(Manifest, Differences), String> {
    Err(format!("{address} cannot be asked: this program was built without the feature `external`"))
}

fn report(manifest: &Manifest, differences: &Differences) -> (String, Outcome) {
    let Differences { missing, changed, extra } = differences;
    let mut text = String::new();
    for (word, files) in [("missing", missing), ("changed", changed), ("extra", extra)] {
        for file in files {
            text.push_str(&format!("{word}: {file}\n"));
        }
    }
    let count = missing.len() + changed.len() + extra.len();
    let of = manifest.files.len();
    if count == 0 {
        text.push_str(&format!("{of} files, all as they were built by {}\n", manifest.generator));
        return (text, Outcome::Done);
    }
    text.push_str(&format!(
        "{} of {of} files missing, {} changed, {} extra\n",
        missing.len(),
        changed.len(),
        extra.len()
    ));
    (text, Outcome::ContentErrors)
}
