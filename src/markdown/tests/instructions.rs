//! What the texts of resolutions do to other documents.

use super::*;

#[test]
fn acts_are_joined_with_the_mentions_of_documents() {
    let body = resolution(
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 5/2020/NQ-HĐND ngày 10 tháng 7 năm 2020 như sau:\n\n\
         1. Điểm a khoản 1 Điều 6 được sửa đổi như sau:\n\n“a) Hai, theo khoản 2 Điều 1.”\n\n\
         2. Tại khoản 2 Điều 7, thay thế cụm từ “a” bằng cụm từ “b”.\n\n\
         Điều 2. Thực hiện theo khoản 1 Điều 1. Nghị quyết này thay thế Nghị quyết số 6/2020/NQ-HĐND.\n",
    );
    let told = |at: usize| match &body.mentions[at].found {
        Found::Citation(citation) => match &citation.symbol {
            Some(symbol) => symbol.text.clone(),
            None => citation.provisions.first().map_or("this", |path| path.anchor()).to_owned(),
        },
        Found::Person(_) => String::new(),
    };
    let mentions: Vec<_> = body
        .mentions
        .iter()
        .enumerate()
        .map(|(at, mention)| (told(at), mention.is_quoted, mention.of.map(told)))
        .collect();
    let document = || Some("5/2020/NQ-HĐND".to_owned());
    assert_eq!(
        mentions,
        [
            ("5/2020/NQ-HĐND".to_owned(), false, None),
            ("dieu-1-khoan-2".to_owned(), true, None),
            ("dieu-7-khoan-2".to_owned(), false, document()),
            ("dieu-1-khoan-1".to_owned(), false, None),
            ("this".to_owned(), false, None),
            ("6/2020/NQ-HĐND".to_owned(), false, None),
        ]
    );
    let instructions: Vec<String> = body
        .law
        .iter()
        .flat_map(|law| &law.instructions)
        .map(|act| {
            let path = act.provisions.first().and_then(|provision| provision.path.as_ref());
            let provision = path.map_or("", ProvisionPath::anchor);
            format!(
                "{:?} {} {provision} at {}",
                act.action,
                told(act.target),
                act.place.as_deref().unwrap_or("")
            )
        })
        .collect();
    assert_eq!(
        instructions,
        [
            "Replace 5/2020/NQ-HĐND  at dieu-1",
            "Replace 5/2020/NQ-HĐND dieu-6-khoan-1-diem-a at dieu-1-khoan-1",
            "ReplaceWords 5/2020/NQ-HĐND dieu-7-khoan-2 at dieu-1-khoan-2",
            "Replaces 6/2020/NQ-HĐND  at dieu-2",
        ]
    );
}

#[test]
fn a_table_in_an_annex_is_a_list_of_documents() {
    let text = "Điều 1. Bãi bỏ các Nghị quyết tại Phụ lục II ban hành kèm theo Nghị quyết này.\n\nPhụ lục I\n\n| Số | Tên |\n\
                |---|---|\n| 1 | Nghị quyết số 4/2019/NQ-HĐND |\n\nPhụ lục II\n\n| TT | Số, ký hiệu | Tên |\n|---|---|---|\n\
                | 1 | Nghị quyết số 5/2020/NQ-HĐND | sửa đổi Nghị quyết số 6/2018/NQ-HĐND |\n| 2 | 7/2021/NQ-HĐND | về phí |\n";
    let checked = parse(&source(text), 0, RESOLUTION, &KnownNames::default());
    let law = checked.value.law.unwrap();
    let listed: Vec<String> = law
        .instructions
        .iter()
        .map(|instruction| {
            let target = &checked.value.mentions[instruction.target];
            format!(
                "{:?} {}",
                instruction.action,
                &text[target.span.start as usize..target.span.end as usize]
            )
        })
        .collect();
    assert_eq!(listed, ["Repeals Nghị quyết số 5/2020/NQ-HĐND", "Repeals 7/2021/NQ-HĐND"]);
    assert_eq!(law.unread_lists, []);
    // A list of lines, headed by no `Phụ lục`.
    let articles = "Điều 1. Bãi bỏ các nghị quyết tại Danh mục kèm theo Nghị quyết này.\n\nĐiều 2. Nghị quyết này có hiệu lực \
                    từ ngày 20/7/2024.\n\n";
    let head = "(Kèm theo Nghị quyết số 9/2024/NQ-HĐND ngày 10/7/2024 của Hội đồng nhân dân tỉnh Thử)";
    let lines = "1. Nghị quyết số 5/2020/NQ-HĐND ngày 10/7/2020 sửa đổi Nghị quyết số 6/2018/NQ-HĐND.\n\n2. Nghị quyết số \
                 7/2021/NQ-HĐND ngày 10/7/2021.\n\n";
    let dashes = lines.replace("1. ", "- ").replace("2. ", "- ");
    let bare = lines.replace("1. ", "").replace("2. ", "");
    for (tail, count) in [
        (format!("DANH MỤC CÁC NGHỊ QUYẾT BỊ BÃI BỎ\n\n{head}\n\n{lines}"), 2),
        (format!("DANH MỤC\n\nCác nghị quyết bị bãi bỏ\n\n{head}\n\n{dashes}"), 2),
        (format!("DANH MỤC\n\n{head}\n\n{bare}"), 2),
        // Two lists: nothing tells which of them is meant.
        (format!("DANH MỤC MỘT\n\n{head}\n\n{lines}DANH MỤC HAI\n\n{head}\n\n{lines}"), 0),
        (format!("DANH MỤC NGHỊ QUYẾT CÒN HIỆU LỰC\n\n{head}\n\n{lines}"), 0),
        (format!("DANH MỤC DỰ ÁN\n\n{head}\n\nCăn cứ Nghị quyết số 5/2020/NQ-HĐND.\n\n"), 0),
    ] {
        let text = format!("{articles}{tail}");
        let law = parse(&source(&text), 0, RESOLUTION, &KnownNames::default()).value.law.unwrap();
        let repeals =
            law.instructions.iter().filter(|act| act.action == crate::legal::instruction::Action::Repeals);
        assert_eq!((repeals.count(), law.unread_lists.is_empty()), (count, count > 0), "{tail}");
    }
    let text = "Điều 1. Bãi bỏ 12 nghị quyết của Hội đồng nhân dân tỉnh (có danh mục kèm theo).";
    let law = parse(&source(text), 0, RESOLUTION, &KnownNames::default()).value.law.unwrap();
    assert_eq!(law.unread_lists.len(), 1);
}

#[test]
fn the_heading_of_a_table_says_whether_it_is_the_list_that_is_meant() {
    use crate::legal::instruction::{Certainty, Doubt};
    let table = |number: &str| format!("| STT | Văn bản |\n|---|---|\n| 1 | {number}/2020/NQ-HĐND |\n\n");
    let (one, two) = (table("5"), table("6"));
    let by_list = "Bãi bỏ các Nghị quyết tại danh mục kèm theo.";
    let by_annex = "Bãi bỏ các Nghị quyết tại Phụ lục kèm theo.";
    let unsure = Certainty::Unsure(Doubt::NotUnderstood);
    let read = Certainty::Read;
    for (lead, tail, expected) in [
        (by_list, format!("{one}{two}"), vec![("5", unsure), ("6", unsure)]),
        (by_list, one.clone(), vec![("5", read)]),
        (by_list, format!("Nghị quyết còn hiệu lực\n\n{one}Nghị quyết bãi bỏ\n\n{two}"), vec![("6", read)]),
        (by_list, format!("Nghị quyết tiếp tục áp dụng\n\n{one}"), vec![]),
        (by_list, format!("Nghị quyết không còn hiệu lực\n\n{one}"), vec![("5", read)]),
        (by_list, format!("Nghị quyết còn hiệu lực và hết hiệu lực\n\n{one}"), vec![("5", unsure)]),
        (
            "Tiếp tục áp dụng các Nghị quyết tại danh mục kèm theo.",
            format!("Nghị quyết còn hiệu lực\n\n{one}Nghị quyết bãi bỏ\n\n{two}"),
            vec![("5", read)],
        ),
        (
            by_annex,
            format!("PHỤ LỤC I\n\nDANH MỤC TIẾP TỤC ÁP DỤNG\n\n{one}PHỤ LỤC II\n\nDANH MỤC BÃI BỎ\n\n{two}"),
            vec![("6", read)],
        ),
        (by_annex, format!("PHỤ LỤC I\n\n{one}PHỤ LỤC II\n\n{two}"), vec![("5", unsure), ("6", unsure)]),
        // One list in two tables.
        (
            by_annex,
            format!("PHỤ LỤC\n\nI. Lĩnh vực tài chính\n\n{one}II. Lĩnh vực y tế\n\n{two}"),
            vec![("5", read), ("6", read)],
        ),
        (
            "Bãi bỏ các Nghị quyết tại Phụ lục I.",
            format!("PHỤ LỤC I\n\nDANH MỤC CÒN HIỆU LỰC\n\n{one}"),
            vec![("5", unsure)],
        ),
    ] {
        let text = format!("Điều 1. {lead}\n\n{tail}");
        let body = parse(&source(&text), 0, RESOLUTION, &KnownNames::default()).value;
        let law = body.law.unwrap();
        // What a heading itself says is no matter here.
        let of_list = law.instructions.iter().filter(|act| act.sentence == lead);
        let told: Vec<(String, Certainty)> = of_list
            .map(|act| {
                let span = body.mentions[act.target].span;
                (text[span.start as usize..span.end as usize][..1].to_owned(), act.certainty)
            })
            .collect();
        let expected: Vec<(String, Certainty)> =
            expected.into_iter().map(|(number, certainty)| (number.to_owned(), certainty)).collect();
        assert_eq!(told, expected, "{text}");
        assert_eq!(law.unread_lists.is_empty(), !expected.is_empty(), "{text}");
    }
}

#[test]
fn a_list_that_was_read_below_its_sentence_is_not_missing() {
    let (one, two) =
        ("Nghị quyết số 5/2020/NQ-HĐND ngày 10/7/2020", "Nghị quyết số 6/2020/NQ-HĐND ngày 10/7/2020");
    for text in [
        format!("Điều 1. Bãi bỏ:\n\na) {one}, trừ Điều 5;\n\nb) {two}."),
        format!("Điều 1. Bãi bỏ nội dung về học phí tại các Nghị quyết sau:\n\n1. {one};\n\n2. {two}."),
        format!("Điều 1. Từ ngày 01/01/2026 các Nghị quyết sau hết hiệu lực:\n\n1. {one}\n\n2. {two}"),
        format!("Điều 1. Nội dung\n\nBãi bỏ một phần các Nghị quyết sau đây:\n\n- {one};\n\n- {two}."),
    ] {
        let law = parse(&source(&text), 0, RESOLUTION, &KnownNames::default()).value.law.unwrap();
        assert_eq!((law.instructions.len(), law.unread_lists.as_slice()), (2, &[] as &[_]), "{text}");
    }
    // Another act elsewhere does not stand for the list.
    let text = format!("Điều 1. Bãi bỏ các nghị quyết tại Phụ lục II.\n\nĐiều 2. Bãi bỏ {one}.");
    let law = parse(&source(&text), 0, RESOLUTION, &KnownNames::default()).value.law.unwrap();
    assert_eq!(law.unread_lists.len(), 1);
}

#[test]
fn rows_of_a_table_say_what_is_done_to_their_document() {
    let table = "| STT | Văn bản | Nội dung |\n|---|---|---|\n| 1 | Nghị quyết số 5/2020/NQ-HĐND | Khoản 2 Điều 3 |\n| 2 | \
                 Nghị quyết số 6/2020/NQ-HĐND | Bãi bỏ toàn bộ |\n";
    for (lead, actions) in [
        ("Bãi bỏ các Nghị quyết sau:", ["Delete", "Repeals"]),
        ("Sửa đổi, bổ sung các Nghị quyết sau:", ["Replace", "Replace"]),
    ] {
        let text = format!("Điều 1. {lead}\n\n{table}");
        let law = parse(&source(&text), 0, RESOLUTION, &KnownNames::default()).value.law.unwrap();
        let told: Vec<_> = law
            .instructions
            .iter()
            .map(|act| (format!("{:?}", act.action), act.provisions.iter().map(|named| named.words.as_str())))
            .map(|(action, provisions)| (action, provisions.collect::<Vec<_>>().join(", ")))
            .collect();
        let [first, second] = actions.map(str::to_owned);
        assert_eq!(told, [(first, "khoản 2 Điều 3".to_owned()), (second, String::new())], "{lead}");
        assert_eq!(law.unread_lists, []);
    }
}

#[test]
fn a_table_below_a_heading_holds_its_documents() {
    let table = "| TT | Số, ký hiệu |\n|---|---|\n| 1 | 5/2020/NQ-HĐND |\n| 2 | 6/2020/NQ-HĐND |\n";
    for (text, count) in [
        (format!("Điều 1. Bãi bỏ các nghị quyết của Hội đồng nhân dân tỉnh\n\n{table}"), 2),
        (format!("Điều 1. Bãi bỏ toàn bộ các nghị quyết\n\n{table}"), 2),
        (format!("Điều 1. Bãi bỏ các nghị quyết\n\n1. Một.\n\nĐiều 2. Mức chi\n\n{table}"), 0),
        (format!("Điều 1. Danh sách nghị quyết\n\n{table}"), 0),
    ] {
        let law = parse(&source(&text), 0, RESOLUTION, &KnownNames::default()).value.law.unwrap();
        assert_eq!((law.instructions.len(), law.unread_lists.as_slice()), (count, &[] as &[_]), "{text}");
    }
}

#[test]
fn rows_that_tabs_part_are_read_one_by_one() {
    for heading in ["Nội dung bãi bỏ", "Trích yếu"] {
        let text = format!(
            "Điều 1. Bãi bỏ các nghị quyết sau:\n\nSTT\tVăn bản\t{heading}\n1\tNghị quyết số 5/2020/NQ-HĐND\tVề \
             phí\n2\tNghị quyết số 6/2020/NQ-HĐND\tVề lệ phí"
        );
        let law = parse(&source(&text), 0, RESOLUTION, &KnownNames::default()).value.law.unwrap();
        assert_eq!(law.instructions.len(), 2, "{heading}: {:?}", law.instructions);
    }
}

#[test]
fn a_list_of_another_length_than_said_is_told() {
    let items = "1. Nghị quyết số 5/2020/NQ-HĐND.\n\n2. Nghị quyết số 6/2020/NQ-HĐND.";
    let table = "PHỤ LỤC\n\n| TT | Văn bản |\n|---|---|\n| 1 | 5/2020/NQ-HĐND |\n| 2 | 6/2020/NQ-HĐND |\n";
    for (lead, list, expected) in [
        ("Bãi bỏ 03 nghị quyết sau đây:", items, Some((3, 2))),
        ("Bãi bỏ toàn bộ 02 nghị quyết sau:", items, None),
        ("Bãi bỏ 02 (hai) nghị quyết sau:", items, None),
        ("Bãi bỏ các nghị quyết sau:", items, None),
        ("Bãi bỏ toàn bộ 05 nghị quyết tại Phụ lục kèm theo Nghị quyết này.", table, Some((5, 2))),
        ("Bãi bỏ toàn bộ 02 nghị quyết tại Phụ lục kèm theo Nghị quyết này.", table, None),
    ] {
        let text = format!("Điều 1. {lead}\n\n{list}");
        let law = parse(&source(&text), 0, RESOLUTION, &KnownNames::default()).value.law.unwrap();
        let told = law.counts.first().map(|count| (count.stated, count.found));
        assert_eq!(told, expected, "{text}");
    }
}

#[test]
fn what_is_struck_out_does_nothing_and_is_told() {
    for text in [
        "Điều 1. Mức chi\n\n<del>Bãi bỏ Nghị quyết số 5/2020/NQ-HĐND.</del>",
        "Điều 1. Mức chi\n\n<S>Bãi bỏ Nghị quyết số 5/2020/NQ-HĐND.</S>",
        "Điều 1. Mức chi\n\n~~Bãi bỏ Nghị quyết số 5/2020/NQ-HĐND.~~",
        "Điều 1. Mức chi\n\n<p><strike>Bãi bỏ Nghị quyết số 5/2020/NQ-HĐND.</strike></p>",
    ] {
        let law = parse(&source(text), 0, RESOLUTION, &KnownNames::default()).value.law.unwrap();
        assert_eq!(law.instructions, [], "{text}");
        let [act] = law.unread_acts.as_slice() else { panic!("{text}: {:?}", law.unread_acts) };
        assert!(act.is_struck && act.target.is_some(), "{text}: {act:?}");
    }
    let text = "Điều 1. Mức chi\n\n<del>Bãi bỏ</del> Thay thế Nghị quyết số 5/2020/NQ-HĐND.";
    let law = parse(&source(text), 0, RESOLUTION, &KnownNames::default()).value.law.unwrap();
    assert_eq!((law.instructions.len(), law.unread_acts.len()), (1, 0));
}
