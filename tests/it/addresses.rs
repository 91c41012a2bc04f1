//! Addresses that never break: the lock, redirects, documents that were taken back.

use std::process::{Command, Output};

use crate::published::{NEWS, Portal, stderr};

const RESOLUTION: &str = "---\ntitle: Về việc thử\nnumber: 12/NQ-HĐND\ndate: 2026-01-05\nissuer: Hội đồng nhân dân tỉnh Quảng Ninh\n---\n\
    Điều 1. Khoanh vùng thử\n\n1. Một.\n\n2. Hai.\n\nĐiều 2. Hiệu lực\n\nCó hiệu lực từ ngày ký.\n";

/// Runs a command on a portal on the day that everything was written.
fn run(portal: &Portal, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_congbao"))
        .env("SOURCE_DATE_EPOCH", "1780000000")
        .args(["--root", portal.folder.path().to_str().unwrap()])
        .args(arguments)
        .output()
        .unwrap()
}

fn lock(portal: &Portal) -> Option<String> {
    std::fs::read_to_string(portal.path("congbao.lock.yaml")).ok()
}

fn portal() -> Portal {
    let portal = Portal::new(&[
        ("content/resolutions/2026/a.md", RESOLUTION),
        (
            "content/news/tin.md",
            "---\ntitle: Tin\naliases: [/cu/]\nofficials: [Nguyễn Văn Mẫu]\n---\nTheo Điều 1 Nghị quyết số 12/NQ-HĐND ngày 05/01/2026 của Hội đồng nhân dân tỉnh Quảng Ninh.\n",
        ),
    ]);
    let built = run(&portal, &["build"]);
    assert!(built.status.success(), "{}", stderr(&built));
    portal
}

/// Both commands refuse with the same fault; the site stays.
fn refused(portal: &Portal, parts: &[&str]) {
    let before = portal.site();
    for command in ["check", "build"] {
        let output = run(portal, &[command]);
        assert_eq!(output.status.code(), Some(1), "{command}: {}", stderr(&output));
        let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), stderr(&output));
        for part in parts {
            assert!(told.contains(part), "{command}: {part} in\n{told}");
        }
    }
    assert!(portal.site() == before);
}

fn builds(portal: &Portal, arguments: &[&str]) {
    let output = run(portal, &[&["build"], arguments].concat());
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn what_is_published_is_recorded_once_and_only_by_a_real_build() {
    let portal = portal();
    let text = lock(&portal).unwrap();
    for line in [
        "\n/: home\n",
        "\n/cu/: redirect\n",
        "\n/dai-bieu/nguyen-van-mau/: official\n",
        "\n/nghi-quyet/12-nq-hdnd-2026/: resolutions/2026/a dieu-1(khoan-1..2) dieu-2\n",
        "\n/tin-tuc/tin/: news/tin\n",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    assert!(!text.contains("nam-2026"), "lists by year come and go");
    assert!(!text.contains("404"));
    let again = run(&portal, &["build", "--locked"]);
    assert!(again.status.success(), "{}", stderr(&again));
    assert!(String::from_utf8_lossy(&again.stdout).contains(": 0 written"), "{again:?}");

    portal.write("content/news/moi.md", NEWS);
    for preview in [&["--date", "2026-05-01"][..], &["--drafts"], &["--base-url", "https://khac.example/"]] {
        builds(&portal, preview);
        assert_eq!(lock(&portal).unwrap(), text, "{preview:?}");
    }
    let locked = run(&portal, &["build", "--locked"]);
    assert_eq!(locked.status.code(), Some(1));
    assert!(stderr(&locked).contains("congbao.lock.yaml is not up to date"), "{}", stderr(&locked));
    builds(&portal, &[]);
    assert_eq!(
        lock(&portal).unwrap(),
        text.replace("\n/tin-tuc/tin/:", "\n/tin-tuc/moi/: news/moi\n/tin-tuc/tin/:")
    );
    builds(&portal, &["--locked"]);
}

#[test]
fn an_address_that_is_gone_is_told_with_its_remedy() {
    let portal = portal();
    // Another file name: another id too.
    std::fs::rename(portal.path("content/news/tin.md"), portal.path("content/news/tin-moi.md")).unwrap();
    refused(
        &portal,
        &["error[address-gone]", "/tin-tuc/tin/", "`news/tin`", "withdraw", "congbao.lock.yaml:"],
    );
    std::fs::rename(portal.path("content/news/tin-moi.md"), portal.path("content/news/tin.md")).unwrap();
    // Another slug: the document is known, so is what to write.
    let moved = "---\ntitle: Tin\nslug: khac\naliases: [/cu/]\nofficials: [Nguyễn Văn Mẫu]\n---\n";
    portal.write("content/news/tin.md", moved);
    refused(
        &portal,
        &[
            "error[address-gone]",
            "add `aliases: [/tin-tuc/tin/]` to `content/news/tin.md`",
            "`/tin-tuc/khac/`",
        ],
    );
    portal.write("content/news/tin.md", &moved.replace("/cu/", "/cu/, /tin-tuc/tin/"));
    builds(&portal, &[]);
    // The name of an official was wrong: there is no file to write the old address into.
    portal.write("content/news/tin.md", &moved.replace("/cu/", "/cu/, /tin-tuc/tin/").replace("Mẫu", "Khác"));
    refused(&portal, &["error[address-gone]", "/dai-bieu/nguyen-van-mau/", "moved:", "congbao.yaml"]);
    let config = "title: Cổng thử\nbase_url: https://thu.example/\nmoved:\n  /dai-bieu/nguyen-van-mau/: ";
    portal.write("congbao.yaml", &format!("{config}/dai-bieu/khong-co/\n"));
    refused(&portal, &["error[moved-nowhere]"]);
    portal.write("congbao.yaml", &format!("{config}/dai-bieu/\n"));
    builds(&portal, &[]);
    let page = String::from_utf8(portal.site()["dai-bieu/nguyen-van-mau/index.html"].clone()).unwrap();
    assert!(page.contains("/dai-bieu/"), "{page}");
    // What a merge leaves behind.
    let text = lock(&portal).unwrap();
    portal.write("congbao.lock.yaml", &format!("<<<<<<< HEAD\n{text}"));
    refused(&portal, &["error[bad-lock]", "merge"]);
}

#[test]
fn a_provision_that_is_gone_is_told_and_can_be_led_on() {
    let portal = portal();
    let shorter = RESOLUTION.replace("\n\n2. Hai.", "");
    portal.write("content/resolutions/2026/a.md", &shorter);
    refused(
        &portal,
        &[
            "error[anchor-gone]",
            "`#dieu-1-khoan-2`",
            "content/resolutions/2026/a.md",
            "moved: {dieu-1-khoan-2:",
        ],
    );
    let moved = |to: &str| shorter.replacen("---\n", &format!("---\nmoved: {{dieu-1-khoan-2: {to}}}\n"), 1);
    portal.write("content/resolutions/2026/a.md", &moved("dieu-9"));
    refused(&portal, &["error[bad-moved]", "`#dieu-9`"]);
    portal.write("content/resolutions/2026/a.md", &moved("dieu-2"));
    builds(&portal, &[]);
    let site = portal.site();
    let page = String::from_utf8_lossy(&site["nghi-quyet/12-nq-hdnd-2026/index.html"]).into_owned();
    assert!(page.contains("<span id=\"dieu-1-khoan-2\" data-moved=\"dieu-2\"></span>"), "{page}");
    assert!(
        lock(&portal).unwrap().contains("dieu-1(khoan-1..2) dieu-2\n"),
        "what was published is not forgotten"
    );
    portal.write(
        "content/resolutions/2026/a.md",
        &RESOLUTION.replacen("---\n", "---\nmoved: {dieu-1: dieu-2}\n", 1),
    );
    refused(&portal, &["error[bad-moved]", "`#dieu-1` is there still"]);
}

#[test]
fn a_document_that_was_taken_back_says_so_at_its_address_and_nowhere_else() {
    let portal = portal();
    let citing = |portal: &Portal| {
        let page = portal.site()["tin-tuc/tin/index.html"].clone();
        String::from_utf8(page).unwrap().matches("/nghi-quyet/12-nq-hdnd-2026/").count()
    };
    assert!(citing(&portal) > 0);
    let config = std::fs::read_to_string(portal.path("congbao.yaml")).unwrap();
    portal.write("congbao.yaml", &format!("{config}hosts: [nginx, apache, caddy]\n"));
    let withdrawn = RESOLUTION.replacen(
        "---\n",
        "---\nwithdraw: {date: 2026-02-01, reason: Đăng nhầm bản chưa ký, replaced_by: /tin-tuc/tin/}\ntopics: [Đất đai]\n",
        1,
    );
    portal.write(
        "content/resolutions/2026/b.md",
        &RESOLUTION.replace("12/NQ", "13/NQ").replace("thử", "khác").replace("Khoanh vùng thử", "Chung"),
    );
    portal.write("content/resolutions/2026/a.md", &withdrawn);
    builds(&portal, &[]);
    let site = portal.site();
    let text = |path: &str| String::from_utf8_lossy(&site[path]).into_owned();
    let page = text("nghi-quyet/12-nq-hdnd-2026/index.html");
    for part in ["Đăng nhầm bản chưa ký", "Đã gỡ", "Về việc thử", "2026-02-01", "/tin-tuc/tin/", "noindex"]
    {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("Khoanh vùng thử"), "nothing of its text is left");
    assert!(text("nghi-quyet/index.html").contains("13/NQ-HĐND"));
    assert!(!site.contains_key("chu-de/dat-dai/index.html"), "what it alone named is not made");
    // The log of what was published says that it was taken back.
    let allowed = ["nghi-quyet/12-nq-hdnd-2026/index.html", "tin-tuc/tin/", "feed.xml"];
    for (path, bytes) in &site {
        let text = String::from_utf8_lossy(bytes);
        let is_allowed = allowed.iter().any(|start| path.starts_with(start));
        assert!(is_allowed || !text.contains("Về việc thử"), "{path}");
        assert!(!text.contains("Khoanh vùng thử"), "{path}");
    }
    assert!(citing(&portal) > 0, "citations lead to it");
    let manifest: serde_json::Value = serde_json::from_slice(&site["manifest.json"]).unwrap();
    assert_eq!(manifest["files"]["nghi-quyet/12-nq-hdnd-2026/index.html"]["status"], 410);
    for host in ["nginx.conf", ".htaccess", "Caddyfile"] {
        assert!(text(host).contains("/nghi-quyet/12-nq-hdnd-2026/"), "{host}");
    }

    portal.write("content/resolutions/2026/a.md", &withdrawn.replace("reason: Đăng nhầm bản chưa ký, ", ""));
    refused(&portal, &["error[missing-field]", "`withdraw` lacks its `reason`"]);
}
