//! Words that stand around the verbs of instructions.

use crate::legal::structure::phrase::{Phrase, phrases, words};
use crate::legal::structure::token::{Token, word};

/// Words that make the verb behind them passive.
pub(super) const PASSIVE: &[u64] = words!("được bị");
/// Words that lead from a passive verb to who did it.
pub(super) const BY: &[u64] = words!("bởi tại bằng theo");

/// Names of the document that speaks.
pub(super) const SELVES: &[Phrase] = phrases!(
    "nghị quyết nầy, nghị quyết này, quy định này, quy chế này, quyết định này, văn bản này, đề án này"
);

/// What may stand before an active verb that this document means for itself.
pub(super) const LEADS: &[Phrase] = phrases!(
    "đồng ý, nay, thông qua danh mục, ban hành quy, ban hành kèm theo, ban hành nghị quyết về việc, \
     ban hành nghị quyết về, ban hành nghị quyết, thông qua nghị quyết, thông qua việc, \
     thông qua nội dung, thông qua, quyết định, quyết nghị, thống nhất, nhất trí, tán thành, phê chuẩn, \
     chấp thuận, về việc, về, việc, cho phép, đồng thời, phê duyệt"
);

/// The council as a subject: `Hội đồng nhân dân tỉnh`.
pub(super) const COUNCILS: &[Phrase] = phrases!("hội đồng nhân dân, hđnd");
/// Levels of a council.
pub(super) const LEVELS: &[Phrase] = phrases!("tỉnh, thành phố, huyện, xã, phường, đặc khu");

/// Words that may stand between a verb and the document near it.
pub(super) const FILLERS: &[u64] = words!(
    "ở hai ba bốn sáu bảy tám chín mười ngay cho phạm pháp luật do những chính nay cả các một phần toàn \
     bộ số điều khoản điểm chương mục phụ lục tiểu tiết đoạn dòng gạch đầu thứ cột của tại và nội dung \
     quy định hiệu lực thi hành việc ban kèm theo văn bản nghị quyết cụm từ danh biểu mẫu bảng thời \
     gian hạn thực hiện áp dụng sau đây gồm bao tên hội đồng nhân dân tỉnh đã hđnd chế trong đối với \
     khác"
);

/// Objects of replacing and repealing that other words may describe: `bãi bỏ quy định về mức thu tại ...`.
pub(super) const CONTENTS: &[Phrase] = phrases!(
    "tên gọi, tên, nội dung, các nội dung, một số nội dung, quy định, các quy định, một số quy định, \
     chính sách, các chính sách, mức, định mức, chế độ, chủ trương"
);

/// Words that make someone else act.
pub(super) const ORDERS: &[Phrase] = phrases!("giao, đề nghị, yêu cầu, kiến nghị, trách nhiệm, nhiệm vụ");

/// Words that a proper name may follow: `Hội đồng nhân dân tỉnh Quảng Ninh`.
pub(super) const NAMED: &[u64] = words!("tỉnh phố huyện xã phường khu dân");

/// Words and phrases as objects: the document that they stand in is amended only.
pub(super) const WORDINGS: &[Phrase] = phrases!(
    "đoạn, câu, dòng chữ, cụm từ, các cụm từ, một số cụm từ, một số từ ngữ, một số từ, các từ ngữ, \
     từ ngữ, các từ, từ, cụm số, cụm, chữ, số liệu, số"
);
/// Marks that open a quotation.
pub(super) const QUOTES: [char; 4] = ['“', '"', '«', '‘'];
/// Marks that close one.
pub(super) const CLOSING_QUOTES: [char; 4] = ['”', '"', '»', '’'];

/// Words that name provisions.
pub(super) const PROVISIONS: &[u64] = words!("điều khoản điểm chương mục phần phụ tiết đoạn biểu mẫu danh");

/// Words that tie a document to what stands before it: `mức chi tại Nghị quyết số A`.
pub(super) const LINKS: &[u64] = words!("tại ở của trong thuộc theo kèm hành ban hiện dụng lực các cho số");

/// Words that begin the title of a document behind its name.
pub(super) const TITLES: &[Phrase] = phrases!(
    "về, quy định, ban hành, phê duyệt, thông qua, sửa đổi, bổ sung, bãi bỏ, điều chỉnh, quyết định, \
     hướng dẫn, kéo dài"
);

/// Words behind which a document is a ground only.
pub(super) const GROUNDS: &[u64] = words!("trình căn nêu");

/// Nouns of parts of a document, which without a number say that a part is meant: `một số điều của Nghị quyết số A`.
pub(super) const PARTS: &[u64] =
    words!("điều khoản điểm mục phần chương phụ mẫu biểu bảng dung sách cụm mức danh chế chủ");

/// Nouns of documents: `các nghị quyết sau đây`, `toàn bộ văn bản`.
pub(super) const DOCUMENTS: &[Phrase] =
    phrases!("văn bản, nghị quyết, quyết định, quy định, chỉ thị, quy chế");

/// Those that a council's own documents are called by: `các nghị quyết nêu trên`.
pub(super) const RESOLUTIONS: &[Phrase] = phrases!("văn bản, nghị quyết");

/// What a list of documents is called in its heading.
pub(super) const LIST: Phrase = Phrase::new("danh mục");

/// Words that say how many, before a noun.
pub(super) const QUANTITIES: &[u64] = words!("các những một số toàn bộ phần hiệu lực đối với cả");

/// Nouns of texts that are attached to a resolution and have a title of their own.
pub(super) const ATTACHMENTS: &[Phrase] = phrases!(
    "quy định, quy chế, điều lệ, nội quy, đề án, chương trình, kế hoạch, chính sách, phụ lục, danh mục, \
     bảng, biểu, mức, nguyên tắc"
);
/// How many of [`ATTACHMENTS`] are the whole of what their resolution decides.
pub(super) const WHOLE_ATTACHMENTS: usize = 8;

/// Those whose acts are not this document's.
pub(super) const BODIES: &[Phrase] = phrases!(
    "ủy ban, ubnd, chính phủ, thủ tướng, quốc hội, thường trực, cơ quan, sở, các sở, các cơ quan, \
     các đơn vị, đơn vị"
);

/// Words of a new place: `vào sau khoản 3`.
pub(super) const PLACING: &[u64] = words!("vào sau trước tiếp liền");

/// Words that join what stands before them to the document or provision that holds it.
pub(super) const HOLDERS: &[u64] = words!("của tại thuộc trong cho");

/// Says of a document or of this one that it is in effect.
pub(super) const IN_EFFECT: Phrase = Phrase::new("có hiệu lực");
/// Leads to the new wording, or to a list.
pub(super) const FOLLOWS: Phrase = Phrase::new("như sau");

/// Whether a token parts the members of a list: `,`, `;`, `và`.
pub(super) fn is_separator(token: &Token) -> bool {
    token.is_mark(';') || is_comma_or_and(token)
}

/// Whether a token parts the members of a list within a clause: `,`, `và`.
pub(super) fn is_comma_or_and(token: &Token) -> bool {
    token.is_mark(',') || token.is_word(word("và"))
}

/// Words before the place in which something is done: `Tại Điều 3`.
pub(super) const WITHIN: &[u64] = words!("tại ở trong");

/// Whether tokens lead to what stands below them: they end with a colon.
pub(super) fn leads_below(tokens: &[Token]) -> bool {
    tokens.last().is_some_and(|last| last.is_mark(':'))
}
