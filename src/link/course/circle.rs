//! Texts that end each other in a circle on one day.

use std::collections::HashMap;

use crate::text::Date;

/// That one text ends another on a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub(super) from: (usize, Option<Date>),
    pub(super) to: (usize, Option<Date>),
    /// The number of the act.
    pub(super) what: usize,
}

impl Edge {
    /// The same, as if the text that is ended ended the other.
    pub(super) fn turned(self) -> Self {
        Self { from: self.to, to: self.from, ..self }
    }
}

/// The edges that begin where another of those that are left ends.
pub(super) fn without_loose_ends(edges: Vec<Edge>) -> Vec<Edge> {
    let mut leading_to: HashMap<(usize, Option<Date>), usize> = HashMap::new();
    let mut beginning: HashMap<(usize, Option<Date>), Vec<Edge>> = HashMap::new();
    for edge in &edges {
        *leading_to.entry(edge.to).or_default() += 1;
        beginning.entry(edge.from).or_default().push(*edge);
    }
    let is_loose = |edge: &&Edge| !leading_to.contains_key(&edge.from);
    let mut loose: Vec<Edge> = edges.iter().filter(is_loose).copied().collect();
    let mut is_left = vec![true; edges.len()];
    let places: HashMap<usize, usize> = edges.iter().enumerate().map(|(at, edge)| (edge.what, at)).collect();
    while let Some(edge) = loose.pop() {
        if let Some(place) = places.get(&edge.what) {
            is_left[*place] = false;
        }
        let Some(count) = leading_to.get_mut(&edge.to) else { continue };
        *count -= 1;
        if *count == 0 {
            loose.extend(beginning.remove(&edge.to).unwrap_or_default());
        }
    }
    edges.into_iter().zip(is_left).filter_map(|(edge, is_left)| is_left.then_some(edge)).collect()
}
