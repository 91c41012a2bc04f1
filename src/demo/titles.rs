//! Titles and subjects of the made-up documents, in the notation of `words`.

/// Rules for titles: name, then alternatives parted by `|`.
pub(super) const TITLES: &[(&str, &str)] = &[
    (
        "policy",
        "quy định mức hỗ trợ {deed}|quy định chính sách hỗ trợ {fieldgroup} {deed}|quy định nội dung, mức chi {verb} {thing}|
         quy định tiêu chí, định mức {verb} {thing}|quy định phân cấp {verb} {thing}|ban hành Quy định về {verb} {thing}|
         quy định một số chính sách đặc thù về {thing}|quy định nguyên tắc {verb} {thing} và {thing}|
         quy định chế độ đối với {fieldgroup} tham gia {verb} {thing}|quy định trình tự, thủ tục {verb} {thing}|
         quy định đối tượng được {verb} {thing}|quy định mức thu, quản lý và sử dụng kinh phí {verb} {thing}|
         quy định chính sách khuyến khích {deed}|quy định cơ chế lồng ghép vốn để {verb} {thing}|
         quy định mức trần {head} {thing} {adjective}|quy định việc {verb} và {verb} {thing} {adjective}",
    ),
    (
        "scope",
        "trên địa bàn tỉnh Minh Giang|tại các xã vùng cao của tỉnh Minh Giang|tại {district}|tại các đơn vị công lập của tỉnh|
         trên địa bàn tỉnh|thuộc phạm vi quản lý của tỉnh Minh Giang|ở khu vực nông thôn tỉnh Minh Giang",
    ),
    (
        "plan",
        "về kế hoạch {verb} {thing}|về nhiệm vụ {verb} {thing}|về chủ trương đầu tư dự án {deed} tại {commune}|
         về việc thông qua Đề án {verb} {thing}|về kết quả giám sát việc {verb} {thing}|về chương trình {verb} {thing} và {thing}|
         về phân bổ kinh phí {verb} {thing}|về danh mục {thing} cần {verb}|về một số giải pháp {fix} {fieldtrouble}|
         thông qua phương án {verb} {thing}|về điều chỉnh {head} {thing} {adjective}|về việc cho ý kiến đối với {head} {thing}|
         về mục tiêu, nhiệm vụ {verb} {thing} và {deed}|về bổ sung {fund} để {deed}",
    ),
    (
        "goals",
        "về mục tiêu, nhiệm vụ {verb} {thing}|về kế hoạch phát triển kinh tế - xã hội gắn với {thing}|
         về chỉ tiêu và giải pháp {verb} {thing}|về chương trình {verb} {thing} và {verb} {thing}|
         về nhiệm vụ trọng tâm {verb} {thing}|về kế hoạch {fix} {fieldtrouble} và {verb} {thing}",
    ),
    (
        "sessionreport",
        "Báo cáo kết quả thảo luận về {verb} {thing}|Báo cáo tổng hợp kiến nghị của cử tri về {thing} và {thing}|
         Báo cáo kết quả trả lời chất vấn về {thing}|Báo cáo hoạt động của các Ban, trọng tâm là {verb} {thing}",
    ),
    (
        "supervisionreport",
        "Báo cáo giám sát việc {verb} {thing} {place}|Báo cáo giám sát chuyên đề về {thing} và {thing}|
         Báo cáo kết quả khảo sát {head} {thing} {place}|Báo cáo giám sát trách nhiệm của {actor} về {thing}",
    ),
    (
        "hearingreport",
        "Báo cáo phiên giải trình về {thing}|Báo cáo kết quả phiên giải trình về {fieldtrouble}|
         Báo cáo nội dung giải trình việc {verb} {thing} {place}",
    ),
    (
        "progressreport",
        "Báo cáo kết quả thực hiện các chỉ tiêu về {thing}|Báo cáo tình hình {verb} {thing} và kết quả các nghị quyết|
         Báo cáo tiến độ {verb} {thing} {place}|Báo cáo sơ kết chương trình {verb} {thing}",
    ),
    (
        "sessionnews",
        "{sessionname}: {verb} {thing}, {fix} {fieldtrouble}|Đại biểu chất vấn về {thing} {place}|
         {sessionname} bàn việc {verb} {thing}|Thông qua nghị quyết về {thing} và {thing}|
         Làm rõ trách nhiệm khi để xảy ra {fieldtrouble}|Thảo luận tại tổ về {head} {thing}",
    ),
    (
        "othernews",
        "Giám sát việc {verb} {thing} {place}|Cử tri {commune} kiến nghị {verb} {thing}|Khảo sát {head} {thing} tại {commune}|
         Tiếp xúc cử tri tại {commune}: mong sớm {deed}|Thường trực HĐND tỉnh cho ý kiến về {thing}|
         Phiên giải trình về {thing}: {fix} {fieldtrouble}|{commune} {deed}, {verb} {thing}|Gỡ khó cho {fieldgroup} {place}",
    ),
    (
        "sectionachieved",
        "Kết quả {verb} {thing}|Tình hình {verb} {thing}|Những việc đã làm về {thing}|Công tác {verb} {thing}|
         Về {head} {thing} và {thing}",
    ),
    (
        "sectionlimits",
        "Tồn tại, hạn chế về {thing}|Khó khăn trong việc {verb} {thing}|Hạn chế và nguyên nhân|Về {fieldtrouble} và {fieldtrouble}",
    ),
    (
        "sectiontasks",
        "Kiến nghị, đề xuất|Nhiệm vụ thời gian tới|Kiến nghị với {office}|Giải pháp {verb} {thing}|Việc cần làm trong {soon}",
    ),
    (
        "heading",
        "Nội dung và mức hỗ trợ {thing}|Mức chi {verb} {thing}|Tiêu chí {verb} {thing}|Chính sách đối với {fieldgroup}|
         Quản lý {thing}|Trách nhiệm {verb} {thing}|Định mức {verb} {thing}|Hỗ trợ {deed}|Phân cấp {verb} {thing}|
         Việc {verb} {thing} và {thing}",
    ),
    ("project", "{deed} {place}|{verb} {thing} {place}|{verb} {head} {thing}|{deed} và {verb} {thing}"),
    ("row", "{thing}|{thing} {adjective}|{head} {thing}|{fieldgroup}"),
    ("statistic", "Số {unit} được {verb}|Kinh phí {verb} {thing}|Số {unit} kiểm tra|Tỷ lệ {verb} {thing}|Số kiến nghị về {thing}"),
];
