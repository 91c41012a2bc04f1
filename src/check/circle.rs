//! `relation-cycle`: documents that change each other in a circle. Each can only change what was there before it, so
//! one of the relations is wrong, or names the wrong document; what applies cannot be told from them.

use std::collections::{HashMap, VecDeque};

use crate::diag::{Diagnostic, Diagnostics, Message, Rule, message};
use crate::legal::RelationKind;
use crate::link::{Relation, RelationIndex, Site, Work};

pub(super) const RULE: Rule = Rule::warning("relation-cycle");

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let graph = Graph::new(site);
    for group in graph.groups() {
        let circle = graph.circle(&group);
        if let Some(problem) = problem(site, &circle) {
            diagnostics.push(problem);
        }
    }
}

/// Whether a document can stand in this relation only to one that was there before it.
fn looks_back(relation: &Relation) -> bool {
    relation.changes() || matches!(relation.kind, RelationKind::Consolidates | RelationKind::Details)
}

fn problem(site: &Site, circle: &[RelationIndex]) -> Option<Diagnostic> {
    let relations: Vec<&Relation> = circle.iter().map(|index| site.relation(*index)).collect();
    let first = relations.first()?;
    let step = |relation: &Relation| message!("relation-cycle.step", kind: relation.kind, document: name(site, relation.to));
    let steps: Vec<Message> = relations.iter().map(|relation| step(relation)).collect();
    let says = message!("relation-cycle.says", first: name(site, first.from), steps);
    let problem = RULE.at(site.span_of(first)?, says).help(message!("relation-cycle.help"));
    let others = relations.iter().skip(1).filter_map(|relation| Some((relation, site.span_of(relation)?)));
    Some(others.fold(problem, |problem, (relation, span)| problem.label(span, step(relation))))
}

/// What a document is called in messages: its number, else its id or title.
pub(super) fn name(site: &Site, work: Work) -> &str {
    match work {
        Work::Held(index) => {
            let document = &site.document(index).document;
            let number = document.fields.resolution().and_then(|fields| fields.number.as_ref());
            number.map_or(&document.id.0, |number| &number.value)
        }
        Work::Known(index) => {
            let fields = &site.known(index).known.fields;
            let name = fields.symbol.as_ref().or(fields.title.as_ref());
            name.map_or("", |name| name.value.as_str())
        }
    }
}

/// Documents and the relations that look back, from one to the other.
struct Graph {
    works: Vec<Work>,
    /// For each document the relations that it makes, with the document that each leads to.
    edges: Vec<Vec<(usize, RelationIndex)>>,
}

impl Graph {
    fn new(site: &Site) -> Self {
        let mut works: Vec<Work> = Vec::new();
        let looking = || site.relations.iter().enumerate().filter(|(_, relation)| looks_back(relation));
        works.extend(looking().flat_map(|(_, relation)| [relation.from, relation.to]));
        works.sort_unstable();
        works.dedup();
        let places: HashMap<Work, usize> = works.iter().enumerate().map(|(at, work)| (*work, at)).collect();
        let mut edges = vec![Vec::new(); works.len()];
        for (at, relation) in looking() {
            if let (Some(from), Some(to)) = (places.get(&relation.from), places.get(&relation.to)) {
                edges[*from].push((*to, RelationIndex(at)));
            }
        }
        Self { works, edges }
    }

    /// Documents that lead to each other, in groups (strongly connected components, by Tarjan without recursion).
    fn groups(&self) -> Vec<Vec<usize>> {
        const UNSEEN: usize = usize::MAX;
        let count = self.works.len();
        let (mut order, mut lowest) = (vec![UNSEEN; count], vec![UNSEEN; count]);
        let mut is_open = vec![false; count];
        let mut open: Vec<usize> = Vec::new();
        let mut groups = Vec::new();
        let mut next = 0;
        for start in 0..count {
            if order[start] != UNSEEN {
                continue;
            }
            let mut path: Vec<(usize, usize)> = vec![(start, 0)];
            while let Some((node, edge)) = path.last_mut() {
                let node = *node;
                if *edge == 0 {
                    order[node] = next;
                    lowest[node] = next;
                    next += 1;
                    open.push(node);
                    is_open[node] = true;
                }
                if let Some((to, _)) = self.edges[node].get(*edge) {
                    *edge += 1;
                    if order[*to] == UNSEEN {
                        path.push((*to, 0));
                    } else if is_open[*to] {
                        lowest[node] = lowest[node].min(order[*to]);
                    }
                    continue;
                }
                path.pop();
                if let Some((parent, _)) = path.last() {
                    lowest[*parent] = lowest[*parent].min(lowest[node]);
                }
                if lowest[node] == order[node] {
                    let at = open.iter().rposition(|other| *other == node).unwrap_or(0);
                    let mut group = open.split_off(at);
                    for member in &group {
                        is_open[*member] = false;
                    }
                    if group.len() > 1 {
                        group.sort_unstable();
                        groups.push(group);
                    }
                }
            }
        }
        groups.sort();
        groups
    }

    /// A shortest circle through the first document of a group.
    fn circle(&self, group: &[usize]) -> Vec<RelationIndex> {
        let Some(first) = group.first().copied() else { return Vec::new() };
        let mut before: HashMap<usize, (usize, RelationIndex)> = HashMap::new();
        let mut queue = VecDeque::from([first]);
        while let Some(node) = queue.pop_front() {
            for (to, relation) in &self.edges[node] {
                if group.binary_search(to).is_err() || before.contains_key(to) {
                    continue;
                }
                before.insert(*to, (node, *relation));
                queue.push_back(*to);
            }
        }
        let mut circle = Vec::new();
        let mut node = first;
        while let Some((from, relation)) = before.get(&node) {
            circle.push(*relation);
            node = *from;
            if node == first {
                break;
            }
        }
        circle.reverse();
        circle
    }
}
