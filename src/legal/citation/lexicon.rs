//! Syllables that the parsers look out for, in small letters with the tone mark on the later vowel (`uỷ`, `hoà`).

use crate::legal::list::names;

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
/// Second in the name of a type of document, or the whole of it: (nghị) `quyết`, `luật`.
pub(crate) const TYPE_END: u8 = 128;

/// The flags of the word in small letters at `start..end` of a text; 0 for a word of no interest.
pub(super) fn flags_of(text: &[u8], start: usize, end: usize) -> u8 {
    let Some(word) = packed_at(text, start, end) else { return 0 };
    let mut slot = slot_of(word);
    while SLOTS.words[slot] != word {
        if SLOTS.words[slot] == 0 {
            return 0;
        }
        slot = (slot + 1) % SIZE;
    }
    SLOTS.flags[slot]
}

const WORDS: [(u8, &[&str]); 8] = [
    (
        TYPE,
        names!(
            "nghị, luật, bộ, pháp, lệnh, quyết, thông, chỉ, quy, hướng, chương, kế, phương, đề, dự, báo, \
             biên, tờ, hợp, công, bản, giấy, phiếu, văn, kết, hiến, điều, tuyên, thư, nq, nđ, qđ"
        ),
    ),
    (
        TYPE_END,
        names!(
            "bản, cáo, ghi, thoả, luật, trình, thị, bố, văn, điện, án, giới, mời, nghỉ, phép, uỷ, pháp, \
             dẫn, đồng, hoạch, luận, lệnh, quyết, định, báo, chuyển, gửi, chế, tri, tư, lệ"
        ),
    ),
    (PROVISION, names!("điểm, khoản, điều, mục, tiểu, chương, phần, phụ, các, từ, tiết, gạch")),
    (FAMILY_NAME, FAMILY_NAMES),
    (HONORIFIC, names!("đồng, đ, ông, bà, các, đc, anh, chị, cử")),
    (
        OFFICE,
        names!(
            "chủ, phó, bí, tổng, uỷ, tỉnh, thành, huyện, đảng, giám, trưởng, chánh, viện, bộ, thứ, thủ, \
             thư, đại, cục, chi, vụ, chỉ, chính, tư, hiệu, tổ, quyền, nguyên, cựu, kế, kiểm, thống, thường, \
             người, hội, thượng, trung, thiếu, tuv, quận, xã, phường, đb, đbqh"
        ),
    ),
    (
        BODY,
        names!(
            "tỉnh, thành, phố, huyện, quận, xã, phường, thị, trấn, đặc, khu, nhân, dân, thuộc, đại, biểu, \
             khoá, nước, vận, thường, trực, kiêm, chuyên, trách, ban, trung, ương, đảng, bộ, uỷ, vụ, chấp, \
             hành, quốc, hội, ngành, sở, phòng, đoàn, cấp, của, và, tổ, viên, tịch, thư, trưởng, chính, \
             đội, công, an, quân, sự, văn, quản, lý, tuyên, giáo, nội, kinh, tế, tộc, quyền, địa, nông, thôn"
        ),
    ),
    (RECITAL, names!("căn, xét, theo, sau, trên, thực, quyết")),
];

/// Family names, those of minorities among them.
const FAMILY_NAMES: &[&str] = names!(
    "nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, lí, an, ân, \
     âu, bạch, bàn, bành, bế, biện, ca, cái, cam, cao, cát, cầm, cấn, châu, chu, chung, chử, chế, cổ, \
     cù, cung, danh, diệp, doãn, dư, đàm, đàng, đào, đậu, đèo, điền, điểu, điêu, đinh, đoàn, đồng, \
     đổng, đới, đường, giang, giáp, giàng, hà, hàn, hàng, hầu, hứa, kha, khổng, khuất, khúc, kiều, kim, \
     la, lã, lại, lam, lâm, lang, lầu, lăng, lò, lô, lỗ, lộc, lục, lưu, lữ, lương, lường, lù, ma, mã, \
     mạc, mai, mẫn, mùa, mông, nghiêm, ngân, nhâm, nhan, nhữ, ninh, nông, ong, ông, phí, phó, phù, \
     phùng, phương, quách, quan, quàng, sái, sầm, sơn, sùng, tạ, tăng, thạch, thái, thào, thang, thân, \
     thẩm, thi, thiều, tiêu, tô, tôn, tống, tòng, tráng, tẩn, triệu, trịnh, trình, trương, từ, tưởng, \
     ung, uông, ứng, văn, vàng, vi, viên, vương, vừ, xa, xồng, y, h, k, a, ksor, siu, rmah, rơ, nay, \
     kpă, rah, rcom, niê, hờ, phàn, chảo, khà, ly, lỳ, chang, bá, thiệu, thích, tằng, vòng, chíu, \
     phồng, cư, lèng, hạng, lừu, mè, cụt, kpuih, puih, rchâm, blúp, briu, zơrâm, alăng, bling, pơloong, \
     arất, coor, hiên, kră, bríu, đan, quang, khương, cà, tao, mào, ngần, nhan, lèo, mlô, êban, byă, \
     ayun, hmok, kđăm, kbuôr, kpa, rlan, cil, liêng, touneh, pinăng, katơr, chamaléa, mấu, vì, lừ, \
     mòng, lự, pờ, vù, cháng, hảng, phà, lồ, thền, moong, xeo, sồng, dềnh, ênuôl, ating, zuông, clâu, \
     riah, liêu, khưu, ôn, lều"
);

const SIZE: usize = 1024;

/// Most bytes of a word.
const LONGEST: usize = size_of::<u128>();

/// A hash table of all words: each packed into one number, so that looking one up compares numbers, not texts.
struct Slots {
    /// 0 where a slot is empty.
    words: [u128; SIZE],
    flags: [u8; SIZE],
}

static SLOTS: Slots = slots();

/// The bytes of a word as one number; `None` for the empty one and for those that are too long.
fn packed_at(text: &[u8], start: usize, end: usize) -> Option<u128> {
    let length = end.checked_sub(start).filter(|length| (1..=LONGEST).contains(length))?;
    let rest = text.get(start..)?;
    Some(match rest.first_chunk() {
        Some(chunk) => u128::from_le_bytes(*chunk) & (u128::MAX >> (8 * (LONGEST - length))),
        None => packed(rest.get(..length)?),
    })
}

/// As [`packed_at`], byte by byte.
const fn packed(word: &[u8]) -> u128 {
    let mut bytes = [0; LONGEST];
    let mut at = 0;
    while at < word.len() {
        bytes[at] = word[at];
        at += 1;
    }
    u128::from_le_bytes(bytes)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the halves of the number, then what is left below `SIZE`"
)]
const fn slot_of(word: u128) -> usize {
    let hash = (word as u64 ^ (word >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash >> 32) as usize % SIZE
}

const fn slots() -> Slots {
    let mut slots = Slots { words: [0; SIZE], flags: [0; SIZE] };
    let mut group = 0;
    while group < WORDS.len() {
        let (flag, words) = WORDS[group];
        let mut index = 0;
        while index < words.len() {
            let word = packed(words[index].as_bytes());
            let mut slot = slot_of(word);
            while slots.words[slot] != 0 && slots.words[slot] != word {
                slot = (slot + 1) % SIZE;
            }
            slots.words[slot] = word;
            slots.flags[slot] |= flag;
            index += 1;
        }
        group += 1;
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::super::reading::Reading;
    use super::*;

    #[test]
    fn words_are_found_with_all_their_flags() {
        for (word, flags) in [
            ("điều", TYPE | PROVISION),
            ("nguyễn", FAMILY_NAME),
            ("nguyen", 0),
            ("", 0),
            ("một-từ-rất-là-dài", 0),
        ] {
            assert_eq!(flags_of(word.as_bytes(), 0, word.len()), flags, "{word}");
            let text = format!("{word}, và nhiều lời nữa");
            assert_eq!(flags_of(text.as_bytes(), 0, word.len()), flags, "{word}");
        }
    }

    #[test]
    fn words_are_written_as_folded_text() {
        for word in WORDS.iter().flat_map(|(_, words)| *words) {
            assert_eq!(Reading::new(word).word(0), *word);
        }
    }
}
