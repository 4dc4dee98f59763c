//! Spans of code points: how much two of them share, and which go together.

/// Start and end, end exclusive.
pub(super) type Span = (usize, usize);

/// What may stand at the edge of a quotation without being part of it.
const EDGE: &str = " \n\t“”\"'’‘`,.;:!?…-—«»";

/// How many characters two spans share.
pub(super) fn overlap(a: Span, b: Span) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// Whether what two spans share is at least `percent` of what they cover together.
pub(super) fn alike(a: Span, b: Span, percent: usize) -> bool {
    let shared = overlap(a, b);
    shared > 0 && 100 * shared >= percent * (a.1.max(b.1) - a.0.min(b.0))
}

/// Pairs of indices, one of each list, that go together: those that share most first, none twice.
pub(super) fn pair(
    gold: &[Span],
    found: &[Span],
    fits: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut candidates: Vec<(usize, usize)> = (0..gold.len())
        .flat_map(|g| (0..found.len()).map(move |f| (g, f)))
        .filter(|&(g, f)| overlap(gold[g], found[f]) > 0 && fits(g, f))
        .collect();
    // By the share of the shared part, as a fraction without rounding; then in the order of the text.
    let share = |&(g, f): &(usize, usize)| {
        let (a, b) = (gold[g], found[f]);
        (overlap(a, b) * 1_000_000) / (a.1.max(b.1) - a.0.min(b.0))
    };
    candidates.sort_by_key(|pair| (std::cmp::Reverse(share(pair)), *pair));
    let (mut golds, mut founds) = (vec![false; gold.len()], vec![false; found.len()]);
    candidates.retain(|&(g, f)| {
        let free = !golds[g] && !founds[f];
        golds[g] |= free;
        founds[f] |= free;
        free
    });
    candidates
}

/// The span without marks and spaces at its edges.
pub(super) fn trim(text: &[char], (mut start, mut end): Span) -> Span {
    let edge = |at: usize| text.get(at).is_none_or(|&c| EDGE.contains(c));
    while start < end && edge(start) {
        start += 1;
    }
    while end > start && edge(end - 1) {
        end -= 1;
    }
    (start, end)
}

/// Whether nothing but marks and spaces stands between two places.
pub(super) fn only_marks(text: &[char], from: usize, to: usize) -> bool {
    from >= to || text.get(from..to).is_some_and(|between| between.iter().all(|&c| EDGE.contains(c)))
}
