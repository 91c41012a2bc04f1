//! A published site is whole at any moment: killed builds, full disks, two builds at once, files of others.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::published::{NEWS, Portal, congbao, files, stderr};

type Site = BTreeMap<String, Vec<u8>>;

/// Numbers that look like chance and are the same each time (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// Two versions of a portal that share files, differ in files, and lack files of each other.
fn write_version(portal: &Portal, version: usize) {
    let gone = portal.path(&format!("content/news/only-{}.md", 1 - version));
    let _ = std::fs::remove_file(gone);
    portal.write(&format!("content/news/only-{version}.md"), NEWS);
    portal.write("content/news/both.md", &format!("---\ntitle: Tin {version}\n---\nBản {version}.\n"));
    portal.write("content/news/same.md", NEWS);
    // A page that is a folder in the other version.
    let alias = ["/x.html", "/x.html/y/"][version];
    portal.write("content/news/moved.md", &format!("---\ntitle: Tin\naliases: [{alias}]\n---\n"));
}

fn build_command(portal: &Portal) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_congbao"));
    let root = portal.folder.path().to_str().unwrap();
    command.args(["--root", root, "build", "--date", "2026-01-01"]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Both versions as clean builds make them.
fn clean_versions() -> [Site; 2] {
    [0, 1].map(|version| {
        let portal = Portal::new(&[]);
        write_version(&portal, version);
        assert!(portal.build(&[]).status.success());
        portal.site()
    })
}

#[cfg(target_os = "linux")]
#[test]
fn two_hundred_kills_leave_one_whole_version_each() {
    use std::os::unix::process::ExitStatusExt;

    let clean = clean_versions();
    assert_ne!(clean[0], clean[1]);
    let portal = Portal::new(&[]);
    write_version(&portal, 0);
    let mut longest = Duration::ZERO;
    for _ in 0..3 {
        let started = Instant::now();
        assert!(portal.build(&[]).status.success());
        longest = longest.max(started.elapsed());
    }
    let micros = u64::try_from(longest.as_micros()).unwrap();
    let mut chance = Chance(1);
    let (mut killed, mut seen) = (0, [0, 0]);
    let mut shown = 0;
    for round in 0.. {
        // Until 200 have been killed, not 200 started: some end before.
        if killed == 200 {
            break;
        }
        assert!(round < 2000, "only {killed} builds could be killed");
        let version = 1 - shown;
        write_version(&portal, version);
        let mut build = build_command(&portal).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(chance.below(micros)));
        build.kill().unwrap();
        let status = build.wait().unwrap();
        killed += usize::from(status.signal() == Some(9));
        let site = portal.site();
        let whole = clean.iter().position(|version| *version == site);
        shown = whole.unwrap_or_else(|| panic!("after kill {killed} the site is no whole version"));
        seen[shown] += 1;
        if round % 10 == 0 {
            assert!(portal.build(&[]).status.success());
            assert!(portal.site() == clean[version], "the build after kill {killed} is not right");
            shown = version;
        }
    }
    assert!(seen[0] > 10 && seen[1] > 10, "kills came before and after the step: {seen:?}");
}

#[test]
fn builds_that_move_file_by_file_are_mended_by_the_next() {
    let clean = clean_versions();
    let portal = Portal::new(&[]);
    let mut chance = Chance(2);
    write_version(&portal, 0);
    let started = Instant::now();
    assert!(portal.build(&["--in-place"]).status.success());
    let micros = u64::try_from(started.elapsed().as_micros()).unwrap();
    for round in 1..20 {
        let version = round % 2;
        write_version(&portal, version);
        let mut build = build_command(&portal).arg("--in-place").spawn().unwrap();
        std::thread::sleep(Duration::from_micros(micros / 2 + chance.below(micros / 2 + 1)));
        build.kill().unwrap();
        build.wait().unwrap();
        // Whatever was cut off: what a page names is there, since it comes first and goes last.
        let site = portal.site();
        let home = String::from_utf8_lossy(&site["index.html"]).into_owned();
        let named = home
            .split(['"', ' ', '>'])
            .filter_map(|word| word.strip_prefix("href=").or(word.strip_prefix('/')));
        for address in named.filter(|address| address.starts_with("theme/")) {
            assert!(site.contains_key(address), "{address}");
        }
        let mended = portal.build(&["--in-place"]);
        assert!(mended.status.success(), "round {round}: {}", stderr(&mended));
        assert!(portal.site() == clean[version], "round {round}");
    }
}

#[test]
fn folders_that_a_cut_off_build_has_emptied_are_in_nobodys_way() {
    for left in ["public/x.html/y", "public/x.html"] {
        let portal = Portal::new(&[]);
        write_version(&portal, 1);
        assert!(portal.build(&["--in-place"]).status.success());
        // Cut off between the removal of the file, of its folder and of the one above.
        std::fs::remove_file(portal.path("public/x.html/y/index.html")).unwrap();
        if left.ends_with("x.html") {
            std::fs::remove_dir(portal.path("public/x.html/y")).unwrap();
        }
        write_version(&portal, 0);
        let mended = portal.build(&["--in-place"]);
        assert!(mended.status.success(), "{left}: {}", stderr(&mended));
        assert!(portal.site() == clean_versions()[0]);
    }
}

/// Builds with no file larger than some blocks of 512 bytes: as if the disk were full.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_site() {
    for manner in [&[][..], &["--in-place"]] {
        let portal = Portal::new(&[("content/news/a.md", NEWS)]);
        assert!(portal.build(manner).status.success());
        let good = portal.site();
        portal.write("content/news/b.md", &format!("---\ntitle: Tin\n---\n{}\n", "Nội dung. ".repeat(5000)));
        let refused = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 40; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_congbao")])
            .args(["--root", portal.folder.path().to_str().unwrap(), "build", "--date", "2026-01-01"])
            .args(manner)
            .output()
            .unwrap();
        assert_eq!(refused.status.code(), Some(2), "{}", stderr(&refused));
        assert!(stderr(&refused).contains("the site was not replaced"), "{}", stderr(&refused));
        assert!(portal.site() == good);
        assert!(!portal.path(".congbao-public/new").exists(), "what was staged is gone");
        assert!(portal.build(manner).status.success());
        assert!(portal.site().contains_key("tin-tuc/b/index.html"));
    }
}

#[test]
fn two_builds_are_kept_apart() {
    let portal = Portal::new(&[("content/news/a.md", NEWS)]);
    assert!(portal.build(&[]).status.success());
    std::fs::create_dir_all(portal.path(".congbao-public")).unwrap();
    let lock = std::fs::File::create(portal.path(".congbao-public/lock")).unwrap();
    lock.lock().unwrap();
    let refused = portal.build(&[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("another build"), "{}", stderr(&refused));
    drop(lock);
    assert!(portal.build(&[]).status.success());
}

#[test]
fn files_of_others_stay_whichever_way_the_site_is_replaced() {
    for manner in [&[][..], &["--in-place"]] {
        let portal = Portal::new(&[("content/news/a.md", NEWS), ("content/news/b.md", NEWS)]);
        for (path, text) in [
            ("public/.gitignore", "*\n"),
            ("public/.well-known/security.txt", "x"),
            ("public/cu/kho/anh.txt", "ảnh"),
        ] {
            portal.write(path, text);
        }
        assert!(portal.build(manner).status.code() == Some(0));
        portal.write("public/tin-tuc/b/rieng.txt", "của tôi");
        std::fs::create_dir_all(portal.path("public/trong")).unwrap();
        let words = || std::fs::metadata(portal.path("public/robots.txt")).unwrap().modified().unwrap();
        let before = words();
        for round in 0..3 {
            let _ = std::fs::remove_file(portal.path("content/news/b.md"));
            portal.write("content/news/c.md", &format!("---\ntitle: Tin {round}\n---\n"));
            assert!(portal.build(manner).status.success());
            for path in [
                ".gitignore",
                ".well-known/security.txt",
                "cu/kho/anh.txt",
                "tin-tuc/b/rieng.txt",
                "trong",
                "tin-tuc/c/index.html",
            ] {
                assert!(portal.path(&format!("public/{path}")).exists(), "{path}");
            }
            assert!(!portal.path("public/tin-tuc/b/index.html").exists());
        }
        assert_eq!(words(), before, "what has not changed is not touched");
        // A page that would have to be where a file of others is.
        portal.write("public/tin-tuc/d", "của tôi");
        portal.write("content/news/d.md", NEWS);
        let good = portal.site();
        let refused = portal.build(manner);
        assert_eq!(refused.status.code(), Some(2), "{}", stderr(&refused));
        assert!(stderr(&refused).contains("tin-tuc/d"), "{}", stderr(&refused));
        if manner.is_empty() {
            assert!(portal.site() == good);
        }
    }
}

#[cfg(unix)]
#[test]
fn the_folder_stays_the_same_where_that_is_asked_for() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let portal = Portal::new(&[("content/news/a.md", NEWS)]);
    let folder = || std::fs::metadata(portal.path("public")).unwrap();
    assert!(portal.build(&["--in-place"]).status.success());
    assert!(!portal.path(".congbao-public/before").exists(), "no second site is left beside it");
    std::fs::set_permissions(portal.path("public"), std::fs::Permissions::from_mode(0o750)).unwrap();
    let before = folder().ino();
    portal.write("content/news/b.md", NEWS);
    assert!(portal.build(&["--in-place"]).status.success());
    assert_eq!(folder().ino(), before);
    portal.write("content/news/c.md", NEWS);
    assert!(portal.build(&[]).status.success());
    assert_eq!(folder().permissions().mode() & 0o777, 0o750);
}

#[test]
fn the_manifest_is_the_same_on_any_machine() {
    let demo = tempfile::tempdir().unwrap();
    let roots = ["one", "two/deeper"].map(|name| demo.path().join(name));
    let sites: Vec<Site> = roots
        .iter()
        .zip([("1", "C", "UTC", "/"), ("5", "vi_VN.UTF-8", "America/Lima", "/tmp")])
        .map(|(root, (threads, locale, zone, folder))| {
            let made = congbao(&["demo", root.to_str().unwrap(), "--documents", "40", "--seed", "5"]);
            assert!(made.status.success(), "{}", stderr(&made));
            let built = Command::new(env!("CARGO_BIN_EXE_congbao"))
                .current_dir(folder)
                .env("RAYON_NUM_THREADS", threads)
                .env("LC_ALL", locale)
                .env("LANG", locale)
                .env("TZ", zone)
                .env("SOURCE_DATE_EPOCH", "1780000000")
                .args(["--root", root.to_str().unwrap(), "build", "--output"])
                .arg(root.join("site"))
                .output()
                .unwrap();
            assert!(built.status.success(), "{}", stderr(&built));
            files(&root.join("site"))
        })
        .collect();
    assert!(sites[0].contains_key("manifest.json"));
    for (path, bytes) in &sites[0] {
        assert!(sites[1].get(path) == Some(bytes), "{path}");
    }
    assert_eq!(sites[0].len(), sites[1].len());
}

#[test]
fn the_manifest_lists_every_file_and_its_redirects() {
    let portal = Portal::new(&[("content/news/a.md", "---\ntitle: Tin\naliases: [/cu/]\n---\n")]);
    assert!(portal.build(&["--base-url", "https://thu.example/hdnd/"]).status.success());
    let site = portal.site();
    let manifest: serde_json::Value = serde_json::from_slice(&site["manifest.json"]).unwrap();
    assert_eq!(manifest["format"], 1);
    assert_eq!(manifest["day"], "2026-01-01");
    assert_eq!(manifest["base_url"], "https://thu.example/hdnd/");
    assert_eq!(manifest["files"]["cu/index.html"]["redirect"], "/hdnd/tin-tuc/a/");
    let listed: Vec<&String> = manifest["files"].as_object().unwrap().keys().collect();
    let there: Vec<&String> = site.keys().filter(|file| *file != "manifest.json").collect();
    assert_eq!(listed, there);
    for (path, bytes) in &site {
        if path != "manifest.json" {
            assert_eq!(manifest["files"][path]["bytes"], bytes.len());
        }
    }
    let sum = |portal: &Portal| {
        let manifest: serde_json::Value = serde_json::from_slice(&portal.site()["manifest.json"]).unwrap();
        manifest["inputs"]["sha256"].as_str().unwrap().to_owned()
    };
    let before = sum(&portal);
    portal.write("content/news/a.md", NEWS);
    assert!(portal.build(&[]).status.success());
    assert_ne!(sum(&portal), before);
    assert!(!Path::new(&portal.path("public/.congbao-files")).exists());
}

#[test]
fn verify_names_what_differs() {
    let portal = Portal::new(&[("content/news/a.md", NEWS)]);
    let root = portal.folder.path().to_str().unwrap();
    let verify = |more: &[&str]| {
        let output = congbao(&[&["--root", root, "verify"], more].concat());
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    assert_eq!(verify(&[]).0, Some(2), "there is no folder yet");
    assert!(portal.build(&[]).status.success());
    let (code, text, _) = verify(&[]);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.ends_with("all as they were built by congbao 0.1.0\n"), "{text}");

    portal.write("public/.gitignore", "*\n");
    assert_eq!(verify(&[]).0, Some(0), "version control is no part of the site");
    let page = portal.path("public/index.html");
    let mut bytes = std::fs::read(&page).unwrap();
    bytes[20] ^= 1;
    std::fs::write(&page, bytes).unwrap();
    std::fs::remove_file(portal.path("public/robots.txt")).unwrap();
    portal.write("public/them/x.html", "x");
    let (code, text, _) = verify(&[]);
    assert_eq!(code, Some(1));
    assert!(
        text.starts_with("missing: robots.txt\nchanged: index.html\nextra: them/x.html\n1 of "),
        "{text}"
    );
    assert!(!verify(&["--allow-extra"]).1.contains("extra: "));

    // Who can change a page can change its manifest: a copy kept elsewhere tells.
    std::fs::copy(portal.path("public/manifest.json"), portal.path("kept.json")).unwrap();
    assert!(portal.build(&[]).status.success());
    std::fs::remove_dir_all(portal.path("public/them")).unwrap();
    assert_eq!(verify(&[]).0, Some(0), "a build mends what was changed");
    portal.write("content/news/a.md", "---\ntitle: Tin khác\n---\n");
    assert!(portal.build(&[]).status.success());
    let kept = portal.path("kept.json");
    let (code, text, _) =
        verify(&[portal.path("public").to_str().unwrap(), "--manifest", kept.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert!(text.contains("changed: tin-tuc/a/index.html\n"), "{text}");
    for broken in ["{}", "x", "{\"format\": 1"] {
        portal.write("public/manifest.json", broken);
        let (code, _, words) = verify(&[]);
        assert_eq!(code, Some(2), "{words}");
    }
    let (code, _, words) = verify(&["http://127.0.0.1:9/"]);
    assert_eq!(code, Some(2), "{words}");
}
