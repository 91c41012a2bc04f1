//! What machines read says what the pages say, and pages name it.

use std::collections::BTreeMap;

use crate::harness::{Ask, Built, build, demo, inputs, sample, site};

/// The rows of a data file, each by column.
fn rows(built: &Built, file: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(built.page(file).trim_start_matches('\u{feff}').as_bytes());
    let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        columns.iter().cloned().zip(row.iter().map(str::to_owned)).collect()
    });
    rows.collect()
}

/// The page at a whole address.
fn page<'a>(built: &'a Built, address: &str) -> &'a str {
    let home = built.prepared.config.base_url.whole(&congbao::path::Route::home());
    let path = address.strip_prefix(&home).unwrap_or_else(|| panic!("{address}"));
    built.page(&format!("{path}index.html"))
}

/// The words of a page as a reader sees them, on one line.
fn words(html: &str) -> String {
    let document = scraper::Html::parse_document(html);
    let text: String = document.root_element().text().collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

/// Figures of the data that the pages do not show.
fn missing(built: &Built) -> Vec<String> {
    let mut missing = Vec::new();
    let mut look = |address: &str, what: &str, value: &str, form: &str, in_words: bool| {
        if value.is_empty() {
            return;
        }
        let html = page(built, address);
        let found = if in_words { words(html).contains(form) } else { html.contains(form) };
        if !found {
            missing.push(format!("{address}: {what} {value} ({form})"));
        }
    };
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ");
    let words_of = &built.prepared.theme.words;
    for row in rows(built, "du-lieu/nghi-quyet.csv") {
        let address = &row["address"];
        look(address, "title", &row["title"], &folded(&row["title"]), true);
        look(address, "number", &row["number"], &folded(&row["number"]), true);
        look(address, "issuer", &row["issuer"], &folded(&row["issuer"]), true);
        look(address, "signer", &row["signer"], &folded(&row["signer"]), true);
        look(address, "session", &row["session"], &folded(&row["session"]), true);
        for day in ["date", "issued", "effective", "expires", "updated"] {
            look(address, day, &row[day], &format!("datetime=\"{}\"", row[day]), false);
        }
        look(address, "status", &row["status"], &format!("status-{}", row["status"]), false);
        for topic in row["topics"].split("; ") {
            look(address, "topic", topic, &folded(topic), true);
        }
    }
    for row in rows(built, "du-lieu/bieu-quyet.csv") {
        let address = &row["resolution_address"];
        for count in ["deputies", "present", "for", "against", "abstain"] {
            if !row[count].is_empty() {
                let shown = words_of.count(row[count].parse().unwrap());
                look(address, count, &row[count], &shown, true);
            }
        }
        look(address, "statement", &row["statement"], &folded(&row["statement"]), true);
    }
    for row in rows(built, "du-lieu/chi-tieu.csv") {
        let address = &row["resolution_address"];
        let value = row["value"].strip_prefix('\'').unwrap_or(&row["value"]);
        look(address, "indicator", &row["indicator"], &folded(&row["indicator"]), true);
        look(address, "value", value, &folded(value), true);
        look(address, "result", &row["result_value"], &folded(&row["result_value"]), true);
    }
    for row in rows(built, "du-lieu/ky-hop.csv") {
        let address = &row["address"];
        look(address, "title", &row["title"], &folded(&row["title"]), true);
        look(address, "venue", &row["venue"], &folded(&row["venue"]), true);
        for day in ["first_day", "last_day"] {
            look(address, day, &row[day], &format!("datetime=\"{}\"", row[day]), false);
        }
    }
    for row in rows(built, "du-lieu/chuc-vu.csv") {
        let address = &row["official_address"];
        look(address, "official", &row["official"], &folded(&row["official"]), true);
        look(address, "role", &row["role"], &folded(&row["role"]), true);
        for day in ["start", "end"] {
            look(address, day, &row[day], &format!("datetime=\"{}\"", row[day]), false);
        }
    }
    for row in rows(built, "du-lieu/quan-he-van-ban.csv") {
        for (own, other) in [("from_address", "to_address"), ("to_address", "from_address")] {
            let path = row[other].splitn(4, '/').nth(3).unwrap();
            let form = format!("/{path}");
            look(&row[own], "relation", &row["relation"], &form, false);
        }
    }
    missing
}

/// Pages in which attributes stand between quotation marks.
fn plainly(mut inputs: congbao::inputs::Inputs) -> Built {
    let config = inputs.config.unwrap();
    inputs.sources[config.0 as usize].text.push_str("\nminify: false\n");
    build(inputs, &Ask::default())
}

#[test]
fn data_equal_the_pages() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut own = congbao::disk::read(root).unwrap();
    own.theme.clear();
    for inputs in [own, demo(60)] {
        let built = plainly(inputs);
        assert_eq!(missing(&built), Vec::<String>::new());
        let data = words(built.page("du-lieu/index.html"));
        for table in
            ["nghi-quyet", "ky-hop", "chuc-vu", "dan-chieu", "quan-he-van-ban", "chi-tieu", "bieu-quyet"]
        {
            let count = rows(&built, &format!("du-lieu/{table}.csv")).len();
            let shown = built.prepared.theme.words.count(count);
            assert!(data.contains(&shown), "{table}: {shown}");
        }
        // The gaps of the data are those that the page counts.
        let gaps = rows(&built, "du-lieu/khoang-trong.csv").len();
        let words_of = &built.prepared.theme.words;
        assert!(data.contains(&words_of.count(gaps)), "{gaps} gaps");
        let citations = rows(&built, "du-lieu/dan-chieu.csv");
        let cited: usize = citations.iter().filter(|row| row["is_held"] == "true").count();
        let site = &built.prepared.site;
        let held = site.documents.iter().flat_map(|linked| &linked.cited_in.rows);
        assert_eq!(cited, held.map(|row| row.mentions.len()).sum::<usize>());
    }
}

#[test]
fn a_figure_that_a_page_lacks_is_seen() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut own = congbao::disk::read(root).unwrap();
    own.theme.clear();
    let mut built = plainly(own);
    let file = "nghi-quyet/nhiem-vu-6-thang-cuoi-nam-2023/index.html";
    for (there, other) in
        [("54.000", "54.001"), ("2023-07-12", "2023-07-13"), ("status-in_force", "status-expired")]
    {
        let whole = built.page(file).to_owned();
        assert!(whole.contains(there), "{there}");
        built.files.insert(file.to_owned(), whole.replace(there, other).into_bytes());
        assert_ne!(missing(&built), Vec::<String>::new(), "{there}");
        built.files.insert(file.to_owned(), whole.into_bytes());
    }
}

const PORTAL: &str = "//- content/resolutions/a.md
---
title: Một
number: 1/NQ-HĐND
date: 2023-07-12
updated: 2024-02-03
topics: [Ngân sách]
signer: Nguyễn Văn A
session: {term: XV, number: 2}
---
Điều 1. Nội dung

1. Một khoản.
//- content/news/b.md
---
title: Hai
date: 2023-07-10 08:30
---
Lời
//- content/sessions/s.md
---
term: XV
number: 2
start: 2023-07-10
end: 2023-07-12
state: postponed
updated: 2023-06-01
venue: \"Hội trường; tầng 2, nhà A\"
agenda:
  - {day: 2023-07-10, time: \"08:00\", title: Khai mạc}
  - {day: 2023-07-11, time: sáng, title: Thảo luận}
---
";

#[test]
fn feeds_are_as_old_as_what_they_tell() {
    let built = site(PORTAL);
    assert_eq!(built.problems(), "");
    let log = built.page("feed.xml");
    for part in [
        "<updated>2024-02-03T00:00:00+07:00</updated>\n  <author>",
        "<id>https://thu.example/nghi-quyet/1-nq-hdnd-2023/#changed-2024-02-03</id>",
        "<id>https://thu.example/nghi-quyet/1-nq-hdnd-2023/#added</id>",
        "<id>https://thu.example/tin-tuc/b/#added</id>",
        "<published>2023-07-10T08:30:00+07:00</published>",
        "<id>https://thu.example/ky-hop/khoa-xv-ky-hop-2/#changed-2023-06-01</id>",
    ] {
        assert!(log.contains(part), "{part}\n{log}");
    }
    let topic = built.page("chu-de/ngan-sach/feed.xml");
    assert!(topic.contains("<id>https://thu.example/nghi-quyet/1-nq-hdnd-2023/</id>"), "{topic}");
    assert_eq!(topic.matches("<entry>").count(), 1);
    // The day of the build is in no feed.
    let later = build(inputs(PORTAL), &Ask { day: "2030-01-01", ..Ask::default() });
    for file in built.files.keys().filter(|file| file.ends_with("feed.xml") || file.ends_with(".ics")) {
        assert_eq!(built.files[file], later.files[file], "{file}");
    }
}

#[test]
fn calendars_tell_what_is_postponed() {
    let built = site(PORTAL);
    let calendar = built.page("ky-hop/khoa-xv-ky-hop-2/lich.ics").replace("\r\n ", "");
    for line in [
        "UID:ky-hop/khoa-xv-ky-hop-2@thu.example",
        "DTSTAMP:20230531T170000Z",
        "SEQUENCE:19509",
        "DTSTART;VALUE=DATE:20230710",
        "DTEND;VALUE=DATE:20230713",
        "STATUS:TENTATIVE",
        "LOCATION:Hội trường\\; tầng 2\\, nhà A",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20230710T080000",
        "RELATED-TO:ky-hop/khoa-xv-ky-hop-2@thu.example",
    ] {
        assert!(calendar.lines().any(|found| found == line), "{line}\n{calendar}");
    }
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
    let all = built.page("ky-hop/lich.ics");
    assert_eq!(
        all.matches("BEGIN:VEVENT").count(),
        1,
        "the lines of the agenda stand in the calendar of one session"
    );
    let cancelled = site(&PORTAL.replace("postponed", "cancelled"));
    assert!(cancelled.page("ky-hop/lich.ics").contains("STATUS:CANCELLED"));
}

#[test]
fn pages_name_their_other_forms() {
    let built = plainly(inputs(&format!("//- congbao.yaml\n{}{PORTAL}", crate::harness::CONFIG)));
    for (file, other) in [
        ("index.html", "/feed.xml"),
        ("index.html", "/ky-hop/lich.ics"),
        ("nghi-quyet/index.html", "/nghi-quyet/feed.xml"),
        ("tin-tuc/index.html", "/tin-tuc/feed.xml"),
        ("ky-hop/index.html", "/ky-hop/lich.ics"),
        ("ky-hop/khoa-xv-ky-hop-2/index.html", "/ky-hop/khoa-xv-ky-hop-2/lich.ics"),
        ("ky-hop/khoa-xv-ky-hop-2/index.html", "/ky-hop/khoa-xv-ky-hop-2/feed.xml"),
        ("chu-de/ngan-sach/index.html", "/chu-de/ngan-sach/feed.xml"),
        ("dai-bieu/nguyen-van-a/index.html", "/dai-bieu/nguyen-van-a/feed.xml"),
        ("co-quan/hdnd-tinh-thu/index.html", "/co-quan/hdnd-tinh-thu/feed.xml"),
        ("nghi-quyet/1-nq-hdnd-2023/index.html", "/nghi-quyet/1-nq-hdnd-2023/1-nq-hdnd-2023.txt"),
        ("nghi-quyet/1-nq-hdnd-2023/index.html", "/nghi-quyet/1-nq-hdnd-2023/1-nq-hdnd-2023.md"),
        ("nghi-quyet/1-nq-hdnd-2023/index.html", "/nghi-quyet/1-nq-hdnd-2023/1-nq-hdnd-2023.json"),
        ("tin-tuc/b/index.html", "/tin-tuc/b/b.txt"),
    ] {
        let html = built.page(file);
        assert!(built.files.contains_key(&other[1..]), "{other}");
        let named = html.matches(&format!("href=\"{other}\"")).count();
        assert_eq!(named, 2, "{file} names {other} in its head and to its readers");
    }
}

#[test]
fn the_site_map_lists_what_may_be_indexed() {
    let built = sample(&Ask::default());
    let map = built.page("sitemap.xml");
    let base = "https://congbao.example/";
    for (file, bytes) in &built.files {
        let Some(path) = file.strip_suffix("index.html") else { continue };
        let html = std::str::from_utf8(bytes).unwrap();
        let is_hidden = html.contains("noindex");
        assert_eq!(map.contains(&format!("<loc>{base}{path}</loc>")), !is_hidden, "{file}");
    }
    assert!(!map.contains("404"));
    assert!(built.page("robots.txt").contains("Sitemap: https://congbao.example/sitemap.xml\n"));
}

#[test]
fn a_text_has_its_other_forms() {
    let built = site(PORTAL);
    let plain = built.page("nghi-quyet/1-nq-hdnd-2023/1-nq-hdnd-2023.txt");
    for line in ["Một", "Số hiệu: 1/NQ-HĐND", "Điều 1. Nội dung", "1. Một khoản."] {
        assert!(plain.lines().any(|found| words(found) == line), "{line}\n{plain}");
    }
    let json: serde_json::Value =
        serde_json::from_str(built.page("nghi-quyet/1-nq-hdnd-2023/1-nq-hdnd-2023.json")).unwrap();
    assert_eq!(json["provisions"][1]["anchor"], "dieu-1-khoan-1");
    assert_eq!(json["session"]["address"], "https://thu.example/ky-hop/khoa-xv-ky-hop-2/");
    let schema: serde_json::Value = serde_json::from_str(built.page("du-lieu/document.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn what_is_withdrawn_stands_in_the_log_alone() {
    let built = site(
        "//- content/resolutions/1.md
---
title: Bản đăng nhầm (bịa)
number: 1/NQ-HĐND
date: 2023-07-10
withdraw: {date: 2023-08-01, reason: Chưa ký}
---
Điều 1. Lời.
//- content/resolutions/2.md
---
title: Bản khác (bịa)
number: 2/NQ-HĐND
date: 2023-07-10
---
Điều 1. Lời.
",
    );
    let page = "nghi-quyet/1-nq-hdnd-2023";
    assert!(built.files.contains_key(&format!("{page}/index.html")));
    let naming = |file: &str| built.page(file).contains("1-nq-hdnd-2023");
    assert!(built.page("feed.xml").contains(&format!("{page}/#withdrawn</id>")));
    assert!(!built.page("feed.xml").contains(&format!("{page}/#added")));
    let others = ["sitemap.xml", "nghi-quyet/feed.xml", "du-lieu/nghi-quyet.csv", "du-lieu/nghi-quyet.json"];
    assert_eq!(others.map(naming), [false; 4]);
    let beside: Vec<&String> = built.files.keys().filter(|file| file.starts_with(page)).collect();
    assert_eq!(beside, [&format!("{page}/index.html")]);
}
