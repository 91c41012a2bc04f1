use super::super::instructions;
use super::*;
use crate::legal::structure::{plain_blocks, structure};

/// What an article with one sentence does to the documents `{A}` and `{B}`.
fn found(form: &str) -> Vec<Instruction> {
    let text = format!("Điều 1. {form}")
        .replace("{A}", "Nghị quyết số 1/2021/NQ-HĐND ngày 08 tháng 7 năm 2021 của Hội đồng nhân dân tỉnh")
        .replace("{B}", "Nghị quyết số 2/2022/NQ-HĐND ngày 09 tháng 12 năm 2022 của Hội đồng nhân dân tỉnh");
    let blocks = plain_blocks(&text);
    instructions(&blocks, &structure(&blocks)).found
}

#[test]
fn endings_with_words_that_are_not_understood_are_unsure() {
    for form in [
        "Bãi bỏ {A} từ đầu năm 2027.",
        "Bãi bỏ {A} kể từ 01/2027.",
        "{A} hết hiệu lực kể từ ngày 31 tháng 9 năm 2025.",
        "Bãi bỏ {A} kể từ ngày 0l tháng 01 năm 2027.",
        "Chậm nhất đến ngày 31 tháng 12 năm 2026, {A} hết hiệu lực.",
        "Đến hết ngày 31 tháng 12 năm 2026, {A} hết hiệu lực.",
        "{A} hết hiệu lực trước ngày 01 tháng 01 năm 2027.",
        "{A} hết hiệu lực sau 02 năm kể từ ngày Nghị quyết này có hiệu lực.",
        "{A} hết hiệu lực vào thời điểm kết thúc năm ngân sách 2026.",
        "{A} hết hiệu lực cùng thời điểm với quyết định mới.",
        "{A} hết hiệu lực kể từ ngày Ủy ban nhân dân tỉnh ban hành quyết định mới.",
        "Bãi bỏ {A} khi hoàn thành việc sắp xếp đơn vị.",
        "Bãi bỏ {A}, trong trường hợp không bố trí được kinh phí.",
        "Bãi bỏ {A} với điều kiện có nguồn thay thế.",
        "Nghị quyết này thay thế {A}, nếu được cấp trên phê duyệt.",
        "Tạm ngưng hiệu lực {A}, nếu dịch bệnh bùng phát.",
        "Bãi bỏ {A}, không bao gồm Phụ lục II.",
        "Bãi bỏ {A} về phí, chỉ giữ lại mức thu.",
        "Bãi bỏ {A}, nhưng các dự án dở dang làm tiếp.",
        "Bãi bỏ {A} đối với địa bàn các huyện miền núi.",
        "Bãi bỏ {A} trên địa bàn các phường mới.",
        "Nghị quyết này thay thế {A} (phần mức chi).",
        "Bãi bỏ việc áp dụng {A} cho năm học 2025 - 2026.",
        "Hủy bỏ việc bãi bỏ {A}.",
        "Việc bãi bỏ {A} là cần thiết.",
        "Bãi bỏ {A} là yêu cầu cấp thiết.",
        "Bãi bỏ {A} khi {B} hết hiệu lực.",
        "{A} và {B} lần lượt hết hiệu lực kể từ ngày 01/7/2025 và ngày 01/01/2027.",
        "Một số nội dung của {A} và {B} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
        "Bãi bỏ khoản 2 Điều 3 {A} và {B}.",
        "Bãi bỏ quy định tại Điều 3 của các Nghị quyết: {A}; {B}.",
        "Sở Tư pháp chủ trì tham mưu các nội dung: bãi bỏ {A}; thay thế {B}.",
        "Thực hiện {B} bãi bỏ {A}.",
        "Nhiệm vụ trọng tâm năm 2026\n1. Bãi bỏ {A}.",
        "Kiến nghị, đề xuất\n1. {A} hết hiệu lực.",
        "Các cơ quan, đơn vị tập trung:\n- Bãi bỏ {A};\n- Thay thế {B}.",
        "Bãi bỏ {A}.\nĐiều 2. {A} tiếp tục có hiệu lực.",
        "Bãi bỏ {A}.\nĐiều 2. Không bãi bỏ Điều 3 {A}.",
        "Bãi bỏ {A}.\nĐiều 2. Riêng {A} chỉ bãi bỏ Điều 2.",
        "Bãi bỏ {A}.\nĐiều 2. Khoản 2 Điều 3 {A} quy định mức thu vẫn có hiệu lực.",
        "Bãi bỏ {A}.\nĐiều 2. Riêng chính sách tại Điều 4 {A} quy định mức thu tiếp tục thực hiện đến hết năm 2027.",
        "Bãi bỏ {A}.\nĐiều 2. Riêng mức thu tại {A} quy định mức thu được áp dụng đến hết năm 2026.",
        "Bãi bỏ {A}.\nĐiều 2. Riêng Điều 4 {A} tiếp tục có hiệu lực đến hết ngày 31 tháng 12 năm 2027.",
        "Bãi bỏ {A}.\nĐiều 2. Điều 1 Nghị quyết này không áp dụng đối với Điều 5 {A}.",
        "{A} bị bãi bỏ tại khoản 2 Điều 3.",
        "Nghị quyết này thay thế {A} phần quy định về lệ phí.",
        "Nghị quyết này thay thế {A} các quy định về lệ phí.",
        "Chấm dứt việc bãi bỏ {A}.",
        "Chấm dứt việc ngưng hiệu lực {A} kể từ ngày 01 tháng 6 năm 2025.",
        "{A} hết hiệu lực đồng thời với {B}.",
        "{A} hết hiệu lực theo thời điểm hết hiệu lực của {B}.",
        "Bãi bỏ {A} đồng thời với việc ban hành nghị quyết mới.",
        "Nghị quyết này thay thế {A} về mức chi cho cấp tỉnh; mức chi cho cấp xã tiếp tục thực hiện theo {A}.",
        "Bãi bỏ {A} về phần mức thu tại khu vực nông thôn.",
        "Theo Tờ trình số 12/TTr-UBND, Ủy ban nhân dân tỉnh đề xuất:\n1. Bãi bỏ {A}.",
        "Cho ý kiến đối với các nội dung trình kỳ họp:\n1. Bãi bỏ {A}.",
        "Tại kỳ họp, Hội đồng nhân dân tỉnh xem xét:\n1. Bãi bỏ {A}.",
        "Hội đồng nhân dân tỉnh sẽ xem xét, thông qua:\n1. Bãi bỏ {A}.",
        "Nội dung chưa thông qua\n1. Bãi bỏ {A}.",
        "Ủy quyền cho Thường trực Hội đồng nhân dân tỉnh quyết định:\n1. Bãi bỏ {A}.",
        "Đồng ý chủ trương:\n1. Bãi bỏ {A}.",
        "Hội đồng nhân dân tỉnh đã:\na) Bãi bỏ {A}.",
        "Các hành vi bị nghiêm cấm:\n1. Bãi bỏ {A}.",
        "Trường hợp hụt thu thì:\n1. Bãi bỏ {A}.",
        "Sau khi được Thủ tướng Chính phủ chấp thuận:\n1. Bãi bỏ {A}.",
        "Đối với học sinh bán trú:\n1. Bãi bỏ {A}.",
        "Xử lý chuyển tiếp\n1. Trên địa bàn các xã khu vực I:\na) Bãi bỏ {A}.",
        "Phạm vi\nPHỤ LỤC\nVÍ DỤ\n1. Bãi bỏ {A}.",
        "Phạm vi\nPHỤ LỤC\nNGHỊ QUYẾT\nĐiều 1. Bãi bỏ {A}.",
    ] {
        assert_unsure(form);
    }
}

/// That nothing ends for certain, and that something may.
fn assert_unsure(form: &str) {
    let found = found(form);
    let sure: Vec<_> = found.iter().filter(|instruction| instruction.ends_surely()).collect();
    assert!(sure.is_empty(), "{form}: {sure:?}");
    assert!(found.iter().any(|instruction| !instruction.certainty.is_sure()), "{form}: silent");
}

#[test]
fn what_stands_beside_or_below_a_document_may_limit_its_end() {
    for form in [
        "Bãi bỏ {A} về mức chi quy định tại khoản 1 Điều 2.",
        "Bãi bỏ {A} liên quan đến mức chi tại Phụ lục I.",
        "{A} về mức chi tại Điều 2 hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
        "Bãi bỏ {A}. Nghị quyết này không bãi bỏ Điều 3 của nghị quyết nêu trên.",
        "Bãi bỏ các Nghị quyết sau:\n1. {A}.\n2. {B}.\nRiêng nghị quyết tại khoản 2 Điều này tiếp tục áp dụng đến hết năm 2026.",
        "Bãi bỏ {A}. Các nghị quyết trên tiếp tục áp dụng đối với hồ sơ đã nộp.",
        "Bãi bỏ {A}. Riêng Điều 3 tiếp tục có hiệu lực; {B}.",
        "Bãi bỏ {A}. Các quy định sau tiếp tục có hiệu lực:\na) Điều 2;",
        "Bãi bỏ {A}, gồm:\na) Điều 2;\nb) Điều 3.",
        "Bãi bỏ Điều 3, Phụ lục của {A}.",
        "Bãi bỏ Điều 4 và Quy định ban hành kèm theo {A}.",
        "Điều 4 và Phụ lục ban hành kèm theo {A} bị bãi bỏ.",
        "Điều 1 {A} hết hiệu lực kể từ ngày hoàn thành việc quyết toán.",
        "Bãi bỏ khoản 2 Điều 3 {A} từ ngày 31 tháng 11 năm 2026.",
        "{A} vẫn áp dụng đến khi Ủy ban nhân dân tỉnh ban hành giá mới, sau đó hết hiệu lực.",
        "{A} được áp dụng đến hết nhiệm kỳ 2021 - 2026 rồi hết hiệu lực.",
        "Bãi bỏ toàn bộ, một phần các Nghị quyết sau:\n1. {A}.\n2. {B}.",
        "Bãi bỏ các Nghị quyết sau:\n1. {A}.\n2. {B}.\nViệc bãi bỏ nghị quyết tại khoản 2 được thực hiện sau khi có ý kiến.",
        "Bãi bỏ {A}.\nNội dung bãi bỏ: Điều 3.",
        "Bãi bỏ các Nghị quyết sau:\n1. {A}.\n(Chỉ bãi bỏ phần học phí)",
        "Bãi bỏ các Nghị quyết sau:\n1. {A}.\na) Nội dung bãi bỏ: Điều 3.",
        "Bãi bỏ các Nghị quyết sau:\n1. {A}.\nThời điểm hết hiệu lực: ngày 01 tháng 3 năm 2026.",
        "Bãi bỏ các Nghị quyết sau:\n1. {A} thực hiện theo quy định của Luật.",
        "Bãi bỏ các Nghị quyết sau:\n1. {A} chưa có văn bản thay thế.",
        "Bãi bỏ các Nghị quyết sau:\n- {A} do Ủy ban nhân dân tỉnh báo cáo.",
        "Bãi bỏ các Nghị quyết sau:\n- {A} được sửa đổi như sau:",
        "Bãi bỏ {A} sửa đổi, bổ sung một số điều của {B}, gồm:\na) Điều 2;\nb) Điều 3.",
        "{A} hết hiệu lực một phần, {B} hết hiệu lực một phần kể từ ngày 01 tháng 01 năm 2026.",
    ] {
        assert_unsure(form);
    }
}

#[test]
fn endings_of_which_every_word_is_understood_are_sure() {
    for (form, count) in [
        ("Bãi bỏ {A}.", 1),
        ("Bãi bỏ toàn bộ {A} và {B}.", 2),
        ("{A} sẽ hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực thi hành.", 1),
        ("Bãi bỏ {A}.\nĐiều 2. Việc bãi bỏ quy định tại Điều 1 được thực hiện từ ngày 01/01/2027.", 1),
        ("Bãi bỏ các Nghị quyết sau:\n1. {A}\nB. BÃI BỎ MỘT PHẦN\n1. Điều 3 {B}", 1),
        ("Bãi bỏ {A} công bố danh mục nghị quyết còn hiệu lực.", 1),
        ("Bãi bỏ {A}.\nĐiều 2. Hồ sơ đã nộp tiếp tục thực hiện theo {A}.", 1),
        ("Bãi bỏ {A} về quy định mức chi đối với cán bộ trên địa bàn tỉnh, giai đoạn 2021 - 2025.", 1),
        ("Bãi bỏ {A} quy định xử lý nếu chậm nộp.", 1),
        ("Bãi bỏ {A} quy định chi tiết khoản 2 Điều 3 Luật Phí và lệ phí.", 1),
        ("Bãi bỏ {A} do không còn phù hợp với pháp luật.", 1),
        ("Bãi bỏ {A} (được sửa đổi, bổ sung bởi {B}).", 1),
        ("Bãi bỏ {A}, khóa IX, kỳ họp thứ 2 về phí.", 1),
        ("{A} (có hiệu lực từ ngày 18/7/2021) hết hiệu lực kể từ ngày 01 tháng 01 năm 2027.", 1),
        ("Kể từ ngày Nghị quyết này có hiệu lực, {A} được thay thế bằng Nghị quyết này.", 1),
        ("Nghị quyết này thay thế {A} và các quy định trước đây trái với Nghị quyết này.", 1),
        ("Ban hành Quy định về phí, thay thế Quy định ban hành kèm theo {A}.", 1),
        ("Theo đề nghị của Ủy ban nhân dân tỉnh, bãi bỏ {A}.", 1),
        ("Bãi bỏ {A} kể từ ngày 01/6/2025, bãi bỏ {B} kể từ ngày 01/01/2027.", 2),
        ("Tạm ngưng hiệu lực thi hành {A} cho đến khi có văn bản mới.", 1),
        ("Ngưng hiệu lực toàn bộ {A} và {B} từ ngày 01/6/2025 đến ngày 31/12/2026.", 2),
        (
            "Nghị quyết này được Hội đồng nhân dân tỉnh khóa X, kỳ họp thứ 15 thông qua ngày 20 tháng 5 năm 2025, \
             có hiệu lực từ ngày 01 tháng 6 năm 2025 và thay thế {A}.",
            1,
        ),
        ("Sửa đổi khoản 2 Điều 3 {B} như sau: “2. Mới.” Bãi bỏ {A}.", 1),
        ("Từ năm 2027:\n1. Bãi bỏ {A};\n2. Thay thế {B}.", 2),
        ("Quyết nghị các nội dung sau đây:\n1. Bãi bỏ {A};\n2. Thay thế {B}.", 2),
        ("Điều khoản thi hành:\n1. Bãi bỏ {A};\n2. Thay thế {B}.", 2),
        ("Hiệu lực thi hành\n1. Nghị quyết này có hiệu lực từ ngày 01/6/2025.\n2. Bãi bỏ {A}.", 1),
    ] {
        let found = found(form);
        let sure = found.iter().filter(|instruction| instruction.ends_surely()).count();
        assert_eq!(sure, count, "{form}: {found:?}");
    }
}

#[test]
fn a_part_that_stands_behind_its_verb_ends_alone() {
    for (form, provisions) in [
        ("{A} hết hiệu lực khoản 2 Điều 3 và Điều 5.", &["khoản 2 Điều 3", "Điều 5"][..]),
        ("{A} hết hiệu lực thi hành khoản 2 Điều 3.", &["khoản 2 Điều 3"]),
        ("{A} hết hiệu lực tại Điều 4.", &["Điều 4"]),
        ("{A} hết hiệu lực nội dung tại khoản 2 Điều 3.", &["khoản 2 Điều 3"]),
        ("{A} bị bãi bỏ Điều 4.", &["Điều 4"]),
        ("{A} bị bãi bỏ các nội dung sau: khoản 2 Điều 3; Điều 5.", &["khoản 2 Điều 3", "Điều 5"]),
        ("{A} bị thay thế Phụ lục I.", &["Phụ lục I"]),
        ("{A} hết hiệu lực phần quy định về lệ phí.", &[]),
        ("{A} hết hiệu lực các quy định về lệ phí.", &[]),
        ("{A} được thay thế phần quy định về lệ phí.", &[]),
        ("{A} ngưng hiệu lực Điều 4 từ ngày 01/7/2025.", &["Điều 4"]),
        ("{A} tạm ngưng hiệu lực thi hành khoản 2 Điều 3 từ ngày 01/7/2025.", &["khoản 2 Điều 3"]),
    ] {
        let found = found(form);
        let named = |one: &Instruction| {
            one.provisions.iter().map(|provision| provision.words.clone()).collect::<Vec<_>>()
        };
        assert_eq!(found.len(), 1, "{form}: {found:?}");
        assert_eq!(
            (found[0].extent, named(&found[0])),
            (Extent::Partial, provisions.iter().map(ToString::to_string).collect()),
            "{form}"
        );
    }
}

#[test]
fn a_day_may_be_told_in_a_sentence_of_its_own() {
    let found = found("Bãi bỏ {A}. Thời điểm bãi bỏ: ngày 01 tháng 01 năm 2027.");
    let day = crate::text::Date::new(2027, 1, 1).ok().map(super::super::Day::On);
    assert_eq!(found.iter().map(|one| one.from).collect::<Vec<_>>(), [day]);
}

#[test]
fn what_several_documents_say_of_something_is_a_part_of_each() {
    for form in [
        "Bãi bỏ quy định về mức chi tại các Nghị quyết sau đây: a) {A}; b) {B}.",
        "Bãi bỏ quy định về mức chi tại các Nghị quyết sau đây:\na) {A};\nb) {B}.",
        "Bãi bỏ các quy định về tiền công tại:\n1. {A}.\n2. {B}.",
        "Bãi bỏ một số quy định về phí của:\n- {A};\n- {B}.",
        "Các quy định về học phí tại các Nghị quyết sau đây hết hiệu lực thi hành:\na) {A};\nb) {B}.",
        "Các biểu mẫu ban hành kèm theo các Nghị quyết sau đây hết hiệu lực:\na) {A};\nb) {B}.",
        "Ngưng hiệu lực các quy định về học phí tại:\na) {A};\nb) {B}.",
    ] {
        let found = found(form);
        let extents: Vec<_> = found.iter().map(|one| one.extent).collect();
        assert_eq!(extents, [Extent::Partial; 2], "{form}: {found:?}");
    }
}

#[test]
fn nothing_acts_before_the_words_that_enact() {
    let a = "Nghị quyết số 1/2021/NQ-HĐND ngày 08 tháng 7 năm 2021 của Hội đồng nhân dân tỉnh";
    for recital in [
        format!(
            "Xét Tờ trình số 12/TTr-UBND ngày 02 tháng 5 năm 2025 đề nghị:\n1. Bãi bỏ {a};\n2. Sửa đổi phí;"
        ),
        format!("Xét Tờ trình số 12/TTr-UBND đề nghị:\n\nBãi bỏ {a};"),
        format!("Căn cứ kết quả rà soát:\na) {a} hết hiệu lực;"),
    ] {
        let text = format!("NGHỊ QUYẾT\nVề phí\n{recital}\nQUYẾT NGHỊ:\nĐiều 1. Phí\n");
        let blocks = plain_blocks(&text);
        let found = instructions(&blocks, &structure(&blocks)).found;
        assert!(found.is_empty(), "{recital}: {found:?}");
    }
}

#[test]
fn what_a_correction_writes_anew_is_no_amendment() {
    let found = found("Đính chính {A} như sau: thay cụm từ “huyện” bằng “xã” tại Điều 3.");
    assert!(found.iter().all(|instruction| instruction.action == Action::Corrects), "{found:?}");
}
