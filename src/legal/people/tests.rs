//! Tables of who must be found and who must not, and properties of any text.

use icu_normalizer::DecomposingNormalizerBorrowed;
use proptest::prelude::*;

use super::*;

fn found(text: &str, known: &KnownNames) -> Vec<String> {
    let line = |person: &Person| {
        let mut parts = vec![person.name.clone()];
        parts.extend(person.role.clone());
        parts.extend(person.honorific.as_ref().map(|honorific| format!("({honorific})")));
        parts.join(" | ")
    };
    people(text, known).iter().map(line).collect()
}

fn check(table: &[(&str, &[&str])]) {
    let known = KnownNames::default();
    for (text, expected) in table {
        assert_eq!(found(text, &known), *expected, "{text}");
    }
}

#[test]
fn honorific_or_office_shows_a_person() {
    check(&[
        (
            "Đồng chí Vũ Văn Nam, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh phát biểu",
            &["Vũ Văn Nam | Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh | (Đồng chí)"],
        ),
        ("Đ/c Vũ Văn Nam - Phó Chủ tịch UBND tỉnh;", &["Vũ Văn Nam | Phó Chủ tịch UBND tỉnh | (Đ/c)"]),
        ("bà Lê Thị Hoa và ông Y Thanh Hà Niê Kđăm", &["Lê Thị Hoa | (bà)", "Y Thanh Hà Niê Kđăm | (ông)"]),
        ("PGS.TS. Nguyễn Văn Cường", &[]),
        ("ông PGS.TS. Nguyễn Văn Cường", &["Nguyễn Văn Cường | (ông)"]),
        ("Chủ tịch UBND tỉnh Trần Văn Bình giao", &["Trần Văn Bình | Chủ tịch UBND tỉnh"]),
        ("Bí thư Thành ủy Hải Phòng Lê Tiến Châu đánh giá", &["Lê Tiến Châu | Bí thư Thành ủy Hải Phòng"]),
        (
            "Chủ tịch UBND thành phố Hồ Chí Minh Phan Văn Mãi",
            &["Phan Văn Mãi | Chủ tịch UBND thành phố Hồ Chí Minh"],
        ),
        ("Chủ tịch UBND huyện Vân Đồn Hà Văn Ninh", &["Hà Văn Ninh | Chủ tịch UBND huyện Vân Đồn"]),
        (
            "các Phó Chủ tịch HĐND tỉnh Đoàn Văn Phúc, Huỳnh Thúy An - Tỉnh ủy viên, chủ trì",
            &["Đoàn Văn Phúc | Phó Chủ tịch HĐND tỉnh", "Huỳnh Thúy An | Tỉnh ủy viên"],
        ),
        (
            "Hồ Quốc Hùng - Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh và các Phó Chủ tịch HĐND tỉnh Đoàn Văn Phúc",
            &["Hồ Quốc Hùng | Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh", "Đoàn Văn Phúc | Phó Chủ tịch HĐND tỉnh"],
        ),
        (
            "bà Lê Thị Thanh, Trưởng ban Công tác đại biểu thuộc Quốc hội và Bí thư Thành ủy Hải Phòng Lê Châu",
            &[
                "Lê Thị Thanh | Trưởng ban Công tác đại biểu thuộc Quốc hội | (bà)",
                "Lê Châu | Bí thư Thành ủy Hải Phòng",
            ],
        ),
        ("Thiếu tướng Lê Văn Long, Giám đốc Công an tỉnh", &["Lê Văn Long | Giám đốc Công an tỉnh"]),
        ("Bí thư , Chủ tịch HĐND tỉnh Vũ Văn Nam", &["Vũ Văn Nam | Bí thư , Chủ tịch HĐND tỉnh"]),
        ("Tạ Xuân Chính - nguyên Giám đốc Sở Du lịch", &["Tạ Xuân Chính | nguyên Giám đốc Sở Du lịch"]),
    ]);
}

#[test]
fn lists_share_the_honorific() {
    check(&[
        (
            "các đồng chí: Vũ Văn Nam, Chủ tịch HĐND tỉnh; Lê Thị Hoa, Phó Chủ tịch UBND tỉnh; Trần Bình.",
            &[
                "Vũ Văn Nam | Chủ tịch HĐND tỉnh | (các đồng chí)",
                "Lê Thị Hoa | Phó Chủ tịch UBND tỉnh | (các đồng chí)",
                "Trần Bình | (các đồng chí)",
            ],
        ),
        (
            "các ông, bà: Vũ Văn A, Lê Thị B và Trần Văn C.",
            &["Vũ Văn A | (các ông, bà)", "Lê Thị B | (các ông, bà)", "Trần Văn C | (các ông, bà)"],
        ),
    ]);
}

#[test]
fn names_of_all_peoples_are_found() {
    check(&[
        ("bà Hà Thị Nga, ông K'Bôi", &["Hà Thị Nga | (bà)", "K'Bôi | (ông)"]),
        ("bà H' Mai Niê và bà H’Lan Kđoh", &["H' Mai Niê | (bà)", "H’Lan Kđoh | (bà)"]),
        ("ông Ksor H'Bơ Khăp, ông Điểu K'Ré", &["Ksor H'Bơ Khăp | (ông)", "Điểu K'Ré | (ông)"]),
        ("ông Y Khút Niê, ông Giàng A Chu", &["Y Khút Niê | (ông)", "Giàng A Chu | (ông)"]),
        ("Trưởng Ban Dân tộc HĐND tỉnh Moong Văn Thái", &["Moong Văn Thái | Trưởng Ban Dân tộc HĐND tỉnh"]),
        ("Phó Chủ tịch UBND tỉnh Siu Hương", &["Siu Hương | Phó Chủ tịch UBND tỉnh"]),
    ]);
}

#[test]
fn names_stand_behind_all_sorts_of_units() {
    check(&[
        (
            "Giám đốc Sở Tài nguyên và Môi trường Bùi Châu Tú",
            &["Bùi Châu Tú | Giám đốc Sở Tài nguyên và Môi trường"],
        ),
        (
            "Giám đốc Sở Văn hóa, Thể thao và Du lịch Lê Hải Nam",
            &["Lê Hải Nam | Giám đốc Sở Văn hóa, Thể thao và Du lịch"],
        ),
        ("Giám đốc Sở Nội vụ Phạm Thanh", &["Phạm Thanh | Giám đốc Sở Nội vụ"]),
        ("Chủ tịch UBND tỉnh Lê Hải yêu cầu", &["Lê Hải | Chủ tịch UBND tỉnh"]),
        ("Bí thư Tỉnh ủy Vũ Hải", &["Vũ Hải | Bí thư Tỉnh ủy"]),
        ("Bí thư Huyện ủy Cao Lộc Lê Văn Bình", &["Lê Văn Bình | Bí thư Huyện ủy Cao Lộc"]),
        ("Bí thư Huyện ủy Trần Văn Sáu", &["Trần Văn Sáu | Bí thư Huyện ủy"]),
        ("Chủ tịch UBND thành phố Lê Anh Tú", &["Lê Anh Tú | Chủ tịch UBND thành phố"]),
        ("Chủ tịch UBND huyện Trần Văn Sáu", &["Trần Văn Sáu | Chủ tịch UBND huyện"]),
        ("Chủ tịch Hội đồng quản trị Phan Quốc Vinh", &["Phan Quốc Vinh | Chủ tịch Hội đồng quản trị"]),
        (
            "Các đồng chí Phó Chủ tịch UBND tỉnh: Trần Văn Hạnh, Lê Thị Mai.",
            &[
                "Trần Văn Hạnh | Phó Chủ tịch UBND tỉnh | (Các đồng chí)",
                "Lê Thị Mai | Phó Chủ tịch UBND tỉnh",
            ],
        ),
        (
            "đại biểu Trần Văn Hạnh, Lê Thị Mai và Phạm Đức Toàn chất vấn",
            &["Trần Văn Hạnh | đại biểu", "Lê Thị Mai | đại biểu", "Phạm Đức Toàn | đại biểu"],
        ),
        ("Phó Chủ tịch UBND huyện - Trần Văn Ba", &["Trần Văn Ba | Phó Chủ tịch UBND huyện"]),
        ("đại biểu Trần Văn Sơn, An Lão phát biểu", &["Trần Văn Sơn | đại biểu"]),
        ("cử tri Trần Văn Tí; chị Lê Thị Lúa", &["Trần Văn Tí | (cử tri)", "Lê Thị Lúa | (chị)"]),
        ("CHỦ TỊCH\n[đã ký]\nTRẦN XUÂN LAN", &["Trần Xuân Lan | CHỦ TỊCH"]),
        ("CHỦ TỌA KỲ HỌP\n\nTrần Thanh Bình", &["Trần Thanh Bình | CHỦ TỌA KỲ HỌP"]),
        ("đ.c Trần Văn Nam", &["Trần Văn Nam | (đ.c)"]),
    ]);
}

#[test]
fn signatures_are_people() {
    check(&[
        ("CHỦ TỊCH\n\n     Vũ Văn Nam\n", &["Vũ Văn Nam | CHỦ TỊCH"]),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nVŨ VĂN NAM", &["Vũ Văn Nam | PHÓ CHỦ TỊCH"]),
        ("CHỦ TỊCH Vũ Văn Nam", &["Vũ Văn Nam | CHỦ TỊCH"]),
        ("Người ký: | Vũ Văn Nam |", &["Vũ Văn Nam | Người ký"]),
    ]);
}

#[test]
fn bylines_places_and_bare_offices_are_not() {
    let known = KnownNames::default();
    for text in [
        "**Nam Trà**",
        "Tác giả: Trần Thị Trang",
        "Ảnh: Nguyễn Văn Nam",
        "đường Nguyễn Huệ, phường Trần Phú, trường THPT Lê Hồng Phong",
        "đồng chí Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh",
        "tỉnh Bà Rịa - Vũng Tàu",
        "Giám đốc Sở Công Thương trình bày",
        "Chủ tịch UBND tỉnh Lâm Đồng",
        "Tổ đại biểu Hà Đông",
        "ông cha ta, bà con nhân dân",
        "các đồng chí Hội Nông dân, các đồng chí Thường trực Tỉnh ủy",
        "TRƯỞNG BAN KINH TẾ - NGÂN SÁCH HĐND TỈNH, Trưởng Ban Kinh Tế - Ngân Sách",
        "GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN, Trưởng Ban Văn Hóa - Xã Hội",
        "đền Ông Hoàng Mười, cầu Ông Lãnh, đường Ông Ích Khiêm, chùa Bà Đanh Thị",
        "Chủ tịch UBND các xã: Lê Hồng Phong, Trần Quốc Toản",
        "Chủ tịch UBND các huyện: An Dương, Cao Lộc; Bí thư Huyện ủy Cao Lộc",
        "Chủ tịch UBND phường Lý Thường Kiệt, Chủ tịch UBND quận Lê Chân",
        "cử tri Hà Trung, anh hùng, chị em, anh Hùng, cử tri huyện An Dương",
        "tỉnh Hà Tây, Tỉnh ủy Hoàng Liên Sơn, Giám đốc Bệnh viện Nguyễn Tri Phương",
        "tại Hà Nội, Chủ tịch Quốc hội tiếp; từ Thái Nguyên - Giám đốc Sở Y tế",
        "",
    ] {
        assert_eq!(found(text, &known), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn known_names_are_found_wherever_they_stand() {
    let known = KnownNames::new(["Nguyễn Xuân Ký", "Lê Hòa", "Lê Hòa Bình", "Một"]);
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize("Nguyễn Xuân Ký").into_owned();
    for (text, expected) in [
        ("hôm nay Nguyễn Xuân Ký nói", vec!["Nguyễn Xuân Ký"]),
        ("NGUYỄN\u{a0}XUÂN  KÝ", vec!["Nguyễn Xuân Ký"]),
        (decomposed.as_str(), vec!["Nguyễn Xuân Ký"]),
        ("Lê Hoà, Lê Hoà Bình", vec!["Lê Hòa", "Lê Hòa Bình"]),
        ("đồng chí Nguyễn Xuân Ký, Bí thư Tỉnh ủy", vec!["Nguyễn Xuân Ký | Bí thư Tỉnh ủy | (đồng chí)"]),
        ("Nguyễn Xuân Kỳ, nguyễn xuân ký, Nguyễn Xuân Kýa", vec![]),
        ("ông Trần Văn An", vec![]),
        ("đường Nguyễn Xuân Ký; Ảnh: Nguyễn Xuân Ký", vec![]),
    ] {
        assert_eq!(found(text, &known), expected, "{text}");
    }
}

/// Whether `name`, the only one known, is found in each text.
fn known_in(name: &str, texts: &[&str], is_found: bool) {
    let known = KnownNames::new([name]);
    for text in texts {
        for form in
            [(*text).to_owned(), DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()]
        {
            let names: Vec<String> = people(&form, &known).into_iter().map(|person| person.name).collect();
            assert_eq!(!names.is_empty(), is_found, "`{name}` in `{text}`: {names:?}");
        }
    }
}

#[test]
fn a_name_that_goes_on_is_another_persons() {
    let others = [
        "bầu bà Trần Thị Lan Anh giữ chức Ủy viên",
        "Miễn nhiệm bà Trần Thị Lan Phương.",
        "Trần Thị Lan Hương, Phó Chủ tịch",
        "bà Trần Thị Lan\u{a0}Chi",
        "đ/c Trần Thị Lan Ngọc và ông Lê Văn Ba",
        "BÀ TRẦN THỊ LAN ANH GIỮ CHỨC",
        "TRẦN THỊ LAN VY",
        "**Trần Thị Lan** Anh được bầu",
        "Trần Thị Lan **Anh**",
        "*Trần Thị Lan* _Anh_",
        "Trần Thị Lan-Anh",
        "Trần Thị Lan - Anh nói",
        "Trần Thị Lan Niê",
        "Trần Thị Lan H'Bơ",
        "Trần Thị Lan A",
        "| 1 | Trần Thị Lan Anh | Bí thư |",
        "- ThS. Trần Thị Lan Anh: 50 phiếu",
        "Phó Chủ tịch UBND tỉnh Trần Thị Lan Anh",
        "bà Trần Thị Lan\nAnh giữ chức Ủy viên",
        "các bà: Lê Thị Ba, Trần Thị Lan Anh, Hồ Thị Tư",
        "Trần Thị Lan\tAnh; Trần Thị Lan  Anh",
        "__Trần Thị Lan__ Anh, ***Trần Thị Lan*** Anh",
        "Bí thư Trần Thị Lan Anh; nguyên Bí thư Trần Thị Lan Thư",
        "bà Trần Thị Lan Hội, bà Trần Thị Lan Ký, bà Trần Thị Lan Công",
        "Trần Thị Lan Minh Châu, Trần Thị Lan Hà Giang",
        "Trần Thị Lan ANH, TRẦN THỊ LAN Anh",
        "Trần Thị Lan'Anh",
    ];
    known_in("Trần Thị Lan", &others, false);
}

#[test]
fn a_name_that_began_earlier_is_another_persons() {
    let others = [
        "bà Nguyễn Trần Thị Lan",
        "Lê Trần Thị Lan phát biểu",
        "BÀ NGUYỄN TRẦN THỊ LAN",
        "**Nguyễn** Trần Thị Lan",
        "Nguyễn **Trần Thị Lan**",
        "Nguyễn-Trần Thị Lan",
        "bà Ngọc Trần Thị Lan",
        "Chủ tịch UBND huyện Nguyễn Trần Thị Lan",
        "Lê Nguyễn Trần Thị Lan",
        "bà Nguyễn\nTrần Thị Lan",
    ];
    known_in("Trần Thị Lan", &others, false);
    known_in("Thị Lan", &["Trần Thị Lan", "TRẦN THỊ LAN", "bà Trần Thị Lan, Chủ tịch", "Siu Thị Lan"], false);
    known_in(
        "Văn Minh",
        &["Trần Văn Minh", "ông Kpă Văn Minh", "Đ/c Phạm Văn Minh - Bí thư", "LÊ VĂN MINH"],
        false,
    );
    known_in(
        "Hoàng Anh",
        &["Nguyễn Hoàng Anh", "Lê Thị Hoàng Anh", "bà Ngọc Hoàng Anh", "Lê Thị\nHoàng Anh"],
        false,
    );
    known_in("Yim Kđoh", &["bà H'Yim Kđoh"], false);
    known_in("Y Thanh Hà", &["ông Y Thanh Hà Niê", "Y THANH HÀ NIÊ KĐĂM"], false);
}

#[test]
fn a_whole_name_is_found_beside_what_is_no_name() {
    let whole = [
        "bà Trần Thị Lan giữ chức",
        "Trần Thị Lan Chủ tịch Hội đồng nhân dân tỉnh",
        "Trần Thị Lan, Ủy viên",
        "Trần Thị Lan Phó Trưởng ban",
        "Bầu bà Trần Thị Lan. Anh Ba nghỉ.",
        "BÀ TRẦN THỊ LAN GIỮ CHỨC PHÓ CHỦ TỊCH",
        "BÀ TRẦN THỊ LAN THÔI GIỮ CHỨC VỤ",
        "MIỄN NHIỆM BÀ TRẦN THỊ LAN VÀ BẦU BÀ LÊ THỊ BA",
        "TRẦN THỊ LAN PHÁT BIỂU TẠI HỘI NGHỊ",
        "TRẦN THỊ LAN CHỦ TRÌ PHIÊN HỌP",
        "TRẦN THỊ LAN HĐND TỈNH",
        "Trần Thị Lan\nĐiều 2. Thi hành",
        "Trần Thị Lan Điều 2. Thi hành",
        "Trần Thị Lan\nNơi nhận: như trên",
        "Trần Thị Lan Nơi nhận: như trên",
        "Trần Thị Lan\nNguyễn Văn Ba",
        "Trần Thị Lan\nHoàng Minh Đức",
        "Trần Thị Lan\nGiao Ủy ban nhân dân",
        "Trần Thị Lan\nThanh Hóa, ngày 1",
        "Trần Thị Lan\n\nAnh là ai",
        "Nguyễn Văn Ba\nTrần Thị Lan",
        "Lê\n\nTrần Thị Lan",
        "Trần Thị Lan - Phó Chủ tịch",
        "Trần Thị Lan-Phó Chủ tịch",
        "Trần Thị Lan - Nguyễn Văn Ba",
        "Trần Thị Lan (Anh), Trần Thị Lan: Anh",
        "| Trần Thị Lan | Anh |",
        "* Nguyễn Văn Lê\n* Trần Thị Lan\n* Anh Ba",
        "**Trần Thị Lan** giữ chức",
        "bà Trần Thị Lan Bà Lê Thị Ba",
        "Đồng chí Trần Thị Lan",
        "ĐỒNG CHÍ TRẦN THỊ LAN",
        "Đ/C TRẦN THỊ LAN",
        "Ths. Trần Thị Lan",
        "TS. Trần Thị Lan",
        "TS Trần Thị Lan",
        "BS CKII Trần Thị Lan",
        "BS CKII. Trần Thị Lan",
        "Anh Trần Thị Lan",
        "Theo Trần Thị Lan",
        "Chủ Tịch Trần Thị Lan",
        "CHỦ TỊCH TRẦN THỊ LAN",
        "PHÓ CHỦ TỊCH UBND TỈNH TRẦN THỊ LAN",
        "GIÁM ĐỐC CÔNG AN TỈNH TRẦN THỊ LAN",
        "Giám đốc Sở Công Thương Trần Thị Lan",
        "Chủ tịch UBND huyện Cao Lộc Trần Thị Lan",
        "CHỦ TỊCH UBND TỈNH HÀ GIANG TRẦN THỊ LAN",
        "Đại tá Trần Thị Lan",
        "MIỄN NHIỆM TRẦN THỊ LAN",
        "Bà Trần Thị Lan Giữ Chức Phó Chủ Tịch",
        "BÀ TRẦN THỊ LAN, ỦY VIÊN; ÔNG LÊ VĂN BA",
        "BÀ TRẦN THỊ LAN ỦY VIÊN",
        "TRẦN THỊ LAN LÀM CHỦ TỊCH",
        "TRẦN THỊ LAN TIẾP XÚC CỬ TRI",
        "TRẦN THỊ LAN ĐƯỢC BẦU",
        "TRẦN THỊ LAN KÝ BAN HÀNH",
        "Trần Thị Lan TM. ỦY BAN NHÂN DÂN",
        "Lê Thị Ba Trần Thị Lan Phạm Văn Tư",
        "Trần Thị Lan (Lan Anh)",
        "“Trần Thị Lan” Anh",
        "‘Trần Thị Lan’ Anh",
        "Trần Thị Lan/Anh",
        "NSND Trần Thị Lan",
        "Trung tướng Trần Thị Lan",
        "Ủy Viên Trần Thị Lan",
        "và Trần Thị Lan; gồm: Trần Thị Lan.",
        "Từ ngày 1, Trần Thị Lan thôi",
    ];
    known_in("Trần Thị Lan", &whole, true);
    known_in(
        "Văn Minh",
        &["ông Văn Minh", "ÔNG VĂN MINH GIỮ CHỨC", "CHỦ TỊCH VĂN MINH", "Bầu Văn Minh làm"],
        true,
    );
    known_in("H'Yim Kđoh", &["bà H'Yim Kđoh nói", "BÀ H'YIM KĐOH GIỮ CHỨC"], true);
}

#[test]
fn without_known_names_the_whole_name_is_found_too() {
    check(&[
        ("**bà Trần Thị Lan** Anh giữ chức", &["Trần Thị Lan Anh | (bà)"]),
        ("bà Trần Thị Lan-Anh, Ủy viên", &["Trần Thị Lan-Anh | Ủy viên | (bà)"]),
        ("BÀ TRẦN THỊ LAN GIỮ CHỨC", &["Trần Thị Lan | (BÀ)"]),
        ("BÀ TRẦN THỊ LAN ANH GIỮ CHỨC", &["Trần Thị Lan Anh | (BÀ)"]),
    ]);
}

const PIECES: &[&str] = &[
    "đồng chí",
    "các đồng chí:",
    "ông",
    "bà",
    "Đ/c",
    "Nguyễn Xuân Ký",
    "NGUYỄN XUÂN KÝ",
    "Lê Hòa",
    "Chủ tịch",
    "CHỦ TỊCH",
    "Phó Chủ tịch HĐND tỉnh",
    "Bí thư",
    "Tỉnh ủy",
    "Quảng Ninh",
    ",",
    ";",
    "-",
    "và",
    ".",
    "\n",
    "\n\n",
    "\u{a0}",
    "phát biểu",
    "tỉnh",
    "H'Yim",
    "Ảnh:",
    "đường",
    "đại biểu",
    "(",
    ")",
    "\u{301}",
    "🎉",
    "nguyên",
    "quyền",
    "Sở Công Thương",
];

fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..40).prop_map(|pieces| {
        pieces.iter().flat_map(|(piece, gap)| [*piece, if *gap { " " } else { "" }]).collect()
    })
}

proptest! {
    #[test]
    fn ranges_lie_on_borders_in_order(text in texts()) {
        for known in [KnownNames::default(), KnownNames::new(["Nguyễn Xuân Ký", "Lê Hòa"])] {
            let mut end = 0;
            for person in people(&text, &known) {
                prop_assert!(text.get(person.range.clone()).is_some_and(|found| !found.is_empty()));
                prop_assert!(person.range.start >= end);
                end = person.range.end;
            }
            let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&text).into_owned();
            prop_assert_eq!(found(&decomposed, &known), found(&text, &known));
        }
    }
}
