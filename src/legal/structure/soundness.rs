//! Whatever the text: nothing panics, ranges are sound, and the Unicode form does not count.

use super::*;
use icu_normalizer::DecomposingNormalizerBorrowed;
use jiff::civil::date;
use proptest::prelude::*;

fn decomposed(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
}

/// Precomposed vowels with combining tones, as Windows writes them, in every other word.
fn mixed(text: &str) -> String {
    let words = text.split_inclusive(' ').enumerate();
    words.map(|(at, word)| if at % 2 == 0 { decomposed(word) } else { word.to_owned() }).collect()
}

/// The real text is not part of the repository; it is read where `CONGBAO_ORIGINALS` says.
#[test]
#[expect(clippy::disallowed_methods, reason = "a real text outside the repository")]
fn the_real_resolution_is_recognised_whole() {
    let Ok(folder) = std::env::var("CONGBAO_ORIGINALS") else { return };
    let text = std::fs::read_to_string(format!("{folder}/003_8f07e00dd8583e0d.txt")).unwrap();
    for text in [text.clone(), decomposed(&text), mixed(&text)] {
        let found = structure(&plain_blocks(&text));
        let anchors: Vec<_> = found.parts.iter().filter_map(|part| part.anchor.as_deref()).collect();
        let mut expected = vec!["can-cu".to_owned(), "dieu-1".to_owned()];
        expected.extend((1..=10).map(|clause| format!("dieu-1-khoan-{clause}")));
        expected.extend(["dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2"].map(str::to_owned));
        assert_eq!(anchors, expected);
        assert!(found.problems.is_empty());
        let facts = found.facts;
        assert_eq!(facts.session.unwrap().value, 14);
        assert_eq!(facts.term.unwrap().value, 14);
        assert_eq!(facts.adopted.unwrap().value, date(2023, 7, 12));
        assert_eq!(facts.signer.unwrap().value, "Nguyễn Xuân Ký");
        assert_eq!(facts.signer_role.unwrap().value, "CHỦ TỊCH");
        assert_eq!(facts.issuer.unwrap().value, "HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG NINH");
        assert_eq!(facts.validity[0].start, Some(Start::From(Base::Adoption)));
        assert_eq!(found.parts.iter().filter(|part| part.role == Role::Recipient).count(), 12);
    }
}

/// Ranges lie in the text, in order, on character borders; parents come before; anchors are unique.
fn assert_sound(text: &str, structure: &Structure) {
    let mut at = 0;
    let mut anchors = std::collections::BTreeSet::new();
    for (index, part) in structure.parts.iter().enumerate() {
        assert!(part.text.start >= at, "{text:?} {part:?}");
        assert!(
            text.get(part.text.clone()).is_some() && text.get(part.label.clone()).is_some(),
            "{text:?} {part:?}"
        );
        assert!(part.end >= part.text.end && part.end <= text.len());
        assert!(part.parent.is_none_or(|parent| parent < index && structure.parts[parent].end >= part.end));
        if let Some(anchor) = &part.anchor {
            assert!(anchors.insert(anchor.clone()), "{anchor} twice in {text:?}");
        }
        at = part.text.end;
    }
    for range in &structure.quotations {
        assert!(text.get(range.clone()).is_some(), "{text:?}");
    }
    let words: String = structure.parts.iter().map(|part| &text[part.text.clone()]).collect();
    let count = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
    assert_eq!(count(&words), count(text), "{text:?}\n{words:?}");
}

/// Pieces that structure is made of, to be put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Điều 1. ",
        "Điều 2. ",
        "Điều 3a: ",
        "ĐIỀU 4",
        "1. ",
        "2. ",
        "3. ",
        "2.1. ",
        "a) ",
        "b) ",
        "đ) ",
        "- ",
        "+ ",
        "Chương I",
        "Mục 1. ",
        "Phần thứ hai",
        "PHỤ LỤC I",
        "PHỤ LỤC",
        "QUY ĐỊNH",
        "(Ban hành kèm theo Nghị quyết)",
        "“",
        "”",
        "\"",
        "như sau:",
        "như sau: “",
        "Căn cứ ",
        "Xét ",
        "QUYẾT NGHỊ:",
        "NGHỊ QUYẾT",
        "Nơi nhận:",
        "CHỦ TỊCH",
        "Nguyễn Văn A",
        "HỘI ĐỒNG NHÂN DÂN",
        "KHÓA X - KỲ HỌP THỨ 3",
        "Số: 1/NQ-HĐND",
        "A, ngày 1/2/2023",
        "Nghị quyết này đã được HĐND thông qua ngày 1/2/2023",
        "có hiệu lực từ ngày thông qua",
        "\n",
        "\n",
        "\n",
        "; ",
        ". ",
        ": ",
        "\u{a0}",
        "\t",
        "chữ ",
        "Chữ ",
        "**",
        "sửa đổi ",
        "bãi bỏ ",
        "Nghị quyết số 1/NQ-HĐND ",
        "thay thế ",
        "hết hiệu lực ",
        "I. ",
        "II. ",
        "Nghị quyết này ",
        "được ",
        "bởi ",
        "và ",
        "khoản 2 Điều 5 ",
        "🙂",
        "e\u{301}",
        "\u{200b}",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Hội đồng nhân dân ban hành Nghị quyết",
        "cụm từ ",
        "Luật Đất đai ",
        "năm 2024",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_a_sound_structure(text in pieces()) {
        let blocks = plain_blocks(&text);
        let found = structure(&blocks);
        assert_sound(&text, &found);
        for found in crate::legal::instruction::instructions(&blocks, &found).found {
            prop_assert!(text.get(found.sentence).is_some());
            prop_assert!(text.get(found.target).is_some());
            prop_assert!(found.provision_range.is_none_or(|range| text.get(range).is_some()));
        }
        let whole = structure(&[Block::paragraph(&text, 0)]);
        assert_sound(&text, &whole);
    }

    #[test]
    fn any_characters_are_read(text in "\\PC{0,60}") {
        let blocks = plain_blocks(&text);
        assert_sound(&text, &structure(&blocks));
    }

    #[test]
    fn any_form_gives_the_same(text in pieces()) {
        assert_same_in_any_form(&text);
    }
}

/// Panics where a text means something else with its marks written apart.
fn assert_same_in_any_form(text: &str) {
    let outline = |text: &str| -> Vec<_> {
        let found = structure(&plain_blocks(text));
        found.parts.into_iter().map(|part| (part.role, part.number, part.anchor, part.parent)).collect()
    };
    let composed = crate::text::nfc(text).into_owned();
    assert_eq!(outline(&decomposed(&composed)), outline(&composed));
    assert_eq!(outline(&mixed(&composed)), outline(&composed));
    let instructions = |text: &str| -> Vec<_> {
        let blocks = plain_blocks(text);
        let found = crate::legal::instruction::instructions(&blocks, &structure(&blocks));
        found
            .found
            .into_iter()
            .map(|found| (found.action, found.extent, found.from, found.provisions))
            .collect()
    };
    assert_eq!(instructions(&decomposed(&composed)), instructions(&composed));
}

#[test]
fn a_word_with_a_tone_is_no_numeral_in_any_form() {
    assert_same_in_any_form("Điều 1. Sửa đổi\n\nsửa đổi Số: 1/NQ-HĐNDKHÓA X - KỲ HỌP THỨ 3Số: 1/NQ-HĐND\n");
    assert_same_in_any_form("sửa đổi Số: 1/NQ-HĐNDKHÓA X - KỲ HỌP THỨ 3Số: 1/NQ-HĐND");
}
