//! The only module of the library that meets the file system: reads a portal, writes a site.
//!
//! A site is staged beside its place and put there as a whole. What did not change is not touched, what no page makes any
//! more is removed, what the build did not make is left alone.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this is the module that meets the machine"
)]

mod moment;
mod output;
mod portal;
mod sums;
mod texts;

pub use output::{Cache, Manner, Output, Report};
pub use portal::{Changed, find_root, read, read_again, read_unknown, recall};
pub use sums::{Copy, LARGEST_MANIFEST, copy};
pub use texts::Texts;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes `congbao.lock.yaml` of the portal at `root`, in one step.
pub fn write_lock(root: &Path, text: &str) -> Result<(), DiskError> {
    let place = root.join(crate::lock::FILE);
    let staged = root.join(format!(".{}.new", crate::lock::FILE));
    // Whatever lies there, such as a link that leads elsewhere, is not written to.
    let _ = std::fs::remove_file(&staged);
    let made = std::fs::File::options().write(true).create_new(true).open(&staged);
    made.and_then(|mut file| file.write_all(text.as_bytes())).map_err(DiskError::at(&staged))?;
    std::fs::rename(&staged, &place).map_err(DiskError::at(&place))
}

/// What the machine refused, and where.
#[derive(Debug, thiserror::Error)]
pub enum DiskError {
    /// A file or folder could not be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file is in the way that the build did not make.
    #[error("{}: this file was not made by congbao and is left alone; move it away, or choose another output folder", .0.display())]
    Foreign(PathBuf),
    /// A folder of the output cannot be written to.
    #[error("{}: this folder cannot be written to; nothing of the site was changed", .0.display())]
    Unwritable(PathBuf),
    /// The output folder cannot be one.
    #[error("{}: the output folder must not hold the portal or lie in its content or themes", .0.display())]
    BadOutput(PathBuf),
    /// Another build writes to the same folder.
    #[error("{}: another build is writing to this folder", .0.display())]
    Busy(PathBuf),
}

impl DiskError {
    fn at(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { path: path.as_ref().to_owned(), source }
    }
}
