//! Names: the same span, without article and possessive, and the same class or kind; and whether a country is the right one.

use std::collections::BTreeSet;

use model::{Document, EntityKind, Via};

use super::gold::{Class, Gold, Name};
use super::score::{Score, Scores};
use super::span::Span;

const CLASSES: &[(Class, &str)] =
    &[(Class::Person, "names: PER"), (Class::Organization, "names: ORG"), (Class::Location, "names: LOC")];

const KINDS: &[(EntityKind, &str)] = &[
    (EntityKind::Person, "four kinds: person"),
    (EntityKind::Country, "four kinds: country"),
    (EntityKind::Group, "four kinds: group"),
    (EntityKind::Place, "four kinds: place"),
];

/// Scores names and metonyms; demonyms, pronouns and descriptions are not names.
pub(super) fn score(gold: &Gold, found: &Document, scores: &mut Scores) {
    let Some(names) = &gold.names else { return };
    let spoken = found.mentions.iter().filter(|m| matches!(m.via, Via::Name | Via::Metonym));
    let found_names: Vec<Name> = spoken
        .map(|m| Name { span: (m.start, m.end), class: Class::of(m.kind), kind: Some(m.kind) })
        .collect();
    compare("names", (names, &found_names), |name| Some(name.class), gold, scores);
    for &(class, layer) in CLASSES {
        compare(layer, (names, &found_names), |name| (name.class == class).then_some(class), gold, scores);
    }
    if names.iter().all(|name| name.kind.is_some()) {
        compare("four kinds", (names, &found_names), |name| name.kind, gold, scores);
        for &(kind, layer) in KINDS {
            compare(layer, (names, &found_names), |name| name.kind.filter(|k| *k == kind), gold, scores);
        }
    }
    countries(gold, found, scores);
}

/// Counts the names to which `key` gives the same value at the same place.
fn compare<K: Ord + Copy>(
    layer: &'static str,
    (gold_names, found_names): (&[Name], &[Name]),
    key: impl Fn(&Name) -> Option<K>,
    gold: &Gold,
    scores: &mut Scores,
) {
    let set = |names: &[Name]| -> BTreeSet<(Span, K)> {
        names.iter().filter_map(|name| Some((bare(&gold.text, name.span), key(name)?))).collect()
    };
    let (wanted, given) = (set(gold_names), set(found_names));
    scores.count(layer, Score::of(wanted.intersection(&given).count(), given.len(), wanted.len()));
}

/// The span without a leading article and a possessive at its end.
fn bare(text: &[char], (start, end): Span) -> Span {
    let words: String = text.get(start..end).unwrap_or_default().iter().collect();
    let lower = words.to_lowercase();
    let article = ["the ", "an ", "a "].iter().find(|article| lower.starts_with(**article));
    let start = start + article.map_or(0, |article| article.len());
    let possessive = ["'s", "’s", "'", "’"].iter().find(|ending| words.ends_with(**ending));
    (start, (end - possessive.map_or(0, |ending| ending.chars().count())).max(start + 1))
}

/// Of the countries that are found at the right place, how many are the right country.
fn countries(gold: &Gold, found: &Document, scores: &mut Scores) {
    let Some(document) = &gold.document else { return };
    let place = |m: &&model::DocumentMention| m.kind == EntityKind::Country;
    for mention in document.mentions.iter().filter(place) {
        let same =
            found.mentions.iter().filter(place).find(|m| (m.start, m.end) == (mention.start, mention.end));
        if let Some(same) = same {
            scores.count("country ids", Score::of(usize::from(same.entity == mention.entity), 1, 1));
        }
    }
}
