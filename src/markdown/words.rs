//! The words of a body, of a range of it and around one. They are taken out of the tree when they are shown: kept beside
//! each citation the words around it would take a fifth as much as the text itself.

use std::ops::Range;

use crate::text::one_line;

use super::Body;
use super::element::Element;
use super::tree::{ElementStart, Piece, Tree};

/// How many code points of a sentence are shown before and behind what it is shown for.
const NEAR: usize = 120;
/// How many bytes of words are looked at before and behind; no letter has more than four.
const FAR: usize = 4096;

/// The words of a body, a block on each line: elements within a line leave no trace.
pub(super) fn plain_text(body: &Body) -> String {
    let mut text = String::with_capacity(body.tree.words().len() + body.tree.words().len() / 32);
    let end_line = |text: &mut String| {
        if !text.ends_with('\n') {
            text.push('\n');
        }
    };
    for piece in body.pieces() {
        match piece {
            Piece::Words(words) => push_on_one_line(&mut text, words),
            Piece::Open(ElementStart { element, .. }) | Piece::Close(element)
                if element.is_block() || element == Element::Br =>
            {
                end_line(&mut text);
            }
            _ => {}
        }
    }
    text
}

/// Adds words; where a line ends stands a space.
fn push_on_one_line(text: &mut String, words: &str) {
    let mut lines = words.split('\n');
    text.push_str(lines.next().unwrap_or_default());
    for line in lines {
        text.push(' ');
        text.push_str(line);
    }
}

/// The words of a range, on one line.
pub(super) fn words_of(tree: &Tree, range: Range<usize>) -> String {
    one_line(&tree.runs(range).concat())
}

/// The sentence around a range of words, at most 240 code points of its block beside its own, on one line.
pub(super) fn words_around(tree: &Tree, range: &Range<usize>) -> String {
    let parts = tree.words_around(range, FAR);
    let start = parts[0].len();
    sentence(&parts.concat(), &(start..start + parts[1].len()))
}

/// The sentence around a range of a text, at most 240 code points of it.
fn sentence(text: &str, range: &Range<usize>) -> String {
    let (from, lead) = sentence_start(text, range.start);
    let (to, trail) = sentence_end(text, range.end);
    [lead, text.get(from..to).unwrap_or("").trim(), trail].concat()
}

/// Where the sentence around byte `at` begins or is cut, and what stands for the words before.
fn sentence_start(text: &str, at: usize) -> (usize, &'static str) {
    let before = text.get(..at).unwrap_or("");
    let near = before.len().saturating_sub((NEAR + 1) * 4);
    let stop = memchr::memrchr2_iter(b';', b'.', &before.as_bytes()[near..])
        .map(|stop| near + stop)
        .find(|stop| before.as_bytes().get(stop + 1) == Some(&b' '));
    if let Some(stop) = stop.filter(|stop| before[*stop..].chars().count() <= NEAR + 1) {
        return (stop + 2, "");
    }
    let earliest = before.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    if earliest == 0 {
        return (0, "");
    }
    // No word is cut in two.
    let word = before[earliest..].find(char::is_whitespace).map_or(earliest, |space| earliest + space);
    (word, "…")
}

/// Where the sentence around byte `at` ends or is cut, and what stands for the words behind.
fn sentence_end(text: &str, at: usize) -> (usize, &'static str) {
    let after = text.get(at..).unwrap_or("");
    let near = &after.as_bytes()[..after.len().min(NEAR * 4)];
    let end = memchr::memchr2_iter(b';', b'.', near)
        .map(|stop| stop + 1)
        .find(|end| after[*end..].chars().next().is_none_or(char::is_whitespace));
    if let Some(end) = end.filter(|end| after[..*end].chars().count() <= NEAR) {
        return (at + end, "");
    }
    let latest = after.char_indices().nth(NEAR).map_or(after.len(), |(at, _)| at);
    let rest = &after[latest..];
    if rest.is_empty() {
        return (at + latest, "");
    }
    let space = after[..latest].rfind(char::is_whitespace).filter(|space| *space > 0);
    let word = if rest.starts_with(char::is_whitespace) { latest } else { space.unwrap_or(latest) };
    (at + word, "…")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::legal::KnownNames;
    use crate::markdown::{Body, Form, Found, parse};
    use crate::path::SitePath;
    use crate::text::{FileId, Source};

    const NAME: &str = "Nguyễn Văn Bịa";

    fn body(text: &str, is_resolution: bool) -> Body {
        let path = SitePath::new("content/resolutions/a.md").unwrap();
        let source = Source { id: FileId(0), path, text: text.to_owned() };
        let form = Form { top_level: 3, is_resolution };
        parse(&source, 0, form, &KnownNames::new([NAME])).value
    }

    /// Markdown, and the plain text that is looked through for citations.
    const PARTS: &[(&str, &str)] = &[
        ("Nghị quyết số 12/2020/NQ-HĐND", "Nghị quyết số 12/2020/NQ-HĐND"),
        ("Nghi\u{323} quyê\u{301}t sô\u{301} 13/NQ-HĐND", "Nghi\u{323} quyê\u{301}t sô\u{301} 13/NQ-HĐND"),
        ("Nghị quyết **số 14/2021/NQ-HĐND** ngày 10/7/2021", "Nghị quyết số 14/2021/NQ-HĐND ngày 10/7/2021"),
        ("đồng chí Nguyễn Văn Bịa", "đồng chí Nguyễn Văn Bịa"),
        ("*Luật* Đất đai năm 2013", "Luật Đất đai năm 2013"),
        ("A &amp; B < C \"d\"", "A & B < C \"d\""),
        ("lời văn dài vừa phải của một đoạn", "lời văn dài vừa phải của một đoạn"),
        ("chữ nhấn **mạnh *hơn* nữa** và ~~bỏ~~", "chữ nhấn mạnh hơn nữa và bỏ"),
        ("dòng\nsau", "dòng sau"),
        ("**dòng**\n*sau*", "dòng sau"),
        ("dòng  \nsau", "dòng sau"),
        ("chú thích[^1]", "chú thích"),
        ("`mã số`", "mã số"),
        ("[liên kết](../b.md \"tên\")", "liên kết"),
        ("[ngoài](https://example.vn/a?b=c&d=e)", "ngoài"),
        ("![ảnh](a.jpg)", ""),
        ("hết câu. Câu sau", "hết câu. Câu sau"),
        ("hết ý; ý sau", "hết ý; ý sau"),
        ("số 1.000 đồng", "số 1.000 đồng"),
    ];

    /// What stands around the text of a block: before and behind it.
    const HOLDERS: &[(&str, &str)] = &[
        ("", "\n"),
        ("Đoạn trước.\n\n", "\n\nĐoạn sau.\n"),
        ("- mục trước\n- ", "\n- mục sau\n"),
        ("1. mục\n\n   đoạn.\n\n2. ", "\n   - mục con\n"),
        ("> lời trích\n>\n> ", "\n\nsau\n"),
        ("<div>\n\n", "\n\n</div>\n"),
        ("## Đầu mục\n", "\n***\n"),
        ("Trước[^2]\n\n[^2]: ", "\n"),
    ];

    /// As [`HOLDERS`], for blocks of one line.
    const LINES: &[(&str, &str)] = &[
        ("# ", "\n\nĐoạn sau.\n"),
        ("| Trước | Sau |\n|---|--:|\n| ô trước | ", " |\n| ô sau | c |\n"),
        ("| ", " | Sau |\n|---|---|\n| a | b |\n"),
    ];

    proptest! {
        /// The words told later are those around the place where the parser found something.
        #[test]
        fn words_are_those_of_the_text(
            picks in proptest::collection::vec(0..PARTS.len(), 1..24),
            holder in 0..HOLDERS.len() + LINES.len(),
            is_resolution in proptest::bool::ANY,
        ) {
            let (before, behind) =
                HOLDERS.get(holder).unwrap_or_else(|| &LINES[holder - HOLDERS.len()]);
            let has_lines = holder < HOLDERS.len();
            let picked = picks.iter().map(|pick| PARTS[*pick]);
            let (markdown, plain): (Vec<&str>, Vec<&str>) =
                picked.filter(|(markdown, _)| has_lines || !markdown.contains('\n')).unzip();
            let line_break = if before.ends_with("> ") { "\n> " } else { "\n" };
            let markdown = markdown.join(" và ").replace('\n', line_break);
            let plain = plain.join(" và ");
            let text = format!("{before}Theo {markdown} là{behind}\n\n[^1]: Ghi chú\n");
            let plain = format!("Theo {plain} là");
            let body = body(&text, is_resolution);
            let mut count = 0;
            for mention in &body.mentions {
                let range = match &mention.found {
                    Found::Citation(citation) => &citation.range,
                    Found::Person(person) => &person.range,
                };
                prop_assert_eq!(body.words_around(mention), sentence(&plain, range), "{}", body.html());
                count += 1;
            }
            let expected = picks.iter().filter(|pick| PARTS[**pick].0.contains("Văn Bịa")).count();
            prop_assert!(count >= expected, "{}", body.html());
        }

        #[test]
        fn any_text_has_words_around_its_mentions(
            before in "[a-z <>&;.\\n*_`\\[\\](){}|#>-]{0,200}", behind in "(\\PC|\\n){0,60}", is_resolution in proptest::bool::ANY,
        ) {
            let text = format!("{before}Nghị quyết số 12/2020/NQ-HĐND{behind}");
            let body = body(&text, is_resolution);
            for mention in &body.mentions {
                let words = body.words_around(mention);
                prop_assert!(words.contains("12/2020/NQ-HĐND"), "{words}\n{}", body.html());
                prop_assert!(words.chars().count() <= 2 * NEAR + 2 + mention.words.len(), "{words}");
            }
        }
    }

    #[test]
    fn words_end_with_their_sentence_or_are_cut() {
        let (before, behind) = ("chữ ".repeat(60), " chữ".repeat(60));
        let cut = format!("…{}Nghị quyết số 5/NQ-HĐND{}…", "chữ ".repeat(30), " chữ".repeat(30));
        let long = format!("…{}Nghị quyết số 5/NQ-HĐND{}…", "nghiêng ".repeat(15), " nghiêng".repeat(15));
        let odd = format!("{}a Nghị quyết số 5/NQ-HĐND a{}", "nghiêng ".repeat(60), " nghiêng".repeat(60));
        let whole =
            format!("…{}a Nghị quyết số 5/NQ-HĐND a{}…", "nghiêng ".repeat(14), " nghiêng".repeat(14));
        for (text, expected) in [
            ("Câu một. Theo Nghị quyết số 5/NQ-HĐND; hết.", "Theo Nghị quyết số 5/NQ-HĐND;"),
            ("Trước\n\nTheo Nghị quyết số 5/NQ-HĐND thì\n\nSau", "Theo Nghị quyết số 5/NQ-HĐND thì"),
            (&format!("{before}Nghị quyết số 5/NQ-HĐND{behind}"), &cut),
            (&format!("{0}Nghị quyết số 5/NQ-HĐND {0}", "nghiêng ".repeat(60)), &long),
            (&odd, &whole),
        ] {
            let body = body(text, false);
            assert_eq!(body.words_around(&body.mentions[0]), expected, "{}", body.html());
        }
    }

    #[test]
    fn the_words_of_a_body_stand_a_block_on_a_line() {
        let body = body("## Điều 1\n\n1\\. *A* &\nb < c\n\n- **d**\n*e*\n", false);
        let text = body.plain_text();
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["Điều 1", "1. A & b < c", "d e"]);
    }

    #[test]
    fn a_place_between_many_elements_is_found() {
        let many = "*chữ* ".repeat(3000);
        let body = body(&format!("{many}Nghị quyết số 5/NQ-HĐND {many}\n"), false);
        let words = format!("…{0}Nghị quyết số 5/NQ-HĐND {0}", "chữ ".repeat(30)).trim_end().to_owned() + "…";
        assert_eq!(body.words_around(&body.mentions[0]), words);
        assert_eq!(words_around(&Tree::default(), &(100..200)), "");
    }
}
