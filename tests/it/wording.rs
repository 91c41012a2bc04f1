//! What readers are told of relations and statuses: every kind, of the whole, of named provisions, of a part that nobody
//! names and of an attached text, in the past, to come and without a day, in both languages. `wording.txt` holds every
//! sentence, so that each can be read as an official would read it.

use std::fmt::Write;

use congbao::link::{DocumentIndex, Site};

use crate::harness::{Ask, Built, CONFIG, build, inputs};

const EXPECTED: &str = include_str!("wording.txt");

/// What a resolution does to another: a name, its relations in front matter, its first articles.
const CASES: [(&str, &str, &str); 30] = [
    ("amends, whole", "amends: [OLD]", ""),
    ("amends, named", "amends: [{document: OLD, provisions: [khoản 2 Điều 1]}]", ""),
    ("amends, unnamed part", "amends: [{document: OLD, extent: partial}]", ""),
    (
        "amends, attached",
        "amends: [{document: OLD, provisions: [Điều 5 của Quy định ban hành kèm theo]}]",
        "",
    ),
    ("replaces, whole", "replaces: [OLD]", ""),
    ("replaces, named", "replaces: [{document: OLD, provisions: [khoản 2 Điều 1]}]", ""),
    ("replaces, unnamed part", "replaces: [{document: OLD, extent: partial}]", ""),
    (
        "replaces, attached",
        "replaces: [{document: OLD, provisions: [Điều 5 của Quy định ban hành kèm theo]}]",
        "",
    ),
    ("repeals, whole", "repeals: [OLD]", ""),
    ("repeals, named", "repeals: [{document: OLD, provisions: [khoản 2 Điều 1]}]", ""),
    ("repeals, unnamed part", "repeals: [{document: OLD, extent: partial}]", ""),
    ("repeals, attached", "repeals: [{document: OLD, provisions: [Quy định ban hành kèm theo]}]", ""),
    ("suspends, whole", "suspends: [{document: OLD, until: 2027-12-31}]", ""),
    ("suspends, named", "suspends: [{document: OLD, provisions: [khoản 2 Điều 1], until: 2027-12-31}]", ""),
    ("suspends, unnamed part", "suspends: [{document: OLD, extent: partial}]", ""),
    (
        "suspends, attached",
        "suspends: [{document: OLD, provisions: [Điều 5 của Quy định ban hành kèm theo]}]",
        "",
    ),
    ("extends, whole", "extends: [{document: OLD, until: 2030-12-31}]", ""),
    ("extends, named", "extends: [{document: OLD, provisions: [khoản 2 Điều 1], until: 2030-12-31}]", ""),
    ("extends, unnamed part", "extends: [{document: OLD, extent: partial, until: 2030-12-31}]", ""),
    ("corrects, whole", "corrects: [OLD]", ""),
    ("corrects, named", "corrects: [{document: OLD, provisions: [khoản 2 Điều 1]}]", ""),
    ("details, whole", "details: [OLD]", ""),
    ("text adds a clause", "", "Bổ sung khoản 3 vào sau khoản 2 Điều 1 CITED như sau:\n\n“3. Ba.”"),
    ("text adds words", "", "Bổ sung cụm từ “mới” vào sau cụm từ “Hai” tại khoản 2 Điều 1 CITED."),
    (
        "text adds and amends",
        "",
        "Sửa đổi, bổ sung một số điều CITED như sau:\n\n1. Bổ sung khoản 3 vào sau khoản 2 Điều 1 như sau:\n\n“3. \
         Ba.”\n\n2. Sửa đổi khoản 1 Điều 1 như sau:\n\n“1. Một mới.”",
    ),
    ("text repeals a clause", "", "Bãi bỏ khoản 2 Điều 1 CITED."),
    (
        "text repeals and amends",
        "",
        "Bãi bỏ khoản 2 Điều 1 CITED.\n\nĐiều 2. Sửa đổi khoản 1 Điều 1 CITED như sau:\n\n“1. Một mới.”",
    ),
    ("text ends the whole", "", "CITED hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực."),
    ("text ends a clause", "", "Khoản 2 Điều 1 CITED hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực."),
    (
        "text amends what is attached",
        "",
        "Sửa đổi, bổ sung khoản 1 Điều 5 của Quy định ban hành kèm theo CITED như sau:\n\n“1. Ba triệu đồng.”",
    ),
];

fn portal(language: &str) -> String {
    let mut text = format!("//- congbao.yaml\n{CONFIG}language: {language}\n");
    for (at, (_, relations, articles)) in CASES.iter().enumerate() {
        for (sort, effective) in [(0, "effective: 2025-01-01\n"), (1, "")] {
            let (old, new) = (1 + at + 100 * sort, 301 + at + 100 * sort);
            let cited = format!("Nghị quyết số {old}/2020/NQ-HĐND ngày 10 tháng 7 năm 2020");
            let relations = relations.replace("OLD", &format!("{old}/2020/NQ-HĐND"));
            let articles = articles.replace("CITED", &cited);
            let articles =
                articles.strip_prefix("Nghị").map_or(articles.clone(), |rest| format!("Nghị{rest}"));
            let _ = write!(
                text,
                "//- content/resolutions/cu-{old}.md\n---\ntitle: Ban hành Quy định thử số {old}\nnumber: \
                 {old}/2020/NQ-HĐND\ndate: 2020-07-10\neffective: 2020-07-20\nexpires: 2029-12-31\n---\n\
                 Điều 1. Một\n\n1. Một.\n\n2. Hai.\n\nQUY ĐỊNH\n\nMức thử\n\n(Ban hành kèm theo {cited} của Hội đồng \
                 nhân dân tỉnh Thử)\n\nĐiều 5. Mức\n\n1. Một triệu đồng.\n\n2. Hai triệu đồng.\n"
            );
            let _ = write!(
                text,
                "//- content/resolutions/moi-{new}.md\n---\ntitle: Văn bản thử số {new}\nnumber: \
                 {new}/2024/NQ-HĐND\ndate: 2024-12-10\n{effective}{relations}\n---\nĐiều 1. {articles}\n\nĐiều 3. Tổ chức \
                 thực hiện\n\nỦy ban nhân dân tỉnh tổ chức thực hiện.\n"
            );
        }
    }
    text
}

fn page<'a>(built: &'a Built, id: &str) -> &'a str {
    let site: &Site = &built.prepared.site;
    let id = format!("resolutions/{id}");
    let at = site.documents.iter().position(|linked| linked.document.id.0 == id).expect(&id);
    built.page(&built.prepared.plan.addresses.document(DocumentIndex(at)).output_file())
}

/// The words between two marks, without tags, on one line for each paragraph or item.
fn lines(html: &str) -> Vec<String> {
    let html =
        html.replace("</p>", "\n").replace("</li>", "\n").replace("</ul>", "\n").replace("<li", "\n<li");
    let strip = |line: &str| {
        let mut text = String::new();
        let mut is_tag = false;
        for letter in line.chars() {
            match letter {
                '<' => is_tag = true,
                '>' => is_tag = false,
                letter if !is_tag => text.push(letter),
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    html.split('\n').map(strip).filter(|line| !line.is_empty()).collect()
}

fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let rest = html.find(from).map_or("", |at| &html[at..]);
    rest.split(to).next().unwrap_or_default()
}

fn headings(html: &str) -> String {
    let section = between(html, "id=\"_van-ban-lien-quan\"", "</section>");
    let headings = section.split("<h3>").skip(1).map(|rest| {
        let rest = rest.split(" <span class=\"count\"").next().unwrap_or_default();
        rest.split("</h3>").next().unwrap_or_default().trim().to_owned()
    });
    headings.collect::<Vec<_>>().join("; ")
}

/// Whether a line of the box says more than how the data stands and which document is meant.
fn is_of_the_box(line: &str, symbol: &str) -> bool {
    let says_no_more = [
        "Tình trạng theo dữ liệu hiện có. Tính đến",
        "Status according to the data held. As of",
        "10/12/2024",
        "10 December 2024",
        "· Văn bản thử số",
    ];
    let is_name = ["Nghị quyết số", "Resolution No."].iter().any(|name| line == format!("{name} {symbol}"));
    !is_name && !says_no_more.iter().any(|start| line.starts_with(start))
}

/// All that is told of each case in one language on one day.
fn told(language: &str, day: &str) -> Vec<[Vec<String>; 2]> {
    let built = build(inputs(&portal(language)), &Ask { day, ..Ask::default() });
    let of_sort = |at: usize, sort: usize| {
        let (old, new) = (1 + at + 100 * sort, 301 + at + 100 * sort);
        let (older, newer) = (page(&built, &format!("cu-{old}")), page(&built, &format!("moi-{new}")));
        let symbol = format!("{new}/2024/NQ-HĐND");
        let tag = between(older, "<span class=\"tag status-", "</span>");
        let mut told = vec![format!("[{}]", lines(tag).join(" "))];
        // The box: from the status to the facts beside it, without the folded reasons.
        let top = between(older, "<p class=\"tags\">", "<dl class=\"facts\"");
        let top = top.split("<details").next().unwrap_or_default();
        told.extend(lines(top).into_iter().skip(1).filter(|line| is_of_the_box(line, &symbol)));
        let remarks = older.split("<p class=\"remark-").skip(1);
        told.extend(remarks.map(|rest| {
            let rest = rest.split("</p>").next().unwrap_or_default();
            format!("@ {}", lines(&format!("<p {rest}")).join(" "))
        }));
        let marks = older.split("<span class=\"mark ").skip(1);
        let marks: Vec<String> = marks
            .map(|rest| lines(&format!("<s {}", rest.split("</span>").next().unwrap_or_default())).join(" "))
            .collect();
        if !marks.is_empty() {
            told.push(format!("# {}", marks.join("; ")));
        }
        told.push(format!("= {} / {}", headings(older), headings(newer)));
        told.into_iter().map(|line| line.replace(&symbol, "NEW")).collect::<Vec<_>>()
    };
    (0..CASES.len()).map(|at| [of_sort(at, 0), of_sort(at, 1)]).collect()
}

#[test]
fn every_sentence_about_relations_and_statuses_reads_well() {
    let mut actual = String::new();
    for language in ["vi", "en"] {
        let (past, coming) = (told(language, "2026-01-01"), told(language, "2024-12-20"));
        for (at, (name, _, _)) in CASES.iter().enumerate() {
            let times = [("past", &past[at][0]), ("to come", &coming[at][0]), ("no day", &past[at][1])];
            for (time, told) in times {
                let _ = writeln!(actual, "## {language}: {name}, {time}");
                for line in told {
                    let _ = writeln!(actual, "{line}");
                }
                actual.push('\n');
            }
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/wording.txt");
    if std::env::var_os("CONGBAO_REWRITE").is_some() {
        std::fs::write(path, &actual).unwrap();
    }
    let mut pairs = actual.lines().zip(EXPECTED.lines()).enumerate();
    let other = pairs.find(|(_, (one, other))| one != other);
    assert!(actual == EXPECTED, "the first other line, from 0: {other:?}; CONGBAO_REWRITE=1 rewrites {path}");
}
