//! A portal to start from: settings, a guide, a few made-up documents, and what editors and hosts want beside them.

use include_dir::{Dir, include_dir};

use super::fields::fields_page;
use crate::lang::Lang;

static VIETNAMESE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/portal/vi");
static ENGLISH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/portal/en");
static SHARED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/portal/shared");

/// A file of a portal to start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortalFile {
    /// Where it lies in the portal's folder, with `/`.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// The files of a portal in a language. Names that begin with a dot are kept as `dot-…` in the sources.
#[must_use]
pub fn portal(lang: Lang) -> Vec<PortalFile> {
    let own = match lang {
        Lang::Vi => &VIETNAMESE,
        Lang::En => &ENGLISH,
    };
    let mut files = Vec::new();
    for folder in [own, &SHARED] {
        collect(folder, &mut files);
    }
    let path = match lang {
        Lang::Vi => "content/pages/cac-truong.md",
        Lang::En => "content/pages/fields.md",
    };
    files.push(PortalFile { path: path.to_owned(), text: fields_page(lang) });
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn collect(folder: &Dir<'_>, files: &mut Vec<PortalFile>) {
    for file in folder.files() {
        if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
            let path = match path.strip_prefix("dot-") {
                Some(name) => format!(".{name}"),
                None => path.to_owned(),
            };
            files.push(PortalFile { path, text: text.replace("{version}", env!("CARGO_PKG_VERSION")) });
        }
    }
    for inner in folder.dirs() {
        collect(inner, files);
    }
}
