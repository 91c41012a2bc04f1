//! What resolutions do to each other: a made-up portal in which every relation, a chain, a contradiction and a circle
//! occur.

use congbao::legal::instruction::Extent;
use congbao::link::{DocumentIndex, Outcome, Site, Status, Work};
use congbao::text::LineIndex;

use crate::crawl;
use crate::harness::{Ask, Built, build, inputs};

const SITE: &str = include_str!("relations.txt");

fn on(day: &str) -> Built {
    build(inputs(SITE), &Ask { day, ..Ask::default() })
}

fn find(site: &Site, id: &str) -> DocumentIndex {
    let id = format!("resolutions/{id}");
    DocumentIndex(site.documents.iter().position(|linked| linked.document.id.0 == id).expect(&id))
}

fn page<'a>(built: &'a Built, id: &str) -> &'a str {
    let site = &built.prepared.site;
    let route = built.prepared.plan.addresses.document(find(site, id));
    built.page(&route.output_file())
}

/// The words of a page between two marks, without tags, on one line.
fn words(html: &str, from: &str, to: &str) -> String {
    let at = html.find(from).unwrap_or_else(|| panic!("no {from} in {html}"));
    let rest = html[at..].split(to).next().unwrap();
    let mut text = String::new();
    let mut is_tag = false;
    for letter in rest.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            letter if !is_tag => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn status_follows_days_and_relations() {
    use Status::{Expired, InForce, NotYet, PartlyExpired, Suspended};
    let timelines: &[(&str, &[(&str, Status)])] = &[
        (
            "ho-tro",
            &[
                ("2020-07-19", NotYet),
                ("2021-07-31", InForce),
                ("2022-01-01", PartlyExpired),
                ("2023-08-31", PartlyExpired),
                ("2023-09-01", Expired),
                // What replaced it has been replaced: it stays ended.
                ("2026-01-01", Expired),
            ],
        ),
        ("thay-the", &[("2025-07-31", InForce), ("2025-08-01", Expired)]),
        ("thay-the-lan-hai", &[("2026-01-01", InForce)]),
        (
            "co-thoi-han",
            &[
                ("2021-12-31", InForce),
                ("2023-12-31", InForce),
                ("2024-01-01", Expired),
                ("2024-06-01", Expired),
            ],
        ),
        (
            "tam-ngung",
            &[
                ("2023-01-31", InForce),
                ("2023-02-01", Suspended),
                ("2023-12-31", Suspended),
                ("2024-01-01", InForce),
            ],
        ),
        ("sua-doi-bi-bai-bo", &[("2024-02-29", NotYet), ("2024-03-01", Expired)]),
        // What it details has been replaced: it goes on (Luật 64/2025/QH15, Điều 57.2).
        ("quy-dinh-chi-tiet", &[("2024-12-31", InForce), ("2025-01-01", InForce)]),
        // A circle: what is replaced before it takes effect replaces nothing.
        ("vong-mot", &[("2022-04-01", InForce), ("2022-05-01", InForce)]),
        ("vong-hai", &[("2022-04-01", Expired), ("2022-05-01", Expired)]),
        // Front matter says that it is amended, and no more.
        ("gia", &[("2024-07-31", InForce), ("2024-08-01", PartlyExpired)]),
    ];
    for (id, timeline) in timelines {
        for (day, expected) in *timeline {
            let built = on(day);
            let site = &built.prepared.site;
            assert_eq!(site.document(find(site, id)).validity.status, *expected, "{id} on {day}");
        }
    }
}

/// A relation on a line: what does what to what, and what comes of it.
fn told(site: &Site, index: DocumentIndex) -> Vec<String> {
    let name = |work: Work| match work {
        Work::Held(index) => site.document(index).document.id.0.replace("resolutions/", ""),
        Work::Known(index) => site.known(index).known.fields.symbol.as_ref().unwrap().value.clone(),
    };
    let relations = site.document(index).relations.iter().map(|index| site.relation(*index));
    relations
        .map(|relation| {
            let mut words = format!("{} {}", relation.kind.name(), name(relation.to));
            for provision in &relation.provisions {
                words.push_str(&format!(" [{}]", provision.words));
            }
            if relation.extent == Extent::Partial {
                words.push_str(" partial");
            }
            for (key, day) in [("from", relation.since), ("until", relation.until)] {
                if let Some(day) = day {
                    words.push_str(&format!(" {key} {day}"));
                }
            }
            words.push_str(match relation.declared {
                Some(_) => " declared",
                None => "",
            });
            for passage in &relation.passages {
                let act = site.instruction(*passage).unwrap();
                words.push_str(&format!(" at {}", act.place.as_deref().unwrap_or("?")));
            }
            if !matches!(relation.outcome, Outcome::Counts(_)) {
                words.push_str(&format!(" {:?}", relation.outcome));
            }
            words
        })
        .collect()
}

#[test]
fn relations_come_from_front_matter_and_text() {
    let built = on("2026-01-01");
    let site = &built.prepared.site;
    for (id, expected) in [
        ("sua-doi", &["amends ho-tro [khoản 2 Điều 2] [Điều 3] partial declared at dieu-1"][..]),
        ("bai-bo-mot-phan", &["repeals ho-tro [Điều 4] partial at dieu-1"]),
        ("thay-the", &["replaces ho-tro declared at dieu-2"]),
        ("thay-the-lan-hai", &["replaces thay-the from 2025-08-01 at dieu-2"]),
        ("bai-bo-muon", &["repeals ho-tro declared TooLate(2024-08-01)"]),
        ("keo-dai", &["extends co-thoi-han until 2023-12-31 at dieu-1"]),
        ("keo-dai-muon", &["extends co-thoi-han until 2026-12-31 declared TooLate(2024-03-01)"]),
        ("ngung-hieu-luc", &["suspends tam-ngung from 2023-02-01 until 2023-12-31 at dieu-1"]),
        ("dinh-chinh", &["corrects tam-ngung [Điều 1] partial declared"]),
        ("sua-doi-bi-bai-bo", &["amends tam-ngung [Điều 2] partial declared AgentEnded(2024-06-01)"]),
        ("bai-bo-sua-doi", &["repeals sua-doi-bi-bai-bo at dieu-1"]),
        (
            "quy-dinh-chi-tiet",
            &[
                "details 901/2015/QH13 [khoản 3 Điều 9] partial declared at dieu-1",
                "implements 903/QĐ-TTg declared",
                "based_on 901/2015/QH13 declared",
            ],
        ),
        ("hop-nhat", &["consolidates ho-tro declared", "consolidates sua-doi declared"]),
        ("mau-thuan", &["amends gia declared"]),
        ("sap-toi", &["amends gia [khoản 1 Điều 2] partial from 2026-09-01 declared at dieu-1"]),
    ] {
        assert_eq!(told(site, find(site, id)), expected, "{id}");
    }
}

#[test]
fn contradictions_and_circles_are_told_at_their_place() {
    let built = on("2026-01-01");
    let place = |id: congbao::text::Span| {
        let source = built.inputs.source(id.file).unwrap();
        let name = source.path.as_str().rsplit('/').next().unwrap().to_owned();
        format!("{name}:{}", LineIndex::new(&source.text).place(id.start as usize).line)
    };
    let told: Vec<String> = built
        .diagnostics
        .iter()
        .map(|problem| {
            let congbao::diag::At::Span(span) = &problem.at else { panic!("{problem:?}") };
            let labels: Vec<String> = problem.labels.iter().map(|label| place(label.span)).collect();
            assert!(problem.help.is_some(), "{problem:?}");
            format!("{} {} {}", place(*span), problem.code.0, labels.join(" "))
        })
        .collect();
    assert_eq!(
        told,
        [
            "bai-bo-muon.md:6 ended-twice thay-the.md:6",
            "keo-dai-muon.md:7 late-extension ",
            "mau-thuan.md:6 relation-contradiction mau-thuan.md:14",
            "quy-dinh-chi-tiet.md:7 detailed-ended ",
            "sap-toi.md:7 relation-contradiction sap-toi.md:13",
            "vong-hai.md:6 relation-cycle vong-mot.md:6",
        ],
        "{}",
        built.problems()
    );
}

#[test]
fn reasons_can_be_followed() {
    let built = on("2026-01-01");
    let reasons = |id: &str| words(page(&built, id), "<details class=\"reasons\"", "</ol>");
    let no_revival =
        "Việc văn bản đã thay thế hoặc bãi bỏ hết hiệu lực không làm nghị quyết này có hiệu lực trở lại.";
    assert_eq!(
        reasons("ho-tro"),
        format!(
            "Cách xác định hiệu lực Có hiệu lực từ ngày 20/7/2020. Khoản 2 Điều 2, Điều 3 được sửa đổi, bổ sung bởi \
             Nghị quyết số 02/2021/NQ-HĐND từ ngày 01/8/2021. Điều 4 bị bãi bỏ bởi Nghị quyết số 03/2021/NQ-HĐND từ \
             ngày 01/01/2022. Nghị quyết này được thay thế bởi Nghị quyết số 04/2023/NQ-HĐND từ ngày 01/9/2023. Nghị \
             quyết này bị bãi bỏ bởi Nghị quyết số 06/2024/NQ-HĐND từ ngày 01/8/2024. Không có tác dụng: đến ngày đó, \
             hiệu lực đã chấm dứt. Nghị quyết số 04/2023/NQ-HĐND được thay thế bởi Nghị quyết số 05/2025/NQ-HĐND từ \
             ngày 01/8/2025. {no_revival}"
        )
    );
    assert_eq!(
        reasons("co-thoi-han"),
        "Cách xác định hiệu lực Có hiệu lực từ ngày 01/01/2021. Thời hạn áp dụng ghi trong văn bản: đến hết ngày \
         31/12/2021. Nghị quyết này được kéo dài thời hạn áp dụng bởi Nghị quyết số 08/NQ-HĐND từ ngày 15/12/2021 đến \
         hết ngày 31/12/2023. Nghị quyết này được kéo dài thời hạn áp dụng bởi Nghị quyết số 09/NQ-HĐND từ ngày \
         01/3/2024 đến hết ngày 31/12/2026. Không có tác dụng: đến ngày đó, hiệu lực đã chấm dứt. Nghị quyết này hết \
         thời hạn áp dụng, không còn hiệu lực từ ngày 01/01/2024."
    );
    let banner = words(page(&built, "ho-tro"), "<div class=\"note note-bad\"", "</div>");
    assert!(banner.contains("Văn bản đang áp dụng: Nghị quyết số 05/2025/NQ-HĐND."), "{banner}");
    // An amendment that was repealed before it took effect does not count.
    let suspended = reasons("tam-ngung");
    assert!(
        suspended.contains(
            "Điều 2 được sửa đổi, bổ sung bởi Nghị quyết số 13/2023/NQ-HĐND từ ngày 01/6/2024. Không có tác dụng: đến \
             ngày đó, văn bản này đã hết hiệu lực. Nghị quyết số 13/2023/NQ-HĐND bị bãi bỏ bởi Nghị quyết số \
             14/2024/NQ-HĐND từ ngày 01/3/2024."
        ),
        "{suspended}"
    );
    let detailing = words(page(&built, "quy-dinh-chi-tiet"), "<p><strong>Văn bản được", "</div>");
    assert!(
        detailing.starts_with(
            "Văn bản được quy định chi tiết đã hết hiệu lực; cần rà soát. Nghị quyết tiếp tục có hiệu lực"
        ) && detailing.contains("901/2015/QH13"),
        "{detailing}"
    );
}

#[test]
fn provisions_say_what_changed_them() {
    let built = on("2026-01-01");
    let html = page(&built, "ho-tro");
    let clause = words(html, " id=\"dieu-2-khoan-2\">", "id=\"dieu-3\">");
    assert!(
        clause.contains(
            "Khoản 2 Điều 2 được sửa đổi, bổ sung bởi Nghị quyết số 02/2021/NQ-HĐND từ ngày 01/8/2021."
        ),
        "{clause}"
    );
    assert!(
        clause.contains("Câu ghi trong văn bảnSửa đổi, bổ sung khoản 2 Điều 2 Nghị quyết số"),
        "{clause}"
    );
    assert!(
        html.contains("/nghi-quyet/02-2021-nq-hdnd/#dieu-1"),
        "the place in the later resolution is linked"
    );
    let article = words(html, " id=\"dieu-4\">", "id=\"dieu-5\">");
    assert!(
        article.contains("Điều 4 bị bãi bỏ bởi Nghị quyết số 03/2021/NQ-HĐND từ ngày 01/01/2022."),
        "{article}"
    );
    assert!(!words(html, " id=\"dieu-2-khoan-1\">", "id=\"dieu-2-khoan-2\">").contains("được sửa đổi"));

    let contents = words(html, "<nav class=\"contents\"", "</nav>");
    for (wanted, is_there) in [
        ("Điều 2. Mức hỗ trợ Có thay đổi", true),
        ("Điều 3. Nguồn kinh phí Đã sửa đổi", true),
        ("Điều 4. Hồ sơ Đã bãi bỏ", true),
        ("Điều 1. Phạm vi Điều 2.", true),
    ] {
        assert_eq!(contents.contains(wanted), is_there, "{wanted}: {contents}");
    }

    // What does not count leaves no mark; what is to come says so.
    let suspended = page(&built, "tam-ngung");
    assert!(!words(suspended, "<nav class=\"contents\"", "</nav>").contains("Đã sửa đổi"));
    assert!(words(suspended, "<nav class=\"contents\"", "</nav>").contains("Điều 1. Mức phí Đã đính chính"));
    let price = page(&built, "gia");
    assert!(
        words(price, "<nav class=\"contents\"", "</nav>")
            .contains("Điều 2. Miễn giảm Thay đổi từ ngày 01/9/2026")
    );
    assert!(
        words(price, " id=\"dieu-2-khoan-1\">", "id=\"dieu-2-khoan-2\">")
            .contains("từ ngày 01/9/2026 (sắp tới).")
    );
}

#[test]
fn both_ends_are_worded_with_their_subject() {
    let built = on("2026-01-01");
    for (id, wanted) in [
        ("sua-doi", "Nghị quyết này sửa đổi, bổ sung (1)"),
        ("ho-tro", "Nghị quyết này được sửa đổi, bổ sung bởi (1)"),
        ("thay-the", "Nghị quyết này thay thế (1)"),
        ("ho-tro", "Nghị quyết này được thay thế bởi (1)"),
        // What ends the whole and what ends a part are two things.
        ("ho-tro", "Nghị quyết này bị bãi bỏ bởi (1)"),
        ("ho-tro", "Nghị quyết này bị bãi bỏ một phần bởi (1)"),
        ("bai-bo-mot-phan", "Nghị quyết này bãi bỏ một phần (1)"),
        ("ngung-hieu-luc", "Nghị quyết này làm ngưng hiệu lực (1)"),
        ("tam-ngung", "Nghị quyết này bị ngưng hiệu lực bởi (1)"),
        ("keo-dai", "Nghị quyết này kéo dài thời hạn áp dụng của (1)"),
        ("dinh-chinh", "Nghị quyết này đính chính (1)"),
        ("tam-ngung", "Nghị quyết này được đính chính bởi (1)"),
        ("quy-dinh-chi-tiet", "Nghị quyết này quy định chi tiết (1)"),
        ("quy-dinh-chi-tiet", "Nghị quyết này triển khai thực hiện (1)"),
        ("quy-dinh-chi-tiet", "Nghị quyết này căn cứ vào (1)"),
        ("hop-nhat", "Nghị quyết này hợp nhất (2)"),
        ("sua-doi", "Nghị quyết này được hợp nhất trong (1)"),
    ] {
        let related = words(page(&built, id), "<h2 id=\"_van-ban-lien-quan\">", "</section>");
        assert!(related.contains(wanted), "{id}: {wanted} in {related}");
    }
    let law =
        words(built.page("van-ban/901-2015-qh13/index.html"), "<h2 id=\"_van-ban-lien-quan\">", "</section>");
    for wanted in [
        "Văn bản này được thay thế bởi (1)",
        "Văn bản này được quy định chi tiết bởi (1)",
        "Văn bản này là căn cứ của (1)",
    ] {
        assert!(law.contains(wanted), "{wanted} in {law}");
    }
    let sentence = words(page(&built, "thay-the-lan-hai"), "<h2 id=\"_van-ban-lien-quan\">", "</section>");
    assert!(
        sentence.contains("Điều 2 · Nghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2025"),
        "{sentence}"
    );
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
}

#[test]
fn an_english_frame_marks_the_vietnamese_words() {
    let text = SITE.replacen("base_url:", "language: en\nbase_url:", 1);
    let built = build(inputs(&text), &Ask::default());
    let html = page(&built, "ho-tro");
    assert!(html.contains("<b lang=\"vi\">Khoản 2 Điều 2</b> is amended by"), "{html}");
    assert!(html.contains("<blockquote lang=\"vi\">Sửa đổi, bổ sung khoản 2 Điều 2"), "{html}");
    assert!(html.contains("role=\"note\" lang=\"en\""), "{html}");
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
}

#[test]
fn impossible_days_are_told() {
    let two = |one: &str, other: &str| {
        crate::harness::site(&format!(
            "//- content/resolutions/a.md\n---\ntitle: A\nnumber: 1/NQ-HĐND\n{one}---\n\
             //- content/resolutions/b.md\n---\ntitle: B\nnumber: 2/NQ-HĐND\n{other}---\n"
        ))
        .codes()
    };
    let old = "date: 2022-03-01\neffective: 2022-03-01\n";
    for (one, other, expected) in [
        (old, "date: 2023-03-01\neffective: 2023-03-01\namends: [1/NQ-HĐND]\n", vec![]),
        (old, "date: 2021-03-01\neffective: 2021-03-01\namends: [1/NQ-HĐND]\n", vec!["relation-to-later"]),
        (
            old,
            "date: 2023-03-01\namends: [{document: 1/NQ-HĐND, from: 2021-05-01}]\n",
            vec!["relation-too-early"],
        ),
        (
            "date: 2022-03-01\neffective: 2022-03-01\nexpires: 2022-12-31\n",
            "date: 2023-03-01\neffective: 2023-03-01\namends: [1/NQ-HĐND]\n",
            vec!["change-after-end"],
        ),
        ("date: 2022-03-01\neffective: 2022-03-01\nexpires: 2022-01-31\n", "", vec!["expires-before-effect"]),
    ] {
        assert_eq!(two(one, other), expected, "{one}{other}");
    }
}

/// Two resolutions, the first of which is changed by the second, and what the second does.
fn second(front: &str, text: &str) -> (Vec<String>, Vec<&'static str>) {
    let built = crate::harness::site(&format!(
        "//- content/resolutions/mot.md\n---\ntitle: Một\nnumber: 31/2020/NQ-HĐND\ndate: 2020-07-10\neffective: \
         2020-07-20\n---\n## Điều 1. Một\n## Điều 2. Hai\n## Điều 3. Ba\n## Điều 4. Bốn\n## Điều 5. Năm\n1. Khoản \
         một.\n2. Khoản hai.\n## Điều 6. Sáu\n1. Khoản một.\n## Điều 7. Bảy\n\n//- content/resolutions/hai.md\n---\ntitle: Hai\nnumber: \
         32/2023/NQ-HĐND\ndate: 2023-07-10\neffective: 2023-07-20\n{front}---\n{text}\n"
    ));
    let site = &built.prepared.site;
    let codes = built.codes();
    (told(site, find(site, "hai")), codes)
}

#[test]
fn front_matter_goes_before_the_text() {
    let one = "Nghị quyết số 31/2020/NQ-HĐND ngày 10/7/2020";
    let contradiction = vec!["relation-contradiction"];
    for (front, text, expected, codes) in [
        ("", format!("Thay thế {one}."), vec!["replaces mot at dieu-1"], vec![]),
        // `hết hiệu lực` tells no more than replaced.
        (
            "replaces: [31/2020/NQ-HĐND]\n",
            format!("{one} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực."),
            vec!["replaces mot declared at dieu-1"],
            vec![],
        ),
        (
            "replaces: [31/2020/NQ-HĐND]\n",
            format!("Bãi bỏ {one}."),
            vec!["replaces mot declared"],
            contradiction.clone(),
        ),
        (
            "repeals: [31/2020/NQ-HĐND]\n",
            format!("Bãi bỏ Điều 6 {one}."),
            vec!["repeals mot declared"],
            contradiction.clone(),
        ),
        (
            "replaces: [31/2020/NQ-HĐND]\n",
            format!("Sửa đổi Điều 6 và Điều 7 {one}."),
            vec!["replaces mot declared"],
            contradiction.clone(),
        ),
        // What front matter says of one provision leaves what the text says of another.
        (
            "amends: [{document: 31/2020/NQ-HĐND, provisions: [Điều 6]}]\n",
            format!("Sửa đổi Điều 7 {one}."),
            vec!["amends mot [Điều 6] partial declared", "amends mot [Điều 7] partial at dieu-1"],
            vec![],
        ),
        (
            "amends: [31/2020/NQ-HĐND]\n",
            format!("Sửa đổi khoản 2 Điều 5 {one}."),
            vec!["amends mot [khoản 2 Điều 5] partial declared at dieu-1"],
            vec![],
        ),
        (
            "amends: [{document: 31/2020/NQ-HĐND, from: 2023-08-01}]\n",
            format!("Sửa đổi khoản 2 Điều 5 {one} từ ngày 01/9/2023."),
            vec!["amends mot [khoản 2 Điều 5] partial from 2023-08-01 declared at dieu-1"],
            contradiction,
        ),
        // What is extended without a day is seldom the resolution.
        ("", format!("Theo Điều 6 {one}, hợp đồng thuê được gia hạn."), vec![], vec![]),
        // A resolution does nothing to itself, and quoted new wordings do nothing at all.
        (
            "",
            "Bãi bỏ Nghị quyết số 32/2023/NQ-HĐND ngày 10/7/2023.".to_owned(),
            vec![],
            vec!["acts-on-itself"],
        ),
    ] {
        let (relations, told) = second(front, &format!("## Điều 1. Nội dung\n{text}\n"));
        assert_eq!(relations, expected, "{front}{text}");
        assert_eq!(told, codes, "{front}{text}");
    }
}

#[test]
fn one_relation_has_all_provisions_and_sentences_of_its_kind() {
    let (relations, codes) = second(
        "",
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 31/2020/NQ-HĐND ngày 10/7/2020 như sau:\n\n\
         1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n\n“2. Mới.”.\n\n2. Khoản 1 Điều 6 được sửa đổi như sau:\n\n\
         “1. Mới.”.\n\n3. Bãi bỏ Điều 7.\n",
    );
    assert_eq!(
        relations,
        [
            "amends mot [khoản 2 Điều 5] [khoản 1 Điều 6] partial at dieu-1-khoan-1 at dieu-1-khoan-2",
            "repeals mot [Điều 7] partial at dieu-1-khoan-3",
        ]
    );
    assert_eq!(codes, Vec::<&str>::new());
}

#[test]
fn a_text_may_tell_what_two_others_do() {
    let built = crate::harness::site(
        "//- content/resolutions/a.md\n---\ntitle: A\nnumber: 41/NQ-HĐND\ndate: 2025-07-10\neffective: 2025-07-10\n\
         ---\nCăn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số \
         87/2025/QH15;\n\n## Điều 1. Căn cứ Luật số 87/2025/QH15\n",
    );
    let site = &built.prepared.site;
    let [relation] = site.relations.as_slice() else { panic!("{:?}", site.relations) };
    assert_eq!(relation.kind.name(), "amends");
    assert!(matches!((relation.from, relation.to), (Work::Known(_), Work::Known(_))));
    let law =
        words(built.page("van-ban/64-2025-qh15/index.html"), "<h2 id=\"_van-ban-lien-quan\">", "</section>");
    assert!(law.contains("Văn bản này được sửa đổi, bổ sung bởi (1) Luật số 87/2025/QH15"), "{law}");
    assert!(
        law.contains("41/NQ-HĐND · Căn cứ · Căn cứ Luật Ban hành"),
        "the document that tells so is named: {law}"
    );
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
}

#[test]
fn attached_regulations_have_articles_of_their_own() {
    let built = crate::harness::site(
        "//- content/resolutions/mot.md\n---\ntitle: Một\nnumber: 31/2020/NQ-HĐND\ndate: 2020-07-10\neffective: \
         2020-07-20\n---\nĐiều 1. Ban hành kèm theo Nghị quyết này Quy định về phí.\n\nĐiều 2. Tổ chức thực \
         hiện.\n\nTM. HỘI ĐỒNG NHÂN DÂN\n\nCHỦ TỊCH\n\nNguyễn Văn Ví Dụ\n\nQUY ĐỊNH\n\nVề phí\n\n(Ban hành kèm \
         theo Nghị quyết số 31/2020/NQ-HĐND ngày 10/7/2020)\n\nĐiều 1. Phạm vi\n\nPhí.\n\nĐiều 2. Mức phí\n\n\
         Một đồng.\n\n//- content/resolutions/hai.md\n---\ntitle: Hai\nnumber: 32/2023/NQ-HĐND\ndate: \
         2023-07-10\neffective: 2023-07-20\n---\nĐiều 1. Bãi bỏ Điều 2 của Quy định ban hành kèm theo Nghị quyết \
         số 31/2020/NQ-HĐND ngày 10/7/2020.\n",
    );
    let contents = words(page(&built, "mot"), "<nav class=\"contents\"", "</nav>");
    assert!(contents.contains("Điều 2. Mức phí Đã bãi bỏ"), "{contents}");
    assert_eq!(contents.matches("Đã bãi bỏ").count(), 1, "{contents}");
}

#[test]
fn a_page_tells_what_happened_day_by_day() {
    let built = on("2023-08-15");
    let told = |id: &str| words(page(&built, id), "<ol class=\"timeline\">", "</ol>");
    assert_eq!(
        told("ho-tro"),
        "10/7/2020 Thông qua 20/7/2020 Có hiệu lực \
         01/8/2021 Khoản 2 Điều 2, Điều 3 được sửa đổi, bổ sung bởi Nghị quyết số 02/2021/NQ-HĐND \
         01/01/2022 Điều 4 bị bãi bỏ bởi Nghị quyết số 03/2021/NQ-HĐND \
         01/9/2023 (sắp tới) Nghị quyết này sẽ được thay thế bởi Nghị quyết số 04/2023/NQ-HĐND \
         01/8/2024 (sắp tới) Nghị quyết này bị bãi bỏ bởi Nghị quyết số 06/2024/NQ-HĐND. \
         Không có tác dụng: đến ngày đó, hiệu lực đã chấm dứt."
    );
    assert_eq!(
        told("thay-the-lan-hai"),
        "10/7/2025 Thông qua 01/8/2025 (sắp tới) Có hiệu lực \
         Sau ngày thông qua Chưa ghi nhận văn bản sửa đổi, thay thế hoặc bãi bỏ"
    );
    assert_eq!(
        told("co-thoi-han"),
        "10/12/2020 Thông qua 01/01/2021 Có hiệu lực \
         15/12/2021 Nghị quyết này được kéo dài thời hạn áp dụng bởi Nghị quyết số 08/NQ-HĐND đến hết ngày 31/12/2023 \
         01/01/2024 (sắp tới) Hết thời hạn áp dụng \
         01/3/2024 (sắp tới) Nghị quyết này được kéo dài thời hạn áp dụng bởi Nghị quyết số 09/NQ-HĐND \
         đến hết ngày 31/12/2026. Không có tác dụng: đến ngày đó, hiệu lực đã chấm dứt."
    );
}

/// A resolution in force, and a second one with this front matter and text.
fn old_and_new(front: &str, text: &str) -> Built {
    crate::harness::site(&format!(
        "//- content/resolutions/cu.md\n---\ntitle: Quy định mức chi (bịa)\nnumber: 51/2020/NQ-HĐND\ndate: 2020-07-10\n\
         effective: 2020-07-20\n---\n## Điều 1. Mức chi\n1. Một.\n2. Hai.\n## Điều 2. Nguồn\n\n\
         //- content/resolutions/moi.md\n---\ntitle: Quy định mức chi mới (bịa)\nnumber: 52/2025/NQ-HĐND\ndate: 2025-07-10\n\
         {front}---\n## Điều 1. Nội dung\n{text}\n"
    ))
}

fn status(built: &Built, id: &str) -> Status {
    let site = &built.prepared.site;
    site.document(find(site, id)).validity.status
}

fn json(built: &Built, id: &str) -> serde_json::Value {
    let site = &built.prepared.site;
    let route = built.prepared.plan.addresses.text(find(site, id), congbao::plan::TextForm::Json);
    serde_json::from_slice(&built.files[&route.output_file()]).unwrap()
}

const OLD: &str = "Nghị quyết số 51/2020/NQ-HĐND ngày 10/7/2020";

#[test]
fn an_act_whose_day_is_not_known_ends_nothing_and_says_so() {
    let built = old_and_new("", &format!("Bãi bỏ {OLD}."));
    assert_eq!(status(&built, "cu"), Status::InForce);
    assert_eq!(built.codes(), ["effect-day-unknown"]);
    assert!(built.problems().contains("`52/2025/NQ-HĐND`") && built.problems().contains("`51/2020/NQ-HĐND`"));
    let planned = "bị bãi bỏ bởi Nghị quyết số 52/2025/NQ-HĐND từ ngày Nghị quyết số 52/2025/NQ-HĐND có hiệu lực (chưa \
                   rõ ngày).";
    let note = words(page(&built, "cu"), "<p><strong>Có văn bản sửa đổi", "</div>");
    assert!(note.contains(planned), "{note}");
    let related = words(page(&built, "moi"), "<h2 id=\"_van-ban-lien-quan\">", "</section>");
    assert!(
        related.contains("từ ngày Nghị quyết số 52/2025/NQ-HĐND có hiệu lực (chưa rõ ngày)"),
        "{related}"
    );
    // A sentence that names its day has that day, and so has a relation.
    for (front, text) in [
        ("", format!("{OLD} hết hiệu lực từ ngày 01/8/2025.")),
        ("repeals: [{document: 51/2020/NQ-HĐND, from: 2025-08-01}]\n", String::new()),
        ("effective: 2025-08-01\n", format!("Bãi bỏ {OLD}.")),
    ] {
        let built = old_and_new(front, &text);
        let site = &built.prepared.site;
        let validity = site.document(find(site, "cu")).validity;
        assert_eq!(validity.status, Status::Expired, "{front}{text}");
        assert_eq!(validity.since.unwrap().to_string(), "2025-08-01", "{front}{text}");
        assert_eq!(built.codes(), Vec::<&str>::new(), "{front}{text}");
    }
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
}

#[test]
fn of_a_document_that_is_not_held_the_day_of_effect_counts_not_that_of_adoption() {
    let with = |effective: &str| {
        crate::harness::site(&format!(
            "//- content/documents.yaml\n- symbol: 60/2025/NQ-HĐND\n  date: 2025-01-10\n{effective}  relations:\n    \
             repeals: [51/2020/NQ-HĐND]\n//- content/resolutions/cu.md\n---\ntitle: Quy định mức chi (bịa)\nnumber: \
             51/2020/NQ-HĐND\ndate: 2020-07-10\neffective: 2020-07-20\n---\n"
        ))
    };
    let unknown = with("");
    assert_eq!((status(&unknown, "cu"), unknown.codes()), (Status::InForce, vec!["effect-day-unknown"]));
    let known = with("  effective: 2025-02-01\n");
    assert_eq!((status(&known, "cu"), known.codes()), (Status::Expired, vec![]));
}

#[test]
fn what_is_changed_has_a_page_however_often_it_is_cited() {
    for (issuer, address) in [
        (" của Hội đồng nhân dân tỉnh", "van-ban/09-2021-nq-hdnd/index.html"),
        (" của Hội đồng nhân dân tỉnh Khác", "van-ban/09-2021-nq-hdnd/index.html"),
    ] {
        let built = old_and_new(
            "effective: 2025-08-01\n",
            &format!("Thay thế Nghị quyết số 09/2021/NQ-HĐND ngày 23 tháng 9 năm 2021{issuer}."),
        );
        let related = words(page(&built, "moi"), "<h2 id=\"_van-ban-lien-quan\">", "</section>");
        assert!(related.contains("09/2021/NQ-HĐND"), "{issuer}: {related}");
        assert!(built.page(address).contains("52/2025/NQ-HĐND"), "{issuer}");
        let relations = &json(&built, "moi")["relations"];
        assert_eq!(relations[0]["document"]["number"], "09/2021/NQ-HĐND", "{relations}");
        assert_eq!(crawl::faults(&built), Vec::<String>::new());
    }
}

#[test]
fn what_cannot_be_told_for_certain_is_told_to_the_editor() {
    let built =
        old_and_new("effective: 2025-08-01\n", "Bãi bỏ Nghị quyết số 52/2025/NQ-HĐND ngày 10/7/2025.");
    assert_eq!(built.codes(), ["acts-on-itself"]);
    let title = "effective: 2025-08-01\nsummary: A\n";
    let built = old_and_new(title, "Một.");
    assert_eq!(built.codes(), Vec::<&str>::new());
    let text = "//- content/resolutions/a.md\n---\ntitle: Bãi bỏ một số nghị quyết của Hội đồng nhân dân tỉnh\nnumber: \
                1/2025/NQ-HĐND\ndate: 2025-07-10\neffective: 2025-07-20\n---\n## Điều 1. Danh mục kèm theo\n";
    assert_eq!(crate::harness::site(text).codes(), ["announced-effect"]);
}

#[test]
fn a_sentence_that_may_act_and_is_not_understood_is_told() {
    let struck = format!("~~Bãi bỏ {OLD}.~~");
    let unclear = format!("Chỉ bãi bỏ {OLD} sau khi có hướng dẫn của Chính phủ.");
    for text in [&struck, &unclear] {
        let built = old_and_new("effective: 2025-08-01\n", text);
        assert_eq!((status(&built, "cu"), built.codes()), (Status::InForce, vec!["unread-effect"]), "{text}");
        for front in ["does_not_affect: [51/2020/NQ-HĐND]\n", "repeals: [51/2020/NQ-HĐND]\n"] {
            let built = old_and_new(&format!("effective: 2025-08-01\n{front}"), text);
            assert_eq!(built.codes(), Vec::<&str>::new(), "{front}{text}");
        }
    }
    let built = old_and_new(
        "effective: 2025-08-01\n",
        "Bãi bỏ Nghị quyết 43 ngày 10/12/2020 của Hội đồng nhân dân tỉnh.",
    );
    assert_eq!(built.codes(), ["unread-effect"]);
    assert!(built.problems().contains("Nghị quyết 43"), "{}", built.problems());
}

#[test]
fn a_text_that_ends_and_amends_the_same_document_is_unsure() {
    let text = format!("Bãi bỏ {OLD}.\n## Điều 2. Sửa đổi\nSửa đổi khoản 2 Điều 1 {OLD}.");
    let built = old_and_new("effective: 2025-08-01\n", &text);
    assert_ne!(status(&built, "cu"), Status::Expired);
    assert_eq!(built.codes(), ["unsure-effect"]);
    assert!(
        built.problems().contains("`repeals: [51/2020/NQ-HĐND]`")
            && built.problems().contains("`checks: {unsure-effect: …}`"),
        "{}",
        built.problems()
    );
    let note = words(page(&built, "cu"), "<p><strong>Văn bản", "</div>");
    assert!(
        note.starts_with(
            "Văn bản Nghị quyết số 52/2025/NQ-HĐND có nội dung có thể liên quan đến hiệu lực; cần đối chiếu."
        ) && note.contains("Bãi bỏ Nghị quyết số 51/2020/NQ-HĐND"),
        "{note}"
    );
    let data = json(&built, "cu");
    assert_eq!(data["relations"].as_array().unwrap().len(), 1, "{data}");
    assert_eq!(data["unsure_relations"][0]["certainty"], "unsure");
    assert_eq!(data["unsure_relations"][0]["doubt"], "contradiction");
    // Front matter settles it, either way.
    for (front, expected) in [
        ("amends: [{document: 51/2020/NQ-HĐND, provisions: [khoản 2 Điều 1]}]\n", Status::Unknown),
        ("does_not_affect: [51/2020/NQ-HĐND]\n", Status::InForce),
    ] {
        let built = old_and_new(&format!("effective: 2025-08-01\n{front}"), &text);
        assert!(!built.codes().contains(&"unsure-effect"), "{front}{}", built.problems());
        if expected == Status::InForce {
            assert_eq!((status(&built, "cu"), built.codes()), (expected, vec![]));
            assert!(!page(&built, "cu").contains("cần đối chiếu"));
        }
    }
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
}

#[test]
fn front_matter_refuses_what_a_text_seems_to_do() {
    let front = "effective: 2025-08-01\n";
    for (denial, text, expected, codes) in [
        ("does_not_affect: [51/2020/NQ-HĐND]\n", format!("Bãi bỏ {OLD}."), Status::InForce, vec![]),
        ("does_not_affect: [resolutions/cu]\n", format!("Bãi bỏ {OLD}."), Status::InForce, vec![]),
        (
            "does_not_affect: [{document: 51/2020/NQ-HĐND, provisions: [Điều 2], note: \"Chỉ nhắc lại\"}]\n",
            format!("Bãi bỏ Điều 2 {OLD}."),
            Status::InForce,
            vec![],
        ),
        (
            "does_not_affect: [{document: 51/2020/NQ-HĐND, provisions: [Điều 1]}]\n",
            format!("Bãi bỏ Điều 2 {OLD}."),
            Status::PartlyExpired,
            vec!["idle-denial"],
        ),
        (
            "does_not_affect: [50/2020/NQ-HĐND]\n",
            format!("Bãi bỏ {OLD}."),
            Status::Expired,
            vec!["idle-denial"],
        ),
    ] {
        let built = old_and_new(&format!("{front}{denial}"), &text);
        assert_eq!(status(&built, "cu"), expected, "{denial}{text}");
        assert_eq!(built.codes(), codes, "{denial}{text}");
    }
}

#[test]
fn front_matter_refuses_what_a_third_text_tells() {
    let text = format!(
        "{OLD} đã được thay thế bởi Nghị quyết số 50/2022/NQ-HĐND ngày 10/7/2022.\n\n//- content/documents.yaml\n- symbol: \
         50/2022/NQ-HĐND\n  type: Nghị quyết\n  date: 2022-07-10\n"
    );
    let built = old_and_new("effective: 2025-08-01\n", &text);
    assert_eq!((status(&built, "cu"), built.codes()), (Status::InForce, vec!["unsure-effect"]));
    let built = old_and_new("effective: 2025-08-01\ndoes_not_affect: [51/2020/NQ-HĐND]\n", &text);
    assert_eq!((status(&built, "cu"), built.codes()), (Status::InForce, vec![]));
    assert!(!page(&built, "cu").contains("cần đối chiếu"));
}

#[test]
fn front_matter_that_states_and_refuses_the_same_is_told() {
    let whole = "does_not_affect: [51/2020/NQ-HĐND]\n";
    let part = "does_not_affect: [{document: 51/2020/NQ-HĐND, provisions: [Điều 1]}]\n";
    let contradiction = vec!["relation-contradiction"];
    for (denial, stated, codes) in [
        (whole, "repeals: [51/2020/NQ-HĐND]\n", contradiction.clone()),
        (whole, "amends: [51/2020/NQ-HĐND]\n", contradiction.clone()),
        (part, "repeals: [51/2020/NQ-HĐND]\n", contradiction.clone()),
        (
            part,
            "amends: [{document: 51/2020/NQ-HĐND, provisions: [khoản 2 Điều 1]}]\n",
            contradiction.clone(),
        ),
        (part, "amends: [{document: 51/2020/NQ-HĐND, provisions: [Điều 2]}]\n", vec!["idle-denial"]),
        (whole, "based_on: [51/2020/NQ-HĐND]\n", vec!["idle-denial"]),
    ] {
        let built = old_and_new(&format!("effective: 2025-08-01\n{denial}{stated}"), "Mức chi.");
        assert_eq!(built.codes(), codes, "{denial}{stated}");
    }
    let built = old_and_new("effective: 2025-08-01\ndoes_not_affect: [99/2020/NQ-HĐND]\n", "Mức chi.");
    assert!(built.problems().contains("no document `99/2020/NQ-HĐND` is known here"), "{}", built.problems());
}

#[test]
fn a_refusal_names_provisions_of_attached_texts() {
    let act = |provision: &str| format!("Bãi bỏ {provision} Quy định ban hành kèm theo {OLD}.");
    for (denied, text, expected, codes) in [
        ("Điều 4 của Quy định ban hành kèm theo", act("Điều 4"), Status::InForce, vec![]),
        ("khoản 2 Điều 4 Quy định ban hành kèm theo", act("khoản 2 Điều 4"), Status::InForce, vec![]),
        ("Điều 4 của Quy định", act("Điều 4"), Status::InForce, vec![]),
        (
            "Điều 2 của Quy định ban hành kèm theo",
            format!("Bãi bỏ Điều 2 {OLD}."),
            Status::PartlyExpired,
            vec!["idle-denial"],
        ),
    ] {
        let front = format!(
            "effective: 2025-08-01\ndoes_not_affect: [{{document: 51/2020/NQ-HĐND, provisions: [\"{denied}\"]}}]\n"
        );
        let built = old_and_new(&front, &text);
        assert_eq!((status(&built, "cu"), built.codes()), (expected, codes), "{denied}: {text}");
    }
}

#[test]
fn what_cannot_be_in_time_changes_no_status() {
    let early = format!("Bãi bỏ {OLD} kể từ ngày 01 tháng 01 năm 2020.");
    let built = old_and_new("effective: 2025-08-01\n", &early);
    assert_eq!((status(&built, "cu"), built.codes()), (Status::InForce, vec!["relation-too-early"]));
    let html = page(&built, "cu");
    assert!(html.contains("cần đối chiếu") && !html.contains("Không còn áp dụng"), "{html}");
    let later = "//- content/resolutions/sau.md\n---\ntitle: Sau (bịa)\nnumber: 53/2026/NQ-HĐND\ndate: 2026-03-10\neffective: \
                 2026-03-20\n---\n## Điều 1. Một\n\n//- content/resolutions/truoc.md\n---\ntitle: Trước (bịa)\nnumber: \
                 52/2025/NQ-HĐND\ndate: 2025-07-10\neffective: 2025-08-01\n";
    for (front, text) in [
        ("", "Bãi bỏ Nghị quyết số 53/2026/NQ-HĐND ngày 10/3/2026."),
        ("repeals: [53/2026/NQ-HĐND]\n", "Một."),
    ] {
        let built = crate::harness::site(&format!("{later}{front}---\n## Điều 1. Nội dung\n{text}\n"));
        assert_eq!(
            (status(&built, "sau"), built.codes()),
            (Status::NotYet, vec!["relation-to-later"]),
            "{front}"
        );
    }
}

#[test]
fn two_days_of_one_end_leave_the_later_one() {
    let text =
        format!("Bãi bỏ {OLD}.\n## Điều 2. Hiệu lực\n{OLD} hết hiệu lực kể từ ngày 01 tháng 01 năm 2099.");
    let built = old_and_new("effective: 2025-08-01\n", &text);
    assert_eq!((status(&built, "cu"), built.codes()), (Status::InForce, vec!["unsure-effect"]));
    let data = json(&built, "cu");
    assert_eq!(data["validity"]["later"][0]["from"], "2099-01-01", "{data}");
    // The same day in other words.
    let text =
        format!("Bãi bỏ {OLD}.\n## Điều 2. Hiệu lực\n{OLD} hết hiệu lực kể từ ngày 01 tháng 8 năm 2025.");
    let built = old_and_new("effective: 2025-08-01\n", &text);
    assert_eq!((status(&built, "cu"), built.codes()), (Status::Expired, vec![]));
}

#[test]
fn a_newer_text_that_goes_on_beyond_the_end_is_told() {
    let third = |date: &str, until: &str| {
        format!(
            "Thay thế {OLD} kể từ ngày 01 tháng 9 năm 2025.\n\n//- content/resolutions/ba.md\n---\ntitle: Tiếp tục (bịa)\nnumber: \
             54/2025/NQ-HĐND\ndate: {date}\neffective: 2025-08-20\n---\n## Điều 1. Nội dung\nTiếp tục thực hiện {OLD} đến hết \
             ngày {until}."
        )
    };
    for (text, expected, codes) in [
        (third("2025-08-10", "31/12/2099"), Status::Unknown, vec!["extended-beyond-end"]),
        (third("2025-06-10", "31/12/2099"), Status::Expired, vec![]),
        (third("2025-08-10", "31/8/2025"), Status::Expired, vec![]),
    ] {
        let built = old_and_new("effective: 2025-08-01\n", &text);
        assert_eq!((status(&built, "cu"), built.codes()), (expected, codes), "{text}");
    }
}

#[test]
fn a_number_without_a_year_names_none_of_those_that_it_fits() {
    let held = |year: &str| {
        format!(
            "//- content/resolutions/h{year}.md\n---\ntitle: H{year} (bịa)\nnumber: 07/NQ-HĐND\ndate: {year}-07-08\neffective: \
             {year}-07-08\n---\n## Điều 1. Một\n\n"
        )
    };
    let acting = |text: &str| {
        format!(
            "//- congbao.yaml\ntitle: Cổng (bịa)\nbase_url: https://vi-du.vn/\norganization: Hội đồng nhân dân tỉnh Thử\n//- \
             content/resolutions/moi.md\n---\ntitle: Bãi bỏ nghị quyết (bịa)\nnumber: 52/2025/NQ-HĐND\ndate: 2025-07-10\n\
             effective: 2025-08-01\n---\n## Điều 1. Nội dung\n{text}\n"
        )
    };
    let codes = |built: &Built| -> Vec<&str> {
        built.codes().into_iter().filter(|code| !code.starts_with("missing-")).collect()
    };
    for issuer in ["", " của Hội đồng nhân dân tỉnh", " của Hội đồng nhân dân tỉnh khóa IX"]
    {
        for years in [&["2020", "2021"] as &[_], &["2021"]] {
            let files: String = years.iter().copied().map(held).collect();
            let text = format!("Bãi bỏ Nghị quyết số 07/NQ-HĐND{issuer}.");
            let built = crate::harness::site(&(files + &acting(&text)));
            assert_eq!(codes(&built), ["unclear-target"], "{text} {years:?}");
            for year in years {
                assert_eq!(status(&built, &format!("h{year}")), Status::InForce);
                let name = format!("`07/NQ-HĐND ({year})`");
                assert!(built.problems().contains(&name), "{}", built.problems());
            }
            assert!(
                !built.files.keys().any(|file| file.as_str().starts_with("van-ban/07")),
                "{text} {years:?}"
            );
        }
    }
    // What is only cited leads nowhere, and is not said to be missing.
    let files = held("2020") + &held("2021");
    let text = "Mức chi thực hiện theo Nghị quyết số 07/NQ-HĐND của Hội đồng nhân dân tỉnh.";
    let built =
        crate::harness::site(&(files + &acting(text).replace("Bãi bỏ nghị quyết", "Quy định mức chi")));
    assert_eq!(codes(&built), ["unresolved-own-citation"]);
    let problems = built.problems();
    assert!(
        problems.contains("`07/NQ-HĐND (2020)` or `07/NQ-HĐND (2021)`") && !problems.contains("not known"),
        "{problems}"
    );
}

#[test]
fn what_a_provision_without_a_readable_day_does_is_unsure() {
    let day = "Nghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2025";
    for closing in [
        format!("{day}; riêng Điều 1 có hiệu lực kể từ ngày Chính phủ ban hành nghị định mới."),
        format!("{day}, trừ Điều 1 có hiệu lực khi Chính phủ ban hành nghị định mới."),
        format!("{day}, trừ Điều 1."),
        format!("{day} (ngoại trừ nội dung quy định tại Điều 1)."),
        format!("{day}; riêng Điều 1 có hiệu lực từ năm ngân sách 2099."),
        format!("{day}; riêng việc bãi bỏ {OLD} có hiệu lực khi Chính phủ ban hành nghị định mới."),
        format!("{day}, trừ việc bãi bỏ Nghị quyết số 51/2020/NQ-HĐND."),
        format!(
            "{day} và thay thế Nghị quyết số 40/2019/NQ-HĐND ngày 10/7/2019; riêng Điều 1 có hiệu lực từ ngày 01/01/2099."
        ),
    ] {
        let built =
            old_and_new("effective: 2025-08-01\n", &format!("Bãi bỏ {OLD}.\n## Điều 2. Hiệu lực\n{closing}"));
        assert_eq!(
            (status(&built, "cu"), built.codes()),
            (Status::InForce, vec!["unsure-effect"]),
            "{closing}"
        );
    }
}

#[test]
fn an_act_may_have_a_day_of_its_own() {
    let day = "Nghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2025";
    for (closing, later) in [
        (
            format!(
                "{day}; riêng việc bãi bỏ Nghị quyết số 51/2020/NQ-HĐND có hiệu lực từ ngày 01 tháng 01 năm 2099."
            ),
            true,
        ),
        (format!("{day}, trừ việc bãi bỏ {OLD} có hiệu lực từ ngày 01/01/2099."), true),
        (format!("{day}; riêng việc bãi bỏ quy định tại Điều 1 có hiệu lực từ ngày 01/01/2099."), true),
        (format!("{day}; riêng Điều 1 có hiệu lực kể từ ngày Nghị quyết này có hiệu lực."), false),
        (format!("{day}; riêng Điều 2 có hiệu lực khi Chính phủ ban hành nghị định mới."), false),
        (format!("{day}."), false),
    ] {
        let built =
            old_and_new("effective: 2025-08-01\n", &format!("Bãi bỏ {OLD}.\n## Điều 2. Hiệu lực\n{closing}"));
        let expected = if later { Status::InForce } else { Status::Expired };
        assert_eq!((status(&built, "cu"), built.codes()), (expected, vec![]), "{closing}");
        let from = &json(&built, "cu")["validity"]["later"][0]["from"];
        assert_eq!(from == "2099-01-01", later, "{closing}");
    }
}

#[test]
fn what_ends_within_a_provision_is_not_said_of_all_of_it() {
    for (words, expected) in [
        ("câu thứ nhất Điều 1", "<b>Điều 1</b> bị bãi bỏ một phần bởi"),
        ("tên Điều 1", "<b>Điều 1</b> được sửa đổi, bổ sung bởi"),
    ] {
        let built = old_and_new("effective: 2025-08-01\n", &format!("Bãi bỏ {words} {OLD}."));
        let html = page(&built, "cu");
        assert!(html.contains(expected) && !html.contains("<b>Điều 1</b> bị bãi bỏ bởi"), "{html}");
    }
    let built = old_and_new("effective: 2025-08-01\n", &format!("Bãi bỏ Điều 1 {OLD}."));
    assert!(page(&built, "cu").contains("<b>Điều 1</b> bị bãi bỏ bởi"));
}

#[test]
fn data_tell_each_instruction_with_its_place() {
    let built = old_and_new("effective: 2025-08-01\n", &format!("Bãi bỏ khoản 2 Điều 1 {OLD}."));
    let data = json(&built, "moi");
    let [instruction] = data["instructions"].as_array().unwrap().as_slice() else { panic!("{data}") };
    assert_eq!(instruction["target"]["number"], "51/2020/NQ-HĐND");
    assert_eq!(instruction["provisions"][0]["anchor"], "dieu-1-khoan-2");
    assert_eq!(instruction["provisions"][0]["words"], "khoản 2 Điều 1");
    assert_eq!(instruction["from"], "2025-08-01");
    assert_eq!(instruction["place"], "dieu-1");
    assert_eq!(instruction["certainty"], "read");
    assert_eq!(instruction["counts"], true);
    assert!(instruction["sentence"].as_str().unwrap().starts_with("Bãi bỏ khoản 2"), "{instruction}");
    assert!(data["has_text"].as_bool().unwrap());
    let old = json(&built, "cu");
    assert_eq!(old["validity"]["status"], "partly_expired");
    assert_eq!(old["validity"]["territory"], serde_json::Value::Null);
    assert!(old["validity"]["as_of"].is_string());
    let steps: Vec<&str> = old["validity"]["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["step"].as_str().unwrap())
        .collect();
    assert_eq!(steps, ["effect", "relation"]);
    let stated = old_and_new("effective: 2025-08-01\namends: [51/2020/NQ-HĐND]\n", "Một.");
    let instruction = &json(&stated, "moi")["instructions"][0];
    assert_eq!(
        (&instruction["certainty"], &instruction["sentence"]),
        (&"stated".into(), &serde_json::Value::Null)
    );
    assert_eq!(status(&stated, "cu"), Status::PartlyExpired);
}

#[test]
fn provisions_with_days_of_their_own_say_so() {
    let text = "Một.\n\n1. Mức một.\n\n2. Mức hai.\n\n## Điều 2. Hiệu lực\n\nNghị quyết này có hiệu lực từ ngày 20 tháng 7 \
                năm 2025, trừ khoản 2 Điều 1 có hiệu lực từ ngày 01 tháng 01 năm 2027.";
    let portal = old_and_new("", text);
    let html = page(&portal, "moi");
    let note = words(html, "<p><strong>Một số nội dung có ngày hiệu lực riêng", "</div>");
    assert!(note.contains("khoản 2 Điều 1 có hiệu lực từ ngày 01/01/2027."), "{note}");
    let clause = words(html, " id=\"dieu-1-khoan-2\">", "id=\"dieu-2\">");
    assert!(clause.contains("Khoản 2 Điều 1 có hiệu lực từ ngày 01/01/2027."), "{clause}");
    assert!(!words(html, " id=\"dieu-1-khoan-1\">", "id=\"dieu-1-khoan-2\">").contains("2027"));
    let data = json(&portal, "moi");
    assert_eq!(data["validity"]["provisions"][0]["anchors"][0], "dieu-1-khoan-2");
    assert_eq!(data["validity"]["provisions"][0]["from"], "2027-01-01");
    // What stands in such a provision does what it does from that day on.
    let text = format!(
        "1. Một.\n\n2. Bãi bỏ {OLD}.\n\n## Điều 2. Hiệu lực\n\nNghị quyết này có hiệu lực từ ngày 20 tháng 7 năm 2025, trừ \
         khoản 2 Điều 1 có hiệu lực từ ngày 01 tháng 01 năm 2027."
    );
    let built = old_and_new("", &text);
    let site = &built.prepared.site;
    let end = site.document(find(site, "cu")).end.unwrap();
    assert_eq!(end.since.unwrap().to_string(), "2027-01-01");
    assert_eq!(crawl::faults(&portal), Vec::<String>::new());
}
