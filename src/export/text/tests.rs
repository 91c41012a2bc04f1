use proptest::prelude::*;

use super::writer::{Form, Writer};
use crate::legal::KnownNames;
use crate::markdown;
use crate::path::SitePath;
use crate::text::{FileId, Source};

fn body(text: &str) -> markdown::Body {
    let path = SitePath::new("content/news/a.md").unwrap_or_else(|| unreachable!("a plain path"));
    let source = Source { id: FileId(0), path, text: text.to_owned() };
    let form = markdown::Form { top_level: 2, is_resolution: false };
    markdown::parse(&source, 0, form, &KnownNames::default()).value
}

fn written(body: &markdown::Body, form: Form) -> String {
    let mut text = String::new();
    Writer::new(form, 0, &mut text).write(body.pieces(), &|_| None);
    text
}

/// Words without any space: where lines end is not what is compared.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn blocks_become_markdown() {
    for (html, plain, marked) in [
        (
            "<h2 id=\"a\">Điều 1. Mục tiêu</h2>\n<p>Lời <strong>quan trọng</strong>.</p>\n",
            "Điều 1. Mục tiêu\n\nLời quan trọng.\n",
            "## Điều 1. Mục tiêu\n\nLời **quan trọng**.\n",
        ),
        ("<p class=\"x\"><span class=\"number\">1.</span> Một</p>", "1. Một\n", "1\\. Một\n"),
        (
            "<ol start=\"3\">\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>\n",
            "3.  a\n\n4.  b\n\n    -   c\n",
            "3.  a\n\n4.  b\n\n    -   c\n",
        ),
        (
            "<blockquote>\n<p>a<br>b</p>\n<p>c</p>\n</blockquote>\n",
            "  a\n  b\n\n  c\n",
            "> a\\\n> b\n>\n> c\n",
        ),
        (
            "<table><thead><tr><th>A</th><th>B|</th></tr></thead><tbody>\n<tr><td>1</td><td></td></tr>\n</tbody></table>",
            "A\tB|\n1\n",
            "| A | B\\| |\n| --- | --- |\n| 1 |  |\n",
        ),
        (
            "<p>x <a href=\"https://a.example/?a=1&amp;b=2\">y</a> <code>a`b</code></p>",
            "x y a`b\n",
            "x [y](<https://a.example/?a=1&amp;b=2>) ``a`b``\n",
        ),
        ("<pre><code>a\n\n  ```\n</code></pre>", "a\n\n  ```\n", "````\na\n\n  ```\n````\n"),
        (
            "<p># a</p><p>- b</p><p>*c* _d_ &lt;e&gt; &amp;amp;</p>",
            "# a\n\n- b\n\n*c* _d_ <e> &amp;\n",
            "\\# a\n\n\\- b\n\n\\*c\\* \\_d\\_ \\<e> \\&amp;\n",
        ),
        ("<p><em><code>a</code></em><code>``b</code></p>", "a``b\n", "`a` ``` ``b ```\n"),
        ("<p><strong> </strong><em>(a)</em>b</p>", "(a)b\n", "(a)b\n"),
        ("", "", ""),
    ] {
        let body = body(html);
        assert_eq!(written(&body, Form::Plain), plain, "{html}");
        assert_eq!(written(&body, Form::Markdown), marked, "{html}");
    }
}

proptest! {
    /// Nothing of a text is lost or added, in either form: Markdown is read back by the parser that reads the portal.
    #[test]
    fn every_word_is_kept(
        blocks in proptest::collection::vec((0..9_usize, "[ -~ăđớẹ\u{a0}]{0,40}", "[ -~ăđớẹ]{0,20}"), 1..8)
    ) {
        let mut source = String::new();
        for (kind, one, other) in &blocks {
            source.push_str(&match kind {
                0 => format!("{one}\n\n"),
                1 => format!("## {one}\n\n"),
                2 => format!("- {one}\n- {other}\n\n"),
                3 => format!("3. {one}\n   {other}\n\n"),
                4 => format!("> {one}\n\n"),
                5 => format!("| {one} | {other} |\n| --- | --- |\n| {other} | {one} |\n\n"),
                6 => format!("**{one}** *{other}* ~~{one}~~\n\n"),
                7 => format!("    {one}\n\n"),
                _ => format!("{one}\\\n{other} `{one}` [{other}](https://a.example/)\n\n"),
            });
        }
        let body = body(&source);
        // Pictures are words in plain text, and have none on the page.
        prop_assume!(!body.links.iter().any(|link| link.is_picture));
        let plain = written(&body, Form::Plain);
        // Marks of list items are no words of the page.
        let without_marks = |text: &str| -> String {
            squeezed(text).chars().filter(|letter| !matches!(letter, '-' | '.' | ')' | '0'..='9')).collect()
        };
        prop_assert_eq!(without_marks(&plain), without_marks(&body.plain_text()), "{}", source);
        let marked = written(&body, Form::Markdown);
        let again = super::tests::body(&marked);
        prop_assert_eq!(squeezed(&again.plain_text()), squeezed(&body.plain_text()), "{}\n{}", source, marked);
    }
}
