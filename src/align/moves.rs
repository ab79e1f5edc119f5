//! Which beads moved, and the order in which beads are read.

use super::position::heaviest_path;
use crate::order::{order, sorted};
use crate::version::{Span, Version};

/// A group of paragraphs in its place.
pub(super) struct Placed {
    pub(super) before: Span,
    pub(super) after: Span,
    /// The move it is part of, where it stands out of order.
    pub(super) moved: Option<usize>,
}

/// All paragraphs in reading order. The heaviest chain of groups that ascends on both sides stands still (Schensted
/// 1961, weighted by length), all other groups have moved. Between two groups that stand still come the paragraphs
/// that only the earlier version has there, then what the later version has there: its own and those that moved to it.
/// Groups that stand next to each other in both versions have moved together, whatever one version alone has between them.
pub(super) fn reading_order(
    before: &Version,
    after: &Version,
    groups: &[(Span, Span)],
) -> Vec<Placed> {
    let length = |version: &Version, span: Span| -> usize {
        version.paragraphs[span.range()]
            .iter()
            .map(|paragraph| paragraph.span.len())
            .sum()
    };
    let groups = sorted(groups, Ord::cmp);
    let by_after = order(&groups, |a, b| a.1.cmp(&b.1));
    let mut rank = vec![0; groups.len()];
    by_after
        .iter()
        .enumerate()
        .for_each(|(at, &k)| rank[k] = at);
    let cells: Vec<_> = groups
        .iter()
        .enumerate()
        .map(|(k, group)| {
            (
                k,
                rank[k],
                (length(before, group.0) + length(after, group.1)) as f32,
            )
        })
        .collect();
    let mut still = vec![false; groups.len()];
    heaviest_path(&cells)
        .1
        .into_iter()
        .for_each(|(k, _)| still[k] = true);

    let mut count = 0;
    let mut last = None;
    let mut moved = vec![None; groups.len()];
    for &k in &by_after {
        if !still[k] {
            let joins = last.is_some_and(|last| last + 1 == k);
            count += usize::from(!joins);
            moved[k] = Some(count - 1);
        }
        last = Some(k).filter(|&k| !still[k]);
    }

    let mut in_group = vec![false; before.paragraphs.len()];
    groups
        .iter()
        .flat_map(|group| group.0.range())
        .for_each(|p| in_group[p] = true);
    let mut placed = Vec::new();
    let (mut p, mut q) = (0, 0);
    let mut at = 0;
    loop {
        // The next group that stands still ends this stretch, else both texts do.
        let next = by_after[at..].iter().copied().find(|&k| still[k]);
        let (p_end, q_end) = next.map_or((before.paragraphs.len(), after.paragraphs.len()), |k| {
            (groups[k].0.start, groups[k].1.start)
        });
        placed.extend((p..p_end).filter(|&p| !in_group[p]).map(|p| Placed {
            before: Span::new(p, p + 1),
            after: Span::new(q, q),
            moved: None,
        }));
        while q < q_end {
            if let Some(&k) = by_after.get(at).filter(|&&k| groups[k].1.start == q) {
                at += 1;
                placed.push(Placed {
                    before: groups[k].0,
                    after: groups[k].1,
                    moved: moved[k],
                });
                q = groups[k].1.end;
            } else {
                placed.push(Placed {
                    before: Span::new(p_end, p_end),
                    after: Span::new(q, q + 1),
                    moved: None,
                });
                q += 1;
            }
        }
        let Some(k) = next else { break };
        at += 1;
        placed.push(Placed {
            before: groups[k].0,
            after: groups[k].1,
            moved: None,
        });
        (p, q) = (groups[k].0.end, groups[k].1.end);
    }
    placed
}
