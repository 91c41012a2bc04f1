//! Words that stand around the verbs of instructions.

use crate::legal::structure::token::{Phrase, Token, word};

/// Words that make the verb behind them passive.
pub(super) const PASSIVE: [u64; 2] = [word("được"), word("bị")];
/// Words that lead from a passive verb to who did it.
pub(super) const BY: [u64; 4] = [word("bởi"), word("tại"), word("bằng"), word("theo")];

/// Names of the document that speaks.
pub(super) const SELVES: [Phrase; 7] = [
    Phrase::new("nghị quyết nầy"),
    Phrase::new("nghị quyết này"),
    Phrase::new("quy định này"),
    Phrase::new("quy chế này"),
    Phrase::new("quyết định này"),
    Phrase::new("văn bản này"),
    Phrase::new("đề án này"),
];

/// What may stand before an active verb that this document means for itself.
pub(super) const LEADS: [Phrase; 25] = [
    Phrase::new("đồng ý"),
    Phrase::new("nay"),
    Phrase::new("thông qua danh mục"),
    Phrase::new("ban hành quy"),
    Phrase::new("ban hành kèm theo"),
    Phrase::new("ban hành nghị quyết về việc"),
    Phrase::new("ban hành nghị quyết về"),
    Phrase::new("ban hành nghị quyết"),
    Phrase::new("thông qua nghị quyết"),
    Phrase::new("thông qua việc"),
    Phrase::new("thông qua nội dung"),
    Phrase::new("thông qua"),
    Phrase::new("quyết định"),
    Phrase::new("quyết nghị"),
    Phrase::new("thống nhất"),
    Phrase::new("nhất trí"),
    Phrase::new("tán thành"),
    Phrase::new("phê chuẩn"),
    Phrase::new("chấp thuận"),
    Phrase::new("về việc"),
    Phrase::new("về"),
    Phrase::new("việc"),
    Phrase::new("cho phép"),
    Phrase::new("đồng thời"),
    Phrase::new("phê duyệt"),
];

/// The council as a subject: `Hội đồng nhân dân tỉnh`.
pub(super) const COUNCILS: [Phrase; 2] = [Phrase::new("hội đồng nhân dân"), Phrase::new("hđnd")];
/// Levels of a council.
pub(super) const LEVELS: [Phrase; 6] = [
    Phrase::new("tỉnh"),
    Phrase::new("thành phố"),
    Phrase::new("huyện"),
    Phrase::new("xã"),
    Phrase::new("phường"),
    Phrase::new("đặc khu"),
];

/// Words that may stand between a verb and the document near it.
pub(super) const FILLERS: [u64; 89] = [
    word("ở"),
    word("hai"),
    word("ba"),
    word("bốn"),
    word("sáu"),
    word("bảy"),
    word("tám"),
    word("chín"),
    word("mười"),
    word("ngay"),
    word("cho"),
    word("phạm"),
    word("pháp"),
    word("luật"),
    word("do"),
    word("những"),
    word("chính"),
    word("nay"),
    word("cả"),
    word("các"),
    word("một"),
    word("phần"),
    word("toàn"),
    word("bộ"),
    word("số"),
    word("điều"),
    word("khoản"),
    word("điểm"),
    word("chương"),
    word("mục"),
    word("phụ"),
    word("lục"),
    word("tiểu"),
    word("tiết"),
    word("đoạn"),
    word("dòng"),
    word("gạch"),
    word("đầu"),
    word("thứ"),
    word("cột"),
    word("của"),
    word("tại"),
    word("và"),
    word("nội"),
    word("dung"),
    word("quy"),
    word("định"),
    word("hiệu"),
    word("lực"),
    word("thi"),
    word("hành"),
    word("việc"),
    word("ban"),
    word("kèm"),
    word("theo"),
    word("văn"),
    word("bản"),
    word("nghị"),
    word("quyết"),
    word("cụm"),
    word("từ"),
    word("danh"),
    word("biểu"),
    word("mẫu"),
    word("bảng"),
    word("thời"),
    word("gian"),
    word("hạn"),
    word("thực"),
    word("hiện"),
    word("áp"),
    word("dụng"),
    word("sau"),
    word("đây"),
    word("gồm"),
    word("bao"),
    word("tên"),
    word("hội"),
    word("đồng"),
    word("nhân"),
    word("dân"),
    word("tỉnh"),
    word("đã"),
    word("hđnd"),
    word("chế"),
    word("trong"),
    word("đối"),
    word("với"),
    word("khác"),
];

/// Objects of replacing and repealing that other words may describe: `bãi bỏ quy định về mức thu tại ...`.
pub(super) const CONTENTS: [Phrase; 14] = [
    Phrase::new("tên gọi"),
    Phrase::new("tên"),
    Phrase::new("nội dung"),
    Phrase::new("các nội dung"),
    Phrase::new("một số nội dung"),
    Phrase::new("quy định"),
    Phrase::new("các quy định"),
    Phrase::new("một số quy định"),
    Phrase::new("chính sách"),
    Phrase::new("các chính sách"),
    Phrase::new("mức"),
    Phrase::new("định mức"),
    Phrase::new("chế độ"),
    Phrase::new("chủ trương"),
];

/// Words that make someone else act.
pub(super) const ORDERS: [Phrase; 6] = [
    Phrase::new("giao"),
    Phrase::new("đề nghị"),
    Phrase::new("yêu cầu"),
    Phrase::new("kiến nghị"),
    Phrase::new("trách nhiệm"),
    Phrase::new("nhiệm vụ"),
];

/// Words that deny the verb behind them.
pub(super) const DENIALS: [u64; 3] = [word("không"), word("chưa"), word("chẳng")];

/// Words that a proper name may follow: `Hội đồng nhân dân tỉnh Quảng Ninh`.
pub(super) const NAMED: [u64; 7] =
    [word("tỉnh"), word("phố"), word("huyện"), word("xã"), word("phường"), word("khu"), word("dân")];

/// Words and phrases as objects: the document that they stand in is amended only.
pub(super) const WORDINGS: [Phrase; 17] = [
    Phrase::new("đoạn"),
    Phrase::new("câu"),
    Phrase::new("dòng chữ"),
    Phrase::new("cụm từ"),
    Phrase::new("các cụm từ"),
    Phrase::new("một số cụm từ"),
    Phrase::new("một số từ ngữ"),
    Phrase::new("một số từ"),
    Phrase::new("các từ ngữ"),
    Phrase::new("từ ngữ"),
    Phrase::new("các từ"),
    Phrase::new("từ"),
    Phrase::new("cụm số"),
    Phrase::new("cụm"),
    Phrase::new("chữ"),
    Phrase::new("số liệu"),
    Phrase::new("số"),
];
/// Marks that open a quotation.
pub(super) const QUOTES: [char; 4] = ['“', '"', '«', '‘'];
/// Marks that close one.
pub(super) const CLOSING_QUOTES: [char; 4] = ['”', '"', '»', '’'];

/// Words that name provisions.
pub(super) const PROVISIONS: [u64; 12] = [
    word("điều"),
    word("khoản"),
    word("điểm"),
    word("chương"),
    word("mục"),
    word("phần"),
    word("phụ"),
    word("tiết"),
    word("đoạn"),
    word("biểu"),
    word("mẫu"),
    word("danh"),
];

/// Words that tie a document to what stands before it: `mức chi tại Nghị quyết số A`.
pub(super) const LINKS: [u64; 15] = [
    word("tại"),
    word("ở"),
    word("của"),
    word("trong"),
    word("thuộc"),
    word("theo"),
    word("kèm"),
    word("hành"),
    word("ban"),
    word("hiện"),
    word("dụng"),
    word("lực"),
    word("các"),
    word("cho"),
    word("số"),
];

/// Words that begin a condition.
pub(super) const CONDITIONS: [Phrase; 4] =
    [Phrase::new("khi"), Phrase::new("trường hợp"), Phrase::new("nếu"), Phrase::new("trong trường hợp")];

/// Words that begin the title of a document behind its name.
pub(super) const TITLES: [Phrase; 12] = [
    Phrase::new("về"),
    Phrase::new("quy định"),
    Phrase::new("ban hành"),
    Phrase::new("phê duyệt"),
    Phrase::new("thông qua"),
    Phrase::new("sửa đổi"),
    Phrase::new("bổ sung"),
    Phrase::new("bãi bỏ"),
    Phrase::new("điều chỉnh"),
    Phrase::new("quyết định"),
    Phrase::new("hướng dẫn"),
    Phrase::new("kéo dài"),
];

/// Words behind which a document is a ground only.
pub(super) const GROUNDS: [u64; 3] = [word("trình"), word("căn"), word("nêu")];

/// Nouns of parts of a document, which without a number say that a part is meant: `một số điều của Nghị quyết số A`.
pub(super) const PARTS: [u64; 17] = [
    word("điều"),
    word("khoản"),
    word("điểm"),
    word("mục"),
    word("phần"),
    word("chương"),
    word("phụ"),
    word("mẫu"),
    word("biểu"),
    word("bảng"),
    word("dung"),
    word("sách"),
    word("cụm"),
    word("mức"),
    word("danh"),
    word("chế"),
    word("chủ"),
];

/// Nouns of documents: `các nghị quyết sau đây`, `toàn bộ văn bản`.
pub(super) const DOCUMENTS: [Phrase; 6] = [
    Phrase::new("văn bản"),
    Phrase::new("nghị quyết"),
    Phrase::new("quyết định"),
    Phrase::new("quy định"),
    Phrase::new("chỉ thị"),
    Phrase::new("quy chế"),
];

/// What a list of documents is called in its heading.
pub(super) const LIST: Phrase = Phrase::new("danh mục");

/// Words that say how many, before a noun.
pub(super) const QUANTITIES: [u64; 12] = [
    word("các"),
    word("những"),
    word("một"),
    word("số"),
    word("toàn"),
    word("bộ"),
    word("phần"),
    word("hiệu"),
    word("lực"),
    word("đối"),
    word("với"),
    word("cả"),
];

/// Nouns of texts that are attached to a resolution and have a title of their own.
pub(super) const ATTACHMENTS: [Phrase; 14] = [
    Phrase::new("quy định"),
    Phrase::new("quy chế"),
    Phrase::new("điều lệ"),
    Phrase::new("nội quy"),
    Phrase::new("đề án"),
    Phrase::new("chương trình"),
    Phrase::new("kế hoạch"),
    Phrase::new("chính sách"),
    Phrase::new("phụ lục"),
    Phrase::new("danh mục"),
    Phrase::new("bảng"),
    Phrase::new("biểu"),
    Phrase::new("mức"),
    Phrase::new("nguyên tắc"),
];
/// How many of [`ATTACHMENTS`] are the whole of what their resolution decides.
pub(super) const WHOLE_ATTACHMENTS: usize = 8;

/// Those whose acts are not this document's.
pub(super) const BODIES: [Phrase; 12] = [
    Phrase::new("ủy ban"),
    Phrase::new("ubnd"),
    Phrase::new("chính phủ"),
    Phrase::new("thủ tướng"),
    Phrase::new("quốc hội"),
    Phrase::new("thường trực"),
    Phrase::new("cơ quan"),
    Phrase::new("sở"),
    Phrase::new("các sở"),
    Phrase::new("các cơ quan"),
    Phrase::new("các đơn vị"),
    Phrase::new("đơn vị"),
];

/// Whether a token is one of these words.
pub(super) fn is_one(token: &Token, words: &[u64]) -> bool {
    words.iter().any(|key| token.is_word(*key))
}
