//! Pasted HTML.

use super::*;

#[test]
fn what_wraps_the_beginning_of_a_provision_wraps_its_words() {
    let cases = [
        ("<p><del>1. Một.</del></p>", "<del>1.</del></span><del> Một.</del></p>"),
        ("<p><s>1. Một.</s></p>", "<s>1.</s></span><s> Một.</s></p>"),
        ("<strike>1. Một.</strike>", "<strike>1.</strike></span><strike> Một.</strike></p>"),
        ("<ins>1. Một</ins> hai.", "<ins>1.</ins></span><ins> Một</ins> hai.</p>"),
        ("<b><i>1. Một</i> hai</b>.", "<b><i>1.</i></b></span><b><i> Một</i> hai</b>.</p>"),
        ("~~1. Một.~~", "<del>1.</del></span><del> Một.</del></p>"),
        (
            "~~**1. Một** hai~~ ba.",
            "<del><strong>1.</strong></del></span><del><strong> Một</strong> hai</del> ba.</p>",
        ),
        ("~~1.~~ Một.", "<del>1.</del></span> Một.</p>"),
        ("1. <del>Một.</del>", "<li id=\"dieu-1-khoan-1\"><del>Một.</del></li>"),
        ("<p>~~1~~<del>a) Một;</del></p>", "<del>a) Một;</del></p>"),
        ("<p><span>1. Một</span> hai.</p>", "1.</span> Một hai.</p>"),
        ("<mark>1. Một</mark> hai.", "<mark>1.</mark></span><mark> Một</mark> hai.</p>"),
        (
            "<a href=\"https://a.vn/\">1. Một</a> hai.",
            "<p id=\"dieu-1-khoan-1\" class=\"clause\"><a href=\"https://a.vn/\">1. Một</a> hai.</p>",
        ),
        (
            "<b><a href=\"https://a.vn/\">1. Một</a></b> hai.",
            "<p id=\"dieu-1-khoan-1\" class=\"clause\"><b><a href=\"https://a.vn/\">1. Một</a></b> hai.</p>",
        ),
    ];
    let mut faults = String::new();
    for (text, expected) in cases {
        let body = resolution(&format!("Điều 1. Mức chi\n\n{text}\n"));
        if !body.html().contains(expected) {
            faults += &format!("{text}\n{}\n", body.html());
        }
    }
    assert!(faults.is_empty(), "{faults}");
    // What is struck out over several paragraphs stays so.
    for text in [
        "<del>1. Một.\n\n2. Hai.</del>\n\n3. Ba.",
        "<del><p>1. Một.</p><p>2. Hai.</p></del><p>3. Ba.</p>",
        "<div><del><p>1. Một.</p>\n\n<p>2. Hai.</p></del></div>\n\n3. Ba.",
        "<p><del>1. Một.<br>2. Hai.</del></p>\n\n3. Ba.",
        "<del>\n\n1. Một.\n\n2. Hai.\n\n</del>\n\n3. Ba.",
        "<s>1. Một.\n\n**2.** Hai.</s>\n\n3. Ba.",
    ] {
        let html = resolution(&format!("Điều 1. Mức chi\n\n{text}\n")).html();
        let (before, behind) = html.split_once("Hai.").unwrap();
        let count = |tag: &str| before.matches(&format!("<{tag}>")).count();
        let opened = count("del") + count("s") - count("/del") - count("/s");
        let is_closed = behind.starts_with("</del>") || behind.starts_with("</s>");
        assert!(opened == 1 && is_closed, "{text}\n{html}");
    }
    let body = resolution("~~Điều 1. Mức chi~~\n\n1. Một.\n");
    assert_eq!(body.headings[0].text, "Điều 1. Mức chi");
}

#[test]
fn conditional_marks_of_word_leave_nothing() {
    let cases = [
        ("<![if !supportLists]>\n\n1. Một.\n\n<![endif]>\n", "1. Một.\n"),
        ("<![if !supportLists]>1.<![endif]> Một.\n", "1. Một.\n"),
        ("<div>\n\n<![if !vml]>\n\n1. Một.\n\n<![endif]>\n\n</div>\n", "1. Một.\n"),
        ("1. Một<![if !supportFootnotes]>, hai<![endif]>.\n", "1. Một, hai.\n"),
        ("Một <![if\n!supportEmptyParas]>hai.\n", "Một hai.\n"),
        ("**<![if gte mso 9]>Một<![endif]>**\n", "Một\n"),
    ];
    let mut faults = String::new();
    for (text, expected) in cases {
        for (form, above) in [(PAGE, ""), (RESOLUTION, "Điều 1. Mức chi\n\n")] {
            let (body, told) = told(&format!("{above}{text}"), form);
            let plain = body.plain_text();
            let lines: Vec<&str> = plain.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let words = lines.join("\n").replace("Điều 1. Mức chi\n", "") + "\n";
            let is_right = words == expected || words == expected.replace("1. ", "");
            if !is_right || body.html().contains("<p></p>") || !told.is_empty() {
                faults += &format!("{text}\n{} {told:?}\n", body.html());
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
    let (body, _) = told("Một <![if mức hai]> ba <![if x\n", PAGE);
    assert!(body.plain_text().contains("<![if mức hai]>"), "{}", body.html());
}

/// Texts with HTML, the anchors of their provisions, their words and what is told.
const PASTED: &[(&str, &[&str], &str, &[&str])] = &[
    (
        "<p><b>Điều 1. Mức chi</b></p><p>Mức chi là 5 đồng.</p><p class=MsoNormal\nstyle='x'><b><span>Điều</span>&nbsp;2. Hiệu lực</b></p>\n<p>Bãi bỏ\nNghị quyết.</p>",
        &["dieu-1", "dieu-2"],
        "Điều 1. Mức chi\nMức chi là 5 đồng.\nĐiều 2. Hiệu lực\nBãi bỏ Nghị quyết.\n",
        &[],
    ),
    (
        "<div>\n  <h2>Điều 1. Mức chi</h2>\n  <ol>\n    <li>Một</li>\n    <li><p>Hai:</p><ol type=\"a\"><li>A</li><li>B</li></ol></li>\n  </ol>\n</div>\n",
        &["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-1-khoan-2-diem-a", "dieu-1-khoan-2-diem-b"],
        "Điều 1. Mức chi\nMột\nHai:\na) A\nb) B\n",
        &[],
    ),
    (
        "Điều 1. Một<br>1. A<br/>2. B<br><br>Điều 2. Hai",
        &["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2"],
        "Điều 1. Một\n1. A\n2. B\nĐiều 2. Hai\n",
        &[],
    ),
    (
        "<div>Điều 1. Một<br>1. A<br><br>Điều 2. Hai</div>",
        &["dieu-1", "dieu-1-khoan-1", "dieu-2"],
        "Điều 1. Một\n1. A\nĐiều 2. Hai\n",
        &[],
    ),
    (
        "&#272;i&#7873;u 1. M&#7913;c chi\n\nM&#7897;t &amp; hai.\n\n<p>&ETH;i&#7873;u</p>",
        &["dieu-1"],
        "Điều 1. Mức chi\nMột & hai.\nÐiều\n",
        &[],
    ),
    (
        "<p>&#272;i&#7873;u&nbsp;1. M&#7913;c chi</p><p>1. A</p>",
        &["dieu-1", "dieu-1-khoan-1"],
        "Điều 1. Mức chi\n1. A\n",
        &[],
    ),
    (
        "Điều 1. Một\n\n<!-- xem lại -- >\n\nĐiều 2. Hai\n",
        &["dieu-1", "dieu-2"],
        "Điều 1. Một\nxem lại -- >\nĐiều 2. Hai\n",
        &["error hidden-text 3"],
    ),
    (
        "Điều 1. Một\n\n<!-- a -- >\n\nĐiều 2. Hai\n\n<!-- b -->\n\nĐiều 3. Ba\n",
        &["dieu-1", "dieu-2", "dieu-3"],
        "Điều 1. Một\na -- >\nĐiều 2. Hai\nĐiều 3. Ba\n",
        &["error hidden-text 3"],
    ),
    (
        "Điều 1. Một\n\n<!-- kiểm tra số liệu -->\n\nĐiều 2. Hai\n",
        &["dieu-1", "dieu-2"],
        "Điều 1. Một\nĐiều 2. Hai\n",
        &[],
    ),
    (
        "Điều 1. Một\n\n<!--\nĐiều 2. Hai\n\n-->\n\nĐiều 3. Ba\n",
        &["dieu-1", "dieu-2", "dieu-3"],
        "Điều 1. Một\nĐiều 2. Hai\n-->\nĐiều 3. Ba\n",
        &["error hidden-text 3"],
    ),
    (
        "Điều 1. Một\n\n<iframe src=\"https://v.example/1\" />\n\nĐiều 2. Hai\n\n<select><option>Điều 3. Ba</option></select>\n",
        &["dieu-1", "dieu-2", "dieu-3"],
        "Điều 1. Một\nĐiều 2. Hai\nĐiều 3. Ba\n",
        &["warning html-left-out 3", "warning html-left-out 7"],
    ),
    (
        "Điều 1. Một\n\n<script>\n\nĐiều 2. Hai\n",
        &["dieu-1", "dieu-2"],
        "Điều 1. Một\nĐiều 2. Hai\n",
        &["error hidden-text 3"],
    ),
    (
        "Điều 1. Một\n\n<textarea>\n\nĐiều 2. Hai\n\n1. A\n",
        &["dieu-1", "dieu-2", "dieu-2-khoan-1"],
        "Điều 1. Một\nĐiều 2. Hai\nA\n",
        &["warning html-left-out 3"],
    ),
    (
        "<p title=\"x>Điều 1. Một</p><p title=\"y\">Điều 2. Hai</p>",
        &["dieu-1", "dieu-2"],
        "Điều 1. Một\nĐiều 2. Hai\n",
        &["warning broken-html 1", "warning html-left-out 1"],
    ),
    (
        "<table><tr><td><p>Điều 1. Một</p></td></tr><tr><td>1. A</td></tr></table>",
        &["dieu-1", "dieu-1-khoan-1"],
        "Điều 1. Một\n1. A\n",
        &[],
    ),
    (
        "Điều 1. Một\n\n<table>\n<tr><th>A</th><th>B</th></tr>\n\nĐiều 2. Hai\n",
        &["dieu-1", "dieu-2"],
        "Điều 1. Một\nA\nB\nĐiều 2. Hai\n",
        &[],
    ),
    (
        "<p>Điều 1. Một</p><blockquote><p>Điều 7. Của luật khác</p></blockquote><p>Điều 2. Hai</p>",
        &["dieu-1", "dieu-2"],
        "Điều 1. Một\nĐiều 7. Của luật khác\nĐiều 2. Hai\n",
        &[],
    ),
    (
        "Điều 1. Một\n\n    <p>Điều 2. Hai<o:p></o:p></p>\n",
        &["dieu-1", "dieu-2"],
        "Điều 1. Một\nĐiều 2. Hai\n",
        &[],
    ),
    (
        "Điều 1. Một<o:p></o:p>\n\n<?xml:namespace prefix = o />\n\nĐiều 2. Hai<p>Điều 3. Ba</p>\n",
        &["dieu-1", "dieu-2", "dieu-3"],
        "Điều 1. Một\nĐiều 2. Hai\nĐiều 3. Ba\n",
        &[],
    ),
];

#[test]
fn pasted_html_is_read_as_the_text_it_shows() {
    let mut faults = String::new();
    for (text, anchors, words, problems) in PASTED {
        let (body, told) = told(text, RESOLUTION);
        let plain: String = body
            .plain_text()
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .flat_map(|line| [line, "\n"])
            .collect::<String>()
            .replace('\u{a0}', " ");
        if anchors_of(&body) != *anchors || plain != *words || told != *problems {
            faults += &format!("{text}\n{}{:?} {told:?}\n\n", body.html(), anchors_of(&body));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}
