//! Reading a portal.

use std::fs::{self, File, Metadata};
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;
use xxhash_rust::xxh3::xxh3_64;

use super::DiskError;
use super::texts::{FileStamp, Looking, Texts};
use crate::diag::{At, Diagnostic, Diagnostics};
use crate::inputs::{Asset, Inputs, ThemeFile, decode, problems};
use crate::lock;
use crate::path::SitePath;
use crate::text::{FileId, Source};

/// Largest text that is read, in bytes: a book of law has a tenth of that.
const LARGEST_TEXT: u64 = 16 * MEBIBYTE;
/// Largest record of published addresses, in bytes: that of a million documents.
const LARGEST_LOCK: u64 = 256 * MEBIBYTE;
const MEBIBYTE: u64 = 1024 * 1024;

/// The settings of a portal.
const CONFIG: &str = "congbao.yaml";

/// A text, with the place of the first character that was replaced.
type Text = (String, Option<usize>);
/// What came of a text, none where it is known, and the hash of its bytes.
type Taken = (Result<Option<Text>, Diagnostic>, Option<u64>);

/// The nearest folder from `start` upward that holds a `congbao.yaml`.
#[must_use]
pub fn find_root(start: &Path) -> Option<PathBuf> {
    // What lies there may be no file that can be read: that is told when it is.
    let is_there =
        |folder: &&Path| fs::symlink_metadata(folder.join(CONFIG)).is_ok_and(|file| !file.is_dir());
    start.ancestors().find(is_there).map(Path::to_owned)
}

/// Reads all files of the portal at `root`. A file that cannot be read is told and left out.
pub fn read(root: &Path) -> Result<Inputs, DiskError> {
    Ok(read_unknown(root, &Texts::default(), |_, _| false)?.0)
}

/// As [`read`], but for texts that are known: `is_known` is given a path and the hash (XXH3, 64 bits) of the bytes that lie
/// there. They are not taken up and left empty, which saves half of the time and all of the memory; those that lie as they
/// lay in `before` are not even opened. Tells also how the texts lie now.
pub fn read_unknown(
    root: &Path,
    before: &Texts,
    is_known: impl Fn(&SitePath, u64) -> bool + Sync,
) -> Result<(Inputs, Texts), DiskError> {
    let root = root.canonicalize().map_err(DiskError::at(root))?;
    let looking = Looking::at(&root);
    let mut found = Found::default();
    found.add_setting(&root, CONFIG);
    for folder in ["content", "themes"] {
        match fs::symlink_metadata(root.join(folder)) {
            Ok(there) if there.is_symlink() => {
                let led = linked_size(&root, folder, &root.join(folder));
                found.problems.push(led.err().unwrap_or_else(|| problems::linked_folder(folder)));
            }
            Ok(_) => walk(&root, folder, looking, &mut found),
            Err(_) => {}
        }
    }
    found.add_setting(&root, lock::FILE);
    let read: Vec<Taken> = found
        .texts
        .par_iter()
        .map_init(Vec::new, |buffer, (path, stamp)| {
            let hash = before.hash(path, *stamp).filter(|hash| is_known(path, *hash));
            if hash.is_some() {
                return (Ok(None), hash);
            }
            if let Err(problem) = read_bytes(&root, path, buffer) {
                return (Err(problem), None);
            }
            let hash = xxh3_64(buffer);
            let text = if is_known(path, hash) { Ok(None) } else { decoded(path, buffer).map(Some) };
            (text, Some(hash))
        })
        .collect();
    let texts = found.texts.iter().zip(&read);
    let texts = texts.filter_map(|((path, stamp), (_, hash))| Some((path.clone(), ((*stamp)?, (*hash)?))));
    let texts = texts.collect();
    let mut inputs = Inputs {
        assets: found.assets,
        diagnostics: found.problems.into_iter().collect(),
        ..Inputs::default()
    };
    for ((path, _), (result, _)) in found.texts.into_iter().zip(read) {
        let id = FileId(u32::try_from(inputs.sources.len()).unwrap_or(u32::MAX));
        match result {
            Ok(read) => {
                if read.is_none() {
                    inputs.known.insert(id);
                }
                let (text, replaced) = read.unwrap_or_default();
                if path.as_str() == CONFIG {
                    inputs.config = Some(id);
                }
                if path.as_str() == lock::FILE {
                    inputs.lock = Some(id);
                }
                let source = Source { id, path, text };
                if let Some(at) = replaced {
                    inputs.diagnostics.push(problems::control_character(&source, at));
                }
                inputs.sources.push(source);
            }
            Err(problem) => inputs.diagnostics.push(problem),
        }
    }
    for path in found.theme {
        let file = root.join("themes").join(path.as_str());
        match fs::read(&file) {
            Ok(bytes) => inputs.theme.push(ThemeFile { path, bytes }),
            Err(error) => {
                inputs.diagnostics.push(problems::unreadable(&format!("themes/{path}"), &error.to_string()));
            }
        }
    }
    inputs.assets.sort_by(|one, other| one.path.cmp(&other.path));
    Ok((inputs, texts))
}

/// What has come of looking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// Every text is as it was.
    Nothing,
    /// Something is not as it was.
    Something,
}

/// Looks again at the portal at `root` after some of its files may have changed. Texts that were read before are read
/// alone; for anything else all is read again. `changed` are paths below the root as [`Path::canonicalize`] tells it.
pub fn read_again(root: &Path, inputs: &mut Inputs, changed: &[PathBuf]) -> Result<Changed, DiskError> {
    let mut texts = Vec::with_capacity(changed.len());
    for path in changed {
        let Some(text) = known_text(root, inputs, path) else {
            let again = read(root)?;
            let is_same = again == *inputs;
            *inputs = again;
            return Ok(if is_same { Changed::Nothing } else { Changed::Something });
        };
        texts.push(text);
    }
    let mut found = Changed::Nothing;
    for (at, text) in texts {
        if let Some(source) = inputs.sources.get_mut(at).filter(|source| source.text != text) {
            source.text = text;
            found = Changed::Something;
        }
    }
    Ok(found)
}

/// Reads again the texts that were freed and that problems show places of.
pub fn recall(root: &Path, inputs: &mut Inputs, told: &Diagnostics) {
    let mut buffer = Vec::new();
    for file in told.iter().flat_map(Diagnostic::files) {
        let Some(source) = inputs.sources.get_mut(file.0 as usize).filter(|source| source.text.is_empty())
        else {
            continue;
        };
        // What cannot be read any more is told without its line.
        if let Ok((text, _)) = read_text(root, &source.path, &mut buffer) {
            source.text = text;
        }
    }
}

/// The text that a file has now, with its place among the sources; `None` where it was none of them, is gone, or has or
/// had a fault as a file.
fn known_text(root: &Path, inputs: &Inputs, path: &Path) -> Option<(usize, String)> {
    let inner = SitePath::new(path.strip_prefix(root).ok()?.to_str()?)?;
    let at = inputs.sources.iter().position(|source| source.path == inner)?;
    let id = inputs.sources.get(at)?.id;
    let is_faulty = inputs.diagnostics.iter().any(|problem| match &problem.at {
        At::Span(span) => span.file == id,
        At::File(other) | At::Template { path: other, .. } => other == inner.as_str(),
    });
    let is_small = fs::symlink_metadata(path).is_ok_and(|file| file.is_file() && file.len() <= LARGEST_TEXT);
    if is_faulty || !is_small {
        return None;
    }
    match read_text(root, &inner, &mut Vec::new()) {
        Ok((text, None)) => Some((at, text)),
        Ok((_, Some(_))) | Err(_) => None,
    }
}

/// The files of a portal, sorted by what is done with them.
#[derive(Default)]
struct Found {
    /// The texts with how they lie.
    texts: Vec<(SitePath, Option<FileStamp>)>,
    assets: Vec<Asset>,
    theme: Vec<SitePath>,
    problems: Vec<Diagnostic>,
}

fn walk(root: &Path, folder: &str, looking: Looking, found: &mut Found) {
    let entries = WalkDir::new(root.join(folder))
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || entry.file_name().to_str().is_none_or(is_ours));
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map_or_else(|| folder.to_owned(), |path| shown(root, path));
                found.problems.push(problems::unreadable(&path, &error.to_string()));
                continue;
            }
        };
        let shown = shown(root, entry.path());
        let metadata = entry.metadata().ok();
        let mut size = metadata.as_ref().map_or(0, Metadata::len);
        // What a link leads to may change unseen.
        let stamp = metadata.filter(|_| !entry.path_is_symlink()).and_then(|file| looking.stamp(&file));
        if entry.path_is_symlink() {
            match linked_size(root, folder, entry.path()) {
                Ok(of_target) => size = of_target,
                Err(problem) => {
                    found.problems.push(problem);
                    continue;
                }
            }
        } else if entry.file_type().is_dir() {
            continue;
        } else if !entry.file_type().is_file() {
            found.problems.push(problems::no_file(&shown));
            continue;
        }
        let path = entry.path().strip_prefix(root).ok().and_then(Path::to_str).and_then(SitePath::new);
        match path {
            Some(path) => found.add(path, size, stamp),
            None => found.problems.push(problems::bad_file_name(&shown)),
        }
    }
}

/// The size of the file that a symbolic link leads to, over however many others. It must be a file of the same part of the
/// portal and of the same sort as the link is by its name: a text may be a draft, and what is hidden is not published.
fn linked_size(root: &Path, folder: &str, link: &Path) -> Result<u64, Diagnostic> {
    let shown_link = shown(root, link);
    let target =
        fs::canonicalize(link).map_err(|error| problems::unreadable(&shown_link, &error.to_string()))?;
    let Ok(inner) = target.strip_prefix(root) else {
        return Err(problems::link_out_of_portal(&shown_link));
    };
    let is_hidden = inner.iter().any(|part| part.to_str().is_none_or(|name| !is_ours(name)));
    let is_text = |path: &Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
    let is_same_sort = match folder {
        "" => inner.extension().is_some_and(|ending| ending == "yaml" || ending == "yml"),
        folder => inner.starts_with(folder) && is_text(inner) == is_text(link),
    };
    let file =
        fs::metadata(&target).map_err(|error| problems::unreadable(&shown_link, &error.to_string()))?;
    if file.is_dir() {
        Err(problems::linked_folder(&shown_link))
    } else if is_hidden || !is_same_sort {
        Err(problems::link_to_unpublished(&shown_link))
    } else if !file.is_file() {
        Err(problems::no_file(&shown_link))
    } else {
        Ok(file.len())
    }
}

/// Whether a file or folder of this name is looked at: hidden ones and the copies of editors are not.
fn is_ours(name: &str) -> bool {
    !name.starts_with('.') && !name.ends_with('~')
}

impl Found {
    /// Adds a file at the top of the portal, if there is one.
    fn add_setting(&mut self, root: &Path, name: &str) {
        let place = root.join(name);
        let Ok(file) = fs::symlink_metadata(&place) else { return };
        let size = match file.file_type() {
            sort if sort.is_symlink() => linked_size(root, "", &place),
            sort if sort.is_file() => Ok(file.len()),
            _ => Err(problems::no_file(name)),
        };
        match size {
            Ok(size) if size > largest(name) => self.problems.push(problems::too_large(name, largest(name))),
            Ok(_) => self.texts.extend(SitePath::new(name).map(|path| (path, None))),
            Err(problem) => self.problems.push(problem),
        }
    }

    fn add(&mut self, path: SitePath, size: u64, stamp: Option<FileStamp>) {
        if let Some(inner) = path.as_str().strip_prefix("themes/") {
            self.theme.extend(SitePath::new(inner));
            return;
        }
        let is_markdown = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
        if is_markdown || path.as_str() == "content/documents.yaml" {
            if size > LARGEST_TEXT {
                self.problems.push(problems::too_large(path.as_str(), LARGEST_TEXT));
            } else {
                self.texts.push((path, stamp));
            }
        } else {
            self.assets.push(Asset { path, size });
        }
    }
}

fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// Reads a text by way of a buffer, which stays in the processor's cache from file to file.
fn read_text(root: &Path, path: &SitePath, buffer: &mut Vec<u8>) -> Result<Text, Diagnostic> {
    read_bytes(root, path, buffer)?;
    decoded(path, buffer)
}

fn read_bytes(root: &Path, path: &SitePath, buffer: &mut Vec<u8>) -> Result<(), Diagnostic> {
    buffer.clear();
    let most = largest(path.as_str());
    let read = File::open(root.join(path.as_str()))
        .and_then(|file| file.take(most.saturating_add(1)).read_to_end(buffer));
    match read {
        // It may have grown since it was looked at.
        Ok(bytes) if bytes as u64 > most => Err(problems::too_large(path.as_str(), most)),
        Ok(_) => Ok(()),
        Err(error) => Err(problems::unreadable(path.as_str(), &error.to_string())),
    }
}

/// How large a text may be, in bytes.
fn largest(path: &str) -> u64 {
    if path == lock::FILE { LARGEST_LOCK } else { LARGEST_TEXT }
}

/// The text that bytes are, with the place of the first character that was replaced.
fn decoded(path: &SitePath, bytes: &[u8]) -> Result<Text, Diagnostic> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(problems::utf16(path.as_str()));
    }
    // Places in what is no text are counted in what can be read of it.
    let place = |at: usize| {
        let line = bytes.get(..at).map_or(1, |before| memchr::memchr_iter(b'\n', before).count() + 1);
        let start = bytes.get(..at).and_then(|before| before.iter().rposition(|byte| *byte == b'\n'));
        let line_start = start.map_or(0, |newline| newline + 1);
        let rest = bytes.get(line_start..).unwrap_or_default();
        let line_end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()).min(200);
        let text = String::from_utf8_lossy(rest.get(..line_end).unwrap_or_default()).into_owned();
        let before = String::from_utf8_lossy(bytes.get(line_start..at).unwrap_or_default()).chars().count();
        At::Template { path: path.as_str().to_owned(), line, column: before + 1, text }
    };
    decode(bytes).map_err(|at| problems::not_utf8(place(at)))
}
