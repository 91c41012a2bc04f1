//! Drawings as values: shapes with places, sizes and classes, in CSS pixels. Templates turn them into SVG.

use serde::Serialize;

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
}

/// Shapes on an area that begins at 0, 0.
#[derive(Debug, Default, Serialize)]
pub struct Drawing {
    /// Pixels.
    pub width: f64,
    /// Pixels.
    pub height: f64,
    /// From the lowest to the highest.
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Debug, Serialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
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
}

impl Drawing {
    /// Adds a rectangle.
    pub(super) fn bar(&mut self, class: &'static str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let [x, y, width, height] = [x, y, width, height].map(tenths);
        self.shapes.push(Shape::Bar { x, y, width, height, class });
    }

    /// Adds an upright line.
    pub(super) fn upright(&mut self, class: &'static str, x: f64, from: f64, to: f64) {
        let [x, y1, y2] = [x, from, to].map(tenths);
        self.shapes.push(Shape::Line { x1: x, y1, x2: x, y2, class });
    }

    /// Adds a line of text.
    pub(super) fn text(&mut self, class: &'static str, (x, y): (f64, f64), words: impl Into<String>) {
        let [x, y] = [x, y].map(tenths);
        self.shapes.push(Shape::Text { x, y, words: words.into(), class });
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
    fn texts_are_parted_between_words() {
        assert_eq!(lines("Tổng thu ngân sách nhà nước", 120.0), ["Tổng thu ngân", "sách nhà nước"]);
        assert_eq!(lines("", 10.0), Vec::<String>::new());
        assert_eq!(lines("Mộttừdài hai", 10.0), ["Mộttừdài", "hai"]);
    }
}
