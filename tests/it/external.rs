//! `congbao check --external` with the real command against a small server on this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};

use crate::check::{folder, run};

/// A server; `there` answers, `moved` leads to it, `headless` knows no HEAD, `closed` refuses, the rest is not found.
/// Hands out its address and what it was asked for.
fn server() -> (SocketAddr, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let Some(Ok(first)) = lines.next() else { continue };
            while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
            let question = first.trim_end_matches(" HTTP/1.1").to_owned();
            let answer = match question.as_str() {
                "HEAD /there" | "GET /headless" => "200 OK".to_owned(),
                "HEAD /moved" => "301 Moved\r\nlocation: /there".to_owned(),
                "HEAD /round" => "302 Found\r\nlocation: /round".to_owned(),
                "HEAD /headless" => "405 Not Allowed".to_owned(),
                closed if closed.ends_with("/closed") => "403 Forbidden".to_owned(),
                _ => "404 Not Found".to_owned(),
            };
            log.lock().unwrap().push(question);
            // The other side may have gone.
            let _ = write!(stream, "HTTP/1.1 {answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        }
    });
    (address, asked)
}

fn portal(address: SocketAddr) -> tempfile::TempDir {
    folder(&format!(
        "//- congbao.yaml
title: A
base_url: https://a.example/
checks: {{missing-contact: off}}
//- content/news/a.md
---
title: A
source: {{name: B, url: \"http://{address}/gone\"}}
---
[a](http://{address}/there) [b](http://{address}/there#b) <http://{address}/moved> [c](http://{address}/headless)
[d](http://{address}/closed) [e](http://{address}/round) [f](mailto:a@a.example)
//- content/documents.yaml
- symbol: 1/2020/QH14
  url: http://{address}/law
"
    ))
}

/// Each problem of a check: severity, code, line.
fn told(stdout: &str) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(stdout).unwrap();
    let problems = report["problems"].as_array().unwrap();
    problems
        .iter()
        .map(|problem| {
            let text = |key: &str| problem[key].as_str().unwrap().to_owned();
            format!("{} {} {}:{}", text("severity"), text("code"), text("file"), problem["line"])
        })
        .collect()
}

#[test]
fn links_to_other_sites_are_asked_after_once_and_only_when_it_is_wanted() {
    let (address, asked) = server();
    let folder = portal(address);
    let json = ["check", "--format", "json"];
    let (_, stdout, _) = run(folder.path(), &json);
    assert_eq!((told(&stdout), asked.lock().unwrap().len()), (Vec::new(), 0));
    let wanted = [&json[..], &["--external", "--private-addresses"]].concat();
    let (code, stdout, stderr) = run(folder.path(), &wanted);
    let expected = [
        "warning dead-external-link content/documents.yaml:2",
        "warning dead-external-link content/news/a.md:3",
        "note unreached-link content/news/a.md:6",
        "note unreached-link content/news/a.md:6",
    ];
    assert_eq!((code, told(&stdout)), (0, expected.map(str::to_owned).to_vec()), "{stderr}");
    assert!(stdout.contains("that site answers 403") && stdout.contains("leads on more than 5 times"));
    let first = asked.lock().unwrap().len();
    assert_eq!(asked.lock().unwrap().iter().filter(|question| *question == "HEAD /there").count(), 2);

    // The second time only what did not answer is asked after.
    let (_, stdout, _) = run(folder.path(), &wanted);
    assert_eq!(told(&stdout), expected);
    let again = asked.lock().unwrap().split_off(first);
    assert!(!again.is_empty() && again.iter().all(|question| question == "HEAD /round"), "{again:?}");

    let exempt = "//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\nchecks: {missing-contact: off}\n//- content/news/a.md\n---\ntitle: A\nchecks: {dead-external-link: gone for good}\n---\n";
    let exempt = crate::check::folder(&format!("{exempt}[a](http://{address}/gone)\n"));
    for arguments in [&json[..], &wanted] {
        assert_eq!(told(&run(exempt.path(), arguments).1), Vec::<String>::new());
    }
}

#[test]
fn private_networks_are_not_asked_unless_it_is_wanted() {
    let (address, asked) = server();
    let folder = portal(address);
    let (code, stdout, _) = run(folder.path(), &["check", "--external"]);
    assert_eq!((code, asked.lock().unwrap().len()), (0, 0));
    assert!(stdout.contains("lies in a private network"), "{stdout}");
    let (code, _, stderr) = run(folder.path(), &["check", "--private-addresses"]);
    assert_eq!((code, stderr.contains("--external")), (2, true), "{stderr}");
}
