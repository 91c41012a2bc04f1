//! Tables of what must be found and what must not, and properties of any text.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use proptest::prelude::*;

use super::*;

/// One line for each citation: kind, type, symbol, date, issuer, anchors, flags; empty fields left out.
fn found(text: &str) -> Vec<String> {
    citations(text).iter().map(line).collect()
}

fn line(citation: &Citation) -> String {
    let mut parts = vec![citation.kind.name().to_owned()];
    parts.extend(citation.document_type.map(str::to_owned));
    parts.extend(citation.symbol.as_ref().map(|symbol| symbol.text.clone()));
    parts.extend(citation.date.map(|date| match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, month) => format!("{year}-{month:02}"),
        PartialDate::Day(day) => day.to_string(),
    }));
    parts.extend(citation.issuer.clone());
    parts.extend(citation.provisions.iter().map(|provision| provision.anchor().to_owned()));
    parts.extend(citation.law.map(|law| format!("={}", law.number)));
    parts.extend(citation.in_title.then(|| "in title".to_owned()));
    parts.extend(citation.is_own_number.then(|| "own".to_owned()));
    parts.join(" | ")
}

fn check(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(found(text), *expected, "{text}");
    }
}

#[test]
fn numbered_documents() {
    check(&[
        (
            "Nghị quyết số 86/NQ-HĐND ngày 10/12/2021 của Hội đồng nhân dân tỉnh về nhiệm vụ",
            &["numbered | Nghị quyết | 86/NQ-HĐND | 2021-12-10 | Hội đồng nhân dân tỉnh"],
        ),
        (
            "Nghị quyết số 86/NQ-HĐND ngày 10 tháng 12 năm 2021",
            &["numbered | Nghị quyết | 86/NQ-HĐND | 2021-12-10"],
        ),
        ("Quyết định 512/QĐ-TTg ngày 5/6/2022", &["numbered | Quyết định | 512/QĐ-TTg | 2022-06-05"]),
        ("Tờ trình số: 05/TTr-HĐND ngày 07/12/2012", &["numbered | Tờ trình | 05/TTr-HĐND | 2012-12-07"]),
        ("Nghị định số 30/2020/NĐ-CP;", &["numbered | Nghị định | 30/2020/NĐ-CP"]),
        (
            "SỬA ĐỔI NGHỊ QUYẾT SỐ 05/2021/NQ-HĐND NGÀY 08 THÁNG 7 NĂM 2021",
            &["numbered | Nghị quyết | 05/2021/NQ-HĐND | 2021-07-08"],
        ),
        ("Kế hoạch số 88/KH-UBND tỉnh ngày 02/3/2022", &["numbered | Kế hoạch | 88/KH-UBND | 2022-03-02"]),
        (
            "Kế hoạch số 88/KH-UBND thành phố Hạ Long ngày 02/3/2022",
            &["numbered | Kế hoạch | 88/KH-UBND | 2022-03-02"],
        ),
        ("14-CTr/TU ngày 20/02/2022", &["numbered | Chương trình | 14-CTr/TU | 2022-02-20"]),
        ("Văn bản số 820-CV/TU", &["numbered | Văn bản | 820-CV/TU"]),
        ("Công văn số 415/UBND-TH", &["numbered | Công văn | 415/UBND-TH"]),
        ("Văn bản hợp nhất số 06/VBHN-VPQH", &["numbered | Văn bản hợp nhất | 06/VBHN-VPQH"]),
        ("Báo cáo thẩm tra số 154/BC-UBPL15-m", &["numbered | Báo cáo thẩm tra | 154/BC-UBPL15-m"]),
        ("Thông báo kết luận số 12-TB/TU", &["numbered | Thông báo kết luận | 12-TB/TU"]),
        ("Báo cáo giải trình, tiếp thu số 9/BC-UBND", &["numbered | Báo cáo | 9/BC-UBND"]),
        (
            "báo cáo của Ủy ban nhân dân tỉnh số 45/BC-UBND, ngày 05/6/2021",
            &["numbered | Báo cáo | 45/BC-UBND | 2021-06-05 | Ủy ban nhân dân tỉnh"],
        ),
        (
            "Nghị quyết số 12/NQ-HĐND của HĐND tỉnh ngày 10/12/2021 về",
            &["numbered | Nghị quyết | 12/NQ-HĐND | 2021-12-10 | HĐND tỉnh"],
        ),
        ("Nghị quyết số 12/NQ-HĐND ngày 31/02/2021", &["numbered | Nghị quyết | 12/NQ-HĐND"]),
        ("Nghị quyết số 37 NQ/HĐND ngày 5/6/1995", &["numbered | Nghị quyết | 37 NQ/HĐND | 1995-06-05"]),
        ("(kèm theo 12/2024/NQ-HĐND)", &["numbered | Nghị quyết | 12/2024/NQ-HĐND"]),
    ]);
}

#[test]
fn lists_share_type_and_issuer() {
    check(&[
        (
            "các Nghị định số: 10/2020/NĐ-CP ngày 01/02/2020, 11/2021/NĐ-CP ngày 03/4/2021 của Chính phủ",
            &[
                "numbered | Nghị định | 10/2020/NĐ-CP | 2020-02-01 | Chính phủ",
                "numbered | Nghị định | 11/2021/NĐ-CP | 2021-04-03 | Chính phủ",
            ],
        ),
        (
            "Nghị quyết số 03-NQ/TU ngày 1/2/2021, Nghị quyết số 08-NQ/TU ngày 2/3/2022 của Tỉnh ủy",
            &[
                "numbered | Nghị quyết | 03-NQ/TU | 2021-02-01 | Tỉnh ủy",
                "numbered | Nghị quyết | 08-NQ/TU | 2022-03-02 | Tỉnh ủy",
            ],
        ),
        (
            "các Nghị quyết số 10/NQ-HĐND, số 11/NQ-HĐND và 12/NQ-HĐND của HĐND tỉnh",
            &[
                "numbered | Nghị quyết | 10/NQ-HĐND | HĐND tỉnh",
                "numbered | Nghị quyết | 11/NQ-HĐND | HĐND tỉnh",
                "numbered | Nghị quyết | 12/NQ-HĐND | HĐND tỉnh",
            ],
        ),
        (
            "Nghị định số 10/2020/NĐ-CP, Nghị quyết số 5/NQ-HĐND của HĐND tỉnh",
            &["numbered | Nghị định | 10/2020/NĐ-CP", "numbered | Nghị quyết | 5/NQ-HĐND | HĐND tỉnh"],
        ),
        (
            "các Nghị quyết số 10, 11 và 12 ngày 9/12/2022 của HĐND tỉnh",
            &[
                "partial | Nghị quyết | 10 | HĐND tỉnh",
                "partial | Nghị quyết | 11 | HĐND tỉnh",
                "partial | Nghị quyết | 12 | 2022-12-09 | HĐND tỉnh",
            ],
        ),
    ]);
}

#[test]
fn laws_by_name() {
    check(&[
        ("Luật Tổ chức chính quyền địa phương năm 2015;", &["named_law | Luật | 2015 | =77/2015/QH13"]),
        (
            "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
            &["named_law | Luật | 2015-06-19 | =77/2015/QH13"],
        ),
        (
            "Luật Tổ chức chính quyền địa phương số 77/2015/QH13",
            &["numbered | Luật | 77/2015/QH13 | =77/2015/QH13"],
        ),
        ("Luật Đầu tư công số 77/2015/QH13", &["numbered | Luật | 77/2015/QH13"]),
        ("Luật Tổ chức HĐND\nvà UBND ngày 26/11/2003", &["named_law | Luật | 2003-11-26 | =11/2003/QH11"]),
        ("Luật Ban hành VBQPPL năm 2015", &["named_law | Luật | 2015 | =80/2015/QH13"]),
        ("- 1Luật Ngân sách Nhà nước 2002", &["named_law | Luật | 2002 | =01/2002/QH11"]),
        ("Luật Kế hoạch và quy hoạch vườn cây năm 2031", &["named_law | Luật | 2031"]),
        ("Luật Trồng rừng được thông qua năm 2031", &["named_law | Luật"]),
        ("Luật BHYT sửa đổi năm 2014", &["named_law | Luật | 2014"]),
        ("Luật TCCQĐP năm 2015", &["named_law | Luật | 2015 | =77/2015/QH13"]),
        ("Luật NSNN", &["named_law | Luật"]),
        ("theo quy định của Luật Đất đai và các văn bản", &["named_law | Luật"]),
        ("Luật Đất đai (sửa đổi) năm 2024", &["named_law | Luật | 2024 | =31/2024/QH15"]),
        ("Luật Đất đai năm 1999", &["named_law | Luật | 1999"]),
        ("Luật Trẻ em", &["named_law | Luật | =102/2016/QH13"]),
        ("Bộ luật Hình sự năm 2015", &["named_law | Bộ luật | 2015 | =100/2015/QH13"]),
        ("Luật Quản lý, sử dụng tài sản công năm 2017", &["named_law | Luật | 2017 | =15/2017/QH14"]),
        ("Luật sửa đổi, bổ sung một số điều của Luật A và Luật B năm 2019", &["named_law | Luật | 2019"]),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương \
             năm 2019;",
            &["named_law | Luật | 2019 | =47/2019/QH14"],
        ),
        (
            "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15",
            &[
                "numbered | Luật | 64/2025/QH15 | =64/2025/QH15",
                "numbered | Luật | 87/2025/QH15 | =87/2025/QH15",
            ],
        ),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;", &["named_law | Hiến pháp"]),
        ("Hiến pháp năm 2013", &["named_law | Hiến pháp | 2013"]),
        (
            "Nghị định số 40/2020/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật Đầu tư công và \
             Luật Xây dựng; Luật Giá",
            &[
                "numbered | Nghị định | 40/2020/NĐ-CP | Chính phủ",
                "named_law | Luật | in title",
                "named_law | Luật | in title",
                "named_law | Luật",
            ],
        ),
    ]);
}

#[test]
fn provisions_and_the_text_itself() {
    check(&[
        (
            "điểm đ khoản 2 Điều 5 Nghị quyết số 86/NQ-HĐND",
            &["numbered | Nghị quyết | 86/NQ-HĐND | dieu-5-khoan-2-diem-dd"],
        ),
        (
            "khoản 1, khoản 3 Điều 6 và khoản 2 Điều 9 của Nghị định số 60/2021/NĐ-CP",
            &["numbered | Nghị định | 60/2021/NĐ-CP | dieu-6-khoan-1 | dieu-6-khoan-3 | dieu-9-khoan-2"],
        ),
        (
            "từ Điều 3 đến Điều 5 Luật Phí và lệ phí",
            &["named_law | Luật | dieu-3 | dieu-4 | dieu-5 | =97/2015/QH13"],
        ),
        (
            "Phụ lục II ban hành kèm theo Nghị quyết số 12/2024/NQ-HĐND",
            &["numbered | Nghị quyết | 12/2024/NQ-HĐND | phu-luc-2"],
        ),
        ("theo khoản 1 Điều này", &["internal | khoan-1"]),
        ("tại Điều 5 Nghị quyết này", &["internal | Nghị quyết | dieu-5"]),
        ("quy định tại khoản 2 Điều 5.", &["internal | dieu-5-khoan-2"]),
        ("Nghị quyết này có hiệu lực", &["self | Nghị quyết"]),
        ("Quy định này", &["self | Quy định"]),
        ("Điều 1. Phạm vi điều chỉnh", &[]),
        ("Điều 2\nNghị quyết này có hiệu lực", &["self | Nghị quyết"]),
    ]);
}

#[test]
fn short_forms() {
    check(&[
        ("Nghị quyết số 02-NQ/TU", &["numbered | Nghị quyết | 02-NQ/TU"]),
        ("thực hiện Nghị quyết 43 của Quốc hội", &["partial | Nghị quyết | 43 | Quốc hội"]),
        ("Nghị quyết số 31 ngày 10/7/2020", &["partial | Nghị quyết | 31 | 2020-07-10"]),
        (
            "Chỉ thị 16, 19 của Thủ tướng; Nghị quyết 5, 7 chỉ tiêu",
            &[
                "partial | Chỉ thị | 16 | Thủ tướng",
                "partial | Chỉ thị | 19 | Thủ tướng",
                "partial | Nghị quyết | 5",
            ],
        ),
        ("Nghị quyết số 1 và 2 năm 2023", &["partial | Nghị quyết | 1", "partial | Nghị quyết | 2 | 2023"]),
        ("Nghị quyết số 43/2022 của Quốc hội", &["partial | Nghị quyết | 43/2022 | Quốc hội"]),
    ]);
}

#[test]
fn laws_in_a_list_share_the_word() {
    check(&[
        (
            "Căn cứ các Luật: Tổ chức chính quyền địa phương; Ngân sách nhà nước năm 2015; Đầu tư công năm 2019;",
            &[
                "named_law | Luật",
                "named_law | Luật | 2015 | =83/2015/QH13",
                "named_law | Luật | 2019 | =39/2019/QH14",
            ],
        ),
        (
            "các Luật Ngân sách nhà nước, Thi đua, khen thưởng và Trẻ em được sửa đổi",
            &["named_law | Luật", "named_law | Luật", "named_law | Luật | =102/2016/QH13"],
        ),
        (
            "các Luật: Mua bán ruộng muối năm 2031; Trẻ em, Ban Pháp chế; Hội Nông dân",
            &["named_law | Luật | 2031", "named_law | Luật | =102/2016/QH13"],
        ),
        (
            "các luật: Luật Đất đai, Luật Nhà ở và Luật Xây dựng",
            &["named_law | Luật", "named_law | Luật", "named_law | Luật"],
        ),
        (
            "một số điều của Luật Đầu tư công và số 161/2016/NĐ-CP ngày 02/12/2016",
            &["named_law | Luật", "numbered | Nghị định | 161/2016/NĐ-CP | 2016-12-02"],
        ),
        ("Luật Nhà ở, Đầu tư công và Xây dựng", &["named_law | Luật"]),
        ("các Luật thuế, các Luật: thuế, phí", &[]),
        ("theo luật đất đai năm 2013", &["named_law | Luật | 2013 | =45/2013/QH13"]),
        ("theo luật đất đai, theo pháp luật đất đai năm 2013", &[]),
        ("Hiến pháp nước CHXHCN Việt Nam năm 1992", &["named_law | Hiến pháp | 1992"]),
    ]);
}

#[test]
fn provisions_may_stand_behind_the_document() {
    check(&[
        (
            "Nghị quyết số 12/2020/NQ-HĐND (khoản 2 Điều 3)",
            &["numbered | Nghị quyết | 12/2020/NQ-HĐND | dieu-3-khoan-2"],
        ),
        (
            "Nghị quyết số 12/2020/NQ-HĐND của HĐND tỉnh, tại khoản 2 Điều 3 quy định",
            &["numbered | Nghị quyết | 12/2020/NQ-HĐND | HĐND tỉnh | dieu-3-khoan-2"],
        ),
        ("Luật Đầu tư công tại Điều 17", &["named_law | Luật | dieu-17"]),
        (
            "Luật Đầu tư công (tại Điều 17, Điều 18) và Luật Giá",
            &["named_law | Luật | dieu-17 | dieu-18", "named_law | Luật"],
        ),
        (
            "Nghị quyết số 12/2020/NQ-HĐND tại khoản 2 Điều 3 Nghị quyết này",
            &["numbered | Nghị quyết | 12/2020/NQ-HĐND", "internal | Nghị quyết | dieu-3-khoan-2"],
        ),
        (
            "Luật Giá tại Điều 5 của Nghị định số 30/2020/NĐ-CP",
            &["named_law | Luật", "numbered | Nghị định | 30/2020/NĐ-CP | dieu-5"],
        ),
        (
            "Nghị quyết số 12/2020/NQ-HĐND tại Phụ lục I, tại khoản 3",
            &["numbered | Nghị quyết | 12/2020/NQ-HĐND", "internal | phu-luc-1 | khoan-3"],
        ),
        ("Nghị quyết số 12/2020/NQ-HĐND (Điều 3 mới)", &["numbered | Nghị quyết | 12/2020/NQ-HĐND"]),
        (
            "điểm a khoản 1 Điều 2 Quy định ban hành kèm theo Nghị quyết số 3/2017/NQ-HĐND",
            &["numbered | Nghị quyết | 3/2017/NQ-HĐND"],
        ),
    ]);
    let attached = "điểm a khoản 1 Điều 2 của Quy chế (kèm theo Nghị quyết số 3/2017/NQ-HĐND)";
    assert_eq!(citations(attached)[0].provision_text.as_deref(), Some("điểm a khoản 1 Điều 2"));
    let behind = "Luật Giá tại điểm 2.1 khoản 2 Điều 1";
    let citation = &citations(behind)[0];
    assert_eq!(&behind[citation.range.clone()], "Luật Giá");
    assert_eq!(citation.provision_text.as_deref(), Some("điểm 2.1 khoản 2 Điều 1"));
}

#[test]
fn dates_stand_in_many_places() {
    let day = "numbered | Nghị quyết | 1/NQ-HĐND | 2016-07-05";
    for text in [
        "Nghị quyết số 1/NQ-HĐND (ngày 05/7/2016)",
        "Nghị quyết số 1/NQ-HĐND (05/7/2016)",
        "Nghị quyết số 1/NQ-HĐND, ngày 05 - 7 - 2016",
        "Nghị quyết số 1/NQ-HĐND ngày 05/\n7/2016",
        "Nghị quyết số 1/NQ-HĐND khóa XII ngày 05/7/2016",
        "Nghị quyết số 1/NQ-HĐND (khóa XII) ngày 05/7/2016",
        "Nghị quyết ngày 05/7/2016 số 1/NQ-HĐND",
        "Nghị quyết số 1/NQ-HĐND ngày 05\n\ntháng 7 năm 2016",
        "Nghị quyết số 1/NQ-HĐND\n\nngày 05/7/2016",
    ] {
        assert_eq!(found(text), [day], "{text}");
    }
    let issued = "numbered | Nghị quyết | 1/NQ-HĐND | 2016-07-05 | HĐND tỉnh";
    for text in [
        "Nghị quyết số 1/NQ-HĐND của HĐND tỉnh (ngày 05/7/2016)",
        "Nghị quyết số 1/NQ-HĐND của HĐND tỉnh, nhiệm kỳ 2011 - 2016, ngày 05/7/2016",
        "Nghị quyết số 1/NQ-HĐND của HĐND tỉnh, kỳ họp thứ 4 thông qua ngày 05/7/2016",
        "Nghị quyết số 1/NQ-HĐND được HĐND tỉnh thông qua ngày 05/7/2016",
        "Nghị quyết số 1/NQ-HĐND do HĐND tỉnh ban hành ngày 05/7/2016",
        "Nghị quyết số 1/NQ-HĐND ngày 05/7/2016 của HĐND\n\ntỉnh",
    ] {
        assert_eq!(found(text), [issued], "{text}");
    }
    check(&[
        ("Luật Giá (năm 2012) có hiệu lực", &["named_law | Luật | 2012"]),
        ("Nghị quyết số 1/NQ-HĐND do yêu cầu ngày 05/7/2016", &["numbered | Nghị quyết | 1/NQ-HĐND"]),
        ("Nghị quyết số 1/NQ-HĐND (trước ngày 05/7/2016)", &["numbered | Nghị quyết | 1/NQ-HĐND"]),
        ("Nghị quyết số 1/NQ-HĐND\n\na) ngày 05/7/2016", &["numbered | Nghị quyết | 1/NQ-HĐND"]),
    ]);
}

#[test]
fn rare_symbols() {
    check(&[
        ("Nghị quyết số 12-2020/NQ-HĐND", &["numbered | Nghị quyết | 12-2020/NQ-HĐND"]),
        ("Nghị quyết số 12/05/NQ-HĐND", &["numbered | Nghị quyết | 12/05/NQ-HĐND"]),
        ("Nghị quyết số 15/2004/NQ.HĐND.K7", &["numbered | Nghị quyết | 15/2004/NQ.HĐND.K7"]),
        ("NQ số 5/2019/NQ-HĐND", &["numbered | Nghị quyết | 5/2019/NQ-HĐND"]),
        (
            "NQ số 5 ngày 1/2/2019, QĐ 34/QĐ-TTg",
            &["partial | Nghị quyết | 5 | 2019-02-01", "numbered | Quyết định | 34/QĐ-TTg"],
        ),
        ("NĐ 30/2020/NĐ-CP", &["numbered | Nghị định | 30/2020/NĐ-CP"]),
        ("Lưu: VT, QĐ; NQ 5 năm, nq 5", &[]),
    ]);
}

#[test]
fn own_numbers_are_told_apart() {
    check(&[
        ("HỘI ĐỒNG NHÂN DÂN\nSố: 12/2024/NQ-HĐND\n", &["numbered | Nghị quyết | 12/2024/NQ-HĐND | own"]),
        ("Số hiệu: | 73/2012/NQ-HĐND | Loại văn bản:", &["numbered | Nghị quyết | 73/2012/NQ-HĐND | own"]),
        (
            "VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 12/2024/NQ-HĐND X, ngày 10 tháng 7 năm 2024",
            &["numbered | Nghị quyết | 12/2024/NQ-HĐND | own"],
        ),
        (
            "các Nghị định của Chính phủ: Số 24/2014/NĐ-CP ngày 04/4/2014; số 107/2020/NĐ-CP",
            &["numbered | Nghị định | 24/2014/NĐ-CP | 2014-04-04", "numbered | Nghị định | 107/2020/NĐ-CP"],
        ),
        (
            "Số: 12/2024/NQ-HĐND\n(Ban hành kèm theo Nghị quyết số 12/2024/NQ-HĐND của HĐND tỉnh)",
            &[
                "numbered | Nghị quyết | 12/2024/NQ-HĐND | own",
                "numbered | Nghị quyết | 12/2024/NQ-HĐND | HĐND tỉnh | own",
            ],
        ),
    ]);
}

#[test]
fn other_things_are_not_found() {
    for text in [
        "ngày 08/12/2020",
        "giai đoạn 2021-2026",
        "05/9 di tích",
        "47/50 đại biểu",
        "số 12 phố Trần Phú",
        "số nhà 12/5 đường Lê Lợi",
        "điện thoại 0203.3835.678, 0203-3835-678",
        "dịch Covid-19",
        "Lưu: VT, NS4.",
        "- Lưu: VT, TH2, NS4/2.",
        "TCVN 6909:2001",
        "QCVN 01:2022/BTNMT",
        "QCVN 01-1:2018/BYT",
        "ISO 9001:2015",
        "đường Quốc lộ 18, ĐT.331/2",
        "thông qua 25 nghị quyết",
        "ban hành 4 Nghị quyết có hiệu ứng tích cực",
        "Nghị quyết 5 năm",
        "Báo cáo 9 tháng đầu năm 2023",
        "Kế hoạch 2024",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVI",
        "các chỉ thị của Thủ tướng",
        "Quy hoạch điện VIII",
        "Báo cáo thẩm tra của các Ban",
        "pháp luật, kỷ luật, Luật sư, Đại học Luật Hà Nội, Ủy ban Pháp luật",
        "dự thảo Luật Đất đai",
        "Nghị quyết số 05/9",
        "điều hành, điểm cầu, khoản chi, mục tiêu",
        "tỷ lệ 12/15 - KH/TH, 1/500",
        "mã số: 12345/GP-UBND, tài khoản số 12/TB-KBNN",
    ] {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn recitals_tell_the_role() {
    let text = "Căn cứ Luật Giá; Luật Đất đai;\nXét Tờ trình số 1/TTr-UBND; Báo cáo số 2/BC-HĐND;\nQUYẾT NGHỊ:\n\
                Điều 1. Thực hiện Nghị quyết số 3/NQ-HĐND.";
    let roles: Vec<Role> = citations(text).iter().map(|citation| citation.role).collect();
    assert_eq!(roles, [Role::Basis, Role::Basis, Role::Considered, Role::Considered, Role::Reference]);
}

#[test]
fn ranges_hold_provision_type_symbol_and_date() {
    let text = "theo khoản 2\u{a0}Điều 5 của Nghị quyết\tsố 86/NQ –\u{a0}HĐND, ngày 10/12/2021 của HĐND";
    let citation = &citations(text)[0];
    assert_eq!(
        &text[citation.range.clone()],
        "khoản 2\u{a0}Điều 5 của Nghị quyết\tsố 86/NQ –\u{a0}HĐND, ngày 10/12/2021"
    );
    assert_eq!(citation.symbol_range.clone().map(|range| &text[range]), Some("86/NQ –\u{a0}HĐND"));
    assert_eq!(citation.provision_text.as_deref(), Some("khoản 2 Điều 5"));
}

#[test]
fn odd_characters_change_nothing() {
    let plain = found("Nghị quyết số 86/NQ-HĐND ngày 10/12/2021");
    for text in [
        "Nghị quyết số 86/NQ -HĐND ngày 10/12/2021",
        "Nghị quyết số 86/NQ–HĐND ngày 10/12/2021",
        "Nghị quyết số 86/NQ—HĐND ngày 10/12/2021",
        "Nghị quyết số 86/NQ‑HĐND ngày 10/12/2021",
        "Nghị quyết số 86/NQ−HĐND ngày 10/12/2021",
        "Nghị quyết số 86/NQ-HÐND ngày 10/12/2021",
        "Nghị\u{a0}quyết\tsố\n86/NQ-HĐND ngày  10/12/2021",
        "NGHỊ QUYẾT SỐ 86/NQ-HĐND NGÀY 10/12/2021",
        "Nghị quy\u{200b}ết số 86/NQ-HĐND ngày 10 / 12 / 2021",
    ] {
        assert_eq!(found(text), plain, "{text}");
    }
}

/// Each letter with marks in another form: precomposed vowel and combining tone.
fn mixed(text: &str) -> String {
    let decomposer = DecomposingNormalizerBorrowed::new_nfd();
    let composer = ComposingNormalizerBorrowed::new_nfc();
    let mut mixed = String::new();
    for (index, letter) in text.chars().enumerate() {
        let decomposed = decomposer.normalize(letter.encode_utf8(&mut [0; 4])).into_owned();
        let is_tone = |mark: &char| matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        let tone: String = decomposed.chars().filter(is_tone).collect();
        let vowel: String = decomposed.chars().filter(|mark| !is_tone(mark)).collect();
        match index % 3 {
            0 => mixed.push(letter),
            _ => {
                mixed.push_str(&composer.normalize(&vowel));
                mixed.push_str(&tone);
            }
        }
    }
    mixed
}

const PIECES: &[&str] = &[
    "Nghị quyết",
    "nghị quyết",
    "Luật",
    "Bộ luật",
    "Luật Đất đai",
    "sửa đổi, bổ sung một số điều của",
    "số",
    "số:",
    "86/NQ-HĐND",
    "12/2024/NQ-HĐND",
    "14-CTr/TU",
    "77/2015/QH13",
    "ngày 10/12/2021",
    "ngày 10 tháng 12 năm 2021",
    "năm 2015",
    "của",
    "Hội đồng nhân dân tỉnh",
    "và",
    ",",
    ";",
    ".",
    "\n",
    "\n\n",
    "\t",
    "\u{a0}",
    "–",
    "/",
    "-",
    "(",
    ")",
    ":",
    "|",
    "khoản 1",
    "Điều 5",
    "điểm đ",
    "Phụ lục II",
    "từ",
    "đến",
    "các",
    "này",
    "Căn cứ",
    "Xét",
    "về",
    "quy định",
    "Số",
    "Số hiệu",
    "43",
    "5",
    "2021",
    "đồng chí",
    "Nguyễn Xuân Ký",
    "Chủ tịch",
    "KỲ HỌP",
    "HÐND",
    "“",
    "”",
    "khóa XIV",
    "thủy",
    "ÿ",
    "漢",
    "🎉",
    "\u{301}",
    "\u{200b}",
];

fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..40).prop_map(|pieces| {
        pieces.iter().flat_map(|(piece, gap)| [*piece, if *gap { " " } else { "" }]).collect()
    })
}

proptest! {
    #[test]
    fn ranges_lie_on_borders_in_order(text in texts()) {
        let mut end = 0;
        for citation in citations(&text) {
            prop_assert!(text.get(citation.range.clone()).is_some_and(|found| !found.is_empty()));
            prop_assert!(citation.range.start >= end);
            end = citation.range.end;
            if let Some(range) = citation.symbol_range {
                prop_assert!(text.get(range.clone()).is_some());
                prop_assert!(citation.range.start <= range.start && range.end <= citation.range.end);
            }
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        for citation in citations(&text) {
            prop_assert!(text.get(citation.range).is_some());
        }
    }

    #[test]
    fn forms_give_the_same_findings(text in texts()) {
        let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&text).into_owned();
        let expected = found(&composed);
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&composed).into_owned();
        prop_assert_eq!(found(&decomposed), expected.clone());
        prop_assert_eq!(found(&mixed(&composed)), expected);
    }
}
