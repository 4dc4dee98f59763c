use std::ops::Range;
use model::{EntityKind, Via};
use super::{Known, agree::Names, page::Page, spot::Spot};
pub(crate) struct Settled { pub(crate) sentence: usize, pub(crate) tokens: Range<usize>, pub(crate) kind: EntityKind, pub(crate) via: Via, pub(crate) known: Option<Known>, pub(crate) score: f32 }
pub(crate) fn stands(_page: &Page, _spot: &Spot) -> bool { true }
pub(crate) fn decide(_page: &Page, _names: &Names, _spots: Vec<Spot>) -> Vec<Settled> { Vec::new() }
