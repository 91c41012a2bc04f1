//! The phases on the made-up portal: parse, link, plan, render, and all of them together; and what is recognised in texts.

use std::sync::Arc;

use congbao::build::{Clock, Output, Prepared, Settings, prepare};
use congbao::demo::{Demo, DemoOptions};
use congbao::document;
use congbao::inputs::{BuildTime, Inputs};
use congbao::legal::instruction::instructions;
use congbao::legal::structure::{plain_blocks, structure};
use congbao::legal::{KnownNames, Reading};
use congbao::link::{Drafts, Linkable, link};
use congbao::markdown::{self, Form};
use congbao::path::SitePath;
use congbao::text::{FileId, Source, parse_date};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use rayon::prelude::*;

/// Documents of the portal that is measured.
const DOCUMENTS: u32 = 300;

fn main() {
    divan::main();
}

fn inputs() -> Inputs {
    let demo = Demo::new(DemoOptions { documents: DOCUMENTS, seed: 1 });
    let mut inputs = Inputs::default();
    for index in 0..demo.len() {
        let Some(file) = demo.file(index) else { continue };
        let Some(path) = SitePath::new(&file.path) else { continue };
        let id = FileId(u32::try_from(inputs.sources.len()).unwrap_or(u32::MAX));
        if path.as_str() == "congbao.yaml" {
            inputs.config = Some(id);
        }
        inputs.sources.push(Source { id, path, text: file.text });
    }
    inputs
}

fn settings() -> Settings {
    let day = parse_date("2026-01-01").unwrap_or_default();
    Settings { clock: Clock::Day(day), drafts: Drafts::Hidden, base_url: None }
}

fn make_all(prepared: &Prepared) -> usize {
    let (data, tables) = prepared.data();
    let made = prepared.plan.jobs.par_iter().map(|job| match prepared.make(job, || &tables).value {
        Some(Output::Made(artifact)) => artifact.bytes.len(),
        _ => 0,
    });
    made.sum::<usize>() + data.iter().map(|artifact| artifact.bytes.len()).sum::<usize>()
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let inputs = inputs();
    let documents: Vec<&Source> =
        inputs.sources.iter().filter(|source| source.path.extension() == Some("md")).collect();
    let bytes: usize = documents.iter().map(|source| source.text.len()).sum();
    let fronts: Vec<_> = documents.iter().filter_map(|source| document::read(source).value).collect();
    let known = KnownNames::new(fronts.iter().flat_map(document::Front::people));
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for source in &documents {
            black_box(document::parse(source, &known));
        }
    });
}

#[divan::bench]
fn link_and_plan(bencher: Bencher<'_, '_>) {
    let inputs = inputs();
    let config = inputs.config.and_then(|id| inputs.source(id)).map(congbao::config::read);
    let config = config.map(|checked| checked.value).unwrap_or_default();
    let theme = congbao::theme::Theme::load(&[], &config).value;
    let time = BuildTime { day: parse_date("2026-01-01").unwrap_or_default(), time: None };
    bencher
        .with_inputs(|| {
            let sources = inputs.sources.iter().filter(|source| source.path.extension() == Some("md"));
            let documents = sources
                .filter_map(|source| document::parse(source, &KnownNames::default()).value.map(Arc::new))
                .collect();
            Linkable { documents, ..Linkable::default() }
        })
        .bench_values(|linkable| {
            let site = link(linkable, &config, time, Drafts::Hidden).value;
            black_box(congbao::plan::plan(&site, &config, &theme.words));
        });
}

#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let prepared = prepare(&inputs(), &settings()).value;
    bencher.bench(|| make_all(black_box(&prepared)));
}

#[divan::bench]
fn whole_build(bencher: Bencher<'_, '_>) {
    let inputs = inputs();
    bencher.bench(|| make_all(&prepare(black_box(&inputs), &settings()).value));
}

/// The texts of resolutions with the bytes they have, and the names that are looked for.
fn texts() -> (Vec<String>, BytesCount, KnownNames) {
    let inputs = inputs();
    let documents = inputs.sources.iter().filter(|source| source.path.extension() == Some("md"));
    let fronts: Vec<_> = documents.clone().filter_map(|source| document::read(source).value).collect();
    let known = KnownNames::new(fronts.iter().flat_map(document::Front::people));
    let resolutions = documents.filter(|source| source.path.as_str().starts_with("content/resolutions/"));
    let texts: Vec<String> =
        resolutions.filter_map(|source| source.text.splitn(3, "---\n").nth(2).map(str::to_owned)).collect();
    let bytes = BytesCount::new(texts.iter().map(String::len).sum::<usize>());
    (texts, bytes, known)
}

#[divan::bench]
fn read_texts(bencher: Bencher<'_, '_>) {
    let (texts, bytes, _) = texts();
    bencher.counter(bytes).bench(|| {
        for paragraph in texts.iter().flat_map(|text| text.lines()) {
            black_box(Reading::new(paragraph));
        }
    });
}

#[divan::bench]
fn find_citations(bencher: Bencher<'_, '_>) {
    let (texts, bytes, _) = texts();
    let readings: Vec<Reading> = texts.iter().flat_map(|text| text.lines()).map(Reading::new).collect();
    bencher.counter(bytes).bench(|| {
        for reading in &readings {
            black_box(reading.citations());
        }
    });
}

#[divan::bench]
fn find_people(bencher: Bencher<'_, '_>) {
    let (texts, bytes, known) = texts();
    let readings: Vec<Reading> = texts.iter().flat_map(|text| text.lines()).map(Reading::new).collect();
    bencher.counter(bytes).bench(|| {
        for reading in &readings {
            black_box(reading.people(&known));
        }
    });
}

#[divan::bench]
fn find_structure(bencher: Bencher<'_, '_>) {
    let (texts, bytes, _) = texts();
    bencher.counter(bytes).bench(|| {
        for text in &texts {
            black_box(structure(&plain_blocks(text)));
        }
    });
}

#[divan::bench]
fn find_effects(bencher: Bencher<'_, '_>) {
    let (texts, bytes, _) = texts();
    let texts: Vec<_> = texts.iter().map(|text| plain_blocks(text)).collect();
    let structures: Vec<_> = texts.iter().map(|blocks| structure(blocks)).collect();
    bencher.counter(bytes).bench(|| {
        for (blocks, structure) in texts.iter().zip(&structures) {
            black_box(instructions(blocks, structure));
        }
    });
}

/// Structure, citations, people and instructions together, with the HTML that they are marked in.
#[divan::bench]
fn recognise_all(bencher: Bencher<'_, '_>) {
    let (texts, bytes, known) = texts();
    let path = SitePath::new("content/resolutions/a.md");
    let source = |text| path.clone().map(|path| Source { id: FileId(0), path, text });
    let sources: Vec<Source> = texts.into_iter().filter_map(source).collect();
    let form = Form { top_level: 3, is_resolution: true };
    bencher.counter(bytes).bench(|| {
        for source in &sources {
            black_box(markdown::parse(source, 0, form, &known));
        }
    });
}
