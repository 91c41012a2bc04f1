//! Fields of people: schools, health, culture.

use super::fields::{Field, at_least, less_than, more_than, named};

/// Schools and training.
pub(super) const SCHOOLS: Field = Field {
    topic: named("Giáo dục - đào tạo", "giao-duc-dao-tao"),
    topics: [
        named("Học phí", "hoc-phi"),
        named("Trường chuẩn quốc gia", "truong-chuan-quoc-gia"),
        named("Đội ngũ nhà giáo", "doi-ngu-nha-giao"),
        named("Giáo dục nghề nghiệp", "giao-duc-nghe-nghiep"),
    ],
    office: named("Sở Giáo dục và Đào tạo", "so-giao-duc-va-dao-tao"),
    head: "Giám đốc",
    committee: 2,
    things: "học phí mầm non|trường chuẩn quốc gia|phòng học bộ môn|điểm trường lẻ|lớp ghép|bữa ăn bán trú|nhà nội trú|
        giáo viên hợp đồng|giáo viên tiếng Anh|chuẩn nghề nghiệp|chương trình phổ thông|sách giáo khoa|thư viện trường|
        thiết bị dạy học|sân tập thể chất|nhà vệ sinh học sinh|nước uống học đường|xe đưa đón|phổ cập mầm non|
        xóa mù chữ|trường chuyên|học sinh giỏi|nghiên cứu khoa học|kỹ năng sống|giáo dục địa phương|học bạ số|
        tuyển sinh trực tuyến|phân luồng|trung tâm học tập|trường nghề|xưởng thực hành|liên kết doanh nghiệp|
        học bổng|tín dụng học sinh|học sinh khuyết tật|tư vấn tâm lý|bạo lực học đường|dạy thêm|thi tốt nghiệp|
        kiểm định chất lượng|tự chủ trường học|xã hội hóa trường lớp|trường tư thục|nhóm trẻ độc lập|đồng phục|
        bồi dưỡng thường xuyên|định mức giáo viên|trường liên cấp",
    deeds: "xóa phòng học tạm|tuyển thêm giáo viên mầm non|gộp điểm trường lẻ|mở lớp xóa mù chữ|cấp học bổng|lắp phòng tin học|
        nấu ăn bán trú|sửa nhà vệ sinh trường học|tập huấn chương trình mới|số hóa học bạ|xây bể bơi học đường|
        tặng sách cho vùng cao|kiểm định trường|đào tạo theo đơn đặt hàng|luân chuyển cán bộ quản lý",
    groups: "học sinh bán trú|giáo viên vùng cao|phụ huynh|trẻ mầm non|học viên nghề|học sinh con hộ nghèo|nhân viên nấu ăn|sinh viên cử tuyển",
    troubles: "thiếu giáo viên|lớp quá đông|học sinh bỏ học|phòng học dột|lạm thu|thừa thiếu cục bộ|đuối nước|bạo lực học đường|
        thiết bị hỏng|đường đến trường xa|tuyển sinh nghề khó|bếp ăn chật|chênh lệch chất lượng|tái mù chữ",
    actors: "các cơ sở giáo dục|phòng giáo dục|trường cao đẳng nghề|ban giám hiệu|hội khuyến học|ban đại diện cha mẹ|
        trung tâm học tập cộng đồng|trường phổ thông nội trú",
    units: "phòng học|học sinh|giáo viên|điểm trường|suất học bổng|lớp học|bộ thiết bị|trường|học viên|đầu sách",
    indicators: [
        at_least("Tỷ lệ trường đạt chuẩn quốc gia", "%", 420, 905),
        at_least("Tỷ lệ huy động trẻ mẫu giáo", "%", 880, 997),
        more_than("Tỷ lệ lao động qua đào tạo", "%", 380, 786),
        less_than("Tỷ lệ phòng học tạm", "%", 8, 64),
        at_least("Tỷ lệ giáo viên đạt chuẩn trình độ", "%", 764, 988),
    ],
    laws: &["43/2019/QH14", "38/2005/QH11", "74/2014/QH13", "81/2021/NĐ-CP"],
};

/// Health and population.
pub(super) const HEALTH: Field = Field {
    topic: named("Y tế - dân số", "y-te-dan-so"),
    topics: [
        named("Y tế cơ sở", "y-te-co-so"),
        named("Bảo hiểm y tế", "bao-hiem-y-te"),
        named("Dân số và gia đình", "dan-so-va-gia-dinh"),
        named("An toàn thực phẩm", "an-toan-thuc-pham"),
    ],
    office: named("Sở Y tế", "so-y-te"),
    head: "Giám đốc",
    committee: 2,
    things: "trạm y tế xã|phòng khám đa khoa|giường bệnh|bác sĩ gia đình|y tế thôn bản|cô đỡ|thẻ bảo hiểm y tế|
        giá khám bệnh|thuốc thiết yếu|vắc-xin|tiêm chủng mở rộng|sàng lọc sơ sinh|suy dinh dưỡng|sức khỏe sinh sản|
        mức sinh thay thế|già hóa dân số|chăm sóc tại nhà|bệnh án điện tử|khám từ xa|cấp cứu ngoài viện|xe cứu thương|
        máy chụp cắt lớp|máy thở|oxy y tế|xét nghiệm|ngân hàng máu|bệnh lao|sốt xuất huyết|sốt rét|bệnh không lây|
        tăng huyết áp|đái tháo đường|sức khỏe tâm thần|cai thuốc lá|rác thải y tế|bếp ăn tập thể|thức ăn đường phố|
        ngộ độc thực phẩm|nhãn mác|chợ an toàn thực phẩm|y học cổ truyền|vườn thuốc nam|đấu thầu thuốc|tự chủ bệnh viện|
        luân phiên bác sĩ|đào tạo chuyên khoa|hồ sơ sức khỏe|dinh dưỡng học đường",
    deeds: "tiêm bù vắc-xin|sửa trạm y tế|khám sàng lọc tại thôn|cấp thẻ bảo hiểm y tế|phun hóa chất diệt muỗi|lấy mẫu thực phẩm|
        đưa bác sĩ về xã|lập hồ sơ sức khỏe|mua máy siêu âm|xử lý rác thải y tế|tập huấn cô đỡ thôn bản|mở phòng khám lưu động|
        truyền thông trước hôn nhân|thanh tra bếp ăn|kết nối khám từ xa",
    groups: "bệnh nhân nghèo|bác sĩ tuyến xã|nhân viên y tế thôn|bà mẹ mang thai|trẻ dưới sáu tuổi|người bệnh mạn tính|cộng tác viên dân số|chủ quán ăn",
    troubles: "thiếu thuốc|quá tải tuyến trên|bác sĩ nghỉ việc|máy móc hỏng|tảo hôn|mất cân bằng giới tính|ngộ độc tập thể|
        dịch sốt xuất huyết|nợ bảo hiểm|chậm thanh toán|tiêm chủng sót|đấu thầu thuốc kéo dài|trạm y tế xuống cấp|thực phẩm bẩn",
    actors: "bệnh viện đa khoa tỉnh|trung tâm y tế huyện|trạm y tế|Bảo hiểm xã hội tỉnh|chi cục dân số|
        chi cục an toàn thực phẩm|trung tâm kiểm soát bệnh tật|đội vệ sinh lưu động",
    units: "giường bệnh|thẻ bảo hiểm|bác sĩ|lượt khám|mũi tiêm|trạm y tế|mẫu xét nghiệm|bếp ăn|ca bệnh|hồ sơ sức khỏe",
    indicators: [
        at_least("Tỷ lệ dân số tham gia bảo hiểm y tế", "%", 742, 987),
        at_least("Số giường bệnh trên một vạn dân", "giường", 182, 395),
        at_least("Số bác sĩ trên một vạn dân", "bác sĩ", 52, 142),
        less_than("Tỷ lệ trẻ suy dinh dưỡng thể thấp còi", "%", 141, 298),
        at_least("Tỷ lệ xã đạt tiêu chí quốc gia về y tế", "%", 552, 996),
    ],
    laws: &["25/2008/QH12", "40/2009/QH12", "15/2023/QH15", "55/2010/QH12"],
};

/// Culture, sport and tourism.
pub(super) const CULTURE: Field = Field {
    topic: named("Văn hóa - du lịch", "van-hoa-du-lich"),
    topics: [
        named("Di sản văn hóa", "di-san-van-hoa"),
        named("Thể dục thể thao", "the-duc-the-thao"),
        named("Sản phẩm du lịch", "san-pham-du-lich"),
        named("Thiết chế văn hóa", "thiet-che-van-hoa"),
    ],
    office: named("Sở Văn hóa, Thể thao và Du lịch", "so-van-hoa-the-thao-va-du-lich"),
    head: "Giám đốc",
    committee: 2,
    things: "di tích cấp tỉnh|đình làng|hát then|múa sạp|lễ hội đầu xuân|nghề dệt thổ cẩm|chữ cổ|kho hiện vật|bảo tàng|
        thư viện lưu động|nhà văn hóa thôn|loa truyền thanh|chiếu phim vùng cao|đội văn nghệ|câu lạc bộ dân ca|nghệ nhân|
        gia đình văn hóa|hương ước|sân vận động|bể bơi|giải chạy|đội tuyển trẻ|môn vật|đua thuyền|bắn nỏ|khu du lịch|
        homestay|điểm dừng chân|tuyến đi bộ|hang động|thác nước|phố đi bộ|ẩm thực địa phương|quà lưu niệm|
        hướng dẫn viên|vé tham quan|quảng bá điểm đến|bản đồ số du lịch|du lịch nông nghiệp|du lịch tâm linh|
        lưu trú|liên kết tua tuyến|bia ghi danh|tượng đài|quảng cáo ngoài trời|bản quyền|phố sách|di sản tư liệu",
    deeds: "tu bổ đình làng|kiểm kê di sản|truyền dạy hát then|mở giải chạy|xây nhà văn hóa thôn|số hóa hiện vật|cắm biển chỉ dẫn|
        phong tặng nghệ nhân|dọn rác điểm du lịch|lập đội văn nghệ|bồi dưỡng hướng dẫn viên|phục dựng lễ hội|
        trưng bày lưu động|mở tuyến đi bộ trong rừng|tặng thiết bị âm thanh",
    groups: "nghệ nhân|vận động viên|du khách|chủ homestay|đội văn nghệ|người trông coi di tích|hướng dẫn viên|bạn đọc",
    troubles: "di tích xuống cấp|mai một nghề cổ|chặt chém du khách|khách lưu trú ít|thiếu sân chơi|lễ hội thương mại hóa|
        hiện vật thất lạc|nghệ nhân cao tuổi|sản phẩm trùng lặp|mùa thấp điểm dài|nhà văn hóa khóa cửa|rác tại điểm du lịch|tiếng ồn loa kéo",
    actors: "bảo tàng tỉnh|thư viện tỉnh|trung tâm văn hóa|đoàn nghệ thuật|ban quản lý di tích|hiệp hội du lịch|
        trung tâm huấn luyện|câu lạc bộ dân ca",
    units: "di tích|lượt khách|nhà văn hóa|hiện vật|lễ hội|huy chương|phòng lưu trú|đội văn nghệ|nghệ nhân|buổi diễn",
    indicators: [
        at_least("Số lượt khách du lịch", "nghìn lượt", 3_200, 68_000),
        more_than("Doanh thu du lịch", "tỷ đồng", 4_000, 92_000),
        at_least("Tỷ lệ thôn có nhà văn hóa", "%", 701, 994),
        at_least("Tỷ lệ gia đình văn hóa", "%", 760, 948),
        more_than("Tỷ lệ người tập thể thao thường xuyên", "%", 248, 412),
    ],
    laws: &["28/2001/QH10", "45/2024/QH15", "09/2017/QH14", "77/2006/QH11", "46/2019/QH14"],
};
