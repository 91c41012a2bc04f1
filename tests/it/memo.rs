//! What is kept from round to round changes nothing: after any edits, each page and each problem is that of a clean build.

use std::fs;
use std::path::{Path, PathBuf};

use congbao::build::{Prepared, prepare, read as read_documents};
use congbao::diag::Checked;
use congbao::disk::{read, read_again};
use congbao::inputs::Inputs;
use congbao::memo::Memo;
use proptest::prelude::*;

use crate::harness::{Ask, make_all, problems};

/// A portal with relations of every sort.
pub(crate) const SITE: &str = include_str!("relations.txt");

/// A change that an office makes to its files.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    /// A word is added to the end of a text.
    Add(usize),
    /// A line of the body of a text gets more words.
    Reword(usize, usize),
    /// A text gets another title; some titles are those that references look for.
    Retitle(usize, usize),
    /// A line of a text is dropped, of its front matter or of its body.
    Drop(usize, usize),
    /// A file is removed.
    Remove(usize),
    /// A file comes that was not there.
    Create(u8),
    /// A file gets another name.
    Rename(usize, u8),
    /// A file is no text any more.
    Break(usize),
    /// The whole portal has another title.
    Configure(u8),
}

pub(crate) fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        6 => any::<usize>().prop_map(Edit::Add),
        6 => (any::<usize>(), any::<usize>()).prop_map(|(file, line)| Edit::Reword(file, line)),
        4 => (any::<usize>(), any::<usize>()).prop_map(|(file, title)| Edit::Retitle(file, title)),
        6 => (any::<usize>(), any::<usize>()).prop_map(|(file, line)| Edit::Drop(file, line)),
        1 => any::<usize>().prop_map(Edit::Remove),
        2 => any::<u8>().prop_map(Edit::Create),
        1 => (any::<usize>(), any::<u8>()).prop_map(|(file, name)| Edit::Rename(file, name)),
        1 => any::<usize>().prop_map(Edit::Break),
        1 => any::<u8>().prop_map(Edit::Configure),
    ]
}

/// The files that an edit has changed.
pub(crate) fn apply(edit: &Edit, root: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(root.join("content/resolutions")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let chosen = |at: usize| files.get(at % files.len().max(1)).cloned();
    let other = |name: u8| root.join(format!("content/resolutions/khac-{}.md", name % 5));
    match edit {
        Edit::Add(at) => {
            chosen(*at).into_iter().inspect(|file| change(file, |text| text + " thêm")).collect()
        }
        Edit::Reword(at, line) => chosen(*at)
            .into_iter()
            .inspect(|file| {
                change(file, |text| {
                    let body = text.rfind("---\n").map_or(0, |end| end + 4);
                    let ends: Vec<usize> =
                        text[body..].match_indices('\n').map(|(end, _)| body + end).collect();
                    let Some(end) = ends.get(line % ends.len().max(1)) else { return text };
                    format!("{} như lời này{}", &text[..*end], &text[*end..])
                });
            })
            .collect(),
        Edit::Retitle(at, title) => {
            let title = ["Về lời", "Về lời nói", "Về việc khác (bịa)", "\"Về\" # lời", ""][title % 5];
            let of = |line: &str| {
                if line.starts_with("title:") { format!("title: {title}\n") } else { format!("{line}\n") }
            };
            chosen(*at)
                .into_iter()
                .inspect(|file| change(file, |text| text.lines().map(of).collect()))
                .collect()
        }
        Edit::Drop(at, line) => chosen(*at)
            .into_iter()
            .inspect(|file| {
                change(file, |text| {
                    let lines: Vec<&str> = text.lines().collect();
                    let dropped = line % lines.len().max(1);
                    let kept = lines.iter().enumerate().filter(|(at, _)| *at != dropped);
                    kept.flat_map(|(_, line)| [*line, "\n"]).collect()
                });
            })
            .collect(),
        Edit::Remove(at) => chosen(*at).into_iter().inspect(|file| fs::remove_file(file).unwrap()).collect(),
        Edit::Create(name) => {
            let text = format!(
                "---\ntitle: Văn bản {name} (bịa)\ndate: 2024-01-01\n---\nCăn cứ số 01/2020/NQ-HĐND.\n"
            );
            fs::write(other(*name), text).unwrap();
            vec![other(*name)]
        }
        Edit::Rename(at, name) => {
            let Some(file) = chosen(*at) else { return Vec::new() };
            fs::rename(&file, other(*name)).unwrap();
            vec![file, other(*name)]
        }
        Edit::Break(at) => chosen(*at)
            .into_iter()
            .inspect(|file| fs::write(file, b"---\ntitle: \xff\n---\n").unwrap())
            .collect(),
        Edit::Configure(name) => {
            let file = root.join("congbao.yaml");
            change(&file, |text| text.replacen("title: ", &format!("title: {name} "), 1));
            vec![file]
        }
    }
}

/// Writes files in one string into a folder; hands out what was written.
pub(crate) fn write_site(root: &Path, site: &str) -> Vec<(PathBuf, String)> {
    let mut written = Vec::new();
    for part in site.split("//- ").skip(1) {
        let (path, text) = part.split_once('\n').unwrap();
        let file = root.join(path.trim());
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        written.push((file, text.to_owned()));
    }
    written
}

fn change(file: &Path, new: impl FnOnce(String) -> String) {
    let text = String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned();
    fs::write(file, new(text)).unwrap();
}

/// Makes the next round of `before`; whether that could be kept.
fn check(root: &Path, inputs: &Inputs, memo: &mut Memo, before: &mut Option<Prepared>, edit: &Edit) -> bool {
    let settings = Ask::default().settings();
    let again = read_documents(inputs, &settings, memo);
    let followed = match before {
        Some(prepared) => prepared.apply_text_edits(again, inputs).map_err(|again| *again),
        None => Err(again),
    };
    let is_kept = followed.is_ok();
    let mut told = followed.unwrap_or_else(|again| {
        let Checked { value, diagnostics } = again.prepare(inputs, &settings, before.as_ref());
        *before = Some(value);
        diagnostics
    });
    let files = make_all(before.as_ref().unwrap(), &mut told);
    let again = read(root).unwrap();
    let mut clean = prepare(&again, &settings);
    let expected = make_all(&clean.value, &mut clean.diagnostics);
    assert_eq!(
        problems(inputs, &told.sorted()),
        problems(&again, &clean.diagnostics.sorted()),
        "after {edit:?}"
    );
    assert_eq!(files.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "after {edit:?}");
    for (file, bytes) in &files {
        assert!(bytes == &expected[file], "{file} differs after {edit:?}");
    }
    is_kept
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn edits_give_what_a_clean_build_gives(edits in prop::collection::vec(edit(), 12)) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        write_site(&root, SITE);
        let mut inputs = read(&root).unwrap();
        let mut memo = Memo::default();
        let mut prepared = None;
        for edit in &edits {
            let changed = apply(edit, &root);
            read_again(&root, &mut inputs, &changed).unwrap();
            check(&root, &inputs, &mut memo, &mut prepared, edit);
        }
    }
}

/// Of the edits of an office most are to the words of one text: these change one page, and the site is kept.
#[test]
fn a_site_is_kept_while_only_words_change() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let other = "---\ntitle: Nghị quyết khác (bịa)\nnumber: 90/2020/NQ-HĐND\ndate: 2020-07-10\n\
                 based_on: Nghị quyết được tìm theo tên (bịa)\n---\n\nĐiều 1. Lời.\n";
    let sought = "---\ntitle: Nghị quyết được tìm theo tên (bịa)\ndate: 2020-07-09\n---\n\nĐiều 1. Lời.\n";
    let text = "---\ntitle: Nghị quyết (bịa)\nnumber: 91/2020/NQ-HĐND\ndate: 2020-07-11\n---\n\n\
                Căn cứ Nghị quyết số 90/2020/NQ-HĐND;\n\nĐiều 1. Tên gọi\n\nĐoạn đầu.\n\nLời nói.\n\nĐiều 2. Lời cuối.\n";
    for (path, text) in [
        ("congbao.yaml", "title: Cổng (bịa)\nbase_url: https://example.org/\n"),
        ("content/resolutions/khac.md", other),
        ("content/resolutions/tim.md", sought),
        ("content/resolutions/nay.md", text),
    ] {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let mut inputs = read(&root).unwrap();
    let (mut memo, mut prepared) = (Memo::default(), None);
    let nay = root.join("content/resolutions/nay.md");
    assert!(!check(&root, &inputs, &mut memo, &mut prepared, &Edit::Add(0)));
    for (new, is_kept) in [
        (text.replace("Lời nói", "Lời nói thêm"), true),
        (text.replace("Căn cứ Nghị quyết số 90", "Căn cứ Nghị quyết số 92"), false),
        (text.replace("Lời nói.", "Lời nói.\n\nThêm một đoạn."), false),
        (text.replace("Lời nói.", "Lời nói.\n\nThêm một đoạn khác."), true),
        (text.replace("Tên gọi", "Tên khác"), false),
        (text.to_owned(), false),
        (text.replace("(bịa)", "(bịa đặt)"), true),
        (text.replace("title: Nghị quyết (bịa)\n", "title: Tên\nsummary: Tóm tắt.\n"), false),
        (text.replace("title: Nghị quyết (bịa)\n", "title: \"Tên: mới\"\nsummary: Tóm.\n"), true),
        (text.replace("title: Nghị quyết (bịa)\n", "title: \"Tên: khác\"\nsummary: Tóm gọn.\n"), true),
        (text.replace("title: Nghị quyết (bịa)", "title: Nghị quyết được tìm theo tên (bịa)"), false),
        (text.to_owned(), false),
        (text.replace("date: 2020-07-11", "date: 2020-07-12"), false),
    ] {
        fs::write(&nay, &new).unwrap();
        read_again(&root, &mut inputs, std::slice::from_ref(&nay)).unwrap();
        assert_eq!(check(&root, &inputs, &mut memo, &mut prepared, &Edit::Add(1)), is_kept, "{new}");
    }
}
