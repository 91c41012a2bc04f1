//! Makes sites for tests: from many files in one string, from folders, from the made-up portal.

use std::collections::BTreeMap;
use std::path::Path;

use congbao::build::{Clock, Output, Prepared, Settings, prepare};
use congbao::config::BaseUrl;
use congbao::demo::{Demo, DemoOptions};
use congbao::diag::{At, Catalogue, Diagnostics, Language, Severity};
use congbao::inputs::{Asset, Inputs, ThemeFile, decode};
use congbao::link::Drafts;
use congbao::path::SitePath;
use congbao::text::{FileId, LineIndex, Source, parse_date};
use rayon::prelude::*;

/// The configuration that sites in one string have unless they bring their own. What a resolution leaves out is told in
/// tests of that alone.
pub(crate) const CONFIG: &str = "title: Cổng thử
base_url: https://thu.example/
organization: HĐND tỉnh Thử
checks: {missing-day: off, missing-effect: off, missing-number: off, missing-signer: off, missing-topic: off}
";

/// A site that was built in memory.
pub(crate) struct Built {
    /// The bytes of every file, by its path in the output folder.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// What was wrong, in order.
    pub(crate) diagnostics: Diagnostics,
    /// What it was made from.
    pub(crate) inputs: Inputs,
    /// What it was made with.
    pub(crate) prepared: Prepared,
}

impl Built {
    /// A page as text.
    pub(crate) fn page(&self, file: &str) -> &str {
        let bytes = self
            .files
            .get(file)
            .unwrap_or_else(|| panic!("no page {file} among {:?}", self.files.keys().collect::<Vec<_>>()));
        std::str::from_utf8(bytes).unwrap()
    }

    /// Every problem on a line: severity, place, code, message, remedy.
    pub(crate) fn problems(&self) -> String {
        problems(&self.inputs, &self.diagnostics)
    }

    /// The codes of all problems.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        self.diagnostics.iter().map(|problem| problem.code.0).collect()
    }
}

/// Every problem on a line: severity, place, code, message, remedy.
pub(crate) fn problems(inputs: &Inputs, diagnostics: &Diagnostics) -> String {
    let words = Catalogue::of(Language::English);
    let lines: Vec<String> = diagnostics
        .iter()
        .map(|problem| {
            let severity = match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            let help = problem.help.as_ref().map(|help| words.say(help)).unwrap_or_default();
            format!(
                "{severity} {} {}: {} | {help}",
                place(inputs, &problem.at),
                problem.code.0,
                words.say(&problem.message)
            )
        })
        .collect();
    lines.join("\n")
}

fn place(inputs: &Inputs, at: &At) -> String {
    match at {
        At::Span(span) => {
            let source = inputs.source(span.file).unwrap();
            let place = LineIndex::new(&source.text).place(span.start as usize);
            format!("{}:{}:{}", source.path, place.line, place.column)
        }
        At::File(path) => path.clone(),
        At::Template { path, line, column, .. } => format!("{path}:{line}:{column}"),
    }
}

/// What a test may ask for.
pub(crate) struct Ask<'a> {
    pub(crate) day: &'a str,
    pub(crate) base_url: Option<&'a str>,
    pub(crate) drafts: Drafts,
}

impl Default for Ask<'_> {
    fn default() -> Self {
        Self { day: "2026-01-01", base_url: None, drafts: Drafts::Hidden }
    }
}

impl Ask<'_> {
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            clock: Clock::Day(parse_date(self.day).unwrap()),
            drafts: self.drafts,
            base_url: self.base_url.map(|text| BaseUrl::parse(text).unwrap()),
        }
    }
}

/// Builds inputs.
pub(crate) fn build(inputs: Inputs, ask: &Ask<'_>) -> Built {
    let checked = prepare(&inputs, &ask.settings());
    let mut diagnostics = checked.diagnostics;
    let prepared = checked.value;
    let files = make_all(&prepared, &mut diagnostics);
    Built { files, diagnostics: diagnostics.sorted(), inputs, prepared }
}

/// Makes every file of a site.
pub(crate) fn make_all(prepared: &Prepared, diagnostics: &mut Diagnostics) -> BTreeMap<String, Vec<u8>> {
    let (data, tables) = prepared.data();
    let made: Vec<_> = prepared.plan.jobs.par_iter().map(|job| prepared.make(job, || &tables)).collect();
    let mut files = BTreeMap::new();
    for checked in made {
        diagnostics.append(checked.diagnostics);
        match checked.value {
            Some(Output::Made(artifact)) => {
                files.insert(artifact.route.output_file(), artifact.bytes);
            }
            Some(Output::Copied(_, route)) => {
                files.insert(route.output_file(), b"(a file of the portal)".to_vec());
            }
            None => {}
        }
    }
    for artifact in prepared.search_files(None).made.into_iter().chain(prepared.theme_files()).chain(data) {
        files.insert(artifact.route.output_file(), artifact.bytes);
    }
    files
}

/// Inputs from files in one string: each begins with a line `//- path`.
pub(crate) fn inputs(text: &str) -> Inputs {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("//- ") {
            Some(path) => files.push((path.trim().to_owned(), String::new())),
            None => files.last_mut().expect("a file begins with `//- path`").1.push_str(line),
        }
    }
    inputs_of(files.into_iter().map(|(path, text)| (path, text.into_bytes())))
}

/// Inputs from paths and bytes, as they would be read from disk.
pub(crate) fn inputs_of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Inputs {
    let mut files: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
    files.entry("congbao.yaml".to_owned()).or_insert_with(|| CONFIG.as_bytes().to_vec());
    let mut inputs = Inputs::default();
    for (path, bytes) in files {
        let site_path = SitePath::new(&path).unwrap_or_else(|| panic!("{path}"));
        if let Some(inner) = path.strip_prefix("themes/") {
            inputs.theme.push(ThemeFile { path: SitePath::new(inner).unwrap(), bytes });
        } else if path.ends_with(".md") || path.ends_with(".yaml") {
            let id = FileId(inputs.sources.len() as u32);
            if path == "congbao.yaml" {
                inputs.config = Some(id);
            }
            let (text, _) = decode(&bytes).expect("text");
            inputs.sources.push(Source { id, path: site_path, text });
        } else {
            inputs.assets.push(Asset { path: site_path, size: bytes.len() as u64 });
        }
    }
    inputs
}

/// Builds a site from files in one string.
pub(crate) fn site(text: &str) -> Built {
    build(inputs(text), &Ask::default())
}

/// The inputs of the made-up portal.
pub(crate) fn demo(documents: u32) -> Inputs {
    let demo = Demo::new(DemoOptions { documents, seed: 1 });
    let files = (0..demo.len()).map(|index| demo.file(index).unwrap());
    inputs_of(files.map(|file| (file.path, file.text.into_bytes())))
}

/// The sample portal that lies in the repository.
pub(crate) fn sample(ask: &Ask<'_>) -> Built {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut inputs = congbao::disk::read(root).unwrap();
    // The theme that is in the binary is the one in the repository: one source for both.
    inputs.theme.clear();
    build(inputs, ask)
}

/// Where the collection of real texts lies, when the caller names it.
pub(crate) fn corpora() -> Option<std::path::PathBuf> {
    std::env::var_os("CONGBAO_CORPORA").map(Into::into)
}

/// The lines of a compressed file of JSON objects.
pub(crate) fn json_lines(path: &Path) -> Vec<serde_json::Value> {
    use std::io::Read;
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(path).unwrap()).read_to_string(&mut text).unwrap();
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The HTML of a body by itself: the addresses of its links are empty.
pub(crate) fn html_of(body: &congbao::markdown::Body) -> String {
    struct Bare;
    impl congbao::markdown::Fill for Bare {
        fn address(&mut self, _: usize) -> Option<String> {
            Some(String::new())
        }
    }
    let mut html = String::new();
    congbao::markdown::write_html(body.pieces(), &mut Bare, &mut html);
    html
}
