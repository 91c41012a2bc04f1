//! Quotations of new wording, with their marks and without.

use super::*;

#[test]
fn quoted_wordings_are_no_structure() {
    for quotes in [("“", "”"), ("\"", "\""), ("«", "»")] {
        let (open, close) = quotes;
        let text = format!(
            "Điều 1. Sửa đổi Nghị quyết số 1/NQ-HĐND như sau:\n1. Sửa đổi Điều 6 như sau:\n{open}Điều 6. Mới\n1. Một.\n\
             2. Hai.{close}.\n2. Sửa đổi khoản 1 như sau: {open}1. Ba. 2. Bốn.{close}\nĐiều 2. Hết"
        );
        check(
            &text,
            &format!(
                "
Article dieu-1 Điều 1. Sửa đổi Nghị quy
 Clause dieu-1-khoan-1 1. Sửa đổi Điều 6 như sa
  Quoted - {open}Điều 6. Mới
  Quoted - 1. Một.
  Quoted - 2. Hai.{close}.
 Clause dieu-1-khoan-2 2. Sửa đổi khoản 1 như s
Article dieu-2 Điều 2. Hết
"
            ),
        );
    }
}

#[test]
fn a_quotation_that_is_never_closed_ends_where_the_numbering_goes_on() {
    check(
        "Điều 1. Sửa đổi như sau:\n“Điều 6. Mới\n1. Một.\nĐiều 7. Cũ\nĐiều 2. Hiệu lực\n1. Hai.",
        "
Article dieu-1 Điều 1. Sửa đổi như sau:
 Quoted - “Điều 6. Mới
 Quoted - 1. Một.
 Quoted - Điều 7. Cũ
Article dieu-2 Điều 2. Hiệu lực
 Clause dieu-2-khoan-1 1. Hai.
",
    );
}

#[test]
fn a_quotation_whose_opening_mark_is_lost_is_none_of_the_structure() {
    check(
        "Điều 1. Sửa đổi Điều 6 như sau:\nĐiều 6. Mới\n1. Một.”\nĐiều 2. Hết",
        "
Article dieu-1 Điều 1. Sửa đổi Điều 6 n
 Quoted - Điều 6. Mới
 Quoted - 1. Một.”
Article dieu-2 Điều 2. Hết
",
    );
}

#[test]
fn a_lost_closing_mark_harms_its_own_clause_only() {
    check(
        "Điều 1. Sửa đổi như sau:\n1. Sửa đổi Điều 6 như sau:\n“Điều 6. Mới\nmột.\n2. Sửa đổi Điều 7 như sau:\n\
         “Điều 7. Mới”.\n3. Bãi bỏ Điều 8.",
        "
Article dieu-1 Điều 1. Sửa đổi như sau:
 Clause dieu-1-khoan-1 1. Sửa đổi Điều 6 như sa
  Quoted - “Điều 6. Mới
  Quoted - một.
 Clause dieu-1-khoan-2 2. Sửa đổi Điều 7 như sa
  Quoted - “Điều 7. Mới”.
 Clause dieu-1-khoan-3 3. Bãi bỏ Điều 8.
",
    );
}

#[test]
fn a_forgotten_mark_is_told_and_harms_nothing_behind() {
    for (closing, slips) in [
        // A stray mark at the end of another article.
        ("2. Bãi bỏ quy định “Tiêu chí 4” tại Điều 4”.", 1),
        ("2. Bãi bỏ cụm từ “thị trấn” tại Điều 4.", 1),
    ] {
        let text = format!(
            "Điều 1. Sửa đổi khoản 2 Điều 12 của Nghị quyết số 5/2021/NQ-HĐND như sau:\n“2. Tỷ lệ vốn:\na) Một;\nb) Hai.\n\
             Điều 2. Thay thế một số cụm từ\n1. Thay thế cụm từ “huyện” bằng cụm từ “xã” tại khoản 1 Điều 2.\n{closing}\n\
             Điều 3. Hiệu lực"
        );
        let found = structure(&plain_blocks(&text));
        let anchors: Vec<_> = found.parts.iter().filter_map(|part| part.anchor.as_deref()).collect();
        assert_eq!(
            anchors,
            ["dieu-1", "dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2", "dieu-3"],
            "{}",
            outline(&text)
        );
        assert_eq!((found.slips.len(), found.problems.len()), (slips, 0), "{closing}");
        assert_eq!(&text[found.slips[0].range.clone()], "“");
    }
}

#[test]
fn marks_before_each_paragraph_and_straight_marks_are_one_quotation() {
    for text in [
        "Điều 1. Sửa đổi Điều 6 như sau:\n“Điều 6. Mới\n“1. Một.\n“2. Hai.”\nĐiều 2. Hết",
        "Điều 1. Sửa đổi Điều 6 như sau:\n\"Điều 6. Mới\n1. Một.\n2. Hai.\"\nĐiều 2. Hết",
        "Điều 1. Sửa đổi Điều 1 và Điều 2 như sau:\n“Điều 1. Mới\nMột.\nĐiều 2. Mới\n2. Hai.”\nĐiều 2. Hết",
    ] {
        let anchors: Vec<_> = roles(text).into_iter().filter(|anchor| anchor.starts_with('d')).collect();
        assert_eq!(anchors, ["dieu-1", "dieu-2"], "{text}");
        assert_eq!(structure(&plain_blocks(text)).slips, [], "{text}");
    }
}

#[test]
fn a_wording_without_marks_is_known_by_its_label() {
    for (text, expected) in [
        (
            "Điều 1. Sửa đổi Nghị quyết số 1/NQ-HĐND\n1. Sửa đổi điểm đ khoản 7 Điều 2 như sau:\nđ) Trạm y tế;\n2. Sửa đổi \
             điểm a, c khoản 1 Điều 3 như sau:\na) Ưu tiên.\nc) Phân bổ.\n3. Bãi bỏ Điều 8.\nĐiều 2. Hết",
            &[
                "dieu-1",
                "dieu-1-khoan-1",
                "Quoted",
                "dieu-1-khoan-2",
                "Quoted",
                "Quoted",
                "dieu-1-khoan-3",
                "dieu-2",
            ] as &[&str],
        ),
        (
            "Điều 1. Sửa đổi Nghị quyết số 1/NQ-HĐND\n1. Sửa đổi khoản 2, khoản 3 Điều 5 như sau:\n2. Mới.\n3. Mới.\n2. \
             Bãi bỏ Điều 7.",
            &["dieu-1", "dieu-1-khoan-1", "Quoted", "Quoted", "dieu-1-khoan-2"],
        ),
        (
            "Điều 1. Sửa đổi Nghị quyết số 1/NQ-HĐND\n1. Sửa đổi Điều 6 như sau:\nĐiều 6. Mới\n1. Một.\n2. Hai.\n2. Bãi \
             bỏ Điều 7.\nĐiều 2. Hiệu lực",
            &["dieu-1", "dieu-1-khoan-1", "Quoted", "Quoted", "Quoted", "dieu-1-khoan-2", "dieu-2"],
        ),
        (
            "Điều 1. Sửa đổi Điều 2 của Nghị quyết số 1/NQ-HĐND như sau:\nĐiều 2. Mức chi\nMột.\nĐiều 2. Hiệu lực",
            &["dieu-1", "Quoted", "Quoted", "dieu-2"],
        ),
        (
            "Điều 1. Sửa đổi, bổ sung khoản 1 và khoản 2 Điều 3 như sau:\n1. Khoản 1 được sửa đổi như sau: “1. A.”\n2. Bãi \
             bỏ khoản 2.",
            &["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2"],
        ),
        (
            "Điều 1. Quy định mức chi như sau:\n1. Một.\n2. Hai.\nĐiều 2. Hết",
            &["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2"],
        ),
    ] {
        assert_eq!(roles(text), expected, "{text}");
    }
}
