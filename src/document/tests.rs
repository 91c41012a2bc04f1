use super::*;

fn read(path: &str, text: &str) -> Checked<Option<Document>> {
    let source = Source { id: FileId(0), path: SitePath::new(path).unwrap(), text: text.to_owned() };
    parse(&source, &KnownNames::default())
}

fn codes(path: &str, text: &str) -> Vec<&'static str> {
    read(path, text).diagnostics.iter().map(|problem| problem.code.0).collect()
}

#[test]
fn the_place_of_a_file_tells_kind_and_name() {
    for (path, expected) in [
        ("content/resolutions/2023/a.md", Some((Kind::Resolution, "resolutions/2023/a"))),
        ("content/news/b/index.md", Some((Kind::News, "news/b"))),
        ("content/news/index.md", Some((Kind::News, "news/index"))),
        ("content/a.md", None),
        ("content/resolution/a.md", None),
    ] {
        let span = Span { file: FileId(0), start: 0, end: 0 };
        let placement = placement(&SitePath::new(path).unwrap(), span).ok();
        assert_eq!(
            placement.as_ref().map(|placement| (placement.kind, placement.id.0.as_str())),
            expected,
            "{path}"
        );
    }
}

#[test]
fn vietnamese_names_of_fields_are_read() {
    let text = "---\nso_hieu: 128/NQ-HĐND\ntrich_yeu: Về ngân sách\nngay_ban_hanh: 2022-12-09\nngay_hieu_luc: 2022-12-19\nnguoi_ky: Trần Văn A\nky_hop: Kỳ họp thứ 12, khóa XIV\nchu_de: Ngân sách\n---\nNội dung.\n";
    let checked = read("content/resolutions/a.md", text);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    let document = checked.value.unwrap();
    assert_eq!(document.title(), "Về ngân sách");
    let Some(fields) = document.fields.resolution() else { panic!("a resolution") };
    assert_eq!(fields.number.as_ref().unwrap().value, "128/NQ-HĐND");
    assert!(matches!(document.common.session, Some(SessionReference::Text(_))));
    assert_eq!(document.body.excerpt, "Nội dung.");
}

#[test]
fn what_is_wrong_is_told_and_the_rest_is_kept() {
    for (text, expected) in [
        ("---\nnumber: 1/NQ-HĐND\n---\n", vec!["missing-field"]),
        ("---\ntitle: x\ntopic: y\n---\n", vec!["unknown-field"]),
        ("---\ntitle: x\ndate: 2023-02-30\n---\n", vec!["impossible-date"]),
        ("---\ntitle: {a: b}\n---\n", vec!["wrong-type", "missing-field"]),
        ("---\ntitle: x\nvote: {for: nhiều}\n---\n", vec!["wrong-type"]),
        ("---\ntitle: x\nsession: {term: XIV, numbr: 4}\n---\n", vec!["unknown-field"]),
        ("", vec!["missing-front-matter"]),
    ] {
        assert_eq!(codes("content/resolutions/a.md", text), expected, "{text}");
    }
    assert_eq!(codes("content/resolution/a.md", ""), ["unknown-folder", "missing-front-matter"]);
}

#[test]
fn sessions_and_officials_are_named_in_their_own_way() {
    assert_eq!(codes("content/sessions/a.md", "---\nterm: XIV\nnumber: 14\n---\n"), Vec::<&str>::new());
    assert_eq!(codes("content/sessions/a.md", "---\nterm: XIV\n---\n"), ["missing-field"]);
    assert_eq!(codes("content/officials/a.md", "---\nname: Trần Văn A\n---\n"), Vec::<&str>::new());
    assert_eq!(codes("content/officials/a.md", "---\nroles: []\n---\n"), ["missing-field"]);
}
