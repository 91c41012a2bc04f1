//! Which words go on with a name and which do not.

use crate::legal::list::names;

/// Words and phrases that stand behind or before a person's name in prose and headings and are no part of it, as the
/// lexicon writes; sorted. A word that is a name too stands with its next: `phát biểu`, for `Phát` is a name.
pub(super) const ORDINARY: &[&str] = names!(
    "ai, ban chấp hành, ban chỉ huy, ban chỉ đạo, ban của, ban dân tộc, ban dân vận, ban hành, \
     ban kinh tế, ban nội chính, ban pháp chế, ban quản lý, ban thanh tra, ban thường trực, \
     ban thường vụ, ban tuyên giáo, ban tổ chức, ban văn hoá, ban đô thị, biên bản, biểu quyết, bài, \
     bàn giao, bày tỏ, bác sĩ, báo cáo, báo tin, bãi nhiệm, bình chọn, bình luận, bầu, bằng hình thức, \
     bằng khen, bế mạc, bệnh viện, bị, bổ nhiệm, bổ sung, bộ chính trị, bộ chỉ huy, bộ nội vụ, \
     bộ trưởng, bộ tài chính, bộ tư pháp, bộ y tế, bởi, cam kết, chi bộ, chi cục, chia sẻ, cho, \
     chung tay, chuyên gia, chuyên trách, chuyên viên, chuyển công tác, chuyển sang, chuyển sinh hoạt, \
     chính phủ, chính quyền, chính sách, chính thức, chúc mừng, chúc tết, chúng, chưa, chương trình, \
     chấp hành, chất vấn, chỉ đạo, chỉ định, chịu trách nhiệm, chủ toạ, chủ trì, chủ trương, chức danh, \
     chức vụ, các, cách chức, cán bộ, có mặt, có trách nhiệm, có tên, có ý kiến, có đơn, công an, \
     công bố, công chức, công khai, công nhân, công ty, công tác, công đoàn, cùng, căn cứ, cũng, \
     cơ quan, cảm ơn, cắt băng, của, cử giữ, cử làm, cử tham gia, cử tri, cử đi, danh sách, do, dân số, \
     dân tộc, dâng hương, dưới, dự buổi, dự họp, dự hội nghị, dự khai mạc, dự kỳ họp, dự lễ, dự ngày, \
     dự phiên, dự và, ghi nhận, giang hồ, giao ban, giao cho, giao các, giao hội đồng, \
     giao thường trực, giao uỷ ban, giám sát, giáo sư, giáo viên, giải thích, giải trình, giải đáp, \
     giảng viên, giới thiệu, giờ, giữ, góp ý, gặp, gửi, hiện công tác, hiện giữ, hiện là, hiện nay, \
     hiện đang, hoàn thành nhiệm vụ, hoạt động, hoặc, huyện, hôm, hưu trí, hướng dẫn, hướng về, \
     hưởng bảo hiểm, hưởng chế độ, hưởng lương, họ tên, họ và tên, hồ sơ, hội chữ thập đỏ, \
     hội cựu chiến binh, hội khuyến học, hội kiến, hội liên hiệp, hội nghị, hội người, hội nông dân, \
     hội phụ nữ, hội trường, hội đàm, hội đồng, khai mạc, khi, khoá, khánh thành, không, khảo sát, \
     khẳng định, kinh phí, kinh tế, kiêm, kiêm nhiệm, kiểm tra, kiểm tra viên, kêu gọi, kính gửi, \
     kính mời, kính thưa, kính trình, ký ban hành, ký kết, ký nghị quyết, ký quyết định, ký thay, \
     ký tên, ký văn bản, kế hoạch, kế toán, kết luận, kết quả, kỳ họp, kỷ luật, luân chuyển, \
     luật ban hành, luật sư, luật số, luật tổ chức, là, làm, làm việc, lãnh đạo, lên tiếng, lúc, lý do, \
     lại, lần, minh chứng, miễn nhiệm, muốn, mà, mất ngày, mất năm, mặt trận, mọi, mỗi, mời, mục tiêu, \
     mục đích, nghiên cứu, nghỉ, nghị quyết, nghị định, ngoài, nguyên giữ, nguyên là, nguyên nhân, \
     nguyên phó, nguồn, ngày, người, nhiệm kỳ, nhiệm vụ, nhà, nhân dân, nhân dịp, nhân sự, như sau, \
     như trên, nhưng, nhấn mạnh, nhậm chức, nhận bằng, nhận chức, nhận công tác, nhận giấy, \
     nhận huy hiệu, nhận huân, nhận huân chương, nhận nhiệm vụ, nhận quyết định, nhận xét, những, nào, \
     này, nên, nêu, nói, năm học, năm sinh, nơi, nơi nhận, nếu, nội dung, phiên, phát biểu, phát lệnh, \
     phát động, phân công, phân tích, phê chuẩn, phê duyệt, phòng giáo dục, phòng họp, phòng kinh tế, \
     phòng nội vụ, phòng tài chính, phòng tư pháp, phòng văn hoá, phòng y tế, phương hướng, phương án, \
     phường, phải, phối hợp, phụ lục, phụ nữ, phụ trách, qua đời, quang cảnh, quyết nghị, quyết định, \
     quá trình, quê, quê quán, quận, quốc hội, ra, rất, rằng, rời, sau, sinh ngày, sinh năm, sinh tại, \
     sáng nay, sáng ngày, sẽ, số lượng, số phiếu, số điện thoại, sở công thương, sở du lịch, \
     sở dân tộc, sở giao thông, sở giáo dục, sở khoa học, sở kế hoạch, sở lao động, sở ngoại vụ, \
     sở nông nghiệp, sở nội vụ, sở thông tin, sở tài chính, sở tài nguyên, sở tư pháp, sở văn hoá, \
     sở xây dựng, sở y tế, tham dự, tham gia, tham luận, tham mưu, thanh niên, thanh tra, thay, theo, \
     thuộc ban, thuộc diện, thuộc hội đồng, thuộc sở, thuộc tổ, thuộc uỷ ban, thuộc đoàn, thuộc đơn vị, \
     thành phố, thành uỷ, thành viên, tháng, thì, thôi, thông báo, thông qua, thông tin, thăm chúc, \
     thăm hỏi, thăm tặng, thăm và, thưa, thường trực, thường vụ, thường xuyên, thảo luận, thấy, \
     thẩm phán, thẩm tra, thị sát, thị trấn, thị uỷ, thị xã, thống nhất, thời gian, thời điểm, thứ hai, \
     thứ nhất, thừa uỷ quyền, thực hiện, tiêu chuẩn, tiếp công dân, tiếp khách, tiếp nhận, tiếp thu, \
     tiếp tục, tiếp và, tiếp xúc, tiếp đón, toà án, trao, tri ân, triển khai, trong, trung tâm, \
     trân trọng, trên, trình bày, trình hội đồng, trình kỳ họp, trình độ, trú quán, trú tại, trúng, \
     trúng cử, trước, trường cao đẳng, trường chính trị, trường hợp, trường mầm non, trường thcs, \
     trường thpt, trường tiểu học, trường trung học, trường đại học, trạm, trả lời, trồng cây, \
     trở thành, tuyên bố, tuyên thệ, tài chính, tài liệu, tác giả, tái cử, tái đắc cử, tán thành, \
     tìm hiểu, tôi, tôn vinh, tư cách, tư pháp, tưởng nhớ, tại, tập trung, tặng bằng, tặng bằng khen, \
     tặng hoa, tặng quà, tỉnh uỷ, tỉnh đoàn, tối ngày, tổ chức, tổ dân phố, tổ phó, tổ trưởng, \
     tổ đại biểu, tổng hợp, tổng kết, tờ trình, từ chức, từ khi, từ nay, từ ngày, từ nhiệm, từ năm, \
     từ tháng, từ trần, từng, uỷ ban, uỷ nhiệm, uỷ quyền, viếng, việc, viện kiểm sát, và, vào, vì, \
     văn phòng, vẫn, vắng mặt, về, về hưu, với, vừa, xin, xác nhận, xây dựng, xã, xét, y sĩ, y tá, \
     yêu cầu, đang, đi, điều chỉnh, điều hành, điều phối, điều tra, điều động, đoàn chủ tịch, \
     đoàn công tác, đoàn giám sát, đoàn kiểm tra, đoàn thanh niên, đoàn thư ký, đoàn đại biểu, \
     đánh giá, đã, đó, đón, đóng góp, đơn vị, đơn xin, đương chức, đương nhiệm, được biểu quyết, \
     được bầu, được bổ nhiệm, được cho, được chỉ định, được công nhận, được cử, được giao, được giữ, \
     được hưởng, được hội đồng, được kết nạp, được luân chuyển, được miễn nhiệm, được nghỉ, \
     được phân công, được phê chuẩn, được quốc hội, được thôi, được trúng, được tín nhiệm, được tặng, \
     được xác nhận, được điều động, được đề cử, được ứng cử, đại biểu, đại diện, đại hội, đạt giải, \
     đạt kết quả, đạt tỷ lệ, đảng bộ, đảng cộng sản, đảng uỷ, đảng viên, đảng đoàn, đắc cử, đến dự, \
     đến hết, đến ngày, đến nhận, đến năm, đến thăm, đến từ, đề bạt, đề cử, đề nghị, đề xuất, đều, để, \
     địa chỉ, địa điểm, định hướng, đọc báo cáo, đọc diễn văn, đọc tờ trình, đối thoại, đối với, \
     đồng thời, động viên, ảnh, ở, ứng cử"
);

/// Syllables of given and middle names (tên, đệm), as the lexicon writes; sorted.
pub(super) const GIVEN: &[&str] = names!(
    "a, an, anh, b, ba, ban, biên, bá, bách, bé, bình, bích, bính, bông, bạch, bảo, bảy, bắc, bằng, \
     bốn, c, ca, cao, chi, chinh, chiến, chiểu, chung, chuyên, chánh, châu, chí, chính, chúc, chương, \
     cát, công, cúc, cương, cường, cảnh, cầm, cẩm, cẩn, cử, d, da, danh, diên, diễm, diện, diệp, diệu, \
     doanh, du, dung, duy, duyên, duyệt, dân, dũng, dương, dạ, dịu, dự, e, g, gia, giang, giao, giáp, \
     giới, gấm, h, hinh, hiên, hiến, hiếu, hiền, hiển, hiểu, hiện, hiệp, hiệu, hoa, hoan, hoà, hoài, \
     hoàn, hoàng, hoành, hoá, hoè, hoạch, hoạt, huy, huynh, huyên, huyền, huân, huấn, huế, huệ, hà, \
     hàm, hành, hào, hân, hãn, hùng, hăng, hưng, hương, hướng, hường, hạ, hạnh, hải, hảo, hậu, hằng, \
     hồng, hội, hợi, hợp, hữu, hỷ, k, kha, khang, khanh, khiêm, khiết, khoa, khoan, khoát, khuyên, \
     khuê, khánh, khâm, khôi, khôn, khương, khả, khải, khởi, kim, kiên, kiều, kiểm, kiểu, kiệm, kiệt, \
     kính, ký, kế, kết, kỳ, kỷ, l, la, lai, lam, lan, lanh, linh, liêm, liên, liễu, loan, long, luyến, \
     luyện, luân, luận, ly, lài, lành, lâm, lân, lâu, lãm, lê, lý, lĩnh, lưu, lương, lượng, lạc, lập, \
     lễ, lệ, lịch, lộc, lợi, lợt, lụa, lục, lực, m, mai, mi, minh, miên, miền, muội, my, mãn, mùa, mùi, \
     mơ, mười, mại, mạnh, mẫn, mận, mậu, mến, mộc, mộng, mừng, mỵ, mỹ, n, nam, nga, nghi, nghiêm, \
     nghiệp, nghĩa, nghị, ngoan, nguyên, nguyễn, nguyệt, ngà, ngân, ngôn, ngọ, ngọc, ngữ, nhi, nhiên, \
     nhiệm, nho, nhu, nhung, nhuận, nhàn, nhàng, nhân, nhã, như, nhương, nhường, nhạn, nhẫn, nhật, nhị, \
     ninh, ny, năm, năng, nương, nết, nội, nở, nụ, nữ, oanh, p, pha, phan, phi, phin, phong, phái, \
     phát, phòng, phùng, phú, phúc, phương, phước, phượng, phấn, phẩm, phố, phồn, phổ, phụng, q, quan, \
     quang, quy, quyên, quyến, quyết, quyền, quán, quân, quý, quảng, quần, quế, quốc, quới, quỳ, quỳnh, \
     s, sa, san, sang, sao, sen, sinh, song, soạn, sung, suốt, sáng, sâm, sông, sĩ, sơn, sương, sắc, \
     sử, sửu, sự, sỹ, t, tha, tham, thanh, thao, thi, thiên, thiết, thiều, thiện, thiệu, thoa, thoan, \
     thoại, thoả, thu, thuyên, thuyết, thuyền, thuý, thuần, thuận, thuật, thuỳ, thuỷ, thy, thành, thái, \
     thám, thân, thê, thêm, thêu, thìn, thông, thúc, thăng, thơ, thơm, thư, thương, thước, thường, \
     thượng, thạc, thạch, thạnh, thảo, thận, thắm, thắng, thế, thể, thị, thịnh, thọ, thới, thụ, thục, \
     thủ, thức, thực, tiên, tiêu, tiến, tiếp, tiền, tiểu, tiệp, toan, toàn, toản, trai, trang, trinh, \
     triết, triều, triển, triệu, trung, truyền, trà, trác, tráng, trâm, trân, trình, trí, trúc, trường, \
     trưởng, trạch, trấn, trầm, trị, trọng, trụ, trực, tuy, tuyn, tuyên, tuyến, tuyết, tuyền, tuyển, \
     tuân, tuấn, tuất, tuệ, tài, tám, tâm, tân, tây, tình, tín, tính, tòng, tô, tôn, tông, tùng, tú, \
     tý, tĩnh, tư, tường, tưởng, tạ, tạo, tảo, tấn, tất, tần, tế, tịnh, tố, tứ, từ, tựu, tỵ, tỷ, uy, \
     uyên, uyển, uyễn, v, vang, vi, vinh, viên, viễn, việt, vui, vy, vàng, vân, văn, văng, vĩ, vĩnh, \
     vũ, vương, vượng, vạn, vận, vệ, vịnh, vọng, vụ, vững, vỹ, x, xinh, xoan, xuyên, xuyến, xuân, xá, \
     xướng, xứng, y, yêm, yên, yêu, yến, yết, ái, ánh, ân, út, ý, đ, đan, điền, điểm, điển, điệp, đoan, \
     đoài, đoàn, đàn, đào, đán, đình, đính, đô, đôn, đông, đăng, đương, đường, được, đại, đạo, đạt, \
     đằng, đặng, đề, đệ, đỉnh, định, đồng, đức, ơ, ơn, ưng, ấn"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_apart() {
        assert!(ORDINARY.is_sorted());
        assert!(GIVEN.is_sorted());
        for word in ORDINARY {
            assert!(GIVEN.binary_search(word).is_err(), "{word} is in both");
        }
    }
}
