//! Holding a site as it is served against its manifest: every file is asked for once, and never more of it is read than the
//! manifest says it has.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use congbao::disk::LARGEST_MANIFEST;
use congbao::hosts;
use congbao::manifest::{self, Differences, Digest, Entry, Manifest};
use ureq::Agent;

/// How long one answer is waited for.
const LONGEST: Duration = Duration::from_secs(30);
/// After that no more files are asked for.
const WHOLE: Duration = Duration::from_mins(30);
/// Files that are asked for at once.
const AT_ONCE: usize = 8;
/// After how many files without an answer no more are asked for.
const SILENCES: usize = 20;

/// What came of asking for a file.
enum Answer {
    /// It is as it should be.
    Same,
    /// It is another.
    Changed,
    /// It is not there.
    Missing,
    /// The host did not answer.
    Silent(String),
}

/// Asks for every file of the site at `address`. `Err` where the host does not answer, or not in time.
pub(super) fn verify(address: &str, own: Option<Vec<u8>>) -> Result<(Manifest, Differences), String> {
    let base = format!("{}/", address.trim_end_matches('/'));
    let agent = agent();
    let bytes = match own {
        Some(bytes) => bytes,
        None => fetch_manifest(&agent, &base)?,
    };
    let manifest = Manifest::parse(&bytes).map_err(|error| format!("{base}{}: {error}", manifest::FILE))?;
    // Hosts read these and do not hand them out.
    let files: Vec<(&String, &Entry)> =
        manifest.files.iter().filter(|(file, _)| !hosts::FILES.contains(&file.as_str())).collect();
    eprintln!("asking for {} files of {base}", files.len());
    let answers = ask(&agent, &base, &files)?;
    let mut differences = Differences::default();
    for (file, answer) in answers {
        match answer {
            Answer::Same => {}
            Answer::Changed => differences.changed.push(file),
            Answer::Missing => differences.missing.push(file),
            Answer::Silent(words) => return Err(format!("{base}{}: {words}", address_of(&file))),
        }
    }
    Ok((manifest, differences))
}

fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(LONGEST))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .user_agent(concat!("congbao/", env!("CARGO_PKG_VERSION"), " (verify)"))
        .build()
        .new_agent()
}

fn fetch_manifest(agent: &Agent, base: &str) -> Result<Vec<u8>, String> {
    let address = format!("{base}{}", manifest::FILE);
    let told = |error: ureq::Error| format!("{address}: {error}");
    let mut response = agent.get(&address).call().map_err(told)?;
    if response.status() != 200 {
        return Err(format!("{address}: the host answers {}", response.status()));
    }
    response.body_mut().with_config().limit(LARGEST_MANIFEST).read_to_vec().map_err(told)
}

fn ask(agent: &Agent, base: &str, files: &[(&String, &Entry)]) -> Result<BTreeMap<String, Answer>, String> {
    let started = Instant::now();
    let (next, silences) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let answers = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some((file, entry)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if started.elapsed() >= WHOLE || silences.load(Ordering::Relaxed) >= SILENCES {
                        break;
                    }
                    let answer = look(agent, &format!("{base}{}", address_of(file)), file, entry);
                    if matches!(answer, Answer::Silent(_)) {
                        silences.fetch_add(1, Ordering::Relaxed);
                    }
                    answers.lock().unwrap_or_else(PoisonError::into_inner).insert((*file).clone(), answer);
                }
            });
        }
    });
    let answers = answers.into_inner().unwrap_or_else(PoisonError::into_inner);
    let is_silent = |answer: &Answer| matches!(answer, Answer::Silent(_));
    if answers.len() < files.len() && !answers.values().any(is_silent) {
        return Err(format!(
            "{} of {} files were looked at within {} minutes; look at a copy of the folder instead",
            answers.len(),
            files.len(),
            WHOLE.as_secs() / 60
        ));
    }
    Ok(answers)
}

/// The address of a file below that of the site: a folder for its index page.
fn address_of(file: &str) -> String {
    let address = match file.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => file,
    };
    let mut escaped = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

fn look(agent: &Agent, address: &str, file: &str, entry: &Entry) -> Answer {
    let mut response = match agent.get(address).call() {
        Ok(response) => response,
        Err(error) => return Answer::Silent(error.to_string()),
    };
    let status = response.status().as_u16();
    if let (300..=399, Some(wanted)) = (status, &entry.redirect) {
        let location = response.headers().get("location").and_then(|location| location.to_str().ok());
        let is_wanted = location.is_some_and(|location| path_of(location) == wanted);
        return if is_wanted { Answer::Same } else { Answer::Changed };
    }
    let is_own_404 = file == "404.html" && status == 404;
    if status != 200 && entry.status != Some(status) && !is_own_404 {
        return match status {
            // A folder without its page may be told as forbidden.
            403 | 404 | 410 => Answer::Missing,
            500.. => Answer::Silent(format!("the host answers {status}")),
            _ => Answer::Changed,
        };
    }
    // One byte more than there should be tells that there are too many.
    match response.body_mut().with_config().limit(entry.bytes + 1).read_to_vec() {
        Ok(bytes) if bytes.len() as u64 == entry.bytes && Digest::of(&bytes) == entry.sha256 => Answer::Same,
        Ok(_) | Err(ureq::Error::BodyExceedsLimit(_)) => Answer::Changed,
        Err(error) => Answer::Silent(error.to_string()),
    }
}

/// The path of an address, which may be whole or begin at the host.
fn path_of(address: &str) -> &str {
    match address.split_once("://") {
        Some((_, behind)) => behind.find('/').map_or("/", |slash| &behind[slash..]),
        None => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_addresses() {
        for (file, expected) in [
            ("index.html", ""),
            ("a/index.html", "a/"),
            ("a/xindex.html", "a/xindex.html"),
            ("a/ă b.pdf", "a/%C4%83%20b.pdf"),
        ] {
            assert_eq!(address_of(file), expected);
        }
        assert_eq!(path_of("https://a.example/x/"), "/x/");
        assert_eq!(path_of("https://a.example"), "/");
        assert_eq!(path_of("/x/"), "/x/");
    }
}
