//! Bodies full of broken HTML: no word is lost in silence, nothing panics, and time grows with the length only.
//!
//! `fuzz_bodies` makes such bodies for as long as `CONGBAO_FUZZ_SECONDS` says, from `CONGBAO_FUZZ_SEED` on:
//!
//! ```sh
//! CONGBAO_FUZZ_SECONDS=600 cargo test --release --test it -- --ignored --nocapture fuzz_bodies
//! ```

use std::io::Write;
use std::time::{Duration, Instant};

use congbao::legal::KnownNames;
use congbao::markdown::{Form, parse};
use congbao::path::SitePath;
use congbao::text::{FileId, Source};
use proptest::prelude::*;

use crate::harness::{html_of, site};

/// Pieces that bodies are put together from; `@` stands for a word that readers are to see.
const FRAGMENTS: &[&str] = &[
    "\n",
    "\n\n",
    "\n\n",
    " ",
    "@ ",
    "@\n",
    "Điều 1. @\n\n",
    "Điều 2. @\n",
    "1. @\n",
    "a) @\n",
    "- @\n",
    "> @\n",
    "## @\n\n",
    "**@** ",
    "*@* ",
    "`@` ",
    "[@](a.md) ",
    "![@](a.png) ",
    "@[^1] ",
    "\n\n[^1]: @\n\n",
    "| @ | @ |\n|---|---|\n| @ | @ |\n\n",
    "    @\n",
    "\t<p>@</p>\n",
    "Nghị quyết số 5/2020/NQ-HĐND @ ",
    "“@” ",
    "“@",
    "như sau: @\n",
    "<p>@</p>",
    "<p class=MsoNormal style='margin:0in'><b>@</b></p>\n",
    "<div>@\n",
    "</div>",
    "<div>\n\n",
    "\n\n</div>\n\n",
    "<b>@</b>",
    "<b>",
    "</b>",
    "<i>@",
    "<span>@</span>",
    "<u>@</u>",
    "<h2>@</h2>",
    "<h3>@\n",
    "<p>Điều 3. @</p>",
    "<p>1. @<br>2. @</p>",
    "<br>",
    "<br/><br>",
    "<hr>",
    "<ol><li>@</li><li>@</li></ol>",
    "<ol type=a><li>@",
    "<ul>\n<li>@\n",
    "</ul>",
    "</li>",
    "<li>@",
    "<table><tr><td>@</td><td>@</td></tr></table>",
    "<table>\n<tr><td>@\n",
    "</table>\n",
    "<td>@",
    "<table><tr><td>@</td></tr></table>",
    "<blockquote>@</blockquote>",
    "<pre>@\n\n@</pre>\n",
    "<pre>",
    "</pre>",
    "<a href=\"https://x.example/\">@</a>",
    "<a name=x>@</a>",
    "<a href=\"b.md\">@",
    "<img src=\"https://x.example/a.png\" alt=\"@\">",
    "<img src=a.png>",
    "<!-- ghi -->",
    "<!-- ghi -- >",
    "<!--",
    "-->",
    "<!—",
    "<script>",
    "<script>let a = 1;</script>",
    "</script>",
    "<style>p { color: red }</style>",
    "<style>",
    "<iframe src=\"https://x.example/\" />",
    "<iframe>@</iframe>",
    "<iframe>",
    "<noscript>@</noscript>",
    "<xmp>@</xmp>",
    "<plaintext>@",
    "<textarea>@",
    "</textarea>",
    "<title>@</title>",
    "<template>@</template>",
    "<template>",
    "<select><option>@</select>",
    "<svg><text>@</text></svg>",
    "<math><mi>@</mi></math>",
    "<object>@</object>",
    "<video>@</video>",
    "<audio>@",
    "<embed src=x>",
    "<details><summary>@</summary>@</details>",
    "<details>",
    "<dl><dt>@<dd>@</dl>",
    "<form><input value=a>@</form>",
    "<![CDATA[@]]>",
    "<![CDATA[",
    "]]>",
    "<?xml version=\"1.0\"?>",
    "<?xml:namespace prefix = o />",
    "<?php echo 1; ?>",
    "<?",
    "<!DOCTYPE html>",
    "<!X",
    "<o:p></o:p>",
    "<o:p>@</o:p>",
    "<![if !supportLists]>@<![endif]>",
    "<a title=\"@>@</a>",
    "<p title='",
    "<p class=\"x\" @",
    "<p",
    "<",
    ">",
    "\"",
    "&",
    "&nbsp;",
    "&#7913;@",
    "&lt;@&gt;",
    "&amp;",
    "&#0;",
    "&#150;",
    "&nGt;",
    "&khong;",
    "<@>",
    "<noi dung>",
    "</@>",
    "<x-y z=1>@</x-y>",
    "\\<b>@",
    "1) @\n   <p>@</p>\n",
    "> <div>@\n> @\n",
    "- <!-- ghi\n- @\n",
    "\u{fdd0}0\u{fdd1}",
    "@\r\n",
];

/// A piece and how it is broken.
type Pick = (usize, u32);

/// A body of pieces, some broken, with the words that readers are to see.
fn body_of(picks: &[Pick]) -> (String, Vec<String>) {
    let (mut text, mut words) = (String::new(), Vec::new());
    for (fragment, change) in picks {
        for sign in changed(FRAGMENTS[fragment % FRAGMENTS.len()], *change) {
            if sign == '@' {
                let at = words.len();
                words.push(if at % 2 == 0 { format!("từ{at}chữ") } else { format!("word{at}x") });
                text.push_str(&words[at]);
            } else {
                text.push(sign);
            }
        }
    }
    (text, words)
}

fn changed(fragment: &str, change: u32) -> Vec<char> {
    const SIGNS: [char; 12] = ['<', '>', '"', '\'', '&', '-', '!', '/', ';', '=', '\n', ' '];
    let mut signs: Vec<char> = fragment.chars().collect();
    let at = change as usize / 64 % signs.len();
    match change % 64 {
        0..8 => drop(signs.remove(at)),
        8..16 => signs.insert(at, SIGNS[change as usize / 8192 % SIGNS.len()]),
        16..18 => signs.truncate(at),
        _ => {}
    }
    signs
}

fn source(text: &str) -> Source {
    let text = text.chars().map(congbao::text::or_replacement).collect();
    Source { id: FileId(0), path: SitePath::new("content/news/a.md").unwrap(), text }
}

/// Reads a body as a page and as a resolution; gives the words that are lost in silence.
fn lost(text: &str, words: &[String]) -> Vec<String> {
    let source = source(text);
    let hidden = comments(text) + &classes(text);
    let mut lost = Vec::new();
    for is_resolution in [false, true] {
        let form = Form { top_level: 2, is_resolution };
        let checked = parse(&source, 0, form, &KnownNames::default());
        let body = checked.value;
        let html = html_of(&body);
        for problem in &checked.diagnostics {
            if let congbao::diag::At::Span(span) = problem.at {
                assert!(source.text.get(span.start as usize..span.end as usize).is_some(), "{problem:?}");
            }
        }
        for mention in &body.mentions {
            assert!(!body.words_around(mention).is_empty());
            assert!(
                source.text.get(mention.span.start as usize..mention.span.end as usize).is_some(),
                "{mention:?}"
            );
        }
        let plain = body.plain_text();
        if checked.diagnostics.is_empty() {
            // An address is looked up when the portal is linked, and told if it leads nowhere.
            let addresses: String = body.links.iter().map(|link| link.destination.as_str()).collect();
            let is_lost = |word: &&String| {
                !plain.contains(*word)
                    && !html.contains(*word)
                    && !hidden.contains(*word)
                    && !addresses.contains(*word)
            };
            lost.extend(words.iter().filter(is_lost).map(|word| format!("{word} of {is_resolution}")));
        }
    }
    lost
}

/// What stands where the name of a class is expected, and could be one.
fn classes(text: &str) -> String {
    let values = text.split("class=").skip(1).map(|behind| {
        let quoted = behind.strip_prefix('"').and_then(|behind| behind.split_once('"'));
        let plain = || behind.split(|sign: char| sign.is_ascii_whitespace() || sign == '>').next();
        quoted.map(|(value, _)| value).or_else(plain).unwrap_or("")
    });
    values.filter(|value| value.is_ascii() && !value.ends_with("--")).collect()
}

/// What stands in comments that are closed: an editor may hide a remark.
fn comments(text: &str) -> String {
    let (mut rest, mut hidden) = (text, String::new());
    while let Some((_, behind)) = rest.split_once("<!--") {
        // `<!-->` is a comment without words.
        if let Some(after) = behind.strip_prefix('>').or(behind.strip_prefix("->")) {
            rest = after;
            continue;
        }
        let Some((words, after)) = behind.split_once("-->") else { break };
        hidden.push_str(words);
        rest = after;
    }
    hidden
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_body_is_lost_in_silence(
        picks in proptest::collection::vec((0..FRAGMENTS.len(), any::<u32>()), 1..16),
    ) {
        let (text, words) = body_of(&picks);
        prop_assert_eq!(lost(&text, &words), Vec::<String>::new(), "{}", text);
    }
}

/// Numbers without end, the same for the same seed.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

fn picks(numbers: &mut Numbers) -> Vec<Pick> {
    let length = 1 + numbers.next() % 24;
    (0..length).map(|_| (numbers.next() as usize % FRAGMENTS.len(), numbers.next() as u32)).collect()
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
#[ignore = "runs as long as it is told to"]
fn fuzz_bodies() {
    let length = Duration::from_secs(number("CONGBAO_FUZZ_SECONDS").unwrap_or(60));
    let seed = number("CONGBAO_FUZZ_SEED").unwrap_or(1);
    let (start, mut numbers, mut count) = (Instant::now(), Numbers(seed), 0_u64);
    let mut faults = Vec::new();
    while start.elapsed() < length && faults.len() < 20 {
        let (text, words) = body_of(&picks(&mut numbers));
        let found = std::panic::catch_unwind(|| lost(&text, &words));
        if !matches!(&found, Ok(lost) if lost.is_empty()) {
            faults.push(format!("body {count}: {found:?}\n{text:?}\n{text}"));
        }
        count += 1;
        if count.is_multiple_of(64) {
            let part = body_of(&picks(&mut numbers)).0;
            if std::panic::catch_unwind(|| grows_with_its_length(&part)).is_err() {
                faults.push(format!("many of {part:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{count} bodies of seed {seed}:\n{}", faults.join("\n"));
    writeln!(std::io::stderr(), "{count} bodies of seed {seed}, none with a fault").unwrap();
}

/// A body of many equal parts takes no longer than its length allows. Other work on the machine does not count.
fn grows_with_its_length(part: &str) {
    const LENGTH: usize = 60_000;
    let text = part.repeat(LENGTH / part.len().max(1) + 1);
    let start = processor_time();
    lost(&text, &[]);
    let took = processor_time().saturating_sub(start);
    let most = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 6 });
    assert!(took < most, "{took:?} for many of {part:?}");
}

/// How long this thread has worked so far.
#[cfg(target_os = "linux")]
fn processor_time() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}

/// The time of the clock, from the first call on, where that of the thread cannot be told.
#[cfg(not(target_os = "linux"))]
fn processor_time() -> Duration {
    static FIRST: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    FIRST.get_or_init(Instant::now).elapsed()
}

#[test]
fn a_closing_tag_with_attributes_swallows_nothing() {
    let words = ["word5x".to_owned(), "từ6chữ".to_owned()];
    for text in [
        "x\n</p title='> <div>word5x\n> từ6chữ\n&amp;",
        "<p>x</p title='>\n<div>word5x</div>\n<p title=y>từ6chữ",
        "<div>\n</div class=\"word5x từ6chữ\">\n",
    ] {
        assert_eq!(lost(text, &words), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_tag_over_lines_of_a_quote_or_list_keeps_its_place() {
    let words = ["word5x".to_owned(), "từ6chữ".to_owned()];
    for text in [
        "> word5x <p title='a\n> — b\n> c'>từ6chữ<!— d",
        "> <span title='\n> 1'><!— word5x—>\n> từ6chữ",
        "- x <em class='a\n  —'>word5x</em>—từ6chữ",
        "- > x <em class='a\n  > —\n—'>word5x</em>—từ6chữ\n\n  <i a=\"\n  —\">",
    ] {
        assert_eq!(lost(text, &words), Vec::<String>::new(), "{text}");
    }
    lost(&"<!—word1x<p title='> <div>\n> word2x\n &amp;<img src=a.png>".repeat(9), &[]);
}

#[test]
fn what_declares_and_defines_hides_no_words() {
    let words = ["word5x".to_owned(), "từ6chữ".to_owned()];
    for text in [
        "<p>1. x<br>2. y</p>word5x\n\n[-^1]: từ6chữ\n\n",
        "</script><h3>từ6chữ\n<?xml version=\"1.&khong;/word5x>**x*-->",
        "từ6chữ <?xml version='1./word5x> y",
        "<p>x<p>\n\n> <p>word5x</p>\n>\n> [a]: từ6chữ\n",
        "<?xml version=từ6chữ>word5x",
        "<?xml:namespace prefix = word5x ns = \"từ6chữ\" />",
        "x <?xml-stylesheet href='từ6chữ word5x'?>",
        "<![\"CDATA[từ6chữ]]>word5x\n\nx <!['CDATA[word5x]]>",
        "<!DOCTYPE html PUBLIC \"từ6chữ word5x\">\n\nx",
        "<i>x<o:p></o:pword5x\n/li> <o:từ6chữ> <v:shape word5x>",
        "<p>x<i/mg src=\"https://x.example/a.png\" alt=\"từ6chữ\"> <p class=MsoNormaword5x-->",
        "<p class=từ6chữ>x <p class=x>word5x",
        "> x-\n<h3>word5x\n<p ti-tle='từ6chữ\n>> x\n--'>-<->",
        "x<p class=\"x\" từ6chữ![word5x](a.pg) =>",
        "<o:p>x</o:p    từ6chữ\nb>word5x</b>",
        "x <img src=a.từ6chữ> <p><IMG SRC=word5x.png></p>",
        "x<h2>y</h2><!X<a name=`word5x>` <details>",
        "từ6chữ<a name=&lt;word5x&gt;>",
        "<a href=\"https://x.example/\">x</a><li>y<a name=x>z</a<a title=word5x>từ6chữ</a>",
        "<p class=\"x từ6chữ-\"-><u>word5x</u>",
        "<ul>\n<li>x</script><img src=a.&#7913;từ6chữ]]>*word5x*",
    ] {
        assert_eq!(lost(text, &words), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn many_equal_parts_take_no_longer_than_their_length_allows() {
    for fragment in FRAGMENTS {
        grows_with_its_length(&fragment.replace('@', "chữ"));
    }
    for mark in ["“", "”", "\"", "«", "(", "{", "~", "^", "["] {
        grows_with_its_length(mark);
    }
}

const NUMBERED: &str =
    "title: Về thu chi\nnumber: 12/2024/NQ-HĐND\ndate: 2024-07-10\neffective: 2024-07-20\n";

#[test]
fn articles_behind_a_frame_are_in_every_form_of_the_text() {
    let built = site(&format!(
        "//- content/resolutions/a.md\n---\n{NUMBERED}---\nĐiều 1. Phạm vi\n\nỞ tỉnh.\n\n\
         <iframe src=\"https://video.example/1\" />\n\nĐiều 2. Mức thu\n\n1. Thu **5 triệu** đồng.\n\n\
         <p><b>Điều 3. Hi&#7879;u lực</b></p><p>Như trên.</p>\n"
    ));
    let told = built.problems();
    assert!(told.contains("warning content/resolutions/a.md:11:1 html-left-out: `<iframe>`"), "{told}");
    assert!(!built.diagnostics.has_errors(), "{told}");
    let page = built.page("nghi-quyet/12-2024-nq-hdnd/index.html");
    for anchor in ["dieu-1", "dieu-2", "dieu-2-khoan-1", "dieu-3"] {
        assert!(
            page.contains(&format!("id={anchor}")) || page.contains(&format!("id=\"{anchor}\"")),
            "{anchor}\n{page}"
        );
    }
    let forms = built.files.keys().filter(|file| {
        let is_form = [".txt", ".md", "akn.xml"].iter().any(|end| file.ends_with(end));
        file.starts_with("nghi-quyet/12-2024-nq-hdnd/") && is_form
    });
    let forms: Vec<&String> = forms.collect();
    assert_eq!(forms.len(), 3, "{:?}", built.files.keys());
    for form in forms {
        let text = built.page(form);
        for words in ["Phạm vi", "Mức thu", "5 triệu", "Hiệu lực", "Như trên"] {
            assert!(text.contains(words), "{form} has no {words}\n{text}");
        }
        assert!(!text.contains("iframe"), "{text}");
    }
}

#[test]
fn instructions_in_pasted_html_are_read() {
    let built = site(&format!(
        "//- content/resolutions/cu.md\n---\ntitle: Cũ\nnumber: 1/2020/NQ-HĐND\ndate: 2020-07-10\neffective: 2020-07-20\n---\n\
         Điều 1. Mức chi\n//- content/resolutions/moi.md\n---\n{NUMBERED}---\n<p><b>Điều 1. Mức chi</b></p><p>Chi 5 đồng.</p>\
         <p class=MsoNormal><b>Điều 2. Hiệu lực thi hành</b></p><p>Bãi bỏ Nghị quyết số <span>1/2020</span>/NQ-HĐND ngày 10 tháng \
         7 năm 2020 của Hội đồng nhân dân tỉnh.</p>\n"
    ));
    let page = built.page("nghi-quyet/1-2020-nq-hdnd/index.html");
    assert!(page.contains("Hết hiệu lực"), "{}\n{page}", built.problems());
}

#[test]
fn a_frame_a_picture_and_a_footnote_make_a_page() {
    let built = site(
        "//- content/pages/a.md\n---\ntitle: A\n---\n<iframe src=\"https://video.example/1\" />\n\nXem ![ảnh](a.png) và tiếp[^1].\n\n[^1]: Ghi chú.\n",
    );
    assert!(!built.codes().contains(&"internal-error"));
    let page = built.page("a/index.html");
    assert!(page.contains("và tiếp") && page.contains("Ghi chú.") && !page.contains("&lt;"), "{page}");
}

#[test]
fn equal_headings_and_footnotes_cost_no_more_than_others() {
    let mut text = "## Kết quả\n\n".repeat(20_000);
    for at in 0..10_000 {
        text += &format!("a[^{at}]\n\n[^{at}]: b\n\n");
    }
    let start = Instant::now();
    lost(&text, &[]);
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}

#[test]
fn words_in_the_title_of_a_tag_are_kept_or_told() {
    for text in
        ["<a title=chữ>Một</a> hai", "<abbr title='chữ'>Một</abbr> hai", "<p title=\"chữ\">Một</p>\n\nHai"]
    {
        assert_eq!(lost(text, &["chữ".to_owned(), "Một".to_owned()]), Vec::<String>::new(), "{text}");
    }
}
