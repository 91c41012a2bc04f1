//! The common vocabulary of the made-up texts: one rule a line of thought, alternatives parted by `|`.
//!
//! `{name}` stands for another rule or for something that `grammar` makes itself.
//! The first alternative of a rule must end soon: it is the one taken when a phrase has grown too deep.

/// Rules for words and short phrases: name, then alternatives.
pub(super) const WORDS: &[(&str, &str)] = &[
    (
        "verb",
        "rà soát|hoàn thiện|nâng cấp|mở rộng|củng cố|kiểm tra|giám sát|theo dõi|quản lý|đánh giá|công khai|điều chỉnh|
         bổ sung|ưu tiên|duy trì|phát triển|chuẩn hóa|số hóa|thống kê|phân loại|tổ chức|xây dựng|triển khai|đôn đốc|
         hướng dẫn|phê duyệt|thẩm định|lựa chọn|sắp xếp|tăng cường|đổi mới|cải thiện|đẩy nhanh|khuyến khích|thúc đẩy|
         huy động|bố trí|bảo đảm|cập nhật|kết nối|phân cấp|chấn chỉnh|kiểm soát|khảo sát|nghiên cứu|tham mưu|đề xuất|
         cụ thể hóa|lồng ghép|công bố|bàn giao|tiếp nhận|khai thác|phục hồi|bảo vệ|hỗ trợ|đầu tư|xác định|tổng hợp|
         thẩm tra|làm rõ|giải trình|xem xét|cân đối|phân bổ|vận hành|bảo trì|sửa chữa|thí điểm|nhân rộng|tuyên truyền|
         phổ biến|tập huấn|đối chiếu|xác minh|hậu kiểm|nghiệm thu|kiện toàn|tinh gọn|liên kết|chia sẻ|đơn giản hóa|
         cắt giảm|tiết kiệm|luân chuyển|đặt hàng|cấp phép|gia hạn|thu hút|tranh thủ|lưu trữ|dự báo|giới thiệu|quảng bá|
         vận động|thuyết minh|lập hồ sơ|niêm yết|thanh tra|kiểm toán|quy hoạch lại|bố trí lại|tính toán lại|rút gọn|
         giao khoán|ứng dụng|thay mới|gìn giữ|nuôi dưỡng|khơi thông|khoanh vùng|đánh số|gắn biển|chốt số liệu|
         lấy ý kiến|hiệp thương|cam kết|ký kết|thu thập|lượng hóa|minh bạch hóa|xã hội hóa|hiện đại hóa|
         chuyển giao|cải tạo|khôi phục|mở lại|thu gọn|tách bạch|phân luồng|phân kỳ|điều phối|điều tra|hỏi ý kiến chuyên gia về|
         bảo dưỡng|khởi động lại|tổng rà soát|kế thừa|tiếp nối|gia cố|thiết kế lại|đặt lại|làm mới|cân nhắc|dự phòng|
         bù vốn cho|ghi hình|in ấn|biên soạn|đăng tải|gửi lấy ý kiến|hợp nhất|tách riêng|gom lại|xếp hạng|chấm điểm|
         kiểm đếm|đo đạc|quan trắc|nhắc nhở về|báo cáo về|tọa đàm về|trao đổi về|học hỏi về|cập nhật hằng tuần|khoán gọn",
    ),
    (
        "verbs",
        "{verb}|{verb} và {verb}|{verb}, {verb}|{verb}, {verb} và {verb}|{verb}, {verb} kịp thời|vừa {verb} vừa {verb}|
         {verb} rồi {verb}|{verb} cùng với {verb}|{verb}|{verb} và {verb}",
    ),
    (
        "head",
        "hệ thống|mạng lưới|danh mục|kế hoạch|phương án|chất lượng|quy mô|tiến độ|hiệu quả|chi phí|hồ sơ|nhu cầu|
         tiêu chí|quy trình|cơ chế|định mức|lộ trình|dữ liệu|số liệu|hiện trạng|mô hình|dự án|đề án|chương trình|
         công tác|hoạt động|nhiệm vụ|hạng mục|nội dung|nguồn lực|thủ tục|kết quả|trách nhiệm|cơ sở dữ liệu|tiêu chuẩn|
         công nghệ|hạ tầng|dịch vụ|khối lượng|giải pháp|chính sách|kinh phí|thời hạn|điều kiện|hình thức|phạm vi|
         cơ cấu|tỷ trọng|thứ tự ưu tiên|báo cáo|văn bản hướng dẫn|quy chế|biện pháp|thông tin|kiến nghị|cam kết|
         sáng kiến|bài học|kinh nghiệm|chuyên đề|phong trào|chiến dịch|đợt kiểm tra|tổ công tác|ban chỉ đạo|đầu mối|
         trung tâm|phần mềm|bản đồ|sổ theo dõi|chỉ tiêu|mục tiêu|định hướng|chiến lược|hợp đồng|gói thầu|đơn giá|
         mức chi|mức thu|nghĩa vụ|quyền lợi|chế độ|tiềm năng|thế mạnh|rủi ro|tác động|vai trò|vị trí|thực trạng|
         ngân hàng dữ liệu|đường dây nóng|tài liệu|ấn phẩm|khung giá|hạn mức|chỉ dẫn|tín hiệu|nguồn tin|phản ánh|đầu vào|đầu ra|
         giai đoạn|công đoạn|mắt xích|chuỗi|cụm|điểm|tuyến|vùng|nhóm|gói|đợt|kỳ|khâu|bước|phần việc|hội thi|lớp tập huấn|
         diễn đàn|cẩm nang|mẫu biểu|lịch trình|nhật ký|bảng điểm|thỏa thuận|biên bản|kết luận|vướng mắc|triển vọng",
    ),
    (
        "adjective",
        "đồng bộ|hiện đại|bền vững|thiết thực|minh bạch|khả thi|trọng điểm|cấp bách|thiết yếu|đặc thù|ổn định|lâu dài|
         dài hạn|ngắn hạn|hằng năm|chuyên sâu|cơ bản|quy mô nhỏ|quy mô vừa|chất lượng cao|an toàn|thông minh|liên vùng|
         liên ngành|tập trung|tự nguyện|truyền thống|hiện có|còn lại|dở dang|chuyển tiếp|khởi công mới|đã xuống cấp|
         tự chủ|công lập|ngoài công lập|xã hội hóa|đặc biệt khó khăn|vùng cao|ven sông|liên xã|liên huyện|nội tỉnh|
         kiểu mẫu|tiên tiến|thân thiện|ít phát thải|tiết kiệm|chủ lực|mũi nhọn|tiêu biểu|bổ trợ|dự phòng|khẩn cấp|
         tạm thời|chính thức|bắt buộc|tối thiểu|tối đa|bình quân|cố định|linh hoạt|trực tuyến|tại chỗ|từ xa|đa ngành|
         đa mục tiêu|hữu hiệu|gọn nhẹ|thống nhất|công bằng|kịp thời|mới hoàn thành|chưa quyết toán|đang vận hành|
         sắp đến hạn|quá thời hạn|dùng chung|mở rộng|thu hẹp|giai đoạn đầu|giai đoạn sau|theo mùa|quanh năm|
         rõ ràng|cụ thể|rành mạch|sát dân|gần dân|nhiều tầng|hai chiều|khép kín|mở|ổn thỏa|vừa sức|đúng chuẩn|cao cấp|phổ thông|
         đại trà|thí điểm|cốt lõi|nền tảng|phụ trợ|xen kẽ|luân phiên|bổ sung|thay thế|nhập ngoại|nội địa|bản địa|lưu động|
         cố kết|phi lợi nhuận|có thu phí|miễn phí|hợp chuẩn|đạt chuẩn|chưa đạt chuẩn|tồn từ năm trước|đã bàn giao|
         chờ thẩm định|chờ bố trí vốn|được ủy quyền|được phân cấp|theo cụm|theo tuyến|theo lứa tuổi|theo hợp đồng",
    ),
    (
        "manner",
        "đúng quy định|đúng tiến độ|kịp thời|công khai, minh bạch|theo phân cấp|theo lộ trình|trên nền tảng số|từ sớm, từ xa|
         có trọng tâm, trọng điểm|theo hướng {adjective}|theo hướng {adjective}, {adjective}|một cách {adjective}|
         dưới sự giám sát của {group}|bằng {fund}|trên cơ sở {head} {thing}|theo thứ tự ưu tiên|không dàn trải|
         không hình thức|sát thực tế|đến từng thôn, bản|đến từng hộ|ngay từ đầu năm|trong từng quý|bằng hình thức đấu thầu|
         theo cơ chế đặt hàng|thông qua {actor}|cùng với {actor}|trên tinh thần cầu thị|dứt điểm|triệt để|thường xuyên|
         định kỳ|đột xuất|tuần tự|song song với {thing}|có lồng ghép {thing}|theo {head} đã duyệt|ở cả hai cấp|
         đúng đối tượng|đúng mục đích|đủ định mức|an toàn|tiết kiệm|thận trọng|quyết liệt|bài bản|liên thông|
         theo tinh thần {cite}|trước {deadline}|trong {tens} ngày|chậm nhất vào {deadline}|ngay trong {soon}|
         từ cơ sở lên|từ dễ đến khó|gọn trong {few} bước|bằng sổ sách rõ ràng|có kiểm đếm|có ký nhận|có hẹn ngày trả lời|
         không gây phiền hà|không làm thêm đầu mối|kể cả ngày nghỉ|theo ca|theo {few} nhóm việc|xong trong {soon}|
         trước khi {verb} {thing}|sau khi {verb} {thing}|với sự tham gia của {fieldgroup}|theo mẫu của {fieldactor}",
    ),
    (
        "must",
        "cần|phải|tiếp tục|chủ động|kịp thời|khẩn trương|tập trung|thường xuyên|nghiêm túc|quyết liệt|có trách nhiệm|sớm|
         chịu trách nhiệm|được giao|có nhiệm vụ|phải thường xuyên|cần chủ động|tích cực|đồng loạt|phối hợp|trực tiếp|
         cần sớm|phải khẩn trương|nhanh chóng|kiên trì|cần phối hợp|phải bảo đảm|nên|cùng nhau|từng bước|định kỳ|
         tổ chức|chỉ đạo|hướng dẫn việc|cân nhắc|tự|phải tự|hằng năm|hằng quý|bố trí người",
    ),
    (
        "opening",
        "bên cạnh đó,|đồng thời,|ngoài ra,|trên cơ sở đó,|trước mắt,|về lâu dài,|theo đó,|cùng với đó,|mặt khác,|nhìn chung,|
         đặc biệt,|song song với đó,|trong quá trình thực hiện,|sau khi rà soát,|từ thực tế {commune},|qua theo dõi,|
         căn cứ tình hình thực tế,|tùy điều kiện cụ thể,|khi cần thiết,|để chuẩn bị cho {soon},|với {head} hiện có,|
         trong điều kiện {trouble},|đối với {group},|riêng {commune},|tính đến {past},|ở một số nơi,|về phía {actor},|
         xuất phát từ {head} {thing},|cùng thời gian này,|tại thời điểm báo cáo,|ở bước tiếp theo,|trên tinh thần đó,|
         sau {few} năm,|với quyết tâm cao,|nhờ {thing},|do {trouble},|trước yêu cầu {verb} {thing},|trong lĩnh vực này,",
    ),
    (
        "raise",
        "nâng cao|củng cố|bảo đảm|cải thiện|phát huy|giữ vững|tăng cường|khơi dậy|bồi đắp|gia tăng|duy trì|thúc đẩy|
         hình thành|tạo dựng|đề cao|lan tỏa|bảo vệ|mở rộng|nuôi dưỡng|hiện thực hóa",
    ),
    (
        "outcome",
        "chất lượng đời sống|niềm tin của cử tri|năng lực cạnh tranh|sức chống chịu|trật tự kỷ cương|sự đồng thuận|
         quyền lợi chính đáng|thu nhập bình quân|việc làm tại chỗ|cảnh quan chung|tính tự lực|sức hấp dẫn đầu tư|
         hiệu lực quản lý|hiệu quả sử dụng vốn|sự hài lòng|nếp sống văn minh|an ninh nguồn nước|sinh kế lâu dài|
         giá trị gia tăng|năng suất lao động|bình đẳng trong tiếp cận|tính công bằng|sự minh bạch|khả năng tự cân đối|
         sức khỏe cộng đồng|bản sắc địa phương|tinh thần trách nhiệm|vai trò giám sát|tính chủ động|kỷ luật tài chính|
         đà tăng trưởng|năng lực dự báo|mối liên kết vùng|uy tín của cơ quan dân cử|ý thức tiết kiệm|thói quen đọc|
         môi trường trong lành|sự yên tâm của nhân dân|tiếng nói của cơ sở|tính liên tục|an toàn cho {group}|
         lợi ích của {group}|cơ hội cho {group}|lòng tin giữa {group} và chính quyền|sự tham gia của {group}|
         nền nếp họp dân|chỗ dựa của người yếu thế|sự tin cậy của nhà đầu tư|giờ giấc làm việc|tốc độ trả kết quả|sự lành mạnh của ngân sách|
         tuổi thọ công trình|cơ hội học tập|bữa ăn đủ chất|giấc ngủ yên của dân|nguồn gen bản địa|thương hiệu địa phương|
         khả năng phòng ngừa|tình làng nghĩa xóm|công bằng giữa {fieldgroup} và {fieldgroup}|chất lượng {thing}|độ phủ của {thing}",
    ),
    (
        "purpose",
        "nhằm {raise} {outcome}|để {raise} {outcome}|qua đó {raise} {outcome}|góp phần {raise} {outcome}|
         từ đó {fix} {trouble}|hướng tới {outcome}|tạo tiền đề {verb} {thing}|bảo đảm {outcome}|
         không để phát sinh {trouble}|phù hợp với {head} {thing}|đáp ứng nhu cầu của {group}|làm cơ sở {verb} {thing}|
         tránh {trouble}|lấy {outcome} làm trọng tâm|giúp {group} {deed}|tiến tới {verb} {thing}|
         vì {outcome} và {outcome}|tạo chuyển biến về {thing}|bù đắp {trouble}|giảm áp lực lên {thing}|
         trong đó chú ý {thing}|trừ {thing} {adjective}|kể cả {thing} {place}|nhất là {thing}|gắn với {thing}",
    ),
    (
        "fix",
        "khắc phục|hạn chế|ngăn ngừa|xử lý|tháo gỡ|giải quyết|chấn chỉnh|đẩy lùi|giảm thiểu|phòng ngừa|kiểm soát|chấm dứt|
         xóa bỏ|phát hiện|cảnh báo|thu hẹp|làm rõ|truy trách nhiệm về|ứng phó với|bù đắp|tập trung xử lý|kiên quyết xử lý",
    ),
    (
        "trouble",
        "{fieldtrouble}|{fieldtrouble}|{fieldtrouble}|{fieldtrouble} {place}|{commontrouble}|{commontrouble}|
         {commontrouble} trong {head} {thing}|{commontrouble} về {thing}|tình trạng {fieldtrouble}",
    ),
    (
        "commontrouble",
        "sự chậm trễ|tình trạng chồng chéo|thiếu hụt nhân lực|khâu phối hợp lỏng lẻo|tâm lý trông chờ|bệnh thành tích|
         đơn thư kéo dài|sai lệch số liệu|né tránh trách nhiệm|vướng mắc thủ tục|chi phí phát sinh|khoảng cách giữa các vùng|
         thiếu vốn đối ứng|năng lực hạn chế của nhà thầu|biến động giá vật liệu|thời tiết bất thường|hạ tầng xuống cấp|
         dữ liệu rời rạc|quy định chưa thống nhất|biểu hiện lãng phí|dư luận trái chiều|hồ sơ tồn đọng|kinh phí dàn trải|
         kiến nghị chưa được trả lời|cách làm hình thức|điểm nghẽn kéo dài|chế độ thông tin chậm|nhân sự kiêm nhiệm",
    ),
    (
        "fund",
        "ngân sách tỉnh|ngân sách cấp huyện|ngân sách cấp xã|vốn sự nghiệp|vốn đầu tư công|nguồn tăng thu|nguồn xã hội hóa|
         vốn tín dụng chính sách|nguồn thu tiền sử dụng đất|nguồn xổ số kiến thiết|nguồn bổ sung có mục tiêu|quỹ dự phòng|
         nguồn cải cách tiền lương|vốn đối ứng|nguồn tiết kiệm chi|quỹ phát triển đất|đóng góp tự nguyện|vốn lồng ghép",
    ),
    (
        "object",
        "{thing}|{thing} {adjective}|{head} {thing}|{head} {thing} {adjective}|{thing} và {thing}|{thing}, {thing} và {thing}|
         {head} {thing} của {group}|{thing} dành cho {group}|việc {verb} {thing}|việc {verb}, {verb} {thing}|
         {thing} do {actor} {verb}|những {head} {thing}|{thing} gắn với {thing}|{head} và {head} {thing}|
         {thing} {place}|{head} {thing} {place}|từng {head} {thing}|các {head} {adjective} về {thing}|
         {head} {verb} {thing}|{thing} theo {head} {adjective}|{thing} có {head} {adjective}|toàn bộ {thing}|
         một phần {thing}|{thing} trong {head} {thing}|{count}|{thing} phục vụ {thing}|mọi {head} {thing}",
    ),
    (
        "actor",
        "Ủy ban nhân dân tỉnh|{office}|{office}|{council} {district}|{council} {commune}|Ủy ban nhân dân {district}|
         Ủy ban nhân dân {commune}|các sở, ban, ngành|chính quyền địa phương|các cơ quan chuyên môn|
         Thường trực Hội đồng nhân dân tỉnh|các Ban của Hội đồng nhân dân tỉnh|các Tổ đại biểu|{fieldactor}|{fieldactor}|
         {fieldactor}|{fieldactor} {place}|Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh|các chủ đầu tư|các đơn vị sự nghiệp|
         người đứng đầu từng đơn vị|các hội, đoàn thể|cơ quan chủ trì|đơn vị thụ hưởng|tổ công tác liên ngành|
         cơ quan thanh tra|Kho bạc Nhà nước tỉnh|{fieldactor} và {office}|các doanh nghiệp|các địa phương",
    ),
    ("council", "Hội đồng nhân dân|Thường trực Hội đồng nhân dân|Ban Thanh tra nhân dân|Mặt trận Tổ quốc|Hội Nông dân"),
    (
        "place",
        "tại {commune}|ở {commune}|trên địa bàn {district}|tại {district}|ở {communes}|tại {communes}|trên toàn tỉnh|
         ở vùng cao|ở khu vực nội thị|tại các xã ven sông|ở địa bàn giáp ranh|tại vùng hạ lưu|ở khu vực mới sáp nhập|
         tại {few} xã vùng sâu|ở {tens} thôn, bản|tại thôn {few}, {commune}|ở tổ dân phố số {tens}, {commune}|
         từ {commune} đến {commune}|dọc tuyến đường tỉnh {hundreds}|ở nơi có {trouble}|tại {head} {thing}|{none}|{none}|{none}",
    ),
    (
        "time",
        "trong năm {year}|trong quý {quarter} năm {year}|giai đoạn {period}|6 tháng đầu năm {year}|6 tháng cuối năm {year}|
         {few} tháng đầu năm {year}|từ năm {pastyear} đến năm {year}|trong {soon}|hằng năm|sau khi {verb} {thing}|
         từ ngày {date}|trong {tens} ngày tới|trước mùa mưa năm {year}|song song với {thing}|trong nhiệm kỳ này|
         khi {verb} {thing}|mỗi quý|vào đầu quý {quarter}|kể từ {deadline}|trong cả giai đoạn {period}",
    ),
    (
        "lately",
        "trong năm {year}|trong năm {lastyear}|6 tháng đầu năm {year}|{few} tháng qua|từ năm {pastyear} đến năm {year}|
         giai đoạn {lastperiod}|từ ngày {date} đến nay|sau khi {verb} {thing}|{few} năm qua|từ đầu nhiệm kỳ|
         sau ngày {date}|từ quý {quarter} năm {lastyear}|qua {tens} tháng|trong {few} đợt {verb}|từ khi {verb} {thing}",
    ),
    (
        "past",
        "cùng kỳ năm {lastyear}|năm {lastyear}|năm {pastyear}|ngày {date}|cuối năm {lastyear}|đầu nhiệm kỳ|quý {quarter} năm {lastyear}|
         {few} tháng trước|thời điểm {verb} {thing}|kế hoạch giao đầu năm|bình quân giai đoạn {lastperiod}|mức chung của tỉnh|
         giữa năm {lastyear}|trước khi {verb} {thing}",
    ),
    ("soon", "năm {soonyear}|quý {quarter} năm {soonyear}|{few} năm tới|6 tháng đầu năm {soonyear}|tháng {month} năm {soonyear}"),
    (
        "deadline",
        "ngày {duedate}|ngày {duedate}|cuối năm {soonyear}|quý {quarter} năm {soonyear}|năm {soonyear}|kỳ họp cuối năm {soonyear}",
    ),
    (
        "result",
        "đạt {percent} kế hoạch|{change} {percent} so với {past}|hoàn thành sớm {tens} ngày|với tổng vốn {amount}|
         mang lại lợi ích cho {count}|{raise} {outcome}|giảm được {percent} {thing}|tiết kiệm {amount}|
         được {group} đồng tình|bằng {percent} dự toán|vượt {percent} so với {past}|nhờ đó {count} được hưởng lợi|
         trong đó {fund} chiếm {percent}|tạo điều kiện {verb} {thing}|rút ngắn {tens} ngày so với {past}|đưa vào sử dụng {count}|
         nâng tổng số lên {count}|còn {count} đang {verb}|không phát sinh {trouble}|thấp hơn {past} {percent}",
    ),
    ("change", "tăng|giảm|tăng gần|giảm khoảng|tăng hơn|cao hơn|thấp hơn"),
    (
        "weak",
        "chưa đồng bộ|còn manh mún|chưa sát thực tế|còn chậm so với {past}|mới đạt {percent} yêu cầu|thiếu {thing}|
         phụ thuộc nhiều vào {thing}|chưa thu hút được {group}|còn để xảy ra {trouble}|bộc lộ {trouble}|
         chưa tương xứng với {thing}|chưa gắn với {thing}|thiếu {head} {thing}|chỉ phục vụ được {count}|còn {trouble}|
         chưa bền vững|nặng về thủ tục|chậm được {verb}|chưa rõ trách nhiệm của {actor}|lúng túng khi {verb} {thing}",
    ),
    (
        "group",
        "{fieldgroup}|{fieldgroup}|{fieldgroup}|{fieldgroup} {place}|nhân dân {commune}|cử tri {commune}|người dân vùng cao|
         hộ gia đình chính sách|người cao tuổi|thanh niên nông thôn|phụ nữ làm chủ hộ|đồng bào dân tộc thiểu số|
         các hộ di dời|cán bộ cơ sở|người có uy tín|người khuyết tật|{fieldgroup} và {fieldgroup}|hộ mới tách",
    ),
    (
        "benefit",
        "hỗ trợ|hỗ trợ một lần|hỗ trợ hằng tháng|miễn, giảm {thing}|vay vốn ưu đãi|bố trí {thing}|cấp kinh phí {verb} {thing}|
         hưởng chế độ bồi dưỡng|ưu tiên tiếp cận {thing}|hoàn trả chi phí {thing}|thưởng một lần|trợ cấp thêm",
    ),
    (
        "rate",
        "{sum}|{percent} chi phí {thing}|tối đa {sum}|{sum} cho mỗi {unit}|{few} lần mức lương cơ sở|{tens}% đơn giá|
         {sum} mỗi năm|mức thấp nhất của {fund}|{percent} phần chênh lệch|bằng {percent} mức của {group}",
    ),
    (
        "limit",
        "nhưng không quá {sum}|trong thời gian {tens} tháng|không quá {few} lần trong giai đoạn {period}|
         tính từ khi {verb} {thing}|sau khi trừ {thing}|không kể {thing}|trong phạm vi {fund}|theo {head} thực tế|
         kể cả khi {trouble}|nếu không có {trouble}|riêng {commune} bằng {percent}|áp dụng từ {soon}|chi trả qua {actor}",
    ),
    (
        "condition",
        "có {thing} được {actor} xác nhận|đã {verb} {thing} từ {few} năm trở lên|cư trú ổn định {place}|
         chưa được hưởng {head} {thing}|tham gia {thing} liên tục {tens} tháng|có {head} {thing} hợp lệ|
         không để xảy ra {trouble}|cam kết {verb} {thing}|thuộc {head} {thing}|{deed} với quy mô từ {count}|
         có ít nhất {count}|bị thiệt hại do {trouble}|nộp đủ {paper}|hoàn thành {deed}|được {actor} đề nghị",
    ),
    (
        "paper",
        "đơn đề nghị|bản sao {thing}|biên bản nghiệm thu|{head} {thing}|giấy xác nhận của {actor}|bảng kê {thing}|
         hợp đồng {verb} {thing}|chứng từ thanh toán|sơ đồ vị trí|bản cam kết|quyết định giao {thing}|danh sách {group}|
         báo cáo {verb} {thing}|tờ khai theo mẫu|bản thuyết minh|hóa đơn hợp lệ|kết quả thẩm định",
    ),
    (
        "said",
        "nhấn mạnh|cho biết|đề nghị|khẳng định|lưu ý|cho rằng|nêu rõ|chia sẻ|phát biểu|bày tỏ|phân tích|trả lời|kiến nghị|
         đặt vấn đề|gợi mở|yêu cầu|băn khoăn|thẳng thắn nhìn nhận|đánh giá|giải thích",
    ),
    (
        "figure",
        "{percent}|{amount}|{count}|trên {percent}|khoảng {amount}|hơn {count}|dưới {percent}|gần {count}|từ {tens}% đến {percent}",
    ),
    ("count", "{hundreds} {unit}|{thousands} {unit}|{tens} {unit}|{tens} {unit}|{few} {unit}"),
];
