//! `congbao serve` with the real command over HTTP: whatever is done to the files, each page and each problem is that of a
//! clean build.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use congbao::build::{Clock, Settings, prepare};
use congbao::disk::read;
use congbao::link::Drafts;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::check::{folder, run};
use crate::harness::{make_all, problems};
use crate::memo::{Edit, SITE, apply, edit, write_site};

/// How many files of the site there are at first.
const FILES: usize = 14;
/// How many edits are made.
const STEPS: usize = 300;
/// Every so many edits all pages are asked for; after the others those that changed and some more.
const ALL: usize = 25;
/// How many pages are asked for that an edit has not changed.
const OTHERS: usize = 6;
/// How long the preview may take to follow an edit, on a machine that has other things to do.
const LONGEST: Duration = Duration::from_secs(30);
/// What the preview adds to a page: this, the number of the round, and the end.
const SCRIPT: &str = "<script type=\"module\" src=\"/_congbao/preview.js?";
const SCRIPT_END: &str = "\"></script>";

/// A preview that runs until the test is over.
struct Preview {
    child: Child,
    host: String,
    connection: Option<BufReader<TcpStream>>,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    fn start(root: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_congbao"))
            .args(["serve", "--port", "0", "--root"])
            .arg(root)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let host = line.trim().strip_prefix("http://").unwrap().trim_end_matches('/').to_owned();
        Self { child, host, connection: None }
    }

    /// The status and the bytes of an address.
    fn get(&mut self, path: &str) -> (u16, Vec<u8>) {
        let connection =
            self.connection.get_or_insert_with(|| BufReader::new(TcpStream::connect(&self.host).unwrap()));
        // In one piece: the network would hold back a second one for a while.
        let question = format!("GET {path} HTTP/1.1\r\nhost: {}\r\n\r\n", self.host);
        connection.get_mut().write_all(question.as_bytes()).unwrap();
        let mut head = Vec::new();
        loop {
            let mut line = String::new();
            connection.read_line(&mut line).unwrap();
            if line.trim().is_empty() {
                break;
            }
            head.push(line.to_lowercase());
        }
        let status = head[0].split(' ').nth(1).unwrap().parse().unwrap();
        let length = head.iter().find_map(|line| line.strip_prefix("content-length:"));
        let mut body = vec![0; length.unwrap().trim().parse().unwrap()];
        connection.read_exact(&mut body).unwrap();
        (status, body)
    }

    /// A file of the site, without what the preview adds; `None` where there is none.
    fn file(&mut self, file: &str) -> Option<Vec<u8>> {
        let path = file.strip_suffix("index.html").unwrap_or(file);
        let (status, bytes) = self.get(&format!("/{path}"));
        if status != 200 {
            assert_eq!(status, 404, "{file}");
            return None;
        }
        if !file.ends_with(".html") {
            return Some(bytes);
        }
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.matches(SCRIPT).count(), 1, "{file}");
        let (before, behind) = text.split_once(SCRIPT).unwrap();
        let (round, behind) = behind.split_once(SCRIPT_END).unwrap();
        assert!(round.parse::<u64>().is_ok(), "{file}: {round}");
        Some([before, behind].concat().into_bytes())
    }

    /// What the preview says is wrong, as [`problems`] has it.
    fn problems(&mut self) -> String {
        let report: serde_json::Value =
            serde_json::from_slice(&self.get("/_congbao/problems.json").1).unwrap();
        let line = |problem: &serde_json::Value| {
            let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
            let place = match problem["line"].as_u64() {
                Some(line) => format!("{}:{line}:{}", text("file"), problem["column"]),
                None => text("file"),
            };
            let (severity, code) = (text("severity"), text("code"));
            format!("{severity} {place} {code}: {} | {}", text("message"), text("help"))
        };
        report["problems"].as_array().unwrap().iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// What a clean build makes of the files: pages and problems.
struct Clean {
    files: BTreeMap<String, Vec<u8>>,
    problems: String,
}

fn clean(root: &Path) -> Clean {
    let clock = Clock::Now(jiff::Timestamp::now());
    let inputs = read(root).unwrap();
    let mut prepared = prepare(&inputs, &Settings { clock, drafts: Drafts::Shown, base_url: None });
    let problems = problems(&inputs, &prepared.diagnostics.clone().sorted());
    Clean { files: make_all(&prepared.value, &mut prepared.diagnostics), problems }
}

/// Asks until the answer is the one that is expected; the time that a preview takes to follow is no fault.
fn until_same<T: PartialEq>(expected: &T, what: &str, mut ask: impl FnMut() -> T) {
    let started = Instant::now();
    while ask() != *expected {
        assert!(started.elapsed() < LONGEST, "{what} is not that of a clean build");
        std::thread::sleep(Duration::from_millis(4));
    }
}

/// What is done to the files.
#[derive(Debug, Clone)]
enum Step {
    /// An edit as offices make them.
    Edit(Edit),
    /// A file gets back the text that it had at first.
    Restore(usize),
    /// A scan comes or goes.
    Scan(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        10 => edit().prop_map(Step::Edit),
        5 => any::<usize>().prop_map(Step::Restore),
        1 => any::<u8>().prop_map(Step::Scan),
    ]
}

fn do_step(step: &Step, root: &Path, first: &[(PathBuf, String)]) {
    match step {
        Step::Edit(edit) => {
            apply(edit, root);
        }
        Step::Restore(at) => {
            let (file, text) = &first[at % first.len()];
            fs::write(file, text).unwrap();
        }
        Step::Scan(name) => {
            let file = root.join(format!("content/resolutions/quet-{}.pdf", name % 3));
            if file.exists() {
                fs::remove_file(file).unwrap();
            } else {
                fs::write(file, "%PDF").unwrap();
            }
        }
    }
}

#[test]
fn what_cannot_be_served_is_said_and_a_free_port_offered() {
    let portal = folder("//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\n");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let (code, stdout, stderr) = run(portal.path(), &["serve", "--port", &port]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains(&format!("port {port} cannot be had")), "{stderr}");
    assert!(port == "65535" || stderr.contains("is free: congbao serve --port "), "{stderr}");
    for (arguments, expected) in [
        (&["serve", "--root", "missing"][..], "there is no folder missing"),
        (&["serve", "--root", "congbao.yaml"], "congbao.yaml is a file"),
        (&["serve", "--host", "192.0.2.1"], "192.0.2.1 is no address of this machine"),
    ] {
        let (code, _, stderr) = run(portal.path(), arguments);
        assert!(code == 2 && stderr.contains(expected), "{arguments:?} {stderr}");
    }
    let empty = tempfile::tempdir().unwrap();
    let (code, _, stderr) = run(empty.path(), &["serve"]);
    assert!(code == 2 && stderr.contains("there is no congbao.yaml in"), "{stderr}");
    // Those that are not to be had here are taken by others already.
    let all_taken: Vec<_> = (8750..8800).map(|port| TcpListener::bind(("127.0.0.1", port))).collect();
    let (code, stdout, stderr) = run(portal.path(), &["serve"]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("no port from 8750 upward is free; name one with --port"), "{stderr}");
    drop(all_taken);
}

#[test]
fn what_is_served_is_a_clean_build_after_each_of_300_edits() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    // A part of it is enough here, and is followed sooner.
    let site: Vec<&str> = SITE.split_inclusive("//- ").take(FILES + 1).collect();
    let first = write_site(&root, site.concat().trim_end_matches("//- "));
    let mut preview = Preview::start(&root);
    // The same edits each time.
    let mut chance = TestRunner::deterministic();
    let mut before = clean(&root);
    for at in 1..=STEPS {
        let step = step().new_tree(&mut chance).unwrap().current();
        do_step(&step, &root, &first);
        let after = clean(&root);
        let told = format!("step {at}, {step:?}");
        until_same(&after.problems, &format!("{told}: the list of problems"), || preview.problems());
        for file in before.files.keys().filter(|file| !after.files.contains_key(*file)) {
            until_same(&None, &format!("{told}: {file}"), || preview.file(file));
        }
        let changed = |file: &String| before.files.get(file) != after.files.get(file);
        let offset = any::<usize>().new_tree(&mut chance).unwrap().current() % after.files.len().max(1);
        for (place, (file, bytes)) in after.files.iter().enumerate() {
            let is_other = (place + offset) % after.files.len() < OTHERS;
            let is_copied = bytes.starts_with(b"(a file of the portal)");
            if !is_copied && (changed(file) || is_other || at % ALL == 0) {
                until_same(&Some(bytes.clone()), &format!("{told}: {file}"), || preview.file(file));
            }
        }
        before = after;
    }
}
