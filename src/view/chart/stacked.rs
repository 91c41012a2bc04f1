//! Bars of parts that make up a whole: votes, speeches, attendance.

use crate::view::drawing::{Drawing, LegendEntry, lines, width_of};

/// Height of a line of text.
const LINE: f64 = 20.0;
/// Between two parts of a bar.
const SEAM: f64 = 2.0;
/// Side of a square in a legend.
const SWATCH: f64 = 16.0;

/// A bar.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Stands before or above it; empty where there is only one bar.
    pub(super) label: String,
    /// From left to right.
    pub(super) parts: Vec<Part>,
    /// Stands behind it.
    pub(super) value: String,
}

/// A part of a bar.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    /// How it looks: `for`, `against`, `abstain`, `rest` and so on; that of a bar, and of its square in the legend.
    pub(super) class: &'static str,
    /// How much of the whole.
    pub(super) amount: u32,
    /// What stands in it where there is room.
    pub(super) inside: String,
}

/// How bars are drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style<'a> {
    /// The height of a bar.
    pub(super) height: f64,
    /// The words below a line at half of the whole.
    pub(super) half: Option<&'a str>,
}

/// For screens of 768 pixels and more.
pub(super) fn wide(rows: &[Row], style: Style<'_>) -> Drawing {
    let left = if rows.iter().all(|row| row.label.is_empty()) { 0.0 } else { 216.0 };
    draw(rows, style, Layout { width: 800.0, left, are_labels_above: false })
}

/// For smaller ones.
pub(super) fn narrow(rows: &[Row], style: Style<'_>) -> Drawing {
    draw(rows, style, Layout { width: 320.0, left: 0.0, are_labels_above: true })
}

#[derive(Debug, Clone, Copy)]
struct Layout {
    width: f64,
    /// Where bars begin.
    left: f64,
    are_labels_above: bool,
}

fn draw(rows: &[Row], style: Style<'_>, layout: Layout) -> Drawing {
    let mut drawing = Drawing { width: layout.width, ..Drawing::default() };
    let Layout { width, left, are_labels_above } = layout;
    let values = rows.iter().map(|row| width_of(&row.value) * 1.1).fold(0.0, f64::max);
    let right = if values > 0.0 { width - values - 12.0 } else { width };
    let gap = (style.height / 2.0).max(10.0);
    let overhang = if style.half.is_some() { 6.0 } else { 0.0 };
    let mut y = overhang;
    for row in rows {
        let room = if are_labels_above { width } else { left - 16.0 };
        let labels = if row.label.is_empty() { Vec::new() } else { lines(&row.label, room / 1.08) };
        let block = LINE * f64::from(u32::try_from(labels.len()).unwrap_or_default());
        let text_top = if are_labels_above { y } else { y + ((style.height - block) / 2.0).max(0.0) };
        let mut line = text_top;
        for words in &labels {
            line += LINE;
            drawing.text("label", (0.0, line - 5.0), words);
        }
        let top = if are_labels_above && !labels.is_empty() { line + overhang.max(4.0) } else { y };
        for (part, from, wide) in places(&row.parts, right - left) {
            bar(&mut drawing, part.class, (left + from, top), (wide, style.height));
            if !part.inside.is_empty() && width_of(&part.inside) * 1.1 + 20.0 <= wide {
                drawing.text("inside", (left + from + 10.0, top + style.height / 2.0 + 6.0), &part.inside);
            }
        }
        if !row.value.is_empty() {
            drawing.text("value", (right + 12.0, top + style.height / 2.0 + 6.0), &row.value);
        }
        if style.half.is_some() {
            let middle = f64::midpoint(left, right);
            let (from, to) = (top - overhang, top + style.height + overhang);
            drawing.upright("half-ground", middle, from, to);
            drawing.upright("half", middle, from, to);
        }
        y = line.max(top + style.height) + gap;
    }
    drawing.height = (y - gap).max(0.0) + overhang;
    if let Some(words) = style.half {
        drawing.height += LINE;
        let y = drawing.height - 4.0;
        drawing.text("middle", (f64::midpoint(left, right), y), words);
    }
    drawing
}

/// Where each part begins and how wide it is. Parts of nothing are left out; others can be seen, however small.
fn places(parts: &[Part], room: f64) -> Vec<(&Part, f64, f64)> {
    let shown: Vec<&Part> = parts.iter().filter(|part| part.amount > 0).collect();
    let whole: f64 = shown.iter().map(|part| f64::from(part.amount)).sum();
    let mut before = 0.0;
    let mut places = Vec::with_capacity(shown.len());
    for (at, part) in shown.iter().enumerate() {
        let from = before / whole * room;
        before += f64::from(part.amount);
        let to = before / whole * room;
        let seam = if at + 1 < shown.len() { SEAM } else { 0.0 };
        places.push((*part, from, (to - from - seam).max(1.0)));
    }
    places
}

/// A part; what is against has stripes, what is not recorded is empty.
fn bar(drawing: &mut Drawing, class: &'static str, at: (f64, f64), size: (f64, f64)) {
    if class == "rest" {
        // The line around it lies within.
        drawing.bar(class, (at.0 + 0.75, at.1 + 0.75), ((size.0 - 1.5).max(0.5), size.1 - 1.5));
        return;
    }
    drawing.bar(class, at, size);
    if class == "against" {
        drawing.stripes("stripes", at, size);
    }
}

/// What the colour of a part means.
pub(super) fn legend_entry(class: &'static str, label: String, value: String) -> LegendEntry {
    let mut swatch = Drawing { width: SWATCH, height: SWATCH, ..Drawing::default() };
    bar(&mut swatch, class, (0.0, 0.0), (SWATCH, SWATCH));
    LegendEntry { swatch, label, value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Shape;

    fn part(class: &'static str, amount: u32) -> Part {
        Part { class, amount, inside: String::new() }
    }

    #[test]
    fn parts_fill_the_bar_from_left_to_right() {
        let parts = [part("for", 58), part("against", 5), part("abstain", 3)];
        let found: Vec<(&str, f64, f64)> = places(&parts, 660.0)
            .into_iter()
            .map(|(part, from, wide)| (part.class, from.round(), wide.round()))
            .collect();
        assert_eq!(found, [("for", 0.0, 578.0), ("against", 580.0, 48.0), ("abstain", 630.0, 30.0)]);
        assert_eq!(places(&[part("for", 5), part("against", 0)], 100.0).len(), 1);
        assert!(places(&[], 100.0).is_empty());
        let small = [part("for", 999), part("against", 1)];
        assert!(places(&small, 300.0).iter().all(|(_, _, wide)| *wide >= 0.3));
    }

    #[test]
    fn the_line_at_half_stands_in_the_middle_of_the_whole() {
        let rows = [Row { parts: vec![part("for", 3), part("rest", 7)], ..Row::default() }];
        for (drawing, middle) in [
            (wide(&rows, Style { height: 36.0, half: Some("Quá nửa") }), 400.0),
            (narrow(&rows, Style { height: 36.0, half: Some("Quá nửa") }), 160.0),
        ] {
            let found: Vec<f64> = drawing
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Line { x1, x2, class: "half", .. } if x1.to_bits() == x2.to_bits() => Some(*x1),
                    _ => None,
                })
                .collect();
            assert_eq!(found, [middle]);
        }
        let plain = wide(&rows, Style { height: 36.0, half: None });
        assert!(!plain.shapes.iter().any(|shape| matches!(shape, Shape::Line { .. })));
    }
}
