//! Akoma Ntoso beside the pages: every word of a text is there, in order, and every name leads somewhere.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use roxmltree::{Document, Node};

use crate::harness::{Ask, Built, build, corpora, demo, inputs_of, json_lines, sample, site};

/// Elements within a line.
const INLINE: [&str; 17] = [
    "a",
    "abbr",
    "b",
    "del",
    "docDate",
    "docNumber",
    "docTitle",
    "docType",
    "i",
    "ins",
    "person",
    "ref",
    "signature",
    "span",
    "sub",
    "sup",
    "u",
];

/// The words of a file that are of the text itself.
fn words(node: Node<'_, '_>, found: &mut String) {
    if node.tag_name().name() == "meta" || node.attribute("status") == Some("editorial") {
        return;
    }
    if let Some(text) = node.text().filter(|_| node.is_text()) {
        found.push_str(text);
    }
    let is_inline = INLINE.contains(&node.tag_name().name());
    if node.is_element() && !is_inline {
        found.push(' ');
    }
    for child in node.children() {
        words(child, found);
    }
    if node.is_element() && !is_inline {
        found.push(' ');
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Every file with the document that it is of.
fn files(built: &Built) -> Vec<(String, &Arc<congbao::document::Document>)> {
    let documents = built.prepared.site.documents.iter().enumerate();
    let offered = documents.filter(|(_, linked)| linked.has_akn());
    let file = |(at, linked): (usize, &'_ congbao::link::LinkedDocument)| {
        let index = congbao::link::DocumentIndex(at);
        (built.prepared.plan.addresses.akn(index).output_file(), at, Arc::as_ptr(&linked.document))
    };
    let named: Vec<_> = offered.map(file).collect();
    named.into_iter().map(|(file, at, _)| (file, &built.prepared.site.documents[at].document)).collect()
}

/// What is wrong with the files of a site.
fn faults(built: &Built, compare: fn(&str) -> String) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, document) in files(built) {
        let text = built.page(&file);
        let xml = match Document::parse(text) {
            Ok(xml) => xml,
            Err(error) => {
                faults.push(format!("{file}: {error}"));
                continue;
            }
        };
        let mut own = String::new();
        words(xml.root_element(), &mut own);
        let (own, wanted) = (compare(&own), compare(&document.body.plain_text()));
        if own != wanted {
            let same = own.chars().zip(wanted.chars()).take_while(|(one, other)| one == other).count();
            let near = |text: &str| text.chars().skip(same.saturating_sub(40)).take(120).collect::<String>();
            faults.push(format!("{file}: …{} instead of …{}", near(&own), near(&wanted)));
        }
        let mut ids = BTreeSet::new();
        for id in xml.descendants().filter_map(|node| node.attribute("eId")) {
            if !ids.insert(id) {
                faults.push(format!("{file}: {id} twice"));
            }
        }
        for node in xml.descendants() {
            for name in ["href", "source", "refersTo", "as", "dictionary"] {
                let Some(id) = node.attribute(name).and_then(|value| value.strip_prefix('#')) else {
                    continue;
                };
                let is_of_text = matches!(node.tag_name().name(), "a" | "ref");
                if !ids.contains(id) && !is_of_text {
                    faults.push(format!("{file}: #{id} is nowhere"));
                }
            }
        }
        let anchors: BTreeSet<&str> = xml.descendants().filter_map(|node| node.attribute("wId")).collect();
        let provisions = document.body.law.iter().flat_map(|law| &law.provisions);
        for provision in provisions.filter(|provision| !anchors.contains(provision.anchor.as_str())) {
            faults.push(format!("{file}: no element for {}", provision.anchor));
        }
    }
    faults
}

#[test]
fn no_word_is_lost() {
    for built in [sample(&Ask::default()), build(demo(300), &Ask::default())] {
        assert!(files(&built).len() > 5);
        assert_eq!(faults(&built, folded), Vec::<String>::new());
    }
}

#[test]
fn no_word_of_a_real_text_is_lost() {
    let mut found = Vec::new();
    if let Some(folder) = corpora() {
        for entry in std::fs::read_dir(folder.join("documents")).unwrap() {
            for object in json_lines(&entry.unwrap().path()) {
                found.push(object["body_markdown"].as_str().unwrap_or("").to_owned());
            }
        }
        assert_eq!(found.len(), 480);
    }
    if let Some(folder) = std::env::var_os("CONGBAO_ORIGINALS") {
        for entry in std::fs::read_dir(folder).unwrap() {
            found.push(std::fs::read_to_string(entry.unwrap().path()).unwrap());
        }
    }
    let file = |(at, text): (usize, &String)| {
        let front = format!("---\ntitle: Văn bản {at}\nslug: n{at}\n---\n\n{text}\n");
        (format!("content/resolutions/n{at}.md"), front.into_bytes())
    };
    let built = build(inputs_of(found.iter().enumerate().map(file)), &Ask::default());
    assert_eq!(faults(&built, squeezed), Vec::<String>::new());
}

const LAW: &str = "//- content/bodies/hdnd.md
---
title: HĐND tỉnh Thử
---
//- content/officials/an.md
---
name: Nguyễn Văn An
---
//- content/resolutions/1.md
---
number: 1/NQ-HĐND
date: 2020-01-02
title: Cũ
---
Điều 1. Phạm vi

Áp dụng trong tỉnh.
//- content/resolutions/2.md
---
number: 2/NQ-HĐND
date: 2021-03-04
effective: 2021-04-01
title: Sửa đổi
signer: Nguyễn Văn An
amends:
  - {document: 1/NQ-HĐND, provisions: [Điều 1], from: 2021-04-01}
---
HỘI ĐỒNG NHÂN DÂN

Số: 2/NQ-HĐND

NGHỊ QUYẾT

Sửa đổi

Căn cứ Nghị quyết số 1/NQ-HĐND ngày 02 tháng 01 năm 2020;

Xét Tờ trình số 5/TTr-UBND;

QUYẾT NGHỊ:

## Chương I

QUY ĐỊNH CHUNG

### Điều 1. Sửa đổi

1. Sửa đổi Điều 1 của Nghị quyết số 1/NQ-HĐND như sau:

“Điều 1. Phạm vi mới

Áp dụng cả nước.”

2. Các việc khác:

a) Việc một;

b) Việc hai.

| Cột | Số |
| --- | ---: |
| A | 1 |

Nghị quyết này đã được Hội đồng nhân dân tỉnh Thử thông qua ngày 04 tháng 3 năm 2021./.

Nơi nhận:

- Lưu: VT.

CHỦ TỊCH

Nguyễn Văn An

PHỤ LỤC I

DANH MỤC

1. Mục một
";

/// The `eId` of every element of a name, with its site anchor.
fn ids<'x>(xml: &'x Document<'_>, name: &str) -> Vec<(&'x str, &'x str)> {
    let nodes = xml.descendants().filter(|node| node.has_tag_name((AKN, name)));
    nodes.map(|node| (node.attribute("eId").unwrap_or(""), node.attribute("wId").unwrap_or(""))).collect()
}

const AKN: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

#[test]
fn the_frame_of_a_resolution_is_laid_over_its_text() {
    let built = site(LAW);
    assert_eq!(faults(&built, folded), Vec::<String>::new());
    let text = built.page("nghi-quyet/2-nq-hdnd-2021/akn.xml");
    let xml = Document::parse(text).unwrap();
    assert_eq!(ids(&xml, "chapter"), [("chp_1", "chuong-1")]);
    assert_eq!(ids(&xml, "article"), [("art_1", "dieu-1")]);
    assert_eq!(
        ids(&xml, "paragraph"),
        [
            ("art_1__para_1", "dieu-1-khoan-1"),
            ("art_1__para_2", "dieu-1-khoan-2"),
            ("att_1__para_1", "phu-luc-1-khoan-1")
        ]
    );
    assert_eq!(ids(&xml, "point").len(), 2);
    assert_eq!(ids(&xml, "citation").len(), 1);
    assert_eq!(ids(&xml, "recital").len(), 1);
    assert_eq!(ids(&xml, "attachment"), [("att_1", "phu-luc-1")]);
    assert_eq!(ids(&xml, "quotedStructure").len(), 1);
    let words = |name: &str| {
        let node =
            xml.descendants().find(|node| node.has_tag_name((AKN, name))).unwrap_or_else(|| panic!("{name}"));
        let mut found = String::new();
        super::akn::words(node, &mut found);
        folded(&found)
    };
    assert_eq!(words("docNumber"), "2/NQ-HĐND");
    assert_eq!(words("docType"), "NGHỊ QUYẾT");
    assert_eq!(words("formula"), "QUYẾT NGHỊ:");
    assert_eq!(words("table"), "Cột Số A 1");
    assert!(
        words("conclusions").starts_with("Nghị quyết này đã được Hội đồng nhân dân"),
        "{}",
        words("conclusions")
    );
    assert!(words("conclusions").ends_with("Nguyễn Văn An"));
    let first = "/akn/vn/act/nghi-quyet/hdnd/2020-01-02/1-nq-hdnd";
    assert!(
        text.contains(&format!("<FRBRuri value=\"{}\"/>", first.replace("2020-01-02/1", "2021-03-04/2"))),
        "{text}"
    );
    assert!(text.contains(&format!("<destination href=\"{first}/!main~art_1\"/>")), "{text}");
    assert!(text.contains("<textualMod type=\"substitution\" eId=\"am_1\">"), "{text}");
    assert!(text.contains(&format!("<ref href=\"{first}\">")), "{text}");
    assert!(text.contains("<TLCPerson eId=\"nguoi-an\""), "{text}");
    let amended = built.page("nghi-quyet/1-nq-hdnd-2020/akn.xml");
    assert!(amended.contains("<passiveModifications>"), "{amended}");
    assert!(
        amended
            .contains("<eventRef eId=\"eref_2\" date=\"2021-04-01\" type=\"amendment\" source=\"#pref_1\"/>")
    );
    assert!(amended.contains("<preface status=\"editorial\">"));
}

#[test]
fn a_document_without_text_is_not_offered() {
    let built =
        site("//- content/resolutions/1.md\n---\ntitle: A\nnumber: 1/NQ-HĐND\ndate: 2020-01-02\n---\n");
    assert_eq!(built.files.keys().filter(|file| file.ends_with("akn.xml")).count(), 0);
}

/// Lines that bodies are made up from: provisions, lists, tables, HTML of editors, broken and not.
const LINES: [&str; 44] = [
    "",
    "",
    "",
    "Căn cứ Luật A ngày 01 tháng 02 năm 2015;",
    "QUYẾT NGHỊ:",
    "Điều 1. Phạm vi",
    "**Điều 2.** Nội dung",
    "## Điều 3. *Hiệu* lực",
    "## Chương II",
    "QUY ĐỊNH",
    "1. Một khoản",
    "2. Khoản **hai**",
    "a) Điểm a;",
    "đ) Điểm đ;",
    "- gạch",
    "  - gạch trong",
    "1) một",
    "   1. sâu",
    "> trích & <dẫn>",
    "| a | b |",
    "| --- | --- |",
    "| 1 | 2 |",
    "“Điều 6. Mới",
    "hết.”",
    "Nơi nhận:",
    "CHỦ TỊCH",
    "PHỤ LỤC I",
    "QUY ĐỊNH kèm theo",
    "[^1] chú",
    "[^1]: lời chú",
    "<div>",
    "</div>",
    "<ins><p>chữ</p></ins>",
    "<table><tr><td>ô<td><p>hai</table>",
    "<ul>lẻ<li>mục<table><tr><td>x</table></ul>",
    "<b>đậm",
    "</b>",
    "<details><summary>tóm</summary>trong</details>",
    "a&nbsp;b &amp; c &lt;d&gt;",
    "<dl><dt>t<dd>d</dl>",
    "[chữ](../x.md#a#b) ![ảnh](x.png) <https://a.example/?q=1&r=2>",
    "<a href=\"https://[x/ y\">z</a>",
    "# Đầu",
    "```\nmã <x>\n```",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_any_text_is_lost(lines in prop::collection::vec(0..LINES.len(), 1..30), is_report in any::<bool>()) {
        let text: Vec<&str> = lines.iter().map(|line| LINES[*line]).collect();
        let folder = if is_report { "reports" } else { "resolutions" };
        let built = site(&format!("//- content/{folder}/a.md\n---\ntitle: A & <b>\n---\n{}\n", text.join("\n")));
        prop_assert_eq!(faults(&built, squeezed), Vec::<String>::new());
    }
}
