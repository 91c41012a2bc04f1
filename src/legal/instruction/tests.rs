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
        "Bãi bỏ Nghị quyết số 1/NQ-HĐND về phí và các quy định tại Điều 2 Nghị quyết số 2/NQ-HĐND.",
        &["this Repeals 1/NQ-HĐND Whole", "this Delete 2/NQ-HĐND (Điều 2) Partial"],
    ),
    (
        "Bãi bỏ Nghị quyết số 1/NQ-HĐND và một số nội dung của Nghị quyết số 2/NQ-HĐND.",
        &["this Repeals 1/NQ-HĐND Whole", "this Delete 2/NQ-HĐND Partial"],
    ),
    (
        "Bãi bỏ Nghị quyết số 1/NQ-HĐND và toàn bộ nội dung Nghị quyết số 2/NQ-HĐND.",
        &["this Repeals 1/NQ-HĐND Whole", "this Repeals 2/NQ-HĐND Whole"],
    ),
    (
        "Nghị quyết số 1/NQ-HĐND và một số điều của Nghị quyết số 2/NQ-HĐND hết hiệu lực.",
        &["this Ends 1/NQ-HĐND Whole", "this Ends 2/NQ-HĐND Partial"],
    ),
    (
        "Tại Nghị quyết số 1/NQ-HĐND quy định mức chi: thay cụm từ “xã” bằng “phường” ở khoản 2 Điều 2; bãi bỏ Điều 5.",
        &["this ReplaceWords 1/NQ-HĐND (khoản 2 Điều 2) Partial", "this Delete 1/NQ-HĐND (Điều 5) Partial"],
    ),
    (
        "Nghị quyết này thay thế Nghị quyết số 1/NQ-HĐND về phí và Điều 3, Điều 4 (trừ khoản 1) Nghị quyết số 2/NQ-HĐND.",
        &["this Replaces 1/NQ-HĐND Whole", "this Replaces 2/NQ-HĐND (Điều 3, Điều 4) Partial"],
    ),
    (
        "Kể từ ngày Nghị quyết này có hiệu lực, Nghị quyết số 1/NQ-HĐND về phí; Nghị quyết số 2/NQ-HĐND hết hiệu lực.",
        &["this Ends 1/NQ-HĐND Whole", "this Ends 2/NQ-HĐND Whole"],
    ),
    (
        "Kể từ ngày Nghị quyết này có hiệu lực, các điều 3, 4 và 5 Nghị quyết số 1/NQ-HĐND; Nghị quyết số 2/NQ-HĐND hết hiệu \
         lực.",
        &["this Ends 1/NQ-HĐND (điều 3, 4 và 5) Partial", "this Ends 2/NQ-HĐND Whole"],
    ),
    (
        "Nghị quyết này thay thế một số điều của Nghị quyết số 1/NQ-HĐND và toàn bộ Nghị quyết số 2/NQ-HĐND.",
        &["this Replaces 1/NQ-HĐND Partial", "this Replaces 2/NQ-HĐND Whole"],
    ),
    (
        "Bãi bỏ Nghị quyết số 1/NQ-HĐND về chính sách hỗ trợ; Phụ lục II ban hành kèm theo Nghị quyết số 2/NQ-HĐND.",
        &["this Repeals 1/NQ-HĐND Whole", "this Delete 2/NQ-HĐND (Phụ lục II) Partial"],
    ),
    (
        "Khoản 2 Điều 3 Nghị quyết số 1/NQ-HĐND và khoản 1 Điều 4 Nghị quyết số 2/NQ-HĐND được sửa đổi như sau:",
        &[
            "this Replace 1/NQ-HĐND (Khoản 2 Điều 3) Partial",
            "this Replace 2/NQ-HĐND (khoản 1 Điều 4) Partial",
        ],
    ),
    (
        "Bỏ cụm từ “huyện” tại Điều 3 Nghị quyết số 1/NQ-HĐND và một số điều của Nghị quyết số 2/NQ-HĐND.",
        &["this DeleteWords 1/NQ-HĐND (Điều 3) Partial", "this DeleteWords 2/NQ-HĐND Partial"],
    ),
    (
        "Bỏ cụm từ “huyện” tại một số điều của Nghị quyết số 1/NQ-HĐND và Điều 3 Nghị quyết số 2/NQ-HĐND.",
        &["this DeleteWords 1/NQ-HĐND Partial", "this DeleteWords 2/NQ-HĐND (Điều 3) Partial"],
    ),
    (
        "Trong Nghị quyết số 1/NQ-HĐND quy định mức chi: bãi bỏ khoản 2 Điều 2.",
        &["this Delete 1/NQ-HĐND (khoản 2 Điều 2) Partial"],
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

/// Sentences of one article, `{A}` and `{B}` being two resolutions, with all that they say is done: action, document,
/// provisions, and the doubt where one is left.
const FORMS: &[(&str, &[&str])] = &[
    // What stands in a title belongs to the title.
    ("Bãi bỏ Quy định chính sách phát triển giao thông nông thôn ban hành kèm theo {A}.", &["Repeals A"]),
    (
        "Sửa đổi, bổ sung một số điều của Quy định hỗ trợ khi Nhà nước thu hồi đất ban hành kèm theo {A}",
        &["Replace A"],
    ),
    (
        "Bãi bỏ {A} quy định mức chi theo Nghị định số 10/2019/NĐ-CP, Nghị quyết số 7/2018/NQ-HĐND.",
        &["Repeals A"],
    ),
    // Only what a sentence is about is ended by it.
    ("Hợp đồng ký theo {A} hết hiệu lực kể từ ngày 01/7/2025.", &[]),
    ("Đối tượng hưởng chính sách theo {A} hết hiệu lực thì được chuyển tiếp.", &[]),
    ("Các quy định của {A} trái với Nghị quyết này bị bãi bỏ.", &["Delete A"]),
    ("Trường hợp {A} hết hiệu lực thì thực hiện theo văn bản mới.", &[]),
    ("Nếu hết năm 2026 chưa có văn bản mới thì {A} hết hiệu lực.", &["Ends A Conditional"]),
    ("Bãi bỏ việc hỗ trợ kinh phí cho các đối tượng tại {A}.", &["Repeals A FarFromVerb"]),
    ("Thay thế, bãi bỏ {A}", &["Replace A SeveralVerbs"]),
    ("Bãi bỏ toàn bộ nội dung {A}.", &["Repeals A"]),
    ("{A} có thể bị bãi bỏ khi có quy định mới của Chính phủ.", &["Repeals A Conditional"]),
    ("{A} hết hiệu lực khi dự án được quyết toán.", &["Ends A Conditional"]),
    ("{A} hết hiệu lực khi Nghị quyết này có hiệu lực.", &["Ends A"]),
    ("Điều 3 {A} hết hiệu lực kể từ ngày Luật Đất đai có hiệu lực.", &["Ends A [Điều 3] Conditional"]),
    ("Mức chi này được áp dụng đến khi có quy định khác thay thế {A}.", &[]),
    ("Bãi bỏ {A} về hỗ trợ khi Nhà nước thu hồi đất.", &["Repeals A"]),
    ("{A} chưa hết hiệu lực.", &[]),
    ("{A} không thuộc danh mục nghị quyết bị bãi bỏ.", &[]),
    ("Việc ban hành Nghị quyết này không làm cho {A} hết hiệu lực.", &[]),
    ("Nghị quyết này ban hành không nhằm bãi bỏ {A}.", &[]),
    ("Các quy định không còn phù hợp tại {A} bị bãi bỏ.", &["Delete A"]),
    (
        "{A} về người hoạt động không chuyên trách hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
        &["Ends A"],
    ),
    ("{A} hết hiệu lực một phần kể từ ngày Nghị quyết này có hiệu lực.", &["Ends A part"]),
    ("Bãi bỏ toàn bộ {A}, riêng Điều 5 tiếp tục có hiệu lực đến hết năm 2026.", &["Delete A"]),
    ("{A} hết hiệu lực từ năm học 2026 - 2027.", &["Ends A Conditional"]),
    ("Tạm dừng dự án đầu tư được phê duyệt tại {A}.", &["Suspends A FarFromVerb"]),
    (
        "Sửa đổi khoản 2 Điều 3 Quy định về bãi bỏ thủ tục ban hành kèm theo {A}.",
        &["Replace A [khoản 2 Điều 3]"],
    ),
    (
        "Sửa đổi một số điều của Quy định mức thu theo Nghị định số 82/2023/NĐ-CP ban hành kèm theo {A}.",
        &["Replace A"],
    ),
    ("Tại khoản 2 Điều 3 {A}, sửa đổi như sau: “2. Mới.”", &["Replace A [khoản 2 Điều 3]"]),
    ("Tại Điều 3 {A}, bãi bỏ khoản 2.", &["Delete A [khoản 2 Điều 3]"]),
    ("{A} tạm ngưng hiệu lực từ ngày 01/6/2025 đến hết ngày 31/12/2026.", &["Suspends A"]),
    ("Bãi bỏ Điều 3 {A} và toàn bộ {B}.", &["Delete A [Điều 3]", "Repeals B"]),
    ("Trong thời gian {A} tạm ngưng hiệu lực, mức chi thực hiện theo quy định chung.", &[]),
    ("Thời điểm {A} hết hiệu lực do Hội đồng nhân dân tỉnh quyết định.", &[]),
    ("~~Bãi bỏ {A}.~~", &[]),
    ("Bãi bỏ {A} và Phụ lục II {B}.", &["Repeals A", "Delete B [Phụ lục II]"]),
    // Provisions that share what holds them, or that lie in a heading within an article.
    ("Bãi bỏ khoản 1 các Điều 3, 4 {A}.", &["Delete A [khoản 1 Điều 3, khoản 1 Điều 4]"]),
    ("Bãi bỏ mục 4 Điều 1 {A}.", &["Delete A [mục 4 Điều 1]"]),
    ("Bãi bỏ {A} về phí (khoản 2 Điều 3, Điều 4).", &["Delete A [khoản 2 Điều 3, Điều 4]"]),
    ("{A} hết hiệu lực một phần (Điều 5).", &["Ends A [Điều 5]"]),
    ("Điều chỉnh kế hoạch vốn tại {A} (Phụ lục I).", &["Other A"]),
    (
        "Sửa đổi, bổ sung một số điều của {A} như sau:\n\n1. Tại Điều 3: thay cụm từ “a” bằng cụm từ “b”; bỏ khoản 4.",
        &["Replace A", "ReplaceWords A [Điều 3] a>b", "Delete A [khoản 4 Điều 3]"],
    ),
    (
        "{A} được sửa đổi, bổ sung như sau:\n\n1. Khoản 2 Điều 3: “2. Mới.”\n\n2. Điều 5 bãi bỏ.",
        &["Replace A", "Replace A [khoản 2 Điều 3]", "Delete A [Điều 5]"],
    ),
    (
        "Thay thế một số cụm từ tại {A} như sau:\n\n1. “cấp huyện” thành “cấp xã” tại khoản 2 Điều 3;",
        &["ReplaceWords A", "ReplaceWords A [khoản 2 Điều 3] cấp huyện>cấp xã"],
    ),
    ("Bãi bỏ Điều 2: khoản 2 và khoản 3 {A}.", &["Delete A [khoản 2 Điều 2, khoản 3 Điều 2]"]),
    ("Bãi bỏ Điều 2 (khoản 2) {A}.", &["Delete A [khoản 2 Điều 2]"]),
    ("Bãi bỏ khoản 2 (Điều 2) {A}.", &["Delete A [khoản 2 Điều 2]"]),
    ("Bãi bỏ điểm a - khoản 1 - Điều 2 {A}.", &["Delete A [điểm a khoản 1 Điều 2]"]),
    ("Bãi bỏ khoản 2 nêu tại Điều 2 {A}.", &["Delete A [khoản 2 Điều 2]"]),
    // What stands before the verb is its object, without a passive word; documents behind the day that leads.
    ("Khoản 2 Điều 3 {A} sửa đổi, bổ sung như sau: “2. Mới.”", &["Replace A [khoản 2 Điều 3]"]),
    ("Kể từ ngày Nghị quyết này có hiệu lực, các văn bản sau hết hiệu lực: {A}; {B}.", &["Ends A", "Ends B"]),
    (
        "Kể từ ngày Nghị quyết này có hiệu lực thi hành thì các nghị quyết sau đây hết hiệu lực thi hành: {A}; {B}.",
        &["Ends A", "Ends B"],
    ),
    ("Kể từ ngày 01/7/2026, Nghị quyết này hết hiệu lực: {A} có hiệu lực trở lại.", &[]),
    // Words with documents and places of their own.
    (
        "Thay thế cụm từ “a” bằng “b” tại khoản 3 Điều 2 {A} và cụm từ “c” bằng “d” tại khoản 2 Điều 3 {B}.",
        &["ReplaceWords A [khoản 3 Điều 2] a>b", "ReplaceWords B [khoản 2 Điều 3] c>d"],
    ),
    (
        "Tại khoản 2 Điều 3 {A} thay “a” bằng “b”; tại khoản 1 Điều 4 thay “c” bằng “d”.",
        &["ReplaceWords A [khoản 2 Điều 3] a>b", "ReplaceWords A [khoản 1 Điều 4] c>d"],
    ),
    (
        "{A} sửa đổi, bổ sung một số điều của {B} quy định mức thu phí chợ hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
        &["Ends A NotUnderstood"],
    ),
    // Members of a list that semicolons part; a list in a numbered annex.
    ("{A}; {B} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực thi hành.", &["Ends A", "Ends B"]),
    ("Các nghị quyết: {A}; {B} được bãi bỏ.", &["Repeals A", "Repeals B"]),
    ("{A} tiếp tục có hiệu lực; {B} hết hiệu lực kể từ ngày 01/7/2026.", &["Ends B"]),
    // What takes something back of what was said before, and what is only spoken of.
    ("Bãi bỏ {A}. Riêng Điều 3 tiếp tục có hiệu lực đến hết ngày 31/12/2026.", &["Repeals A NotUnderstood"]),
    ("Nghị quyết này thay thế {A}. Tuy nhiên, Điều 3 vẫn được áp dụng.", &["Replaces A NotUnderstood"]),
    ("Bãi bỏ {A}; trong đó giữ nguyên Điều 3.", &["Repeals A NotUnderstood"]),
    (
        "{A} và {B} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực, trừ quy định tại khoản 3 Điều này.",
        &["Ends A part", "Ends B part"],
    ),
    ("Việc thay thế {A} do Ủy ban nhân dân tỉnh trình tại kỳ họp sau.", &["Replaces A OnlyPlanned"]),
    (
        "Thay thế Quy định ban hành kèm theo {A} bằng Quy định ban hành kèm theo Nghị quyết này.",
        &["Replaces A"],
    ),
    (
        "Sửa đổi Điều 3 {A} như sau:\n\n“Điều 3. Kinh phí\n\n“1. Ngân sách tỉnh.”\n\n“2. Ngân sách xã.”\n\n3. Bãi bỏ {B}.”",
        &["Replace A [Điều 3]", "Repeals B NotUnderstood"],
    ),
    // What is excepted, and what is only a name.
    ("Bãi bỏ Chương II, trừ Điều 5, {A}.", &["Delete A [part of Chương II]"]),
    ("Bãi bỏ Điều 2, Điều 3 (trừ khoản 4) {A}.", &["Delete A [Điều 2, part of Điều 3]"]),
    ("Bãi bỏ khoản 2 (trừ điểm a) Điều 3 {A}.", &["Delete A [part of khoản 2 Điều 3]"]),
    ("Bãi bỏ câu thứ hai khoản 1 Điều 1 {A}.", &["Delete A [part of khoản 1 Điều 1]"]),
    ("Bãi bỏ tên Chương II {A}.", &["Other A [part of Chương II]"]),
    // Rarer verbs.
    ("Sửa khoản 2 Điều 3 {A} như sau: “2. Mới.”", &["Replace A [khoản 2 Điều 3]"]),
    ("Viết lại khoản 2 Điều 3 {A} như sau: “2. Mới.”", &["Replace A [khoản 2 Điều 3]"]),
    ("Khoản 2 Điều 3 {A} nay sửa lại như sau: “2. Mới.”", &["Replace A [khoản 2 Điều 3]"]),
    ("Thay khoản 2 Điều 3 {A} bằng khoản sau: “2. Mới.”", &["Replaces A [khoản 2 Điều 3]"]),
    ("Chuyển khoản 4 Điều 3 {A} thành khoản 5.", &["Other A [khoản 4 Điều 3]"]),
    (
        "Nâng mức hỗ trợ tại khoản 2 Điều 3 {A} từ 1 triệu đồng lên 2 triệu đồng.",
        &["Other A [khoản 2 Điều 3]"],
    ),
    ("Nâng mức hỗ trợ lên 10 triệu đồng theo {A}.", &[]),
    ("Sửa chữa công trình theo {A}.", &[]),
    ("Chuyển nguồn kinh phí thực hiện {A} sang năm 2026.", &[]),
    ("Đưa 02 dự án ra khỏi Danh mục tại Phụ lục II ban hành kèm theo {A}.", &["Other A [Phụ lục II]"]),
    ("Bổ sung 02 dự án vào Danh mục tại Phụ lục I ban hành kèm theo {A}.", &["Insert A [Phụ lục I]"]),
    ("Thay đổi tên gọi “a” thành “b” tại {A}.", &["ReplaceWords A a>b"]),
    ("Hủy {A}.", &["Repeals A"]),
    ("Hủy kết quả thực hiện {A}.", &[]),
    ("Thu hồi {A}.", &["Repeals A"]),
    ("Thu hồi đất theo {A}.", &[]),
    ("Không áp dụng khoản 2 Điều 3 {A}.", &["Ends A [khoản 2 Điều 3]"]),
    (
        "Không áp dụng khoản 2 Điều 3 {A} đối với dự án chuyển tiếp.",
        &["Ends A [khoản 2 Điều 3] NotUnderstood"],
    ),
    ("Thời điểm hết hiệu lực của {A} là ngày 31/12/2025.", &["Ends A NotUnderstood"]),
    ("Hiệu lực của {A} kết thúc vào ngày 31/12/2025.", &["Ends A"]),
    ("{A} chỉ có hiệu lực đến hết ngày 31/12/2025.", &["Ends A"]),
    ("Nghị quyết này thay thế {A}, có hiệu lực đến hết ngày 31/12/2029.", &["Replaces A NotUnderstood"]),
    ("Các Nghị quyết bị bãi bỏ kể từ ngày 01/7/2025, gồm:\n\n- {A};\n- {B}.", &["Repeals A", "Repeals B"]),
    ("Không bãi bỏ {A} mà chỉ bãi bỏ Điều 5 {A}.", &["Delete A [Điều 5]"]),
    ("Nghị quyết này không bãi bỏ {A} mà bãi bỏ {B}.", &["Repeals B NotUnderstood"]),
    ("Tạm thời chưa áp dụng Điều 4 {A}.", &["Suspends A [Điều 4]"]),
    ("Cho phép áp dụng {A} đến hết ngày 31/12/2026.", &["Extends A"]),
    (
        "Đối với {A}: bãi bỏ khoản 2 Điều 3; sửa đổi khoản 4 Điều 5 như sau: “4. Mới.”",
        &["Delete A [khoản 2 Điều 3]", "Replace A [khoản 4 Điều 5]"],
    ),
    ("Tại {A}, khoản 2 Điều 3, bỏ đoạn “xyz”.", &["DeleteWords A [khoản 2 Điều 3] xyz>"]),
    ("Sửa đổi phần căn cứ và Điều 1 {A}.", &["Replace A [Điều 1]"]),
    ("Ban hành Phụ lục I thay thế Phụ lục I ban hành kèm theo {A}.", &["Replaces A [Phụ lục I]"]),
    ("Bãi bỏ toàn bộ nội dung {A} và một phần nội dung {B} (Điều 3).", &["Repeals A", "Delete B [Điều 3]"]),
    ("Bãi bỏ {A}, đồng thời {B} hết hiệu lực.", &["Repeals A", "Ends B"]),
    ("Ủy ban nhân dân tỉnh thực hiện {A}, đồng thời bãi bỏ {B}.", &[]),
    ("Bãi bỏ [{A}](https://example.vn/a?b=(c)) và [{B}](https://example.vn).", &["Repeals A", "Repeals B"]),
    ("Bãi bỏ Nghị quyết số 1/2021/NQ-HĐNDngày 08/7/2021của Hội đồng nhân dân tỉnh.", &["Repeals A"]),
    (
        "Tạm ngưng hiệu lực {A} kể từ ngày Nghị quyết này có hiệu lực trong thời hạn 06 tháng.",
        &["Suspends A NotUnderstood"],
    ),
    // Provisions, large and small.
    ("Bãi bỏ từ Điều 3 đến Điều 5 của {A}.", &["Delete A [Điều 3, Điều 4, Điều 5]"]),
    (
        "Bãi bỏ mẫu số 05, mẫu số 06 tại Phụ lục I kèm theo {A}.",
        &["Delete A [mẫu số 05 Phụ lục I, mẫu số 06 Phụ lục I]"],
    ),
    ("Sửa đổi câu thứ nhất khoản 2 Điều 3 {A} như sau: “x”.", &["Replace A [part of khoản 2 Điều 3]"]),
    ("Sửa đổi tên Điều 3 của {A} như sau: “Điều 3. Mới”.", &["Rename A [part of Điều 3]"]),
    ("Bãi bỏ Mục III Phần B của Đề án ban hành kèm theo {A}.", &["Delete A [Mục III Phần B]"]),
    (
        "Bãi bỏ một số điểm, khoản của {A}: điểm a khoản 1 Điều 2; khoản 3 Điều 4.",
        &["Delete A [điểm a khoản 1 Điều 2, khoản 3 Điều 4]"],
    ),
    ("{A} được sửa đổi tại khoản 1 Điều 1 như sau: “1. Mới.”", &["Replace A [khoản 1 Điều 1]"]),
    (
        "Bãi bỏ khoản 5 Điều 2 của Quy định ban hành kèm theo {A} và khoản 1 Điều 1 {B}.",
        &["Delete A [khoản 5 Điều 2]", "Delete B [khoản 1 Điều 1]"],
    ),
    ("Bổ sung khoản 4 vào sau khoản 3 Điều 10 của {A} như sau: “4. Mới.”", &["Insert A [khoản 4 Điều 10]"]),
    ("Bổ sung vào sau khoản 3 Điều 10 {A} khoản 4 như sau: “4. Mới”.", &["Insert A [khoản 4 Điều 10]"]),
    (
        "Bổ sung Điều 7a vào sau Điều 7; bổ sung khoản 3 vào Điều 8 {A}.",
        &["Insert A [Điều 7a]", "Insert A [khoản 3 Điều 8]"],
    ),
    ("Bổ sung số lượng thiết bị cho các chức danh đã quy định tại khoản 1 Điều 4 {A} để chuyển đổi số.", &[]),
    (
        "Sửa đổi, bổ sung các khoản 1, 2 và bãi bỏ khoản 4 Điều 5 của Quy chế ban hành kèm theo {A}.",
        &["Replace A [khoản 1 Điều 5, khoản 2 Điều 5]", "Delete A [khoản 4 Điều 5]"],
    ),
    // Words.
    ("Thay cụm từ “a” bằng “b” tại các Điều 1, 2 {A}.", &["ReplaceWords A [Điều 1, Điều 2] a>b"]),
    ("Thay thế cụm từ “a” thành “b” tại khoản 3 Điều 1 {A}.", &["ReplaceWords A [khoản 3 Điều 1] a>b"]),
    ("Thay thế cụm từ “a” tại khoản 3 Điều 1 {A} bằng cụm từ “b”.", &["ReplaceWords A [khoản 3 Điều 1] a>b"]),
    (
        "Cụm từ “a” tại khoản 3 Điều 1 {A} được thay thế bằng cụm từ “b”.",
        &["ReplaceWords A [khoản 3 Điều 1] a>b"],
    ),
    (
        "Thay thế cụm từ “a” bằng cụm từ “b”, cụm từ “c” bằng cụm từ “d” tại khoản 1 Điều 2 {A}.",
        &["ReplaceWords A [khoản 1 Điều 2] a>b", "ReplaceWords A [khoản 1 Điều 2] c>d"],
    ),
    ("Bỏ cụm từ “a” tại khoản 3 Điều 1 {A}.", &["DeleteWords A [khoản 3 Điều 1] a>"]),
    (
        "Bổ sung cụm từ “a” vào trước cụm từ “b” tại khoản 3 Điều 1 {A}.",
        &["InsertWords A [khoản 3 Điều 1] >a"],
    ),
    (
        "Sửa đổi {A}, thay cụm từ “a” bằng cụm từ “b” tại khoản 1 Điều 1.",
        &["Replace A", "ReplaceWords A [khoản 1 Điều 1] a>b"],
    ),
    // Lists.
    ("Bãi bỏ các Nghị quyết quy định về phí sau: {A}; {B}.", &["Repeals A", "Repeals B"]),
    ("Bãi bỏ: {A}; {B}.", &["Repeals A", "Repeals B"]),
    (
        "Bãi bỏ {A} ban hành Quy định mức chi và {B} sửa đổi Quy định ban hành kèm theo {A}.",
        &["Repeals A", "Repeals B"],
    ),
    (
        "Kéo dài thời gian thực hiện các nội dung: giống lúa; giống ngô được quy định tại {A}, {B} đến hết năm 2026.",
        &["Extends A", "Extends B"],
    ),
    // Other verbs.
    ("Không tiếp tục thực hiện {A}.", &["Ends A"]),
    ("Tiếp tục thực hiện {A} đến hết ngày 31 tháng 12 năm 2026.", &["Extends A"]),
    ("Tiếp tục thực hiện có hiệu quả {A}.", &[]),
    ("Các dự án đã phê duyệt thì tiếp tục thực hiện theo {A} đến hết ngày 31/12/2026.", &[]),
    ("Nghị quyết này được ban hành thay thế {A}.", &["Replaces A"]),
    ("Nghị quyết này có hiệu lực kể từ ngày 01/6/2025 thay thế cho {A}.", &["Replaces A"]),
    ("Ban hành Quy định về phí, thay thế Quy định ban hành kèm theo {A}.", &["Replaces A"]),
    ("Tạm đình chỉ thi hành khoản 2 Điều 3 {A} đến khi có quyết định mới.", &["Suspends A [khoản 2 Điều 3]"]),
    // A part of a provision, and what lies below it.
    ("Bãi bỏ một số khoản của Điều 3 {A}.", &["Delete A [part of Điều 3]"]),
    ("Bãi bỏ một phần khoản 2 Điều 3 {A}.", &["Delete A [part of khoản 2 Điều 3]"]),
    ("Bãi bỏ các khoản 1, 2 của Điều 3 {A}.", &["Delete A [khoản 1 Điều 3, khoản 2 Điều 3]"]),
    (
        "Sửa đổi {A} như sau:\n1. Sửa đổi một số khoản của Điều 3 như sau:\na) Sửa đổi khoản 2 như sau: “2.          Mới.”\nb) Bãi bỏ khoản 5.",
        &["Replace A", "Replace A [khoản 2 Điều 3]", "Delete A [khoản 5 Điều 3]"],
    ),
    (
        "Sửa đổi {A} như sau:\n1. Điều 3:\na) Khoản 2 sửa đổi như sau: “2. Mới.”\nb) Bổ sung khoản 9 như sau: “9.          Mới.”",
        &["Replace A", "Replace A [khoản 2 Điều 3]", "Insert A [khoản 9 Điều 3]"],
    ),
    (
        "Sửa đổi {A} như sau:\n1. Điều 3 được sửa đổi như sau:\na) Khoản 2 sửa đổi như sau: “2. Mới.”",
        &["Replace A", "Replace A [Điều 3]", "Replace A [khoản 2 Điều 3]"],
    ),
    (
        "Sửa đổi {A} như sau:\n1. Tại khoản 2 Điều 3:\na) Thay cụm từ “a” bằng “b”;\nb) Bỏ cụm từ “c”.",
        &["Replace A", "ReplaceWords A [khoản 2 Điều 3] a>b", "DeleteWords A [khoản 2 Điều 3] c>"],
    ),
    (
        "Bãi bỏ các Nghị quyết sau:\n1. {A}:\na) Khoản 2 Điều 3;\nb) Điều 5.\n2. {B}.",
        &["Delete A", "Delete A [khoản 2 Điều 3]", "Delete A [Điều 5]", "Repeals B"],
    ),
    (
        "Sửa đổi một số điều của {A}\n1. Bãi bỏ một số quy định sau:\na) Khoản 2 Điều 5;\nb) Điều 7.",
        &["Replace A", "Delete A [khoản 2 Điều 5]", "Delete A [Điều 7]"],
    ),
    (
        "Bổ sung điểm e1 sau điểm e khoản 1 Điều 2 và khoản 2a sau khoản 2 Điều 3 {A}.",
        &["Insert A [điểm e1 khoản 1 Điều 2, khoản 2a Điều 3]"],
    ),
    // Several documents, each with its own.
    (
        "Bãi bỏ Phụ lục I ban hành kèm theo {A} và Phụ lục II ban hành kèm theo {B}.",
        &["Delete A [Phụ lục I]", "Delete B [Phụ lục II]"],
    ),
    (
        "Sửa đổi khoản 1 Điều 4 Quy chế ban hành kèm theo {A} và Điều 5 Quy định ban hành kèm theo {B} như sau:",
        &["Replace A [khoản 1 Điều 4]", "Replace B [Điều 5]"],
    ),
    ("Nghị quyết này thay thế toàn bộ {A} và một phần {B}.", &["Replaces A", "Replaces B part"]),
    ("Bãi bỏ các Nghị quyết sau: i) {A} về phí; ii) {B} về lệ phí.", &["Repeals A", "Repeals B"]),
    (
        "Điều 3 {A} (được sửa đổi tại khoản 1 Điều 1 {B}) được sửa đổi như sau: “Điều 3. Mới”",
        &["Replace A [Điều 3]"],
    ),
    // Titles.
    ("Sửa đổi một số điều của {A} quy định xử lý cơ sở bị đình chỉ hoạt động", &["Replace A"]),
    ("Sửa đổi một số điều của {A} về rà soát văn bản hết hiệu lực", &["Replace A"]),
    (
        "Sửa đổi một số điều của {A} quy định chi tiết khoản 2 Điều 5 Luật Thủ đô số 39/2024/QH15\n1. Bãi bỏ khoản 2          Điều 3.",
        &["Replace A", "Delete A [khoản 2 Điều 3]"],
    ),
    ("Bãi bỏ Nghị quyết quy định mức thu phí số 1/2021/NQ-HĐND ngày 08 tháng 7 năm 2021.", &["Repeals A"]),
    (
        "Nghị quyết quy định mức thu phí số 1/2021/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
        &["Ends A"],
    ),
    ("Danh mục nghị quyết bãi bỏ toàn bộ\n1. {A};\n2. {B}.", &["Repeals A", "Repeals B"]),
    // What is limited, and what is not.
    ("Nghị quyết này thay thế {A} và các quy định trước đây trái với Nghị quyết này.", &["Replaces A"]),
    ("Bãi bỏ {A} (trừ các nội dung quy định tại {B}).", &["Delete A"]),
    ("Các trường hợp sau đây:\na) Bãi bỏ {A} thì thực hiện như sau.", &["Repeals A Conditional"]),
    // Words, one for one.
    (
        "Thay thế các cụm từ “a”, “c” tương ứng bằng các cụm từ “b”, “d” tại khoản 2 Điều 3; Phụ lục II {A}.",
        &[
            "ReplaceWords A [khoản 2 Điều 3, Phụ lục II] a>b",
            "ReplaceWords A [khoản 2 Điều 3, Phụ lục II] c>d",
        ],
    ),
    ("Thay thế cụm từ “a” và “c” bằng “b” tại Điều 3 {A}.", &["ReplaceWords A [Điều 3] a|c>b"]),
    (
        "Các cụm từ “a”, “c” tại Điều 3 {A} được thay lần lượt bằng “b”, “d”.",
        &["ReplaceWords A [Điều 3] a>b", "ReplaceWords A [Điều 3] c>d"],
    ),
    ("Lược bỏ cụm từ “a” tại khoản 2 Điều 3 {A}.", &["DeleteWords A [khoản 2 Điều 3] a>"]),
    ("Bỏ khoản 3 Điều 5 {A}.", &["Delete A [khoản 3 Điều 5]"]),
    (
        "Thay thế cụm từ “a” bằng cụm từ “b” tại các Nghị quyết sau:\na) Khoản 2 Điều 3 {A};\nb) Điều 4 {B}.",
        &["ReplaceWords A [khoản 2 Điều 3] a>b", "ReplaceWords B [Điều 4] a>b"],
    ),
    // Sentences that a line or a paragraph breaks.
    ("Bãi bỏ khoản 2\nĐiều 3 {A}.", &["Delete A [khoản 2 Điều 3]"]),
    ("Hiệu lực\n\nNghị quyết này thay thế\n\n{A} về phí.", &["Replaces A"]),
    (
        "Hiệu lực\n\nNghị quyết này thay thế các\n\nNghị quyết sau:\n\na) {A};\n\nb) {B}.",
        &["Replaces A", "Replaces B"],
    ),
    ("Trong thời gian từ ngày 01/6/2025 đến hết ngày 31/12/2026, tạm ngưng hiệu lực {A}.", &["Suspends A"]),
    (
        "Hội đồng nhân dân tỉnh thống nhất về điều chỉnh đường dây nóng, với các nội dung sau:\n1. Làm ngay.\nTheo {A}, nhà \
         tạm phải được thẩm định.\nThực hiện khoản 2 Điều 2 {B}, Kho bạc theo dõi.",
        &[],
    ),
    // What a council cannot change, and what it only tells others to do.
    ("Bãi bỏ khoản 2 Điều 5 Nghị định số 10/2019/NĐ-CP.", &[]),
    ("Ủy ban nhân dân tỉnh căn cứ Nghị quyết này sửa đổi, bổ sung Quyết định số 10/2021/QĐ-UBND.", &[]),
    ("Khi các văn bản viện dẫn tại {A} được thay thế thì áp dụng văn bản mới.", &[]),
];

#[test]
fn forms_of_instructions_are_read() {
    for (form, expected) in FORMS {
        let text = format!("Điều 1. {form}")
            .replace(
                "{A}",
                "Nghị quyết số 1/2021/NQ-HĐND ngày 08 tháng 7 năm 2021 của Hội đồng nhân dân tỉnh",
            )
            .replace(
                "{B}",
                "Nghị quyết số 2/2022/NQ-HĐND ngày 09 tháng 12 năm 2022 của Hội đồng nhân dân tỉnh",
            );
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        let is_counted = |instruction: &&Instruction| {
            let is_announced = instruction.is_summary && !instruction.provisions.is_empty();
            instruction.agent == Agent::This && !is_announced
        };
        let told: Vec<String> =
            found.iter().filter(is_counted).map(|instruction| in_short(&text, instruction)).collect();
        assert_eq!(told, *expected, "{form}");
    }
}

fn in_short(text: &str, instruction: &Instruction) -> String {
    let document = if number(&text[instruction.target.clone()]).starts_with("1/") { "A" } else { "B" };
    let mut told = format!("{:?} {document}", instruction.action);
    let is_some_of = |provision: &TargetProvision| {
        let place = provision.path.as_ref().map(ProvisionPath::words);
        provision.is_part && place.is_some_and(|place| place == provision.words)
    };
    let provisions: Vec<String> = instruction
        .provisions
        .iter()
        .map(|provision| {
            let part = if is_some_of(provision) { "part of " } else { "" };
            format!("{part}{}", provision.words)
        })
        .collect();
    if !provisions.is_empty() {
        told.push_str(&format!(" [{}]", provisions.join(", ")));
    }
    if let Some(words) = &instruction.words {
        let from: Vec<&str> = words.from.iter().map(|range| &text[range.clone()]).collect();
        let to = words.to.clone().map_or("", |range| &text[range]);
        told.push_str(&format!(" {}>{to}", from.join("|")));
    }
    let may_be_whole = matches!(instruction.action, Action::Ends | Action::Replaces);
    if may_be_whole && instruction.extent == Extent::Partial && provisions.is_empty() {
        told.push_str(" part");
    }
    if let Certainty::Unsure(doubt) = instruction.certainty {
        told.push_str(&format!(" {doubt:?}"));
    }
    told
}

#[test]
fn beginnings_are_days() {
    for (text, from) in [
        ("Nghị quyết số 1/NQ-HĐND hết hiệu lực từ năm 2027.", date(2027, 1, 1)),
        ("Nghị quyết số 1/NQ-HĐND hết hiệu lực vào ngày 31 tháng 12 năm 2026.", date(2027, 1, 1)),
        ("Nghị quyết số 1/NQ-HĐND hết hiệu lực từ tháng 02 năm 2027.", date(2027, 2, 1)),
        ("Nghị quyết số 1/NQ-HĐND hết hiệu lực kể từ 0 giờ ngày 01 tháng 01 năm 2027.", date(2027, 1, 1)),
        ("Kể từ ngày 01 tháng 01 năm 2027, bãi bỏ Nghị quyết số 1/NQ-HĐND.", date(2027, 1, 1)),
    ] {
        let text = format!("Điều 1. {text}");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        assert_eq!(found[0].from, Some(Day::On(from)), "{text}");
    }
    let text = "Điều 1. Bãi bỏ Nghị quyết số 1/NQ-HĐND kể từ ngày 01/6/2025, bãi bỏ Nghị quyết số 2/NQ-HĐND kể từ ngày \
                01/01/2027.";
    let blocks = plain_blocks(text);
    let found = instructions(&blocks, &structure(&blocks)).found;
    assert_eq!(found[1].from, Some(Day::On(date(2027, 1, 1))));
}

#[test]
fn days_of_a_title_are_not_those_of_what_is_done() {
    for (text, from) in [
        ("Bãi bỏ Nghị quyết số 1/NQ-HĐND về mức hỗ trợ từ ngày 01/01/2022 đến hết ngày 31/12/2025.", None),
        ("Sửa đổi khoản 2 Điều 3 Nghị quyết số 1/NQ-HĐND quy định chính sách đến năm 2025 như sau:", None),
        ("Bãi bỏ Nghị quyết số 1/NQ-HĐND về phí kể từ ngày 01/7/2025.", Some(Day::On(date(2025, 7, 1)))),
        (
            "Tạm dừng thực hiện Nghị quyết số 1/NQ-HĐND về phí từ ngày 01/6/2025.",
            Some(Day::On(date(2025, 6, 1))),
        ),
    ] {
        let text = format!("Điều 1. {text}");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        assert_eq!((found[0].from, found[0].until), (from, None), "{text}");
    }
}

#[test]
fn details_go_on_with_what_stands_above_them() {
    let text = "Điều 1. Sửa đổi, bổ sung một số điều của Quy định kèm theo Nghị quyết số 1/NQ-HĐND\n\
                1. Sửa đổi, bổ sung Điều 5 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Mới.”\nb) Bổ sung khoản 2a vào sau khoản 2 như \
                sau:\n“2a. Mới.”\n2. Thay thế một số cụm từ của Quy định như sau:\na) Thay cụm từ “a” bằng “b” tại khoản 1 Điều 2 \
                Nghị quyết và điểm c khoản 1 Điều 3.\n3. Điểm a khoản 1 Điều 4 sửa đổi như sau: “a) Mới”.\n\
                4. Tại khoản 2 Điều 7: bỏ cụm từ “c”.";
    let blocks = plain_blocks(text);
    let found = instructions(&blocks, &structure(&blocks)).found;
    let details = found.iter().filter(|instruction| !instruction.is_summary);
    let told: Vec<String> = details
        .map(|one| {
            format!("{} {}", in_short(text, one), if one.in_attachment { "attached" } else { "itself" })
        })
        .collect();
    assert_eq!(
        told,
        [
            "Replace A [Điều 5] attached",
            "Replace A [khoản 1 Điều 5] attached",
            "Insert A [khoản 2a Điều 5] attached",
            "ReplaceWords A [khoản 1 Điều 2] a>b itself",
            "ReplaceWords A [điểm c khoản 1 Điều 3] a>b attached",
            "Replace A [điểm a khoản 1 Điều 4] attached",
            "DeleteWords A [khoản 2 Điều 7] c> attached",
        ]
    );
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

/// Sentences of one article of which nothing is read, with whether the editor is told.
#[test]
fn nothing_that_may_be_done_is_lost_without_a_word() {
    for (form, is_told) in [
        ("Bãi bỏ Nghị quyết 43 ngày 10/12/2020 của Hội đồng nhân dân tỉnh.", true),
        ("Nghị quyết số 43 ngày 10/12/2020 hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.", true),
        ("~~Bãi bỏ {A}.~~", true),
        ("Chỉ bãi bỏ {A} sau khi có hướng dẫn của Chính phủ.", true),
        // Read.
        ("{A} có hiệu lực đến hết ngày 31/12/2026.", false),
        ("Kể từ ngày 01/7/2025, không áp dụng {A}.", true),
        ("{A} không còn được áp dụng kể từ ngày 01/7/2025.", true),
        ("Bãi bỏ {A}.", false),
        ("{A} hết hiệu lực thì thực hiện theo Nghị quyết này.", false),
        ("Tiếp tục nghiên cứu sửa đổi, bổ sung {A}.", false),
        ("Giao Ủy ban nhân dân tỉnh rà soát, trình bãi bỏ {A}.", false),
        ("Ủy ban nhân dân tỉnh: bãi bỏ văn bản hướng dẫn {A}.", false),
        ("{A} quy định mức chi được áp dụng đến hết ngày 31/12/2026.", true),
        ("Mức hỗ trợ tại {A} quy định mức chi được thực hiện đến hết năm 2026.", true),
        ("Tại {A} quy định mức chi thay cụm từ “xã” bằng “phường” ở khoản 2 Điều 2.", true),
        ("Đồng ý đề nghị của Ủy ban nhân dân tỉnh về việc bãi bỏ {A}.", true),
        ("Thống nhất Tờ trình số 4/TTr-UBND của Ủy ban nhân dân tỉnh về việc bãi bỏ {A}.", true),
        ("Đồng ý giao Ủy ban nhân dân tỉnh rà soát việc bãi bỏ {A}.", false),
        ("Bãi bõ {A}.", true),
        ("Bãi bõ {A}; Nghị quyết số 2/2022/NQ-HĐND.", true),
        ("Hũy bỏ {A}.", true),
        ("Sữa đổi khoản 2 Điều 3 {A} như sau:", true),
        ("Không áp dụng {A}.", true),
        ("Dự thảo Nghị quyết thay thế {A} được trình tại kỳ họp sau.", false),
        ("Các văn bản trái với {A} đều bị bãi bỏ.", false),
        ("Thực hiện theo {A} đã được sửa đổi, bổ sung.", false),
        ("{A} chưa hết hiệu lực.", false),
        ("Nghị quyết này có hiệu lực đến hết ngày 31/12/2026.", false),
        ("Bãi bỏ các chính sách hỗ trợ hộ nghèo theo {A}.", true),
        ("Nghị quyết này thay thế các chính sách hỗ trợ hộ nghèo theo {A}.", true),
        ("Bãi bỏ tên gọi và Điều 1 của {A}.", true),
        ("Giữ nguyên hiệu lực của Nghị quyết số 2/2021/NQ-HĐND, bãi bỏ {A}.", true),
        ("Không bãi bỏ {A} mà chỉ sửa đổi khoản 2 Điều 2 của nghị quyết đó.", true),
        ("Bãi bỏ các Nghị quyết sau:\n- Các chính sách hỗ trợ hộ nghèo theo {A};", true),
        ("Không áp dụng khoản 1 Điều 2 Nghị quyết này đối với người đã được hỗ trợ theo {A}.", false),
        ("Bãi bỏ phí đò ngang.", false),
        ("Sửa đổi Nghị định số 10/2019/NĐ-CP.", false),
    ] {
        let text =
            format!("Điều 1. {form}").replace("{A}", "Nghị quyết số 1/2021/NQ-HĐND ngày 08 tháng 7 năm 2021");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks));
        let named = if form.contains("2/2022") { 2 } else { 1 };
        assert_eq!(found.unread_acts.len(), if is_told { named } else { 0 }, "{form}");
    }
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
fn a_term_without_a_day_ends_with_an_event() {
    for text in [
        "Tạm ngưng hiệu lực Nghị quyết số 1/NQ-HĐND trong thời gian 12 tháng.",
        "Kéo dài thời gian thực hiện Nghị quyết số 1/NQ-HĐND thêm 01 năm.",
    ] {
        let text = format!("Điều 1. {text}");
        let blocks = plain_blocks(&text);
        assert_eq!(instructions(&blocks, &structure(&blocks)).found[0].until, Some(Day::Event), "{text}");
    }
}

#[test]
fn each_document_has_the_day_behind_it() {
    for (form, expected) in [
        ("Bãi bỏ {A} kể từ ngày 01/7/2025 và {B} kể từ ngày 01/7/2026.", &["2025-07-01", "2026-07-01"][..]),
        ("Bãi bỏ {A} (từ ngày 01/01/2027) và {B} (từ ngày 01/7/2025).", &["2027-01-01", "2025-07-01"]),
        ("Bãi bỏ {A} và {B} kể từ ngày 01/7/2027.", &["2027-07-01", "2027-07-01"]),
        ("Bãi bỏ {A} kể từ ngày 01/7/2027 và {B}.", &["2027-07-01", "?"]),
        ("Từ ngày 01/7/2027, bãi bỏ {A} và {B}.", &["2027-07-01", "2027-07-01"]),
        ("Từ ngày 01/01/2027 bãi bỏ {A}, từ ngày 01/7/2025 bãi bỏ {B}.", &["2027-01-01", "2025-07-01"]),
        (
            "{A} hết hiệu lực kể từ ngày 01/01/2027 và {B} kể từ ngày 01/7/2025.",
            &["2027-01-01", "2025-07-01"],
        ),
        (
            "{A} hết hiệu lực kể từ ngày 01/01/2027, {B} hết hiệu lực kể từ ngày 01/7/2025.",
            &["2027-01-01", "2025-07-01"],
        ),
        (
            "Kéo dài thời gian thực hiện {A} đến hết ngày 30/5/2026; {B} đến hết ngày 31/12/2026.",
            &["-2026-05-30", "-2026-12-31"],
        ),
        ("Tạm ngưng hiệu lực {A} trong thời hạn 06 tháng kể từ ngày 01/6/2025.", &["2025-06-01-2025-11-30"]),
        ("Tạm ngưng hiệu lực {A} 01 năm kể từ ngày 01/6/2025.", &["2025-06-01-2026-05-31"]),
        ("Tạm ngưng hiệu lực {A} trong năm 2026.", &["2026-01-01-2026-12-31"]),
        ("Ngưng hiệu lực {A} từ ngày 31/12/2026 đến ngày 01/6/2025.", &["2026-12-31-2025-06-01?"]),
        (
            "Bãi bỏ {A} kể từ ngày 01/7/2026, {B} kể từ ngày 01/01/2027 và Nghị quyết số 3/2022/NQ-HĐND.",
            &["2026-07-01", "2027-01-01", "?"],
        ),
    ] {
        let text = format!("Điều 1. {form}")
            .replace("{A}", "Nghị quyết số 1/2021/NQ-HĐND ngày 08 tháng 7 năm 2021")
            .replace("{B}", "Nghị quyết số 2/2022/NQ-HĐND ngày 09 tháng 12 năm 2022");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        let told = |instruction: &Instruction| {
            let day = |day: Option<Day>, before: &str| match day {
                Some(Day::On(date)) => format!("{before}{date}"),
                Some(other) => format!("{before}{other:?}"),
                None => String::new(),
            };
            let doubt = if instruction.certainty.is_sure() { "" } else { "?" };
            format!("{}{}{doubt}", day(instruction.from, ""), day(instruction.until, "-"))
        };
        assert_eq!(found.iter().map(told).collect::<Vec<_>>(), *expected, "{form}");
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
fn the_term_of_a_title_is_not_that_of_a_list() {
    let a = "Nghị quyết số 1/NQ-HĐND quy định chính sách hỗ trợ đến hết ngày 31 tháng 12 năm 2025";
    for (head, until) in [
        (
            "Kéo dài thời gian thực hiện các nghị quyết sau đến hết ngày 31 tháng 12 năm 2027:",
            Some(Day::On(date(2027, 12, 31))),
        ),
        ("Tiếp tục áp dụng các nghị quyết sau đây cho đến khi có văn bản thay thế:", Some(Day::Event)),
        ("Ngưng hiệu lực các nghị quyết sau:", None),
    ] {
        let text = format!("Điều 1. Nội dung\n{head}\n1. {a}.");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        assert_eq!(found.iter().map(|one| one.until).collect::<Vec<_>>(), [until], "{text}");
    }
}

#[test]
fn a_line_may_break_between_provisions_and_their_document() {
    let text = "Điều 1. Bãi bỏ các quy định sau:\na) Điều 2 và Điều 3\nCủa Nghị quyết số 1/NQ-HĐND;\nb) Nghị quyết số 2/NQ-HĐND.";
    assert_eq!(
        told(text)[..2],
        ["this Delete 1/NQ-HĐND (Điều 2 và Điều 3) Partial", "this Repeals 2/NQ-HĐND Whole"]
    );
}

#[test]
fn a_line_may_end_within_the_name_of_a_place() {
    let text = "Điều 1. Bãi bỏ Nghị quyết số 1/NQ-HĐND về phí trên địa bàn tỉnh\nSông Lam và Nghị quyết số 2/NQ-HĐND.";
    assert_eq!(told(text), ["this Repeals 1/NQ-HĐND Whole", "this Repeals 2/NQ-HĐND Whole"]);
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
