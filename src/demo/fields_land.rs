//! Fields of land: land and environment, farming, roads and towns.

use super::fields::{Field, at_least, less_than, more_than, named};

/// Land and environment.
pub(super) const LAND: Field = Field {
    topic: named("Đất đai - môi trường", "dat-dai-moi-truong"),
    topics: [
        named("Bảng giá đất", "bang-gia-dat"),
        named("Thu hồi đất", "thu-hoi-dat"),
        named("Chất thải rắn", "chat-thai-ran"),
        named("Tài nguyên nước", "tai-nguyen-nuoc"),
    ],
    office: named("Sở Tài nguyên và Môi trường", "so-tai-nguyen-va-moi-truong"),
    head: "Giám đốc",
    committee: 1,
    things: "bảng giá đất|hệ số điều chỉnh|giấy chứng nhận|bản đồ địa chính|đất trồng lúa|đất ở đô thị|đất lâm nghiệp|
        chuyển mục đích|thu hồi đất|đấu giá quyền sử dụng đất|đất xen kẹt|đất công ích|hồ sơ địa chính|chỉ giới sông|
        rác thải sinh hoạt|bãi chôn lấp|lò đốt rác|trạm trung chuyển|phân loại tại nguồn|chất thải nguy hại|
        nước thải đô thị|nguồn nước mặt|nước dưới đất|hành lang bảo vệ nguồn nước|giấy phép khai thác|mỏ cát sỏi|
        mỏ đá vôi|hoàn nguyên mỏ|phí bảo vệ môi trường|quan trắc tự động|chất lượng không khí|tiếng ồn|bụi công trường|
        khí nhà kính|túi ni lông|sản phẩm tái chế|hồ điều hòa|bờ sông sạt lở|vùng đệm|đa dạng sinh học|loài ngoại lai|
        kịch bản khí hậu|xả thải|thùng rác công cộng|điểm đen rác|thống kê đất đai|đo đạc lập bản đồ|tranh chấp ranh giới",
    deeds: "đóng cửa bãi rác cũ|kè chống sạt lở|lắp trạm quan trắc|cấp lại giấy chứng nhận|đo đạc lại ranh giới|
        thu gom rác ven sông|hoàn thổ mỏ đá|thu hồi giấy phép quá hạn|trồng cây chắn bụi|phân loại rác tại nhà|
        di dời cơ sở gây ô nhiễm|đấu giá đất xen kẹt|trả kết quả qua bưu điện|bóc đất mặt|xử phạt xe chở quá tải",
    groups: "người sử dụng đất|hộ ven sông|chủ mỏ|hộ bị thu hồi đất|người thu gom rác|cơ sở sản xuất|cư dân gần bãi rác|hộ nhận khoán",
    troubles: "lấn chiếm đất công|đất bỏ hoang|rác tồn đọng|nước thải chưa xử lý|khai thác cát trái phép|sạt lở bờ sông|
        tranh chấp ranh giới|giấy tờ thất lạc|bụi và tiếng ồn|mùi hôi kéo dài|chậm cấp giấy|sai diện tích|giá đất thấp hơn thực tế|đốt rác tùy tiện",
    actors: "văn phòng đăng ký đất đai|chi cục bảo vệ môi trường|công ty môi trường đô thị|công chức địa chính|
        hội đồng thẩm định giá đất|tổ tự quản môi trường|đơn vị khai thác mỏ|trung tâm quan trắc",
    units: "thửa đất|giấy chứng nhận|tấn rác|điểm tập kết|ha đất lúa|giếng khoan|mỏ|hộ bị ảnh hưởng|trạm quan trắc|hồ sơ đất đai",
    indicators: [
        at_least("Tỷ lệ thu gom chất thải rắn sinh hoạt", "%", 780, 992),
        at_least("Tỷ lệ cấp giấy chứng nhận quyền sử dụng đất lần đầu", "%", 860, 989),
        more_than("Thu từ đấu giá quyền sử dụng đất", "tỷ đồng", 3_000, 48_000),
        less_than("Tỷ lệ chôn lấp chất thải trực tiếp", "%", 98, 410),
        at_least("Tỷ lệ cơ sở xả thải được quan trắc", "%", 550, 980),
    ],
    laws: &["31/2024/QH15", "45/2013/QH13", "13/2003/QH11", "72/2020/QH14", "55/2014/QH13", "43/2014/NĐ-CP"],
};

/// Farming and the countryside.
pub(super) const FARMING: Field = Field {
    topic: named("Nông nghiệp - nông thôn", "nong-nghiep-nong-thon"),
    topics: [
        named("Nông thôn mới", "nong-thon-moi"),
        named("Chăn nuôi - thú y", "chan-nuoi-thu-y"),
        named("Lâm nghiệp", "lam-nghiep"),
        named("Thủy lợi", "thuy-loi"),
    ],
    office: named("Sở Nông nghiệp và Phát triển nông thôn", "so-nong-nghiep-va-phat-trien-nong-thon"),
    head: "Giám đốc",
    committee: 1,
    things: "xã nông thôn mới|tiêu chí thu nhập|vùng chè|vườn cam|cây dược liệu|lúa chất lượng cao|rau an toàn|nhà màng|
        tưới nhỏ giọt|hồ chứa|đập dâng|kênh nội đồng|trạm bơm|đê bao|cống tiêu úng|phí thủy lợi|rừng phòng hộ|
        rừng trồng gỗ lớn|khoán bảo vệ rừng|chứng chỉ rừng|cây giống|con giống|đàn bò thịt|đàn lợn|gia cầm thả vườn|
        tiêm phòng|kiểm dịch|cơ sở giết mổ|thức ăn chăn nuôi|nuôi cá lồng|tôm càng xanh|ong mật|sản phẩm OCOP|
        mã số vùng trồng|bảo hiểm nông nghiệp|dồn điền đổi thửa|cơ giới hóa|phân hữu cơ|thuốc bảo vệ thực vật|
        khuyến nông|liên kết bốn nhà|nghề nông thôn|du lịch vườn|nước sinh hoạt nông thôn|đường trục thôn|
        bếp không khói|cánh đồng lớn|chuỗi giá trị",
    deeds: "nạo vét kênh nội đồng|trồng lại rừng sau khai thác|tiêm phòng đàn gia súc|dồn điền đổi thửa|kiên cố hóa mương|
        cấp cây giống|xây nhà màng|cải tạo vườn tạp|gia cố thân đập|thả cá giống|chấm điểm sản phẩm OCOP|tiêu hủy đàn bệnh|
        chuyển lúa sang rau|xây bể biogas|mở lớp khuyến nông",
    groups: "hộ trồng chè|hộ chăn nuôi|chủ trang trại|hộ nhận khoán rừng|nông dân|tổ dùng nước|chủ lồng cá|hộ trồng cam|nghệ nhân nghề mộc",
    troubles: "dịch tả lợn|hạn cuối vụ|ngập úng|được mùa mất giá|cháy rừng|sâu bệnh|hồ chứa rò rỉ|phá rừng|giống kém|
        nợ tiêu chí|ruộng bỏ hoang|nước tưới thiếu|phụ thuộc thương lái|thuốc trừ sâu quá liều|mưa đá",
    actors: "chi cục kiểm lâm|trạm khuyến nông|chi cục chăn nuôi và thú y|công ty thủy nông|văn phòng điều phối nông thôn mới|
        ban quản lý rừng phòng hộ|hợp tác xã nông nghiệp|hội nông dân xã",
    units: "ha rừng|hộ chăn nuôi|km kênh mương|trang trại|con gia súc|lồng cá|sản phẩm OCOP|xã đạt chuẩn|tấn chè|vườn mẫu",
    indicators: [
        at_least("Số xã đạt chuẩn nông thôn mới", "xã", 90, 1_450),
        at_least("Tỷ lệ che phủ rừng", "%", 412, 587),
        more_than("Tốc độ tăng giá trị sản xuất nông nghiệp", "%", 24, 56),
        at_least("Tỷ lệ dân nông thôn dùng nước hợp vệ sinh", "%", 812, 991),
        at_least("Số sản phẩm OCOP từ ba sao", "sản phẩm", 160, 2_900),
    ],
    laws: &["16/2017/QH14", "29/2004/QH11", "08/2017/QH14", "57/2018/NĐ-CP", "32/2018/QH14"],
};

/// Roads and towns.
pub(super) const ROADS: Field = Field {
    topic: named("Giao thông - đô thị", "giao-thong-do-thi"),
    topics: [
        named("Đường giao thông", "duong-giao-thong"),
        named("Phát triển đô thị", "phat-trien-do-thi"),
        named("Nhà ở xã hội", "nha-o-xa-hoi"),
        named("Cấp nước sạch", "cap-nuoc-sach"),
    ],
    office: named("Sở Giao thông và Xây dựng", "so-giao-thong-va-xay-dung"),
    head: "Giám đốc",
    committee: 1,
    things: "đường tỉnh|đường liên xã|cầu dân sinh|ngầm tràn|rãnh dọc|mặt đường nhựa|hộ lan mềm|biển báo|điểm đen giao thông|
        bến xe|xe buýt nội tỉnh|bến thủy|bãi đỗ xe|vỉa hè|cây xanh đường phố|chiếu sáng công cộng|ngầm hóa cáp|thoát nước mưa|
        hồ cảnh quan|công viên|khu đô thị mới|chung cư cũ|nhà ở xã hội|nhà trọ công nhân|nhà tạm|giấy phép xây dựng|
        trật tự xây dựng|số nhà|tên đường|nhà máy nước|mạng cấp nước|đồng hồ nước|nước thất thoát|giá nước sạch|
        nút giao|đường gom|đường tránh|quỹ bảo trì đường bộ|tải trọng cầu|trạm cân|đèn tín hiệu|lối đi bộ|
        ga hàng hóa|nghĩa trang|quảng trường|chợ đêm|phân loại đô thị|kiến trúc cảnh quan",
    deeds: "vá ổ gà|thay nắp cống|lát lại vỉa hè|bắc cầu qua suối|trồng cây xanh|đấu nối nước sạch|hạ ngầm cáp viễn thông|
        kẻ lại vạch sơn|mở tuyến xe buýt mới|xóa nhà tạm|tháo dỡ công trình sai phép|đặt tên đường|sơn sửa lan can|
        xây nhà ở công nhân|nạo vét cống ngầm",
    groups: "người đi đường|hộ mặt tiền|công nhân thuê trọ|cư dân chung cư|tài xế xe tải|hộ chưa có nước sạch|người thu nhập thấp|hộ ngõ sâu",
    troubles: "ùn tắc giờ cao điểm|ngập sau mưa|mặt đường hư hỏng|xe quá tải|xây dựng sai phép|lấn vỉa hè|nước yếu|thất thoát nước|
        nhà ở giá cao|tai nạn tại ngã tư|cầu yếu|thiếu chỗ đỗ xe|cáp treo chằng chịt|hố ga mất nắp",
    actors: "công ty cấp nước|ban quản lý đô thị|đội trật tự xây dựng|công ty cây xanh|thanh tra giao thông|
        đơn vị bảo trì đường|chủ đầu tư khu đô thị|hội đồng đặt tên đường",
    units: "km đường|cầu dân sinh|căn hộ|nút giao|hộ đấu nối|tuyến phố|cây xanh|bóng đèn|lượt xe|biển báo",
    indicators: [
        at_least("Tỷ lệ đô thị hóa", "%", 214, 482),
        at_least("Tỷ lệ dân đô thị dùng nước sạch", "%", 820, 998),
        more_than("Chiều dài đường tỉnh được nâng cấp", "km", 180, 1_450),
        at_least("Số căn nhà ở xã hội hoàn thành", "căn", 800, 12_600),
        less_than("Tỷ lệ thất thoát nước sạch", "%", 112, 243),
    ],
    laws: &["23/2008/QH12", "35/2024/QH15", "65/2014/QH13", "27/2023/QH15", "30/2009/QH12"],
};
