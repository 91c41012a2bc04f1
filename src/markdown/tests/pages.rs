//! Texts of pages: anchors, links, notes, what is safe.

use super::*;

#[test]
fn provisions_have_readable_anchors() {
    let (body, _) = read(
        "# Chương I\n\n## Điều 1. Mục tiêu\n\n### 1. Một\n\n### 2. Hai\n\n## Điều 2\n\n### 1. Ba\n\n# Phụ lục I\n\n## Điều 1\n\n# Khác {#rieng}\n\n# Khác\n",
    );
    let anchors: Vec<&str> = body.headings.iter().map(|heading| heading.anchor.as_str()).collect();
    assert_eq!(
        anchors,
        [
            "chuong-1",
            "dieu-1",
            "dieu-1-khoan-1",
            "dieu-1-khoan-2",
            "dieu-2",
            "dieu-2-khoan-1",
            "phu-luc-1",
            "phu-luc-1-dieu-1",
            "rieng",
            "khac"
        ]
    );
    assert_eq!(body.headings[0].level, 2);
    assert_eq!(body.headings[2].level, 4);
    assert!(body.html().contains("<h3 id=\"dieu-1\">Điều 1. Mục tiêu</h3>"), "{}", body.html());
}

#[test]
fn equal_headings_get_different_anchors() {
    let (body, _) = read("## A\n\n## A\n\n## A 2\n");
    assert_eq!(body.anchors, ["a", "a-2", "a-2-2"]);
}

#[test]
fn relative_links_wait_for_their_address() {
    let (body, codes) = read("Xem [a](../b.md#dieu-1) và ![ảnh](c.png) và [ngoài](https://x.vn/?a=1&b=2).\n");
    assert_eq!(codes, Vec::<&str>::new());
    let destinations: Vec<&str> = body.links.iter().map(|link| link.destination.as_str()).collect();
    assert_eq!(destinations, ["../b.md#dieu-1", "c.png"]);
    assert_eq!(
        body.html(),
        "<p>Xem <a href=\"\">a</a> và <img src=\"\" alt=\"ảnh\" loading=\"lazy\"> và <a href=\"https://x.vn/?a=1&amp;b=2\">ngoài</a>.</p>\n"
    );
}

#[test]
fn raw_html_is_sanitised_and_keeps_our_anchors() {
    let (body, _) = read(
        "## Điều 1\n\nH<sub>2</sub>O <script>alert(1)</script><b onclick=\"x()\" id=\"dieu-1\">đậm</b> [a](b.md)\n\n<div><img src=x onerror=alert(1)>\n",
    );
    assert!(body.html().contains("<h2 id=\"dieu-1\">Điều 1</h2>"), "{}", body.html());
    assert!(body.html().contains("H<sub>2</sub>O"));
    assert!(body.html().contains("<b>đậm</b>"));
    for bad in ["script", "onclick", "onerror", "alert"] {
        assert!(!body.html().contains(bad), "{bad} in {}", body.html());
    }
    assert_eq!(body.html().matches("href=\"\"").count(), 1);
}

#[test]
fn headings_below_raw_html_without_end_are_headings() {
    for raw in ["<style>", "<iframe srcdoc=\"x\" />"] {
        let (body, _) = read(&format!("{raw}\n\n## Điều 1\n"));
        assert_eq!(body.anchors, ["dieu-1"], "{}", body.html());
    }
}

#[test]
fn no_text_stands_for_a_mark() {
    let (body, _) = read("<b id=\"&#xfdd2;x\">a</b> &#xfdd0;0&#xfdd1; <a href=\"&#64976;0&#64977;\">b</a>\n");
    assert!(!body.html().contains("id="), "{}", body.html());
    assert!(body.links.is_empty() || !body.html().contains("=\"\""), "{}", body.html());
}

#[test]
fn unsafe_links_keep_their_text() {
    let (body, codes) =
        read("[a](javascript:alert(1)) ![b](data:image/png;base64,x) ![c](https://x.vn/c.png)\n");
    assert_eq!(codes, ["unsafe-address", "unsafe-address", "picture-elsewhere"]);
    assert_eq!(body.html(), "<p>a b <a href=\"https://x.vn/c.png\">c</a></p>\n");
}

#[test]
fn tables_and_footnotes() {
    let (body, _) = read("| A | B |\n|---|--:|\n| 1 | 2 |\n\nChữ[^x] và[^x].\n\n[^x]: Ghi chú.\n");
    insta::assert_snapshot!(body.html(), @r#"
    <div class="scroll"><table><thead><tr><th scope="col">A</th><th scope="col" class="right">B</th></tr></thead><tbody>
    <tr><td>1</td><td class="right">2</td></tr>
    </tbody></table></div>
    <p>Chữ<sup class="footnote-reference" id="fnref-1"><a href="">1</a></sup> và<sup class="footnote-reference"><a href="">1</a></sup>.</p>
    <div class="footnote" id="fn-1"><sup>1</sup>
    <p>Ghi chú.</p>
    </div>
    "#);
}

#[test]
fn deep_nesting_is_flattened_and_text_kept() {
    let (body, codes) = read(&format!("{} sâu\n", ">".repeat(500)));
    assert_eq!(codes, ["nested-too-deep"]);
    assert!(body.html().contains("sâu"));
    assert_eq!(body.html().matches("<blockquote>").count(), body.html().matches("</blockquote>").count());
}

#[test]
fn the_excerpt_is_the_first_paragraph() {
    let (body, _) = read(&format!("# T\n\n> trích\n\nMột *hai*\nba {}\n", "chữ ".repeat(100)));
    assert!(body.excerpt.starts_with("Một hai ba chữ"), "{}", body.excerpt);
    assert!(body.excerpt.chars().count() <= 201 && body.excerpt.ends_with('…'));
}

proptest::proptest! {
    #[test]
    fn any_text_becomes_a_body(text in "(?s).{0,400}") {
        let source = source(&text);
        let body = parse(&source, 0, PAGE, &KnownNames::default()).value;
        body.check_tree();
        parse(&source, 0, RESOLUTION, &KnownNames::default()).value.check_tree();
    }
}

#[test]
fn written_anchors_win_over_made_ones() {
    let (body, told_of) = told("## A\n\n## A\n\n## B {#a-2}\n\n## C {#a}\n\n## D {#a}\n", PAGE);
    let anchors: Vec<&str> = body.headings.iter().map(|heading| heading.anchor.as_str()).collect();
    assert_eq!(anchors, ["a-3", "a-4", "a-2", "a", "a-5"]);
    assert_eq!(told_of, ["error same-anchor 9"]);
    let (body, told_of) = told("## Riêng {#dieu-1}\n\nĐiều 1. Một\n\n## Điều 2. Hai {#dieu-2}\n", RESOLUTION);
    assert_eq!(anchors_of(&body), ["dieu-1", "dieu-2"]);
    assert_eq!(told_of, ["error same-anchor 1"]);
}

#[test]
fn cells_without_a_column_are_told() {
    let (_, told) = told("| A | B |\n|---|---|\n| 1 | 2 | ba | |\n| 1 | 2 | |\n", PAGE);
    assert_eq!(told, ["error hidden-text 3"]);
}

#[test]
fn definitions_that_hold_words_are_told() {
    let (_, told) = told("[Chú]: mức\n\n[a]: b.md\n\n[c]: x \"y\"\n\nXem [c].\n", PAGE);
    assert_eq!(told, ["warning hidden-text 1"]);
}

#[test]
fn words_behind_the_fence_of_a_code_block_are_shown() {
    for (info, shown) in [(" mức một", "mức một\n"), (" a <b>", "a &lt;b&gt;\n"), ("yaml", ""), ("", "")]
    {
        for text in [format!("```{info}\nmã\n```\n"), format!("~~~{info}\nmã\n~~~\n")] {
            let (body, told) = told(&text, PAGE);
            assert_eq!(
                (body.html().trim(), told.len()),
                (&*format!("<pre><code>{shown}mã\n</code></pre>"), 0)
            );
        }
    }
}
