//! A generated text, what a person made of it and what is generated now → the person's text with what is new.

use similar::{DiffOp, TextDiff};

/// Lines of the base that changed, and what stands there now.
struct Change<'t> {
    /// The lines of the base, from and to.
    base: (usize, usize),
    new: Vec<&'t str>,
}

/// The person's text with every change from `base` to `new` that touches no line the person changed, and how many do.
pub(super) fn merge(base: &str, edited: &str, new: &str) -> (String, usize) {
    let lines: Vec<&str> = base.split_inclusive('\n').collect();
    let (ours, theirs) = (changes(base, edited), changes(base, new));
    let is_apart = |change: &&Change<'_>| !ours.iter().any(|our| touch(our.base, change.base));
    let free: Vec<&Change<'_>> = theirs.iter().filter(is_apart).collect();
    let refused = theirs.iter().filter(|change| !is_apart(change) && !is_among(change, &ours)).count();
    let mut all: Vec<&Change<'_>> = ours.iter().chain(free).collect();
    all.sort_by_key(|change| change.base);
    let (mut text, mut at) = (String::new(), 0);
    for change in all {
        text.extend(lines[at..change.base.0].iter().copied().chain(change.new.iter().copied()));
        at = change.base.1;
    }
    text.extend(lines[at..].iter().copied());
    (text, refused)
}

/// Whether two changes have a line in common, or both add lines in one place.
fn touch(a: (usize, usize), b: (usize, usize)) -> bool {
    a == b || a.0 < b.1 && b.0 < a.1
}

fn is_among(change: &Change<'_>, others: &[Change<'_>]) -> bool {
    others.iter().any(|other| other.base == change.base && other.new == change.new)
}

fn changes<'t>(base: &str, text: &'t str) -> Vec<Change<'t>> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let diff = TextDiff::from_lines(base, text);
    let ops = diff.ops().iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let mut changes: Vec<Change<'t>> = Vec::new();
    for op in ops {
        let (old, new) = (op.old_range(), lines[op.new_range()].to_vec());
        match changes.last_mut().filter(|last| last.base.1 == old.start) {
            Some(last) => {
                last.base.1 = old.end;
                last.new.extend(new);
            }
            None => changes.push(Change { base: (old.start, old.end), new }),
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "a\nb\nc\nd\ne\n";

    #[test]
    fn changes_of_different_lines_are_all_there() {
        assert_eq!(
            merge(BASE, "a\nB\nc\nd\ne\n", "a\nb\nc\nD\ne\nf\n"),
            ("a\nB\nc\nD\ne\nf\n".to_owned(), 0)
        );
        assert_eq!(
            merge(BASE, "a\nc\nd\ne\nmine\n", "new\na\nb\nc\ne\n"),
            ("new\na\nc\ne\nmine\n".to_owned(), 0)
        );
        assert_eq!(merge(BASE, BASE, "x\n"), ("x\n".to_owned(), 0));
        assert_eq!(merge(BASE, "x\n", BASE), ("x\n".to_owned(), 0));
    }

    #[test]
    fn where_a_person_changed_the_line_it_stays() {
        let (text, conflicts) = merge(BASE, "a\nmine\nc\nd\ne\n", "a\nnew\nc\nD\ne\n");
        assert_eq!((text.as_str(), conflicts), ("a\nmine\nc\nD\ne\n", 1));
        assert_eq!(merge(BASE, "a\nX\nc\nd\ne\n", "a\nX\nc\nd\ne\n"), ("a\nX\nc\nd\ne\n".to_owned(), 0));
    }
}
