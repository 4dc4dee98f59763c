//! A bare name and those who may bear it → the one who is meant; none when that cannot be told. Who may bear it is not asked here.

use super::Gender;
use super::naming::{Bearer, Naming};
use crate::lexicon::Kinship;

/// Who of several is meant: the one with that office or of that generation, then the one whom the article is about, then the
/// one whom the context names last, all as far as a pronoun agrees.
pub(crate) fn decide(namings: &[Naming], bearers: &[Bearer], rivals: &[usize], at: usize) -> Option<usize> {
    let contest = Contest { namings, bearers, at };
    contest.of_office(rivals).or_else(|| contest.of_generation(rivals)).or_else(|| contest.of_context(rivals))
}

struct Contest<'a> {
    namings: &'a [Naming],
    bearers: &'a [Bearer],
    at: usize,
}

/// Whether two folded titles are one: `senator`, and `sen` for it.
fn same_office(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short == long || short.len() > 1 && !long.contains(' ') && long.starts_with(short)
}

impl Contest<'_> {
    fn of_office(&self, rivals: &[usize]) -> Option<usize> {
        let offices = &self.namings[self.at].offices;
        if offices.is_empty() {
            return None;
        }
        let holds = |r: &usize| {
            self.bearers[*r].offices.iter().any(|held| offices.iter().any(|office| same_office(held, office)))
        };
        let holders: Vec<usize> = rivals.iter().copied().filter(holds).collect();
        // `President Lee` beside `Mr. Lee` and his wife `Ann Lee` is the one who needs no given name.
        let bare = |r: &usize| self.bearers[*r].names.iter().all(|name| !name.is_full());
        let known: Vec<usize> = rivals.iter().copied().filter(bare).collect();
        match (&holders[..], &known[..]) {
            ([only], _) | ([], [only]) => Some(*only),
            _ => None,
        }
    }

    /// The father for `the elder Lee`, the son for `the younger Lee`, when one of the two is brought in as the other's.
    fn of_generation(&self, rivals: &[usize]) -> Option<usize> {
        let said = self.namings[self.at].generation?;
        let [a, b] = rivals[..] else { return None };
        let (relative, other) = match (self.bearers[a].kin, self.bearers[b].kin) {
            (Some(kin), None) => ((a, kin.kinship), b),
            (None, Some(kin)) => ((b, kin.kinship), a),
            _ => return None,
        };
        matches!(relative.1, Kinship::Elder | Kinship::Younger).then_some(if relative.1 == said {
            relative.0
        } else {
            other
        })
    }

    /// The one whom the article is about or who was named last, unless the pronoun after the name speaks against it.
    fn of_context(&self, rivals: &[usize]) -> Option<usize> {
        let hint = self.namings[self.at].hint;
        let gender = |r: usize| self.bearers[r].gender;
        let free: Vec<usize> = rivals.iter().copied().filter(|&r| self.bearers[r].kin.is_none()).collect();
        let related = free.len() < rivals.len() && !free.is_empty();
        let chosen = match free[..] {
            [only] => (!self.goes_by_surname(rivals)).then_some(only),
            [] => self.of_last(rivals),
            _ => self.of_last(&free),
        };
        let agreeing: Vec<usize> = rivals.iter().copied().filter(|&r| gender(r) == hint).collect();
        let others = rivals.iter().all(|&r| gender(r) != Gender::Open);
        match (chosen, &agreeing[..]) {
            _ if hint == Gender::Open => chosen,
            (Some(chosen), _) if gender(chosen) == hint => Some(chosen),
            (None, [only]) if others => Some(*only),
            (Some(_), [only]) if others && !related => Some(*only),
            (Some(chosen), _) if gender(chosen) == Gender::Open && agreeing.is_empty() => Some(chosen),
            _ => None,
        }
    }

    /// Whether the last naming before gives a relative the bare surname too: `Ms. Lee`.
    fn goes_by_surname(&self, rivals: &[usize]) -> bool {
        let last = rivals.iter().filter_map(|&r| Some((self.last_before(r)?, r))).max();
        last.is_some_and(|(named, r)| {
            self.bearers[r].kin.is_some()
                && !self.namings[named].name.is_full()
                && self.namings[named].name.shares_surname(&self.namings[self.at].name)
        })
    }

    /// The one whom the context names last.
    fn of_last(&self, rivals: &[usize]) -> Option<usize> {
        let mut before: Vec<(usize, usize)> =
            rivals.iter().filter_map(|&r| Some((self.last_before(r)?, r))).collect();
        before.sort_unstable_by(|a, b| b.cmp(a));
        match before[..] {
            [] => self.first_after(rivals),
            [(_, only)] => Some(only),
            [last, previous, ..] => self.latest(last, previous, before.len()),
        }
    }

    /// Who is meant of the one named last and the one before, each with the index of its last naming.
    fn latest(&self, last: (usize, usize), previous: (usize, usize), count: usize) -> Option<usize> {
        if !self.namings[last.0].name.is_full() {
            return Some(last.1);
        }
        let sentence = |naming: (usize, usize)| self.namings[naming.0].sentence;
        let here = self.namings[self.at].sentence;
        // A person just named in full is `she` in the same sentence; the bare surname there is the other one's.
        if sentence(last) == here && sentence(previous) < here {
            return (count == 2).then_some(previous.1);
        }
        match (self.established(last.1, previous.1), self.established(previous.1, last.1)) {
            (true, false) => Some(last.1),
            (false, true) if here - sentence(last) > 1 || sentence(last) == sentence(previous) => {
                Some(previous.1)
            }
            (false, false) if sentence(last) > sentence(previous) => {
                (self.is_introduced(last.1) || !self.is_introduced(previous.1)).then_some(last.1)
            }
            _ => None,
        }
    }

    /// Whether the text says who the bearer is. A name without that is somebody's whom it mentions in passing.
    fn is_introduced(&self, bearer: usize) -> bool {
        !self.bearers[bearer].offices.is_empty()
    }

    /// Whether the article is clearly more about a bearer than about its rival.
    fn established(&self, bearer: usize, rival: usize) -> bool {
        let before = |bearer: usize| self.bearers[bearer].at.iter().filter(move |&&named| named < self.at);
        let bare = before(bearer).filter(|&&named| !self.namings[named].name.is_full()).count();
        bare > 1 && before(rival).count() < 2 || before(bearer).count() >= 3 * before(rival).count()
    }

    fn last_before(&self, bearer: usize) -> Option<usize> {
        self.bearers[bearer].at.iter().copied().filter(|&named| named < self.at).max()
    }

    /// For a headline that comes before any full name: the first one to be named, if alone in its sentence.
    fn first_after(&self, rivals: &[usize]) -> Option<usize> {
        let next = |r: usize| self.bearers[r].at.iter().copied().find(|&named| named > self.at);
        let mut after: Vec<(usize, usize)> =
            rivals.iter().filter_map(|&r| Some((self.namings[next(r)?].sentence, r))).collect();
        after.sort_unstable();
        match after[..] {
            [(_, only)] => Some(only),
            [(first, bearer), (second, _), ..] if first < second => Some(bearer),
            _ => None,
        }
    }
}
