//! The namings of people, in the order of the text → who each is. Two people with one surname stay two.

use super::Gender;
use super::person::{Fit, PersonName};

/// A person's name at one place of the article.
#[derive(Debug, Clone)]
pub(crate) struct Naming {
    pub(crate) sentence: usize,
    pub(crate) name: PersonName,
    /// As the title before it says.
    pub(crate) gender: Gender,
    /// The folded title before it: `president` in `President Noboa`.
    pub(crate) office: Option<String>,
}

/// Someone who bears names in this article.
#[derive(Debug, Clone)]
struct Bearer {
    names: Vec<PersonName>,
    gender: Gender,
    offices: Vec<String>,
    /// Where it is named so far, sorted.
    at: Vec<usize>,
}

/// For each naming the index of its bearer; `None` when two people compete for it. `first_name` gives the gender of a given name.
pub(crate) fn tell(namings: &[Naming], first_name: impl Fn(&str) -> Gender) -> Vec<Option<usize>> {
    let mut crowd = Crowd { namings, bearers: Vec::new(), of: vec![None; namings.len()] };
    for at in crowd.order() {
        let gender = match namings[at].gender {
            Gender::Open if namings[at].name.shows_given() => first_name(namings[at].name.first()),
            told => told,
        };
        crowd.place(at, gender);
    }
    crowd.of
}

struct Crowd<'a> {
    namings: &'a [Naming],
    bearers: Vec<Bearer>,
    of: Vec<Option<usize>>,
}

impl Crowd<'_> {
    /// Full names first, then names of several words, then single ones, those whose gender a title tells before the others; each
    /// in the order of the text.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.namings.len()).collect();
        let rank = |at: &usize| {
            let name = &self.namings[*at].name;
            if name.is_full() {
                0
            } else if name.len() > 1 {
                1
            } else {
                2 + usize::from(self.namings[*at].gender == Gender::Open)
            }
        };
        order.sort_by_key(|at| (rank(at), *at));
        order
    }

    fn place(&mut self, at: usize, gender: Gender) {
        let fits = self.fits(at, gender);
        let bearer = match fits[..] {
            [] => Some(self.introduce(gender)),
            [only] => Some(only),
            _ => self.decide(&fits, at),
        };
        let Some(bearer) = bearer else { return };
        self.of[at] = Some(bearer);
        let naming = &self.namings[at];
        let known = &mut self.bearers[bearer];
        known.at.insert(known.at.partition_point(|&other| other < at), at);
        known.gender = if known.gender == Gender::Open { gender } else { known.gender };
        if !known.names.contains(&naming.name) {
            known.names.push(naming.name.clone());
        }
        known.offices.extend(naming.office.clone());
    }

    fn introduce(&mut self, gender: Gender) -> usize {
        self.bearers.push(Bearer { names: Vec::new(), gender, offices: Vec::new(), at: Vec::new() });
        self.bearers.len() - 1
    }

    /// The bearers that the naming fits best.
    fn fits(&self, at: usize, gender: Gender) -> Vec<usize> {
        let name = &self.namings[at].name;
        let best = |bearer: &Bearer| bearer.names.iter().filter_map(|other| name.fit(other)).max();
        let fits: Vec<(usize, Fit)> = self
            .bearers
            .iter()
            .enumerate()
            .filter(|(_, bearer)| {
                gender == Gender::Open || bearer.gender == Gender::Open || bearer.gender == gender
            })
            .filter_map(|(index, bearer)| best(bearer).map(|fit| (index, fit)))
            .collect();
        let top = fits.iter().map(|(_, fit)| *fit).max();
        // A bare `Lee` equals an earlier bare `Lee`, yet both may be Ann Lee's: those two fits are one.
        let level = |fit: Fit| if name.len() == 1 && fit == Fit::Equal { Fit::Surname } else { fit };
        fits.iter().filter(|(_, fit)| Some(level(*fit)) == top.map(level)).map(|(index, _)| *index).collect()
    }

    /// Who of several is meant: the one with that office, then the one that the context names last.
    fn decide(&self, rivals: &[usize], at: usize) -> Option<usize> {
        if let Some(office) = &self.namings[at].office {
            let holders: Vec<usize> =
                rivals.iter().copied().filter(|&r| self.bearers[r].offices.contains(office)).collect();
            if let [only] = holders[..] {
                return Some(only);
            }
            // `President Lee` beside `Mr. Lee` and his wife `Ann Lee` is the one who needs no given name.
            let bare = |r: &usize| self.bearers[*r].names.iter().all(|name| !name.is_full());
            let known: Vec<usize> = rivals.iter().copied().filter(bare).collect();
            if let ([only], []) = (&known[..], &holders[..]) {
                return Some(*only);
            }
        }
        let mut before: Vec<(usize, usize)> =
            rivals.iter().filter_map(|&r| Some((self.last_before(r, at)?, r))).collect();
        before.sort_unstable_by(|a, b| b.cmp(a));
        match before[..] {
            [] => self.first_after(rivals, at),
            [(_, only)] => Some(only),
            [last, previous, ..] => self.latest(at, last, previous, before.len()),
        }
    }

    /// Who is meant of the one named last and the one before, each with the index of its last naming.
    fn latest(
        &self,
        at: usize,
        last: (usize, usize),
        previous: (usize, usize),
        count: usize,
    ) -> Option<usize> {
        if !self.namings[last.0].name.is_full() {
            return Some(last.1);
        }
        let sentence = |naming: (usize, usize)| self.namings[naming.0].sentence;
        let here = self.namings[at].sentence;
        // A person just named in full is `she` in the same sentence; the bare surname there is the other one's.
        if sentence(last) == here && sentence(previous) < here {
            return (count == 2).then_some(previous.1);
        }
        let (first, second) =
            (self.established(last.1, previous.1, at), self.established(previous.1, last.1, at));
        match (first, second) {
            (true, false) => Some(last.1),
            (false, true) if here - sentence(last) > 1 || sentence(last) == sentence(previous) => {
                Some(previous.1)
            }
            (false, false) if sentence(last) > sentence(previous) => Some(last.1),
            _ => None,
        }
    }

    /// Whether the article is clearly more about a bearer than about its rival.
    fn established(&self, bearer: usize, rival: usize, at: usize) -> bool {
        let before = |bearer: usize| self.bearers[bearer].at.iter().filter(move |&&named| named < at);
        let bare = before(bearer).filter(|&&named| !self.namings[named].name.is_full()).count();
        bare > 1 && before(rival).count() < 2 || before(bearer).count() >= 3 * before(rival).count()
    }

    fn last_before(&self, bearer: usize, at: usize) -> Option<usize> {
        self.bearers[bearer].at.iter().copied().filter(|&named| named < at).max()
    }

    /// For a headline that comes before any full name: the first one to be named, if alone in its sentence.
    fn first_after(&self, rivals: &[usize], at: usize) -> Option<usize> {
        let mut after: Vec<(usize, usize)> = rivals
            .iter()
            .filter_map(|&r| {
                self.bearers[r]
                    .at
                    .iter()
                    .find(|&&named| named > at)
                    .map(|&named| (self.namings[named].sentence, r))
            })
            .collect();
        after.sort_unstable();
        match after[..] {
            [(_, only)] => Some(only),
            [(first, bearer), (second, _), ..] if first < second => Some(bearer),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names, each in a sentence of its own; `/` keeps the next in the same sentence.
    fn told(names: &str) -> String {
        let mut sentence = 0;
        let namings: Vec<Naming> = names
            .split(", ")
            .map(|name| {
                let (name, stay) = name.strip_suffix(" /").map_or((name, false), |name| (name, true));
                let (office, name) = name
                    .strip_prefix("President ")
                    .map_or((None, name), |name| (Some("president".to_owned()), name));
                let (gender, name) = match (name.strip_prefix("Mrs "), name.strip_prefix("Mr ")) {
                    (Some(name), _) => (Gender::Female, name),
                    (_, Some(name)) => (Gender::Male, name),
                    _ => (Gender::Open, name),
                };
                let naming = Naming { sentence, name: PersonName::parse(name), gender, office };
                sentence += usize::from(!stay);
                naming
            })
            .collect();
        let first = |name: &str| match name {
            "ann" | "eva" => Gender::Female,
            "bo" | "carl" => Gender::Male,
            _ => Gender::Open,
        };
        tell(&namings, first)
            .iter()
            .map(|of| of.map_or("?".to_owned(), |b| b.to_string()))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_bare_surname_goes_to_its_only_bearer_also_before_the_full_name() {
        assert_eq!(told("Lee, Ann Lee, Lee, Carl Ek, Ek, Lee"), "0 0 0 1 1 0");
        assert_eq!(told("Ann Lee, Ann Mary Lee, A. Lee"), "0 0 0");
    }

    #[test]
    fn two_of_one_surname_stay_two() {
        assert_eq!(told("Ann Lee, Lee, Carl Lee, Lee"), "0 0 1 1");
        assert_eq!(told("Ann Lee /, Carl Lee, Lee"), "0 1 ?");
        assert_eq!(told("Ann Lee, Carl Lee, Mrs Lee, Lee"), "0 1 0 0");
        assert_eq!(told("Carl Lee, Mrs Lee"), "0 1");
        assert_eq!(told("Tran Van Eva, Mr Eva"), "0 0");
        assert_eq!(told("President Lee, Mr Lee, Ann Lee, Lee"), "1 1 0 ?");
        assert_eq!(told("President Kim Ha, Kim Bo, President Kim"), "0 1 0");
    }

    #[test]
    fn a_passing_namesake_does_not_take_the_surname() {
        assert_eq!(told("Ann Lee, Lee, Lee, Carl Lee, Sam Ek, Lee"), "0 0 0 1 2 0");
        assert_eq!(told("Ann Lee, Carl Lee /, Lee"), "0 1 0");
    }

    #[test]
    fn a_name_without_a_full_form_is_a_person_of_its_own() {
        assert_eq!(told("Ronaldo, Ann Lee, Ronaldo"), "1 0 1");
    }
}
