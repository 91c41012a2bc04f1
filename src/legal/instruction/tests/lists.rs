//! Lists of documents below their verb, in annexes and in tables.

use super::*;

#[test]
fn lists_behind_a_colon_are_read() {
    let text = "Điều 1. Các Nghị quyết của Hội đồng nhân dân tỉnh sau đây hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực \
                thi hành: số 1/2020/NQ-HĐND ngày 08 tháng 7 năm 2020 về phí; số 2/2021/NQ-HĐND ngày 09 tháng 12 năm 2021 sửa \
                đổi, bổ sung một số điều của Nghị quyết số 1/2020/NQ-HĐND.";
    let expected = [
        "this Ends 1/2020/NQ-HĐND Whole",
        "this Ends 2/2021/NQ-HĐND Whole",
        "2/2021/NQ-HĐND Replace 1/2020/NQ-HĐND Partial",
    ];
    assert_eq!(told(text), expected);
}

#[test]
fn lists_and_details_stand_below_their_verb() {
    let text = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 1/2020/NQ-HĐND như sau:\n\
                1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n\
                “2. Bãi bỏ Nghị quyết số 9/NQ-HĐND.”.\n\
                2. Điểm a khoản 1 Điều 6 được sửa đổi như sau:\n“a) Mới.”.\n\
                3. Bãi bỏ Điều 7.\n\
                4. Thay thế cụm từ “a” bằng cụm từ “b” tại Điều 8.\n\
                Điều 2. Bãi bỏ các Nghị quyết sau đây:\n\
                1. Nghị quyết số 3/NQ-HĐND ngày 01/02/2019 về việc phê duyệt đề án.\n\
                2. Khoản 1 Điều 4 Nghị quyết số 4/NQ-HĐND.\n\
                Điều 3. Tổ chức thực hiện\n1. Giao Ủy ban nhân dân tỉnh thực hiện Nghị quyết số 5/NQ-HĐND.";
    assert_eq!(
        told(text),
        [
            "this Replace 1/2020/NQ-HĐND Partial",
            "this Replace 1/2020/NQ-HĐND (khoản 2 Điều 5) Partial",
            "this Replace 1/2020/NQ-HĐND (Điểm a khoản 1 Điều 6) Partial",
            "this Delete 1/2020/NQ-HĐND (Điều 7) Partial",
            "this ReplaceWords 1/2020/NQ-HĐND (Điều 8) Partial",
            "this Repeals 3/NQ-HĐND Whole",
            "this Delete 4/NQ-HĐND (Khoản 1 Điều 4) Partial",
        ]
    );
}

#[test]
fn a_list_may_stand_below_its_verb_at_the_end() {
    let text = "Điều 4. Hiệu lực\n1. Kể từ ngày Nghị quyết này có hiệu lực thi hành, các Nghị quyết sau đây hết hiệu lực:\n\
                a) Nghị quyết số 1/NQ-HĐND về phí;\nb) Nghị quyết số 2/NQ-HĐND;\n- Nghị quyết số 3/NQ-HĐND.\n\
                2. Thực hiện Nghị quyết số 4/NQ-HĐND.";
    let expected = ["this Ends 1/NQ-HĐND Whole", "this Ends 2/NQ-HĐND Whole", "this Ends 3/NQ-HĐND Whole"];
    assert_eq!(told(text), expected);
}

#[test]
fn documents_may_stand_in_an_annex() {
    let text = "Điều 1. Bãi bỏ các Nghị quyết tại Phụ lục II ban hành kèm theo Nghị quyết này.\nPhụ lục I\nDANH MỤC KHÁC\n\
                1. Nghị quyết số 3/NQ-HĐND.\nPhụ lục II\nDANH MỤC BÃI BỎ\n1. Nghị quyết số 1/NQ-HĐND.\n2. Nghị quyết số 2/NQ-HĐND.";
    assert_eq!(told(text), ["this Repeals 1/NQ-HĐND Whole", "this Repeals 2/NQ-HĐND Whole"]);
    let text = "Điều 1. Bãi bỏ 12 nghị quyết của Hội đồng nhân dân tỉnh (có danh mục kèm theo).";
    let blocks = plain_blocks(text);
    assert_eq!(instructions(&blocks, &structure(&blocks)).unread_lists.len(), 1);
}

#[test]
fn lists_may_stand_in_several_annexes() {
    let text = "Điều 1. Bãi bỏ toàn bộ các Nghị quyết nêu tại Phụ lục I; bãi bỏ một phần các Nghị quyết nêu tại Phụ lục II ban \
                hành kèm theo Nghị quyết này.";
    let blocks = plain_blocks(text);
    let lists = instructions(&blocks, &structure(&blocks)).unread_lists;
    let told: Vec<_> = lists.iter().map(|list| (list.annex.as_deref(), list.extent)).collect();
    assert_eq!(told, [(Some("1"), Extent::Whole), (Some("2"), Extent::Partial)]);
}

#[test]
fn cells_name_what_is_done_to_the_document_of_their_row() {
    for (cell, expected) in [
        ("Khoản 2 Điều 3", &["khoản 2 Điều 3"][..]),
        ("Bãi bỏ điểm a khoản 1 Điều 2; Điều 4", &["điểm a khoản 1 Điều 2", "Điều 4"]),
        ("Nội dung tại Điều 5", &["Điều 5"]),
        ("Khoản 2 Điều 3: nâng mức chi lên 10 triệu đồng", &["khoản 2 Điều 3"]),
        ("Không còn phù hợp với khoản 2 Điều 5 Luật Đất đai năm 2024", &[]),
        ("Đã quy định tại Điều 3 Nghị quyết này", &[]),
        ("Bãi bỏ toàn bộ", &[]),
    ] {
        let found = provisions_of_cell(cell);
        let words: Vec<&str> = found.iter().map(|provision| provision.words.as_str()).collect();
        assert_eq!(words, expected, "{cell}");
    }
}

#[test]
fn what_one_item_says_is_not_said_of_the_next() {
    let a = "Nghị quyết số 1/2021/NQ-HĐND";
    let b = "Nghị quyết số 2/2022/NQ-HĐND";
    for (list, extents) in [
        (format!("- {a} (đã hết hiệu lực);\n- {b}."), [Extent::Whole, Extent::Whole]),
        (
            format!("- {a}, hết hiệu lực từ ngày 01 tháng 01 năm 2026;\n- {b}."),
            [Extent::Whole, Extent::Whole],
        ),
        (format!("a) Toàn bộ:\n- {a};\nb) Một phần:\n- {b}."), [Extent::Whole, Extent::Partial]),
    ] {
        let text = format!("Điều 1. Nội dung\nBãi bỏ các nghị quyết sau:\n{list}");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        for (number, extent) in ["1/2021", "2/2022"].into_iter().zip(extents) {
            let acts = found.iter().filter(|one| text[one.target.clone()].contains(number));
            let meant: Vec<Extent> = acts.map(|one| one.extent).collect();
            assert!(!meant.is_empty() && meant.iter().all(|own| *own == extent), "{text}: {found:?}");
        }
    }
}

/// Words before a document, with whether a part of it is meant.
const LEADS: [(&str, bool); 16] = [
    ("", false),
    ("toàn bộ ", false),
    ("toàn bộ nội dung ", false),
    ("Quy định ban hành kèm theo ", false),
    ("một phần ", true),
    ("một số nội dung của ", true),
    ("một số điều, khoản của ", true),
    ("các quy định tại ", true),
    ("khoản 1, khoản 2 Điều 3 và Điều 4 của ", true),
    ("các nội dung tại khoản 2 Điều 3 ", true),
    ("quy định về mức chi tại ", true),
    ("phần quy định về lệ phí tại ", true),
    ("những nội dung về phí của ", true),
    ("Phụ lục II ban hành kèm theo ", true),
    ("cụm từ “hộ nghèo” tại Điều 3 ", true),
    ("Điều 3, Điều 4 (trừ khoản 1) ", true),
];

#[test]
fn each_document_of_a_list_is_told_of_and_no_part_is_taken_for_the_whole() {
    const FORMS: [&str; 8] = [
        "Bãi bỏ {L}.",
        "Nghị quyết này thay thế {L}.",
        "Nghị quyết này có hiệu lực từ ngày 20 tháng 12 năm 2025 và thay thế {L}.",
        "{L} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
        "Kể từ ngày Nghị quyết này có hiệu lực, {L} hết hiệu lực thi hành.",
        "{L} được bãi bỏ.",
        "Ngưng hiệu lực {L} từ ngày 01/01/2026 đến hết ngày 30/6/2027.",
        "Bãi bỏ:\n- {L}.",
    ];
    const TITLES: [&str; 3] = [
        "",
        " quy định một số chính sách hỗ trợ phát triển nông nghiệp, nông thôn giai đoạn 2021 - 2025",
        " ban hành Quy định phân cấp quản lý, sử dụng tài sản công",
    ];
    for (number, (first, second)) in LEADS.iter().flat_map(|a| LEADS.iter().map(move |b| (a, b))).enumerate()
    {
        for (form, joint) in FORMS.iter().flat_map(|form| [" và ", ", ", "; "].map(|joint| (form, joint))) {
            let name = |number: usize, title: usize| {
                format!("Nghị quyết số {number}/2021/NQ-HĐND ngày 10 tháng 12 năm 2021{}", TITLES[title % 3])
            };
            let list = format!("{}{}{joint}{}{}", first.0, name(1, number), second.0, name(2, number / 3));
            let text = format!("Điều 1. {}", form.replace("{L}", &list));
            let blocks = plain_blocks(&text);
            let found = instructions(&blocks, &structure(&blocks));
            for (number, is_part) in [("1/2021", first.1), ("2/2021", second.1)] {
                let is_it = |range: &Range<usize>| text[range.clone()].contains(number);
                let acts: Vec<_> = found.found.iter().filter(|one| is_it(&one.target)).collect();
                let is_unread = found.unread_acts.iter().any(|one| is_it(&one.document));
                assert!(!acts.is_empty() || is_unread, "{number} is not told of: {text}");
                let is_whole = |one: &&Instruction| one.certainty.is_sure() && one.extent == Extent::Whole;
                assert!(!is_part || !acts.iter().any(is_whole), "{number} as a whole: {text}");
            }
        }
    }
}

#[test]
fn items_of_a_list_say_what_is_meant_of_their_document() {
    for head in
        ["Bãi bỏ các Nghị quyết sau đây:", "Các văn bản sau hết hiệu lực:", "Nghị quyết này thay thế:"]
    {
        for (item, meant) in [
            ("{A};", vec![Extent::Whole]),
            ("(1) {A};", vec![Extent::Whole]),
            ("- Toàn bộ {A};", vec![Extent::Whole]),
            ("- Một phần {A};", vec![Extent::Partial]),
            ("a) Một số điều, khoản của {A};", vec![Extent::Partial]),
            ("Khoản 2 Điều 3 {A};", vec![Extent::Partial]),
            ("- Quy định về phí tại khoản 1 Điều 3 {A};", vec![Extent::Partial]),
            ("(1) Nội dung về mức chi tại {A};", vec![Extent::Partial]),
            ("Cụm từ “hộ nghèo” tại Điều 3 {A};", vec![Extent::Partial]),
            ("- {A} (một phần);", vec![Extent::Partial]),
            ("{A}.", vec![Extent::Whole]),
            // What may not end with the others.
            ("a) {A} vẫn có hiệu lực thi hành;", vec![]),
            ("- {A} do Ủy ban nhân dân tỉnh rà soát, trình sau;", vec![]),
            // A paragraph that is none of the list.
            ("Ủy ban nhân dân tỉnh thực hiện {A}.", vec![]),
        ] {
            let text = format!("Điều 1. Nội dung\n{head}\n{item}\n{}", item.replace("{A}", "{B}"))
                .replace("{A}", "Nghị quyết số 1/2021/NQ-HĐND về phí")
                .replace("{B}", "Nghị quyết số 2/2022/NQ-HĐND về lệ phí");
            let blocks = plain_blocks(&text);
            let found = instructions(&blocks, &structure(&blocks));
            let sure = found.found.iter().filter(|one| one.certainty.is_sure());
            let extents: Vec<Extent> = sure.map(|one| one.extent).collect();
            assert_eq!(extents, meant.repeat(2), "{text}: {:?}", found.found);
            let names_one = !item.starts_with("Ủy ban");
            assert_eq!(found.unread_lists.is_empty(), names_one, "{text}");
        }
    }
}

#[test]
fn provisions_below_a_document_of_a_list_are_those_of_that_document() {
    const TITLES: [&str; 5] = [
        "quy định mức thu phí",
        "ban hành Quy định về tạm dừng, chấm dứt và thay thế các dự án",
        "sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo Nghị quyết số 9/2014/NQ-HĐND về phí",
        "về chính sách theo Nghị định số 116/2016/NĐ-CP; chế độ công tác phí",
        "về việc bãi bỏ một số quy định và quy định mức chi",
    ];
    for head in ["Bãi bỏ các quy định sau:", "Bãi bỏ:", "Các quy định sau hết hiệu lực:"]
    {
        for item in ["{N}:", "Tại {N}:", "{N}, gồm:", "Đối với {N}:", "Trong {N}, bãi bỏ:"] {
            for title in TITLES {
                let name = |number: u8| {
                    let document = format!("Nghị quyết số {number}/2021/NQ-HĐND {title}");
                    item.replace("{N}", &document)
                };
                let text = format!(
                    "Điều 1. Nội dung\n{head}\n1. {}\na) Điều 2;\nb) Khoản 1 Điều 3.\n2. {}\na) Điều 4.",
                    name(1),
                    name(2)
                );
                let blocks = plain_blocks(&text);
                let found = instructions(&blocks, &structure(&blocks)).found;
                let said = found.iter().filter(|one| one.agent == Agent::This && !one.is_summary);
                let said: Vec<(&str, &str)> = said
                    .flat_map(|one| {
                        one.provisions.iter().map(|place| (number(&text[one.target.clone()]), &*place.words))
                    })
                    .collect();
                let expected = [
                    ("1/2021/NQ-HĐND", "Điều 2"),
                    ("1/2021/NQ-HĐND", "khoản 1 Điều 3"),
                    ("2/2021/NQ-HĐND", "Điều 4"),
                ];
                assert_eq!(said, expected, "{text}: {found:?}");
                assert!(!found.iter().any(Instruction::ends_surely), "{text}");
            }
        }
    }
}

#[test]
fn a_remark_between_items_ends_no_list() {
    for (item, remark) in [("- ", "Lý do: không còn phù hợp."), ("(1) ", "Lý do: đã có quy định mới.")]
    {
        let list =
            [1, 2, 3].map(|number| format!("{item}Nghị quyết số {number}/NQ-HĐND;\n{remark}")).join("\n");
        let text = format!("Điều 1. Nội dung\nBãi bỏ các nghị quyết sau:\n{list}");
        let expected = [1, 2, 3].map(|number| format!("this Repeals {number}/NQ-HĐND Whole"));
        assert_eq!(told(&text), expected, "{text}");
    }
}

#[test]
fn what_is_described_of_a_further_document_may_stand_in_the_title_before_it() {
    let text = "Điều 1. Bãi bỏ Nghị quyết số 1/NQ-HĐND về phí và quy định về mức hỗ trợ tại Nghị quyết số 2/NQ-HĐND.";
    let blocks = plain_blocks(text);
    let found = instructions(&blocks, &structure(&blocks)).found;
    let sure: Vec<_> = found.iter().map(|one| (one.certainty.is_sure(), one.extent)).collect();
    assert_eq!(sure, [(true, Extent::Whole), (false, Extent::Partial)]);
}

#[test]
fn a_list_right_below_its_sentence_is_found() {
    for text in [
        "Điều 1. Bãi bỏ các Nghị quyết sau:\n\n- Nghị quyết số 1/2021/NQ-HĐND;\n- Nghị quyết số 2/2022/NQ-HĐND.",
        "Điều 1. Hội đồng nhân dân tỉnh thống nhất về điều chỉnh văn bản hướng dẫn phòng dịch, với các nội dung sau:\n\nA.",
        "Điều 1. Bãi bỏ các Nghị quyết sau:\n\na) Nghị quyết số 1/2021/NQ-HĐND;\n\nb) Nghị quyết số 2/2022/NQ-HĐND.",
    ] {
        let blocks = plain_blocks(text);
        assert_eq!(instructions(&blocks, &structure(&blocks)).unread_lists, [], "{text}");
    }
}
