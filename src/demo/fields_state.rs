//! Fields of the state: welfare, security, administration.

use super::fields::{Field, at_least, less_than, more_than, named};

/// Work and welfare.
pub(super) const WELFARE: Field = Field {
    topic: named("Lao động - an sinh xã hội", "lao-dong-an-sinh-xa-hoi"),
    topics: [
        named("Giảm nghèo", "giam-ngheo"),
        named("Việc làm", "viec-lam"),
        named("Người có công", "nguoi-co-cong"),
        named("Trợ giúp xã hội", "tro-giup-xa-hoi"),
    ],
    office: named("Sở Lao động và Xã hội", "so-lao-dong-va-xa-hoi"),
    head: "Giám đốc",
    committee: 2,
    things: "chuẩn nghèo đa chiều|hộ cận nghèo|mức trợ cấp|trợ giúp đột xuất|nhà tình nghĩa|quà lễ tết|nghĩa trang liệt sĩ|
        mộ liệt sĩ|hồ sơ thương binh|người có công|quỹ vì người nghèo|sàn giao dịch việc làm|bảo hiểm thất nghiệp|
        lao động đi nước ngoài|dạy nghề ngắn hạn|vốn vay giải quyết việc làm|quan hệ lao động|tai nạn lao động|
        an toàn lao động|đình công|nhà ở hộ nghèo|nước sạch hộ nghèo|trẻ mồ côi|lao động trẻ em|bảo vệ trẻ em|
        cơ sở bảo trợ|người lang thang|nhà dưỡng lão|xe lăn|phục hồi chức năng|mai táng phí|trợ cấp tuất|cai nghiện|
        bình đẳng giới|bạo lực gia đình|công tác xã hội|điều dưỡng luân phiên|thân nhân liệt sĩ|chi trả qua tài khoản|
        lương hưu|bảo hiểm xã hội tự nguyện|dân di cư|tín dụng chính sách|mô hình sinh kế|bò giống|hỗ trợ gạo|
        phiếu điều tra hộ|thông tin thị trường lao động",
    deeds: "trao bò giống|sửa nhà hộ nghèo|rà soát hộ cận nghèo|mở phiên giao dịch việc làm|chi trả trợ cấp qua tài khoản|
        quy tập mộ liệt sĩ|tặng quà dịp tết|cho vay vốn việc làm|đưa lao động đi nước ngoài|lắp xe lăn|dạy nghề may|
        cấp gạo giáp hạt|xây nhà tình nghĩa|khám cho thương binh|lập đường dây nóng",
    groups: "hộ nghèo|hộ cận nghèo|thương binh|thân nhân liệt sĩ|trẻ mồ côi|lao động mất việc|người cao tuổi cô đơn|hộ mới thoát nghèo|lao động đi xa",
    troubles: "tái nghèo|thất nghiệp|bỏ sót đối tượng|nợ lương|trùng chế độ|tín dụng đen|nhà dột nát|tai nạn lao động|
        hồ sơ thất lạc|bạo lực gia đình|trẻ em thiếu người trông|sinh kế bấp bênh|lừa đảo đi nước ngoài|chi trả chậm",
    actors: "Ngân hàng Chính sách xã hội tỉnh|trung tâm dịch vụ việc làm|hội phụ nữ|hội cựu chiến binh|công đoàn|
        cơ sở bảo trợ xã hội|ban giảm nghèo xã|bưu điện tỉnh",
    units: "hộ nghèo|lao động|suất quà|nhà tình nghĩa|khoản vay|trẻ em|người có công|con bò giống|lớp nghề|hồ sơ trợ cấp",
    indicators: [
        less_than("Tỷ lệ hộ nghèo", "%", 18, 186),
        at_least("Số việc làm mới", "nghìn việc làm", 82, 316),
        more_than("Mức giảm tỷ lệ hộ nghèo", "điểm %", 9, 34),
        less_than("Tỷ lệ thất nghiệp thành thị", "%", 21, 44),
        at_least("Tỷ lệ lao động tham gia bảo hiểm xã hội", "%", 142, 438),
    ],
    laws: &["58/2014/QH13", "45/2019/QH14", "38/2013/QH13", "102/2016/QH13", "20/2021/NĐ-CP"],
};

/// Defence, security and order.
pub(super) const SECURITY: Field = Field {
    topic: named("Quốc phòng - an ninh", "quoc-phong-an-ninh"),
    topics: [
        named("Dân quân tự vệ", "dan-quan-tu-ve"),
        named("Phòng, chống ma túy", "phong-chong-ma-tuy"),
        named("An toàn giao thông", "an-toan-giao-thong"),
        named("Phòng cháy, chữa cháy", "phong-chay-chua-chay"),
    ],
    office: named("Công an tỉnh", "cong-an-tinh"),
    head: "Giám đốc",
    committee: 0,
    things: "dân quân thường trực|thao trường|hậu cần tại chỗ|nhập ngũ|quân dự bị|khu vực phòng thủ|diễn tập|trụ sở công an xã|
        camera an ninh|tổ bảo vệ an ninh|dân phòng|xe chữa cháy|trụ nước chữa cháy|bình chữa cháy|lối thoát nạn|
        cơ sở karaoke|chung cư mini|cháy rừng|cứu nạn|cứu hộ đường sông|điểm phức tạp ma túy|người nghiện|
        cai nghiện tại nhà|truyền thông học đường|tội phạm mạng|lừa đảo trực tuyến|vũ khí tự chế|pháo nổ|nồng độ cồn|
        mũ bảo hiểm|đội cờ đỏ|giờ cao điểm|xe học sinh|tai nạn đường thủy|biển báo tốc độ|đoạn đường tự quản|
        hòa giải cơ sở|trợ giúp pháp lý|tiếp công dân|khiếu nại đông người|thi hành án|tái hòa nhập|căn cước|
        định danh điện tử|cư trú|nhà tạm giữ|quỹ phòng chống tội phạm|phong trào toàn dân",
    deeds: "lắp camera ngõ xóm|diễn tập chữa cháy|cấp phương tiện cho dân phòng|khám tuyển nghĩa vụ|xóa điểm phức tạp ma túy|
        đo nồng độ cồn|thu hồi vũ khí tự chế|xây trụ sở công an xã|hướng dẫn cài định danh|kiểm tra lối thoát nạn|
        hòa giải mâu thuẫn|tuần tra đêm|mở lớp bơi cứu nạn|vận động giao nộp pháo|đón người tái hòa nhập",
    groups: "dân quân|công an xã|người nghiện|người lái xe|chủ cơ sở lưu trú|quân nhân xuất ngũ|hòa giải viên|thanh niên nhập ngũ|đội dân phòng",
    troubles: "tai nạn giao thông|cháy nhà dân|lừa đảo trên mạng|ma túy tổng hợp|trộm cắp vặt|tín dụng đen|đua xe|thiếu nước chữa cháy|
        khiếu kiện vượt cấp|uống rượu lái xe|tái nghiện|cơ sở không phép|phương tiện cũ hỏng|mâu thuẫn thôn xóm",
    actors: "Bộ Chỉ huy quân sự tỉnh|công an cấp xã|đội dân phòng|Ban An toàn giao thông|ban chỉ huy quân sự xã|
        tổ bảo vệ an ninh cơ sở|Tòa án nhân dân tỉnh|Viện kiểm sát nhân dân tỉnh|trung tâm trợ giúp pháp lý",
    units: "vụ việc|camera|đội dân phòng|buổi tuần tra|xe chữa cháy|người nghiện|vụ tai nạn|cơ sở kinh doanh|tổ hòa giải|lượt tiếp dân",
    indicators: [
        less_than("Số vụ tai nạn giao thông", "vụ", 620, 3_100),
        at_least("Tỷ lệ điều tra, khám phá án", "%", 812, 941),
        at_least("Tỷ lệ giao quân", "%", 990, 1_000),
        at_least("Tỷ lệ cơ sở bảo đảm an toàn cháy", "%", 786, 978),
        more_than("Tỷ lệ xã không có ma túy", "%", 302, 745),
    ],
    laws: &["48/2019/QH14", "27/2001/QH10", "43/2009/QH12", "23/2000/QH10", "73/2021/QH14"],
};

/// Administration and digital change.
pub(super) const ADMINISTRATION: Field = Field {
    topic: named("Bộ máy - chuyển đổi số", "bo-may-chuyen-doi-so"),
    topics: [
        named("Tổ chức bộ máy", "to-chuc-bo-may"),
        named("Biên chế", "bien-che"),
        named("Cải cách hành chính", "cai-cach-hanh-chinh"),
        named("Chuyển đổi số", "chuyen-doi-so"),
    ],
    office: named("Sở Nội vụ", "so-noi-vu"),
    head: "Giám đốc",
    committee: 0,
    things: "biên chế công chức|số lượng viên chức|vị trí việc làm|cán bộ không chuyên trách|sáp nhập thôn|đơn vị hành chính|
        trụ sở làm việc|văn thư lưu trữ|bộ phận một cửa|dịch vụ công trực tuyến|hồ sơ liên thông|thời gian trả kết quả|
        chỉ số hài lòng|chữ ký số|hộp thư công vụ|họp không giấy|trung tâm dữ liệu|nền tảng dùng chung|tổ công nghệ số|
        dữ liệu mở|kho số hóa|mã định danh|an toàn thông tin|đường truyền số liệu|trạm phát sóng|vùng lõm sóng|
        kỹ năng số|thanh toán không tiền mặt|thi tuyển lãnh đạo|đánh giá cán bộ|luân chuyển cán bộ|bổ nhiệm lại|
        kỷ luật hành chính|văn hóa công sở|thi đua khen thưởng|tinh giản biên chế|nghỉ hưu trước tuổi|
        phụ cấp kiêm nhiệm|đào tạo công chức|thu hút nhân tài|chế độ họp|phân cấp quản lý|ủy quyền|thủ tục nội bộ|
        hội quần chúng|tôn giáo|thanh niên tình nguyện|lịch tiếp công dân",
    deeds: "cắt giảm thủ tục nội bộ|trả hồ sơ trước hẹn|sắp xếp thôn nhỏ|thi tuyển chức danh|số hóa kho lưu trữ|phủ sóng vùng lõm|
        cấp chữ ký số|gộp bộ phận một cửa|chấm điểm sở, ngành|dạy kỹ năng số cho người già|công bố dữ liệu mở|
        giải quyết chế độ nghỉ trước tuổi|gắn mã vạch hồ sơ|bỏ giấy trong cuộc họp|kiểm tra công vụ",
    groups: "công chức cấp xã|viên chức|người nộp hồ sơ|cán bộ dôi dư|cán bộ thôn|thanh niên tình nguyện|tổ công nghệ số|người dùng dịch vụ công",
    troubles: "hồ sơ trễ hẹn|nhũng nhiễu|trụ sở dôi dư|đùn đẩy trách nhiệm|mạng chậm|lộ dữ liệu cá nhân|phần mềm rời rạc|
        thừa cấp phó|đánh giá nể nang|bỏ việc hàng loạt|vùng lõm sóng|thủ tục lặp|họp nhiều|chế độ thấp",
    actors: "bộ phận một cửa|trung tâm hành chính công|tổ công nghệ số cộng đồng|phòng nội vụ|chi cục văn thư|
        trường chính trị tỉnh|đội kiểm tra công vụ|trung tâm công nghệ thông tin",
    units: "thủ tục|hồ sơ|công chức|thôn sáp nhập|chữ ký số|lượt giao dịch|cán bộ|vị trí việc làm|trạm phát sóng|bộ dữ liệu",
    indicators: [
        at_least("Tỷ lệ hồ sơ giải quyết đúng hạn", "%", 912, 998),
        at_least("Tỷ lệ dịch vụ công trực tuyến toàn trình", "%", 246, 884),
        more_than("Chỉ số hài lòng của người dân", "%", 781, 926),
        less_than("Số biên chế công chức", "người", 16_000, 28_400),
        at_least("Tỷ lệ thanh toán trực tuyến", "%", 122, 795),
    ],
    laws: &["22/2008/QH12", "58/2010/QH12", "67/2006/QH11", "30/2020/NĐ-CP", "86/2015/QH13"],
};
