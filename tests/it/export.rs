//! `congbao export`: the files for machines without the site, the same bytes as in it.

use std::path::Path;
use std::process::{Command, Output};

use congbao::plan::Format;

use crate::harness::{Ask, build, inputs};

const PORTAL: &str = "//- congbao.yaml
title: Cổng thử
base_url: https://thu.example/
organization: HĐND tỉnh Thử
//- content/officials/an.md
---
name: Nguyễn Văn An
roles:
  - {title: Chủ tịch, body: HĐND tỉnh Thử, start: 2021-06}
---
//- content/sessions/14.md
---
term: X
number: 14
start: 2023-07-10
---
//- content/resolutions/2022/a.md
---
number: 128/NQ-HĐND
date: 2022-11-12
title: Một
---
Điều 1. Phạm vi
//- content/resolutions/2023/b.md
---
number: 128/NQ-HĐND
date: 2023-11-12
title: Hai
---
Điều 1. Phạm vi
//- content/resolutions/2023/c.md
---
number: 7/2023/NQ-HĐND
date: 2023-12-12
title: Ba & bốn
---
Điều 1. Phạm vi
";

fn portal(folder: &Path) {
    for file in PORTAL.split("//- ").skip(1) {
        let (path, text) = file.split_once('\n').unwrap();
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

fn export(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_congbao"));
    command.arg("--root").arg(folder).arg("export").args(arguments);
    command.args(["--date", "2026-01-01"]).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn one_document_is_printed_as_the_site_has_it() {
    let folder = tempfile::tempdir().unwrap();
    portal(folder.path());
    let site = build(inputs(PORTAL), &Ask::default());
    let wanted = site.page("nghi-quyet/7-2023-nq-hdnd/akn.xml");
    for asked in [
        "7/2023/NQ-HĐND",
        "7/2023/nq-hđnd",
        "resolutions/2023/c",
        "content/resolutions/2023/c.md",
        "/nghi-quyet/7-2023-nq-hdnd/",
        "https://thu.example/nghi-quyet/7-2023-nq-hdnd/",
    ] {
        let output = export(folder.path(), &["akn", "--document", asked]);
        assert!(output.status.success(), "{asked}: {}", told(&output));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), wanted, "{asked}");
    }
}

#[test]
fn every_format_is_written_as_the_site_has_it() {
    let folder = tempfile::tempdir().unwrap();
    portal(folder.path());
    let site = build(inputs(PORTAL), &Ask::default());
    for format in Format::ALL {
        let target = folder.path().join("out").join(format.name());
        let output = export(folder.path(), &[format.name(), "--output", target.to_str().unwrap()]);
        assert!(output.status.success(), "{}: {}", format.name(), told(&output));
        let jobs = site.prepared.plan.jobs.iter();
        let files: Vec<String> = jobs
            .filter_map(|job| match job.page {
                congbao::plan::Page::Export(export) if export.format() == format => {
                    Some(job.route.output_file())
                }
                _ => None,
            })
            .collect();
        assert!(!files.is_empty(), "{}", format.name());
        for file in &files {
            assert_eq!(&std::fs::read(target.join(file)).unwrap(), &site.files[file], "{file}");
        }
        assert!(told(&output).starts_with(&format!("{} files -> ", files.len())), "{}", told(&output));
    }
}

#[test]
fn what_cannot_be_meant_is_told() {
    let folder = tempfile::tempdir().unwrap();
    portal(folder.path());
    for (arguments, words) in [
        (&["akn"][..], "the format akn has 3 files here; name a folder with --output"),
        (
            &["akn", "--document", "128/NQ-HĐND"],
            "2 documents are `128/NQ-HĐND`; name one of them: resolutions/2022/a, resolutions/2023/b",
        ),
        (&["akn", "--document", "9/NQ-HĐND"], "the portal has no document `9/NQ-HĐND`"),
        (
            &["popolo", "--document", "resolutions/2023/c"],
            "`resolutions/2023/c` has no file of the format popolo",
        ),
        (&["docx"], "possible values: akn, "),
    ] {
        let output = export(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(told(&output).contains(words), "{arguments:?}: {}", told(&output));
    }
    std::fs::write(folder.path().join("congbao.yaml"), "title: A\n").unwrap();
    let output = export(folder.path(), &["popolo", "--output", "never"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("nothing was written"), "{}", told(&output));
}

#[test]
fn the_help_tells_every_format() {
    let output = Command::new(env!("CARGO_BIN_EXE_congbao")).args(["export", "--help"]).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    for format in Format::ALL {
        let line = help.lines().find(|line| line.trim_start().starts_with(&format!("- {}:", format.name())));
        assert!(line.is_some_and(|line| line.contains(format.about())), "{}: {help}", format.name());
    }
}
