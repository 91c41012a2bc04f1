//! Types of documents (loại văn bản): names, abbreviations in symbols, who issues what.

use super::lexicon::TYPE_END;
use super::reading::Reading;
use super::token::Case;

/// A type of documents.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DocumentType {
    /// The usual name: `Nghị quyết`.
    pub(super) name: &'static str,
    /// The name as the lexicon writes: small letters, the tone mark on the later vowel.
    key: &'static str,
    /// What the symbol calls it: `NQ`.
    codes: &'static [&'static str],
    /// How its documents may be named without a symbol.
    pub(super) naming: Naming,
}

impl DocumentType {
    /// The name as the lexicon writes: `nghị quyết`.
    pub(super) fn key(&self) -> &'static str {
        self.key
    }
}

/// How documents of a type may be named without a symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// Not at all.
    Symbol,
    /// By the bare number: `Nghị quyết 43`.
    Number,
    /// By their title: `Luật Đất đai`.
    Title,
}

const fn kind(
    name: &'static str,
    key: &'static str,
    codes: &'static [&'static str],
    naming: Naming,
) -> DocumentType {
    DocumentType { name, key, codes, naming }
}

/// Who passes laws.
pub(super) const ASSEMBLY: &str = "Quốc hội";
/// Who passes ordinances.
pub(super) const STANDING_COMMITTEE: &str = "Ủy ban Thường vụ Quốc hội";

/// All types, sorted by their keys; of two that begin alike the longer name wins.
const TYPES: &[DocumentType] = &[
    kind("Biên bản", "biên bản", &["BB"], Naming::Symbol),
    kind("Báo cáo", "báo cáo", &["BC"], Naming::Symbol),
    kind("Báo cáo thẩm tra", "báo cáo thẩm tra", &["BCTT"], Naming::Symbol),
    kind("Bản ghi nhớ", "bản ghi nhớ", &["BGN"], Naming::Symbol),
    kind("Bản thỏa thuận", "bản thoả thuận", &["BTT"], Naming::Symbol),
    kind("Bộ luật", "bộ luật", &[], Naming::Title),
    kind("Chương trình", "chương trình", &["CTr", "CTR"], Naming::Symbol),
    kind("Chương trình hành động", "chương trình hành động", &["CTrHĐ"], Naming::Symbol),
    kind("Chỉ thị", "chỉ thị", &["CT"], Naming::Number),
    kind("Công bố", "công bố", &["CB"], Naming::Symbol),
    kind("Công văn", "công văn", &["CV"], Naming::Symbol),
    kind("Công điện", "công điện", &["CĐ"], Naming::Symbol),
    kind("Dự án", "dự án", &["DA"], Naming::Symbol),
    kind("Giấy giới thiệu", "giấy giới thiệu", &["GGT"], Naming::Symbol),
    kind("Giấy mời", "giấy mời", &["GM"], Naming::Symbol),
    kind("Giấy nghỉ phép", "giấy nghỉ phép", &["GNP"], Naming::Symbol),
    kind("Giấy phép", "giấy phép", &["GP"], Naming::Symbol),
    kind("Giấy ủy quyền", "giấy uỷ quyền", &["GUQ"], Naming::Symbol),
    kind("Hiến pháp", "hiến pháp", &[], Naming::Title),
    kind("Hướng dẫn", "hướng dẫn", &["HD"], Naming::Symbol),
    kind("Hợp đồng", "hợp đồng", &["HĐ"], Naming::Symbol),
    kind("Kế hoạch", "kế hoạch", &["KH"], Naming::Symbol),
    kind("Kết luận", "kết luận", &["KL"], Naming::Number),
    kind("Luật", "luật", &[], Naming::Title),
    kind("Lệnh", "lệnh", &["L"], Naming::Symbol),
    kind("Nghị quyết", "nghị quyết", &["NQ"], Naming::Number),
    kind("Nghị quyết liên tịch", "nghị quyết liên tịch", &["NQLT"], Naming::Number),
    kind("Nghị định", "nghị định", &["NĐ", "ND", "NĐCP"], Naming::Number),
    kind("Phiếu báo", "phiếu báo", &["PB"], Naming::Symbol),
    kind("Phiếu chuyển", "phiếu chuyển", &["PC"], Naming::Symbol),
    kind("Phiếu gửi", "phiếu gửi", &["PG"], Naming::Symbol),
    kind("Pháp lệnh", "pháp lệnh", &["PL"], Naming::Title),
    kind("Phương án", "phương án", &["PA"], Naming::Symbol),
    kind("Quy chế", "quy chế", &["QC"], Naming::Symbol),
    kind("Quy định", "quy định", &["QyĐ", "QĐi", "QYĐ"], Naming::Symbol),
    kind("Quyết định", "quyết định", &["QĐ", "QD"], Naming::Number),
    kind("Thông báo", "thông báo", &["TB"], Naming::Symbol),
    kind("Thông báo kết luận", "thông báo kết luận", &["TBKL"], Naming::Symbol),
    kind("Thông cáo", "thông cáo", &["TC"], Naming::Symbol),
    kind("Thông tri", "thông tri", &["TTri"], Naming::Symbol),
    kind("Thông tư", "thông tư", &["TT"], Naming::Number),
    kind("Thông tư liên tịch", "thông tư liên tịch", &["TTLT"], Naming::Number),
    kind("Tuyên bố", "tuyên bố", &[], Naming::Symbol),
    kind("Tờ trình", "tờ trình", &["TTr", "TTR"], Naming::Symbol),
    kind("Văn bản", "văn bản", &["VB"], Naming::Symbol),
    kind("Văn bản hợp nhất", "văn bản hợp nhất", &["VBHN"], Naming::Symbol),
    kind("Điều lệ", "điều lệ", &["ĐL"], Naming::Symbol),
    kind("Đề án", "đề án", &["ĐA"], Naming::Symbol),
];

/// Issuers that a code names without doubt.
const ISSUERS: &[(&str, &str)] = &[
    ("CP", "Chính phủ"),
    ("NĐCP", "Chính phủ"),
    ("TTG", "Thủ tướng Chính phủ"),
    ("CTN", "Chủ tịch nước"),
    ("VPCP", "Văn phòng Chính phủ"),
    ("VPQH", "Văn phòng Quốc hội"),
    ("BTC", "Bộ Tài chính"),
    ("BNV", "Bộ Nội vụ"),
    ("BYT", "Bộ Y tế"),
    ("BTP", "Bộ Tư pháp"),
    ("BXD", "Bộ Xây dựng"),
    ("BQP", "Bộ Quốc phòng"),
    ("BCA", "Bộ Công an"),
    ("BNG", "Bộ Ngoại giao"),
    ("BCT", "Bộ Công Thương"),
    ("BGDĐT", "Bộ Giáo dục và Đào tạo"),
    ("BTNMT", "Bộ Tài nguyên và Môi trường"),
    ("BNNMT", "Bộ Nông nghiệp và Môi trường"),
    ("BNNPTNT", "Bộ Nông nghiệp và Phát triển nông thôn"),
    ("BKHCN", "Bộ Khoa học và Công nghệ"),
    ("BKHĐT", "Bộ Kế hoạch và Đầu tư"),
    ("BTTTT", "Bộ Thông tin và Truyền thông"),
    ("BGTVT", "Bộ Giao thông vận tải"),
    ("BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
    ("BDTTG", "Bộ Dân tộc và Tôn giáo"),
    ("NHNN", "Ngân hàng Nhà nước Việt Nam"),
    ("UBDT", "Ủy ban Dân tộc"),
    ("TTCP", "Thanh tra Chính phủ"),
    ("KTNN", "Kiểm toán nhà nước"),
    ("TANDTC", "Tòa án nhân dân tối cao"),
    ("VKSNDTC", "Viện kiểm sát nhân dân tối cao"),
];

/// Organs whose letters bear no type: `415/UBND-TH`.
const LETTER_ORGANS: &[&str] = &["UBND", "HĐND", "HDND", "VPCP", "STC", "SNV", "BTC", "BNV", "TTHĐND", "VP"];

/// Codes that stand for the name of their type in running text, in small letters: `NQ số 12`, `QĐ 34/QĐ-TTg`.
const ABBREVIATIONS: [&str; 3] = ["nq", "nđ", "qđ"];

/// The type whose name begins at `at`, with the token behind the name.
pub(super) fn type_at(reading: &Reading, at: usize) -> Option<(usize, &'static DocumentType)> {
    if reading.token(at).case == Case::Upper && ABBREVIATIONS.contains(&reading.word(at)) {
        return type_of_code(reading.plain(at)).map(|kind| (at + 1, kind));
    }
    // Words such as `công` and `kế` are everywhere and mostly begin something else.
    if !reading.token(at).has(TYPE_END) && !reading.token(at + 1).has(TYPE_END) {
        return None;
    }
    reading.longest_of(at, TYPES, |kind| kind.key)
}

/// The type that a code of a symbol names.
pub(super) fn type_of_code(code: &str) -> Option<&'static DocumentType> {
    let has_code = |kind: &&DocumentType| kind.codes.contains(&code);
    TYPES.iter().find(has_code).or_else(|| {
        let upper = code.to_uppercase();
        TYPES.iter().find(|kind| kind.codes.contains(&upper.as_str()))
    })
}

/// Whether a code is one of the National Assembly (`QH15`) or its standing committee (`UBTVQH15`).
pub(super) fn is_assembly_code(code: &str) -> bool {
    let term = code.strip_prefix("UBTVQH").or_else(|| code.strip_prefix("QH"));
    term.is_some_and(|term| (1..=2).contains(&term.len()) && term.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether letters of that organ bear its code in the place of the type.
pub(super) fn is_letter_organ(code: &str) -> bool {
    LETTER_ORGANS.contains(&code)
}

/// The issuer that the codes of a symbol name without doubt; `None` where several issued it.
pub(super) fn issuer_of_codes<'a>(codes: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let codes: Vec<&str> = codes.collect();
    let last = codes.last().filter(|_| codes.len() <= 2)?.to_uppercase();
    if is_assembly_code(&last) {
        let committee = last.starts_with("UBTVQH");
        return Some(if committee { STANDING_COMMITTEE } else { ASSEMBLY });
    }
    ISSUERS.iter().find(|(code, _)| *code == last).map(|(_, issuer)| *issuer)
}

/// The name of a type or an issuer, as the tables of this module have it.
pub(super) fn known_name(name: &str) -> Option<&'static str> {
    let types = TYPES.iter().map(|kind| kind.name);
    let issuers = ISSUERS.iter().map(|(_, issuer)| *issuer);
    types.chain(issuers).chain([ASSEMBLY, STANDING_COMMITTEE]).find(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::{TYPE, flags_of};
    use super::*;

    #[test]
    fn every_type_begins_with_a_word_of_the_lexicon() {
        for kind in TYPES {
            let first = kind.key.split(' ').next().unwrap_or("");
            assert_ne!(flags_of(first.as_bytes(), 0, first.len()) & TYPE, 0, "{}", kind.name);
            assert_eq!(Reading::new(kind.name).phrase(0, kind.key), Some(kind.key.split(' ').count()));
            assert!(
                type_at(&Reading::new(kind.name), 0).is_some_and(|(_, found)| found == kind),
                "{}",
                kind.name
            );
        }
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(TYPES.is_sorted_by_key(|kind| kind.key));
    }

    #[test]
    fn the_longer_name_wins() {
        for (text, name) in [
            ("Thông tư liên tịch số", "Thông tư liên tịch"),
            ("thông báo kết luận", "Thông báo kết luận"),
            ("NGHỊ QUYẾT SỐ", "Nghị quyết"),
            ("bản thỏa thuận", "Bản thỏa thuận"),
        ] {
            assert_eq!(type_at(&Reading::new(text), 0).map(|(_, kind)| kind.name), Some(name));
        }
    }

    #[test]
    fn codes_tell_type_and_issuer() {
        assert_eq!(type_of_code("TTr").map(|kind| kind.name), Some("Tờ trình"));
        assert_eq!(type_of_code("TT").map(|kind| kind.name), Some("Thông tư"));
        assert_eq!(type_of_code("nq").map(|kind| kind.name), Some("Nghị quyết"));
        assert_eq!(type_of_code("UBND").map(|kind| kind.name), None);
        assert_eq!(issuer_of_codes("NĐ-CP".split('-')), Some("Chính phủ"));
        assert_eq!(issuer_of_codes("NQ-UBTVQH13".split('-')), Some("Ủy ban Thường vụ Quốc hội"));
        assert_eq!(issuer_of_codes("QĐ-TTg".split('-')), Some("Thủ tướng Chính phủ"));
        assert_eq!(issuer_of_codes("TTLT-BTP-BTC".split('-')), None);
        assert_eq!(issuer_of_codes("NQ-HĐND".split('-')), None);
    }
}
