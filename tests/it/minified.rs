//! Minified pages are the same pages: same tree, same attributes, same visible text.

use scraper::{Html, Node};

use crate::harness::{Ask, Built, build};

fn portal(minify: bool) -> Built {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut inputs = congbao::disk::read(root).unwrap();
    inputs.theme.clear();
    for source in &mut inputs.sources {
        if source.path.as_str() == "congbao.yaml" {
            source.text.push_str(&format!("minify: {minify}\n"));
        }
    }
    build(inputs, &Ask::default())
}

/// The tree of a page in lines: elements with their attributes in order of name, text with its white space folded.
/// Text between words counts; white space between blocks does not.
fn tree(html: &str) -> String {
    let document = Html::parse_document(html);
    let mut lines = String::new();
    for node in document.tree.nodes() {
        match node.value() {
            Node::Element(element) => {
                let mut attributes: Vec<String> = element
                    .attrs()
                    .filter(|(_, value)| !value.is_empty())
                    .map(|(name, value)| format!("{name}={value}"))
                    .collect();
                attributes.sort();
                lines.push_str(&format!("\n<{} {}>", element.name(), attributes.join(" ")));
            }
            Node::Text(text) => {
                let words: Vec<&str> = text.split_ascii_whitespace().collect();
                lines.push_str(&words.join(" "));
            }
            _ => {}
        }
    }
    lines
}

/// What a reader sees: all text in order, every run of white space as one space. Blocks part words by themselves.
fn visible(html: &str) -> String {
    const BLOCKS: [&str; 37] = [
        "html",
        "head",
        "body",
        "div",
        "main",
        "nav",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "details",
        "summary",
        "title",
        "blockquote",
        "form",
        "figure",
    ];
    fn walk(node: ego_tree::NodeRef<'_, Node>, text: &mut String) {
        for child in node.children() {
            match child.value() {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) => {
                    let is_block = BLOCKS.contains(&element.name());
                    if is_block {
                        text.push('\0');
                    }
                    walk(child, text);
                    if is_block {
                        text.push('\0');
                    }
                }
                _ => {}
            }
        }
    }
    let mut text = String::new();
    walk(Html::parse_document(html).tree.root(), &mut text);
    text.split('\0')
        .map(|line| line.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_page_of_the_sample_is_the_same_minified_or_not() {
    let (small, large) = (portal(true), portal(false));
    assert_eq!(small.files.keys().collect::<Vec<_>>(), large.files.keys().collect::<Vec<_>>());
    let (mut before, mut after) = (0, 0);
    for (file, bytes) in small.files.iter().filter(|(file, _)| file.ends_with(".html")) {
        let (minified, plain) = (std::str::from_utf8(bytes).unwrap(), large.page(file));
        assert_eq!(tree(minified), tree(plain), "{file}");
        assert_eq!(visible(minified), visible(plain), "{file}");
        before += plain.len();
        after += minified.len();
    }
    assert!(after < before, "minified {after}, plain {before}");
}
