//! Resolutions pasted as they were typed: structure, what the text states, what it quotes.

use congbao::diag::{Catalogue, Diagnostic, Language};

use crate::crawl;
use crate::harness::{Built, site};

/// A made-up resolution, one line for each paragraph, as it comes out of a word processor.
const TYPED: &str = "HỘI ĐỒNG NHÂN DÂN
TỈNH VÍ DỤ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/2024/NQ-HĐND\tVí Dụ, ngày 12 tháng 7 năm 2024
NGHỊ QUYẾT
Quy định mức chi cho cộng tác viên thôn
HỘI ĐỒNG NHÂN DÂN TỈNH VÍ DỤ
KHÓA X - KỲ HỌP THỨ 11
Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;
Xét Tờ trình số 45/TTr-UBND ngày 01 tháng 7 năm 2024 của Ủy ban nhân dân tỉnh; Báo cáo thẩm tra của Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh; ý kiến thảo luận của đại biểu Hội đồng nhân dân tỉnh tại kỳ họp.
QUYẾT NGHỊ:
Điều 1. Mức chi
1. Mức chi cho một cộng tác viên là 150.000 đồng một tháng.
2. Nguồn chi:
a) Ngân sách xã;
b) Nguồn khác theo khoản 1 Điều này.
Điều 2. Sửa đổi Điều 6 của quy định kèm theo như sau:
“Điều 6. Thời hạn
1. Thời hạn là một năm theo Điều 1 của Quy định này.”
Điều 3. Hiệu lực thi hành
Nghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2024.
Nghị quyết này đã được Hội đồng nhân dân tỉnh Ví Dụ khóa X, Kỳ họp thứ 11 thông qua ngày 10 tháng 7 năm 2024./.
Nơi nhận:
- Ủy ban nhân dân tỉnh;
- Lưu: VT.
CHỦ TỊCH
LÃ NHẬT BÁCH
";

fn typed(front: &str, text: &str) -> Built {
    let built = site(&format!("//- content/resolutions/12.md\n---\n{front}---\n{text}"));
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
    built
}

fn codes(built: &Built) -> Vec<String> {
    let words = Catalogue::of(Language::English);
    let told = |told: &Diagnostic| format!("{} {}", told.code.0, words.say(&told.message));
    built.diagnostics.iter().map(told).collect()
}

#[test]
fn a_typed_resolution_needs_no_front_matter_of_its_own() {
    let built = typed("slug: a\n", TYPED);
    assert_eq!(codes(&built), Vec::<String>::new());
    let document = &built.prepared.site.documents[0].document;
    let read: Vec<String> =
        document.read.iter().map(|fact| format!("{}: {}", fact.field, fact.value)).collect();
    assert_eq!(
        read,
        [
            "number: 12/2024/NQ-HĐND",
            "issued: 2024-07-12",
            "title: Quy định mức chi cho cộng tác viên thôn",
            "session: Kỳ họp thứ 11, khóa X",
            "effective: 2024-08-01",
            "date: 2024-07-10",
            "signer: Lã Nhật Bách",
        ],
    );
    let page = built.page("nghi-quyet/a/index.html");
    for wanted in [
        "<h1>Quy định mức chi cho cộng tác viên thôn</h1>",
        "href=\"/ky-hop/khoa-x-ky-hop-11/\"",
        "href=\"/dai-bieu/la-nhat-bach/\"",
        "<time datetime=\"2024-07-10\">",
        "<time datetime=\"2024-08-01\">",
        "<h3 id=\"dieu-1\">Điều 1. Mức chi</h3>",
        "<li id=\"dieu-1-khoan-2\"><a class=\"own over\" href=\"#dieu-1-khoan-2\" aria-label=\"Liên kết đến khoản 2 Điều 1\"></a>Nguồn chi:",
        "<p id=\"dieu-1-khoan-2-diem-b\" class=\"point\">",
        "<a href=\"#dieu-3\">Điều 3. Hiệu lực thi hành<",
        "<a href=\"#can-cu\">Căn cứ<",
        "<p class=\"signer\">LÃ NHẬT BÁCH</p>",
        "<a class=\"self\" href=\"#dieu-1\" aria-label=\"Liên kết đến Điều 1\">Liên kết</a>",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    assert!(!page.contains("form-head"), "the head of the text stands in place of the theme's");
    assert_eq!(page.matches("id=\"dieu-6").count(), 0, "what is quoted is no structure");
}

#[test]
fn markdown_and_typed_text_have_the_same_anchors() {
    let marked = TYPED
        .replace("Điều 1. Mức chi", "## Điều 1. Mức chi")
        .replace("Điều 2. Sửa đổi", "## Điều 2\n\nSửa đổi")
        .replace("Điều 3. Hiệu lực", "## Điều 3. Hiệu lực");
    let anchors = |text: &str| {
        let built = typed("slug: a\n", text);
        let page = built.page("nghi-quyet/a/index.html");
        let mut anchors: Vec<String> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|anchor| anchor.starts_with("dieu-") || *anchor == "can-cu")
            .map(str::to_owned)
            .collect();
        anchors.sort();
        anchors
    };
    let expected = [
        "can-cu",
        "dieu-1",
        "dieu-1-khoan-1",
        "dieu-1-khoan-2",
        "dieu-1-khoan-2-diem-a",
        "dieu-1-khoan-2-diem-b",
        "dieu-2",
        "dieu-3",
    ];
    assert_eq!(anchors(TYPED), expected);
    assert_eq!(anchors(&marked), expected);
}

#[test]
fn front_matter_that_the_text_contradicts_is_told_with_both_places() {
    let front = "title: Mức thu
number: 13/2024/NQ-HĐND
date: 2024-07-11
effective: 2024-08-02
issued: 2024-07-12
signer: Lã Nhật Bách
session: Kỳ họp thứ 12, khóa X
";
    let built = typed(front, TYPED);
    assert_eq!(
        codes(&built),
        [
            "differs-from-text `title` is `Mức thu` here, but the text says `Quy định mức chi cho cộng tác viên thôn`",
            "differs-from-text `number` is `13/2024/NQ-HĐND` here, but the text says `12/2024/NQ-HĐND`",
            "differs-from-text `date` is `2024-07-11` here, but the text says `2024-07-10`",
            "differs-from-text `effective` is `2024-08-02` here, but the text says `2024-08-01`",
            "differs-from-text `session` is `Kỳ họp thứ 12, khóa X` here, but the text says `Kỳ họp thứ 11, khóa X`",
        ],
    );
    for told in &built.diagnostics {
        assert_eq!(told.labels.len(), 1, "{told:?}");
    }
}

#[test]
fn numbers_that_jump_or_repeat_are_told() {
    let text = TYPED.replace("Điều 3.", "Điều 4.").replace("b) Nguồn", "d) Nguồn");
    let told: Vec<String> =
        codes(&typed("slug: a\n", &text)).into_iter().filter(|told| told.starts_with("numbering")).collect();
    assert_eq!(
        told,
        [
            "numbering `điểm d` stands where `điểm b` is expected",
            "numbering `Điều 4` stands where `Điều 3` is expected",
        ]
    );
}

#[test]
fn provisions_of_the_amended_document_are_not_those_of_the_amending_one() {
    let held = "//- content/resolutions/5.md
---
title: Mức chi cũ
number: 5/2020/NQ-HĐND
date: 2020-07-10
---
Điều 1. Mức chi

1. Một.

Điều 2. Thời hạn

Điều 3. Hiệu lực
";
    let amending = "//- content/resolutions/6.md
---
title: Sửa đổi mức chi
number: 6/2024/NQ-HĐND
date: 2024-07-10
effective: 2024-07-20
---
Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 5/2020/NQ-HĐND ngày 10 tháng 7 năm 2020 của Hội đồng nhân dân tỉnh như sau:

1. Sửa đổi khoản 1 Điều 1 như sau:

“1. Hai, theo khoản 2 Điều 1.”

2. Bãi bỏ Điều 2.

3. Tại khoản 1 Điều 1, thay thế cụm từ “một” bằng cụm từ “hai”.

Điều 2. Thực hiện theo Điều 1.
";
    let built = site(&format!("{held}{amending}"));
    assert_eq!(built.problems(), "");
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
    let page = built.page("nghi-quyet/6-2024-nq-hdnd/index.html");
    for wanted in [
        "Tại <a class=\"reference\" href=\"/nghi-quyet/5-2020-nq-hdnd/#dieu-1-khoan-1\">khoản 1 Điều 1</a>, thay thế",
        "Bãi bỏ Điều 2.",
        "Hai, theo khoản 2 Điều 1.",
        "Thực hiện theo <a class=\"reference\" href=\"#dieu-1\">Điều 1</a>.",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
}

fn page_words(page: &str) -> String {
    let mut words = String::new();
    let mut in_tag = false;
    for letter in page.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                words.push(' ');
            }
            _ if !in_tag => words.push(letter),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn single_line_ends_of_a_word_processor_part_titles_from_sentences() {
    let text = "Điều 1. Mức chi\nMức chi là 5 đồng.\nĐiều 2. Hiệu lực thi hành\nNghị quyết này có hiệu lực từ ngày 01/8/2024.\n";
    let built = typed("slug: a\ntitle: A\nnumber: 12/2024/NQ-HĐND\ndate: 2024-07-10\n", text);
    let page = built.page("nghi-quyet/a/index.html");
    let title = |anchor: &str| {
        let heading = page.split_once(&format!("id=\"{anchor}\"")).unwrap().1;
        page_words(heading.split_once('>').unwrap().1.split_once("</h").unwrap().0)
    };
    assert!(
        title("dieu-1").contains("Mức chi") && !title("dieu-1").contains("5 đồng"),
        "{}",
        title("dieu-1")
    );
    assert!(
        title("dieu-2").contains("Hiệu lực") && !title("dieu-2").contains("Nghị quyết"),
        "{}",
        title("dieu-2")
    );
    assert!(page.contains("<p>Mức chi là 5 đồng.</p>") || page_words(page).contains("Mức chi là 5 đồng."));
}

#[test]
fn what_a_page_left_behind_is_told_and_stays_on_the_page() {
    let text = "Điều 1. Mức chi\n\n1. Mức chi là 5 đồng cho mỗi người có tên trong\n\n2\n\ndanh sách của xã.\n\n2. Mức chi được \
                điều chỉnh.\n";
    let built = typed("slug: a\ntitle: A\nnumber: 12/2024/NQ-HĐND\ndate: 2024-07-10\n", text);
    let told: Vec<String> =
        codes(&built).into_iter().filter(|told| told.starts_with("page-remnant")).collect();
    assert_eq!(
        told,
        ["page-remnant this line seems to be the number of a page; it stands in the middle of a sentence"]
    );
    assert!(!codes(&built).iter().any(|told| told.starts_with("numbering")));
    let page = built.page("nghi-quyet/a/index.html");
    assert!(page_words(page).contains("có tên trong 2 danh sách của xã."), "{}", page_words(page));
    assert!(page.contains("id=\"dieu-1-khoan-2\""));
}

#[test]
fn a_head_in_a_table_states_number_and_day() {
    let text = "| **HỘI ĐỒNG NHÂN DÂN**<br>**TỈNH VÍ DỤ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh \
                phúc** |\n|---|---|\n| Số: 12/2024/NQ-HĐND | *Ví Dụ, ngày 12 tháng 7 năm 2024* |\n\n**NGHỊ QUYẾT**\n\n**Quy định \
                mức chi**\n\nĐiều 1. Mức chi\n\nMức chi là 5 đồng.\n";
    let built = typed("slug: a\n", text);
    let read: Vec<String> = built.prepared.site.documents[0]
        .document
        .read
        .iter()
        .map(|fact| format!("{}: {}", fact.field, fact.value))
        .collect();
    for value in ["number: 12/2024/NQ-HĐND", "date: 2024-07-12", "title: Quy định mức chi"] {
        assert!(read.iter().any(|fact| fact == value), "{read:?}");
    }
}

#[test]
fn a_thematic_session_is_one_however_it_is_named() {
    let formula = |words: &str| {
        format!(
            "Điều 1. Mức chi\n\nMức chi là 5 đồng.\n\nNghị quyết này đã được Hội đồng nhân dân tỉnh Ví Dụ {words} thông qua ngày \
             10 tháng 7 năm 2024./."
        )
    };
    let built = site(&format!(
        "//- content/sessions/a.md\n---\ntitle: Kỳ họp chuyên đề lần thứ Ba, khóa X\n---\n//- content/resolutions/1.md\n---\nslug: \
         a\ntitle: A\nnumber: 1/NQ-HĐND\n---\n{}\n//- content/resolutions/2.md\n---\nslug: b\ntitle: B\nnumber: 2/NQ-HĐND\n---\n{}\n",
        formula("Khóa X, kỳ họp chuyên đề lần thứ 3"),
        formula("kỳ họp bất thường lần thứ nhất, khóa X"),
    ));
    let session = |slug: &str| {
        let page = built.page(&format!("nghi-quyet/{slug}/index.html"));
        page.split("href=\"/ky-hop/").nth(1).map(|rest| rest.split('"').next().unwrap_or("").to_owned())
    };
    let page = page_words(built.page("nghi-quyet/a/index.html"));
    assert!(page.contains("Kỳ họp chuyên đề lần thứ Ba, khóa X"), "{page}");
    let page = page_words(built.page("nghi-quyet/b/index.html"));
    assert!(page.contains("Kỳ họp bất thường lần thứ 1, khóa X"), "{page}");
    assert_ne!(session("a"), session("b"));
}
