//! Syllables that the parsers look out for, in small letters with the tone mark on the later vowel (`uỷ`, `hoà`).

/// Begins the name of a type of document: `nghị` (quyết).
pub(crate) const TYPE: u8 = 1;
/// Begins the name of a provision or a list of them: `khoản`.
pub(crate) const PROVISION: u8 = 2;
/// A family name: `nguyễn`.
pub(crate) const FAMILY_NAME: u8 = 4;
/// Begins an honorific: `đồng` (chí).
pub(crate) const HONORIFIC: u8 = 8;
/// Begins the name of an office: `phó` (chủ tịch).
pub(crate) const OFFICE: u8 = 16;
/// Stands in small letters inside the names of bodies and offices: `nhân dân`, `tỉnh`.
pub(crate) const BODY: u8 = 32;
/// Begins a recital: `căn` (cứ).
pub(crate) const RECITAL: u8 = 64;

/// The flags of a word in small letters; 0 for a word of no interest.
pub(super) fn flags_of(word: &[u8]) -> u8 {
    let mut slot = slot_of(word);
    loop {
        let Slot { word: known, flags } = SLOTS[slot];
        if flags == 0 || word_of(known).as_bytes() == word {
            return flags;
        }
        slot = (slot + 1) % SIZE;
    }
}

const WORDS: [(u8, &[&str]); 7] = [
    (
        TYPE,
        &[
            "nghị", "luật", "bộ", "pháp", "lệnh", "quyết", "thông", "chỉ", "quy", "hướng", "chương", "kế",
            "phương", "đề", "dự", "báo", "biên", "tờ", "hợp", "công", "bản", "giấy", "phiếu", "văn", "kết",
            "hiến", "điều", "tuyên", "thư",
        ],
    ),
    (PROVISION, &["điểm", "khoản", "điều", "mục", "tiểu", "chương", "phần", "phụ", "các", "từ", "tiết"]),
    (FAMILY_NAME, FAMILY_NAMES),
    (HONORIFIC, &["đồng", "đ", "ông", "bà", "các", "đc"]),
    (
        OFFICE,
        &[
            "chủ",
            "phó",
            "bí",
            "tổng",
            "uỷ",
            "tỉnh",
            "thành",
            "huyện",
            "đảng",
            "giám",
            "trưởng",
            "chánh",
            "viện",
            "bộ",
            "thứ",
            "thủ",
            "thư",
            "đại",
            "cục",
            "chi",
            "vụ",
            "chỉ",
            "chính",
            "tư",
            "hiệu",
            "tổ",
            "quyền",
            "nguyên",
            "cựu",
            "kế",
            "kiểm",
            "thống",
            "thường",
            "người",
            "hội",
            "thượng",
            "trung",
            "thiếu",
            "tuv",
            "quận",
            "xã",
            "phường",
        ],
    ),
    (
        BODY,
        &[
            "tỉnh",
            "thành",
            "phố",
            "huyện",
            "quận",
            "xã",
            "phường",
            "thị",
            "trấn",
            "đặc",
            "khu",
            "nhân",
            "dân",
            "thuộc",
            "đại",
            "biểu",
            "khoá",
            "nước",
            "vận",
            "thường",
            "trực",
            "kiêm",
            "chuyên",
            "trách",
            "ban",
            "trung",
            "ương",
            "đảng",
            "bộ",
            "uỷ",
            "vụ",
            "chấp",
            "hành",
            "quốc",
            "hội",
            "ngành",
            "sở",
            "phòng",
            "đoàn",
            "cấp",
            "của",
            "và",
            "tổ",
            "viên",
            "tịch",
            "thư",
            "trưởng",
            "chính",
            "đội",
            "công",
            "an",
            "quân",
            "sự",
            "văn",
            "quản",
            "lý",
            "tuyên",
            "giáo",
            "nội",
            "kinh",
            "tế",
            "tộc",
            "quyền",
            "địa",
            "nông",
            "thôn",
        ],
    ),
    (RECITAL, &["căn", "xét", "theo", "sau", "trên", "thực", "quyết"]),
];

/// Family names, those of minorities among them.
const FAMILY_NAMES: &[&str] = &[
    "nguyễn",
    "trần",
    "lê",
    "phạm",
    "hoàng",
    "huỳnh",
    "phan",
    "vũ",
    "võ",
    "đặng",
    "bùi",
    "đỗ",
    "hồ",
    "ngô",
    "dương",
    "lý",
    "lí",
    "an",
    "ân",
    "âu",
    "bạch",
    "bàn",
    "bành",
    "bế",
    "biện",
    "ca",
    "cái",
    "cam",
    "cao",
    "cát",
    "cầm",
    "cấn",
    "châu",
    "chu",
    "chung",
    "chử",
    "chế",
    "cổ",
    "cù",
    "cung",
    "danh",
    "diệp",
    "doãn",
    "dư",
    "đàm",
    "đàng",
    "đào",
    "đậu",
    "đèo",
    "điền",
    "điểu",
    "điêu",
    "đinh",
    "đoàn",
    "đồng",
    "đổng",
    "đới",
    "đường",
    "giang",
    "giáp",
    "giàng",
    "hà",
    "hàn",
    "hàng",
    "hầu",
    "hứa",
    "kha",
    "khổng",
    "khuất",
    "khúc",
    "kiều",
    "kim",
    "la",
    "lã",
    "lại",
    "lam",
    "lâm",
    "lang",
    "lầu",
    "lăng",
    "lò",
    "lô",
    "lỗ",
    "lộc",
    "lục",
    "lưu",
    "lữ",
    "lương",
    "lường",
    "lù",
    "ma",
    "mã",
    "mạc",
    "mai",
    "mẫn",
    "mùa",
    "mông",
    "nghiêm",
    "ngân",
    "nhâm",
    "nhan",
    "nhữ",
    "ninh",
    "nông",
    "ong",
    "ông",
    "phí",
    "phó",
    "phù",
    "phùng",
    "phương",
    "quách",
    "quan",
    "quàng",
    "sái",
    "sầm",
    "sơn",
    "sùng",
    "tạ",
    "tăng",
    "thạch",
    "thái",
    "thào",
    "thang",
    "thân",
    "thẩm",
    "thi",
    "thiều",
    "tiêu",
    "tô",
    "tôn",
    "tống",
    "tòng",
    "tráng",
    "tẩn",
    "triệu",
    "trịnh",
    "trình",
    "trương",
    "từ",
    "tưởng",
    "ung",
    "uông",
    "ứng",
    "văn",
    "vàng",
    "vi",
    "viên",
    "vương",
    "vừ",
    "xa",
    "xồng",
    "y",
    "h",
    "k",
    "a",
    "ksor",
    "siu",
    "rmah",
    "rơ",
    "nay",
    "kpă",
    "rah",
    "rcom",
    "niê",
    "hờ",
    "phàn",
    "chảo",
    "khà",
    "ly",
    "lỳ",
    "chang",
    "bá",
    "thiệu",
    "thích",
    "tằng",
    "vòng",
    "chíu",
    "phồng",
    "cư",
    "lèng",
    "hạng",
    "lừu",
    "mè",
    "cụt",
    "kpuih",
    "puih",
    "rchâm",
    "blúp",
    "briu",
    "zơrâm",
    "alăng",
    "bling",
    "pơloong",
    "arất",
    "coor",
    "hiên",
    "kră",
    "bríu",
    "đan",
    "quang",
    "khương",
    "cà",
    "tao",
    "mào",
    "ngần",
    "nhan",
    "lèo",
];

const SIZE: usize = 2048;

/// A place of the hash table: a word of `WORDS` by group and index, and its flags; no flags where it is empty.
#[derive(Clone, Copy)]
struct Slot {
    word: (u8, u8),
    flags: u8,
}

static SLOTS: [Slot; SIZE] = slots();

const fn word_of(word: (u8, u8)) -> &'static str {
    WORDS[word.0 as usize].1[word.1 as usize]
}

const fn slot_of(word: &[u8]) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < word.len() && at < 16 {
        hash = (hash ^ word[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ (hash >> 15)) as usize % SIZE
}

const fn slots() -> [Slot; SIZE] {
    let mut slots = [Slot { word: (0, 0), flags: 0 }; SIZE];
    let mut group: u8 = 0;
    while (group as usize) < WORDS.len() {
        let (flag, words) = WORDS[group as usize];
        let mut index: u8 = 0;
        while (index as usize) < words.len() {
            let word = words[index as usize];
            let mut slot = slot_of(word.as_bytes());
            while slots[slot].flags != 0 && !is_same(word_of(slots[slot].word), word) {
                slot = (slot + 1) % SIZE;
            }
            slots[slot] = Slot { word: (group, index), flags: slots[slot].flags | flag };
            index += 1;
        }
        group += 1;
    }
    slots
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::fold::Folded;
    use super::*;

    #[test]
    fn words_are_found_with_all_their_flags() {
        assert_eq!(flags_of("điều".as_bytes()), TYPE | PROVISION);
        assert_eq!(flags_of("nguyễn".as_bytes()), FAMILY_NAME);
        assert_eq!(flags_of("nguyen".as_bytes()), 0);
        assert_eq!(flags_of(b""), 0);
    }

    #[test]
    fn words_are_written_as_folded_text() {
        for word in WORDS.iter().flat_map(|(_, words)| *words) {
            assert_eq!(&Folded::new(word).lower, word);
        }
    }
}
