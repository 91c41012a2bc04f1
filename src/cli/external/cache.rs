//! What other sites have answered, kept in the portal's folder: `.congbao/links.json`, which may be removed at any time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use congbao::check::external::Answer;
use serde::{Deserialize, Serialize};

use super::Networks;

/// The form of the file; one of another version is not read.
const VERSION: u32 = 1;
/// How long a page that was there is taken to be there still, in seconds: two weeks.
const ALIVE: i64 = 14 * 24 * 3600;
/// How long another answer holds: a day, so that what was mended is soon seen.
const OTHER: i64 = 24 * 3600;

/// The answers of before.
#[derive(Debug)]
pub(super) struct Cache {
    kept: Kept,
    now: i64,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    version: u32,
    links: BTreeMap<String, Link>,
}

/// An answer: the status, 200 where the page was there; when that was seen, in seconds since 1970; and whether private
/// networks were asked too, since readers are not in them.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Link {
    status: u16,
    seen: i64,
    all_networks: bool,
}

impl Cache {
    /// What is kept of a portal, as of now. A file that is missing or unreadable holds nothing.
    pub(super) fn read(root: &Path, now: i64) -> Self {
        let text = fs::read_to_string(file(root)).unwrap_or_default();
        let kept = serde_json::from_str(&text).ok().filter(|kept: &Kept| kept.version == VERSION);
        let mut kept = kept.unwrap_or_default();
        kept.version = VERSION;
        kept.links.retain(|_, link| {
            let holds = if link.status == 200 { ALIVE } else { OTHER };
            (0..holds).contains(&(now - link.seen))
        });
        Self { kept, now }
    }

    /// The answers that are known, and the addresses of which none is.
    pub(super) fn known(
        &self,
        addresses: &BTreeSet<String>,
        networks: Networks,
    ) -> (BTreeMap<String, Answer>, BTreeSet<String>) {
        let mut answers = BTreeMap::new();
        let mut unknown = BTreeSet::new();
        for address in addresses {
            let fits = |link: &&Link| networks == Networks::All || !link.all_networks;
            match self.kept.links.get(address).filter(fits) {
                Some(link) => {
                    answers.insert(address.clone(), link.answer());
                }
                None => {
                    unknown.insert(address.clone());
                }
            }
        }
        (answers, unknown)
    }

    /// Keeps what was learned. Silence is not kept: the site may be back in a minute.
    pub(super) fn learn(&mut self, answers: &BTreeMap<String, Answer>, networks: Networks) {
        let all_networks = networks == Networks::All;
        for (address, answer) in answers {
            let status = match answer {
                Answer::Alive => 200,
                Answer::Gone(status) | Answer::Refused(status) => *status,
                Answer::Silent(_) | Answer::Private => continue,
            };
            self.kept.links.insert(address.clone(), Link { status, seen: self.now, all_networks });
        }
    }

    /// Writes all that is kept: beside the file first, so that it is never half there.
    pub(super) fn write(&self, root: &Path) -> Result<(), String> {
        let file = file(root);
        let text = serde_json::to_string_pretty(&self.kept).map_err(|error| error.to_string())?;
        let refused = |error: std::io::Error| format!("{}: {error}", file.display());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(refused)?;
        }
        let beside = file.with_extension("json.new");
        fs::write(&beside, text + "\n").and_then(|()| fs::rename(&beside, &file)).map_err(refused)
    }
}

impl Link {
    fn answer(self) -> Answer {
        match self.status {
            200 => Answer::Alive,
            404 | 410 => Answer::Gone(self.status),
            status => Answer::Refused(status),
        }
    }
}

fn file(root: &Path) -> PathBuf {
    root.join(".congbao").join("links.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_kept_for_a_time_and_silence_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let answers = BTreeMap::from([
            ("https://a.example/".to_owned(), Answer::Alive),
            ("https://b.example/".to_owned(), Answer::Gone(410)),
            ("https://c.example/".to_owned(), Answer::Refused(403)),
            ("https://d.example/".to_owned(), Answer::Silent("no answer".to_owned())),
        ]);
        let addresses: BTreeSet<String> = answers.keys().cloned().collect();
        let mut cache = Cache::read(folder.path(), 0);
        cache.learn(&answers, Networks::Public);
        cache.write(folder.path()).unwrap();
        for (now, known) in [(60, 3), (OTHER, 1), (ALIVE, 0), (-60, 0)] {
            let (found, unknown) = Cache::read(folder.path(), now).known(&addresses, Networks::Public);
            assert_eq!((found.len(), unknown.len()), (known, 4 - known), "after {now} s");
            assert!(found.iter().all(|(address, answer)| answers[address] == *answer));
        }
        std::fs::write(file(folder.path()), "{\"version\": 9").unwrap();
        assert!(Cache::read(folder.path(), 60).known(&addresses, Networks::Public).0.is_empty());
    }
}
