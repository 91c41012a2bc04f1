//! Recognition takes time in proportion to the text, also of texts made to be slow.

use std::time::{Duration, Instant};

use congbao::legal::KnownNames;
use congbao::markdown::{Form, parse};
use congbao::path::SitePath;
use congbao::text::{FileId, Source};

/// Pieces that begin something without ending it, or lie so close together that each could belong to the one before.
const PIECES: &[&str] = &[
    "khoản 1, ",
    "khoản 1\n",
    "điểm a khoản 1 Điều 5, ",
    "Điều 1. ",
    "Điều 1.\n",
    "1. ",
    "a) ",
    "- ",
    "Nghị quyết số ",
    "các Nghị định số: 10/2020/NĐ-CP, ",
    "Luật sửa đổi, bổ sung một số điều của Luật ",
    "ngày 01 tháng 01 ",
    "Căn cứ ",
    "Sửa đổi, bổ sung khoản 1 Điều 2 của ",
    "bãi bỏ Nghị quyết số 1/NQ-HĐND và ",
    "như sau: “",
    "“Điều 6. ",
    "”",
    "đồng chí Nguyễn Văn ",
    "ông ",
    "PHỤ LỤC ",
    "CHỦ TỊCH\n",
    "1/",
    "1) Một\n",
    "Điều 1. Mức chi 1. Mức a) Thu ",
    "Sửa đổi điểm đ khoản 7 như sau:\nđ) Một\n",
    "Nghị quyết này đã được\n",
    "mỗi người có tên trong danh sách\n\n2\n\ncủa ",
    "CÔNG BÁO\n\nmỗi người có tên trong danh sách\n\nCÔNG BÁO\n\ncủa ",
    "trừ khoản 2 Điều 1 có hiệu lực từ ngày 01/01/2027 ",
    "một\thai\tba\n",
    "**",
];

fn time(text: &str, known: &KnownNames) -> Duration {
    let path = SitePath::new("content/resolutions/a.md").unwrap();
    let source = Source { id: FileId(0), path, text: text.to_owned() };
    let form = Form { top_level: 3, is_resolution: true };
    let start = Instant::now();
    std::hint::black_box(parse(&source, 0, form, known));
    start.elapsed()
}

/// A hundred times the text takes about a hundred times as long; what is quadratic takes ten thousand times. The limit
/// lies between the two, since other work on the machine adds time: the best of several measures counts.
#[test]
fn a_hundred_times_the_text_takes_about_a_hundred_times_as_long() {
    const SHORT: usize = 4_000;
    let known = KnownNames::new(["Nguyễn Văn An", "Lã Nhật Bách"]);
    for piece in PIECES {
        let short = piece.repeat(SHORT / piece.len());
        let long = short.repeat(100);
        let least = |text: &str, times: usize| (0..times).map(|_| time(text, &known)).min().unwrap();
        let (once, hundred) = (least(&short, 9), least(&long, 2));
        assert!(
            hundred < once * 1000,
            "`{piece}`: {once:?} for {SHORT} bytes, {hundred:?} for a hundred times that"
        );
    }
}
