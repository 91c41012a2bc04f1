//! A resolution among the documents that it cites, that cite it, that it changes and that change it.

use std::collections::HashSet;

use crate::legal::RelationKind;
use crate::view::citing::CitingGroup;
use crate::view::drawing::{Chart, Drawing, Reading, lines, width_of};
use crate::view::relation::RelationGroup;
use crate::view::{Scene, SharedCard};

/// Places beside the resolution, above or below it, and on each side of narrow screens.
const MOST_BESIDE: usize = 6;
const MOST_ACROSS: usize = 3;
const MOST_NARROW: usize = 4;

/// Size of a document.
const NODE: (f64, f64) = (240.0, 54.0);
/// Between columns; between rows.
const GAP: (f64, f64) = (40.0, 12.0);
/// Height of a line of words above documents.
const HEADING: f64 = 28.0;
/// From a row of documents to what lies below.
const AISLE: f64 = 36.0;

/// Where documents stand seen from the resolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    /// Left: what it cites or rests on.
    Cites,
    /// Right: what cites it or rests on it.
    CitedBy,
    /// Above: what it changes.
    Changes,
    /// Below: what changes it.
    ChangedBy,
}

/// Documents on one side.
#[derive(Debug)]
struct Side {
    direction: Direction,
    heading: String,
    /// The list on the page that has them all.
    list: &'static str,
    neighbours: Vec<Neighbour>,
}

/// A document beside the resolution.
#[derive(Debug, Clone)]
struct Neighbour {
    /// Its number, else its title.
    label: String,
    address: Option<String>,
    /// What the one does to the other, and its year.
    kind: String,
    class: &'static str,
}

/// The documents around a resolution, from the lists that its page shows; `None` for fewer than two.
pub(in crate::view) fn chart(
    scene: Scene<'_>,
    own: &str,
    relations: &[RelationGroup],
    cites: &[SharedCard],
    cited_by: &[CitingGroup],
) -> Option<Chart> {
    let sides = sides(scene, relations, cites, cited_by);
    if sides.iter().map(|side| side.neighbours.len()).sum::<usize>() < 2 {
        return None;
    }
    let words = |key| scene.words.word(key);
    let told: Vec<String> = sides
        .iter()
        .map(|side| format!("{}: {}", side.heading, scene.words.count(side.neighbours.len())))
        .collect();
    let more = |number: usize| scene.words.fill("graph_more", &[("n", &scene.words.count(number))]);
    let centre = (own, words("this_resolution"));
    let mut chart = Chart::picture(
        "_quanh",
        words("graph_title"),
        format!("{}. {}", told.join("; "), words("graph_lists")),
        wide(centre, &sides, &more),
        narrow(centre, &sides, &more),
    );
    chart.reading = Reading::Links;
    Some(chart)
}

fn sides(
    scene: Scene<'_>,
    relations: &[RelationGroup],
    cites: &[SharedCard],
    cited_by: &[CitingGroup],
) -> Vec<Side> {
    const RELATED: &str = "#_van-ban-lien-quan";
    let words = |key: &str| scene.words.word(key).to_owned();
    let (cites_list, cited_list) = (
        if cites.is_empty() { RELATED } else { "#_dan-chieu" },
        if cited_by.is_empty() { RELATED } else { "#_duoc-dan-chieu" },
    );
    let sides = [
        (Direction::Changes, "graph_changes", RELATED),
        (Direction::Cites, "cites", cites_list),
        (Direction::CitedBy, "cited_by", cited_list),
        (Direction::ChangedBy, "graph_changed_by", RELATED),
    ];
    let all = neighbours(relations, cites, cited_by);
    sides
        .into_iter()
        .map(|(direction, heading, list)| {
            let mut seen: HashSet<&str> = HashSet::new();
            // What stands in two lists stands once in the picture.
            let of_side = all.iter().filter(|(own, card, _)| {
                *own == direction && card.address().is_none_or(|address| seen.insert(address))
            });
            let neighbour = |(_, card, kind): &(Direction, &SharedCard, &str)| Neighbour {
                label: card.number().unwrap_or(card.title()).to_owned(),
                address: card.address().map(str::to_owned),
                kind: match card.year() {
                    Some(year) => format!("{} · {year}", words(&format!("edge_{kind}"))),
                    None => words(&format!("edge_{kind}")),
                },
                class: class(kind),
            };
            let neighbours = of_side.map(neighbour).collect();
            Side { direction, heading: words(heading), list, neighbours }
        })
        .filter(|side: &Side| !side.neighbours.is_empty())
        .collect()
}

/// Every document of the lists with its side and the key of what the one does to the other.
fn neighbours<'a>(
    relations: &'a [RelationGroup],
    cites: &'a [SharedCard],
    cited_by: &'a [CitingGroup],
) -> Vec<(Direction, &'a SharedCard, &'a str)> {
    let mut all = Vec::new();
    for group in relations {
        let is_cited =
            matches!(group.kind, RelationKind::BasedOn | RelationKind::Implements | RelationKind::Details);
        let direction = match (is_cited, group.is_own) {
            (true, true) => Direction::Cites,
            (true, false) => Direction::CitedBy,
            (false, true) => Direction::Changes,
            (false, false) => Direction::ChangedBy,
        };
        all.extend(group.rows.iter().map(|row| (direction, &row.card, group.edge.as_str())));
    }
    // What changes a resolution cites it too; that says less.
    let changing: HashSet<&str> = all
        .iter()
        .filter(|(direction, _, _)| matches!(direction, Direction::ChangedBy))
        .filter_map(|(_, card, _)| card.address())
        .collect();
    all.extend(cites.iter().map(|card| (Direction::Cites, card, "cites")));
    for group in cited_by {
        let kind = match group.role {
            "basis" => "based_on",
            "considered" => "considers",
            _ => "cites",
        };
        let cards = group.parts.iter().flat_map(|part| &part.rows).map(|row| &row.card);
        let cards = cards.filter(|card| card.address().is_none_or(|address| !changing.contains(address)));
        all.extend(cards.map(|card| (Direction::CitedBy, card, kind)));
    }
    all
}

/// How what a document does looks: what changes, what ends, what is a basis, what is only cited.
fn class(kind: &str) -> &'static str {
    match kind.trim_end_matches("_part") {
        "replaces" | "repeals" | "ends" | "suspends" => "s4",
        "amends" | "adds" | "extends" | "corrects" | "consolidates" => "s2",
        "based_on" | "implements" | "details" | "considers" => "s3",
        _ => "s1",
    }
}

/// The lines of what a document does, like the mark on it.
fn line_class(class: &str) -> &'static str {
    match class {
        "s4" => "edge s4-line",
        "s2" => "edge s2-line",
        "s3" => "edge s3-line",
        _ => "edge s1-line",
    }
}

/// How many documents are shown on a side with room for so many, and how many more there are.
fn shown(number: usize, room: usize) -> (usize, usize) {
    if number <= room { (number, 0) } else { (room - 1, number - room + 1) }
}

/// Where a document or what stands for more of them lies, with the class of its line.
struct Place {
    at: (f64, f64),
    class: &'static str,
}

fn wide(centre: (&str, &str), sides: &[Side], more: &dyn Fn(usize) -> String) -> Drawing {
    let mut drawing = Drawing { width: 3.0 * NODE.0 + 2.0 * GAP.0, ..Drawing::default() };
    let side = |direction| sides.iter().find(|side| side.direction == direction);
    let count = |direction, room| {
        let number = side(direction).map_or(0, |side| side.neighbours.len());
        f64::from(u32::try_from(number.min(room)).unwrap_or_default())
    };
    let column = |number: f64| if number > 0.0 { HEADING + number * (NODE.1 + GAP.1) - GAP.1 } else { 0.0 };
    let middle_x = NODE.0 + GAP.0;
    let mut y = 0.0;
    let above = side(Direction::Changes).map(|side| {
        y = HEADING + NODE.1 + AISLE;
        (side, across(&mut drawing, side, HEADING, more))
    });
    let box_height = centre_height(centre.0);
    let beside = count(Direction::Cites, MOST_BESIDE).max(count(Direction::CitedBy, MOST_BESIDE));
    let height = column(beside).max(box_height);
    let (top, middle) = (y + (height - box_height) / 2.0, y + height / 2.0);
    y += height;
    let below = side(Direction::ChangedBy).map(|side| {
        y += AISLE + HEADING + NODE.1;
        (side, across(&mut drawing, side, y - NODE.1, more))
    });
    drawing.height = y + 1.0;
    // Above and below: from each document into a line across, from there to the resolution.
    let stem_x = middle_x + NODE.0 / 2.0;
    for (places, edge, bus, end) in [
        above.as_ref().map(|(_, places)| (places, HEADING + NODE.1, HEADING + NODE.1 + AISLE / 2.0, top)),
        below.as_ref().map(|(_, places)| {
            let edge = y - NODE.1 - HEADING;
            (places, edge, edge - AISLE / 2.0, top + box_height)
        }),
    ]
    .into_iter()
    .flatten()
    {
        let is_above = edge < top;
        let ends = places.iter().map(|place| place.at.0 + NODE.0 / 2.0);
        let (first, last) = ends.fold((stem_x, stem_x), |(low, high), x| (low.min(x), high.max(x)));
        drawing.path("edge", [&[(stem_x, end), (stem_x, bus)], &[(first, bus), (last, bus)][..]]);
        for place in places {
            let x = place.at.0 + NODE.0 / 2.0;
            drawing.path(line_class(place.class), [&[(x, bus), (x, edge)][..]]);
            if is_above {
                arrow(&mut drawing, (x, edge), (0.0, -1.0));
            }
        }
        if !is_above {
            arrow(&mut drawing, (stem_x, end), (0.0, -1.0));
        }
    }
    // Beside: the same, upright.
    for direction in [Direction::Cites, Direction::CitedBy] {
        let Some(side) = side(direction) else { continue };
        let is_left = direction == Direction::Cites;
        let own = column(count(direction, MOST_BESIDE));
        let x = if is_left { 0.0 } else { 2.0 * middle_x };
        let mut at = middle - own / 2.0 - if own <= box_height { HEADING / 2.0 } else { 0.0 };
        at = at.max(middle - height / 2.0);
        drawing.text("sub", (x, at + 18.0), side.heading.clone());
        at += HEADING;
        let (number, rest) = shown(side.neighbours.len(), MOST_BESIDE);
        let mut places = Vec::new();
        for neighbour in side.neighbours.iter().take(number) {
            node(&mut drawing, neighbour, (x, at), NODE.0);
            places.push(Place { at: (x, at), class: neighbour.class });
            at += NODE.1 + GAP.1;
        }
        if rest > 0 {
            rest_node(&mut drawing, side.list, more(rest), (x, at), NODE.0);
            places.push(Place { at: (x, at), class: "s1" });
        }
        let edge = if is_left { NODE.0 } else { x };
        let (bus, end) =
            if is_left { (edge + GAP.0 / 2.0, middle_x) } else { (edge - GAP.0 / 2.0, middle_x + NODE.0) };
        let ends = places.iter().map(|place| place.at.1 + NODE.1 / 2.0);
        let (first, last) = ends.fold((middle, middle), |(low, high), y| (low.min(y), high.max(y)));
        drawing.path("edge", [&[(end, middle), (bus, middle)], &[(bus, first), (bus, last)][..]]);
        for place in &places {
            let y = place.at.1 + NODE.1 / 2.0;
            drawing.path(line_class(place.class), [&[(bus, y), (edge, y)][..]]);
            if is_left {
                arrow(&mut drawing, (edge, y), (-1.0, 0.0));
            }
        }
        if !is_left {
            arrow(&mut drawing, (end, middle), (-1.0, 0.0));
        }
    }
    centre_box(&mut drawing, centre, (middle_x, top), (NODE.0, box_height));
    drawing
}

/// A row of documents with its words above.
fn across(drawing: &mut Drawing, side: &Side, y: f64, more: &dyn Fn(usize) -> String) -> Vec<Place> {
    let (number, rest) = shown(side.neighbours.len(), MOST_ACROSS);
    let mut places = Vec::new();
    // One alone stands straight above or below.
    let mut x = if number == 1 { NODE.0 + GAP.0 } else { 0.0 };
    drawing.text("sub ground", (x, y - HEADING + 18.0), side.heading.clone());
    for neighbour in side.neighbours.iter().take(number) {
        node(drawing, neighbour, (x, y), NODE.0);
        places.push(Place { at: (x, y), class: neighbour.class });
        x += NODE.0 + GAP.0;
    }
    if rest > 0 {
        rest_node(drawing, side.list, more(rest), (x, y), NODE.0);
        places.push(Place { at: (x, y), class: "s1" });
    }
    places
}

fn narrow(centre: (&str, &str), sides: &[Side], more: &dyn Fn(usize) -> String) -> Drawing {
    const LEFT: f64 = 28.0;
    const STEM: f64 = 8.0;
    let mut drawing = Drawing { width: 320.0, ..Drawing::default() };
    let room = drawing.width - LEFT;
    let box_height = centre_height(centre.0);
    let mut y = box_height + GAP.1;
    let mut foot = y;
    for side in sides {
        let leads_out = matches!(side.direction, Direction::Cites | Direction::Changes);
        drawing.text("sub", (LEFT, y + 18.0), side.heading.clone());
        y += HEADING;
        let (number, rest) = shown(side.neighbours.len(), MOST_NARROW);
        for neighbour in side.neighbours.iter().take(number) {
            foot = y + NODE.1 / 2.0;
            drawing.path(line_class(neighbour.class), [&[(STEM, foot), (LEFT, foot)][..]]);
            if leads_out {
                arrow(&mut drawing, (LEFT, foot), (1.0, 0.0));
            } else {
                arrow(&mut drawing, (STEM, foot), (-1.0, 0.0));
            }
            node(&mut drawing, neighbour, (LEFT, y), room);
            y += NODE.1 + GAP.1;
        }
        if rest > 0 {
            foot = y + NODE.1 / 2.0;
            drawing.path("edge", [&[(STEM, foot), (LEFT, foot)][..]]);
            rest_node(&mut drawing, side.list, more(rest), (LEFT, y), room);
            y += NODE.1 + GAP.1;
        }
        y += GAP.1;
    }
    drawing.path("edge", [&[(STEM, box_height), (STEM, foot)][..]]);
    drawing.height = y - 2.0 * GAP.1 + 1.0;
    let width = drawing.width;
    centre_box(&mut drawing, centre, (0.0, 0.0), (width, box_height));
    drawing
}

fn node(drawing: &mut Drawing, neighbour: &Neighbour, (x, y): (f64, f64), width: f64) {
    let mut drawn = Drawing::default();
    let label = shortened(&neighbour.label, (width - 26.0) / 1.08);
    let name = (label != neighbour.label).then(|| format!("{}, {}", neighbour.label, neighbour.kind));
    drawn.bar("node", (x + 0.75, y + 0.75), (width - 1.5, NODE.1 - 1.5));
    drawn.bar(neighbour.class, (x, y), (5.0, NODE.1));
    drawn.text("label", (x + 16.0, y + 23.0), label);
    drawn.text("sub", (x + 16.0, y + 43.0), neighbour.kind.clone());
    match &neighbour.address {
        Some(address) => drawing.link(address.clone(), name, drawn),
        None => drawing.shapes.append(&mut drawn.shapes),
    }
}

/// What leads to the list with the documents that are left out.
fn rest_node(drawing: &mut Drawing, list: &str, words: String, (x, y): (f64, f64), width: f64) {
    let mut drawn = Drawing::default();
    drawn.bar("node more", (x + 0.75, y + 0.75), (width - 1.5, NODE.1 - 1.5));
    drawn.text("label", (x + 16.0, y + 33.0), words);
    drawing.link(list, None, drawn);
}

/// The lines of the name of the resolution.
fn centre_lines(name: &str) -> Vec<String> {
    let all = lines(name, (NODE.0 - 32.0) / 1.1);
    let mut kept: Vec<String> = all.iter().take(3).cloned().collect();
    if let Some(last) = kept.last_mut().filter(|_| all.len() > 3) {
        last.push('…');
    }
    kept
}

fn centre_height(name: &str) -> f64 {
    44.0 + 20.0 * f64::from(u32::try_from(centre_lines(name).len()).unwrap_or(3))
}

fn centre_box(
    drawing: &mut Drawing,
    (name, what): (&str, &str),
    (x, y): (f64, f64),
    (width, height): (f64, f64),
) {
    drawing.bar("centre", (x + 1.5, y + 1.5), (width - 3.0, height - 3.0));
    let mut line = y + 28.0;
    drawing.text("sub", (x + 16.0, line), what);
    for words in centre_lines(name) {
        line += 20.0;
        drawing.text("label", (x + 16.0, line + 2.0), words);
    }
}

/// A tip at a place, pointing along a direction.
fn arrow(drawing: &mut Drawing, (x, y): (f64, f64), (dx, dy): (f64, f64)) {
    let back = (x - dx * 8.0, y - dy * 8.0);
    let points = [(back.0 + dy * 5.0, back.1 + dx * 5.0), (x, y), (back.0 - dy * 5.0, back.1 - dx * 5.0)];
    drawing.path("tip", [&points[..]]);
}

/// A text of 16 pixels cut to a width.
fn shortened(text: &str, width: f64) -> String {
    if width_of(text) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for word in text.split_whitespace() {
        if width_of(&kept) + width_of(word) + 16.0 > width {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    if kept.is_empty() {
        kept = text.chars().take(16).collect();
    }
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Shape;

    fn side(direction: Direction, number: usize) -> Side {
        let neighbour = |at: usize| Neighbour {
            label: format!("{at}/2021/NQ-HĐND"),
            address: Some(format!("/nghi-quyet/{at}/")),
            kind: "Căn cứ".to_owned(),
            class: "s3",
        };
        Side {
            direction,
            heading: "Dẫn chiếu đến".to_owned(),
            list: "#_dan-chieu",
            neighbours: (0..number).map(neighbour).collect(),
        }
    }

    #[test]
    fn at_most_so_many_are_shown_and_the_others_counted() {
        for (number, room, expected) in
            [(0, 6, (0, 0)), (1, 6, (1, 0)), (6, 6, (6, 0)), (7, 6, (5, 2)), (900, 3, (2, 898))]
        {
            assert_eq!(shown(number, room), expected);
        }
    }

    #[test]
    fn documents_lie_inside_and_never_on_each_other() {
        let directions = [Direction::Changes, Direction::Cites, Direction::CitedBy, Direction::ChangedBy];
        for numbers in [[0, 2, 0, 0], [1, 0, 0, 1], [3, 6, 1, 2], [9, 90, 7, 4], [4, 0, 0, 0], [0, 1, 6, 0]] {
            let sides: Vec<Side> = directions
                .into_iter()
                .zip(numbers)
                .filter(|(_, number)| *number > 0)
                .map(|(direction, number)| side(direction, number))
                .collect();
            let more = |number: usize| format!("+{number}");
            let centre = ("Về nhiệm vụ phát triển kinh tế - xã hội 6 tháng cuối năm 2023 của tỉnh", "Này");
            for (drawing, rooms) in [
                (wide(centre, &sides, &more), [MOST_ACROSS, MOST_BESIDE, MOST_BESIDE, MOST_ACROSS]),
                (narrow(centre, &sides, &more), [MOST_NARROW; 4]),
            ] {
                let mut boxes = Vec::new();
                let mut links = 0;
                for shape in &drawing.shapes {
                    let shapes = match shape {
                        Shape::Link { shapes, .. } => {
                            links += 1;
                            shapes.as_slice()
                        }
                        other => std::slice::from_ref(other),
                    };
                    for shape in shapes {
                        if let Shape::Bar { x, y, width, height, class } = shape
                            && (class.starts_with("node") || *class == "centre")
                        {
                            boxes.push((*x, *y, x + width, y + height));
                        }
                    }
                }
                let expected: usize = numbers.iter().zip(rooms).map(|(number, room)| room.min(*number)).sum();
                assert_eq!((links, boxes.len()), (expected, expected + 1), "{numbers:?}");
                for (at, one) in boxes.iter().enumerate() {
                    assert!(one.0 >= 0.0 && one.1 >= 0.0, "{numbers:?} {one:?}");
                    assert!(one.2 <= drawing.width && one.3 <= drawing.height, "{numbers:?} {one:?}");
                    for other in &boxes[..at] {
                        let is_apart =
                            one.2 <= other.0 || other.2 <= one.0 || one.3 <= other.1 || other.3 <= one.1;
                        assert!(is_apart, "{numbers:?}: {one:?} on {other:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn long_names_are_cut_between_words() {
        assert_eq!(shortened("12/NQ-HĐND", 200.0), "12/NQ-HĐND");
        assert_eq!(shortened("Về nhiệm vụ phát triển kinh tế", 140.0), "Về nhiệm vụ…");
        assert_eq!(shortened("Mộttừrấtdàikhôngcóchỗnàođểcắt", 60.0), "Mộttừrấtdàikhông…");
    }
}
