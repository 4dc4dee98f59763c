//! The names of groups, in the order of the text → which are one group: legal forms, acronyms, short forms.

use std::collections::BTreeSet;

use super::group::{Fit, GroupName};

/// A group's name at one place of the article.
#[derive(Debug, Clone)]
pub(crate) struct Body {
    pub(crate) name: GroupName,
    /// The naming just before it, when this one stands in brackets after it or is what it is also called: `Norvik Steel Board (NSB)`,
    /// `the Norvik Steel Board, known as Nosteb`.
    pub(crate) gloss_of: Option<usize>,
    /// Whether the lexicon knows whose name it is: what it is short for need not be asked.
    pub(crate) known: bool,
    /// Whether the name is too common to stand for a longer one that begins with it: `American`, `Bank`, `Paris`.
    pub(crate) common: bool,
    /// Whether it is only a noun with an article before it: `the Bank`.
    pub(crate) bare: bool,
    /// The nouns that its names end with, which may stand for it.
    pub(crate) nouns: Vec<String>,
}

/// For each naming the index of its group, by the earliest naming of it.
pub(crate) fn tell(bodies: &[Body]) -> Vec<usize> {
    let mut root: Vec<usize> = (0..bodies.len()).collect();
    let equal = |short: usize, long: usize| bodies[short].name.fit(&bodies[long].name) == Some(Fit::Equal);
    join(bodies, &mut root, |at, other| equal(at, other) || equal(other, at));
    for (at, body) in bodies.iter().enumerate() {
        if let Some(long) = body.gloss_of.filter(|_| body.name.is_acronym() || !body.known) {
            unite(&mut root, at, long);
        }
    }
    for fit in [Fit::Acronym, Fit::Start, Fit::End] {
        shorten(bodies, &mut root, fit);
    }
    for at in (0..bodies.len()).filter(|&at| bodies[at].bare) {
        let meant = |other: &usize| {
            !bodies[*other].bare && bodies[*other].nouns.contains(&bodies[at].name.words()[0])
        };
        let meant = (0..bodies.len()).filter(meant).map(|other| find(&root, other)).collect::<BTreeSet<_>>();
        // Its full name stands before it; what is named only after it is another body.
        if let Some(&only) = meant.first().filter(|&&only| meant.len() == 1 && only < at) {
            unite(&mut root, at, only);
        }
    }
    root.iter().map(|&at| find(&root, at)).collect()
}

fn join(bodies: &[Body], root: &mut [usize], same: impl Fn(usize, usize) -> bool) {
    for at in 0..bodies.len() {
        if let Some(first) = (0..at).find(|&other| same(at, other)) {
            unite(root, at, first);
        }
    }
}

/// Joins each short name to the one group that it fits this way; to none when two compete.
fn shorten(bodies: &[Body], root: &mut [usize], fit: Fit) {
    for at in 0..bodies.len() {
        let body = &bodies[at];
        if body.common && fit == Fit::Start && !body.known || body.bare && fit != Fit::Acronym {
            continue;
        }
        if body.known && fit == Fit::End {
            continue;
        }
        // A name that is known is a longer one's only where that adds what firms leave out: `Osten` and `Osten Motor Corp.`
        let own = |other: &usize| {
            let long = &bodies[*other];
            !body.known || fit == Fit::Acronym || !long.known && body.name.is_trade_of(&long.name)
        };
        let mut longer: Vec<usize> = (0..bodies.len())
            .filter(|&other| bodies[at].name.fit(&bodies[other].name) == Some(fit))
            .filter(own)
            .filter(|&other| fit != Fit::End || tails(&bodies[at].name, &bodies[other].name))
            .map(|other| find(root, other))
            .collect();
        longer.sort_unstable();
        longer.dedup();
        if let [only] = longer[..] {
            unite(root, at, only);
        }
    }
}

/// Whether the end of a long name may stand for it: `Treasury` for `US Treasury`, `Department of Justice` for the US one;
/// never `Bank` for `Norvik Savings Bank` unless it says so itself with a capital, which it did to be a naming.
fn tails(short: &GroupName, long: &GroupName) -> bool {
    (short.words().len() + 2 >= long.words().len() || short.is_bench_of(long)) && !short.is_acronym()
}

fn find(root: &[usize], mut at: usize) -> usize {
    while root[at] != at {
        at = root[at];
    }
    at
}

fn unite(root: &mut [usize], a: usize, b: usize) {
    let (a, b) = (find(root, a), find(root, b));
    root[a.max(b)] = a.min(b);
}

#[cfg(test)]
mod tests {
    use super::super::group;
    use super::*;

    fn told(names: &[&str]) -> Vec<usize> {
        let bodies: Vec<Body> = names
            .iter()
            .enumerate()
            .map(|(at, name)| {
                let bare = name.trim_matches(['(', ')']);
                Body {
                    name: GroupName::parse(bare),
                    gloss_of: name.starts_with('(').then(|| at - 1),
                    known: false,
                    common: matches!(bare, "American" | "Bank"),
                    bare: bare == "Bank",
                    nouns: group::nouns(bare),
                }
            })
            .collect();
        tell(&bodies)
    }

    #[test]
    fn short_forms_and_acronyms_join_their_long_form() {
        assert_eq!(told(&["US Treasury", "Treasury"]), [0, 0]);
        assert_eq!(told(&["Norvik", "Norvik Motor Co", "Norvik Motor"]), [0, 0, 0]);
        assert_eq!(told(&["Fuerzas Libres", "(ELN)", "ELN"]), [0, 0, 0]);
        assert_eq!(told(&["NSB", "Norvik Steel Board"]), [0, 0]);
        assert_eq!(told(&["Movimento Norvik", "(M5N)", "M5N party"]), [0, 0, 0]);
        assert_eq!(told(&["Norvik People Party", "Norvik People's Party", "Norvik Party"]), [0, 0, 2]);
    }

    #[test]
    fn a_court_is_called_by_its_circuit() {
        let full = "US Court of Appeals for the Twelfth Circuit";
        assert_eq!(told(&[full, "Twelfth Circuit", "Tenth Circuit"]), [0, 0, 2]);
        assert_eq!(told(&["Society for the Norvik Museum of Art", "Norvik Museum of Art"]), [0, 1]);
    }

    #[test]
    fn what_fits_two_groups_joins_none() {
        assert_eq!(told(&["US Treasury", "UK Treasury", "Treasury"]), [0, 1, 2]);
        assert_eq!(told(&["American Motor", "American"]), [0, 1]);
        assert_eq!(told(&["Bank of Norvik", "Bank", "Norvik Mint"]), [0, 0, 2]);
        assert_eq!(told(&["Bank of Norvik", "Bank", "Lund Bank"]), [0, 1, 2]);
        assert_eq!(told(&["Bank", "Bank of Norvik"]), [0, 1]);
    }
}
