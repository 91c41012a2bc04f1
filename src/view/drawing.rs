//! Drawings as values: shapes with places, sizes and classes, in CSS pixels. Templates get the shapes as SVG elements
//! and put them into pictures.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::markdown::escape;
use crate::theme::Ready;

/// A picture of figures: the same drawing for wide and for narrow screens.
#[derive(Debug, Serialize)]
pub struct Chart {
    /// Begins the ids of its titles and descriptions; unique on the page.
    pub id: String,
    /// What it shows, in a few words.
    pub title: String,
    /// What it shows, in figures: for those who do not see it.
    pub description: String,
    /// For screens of 768 pixels and more.
    pub wide: Drawing,
    /// For smaller ones.
    pub narrow: Drawing,
    /// Whether it is read as a whole or has links to be reached.
    pub reading: Reading,
    /// What the colours mean, with the figures.
    pub legend: Vec<LegendEntry>,
}

/// How those who do not see a picture read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// By its title and description.
    Whole,
    /// By the links in it.
    Links,
}

/// A colour with what it means.
#[derive(Debug, Serialize)]
pub struct LegendEntry {
    /// A small square that looks as the part does.
    pub swatch: Drawing,
    /// What it means.
    pub label: String,
    /// Its figure.
    pub value: String,
}

/// Shapes on an area that begins at 0, 0.
#[derive(Debug, Default)]
pub struct Drawing {
    /// Pixels.
    pub width: f64,
    /// Pixels.
    pub height: f64,
    /// From the lowest to the highest.
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Debug)]
pub enum Shape {
    /// A rectangle.
    Bar {
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// How it looks: `track`, `part`, `good`, `middling`, `bad`.
        class: &'static str,
    },
    /// A line.
    Line {
        /// Where it begins.
        x1: f64,
        /// Where it begins.
        y1: f64,
        /// Where it ends.
        x2: f64,
        /// Where it ends.
        y2: f64,
        /// How it looks: `goal`.
        class: &'static str,
    },
    /// A line of text.
    Text {
        /// Where it begins, or ends or has its middle if the class says so.
        x: f64,
        /// Its base line.
        y: f64,
        /// The words.
        words: String,
        /// How it looks: `label`, `sub`, `inside`, `value`, `middle`.
        class: &'static str,
    },
    /// A circle.
    Circle {
        /// Its middle.
        x: f64,
        /// Its middle.
        y: f64,
        /// Its radius.
        radius: f64,
        /// How it looks.
        class: &'static str,
    },
    /// Lines from point to point.
    Path {
        /// As SVG writes them: `M0 0L10 10`.
        steps: String,
        /// How it looks.
        class: &'static str,
    },
    /// Shapes that lead somewhere together.
    Link {
        /// Where they lead, ready for `href`.
        address: String,
        /// What it is called, where its words do not say so in full.
        name: Option<String>,
        /// From the lowest to the highest; no links.
        shapes: Vec<Shape>,
    },
}

impl Chart {
    /// A picture that is read as a whole, without a legend.
    pub(super) fn picture(
        id: impl Into<String>,
        title: impl Into<String>,
        description: impl Into<String>,
        wide: Drawing,
        narrow: Drawing,
    ) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            description: description.into(),
            wide,
            narrow,
            reading: Reading::Whole,
            legend: Vec::new(),
        }
    }
}

impl Drawing {
    /// Adds a rectangle.
    pub(super) fn bar(&mut self, class: &'static str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let [x, y, width, height] = [x, y, width, height].map(tenths);
        self.shapes.push(Shape::Bar { x, y, width, height, class });
    }

    /// Adds an upright line.
    pub(super) fn upright(&mut self, class: &'static str, x: f64, from: f64, to: f64) {
        self.line(class, (x, from), (x, to));
    }

    /// Adds a line.
    pub(super) fn line(&mut self, class: &'static str, from: (f64, f64), to: (f64, f64)) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(tenths);
        self.shapes.push(Shape::Line { x1, y1, x2, y2, class });
    }

    /// Adds a circle.
    pub(super) fn circle(&mut self, class: &'static str, (x, y): (f64, f64), radius: f64) {
        let [x, y, radius] = [x, y, radius].map(tenths);
        self.shapes.push(Shape::Circle { x, y, radius, class });
    }

    /// Adds lines; each begins at its first point. Lines that look the same are one shape, where the first was added.
    pub(super) fn path<'a>(
        &mut self,
        class: &'static str,
        lines: impl IntoIterator<Item = &'a [(f64, f64)]>,
    ) {
        let same = self.shapes.iter_mut().find_map(|shape| match shape {
            Shape::Path { steps, class: own } if *own == class => Some(steps),
            _ => None,
        });
        let mut added = String::new();
        let steps = same.unwrap_or(&mut added);
        for line in lines {
            let mut before: Option<(f64, f64)> = None;
            for point in line.iter().map(|(x, y)| (tenths(*x), tenths(*y))) {
                let is_same = |one: f64, other: f64| one.to_bits() == other.to_bits();
                let (step, across, down) = match before {
                    None => ('M', true, true),
                    Some((_, y)) if is_same(y, point.1) => ('H', true, false),
                    Some((x, _)) if is_same(x, point.0) => ('V', false, true),
                    Some(_) => ('L', true, true),
                };
                steps.push(step);
                if across {
                    push_pixels(point.0, steps);
                }
                if across && down {
                    steps.push(' ');
                }
                if down {
                    push_pixels(point.1, steps);
                }
                before = Some(point);
            }
        }
        if !added.is_empty() {
            self.shapes.push(Shape::Path { steps: added, class });
        }
    }

    /// Adds diagonal stripes within a rectangle.
    pub(super) fn stripes(&mut self, class: &'static str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        const STEP: f64 = 9.0;
        let mut lines: Vec<[(f64, f64); 2]> = Vec::new();
        let mut foot = STEP / 2.0 - height;
        while foot < width {
            // From the lower edge at `foot` up to the right, cut at the sides.
            let from = foot.max(0.0);
            let to = (foot + height).min(width);
            if to - from > 1.0 {
                lines.push([(x + from, y + height - (from - foot)), (x + to, y + height - (to - foot))]);
            }
            foot += STEP;
        }
        self.path(class, lines.iter().map(<[_; 2]>::as_slice));
    }

    /// Adds a line of text.
    pub(super) fn text(&mut self, class: &'static str, (x, y): (f64, f64), words: impl Into<String>) {
        let [x, y] = [x, y].map(tenths);
        self.shapes.push(Shape::Text { x, y, words: words.into(), class });
    }

    /// Adds shapes that lead somewhere together.
    pub(super) fn link(&mut self, address: impl Into<String>, name: Option<String>, drawn: Self) {
        self.shapes.push(Shape::Link { address: address.into(), name, shapes: drawn.shapes });
    }
}

impl Serialize for Drawing {
    /// Width, height, and the shapes as safe HTML.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut svg = String::with_capacity(self.shapes.len() * 128);
        for shape in &self.shapes {
            shape.push(&mut svg);
            svg.push('\n');
        }
        let mut drawing = serializer.serialize_struct("Drawing", 3)?;
        drawing.serialize_field("width", &pixels(self.width))?;
        drawing.serialize_field("height", &pixels(self.height))?;
        drawing.serialize_field("shapes", &Ready::html(&svg))?;
        drawing.end()
    }
}

impl Shape {
    /// Writes it as an SVG element. Pushed piece by piece: the pictures of a large portal have millions of numbers.
    fn push(&self, svg: &mut String) {
        match self {
            Self::Bar { x, y, width, height, class } => {
                push_tag(
                    "<rect",
                    class,
                    &[("x", *x), ("y", *y), ("width", *width), ("height", *height)],
                    svg,
                );
                svg.push_str(r#" rx="3"/>"#);
            }
            Self::Line { x1, y1, x2, y2, class } => {
                push_tag("<line", class, &[("x1", *x1), ("y1", *y1), ("x2", *x2), ("y2", *y2)], svg);
                svg.push_str("/>");
            }
            Self::Circle { x, y, radius, class } => {
                push_tag("<circle", class, &[("cx", *x), ("cy", *y), ("r", *radius)], svg);
                svg.push_str("/>");
            }
            Self::Path { steps, class } => {
                push_tag("<path", class, &[], svg);
                push_all(svg, &[" d=\"", steps, "\"/>"]);
            }
            Self::Text { x, y, words, class } => {
                push_tag("<text", class, &[("x", *x), ("y", *y)], svg);
                push_all(svg, &[">", &escape(words), "</text>"]);
            }
            Self::Link { address, name, shapes } => {
                push_all(svg, &["<a href=\"", &escape(address), "\">"]);
                if let Some(name) = name {
                    push_all(svg, &["<title>", &escape(name), "</title>"]);
                }
                for shape in shapes {
                    svg.push('\n');
                    shape.push(svg);
                }
                svg.push_str("\n</a>");
            }
        }
    }
}

fn push_all(svg: &mut String, pieces: &[&str]) {
    for piece in pieces {
        svg.push_str(piece);
    }
}

/// Writes the beginning of an element with its class and its lengths.
fn push_tag(open: &str, class: &str, lengths: &[(&str, f64)], svg: &mut String) {
    push_all(svg, &[open, " class=\"", class, "\""]);
    for (name, length) in lengths {
        push_all(svg, &[" ", name, "=\""]);
        push_pixels(*length, svg);
        svg.push('"');
    }
}

/// Pixels as they are written.
fn pixels(pixels: f64) -> String {
    let mut text = String::new();
    push_pixels(pixels, &mut text);
    text
}

/// Writes pixels to a tenth, whole ones without a point.
fn push_pixels(pixels: f64, text: &mut String) {
    // Far from the ends of the range: a picture is some thousand pixels high.
    #[expect(clippy::cast_possible_truncation, reason = "an f64 out of range becomes the nearest integer")]
    let tenths = (pixels * 10.0).round() as i64;
    if tenths < 0 {
        text.push('-');
    }
    let mut buffer = itoa::Buffer::new();
    text.push_str(buffer.format(tenths.unsigned_abs() / 10));
    let part = tenths.unsigned_abs() % 10;
    if part > 0 {
        text.push('.');
        text.push_str(buffer.format(part));
    }
}

/// Tenths of a pixel are enough, and print shortly.
fn tenths(pixels: f64) -> f64 {
    (pixels * 10.0).round() / 10.0
}

/// The width of a text of 16 pixels: an estimate that errs on the wide side.
pub(super) fn width_of(text: &str) -> f64 {
    let width = |letter: char| match letter {
        'i' | 'ì' | 'í' | 'ị' | 'ĩ' | 'ỉ' | 'l' | 'j' | 't' | 'f' | 'r' | '.' | ',' | ' ' | '(' | ')'
        | ':' => 5.5,
        'm' | 'w' | '%' | 'M' | 'W' => 14.5,
        _ if letter.is_uppercase() => 11.5,
        _ => 9.25,
    };
    text.chars().map(width).sum()
}

/// A text of 16 pixels as lines of at most `width` pixels, parted between words.
pub(super) fn lines(text: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width_of(line) + width_of(word) + 5.5 <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stripes_stay_within_their_rectangle() {
        for (width, height) in [(4.0, 20.0), (100.0, 28.0), (14.0, 14.0)] {
            let mut drawing = Drawing::default();
            drawing.stripes("stripes", (10.0, 5.0), (width, height));
            let Some(Shape::Path { steps, .. }) = drawing.shapes.first() else { panic!("no stripes") };
            for point in steps.split(['M', 'L']).filter(|point| !point.is_empty()) {
                let (x, y) = point.split_once(' ').unwrap();
                let (x, y): (f64, f64) = (x.parse().unwrap(), y.parse().unwrap());
                assert!((9.9..=10.1 + width).contains(&x) && (4.9..=5.1 + height).contains(&y), "{steps}");
            }
        }
    }

    #[test]
    fn shapes_become_svg() {
        let mut drawing = Drawing { width: 40.0, height: 10.25, ..Drawing::default() };
        drawing.path("edge", [&[(0.0, 1.0), (5.0, 1.0), (5.0, -0.25), (7.0, 3.0)][..]]);
        drawing.bar("node", (1.0, 2.5), (3.04, 4.06));
        drawing.path("edge", [&[(1.0, 1.0), (2.0, 2.0)][..]]);
        let mut inner = Drawing::default();
        inner.text("label", (1.0, 2.0), "a < b & \"c\"");
        drawing.link("/a/?b&c", Some("<i>".to_owned()), inner);
        let value = Ready::of(&drawing);
        assert_eq!((value.text("width"), value.text("height")), (Some("40"), Some("10.3")));
        let shapes = [
            r#"<path class="edge" d="M0 1H5V-0.3L7 3M1 1L2 2"/>"#,
            r#"<rect class="node" x="1" y="2.5" width="3" height="4.1" rx="3"/>"#,
            r#"<a href="/a/?b&amp;c"><title>&lt;i&gt;</title>"#,
            r#"<text class="label" x="1" y="2">a &lt; b &amp; &quot;c&quot;</text>"#,
            "</a>\n",
        ];
        assert_eq!(value.text("shapes"), Some(shapes.join("\n").as_str()));
        assert!(value.is_html("shapes"));
    }

    #[test]
    fn texts_are_parted_between_words() {
        assert_eq!(lines("Tổng thu ngân sách nhà nước", 120.0), ["Tổng thu ngân", "sách nhà nước"]);
        assert_eq!(lines("", 10.0), Vec::<String>::new());
        assert_eq!(lines("Mộttừdài hai", 10.0), ["Mộttừdài", "hai"]);
    }
}
