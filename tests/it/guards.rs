//! What must never be published, read or replaced: files that run, links that lead away, pipes, folders that are closed.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use congbao::config::Host;

use crate::check::{folder, run};
use crate::harness::{CONFIG, site};

/// The problems of a site, but for those that tell of unused files and of missing words.
fn told(text: &str) -> Vec<String> {
    let built = site(text);
    let problems = built.problems();
    let is_about = |line: &&str| {
        ["file-that-runs", "useless-allow", "no-sandbox", "host-limit", "address-taken", "bad-address"]
            .iter()
            .any(|code| line.contains(code))
    };
    problems.lines().filter(is_about).map(|line| line.split(" | ").next().unwrap().to_owned()).collect()
}

#[test]
fn files_that_run_are_refused_where_they_are_named() {
    for (name, is_refused) in [
        ("x.html", true),
        ("x.HTM", true),
        ("x.xhtml", true),
        ("x.shtml", true),
        ("x.svg", true),
        ("x.svgz", true),
        ("x.xml", true),
        ("x.js", true),
        ("x.php", true),
        ("x.pdf.phtml", true),
        ("web.config", true),
        ("CNAME", true),
        ("_headers", true),
        ("netlify.toml", true),
        ("x.html.", true),
        ("a.pdf", false),
        ("a.docx", false),
        ("a.png", false),
        // Published as `x-php.pdf`.
        ("x.php.pdf", false),
    ] {
        let at = |text: String| {
            let found = told(&format!("{text}//- content/news/a/{name}\nx\n"));
            let expected = format!(
                "error content/news/a/index.md:{}",
                if text.contains("attachments") || text.contains("image") { 3 } else { 5 }
            );
            assert_eq!(found.len(), usize::from(is_refused), "{text}{found:?}");
            assert!(found.iter().all(|line| line.starts_with(&expected)), "{text}{found:?}");
        };
        at(format!("//- content/news/a/index.md\n---\ntitle: A\nattachments: [\"{name}\"]\n---\n"));
        at(format!("//- content/news/a/index.md\n---\ntitle: A\nimage: {{file: \"{name}\", alt: B}}\n---\n"));
        at(format!("//- content/news/a/index.md\n---\ntitle: A\n---\n\n[b]({name})\n"));
        at(format!("//- content/news/a/index.md\n---\ntitle: A\n---\n\n![b]({name})\n"));
    }
    // Named twice, told once.
    let twice = "//- content/news/a/index.md\n---\ntitle: A\nattachments: [x.html]\n---\n[b](x.html)\n//- content/news/a/x.html\n";
    assert_eq!(told(twice).len(), 1);
    let record = "//- content/officials/a/index.md\n---\nname: Trần Văn An\nportrait: {file: a.svg, alt: B}\n---\n//- content/officials/a/a.svg\n";
    assert_eq!(told(record).len(), 1);
}

#[test]
fn what_is_allowed_by_name_is_held_in_a_sandbox() {
    let text = |allow: &str, hosts: &str| {
        format!(
            "//- congbao.yaml\n{CONFIG}attachments: {{allow: {allow}}}\nhosts: {hosts}\nemblem: huy.svg\n\
             //- content/huy.svg\n//- content/news/a/x.svg\n//- content/news/a/x.html\n//- content/news/a/x.php\n\
             //- content/news/a/index.md\n---\ntitle: A\nattachments: [x.html]\n---\n![b](x.svg)\n"
        )
    };
    let all = "[netlify, apache, nginx, caddy]";
    assert_eq!(told(&text("[.SVG, news/a/x.html]", all)), Vec::<String>::new());
    let built = site(&text("[svg, content/news/a/x.html]", all));
    for host in built.prepared.host_files() {
        let (name, text) = (host.route.as_str().to_owned(), String::from_utf8(host.bytes).unwrap());
        for file in ["x.svg", "x.html", "huy.svg"] {
            assert!(name == "/_redirects" || text.contains(file), "{name}: {file}\n{text}");
        }
    }
    for (allow, hosts, expected) in [
        ("[svg]", all, &["error content/news/a/index.md:3:15 file-that-runs"][..]),
        ("[svg, html, pdf]", all, &["warning congbao.yaml:5:34 useless-allow"]),
        ("[svg, html, php]", all, &["warning congbao.yaml:5:34 useless-allow"]),
        ("[svg, html, news/b/x.html]", all, &["warning congbao.yaml:5:34 useless-allow"]),
        (
            "[svg, html]",
            "[github]",
            &["warning congbao.yaml:5:23 no-sandbox", "warning congbao.yaml:5:28 no-sandbox"],
        ),
    ] {
        let found = told(&text(allow, hosts));
        let same = found.len() == expected.len()
            && found.iter().zip(expected).all(|(one, start)| one.starts_with(start));
        assert!(same, "{allow}: {found:?}");
    }
    assert!(site(&text("[svg, html]", "[github]")).prepared.config.hosts.contains(&Host::Github));
}

#[test]
fn an_old_address_takes_no_file_of_a_host() {
    for (alias, is_refused) in [
        ("/_redirects", true),
        ("/_headers/", true),
        ("/_Headers", true),
        ("/_headers/cu/", true),
        ("/cu/web.config", true),
        ("/CNAME", true),
        ("/nginx.conf", true),
        ("/Caddyfile", true),
        ("/.htaccess", true),
        ("/404.html", true),
        ("/robots.txt", true),
        ("/robots.txt/", true),
        ("/manifest.json", true),
        ("/Manifest.json/", true),
        ("/sitemap.xml", true),
        ("/index.html.gz", true),
        ("/cu/trang.php", false),
        ("/cu/headers/", false),
        ("/redirects", false),
    ] {
        let config = format!("//- congbao.yaml\n{CONFIG}precompress: [gz]\nhosts: [apache]\n");
        let found = told(&format!("{config}//- content/news/a.md\n---\ntitle: A\naliases: [{alias}]\n---\n"));
        assert_eq!(found.len(), usize::from(is_refused), "{alias}: {found:?}");
        assert!(found.iter().all(|line| line.starts_with("error content/news/a.md:3:11 ")), "{found:?}");
        let found = told(&format!(
            "{config}moved: {{{alias}: /tin-tuc/}}\n//- content/news/a.md\n---\ntitle: A\n---\n"
        ));
        assert_eq!(found.len(), usize::from(is_refused), "{alias}: {found:?}");
        assert!(found.iter().all(|line| line.starts_with("error congbao.yaml:7:9 ")), "{found:?}");
    }
}

#[test]
fn a_slip_that_many_pages_meet_is_told_once() {
    let folder = folder(
        "//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\ntheme: t\n\
         //- themes/t/templates/news/page.html\n<p>\n  {{ page.nothing }}\n\
         //- content/news/a.md\n---\ntitle: A\n---\n//- content/news/b.md\n---\ntitle: B\n---\n",
    );
    let (code, _, stderr) = run(folder.path(), &["build"]);
    assert_eq!((code, stderr.matches("error[").count()), (1, 1), "{stderr}");
    assert!(stderr.contains("themes/t/templates/news/page.html:2:11"), "{stderr}");
}

#[test]
fn a_frame_without_a_place_is_told_once_where_it_is() {
    let built = site(&format!(
        "//- congbao.yaml\n{CONFIG}theme: t\n//- themes/t/templates/base.html\n<p></p>\n\
         //- content/news/a.md\n---\ntitle: A\n---\n"
    ));
    let problems = built.problems();
    assert_eq!(problems.lines().count(), 1, "{problems}");
    assert!(problems.starts_with("error themes/t/templates/base.html:1:1 template-error"), "{problems}");
}

#[test]
fn what_was_taken_back_offers_nothing() {
    let text =
        "//- content/news/a/x.html\n//- content/news/a/index.md\n---\ntitle: A\nattachments: [x.html]\n";
    let taken_back = format!("{text}withdraw: {{date: 2025-01-01, reason: B}}\n---\n");
    let built = site(&taken_back);
    let is_published = built.files.keys().any(|file| file.ends_with("/x.html"));
    assert_eq!(told(&taken_back).len(), usize::from(is_published));
}

#[test]
fn a_host_is_not_sent_what_it_would_not_take() {
    let folder = folder(
        "//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\nhosts: [cloudflare]\nchecks: {missing-contact: off}\n\
         //- content/news/a.md\n---\ntitle: A\nattachments: [to.pdf]\n---\n",
    );
    let scan = std::fs::File::create(folder.path().join("content/news/to.pdf")).unwrap();
    for (bytes, expected) in [(25 << 20, 0), ((25 << 20) + 1, 1)] {
        scan.set_len(bytes).unwrap();
        let (code, stdout, _) = run(folder.path(), &["check"]);
        assert_eq!((code, stdout.matches("warning[host-limit]").count()), (0, expected), "{stdout}");
    }
}

#[test]
fn the_place_in_a_long_line_is_told_as_it_is() {
    let words = "Đoạn văn dài được viết trên một dòng. ".repeat(20);
    let folder = folder(&format!(
        "//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\nchecks: {{missing-contact: off}}\n\
         //- content/news/a.md\n---\ntitle: A\n---\n{words}[a](b.md) và [c](d.md)\n"
    ));
    let (_, stdout, _) = run(folder.path(), &["check"]);
    let column = words.chars().count() + 1;
    for column in [column, column + 13] {
        assert!(stdout.contains(&format!(" --> content/news/a.md:4:{column}\n")), "{column}:\n{stdout}");
    }
}

/// Writes a portal whose named file is what `make` makes of its path, and checks it: what is told of it.
#[cfg(unix)]
fn told_of(path: &str, make: impl Fn(&Path)) -> Vec<String> {
    let folder = folder(
        "//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\nchecks: {missing-contact: off}\n\
         //- content/news/a.md\n---\ntitle: A\n---\n[a](x.pdf)\n//- content/news/x.pdf\nx\n\
         //- themes/t/assets/a.css\na\n//- .git/config\nSECRET: git\n//- .congbao/x.md\nSECRET: x\n\
         //- public/x.pdf\nSECRET: p\n//- notes/x.pdf\nSECRET: n\n//- config/portal.yaml\n\
         title: A\nbase_url: https://a.example/\nchecks: {missing-contact: off}\n",
    );
    let place = folder.path().join(path);
    let _ = std::fs::remove_file(&place);
    make(&place);
    let started = Instant::now();
    let (code, stdout, stderr) = run(folder.path(), &["check", "--format", "json"]);
    assert!(started.elapsed() < Duration::from_secs(20), "{path}");
    assert!(code < 2 && !format!("{stdout}{stderr}").contains("SECRET"), "{path}: {stdout}{stderr}");
    let report: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    let problems = report["problems"].as_array().unwrap();
    let told = problems.iter().filter(|problem| problem["severity"] == "error");
    told.map(|problem| format!("{} {}", problem["code"].as_str().unwrap(), problem["file"].as_str().unwrap()))
        .collect()
}

#[cfg(unix)]
#[test]
fn links_and_pipes_lead_nowhere() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("s"), "SECRET: [outside\n").unwrap();
    std::fs::write(outside.path().join("x.yaml"), "SECRET: [outside\n").unwrap();
    let outer = |name: &str| outside.path().join(name).to_str().unwrap().to_owned();
    for (path, target, expected) in [
        ("content/news/x.pdf", "../../.git/config", Some("link-out-of-portal")),
        ("content/news/x.pdf", "../../public/x.pdf", Some("link-out-of-portal")),
        ("content/news/x.pdf", "../../notes/x.pdf", Some("link-out-of-portal")),
        ("content/news/x.pdf", "../../congbao.yaml", Some("link-out-of-portal")),
        ("content/news/x.pdf", "a.md", Some("link-out-of-portal")),
        ("content/news/b.md", "../../.congbao/x.md", Some("link-out-of-portal")),
        ("content/news/b.md", "a.md", None),
        ("content/news/x.pdf", "/dev/zero", Some("link-out-of-portal")),
        ("content/news/x.pdf", "x.pdf", Some("unreadable-file")),
        ("content/news/archive", "../../.git", Some("linked-folder")),
        ("content/documents.yaml", "../.git/config", Some("link-out-of-portal")),
        ("themes/t/assets/b.css", "../../../.git/config", Some("link-out-of-portal")),
        ("themes/t/assets/b.css", "../../../content/news/a.md", Some("link-out-of-portal")),
        ("themes/t/assets/b.css", "a.css", None),
        ("congbao.yaml", ".git/config", Some("link-out-of-portal")),
        ("congbao.yaml", "config/portal.yaml", None),
        ("congbao.yaml", "/dev/zero", Some("link-out-of-portal")),
        ("congbao.yaml", &outer("s"), Some("link-out-of-portal")),
        ("congbao.yaml", &outer("x.yaml"), Some("link-out-of-portal")),
        ("congbao.lock.yaml", &outer("x.yaml"), Some("link-out-of-portal")),
        ("congbao.lock.yaml", ".git/config", Some("link-out-of-portal")),
        ("content/documents.yaml", &outer("x.yaml"), Some("link-out-of-portal")),
    ] {
        let expected: Vec<String> = expected.map(|code| format!("{code} {path}")).into_iter().collect();
        assert_eq!(told_of(path, |place| symlink(target, place).unwrap()), expected, "{path} -> {target}");
        if path.starts_with("content/news/x") || !path.starts_with("content") {
            continue;
        }
        // By way of another link.
        let found = told_of(path, |place| {
            let between = place.with_file_name(".between");
            symlink(target, &between).unwrap();
            symlink(between, place).unwrap();
        });
        assert_eq!(found, expected, "{path} -> … -> {target}");
    }
    for path in [
        "congbao.yaml",
        "congbao.lock.yaml",
        "content/documents.yaml",
        "content/news/b.md",
        "themes/t/assets/b.css",
    ] {
        let pipe = |place: &Path| assert!(Command::new("mkfifo").arg(place).status().unwrap().success());
        assert_eq!(told_of(path, pipe), [format!("unreadable-file {path}")]);
        if !path.starts_with("content/news") && !path.starts_with("themes") {
            let large = |place: &Path| std::fs::File::create(place).unwrap().set_len(300 << 20).unwrap();
            assert_eq!(told_of(path, large), [format!("file-too-large {path}")]);
        }
    }
    let moved = |place: &Path| {
        std::fs::rename(place, outside.path().join("content")).unwrap();
        symlink(outside.path().join("content"), place).unwrap();
    };
    assert_eq!(told_of("content", moved), ["link-out-of-portal content"]);
}

/// The program as somebody whom closed folders stop: another user where the test runs as the one whom nothing stops.
#[cfg(unix)]
fn as_user(root: &Path, arguments: &[&str]) -> (i32, String) {
    use std::os::unix::fs::{MetadataExt, chown};
    use std::os::unix::process::CommandExt;
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    // The program may lie where others may not look.
    let program = root.join("congbao");
    if !program.exists() {
        std::fs::copy(env!("CARGO_BIN_EXE_congbao"), &program).unwrap();
    }
    let mut command = Command::new(program);
    command.current_dir(root).args(["build", "--date", "2026-01-01"]).args(arguments);
    if is_root {
        for entry in walkdir::WalkDir::new(root).into_iter().map(Result::unwrap) {
            chown(entry.path(), Some(65534), Some(65534)).unwrap();
        }
        command.uid(65534).gid(65534);
    }
    let output = command.output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_is_closed_leaves_the_whole_site() {
    use std::os::unix::fs::PermissionsExt;
    for (manner, closed, is_refused) in [
        (&[][..], "public", true),
        (&["--in-place"], "public", true),
        (&["--in-place"], "public/tin-tuc", true),
        // The folder as a whole is exchanged.
        (&[], "public/tin-tuc", false),
    ] {
        let folder = folder(
            "//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\n//- content/news/a.md\n---\ntitle: A\n---\n\
             //- content/pages/b.md\n---\ntitle: B\n---\n",
        );
        let root = folder.path();
        let set = |mode| {
            std::fs::set_permissions(root.join(closed), std::fs::Permissions::from_mode(mode)).unwrap();
        };
        let site = || crate::published::files(&root.join("public"));
        assert_eq!(as_user(root, manner).0, 0);
        let (good, again) = (site(), |title: &str| {
            for file in ["news/a.md", "pages/b.md"] {
                std::fs::write(root.join("content").join(file), format!("---\ntitle: {title}\n---\n"))
                    .unwrap();
            }
        });
        again("C");
        set(0o555);
        let (code, stderr) = as_user(root, manner);
        if is_refused {
            assert_eq!((code, stderr.matches("error").count()), (2, 1), "{manner:?} {closed}: {stderr}");
            assert!(stderr.contains("cannot be written to"), "{stderr}");
            assert!(site() == good, "{manner:?} {closed}");
        } else {
            assert_eq!(code, 0, "{stderr}");
        }
        if root.join(closed).exists() {
            set(0o755);
        }
        for title in ["D", "E", "F"] {
            again(title);
            let (code, stderr) = as_user(root, manner);
            assert_eq!(code, 0, "{manner:?} {closed}: {stderr}");
            let page = String::from_utf8(site()["tin-tuc/a/index.html"].clone()).unwrap();
            assert!(page.contains(&format!("{title}</h1>")), "{page}");
        }
    }
}

#[test]
fn a_file_of_others_in_the_way_is_seen_before_the_first_is_moved() {
    let portal = crate::published::Portal::new(&[("content/news/a.md", crate::published::NEWS)]);
    assert!(portal.build(&["--in-place"]).status.success());
    let good = portal.site();
    portal.write("content/news/a.md", "---\ntitle: Khác\n---\n");
    portal.write("content/news/z.md", "---\ntitle: Mới\n---\n");
    portal.write("public/tin-tuc/z", "của tôi");
    let refused = portal.build(&["--in-place"]);
    assert_eq!(refused.status.code(), Some(2));
    std::fs::remove_file(portal.path("public/tin-tuc/z")).unwrap();
    assert!(portal.site() == good);
    assert!(portal.build(&["--in-place"]).status.success());
}
