//! Heads and ends of resolutions, and what they state.

use super::*;

#[test]
fn facts_are_stated_in_the_head_and_at_the_end() {
    let facts = structure(&plain_blocks(WHOLE)).facts;
    let text = |stated: &Option<Stated<String>>| stated.as_ref().map(|stated| stated.value.clone());
    assert_eq!(text(&facts.number).as_deref(), Some("12/2024/NQ-HĐND"));
    assert_eq!(text(&facts.place).as_deref(), Some("Minh Giang"));
    assert_eq!(text(&facts.issuer).as_deref(), Some("HỘI ĐỒNG NHÂN DÂN TỈNH MINH GIANG"));
    assert_eq!(text(&facts.subject).as_deref(), Some("Quy định mức chi cho hoạt động"));
    assert_eq!(text(&facts.signer).as_deref(), Some("Lã Nhật Bách"));
    assert_eq!(text(&facts.signer_role).as_deref(), Some("KT. CHỦ TỊCH PHÓ CHỦ TỊCH"));
    assert_eq!(facts.dated.map(|stated| stated.value), Some(date(2024, 7, 10)));
    assert_eq!(facts.adopted.map(|stated| stated.value), Some(date(2024, 7, 9)));
    assert_eq!(facts.session.map(|stated| stated.value), Some(11));
    assert_eq!(facts.term.map(|stated| stated.value), Some(10));
    assert!(!facts.is_thematic);
}

#[test]
fn sessions_are_named_in_many_ways() {
    for (line, session, term, thematic, own) in [
        ("KHÓA XIV - KỲ HỌP THỨ 14", Some(14), Some(14), false, None),
        ("KHOÁ 16, KỲ HỌP THỨ MƯỜI MỘT", Some(11), Some(16), false, None),
        ("Khóa X, nhiệm kỳ 2021 - 2026, Kỳ họp thứ Ba", Some(3), Some(10), false, None),
        ("KHÓA X - KỲ HỌP THỨ 9 (KỲ HỌP CHUYÊN ĐỀ)", Some(9), Some(10), true, None),
        ("KHÓA X - KỲ HỌP CHUYÊN ĐỀ LẦN THỨ 7", None, Some(10), true, Some(7)),
        ("KHÓA X - KỲ HỌP BẤT THƯỜNG LẦN THỨ HAI", None, Some(10), true, Some(2)),
        ("KHÓA X - KỲ HỌ\nP THỨ 11", Some(11), Some(10), false, None),
    ] {
        let text = format!("NGHỊ QUYẾT\nVề phí\nHỘI ĐỒNG NHÂN DÂN TỈNH A\n{line}\nCăn cứ Luật A;");
        for text in [text.clone(), decomposed(&text)] {
            let facts = structure(&plain_blocks(&text)).facts;
            assert_eq!(facts.session.map(|stated| stated.value), session, "{line}");
            assert_eq!(facts.term.map(|stated| stated.value), term, "{line}");
            assert_eq!(facts.is_thematic, thematic, "{line}");
            assert_eq!(facts.thematic_number.map(|stated| stated.value), own, "{line}");
        }
    }
}

#[test]
fn heads_on_one_line_are_parted() {
    check(
        "NGHỊ QUYẾT Về nhiệm vụ năm 2023 HỘI ĐỒNG NHÂN DÂN TỈNH A KHÓA XIV - KỲ HỌP THỨ 14 Căn cứ Luật B; Xét C. \
         QUYẾT NGHỊ: Điều 1. Một. Điều 2. Hai. Nghị quyết này đã được HĐND tỉnh thông qua ngày 12/7/2023./.",
        "
Title - NGHỊ QUYẾT
Subject - Về nhiệm vụ năm 2023
Council - HỘI ĐỒNG NHÂN DÂN TỈNH A
Session - KHÓA XIV - KỲ HỌP THỨ 14
Basis can-cu Căn cứ Luật B;
Consideration - Xét C.
Enacting - QUYẾT NGHỊ:
Article dieu-1 Điều 1. Một.
Article dieu-2 Điều 2. Hai.
Adoption - Nghị quyết này đã được H
",
    );
}

#[test]
fn enacting_words_since_2025_are_a_sentence() {
    check(
        "Căn cứ Luật A;\nHội đồng nhân dân tỉnh ban hành Nghị quyết quy định mức chi.\nĐiều 1. Một",
        "
Basis can-cu Căn cứ Luật A;
Enacting - Hội đồng nhân dân tỉnh b
Article dieu-1 Điều 1. Một
",
    );
}

#[test]
fn running_text_about_a_session_is_no_head() {
    check(
        "Kỳ họp thứ 22 là kỳ họp chuyên đề.\nHội đồng họp.",
        "
Text - Kỳ họp thứ 22 là kỳ họp
Text - Hội đồng họp.
",
    );
}

#[test]
fn a_title_may_end_with_the_last_word_of_a_compound() {
    for title in ["Chi trả qua tài khoản", "Thời gian và địa điểm", "Quảng bá điểm đến"]
    {
        let text = format!("Điều 1. {title}\n\n1. Một.\n\n2. Hai.\n");
        let blocks = plain_blocks(&text);
        let structure = structure(&blocks);
        assert_eq!(structure.problems, [], "{title}");
        assert_eq!(structure.parts[1].anchor.as_deref(), Some("dieu-1-khoan-1"), "{title}");
    }
    let text = "Điều 1. Theo quy định tại điểm\na) khoản 2 Điều 5.\n";
    assert_eq!(structure(&plain_blocks(text)).parts.len(), 1);
}

#[test]
fn the_adoption_formula_may_run_over_lines() {
    for formula in [
        "Nghị quyết này đã được Hội đồng nhân dân tỉnh A khóa VIII, kỳ họp thứ 12\nthông qua ngày 19 tháng 5 năm 2025./.",
        "Nghị quyết này đã được Hội đồng nhân dân tỉnh\n\nBình An khóa\n\nVIII, kỳ họp\nthứ 12 thông qua ngày 19\n\n\
         tháng 5 năm 2025",
        "NGHỊ QUYẾT NÀY ĐÃ ĐƯỢC HỘI ĐỒNG NHÂN DÂN TỈNH A\nKHÓA VIII, KỲ HỌP THỨ 12\nTHÔNG QUA NGÀY 19 THÁNG 5 NĂM 2025./.",
    ] {
        let text = format!("Điều 1. Một\n\nHai.\n\n{formula}\n\nCHỦ TỊCH\n\nLã Văn Bịa");
        let found = structure(&plain_blocks(&text));
        let facts = &found.facts;
        assert_eq!(facts.adopted.as_ref().map(|stated| stated.value), Some(date(2025, 5, 19)), "{formula}");
        assert_eq!(facts.session.as_ref().map(|stated| stated.value), Some(12), "{formula}");
        assert_eq!(facts.term.as_ref().map(|stated| stated.value), Some(8), "{formula}");
        assert_eq!(
            facts.signer.as_ref().map(|stated| stated.value.as_str()),
            Some("Lã Văn Bịa"),
            "{formula}"
        );
    }
}

#[test]
fn special_sessions_are_named_in_the_formula() {
    use crate::legal::SpecialSession::{Extraordinary, Thematic, Unscheduled};
    for (words, kind, number) in [
        ("khóa X, kỳ họp chuyên đề lần thứ 28", Thematic, Some(28)),
        ("Khóa X, Kỳ họp chuyên đề thứ Ba", Thematic, Some(3)),
        ("kỳ họp bất thường lần thứ nhất, khoá X, nhiệm kỳ 2021 - 2026", Extraordinary, Some(1)),
        ("nhiệm kỳ 2021-2026, khóa X tại Kỳ họp không thường lệ lần thứ mười hai", Unscheduled, Some(12)),
        ("khóa X, kỳ họp bất thường năm 2025", Extraordinary, None),
    ] {
        let text = format!(
            "Điều 1. Một\nHai.\nNghị quyết này đã được Hội đồng nhân dân tỉnh A {words} thông qua ngày 20/5/2025./."
        );
        let facts = structure(&plain_blocks(&text)).facts;
        assert_eq!(facts.thematic_number.map(|stated| stated.value), number, "{words}");
        assert_eq!(facts.special_kind, number.map(|_| kind), "{words}");
        assert_eq!((facts.session, facts.is_thematic), (None, true), "{words}");
        assert_eq!(facts.term.map(|stated| stated.value), Some(10), "{words}");
    }
}

#[test]
fn places_have_many_names() {
    for place in [
        "Bình An",
        "Thành phố Bình An",
        "TP. Bình An",
        "TP.Bình An",
        "BÌNH AN",
        "Lăng Cô - Bình An",
        "xã An Bình",
    ] {
        let text = format!(
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH A\nSố: 1/NQ-HĐND\n{place}, ngày 20 tháng 5 năm 2025\nNGHỊ QUYẾT\nVề phí\nĐiều 1. A"
        );
        let facts = structure(&plain_blocks(&text)).facts;
        assert_eq!(facts.dated.map(|stated| stated.value), Some(date(2025, 5, 20)), "{place}");
        assert_eq!(facts.place.map(|stated| stated.value).as_deref(), Some(place), "{place}");
    }
}

#[test]
fn two_columns_at_the_end_are_parted() {
    check(
        "Điều 1. Một.\nNơi nhận:\tTM. HỘI ĐỒNG NHÂN DÂN\n- Như Điều 1;\tCHỦ TỊCH\n- Lưu: VT.\nCHỦ TỊCH Lã Nhật Bách",
        "
Article dieu-1 Điều 1. Một.
Recipients - Nơi nhận:
SignerRole - TM. HỘI ĐỒNG NHÂN DÂN
Recipient - - Như Điều 1;
SignerRole - CHỦ TỊCH
Recipient - - Lưu: VT.
SignerRole - CHỦ TỊCH
SignerName - Lã Nhật Bách
",
    );
}

#[test]
fn single_line_ends_part_a_title_from_its_text() {
    let text = "Điều 1. Mức chi\nMức chi là 5 đồng.\nĐiều 2. Hiệu lực thi hành\nBãi bỏ Nghị quyết số 1/2020/NQ-HĐND.";
    let block = [Block::paragraph(text, 0)];
    let found = structure(&block);
    let roles: Vec<_> = found.parts.iter().map(|part| part.role).collect();
    assert_eq!(roles, [Role::Article, Role::Text, Role::Article, Role::Text]);
    // An editor's program broke the line: the name goes on with a capital.
    let text = "Điều 1. Giao Ủy ban nhân dân tỉnh, các Ban của Hội đồng nhân dân tỉnh\nBình An tổ chức thực hiện Nghị quyết này \
                theo quy định của pháp luật.";
    assert_eq!(structure(&[Block::paragraph(text, 0)]).parts.len(), 1);
}
