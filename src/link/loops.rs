//! Loops of things that each lead to at most one other: parents, successors, wider topics.

/// The loops of a graph in which each of `count` nodes leads to at most one other. Linear in `count`.
pub(super) fn loops(count: usize, next: impl Fn(usize) -> Option<usize>) -> Vec<Vec<usize>> {
    // 0: not seen; otherwise the number of the walk that saw it first.
    let mut seen = vec![0_usize; count];
    let mut found = Vec::new();
    for start in 0..count {
        let walk = start + 1;
        let mut at = Some(start);
        while let Some(node) = at {
            if seen[node] == walk {
                let mut members = vec![node];
                let mut member = next(node);
                while let Some(other) = member.filter(|other| *other != node) {
                    members.push(other);
                    member = next(other);
                }
                found.push(members);
                break;
            }
            if seen[node] != 0 {
                break;
            }
            seen[node] = walk;
            at = next(node);
        }
    }
    found
}
