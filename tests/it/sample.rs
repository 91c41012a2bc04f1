//! The sample portal of the repository.

use crate::harness::{Ask, sample};
use crate::{crawl, harness};

#[test]
fn it_builds_without_errors_and_every_link_leads_somewhere() {
    let built = sample(&Ask::default());
    assert!(!built.diagnostics.has_errors(), "{}", built.problems());
    assert_eq!(crawl::faults(&built), Vec::<String>::new());
    assert!(built.page("index.html").contains("Bản mẫu"), "the home page says that it is a sample");
}

#[test]
fn it_works_under_a_path_and_in_english() {
    let built = sample(&Ask { base_url: Some("https://example.vn/cong/hdnd/"), ..Ask::default() });
    assert_eq!(crawl::faults(&built), Vec::<String>::new());

    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut inputs = congbao::disk::read(root).unwrap();
    inputs.theme.clear();
    for source in &mut inputs.sources {
        if source.path.as_str() == "congbao.yaml" {
            source.text = source.text.replace("language: vi", "language: en");
        }
    }
    let english = harness::build(inputs, &Ask::default());
    assert!(!english.diagnostics.has_errors(), "{}", english.problems());
    assert_eq!(crawl::faults(&english), Vec::<String>::new());
    assert!(english.files.contains_key("sessions/term-xiv-session-14/index.html"));
}

#[test]
fn pages_are_linked_both_ways() {
    let built = sample(&Ask::default());
    let session = built.page("ky-hop/khoa-xiv-ky-hop-14/index.html");
    let resolution = "/nghi-quyet/nhiem-vu-6-thang-cuoi-nam-2023/";
    for (page, wanted) in [
        (session, resolution),
        (session, "/dai-bieu/nguyen-xuan-ky/"),
        (built.page("nghi-quyet/nhiem-vu-6-thang-cuoi-nam-2023/index.html"), "/ky-hop/khoa-xiv-ky-hop-14/"),
        (built.page("nghi-quyet/nhiem-vu-6-thang-cuoi-nam-2023/index.html"), "/nghi-quyet/128-nq-hdnd-2022/"),
        (built.page("nghi-quyet/128-nq-hdnd-2022/index.html"), resolution),
        (built.page("dai-bieu/nguyen-xuan-ky/index.html"), resolution),
        (built.page("chu-de/ngan-sach/index.html"), resolution),
        (built.page("van-ban/77-2015-qh13/index.html"), resolution),
        (built.page("khoa/xiv/index.html"), "/ky-hop/khoa-xiv-ky-hop-14/"),
    ] {
        assert!(
            page.contains(&format!("href=\"{wanted}\"")) || page.contains(&format!("href={wanted}")),
            "{wanted}"
        );
    }
}

#[test]
fn every_citation_of_the_long_resolution_is_a_link() {
    let built = sample(&Ask::default());
    let page = built.page("nghi-quyet/nhiem-vu-6-thang-cuoi-nam-2023/index.html");
    let text = &page[page.find("class=\"text\"").unwrap()..];
    let text = &text[..text.find("</section>").unwrap()];
    assert_eq!(text.matches("<a class=\"reference\"").count(), 45);
    let outside_links: String = text
        .split("<a class=\"reference\"")
        .map(|piece| piece.split_once("</a>").map_or(piece, |(_, rest)| rest))
        .collect();
    for symbol in ["NQ-HĐND", "/TU", "/TW", "-CP", "QĐ-TTg", "/QH15", "KH-UBND", "TB-HĐND", "TB-VPCP"] {
        assert!(!outside_links.contains(symbol), "{symbol} stands outside links: {outside_links}");
    }
}

#[test]
fn a_session_without_a_title_goes_by_number_and_term() {
    let built = sample(&Ask::default());
    for (file, bytes) in built.files.iter().filter(|(file, _)| file.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        assert!(!page.contains(">khoa-xiv-ky-hop-14<"), "{file} shows the name of a file");
    }
    assert!(built.page("dai-bieu/nguyen-xuan-ky/index.html").contains(">Kỳ họp thứ 14, khóa XIV</a>"));
}

#[test]
fn what_was_submitted_is_told_before_the_passing() {
    let built = sample(&Ask::default());
    let page = built.page("nghi-quyet/nhiem-vu-6-thang-cuoi-nam-2023/index.html");
    let timeline = &page[page.find("<ol class=\"timeline\">").unwrap()..];
    let places: Vec<Option<usize>> =
        ["2023-06-27", "1665/TTr-UBND", "2023-06-30", "156/BC-UBND", "2023-07-04", "2023-07-12", "Thông qua"]
            .iter()
            .map(|part| timeline.find(part))
            .collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}

#[test]
fn the_page_about_the_data_counts_what_is_held() {
    let built = sample(&Ask::default());
    let page = built.page("du-lieu/index.html");
    let cells = |words: &str| {
        let row = page.split("<tr>").find(|row| row.contains(words)).unwrap_or_else(|| panic!("{words}"));
        let cells = row.split("</td>").filter_map(|cell| cell.rsplit('>').next());
        cells.filter_map(|number| number.parse::<usize>().ok()).collect::<Vec<_>>()
    };
    let site = &built.prepared.site;
    assert_eq!(cells("href=\"/nghi-quyet/\""), [site.resolutions.len()]);
    assert_eq!(cells("href=\"/van-ban/\""), [site.known.len()]);
    // One resolution, without a number, with a text and a day of effect, without a file.
    assert_eq!(cells("href=\"/nghi-quyet/nam-2023/\""), [1, 0, 1, 1, 0]);
}

#[test]
fn changes_by_later_resolutions_are_marked_at_their_provision() {
    let built = sample(&Ask::default());
    let page = built.page("nghi-quyet/901-2016-nq-hdnd/index.html");
    for wanted in [
        "Hết hiệu lực một phần",
        "href=\"/nghi-quyet/902-2018-nq-hdnd/#dieu-1-khoan-1\"",
        "href=\"/nghi-quyet/903-2019-nq-hdnd/#dieu-1\"",
        "Cách xác định hiệu lực",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    assert_eq!(page.matches("Có thay đổi").count(), 2, "two articles are marked in the contents");
    assert_eq!(page.matches("Đã bãi bỏ").count(), 1);
}
