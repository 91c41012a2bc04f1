//! Publishing to a folder with the real command: what is written, kept, removed, refused.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) fn congbao(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_congbao")).args(arguments).output().unwrap()
}

/// A portal in a folder of its own.
pub(crate) struct Portal {
    pub(crate) folder: tempfile::TempDir,
}

impl Portal {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let portal = Self { folder: tempfile::tempdir().unwrap() };
        portal.write("congbao.yaml", "title: Cổng thử\nbase_url: https://thu.example/\n");
        for (path, text) in files {
            portal.write(path, text);
        }
        portal
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        std::fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        std::fs::write(self.path(path), text).unwrap();
    }

    pub(crate) fn build(&self, more: &[&str]) -> Output {
        let root = self.folder.path().to_str().unwrap();
        congbao(&[&["--root", root, "build", "--date", "2026-01-01"], more].concat())
    }

    pub(crate) fn site(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path("public"))
    }
}

pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub(crate) const NEWS: &str = "---\ntitle: Tin\n---\nNội dung.\n";

#[test]
fn only_what_differs_is_written_and_only_what_was_made_is_removed() {
    let portal = Portal::new(&[("content/news/a.md", NEWS), ("content/news/b.md", NEWS)]);
    portal.write("public/.gitignore", "*\n");
    portal.write("public/rieng.txt", "của tôi");
    assert!(portal.build(&[]).status.success());
    let first = portal.site();
    assert!(first.contains_key("tin-tuc/a/index.html"));
    let modified = |path: &str| std::fs::metadata(portal.path(path)).unwrap().modified().unwrap();
    let before = modified("public/index.html");

    let again = portal.build(&[]);
    assert!(String::from_utf8_lossy(&again.stdout).contains(": 0 written"), "{again:?}");
    assert_eq!(portal.site(), first);
    assert_eq!(modified("public/index.html"), before);

    std::fs::remove_file(portal.path("content/news/b.md")).unwrap();
    portal.write("content/news/c.md", NEWS);
    assert!(portal.build(&[]).status.success());
    let second = portal.site();
    assert!(!portal.path("public/tin-tuc/b").exists(), "its folder goes too");
    assert!(second.contains_key("tin-tuc/c/index.html"));
    assert_eq!(second["rieng.txt"], "của tôi".as_bytes());
    assert_eq!(second[".gitignore"], b"*\n");
}

#[test]
fn a_build_with_errors_leaves_the_last_good_site() {
    let portal = Portal::new(&[("content/news/a.md", NEWS)]);
    assert!(portal.build(&[]).status.success());
    let good = portal.site();
    portal.write("content/news/a.md", "---\ntitel: Tin\n---\n");
    let refused = portal.build(&[]);
    assert_eq!(refused.status.code(), Some(1));
    let told = stderr(&refused);
    for part in [
        "error[unknown-field]",
        "content/news/a.md:2:1",
        "titel: Tin",
        "did you mean `title`?",
        "not replaced",
    ] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    assert_eq!(portal.site(), good);

    // The same for a template that fails only when a page is rendered.
    portal.write("content/news/a.md", NEWS);
    portal.write("themes/default/templates/news/page.html", "<main>{{ page.nothing }}</main>");
    let refused = portal.build(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("themes/default/templates/news/page.html:1:"), "{}", stderr(&refused));
    assert_eq!(portal.site(), good);
}

#[test]
fn a_build_that_was_cut_off_is_mended_by_the_next() {
    let portal = Portal::new(&[("content/news/a.md", NEWS)]);
    assert!(portal.build(&[]).status.success());
    let good = portal.site();
    // What a killed build may leave behind.
    portal.write("public/.congbao-stage/tin-tuc/z/index.html", "nửa chừng");
    std::fs::write(portal.path("public/tin-tuc/a/index.html"), "nửa chừng").unwrap();
    assert!(portal.build(&[]).status.success());
    assert_eq!(portal.site(), good);
}

#[test]
fn strict_lets_warnings_count() {
    let portal = Portal::new(&[("content/news/a.md", "---\ntitle: Tin\n---\n[một](b.md)\n")]);
    assert_eq!(portal.build(&["--strict"]).status.code(), Some(1));
    assert!(!portal.path("public/index.html").exists());
    assert_eq!(portal.build(&[]).status.code(), Some(0));
}

#[test]
fn files_of_others_are_not_overwritten() {
    let portal = Portal::new(&[("content/news/a.md", NEWS), ("public/index.html", "<p>của tôi</p>")]);
    let refused = portal.build(&[]);
    assert_eq!(refused.status.code(), Some(2), "{}", stderr(&refused));
    assert_eq!(std::fs::read_to_string(portal.path("public/index.html")).unwrap(), "<p>của tôi</p>");
    let inside = portal.path("content/out");
    assert_eq!(portal.build(&["--output", inside.to_str().unwrap()]).status.code(), Some(2));
    assert_eq!(portal.build(&["--output", portal.folder.path().to_str().unwrap()]).status.code(), Some(2));
}

#[test]
fn a_page_may_become_a_folder_and_back() {
    let portal = Portal::new(&[("content/news/a.md", "---\ntitle: Tin\naliases: [/x.html]\n---\n")]);
    assert!(portal.build(&[]).status.success());
    portal.write("content/news/a.md", "---\ntitle: Tin\naliases: [/x.html/y/]\n---\n");
    let output = portal.build(&[]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(portal.path("public/x.html/y/index.html").is_file());
    portal.write("content/news/a.md", "---\ntitle: Tin\naliases: [/x.html]\n---\n");
    let output = portal.build(&[]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(portal.path("public/x.html").is_file());
}

#[test]
fn the_same_bytes_on_any_number_of_threads_from_any_folder() {
    let demo = tempfile::tempdir().unwrap();
    let root = demo.path().join("demo");
    let made = congbao(&["demo", root.to_str().unwrap(), "--documents", "60", "--seed", "3"]);
    assert!(made.status.success(), "{}", stderr(&made));
    let outputs: Vec<_> =
        [("1", "/"), ("2", env!("CARGO_MANIFEST_DIR")), ("7", demo.path().to_str().unwrap())]
            .iter()
            .enumerate()
            .map(|(at, (threads, folder))| {
                let output = demo.path().join(format!("out{at}"));
                let built = Command::new(env!("CARGO_BIN_EXE_congbao"))
                    .current_dir(folder)
                    .env("RAYON_NUM_THREADS", threads)
                    .args(["--root", root.to_str().unwrap(), "build", "--date", "2026-01-01", "--output"])
                    .arg(&output)
                    .output()
                    .unwrap();
                assert!(built.status.success(), "{}", stderr(&built));
                files(&output)
            })
            .collect();
    assert!(outputs[0].len() > 100);
    assert!(outputs[0] == outputs[1] && outputs[1] == outputs[2]);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_portal_are_not_followed() {
    let secret = tempfile::tempdir().unwrap();
    std::fs::write(secret.path().join("s.md"), "---\ntitle: Mật\n---\nkín\n").unwrap();
    let portal = Portal::new(&[("content/news/a.md", NEWS)]);
    std::os::unix::fs::symlink(secret.path().join("s.md"), portal.path("content/news/s.md")).unwrap();
    std::os::unix::fs::symlink(secret.path(), portal.path("content/news/folder")).unwrap();
    std::os::unix::fs::symlink(portal.path("content/news/a.md"), portal.path("content/news/b.md")).unwrap();
    let output = portal.build(&[]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    assert_eq!(told.matches("error[link-out-of-portal]").count(), 2, "{told}");
    std::fs::remove_file(portal.path("content/news/s.md")).unwrap();
    std::fs::remove_file(portal.path("content/news/folder")).unwrap();
    assert!(portal.build(&[]).status.success());
    assert!(
        portal.path("public/tin-tuc/b/index.html").is_file(),
        "a link within the portal is a file like any other"
    );
}

#[test]
fn wrong_use_is_told_with_code_two() {
    let empty = tempfile::tempdir().unwrap();
    let output =
        Command::new(env!("CARGO_BIN_EXE_congbao")).current_dir(empty.path()).arg("build").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no congbao.yaml"));
    assert_eq!(congbao(&["build", "--date", "2026-02-30"]).status.code(), Some(2));
    assert_eq!(congbao(&["--root", "/khong/co", "build"]).status.code(), Some(2));
    let portal = Portal::new(&[("content/x.txt", "x")]);
    let refused = congbao(&["demo", portal.folder.path().to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
}
