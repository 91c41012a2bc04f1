//! Whole sentences of the made-up texts, one a line, by the kind of text that they belong to.

/// Rules for sentences: name, then alternatives parted by `|`. See `words` for the notation.
pub(super) const SENTENCES: &[(&str, &str)] = &[
    (
        "directive",
        "{actor} {must} {verbs} {object} {place}, {purpose}.|
         {verbs} {object} {manner}; {fix} {trouble} {place}.|
         {time}, {actor} {must} {verb} {object} và {verb} {object}.|
         {actor} {must} {fix} {trouble}, {verb} {object} {manner}.|
         giao {actor} {verbs} {object}, báo cáo kết quả trước {deadline}.|
         phấn đấu đến {deadline} có {count} được {verb}, {result}.|
         ưu tiên {amount} để {verb} {object} {place}, phần còn lại dành cho {object}.|
         trường hợp {trouble} kéo dài, {actor} {must} {verbs} {object}, {purpose}.|
         {opening} {verbs} {object}, không để {trouble} ảnh hưởng đến {group}.|
         gắn {object} với {object}, {purpose}.|
         việc {verbs} {object} phải {purpose}; {actor} {must} {verb} {thing}.|
         {actor} phối hợp với {actor} {verbs} {object} {time}, {purpose}.|
         từng bước {verb} {object}, tiến tới {verb} {object} vào {deadline}.|
         bố trí không dưới {percent} {fund} cho {object}; phần còn thiếu huy động từ {fund}.|
         lấy {outcome} làm thước đo khi {verbs} {object} {manner}.|
         kiên quyết {fix} {trouble} {place}; gắn trách nhiệm của {actor} với {object}.|
         {opening} {actor} {must} {verbs} {object} {manner}.|
         đến {deadline}, {object} đạt {figure}; {object} đạt {figure}.|
         {time}, {verbs} {object} {manner}; {time}, {verb} {object}.|
         đối với {object}, {actor} {must} {verb} {object} trước {deadline}.|
         khuyến khích {group} {deed}, {verb} {object} {manner}.|
         {deed} {place}; {deed} {manner}; {verbs} {object}.|
         đề cao vai trò của {group} khi {verb} {object}, {purpose}.|
         chỉ {verb} {object} khi đã có {object} và {head} {thing} {adjective}.|
         thực hiện {cite}, {actor} {must} {verbs} {object} {place}.|
         theo {cite}, {object} {place} phải được {verb} {manner}.|
         {opening} {deed} {place}, {purpose}.|
         {actor} {must} {deed} {time}; nếu để xảy ra {trouble} thì phải {verb} {object}.|
         mỗi năm dành {amount} từ {fund} để {deed}, {verb} {object}.|
         {verb} {object} đi đôi với {verb} {object}, {purpose}; {fix} {trouble}.|
         tổng nhu cầu để {verb} {object} là {amount}, gồm {amount} từ {fund} và {amount} từ {fund}.|
         không {verb} {object} khi chưa {fix} {trouble} {place}.|
         phân công {actor} theo dõi {object}, {actor} theo dõi {object}, {time}.|
         trước {deadline}, {deed}, {verb} {object} {place}; sau đó {verb} {object}.|
         {verb} {object} ngay từ khi {verb} {object}, tránh để dồn vào {deadline}.|
         nơi nào còn {trouble} thì {actor} phải {verb} {object} trước, {verb} {object} sau.|
         {opening} {fix} {trouble}, coi đó là điều kiện để {verb} {object}.|
         {actor} đứng ra {verb} {object}, {actor} góp {fund}, {group} {deed}.|
         hoàn thành việc {verb} {object} {place} chậm nhất vào {deadline}; nếu chậm phải báo cáo {actor}.|
         chọn {commune} và {commune} làm nơi {verb} {object} trước khi nhân rộng.|
         mọi khoản chi từ {fund} cho {object} phải được {actor} {verb} {manner}.|
         dừng {verb} {object} không còn phù hợp, chuyển {amount} sang {verb} {object}.|
         tổ chức {few} đợt {verb} {object} mỗi năm, mỗi đợt không quá {tens} ngày.|
         {actor} công bố kết quả {verb} {object} {time}, {purpose}.|
         giảm ít nhất {percent} {trouble} vào {deadline} bằng cách {verb} {object}.|
         quan tâm {group} khi {verb} {object}, nhất là lúc {trouble} xảy ra.",
    ),
    (
        "statute",
        "{group} {condition} thì được {benefit} {rate}, {limit}.|
         mức {benefit} đối với {object} là {rate}, {limit}.|
         trường hợp {group} vừa {condition} vừa {condition} thì chỉ được {benefit} {rate}.|
         {object} {place} được {verb} khi {condition}, {limit}.|
         thời gian {verb} {object} không quá {tens} ngày làm việc, tính từ khi {actor} nhận đủ {paper}.|
         hồ sơ gồm {paper}, {paper} và {paper}, nộp {few} bộ tại {actor}.|
         không áp dụng {internal} đối với {group} đã được {benefit} theo {cite}.|
         căn cứ {object}, {actor} quyết định việc {verb} {object}, {limit}.|
         kinh phí {verb} {object} lấy từ {fund}, dự kiến {amount} mỗi năm, {purpose}.|
         {thing} nêu tại {internal} gồm {thing}, {thing} và {thing} {adjective}.|
         {actor} {must} {verb} {object} trong {tens} ngày và thông báo cho {group} bằng văn bản.|
         {group} {place} có quyền {verb} {object}; {actor} {must} {verb} {paper}.|
         nếu {trouble}, {actor} tạm dừng {benefit} và {verb} {object} trước {deadline}.|
         tỷ lệ phân chia {object} giữa {fund} và {fund} là {percent}, {limit}.|
         mỗi {unit} được {benefit} {rate}; từ {unit} thứ {few} trở đi hưởng {percent} mức này.|
         {group} {condition} nhưng {trouble} thì được {actor} xem xét {benefit} {rate}.|
         việc {verbs} {object} theo {internal} phải có {paper} và {purpose}.|
         chậm nhất {deadline}, {actor} {verb} {object}, gửi {paper} đến {actor}.|
         {object} có giá trị từ {amount} trở lên do {actor} quyết định; dưới mức này do {actor} quyết định.|
         {group} quy định tại {internal} phải hoàn trả {rate} khi không còn thuộc {head} {thing}.|
         {actor} lập {paper} cho từng {unit}, {verb} {object} và lưu giữ trong {tens} năm.|
         định mức {verb} {object} là {rate} ở {commune} và {rate} ở những nơi còn lại.|
         ngoài {benefit} theo {internal}, {group} còn được {benefit} {rate}, {limit}.|
         {object} phải bảo đảm tối thiểu {figure}, có {paper} và được {actor} {verb} {manner}.|
         {actor} không được {verb} {object} ngoài phạm vi của {internal}, trừ khi {condition}.|
         kết quả {verb} {object} được công bố tại {commune} trong {tens} ngày, {purpose}.|
         mức thu đối với {object} là {amount} trên mỗi {unit}; {group} được giảm {percent}.|
         giai đoạn {period}, {fund} bảo đảm {percent}, {fund} bảo đảm phần còn lại để {verb} {object}.|
         người đứng tên {paper} chịu trách nhiệm về {object}; {actor} chỉ {verb} {object} sau khi {condition}.|
         {object} được chia làm {few} loại theo {head} {thing} và {head} {thing}.|
         ở {communes}, mức {benefit} tăng thêm {percent}, {limit}.|
         khi {trouble}, thời hạn {verb} {object} được kéo dài thêm {tens} ngày nếu {condition}.|
         {actor} trả lời {group} trong {tens} ngày; quá hạn mà không trả lời thì phải {verb} {object}.|
         mức chi {verb} {object} gồm {sum} mỗi buổi cho {group} và {sum} mỗi tháng cho {actor}.|
         {group} không phải nộp {paper} nếu {actor} đã có {head} {thing}.|
         việc {benefit} dừng lại khi {group} không còn {thing} hoặc khi {trouble}.|
         nguồn từ {fund} chỉ dùng để {verb} {object}; phần chưa dùng chuyển sang {verb} {object}.|
         {actor} được ủy quyền {verb} {object} có giá trị dưới {amount}, {limit}.|
         trong {tens} ngày kể từ khi {condition}, {group} được nhận {sum} cho {object}.|
         {thing} và {thing} nêu tại {internal} được tính bằng {percent} {head} {thing}.",
    ),
    (
        "finding",
        "{lately}, {actor} đã {verbs} {object}, {result}.|
         {object} {place} được {verb}, {result}; riêng {object} {weak}.|
         tổng kinh phí {verb} {object} là {amount}, bằng {percent} kế hoạch, {result}.|
         qua giám sát {place} cho thấy {object} {weak}; {trouble} chậm được {fix}.|
         nguyên nhân chủ yếu là {trouble}, trong khi {object} {weak}.|
         đến {past}, có {count} đã được {verb}, {change} {percent} so với {past}.|
         {actor} đã tiếp nhận {hundreds} lượt kiến nghị của {group} về {object}; {percent} được trả lời {manner}.|
         so với {past}, {object} {change} {percent}, {result}.|
         {opening} {object} {weak}, làm {thing} {place} chưa đạt {figure}.|
         {actor} đã {deed} {place}, {result}.|
         tuy vậy, {object} vẫn {weak}; {actor} chưa {verb} {object} {manner}.|
         {object} đạt {figure}, {object} đạt {figure}; {result}.|
         có {few} địa phương chưa {verb} {object}, trong đó {commune} còn {trouble}.|
         thực hiện {cite}, {actor} đã {verbs} {object} với {amount} từ {fund}.|
         trong {count} được kiểm tra, {tens}% {weak}, số còn lại {result}.|
         {fieldtrouble} {place} {change} {percent} so với {past}, chủ yếu do {trouble}.|
         {group} {place} đã {deed}, {result}.|
         {opening} {actor} kiến nghị {verb} {object}, {purpose}.|
         đối chiếu với {cite}, {object} {place} {weak}.|
         kết quả trên có được nhờ {actor} {must} {verb} {object} và {fix} {trouble}.|
         việc {verbs} {object} {weak}, nhất là {place}; {result}.|
         {lately}, {count} được {deed}, {result}, vượt {past}.|
         {actor} đã chi {amount} để {verb} {object} và {amount} để {deed}.|
         bài học rút ra là phải {verb} {object} trước khi {verb} {object}, {purpose}.|
         số {unit} được {verb} {lately} là {thousands}, {change} {percent}; {object} {weak}.|
         {opening} {deed} {place}, {result}; {trouble} được {fix}.|
         đoàn ghi nhận {object} {place} đã {result}, song {object} {weak}.|
         theo {actor}, {object} {weak} vì {trouble} và {trouble}.|
         {head} {thing} được giao cho {actor} {lately}, đến nay {result}.|
         giá trị {verb} {object} ước {amount}, {change} {percent} so với {past}; {object} {result}.|
         {lately}, {commune} dẫn đầu về {object} với {figure}, còn {commune} mới đạt {figure}.|
         tỷ lệ {unit} được {verb} tăng từ {percent} lên {percent}, nhờ {object}.|
         {actor} giải trình rằng {object} {weak} là do {trouble}.|
         so sánh {few} địa phương cho thấy nơi nào {verb} {object} thì {thing} {result}.|
         {opening} {object} {result}, song còn {count} chưa được {verb}.|
         đã thu hồi {amount} do {trouble}, xử lý {few} trường hợp và nhắc nhở {tens} trường hợp.|
         ý kiến của {group} về {object} được {actor} tiếp thu, {result}.|
         {count} thuộc diện {verb} {object} nhưng chỉ {percent} hoàn thành trước {past}.|
         khảo sát {hundreds} người thì {percent} hài lòng với {object}, {percent} còn phàn nàn về {trouble}.|
         phần việc {verb} {object} giao cho {actor} {result}; phần giao cho {actor} {weak}.|
         mỗi năm cần khoảng {amount} để {verb} {object}, trong khi {fund} chỉ đáp ứng {percent}.|
         {deed} là việc {result}; ngược lại, {object} {weak}.",
    ),
    (
        "story",
        "{person} {said} {actor} {must} {verbs} {object}, {purpose}.|
         tham gia ý kiến, {person} {said} {object} {place} {weak}, cần {verb} {object}.|
         cử tri {commune} phản ánh {trouble}, đề nghị {actor} {verbs} {object} {manner}.|
         đoàn đã đến {commune}, làm việc với {actor} về {object} và kiểm tra {object}.|
         theo báo cáo tại buổi làm việc, {object} {result}; {object} {weak}.|
         {person} {said}: {quote}.|
         {quote}, {person} {said}.|
         nhiều đại biểu {said} {object} {weak} do {trouble}, {purpose}.|
         đại biểu Tổ {commune} chất vấn về {object} và trách nhiệm của {actor} khi để xảy ra {trouble}.|
         trả lời chất vấn, {person} {said} {actor} đã {verb} {object}, {result}.|
         {opening} {actor} sẽ {verbs} {object} trước {deadline}, {purpose}.|
         các đại biểu đã thảo luận về {object}, {object} và {object} {place}.|
         có {hundreds} lượt ý kiến của {group}, tập trung vào {object} và {object}.|
         ghi nhận tại {commune}, {object} {result}, {group} đã {deed}.|
         {person} yêu cầu {actor} {verb} {object}, {fix} {trouble} và {verb} {object} {manner}.|
         tại {commune}, {count} đã được {verb}, {result}.|
         nhắc lại {cite}, {person} {said} {object} phải được {verb} {manner}.|
         trước đó, {actor} đã khảo sát {count} {place} và {verb} {object}.|
         kết luận nội dung này, {person} giao {actor} {verbs} {object}, báo cáo trước {deadline}.|
         {group} {place} mong {actor} sớm {verb} {object}, {purpose}.|
         buổi làm việc kéo dài {tens} phút, xoay quanh {object} và {trouble}.|
         dự kiến {soon}, {actor} {must} {deed} với {amount} từ {fund}.|
         bà con thôn {few}, {commune} cho biết {object} {result}, nhưng {trouble} vẫn còn.|
         {opening} {deed} {place} đã {result}.|
         ông trưởng thôn {few}, {commune} kể rằng {trouble} khiến {count} bị ảnh hưởng.|
         nghe xong báo cáo, {person} {said} chưa yên tâm về {object}.|
         đoàn công tác đi thực tế {few} điểm {place}, xem tận nơi {object} và hỏi chuyện {group}.|
         {actor} hứa {verb} {object} trong {tens} ngày và báo lại cho {group}.|
         so với lần tiếp xúc trước, {trouble} đã giảm, nhưng {object} {weak}.|
         câu hỏi về {object} được {person} chuyển cho {actor}, hẹn trả lời trước {deadline}.|
         {hundreds} cử tri dự buổi tiếp xúc, {tens} ý kiến nói về {object}.|
         {person} {said} năm nay sẽ dành {amount} từ {fund} để {verb} {object}.|
         chuyến giám sát dừng lại ở {communes}, nơi {count} đang chờ {verb}.|
         một đại biểu nêu con số {figure} của {object} để hỏi vì sao {trouble} kéo dài.|
         khép lại phiên làm việc, {person} {said}: {quote}.|
         với {group}, {object} là chuyện hằng ngày, còn {object} là chuyện của {few} năm tới.",
    ),
    (
        "quote",
        "chúng ta phải {verb} {object}, đừng để {trouble} làm mất {outcome}|
         {object} {weak} thì {group} chịu thiệt trước tiên|
         tôi đề nghị {actor} {verb} {object} {manner}, {purpose}|
         muốn {raise} {outcome} thì trước hết phải {verb} {object} và {fix} {trouble}|
         {few} năm trước, {object} {place} chưa có gì, nay {result}|
         điều {group} cần là {object}, không phải {object}|
         nếu {actor} không {verb} {object} trước {deadline} thì {trouble} sẽ lặp lại|
         cách tốt nhất để {fix} {trouble} là {verb} {object} cùng với {group}|
         chỉ tiêu {figure} không khó, khó nhất là {verb} {object} {manner}|
         tiền từ {fund} phải đến đúng {group}, không thể để {trouble} kéo dài|
         chúng tôi nhận trách nhiệm về {object} và sẽ {verb} {object} trước {deadline}|
         thôn tôi có {count}, ai cũng mong {verb} {object}",
    ),
    (
        "summary",
        "{verbs} {object}, {purpose}|{object} {place}: {result}|{verb} {object} và {verb} {object} {time}|
         {object} đạt {figure}; {object} {result}|{deed} {place}, {purpose}|{actor} {must} {verb} {object} {manner}",
    ),
    (
        "task",
        "{verb} {thing} {adjective}|{verb} {head} {thing}|{verb} và {verb} {thing}|{fix} {fieldtrouble}|{deed}|
         {verb} {thing} dành cho {fieldgroup}|{verb} {thing} gắn với {thing}|{raise} {outcome} qua {thing}",
    ),
    ("definition", "{thing} {adjective}|{head} {thing}|{thing} {place}|{head} {thing} {adjective}|{thing} và {thing}"),
    (
        "meaning",
        "{object} do {actor} {verb} {manner}|{object} có {head} {adjective}, {condition}|phần {thing} dùng để {verb} {object}|
         {group} {condition}|{object} được {verb} bằng {fund} {place}|việc {group} {deed}, {limit}",
    ),
];
