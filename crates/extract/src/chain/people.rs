//! The namings of people, in the order of the text → who each is. Two people with one surname stay two.

use super::Gender;
use super::kin::{Kin, Owner};
use super::naming::{Bearer, Naming};
use super::person::{Fit, PersonName};
use super::rival;

/// How many namings back the one is sought whose relative somebody is.
const NEAR: usize = 3;

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
            [] => Some(self.introduce(at, gender)),
            [only] => Some(only),
            _ => rival::decide(self.namings, &self.bearers, &fits, at),
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
        known.offices.extend(naming.offices.iter().cloned());
    }

    fn introduce(&mut self, at: usize, gender: Gender) -> usize {
        let kin = self.kin_of(at);
        self.bearers.push(Bearer { names: Vec::new(), gender, offices: Vec::new(), at: Vec::new(), kin });
        self.bearers.len() - 1
    }

    /// Whose relative the text brings somebody in as, with this name or with the given name before: `his wife Ann` … `Ann Lee`.
    fn kin_of(&self, at: usize) -> Option<Kin> {
        let name = &self.namings[at].name;
        let given = |other: &Naming| other.kin.is_some() && other.name.fit(name) == Some(Fit::First);
        let first = self.namings[..at].iter().find(|other| given(other)).and_then(|other| other.kin);
        first.or(self.namings[at].kin).filter(|kin| self.depends(at, kin.owner))
    }

    /// Whether a relative is one of the person who bears the same surname before: `Lee` … `his wife, Ann Lee`. In
    /// `Bo Lee's wife, Ann Lee` it may be her whom the article is about.
    fn depends(&self, at: usize, owner: Owner) -> bool {
        let name = &self.namings[at].name;
        let before = self.namings[at.saturating_sub(NEAR)..at].iter().rev().map(|other| &other.name);
        let same = before.into_iter().find(|other| other.shares_surname(name));
        same.is_some_and(|same| owner == Owner::Pronoun || !same.is_full())
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
            .filter(|(_, bearer)| self.may_bear(bearer, at))
            .filter_map(|(index, bearer)| best(bearer).map(|fit| (index, fit)))
            .collect();
        let top = fits.iter().map(|(_, fit)| *fit).max();
        // A bare `Lee` equals an earlier bare `Lee`, yet both may be Ann Lee's: those two fits are one.
        let level = |fit: Fit| if name.len() == 1 && fit == Fit::Equal { Fit::Surname } else { fit };
        fits.iter().filter(|(_, fit)| Some(level(*fit)) == top.map(level)).map(|(index, _)| *index).collect()
    }

    /// Whether kinship leaves it possible: `his father, Bo Lee` is not Bo Lee Jr., and `Lee` before `his wife, Ann Lee` is not she.
    fn may_bear(&self, bearer: &Bearer, at: usize) -> bool {
        let naming = &self.namings[at];
        let junior = naming.kin.is_some()
            && !naming.name.has_suffix()
            && bearer.names.iter().any(PersonName::has_suffix);
        let before = bearer.kin.is_some()
            && !naming.name.is_full()
            && bearer.names.iter().any(|name| name.is_full() && name.shares_surname(&naming.name))
            && bearer.at.first().is_some_and(|&first| at < first);
        !junior && !before
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
                let (offices, name) = name
                    .strip_prefix("President ")
                    .map_or((vec![], name), |name| (vec!["president".to_owned()], name));
                let (gender, name) = match (name.strip_prefix("Mrs "), name.strip_prefix("Mr ")) {
                    (Some(name), _) => (Gender::Female, name),
                    (_, Some(name)) => (Gender::Male, name),
                    _ => (Gender::Open, name),
                };
                let naming =
                    Naming { sentence, name: PersonName::parse(name), gender, offices, ..Naming::default() };
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
