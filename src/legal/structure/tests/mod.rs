mod head;
mod quotations;

use super::*;
use crate::legal::ProvisionPath;
use icu_normalizer::DecomposingNormalizerBorrowed;
use jiff::civil::date;
use std::fmt::Write;

/// The parts of a plain text, one line each: role, anchor, first words.
fn outline(text: &str) -> String {
    let blocks = plain_blocks(text);
    outline_of(text, &structure(&blocks))
}

fn outline_of(text: &str, structure: &Structure) -> String {
    let mut lines = String::new();
    for part in &structure.parts {
        let words: String = text[part.text.clone()].chars().take(24).collect();
        let anchor = part.anchor.as_deref().unwrap_or("-");
        let indent = " ".repeat(part.depth);
        let _ = writeln!(lines, "{indent}{:?} {anchor} {}", part.role, words.replace('\n', "⏎").trim_end());
    }
    lines
}

fn check(text: &str, expected: &str) {
    assert_eq!(outline(text).trim(), expected.trim(), "{text}");
}

fn decomposed(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
}

/// Precomposed vowels with combining tones, as Windows writes them, in every other word.
fn mixed(text: &str) -> String {
    let words = text.split_inclusive(' ').enumerate();
    words.map(|(at, word)| if at % 2 == 0 { decomposed(word) } else { word.to_owned() }).collect()
}

/// A whole resolution in the order of section 5 of the notes on documents.
const WHOLE: &str = "\
HỘI ĐỒNG NHÂN DÂN
TỈNH MINH GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆ
T NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2024/NQ-HĐND\tMinh Giang, ngày 10 tháng 7 năm 2024
NGHỊ QUYẾT
Quy định mức chi
cho hoạt động
____
HỘI ĐỒNG NHÂN D
ÂN TỈNH MINH GIANG
KHÓA X - KỲ HỌP THỨ 11
Căn cứ Luật A; Căn cứ Luật B;
Xét Tờ trình số 1/TTr-UBND.
QUYẾT NGHỊ: Điều 1. Ban hành Quy định.
\u{a0}Điều 2.\u{a0}Hiệu lực
1. Một:
a) Hai;
d) Ba;
đ) Bốn.
2.1. Không phải khoản.
2. Năm
2.1. Sáu
a) Bảy
- Tám
+ Chín
3a. Lạc
Nghị quyết này đã được HĐND tỉnh khóa X, Kỳ họp thứ 11 thông qua ngày 09 tháng 7 năm 2024./.
\tNơi nhận:
- Như Điều 2;
- Lưu: VT.
\tKT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lã Nhật Bách
QUY ĐỊNH
Mức chi
(Ban hành kèm theo Nghị quyết số 12/2024/NQ-HĐND)
CHƯƠNG I
QUY ĐỊNH CHUNG
Mục 1. Phạm vi
Điều 1: Phạm vi
Điều 1a. Đối tượng
PHỤ LỤC I
DANH MỤC
Điều 1. Tên
Phụ lục II: Biểu
1. Một
";

#[test]
fn a_whole_resolution_is_recognised() {
    check(
        WHOLE,
        "
Issuer - HỘI ĐỒNG NHÂN DÂN⏎TỈNH M
NationalName - CỘNG HÒA XÃ HỘI CHỦ NGHĨ
Motto - Độc lập - Tự do - Hạnh p
Number - Số: 12/2024/NQ-HĐND
PlaceAndDate - Minh Giang, ngày 10 thán
Title - NGHỊ QUYẾT
Subject - Quy định mức chi⏎cho hoạ
Council - HỘI ĐỒNG NHÂN D⏎ÂN TỈNH
Session - KHÓA X - KỲ HỌP THỨ 11
Basis can-cu Căn cứ Luật A;
Basis - Căn cứ Luật B;
Consideration - Xét Tờ trình số 1/TTr-UB
Enacting - QUYẾT NGHỊ:
Article dieu-1 Điều 1. Ban hành Quy địn
Article dieu-2 Điều 2.\u{a0}Hiệu lực
 Clause dieu-2-khoan-1 1. Một:
  Point dieu-2-khoan-1-diem-a a) Hai;
  Point dieu-2-khoan-1-diem-d d) Ba;
  Point dieu-2-khoan-1-diem-dd đ) Bốn.
   Text - 2.1. Không phải khoản.
 Clause dieu-2-khoan-2 2. Năm
  Subclause dieu-2-khoan-2-1 2.1. Sáu
   Point dieu-2-khoan-2-1-diem-a a) Bảy
    Dash - - Tám
     Dash - + Chín
 Clause dieu-2-khoan-3a 3a. Lạc
Adoption - Nghị quyết này đã được H
Recipients - Nơi nhận:
 Recipient - - Như Điều 2;
 Recipient - - Lưu: VT.
SignerRole - KT. CHỦ TỊCH
SignerRole - PHÓ CHỦ TỊCH
SignerName - Lã Nhật Bách
Regulation quy-dinh QUY ĐỊNH
 Text - Mức chi
 Enclosure - (Ban hành kèm theo Nghị
 Chapter quy-dinh-chuong-1 CHƯƠNG I
  Caption - QUY ĐỊNH CHUNG
  Section quy-dinh-chuong-1-muc-1 Mục 1. Phạm vi
   Article quy-dinh-dieu-1 Điều 1: Phạm vi
   Article quy-dinh-dieu-1a Điều 1a. Đối tượng
Annex phu-luc-1 PHỤ LỤC I
 Caption - DANH MỤC
 Article phu-luc-1-dieu-1 Điều 1. Tên
Annex phu-luc-2 Phụ lục II: Biểu
 Clause phu-luc-2-khoan-1 1. Một
",
    );
    let found = structure(&plain_blocks(WHOLE));
    let problems: Vec<_> =
        found.problems.iter().map(|problem| (problem.expected.as_str(), problem.found.as_str())).collect();
    assert_eq!(problems, [("b", "d"), ("3", "3a")]);
}

#[test]
fn lost_line_breaks_are_found_again() {
    check(
        "Điều 123.Tội giết người1. Người nào:a) Giết trẻ;b) Giết già.2. Phạm tội.3. Người khác.",
        "
Article dieu-123 Điều 123.Tội giết người
 Clause dieu-123-khoan-1 1. Người nào:
  Point dieu-123-khoan-1-diem-a a) Giết trẻ;
  Point dieu-123-khoan-1-diem-b b) Giết già.
 Clause dieu-123-khoan-2 2. Phạm tội.
 Clause dieu-123-khoan-3 3. Người khác.
",
    );
}

#[test]
fn hard_line_breaks_make_no_labels() {
    let text = "Điều 1. Thực hiện theo\nĐiều 5. Luật A và quy định tại\n1. Luật B trong năm\n2023. Sau đó làm\ntiếp.\n\
                1. Một\n2. Hai";
    check(
        text,
        "
Article dieu-1 Điều 1. Thực hiện theo⏎Đ
 Text - 2023. Sau đó làm⏎tiếp.
 Clause dieu-1-khoan-1 1. Một
 Clause dieu-1-khoan-2 2. Hai
",
    );
    let block = [Block::paragraph(text, 0)];
    let anchors: Vec<_> = structure(&block).parts.into_iter().filter_map(|part| part.anchor).collect();
    assert_eq!(anchors, ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2"]);
}

#[test]
fn numbers_in_running_text_are_no_clauses() {
    check(
        "Điều 1. Một\n2023. Năm ấy\n12.300 tỷ đồng\n1. Hai\n45. Lạc\nĐiều 5 Nghị quyết số 86 quy định.\nb) Ba",
        "
Article dieu-1 Điều 1. Một
 Text - 2023. Năm ấy
 Text - 12.300 tỷ đồng
 Clause dieu-1-khoan-1 1. Hai
  Text - 45. Lạc
  Text - Điều 5 Nghị quyết số 86
  Point dieu-1-khoan-1-diem-b b) Ba
",
    );
}

#[test]
fn repeats_and_jumps_keep_anchors_apart() {
    let text = "Điều 1. Một\n1. Hai.\n1. Ba.\n4. Bốn.\nĐiều 1. Năm\nĐiều 4. Sáu";
    let found = structure(&plain_blocks(text));
    let anchors: Vec<_> = found.parts.iter().filter_map(|part| part.anchor.as_deref()).collect();
    assert_eq!(
        anchors,
        ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-lap-2", "dieu-1-khoan-4", "dieu-1-lap-2", "dieu-4"]
    );
    assert_eq!(found.problems.len(), 4);
}

#[test]
fn texts_without_articles_have_clauses() {
    check(
        "QUYẾT NGHỊ:\nI. MỤC TIÊU\n1. Một\na) Hai\n2. Ba\nII. NHIỆM VỤ\n1. Bốn",
        "
Enacting - QUYẾT NGHỊ:
Section muc-1 I. MỤC TIÊU
 Clause muc-1-khoan-1 1. Một
  Point muc-1-khoan-1-diem-a a) Hai
 Clause muc-1-khoan-2 2. Ba
Section muc-2 II. NHIỆM VỤ
 Clause muc-2-khoan-1 1. Bốn
",
    );
    check(
        "Căn cứ A;\nQUYẾT NGHỊ:\n1. Một\n2. Hai",
        "
Basis can-cu Căn cứ A;
Enacting - QUYẾT NGHỊ:
Clause khoan-1 1. Một
Clause khoan-2 2. Hai
",
    );
}

#[test]
fn divisions_lie_in_each_other() {
    check(
        "QUYẾT NGHỊ:\nPhần thứ nhất\nCHUNG\nChương I\nQuy định chung\nMục 1\nTên\nTiểu mục 1. Nhỏ\nĐiều 1. A\nMục 2. B\n\
         Phần thứ hai\nChương I. Lại\nĐiều 2. C",
        "
Enacting - QUYẾT NGHỊ:
Part phan-1 Phần thứ nhất
 Caption - CHUNG
 Chapter chuong-1 Chương I
  Caption - Quy định chung
  Section chuong-1-muc-1 Mục 1
   Caption - Tên
   Subsection chuong-1-muc-1-tieu-muc-1 Tiểu mục 1. Nhỏ
    Article dieu-1 Điều 1. A
  Section chuong-1-muc-2 Mục 2. B
Part phan-2 Phần thứ hai
 Chapter phan-2-chuong-1 Chương I. Lại
  Article dieu-2 Điều 2. C
",
    );
}

#[test]
fn markdown_headings_and_lists_are_provisions() {
    let source = "## Điều 1. Một\n\n### 1. Hai\n\nChữ\n\n1. Trong\n\n### 2\\. Ba\n\n**Nơi nhận:**";
    let block = |text: &'static str, heading, nesting| Block {
        text,
        start: source.find(text).unwrap(),
        heading,
        nesting,
    };
    let blocks = [
        block("## Điều 1. Một", Some(2), 0),
        block("### 1. Hai", Some(3), 0),
        block("Chữ", None, 0),
        block("1. Trong", None, 2),
        block("### 2\\. Ba", Some(3), 0),
        block("**Nơi nhận:**", None, 0),
    ];
    let found = structure(&blocks);
    let roles: Vec<_> = found.parts.iter().map(|part| (part.role, part.anchor.as_deref())).collect();
    assert_eq!(
        roles,
        [
            (Role::Article, Some("dieu-1")),
            (Role::Clause, Some("dieu-1-khoan-1")),
            (Role::Text, None),
            (Role::Item, None),
            (Role::Clause, Some("dieu-1-khoan-2")),
            (Role::Recipients, None),
        ]
    );
    assert_eq!(found.parts[1].blocks, 1..4);
    assert!(found.problems.is_empty());
}

#[test]
fn anchors_are_those_that_citations_lead_to() {
    let text = "Điều 5. Một\n1. A\n2. B\na) C\nb) D\nc) E\nd) F\nđ) G\nPHỤ LỤC I\nĐiều 1. H";
    let found = structure(&plain_blocks(text));
    for cited in
        ["Điều 5", "khoản 2 Điều 5", "điểm d khoản 2 Điều 5", "điểm đ khoản 2 Điều 5", "Điều 1 Phụ lục I"]
    {
        let path = ProvisionPath::parse(cited).unwrap();
        assert!(found.parts.iter().any(|part| part.anchor.as_deref() == Some(path.anchor())), "{cited}");
    }
}

#[test]
fn every_unicode_form_gives_the_same() {
    let composed = structure(&plain_blocks(WHOLE));
    for text in [decomposed(WHOLE), mixed(WHOLE)] {
        let other = structure(&plain_blocks(&text));
        let outline = |structure: &Structure| -> Vec<_> {
            structure
                .parts
                .iter()
                .map(|part| {
                    (part.role, part.number.clone(), part.anchor.clone(), part.parent, part.blocks.clone())
                })
                .collect()
        };
        assert_eq!(outline(&other), outline(&composed));
        assert_eq!(
            other.facts.issuer.map(|stated| stated.value),
            composed.facts.issuer.clone().map(|stated| stated.value)
        );
        assert_eq!(other.facts.validity.len(), composed.facts.validity.len());
    }
}

#[test]
fn a_sentence_that_blank_lines_have_torn_is_read_whole() {
    let text = "Điều 1. Một\n\nHai.\n\nĐiều 2. Hiệu lực\n\nNghị quyết này thay thế Nghị quyết số 1/2020/NQ-HĐND của Hội đồng \
                nhân\n\ndân tỉnh và có hiệu lực từ\n\nngày 01 tháng 6 năm 2026.";
    let found = structure(&plain_blocks(text));
    assert_eq!(found.facts.validity[0].start, Some(Start::On(date(2026, 6, 1))));
    let last = found.parts.last().unwrap();
    assert!(
        text[last.text.clone()].starts_with("Nghị quyết này") && text[last.text.clone()].ends_with("2026.")
    );
}

#[test]
fn what_pages_leave_behind_is_told_and_tears_no_sentence() {
    let head = "NGHỊ QUYẾT VỀ MỨC CHI - TRANG";
    for (line, kind, count) in [
        ("2", SlipKind::PageNumber, 1),
        ("- 12 -", SlipKind::PageNumber, 1),
        ("Trang 3", SlipKind::PageNumber, 1),
        ("NGHỊ QUYẾT VỀ MỨC CHI - TRANG 2", SlipKind::RunningHead, 1),
    ] {
        let text = format!(
            "Điều 1. Mức chi\n\n1. Mức chi là 5 đồng cho mỗi người có tên trong\n\n{line}\n\ndanh sách của xã.\n\n2. Mức chi được \
             điều chỉnh.\n\n{head} 3\n\nĐiều 2. Nghị quyết này có hiệu lực thi hành kể từ\n\n{line}\n\nngày 01/6/2026."
        );
        let found = structure(&plain_blocks(&text));
        let anchors: Vec<_> = found.parts.iter().filter_map(|part| part.anchor.as_deref()).collect();
        assert_eq!(anchors, ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2"], "{line}");
        let slips: Vec<_> = found.slips.iter().map(|slip| (slip.kind, &text[slip.range.clone()])).collect();
        assert_eq!(slips, vec![(kind, line); count + 1], "{line}");
        assert_eq!(found.facts.validity[0].start, Some(Start::On(date(2026, 6, 1))), "{line}");
    }
    // Cells of a table that was pasted line by line.
    let text = "Điều 1. Mức chi\n\nXã Một\n\n1\n\nđồng\n\nXã Hai\n\n2\n\nđồng";
    assert_eq!(structure(&plain_blocks(text)).slips, []);
}

#[test]
fn tables_with_tabs_and_torn_sentences_are_told() {
    let text = "Điều 1. Mức chi\nSTT\tNội dung\tMức\n1\tMột\t5\n2\tHai\t6\nĐiều 2. Hai\n\nGiao Ủy ban nhân dân tỉnh,\n\nSở Tài \
                chính thực hiện.";
    let found = structure(&plain_blocks(text));
    let kinds: Vec<_> = found.slips.iter().map(|slip| slip.kind).collect();
    assert_eq!(kinds, [SlipKind::TableOfTabs, SlipKind::TornSentence]);
}

#[test]
fn paragraphs_that_were_joined_are_parted_where_the_numbering_shows_it() {
    for (text, expected) in [
        (
            "Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng 1. Phạm vi điều chỉnh: Một.\n2. Đối tượng áp dụng a) Cơ quan; b) Tổ \
             chức.\nĐiều 2. Hiệu lực",
            &[
                "dieu-1",
                "dieu-1-khoan-1",
                "dieu-1-khoan-2",
                "dieu-1-khoan-2-diem-a",
                "dieu-1-khoan-2-diem-b",
                "dieu-2",
            ] as &[&str],
        ),
        ("Điều 1. Theo Bảng 1. Mức chi\n2. Hai.", &["dieu-1", "dieu-1-khoan-2"]),
        ("Điều 1. Mức chi năm 2025 theo Phụ biểu đính kèm 1. Một.\nĐiều 2. Hai", &["dieu-1", "dieu-2"]),
    ] {
        assert_eq!(roles(text), expected, "{text}");
    }
}

#[test]
fn sections_of_a_tight_annex_are_found() {
    let text = "Điều 1. Ban hành Phụ lục.\nCHỦ TỊCH\nLã Văn Bịa\nPhụ lục I\nDANH MỤC\nI. ĐỐI TƯỢNG\nNội dung\n1. Một.\n2. Hai.\n\
                II. MỨC HỖ TRỢ\n1. Ba.";
    let blocks = [
        Block::paragraph(&text[..text.find("Phụ lục I\n").unwrap()], 0),
        Block::paragraph(&text[text.find("Phụ lục I\n").unwrap()..], text.find("Phụ lục I\n").unwrap()),
    ];
    let found = structure(&blocks);
    let anchors: Vec<_> = found.parts.iter().filter_map(|part| part.anchor.as_deref()).collect();
    let expected = [
        "dieu-1",
        "phu-luc-1",
        "phu-luc-1-muc-1",
        "phu-luc-1-muc-1-khoan-1",
        "phu-luc-1-muc-1-khoan-2",
        "phu-luc-1-muc-2",
        "phu-luc-1-muc-2-khoan-1",
    ];
    assert_eq!(anchors, expected);
    assert_eq!(found.problems, []);
}

#[test]
fn clauses_may_have_brackets() {
    assert_eq!(
        roles("Điều 1. Một\n1) Hai:\na) Ba;\n2) Bốn.\nĐiều 2. Năm\n1. Sáu:\n1) Bảy;\n2) Tám.\n2. Chín.")
            .into_iter()
            .filter(|anchor| anchor.starts_with('d'))
            .collect::<Vec<_>>(),
        [
            "dieu-1",
            "dieu-1-khoan-1",
            "dieu-1-khoan-1-diem-a",
            "dieu-1-khoan-2",
            "dieu-2",
            "dieu-2-khoan-1",
            "dieu-2-khoan-2"
        ]
    );
}

/// Roles and anchors, without the words.
fn roles(text: &str) -> Vec<String> {
    let found = structure(&plain_blocks(text));
    found.parts.iter().map(|part| part.anchor.clone().unwrap_or_else(|| format!("{:?}", part.role))).collect()
}
