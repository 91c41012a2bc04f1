//! Fields of the economy: budget, public investment, industry and trade.

use super::fields::{Field, at_least, less_than, more_than, named};

/// Budget and finance.
pub(super) const BUDGET: Field = Field {
    topic: named("Ngân sách - tài chính", "ngan-sach-tai-chinh"),
    topics: [
        named("Dự toán ngân sách", "du-toan-ngan-sach"),
        named("Thu ngân sách", "thu-ngan-sach"),
        named("Phí và lệ phí", "phi-va-le-phi"),
        named("Tài sản công", "tai-san-cong"),
    ],
    office: named("Sở Tài chính", "so-tai-chinh"),
    head: "Giám đốc",
    committee: 1,
    things: "dự toán chi thường xuyên|nguồn thu nội địa|số bổ sung cân đối|tỷ lệ điều tiết|khoản thu phí|lệ phí hộ tịch|
        quyết toán năm|kết dư ngân sách|nợ công|tài sản công|trụ sở dôi dư|xe công|định mức phân bổ|chi sự nghiệp|
        dự phòng ngân sách|nguồn cải cách tiền lương|thuế thu nhập|thuế sử dụng đất|tiền thuê đất|tiền sử dụng đất|
        phí thẩm định|phí tham quan|giá dịch vụ công|khoản vay lại|quỹ tài chính|quỹ ngoài ngân sách|bội chi|
        khoản tạm ứng|chi chuyển nguồn|biên lai điện tử|hóa đơn điện tử|sổ bộ thuế|kho bạc|mua sắm tập trung|
        đấu giá tài sản|kiểm kê tài sản|thu hồi công nợ|giao tự chủ|khoán chi|chi đào tạo|kinh phí khen thưởng|
        chi an sinh|khoản viện trợ|vốn nhàn rỗi|tài khoản chuyên thu|công khai tài chính|báo cáo tài chính|hoàn thuế",
    deeds: "thu hồi khoản chi sai|rà lại dự toán từng đơn vị|bán đấu giá trụ sở cũ|cắt giảm chi hội họp|hoàn trả ngân sách|
        đối chiếu số thu với kho bạc|khoán xe công|điều chuyển máy móc dôi dư|đôn đốc nộp thuế|mở tài khoản thanh toán|
        lập sổ tài sản|chuyển sang hóa đơn điện tử|kê khai giá|trích lập quỹ|quyết toán dự án hoàn thành",
    groups: "người nộp thuế|hộ kinh doanh|kế toán xã|đơn vị dự toán|doanh nghiệp nợ thuế|chủ tài khoản|hộ thuê đất|người nộp phí",
    troubles: "nợ đọng thuế|thất thu|chi sai chế độ|bội chi cục bộ|chuyển nguồn lớn|dự toán giao chậm|tài sản bỏ không|
        kê khai thiếu trung thực|quyết toán chậm|tạm ứng quá hạn|chuyển giá|gian lận hóa đơn|nguồn thu thiếu vững chắc|lãng phí mua sắm",
    actors: "Cục Thuế tỉnh|phòng tài chính cấp huyện|bộ phận kế toán xã|chi cục hải quan|hội đồng định giá|kiểm toán viên|
        đơn vị sử dụng ngân sách|trung tâm đấu giá",
    units: "đơn vị dự toán|khoản thu|hộ nộp thuế|hồ sơ hoàn thuế|trụ sở|xe ô tô|tờ khai|dự án quyết toán|khoản vay|gói mua sắm",
    indicators: [
        at_least("Tổng thu ngân sách nhà nước trên địa bàn", "tỷ đồng", 42_000, 310_000),
        more_than("Tốc độ tăng thu nội địa", "%", 61, 148),
        at_least("Tỷ lệ giải ngân chi đầu tư phát triển", "%", 902, 985),
        less_than("Tỷ lệ nợ thuế trên tổng thu", "%", 32, 78),
        at_least("Tỷ lệ đơn vị sự nghiệp tự bảo đảm chi thường xuyên", "%", 112, 345),
    ],
    laws: &["83/2015/QH13", "01/2002/QH11", "97/2015/QH13", "15/2017/QH14", "163/2016/NĐ-CP", "60/2003/NĐ-CP"],
};

/// Public investment and planning.
pub(super) const INVESTMENT: Field = Field {
    topic: named("Đầu tư công - quy hoạch", "dau-tu-cong-quy-hoach"),
    topics: [
        named("Vốn đầu tư trung hạn", "von-dau-tu-trung-han"),
        named("Chủ trương đầu tư", "chu-truong-dau-tu"),
        named("Quy hoạch tỉnh", "quy-hoach-tinh"),
        named("Giải phóng mặt bằng", "giai-phong-mat-bang"),
    ],
    office: named("Sở Kế hoạch và Đầu tư", "so-ke-hoach-va-dau-tu"),
    head: "Giám đốc",
    committee: 1,
    things: "vốn trung hạn|chủ trương đầu tư|dự án nhóm B|dự án nhóm C|mặt bằng sạch|khu tái định cư|gói thầu xây lắp|
        tư vấn thiết kế|tổng mức đầu tư|thiết kế kỹ thuật|quy hoạch phân khu|quy hoạch chi tiết|khu chức năng|
        chỉ giới xây dựng|kế hoạch lựa chọn nhà thầu|bảo lãnh hợp đồng|nhật ký công trường|hồ sơ hoàn công|
        vật liệu san lấp|mỏ đất đắp|nghiệm thu khối lượng|thanh toán đợt|vốn kéo dài|danh mục khởi công|
        phương án bồi thường|bản đồ hiện trạng|không gian phát triển|hành lang kinh tế|vành đai xanh|cửa ngõ phía bắc|
        trục động lực|quỹ đất dự trữ|giám sát cộng đồng|ban quản lý dự án|suất đầu tư|đối tác công tư|cam kết tiến độ|
        dữ liệu quy hoạch|công trình liên xã|vốn nước ngoài|dự án dở dang|điều chỉnh dự án|báo cáo khả thi|
        đánh giá giữa kỳ|hợp đồng trọn gói|trạm trộn bê tông|di dời lưới điện|bàn giao mặt bằng",
    deeds: "khởi công gói thầu số {few}|kiểm đếm tài sản trên đất|di dời đường điện|chi trả tiền bồi thường|cắm mốc quy hoạch|
        điều chuyển vốn sang dự án khác|nghiệm thu hạng mục nền|mời thầu lại|lập hồ sơ hoàn công|thanh toán khối lượng hoàn thành|
        mở thêm mỏ đất đắp|công bố bản đồ quy hoạch|rút vốn dự án chậm|thẩm tra báo cáo khả thi|bố trí chỗ ở tạm",
    groups: "hộ nhường đất|nhà thầu thi công|tư vấn giám sát|hộ tái định cư|chủ đầu tư cấp xã|cộng đồng giám sát|nhà đầu tư|thợ xây",
    troubles: "giải ngân chậm|vốn kéo dài nhiều năm|nhà thầu bỏ dở|đội vốn|khan hiếm đất đắp|chồng lấn quy hoạch|hồ sơ thiếu mốc|
        khiếu kiện bồi thường|thi công cầm chừng|bán thầu|thiết kế sai sót|dự án treo|chậm bàn giao đất|nợ đọng xây dựng",
    actors: "Ban Quản lý dự án tỉnh|hội đồng bồi thường|trung tâm phát triển quỹ đất|tổ giám sát cộng đồng|đơn vị tư vấn|
        nhà thầu chính|phòng kinh tế hạ tầng|hội đồng thẩm định",
    units: "dự án|gói thầu|hộ tái định cư|mốc giới|hạng mục|hợp đồng|ha mặt bằng|phương án bồi thường|công trình|biên bản nghiệm thu",
    indicators: [
        at_least("Tỷ lệ giải ngân vốn đầu tư công", "%", 903, 990),
        at_least("Tổng vốn đầu tư toàn xã hội", "tỷ đồng", 95_000, 620_000),
        less_than("Số dự án chậm tiến độ", "dự án", 40, 190),
        more_than("Diện tích mặt bằng bàn giao", "ha", 820, 4_600),
        at_least("Tỷ lệ phủ kín quy hoạch phân khu", "%", 610, 960),
    ],
    laws: &["39/2019/QH14", "49/2014/QH13", "58/2024/QH15", "21/2017/QH14", "50/2014/QH13", "40/2020/NĐ-CP"],
};

/// Industry and trade.
pub(super) const INDUSTRY: Field = Field {
    topic: named("Công nghiệp - thương mại", "cong-nghiep-thuong-mai"),
    topics: [
        named("Cụm công nghiệp", "cum-cong-nghiep"),
        named("Chợ và siêu thị", "cho-va-sieu-thi"),
        named("Doanh nghiệp nhỏ và vừa", "doanh-nghiep-nho-va-vua"),
        named("Kinh tế hợp tác", "kinh-te-hop-tac"),
    ],
    office: named("Sở Công Thương", "so-cong-thuong"),
    head: "Giám đốc",
    committee: 1,
    things: "cụm công nghiệp|nhà xưởng cho thuê|làng nghề|chợ đầu mối|chợ phiên|siêu thị nông thôn|kho lạnh|sàn thương mại điện tử|
        hàng Việt|hợp tác xã kiểu mới|tổ hợp tác|quỹ bảo lãnh tín dụng|khởi nghiệp sáng tạo|vườn ươm doanh nghiệp|
        công nghiệp hỗ trợ|linh kiện cơ khí|chế biến gỗ|chế biến chè|dệt may|điện tử gia dụng|vật liệu nung|gạch không nung|
        điện mặt trời mái nhà|thủy điện nhỏ|trạm biến áp|khuyến công|xúc tiến thương mại|hội chợ vùng|nhãn hiệu tập thể|
        mã truy xuất|chuỗi cung ứng|cảng cạn|bãi tập kết|xuất khẩu nông sản|hộ kinh doanh cá thể|chuyển đổi hộ|
        giá bán lẻ|bình ổn giá|quản lý thị trường|hàng giả|đo lường chất lượng|tiết kiệm điện|nước thải cụm công nghiệp|
        lao động dịch vụ|thương nhân|logistics|máy móc thiết bị|thử nghiệm sản phẩm",
    deeds: "lấp đầy cụm công nghiệp|dựng lại chợ cháy|kết nối cung cầu|mở điểm bán hàng Việt|thay dây chuyền cũ|cấp mã truy xuất|
        đăng ký nhãn hiệu|lắp điện mặt trời mái nhà|đào tạo chủ doanh nghiệp|giải thể hợp tác xã yếu|đưa hàng lên sàn|
        xây trạm xử lý nước thải|tổ chức phiên chợ vùng cao|cho thuê nhà xưởng|bảo lãnh khoản vay nhỏ",
    groups: "tiểu thương|hợp tác xã|doanh nghiệp khởi nghiệp|thợ thủ công|hộ làm nghề|chủ xưởng|công nhân|người tiêu dùng|thương lái",
    troubles: "chợ vắng khách|thiếu vốn lưu động|hàng tồn kho|đơn hàng sụt giảm|hàng nhái|mất điện cục bộ|ô nhiễm làng nghề|
        cụm công nghiệp bỏ trống|chi phí vận chuyển cao|lao động bỏ việc|ép giá nông sản|chợ cóc lấn đường|thiếu tài sản thế chấp",
    actors: "Liên minh Hợp tác xã tỉnh|ban quản lý chợ|hiệp hội doanh nghiệp|trung tâm khuyến công|công ty điện lực|
        quỹ bảo lãnh tín dụng|chủ đầu tư hạ tầng|đội quản lý thị trường",
    units: "doanh nghiệp|hợp tác xã|gian hàng|chợ|nhà xưởng|sản phẩm|đơn hàng|nhãn hiệu|lao động|hộ kinh doanh",
    indicators: [
        more_than("Tốc độ tăng chỉ số sản xuất công nghiệp", "%", 65, 154),
        at_least("Số doanh nghiệp thành lập mới", "doanh nghiệp", 2_400, 19_800),
        at_least("Tỷ lệ lấp đầy cụm công nghiệp", "%", 520, 910),
        more_than("Tốc độ tăng tổng mức bán lẻ hàng hóa", "%", 81, 168),
        at_least("Kim ngạch xuất khẩu", "triệu USD", 900, 18_500),
    ],
    laws: &["17/2023/QH15", "23/2012/QH13", "04/2017/QH14", "67/2006/QH11"],
};
