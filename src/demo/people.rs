//! Officials with made-up names: who holds which office in which term.

use super::fields::{FIELDS, Field, Named, named};
use super::plan::TERMS;
use super::random::{Purpose, Random, position};

/// How many offices are held in a term.
pub(super) const SEATS: u32 = 24;
/// How many officials there are.
pub(super) const COUNT: u32 = SEATS * TERMS;
/// The chair of the council.
pub(super) const COUNCIL_CHAIR: u32 = 0;
/// The first deputy chair of the council.
pub(super) const FIRST_DEPUTY: u32 = 1;
/// The second deputy chair of the council.
pub(super) const SECOND_DEPUTY: u32 = 2;
/// The first of the heads of the council's committees.
pub(super) const FIRST_COMMITTEE: u32 = 3;
/// The chair of the people's committee.
pub(super) const COMMITTEE_CHAIR: u32 = 7;
/// The first of the heads of the twelve offices.
pub(super) const FIRST_OFFICE: u32 = 12;

/// An official: a name that nobody is known to bear.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// Family name, middle names, given name.
    pub(super) name: String,
    /// The same in ASCII with hyphens.
    pub(super) slug: String,
}

/// An office of a term.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seat {
    /// The title before the body: `Chủ tịch`.
    pub(super) title: &'static str,
    /// The body as running text names it, with a space before it.
    pub(super) of: &'static str,
    /// The full name of the body.
    pub(super) body: &'static str,
}

/// All officials; the one at `term * SEATS + seat` holds that seat in that term.
pub(super) fn people(seed: u64) -> Vec<Person> {
    let mut random = Random::new(seed, Purpose::Portal, 0);
    let offsets = [random.below(29), random.below(23), random.below(31)];
    (0..COUNT).map(|index| person(index, offsets)).collect()
}

/// The name of one official. 23 and 31 have no common factor, so no pair of middle and given name comes twice.
fn person(index: u32, offsets: [u32; 3]) -> Person {
    let [family, middle, given] = offsets;
    let woman = index % 3 == 2;
    let (middles, givens) = if woman { (&WOMEN_MIDDLE, &WOMEN_GIVEN) } else { (&MEN_MIDDLE, &MEN_GIVEN) };
    let parts = [
        at(&FAMILY, index * 5 + index / 29 + family),
        at(middles, index * 7 + middle),
        at(givens, index * 12 + given),
    ];
    Person { name: parts.map(|part| part.name).join(" "), slug: parts.map(|part| part.slug).join("-") }
}

/// An item of a list that is gone round and round.
fn at(names: &[Named], index: u32) -> Named {
    let place = position(index) % names.len().max(1);
    names.get(place).copied().unwrap_or(named("", ""))
}

/// The office with a number below `SEATS`.
pub(super) fn seat(number: u32) -> Seat {
    if let Some(field) = field_of_seat(number) {
        return Seat { title: field.head, of: field.office.name, body: field.office.name };
    }
    LEADERS.get(position(number)).copied().unwrap_or(Seat {
        title: "Đại biểu",
        of: COUNCIL_SHORT,
        body: COUNCIL,
    })
}

/// The field whose office the seat heads.
pub(super) fn field_of_seat(number: u32) -> Option<&'static Field> {
    let place = number.checked_sub(FIRST_OFFICE)?;
    FIELDS.get(position(place)).copied()
}

/// The full name of the council.
pub(super) const COUNCIL: &str = "Hội đồng nhân dân tỉnh Minh Giang";
/// The council in running text.
pub(super) const COUNCIL_SHORT: &str = "Hội đồng nhân dân tỉnh";
/// The standing board of the council.
pub(super) const STANDING_BOARD: &str = "Thường trực Hội đồng nhân dân tỉnh";
/// The full name of the people's committee.
pub(super) const PEOPLES_COMMITTEE: &str = "Ủy ban nhân dân tỉnh Minh Giang";
/// The office of the council.
pub(super) const COUNCIL_OFFICE: &str = "Văn phòng Hội đồng nhân dân tỉnh Minh Giang";
/// The Fatherland Front of the province.
pub(super) const FRONT: &str = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Minh Giang";
/// The committees of the council: legal, economy and budget, culture and society, ethnic affairs.
pub(super) const COMMITTEES: [Named; 4] = [
    named("Ban Pháp chế Hội đồng nhân dân tỉnh", "ban-phap-che"),
    named("Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh", "ban-kinh-te-ngan-sach"),
    named("Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh", "ban-van-hoa-xa-hoi"),
    named("Ban Dân tộc Hội đồng nhân dân tỉnh", "ban-dan-toc"),
];

/// The first twelve offices; the heads of the twelve fields follow.
const LEADERS: [Seat; 12] = [
    Seat { title: "Chủ tịch", of: COUNCIL_SHORT, body: COUNCIL },
    Seat { title: "Phó Chủ tịch Thường trực", of: COUNCIL_SHORT, body: COUNCIL },
    Seat { title: "Phó Chủ tịch", of: COUNCIL_SHORT, body: COUNCIL },
    Seat { title: "Trưởng", of: COMMITTEES[0].name, body: COMMITTEES[0].name },
    Seat { title: "Trưởng", of: COMMITTEES[1].name, body: COMMITTEES[1].name },
    Seat { title: "Trưởng", of: COMMITTEES[2].name, body: COMMITTEES[2].name },
    Seat { title: "Trưởng", of: COMMITTEES[3].name, body: COMMITTEES[3].name },
    Seat { title: "Chủ tịch", of: "Ủy ban nhân dân tỉnh", body: PEOPLES_COMMITTEE },
    Seat {
        title: "Phó Chủ tịch Thường trực", of: "Ủy ban nhân dân tỉnh", body: PEOPLES_COMMITTEE
    },
    Seat { title: "Phó Chủ tịch", of: "Ủy ban nhân dân tỉnh", body: PEOPLES_COMMITTEE },
    Seat { title: "Chánh", of: "Văn phòng Hội đồng nhân dân tỉnh", body: COUNCIL_OFFICE },
    Seat { title: "Chủ tịch", of: "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", body: FRONT },
];

/// Family names that are not frequent, so that no whole name is that of a known person.
const FAMILY: [Named; 29] = [
    named("Nghiêm", "nghiem"),
    named("Khúc", "khuc"),
    named("Quách", "quach"),
    named("Mạc", "mac"),
    named("Tống", "tong"),
    named("Chử", "chu"),
    named("Cấn", "can"),
    named("Phùng", "phung"),
    named("Doãn", "doan"),
    named("Lục", "luc"),
    named("Hứa", "hua"),
    named("Kiều", "kieu"),
    named("La", "la"),
    named("Thân", "than"),
    named("Giáp", "giap"),
    named("Ninh", "ninh"),
    named("Tạ", "ta"),
    named("Đàm", "dam"),
    named("Lã", "la"),
    named("Bạch", "bach"),
    named("Âu", "au"),
    named("Bế", "be"),
    named("Triệu", "trieu"),
    named("Cù", "cu"),
    named("Khuất", "khuat"),
    named("Tiêu", "tieu"),
    named("Sầm", "sam"),
    named("Thạch", "thach"),
    named("Đèo", "deo"),
];

/// Middle names of men.
const MEN_MIDDLE: [Named; 23] = [
    named("Đăng", "dang"),
    named("Khắc", "khac"),
    named("Bá", "ba"),
    named("Trọng", "trong"),
    named("Hữu", "huu"),
    named("Duy", "duy"),
    named("Đình", "dinh"),
    named("Công", "cong"),
    named("Thế", "the"),
    named("Sỹ", "sy"),
    named("Quý", "quy"),
    named("Viết", "viet"),
    named("Hoàng", "hoang"),
    named("Tuấn", "tuan"),
    named("Kiên", "kien"),
    named("Nhật", "nhat"),
    named("Lâm", "lam"),
    named("Danh", "danh"),
    named("Huy", "huy"),
    named("Chí", "chi"),
    named("Tất", "tat"),
    named("Nhân", "nhan"),
    named("Cảnh", "canh"),
];

/// Given names of men.
const MEN_GIVEN: [Named; 31] = [
    named("Nguyên", "nguyen"),
    named("Khải", "khai"),
    named("Thạc", "thac"),
    named("Vinh", "vinh"),
    named("Bách", "bach"),
    named("Đoan", "doan"),
    named("Hiển", "hien"),
    named("Kha", "kha"),
    named("Lộc", "loc"),
    named("Miên", "mien"),
    named("Nghị", "nghi"),
    named("Phan", "phan"),
    named("Quyết", "quyet"),
    named("Sáng", "sang"),
    named("Tấn", "tan"),
    named("Thiệp", "thiep"),
    named("Toản", "toan"),
    named("Trác", "trac"),
    named("Tuyên", "tuyen"),
    named("Uy", "uy"),
    named("Vượng", "vuong"),
    named("Xương", "xuong"),
    named("Ý", "y"),
    named("Thuyết", "thuyet"),
    named("Điềm", "diem"),
    named("Bảng", "bang"),
    named("Chấn", "chan"),
    named("Dự", "du"),
    named("Giảng", "giang"),
    named("Hoạt", "hoat"),
    named("Luyện", "luyen"),
];

/// Middle names of women.
const WOMEN_MIDDLE: [Named; 23] = [
    named("Thị Hoài", "thi-hoai"),
    named("Thị Bích", "thi-bich"),
    named("Thị Thục", "thi-thuc"),
    named("Thị Diệu", "thi-dieu"),
    named("Thị Tường", "thi-tuong"),
    named("Thị Như", "thi-nhu"),
    named("Thị Thùy", "thi-thuy"),
    named("Thị Mộng", "thi-mong"),
    named("Thị Quỳnh", "thi-quynh"),
    named("Thị Cẩm", "thi-cam"),
    named("Thị Lệ", "thi-le"),
    named("Thị Thảo", "thi-thao"),
    named("Thị Nhã", "thi-nha"),
    named("Thị Hạnh", "thi-hanh"),
    named("Thị Uyên", "thi-uyen"),
    named("Thị Yên", "thi-yen"),
    named("Thị Tú", "thi-tu"),
    named("Thị Kiều", "thi-kieu"),
    named("Thị Ái", "thi-ai"),
    named("Thị Trúc", "thi-truc"),
    named("Thị Khánh", "thi-khanh"),
    named("Thị Phương", "thi-phuong"),
    named("Thị Băng", "thi-bang"),
];

/// Given names of women.
const WOMEN_GIVEN: [Named; 31] = [
    named("Thư", "thu"),
    named("Diễm", "diem"),
    named("An", "an"),
    named("Ngà", "nga"),
    named("Lam", "lam"),
    named("Trà", "tra"),
    named("Quyên", "quyen"),
    named("Vy", "vy"),
    named("Khuê", "khue"),
    named("Nhàn", "nhan"),
    named("Oanh", "oanh"),
    named("Thoa", "thoa"),
    named("Duyên", "duyen"),
    named("Hậu", "hau"),
    named("Châm", "cham"),
    named("Chi", "chi"),
    named("Đào", "dao"),
    named("Giao", "giao"),
    named("Hiên", "hien"),
    named("Huyền", "huyen"),
    named("Loan", "loan"),
    named("Mơ", "mo"),
    named("Nguyệt", "nguyet"),
    named("Phụng", "phung"),
    named("Sen", "sen"),
    named("Thắm", "tham"),
    named("Tơ", "to"),
    named("Viên", "vien"),
    named("Yến", "yen"),
    named("Ước", "uoc"),
    named("Tuyết", "tuyet"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_officials_share_a_name_or_a_slug() {
        for seed in 0..50 {
            let people = people(seed);
            let names: BTreeSet<_> = people.iter().map(|person| &person.name).collect();
            let slugs: BTreeSet<_> = people.iter().map(|person| &person.slug).collect();
            assert_eq!((names.len(), slugs.len()), (people.len(), people.len()));
        }
    }

    #[test]
    fn every_seat_has_a_title_and_a_body() {
        for number in 0..SEATS {
            let seat = seat(number);
            assert!(!seat.title.is_empty() && !seat.body.is_empty());
        }
        assert_eq!(field_of_seat(FIRST_OFFICE).map(|field| field.office.name), Some("Sở Tài chính"));
    }
}
