//! [`Vote`]: what speaks for each kind of a name, in sums that do not depend on the order of the evidence.

use std::ops::{Add, AddAssign};

use model::EntityKind;

/// Weights for the kinds, in hundredths; negative weights speak against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Vote {
    pub(crate) person: i32,
    pub(crate) group: i32,
    pub(crate) place: i32,
    pub(crate) country: i32,
}

impl Vote {
    /// `weight` hundredths for one kind.
    pub(crate) fn one(kind: EntityKind, weight: i32) -> Self {
        let mut vote = Self::default();
        *vote.slot(kind) = weight;
        vote
    }

    /// The weight of a kind.
    pub(crate) fn weight(self, kind: EntityKind) -> i32 {
        match kind {
            EntityKind::Person => self.person,
            EntityKind::Group => self.group,
            EntityKind::Place => self.place,
            EntityKind::Country => self.country,
        }
    }

    /// The kind with the most weight and its weight; among equals the first of person, country, group, place.
    pub(crate) fn best(self) -> (EntityKind, i32) {
        let order = [EntityKind::Person, EntityKind::Country, EntityKind::Group, EntityKind::Place];
        let mut best = (order[0], self.weight(order[0]));
        for kind in &order[1..] {
            if self.weight(*kind) > best.1 {
                best = (*kind, self.weight(*kind));
            }
        }
        best
    }

    /// By how much the best kind leads the second.
    pub(crate) fn lead(self) -> i32 {
        let mut weights = [self.person, self.group, self.place, self.country];
        weights.sort_unstable();
        weights[3] - weights[2]
    }

    /// All weights times `by` hundredths.
    pub(crate) fn scale(self, by: i32) -> Self {
        let scale = |weight: i32| weight * by / 100;
        Self {
            person: scale(self.person),
            group: scale(self.group),
            place: scale(self.place),
            country: scale(self.country),
        }
    }

    fn slot(&mut self, kind: EntityKind) -> &mut i32 {
        match kind {
            EntityKind::Person => &mut self.person,
            EntityKind::Group => &mut self.group,
            EntityKind::Place => &mut self.place,
            EntityKind::Country => &mut self.country,
        }
    }
}

impl Add for Vote {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            person: self.person + other.person,
            group: self.group + other.group,
            place: self.place + other.place,
            country: self.country + other.country,
        }
    }
}

impl AddAssign for Vote {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}
