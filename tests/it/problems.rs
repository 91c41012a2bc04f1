//! What editors are told: every fault of the content, its place and its remedy.

use crate::harness::site;

/// Builds a site and compares what was told, line by line.
fn told(text: &str, expected: &str) {
    let built = site(text);
    let expected: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    let problems = built.problems();
    let found: Vec<&str> = problems.lines().collect();
    assert_eq!(found, expected, "\n{problems}\n");
}

#[test]
fn faults_of_a_single_file() {
    told(
        "//- content/news/a.md
Không có gì.
",
        "error content/news/a.md:1:1 missing-front-matter: the file has no front matter | begin the file with a line `---`, then fields such as `title: ...`, then another line `---`",
    );
    told(
        "//- content/news/a.md
---
titel: Tin
date: 2023-02-30
topics:
\t- a
---
",
        "error content/news/a.md:5:2 broken-yaml: this line is indented with a tab | indent with spaces instead of tabs",
    );
    told(
        "//- content/news/a.md
---
titel: Tin
date: 2023-02-30
ngay: 2023-02-20
place: [Hạ Long]
---
",
        "error content/news/a.md:1:1 missing-field: the document has no title | add a line such as `title: Về dự toán ngân sách năm 2024`
        error content/news/a.md:2:1 unknown-field: there is no field `titel` here | did you mean `title`?
        error content/news/a.md:3:7 impossible-date: there is no day or time `2023-02-30` in the calendar | correct the day, month or time
        error content/news/a.md:4:1 duplicate-field: `ngay` and `date` are the same field, given twice | keep one of the two
        error content/news/a.md:5:8 wrong-type: this value must be text | write text",
    );
    told(
        "//- content/new/a.md
---
title: Tin
---
//- content/b.md
---
title: Tin
---
",
        "error content/b.md:1:1 unknown-folder: a document must lie in the folder of its kind | move the file to one of: content/resolutions/, content/reports/, content/news/, content/sessions/, content/officials/, content/topics/, content/bodies/, content/pages/
        error content/new/a.md:1:1 unknown-folder: `content/new/` is the folder of no kind of document | did you mean `content/news/`?",
    );
}

#[test]
fn two_things_at_one_address_are_both_named() {
    let built = site(
        "//- content/news/2022/tin.md
---
title: Một
---
//- content/news/2023/tin.md
---
title: Hai
---
",
    );
    assert_eq!(built.codes(), ["address-taken"]);
    let problems = built.problems();
    assert!(
        problems.contains("content/news/2022/tin.md") && problems.contains("content/news/2023/tin.md"),
        "{problems}"
    );
    told(
        "//- content/officials/a.md
---
name: Trần Văn Hoa
---
//- content/news/n.md
---
title: Tin
officials: [Nguyễn Văn Hóa, Nguyễn Văn Hòa]
---
",
        "error content/news/n.md:3:29 address-taken: `Nguyễn Văn Hòa` and `Nguyễn Văn Hóa` would both have the address `/dai-bieu/nguyen-van-hoa/` | the two differ only in signs and capitals: if they are the same, write the name alike in both places; else enter one of them as a file with a `slug` of its own, a person in `content/officials/`",
    );
    let twins = site(
        "//- content/news/a.md
---
title: Một
---
//- content/news/a/index.md
---
title: Hai
---
",
    );
    assert_eq!(twins.codes(), ["address-taken", "duplicate-document"]);
}

#[test]
fn references_that_fit_two_things_or_none() {
    told(
        "//- content/officials/an-1.md
---
name: Trần Văn An
---
//- content/officials/an-2.md
---
name: Trần Văn An
---
//- content/resolutions/a.md
---
title: A
number: 1/NQ-HĐND
date: 2022-01-01
signer: Trần Văn An
amends: [1/NQ-HĐND, 9/NQ-HĐND, 2/NQ-HDND]
---
//- content/resolutions/b.md
---
title: B
number: 1/NQ-HĐND
date: 2023-01-01
---
//- content/resolutions/c.md
---
title: C
number: 2/NQ-HĐND
date: 2023-01-01
---
",
        "error content/resolutions/a.md:5:9 ambiguous-reference: `Trần Văn An` fits 2 officials: `officials/an-1`, `officials/an-2` | write the id of the one that is meant, or the days of each one's offices in the records
        error content/resolutions/a.md:6:10 ambiguous-reference: `1/NQ-HĐND` fits 2 documents: `resolutions/a`, `resolutions/b` | write the id of the one that is meant, or add year or issuer
        error content/resolutions/a.md:6:21 unresolved-reference: there is no document `9/NQ-HĐND` | check the symbol, or enter the document in `content/documents.yaml` if it is not held here
        error content/resolutions/a.md:6:32 unresolved-reference: there is no document `2/NQ-HDND` | did you mean `2/NQ-HĐND`? A document that is not held here can be entered in `content/documents.yaml`",
    );
}

#[test]
fn loops_are_told_and_cut() {
    told(
        "//- content/topics/a.md
---
title: A
parent: B
---
//- content/topics/b.md
---
title: B
parent: A
---
//- content/bodies/c.md
---
title: C
successor: D
---
//- content/bodies/d.md
---
title: D
successor: C
---
",
        "error content/bodies/c.md:2:8 successor-loop: bodies are each other's successors: C > D | remove one `successor`
        error content/topics/a.md:2:8 topic-loop: topics are each other's parents: A > B | remove one `parent`",
    );
}

#[test]
fn files_and_links_that_are_not_there() {
    told(
        "//- content/news/a.md
---
title: A
attachments: [ban-quet.pdf]
---
[một](../news/b.md) [hai](b.md#dieu-2) ![ba](c.png) [bốn](/khong-co/) [năm](javascript:x)
//- content/news/b.md
---
title: B
---
## Điều 1
//- content/news/bản-quét.pdf
x
",
        "error content/news/a.md:3:15 missing-attachment: there is no file `ban-quet.pdf` beside the document | did you mean `bản-quét.pdf`?
        warning content/news/a.md:5:21 dead-anchor: there is no place `#dieu-2` there; the link leads to the page without it | did you mean `#dieu-1`?
        warning content/news/a.md:5:40 missing-picture: there is no picture `c.png`; its description is shown | put the picture beside the document, or correct its name
        warning content/news/a.md:5:53 dead-link: there is no page `/khong-co/`; the link is left out and its text kept | correct the address, or link to the file of the document, such as `../news/a.md`
        warning content/news/a.md:5:71 unsafe-address: the address `javascript:x` is not allowed; the link is left out and its text kept | link to a page or file of the portal, or to an address that begins with https://, http://, mailto: or tel:
        note content/news/bản-quét.pdf unused-file: no document shows this file or links to it | name it under `attachments` of its document, link to it, or remove it",
    );
}

#[test]
fn links_by_address_and_in_html_are_looked_at_too() {
    told(
        "//- content/news/a.md
---
title: A
---
[Điều 1](/tin-tuc/b/#dieu-1) [Điều 2](/tin-tuc/b/#dieu-2) [ở đầu](/tin-tuc/b/#dau-trang) [chữ][b]

<a href=\"b.md\">B</a> <a href=\"https://a.example/\">C</a> <a href=\"#dau\">D</a>

[b]: bb.md
//- content/news/b.md
---
title: B
---
## Điều 1
",
        "warning content/news/a.md:4:30 dead-anchor: there is no place `#dieu-2` there; the link leads to the top of the page | check the number of the article in the document that is meant
        warning content/news/a.md:4:90 dead-link: `bb.md` leads nowhere; the link is left out and its text kept | correct the path; it is read from the folder of this file
        warning content/news/a.md:6:10 address-in-html: the address `b.md` stands in HTML, where it is not made to fit the page: the link is left out and its words are kept | if readers need it, write the link as Markdown, `[words](b.md)`, with the file or page of this portal that is meant",
    );
}

#[test]
fn faults_of_templates_have_their_place() {
    let built = site(
        "//- congbao.yaml
title: Cổng
base_url: https://thu.example/
theme: own
//- themes/own/templates/news/page.html
<main>
  <h1>{{ page.titel }}</h1>
</main>
//- content/news/a.md
---
title: A
---
",
    );
    let problems = built.problems();
    assert!(problems.starts_with("error themes/own/templates/news/page.html:2:"), "{problems}");
    assert!(problems.contains("/tin-tuc/a/"), "{problems}");
}

#[test]
fn the_configuration_is_checked_like_front_matter() {
    told(
        "//- congbao.yaml
titel: Cổng
base_url: nghiquyet.example.vn
time_zone: Asia/Hanoi
",
        "error congbao.yaml:1:1 missing-field: `title` is missing | add the name of the portal, such as `title: Cổng nghị quyết`
        error congbao.yaml:1:1 unknown-field: there is no field `titel` here | did you mean `title`?
        error congbao.yaml:2:11 bad-address: `nghiquyet.example.vn` is no address to publish under | write it with `https://`, such as `https://nghiquyet.example.vn/` or `https://example.vn/hdnd/`
        error congbao.yaml unknown-time-zone: there is no time zone `Asia/Hanoi` | write `time_zone: Asia/Ho_Chi_Minh`",
    );
}

#[test]
fn severity_can_be_set_by_rule_but_errors_stay_errors() {
    let text = |checks: &str| {
        format!(
            "//- congbao.yaml
title: Cổng
base_url: https://thu.example/
checks: {checks}
//- content/news/a.md
---
title: A
---
[một](b.md)
"
        )
    };
    assert_eq!(site(&text("{dead-link: off}")).codes(), Vec::<&str>::new());
    assert!(site(&text("{dead-link: error}")).diagnostics.has_errors());
    assert!(site("//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\nchecks: {missing-field: off}\n//- content/news/a.md\n---\nplace: X\n---\n").diagnostics.has_errors());
}

#[test]
fn a_reference_to_a_draft_is_left_out() {
    told(
        "//- content/resolutions/a.md
---
title: A
based_on: resolutions/b
---
//- content/resolutions/b.md
---
title: B
draft: true
---
",
        "warning content/resolutions/a.md:3:11 hidden-reference: `resolutions/b` is a draft or not yet published; the reference is left out | publish that document first, or build with `--drafts` to see both",
    );
}

#[test]
fn a_document_can_say_why_a_problem_is_right_as_it_is() {
    let text = |checks: &str| {
        format!(
            "//- content/news/a.md
---
title: A
checks: {checks}
---
[một](b.md)
//- content/news/c.md
---
title: C
---
[một](b.md)
"
        )
    };
    let other = "warning content/news/c.md:4:1 dead-link: `b.md` leads nowhere; the link is left out and its text kept | correct the path; it is read from the folder of this file";
    let own = other.replace("c.md:4", "a.md:5");
    told(&text("{dead-link: Trang sẽ có sau}"), other);
    for (checks, expected) in [
        (
            "{dead-lnk: Trang sẽ có sau}",
            "warning content/news/a.md:3:10 unknown-code: there is no problem called `dead-lnk`; this line does nothing | did you mean `dead-link`?",
        ),
        (
            "{missing-field: Không cần}",
            "warning content/news/a.md:3:10 useless-exemption: `missing-field` is an error, and no reason lets an error pass | mend the error, and remove this line",
        ),
        (
            "{dead-anchor: Không cần}",
            "note content/news/a.md:3:10 useless-exemption: this document has no problem `dead-anchor` any more | remove this line",
        ),
        (
            "{dead-link: ''}",
            "error content/news/a.md:3:10 missing-field: there is no reason for `dead-link` | say why, such as `dead-link: the signed document has it so`",
        ),
    ] {
        told(&text(checks), &format!("{expected}\n{own}\n{other}"));
    }
    let strict = site(&format!(
        "//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\nchecks: {{dead-link: error, dead-lnk: off}}\n{}",
        text("{dead-link: Trang sẽ có sau}")
    ));
    assert_eq!(
        strict.codes(),
        ["unknown-code", "dead-link"],
        "the reason counts where the portal is strict too"
    );
    let broken = "//- content/news/a.md\n---\nplace: X\nchecks: {missing-field: Không cần}\n---\n";
    assert_eq!(site(broken).codes(), ["missing-field", "useless-exemption"]);
}

#[test]
fn pictures_have_words_and_headings_do_not_jump() {
    told(
        "//- content/news/a.md
---
title: A
image: {file: a.jpg}
---
![](a.jpg) ![Quang cảnh](a.jpg)

## Một

#### Hai

### Ba
//- content/news/a.jpg
x
",
        "warning content/news/a.md:3:15 missing-alt: nothing tells what this picture shows to those who do not see it | add `alt:` with what the picture shows, such as `alt: Quang cảnh kỳ họp`
        warning content/news/a.md:5:1 missing-alt: nothing tells what this picture shows to those who do not see it | write what it shows between the brackets, such as `![Quang cảnh kỳ họp](a.jpg)`
        warning content/news/a.md:9:1 heading-jump: the heading `Hai` lies 2 levels below the one before it | write it with one `#` more than the heading that it belongs to",
    );
}

#[test]
fn one_resolution_in_two_files_is_told() {
    let two = |one: &str, other: &str| {
        site(&format!(
            "//- content/resolutions/a.md\n---\ntitle: Về ngân sách\n{one}\n---\n//- content/resolutions/b.md\n---\ntitle: Về  Ngân sách\n{other}\n---\n"
        ))
        .codes()
    };
    for (one, other, is_told) in [
        ("number: 12/NQ-HĐND\ndate: 2022-12-09", "number: 12/NQ-HĐND\ndate: 2023-12-09", true),
        ("number: 12/NQ-HĐND\ndate: 2022-12-09", "number: 12/NQ-HĐND", true),
        ("number: 12/NQ-HĐND\ndate: 2022-12-09", "number: 12/NQ-HĐND\ndate: 2023-01-09", false),
        ("number: 12/NQ-HĐND\ndate: 2022-12-09", "date: 2022-12-09", true),
        ("number: 12/NQ-HĐND\ndate: 2022-12-09", "number: 13/NQ-HĐND\ndate: 2022-12-09", false),
        (
            "number: 12/NQ-HĐND\ndate: 2022-12-09",
            "number: 12/NQ-HĐND\ndate: 2023-01-09\nissuer: HĐND tỉnh Khác",
            false,
        ),
        ("date: 2022-12-09", "date: 2023-12-09", false),
    ] {
        assert_eq!(two(one, other).contains(&"duplicate-resolution"), is_told, "{one}\n{other}");
    }
}

#[test]
fn files_that_nothing_leads_to_are_told() {
    told(
        "//- content/news/a.md
---
title: A
image: {file: a.jpg, alt: A}
attachments: [b.pdf]
---
[Bảng](c.xlsx)
//- content/news/a.jpg
x
//- content/news/b.pdf
x
//- content/news/c.xlsx
x
//- content/news/d.pdf
x
//- content/reports/e.md
---
title: E
draft: true
attachments: [e.pdf]
---
//- content/reports/e.pdf
x
",
        "note content/news/d.pdf unused-file: no document shows this file or links to it | name it under `attachments` of its document, link to it, or remove it",
    );
}
