//! Lists in tables and what their cells say.

use super::*;

#[test]
fn cells_that_say_otherwise_than_their_list_are_heard() {
    const HEAD: &str = "Điều 1. Bãi bỏ các nghị quyết sau:\n\n";
    let row = |heading: &str, cell: &str| {
        format!(
            "{HEAD}| STT | Số, ký hiệu | {heading} |\n|---|---|---|\n| 1 | 5/2020/NQ-HĐND | {cell} |\n| 2 | 6/2020/NQ-HĐND | |\n"
        )
    };
    let mut faults = String::new();
    for (heading, cell, expected) in [
        ("Ghi chú", "", Some("5")),
        ("Ghi chú", "Toàn bộ", Some("5")),
        ("Ghi chú", "Không còn phù hợp", Some("5")),
        ("Ghi chú", "Chỉ bãi bỏ Điều 3", Some("5 part Điều 3")),
        ("Phạm vi", "Một phần (Điều 3)", Some("5 part Điều 3")),
        ("Ghi chú", "Một phần", Some("5 part")),
        ("Ghi chú", "Từ ngày 01/01/2027", Some("5 from 2027-01-01")),
        ("Ghi chú", "Bãi bỏ kể từ ngày 01 tháng 01 năm 2027", Some("5 from 2027-01-01")),
        ("Thời điểm", "01/01/2027", Some("5 from 2027-01-01")),
        ("Thời điểm hết hiệu lực", "01/01/2027", Some("5 from 2027-01-01")),
        ("Thời điểm bãi bỏ", "Từ ngày Nghị quyết này có hiệu lực", Some("5")),
        ("Thời điểm bãi bỏ", "Theo lộ trình", Some("5 ?")),
        ("Giữ nguyên", "x", None),
        ("Nội dung giữ nguyên", "Điều 3", Some("5 ?")),
        ("Bãi bỏ một phần", "x", Some("5 part")),
        ("Bãi bỏ toàn bộ", "x", Some("5")),
        ("Bãi bỏ toàn bộ/một phần", "Toàn bộ", Some("5")),
        ("Bãi bỏ toàn bộ/một phần", "Khoản 2 Điều 3", Some("5 part khoản 2 Điều 3")),
        ("Bãi bỏ toàn bộ/một phần", "x", Some("5 ?")),
        ("Ngày ban hành", "10/12/2020", Some("5")),
        ("Ngày có hiệu lực", "01/01/2021", Some("5")),
        ("Ghi chú", "Giữ nguyên", None),
        ("Ghi chú", "Giữ lại", None),
        ("Nội dung bãi bỏ", "Không bãi bỏ, tiếp tục áp dụng", None),
        ("Tình trạng", "Còn hiệu lực", None),
        ("Ghi chú", "Giữ nguyên Điều 3", Some("5 ?")),
        ("Ghi chú", "Giữ nguyên đến khi có văn bản mới", Some("5 ?")),
        ("Nội dung", "Khoản 2 Điều 3 bãi bỏ; các khoản khác giữ nguyên", Some("5 part khoản 2 Điều 3")),
        ("Ghi chú", "Phần còn lại tiếp tục áp dụng", Some("5 part")),
        ("Văn bản thay thế", "Nghị quyết số 9/2022/NQ-HĐND ngày 12/7/2022", Some("5")),
        ("Ghi chú", "Điều 3 Nghị quyết số 9/2022/NQ-HĐND đã quy định", Some("5")),
        ("Ghi chú", "Tiếp tục áp dụng khi chưa có Nghị quyết số 9/2026/NQ-HĐND", Some("5 ?")),
        ("Ghi chú", "Trừ Điều 3", Some("5 ?")),
        ("Phạm vi bãi bỏ", "Toàn bộ, trừ khoản 2 Điều 3", Some("5 ?")),
        ("Ghi chú", "Sau khi kết thúc năm ngân sách", Some("5 ?")),
        ("Ghi chú", "Các mức thu tại Điều 3 vẫn thu", Some("5 ?")),
        ("Ghi chú", "Xã A thôi thu từ ngày 01/01/2027", Some("5 from 2027-01-01 ?")),
        (
            "Trích yếu",
            "Quy định mức thu tại Điều 3 Nghị quyết số 9/2019/NQ-HĐND từ ngày 01/01/2021",
            Some("5"),
        ),
        ("Tên văn bản", "Về tiếp tục thực hiện một phần chính sách đến hết năm 2025", Some("5")),
        ("Lý do", "Luật mới có hiệu lực từ ngày 01/7/2025", Some("5")),
    ] {
        let told = acts(&row(heading, cell));
        let (first, rest) = match told.as_slice() {
            [first, rest] => (Some(first.as_str()), rest.as_str()),
            [rest] => (None, rest.as_str()),
            _ => (Some("?"), "?"),
        };
        // What is not certain may be read in part.
        let is_same = match expected {
            Some("5 ?") => first.is_some_and(|first| first.ends_with('?')),
            _ => first == expected,
        };
        if !is_same || rest != "6" {
            faults += &format!("{heading}: {cell}: {told:?}\n");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_cell_may_name_several_documents() {
    let table = |cell: &str| {
        format!(
            "Điều 1. Bãi bỏ các nghị quyết sau:\n\n| STT | Số, ký hiệu | Ghi chú |\n|---|---|---|\n| 1 | {cell} |\n"
        )
    };
    let mut faults = String::new();
    for (cell, expected) in [
        ("5/2020/NQ-HĐND 6/2020/NQ-HĐND | Hai", &["5", "6"] as &[&str]),
        ("5/2020/NQ-HĐND<br>6/2020/NQ-HĐND |", &["5", "6"]),
        ("5/2020/NQ-HĐND; 6/2020/NQ-HĐND, 7/2021/NQ-HĐND và 8/2021/NQ-HĐND |", &["5", "6", "7", "8"]),
        ("Nghị quyết số 5/2020/NQ-HĐND; Nghị quyết số 6/2020/NQ-HĐND |", &["5", "6"]),
        ("Số 05 /2020/NQ- HĐND |", &["5"]),
        ("Số: 05/2020/NQ-HĐND |", &["5"]),
        ("Nghị quyết số 5/2020/NQ-HĐND sửa đổi Nghị quyết số 6/2018/NQ-HĐND |", &["5"]),
        ("Nghị quyết số 5/2020/NQ-HĐND về phí;<br>Nghị quyết số 6/2020/NQ-HĐND về lệ phí |", &["5", "6 ?"]),
        ("5/2020/NQ-HĐND | sửa đổi 6/2018/NQ-HĐND", &["5"]),
        ("5/2020/NQ-HĐND (chỉ bãi bỏ Điều 3) |", &["5 part Điều 3"]),
        (
            "5/2020/NQ-HĐND; 6/2020/NQ-HĐND | Khoản 2 Điều 3",
            &["5 part khoản 2 Điều 3 ?", "6 part khoản 2 Điều 3 ?"],
        ),
    ] {
        let told = acts(&table(cell));
        if told != expected {
            faults += &format!("{cell}: {told:?}\n");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_row_may_head_others_of_its_table() {
    for (heading, expected) in [
        ("Lĩnh vực y tế", ["5", "6", "7"]),
        ("Bãi bỏ một phần", ["5", "6 ?", "7 ?"]),
        ("Lĩnh vực y tế (bãi bỏ một phần)", ["5", "6 ?", "7 ?"]),
        ("TIẾP TỤC ÁP DỤNG", ["5", "6 ?", "7 ?"]),
        ("Sửa đổi, bổ sung", ["5", "6 ?", "7 ?"]),
    ] {
        let rows = ["5", "6", "7"].map(|number| format!("| {number} | {number}/2020/NQ-HĐND |\n"));
        let table = format!(
            "Điều 1. Bãi bỏ các nghị quyết sau:\n\n| TT | Số, ký hiệu |\n|---|---|\n| I | Bãi bỏ toàn bộ |\n{}| II | {heading} |\n{}{}",
            rows[0], rows[1], rows[2]
        );
        assert_eq!(acts(&table), expected, "{heading}");
    }
}

#[test]
fn a_table_below_a_bare_verb_is_its_list() {
    let table = "| TT | Số, ký hiệu | Nội dung bãi bỏ |\n|---|---|---|\n| 1 | 5/2020/NQ-HĐND | Toàn bộ |\n| 2 | 6/2020/NQ-HĐND | Khoản 2 \
                 Điều 3 |\n";
    let both: &[&str] = &["5", "6 part khoản 2 Điều 3"];
    for (lead, expected) in [
        ("Điều 1. Bãi bỏ", both),
        ("Điều 1. Bãi bỏ:", both),
        ("**Điều 1. Bãi bỏ**", both),
        ("Điều 1. Hủy bỏ", both),
        ("Điều 1. Mức chi", &[]),
        ("Điều 1. Bãi bỏ\n\n1. Một.\n\nĐiều 2. Mức chi", &[]),
    ] {
        assert_eq!(acts(&format!("{lead}\n\n{table}")), expected, "{lead}");
    }
}

#[test]
fn lists_of_what_goes_on_end_nothing() {
    let lead = "Điều 1. Nội dung\n\nBãi bỏ các nghị quyết tại Phụ lục ban hành kèm theo Nghị quyết này.\n\nPHỤ LỤC\n\nDANH MỤC NGHỊ QUYẾT\n\n";
    let table = |number: &str| format!("| TT | Văn bản |\n|---|---|\n| 1 | {number}/2020/NQ-HĐND |\n\n");
    let text = format!("{lead}I. BÃI BỎ TOÀN BỘ\n\n{}II. GIỮ NGUYÊN HIỆU LỰC\n\n{}", table("5"), table("6"));
    assert_eq!(acts(&text), ["5"]);
    let text = "Điều 1. Nội dung\n\nBãi bỏ các nghị quyết sau:\n\n1. Nghị quyết số 5/2020/NQ-HĐND.\n\nCác nghị quyết được giữ nguyên:\n\n1. \
                Nghị quyết số 6/2020/NQ-HĐND.";
    assert_eq!((acts(text), resolution(text).law.unwrap().unread_lists.len()), (vec!["5".to_owned()], 0));
    let mut faults = String::new();
    for (list, expected) in [
        ("I. BÃI BỎ TOÀN BỘ\n\n1. @5\n\nII. NGHỊ QUYẾT GIỮ NGUYÊN HIỆU LỰC\n\n1. @6\n", &["5"] as &[&str]),
        ("I. Nghị quyết giữ nguyên\n\n1. @6\n\nII. Nghị quyết bãi bỏ\n\n1. @5\n", &["5"]),
        ("1. @5\n\nDANH MỤC NGHỊ QUYẾT TIẾP TỤC ÁP DỤNG\n\n1. @6\n\n2. @7\n", &["5"]),
        ("DANH MỤC NGHỊ QUYẾT CÒN HIỆU LỰC\n\n1. @6\n\nDANH MỤC NGHỊ QUYẾT HẾT HIỆU LỰC\n\n1. @5\n", &["5"]),
        ("1. @5\n\nCác nghị quyết không bãi bỏ:\n\n- @6\n\n- @7\n", &["5"]),
        ("1. Bãi bỏ:\n\na) @5\n\n2. Các nghị quyết giữ lại:\n\na) @6\n", &["5"]),
        ("1. Bãi bỏ:\n\na) @5\n\n2. Tiếp tục áp dụng:\n\na) @6\n", &["5", "goes on 6"]),
        ("I. LĨNH VỰC Y TẾ\n\n1. @5\n\nII. LĨNH VỰC GIÁO DỤC\n\n1. @6\n", &["5", "6"]),
        (
            "I. NGHỊ QUYẾT KHÔNG CÒN HIỆU LỰC\n\n1. @5\n\nII. NGHỊ QUYẾT KHÔNG TIẾP TỤC ÁP DỤNG\n\n1. @6\n",
            &["5", "6"],
        ),
        ("I. NGHỊ QUYẾT BÃI BỎ, SỬA ĐỔI\n\n1. @5\n", &["5 ?"]),
        ("I. NGHỊ QUYẾT SỬA ĐỔI\n\n1. @5\n", &["5 ?"]),
    ] {
        let list = ["5", "6", "7"].iter().fold(list.to_owned(), |list, number| {
            list.replace(&format!("@{number}"), &format!("Nghị quyết số {number}/2020/NQ-HĐND"))
        });
        let told = acts(&format!("{lead}{list}"));
        if told != expected {
            faults += &format!("{list}{told:?}\n\n");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_line_may_break_within_a_citation() {
    let mut faults = String::new();
    for (text, expected) in [
        ("Bãi bỏ Nghị quyết số\n5/2020/NQ-HĐND ngày 10 tháng 12 năm\n2020 của HĐND tỉnh.", &["5"] as &[&str]),
        ("Bãi bỏ Nghị quyết số\n\n5/2020/NQ-HĐND của HĐND tỉnh.", &["5"]),
        ("Nghị quyết số 5/2020/NQ-HĐND ngày 10 tháng\n12 năm 2020 hết hiệu lực.", &["5"]),
        ("Nghị quyết số 5/2020/NQ-HĐND ngày\n10 tháng 12 năm 2020 hết hiệu lực.", &["5"]),
        ("Nghị quyết số 5/2020/NQ-HĐND ngày\n10/12/2020 hết hiệu lực.", &["5"]),
        (
            "Bãi bỏ Nghị quyết số 5/2020/NQ-HĐND;\nkhoản 1\nĐiều 3 Nghị quyết số 6/2020/NQ-HĐND.",
            &["5", "6 part khoản 1 Điều 3"],
        ),
        ("Bãi bỏ khoản\n1 Điều 3 Nghị quyết số 6/2020/NQ-HĐND.", &["6 part khoản 1 Điều 3"]),
        ("Bãi bỏ khoản 1 Điều 3\nNghị quyết số 6/2020/NQ-HĐND.", &["6 part khoản 1 Điều 3"]),
        ("Bãi bỏ Nghị quyết số 5/2020/NQ-HĐND;\nNghị quyết số 6/2020/NQ-HĐND.", &["5", "6"]),
        ("Bãi bỏ Nghị quyết số 5/2020/NQ-HĐND và\nNghị quyết số 6/2020/NQ-HĐND.", &["5", "6"]),
    ] {
        let told = acts(&format!("Điều 1. Nội dung\n\n{text}\n"));
        if told != expected {
            faults += &format!("{text}\n{told:?}\n\n");
        }
    }
    assert!(faults.is_empty(), "{faults}");
    // What is numbered stays so.
    let body = resolution("Điều 1. Dân số trong năm\n1. Một.\n2. Hai.\n\nĐiều 2. Theo khoản 2\nĐiều 3. Ba");
    assert_eq!(anchors_of(&body), ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2", "dieu-3"]);
}
