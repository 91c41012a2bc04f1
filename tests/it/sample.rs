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
