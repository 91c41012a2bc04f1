//! What a build keeps for the next one of the same portal and output: what was read, the words of the search, and for
//! which site. Whatever is kept, the next site is the same as without; it is made with less work.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::{Prepared, Read, SearchFiles};
use crate::link::DocumentIndex;
use crate::manifest::Digest;
use crate::memo::{Changed, KeptMemo, Memo, Reworded};
use crate::path::Route;
use crate::search::{self, KeptLists};
use crate::view::{Rewording, ShownWords};

/// The shard that tells of all others.
const HEAD: &str = "head";

/// The name of a shard of documents.
fn documents(number: usize) -> String {
    format!("documents-{number:02}")
}

/// The name of the shard with the words of a chunk of the search.
fn words(chunk: usize) -> String {
    format!("words-{chunk:02}")
}

/// What a build has kept.
#[derive(Debug)]
pub struct Kept {
    /// What was read.
    pub memo: Memo,
    /// The site that was made.
    pub site: KeptSite,
    /// The shards themselves.
    pub shards: KeptShards,
}

/// The shards that were kept, to tell which the next build must write again.
#[derive(Debug)]
pub struct KeptShards {
    memo: KeptMemo,
    /// Of all but the first, by name.
    sums: BTreeMap<String, u64>,
}

/// A site that was made of what was kept.
#[derive(Debug)]
pub struct KeptSite {
    facts: Facts,
    search: search::Kept,
}

/// By what a site is told from others, beside the files that it was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Facts {
    /// The day and the address.
    settings: u64,
    /// Which documents are published, and which of them are only previewed.
    published: u64,
    /// The sum of its manifest.
    manifest: Digest,
}

/// What the first shard holds.
#[derive(Debug, Serialize, Deserialize)]
struct Head<'a> {
    /// The program that wrote it.
    program: u64,
    facts: Facts,
    memo: KeptMemo,
    search: Cow<'a, search::Kept>,
    /// Of all other shards, by name.
    sums: BTreeMap<String, u64>,
}

/// What has to be made of a site of which all else is in place.
#[derive(Debug)]
pub struct Remaking {
    /// Where words are shown that are others now.
    pub words: ShownWords,
    /// The index of the search before.
    pub search: search::Kept,
}

/// A site that has been published, to be kept for the next.
#[derive(Debug)]
pub struct NextSite<'a> {
    /// The program that made it, as a hash.
    pub program: u64,
    /// The site.
    pub prepared: &'a Prepared,
    /// The sum of its manifest.
    pub manifest: Digest,
    /// The index of the search.
    pub search: &'a SearchFiles,
    /// What was read.
    pub memo: &'a Memo,
    /// The sums of the texts that were read, by path.
    pub sums: &'a BTreeMap<String, Digest>,
}

impl Kept {
    /// Reads what the same `program` has kept; `shard` reads a shard by its name into a buffer and tells whether it
    /// could. `None` where anything is missing or not as it was written.
    pub fn read(program: u64, shard: impl Fn(&str, &mut Vec<u8>) -> bool + Sync) -> Option<Self> {
        let mut first = Vec::new();
        if !shard(HEAD, &mut first) {
            return None;
        }
        let head: Head<'_> = postcard::from_bytes(&first).ok()?;
        if head.program != program {
            return None;
        }
        let Head { facts, memo: kept_memo, search, sums, .. } = head;
        let search = search.into_owned();
        let whole =
            |name: &str, bytes: &mut Vec<u8>| shard(name, bytes) && sums.get(name) == Some(&xxh3_64(bytes));
        let (memo, lists) = rayon::join(
            || kept_memo.memo(|number, bytes| whole(&documents(number), bytes)),
            || {
                let chunks = (0..search.chunks()).into_par_iter();
                let lists = chunks.map_init(Vec::new, |bytes, chunk| {
                    let is_whole = whole(&words(chunk), bytes);
                    postcard::from_bytes::<KeptLists>(bytes).ok().filter(|_| is_whole)
                });
                lists.collect::<Option<Vec<_>>>()
            },
        );
        let search = search.with_lists(lists?)?;
        let shards = KeptShards { memo: kept_memo, sums };
        Some(Self { memo: memo?, site: KeptSite { facts, search }, shards })
    }
}

impl KeptSite {
    /// The sum of the manifest of the site.
    #[must_use]
    pub fn manifest(&self) -> Digest {
        self.facts.manifest
    }
}

impl Read {
    /// Whether texts that a memo was thought to know must be taken up after all: documents were added, or people are named
    /// that were not. Then nothing has been read, and the same must be asked with all texts.
    #[must_use]
    pub fn lacks_texts(&self) -> bool {
        self.parsed.lacks_texts
    }

    /// The documents whose bodies have other words than those that the memo had, where nothing else has changed.
    #[must_use]
    pub fn reworded(&self) -> Option<Vec<Reworded>> {
        match &self.parsed.changed {
            Changed::Words(words) if words.iter().all(|word| !word.is_renamed) => Some(words.clone()),
            Changed::Words(_) | Changed::Anything => None,
        }
    }
}

impl Prepared {
    /// What has to be made where only the words of these documents are others than in the site that was kept; `None` where
    /// all has to be.
    #[must_use]
    pub fn remaking(&self, kept: KeptSite, reworded: &[Reworded]) -> Option<Remaking> {
        if self.facts(kept.facts.manifest) != kept.facts {
            return None;
        }
        let rewording = |reworded: &Reworded| {
            let document = DocumentIndex(self.place_of(&reworded.document)?);
            Some(Rewording { document, mentions: reworded.mentions.clone() })
        };
        let rewordings: Option<Vec<Rewording>> = reworded.iter().map(rewording).collect();
        let words = ShownWords::of(&rewordings?, self.scene());
        Some(Remaking { words, search: kept.search })
    }

    fn facts(&self, manifest: Digest) -> Facts {
        let base_url = self.config.base_url.whole(&Route::home());
        let settings = xxh3_64(format!("{} {base_url}", self.time.day).as_bytes());
        let mut published = Xxh3::new();
        for linked in &self.site.documents {
            let moment = linked.document.common.publish_at.as_ref();
            let has_come = moment.is_none_or(|moment| self.time.has_come(moment.value));
            published.update(linked.document.path.as_str().as_bytes());
            published.update(&[u8::from(has_come)]);
        }
        Facts { settings, published: published.digest(), manifest }
    }
}

impl NextSite<'_> {
    /// Hands on the shards that are not as they were in `before`, the one that tells of all others last. `Err` with what
    /// `take` refuses first.
    pub fn keep<E: Send>(
        &self,
        before: Option<&KeptShards>,
        take: impl Fn(&str, &[u8]) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        let put = |name: String, bytes: &[u8]| take(&name, bytes).map(|()| (name, xxh3_64(bytes)));
        let memo_before = before.map(|before| &before.memo);
        let documents =
            self.memo.shards(memo_before, self.sums, |number, bytes| put(documents(number), bytes))?;
        let words: Result<Vec<(String, u64)>, E> = self
            .search
            .remade
            .par_iter()
            .map(|chunk| {
                // Writing into memory does not fail; a shard that cannot be read is as if it were not there.
                let lists = self.search.kept.lists(*chunk).and_then(|lists| postcard::to_stdvec(&lists).ok());
                put(words(*chunk), &lists.unwrap_or_default())
            })
            .collect();
        let mut sums = before.map(|before| before.sums.clone()).unwrap_or_default();
        sums.extend(documents.into_iter().chain(words?));
        let head = Head {
            program: self.program,
            facts: self.prepared.facts(self.manifest),
            memo: self.memo.to_kept(),
            search: Cow::Borrowed(&self.search.kept),
            sums,
        };
        take(HEAD, &postcard::to_stdvec(&head).unwrap_or_default())
    }
}
