//! The examples of the sorts of problems: put into a portal, each makes the problem that it is an example of.

use congbao::build::survey;
use congbao::diag::{Catalogue, Code, Language};

use crate::harness::{Ask, inputs};

/// A resolution in force, and one with this front matter and text.
fn beside_old(fields: &str, text: &str) -> String {
    format!(
        "//- content/resolutions/cu.md\n---\ntitle: Mức chi (bịa)\nnumber: 05/2021/NQ-HĐND\ndate: 2021-07-10\neffective: \
         2021-07-20\n---\nĐiều 1. Mức chi\n\nMột.\n\nĐiều 2. Nguồn\n\nHai.\n\n//- content/resolutions/moi.md\n---\n{fields}---\n{text}\n"
    )
}

fn resolution(text: &str) -> String {
    beside_old("title: Mới (bịa)\nnumber: 12/2025/NQ-HĐND\ndate: 2025-07-10\neffective: 2025-07-20\n", text)
}

fn news(text: &str) -> String {
    format!("//- content/news/a.md\n---\ntitle: Tin (bịa)\ndate: 2025-07-10\n---\n{text}\n")
}

fn amended_term() -> String {
    "//- content/resolutions/cu.md\n---\ntitle: Cũ (bịa)\nnumber: 5/2021/NQ-HĐND\ndate: 2021-07-10\n---\nĐiều 1. \
             Một\n\nĐiều 2. Hiệu lực\n\nNghị quyết này có hiệu lực từ ngày 20 tháng 7 năm 2021 đến hết ngày 31 tháng 12 năm \
             2025.\n\n//- content/resolutions/moi.md\n---\ntitle: Mới (bịa)\nnumber: 12/2025/NQ-HĐND\ndate: \
             2025-07-10\neffective: 2025-07-20\n---\nĐiều 1. Bãi bỏ Điều 2 Nghị quyết số 5/2021/NQ-HĐND ngày 10/7/2021.\n"
        .to_owned()
}

/// Codes, each with a portal made from its example.
fn portals() -> Vec<(&'static str, String)> {
    let official = |file: &str, rest: &str| {
        format!("//- content/officials/{file}.md\n---\nname: Nguyễn Văn A\n{rest}---\n")
    };
    vec![
        ("acts-on-itself", resolution("Điều 1. Bãi bỏ Nghị quyết số 12/2025/NQ-HĐND ngày 10/7/2025.")),
        (
            "ambiguous-person",
            official("a", "") + &official("b", "") + &news("Tại hội nghị, ông Nguyễn Văn A phát biểu."),
        ),
        ("amended-term", amended_term()),
        (
            "announced-effect",
            beside_old(
                "title: Bãi bỏ một số nghị quyết của Hội đồng nhân dân tỉnh\nnumber: 12/2025/NQ-HĐND\ndate: \
                 2025-07-10\neffective: 2025-07-20\n",
                "",
            ),
        ),
        ("broken-html", news("<a href=\"tin.md>Tin</a>")),
        (
            "detailed-ended",
            "//- content/documents.yaml\n- symbol: 901/2015/QH13\n  type: Luật\n  date: 2015-06-20\n  title: Luật cũ \
             (bịa)\n- symbol: 902/2024/QH15\n  type: Luật\n  date: 2024-06-20\n  effective: 2024-07-01\n  title: Luật mới \
             (bịa)\n  relations:\n    replaces: [901/2015/QH13]\n//- content/resolutions/a.md\n---\ntitle: Chi tiết \
             (bịa)\nnumber: 12/2016/NQ-HĐND\ndate: 2016-07-10\neffective: 2016-07-20\ndetails: [901/2015/QH13]\n---\n"
                .to_owned(),
        ),
        (
            "effect-day-unknown",
            beside_old(
                "title: Mới (bịa)\nnumber: 12/2025/NQ-HĐND\ndate: 2025-07-10\n",
                "Điều 1. Bãi bỏ Nghị quyết số 05/2021/NQ-HĐND ngày 10/7/2021.",
            ),
        ),
        ("hidden-text", resolution("Điều 1. Một\n\n<!-- xem lại -- >\n\nĐiều 2. Hai\n\nHai.")),
        ("html-left-out", news("<iframe src=\"https://video.example/1\"></iframe>")),
        (
            "idle-denial",
            beside_old(
                "title: Mới (bịa)\nnumber: 12/2025/NQ-HĐND\ndate: 2025-07-10\neffective: 2025-07-20\ndoes_not_affect: \
                 [50/2021/NQ-HĐND]\n",
                "Điều 1. Bãi bỏ Nghị quyết số 05/2021/NQ-HĐND ngày 10/7/2021.",
            ) + "//- content/documents.yaml\n- symbol: 50/2021/NQ-HĐND\n  type: Nghị quyết\n  date: 2021-12-10\n",
        ),
        (
            "page-remnant",
            resolution("Điều 1. Hỗ trợ mỗi người có tên trong\n\n2\n\ndanh sách kèm theo một triệu đồng."),
        ),
        (
            "read-from-text",
            beside_old(
                "title: Mới (bịa)\nnumber: 12/2024/NQ-HĐND\ndate: 2024-07-10\n",
                "Điều 1. Hiệu lực\n\nNghị quyết này có hiệu lực từ ngày 01 tháng 8 năm 2024 và thay thế Nghị quyết số \
                 05/2021/NQ-HĐND.",
            ),
        ),
        ("role-ends-early", official("a", "roles: [{title: Phó Chủ tịch, start: 2024-01-01, end: 2023-01-01}]\n")),
        ("same-anchor", resolution("## Phần riêng {#dieu-1}\n\nĐiều 1. Một\n\nMột.")),
        (
            "table-of-tabs",
            resolution(
                "Điều 1. Mức thu\n\nSTT\tNội dung\tMức thu\n\n1\tHọc phí\t100\n\n2\tHọc liệu\t200\n\n3\tBán trú\t300",
            ),
        ),
        (
            "torn-sentence",
            resolution("Điều 1. Giao Ủy ban của Hội đồng nhân dân tỉnh,\n\nThường trực Hội đồng nhân dân giám sát."),
        ),
        (
            "unclear-target",
            resolution("Điều 1. Bãi bỏ Nghị quyết số 05/NQ-HĐND.")
                + "//- content/resolutions/x.md\n---\ntitle: X\nnumber: 05/NQ-HĐND\ndate: 2020-07-10\n---\n//- \
                   content/resolutions/y.md\n---\ntitle: Y\nnumber: 05/NQ-HĐND\ndate: 2021-07-10\n---\n",
        ),
        (
            "unclosed-quotation",
            resolution(
                "Điều 1. Đối với Nghị quyết số 05/2021/NQ-HĐND ngày 10/7/2021, sửa đổi khoản 2 như sau:\n\n“2. Tỷ lệ \
                 vốn: Hai phần.\n\nĐiều 2. Tổ chức thực hiện\n\nSở thực hiện.",
            ),
        ),
        (
            "list-count",
            resolution(
                "Điều 1. Bãi bỏ toàn bộ 03 nghị quyết sau:\n\n1. Nghị quyết số 05/2021/NQ-HĐND;\n\n2. Nghị quyết số \
                 06/2021/NQ-HĐND.",
            ),
        ),
        ("unread-list", resolution("Điều 1. Bãi bỏ 12 nghị quyết (có danh mục kèm theo).")),
        (
            "unsure-effect",
            resolution("Điều 1. Nghị quyết số 05/2021/NQ-HĐND hết hiệu lực khi dự án được quyết toán."),
        ),
    ]
}

/// The words between backquotes, without what stands for words that are left out.
fn quoted(example: &str) -> impl Iterator<Item = &str> {
    example.split('`').skip(1).step_by(2).flat_map(|words| words.split("...")).map(str::trim)
}

#[test]
fn every_example_makes_its_problem() {
    let words = Catalogue::of(Language::English);
    let mut wrong = Vec::new();
    for (code, portal) in portals() {
        let told = survey(&inputs(&portal), &Ask::default().settings()).diagnostics;
        let codes: Vec<&str> = told.iter().map(|problem| problem.code.0).collect();
        if !codes.contains(&code) {
            wrong.push(format!("{code} does not come out, but {codes:?}"));
        }
        let example = words.about(Code(code), "example");
        let missing: Vec<&str> = quoted(&example).filter(|words| !portal.contains(words)).collect();
        if !missing.is_empty() || quoted(&example).next().is_none() {
            wrong.push(format!("{code}: the portal is not made from the example, which has {missing:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
