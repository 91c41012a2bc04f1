//! What a build keeps for the next changes nothing but the work: after any edits the site is that of a clean build.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use proptest::prelude::*;

use crate::memo::{SITE, apply, edit, write_site};
use crate::published::{NEWS, Portal, congbao, files, stderr};

/// Builds a portal as an office does, and anew without anything kept; both must give the same site and tell the same.
fn build_both(root: &Path) -> Output {
    let run = |output: &str, more: &[&str]| {
        let output = root.join(output);
        let whole = ["--root", root.to_str().unwrap(), "build", "--date", "2026-01-01", "--output"];
        congbao(&[&whole[..], &[output.to_str().unwrap()], more].concat())
    };
    let (kept, clean) = (run("kept", &[]), run("clean", &["--no-cache"]));
    let told = |output: &Output| {
        let text = stderr(output);
        text.lines().filter(|line| !line.starts_with("making ")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(told(&kept), told(&clean));
    assert_eq!(kept.status.code(), clean.status.code());
    let (kept_site, clean_site) = (files(&root.join("kept")), files(&root.join("clean")));
    for (path, bytes) in &clean_site {
        assert!(kept_site.get(path) == Some(bytes), "{path} differs from that of a clean build");
    }
    assert_eq!(kept_site.len(), clean_site.len());
    kept
}

/// How many pages and files a build made.
fn made(output: &Output) -> usize {
    let text = stderr(output);
    let line = text.lines().find_map(|line| line.strip_prefix("making "));
    line.and_then(|line| line.split(' ').next()).and_then(|number| number.parse().ok()).unwrap()
}

fn add(file: &Path, words: &str) {
    let text = fs::read_to_string(file).unwrap();
    fs::write(file, text + words).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_give_the_site_of_a_clean_build(edits in proptest::collection::vec(edit(), 1..6)) {
        let folder = tempfile::tempdir().unwrap();
        write_site(folder.path(), SITE);
        add(&folder.path().join("congbao.yaml"), "precompress: [gz]\n");
        build_both(folder.path());
        for edit in &edits {
            apply(edit, folder.path());
            build_both(folder.path());
        }
    }
}

/// A portal that is made up, with all that citations, names and records bring with them.
fn demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let portal = folder.path().join("portal");
    let made = congbao(&["demo", "--documents", "80", "--seed", "3", portal.to_str().unwrap()]);
    assert!(made.status.success(), "{}", stderr(&made));
    folder
}

/// The Markdown files of a kind, in order.
fn texts(portal: &Path, kind: &str) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(portal.join("content").join(kind)).sort_by_file_name().into_iter();
    let files = entries.map(|entry| entry.unwrap().into_path());
    files.filter(|file| file.extension().is_some_and(|extension| extension == "md")).collect()
}

#[test]
fn other_words_make_only_the_pages_that_show_them() {
    let folder = demo();
    let portal = folder.path().join("portal");
    let all = made(&build_both(&portal));
    for kind in ["resolutions", "reports", "news", "sessions", "officials"] {
        let file = texts(&portal, kind).remove(1);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{text}\n\nMột đoạn thêm vào.\n")).unwrap();
        let made = made(&build_both(&portal));
        assert!(made <= 5, "{kind}: {made}");
    }
    // Words beside a citation are shown where the cited document is.
    let file = texts(&portal, "resolutions").remove(4);
    let text = fs::read_to_string(&file).unwrap();
    let of = |line: &str| {
        if line.starts_with("Căn cứ") { line.replace(';', " và như vậy;") } else { line.to_owned() }
    };
    let other: Vec<String> = text.lines().map(of).collect();
    fs::write(&file, other.join("\n") + "\n").unwrap();
    let made = made(&build_both(&portal));
    assert!(made > 5 && made < all / 2, "{made} of {all}");
}

#[test]
fn a_word_more_makes_the_page_and_its_other_forms() {
    let folder = demo();
    let portal = folder.path().join("portal");
    build_both(&portal);
    let file = texts(&portal, "resolutions").remove(7);
    add(&file, "\nThêm một câu.\n");
    // The page, Akoma Ntoso, text, Markdown and JSON.
    assert_eq!(made(&build_both(&portal)), 5);
    assert_eq!(made(&build_both(&portal)), 0);
}

#[test]
fn files_that_were_touched_are_made_again() {
    let portal = Portal::new(&[("content/news/a.md", NEWS), ("content/news/b.md", NEWS)]);
    let root = portal.folder.path();
    build_both(root);
    let page = root.join("kept/tin-tuc/a/index.html");
    let bytes = fs::read(&page).unwrap();
    fs::write(&page, vec![b'x'; bytes.len()]).unwrap();
    build_both(root);
    fs::remove_file(root.join("kept/404.html")).unwrap();
    build_both(root);
    portal.write("content/news/a.md", &NEWS.replace("Nội dung", "Lời"));
    build_both(root);
}

#[test]
fn whatever_is_kept_may_be_damaged_or_gone() {
    let portal = Portal::new(&[("content/news/a.md", NEWS), ("content/news/b.md", NEWS)]);
    let root = portal.folder.path();
    build_both(root);
    let cache = root.join(".congbao-kept/cache");
    for name in fs::read_dir(&cache).unwrap().map(|entry| entry.unwrap().file_name()) {
        let file = cache.join(&name);
        let bytes = fs::read(&file).unwrap();
        let mut changed = bytes.clone();
        let middle = changed.len() / 2;
        changed[middle] ^= 0x55;
        for damaged in [Some(changed), Some(bytes[..middle].to_vec()), None] {
            match damaged {
                Some(bytes) => fs::write(&file, bytes).unwrap(),
                None => fs::remove_file(&file).unwrap(),
            }
            add(&root.join("content/news/a.md"), "Lời.\n");
            build_both(root);
        }
    }
    fs::remove_dir_all(&cache).unwrap();
    build_both(root);
}

#[test]
fn another_day_or_address_makes_everything() {
    let portal = Portal::new(&[("content/news/a.md", NEWS), ("content/news/b.md", NEWS)]);
    let root = portal.folder.path().to_str().unwrap();
    let build = |more: &[&str]| made(&congbao(&[&["--root", root, "build"], more].concat()));
    let day = ["--date", "2026-01-01"];
    let all = build(&day);
    assert_eq!(build(&day), 0);
    assert_eq!(build(&["--date", "2026-01-02"]), all);
    assert_eq!(build(&["--date", "2026-01-02", "--base-url", "https://khac.example/x/"]), all);
    assert_eq!(build(&[&day[..], &["--no-cache"]].concat()), all);
    // What was kept is of the site before the one in place.
    assert_eq!(build(&day), all);
    assert_eq!(build(&day), 0);
}

#[test]
fn problems_are_told_again() {
    let portal = Portal::new(&[
        ("content/news/a.md", "---\ntitle: Tin\n---\n[Lời](javascript:a).\n"),
        ("content/news/b.md", NEWS),
    ]);
    let root = portal.folder.path();
    assert!(stderr(&build_both(root)).contains("unsafe-address"));
    add(&root.join("content/news/b.md"), "Lời.\n");
    assert!(stderr(&build_both(root)).contains("unsafe-address"));
}

#[test]
fn nothing_is_kept_where_it_would_be_published() {
    let portal = Portal::new(&[("content/news/a.md", NEWS)]);
    assert!(portal.build(&[]).status.success());
    assert!(portal.site().keys().all(|file| !file.contains("congbao")));
    assert!(portal.path(".congbao-public/cache").is_dir());
    let mode = std::os::unix::fs::PermissionsExt::mode(
        &fs::metadata(portal.path(".congbao-public")).unwrap().permissions(),
    );
    assert_eq!(mode & 0o077, 0);
}

/// Waits longer than the steps in which the disk tells time: what has been left alone so long is believed to be known.
fn leave_alone() {
    std::thread::sleep(std::time::Duration::from_millis(150));
}

#[test]
fn a_text_is_read_again_however_it_was_changed() {
    let portal = Portal::new(&[("content/news/a.md", NEWS), ("content/news/b.md", NEWS)]);
    let root = portal.folder.path();
    leave_alone();
    build_both(root);
    let file = root.join("content/news/a.md");
    let written = fs::metadata(&file).unwrap().modified().unwrap();
    // As many bytes, and as if it had been written when the other was.
    fs::write(&file, NEWS.replace("Nội dung", "Nội cung")).unwrap();
    fs::File::options().append(true).open(&file).unwrap().set_modified(written).unwrap();
    leave_alone();
    assert!(made(&build_both(root)) > 0);
    // Another file in its place.
    fs::write(root.join("other"), NEWS.replace("Nội dung", "Nội trung")).unwrap();
    fs::rename(root.join("other"), &file).unwrap();
    leave_alone();
    assert!(made(&build_both(root)) > 0);
    assert_eq!(made(&build_both(root)), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn folders_that_are_known_are_not_listed_and_lose_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let portal = Portal::new(&[("content/news/a.md", NEWS), ("content/news/b.md", NEWS)]);
    portal.write("public/cua-toi/tep.txt", "của tôi");
    let edit = |words: &str| {
        leave_alone();
        add(&portal.path("content/news/a.md"), words);
        let built = portal.build(&[]);
        assert!(built.status.success(), "{}", stderr(&built));
    };
    let is_known = |folder: &str| {
        let kept = fs::read(portal.path(".congbao-public/cache/alike-1")).unwrap();
        kept.windows(folder.len()).any(|window| window == folder.as_bytes())
    };
    edit("Một.\n");
    edit("Hai.\n");
    edit("Ba.\n");
    for (folder, is_left_alone) in [("tin-tuc/b", true), ("cua-toi", true), ("tin-tuc/a", false)] {
        assert_eq!(is_known(folder), is_left_alone, "{folder}");
    }
    // Others put something into a folder that is known, and take something out of another.
    portal.write("public/tin-tuc/b/rieng.txt", "của tôi");
    portal.write("public/cua-toi/sau/tep.txt", "của tôi");
    fs::remove_file(portal.path("public/cua-toi/tep.txt")).unwrap();
    fs::set_permissions(portal.path("public/cua-toi"), fs::Permissions::from_mode(0o750)).unwrap();
    for words in ["Bốn.\n", "Năm.\n", "Sáu.\n"] {
        edit(words);
        assert!(portal.path("public/tin-tuc/b/rieng.txt").exists());
        assert!(portal.path("public/cua-toi/sau/tep.txt").exists());
        assert!(!portal.path("public/cua-toi/tep.txt").exists());
        let folder = fs::metadata(portal.path("public/cua-toi")).unwrap();
        assert_eq!(folder.permissions().mode() & 0o777, 0o750);
    }
    assert!(is_known("cua-toi/sau"));
    fs::remove_dir_all(portal.path("public/cua-toi")).unwrap();
    fs::remove_file(portal.path("public/tin-tuc/b/rieng.txt")).unwrap();
    // A page less, then its folder anew.
    fs::rename(portal.path("content/news/b.md"), portal.path("b.md")).unwrap();
    edit("Bảy.\n");
    assert!(!portal.path("public/tin-tuc/b").exists() && !portal.path("public/cua-toi").exists());
    fs::rename(portal.path("b.md"), portal.path("content/news/b.md")).unwrap();
    edit("Tám.\n");
    edit("Chín.\n");
    let site = portal.site();
    assert!(
        portal.build(&["--no-cache", "--output", portal.path("clean").to_str().unwrap()]).status.success()
    );
    assert!(site == files(&portal.path("clean")));
}
