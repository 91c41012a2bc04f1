//! Places in what is attached to a resolution, and in its clauses and points: links lead there, have words, and stay.

use std::process::Output;

use congbao::link::{MentionTarget, Work};

use crate::harness::{Ask, build, inputs, site};
use crate::published::{Portal, congbao, stderr};

const ATTACHED: &str = "---
title: Ban hành Quy định thử (bịa)
number: 16/2019/NQ-HĐND
date: 2019-07-10
effective: 2019-08-01
signer: Lã Nhật Bách
topics: [Thử]
---
Điều 1. Ban hành kèm theo Nghị quyết này Quy định thử.

Điều 2. Tổ chức thực hiện

1. Ủy ban nhân dân tỉnh tổ chức thực hiện.

2. Thường trực giám sát.

QUY ĐỊNH
Về mức chi thử
(Ban hành kèm theo Nghị quyết số 16/2019/NQ-HĐND ngày 10 tháng 7 năm 2019 của Hội đồng nhân dân tỉnh)

Điều 1. Phạm vi

Điều 2. Mức chi

1. Một.

2. Hai:

a) Điểm một;

b) Điểm hai.
";

fn portal(text: &str) -> String {
    format!(
        "//- content/resolutions/cu.md\n{ATTACHED}//- content/resolutions/moi.md\n---\ntitle: Mới (bịa)\nnumber: 02/2025/NQ-HĐND\n\
         date: 2025-07-10\neffective: 2025-08-01\n---\n{text}\n"
    )
}

#[test]
fn a_citation_leads_into_the_attached_text() {
    const CITED: &str = "Nghị quyết số 16/2019/NQ-HĐND ngày 10 tháng 7 năm 2019";
    for (words, expected) in [
        ("khoản 2 Điều 2 của Quy định ban hành kèm theo CITED", Some("quy-dinh-dieu-2-khoan-2")),
        ("điểm a khoản 2 Điều 2 Quy định kèm theo CITED", Some("quy-dinh-dieu-2-khoan-2-diem-a")),
        ("khoản 9 Điều 2 của Quy định ban hành kèm theo CITED", Some("quy-dinh-dieu-2")),
        ("khoản 2 Điều 2 CITED", Some("dieu-2-khoan-2")),
        // There is no such text, and what the resolution itself has is another matter.
        ("khoản 2 Điều 2 của Quy chế ban hành kèm theo CITED", None),
    ] {
        let text = portal(&format!("Điều 1. Hồ sơ thực hiện theo {}.", words.replace("CITED", CITED)));
        let built = site(&text);
        let linked = built
            .prepared
            .site
            .documents
            .iter()
            .find(|linked| linked.document.id.0.ends_with("moi"))
            .unwrap();
        let anchors: Vec<Option<String>> = linked
            .mentions
            .iter()
            .filter_map(|target| match target {
                MentionTarget::Work(Work::Held(_), anchor) => Some(anchor.clone()),
                _ => None,
            })
            .collect();
        assert_eq!(anchors, [expected.map(str::to_owned)], "{words}");
        let page = built.page("nghi-quyet/02-2025-nq-hdnd/index.html");
        let wanted = expected.map_or_else(String::new, |anchor| format!("#{anchor}"));
        assert!(page.contains(&format!("href=\"/nghi-quyet/16-2019-nq-hdnd/{wanted}\"")), "{words}\n{page}");
    }
    // What is amended in it.
    let text = portal(&format!(
        "Điều 1. Sửa đổi Quy định ban hành kèm theo {CITED} như sau:\n\n1. Thay thế cụm từ “Một” bằng cụm từ “1” tại khoản 1 Điều 2."
    ));
    let built = site(&text);
    let page = built.page("nghi-quyet/02-2025-nq-hdnd/index.html");
    assert!(
        page.contains("href=\"/nghi-quyet/16-2019-nq-hdnd/#quy-dinh-dieu-2-khoan-1\">khoản 1 Điều 2</a>"),
        "{page}"
    );
    let page = built.page("nghi-quyet/16-2019-nq-hdnd/index.html");
    assert!(
        page.contains("href=\"#quy-dinh-dieu-2-khoan-1\">khoản 1 Điều 2 của Quy định kèm theo</a>"),
        "{page}"
    );
}

#[test]
fn a_resolution_does_not_cite_itself() {
    let built = site(&portal("Điều 1. Một"));
    let page = built.page("nghi-quyet/16-2019-nq-hdnd/index.html");
    assert!(!page.contains("href=\"/nghi-quyet/16-2019-nq-hdnd/\">Nghị quyết số"), "{page}");
    assert!(!page.contains("Dẫn chiếu đến"), "{page}");
}

#[test]
fn every_place_has_words() {
    let text = "Điều 1. Bãi bỏ các nghị quyết tại Danh mục kèm theo Nghị quyết này.\n\nDANH MỤC\nNghị quyết bãi bỏ\n(Ban hành kèm theo Nghị quyết số \
                02/2025/NQ-HĐND)\n\n1. Nghị quyết số 16/2019/NQ-HĐND ngày 10 tháng 7 năm 2019.";
    let built = site(&portal(text));
    let page = built.page("nghi-quyet/16-2019-nq-hdnd/index.html");
    assert!(!page.contains(">danh-muc"), "{page}");
    assert!(page.contains(">khoản 1 của Danh mục kèm theo</a>"), "{page}");
}

#[test]
fn clauses_and_points_have_links() {
    let built = site(&portal("Điều 1. Một"));
    let page = built.page("nghi-quyet/16-2019-nq-hdnd/index.html");
    for wanted in [
        "<a class=\"own over\" href=\"#dieu-2-khoan-1\" aria-label=\"Liên kết đến khoản 1 Điều 2\"></a>",
        "<a class=\"own over\" href=\"#quy-dinh-dieu-2-khoan-1\" aria-label=\"Liên kết đến khoản 1 Điều 2 của Quy định kèm theo\"></a>",
        "<a class=\"own\" href=\"#quy-dinh-dieu-2-khoan-2-diem-a\" title=\"Liên kết đến điểm a khoản 2 Điều 2 của Quy định kèm theo\">a)</a>",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
}

#[test]
fn a_link_that_is_refused_leaves_its_words_and_no_tag() {
    let built = site(
        "//- content/news/a.md\n---\ntitle: A\n---\nXem <a href=\"/cu/30.aspx\" target=\"_blank\">văn bản</a> và <a name=\"x\">nơi này</a>.\n",
    );
    let page = built.page("tin-tuc/a/index.html");
    assert!(page.contains("Xem văn bản và nơi này."), "{page}");
    assert!(built.problems().contains("the link is left out and its words are kept"), "{}", built.problems());
}

#[test]
fn a_build_judges_no_exemption_from_what_only_a_check_looks_for() {
    for (code, by_build) in
        [("read-from-text", false), ("page-without-record", false), ("early-effect", true)]
    {
        let text =
            format!("//- content/news/a.md\n---\ntitle: A\nchecks: {{{code}: \"Đã xem.\"}}\n---\nTin.\n");
        let told = build(inputs(&text), &Ask::default()).problems();
        assert_eq!(told.contains("useless-exemption"), by_build, "{code}: {told}");
        let folder = crate::check::folder(&format!("//- congbao.yaml\n{}{text}", crate::harness::CONFIG));
        let (_, told, _) = crate::check::run(folder.path(), &["check"]);
        assert!(told.contains("useless-exemption"), "{code}: {told}");
    }
}

#[test]
fn an_article_of_an_attached_text_that_is_gone_stops_the_build() {
    let built =
        |portal: &Portal| -> Output { congbao(&["--root", portal.folder.path().to_str().unwrap(), "build"]) };
    let portal = Portal::new(&[("content/resolutions/cu.md", ATTACHED)]);
    let first = built(&portal);
    assert!(first.status.success(), "{}", stderr(&first));
    let lock = std::fs::read_to_string(portal.path("congbao.lock.yaml")).unwrap();
    assert!(lock.contains("quy-dinh(dieu-1 dieu-2(khoan-1 khoan-2(diem-a diem-b)))"), "{lock}");
    let renamed = ATTACHED.replace("Điều 2. Mức chi\n", "Điều 3. Mức chi\n");
    portal.write("content/resolutions/cu.md", &renamed);
    let second = built(&portal);
    let told = stderr(&second) + &String::from_utf8_lossy(&second.stdout);
    assert!(
        !second.status.success() && told.contains("anchor-gone") && told.contains("#quy-dinh-dieu-2"),
        "{told}"
    );
    let moved = "moved: {quy-dinh-dieu-2: quy-dinh-dieu-3, quy-dinh-dieu-2-khoan-1: quy-dinh-dieu-3-khoan-1, quy-dinh-dieu-2-khoan-2: \
                 quy-dinh-dieu-3-khoan-2, quy-dinh-dieu-2-khoan-2-diem-a: quy-dinh-dieu-3-khoan-2-diem-a, quy-dinh-dieu-2-khoan-2-diem-b: \
                 quy-dinh-dieu-3-khoan-2-diem-b}\n---\nĐiều 1. Ban";
    portal.write("content/resolutions/cu.md", &renamed.replacen("---\nĐiều 1. Ban", moved, 1));
    let third = built(&portal);
    assert!(third.status.success(), "{}", stderr(&third));
}

#[test]
fn the_manual_cites_no_resolution() {
    for language in ["vi", "en"] {
        let folder = crate::check::folder("");
        let (code, _, stderr) = crate::check::run(folder.path(), &["init", "portal", "--language", language]);
        assert_eq!(code, 0, "{stderr}");
        let built = build(congbao::disk::read(&folder.path().join("portal")).unwrap(), &Ask::default());
        let site = &built.prepared.site;
        for index in &site.pages {
            let linked = site.document(*index);
            let cited: Vec<String> = linked
                .document
                .body
                .mentions
                .iter()
                .filter(|mention| match &mention.found {
                    congbao::markdown::Found::Citation(citation) => {
                        citation.symbol.as_ref().is_some_and(|symbol| symbol.text.contains("HĐND"))
                    }
                    congbao::markdown::Found::Person(_) => false,
                })
                .map(|mention| linked.document.body.words_of(mention))
                .collect();
            assert_eq!(cited, Vec::<String>::new(), "{}", linked.document.path);
        }
    }
}
