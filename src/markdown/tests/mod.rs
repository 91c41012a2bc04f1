mod instructions;
mod lists;
mod pages;
mod pasted;
mod resolutions;

use super::*;
use crate::legal::ProvisionPath;
use crate::path::SitePath;
use crate::text::FileId;

/// A page that leaves addresses open and notes where remarks on provisions can stand.
#[derive(Default)]
struct Bare {
    remarks: Vec<(usize, usize)>,
    /// The anchors of provisions whose number can be a link.
    numbers: Vec<String>,
}

impl Fill for Bare {
    fn address(&mut self, _: usize) -> Option<String> {
        Some(String::new())
    }

    fn begin_number(&mut self, anchor: &str, _: &mut String) -> bool {
        self.numbers.push(anchor.to_owned());
        false
    }

    fn behind(&mut self, provisions: &[usize], html: &mut String) {
        self.remarks.extend(provisions.iter().map(|provision| (*provision, html.len())));
    }
}

impl Body {
    /// Its HTML without addresses.
    pub(crate) fn html(&self) -> String {
        self.html_with_remarks().0
    }

    /// The same with the byte where remarks on each provision can stand.
    fn html_with_remarks(&self) -> (String, Vec<(usize, usize)>) {
        let (mut html, mut page) = (String::new(), Bare::default());
        write_html(self.pieces(), &mut page, &mut html);
        (html, page.remarks)
    }

    /// Panics where an element, mention or place is not what a tree promises.
    fn check_tree(&self) {
        let (mut open, mut mention, mut words) = (Vec::new(), None, 0);
        for piece in self.pieces() {
            match piece {
                Piece::Words(run) => words += run.len(),
                Piece::Open(start) => {
                    assert!(start.link().is_none_or(|link| link < self.links.len()));
                    let is_known = |anchor: &str| self.anchors.iter().any(|own| own == anchor);
                    assert!(start.anchor().is_none_or(is_known));
                    if !start.element.is_void() {
                        open.push(start.element);
                    }
                }
                Piece::Close(element) => assert_eq!(open.pop(), Some(element), "{}", self.html()),
                Piece::Mention(index) => {
                    assert_eq!(mention.replace((index, open.len())), None);
                    assert_eq!(self.mentions[index].words.start, words);
                }
                Piece::MentionEnd => {
                    let (index, depth) = mention.take().expect("a mention that has begun");
                    assert_eq!(
                        (self.mentions[index].words.end, depth),
                        (words, open.len()),
                        "{}",
                        self.html()
                    );
                }
                Piece::Remark(index) => {
                    assert!(self.law.as_ref().is_some_and(|law| index < law.provisions.len()));
                }
                Piece::Raw(raw) => panic!("{raw}"),
            }
        }
        assert_eq!((open, mention, words), (vec![], None, self.tree.words().len()));
        let kept = postcard::to_stdvec(&self.tree).expect("bytes");
        assert_eq!(postcard::from_bytes::<Tree>(&kept).as_ref(), Ok(&self.tree));
    }
}

fn source(text: &str) -> Source {
    Source { id: FileId(0), path: SitePath::new("content/news/a.md").unwrap(), text: text.to_owned() }
}

const PAGE: Form = Form { top_level: 2, is_resolution: false };
const RESOLUTION: Form = Form { top_level: 3, is_resolution: true };

fn read(text: &str) -> (Body, Vec<&'static str>) {
    let checked = parse(&source(text), 0, PAGE, &KnownNames::default());
    let codes = checked.diagnostics.iter().map(|problem| problem.code.0).collect();
    (checked.value, codes)
}

fn resolution(text: &str) -> Body {
    parse(&source(text), 0, RESOLUTION, &KnownNames::default()).value
}

/// What a text does, one act after another: `Delete 5 khoản 2 Điều 3`, with the day, and `?` where it is not certain. `number` stands
/// for the first digits of the symbol.
fn acts(text: &str) -> Vec<String> {
    let body = resolution(text);
    let law = body.law.as_ref().unwrap();
    let own = law.instructions.iter().filter(|act| act.agent.is_none() && !act.is_summary);
    own.map(|act| {
        let crate::markdown::Found::Citation(citation) = &body.mentions[act.target].found else {
            return String::new();
        };
        let symbol = citation.symbol.as_ref().map_or("", |symbol| symbol.key.as_str());
        let number = symbol.split(['/', '-']).next().unwrap_or_default();
        let provisions: Vec<&str> = act.provisions.iter().map(|named| named.words.as_str()).collect();
        let extent = if act.extent == crate::legal::instruction::Extent::Partial { " part" } else { "" };
        let day = match act.from {
            Some(crate::legal::instruction::Day::On(day)) => format!(" from {day}"),
            _ => String::new(),
        };
        let doubt = if act.certainty.is_sure() { "" } else { " ?" };
        let goes_on = act.action == crate::legal::instruction::Action::Extends;
        let number = if goes_on { format!("goes on {number}") } else { number.to_owned() };
        format!("{number}{extent} {}{day}{doubt}", provisions.join(", "))
            .replace("  ", " ")
            .trim_end()
            .to_owned()
    })
    .collect()
}

fn told(text: &str, form: Form) -> (Body, Vec<String>) {
    let source = source(text);
    let checked = parse(&source, 0, form, &KnownNames::default());
    let lines = |at: &crate::diag::At| match at {
        crate::diag::At::Span(span) => text[..span.start as usize].matches('\n').count() + 1,
        _ => 0,
    };
    let told = checked.diagnostics.iter().map(|problem| {
        let grave = if problem.severity == crate::diag::Severity::Error { "error" } else { "warning" };
        format!("{grave} {} {}", problem.code.0, lines(&problem.at))
    });
    let told = told.collect();
    (checked.value, told)
}

fn anchors_of(body: &Body) -> Vec<&str> {
    body.law.iter().flat_map(|law| &law.provisions).map(|provision| provision.anchor.as_str()).collect()
}
