//! The index that the search reads, and the words in it.

use std::collections::BTreeMap;
use std::io::Read;

use congbao::text::{is_word_part, word};
use serde_json::Value;

use crate::harness::{Ask, Built, build, demo, site};

/// The words of a text, folded and exact.
fn words(text: &str) -> Vec<(String, String)> {
    let runs = text.split(|letter| !is_word_part(letter)).filter(|run| !run.is_empty());
    runs.filter_map(word).map(|word| (word.folded, word.exact)).collect()
}

fn shared() -> Value {
    serde_json::from_str(include_str!("../search/words.json")).unwrap()
}

#[test]
fn words_are_those_that_the_script_makes() {
    for vector in shared()["vectors"].as_array().unwrap() {
        let text = vector["text"].as_str().unwrap();
        let expected: Vec<(String, String)> = serde_json::from_value(vector["words"].clone()).unwrap();
        assert_eq!(words(text), expected, "{text:?}");
    }
}

/// Both sides make texts by the same rule and words of them; what they sum up to is in the file.
#[test]
fn words_of_made_up_texts_are_those_that_the_script_makes() {
    let shared = shared();
    let alphabet: Vec<String> = serde_json::from_value(shared["alphabet"].clone()).unwrap();
    let mut state = 1_u32;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize % below
    };
    let mut hash = 0x811c_9dc5_u32;
    for _ in 0..shared["rounds"].as_u64().unwrap() {
        let length = next(24);
        let text: String = (0..length).map(|_| alphabet[next(alphabet.len())].as_str()).collect();
        for (folded, exact) in words(&text) {
            for byte in format!("{folded} {exact}\n").bytes() {
                hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            }
        }
    }
    assert_eq!(u64::from(hash), shared["hash"].as_u64().unwrap());
}

/// The files of the index by name, taken apart.
fn index(built: &Built) -> (Value, BTreeMap<&str, Vec<u8>>) {
    let contents = serde_json::from_str(built.page("tim-kiem/danh-muc.json")).unwrap();
    let files = built.files.iter().filter_map(|(file, bytes)| {
        let name = file.strip_prefix("tim-kiem/")?.strip_suffix(".bin")?;
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut plain).unwrap();
        Some((name, plain))
    });
    (contents, files.collect())
}

const TWO: &str = "//- content/resolutions/one.md
---
title: Thu hồi đất
number: 05/2024/NQ-HĐND
date: 2024-07-01
effective: 2024-07-11
session: Kỳ họp thứ 5, khóa X
topics: [Đất đai]
---
## Điều 1. Bồi thường

1. Hòa giải trước khi thu hồi.
//- content/topics/dat-dai.md
---
title: Đất đai
synonyms: [địa chính]
---
";

#[test]
fn what_is_published_can_be_found() {
    let built = site(TWO);
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    let (contents, files) = index(&built);
    let named = |name: &Value| files[name.as_str().unwrap()].as_slice();
    let cards: Vec<Value> = serde_json::from_slice(named(&contents["cards"][0])).unwrap();
    assert_eq!(contents["count"], cards.len());
    let titles: Vec<&str> = cards.iter().map(|card| card["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Kỳ họp thứ 5, khóa X", "Thu hồi đất", "Đất đai", "HĐND tỉnh Thử"]);
    assert_eq!(cards[1]["path"], "nghi-quyet/05-2024-nq-hdnd/");
    let words = String::from_utf8(named(&contents["words"]).to_vec()).unwrap();
    for line in ["hoa 1\n", "dat 2\n", "dia 2\n", "hoi 1\n"] {
        assert!(words.contains(line), "{line} in {words}");
    }
    let value = |column: usize| {
        let file = named(&contents["columns"][column][1]);
        let (labels, values): (Vec<(String, String)>, Vec<Vec<usize>>) =
            serde_json::from_slice(file).unwrap();
        labels[values[1][0]].0.clone()
    };
    assert_eq!(contents["columns"][1][0], "nam");
    assert_eq!(value(1), "2024");
    assert_eq!(value(2), "con-hieu-luc");
    // A small portal has its postings in one file, from the first number on.
    assert_eq!(contents["postings"].as_array().unwrap().len(), 1);
    assert_eq!(contents["postings"][0][0], "#5");
}

#[test]
fn the_index_does_not_depend_on_threads() {
    let all = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let built = build(demo(400), &Ask::default());
            let files = built.prepared.search_files(None).made;
            files.into_iter().map(|file| (file.route.output_file(), file.bytes)).collect::<Vec<_>>()
        })
    };
    let one = all(1);
    assert!(one.len() > 10, "{} files", one.len());
    assert!(one == all(3), "the bytes differ");
}

#[test]
fn the_page_works_without_its_script_and_names_what_it_needs() {
    let built = site(TWO);
    let page = built.page("tim-kiem/index.html");
    for expected in [
        "<form class=\"ask\" id=\"_tim\" role=\"search\"",
        "action=\"/tim-kiem/\"",
        "data-contents=\"/tim-kiem/danh-muc.json\"",
        "href=\"/nghi-quyet/nam-2024/\"",
        "href=\"/chu-de/dat-dai/\"",
        "Kỳ họp thứ 5, khóa X",
        "/theme/search.",
    ] {
        assert!(page.contains(expected), "{expected} in {page}");
    }
    assert!(built.page("nghi-quyet/index.html").contains("action=/tim-kiem/"), "the head of every page");
    let home = built.page("index.html");
    let data = home
        .split("<script type=\"application/ld+json\">")
        .nth(1)
        .unwrap()
        .split("</script>")
        .next()
        .unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    let target = &data["potentialAction"]["target"]["urlTemplate"];
    assert_eq!(target, "https://thu.example/tim-kiem/?q={search_term_string}");
    let description = built.page("tim-kiem/opensearch.xml");
    assert!(
        description.contains("template=\"https://thu.example/tim-kiem/?q={searchTerms}\""),
        "{description}"
    );
}
