//! What changes on the disk.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecursiveMode, Watcher};

/// How long further changes are waited for: an editor that saves a file makes several at once.
const GATHER: Duration = Duration::from_millis(15);
/// After how long a portal with a new folder is looked at once more: what is put into a folder before that is watched is
/// not told.
const SECOND_LOOK: Duration = Duration::from_millis(400);

/// Watches a portal; hands out the files that have changed, all that changed together at once.
pub(super) fn watch(root: &Path) -> Result<Changes, String> {
    let (sender, receiver) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // That files are read is told too, of each when the portal is.
        if event.as_ref().is_ok_and(|event| event.kind.is_access() && !event.need_rescan()) {
            return;
        }
        // Nobody listens any more once the server has ended.
        let _ = sender.send(event);
    })
    .map_err(|error| format!("changes cannot be watched: {error}"))?;
    // The folder itself: for `congbao.yaml`, and for folders that are not there yet. Its other folders hold no sources.
    watcher.watch(root, RecursiveMode::NonRecursive).map_err(|error| error.to_string())?;
    for folder in
        ["content", "themes"].map(|folder| root.join(folder)).iter().filter(|folder| folder.is_dir())
    {
        watcher.watch(folder, RecursiveMode::Recursive).map_err(|error| error.to_string())?;
    }
    Ok(Changes { root: root.to_owned(), receiver, watcher: Box::new(watcher), second_look: None })
}

/// Changes to come; never ends.
pub(super) struct Changes {
    root: PathBuf,
    receiver: Receiver<notify::Result<Event>>,
    watcher: Box<dyn Watcher + Send>,
    /// When to look at everything once more.
    second_look: Option<Instant>,
}

impl Iterator for Changes {
    type Item = Vec<PathBuf>;

    fn next(&mut self) -> Option<Vec<PathBuf>> {
        loop {
            let mut changed = Vec::new();
            match self.wait()? {
                Some(event) => self.take(event, &mut changed),
                None => changed.push(self.root.clone()),
            }
            while let Ok(event) = self.receiver.recv_timeout(GATHER) {
                self.take(event, &mut changed);
            }
            changed.sort();
            changed.dedup();
            if !changed.is_empty() {
                return Some(changed);
            }
        }
    }
}

impl Changes {
    /// The next event; `Some(None)` where it is time for a second look before there is one.
    #[expect(clippy::option_option, reason = "the outer one ends the iterator")]
    fn wait(&mut self) -> Option<Option<notify::Result<Event>>> {
        let Some(time) = self.second_look else { return self.receiver.recv().ok().map(Some) };
        match self.receiver.recv_timeout(time.saturating_duration_since(Instant::now())) {
            Ok(event) => Some(Some(event)),
            Err(RecvTimeoutError::Timeout) => {
                self.second_look = None;
                Some(None)
            }
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Adds the files of an event. Events that were lost, and folders, mean that anything may have changed: the root.
    fn take(&mut self, event: notify::Result<Event>, changed: &mut Vec<PathBuf>) {
        let Ok(event) = event else { return changed.push(self.root.clone()) };
        if event.need_rescan() {
            changed.push(self.root.clone());
        }
        let is_change = match event.kind {
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => false,
            EventKind::Any
            | EventKind::Create(_)
            | EventKind::Modify(_)
            | EventKind::Remove(_)
            | EventKind::Other => true,
        };
        if !is_change {
            return;
        }
        for path in event.paths {
            let Ok(inner) = path.strip_prefix(&self.root) else { continue };
            let first = inner.iter().next().and_then(|first| first.to_str()).unwrap_or_default();
            if !matches!(first, "content" | "themes" | "congbao.yaml") {
                continue;
            }
            // `content` itself may have been made again, as after a move.
            if inner.iter().count() == 1 && path.is_dir() {
                let _ = self.watcher.watch(&path, RecursiveMode::Recursive);
            }
            if path.is_dir() {
                self.second_look = Some(Instant::now() + SECOND_LOOK);
            }
            changed.push(path);
        }
    }
}
