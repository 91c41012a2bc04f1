//! `congbao check --external`: asks other sites whether the pages are there that a portal links to.
//!
//! Three parts: [`fetch`] asks after one address, [`cache`] keeps what was answered, and this module sees to it that no
//! site is asked too often and that the whole comes to an end.

mod cache;
mod fetch;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use clap::Args;
use congbao::build::Surveyed;
use congbao::check::external::{Answer, links};
use congbao::diag::Diagnostics;

use cache::Cache;
use fetch::Networks;

/// Arguments of `check` that are about other sites.
#[derive(Debug, Args)]
pub(super) struct ExternalArguments {
    /// Ask other sites too whether the pages are there that the portal links to; answers are kept for some days
    #[arg(long)]
    external: bool,
    /// With --external, ask after addresses of this machine and of the office's own network as well
    #[arg(long, requires = "external")]
    private_addresses: bool,
}

/// How much may be asked.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// Sites that are asked at once; each of them has one question at a time.
    at_once: usize,
    /// How long a site is left alone between two questions.
    pause: Duration,
    /// When no more questions are asked.
    whole: Duration,
    /// After how many questions without an answer, one behind the other, a site is not asked any more.
    silences: usize,
}

/// What offices and sites bear.
const USUAL: Limits =
    Limits { at_once: 8, pause: Duration::from_millis(300), whole: Duration::from_mins(5), silences: 3 };

/// Asks after one address.
trait Fetch: Sync {
    fn fetch(&self, address: &str) -> Answer;
}

/// What is wrong with the links of a portal to other sites; nothing where nobody wants it asked.
pub(super) fn check(root: &Path, surveyed: &Surveyed, arguments: &ExternalArguments) -> Diagnostics {
    if !arguments.external {
        return Diagnostics::new();
    }
    let networks = if arguments.private_addresses { Networks::All } else { Networks::Public };
    surveyed.external(&answers(root, surveyed, networks))
}

/// Asks after all links of a portal to other sites that no recent answer is known of, and says on standard error what it
/// does. What was learned is kept in the portal's folder.
fn answers(root: &Path, surveyed: &Surveyed, networks: Networks) -> BTreeMap<String, Answer> {
    let addresses: BTreeSet<String> = links(&surveyed.site).into_iter().map(|link| link.address).collect();
    let now = jiff::Timestamp::now().as_second();
    let mut cache = Cache::read(root, now);
    let (mut answers, unknown) = cache.known(&addresses, networks);
    let known = answers.len();
    if !unknown.is_empty() {
        eprintln!("asking after {} addresses of other sites", unknown.len());
        let started = Instant::now();
        let learned = ask(unknown, &fetch::Web::new(networks), USUAL);
        let left = addresses.len() - known - learned.len();
        let seconds = started.elapsed().as_secs_f64();
        eprintln!("{} answers in {seconds:.1} s, {known} known from before", learned.len());
        if left > 0 {
            eprintln!("{left} addresses are left for another time: run the command again");
        }
        cache.learn(&learned, networks);
        if let Err(error) = cache.write(root) {
            eprintln!("what was learned is not kept: {error}");
        }
        answers.extend(learned);
    }
    answers
}

/// Asks after addresses, site by site; those that the limits leave no time for have no answer.
fn ask(addresses: BTreeSet<String>, web: &impl Fetch, limits: Limits) -> BTreeMap<String, Answer> {
    let mut by_site: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for address in addresses {
        by_site.entry(site(&address)).or_default().push(address);
    }
    // The longest first: it takes as long as all others together where there is one that everybody links to.
    let mut sites: Vec<Vec<String>> = by_site.into_values().collect();
    sites.sort_by_key(|addresses| std::cmp::Reverse(addresses.len()));
    let waiting = Mutex::new(VecDeque::from(sites));
    let answers = Mutex::new(BTreeMap::new());
    let started = Instant::now();
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    std::thread::scope(|scope| {
        for _ in 0..limits.at_once {
            scope.spawn(|| {
                while let Some(addresses) = next() {
                    let mut silences = 0;
                    for (at, address) in addresses.into_iter().enumerate() {
                        if at > 0 {
                            std::thread::sleep(limits.pause);
                        }
                        if started.elapsed() >= limits.whole || silences >= limits.silences {
                            break;
                        }
                        let answer = web.fetch(&address);
                        silences = if matches!(answer, Answer::Silent(_)) { silences + 1 } else { 0 };
                        answers.lock().unwrap_or_else(PoisonError::into_inner).insert(address, answer);
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The site of an address: what stands between `://` and the path.
fn site(address: &str) -> String {
    let behind = address.split_once("://").map_or(address, |(_, behind)| behind);
    behind.split(['/', '?']).next().unwrap_or(behind).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// A web in which a site that is called `silent` never answers.
    #[derive(Default)]
    struct Made {
        asked: Mutex<Vec<String>>,
        now: AtomicUsize,
        most: AtomicUsize,
    }

    impl Fetch for Made {
        fn fetch(&self, address: &str) -> Answer {
            let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
            self.most.fetch_max(now, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(2));
            self.now.fetch_sub(1, Ordering::SeqCst);
            self.asked.lock().unwrap().push(address.to_owned());
            if address.contains("silent") {
                return Answer::Silent("no answer".to_owned());
            }
            if address.ends_with("gone") { Answer::Gone(404) } else { Answer::Alive }
        }
    }

    const SOON: Limits =
        Limits { at_once: 3, pause: Duration::ZERO, whole: Duration::from_mins(1), silences: 3 };

    fn addresses(list: &[(&str, usize)]) -> BTreeSet<String> {
        list.iter()
            .flat_map(|(site, count)| (0..*count).map(move |at| format!("https://{site}/{at}")))
            .collect()
    }

    #[test]
    fn every_address_is_asked_once_and_a_silent_site_is_left_alone() {
        let web = Made::default();
        let wanted =
            addresses(&[("a.example", 9), ("b.example", 2), ("silent.example", 9), ("c.example", 1)]);
        let answers = ask(wanted, &web, SOON);
        assert_eq!(answers.len(), 9 + 2 + 3 + 1);
        assert_eq!(web.asked.lock().unwrap().len(), answers.len());
        assert!(web.most.load(Ordering::SeqCst) <= SOON.at_once);
        let gone = BTreeSet::from(["https://a.example/gone".to_owned()]);
        assert_eq!(ask(gone, &web, SOON).into_values().next(), Some(Answer::Gone(404)));
    }

    #[test]
    fn one_site_has_one_question_at_a_time_and_the_whole_an_end() {
        let web = Made::default();
        ask(addresses(&[("A.example", 5), ("a.example", 5)]), &web, SOON);
        assert_eq!(web.most.load(Ordering::SeqCst), 1);
        let never = Limits { whole: Duration::ZERO, ..SOON };
        assert!(ask(addresses(&[("a.example", 5)]), &web, never).is_empty());
    }
}
