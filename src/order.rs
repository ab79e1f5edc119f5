//! Sorting, once for all tables: in WebAssembly every other instance of a sort would cost 4 to 12 kB.

use std::cmp::Ordering;

/// The places of `items` in the order that `compare` gives them; equal ones stay in theirs.
pub(crate) fn order<T>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<usize> {
    let mut places: Vec<u32> = (0..items.len() as u32).collect();
    sort(&mut places, &|a, b| {
        compare(&items[a as usize], &items[b as usize])
    });
    places.into_iter().map(|place| place as usize).collect()
}

/// `items` in the order that `compare` gives them; equal ones stay in theirs.
pub(crate) fn sorted<T: Clone>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    order(items, compare)
        .into_iter()
        .map(|place| items[place].clone())
        .collect()
}

/// Sorts numbers.
pub(crate) fn ascend(numbers: &mut [u32]) {
    sort(numbers, &|a, b| a.cmp(&b));
}

fn sort(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_by(|&a, &b| compare(a, b));
}

/// A pair of indices, of the earlier version's table and of the later one's.
type Pair = (usize, usize);

/// `pairs` ascending by `(before, after)`, each once. Two passes of counting: time is linear in the pairs and the indices.
pub(crate) fn ascending(pairs: &[Pair]) -> Vec<Pair> {
    let by_after = counted(pairs, |pair| pair.1);
    let mut ascending = counted(&by_after, |pair| pair.0);
    ascending.dedup();
    ascending
}

/// `pairs` ascending by `index`, those of one index in the order in which they stand.
fn counted(pairs: &[Pair], index: impl Fn(&Pair) -> usize) -> Vec<Pair> {
    let mut next = vec![0; pairs.iter().map(|pair| index(pair) + 2).max().unwrap_or(0)];
    for pair in pairs {
        next[index(pair) + 1] += 1;
    }
    for at in 1..next.len() {
        next[at] += next[at - 1];
    }
    let mut sorted = vec![(0, 0); pairs.len()];
    for pair in pairs {
        sorted[next[index(pair)]] = *pair;
        next[index(pair)] += 1;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_ascend_and_stand_once() {
        assert_eq!(
            ascending(&[(2, 1), (0, 5), (2, 0), (0, 5), (1, 9)]),
            [(0, 5), (1, 9), (2, 0), (2, 1)]
        );
        assert_eq!(ascending(&[]), []);
    }

    #[test]
    fn equal_items_stay_in_their_order() {
        assert_eq!(
            order(&["b2", "a1", "b1", "a2"], |x, y| x[..1].cmp(&y[..1])),
            [1, 3, 0, 2]
        );
    }
}
