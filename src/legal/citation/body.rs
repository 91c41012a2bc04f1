//! Names of issuers (cơ quan ban hành) behind `của`: where they end and the title begins.

use super::lexicon::{BODY, PROVISION, TYPE};
use super::reading::Reading;
use super::token::{Case, Gap, Kind};
use super::types::type_at;

/// Words that a title begins with, behind symbol, date and issuer; sorted.
const TITLE_BEGINNINGS: &[&str] = &[
    "ban hành",
    "báo cáo",
    "bãi bỏ",
    "bảo đảm",
    "bổ sung",
    "chi tiết",
    "cho phép",
    "cho ý kiến",
    "chuyển",
    "chấp thuận",
    "công bố",
    "công nhận",
    "gia hạn",
    "giao",
    "giải thích",
    "giải trình",
    "huỷ bỏ",
    "hướng dẫn",
    "hạn chế",
    "hỗ trợ",
    "hợp nhất",
    "kiện toàn",
    "kéo dài",
    "kết luận",
    "miễn nhiệm",
    "nâng cao",
    "phân bổ",
    "phân công",
    "phân cấp",
    "phê chuẩn",
    "phê duyệt",
    "phòng, chống",
    "quy định",
    "quyết nghị",
    "quyết định",
    "quản lý",
    "sắp xếp",
    "sửa đổi",
    "thay thế",
    "thành lập",
    "thí điểm",
    "thông qua",
    "thẩm tra",
    "thực hiện",
    "tiếp thu",
    "tiếp tục",
    "triển khai",
    "trình",
    "tăng cường",
    "tổ chức",
    "về",
    "xác nhận",
    "xác định",
    "xử lý",
    "áp dụng",
    "điều chỉnh",
    "đính chính",
    "đảm bảo",
    "đẩy mạnh",
    "đặt tên",
    "đề nghị",
    "đổi tên",
];

/// Words before which `Kế hoạch` belongs to the name of a body.
const HEADS: [&str; 6] = ["bộ", "sở", "phòng", "vụ", "ban", "trưởng"];

/// Most tokens of a name.
const LONGEST: usize = 22;

/// Whether a title begins at `at`.
pub(super) fn title_begins(reading: &Reading, at: usize) -> bool {
    reading.longest_of(at, TITLE_BEGINNINGS, |beginning| beginning).is_some()
}

/// The issuer behind `của` at `at` (or behind a comma and `của`), with the token behind it.
pub(super) fn issuer_at(reading: &Reading, at: usize) -> Option<(usize, String)> {
    let at = if reading.token(at).is_mark(b',') { at + 1 } else { at };
    if reading.word(at) != "của" || reading.token(at).gap == Gap::Paragraph {
        return None;
    }
    let end = body_end(reading, at + 1);
    (end > at + 1 && !is_torn(reading, end)).then(|| (end, reading.written(at + 1, end)))
}

/// Whether a name that ends at `end` is the first half of one that the end of a page has torn: `của Hội đồng nhân`. Which body
/// is meant is then not known here.
fn is_torn(reading: &Reading, end: usize) -> bool {
    let is_last = reading.token(end).kind == Kind::End;
    is_last
        && matches!(
            (reading.word_before(end - 1), reading.word_before(end)),
            ("đồng" | "ban", "nhân") | ("hội", "đồng") | ("uỷ", "ban")
        )
}

/// The token behind the name of a body that begins at `at`; `at` itself where none does.
pub(super) fn body_end(reading: &Reading, at: usize) -> usize {
    let is_upper = |at: usize| reading.token(at).case == Case::Upper;
    let capitals = is_upper(at) && is_upper(at + 1) && is_upper(at + 2);
    if !reading.token(at).is_capital() || type_at(reading, at).is_some() {
        return at;
    }
    let mut end = at + 1;
    while end < at + LONGEST && belongs(reading, at, end, capitals) {
        end += 1;
    }
    while end > at + 1
        && (matches!(reading.word(end - 1), "và" | "của") || reading.token(end - 1).is_mark(b'-'))
    {
        end -= 1;
    }
    end
}

/// Whether a title with a capital begins at `at`, where the name of a place could stand: `Hội đồng nhân dân tỉnh Ban hành Quy định`.
/// No province has a name of one syllable; what a title or the like follows is taken for one all the same.
fn begins_capital_title(reading: &Reading, at: usize) -> bool {
    /// Words that stand behind the name of a body, besides a title.
    const BEHIND_NAME: [&str; 16] = [
        "khoá", "khóa", "kỳ", "nhiệm", "ngày", "năm", "đã", "được", "thông", "tại", "và", "có", "hết",
        "trên", "cũ", "bị",
    ];
    let next = reading.token(at + 1);
    let is_one_syllable = reading.token(at).case == Case::Capital
        && next.kind == Kind::Word
        && next.case == Case::Lower
        && next.gap == Gap::Space
        && (title_begins(reading, at) || !title_begins(reading, at + 1))
        && !BEHIND_NAME.contains(&reading.word(at + 1));
    is_one_syllable
        && match reading.word_before(at) {
            "tỉnh" => true,
            "phố" => reading.word(at) != "huế",
            "huyện" | "xã" | "phường" | "quận" | "khu" => title_begins(reading, at),
            _ => false,
        }
}

/// Whether the token at `at` goes on with the name that began at `start`.
fn belongs(reading: &Reading, start: usize, at: usize, capitals: bool) -> bool {
    let token = reading.token(at);
    let before = reading.before(at);
    let word_before = reading.word_before(at);
    if token.gap == Gap::Paragraph {
        return false;
    }
    match token.kind {
        Kind::Word if token.gap == Gap::Line && title_begins(reading, at) => false,
        Kind::Word if (capitals || token.case == Case::Lower) && title_begins(reading, at) => {
            is_second_syllable(reading, start, at)
        }
        Kind::Word if matches!(reading.word(at), "và" | "của") => {
            let next = reading.token(at + 1);
            // `của Hội đồng nhân dân tỉnh và Điều 4 Nghị quyết số B`
            next.is_capital()
                && !next.has(PROVISION)
                && (HEADS.contains(&reading.word(start)) || !is_type(reading, at + 1))
        }
        Kind::Word if begins_capital_title(reading, at) => false,
        Kind::Word if token.case != Case::Lower => HEADS.contains(&word_before) || !is_type(reading, at),
        Kind::Word if matches!(reading.word(at), "ngân" | "sách") => {
            before.is_mark(b'-') || word_before == "ngân"
        }
        // `thuộc lĩnh vực giáo dục`
        Kind::Word if reading.word(at) == "thuộc" => {
            let next = reading.token(at + 1);
            next.is_capital() || next.has(BODY)
        }
        // `của Hội đồng nhân dân tỉnh thành: “...”`
        Kind::Word if reading.word(at) == "thành" && token.case == Case::Lower => {
            matches!(reading.word(at + 1), "phố" | "uỷ" | "đoàn")
        }
        Kind::Word => token.has(BODY) || (before.case == Case::Capital && before.kind == Kind::Word),
        Kind::Number => matches!(word_before, "khoá" | "quận" | "phường"),
        Kind::Mark(b'-') => {
            let next = reading.token(at + 1);
            let is_joined = next.is_capital() || matches!(reading.word(at + 1), "ngân" | "xã");
            before.kind == Kind::Word && is_joined && !is_type(reading, at + 1)
        }
        Kind::Mark(b',') => word_before == "hoá" && reading.word(at + 1) == "thể",
        _ => false,
    }
}

/// Whether the small word at `at` ends a compound: `Bộ Ngoại giao`, but not `tỉnh Quảng Ninh giao`.
fn is_second_syllable(reading: &Reading, start: usize, at: usize) -> bool {
    let is_small = reading.token(at).case == Case::Lower && reading.before(at).case == Case::Capital;
    is_small
        && reading.word(at) != "về"
        // The one city whose name is one syllable.
        && reading.word_before(at) != "huế"
        && (at == start + 1
            || !reading.before(at - 1).is_capital()
            || HEADS.contains(&reading.word_before(at - 1)))
}

fn is_type(reading: &Reading, at: usize) -> bool {
    reading.token(at).has(TYPE) && type_at(reading, at).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(TITLE_BEGINNINGS.is_sorted());
    }

    #[test]
    fn issuers_end_where_the_title_begins() {
        for (text, issuer) in [
            ("của Chính phủ quy định chi tiết", "Chính phủ"),
            ("của Hội đồng nhân dân tỉnh về nhiệm vụ", "Hội đồng nhân dân tỉnh"),
            ("của HĐND tỉnh Quảng Ninh về", "HĐND tỉnh Quảng Ninh"),
            ("của Hội đồng nhân dân tỉnh Ban hành Quy định", "Hội đồng nhân dân tỉnh"),
            ("của HĐND tỉnh Mức thu phí", "HĐND tỉnh"),
            ("của HĐND thành phố Huế về", "HĐND thành phố Huế"),
            ("của HĐND huyện Về việc", "HĐND huyện"),
            ("của HĐND tỉnh Về phân cấp", "HĐND tỉnh"),
            ("của HĐND tỉnh Khác về việc", "HĐND tỉnh Khác"),
            ("của HĐND tỉnh Khác khóa XIV", "HĐND tỉnh Khác khóa XIV"),
            ("của Bộ Tài chính quy định chế độ", "Bộ Tài chính"),
            ("của Ủy ban Thường vụ Quốc hội khóa XI;", "Ủy ban Thường vụ Quốc hội khóa XI"),
            ("của Ban Chấp hành Trung ương Đảng khóa XIII về", "Ban Chấp hành Trung ương Đảng khóa XIII"),
            (
                "của Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh;",
                "Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh",
            ),
            ("của Bộ Văn hóa, Thể thao và Du lịch hướng dẫn", "Bộ Văn hóa, Thể thao và Du lịch"),
            ("của Ban Kinh tế - ngân sách HĐND tỉnh về", "Ban Kinh tế - ngân sách HĐND tỉnh"),
            ("của Ban Văn hóa - xã hội HĐND tỉnh về", "Ban Văn hóa - xã hội HĐND tỉnh"),
            ("của Bộ Kế hoạch và Đầu tư về", "Bộ Kế hoạch và Đầu tư"),
            ("của Thường trực Tỉnh ủy và Nghị quyết số", "Thường trực Tỉnh ủy"),
            ("của UBND tỉnh ban hành Quy định", "UBND tỉnh"),
            ("của Thủ tướng Chính phủ phê duyệt Đề án", "Thủ tướng Chính phủ"),
            ("của Bộ Ngoại giao giao chỉ tiêu", "Bộ Ngoại giao"),
            ("của Bộ Quốc phòng quy định", "Bộ Quốc phòng"),
            ("của UBND tỉnh Quảng Ninh giao chỉ tiêu", "UBND tỉnh Quảng Ninh"),
            ("của HĐND tỉnh khóa XII\nThay thế Quyết định", "HĐND tỉnh khóa XII"),
            (
                "của Bộ Nông nghiệp và Phát triển nông thôn và Bộ Nội vụ hướng dẫn",
                "Bộ Nông nghiệp và Phát triển nông thôn và Bộ Nội vụ",
            ),
            ("của Văn phòng Chính phủ thông báo", "Văn phòng Chính phủ"),
            ("CỦA HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG NINH VỀ VIỆC", "HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG NINH"),
            (", của Quốc hội", "Quốc hội"),
            ("của Hội đồng nhân dân tỉnh và Điều 4 Nghị quyết số 5", "Hội đồng nhân dân tỉnh"),
            ("của Hội đồng nhân dân tỉnh và Phụ lục II Nghị quyết số 5", "Hội đồng nhân dân tỉnh"),
            ("của Hội đồng nhân dân tỉnh thành: “Điều 1", "Hội đồng nhân dân tỉnh"),
            ("của Hội đồng nhân dân tỉnh thành “Điều 1", "Hội đồng nhân dân tỉnh"),
            ("của Hội đồng nhân dân tỉnh thành như sau", "Hội đồng nhân dân tỉnh"),
            ("của Hội đồng nhân dân thành phố Bình An thành 02", "Hội đồng nhân dân thành phố Bình An"),
            ("của Hội đồng nhân dân tỉnh thuộc lĩnh vực giáo dục", "Hội đồng nhân dân tỉnh"),
        ] {
            assert_eq!(
                issuer_at(&Reading::new(text), 0).map(|(_, issuer)| issuer).as_deref(),
                Some(issuer),
                "{text}"
            );
        }
        let torn = ["của Hội đồng nhân", "của Ủy ban", "của Uỷ ban nhân", "của HỘI ĐỒNG"];
        for text in ["của các cấp", "về", "của", "", "của Nghị quyết số 5"].into_iter().chain(torn)
        {
            assert_eq!(issuer_at(&Reading::new(text), 0), None, "{text}");
        }
    }
}
