//! Forms of instructions with their provisions, words and days.

use super::*;

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
