//! `congbao init` with the real command: the portal builds at once, in both languages.

use crate::check::{folder, run};
use crate::crawl;
use crate::harness::{Ask, build};

#[test]
fn a_new_portal_builds_at_once_and_has_no_problem() {
    for (language, guide, home, fields) in
        [("vi", "huong-dan", "Dữ liệu bịa", "cac-truong"), ("en", "guide", "Made-up data", "fields")]
    {
        let folder = folder("");
        let (code, stdout, stderr) = run(folder.path(), &["init", "portal", "--language", language]);
        assert_eq!((code, stdout.as_str()), (0, "portal\n"), "{stderr}");
        let root = folder.path().join("portal");
        let (code, stdout, _) = run(&root, &["check", "--strict"]);
        assert_eq!((code, stdout.as_str()), (0, "no problems in 8 documents and 3 records\n"));
        let built = build(congbao::disk::read(&root).unwrap(), &Ask::default());
        assert_eq!(built.problems(), "");
        assert_eq!(crawl::faults(&built), Vec::<String>::new());
        assert!(built.page("index.html").contains(home));
        assert!(built.page(&format!("{guide}/index.html")).contains(&format!("/{fields}/")));
        assert!(built.page(&format!("{fields}/index.html")).contains("<code>effective</code>"));
        let reached: Vec<&String> = built
            .files
            .iter()
            .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(&format!("/{guide}/")))
            .map(|(file, _)| file)
            .collect();
        assert!(
            reached.iter().any(|file| *file == "index.html"),
            "the guide is reached from home: {reached:?}"
        );

        for file in [".vscode/settings.json", ".vscode/extensions.json", ".vscode/congbao.code-snippets"] {
            let text = std::fs::read_to_string(root.join(file)).unwrap();
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            let schemas = value["yaml.schemas"].as_object();
            for path in schemas.iter().flat_map(|schemas| schemas.keys()) {
                assert!(root.join(path).is_file(), "{path}");
            }
        }
        for file in [".github/workflows/portal.yml", ".gitlab-ci.yml"] {
            let text = std::fs::read_to_string(root.join(file)).unwrap();
            let value: serde_json::Value = serde_yaml::from_str(&text).unwrap();
            assert!(
                value.is_object() && text.contains("congbao check") && !text.contains("{version}"),
                "{text}"
            );
        }
        assert!(std::fs::read_to_string(root.join(".gitignore")).unwrap().contains("/public"));
    }
}

#[test]
fn a_folder_that_is_not_empty_is_left_alone() {
    let fresh = folder("//- portal/.git/HEAD\nx\n");
    let (code, _, stderr) = run(fresh.path(), &["init", "portal"]);
    assert_eq!((code, fresh.path().join("portal/congbao.yaml").is_file()), (0, true), "{stderr}");
    let (code, _, stderr) = run(fresh.path(), &["init", "portal/congbao.yaml"]);
    assert!(code == 2 && stderr.contains("is a file"), "{stderr}");

    let folder = folder("//- portal/a.txt\nx\n");
    let (code, stdout, stderr) = run(folder.path(), &["init", "portal"]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("is not empty"), "{stderr}");
    assert_eq!(std::fs::read_dir(folder.path().join("portal")).unwrap().count(), 1);
}
