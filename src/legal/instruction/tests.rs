use super::*;
use crate::legal::structure::{plain_blocks, structure};
use jiff::civil::date;

/// What a text does, one line for each instruction: action, agent, document with its provisions, extent.
fn told(text: &str) -> Vec<String> {
    let blocks = plain_blocks(text);
    let found = instructions(&blocks, &structure(&blocks));
    found.found.iter().map(|instruction| spoken(text, instruction)).collect()
}

fn spoken(text: &str, instruction: &Instruction) -> String {
    let agent = match &instruction.agent {
        Agent::This => "this",
        Agent::Other(range) => number(&text[range.clone()]),
    };
    let document = number(&text[instruction.target.clone()]);
    let provisions = match &instruction.provision_range {
        Some(range) => format!(" ({})", &text[range.clone()]),
        None => String::new(),
    };
    format!("{agent} {:?} {document}{provisions} {:?}", instruction.action, instruction.extent)
}

/// The number of a document, without the words around it.
fn number(name: &str) -> &str {
    name.split([' ', ',']).find(|word| word.contains('/')).unwrap_or(name)
}

/// Sentences with what they say is done.
const RELATIONS: &[(&str, &[&str])] = &[
    ("Nghị quyết này thay thế Nghị quyết số 1/NQ-HĐND.", &["this Replaces 1/NQ-HĐND Whole"]),
    ("Thay thế Nghị quyết số 1/2020/NQ-HĐND.", &["this Replaces 1/2020/NQ-HĐND Whole"]),
    (
        "Nghị quyết này có hiệu lực từ ngày 01/01/2025 và thay thế Nghị quyết số 1/NQ-HĐND ngày 10/12/2020.",
        &["this Replaces 1/NQ-HĐND Whole"],
    ),
    ("Bãi bỏ toàn bộ Nghị quyết số 1/NQ-HĐND.", &["this Repeals 1/NQ-HĐND Whole"]),
    ("Bãi bỏ một phần Nghị quyết số 1/NQ-HĐND.", &["this Delete 1/NQ-HĐND Partial"]),
    ("Hủy bỏ Nghị quyết số 1/NQ-HĐND.", &["this Repeals 1/NQ-HĐND Whole"]),
    ("Bãi bỏ khoản 2 Điều 5 Nghị quyết số 1/NQ-HĐND.", &["this Delete 1/NQ-HĐND (khoản 2 Điều 5) Partial"]),
    (
        "Bãi bỏ Nghị quyết số 1/NQ-HĐND ngày 10/12/2020 của HĐND tỉnh về phí; Nghị quyết số 2/NQ-HĐND về lệ phí \
             và khoản 1 Điều 3 Nghị quyết số 3/NQ-HĐND.",
        &[
            "this Repeals 1/NQ-HĐND Whole",
            "this Repeals 2/NQ-HĐND Whole",
            "this Delete 3/NQ-HĐND (khoản 1 Điều 3) Partial",
        ],
    ),
    (
        "Sửa đổi, bổ sung một số điều của Nghị quyết số 1/2020/NQ-HĐND ngày 10/7/2020 của Hội đồng nhân dân tỉnh.",
        &["this Replace 1/2020/NQ-HĐND Partial"],
    ),
    (
        "Sửa đổi khoản 1 và bãi bỏ khoản 2 Điều 3 Nghị quyết số 1/NQ-HĐND.",
        &["this Replace 1/NQ-HĐND (khoản 1) Partial", "this Delete 1/NQ-HĐND (khoản 2 Điều 3) Partial"],
    ),
    (
        "Nghị quyết số 1/NQ-HĐND và Nghị quyết số 2/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
        &["this Ends 1/NQ-HĐND Whole", "this Ends 2/NQ-HĐND Whole"],
    ),
    (
        "Kể từ ngày Nghị quyết này có hiệu lực thi hành, Nghị quyết số 1/NQ-HĐND hết hiệu lực thi hành.",
        &["this Ends 1/NQ-HĐND Whole"],
    ),
    (
        "Ngưng hiệu lực thi hành Nghị quyết số 1/NQ-HĐND từ ngày 01/01/2025 đến hết ngày 31/12/2025.",
        &["this Suspends 1/NQ-HĐND Whole"],
    ),
    ("Tạm ngưng hiệu lực Nghị quyết số 1/NQ-HĐND.", &["this Suspends 1/NQ-HĐND Whole"]),
    ("Đình chỉ việc thi hành Nghị quyết số 1/NQ-HĐND.", &["this Suspends 1/NQ-HĐND Whole"]),
    (
        "Kéo dài thời gian thực hiện Nghị quyết số 1/NQ-HĐND đến hết ngày 31 tháng 12 năm 2025.",
        &["this Extends 1/NQ-HĐND Whole"],
    ),
    (
        "Gia hạn thời gian thực hiện chính sách hỗ trợ quy định tại khoản 1 Điều 2 Nghị quyết số 1/NQ-HĐND đến hết \
             năm 2026.",
        &["this Extends 1/NQ-HĐND (khoản 1 Điều 2) Partial"],
    ),
    (
        "Bãi bỏ các Nghị quyết của Hội đồng nhân dân tỉnh Minh Giang: số 1/NQ-HĐND ngày 10/12/2020; số 2/NQ-HĐND.",
        &["this Repeals 1/NQ-HĐND Whole", "this Repeals 2/NQ-HĐND Whole"],
    ),
    ("Chấm dứt hiệu lực Nghị quyết số 1/NQ-HĐND.", &["this Ends 1/NQ-HĐND Whole"]),
    ("Chấm dứt việc thực hiện Nghị quyết số 1/NQ-HĐND.", &["this Ends 1/NQ-HĐND Whole"]),
    (
        "Thay thế Phụ lục II ban hành kèm theo Nghị quyết số 1/NQ-HĐND.",
        &["this Replaces 1/NQ-HĐND (Phụ lục II) Partial"],
    ),
    (
        "Nghị quyết này có hiệu lực từ ngày thông qua, thay thế Nghị quyết số 1/NQ-HĐND.",
        &["this Replaces 1/NQ-HĐND Whole"],
    ),
    (
        "Nghị quyết này thay thế Nghị quyết số 1/2016/NQ-HĐND ngày 12 tháng 12 năm 2016 của Hội đồng nhân dân tỉnh \
             quy định mức thu, nộp, quản lý các khoản phí, lệ phí và Nghị quyết số 2/2018/NQ-HĐND ngày 13/7/2018.",
        &["this Replaces 1/2016/NQ-HĐND Whole", "this Replaces 2/2018/NQ-HĐND Whole"],
    ),
    (
        "Bãi bỏ điểm b khoản 1 Điều 3, khoản 2 Điều 4 của Quy định ban hành kèm theo Nghị quyết số 1/2020/NQ-HĐND \
             ngày 9/12/2020 của Hội đồng nhân dân tỉnh.",
        &["this Delete 1/2020/NQ-HĐND (điểm b khoản 1 Điều 3, khoản 2 Điều 4) Partial"],
    ),
    (
        "Điều chỉnh, bổ sung kế hoạch đầu tư công đã được phê duyệt tại Nghị quyết số 1/NQ-HĐND ngày 10/7/2021.",
        &["this Other 1/NQ-HĐND Partial"],
    ),
    (
        "Bãi bỏ quy định về mức thu phí tại khoản 1 Điều 2 Nghị quyết số 1/2017/NQ-HĐND.",
        &["this Delete 1/2017/NQ-HĐND (khoản 1 Điều 2) Partial"],
    ),
    (
        "Thời gian thực hiện Nghị quyết số 1/NQ-HĐND được kéo dài đến hết ngày 31/12/2025.",
        &["this Extends 1/NQ-HĐND Whole"],
    ),
    (
        "Tạm dừng thực hiện chính sách hỗ trợ tại Nghị quyết số 1/NQ-HĐND.",
        &["this Suspends 1/NQ-HĐND Partial"],
    ),
    (
        "Quy định tại Điều 5 Nghị quyết này thay thế quy định tại khoản 3 Điều 4 Nghị quyết số 1/2017/NQ-HĐND.",
        &["this Replaces 1/2017/NQ-HĐND (khoản 3 Điều 4) Partial"],
    ),
    ("Nghị quyết số 1/NQ-HĐND hết hiệu lực khi Nghị quyết này có hiệu lực.", &["this Ends 1/NQ-HĐND Whole"]),
    ("Đính chính Nghị quyết số 1/NQ-HĐND.", &["this Corrects 1/NQ-HĐND Whole"]),
    (
        "Nghị quyết này quy định chi tiết khoản 3 Điều 9 Luật Đất đai số 31/2024/QH15.",
        &["this Details 31/2024/QH15 (khoản 3 Điều 9) Partial"],
    ),
    (
        "Hợp nhất Nghị quyết số 1/NQ-HĐND và Nghị quyết số 2/NQ-HĐND.",
        &["this Consolidates 1/NQ-HĐND Whole", "this Consolidates 2/NQ-HĐND Whole"],
    ),
    ("Nghị quyết số 1/NQ-HĐND được thay thế bằng Nghị quyết này.", &["this Replaces 1/NQ-HĐND Whole"]),
    ("Nghị quyết số 1/NQ-HĐND bị bãi bỏ.", &["this Repeals 1/NQ-HĐND Whole"]),
    (
        "Hội đồng nhân dân tỉnh thống nhất thông qua việc bãi bỏ Nghị quyết số 1/NQ-HĐND.",
        &["this Repeals 1/NQ-HĐND Whole"],
    ),
    ("Về việc bãi bỏ Nghị quyết số 1/NQ-HĐND.", &["this Repeals 1/NQ-HĐND Whole"]),
];

#[test]
fn every_relation_is_read() {
    for (text, expected) in RELATIONS {
        assert_eq!(told(&format!("Điều 1. {text}")), *expected, "{text}");
        let shouted = told(&format!("ĐIỀU 1. {}", text.to_uppercase()));
        assert_eq!(shouted.len(), expected.len(), "capitals: {text}");
    }
}

#[test]
fn chains_are_facts_about_others() {
    for (text, expected) in [
        (
            "Bãi bỏ khoản 1 Điều 2 Nghị quyết số 1/NQ-HĐND đã được sửa đổi, bổ sung bởi Nghị quyết số 2/NQ-HĐND.",
            &[
                "this Delete 1/NQ-HĐND (khoản 1 Điều 2) Partial",
                "2/NQ-HĐND Replace 1/NQ-HĐND (khoản 1 Điều 2) Partial",
            ][..],
        ),
        (
            "Bãi bỏ Nghị quyết số 2/NQ-HĐND về việc sửa đổi, bổ sung Nghị quyết số 1/NQ-HĐND.",
            &["this Repeals 2/NQ-HĐND Whole", "2/NQ-HĐND Replace 1/NQ-HĐND Partial"],
        ),
        (
            "Nghị quyết số 2/NQ-HĐND sửa đổi Nghị quyết số 1/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
            &["2/NQ-HĐND Replace 1/NQ-HĐND Partial", "this Ends 2/NQ-HĐND Whole"],
        ),
    ] {
        assert_eq!(told(&format!("Điều 1. {text}")), expected, "{text}");
    }
    let recital = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số \
                   87/2025/QH15;\nQUYẾT NGHỊ:\nĐiều 1. Thông qua.";
    assert_eq!(told(recital), ["87/2025/QH15 Replace 64/2025/QH15 Partial"]);
}

#[test]
fn wordings_amend_only() {
    for (text, expected) in [
        (
            "Thay thế cụm từ “tỉnh” bằng cụm từ “thành phố” tại khoản 1 Điều 2 Nghị quyết số 1/NQ-HĐND.",
            "this ReplaceWords 1/NQ-HĐND (khoản 1 Điều 2) Partial",
        ),
        (
            "Thay cụm từ \"tỉnh\" bằng cụm từ \"thành phố\" tại Điều 2 Nghị quyết số 1/NQ-HĐND.",
            "this ReplaceWords 1/NQ-HĐND (Điều 2) Partial",
        ),
        (
            "Bãi bỏ cụm từ “huyện” tại điểm đ khoản 1 Điều 2 Nghị quyết số 1/NQ-HĐND.",
            "this DeleteWords 1/NQ-HĐND (điểm đ khoản 1 Điều 2) Partial",
        ),
    ] {
        assert_eq!(told(&format!("Điều 1. {text}")), [expected], "{text}");
    }
}

#[test]
fn several_verbs_with_one_object_end_nothing() {
    for (text, expected) in [
        ("Thay thế, bãi bỏ một số cụm từ tại Nghị quyết số 1/NQ-HĐND", "this ReplaceWords 1/NQ-HĐND Partial"),
        (
            "Sửa đổi, bổ sung, thay thế, bãi bỏ một số điều của Nghị quyết số 1/NQ-HĐND",
            "this Replace 1/NQ-HĐND Partial",
        ),
        (
            "Bãi bỏ, sửa đổi, thay thế một số điều, phụ lục của Nghị quyết số 1/NQ-HĐND",
            "this Replace 1/NQ-HĐND Partial",
        ),
        ("Bãi bỏ các điều, khoản sau của Nghị quyết số 1/NQ-HĐND:", "this Delete 1/NQ-HĐND Partial"),
        ("Thay thế các từ, cụm từ tại Nghị quyết số 1/NQ-HĐND", "this ReplaceWords 1/NQ-HĐND Partial"),
        ("Thay thế, bãi bỏ Nghị quyết số 1/NQ-HĐND", "this Replace 1/NQ-HĐND Partial"),
    ] {
        assert_eq!(told(&format!("Điều 1. {text}")), [expected], "{text}");
    }
}

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
fn what_is_no_effect_stays_out() {
    for text in [
        "Các nội dung khác của Nghị quyết số 1/NQ-HĐND không sửa đổi, bổ sung tại Nghị quyết này vẫn giữ nguyên.",
        "Nội dung của Nghị quyết số 1/NQ-HĐND không được sửa đổi tại Nghị quyết này vẫn có hiệu lực.",
        "Trường hợp các văn bản dẫn chiếu tại Nghị quyết này được sửa đổi, bổ sung, thay thế thì áp dụng văn bản mới.",
        "Giao Ủy ban nhân dân tỉnh: sửa đổi Quyết định số 1/QĐ-UBND.",
        "Giao Ủy ban nhân dân tỉnh:\n1. Sửa đổi Quyết định số 1/QĐ-UBND.\na) Bãi bỏ Quyết định số 2/QĐ-UBND.",
        "Thay thế các nội dung theo Nghị quyết số 1/NQ-HĐND.",
        "Thay thế Trưởng Ban tại Nghị quyết số 1/NQ-HĐND.",
        "Thay thế cán bộ theo Nghị quyết số 1/NQ-HĐND.",
        "Giao Ủy ban nhân dân tỉnh rà soát, sửa đổi, bổ sung Quyết định số 1/QĐ-UBND.",
        "Đề nghị Chính phủ sửa đổi Nghị định số 1/2020/NĐ-CP.",
        "Trường hợp Nghị quyết số 1/NQ-HĐND có thay đổi thì thực hiện theo quy định mới.",
        "Bổ sung 5 tỷ đồng theo Nghị quyết số 1/NQ-HĐND.",
        "Thực hiện Nghị quyết số 1/NQ-HĐND.",
        "Khắc phục tồn đọng kéo dài các dự án tại Nghị quyết số 1/NQ-HĐND.",
        "Nghị quyết này hết hiệu lực từ ngày 01/01/2026.",
        "Hợp nhất xã A và xã B.",
        "Tờ trình số 2/TTr-UBND về việc sửa đổi Nghị quyết số 3/NQ-HĐND; Báo cáo số 4/BC-HĐND.",
        "Nội dung bổ sung tại Báo cáo số 4/BC-UBND.",
    ] {
        assert_eq!(told(&format!("Điều 1. {text}")), Vec::<String>::new(), "{text}");
    }
    let recital = "Căn cứ Nghị quyết số 1/NQ-HĐND;\nXét Tờ trình số 2/TTr-UBND về việc sửa đổi Nghị quyết số 3/NQ-HĐND;\n\
                   QUYẾT NGHỊ:\nĐiều 1. Thông qua.";
    assert_eq!(told(recital), Vec::<String>::new());
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
fn days_belong_to_what_is_done() {
    let text = "Điều 1. Ngưng hiệu lực Nghị quyết số 1/NQ-HĐND ngày 10/12/2020 từ ngày 01/01/2025 đến hết ngày \
                31/12/2025.\nĐiều 2. Nghị quyết số 2/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực thi hành.";
    let blocks = plain_blocks(text);
    let found = instructions(&blocks, &structure(&blocks));
    let found = found.found;
    assert_eq!(found[0].from, Some(Day::On(date(2025, 1, 1))));
    assert_eq!(found[0].until, Some(Day::On(date(2025, 12, 31))));
    assert_eq!(found[1].from, Some(Day::OfEffect));
}

#[test]
fn titles_say_what_is_done() {
    for (title, expected) in [
        (
            "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ QUYẾT SỐ 05/2021/NQ-HĐND NGÀY 08 THÁNG 7 NĂM 2021",
            "this Replace 05/2021/NQ-HĐND Partial",
        ),
        ("Bãi bỏ Nghị quyết số 5/NQ-HĐND", "this Repeals 5/NQ-HĐND Whole"),
        ("Về việc kéo dài thời gian thực hiện Nghị quyết số 5/NQ-HĐND", "this Extends 5/NQ-HĐND Whole"),
    ] {
        let found: Vec<String> =
            instructions_of_title(title, 0).iter().map(|found| spoken(title, found)).collect();
        assert_eq!(found, [expected], "{title}");
    }
}

#[test]
fn scratch() {
    let Ok(all) = std::fs::read_to_string("/root/base/variants.txt") else { return };
    for text in all.split("---\n") {
        let blocks = plain_blocks(text);
        let found = instructions(&blocks, &structure(&blocks));
        println!("## {}", text.trim().replace('\n', " / "));
        for one in &found.found {
            let provisions: Vec<&str> =
                one.provisions.iter().map(|provision| provision.words.as_str()).collect();
            println!(
                "   {} {provisions:?} {:?} {:?} {:?} sum={} att={} words={}",
                spoken(text, one),
                one.from,
                one.until,
                one.certainty,
                one.is_summary,
                one.in_attachment,
                one.words.as_ref().map_or(String::new(), |words| format!(
                    "{:?}>{:?}",
                    words.from.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(),
                    words.to.clone().map(|range| &text[range])
                ))
            );
        }
        for list in &found.unread_lists {
            println!("   LIST {list:?}");
        }
    }
}
