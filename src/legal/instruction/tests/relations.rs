//! Sentences with what they say is done to which document.

use super::*;

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
